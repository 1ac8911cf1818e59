"""What all readers share: the pieces they give, and the error they raise."""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = ["Piece", "Pieces", "Unreadable"]


class Unreadable(Exception):
    """A file that gives no text: which, where in it, why, and what to do."""

    def __init__(self, path: str, place: str, reason: str, remedy: str) -> None:
        super().__init__(f"{path}: {place}: {reason}; {remedy}")
        self.path = path
        self.place = place
        self.reason = reason
        self.remedy = remedy


class Piece(NamedTuple):
    """A stretch of text that belongs together; offsets are in the text of `Pieces`."""

    start: int
    end: int
    kind: Literal["paragraph", "heading", "row", "cell", "note", "furniture"] = "paragraph"
    headers: tuple[tuple[int, int], ...] = ()
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


class Pieces(NamedTuple):
    """The whole text (NFC) of a file and the pieces that it falls into.

    ``weak`` are the places that OCR read with little confidence; ``title`` and ``issued``
    what the file's own metadata say.
    """

    text: str
    pieces: tuple[Piece, ...]
    notes: tuple[str, ...] = ()
    weak: tuple[tuple[int, int], ...] = ()
    pages: int | None = None
    ocr_pages: int = 0
    title: str | None = None
    issued: str | None = None
    language: Literal["en", "vi"] | None = None
