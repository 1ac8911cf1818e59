"""The province of each number, in reports that speak of several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from pipeline.link.context import Context
from pipeline.link.figures import Figure
from pipeline.link.lists import Lists
from pipeline.link.localities import LocalNumbers
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch
from pipeline.link.words import ClauseWords
from pipeline.model import Document, Passage
from pipeline.places import Gazetteer, NamedPlace

__all__ = ["Provinces", "sections_of"]

#: So many characters before a number or a place are looked at.
_NEAR = 60
#: The weight of a name that stands beside the word province, or its Party body.
_NAMED_AS_ONE = 3
#: So long is a line that holds the name of a province and its word alone.
_LONGEST_LINE = 40


def sections_of(
    document: Document, lists: Lists, gazetteer: Gazetteer, words: ClauseWords
) -> Mapping[int, str]:
    """The province of each passage below a line that is nothing but the name of one.

    By the index of the passage; empty where fewer than two provinces have such lines, for one
    alone is a title, or an address.
    """
    text, day = document.text, gazetteer.day_of(document)

    def named(passage: Passage) -> str | None:
        if passage.end - passage.start > _LONGEST_LINE:
            return None
        places = list(gazetteer(text, passage.start, passage.end, day=day))
        if len(places) != 1:
            return None
        sides = text[passage.start : places[0].start], text[places[0].end : passage.end]
        alone = all(words.beside_name.fullmatch(one) for one in sides)
        return places[0].whose if alone else None

    below = lists.parts(named)
    return below if len(set(below.values())) > 1 else {}


class _Told(NamedTuple):
    """A province, the first number told of it, and whether no number stands before that.

    ``mixed`` says that one of the report's own province does.
    """

    place: NamedPlace
    first: Figure
    opens: bool
    mixed: bool


class Provinces:
    """Tells the provinces of the numbers of one sentence; ``own`` is that of its report.

    Each is told by what `Gazetteer.identity` takes.
    """

    def __init__(
        self, reading: Reading, own: str | None, context: Context, local: LocalNumbers
    ) -> None:
        self.reading, self.words = reading, reading.words
        self.own, self.context, self.local = own, context, local
        self._known: dict[int, str | None] = {}

    def of(self, figure: Figure) -> str | None:
        """The province of a number: that of its clause, where it names another one.

        *Quảng Ngãi (11,51%), Hải Phòng (11,2%)* in a report of neither.
        """
        if figure.index not in self._known:
            self._known[figure.index] = self._of(figure)
        return self._known[figure.index]

    def _of(self, figure: Figure) -> str | None:
        scope, start = figure.scope, figure.start
        if figure.place is not None:
            return figure.place
        if "nationwide" in self.reading.lists and self.words.nationwide.match(
            self.reading.text, max(0, start - _NEAR), start
        ):
            return None
        if not self.reading.places:
            return self._carried_place or self.own
        visible, inside = self.reading.structure.visible, self.reading.structure.bracket_of
        for stretch in (scope.left, *self.reading.outside(scope)):
            named = [
                one
                for one in self.reading.places
                if stretch.holds(one.start)
                and visible(one.start, inside(stretch.end - 1))
                and not self._is_aside(one)
            ]
            if named:
                return None if self._are_joined(named) else named[-1].whose
        for stretch in scope.prior[:1]:
            # *Bac Ninh, down 12.6%; Quang Nam, down 9.2%*: the name alone opens the segment.
            for one in self.reading.places:
                if stretch.holds(one.start) and self._is_name_alone(stretch, one):
                    return one.whose
        opening = self._opening_place
        if opening is not None and opening.start < start and self._is_about(opening, figure):
            return opening.whose
        told = self._told_before(figure)
        return self.own if told is None else self._goes_on(told, figure)

    def _told_before(self, figure: Figure) -> _Told | None:
        """The last province before a number of whose clause another number was told; or None.

        *Yên Bái kết nạp 1.643 đảng viên, GRDP tăng 7,11%*. A row of names and numbers tells of
        one thing, and what follows it is of the report's own province again: *tỷ lệ hộ nghèo của
        Lai Châu 23%, Sơn La 15%, GRDP tăng 7%*.
        """
        reading, text = self.reading, self.reading.text
        visible = reading.structure.visible
        named = [
            one
            for one in reading.places
            if one.end <= figure.start and visible(one.start, figure.bracket)
        ]
        if not named or named[-1].whose == self.own or self._is_aside(named[-1]):
            return None
        place = named[-1]
        numbers = [one for one in reading.figures[: figure.index] if one.bracket == figure.bracket]
        behind = [one for one in numbers if one.start >= place.end]
        if not behind or "indicator" not in behind[0].dimensions.found:
            return None
        first = behind[0]
        if self.of(first) != place.whose:
            return None
        clauses = first.scope.left, *first.scope.prior
        begin = next((one.start for one in clauses if one.holds(place.start)), place.start)
        if self.words.opens_clause_of.fullmatch(text, begin, place.start) is None:
            spoken = any(begin <= one.start < place.start for one in reading.names)
        else:
            spoken = bool(text[place.end : first.start].strip(" :")) and (
                bool(first.unit) or any(place.end <= one.start < first.end for one in reading.names)
            )
        if not spoken:
            return None
        before = [one for one in numbers if one.start < first.start]
        mixed = self.own is not None and any(self.of(one) == self.own for one in before)
        return _Told(place, first, opens=not before, mixed=mixed)

    def _goes_on(self, told: _Told, figure: Figure) -> str | None:
        """The province of a number that stands behind what was told of another one.

        None where it can be of either: *Hộ nghèo 14,9%, Yên Bái kết nạp 1.643 đảng viên, GRDP tăng
        7,1%*; *Yen Bai admitted 1,643 members, and the province's GRDP grew by 7.1%*.
        """
        text = self.reading.text
        if self.words.whole_nation.search(text, told.first.end, figure.start) is not None:
            return self.own
        if not told.opens and not figure.scope.segment.holds(told.place.start):
            return self.own
        own = self.local.localities.speaks_of_province(text, told.first.end, figure.end)
        return told.place.whose if not (own or told.mixed) else None

    @cached_property
    def _opening_place(self) -> NamedPlace | None:
        """The province that a sentence begins with, as what it is about; None for none."""
        first = next(iter(self.reading.places), None)
        if first is None:
            return None
        if self._reports(first) or self._is_neighbour(first):
            return first
        if first.weight < _NAMED_AS_ONE or self._is_aside(first):
            return None
        leads = self.words.opens_clause_of.fullmatch(self.reading.text, 0, first.start)
        return first if leads is not None else None

    def _reports(self, place: NamedPlace) -> bool:
        """Whether a sentence opens with who reports: *Theo Cục Thống kê Bình Dương, …*.

        *According to Hanoi Medical University* is nobody's report.
        """
        text = self.reading.text
        if self.words.reported_by.fullmatch(text, 0, place.start) is not None:
            return True
        led = self.words.reporting.fullmatch(text, 0, place.start) is not None
        return led and self.words.reporter_behind.match(text, place.end) is not None

    def _is_neighbour(self, place: NamedPlace) -> bool:
        """Whether a sentence begins with a province beside its own: *Neighbouring Ha Nam had …*."""
        return self.words.opens_neighbour.fullmatch(self.reading.text, 0, place.start) is not None

    def _is_about(self, place: NamedPlace, figure: Figure) -> bool:
        """Whether a number is of the place that its sentence begins with, and of no other."""
        text, low = self.reading.text, max(place.end, figure.scope.left.start)
        own = self.local.localities.speaks_of_province(text, low, figure.start)
        if own and self._is_neighbour(place):
            return False  # *Neighbouring Ha Nam had 9%, while the province had 5%*
        same_level = self.reading.structure.visible(place.start, figure.bracket)
        return same_level and not any(
            place.end <= one.start < figure.start for one in self.reading.places
        )

    @property
    def _carried_place(self) -> str | None:
        """The province that the sentence before was about, if this one stands right behind it."""
        return self.context.place if self.context.follows(self.reading) else None

    @property
    def to_go_on(self) -> str | None:
        """The province that the next sentence is about, unless it names one itself.

        *Quảng Ninh province merged 12 communes. The province now has 171*, in a report of another.
        """
        if not self.reading.places:
            return self._carried_place
        opening = self._opening_place
        return opening.whose if opening is not None else None

    def _is_aside(self, place: NamedPlace) -> bool:
        """Whether a number is not of a place: *34 km from Can Tho*, *higher than in Ha Nam*."""
        before = self.reading.text[max(0, place.start - _NEAR) : place.start]
        return self.words.aside.search(before) is not None

    def _are_joined(self, named: Sequence[NamedPlace]) -> bool:
        """Whether a number is of several provinces together: *Hà Nam và Nam Định kết nạp …*."""
        if len(named) < 2 or named[-2].whose == named[-1].whose:
            return False
        start, end = named[-2].end, named[-1].start
        if any(one.isdigit() for one in self.reading.text[start:end]):
            return False  # *Quảng Ngãi (11,51%), Hải Phòng (11,2%)*
        return self.words.only_joins(self.reading.text, start, end, small=False)

    def _is_name_alone(self, stretch: Stretch, place: NamedPlace) -> bool:
        """Whether a clause holds the name of a place and nothing else but small words."""
        rest = (
            self.reading.text[stretch.start : place.start]
            + self.reading.text[place.end : stretch.end]
        )
        return self.words.joints.fullmatch(rest) is not None
