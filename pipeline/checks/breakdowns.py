"""Numbers that are broken down into others, where nothing but their sum says so.

*787 organisations, of which 269 committees and 518 cells. By sector: …* Whether the parts are
all of them is not said, so that a sum that differs means nothing; one that comes out does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.checks.reading import Measured, exact_count, measured
from pipeline.checks.report import Report
from pipeline.model import Count, Money, Observation, Quantity

__all__ = ["Breakdown", "breakdowns"]

#: Small numbers add up by chance.
_LEAST_DIGITS = 2
_MOST_PARTS = 12


class Breakdown(NamedTuple):
    """A number and the parts that add up to it exactly."""

    total: Observation
    parts: tuple[Observation, ...]


def breakdowns(report: Report) -> Iterator[Breakdown]:
    """Every number whose sum follows in its sentence, or in the next one after *of which*."""
    before: Sequence[Observation] = ()
    for sentence in report.by_sentence.values():
        numbers = [one for one in sentence if _amount(one) is not None]
        yield from _within(report, numbers)
        if before and numbers and before[0].fact.passage == numbers[0].fact.passage:
            opening = report.document.text[numbers[0].fact.sentence_start : numbers[0].fact.start]
            if report.opens_with("broken_down", opening):
                yield from _across(report, before, numbers)
        before = numbers


def _within(report: Report, numbers: Sequence[Observation]) -> Iterator[Breakdown]:
    for index, total in enumerate(numbers):
        following = _level_with(report, total, numbers[index + 1 :])
        if not following:
            continue
        between = report.between(total, following[0])
        listed = report.says("partial", between) or report.says("made_up_of", between)
        if listed or between.rstrip().endswith(":"):
            yield from _adding_up(total, following)


def _across(
    report: Report, before: Sequence[Observation], numbers: Sequence[Observation]
) -> Iterator[Breakdown]:
    for total in before:
        yield from _adding_up(total, _level_with(report, numbers[0], numbers))


def _level_with(
    report: Report, one: Observation, others: Sequence[Observation]
) -> list[Observation]:
    """The numbers that stand in the same bracket as one, or like it in none."""
    bracket = report.bracket_of(one)
    return [other for other in others if report.bracket_of(other) == bracket]


def _adding_up(total: Observation, following: Sequence[Observation]) -> Iterator[Breakdown]:
    whole, added = _amount(total), Decimal(0)
    if whole is None or len(whole.normalize().as_tuple().digits) < _LEAST_DIGITS:
        return
    for index, part in enumerate(following[:_MOST_PARTS]):
        if not _alike(total, part):
            return
        added += _amount(part) or 0
        if added >= whole:
            if added == whole and index:
                yield Breakdown(total, tuple(following[: index + 1]))
            return


def _amount(one: Observation) -> Decimal | None:
    """The number, if it is a bare count, amount of money or quantity."""
    value: Measured | None = measured(one)
    if isinstance(value, Count):
        count = exact_count(one)
        return None if count is None else Decimal(count)
    if not isinstance(value, Money | Quantity) or value.comparator != "=" or value.upto is not None:
        return None
    return value.number


def _alike(total: Observation, part: Observation) -> bool:
    one, two = total.fact.value, part.fact.value
    if isinstance(one, Money) and isinstance(two, Money):
        same = (one.currency, one.per) == (two.currency, two.per)
    elif isinstance(one, Quantity) and isinstance(two, Quantity):
        same = (one.unit, one.per) == (two.unit, two.per)
    else:
        same = isinstance(one, Count) and isinstance(two, Count)
    return same and part.change in (None, total.change)
