"""Numbers in a row behind things in a row: each number is of the thing at its place.

*Tốc độ tăng GRDP các năm 2021, 2022, 2023 lần lượt đạt 2,5%, 8,1% và 5,4%*; *women and young
cadres made up 18% and 11% respectively*. Read by what stands nearest, each of these numbers
would be of the last thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from pipeline.link.figures import Cue, Figure
from pipeline.link.groups import OF
from pipeline.link.placing import UNITS
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch
from pipeline.link.words import ClauseWords

__all__ = ["tell_enumerated", "tell_joined"]

#: So many characters before a number hold the word that joins it.
_JOINT = 24
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*")
#: What the things in a row can be told apart by.
_TOLD = ("attribute", "population", "topic", "indicator", "body", "level", "period", "place")
#: Those that a thing has for itself: another in its row does not share them.
_ITS_OWN = ("attribute", "topic", "indicator")
#: What is measured: some measures are topics, and others have a name.
_MEASURES = frozenset({"topic", "indicator"})
#: What would make numbers those of others.
_WHOSE = frozenset({"attribute", "population", "body", "level"})
#: What may be said of all numbers of a row, or of those that are counted in one.
_OF_COUNTED = ("attribute", "population", "topic", "body", "level")


class _Thing(NamedTuple):
    """One of the things in a row, with what it says of its number."""

    start: int
    end: int
    says: Mapping[str, Cue]
    counted: Figure | None = None


def tell_enumerated(reading: Reading, words: ClauseWords) -> None:
    """Give each of the numbers in a row what the thing at its place says."""
    if len(reading.figures) < 2:
        return
    marks = [one.span() for one in words.respectively.finditer(reading.text)]
    rows: list[list[_Thing]] | None = None
    for numbers in _rows_of_numbers(reading, words, marks):
        marked = any(_is_beside(reading, numbers, mark) for mark in marks)
        if not marked and not _is_bare(reading, numbers, words):
            continue
        if rows is None:
            rows = [
                row
                for things in _things(reading, words)
                for row in _rows(reading.text, things, words)
            ]
        row = _row_before(reading, numbers, rows, marked=marked)
        if row is None and marked:
            row = (
                _row_behind(reading, numbers, rows)
                or _row_of_levels(reading, numbers)
                or _row_of_parts(reading, numbers)
            )
        if row is None and marked and _say_the_same(numbers):
            for number in numbers:
                number.of_unknown = True  # Each is of another thing, and of which is not known.
        if row is not None:
            for thing, number in zip(row, numbers, strict=True):
                _tell(row, thing, number)
                number.dimensions.inherit(numbers[-1].dimensions, _told_behind(numbers[-1]))
                for other in reading.figures[number.index + 1 :]:
                    if other.pairing.partner is number:
                        _tell(row, thing, other)


def _told_behind(last: Figure) -> list[str]:
    """What stands behind the last number of a row and is said of all of them."""
    cues = last.dimensions.cues
    return [name for name in _OF_COUNTED if name in cues and cues[name].start >= last.end]


def _rows_of_numbers(
    reading: Reading, words: ClauseWords, marks: Sequence[tuple[int, int]]
) -> Iterator[list[Figure]]:
    """The rows of two numbers or more of one kind with only commas and *and* between.

    Another begins behind a word such as *respectively*: *nữ 24%, trẻ 16%, tăng lần lượt 3% và 2%*.
    """
    outside = [one for one in reading.figures if reading.structure.visible(one.start, None)]
    row: list[Figure] = outside[:1]
    for before, figure in pairwise(outside):
        behind = reading.text[before.end : figure.start].lstrip().removeprefix(before.unit or "")
        end = figure.start - len(behind)
        alike = before.kind == figure.kind and before.unit in (None, figure.unit)
        anew = any(before.end <= one[0] and one[1] <= figure.start for one in marks)
        if not alike or anew or not words.only_joins(reading.text, end, figure.start):
            if len(row) > 1:
                yield row
            row = []
        row.append(figure)
    if len(row) > 1:
        yield row


def _is_bare(reading: Reading, numbers: Sequence[Figure], words: ClauseWords) -> bool:
    """Whether some numbers can only be of things in a row before them: *2%, 5% and 8%*."""
    if any(one.unit for one in numbers[:-1]):
        return False
    bare = [
        words.only_joins(reading.text, one.end, two.start, small=False)
        for one, two in pairwise(numbers)
    ]
    last = reading.text[numbers[-2].end : numbers[-1].start]
    return all(bare) and (len(numbers) > 2 or any(char.isalpha() for char in last))


def _is_beside(reading: Reading, numbers: Sequence[Figure], mark: tuple[int, int]) -> bool:
    """Whether a word such as *respectively* stands right before or behind some numbers."""
    first, last = numbers[0], numbers[-1]
    if mark[1] <= first.start:
        between = Stretch(mark[1], first.start)
        return not reading.figures_in(between, None) and ";" not in reading.text[slice(*between)]
    between = Stretch(last.end, mark[0])
    near = last.end <= mark[0] and not reading.figures_in(between, None)
    return near and ";" not in reading.text[slice(*between)]


def _row_before(
    reading: Reading,
    numbers: Sequence[Figure],
    rows: Iterable[Sequence[_Thing]],
    *,
    marked: bool,
) -> Sequence[_Thing] | None:
    """The row of as many things that ends nearest before some numbers, in their segment."""
    segment = reading.structure.segment_of(numbers[0].start)
    around = Stretch(segment.start, numbers[0].start)
    fitting = (
        row
        for row in rows
        if len(row) == len(numbers) and around.holds(row[0].start) and row[-1].end <= around.end
    )
    nearest = max(fitting, key=lambda row: row[-1].end, default=None)
    if nearest is not None:
        between = Stretch(nearest[-1].end, numbers[0].start)
        return nearest if marked or not reading.names_subject(between) else None
    counts = [one for one in reading.figures_in(around, None) if reading.has_noun(one)]
    if counts and numbers[0].kind == "percentage":
        between = Stretch(counts[-1].noun_end, numbers[0].start)
        marked = marked or not reading.names_subject(between)
    if marked and len(counts) == len(numbers):
        return [_Thing(one.start, one.end, {}, one) for one in counts]
    return None


def _row_behind(
    reading: Reading, numbers: Sequence[Figure], rows: Iterable[Sequence[_Thing]]
) -> Sequence[_Thing] | None:
    """The row of as many things that begins next behind some numbers, in their segment."""
    end = reading.structure.segment_of(numbers[0].start).end
    later = [one for one in reading.figures if one.start > numbers[-1].end and one.bracket is None]
    around = Stretch(numbers[-1].end, later[0].start if later else end)
    fitting = (
        row
        for row in rows
        if len(row) == len(numbers) and around.holds(row[0].start) and around.holds(row[-1].start)
    )
    return min(fitting, key=lambda row: row[0].start, default=None)


def _row_of_levels(reading: Reading, numbers: Sequence[Figure]) -> Sequence[_Thing] | None:
    """As many counts before some shares, each of another level, whose shares those are.

    *Cấp tỉnh 78, cấp huyện 402, cấp xã 1.464; tỷ lệ nữ lần lượt là 34,6%, 35,3% và 31,9%*; such a
    row may also go on with another part than that of the shares before it.
    """
    first = numbers[0]
    alone = [
        one
        for one in reading.figures[: first.index]
        if one.bracket is None and one.pairing.partner is None
    ]
    counts = alone[-len(numbers) :]
    kinds = {one.kind for one in counts}
    if first.kind != "percentage" or len(counts) < len(numbers) or len(kinds) > 1:
        return None
    if not kinds <= {"count", "percentage"}:
        return None
    cues = [one.dimensions.cues.get("level") for one in counts]
    levels = [one.value for one in cues if one is not None]
    if len(set(levels)) < len(numbers):
        return None
    between = Stretch(counts[-1].end, first.start)
    told = [one for one in reading.cues(between, None) if one.sets.keys() & {"level", "body"}]
    placed = any(between.holds(one.start) for one in reading.places)
    behind = [one for one in told if cues[-1] is None or one.end > cues[-1].end]
    parts = {one.dimensions.found.get("attribute") for one in counts}
    own = first.dimensions.found.get("attribute")
    alike = parts == {None} if kinds == {"count"} else len(parts) == 1 and own not in parts
    if behind or placed or not alike:
        return None
    bodies = {one.dimensions.found.get("body") for one in counts}
    names = ("level", "body") if len(bodies) == 1 and None not in bodies else ("level",)
    return [
        _Thing(
            one.start,
            one.end,
            {name: each for name in names if (each := one.dimensions.cues.get(name)) is not None},
        )
        for one in counts
    ]


def _row_of_parts(reading: Reading, numbers: Sequence[Figure]) -> Sequence[_Thing] | None:
    """As many shares before some, each of another part of the same people.

    *18% women, 11% under 40 and 58% with a degree, against 15%, 8% and 35% in that order in 2015*.
    """
    first = numbers[0]
    shares = [
        one
        for one in reading.figures[: first.index]
        if one.bracket is None and one.kind == first.kind == "percentage"
    ][-len(numbers) :]
    parts = [one.dimensions.cues.get("attribute") for one in shares]
    named = [one for one in parts if one is not None]
    if len(shares) < len(numbers) or len({one.value for one in named}) < len(numbers):
        return None
    between = Stretch(shares[-1].end, first.start)
    behind = max(shares[-1].end, named[-1].end)
    if any(one.start >= behind for one in reading.cues(between, None) if one.sets.keys() & _WHOSE):
        return None
    names = ("attribute", "population", "body", "level", "topic")
    return [
        _Thing(
            one.start,
            one.end,
            {name: each for name in names if (each := one.dimensions.cues.get(name)) is not None},
        )
        for one in shares
    ]


def _say_the_same(numbers: Sequence[Figure]) -> bool:
    """Whether all numbers of a row would be of one part: they would be told apart by nothing."""
    told = {one.dimensions.found.get("attribute") for one in numbers}
    return len(told) == 1 and None not in told


def _things(reading: Reading, words: ClauseWords) -> Iterator[list[_Thing]]:
    """What can stand in a row, kind by kind, each in reading order."""
    yield _named(reading)
    yield [
        _Thing(one.start, one.end, {"place": Cue(one.whose, one.start, one.end)})
        for one in reading.places
    ]
    yield [
        _Thing(one.start, one.end, {name: Cue(str(one.fact.value), one.start, one.end)})
        for one in reading.times
        if not one.aside
        for name in ("base_period" if one.base else "period",)
    ]
    yield [
        _Thing(found.start(), found.end(), {"level": Cue(level, found.start(), found.end())})
        for found in _WORD.finditer(reading.text)
        if (level := words.level_words.get(found[0].casefold())) is not None
    ]


def _named(reading: Reading) -> list[_Thing]:
    """The terms and the names of indicators; what states nothing of its own is no thing."""
    said: dict[tuple[int, int], dict[str, Cue]] = {}
    for term in reading.terms:
        cues = {
            name: Cue(value, term.start, term.end)
            for name, value in term.sets.items()
            if name in _TOLD
        }
        if cues:
            said[term.start, term.end] = cues
    for name in reading.names:
        inside = [key for key in said if name.start <= key[0] and key[1] <= name.end]
        cues = {}
        for key in inside:
            cues.update(said.pop(key))
        cues["indicator"] = Cue(name.indicator, name.start, name.end)
        said[name.start, name.end] = cues
    return [_Thing(*key, cues) for key, cues in sorted(said.items(), key=lambda one: one[0])]


def _rows(text: str, things: Iterable[_Thing], words: ClauseWords) -> Iterator[list[_Thing]]:
    """The longest rows of things of one kind with only a joint between."""
    row: list[_Thing] = []
    for thing in things:
        joined = row and words.only_joins(text, row[-1].end, thing.start)
        if row and not (joined and _are_alike(row[-1], thing)):
            yield row
            row = []
        row.append(thing)
    if row:
        yield row


def _are_alike(one: _Thing, two: _Thing) -> bool:
    """Whether two things can be told apart by the same."""
    measures = one.says.keys() & _MEASURES and two.says.keys() & _MEASURES
    return bool(measures or one.says.keys() & two.says.keys())


def _tell(row: Sequence[_Thing], thing: _Thing, number: Figure) -> None:
    """Let a thing say what its number is of, in the place of what the others say."""
    found = number.dimensions
    if thing.counted is not None:
        _tell_counted(row, thing, thing.counted, number)
        return
    shared = set.intersection(*(set(one.says) for one in row))
    for name in {name for one in row for name in one.says}:
        if name in shared or name in _ITS_OWN:
            found.drop(name)
    if any("indicator" in one.says for one in row):
        number.named = Cue("", thing.start, thing.end)
    for name, cue in thing.says.items():
        if name == "place":
            number.place = cue.value
        elif name == "body" and cue.value in UNITS:
            found.counted = cue.value
        elif name == "indicator":
            number.named = cue
        else:
            found.take(name, cue)


def _tell_counted(row: Sequence[_Thing], thing: _Thing, counted: Figure, number: Figure) -> None:
    """Let a number be of what another counts."""
    found, other = number.dimensions, counted.dimensions
    own = found.cues.get("topic")
    for name in _OF_COUNTED:
        found.drop(name)
    if own is not None and own.start >= row[-1].end:
        found.take("topic", own)  # *Inspected 31 cells and 74 members, supervised 18 and 40*
    found.inherit(other, _OF_COUNTED)
    found.counted = other.counted
    number.named = Cue("", thing.start, thing.end)
    if number.kind == "percentage" and counted.kind == "count":
        # *Giảm 301 công chức và 2.466 viên chức, đạt tỷ lệ lần lượt 13,7% và 10,9%*
        found.inherit(other, ("change",))
    if number.pairing.share:
        # *Cut 39 divisions and 6 offices, equal to 26.2% and 37.5%*: not both of the 6.
        number.pairing = number.pairing._replace(partner=counted)


def tell_joined(reading: Reading, words: ClauseWords) -> None:
    """What is said behind two joined shares is said of both.

    *85% tổ chức cơ sở đảng và trên 90% đảng viên hoàn thành tốt nhiệm vụ*: the first names only
    whom it is of.
    """
    for one, two in pairwise(reading.figures):
        if not one.kind == two.kind == "percentage" or one.bracket != two.bracket:
            continue
        low = max(one.end, two.start - _JOINT)
        joint = words.leads_on.match(reading.text, low, two.start)
        if joint is None or joint.group().startswith(","):
            continue
        said = [term for term in reading.terms if one.end <= term.start < two.start]
        if not said or any(term.sets.keys() - {*OF, "basis"} for term in said):
            continue
        if reading.names_subject(Stretch(one.end, two.start)):
            continue
        whom = [
            term.end
            for term in reading.cues(two.scope.right, two.bracket)
            if term.sets.keys() <= set(OF)
        ]
        cues = two.dimensions.cues
        behind = [
            name
            for name in ("attribute", "topic")
            if name in cues and whom and cues[name].start >= whom[0]
        ]
        if behind and not one.dimensions.found.keys() & {"attribute", "topic"}:
            one.dimensions.inherit(two.dimensions, behind)
