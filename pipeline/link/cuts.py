"""Cuts told one by one, of which only the first has a verb.

*Đơn vị sự nghiệp giảm 13,1%; biên chế công chức 5,4%, viên chức 9,9%*: the payrolls fell as well.
So did those of the next level who stand there with a share as the first do: *at commune level
1,200 people were reduced (35%); in villages 6,800 people (40%)*.
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.link.figures import Cue, Figure
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch

__all__ = ["tell_cuts"]

_PAYROLL = "staffing_quota"
#: Units that are cut beside the payrolls.
_UNITS = frozenset({"public_service_unit", "focal_point"})
#: So many words and marks lead to a level: *; and in villages*.
_FEW = 3
#: The roles of aims and norms, each told with its own verb.
_DUE = frozenset({"target", "requirement", "plan", "previous"})


def tell_cuts(reading: Reading) -> None:
    """Let the verb before a share go on over the bare names of payrolls and units behind it."""
    for one, two in pairwise(reading.figures):
        change = one.dimensions.cues.get("change")
        if change is None or change.end > one.start or not _is_cut(one) or not _is_cut(two):
            continue
        if "change" in two.dimensions.found or not _is_bare(reading, one, two):
            continue
        two.dimensions.take("change", Cue(change.value, change.start, change.end))
    counts = [one for one in reading.figures if one.kind == "count" and one.bracket is None]
    for one, two in pairwise(counts):
        if _is_cut_alike(reading, one, two):
            shares = [each for each in reading.figures if each.pairing.partner is two]
            for each in (two, *shares):
                each.dimensions.inherit(one.dimensions, ("change",))


def _is_cut_alike(reading: Reading, one: Figure, two: Figure) -> bool:
    """Whether two counts of the same people differ in their level alone, each with its share."""
    first, second = one.dimensions.found, two.dimensions.found
    if first.get("change") != "decrease" or "change" in second or not one.unit:
        return False
    people = first.get("population")
    if people is None or people != second.get("population") or one.unit != two.unit:
        return False
    level = two.dimensions.cues.get("level")
    if level is None or level.value == first.get("level") or second.get("role") in _DUE:
        return False
    shares = [_share_of(reading, each) for each in (one, two)]
    if shares[0] is None or shares[1] is None or shares[0].bracket is None:
        return False
    # *; in villages 6,800*, but not *; in villages there are now 6,800*.
    start = shares[0].bracket.end + 1
    ahead, behind = reading.text[start : level.start], reading.text[level.end : two.start]
    few = start <= level.start and len(ahead.split()) <= _FEW and not behind.strip(" :")
    return few and not reading.names_subject(Stretch(start, two.start))


def _share_of(reading: Reading, count: Figure) -> Figure | None:
    """The share that a bracket behind a count gives."""
    for one in reading.figures[count.index + 1 : count.index + 2]:
        bracket = one.bracket if one.pairing.partner is count else None
        if bracket is not None and one.kind == "percentage":
            between = Stretch(count.noun_end, bracket.start)
            return None if reading.names_subject(between) else one
    return None


def _is_cut(figure: Figure) -> bool:
    """Whether a number can be the share by which a payroll or units of one kind fell."""
    found = figure.dimensions
    alone = figure.kind == "percentage" and figure.bracket is None
    if not alone or figure.pairing.partner is not None or "attribute" in found.found:
        return False
    if found.found.get("role") in _DUE or found.found.get("basis") not in (None, "of_base"):
        return False
    return found.found.get("topic") == _PAYROLL or found.counted in _UNITS


def _is_bare(reading: Reading, one: Figure, two: Figure) -> bool:
    """Whether only a name stands between two shares, and no more than a time behind the second."""
    text, words = reading.text, reading.words
    between = Stretch(one.end, two.start)
    parted = text[between.start :].lstrip()[:1] in {",", ";"}
    verbs = (words.having, words.reaches, words.constitutes, words.came_of_it)
    if not parted or any(verb.search(text, *between) is not None for verb in verbs):
        return False
    cues = reading.cues(between, None)
    if not cues or any(each.sets.keys() & {"change", "role", "attribute"} for each in cues):
        return False
    placed = any(between.holds(each.start) for each in reading.places)
    behind = Stretch(two.end, two.scope.right.end)
    others = reading.names_subject(between) or reading.names_subject(behind)
    return not placed and not others
