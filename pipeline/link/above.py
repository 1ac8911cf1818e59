"""What the lines above a sentence say of whom its numbers are.

*b) Đối với cấp huyện:*, below it *- Ban Chấp hành: nữ 19,8%*; *Chất lượng cấp ủy viên cấp cơ
sở:*, below it *- Tỷ lệ nữ: 24,6%*. The nearest line that names a group says whose its items
are; a line that names a level alone adds it to all below. What names another group, or words
that no card knows, ends what stands further up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import regex

from pipeline.link.figures import Cue, Dimensions, Figure
from pipeline.link.groups import MAKING, are_any_cadres
from pipeline.link.placing import ACTS, UNITS
from pipeline.link.reading import Reading
from pipeline.link.scope import Cover, Stretch
from pipeline.link.stated import Respect, is_unclear
from pipeline.link.terms import TermMention
from pipeline.link.words import ClauseWords

__all__ = ["Above", "Told"]

_WHOSE = frozenset({"body", "population"})
_GROUP = ("body", "population", "attribute", "level", "topic")
#: *Cấp ủy các cấp:*, below which each has an item.
_ALL = "all"
_KINDS = ("count", "ratio", "percentage")
#: Topics that only say what somebody is, or that they are graded.
_BEING = frozenset({*MAKING, "committee", "membership", "leadership", "rating", "staffing_quota"})
_GRADED, _GRADE = "rating", "grade_"
#: Who is made, by what they were before.
_MADE = {"party_members": "new_party_members"}
#: What the label of an item may say beside whose it is.
_MARKS = frozenset({"attribute", "level", "basis", "population", "body"})
_EDGES = regex.compile(r"^\W+|\W+$")
#: How many there are, which says nothing of who they are: *(3.415 chi bộ)*.
_COUNTED = regex.compile(r"\((?=\d)[^()]*\)")
#: The number of a term or a congress.
_ROMAN = regex.compile(r"\b[IVXL]+\b")


class Told(NamedTuple):
    """Whom a line names; offsets in the document.

    ``group`` are its dimensions that have one value in the line, ``several`` those with more.
    ``other`` says that it may name a group that no card knows.
    """

    group: Mapping[str, Cue] = {}
    several: frozenset[str] = frozenset()
    other: bool = False

    @classmethod
    def of(
        cls,
        text: str,
        line: Stretch,
        terms: Sequence[TermMention],
        places: Iterable[tuple[int, int]],
        words: ClauseWords,
    ) -> Told:
        """What the terms of a line say, where it names a group and does nothing else.

        Offsets of ``terms`` are those of the line, of ``places`` those of the text: they are the
        names of the province that reports.
        """
        topic = words.heading_topics.get(_EDGES.sub("", text[slice(*line)]).casefold())
        if topic is not None:
            return cls({"topic": Cue(topic, *line)}, other=topic not in MAKING)
        asides = Cover(one.span() for one in _COUNTED.finditer(text, *line))
        said: dict[str, dict[str, Cue]] = defaultdict(dict)
        for term in terms:
            for name in _GROUP if term.start + line.start not in asides else ():
                if name in term.sets:
                    value = term.sets[name]
                    said[name][value] = Cue(value, term.start + line.start, term.end + line.start)
        known = Cover(
            [
                *((one.start + line.start, one.end + line.start) for one in terms),
                *(one.span() for one in _ROMAN.finditer(text, *line)),
                *places,
                *asides.stretches,
            ]
        )
        acts = not (said["topic"].keys() <= _BEING)
        return cls(
            {name: next(iter(one.values())) for name, one in said.items() if len(one) == 1},
            frozenset(name for name, one in said.items() if len(one) > 1),
            other=acts
            or any(one.sets.keys() == {"role"} for one in terms)
            or words.names_more(text, line, known)
            or words.incumbents.search(text, *line) is not None,
        )

    @classmethod
    def counted(cls, group: Dimensions) -> Told:
        """The people or bodies that a line counts; offsets in the document."""
        return cls({name: group.cues[name] for name in _GROUP if name in group.cues})

    def as_of_others(self) -> Told:
        """What a line says that tells of something: whose numbers it holds is not known."""
        stated = {*self.group, *self.several}
        named = not _WHOSE.isdisjoint(stated)
        return Told({}, frozenset({"level"} & stated), other=named or self.other)

    @property
    def part(self) -> Cue | None:
        """Which part of a group it names; a degree without its subject is none."""
        attribute = None if self.other else self.group.get("attribute")
        unclear = attribute is not None and is_unclear(attribute.value)
        return None if unclear else attribute

    @property
    def says_nothing(self) -> bool:
        """Whether it only leads to what is below: *Cụ thể như sau:*."""
        return not (self.group or self.several or self.other)

    @property
    def names_group(self) -> bool:
        """Whether the numbers below it are of a group of its own."""
        return self.other or not _WHOSE.isdisjoint({*self.group, *self.several})


class Above:
    """Reads in the items of one passage whom the lines above them name, the nearest first."""

    def __init__(self, lines: Sequence[Told]) -> None:
        whose = next((one for one in lines if one.names_group), None)
        #: The line that says whose the numbers are.
        self.whose = whose if whose is not None and not whose.other and not whose.several else None
        levelled = [one for one in lines if "level" in one.group or "level" in one.several]
        #: The nearest line with a level.
        self.levelled = levelled[0] if levelled and "level" in levelled[0].group else None
        #: What the line right above says of a part.
        self.part = lines[0].part if lines else None
        #: In which respect those below are taken apart.
        self.respect = Respect.of(
            {} if one.other else {name: cue.value for name, cue in one.group.items()}
            for one in lines
        )
        #: What makes a group of those below: whoever stands on a plan, or was admitted.
        self.making = _making(lines)

    def tell(self, reading: Reading, figure: Figure) -> None:
        """Give a number of people whom it is of, and at which level."""
        if (self.whose is None and self.levelled is None) or reading.places:
            return
        if figure.kind not in _KINDS or figure.pairing.partner is not None:
            return
        if _is_of_all_or_some(reading, figure):
            return
        if figure.dimensions.found.get("topic") == _GRADED:
            if self.whose is None or not _is_graded(reading, figure, self.whose):
                return
        elif _counts_people(reading, figure):
            self._tell_level(reading, figure)
        else:
            return
        if self.whose is not None and _leaves_open(reading, figure):
            self._tell_group(reading, figure, self.whose)

    def _tell_level(self, reading: Reading, figure: Figure) -> None:
        """The level, where the sentence names none, and the line no other body or people."""
        found = figure.dimensions
        if self.levelled is None or "level" in found.found or "level" in reading.stated:
            return
        told = self.levelled.group
        if any(told[name].value != found.found.get(name) for name in _WHOSE if name in told):
            return
        found.take("level", _shifted(told["level"], reading))

    def _tell_group(self, reading: Reading, figure: Figure, told: Told) -> None:
        found = figure.dimensions
        level = told.group["level"].value if "level" in told.group else _ALL
        if level not in (_ALL, found.found.get("level", level)):
            return  # *Cấp ủy cấp tỉnh:*, below it *- Cấp huyện: nữ 12%*
        making = told.group.get("topic")
        made = _MADE.get(found.found.get("population", ""))
        if made is not None:
            if making is None or told.group.get("population", making).value != made:
                return
            if "attribute" not in found.found and not _is_of_a_time(reading, figure):
                return  # *Kết nạp 52 đảng viên, gồm:*, below it *- Toàn tỉnh: 4.100 đảng viên*
        if made is not None or ("body" in told.group and are_any_cadres(found)):
            found.drop("population")
        for name in ("body", "population", "level", "topic"):
            cue = told.group.get(name)
            if cue is not None and (name != "topic" or cue.value in MAKING):
                found.take(name, _shifted(cue, reading))
        if self.part is not None and "attribute" not in reading.stated:
            found.take("attribute", _shifted(self.part, reading))


def _making(lines: Sequence[Told]) -> Cue | None:
    """The plan or admission that the nearest line with such a topic names.

    *II. Kết quả quy hoạch*, then *a) Ban Chấp hành cấp xã: 87 đồng chí*, and its list. What names
    something else ends it.
    """
    for line in lines:
        topic = line.group.get("topic")
        if topic is not None:
            return topic if topic.value in MAKING else None
        if line.other and _WHOSE.isdisjoint(line.group):
            return None
    return None


def _is_of_all_or_some(reading: Reading, figure: Figure) -> bool:
    """Whether an item says that it is of the whole province, of some places, or of who is there.

    *- Toàn tỉnh: nữ 30%*; *- 5 huyện miền núi: nữ 18%*; *- Đương nhiệm: nữ 18%*.
    """
    text, words = reading.text, reading.words
    said = (words.of_everyone, words.incumbents)
    if any(one.search(text, 0, figure.start) is not None for one in said):
        return True
    units = [one.unit for one in reading.figures[: figure.index] if one.unit]
    return any(words.nouns[unit].level is not None for unit in units)


def _names_part(reading: Reading) -> bool:
    """Whether the label of an item names more than a mark, a level or a time: *- Bí thư: …*."""
    label = reading.opening(":")
    if label is None or label.end <= reading.opening_of_aspect:
        return False
    known = Cover(
        [
            *((one.start, one.end) for one in reading.terms if one.sets.keys() & _MARKS),
            *((one.start, one.end) for one in reading.times),
            *((one.start, one.end) for one in reading.structure.brackets),
            *(
                (one.start - reading.offset, one.end - reading.offset)
                for one in reading.facts
                if one.value.kind == "age_band"
            ),
        ]
    )
    return reading.words.names_more(reading.text, label, known)


def _leaves_open(reading: Reading, figure: Figure) -> bool:
    """Whether a sentence names nobody up to a number, and its words behind it neither."""
    found = figure.dimensions
    stated = found.found.keys() & _WHOSE
    if stated and not (are_any_cadres(found) or found.found.get("population") in _MADE):
        return False
    if found.counted is not None or found.found.get("topic", _GRADED) != _GRADED:
        return False
    if _names_part(reading):
        return False
    ahead = Stretch(reading.opening_of_aspect, figure.start)
    behind = figure.behind_noun
    own = [found.cues[name] for name in stated if name in found.cues]
    for stretch in (ahead, behind):
        for one in reading.cues(stretch, figure.bracket):
            if one.sets.keys() & _WHOSE and all(one.start != cue.start for cue in own):
                return False
            if one.sets.get("topic", _GRADED) not in _BEING:
                return False  # *- Xóa tên: 50 đồng chí, nữ 20%*
    counted = ((one.end, one.noun_end) for one in reading.figures)
    asides = ((one.start, one.end) for one in reading.structure.brackets)
    ages = (
        (one.start - reading.offset, one.end - reading.offset)
        for one in reading.facts
        if one.value.kind == "age_band"
    )
    known = reading.known | Cover([*counted, *asides, *ages])
    label = reading.opening(":")
    if label is not None:
        # *- Số lượng: 66 đồng chí*: what it says was looked at already.
        ahead = Stretch(min(max(ahead.start, label.end), ahead.end), ahead.end)
    subject_in = reading.words.subject_in
    return not any(subject_in(reading.text, one, known) for one in (ahead, behind))


def _is_of_a_time(reading: Reading, figure: Figure) -> bool:
    """Whether a time opens the item of a number: *- Năm 2021: 2.215 đảng viên*."""
    return any(one.end <= figure.start and not one.by_when for one in reading.times)


def _counts_people(reading: Reading, figure: Figure) -> bool:
    """Whether a number counts people, or is a share of them."""
    found = figure.dimensions
    if found.found.get("topic") in ACTS or found.counted is not None:
        return False
    if figure.unit:
        return reading.words.counts_people(figure.unit) or "population" in found.found
    return not found.found.keys().isdisjoint({"attribute", "population", "body", "level"}) and (
        found.found.get("body") not in UNITS
    )


def _is_graded(reading: Reading, figure: Figure, told: Told) -> bool:
    """Whether a number is of those of a group that have a grade.

    *2. Tổ chức cơ sở đảng*, and below it *Hoàn thành tốt nhiệm vụ: 401 tổ chức, chiếm 74,3%*.
    """
    found = figure.dimensions.found
    if found.get("topic") != _GRADED or not found.get("attribute", "").startswith(_GRADE):
        return False
    if figure.dimensions.counted is not None or reading.is_of_its_own(figure):
        return False
    if told.group.keys() >= _WHOSE:
        return False  # *2. Tổ chức đảng, đảng viên*
    if not figure.unit:
        return True
    if "population" in told.group:
        return reading.words.counts_people(figure.unit)
    return reading.words.organizations.match(figure.unit) is not None


def _shifted(cue: Cue, reading: Reading) -> Cue:
    """A cue of the document with the offsets of a sentence."""
    return cue._replace(start=cue.start - reading.offset, end=cue.end - reading.offset)
