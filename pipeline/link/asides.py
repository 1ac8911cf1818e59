"""Those of one count, taken apart by level in the bracket behind it.

*Đối với tổ chức đảng: 14 (cấp huyện 11, cấp cơ sở 3)*; *giám sát 210 đảng viên (cấp tỉnh 10; cấp
huyện 200)*.
"""

from __future__ import annotations

from itertools import groupby

from pipeline.link.figures import Figure
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch

__all__ = ["tell_asides"]

#: What those of a level are as the whole is.
_OF_WHOLE = ("topic", "population", "body", "attribute", "change", "role")
#: What would make them others.
_OTHERS = frozenset({"population", "body", "attribute"})


def tell_asides(reading: Reading) -> None:
    """Give the numbers of a bracket that only name a level what the count before it is of."""
    inside = [one for one in reading.figures if one.bracket is not None]
    for bracket, figures in groupby(inside, key=lambda one: one.bracket):
        parts = list(figures)
        before = [one for one in reading.figures if one.end <= bracket.start and not one.bracket]
        if not before or not _is_right_before(reading, before[-1], bracket):
            continue
        whole = before[-1]
        if whole.kind != "count" or not all(_is_of_a_level(reading, one) for one in parts):
            continue
        if sum(one.number or 0 for one in parts) > (whole.number or 0):
            continue
        for one in parts:
            one.dimensions.inherit(whole.dimensions, _OF_WHOLE)
            one.dimensions.counted = one.dimensions.counted or whole.dimensions.counted


def _is_right_before(reading: Reading, whole: Figure, bracket: Stretch) -> bool:
    """Whether a bracket opens right behind what a number counts."""
    ends = (whole.end, whole.noun_end)
    return any(not reading.text[one : bracket.start].strip(" (") for one in ends)


def _is_of_a_level(reading: Reading, part: Figure) -> bool:
    """Whether a number of a bracket tells how many there are at a level, and of nothing else."""
    found = part.dimensions
    level = found.cues.get("level")
    if part.kind != "count" or part.unit or level is None or part.bracket is None:
        return False
    if not part.bracket.start <= level.start < part.bracket.end or found.found.keys() & _OTHERS:
        return False
    ahead = Stretch(max(part.bracket.start, part.scope.segment.start), part.start)
    behind = Stretch(part.end, min(part.scope.right.end, part.bracket.end))
    return not reading.names_subject(ahead) and not reading.names_subject(behind)
