"""What all readers share: what they are asked, the pieces they give, the error they raise."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import regex

from pipeline.model import Box, Place
from pipeline.rulebook import Rulebook

__all__ = [
    "LONGEST",
    "Draft",
    "Kind",
    "LanguageCode",
    "Ocr",
    "Piece",
    "Pieces",
    "Request",
    "TextLine",
    "Unreadable",
    "around",
    "broken",
    "cut",
    "tidy",
]

LanguageCode = Literal["en", "vi"]
Ocr = Literal["auto", "off", "force"]
Kind = Literal["paragraph", "heading", "row", "cell", "note", "furniture"]

#: Nobody writes a paragraph of so many characters; what is longer is cut at a blank, so that
#: whatever comes after reading never meets a line of a million characters.
LONGEST = 5_000

#: All text of one report; a book of a thousand pages has three million characters.
_MOST_TEXT = 64_000_000

_SENTENCE_END = regex.compile(r"(?r)(?<=[.!?;…])\s")
_BLANK = regex.compile(r"(?r)\s")
_HALF_LETTER = regex.compile("[\ud800-\udfff]")
#: Blanks that mean nothing; those that hold the digits of a number together are kept.
_BLANKS = regex.compile(r"[\s--[\u00a0\u2007\u2009\u202f]]+", regex.VERSION1)
#: What stands for nothing in print: control codes, soft hyphens, joiners, byte order marks.
_UNPRINTED = regex.compile(
    r"[[\p{Cc}--\s]\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]+", regex.VERSION1
)


class Unreadable(Exception):
    """A file that gives no text: which, where in it, why, and what to do."""

    def __init__(self, path: str, place: str, reason: str, remedy: str) -> None:
        super().__init__(f"{path}: {place}: {reason}; {remedy}")
        self.path = path
        self.place = place
        self.reason = reason
        self.remedy = remedy


class Request(NamedTuple):
    """What a reader is asked: which file, with which cards, language and use of OCR."""

    path: Path
    rulebook: Rulebook
    language: LanguageCode | None = None
    ocr: Ocr = "auto"

    def refuse(self, reason: str, remedy: str, *, place: str = "the file") -> Unreadable:
        """The error to raise where the file cannot be read."""
        return Unreadable(str(self.path), place, reason, remedy)


class Piece(NamedTuple):
    """A stretch of text that belongs together; offsets are in the text of `Pieces`.

    ``headers`` and ``columns`` are those of a table cell, as in `Passage`; ``lines`` are the lines
    that were joined to it, where they stood on paper: start in the
    text, page, box.
    """

    start: int
    end: int
    kind: Kind = "paragraph"
    headers: tuple[Place, ...] = ()
    columns: int = 0
    page: int | None = None
    box: Box | None = None
    lines: tuple[tuple[int, int, Box], ...] = ()


class Pieces(NamedTuple):
    """The whole text (NFC) of a file and the pieces that it falls into.

    ``weak`` are the places that OCR read with little confidence; ``title`` and ``issued``
    what the file's own metadata say.
    """

    text: str
    pieces: tuple[Piece, ...]
    notes: tuple[str, ...] = ()
    weak: tuple[Place, ...] = ()
    pages: int | None = None
    ocr_pages: int = 0
    title: str | None = None
    issued: str | None = None
    language: LanguageCode | None = None


class TextLine(NamedTuple):
    """A printed line: its text, where it stands (points from the top left), what is weak in it.

    ``size`` is the height of its letters, ``weak`` are places in ``text``.
    """

    text: str
    box: Box
    size: float = 0.0
    weak: tuple[Place, ...] = ()


class Draft:
    """A text that grows piece by piece; every piece is tidied once, when it is added."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.parts: list[str] = []
        self.length = 0
        self.pieces: list[Piece] = []
        self.weak: list[Place] = []

    def add(
        self,
        text: str,
        kind: Kind = "paragraph",
        *,
        headers: tuple[Place, ...] = (),
        columns: int = 0,
        page: int | None = None,
        box: Box | None = None,
        weak: tuple[Place, ...] = (),
        before: str = "\n\n",
    ) -> Place | None:
        """Add a text as a piece and return its place; None where it prints nothing."""
        given, text = text, tidy(text)
        if not text:
            return None
        start = self._append(text, before)
        if weak and text != given:
            weak = ((0, len(text)),)  # Its places are no longer those of what was read.
        self.weak.extend((start + first, start + last) for first, last in weak)
        for first, last in cut(text):
            self.pieces.append(
                Piece(start + first, start + last, kind, headers, columns, page, box)
            )
        return start, start + len(text)

    def add_lines(
        self, lines: Iterable[tuple[int, TextLine]], kind: Kind = "paragraph"
    ) -> Place | None:
        """Add lines, each with its page, as one piece; None where they print nothing."""
        joined = ""
        starts: list[tuple[int, int, Box]] = []
        weak: list[Place] = []
        for page, line in lines:
            if joined:
                joined += "" if broken(joined, line.text) else " "
            starts.append((len(joined), page, line.box))
            weak.extend((len(joined) + first, len(joined) + last) for first, last in line.weak)
            joined += line.text
        if not joined:
            return None
        start = self._append(joined, "\n\n")
        self.weak.extend((start + first, start + last) for first, last in weak)
        for first, last in cut(joined):
            held = [one for one in starts if first <= one[0] < last] or starts[-1:]
            page = held[0][1]
            self.pieces.append(
                Piece(
                    start + first,
                    start + last,
                    kind,
                    page=page,
                    box=around(box for _, there, box in held if there == page),
                    lines=tuple((start + at, there, box) for at, there, box in held)
                    if len(held) > 1
                    else (),
                )
            )
        return start, start + len(joined)

    def _append(self, text: str, before: str) -> int:
        if self.length:
            self.parts.append(before)
            self.length += len(before)
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        if self.length > _MOST_TEXT:
            reason = f"it holds more than {_MOST_TEXT // 1_000_000} million characters"
            raise self.request.refuse(reason, "split it into parts")
        return start

    def done(self) -> Pieces:
        """The whole text with its pieces; raises Unreadable where there is none."""
        if not self.pieces:
            raise self.request.refuse("it holds no text", "nothing to read")
        return Pieces("".join(self.parts), tuple(self.pieces), weak=tuple(self.weak))


def tidy(text: str) -> str:
    r"""A printed text in NFC, with single blanks and nothing that does not print.

    >>> tidy(" báo\r\ncáo ")
    'báo cáo'
    """
    if text.isprintable():
        text = " ".join(text.split())
    else:
        text = _UNPRINTED.sub("", _HALF_LETTER.sub("\ufffd", text))
        text = _BLANKS.sub(" ", text).strip()
    return unicodedata.normalize("NFC", text)


def cut(text: str) -> Iterator[Place]:
    """The places of a text, one unless it is longer than any paragraph."""
    start = 0
    while len(text) - start > LONGEST:
        stop = start + LONGEST
        for mark in (_SENTENCE_END, _BLANK):
            found = mark.search(text, start + LONGEST // 2, stop)
            if found:
                break
        end = found.start() if found else stop
        yield start, end
        start = found.end() if found else stop
    if start < len(text):
        yield start, len(text)


def around(boxes: Iterable[Box]) -> Box | None:
    """The box around boxes."""
    listed = list(boxes)
    if not listed:
        return None
    left, top, right, bottom = zip(*listed, strict=True)
    return min(left), min(top), max(right), max(bottom)


def broken(before: str, after: str) -> bool:
    """Whether two lines were one word: ``18-|NQ/TW``, ``commune-|level``."""
    return before[-1:] in ("-", "/", "‑") and before[-2:-1].isalnum() and after[:1].isalnum()
