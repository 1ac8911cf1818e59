"""Tables in plain text, whose cells are parted by tabs or by blanks, as pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from pipeline.model import Place
from pipeline.readers.common import Piece, TextLine
from pipeline.readers.spaced import Frame, frames_of
from pipeline.readers.tables import is_label

__all__ = ["Written", "written_tables"]

#: A line of several cells.
_PARTED = regex.compile(r"^[^\n]*?[^\s](?:[ \u00a0]*\t|[ \u00a0]{2,})[^\s][^\n]*$", regex.M)
#: One of these stands in every such line; to look for them takes no time.
_PARTING = ("\t", "  ", "\u00a0")
_CELL = regex.compile(r"[^\s]+(?:[ \u00a0][^\s]+)*")
_TABBED = regex.compile(r"[^\s](?:[^\t\n]*[^\s])?")
#: So many lines make a table, and a name in it that stands alone is so long at most.
_ENOUGH, _NAME = 3, 60
#: How far apart the columns of tabs are set.
_STOP = 10_000.0


class Written(NamedTuple):
    """A table: from where to where it stands in the text, and its cells in reading order."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


class _Cells:
    """The cells of lines as if they were printed, and where each stands in the text."""

    def __init__(self, text: str, lines: Sequence[Place]) -> None:
        self.places: dict[tuple[float, float], Place] = {}
        tabs = any("\t" in text[start:end] for start, end in lines)
        self.rows = [self._row(text, line, row, tabs) for row, line in enumerate(lines)]

    def _row(self, text: str, line: Place, row: int, tabs: bool) -> list[TextLine]:
        found, column, end = [], 0, line[0]
        for cell in (_TABBED if tabs else _CELL).finditer(text, *line):
            column += text.count("\t", end, cell.start())
            end = cell.end()
            left = column * _STOP if tabs else float(cell.start() - line[0])
            box = (left, 2.0 * row, left + len(cell.group()), 2.0 * row + 1)
            found.append(TextLine(cell.group(), box, 1.0))
            self.places[box[1], left] = cell.span()
        return found

    def place(self, line: TextLine) -> Place:
        """Where a line stands in the text."""
        return self.places[line.box[1], line.box[0]]


def written_tables(text: str) -> Iterator[Written]:
    """The tables of a text, in reading order."""
    for lines in _runs(text):
        cells = _Cells(text, lines)
        frames = frames_of(cells.rows)
        if frames:
            pieces = sorted(_pieces(frames, cells), key=lambda piece: piece.start)
            yield Written(lines[0][0], lines[-1][1], tuple(pieces))


def _runs(text: str) -> Iterator[list[Place]]:
    """Lines of several cells below each other; a short one between them is a name."""
    if not any(mark in text for mark in _PARTING):
        return
    run: list[Place] = []
    tabbed = False
    for found in _PARTED.finditer(text):
        between = text[run[-1][1] : found.start()].strip("\n") if run else ""
        below = run and text.count("\n", run[-1][1], found.start()) <= 1 + bool(between)
        tabs = "\t" in found.group()
        same = below and tabs is tabbed and len(between) <= _NAME and "\n" not in between
        tabbed = tabs
        if run and not same:
            if len(run) >= _ENOUGH:
                yield run
            run = []
        elif between:
            start = text.index(between, run[-1][1])
            run.append((start, start + len(between)))
        run.append(found.span())
    if len(run) >= _ENOUGH:
        yield run


def _pieces(frames: Sequence[Frame], cells: _Cells) -> Iterator[Piece]:
    """Cells as pieces, a line of one at a time, each with what it stands under and beside."""
    above: dict[int, tuple[Place, ...]] = {}
    band: tuple[Place, ...] = ()
    beside: tuple[Place, ...] = ()
    last = max(frame.last for frame in frames)
    row = -1
    for frame in frames:
        if frame.row != row:
            row, beside = frame.row, ()
        columns = range(frame.first, frame.last + 1)
        heads = tuple(dict.fromkeys(one for index in columns for one in above.get(index, ())))
        labels = (*beside[:1], *band, *beside[1:]) if beside else ()
        places = tuple(map(cells.place, frame.lines))
        for place in places:
            yield Piece(*place, "cell", (*heads, *labels), len(heads))
        if frame.header:
            above.update({index: (*above.get(index, ()), *places) for index in columns})
        elif frame.first == 0 and frame.last == last:
            band = places
        elif is_label(" ".join(line.text for line in frame.lines)):
            beside = (*beside, *places)
