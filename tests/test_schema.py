"""The JSON Schemas of the cards accept what the loader accepts, and refuse what it refuses."""

import json
import shutil
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pipeline import schema
from pipeline.rulebook import patterns_folder

FOLDER = patterns_folder()
FILES = sorted(FOLDER.rglob("*.toml"))
SCHEMAS = dict(schema.schemas())


def schema_of(path: Path) -> dict[str, Any]:
    """The one schema whose glob a file fits."""
    name = path.relative_to(FOLDER).as_posix()
    (found,) = (one for glob, one in SCHEMAS.items() if fnmatch(name, glob))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_every_file_of_cards_fits_its_schema(path: Path) -> None:
    validator = jsonschema.Draft202012Validator(schema_of(path))
    assert list(validator.iter_errors(tomllib.loads(path.read_text("utf-8")))) == []


@pytest.mark.parametrize("one", SCHEMAS.values(), ids=SCHEMAS)
def test_every_schema_is_one(one: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(one)


RULE = """
[[rule]]
name = "sign"
about = "…"
pattern = "{number}%"
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("vi/percentage.toml", RULE.replace("about", "abuot")),
        ("vi/percentage.toml", RULE.replace("[[rule]]", "[[ruel]]")),
        ("vi/percentage.toml", RULE + "sets = { bases = 'points' }"),
        ("en/percentage.toml", RULE + "sets = { basis = 'point' }"),
        ("en/date.toml", RULE + "sets = { precision = 'dawn' }"),
        ("terms/level.toml", "[[term]]\nid = 'x'\nwords.en = ['x']\nsets.level = 'comune'"),
        ("indicators/socio_economic.toml", "[[indicator]]\nid = 'x'\nkinds = ['number']"),
        ("checks/words.toml", "exclusion = ['except']"),
        ("common/fragments.toml", "[fragments]\nnumber = 7"),
        ("en/language.toml", "code = 'fr'"),
    ],
)
def test_what_the_loader_refuses_is_refused(name: str, text: str) -> None:
    validator = jsonschema.Draft202012Validator(schema_of(FOLDER / name))
    assert list(validator.iter_errors(tomllib.loads(text)))


def test_a_right_card_is_accepted() -> None:
    validator = jsonschema.Draft202012Validator(schema_of(FOLDER / "en/date.toml"))
    assert validator.is_valid(tomllib.loads(RULE + "sets = { precision = 'end' }"))


def test_an_editor_finds_the_schema_of_every_file(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "patterns")
    written = schema.write(tmp_path)
    rules = tomllib.loads((tmp_path / ".taplo.toml").read_text("utf-8"))["rule"]
    for path in FILES:
        name = f"patterns/{path.relative_to(FOLDER).as_posix()}"
        (rule,) = (one for one in rules if fnmatch(f"/{name}", one["include"][0].removeprefix("*")))
        shown = json.loads((tmp_path / rule["schema"]["path"]).read_text("utf-8"))
        assert shown == schema_of(path)
    assert len(written) == len(rules) + 1
