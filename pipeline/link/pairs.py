"""Which number belongs to which: a share to its count, a target to its result."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.link.reading import Reading, is_length_of_time
from pipeline.link.scope import Scope, Stretch
from pipeline.link.words import ClauseWords
from pipeline.model import Fact, Percentage

__all__ = ["Pairing", "pair"]

#: What is admitted, trained or collected is planned for: *reaching 51%* is of that plan.
_WHOLE = 100
_PLANNED = frozenset({"admission", "training", "investment", "budget_revenue"})


class Pairing(NamedTuple):
    """The number that one belongs to, and how: as its share or as its target.

    ``of_plan`` says that a percentage is what was reached of a plan that is not printed
    (*kết nạp 52 đảng viên, đạt 50,98%*): no share of the count before it.
    """

    partner: str | None = None
    share: bool = False
    target: bool = False
    of_plan: bool = False


def pair(reading: Reading, fact: Fact, scope: Scope, words: ClauseWords) -> Pairing:
    """The partner of a number in its sentence; none where another number stands between."""
    if scope.bracket is not None:
        return _in_bracket(reading, fact, scope)
    if fact.kind != "percentage":
        return Pairing()
    before = _before(reading, fact, scope)
    if before is None or before.kind not in ("count", "ratio", "money", "quantity"):
        return Pairing()
    between = reading.text[before.end - reading.offset : fact.start - reading.offset]
    if not (words.leads_over.fullmatch(between) or words.leads_directly.fullmatch(between)):
        return Pairing()
    if words.against.search(between):
        return Pairing()
    if before.kind in ("money", "quantity"):
        # Nothing is reached of a length of time: *in the past six months reaching 11%*.
        return Pairing(
            of_plan=not is_length_of_time(before) and words.reaches.search(between) is not None
        )
    if _own_words(reading, scope.left) or _other_basis(reading, scope, fact):
        return Pairing()
    if words.reaches.search(between) and (_is_planned(reading, before) or _exceeds(fact, before)):
        return Pairing(of_plan=True)
    if _exceeds(fact, before):
        return Pairing()
    return Pairing(partner=before.id, share=True)


def _in_bracket(reading: Reading, fact: Fact, scope: Scope) -> Pairing:
    """A number in brackets belongs to the nearest number before the bracket."""
    assert scope.bracket is not None
    opening = scope.bracket.start - 1
    level = reading.structure.bracket_of(opening)
    segment = reading.structure.segment_of(opening)
    outside = [
        one
        for one in reading.quantities
        if segment.start <= one.start - reading.offset < opening
        and reading.structure.bracket_of(one.start - reading.offset) == level
    ]
    if not outside:
        return Pairing()
    inside = Stretch(scope.bracket.start, fact.start - reading.offset)
    cues = reading.cues(inside, scope.bracket, backwards=True)
    roles = {cue.sets.get("role") for cue in cues}
    if roles & {"target", "plan", "requirement"}:
        same = [one for one in outside if one.kind == fact.kind]
        return Pairing(partner=(same or outside)[-1].id, target=True)
    partner = outside[-1]
    if _parted(reading, partner.end - reading.offset, opening, level):
        return Pairing()
    if partner.kind == "count" and _is_listed(reading, scope.bracket, level):
        return Pairing()
    if fact.kind == partner.kind == "money":
        currencies = [getattr(one.value, "currency", None) for one in (fact, partner)]
        converted = currencies[0] != currencies[1] and not cues
        return Pairing(partner=partner.id) if converted else Pairing()
    if fact.kind != "percentage" or partner.kind not in ("count", "ratio"):
        return Pairing()
    if any("change" in cue.sets or cue.sets.get("attribute") for cue in cues):
        return Pairing()
    if _exceeds(fact, partner):
        return Pairing()
    if _first_number(reading, scope.bracket) is not fact or _other_basis(reading, scope, fact):
        return Pairing()
    return Pairing(partner=partner.id, share=True)


def _exceeds(fact: Fact, before: Fact) -> bool:
    """Whether a percentage is more than a whole, so that a count before it is no part of one."""
    number = fact.value.number if isinstance(fact.value, Percentage) else None
    return before.kind == "count" and number is not None and number > _WHOLE


def _is_planned(reading: Reading, fact: Fact) -> bool:
    return reading.dimensions[fact.id].found.get("topic") in _PLANNED


def _parted(reading: Reading, start: int, end: int, level: Stretch | None) -> bool:
    """Whether a comma or colon parts a number from a bracket: *6 địa phương gồm: A (11%)*."""
    return any(
        start <= place < end and reading.structure.bracket_of(place) == level
        for place, _, _ in reading.structure.boundaries
    )


def _is_listed(reading: Reading, bracket: Stretch, level: Stretch | None) -> bool:
    """Whether a bracket is the first of a list that a count announces, and is not its share.

    *In three fields: farming (5.5%), industry (14.9%) and services (10.4%)*: the next number
    stands in a bracket too, with no number of its own before that.
    """
    following = [one for one in reading.quantities if one.start - reading.offset > bracket.end]
    if not following or following[0].kind != "percentage":
        return False
    inside = reading.structure.bracket_of(following[0].start - reading.offset)
    return inside is not None and inside not in (bracket, level)


def _first_number(reading: Reading, bracket: Stretch) -> Fact | None:
    return next(
        (one for one in reading.quantities if bracket.holds(one.start - reading.offset)), None
    )


def _before(reading: Reading, fact: Fact, scope: Scope) -> Fact | None:
    """The number right before one, in its segment and on its level."""
    segment = reading.structure.segment_of(fact.start - reading.offset)
    earlier = [
        one
        for one in reading.quantities
        if segment.start <= one.start - reading.offset < fact.start - reading.offset
        and reading.structure.bracket_of(one.start - reading.offset) == scope.bracket
    ]
    return earlier[-1] if earlier else None


def _own_words(reading: Reading, stretch: Stretch) -> bool:
    """Whether a stretch names something of its own, so that its number is about that."""
    return any(
        cue.sets.keys() & {"attribute", "population", "body", "topic", "change"}
        for cue in reading.cues(stretch, None, backwards=False)
    )


def _other_basis(reading: Reading, scope: Scope, fact: Fact) -> bool:
    """Whether a percentage is of a plan or of an earlier figure, not a share."""
    near = [
        cue
        for stretch in (scope.right, scope.left)
        for cue in reading.cues(stretch, scope.bracket, backwards=False)
    ]
    return any(cue.sets.get("basis") in ("of_plan", "of_base", "growth") for cue in near)
