"""Whose grades the numbers of a row tell, where only its label or its first number names them.

*Tổ chức cơ sở đảng: hoàn thành xuất sắc nhiệm vụ 61, tỷ lệ 14,2%; hoàn thành tốt 322, tỷ lệ
75,1%; không hoàn thành 5*; *Party cells: 120 completed excellently, 430 completed well*.
"""

from __future__ import annotations

from pipeline.link.figures import Cue, Figure
from pipeline.link.members import PARTY
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch
from pipeline.link.terms import TermMention

__all__ = ["tell_grades"]

_RATING, _GRADE = "rating", "grade_"
#: Who can have a grade.
_WHOSE = frozenset({"population", "body"})


def tell_grades(reading: Reading) -> None:
    """Give the graded numbers of a sentence whose grades they are.

    Party organizations are what such a number counts, and no body that it is of.
    """
    graded = [one for one in reading.figures if _is_graded(one)]
    if not graded:
        return
    label = _labelled(reading)
    for one in graded:
        _count_organizations(one)
        if not _is_open(one):
            continue
        before = _told_by(reading, one)
        if before is not None and not _is_open(before):
            one.dimensions.inherit(before.dimensions, ("population", "level"))
            one.dimensions.counted = before.dimensions.counted
        elif not one.index and label is not None and not _has_noun_behind(reading, one, label):
            _tell(one, label)


def _is_graded(figure: Figure) -> bool:
    found = figure.dimensions.found
    grade = found.get("attribute", "").startswith(_GRADE)
    return grade and found.get("topic") == _RATING


def _is_open(figure: Figure) -> bool:
    """Whether nothing says yet whom a number is of."""
    found = figure.dimensions
    return found.counted is None and not found.found.keys() & _WHOSE


def _count_organizations(figure: Figure) -> None:
    """Let a graded number that names only organizations count them."""
    found = figure.dimensions
    body = found.found.get("body")
    if body in PARTY and found.counted is None and "population" not in found.found:
        found.counted = body
        found.drop("body")


def _told_by(reading: Reading, figure: Figure) -> Figure | None:
    """The number that tells whose grade another is: its whole, or the one that it goes on with."""
    if figure.pairing.partner is not None or not figure.index:
        return figure.pairing.partner
    before = reading.figures[figure.index - 1]
    return before if _goes_on(reading, before, figure) else None


def _goes_on(reading: Reading, before: Figure, figure: Figure) -> bool:
    """Whether a number only tells another grade of those that the one before it is of."""
    if not _is_graded(before) or any(
        before.end <= one.start < figure.start for one in reading.places
    ):
        return False
    between = Stretch(min(before.noun_end, figure.start), figure.start)
    return not reading.names_subject(between) and not _names_others(reading, before, figure)


def _names_others(reading: Reading, before: Figure, figure: Figure) -> bool:
    """Whether anything but a grade is named from one number to another, and behind that."""
    since = Stretch(before.end, figure.scope.right.end)
    said = [one for one in reading.terms if since.holds(one.start)]
    return any(one.sets.keys() & _WHOSE or _is_of_another(one) for one in said)


def _is_of_another(term: TermMention) -> bool:
    """Whether a term is of another matter than a grade."""
    return term.sets.get("topic", _RATING) != _RATING or not (
        term.sets.get("attribute", _GRADE).startswith(_GRADE)
    )


def _labelled(reading: Reading) -> TermMention | None:
    """The organizations that the label of a sentence names last, and nobody else in it.

    *Kết quả xếp loại chi bộ năm 2023: 31 hoàn thành xuất sắc nhiệm vụ, 140 hoàn thành tốt*, but
    not *Chi bộ Trường Tiểu học số 2: …*.
    """
    label = reading.opening(":") or _head(reading)
    if label is None:
        return None
    terms = [one for one in reading.terms if label.holds(one.start)]
    named = [one for one in terms if one.sets.keys() & _WHOSE]
    if len(named) != 1 or named[0].sets.get("body") not in PARTY:
        return None
    if "population" in named[0].sets or any(_is_of_another(one) for one in terms):
        return None
    placed = any(label.holds(one.start) for one in reading.places)
    since = Stretch(named[0].end, label.end)
    return None if placed or reading.names_subject(since) else named[0]


def _head(reading: Reading) -> Stretch | None:
    """The clause that opens a sentence with whom it is about: *As for Party cells, …*."""
    scope = reading.figures[0].scope
    clause = scope.prior[-1] if scope.prior else scope.left
    heads = reading.words.heads.match(reading.text, *clause)
    return clause if clause.start == 0 and clause is not scope.left and heads else None


def _has_noun_behind(reading: Reading, figure: Figure, label: TermMention) -> bool:
    """Whether words that no card knows stand between a label and a number, or behind that."""
    ahead = Stretch(label.end, figure.start)
    return reading.names_subject(ahead) or reading.names_subject(figure.behind_noun)


def _tell(figure: Figure, label: TermMention) -> None:
    found = figure.dimensions
    found.counted = label.sets["body"]
    if "level" in label.sets:
        found.take("level", Cue(label.sets["level"], label.start, label.end))
