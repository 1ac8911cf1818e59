"""BC204: *the targets were exceeded*, held against every target that has a number."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.report import Place, Report
from pipeline.checks.target_attainment import attained, is_met
from pipeline.model import Finding, Span

__all__ = ["summary_claim"]

_NAME = "summary_claim"


def summary_claim(report: Report) -> Iterator[Finding]:
    """The first sentence that says so; nothing where no target has a number."""
    judged = [(one, two, is_met(report, one, two)) for one, two in attained(report)]
    known = [(one, two, met) for one, two, met in judged if met is not None]
    stated = _claim(report)
    if not known or stated is None:
        return
    places = [place for one, two, _ in known for place in (one, two)]
    met = sum(1 for _, _, fulfilled in known if fulfilled)
    yield report.finding(
        _NAME,
        "supported" if met == len(known) else "implausible",
        "all_numeric_targets_met" if met == len(known) else "some_targets_missed",
        stated,
        places,
        alert="none" if met == len(known) else "warn",
        computed=f"{met}/{len(known)}",
        words={"met": met, "known": len(known)},
    )


def _claim(report: Report) -> Place | None:
    """A reference in a sentence that makes the claim, or else the words of the claim."""
    found = [
        Span(text=one[0], start=one.start(), end=one.end())
        for one in report.all_words("exceeded", report.document.text)
        if not report.ends_with("negated", report.document.text[: one.start()])
    ]
    for words in found:
        numbers = (one for one in report.sentence_at(words) if one.fact.kind == "document_number")
        if number := next(numbers, None):
            return number
    return next(iter(found), None)
