"""BC111: a share without count or total, which nothing in the text can confirm."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.groups import groups
from pipeline.checks.reading import share
from pipeline.checks.report import Report
from pipeline.checks.share_sum import listed_with_rest
from pipeline.model import Finding, Observation

__all__ = ["share_no_count"]

_ALL_OR_NONE = (0, 100)


def share_no_count(report: Report) -> Iterator[Finding]:
    """Every share that stands alone; results with a target too, for the share itself."""
    held = {one.fact.id for group in groups(report) for one in group.members}
    held |= {one.fact.id for parts in listed_with_rest(report) for one in parts}
    for one in report.in_order:
        if one.fact.id not in held and _alone(one):
            yield report.finding("share_no_count", "not_checkable", "no_count_no_base", one)


def _alone(one: Observation) -> bool:
    value = share(one)
    return (
        value is not None
        and value.number not in _ALL_OR_NONE
        and one.share_of is None
        and one.target_of is None
        and one.change is None
    )
