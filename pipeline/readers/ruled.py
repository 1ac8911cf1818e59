"""Ruled lines of a page to the cells of its tables; nothing but geometry."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.model import Box

__all__ = ["Frame", "Grid", "Rule", "grids", "rules_of_box"]

#: Lines nearer to each other than this many points are one; print is that exact.
_NEAR = 3.0
#: A page with more lines is a drawing.
_MOST_RULES = 4000


class Rule(NamedTuple):
    """A straight line across or down: where it stands, and from where to where it goes."""

    across: bool
    place: float
    start: float
    end: float


class Frame(NamedTuple):
    """The frame of a cell: first row and column, how many of them it spans, its box."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box


class Grid(NamedTuple):
    """A ruled table: its box and cells; not ``regular`` where some cell is no rectangle."""

    box: Box
    frames: tuple[Frame, ...]
    regular: bool


def rules_of_box(box: Box, *, framed: bool) -> list[Rule]:
    """A thin box as a rule; a larger one as its four sides where it is ``framed``."""
    left, top, right, bottom = box
    if bottom - top <= _NEAR:
        return [Rule(True, (top + bottom) / 2, left, right)] if right - left > _NEAR else []
    if right - left <= _NEAR:
        return [Rule(False, (left + right) / 2, top, bottom)]
    if not framed:
        return []
    return [
        Rule(True, top, left, right),
        Rule(True, bottom, left, right),
        Rule(False, left, top, bottom),
        Rule(False, right, top, bottom),
    ]


def grids(rules: Iterable[Rule]) -> list[Grid]:
    """The tables that rules make, from top to bottom."""
    listed = list(rules)
    if not 4 <= len(listed) <= _MOST_RULES:
        return []
    across = _joined(rule for rule in listed if rule.across)
    down = _joined(rule for rule in listed if not rule.across)
    found = [_grid(*part) for part in _connected(across, down)]
    return sorted((grid for grid in found if grid), key=lambda grid: grid.box[1])


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Rules at one place as one, where they touch."""
    joined: list[Rule] = []
    lanes = _lanes(sorted(rules, key=lambda rule: rule.place))
    for lane in lanes:
        place = sum(rule.place for rule in lane) / len(lane)
        for rule in sorted(lane, key=lambda rule: rule.start):
            last = joined[-1] if joined else None
            if last and last.place == place and rule.start <= last.end + _NEAR:
                joined[-1] = last._replace(end=max(last.end, rule.end))
            else:
                joined.append(rule._replace(place=place))
    return joined


def _lanes(rules: Sequence[Rule]) -> list[list[Rule]]:
    lanes: list[list[Rule]] = []
    for rule in rules:
        if lanes and rule.place - lanes[-1][0].place <= _NEAR:
            lanes[-1].append(rule)
        else:
            lanes.append([rule])
    return lanes


def _connected(across: Sequence[Rule], down: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that cross or meet, each table's together."""
    group = _Groups(len(across) + len(down))
    for first, one in enumerate(across):
        for second, other in enumerate(down, len(across)):
            if _meet(one, other):
                group.join(first, second)
    parts: defaultdict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for number, rule in enumerate((*across, *down)):
        parts[group.of(number)][0 if rule.across else 1].append(rule)
    return [part for part in parts.values() if len(part[0]) > 1 and len(part[1]) > 1]


def _meet(one: Rule, other: Rule) -> bool:
    return (
        one.start - _NEAR <= other.place <= one.end + _NEAR
        and other.start - _NEAR <= one.place <= other.end + _NEAR
    )


class _Groups:
    """Numbers that belong together (union-find)."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))

    def of(self, one: int) -> int:
        while self.parent[one] != one:
            self.parent[one] = self.parent[self.parent[one]]
            one = self.parent[one]
        return one

    def join(self, one: int, other: int) -> None:
        self.parent[self.of(other)] = self.of(one)


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    """The cells between rules; None for a frame around a single one."""
    ys = _places(across)
    xs = _places(down)
    width, height = len(xs) - 1, len(ys) - 1
    if width * height < 2:
        return None
    group = _Groups(width * height)
    upright, level = _by_place(down, xs), _by_place(across, ys)
    for row in range(height):
        for column in range(width):
            here = row * width + column
            if column + 1 < width and not _covers(upright[column + 1], ys[row], ys[row + 1]):
                group.join(here, here + 1)
            if row + 1 < height and not _covers(level[row + 1], xs[column], xs[column + 1]):
                group.join(here, here + width)
    parts: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for here in range(width * height):
        parts[group.of(here)].append(divmod(here, width))
    frames = tuple(_frame(part, xs, ys) for part in parts.values())
    if len(frames) < 2:
        return None
    regular = all(
        frame.rows * frame.columns == len(part)
        for frame, part in zip(frames, parts.values(), strict=True)
    )
    return Grid((xs[0], ys[0], xs[-1], ys[-1]), frames, regular)


def _places(rules: Iterable[Rule]) -> list[float]:
    places: list[float] = []
    for place in sorted({rule.place for rule in rules}):
        if not places or place - places[-1] > _NEAR:
            places.append(place)
    return places


def _by_place(rules: Iterable[Rule], places: Sequence[float]) -> list[list[Rule]]:
    """The rules at each place."""
    found: list[list[Rule]] = [[] for _ in places]
    for rule in rules:
        found[bisect_right(places, rule.place) - 1].append(rule)
    return found


def _covers(rules: Iterable[Rule], start: float, end: float) -> bool:
    """Whether one of the rules goes all the way (its ends may stop short a little)."""
    return any(rule.start <= start + _NEAR and rule.end >= end - _NEAR for rule in rules)


def _frame(part: list[tuple[int, int]], xs: list[float], ys: list[float]) -> Frame:
    top, left = min(row for row, _ in part), min(column for _, column in part)
    bottom, right = max(row for row, _ in part), max(column for _, column in part)
    box = (xs[left], ys[top], xs[right + 1], ys[bottom + 1])
    return Frame(top, left, bottom - top + 1, right - left + 1, box)
