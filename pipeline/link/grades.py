"""Whose grades the numbers of a row tell, where only its label or its first number names them.

*Tổ chức cơ sở đảng: hoàn thành xuất sắc nhiệm vụ 61, tỷ lệ 14,2%; hoàn thành tốt 322, tỷ lệ
75,1%; không hoàn thành 5*; *Party cells: 120 completed excellently, 430 completed well*; or the
sentence before: *Đã xếp loại 431 tổ chức cơ sở đảng. Kết quả: 61 hoàn thành xuất sắc, …*.
"""

from __future__ import annotations

from pipeline.link.figures import Cue, Dimensions, Figure
from pipeline.link.members import PARTY
from pipeline.link.reading import Reading
from pipeline.link.scope import Cover, Stretch
from pipeline.link.terms import TermMention

__all__ = ["rated_in", "tell_grades"]

_RATING, _GRADE = "rating", "grade_"
#: Who can have a grade.
_WHOSE = frozenset({"population", "body"})
#: What a part of some that were graded has of them.
_OF_THEM = ("population", "level")


def tell_grades(reading: Reading, before: Dimensions | None) -> None:
    """Give the graded numbers of a sentence whose grades they are.

    Party organizations are what such a number counts, and no body that it is of. Those that the
    sentence ``before`` said were graded are whom a row is of that names nobody.
    """
    graded = [one for one in reading.figures if _is_graded(one)]
    if not graded:
        return
    label = _labelled(reading)
    for one in graded:
        _count_organizations(one)
        if not _is_open(one):
            continue
        told = _told_by(reading, one)
        whole = told.dimensions if told is not None and not _is_open(told) else None
        if whole is None and not one.index and label is not None:
            if not _has_noun_behind(reading, one, label):
                _tell(one, label)
            continue
        if whole is None and one is graded[0]:
            whole = _rated_before(reading, one, before)
        if whole is not None:
            one.dimensions.inherit(whole, _OF_THEM)
            one.dimensions.counted = whole.counted


def rated_in(reading: Reading) -> Dimensions | None:
    """The last that a sentence says were graded, with offsets of the document.

    *Toàn tỉnh có 431 tổ chức cơ sở đảng đủ điều kiện xếp loại*; *20,104 members were evaluated*.
    """
    says = "grading" in reading.lists
    for one in reversed(reading.figures):
        found = one.dimensions.found
        if _is_rated(one) and (says or found.get("topic") == _RATING):
            rated = Dimensions(counted=one.dimensions.counted)
            for name in _OF_THEM:
                cue = one.dimensions.cues.get(name)
                if cue is not None:
                    moved = (cue.start + reading.offset, cue.end + reading.offset)
                    rated.take(name, Cue(cue.value, *moved))
            return rated
    return None


def _is_rated(figure: Figure) -> bool:
    """Whether a number counts people or Party organizations, all of them."""
    found = figure.dimensions
    if figure.kind not in ("count", "ratio") or figure.bracket is not None:
        return False
    if "attribute" in found.found or found.found.get("topic", _RATING) != _RATING:
        return False
    return "population" in found.found or found.counted in PARTY


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


def _rated_before(reading: Reading, figure: Figure, before: Dimensions | None) -> Dimensions | None:
    """Those that were graded before the first number of a row, here or in the sentence before.

    *Of 620 cells evaluated, 90 completed excellently*.
    """
    others = [one for one in reading.figures[: figure.index] if one.bracket is None]
    whole = others[-1] if others else None
    if whole is not None and not (_is_rated(whole) and "grading" in reading.lists):
        return None
    since = whole.noun_end if whole is not None else reading.opening_of_aspect
    ahead = Stretch(min(since, figure.start), figure.start)
    known = [one for one in reading.terms if ahead.holds(one.start)]
    if any(one.sets.keys() & _WHOSE or _is_of_another(one) for one in known):
        return None
    if reading.places or reading.words.names_more(reading.text, ahead, reading.known):
        return None
    if reading.names_subject(figure.behind_noun):
        return None
    found = whole.dimensions if whole is not None else before
    return found if found is not None and _may_count(reading, figure, found) else None


def _may_count(reading: Reading, figure: Figure, rated: Dimensions) -> bool:
    """Whether the noun of a number, if it has one, may be for those that were graded."""
    if not figure.unit:
        return True
    if "population" in rated.found:
        return reading.words.counts_people(figure.unit)
    return reading.words.organizations.match(figure.unit) is not None


def _told_by(reading: Reading, figure: Figure) -> Figure | None:
    """The number that tells whose grade another is: its whole, or the one that it goes on with."""
    if figure.pairing.partner is not None or not figure.index:
        return figure.pairing.partner
    own = figure.bracket
    before = next(
        (
            one
            for one in reversed(reading.figures[: figure.index])
            if one.bracket is None or one.bracket == own
        ),
        None,
    )
    return before if before is not None and _goes_on(reading, before, figure) else None


def _goes_on(reading: Reading, before: Figure, figure: Figure) -> bool:
    """Whether a number only tells another grade of those that the one before it is of."""
    if not _is_graded(before) or any(
        before.end <= one.start < figure.start for one in reading.places
    ):
        return False
    between = Stretch(min(before.noun_end, figure.start), figure.start)
    known = reading.known | Cover(
        (one.start, one.end) for one in reading.structure.brackets if one != figure.bracket
    )
    named = reading.words.subject_in(reading.text, between, known)
    return not named and not _names_others(reading, before, figure)


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
