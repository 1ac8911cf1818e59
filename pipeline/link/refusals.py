"""What the words beside a number say that it cannot be of, whatever its clause is about."""

from __future__ import annotations

import regex

from pipeline.link.indicators import IndicatorFinder
from pipeline.link.placing import ACTS
from pipeline.link.reading import Figure, Reading
from pipeline.link.scope import Stretch
from pipeline.link.words import ClauseWords

__all__ = ["Refusals"]

#: So many characters before a number say that it is one of a month.
_NEAR = 60
#: Matters of cadres and members, in which others take part as well.
_OF_CADRES = frozenset({"resolution_study", "standard_title"})
#: Whom the Party admits and has.
_MEMBERS = frozenset({"party_members", "new_party_members"})
_WORD = regex.compile(r"[\p{L}\p{M}]+")


class Refusals:
    """Reads in one sentence of which indicators its numbers cannot be."""

    def __init__(self, reading: Reading, words: ClauseWords, indicators: IndicatorFinder) -> None:
        self.reading = reading
        self.words = words
        self.indicators = indicators

    def __call__(self, indicator: str, figure: Figure) -> bool:
        """Whether a number cannot be of an indicator that its dimensions or a name give it."""
        return (
            self._is_of_another_measure(indicator, figure)
            or self._is_of_what_is_left(figure)
            or self._is_share_of_outsiders(figure)
            or self._is_of_amount_before(figure)
            or self._is_of_other_people(indicator, figure)
            or self._is_of_union(indicator, figure)
            or self._is_difference(figure)
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
        per = {one.casefold() for one in _WORD.findall(getattr(figure.fact.value, "per", "") or "")}
        if per & self.words.months:
            return True
        heads = per - self.words.years - self.words.small
        return bool(heads) and indicator not in self.indicators.per_head

    def _is_said_per_head(self, figure: Figure) -> bool:
        """Whether words before an amount say that it is of one person: *revenue per capita*."""
        cues, start = figure.dimensions.cues, figure.scope.left.start
        names = [cues[name].end for name in ("indicator", "topic") if name in cues]
        low = max([start, *(end for end in names if end <= figure.start)])
        return self.words.per_head.search(self.reading.text, low, figure.start) is not None

    def _is_of_what_is_left(self, figure: Figure) -> bool:
        """Whether words behind what is measured leave a part of it out: *GRDP without oil*."""
        cues = figure.dimensions.cues
        return any(
            cue.end <= figure.start
            and self.words.excluding.match(self.reading.text, cue.end) is not None
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
        if self.words.of_outsiders.match(text, left.start, left.end) is None:
            return False
        found.drop("population")
        return True

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

    def _is_of_union(self, indicator: str, figure: Figure) -> bool:
        """Whether members are those of the union that the sentence begins with, not the Party's.

        *The Women's Union admitted 2,800 new members*.
        """
        words, text = self.words, self.reading.text
        people = self.indicators.implied[indicator].get("population")
        unit = (figure.unit or "").casefold()
        bare = not unit or words.members.fullmatch(unit) or unit in words.person_nouns
        if figure.kind != "count" or people not in _MEMBERS or not bare:
            return False
        return words.opens_with_union.match(text) is not None and not words.into_party.search(text)

    def _is_difference(self, figure: Figure) -> bool:
        """Whether a count is only by how much another is higher: *…, 576 more than Ninh Bình*."""
        if figure.kind != "count" or not figure.index:
            return False
        text, words = self.reading.text, self.words
        before = self.reading.figures[figure.index - 1]
        if words.differs_behind.match(text, figure.end) is not None:
            return True
        return words.differs_by.match(text, before.end, figure.start) is not None

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
