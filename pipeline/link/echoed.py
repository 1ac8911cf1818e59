"""Numbers in the order of those of the line before: each is of the part at its place.

*Ban Chấp hành: nữ 19,6%, trẻ 15,2%*, and below it *Ban Thường vụ: tương ứng 14,3% và 7,1%*;
*TCCSĐ: hoàn thành xuất sắc 14%, hoàn thành tốt 75%*, then *Đảng viên: lần lượt là 15% và 77%*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from pipeline.link.figures import Cue, Dimensions, Figure
from pipeline.link.groups import MAKING, OF
from pipeline.link.members import PARTY
from pipeline.link.reading import Reading
from pipeline.link.scope import Cover, Stretch
from pipeline.link.terms import TermMention

__all__ = ["Row", "last_rows", "tell_echoed"]

_KINDS = ("percentage", "count")
_GRADED = "rating"
#: The topics that make a group, or tell how one was graded.
_TOPICS = frozenset({*MAKING, _GRADED})
#: The roles of numbers that stand beside the parts, and are none.
_BESIDE = frozenset({"target", "requirement", "previous"})
#: So many characters at most stand between two sentences that follow each other.
_GAP = 5
#: The mark of an item of a list.
_MARK = regex.compile(r"\s*(?:[-–—+•*]|\p{L}[).]|\d+(?:\.\d+)*[.)]?)\s+")


class Row(NamedTuple):
    """The parts that a sentence told, in their order, and where it ends; offsets in the document.

    ``whose`` is what all its numbers are of.
    """

    parts: tuple[Cue, ...]
    topic: Cue | None
    whose: Dimensions
    end: int


def last_rows(reading: Reading) -> dict[str, Row]:
    """The rows of parts that a sentence tells, by the kind of their numbers."""
    rows = {}
    for kind in _KINDS:
        told = [one for one in reading.figures if one.kind == kind and _is_in_row(one)]
        cues = [one.dimensions.cues.get("attribute") for one in told]
        parts = [one for one in cues if one is not None]
        topics = {one.dimensions.found.get("topic") for one in told}
        apart = len({one.value for one in parts}) == len(cues) > 1 and len(topics) == 1
        if apart and topics <= {None, *_TOPICS, "committee"}:
            rows[kind] = _row(reading, told, parts)
    return rows


def _row(reading: Reading, told: Sequence[Figure], parts: Sequence[Cue]) -> Row:
    whose = Dimensions()
    for name in OF:
        values = {one.dimensions.found.get(name) for one in told}
        if len(values) == 1:
            whose.inherit(told[0].dimensions, (name,))
    whose.cues = {name: _moved(one, reading.offset) for name, one in whose.cues.items()}
    topic = told[0].dimensions.found.get("topic")
    first = told[0].dimensions.cues.get("topic", parts[0])
    return Row(
        tuple(_moved(one, reading.offset) for one in parts),
        _moved(first._replace(value=topic), reading.offset) if topic is not None else None,
        whose,
        reading.offset + len(reading.text),
    )


def _is_in_row(figure: Figure) -> bool:
    """Whether a number is told of a part itself, and not of what is held against that."""
    found, partner = figure.dimensions.found, figure.pairing.partner
    if "change" in found or found.get("role") in _BESIDE:
        return False
    return figure.pairing.share if partner is not None else figure.bracket is None


def tell_echoed(reading: Reading, rows: Mapping[str, Row]) -> None:
    """Give the numbers of a sentence the parts of the row before it, one each in their order."""
    figures = reading.figures
    row = rows.get(figures[0].kind)
    if row is None or len(figures) != len(row.parts):
        return
    if not 0 <= reading.offset - row.end <= _GAP or not _are_in_order(reading):
        return
    named = _named(reading)
    if not named:
        return
    body = next((one.sets["body"] for one in named if "body" in one.sets), None)
    alone = all(one.sets.keys() <= {"level", "basis", "role"} for one in named)
    for part, figure in zip(row.parts, figures, strict=True):
        found = figure.dimensions
        found.take("attribute", _moved(part, -reading.offset))
        if row.topic is not None:
            found.take("topic", _moved(row.topic, -reading.offset))
        for name in row.whose.found if alone else ():
            if name != "level" and name in row.whose.cues:
                found.take(name, _moved(row.whose.cues[name], -reading.offset))
        if found.found.get("topic") == _GRADED and body in PARTY:
            found.drop("body")
            found.counted = body


def _are_in_order(reading: Reading) -> bool:
    """Whether a sentence says that its numbers, of one kind, are in the order of others."""
    first, last = reading.figures[0], reading.figures[-1]
    if "respectively" not in reading.lists or reading.structure.brackets:
        return False
    if any(one.kind != first.kind or one.pairing.partner for one in reading.figures):
        return False
    words, text = reading.words, reading.text
    if not all(
        words.only_joins(text, one.end, two.start) for one, two in pairwise(reading.figures)
    ):
        return False
    told = {frozenset(one.dimensions.found.items()) for one in reading.figures}
    if len(told) > 1 or any(one.place for one in reading.figures):
        return False  # *Standing committees at district and commune level: 21% and 16%*
    marks = words.respectively.finditer(text)
    return any(one.end() <= first.start or one.start() >= last.end for one in marks)


def _named(reading: Reading) -> list[TermMention]:
    """Who is named before the numbers of a sentence, one group that nothing else is said of."""
    first, last = reading.figures[0], reading.figures[-1]
    said = [one for one in reading.terms if one.sets.keys() - {"basis", "role"}]
    several = (
        any(len({one.sets[name] for one in said if name in one.sets}) > 1 for name in OF)
        or len(reading.times) > 1
    )
    others = any(one.start > first.start or not one.sets.keys() <= {*OF} for one in said)
    if reading.names or reading.places or several or others:
        return []
    marks = (one.span() for one in reading.words.respectively.finditer(reading.text))
    known = reading.known | Cover(marks)
    mark = _MARK.match(reading.text)
    ahead = Stretch(mark.end() if mark is not None else 0, first.start)
    around = (ahead, Stretch(last.end, len(reading.text)))
    return [] if any(reading.words.subject_in(reading.text, one, known) for one in around) else said


def _moved(cue: Cue, shift: int) -> Cue:
    return cue._replace(start=cue.start + shift, end=cue.end + shift)
