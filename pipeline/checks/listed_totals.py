"""The total of a list of counted shares that stands in another sentence.

*The conference elected 53 members. 18 are women (33.96%), 3 are young (5.66%).* That 53 is the
total of the list is not said; but where several shares come out with it, and hardly would by
chance, it is, and a share of the list that does not come out is the odd one. A single share
whose count and total hardly come out by chance has that total too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby, pairwise
from typing import NamedTuple

import regex

from pipeline.arithmetic import Totals
from pipeline.checks.pairs import CountedShare, of_whom, pairs
from pipeline.checks.reading import exact_count
from pipeline.checks.report import Report, once
from pipeline.model import Count, Observation, Ratio

__all__ = ["ListedTotal", "listed_totals"]

#: The chance of luck, over all counts that could be the total, that is still taken.
_LUCK = Fraction(1, 100)
_FEWEST = 2
#: One in so many shares of a long list may be a slip.
_ODD = 4
#: How far from one share of a list the next count may stand.
_NEAR = 40
_MARKS = regex.compile(r"[,;:.()]\s")
#: How many paragraphs up the total may stand.
_BACK = 3


class ListedTotal(NamedTuple):
    """A pair of a list with the total of the list, and how many of its shares have it.

    None of them, where the text says that it is the total.
    """

    pair: CountedShare
    total: Observation
    size: int
    alike: int


@once
def listed_totals(report: Report) -> Iterator[ListedTotal]:
    """The pairs whose total stands before the end of their list, or a little further up."""
    current = [one for one in pairs(report) if not _is_of_before(report, one)]
    for passage, run in groupby(current, key=lambda one: one.share.fact.passage):
        listed = list(run)
        found = list(_with_total(listed, _candidates(report, passage, listed)))
        yield from found
        known = {one.pair.share.fact.id for one in found}
        others = [one for one in listed if one.share.fact.id not in known]
        said = list(_of_whom(report, others))
        yield from said
        yield from _beside(report, listed, [*found, *said])


def _is_of_before(report: Report, pair: CountedShare) -> bool:
    """Whether a count is one of before, when the total was another: *đầu năm 28.000 (12,9%)*."""
    if pair.counted.role == "previous":
        return True
    near = max(pair.counted.fact.sentence_start, pair.counted.fact.start - _NEAR)
    ahead = _MARKS.split(report.document.text[near : pair.counted.fact.start])[-1]
    return report.says("year_start", ahead)


def _of_whom(report: Report, others: Sequence[CountedShare]) -> Iterator[ListedTotal]:
    """The pairs of which the text itself says whose they are: *320, of whom 112 (35%)*."""
    for pair in others:
        total = of_whom(report, pair)
        size = exact_count(total) if total else None
        if total is not None and size is not None:
            yield ListedTotal(pair, total, size, 0)


def _beside(
    report: Report, listed: Sequence[CountedShare], found: Sequence[ListedTotal]
) -> Iterator[ListedTotal]:
    """The next share of the same people: *2,514, of whom 619 women (24.6%) and 1,308 … (52%)*."""
    known = {one.pair.share.fact.id: one for one in found}
    for one, two in pairwise(listed):
        told = known.get(one.share.fact.id)
        if told is None or two.share.fact.id in known or two.k > told.size:
            continue
        between = report.between(one.share, two.counted)
        attributes = {one.counted.attribute, two.counted.attribute}
        if (
            of_whom(report, one) is told.total
            and len(between) <= _NEAR
            and ";" not in between
            and one.share.fact.sentence_start == two.share.fact.sentence_start
            and len(attributes - {None}) == _FEWEST
        ):
            yield ListedTotal(two, told.total, told.size, 1)


def _candidates(
    report: Report, passage: int, listed: Sequence[CountedShare]
) -> list[tuple[Observation, int]]:
    """Counts that stand before the end of the list and are no parts of it themselves."""
    parts = {pair.counted.fact.id for pair in listed}
    return [
        (one, size)
        for at in range(passage - _BACK, passage + 1)
        for one in report.by_passage.get(at, ())
        if one.fact.id not in parts and one.fact.start < listed[-1].counted.fact.start
        for size in _sizes(one)
    ]


def _sizes(one: Observation) -> tuple[int, ...]:
    """The numbers that could be a total: a count, or either side of a ratio."""
    value = one.fact.value
    found: tuple[int | None, ...] = ()
    if isinstance(value, Count):
        found = (exact_count(one),)
    elif isinstance(value, Ratio) and value.part and value.total:
        found = (int(value.part), int(value.total))
    return tuple(size for size in found if size is not None and size > 1)


def _with_total(
    listed: Sequence[CountedShare], candidates: Sequence[tuple[Observation, int]]
) -> Iterator[ListedTotal]:
    best: list[CountedShare] = []
    total: tuple[Observation, int] | None = None
    sizes = len({size for _, size in candidates})
    for one, size in candidates:
        agreeing = [pair for pair in listed if _comes_out(pair, size)]
        if len(agreeing) > len(best) and _luck(agreeing, size) * sizes <= _LUCK:
            best, total = agreeing, (one, size)
    if total is None:
        return
    if len(best) < _FEWEST:
        yield from (ListedTotal(pair, *total, 1) for pair in best)
        return
    sentences = {pair.share.fact.sentence_start for pair in best}
    # One share of a list is a slip; where several differ the list has another total.
    odd = len(listed) - len(best)
    mostly = 2 * len(best) >= len(listed) and (odd == 1 or _ODD * odd <= len(listed))
    for pair in listed:
        in_list = pair.share.fact.sentence_start in sentences and mostly
        if pair in best or (in_list and pair.k <= total[1] and _alike(pair, best)):
            yield ListedTotal(pair, *total, len(best))


def _comes_out(pair: CountedShare, size: int) -> bool:
    """Whether the count is that share of the total, rounded or cut off."""
    return any(one is not None and one.holds(size) for one in _either(pair))


def _either(pair: CountedShare) -> tuple[Totals | None, Totals | None]:
    return pair.totals("nearest"), pair.totals("cut_off")


def _luck(agreeing: Sequence[CountedShare], size: int) -> Fraction:
    """How likely any total of that size comes out with all of them by chance."""
    chance = Fraction(1)
    for pair in agreeing:
        fitting = _fitting(pair)
        if fitting is None:
            return Fraction(1)
        chance *= min(Fraction(1), Fraction(fitting, size))
    return chance


def _fitting(pair: CountedShare) -> int | None:
    """How many totals a pair has, rounded or cut off; what is both is one. None: no end."""
    known = [one for one in _either(pair) if one is not None]
    highs = [one.high for one in known if one.high is not None]
    if not known or len(highs) < len(known):
        return None
    return max(highs) - min(one.low for one in known) + 1


def _alike(pair: CountedShare, best: Sequence[CountedShare]) -> bool:
    """Whether nothing says that the odd one is a share of others than the rest of the list."""
    known = {(one.counted.level, one.counted.change) for one in best}
    return (pair.counted.level, pair.counted.change) in known
