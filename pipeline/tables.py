"""Which cells of a document make a table, row by row; readers of every format give them so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.model import Document

__all__ = ["Table", "tables_of"]

#: So many passages over a table are told.
_FARTHEST = 3
#: What stands between two halves of a table, at the edge of a page.
_AT_THE_EDGE = frozenset({"furniture", "note"})


class Table(NamedTuple):
    """A table: its rows of cells, and what stands over it, the nearest first.

    All of them are places in ``document.passages``.
    """

    rows: tuple[tuple[int, ...], ...]
    above: tuple[int, ...]


def tables_of(document: Document) -> Iterator[Table]:
    """The tables of a document, in reading order; one that goes on over a page is one."""
    rows: list[tuple[int, ...]] = []
    above: tuple[int, ...] = ()
    headed = False
    for row in _rows(document):
        first = document.passages[row[0]]
        heads = any(document.passages[index].headers for index in row)
        if rows and (first.kind != "cell" or (headed and not heads)):
            yield Table(tuple(rows), above)
            rows, above = [], ()
        headed = heads
        if first.kind == "cell":
            rows.append(row)
        else:
            above = (*row, *above)[:_FARTHEST]
    if rows:
        yield Table(tuple(rows), above)


def _rows(document: Document) -> Iterator[tuple[int, ...]]:
    """The cells that stand side by side, and each passage between tables as a row of its own."""
    row: list[int] = []
    for index, passage in enumerate(document.passages):
        beside = row and "\n" not in document.text[document.passages[row[-1]].end : passage.start]
        if row and not (passage.kind == "cell" and beside):
            yield tuple(row)
            row = []
        if passage.kind == "cell":
            row.append(index)
        elif passage.kind not in _AT_THE_EDGE:
            yield (index,)
    if row:
        yield tuple(row)
