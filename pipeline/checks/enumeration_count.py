"""BC205: *3 age groups (…)*: the announced number against the list that follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from pipeline.checks.reading import exact_count
from pipeline.checks.report import Report
from pipeline.model import AgeBand, Count, Finding, Observation, Period, Span

__all__ = ["enumeration_count"]

_NAME = "enumeration_count"
#: How far behind the number its noun, and behind the noun its list, may stand.
_NOUN = 40
_GAP = 60
_LEADING_WORDS = 3
#: How much of what follows may go on with a list, and how many items a slip leaves out.
_FURTHER = 1_500
_SHORT = 2
_WORD = regex.compile(r"\p{L}[\p{L}-]*")
_PUNCTUATION = regex.compile(r"[^\p{L}\s-]")
_OPENING = regex.compile(r"[^();:.,\d]*(?P<mark>[(:])")
_NUMBERED = regex.compile(r"\((?P<number>\d{1,2})\)|(?<!\S)(?P<plain>\d{1,2})[).](?=\s)")
_OPEN_END = regex.compile(r"\.\.\.|…")
_ITEMS = regex.compile(r"(?:\s*,)+\s+")


class Listed(NamedTuple):
    """The items of a list: how many, how surely, and the facts among them."""

    number: int
    sure: bool
    items: tuple[Observation, ...] = ()
    numbered: bool = False


def enumeration_count(report: Report) -> Iterator[Finding]:
    """Every announced number of groups, tasks, terms … with its list, if one follows."""
    for one in report.in_order:
        stated = exact_count(one)
        if stated is None or not isinstance(one.fact.value, Count):
            continue
        noun = _noun(report, one)
        if noun is None:
            continue
        listed = _list(report, one, noun, stated)
        if listed is None or listed.number < 2:
            yield report.finding(_NAME, "not_checkable", "no_list", one)
        else:
            yield _compared(report, one, stated, listed)


def _noun(report: Report, one: Observation) -> int | None:
    """Where the noun that announces a list ends; None where the number counts other things."""
    start = one.fact.end
    window = report.document.text[start : min(start + _NOUN, one.fact.sentence_end)]
    for word in list(_WORD.finditer(window))[:_LEADING_WORDS]:
        if _PUNCTUATION.search(window, 0, word.start()):
            break
        if found := report.opens_with("enumerated", window[word.start() :]):
            return start + int(word.start()) + int(found.end())
    return None


def _list(report: Report, one: Observation, noun: int, stated: int) -> Listed | None:
    text = report.document.text
    opening = _OPENING.match(text, noun, min(noun + _GAP, one.fact.sentence_end))
    if opening is None or report.says("partial", opening[0]):
        return None
    start = opening.end()
    if opening["mark"] == "(":
        bracket = report.bracket_of(Span(text="", start=start, end=start))
        return _bracketed(report, bracket, stated) if bracket else None
    return _behind_colon(report, text[start : one.fact.sentence_end])


def _bracketed(report: Report, bracket: Span, stated: int) -> Listed | None:
    if _is_open(report, bracket.text) or report.says("partial", bracket.text):
        return None
    inside = report.inside(bracket)
    for kind in (AgeBand, Period):
        items = tuple(one for one in inside if isinstance(one.fact.value, kind))
        if len(items) > 1:
            return Listed(len(items), sure=True, items=items)
    content = bracket.text[1:-1]
    if ";" in content:
        # Parts with numbers of their own may be those of the number itself:
        # *21.700 chỉ tiêu (giáo dục 18.200; y tế 2.300; …)*.
        counts = [exact_count(one) for one in inside if isinstance(one.fact.value, Count)]
        counted = bool(counts) and all(one is None or one < stated for one in counts)
        return Listed(content.strip("; ").count(";") + 1, sure=not counted)
    return Listed(len(_ITEMS.split(report.replaced("and", ",", content))), sure=False)


def _is_open(report: Report, text: str) -> bool:
    """Whether a list does not end with its last item."""
    return _OPEN_END.search(text) is not None or report.says("and_so_on", text)


def _behind_colon(report: Report, content: str) -> Listed | None:
    if _is_open(report, content) or report.says("and_others", content):
        return None
    numbers = [int(one["number"] or one["plain"]) for one in _NUMBERED.finditer(content)]
    if numbers[:2] == [1, 2]:
        return Listed(_run(numbers), sure=False, numbered=True)
    if ";" in content:
        return Listed(content.strip(" ;.\n").count(";") + 1, sure=False)
    return None


def _run(numbers: Sequence[int]) -> int:
    """How far the numbers count up from one."""
    run = 1
    for one, two in pairwise(numbers):
        if two != one + 1:
            break
        run = two
    return run


def _compared(report: Report, one: Observation, stated: int, listed: Listed) -> Finding:
    if listed.number == stated:
        return _agreed(report, one, listed)
    if listed.numbered and _is_all(report, one, stated, listed):
        return report.finding(
            _NAME,
            "implausible",
            "count_differs_from_list",
            one,
            listed.items,
            alert="warn",
            computed=str(listed.number),
            words={"listed": listed.number},
        )
    if not listed.sure:
        return report.finding(_NAME, "not_checkable", "list_unclear", one, listed.items)
    verdict, alert, condition = report.conflict(one)
    return report.finding(
        _NAME,
        verdict,
        "count_differs_from_list",
        one,
        listed.items,
        alert=alert,
        condition=condition,
        computed=str(listed.number),
        words={"listed": listed.number},
    )


def _is_all(report: Report, one: Observation, stated: int, listed: Listed) -> bool:
    """Whether a numbered list is short by one or two, and no next number stands further down."""
    end = one.fact.sentence_end
    following = report.document.text[end : end + _FURTHER]
    more = any(
        int(number["number"] or number["plain"]) > listed.number
        for number in _NUMBERED.finditer(following)
    )
    return 0 < stated - listed.number <= _SHORT and listed.number > _SHORT and not more


def _agreed(report: Report, one: Observation, listed: Listed) -> Finding:
    broken = report.says("consecutive", report.clause(one)) and not _consecutive(listed.items)
    return report.finding(
        _NAME,
        "implausible" if broken else "supported",
        "not_consecutive" if broken else "count_matches_list",
        one,
        listed.items,
        alert="note" if broken else "none",
        computed=str(listed.number),
        words={"listed": listed.number},
    )


def _consecutive(items: Sequence[Observation]) -> bool:
    """Whether every period starts where the one before ends, or in the next year."""
    periods = [one.fact.value for one in items if isinstance(one.fact.value, Period)]
    return all(
        0 <= int(two.start_date[:4]) - int(one.end_date[:4]) <= 1 for one, two in pairwise(periods)
    )
