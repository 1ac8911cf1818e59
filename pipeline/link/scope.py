"""Which words of a sentence speak of which number.

Reports chain many facts in one sentence. A sentence falls into segments at semicolons and
into clauses at commas; what stands in brackets belongs to what stands before them. The
words of a number's own clause speak of it first, then those before it in its segment.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

import regex

__all__ = ["BOUNDARY", "Boundary", "Cover", "Scope", "Stretch", "Structure"]

#: So many clauses back a word may still speak of a number.
_FARTHEST = 48
BOUNDARY = r"[;:,]|\s[-–—]\s"
_MARKS = regex.compile(BOUNDARY)
_BRACKET = re.compile(r"[()\[\]]")
#: What only repeats in short the name before it: *(GRDP)*, *(PAR Index)*.
_ABBREVIATION = regex.compile(r"\p{Lu}{2,}[-/ ]?(?:\p{Lu}+|[Ii]ndex)?")


class Stretch(NamedTuple):
    """From where to where in a sentence."""

    start: int
    end: int

    def holds(self, position: int) -> bool:
        """Whether a position lies inside."""
        return self.start <= position < self.end


class Cover:
    """Whether a position lies in one of some stretches.

    >>> 5 in Cover([(3, 6), (1, 9)]), 9 in Cover([(3, 6), (1, 9)])
    (True, False)
    """

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self.stretches = sorted(stretches)
        self.starts = [start for start, _ in self.stretches]
        self.furthest = [0, *accumulate((end for _, end in self.stretches), max)]

    def __contains__(self, position: int) -> bool:
        return self.furthest[bisect_right(self.starts, position)] > position

    def __or__(self, other: Cover) -> Cover:
        """What lies in the stretches of either."""
        return Cover([*self.stretches, *other.stretches])


class Boundary(NamedTuple):
    """A mark that ends a clause, ``;`` also a segment."""

    start: int
    end: int
    mark: str


class Scope(NamedTuple):
    """The stretches around one number, nearest first.

    ``left`` and ``right`` are its own clause; ``beyond`` what follows in the clause behind a
    bracket; ``prior`` the clauses before it in its segment, nearest first; ``earlier`` the
    segments before that, nearest first. ``segment`` is its own one, and ``bracket`` the bracket
    that holds the number.
    """

    left: Stretch
    right: Stretch
    beyond: Stretch
    prior: Sequence[Stretch]
    earlier: Sequence[Stretch]
    segment: Stretch
    bracket: Stretch | None


class _Level:
    """What stands directly in one bracket, or in none: its boundaries, segments and numbers."""

    __slots__ = ("around", "boundaries", "ends", "numbers", "segments", "stops")

    def __init__(self, around: Stretch, boundaries: list[Boundary], numbers: list[Stretch]) -> None:
        self.around = around
        self.boundaries = boundaries
        self.numbers = numbers
        self.ends = [one.end for one in boundaries]
        #: Where the segments end; the last one with the level.
        self.stops = [one.start for one in boundaries if one.mark == ";"]
        starts = [around.start, *(one.end for one in boundaries if one.mark == ";")]
        self.segments = list(map(Stretch, starts, [*self.stops, around.end]))

    def segment_at(self, position: int) -> int:
        """The place of the segment that holds a position."""
        return bisect_right(self.stops, position - 1) if self.stops else 0

    def earlier(self, segment: int) -> list[Stretch]:
        """The segments before one, each up to the next, nearest first."""
        starts = [one.start for one in self.segments[max(0, segment - _FARTHEST) : segment + 1]]
        return [Stretch(low, high) for low, high in zip(starts[-2::-1], starts[:0:-1], strict=True)]

    def clauses(self, low: int, high: int) -> list[Stretch]:
        """The clauses between two places of a segment, nearest first."""
        ends = self.ends
        first, last = bisect_right(ends, low), bisect_left(ends, high)
        stops = [high, *ends[first:last][::-1]]
        starts = [*stops[1:], low]
        return [Stretch(one, stop) for one, stop in zip(starts, stops, strict=True) if one < stop]


class Structure:
    """The brackets and boundaries of one sentence.

    ``closed`` are stretches whose commas bound nothing: facts, and names such as *villages,
    hamlets and neighborhoods*. ``numbers`` are the numbers that bound each other's clauses, in
    reading order; ``boundary`` finds what ends a clause.
    """

    def __init__(
        self,
        sentence: str,
        closed: Iterable[tuple[int, int]],
        numbers: Sequence[Stretch],
        boundary: regex.Pattern[str] = _MARKS,
    ) -> None:
        self.sentence = sentence
        self.numbers = numbers
        self.brackets = tuple(_brackets(sentence))
        self._openings = sorted(one.start for one in self.brackets)
        self._levels: dict[Stretch | None, _Level] = {}
        inside = Cover(closed)
        self.boundaries = [
            Boundary(found.start(), found.end(), found.group().strip())
            for found in boundary.finditer(sentence)
            if found.start() not in inside
        ]

    @cached_property
    def _edges(self) -> tuple[list[int], list[Stretch | None]]:
        """Where brackets begin and end, and the innermost one from each of these places on."""
        begins = {one.start: one for one in self.brackets if one.start < one.end}
        edges = sorted([*begins, *(one.end for one in begins.values())])
        opened: list[Stretch | None] = [None]
        innermost: list[Stretch | None] = [None]
        for edge in edges:
            if edge in begins:
                opened.append(begins[edge])
            else:
                opened.pop()
            innermost.append(opened[-1])
        return edges, innermost

    def bracket_of(self, position: int) -> Stretch | None:
        """The innermost bracket around a position."""
        if not self.brackets:
            return None
        edges, innermost = self._edges
        return innermost[bisect_right(edges, position)]

    def visible(self, position: int, bracket: Stretch | None) -> bool:
        """Whether a word at a position stands on the same level as a number in ``bracket``."""
        return self.bracket_of(position) == bracket if self.brackets else bracket is None

    def segment_of(self, position: int) -> Stretch:
        """From semicolon to semicolon around a position, brackets seen as closed."""
        level = self._level(self.bracket_of(position))
        return level.segments[level.segment_at(position)]

    def _level(self, bracket: Stretch | None) -> _Level:
        known = self._levels.get(bracket)
        if known is None:
            around = bracket or Stretch(0, len(self.sentence))
            boundaries, numbers = self._on_levels[bracket]
            known = self._levels[bracket] = _Level(around, boundaries, numbers)
        return known

    @cached_property
    def _on_levels(self) -> Mapping[Stretch | None, tuple[list[Boundary], list[Stretch]]]:
        """The boundaries and the numbers that stand directly in each bracket, or in none."""
        if not self.brackets:
            return {None: (self.boundaries, list(self.numbers))}
        held: dict[Stretch | None, tuple[list[Boundary], list[Stretch]]]
        held = defaultdict(lambda: ([], []))
        for boundary in self.boundaries:
            held[self.bracket_of(boundary.start)][0].append(boundary)
        for number in self.numbers:
            held[self.bracket_of(number.start)][1].append(number)
        return held

    def is_parted(self, start: int, end: int, bracket: Stretch | None) -> bool:
        """Whether a boundary on the level of a bracket begins between two places."""
        boundaries = self._level(bracket).boundaries
        first = bisect_left(boundaries, start, key=_start)
        return first < len(boundaries) and boundaries[first].start < end

    def scope(self, start: int, end: int) -> Scope:
        """The stretches around the number from ``start`` to ``end``."""
        bracket = self.bracket_of(start)
        level = self._level(bracket)
        place = level.segment_at(start)
        segment = level.segments[place]
        low, high = segment
        left = Stretch(self._begin(level, start, low), start)
        limit = high
        following = bisect_left(level.boundaries, end, key=_start)
        if following < len(level.boundaries):
            limit = min(limit, level.boundaries[following].start)
        following = bisect_left(level.numbers, end, key=_start)
        if following < len(level.numbers):
            limit = min(limit, level.numbers[following].start)
        opening = limit
        following = bisect_right(self._openings, end)
        if following < len(self._openings) and self._openings[following] <= limit:
            opening = self._openings[following] - 1
        # From the last character on: a term may begin with the sign, as in *% kế hoạch*.
        return Scope(
            left=left,
            right=Stretch(end - 1, opening),
            beyond=Stretch(opening, limit),
            prior=level.clauses(low, left.start)[:_FARTHEST],
            earlier=level.earlier(place) if place else (),
            segment=segment,
            bracket=bracket,
        )

    def _begin(self, level: _Level, start: int, low: int) -> int:
        """Where the clause of a number begins: behind a boundary or another number."""
        last = bisect_right(level.ends, start) - 1
        # The colon between a label and its number bounds nothing: *công chức: 427*.
        while last >= 0 and self._labels(level.boundaries[last], start):
            last -= 1
        begin = max(low, level.ends[last]) if last >= 0 else low
        last = bisect_right(level.numbers, start, key=_end) - 1
        return max(begin, level.numbers[last].end) if last >= 0 else begin

    def _labels(self, boundary: Boundary, start: int) -> bool:
        return boundary.mark == ":" and not self.sentence[boundary.end : start].strip()


def _start(one: Stretch | Boundary) -> int:
    return one.start


def _end(one: Stretch) -> int:
    return one.end


def _brackets(sentence: str) -> Iterator[Stretch]:
    """The insides of round and square brackets; one that never closes is none.

    An abbreviation in brackets is a part of the name before it, and closes nothing off.
    """
    opened: list[int] = []
    for found in _BRACKET.finditer(sentence):
        if found.group() in "([":
            opened.append(found.end())
        elif opened:
            inside = Stretch(opened.pop(), found.start())
            if _ABBREVIATION.fullmatch(sentence, *inside) is None:
                yield inside
