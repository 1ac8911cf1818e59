"""BC120: several shares of one body, and the number of people that gives them all."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.arithmetic import Base, Rounding
from pipeline.checks.groups import FAR, Fit, Group, Outlier, groups, outlier, smallest
from pipeline.checks.repairs import edit
from pipeline.checks.report import Report
from pipeline.model import Alert, Finding, Implied, Repair

__all__ = ["shared_base"]

_NAME = "shared_base"


def shared_base(report: Report) -> Iterator[Finding]:
    """The base that the shares of every group have in common, with the chance of luck."""
    for group in groups(report):
        match group.fit.outcome:
            case "nearest":
                yield _fits(report, group, group.fit)
            case "cut_off":
                yield _fits_if_cut_off(report, group, group.fit)
            case "own_rules" | "none":
                yield _implausible(report, group, group.fit)
            case "no_power":
                yield _no_power(report, group, group.fit)


def _fits(report: Report, group: Group, fit: Fit) -> Finding:
    return report.finding(
        _NAME,
        "consistent",
        "small_common_base",
        group.members[0],
        group.members[1:],
        computed=_computed(fit.base),
        implied=_implied(fit.base),
        chance=fit.chance,
        words=_words(report, fit.base),
    )


def _fits_if_cut_off(report: Report, group: Group, fit: Fit) -> Finding:
    return report.finding(
        _NAME,
        "supported_if",
        "small_common_base_if_cut_off",
        group.members[0],
        group.members[1:],
        condition=report.phrase("condition.cut_off"),
        computed=_computed(fit.base),
        implied=_implied(fit.base),
        chance=fit.chance,
        words=_words(report, fit.base),
    )


def _implausible(report: Report, group: Group, fit: Fit) -> Finding:
    odd = outlier(group.shares, group.cap or FAR)
    base = fit.base or (odd.base if odd else None)
    alert: Alert = "warn" if fit.base is None or odd else "note"
    return report.finding(
        _NAME,
        "implausible",
        "no_plausible_base_under_one_rule" if fit.base else "no_plausible_base",
        group.members[0],
        group.members[1:],
        alert=alert,
        computed=_smallest(group),
        implied=_implied(base),
        chance=fit.chance,
        repairs=_repairs(report, group, odd),
        words={"cap": report.number(group.cap or FAR), **_words(report, base)},
    )


def _no_power(report: Report, group: Group, fit: Fit) -> Finding:
    return report.finding(
        _NAME,
        "not_checkable",
        "no_power_at_this_base" if fit.base else "no_base_and_no_cap",
        group.members[0],
        group.members[1:],
        computed=_computed(fit.base),
        implied=_implied(fit.base),
        chance=fit.chance,
        words=_words(report, fit.base),
    )


def _repairs(report: Report, group: Group, odd: Outlier | None) -> tuple[Repair, ...]:
    if odd is None:
        return ()
    rule = report.phrase(f"condition.{odd.rule}")
    then = report.phrase("then.people", people=report.number(odd.base.size), rule=rule)
    old = group.shares[odd.at]
    return tuple(edit(group.members[odd.at].fact, old, odd.would_print, then))


def _words(report: Report, base: Base | None) -> dict[str, str]:
    if base is None:
        return {"base": "–", "counts": "–"}
    counts = ", ".join(f"{report.number(one)}/{report.number(base.size)}" for one in base.counts)
    return {"base": report.number(base.size), "counts": counts}


def _implied(base: Base | None) -> Implied | None:
    return base and Implied(low=base.size, high=base.size, counts=base.counts)


def _computed(base: Base | None) -> str | None:
    return None if base is None else str(base.size)


def _smallest(group: Group) -> str:
    """The smallest base under every single rule, as ``nearest 2409, cut_off 615``."""
    rules: tuple[Rounding, ...] = ("nearest", "cut_off", "rounded_up")
    found = {rule: smallest(group.shares, rule, FAR) for rule in rules}
    return ", ".join(f"{rule} {base.size if base else '–'}" for rule, base in found.items())
