"""The smallest single edits after which numbers agree, likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

import regex

from pipeline.arithmetic import one_digit_edits, percent_of, printed_as, rounding_that_gives
from pipeline.checks.report import Report
from pipeline.model import Fact, Observation, Ratio, Repair

__all__ = ["edit", "ratio_repairs", "rewritten"]

_NUMERAL = regex.compile(r"\d+(?:[.,\s]\d+)*")
_MOST = 5
_PER_NUMBER = 2


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
    fact: Fact, old: Decimal, new: Decimal, then: str, *, last: bool = False
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
    def agrees(self) -> bool:
        possible = 0 <= self.k <= self.n and self.n > 0
        return possible and rounding_that_gives(percent_of(self.k, self.n), self.p) == "nearest"


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
        *_whole_edits(report, whole, ratio, sorted(_totals(report) - {n})),
        *(percentage if near else []),
        *_part_edits(report, part, ratio),
        *_whole_edits(report, whole, ratio, _slips(n)),
        *percentage,
    ]
    return tuple({(one.start, one.to): one for one in found}.values())[:_MOST]


def _part_edits(report: Report, part: Observation, ratio: _Ratio) -> Iterator[Repair]:
    fits = [fit for one in _slips(ratio.k) if (fit := ratio._replace(k=one)).agrees]
    for one in fits[:_PER_NUMBER]:
        yield from edit(part.fact, Decimal(ratio.k), Decimal(one.k), one.then(report))


def _whole_edits(
    report: Report, whole: Observation, ratio: _Ratio, wholes: Iterable[int]
) -> Iterator[Repair]:
    fits = [fit for one in wholes if (fit := ratio._replace(n=one)).agrees]
    for one in fits[:_PER_NUMBER]:
        yield from edit(whole.fact, Decimal(ratio.n), Decimal(one.n), one.then(report), last=True)


def _slips(number: int) -> list[int]:
    return [int(digits) for digits in one_digit_edits(str(number))]


def _totals(report: Report) -> set[int]:
    values = (one.fact.value for one in report.observations)
    return {int(one.whole) for one in values if isinstance(one, Ratio) and one.whole}


def _number(one: Observation, side: str) -> int | None:
    value = one.fact.value
    number = getattr(value, side if isinstance(value, Ratio) else "number", None)
    return None if number is None else int(number)


def _percent(one: Observation) -> Decimal | None:
    number: Decimal | None = getattr(one.fact.value, "number", None)
    return number
