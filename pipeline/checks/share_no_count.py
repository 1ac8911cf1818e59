"""BC111: a share without count or total, which nothing in the text can confirm."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from pipeline.checks.families import family_of
from pipeline.checks.groups import groups
from pipeline.checks.reading import share
from pipeline.checks.report import Report
from pipeline.checks.share_sum import listed_with_rest
from pipeline.model import Finding, Observation

__all__ = ["share_no_count"]

_NAME = "share_no_count"
_MARK = regex.compile(r"[,;:()]")
_ALL_OR_NONE = (0, 100)
#: What nobody has of a plan: shares of people by sex, age or degree.
_OF_PEOPLE = frozenset({"sex", "age", "degree", "political_theory"})


def share_no_count(report: Report) -> Iterator[Finding]:
    """Every share that stands alone; results with a target too, for the share itself."""
    held = {one.fact.id for group in groups(report) for one in group.members}
    held |= {one.fact.id for parts in listed_with_rest(report) for one in parts}
    for one in report.in_order:
        if one.fact.id in held or not _alone(one):
            continue
        if _is_beyond_all(report, one):
            yield _beyond_all(report, one)
        else:
            yield report.finding(_NAME, "not_checkable", "no_count_no_base", one)


def _is_beyond_all(report: Report, one: Observation) -> bool:
    """Whether more than all of some people are said to be women, or young.

    Of a plan, of last year or of a norm there may be more than a hundred percent.
    """
    value = share(one)
    if value is None or value.number is None or value.number <= _ALL_OR_NONE[1]:
        return False
    exact = value.comparator == "=" and value.upto is None
    clause = report.clause(one)
    before = report.document.text[one.fact.sentence_start : one.fact.start]
    said = report.ends_with("accounts_for", before) or report.says("proportion", _near(before))
    return (
        exact
        and said
        and family_of(one.attribute) in _OF_PEOPLE
        and one.role not in ("target", "requirement", "plan")
        and not report.says("beyond_all", clause)
    )


def _beyond_all(report: Report, one: Observation) -> Finding:
    before = report.document.text[one.fact.sentence_start : one.fact.start]
    if report.ends_with("accounts_for", before):
        return report.finding(_NAME, "contradicted", "more_than_all", one, alert="error")
    return report.finding(_NAME, "implausible", "more_than_all", one, alert="warn")


def _near(before: str) -> str:
    """The words before a share, back to the last mark."""
    return str(_MARK.split(before)[-1])


def _alone(one: Observation) -> bool:
    value = share(one)
    return (
        value is not None
        and value.number not in _ALL_OR_NONE
        and one.share_of is None
        and one.target_of is None
        and one.change is None
    )
