"""What the headers of a table say: terms, names and times, each header read once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.language import Memo
from pipeline.link.terms import Name, TermMatcher, TermMention
from pipeline.model import Date, Document, Fact, Period, Place

__all__ = ["HeaderTexts", "Said", "only", "within", "without"]


class Said(NamedTuple):
    """The terms, names and times in a header or caption; offsets are in the document."""

    terms: tuple[TermMention, ...]
    names: tuple[Name, ...]
    times: tuple[Fact, ...]


class HeaderTexts:
    """The headers of one document, by their places."""

    def __init__(self, document: Document, facts: Sequence[Fact], matcher: TermMatcher) -> None:
        self.document, self.facts, self.matcher = document, facts, matcher
        self.said: Memo[Place, Said] = Memo(self._said)

    def text(self, place: Place) -> str:
        """What is written at a place."""
        return self.document.text[place[0] : place[1]]

    def _said(self, place: Place) -> Said:
        start = place[0]
        terms, names, labels = self.matcher(self.text(place))
        # What is written in a header is a label as it stands.
        names = names or [one.name for one in labels if not one.start]
        times = [one for one in within(self.facts, *place) if isinstance(one.value, (Date, Period))]
        return Said(
            tuple(one._replace(start=start + one.start, end=start + one.end) for one in terms),
            tuple(one._replace(start=start + one.start, end=start + one.end) for one in names),
            tuple(times),
        )


def only(terms: Sequence[TermMention], names: frozenset[str]) -> list[TermMention]:
    """The terms with nothing but some of what they state."""
    kept = []
    for one in terms:
        sets = {name: value for name, value in one.sets.items() if name in names}
        if sets:
            kept.append(one._replace(sets=sets))
    return kept


def without(terms: Sequence[TermMention], names: frozenset[str]) -> list[TermMention]:
    """The terms without some of what they state."""
    return only(terms, frozenset({name for one in terms for name in one.sets}) - names)


def within(facts: Sequence[Fact], start: int, end: int) -> Sequence[Fact]:
    """The facts that begin in a stretch of the document; they are in reading order."""
    low = bisect_left(facts, start, key=lambda one: one.start)
    return facts[low : bisect_left(facts, end, lo=low, key=lambda one: one.start)]
