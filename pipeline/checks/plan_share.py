"""What was done, what was planned, and the percentage of the plan that is printed for them.

*1.430 đảng viên, đạt 120% kế hoạch (1.300 đảng viên)*: the plan must stand right behind the
percentage, with no words between them but those for a plan, and count what was done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

import regex

from pipeline.arithmetic import Interval, Rounding, printed
from pipeline.checks.reading import meaning, measured
from pipeline.checks.report import Report
from pipeline.model import Observation, Percentage, Ratio

__all__ = ["PlanShare", "plan_shares"]

#: How far behind what was done its percentage may stand.
_NEAR = 60
_RULES: tuple[Rounding, ...] = ("nearest", "any")
_DIGIT = regex.compile(r"\d")
_NOT_WORDS = regex.compile(r"[\s(,:]*")


class PlanShare(NamedTuple):
    """A percentage of a plan with what was done and what was planned."""

    share: Observation
    places: tuple[Observation, ...]
    quotient: Interval

    @property
    def percent(self) -> Interval:
        """The percentages that the printed figures admit."""
        return self.quotient.scaled(100)


def plan_shares(report: Report) -> Iterator[PlanShare]:
    """Every percentage of a plan whose two sides are printed."""
    for sentence in report.by_sentence.values():
        numbers = [one for one in sentence if measured(one) or isinstance(one.fact.value, Ratio)]
        for at, one in enumerate(numbers):
            if at == 0 or not _is_bare_share(one):
                continue
            done = numbers[at - 1]
            between = report.between(done, one)
            if len(between) > _NEAR or ";" in between or report.says("cumulated", between):
                continue
            if done.role == "target" or _DIGIT.search(between) is not None:
                continue  # *Tháng 9 thu 1.000 tỷ đồng, 9 tháng đạt 75% kế hoạch*
            if report.says("beyond", between):
                continue  # *Vượt 4% dự toán*: by so much more than all of it.
            if isinstance(done.fact.value, Ratio):
                yield from _over_plan(report, done, one)
                continue
            plan = numbers[at + 1] if at + 1 < len(numbers) else None
            if plan is None or not _is_its_plan(report, one, plan):
                continue
            if not _is_of_all(numbers[:at], one, plan):
                yield from _of_the_right(numbers[:at], one, plan)


def _is_bare_share(one: Observation) -> bool:
    value = one.fact.value
    return (
        isinstance(value, Percentage)
        and (value.comparator, value.upto, value.sign) == ("=", None, "%")
        and value.basis not in ("growth", "points", "of_base")
        and one.change is None
    )


def _is_its_plan(report: Report, share: Observation, plan: Observation) -> bool:
    """Whether only words for a plan stand between a percentage and a number."""
    between = report.between(share, plan)
    named = report.word("plan_is", between)
    rest = _NOT_WORDS.sub("", report.without("plan_is", between))
    return named is not None and not rest and report.says("plan_words", between)


def _is_of_all(before: Sequence[Observation], share: Observation, plan: Observation) -> bool:
    """Whether a percentage is right of what some numbers before it add up to.

    *Thu nội địa 6.000 tỷ đồng và thu hải quan 3.000 tỷ đồng, bằng 75% dự toán 12.000 tỷ đồng*.
    """
    value, whole = share.fact.value, measured(plan)
    if not isinstance(value, Percentage) or whole is None:
        return False
    total: Interval | None = None
    for number, one in enumerate(reversed(before)):
        part = measured(one)
        if part is None or one.fact.kind != plan.fact.kind or _unit(one) != _unit(plan):
            return False
        total = meaning(part) if total is None else total + meaning(part)
        quotient = total.over(meaning(whole)) if number else None
        if quotient is not None and quotient.scaled(100).meets(meaning(value)):
            return True
    return False


def _of_the_right(
    before: Sequence[Observation], share: Observation, plan: Observation
) -> Iterator[PlanShare]:
    """The percentage as that of the number right before it, or of one further off if that fits.

    *Trồng 5.200 ha rừng, riêng rừng sản xuất 4.000 ha, đạt 104% kế hoạch (5.000 ha)*: of all that
    was planted. An amount of a change is not what was done.
    """
    value = measured(share)
    nearest = before[-1]
    for one in reversed(before):
        loosely = one.model_copy(update={"indicator": plan.indicator})
        planned = next(_of_plan(loosely, share, plan), None)
        if value is None or planned is None:
            continue
        fits = (planned.percent.meets(printed(value.number or Decimal(0), rule)) for rule in _RULES)
        if one.role not in ("target", "plan") and any(fits):
            yield PlanShare(share, (one, plan), planned.quotient)
            return
    if nearest.change is None:
        yield from _of_plan(nearest, share, plan)


def _of_plan(done: Observation, share: Observation, plan: Observation) -> Iterator[PlanShare]:
    one, two = measured(done), measured(plan)
    if one is None or two is None or _unit(done) != _unit(plan) or done.fact.kind != plan.fact.kind:
        return
    if isinstance(one, Percentage) or done.indicator != plan.indicator:
        return
    quotient = meaning(one).over(meaning(two))
    if quotient is not None:
        yield PlanShare(share, (done, plan), quotient)


def _over_plan(report: Report, done: Observation, share: Observation) -> Iterator[PlanShare]:
    """More than what the slash is over is no part: it was planned."""
    value = done.fact.value
    if not isinstance(value, Ratio) or not value.part or not value.whole:
        return
    behind = report.document.text[share.fact.end : share.fact.sentence_end].lstrip()
    if share.share_of is None and value.part > value.whole and report.opens_with("plan_is", behind):
        quotient = printed(value.part).over(printed(value.whole))
        if quotient is not None:
            yield PlanShare(share, (done,), quotient)


def _unit(one: Observation) -> tuple[object, ...]:
    value = one.fact.value
    names = ("currency", "per") if one.fact.kind == "count" else ("currency", "unit", "per")
    return tuple(getattr(value, name, None) for name in names)
