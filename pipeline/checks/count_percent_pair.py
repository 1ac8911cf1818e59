"""BC110: a count with its percentage and no total: the whole totals that fit both."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import islice

import regex

from pipeline.arithmetic import (
    Totals,
    expected_totals,
    implied_totals,
    one_digit_edits,
    printed,
    weight_of_one,
)
from pipeline.checks.listed_totals import listed_totals
from pipeline.checks.pairs import (
    CountedShare,
    counts_people,
    fits_others,
    is_tight,
    is_told_with,
    is_value,
    paired_closely,
    pairs,
    stated_total,
)
from pipeline.checks.repairs import edit
from pipeline.checks.report import Report, once
from pipeline.checks.together import in_its_row, is_of_some_of, row_of
from pipeline.checks.word_fraction import without_bound
from pipeline.model import Count, Finding, Implied, Repair, Verdict

__all__ = ["count_percent_pair", "counted_shares", "totals_text"]

_WHOLE = 100
_NAME = "count_percent_pair"
#: Where a pair has fewer totals than this on average, it could have contradicted itself.
_POWER = Fraction(1, 5)
_PER_NUMBER = 2
#: A noun, and behind it a mark that couples the next count to it, or nothing.
_NOUN = regex.compile(r"(?:\s*\p{L}+){0,4}\s*(?P<mark>[-–/+]?)\s*,?\s*")
_MARKS = regex.compile(r"[,;:()]")
_WORD = regex.compile(r"\p{L}{2,}")
_FEW = 3
#: One more in the total may change a share by a twelfth of it. Where the total is so small that
#: it would change more, no share is worked out: *mô tô 2 bánh chiếm 95%* is one of all vehicles.
_COARSEST = Fraction(1, 12)


@once
def counted_shares(report: Report) -> Iterator[CountedShare]:
    """Every pair of a count and its percentage for which the text states no total."""
    known = {one.pair.share.fact.id for one in listed_totals(report)}
    for pair in pairs(report):
        if pair.share.fact.id not in known:
            yield pair


def count_percent_pair(report: Report) -> Iterator[Finding]:
    """The totals that each pair implies; contradicted where no whole number is one."""
    judged = {pair.share.fact.id for pair in pairs(report)}
    for pair in counted_shares(report):
        if pair.percent > _WHOLE:
            # More than a whole is no share: its base is a plan or an earlier figure.
            yield report.finding(
                _NAME, "not_checkable", "no_exact_pair", pair.share, [pair.counted]
            )
            continue
        if not is_tight(report, pair):
            yield report.finding(
                _NAME, "not_checkable", "no_exact_pair", pair.share, [pair.counted]
            )
        elif pair.totals("any") is not None:
            yield _fits(report, pair)
        elif _is_no_share(report, pair):
            yield report.finding(
                _NAME, "not_checkable", "no_exact_pair", pair.share, [pair.counted]
            )
        elif _is_one_of_several(report, pair):
            yield report.finding(
                _NAME, "not_checkable", "one_of_two_counts", pair.share, [pair.counted]
            )
        else:
            yield _no_total(report, pair)
    for share in report.in_order:
        count = report.by_id.get(share.share_of or "")
        if count is None or share.fact.id in judged or not isinstance(count.fact.value, Count):
            continue
        if stated_total(report, count, share) is None:
            yield report.finding(_NAME, "not_checkable", "no_exact_pair", share, [count])


def _is_of_too_few(report: Report, pair: CountedShare) -> bool:
    """Whether so few things would be all that the count rather tells what is meant.

    People are counted however few they are: *1 đồng chí (7,69%)*, *2 người (28,57%)*.
    """
    if pair.percent == 0 or counts_people(report, pair.counted):
        return False
    return weight_of_one(pair.k, pair.percent) > _COARSEST


def _is_no_share(report: Report, pair: CountedShare) -> bool:
    """Whether a percentage that fits no total need not be the share of the count before it."""
    return (
        _is_of_too_few(report, pair)
        or is_told_with(report, pair.counted, pair.share)
        or _is_said_of_them(report, pair)
        or _is_left(report, pair)
        or _is_of_votes(report, pair)
    )


def _is_of_votes(report: Report, pair: CountedShare) -> bool:
    """Whether so few are told of that the percentage is of the votes: *2 đồng chí trúng cử (99%)*.

    Of people that few, one more would change a share by more than a rounding.
    """
    if pair.percent == 0 or weight_of_one(pair.k, pair.percent) <= _COARSEST:
        return False
    clause = report.clause(pair.counted, pair.share)
    return pair.percent > _WHOLE / 2 and report.says("chosen", clause)


def _is_said_of_them(report: Report, pair: CountedShare) -> bool:
    """Whether a percentage is said of the counted themselves, or of one of them.

    *4 dạng địa hình gồm đất cát chiếm 18,2%*; *the rate for three levels is 22.6%*; *hai đồng chí
    đạt 91,5%*.
    """
    between = report.between(pair.counted, pair.share)
    if report.says("made_up_of", between):
        return True
    bracket = report.bracket_of(pair.share)
    if bracket is not None:  # *Seven clusters (52.9% filled)*
        return _WORD.search(report.document.text[pair.share.fact.end : bracket.end]) is not None
    if _MARKS.search(between):
        return False
    value = pair.counted.fact.value
    in_words = isinstance(value, Count) and value.word
    said = report.ends_with("is", without_bound(report, between))
    return said or (in_words and is_value(report, pair.counted, pair.share))


def _is_left(report: Report, pair: CountedShare) -> bool:
    """Whether so many are left, and a bracket tells by how much they fell: *còn 58 xã (53,6%)*."""
    start = pair.counted.fact.sentence_start
    ahead = report.document.text[start : pair.counted.fact.start]
    return report.bracket_of(pair.share) is not None and report.ends_with("level_reached", ahead)


def _is_one_of_several(report: Report, pair: CountedShare) -> bool:
    """Whether a percentage may as well be one of other numbers, or of several together."""
    if _is_one_of_two(report, pair) or fits_others(report, pair.counted, pair.share):
        return True
    if len(row_of(report, pair.share)) > 1 and in_its_row(report, pair.share) is not pair.counted:
        return True
    return is_of_some_of(report, pair.counted, pair.percent)


def _is_one_of_two(report: Report, pair: CountedShare) -> bool:
    """Whether another count is coupled to this one: *1.153 vụ - 2.046 bị cáo, đạt 88,55%*.

    Of which of the two the percentage is a share, nobody says.
    """
    sentence = report.by_sentence[pair.counted.fact.sentence_start]
    at = sentence.index(pair.counted)
    before = sentence[at - 1] if at else None
    if before is None or not isinstance(before.fact.value, Count):
        return False
    between = report.between(before, pair.counted)
    noun = _NOUN.fullmatch(between)
    return noun is not None and (bool(noun["mark"]) or report.ends_with("couples", between))


def _fits(report: Report, pair: CountedShare) -> Finding:
    power = expected_totals(pair.k, pair.percent)
    nearest, cut_off = pair.totals("nearest"), pair.totals("cut_off")
    totals = nearest or cut_off or pair.totals("any")
    low, high = (None, None) if totals is None else totals
    words = {
        "totals": totals_text(report, totals),
        "cut_off": totals_text(report, cut_off),
        "power": report.number(power, 2) if power is not None else "–",
    }
    verdict: Verdict = "not_checkable"
    reason, condition = "no_total", None
    if power is not None and power < _POWER:
        verdict, reason = "consistent", "whole_total_exists"
        if not nearest:
            verdict, reason = "supported_if", "whole_total_if_not_rounded"
            condition = report.phrase("condition.cut_off" if cut_off else "condition.rounded_up")
    return report.finding(
        _NAME,
        verdict,
        reason,
        pair.share,
        [pair.counted],
        condition=condition,
        computed=_computed(totals),
        interval=printed(pair.percent),
        implied=Implied(low=low, high=high),
        words=words,
    )


def _no_total(report: Report, pair: CountedShare) -> Finding:
    verdict, alert, condition = report.conflict(pair.counted, pair.share)
    if verdict == "contradicted" and not paired_closely(report, pair.counted, pair.share):
        verdict, alert, condition = "implausible", "warn", report.phrase("condition.pairing")
    if is_value(report, pair.counted, pair.share):
        verdict, alert, condition = "implausible", "note", report.phrase("condition.pairing")
    return report.finding(
        _NAME,
        verdict,
        "no_whole_total",
        pair.share,
        [pair.counted],
        alert=alert,
        condition=condition,
        interval=printed(pair.percent),
        repairs=tuple(_repairs(report, pair)),
        words={"nearest": _nearest(report, pair)},
    )


def _nearest(report: Report, pair: CountedShare) -> str:
    """What the whole totals on both sides would give: *9/14 is 64.29%, 9/15 is 60%*."""
    digits = max(2, -int(pair.percent.as_tuple().exponent))
    below = max(1, pair.k, int(Fraction(_WHOLE * pair.k) / Fraction(pair.percent)))
    return ", ".join(
        f"{report.number(pair.k)}/{report.number(total)} = "
        f"{report.number(Fraction(_WHOLE * pair.k, total), digits)}%"
        for total in (below, below + 1)
    )


def _repairs(report: Report, pair: CountedShare) -> Iterator[Repair]:
    yield from islice(_share_repairs(report, pair), _PER_NUMBER)
    yield from islice(_count_repairs(report, pair), _PER_NUMBER)


def _count_repairs(report: Report, pair: CountedShare) -> Iterator[Repair]:
    for k in map(int, one_digit_edits(str(pair.k))):
        if totals := _small_totals(k, pair.percent):
            then = report.phrase("then.total", total=totals_text(report, totals))
            yield from edit(pair.counted.fact, Decimal(pair.k), Decimal(k), then)


def _share_repairs(report: Report, pair: CountedShare) -> Iterator[Repair]:
    exponent = int(pair.percent.as_tuple().exponent)
    for digits in one_digit_edits(str(int(pair.percent.scaleb(-exponent)))):
        percent = Decimal(int(digits)).scaleb(exponent)
        if 0 < percent <= 100 and (totals := _small_totals(pair.k, percent)):
            then = report.phrase("then.total", total=totals_text(report, totals))
            yield from edit(pair.share.fact, pair.percent, percent, then)


def _small_totals(k: int, percent: Decimal) -> Totals | None:
    """The totals under rounding or cutting off; an edit that implies many explains nothing."""
    totals = implied_totals(k, printed(percent)) or implied_totals(k, printed(percent, "cut_off"))
    few = totals is not None and totals.number is not None and totals.number <= _FEW
    return totals if few and k > 0 else None


def totals_text(report: Report, totals: Totals | None) -> str:
    """The totals in the way the document writes numbers."""
    if totals is None:
        return "–"
    low, high = totals
    if high is None:
        return f"≥ {report.number(low)}"
    return report.number(low) if low == high else f"{report.number(low)}–{report.number(high)}"


def _computed(totals: Totals | None) -> str | None:
    if totals is None:
        return None
    low, high = totals
    return str(low) if low == high else f"{low}..{'' if high is None else high}"
