"""BC204: *the targets were exceeded*, held against every target that has a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

import regex

from pipeline.checks.reading import days
from pipeline.checks.report import Place, Report
from pipeline.checks.target_attainment import attained, is_met
from pipeline.model import Date, Finding, Observation, Period, Ratio, Span

__all__ = ["summary_claim"]

_NAME = "summary_claim"
_YEAR = regex.compile(r"\d{4}")
_STOP = regex.compile(r"[.;\n]|$")
_ENDED = regex.compile(r"[.;,(\n]|$")
_CLAUSE = regex.compile(r"(?r)[.;\n]|^")


class Claim(NamedTuple):
    """Where a text says that targets were met, and how many it says were not: *18 of 19*."""

    place: Place
    missed: Decimal
    years: frozenset[str] = frozenset()


def summary_claim(report: Report) -> Iterator[Finding]:
    """The first claim about all targets; nothing where no target has a number."""
    judged = [(one, two, is_met(report, one, two)) for one, two in attained(report)]
    claim = next(_claims(report), None)
    if claim is None:
        return
    last = max((year for one, _, _ in judged for year in _years([one])), default=None)
    times = claim.years or frozenset([last] if last else [])
    known = [
        (one, two, met)
        for one, two, met in judged
        if met is not None
        and _is_of_a_time(one, times, within=bool(claim.years))
        and not (len(claim.years) > 1 and _is_of_one_year(report, one, two))
    ]
    if not known:
        return
    places = [place for one, two, _ in known for place in (one, two)]
    met = sum(1 for _, _, fulfilled in known if fulfilled)
    holds = len(known) - met <= claim.missed
    yield report.finding(
        _NAME,
        "supported" if holds else "implausible",
        "all_numeric_targets_met" if met == len(known) else "some_targets_missed",
        claim.place,
        places,
        alert="none" if holds else "warn",
        computed=f"{met}/{len(known)}",
        words={"met": met, "known": len(known)},
    )


def _claims(report: Report) -> Iterator[Claim]:
    """The claims about all targets, or about those of a document that is named.

    *Exceeding the target of 7%* speaks of one, and *most of the targets* leaves some out.
    """
    text = report.document.text
    references = []
    others = []
    for one in report.all_words("exceeded", text):
        before = text[: one.start()]
        if report.ends_with("negated", before) or report.ends_with("aimed_at", before):
            continue
        sentence = report.sentence_at(Span(text=one[0], start=one.start(), end=one.end()))
        found, ended = _CLAUSE.search(text, 0, one.start()), _ENDED.search(text, one.end())
        clause = text[found.end() if found else 0 : ended.start() if ended else len(text)]
        start = found.end() if found else 0
        if report.says("some_of_them", clause) or _is_of_others(report, clause):
            continue
        stop = _STOP.search(text, one.end())
        behind = text[one.end() : stop.start() if stop else len(text)]
        if _is_to_come(report, text[start : one.start()]) or report.says("all_but", behind):
            continue
        missed = _missed(sentence, one.start())
        years = _years(each for each in sentence if start <= each.fact.start < one.start())
        number = next((each for each in sentence if each.fact.kind == "document_number"), None)
        if number is not None:
            references.append(Claim(number, missed, years))
        elif missed or report.says("all_targets", clause):
            place = Span(text=one[0], start=one.start(), end=one.end())
            others.append(Claim(place, missed, years))
    yield from references or others


def _is_of_others(report: Report, clause: str) -> bool:
    """Whether a claim is one about a field, another body or another time, or leaves some out.

    *Các chỉ tiêu về văn hóa đều đạt*, *các huyện đều vượt chỉ tiêu*, *đều đạt, trừ hai chỉ tiêu*.
    """
    whole = report.without("about_everything", clause)
    return any(report.says(name, whole) for name in ("of_a_field", "of_each_body", "of_before"))


def _is_to_come(report: Report, before: str) -> bool:
    """Whether a claim is foreseen, or a purpose: *để hoàn thành vượt các chỉ tiêu, cần ...*."""
    phrase = before.rpartition(",")[2].strip()
    aimed = report.opens_with("aimed_at", phrase) is not None
    return aimed or report.says("foreseen", before)


def _is_of_a_time(result: Observation, times: frozenset[str], *, within: bool) -> bool:
    """Whether a result may be one of the years that a claim names, else of the last one."""
    reached = _years([result])
    return not reached or (reached <= times if within else reached >= times)


def _is_of_one_year(report: Report, result: Observation, target: Observation) -> bool:
    """Whether a target is that of a single year: *riêng năm 2020 tăng 3,2% (kế hoạch năm 7%)*."""
    clause = report.clause_span(result)
    ahead = report.document.text[clause.start : result.fact.start]
    between = report.between(result, target)
    return report.says("single_year", ahead) or report.says("plan_of_year", between)


def _years(named: Iterable[Observation]) -> frozenset[str]:
    """The years that are named, and those of results; no day, which may be that of a document."""
    found: set[str] = set()
    for one in named:
        value = one.fact.value
        written = value.date if isinstance(value, Date) else one.period
        written = str(value) if isinstance(value, Period) else written
        if isinstance(value, Date) and not _YEAR.fullmatch(value.date):
            continue
        ends = [int(each[:4]) for each in (written or "").split("/") if days(each) is not None]
        if ends:
            found.update(map(str, range(min(ends), max(ends) + 1)))
    return frozenset(found)


def _missed(sentence: Sequence[Observation], position: int) -> Decimal:
    """How many targets a ratio before the claim leaves out."""
    for one in reversed(sentence):
        value = one.fact.value
        if one.fact.end > position or not isinstance(value, Ratio):
            continue
        if value.part is not None and value.total is not None:
            return value.total - value.part
    return Decimal(0)
