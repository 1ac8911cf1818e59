"""Tables of any format as cells, each knowing what it stands under and beside."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import regex

from pipeline.model import Box, Place
from pipeline.readers.common import Draft

__all__ = ["Cell", "Heads", "add_table", "is_label", "is_layout", "is_value", "numbers_columns"]

#: A value: a number with its signs and a short unit (``1.524``, ``65%``, ``35,2 ha``, ``-``).
_VALUE = regex.compile(
    r"[<>≥≤~±+–-]?\s*\(?\d[\d.,\s\u00a0]*(?:\s*[/:x×–-]\s*\d[\d.,]*)?\s*(?:%|‰|\p{L}{1,5}[23²³]?)?\)?"
)
#: *1. Huyện*, which is no value with its unit.
_ITEM = regex.compile(r"\d{1,2}[.)]\s+\p{Lu}")
_YEAR = regex.compile(r"(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?")
#: The row that numbers the columns: ``A B 1 2 3=2/1``, ``(1) (2) (3)``.
_COLUMN_NUMBER = regex.compile(r"\(?(?:\d{1,2}|[A-ZĐ])\)?(?:\s*=\s*[\d\s()+:/*x%-]+)?")
#: Words, a year or a unit; not the number or letter of an item.
_LABEL = regex.compile(r"\p{L}{2}|^\s*(?:%|‰|m[²³23]?|(?:19|20)\d\d)\s*$")


class Cell(NamedTuple):
    """A cell: first row and column (from 0), its text, how many rows and columns it spans.

    ``header`` says that the file marks it as one; ``weak`` are the places in ``text`` that OCR
    read with little confidence.
    """

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    header: bool = False
    box: Box | None = None
    weak: tuple[Place, ...] = ()


#: The cells of a row: where each begins, how many columns it spans, what it says.
_Row = tuple[tuple[int, int, str], ...]


class Heads(NamedTuple):
    """The headers of each column, and the rows they stood in, for a table that goes on elsewhere.

    There they are left out, repeated, or only numbered.
    """

    columns: int
    places: Mapping[int, tuple[Place, ...]]
    rows: tuple[_Row, ...] = ()


def add_table(
    draft: Draft, cells: Sequence[Cell], *, page: int | None = None, before: Heads | None = None
) -> Heads | None:
    """Add a table row by row and return its column headers; None for an empty one.

    ``before`` are the headers of the table that this one may continue.
    """
    shown = sorted((cell for cell in cells if cell.text.strip()), key=lambda cell: cell[:2])
    if not shown:
        return None
    width = max(cell.column + cell.columns for cell in cells)
    height = _header_rows(shown)
    above: dict[int, tuple[Place, ...]] = {}
    rows = tuple(row for number, row in _rows(shown).items() if number < height)
    repeated = _repeated(shown, width, height, before)
    if before is not None and repeated is not None:
        above, rows, height = dict(before.places), before.rows, repeated
    row = -1
    band: tuple[Place, ...] = ()
    alone = Counter(cell.row for cell in shown)
    beside: list[tuple[Cell, Place]] = []
    spanning: list[tuple[Cell, Place]] = []
    for cell in shown:
        if cell.row != row:
            spanning = [one for one in (*spanning, *beside) if one[0].row + one[0].rows > cell.row]
            beside = []
        columns = _above(above, cell)
        heads = () if cell.row < height else _labels(cell, (*spanning, *beside))
        if heads:
            heads = (*heads[:1], *band, *heads[1:])
        again = repeated is not None and cell.row < height
        place = draft.add(
            cell.text,
            "furniture" if again else "cell",
            headers=() if again else (*columns, *heads),
            columns=0 if again else len(columns),
            page=page,
            box=cell.box,
            weak=cell.weak,
            before="\t" if cell.row == row else "\n" if row >= 0 else "\n\n",
        )
        row = cell.row
        if place is None or again:
            continue
        if cell.row < height:
            _head(above, cell, place)
        else:
            beside.append((cell, place))
            if alone[cell.row] == 1 and cell.columns == width > 1 and is_label(cell.text):
                band = (place,)  # A line across the table is over the rows below it.
    return Heads(width, above, rows)


def _rows(cells: Sequence[Cell]) -> dict[int, _Row]:
    """The rows of a table, without those that number its columns."""
    rows: defaultdict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        rows[cell.row].append(cell)
    return {
        number: tuple((cell.column, cell.columns, " ".join(cell.text.split())) for cell in row)
        for number, row in rows.items()
        if not numbers_columns([cell.text for cell in row])
    }


def _repeated(cells: Sequence[Cell], width: int, height: int, before: Heads | None) -> int | None:
    """How many rows at the top repeat headers of the table before; None where it is another one."""
    if before is None or before.columns != width:
        return None
    rows = _rows(cells)
    texts, numbers = tuple(rows.values()), (*rows, cells[-1].row + 1)
    for start in range(len(before.rows)):
        ending = before.rows[start:]
        if texts[: len(ending)] == ending:
            return numbers[len(ending)]
    first = [cell for cell in cells if cell.row == cells[0].row]
    band = len(first) == 1 and first[0].columns == width > 1
    return numbers[0] if height <= numbers[1 if band else 0] else None


def _head(above: dict[int, tuple[Place, ...]], cell: Cell, place: Place) -> None:
    if _COLUMN_NUMBER.fullmatch(cell.text.strip()) and not _YEAR.fullmatch(cell.text.strip()):
        return
    for column in range(cell.column, cell.column + cell.columns):
        above[column] = (*above.get(column, ()), place)


def _above(above: Mapping[int, tuple[Place, ...]], cell: Cell) -> tuple[Place, ...]:
    found: dict[Place, None] = {}
    for column in range(cell.column, cell.column + cell.columns):
        found.update(dict.fromkeys(above.get(column, ())))
    return tuple(found)


def _labels(cell: Cell, left: Sequence[tuple[Cell, Place]]) -> tuple[Place, ...]:
    """What the row of a cell says ahead of it: its row header, then what else (its unit)."""
    return tuple(
        place
        for one, place in sorted(left, key=lambda pair: pair[0].column)
        if one.column < cell.column and is_label(one.text)
    )


def is_label(text: str) -> bool:
    """Whether a cell may say what the cells to its right are of; the number of an item does not.

    >>> is_label("Tỷ lệ hộ nghèo"), is_label("%"), is_label("1"), is_label("4,5"), is_label("a")
    (True, True, False, False, False)
    """
    return _LABEL.search(text) is not None and not is_value(text)


def is_value(text: str) -> bool:
    """Whether a cell holds nothing but a value; a year is a label.

    >>> is_value("1.524"), is_value("65 %"), is_value("2023"), is_value("Năm 2023")
    (True, True, False, False)
    >>> is_value("12 xã"), is_value("1. Xã")
    (True, False)
    """
    text = text.strip()
    if _YEAR.fullmatch(text) or _ITEM.match(text):
        return False
    return _VALUE.fullmatch(text) is not None


def is_layout(cells: Sequence[Cell]) -> bool:
    """Whether a table only places text: a letterhead, a signature, a frame around a page."""
    columns = {cell.column for cell in cells if cell.text.strip()}
    return len(columns) <= 2 and not any(cell.header or is_value(cell.text) for cell in cells)


def _header_rows(cells: Sequence[Cell]) -> int:
    """How many rows at the top are headers."""
    rows: defaultdict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        rows[cell.row].append(cell)
    numbers = sorted(rows)
    marked = 0
    for number in numbers:
        if not all(cell.header for cell in rows[number]):
            break
        marked = number + 1
    if marked:
        return _with_numbers(rows, numbers, marked)
    if len(numbers) < 2:
        return 0
    count = next((number for number in numbers if _is_body(rows[number])), None)
    if count is None:
        count = numbers[0] + 1
    count = max([count, *(cell.row + cell.rows for cell in cells if cell.row < count)])
    return _with_numbers(rows, numbers, count) if count <= numbers[-1] else 0


def _is_body(row: Sequence[Cell]) -> bool:
    return any(is_value(cell.text) for cell in row) and not numbers_columns(
        [cell.text for cell in row]
    )


def numbers_columns(texts: Sequence[str]) -> bool:
    """Whether the cells of a row do nothing but number the columns: *A, B, 1, 2, 3=2/1*."""
    texts = [text.strip() for text in texts]
    digits = [int(found.group()) for text in texts if (found := regex.search(r"\d+", text))]
    first = digits[0] if digits else 1
    return (
        len(texts) > 2
        and all(_COLUMN_NUMBER.fullmatch(text) for text in texts)
        and first in (1, 2)
        and digits == list(range(first, first + len(digits)))
    )


def _with_numbers(rows: Mapping[int, Sequence[Cell]], numbers: Sequence[int], count: int) -> int:
    """The header rows together with the row below them that numbers the columns."""
    for number in numbers:
        if number >= count:
            numbered = numbers_columns([cell.text for cell in rows[number]])
            return number + 1 if numbered else count
    return count
