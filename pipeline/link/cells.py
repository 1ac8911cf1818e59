"""Numbers in table cells: what they are about stands in their row and column headers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.link.terms import Name, TermMatcher, TermMention
from pipeline.model import Date, Document, Fact, Passage, Period

__all__ = ["Headers", "within"]


class Headers(NamedTuple):
    """The terms, names and times in the headers of a cell; offsets are in the document.

    The row header comes first, then the column headers from the innermost out: the nearer
    header decides.
    """

    terms: tuple[TermMention, ...]
    names: tuple[Name, ...]
    times: tuple[Fact, ...]

    @classmethod
    def of(
        cls, document: Document, passage: Passage, matcher: TermMatcher, facts: Sequence[Fact]
    ) -> Headers:
        """What the headers of a passage say; nothing for a passage without headers."""
        terms: list[TermMention] = []
        names: list[Name] = []
        times: list[Fact] = []
        for start, end in reversed(passage.headers):
            found, named = matcher(document.text[start:end])
            terms += [one._replace(start=start + one.start, end=start + one.end) for one in found]
            names += [one._replace(start=start + one.start, end=start + one.end) for one in named]
            times += [
                one for one in within(facts, start, end) if isinstance(one.value, (Date, Period))
            ]
        return cls(tuple(terms), tuple(names), tuple(times))


def within(facts: Sequence[Fact], start: int, end: int) -> Sequence[Fact]:
    """The facts that begin in a stretch of the document; they are in reading order."""
    low = bisect_left(facts, start, key=lambda one: one.start)
    return facts[low : bisect_left(facts, end, lo=low, key=lambda one: one.start)]
