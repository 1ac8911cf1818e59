"""BC303: all mentions of one document number speak of one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import combinations

import regex

from pipeline.checks.citations import Citation, citations, dated, led_by, plain_code, swapped
from pipeline.checks.report import Report
from pipeline.model import Date, Finding, Observation

__all__ = ["doc_repeat", "resolved", "short_form"]

_NAME = "doc_repeat"
#: Party numbers start again with every term; two dates this far apart are two documents.
_TERM = 2
#: Every so many years a congress begins a new term.
_CONGRESS = 5
#: So many characters behind a date tell whose document it is.
_BEHIND = 60
_NAME_END = regex.compile(r"[,;.()\n]")
#: A place in a bracket: *ngày 15/7/2021 (Bắc Giang)*.
_PLACE = regex.compile(r"\s*\((?P<name>\p{Lu}[^()\d;,]*)\)")


def doc_repeat(report: Report) -> Iterator[Finding]:
    """Every document that is mentioned more than once, short references included."""
    dates = {citation.place.fact.id: date for citation, date in dated(report)}
    for symbol, mentions in resolved(report).items():
        if symbol is not None and len(mentions) > 1:
            places = [one.place for one in mentions]
            places += [dates[one.fact.id] for one in places if one.fact.id in dates]
            yield _compared(report, symbol, mentions, places)


def resolved(report: Report) -> dict[str | None, list[Citation]]:
    """The mentions of every symbol; under None the short references that fit no single one."""
    cited = citations(report)
    symbols: dict[tuple[str, str], set[str]] = {}
    for citation in cited:
        if citation.number.symbol:
            symbols.setdefault(short_form(citation), set()).add(citation.number.symbol)
    found: dict[str | None, list[Citation]] = {}
    for citation in cited:
        symbol = citation.number.symbol
        meant = symbols.get(short_form(citation), set())
        if symbol is None and len(meant) == 1 and citation.number.plenum is None:
            symbol = next(iter(meant))
        found.setdefault(symbol, []).append(citation)
    return found


def short_form(citation: Citation) -> tuple[str, str]:
    """The code and number that a short reference gives: *Resolution 18* for 18-NQ/TW."""
    return plain_code(citation.number.code), citation.number.number.lstrip("0")


def _compared(
    report: Report, symbol: str, mentions: Sequence[Citation], places: Sequence[Observation]
) -> Finding:
    first, *others = places
    dates = list(dict.fromkeys(one.number.issued for one in mentions if one.number.issued))
    if len(dates) < 2:
        return report.finding(
            _NAME,
            "consistent",
            "same_symbol",
            first,
            others,
            computed=symbol,
            words={"symbol": symbol},
        )
    listed = ", ".join(dates)
    if len(dates) == 2 and swapped(*dates):
        return report.finding(
            _NAME,
            "supported_if",
            "day_and_month_exchanged",
            first,
            others,
            alert="note",
            condition=report.phrase("condition.day_month"),
            computed=listed,
            words={"symbol": symbol, "dates": listed},
        )
    if not _one_document(report, symbol, mentions, places):
        return report.finding(
            _NAME,
            "not_checkable",
            "another_document_possible",
            first,
            others,
            computed=listed,
            words={"symbol": symbol, "dates": listed},
        )
    two_terms = "/" in symbol and all(_other_term(symbol, *pair) for pair in combinations(dates, 2))
    return report.finding(
        _NAME,
        "not_checkable" if two_terms else "contradicted",
        "two_documents_possible" if two_terms else "two_dates",
        first,
        others,
        alert="note" if two_terms else "error",
        computed=listed,
        words={"symbol": symbol, "dates": listed},
    )


def _other_term(symbol: str, one: str, two: str) -> bool:
    """Whether a number without a year can have been given twice.

    The numbers of the Party begin anew with each term: *15-KH/TU* of 2020 and 2021 are two.
    """
    first, last = sorted((int(one[:4]), int(two[:4])))
    new_term = first % _CONGRESS == 0 and last > first
    return not _has_year(symbol) and (new_term or last - first >= _TERM)


def _has_year(symbol: str) -> bool:
    return symbol.split("/")[1][:4].isdigit()


def _one_document(
    report: Report, symbol: str, mentions: Sequence[Citation], places: Sequence[Observation]
) -> bool:
    """Whether nothing but one document can have this symbol, and nothing else these dates.

    The numbers of the State begin anew each year (*01/NQ-CP*), every district has its *05-NQ/HU*.
    """
    dates = {one.number.issued for one in mentions if one.number.issued}
    code, _, tail = symbol.partition("/")
    if tail and not _has_year(symbol):
        if code.isdigit() and len({date[:4] for date in dates}) > 1:
            return False
        if report.is_one_of("many_bodies", tail):
            return False
    days = [one for one in places if isinstance(one.fact.value, Date)]
    sure: set[str] = set()
    names: set[str] = set()
    for one in mentions:
        fact = one.place.fact
        date = next((day for day in days if 0 <= day.fact.start - fact.end <= _BEHIND), None)
        if date is None:
            sure |= {one.number.issued} if one.number.issued else set()
            continue
        behind = report.document.text[date.fact.end : date.fact.end + _BEHIND]
        if name := _body(report, behind):
            names.add(name)
        if _is_of_next(report, report.between(one.place, date), behind):
            continue
        if report.opens_with("in_force", behind.lstrip(" ,(")):
            continue  # *Nghị quyết số 05/2021/NQ-HĐND, ngày 25/7/2021 có hiệu lực*
        if _is_of_event(report, one, dates):
            continue
        sure |= {one.number.issued} if one.number.issued else set()
    alike = all(one.startswith(two) or two.startswith(one) for one, two in combinations(names, 2))
    return alike and len(sure) > 1


def _is_of_event(report: Report, one: Citation, dates: Set[str]) -> bool:
    """Whether a date may be that of what a document gave rise to, and cannot be a slip.

    *Hội nghị quán triệt Nghị quyết số 18-NQ/TW ngày 12/12/2017*, *kế hoạch thực hiện Chỉ thị số
    05-CT/TW ngày 3/8/2016*: it is a later day, of which day and month differ from the document's.
    """
    issued = one.number.issued or ""
    stated = (one.number.stated_type or "").casefold()
    led = led_by(report, one).casefold()
    head = led[: led.rfind(stated)] if stated and stated in led else led
    if not (report.says("event", head) or report.says("carrying_out", head)):
        return False
    others = [other for other in dates if other < issued]
    return any(
        sum(a != b for a, b in zip(other.split("-"), issued.split("-"), strict=False)) > 1
        for other in others
    )


def _body(report: Report, behind: str) -> str | None:
    """The body or place right behind a date: *ngày 12/3/2021 của Tỉnh ủy Bắc Giang*."""
    if place := _PLACE.match(behind):
        return " ".join(place["name"].casefold().split())
    found = report.opens_with("of_body", behind.lstrip())
    if found is None:
        return None
    name = _NAME_END.split(behind.lstrip()[found.end() :])[0]
    end = min((one.start() for one in _stops(report, name)), default=len(name))
    return " ".join(name[:end].casefold().split()) or None


def _stops(report: Report, name: str) -> list[regex.Match[str]]:
    return [*report.all_words("and", name), *report.all_words("about", name)]


def _is_of_next(report: Report, between: str, behind: str) -> bool:
    """Whether a date behind a comma may be that of what follows: *số 05-CT/TW, ngày 2/6 họp*."""
    words = behind.lstrip(" ,")
    if "," not in between:
        return False
    known = ("of_body", "about", "and")
    begins = words[:1].isupper() or report.opens_with("who_acts", words) is not None
    return begins and not any(report.opens_with(one, words) for one in known)
