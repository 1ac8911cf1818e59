"""What tells whether one report repeats or translates another: sketches, and keys to find them.

Holding every report against every other would take days for a province's ten years. Two sets
that are alike to 70% share one of the first 31% of their members, in whatever order all sets
are written down; with the rarest members first, few others share one. Those members are the
keys of a report: only reports that have a key in common are held side by side.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from pipeline.model import Document

__all__ = ["Likeness", "likeness"]

Member = TypeVar("Member")

#: So many sentences stand for a report when two reports are held side by side.
_SENTENCES = 256

#: With so few telling figures, two reports are the same where all of them are.
_TELLING_SHORT = 2

#: The least shares that `alike_documents.sql` asks for, in tenths.
_TEXT_ALIKE, _FIGURES_ALIKE, _TELLING_ALIKE = 7, 8, 7
#: So many telling figures are needed for them to tell anything, as there.
_TELLING_ENOUGH = 5

#: Reports with fewer figures share them by accident: theirs count together with a sentence.
#: Two reports whose figures are alike have such numbers of them that one limit holds for both.
_FEW, _MANY = 10, 8

_TELLING_KINDS = frozenset({"percentage", "ratio", "money", "quantity", "count"})
_TELLING_DIGITS = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE_END = re.compile(r"[.;!?]\s")


class Likeness(NamedTuple):
    """The sketches of a report, and the keys that it shares with every report like it."""

    sentences: list[int]
    figures: list[int]
    telling: list[int]
    keys: list[int]


class _Figure(NamedTuple):
    """A figure by its kind and written form; the rarer in reports, the earlier in order."""

    common: bool
    fewer_digits: int
    sketch: int
    name: str

    @classmethod
    def of(cls, kind: str, written: str) -> _Figure:
        name = f"{kind} {written}"
        digits = sum(map(str.isdigit, written))
        return cls(
            kind not in _TELLING_KINDS or digits < _TELLING_DIGITS, -digits, _hash(name), name
        )


def likeness(document: Document, figures: Iterable[tuple[str, str]]) -> Likeness:
    """Return what tells which other reports are the same as this one.

    ``figures`` are the facts of the report: kind and written form.
    """
    sentences = _sentences(document)
    rare = sorted(_Figure.of(*one) for one in dict.fromkeys(figures))
    telling = [one for one in rare if not one.common]
    place = f"{document.province} {document.province_set}"
    keys = {_hash(key) for key in _keys(place, document.language, rare, telling, sentences)}
    keys |= {_hash(f"{place} {one}") for one in _heads(document)}
    return Likeness(
        sentences=sorted(sentences),
        figures=sorted({one.sketch for one in rare}),
        telling=sorted({one.sketch for one in telling}),
        keys=sorted(keys),
    )


def _heads(document: Document) -> Iterator[str]:
    """What a report says of itself that its copies say, too: its number and day, its title.

    A draft has no number yet, but the title of what comes of it.
    """
    if document.number and document.issued:
        yield f"{document.number} {document.issued}"
    title = (document.title or "").lower()
    year = "" if _YEAR.search(title) else document.year or (document.issued or "")[:4]
    if title and document.province:
        yield f"{document.language} {year} {title}"


def _keys(
    place: str,
    language: str,
    rare: Sequence[_Figure],
    telling: Sequence[_Figure],
    sentences: Mapping[int, int],
) -> Iterator[str]:
    if len(telling) >= _TELLING_SHORT:
        yield f"{place} {' '.join(sorted(one.name for one in telling))}"
    if len(telling) >= _TELLING_ENOUGH:
        yield from (f"{place} {one.name}" for one in _first(telling, _TELLING_ALIKE))
    shared = [f"{place} {language} {one.name}" for one in _first(rare, _FIGURES_ALIKE)]
    if len(rare) >= _MANY:
        yield from shared
    if len(rare) < _FEW:
        longest = sorted(sentences, key=lambda one: (-sentences[one], one))
        for one in _first(longest, _TEXT_ALIKE):
            yield from (f"{name} {one}" for name in shared)


def _first(members: Sequence[Member], tenths: int) -> Sequence[Member]:
    """Return the members of which one is in every set that is alike to so many tenths."""
    shared = -(-tenths * len(members) // 10)
    return members[: len(members) - shared + 1]


def _sentences(document: Document) -> dict[int, int]:
    """Return a sketch of the text, with lengths: the sentences whose hashes are smallest.

    What a page prints around every report of its site is no part of the report.
    """
    lengths: dict[int, int] = {}
    for text in _passages(document):
        for sentence in _SENTENCE_END.split(text.lower()):
            words = " ".join(sentence.split())
            if words:
                lengths[_hash(words)] = len(words)
    return {one: lengths[one] for one in sorted(lengths)[:_SENTENCES]}


def _passages(document: Document) -> Iterable[str]:
    return (
        document.text[one.start : one.end] for one in document.passages if one.kind != "furniture"
    )


def _hash(text: str) -> int:
    """Return a number that is the same for the same words on every machine."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))
