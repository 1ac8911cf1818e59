"""BC401: age limits say who is meant; they are no quantities."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.report import Report
from pipeline.model import AgeBand, Finding

__all__ = ["definition"]


def definition(report: Report) -> Iterator[Finding]:
    """One row for all age bands of the document."""
    bands = [one for one in report.in_order if isinstance(one.fact.value, AgeBand)]
    if bands:
        yield report.finding("definition", "not_checkable", "definition", bands[0], bands[1:])
