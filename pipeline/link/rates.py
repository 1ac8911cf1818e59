"""Numbers side by side that are for the same so many people, which are told once.

*9,4 bác sĩ và 30 giường bệnh trên 10.000 dân*; *doctors per 10,000 people: 9.4; beds: 30*.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Protocol

from pipeline.link.figures import Cue, Figure
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch

__all__ = ["PER", "can_be_a_rate", "tell_rates"]

#: For ten thousand people there are fewer doctors, and fewer beds.
_MOST = 200
#: So many characters behind a number its name begins at most.
_NEAR = 12


#: What a rate is of, where its words stand apart from what is counted.
PER = "per_ten_thousand"


class Rates(Protocol):
    """What is needed of the finder of indicators.

    ``for_many`` gives by indicator the class of nouns that it counts, for those that are for the
    same so many people; ``told`` is the indicator that the dimensions of a number tell.
    """

    for_many: Mapping[str, str]

    def told(self, figure: Figure) -> str | None: ...


def tell_rates(reading: Reading, indicators: Rates) -> None:
    """Name the rates that are told beside another."""
    rates = indicators.for_many
    apart = any(one.sets["topic"] == PER for one in reading.stated.get("topic", ()))
    if not apart and rates.keys().isdisjoint([one.indicator for one in reading.names]):
        return
    counts = [one for one in reading.figures if one.kind in ("count", "quantity")]
    for one, two in pairwise(counts):
        if one.bracket != two.bracket or one.named or two.named:
            continue
        changes = any("change" in each.dimensions.found for each in (one, two))
        if changes or not (can_be_a_rate(one) and can_be_a_rate(two)):
            continue
        other = _named_behind(reading, two, rates)
        if other is not None:
            _tell_first(reading, one, two, other, rates)
            continue
        own = indicators.told(one) or _named_at(reading, one, rates)
        if own is not None and own in rates:
            _tell_second(reading, one, two, own, rates)


def can_be_a_rate(figure: Figure) -> bool:
    """Whether a number is small enough for one of so many people."""
    return figure.number is not None and figure.number < _MOST


def _named_behind(reading: Reading, figure: Figure, rates: Mapping[str, str]) -> str | None:
    """The rate whose name begins right behind a number."""
    behind = Stretch(figure.end, figure.end + _NEAR)
    return next(
        (
            one.indicator
            for one in reading.names
            if one.indicator in rates and behind.holds(one.start)
        ),
        None,
    )


def _named_at(reading: Reading, figure: Figure, rates: Mapping[str, str]) -> str | None:
    """The rate that the clause of a number names."""
    left = figure.scope.left
    before = (
        one.indicator
        for one in reversed(reading.names)
        if one.indicator in rates and left.holds(one.start)
    )
    return next(before, None) or _named_behind(reading, figure, rates)


def _tell_first(
    reading: Reading, one: Figure, two: Figure, other: str, rates: Mapping[str, str]
) -> None:
    """The number before, where its own noun is that of another such rate."""
    words = reading.words
    if not one.unit or not words.only_joins(reading.text, one.noun_end, two.start, small=False):
        return
    anybody = reading.words.anybody
    for indicator, nouns in rates.items():
        pattern = reading.words.class_nouns[nouns]
        own = pattern.fullmatch(one.unit) is not None
        if own and indicator != other and one.unit.casefold() not in anybody:
            one.named = Cue(indicator, one.end, one.noun_end)


def _tell_second(
    reading: Reading, one: Figure, two: Figure, own: str, rates: Mapping[str, str]
) -> None:
    """The number behind, where the words right before it are the noun of another such rate."""
    low = max([one.noun_end, *(name.end for name in reading.names if name.end <= two.start)])
    if two.scope.segment.start > two.start or two.unit:
        return
    for indicator, nouns in rates.items():
        if indicator == own:
            continue
        for said in reading.words.class_nouns[nouns].finditer(reading.text, low, two.start):
            known = Stretch(low, said.start()), Stretch(said.end(), two.start)
            if not any(reading.names_subject(stretch) for stretch in known):
                two.named = Cue(indicator, *said.span())
