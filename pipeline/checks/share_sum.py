"""BC103: shares that are parts of one whole add up to 100; others must not be added."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby, pairwise

import regex

from pipeline.arithmetic import (
    Interval,
    decimal_text,
    one_digit_edits,
    place,
    remainder,
    share_sum_rule,
)
from pipeline.checks.families import FAMILIES, Family, family_of
from pipeline.checks.groups import Group, groups
from pipeline.checks.partition_cover import age_range, covers_once
from pipeline.checks.reading import is_share, meaning, measured, role_of, share
from pipeline.checks.report import Place, Report, once, places
from pipeline.checks.shared_base_of_pairs import of_one_group, runs_of_pairs
from pipeline.model import Finding, Observation, Percentage, Ratio, Span

__all__ = ["listed_with_rest", "share_sum"]

_NAME = "share_sum"
#: How many percentage points around 100 rounding may fill before a sum there means nothing.
_LUCK = Fraction(1, 2)
_FEWEST = 3
#: So many characters behind a share tell what it is held against.
_RIGHT_BEHIND = 24
#: So far behind a sentence the next one may begin with those it left out.
_FOLLOWING = 40
_CLAUSE_END = regex.compile(r"[,;:.()]")
_ALL = 100
#: How far from all a sum of ages may be: beyond it they are rates, each of one age.
_AMISS: dict[int, int] = {2: 10, 3: 15}
_SECTORS = ("agriculture", "industry", "services")


def share_sum(report: Report) -> Iterator[Finding]:
    """Partitions against 100%; for the rest the reason why a sum would mean nothing."""
    for parts in listed_with_rest(report):
        yield _with_rest(report, parts)
    whole = list(_partitions(report))
    yield from whole
    taken = {place for finding in whole for place in places(finding)}
    yield from _sexes(report)
    yield from _ages(report)
    yield from _sectors(report)
    yield from _structures(report, taken)
    yield from _overlapping(report)
    for run in runs_of_pairs(report):
        shares = [pair.share for pair in run]
        yield report.finding(
            _NAME,
            "not_checkable",
            "overlapping_attributes" if of_one_group(run) else "different_bases",
            shares[0],
            shares[1:],
            computed=decimal_text(sum((pair.percent for pair in run), start=Decimal(0))),
        )


# ── bands with a rest, in one bracket ─────────────────────────────────────────────────────


@once
def listed_with_rest(report: Report) -> Iterator[tuple[Observation, ...]]:
    """The percentages of every bracket that gives the rest to someone.

    A rest stands in the list that it closes: behind a semicolon with more than one share of its
    own, it is that of those (*women 17%; under 40 9%, 40 to 50 61%, the rest 30%*).
    """
    for bracket in report.brackets:
        if report.says("rest", bracket.text):
            parts = tuple(one for one in _closed_by_rest(report, bracket) if share(one))
            if parts and len({role_of(one) for one in parts} - {None}) <= 1:
                yield parts


def _closed_by_rest(report: Report, bracket: Span) -> tuple[Observation, ...]:
    """The numbers of a bracket up to the rest, in one respect where that can be told."""
    start = bracket.start
    for segment in bracket.text.split(";"):
        end = start + len(segment)
        if report.says("rest", segment):
            end = _end_of_rest(report, start, segment)
            inside = [one for one in report.inside_range(start, end) if measured(one)]
            row = inside if len(inside) > 1 else report.inside_range(bracket.start, end)
            return tuple(_in_one_respect(row))
        start = end + 1
    return ()


def _end_of_rest(report: Report, start: int, segment: str) -> int:
    """Where what is told of the rest ends: *the rest over 50, of whom 8% are over 55*."""
    rest = report.word("rest", segment)
    told = segment[rest.end() :] if rest else ""
    some = report.word("partial", told)
    return start + len(segment) - (len(told) - some.start() if some else 0)


def _in_one_respect(row: Sequence[Observation]) -> Sequence[Observation]:
    """The last of some numbers that tell people apart alike: by age, behind one of the women."""
    families = [family_of(one.attribute) for one in row]
    told = next((one for one in reversed(families) if one is not None), None)
    others = [at for at, one in enumerate(families) if one not in (None, told)]
    return row[others[-1] + 1 :] if others else row


def _with_rest(report: Report, parts: Sequence[Observation]) -> Finding:
    if _rest_is_printed(report, parts):
        if all(map(is_share, parts)):
            return _closed(report, parts, parts[0], parts[1:])
        return report.finding(_NAME, "not_checkable", "different_bases", parts[0], parts[1:])
    rest = remainder([_interval(one) for one in parts])
    if rest is None or rest.low is None or rest.high is None:
        return _failed(report, parts, parts[0], parts[1:])
    low, high = report.number(rest.low), report.number(rest.high)
    return report.finding(
        _NAME,
        "consistent",
        "open_ended_parts",
        parts[0],
        parts[1:],
        computed=f"{decimal_text(rest.low)}..{decimal_text(rest.high)}",
        words={"low": low, "high": high},
    )


def _rest_is_printed(report: Report, parts: Sequence[Observation]) -> bool:
    if len(parts) < _FEWEST - 1:
        return False  # *83,4% số tiền còn lại*: what is left is its whole.
    last, before = parts[-1], parts[-2].fact.end
    return report.says("rest", report.document.text[before : last.fact.start])


def _interval(one: Observation) -> Interval:
    value = one.fact.value
    return meaning(value) if isinstance(value, Percentage) else Interval(None, None)


# ── properties of which everyone has exactly one ──────────────────────────────────────────


def _partitions(report: Report) -> Iterator[Finding]:
    for sentence in report.by_sentence.values():
        for family in FAMILIES:
            if family.partition:
                yield from _family(report, family, sentence)


def _is_of_another_total(report: Report, one: Observation) -> bool:
    """Whether the words right behind a share hold it against another: *16% so với tổng số …*."""
    behind = report.document.text[one.fact.end : one.fact.end + _RIGHT_BEHIND]
    behind = behind.lstrip(" (")  # *27% (so với số hoàn thành tốt)*
    return report.says("compared_with", _CLAUSE_END.split(behind)[0])


def _is_of_part(report: Report, one: Observation) -> bool:
    """Whether a bracket tells a share of the part before it: *tốt 87% (trong đó xuất sắc 19%)*."""
    bracket = report.bracket_of(one)
    opening = report.document.text[bracket.start + 1 : one.fact.start] if bracket else ""
    return report.opens_with("of_whom", opening.lstrip()) is not None


def _family(report: Report, family: Family, sentence: Sequence[Observation]) -> Iterator[Finding]:
    parts = [
        one
        for one in sentence
        if one.attribute in family.attributes
        and is_share(one)
        and not _is_of_another_total(report, one)
        and not _is_of_part(report, one)
        and not _is_of_other_part(report, one)
    ]
    for members in _once_each(parts):
        attributes = {one.attribute for one in members}
        complete = len(members) == len(attributes) == len(family.attributes)
        if not complete or report.says("and_above", report.clause(*members)):
            # "Good and above" counts the excellent again.
            continue
        if _leaves_some(report, members, sentence) or not _is_near(members):
            continue
        if _of_two_kinds(report, members):
            continue
        yield _closed(report, members, members[0], members[1:])


def _is_near(parts: Sequence[Observation]) -> bool:
    """Whether shares may be all of one whole: about all, or one slip of a digit from it.

    *0,23%, 0,09%, 0,01%, 0,03%* are of all members, and not of the disciplined.
    """
    shares = _numbers(parts)
    missing = _ALL - sum(shares, start=Decimal(0))
    if abs(missing) <= _AMISS[_FEWEST]:
        return True
    meant = ((str(share), str(share + missing)) for share in shares if share + missing > 0)
    return any(
        right.replace(".", "") in set(one_digit_edits(printed.replace(".", "")))
        for printed, right in meant
    )


def _of_two_kinds(report: Report, parts: Sequence[Observation]) -> bool:
    """Whether some shares are of bodies and some of people: *tập thể xuất sắc 18%, cá nhân …*."""
    start = parts[0].fact.sentence_start
    words = report.document.text[start : parts[-1].fact.start]
    return report.says("collectives", words) and report.says("individuals", words)


def _leaves_some(
    report: Report, parts: Sequence[Observation], sentence: Sequence[Observation]
) -> bool:
    """Whether those are told of whom no part is: *…, không hoàn thành 1%, chưa xếp loại 4%*."""
    shares = _numbers(parts)
    if sum(shares) >= _ALL or share_sum_rule(shares) is not None:
        return False
    first = parts[0].fact
    following = report.document.text[first.sentence_end : first.sentence_end + _FOLLOWING]
    words = report.document.text[first.sentence_start : first.sentence_end]
    if report.says("unrated", words) or report.opens_with("rest", following.lstrip()):
        return True
    others = [one for one in sentence if one not in parts and is_share(one)]
    return any(
        share_sum_rule([*shares, *_numbers([one])]) is not None or _numbers([one]) == [sum(shares)]
        for one in others
    )


def _is_of_other_part(report: Report, one: Observation) -> bool:
    """Whether a share is one of another grade: *xuất sắc đạt 19% số hoàn thành tốt, …*."""
    text = report.document.text
    before = _CLAUSE_END.split(text[one.fact.sentence_start : one.fact.start])[-1]
    behind = _CLAUSE_END.split(text[one.fact.end : one.fact.end + 2 * _RIGHT_BEHIND])[0].lstrip()
    return (
        report.opens_with("some_of", behind) is not None
        and report.says("grade", before)
        and report.says("grade", behind)
    )


def _once_each(parts: Sequence[Observation]) -> Iterator[list[Observation]]:
    """Runs of parts of one scope in which no attribute comes twice."""
    for _, run in groupby(parts, key=_scope):
        members: list[Observation] = []
        for one in run:
            if any(one.attribute == other.attribute for other in members):
                yield members
                members = []
            members.append(one)
        yield members


def _sexes(report: Report) -> Iterator[Finding]:
    """Shares of women and men, one right behind the other, that do not make all of them."""
    for sentence in report.by_sentence.values():
        for parts in pairwise(sentence):
            if not all(is_share(one) for one in parts):
                continue
            shares = _numbers(parts)
            if share_sum_rule(shares) is not None or not _is_near(parts):
                continue
            if _are_women_and_men(report, *parts) and not _leaves_some(report, parts, sentence):
                yield _failed(report, parts, parts[0], parts[1:])


def _are_women_and_men(report: Report, one: Observation, two: Observation) -> bool:
    """Whether only the sex stands before two shares: *nữ chiếm 21%, nam 79%*."""
    text = report.document.text
    words = [
        _CLAUSE_END.split(text[one.fact.sentence_start : one.fact.start])[-1],
        report.between(one, two),
    ]
    before = [_before_share(report, each) for each in words]
    if before[1] is None or before[0] is None or {before[0][0], before[1][0]} != {"men", "women"}:
        return False
    lead = before[0][1]
    is_of_all = any(report.says("accounts_for", each) for each in words)
    alone = not report.without("joint", before[1][1]).strip(" ,;")
    return alone and (is_of_all or report.ends_with("proportion", lead))


def _before_share(report: Report, words: str) -> tuple[str, str] | None:
    """The sex that the words before a share end with, and what stands before it."""
    for name in ("accounts_for", "is_of"):
        found = [one for one in report.all_words(name, words) if not words[one.end() :].strip()]
        words = words[: found[0].start()] if found else words
    for name in ("women", "men"):
        found = [one for one in report.all_words(name, words) if not words[one.end() :].strip()]
        if found:
            return name, words[: found[0].start()]
    return None


def _ages(report: Report) -> Iterator[Finding]:
    """Shares by age whose bands hold every age exactly once."""
    for sentence in report.by_sentence.values():
        aged = [one for one in sentence if family_of(one.attribute) == "age" and is_share(one)]
        for members in _once_each(aged):
            bands = [age_range(one.attribute or "") for one in members]
            amiss = abs(sum(_numbers(members), start=Decimal(0)) - _ALL)
            if len(members) < 2 or amiss > _AMISS[min(len(members), _FEWEST)]:
                continue
            if _leaves_some(report, members, sentence) or not _are_of_all(report, members):
                continue
            if covers_once([band for band in bands if band]):
                yield _closed(report, members, members[0], members[1:])


def _are_of_all(report: Report, parts: Sequence[Observation]) -> bool:
    """Whether shares by age are said to be parts of all, and not rates, each of one age.

    *Cơ cấu độ tuổi: dưới 40 tuổi 18%, …* are; *tỷ lệ tán thành: dưới 40 tuổi 52%, …*, and *dưới 40
    tuổi đạt 48% số ứng cử viên* are not.
    """
    text = report.document.text
    if any(
        report.opens_with("some_of", text[one.fact.end :][:_FOLLOWING].lstrip()) for one in parts
    ):
        return False
    first, last = parts[0].fact, parts[-1].fact
    if report.says("accounts_for", text[first.sentence_start : last.start]):
        return True
    opening = text[first.sentence_start : first.start]
    return report.says("by_age", opening) and not report.says("proportion", opening)


def _sectors(report: Report) -> Iterator[Finding]:
    """Sectors of an economy that are more than all of it; what they leave may be taxes."""
    for sentence in report.by_sentence.values():
        parts = [one for one in sentence if _alone(one)]
        if len(parts) != len(_SECTORS) or sum(_numbers(parts)) <= _ALL:
            continue
        named = [_sectors_before(report, sentence, one) for one in parts]
        if sorted(filter(None, named)) != sorted(_SECTORS):
            continue
        start = sentence[0].fact.sentence_start
        opening = report.document.text[start : parts[0].fact.start]
        shares = _numbers(parts)
        if report.says("elsewhere", opening) or not _is_near(parts) or _are_apart(report, parts):
            continue
        if share_sum_rule(shares) is None and _names_a_structure(report, opening):
            yield _failed(report, parts, parts[0], parts[1:])


def _names_a_structure(report: Report, opening: str) -> bool:
    """Whether an economy is said to be parted, and nothing else told since: no *…; đóng góp: …*."""
    named = list(report.all_words("structure", opening))
    return bool(named) and ";" not in opening[named[-1].end() :]


def _are_apart(report: Report, parts: Sequence[Observation]) -> bool:
    """Whether shares are of several places: *72% ở thành phố, dịch vụ 55% ở thị xã*."""
    behind = (report.document.text[one.fact.end :][:_FOLLOWING].lstrip() for one in parts)
    return any(report.opens_with("at_place", words) for words in behind)


def _sectors_before(
    report: Report, sentence: Sequence[Observation], one: Observation
) -> str | None:
    """The one sector that is named between the number before and this one."""
    at = sentence.index(one)
    start = sentence[at - 1].fact.end if at else one.fact.sentence_start
    words = report.document.text[start : one.fact.start]
    named = [sector for sector in _SECTORS if report.says(sector, words)]
    return named[0] if len(named) == 1 else None


def _scope(one: Observation) -> tuple[str | None, ...]:
    return (one.level, one.body, one.population, role_of(one), one.period)


def _closed(
    report: Report, parts: Sequence[Observation], first: Place, others: Sequence[Place]
) -> Finding:
    shares = _numbers(parts)
    rule = share_sum_rule(shares)
    total = sum(shares, start=Decimal(0))
    if rule is None:
        return _failed(report, parts, first, others)
    rounded = rule == "nearest"
    return report.finding(
        _NAME,
        "supported" if rounded else "supported_if",
        "adds_to_100" if rounded else "adds_to_100_if_not_rounded",
        first,
        others,
        condition=None if rounded else report.phrase(f"condition.{rule}"),
        computed=decimal_text(total),
        words={"sum": report.number(total, _decimals(shares))},
    )


def _failed(
    report: Report, parts: Sequence[Observation], first: Place, others: Sequence[Place]
) -> Finding:
    shares = _numbers(parts)
    total = sum(shares, start=Decimal(0))
    verdict, alert, condition = report.conflict(*parts)
    return report.finding(
        _NAME,
        verdict,
        "does_not_add_to_100",
        first,
        others,
        alert=alert,
        condition=condition,
        computed=decimal_text(total),
        words={"sum": report.number(total, _decimals(shares))},
    )


def _decimals(shares: Sequence[Decimal]) -> int:
    return max(max(0, -int(share.as_tuple().exponent)) for share in shares)


# ── shares of a whole that only their sum betrays ─────────────────────────────────────────


def _structures(report: Report, taken: Container[tuple[int, int]]) -> Iterator[Finding]:
    """Three shares or more in a row that add up to 100%, where luck hardly would."""
    for sentence in report.by_sentence.values():
        for parts in _rows(report, sentence):
            if any((one.fact.start, one.fact.end) in taken for one in parts):
                continue
            shares = _numbers(parts)
            room = sum((place(share) for share in shares), start=Fraction(0))
            if room <= _LUCK and share_sum_rule(shares) == "nearest":
                yield _closed(report, parts, parts[0], parts[1:])


def _rows(report: Report, sentence: Sequence[Observation]) -> Iterator[Sequence[Observation]]:
    numbers = [one for one in sentence if measured(one) or isinstance(one.fact.value, Ratio)]
    plain = groupby(numbers, key=lambda one: (_alone(one), report.bracket_of(one)))
    for (alone, _), run in plain:
        row = list(run)
        if not alone or len(row) < _FEWEST:
            continue
        yield row
        yield from (part for part in _parted(report, row) if _FEWEST <= len(part) < len(row))


def _parted(report: Report, row: Sequence[Observation]) -> Iterator[list[Observation]]:
    """The row, cut at its semicolons."""
    part: list[Observation] = []
    for one in row:
        if part and ";" in report.between(part[-1], one):
            yield part
            part = []
        part.append(one)
    yield part


def _alone(one: Observation) -> bool:
    """Whether it is a bare share that no count stands beside."""
    return is_share(one) and one.share_of is None and one.role in (None, "actual")


def _numbers(parts: Sequence[Observation]) -> list[Decimal]:
    numbers = [one.fact.value.number for one in parts if isinstance(one.fact.value, Percentage)]
    return [number for number in numbers if number is not None]


# ── different properties of the same people ───────────────────────────────────────────────


def _overlapping(report: Report) -> Iterator[Finding]:
    by_passage = groupby(groups(report), key=lambda one: one.members[0].fact.passage)
    for _, run in by_passage:
        several = list(run)
        members = [one for group in several for one in group.members]
        yield report.finding(
            _NAME,
            "not_checkable",
            "overlapping_attributes",
            members[0],
            members[1:],
            computed=", ".join(decimal_text(_sum(group)) for group in several),
        )


def _sum(group: Group) -> Decimal:
    return sum(group.shares, start=Decimal(0))
