"""Parts that are printed larger than their whole, where one slip of a digit explains it.

*1188/209 communes (56.46%)* is no fraction, and two numbers with a slash may well be cases
and defendants. That one digit less makes it 118/209, which is 56.46%, is hardly luck. Where
both sides are small, nothing reads such a ratio: the text is looked at then.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

import regex

from pipeline.arithmetic import percent_of, printed
from pipeline.checks.reading import share
from pipeline.checks.repairs import larger_part_repairs
from pipeline.checks.report import Place, Report, once, span_of
from pipeline.model import Observation, Percentage, Ratio, Repair, Span

__all__ = ["LargerPart", "larger_parts"]

_ALL = 100
#: A part, a whole and their noun, up to the bracket of their share.
_UNREAD = regex.compile(
    r"(?<![\d/.,-])(?<ratio>(?<part>\d{1,5})/(?<whole>\d{1,5}))"
    r"(?:\s+\p{L}[^\d(),;:./]{0,80})?\s*$"
)
_LAST_DAY, _LAST_MONTH = 31, 12


class LargerPart(NamedTuple):
    """A part over a smaller whole, its share, and the slips that explain them."""

    ratio: Place
    share: Observation
    repairs: tuple[Repair, ...]
    sure: bool


@once
def larger_parts(report: Report) -> Iterator[LargerPart]:
    """Every such ratio, in the order of their shares."""
    for one in report.in_order:
        value = share(one)
        if value is None or not _is_plain(value):
            continue
        place = _ratio_of(report, one)
        if place is None:
            continue
        ratio, part, whole = place
        if value.decimals == 0 and not _is_doubled(part, whole, value):
            continue
        if part > whole and (repairs := _repairs(report, place, value.number or Decimal(0))):
            sure = value.decimals > 0 and not _may_be_a_day(part, whole)
            yield LargerPart(ratio, one, repairs, sure)


def _is_plain(value: Percentage) -> bool:
    bare = value.comparator == "=" and value.upto is None
    return bare and value.number is not None and 0 < value.number < _ALL


_Ratio = tuple[Place, int, int]


def _ratio_of(report: Report, one: Observation) -> _Ratio | None:
    """The ratio that a share is printed for, with its two sides."""
    owner = report.by_id.get(one.share_of or "")
    if owner is None:
        return _unread_before(report, one) if one.share_of is None else None
    value = owner.fact.value
    if not isinstance(value, Ratio) or value.part is None or value.whole is None:
        return None
    if value.part % 1 or value.whole % 1:
        return None
    return owner, int(value.part), int(value.whole)


def _unread_before(report: Report, one: Observation) -> _Ratio | None:
    """Two numbers with a slash before the bracket of a share, which no rule reads."""
    bracket = report.bracket_of(one)
    if bracket is None or report.inside(bracket)[0] is not one:
        return None
    start = one.fact.sentence_start
    found = _UNREAD.search(report.document.text, start, bracket.start)
    if found is None:
        return None
    if report.ends_with("no_ratio_behind", report.document.text[start : found.start()]):
        return None
    if report.inside_range(found.start("ratio"), bracket.start):
        return None
    low, high = found.span("ratio")
    return Span(text=found["ratio"], start=low, end=high), int(found["part"]), int(found["whole"])


def _repairs(report: Report, ratio: _Ratio, number: Decimal) -> tuple[Repair, ...]:
    place, part, whole = ratio
    span = place.fact if isinstance(place, Observation) else span_of(place)
    return larger_part_repairs(report, span, part, whole, number)


def _is_doubled(part: int, whole: int, value: Percentage) -> bool:
    """Whether the part has that share once a digit that is printed twice is printed once.

    Of all slips some would give any whole percentage.
    """
    digits = str(part)
    twins = (at for at, (one, two) in enumerate(pairwise(digits)) if one == two)
    once_each = (digits[:at] + digits[at + 1 :] for at in twins)
    stated = printed(value.number or Decimal(0))
    return any(stated.contains(percent_of(int(one), whole)) for one in once_each)


def _may_be_a_day(part: int, whole: int) -> bool:
    return part <= _LAST_DAY and whole <= _LAST_MONTH
