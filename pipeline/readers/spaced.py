"""Tables whose columns are parted by nothing but room: printed rows to cells.

Columns are where the rows that hold numbers leave no gap; what stands above them heads one
column or several, and a name that takes two lines is one again.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from statistics import median
from typing import NamedTuple

import regex

from pipeline.model import Box, Place
from pipeline.readers.common import TextLine, around, broken
from pipeline.readers.tables import Cell, is_value

__all__ = ["Frame", "cells_of", "frames_of"]

Row = Sequence[TextLine]

#: So many rows of numbers make a table.
_ENOUGH = 2
#: No table has so many columns, or rows of headers.
_MOST_COLUMNS, _MOST_HEADERS = 40, 12
#: A group of columns has at most so many.
_WIDEST = 8
#: A title between rows: *I. Kinh tế*, *A - Thu*.
_TITLE = regex.compile(r"(?:[IVX]{1,5}|[A-ZĐ])\s?[.)/–-]\s?\p{L}")
#: What says that there is no number.
_NOTHING = regex.compile(r"[-–—.…x*\s]+|n/a", regex.I)
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
    """The same cells with the lines that are in them, row by row, the headers first.

    None also where it is not plain under which header a number stands: a wrong header is worse
    than none.
    """
    numbers = [row for row in rows if _values(row)]
    if len(numbers) < _ENOUGH or max(map(len, rows)) > _MOST_COLUMNS:
        return None
    placed = _placed(rows, numbers)
    if placed is None:
        return None
    body = _body(placed.rows, placed.columns)
    if not 0 < body <= _MOST_HEADERS or _is_text(placed.rows[body:]):
        return None
    columns = _headed(placed.columns, placed.rows[:body])
    heads = _heads(placed.rows[:body], columns) if columns else None
    if heads is None or columns is None:
        return None
    heads.sort(key=lambda one: (one.row, one.first))
    frames = [*heads, *_body_frames(placed.rows[body:], columns, body)]
    if placed.origins:
        return [
            one._replace(lines=tuple(placed.origins[line.box] for line in one.lines))
            for one in frames
        ]
    return frames


def _values(row: Row) -> list[TextLine]:
    """The values of a row; a number before a name is that of the row."""
    return [
        line
        for line, after in zip(row, (*row[1:], None), strict=True)
        if len(row) > 1 and is_value(line.text) and (after is None or is_value(after.text))
    ]


# ── columns ───────────────────────────────────────────────────────────────────────────────


class _Placed(NamedTuple):
    """Rows and the columns that their cells stand in.

    ``origins`` are the lines as they were printed, by their new boxes, where they were moved.
    """

    rows: Sequence[Row]
    columns: Sequence[_Span]
    origins: Mapping[Box, TextLine] = {}


def _placed(rows: Sequence[Row], numbers: Sequence[Row]) -> _Placed | None:
    """Rows in columns: by their place, or where that tells nothing by their order."""
    columns = _columns(numbers)
    if len(columns) > 1 and _fits(numbers, columns):
        return _Placed(rows, columns)
    width = len(rows[0])
    if width < 2 or any(len(row) != width for row in rows):
        return None
    # *Kết nạp  1.500  1.524  101,6*: as many cells in each row as there are headers.
    wide = 1 + max(line.box[2] - line.box[0] for row in rows for line in row)
    ordered = [
        [
            line._replace(box=(wide * at, line.box[1], wide * at + wide - 1, line.box[3]))
            for at, line in enumerate(row)
        ]
        for row in rows
    ]
    columns = [_Span(wide * at, wide * at + wide - 1) for at in range(width)]
    if not _fits([row for row in ordered if _values(row)], columns):
        return None
    pairs = zip(chain(*ordered), chain(*rows), strict=True)
    return _Placed(ordered, columns, {moved.box: line for moved, line in pairs})


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
    """Whether each cell has a column to itself, of numbers or of names, and rows fill them."""
    kinds: dict[int, set[bool]] = {}
    for row in rows:
        places = [_column(line, columns) for line in row]
        if len(set(places)) < len(places):
            return False
        for line, place in zip(row, places, strict=True):
            if not _NOTHING.fullmatch(line.text):
                kinds.setdefault(place, set()).add(is_value(line.text))
    if any(len(kind) > 1 for kind in kinds.values()):
        return False
    return median(len(row) for row in rows) > len(columns) / 2


def _is_text(rows: Sequence[Row]) -> bool:
    """Whether the names of rows are lines of running text, that go on from one to the next."""
    names = [row[0].text for row in rows if _values(row) and not is_value(row[0].text)]
    return sum(name[:1].islower() for name in names) > max(1, len(names) // 4)


def _headed(columns: Sequence[_Span], rows: Sequence[Row]) -> list[_Span] | None:
    """The columns with those that have nothing but a header; None where it may be another's.

    A header beside its column (*Năm 2022* at the left, numbers at the right) is that of the only
    column there without one.
    """
    lines = [line for row in rows for line in row]
    bare = [one for one in columns if not any(_shared(line, one) > 0 for line in lines)]
    outer = columns[0].left, columns[-1].right
    beside = [
        line
        for number, row in enumerate(rows, 1)
        for line in row
        if not any(_shared(line, one) > 0 for one in columns)
        and (number == len(rows) or line.box[2] <= outer[0] or line.box[0] >= outer[1])
    ]
    if not bare:
        empty: list[_Span] = []
        for line in sorted(beside, key=lambda one: one.box[0]):
            if empty and line.box[0] < empty[-1].right:
                empty[-1] = _Span(empty[-1].left, max(empty[-1].right, line.box[2]))
            else:
                empty.append(_Span(line.box[0], line.box[2]))
        return sorted([*columns, *empty])
    if bare == [columns[0]] and not beside:
        return list(columns)  # Names need no header.
    headed = list(columns)
    for one in bare:
        at = headed.index(one)
        low = headed[at - 1].right if at else -math.inf
        high = headed[at + 1].left if at + 1 < len(headed) else math.inf
        near = [line for line in beside if low <= line.box[0] and line.box[2] <= high]
        if len(near) == 1:
            headed[at] = _Span(min(one.left, near[0].box[0]), max(one.right, near[0].box[2]))
            beside.remove(near[0])
        elif at or near:
            return None
    return headed if not beside else None


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


def _heads(rows: Sequence[Row], columns: Sequence[_Span]) -> list[Frame] | None:
    """The headers, from the lowest row up; None where one may be over other columns than it seems.

    Those of one column are one, line below line.
    """
    heads: list[Frame] = []
    for index in reversed(range(len(rows))):
        spans = _spans(rows[index], columns, heads)
        if spans is None:
            return None
        for line, (first, last) in zip(rows[index], spans, strict=True):
            same = next(
                (at for at, one in enumerate(heads) if (one.first, one.last) == (first, last)), None
            )
            if same is not None and _tops(heads, first, last) == [heads[same]]:
                lines = (line, *heads[same].lines)
                heads[same] = heads[same]._replace(row=index, lines=lines)
            else:
                heads.append(Frame(index, first, last, (line,), header=True))
    return heads


#: From the first to the last column.
_Reach = tuple[int, int]


def _spans(row: Row, columns: Sequence[_Span], heads: Sequence[Frame]) -> list[_Reach] | None:
    """The columns that the headers of a row are over; None where that is not plain.

    A line over one column is the first of its header where the one below goes on with it
    (*Kế hoạch* | *năm 2023*), or where each column beside it has a line of its own. Otherwise it
    may be set over several: in the middle of them, or over the first.
    """
    own = [_over(line, columns) for line in row]
    reached = [one for one in own if one is not None]
    if any(one[1] >= two[0] for one, two in pairwise(reached)):
        return None
    for reach in reached:
        if reach[1] > reach[0] and not all(
            _tops(heads, index, index) for index in range(reach[0], reach[1] + 1)
        ):
            return None  # The lowest headers are each over a column of its own.
    covered = {index for first, last in reached for index in range(first, last + 1)}
    free = {
        index
        for index in range(len(columns))
        if index not in covered and _tops(heads, index, index)
    }
    doubtful = [
        reach is None or (reach[0] == reach[1] and _may_be_wider(reach[0], heads, free))
        for reach in own
    ]
    if not any(doubtful):
        return reached
    upper = [
        at for at, reach in enumerate(own) if reach is None or _tops(heads, reach[0], reach[1])
    ]
    groups = _groups([row[at] for at in upper], [own[at] for at in upper], columns, heads, free)
    if groups is None:
        return None
    spans = {**dict(enumerate(own)), **dict(zip(upper, groups, strict=True))}
    return [reach for reach in spans.values() if reach is not None]


def _may_be_wider(index: int, heads: Sequence[Frame], free: set[int]) -> bool:
    """Whether a line over a column may be over those beside it, too."""
    below = _below(heads, index)
    beside = [_below(heads, one) for one in (index - 1, index + 1) if one in free]
    if not below or not beside:
        return False
    goes_on = below[:1].islower() or below[:1] in "(%"
    return not goes_on and not (below.isdigit() and not any(one.isdigit() for one in beside))


def _below(heads: Sequence[Frame], index: int) -> str:
    """What the header right below says over a column."""
    tops = _tops(heads, index, index)
    return min(tops, key=lambda one: one.row).lines[0].text if tops else ""


def _groups(
    row: Row,
    own: Sequence[_Reach | None],
    columns: Sequence[_Span],
    heads: Sequence[Frame],
    free: set[int],
) -> list[_Reach] | None:
    """Headers over groups of columns: set in their middle, or at the left of the first."""
    starts = [_starts_at(line, columns) for line in row]
    ends = [one - 1 if one else len(columns) - 1 for one in (*starts[1:], 0)]
    left = list(zip(starts, ends, strict=True))
    if all(starts) and _are_alike(left, heads):
        return left
    middle = _in_the_middle(row, own, columns, heads, free)
    if middle is None:
        return None
    between = any(one is None for one in own)
    return middle if between or _are_alike(middle, heads) else None


def _starts_at(line: TextLine, columns: Sequence[_Span]) -> int:
    """The column whose left side a header stands at; 0, that of names, where there is none."""
    near = max(line.size, 1.0)
    return next(
        (at for at, one in enumerate(columns) if at and abs(one.left - line.box[0]) <= near), 0
    )


def _are_alike(reaches: Sequence[_Reach], heads: Sequence[Frame]) -> bool:
    """Whether groups have the same headers below: *Kế hoạch, Thực hiện* under each year."""
    below = [
        tuple(_below(heads, index) for index in range(first, last + 1)) for first, last in reaches
    ]
    return len(below) > 1 and len(below[0]) > 1 and all(below[0]) and len(set(below)) == 1


def _in_the_middle(
    row: Row,
    own: Sequence[_Reach | None],
    columns: Sequence[_Span],
    heads: Sequence[Frame],
    free: set[int],
) -> list[_Reach] | None:
    """Groups that leave no column out between them, each with its header in the middle."""
    found: list[list[_Reach]] = []

    def go_on(at: int, chosen: list[_Reach]) -> None:
        if at == len(row):
            taken = {index for first, last in chosen for index in range(first, last + 1)}
            inner = range(chosen[0][0], chosen[-1][1] + 1)
            if all(index in taken or index not in free for index in inner):
                found.append(chosen)
            return
        for reach in _centred(row[at], own[at], columns, heads):
            if not chosen or reach[0] > chosen[-1][1]:
                go_on(at + 1, [*chosen, reach])

    go_on(0, [])
    return max(found, key=lambda one: sum(last - first for first, last in one), default=None)


def _centred(
    line: TextLine, own: _Reach | None, columns: Sequence[_Span], heads: Sequence[Frame]
) -> list[_Reach]:
    """The columns with headers that a line may be set in the middle of."""
    if own is not None and own[1] > own[0]:
        return [own]
    middle = (line.box[0] + line.box[2]) / 2
    reaches = [own] if own is not None else []
    for first in range(1, len(columns)):
        for last in range(first + 1, min(first + _WIDEST, len(columns))):
            if own is not None and not first <= own[0] <= last:
                continue
            left, right = columns[first].left, columns[last].right
            if abs(middle - (left + right) / 2) > (right - left) / 8:
                continue
            if all(_tops(heads, index, index) for index in range(first, last + 1)):
                reaches.append((first, last))
    return reaches


def _over(line: TextLine, columns: Sequence[_Span]) -> _Reach | None:
    """The first and the last column that a header reaches over; None between two of them."""
    reached = [index for index, one in enumerate(columns) if _shared(line, one) > 0]
    return (reached[0], reached[-1]) if reached else None


def _tops(heads: Sequence[Frame], first: int, last: int) -> list[Frame]:
    """The headers over columns so far."""
    return [one for one in heads if one.first <= last and one.last >= first]


# ── rows ──────────────────────────────────────────────────────────────────────────────────


def _body_frames(rows: Sequence[Row], columns: Sequence[_Span], start: int) -> Iterator[Frame]:
    """The cells below the headers; a title between rows is one over all columns."""
    for number, row in enumerate(_whole(rows), start):
        if len(row) == 1 and _is_title(row[0], columns):
            yield Frame(number, 0, len(columns) - 1, tuple(row[0]))
            continue
        placed: dict[int, list[TextLine]] = {}
        for lines in row:
            placed.setdefault(_column(lines[0], columns), []).extend(lines)
        for column in sorted(placed):
            yield Frame(number, column, column, tuple(placed[column]))


def _is_title(lines: Sequence[TextLine], columns: Sequence[_Span]) -> bool:
    """Whether a line that stands alone is a title: numbered, in capitals, or in the middle.

    Otherwise it names a row whose numbers are missing.
    """
    line = lines[0]
    if is_value(line.text):
        return False
    left, right = columns[0].left, columns[-1].right
    inside = line.box[0] > columns[1].left - line.size
    centred = abs((line.box[0] + line.box[2]) / 2 - (left + right) / 2) < (right - left) / 8
    return _TITLE.match(line.text) is not None or line.text.isupper() or (inside and centred)


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
