"""BC204: *the targets were exceeded*, held against every target that has a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

import regex

from pipeline.checks.report import Place, Report
from pipeline.checks.target_attainment import attained, is_met
from pipeline.model import Finding, Observation, Ratio, Span

__all__ = ["summary_claim"]

_NAME = "summary_claim"
_ENDED = regex.compile(r"[.;,(\n]|$")
_CLAUSE = regex.compile(r"(?r)[.;\n]|^")


class Claim(NamedTuple):
    """Where a text says that targets were met, and how many it says were not: *18 of 19*."""

    place: Place
    missed: Decimal


def summary_claim(report: Report) -> Iterator[Finding]:
    """The first claim about all targets; nothing where no target has a number."""
    judged = [(one, two, is_met(report, one, two)) for one, two in attained(report)]
    known = [(one, two, met) for one, two, met in judged if met is not None]
    claim = next(_claims(report), None)
    if not known or claim is None:
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
        if report.says("some_of_them", clause):
            continue
        missed = _missed(sentence, one.start())
        number = next((each for each in sentence if each.fact.kind == "document_number"), None)
        if number is not None:
            references.append(Claim(number, missed))
        elif missed or report.says("all_targets", clause):
            others.append(Claim(Span(text=one[0], start=one.start(), end=one.end()), missed))
    yield from references or others


def _missed(sentence: Sequence[Observation], position: int) -> Decimal:
    """How many targets a ratio before the claim leaves out."""
    for one in reversed(sentence):
        value = one.fact.value
        if one.fact.end > position or not isinstance(value, Ratio):
            continue
        if value.part is not None and value.total is not None:
            return value.total - value.part
    return Decimal(0)
