"""Spaces that stand where none should: between words, and inside of numbers.

Several blanks in a row are one, as a reader takes them: lines are justified, words were taken
out. A space inside a number (``18, 7%``, ``2. 280``, ``43 ,1%``) is closed only in a document
that shows several of them, as scans do, and every value read so says it in its flag: nothing
is repaired in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from pipeline.extract.anchors import Span

__all__ = ["FLAG", "Mended", "is_damaged", "mend", "squeezed"]

FLAG = "spaced_number"

#: Spaces that cannot stand there in sound print: before a separator, or before the decimals
#: of a percentage (behind a year no decimals follow).
_TELLING = regex.compile(
    r"\d\s[.,]\s?\d|(?<!\d)\d{1,3},\s\d{1,2}\s?[%％]|(?<![\d.,])\d{1,3}\.\s\d{3}(?=\s\p{Ll})"
)
_NUMBER = regex.compile(r"\d+(?:[.,]\d+)*")
#: So many are needed, and one in so many numbers: by accident, it is one in thousands.
_ENOUGH = 3
_ONE_IN = 100
#: Pieces of a torn number have fewer characters than these between them.
_CLOSE = 4

#: The spaces to close, as the group ``gap``.
_GAP = regex.compile(
    r"(?<=\d)(?P<gap>\s)(?=[.,]\s?\d)"
    r"|(?<=\d\s?[.,])(?P<gap>\s)(?=\d{3}(?!\d))(?<=(?<![\d.,])\d{1,3}\s?[.,]\s)"
    r"|(?<=\d\s?,)(?P<gap>\s)(?=\d{1,2}(?:\s?[%％)]|\s(?:tỷ|triệu|nghìn|ha|km|tấn|billion|million)(?!\w)))"
    r"|(?<=\d)(?P<gap>\s)(?=/\s?\d)|(?<=\d\s?/)(?P<gap>\s)(?=\d)"
)

#: Blanks beside a blank or a line end, as ``gap``. Between two numbers each may be one of its
#: own, as in the columns of a table.
_BLANKS = regex.compile(
    r"(?<=\S)(?<!\d)[^\S\n](?P<gap>[^\S\n]+)(?=\S)"
    r"|(?<=\d)[^\S\n](?P<gap>[^\S\n]+)(?=[^\s\d])"
    r"|(?<=\S)(?P<gap>[^\S\n]+)(?=\n)"
    r"|(?<=\S[^\S\n]*\n)(?P<gap>[^\S\n]+)(?=\S)"
)


class Mended(NamedTuple):
    """A text without some of its spaces, and where each character came from."""

    text: str
    origin: Sequence[int]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """A place of the mended text in the printed one."""
        return self.origin[start], self.origin[end - 1] + 1

    def torn(self, start: int, end: int) -> bool:
        """Whether a space was closed inside a place."""
        first, last = self.place(start, end)
        return last - first != end - start


def is_damaged(texts: Iterable[tuple[str, Sequence[Span]]]) -> bool:
    """Whether a document shows so many torn numbers that its spaces mean nothing.

    Each of its texts comes with the tokens of it.

    >>> from pipeline.extract.anchors import tokens
    >>> def damaged(*texts):
    ...     return is_damaged((text, tokens(text)) for text in texts)
    >>> damaged("đạt 18, 7%", "có 2. 280 viên chức", "giảm 43 ,1%")
    True
    >>> damaged(*["Năm 2021, 7% số hộ nghèo", "Năm 2022, 6% số hộ nghèo"] * 5)
    False
    >>> damaged("bảng 2 , 3 và 4 , 5", "hình 6 , 7", *["đạt 18,7% và 2.280 người"] * 200)
    False
    """
    listed = list(texts)
    torn = sum(len(_TELLING.findall(text)) for text, spans in listed if _close(spans))
    if torn < _ENOUGH:
        return False
    return torn * _ONE_IN >= sum(len(_NUMBER.findall(text)) for text, _ in listed)


def _close(spans: Sequence[Span]) -> bool:
    """Whether any two tokens have no more between them than a separator and its spaces."""
    last = -_CLOSE
    for start, end in spans:
        if start - last < _CLOSE:
            return True
        last = end
    return False


def mend(text: str) -> Mended:
    """Close the spaces inside the numbers of a text.

    >>> mend("giảm 2. 280 người").text
    'giảm 2.280 người'
    """
    gaps = [found.start() for found in _GAP.finditer(text)]
    if not gaps:
        return Mended(text, range(len(text)))
    pieces = list(pairwise((-1, *gaps, len(text))))
    return Mended(
        "".join(text[before + 1 : gap] for before, gap in pieces),
        [index for before, gap in pieces for index in range(before + 1, gap)],
    )


def squeezed(text: str) -> Mended | None:
    """A text in which several blanks in a row are one; None where there are none.

    >>> squeezed("đạt  95 %  kế hoạch").text
    'đạt 95 % kế hoạch'
    >>> squeezed("Khiển trách 12    15")
    >>> squeezed("đạt 95%")
    """
    if " ".join(text.split()) == text:
        return None  # Nothing but single blanks: far sooner told than by a pattern.
    gaps = [found.span("gap") for found in _BLANKS.finditer(text)]
    if not gaps:
        return None
    begins = [0, *(end for _, end in gaps)]
    kept = list(zip(begins, [*(start for start, _ in gaps), len(text)], strict=True))
    return Mended(
        "".join(text[start:end] for start, end in kept),
        [index for start, end in kept for index in range(start, end)],
    )
