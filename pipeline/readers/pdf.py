"""PDF: text and ruled tables by PDFium, scans by OCR, page after page."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import Any

import regex

from pipeline.model import Box
from pipeline.readers.common import LanguageCode, Pieces, Request, Unreadable
from pipeline.readers.layout import Sheet
from pipeline.readers.legacy import Legacy, legacy_of
from pipeline.readers.ocr import DPI, MOST_PIXELS, Scan, read_picture
from pipeline.readers.pdf_page import PageText, Picture, Written, drawn_on, flat, text_of, turn_of
from pipeline.readers.printed import PrintedPage, pieces_of_pages, ranges
from pipeline.readers.ruled import Frame, Grid

__all__ = ["read_pdf"]

#: The end of a PDF says so; what comes after it is at most a signature or a stray page.
_TAIL = 4096
#: A page with less text than this and a picture is a scan.
_FEW = 50
#: Text of which fewer words are plain ones, in both languages, is no text (a broken font).
_READABLE = 0.15
_ENOUGH_WORDS = 20
#: OCR must be better by so much before a page's own text is given up.
_BETTER = 0.2
#: So much of a page an image covers, or so many shapes there are, where it is a scan.
_COVERED = 0.05
_SHAPES = 200
#: A report of more pages is a library.
_MOST_PAGES = 5_000
#: A page, or a stream of objects that may hold pages.
_PAGE = regex.compile(rb"/Type\s*/(?:Page(?![A-Za-z])|ObjStm)")
_PROGRAM_TITLE = regex.compile(
    r"(?i)^(?:microsoft |untitled|\(?anonymous|document\d*$)|\.(?:docx?|pdf|xlsx?|rtf)$"
)


def read_pdf(content: bytes, request: Request) -> Pieces:
    """The text of a PDF with its tables, page by page."""
    document = _opened(content, request)
    try:
        reader = _Reader(document, content, request)
        pages = list(reader.pages())
        if not pages:
            raise reader.failures[0] if reader.failures else _no_pages(request)
        try:
            pieces = pieces_of_pages(pages, request)
        except Unreadable:
            raise reader.failures[0] if reader.failures else reader.no_text() from None
        title = str(document.get_metadata_dict().get("Title") or "").strip()
        return pieces._replace(
            pages=len(document),
            notes=(*pieces.notes, *reader.notes()),
            title=None if not title or _PROGRAM_TITLE.search(title) else title,
        )
    finally:
        document.close()


def _opened(content: bytes, request: Request) -> Any:
    """The file as PDFium's document."""
    import pypdfium2  # noqa: PLC0415
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        # PDFium may still have the error of the file before this one.
        if error.err_code == pdfium.FPDF_ERR_PASSWORD and b"/Encrypt" in content:
            remedy = "take its password off: qpdf --decrypt --password=PASSWORD FILE OUT.pdf"
            raise request.refuse("it is encrypted with a password", remedy) from None
        if _cut_off(content):
            raise _truncated(content, request) from None
        if not _PAGE.search(content):
            raise _no_pages(request) from None
        raise request.refuse(f"it is damaged ({error})", "repair it: qpdf FILE OUT.pdf") from None
    if _cut_off(content):
        document.close()
        raise _truncated(content, request)
    if not len(document):
        raise _no_pages(request)
    if len(document) > _MOST_PAGES:
        reason = f"it has {len(document)} pages"
        document.close()
        raise request.refuse(reason, f"split it: {_MOST_PAGES} pages are read at most")
    return document


def _no_pages(request: Request) -> Unreadable:
    return request.refuse("it has no pages", "download or export it again")


def _cut_off(content: bytes) -> bool:
    tail = max(_TAIL, len(content) // 20)
    return b"%%EOF" not in content[-tail:]


def _truncated(content: bytes, request: Request) -> Unreadable:
    return request.refuse(
        "it is cut off: its end is missing",
        "download or copy it again; what is left of it: qpdf FILE OUT.pdf",
        place=f"byte {len(content)}",
    )


class _Reader:
    """Reads one page after the other, and remembers what has to be told."""

    def __init__(self, document: Any, content: bytes, request: Request) -> None:
        self.document = document
        self.content = content
        self.request = request
        self.legacy: Legacy = legacy_of(request.rulebook)
        self.likely: LanguageCode | None = None
        self.fonts: Counter[str] = Counter()
        self.failures: list[Unreadable] = []
        self.irregular: list[int] = []
        self.scans: list[int] = []

    def pages(self) -> Iterator[PrintedPage]:
        """Every page that can be read; each is given back before the next."""
        with ExitStack() as stack:
            self.plumber = _Plumber(self.content, stack)
            for index in range(len(self.document)):
                try:
                    page = self.document[index]
                except RuntimeError as error:
                    self.fail(index + 1, f"it is damaged ({error})", "repair it: qpdf FILE OUT.pdf")
                    continue
                try:
                    yield self.page(page, index + 1)
                finally:
                    page.close()

    def fail(self, number: int, reason: str, remedy: str) -> None:
        """Remember a page that cannot be read."""
        self.failures.append(self.request.refuse(reason, remedy, place=f"page {number}"))

    def page(self, page: Any, number: int) -> PrintedPage:
        """One page, by its text or by its picture."""
        written = Written(page)
        try:
            drawn = drawn_on(page, written.turn)
            text = self.text(written, drawn, number)
        finally:
            written.close()
        if self.needs_ocr(text, drawn):
            scan = self.scan(page, number, text)
            if scan is not None:
                self.likely = scan.language
                width, height = page.get_size()
                sheet = Sheet(number, width, height, scan.lines)
                return PrintedPage(sheet, scan.tables, ocr=scan.language)
        self.fonts.update(text.fonts)
        if text.irregular:
            self.irregular.append(number)
        return _printed(page, number, written, text)

    def text(self, written: Written, drawn: Picture, number: int) -> PageText:
        """The text of a page; none where all is to be read by OCR."""
        if self.request.ocr == "force":
            return PageText((), (), Counter())
        return text_of(
            written,
            drawn.rules,
            legacy=self.legacy,
            cells_of=lambda: self.plumber.grids(number),
        )

    def needs_ocr(self, text: PageText, drawn: Picture) -> bool:
        """Whether a page has to be read from its picture."""
        if self.request.ocr != "auto":
            return self.request.ocr == "force"
        written = text.text
        if len(written.strip()) < _FEW:
            return drawn.covered > _COVERED or drawn.shapes > _SHAPES
        words, vietnamese, english = self.legacy.shares(written)
        share = max(vietnamese, english)
        if share >= _READABLE and words >= _ENOUGH_WORDS:
            self.likely = "vi" if vietnamese >= english else "en"
        return words >= _ENOUGH_WORDS and share < _READABLE

    def scan(self, page: Any, number: int, text: PageText) -> Scan | None:
        """What OCR reads on a page; None where the page's own text is as good."""
        picture, dpi = _picture(page)
        try:
            scan = read_picture(
                picture, dpi=dpi, request=self.request, likely=self.likely, place=f"page {number}"
            )
        except Unreadable as error:
            self.failures.append(error)
            self.scans.append(number)
            return None
        _, vietnamese, english = self.legacy.shares(text.text)
        if len(text.text) >= _FEW and scan.share < max(vietnamese, english) + _BETTER:
            return None
        return scan

    def no_text(self) -> Unreadable:
        """The error of a document in which nothing is written."""
        if self.request.ocr == "off":
            return self.request.refuse("it has no text layer", "read it with --ocr auto")
        return self.request.refuse("nothing is written on its pages", "nothing to read")

    def notes(self) -> Iterator[str]:
        """What a person should know of how it was read."""
        for failure in self.failures:
            yield f"{failure.place} was not read: {failure.reason}; {failure.remedy}"
        for name, count in self.fonts.items():
            yield f"{count} characters or lines of {name.upper()} fonts in Unicode"
        if self.irregular:
            yield f"tables without a regular grid: page {ranges(self.irregular)}"


def _printed(page: Any, number: int, written: Written, text: PageText) -> PrintedPage:
    """A page upright, and how its boxes stand where it is shown another way up."""
    width, height = page.get_size()
    rotation = page.get_rotation()
    if (rotation - written.rotation) % 180:
        width, height = height, width
    turn, _ = turn_of(page, rotation)
    return PrintedPage(
        Sheet(number, width, height, text.lines),
        text.tables,
        aside=text.aside,
        shown=None if rotation == written.rotation else lambda box: turn(*flat(written.back(*box))),
    )


def _picture(page: Any) -> tuple[bytes, float]:
    """A page as a grey picture (PNM), and its dots per inch."""
    width, height = page.get_size()
    scale = DPI / 72
    points = width * height * scale * scale
    if points > MOST_PIXELS:
        scale *= (MOST_PIXELS / points) ** 0.5
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        data = memoryview(bitmap.buffer)
        rows = (
            bytes(data[start : start + bitmap.width])
            for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
        )
        head = f"P5 {bitmap.width} {bitmap.height} 255\n".encode()
        return head + b"".join(rows), scale * 72
    finally:
        bitmap.close()


class _Plumber:
    """pdfplumber, opened when the first page needs it: for grids that are not regular."""

    def __init__(self, content: bytes, stack: ExitStack) -> None:
        self.content = content
        self.stack = stack
        self.opened: Any = None

    def grids(self, number: int) -> Sequence[Grid]:
        """The tables of a page."""
        if self.opened is None:
            import pdfplumber  # noqa: PLC0415

            self.opened = self.stack.enter_context(pdfplumber.open(io.BytesIO(self.content)))
        page = self.opened.pages[number - 1]
        try:
            return [_grid_of(table.bbox, table.cells) for table in page.find_tables()]
        finally:
            page.close()


def _grid_of(box: Box, cells: Sequence[Box]) -> Grid:
    """Cells of pdfplumber as frames: rows and columns are the edges that cells have."""
    xs = _edges([cell[0] for cell in cells] + [cell[2] for cell in cells])
    ys = _edges([cell[1] for cell in cells] + [cell[3] for cell in cells])
    frames = []
    for cell in sorted(cells, key=lambda one: (one[1], one[0])):
        left, right = _nearest(xs, cell[0]), _nearest(xs, cell[2])
        top, bottom = _nearest(ys, cell[1]), _nearest(ys, cell[3])
        frames.append(Frame(top, left, max(bottom - top, 1), max(right - left, 1), cell))
    return Grid(box, tuple(frames), True)


def _edges(places: list[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > 3:
            edges.append(place)
    return edges


def _nearest(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - place))
