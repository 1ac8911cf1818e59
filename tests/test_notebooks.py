"""Notebooks show the library and hold no logic; what they show is what they print."""

import ast
import json
import re
from pathlib import Path

import cells
import pytest

LOGIC = (ast.FunctionDef, ast.ClassDef, ast.Lambda, ast.For, ast.While, ast.If, ast.Try)


def test_there_are_notebooks() -> None:
    assert cells.NOTEBOOKS


@pytest.mark.parametrize("path", cells.NOTEBOOKS, ids=lambda path: path.stem)
def test_cells_print_what_is_stored(path: Path) -> None:
    stored = cells.printed(cells.read(path))
    now = cells.printed(cells.executed(path))
    assert now == stored, "if it is meant to print that: make refresh, and look at the diff"


@pytest.mark.parametrize("path", cells.NOTEBOOKS, ids=lambda path: path.stem)
def test_cells_are_few_short_and_without_logic(path: Path) -> None:
    notebook = cells.read(path)
    assert len(notebook.cells) <= 10
    for cell in notebook.cells:
        assert len(cell.source.splitlines()) <= 15
        if cell.cell_type == "code":
            found = [node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, LOGIC)]
            assert not found, cell.source


@pytest.mark.parametrize("path", cells.NOTEBOOKS, ids=lambda path: path.stem)
def test_what_is_stored_names_no_machine(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"(?:/home|/root|/tmp|/work|/Users|[A-Z]:\\\\)", text)
    assert set(json.loads(text)["metadata"]) == {"kernelspec", "language_info"}


@pytest.mark.parametrize("path", cells.NOTEBOOKS, ids=lambda path: path.stem)
def test_cells_were_run_in_order(path: Path) -> None:
    counts = [c.execution_count for c in cells.read(path).cells if c.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1))
