"""What the words beside a number say that it cannot be of, whatever its clause is about."""

from __future__ import annotations

from functools import cached_property

import regex

from pipeline.link.cell_numbers import CellNumbers
from pipeline.link.figures import Figure
from pipeline.link.indicators import IndicatorFinder
from pipeline.link.localities import LocalNumbers
from pipeline.link.norms import is_planned_number
from pipeline.link.placing import ACTS
from pipeline.link.portions import Portions
from pipeline.link.rates import can_be_a_rate
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch
from pipeline.model import Percentage, Ratio

__all__ = ["Refusals"]

#: So many characters before a number say that it is one of a month.
_NEAR = 60
#: Matters of cadres and members, in which others take part as well.
_OF_CADRES = frozenset({"resolution_study", "standard_title"})
#: Topics of those who join, and of those who are in.
_OF_MEMBERS = frozenset({"admission", "membership"})
#: Whom the Party admits and has.
_MEMBERS = frozenset({"party_members", "new_party_members"})
#: Matters that parts of a province have numbers of, too.
_SHARED_OUT = frozenset({"admission", "discipline", "membership"})
_RATES = frozenset({"poverty_rate", "income_per_capita"})
_VOTES = "vote_of_confidence_share"
#: Those of whom such shares are told.
_POOR = "households_poor"
_WHOLE = 100
#: The nouns of those who join.
_ADMITTED_NOUNS = "admitted"
#: A ratio of fewer is a fraction rather than how many of how many: *2/3 of the new members*.
_FRACTION = 10
#: How many were admitted, and their share of all members.
_ADMITTED, _ADMITTED_RATE = "new_members_count", "new_members_rate"
#: The end of the ids of the shares of places where one holds two posts.
_IN_ONE_HAND = "_unified_share"
#: What only provinces have.
_OF_PROVINCES = frozenset({"grdp", "grdp_per_capita"})
#: Posts in one hand, of which each of several places has its own.
_HELD_IN_ONE = frozenset({"secretary_council", "secretary_chairman"})
#: What counts people who go from place to place, and those of them who come to stay.
_MOVING = frozenset({"cadres_rotated_count", "tourists_count"})
_STAYING = frozenset({"tourists_count"})
#: Growth at constant prices, and the amounts that it is of (System of National Accounts 2008,
#: chapter 15).
_REAL_GROWTH = {"grdp_growth": "grdp_level"}
_ATTRACTED = "fdi_attracted"
_DISBURSED = "public_investment_disbursed_share"
#: The end of the ids of what counts all that there are.
_TOTAL = "_total"
#: The end of the ids of the shares of those with a grade.
_RATING = "_rating_share"
#: The term for those with a grade that others are a share of.
_BASE_OF_RATING = "shield_base_of_rating"
#: The beginning of the grades, and the roles of what is asked for.
_GRADE, _NORMS = "grade_", frozenset({"requirement", "target"})
#: The indices that are those of offices and districts.
_OF_OFFICES = frozenset({"ddci_score"})
#: What is told where there are councils and committees of the people, and staff of the state.
_NOT_IN_VILLAGES = frozenset(
    {"secretary_council_unified_share", "secretary_chairman_unified_share", "staffing_quota"}
)
#: What is told of those in one post alone.
_OF_ONE_POST = "secretary_non_local"
#: Whom an administration disciplines, by its own law.
_STAFF = frozenset({"civil_servants", "public_employees", "cadres_civil_public"})

#: By topics that only a verb tells: the class of nouns that says of what.
_OF_VERBS = {"job_creation": "jobs"}


class Refusals:
    """Reads in one sentence of which indicators its numbers cannot be."""

    def __init__(
        self,
        reading: Reading,
        indicators: IndicatorFinder,
        local: LocalNumbers,
        cells: CellNumbers,
    ) -> None:
        self.reading, self.words = reading, reading.words
        self.indicators, self.local, self.cells = indicators, local, cells
        self.portions = Portions(reading, indicators, local)

    def __call__(self, indicator: str, figure: Figure) -> bool:
        """Whether a number cannot be of an indicator that its dimensions or a name give it."""
        return (
            self._is_local(figure)
            or figure.of_unknown
            or self.local.is_national(figure)
            or not self.cells.can_be_of(indicator, figure)
            or not self._is_of_basis(indicator, figure)
            or self._is_of_another_measure(indicator, figure)
            or self._is_no_rate(indicator, figure)
            or self._is_mean_of_places(figure)
            or self._is_of_every_few(figure)
            or self._is_part_of_alike(indicator, figure)
            or self._is_share_of_admitted(indicator, figure)
            or self._is_among_unrated(indicator, figure)
            or self._is_of_other_posts(indicator, figure)
            or self._is_of_what_is_left(figure)
            or self._is_left_out(figure)
            or self._is_owned_by_part(indicator, figure)
            or self._is_share_of_outsiders(figure)
            or self._is_of_amount_before(figure)
            or self._counts_another_thing(indicator, figure)
            or self._is_fraction(indicator, figure)
            or self._is_of_another_level(indicator, figure)
            or self._is_excluded(indicator, figure)
            or self._is_of_another_whole(indicator, figure)
            or self._is_of_other_people(indicator, figure)
            or self._is_difference(figure)
            or self._is_lacking(figure)
            or self._is_of_a_union(figure)
            or self._is_share_of_units(indicator, figure)
            or self._is_share_of_graded(indicator, figure)
            or self._is_of_some_of_them(figure)
            or self._is_given_to(figure)
            or self._is_of_administration(indicator, figure)
            or self._is_of_part_holder(indicator, figure)
            or self._is_of_offices(indicator, figure)
            or self._is_worth_of_fall(indicator, figure)
            or (indicator in _NOT_IN_VILLAGES and figure.dimensions.found.get("level") == "village")
            or self._is_carried_about(indicator, figure)
            or self._is_of_programme(indicator, figure)
            or self._is_not_graded(indicator, figure)
            or self._is_stock_of_capital(indicator, figure)
            or self._is_of_anybody(figure)
            or self._is_only_why(figure)
            or self._is_of_others_told(figure)
            or self._is_total_reached(figure)
            or self._is_whole_of_share(indicator, figure)
            or self._is_growth_of_count(indicator, figure)
            or self._is_of_counted_places(figure)
            or (indicator == _VOTES and self._is_a_threshold(figure))
            or self._is_fewer_of_some(indicator, figure)
            or self._is_at_current_prices(indicator, figure)
            or self.portions.holds(indicator, figure)
        )

    def _is_no_rate(self, indicator: str, figure: Figure) -> bool:
        """Whether a number is too large for one of so many people: *số giường bệnh: 3.100*."""
        return indicator in self.indicators.for_many and not can_be_a_rate(figure)

    def _is_part_of_alike(self, indicator: str, figure: Figure) -> bool:
        """Whether a share is that of some poor households among more of them, and no rate of all.

        *29.300 hộ nghèo và cận nghèo, gồm 11.720 hộ cận nghèo (40%)*.
        """
        part = figure.pairing.partner
        if indicator not in self.indicators.rates or part is None:
            return False
        return any(
            one.dimensions.found.get("population") == _POOR and _comes_to(part, one, figure)
            for one in self.reading.figures[: part.index]
        )

    def _is_share_of_admitted(self, indicator: str, figure: Figure) -> bool:
        """Whether a share is that of some of those admitted, or of what is no count of them.

        *Kết nạp 1.206 đảng viên: thanh niên 803 (66,6%)*; *trong doanh nghiệp 284 đảng viên, bằng
        7,8% tổng số*.
        """
        part = figure.pairing.partner
        if indicator != _ADMITTED_RATE or part is None or not figure.pairing.share:
            return False
        if part.index < figure.index and part.dimensions.found.get("indicator") != _ADMITTED:
            return True
        return any(
            one.dimensions.found.get("indicator") == _ADMITTED and _comes_to(part, one, figure)
            for one in self.reading.figures[: part.index]
        )

    def _is_among_unrated(self, indicator: str, figure: Figure) -> bool:
        """Whether who was admitted lately is only a part of those who were not rated.

        *Chưa xếp loại 812 đảng viên, gồm miễn sinh hoạt 640, mới kết nạp 102, lý do khác 70*.
        """
        topic = figure.dimensions.cues.get("topic")
        if indicator != _ADMITTED or topic is None:
            return False
        start = figure.scope.segment.start
        rated = [
            one
            for one in self.reading.stated.get("topic", ())
            if one.sets["topic"] == "rating" and start <= one.start < topic.start
        ]
        if not rated:
            return False
        within = rated[-1].end, topic.start
        return self.words.parts.search(self.reading.text, *within) is not None

    def _is_of_other_posts(self, indicator: str, figure: Figure) -> bool:
        """Whether a segment tells of two other posts in one hand than those before it.

        *Bí thư đồng thời là chủ tịch HĐND: 7/9 huyện; trưởng ban dân vận đồng thời là chủ tịch
        MTTQ: 9/9 huyện*.
        """
        topic, start = figure.dimensions.cues.get("topic"), figure.scope.segment.start
        if topic is None or topic.end > start or not indicator.endswith(_IN_ONE_HAND):
            return False
        return self.words.also_is.search(self.reading.text, start, figure.start) is not None

    def _is_mean_of_places(self, figure: Figure) -> bool:
        """Whether a count is what each of some places has on average: *bình quân 50 người/xã*."""
        if figure.kind != "count":
            return False
        text, low = self.reading.text, max(figure.scope.left.start, figure.start - _NEAR)
        behind = self.words.for_one.match(text, figure.noun_end) is not None
        return behind and self.words.mean_before.match(text, low, figure.start) is not None

    def _is_of_every_few(self, figure: Figure) -> bool:
        """Whether a count is of every few people: *cứ 10 người được kết nạp thì 4 người là nữ*."""
        if figure.kind != "count" or "of_every" not in self.reading.lists:
            return False
        text, segment = self.reading.text, figure.scope.segment
        return any(
            self.words.of_every.match(text, segment.start, one.start) is not None
            for one in self.reading.figures[: figure.index + 1]
            if segment.holds(one.start)
        )

    def _is_of_another_measure(self, indicator: str, figure: Figure) -> bool:
        """Whether an amount is per head, or of one month, and the indicator is not.

        *Thu ngân sách 20.000 tỷ đồng, bình quân 25 triệu đồng/người*; *monthly income per capita*.
        """
        if figure.kind != "money":
            return False
        low = max(figure.scope.left.start, figure.start - _NEAR)
        if indicator not in self.indicators.per_head and self._is_said_per_head(figure):
            return True
        if self.words.monthly.search(self.reading.text, low, figure.start):
            return True
        if self.words.month_behind.match(self.reading.text, figure.end):
            return True
        if self.words.per(figure.fact.value) & self.words.months:
            return True
        of_one = self.words.is_per_head(figure.fact.value)
        return of_one and indicator not in self.indicators.per_head

    def _is_said_per_head(self, figure: Figure) -> bool:
        """Whether words before an amount say that it is of one person: *revenue per capita*."""
        cues, start = figure.dimensions.cues, figure.scope.left.start
        names = [cues[name].end for name in ("indicator", "topic") if name in cues]
        low = max([start, *(end for end in names if end <= figure.start)])
        return self.words.per_head.search(self.reading.text, low, figure.start) is not None

    def _is_of_what_is_left(self, figure: Figure) -> bool:
        """Whether words behind what is measured leave a part of it out: *GRDP without oil*."""
        return self._is_followed_by(self.words.excluding, figure)

    def _is_left_out(self, figure: Figure) -> bool:
        """Whether words right before a count leave it out: *not counting 16 members*."""
        low = max(0, figure.start - _NEAR)
        said = self.words.left_out.match(self.reading.text, low, figure.start)
        return figure.kind == "count" and said is not None

    def _is_owned_by_part(self, indicator: str, figure: Figure) -> bool:
        """Whether a measure of the economy is that of an industry, a company or a commodity.

        *Kim ngạch xuất khẩu của ngành dệt may*; *exports of the footwear industry*.
        """
        of_economy = indicator in self.indicators.bodiless
        return of_economy and self._is_followed_by(self.words.owned_by_part, figure)

    def _is_followed_by(self, words: regex.Pattern[str], figure: Figure) -> bool:
        """Whether some words stand right behind what names the measure of a number, before it."""
        cues, text = figure.dimensions.cues, self.reading.text
        return any(
            cue.end <= figure.start and words.match(text, cue.end) is not None
            for cue in (cues.get("indicator"), cues.get("topic"))
            if cue is not None and cue.start < cue.end
        )

    def _is_share_of_outsiders(self, figure: Figure) -> bool:
        """Whether a share is of people who are neither cadres nor members: *bác sĩ sau đại học*."""
        found, left, text = figure.dimensions, figure.scope.left, self.reading.text
        if figure.kind != "percentage":
            return False
        of_cadres = found.found.get("topic") in _OF_CADRES
        if "attribute" not in found.found and not of_cadres:
            return False
        behind = self.words.others_behind if of_cadres else self.words.outsiders_behind
        if behind.match(text, figure.end) is not None:
            people = found.cues.get("population")
            if people is None or people.end <= figure.start:
                found.drop("population")
                return True
        people = found.cues.get("population")
        if people is not None and people.end <= left.start:
            people = None  # *Cán bộ đạt chuẩn 95%, giáo viên đạt chuẩn 92%*
        if people is not None or "body" in found.found or found.counted is not None:
            return False
        if of_cadres and self._goes_on_with_outsiders(figure):
            return True
        if self.words.of_outsiders.match(text, left.start, left.end) is None:
            return False
        found.drop("population")
        return True

    def _goes_on_with_outsiders(self, figure: Figure) -> bool:
        """Whether a clause names nobody, and the number before counts people who are no cadres.

        *Toàn tỉnh có 18.420 giáo viên, đạt chuẩn trình độ đào tạo 95%*.
        """
        before, text = self.reading.last_before(figure.scope.left.start), self.reading.text
        if before is None or before.kind != "count" or before.bracket is not None:
            return False
        if before.scope.segment != figure.scope.segment or not before.unit:
            return False
        return self.words.others_behind.match(text, before.end) is not None

    def _counts_another_thing(self, indicator: str, figure: Figure) -> bool:
        """Whether the noun of a count is none that the indicator counts.

        *Cử 40 cán bộ đi đào tạo tại 3 trường* trains no three. A ratio may count what was aimed
        at: *kết nạp 850/1.000 chỉ tiêu*.
        """
        over = figure.kind == "ratio" and self.indicators.counts.get(indicator) == _ADMITTED_NOUNS
        if figure.kind != "count" and (not over or self.reading.counts_aims(figure)):
            return False
        topic = figure.dimensions.cues.get("topic")
        told = self.words.class_nouns.get(_OF_VERBS.get(topic.value, "")) if topic else None
        if told is not None and topic is not None:
            # *Tạo ra 900 việc làm*, but not *tạo ra bất ổn, làm chết 21 người*.
            low, high = min(topic.start, figure.start), max(topic.end, figure.scope.right.end)
            return told.search(self.reading.text, low, high) is None
        nouns = self.words.counted_nouns.get(self.indicators.counts.get(indicator, ""))
        if nouns is None or (not figure.unit and not self._is_labelled(indicator, figure)):
            return False
        if not figure.unit:
            # *Có 42 hợp tác xã; thành lập mới 3*
            return nouns.search(self.reading.text) is None
        if " " not in figure.unit and is_planned_number(self.reading, figure):
            return False  # *110% of the 800 planned*
        return nouns.search(figure.unit) is None

    def _is_labelled(self, indicator: str, figure: Figure) -> bool:
        """Whether only a label of an indicator leads to a number: *thành lập mới 812*."""
        labels = self.reading.labelled.items()
        return any(one.indicator == indicator and at == figure.index for one, at in labels)

    def _is_of_another_level(self, indicator: str, figure: Figure) -> bool:
        """Whether a ratio is of localities of another level: *100% số xã, 9/9 huyện đạt chuẩn*."""
        level = self.indicators.implied[indicator].get("level")
        if figure.kind != "ratio" or level is None or not figure.unit:
            return False
        return self.words.nouns[figure.unit].level not in (None, level)

    def _is_fraction(self, indicator: str, figure: Figure) -> bool:
        """Whether a ratio only says which part something is: *half of the new members are women*.

        Of *kết nạp 1.310/1.240 đảng viên* the first number is how many there were.
        """
        value = figure.fact.value
        if not isinstance(value, Ratio):
            return False
        people = self.indicators.counts.get(indicator) == _ADMITTED_NOUNS
        return people and (value.word or value.whole is None or value.whole < _FRACTION)

    def _is_excluded(self, indicator: str, figure: Figure) -> bool:
        """Whether words of its clause, or right before it, say that a number counts others.

        *120 doanh nghiệp quay trở lại hoạt động* are not new; what is joined to one is like it.
        """
        words = self.indicators.unless.get((self.words.language, indicator))
        if words is None:
            return False
        text, joints = self.reading.text, self.reading.words.and_within
        before = self.reading.figures[figure.index - 1] if figure.index else None
        ahead, behind = figure.scope.left, figure.scope.right
        low = max(ahead.start, before.end if before is not None else 0)
        high = min([behind.end, *(one.start for one in self.reading.figures[figure.index + 1 :])])
        # *Drew 48 by lot and verified 36*; *310 doanh nghiệp mới và giải thể 95*.
        low = max([low, *(one.end() for one in joints.finditer(text, low, figure.start))])
        if figure.index + 1 < len(self.reading.figures) and figure.noun_end < high:
            end = joints.search(text, figure.noun_end, high)
            high = end.start() if end is not None else high
        # *Bổ nhiệm 45 cán bộ thay cán bộ nghỉ hưu*
        replaced = self.reading.words.replacing.search(text, figure.end, high)
        high = replaced.start() if replaced is not None else high
        if words.beside.search(text, low, figure.start) or words.beside.search(
            text, figure.end, high
        ):
            return True
        if self._is_excluded_by_label(words.beside, indicator, figure):
            return True
        led = words.led.match(text, 0, figure.start)
        if led and not self.words.after_words.match(text, 0, led.start()):
            return True
        whole = figure.pairing.partner if figure.pairing.share else self._taken_apart(figure)
        if whole is not None and self._is_excluded(indicator, whole):
            return True
        return (
            before is not None
            and self.words.only_joins(text, before.noun_end, figure.start, small=False)
            and self._is_excluded(indicator, before)
        )

    def _taken_apart(self, figure: Figure) -> Figure | None:
        """The count before a bracket that only takes it apart: *54 organizations (6 of them …)*."""
        bracket, topic = figure.bracket, figure.dimensions.cues.get("topic")
        if bracket is None or topic is None or topic.end > bracket.start:
            return None
        if topic.value not in ACTS:
            return None  # *Chuyên môn 934 (thạc sĩ 76)* may be trained, too.
        whole = self.reading.before_bracket(bracket)
        return whole if whole is not None and whole.kind == figure.kind == "count" else None

    @cached_property
    def _label(self) -> Stretch | None:
        """What one label says of the whole sentence; one with commas heads several matters."""
        label = self.reading.opening(":")
        if label is None or "," in self.reading.text[label.start : label.end]:
            return None
        return label

    def _is_excluded_by_label(
        self, words: regex.Pattern[str], indicator: str, figure: Figure
    ) -> bool:
        """Whether the label of a sentence says so: *Party fees: 90 cells were inspected*.

        Not where it names what the number is of: *Bổ nhiệm và miễn nhiệm: bổ nhiệm 45 cán bộ*.
        """
        label, topic = self._label, figure.dimensions.found.get("topic")
        if label is None or not words.search(self.reading.text, label.start, label.end):
            return False
        topics = (one for one in self.reading.terms if one.end <= label.end)
        names = (one for one in self.reading.names if one.end <= label.end)
        return not (
            any(topic is not None and one.sets.get("topic") == topic for one in topics)
            or any(one.indicator == indicator for one in names)
        )

    def _is_of_another_whole(self, indicator: str, figure: Figure) -> bool:
        """Whether the words behind a share say that it is one of money, prices or the like.

        *Hỗ trợ 30% chi phí mua bảo hiểm y tế* insures nobody.
        """
        if figure.kind != "percentage" or indicator not in self.indicators.of_the_counted:
            return False
        return self.words.foreign_whole.match(self.reading.text, figure.end) is not None

    def _is_of_other_people(self, indicator: str, figure: Figure) -> bool:
        """Whether a number has people of its own, and only the topic is that of an earlier clause.

        *Phấn đấu kết nạp 1.300 đảng viên; đào tạo 500 cán bộ*.
        """
        implied = self.indicators.implied[indicator].get("population")
        cues, left = figure.dimensions.cues, figure.scope.left
        people, topic = cues.get("population"), cues.get("topic")
        if figure.kind != "count" or None in (implied, people, topic):
            return False
        own = people is not None and people.start >= left.start
        lent = topic is not None and topic.end <= left.start
        return own and lent and figure.dimensions.found["population"] not in _MEMBERS

    def _is_difference(self, figure: Figure) -> bool:
        """Whether a number is by how much another is more or less than something, not how many.

        *Cao hơn huyện B 22 đảng viên*; *76 fewer than the target*. What changed since a time is
        told by its change.
        """
        found = figure.dimensions.found
        if "change" in found or figure.bracket is not None:
            return False
        if getattr(figure.fact.value, "comparator", "=") in (">=", "<="):
            return False  # *Không thấp hơn 28.500 tỷ đồng*
        if figure.kind == "percentage" and found.get("role") == "target":
            return False  # *Đạt 3,6%, thấp hơn mục tiêu 10%*
        text, low = self.reading.text, figure.scope.left.start
        if "differing" in self.reading.lists and self.words.differing.search(
            text, low, figure.start
        ):
            return True
        if "differing_behind" not in self.reading.lists:
            return False
        return self.words.differing_behind.match(text, figure.end) is not None

    def _is_lacking(self, figure: Figure) -> bool:
        """Whether so many are not there, or too many: *biên chế 2.210/2.350, còn thiếu 140*."""
        lists, text = self.reading.lists, self.reading.text
        low = max(0, figure.start - _NEAR)
        if "lacking" in lists and self.words.lacking.match(text, low, figure.start):
            return True
        return "lacking_behind" in lists and bool(self.words.lacking_behind.match(text, figure.end))

    def _is_of_a_union(self, figure: Figure) -> bool:
        """Whether members joined, or are in, a union, association or cooperative, and no Party.

        Their segment, or else their sentence, nowhere speaks of the Party: *the Women's Union
        admitted 2,800 members*; and those whom a union has for its work are its own: *cán bộ Hội
        cấp huyện 100% có trình độ đại học*.
        """
        found, segment, text = figure.dimensions.found, figure.scope.segment, self.reading.text
        if "union_staff" in self.reading.lists and "attribute" in found:
            own = Stretch(segment.start, figure.start), figure.scope.right
            if any(self.words.union_staff.search(text, *one) is not None for one in own):
                return True
        if found.get("topic") not in _OF_MEMBERS or "attribute" in found:
            return False  # *Nữ 1.204 đồng chí, đoàn viên 1.583*
        if "unions" not in self.reading.lists:
            return False
        if self.words.unions.search(text, segment.start, figure.start) is not None:
            return self.words.of_party.search(text, segment.start, figure.noun_end) is None
        if self.words.of_party.search(text) is not None:
            return False
        return self.words.unions.search(text, 0, figure.noun_end) is not None

    def _is_share_of_graded(self, indicator: str, figure: Figure) -> bool:
        """Whether a share is one of those with another grade: *18,2% số hoàn thành tốt trở lên*.

        A norm for those with the highest grade is told so: *xuất sắc không quá 20% số hoàn thành
        tốt*.
        """
        if not indicator.endswith(_RATING) or figure.kind != "percentage":
            return False
        if figure.dimensions.found.get("role") in _NORMS:
            return False
        behind = [one for one in self.reading.terms if one.start >= figure.end]
        if behind and behind[0].id == _BASE_OF_RATING:
            return not self.reading.text[figure.end : behind[0].start].strip()
        graded = (one for one in behind if one.sets.get("attribute", "").startswith(_GRADE))
        first = next(graded, None)
        return first is not None and (
            self.words.of_graded.fullmatch(self.reading.text, figure.end, first.start) is not None
        )

    def _is_share_of_units(self, indicator: str, figure: Figure) -> bool:
        """Whether a share is one of units that have somebody: *18/25 sở có nữ lãnh đạo, bằng 72%*.

        So many of the units are no share of people.
        """
        partner = figure.pairing.partner
        of_people = self.indicators.implied[indicator].get("population")
        if figure.kind != "percentage" or partner is None or of_people is None:
            return False
        if (
            partner.kind != "ratio"
            or not partner.unit
            or "attribute" not in figure.dimensions.found
        ):
            return False
        noun = self.words.nouns[partner.unit]
        if noun.persons or not (noun.bodies or noun.level):
            return False
        return self.words.having_behind.match(self.reading.text, partner.noun_end) is not None

    def _is_of_some_of_them(self, figure: Figure) -> bool:
        """Whether a count is of some of a group that its sentence begins with.

        *Trong số đảng viên mới kết nạp có 45 đồng chí là chủ doanh nghiệp, 30 là giáo viên*.
        """
        found = figure.dimensions.found
        if figure.kind != "count" or "among" not in self.reading.lists or "attribute" in found:
            return False
        reading, topic = self.reading, figure.dimensions.cues.get("topic")
        start = figure.scope.segment.start
        opening = self.words.among.match(reading.text, start)
        if opening is None or topic is None or not start <= topic.start < figure.start:
            return False
        if set(reading.text[start : topic.start]) & set(",:"):
            return False
        group = next((one for one in reading.terms if one.start == topic.start), None)
        return group is not None and "population" in group.sets and group.end <= figure.start

    def _is_given_to(self, figure: Figure) -> bool:
        """Whether something was done for members, whom only their name tells to be new ones.

        *Mở 12 lớp cho 850 đảng viên mới*.
        """
        topic = figure.dimensions.cues.get("topic")
        if figure.kind != "count" or topic is None or topic.value != "admission":
            return False
        if topic.start < figure.start or "done_for" not in self.reading.lists:
            return False
        low = max(0, figure.start - _NEAR)
        return self.words.done_for.match(self.reading.text, low, figure.start) is not None

    def _is_of_administration(self, indicator: str, figure: Figure) -> bool:
        """Whether staff was disciplined by its administration, and no members by the Party.

        *Xử lý kỷ luật hành chính 45 cán bộ, công chức; buộc thôi việc 5 người*.
        """
        found, text = figure.dimensions.found, self.reading.text
        if found.get("topic") != "discipline":
            return False
        implied = self.indicators.implied[indicator].get("population")
        if implied == "party_members" and found.get("population") in _STAFF:
            return True
        if "administrative" not in self.reading.lists:
            return False
        for said in self.words.administrative.finditer(text, 0, figure.scope.right.end):
            party = self.words.of_party.search(text, said.end(), figure.noun_end)
            if party is None:
                return True
            # *Kỷ luật hành chính 64 công chức, trong đó đảng viên 39; khiển trách 41*
            part = self.words.parts.search(text, said.end(), party.start())
            again = any(
                part is not None
                and part.end() <= one.start < figure.noun_end
                and "attribute" not in one.sets
                for one in self.reading.stated["topic"]
            )
            if part is not None and not again:
                return True
        return False

    def _is_of_part_holder(self, indicator: str, figure: Figure) -> bool:
        """Whether a number is of some of a province only, which no dimension tells.

        *Lực lượng vũ trang kết nạp 350 đảng viên*; *the poverty rate in mountainous areas was
        7.1%, down 4.7 points*.
        """
        if "part_holders" not in self.reading.lists:
            return False
        found, text, left = figure.dimensions, self.reading.text, figure.scope.left
        of_parts = indicator in _RATES or found.found.get("topic") in _SHARED_OUT
        behind = self.words.part_behind.match(text, figure.end, figure.scope.right.end)
        if behind is not None and of_parts and "attribute" not in found.found:
            return True
        if indicator in _RATES:
            told = [found.cues[name].start for name in ("indicator", "topic") if name in found.cues]
            low = left.start
            if not self.local.speaks_of_province(left):
                low = min([low, *(one for one in told if one < figure.start)])
            return self.words.part_holder.search(text, low, figure.start) is not None
        topic = found.cues.get("topic")
        if topic is None or topic.value not in _SHARED_OUT or "attribute" in found.found:
            return False
        before = self.reading.last_before(figure.start)
        start = max(figure.scope.segment.start, before.end if before is not None else 0)
        return self.words.part_holder.search(text, start, figure.start) is not None

    def _is_of_offices(self, indicator: str, figure: Figure) -> bool:
        """Whether an index is that of offices or districts, which a province ranks itself.

        *The average score of the departments in the PAR Index was 85.9*.
        """
        if indicator in _OF_OFFICES:
            return False
        if indicator in self.indicators.indices and self._is_followed_by(
            self.words.owned_by_office, figure
        ):
            return True
        if "indexed_parts" not in self.reading.lists:
            return False
        if indicator not in self.indicators.indices or figure.named is not None:
            return False  # *Localities with good results were Hà Nội (91.4%) and …*
        start = figure.scope.segment.start
        return self.words.indexed_parts.search(self.reading.text, start, figure.start) is not None

    def _is_carried_about(self, indicator: str, figure: Figure) -> bool:
        """Whether passengers or goods are carried: *vận chuyển 2 triệu người, luân chuyển …*."""
        if indicator not in _MOVING or "transport" not in self.reading.lists:
            return False
        before = self.reading.last_before(figure.start)
        low = figure.scope.segment.start
        if indicator in _STAYING and before is not None:
            low = max(low, before.end)
        return self.words.transport.search(self.reading.text, low, figure.start) is not None

    def _is_of_programme(self, indicator: str, figure: Figure) -> bool:
        """Whether what was disbursed is that of some programmes, not all public investment.

        *For the national target programmes, the disbursement rate was 26% of the plan*.
        """
        if indicator != _DISBURSED or "programmes" not in self.reading.lists:
            return False
        scope, reading = figure.scope, self.reading
        stretches = [scope.left, *scope.prior[:1]]
        if self._goes_on_with_programme(figure):
            return True
        return any(
            reading.structure.visible(found.start(), figure.bracket)
            for one in stretches
            if one is scope.left or not reading.figures_in(one, figure.bracket)
            for found in self.words.programmes.finditer(reading.text, one.start, one.end)
        )

    def _goes_on_with_programme(self, figure: Figure) -> bool:
        """Whether an earlier segment told of a programme, and this one only of disbursing.

        *Vốn chương trình MTQG là 410 tỷ đồng; giải ngân đạt 51%*, but not *…; giải ngân vốn đầu
        tư công đạt 61%*.
        """
        text, start = self.reading.text, figure.scope.segment.start
        told = self.words.programmes.search(text, 0, start)
        if told is None or self.words.public_money.search(text, told.end(), figure.start):
            return False
        return not self.local.speaks_of_province(Stretch(told.end(), figure.start))

    def _is_not_graded(self, indicator: str, figure: Figure) -> bool:
        """Whether a share is of those who were rated at all, whatever their grade.

        *Số tổ chức được đánh giá, xếp loại: 509, đạt 99,4%*.
        """
        cues, text = figure.dimensions.cues, self.reading.text
        topic = cues.get("topic")
        if not indicator.endswith(_RATING) or "attribute" in figure.dimensions.found:
            return False
        if topic is None or topic.end <= topic.start or figure.named is not None:
            return False
        behind = max(topic.end, figure.end)
        between = Stretch(min(topic.end, figure.start), figure.start)
        beyond = Stretch(behind, max(behind, figure.scope.right.end))
        known = self.reading.known
        return not any(self.words.subject_in(text, one, known) for one in (between, beyond))

    def _is_stock_of_capital(self, indicator: str, figure: Figure) -> bool:
        """Whether capital is all that ever came: *349 dự án còn hiệu lực với tổng vốn …*."""
        if indicator != _ATTRACTED or "in_force" not in self.reading.lists:
            return False
        low, high = figure.scope.segment.start, figure.scope.right.end
        return self.words.in_force.search(self.reading.text, low, high) is not None

    def _is_of_anybody(self, figure: Figure) -> bool:
        """Whether people were disciplined, and nothing says that they are the Party's.

        *Of 81 cases of negligent officials, 62 people were disciplined*; *17 persons criticised
        and 5 disciplined*.
        """
        found, unit = figure.dimensions.found, (figure.unit or "").casefold()
        if not unit and figure.index:
            before = self.reading.figures[figure.index - 1]
            joined = figure.scope.segment.holds(before.start)
            unit = (before.unit or "").casefold() if joined else ""
        if found.get("topic") != "discipline" or unit not in self.words.anybody:
            return False
        if "body" in self.reading.stated or "body" in found:
            return False
        return self.words.of_party.search(self.reading.text) is None

    def _is_only_why(self, figure: Figure) -> bool:
        """Whether what was done to people is only why something else is told of them.

        *4 comrades were graded lower because they had been disciplined*.
        """
        topic = figure.dimensions.cues.get("topic")
        if topic is None or topic.start < figure.end or "reasons" not in self.reading.lists:
            return False
        return self.words.reason.search(self.reading.text, figure.end, topic.end) is not None

    def _is_of_others_told(self, figure: Figure) -> bool:
        """Whether what is told of a share is that of others: *98.5% did well, 1.2% did not*.

        So also where its clause begins with another post: *chủ tịch 8/12*.
        """
        cues, text, left = figure.dimensions.cues, self.reading.text, figure.scope.left
        told = [cues[name] for name in ("attribute", "topic") if name in cues]
        if not told or any(one.end > left.start and one.end > figure.start for one in told):
            return False
        if (
            figure.kind == "percentage"
            and not figure.bracket
            and self.words.not_so.match(text, figure.end)
        ):
            return True
        topic = cues.get("topic")
        if topic is None or topic.value != _OF_ONE_POST or topic.end > left.start:
            return False
        return self.words.opens_post.match(text, left.start, left.end) is not None

    def _is_total_reached(self, figure: Figure) -> bool:
        """Whether all members are as many, behind those admitted: *raising the total to 85,600*."""
        if figure.dimensions.found.get("topic") != "admission" or figure.kind != "count":
            return False
        low = max(0, figure.start - _NEAR)
        return self.words.totals_to.match(self.reading.text, low, figure.start) is not None

    def _is_whole_of_share(self, indicator: str, figure: Figure) -> bool:
        """Whether a bracket tells how many all are, behind the share of which that is the whole.

        *0,2% tổng số đảng viên của Đảng bộ (98.000 đảng viên)*.
        """
        before = self.reading.figures[figure.index - 1] if figure.index else None
        if figure.kind != "count" or figure.bracket is None or before is None:
            return False
        if before.kind != "percentage" or before.bracket == figure.bracket:
            return False
        if indicator.endswith(_TOTAL):
            return False
        of_all = self.words.of_total.match(self.reading.text, before.end)
        within = self.reading.text[before.end : figure.bracket.start - 1]
        return of_all is not None and not set(within) & set(",;:()")

    def _is_of_amount_before(self, figure: Figure) -> bool:
        """Whether a share of a plan is that of the amount before it, which is of another matter.

        *Thu ngân sách đạt 64% dự toán, …, xuất khẩu 400 triệu USD, bằng 58% dự toán*.
        """
        found = figure.dimensions
        topic = found.cues.get("topic")
        if figure.kind != "percentage" or not figure.index or topic is None:
            return False
        before = self.reading.figures[figure.index - 1]
        if before.kind not in ("money", "quantity") or before.bracket != figure.bracket:
            return False
        if found.found.get("basis") != "of_plan" or topic.end > before.start:
            return False
        if before.dimensions.found.get("topic") == topic.value or topic.value in ACTS:
            return False
        between = Stretch(before.end, figure.start)
        return not self.words.subject_in(self.reading.text, between, self.reading.known)

    def _is_worth_of_fall(self, indicator: str, figure: Figure) -> bool:
        """Whether a percentage is as much as the number before it, by which something changed.

        *Giảm 2.310 hộ nghèo, tương ứng 1,2%*, but not *còn 2.310 hộ nghèo, tương ứng 1,2%*.
        """
        if indicator not in self.indicators.shares or not figure.index:
            return False
        before = self.reading.figures[figure.index - 1]
        if (
            figure.kind != "percentage"
            or before.kind != "count"
            or "change" in (figure.dimensions.found)
        ):
            return False
        text = self.reading.text
        led = self.words.amounting.search(text, before.noun_end, figure.start)
        if before.bracket != figure.bracket or led is None:
            return False
        around = Stretch(before.noun_end, led.start()), Stretch(led.end(), figure.start)
        if any(map(self.reading.names_subject, around)):
            return False
        if "change" in before.dimensions.found:
            return True
        return self.words.changed_by.match(text, 0, before.start) is not None

    def _is_local(self, figure: Figure) -> bool:
        """Whether a number is of a place below the province; no such place has a GRDP.

        A district has an economy that grows, though.
        """
        topic = figure.dimensions.cues.get("topic")
        if topic is not None and topic.value in _HELD_IN_ONE and self._is_of_places(figure):
            return False
        if topic is None or topic.value not in _OF_PROVINCES or self.local.named:
            return self.local.holds(figure)
        named = self.words.provincial.search(self.reading.text, topic.start, topic.end)
        return named is None and self.local.holds(figure)

    def _is_of_places(self, figure: Figure) -> bool:
        """Whether a ratio is of several places, though its words name a post of one.

        *Bí thư huyện ủy đồng thời là chủ tịch HĐND huyện có 7/9 nơi*.
        """
        unit, total = figure.unit, figure.total
        if figure.kind != "ratio" or unit is None or total is None or self.local.carried:
            return False
        text, bracket_of = self.reading.text, self.reading.structure.bracket_of
        outside = [text[slice(*one)] for one in self.local.named if bracket_of(one.start) is None]
        if any(one != one.casefold() for one in outside):
            return False  # One of them is named.
        return total > 1 and self.words.place_counted.fullmatch(unit) is not None

    def _is_of_basis(self, indicator: str, figure: Figure) -> bool:
        """Whether a percentage can be of an indicator: what was reached of a plan is no share."""
        if figure.kind != "percentage" or figure.dimensions.found.get("basis") != "of_plan":
            return True
        return "of_plan" in self.indicators.bases[indicator]

    def _is_at_current_prices(self, indicator: str, figure: Figure) -> bool:
        """Whether by so much an amount at current prices grew: real growth is another number.

        *GRDP theo giá hiện hành đạt 81.000 tỷ đồng, tăng 10,7%*.
        """
        level = _REAL_GROWTH.get(indicator)
        if level is None or "current_prices" not in self.reading.lists or not figure.index:
            return False
        before, cues = self.reading.figures[figure.index - 1], figure.dimensions.cues
        if before.dimensions.found.get("indicator") != level or before.bracket != figure.bracket:
            return False
        between = Stretch(before.end, figure.start)
        named = any(between.holds(cues[one].start) for one in ("topic", "indicator") if one in cues)
        if named or self.reading.names_subject(between):
            return False  # *…; tốc độ tăng trưởng GRDP 8,1%*
        text, low = self.reading.text, before.scope.segment.start
        if self.words.constant_prices.search(text, low, figure.scope.right.end) is not None:
            return False
        return self.words.current_prices.search(text, low, figure.start) is not None

    def _is_growth_of_count(self, indicator: str, figure: Figure) -> bool:
        """Whether a percentage is by how much the count before it grew, and no share changed.

        *1,200 schools met the standards, up 11%*.
        """
        if indicator not in self.indicators.shares or not figure.index:
            return False
        value, before = figure.fact.value, self.reading.figures[figure.index - 1]
        points = not isinstance(value, Percentage) or value.sign != "%"
        if points or "change" not in figure.dimensions.found:
            return False
        if before.kind != "count" or before.bracket != figure.bracket:
            return False
        return not self.reading.names_subject(figure.scope.left)

    def _is_fewer_of_some(self, indicator: str, figure: Figure) -> bool:
        """Whether there are so many fewer of only those places that the count before is of.

        *Còn 11 thôn phải dùng chung nhà văn hóa, giảm 4 thôn* merges none, but *còn 1.150 thôn,
        giảm 96 thôn* does.
        """
        if indicator not in self.indicators.changes or not figure.index or not figure.unit:
            return False
        before, nouns = self.reading.figures[figure.index - 1], self.words.nouns
        alike = before.kind == figure.kind == "count" and before.bracket == figure.bracket
        level = nouns[figure.unit].level
        if not alike or level is None or level != nouns[before.unit or ""].level:
            return False
        comma = self.reading.text.find(",", before.end, figure.start)
        if comma < 0 or "change" in before.dimensions.found:
            return False
        return self.words.told_of_some.search(self.reading.text, before.end, comma) is not None

    def _is_a_threshold(self, figure: Figure) -> bool:
        """Whether so many won more than a share of the votes: *12 đồng chí trên 80% phiếu*."""
        before = self.reading.figures[figure.index - 1] if figure.index else None
        if before is None or before.kind not in ("count", "ratio"):
            return False
        between = self.reading.text[before.end : figure.start]
        said = between.split()
        bound = getattr(figure.fact.value, "comparator", "=") != "="
        bound = bound or (bool(said) and said[-1].casefold() in self.words.bounds)
        return bound and not set(between) & set(",;:.(")

    def _is_of_counted_places(self, figure: Figure) -> bool:
        """Whether a share is of each of some places: *24 provinces have 100% of their communes*."""
        if figure.kind != "percentage" or not figure.index:
            return False
        before, left = self.reading.figures[figure.index - 1], figure.scope.left
        if before.end != left.start or before.unit is None:
            return False
        value, noun = before.fact.value, self.words.nouns[before.unit]
        some = isinstance(value, Ratio) and value.part != value.whole
        some = some or getattr(figure.fact.value, "comparator", "=") != "="
        places = noun.level is not None and before.kind == "count"
        if not places and not (noun.bodies and some):
            return False  # *21/109 committees have less than 15%*: not all of them.
        between = self.reading.text[left.start : left.end]
        having, reaches = self.words.having, self.words.reaches
        has = self.words.having_behind.match(self.reading.text, before.noun_end) is not None
        if having.search(between) is not None or (has and some):
            return True
        # *…, and 7 communes reached 22.9%*, but not *the rate of the 4 communes reached 62%*
        return reaches.search(between) is not None and not self.reading.is_of_places(before)


def _comes_to(part: Figure, whole: Figure, share: Figure) -> bool:
    """Whether a percentage is about the share of one number in a larger one."""
    some, all_of_them, percent = part.number, whole.number, share.number
    if some is None or all_of_them is None or percent is None or some >= all_of_them:
        return False
    return abs(some * _WHOLE / all_of_them - percent) < 1
