"""What a heading says that the numbers below it are of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import regex

from pipeline.link.figures import Cue, Figure
from pipeline.link.members import PARTY
from pipeline.link.placing import ACTS
from pipeline.link.reading import Reading
from pipeline.link.scope import Cover, Stretch
from pipeline.link.terms import TermMatcher, TermMention
from pipeline.link.words import ClauseWords
from pipeline.model import Document, Fact, Passage

__all__ = ["Heading"]

#: Lists of words for what is aimed at.
_AIMS = frozenset({"aims", "aim_labels", "aim_nouns"})
#: A heading without its number and its colon.
_TITLE = regex.compile(r"(?<![\p{L}\p{M}])(?![IVX]+[.)\s])\p{L}[\p{L}\p{M} ,]*[\p{L}\p{M}](?=\W*$)")
#: Between several matters of a heading.
_SEVERAL = regex.compile(r"\p{L},\s|\s(?:và|and)\s|\p{L}\s*/\s*\p{L}")
#: A label of few words before a number, and the mark of its item.
_LABEL = regex.compile(r"\W*(?P<thing>\p{L}[\p{L}\p{M} ]*?)\s*:\s*")
#: What says nothing of what a number is of.
_BESIDE = frozenset({"role", "basis", "change"})
#: Who is graded, and what grades are called.
_WHOM = ("body", "population")
_RATING, _GRADE = "rating", "grade_"


class Heading(NamedTuple):
    """The topic or the indicator of a heading that names one alone; offsets as in its sentence.

    *III. Discipline*, with *Members: 81* below; *Tỷ lệ hộ nghèo qua các năm:*, with *Năm 2020:
    5,2%*. A heading of several matters says nothing. ``group`` is who a heading names alone:
    *1. Tổ chức cơ sở đảng*; ``named`` is who else it names.
    """

    topic: Cue | None = None
    indicator: Cue | None = None
    group: Mapping[str, Cue] = {}
    named: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls, document: Document, matcher: TermMatcher, words: ClauseWords, passage: Passage | None
    ) -> Heading:
        """What a heading names; offsets in the document."""
        if passage is None:
            return cls()
        start = passage.start
        alone = _TITLE.search(document.text, start, passage.end)
        topic = words.heading_topics.get(alone[0].casefold()) if alone is not None else None
        if alone is not None and topic is not None:
            return cls(topic=Cue(topic, *alone.span()))
        terms, names, _ = matcher(document.text[start : passage.end])
        group = {} if names else _group_of(document, words, passage, terms)
        whom = frozenset(one.sets[name] for one in terms for name in _WHOM if name in one.sets)
        topics = [one for one in terms if "topic" in one.sets]
        named = {one.indicator for one in names}
        if len(named) == 1 and not topics:
            cue = Cue(names[0].indicator, names[0].start + start, names[0].end + start)
            return cls(indicator=cue, named=whom)
        if named or len({one.sets["topic"] for one in topics}) != 1:
            return cls(group=group, named=whom)
        first = topics[0]
        if first.sets["topic"] in ACTS and _SEVERAL.search(document.text, start, passage.end):
            return cls(named=whom)  # *Inspection, supervision and discipline*
        topic_cue = Cue(first.sets["topic"], first.start + start, first.end + start)
        return cls(topic=topic_cue, group=group, named=whom)

    def within(self, fact: Fact) -> Heading:
        """The same with offsets as in the sentence of a fact."""
        shift = -fact.sentence_start
        topic, indicator = (
            one and one._replace(start=one.start + shift, end=one.end + shift)
            for one in (self.topic, self.indicator)
        )
        group = {
            name: one._replace(start=one.start + shift, end=one.end + shift)
            for name, one in self.group.items()
        }
        return Heading(topic, indicator, group, self.named)

    def below(self, section: Heading) -> Heading:
        """The line that announces a list below the heading of its section, whose group it has.

        *1. Tổ chức cơ sở đảng*, then *Kết quả:* and the list; a line that names others has none.
        """
        whom = {one.value for name, one in section.group.items() if name in _WHOM}
        return self if self.group or self.named - whom else self._replace(group=section.group)

    def tell_graded(self, reading: Reading, figure: Figure) -> None:
        """Whom a share of a grade is of, where only the heading above says it.

        *2. Tổ chức cơ sở đảng*, and below it *Hoàn thành tốt nhiệm vụ: 401 tổ chức, chiếm 74,3%*.
        """
        found = figure.dimensions.found
        if not self.group or figure.kind != "percentage" or found.get("topic") != _RATING:
            return
        if not found.get("attribute", "").startswith(_GRADE) or reading.places:
            return
        partner = figure.pairing.partner
        counted = [one.dimensions.counted for one in (figure, partner) if one is not None]
        if any(counted) or found.keys() & set(_WHOM) or reading.is_of_its_own(figure):
            return
        if any(reading.stated.get(name) for name in _WHOM):
            return
        if partner is not None and partner.unit and not self._can_count(reading, partner.unit):
            return
        for name, cue in self.group.items():
            figure.dimensions.take(name, cue)

    def _can_count(self, reading: Reading, unit: str) -> bool:
        """Whether the group of a heading can be counted with a noun."""
        if "population" in self.group:
            return reading.words.nouns[unit].persons
        return reading.words.organizations.match(unit) is not None

    def topic_for(self, reading: Reading, figure: Figure) -> Cue | None:
        """The topic for a number whose sentence has none, and whose segment no other matter.

        What stands behind it may say the same of its parts: *Members: 81, namely 52
        reprimanded*.
        """
        if self.topic is None or self.topic.value not in ACTS:
            return None  # *Kết nạp đảng viên*, with *Đảng viên toàn tỉnh: 35.000* below
        elsewhere = [
            one
            for one in reading.stated.get("topic", ())
            if one.sets["topic"] != self.topic.value or one.start < figure.start
        ]
        if reading.names or elsewhere:
            return None
        if "unions" in reading.lists and reading.words.unions.search(reading.text) is not None:
            return None
        labelled = _tell_labelled(reading, figure)
        ahead = Stretch(figure.scope.segment.start, figure.start)
        behind = Stretch(figure.noun_end, figure.scope.right.end)
        others = reading.names_subject(behind) or (not labelled and reading.names_subject(ahead))
        return None if others else self.topic

    def indicator_for(self, reading: Reading, figure: Figure) -> Cue | None:
        """The indicator for a number whose sentence names nothing at all."""
        if self.indicator is None or reading.names or not reading.lists.isdisjoint(_AIMS):
            return None
        told = any(one.sets.keys() - _BESIDE for one in reading.terms)
        first = Stretch(0, figure.start)
        return None if told or reading.names_subject(first) else self.indicator


def _group_of(
    document: Document, words: ClauseWords, passage: Passage, terms: Sequence[TermMention]
) -> dict[str, Cue]:
    """The members, cadres or Party organizations that a heading names alone."""
    start = passage.start
    told = [one for one in terms if one.sets.keys() & set(_WHOM)]
    if len(told) != 1 or any("attribute" in one.sets for one in terms):
        return {}
    sets = told[0].sets
    if sets.get("body") not in {None, *PARTY} or ("body" in sets and "population" in sets):
        return {}
    known = Cover((one.start + start, one.end + start) for one in terms)
    if words.subject_in(document.text, Stretch(start, passage.end), known):
        return {}  # *3. Đảng bộ huyện Mai Châu*
    return {
        name: Cue(sets[name], told[0].start + start, told[0].end + start)
        for name in (*_WHOM, "level")
        if name in sets
    }


def _tell_labelled(reading: Reading, figure: Figure) -> bool:
    """Tell what *Organizations: 2*, or *Members: 81*, counts below the heading of an act.

    There they are the Party's. Whether the number has such a label.
    """
    found, words = figure.dimensions, reading.words
    if figure.unit or figure.kind != "count" or figure.bracket is not None:
        return False
    if found.counted is not None or found.found.keys() & {"population", "body"}:
        return False
    label = _LABEL.fullmatch(reading.text, figure.scope.segment.start, figure.start)
    if label is None:
        return False
    if words.organizations.fullmatch(label["thing"]):
        found.counted = "party_organization"
    elif words.members.fullmatch(label["thing"]):
        found.found["population"] = "party_members"
    else:
        return False
    return True
