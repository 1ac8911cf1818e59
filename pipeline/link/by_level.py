"""Shares of all cadres that a row tells level by level, and says nothing else of them.

*Tỷ lệ cán bộ dân tộc thiểu số cấp tỉnh 19,4%, cấp huyện 33,8%*: of all cadres there. One share
alone may be of those whom the sentences around it tell of.
"""

from __future__ import annotations

from pipeline.link.figures import Figure
from pipeline.link.headings import Heading
from pipeline.link.reading import Reading
from pipeline.link.scope import Cover, Stretch

__all__ = ["tell_by_level"]

_MARK, _CADRES, _STAFF = "ethnic_minority", "cadres", "cadres_civil_public"
#: What a row may say beside the mark.
_BESIDE = frozenset({"level", "basis", "role", "period"})


def tell_by_level(reading: Reading, heading: Heading) -> None:
    """Tell the shares of a row of levels, with one mark and nobody but cadres, of all staff."""
    if heading.topic is not None:
        return
    row: list[Figure] = []
    for figure in reading.figures:
        if figure.kind != "percentage" or not _goes_on(reading, row, figure):
            break
        row.append(figure)
    levels = [one.dimensions.found["level"] for one in row if "level" in one.dimensions.found]
    if len(levels) < 2 or len(set(levels)) < len(levels):
        return
    if reading.words.cadres_named.search(reading.text, 0, row[0].start) is None:
        return  # *Dân tộc thiểu số cấp huyện chiếm 34%* are anybody
    for one in row:
        one.dimensions.drop("population")
        one.dimensions.take("population", one.dimensions.cues["attribute"]._replace(value=_STAFF))


def _goes_on(reading: Reading, row: list[Figure], figure: Figure) -> bool:
    """Whether a number is of the mark, and its words say at most of which level."""
    found = figure.dimensions.found
    if found.get("attribute") != _MARK or found.get("population", _CADRES) != _CADRES:
        return False
    if found.keys() & {"topic", "body", "change"} or figure.bracket is not None:
        return False
    start = row[-1].end if row else 0
    behind = figure.scope.right.end
    around = Stretch(start, figure.start), Stretch(figure.end, max(figure.end, behind))
    said = [one for stretch in around for one in reading.cues(stretch, None)]
    alone = all(
        one.sets.keys() <= {*_BESIDE, "attribute", "population"}
        and one.sets.get("attribute", _MARK) == _MARK
        and one.sets.get("population", _CADRES) == _CADRES
        for one in said
    )
    divided = Cover(one.span() for one in reading.words.level_by_level.finditer(reading.text))
    return alone and not any(
        reading.words.subject_in(reading.text, one, reading.known | divided) for one in around
    )
