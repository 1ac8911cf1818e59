"""Parts that nothing tells from their wholes: both would be one number of one province."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import accumulate

from pipeline.link.context import Context
from pipeline.link.figures import Dimensions, Figure
from pipeline.link.provinces import Provinces
from pipeline.link.reading import OF_PARTS, Reading
from pipeline.link.scope import Cover, Stretch

__all__ = ["Parts"]

#: What tells two numbers of one indicator apart.
_KEPT = ("attribute", "population", "level", "body", "role", "change", "period")
#: Whom a whole counts, and where: its parts are of the same.
_WHOSE = ("population", "level", "body")
#: What tells a part from the whole that the sentence before gave.
_APART = ("attribute", "level", "body")
#: Parts that were rounded come to a little more than their whole.
_SLACK = Decimal("1.02")
#: Those who were moved from one office to another.
_MOVED = "cadres_rotated_count"
#: What names an indicator.
_NAMING = ("topic", "indicator", "population")


class Parts:
    """Reads in one sentence which numbers are of parts without a name of their own."""

    def __init__(self, reading: Reading, context: Context, provinces: Provinces) -> None:
        self.reading, self.words = reading, reading.words
        self.context, self.provinces = context, provinces
        #: The numbers of such parts.
        self._unnamed: set[int] = set()

    def holds(self, figure: Figure) -> bool:
        """Whether a number is of such a part, so that it can have no indicator."""
        found = (
            self._is_unnamed(figure)
            or self._is_of_unnamed(figure)
            or self._is_of_sentence_before(figure)
        )
        if found:
            self._unnamed.add(figure.index)
        return found

    def _is_unnamed(self, figure: Figure) -> bool:
        """Whether a number is of a part that nothing kept tells from the whole before it.

        *Thu ngân sách 11.000 tỷ đồng, trong đó thu nội địa 9.600 tỷ đồng*: both would be the
        revenue of one province and year.
        """
        found, name = figure.dimensions, figure.dimensions.found.get("indicator")
        divided = not self.reading.lists.isdisjoint(OF_PARTS)
        if name is None:
            return False
        if self._adds_up(figure, name) or self._is_by_direction(figure, name):
            return True
        if not (divided or figure.bracket is not None):
            return False
        for one in reversed(self.reading.figures[: figure.index]):
            whole = one.dimensions.found
            if whole.get("indicator") != name or one.kind != figure.kind:
                continue
            if one.bracket is None and self._is_labelled_part(figure, one):
                return _is_alike(found, one.dimensions)
            split = self.words.parts.search(self.reading.text, one.end, figure.start)
            if split is None and one.bracket == figure.bracket is not None:
                continue  # Another part: the whole stands before the bracket.
            if split is None or not self._is_beside(figure, one):
                return False
            named = [found.cues[each].start for each in _NAMING if each in found.cues]
            if figure.kind not in ("count", "money") and any(at >= split.end() for at in named):
                return False  # *80% meet the standards, of which 40% meet advanced standards*
            if self.reading.places and self.provinces.of(one) != self.provinces.of(figure):
                return False
            return _is_alike(found, one.dimensions)
        return False

    def _is_by_direction(self, figure: Figure, name: str) -> bool:
        """Whether a number behind another only says from where to where some of those moved.

        *41 cadres were rotated: 12 from the province to districts, 9 from districts to communes*.
        """
        if name != _MOVED or figure.kind != "count" or figure.unit:
            return False
        if "attribute" in figure.dimensions.found or not self._tells_direction(figure):
            return False
        wholes = self.reading.figures[: figure.index]
        return any(
            one.dimensions.found.get("indicator") == name and not self._tells_direction(one)
            for one in wholes
        )

    def _tells_direction(self, figure: Figure) -> bool:
        if "moved_between" not in self.reading.lists:
            return False
        beside = (figure.scope.left, figure.behind_noun)
        return any(self.words.moved_between.search(self.reading.text, *one) for one in beside)

    def _adds_up(self, figure: Figure, name: str) -> bool:
        """Whether counts behind a colon come to the one before it: *61 members: 40 …, 21 …*.

        They need not be of the indicator, but no more than the whole may tell this one from it.
        """
        if figure.kind not in ("count", "money") or figure.bracket is not None:
            return False
        alike = [
            one
            for one in self.reading.figures
            if one.kind == figure.kind and one.bracket is None and one.pairing.partner is None
        ]
        place = alike.index(figure) if figure in alike else 0
        for at, whole in enumerate(alike[:place]):
            if whole.dimensions.found.get("indicator") != name:
                continue
            if ":" not in self.reading.text[whole.end : alike[at + 1].start]:
                continue
            sums = accumulate(one.number or 0 for one in alike[at + 1 :])
            ends = [many for many, total in enumerate(sums, 1) if total == whole.number]
            if ends and ends[0] > 1 and place <= at + ends[0]:
                return _is_alike(figure.dimensions, whole.dimensions, leaving=("role",))
        return False

    def _is_beside(self, figure: Figure, whole: Figure) -> bool:
        """Whether a number stands beside another, or in the bracket right behind it."""
        bracket = figure.bracket
        if bracket is None or whole.bracket == bracket:
            return whole.bracket == bracket
        between = Stretch(whole.end, max(whole.end, bracket.start))
        return whole.end <= bracket.start and not self.reading.figures_in(between, whole.bracket)

    def _is_labelled_part(self, figure: Figure, whole: Figure) -> bool:
        """Whether the bracket of a whole takes it apart, and gives its numbers labels of their own.

        *21.700 chỉ tiêu (giáo dục 18.200; y tế 2.300)*.
        """
        bracket, reading = figure.bracket, self.reading
        if bracket is None or figure.kind not in ("count", "money", "quantity"):
            return False
        parts = [one for one in reading.figures_in(bracket, bracket) if one.kind == figure.kind]
        beside = [place for one in parts for place in (one.scope.left, one.behind_noun)]
        labelled = any(self.words.subject_in(reading.text, one, Cover(())) for one in beside)
        numbers = [one.number or 0 for one in (whole, *parts)]
        # Parts do not come to more than the whole: *9.900 tỷ (Trung ương giao 9.000; tỉnh 9.500)*.
        fits = sum(numbers[1:]) <= numbers[0] * _SLACK
        return len(parts) > 1 and labelled and fits and self._is_beside(figure, whole)

    def _is_of_unnamed(self, figure: Figure) -> bool:
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

    def _is_of_sentence_before(self, figure: Figure) -> bool:
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


def _is_alike(part: Dimensions, whole: Dimensions, *, leaving: Sequence[str] = ()) -> bool:
    """Whether nothing kept tells a part from its whole.

    A part need not repeat whom the whole counts: *bồi dưỡng 5.300 lượt cán bộ, công chức; trong đó
    về tin học 410 lượt*.
    """
    result = {"role": "actual"}
    whose = {name: whole.found[name] for name in _WHOSE if name in whole.found}
    one, two = {**result, **_kept(part.found)}, {**result, **_kept(whole.found)}
    merged = {**whose, **one}
    return all(merged.get(name) == two.get(name) for name in _KEPT if name not in leaving)


def _kept(found: Mapping[str, str]) -> dict[str, str]:
    """Of dimensions those that tell two numbers of one indicator apart."""
    kept = {name: found[name] for name in _KEPT if name in found}
    if found.get("topic") == "admission" and kept.get("population") == "party_members":
        kept["population"] = "new_party_members"  # *…, trong đó 35 đảng viên là học sinh*
    return kept
