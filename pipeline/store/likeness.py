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

from pipeline.model import Analysis, Document

__all__ = ["Likeness", "likeness"]

Member = TypeVar("Member")

#: So many sentences stand for a report when two reports are held side by side.
_SENTENCES = 256

#: The least shares that `alike_documents.sql` asks for, in tenths.
_TEXT_ALIKE, _FIGURES_ALIKE, _TELLING_ALIKE = 7, 8, 7
#: So many telling figures are needed for them to tell anything, as there.
_TELLING_ENOUGH = 5

#: Reports with fewer figures share them by accident: theirs count together with a sentence.
#: Two reports whose figures are alike have such numbers of them that one limit holds for both.
_FEW, _MANY = 10, 8

_TELLING_KINDS = frozenset({"percentage", "ratio", "money", "quantity", "count"})
_SENTENCE_END = re.compile(r"[.;!?]\s")


class Likeness(NamedTuple):
    """The sketches of a report, and the keys that it shares with every report like it."""

    sentences: list[int]
    figures: list[int]
    telling: list[int]
    keys: list[int]


def likeness(analysis: Analysis) -> Likeness:
    """Return what tells which other reports are the same as this one."""
    document = analysis.document
    sentences = _sentences(document)
    facts = [one.fact for one in analysis.observations]
    figures = {f"{fact.kind} {fact.value}": fact.kind for fact in facts}
    telling = [name for name, kind in figures.items() if _tells(name, kind)]
    place = f"{document.province} {document.province_set}"
    keys = {_hash(*key) for key in _keys(place, document.language, figures, telling, sentences)}
    return Likeness(
        sentences=sorted(sentences),
        figures=sorted({_hash(name) for name in figures}),
        telling=sorted({_hash(name) for name in telling}),
        keys=sorted(keys),
    )


def _keys(
    place: str,
    language: str,
    figures: Mapping[str, str],
    telling: Sequence[str],
    sentences: Mapping[int, int],
) -> Iterator[tuple[object, ...]]:
    if len(telling) >= _TELLING_ENOUGH:
        for name in _first(sorted(telling, key=_rarest), _TELLING_ALIKE):
            yield place, name
    rare = sorted(figures, key=lambda name: (not _tells(name, figures[name]), *_rarest(name)))
    shared = _first(rare, _FIGURES_ALIKE)
    if len(figures) >= _MANY:
        yield from ((place, language, name) for name in shared)
    if len(figures) < _FEW:
        longest = sorted(sentences, key=lambda one: (-sentences[one], one))
        for one in _first(longest, _TEXT_ALIKE):
            yield from ((place, language, name, one) for name in shared)


def _first(members: Sequence[Member], tenths: int) -> Sequence[Member]:
    """Return the members of which one is in every set that is alike to so many tenths."""
    shared = -(-tenths * len(members) // 10)
    return members[: len(members) - shared + 1]


def _tells(name: str, kind: str) -> bool:
    return kind in _TELLING_KINDS and _digits(name) >= 3


def _rarest(name: str) -> tuple[int, int]:
    """Return what sorts figures by how rarely they stand in two reports by accident."""
    return -_digits(name), _hash(name)


def _digits(name: str) -> int:
    return sum(map(str.isdigit, name))


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


def _hash(*parts: object) -> int:
    """Return a number that is the same for the same words on every machine."""
    return zlib.crc32(" ".join(map(str, parts)).encode("utf-8", "surrogatepass"))
