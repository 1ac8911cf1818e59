"""What arithmetic alone tells: the amount by which something went from one number to another.

*Giảm 40 đơn vị (từ 250 xuống còn 210)*; *fell from 300 to 120 units, that is, 180 fewer*; *từ 250
trường, đến cuối năm còn 210 đơn vị, giảm 40 đơn vị*. Where the difference of two numbers is
printed beside them, all three are of one thing.
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.link.changes import Changes
from pipeline.link.figures import SHARED, Figure
from pipeline.link.reading import Reading
from pipeline.model import Count

__all__ = ["tell_differences"]

#: The topic of units that are reduced by mergers.
_MERGED = {"admin_unit": "admin_units"}
#: A difference stands so many numbers behind the two at most: parts may stand between.
_NEAR = 3


def tell_differences(reading: Reading, changes: Changes) -> None:
    """Give numbers from one to another, and their difference, what either of them says."""
    for one, two in pairwise(reading.figures):
        if one.bracket != two.bracket:
            continue
        if changes.from_to(one) != "first":
            _tell_fallen(reading, changes, one, two)
            continue
        was, now = _number(one), _number(two)
        if was is None or now is None or was == now or changes.from_to(two) != "last":
            continue
        _share(two, one, two)
        before = reading.figures[one.index - 1] if one.index else None
        if before is not None and _is_amount(before, abs(was - now)):
            if "change" in before.dimensions.found:
                _share(before, one, two)
            continue
        for other in reading.figures[two.index + 1 : two.index + 1 + _NEAR]:
            same = other.bracket == two.bracket and _is_amount(other, abs(was - now))
            if same and not reading.has_noun(other) and _is_said(reading, two, other):
                _share(two, other)
                change = "decrease" if now < was else "increase"
                other.dimensions.found.setdefault("change", change)
                break


def _tell_fallen(reading: Reading, changes: Changes, one: Figure, two: Figure) -> None:
    """Give what is left of a number in another clause, and how much less that is, what it is of.

    *Từ 250 trường, đến cuối năm toàn tỉnh còn 210 đơn vị, giảm 40 đơn vị (16%)*.
    """
    was, now = _number(one), _number(two)
    behind = reading.figures[two.index + 1 : two.index + 2]
    if was is None or now is None or now >= was or not behind or not changes.begins_range(one):
        return
    other, units = behind[0], (one, two, *behind)
    less = other.dimensions.found.get("change") == "decrease" and _is_amount(other, was - now)
    alone = "change" not in two.dimensions.found and len({each.bracket for each in units}) == 1
    if not less or not alone or not all(_is_called(reading, one, each) for each in units[1:]):
        return
    one.dimensions.found.setdefault("role", "previous")
    _share(one, two, other)
    if one.dimensions.counted is not None:
        for each in reading.figures[two.index :]:
            if each in (two, other) or each.pairing.partner is other:
                each.dimensions.counted = one.dimensions.counted


def _is_called(reading: Reading, one: Figure, other: Figure) -> bool:
    """Whether the noun of a number is that of an earlier one, in short or in general."""
    if not reading.has_noun(other):
        return True
    named, said = (f" {each.unit or ''} ".casefold() for each in (one, other))
    if named.startswith(said) or named.endswith(said):
        return True
    if said.strip() in reading.words.person_nouns:
        return "population" in one.dimensions.found
    return reading.words.nouns[said.strip()].general


def _is_said(reading: Reading, two: Figure, other: Figure) -> bool:
    """Whether the words beside a number say that it is a difference: *that is, 180 fewer*.

    Parts of what is left (*of which 30 are wards*) can be as many by luck.
    """
    words, text = reading.words, reading.text
    if "attribute" in other.dimensions.found or words.parts.search(text, two.end, other.start):
        return False
    if "change" in other.dimensions.found:
        return True
    return other.unit is not None and words.fewer.fullmatch(other.unit) is not None


def _share(source: Figure, *others: Figure) -> None:
    """Give numbers what another of the same thing is of."""
    told = source.dimensions
    for other in others:
        other.dimensions.inherit(told, SHARED)
        other.dimensions.counted = other.dimensions.counted or told.counted
        topic = _MERGED.get(other.dimensions.counted or "")
        if topic is not None:
            other.dimensions.found.setdefault("topic", topic)


def _number(figure: Figure) -> int | None:
    value = figure.fact.value
    number = value.number if isinstance(value, Count) else None
    return int(number) if number is not None and number == int(number) else None


def _is_amount(figure: Figure, amount: int) -> bool:
    """Whether a number is a difference, or at least just as much."""
    return figure.pairing.partner is None and _number(figure) == amount
