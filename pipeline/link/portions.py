"""Numbers of some only: words of their sentence name a part of all, mostly at its opening.

*Tại 5 huyện, thu nhập đạt 31 triệu đồng*; *the FDI sector exported 4 billion USD*; *of the women
cadres, 71% have a degree*. Each would be compared with what a whole province has.
"""

from __future__ import annotations

from functools import cached_property

import regex

from pipeline.link.figures import Figure, is_length_of_time
from pipeline.link.indicators import IndicatorFinder
from pipeline.link.localities import LocalNumbers
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch

__all__ = ["Portions"]

#: The levels of what a province is made up of.
_BELOW = frozenset({"district", "commune", "village"})
_STAFFING = "staffing_quota"
_SAVED = "budget_saved_money"
#: By how many posts a province has fewer.
_POSTS_CUT = frozenset(
    {
        "civil_servants_reduced_count", "civil_servants_reduced_share",
        "public_employees_reduced_count", "public_employees_reduced_share",
    }
)  # fmt: skip
_SAVING = "budget_saving"
#: What no firm, zone or sector has.
_OF_WHOLES = frozenset({"poverty_rate", "grdp_growth", "grdp_level", "grdp_per_capita"})
#: What counts inspections of a programme, and the topic of those upon signs of violation.
_INSPECTED = frozenset({"inspected_orgs_count", "inspected_members_count"})
_UPON_SIGNS = "violation_signs"
#: The bodies of the Party that inspect.
_INSPECTING = frozenset({"party_committee", "executive_committee", "inspection_commission"})
_LOOKED_AT = _INSPECTED | {"supervised_orgs_count", "supervised_members_count"}
_DISBURSED = "public_investment_disbursed_share"
#: The beginning of the ids of the shares of a committee.
_OF_COMMITTEE = "committee_"
#: The beginnings of the ids of the shares of cadres.
_OF_CADRES = ("committee_", "leaders_", "staff_", "edu_", "political_", "standard_", "secretary_")
#: The lists of the words for places that were told of before.
_POINTING = frozenset({"pointing_before", "pointing_behind"})
#: Those whom the Party admits, who need not be staff.
_NEW = "new_party_members"
#: The lists of those who are a part of a province.
_PARTS = frozenset({"part_subjects", "part_owners", "part_holders"})
#: So many characters before a number say that it is a benchmark.
_NEAR = 40


class Portions:
    """Reads in one sentence which numbers are of some of all that an indicator measures."""

    def __init__(self, reading: Reading, indicators: IndicatorFinder, local: LocalNumbers) -> None:
        self.reading, self.words = reading, reading.words
        self.indicators, self.local = indicators, local

    def holds(self, indicator: str, figure: Figure) -> bool:
        """Whether a number is of some only, or says how long."""
        if is_length_of_time(figure.fact) or self._is_of_some_places(figure):
            return True
        if self._is_of_part_of_places(indicator, figure):
            return True
        if indicator == _STAFFING:
            return (
                self._is_worth_of_cut(figure)
                or self._is_of_new(figure)
                or self._is_of_office(figure)
                or self._is_of_a_label(figure)
                or self._is_of_each(figure)
            )
        if indicator in _POSTS_CUT and self._is_of_sector(figure):
            return True
        if indicator == _SAVED:
            return (
                self._is_saved_on_occasion(figure)
                or self._is_of_owner(figure)
                or self._is_funding(figure)
            )
        if indicator in _INSPECTED and self._is_upon_signs(figure):
            return True
        if indicator in _LOOKED_AT:
            return self._is_done_by_others(figure) or self._is_all_there_are(figure)
        if indicator == _DISBURSED and self._is_done_by_office(figure):
            return True
        if indicator in self.indicators.indices:
            return self._is_benchmark(figure)
        if self._is_share_of_money(indicator, figure):
            return True
        if indicator in self.indicators.bodiless:
            owned = indicator not in _OF_WHOLES and self._is_of_owner(figure)
            return owned or self._is_in_counted_places(figure) or self._is_in_places_told_of(figure)
        if self._is_of_others(indicator, figure):
            return True
        return self._is_of_marked_group(figure) or self._is_of_union(indicator, figure)

    def _is_worth_of_cut(self, figure: Figure) -> bool:
        """Whether a count is as many as the share by which something fell.

        *Tinh giản 8% biên chế, tức 640 người*.
        """
        before = self.reading.figures[figure.index - 1] if figure.index else None
        if before is None or before.kind != "percentage" or figure.kind != "count":
            return False
        if "change" not in before.dimensions.found:
            return False
        return self.words.amounting.search(self.reading.text, before.end, figure.start) is not None

    def _is_of_a_label(self, figure: Figure) -> bool:
        """Whether a bare count behind others is of those whom its label names.

        *18.210 cán bộ, người DTTS 7.340: dân tộc Tày 4.100, Nùng 2.950*.
        """
        topic, left = figure.dimensions.cues.get("topic"), figure.scope.left
        if figure.kind != "count" or figure.unit or not figure.index or topic is None:
            return False
        return topic.end <= left.start and self.reading.names_subject(left)

    def _is_of_each(self, figure: Figure) -> bool:
        """Whether posts are those of each place or office: *mỗi xã được giao 32 biên chế*."""
        left = figure.scope.left
        return self.words.each.search(self.reading.text, left.start, figure.start) is not None

    def _is_of_new(self, figure: Figure) -> bool:
        """Whether posts are those of units that were founded: *thành lập 3 đơn vị với 90 biên chế*.

        They stand behind the number: *biên chế của tỉnh là 2.100 sau khi thành lập 3 đơn vị*.
        """
        topic, segment = figure.dimensions.cues.get("topic"), figure.scope.segment
        if figure.kind != "count" or topic is None or topic.start < figure.start:
            return False
        text = self.reading.text
        if self.words.founded.search(text, segment.start, figure.start) is None:
            return False
        units = (one for one in self.reading.figures[: figure.index] if segment.holds(one.start))
        return any(
            one.kind == "count" and one.unit is not None and self.words.nouns[one.unit].bodies
            for one in units
        )

    def _is_of_office(self, figure: Figure) -> bool:
        """Whether posts are those of one office or sector: *Sở Y tế được giao 310 biên chế*.

        *Sở Nội vụ cho biết tỉnh được giao 2.100 biên chế* is of the province; *riêng Sở Y tế, …*
        tells of that office alone.
        """
        text, local, start = self.reading.text, self.local.localities, figure.scope.left.start
        head = self.words.heads.match(text)
        if head is not None and any(0 <= one.start - head.end() <= 1 for one in self._agencies):
            return True
        parts = (Stretch(*one.span()) for one in self._any_parts)
        return any(
            start <= one.start < figure.start
            and local.frames(text, start, one.start)
            and self.words.staffed.match(text, one.end, figure.start) is not None
            for one in (*self._agencies, *parts)
        )

    @cached_property
    def _agencies(self) -> list[Stretch]:
        """The agencies that the sentence names."""
        return self.local.localities.agencies(self.reading.text)

    @cached_property
    def _any_parts(self) -> list[regex.Match[str]]:
        """The zones, sectors, firms and the like that it names."""
        if self.reading.lists.isdisjoint(_PARTS):
            return []
        return list(self.words.any_part.finditer(self.reading.text))

    def _is_done_by_office(self, figure: Figure) -> bool:
        """Whether one office did what is told: *Sở Xây dựng giải ngân đạt 52%*."""
        text, local, start = self.reading.text, self.local.localities, figure.scope.left.start
        return any(
            start <= one.start < figure.start
            and local.frames(text, start, one.start)
            and self.words.acting.fullmatch(text, one.end, figure.start) is not None
            for one in self._agencies
        )

    def _is_done_by_others(self, figure: Figure) -> bool:
        """Whether no body of the Party inspected: *Thanh tra tỉnh kiểm tra 40 tổ chức*.

        One behind it did: *Mặt trận phối hợp tốt, cấp ủy kiểm tra 40 tổ chức*. A label tells
        nobody: *Thanh tra, kiểm tra: kiểm tra 40 tổ chức*.
        """
        if "other_inspectors" not in self.reading.lists:
            return False
        other = self._opens(figure, self.words.other_inspector)
        if other is None or ":" in self.reading.text[other.end() : figure.start]:
            return False
        return not any(
            one.sets["body"] in _INSPECTING and other.end() <= one.start < figure.start
            for one in self.reading.stated.get("body", ())
        )

    def _is_all_there_are(self, figure: Figure) -> bool:
        """Whether a province has as many, and only a clause before told of inspections.

        *Kiểm tra, giám sát là việc lớn, bởi tỉnh có 90.000 đảng viên*.
        """
        topic, left = figure.dimensions.cues.get("topic"), figure.scope.left
        if topic is None or topic.end > left.start:
            return False
        text = self.reading.text
        if self.words.having.search(text[left.start : figure.start]) is None:
            return False
        return self.local.localities.speaks_of_province(text, left.start, figure.start)

    def _is_benchmark(self, figure: Figure) -> bool:
        """Whether a number is what scores are held against: *above the benchmark of 80%*."""
        if "benchmarks" not in self.reading.lists:
            return False
        low = max(figure.scope.left.start, figure.start - _NEAR)
        return self.words.benchmark.search(self.reading.text, low, figure.start) is not None

    def _opens(self, figure: Figure, words: regex.Pattern[str]) -> regex.Match[str] | None:
        """Some words at the beginning of the segment of a number, or of its clause."""
        text, scope = self.reading.text, figure.scope
        for start in (scope.segment.start, scope.left.start):
            found = words.search(text, start, figure.start)
            if found is not None and self.local.localities.frames(text, start, found.start()):
                return found
        return None

    def _is_saved_on_occasion(self, figure: Figure) -> bool:
        """Whether money was saved on one occasion or service: *họp trực tuyến, tiết kiệm 1 tỷ*.

        Not where another saving is joined to it: *họp trực tuyến và tiết kiệm chi, cả năm 90 tỷ*.
        """
        if "occasions" not in self.reading.lists:
            return False
        text, left, right = self.reading.text, figure.scope.left, figure.scope.right
        found = self.words.occasion.search(text, figure.scope.segment.start, right.end)
        if found is None:
            return False
        return not any(
            one.sets["topic"] == _SAVING
            and found.end() <= one.start < left.start
            and self.words.and_within.search(text, found.end(), one.start) is not None
            for one in self.reading.stated.get("topic", ())
        )

    def _is_funding(self, figure: Figure) -> bool:
        """Whether money that was saved pays for something, or is from another source beside it.

        *Nguồn 5% tiết kiệm chi thường xuyên 77 tỷ đồng, nguồn xã hội hóa 150 tỷ đồng*.
        """
        topic, left = figure.dimensions.cues.get("topic"), figure.scope.left
        if topic is None or topic.start >= figure.start:
            return False
        if self.words.funded_from.match(self.reading.text, 0, topic.start) is not None:
            return True
        return topic.end <= left.start and self.reading.names_subject(left)

    def _is_of_some_places(self, figure: Figure) -> bool:
        """Whether a number is one of some places that nobody counted: *ở một số xã còn trên 20%*.

        They stand in its clause before it, or right behind it; not where the province does too:
        *một số sở còn chậm nhưng tỷ lệ toàn tỉnh đạt 27%*.
        """
        if "vague_quantifiers" not in self.reading.lists:
            return False
        if figure.kind != "percentage":
            return self._is_what_many_did(figure)
        text, left, local = self.reading.text, figure.scope.left, self.local.localities
        cues = figure.dimensions.cues.values()
        for found in self.words.some_places.finditer(text, left.start, figure.scope.right.end):
            start, end = found.span()
            if start >= figure.end:
                right_behind = len(text[figure.end : start].split()) <= 1
                return right_behind and local.leads_to(text, figure.end, start)
            opens = local.frames(text, left.start, start)
            # *Tỷ lệ nữ của một số sở*, but not *nhờ nỗ lực của một số sở, tỷ lệ nữ …*
            named = any(left.start <= one.start < start for one in cues)
            if not (opens or (named and local.leads_to(text, left.start, start))):
                continue
            if self.words.and_within.search(text, end, figure.start) is None:
                return not local.speaks_of_province(text, end, figure.start)
        return False

    def _is_what_many_did(self, figure: Figure) -> bool:
        """Whether each of some places did so much: *most communes aim to admit 3 members a year*.

        *Many communes were merged, which cut 40 villages* is of all of them.
        """
        text, start = self.reading.text, figure.scope.segment.start
        found = self.words.some_places.search(text, start, figure.start)
        if found is None or not self.local.localities.frames(text, start, found.start()):
            return False
        return not set(text[found.end() : figure.start]) & set(",:")

    def _is_of_part_of_places(self, indicator: str, figure: Figure) -> bool:
        """Whether a clause begins with districts of one kind: *in mountainous districts, 61% …*."""
        if "part_places" not in self.reading.lists or not indicator.startswith(_OF_CADRES):
            return False
        text, start = self.reading.text, figure.scope.segment.start
        local, found = (
            self.local.localities,
            self.words.part_place.search(text, start, figure.start),
        )
        if found is None or not local.leads_to(text, start, found.start()):
            return False
        opens = local.frames(text, start, found.start())
        return opens and not local.speaks_of_province(text, found.end(), figure.start)

    def _is_in_places_told_of(self, figure: Figure) -> bool:
        """Whether a number is of places that the report told of before: *in these nine communes*.

        So is what its sentence goes on with: *…, and their poverty rate 6.4%*.
        """
        if self.reading.lists.isdisjoint(_POINTING):
            return False
        text, start = self.reading.text, figure.scope.segment.start
        found = self.words.pointed_at.search(text, start, figure.start)
        if found is None or not self.local.localities.leads_to(text, start, found.start()):
            return False
        return not self.local.speaks_of_province(Stretch(found.end(), figure.start))

    def _is_upon_signs(self, figure: Figure) -> bool:
        """Whether an inspection was one upon signs of violation, which are counted apart.

        *When there were signs of violation, inspections were made of 19 organizations*.
        """
        for one in self.reading.stated.get("topic", ()):
            if one.sets["topic"] == _UPON_SIGNS and one.end <= figure.start:
                near = one.start >= figure.scope.segment.start
                between = Stretch(one.end, figure.start)
                if near and not self.reading.figures_in(between, figure.bracket):
                    return True
        return False

    def _is_in_counted_places(self, figure: Figure) -> bool:
        """Whether a clause begins with some places: *in 18 communes, the poverty rate is 24%*.

        Not where the province is named behind them: *in 18 communes and in the province 3%*. Nor
        where another clause tells what happened there, and an *and* leads over: *in 78 communes,
        roads were built, and the poverty rate fell to 3%*.
        """
        local, start = self.local.localities, figure.scope.segment.start
        left, prior = figure.scope.left, figure.scope.prior
        if len(prior) > 1 and self.words.and_first.match(self.reading.text, left.start):
            return False
        for one in self.reading.figures[: figure.index]:
            if one.kind != "count" or one.start < start or one.bracket is not None:
                continue
            noun = self.words.nouns[one.unit].level if one.unit is not None else None
            if noun not in _BELOW and one.dimensions.found.get("level") not in _BELOW:
                continue
            text = self.reading.text
            opens = local.frames(text, start, one.start) and local.leads_to(text, start, one.start)
            since = Stretch(one.end, figure.start)
            if opens and not self.local.speaks_of_province(since):
                return True
        return False

    def _is_of_sector(self, figure: Figure) -> bool:
        """Whether posts are those of one sector: *viên chức giảm chủ yếu ở ngành y tế, 310 người*.

        Its name stands between the number before and this one, or right behind its noun.
        """
        if "sectors" not in self.reading.lists:
            return False
        text, start, end = self.reading.text, figure.scope.segment.start, figure.noun_end
        if self.words.sector_behind.match(text, figure.end) is not None:
            return True
        before = self.reading.last_before(figure.start)
        low = max(start, figure.scope.left.start, before.end if before is not None else 0)
        named = [one.end() for one in self.words.sector.finditer(text, low, end)]
        return bool(named) and not self.local.speaks_of_province(Stretch(named[-1], figure.start))

    def _is_of_owner(self, figure: Figure) -> bool:
        """Whether a clause begins with firms, zones or a sector: *the FDI sector exported …*.

        Not where it goes on with the province: *khu kinh tế mở rộng, thu ngân sách toàn tỉnh …*.
        *Hotel occupancy was high, and 2 million visitors came* speaks of all.
        """
        if "part_subjects" not in self.reading.lists:
            return False
        text, found = self.reading.text, self._opens(figure, self.words.part_subject)
        if found is None:
            return False
        left, local = figure.scope.left, self.local.localities
        low = max(left.start, found.end())
        low = max(
            [low, *(one.end() for one in self.words.and_within.finditer(text, low, figure.start))]
        )
        return not local.speaks_of_province(text, low, figure.start)

    def _is_of_marked_group(self, figure: Figure) -> bool:
        """Whether a share is of a group that another mark makes: *of the women, 71% have a degree*.

        *Of the cadres, 71% have a degree* is of all of them.
        """
        own = figure.dimensions.found.get("attribute")
        if figure.kind != "percentage" or own is None or "among" not in self.reading.lists:
            return False
        text, start = self.reading.text, figure.scope.segment.start
        opening = self.words.among.match(text, start)
        if opening is None:
            return False
        comma = text.find(",", opening.end(), figure.start)
        return any(
            term.sets["attribute"] != own and opening.end() <= term.start < comma
            for term in self.reading.stated.get("attribute", ())
        )

    def _is_share_of_money(self, indicator: str, figure: Figure) -> bool:
        """Whether a share is one of an amount: *cho vay 90 tỷ đồng, trong đó hộ nghèo 64%*."""
        before = self.reading.figures[figure.index - 1] if figure.index else None
        if before is None or before.kind != "money" or figure.kind != "percentage":
            return False
        if indicator not in self.indicators.of_the_counted:
            return False
        return self.words.parts.search(self.reading.text, before.end, figure.start) is not None

    def _is_of_others(self, indicator: str, figure: Figure) -> bool:
        """Whether a share that names a mark alone is of people who are no staff.

        *Among the teachers, 96% have a degree*; *tỷ lệ lao động có trình độ đại học đạt 12%*.
        """
        if self.indicators.when[indicator].keys() != {"attribute"}:
            return False
        found = figure.dimensions.found
        if found.get("population") == _NEW:
            return True  # *Of the new members 57% have a degree*
        if found.keys() & {"population", "body"} or "no_staff" not in self.reading.lists:
            return False
        text, start = self.reading.text, figure.scope.segment.start
        # *87% of those elected have a degree*
        if self.words.no_staff_behind.match(text, figure.end) is not None:
            return True
        return self.words.no_staff.search(text, start, figure.start) is not None

    def _is_of_union(self, indicator: str, figure: Figure) -> bool:
        """Whether a committee is that of a union: *the executive committee of the Trade Union*."""
        if not indicator.startswith(_OF_COMMITTEE) or "unions" not in self.reading.lists:
            return False
        text, scope, body = self.reading.text, figure.scope, figure.dimensions.cues.get("body")
        if body is None:
            return False
        # *Cấp ủy có 17% nữ và 3% cán bộ công đoàn*: those are of the next number.
        end = scope.segment.end if body.start >= scope.right.end else scope.right.end
        following = self.reading.figures[figure.index + 1 : figure.index + 2]
        end = min([end, *(one.start for one in following if one.start > body.start)])
        if self.words.of_party.search(text, body.start, end):
            return False
        return self.words.unions.search(text, body.start, end) is not None
