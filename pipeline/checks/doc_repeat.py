"""BC303: all mentions of one document number speak of one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.checks.citations import Citation, citations, plain_code, swapped
from pipeline.checks.report import Report
from pipeline.model import Finding

__all__ = ["doc_repeat", "resolved"]

_NAME = "doc_repeat"
#: Party numbers start again with every term; two dates this far apart are two documents.
_TERM = 2


def doc_repeat(report: Report) -> Iterator[Finding]:
    """Every document that is mentioned more than once, short references included."""
    for symbol, mentions in resolved(report).items():
        if symbol is not None and len(mentions) > 1:
            yield _compared(report, symbol, mentions)


def resolved(report: Report) -> dict[str | None, list[Citation]]:
    """The mentions of every symbol; under None the short references that fit no single one."""
    found: dict[str | None, list[Citation]] = {}
    for citation in citations(report):
        symbol = citation.number.symbol or _full(report, citation)
        found.setdefault(symbol, []).append(citation)
    return found


def _full(report: Report, short: Citation) -> str | None:
    """The one symbol in the text that a short reference can mean."""
    symbols = {
        other.number.symbol
        for other in citations(report)
        if other.number.symbol
        and _bare(other.number.number) == _bare(short.number.number)
        and plain_code(other.number.code) == plain_code(short.number.code)
    }
    return symbols.pop() if len(symbols) == 1 and short.number.plenum is None else None


def _bare(number: str) -> str:
    return number.lstrip("0")


def _compared(report: Report, symbol: str, mentions: Sequence[Citation]) -> Finding:
    first, *others = (one.place for one in mentions)
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
