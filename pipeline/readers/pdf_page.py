"""One page of a PDF as PDFium sees it: lines, ruled tables, fonts, pictures.

PDFium is called without its helpers where it is called for every line: a page takes about
two milliseconds so.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any, NamedTuple

import regex

from pipeline.model import Box
from pipeline.readers.common import TextLine, around, tidy
from pipeline.readers.layout import PARTED, RAISED
from pipeline.readers.legacy import Font, Legacy, Run
from pipeline.readers.ruled import Grid, Rule, grids, rules_of_box
from pipeline.readers.tables import Cell

__all__ = ["PageText", "Picture", "Written", "drawn_on", "flat", "text_of", "turn_of"]

_LINE = regex.compile(r"[^\r\n\ufffe\u0002]+[\ufffe\u0002]?")
_WORD = regex.compile(r"\S+")
_VISIBLE = regex.compile(r"\S")
#: A digit right behind a letter, digit or bracket may be a footnote's mark or an exponent.
_GLUED = regex.compile(r"(?<=[\p{L}\d%)\].,;:”\"])\d{1,2}(?!\d)")
#: Line breaks that PDFium finds inside a word: the hyphen before them is printed.
_BROKEN_WORD = str.maketrans({"\ufffe": "-", "\u0002": "-"})
#: A page with more objects is a drawing; its rules are no tables.
_MOST_OBJECTS = 20_000
_MOST_SEGMENTS = 2_000
_DEEPEST = 4
#: The direction of what runs neither across nor down.
_SLANTED = -1


class Picture(NamedTuple):
    """What is drawn on a page: its rules, and how much of it images and shapes cover."""

    rules: tuple[Rule, ...]
    covered: float
    shapes: int


class PageText(NamedTuple):
    """The text of a page: lines outside of tables, tables, and which old fonts it had.

    Lines ``aside`` run in another direction: watermarks, stamps at the edge.
    """

    lines: tuple[TextLine, ...]
    tables: tuple[tuple[Box, tuple[Cell, ...]], ...]
    fonts: Counter[str]
    irregular: bool = False
    aside: tuple[TextLine, ...] = ()

    @property
    def text(self) -> str:
        """All of it, in no particular order."""
        cells = (cell.text for _, cells in self.tables for cell in cells)
        return "\n".join((*(line.text for line in self.lines), *cells))


#: From PDFium's left, bottom, right, top to a box in points from the top left.
Turn = Callable[[float, float, float, float], Box]


def turn_of(page: Any, rotation: int) -> tuple[Turn, Turn]:
    """How boxes are turned where a page is turned clockwise by so many degrees, and back."""
    left, bottom, right, top = page.get_bbox()
    match rotation:
        case 90:
            return (
                lambda x0, y0, x1, y1: (y0 - bottom, x0 - left, y1 - bottom, x1 - left),
                lambda x0, y0, x1, y1: (y0 + left, x0 + bottom, y1 + left, x1 + bottom),
            )
        case 180:
            return (
                lambda x0, y0, x1, y1: (right - x1, y0 - bottom, right - x0, y1 - bottom),
                lambda x0, y0, x1, y1: (right - x1, y0 + bottom, right - x0, y1 + bottom),
            )
        case 270:
            return (
                lambda x0, y0, x1, y1: (top - y1, right - x1, top - y0, right - x0),
                lambda x0, y0, x1, y1: (right - y1, top - x1, right - y0, top - x0),
            )
        case _:
            return (
                lambda x0, y0, x1, y1: (x0 - left, top - y1, x1 - left, top - y0),
                lambda x0, y0, x1, y1: (x0 + left, top - y1, x1 + left, top - y0),
            )


# ── what is drawn ─────────────────────────────────────────────────────────────────────────


def drawn_on(page: Any, turn: Turn) -> Picture:
    """The rules and images of a page."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    rules: list[Rule] = []
    covered, shapes = 0.0, 0
    for number, (thing, kind, matrix) in enumerate(_objects(page)):
        if number > _MOST_OBJECTS:
            return Picture((), covered, shapes)
        box = _bounds(thing, matrix, turn)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            covered += (box[2] - box[0]) * (box[3] - box[1])
            continue
        found = list(_path_rules(thing, box, matrix, turn))
        shapes += not found
        rules.extend(found)
    width, height = page.get_size()
    return Picture(tuple(rules), covered / max(width * height, 1.0), shapes)


_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1, 0, 0, 1, 0, 0)


def _objects(page: Any) -> Iterator[tuple[Any, int, _Matrix]]:
    """The paths and images of a page and of the forms on it, with how they are placed."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    kind_of, get = pdfium.FPDFPageObj_GetType, pdfium.FPDFPage_GetObject
    wanted = {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE}
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        thing = get(page, index)
        kind = kind_of(thing)
        if kind in wanted:
            yield thing, kind, _SAME
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _objects_of_form(thing, _SAME, 0)


def _objects_of_form(form: Any, placed: _Matrix, depth: int) -> Iterator[tuple[Any, int, _Matrix]]:
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    if depth > _DEEPEST:
        return
    own = _times(_matrix(form), placed)
    for index in range(pdfium.FPDFFormObj_CountObjects(form)):
        thing = pdfium.FPDFFormObj_GetObject(form, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _objects_of_form(thing, own, depth + 1)
        elif kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            yield thing, kind, own


def _matrix(thing: Any) -> _Matrix:
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    x, y = _moved(other, a, b), _moved(other, c, d)
    origin = _moved(other, e, f)
    return (
        x[0] - other[4], x[1] - other[5], y[0] - other[4], y[1] - other[5], *origin
    )  # fmt: skip


def _moved(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(thing: Any, matrix: _Matrix, turn: Turn) -> Box:
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(thing, *sides):
        return (0.0, 0.0, 0.0, 0.0)
    left, bottom, right, top = (side.value for side in sides)
    if matrix is not _SAME:
        (left, bottom), (right, top) = _moved(matrix, left, bottom), _moved(matrix, right, top)
        left, right = min(left, right), max(left, right)
        bottom, top = min(bottom, top), max(bottom, top)
    return turn(left, bottom, right, top)


def _path_rules(thing: Any, box: Box, matrix: _Matrix, turn: Turn) -> Iterator[Rule]:
    """The rules that a path draws: one line, a box, or a whole grid."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    thin = box[2] - box[0] <= 3 or box[3] - box[1] <= 3
    segments = pdfium.FPDFPath_CountSegments(thing)
    if thin:
        yield from rules_of_box(box, framed=False)
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(thing, fill, stroke)
    if not stroke.value or segments > _MOST_SEGMENTS:
        return
    own = _times(_matrix(thing), matrix)
    for first, last in _strokes(thing, segments):
        (x0, y0), (x1, y1) = _moved(own, *first), _moved(own, *last)
        if abs(x0 - x1) < 0.5 or abs(y0 - y1) < 0.5:
            side = turn(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
            yield from rules_of_box(side, framed=False)


_Point = tuple[float, float]


def _strokes(path: Any, count: int) -> Iterator[tuple[_Point, _Point]]:
    """The straight lines of a path."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    x, y = ctypes.c_float(), ctypes.c_float()
    begun: _Point = (0.0, 0.0)
    at: _Point = (0.0, 0.0)
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begun = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield at, point
        at = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield at, begun
            at = begun


# ── what is written ───────────────────────────────────────────────────────────────────────


class Written:
    """The characters of a page by their number, their boxes, fonts and direction.

    ``rotation`` is how far the page must be turned, clockwise, for most of it to be upright.
    """

    def __init__(self, page: Any) -> None:
        import pypdfium2.raw as pdfium  # noqa: PLC0415

        self.raw = pdfium
        self.handle = page.get_textpage()
        self.text: str = self.handle.get_text_range()
        self.exact = len(self.text) == self.handle.count_chars()
        self.sides = [ctypes.c_double() for _ in range(4)]
        self.rect = pdfium.FS_RECTF()
        self.name = ctypes.create_string_buffer(128)
        self.flags = ctypes.c_int()
        self.letters = (ctypes.c_ushort * 20_000)()
        self.directions: dict[int, int] = {}
        self.rotation = self._rotation(page.get_rotation())
        self.turn, self.back = turn_of(page, self.rotation)
        #: Whether places are those that pdfplumber gives.
        self.plain = self.rotation == page.get_rotation() and page.get_bbox() == page.get_mediabox()

    def _rotation(self, missing: int) -> int:
        directions: Counter[int] = Counter()
        for line in _LINE.finditer(self.text):
            directions[self.direction(line.start())] += line.end() - line.start()
        directions.pop(_SLANTED, None)
        return directions.most_common(1)[0][0] if directions else missing

    def direction(self, place: int) -> int:
        """How far the page must be turned for a character to be upright."""
        known = self.directions.get(place)
        if known is None:
            known = self.directions[place] = self._direction(place)
        return known

    def _direction(self, place: int) -> int:
        angle: float = self.raw.FPDFText_GetCharAngle(self.handle, self.number(place))
        if not angle:
            return 0
        turned = -math.degrees(angle) % 360
        quarter = round(turned / 90) * 90
        return quarter % 360 if abs(turned - quarter) < 1 else _SLANTED

    def close(self) -> None:
        """Give the memory of the page back."""
        self.handle.close()

    def number(self, place: int) -> int:
        """The number of the character at a place in the text."""
        if self.exact:
            return place
        found: int = self.raw.FPDFText_GetCharIndexFromTextIndex(self.handle, place)
        return max(found, 0)

    def boxes(self, start: int, end: int) -> list[Box]:
        """The boxes of what was written in one go between two places."""
        first, last = self.number(start), self.number(end - 1)
        sides = self.sides
        found: list[Box] = []
        for index in range(self.raw.FPDFText_CountRects(self.handle, first, last - first + 1)):
            self.raw.FPDFText_GetRect(self.handle, index, *sides)
            left, top, right, bottom = (side.value for side in sides)
            found.append(self.turn(left, bottom, right, top))
        return found

    def letter_box(self, place: int) -> Box:
        """The box of a character, as high as its font."""
        rect = self.rect
        if not self.raw.FPDFText_GetLooseCharBox(self.handle, self.number(place), rect):
            return (0.0, 0.0, 0.0, 0.0)
        return self.turn(rect.left, rect.bottom, rect.right, rect.top)

    def size(self, place: int) -> float:
        """The size of a character's font, in whatever unit the page has."""
        found: float = self.raw.FPDFText_GetFontSize(self.handle, self.number(place))
        return found

    def font(self, place: int) -> str:
        """The name of a character's font."""
        length = self.raw.FPDFText_GetFontInfo(
            self.handle, self.number(place), self.name, len(self.name), self.flags
        )
        return self.name.value.decode("latin-1") if length else ""

    def within(self, box: Box) -> str:
        """What is written in a box, its edges left aside."""
        left, bottom, right, top = flat(self.back(box[0] + 1, box[1] + 1, box[2] - 1, box[3] - 1))
        count = self.raw.FPDFText_GetBoundedText(
            self.handle, left, top, right, bottom, self.letters, len(self.letters)
        )
        read = ctypes.string_at(self.letters, 2 * min(count, len(self.letters)))
        return read.decode("utf-16-le", "replace").rstrip("\0")


def flat(box: Box) -> Box:
    """A box whose sides are in order."""
    x0, y0, x1, y1 = box
    return (
        (x0 if x0 < x1 else x1), (y0 if y0 < y1 else y1),
        (x1 if x0 < x1 else x0), (y1 if y0 < y1 else y0),
    )  # fmt: skip


def text_of(
    written: Written,
    rules: Sequence[Rule],
    *,
    legacy: Legacy,
    cells_of: Callable[[], Sequence[Grid]],
) -> PageText:
    """The text of a page; ``cells_of`` finds the cells of a page whose grid is irregular."""
    found: Sequence[Grid] = grids(rules) if rules else ()
    irregular = not all(grid.regular for grid in found)
    if irregular and written.plain:
        found = cells_of()
    fonts: Counter[str] = Counter()
    old = legacy.suspicious(written.text)
    aside: list[TextLine] = []
    lines = list(
        _lines(written, [grid.box for grid in found], legacy if old else None, fonts, aside)
    )
    tables = [(grid.box, _cells(written, grid)) for grid in found]
    tables = [(box, cells) for box, cells in tables if any(cell.text for cell in cells)]
    if old:
        lines, tables = _cleaned(lines, tables, legacy, fonts)
    return PageText(tuple(lines), tuple(tables), fonts, irregular, tuple(aside))


def _lines(
    written: Written,
    tables: Sequence[Box],
    legacy: Legacy | None,
    fonts: Counter[str],
    aside: list[TextLine],
) -> Iterator[TextLine]:
    """The lines of a page outside of its tables; what stands far apart is two lines."""
    for start, end in _straight(written):
        boxes = written.boxes(start, end)
        whole = around(boxes)
        if whole is None or (tables and _inside(whole, tables)):
            continue
        if written.direction(start) != written.rotation:
            aside.append(TextLine(_mended(written.text[start:end]), whole))
            continue
        for first, last, box in _parts(written, start, end, boxes, whole):
            if tables and _inside(box, tables):
                continue
            line = _line(written, first, last, box, legacy, fonts, mixed=len(boxes) > 1)
            if line.text:
                yield line


def _straight(written: Written) -> Iterator[tuple[int, int]]:
    """Lines without the blanks at their ends; what runs in two directions is two lines."""
    for found in _LINE.finditer(written.text):
        start, end = _trimmed(written.text, *found.span())
        if start == end:
            continue
        if written.direction(start) == written.direction(end - 1):
            yield start, end
            continue
        letters = [letter.span() for letter in _VISIBLE.finditer(written.text, start, end)]
        for _, run in groupby(letters, key=lambda letter: written.direction(letter[0])):
            (first, last), *others = run
            yield first, others[-1][1] if others else last


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _inside(box: Box, tables: Sequence[Box]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(
        left - 1 <= x <= right + 1 and top - 1 <= y <= bottom + 1
        and box[0] >= left - 3 and box[2] <= right + 3
        for left, top, right, bottom in tables
    )  # fmt: skip


def _parts(
    written: Written, start: int, end: int, boxes: list[Box], whole: Box
) -> Iterator[tuple[int, int, Box]]:
    """A line, or its parts where blanks as wide as letters are high part them."""
    height = whole[3] - whole[1]
    if not any(
        after[0] - before[2] > PARTED * height * 0.8 or after[0] < before[0] - height
        for before, after in pairwise(boxes)
    ):
        yield start, end, whole
        return
    first = last = start
    box: Box | None = None
    for word in _WORD.finditer(written.text, start, end):
        here = around(written.boxes(*word.span()))
        if here is None:
            continue
        size = here[3] - here[1]
        if box and (here[0] - box[2] > PARTED * size or here[0] < box[0] - size):
            yield first, last, box
            first, box = word.start(), None
        box = around((box, here)) if box else here
        last = word.end()
    if box:
        yield first, last, box


def _line(
    written: Written,
    start: int,
    end: int,
    box: Box,
    legacy: Legacy | None,
    fonts: Counter[str],
    *,
    mixed: bool,
) -> TextLine:
    text = written.text[start:end]
    if legacy is not None and not text.isascii():
        text, counts = legacy.join(_runs(written, start, end, legacy))
        fonts.update(counts)
    elif mixed:
        text = _raised(written, start, end)
    _, top, _, bottom = written.letter_box(start)
    if bottom <= top:
        top, bottom = box[1], box[3]
    box = (box[0], min(top, box[1]), box[2], max(bottom, box[3]))
    return TextLine(_mended(text), box, bottom - top)


def _mended(text: str) -> str:
    """A tidy text, with the hyphens that PDFium takes for the ends of broken words."""
    if "\ufffe" in text or "\u0002" in text:
        text = text.translate(_BROKEN_WORD)
    return tidy(text)


def _runs(written: Written, start: int, end: int, legacy: Legacy) -> Iterator[Run]:
    """A line as runs of one font, word by word."""
    place = start
    font: Font | None = None
    for word in _WORD.finditer(written.text, start, end):
        if word.start() > place:
            yield Run(written.text[place : word.start()], font)
        font = legacy.font(written.font(word.start()))
        yield Run(word.group(), font)
        place = word.end()


def _raised(written: Written, start: int, end: int) -> str:
    """A line whose small raised digits are written as such: ``m²``, ``65%¹``."""
    text = written.text[start:end]

    def raised(found: regex.Match[str]) -> str:
        digits = str(found.group())
        place = start + found.start()
        small = written.size(place) < 0.9 * written.size(place - 1)
        own, before = written.letter_box(place), written.letter_box(place - 1)
        high = own[3] < before[3] - 0.15 * (before[3] - before[1])
        return digits.translate(RAISED) if small and high else digits

    return str(_GLUED.sub(raised, text))


# ── tables ────────────────────────────────────────────────────────────────────────────────


def _cells(written: Written, grid: Grid) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            frame.row,
            frame.column,
            _mended(written.within(frame.box)),
            frame.rows,
            frame.columns,
            box=frame.box,
        )
        for frame in grid.frames
    )


def _cleaned(
    lines: list[TextLine],
    tables: list[tuple[Box, tuple[Cell, ...]]],
    legacy: Legacy,
    fonts: Counter[str],
) -> tuple[list[TextLine], list[tuple[Box, tuple[Cell, ...]]]]:
    """Lines and cells whose fonts' names told nothing, by the letters that they hold."""
    texts = [line.text for line in lines]
    texts.extend(cell.text for _, cells in tables for cell in cells)
    main = fonts.most_common(1)
    if main:
        font = Font(main[0][0])
        told = [*texts[: len(lines)], *(legacy.convert(text, font) for text in texts[len(lines) :])]
    else:
        told, counts = legacy.clean(texts)
        fonts.update(counts)
    cleaned = iter(told)
    lines = [line._replace(text=next(cleaned)) for line in lines]
    tables = [
        (box, tuple(cell._replace(text=next(cleaned)) for cell in cells)) for box, cells in tables
    ]
    return lines, tables
