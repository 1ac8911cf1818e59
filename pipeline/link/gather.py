"""The dimensions of every number of a sentence, gathered from left to right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from pipeline.language import Memo
from pipeline.link.above import Above
from pipeline.link.asides import tell_asides
from pipeline.link.bases import Bases
from pipeline.link.by_level import tell_by_level
from pipeline.link.cell_numbers import CellNumbers
from pipeline.link.cells import Headers
from pipeline.link.changes import Changes
from pipeline.link.context import Context
from pipeline.link.cuts import tell_cuts
from pipeline.link.deeds import Deeds
from pipeline.link.degrees import tell_degrees
from pipeline.link.differences import tell_differences
from pipeline.link.echoed import tell_echoed
from pipeline.link.enumerated import tell_enumerated, tell_joined
from pipeline.link.figures import (
    ALONE,
    SHARED,
    Cue,
    Dimensions,
    Figure,
    Pairing,
    is_length_of_time,
)
from pipeline.link.further import tell_further, tell_now
from pipeline.link.grades import tell_grades
from pipeline.link.headings import Heading
from pipeline.link.held import held_against
from pipeline.link.indicators import IndicatorFinder
from pipeline.link.labels import Labels
from pipeline.link.lending import Lending
from pipeline.link.localities import LocalNumbers
from pipeline.link.members import tell_membership
from pipeline.link.norms import is_by_how_much
from pipeline.link.pairs import pair
from pipeline.link.parts import Parts
from pipeline.link.people import People
from pipeline.link.placing import Placing
from pipeline.link.planned import Planned
from pipeline.link.provinces import Provinces
from pipeline.link.rankings import tell_rankings
from pipeline.link.rates import tell_rates
from pipeline.link.reading import Reading
from pipeline.link.refusals import Refusals
from pipeline.link.resumed import tell_resumed
from pipeline.link.roles import Roles
from pipeline.link.scope import Stretch
from pipeline.link.seats import tell_seats
from pipeline.link.sequels import Sequels, tell_of_next
from pipeline.link.setting import set_as_aim
from pipeline.link.stages import Stages, StageWords
from pipeline.link.standards import tell_standard
from pipeline.link.stocks import StockWords, tell_fewer_units, tell_stocks
from pipeline.link.subjects import Subjects
from pipeline.link.time import Times, as_of
from pipeline.link.timing import Timing, TimingWords
from pipeline.link.yearly import Yearly
from pipeline.model import Document, Evidence, Fact, Observation, Percentage, Role
from pipeline.places import Gazetteer

__all__ = ["BLANK", "Gatherer"]

#: The roles of numbers that are still to come, or asked for.
_DUE = frozenset({"target", "requirement", "plan"})
#: The topic of those who stand on a plan of cadres.
_PLANNING = "planning"
#: How the indicators of administrative units begin.
_ADMIN_UNITS = "admin_units_"
#: A number that has one of these and no role is a result.
_RESULTS = frozenset({"indicator", "level", "body", "population", "attribute", "change"})
#: So many characters before a number say where something is.
_NEAR = 60
#: An observation before its fields are filled in.
BLANK = Observation.blank()


class Tools(Protocol):
    """What a gatherer needs of the linker."""

    indicators: IndicatorFinder
    gazetteer: Gazetteer
    times: Memo[str, Times]
    stocks: Memo[str, StockWords]
    stages: Memo[str, StageWords]
    timing: Memo[str, TimingWords]


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
        above: Above,
        planned: Planned,
        province: str | None,
        aims_time: Cue | None,
        title_part: str | None,
    ) -> None:
        self.above, self.planned = above, planned
        self.document, self.reading, self.words = document, reading, reading.words
        self.lead, self.context, self.heading, self.local = lead, context, heading, local
        self.indicators, self.identity = linker.indicators, linker.gazetteer.identity
        self.times = linker.times[document.language]
        reading.times = self.times.told(reading)
        self.placing = Placing(reading, self.words)
        self.changes = Changes(reading)
        self.roles = Roles(reading, self.changes, as_of(document), list_role)
        self.people = People(reading, self.placing, self.indicators)
        self.subjects = Subjects(reading, self.people)
        self.bases = Bases(reading)
        self.lending = Lending(reading, self.changes)
        self.labels = Labels(reading, self.placing)
        self.sequels = Sequels(reading, as_of(document))
        self.cells = CellNumbers(reading, headers, self.indicators)
        self.provinces = Provinces(reading, province, context, local)
        self.stages = Stages(
            reading,
            linker.stages[document.language],
            self.indicators.flows,
            document,
            headers.heads if headers is not None else (),
            lead.get("stage"),
        )
        self.parts = Parts(reading, context, self.provinces)
        self.yearly = Yearly(reading, self.indicators.flows - self.indicators.per_head)
        self.timing = Timing(
            reading,
            linker.timing[document.language],
            self.times,
            self.yearly,
            [document.text[slice(*one)] for one in headers.heads] if headers is not None else (),
            lead.get("timing"),
            aims_time,
            title_part,
        )
        self.refuses = Refusals(reading, self.indicators, local, self.cells)
        #: What is said of several numbers is the evidence of each.
        self._evidence = Memo(self._evidence_at)
        deeds = Deeds(reading, self.words)
        for figure in reading.figures:
            self._gather(figure)
            deeds.without_undone(figure)
            deeds.of_settled(figure)
        tell_asides(reading)
        tell_enumerated(reading, self.words)
        tell_rates(reading, self.indicators)
        tell_rankings(reading, self.words, context, self.indicators.indices, self.indicators.kinds)
        if context.last and context.follows(reading):
            tell_resumed(reading, context.last, self.indicators.kinds)
        if context.rows:
            tell_echoed(reading, context.rows)
        tell_joined(reading, self.words)
        tell_seats(reading, heading)
        tell_by_level(reading, heading)
        tell_cuts(reading)
        tell_grades(reading, context.rated if context.follows(reading) else None)
        tell_degrees(reading)
        stock_words = linker.stocks[document.language]
        tell_stocks(reading, stock_words)
        before = context.told.keys() if context.follows(reading) else ()
        counted = any(one.startswith(_ADMIN_UNITS) for one in before)
        tell_fewer_units(reading, stock_words, self.changes, counted_before=counted)
        tell_membership(reading, self.words)
        tell_of_next(reading, self.changes)
        tell_differences(reading, self.changes)

    def _gather(self, figure: Figure) -> None:
        pairing = figure.pairing = self._paired(figure)
        if figure.bracket is not None and pairing.partner is None:
            self._read_around(figure, figure.bracket)
        found = figure.dimensions
        own = self._own(figure)
        self.subjects.tell(figure, own)
        self._done_by_heading(figure)
        self._tell_basis(figure)
        partner = pairing.partner.dimensions if pairing.partner else None
        if partner is None:
            self.lending.of_product(figure)
            self.lending.topic(figure)
            self.people.without_outsiders(figure)
            self.lending.without_lent_topic(figure)
            self.people.inspected(figure)
        for dimension in ("level", "body"):
            found.take(dimension, self.placing.place(dimension, figure, own))
        self.people.elected(figure)
        self.people.organizations(figure)
        self.people.without_seats(found)
        again = figure.goes_on is not None and figure.bracket is not None
        whole = None if again else partner or self.lending.whole(figure)
        if whole is not None:
            found.inherit(whole, SHARED)
            found.counted = found.counted or whole.counted
        if partner is None:
            self.labels.of_label(figure)
            self.lending.clauses(figure)
            self.labels.of_head(figure)
        self.sequels.tell(figure)
        self.context.complete(self.reading, figure, self.words)
        self.above.tell(self.reading, figure)
        self.planned.tell(figure)
        self.people.admitted(figure)
        self._without_papers(figure)
        self.cells.tell(figure)
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
        self.planned.tell_role(figure)
        if partner is not None:
            found.inherit(partner, [one for one in ("change", "role") if one != pairing.own])

    def _is_excess(self, figure: Figure) -> bool:
        """Whether a number is by how much a plan, an aim or a norm was passed."""
        return self.bases.is_excess(figure) or is_by_how_much(self.reading, figure)

    def _paired(self, figure: Figure) -> Pairing:
        """The number that one belongs to; what is told again belongs to none."""
        figure.goes_on = self.sequels.retold(figure)
        if figure.goes_on is not None:
            return ALONE
        return self.changes.without_fallen(figure, pair(self.reading, figure, self.words))

    def _change(self, figure: Figure) -> Cue | None:
        """What changed by a number: its own verb says so, or the line that announces its list."""
        if self._is_only_where(figure) or self.sequels.is_held(figure):
            return None
        if figure.index in self.lending.sizes:
            return None
        change = self.changes.change(figure)
        if change is not None and self._is_of_measure_before(figure, change):
            return None
        return change or self.lead.get("change")

    def _is_of_measure_before(self, figure: Figure, change: Cue) -> bool:
        """Whether a verb tells how another measure grew, and a number is the level of a share.

        *GRDP tăng 7,1%, tỷ lệ hộ nghèo 9,2%*; but *tỷ lệ hộ nghèo giảm 1,2%, cận nghèo 0,8%*.
        """
        before = self.reading.figures[figure.index - 1] if figure.index else None
        if figure.kind != "percentage" or before is None or change.end > before.start:
            return False
        levels = self.indicators.shares | self.indicators.indices
        named = [one for one in self.reading.names if one.indicator in levels]
        own = any(before.end <= one.start < figure.start for one in named)
        start, first = figure.scope.segment.start, before.start
        for one in self.reading.figures[: figure.index]:
            if one.start >= change.end:
                first = min(first, one.start)
        return own and not any(start <= one.start < first for one in named)

    def _is_only_where(self, figure: Figure) -> bool:
        """Whether a number of places says where something is: *fell by 5% in 74 districts*."""
        if figure.kind != "count" or not figure.unit:
            return False
        if self.words.nouns[figure.unit].level is None:
            return False
        low = max(0, figure.start - _NEAR)
        return self.words.located.match(self.reading.text, low, figure.start) is not None

    def _read_around(self, figure: Figure, bracket: Stretch) -> None:
        """Let a number that alone fills a bracket be read by the words before the bracket.

        *Tỷ lệ hộ nghèo năm 2022 còn cao (37,08%)*.
        """
        inside = self.reading.text[bracket.start : bracket.end].strip(" +~<>=≈")
        people = inside.removeprefix(figure.fact.text).strip().casefold()
        counts = inside.startswith(figure.fact.text) and people in self.words.person_nouns
        if inside == figure.fact.text or counts:
            opening = bracket.start - 1
            scope = self.reading.structure.scope(opening, opening + 1)
            if self.words.and_first.match(self.reading.text, bracket.end + 1):
                # *District A (105%) and the bloc of agencies (104%)*: what is joined is another.
                here = Stretch(opening, opening)
                scope = scope._replace(right=here, beyond=here)
            figure.scope = scope

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

    def _without_papers(self, figure: Figure) -> None:
        """Papers and meetings are of a matter, and do not count it: *21 plans for communes*."""
        unit, found = figure.unit, figure.dimensions
        if not unit or not self.words.nouns[unit].papers:
            return
        found.counted = None
        for name in SHARED:
            if name in found.cues and found.cues[name].start >= figure.end:
                found.drop(name)

    def observation(self, figure: Figure) -> Observation:
        """A number with everything that was found of it."""
        fact, found, pairing = figure.fact, figure.dimensions, figure.pairing
        self.times.fill(self.reading, figure)
        found.take("period", self.yearly.period(figure))
        for dimension in ("period", "base_period"):
            found.take(dimension, self.lead.get(dimension))
        excess = self._is_excess(figure)
        based = figure.kind == "percentage" and not excess and not self.sequels.is_held(figure)
        basis = self.bases.basis(figure) if based else None
        if basis is not None:
            found.found["basis"] = basis
        if basis == "growth":
            found.found.setdefault("change", "increase")
        tell_standard(self.reading, figure)
        if not excess and not self.bases.is_beyond_plan(figure):
            self._name(figure)
        named = found.found.get("indicator")
        if named is not None and (
            self.refuses(named, figure) or self.yearly.refuses(named, figure)
        ):
            found.drop("indicator")
        tell_further(self.reading, figure, self.indicators.shares | self.indicators.indices)
        tell_now(self.reading, figure, self.indicators.kinds)
        self._without_people_before(figure)
        self.people.implied(figure)
        self._without_actor(found)
        if "change" not in found.found and basis not in ("of_base", "growth"):
            found.drop("base_period")
        self._settle_role(figure, excess=excess)
        self._stage(figure)
        found.take("timing", self.timing.of(figure, self.indicators.flows))
        fields: dict[str, Any] = {**BLANK, **found.found}
        fields.pop("basis", None)
        if basis is not None and isinstance(fact.value, Percentage) and fact.value.basis is None:
            value = Percentage.trusted({**vars(fact.value), "basis": basis})
            fact = Fact.trusted({**vars(fact), "value": value})
        partner = pairing.partner.fact.id if pairing.partner else None
        fields["fact"] = fact
        whose = self.provinces.of(figure)
        if whose is not None:
            fields["province"], fields["province_set"] = self.identity(whose, self.document)
        else:
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

    def _name(self, figure: Figure) -> None:
        """The indicator of a number; a part that nothing tells from its whole has none."""
        found = figure.dimensions
        found.take(
            "indicator",
            self.indicators.find(self.reading, figure)
            or self.cells.name(figure)
            or held_against(self.reading, figure, self.context, self.indicators.changes),
        )
        if self.parts.holds(figure):
            found.drop("indicator")
        elif "indicator" not in found.found:
            self._under_heading(figure)

    def _settle_role(self, figure: Figure, *, excess: bool) -> None:
        """The role of a number whose words leave it open: the result of something measured.

        An amount in another currency has that of the amount: *will be 140 million (6,000 USD)*.
        """
        found, partner = figure.dimensions, figure.pairing.partner
        if partner is not None and figure.kind == partner.kind == "money" and figure.bracket:
            found.inherit(partner.dimensions, ["role"])
        if "role" not in found.found and self._is_due_at_a_level(figure):
            found.inherit(self.reading.figures[figure.index - 1].dimensions, ["role"])
        if found.found.keys() & _RESULTS and not excess:
            found.found.setdefault("role", self._default_role(figure))
        if found.found.get("role") == "actual" and self._is_to_come(figure):
            found.drop("role")
            found.found["role"] = "target"
        if found.found.get("role") == "actual" and "indicator" not in found.found:
            found.drop("role")  # A result is one of something that is measured.
        if found.found.get("role") == "actual":
            cue = set_as_aim(self.reading, figure)
            if cue is not None:
                found.drop("role")
                found.take("role", cue)
        people = found.found.get("topic") == _PLANNING and figure.kind != "multiple"
        if people and found.found.get("role") == "actual":
            found.found["role"] = "plan"  # Those on a plan of cadres are no result.

    def _stage(self, figure: Figure) -> None:
        """How far a result is from a final one; an aim is none, nor is what was before.

        What is only expected of a year is no plan for it: *kế hoạch 1.500, dự kiến kết nạp 1.440*.
        """
        found, role = figure.dimensions.found, figure.dimensions.cues.get("role")
        planned = found.get("role") == "plan" and found.get("indicator") in self.indicators.flows
        if not found.keys() & _RESULTS or not (planned or found.get("role", "actual") == "actual"):
            return
        stage = self.stages.of(figure)
        if planned and stage is not None and role is not None:
            own = role.start < stage.end and stage.start < role.end
            stage = stage if own else None
        figure.dimensions.take("stage", stage)

    def _is_due_at_a_level(self, figure: Figure) -> bool:
        """Whether the share before is due, and one only says at which other level it is.

        *Tỷ lệ nữ cấp tỉnh tối thiểu 15%, cấp huyện 20%*.
        """
        before = self.reading.figures[figure.index - 1] if figure.index else None
        cues, level = figure.dimensions.cues, figure.dimensions.cues.get("level")
        if before is None or level is None or not before.kind == figure.kind == "percentage":
            return False
        if before.bracket != figure.bracket:
            return False
        parts = [cues[name] for name in ("attribute", "population", "topic") if name in cues]
        alike = bool(parts) and all(one.end <= before.start for one in parts)
        due = before.dimensions.found.get("role") in _DUE
        return due and before.end <= level.start and (alike or figure.goes_on is not None)

    def _default_role(self, figure: Figure) -> Role:
        """A number is a result unless its clause says that it is still to come, or of a plan."""
        if "indicator" not in figure.dimensions.found:
            return "actual"
        if self.roles.is_told_to(figure):
            return "target"
        if not self.roles.is_future(figure):
            return "actual"
        norm = getattr(figure.fact.value, "comparator", "=") in (">=", "<=")
        return "target" if norm else "plan"

    def _tell_basis(self, figure: Figure) -> None:
        """What a percentage is of, which stands behind it: *bằng 115,3% dự toán*."""
        scope, found, pairing = figure.scope, figure.dimensions, figure.pairing
        behind = [(scope.right, False), (scope.beyond, False), (scope.left, True)]
        found.take("basis", self.bases.beside(figure, behind))
        if pairing.of_plan or (pairing.partner and self.reading.counts_aims(pairing.partner)):
            found.found["basis"] = "of_plan"

    def _done_by_heading(self, figure: Figure) -> None:
        """What the heading says was done with those that the label of an item counts.

        *Kiểm tra khi có dấu hiệu vi phạm*, and below it *Đối với tổ chức đảng: 14 (cấp huyện 11,
        cấp cơ sở 3)*.
        """
        done = self.heading.done_for(self.reading, figure)
        if done is not None:
            figure.dimensions.drop("topic")
            figure.dimensions.take("topic", done)

    def _under_heading(self, figure: Figure) -> None:
        """The indicator of a number that only the heading above it makes clear."""
        found, indicators = figure.dimensions, self.indicators
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

    def _is_to_come(self, figure: Figure) -> bool:
        """Whether a number is of a year that begins after the report was issued, or due by one."""
        begins = figure.dimensions.found.get("period", "")[:4]
        dated = begins.isdigit() and begins > as_of(self.document)[:4]
        return dated or self.roles.is_due(figure)

    def _without_people_before(self, figure: Figure) -> None:
        """Leave out people of a clause before the one that names what a number measures.

        *The rate of poor households fell to 2%, 91% of locals are insured, up 15%*; *kết nạp 4.312
        đảng viên mới, GRDP tăng 8,2%*: the product is of nobody.
        """
        cues = figure.dimensions.cues
        told = figure.dimensions.found.get("indicator", "")
        before = "population" in cues and cues["population"].end <= figure.scope.left.start
        if before and told in self.indicators.bodiless:
            if "population" not in self.indicators.when[told]:
                figure.dimensions.drop("population")
            return
        people, name = cues.get("population"), cues.get("indicator")
        if people is None or name is None or not people.end <= name.start < figure.start:
            return
        if self.reading.last_before(name.start) is None:
            return
        between = self.reading.figures_in(Stretch(people.end, name.start), figure.bracket)
        if between and "population" not in self.indicators.when[name.value]:
            figure.dimensions.drop("population")

    def _without_actor(self, found: Dimensions) -> None:
        """Leave out the body of a measure of the economy: whoever decided or reported it."""
        if found.found.get("indicator") in self.indicators.bodiless:
            found.drop("body")

    def _evidence_at(self, place: tuple[str, int, int]) -> Evidence:
        """The words that state a dimension, from where to where in the sentence."""
        text, offset = self.document.text, self.reading.offset
        dimension, start, end = place[0], offset + place[1], offset + place[2]
        return Evidence.trusted(
            {"dimension": dimension, "text": text[start:end], "start": start, "end": end}
        )
