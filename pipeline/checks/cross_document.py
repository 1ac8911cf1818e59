"""BC206: a number against what other reports of the same province state for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

import regex

from pipeline.arithmetic import Truth, holds
from pipeline.checks.reading import claimed, is_lent, last_day, meaning, measured
from pipeline.checks.repeat_mention import corrections, same_fact
from pipeline.checks.report import Report
from pipeline.model import Finding, Observation, Stated

__all__ = ["cross_document"]

_NAME = "cross_document"
#: What is set for a time is no result of it, and is not over with it.
_SET = frozenset({"target", "requirement", "plan"})
#: So many characters has a date that names the day.
_DAY = len("2023-12-31")
#: What parts a number and its words from others.
_PARTS = regex.compile(r"[,;:()]\s?|\d[\d.,]*")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}’'-]*")


def cross_document(report: Report) -> Iterator[Finding]:
    """Every number that earlier reports state too, for the same place, group and period."""
    if not report.earlier:
        return
    index: dict[tuple[str | None, ...], list[Stated]] = {}
    for other in report.earlier:
        if other.observation.fact.document != report.document.id:
            index.setdefault(_key(other.observation), []).append(other)
    for one in report.in_order:
        if one.indicator is None or one.province is None or measured(one) is None:
            continue
        own = Stated.trusted({"observation": one, "issued": report.document.issued})
        alike = [other for other in index.get(_key(one), ()) if same_fact(one, other.observation)]
        held = [(other.observation, _is_one_value(own, other)) for other in alike]
        others = [other for other, truth in held if truth != "false"]
        if others:
            undated = {other.fact.id for other, truth in held if truth == "open"}
            yield _compared(report, one, others, undated)


def _key(one: Observation) -> tuple[str | None, ...]:
    """Reports of two periods, or of unknown ones, state two facts."""
    return (one.indicator, one.province, one.level, one.body, one.population, one.period)


def _is_one_value(one: Stated, two: Stated) -> Truth:
    """Whether two reports mean one value: both the final result, or what was known on one day.

    A report that is issued before a year is over tells no final result of it, whatever its words;
    of one without a date nobody knows.
    """
    observation = one.observation
    if observation.role in _SET and observation.stage is None:
        return "true"
    issued = (one.issued, two.issued)
    if one.issued == two.issued and len(one.issued or "") == _DAY:
        same = observation.stage != "so_far" or _until(observation) == _until(two.observation)
        return "true" if same else "false"
    end = last_day(observation.period)
    if observation.stage is not None or any(day and end and day < end for day in issued):
        return "false"
    return "true" if None not in issued else "open"


def _until(one: Observation) -> set[str]:
    """The words that say how far a number goes."""
    return {said.text.casefold() for said in one.evidence if said.dimension == "stage"}


def _compared(
    report: Report, one: Observation, others: Sequence[Observation], undated: Set[str]
) -> Finding:
    """What other reports say of a number; ``undated`` are those of which nobody knows when."""
    different = [other for other in others if not _agree(one, other)]
    if not different:
        return report.finding(
            _NAME,
            "supported",
            "documents_agree",
            one,
            computed=_texts(others),
            words={"others": _texts(others)},
        )
    # Corrections and later counts are the normal cause; only one day and one group leave none.
    sure = [other for other in different if other.fact.id not in undated]
    different = sure or different
    told = not any(is_lent(other) for other in (one, *different))
    told = told and all(
        corrections(report, one) == corrections(report, other)
        and _starts(report, one) == _starts(report, other)
        for other in different
    )
    alike = all(_around(report, one) == _around(report, other) for other in different)
    same = bool(sure) and told and alike and one.period is not None and one.population is not None
    verdict, alert, condition = report.conflict(one)
    return report.finding(
        _NAME,
        verdict if same else "implausible",
        "documents_differ",
        one,
        alert=alert if same else "note",
        condition=condition,
        computed=_texts(different),
        words={"others": _texts(different)},
    )


def _starts(report: Report, one: Observation) -> bool:
    """Whether a number is one of the beginning of its time: *tỷ lệ hộ nghèo đầu năm 2023*."""
    return report.says("at_first", one.fact.sentence)


def _around(report: Report, one: Observation) -> set[str]:
    """The words beside a number that no dimension was read from: they may tell of a part.

    *Tỷ lệ hộ nghèo ở vùng biên giới*; *kết nạp 62 đảng viên là học sinh*. From the mark or number
    before it to the next one.
    """
    fact, sentence = one.fact, one.fact.sentence
    at = fact.start - fact.sentence_start
    until = at + len(fact.text)
    low = max((found.end() for found in _PARTS.finditer(sentence, 0, at)), default=0)
    behind = _PARTS.search(sentence, until)
    high = behind.start() if behind else len(sentence)
    told = [
        (said.start - fact.sentence_start, said.end - fact.sentence_start) for said in one.evidence
    ]
    words = [
        found
        for found in _WORD.finditer(sentence, low, high)
        if not at <= found.start() < until
        and not any(start <= found.start() < end for start, end in told)
    ]
    return set(report.without("same_thing", " ".join(one[0] for one in words)).casefold().split())


def _agree(one: Observation, two: Observation) -> bool:
    first, second = measured(one), measured(two)
    if first is None or second is None or meaning(first).meets(meaning(second)):
        return True
    vague, precise = (second, first) if first.comparator == "=" else (first, second)
    return holds(meaning(precise), claimed(vague)) != "false"


def _texts(others: Sequence[Observation]) -> str:
    return "; ".join(dict.fromkeys(f"{one.fact.text} ({one.fact.path})" for one in others))
