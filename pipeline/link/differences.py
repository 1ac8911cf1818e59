"""What arithmetic alone tells: the amount by which something went from one number to another.

*Giảm 40 đơn vị (từ 250 xuống còn 210)*; *fell from 300 to 120 units, that is, 180 fewer*; *từ 250
trường, đến cuối năm còn 210 đơn vị, giảm 40 đơn vị*. Where the difference of two numbers is
printed beside them, all three are of one thing, and so is the share of the first that it is.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from pipeline.link.changes import Changes
from pipeline.link.figures import SHARED, Figure
from pipeline.link.reading import Reading
from pipeline.link.scope import Cover, Stretch
from pipeline.model import Count

__all__ = ["tell_differences"]

#: The topic of units that are reduced by mergers.
_MERGED = {"admin_unit": "admin_units"}
#: The roles of aims and norms, which no arithmetic tells.
_DUE = frozenset({"target", "requirement", "plan", "previous"})
#: A difference stands so many numbers behind the two at most: parts may stand between.
_NEAR = 3


def tell_differences(reading: Reading, changes: Changes) -> None:
    """Give numbers from one to another, and their difference, what either of them says."""
    for one, two in pairwise(reading.figures):
        if one.bracket != two.bracket:
            continue
        _tell_parts(reading, one)
        _tell_held_against(reading, one, two)
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
                _tell_share(reading, was, before, two)
            continue
        for other in reading.figures[two.index + 1 : two.index + 1 + _NEAR]:
            same = _is_beside(reading, two, other) and _is_amount(other, abs(was - now))
            if same and reading.has_noun(other) and "change" in other.dimensions.found:
                _tell_share(reading, was, other, other)
                break
            if same and not reading.has_noun(other) and _is_said(reading, two, other):
                _share(two, other)
                change = "decrease" if now < was else "increase"
                other.dimensions.found.setdefault("change", change)
                _tell_share(reading, was, other, other)
                break


def _tell_parts(reading: Reading, whole: Figure) -> None:
    """Give parts at their levels, which make up a change, what changed.

    *Giảm 14 đầu mối, trong đó cấp tỉnh 8, cấp huyện 6*.
    """
    change, amount = whole.dimensions.found.get("change"), _number(whole)
    if change is None or whole.dimensions.counted is None or amount is None:
        return
    split = reading.words.parts.search(reading.text, whole.end, whole.scope.segment.end)
    start = split.end() if split is not None else reading.text.find(":", whole.end) + 1
    if start <= whole.end or reading.figures_in(Stretch(whole.end, start), whole.bracket):
        return
    parts: list[Figure] = []
    for one in reading.figures[whole.index + 1 :]:
        level = one.dimensions.cues.get("level")
        if one.bracket != whole.bracket or level is None or level.end > one.start:
            break
        ahead = Stretch(parts[-1].noun_end if parts else start, one.start)
        if not ahead.holds(level.start) or reading.names_subject(ahead):
            break
        if one.dimensions.found.keys() & {"body", "population", "attribute"}:
            break
        parts.append(one)
        if sum(_number(each) or 0 for each in parts) < amount:
            continue
        if len(parts) > 1 and sum(_number(each) or 0 for each in parts) == amount:
            for each in parts:
                each.dimensions.counted = each.dimensions.counted or whole.dimensions.counted
                each.dimensions.inherit(whole.dimensions, ("topic", "change"))
                each.dimensions.found.setdefault("change", change)
        break


def _tell_held_against(reading: Reading, one: Figure, two: Figure) -> None:
    """Give how many less there are than before what there is now is of.

    *Cán bộ, công chức cấp xã: 3,900 people present against 4,700 before, i.e. 800 less (17.02%)*.
    """
    now, was = _number(one), _number(two)
    roles = [each.dimensions.found.get("role") for each in (one, two)]
    if now is None or was is None or now == was or roles[0] in _DUE or roles[1] != "previous":
        return
    if "change" in one.dimensions.found or "change" in two.dimensions.found:
        return
    alike = all(one.dimensions.found.get(name) == two.dimensions.found.get(name) for name in SHARED)
    for other in reading.figures[two.index + 1 : two.index + 2]:
        found = other.dimensions
        if not alike or other.bracket != two.bracket or not _is_amount(other, abs(was - now)):
            continue
        own = found.found.keys() & {"population", "body", "attribute"} or found.counted
        change = "decrease" if now < was else "increase"
        if own or found.found.get("change") != change:
            continue
        between = Stretch(two.end, other.start)
        words = reading.words
        said = (
            each.span()
            for pattern in (words.amounting, words.formerly)
            for each in pattern.finditer(reading.text, *between)
        )
        known = reading.known | Cover([*said, (two.end, two.noun_end)])
        if not reading.words.subject_in(reading.text, between, known):
            _share(one, other)
            _tell_share(reading, was, other, other)


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


def _is_beside(reading: Reading, two: Figure, other: Figure) -> bool:
    """Whether a number stands beside the two, or opens the bracket behind: *to 14 (down 6)*."""
    if other.bracket == two.bracket:
        return True
    before = reading.before_bracket(other.bracket) if other.bracket is not None else None
    return before is two and "change" in other.dimensions.found


def _tell_share(reading: Reading, was: int, fewer: Figure, last: Figure) -> None:
    """Give the share that a difference is of what there was what the difference is of.

    *Giảm 40 phòng, từ 160 xuống còn 120, bằng 25%*: 40 is a quarter of 160.
    """
    change = fewer.dimensions.found["change"]
    for other in reading.figures[last.index + 1 : last.index + 2]:
        found, amount = other.dimensions, _number(fewer)
        if other.kind != "percentage" or amount is None or not _is_share(other, amount, was):
            continue
        if found.found.get("change", change) != change or found.found.get("role") in _DUE:
            continue
        partner = other.pairing.partner
        if partner not in (None, fewer, last) or not _is_bare(reading, last, other):
            continue
        for name in ("level", "body", "population"):
            if found.found.get(name) != fewer.dimensions.found.get(name):
                found.drop(name)
        _share(fewer, other)
        found.found.setdefault("change", change)


def _is_bare(reading: Reading, last: Figure, other: Figure) -> bool:
    """Whether the words around a share name nothing: *bằng 25%*, but not *hộ nghèo còn 25%*."""
    between = Stretch(last.noun_end, other.start)
    behind = Stretch(other.end, other.scope.right.end)
    if other.pairing.partner is last:
        between = Stretch(other.start, other.start)
    cues = [*reading.cues(between, other.bracket), *reading.cues(behind, other.bracket)]
    named = any(one.sets.keys() - {"change", "role", "basis"} for one in cues)
    return not named and not reading.names_subject(between) and not reading.names_subject(behind)


def _is_share(figure: Figure, part: int, whole: int) -> bool:
    """Whether a percentage is, as printed, the share that a part is of a whole."""
    number = figure.number
    if number is None or not whole:
        return False
    share = Decimal(100 * part) / whole
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and abs(share - number) <= Decimal(1).scaleb(exponent)


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
