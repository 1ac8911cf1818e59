"""BC205: *3 age groups (…)*: the announced number against the list that follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from pipeline.checks.reading import exact_count
from pipeline.checks.report import Report
from pipeline.model import AgeBand, Count, Finding, Observation, Percentage, Period, Span

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
_ANY_ITEM = regex.compile(r"\s*[;,](?:\s*[;,])*\s+")
_LETTER = regex.compile(r"\p{L}")


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
    if report.says("and_a_half", opening[0]):
        return None  # *2 nhiệm kỳ rưỡi (2010 - 2015, 2015 - 2020, 2020 - 2023)*
    start = opening.end()
    if opening["mark"] == "(":
        bracket = report.bracket_of(Span(text="", start=start, end=start))
        return _bracketed(report, bracket, stated) if bracket else None
    return _behind_colon(report, text[start : one.fact.sentence_end])


def _bracketed(report: Report, bracket: Span, stated: int) -> Listed | None:
    if _is_open(report, bracket.text) or report.says("partial", bracket.text):
        return None
    inside = report.inside(bracket)
    content = bracket.text[1:-1]
    finest = len(_ANY_ITEM.split(report.replaced("and", ",", content.strip("; "))))
    for kind in (AgeBand, Period):
        items = tuple(one for one in inside if isinstance(one.fact.value, kind))
        if len(items) < 2:
            continue
        alone = finest == len(items) and _are_items(report, bracket, inside, items)
        if alone or len(items) == stated:
            return Listed(len(items), sure=alone, items=items)
    if ";" in content:
        # Parts with numbers of their own may be those of the number itself:
        # *21.700 chỉ tiêu (giáo dục 18.200; y tế 2.300; …)*.
        counts = [exact_count(one) for one in inside if isinstance(one.fact.value, Count)]
        counted = bool(counts) and all(one is None or one < stated for one in counts)
        number = content.strip("; ").count(";") + 1
        # One of more parts than announced may be none: *(2015-2020; 2020-2025; in all 10 years)*.
        dated = number > stated and any(isinstance(one.fact.value, Period) for one in inside)
        unsure = counted or dated or number < stated <= finest or report.says("no_item", content)
        # *12 chỉ tiêu (kinh tế; xã hội; môi trường)*: fields. What is said of all is no item.
        pieces = [piece.strip() for piece in content.strip("; ").split(";")]
        remarks = any(report.opens_with("remark", piece) for piece in pieces)
        unsure = unsure or stated - number > _SHORT or remarks
        return Listed(number, sure=not unsure)
    return Listed(len(_ITEMS.split(report.replaced("and", ",", content))), sure=False)


def _are_items(
    report: Report, bracket: Span, inside: Sequence[Observation], items: Sequence[Observation]
) -> bool:
    """Whether a bracket holds nothing but these periods or ages, each with its share at most.

    *2015-2020 to 2020-2025* are more terms than two, *before 2020, 2021-2025* more phases than one.
    """
    start, between = bracket.start + 1, []
    for one in inside:
        if one in items or isinstance(one.fact.value, Percentage | Count):
            between.append(report.document.text[start : one.fact.start])
            start = one.fact.end
    between.append(report.document.text[start : bracket.end - 1])
    words = " | ".join(between)
    for name in ("beside_item", "enumerated", "counted_people", "and"):
        words = report.without(name, words)
    parted = (report.replaced("and", ",", report.between(*pair)) for pair in pairwise(items))
    return all("," in one or ";" in one for one in parted) and _LETTER.search(words) is None


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
    # *(4) the culture; finally finance* has one more item that is not numbered.
    last = next(
        (
            number.end()
            for number in _NUMBERED.finditer(report.document.text, one.fact.end, end)
            if int(number["number"] or number["plain"]) == listed.number
        ),
        end,
    )
    item = report.document.text[last:end].strip(" ;.\n")
    more = more or ";" in item or report.says("last_item", item)
    # *(3) cải cách hành chính và chuyển đổi số* may be two of those announced.
    more = more or report.says("and", item)
    more = more or report.opens_with("last_item", following.lstrip()) is not None
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
