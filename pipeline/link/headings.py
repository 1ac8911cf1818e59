"""What a heading says that the numbers below it are of."""

from __future__ import annotations

from typing import NamedTuple

import regex

from pipeline.link.figures import Cue, Figure
from pipeline.link.placing import ACTS
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch
from pipeline.link.terms import TermMatcher
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
#: The label that an item opens with.
_ITEM = regex.compile(r"\W*(?P<thing>\p{L}[\p{L}\p{M} ]*?)\s*:\s*")
#: Whom the Party looks into.
_ORGANIZATIONS = frozenset({"party_organization", "grassroots_party_org", "party_cell"})
#: What was looked into for a reason that a heading may tell.
_LOOKED_INTO = frozenset({"violation_signs", "inspection"})
#: What says nothing of what a number is of.
_BESIDE = frozenset({"role", "basis", "change"})


class Heading(NamedTuple):
    """The topic or the indicator of a heading that names one alone; offsets as in its sentence.

    *III. Discipline*, with *Members: 81* below; *Tỷ lệ hộ nghèo qua các năm:*, with *Năm 2020:
    5,2%*. A heading of several matters says nothing. ``over_items`` is the topic of the line
    right above the items of a list, or else that of the heading.
    """

    topic: Cue | None = None
    indicator: Cue | None = None
    over_items: Cue | None = None

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
        topics = [one for one in terms if "topic" in one.sets]
        named = {one.indicator for one in names}
        if len(named) == 1 and not topics:
            cue = Cue(names[0].indicator, names[0].start + start, names[0].end + start)
            return cls(indicator=cue)
        if named or len({one.sets["topic"] for one in topics}) != 1:
            return cls()
        first = topics[0]
        if first.sets["topic"] in ACTS and _SEVERAL.search(document.text, start, passage.end):
            return cls()  # *Inspection, supervision and discipline*
        topic_cue = Cue(first.sets["topic"], first.start + start, first.end + start)
        return cls(topic=topic_cue)

    def within(self, fact: Fact) -> Heading:
        """The same with offsets as in the sentence of a fact."""
        shift = -fact.sentence_start
        return Heading(
            *(one and one._replace(start=one.start + shift, end=one.end + shift) for one in self)
        )

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

    def done_for(self, reading: Reading, figure: Figure) -> Cue | None:
        """What was done with those that an item labels, which says nothing else of that.

        *Đối với tổ chức đảng: 14*, *Đảng viên: 61 đồng chí*; that they were inspected goes on with
        a heading that says what for.
        """
        if self.over_items is None or self.over_items.value not in ACTS or figure.kind != "count":
            return None
        if figure.index or figure.bracket is not None or reading.names:
            return None
        label = _ITEM.match(reading.text, 0, figure.start)
        unions = "unions" in reading.lists and reading.words.unions.search(reading.text)
        if label is None or unions:
            return None
        end = figure.scope.segment.end
        acts = {one.sets["topic"] for one in reading.stated.get("topic", ()) if one.start < end}
        goes_on = (
            {"inspection"} if self.over_items.value in _LOOKED_INTO else {self.over_items.value}
        )
        if not acts <= goes_on:
            return None
        verb = Stretch(label.end(), figure.start)
        aside = reading.text.find("(", figure.end, figure.scope.right.end)
        behind = Stretch(figure.end, aside if aside > 0 else figure.scope.right.end)
        behind = figure.behind_noun if figure.unit else behind
        if reading.names_subject(verb) or reading.names_subject(behind):
            return None
        return self.over_items if _tell_item(reading, figure, label) else None

    def indicator_for(self, reading: Reading, figure: Figure) -> Cue | None:
        """The indicator for a number whose sentence names nothing at all."""
        if self.indicator is None or reading.names or not reading.lists.isdisjoint(_AIMS):
            return None
        told = any(one.sets.keys() - _BESIDE for one in reading.terms)
        first = Stretch(0, figure.start)
        return None if told or reading.names_subject(first) else self.indicator


def _tell_item(reading: Reading, figure: Figure, label: regex.Match[str]) -> bool:
    """Tell whom the label of an item says that its first number counts: the Party's, or members.

    *Đối với tổ chức đảng: 14*; *Đảng viên: 61 đồng chí*. Whether it says so and nothing else.
    """
    words, found = reading.words, figure.dimensions
    start = words.concerning.match(reading.text, label.start("thing"), label.end("thing"))
    thing = Stretch(start.end() if start else label.start("thing"), label.end("thing"))
    unit = figure.unit or ""
    people = words.counts_people(unit) or found.found.get("population") == "party_members"
    if unit and not people and words.organizations.match(unit) is None:
        return False
    named = [one for one in reading.cues(thing, None) if one.sets.keys() & {"body", "population"}]
    if reading.names_subject(thing) or len(named) != 1 or len(named[0].sets) != 1:
        return _tell_labelled(reading, figure)
    ((dimension, whom),) = named[0].sets.items()
    if dimension == "body" and whom in _ORGANIZATIONS:
        found.drop("body")
        found.counted = whom
    elif whom == "party_members":
        found.take(dimension, Cue(whom, named[0].start, named[0].end))
    else:
        return False
    return True


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
