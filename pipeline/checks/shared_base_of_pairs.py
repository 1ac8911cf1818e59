"""BC122: counts with percentages in one list, and the total that they may share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.arithmetic import Rounding, Totals, common_totals
from pipeline.checks.count_percent_pair import counted_shares, totals_text
from pipeline.checks.pairs import CountedShare
from pipeline.checks.report import Report, once
from pipeline.model import Finding, Implied, Observation

__all__ = ["of_one_group", "places_of", "runs_of_pairs", "shared_base_of_pairs"]

_NAME = "shared_base_of_pairs"


def shared_base_of_pairs(report: Report) -> Iterator[Finding]:
    """The total that the pairs of one list have in common, where it is one group's."""
    for run in runs_of_pairs(report):
        yield _same(report, run) if of_one_group(run) else _different(report, run)


@once
def runs_of_pairs(report: Report) -> Iterator[tuple[CountedShare, ...]]:
    """The pairs of every sentence that has at least two."""
    by_sentence = groupby(counted_shares(report), key=lambda one: one.share.fact.sentence_start)
    runs = (tuple(run) for _, run in by_sentence)
    return (run for run in runs if len(run) > 1)


def places_of(run: Sequence[CountedShare]) -> list[Observation]:
    """The counts and percentages of a list in reading order."""
    places = [place for pair in run for place in (pair.counted, pair.share)]
    return sorted(places, key=lambda one: one.fact.start)


def of_one_group(run: Sequence[CountedShare]) -> bool:
    """Whether a list counts different properties of the same people.

    Counts that have each a noun of their own have bases of their own.
    """
    first = run[0].counted
    keys = {(one.counted.level, one.counted.body, one.counted.population) for one in run}
    attributes = {one.counted.attribute for one in run}
    known = first.body is not None or first.population is not None
    return (
        len(keys) == 1
        and known
        and None not in attributes
        and len(attributes) == len(run)
        and all(one.counted.change is None for one in run)
    )


def _common(run: Sequence[CountedShare], rule: Rounding) -> Totals | None:
    totals = [one.totals(rule) for one in run]
    known = [one for one in totals if one is not None]
    return common_totals(known) if len(known) == len(run) else None


def _different(report: Report, run: Sequence[CountedShare]) -> Finding:
    first, *others = places_of(run)
    return report.finding(
        _NAME,
        "not_checkable",
        "different_bases",
        first,
        others,
        computed=_totals(report, run),
        words={"pairs": _paired(run), "totals": _told(report, run)},
    )


def _told(report: Report, run: Sequence[CountedShare]) -> str:
    none = report.phrase("total.none")
    return ", ".join(
        totals_text(report, totals) if totals else none
        for totals in (one.totals("nearest") for one in run)
    )


def _totals(report: Report, run: Sequence[CountedShare]) -> str:
    return "; ".join(totals_text(report, one.totals("nearest")) for one in run)


def _paired(run: Sequence[CountedShare]) -> str:
    """The counts of a list, each with its percentage."""
    return ", ".join(f"{one.counted.fact.text} ({one.share.fact.text})" for one in run)


def _same(report: Report, run: Sequence[CountedShare]) -> Finding:
    first, *others = places_of(run)
    totals = _common(run, "nearest")
    if totals or (totals := _common(run, "any")):
        return report.finding(
            _NAME,
            "consistent",
            "common_total",
            first,
            others,
            computed=totals_text(report, totals),
            implied=Implied(low=totals.low, high=totals.high),
            words={"totals": totals_text(report, totals), "pairs": _paired(run)},
        )
    said = report.says("same_total", report.clause(*places_of(run)))
    verdict, alert, condition = report.conflict(*places_of(run))
    if not said:
        verdict, alert, condition = "implausible", "note", None
    return report.finding(
        _NAME,
        verdict,
        "no_common_total",
        first,
        others,
        alert=alert,
        condition=condition,
        computed=_totals(report, run),
        words={"pairs": _paired(run), "totals": _told(report, run)},
    )
