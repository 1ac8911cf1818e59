"""Pictures of pages to lines of text, by the program tesseract, and image files as reports.

One language at a time: with `vie` and `eng` together QĐ becomes QD. What tesseract is not
sure of is marked as weak, and never repaired.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import regex

from pipeline.model import Box, Place
from pipeline.readers.common import LanguageCode, Pieces, Request, TextLine, around, tidy
from pipeline.readers.layout import PARTED, Sheet, rows_of
from pipeline.readers.legacy import legacy_of
from pipeline.readers.printed import PrintedPage, pieces_of_pages
from pipeline.readers.ruled import Frame
from pipeline.readers.scanned import Ruling, ruling_of
from pipeline.readers.tables import Cell

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["DPI", "MOST_PIXELS", "Scan", "read_image", "read_picture"]

#: What tesseract is trained for; a page of A4 has 8.7 million points so.
DPI = 300
#: An A0 poster at 200 dpi; what is larger is a bomb, or would take minutes.
MOST_PIXELS = 64_000_000
#: A dense page takes four seconds; one that takes longer is a photograph of a forest.
_SECONDS = 120
#: Below this confidence of 100 half the words were wrong, above it one in a hundred (tried on
#: six pages of two languages, clean and noisy).
_SURE = 60.0
#: Of text in a language so many words are plain ones at least; else the other is tried.
_FITS = 0.3
_MOST_FRAMES = 500

_D_TWICE = regex.compile("[ĐÐ]{2}")
_PER_MILLE = regex.compile(r"(?<=\d)%[oO0]")
#: What is left of ruling lines.
_OF_LINES = regex.compile(r"[_|¦\s]+")
_PROGRAMS = {"vi": "vie", "en": "eng"}
_REMEDY = "apt install tesseract-ocr tesseract-ocr-vie"


class Scan(NamedTuple):
    """What was read from a picture: its lines, in which language, how much is plain words.

    What stands in ``tables``, each with its box, is not among the lines.
    """

    lines: tuple[TextLine, ...]
    language: LanguageCode
    share: float
    tables: tuple[tuple[Box, tuple[Cell, ...]], ...] = ()


class _Word(NamedTuple):
    text: str
    left: float
    top: float
    right: float
    bottom: float
    sure: float


def read_picture(
    picture: bytes,
    *,
    dpi: float,
    request: Request,
    likely: LanguageCode | None = None,
    place: str = "the file",
) -> Scan:
    """The lines of a picture (PNG, PNM) in points; raises Unreadable where tesseract is missing.

    The language that was asked for decides, else the likely one; the other is tried where
    hardly a word is plain in it.
    """
    legacy = legacy_of(request.rulebook)
    ruling = ruling_of(picture, dpi)
    first: LanguageCode = request.language or likely or "vi"

    def scanned(language: LanguageCode) -> Scan:
        cleared = ruling.picture if ruling else picture
        table = _tesseract(cleared, _PROGRAMS[language], dpi, request, place)
        words = _words(table, 72 / dpi, ruled=ruling is not None)
        text = "\n".join(" ".join(word.text for word in line) for line in words)
        _, vietnamese, english = legacy.shares(text)
        return _scan(words, ruling, language, vietnamese if language == "vi" else english)

    scan = scanned(first)
    if request.language is not None or scan.share >= _FITS or not (scan.lines or scan.tables):
        return scan
    return max(scan, scanned("en" if first == "vi" else "vi"), key=lambda one: one.share)


def _scan(
    words: Sequence[Sequence[_Word]], ruling: Ruling | None, language: LanguageCode, share: float
) -> Scan:
    """Words, a line at a time, as lines and tables; letters are as high as they mostly are."""
    usual = median(map(_height, words)) if words else 0.0
    outside, inside = _placed(words, ruling)
    lines = [_line(part, usual) for line in outside for part in _parts(line, usual)]
    tables = []
    for number, grid in enumerate(ruling.grids if ruling else ()):
        cells = tuple(
            _cell(frame, [_line(line, usual) for line in inside.get((number, frame), ())])
            for frame in grid.frames
        )
        if ruling and any(cell.text for cell in cells):
            tables.append((ruling.printed(grid.box), cells))
    return Scan(tuple(lines), language, share, tuple(tables))


def _placed(
    words: Sequence[Sequence[_Word]], ruling: Ruling | None
) -> tuple[list[list[_Word]], dict[tuple[int, Frame], list[list[_Word]]]]:
    """The lines outside of tables, and those in each cell; a line may go through several."""
    if ruling is None:
        return [list(line) for line in words], {}
    outside: list[list[_Word]] = []
    inside: dict[tuple[int, Frame], list[list[_Word]]] = {}
    for line in words:
        placed = [_frame(word, ruling) for word in line]
        for frame in dict.fromkeys(placed):
            part = [word for word, one in zip(line, placed, strict=True) if one == frame]
            (outside if frame is None else inside.setdefault(frame, [])).append(part)
    return outside, inside


def _frame(word: _Word, ruling: Ruling) -> tuple[int, Frame] | None:
    """The cell that the middle of a word stands in."""
    x, y = ruling.upright((word.left + word.right) / 2, (word.top + word.bottom) / 2)
    for number, grid in enumerate(ruling.grids):
        left, top, right, bottom = grid.box
        if not (left <= x <= right and top <= y <= bottom):
            continue
        for frame in grid.frames:
            x0, y0, x1, y1 = frame.box
            if x0 <= x <= x1 and y0 <= y <= y1:
                return number, frame
    return None


def _cell(frame: Frame, lines: Sequence[TextLine]) -> Cell:
    """The lines in a frame, from top to bottom, as its text."""
    text = ""
    weak: list[Place] = []
    for line in (line for row in rows_of(lines) for line in row):
        start = len(text) + bool(text)
        text = f"{text} {line.text}" if text else line.text
        weak.extend((start + first, start + last) for first, last in line.weak)
    box = around(line.box for line in lines)
    return Cell(frame.row, frame.column, text, frame.rows, frame.columns, box=box, weak=tuple(weak))


# ── tesseract ─────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=4)
def _installed(path: str | None) -> tuple[str | None, frozenset[str]]:
    """Where tesseract is, and its languages; asked once."""
    program = shutil.which("tesseract", path=path)
    if program is None:
        return None, frozenset()
    done = subprocess.run(  # noqa: S603
        [program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False
    )
    return program, frozenset(done.stdout.split())


def _tesseract(picture: bytes, language: str, dpi: float, request: Request, place: str) -> str:
    """The words of a picture as tesseract's table."""
    program, languages = _installed(os.environ.get("PATH"))
    if program is None:
        raise request.refuse("it is a scan, and tesseract is not installed", _REMEDY, place=place)
    if language not in languages:
        reason = f"it is a scan, and tesseract lacks its language {language}"
        raise request.refuse(reason, _REMEDY, place=place)
    command = [program, "stdin", "stdout", "-l", language, "--psm", "3"]
    command += ["--dpi", str(round(dpi)), "-c", "preserve_interword_spaces=1", "tsv"]
    try:
        done = subprocess.run(  # noqa: S603
            command,
            input=picture,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        reason = f"OCR took more than {_SECONDS} seconds"
        raise request.refuse(reason, "scan it again at 300 dpi", place=place) from None
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", b"") or str(error).encode()
        reason = f"tesseract failed: {tidy(said.decode('utf-8', 'replace'))[:200]}"
        raise request.refuse(reason, "baocao doctor", place=place) from error
    return done.stdout.decode("utf-8", "replace")


def _words(table: str, scale: float, *, ruled: bool) -> list[list[_Word]]:
    """The words of tesseract's table line by line, in points; bars of ``ruled`` pages are none."""
    words: defaultdict[tuple[str, ...], list[_Word]] = defaultdict(list)
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != "5" or not cells[11].strip():
            continue
        if ruled and _OF_LINES.fullmatch(cells[11]):
            continue
        left, top, width, height = (float(cell) * scale for cell in cells[6:10])
        word = _Word(tidy(cells[11]), left, top, left + width, top + height, float(cells[10]))
        words[tuple(cells[1:5])].append(_mended(word))
    return list(words.values())


def _mended(word: _Word) -> _Word:
    """A word without what tesseract does to one letter; it stays doubtful.

    It gives Đ as the Icelandic Ð or as both, and has no sign for per mille.
    """
    text = _PER_MILLE.sub("‰", _D_TWICE.sub("Đ", word.text)).replace("Ð", "Đ").replace("ð", "đ")
    same = len(text) == len(word.text) and "‰" not in text
    return word._replace(text=text, sure=word.sure if same else 0.0)


def _height(words: Sequence[_Word]) -> float:
    return median(word.bottom - word.top for word in words)


def _parts(words: Sequence[_Word], usual: float) -> Iterator[list[_Word]]:
    """The words of a line; what stands far apart is two lines."""
    part: list[_Word] = []
    for word in words:
        if part and word.left - part[-1].right > 2 * PARTED * usual:
            yield part
            part = []
        part.append(word)
    if part:
        yield part


def _line(words: Sequence[_Word], usual: float) -> TextLine:
    height = _height(words)
    size = usual * 1.35 if 0.7 * usual < height < 1.5 * usual else height * 1.35
    base = median(word.bottom for word in words)
    text = ""
    weak: list[Place] = []
    for word in words:
        start = len(text) + bool(text)
        text = f"{text} {word.text}" if text else word.text
        if word.sure < _SURE:
            weak.append((start, len(text)))
    box = (words[0].left, base - size, max(word.right for word in words), base + 0.1 * size)
    return TextLine(text, box, size, tuple(weak))


# ── image files ───────────────────────────────────────────────────────────────────────────


def read_image(content: bytes, request: Request) -> Pieces:
    """A photographed or scanned page, or the pages of a TIFF."""
    if request.ocr == "off":
        raise request.refuse("it is an image, and OCR is off", "read it with --ocr auto")
    pages: list[PrintedPage] = []
    likely: LanguageCode | None = None
    for number, picture, dpi in _frames(content, request):
        scan = read_picture(
            picture, dpi=dpi, request=request, likely=likely, place=f"page {number}"
        )
        likely = scan.language
        sheet = Sheet(number, 595, 842, scan.lines)
        pages.append(PrintedPage(sheet, scan.tables, ocr=scan.language))
    return pieces_of_pages(pages, request)


def _frames(content: bytes, request: Request) -> Iterator[tuple[int, bytes, float]]:
    """The pictures of an image file, grey and large enough to be read."""
    from PIL import Image, ImageSequence, UnidentifiedImageError  # noqa: PLC0415

    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "TIFF")) as image:
            for number, frame in enumerate(ImageSequence.Iterator(image), 1):
                if number > _MOST_FRAMES:
                    raise request.refuse(f"it has more than {_MOST_FRAMES} pages", "split it")
                if frame.width * frame.height > MOST_PIXELS:
                    reason = f"it is {frame.width} x {frame.height} points large"
                    remedy = "scan it at 300 dpi"
                    raise request.refuse(reason, remedy, place=f"page {number}")
                yield number, *_prepared(frame)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError) as error:
        reason = f"the image cannot be used ({error})"
        raise request.refuse(reason, "scan it again at 300 dpi") from error


def _prepared(frame: Image) -> tuple[bytes, float]:
    """A picture as grey PNM upright on white, and its dots per inch."""
    from PIL import Image, ImageOps  # noqa: PLC0415

    upright = ImageOps.exif_transpose(frame) or frame
    if upright.mode in ("RGBA", "LA", "P", "PA"):
        page = Image.new("RGBA", upright.size, "white")
        page.alpha_composite(upright.convert("RGBA"))
        upright = page
    grey = upright.convert("L")
    dpi = _dots(grey.width, grey.height, frame.info.get("dpi"))
    if dpi < 0.8 * DPI:
        factor = DPI / dpi
        size = (round(grey.width * factor), round(grey.height * factor))
        if size[0] * size[1] <= MOST_PIXELS:
            grey, dpi = grey.resize(size, Image.Resampling.LANCZOS), DPI
    written = io.BytesIO()
    grey.save(written, "PPM")
    return written.getvalue(), dpi


def _dots(width: int, height: int, stated: tuple[float, float] | None) -> float:
    """The dots per inch of an image: what it says, unless a page of A4 says otherwise."""
    long, short = max(width, height), max(min(width, height), 1)
    as_page = long / 11.69
    if stated and 100 < float(stated[0]) <= 1200:
        return float(stated[0])
    if 1.2 < long / short < 1.6:
        return min(max(as_page, 72.0), 600.0)
    return 150.0
