"""The numbers of a table by row and column, for the checks of tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.checks.reading import measured
from pipeline.checks.report import Report, once
from pipeline.model import Observation, Place
from pipeline.tables import tables_of

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
    for table in tables_of(report.document):
        rows = [_row(report, row) for row in table.rows]
        columns = dict.fromkeys(column for row in rows for column in row.cells)
        if columns:
            yield Grid(tuple(columns), tuple(row for row in rows if row.cells))


def _row(report: Report, places: Sequence[int]) -> Row:
    text = report.document.text
    line = [(index, report.document.passages[index]) for index in places]
    labels = [one.headers[one.columns :] for _, one in line]
    label = next((text[slice(*one[0])] for one in labels if one), "")
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
