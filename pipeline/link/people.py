"""Whom a number counts: members or others, those who join or are there, organizations."""

from __future__ import annotations

from pipeline.link.deeds import DONE
from pipeline.link.figures import Cue, Dimensions, Figure
from pipeline.link.indicators import IndicatorFinder
from pipeline.link.placing import ACTS, Placing
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch

__all__ = ["OF_UNITS", "People"]

#: Posts: those who hold them are counted, but are no population.
_OFFICES = frozenset(
    {
        "party_secretary", "deputy_secretary", "party_cell_secretary", "committee_member",
        "pc_chairman", "pc_vice_chairman", "head", "deputy_head",
    }
)  # fmt: skip
#: The bodies and topics whose members are called cadres (*402 young cadres in committees*).
_COMMITTEES = frozenset({"party_committee", "executive_committee", "standing_committee"})
_SEATS = frozenset({"committee", "planning"})
#: Topics of classes, which teach whomever they are for.
_TEACHING = frozenset({"classes", "training", "party_lessons"})
#: The topic of inspections upon signs that somebody did wrong.
_SIGNS = "violation_signs"
#: Topics of units, which are no topics of people.
OF_UNITS = frozenset({"autonomy", "congress", "private_party_orgs", "admin_units"})


class People:
    """Reads in one sentence whom its numbers count, where a topic alone leaves that open."""

    def __init__(self, reading: Reading, placing: Placing, indicators: IndicatorFinder) -> None:
        self.reading, self.words = reading, reading.words
        self.placing, self.indicators = placing, indicators

    def inspected(self, figure: Figure) -> None:
        """Members whom somebody inspects are the Party's: *inspected 64 cells and 173 members*.

        Money is not inspected: *checked 8 organizations, recovering 310 million VND*.
        """
        found, unit = figure.dimensions, (figure.unit or "").casefold()
        if figure.kind == "money" and found.found.get("topic") in ACTS:
            found.drop("topic")
        if figure.kind != "count" or found.found.get("topic") not in ACTS:
            return
        self._upon_signs(figure)
        if self.words.members.fullmatch(unit) and not self._is_of_other_members(figure):
            found.take("population", Cue("party_members", figure.start, figure.end))

    def _upon_signs(self, figure: Figure) -> None:
        """Those inspected where the opening says upon what: *khi có dấu hiệu vi phạm, kiểm tra 8*.

        Behind a colon that holds for the whole sentence, behind a comma up to the next semicolon.
        What the inspection is of then makes it another: *…; kiểm tra thu chi 12 tổ chức*.
        """
        found, reading = figure.dimensions, self.reading
        topic, opening = found.cues.get("topic"), reading.opening(":,")
        if topic is None or topic.value != "inspection" or opening is None:
            return
        if not opening.end <= topic.start < figure.start:
            return
        said = reading.cues(opening, None)
        signs = [one for one in said if one.sets.get("topic") == _SIGNS]
        others = {one.sets.get("topic", _SIGNS) for one in said} - {_SIGNS}
        if not signs or others or reading.names_subject(opening):
            return
        if reading.text[opening.end - 1] != ":" and figure.scope.segment.start > opening.start:
            return
        first = next(one for one in reading.figures if one.start > topic.start)
        if not reading.names_subject(Stretch(topic.end, first.start)):
            found.drop("topic")
            found.take("topic", Cue(_SIGNS, signs[0].start, signs[0].end))

    def _is_of_other_members(self, figure: Figure) -> bool:
        """Whether members are named as those of something: *inspected 3 funds with 90 members*.

        Those whom a Party body inspects are the Party's.
        """
        low = max([figure.scope.left.start, *(one.noun_end for one in self._before(figure))])
        said = self.reading.text[low : figure.start].casefold().split()
        joined = not said or said == [one for one in said if one in self.words.joining_words]
        led = any("topic" in one.sets for one in self.reading.cues(figure.scope.left, None)[-1:])
        behind = self.reading.text[figure.noun_end : figure.scope.right.end].lstrip()
        owned = self.words.owned.match(behind) is not None
        return owned or not (joined or led)

    def _before(self, figure: Figure) -> list[Figure]:
        return self.reading.figures[max(0, figure.index - 1) : figure.index]

    def members_admitted(self, figure: Figure) -> None:
        """Who are members once they are admitted are new members here: *kết nạp 112 đảng viên*."""
        scope, found = figure.scope, figure.dimensions
        admitted = found.cues.get("topic")
        if admitted is None or admitted.value != "admission" or figure.kind != "count":
            return
        if admitted.start >= figure.end and self.reading.counts_units(figure):
            found.drop("topic")  # *12 huyện đã kết nạp 253 đảng viên*: those admitted them.
            return
        led = scope.left.holds(admitted.start) or (
            self.words.admitted.match(str(figure.unit or "")) is not None
        )
        if led and found.found.get("population") in (None, "party_members"):
            found.found["population"] = "new_party_members"

    def organizations(self, figure: Figure) -> None:
        """The organizations that a number counts, where its noun is only a word for any."""
        found, text = figure.dimensions, self.reading.text
        found.counted = found.counted or self.placing.organization(figure)
        if figure.kind == "percentage" and self.words.of_theirs.match(text, figure.end):
            # *10% of the units and 12% of their staff*: the staff are no units.
            found.counted = None
        self._bare_act(figure)

    def _bare_act(self, figure: Figure) -> None:
        """A bare number of acts counts the organizations that the one before counts.

        *Inspected 40 Party organizations and disciplined 5*; where members are counted as well,
        it may be of them.
        """
        found = figure.dimensions
        if figure.kind != "count" or found.found.get("topic") not in ACTS or found.counted:
            return
        if self.reading.has_noun(figure) or "party_members" in found.found.values():
            return
        if self.words.predicated.match(self.reading.text, figure.end):
            return  # *Finding 12 with violations*
        before = self.reading.figures[: figure.index]
        members = any(one.dimensions.found.get("population") == "party_members" for one in before)
        if not members and any(one.dimensions.counted == "party_organization" for one in before):
            found.counted = "party_organization"

    def without_outsiders(self, figure: Figure) -> None:
        """Leave out a topic that is not of those who are counted.

        *Tập huấn cho 500 nông dân* trains no cadres, and the members of 31 private Party
        organizations are no such organizations; *kết nạp 56 học sinh vào Đảng* admits members.
        """
        topic, unit = figure.dimensions.cues.get("topic"), figure.unit
        if topic is not None and self._is_new_total(figure, topic):
            figure.dimensions.drop("topic")
            if figure.dimensions.found.get("population") == "new_party_members":
                figure.dimensions.drop("population")
            return
        if topic is None or figure.kind != "count" or not unit:
            return
        noun = self.words.nouns[unit]
        people = figure.dimensions.cues.get("population")
        if self._are_taught(figure):
            figure.dimensions.drop("topic")
            return
        persons = noun.persons or (people is not None and 0 <= people.start - figure.end <= 1)
        if topic.value in OF_UNITS and persons and topic.end <= figure.start:
            figure.dimensions.drop("topic")
        others = noun.other_members or (noun.outsiders and topic.value != "admission")
        if topic.value not in DONE or not others or self.placing.is_part(figure.scope):
            return
        if self._are_among_new(figure):
            return
        behind = self.reading.figures[figure.index + 1 : figure.index + 2]
        end = min([figure.scope.segment.end, *(one.start for one in behind)])
        if self.words.into_party.search(self.reading.text, figure.end, end) is None:
            figure.dimensions.drop("topic")

    def _are_among_new(self, figure: Figure) -> bool:
        """Whether a sentence tells parts of those it opens with: *among the new members: …*."""
        return any(
            one.sets["population"] == "new_party_members"
            and one.end <= figure.start
            and self.words.of_opening.match(self.reading.text, 0, one.start) is not None
            for one in self.reading.stated.get("population", ())
        )

    def _is_new_total(self, figure: Figure, topic: Cue) -> bool:
        """Whether a count is of all that there are since those before it were admitted.

        *Kết nạp 2.800 hội viên, nâng tổng số lên 98.500 người*.
        """
        before = self._before(figure)
        if figure.kind != "count" or not before or topic.end > before[0].start:
            return False
        between = Stretch(before[0].end, figure.start)
        return self.words.new_total.search(self.reading.text, *between) is not None

    def _are_taught(self, figure: Figure) -> bool:
        """Whether new members are only those whom a class is for.

        *Mở 3 lớp bồi dưỡng cho 90 đảng viên mới* admits none, and trains no cadres.
        """
        found, left = figure.dimensions, figure.scope.left
        topic = found.found.get("topic")
        if found.found.get("population") != "new_party_members":
            return False
        if topic == "training":
            return True
        ahead = {
            one.sets.get("topic")
            for stretch in (left, figure.scope.right)
            for one in self.reading.cues(stretch, figure.bracket)
        }
        cue = found.cues.get("topic")
        # The verb of the clause would say that they were admitted.
        verb = cue is not None and left.start < cue.end <= figure.end
        return topic == "admission" and not verb and bool(ahead & _TEACHING)

    def elected(self, figure: Figure) -> None:
        """People who are appointed to a committee are its members, no cadres who were promoted."""
        found = figure.dimensions
        body, topic = found.cues.get("body"), found.cues.get("topic")
        if body is None or topic is None or topic.value != "appointment":
            return
        if body.value in _COMMITTEES and figure.end <= topic.start < body.start:
            found.drop("topic")  # *66 people were appointed to the Executive Committee*
        for term in self.reading.stated["body"]:
            if term.start == body.start and "topic" in term.sets:
                found.drop("topic")
                found.take("topic", Cue(term.sets["topic"], term.start, term.end))

    def without_seats(self, found: Dimensions) -> None:
        """Leave out the committee where its clause is of another body.

        *Women in the committee: 15%; in the People's Council: 31%*.
        """
        seats = found.found.get("body") not in (None, *_COMMITTEES)
        if seats and found.found.get("topic") == "committee":
            found.drop("topic")

    def admitted(self, figure: Figure) -> None:
        """Whom a bare number of members or admissions is of: *admissions: 1,988*."""
        found = figure.dimensions
        topic, people = found.cues.get("topic"), found.cues.get("population")
        if topic is not None and topic.value == "membership" and people is None:
            bare = figure.kind == "count" and not self.reading.has_noun(figure)
            bare = bare or self._are_its_members(figure, topic)
            if bare and found.counted is None and not found.found.keys() & {"attribute", "body"}:
                found.found["population"] = "party_members"
        if topic is None or topic.value != "admission":
            return
        if people is not None:
            shared = figure.kind == "percentage" and topic.start < people.start
            if shared and found.found["population"] == people.value == "party_members":
                found.found["population"] = "new_party_members"
        elif "population" not in found.found and found.counted is None:
            bare = figure.kind == "count" and not self.reading.has_noun(figure)
            bare = bare or self.reading.counts_aims(figure)
            if bare or found.found.get("basis") == "of_plan":
                found.found["population"] = "new_party_members"

    def _are_its_members(self, figure: Figure, topic: Cue) -> bool:
        """Whether a count is of members that the Party has: *the Party organization had 79,000*.

        *Representing 12,000 members of the union*: those of somebody else.
        """
        unit = (figure.unit or "").casefold()
        if figure.kind != "count" or topic.end > figure.start:
            return False
        if self.words.members.fullmatch(unit) is None:
            return False
        behind = Stretch(figure.noun_end, figure.scope.right.end)
        return not self.reading.names_subject(behind)

    def _body_of(self, people: Cue | None) -> Cue | None:
        """The committee that the words for its members name: *cấp ủy viên các xã, phường*."""
        for term in self.reading.stated.get("body", ()):
            if people is not None and (term.start, term.end) == people[1:]:
                return Cue(term.sets["body"], term.start, term.end)
        return None

    def implied(self, figure: Figure) -> None:
        """The dimensions that an indicator has by what it measures.

        Members who are admitted are new ones, whatever the report calls them. People in
        office are counted, but are no population, and so are the cadres in a committee.
        """
        found = figure.dimensions
        people = found.found.get("population")
        seated = found.found.get("body") in _COMMITTEES or found.found.get("topic") in _SEATS
        if people in _OFFICES or (people == "cadres" and seated):
            if figure.unit and self.words.nouns[figure.unit].persons:
                found.take("body", self._body_of(found.cues.get("population")))
            found.drop("population")
        if found.found.get("topic") == "admission" and "attribute" in found.found:
            found.found.setdefault("population", "new_party_members")
        implied = self.indicators.implied.get(found.found.get("indicator", ""))
        if implied is None:
            return
        if found.found.get("population") == "party_members" and "population" in implied:
            found.drop("population")
        named = found.cues.get("indicator", Cue("", 0, 0))
        for dimension, value in implied.items():
            found.take(dimension, named._replace(value=value))
