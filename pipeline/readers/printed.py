"""Printed pages, from a PDF or from OCR, as pieces of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.model import Box
from pipeline.readers.common import Draft, Kind, LanguageCode, Pieces, Request, TextLine
from pipeline.readers.layout import (
    Block,
    Sheet,
    apart,
    blocks,
    furniture,
    glue,
    goes_on,
    notes,
    paragraphs,
)
from pipeline.readers.spaced import cells_of
from pipeline.readers.tables import Cell, Heads, add_table

__all__ = ["PrintedPage", "pieces_of_pages"]

#: Letters so much larger than those of the text are those of a heading.
_HEADING = 1.15
_LONGEST_HEADING = 200


class PrintedPage(NamedTuple):
    """A page with its lines and tables, and the language that OCR read it in.

    Lines ``aside`` run in another direction; ``shown`` turns the boxes of a page that is not
    shown upright.
    """

    sheet: Sheet
    tables: tuple[tuple[Box, tuple[Cell, ...]], ...] = ()
    ocr: LanguageCode | None = None
    aside: tuple[TextLine, ...] = ()
    shown: Callable[[Box], Box] | None = None


@dataclass
class _Text:
    """Lines of one piece, each with its page."""

    lines: list[tuple[int, TextLine]]
    kind: Kind = "paragraph"


@dataclass
class _Table:
    """Cells of one page."""

    page: int
    cells: Sequence[Cell]


@dataclass
class _Composer:
    """Puts pages together; a paragraph may go on over columns and pages."""

    body: float
    items: list[_Text | _Table] = field(default_factory=list)
    open: tuple[_Text, Block] | None = None

    def page(self, page: PrintedPage, marked: set[int]) -> None:
        """Add a page whose ``marked`` lines are furniture."""
        sheet = page.sheet
        lines = [line for index, line in enumerate(sheet.lines) if index not in marked]
        lines.sort(key=lambda line: line.box[1])
        small = notes(lines, sheet.height, self.body)
        text, noted = lines[: len(lines) - small], lines[len(lines) - small :]
        edges = sorted((sheet.lines[index] for index in marked), key=lambda line: line.box[1])
        upper = [line for line in edges if line.box[1] < sheet.height / 2]
        self.aside(sheet.number, upper, "furniture")
        for part in _bands(text, page.tables):
            if isinstance(part, tuple):
                self.items.append(_Table(sheet.number, part))
                self.open = None
            else:
                for block in blocks(part):
                    self.block(sheet.number, block)
        for block in blocks(noted):
            for paragraph in paragraphs(block):
                self.aside(sheet.number, [*paragraph], "note", joined=True)
        lower = [line for line in edges if line not in upper]
        self.aside(sheet.number, (*lower, *page.aside), "furniture")

    def block(self, number: int, block: Block) -> None:
        """Add a block of one column."""
        if block.rows:
            self.spaced(number, block)
            return
        for index, paragraph in enumerate(paragraphs(block)):
            lines = [(number, line) for line in paragraph]
            if self.open and not index and goes_on(self.open[1], paragraph[0]):
                self.open[0].lines.extend(lines)
            else:
                text = _Text(lines, self.kind(paragraph))
                self.items.append(text)
                self.open = (text, block)
            self.open = (self.open[0], block._replace(lines=paragraph))

    def spaced(self, number: int, block: Block) -> None:
        """Add rows that no rules part: a table, or else each for itself."""
        cells = cells_of(block.rows)
        if cells:
            self.items.append(_Table(number, cells))
            self.open = None
            return
        for row in map(apart, block.rows):
            if len(row) == 2 and row[0].text.endswith(":"):
                # *Kết nạp đảng viên:      1.524* is a line of text.
                self.block(number, block._replace(lines=[glue(row[0], row[1], " ")], rows=()))
            elif len(row) > 1:
                self.items.append(_Table(number, _row(row)))
                self.open = None
            else:
                self.block(number, block._replace(lines=row, rows=()))

    def aside(
        self, number: int, lines: Sequence[TextLine], kind: Kind, *, joined: bool = False
    ) -> None:
        """Add lines that stand beside the text; what was open stays open."""
        if joined:
            self.items.append(_Text([(number, line) for line in lines], kind))
        else:
            self.items.extend(_Text([(number, line)], kind) for line in lines)

    def kind(self, paragraph: Sequence[TextLine]) -> Kind:
        """Whether a paragraph is a heading, by its letters."""
        large = min(line.size for line in paragraph) > _HEADING * self.body
        short = sum(len(line.text) for line in paragraph) <= _LONGEST_HEADING
        return "heading" if large and short else "paragraph"


def pieces_of_pages(pages: Sequence[PrintedPage], request: Request) -> Pieces:
    """The text of pages with its pieces; raises Unreadable where there is none."""
    marked = furniture([page.sheet for page in pages])
    composer = _Composer(_usual_size(pages))
    for page in pages:
        composer.page(page, marked[page.sheet.number])
    shown = {page.sheet.number: page.shown for page in pages if page.shown}
    draft = Draft(request)
    heads: tuple[int, Heads] | None = None
    for item in composer.items:
        if isinstance(item, _Text):
            draft.add_lines(_turned(item.lines, shown), item.kind)
            heads = heads if item.kind in ("furniture", "note") else None
            continue
        before = heads[1] if heads and heads[0] in (item.page, item.page - 1) else None
        turn = shown.get(item.page)
        cells = [
            cell._replace(box=turn(cell.box)) if turn and cell.box else cell for cell in item.cells
        ]
        found = add_table(draft, cells, page=item.page, before=before)
        heads = (item.page, found) if found else heads
    read = [page for page in pages if page.ocr]
    return draft.done()._replace(
        pages=len(pages), ocr_pages=len(read), notes=tuple(_ocr_notes(read))
    )


def _turned(
    lines: Sequence[tuple[int, TextLine]], shown: Mapping[int, Callable[[Box], Box]]
) -> Iterator[tuple[int, TextLine]]:
    for number, line in lines:
        turn = shown.get(number)
        yield number, line._replace(box=turn(line.box)) if turn else line


def _ocr_notes(pages: Sequence[PrintedPage]) -> Iterator[str]:
    for language in ("vi", "en"):
        numbers = [page.sheet.number for page in pages if page.ocr == language]
        if numbers:
            yield f"read by OCR ({language}): page {ranges(numbers)}"


def ranges(numbers: Sequence[int]) -> str:
    """Rising numbers in short.

    >>> ranges([1, 2, 3, 7])
    '1-3, 7'
    """
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1][1:] = [number]
        else:
            parts.append([number])
    return ", ".join("-".join(map(str, part)) for part in parts)


def _usual_size(pages: Sequence[PrintedPage]) -> float:
    """The height of most letters."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.sheet.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _bands(
    lines: Sequence[TextLine], tables: Sequence[tuple[Box, tuple[Cell, ...]]]
) -> Iterator[list[TextLine] | tuple[Cell, ...]]:
    """Lines above a table, the table, and so on down the page."""
    left = list(lines)
    for box, cells in tables:
        middle = (box[1] + box[3]) / 2
        above = [line for line in left if (line.box[1] + line.box[3]) / 2 < middle]
        left = [line for line in left if line not in above]
        yield above
        yield cells
    yield left


def _row(lines: Sequence[TextLine]) -> list[Cell]:
    """A row that no rules part."""
    return [
        Cell(0, column, line.text, box=line.box, weak=line.weak)
        for column, line in enumerate(lines)
    ]
