"""BC101: a part over its whole against the percentage that is printed for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from pipeline.arithmetic import (
    Interval,
    claim,
    decimal_text,
    holds,
    percent_of,
    printed,
    rounding_that_gives,
)
from pipeline.checks.reading import exact_count, share
from pipeline.checks.repairs import ratio_repairs
from pipeline.checks.report import Report
from pipeline.model import Alert, Finding, Observation, Percentage, Ratio, Verdict

__all__ = ["paired_closely", "ratio_percent", "stated_total"]

_NAME = "ratio_percent"
#: What each reason amounts to: verdict, alert, and the condition under which it holds.
_OUTCOMES: Mapping[str, tuple[Verdict, Alert, str | None]] = {
    "recomputed_nearest": ("supported", "none", None),
    "recomputed_cut_off": ("supported_if", "none", "condition.cut_off"),
    "recomputed_rounded_up": ("supported_if", "note", "condition.rounded_up"),
    "rounded_to_all": ("supported_if", "note", "condition.rounded"),
    "bound_fits": ("supported", "none", None),
    "bound_nearly_fits": ("implausible", "note", None),
    "share_differs": ("contradicted", "error", None),
}

_BETWEEN = frozenset({"count", "ratio", "percentage", "money", "quantity", "multiple"})


class Pair(NamedTuple):
    """A part, its whole (the same observation where a ratio prints both), and the share."""

    part: Observation
    whole: Observation
    share: Observation
    k: int
    n: int


def ratio_percent(report: Report) -> Iterator[Finding]:
    """Every ratio, and every count whose total is stated, against its percentage."""
    for one in report.in_order:
        if isinstance(one.fact.value, Ratio):
            yield from _ratio(report, one, one.fact.value)
    for percentage in report.in_order:
        counted = report.by_id.get(percentage.share_of or "")
        if counted is None or (total := stated_total(report, counted, percentage)) is None:
            continue
        k, n = exact_count(counted), exact_count(total)
        if k is not None and n is not None:
            yield from _judged(report, Pair(counted, total, percentage, k, n))


def _ratio(report: Report, one: Observation, value: Ratio) -> Iterator[Finding]:
    if not value.part or not value.whole:
        return
    k, n = int(value.part), int(value.whole)
    shares = [other for other in report.shares_of.get(one.fact.id, ()) if share(other)]
    if k > n:
        # Two numbers with a slash are no fraction of one whole: cases and defendants.
        yield report.finding(_NAME, "not_checkable", "no_fraction", one, shares)
        return
    for percentage in shares:
        yield from _judged(report, Pair(one, one, percentage, k, n))
    if not shares:
        percent = percent_of(k, n)
        yield report.finding(
            _NAME,
            "not_checkable",
            "no_stated_percent",
            one,
            computed=decimal_text(percent, 2),
            words={"percent": report.number(percent, 2)},
        )


def _judged(report: Report, pair: Pair) -> Iterator[Finding]:
    value = share(pair.share)
    if value is None or value.number is None:
        return
    bare = value.comparator == "=" and value.upto is None
    percent = percent_of(pair.k, pair.n)
    reason = _bare(percent, value.number) if bare else _bounded(percent, value, value.number)
    verdict, alert, condition = _OUTCOMES[reason]
    if verdict == "contradicted":
        verdict, alert, condition = _conflict(report, pair)
    elif condition:
        condition = report.phrase(condition)
    digits = max(2, value.decimals + 1)
    yield report.finding(
        _NAME,
        verdict,
        reason,
        pair.share,
        dict.fromkeys(report.by_id[one.fact.id] for one in (pair.part, pair.whole)),
        alert=alert,
        condition=condition,
        computed=decimal_text(percent, digits),
        interval=printed(value.number) if bare else None,
        repairs=(
            ratio_repairs(report, pair.part, pair.whole, pair.share)
            if reason == "share_differs"
            else ()
        ),
        words={"ratio": _fraction(pair), "percent": report.number(percent, digits)},
    )


def _bare(percent: Fraction, number: Decimal) -> str:
    rule = rounding_that_gives(percent, number)
    if rule == "nearest" and number in (0, 100) and percent != number:
        return "rounded_to_all"
    return f"recomputed_{rule}" if rule else "share_differs"


def _bounded(percent: Fraction, value: Percentage, number: Decimal) -> str:
    point = Interval.point(percent)
    truth = holds(point, claim(value.comparator, number, upto=value.upto))
    if truth == "true":
        return "bound_fits"
    nearly = truth == "grey" or printed(number, "any").meets(point)
    return "bound_nearly_fits" if nearly else "share_differs"


def _conflict(report: Report, pair: Pair) -> tuple[Verdict, Alert, str | None]:
    """What cannot agree is contradicted only where the text puts the numbers side by side."""
    if not paired_closely(report, pair.part, pair.share):
        return "implausible", "warn", report.phrase("condition.pairing")
    return report.conflict(pair.part, pair.whole, pair.share)


def _fraction(pair: Pair) -> str:
    if pair.part is pair.whole:
        return pair.part.fact.text
    return f"{pair.part.fact.text}/{pair.whole.fact.text}"


def paired_closely(report: Report, counted: Observation, percentage: Observation) -> bool:
    """Whether nothing that could own the percentage stands between it and the count.

    The nearest bracket wins: no other number, semicolon or end of sentence lies between.
    """
    if counted.fact.sentence_start != percentage.fact.sentence_start:
        return False
    if ";" in report.between(counted, percentage):
        return False
    low, high = sorted((counted.fact.start, percentage.fact.start))
    return not any(
        low < one.fact.start < high and one.fact.kind in _BETWEEN
        for one in report.by_sentence[counted.fact.sentence_start]
    )


def stated_total(
    report: Report, counted: Observation, percentage: Observation
) -> Observation | None:
    """The total that the clause states for a count, after words such as *out of*.

    None where it states none, or more than one, or one of another group of people.
    """
    k = exact_count(counted)
    if k is None or isinstance(counted.fact.value, Ratio) or percentage.role == "target":
        return None
    totals = [
        one
        for one in report.by_sentence[counted.fact.sentence_start]
        if one.fact.id != counted.fact.id
        and (exact_count(one) or 0) >= k
        and one.fact.kind == "count"
        and _is_total(report, one)
        and ";" not in report.between(one, counted)
        and _same_group(one, counted)
    ]
    return totals[0] if len(totals) == 1 else None


def _is_total(report: Report, one: Observation) -> bool:
    before = report.document.text[one.fact.sentence_start : one.fact.start]
    return report.ends_with("total_before", before)


def _same_group(total: Observation, counted: Observation) -> bool:
    pairs = (
        (total.population, counted.population),
        (total.level, counted.level),
        (total.period, counted.period),
    )
    return total.change is None and all(
        one is None or two is None or one == two for one, two in pairs
    )
