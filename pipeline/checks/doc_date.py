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
    cited = max(_cited(report), key=lambda pair: pair[0], default=None)
    for one, value in yearless(report):
        yield _bounded(report, one, value, cited)


def yearless(report: Report) -> Iterator[tuple[Observation, Date]]:
    """The days that are printed without their year."""
    for one in report.in_order:
        value = one.fact.value
        if isinstance(value, Date) and value.date is not None and value.date.startswith("--"):
            yield one, value


def _bounded(
    report: Report, one: Observation, value: Date, cited: tuple[str, Observation] | None
) -> Finding:
    known = max(filter(None, (cited and cited[0], value.not_before)), default=None)
    if known is None:
        return report.finding(_NAME, "not_checkable", "year_missing_unbounded", one)
    day = (value.date or "")[2:]
    year = int(known[:4]) + (day.strip("-") < known[5:])
    return report.finding(
        _NAME,
        "not_checkable",
        "year_missing",
        one,
        [cited[1]] if cited else [],
        computed=f"{year}..",
        words={"year": year},
    )


def _cited(report: Report) -> Iterator[tuple[str, Observation]]:
    """The days of the documents that the report cites: it is later than all of them."""
    for citation, place in dated(report):
        issued = citation.number.issued or ""
        if len(issued) == len("2022-07-07"):
            yield issued, place
