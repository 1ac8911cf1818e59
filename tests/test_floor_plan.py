"""A module imports only from floors below its own; read off the imports, nothing is run."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "pipeline"

#: From the ground up. Rooms on one floor are strangers; whatever a package holds is one room.
FLOORS = (
    ("model",),
    ("language", "arithmetic", "tables"),
    ("rulebook",),
    ("places", "schema"),
    ("readers", "identify", "extract", "link", "checks", "store", "compare", "evaluate"),
    ("flow", "mutation", "examples", "doctor"),
    ("intake", "display"),
    ("page", "export"),
    ("site",),
    ("cli", "components", "__init__"),
    ("__main__",),
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
FILES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported_rooms(path: Path) -> Iterator[tuple[int, str]]:
    """The rooms that a file imports, each with its line."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Import(names=names):
                modules = [name.name for name in names]
            case ast.ImportFrom(level=0, module="pipeline", names=names):
                modules = [
                    f"pipeline.{name.name if name.name in FLOOR else '__init__'}" for name in names
                ]
            case ast.ImportFrom(level=0, module=str(module)):
                modules = [module]
            case ast.ImportFrom():
                pytest.fail(f"{path.name}:{node.lineno}: write the whole name of what is imported")
            case _:
                continue
        for module in modules:
            if module == "pipeline":
                yield node.lineno, "__init__"
            elif module.startswith("pipeline."):
                yield node.lineno, module.split(".")[1]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_come_from_below(path: Path) -> None:
    room = room_of(path)
    assert room in FLOOR, f"give {room} a floor in {Path(__file__).name}"
    for line, other in imported_rooms(path):
        assert other in FLOOR, f"{path.name}:{line}: no room {other}"
        assert other == room or FLOOR[other] < FLOOR[room], (
            f"{path.name}:{line}: {room} may not know {other}, which is not below it"
        )


def test_every_room_of_the_plan_is_there() -> None:
    assert set(FLOOR) == {room_of(path) for path in FILES}


def test_importing_the_library_loads_nothing_heavy() -> None:
    heavy = "spacy", "pydantic", "duckdb", "pdfplumber", "rich", "typer", "regex"
    code = f"import sys, pipeline; print(*(name for name in {heavy} if name in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PACKAGE.parent, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


def test_nothing_else_lies_at_the_top() -> None:
    """What is tracked there is known by name: no scratch file is committed by accident."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("no git checkout")
    listed = subprocess.run(
        [git, "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert {one.split("/")[0] for one in listed} <= {
        ".ci", ".gitignore", "benchmarks", "CHANGELOG.md", "CONTRIBUTING.md", "corpus", "docs",
        "LICENSE", "Makefile", "notebooks", "patterns", "pipeline", "pyproject.toml",
        "README.md", "tests",
    }  # fmt: skip
