"""BC113: a rule that gives a range of multiples, such as 1 to 1.3 times the incumbents."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.report import Report
from pipeline.model import Finding, Multiple

__all__ = ["coefficient_range"]


def coefficient_range(report: Report) -> Iterator[Finding]:
    """Whether every range of multiples runs upward; without counts no more can be said."""
    for one in report.in_order:
        value = one.fact.value
        if not isinstance(value, Multiple) or value.number is None or value.upto is None:
            continue
        if value.number < value.upto:
            yield report.finding("coefficient_range", "not_checkable", "norm_no_count", one)
        else:
            yield report.finding(
                "coefficient_range", "implausible", "range_runs_downward", one, alert="note"
            )
