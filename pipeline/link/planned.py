"""Shares of those who stand on a plan of cadres, where only the words above name the plan.

*Phân tích nguồn quy hoạch:*, and below it *1. Nữ chiếm 31%*; *27% of the planned are women. Of
age below 40 are 35%*. Taken for shares of all cadres, or of a committee, they would be false.
"""

from __future__ import annotations

from pipeline.link.context import Context
from pipeline.link.figures import Figure
from pipeline.link.lists import Lists
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch
from pipeline.link.terms import TermMatcher
from pipeline.model import Document, Passage

__all__ = ["Planned", "is_of_plan"]

_PLANNING = "planning"
#: The beginning of the ids of the indicators of a plan.
_OF_PLAN = "plan_"
#: Staff that as a whole is on no plan.
_STAFF = frozenset({"civil_servants", "public_employees", "cadres_civil_public"})
#: What says whom a number is of, or what is told of it.
_WHOSE = frozenset({"topic", "population", "body"})


def is_of_plan(document: Document, lists: Lists, matcher: TermMatcher, passage: int) -> bool:
    """Whether a passage is an item of a list that is announced as one of a plan.

    A line that says nothing of its own goes on with the one above: *By structure:*.
    """
    lead = lists.lead_of(passage)
    if lead is None:
        return False
    said = _said(document, matcher, lead)
    if not said:
        above = [one for one in document.passages if one.end <= lead.start]
        said = _said(document, matcher, above[-1]) if above else said
    return said == {_PLANNING}


def _said(document: Document, matcher: TermMatcher, passage: Passage) -> set[str]:
    """The topics of a passage."""
    terms = matcher(document.text[passage.start : passage.end]).terms
    return {one.sets["topic"] for one in terms if "topic" in one.sets}


class Planned:
    """Reads in one sentence which shares are of those on a plan; ``listed`` says of its list."""

    def __init__(self, reading: Reading, context: Context, *, listed: bool) -> None:
        self.reading, self.words, self.listed = reading, reading.words, listed
        told = any(one.startswith(_OF_PLAN) for one in context.told)
        self.goes_on = told and context.follows(reading)

    def tell(self, figure: Figure) -> None:
        """Tell a share that names a mark alone that it is of those on the plan."""
        found = figure.dimensions.found
        if figure.kind != "percentage" or "attribute" not in found:
            return
        if self._is_of_staff(figure):
            figure.dimensions.drop("topic")
        elif "topic" not in found:
            self._tell_bare(figure)

    def _is_of_staff(self, figure: Figure) -> bool:
        """Whether a share has staff of its own, and only an earlier segment told of the plan.

        *In the planning women are 27%; of the civil servants 18% are*.
        """
        cues, start = figure.dimensions.cues, figure.scope.segment.start
        topic, people = cues.get("topic"), cues.get("population")
        if topic is None or people is None or topic.value != _PLANNING:
            return False
        return people.value in _STAFF and topic.end <= start <= people.start

    def _tell_bare(self, figure: Figure) -> None:
        """Tell a share without a topic that it is of those on the plan."""
        found = figure.dimensions.found
        if self.reading.places or figure.dimensions.counted is not None:
            return
        if self._is_listed() or self._follows_one(figure) or self._goes_on(figure):
            found["topic"] = _PLANNING

    def _is_listed(self) -> bool:
        """Whether an item of the list names none but those of its label.

        *District committees: women 26%*, but not *women in the committee 26%*.
        """
        label = self.reading.opening(":")
        end = label.end if label is not None else 0
        return self.listed and not any(
            name == "topic" or one.start >= end
            for name in _WHOSE
            for one in self.reading.stated.get(name, ())
        )

    def _follows_one(self, figure: Figure) -> bool:
        """Whether the share before it is of the plan, and nobody else is named since.

        *100% of those planned have a degree; 91% have studied political theory*.
        """
        before = [one for one in self.reading.figures[: figure.index] if one.kind == "percentage"]
        if not before or before[-1].dimensions.found.get("topic") != _PLANNING:
            return False
        since = Stretch(before[-1].end, figure.scope.right.end)
        return not any(one.sets.keys() & _WHOSE for one in self.reading.cues(since, figure.bracket))

    def _goes_on(self, figure: Figure) -> bool:
        """Whether the sentence before told of the plan, and this one names nobody."""
        if not self.goes_on or self.reading.stated.keys() & _WHOSE:
            return False
        ahead = Stretch(self.reading.opening_of_aspect, figure.start)
        return not self.reading.names_subject(ahead)
