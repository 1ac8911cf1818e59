"""What is imported is declared, and what is declared is imported: read off the files."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
#: Programs that are run, not imported.
PROGRAMS = {"build", "hatchling", "ipykernel", "mypy", "pytest-xdist", "ruff"}
#: What trafilatura needs, by way of an extra that a pip before 23.3 does not find.
NAMED_FOR_OTHERS = {"lxml-html-clean"}
#: What another distribution brings along and stands for.
BROUGHT = {"pydantic-core": "pydantic"}
DEVELOPED = "tests", "benchmarks", "corpus"


def names(requirements: list[str]) -> set[str]:
    """The distributions that are required, as they are compared."""
    found = (re.match(r"[\w.-]+", one) for one in requirements)
    return {one[0].lower().replace("_", "-") for one in found if one} - {PROJECT["name"]}


def distributions(folder: str) -> set[str]:
    """The distributions whose modules are imported in a folder; an unknown module by its name."""
    files = list((ROOT / folder).rglob("*.py"))
    own = {"pipeline", "benchmarks", "make_formats", *(path.stem for path in files)}
    modules = set()
    for path in files:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules.add(node.module.partition(".")[0])
    known = packages_distributions()
    found = {
        min(known.get(module, [module]), key=len).lower().replace("_", "-")
        for module in modules - own - set(sys.stdlib_module_names)
    }
    return {BROUGHT.get(name, name) for name in found}


REQUIRED = names(PROJECT["dependencies"])
EXTRAS = {
    extra: names(requirements) for extra, requirements in PROJECT["optional-dependencies"].items()
}


def test_the_package_imports_what_it_requires_and_nothing_else() -> None:
    assert distributions("pipeline") == REQUIRED - NAMED_FOR_OTHERS


@pytest.mark.parametrize("folder", DEVELOPED)
def test_what_developers_import_is_in_an_extra(folder: str) -> None:
    assert distributions(folder) <= REQUIRED.union(*EXTRAS.values())


def test_no_extra_is_idle() -> None:
    used = set.union(*map(distributions, DEVELOPED), PROGRAMS)
    assert set().union(*EXTRAS.values()) <= used
