"""Which words of a sentence speak of which number.

Reports chain many facts in one sentence. A sentence falls into segments at semicolons and
into clauses at commas; what stands in brackets belongs to what stands before them. The
words of a number's own clause speak of it first, then those before it in its segment.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from typing import NamedTuple

import regex

__all__ = ["Scope", "Stretch", "Structure"]

#: So many clauses back a word may still speak of a number.
_FARTHEST = 48
_BOUNDARY = regex.compile(r"[;:,]|\s[-–—]\s")
_BRACKET = re.compile(r"[()\[\]]")


class Stretch(NamedTuple):
    """From where to where in a sentence."""

    start: int
    end: int

    def holds(self, position: int) -> bool:
        """Whether a position lies inside."""
        return self.start <= position < self.end


class Scope(NamedTuple):
    """The stretches around one number, nearest first.

    ``left`` and ``right`` are its own clause; ``beyond`` what follows in the clause behind a
    bracket; ``prior`` the clauses before it in its segment, nearest first; ``earlier`` the
    segments before that, nearest first. ``bracket`` is the bracket that holds the number.
    """

    left: Stretch
    right: Stretch
    beyond: Stretch
    prior: tuple[Stretch, ...]
    earlier: tuple[Stretch, ...]
    bracket: Stretch | None


class Structure:
    """The brackets and boundaries of one sentence.

    ``closed`` are stretches whose commas bound nothing: facts, and names such as *villages,
    hamlets and neighborhoods*.
    """

    def __init__(self, sentence: str, closed: Sequence[Stretch]) -> None:
        self.sentence = sentence
        self.brackets = tuple(_brackets(sentence))
        self._bracket_at: dict[int, Stretch | None] = {}
        self._segment_at: dict[int, Stretch] = {}
        ordered = sorted(closed)
        starts = [one.start for one in ordered]
        furthest = [0, *accumulate((one.end for one in ordered), max)]
        self.boundaries = [
            (found.start(), found.end(), found.group().strip())
            for found in _BOUNDARY.finditer(sentence)
            if furthest[bisect_right(starts, found.start())] <= found.start()
        ]

    def bracket_of(self, position: int) -> Stretch | None:
        """The innermost bracket around a position."""
        if not self.brackets:
            return None
        if position not in self._bracket_at:
            around = [one for one in self.brackets if one.start <= position < one.end]
            self._bracket_at[position] = min(
                around, key=lambda one: one.end - one.start, default=None
            )
        return self._bracket_at[position]

    def segment_of(self, position: int) -> Stretch:
        """From semicolon to semicolon around a position, brackets seen as closed."""
        if position not in self._segment_at:
            self._segment_at[position] = self._segment(position)
        return self._segment_at[position]

    def _segment(self, position: int) -> Stretch:
        bracket = self.bracket_of(position)
        low, high = bracket or Stretch(0, len(self.sentence))
        for start, end, mark in self.boundaries:
            if mark == ";" and self.bracket_of(start) == bracket and low <= start < high:
                if end <= position:
                    low = max(low, end)
                else:
                    high = min(high, start)
        return Stretch(low, high)

    def scope(self, start: int, end: int, others: Sequence[Stretch]) -> Scope:
        """The stretches around the number at ``start``; ``others`` are the other numbers."""
        bracket = self.bracket_of(start)
        segment = self.segment_of(start)
        low, high = segment
        inside = [one for one in self.boundaries if low <= one[0] < high]
        peers = [one for one in others if low <= one.start < high]
        if self.brackets:
            inside = [one for one in inside if self.bracket_of(one[0]) == bracket]
            peers = [one for one in peers if self.bracket_of(one.start) == bracket]
        # Both come in reading order: the nearest on either side is the first that is met.
        stop_left = (
            stop
            for _, stop, mark in reversed(inside)
            if stop <= start and not self._labels(mark, stop, start)
        )
        peer_left = (one.end for one in reversed(peers) if one.end <= start)
        left = Stretch(max(low, next(stop_left, low), next(peer_left, low)), start)
        stop_right = (one for one, _, _ in inside if one >= end)
        peer_right = (one.start for one in peers if one.start >= end)
        limit = min(high, next(stop_right, high), next(peer_right, high))
        opening = min(
            [one.start - 1 for one in self.brackets if end <= one.start - 1 < limit], default=limit
        )
        # From the last character on: a term may begin with the sign, as in *% kế hoạch*.
        right = Stretch(end - 1, opening)
        return Scope(
            left=left,
            right=right,
            beyond=Stretch(opening, limit),
            prior=tuple(islice(_clauses(segment.start, left.start, inside), _FARTHEST)),
            earlier=tuple(islice(self._earlier(segment, bracket), _FARTHEST)),
            bracket=bracket,
        )

    def _labels(self, mark: str, stop: int, start: int) -> bool:
        """Whether a boundary is the colon between a label and its number: *công chức: 427*."""
        return mark == ":" and not self.sentence[stop:start].strip()

    def _earlier(self, segment: Stretch, bracket: Stretch | None) -> Iterator[Stretch]:
        """The segments before one, nearest first; out of a bracket, those before it."""
        position = segment.start
        low = bracket.start if bracket else 0
        while position > low:
            before = self.segment_of(max(low, position - 2))
            if before.start >= position or before == segment:
                break
            yield Stretch(before.start, position)
            position = before.start

    def visible(self, position: int, bracket: Stretch | None) -> bool:
        """Whether a word at a position stands on the same level as a number in ``bracket``."""
        return self.bracket_of(position) == bracket


def _clauses(low: int, high: int, boundaries: Sequence[tuple[int, int, str]]) -> Iterator[Stretch]:
    stop = high
    for _, end, _ in reversed(boundaries):
        if low < end < stop:
            yield Stretch(end, stop)
            stop = end
    if low < stop:
        yield Stretch(low, stop)


def _brackets(sentence: str) -> Iterator[Stretch]:
    """The insides of round and square brackets; one that never closes is none."""
    opened: list[int] = []
    for found in _BRACKET.finditer(sentence):
        if found.group() in "([":
            opened.append(found.end())
        elif opened:
            yield Stretch(opened.pop(), found.start())
