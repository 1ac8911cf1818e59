"""Shares and parts of those who stand on a plan of cadres, where only words above name the plan.

*Phân tích nguồn quy hoạch:*, and below it *1. Nữ chiếm 31%*; *27% of the planned are women. Of
age below 40 are 35%*. Taken for shares of all cadres, or of a committee, they would be false.
"""

from __future__ import annotations

import regex

from pipeline.link.above import Above
from pipeline.link.context import Context
from pipeline.link.figures import Figure
from pipeline.link.headings import Heading
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch

__all__ = ["Planned"]

_PLANNING, _PLANNED = "planning", "planned_cadres"
#: So many characters lead from how often somebody is counted to whom: *of*.
_OF = 4
#: People whom the plan of their posts names in general.
_ANYBODY = ("cadres", "head", "deputy_head")
#: Bodies for which people are planned.
_SEATED = frozenset({"executive_committee", "standing_committee", "party_committee"})
#: An item of a list without numbers.
_ITEM = regex.compile(r"\s*[-–—+•*]\s")
#: The beginning of the ids of the indicators of a plan.
_OF_PLAN = "plan_"
#: Staff that as a whole is on no plan.
_STAFF = frozenset({"civil_servants", "public_employees", "cadres_civil_public"})
#: What says whom a number is of, or what is told of it.
_WHOSE = frozenset({"topic", "population", "body"})


class Planned:
    """Reads in one sentence which shares are of those on a plan.

    ``above`` are the lines that it stands below, ``heading`` what stands above its list.
    """

    def __init__(self, reading: Reading, context: Context, above: Above, heading: Heading) -> None:
        self.reading, self.words = reading, reading.words
        announced = above.making
        if announced is None and context.listed and context.group is not None:
            announced = context.group.cues.get("topic")
        if announced is None and _ITEM.match(reading.text):
            announced = heading.topic
        self.measured = self._with_coefficient()
        self.listed = announced is not None and announced.value == _PLANNING
        self.listed = self.listed or self.measured is not None
        told = any(one.startswith(_OF_PLAN) for one in context.told)
        self.goes_on = told and context.follows(reading)

    def tell(self, figure: Figure) -> None:
        """Tell a share that names a mark alone that it is of those on the plan."""
        found = figure.dimensions.found
        if figure is self.measured:
            found.setdefault("topic", _PLANNING)
        if figure.kind == "count" and "attribute" in found and "topic" not in found:
            self._tell_listed(figure)
        if figure.kind == "multiple":
            self._tell_coefficient(figure)
        if figure.kind != "percentage" or "attribute" not in found:
            return
        if self._is_of_staff(figure):
            figure.dimensions.drop("topic")
        elif "topic" not in found:
            self._tell_bare(figure)

    def _with_coefficient(self) -> Figure | None:
        """The count of people for whose posts there are so many times as many: *76, hệ số 1,4 lần*.

        Only a plan of cadres has such a coefficient.
        """
        for one in self.reading.figures:
            before = self.reading.figures[one.index - 1] if one.index else None
            if one.kind != "multiple" or before is None or before.kind != "count":
                continue
            people = before.unit is not None and self.words.counts_people(before.unit)
            between = before.noun_end, one.start
            if people and self.words.coefficient.fullmatch(self.reading.text, *between):
                return before
        return None

    def _tell_listed(self, figure: Figure) -> None:
        """Tell a count of a list that takes the plan apart: *- Under 40: 15 comrades (17.4%)*."""
        if not self.reading.places and figure.dimensions.counted is None and self._is_listed():
            figure.dimensions.found["topic"] = _PLANNING

    def _tell_coefficient(self, figure: Figure) -> None:
        """Tell how many times over posts are planned of whose posts they are.

        *Quy hoạch Ban Chấp hành cấp huyện: 612 đồng chí, hệ số 1,87 lần*. Below the heading of the
        plan its count may name nobody: *- Số lượng: 66 đồng chí, hệ số 1,4 lần*.
        """
        segment = Stretch(figure.scope.segment.start, figure.start)
        for one in reversed(self.reading.figures_in(segment, None)):
            if one.kind == "count" and one.dimensions.found.get("topic") == _PLANNING:
                led = self.words.factor.match(self.reading.text, one.noun_end, figure.start)
                if led is not None:
                    figure.dimensions.inherit(one.dimensions, ("topic",))
                if figure.dimensions.found.get("topic") == _PLANNING:
                    figure.dimensions.inherit(one.dimensions, ("level", "body"))
                return

    def tell_role(self, figure: Figure) -> None:
        """Tell a count of people on the plan that it is planned, and for which body.

        *Approved 610 people for the planning of the executive committee*.
        """
        found, unit = figure.dimensions, figure.unit
        if figure.kind != "count" or found.found.get("topic") != _PLANNING or not unit:
            return
        people = found.found.get("population", _ANYBODY[0])
        if "attribute" in found.found or people not in _ANYBODY:
            return
        if self._counts_turns(figure, unit):
            found.drop("population")
            found.found["population"] = _PLANNED
        elif "population" in found.found or not self.words.counts_people(unit):
            return
        found.found.setdefault("role", "plan")
        if found.counted in _SEATED and "body" not in found.found:
            found.found["body"], found.counted = found.counted, None

    def _counts_turns(self, figure: Figure, unit: str) -> bool:
        """Whether a number counts how often somebody stands on the plan.

        *Quy hoạch 3.900 lượt cán bộ*; *planning was approved with 6,900 turns of cadres*. What
        they did or what was done with them makes them others: *310 lượt cán bộ dự hội nghị*.
        """
        reading, topic = self.reading, figure.dimensions.cues.get("topic")
        if topic is None or topic.start < figure.scope.segment.start or topic.end > figure.start:
            return False
        turns = self.words.turns.match(unit)
        whose = unit[turns.end() :].strip() if turns is not None else ""
        other = whose and self.words.class_nouns["cadres"].fullmatch(whose) is None
        if turns is None or other or self._says_more(figure):
            return False
        between = Stretch(topic.end, figure.start)
        before = reading.figures[figure.index - 1] if figure.index else None
        listed = before is not None and before.dimensions.found.get("population") == _PLANNED
        return listed or not set(reading.text[slice(*between)]) & set(",;")

    def _says_more(self, figure: Figure) -> bool:
        """Whether anything but people stands behind the noun of a number in its clause."""
        behind, end = figure.behind_noun, figure.noun_end
        for one in self.reading.stated.get("population", ()):
            if one.start - end <= _OF and one.end > end:
                end = one.end  # *Turns of cadres*
        return any(char.isalpha() for char in self.reading.text[end : behind.end])

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
            # *Young cadres 26%* are those of the label.
            if "attribute" not in one.sets or one.sets.get("population") not in _ANYBODY
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
