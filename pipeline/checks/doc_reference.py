"""BC304: references without a symbol, and dates against those of known documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import regex

from pipeline.checks.citations import Citation, dated, plain_code, swapped
from pipeline.checks.doc_repeat import resolved, short_form
from pipeline.checks.report import Place, Report
from pipeline.model import Finding, Span
from pipeline.rulebook import KnownDocument

__all__ = ["doc_reference"]

_NAME = "doc_reference"
_OPENING = regex.compile(r"\s*\(?\s*")


def doc_reference(report: Report) -> Iterator[Finding]:
    """Short references that no symbol of the text explains, and known documents with dates."""
    full = resolved(report)
    numbers = Counter(short_form(one[0]) for symbol, one in full.items() if symbol is not None)
    for citation in full.get(None, ()):
        yield _short(report, citation, several=numbers[short_form(citation)] > 1)
    for citation, date in dated(report):
        yield from _known_date(report, citation, date)


def _short(report: Report, citation: Citation, *, several: bool) -> Finding:
    terms = _terms(report, citation)
    known = _known(report, citation, [one.text for one in terms])
    listed = ", ".join(f"{one.symbol} ({one.issued[:4]})" for one in known)
    return report.finding(
        _NAME,
        "not_checkable",
        "several_candidates" if several else "no_symbol_no_date",
        citation.place,
        terms,
        computed=listed or None,
        words={"known": report.phrase("list.known", listed=listed) if listed else ""},
    )


def _terms(report: Report, citation: Citation) -> list[Span]:
    """The Roman numerals of the terms that a reference names."""
    fact = citation.place.fact
    text = report.document.text
    opening = _OPENING.match(text, fact.end, fact.sentence_end)
    start = opening.end() if opening is not None else fact.end
    found = report.terms_of_office.match(text, start, fact.sentence_end)
    if found is None:
        return []
    places = zip(found.captures("numeral"), found.spans("numeral"), strict=True)
    return [Span(text=text, start=start, end=end) for text, (start, end) in places]


def _known(report: Report, citation: Citation, terms: list[str]) -> list[KnownDocument]:
    """Documents of those terms whose plenum, or number, is the number of the reference."""
    number = citation.number
    wanted = (number.plenum or number.number).lstrip("0")
    return [
        one
        for one in report.rulebook.known_documents
        if one.term in terms
        and wanted in (one.plenum, one.symbol.split("-")[0].lstrip("0"))
        and plain_code(_code(one.symbol)) == plain_code(number.code)
    ]


def _code(symbol: str) -> str:
    return symbol.partition("/")[0].partition("-")[2]


def _known_date(report: Report, citation: Citation, date: Place) -> Iterator[Finding]:
    issued = citation.number.issued or ""
    known = [
        one.issued
        for one in report.rulebook.known_documents
        if one.symbol == citation.number.symbol and len(one.issued) == len(issued)
    ]
    if issued in known:
        yield report.finding(
            _NAME, "consistent", "known_date_agrees", citation.place, [date], computed=issued
        )
        return
    for other in known:
        if swapped(issued, other):
            yield report.finding(
                _NAME,
                "supported_if",
                "known_date_exchanged",
                citation.place,
                [date],
                alert="note",
                condition=report.phrase("condition.day_month"),
                computed=other,
            )
        elif issued[:4] == other[:4]:
            # Another year may be another term, and then another document.
            yield report.finding(
                _NAME,
                "implausible",
                "known_date_differs",
                citation.place,
                [date],
                alert="note",
                computed=other,
            )
