"""BC306: results that are dated against the deadlines of their targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from pipeline.checks.citations import dated
from pipeline.checks.reading import days
from pipeline.checks.report import Report
from pipeline.model import Date, Finding, Observation

__all__ = ["date_order"]

_NAME = "date_order"
#: What parts the clauses of a sentence.
_STOP = regex.compile(r"[;\n]")
#: Words of time between the word that sets a deadline and its day.
_TIME = regex.compile(
    r"(?i)(?:[\s:]*(?:năm|tháng|quý|ngày|hết|cuối|đầu|the|end|of|early|mid))*[\s:]*$"
)


def date_order(report: Report) -> Iterator[Finding]:
    """Every sentence that dates a result and, in brackets, the deadline of its target."""
    issued = {date.fact.id for _, date in dated(report)}
    for sentence in report.by_sentence.values():
        deadlines = [
            one
            for one in sentence
            if _day(one) and one.fact.id not in issued and _deadline(report, one)
        ]
        for reached, held in _pairs(report, sentence, deadlines):
            yield _judged(report, reached, held)


def _pairs(
    report: Report, sentence: Sequence[Observation], deadlines: Sequence[Observation]
) -> Iterator[tuple[Observation, list[Observation]]]:
    """Every day on which something was reached, with the deadlines up to the next such day."""
    held: list[Observation] = []
    last: Observation | None = None
    since = -1
    for one in deadlines:
        days = [day for day in sentence if _day(day) and since < day.fact.start < one.fact.start]
        reached = [day for day in days if not report.bracket_of(day)]
        if reached:
            if last is not None:
                yield last, held
            last, held = reached[0], []
        held.append(one)
        since = one.fact.start
    if last is not None:
        yield last, held


def _day(one: Observation) -> tuple[str, str] | None:
    return days(one.fact.value.date or "") if isinstance(one.fact.value, Date) else None


def _deadline(report: Report, one: Observation) -> bool:
    """Whether a bracket of a target sets a day: no *(theo Kế hoạch số 12-KH/TU ngày 15/3/2022)*."""
    bracket = report.bracket_of(one)
    if bracket is None or not report.says("target", bracket.text):
        return False
    led = _TIME.sub("", report.document.text[bracket.start : one.fact.start])
    return report.ends_with("due", led) or report.ends_with("plan_words", led)


def _judged(report: Report, reached: Observation, deadlines: Sequence[Observation]) -> Finding:
    last = (_day(reached) or ("", ""))[1]
    ends = [end for one in deadlines if (end := (_day(one) or ("", ""))[1])]
    if last <= max(ends):
        return report.finding(
            _NAME, "supported", "before_deadline", reached, deadlines, computed=last
        )
    passage = report.document.passages[reached.fact.passage]
    text = report.document.text[passage.start : passage.end]
    behind = report.document.text[deadlines[-1].fact.end : reached.fact.sentence_end]
    late = report.says("late", _STOP.split(behind)[0])
    ahead = report.says("ahead", text) and not late
    return report.finding(
        _NAME,
        "implausible" if ahead else "not_checkable",
        "after_deadline" if ahead else "deadline_passed",
        reached,
        deadlines,
        alert="warn" if ahead else "none",
        computed=last,
    )
