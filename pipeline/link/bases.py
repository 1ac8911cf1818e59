"""What a percentage is of: a plan, an earlier time, a whole; or by how much something grew."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.link.figures import Cue, Figure
from pipeline.link.norms import is_held_to, is_planned_number
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch
from pipeline.model import Basis, Percentage, Ratio

__all__ = ["Bases"]

#: So many characters before a number are looked at for a plan that it exceeds.
_NEAR = 180
#: Before the amount of a change.
_SIGNS = frozenset("+-–−")
#: What reaches so many percent of an earlier time is that much of it: nothing grows as fast.
_NO_GROWTH = 50
#: So many stand between a word for a change and its number, at most.
_RIGHT_BEFORE = 12


class Bases:
    """Reads in one sentence what its percentages are of."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.words = reading, reading.words

    def beside(self, figure: Figure, behind: Sequence[tuple[Stretch, bool]]) -> Cue | None:
        """What a percentage is of by the words beside it; those of the one before it are not its.

        *110% of the estimate and up 5%*.
        """
        basis = self.reading.first("basis", behind, figure.bracket)
        if basis is None:
            return self._opened(figure) or self._of_planned(figure) or self._of_other_year(figure)
        if basis.value == "of_plan" and basis.end <= figure.start:
            basis = self._of_other_year(figure) or basis
        if basis.value == "of_plan" and self._is_beside_aim(figure, basis):
            return None
        if basis.value == "of_plan" and self._is_planned(figure, basis):
            return None
        if basis.end > figure.start:
            return self._before_joint(figure, basis) or basis
        before = self.reading.last_before(basis.start + 1)
        if before is None or before is figure or basis.start - before.end > 1:
            return basis
        joined = self.words.leads_on.match(self.reading.text, basis.end, figure.start)
        anew = joined or any(
            "change" in term.sets and basis.end <= term.start < figure.start
            for term in self.reading.terms
        )
        return None if anew else basis

    def _opened(self, figure: Figure) -> Cue | None:
        """The plan that a sentence opens with: *So với dự toán, thu ngân sách bằng 104%*."""
        if figure.kind != "percentage" or "aim_nouns" not in self.reading.lists:
            return None
        found = self.words.opens_held.match(self.reading.text)
        equals = any(
            one.id == "basis_equals" for one in self.reading.cues(figure.scope.left, figure.bracket)
        )
        if found is None or not equals:
            return None
        return Cue("of_plan", found.start(), found.end())

    def _of_planned(self, figure: Figure) -> Cue | None:
        """The number right behind a percentage that was planned: *110% of the 800 planned*."""
        following = self.reading.figures[figure.index + 1 : figure.index + 2]
        if figure.kind != "percentage" or not following:
            return None
        one = following[0]
        if not is_planned_number(self.reading, one):
            return None
        led = self.words.of_opening.match(self.reading.text, figure.end, one.start)
        return Cue("of_plan", one.start, one.end) if led is not None else None

    def _is_beside_aim(self, figure: Figure, basis: Cue) -> bool:
        """Whether what follows is the aim itself, and the words between only say so.

        *Đạt 27% so với kế hoạch 31%*; neither number is one of a plan.
        """
        near = self.reading.figures[max(0, figure.index - 1) : figure.index + 2]
        return any(
            two.start >= basis.end > one.end - 1 and is_held_to(self.reading, two, alike=True)
            for one, two in pairwise(near)
        )

    def _of_other_year(self, figure: Figure) -> Cue | None:
        """The year that a percentage is of: *bằng 92% dự toán và bằng 106% so với năm 2022*.

        Only what reaches most of it, or is said to be equal to so much of it, is.
        """
        value = figure.fact.value
        number = value.number if isinstance(value, Percentage) else None
        if number is None or number < _NO_GROWTH:
            return None
        found = self.words.against_year.match(self.reading.text, figure.end)
        leads = {one.id for one in self.reading.cues(figure.scope.left, figure.bracket)}
        if found is None or not ("basis_equals" in leads or self._goes_on(figure)):
            return None
        return Cue("of_base", found.start(), found.end())

    def _goes_on(self, figure: Figure) -> bool:
        """Whether a percentage goes on with the one before it: *bằng 92% dự toán và 106% …*."""
        reading = self.reading
        percentages = (
            one
            for one in reversed(reading.figures[: figure.index])
            if one.bracket == figure.bracket and one.scope.segment == figure.scope.segment
        )
        before = next(percentages, None)
        if before is None or before.kind != "percentage":
            return False
        if before.dimensions.found.get("basis") not in ("of_plan", "of_base"):
            return False
        return not any(
            "change" in one.sets for one in reading.cues(Stretch(before.end, figure.start), None)
        )

    def _is_planned(self, figure: Figure, basis: Cue) -> bool:
        """Whether a number is the plan itself: *GRDP tăng 5,7% (kế hoạch năm 2023 là 7,5%)*.

        Or what a result is held against: *grew by 5.7%, compared to the target of 7.5%*; *vượt chỉ
        tiêu 10% Trung ương giao*, but not *chỉ tiêu giải ngân 95% kế hoạch*.
        """
        text, start = self.reading.text, figure.start
        aim_noun, aimed = self.words.aim_noun, self.words.aimed
        if basis.end > figure.end and aim_noun.search(text, figure.end, basis.end) is None:
            return aimed.search(text, max(0, start - _NEAR), start) is not None
        of = basis.end < start and self.words.standing_at.fullmatch(text, basis.end, start)
        if of or figure.bracket is None:
            return bool(of)
        low = figure.bracket.start - 1
        return aimed.search(text, low, figure.start) is not None

    def _before_joint(self, figure: Figure, basis: Cue) -> Cue | None:
        """The word for a share before a number, where another verb stands before the basis.

        *Chiếm 22% diện tích và nhiều hơn cùng kỳ 61 ngàn ha*.
        """
        reading = self.reading
        if basis.value != "growth":
            return None
        if self.words.and_within.search(reading.text, figure.end, basis.start) is None:
            return None
        own = (one for one in reading.cues(figure.scope.left, figure.bracket) if one.sets)
        share = next((one for one in own if one.sets.get("basis") == "share"), None)
        near = share is not None and 0 <= figure.start - share.end <= _RIGHT_BEFORE
        return Cue("share", share.start, share.end) if share is not None and near else None

    def is_excess(self, figure: Figure) -> bool:
        """Whether a number is by how much a plan was exceeded: no result and no change.

        *Đạt và vượt 12/15 chỉ tiêu* tells how many targets were met.
        """
        if figure.kind == "ratio" and figure.unit and self.words.nouns[figure.unit].aims:
            return False
        text, lists, words = self.reading.text, self.reading.lists, self.words
        before = text[max(0, figure.start - _NEAR) : figure.start]
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

    def is_beyond_plan(self, figure: Figure) -> bool:
        """Whether a percentage says how far from a plan a result is: *tăng 10% so với dự toán*."""
        found = figure.dimensions.found
        percentage = figure.kind == "percentage" and found.get("basis") == "of_plan"
        return percentage and self._changed_by(figure)

    @staticmethod
    def _changed_by(figure: Figure) -> bool:
        """Whether the word for a change stands right before a number: *tăng 5,2% cùng kỳ*."""
        change = figure.dimensions.cues.get("change")
        return change is not None and 0 <= figure.start - change.end <= _RIGHT_BEFORE

    def basis(self, figure: Figure) -> Basis | None:
        """What a percentage is of."""
        found = figure.dimensions
        basis = found.found.get("basis")
        if basis == "of_plan":
            return "of_plan"
        if figure.pairing.share:
            return "growth" if self._is_gain(figure) else "share"
        if basis == "of_base":
            return "growth" if self._changed_by(figure) else "of_base"
        if found.found.get("change"):
            return "growth"
        if basis == "growth":
            return "of_base" if self._is_of_base(figure) else "growth"
        if basis is None and self._repeats_base(figure):
            return "of_base"
        return "share" if basis == "share" or found.found.get("attribute") else None

    def _repeats_base(self, figure: Figure) -> bool:
        """Whether a percentage is of what one before it was of: *bằng 101%; …, bằng 93%*."""
        left, value = figure.scope.left, figure.fact.value
        number = value.number if isinstance(value, Percentage) else None
        if number is None or number < _NO_GROWTH or figure.bracket is not None:
            return False
        if not any(one.id == "basis_equals" for one in self.reading.cues(left, None)):
            return False
        before = [one for one in self.reading.figures[: figure.index] if one.kind == "percentage"]
        return bool(before) and before[-1].dimensions.found.get("basis") == "of_base"

    def _is_of_base(self, figure: Figure) -> bool:
        """Whether a number says how much of an earlier one was reached, not by how much it grew.

        *Bằng 104% so với cùng kỳ*; *đạt 69,3% so với cùng kỳ*.
        """
        left, value = figure.scope.left, figure.fact.value
        if any(one.id == "basis_equals" for one in self.reading.cues(left, figure.bracket)):
            return True
        number = value.number if isinstance(value, Percentage) else None
        if number is None or number < _NO_GROWTH:
            return False
        reached = self.words.reached.fullmatch(self.reading.text, left.start, figure.start)
        return reached is not None or self._goes_on(figure)

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
