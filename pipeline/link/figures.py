"""The numbers and times of a sentence, and what is gathered of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

import regex

from pipeline.link.scope import Scope, Stretch
from pipeline.model import LENGTHS_OF_TIME, Date, DocumentNumber, Fact, Period, Ratio

__all__ = [
    "ALONE",
    "GRADED",
    "POINTS",
    "QUANTITIES",
    "SHARED",
    "Cue",
    "Dimensions",
    "Figure",
    "Pairing",
    "Time",
    "is_length_of_time",
    "is_time",
]

#: The units of scores.
POINTS = frozenset({"point", "points", "score"})
#: What two numbers of one statement share.
SHARED = ("attribute", "population", "level", "body", "topic")
#: The attributes that organizations have too: forms of discipline and grades.
GRADED = ("disc_", "grade_")
#: The kinds that measure something; the others define, date or cite.
QUANTITIES = frozenset({"percentage", "count", "ratio", "multiple", "money", "quantity"})
#: Between the number of a document and its year.
_OF_A_YEAR = regex.compile(r"\s*(?:\p{L}+\s+){0,2}\p{L}*\s*")


class Cue(NamedTuple):
    """A value of a dimension and the words that state it; offsets in the sentence."""

    value: str
    start: int
    end: int


@dataclass(slots=True)
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


class Pairing(NamedTuple):
    """The number that one belongs to, and how: as its share or as its target.

    ``of_plan`` says that a percentage is what was reached of a plan that is not printed
    (*kết nạp 52 đảng viên, đạt 50,98%*): no share of the count before it. ``level`` says that it
    is what the change before it led to.
    """

    partner: Figure | None = None
    share: bool = False
    target: bool = False
    of_plan: bool = False
    level: bool = False

    @property
    def own(self) -> str | None:
        """The dimension that it does not share with its partner."""
        return "role" if self.target else "change" if self.level else None


ALONE = Pairing()


@dataclass(slots=True, eq=False)
class Figure:
    """A number that measures something, as it stands in its sentence; offsets are there.

    ``index`` is its place among the numbers of the sentence, ``unit`` the noun that a count
    holds itself. ``dimensions`` and ``pairing`` are filled in from left to right. ``place`` and
    ``named`` are the province and the indicator that a row gives it (see `enumerated`),
    ``goes_on`` is the number that it repeats for another time, ``of_unknown`` says that it is of
    a group that no card knows.
    """

    fact: Fact
    kind: str
    index: int
    start: int
    end: int
    unit: str | None
    scope: Scope
    dimensions: Dimensions = field(default_factory=Dimensions)
    pairing: Pairing = ALONE
    place: str | None = None
    named: Cue | None = None
    goes_on: Figure | None = None
    of_unknown: bool = False

    @property
    def inside(self) -> Stretch:
        """The printed number itself; that of a ratio can hold a noun."""
        return Stretch(self.start, self.end)

    @property
    def number(self) -> Decimal | None:
        """The number of the value; None for a ratio, and where it cannot be read."""
        number: Decimal | None = getattr(self.fact.value, "number", None)
        return number

    @property
    def total(self) -> Decimal | None:
        """What a ratio is of; None for anything else."""
        value = self.fact.value
        return value.total if isinstance(value, Ratio) else None

    @property
    def noun_end(self) -> int:
        """Where the noun ends that the number counts, or the number itself."""
        return self.end + len(self.unit or "") + 1

    @property
    def behind_noun(self) -> Stretch:
        """The words of the clause behind the noun that the number counts."""
        return Stretch(self.noun_end, self.scope.right.end)

    @property
    def bracket(self) -> Stretch | None:
        """The bracket whose words are those of the number."""
        return self.scope.bracket


class Time(NamedTuple):
    """A date or period of a sentence; offsets are there.

    ``aside`` says that no number is of it, ``by_when`` that it only says by when or since when,
    ``base`` that a change is measured from it.
    """

    fact: Fact
    start: int
    end: int
    aside: bool = False
    by_when: bool = False
    base: bool = False

    def is_ahead(self, as_of: str) -> bool:
        """Whether it says by which year, and that year begins after an ISO day."""
        day = getattr(self.fact.value, "date", None)
        return self.by_when and not self.base and day is not None and day[:4] > as_of[:4]


def is_length_of_time(fact: Fact) -> bool:
    """Whether a quantity says how long: *growth in the past six months reached 11%*."""
    return vars(fact.value).get("unit") in LENGTHS_OF_TIME


def is_time(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a date is a time of the report, not the date of a document it cites."""
    value = fact.value
    if isinstance(value, Period):
        return True
    if not isinstance(value, Date) or value.date is None:
        return False
    return not any(
        isinstance(one.value, DocumentNumber)
        and 0 < fact.start - one.end < 40
        and (one.value.issued == value.date or _dates(one, fact))
        for one in facts
    )


def _dates(document: Fact, date: Fact) -> bool:
    """Whether a year right behind a document's number is its own: *Quy định 12-QĐ/TW năm 2025*."""
    between = date.sentence[document.end - date.sentence_start : date.start - date.sentence_start]
    return vars(date.value).get("precision") == "year" and _OF_A_YEAR.fullmatch(between) is not None
