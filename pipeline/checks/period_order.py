"""BC307: periods run forward, and *from now until* ends after what is cited."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from pipeline.checks.citations import dated
from pipeline.checks.reading import days
from pipeline.checks.report import Report
from pipeline.model import Date, Finding, Observation, Period, Repair

__all__ = ["period_order"]

_NAME = "period_order"
_DAY = len("2022-07-07")
#: How far from two years the words may stand that take one from the other.
_NEAR = 40
_CLAUSE_END = regex.compile(r"[,;.\n]")


def period_order(report: Report) -> Iterator[Finding]:
    """Every period, and every horizon that is counted from the day of the report."""
    cited = [(citation.number.issued or "", place) for citation, place in dated(report)]
    latest = max(cited, key=lambda pair: pair[0], default=None)
    for first, last in _stretches(report):
        yield _stretch(report, first, last)
    for one in report.in_order:
        match one.fact.value:
            case Period() as period:
                yield _period(report, one, period)
            case Date() as date:
                yield from _horizon(report, one, date, latest)
            case _:
                pass


def _stretches(report: Report) -> Iterator[tuple[Observation, Observation]]:
    """Two days with their years and nothing but *from* and *to* around them."""
    for sentence in report.by_sentence.values():
        for first, last in pairwise(sentence):
            before = report.document.text[first.fact.sentence_start : first.fact.start]
            if (
                _is_day(first)
                and _is_day(last)
                and report.ends_with("from_day", before)
                and report.is_one_of("to_day", report.between(first, last))
            ):
                yield first, last


def _is_day(one: Observation) -> bool:
    value = one.fact.value
    return isinstance(value, Date) and value.date is not None and len(value.date) == _DAY


def _stretch(report: Report, first: Observation, last: Observation) -> Finding:
    days_ = [str(one.fact.value) for one in (first, last)]
    forward = days_[0] <= days_[1]
    return report.finding(
        _NAME,
        "consistent" if forward else "contradicted",
        "days_forward" if forward else "days_backward",
        last,
        [first],
        alert="none" if forward else "error",
        computed="..".join(days_),
    )


def _period(report: Report, one: Observation, period: Period) -> Finding:
    start, end = days(period.start_date), days(period.end_date)
    if start is None or end is None:
        return report.finding(_NAME, "not_checkable", "year_missing", one)
    if start[0] <= end[0]:
        return report.finding(
            _NAME, "consistent", "period_forward", one, computed=f"{start[0]}..{end[1]}"
        )
    if _is_difference(report, one):
        return report.finding(_NAME, "not_checkable", "two_years_compared", one)
    turned = f"{period.end_date}-{period.start_date}"
    fact = one.fact
    return report.finding(
        _NAME,
        "contradicted",
        "period_backward",
        one,
        alert="error",
        computed=f"{start[0]}..{end[1]}",
        repairs=[Repair(text=fact.text, to=turned, start=fact.start, end=fact.end)],
    )


def _is_difference(report: Report, one: Observation) -> bool:
    """Whether a year is held against one before: *so sánh (2023-2022)*."""
    fact, text = one.fact, report.document.text
    before = text[max(fact.sentence_start, fact.start - _NEAR) : fact.start]
    if report.ends_with("stretch", before):
        return False
    behind = text[fact.end : min(fact.sentence_end, fact.end + _NEAR)]
    near = (_CLAUSE_END.split(before)[-1], _CLAUSE_END.split(behind)[0])
    return any(report.says("difference", words) for words in near)


def _horizon(
    report: Report, one: Observation, date: Date, latest: tuple[str, Observation] | None
) -> Iterator[Finding]:
    before = report.document.text[one.fact.sentence_start : one.fact.start]
    end = days(date.date or "")
    if end is None or not report.ends_with("from_now_until", before):
        return
    if latest is None:
        yield report.finding(_NAME, "not_checkable", "nothing_cited", one)
        return
    open_ = latest[0] <= end[1]
    yield report.finding(
        _NAME,
        "consistent" if open_ else "implausible",
        "date_window_open" if open_ else "date_window_empty",
        one,
        [latest[1]],
        alert="none" if open_ else "warn",
        computed=f"{latest[0]}..{end[1]}",
    )
