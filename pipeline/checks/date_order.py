"""BC306: results that are dated against the deadlines of their targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.checks.reading import days
from pipeline.checks.report import Report
from pipeline.model import Date, Finding, Observation

__all__ = ["date_order"]

_NAME = "date_order"


def date_order(report: Report) -> Iterator[Finding]:
    """Every sentence that dates a result and, in brackets, the deadline of its target."""
    for sentence in report.by_sentence.values():
        deadlines = [one for one in sentence if _day(one) and _deadline(report, one)]
        if not deadlines:
            continue
        first = deadlines[0].fact.start
        reached = [one for one in sentence if _day(one) and one.fact.start < first]
        reached = [one for one in reached if not report.bracket_of(one)]
        if reached:
            yield _judged(report, reached[0], deadlines)


def _day(one: Observation) -> tuple[str, str] | None:
    return days(one.fact.value.date or "") if isinstance(one.fact.value, Date) else None


def _deadline(report: Report, one: Observation) -> bool:
    bracket = report.bracket_of(one)
    return bracket is not None and report.says("target", bracket.text)


def _judged(report: Report, reached: Observation, deadlines: Sequence[Observation]) -> Finding:
    last = (_day(reached) or ("", ""))[1]
    ends = [end for one in deadlines if (end := (_day(one) or ("", ""))[1])]
    if all(last <= end for end in ends):
        return report.finding(
            _NAME, "supported", "before_deadline", reached, deadlines, computed=last
        )
    passage = report.document.passages[reached.fact.passage]
    text = report.document.text[passage.start : passage.end]
    ahead = report.says("ahead", text)
    return report.finding(
        _NAME,
        "implausible" if ahead else "not_checkable",
        "after_deadline" if ahead else "deadline_passed",
        reached,
        deadlines,
        alert="warn" if ahead else "none",
        computed=last,
    )
