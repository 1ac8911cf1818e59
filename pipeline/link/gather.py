"""The dimensions of every number of a sentence, gathered from left to right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Protocol

import regex

from pipeline.language import Memo
from pipeline.link.cells import Headers
from pipeline.link.context import Context, tell_joined, tell_membership
from pipeline.link.deeds import DONE, Deeds
from pipeline.link.enumerated import tell_enumerated
from pipeline.link.headings import Heading
from pipeline.link.indicators import IndicatorFinder
from pipeline.link.localities import LocalNumbers
from pipeline.link.pairs import of_same_noun, pair
from pipeline.link.placing import ACTS, UNITS, Placing
from pipeline.link.reading import (
    OF_PARTS,
    Cue,
    Dimensions,
    Figure,
    Reading,
    Time,
    is_length_of_time,
)
from pipeline.link.refusals import Refusals
from pipeline.link.roles import Roles
from pipeline.link.scope import Cover, Scope, Stretch
from pipeline.link.stocks import StockWords, tell_stocks
from pipeline.link.time import Times
from pipeline.link.words import ClauseWords
from pipeline.model import Basis, Document, Evidence, Fact, Observation, Percentage, Ratio, Role
from pipeline.places import NamedPlace
from pipeline.rulebook import Rulebook

__all__ = ["BLANK", "Gatherer"]

#: Topics that are measures: a clause with another subject is not about them.
_MEASURES = frozenset({"grdp", "grdp_per_capita", "budget_revenue", "budget_expenditure"})
#: What only provinces have.
_OF_PROVINCES = frozenset({"grdp", "grdp_per_capita"})
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
#: Topics of those who hold a post, which are no topics of other people.
_OF_OFFICE = frozenset(
    {"secretary_chairman", "secretary_council", "secretary_non_local", "village_head_member"}
)
#: Topics of classes, which teach whomever they are for.
_TEACHING = frozenset({"classes", "training", "party_lessons"})
#: Topics of units, which are no topics of people.
_OF_UNITS = frozenset({"autonomy", "congress", "private_party_orgs", "admin_units"})
#: A number that has one of these and no role is a result.
_RESULTS = frozenset({"indicator", "level", "body", "population", "attribute", "change"})
#: Ages without a word for them, right before a number.
_AGES = regex.compile(r"(?<!\d)\d\d\s?[-–]\s?\d\d\s*$")
#: So many characters before a number or a place are looked at.
_NEAR = 60
#: Before the amount of a change.
_SIGNS = frozenset("+-–−")
#: What reaches so many percent of an earlier time is that much of it: nothing grows as fast.
_NO_GROWTH = 50
#: So many stand between a word for a change and its number, at most.
_RIGHT_BEFORE = 12
#: An observation before its fields are filled in.
BLANK = Observation.blank()
#: The attributes that organizations have too: forms of discipline and grades.
_GRADED = ("disc_", "grade_")
#: What tells two numbers of one indicator apart.
_KEPT = ("attribute", "population", "level", "body", "role", "change", "period")
#: What tells a part from the whole that the sentence before gave.
_APART = ("attribute", "level", "body")
#: The weight of a name that stands beside the word province, or its Party body.
_NAMED_AS_ONE = 3
#: What names an indicator.
_NAMING = ("topic", "indicator", "population")
#: What two numbers of one statement share.
_SHARED = ("attribute", "population", "level", "body", "topic")


class Tools(Protocol):
    """What a gatherer needs of the linker."""

    rulebook: Rulebook
    indicators: IndicatorFinder
    times: Memo[str, Times]
    words: Memo[str, ClauseWords]
    stocks: Memo[str, StockWords]


class Gatherer:
    """Gathers the dimensions of every number of one sentence, from left to right."""

    def __init__(
        self,
        linker: Tools,
        document: Document,
        reading: Reading,
        list_role: Role | None,
        headers: Headers | None,
        lead: Mapping[str, Cue],
        context: Context,
        heading: Heading,
        local: LocalNumbers,
    ) -> None:
        self.linker = linker
        self.document = document
        self.reading = reading
        self.structure = reading.structure
        self.headers = headers
        self.lead = lead
        self.context = context
        self.heading = heading
        self.local = local
        self.words = linker.words[document.language]
        self.placing = Placing(reading, self.words)
        self.roles = Roles(reading, self.words, document.issued, list_role)
        #: What is said of several numbers is the evidence of each.
        self._evidence = Memo(self._evidence_at)
        #: The numbers of parts that nothing kept tells from their wholes.
        self._unnamed: set[int] = set()
        self.times = linker.times[document.language]
        reading.times = self.times.told(reading)
        self.refuses = Refusals(reading, self.words, linker.indicators)
        deeds = Deeds(reading, self.words)
        for figure in reading.figures:
            self._gather(figure)
            deeds.without_undone(figure)
        tell_enumerated(reading, self.words)
        tell_joined(reading, self.words)
        tell_stocks(reading, linker.stocks[document.language])
        tell_membership(reading, self.words)

    # ── one number ────────────────────────────────────────────────────────────────────

    def _gather(self, figure: Figure) -> None:
        pairing = self.roles.without_fallen(figure, pair(self.reading, figure, self.words))
        figure.pairing = pairing
        if figure.bracket is not None and pairing.partner is None:
            self._read_around(figure, figure.bracket)
        scope, found = figure.scope, figure.dimensions
        own = self._own(figure)
        self._subject(figure, own)
        # What a percentage is of stands behind it: *bằng 115,3% dự toán*.
        behind = [(scope.right, False), (scope.beyond, False), (scope.left, True)]
        found.take("basis", self._basis_of(figure, behind))
        if pairing.of_plan or (pairing.partner and self._is_of_aims(pairing.partner)):
            found.found["basis"] = "of_plan"
        partner = pairing.partner.dimensions if pairing.partner else None
        if partner is None:
            self._inherit_topic(figure)
            self._of_outsiders(figure)
            self._of_its_own_verb(figure)
            self._inspected(figure)
        for dimension in ("level", "body"):
            found.take(dimension, self.placing.place(dimension, figure, own))
        self._elected(figure)
        self._counted(figure)
        seats = found.found.get("body") not in (None, *_COMMITTEES)
        if seats and found.found.get("topic") == "committee":
            found.drop("topic")  # *women in the committee: 15%; in the People's Council: 31%*
        whole = partner or self._whole(figure)
        if whole is not None:
            found.inherit(whole, _SHARED)
            found.counted = found.counted or whole.counted
        if partner is None:
            self._inherit_label(figure)
            self._inherit_clauses(figure)
            self._inherit_head(figure)
        self._continue_list(figure)
        self._go_on_in_time(figure)
        self.context.complete(self.reading, figure, self.words)
        self._of_lead(figure)
        self._admitted(figure)
        self._without_papers(figure)
        self._from_headers(figure)
        base = self.times.of_base(self.reading, figure)
        if base is not None:
            found.take("period", Cue(str(base.fact.value), base.start, base.end))
            found.take("role", Cue("previous", base.start, base.end))
        elif is_length_of_time(figure.fact):
            found.take("role", self.roles.role(figure))
        elif self._is_excess(figure):
            return
        elif partner is None or figure.kind != "money" or pairing.target:
            found.take("change", self._change(figure))
            found.take("role", self.roles.role(figure))
        if partner is not None:
            found.inherit(partner, [one for one in ("change", "role") if one != pairing.own])

    def _change(self, figure: Figure) -> Cue | None:
        """What changed by a number: its own verb says so, or the line that announces its list."""
        if self._is_only_where(figure):
            return None
        return self.roles.change(figure) or self.lead.get("change")

    def _is_only_where(self, figure: Figure) -> bool:
        """Whether a number of places says where something is: *fell by 5% in 74 districts*."""
        if figure.kind != "count" or not figure.unit:
            return False
        if self.words.nouns[figure.unit].level is None:
            return False
        low = max(0, figure.start - _NEAR)
        return self.words.located.match(self.reading.text, low, figure.start) is not None

    def _basis_of(self, figure: Figure, behind: Sequence[tuple[Stretch, bool]]) -> Cue | None:
        """What a percentage is of by the words beside it; those of the one before it are not its.

        *110% of the estimate and up 5%*.
        """
        basis = self.reading.first("basis", behind, figure.bracket)
        if basis is None or basis.end > figure.start:
            return basis
        before = self.reading.last_before(basis.start + 1)
        if before is None or before is figure or basis.start - before.end > 1:
            return basis
        joined = self.words.leads_on.match(self.reading.text, basis.end, figure.start)
        anew = joined or any(
            "change" in term.sets and basis.end <= term.start < figure.start
            for term in self.reading.terms
        )
        return None if anew else basis

    def _read_around(self, figure: Figure, bracket: Stretch) -> None:
        """Let a number that alone fills a bracket be read by the words before the bracket.

        *Tỷ lệ hộ nghèo năm 2022 còn cao (37,08%)*.
        """
        inside = self.reading.text[bracket.start : bracket.end].strip(" +~<>=≈")
        people = inside.removeprefix(figure.fact.text).strip().casefold()
        counts = inside.startswith(figure.fact.text) and people in self.words.person_nouns
        if inside == figure.fact.text or counts:
            opening = bracket.start - 1
            figure.scope = self.structure.scope(opening, opening + 1)

    def _subject(self, figure: Figure, own: Sequence[tuple[Stretch, bool]]) -> None:
        """Attribute, population and topic from the number's own clause.

        The verb before a count says what was done with it (*rotated 58 cadres and appointed
        143*), and an attribute before a percentage is what it measures, whatever group it is
        taken of (*xuất sắc không quá 20% số hoàn thành tốt*).
        """
        scope, found, kind = figure.scope, figure.dimensions, figure.kind
        if kind in ("money", "quantity"):
            found.take("topic", self.reading.first("topic", own, scope.bracket))
            return
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
        if not self._counts_units(figure):
            found.take("attribute", described)
            people = self.reading.first("population", own, scope.bracket, counts)
            found.take("population", None if self._is_last_of_row(figure, people) else people)
        elif described is not None and described.value.startswith(_GRADED):
            found.take("attribute", described)
        signs = self._of_signs(figure)
        stated = self.reading.first("topic", topic, scope.bracket, leading=counts)
        if stated is not None and stated.value == "membership":
            stated = self._instead_of_membership(figure) or stated
        found.take("topic", signs or stated)
        self._bare_noun(figure)
        self._of_outsiders(figure)
        self._members_admitted(figure)

    def _members_admitted(self, figure: Figure) -> None:
        """Who are members once they are admitted are new members here: *kết nạp 112 đảng viên*."""
        scope, found = figure.scope, figure.dimensions
        admitted = found.cues.get("topic")
        if admitted is None or admitted.value != "admission" or figure.kind != "count":
            return
        if admitted.start >= figure.end and self._counts_units(figure):
            found.drop("topic")  # *12 huyện đã kết nạp 253 đảng viên*: those admitted them.
            return
        led = scope.left.holds(admitted.start) or (
            self.words.admitted.match(str(figure.unit or "")) is not None
        )
        if led and found.found.get("population") in (None, "party_members"):
            found.found["population"] = "new_party_members"

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

        *Kiểm tra 12 tổ chức đảng và 60 đảng viên khi có dấu hiệu vi phạm*.
        """
        topics = self.reading.stated.get("topic", ()) if figure.kind == "count" else ()
        if topics and (before := self._of_signs_before(figure)) is not None:
            return before
        behind = next((one for one in topics if one.start >= figure.end), None)
        if behind is None or behind.sets["topic"] != "violation_signs":
            return None
        if self.structure.is_parted(figure.end, behind.start, figure.bracket):
            return None
        if figure.bracket is not None and behind.start >= figure.bracket.end:
            return None
        before = self.reading.first("topic", [(figure.scope.left, True)], figure.bracket)
        inspected = before is None or before.value == "inspection"
        return Cue("violation_signs", behind.start, behind.end) if inspected else None

    def _of_signs_before(self, figure: Figure) -> Cue | None:
        """The same for a part of such inspections: *…; trong đó Tỉnh ủy đã kiểm tra 3 tổ chức*."""
        if self.reading.lists.isdisjoint(OF_PARTS):
            return None
        for other in reversed(self.reading.figures[: figure.index]):
            topic = other.dimensions.cues.get("topic")
            if topic is None or topic.value != "violation_signs":
                continue
            if self.words.parts.search(self.reading.text, other.end, figure.start):
                return topic
        return None

    def _counts_units(self, figure: Figure) -> bool:
        """Whether a count is of places or organizations: *35 tỉnh có tỷ lệ nữ trên 15%*.

        What is said of their people behind the noun is not said of them.
        """
        return bool(figure.unit) and self.words.nouns[figure.unit or ""].bodies

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

    def _inspected(self, figure: Figure) -> None:
        """Members whom somebody inspects are the Party's: *inspected 64 cells and 173 members*."""
        found, unit = figure.dimensions, (figure.unit or "").casefold()
        if figure.kind != "count" or found.found.get("topic") not in ACTS:
            return
        if self.words.members.fullmatch(unit) and not self._is_of_other_members(figure):
            found.take("population", Cue("party_members", figure.start, figure.end))

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

    def _counted(self, figure: Figure) -> None:
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

    def _of_outsiders(self, figure: Figure) -> None:
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
        if topic.value in _OF_UNITS and persons and topic.end <= figure.start:
            figure.dimensions.drop("topic")
        others = noun.other_members or (noun.outsiders and topic.value != "admission")
        if topic.value not in DONE or not others or self.placing.is_part(figure.scope):
            return
        behind = self.reading.figures[figure.index + 1 : figure.index + 2]
        end = min([figure.scope.segment.end, *(one.start for one in behind)])
        if self.words.into_party.search(self.reading.text, figure.end, end) is None:
            figure.dimensions.drop("topic")

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

    def _is_of_aims(self, figure: Figure) -> bool:
        """Whether a ratio is what was done of what was aimed at: *821/1.450 chỉ tiêu*."""
        unit = figure.unit if figure.kind == "ratio" else None
        return unit is not None and self.words.nouns[unit].aims

    def _is_excess(self, figure: Figure) -> bool:
        """Whether a number is by how much a plan was exceeded: no result and no change.

        *Đạt và vượt 12/15 chỉ tiêu* tells how many targets were met.
        """
        if figure.kind == "ratio" and figure.unit and self.words.nouns[figure.unit].aims:
            return False
        text, lists, words = self.reading.text, self.reading.lists, self.words
        before = text[max(0, figure.start - 3 * _NEAR) : figure.start]
        right_behind = "exceeding" in lists and words.exceeds_by.search(before) is not None
        if right_behind and self._is_behind_more(figure):
            return True
        if "aim_nouns" not in lists:
            return False
        ends = (figure.end, min(figure.noun_end, len(text)))
        if right_behind and any(words.of_aims.match(text, end) for end in ends):
            return True
        if "exceeding" in lists and words.exceeds.search(before):
            return True
        return "beside_aims" in lists and words.exceeding.match(text, figure.end) is not None

    def _is_behind_more(self, figure: Figure) -> bool:
        """Whether a ratio before a number is of more than was planned: *8.400/6.500 (vượt 29%)*."""
        before = self.reading.figures[figure.index - 1] if figure.index else None
        value = before.fact.value if before is not None else None
        return isinstance(value, Ratio) and value.total is None

    def _is_beyond_plan(self, figure: Figure) -> bool:
        """Whether a percentage says how far from a plan a result is: *tăng 10% so với dự toán*."""
        found, change = figure.dimensions, figure.dimensions.cues.get("change")
        near = change is not None and 0 <= figure.start - change.end <= _RIGHT_BEFORE
        return near and figure.kind == "percentage" and found.found.get("basis") == "of_plan"

    def _follows_a_number(self, figure: Figure) -> bool:
        """Whether the words before a number in its clause begin with another number."""
        if not figure.index:
            return False
        return abs(figure.scope.left.start - self.reading.figures[figure.index - 1].end) <= 1

    def _elected(self, figure: Figure) -> None:
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

    def _admitted(self, figure: Figure) -> None:
        """Whom a bare number of members or admissions is of: *admissions: 1,988*."""
        found = figure.dimensions
        topic, people = found.cues.get("topic"), found.cues.get("population")
        if topic is not None and topic.value == "membership" and people is None:
            bare = figure.kind == "count" and not self.reading.has_noun(figure)
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
            bare = bare or self._is_of_aims(figure)
            if bare or found.found.get("basis") == "of_plan":
                found.found["population"] = "new_party_members"

    def _own(self, figure: Figure) -> list[tuple[Stretch, bool]]:
        """The stretches of the number's own clause, in the order in which it is read."""
        scope = figure.scope
        right = [(scope.right, False), (scope.beyond, False)]
        if figure.kind == "ratio":
            # *312 civil servants out of 340*: the first noun stands inside.
            right = [(figure.inside, False), *right]
        if self.reading.goes_over(figure):
            return [(scope.left, True)]
        if self.reading.opens(figure):
            return [*right, (scope.left, True)]
        return [(scope.left, True), *right]

    def _from_headers(self, figure: Figure) -> None:
        """What a cell leaves unsaid, from its row and column headers and its caption."""
        headers, found = self.headers, figure.dimensions
        if headers is None:
            return
        offset, column = self.reading.offset, headers.column
        start, end = column.place[0] - offset, column.place[1] - offset
        number = getattr(figure.fact.value, "number", None)
        differs = column.basis is None or figure.kind != "percentage"
        change = headers.change_of(negative=number is not None and number < 0) if differs else None
        for dimension, value in (
            ("role", column.role), ("basis", column.basis), ("change", change),
        ):  # fmt: skip
            if value is not None and not (dimension == "basis" and figure.kind != "percentage"):
                found.take(dimension, Cue(value, start, end))
        for term in headers.terms:
            for dimension, value in term.sets.items():
                if dimension == "body" and value in UNITS:
                    found.counted = found.counted or value
                else:
                    found.take(dimension, Cue(value, term.start - offset, term.end - offset))
        for dimension, time in (("period", headers.period), ("base_period", column.base)):
            if time is not None:
                cue = Cue(str(time.value), time.start - offset, time.end - offset)
                found.take(dimension, cue)
        if headers.whose.province is not None:
            figure.place = headers.whose.province

    def _is_of_headers(self, indicator: str, figure: Figure) -> bool:
        """Whether a cell can be of an indicator, by its row and its column.

        The numbers of a district are not those of the province, and what compares two numbers
        is not of what those are of.
        """
        headers, found = self.headers, figure.dimensions
        if headers is None:
            return True
        if headers.whose.apart or headers.column.derived:
            return False
        number = getattr(figure.fact.value, "number", None)
        if "change" in found.found and (headers.column.changes or headers.column.compares):
            return indicator in self.linker.indicators.changes
        if number is not None and number < 0:
            return "change" in found.found
        if not headers.column.compares:
            return True
        basis = found.found.get("basis") if figure.kind == "percentage" else None
        return basis is not None and basis in self.linker.indicators.bases[indicator]

    def _is_local(self, figure: Figure) -> bool:
        """Whether a number is of a place below the province; no such place has a GRDP.

        A district has an economy that grows, though.
        """
        topic = figure.dimensions.cues.get("topic")
        if topic is None or topic.value not in _OF_PROVINCES or self.local.named:
            return self.local.holds(figure)
        named = self.words.provincial.search(self.reading.text, topic.start, topic.end)
        return named is None and self.local.holds(figure)

    def _is_of_basis(self, indicator: str, figure: Figure) -> bool:
        """Whether a percentage can be of an indicator: what was reached of a plan is no share."""
        if figure.kind != "percentage" or figure.dimensions.found.get("basis") != "of_plan":
            return True
        return "of_plan" in self.linker.indicators.bases[indicator]

    def _is_growth_of_count(self, indicator: str, figure: Figure) -> bool:
        """Whether a percentage is by how much the count before it grew, and no share changed.

        *1,200 schools met the standards, up 11%*.
        """
        if indicator not in self.linker.indicators.shares or not figure.index:
            return False
        value, before = figure.fact.value, self.reading.figures[figure.index - 1]
        points = not isinstance(value, Percentage) or value.sign != "%"
        if points or "change" not in figure.dimensions.found:
            return False
        if before.kind != "count" or before.bracket != figure.bracket:
            return False
        return not self.reading.names_subject(figure.scope.left)

    def _is_of_counted_places(self, figure: Figure) -> bool:
        """Whether a share is of each of some places: *24 provinces have 100% of their communes*."""
        if figure.kind != "percentage" or not figure.index:
            return False
        before, left = self.reading.figures[figure.index - 1], figure.scope.left
        if before.end != left.start or before.kind != "count" or before.unit is None:
            return False
        if self.words.nouns[before.unit].level is None:
            return False
        return self.words.having.search(self.reading.text[left.start : left.end]) is not None

    def _is_part_of_before(self, figure: Figure) -> bool:
        """Whether a sentence takes apart what the one before gave as a whole.

        *The budget revenue was 5,200 billion. In which, domestic revenue was 3,800 billion*: both
        would be the revenue of one province and year. A part that another level, body or
        attribute tells from it is a number of its own.
        """
        found = figure.dimensions.found
        wholes = self.context.told.get(found.get("indicator", ""), ())
        if not wholes or not self.context.follows(self.reading):
            return False
        if self.words.parts.match(self.reading.text) is None:
            return False
        own = {name: found[name] for name in _APART if name in found}
        told = [{name: getattr(one, name) for name in _APART} for one in wholes]
        counted = figure.kind in ("count", "ratio", "percentage")
        return not counted or any(own.items() <= one.items() for one in told)

    def _continue_list(self, figure: Figure) -> None:
        """A number that goes on with the list of the one before it.

        *Kỷ luật 29 tổ chức đảng: khiển trách 26, cảnh cáo 3*; *tỷ lệ nữ cao như Bắc Giang:
        15,09%; Lào Cai: 15,69%*.
        """
        if not figure.index:
            return
        previous, found = self.reading.figures[figure.index - 1], figure.dimensions
        before = previous.dimensions
        if self._goes_on(figure, previous):
            found.inherit(before, ("population", "level", "body", "topic"))
            found.counted = found.counted or before.counted
        graded = found.found.get("attribute", "").startswith(_GRADED)
        if graded and "population" not in found.found and found.counted is None:
            alike = previous.kind == figure.kind and previous.bracket == figure.bracket
            alike = alike and before.found.get("attribute", "").startswith(_GRADED)
            if alike or figure.kind == "count":
                found.inherit(before, ("population",))
                if found.counted is None and "population" not in found.found:
                    found.inherit(before, ("level",))
                found.counted = before.counted
        if figure.kind == "count":
            return
        if not previous.kind == figure.kind == "percentage" or not self.reading.places:
            return
        segment = self.structure.segment_of(figure.start)
        placed = any(segment.holds(place.start) for place in self.reading.places)
        silent = not any(
            segment.holds(term.start) and (term.sets.keys() - {"basis"} or term.id == "basis_share")
            for term in self.reading.terms
        )
        if placed and silent and not self._named(figure.scope):
            found.inherit(before, _SHARED)
            found.topic_is_own = before.topic_is_own

    def _go_on_in_time(self, figure: Figure) -> None:
        """A number that tells of another time what the number before it tells.

        *Năm 2019, tỷ lệ lao động qua đào tạo đạt 54%; ước hết năm 2020 đạt 57%*.
        """
        if not figure.index or figure.bracket is not None or figure.pairing.partner is not None:
            return
        reading, previous = self.reading, self.reading.figures[figure.index - 1]
        between = Stretch(previous.end, figure.start)
        if previous.kind != figure.kind or previous.bracket is not None or reading.has_noun(figure):
            return
        times = [one for one in reading.times if between.holds(one.start)]
        timed = any(not one.base for one in times) and not any(self._is_ahead(one) for one in times)
        apart = reading.structure.is_parted(previous.end, figure.start, None)
        if not timed or not apart or previous.unit not in (None, figure.unit):
            return
        said = {name for one in reading.cues(between, None) for name in one.sets}
        changed = "change" in said or "change" in previous.dimensions.found
        placed = any(between.holds(one.start) for one in reading.places)
        if said - {"role", "basis"} or changed or placed:
            return
        bases = figure.dimensions.found.get("basis"), previous.dimensions.found.get("basis")
        if bases[0] not in (None, bases[1]):
            return
        if reading.words.other_measure.search(reading.text, previous.end, figure.start):
            return  # *…; năm 2021 vượt 500 tỷ đồng*
        beside = Stretch(figure.end, figure.scope.right.end)
        if figure.kind != "percentage" and reading.names_subject(beside):
            return
        if not reading.opens(figure) and not reading.names_subject(between):
            figure.goes_on = previous
            figure.dimensions.inherit(previous.dimensions, _SHARED)
            figure.dimensions.counted = figure.dimensions.counted or previous.dimensions.counted

    def _is_ahead(self, time: Time) -> bool:
        """Whether a time is a deadline that was still to come when the report was issued."""
        day, issued = getattr(time.fact.value, "date", None), self.document.issued
        return time.by_when and issued is not None and day is not None and day[:4] > issued[:4]

    def _without_papers(self, figure: Figure) -> None:
        """Papers and meetings are of a matter, and do not count it: *21 plans for communes*."""
        unit, found = figure.unit, figure.dimensions
        if not unit or not self.words.nouns[unit].papers:
            return
        found.counted = None
        for name in _SHARED:
            if name in found.cues and found.cues[name].start >= figure.end:
                found.drop(name)

    def _goes_on(self, figure: Figure, previous: Figure) -> bool:
        """Whether a bare number counts what the one before it counts.

        *Giảm 46 đơn vị cấp xã (từ 262 xuống còn 216)*; *từ 2.837 còn 1.937, giảm 900*.
        """
        if not previous.kind == figure.kind == "count" or self._has_own_verb(figure):
            return False
        if self.reading.has_noun(figure) and not self._are_the_same(figure, previous):
            return False
        start, end = previous.end, figure.scope.right.end
        between = self.reading.text[start : figure.start]
        silent = not any(
            start <= term.start < end and term.sets.keys() & set(_SHARED)
            for term in self.reading.terms
            if not self.reading.is_counted(term)
        )
        return silent and not set(between) & set(";.:")

    def _are_the_same(self, figure: Figure, previous: Figure) -> bool:
        """Whether two numbers count people by a word for any: *còn 1.250 người, giảm 320 người*."""
        one, two = (str(each.unit or "").casefold() for each in (figure, previous))
        alike = one == two and one in self.words.person_nouns
        return alike and not self.reading.names_subject(figure.scope.left)

    def _lent_topic(self, stretches: Sequence[Stretch], scope: Scope, *, nouns: bool) -> Cue | None:
        """The topic that other clauses lend; without ``nouns``, not what their numbers count.

        *Giảm 2 đơn vị hành chính cấp xã, 283 công chức*: civil servants are no such units.
        """
        for stretch in stretches if "topic" in self.reading.stated else ():
            for term in reversed(self.reading.cues(stretch, scope.bracket)):
                if "topic" in term.sets and (nouns or not self.reading.is_counted(term)):
                    return Cue(term.sets["topic"], term.start, term.end)
        return None

    def _inherit_topic(self, figure: Figure) -> None:
        """The topic of the clauses before, of the sentence, of the words before a bracket."""
        scope, found = figure.scope, figure.dimensions
        if "topic" in found.found or self._named(scope):
            return
        if figure.kind == "count" and getattr(figure.fact.value, "comparator", "=") == "<":
            return  # *Chi bộ dưới 5 đảng viên*: a kind of cell, and no result of anything.
        if "topic" not in self.reading.stated:
            found.topic_is_own = False
            return
        prior, earlier = scope.prior, scope.earlier
        if self.reading.has_own_subject(scope):
            # *GRDP tăng 8%, dịch vụ tăng 9%*: services are not GRDP.
            prior = [one for one in prior if not self._measures(one, scope)]
        counts = figure.kind in ("count", "ratio") and self.reading.has_noun(figure)
        found.take("topic", self._lent_topic(prior, scope, nouns=not counts))
        if "topic" not in found.found:
            earlier = [one for one in earlier if not self._measures(one, scope)]
            lent = self._lent_topic(earlier, scope, nouns=not counts)
            if lent is not None and not self._is_of_others(lent.value, figure):
                found.take("topic", lent)
            found.topic_is_own = False
        if scope.bracket is not None and not (counts and self._explains_words(scope)):
            outside = [(one, True) for one in self.reading.outside(scope)]
            lent = self.reading.first("topic", outside, self.reading.parent(scope))
            # *GRDP tăng 8% (dịch vụ tăng 9%)*
            if (
                lent is None
                or lent.value not in _MEASURES
                or not self.reading.has_own_subject(scope)
            ):
                found.take("topic", lent)

    def _of_its_own_verb(self, figure: Figure) -> None:
        """Leave out a lent topic where a clause says itself what its number has or does.

        *14 villages with no Party members and 45 that share a cell*; *95% of village heads are
        Party members and 48% are also cell secretaries*.
        """
        found, text = figure.dimensions, self.reading.text
        topic = found.cues.get("topic")
        if topic is None or topic.start >= figure.end or not figure.index:
            return
        before = self.reading.figures[figure.index - 1]
        if before.kind != figure.kind or not topic.start < figure.start:
            return
        joined = self.words.and_.match(text, max(before.end, figure.start - _NEAR), figure.start)
        also = topic.value in _OF_OFFICE and self.words.also_is.match(text, figure.end)
        if joined and (also or self._has_own_verb(figure)):
            found.drop("topic")

    def _has_own_verb(self, figure: Figure) -> bool:
        """Whether a clause right behind a bare count says what those do: *45 that share a cell*."""
        relative = self.words.relative.match(self.reading.text, figure.end)
        return figure.kind == "count" and relative is not None

    def _is_of_others(self, topic: str, figure: Figure) -> bool:
        """Whether the topic of an earlier segment is not that of a number with its own people.

        *20% of units self-financing; deputy heads reduced by 10%*.
        """
        has = "population" in figure.dimensions.found
        if topic in _OF_UNITS:
            return has
        if topic not in _OF_OFFICE or not has or figure.kind != "percentage":
            return False
        scope = figure.scope
        after = self.reading.text[scope.right.start + 1 : scope.right.end].casefold().split()
        right = self.reading.cues(scope.right, scope.bracket)
        placed = any(term.sets.keys() == {"level"} for term in right)
        return bool(after) and after[0] in self.words.small and not placed

    def _explains_words(self, scope: Scope) -> bool:
        """Whether no number stands before a bracket: what it counts is another matter."""
        return not any(
            self.reading.figures_in(stretch, self.reading.parent(scope))
            for stretch in self.reading.outside(scope)
        )

    def _measures(self, stretch: Stretch, scope: Scope) -> bool:
        """Whether a stretch holds a topic that is a measure of its own, such as GRDP."""
        return any(
            term.sets.get("topic") in _MEASURES
            for term in self.reading.cues(stretch, scope.bracket)
        )

    def _inherit_clauses(self, figure: Figure) -> None:
        """What the clause of a percentage leaves out comes from the clauses before it.

        A clause that names its indicator outright leaves nothing out.
        """
        if figure.kind != "percentage":
            return
        scope, found = figure.scope, figure.dimensions
        prior = [(one, True) for one in scope.prior]
        has = found.found.keys()
        if self._named(scope):
            found.take("population", self._of_group(figure))
            return
        silent = not has & {"attribute", "population"}
        if silent:
            described = self.reading.first("attribute", prior, scope.bracket)
            if described is not None and not self._is_of_another_kind(figure, described):
                found.take("attribute", described)
        # *Tỷ lệ nữ lãnh đạo cấp tỉnh 21,5%, cấp huyện 24,3%*: the same group at another level.
        if silent and ("attribute" in has or not has & {"body", "level"}):
            found.take("population", self.reading.first("population", prior, scope.bracket))
        if "population" not in has:
            found.take("population", self._of_group(figure))
        if found.found.get("basis") != "of_plan" and not self._names_its_whole(figure):
            found.take("level", self.reading.first("level", prior, scope.bracket))
            body = self.reading.first("body", prior, scope.bracket)
            if body is not None and body.value in UNITS:
                # *TCCSĐ hoàn thành tốt 68%, hoàn thành 11%*: they are counted, and have no body.
                found.counted, body = found.counted or body.value, None
            found.take("body", body)
        alone = "attribute" in has and not has & {"population", "body", "level"}
        if alone and not found.topic_is_own and not self._names_others(figure):
            # A segment that names only an attribute goes on with the body before it:
            # *cấp ủy cấp xã có 214 cán bộ trẻ; nữ chiếm 24%*.
            before = [(one, True) for one in scope.earlier[:1]]
            for dimension in ("body", "level"):
                found.take(dimension, self.reading.first(dimension, before, scope.bracket))

    def _names_its_whole(self, figure: Figure) -> bool:
        """Whether the words right behind a share say that it is of others than those before it.

        *Connect 100% of communes and 95% of rural households*; *directed Party committees to have
        25% or more female officials*.
        """
        text, people = self.reading.text, figure.dimensions.cues.get("population")
        if self.words.residents_behind.match(text, figure.end):
            return True
        if people is None or people.value != "cadres" or people.start < figure.end:
            return False
        return not self.reading.names_subject(Stretch(figure.end, people.start))

    def _names_others(self, figure: Figure) -> bool:
        """Whether words that no card knows say whose attribute it is: *số người biết chữ ở tuổi*.

        *Members under 47* are those of the body before.
        """
        left, attribute = figure.scope.left, figure.dimensions.cues.get("attribute")
        if attribute is None or attribute.start <= left.start:
            return False
        text, ahead = self.reading.text, Stretch(left.start, attribute.start)
        people = [one.span() for one in self.words.persons.finditer(text, *ahead)]
        return self.words.subject_in(text, ahead, self.reading.known | Cover(people))

    def _is_of_another_kind(self, figure: Figure, described: Cue) -> bool:
        """Whether a share names its own people beside those of one before: *nữ 21%, tái cử 58%*."""
        reading, left = self.reading, figure.scope.left
        if _AGES.search(reading.text, left.start, left.end) is not None:
            return True  # *Aged 18-30 20%, 31-40 35%*
        if not reading.figures_in(Stretch(described.end, left.start), figure.bracket):
            return False
        placed = any(left.holds(one.start) for one in reading.places)
        words = reading.text[left.start : left.end].casefold().split()
        levels = any(word in self.words.level_words for word in words)
        return not placed and not levels and reading.names_subject(left)

    def _whole(self, figure: Figure) -> Dimensions | None:
        """What the number before a bracket is of, where the bracket only tells its change.

        *Kiểm tra 318 tổ chức đảng (tăng 11,8% so với năm 2022)*.
        """
        fallen = self.roles.fallen_before(figure)
        bracket = self.reading.opened_by(figure) if fallen else figure.bracket
        if bracket is None or figure.dimensions.found.keys() & {"attribute", "population", "body"}:
            return None
        told = self.reading.cues(bracket, bracket)
        if fallen is None and not any("change" in one.sets for one in told):
            return None
        if any(one.sets.keys() & set(_SHARED) for one in told):
            return None
        if fallen is None and self.reading.names_subject(Stretch(bracket.start, figure.start)):
            return None  # *GRDP tăng 8,1% (dịch vụ tăng 7%)*
        before = of_same_noun(figure, self.reading.before_brackets(bracket))
        return before.dimensions if before is not None else None

    def _inherit_label(self, figure: Figure) -> None:
        """What a label says that a bare number counts.

        *Đơn vị sự nghiệp: năm 2017 có 1.019; nay còn 802, giảm 217*; also *Về số đơn vị hành
        chính cấp xã, toàn tỉnh giảm từ 262 còn 216 đơn vị*.
        """
        found, unit = figure.dimensions, figure.unit
        bare = unit is None or self.words.nouns[unit].general
        if figure.kind != "count" or figure.bracket is not None or not bare:
            return
        if found.counted or found.found.keys() & {"body", "population", "attribute"}:
            return
        own = [figure.scope.left] if unit is not None else []
        for stretch in (*own, *self._labels(figure.scope)):
            cues = self.reading.cues(stretch, None)
            named = [one for one in cues if one.sets.keys() & {"body", "level"}]
            if not named:
                continue
            body = named[-1].sets.get("body")
            if body is None or body in UNITS:
                found.counted = body
                found.take("level", self.reading.first("level", [(stretch, True)], None))
            return

    def _labels(self, scope: Scope) -> Iterator[Stretch]:
        """The clauses without a number that say what is counted: before a colon, or behind *về*."""
        for stretch in scope.prior:
            opens = self.words.heads.match(self.reading.text, stretch.start, stretch.end)
            if opens is not None and not self.reading.figures_in(stretch, None):
                yield stretch
        boundaries = self.structure.boundaries
        colon = next((one for one in boundaries if one.mark == ":"), None)
        if colon is not None and not self.reading.figures_in(Stretch(0, colon.start), None):
            yield Stretch(0, colon.start)

    def _inherit_head(self, figure: Figure) -> None:
        """The body and level that the opening of a list gives to the people that it counts.

        *Về cơ cấu Ban Chấp hành, nữ 8 đồng chí, người dân tộc thiểu số 12 đồng chí*.
        """
        found, scope = figure.dimensions, figure.scope
        shared = figure.kind == "percentage" and "attribute" in found.found
        if not shared and figure.kind not in ("count", "ratio"):
            return
        heads = ("body", "level", "population")
        if "body" in found.found or self.reading.stated.keys().isdisjoint(heads):
            return
        if "attribute" not in found.found and not self.placing.counts_people(figure):
            return
        marks = self.structure.boundaries
        first = [Stretch(0, marks[0].start)] if marks and scope.earlier else []
        for stretch in (*scope.prior, *scope.earlier, *first):
            opens = self.words.heads.match(self.reading.text, stretch.start, stretch.end)
            if opens is None or self.reading.figures_in(stretch, scope.bracket):
                continue
            cues = {
                dimension: cue
                for dimension in heads
                if (cue := self.reading.first(dimension, [(stretch, True)], scope.bracket))
            }
            level = found.found.get("level", cues["level"].value if "level" in cues else None)
            if "level" in cues and cues["level"].value != level:
                return  # *Về BTV Tỉnh ủy, …; cấp huyện có 12 nữ*
            if "attribute" not in found.found:
                cues.pop("population", None)
            for dimension, cue in cues.items():
                if cue.value not in UNITS:
                    found.take(dimension, cue)
            return

    def _of_lead(self, figure: Figure) -> None:
        """Whom a line announces, for an item that only says at which level or which part.

        *Tỷ lệ nữ trong Ban Chấp hành các cấp:*, and below it *- Cấp huyện: 74 người (20,33%)*.
        """
        found, scope = figure.dimensions, figure.scope
        if not self.lead.keys() & {"body", "population"} or figure.bracket is not None:
            return
        if figure.pairing.partner is not None or figure.kind not in (
            "count",
            "ratio",
            "percentage",
        ):
            return
        said = {name for one in self.reading.terms for name in one.sets}
        if found.counted is not None or said & {"body", "population", "topic", "change"}:
            return
        if figure.unit and not self.words.nouns[figure.unit].persons:
            return
        aheads = Stretch(0, figure.start), Stretch(figure.noun_end, scope.right.end)
        if self.reading.places or any(self.reading.names_subject(one) for one in aheads):
            return
        if not {"attribute", "level"} & found.found.keys():
            return
        for name in ("body", "population", "attribute", "level"):
            cue = self.lead.get(name)
            if cue is not None and cue.value not in UNITS:
                found.take(name, cue)

    def _named(self, scope: Scope) -> bool:
        """Whether the clause of a number names an indicator outright."""
        return any(
            stretch.holds(name.start)
            for name in self.reading.names
            for stretch in (scope.left, scope.right)
        )

    def _of_group(self, figure: Figure) -> Cue | None:
        """The group that a share is taken of, where the clause before it names one.

        *Among the cadres managed by …, 44.6% meet …*; *1,643 new members, of whom women
        account for 47%*.
        """
        scope = figure.scope
        clause = scope.prior[:1]
        if clause and not self.reading.figures_in(clause[0], scope.bracket):
            return self.reading.first("population", [(clause[0], True)], scope.bracket)
        words = self.words
        segment = self.structure.segment_of(figure.start)
        before = self.reading.text[segment.start : figure.start]
        if words.of_them.match(self.reading.text, figure.end):
            return self._group_before(figure)
        if words.of_which.search(before) is None:
            return None
        prior = [(one, True) for one in scope.prior]
        return self.reading.first("population", prior, scope.bracket) or self._group_before(figure)

    def _group_before(self, figure: Figure) -> Cue | None:
        """The people that the last count before a share counts: *7,413 members, 51% of them*."""
        for other in reversed(self.reading.figures[: figure.index]):
            population = other.dimensions.found.get("population")
            if other.kind == "count" and population is not None:
                return Cue(population, other.start, other.end)
        return None

    def observation(self, figure: Figure) -> Observation:
        """A number with everything that was found of it."""
        fact, found, pairing = figure.fact, figure.dimensions, figure.pairing
        self.times.fill(self.reading, figure)
        for dimension in ("period", "base_period"):
            found.take(dimension, self.lead.get(dimension))
        excess = self._is_excess(figure)
        basis = None if excess or figure.kind != "percentage" else self._basis(figure)
        if basis is not None:
            found.found["basis"] = basis
        if basis == "growth":
            found.found.setdefault("change", "increase")
        if not excess and not self._is_beyond_plan(figure):
            indicator = self.linker.indicators.find(self.reading, figure)
            found.take("indicator", indicator or self._header_name(figure))
            if (
                self._is_unnamed_part(figure)
                or self._is_of_unnamed_part(figure)
                or self._is_part_of_before(figure)
            ):
                found.drop("indicator")
                self._unnamed.add(figure.index)
            elif "indicator" not in found.found:
                self._under_heading(figure)
        named = found.found.get("indicator")
        if named is not None and (
            self._is_local(figure)
            or figure.of_unknown
            or self.local.is_national(figure)
            or not self._is_of_headers(named, figure)
            or not self._is_of_basis(named, figure)
            or self.refuses(named, figure)
            or self._is_growth_of_count(named, figure)
            or self._is_of_counted_places(figure)
        ):
            found.drop("indicator")
        self._implied(found)
        self._without_actor(found)
        if "change" not in found.found and basis not in ("of_base", "growth"):
            found.drop("base_period")
        if found.found.keys() & _RESULTS and not excess:
            found.found.setdefault("role", self._default_role(figure))
        if found.found.get("role") == "actual" and self._is_to_come(found):
            found.drop("role")
            found.found["role"] = "target"
        if found.found.get("role") == "actual" and "indicator" not in found.found:
            found.drop("role")  # A result is one of something that is measured.
        fields: dict[str, Any] = {**BLANK, **found.found}
        fields.pop("basis", None)
        if basis is not None and isinstance(fact.value, Percentage) and fact.value.basis is None:
            value = Percentage.trusted({**vars(fact.value), "basis": basis})
            fact = Fact.trusted({**vars(fact), "value": value})
        partner = pairing.partner.fact.id if pairing.partner else None
        fields["fact"] = fact
        fields["province"] = self._province(figure)
        fields["province_set"] = self.document.province_set
        fields["share_of"] = partner if pairing.share else None
        fields["target_of"] = partner if pairing.target else None
        fields["evidence"] = tuple(
            [
                self._evidence[dimension, cue.start, cue.end]
                for dimension, cue in found.cues.items()
                if cue.end > cue.start
            ]
        )
        return Observation.trusted(fields)

    def _default_role(self, figure: Figure) -> Role:
        """A number is a result unless the verb of its clause says that it is still to come."""
        if "indicator" not in figure.dimensions.found or not self.roles.is_future(figure):
            return "actual"
        norm = getattr(figure.fact.value, "comparator", "=") in (">=", "<=")
        return "target" if norm else "plan"

    def _is_unnamed_part(self, figure: Figure) -> bool:
        """Whether a number is of a part that nothing kept tells from the whole before it.

        *Thu ngân sách 11.000 tỷ đồng, trong đó thu nội địa 9.600 tỷ đồng*: both would be the
        revenue of one province and year.
        """
        found, name = figure.dimensions, figure.dimensions.found.get("indicator")
        if name is None or self.reading.lists.isdisjoint(OF_PARTS):
            return False
        for one in reversed(self.reading.figures[: figure.index]):
            whole = one.dimensions.found
            if whole.get("indicator") != name or one.kind != figure.kind:
                continue
            split = self.words.parts.search(self.reading.text, one.end, figure.start)
            if split is None or one.bracket != figure.bracket:
                return False
            named = [found.cues[each].start for each in _NAMING if each in found.cues]
            if figure.kind not in ("count", "money") and any(at >= split.end() for at in named):
                return False  # *80% meet the standards, of which 40% meet advanced standards*
            if self.reading.places and self._province(one) != self._province(figure):
                return False
            result = {"role": "actual"}
            return {**result, **_kept(whole)} == {**result, **_kept(found.found)}
        return False

    def _is_of_unnamed_part(self, figure: Figure) -> bool:
        """Whether a percentage is only of such a part: *thu nội địa 9.600, đạt 92%, giảm 9%*."""
        if figure.index - 1 not in self._unnamed or figure.kind != "percentage":
            return False
        found = figure.dimensions.found
        if "change" not in found and found.get("basis") not in ("of_plan", "of_base"):
            return False
        before = self.reading.figures[figure.index - 1]
        known = self.reading.known | Cover([(before.end, figure.scope.left.start)])
        between = Stretch(before.end, figure.start)
        return not self.words.subject_in(self.reading.text, between, known)

    def _under_heading(self, figure: Figure) -> None:
        """The indicator of a number that only the heading above it makes clear."""
        found, indicators = figure.dimensions, self.linker.indicators
        named = self.heading.indicator_for(self.reading, figure)
        if named is not None and indicators.fits(named.value, figure):
            found.take("indicator", named)
        if "topic" in found.found or figure.bracket is not None:
            return
        topic = self.heading.topic_for(self.reading, figure)
        told = indicators.under(topic.value, figure) if topic is not None else None
        if told is not None:
            found.take("topic", topic)
            found.take("indicator", Cue(told, topic.start, topic.end) if topic else None)

    def _basis(self, figure: Figure) -> Basis | None:
        """What a percentage is of."""
        found = figure.dimensions
        basis = found.found.get("basis")
        if basis == "of_plan":
            return "of_plan"
        if figure.pairing.share:
            return "growth" if self._is_gain(figure) else "share"
        if basis == "of_base":
            return "of_base"
        if found.found.get("change"):
            return "growth"
        if basis == "growth":
            return "of_base" if self._is_of_base(figure) else "growth"
        return "share" if basis == "share" or found.found.get("attribute") else None

    def _is_of_base(self, figure: Figure) -> bool:
        """Whether a number says how much of an earlier one was reached, not by how much it grew.

        *Bằng 104% so với cùng kỳ*; *đạt 69,3% so với cùng kỳ*.
        """
        left, value = figure.scope.left, figure.fact.value
        if any(one.id == "basis_equals" for one in self.reading.cues(left, figure.bracket)):
            return True
        reached = self.words.reached.fullmatch(self.reading.text, left.start, figure.start)
        number = value.number if isinstance(value, Percentage) else None
        return reached is not None and number is not None and number >= _NO_GROWTH

    def _is_gain(self, figure: Figure) -> bool:
        """Whether a bracket repeats a gain: it has its sign, or is held against what is behind it.

        *Tăng 460 vụ (+9,8%)*; *tăng 1.600 vụ (15,6%) so với cùng kỳ*.
        """
        if figure.bracket is None or "change" not in figure.dimensions.found:
            return False
        if self.reading.text[max(0, figure.start - 1) : figure.start + 1].strip("(")[:1] in _SIGNS:
            return True
        behind = self.words.against_behind.match(self.reading.text, figure.bracket.end)
        return behind is not None

    def _implied(self, found: Dimensions) -> None:
        """The dimensions that an indicator has by what it measures.

        Members who are admitted are new ones, whatever the report calls them. People in
        office are counted, but are no population, and so are the cadres in a committee.
        """
        people = found.found.get("population")
        seated = found.found.get("body") in _COMMITTEES or found.found.get("topic") in _SEATS
        if people in _OFFICES or (people == "cadres" and seated):
            found.drop("population")
        if found.found.get("topic") == "admission" and "attribute" in found.found:
            found.found.setdefault("population", "new_party_members")
        implied = self.linker.indicators.implied.get(found.found.get("indicator", ""))
        if implied is None:
            return
        if found.found.get("population") == "party_members" and "population" in implied:
            found.drop("population")
        named = found.cues.get("indicator", Cue("", 0, 0))
        for dimension, value in implied.items():
            found.take(dimension, named._replace(value=value))

    def _is_to_come(self, found: Dimensions) -> bool:
        """Whether a number is of a year that begins after the report was issued."""
        begins, issued = found.found.get("period", "")[:4], (self.document.issued or "")[:4]
        return begins.isdigit() and issued.isdigit() and begins > issued

    def _without_actor(self, found: Dimensions) -> None:
        """Leave out the body of a measure of the economy: whoever decided or reported it."""
        if found.found.get("indicator") in self.linker.indicators.bodiless:
            found.drop("body")

    def _header_name(self, figure: Figure) -> Cue | None:
        """The indicator that a header of the cell names."""
        offset = self.reading.offset
        for name in self.headers.names if self.headers else ():
            if self.linker.indicators.fits(name.indicator, figure):
                return Cue(name.indicator, name.start - offset, name.end - offset)
        return None

    def _province(self, figure: Figure) -> str | None:
        """The province of a number: that of its clause, where it names another one.

        *Quảng Ngãi (11,51%), Hải Phòng (11,2%)* in a report of neither.
        """
        scope, start = figure.scope, figure.start
        if figure.place is not None:
            return figure.place
        if "nationwide" in self.reading.lists and self.words.nationwide.match(
            self.reading.text, max(0, start - _NEAR), start
        ):
            return None
        if not self.reading.places:
            return self._carried_place or self.document.province
        for stretch in (scope.left, *self.reading.outside(scope)):
            named = [
                one
                for one in self.reading.places
                if stretch.holds(one.start)
                and self.structure.visible(one.start, self.structure.bracket_of(stretch.end - 1))
                and not self._is_aside(one)
            ]
            if named:
                return named[-1].slug
        for stretch in scope.prior[:1]:
            # *Bac Ninh, down 12.6%; Quang Nam, down 9.2%*: the name alone opens the segment.
            for one in self.reading.places:
                if stretch.holds(one.start) and self._is_name_alone(stretch, one):
                    return one.slug
        opening = self._opening_place
        if opening is not None and opening.start < start and self._is_about(opening, figure):
            return opening.slug
        return self.document.province

    @cached_property
    def _opening_place(self) -> NamedPlace | None:
        """The province that a sentence begins with, as what it is about; None for none."""
        first = next(iter(self.reading.places), None)
        if first is None or first.weight < _NAMED_AS_ONE or self._is_aside(first):
            return None
        return first if self.local.localities.frames(self.reading.text, 0, first.start) else None

    def _is_about(self, place: NamedPlace, figure: Figure) -> bool:
        """Whether a number is of the place that its sentence begins with, and of no other."""
        same_level = self.structure.visible(place.start, figure.bracket)
        return same_level and not any(
            place.end <= one.start < figure.start for one in self.reading.places
        )

    @property
    def _carried_place(self) -> str | None:
        """The province that the sentence before was about, if this one stands right behind it."""
        return self.context.place if self.context.follows(self.reading) else None

    @property
    def place_to_go_on(self) -> str | None:
        """The province that the next sentence is about, unless it names one itself.

        *Quảng Ninh province merged 12 communes. The province now has 171*, in a report of another.
        """
        if not self.reading.places:
            return self._carried_place
        opening = self._opening_place
        return opening.slug if opening is not None else None

    def _is_aside(self, place: NamedPlace) -> bool:
        """Whether a number is not of a place: *34 km from Can Tho*, *higher than in Ha Nam*."""
        before = self.reading.text[max(0, place.start - _NEAR) : place.start]
        return self.words.aside.search(before) is not None

    def _is_name_alone(self, stretch: Stretch, place: NamedPlace) -> bool:
        """Whether a clause holds the name of a place and nothing else but small words."""
        rest = (
            self.reading.text[stretch.start : place.start]
            + self.reading.text[place.end : stretch.end]
        )
        return self.words.joints.fullmatch(rest) is not None

    def _evidence_at(self, place: tuple[str, int, int]) -> Evidence:
        """The words that state a dimension, from where to where in the sentence."""
        text, offset = self.document.text, self.reading.offset
        dimension, start, end = place[0], offset + place[1], offset + place[2]
        return Evidence.trusted(
            {"dimension": dimension, "text": text[start:end], "start": start, "end": end}
        )


def _kept(found: Mapping[str, str]) -> dict[str, str]:
    """Of dimensions those that tell two numbers of one indicator apart."""
    return {name: found[name] for name in _KEPT if name in found}
