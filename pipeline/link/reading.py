"""One sentence as the linker reads it: its facts, terms and structure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import regex

from pipeline.link.scope import Scope, Stretch, Structure
from pipeline.link.terms import Said, TermMention
from pipeline.link.words import ClauseWords
from pipeline.model import AgeBand, Date, DocumentNumber, Fact, Period
from pipeline.places import NamedPlace

__all__ = ["QUANTITIES", "Cue", "Dimensions", "Reading", "is_length_of_time", "is_time"]

_LASTING = frozenset({"year", "month", "week", "day", "hour"})
#: The kinds that measure something; the others define, date or cite.
QUANTITIES = frozenset({"percentage", "count", "ratio", "multiple", "money", "quantity"})


class Cue(NamedTuple):
    """A value of a dimension and the words that state it; offsets in the sentence."""

    value: str
    start: int
    end: int


@dataclass
class Dimensions:
    """The dimensions of one number while they are gathered.

    ``counted`` is the unit or body that is itself what a number counts (*246 public service
    units*): it says which indicator is meant, but states no body. ``topic_is_own`` tells a
    topic of the number's own clause from one that the sentence lends it.
    """

    found: dict[str, str] = field(default_factory=dict)
    cues: dict[str, Cue] = field(default_factory=dict)
    counted: str | None = None
    topic_is_own: bool = True

    def take(self, dimension: str, cue: Cue | None) -> None:
        """Keep a cue for a dimension that has none yet."""
        if cue is not None and dimension not in self.found:
            self.found[dimension] = cue.value
            self.cues[dimension] = cue

    def states(self, dimension: str, value: str) -> bool:
        """Whether a dimension has a value; a thing that is counted serves as the body."""
        if self.found.get(dimension) == value:
            return True
        return dimension == "body" and self.counted == value

    def drop(self, dimension: str) -> None:
        """Forget a dimension that turned out not to be stated of this number."""
        self.found.pop(dimension, None)
        self.cues.pop(dimension, None)

    def inherit(self, other: Dimensions, names: Sequence[str]) -> None:
        """Take what is still empty from another number of the same statement."""
        for name in names:
            if name in other.found and name not in self.found:
                self.found[name] = other.found[name]
                if name in other.cues:
                    self.cues[name] = other.cues[name]


class Reading:
    """A sentence with its facts, its terms and the dimensions gathered so far."""

    def __init__(
        self,
        said: Said,
        facts: list[Fact],
        words: ClauseWords,
        places: Sequence[NamedPlace] = (),
    ) -> None:
        self.facts = facts
        self.offset = facts[0].sentence_start
        self.text = facts[0].sentence
        terms, self.names = said
        self.places = [
            one._replace(start=one.start - self.offset, end=one.end - self.offset) for one in places
        ]
        self.quantities = [fact for fact in facts if fact.kind in QUANTITIES]
        first = self.quantities[0].start - self.offset if self.quantities else 0
        stated = _with_ages(_without_counted_roles(terms, facts, self.text), facts, self.offset)
        self.terms = words.without_sources(self.text, stated, first)
        closed = [self.stretch(fact) for fact in facts]
        closed += [Stretch(one.start, one.end) for one in self.terms]
        closed += [Stretch(one.start, one.end) for one in self.names]
        self.structure = Structure(self.text, closed)
        measured = [self.stretch(fact) for fact in self.quantities if not is_length_of_time(fact)]
        self.scopes: dict[str, Scope] = {
            fact.id: self.structure.scope(*self.stretch(fact), measured) for fact in self.quantities
        }
        self.times = tuple(one for one in facts if is_time(one, facts))
        self.dimensions: dict[str, Dimensions] = {}
        self.place_of = {fact.id: index for index, fact in enumerate(self.quantities)}
        self._numbers_at = [one.start - self.offset for one in self.quantities]
        self._counted_at = {
            self.stretch(one).end for one in self.quantities if one.kind in ("count", "ratio")
        }
        self._starts = [term.start for term in self.terms]
        #: The terms that state a dimension, by its name: there is no need to seek others.
        self.stated: dict[str, list[TermMention]] = {}
        for term in self.terms:
            for name in term.sets:
                self.stated.setdefault(name, []).append(term)
        self._cues: dict[tuple[Stretch, Stretch | None], list[TermMention]] = {}

    def stretch(self, fact: Fact) -> Stretch:
        """Where a fact stands in the sentence."""
        return Stretch(fact.start - self.offset, fact.end - self.offset)

    def has_noun(self, fact: Fact) -> bool:
        """Whether a count or ratio says itself what it counts, with the words behind it."""
        if getattr(fact.value, "unit", None):
            return True
        end = fact.end - self.offset
        low = bisect_left(self._starts, end)
        return any(
            term.start - end <= 1 and term.sets.keys() & _NOUNS
            for term in self.terms[low : low + 1]
        )

    def is_counted(self, term: TermMention) -> bool:
        """Whether a term is the noun that a count or ratio right before it counts."""
        return len(self.text[: term.start].rstrip()) in self._counted_at

    def cues(
        self, stretch: Stretch, bracket: Stretch | None, *, backwards: bool
    ) -> list[TermMention]:
        """The terms that begin in a stretch on the level of a number, nearest first."""
        key = (stretch, bracket)
        found = self._cues.get(key)
        if found is None:
            low = bisect_left(self._starts, stretch.start)
            high = bisect_left(self._starts, stretch.end)
            found = self.terms[low:high]
            if self.structure.brackets:
                found = [one for one in found if self.structure.visible(one.start, bracket)]
            self._cues[key] = found
        return found[::-1] if backwards else found

    def first(
        self, dimension: str, stretches: Sequence[tuple[Stretch, bool]], bracket: Stretch | None
    ) -> Cue | None:
        """The first term in some stretches that states a dimension."""
        terms = self.stated.get(dimension)
        if terms is None:
            return None
        visible = self.structure.visible
        for (low, high), backwards in stretches:
            for term in reversed(terms) if backwards else terms:
                if low <= term.start < high and visible(term.start, bracket):
                    return Cue(term.sets[dimension], term.start, term.end)
        return None

    def outside(self, scope: Scope) -> list[tuple[Stretch, bool]]:
        """The words before the bracket of a number, nearest first."""
        if scope.bracket is None:
            return []
        start = scope.bracket.start - 1
        return [(Stretch(self.structure.segment_of(start).start, start), True)]

    def parent(self, scope: Scope) -> Stretch | None:
        """The bracket around the bracket of a number."""
        return self.structure.bracket_of(scope.bracket.start - 1) if scope.bracket else None

    def numbers_in(self, stretch: Stretch, bracket: Stretch | None) -> list[Fact]:
        """The numbers that begin in a stretch on the level of a bracket, in reading order."""
        low = bisect_left(self._numbers_at, stretch.start)
        high = bisect_left(self._numbers_at, stretch.end)
        if low == high or not self.structure.brackets:
            return self.quantities[low:high]
        return [
            one
            for one in self.quantities[low:high]
            if self.structure.visible(one.start - self.offset, bracket)
        ]


def is_length_of_time(fact: Fact) -> bool:
    """Whether a quantity says how long: *growth in the past six months reached 11%*."""
    return getattr(fact.value, "unit", None) in _LASTING


def is_time(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a date is a time of the report, not the date of a document it cites."""
    value = fact.value
    if isinstance(value, Period):
        return True
    if not isinstance(value, Date) or value.date is None:
        return False
    return not any(
        isinstance(one.value, DocumentNumber)
        and one.value.issued == value.date
        and 0 < fact.start - one.end < 40
        for one in facts
    )


#: What the words for people, bodies and places state.
_NOUNS = frozenset({"population", "attribute", "body", "level", "topic"})
#: A noun that announces a list with a colon: *14 targets: GRDP growth of 9%; …*.
_ANNOUNCES = regex.compile(r"[^,;:()\d]*:")


def _without_counted_roles(
    terms: Sequence[TermMention], facts: Sequence[Fact], sentence: str
) -> list[TermMention]:
    """The terms; what a number counts says nothing of its role: *đạt 31/40 chỉ tiêu*.

    Where it announces a list, it says what the items are.
    """
    offset = facts[0].sentence_start
    ends = {one.end - offset for one in facts if one.kind in ("count", "ratio")}
    return [
        term._replace(sets={name: one for name, one in term.sets.items() if name != "role"})
        if "role" in term.sets
        and len(sentence[: term.start].rstrip()) in ends
        and not _ANNOUNCES.match(sentence, term.end)
        else term
        for term in terms
    ]


def _with_ages(
    terms: Sequence[TermMention], facts: Sequence[Fact], offset: int
) -> list[TermMention]:
    """The terms, with each age limit as the attribute that it defines."""
    ages = []
    for fact in facts:
        if isinstance(fact.value, AgeBand):
            written = str(fact.value).replace("..", "-")
            start, end = fact.start - offset, fact.end - offset
            ages.append(TermMention(start, end, "age_band", {"attribute": f"age{written}"}))
    kept = []
    for term in terms:
        # A limit that is printed right behind a group wins over the one that the group implies:
        # *young cadres under 25*.
        reach = term.end + 1
        over = [one for one in ages if one.start <= reach and term.start < one.end]
        if not over:
            kept.append(term)
            continue
        rest = {name: value for name, value in term.sets.items() if name != "attribute"}
        if rest:
            kept.append(term._replace(sets=rest))
    return sorted([*kept, *ages], key=lambda one: one.start)
