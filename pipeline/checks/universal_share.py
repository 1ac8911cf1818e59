"""BC112: a claim about all or none of a group whose size is not stated."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.reading import is_share, share
from pipeline.checks.report import Report
from pipeline.model import Finding

__all__ = ["universal_share"]


def universal_share(report: Report) -> Iterator[Finding]:
    """Every share of 100% or 0% without a count."""
    for one in report.in_order:
        value = share(one)
        if value is None or not is_share(one) or one.share_of or one.target_of:
            continue
        if value.number in (0, 100):
            yield report.finding("universal_share", "not_checkable", "universal_no_count", one)
