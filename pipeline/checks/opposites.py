"""Kinds of which everyone, or everything, is exactly one: men and women, old and new projects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from pipeline.checks.pairs import counts_people
from pipeline.checks.reading import exact_count
from pipeline.checks.report import Report
from pipeline.model import Count, Observation

__all__ = ["opposed"]

#: The kinds, by the names of their words; all of them are told of in one list.
_KINDS = (
    ("men", "women"),
    ("official", "on_probation"),
    ("appointed_first", "appointed_again"),
    ("collectives", "individuals"),
    ("urban", "rural"),
    ("carried_over", "newly_begun"),
    ("complaints", "denunciations", "petitions"),
)
_OF_PEOPLE = frozenset({"men", "official", "appointed_first", "urban"})
_CLOSED = frozenset({"men", "official", "urban"})
_COUNTED = frozenset({"count", "ratio", "percentage", "money", "quantity", "multiple"})
_LED = ("of_whom", "made_up_of")
_CLAUSE_END = regex.compile(r"[,;:.()]")
_ROUND = 100
_FAR = 80


def opposed(
    report: Report, sentence: Sequence[Observation]
) -> Iterator[tuple[Observation, tuple[Observation, ...]]]:
    """Every total with a list of such kinds, and nothing but their names beside the numbers."""
    counts = [one for one in sentence if one.fact.kind in _COUNTED]
    for names in _KINDS:
        for at in range(len(counts) - len(names)):
            total, *parts = counts[at : at + len(names) + 1]
            if not _is_list(report, total, parts) or _leaves_others(report, names, total, parts):
                continue
            if _are_named(report, names, total, parts):
                yield total, tuple(parts)


def _leaves_others(
    report: Report, names: Sequence[str], total: Observation, parts: Sequence[Observation]
) -> bool:
    """Whether some may be of no such kind: *17 dự án, trong đó 9 chuyển tiếp, 5 mới*.

    People are men or women, whatever leads to them.
    """
    added = sum(exact_count(one) or 0 for one in parts)
    some = report.says("partial", report.between(total, parts[0]))
    return names[0] not in _CLOSED and some and added < (exact_count(total) or 0)


def _is_list(report: Report, total: Observation, parts: Sequence[Observation]) -> bool:
    """Whether whole numbers stand behind *gồm*, *of whom*, a colon or a bracket of their own."""
    numbers = [exact_count(one) for one in (total, *parts)]
    if not all(isinstance(one.fact.value, Count) for one in (total, *parts)) or None in numbers:
        return False
    before = report.document.text[total.fact.sentence_start : total.fact.start]
    return (
        total.attribute is None
        and _lead(report, total, parts[0]) is not None
        and not report.says("averaged", before)
        and not _may_be_rounded([one or 0 for one in numbers])
    )


def _may_be_rounded(numbers: Sequence[int]) -> bool:
    """Whether all numbers are in hundreds, and what the parts are short of is one of those."""
    total, *parts = numbers
    return all(one % _ROUND == 0 for one in numbers) and abs(total - sum(parts)) <= next(
        unit
        for unit in (10**6, 10**5, 10**4, 10**3, _ROUND)
        if all(not one % unit for one in numbers)
    )


def _lead(report: Report, total: Observation, first: Observation) -> str | None:
    """What stands between the mark or word that opens the list and its first number."""
    between = report.between(total, first)
    if len(between) > _FAR or ";" in between:
        return None
    bracket, other = report.bracket_of(first), report.bracket_of(total)
    if bracket is not None and bracket != other:
        return report.document.text[bracket.start + 1 : first.fact.start]
    ends = [one.end() for name in _LED for one in report.all_words(name, between)]
    if ":" in between:
        ends.append(between.rindex(":") + 1)
    return between[max(ends) :] if ends and bracket == other else None


def _are_named(
    report: Report, names: Sequence[str], total: Observation, parts: Sequence[Observation]
) -> bool:
    """Whether the words beside the numbers are the names of the kinds, each once."""
    noun = report.document.text[total.fact.end : total.fact.end + _FAR].lstrip()
    if names[0] in _OF_PEOPLE and not counts_people(report, total):
        return False
    if names[0] == "collectives" and report.opens_with("awards", noun) is None:
        return False
    last = parts[-1].fact
    between = [report.between(one, two) for one, two in pairwise(parts)]
    behind = _CLAUSE_END.split(report.document.text[last.end : last.sentence_end])[0]
    lead = _lead(report, total, parts[0]) or ""
    first, *others = [lead, *between, behind]
    named_behind = [_named(report, names, total, one) for one in others]
    if not _left(report, total, first):
        return sorted(filter(None, named_behind)) == sorted(names)
    named_before = [_named(report, names, total, one) for one in (lead, *between)]
    return not _left(report, total, behind) and sorted(filter(None, named_before)) == sorted(names)


def _named(report: Report, names: Sequence[str], total: Observation, words: str) -> str | None:
    """The one kind that words name, if they say nothing else."""
    said = [name for name in names if report.says(name, words)]
    if len(said) != 1:
        return None
    return None if _left(report, total, report.without(said[0], words)) else said[0]


def _left(report: Report, total: Observation, words: str) -> str:
    """What words say beside the noun of the total, joints, marks and *có*, *là*."""
    unit = getattr(total.fact.value, "unit", None)
    if unit:
        words = regex.sub(rf"(?i)(?<!\w){regex.escape(unit)}(?!\w)", " ", words)
    for name in ("joint", "is_of", "there_are", "people_unit"):
        words = report.without(name, words)
    return words.strip(" ,;:()–-")
