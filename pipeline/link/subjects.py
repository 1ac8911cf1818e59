"""What a number is of by the words of its own clause: attribute, people and topic."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.link.figures import GRADED, Cue, Figure
from pipeline.link.people import People
from pipeline.link.placing import ACTS
from pipeline.link.reading import OF_PARTS, Reading
from pipeline.link.scope import Stretch
from pipeline.link.terms import TermMention

__all__ = ["Subjects"]

#: Topics whose words name things that are counted.
_THINGS = frozenset({"corruption_cases", "village_without_cell"})
#: So many characters before the people that a number counts may join them to others.
_NEAR = 60


class Subjects:
    """Reads in one sentence what each number's own clause is about."""

    def __init__(self, reading: Reading, people: People) -> None:
        self.reading, self.words = reading, reading.words
        self.people = people

    def tell(self, figure: Figure, own: Sequence[tuple[Stretch, bool]]) -> None:
        """Attribute, population and topic from the number's own clause.

        The verb before a count says what was done with it (*rotated 58 cadres and appointed
        143*), and an attribute before a percentage is what it measures, whatever group it is
        taken of (*xuất sắc không quá 20% số hoàn thành tốt*).
        """
        scope, found, kind = figure.scope, figure.dimensions, figure.kind
        if kind in ("money", "quantity"):
            about = self.reading.first("topic", own, scope.bracket)
            named = any(scope.left.holds(one.start) for one in self.reading.names)
            if about is None or about.end <= figure.start or not named:
                found.take("topic", about)
            return  # *Exports came to 2 billion USD and budget revenue rose*
        left = [(scope.left, True), (scope.right, False), (scope.beyond, False)]
        if self.reading.goes_over(figure):
            left = left[:1]
        elif self._follows_a_number(figure):
            # *51% of them women and 64% Youth Union members*: the first words are of the first.
            left = [*left[1:], left[0]]
        attribute = left if kind == "percentage" else own
        if kind == "percentage" and (whole := self._next_whole(figure)) is not None:
            # *12.9% of the 1,510 delegates are female*: the words behind the whole.
            attribute = [*attribute, (whole.scope.right, False)]
        elif kind == "count" and self._is_whole_of_share(figure):
            attribute = []
        topic = left if kind in ("count", "ratio") else own
        counts = figure if kind in ("count", "ratio") else None
        described = self.reading.first("attribute", attribute, scope.bracket, counts)
        if described is not None and kind == "count" and self._labels_next(figure, described):
            described = None
        if not self.reading.counts_units(figure):
            found.take("attribute", described)
            people = self.reading.first("population", own, scope.bracket, counts)
            others = self._is_last_of_row, self._is_of_share_before
            if not any(is_others(figure, people) for is_others in others):
                found.take("population", people)
        elif described is not None and described.value.startswith(GRADED):
            found.take("attribute", described)
        signs = self._of_signs(figure)
        stated = self.reading.first("topic", topic, scope.bracket, leading=counts)
        if stated is not None and counts is not None and self._is_of_things_before(figure, stated):
            stated = None
        if stated is not None and stated.value == "membership":
            stated = self._instead_of_membership(figure) or stated
        found.take("topic", signs or stated)
        self._bare_noun(figure)
        self.people.without_outsiders(figure)
        self.people.members_admitted(figure)

    def _is_of_things_before(self, figure: Figure, topic: Cue) -> bool:
        """Whether a topic only names what the number before counts: *4 graft cases, 11 accused*."""
        before = self.reading.right_before(topic.start)
        return (
            topic.value in _THINGS
            and before is not None
            and before is not figure
            and topic.end <= figure.start
            and self.reading.has_noun(figure)
        )

    def _is_last_of_row(self, figure: Figure, people: Cue | None) -> bool:
        """Whether some people are only the last of all that a number counts.

        *The number of managers, teachers and contract workers is 13,400*.
        """
        if people is None or people.end > figure.start or figure.kind != "count":
            return False
        low, text = figure.scope.segment.start, self.reading.text
        joint = self.words.and_.match(text, max(low, people.start - _NEAR), people.start)
        if joint is None or figure.bracket is not None:
            return False
        before = self.reading.last_before(figure.start)
        since = max(low, before.end if before is not None else 0)
        return self.words.label.search(text, since, joint.start()) is not None

    def _is_of_share_before(self, figure: Figure, people: Cue | None) -> bool:
        """Whether some people are those of the share before, and this one says whom it is of.

        *97% of Party members and 81% of trade unionists*.
        """
        before = self.reading.figures[figure.index - 1] if figure.index else None
        if people is None or before is None or not before.kind == figure.kind == "percentage":
            return False
        if not before.end <= people.start < figure.start:
            return False
        text, right = self.reading.text, figure.scope.right
        of_own = self.words.share_of.match(text, right.start + 1, right.end)
        led = self.words.share_of.match(text, before.scope.right.start + 1, people.start + 1)
        return None not in (of_own, led) and self.reading.names_subject(right)

    def _instead_of_membership(self, figure: Figure) -> Cue | None:
        """The topic behind a number, which says more than that somebody has what it counts.

        *Toàn Đảng bộ có 166 tổ chức đảng trong doanh nghiệp*; *3.120 chi bộ trực thuộc hoàn thành
        đại hội*.
        """
        for stretch in (figure.scope.right, figure.scope.beyond):
            for term in self.reading.cues(stretch, figure.bracket):
                topic = term.sets.get("topic", "membership")
                if topic != "membership":
                    return Cue(topic, term.start, term.end)
        return None

    def _of_signs(self, figure: Figure) -> Cue | None:
        """The topic behind a count that says why it was inspected.

        *Kiểm tra 12 tổ chức đảng và 60 đảng viên khi có dấu hiệu vi phạm*; *12 tổ chức đảng bị
        kiểm tra do có dấu hiệu vi phạm*; *khi có dấu hiệu vi phạm, 12 tổ chức đảng được kiểm tra*.
        """
        topics = self.reading.stated.get("topic", ()) if figure.kind == "count" else ()
        if topics and (before := self._of_signs_before(figure)) is not None:
            return before
        behind = next((one for one in topics if one.start >= figure.end), None)
        if behind is not None and behind.sets["topic"] == "inspection":
            opened = self._opening_signs(figure)
            if opened is not None:
                return opened
            behind = self._signs_behind(behind)
        if behind is None or behind.sets["topic"] != "violation_signs":
            return None
        if self.reading.structure.is_parted(figure.end, behind.start, figure.bracket):
            return None
        if figure.bracket is not None and behind.start >= figure.bracket.end:
            return None
        if self._is_of_part_behind(figure, behind.start):
            return None
        before = self.reading.first("topic", [(figure.scope.left, True)], figure.bracket)
        inspected = before is None or before.value == "inspection"
        return Cue("violation_signs", behind.start, behind.end) if inspected else None

    def _opening_signs(self, figure: Figure) -> Cue | None:
        """Signs of violation that a sentence opens with, as what it was inspected for."""
        first = self.reading.terms[0]
        opens = first.sets.get("topic") == "violation_signs" and first.end <= figure.start
        if not opens or self.reading.figures_in(Stretch(0, first.start), None):
            return None
        before = self.reading.last_before(figure.start)
        joined = before is None or self.words.only_joins(
            self.reading.text, before.noun_end, figure.start
        )
        return Cue("violation_signs", first.start, first.end) if joined else None

    def _signs_behind(self, inspected: TermMention) -> TermMention | None:
        """The signs of violation right behind a verb of inspecting, that it was done for."""
        for one in self.reading.stated["topic"]:
            if one.start >= inspected.end:
                between = Stretch(inspected.end, one.start)
                near = not self.reading.figures_in(between, None)
                alone = near and not self.reading.names_subject(between)
                return one if alone else None
        return None

    def _is_of_part_behind(self, figure: Figure, start: int) -> bool:
        """Whether words are only of a part that a later number counts.

        *Kiểm tra 310 tổ chức đảng, trong đó 23 có dấu hiệu vi phạm*, but not *kiểm tra 23 đảng
        viên, trong đó có 4 cấp ủy viên, khi có dấu hiệu vi phạm*.
        """
        if self.reading.lists.isdisjoint(OF_PARTS):
            return False
        last = self.reading.last_before(start)
        if last is None or last.start <= figure.start or "," in self.reading.text[last.end : start]:
            return False
        return self.words.parts.search(self.reading.text, figure.end, last.start) is not None

    def _of_signs_before(self, figure: Figure) -> Cue | None:
        """The same for a part of such inspections: *…; trong đó Tỉnh ủy đã kiểm tra 3 tổ chức*."""
        if self.reading.lists.isdisjoint(OF_PARTS):
            return None
        for other in reversed(self.reading.figures[: figure.index]):
            topic = other.dimensions.cues.get("topic")
            if topic is None or topic.value == "inspection":
                continue
            if topic.value != "violation_signs":
                return None  # *…; kỷ luật 46 đảng viên, trong đó chi bộ 29*
            # *…, trong đó có 2 cấp ủy viên; giám sát 14*: another clause has another verb.
            low = max(other.end, figure.scope.segment.start)
            if self.words.parts.search(self.reading.text, low, figure.start):
                return topic
        return None

    def _next_whole(self, figure: Figure) -> Figure | None:
        """The count right behind a share that it is taken of: *12.9% of the 1,510 delegates*."""
        behind = self.reading.figures[figure.index + 1 : figure.index + 2]
        if not behind or behind[0].kind != "count" or behind[0].bracket != figure.bracket:
            return None
        between = self.reading.text[figure.end : behind[0].start].casefold().split()
        opens = self.words.of_opening.match(self.reading.text, figure.end, behind[0].start)
        small = all(word in self.words.small for word in between)
        return behind[0] if between and small and opens is not None else None

    def _is_whole_of_share(self, figure: Figure) -> bool:
        """Whether a count is only what the share right before it is taken of."""
        if not figure.index:
            return False
        before = self.reading.figures[figure.index - 1]
        return before.kind == "percentage" and self._next_whole(before) is figure

    def _bare_noun(self, figure: Figure) -> None:
        """What a noun that no term knows says of whom a count is of.

        *Reached 31/40 targets*: so many were met. *Disciplined 12 organizations*: the Party's;
        *recruited 7 members*: admitted them;
        *105,606 cadres and 101,101 officials*: no cadres, but *civil servants fell by 309
        people* are civil servants.
        """
        unit, found = (figure.unit or "").casefold(), figure.dimensions
        if figure.kind == "ratio" and unit and self.words.nouns[unit].aims:
            reached = self.reading.first("role", [(figure.scope.left, True)], figure.bracket)
            if reached is not None and reached.value == "actual":
                found.take("topic", reached._replace(value="targets_met"))
        if figure.kind != "count" or not unit:
            return
        topic, people = found.cues.get("topic"), found.cues.get("population")
        if topic is not None and topic.value in ACTS and self.words.organizations.match(unit):
            found.counted = "party_organization"
            found.drop("population")
        elif topic is not None and topic.value == "recruitment":
            members = self.words.members.match(unit) is not None
            if members or found.found.get("population") == "party_members":
                found.drop("topic")
                found.take("topic", topic._replace(value="admission"))
        elif people is not None and figure.scope.left.holds(people.start):
            between = self.reading.text[people.end : figure.start].casefold().split()
            joined = bool(between) and between[-1] in self.words.list_joints
            if joined and not unit.startswith(self.words.person_nouns):
                found.drop("population")

    def _labels_next(self, figure: Figure, described: Cue) -> bool:
        """Whether words behind a count label the number right behind them, the first of its parts.

        *Kỷ luật 90 đảng viên bằng hình thức khiển trách 61, cảnh cáo 29*.
        """
        following = self.reading.figures[figure.index + 1 : figure.index + 2]
        if described.start < figure.end or not following or not self.reading.has_noun(figure):
            return False
        one = following[0]
        if one.kind != "count" or one.unit or one.bracket != figure.bracket:
            return False
        return not self.reading.text[described.end : one.start].strip()

    def _follows_a_number(self, figure: Figure) -> bool:
        """Whether the words before a number in its clause begin with another number.

        *79% had a degree (38% in 2014) and 33% were women*: what a bracket tells is aside.
        """
        beside = (None, figure.bracket)
        earlier = reversed(self.reading.figures[: figure.index])
        before = next((one for one in earlier if one.bracket in beside), None)
        return before is not None and abs(figure.scope.left.start - before.end) <= 1
