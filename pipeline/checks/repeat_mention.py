"""BC202: one fact that is stated twice is stated alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise, takewhile
from typing import NamedTuple

import regex

from pipeline.arithmetic import Truth, decimal_text, holds
from pipeline.checks.reading import (
    Measured,
    claimed,
    exact_count,
    is_lent,
    meaning,
    measured,
)
from pipeline.checks.report import Report
from pipeline.model import Date, Finding, Observation, Percentage, Period, Quantity, Ratio

__all__ = ["Mentions", "corrections", "repeat_mention", "same_fact"]

_NAME = "repeat_mention"
#: Dimensions that must not differ; of the first so many, two must be stated and the same.
Scope = tuple[str | None, ...]
_TELLING = 5
_ENOUGH = 2
#: More mentions than this are a table.
_LIST = 12
#: Words that two clauses must share before a difference between them means anything.
_OVERLAP = 0.6
_FEWEST_WORDS = 4
#: Shorter numbers are each other's exchange by chance.
_LEAST_DIGITS = 4
_WORD = regex.compile(r"\p{L}+|\d+(?:[.,]\d+)*")
_CLAUSE_ENDS = regex.compile(r"[,;:()]")
#: An item of a list.
_ITEM = regex.compile(r"\s*[-–—+*•]\s")
_VAGUE = ("nearly", "about")
#: What only one of two clauses says tells them apart: a grade, a beginning.
_TELLING_APART = ("grades", "and_above", "at_first")


class Mentions(NamedTuple):
    """Two mentions of one fact; ``vague`` is the one with the looser wording."""

    vague: Observation
    precise: Observation


def repeat_mention(report: Report) -> Iterator[Finding]:
    """Numbers, totals and terms that the report states more than once."""
    for mentions in _repeated(report):
        yield from _compared(report, mentions)
    yield from _same_totals(report)
    yield from _same_terms(report)


# ── one number, two places ────────────────────────────────────────────────────────────────


def _repeated(report: Report) -> Iterator[Mentions]:
    buckets: dict[tuple[object, ...], list[Observation]] = {}
    for one in report.in_order:
        if measured(one) and _telling(one):
            buckets.setdefault(_key(one), []).append(one)
    for bucket in buckets.values():
        if 2 <= len(bucket) <= _LIST:
            yield from _pairs(bucket)


def _key(one: Observation) -> tuple[object, ...]:
    role = one.role or "actual"
    subject = (one.change, one.indicator, one.attribute)
    # An estimate for a year, or what there was of it so far, is not what came of it.
    return (one.fact.kind, _unit(one), role, one.stage, *subject)


def _pairs(bucket: Sequence[Observation]) -> Iterator[Mentions]:
    """The mentions of one thing among observations of one key."""
    scopes = [_scope(one) for one in bucket]
    for (at, one), (to, two) in combinations(enumerate(bucket), 2):
        same_sentence = one.fact.sentence_start == two.fact.sentence_start
        if same_sentence or not _meet(scopes[at], scopes[to]):
            continue
        alike = [index for index, scope in enumerate(scopes) if _meet(scopes[at], scope)]
        # Three different values of one description are a list of three places.
        if len({str(bucket[index].fact.value) for index in {at, to, *alike}}) <= 2:
            yield _ordered(one, two)


def _telling(one: Observation) -> bool:
    """Whether enough is said of a number, also what it is: level and body say only of whom."""
    told = sum(part is not None for part in _scope(one)[:_TELLING])
    subject = one.indicator or one.population or one.attribute
    return told >= _ENOUGH and subject is not None


def same_fact(one: Observation, two: Observation) -> bool:
    """Whether two observations describe the same thing, as far as they say."""
    return _key(one) == _key(two) and _meet(_scope(one), _scope(two))


def _scope(one: Observation) -> Scope:
    """What it is about; what tells most comes first."""
    return (
        *(one.indicator, one.level, one.body, one.population, one.attribute),
        *(one.province, one.period),
    )


def _meet(one: Scope, two: Scope) -> bool:
    """Whether nothing differs, and enough of what tells most is stated twice."""
    telling = 0
    for at, (first, second) in enumerate(zip(one, two, strict=True)):
        if first is not None and second is not None:
            if first != second:
                return False
            telling += at < _TELLING
    return telling >= _ENOUGH


def _unit(one: Observation) -> str | None:
    match one.fact.value:
        case Percentage() as value:
            return value.basis or "share"
        case Quantity() as value:
            return value.unit
        case _:
            return None


def _ordered(one: Observation, two: Observation) -> Mentions:
    first, second = measured(one), measured(two)
    if first is not None and second is not None and _looser(second, first):
        return Mentions(two, one)
    return Mentions(one, two)


def _looser(one: Measured, two: Measured) -> bool:
    return (one.comparator in _VAGUE, _width(one)) > (two.comparator in _VAGUE, _width(two))


def _width(value: Measured) -> float:
    interval = meaning(value)
    if interval.low is None or interval.high is None:
        return float("inf")
    return float(interval.high - interval.low)


def _compared(report: Report, mentions: Mentions) -> Iterator[Finding]:
    vague, precise = measured(mentions.vague), measured(mentions.precise)
    if vague is None or precise is None:
        return
    truth = _truth(vague, precise)
    if truth == "true" and _bounding(vague) and not _same_words(report, mentions):
        # *Over 15% in some places* is another statement than the share of all.
        return
    if truth == "true":
        reworded = vague.comparator != "=" or vague.number != precise.number
        yield report.finding(
            _NAME,
            "supported" if reworded else "consistent",
            _REASONS.get(vague.comparator, "bound_fits") if reworded else "same_value",
            mentions.vague,
            [mentions.precise],
            computed=_difference(vague, precise),
        )
    elif _comparable(report, mentions):
        yield _conflict(report, mentions, truth)


_REASONS: Mapping[str, str] = {
    "nearly": "nearly_fits",
    "about": "about_fits",
    "=": "rounded_fits",
}


def _bounding(value: Measured) -> bool:
    return value.upto is not None or value.comparator in (">", ">=", "<", "<=")


def _truth(vague: Measured, precise: Measured) -> Truth:
    """Two bare numbers agree where their intervals meet; else the vaguer one is a claim."""
    if vague.comparator == "=" and vague.upto is None:
        return "true" if meaning(vague).meets(meaning(precise)) else "false"
    return holds(meaning(precise), claimed(vague))


def _conflict(report: Report, mentions: Mentions, truth: Truth) -> Finding:
    verdict, alert, condition = report.conflict(mentions.vague, mentions.precise)
    if truth != "false":
        verdict, alert, condition = "implausible", "note", None
    vague, precise = measured(mentions.vague), measured(mentions.precise)
    return report.finding(
        _NAME,
        verdict,
        "mentions_differ",
        mentions.vague,
        [mentions.precise],
        alert=alert,
        condition=condition,
        computed=_difference(vague, precise) if vague and precise else None,
    )


def _difference(vague: Measured, precise: Measured) -> str | None:
    if vague.number is None or precise.number is None:
        return None
    return decimal_text(precise.number - vague.number)


def _comparable(report: Report, mentions: Mentions) -> bool:
    """A norm, or a value of another or an unknown period, contradicts nothing.

    Nor does what stands in another list, whose lines above may tell it apart, nor the shares of
    two different counts: *47 cấp ủy viên (12,8%)* and *17 (29,82%)*.
    """
    one, two = mentions
    vague = measured(one)
    apart = mentions.vague.fact.passage != mentions.precise.fact.passage
    listed = all(_ITEM.match(one.fact.sentence) for one in mentions)
    if apart and (listed or any(is_lent(one) for one in mentions)):
        return False
    counts = [report.by_id.get(one.share_of or "") for one in mentions]
    printed = {str(one.fact.value) for one in counts if one is not None}
    if len(printed) > 1:
        return False
    norm = vague is not None and vague.comparator in (">=", "<=")
    norm = norm or any(_is_least(report, one) for one in mentions)
    same_period = mentions.vague.period == mentions.precise.period
    if not same_period or norm or corrections(report, one) != corrections(report, two):
        return False
    alike = _same_words(report, mentions) and not _is_part_of_other(report, mentions)
    return (alike and not _of_two_wholes(report, mentions)) or _exchanged(mentions)


def corrections(report: Report, one: Observation) -> set[str]:
    """The words by which a number is a first or a changed one, or counts more or fewer.

    *Sau khi rà soát, toàn tỉnh có 2.340 hộ*, *theo báo cáo lần 1*, *chưa tính Công an*.
    """
    return {said[0].casefold() for said in report.all_words("corrected", one.fact.sentence)}


def _is_least(report: Report, one: Observation) -> bool:
    """Whether words at the end of its clause make a number the least: *từ 20 xã … trở lên*."""
    behind = report.document.text[one.fact.end : one.fact.sentence_end]
    return report.says("and_above", _CLAUSE_ENDS.split(behind, maxsplit=1)[0])


def _of_two_wholes(report: Report, mentions: Mentions) -> bool:
    """Whether the shares printed with two counts say that they are parts of two wholes.

    *Cán bộ nữ: 11, chiếm 24,44%* of a committee and *3, chiếm 23,07%* of its standing board.
    """
    wholes = [_whole_by_share(report, one) for one in mentions]
    if None in wholes:
        return False
    (least, most), (other_least, other_most) = (one for one in wholes if one is not None)
    return most < other_least or other_most < least


def _whole_by_share(report: Report, one: Observation) -> tuple[Fraction, Fraction] | None:
    """The least and the largest whole of a count by the share that is printed of it."""
    count = exact_count(one)
    for share in report.in_order:
        value = share.fact.value
        if share.share_of != one.fact.id or not isinstance(value, Percentage) or not count:
            continue
        if value.number is None or value.comparator != "=" or value.sign != "%":
            continue
        low = Fraction(value.number - value.resolution)
        high = Fraction(value.number + value.resolution)
        if low > 0:
            return 100 * count / high, 100 * count / low
    return None


def _exchanged(mentions: Mentions) -> bool:
    """Whether two counts of one indicator and period differ by two neighbouring digits.

    Whatever the words around them, that is the slip of a hand and hardly ever two numbers.
    """
    one, two = mentions
    if one.indicator is None or one.period is None or one.province != two.province:
        return False
    counts = (exact_count(one), exact_count(two))
    if None in counts:
        return False
    first, second = map(str, counts)
    if len(first) != len(second) or len(first) < _LEAST_DIGITS:
        return False
    differing = [
        at for at, pair in enumerate(zip(first, second, strict=True)) if len(set(pair)) > 1
    ]
    return (
        len(differing) == 2
        and differing[1] == differing[0] + 1
        and first[differing[0]] == second[differing[1]]
        and first[differing[1]] == second[differing[0]]
    )


def _same_words(report: Report, mentions: Mentions) -> bool:
    """Whether both clauses speak of the same thing in the same words and names.

    Two districts, two years or two offices differ in a name or a number, and then two
    values are no conflict.
    """
    people = [_people(place) for place in mentions]
    if all(people) and people[0] != people[1]:
        return False  # *Cán bộ chuyên trách cấp xã* are no *công chức cấp xã*.
    one, two = (_description(report, place) for place in mentions)
    words, other = one.words, two.words
    if min(len(words), len(other)) < _FEWEST_WORDS:
        return False
    overlap = len(words & other) / min(len(words), len(other))
    return overlap >= _OVERLAP and one.names == two.names and one.numbers == two.numbers


def _is_part_of_other(report: Report, mentions: Mentions) -> bool:
    """Whether right beside one number stands a word that may narrow it, and not beside the other.

    *Cả nước kết nạp*, *hộ nghèo miền núi*: no dimension tells such a part from the province. So
    every word is a stranger that no dimension of both was read from, and that is not known to
    leave the thing as it is.
    """
    one, two = mentions
    first_clause, other_clause = (report.clause_span(each).text for each in mentions)
    # *Communes up to the standards: 87%*; *up to the advanced ones: 12%*.
    if any(report.says(it, first_clause) != report.says(it, other_clause) for it in _TELLING_APART):
        return True
    # *Bổ nhiệm 64 cán bộ*; *bổ nhiệm lại 23 cán bộ*.
    if _acts(report, first_clause) != _acts(report, other_clause):
        return True
    first, second = _beside(report, one, two), _beside(report, two, one)
    return first != second


def _acts(report: Report, clause: str) -> set[str]:
    """The words that make one act of another."""
    return {found[0].casefold() for found in report.all_words("other_act", clause)}


def _beside(report: Report, one: Observation, other: Observation) -> set[str]:
    """The words around a number that say which part it is of, if any does.

    From the number before it, or from a colon, to the next comma or number.
    """
    clause, text = report.clause_span(one), report.document.text
    figures = [
        place.fact
        for place in report.by_sentence[one.fact.sentence_start]
        if not isinstance(place.fact.value, Period | Date)
    ]
    low = max([clause.start, *(it.end for it in figures if it.end <= one.fact.start)])
    high = min([clause.end, *(it.start for it in figures if it.start >= one.fact.end)])
    low = max(low, text.rfind(":", low, one.fact.start) + 1)
    comma = text.find(",", one.fact.end, high)
    high = high if comma < 0 else comma
    shared = [
        (it.start, it.end)
        for it in one.evidence
        if getattr(one, it.dimension, None) == getattr(other, it.dimension, None)
    ]
    parts = _apart(text, (low, one.fact.start), shared)
    parts += _apart(text, (one.fact.end, high), shared)
    said = report.without("same_thing", " | ".join(parts))
    return {found[0].casefold() for found in _WORD.finditer(said) if found[0][0].isalpha()}


def _apart(text: str, stretch: tuple[int, int], known: Sequence[tuple[int, int]]) -> list[str]:
    """What a stretch of the text says beside the words that are known."""
    at, high = stretch
    parts = []
    for start, end in sorted(known):
        if at <= start and end <= high:
            parts.append(text[at:start])
            at = end
        elif start < at < end <= high:
            at = end
    return [*parts, text[at:high]]


def _people(one: Observation) -> set[str]:
    """The words that say which people a number is of."""
    return {said.text.casefold() for said in one.evidence if said.dimension == "population"}


class Description(NamedTuple):
    """The words, names and numbers of the clause that describes a number, brackets aside."""

    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]


def _description(report: Report, one: Observation) -> Description:
    clause = report.clause_span(one)
    own = [one, *report.shares_of.get(one.fact.id, ())]
    own.extend(filter(None, [report.by_id.get(one.share_of or "")]))
    own.extend(report.targets_of.get(one.fact.id, ()))
    taken = [(place.fact.start, place.fact.end) for place in own]
    taken.extend(
        (bracket.start, bracket.end)
        for bracket in takewhile(
            lambda one: one.start < clause.end, report.brackets_from(clause.start)
        )
    )
    words, names, numbers = set(), set(), set()
    for found in _WORD.finditer(clause.text):
        start = clause.start + found.start()
        if any(low <= start < high for low, high in taken):
            continue
        if found[0][0].isdigit():
            numbers.add(found[0])
            continue
        words.add(found[0].casefold())
        if found[0][0].isupper() and start != one.fact.sentence_start:
            names.add(found[0])
    return Description(frozenset(words), frozenset(names), frozenset(numbers))


# ── one total, several ratios ─────────────────────────────────────────────────────────────


def _same_totals(report: Report) -> Iterator[Finding]:
    for sentence in report.by_sentence.values():
        by_level: dict[tuple[str, str | None], list[tuple[Observation, Ratio]]] = {}
        for one in sentence:
            value = one.fact.value
            if not (isinstance(value, Ratio) and value.total and one.level) or value.word:
                continue  # *Half of the communes* have no total of two.
            listed = by_level.setdefault((one.level, value.unit), [])
            # *320/411 communes, 101/320 of them*: what met one standard is the total of the next.
            if all(value.whole != other.part for _, other in listed):
                listed.append((one, value))
        for listed in by_level.values():
            if len(listed) > 1:
                yield _totals(report, listed)


def _totals(report: Report, listed: Sequence[tuple[Observation, Ratio]]) -> Finding:
    wholes = [value.whole for _, value in listed if value.whole]
    same = len(set(wholes)) == 1
    first, *others = (one for one, _ in listed)
    return report.finding(
        _NAME,
        "consistent" if same else "implausible",
        "same_total" if same else "totals_differ",
        first,
        others,
        alert="none" if same else "note",
        computed=", ".join(decimal_text(whole) for whole in wholes),
    )


# ── one term, written in two ways ─────────────────────────────────────────────────────────


def _same_terms(report: Report) -> Iterator[Finding]:
    """A term with its other counting in a bracket: 2025-2030 (2026-2031)."""
    found: dict[str, list[tuple[Observation, Observation]]] = {}
    periods = [one for one in report.in_order if isinstance(one.fact.value, Period)]
    for one, two in pairwise(periods):
        if report.between(one, two).strip() == "(":
            found.setdefault(str(one.fact.value), []).append((one, two))
    for pairs in found.values():
        if len(pairs) > 1:
            first, *others = [place for pair in pairs for place in pair]
            same = len({str(two.fact.value) for _, two in pairs}) == 1
            yield report.finding(
                _NAME,
                "consistent" if same else "implausible",
                "same_term" if same else "terms_differ",
                first,
                others,
                alert="none" if same else "note",
            )
