"""BC308: terms last five years, those of a cell half as long.

And so many years are as many as the period in brackets behind them has.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from pipeline.checks.reading import exact_count
from pipeline.checks.report import Report
from pipeline.model import Finding, Observation, Period, Quantity

__all__ = ["period_length"]

_NAME = "period_length"
#: Party Charter, article 9 and 13: congresses meet every five years.
_TERM = 5
#: Article 24: a cell below a grassroots committee has two congresses in that time.
_LENGTHS = (2, 3, 5)
_NEAR = 40
#: Terms before were shorter, as the statutes of their time had it.
_FIRST = "1986"
#: The twelfth National Assembly and its Government; the People's Councils that lasted for two.
_SET_BY_LAW = frozenset({("2007", "2011"), ("2004", "2011")})
_CLOSED = regex.compile(r"[;)(]")
_CONGRESS = regex.compile(
    r"(?i)(?:đại\shội(?:\sđảng)?(?:\slần\sthứ)?|congress)\s[IVX]{1,5}\s?\(\s?$"
)


def period_length(report: Report) -> Iterator[Finding]:
    """The terms of every sentence, by their length in years; numbers of years with their period."""
    yield from _spans(report)
    for sentence in report.by_sentence.values():
        terms = [one for one in sentence if _is_term(report, one)]
        if not terms:
            continue
        lengths = [_years(one) for one in terms]
        known = _LENGTHS if _is_of_a_cell(report, terms[0]) else (_TERM,)
        fits = all(length in known for length in lengths)
        yield report.finding(
            _NAME,
            "consistent" if fits else "implausible",
            "term_length_ok" if fits else "term_length_differs",
            terms[0],
            terms[1:],
            alert="none" if fits else "note",
            computed=", ".join(str(length) for length in lengths),
            words={"lengths": ", ".join(str(length) for length in dict.fromkeys(lengths))},
        )


def _spans(report: Report) -> Iterator[Finding]:
    """Every number of years with the years from and to in the bracket right behind it."""
    for sentence in report.by_sentence.values():
        for one, two in pairwise(sentence):
            span, period = one.fact.value, two.fact.value
            if (
                isinstance(span, Quantity)
                and isinstance(period, Period)
                and (span.unit, span.comparator, span.per) == ("year", "=", None)
                and span.number is not None
                and span.upto is None
                and _of_years(period)
                and report.between(one, two).strip() == "("
                and report.document.text[two.fact.end :].lstrip()[:1] == ")"
                and not _is_of_some_years(report, one, two)
            ):
                yield _span(report, one, two)


def _is_of_some_years(report: Report, one: Observation, two: Observation) -> bool:
    """Whether a number of years is one of those in the bracket, and not all of them.

    *Sau 3 năm (2020 - 2025)*: so far, of the term; *có 2 năm (2020 - 2025) không đạt kế hoạch*.
    """
    text, fact = report.document.text, one.fact
    ahead = text[fact.sentence_start : fact.start]
    fewer = isinstance(fact.value, Quantity) and (fact.value.number or 0) < _years(two)
    led = report.ends_with("there_are", ahead)
    led = led or (_years(two) == _TERM and report.ends_with("after_years", ahead))
    behind = text[two.fact.end : two.fact.sentence_end]
    return fewer and (led or report.says("all_but", behind[:_NEAR]))


def _span(report: Report, one: Observation, two: Observation) -> Finding:
    """From 2016 to 2018 are three years, or two from the one to the other."""
    span, years = one.fact.value, _years(two)
    stated = span.number if isinstance(span, Quantity) else None
    fits = stated is not None and years <= stated <= years + 1
    if not fits and stated is not None and stated % 1:
        fits = years - 1 < stated < years + 1  # *2,5 năm (2020 - 2023)*: from October to April.
    return report.finding(
        _NAME,
        "consistent" if fits else "implausible",
        "span_ok" if fits else "span_differs",
        one,
        [two],
        alert="none" if fits else "warn",
        computed=f"{years}..{years + 1}",
        words={"years": years, "more": years + 1},
    )


def _of_years(period: Period) -> bool:
    return len(period.start_date) == len(period.end_date) == len("2020")


def _is_term(report: Report, one: Observation) -> bool:
    """Whether the word *term* stands by the period; a scheme may last as long as it likes."""
    value = one.fact.value
    if not isinstance(value, Period):
        return False
    text, fact = report.document.text, one.fact
    before = text[max(fact.sentence_start, fact.start - _NEAR) : fact.start]
    after = text[fact.end : min(fact.sentence_end, fact.end + _NEAR)]
    if _of_years(value) and _years(one) != _TERM:
        if _is_of_another_length(report, one, before):
            return False
        after = _CLOSED.split(after, maxsplit=1)[0]
    said = any(
        report.says("term", beside)
        and not report.says("time_horizon", beside)
        and not report.says("course", beside)
        for beside in (before, after)
    )
    if not _of_years(value) or not (value.term is not None or said):
        return False
    return _years(one) == _TERM or not _is_of_several(report, one)


def _is_of_another_length(report: Report, one: Observation, before: str) -> bool:
    """Whether a stretch of years is of a plan, of a body of the world, or of a time known.

    *Khóa XII trong đợt cải cách hành chính 2016-2020* names a term, and a plan nearer by.
    Congresses and assemblies of the country are told by calendar years: *Đại hội XI (2011-2015)*.
    """
    value, fact = one.fact.value, one.fact
    if not isinstance(value, Period):
        return False
    terms = [each.end() for each in report.all_words("term", before)]
    plans = [each.end() for each in report.all_words("plan_of_years", before)]
    if plans and (not terms or plans[-1] > terms[-1]):
        return not report.opens_with("term", report.document.text[fact.end :].lstrip(" -"))
    sentence = report.document.text[fact.sentence_start : fact.sentence_end]
    return (
        value.start_date < _FIRST
        or (value.start_date, value.end_date) in _SET_BY_LAW
        or (_years(one) == _TERM - 1 and _CONGRESS.search(before) is not None)
        or report.says("world_body", sentence)
    )


def _is_of_several(report: Report, one: Observation) -> bool:
    """Whether a stretch of years is said to hold several terms: *hai nhiệm kỳ (2008-2015)*."""
    counts = (each for each in report.by_sentence[one.fact.sentence_start] if each is not one)
    return any(
        each.fact.end <= one.fact.start
        and (exact_count(each) or 0) > 1
        and report.opens_with("term", report.between(each, one).lstrip()) is not None
        for each in counts
    )


def _is_of_a_cell(report: Report, one: Observation) -> bool:
    """Whether the sentence of a period speaks of a cell, whose term is shorter."""
    fact = one.fact
    return report.says("cell", report.document.text[fact.sentence_start : fact.sentence_end])


def _years(one: Observation) -> int:
    value = one.fact.value
    return int(value.end_date) - int(value.start_date) if isinstance(value, Period) else 0
