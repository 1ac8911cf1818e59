"""The smallest single edits after which numbers agree, likeliest first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from math import ceil, floor
from typing import NamedTuple

import regex

from pipeline.arithmetic import (
    Totals,
    implied_totals,
    one_digit_edits,
    percent_of,
    printed,
    printed_as,
)
from pipeline.checks.report import Report
from pipeline.model import Fact, Observation, Ratio, Repair, Span

__all__ = ["edit", "is_slip", "larger_part_repairs", "ratio_repairs", "rewritten"]

_NUMERAL = regex.compile(r"\d+(?:[.,\s]\d+)*")
_MOST = 5
_PER_NUMBER = 2
_ALL = 100


def rewritten(text: str, old: Decimal, new: Decimal, *, last: bool = False) -> str | None:
    """The text with one number replaced by another in the same way of writing.

    >>> rewritten("2.280/26.745", Decimal(26745), Decimal(26754), last=True)
    '2.280/26.754'
    >>> rewritten("93,4%", Decimal("93.4"), Decimal("93.3"))
    '93,3%'
    """
    wanted = _digits(old)
    found = [one for one in _NUMERAL.finditer(text) if regex.sub(r"\D", "", one[0]) == wanted]
    if not found:
        return None
    numeral = found[-1 if last else 0]
    return text[: numeral.start()] + _in_style(numeral[0], old, new) + text[numeral.end() :]


def _digits(number: Decimal) -> str:
    return format(number, "f").replace(".", "")


def _in_style(numeral: str, old: Decimal, new: Decimal) -> str:
    marks = regex.findall(r"\D", numeral)
    decimal_mark = marks.pop() if marks and "." in format(old, "f") else "."
    whole, _, rest = format(new, "f").partition(".")
    grouped = f"{int(whole):,}".replace(",", marks[0]) if marks else whole
    return grouped + (decimal_mark + rest if rest else "")


def edit(
    fact: Fact | Span, old: Decimal, new: Decimal, then: str, *, last: bool = False
) -> Iterator[Repair]:
    """The repair that prints another number in the place of this one."""
    to = rewritten(fact.text, old, new, last=last)
    if to is not None and to != fact.text:
        yield Repair(text=fact.text, to=to, start=fact.start, end=fact.end, then=then)


class _Ratio(NamedTuple):
    """A part ``k`` of a whole ``n``, and the percentage ``p`` that is printed for it."""

    k: int
    n: int
    p: Decimal

    def then(self, report: Report) -> str:
        return report.phrase("then.ratio", part=report.number(self.k), whole=report.number(self.n))

    @property
    def is_sensible(self) -> bool:
        """Whether it may have been meant: the whole is a part of itself only where all of it is.

        *7/9* is no slip of *7/7*, unless 100% is printed.
        """
        return self.k != self.n or self.p == _ALL

    @property
    def wholes(self) -> Totals | None:
        """The wholes of which the part is that percentage, rounded to the nearest."""
        return implied_totals(self.k, printed(self.p)) if self.k >= 0 else None

    @property
    def parts(self) -> range:
        """The parts of the whole that are that percentage, rounded to the nearest."""
        share = printed(self.p).clipped(0, 100).scaled(Fraction(self.n, 100))
        if self.n <= 0 or share.low is None or share.high is None:
            return range(0)
        return range(ceil(share.low), floor(share.high) + 1)


def ratio_repairs(
    report: Report, part: Observation, whole: Observation, share: Observation
) -> tuple[Repair, ...]:
    """Edits after which the share of a part in a whole agrees with its percentage.

    ``part`` and ``whole`` are the same observation where a ratio is printed. A total that
    the document prints elsewhere comes first, then slips of one digit.
    """
    k, n, p = _number(part, "part"), _number(whole, "whole"), _percent(share)
    if k is None or n is None or p is None:
        return ()
    ratio = _Ratio(k, n, p)
    right = printed_as(percent_of(k, n), max(0, -int(p.as_tuple().exponent)))
    near = _digits(right) in set(one_digit_edits(_digits(p)))
    percentage = list(edit(share.fact, p, right, ratio.then(report)))
    found = [
        *_whole_edits(report, whole.fact, ratio, _printed_elsewhere(report, ratio)),
        *(percentage if near else []),
        *_part_edits(report, part.fact, ratio),
        *_whole_edits(report, whole.fact, ratio, _slipped_wholes(ratio)),
        *percentage,
    ]
    return tuple({(one.start, one.to): one for one in found}.values())[:_MOST]


def is_slip(k: int, n: int, share: Decimal) -> bool:
    """Whether one digit of a part, of its whole or of its percentage may have slipped.

    >>> is_slip(18, 53, Decimal("39.96")), is_slip(1702, 1842, Decimal("97.26"))
    (True, False)
    """
    ratio = _Ratio(k, n, share)
    exact = percent_of(k, n)
    right = printed_as(exact, max(0, -int(share.as_tuple().exponent)))
    if _digits(right) in set(one_digit_edits(_digits(share))):
        return True
    parts = ratio.parts
    return any(slip in parts for slip in _slips(k)) or any(True for _ in _slipped_wholes(ratio))


def larger_part_repairs(
    report: Report, printed_at: Fact | Span, part: int, whole: int, share: Decimal
) -> tuple[Repair, ...]:
    """Slips of one digit after which a part that is larger than its whole has that share.

    *1188/209 (56.46%)* was 118/209, *24/18 (22.2%)* was 24/108.
    """
    ratio = _Ratio(part, whole, share)
    found = [
        *_whole_edits(report, printed_at, ratio, _printed_elsewhere(report, ratio)),
        *_part_edits(report, printed_at, ratio),
        *_whole_edits(report, printed_at, ratio, _slipped_wholes(ratio)),
    ]
    return tuple({one.to: one for one in found}.values())[:_MOST]


def _part_edits(report: Report, part: Fact | Span, ratio: _Ratio) -> Iterator[Repair]:
    right = ratio.parts
    meant = (ratio._replace(k=slip) for slip in _slips(ratio.k) if slip in right)
    for one in islice((one for one in meant if one.is_sensible), _PER_NUMBER):
        yield from edit(part, Decimal(ratio.k), Decimal(one.k), one.then(report))


def _whole_edits(
    report: Report, whole: Fact | Span, ratio: _Ratio, wholes: Iterable[int]
) -> Iterator[Repair]:
    meant = (ratio._replace(n=size) for size in wholes)
    for one in islice((one for one in meant if one.is_sensible), _PER_NUMBER):
        yield from edit(whole, Decimal(ratio.n), Decimal(one.n), one.then(report), last=True)


def _printed_elsewhere(report: Report, ratio: _Ratio) -> Iterator[int]:
    """The other totals of the document that are right, from the smallest on."""
    right = ratio.wholes
    if right is None:
        return
    for at in range(bisect_left(report.totals, right.low), len(report.totals)):
        if right.high is not None and report.totals[at] > right.high:
            return
        if report.totals[at] != ratio.n:
            yield report.totals[at]


def _slipped_wholes(ratio: _Ratio) -> Iterator[int]:
    right = ratio.wholes
    return (one for one in _slips(ratio.n) if right is not None and right.holds(one))


def _slips(number: int) -> Iterator[int]:
    return map(int, one_digit_edits(str(number)))


def _number(one: Observation, side: str) -> int | None:
    value = one.fact.value
    number = getattr(value, side if isinstance(value, Ratio) else "number", None)
    return int(number) if number is not None and number == int(number) else None


def _percent(one: Observation) -> Decimal | None:
    number: Decimal | None = getattr(one.fact.value, "number", None)
    return number
