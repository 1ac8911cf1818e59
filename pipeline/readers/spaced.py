"""Tables whose columns are parted by nothing but room: printed rows to cells.

Columns are where the rows that hold numbers leave no gap; what stands above them heads one
column or several, and a name that takes two lines is one again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from pipeline.model import Place
from pipeline.readers.common import TextLine, around, broken
from pipeline.readers.tables import Cell, is_value

__all__ = ["Frame", "cells_of", "frames_of"]

Row = Sequence[TextLine]

#: So many rows of numbers make a table.
_ENOUGH = 2
#: No table has so many columns, or rows of headers.
_MOST_COLUMNS, _MOST_HEADERS = 40, 12
#: Of so many rows one may reach over into the next column.
_STRAY = 10


class _Span(NamedTuple):
    """A column, or a stretch of a line, from left to right."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


class Frame(NamedTuple):
    """A cell: its row, its columns from the first to the last, its lines."""

    row: int
    first: int
    last: int
    lines: tuple[TextLine, ...]
    header: bool = False


def cells_of(rows: Sequence[Row]) -> list[Cell] | None:
    """The cells of rows that are printed below each other; None where they make no table."""
    frames = frames_of(rows)
    return [_cell(frame) for frame in frames] if frames else None


def frames_of(rows: Sequence[Row]) -> list[Frame] | None:
    """The same cells with the lines that are in them, row by row, the headers first."""
    numbers = [row for row in rows if _values(row)]
    if len(numbers) < _ENOUGH or max(map(len, rows)) > _MOST_COLUMNS:
        return None
    columns = _columns(numbers)
    if len(columns) < 2 or not _fits(numbers, columns):
        return None
    body = _body(rows, columns)
    if body > _MOST_HEADERS:
        return None
    heads = sorted(_heads(rows[:body], columns), key=lambda one: (one.row, one.first))
    return [*heads, *_body_frames(rows[body:], columns, body)]


def _values(row: Row) -> list[TextLine]:
    """The values of a row; a number before a name is that of the row."""
    return [
        line
        for line, after in zip(row, (*row[1:], None), strict=True)
        if len(row) > 1 and is_value(line.text) and (after is None or is_value(after.text))
    ]


# ── columns ───────────────────────────────────────────────────────────────────────────────


def _columns(rows: Sequence[Row]) -> list[_Span]:
    """Where the rows have something printed, but for what strays over in a few of them."""
    edges = sorted(
        edge for row in rows for line in row for edge in ((line.box[0], 1), (line.box[2], -1))
    )
    most = len(rows) // _STRAY
    columns: list[_Span] = []
    covered, left = 0, 0.0
    for place, step in edges:
        if covered == most and step > 0:
            left = place
        covered += step
        if covered == most and step < 0:
            columns.append(_Span(left, place))
    return columns


def _fits(rows: Sequence[Row], columns: Sequence[_Span]) -> bool:
    """Whether each number has a column to itself, and the rows fill them."""
    for row in rows:
        places = [_column(line, columns) for line in _values(row)]
        if len(set(places)) < len(places):
            return False
    return median(len(row) for row in rows) > len(columns) / 2


def _column(line: TextLine, columns: Sequence[_Span]) -> int:
    """The column that most of a line stands in, or else the nearest."""
    return max(range(len(columns)), key=lambda index: _shared(line, columns[index]))


def _shared(line: TextLine, column: _Span) -> float:
    """How much of a line stands in a column; below zero, how far it is from it."""
    return min(line.box[2], column.right) - max(line.box[0], column.left)


def _body(rows: Sequence[Row], columns: Sequence[_Span]) -> int:
    """The first row below the headers: of numbers, or the name over the first rows of those."""
    first = next(index for index, row in enumerate(rows) if _values(row))
    names = [_column(line, columns) for line in rows[first] if not is_value(line.text)]
    while first > 1 and len(rows[first - 1]) == 1 and names:
        if _column(rows[first - 1][0], columns) != names[0]:
            break
        first -= 1
    return first


# ── headers ───────────────────────────────────────────────────────────────────────────────


def _heads(rows: Sequence[Row], columns: Sequence[_Span]) -> list[Frame]:
    """The headers, from the lowest row up; those of one column are one, line below line."""
    heads: list[Frame] = []
    for index in reversed(range(len(rows))):
        own = [_over(line, columns) for line in rows[index]]
        for number, line in enumerate(rows[index]):
            others = own[:number] + own[number + 1 :]
            first, last = _widened(line, own[number], others, heads, columns)
            same = next(
                (at for at, one in enumerate(heads) if (one.first, one.last) == (first, last)), None
            )
            if same is not None and _tops(heads, first, last) == [heads[same]]:
                lines = (line, *heads[same].lines)
                heads[same] = heads[same]._replace(row=index, lines=lines)
            else:
                heads.append(Frame(index, first, last, (line,), header=True))
    return heads


def _over(line: TextLine, columns: Sequence[_Span]) -> tuple[int, int]:
    """The first and the last column that a header reaches over."""
    reached = [index for index, one in enumerate(columns) if _shared(line, one) > 0]
    nearest = _column(line, columns)
    return (reached[0], reached[-1]) if reached else (nearest, nearest)


def _widened(
    line: TextLine,
    own: tuple[int, int],
    others: Sequence[tuple[int, int]],
    heads: Sequence[Frame],
    columns: Sequence[_Span],
) -> tuple[int, int]:
    """The columns that a header is set in the middle of, where each has a header of its own."""
    taken = {index for first, last in others for index in range(first, last + 1)}
    middle = (line.box[0] + line.box[2]) / 2
    first, last = own
    while True:
        free = [
            one
            for one in ((first - 1, last), (first, last + 1), (first - 1, last + 1))
            if one[0] >= 0
            and one[1] < len(columns)
            and not taken & {one[0], one[1]}
            and all(_tops(heads, index, index) for index in range(one[0], one[1] + 1))
            and _is_middle(middle, columns[one[0]], columns[one[1]])
        ]
        if not free:
            return first, last
        first, last = max(free, key=lambda one: one[1] - one[0])


def _is_middle(middle: float, first: _Span, last: _Span) -> bool:
    """Whether a place is in the middle of columns, nearer than the next column would allow."""
    return abs(middle - (first.left + last.right) / 2) < (last.right - first.left) / 8


def _tops(heads: Sequence[Frame], first: int, last: int) -> list[Frame]:
    """The headers over columns so far."""
    return [one for one in heads if one.first <= last and one.last >= first]


# ── rows ──────────────────────────────────────────────────────────────────────────────────


def _body_frames(rows: Sequence[Row], columns: Sequence[_Span], start: int) -> Iterator[Frame]:
    """The cells below the headers; a row that is nothing but a name is one over all columns."""
    for number, row in enumerate(_whole(rows), start):
        if len(row) == 1 and not is_value(row[0][0].text):
            yield Frame(number, 0, len(columns) - 1, tuple(row[0]))
            continue
        placed: dict[int, list[TextLine]] = {}
        for lines in row:
            placed.setdefault(_column(lines[0], columns), []).extend(lines)
        for column in sorted(placed):
            yield Frame(number, column, column, tuple(placed[column]))


def _whole(rows: Sequence[Row]) -> Iterator[list[list[TextLine]]]:
    """Rows whose names are whole again: each cell with its lines."""
    whole: list[list[list[TextLine]]] = []
    for row in rows:
        cells = [[line] for line in row]
        if whole and _goes_on(whole[-1], row):
            _join(whole[-1], cells)
        else:
            whole.append(cells)
    yield from whole


def _goes_on(before: Sequence[Sequence[TextLine]], row: Row) -> bool:
    """Whether a row only goes on with the one before: *lao động qua* | *đào tạo (%)*."""
    name = next((line for line in row if not is_value(line.text)), None)
    ahead = any(is_value(lines[0].text) for lines in before)
    if name is None:  # Numbers in the middle of a name of several lines.
        return not ahead and len(before) == 1
    if len(row) == 1 or not ahead:
        return name is row[0] and name.text[:1].islower() and (len(row) == 1 or len(before) == 1)
    return False


def _join(before: list[list[TextLine]], cells: list[list[TextLine]]) -> None:
    """Add a row to the one that it goes on with."""
    name = next((lines for lines in before if not is_value(lines[0].text)), None)
    for lines in cells:
        if name is not None and not is_value(lines[0].text) and lines is cells[0]:
            name.extend(lines)
        else:
            before.append(lines)


def _cell(frame: Frame) -> Cell:
    text = ""
    weak: list[Place] = []
    for line in frame.lines:
        text += "" if not text or broken(text, line.text) else " "
        weak.extend((len(text) + first, len(text) + last) for first, last in line.weak)
        text += line.text
    box = around(line.box for line in frame.lines)
    columns = frame.last - frame.first + 1
    return Cell(
        frame.row, frame.first, text, columns=columns, header=frame.header, box=box,
        weak=tuple(weak),
    )  # fmt: skip
