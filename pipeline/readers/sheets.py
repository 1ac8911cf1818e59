"""Spreadsheets (.xlsx) and delimited text (.csv, .tsv) as tables of cells.

A workbook keeps numbers and how they are shown; what is shown is what a report says, in the
number format of its language: 0.2687 shown as a percentage is ``26,87%``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import regex

from pipeline.readers.common import Draft, LanguageCode, Pieces, Request
from pipeline.readers.legacy import legacy_of
from pipeline.readers.package import Package, has_document_type
from pipeline.readers.tables import Cell, add_table
from pipeline.readers.text import decode, detect_language

__all__ = ["read_csv", "read_xlsx"]

#: A statistical yearbook has a few hundred thousand cells.
_MOST_CELLS = 1_000_000
_MOST_COLUMNS = 1_000
#: Below this size a workbook is opened whole, so that merged cells are known.
_SMALL = 20 * 2**20
_SAMPLE = 200
_DELIMITERS = ",;\t|"
_FORMAT_DECIMALS = regex.compile(r"[0#?]\.([0#?]+)")
_QUOTED = regex.compile(r"\"[^\"]*\"|\\.|\[[^\]]*\]|_.|\*.")
_WORDS = regex.compile(r"\p{L}{2,}")


def read_csv(content: bytes, request: Request) -> Pieces:
    """Delimited text; the delimiter is found."""
    legacy = legacy_of(request.rulebook)
    text, encoding = decode(content, request.path, legacy)
    lines, counts = legacy.clean(text.splitlines(keepends=True))
    delimiter = _delimiter(lines)
    rows = csv.reader(lines, delimiter=delimiter)
    draft = Draft(request)
    csv.field_size_limit(10_000_000)
    add_table(draft, list(_csv_cells(rows, request)))
    name = {"\t": "tab", ";": "semicolon", ",": "comma", "|": "bar"}[delimiter]
    notes = [f"encoding {encoding}", f"delimited by {name}"]
    notes.extend(legacy.told(counts))
    return draft.done()._replace(notes=tuple(notes))


def _delimiter(lines: Sequence[str]) -> str:
    """The delimiter that parts most lines into the same number of cells."""
    sample = [line for line in lines[:_SAMPLE] if line.strip()]

    def score(delimiter: str) -> tuple[float, int]:
        widths = [len(row) for row in csv.reader(sample, delimiter=delimiter)]
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) / len(widths) if usual > 1 else 0.0, usual)

    return max(_DELIMITERS, key=score) if sample else ","


def _csv_cells(rows: Iterator[list[str]], request: Request) -> Iterator[Cell]:
    count = 0
    try:
        for number, row in enumerate(rows):
            count += len(row)
            if count > _MOST_CELLS:
                raise _too_many(request)
            for column, text in enumerate(row[:_MOST_COLUMNS]):
                yield Cell(number, column, text.strip())
    except csv.Error as error:
        raise request.refuse(f"it is no table ({error})", "read it as .txt") from error


def _too_many(request: Request) -> Exception:
    reason = f"it has more than {_MOST_CELLS} cells"
    return request.refuse(reason, "split it, or keep only the sheets of the report")


def read_xlsx(content: bytes, request: Request) -> Pieces:
    """A workbook, sheet by sheet; what formulas give is what was saved with them."""
    from openpyxl import load_workbook  # noqa: PLC0415

    with Package(content, request) as package:
        for name in package.sizes:
            if name.endswith((".xml", ".rels")) and has_document_type(_head(package, name)):
                reason = "it declares XML entities, which no office program writes"
                raise request.refuse(reason, "do not open it; ask for another copy", place=name)
        small = sum(part.file_size for part in package.sizes.values()) <= _SMALL
    workbook = load_workbook(
        io.BytesIO(content), read_only=not small, data_only=True, keep_links=False
    )
    try:
        sheets = [(sheet.title, list(_rows(sheet, request))) for sheet in workbook.worksheets]
        merged = [_merged(sheet) if small else {} for sheet in workbook.worksheets]
    finally:
        workbook.close()
    language = request.language or _language(sheets, request)
    draft = Draft(request)
    for (title, rows), spans in zip(sheets, merged, strict=True):
        cells = [
            Cell(row, column, _shown(value, shown_as, language), *spans.get((row, column), (1, 1)))
            for row, column, value, shown_as in rows
        ]
        if any(cell.text.strip() for cell in cells):
            draft.add(title, "heading")
            add_table(draft, cells)
    return draft.done()


def _head(package: Package, name: str) -> bytes:
    with package.archive.open(name) as part:
        return part.read(65536)


_Value = tuple[int, int, Any, str]


def _rows(sheet: Any, request: Request) -> Iterator[_Value]:
    """The cells of a sheet that hold something: row, column, value, format."""
    count = 0
    for number, row in enumerate(
        sheet.iter_rows(max_col=min(sheet.max_column or 1, _MOST_COLUMNS))
    ):
        for column, cell in enumerate(row):
            if cell.value is None:
                continue
            count += 1
            if count > _MOST_CELLS:
                raise _too_many(request)
            yield number, column, cell.value, str(cell.number_format or "General")


def _merged(sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """The spans of merged cells, in rows and columns, by the place of the first one."""
    return {
        (area.min_row - 1, area.min_col - 1): (
            area.max_row - area.min_row + 1,
            area.max_col - area.min_col + 1,
        )
        for area in sheet.merged_cells.ranges
    }


def _language(sheets: Sequence[tuple[str, Sequence[_Value]]], request: Request) -> LanguageCode:
    words = (
        value
        for _, rows in sheets
        for _, _, value, _ in rows[:2000]
        if isinstance(value, str) and _WORDS.search(value)
    )
    return detect_language(" ".join(words), request.rulebook)


def _shown(value: Any, shown_as: str, language: LanguageCode) -> str:
    """A value as its cell shows it.

    >>> _shown(0.2687, "0.00%", "vi"), _shown(1524, "#,##0", "vi"), _shown(35.2, "General", "en")
    ('26,87%', '1.524', '35.2')
    """
    match value:
        case bool():
            return ""
        case datetime() if value.time() != time():
            return value.strftime("%H:%M %d/%m/%Y")
        case date():
            return value.strftime("%d/%m/%Y")
        case int() | float():
            return _number(value, shown_as, language)
        case _:
            return str(value)


def _number(value: float, shown_as: str, language: LanguageCode) -> str:
    shape = _QUOTED.sub("", shown_as.partition(";")[0])
    percent = "%" in shape
    number = Decimal(repr(value)) * (100 if percent else 1)
    decimals = _FORMAT_DECIMALS.search(shape)
    if decimals:
        text = f"{number:,.{len(decimals.group(1))}f}"
    elif shape.strip() in ("General", "@", ""):
        text = f"{Decimal(f'{number:.12g}').normalize():f}"
    else:
        text = f"{number:,.0f}" if any(sign in shape for sign in "0#") else f"{number:f}"
    if "," not in shape:
        text = text.replace(",", "")
    if language == "vi":
        text = text.translate(str.maketrans(",.", ".,"))
    return f"{text}%" if percent else text
