"""The documents that a report cites, with the dates that it gives them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from pipeline.checks.report import Report, once
from pipeline.model import Date, DocumentNumber, Observation

__all__ = ["Citation", "citations", "dated", "led_by", "plain_code", "swapped"]

#: How far behind its document number a date may stand.
_NEAR = 40
#: So many characters before a number tell whose number it may be.
_AHEAD = 120
#: What ends the phrase that a document number belongs to.
_PHRASE_ENDS = regex.compile(r"(?i)[,;:()\n]|\d|(?<!\bno)\.\s")
_PLAIN = str.maketrans("đĐÐ", "DDD")


class Citation(NamedTuple):
    """A mention of a document."""

    place: Observation
    number: DocumentNumber


@once
def citations(report: Report) -> Iterator[Citation]:
    """Every mention of a document, in reading order."""
    for one in report.in_order:
        if isinstance(one.fact.value, DocumentNumber):
            yield Citation(one, one.fact.value)


@once
def dated(report: Report) -> Iterator[tuple[Citation, Observation]]:
    """The mentions that are followed by the date of the document, with that date."""
    for citation in citations(report):
        date = _date_of(report, citation)
        if date is not None:
            yield citation, date


def _date_of(report: Report, citation: Citation) -> Observation | None:
    fact = citation.place.fact
    for one in report.by_sentence[fact.sentence_start]:
        value = one.fact.value
        if one.fact.start < fact.end or not isinstance(value, Date):
            continue
        if one.fact.start - fact.end > _NEAR:
            return None
        between = report.inside_range(fact.end, one.fact.start)
        if value.date is not None and citation.number.issued == value.date and not between:
            return one
    return None


def led_by(report: Report, citation: Citation) -> str:
    """The words of the phrase that ends in a document number, without marks and other numbers.

    *Quyết định phê duyệt đề án số 12/QĐ-UBND* begins with the type of the number; the day behind
    *Hội nghị triển khai Nghị quyết số 20-NQ/TU* may be that of the conference.
    """
    fact = citation.place.fact
    start = max(fact.sentence_start, fact.start - _AHEAD)
    ahead: str = _PHRASE_ENDS.split(report.document.text[start : fact.start])[-1]
    joints = list(report.all_words("and", ahead))
    return ahead[int(joints[-1].end()) :] if joints else ahead


def plain_code(code: str | None) -> str:
    """A code without diacritics and in capitals: ``QĐ`` and ``QD`` are one.

    >>> plain_code("QĐ"), plain_code("CTr")
    ('QD', 'CTR')
    """
    return (code or "").translate(_PLAIN).upper()


def swapped(one: str, two: str) -> bool:
    """Whether two days are the same but for an exchange of day and month.

    >>> swapped("2023-07-11", "2023-11-07")
    True
    """
    first, second = one.split("-"), two.split("-")
    return (
        len(first) == len(second) == 3
        and first != second
        and [first[0], first[2], first[1]] == second
    )
