"""Numbers of some only: the words that open their sentence name a part of all.

*Tại 5 huyện, thu nhập đạt 31 triệu đồng*; *the FDI sector exported 4 billion USD*; *of the women
cadres, 71% have a degree*. Each would be compared with what a whole province has.
"""

from __future__ import annotations

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
#: What counts inspections of a programme, and the topic of those upon signs of violation.
_INSPECTED = frozenset({"inspected_orgs_count", "inspected_members_count"})
_UPON_SIGNS = "violation_signs"


class Portions:
    """Reads in one sentence which numbers are of some of all that an indicator measures."""

    def __init__(self, reading: Reading, indicators: IndicatorFinder, local: LocalNumbers) -> None:
        self.reading, self.words = reading, reading.words
        self.indicators, self.local = indicators, local

    def holds(self, indicator: str, figure: Figure) -> bool:
        """Whether a number is of some only, or says how long."""
        if is_length_of_time(figure.fact):
            return True
        if indicator == _STAFFING:
            return (
                self._is_worth_of_cut(figure)
                or self._is_of_new(figure)
                or self._is_of_office(figure)
            )
        if indicator == _SAVED and self._is_saved_on_occasion(figure):
            return True
        if indicator in _INSPECTED:
            return self._is_upon_signs(figure)
        if indicator in self.indicators.bodiless:
            return self._is_in_counted_places(figure) or self._is_of_owner(figure)
        return self._is_of_marked_group(figure)

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

        *Sở Nội vụ cho biết tỉnh được giao 2.100 biên chế* is of the province.
        """
        text, local, start = self.reading.text, self.local.localities, figure.scope.left.start
        named = [*local.agencies(text)]
        named += [Stretch(*one.span()) for one in self.words.any_part.finditer(text, start)]
        return any(
            start <= one.start < figure.start
            and local.frames(text, start, one.start)
            and self.words.staffed.match(text, one.end, figure.start) is not None
            for one in named
        )

    def _is_saved_on_occasion(self, figure: Figure) -> bool:
        """Whether money was saved on one occasion or service: *họp trực tuyến, tiết kiệm 1 tỷ*."""
        if "occasions" not in self.reading.lists:
            return False
        low, high = figure.scope.segment.start, figure.scope.right.end
        return self.words.occasion.search(self.reading.text, low, high) is not None

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

        Not where the province is named behind them: *in 18 communes and in the province 3%*.
        """
        local, start = self.local.localities, figure.scope.segment.start
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

    def _is_of_owner(self, figure: Figure) -> bool:
        """Whether a clause begins with firms, zones or a sector: *the FDI sector exported …*.

        Not where it goes on with the province: *khu kinh tế mở rộng, thu ngân sách toàn tỉnh …*.
        """
        if "part_subjects" not in self.reading.lists:
            return False
        text, start = self.reading.text, figure.scope.segment.start
        found = self.words.part_subject.search(text, start, figure.start)
        if found is None or not self.local.localities.frames(text, start, found.start()):
            return False
        low = max(figure.scope.left.start, found.end())
        low = max(
            [low, *(one.end() for one in self.words.and_within.finditer(text, low, figure.start))]
        )
        return not self.local.localities.speaks_of_province(text, low, figure.start)

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
