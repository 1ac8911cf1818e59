"""BC121: each share of an implausible group against the base that comes nearest to all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pipeline.arithmetic import Base, decimal_text, percent_of, printed
from pipeline.checks.groups import FAR, Group, groups, outlier, rule_at, smallest
from pipeline.checks.report import Report
from pipeline.model import Alert, Finding, Implied, Observation, Verdict

__all__ = ["shared_base_value"]

_NAME = "shared_base_value"
_REASONS: Mapping[str | None, str] = {
    "nearest": "fits_group_base",
    "cut_off": "fits_if_truncated",
    "rounded_up": "unreachable_at_group_base",
    None: "unreachable_at_group_base",
}
_OUTCOMES: Mapping[str, tuple[Verdict, Alert]] = {
    "fits_group_base": ("consistent", "none"),
    "fits_if_truncated": ("supported_if", "note"),
    "unreachable_at_group_base": ("implausible", "warn"),
}


def shared_base_value(report: Report) -> Iterator[Finding]:
    """Which share of a group is the odd one, and what it would take to print it."""
    for group in groups(report):
        base = _base(group)
        if base is None:
            continue
        for one, share, count in zip(group.members, group.shares, base.counts, strict=True):
            yield _value(report, one, share, Base(base.size, (count,)))


def _base(group: Group) -> Base | None:
    """The base to hold the shares against; None where the group is no cause for doubt."""
    if group.fit.outcome == "own_rules":
        return group.fit.base
    if group.fit.outcome == "none" and (odd := outlier(group.shares, group.cap or FAR)):
        return odd.base
    return None


def _value(report: Report, one: Observation, share: Decimal, base: Base) -> Finding:
    count = base.counts[0]
    reason = _REASONS[rule_at(share, count, base.size)]
    verdict, alert = _OUTCOMES[reason]
    alone = smallest((share,), "nearest", FAR)
    digits = max(2, -int(share.as_tuple().exponent) + 2)
    percent = percent_of(count, base.size)
    people = report.number(base.size)
    return report.finding(
        _NAME,
        verdict,
        reason,
        one,
        alert=alert,
        condition=(
            report.phrase("condition.cut_off_at", base=people)
            if verdict == "supported_if"
            else None
        ),
        computed=decimal_text(percent, digits),
        interval=printed(share),
        implied=Implied(low=base.size, high=base.size, counts=(count,)),
        words={
            "count": report.number(count),
            "base": people,
            "percent": report.number(percent, digits),
            "alone": report.number(alone.size) if alone else "–",
        },
    )
