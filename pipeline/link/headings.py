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
#: What says nothing of what a number is of.
_BESIDE = frozenset({"role", "basis", "change"})


class Heading(NamedTuple):
    """The topic or the indicator of a heading that names one alone; offsets as in its sentence.

    *III. Discipline*, with *Members: 81* below; *Tỷ lệ hộ nghèo qua các năm:*, with *Năm 2020:
    5,2%*. A heading of several matters says nothing.
    """

    topic: Cue | None = None
    indicator: Cue | None = None

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
        topic, indicator = (
            one and one._replace(start=one.start + shift, end=one.end + shift)
            for one in (self.topic, self.indicator)
        )
        return Heading(topic, indicator)

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
