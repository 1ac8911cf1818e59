"""Counts with their percentages, and the totals that the text states for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

import regex

from pipeline.arithmetic import (
    Rounding,
    Totals,
    implied_totals,
    percent_of,
    printed,
    rounding_that_gives,
)
from pipeline.checks.reading import exact_count
from pipeline.checks.report import Report, once
from pipeline.checks.word_fraction import without_bound
from pipeline.language import is_one_noun
from pipeline.model import Count, Observation, Percentage, Ratio

__all__ = [
    "CountedShare",
    "are_alike",
    "belongs",
    "counts_people",
    "fits_others",
    "is_right_behind",
    "is_tight",
    "is_told_with",
    "is_value",
    "of_whom",
    "paired_closely",
    "pairs",
    "stated_total",
    "unpadded",
    "unsigned",
]

#: What stands between two items of a list.
_LISTING = regex.compile(r"\s*[,;]")
_MARKS = regex.compile(r"[,:;()]")
_END = regex.compile(r"\s*(?:[),;.]|$)")
#: What may stand before a clause.
_OPENING = ",;:.(–—-"
#: Right before a count: another one with its noun, and a dash or slash.
_JOINED = regex.compile(r"(?r)\d(?:\s\p{L}+){1,4}\s?[-–—/]\s?")
_NEAR = 40
#: So many words name what is counted.
_NOUN = 3
_ALL = 100
#: Percentages of two decimals and more may be filled up with a zero, where so many are.
_FILLED = -2
_SEVERAL = 3
_BETWEEN = frozenset({"count", "ratio", "percentage", "money", "quantity", "multiple"})


@dataclass(frozen=True, eq=False)
class CountedShare:
    """A whole count with the bare percentage that it is of a total nobody states."""

    counted: Observation
    share: Observation
    k: int
    percent: Decimal

    def totals(self, rule: Rounding) -> Totals | None:
        """The whole totals under a rounding rule."""
        if rule not in self._totals:
            self._totals[rule] = implied_totals(self.k, printed(self.percent, rule))
        return self._totals[rule]

    @cached_property
    def _totals(self) -> dict[Rounding, Totals | None]:
        return {}


@once
def pairs(report: Report) -> Iterator[CountedShare]:
    """Every pair of a count and its percentage without a total in the same clause."""
    for share in report.in_order:
        value = share.fact.value
        count = report.by_id.get(share.share_of or "")
        if count is None or not isinstance(value, Percentage) or value.number is None:
            continue
        if not isinstance(count.fact.value, Count) or not _of_a_whole(share, count, value):
            continue
        k, percent = exact_count(count), unsigned(share, count)
        percent = unpadded(report, share, percent)
        bare = value.comparator == "=" and value.upto is None
        if k is None or percent is None or not bare or not belongs(report, count, share):
            continue
        if stated_total(report, count, share) is None:
            yield CountedShare(count, share, k, percent)


def unpadded(report: Report, share: Observation, percent: Decimal | None) -> Decimal | None:
    """A percentage without a zero that every percentage of its passage ends with.

    *15,70%, 7,70%, 39,70%*: they were worked out to one decimal and filled up.
    """
    exponent = int(percent.as_tuple().exponent) if percent is not None else 0
    if percent is None or exponent > _FILLED:
        return percent
    alike = [
        one.fact.value.number
        for one in report.in_passage(share)
        if isinstance(one.fact.value, Percentage) and one.fact.value.number is not None
    ]
    alike = [one for one in alike if one.as_tuple().exponent == exponent]
    filled = len(alike) >= _SEVERAL and all(one.as_tuple().digits[-1] == 0 for one in alike)
    return percent.quantize(Decimal(1).scaleb(exponent + 1)) if filled else percent


def is_tight(report: Report, pair: CountedShare) -> bool:
    """Whether nothing but what is counted, and words that lead to a share, stands between.

    *2 tỉnh đạt gần như tuyệt đối (99,99%)* is no pair: a count fits few percentages, so that
    any other one beside it would look like a slip.
    """
    between = report.between(pair.counted, pair.share)
    unit = getattr(pair.counted.fact.value, "unit", None) or ""
    rest = between.lstrip().removeprefix(unit)
    return not report.says("value_words", rest)


def _of_a_whole(share: Observation, count: Observation, value: Percentage) -> bool:
    """The share of a reduction is one of what was there before; other growth is none."""
    if value.sign != "%" or value.basis in ("of_plan", "of_base", "points"):
        return False
    return value.basis != "growth" or count.change is not None


def unsigned(share: Observation, count: Observation) -> Decimal | None:
    """The share without the sign that repeats the word *down*: *down 45 cases (-18.67%)*."""
    value = share.fact.value
    number = value.number if isinstance(value, Percentage) else None
    if number is None or number >= 0:
        return number
    return -number if count.change == "decrease" else None


def belongs(report: Report, count: Observation, share: Observation) -> bool:
    """Whether a percentage is the share that the count before it is, and not something else's.

    It is not where the count announces a list whose items have brackets of their own (*three
    sectors: farming (5.5%), services (10.4%)*), nor where it is a value that each of the
    counted has (*6/6 regions have an average above 80%*), nor where another count before a dash
    may be what it is a share of.
    """
    if report.says("own_value", report.between(count, share)) or _is_told_twice(report, count):
        return False
    if _is_own_rate(report, count, share):
        return False
    if _is_compared_with(report, count):
        return False
    if _is_ordinal(report, count) or _is_of_no_count(report, share):
        return False
    bracket = report.bracket_of(share)
    if bracket is None:
        return True
    following = next(report.brackets_from(bracket.end), None)
    if following is None or following.start >= share.fact.sentence_end:
        return True
    between = report.inside_range(bracket.end, following.start)
    inside = report.inside(following)
    return not (
        inside
        and isinstance(inside[0].fact.value, Percentage)
        and inside[0].share_of is None
        and not any(one.fact.kind in _BETWEEN for one in between)
        and _goes_on(report, report.document.text[bracket.end : following.start])
    )


def _is_own_rate(report: Report, count: Observation, share: Observation) -> bool:
    """Whether a rate that is named right behind the counted is theirs: *17 xã tỷ lệ nghèo là 2%*.

    Behind a comma, *17/42 xã, tỷ lệ hoàn thành đạt 40%*, it may be that of all, and without a
    name it is: *17/42 xã tỷ lệ 40%*.
    """
    between = report.between(count, share)
    rate = report.word("rate", between)
    if rate is None or _MARKS.search(between):
        return False
    noun, named = between[: rate.start()], between[rate.end() :].strip()
    bare = not named or report.opens_with("rate_is", named) is not None
    return not bare and len(noun.split()) <= _NOUN and not report.says("rate_is", noun)


def _is_compared_with(report: Report, count: Observation) -> bool:
    """Whether a change is told before a count as one since then: *giảm 6 vụ so với 21 vụ (28,6%)*.

    The percentage is how much that was, and no share of the earlier count.
    """
    if count.role != "previous":
        return False
    sentence = report.by_sentence[count.fact.sentence_start]
    before = next((one for one in reversed(sentence) if one.fact.end <= count.fact.start), None)
    if before is None or before.fact.kind != "count":
        return False
    return report.says("compared_with", report.between(before, count))


def _is_ordinal(report: Report, count: Observation) -> bool:
    """Whether the words before a number make it none of a count: *lớp 12 (90%)*, *cả hai*."""
    text = report.document.text
    ahead = text[max(count.fact.sentence_start, count.fact.start - _NEAR) : count.fact.start]
    unit = getattr(count.fact.value, "unit", None)
    return report.ends_with("all_of_them", ahead) or (
        unit is None and count.attribute is None and report.ends_with("numbered_noun", ahead)
    )


def _is_of_no_count(report: Report, share: Observation) -> bool:
    """Whether a percentage is of what nobody counts: *15 hồ sơ (70% số điểm)*."""
    behind = report.document.text[share.fact.end : share.fact.sentence_end]
    return report.opens_with("uncounted", behind.lstrip()) is not None


def is_told_with(report: Report, count: Observation, share: Observation) -> bool:
    """Whether a percentage is told beside a count: *lấy đi 9.200 người, với hơn 98% số ca ở đó*."""
    if report.bracket_of(share) is not None:
        return False
    between = without_bound(report, report.between(count, share))
    behind = report.document.text[share.fact.end : share.fact.sentence_end].lstrip()
    return behind[:1].isalpha() and report.ends_with("beside", between)


def is_value(report: Report, count: Observation, share: Observation) -> bool:
    """Whether a percentage may be a value that the counted reach: *7/9 huyện đạt 100%*.

    Behind a comma or in a bracket it would be their share.
    """
    between = report.between(count, share)
    led = without_bound(report, between)
    if _MARKS.search(between) or not report.ends_with("reaches", led):
        return False
    rate = report.word("rate", between)  # *17/42 xã tỷ lệ đạt 45%* is their share.
    return rate is None or report.says("reaches", between[: rate.start()])


def _goes_on(report: Report, behind: str) -> bool:
    """Whether the text behind an item leads to another one of its list."""
    marked = _LISTING.match(behind) is not None
    return marked or report.opens_with("joint", behind.lstrip()) is not None


def _is_told_twice(report: Report, count: Observation) -> bool:
    """Whether a dash or slash joins a count to another: *1.150 vụ - 2.040 bị cáo, đạt 88%*."""
    start = count.fact.start
    near = max(count.fact.sentence_start, start - _NEAR)
    return _JOINED.match(report.document.text, near, start) is not None


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

    None where it states none, or more than one, or one of another group of people. A count that
    stands between may be the whole as well, *out of 141 planned 85 were appointed, 19 of them
    women (22.35%)*: then it is whichever of them agrees with the percentage, if any.
    """
    k = exact_count(counted)
    if not k or isinstance(counted.fact.value, Ratio) or percentage.role == "target":
        return None
    # A change is a share of what was there before, not of the total that is left.
    words = "total_before" if counted.change is None else "out_of"
    totals = [
        one
        for one in report.by_sentence[counted.fact.sentence_start]
        if one.fact.id != counted.fact.id
        and (exact_count(one) or 0) >= k
        and one.fact.kind == "count"
        and (
            _is_total(report, one, words)
            or _opens(report, one, counted)
            or _is_whole_behind(report, one, counted, percentage)
        )
        and ";" not in report.between(one, counted)
        and _same_group(one, counted)
    ]
    if len(totals) != 1:
        return None
    nearer = _between(report, totals[0], counted, k)
    number = unsigned(percentage, counted)
    if not nearer or number is None:
        return totals[0]
    sizes = [(one, exact_count(one)) for one in (*nearer, *totals)]
    return next(
        (one for one, n in sizes if n and rounding_that_gives(percent_of(k, n), number)), None
    )


def fits_others(report: Report, counted: Observation, percentage: Observation) -> bool:
    """Whether a percentage is right of two counts of the sentence, of which it is told of one.

    *52 denunciations were settled out of 54 received (96.3%)*: whichever number it was read as
    the share of, nothing is wrong.
    """
    number = unsigned(percentage, counted)
    own = exact_count(counted)
    if number is None or not own:
        return False
    if any(
        rounding_that_gives(percent_of(value.part, value.whole), number) is not None
        for one in report.by_sentence[percentage.fact.sentence_start]
        if isinstance(value := one.fact.value, Ratio) and one is not counted
        if value.part and value.whole
    ):
        return True  # *Làm rõ 371/412 vụ, 510 đối tượng (90,05%)*
    sizes = (
        exact_count(one)
        for one in report.by_sentence[percentage.fact.sentence_start]
        if one.fact.kind == "count" and one.fact.id != counted.fact.id
    )
    return any(
        rounding_that_gives(percent_of(min(own, size), max(own, size)), number) is not None
        for size in sizes
        if size
    )


def is_right_behind(report: Report, percentage: Observation, one: Observation) -> bool:
    """Whether a percentage is said to be of the number behind it: *30% trong tổng số 300*."""
    if one.fact.start < percentage.fact.end:
        return False
    between = report.between(percentage, one)
    return any(report.is_one_of(name, between) for name in ("right_of", "total_before", "of_total"))


def _is_whole_behind(
    report: Report, one: Observation, counted: Observation, percentage: Observation
) -> bool:
    """Whether a percentage is said to be of a number of the same things right behind it.

    *Có 90 nữ, chiếm 30% trong 300 cán bộ*, but *chiếm 30% trong 12 tháng*.
    """
    if percentage.fact.start < counted.fact.end or counted.change is not None:
        return False
    return is_right_behind(report, percentage, one) and are_alike(report, counted, one)


def are_alike(report: Report, one: Observation, two: Observation) -> bool:
    """Whether both count people, or things of one noun."""
    if counts_people(report, one) and counts_people(report, two):
        return True
    first, second = (_head(each) for each in (one, two))
    return bool(first and second) and is_one_noun(first, second)


def _head(one: Observation) -> str:
    """The first word of the noun of a count."""
    unit = getattr(one.fact.value, "unit", None) or ""
    return str(unit.casefold().partition(" ")[0])


def of_whom(report: Report, pair: CountedShare) -> Observation | None:
    """The people right before a count of some of them: *320 cán bộ, trong đó nữ 112 (35%)*.

    Not where words behind the percentage name what it is a share of, nor where it is growth.
    """
    counted, percentage = pair.counted, pair.share
    sentence = [
        one for one in report.by_sentence[counted.fact.sentence_start] if one.fact.kind in _BETWEEN
    ]
    at = sentence.index(counted)
    if at == 0 or not _is_said_of_whole(report, percentage):
        return None
    total = sentence[at - 1]
    between = report.between(total, counted)
    marker = report.word("of_whom", between)
    if marker is not None:  # *1.524 đảng viên; trong đó nữ 812*: the mark only leads to the words
        before = between[: marker.start()].rstrip()
        between = before.removesuffix(";") + between[len(before) :]
        marker = report.word("of_whom", between)
    opening = report.document.text[total.fact.sentence_start : total.fact.start].strip()
    led = marker is not None and not _MARKS.search(between[marker.end() :])
    of_those = at == 1 and report.is_one_of("of_those", opening)
    first = of_those and between.count(",") == 1
    there = of_those and not _MARKS.search(between) and report.ends_with("there_are", between)
    same = (
        marker is None
        and pair.percent != _ALL
        and _is_of_the_same_noun(report, total, counted, between)
    )
    there = there or same
    if not (led or first or there) or ";" in between or (exact_count(total) or 0) < pair.k:
        return None
    if _is_of_its_own_level(total, counted):
        return None
    people = counts_people(report, total) and counts_people(report, counted)
    told = same or report.ends_with("accounts_for", report.between(counted, percentage))
    alike = people or (there and told and are_alike(report, total, counted))
    return total if alike and _same_group(total, counted) else None


def _is_of_the_same_noun(
    report: Report, total: Observation, counted: Observation, between: str
) -> bool:
    """Whether some of those right before are told of that reached something, in the same noun.

    *Kiểm tra 186 đảng viên, có 142 đảng viên vi phạm*; *520 trường, 281 trường đạt chuẩn*. Two
    kinds side by side, *12 trường công lập, 8 trường tư*, are no part of each other.
    """
    units = [getattr(one.fact.value, "unit", None) or "" for one in (total, counted)]
    rest = between.lstrip().removeprefix(units[0])
    if not units[0] or not f"{units[1]} ".casefold().startswith(f"{units[0]} ".casefold()):
        return False
    if not rest.startswith(",") or not (
        not rest.strip(" ,") or report.is_one_of("there_are", rest.strip(" ,"))
    ):
        return False
    behind = report.document.text[counted.fact.end : counted.fact.sentence_end].lstrip()
    behind = behind.removeprefix(units[0]).lstrip()
    return report.opens_with("has_property", behind) is not None


def _is_of_its_own_level(total: Observation, counted: Observation) -> bool:
    """Whether a level is named for the part alone: its share may be one of all at that level.

    *609 cán bộ nữ, trong đó cấp tỉnh 151 (15,2%), cấp huyện 208 (27,3%), cấp xã 250 (10,9%)*
    """
    if total.level is not None and total.level == counted.level:
        return False
    return any(one.dimension == "level" and one.start >= total.fact.end for one in counted.evidence)


def _is_said_of_whole(report: Report, percentage: Observation) -> bool:
    """Whether nothing but the end of its bracket or clause stands behind a share."""
    if percentage.fact.kind != "percentage" or percentage.change is not None:
        return False
    behind = report.document.text[percentage.fact.end : percentage.fact.sentence_end]
    return _END.match(behind) is not None or report.opens_with("joint", behind.lstrip()) is not None


def counts_people(report: Report, one: Observation) -> bool:
    """Whether people are counted; a part without a noun is of those before it."""
    value = one.fact.value
    if not isinstance(value, Count):
        return False
    if value.unit is None:
        return one.attribute is not None
    if report.says("times_counted", value.unit):
        return False  # One may come twenty times.
    return report.says("counted_people", value.unit) or one.population is not None


def _between(report: Report, total: Observation, counted: Observation, k: int) -> list[Observation]:
    """The counts between a total and a count that are as many at least."""
    return [
        one
        for one in report.by_sentence[counted.fact.sentence_start]
        if one.fact.kind == "count"
        and total.fact.end <= one.fact.start < counted.fact.start
        and (exact_count(one) or 0) >= k
    ]


def _is_total(report: Report, one: Observation, words: str) -> bool:
    before = report.document.text[one.fact.sentence_start : one.fact.start]
    return report.ends_with(words, before)


def _opens(report: Report, one: Observation, counted: Observation) -> bool:
    """Whether a clause opens with the whole that a count is some of: *Of 200 communes, 170*."""
    before = report.document.text[one.fact.sentence_start : one.fact.start]
    said = [
        each for each in report.all_words("of_whole", before) if not before[each.end() :].strip()
    ]
    if not said or counted.fact.start < one.fact.end or counted.change is not None:
        return False
    opening = before[: said[0].start()].rstrip()
    parted = "," in report.between(one, counted)
    alike = not getattr(counted.fact.value, "unit", None) or are_alike(report, one, counted)
    return parted and alike and (not opening or opening[-1] in _OPENING)


def _same_group(total: Observation, counted: Observation) -> bool:
    pairs = (
        (total.population, counted.population),
        (total.level, counted.level),
        (total.period, counted.period),
    )
    return total.change is None and all(
        one is None or two is None or one == two for one, two in pairs
    )
