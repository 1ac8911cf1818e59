"""Whether what a clause tells of a number was done, or only received, asked for or still to do.

The topic of a number says what its clause is about: members who were disciplined, denunciations
that were settled. *Proposed to discipline 3 members* and *received 40 denunciations* are about the
same matters, and tell of other numbers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property

from pipeline.link.figures import Cue, Figure
from pipeline.link.placing import ACTS
from pipeline.link.reading import Reading
from pipeline.link.scope import Cover, Stretch
from pipeline.link.words import ClauseWords

__all__ = ["DONE", "Deeds"]

#: What is done with cadres and members.
DONE = frozenset({"admission", "training", "rotation", "appointment", "discipline", "recruitment"})
#: The lists of words that tell what was not done.
_TOLD = frozenset({"settling", "unsettled", "proposing", "rewarding", "to_be_merged", "forming"})
_DISCIPLINE = "disc_"
#: What may only be asked for.
_ASKED = DONE | ACTS | {"asset_verification"}


class Deeds:
    """Reads in one sentence what was done."""

    def __init__(self, reading: Reading, words: ClauseWords) -> None:
        self.reading = reading
        self.words = words
        self.tells = not reading.lists.isdisjoint(_TOLD)

    @cached_property
    def _marks(self) -> dict[str, list[tuple[int, int]]]:
        """Where the words of each list stand."""
        marks: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for found in self.words.deeds.finditer(self.reading.text) if self.tells else ():
            marks[found.lastgroup or ""].append(found.span())
        return marks

    def _first(self, name: str, low: int, high: int) -> tuple[int, int] | None:
        """The first word of a list between two places."""
        marks = self._marks.get(name, [])
        place = bisect_left(marks, (low, low))
        return marks[place] if place < len(marks) and marks[place][0] < high else None

    def _last(self, name: str, low: int, high: int) -> tuple[int, int] | None:
        """The last word of a list between two places."""
        marks = self._marks.get(name, [])
        place = bisect_left(marks, (high, high)) - 1
        return marks[place] if place >= 0 and marks[place][0] >= low else None

    def without_undone(self, figure: Figure) -> None:
        """Leave out of a number the topic that its clause tells nothing done of."""
        found = figure.dimensions
        topic = found.cues.get("topic")
        if topic is None or figure.kind not in ("count", "ratio"):
            return
        if topic.value == "denunciations" and not self._is_settled(figure, topic):
            found.drop("topic")
        elif topic.value == "admin_units" and (
            self._is_to_be_merged(figure) or self._is_only_formed(figure)
        ):
            found.drop("topic")
            found.counted = None
        elif topic.value in _ASKED and self._is_proposed(figure, topic):
            found.drop("topic")
            if found.found.get("attribute", "").startswith(_DISCIPLINE):
                found.drop("attribute")
        elif self._is_rewarded(figure, topic):
            found.drop("topic")

    def of_settled(self, figure: Figure) -> None:
        """Tell what was settled where only those received are called denunciations.

        *Tiếp nhận 80 đơn tố cáo, đã giải quyết 31 đơn*; *…, đã giải quyết 76/80 đơn*; *trong 80
        đơn tố cáo, 31 đơn đã được giải quyết*.
        """
        before = self.reading.figures[figure.index - 1] if figure.index else None
        found = figure.dimensions
        if before is None or before.kind != "count" or not figure.unit:
            return
        if figure.kind != "count" and (figure.total is None or figure.total != before.number):
            return
        if found.found.get("topic", "received") != "received" or figure.bracket != before.bracket:
            return
        received = next(
            (
                one
                for one in self.reading.stated.get("topic", ())
                if before.end < one.start <= before.noun_end
                and one.sets["topic"] == "denunciations"
            ),
            None,
        )
        if received is None or not f"{before.unit} ".startswith(f"{figure.unit} "):
            return
        if before.index and self.reading.figures[before.index - 1].unit == before.unit:
            return  # *80 đơn tố cáo, 200 đơn khiếu nại*
        was, now = before.number, figure.total or figure.number
        if was is None or now is None or now > was:
            return
        done = self._last("settling", received.end, figure.start)
        other = self._last("unsettled", received.end, figure.start)
        if done is not None:
            told = Stretch(received.end, done[0])
            done = done if other is None or other[0] < done[0] else None
        else:
            told = Stretch(received.end, figure.start)
            done = self._done_behind(figure)
        asides = self.words.of_petitions.finditer(self.reading.text, *told)
        known = self.reading.known | Cover(one.span() for one in asides)
        if done is not None and not self.words.subject_in(self.reading.text, told, known):
            found.drop("topic")
            found.take("topic", Cue("denunciations", received.start, received.end))

    def _done_behind(self, figure: Figure) -> tuple[int, int] | None:
        """The verb right behind a number that says that so many were settled: *31 đơn đã xử lý*."""
        end = self._end(figure)
        done = self._first("settling", figure.end, end)
        other = self._first("unsettled", figure.end, end)
        if done is None or (other is not None and other < done):
            return None
        named = self.reading.names_subject(Stretch(figure.noun_end, done[0]))
        return None if named else done

    def _is_settled(self, figure: Figure, topic: Cue) -> bool:
        """Whether denunciations were settled: *41 received*, *217 arising* were not.

        *69 denunciations and 179 petitions*: those are no denunciations.
        """
        other_noun = topic.end <= figure.start and self.reading.has_noun(figure)
        if other_noun and self.reading.right_before(topic.start) is not None:
            return False
        end = self._end(figure)
        done = self._first("settling", figure.end, end)
        other = self._first("unsettled", figure.end, end)
        if done is not None or other is not None:
            return other is None or (done is not None and done < other)
        start = figure.scope.segment.start
        done, other = (self._last(one, start, figure.start) for one in ("settling", "unsettled"))
        return done is not None and (other is None or other < done)

    def _end(self, figure: Figure) -> int:
        """Where the words behind a number end; a verb right before the next one is of that."""
        end = figure.scope.right.end
        following = self.reading.figures[figure.index + 1 : figure.index + 2]
        if following and following[0].start == end:
            joint = self.words.and_within.search(self.reading.text, figure.end, end)
            return joint.start() if joint is not None else end
        return end

    def _is_to_be_merged(self, figure: Figure) -> bool:
        """Whether units are only those that are to be merged: *subject to rearrangement*."""
        if "change" in figure.dimensions.found:
            return False
        start, end = figure.scope.segment.start, figure.scope.right.end
        return self._last("to_be_merged", start, end) is not None

    def _is_only_formed(self, figure: Figure) -> bool:
        """Whether units are those that a merger took or made, not all that there are.

        *Sắp xếp 130 xã để thành lập 51 xã mới*; *established 4 wards on the basis of 4 communes*;
        *all 171 old communes have settled their accounts*.
        """
        if "change" in figure.dimensions.found:
            return False
        if figure.unit and self.words.bygone.search(figure.unit) is not None:
            return True
        left = figure.scope.left
        formed = self._last("forming", left.start, figure.start)
        if formed is None or self.words.having.search(self.reading.text[formed[1] : figure.start]):
            return False
        return not self.reading.structure.is_parted(formed[1], figure.start, figure.bracket)

    def _is_proposed(self, figure: Figure, topic: Cue) -> bool:
        """Whether something was only proposed: *requested to consider and discipline 26*.

        The topic stands behind that word, or before it and is said of another number.
        """
        asked = self._last("proposing", 0, figure.start)
        if asked is None:
            return False
        if topic.end <= asked[0]:
            return asked[0] >= figure.scope.left.start
        before = self.reading.last_before(topic.start)
        near = before is None or before.start < asked[0]
        return near and not self.reading.structure.is_parted(asked[1], topic.start, None)

    def _is_rewarded(self, figure: Figure, topic: Cue) -> bool:
        """Whether a number is of those who got or were given something, whatever they are.

        *Tặng giấy khen cho 12 chi bộ trực thuộc*; *kiểm tra 8 chi bộ và chọn 5 chi bộ*.
        """
        left = figure.scope.left
        before = self._last("rewarding", left.start, figure.start)
        if topic.value == "membership":
            behind = self._first("rewarding", figure.end, self._end(figure))
            return before is not None or behind is not None
        return before is not None and topic.value in ACTS and topic.end <= left.start
