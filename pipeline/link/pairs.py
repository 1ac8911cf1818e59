"""Which number belongs to which: a share to its count, a target to its result."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.link.figures import ALONE, Figure, Pairing, is_length_of_time
from pipeline.link.norms import norm_beside
from pipeline.link.reading import Reading
from pipeline.link.scope import Scope, Stretch
from pipeline.link.shares import is_its_share, is_number_of_name
from pipeline.link.terms import TermMention
from pipeline.link.words import ClauseWords
from pipeline.model import Percentage

__all__ = ["held_to_aim", "of_same_noun", "pair"]

#: What is admitted, trained or collected is planned for: *reaching 51%* is of that plan.
_WHOLE = 100
#: So many characters before a number are looked at.
_NEAR = 30
#: No body admits so large a part of its members in a year; fewer percent are of no plan.
_MOST_ADMITTED = 10
#: An aim is more than half of what was reached, and less than twice as much.
_FAR = 2
_PLANNED = frozenset({"admission", "training", "investment", "budget_revenue"})


def pair(reading: Reading, figure: Figure, words: ClauseWords) -> Pairing:
    """The partner of a number in its sentence; none where another number stands between."""
    held = held_to_aim(reading, figure, words)
    if held is not None:
        return Pairing(partner=held, target=True)
    if figure.bracket is not None:
        return _bracketed(reading, figure, figure.bracket, words)
    if figure.kind != "percentage":
        return ALONE
    before = _before(reading, figure)
    if before is not None and before.dimensions.found.get("topic") == "average":
        return ALONE  # *38 people a commune on average, of whom 93%*
    if before is None or before.kind not in ("count", "ratio", "money", "quantity"):
        return ALONE
    between = reading.text[before.end : figure.start]
    if not (words.leads_over.fullmatch(between) or words.leads_directly.fullmatch(between)):
        return ALONE
    if words.leads_directly.fullmatch(between) and reading.is_of_places(before):
        return ALONE  # *The rate of trained workers of the four communes reached 62%*
    if words.against.search(between) or _is_of_compared(reading, figure, before):
        return ALONE
    if before.kind in ("money", "quantity"):
        # Nothing is reached of a length of time: *in the past six months reaching 11%*.
        lasting = is_length_of_time(before.fact) or _other_basis(reading, figure.scope)
        return Pairing(of_plan=not lasting and words.reaches.search(between) is not None)
    if _own_words(reading, figure.scope.left) or _other_basis(reading, figure.scope):
        return ALONE
    if words.reaches.search(between) and (_is_planned(figure, before) or _exceeds(figure, before)):
        return Pairing(of_plan=True)
    if _exceeds(figure, before) or not is_its_share(reading, figure, before):
        return ALONE
    return Pairing(partner=before, share=True)


def held_to_aim(reading: Reading, figure: Figure, words: ClauseWords) -> Figure | None:
    """The number that a clause holds against the aim in the bracket behind it.

    *Đạt 38%, thấp hơn 0,4% so với chỉ tiêu tỉnh giao (38,4%)*: 38%, not by how much it was less.
    """
    bracket = reading.opened_by(figure)
    before = _last_of_kind(reading, figure, bracket) if bracket is not None else None
    if bracket is None or before is None:
        return None
    number = getattr(figure.fact.value, "number", None)
    if figure.kind == "percentage" and (number is None or number >= _WHOLE):
        return None  # *So với kế hoạch (102%)*: so much of it was done.
    held = words.held_to_aim.search(reading.text, before.end, bracket.start - 1)
    if held is None or not _says_no_more(reading, figure, bracket, before):
        return None
    if held["passed"] and not _is_comparable(figure, before):
        return None  # *Tăng 12%, vượt kế hoạch năm (5,3%)*: by so much.
    near = max(0, before.start - _NEAR)
    less = before.index and words.by_so_much.match(reading.text, near, before.start)
    whole = reading.figures[before.index - 1] if less else before
    return whole if whole.kind == figure.kind else before


def _last_of_kind(reading: Reading, figure: Figure, bracket: Stretch) -> Figure | None:
    """The last number of a kind before a bracket, in its segment: *giảm 176 đơn vị (19%), vượt …*.

    It may stand in a bracket of its own.
    """
    start = reading.structure.segment_of(bracket.start - 1).start
    before = reading.figures[: figure.index]
    return next(
        (one for one in before[::-1] if one.start >= start and one.kind == figure.kind), None
    )


def _says_no_more(reading: Reading, figure: Figure, bracket: Stretch, before: Figure) -> bool:
    """Whether a bracket says before its number at most what is said of the one before it.

    *Giảm 3,2%, vượt kế hoạch giao (giảm 2,5%)*.
    """
    said = reading.cues(Stretch(bracket.start, figure.start), bracket)
    change = before.dimensions.found.get("change")
    return all(one.sets.keys() == {"change"} and one.sets["change"] == change for one in said)


def _is_comparable(figure: Figure, before: Figure) -> bool:
    """Whether a number can be the aim that another came near, and not the way between them."""
    reached, aim = before.number, figure.number
    if reached is None or aim is None:
        return False
    return reached < _FAR * aim and aim < _FAR * reached


def _bracketed(reading: Reading, figure: Figure, bracket: Stretch, words: ClauseWords) -> Pairing:
    """The same without shares that are of something else."""
    pairing = _in_bracket(reading, figure, bracket, words)
    shared = pairing.partner if pairing.share else None
    if shared is None or is_its_share(reading, figure, shared):
        return pairing
    # *12 xã đạt chuẩn; trường Hòa Mai 2 (73%)*: the percentage is that school's.
    figure.of_unknown = is_number_of_name(reading, shared)
    return ALONE


def _in_bracket(reading: Reading, figure: Figure, bracket: Stretch, words: ClauseWords) -> Pairing:
    """A number in brackets belongs to the nearest number before the bracket."""
    opening = bracket.start - 1
    level = reading.structure.bracket_of(opening)
    segment = reading.structure.segment_of(opening)
    outside = reading.figures_in(Stretch(segment.start, opening), level)
    if not outside:
        return ALONE
    cues = reading.cues(Stretch(bracket.start, figure.start), bracket)
    roles = {cue.sets.get("role") for cue in cues}
    same = [one for one in outside if one.kind == figure.kind]
    # *Đạt 49,6% chỉ tiêu năm (1.800)*: the share stands before the bracket.
    since = max(0, outside[-1].end - 1) if same else opening
    since = since if same and _same_things(figure, same[-1]) else opening
    aimed = words.aimed.search(reading.text, since, figure.start) is not None
    aimed = bool(same) and (aimed or norm_beside(reading, figure) is not None)
    if aimed or roles & {"target", "plan", "requirement"}:
        several = words.respectively.search(reading.text, *bracket)
        # *(planned were 17%, 48% and 35%, respectively)*: of which is which, order alone tells.
        return ALONE if several else Pairing(partner=(same or outside)[-1], target=True)
    partner = _nearest(reading, figure, outside, cues)
    # A comma or colon parts them: *6 địa phương gồm: A (11%)*.
    if reading.structure.is_parted(partner.end, opening, level):
        return ALONE
    shares = any(cue.sets.get("basis") == "share" for cue in cues)
    if partner.kind == "count" and not shares and _is_listed(reading, bracket, level):
        return ALONE
    if figure.kind == partner.kind == "money":
        currencies = [getattr(one.fact.value, "currency", None) for one in (figure, partner)]
        converted = currencies[0] != currencies[1] and not cues
        return Pairing(partner=partner) if converted else ALONE
    if figure.kind == partner.kind and _is_change(cues):
        # *Tỷ lệ hộ nghèo còn 2,17% (giảm 0,49 điểm phần trăm)*
        return ALONE if _is_of_another(reading, figure, bracket, words) else Pairing(partner)
    if figure.kind == partner.kind:
        return _led_to(reading, figure, partner, words)
    if figure.kind != "percentage" or partner.kind not in ("count", "ratio"):
        return ALONE
    if any("change" in cue.sets or cue.sets.get("attribute") for cue in cues):
        return ALONE
    if _exceeds(figure, partner):
        # *Admitted 11 members, above the target of 8 (reaching 137.5%)*.
        said = words.reaches.search(reading.text, bracket.start, figure.start)
        return Pairing(of_plan=said is not None)
    first = next((one for one in reading.figures if bracket.holds(one.start)), None)
    if first is not figure or _other_basis(reading, figure.scope):
        return ALONE
    return Pairing(partner=partner, share=True)


def _same_things(figure: Figure, other: Figure) -> bool:
    """Whether a number counts what another does, or leaves that open: *1.800 đảng viên*."""
    return figure.unit is None or f"{other.unit} ".startswith(f"{figure.unit} ")


def _nearest(
    reading: Reading, figure: Figure, outside: Sequence[Figure], cues: Sequence[TermMention]
) -> Figure:
    """The number before a bracket that one inside it may belong to; a change, to its own noun.

    *52 denunciations were settled out of 54 (96.3%)*: the share is of those 52.
    """
    last = outside[-1]
    if figure.kind == "count" and _is_change(cues):
        return of_same_noun(figure, outside) or last
    before = outside[-2] if len(outside) > 1 else None
    if figure.kind != "percentage" or before is None or not before.kind == last.kind == "count":
        return last
    low = max(before.end, last.start - _NEAR)
    total = reading.words.from_all.match(reading.text, low, last.start) is not None
    parted = reading.structure.is_parted(before.end, last.start, last.bracket)
    return before if total and not parted else last


def _led_to(reading: Reading, figure: Figure, partner: Figure, words: ClauseWords) -> Pairing:
    """A number that says what the change before its bracket led to: *giảm 3% (còn 7%)*."""
    start = figure.bracket.start if figure.bracket is not None else figure.start
    left = words.left_over.fullmatch(reading.text, start, figure.start) is not None
    return Pairing(partner, level=True) if left and "change" in partner.dimensions.found else ALONE


def of_same_noun(figure: Figure, others: Sequence[Figure]) -> Figure | None:
    """Of some numbers the last with the noun of another, or the last one if none has it.

    *450 tổ chức đảng và 206 đảng viên (tăng 230 tổ chức và 124 đảng viên)*.
    """
    noun = figure.unit.casefold().split()[0] if figure.unit else None
    same = (one for one in reversed(others) if one.unit and one.unit.casefold().split()[0] == noun)
    return next(same, others[-1] if others else None)


def _is_change(cues: Sequence[TermMention]) -> bool:
    """Whether the words before a number say that something changed by it, and nothing else."""
    stated = {name for cue in cues for name in cue.sets}
    return "change" in stated and stated <= {"change", "basis"}


def _is_of_another(reading: Reading, figure: Figure, bracket: Stretch, words: ClauseWords) -> bool:
    """Whether the words before a change in a bracket say that it is one of something else.

    *GRDP sáu tháng tăng 6,9% (quý I tăng 6,2%)*; *GRDP tăng 8,1% (dịch vụ tăng 7%)*.
    """
    ahead = Stretch(bracket.start, figure.start)
    if words.part_of_year.search(reading.text, *ahead):
        return True
    return figure.kind == "percentage" and reading.names_subject(ahead)


def _is_of_compared(reading: Reading, figure: Figure, before: Figure) -> bool:
    """Whether what is reached stands behind how much was gained on an earlier time.

    *Có 374.000 người, tăng 6.400 người so với năm 2022, đạt 22,3% lực lượng lao động*; but *giảm
    6.210 người so với năm 2015, đạt tỷ lệ 10,1%* were so many of those.
    """
    words, change = reading.words, before.dimensions.found.get("change")
    between = reading.text[before.end : figure.start]
    if change is None or words.held_against.search(between) is None:
        return False
    if change == "decrease" and words.constitutes.search(between) is None:
        return reading.names_subject(figure.scope.right)
    return words.makes_up.search(between) is not None


def _exceeds(figure: Figure, before: Figure) -> bool:
    """Whether a percentage is more than a whole, so that a count before it is no part of one."""
    value = figure.fact.value
    number = value.number if isinstance(value, Percentage) else None
    return before.kind == "count" and number is not None and number > _WHOLE


def _is_planned(figure: Figure, before: Figure) -> bool:
    """Whether what a count tells is planned for, and a percentage can be of that plan.

    So few percent are new members among all: *kết nạp 58 đảng viên, đạt 7,6%*.
    """
    topic, value = before.dimensions.found.get("topic"), figure.fact.value
    number = value.number if isinstance(value, Percentage) else None
    few = topic == "admission" and number is not None and number < _MOST_ADMITTED
    return topic in _PLANNED and not few


def _is_listed(reading: Reading, bracket: Stretch, level: Stretch | None) -> bool:
    """Whether a bracket is the first of a list that a count announces, and is not its share.

    *In three fields: farming (5.5%), industry (14.9%) and services (10.4%)*: the next number
    stands in a bracket too, with no number of its own before that.
    """
    following = next((one for one in reading.figures if one.start > bracket.end), None)
    if following is None or following.kind != "percentage":
        return False
    inside = reading.structure.bracket_of(following.start)
    return inside is not None and inside not in (bracket, level)


def _before(reading: Reading, figure: Figure) -> Figure | None:
    """The number right before one, in its segment and on its level."""
    for one in reversed(reading.figures[: figure.index]):
        if one.start < figure.scope.segment.start:
            return None
        if reading.structure.visible(one.start, figure.bracket):
            return one
    return None


def _own_words(reading: Reading, stretch: Stretch) -> bool:
    """Whether a stretch names something of its own, so that its number is about that."""
    return any(
        cue.sets.keys() & {"attribute", "population", "body", "topic", "change"}
        for cue in reading.cues(stretch, None)
    )


def _other_basis(reading: Reading, scope: Scope) -> bool:
    """Whether a percentage is of a plan or of an earlier figure, not a share."""
    return "basis" in reading.stated and any(
        cue.sets.get("basis") in ("of_plan", "of_base", "growth")
        for stretch in (scope.right, scope.left)
        for cue in reading.cues(stretch, scope.bracket)
    )
