"""BC302: the date of a cited document against the other dates around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from pipeline.checks.citations import Citation, dated, led_by, swapped
from pipeline.checks.doc_date import yearless
from pipeline.checks.report import Report
from pipeline.model import Date, Finding, Observation, Period

__all__ = ["doc_date_order"]

_NAME = "doc_date_order"
#: More days without a year than this are a calendar.
_MOST = 10
#: So many characters before a document tell that it is still to be issued.
_JUST_BEFORE = 60
_CLAUSE_END = regex.compile(r"[,;\n]")
_NEXT_LINE = regex.compile(r"[;\n]")
#: What may stand between the word of a later state of the text and its day.
_BEFORE_DAY = regex.compile(r"(?i)[\s:,]*(?:(?:vào\s+)?ngày|lúc|on|at)?[\s:]*$")


def doc_date_order(report: Report) -> Iterator[Finding]:
    """Every dated citation: issued before it is cited, in the year of its number."""
    around = _Around.of(report)
    for citation, date in around.cited:
        yield _judged(report, citation, date, around)


class _Around(NamedTuple):
    """The dated citations of the report, by sentence too, and its days without a year.

    ``earlier`` are the days without a year that are before all of those above them.
    """

    cited: list[tuple[Citation, Observation]]
    by_sentence: Mapping[int, Sequence[tuple[Citation, Observation]]]
    open_days: list[tuple[Observation, Date]]
    earlier: list[tuple[Observation, Date]]

    @classmethod
    def of(cls, report: Report) -> _Around:
        cited, open_days = list(dated(report)), list(yearless(report))
        by_sentence: dict[int, list[tuple[Citation, Observation]]] = {}
        for one in cited:
            by_sentence.setdefault(one[0].place.fact.sentence_start, []).append(one)
        return cls(cited, by_sentence, open_days, _earlier(open_days))


def _earlier(days: Sequence[tuple[Observation, Date]]) -> list[tuple[Observation, Date]]:
    found: list[tuple[Observation, Date]] = []
    earliest: str | None = None
    for one, value in days:
        if value.not_after is not None and (earliest is None or value.not_after < earliest):
            found.append((one, value))
            earliest = value.not_after
    return found


def _judged(report: Report, citation: Citation, date: Observation, around: _Around) -> Finding:
    issued = citation.number.issued or ""
    uses = _others(report, date, around)
    if citation.number.year and citation.number.year != int(issued[:4]):
        return report.finding(
            _NAME,
            "contradicted",
            "year_of_number_differs",
            date,
            [citation.place],
            alert="error",
            computed=str(citation.number.year),
        )
    citing = None if _is_listed(report, around) else report.document.issued
    if citing is not None and _is_later_text(report, citing, issued):
        return report.finding(_NAME, "not_checkable", "no_second_date", date, computed=issued)
    if citing is not None and _is_to_come(report, citation):
        return report.finding(_NAME, "not_checkable", "still_to_come", date, computed=issued)
    if citing is not None and issued > citing[: len(issued)]:
        return _cited_too_early(report, citation, date, citing)
    late = next((one for one, value in around.earlier if _before(value, issued)), None)
    if late is not None:
        return report.finding(
            _NAME,
            "implausible",
            "cited_before_issued",
            date,
            [late],
            alert="warn",
            words={"citing": late.fact.text},
        )
    if implemented := _implemented_later(report, citation, date, around):
        return report.finding(
            _NAME, "implausible", "implements_a_later_document", date, [implemented], alert="note"
        )
    if not uses and citing is None:
        return report.finding(_NAME, "not_checkable", "no_second_date", date, computed=issued)
    others = [one.fact.text for one in uses] or [citing or ""]
    return report.finding(
        _NAME,
        "consistent",
        "dates_in_order",
        date,
        uses,
        computed=issued,
        words={"others": ", ".join(dict.fromkeys(others))},
    )


def _is_listed(report: Report, around: _Around) -> bool:
    """Whether the day of the report is but that of one of some documents, in a list."""
    for (citation, date), (other, _) in pairwise(around.cited):
        if report.document.issued not in (citation.number.issued, other.number.issued):
            continue
        stated = (other.number.stated_type or "").casefold()
        between = report.document.text[date.fact.end : other.place.fact.start]
        last = _NEXT_LINE.split(between)[-1].casefold().strip()
        if stated and last.startswith(stated) and _NEXT_LINE.search(between):
            return True
    return False


def _is_later_text(report: Report, citing: str, issued: str) -> bool:
    """Whether a text was brought up to date since its day, as an act with its changes is.

    *Cập nhật ngày 20/5/2021*: what is cited may be as late as that.
    """
    if issued <= citing[: len(issued)]:
        return False
    text = report.document.text
    if report.says("consolidated_text", text):
        return True
    return any(
        isinstance(one.fact.value, Date)
        and (one.fact.value.date or "") >= issued
        and report.ends_with("updated", _BEFORE_DAY.sub("", text[: one.fact.start][-_JUST_BEFORE:]))
        for one in report.in_order
    )


def _is_to_come(report: Report, citation: Citation) -> bool:
    """Whether a document is still to be issued: *dự kiến trình dự thảo Nghị quyết số 30*.

    Or the day behind it is that of a conference about it that is still to come.
    """
    fact = citation.place.fact
    behind = _CLAUSE_END.split(report.document.text[fact.end : fact.sentence_end])[0]
    if report.says("event", led_by(report, citation)) and report.says("foreseen", behind):
        return True
    start = max(fact.sentence_start, fact.start - _JUST_BEFORE)
    before = _CLAUSE_END.split(report.document.text[start : fact.start])[-1]
    return report.says("draft", before) or report.says("to_be_issued", before)


def _others(report: Report, date: Observation, around: _Around) -> list[Observation]:
    """The dates and periods of the sentence, and the days whose year is not printed."""
    sentence = report.by_sentence[date.fact.sentence_start]
    found = [one for one in sentence if isinstance(one.fact.value, Date | Period)]
    found += [one for one, _ in around.open_days[:_MOST]]
    unique = {one.fact.id: one for one in found if one.fact.id != date.fact.id}
    return list(unique.values())


def _cited_too_early(report: Report, citation: Citation, date: Observation, citing: str) -> Finding:
    issued = citation.number.issued or ""
    parts = issued.split("-")
    other = "-".join((parts[0], parts[2], parts[1])) if len(parts) == 3 else issued
    exchanged = swapped(issued, other) and parts[2] <= "12" and other <= citing
    return report.finding(
        _NAME,
        "supported_if" if exchanged else "contradicted",
        "in_order_if_exchanged" if exchanged else "cited_before_issued",
        date,
        alert="warn" if exchanged else "error",
        condition=report.phrase("condition.day_month") if exchanged else None,
        computed=issued,
        words={"citing": citing},
    )


def _before(value: Date, issued: str) -> bool:
    """Whether a day without a year is surely before the document was issued."""
    return value.not_after is not None and value.not_after < issued


def _is_next_of_list(report: Report, other: Citation, between: str) -> bool:
    """Whether a document only follows in a list: *Kế hoạch về thực hiện … và Kế hoạch số 40*."""
    joints = list(report.all_words("and", between))
    stated = (other.number.stated_type or "").casefold()
    last = between[joints[-1].end() :].casefold().strip(" :.") if joints else ""
    return bool(stated) and last.startswith(stated) and len(last.split()) <= len(stated.split()) + 1


def _implemented_later(
    report: Report, citation: Citation, date: Observation, around: _Around
) -> Observation | None:
    """The document that this one is said to carry out, if it was issued later."""
    for other, other_date in around.by_sentence.get(date.fact.sentence_start, ()):
        fact = other.place.fact
        if fact.start < date.fact.end:
            continue
        between = report.document.text[date.fact.end : fact.start]
        if any(mark in between for mark in ",;"):
            continue
        if not report.says("according_to", between) or not report.says("about", between):
            continue
        if _is_next_of_list(report, other, between):
            continue
        if (other.number.issued or "") > (citation.number.issued or ""):
            return other_date
    return None
