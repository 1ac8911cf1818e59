"""BC403: digits of page furniture."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.report import Report
from pipeline.model import Finding, Mention

__all__ = ["boilerplate"]


def boilerplate(report: Report) -> Iterator[Finding]:
    """One row for each."""
    for one in report.mentions:
        if isinstance(one.value, Mention) and one.value.what == "boilerplate":
            yield report.finding("boilerplate", "not_checkable", "boilerplate", one)
