"""BC101: a part over its whole against the percentage that is printed for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

import regex

from pipeline.arithmetic import (
    Interval,
    Totals,
    claim,
    decimal_text,
    holds,
    implied_totals,
    percent_of,
    printed,
    rounding_that_gives,
)
from pipeline.checks.larger_part import LargerPart, larger_parts
from pipeline.checks.listed_totals import listed_totals
from pipeline.checks.own_base import has_own_base
from pipeline.checks.pairs import (
    are_alike,
    belongs,
    fits_others,
    is_right_behind,
    is_told_with,
    is_value,
    paired_closely,
    stated_total,
    unpadded,
    unsigned,
)
from pipeline.checks.reading import exact_count, share
from pipeline.checks.repairs import is_slip, ratio_repairs
from pipeline.checks.report import Report, span_of
from pipeline.checks.together import in_its_row, is_of_both_wholes, is_of_several, row_of
from pipeline.checks.word_fraction import WordFraction, word_fractions
from pipeline.language import is_one_noun
from pipeline.model import Alert, Count, Finding, Observation, Percentage, Ratio, Verdict

__all__ = ["ratio_percent"]

_NAME = "ratio_percent"
_ALL = 100
#: Fractions up to fifths are said for round shares, so far from them at most.
_SPOKEN = 5
_TENTHS = 10
_THIRDS = 3
_ROUND = ("nearly", "more_than", "less_than", "roughly")
#: Words that say of a count that it is round.
_ROUNDING = ("round_number", "more_than", "less_than", "nearly")
#: So many times those who voted are all members at most: half of them are needed.
_MOST = 2
_LOOSE = 8
#: A slip leads no further off than so many points, most of the time.
_FAR = 10
#: How many provinces there are, and have been.
_PROVINCES = frozenset({63, 64, 34})
#: So many characters before a ratio say that it is a rank.
_NEAR = 60
_CLAUSE = regex.compile(r"[,;:()]")
#: A count of thousands that ends in so many noughts may be rounded where others of its list are.
_ROUNDED = 100
_THOUSAND = 1000
#: The last number of a ratio.
_LAST_NUMBER = regex.compile(r"(?r)\d[\d.,]*")
_WORD = regex.compile(r"\p{L}{2,}")
_ITEM = regex.compile(r"[,;]\s")
_DIGITS = regex.compile(r"\d+")
#: Those whose rate is one of all households.
_POOR = "households_poor"
#: What each reason amounts to: verdict, alert, and the condition under which it holds.
_OUTCOMES: Mapping[str, tuple[Verdict, Alert, str | None]] = {
    "recomputed_nearest": ("supported", "none", None),
    "recomputed_cut_off": ("supported_if", "none", "condition.cut_off"),
    "recomputed_rounded_up": ("supported_if", "note", "condition.rounded_up"),
    "rounded_to_all": ("supported_if", "note", "condition.rounded"),
    "within_printed_figures": ("supported_if", "none", "condition.rounded_figures"),
    "bound_fits": ("supported", "none", None),
    "bound_nearly_fits": ("implausible", "note", None),
    "share_differs": ("contradicted", "error", None),
}


class Pair(NamedTuple):
    """A part, its whole (the same observation where a ratio prints both), and the share."""

    part: Observation
    whole: Observation
    share: Observation
    k: int | Decimal
    n: int | Decimal


def ratio_percent(report: Report) -> Iterator[Finding]:
    """Every ratio, and every count whose total is stated, against its percentage."""
    yield from (_in_words(report, one) for one in word_fractions(report))
    slipped = larger_parts(report)
    yield from (_larger(report, one) for one in slipped)
    explained = {span_of(one.ratio).start for one in slipped}
    for one in report.in_order:
        if isinstance(one.fact.value, Ratio) and one.fact.start not in explained:
            yield from _ratio(report, one, one.fact.value)
    for percentage in report.in_order:
        counted = report.by_id.get(percentage.share_of or "")
        if counted is None or not belongs(report, counted, percentage):
            continue
        if (total := stated_total(report, counted, percentage)) is None:
            continue
        k, n = exact_count(counted), exact_count(total)
        if k is not None and n is not None:
            pair = Pair(counted, total, percentage, k, n)
            if not _is_rate_of_poor(pair):
                yield from _judged(report, pair)
    for counts, total, size, alike in listed_totals(report):
        if alike and _says_of_what(report, counts.share):
            continue
        listed = Pair(counts.counted, total, counts.share, counts.k, size)
        if not _is_rate_of_poor(listed):
            yield from _judged(report, listed, listed=alike)


def _says_of_what(report: Report, share: Observation) -> bool:
    """Whether a bracket says what its share is of: *82 (15,6% số được đánh giá)*."""
    bracket = report.bracket_of(share)
    behind = report.document.text[share.fact.end : bracket.end] if bracket else ""
    return _WORD.search(behind.partition(",")[0].partition(";")[0]) is not None


def _is_rate_of_poor(pair: Pair) -> bool:
    """Whether a rate of the poor stands behind a count of them that is part of a larger one.

    *9,240 poor and near-poor households, of which poor households 5,130, a rate of 4.2%*: it is
    one of all households, unless it is right of these.
    """
    people = {one.population for one in (pair.part, pair.whole, pair.share)}
    alike = pair.part.attribute == pair.whole.attribute
    return people == {_POOR} and alike and not _agrees(pair)


def _in_words(report: Report, said: WordFraction) -> Finding:
    return report.finding(
        _NAME,
        "supported" if said.fits else "implausible",
        "fraction_fits" if said.fits else "fraction_differs",
        said.word,
        [said.ratio],
        alert="none" if said.fits else "warn",
        computed=decimal_text(said.percent, 2),
        words={"percent": report.number(said.percent, 2)},
    )


def _larger(report: Report, larger: LargerPart) -> Finding:
    return report.finding(
        _NAME,
        "implausible",
        "part_exceeds_whole",
        larger.share,
        [larger.ratio],
        alert="warn" if larger.sure else "note",
        repairs=larger.repairs,
    )


def _ratio(report: Report, one: Observation, value: Ratio) -> Iterator[Finding]:
    k, n = value.part, value.whole
    if not k or not n:
        return
    shares = [
        other
        for other in report.shares_of.get(one.fact.id, ())
        if share(other, of_plan=True) and belongs(report, one, other)
    ]
    pairs = [
        Pair(one, one, other, k, n) for other in shares if _is_its_share(report, one, value, other)
    ]
    if value.total is None and not any(_agrees(pair) for pair in pairs):
        # Two numbers with a slash are no fraction of one whole: cases and defendants.
        yield report.finding(_NAME, "not_checkable", "no_fraction", one, shares)
        return
    quotient = _measured(report, one, value)
    for pair in pairs:
        yield from _judged(report, pair, quotient=quotient)
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


def _is_its_share(report: Report, one: Observation, ratio: Ratio, other: Observation) -> bool:
    """Whether a percentage is the share of a ratio, and nothing that is said of the same things.

    A fraction in words is a round figure (*nine in ten, 91.3%*), and what is missing of a plan,
    what each target reached or which of them are women is no share of the whole.
    """
    value = other.fact.value
    number = value.number if isinstance(value, Percentage) else None
    if number is None or ratio.part is None or not ratio.whole:
        return False
    exact = percent_of(ratio.part, ratio.whole)
    if printed(number, "any").contains(exact):
        return True
    if _is_round(report, one, exact, number):
        return False
    bracket = report.bracket_of(other)
    bare = isinstance(value, Percentage) and value.comparator == "=" and value.upto is None
    if ratio.word or (_is_of_plan(value) and (number == _ALL or not bare)):
        return False
    if _is_of_those_who_score(report, one, ratio) or _is_rank(report, one):
        return False
    if _is_far_value(report, one, other, exact):
        return False
    behind = report.document.text[other.fact.end : bracket.end] if bracket else ""
    short = report.says("shortfall", report.between(one, other) + behind)
    return not (short or _WORD.search(behind))


def _is_of_those_who_score(report: Report, one: Observation, ratio: Ratio) -> bool:
    """Whether a ratio is what those reach who are counted before: *112 xã đạt 19/19 tiêu chí, 74%*.

    Their share is one of all of them.
    """
    sentence = report.by_sentence[one.fact.sentence_start]
    before = next((two for two in reversed(sentence) if two.fact.end <= one.fact.start), None)
    unit = ratio.unit or ""
    if before is None or not isinstance(before.fact.value, Count | Ratio) or not unit:
        return False
    if _CLAUSE.search(report.between(before, one)) or are_alike(report, before, one):
        return False
    return ratio.part == ratio.whole or report.opens_with("measured_in", unit) is not None


def _is_rank(report: Report, one: Observation) -> bool:
    """Whether a ratio is a rank among all provinces: *PAR Index 15/63 (87,5%)*.

    Among any others where the very word stands before it: *đứng 2/14 tỉnh, đạt 87,2%*.
    """
    value = one.fact.value
    if not isinstance(value, Ratio):
        return False
    ahead = report.document.text[one.fact.sentence_start : one.fact.start]
    if report.ends_with("rank_is", ahead):
        return True
    if value.unit or value.whole not in _PROVINCES:
        return False
    return report.says("ranked", ahead[-_NEAR:])


def _is_far_value(report: Report, one: Observation, other: Observation, exact: Fraction) -> bool:
    """Whether a percentage far from a ratio may be what those places reach themselves.

    *7/9 huyện đạt 100%, 2 huyện đạt 99%*. Behind a comma it would be their share.
    """
    value = other.fact.value
    number = value.number if isinstance(value, Percentage) else None
    far = number is not None and abs(Fraction(number) - exact) > _FAR
    return far and is_value(report, one, other)


def _is_round(report: Report, one: Observation, exact: Fraction, number: Decimal) -> bool:
    """Whether a small fraction is said for a round share, and is near it: *gần 3/4 (73%)*.

    *3/4 of the districts* without such a word are three that were counted.
    """
    whole = one.fact.value.total if isinstance(one.fact.value, Ratio) else None
    if whole is None or not (whole <= _SPOKEN or whole == _TENTHS):
        return False
    before = report.document.text[one.fact.sentence_start : one.fact.start]
    if report.ends_with("more_than", before) and number > exact:
        return True  # *Hơn 2/3 số phiếu (75%)*: whatever the share is, it is more.
    if report.ends_with("less_than", before) and number < exact:
        return True
    said = any(report.ends_with(name, before) for name in _ROUND)
    return said and abs(exact - Fraction(number)) <= _LOOSE


def _is_of_another_total(report: Report, pair: Pair) -> bool:
    """Whether words behind a percentage say of which total it is, and that is not the ratio's.

    *210/280 ý kiến, chiếm 70% tổng số đại biểu*: of all 300, whoever was there. It is the total
    itself where its number stands there: *90 nữ, chiếm 30% trong tổng số 300 cán bộ*.
    """
    one, other = pair.part, pair.share
    if is_right_behind(report, other, pair.whole):
        return False
    behind = report.document.text[other.fact.end : other.fact.sentence_end].lstrip(" )")
    clause = _CLAUSE.split(behind, maxsplit=1)[0]
    those = report.opens_with("of_those_said", clause)
    total = report.opens_with("of_total", clause) or report.opens_with("of_number", clause)
    if those is not None:
        return _is_narrower(report, pair, clause[those.end() :])
    units = [getattr(each.fact.value, "unit", None) or "" for each in (one, pair.whole)]
    heads = [head[0].casefold() for head in map(_WORD.search, units) if head]
    named = _WORD.search(clause, total.end()) if total else None
    if total is None or named is None or not heads:
        return False
    if report.opens_with("all_considered", clause[total.end() :].lstrip()):
        return False
    if not any(is_one_noun(named[0].casefold(), head) for head in heads):
        return True
    return _is_narrower(report, pair, clause[named.end() :]) or _is_wider(report, pair, clause)


def _is_narrower(report: Report, pair: Pair, said: str) -> bool:
    """Whether more is said of the total behind a percentage than of the one before it.

    *Bằng 20,4% số tổ chức hoàn thành tốt trở lên*, of all that were graded. Some whole number
    has to be that total.
    """
    ahead = report.document.text[pair.part.fact.sentence_start : pair.share.fact.start]
    known = {word.casefold() for word in _WORD.findall(ahead)}
    more = report.without("of_all_places", report.without("all_considered", said))
    words = [word for word in _WORD.findall(more) if word.casefold() not in known]
    return len(words) > 1 and _implied(pair) is not None


def _is_wider(report: Report, pair: Pair, clause: str) -> bool:
    """Whether a share may be one of all that there are: *38/112 xã, bằng 26,95% số xã toàn tỉnh*.

    A larger whole number has to be that total.
    """
    number = next((one for one in _DIGITS.findall(clause)), None)
    implied = _implied(pair)
    if implied is None or implied.low <= pair.n:
        return False
    return number is not None or report.says("of_all_places", clause)


def _implied(pair: Pair) -> Totals | None:
    """The whole numbers of which the part is the share."""
    number = unsigned(pair.share, pair.part)
    whole = number is not None and number > 0 and pair.k == int(pair.k)
    return implied_totals(int(pair.k), printed(number)) if whole and number else None


def _is_of_plan(value: object) -> bool:
    """Whether a percentage tells what was reached of a plan."""
    return isinstance(value, Percentage) and value.basis == "of_plan"


def _agrees(pair: Pair) -> bool:
    """Whether a bare share is that of the printed figures."""
    value = share(pair.share, of_plan=True)
    if value is None or value.number is None or value.comparator != "=" or value.upto is not None:
        return False
    return rounding_that_gives(percent_of(pair.k, pair.n), value.number) is not None


def _measured(report: Report, one: Observation, value: Ratio) -> Interval | None:
    """Every percentage that rounded figures admit: *415/870 billion*; None for what is counted."""
    part, whole = value.part, value.whole
    if part is None or whole is None:
        return None
    counted = part == int(part) and whole == int(whole)
    counted = counted and not report.says("size", one.fact.text)  # *12 nghìn/34 nghìn hộ*
    if counted and not report.is_measure(value.unit or ""):
        return _rounded(report, one, part, whole)
    quotient = printed(part).over(printed(whole))
    return quotient and quotient.scaled(100)


def _rounded(report: Report, one: Observation, part: Decimal, whole: Decimal) -> Interval | None:
    """The percentages that a count admits which is said to be round: *hơn 12.000/34.000 hộ*.

    Numbers of thousands, *12.000/34.000 hộ*, are round without such a word.
    """
    ahead = report.document.text[one.fact.sentence_start : one.fact.start]
    said = next((name for name in _ROUNDING if report.ends_with(name, ahead)), None)
    sized = part % _THOUSAND == 0 and whole % _THOUSAND == 0
    if said is None and not sized:
        return None
    by = _last_step(part) if part % _TENTHS == 0 else Fraction(0)
    below = (
        by if said in ("round_number", "less_than", "nearly") else Fraction(0) if said else by / 2
    )
    above = by if said in ("round_number", "more_than") else Fraction(0) if said else by / 2
    parts = Interval(Fraction(part) - below, Fraction(part) + above)
    half = _last_step(whole) / 2 if whole % _ROUNDED == 0 else Fraction(0)
    wholes = Interval(Fraction(whole) - half, Fraction(whole) + half)
    quotient = parts.over(wholes)
    return quotient and quotient.scaled(100)


def _last_step(number: Decimal) -> Fraction:
    """The place of the last figure of a number that is no nought, a thousand at most."""
    step = 1
    while step < _THOUSAND and number % (step * _TENTHS) == 0:
        step *= _TENTHS
    return Fraction(step)


def _judged(
    report: Report, pair: Pair, *, listed: int = 0, quotient: Interval | None = None
) -> Iterator[Finding]:
    """The finding; ``listed`` says how many shares of the list have this total.

    ``quotient`` holds the percentages that fit the figures where these are rounded themselves.
    """
    value = share(pair.share, of_plan=pair.part is pair.whole)
    number = unpadded(report, pair.share, unsigned(pair.share, pair.part))
    if value is None or number is None:
        return
    bare = value.comparator == "=" and value.upto is None
    percent = percent_of(pair.k, pair.n)
    reason = _bare(percent, number) if bare else _bounded(percent, value, number)
    uncertain = ("recomputed_cut_off", "recomputed_rounded_up", "share_differs")
    if quotient and reason in uncertain and quotient.meets(printed(number)):
        reason = "within_printed_figures"
    if reason == "share_differs" and (ordered := _in_order(report, pair)) is not None:
        if not _agrees(ordered) and any(_agrees(one) for one in _row(report, ordered)):
            yield from _judged(report, ordered)
        return
    if reason == "share_differs" and _is_of_another(report, pair):
        return
    set_off = reason == "share_differs" and listed and _is_set_off(report, pair)
    if set_off and not _is_slip(report, pair, number):
        return
    if reason == "share_differs" and listed and _fits_rounded(pair, number):
        reason = "within_printed_figures"
    verdict, alert, condition = _OUTCOMES[reason]
    if verdict == "contradicted" and listed:
        reason, verdict, alert = "listed_share_differs", "implausible", "warn"
        condition = report.phrase("condition.listed", number=listed, total=report.number(pair.n))
    elif verdict == "contradicted":
        verdict, alert, condition = _conflict(report, pair)
        reason = "share_of_more" if alert == "note" else reason
    elif condition:
        condition = report.phrase(condition)
    digits = max(2, value.decimals + 1)
    yield report.finding(
        _NAME,
        verdict,
        reason,
        pair.share,
        [pair.part] if pair.part is pair.whole else [pair.part, pair.whole],
        alert=alert,
        condition=condition,
        computed=decimal_text(percent, digits),
        interval=printed(number) if bare else None,
        repairs=(
            ratio_repairs(report, pair.part, pair.whole, pair.share)
            if reason in ("share_differs", "listed_share_differs")
            else ()
        ),
        words={
            "ratio": _fraction(pair),
            "percent": report.number(percent, digits),
            "bound": _bound(report, value),
        },
    )


def _bound(report: Report, value: Percentage) -> str:
    """A percentage with what the words around it make of it: *at least 50%*."""
    if value.number is None:
        return ""
    ends = [one for one in (value.number, value.upto) if one is not None]
    text = "–".join(report.number(Fraction(one), decimals_of(one)) for one in ends)
    return report.phrase(f"bound.{value.comparator}", number=f"{text}%")


def decimals_of(number: Decimal) -> int:
    """How many decimals a number was printed with."""
    return max(0, -int(number.as_tuple().exponent))


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
    if _is_of_another_total(report, pair) or is_value(report, pair.part, pair.share):
        return "implausible", "note", report.phrase("condition.pairing")
    if _is_spoken(pair):
        return "implausible", "note", report.phrase("condition.pairing")
    if _is_of_all_members(report, pair):
        return "implausible", "note", report.phrase("condition.of_all_members")
    if _is_of_larger_total(report, pair):
        return "implausible", "note", report.phrase("condition.of_larger_total")
    return report.conflict(pair.part, pair.whole, pair.share)


def _in_order(report: Report, pair: Pair) -> Pair | None:
    """The pair of a percentage with the number that has its place in a row before it.

    *5/11 huyện, 112/141 xã, đạt 45,5% và 79,4%*: the first is of the first. None where it is
    the pair's own part.
    """
    part = in_its_row(report, pair.share)
    if part is None or part is pair.part:
        return None
    value = part.fact.value
    if isinstance(value, Ratio) and value.part and value.whole:
        return Pair(part, part, pair.share, value.part, value.whole)
    k = exact_count(part)
    return None if not k or part is pair.whole else pair._replace(part=part, k=k)


def _row(report: Report, pair: Pair) -> Iterator[Pair]:
    """The pairs of the other percentages of a row, in their order."""
    for beside in row_of(report, pair.share):
        part = in_its_row(report, beside)
        k = exact_count(part) if part else None
        if part is None or not k or beside is pair.share:
            continue
        value = part.fact.value
        whole = value.whole if isinstance(value, Ratio) else pair.n
        if whole:
            yield Pair(part, part if isinstance(value, Ratio) else pair.whole, beside, k, whole)


def _is_set_off(report: Report, pair: Pair) -> bool:
    """Whether a semicolon stands before an item, and only commas before the one ahead of it."""
    ahead = report.document.text[pair.part.fact.sentence_start : pair.part.fact.start]
    items = _ITEM.split(ahead)
    return ahead.count(";") == 1 and ";" in ahead[len(ahead) - len(items[-1]) - 2 :]


def _is_slip(report: Report, pair: Pair, number: Decimal) -> bool:
    """Whether a share of a list is off by a digit, or is that of another item.

    What is further off is rather of another total: *; chuyển chính thức 1.702 (97,26%)* of those
    admitted the year before.
    """
    others = [one for one in report.in_passage(pair.share) if one is not pair.share]
    copied = any(
        isinstance(one.fact.value, Percentage) and one.fact.value.number == number for one in others
    )
    twice = any(exact_count(one) == pair.k for one in others if one is not pair.part)
    return copied or twice or is_slip(int(pair.k), int(pair.n), number)


def _is_spoken(pair: Pair) -> bool:
    """Whether a ratio is a fraction as they are said, of what is not counted: *2/3 đại biểu*."""
    value = pair.part.fact.value
    small = isinstance(value, Ratio) and value.total is not None and value.total <= _THIRDS
    return small and pair.part is pair.whole and pair.k < pair.n


def _is_of_another(report: Report, pair: Pair) -> bool:
    """Whether a share that does not come out is surely not that of the part, or not of it alone."""
    several = (report, pair.part, pair.whole, unsigned(pair.share, pair.part))
    if is_of_several(*several) or is_of_both_wholes(*several):
        return True
    if is_told_with(report, pair.part, pair.share):
        return True
    if pair.part is not pair.whole and fits_others(report, pair.part, pair.share):
        return True
    if has_own_base(report, pair.whole, pair.part, pair.share):
        return True
    if report.opens_with("stocks", getattr(pair.part.fact.value, "unit", None) or ""):
        return True  # *Bán 500 cổ phiếu trong tổng số 900 cổ phiếu (0,4%)*: of the capital.
    return pair.part is pair.whole and _differ_in_size(report, pair.part)


def _differ_in_size(report: Report, ratio: Observation) -> bool:
    """Whether the numbers of a ratio are in other units: *2,6 nghìn tỷ trong tổng số 3.520 tỷ*."""
    text = ratio.fact.text
    last = _LAST_NUMBER.search(text)
    if last is None:
        return False
    behind = report.document.text[ratio.fact.start + last.end() : ratio.fact.sentence_end]
    first = [one[0].casefold() for one in report.all_words("size", text[: last.start()])]
    whole: list[str] = []
    while found := report.opens_with("size", behind.lstrip()):
        whole.append(found[0].casefold())
        behind = behind.lstrip()[found.end() :]
    return bool(first) and first != whole


def _fits_rounded(pair: Pair, number: Decimal) -> bool:
    """Whether a count that ends in noughts fits as a rounded one: *1.600 (14,7%) of 10.804*."""
    if pair.k < _THOUSAND or pair.k % _ROUNDED:
        return False
    half = Fraction(_ROUNDED, 2)
    low, high = (percent_of(Fraction(pair.k) + by, pair.n) for by in (-half, half))
    return Interval(low, high).meets(printed(number))


def _is_of_larger_total(report: Report, pair: Pair) -> bool:
    """Whether a share is of the total of which the whole is a share itself.

    *450 đại biểu (90% tổng số) biểu quyết, 380 người (76%) tán thành*.
    """
    number = unsigned(pair.share, pair.part)
    if number is None or pair.part is pair.whole:
        return False
    if report.shares_of.get(pair.whole.fact.id) and not is_slip(int(pair.k), int(pair.n), number):
        return True  # *Of the 241 disciplined (0.36%), 51 are secretaries (0.52%)*: of all of them.
    for one in report.by_sentence[pair.part.fact.sentence_start]:
        whole = share(one) if one is not pair.share else None
        if whole is not None and whole.number is not None:
            part = printed(whole.number, "any").scaled(Fraction(pair.k) / Fraction(pair.n))
            if part.meets(printed(number, "any")):
                return True
    return False


def _is_of_all_members(report: Report, pair: Pair) -> bool:
    """Whether a vote is given of those who were there, and its share of all members.

    *58/59 đại biểu tán thành (chiếm 89,23%)*, *tổng số đại biểu có mặt*: of 65, as assemblies
    count.
    """
    number = unsigned(pair.share, pair.part)
    said = report.between(pair.part, pair.share)
    unit = report.without("of_total", getattr(pair.part.fact.value, "unit", None) or "").lstrip()
    ahead = report.document.text[pair.part.fact.sentence_start : pair.part.fact.start]
    voted = report.opens_with("votes", unit) is not None or report.ends_with("votes", ahead)
    seats = report.opens_with("delegates", unit) is not None
    if number is None or not (voted or (seats and report.says("present", said))):
        return False
    return number > 0 and pair.n < Fraction(pair.k) * _ALL / Fraction(number) <= _MOST * pair.n


def _fraction(pair: Pair) -> str:
    if pair.part is pair.whole:
        return pair.part.fact.text
    return f"{pair.part.fact.text}/{pair.whole.fact.text}"
