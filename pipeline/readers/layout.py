"""Printed lines in reading order: rows, columns, paragraphs, page furniture, footnotes.

It knows nothing of PDF or OCR: both give it lines with their boxes, in points from the top
left of the page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import regex

from pipeline.model import Box
from pipeline.readers.common import TextLine, around, broken

__all__ = [
    "Block",
    "Sheet",
    "apart",
    "blocks",
    "furniture",
    "glue",
    "goes_on",
    "notes",
    "paragraphs",
    "rows_of",
]

#: Blanks of so many letter heights part two columns; between words of a line there is less.
PARTED = 1.0
#: Blanks of so many letter heights part what stands alone in a row.
_FAR_APART = 2.5
#: The next line of a paragraph stands nearer, even where it is typed with double spacing.
_FAR_BELOW = 2.0
#: The edges of a page where its furniture stands, as shares of its height.
_EDGE = 0.13
#: What stands at the same place on so many pages is furniture (on both, where there are two).
_PAGES = 3
_SAME_PLACE = 8.0

_ENDED = regex.compile(r"[.!?:;…][\"”’')\]¹²³⁰-⁹*]*$")
_GOES_ON = regex.compile(r"[\p{Ll}(\d%]")
_LIST_ITEM = regex.compile(
    r"(?:[-–—•●▪*+]\s|\(?(?:\d{1,2}|[a-zđ]|[IVX]{1,5})[.)]\s|\d{1,2}(?:\.\d{1,2})+\.?\s"
    r"|(?:Điều|Chương|Mục|Article|Chapter|Section)\s+[\dIVX]+\b)"
)
#: A line of a table of contents.
_LEADER = regex.compile(r"(?:\.{4,}|…{2,})\s*\d{1,4}$")
_SAYS = regex.compile(r"[\p{L}\p{N}]")
_PAGE_NUMBER = regex.compile(
    r"(?i)[-–—\s]*(?:trang|page)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of|trên)\s*\d{1,4})?[-–—\s]*"
)
#: Small raised digits as they are written.
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DIGITS = regex.compile(r"\d+")
_NUMBER = regex.compile(r"[<>≥≤~+–-]?\s*[\d.,/\s]*\d[\d.,/\s]*\s*(?:%|‰)?")
_NOTE = regex.compile(r"(?:[¹²³⁰-⁹]+|\*+|\(?\d{1,2}\)?[.)]?)\s*\p{L}|\[\d{1,2}\]")


class Sheet(NamedTuple):
    """A page: its number (from 1), its size and the lines on it, in any order."""

    number: int
    width: float
    height: float
    lines: tuple[TextLine, ...]


class Block(NamedTuple):
    """Lines of one column, from top to bottom, and how wide the column is.

    The lines of a table whose cells no rules part are given as ``rows`` too.
    """

    lines: list[TextLine]
    left: float
    right: float
    rows: tuple[list[TextLine], ...] = ()


# ── rows ──────────────────────────────────────────────────────────────────────────────────


def rows_of(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Lines that stand side by side, from top to bottom; near neighbours are one line."""
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda one: (one.box[1] + one.box[3], one.box[0])):
        if rows and _beside(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_merged(sorted(row, key=lambda one: one.box[0])) for row in rows]


def _beside(one: TextLine, other: TextLine) -> bool:
    shared = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    height = min(one.box[3] - one.box[1], other.box[3] - other.box[1])
    return shared > 0.5 * height


def _merged(row: list[TextLine]) -> list[TextLine]:
    merged = row[:1]
    for line in row[1:]:
        before = merged[-1]
        gap = line.box[0] - before.box[2]
        if _is_raised(before, line):
            raised = line._replace(text=line.text.translate(RAISED), size=before.size)
            merged[-1] = glue(before, raised, "")
        elif gap > PARTED * max(before.size, line.size):
            merged.append(line)
        else:
            merged[-1] = glue(before, line, "" if gap < 0.1 * before.size else " ")
    return merged


def _is_raised(before: TextLine, line: TextLine) -> bool:
    """Whether a line is nothing but a small raised number: an exponent, a footnote's mark."""
    return (
        len(line.text) <= 2
        and line.text.isdigit()
        and line.size < 0.9 * before.size
        and line.box[3] < before.box[3] - 0.15 * before.size
        and line.box[0] - before.box[2] < 0.3 * before.size
    )


def glue(one: TextLine, other: TextLine, between: str) -> TextLine:
    """Two lines as one, from left to right."""
    shift = len(one.text) + len(between)
    return TextLine(
        one.text + between + other.text,
        around((one.box, other.box)) or one.box,
        max(one.size, other.size),
        (*one.weak, *((first + shift, last + shift) for first, last in other.weak)),
    )


# ── columns ───────────────────────────────────────────────────────────────────────────────


def blocks(lines: Sequence[TextLine]) -> list[Block]:
    """Lines as blocks in reading order: the left column before the right one."""
    if not lines:
        return []
    left, right = min(one.box[0] for one in lines), max(one.box[2] for one in lines)
    return list(_blocks(rows_of(lines), left, right))


def _blocks(rows: list[list[TextLine]], left: float, right: float) -> Iterator[Block]:
    for tabular, part in _parts(rows):
        if tabular is None:
            for side in _sides(part, _region(part, 0)[1]):
                yield from blocks(side)
            continue
        lines = [line for row in part for line in row]
        yield Block(lines, left, right, tuple(part) if tabular else ())


def _parts(rows: list[list[TextLine]]) -> Iterator[tuple[bool | None, list[list[TextLine]]]]:
    """Rows that are of a table or are not, or of two columns of text (None), from the top down.

    Words that are only spread out are one line, but in a table, whose regions follow on each
    other and have their headers right above them.
    """
    parts: list[tuple[bool | None, list[list[TextLine]]]] = []
    index = 0
    while index < len(rows):
        last, gutter = _region(rows, index)
        region = rows[index:last]
        index = last
        tabular: bool | None = len(region) > 1 or len(apart(region[0])) > 1
        if len(region) > 1 and not _tabular(region, gutter):
            tabular = None
        if not (parts and parts[-1][0] is tabular is not None):
            parts.append((tabular, region))
        elif not tabular or _is_near(parts[-1][1][-1], region[0]):
            parts[-1][1].extend(region)
        else:
            parts.append((tabular, region))
        if tabular and len(parts) > 1 and parts[-2][0] is False:
            above, table = parts[-2][1], parts[-1][1]
            while above and len(above[-1]) > 1 and _is_near(above[-1], table[0]):
                table.insert(0, above.pop())
    for kind, part in parts:
        yield kind, part if kind is not False else [apart(row) for row in part]


def _is_near(above: list[TextLine], below: list[TextLine]) -> bool:
    """Whether a row stands right below another."""
    room = min(line.box[1] for line in below) - max(line.box[3] for line in above)
    return room <= _FAR_APART * max(line.size for line in below)


def _region(rows: list[list[TextLine]], first: int) -> tuple[int, float]:
    """Where the rows end that the gutter of a row goes through, and where it stands."""
    row = rows[first]
    if len(row) < 2:
        return first + 1, 0.0
    gaps = [
        (after.box[0] - before.box[2], before.box[2], after.box[0])
        for before, after in pairwise(row)
    ]
    _, left, right = max(gaps)
    last, both = first + 1, 1
    bottom = max(one.box[3] for one in row)
    for index in range(first + 1, len(rows)):
        size = max(one.size for one in rows[index])
        if min(one.box[1] for one in rows[index]) - bottom > _FAR_APART * size:
            break
        narrower = _narrowed(rows[index], left, right)
        if narrower[1] - narrower[0] < PARTED * size * 0.7:
            break
        left, right = narrower
        bottom = max(bottom, *(one.box[3] for one in rows[index]))
        if rows[index][0].box[2] <= left and rows[index][-1].box[0] >= right:
            both += 1
        last = index + 1
    return (last, (left + right) / 2) if both > 1 else (first + 1, 0.0)


def _narrowed(row: list[TextLine], left: float, right: float) -> tuple[float, float]:
    """What a row leaves of a gutter."""
    for line in row:
        if line.box[2] <= left or line.box[0] >= right:
            continue
        if line.box[0] <= left and line.box[2] >= right:
            return left, left
        if line.box[0] <= left:
            left = line.box[2]
        elif line.box[2] >= right:
            right = line.box[0]
        else:
            return left, left
    return left, right


def _sides(region: list[list[TextLine]], gutter: float) -> tuple[list[TextLine], list[TextLine]]:
    lines = [line for row in region for line in row]
    return (
        [line for line in lines if line.box[2] <= gutter],
        [line for line in lines if line.box[2] > gutter],
    )


def _tabular(region: list[list[TextLine]], gutter: float) -> bool:
    """Whether rows are those of a table: numbers on one side, or many short cells."""
    sides = _sides(region, gutter)
    for side in sides:
        numbers = sum(_NUMBER.fullmatch(line.text) is not None for line in side)
        if numbers > 0.4 * len(side):
            return True
    wide = sum(len(row) > 2 for row in region)
    short = min(median(len(line.text) for line in side) for side in sides if side)
    return len(region) >= 3 and wide > 0.5 * len(region) and short < 15


def apart(row: Sequence[TextLine]) -> list[TextLine]:
    """What stands far apart in a row; words that were only spread out are one line."""
    parts = list(row[:1])
    for line in row[1:]:
        if line.box[0] - parts[-1].box[2] > _FAR_APART * line.size:
            parts.append(line)
        else:
            parts[-1] = glue(parts[-1], line, " ")
    return parts


# ── paragraphs ────────────────────────────────────────────────────────────────────────────


def paragraphs(block: Block) -> list[list[TextLine]]:
    """The lines of a block, those of one paragraph together."""
    step = _step(block.lines)
    found: list[list[TextLine]] = []
    for number, line in enumerate(block.lines):
        if number and not _begins(found[-1], line, block, step):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _step(lines: list[TextLine]) -> float:
    """From one line to the next, as it is mostly."""
    steps = [after.box[1] - before.box[1] for before, after in pairwise(lines)]
    return median(step for step in steps if step > 0) if any(step > 0 for step in steps) else 0.0


def _begins(paragraph: list[TextLine], line: TextLine, block: Block, step: float) -> bool:
    """Whether a line begins a paragraph of its own."""
    before = paragraph[-1]
    if broken(before.text, line.text):
        return False
    if abs(line.size - before.size) > 0.12 * before.size:
        return True
    if line.box[1] - before.box[1] > min(1.25 * step + 1, _FAR_BELOW * line.size):
        return True
    if _LEADER.search(before.text):
        return True
    if not (_SAYS.search(line.text) and _SAYS.search(before.text)):
        return True
    ended = _ENDED.search(before.text) is not None
    if _LIST_ITEM.match(line.text) and (ended or not _full(before, line, block)):
        return True
    indent = line.box[0] - paragraph[-1].box[0]
    hangs = len(paragraph) == 1 and _LIST_ITEM.match(before.text) is not None
    if indent > 0.5 * line.size and not hangs and not _centred(before, line, block):
        return ended or line.text[:1].isupper() or not _full(before, line, block)
    if _full(before, line, block):
        return False
    return ended or len(before.text) < 40 or not line.text[:1].islower()


def _full(before: TextLine, line: TextLine, block: Block) -> bool:
    """Whether the first word of a line had no room in the line before it."""
    word = line.text.partition(" ")[0]
    width = (line.box[2] - line.box[0]) / max(len(line.text), 1) * (len(word) + 0.5)
    return before.box[2] + width > block.right


def _centred(before: TextLine, line: TextLine, block: Block) -> bool:
    """Whether both lines stand in the middle of their column."""
    return all(
        one.box[0] - block.left > one.size
        and abs((one.box[0] - block.left) - (block.right - one.box[2])) < 2 * one.size
        for one in (before, line)
    )


def goes_on(before: Block, line: TextLine) -> bool:
    """Whether a paragraph that breaks off at the end of a block goes on with a line."""
    last = before.lines[-1]
    if before.rows or _ENDED.search(last.text) or _LIST_ITEM.match(line.text):
        return False
    if abs(line.size - last.size) > 0.12 * last.size:
        return False
    return _full(last, line, before) and (
        len(last.text) >= 40 or _GOES_ON.match(line.text) is not None
    )


# ── furniture and notes ───────────────────────────────────────────────────────────────────


def furniture(sheets: Sequence[Sheet]) -> dict[int, set[int]]:
    """The lines of each page that are headers, footers and page numbers.

    They stand at the edge, at the same place on three pages at least; a bare number at the
    edge is one wherever it stands.
    """
    places: defaultdict[str, list[tuple[int, int, float]]] = defaultdict(list)
    found: defaultdict[int, set[int]] = defaultdict(set)
    for sheet in sheets:
        for index, line in _at_the_edge(sheet):
            words = _DIGITS.sub("#", line.text.casefold())
            places[words].append((sheet.number, index, line.box[1]))
    enough = max(2, min(_PAGES, len(sheets)))
    for listed in places.values():
        for number, index in _repeated(listed, enough):
            found[number].add(index)
    for sheet in sheets:
        for index in _page_numbers(sheet, found[sheet.number]):
            found[sheet.number].add(index)
    return found


def _at_the_edge(sheet: Sheet) -> Iterator[tuple[int, TextLine]]:
    for index, line in enumerate(sheet.lines):
        if _is_edge(line.box, sheet.height):
            yield index, line


def _is_edge(box: Box, height: float) -> bool:
    middle = (box[1] + box[3]) / 2
    return middle < _EDGE * height or middle > (1 - _EDGE) * height


def _repeated(places: list[tuple[int, int, float]], enough: int) -> Iterator[tuple[int, int]]:
    """Of the same words the lines that stand at a height where enough pages have them."""
    heights = Counter(round(top / _SAME_PLACE) for _, _, top in places)
    for number, index, top in places:
        slot = round(top / _SAME_PLACE)
        if heights[slot - 1] + heights[slot] + heights[slot + 1] >= enough:
            yield number, index


def _page_numbers(sheet: Sheet, known: set[int]) -> Iterator[int]:
    """Bare numbers above or below everything else."""
    others = [line.box for index, line in enumerate(sheet.lines) if index not in known]
    if not others:
        return
    top, bottom = min(box[1] for box in others), max(box[3] for box in others)
    for index, line in _at_the_edge(sheet):
        outermost = line.box[1] <= top + 1 or line.box[3] >= bottom - 1
        if outermost and _PAGE_NUMBER.fullmatch(line.text):
            yield index


def notes(lines: Sequence[TextLine], height: float, body: float) -> int:
    """How many lines at the end of a page are footnotes: smaller than the text, and numbered."""
    small = 0
    for line in reversed(lines):
        if line.size > 0.92 * body or line.box[1] < 0.4 * height:
            break
        small += 1
    while small and not _NOTE.match(lines[len(lines) - small].text):
        small -= 1
    return small
