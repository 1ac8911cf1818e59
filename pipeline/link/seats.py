"""The members of a committee, taken apart in one row behind their number.

*Ban Chấp hành: bầu 364 đồng chí, trong đó nữ 71; dưới 40 tuổi 44, đạt 12,1%*; *Committee members
3,212 comrades; female 812 (25.3%), young 903 (28.1%)*.
"""

from __future__ import annotations

from pipeline.link.figures import Cue, Figure
from pipeline.link.headings import Heading
from pipeline.link.reading import Reading
from pipeline.link.scope import Cover, Stretch

__all__ = ["tell_seats"]

_COMMITTEES = frozenset({"party_committee", "executive_committee", "standing_committee"})
#: Topics that leave the members of a committee its members.
_OF_SEATS = frozenset({None, "committee", "congress", "planning"})
#: Who they are besides: nobody else.
_MEMBERS = frozenset({None, "committee_member", "cadres"})
#: What tells a part of them from the others.
_MARKS = ("age", "female", "ethnic_minority")
#: What a label may say beside the committee.
_BESIDE = frozenset({"body", "level", "population", "basis"})


def tell_seats(reading: Reading, heading: Heading) -> None:
    """Give the parts that stand behind the members of a committee that committee.

    A number of anything else ends the row: *Ban Chấp hành 45 đồng chí; dự 3 lớp; nữ 21%*.
    """
    if heading.topic is not None and heading.topic.value not in _OF_SEATS:
        return
    whole: Figure | None = None
    for figure in reading.figures:
        seated = _seated(reading, figure)
        if seated is not None:
            whole = figure
            figure.dimensions.take("body", seated)
        elif whole is not None and _is_part(reading, figure, whole):
            figure.dimensions.inherit(whole.dimensions, ("body", "level"))
        else:
            whole = None


def _seated(reading: Reading, figure: Figure) -> Cue | None:
    """The committee whose members a number counts, where they alone are named before it."""
    found, words = figure.dimensions.found, reading.words
    if figure.kind != "count" or figure.bracket is not None or figure.unit is None:
        return None
    if found.keys() & {"attribute", "change"} or not _is_seat(figure):
        return None
    body = found.get("body") if "committee_member" in found.values() else None
    if body in _COMMITTEES and figure.dimensions.cues["body"].start >= figure.end:
        return figure.dimensions.cues["body"]  # *3,212 committee members*
    if not words.counts_people(figure.unit) or reading.names_subject(figure.behind_noun):
        return None  # *Cấp ủy viên 203 đồng chí bị kỷ luật*
    label = _label(reading, figure)
    named = reading.cues(label, None)
    bodies = [one for one in named if one.sets.get("body") in _COMMITTEES]
    if not bodies or any(one.sets.keys() - _BESIDE for one in named):
        return None
    elected = Cover(one.span() for one in words.elected_within.finditer(reading.text, *label))
    if words.subject_in(reading.text, label, reading.known | elected):
        return None  # *Ban Chấp hành Hội Nông dân 31 đồng chí*
    return Cue(bodies[0].sets["body"], bodies[0].start, bodies[0].end)


def _label(reading: Reading, figure: Figure) -> Stretch:
    """The words that label a number; behind their colon may stand that those were elected."""
    left, text = figure.scope.left, reading.text
    elected = Cover(one.span() for one in reading.words.just_elected.finditer(text, *left))
    if not text[: left.start].endswith(":") or reading.words.subject_in(text, left, elected):
        return left
    before = reading.last_before(left.start)
    start = before.noun_end if before is not None else 0
    return Stretch(max(figure.scope.segment.start, start), left.start)


def _is_seat(figure: Figure) -> bool:
    """Whether nothing that is told of a number makes it one of others."""
    found = figure.dimensions.found
    return found.get("topic") in _OF_SEATS and found.get("population") in _MEMBERS


def _is_part(reading: Reading, figure: Figure, whole: Figure) -> bool:
    """Whether a number is of a part of those before it, by its own mark or that of its count."""
    found, partner = figure.dimensions.found, figure.pairing.partner
    if figure.kind not in ("count", "percentage", "ratio") or not _is_seat(figure):
        return False
    if found.get("body", whole.dimensions.found["body"]) != whole.dimensions.found["body"]:
        return False
    if "change" in found or not found.get("attribute", "").startswith(_MARKS):
        return False
    if figure.kind == whole.kind and (figure.number or 0) > (whole.number or 0):
        return False  # *Ban Thường vụ có 15 đồng chí, toàn tỉnh có nữ 1.250 đồng chí*
    if figure.kind == "count" and figure.unit and not reading.words.counts_people(figure.unit):
        return False
    if partner is not None:
        return "body" in partner.dimensions.found
    beside = Stretch(figure.scope.left.start, figure.start), figure.behind_noun
    return not any(reading.names_subject(one) for one in beside)
