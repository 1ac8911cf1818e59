"""BC404: facts that no check could compare with anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.checks.report import Report, places
from pipeline.model import Finding

__all__ = ["single_statement"]


def single_statement(report: Report, findings: Sequence[Finding]) -> Iterator[Finding]:
    """One row for every fact that no finding has stated or used so far."""
    spoken_of = {place for finding in findings for place in places(finding)}
    for one in report.in_order:
        if (one.fact.start, one.fact.end) not in spoken_of:
            malformed = getattr(one.fact.value, "flag", None)
            reason = "malformed" if malformed else "nothing_to_compare"
            yield report.finding("single_statement", "not_checkable", reason, one)
