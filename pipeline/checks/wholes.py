"""Totals with the parts that the text says they are made up of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

import regex

from pipeline.arithmetic import one_digit_edits
from pipeline.checks.families import FAMILIES
from pipeline.checks.opposites import opposed
from pipeline.checks.pairs import counts_people
from pipeline.checks.reading import exact_count
from pipeline.checks.report import Report, once
from pipeline.model import Count, Observation, Span

__all__ = ["Whole", "wholes"]

#: How far a marker such as *consisting of* may stand behind its total.
_NEAR = 60
_FAR = 80
_THREE = 3
_STAFF = frozenset(
    {"cadres", "civil_servants", "public_employees", "contract_workers", "part_time_workers"}
)
_SEXES = ("men", "women")
#: A word of which a clause or a joint of a few letters is the end: *46 nam và*, *9 nữ.*
_ALONE = regex.compile(r"\p{L}+(?=\s*(?:[,;.)]|$)|\s\p{L}{1,3}\s\d)")
#: What a grassroots Party organisation can be.
_BASES = ("party_base_committee", "party_base_cell")
_DIGIT = regex.compile(r"\d")
_LED = ("of_whom", "made_up_of")
_NOUN_ENDS = regex.compile(r"\s*(?:[,;.)]|$)")
_PUNCTUATION = regex.compile(r"[,;:.()]")
_COUNTED = frozenset({"count", "ratio", "percentage", "money", "quantity", "multiple"})


class Whole(NamedTuple):
    """A total and its parts.

    ``exhaustive`` where the parts leave nothing out and overlap nowhere; ``said`` where the
    text says that they make up the total; ``alike`` where they are surely counted like it, so
    that none of them can be larger; ``overlapping`` where they tell people apart in several
    respects, so that someone may be in two of them.
    """

    total: Observation
    parts: tuple[Observation, ...]
    exhaustive: bool
    said: bool = False
    alike: bool = False
    overlapping: bool = False


@once
def wholes(report: Report) -> Iterator[Whole]:
    """Every total with its list, each total once: as all of it, where one reading says so."""
    found: dict[str, Whole] = {}
    for one in (*_bracketed(report), *_in_sentences(report)):
        if _is_given_up(one):
            continue
        other = found.setdefault(one.total.fact.id, one)
        if one.exhaustive and not other.exhaustive and one.parts == other.parts:
            found[one.total.fact.id] = one
    yield from found.values()


def _is_given_up(whole: Whole) -> bool:
    """Whether a total is of before, and its parts are of now: *7 instead of 8, comprising 5 …*."""
    return whole.total.role == "previous" and any(one.role != "previous" for one in whole.parts)


def _in_sentences(report: Report) -> Iterator[Whole]:
    for sentence in report.by_sentence.values():
        yield from _made_up_of(report, sentence)
        yield from _in_total(report, sentence)
        yield from _of_one_family(report, sentence)
        yield from _elected(report, sentence)
        for total, parts in opposed(report, sentence):
            near = _is_near(total, parts)
            yield Whole(total, parts, exhaustive=near, alike=near)


# ── 193 units (175 communes, 5 wards, 13 towns) ───────────────────────────────────────────


def _bracketed(report: Report) -> Iterator[Whole]:
    for bracket in report.brackets:
        parts = [one for one in report.inside(bracket) if one.fact.kind in _COUNTED]
        if len(parts) < 2 or any(_whole_number(one) is None for one in parts):
            continue
        sentence = report.by_sentence[parts[0].fact.sentence_start]
        before = [
            one for one in sentence if one.fact.end <= bracket.start and one.fact.kind in _COUNTED
        ]
        if not before or _whole_number(before[-1]) is None:
            continue
        noun = report.document.text[before[-1].fact.end : bracket.start]
        if ")" in noun:
            continue  # *(11 xã thành 5 xã), huyện khác (10 xã)*: a bracket of something else.
        if not _PUNCTUATION.search(noun) or _kinds(report, noun):
            total = before[-1]
            kinds = _units(report, total, parts) and _are_only_kinds(report, bracket, total, parts)
            every = _complete(parts) and _is_of_total(report, total, parts)
            units = kinds or _party_bases(report, total, parts)
            alike = every or (kinds and _one_tier(total, parts))
            yield Whole(total, tuple(parts), units or every, alike=alike)


def _kinds(report: Report, noun: str) -> bool:
    """Whether a noun only names kinds of units: *204 communes, wards and towns*."""
    return all(report.opens_with("kinds_of_unit", piece.strip()) for piece in noun.split(","))


def _are_only_kinds(
    report: Report, bracket: Span, total: Observation, parts: Sequence[Observation]
) -> bool:
    """Whether a bracket parts units by kind or place, and says nothing else of them.

    No *(32 xã sắp xếp còn 14 xã)*, *(from 8 communes)*, *(8 xã nghèo, 6 xã biên giới)*: those are
    of before, or in more than one group. Nor *8 mô hình (4 xã, 2 phường)*: others are counted.
    """
    text = report.document.text
    noun = text[total.fact.end : bracket.start].strip()
    noun = noun or text[total.fact.sentence_start : total.fact.start]  # *Số xã giảm còn 99 (…)*
    if not any(report.says(name, noun) for name in ("kinds_of_unit", "units")):
        return False
    starts = [bracket.start + 1, *(one.fact.end for one in parts)]
    ends = [*(one.fact.start for one in parts), bracket.end - 1]
    words = [text[one:two] for one, two in zip(starts, ends, strict=True)]
    return not _bare(report, words[0]) and all(_is_kind(report, one) for one in words[1:])


def _is_kind(report: Report, words: str) -> bool:
    """Whether words behind a number are kinds of units, and at most where those are."""
    words = _bare(report, words)
    while (kind := report.opens_with("kinds_of_unit", words)) is not None:
        words = words[kind.end() :].lstrip(", ")
    place = report.opens_with("place_of", words)
    if place is None or _DIGIT.search(words) or report.says("partial", words):
        return not words
    where = words[place.end() :].lstrip()
    whole = report.opens_with("whole_place", where)
    if whole is not None and whole.end() == len(where):
        return True  # *1 đặc khu thuộc tỉnh*
    kind = report.opens_with("kinds_of_unit", where)
    return where[kind.end() if kind else 0 :].lstrip()[:1].isupper()


def _bare(report: Report, words: str) -> str:
    """The words without the marks, the joint and the *gồm* at their end."""
    words = words.strip(" ,;:")
    for name in ("joint", "made_up_of"):
        found = [one for one in report.all_words(name, words) if one.end() == len(words)]
        words = words[: found[-1].start()].rstrip(" ,;:") if found else words
    return words


# ── 53 members, consisting of 42 old and 11 new ones ──────────────────────────────────────


def _made_up_of(report: Report, sentence: Sequence[Observation]) -> Iterator[Whole]:
    for index, total in enumerate(sentence):
        parts = _parts(report, total, sentence[index + 1 :])
        if len(parts) > 1:
            units = _units(report, total, parts) or _party_bases(report, total, parts)
            sexes = _both_sexes(report, total, parts)
            exhaustive = _same_things(total, parts) or units or sexes
            exhaustive = exhaustive or _are_staff(report, total, parts)
            alike = _complete(parts) or _one_unit(total, parts) or sexes
            alike = alike or (units and _one_tier(total, parts))
            overlap = _overlap(report, parts)
            yield Whole(
                total, tuple(parts), exhaustive, said=True, alike=alike, overlapping=overlap
            )


def _both_sexes(report: Report, total: Observation, parts: Sequence[Observation]) -> bool:
    """Whether people fall into men and women: *55 đồng chí, gồm 46 nam và 9 nữ*."""
    if len(parts) != len(_SEXES) or not counts_people(report, total):
        return False
    sentence = report.by_sentence[total.fact.sentence_start]
    if any(one.fact.end <= total.fact.start and _whole_number(one) for one in sentence):
        return False  # *Tuyển 55 công chức, 20 viên chức, gồm 45 nam và 30 nữ*: of both.
    return sorted(_sexes_of(report, parts)) == list(_SEXES)


def _sexes_of(report: Report, parts: Sequence[Observation]) -> list[str]:
    """Whether each of some numbers counts men or women, and says no more of them."""
    nouns = [_ALONE.match(_noun_of(report, one)) for one in parts]
    return [
        name
        for noun in nouns
        if noun is not None
        for name in _SEXES
        if report.is_one_of(name, noun[0])
    ]


def _are_staff(report: Report, total: Observation, parts: Sequence[Observation]) -> bool:
    """Whether people fall into kinds of staff, of which each is one.

    *132 người, gồm 12 công chức, 97 viên chức, 23 cán bộ cấp xã*.
    """
    at_large = report.opens_with("people_unit", _unit(total) or "") is not None
    kinds = {(_unit(one), one.level) for one in parts}
    return (
        (at_large or total.population == "cadres_civil_public")
        and len(kinds) == len(parts)
        and all(one.population in _STAFF and one.attribute is None for one in parts)
        and _is_near(total, parts)
    )


def _overlap(report: Report, parts: Sequence[Observation]) -> bool:
    """Whether parts tell people apart in several respects: *gồm 120 nữ và 45 đảng viên dự bị*.

    So do parts of which only one tells of a respect: who is in another may be in that one, too.
    """
    ends = [*(one.fact.start for one in parts[1:]), parts[-1].fact.sentence_end]
    text = report.document.text
    nouns = [text[one.fact.end : end] for one, end in zip(parts, ends, strict=True)]
    nouns[-1] = _PUNCTUATION.split(nouns[-1])[0]
    if all(report.says("terrains", one) for one in nouns):
        return False  # *2 xã miền núi, 10 xã đồng bằng và 8 xã ven biển*
    return len({_respect(report, *one) for one in zip(parts, nouns, strict=True)}) > 1


def _respect(report: Report, one: Observation, noun: str) -> str | None:
    """In which respect a number tells people apart; None where it is none of these.

    What units or people are besides is one for each: *20 xã vùng cao và 15 xã biên giới*.
    """
    attribute = one.attribute
    if attribute is None:
        if (besides := report.word("besides", noun)) is not None:
            return str(besides[0].casefold()) + str(one.fact.start)
        said = (name for name in ("standing", "sex") if report.says(name, noun))
        return next(said, None)
    if attribute.startswith("age"):
        return "age"
    # An attribute of no family is a respect of its own: who belongs to a minority, who believes.
    kind = attribute.partition("_")[0]
    named = (
        each.name
        for each in FAMILIES
        if attribute in each.attributes or each.attributes[0].startswith(f"{kind}_")
    )
    return next(named, attribute)


def _parts(
    report: Report, total: Observation, following: Sequence[Observation]
) -> list[Observation]:
    """The counts after words such as *consisting of*, up to the end of the clause.

    None where something without a number stands first: *23 people: the chairman, 3 deputies*.
    """
    counts = [one for one in following if isinstance(one.fact.value, Count)]
    if _whole_number(total) is None or not counts:
        return []
    if not _is_list_of(report, total, counts[0]):
        return []
    parts: list[Observation] = []
    for one in counts:
        if ";" in report.between(total, one) or report.says("partial", report.between(total, one)):
            break
        if report.opens_with("of_whom", _noun_of(report, one)):
            break  # *12 of them* are counted already.
        text = report.document.text
        if report.ends_with("selection", text[one.fact.sentence_start : one.fact.start]):
            return []  # *Một bài tự chọn trong hai bài*: two to choose from.
        if report.bracket_of(one) != report.bracket_of(total):
            continue  # *15 cầu (đã xong 5 cầu)*: parts of a part.
        if exact_count(one) is None or one.change != total.change or _is_of_a_name(report, one):
            return []
        if _announces(report, one):
            continue  # *gồm 3 loại: 10 tấn cá, 2 tấn tôm*: what is listed, and no part itself.
        parts.append(one)
    return parts


def _announces(report: Report, one: Observation) -> bool:
    """Whether a number and its noun are the heading of a list behind a colon."""
    noun, colon, _ = report.document.text[one.fact.end : one.fact.sentence_end].partition(":")
    return bool(colon) and len(noun.split()) <= _THREE and not _PUNCTUATION.search(noun)


def _is_of_a_name(report: Report, one: Observation) -> bool:
    """Whether a number without a noun is that of a name: *gồm từ Bình Lộc 1 đến Bình Lộc 18*."""
    words = report.document.text[one.fact.sentence_start : one.fact.start].split()
    return _unit(one) is None and one.attribute is None and _is_name(words[1:])


def _is_name(words: Sequence[str]) -> bool:
    """Whether the last of these words is one of a name; the first of a sentence tells nothing."""
    return bool(words) and words[-1][:1].isupper()


def _is_list_of(report: Report, total: Observation, first: Observation) -> bool:
    """Whether the parts of a total begin: *gồm 42 xã*, *124 communes and wards: 101 communes*."""
    between = report.between(total, first)
    if len(between) > _NEAR:
        return False
    if report.bracket_of(first) != report.bracket_of(total):
        return False  # *9.116 biên chế (gồm 3 biên chế dự phòng), 1.369 lao động*
    marker = report.word("made_up_of", between)
    if marker is not None:
        return not _of_another(between[: marker.start()]) and "," not in between[marker.end() :]
    noun, colon, rest = between.partition(":")
    kinds = _kinds(report, noun.strip()) or bool(_sexes_of(report, [first]))
    return bool(colon) and not rest.strip() and kinds


def _of_another(before: str) -> bool:
    """Whether the words before *consisting of* name another subject than the total.

    *Ban Chấp hành gồm 72 đồng chí, Ban Thường vụ gồm 21*: those are not of the 72. Nor are
    *2 huyện, huyện Bình Lộc được chia thành 2 xã* of those two.
    """
    _, comma, subject = before.rpartition(",")
    return bool(comma) and any(word[:1].isupper() for word in subject.split())


def _same_things(total: Observation, parts: Sequence[Observation]) -> bool:
    """Whether the parts are counted in the unit of the total, or in none of their own."""
    units = {_unit(one) for one in parts} - {None, _unit(total)}
    populations = {one.population for one in (total, *parts)}
    return not units or (len(populations) == 1 and None not in populations)


def _one_unit(total: Observation, parts: Sequence[Observation]) -> bool:
    """Whether the unit of the total is printed again beside every part.

    More may stand behind it there: *51 đồng chí, gồm 33 đồng chí tái cử và 18 đồng chí mới*.
    """
    unit = _unit(total)
    return unit is not None and all(f"{_unit(one)} ".startswith(f"{unit} ") for one in parts)


def _unit(one: Observation) -> str | None:
    value = one.fact.value
    return value.unit.casefold() if isinstance(value, Count) and value.unit else None


# ── 312 civil servants, 1,846 employees …, a total of 3,472 people ────────────────────────


def _in_total(report: Report, sentence: Sequence[Observation]) -> Iterator[Whole]:
    for index, total in enumerate(sentence):
        before = report.document.text[total.fact.sentence_start : total.fact.start]
        if _whole_number(total) is None or not report.ends_with("in_total", before):
            continue
        parts = [
            one
            for one in sentence[:index]
            if isinstance(one.fact.value, Count) and ";" not in report.between(one, total)
        ]
        whole_numbers = all(_whole_number(one) is not None for one in parts)
        if len(parts) > 1 and whole_numbers and len({one.change for one in parts}) == 1:
            alike = parts[0].change is not None or all(one.population for one in parts)
            exhaustive = (alike and _apart(parts)) or _units(report, total, parts)
            yield Whole(total, tuple(parts), exhaustive and _is_their_sum(report, total, parts))


def _is_their_sum(report: Report, total: Observation, parts: Sequence[Observation]) -> bool:
    """Whether a total is that of the list right before it, of which every item is counted.

    No *12 công chức, trên tổng số 3.424 người*, *5 công chức, một số lao động, tổng cộng 17*,
    *12 xã, 3 thị trấn, tổng cộng 6.500 hộ*: that is another base, has more in it, or counts
    others. *Nhóm 1 có 5 công chức; nhóm 2 có 4, tổng cộng 9* has more lists than one.
    """
    text, start = report.document.text, total.fact.sentence_start
    earlier = report.inside_range(start, parts[0].fact.start)
    if any(_whole_number(one) is not None for one in earlier):
        return False
    words = text[parts[0].fact.start : total.fact.start].rstrip()
    found = [one for one in report.all_words("in_total", words) if one.end() == len(words)]
    listed = _led_by_a_mark(report, words[: found[-1].start()]) if found else None
    if listed is None or report.says("for_each", text[start : total.fact.start]):
        return False
    items = (one.strip() for one in _PUNCTUATION.split(report.replaced("joint", ",", listed)))
    if any(report.opens_with("some", one) for one in items):
        return False
    return _counts_them(report, total, parts) and _is_near(total, parts)


def _led_by_a_mark(report: Report, words: str) -> str | None:
    """The words up to the mark that ends them, but for *là*, *for*; None where none does."""
    words = words.rstrip()
    found = [one for one in report.all_words("that_is", words) if one.end() == len(words)]
    words = words[: found[-1].start()].rstrip() if found else words
    return words[:-1] if words[-1:] in (",", ":", "-", "–", "(") else None


def _counts_them(report: Report, total: Observation, parts: Sequence[Observation]) -> bool:
    """Whether a total may count all that the parts count: people as *người*, communes as *xã*."""
    unit = _unit(total)
    if unit is None:
        return True
    if report.opens_with("general_unit", unit):
        return True
    if all(counts_people(report, one) or one.population for one in parts):
        same = unit in {_unit(one) for one in parts}
        return same or report.opens_with("people_unit", unit) is not None
    return report.opens_with("kinds_of_unit", unit) is not None or report.says("units", unit)


def _is_near(total: Observation, parts: Sequence[Observation]) -> bool:
    """Whether a total and the sum of its parts may have been meant to be one number.

    That is, they are as large, or one slip of a digit makes them equal.
    """
    whole, counts = _whole_number(total) or 0, [_whole_number(one) or 0 for one in parts]
    added = sum(counts)
    if max(whole, added) <= 2 * min(whole, added):
        return True
    meant = [(whole, added), *((one, one + whole - added) for one in counts)]
    return any(str(right) in set(one_digit_edits(str(count))) for count, right in meant)


def _apart(parts: Sequence[Observation]) -> bool:
    """Whether no two parts count the same group at the same level."""
    groups = {(one.population, one.level, one.attribute, one.body) for one in parts}
    return len(groups) == len(parts)


# ── 64 members: 40 reprimanded, 17 warned, 4 dismissed, 3 expelled ────────────────────────


def _of_one_family(report: Report, sentence: Sequence[Observation]) -> Iterator[Whole]:
    outside = [one for one in sentence if report.bracket_of(one) is None]
    counts = [one for one in outside if _whole_number(one) is not None]
    for at, total in enumerate(counts):
        if total.attribute is not None:
            continue
        parts = list(takewhile(lambda one: one.attribute is not None, counts[at + 1 :]))
        parts = parts[: len(set(_family_of(parts)))]
        if not _complete(parts) or total.change != parts[0].change:
            continue
        heading = report.between(total, parts[0])
        # A list behind a colon may have semicolons between its parts.
        parted = heading if ":" in heading else report.between(total, parts[-1])
        if ";" not in parted:
            every = _is_of_total(report, total, parts)
            yield Whole(total, tuple(parts), exhaustive=every, alike=every)


def _is_of_total(report: Report, total: Observation, parts: Sequence[Observation]) -> bool:
    """Whether the groups of a family are those of the total right before them.

    No *kỷ luật 702 đảng viên, trong đó năm 2023 khiển trách 150, …*, nor *cấp ủy viên 20: …*:
    those are of a time or a part. Nor *kiểm tra 702 đảng viên, khiển trách 150, …*.
    """
    heading = report.between(total, parts[0])
    if _DIGIT.search(heading) or len({one.change for one in parts}) > 1:
        return False  # *Khiển trách tăng 8, cách chức giảm 2*: those are not added.
    if not any((one.attribute or "").startswith("disc_") for one in parts):
        return True
    if not _may_be_disciplined(report, total) or report.says("inspected", heading):
        return False
    text = report.document.text[total.fact.sentence_start : total.fact.start]
    text = report.without("inspectors", text)
    acts = [
        (one.start(), name)
        for name in ("inspected", "disciplined")
        for one in report.all_words(name, text)
    ]
    return not acts or max(acts)[1] == "disciplined"


def _may_be_disciplined(report: Report, total: Observation) -> bool:
    """Whether people or bodies are counted, and no *702 vụ việc*."""
    unit = _unit(total)
    return (
        unit is None
        or total.population is not None
        or counts_people(report, total)
        or report.says("disciplinable", unit)
    )


def _elected(report: Report, sentence: Sequence[Observation]) -> Iterator[Whole]:
    """Who was elected was elected again or for the first time: *53, of whom 42 again, 11 new*."""
    counts = [one for one in sentence if one.fact.kind in _COUNTED]
    if len(counts) < _THREE:
        return
    for total, one, two in zip(counts, counts[1:], counts[2:], strict=False):
        if any(_whole_number(each) is None for each in (total, one, two)):
            continue
        between = report.between(total, one)
        led = report.says("of_whom", between) or report.says("made_up_of", between)
        if not led or ";" in report.between(total, two) or len(between) > _FAR:
            continue
        behind = [report.between(one, two), _clause_behind(report, two)]
        led_by = [_behind_marker(report, between), report.between(one, two)]
        if _stand_apart(report, behind) or (not behind[1].strip() and _stand_apart(report, led_by)):
            every = _are_all_elected(report, total, one, two)
            every = every and _is_near(total, (one, two))
            yield Whole(total, (one, two), exhaustive=every, alike=every)


def _stand_apart(report: Report, words: Sequence[str]) -> bool:
    """Whether the words of one of two numbers say *elected again*, and of the other *new*."""
    return {_standing(report, each) for each in words} == {"elected_again", "elected_first"}


def _behind_marker(report: Report, words: str) -> str:
    """What stands behind *of whom* and *consisting of*."""
    found = [one.end() for name in _LED for one in report.all_words(name, words)]
    return words[max(found) :] if found else ""


def _are_all_elected(
    report: Report, total: Observation, one: Observation, two: Observation
) -> bool:
    """Whether those who were elected again and those who are new are all of a total.

    No *trong đó nữ có 5 đồng chí tái cử*, *8 women were re-elected*, *14 tái cử Ban Thường vụ*:
    they are a part of them, or in another body. Nor *346 delegates elected the Committee, of
    whom …*, nor *danh sách có 60 đồng chí, trong đó …*: those elect, or may be elected.
    """
    if any(each.attribute is not None for each in (one, two)):
        return False
    nouns = {_unit(each) for each in (one, two)} - {None}
    if not all(_is_noun_of(report, total, noun or "") for noun in nouns):
        return False  # *97 tái cử, 30 phó bí thư mới*: those are not of *151 bí thư*.
    between = report.between(total, one)
    behind = _behind_marker(report, between)
    opening = between[: len(between) - len(behind)]
    before = report.document.text[total.fact.sentence_start : total.fact.start]
    words = f"{behind} {report.between(one, two)} {_clause_behind(report, two)}"
    return not (
        any(report.says(name, words) for name in ("sex", "candidates"))
        or any(word[:1].isupper() for word in words.split())
        or report.says("elects", opening)
        or report.says("candidates", before + opening)
    )


def _is_noun_of(report: Report, total: Observation, noun: str) -> bool:
    """Whether a noun may be that of a total, and names no other people: *30 đồng chí mới*."""
    unit = _unit(total)
    if unit is None or not report.says("counted_people", noun) or noun.startswith(unit):
        return True
    return any(report.opens_with("people_unit", one) for one in (unit, noun))


def _clause_behind(report: Report, one: Observation) -> str:
    behind = report.document.text[one.fact.end : one.fact.sentence_end]
    return str(_PUNCTUATION.split(behind)[0])


def _standing(report: Report, words: str) -> str | None:
    """Which of the two the words behind a number say, if they say one."""
    said = [one for one in ("elected_again", "elected_first") if report.says(one, words)]
    return said[0] if len(said) == 1 else None


def _family_of(parts: Sequence[Observation]) -> tuple[str, ...]:
    """The attributes of the family of the first part; none where it has none."""
    first = parts[0].attribute if parts else None
    return next((one.attributes for one in FAMILIES if first in one.attributes), ())


def _complete(parts: Sequence[Observation]) -> bool:
    """Whether the parts are all groups of a family of which everyone is in one."""
    attributes = {one.attribute for one in parts}
    return len(attributes) == len(parts) and any(
        family.partition and attributes == set(family.attributes) for family in FAMILIES
    )


def _units(report: Report, total: Observation, parts: Sequence[Observation]) -> bool:
    """Whether the parts count kinds of administrative units; every unit is of one kind.

    Units of two tiers are no parts of one total: *7 huyện, 1 thị xã với tổng cộng 106 xã*.
    """
    if report.says("partial", report.between(total, parts[0])):
        return False  # *193 units (including 5 wards, 13 townships)* leaves out the communes.
    if counts_people(report, total):
        return False  # *62.100 nhân khẩu, gồm 6 xã và 1 thị trấn*: they live there.
    text = report.document.text
    tiers = {one.level for one in (total, *parts)} - {None}
    return len(tiers) <= 1 and all(
        report.opens_with("kinds_of_unit", text[one.fact.end : one.fact.end + _NEAR].lstrip())
        for one in parts
    )


def _one_tier(total: Observation, parts: Sequence[Observation]) -> bool:
    """Whether the total is said to be of the tier that all its parts are of."""
    return total.level is not None and {one.level for one in parts} == {total.level}


def _party_bases(report: Report, total: Observation, parts: Sequence[Observation]) -> bool:
    """Whether grassroots Party organisations are parted into committees and cells.

    Every one of them is either (Party Charter, article 21).
    """
    if report.opens_with("party_base", _noun_of(report, total)) is None:
        return False
    if report.says("partial", report.between(total, parts[0])):
        return False
    kinds = {kind for one in parts for kind in _BASES if _is_just(report, kind, one)}
    return len(parts) == len(kinds) == len(_BASES)


def _is_just(report: Report, kind: str, one: Observation) -> bool:
    """Whether a number counts that, and nothing more narrow: no *chi bộ trực thuộc*."""
    noun = _noun_of(report, one)
    named = report.opens_with(kind, noun)
    if named is None:
        return False
    behind = noun[named.end() :].lstrip()
    return _NOUN_ENDS.match(behind) is not None or report.opens_with("joint", behind) is not None


def _noun_of(report: Report, one: Observation) -> str:
    return report.document.text[one.fact.end : one.fact.end + _NEAR].lstrip()


def _whole_number(one: Observation) -> int | None:
    """An exact count that is no share of something else."""
    return exact_count(one) if isinstance(one.fact.value, Count) else None
