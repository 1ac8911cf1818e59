"""BC305: days that exist, and days whose year is not printed."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.citations import dated
from pipeline.checks.report import Report
from pipeline.model import Date, Finding, Observation

__all__ = ["doc_date", "yearless"]

_NAME = "doc_date"


def doc_date(report: Report) -> Iterator[Finding]:
    """Impossible days, and the first year that a day without one can have."""
    for one in report.in_order:
        value = one.fact.value
        if isinstance(value, Date) and value.date is None:
            yield report.finding(
                _NAME, "contradicted", "no_such_day", one, alert="error", computed=value.flag
            )
    for one, value in yearless(report):
        yield _bounded(report, one, value)


def yearless(report: Report) -> Iterator[tuple[Observation, Date]]:
    """The days that are printed without their year."""
    for one in report.in_order:
        value = one.fact.value
        if isinstance(value, Date) and value.date is not None and value.date.startswith("--"):
            yield one, value


def _bounded(report: Report, one: Observation, value: Date) -> Finding:
    cited = max((date for date in _cited(report)), default=None)
    known = max(filter(None, (cited, value.not_before)), default=None)
    if known is None:
        return report.finding(_NAME, "not_checkable", "year_missing_unbounded", one)
    day = (value.date or "")[2:]
    year = int(known[:4]) + (day < known[5:])
    uses = [place for _, place in dated(report) if str(place.fact.value) == known]
    return report.finding(
        _NAME,
        "not_checkable",
        "year_missing",
        one,
        uses,
        computed=f"{year}..",
        words={"year": year},
    )


def _cited(report: Report) -> Iterator[str]:
    """The days of the documents that the report cites: it is later than all of them."""
    for citation, _ in dated(report):
        issued = citation.number.issued or ""
        if len(issued) == len("2022-07-07"):
            yield issued
