"""Whether a percentage beside a count or a ratio is the share that it is of some whole.

Most percentages behind a number are: *320 members (35%)*. What a bracket tells of itself, what
each of the things counted has, and what is a part of something else that nobody counted are not.
"""

from __future__ import annotations

import regex

from pipeline.link.figures import Figure
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch

__all__ = ["is_its_share", "is_number_of_name"]

#: What says that another percentage in a bracket is no other share.
_BESIDE = frozenset({"change", "role", "basis"})
#: Whom a number counts.
_WHOSE = frozenset({"population", "attribute"})
#: Names are not numbered further.
_LARGEST = 30
#: So many words at most lead from what is counted to its share.
_LEADS = 5
#: The word right before a number.
_LAST_WORD = regex.compile(r"(?r)[\p{L}\p{M}]+(?=\s+$)")
#: Right before a word: nothing, or a mark behind which any word may have a capital.
_OPENS = regex.compile(r"(?r)(?:^|[:;.\n(–-]|\d,)\s*$")
#: Right before a number: others of the same name.
_LISTED = regex.compile(r"(?r)(?<!\d)\d{1,2},\s$")
_WORD = regex.compile(r"[\p{L}\p{M}]+")


def is_its_share(reading: Reading, figure: Figure, before: Figure) -> bool:
    """Whether a percentage can be the share of a count or ratio that it stands beside."""
    bracket = figure.bracket
    if bracket is not None and (
        _tells_its_own(reading, figure, bracket) or _is_of_named(reading, before, bracket)
    ):
        return False
    if before.kind == "count" and is_number_of_name(reading, before):
        return False
    if before.kind == "count" and before.unit is None and _is_end_of_range(reading, before):
        return False
    if figure.bracket is None and (
        _is_value(reading, figure, before) or _has_its_own_verb(reading, figure, before)
    ):
        return False
    if _is_difference(reading, before) or _has_own_rate(reading, figure, before):
        return False
    if reading.words.of_amount.match(reading.text, figure.end) is not None:
        return False  # *From three sectors (accounting for 50.9% of the revenue plan)*
    return not _is_of_others(reading, figure, before)


def _tells_its_own(reading: Reading, figure: Figure, bracket: Stretch) -> bool:
    """Whether a bracket says itself what its percentage is of, or when, or lists several.

    *Hai năm qua (năm 2021 đạt 61%, năm 2022 là 57%)*; *640 công nhân (người trong tỉnh 41%)*;
    *two investors (for 30% and 35% of the capital)*.
    """
    ahead = Stretch(bracket.start, figure.start)
    if reading.names_subject(ahead) or any(ahead.holds(one.start) for one in reading.times):
        return True
    for other in reading.figures[figure.index + 1 :]:
        if not bracket.holds(other.start):
            return False
        if reading.words.parts.search(reading.text, figure.end, other.start):
            return False  # *Nữ 9 đồng chí (16,98%, trong đó Ban Thường vụ 20%)*
        said = reading.cues(Stretch(figure.end, other.start), bracket)
        if other.kind == "percentage" and not any(one.sets.keys() & _BESIDE for one in said):
            return True
    return False


def _is_value(reading: Reading, figure: Figure, before: Figure) -> bool:
    """Whether a percentage is what each of some things has, or what they do something with.

    *Hai dịch vụ đạt 98%*; *4 of 6 factories run on 100% green energy*; *37 tổ bầu cử, đạt tỷ lệ
    98,41%*, which is the turnout. What makes up a whole is a share wherever it stands, and a
    ratio is one right behind its noun or behind a comma.
    """
    words, between = reading.words, reading.text[before.end : figure.start]
    if words.constitutes.search(between):
        return False
    over = words.leads_over.fullmatch(between) is not None
    behind = reading.text[min(before.noun_end - 1, figure.start) : figure.start]
    led = words.leads_directly.fullmatch(f" {behind.strip()} ") is not None
    led = over or (led and len(behind.split()) <= _LEADS)
    if before.kind == "ratio":
        return not led
    # *869 young members of committees, reaching 26.87%*: people reach no value.
    people = before.unit is not None and words.nouns[before.unit].persons
    people = people or bool(before.dimensions.found.keys() & _WHOSE)
    # *Giảm 94 đơn vị, đạt 9,1%*: nor does what was cut.
    people = people or before.dimensions.found.get("change") == "decrease"
    return not led or (not people and words.reaches.search(between) is not None)


def _has_its_own_verb(reading: Reading, figure: Figure, before: Figure) -> bool:
    """Whether a percentage is only joined to a count, and has or does something itself.

    *14/62 schools have a library, and 48% have a clinic*; *120 cán bộ là nữ, và 15% có bằng thạc
    sĩ*; but *84/120 communes, or 70%, have roads*. Nor is what some of the part of a ratio have
    its share: *84/120 communes have roads, about 30% of them with lamps*.
    """
    words, text = reading.words, reading.text
    if words.joined_share.fullmatch(text, before.end, figure.start) is None:
        return False
    of_them = before.kind == "ratio" and words.same_base.match(text, figure.end) is not None
    return of_them or words.share_verb.match(text, figure.end) is not None


def _is_end_of_range(reading: Reading, before: Figure) -> bool:
    """Whether a bare number only ends a range of something else: *nhóm 40 đến 50 chiếm 61%*."""
    return reading.words.within_range.search(reading.text, 0, before.start) is not None


def _is_difference(reading: Reading, before: Figure) -> bool:
    """Whether a count is by how many there are more than something: *cao hơn dự kiến 41*."""
    if before.kind != "count" or "differing" not in reading.lists:
        return False
    low = before.scope.left.start
    return reading.words.differing.search(reading.text, low, before.start) is not None


def _has_own_rate(reading: Reading, figure: Figure, before: Figure) -> bool:
    """Whether a rate between the two says what the percentage is of.

    *Trong 2 ngày với tỷ lệ bán chiếm 70%*.
    """
    between = reading.text[before.end : figure.start]
    if reading.words.leads_over.fullmatch(between) is not None:
        return False  # *1.015.000 người, đạt tỷ lệ bao phủ 86%*
    start = min(before.noun_end - 1, figure.start)
    rate = reading.words.own_rate.search(reading.text, start, figure.start)
    return rate is not None and rate["of"].casefold() not in reading.words.small


def _is_of_named(reading: Reading, before: Figure, bracket: Stretch) -> bool:
    """Whether a bracket stands behind a name of one of the things counted.

    *Hai quỹ là An Phát và Bình Minh (9,95%)*.
    """
    start = min(before.noun_end - 1, bracket.start)
    for name in reading.words.naming.finditer(reading.text, start, bracket.start):
        if name.start("name") not in reading.named:
            return True
    return False


def is_number_of_name(reading: Reading, figure: Figure) -> bool:
    """Whether a bare number may only tell things of one name apart: *Hòa Mai 2 (73%)*.

    A name is in capitals, whatever its sentence is of; behind a common noun (*kịch bản 3*),
    what is said of a number makes it a count.
    """
    number = getattr(figure.fact.value, "number", None)
    if figure.unit is not None or number is None or number > _LARGEST:
        return False
    before = _LAST_WORD.search(reading.text, 0, figure.start)
    named = before is not None and before[0][:1].isupper() and before.start() not in reading.named
    if named and before is not None and not _OPENS.search(reading.text, 0, before.start()):
        return True
    found = figure.dimensions
    if found.found.keys() - {"basis", "role", "period"} or found.counted is not None:
        return False
    if _LISTED.search(reading.text, 0, figure.start):
        return True  # *Nguyện vọng 1, 2, 3*
    return reading.words.numbered.match(reading.text, 0, figure.start) is not None


def _is_of_others(reading: Reading, figure: Figure, before: Figure) -> bool:
    """Whether words right behind a percentage say that it is of something that is not counted.

    *Nine provinces account for 78% of the workers abroad*; *35 dự án, chiếm 40% tổng vốn*.
    """
    words, text = reading.words, reading.text
    if before.unit is None:
        return False
    base = words.base_behind.match(text, figure.end)
    if base is None:
        return False
    named = Stretch(base.start("of"), base.end("of"))
    said = [one.casefold() for one in _WORD.findall(text[named.start : named.end])]
    if not any(one not in words.small for one in said):
        return False
    if words.names_same(before.unit, said) or words.same_base.match(text, figure.end):
        return False
    terms = reading.cues(named, figure.bracket)
    noun = words.nouns[before.unit]
    counted = before.dimensions.found.keys() & _WHOSE or before.dimensions.counted
    if any("body" in one.sets for one in terms) and (noun.persons or noun.bodies or counted):
        return False
    people = words.persons.search(text, *named) or any("population" in one.sets for one in terms)
    people = people or words.residents.search(text, *named)
    votes = words.votes.match(before.unit) is not None
    return not ((noun.persons or counted or votes) and people)
