"""BC303: all mentions of one document number speak of one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.checks.citations import Citation, citations, dated, plain_code, swapped
from pipeline.checks.report import Report
from pipeline.model import Finding, Observation

__all__ = ["doc_repeat", "resolved", "short_form"]

_NAME = "doc_repeat"
#: Party numbers start again with every term; two dates this far apart are two documents.
_TERM = 2


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
    """Whether a number without a year can have been given twice."""
    has_year = symbol.split("/")[1][:4].isdigit()
    return not has_year and abs(int(one[:4]) - int(two[:4])) >= _TERM
