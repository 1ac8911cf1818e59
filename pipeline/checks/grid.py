"""The numbers of a table by row and column, for the checks of tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pipeline.checks.reading import measured
from pipeline.checks.report import Report, once
from pipeline.model import Observation, Passage, Place

__all__ = ["Column", "Grid", "Row", "grids"]

#: The headers over a column, from the outermost in.
Column = tuple[Place, ...]


class Row(NamedTuple):
    """A row: the words that it begins with, and its bare numbers by their columns."""

    label: str
    cells: Mapping[Column, Observation]


class Grid(NamedTuple):
    """A table: its columns from left to right, and the rows that hold numbers."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def column(self, column: Column) -> list[tuple[Row, Observation]]:
        """The rows that have a number in a column, each with that."""
        return [(row, row.cells[column]) for row in self.rows if column in row.cells]


@once
def grids(report: Report) -> Iterator[Grid]:
    """The tables of a report whose columns have headers."""
    rows: list[Row] = []
    for line in _lines(report):
        path = [passage.headers[: passage.columns] for _, passage in line]
        if not any(path):
            yield from _grid(rows)
            rows = []
            continue
        rows.append(_row(report, line))
    yield from _grid(rows)


def _grid(rows: list[Row]) -> Iterator[Grid]:
    columns = dict.fromkeys(column for row in rows for column in row.cells)
    if columns:
        yield Grid(tuple(columns), tuple(row for row in rows if row.cells))


def _lines(report: Report) -> Iterator[list[tuple[int, Passage]]]:
    """The cells of each row, with the places of their passages; an empty row between tables."""
    line: list[tuple[int, Passage]] = []
    inside = False
    for index, passage in enumerate(report.document.passages):
        if passage.kind != "cell":
            if line:
                yield line
            if inside and passage.kind != "furniture":
                yield []
                inside = False
            line = []
            continue
        if line and "\n" in report.document.text[line[-1][1].end : passage.start]:
            yield line
            line = []
        line.append((index, passage))
        inside = True
    if line:
        yield line


def _row(report: Report, line: list[tuple[int, Passage]]) -> Row:
    text = report.document.text
    labels = [one.headers[one.columns :] for _, one in line]
    label = next((text[places[0][0] : places[0][1]] for places in labels if places), "")
    cells = {}
    for index, passage in line:
        said = report.by_passage.get(index, ())
        if len(said) == 1 and passage.columns and _is_bare(said[0]):
            cells[passage.headers[: passage.columns]] = said[0]
    return Row(label, cells)


def _is_bare(one: Observation) -> bool:
    value = measured(one)
    return (
        value is not None and value.comparator == "=" and value.upto is None and not one.fact.weak
    )
