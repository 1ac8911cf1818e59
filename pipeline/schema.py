"""The shape of the card files as JSON Schema, for editors that complete and check TOML."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, create_model

from pipeline.language import LanguageCard
from pipeline.model import VALUES, Model
from pipeline.rulebook import (
    Cap,
    Compound,
    District,
    DocumentType,
    FontEncoding,
    Indicator,
    Issuer,
    KnownDocument,
    Label,
    Province,
    Rule,
    Term,
    Words,
    settable,
)

__all__ = ["SHAPES", "schemas", "write"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

#: Which cards the files of `patterns/` hold: below which key, or each below a name of its own.
SHAPES: Mapping[str, tuple[str | None, type[Model]]] = {
    **{f"*/{kind}.toml": ("rule", Rule) for kind in VALUES},
    "terms/*.toml": ("term", Term),
    "compounds.toml": ("compound", Compound),
    "indicators/*.toml": ("indicator", Indicator),
    "provinces/63.toml": ("province", Province),
    "provinces/34.toml": ("province", Province),
    "provinces/districts.toml": ("district", District),
    "documents/types.toml": ("type", DocumentType),
    "documents/issuers.toml": ("issuer", Issuer),
    "documents/known.toml": ("document", KnownDocument),
    "checks/caps.toml": ("cap", Cap),
    "checks/words.toml": (None, Words),
    "checks/messages.toml": (None, Label),
    "furniture.toml": (None, Words),
    "plain_words.toml": (None, Words),
    "encodings.toml": (None, FontEncoding),
}

_TAPLO = """\
# Completion and checks of the cards in editors that know Taplo (Even Better TOML, Helix, Zed).
"""


def schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each kind of file, as a glob below `patterns/`, with its JSON Schema.

    >>> dict(schemas())["*/money.toml"]["$defs"]["Rule"]["required"]
    ['name', 'about', 'pattern']
    """
    for glob, (key, noun) in SHAPES.items():
        kind = Path(glob).stem
        yield glob, _schema(key, noun, kind if noun is Rule else None)
    yield "*/language.toml", {"$schema": DIALECT, **LanguageCard.model_json_schema()}
    fragments = TypeAdapter(dict[str, dict[str, str]]).json_schema()
    yield "common/fragments.toml", {"$schema": DIALECT, **fragments}


def write(folder: Path) -> list[Path]:
    """Write the schemas and a `.taplo.toml` that names them; return the paths."""
    place = folder / "schemas"
    place.mkdir(parents=True, exist_ok=True)
    settings, written = [_TAPLO], []
    for glob, schema in schemas():
        path = place / f"{glob.replace('*/', '').replace('/*', '').replace('/', '-')[:-5]}.json"
        path.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", "utf-8")
        include = json.dumps([f"**/{glob}"])
        settings.append(
            f'[[rule]]\ninclude = {include}\n[rule.schema]\npath = "schemas/{path.name}"\n'
        )
        written.append(path)
    taplo = folder / ".taplo.toml"
    taplo.write_text("\n".join(settings), "utf-8")
    return [*written, taplo]


def _schema(key: str | None, noun: type[Model], kind: str | None) -> dict[str, Any]:
    if key is None:
        cards: Any = dict[str, noun]  # type: ignore[valid-type]
        return {"$schema": DIALECT, **TypeAdapter(cards).json_schema()}
    schema = _model("File", {key: tuple[noun, ...]})  # type: ignore[valid-type]
    if kind:
        fields = {name: annotation | None for name, annotation in settable(kind).items()}
        schema["$defs"]["Rule"]["properties"]["sets"] = _model("Sets", fields)
    return {"$schema": DIALECT, **schema}


def _model(name: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    optional: dict[str, Any] = {field: (annotation, None) for field, annotation in fields.items()}
    return create_model(name, __base__=Model, **optional).model_json_schema()
