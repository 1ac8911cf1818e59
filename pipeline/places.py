"""The provinces that a text names: candidates are runs of capitals, then one look-up.

Names fold (accents, đ, hyphens) so that every spelling meets; what only looks like a
province (Hồ Chí Minh the person, Điện Biên Phủ) is told apart by the words beside it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from pipeline.rulebook import Province, Rulebook

__all__ = ["Gazetteer", "NamedPlace", "fold"]

_NAME = regex.compile(r"\p{Lu}[\p{L}\p{M}]+(?:(?:\s|\s?[-–]\s?)\p{Lu}[\p{L}\p{M}]+){0,4}")
_WORD = regex.compile(r"[\p{L}\p{M}]+")


def fold(text: str) -> str:
    """Text for look-ups: lower case, without marks, đ as d.

    >>> fold("Đắk Lắk"), fold("Thừa Thiên – Huế")
    ('dak lak', 'thua thien hue')
    """
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d").replace("ð", "d"))
    bare = "".join(one for one in plain if not unicodedata.combining(one))
    return " ".join(bare.replace("-", " ").replace("–", " ").split())


class NamedPlace(NamedTuple):
    """A province in a text; ``weight`` is 3 beside its Party body or the word province."""

    slug: str
    start: int
    end: int
    weight: int


class Gazetteer:
    """Finds the names of provinces; built once from a rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.names: dict[str, str] = {}
        for card in (*rulebook.provinces_63, *rulebook.provinces_34):
            for name in _names(card):
                self.names.setdefault(fold(name), card.slug)
        self.longest = max((len(name.split()) for name in self.names), default=0)

    def __call__(self, text: str, start: int = 0, end: int | None = None) -> Iterator[NamedPlace]:
        """The provinces named in ``text[start:end]``, in reading order."""
        for found in _NAME.finditer(text, start, len(text) if end is None else end):
            words = [(one.start(), one.end()) for one in _WORD.finditer(found.group())]
            position = 0
            while position < len(words):
                length, slug = self._longest(found.group(), words, position)
                if slug is not None:
                    first = found.start() + words[position][0]
                    last = found.start() + words[position + length - 1][1]
                    weight = _weight(text, first, last)
                    if weight:
                        yield NamedPlace(slug, first, last, weight)
                position += length

    def _longest(
        self, name: str, words: Sequence[tuple[int, int]], position: int
    ) -> tuple[int, str | None]:
        for length in range(min(self.longest, len(words) - position), 0, -1):
            surface = name[words[position][0] : words[position + length - 1][1]]
            slug = self.names.get(fold(surface))
            if slug is not None:
                return length, slug
        return 1, None


def _names(card: Province) -> Iterator[str]:
    yield card.label.vi
    yield card.label.en
    yield from card.names


_PARTY_BEFORE = regex.compile(
    r"(?ri)(?:tỉnh\s+u[ỷy]|tỉnh\s+ủy|thành\s+ủy|thành\s+uỷ|đảng\s+bộ\s+tỉnh|tỉnh|province\s+of)\s+"
)
_PARTY_AFTER = regex.compile(r"(?i)\s+(?:provincial|province|city\s+party|municipal)")
_PERSON = regex.compile(
    r"(?i)\s*(?:’s|'s|ideology|thought|communist|academy|highway|campaign|phủ|phu\b)"
)
_CITY_BEFORE = regex.compile(r"(?ri)(?:tp\.?|thành\s+phố|tp)\s*")
_CITY_AFTER = regex.compile(r"(?i)\s+city")


def _weight(text: str, start: int, end: int) -> int:
    """How much a name says that it is the province; 0 where it names something else."""
    if _PERSON.match(text, end, min(len(text), end + 20)):
        return 0
    if fold(text[start:end]) == "ho chi minh":
        before = _CITY_BEFORE.match(text, max(0, start - 12), start)
        if not (before or _CITY_AFTER.match(text, end)):
            return 0
    if _PARTY_BEFORE.match(text, max(0, start - 24), start):
        return 3
    return 3 if _PARTY_AFTER.match(text, end, min(len(text), end + 20)) else 1
