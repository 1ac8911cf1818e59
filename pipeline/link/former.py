"""Numbers of before, which a sentence tells beside those of now.

*Sáp nhập 805 trường còn 703*; *it had been 78% in 2019*; *GRDP tăng 7,1%, trong khi năm 2023
tăng 5,4%*.
"""

from __future__ import annotations

from decimal import Decimal

import regex

from pipeline.link.deeds import DONE
from pipeline.link.figures import Figure, Time, is_length_of_time
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch

__all__ = ["is_amount_of", "is_base_of_change", "is_former"]

#: So many characters before a number hold what is said right before it.
_BEFORE = 40
#: So many words stand at most between what was merged and what came of it.
_MERGED = 10
#: The opening of a clause, with one word at most: *ten years ago*, *nếu trước đây*.
_OPENING = regex.compile(r"(?:^|[,;:.(])\s*(?:\S+\s+)?$")
#: The roles of what is still to come.
_DUE = frozenset({"plan", "target"})
#: The roles of what is no result.
_ASKED = _DUE | {"requirement"}
_TWO = 2
#: What ends a clause, as far as a number of another year may follow.
_COMMA = regex.compile(r"[,;]\s")
#: The lists of words without one of which nothing is told of before.
_TOLD = frozenset({"had_been", "long_ago", "once", "by_now", "clause_joints", "merged_into"})


def is_former(reading: Reading, figure: Figure) -> bool:
    """Whether a number is told as what was before: in words, by its year or by what came of it."""
    if figure.bracket is not None or is_length_of_time(figure.fact):
        return False
    if is_base_of_change(reading, figure):
        return True
    if _is_of_the_beginning(reading, figure):
        return True
    if reading.lists.isdisjoint(_TOLD) and len(reading.times) < _TWO:
        return False
    return (
        _had_been(reading, figure)
        or _is_of_long_ago(reading, figure)
        or _is_of_once(reading, figure)
        or _is_of_the_other_year(reading, figure)
        or _is_left_by_now(reading, figure)
        or _was_merged(reading, figure)
        or _came_from(reading, figure)
    )


def _is_of_the_beginning(reading: Reading, figure: Figure) -> bool:
    """Whether so it was when the year began, and the next number is of its end.

    *Hộ nghèo đầu năm 12,91%, cuối năm 9,06%*.
    """
    after = next(iter(reading.figures[figure.index + 1 :]), None)
    if after is None or not after.kind == figure.kind == "percentage":
        return False  # *Ngay từ đầu năm đã kết nạp 91 đảng viên, đến cuối năm 402*
    text, words, left = reading.text, reading.words, figure.scope.left
    first = list(words.first_time.finditer(text, left.start, figure.start))
    if not first or words.last_time.search(text, figure.end, after.start) is None:
        return False
    return not reading.names_subject(Stretch(first[-1].end(), figure.start))


def is_base_of_change(reading: Reading, figure: Figure) -> bool:
    """Whether the number before is an amount of change, measured from this one.

    *Down 3.87 percentage points from 10.71% in 2022*; *thu tăng 8% so với 10 nghìn tỷ đồng*.
    """
    before = reading.figures[figure.index - 1] if figure.index else None
    if before is None or before.bracket != figure.bracket or "measured_from" not in reading.lists:
        return False
    if "change" not in before.dimensions.found or not is_amount_of(before, figure):
        return False
    led = reading.words.measured_from.match(reading.text, before.end, figure.start)
    if led is None or reading.words.to_a_level.match(reading.text, 0, before.start) is not None:
        return False
    noun = Stretch(min(before.noun_end - 1, led.start()), led.start())
    if reading.text[slice(*noun)].strip(" ,") or _leads_to_another(reading, figure):
        return False
    return not _is_held_to(reading, figure)


def _is_held_to(reading: Reading, figure: Figure) -> bool:
    """Whether what a change is measured from is that of others, or a plan.

    *Cao hơn 1,1 điểm phần trăm so với 7,0% của cả nước*; *tăng 8% so với 9.000 tỷ đồng dự toán*.
    """
    right = figure.scope.right
    if reading.words.nation_behind.search(reading.text, figure.end, right.end) is not None:
        return True
    plans = (
        one.sets.get("role") in _DUE or one.sets.get("basis") == "of_plan"
        for one in reading.cues(right, figure.bracket)
    )
    return any(plans)


def is_amount_of(amount: Figure, level: Figure) -> bool:
    """Whether one number can be by how much a value like another changed."""
    if amount.kind == "percentage":
        points = vars(amount.fact.value).get("sign") == "pp"
        return points or level.kind != "percentage"
    same = (amount.unit or level.unit or "") == (level.unit or amount.unit or "")
    return amount.kind == level.kind and amount.kind in ("count", "money", "quantity") and same


def _leads_to_another(reading: Reading, figure: Figure) -> bool:
    """Whether a number like it follows in its clause: *from 45 to 48*."""
    after = next(iter(reading.figures[figure.index + 1 :]), None)
    if after is None or after.kind != figure.kind or after.bracket != figure.bracket:
        return False
    return _COMMA.search(reading.text, figure.end, after.start) is None


def _had_been(reading: Reading, figure: Figure) -> bool:
    """Whether the words right before a number say that it is over: *it had been 78.2%*."""
    low = max(0, figure.start - _BEFORE)
    return reading.words.had_been.match(reading.text, low, figure.start) is not None


def _is_of_long_ago(reading: Reading, figure: Figure) -> bool:
    """Whether a clause begins long ago: *Cách đây mười năm, cả tỉnh còn 172 thôn trắng đảng viên*.

    What has been so since then is of now.
    """
    said = reading.words.long_ago.search(reading.text, figure.scope.segment.start, figure.start)
    if said is None or "change" in figure.dimensions.found:
        return False
    if not _opens(reading.text, said.start()):
        return False  # *3.1 points better than a year ago*
    begin = said.end()
    for one in reading.figures_in(Stretch(begin, figure.start), None):
        if not is_length_of_time(one.fact):
            return False
        begin = one.end
    between = reading.text[begin : figure.start]
    return len(between) > 1 and not set(between.lstrip(" ,")) & set(",;:()")


def _is_of_once(reading: Reading, figure: Figure) -> bool:
    """Whether what was once is told before what is now: *trước đây có 19 sở, nay còn 14*."""
    words, text = reading.words, reading.text
    if _is_of_a_deed(figure):
        return False
    said = words.once.search(text, 0, figure.start)
    if said is None or not _opens(text, said.start()):
        return False
    if words.by_now.search(text, said.end(), figure.start) is not None:
        return False
    now = words.by_now.search(text, figure.end)
    return now is not None and any(
        one.kind == figure.kind and _is_of_the_same(one, figure)
        for one in reading.figures
        if one.start >= now.end() and not _is_named_anew(reading, now.end(), one, figure)
    )


def _is_named_anew(reading: Reading, start: int, later: Figure, figure: Figure) -> bool:
    """Whether a later number has a name of its own: *trước đây thu …, nay xuất khẩu …*."""
    told = {one.indicator for one in reading.names if one.start < figure.start}
    named = {one.indicator for one in reading.names if start <= one.start < later.start}
    return bool(named - told)


def _is_of_the_other_year(reading: Reading, figure: Figure) -> bool:
    """Whether its clause is held against the one before, and is of an earlier year than that.

    *GRDP tăng 7,1%, trong khi năm 2023 tăng 5,4%*, *năm 2024 kết nạp 1.900 đảng viên, năm 2023 là
    2.100 đảng viên*, but not *năm 2020 tăng 3%, trong khi năm 2023 tăng 7%*.
    """
    words, text = reading.words, reading.text
    before = reading.last_before(figure.start)
    if before is None or before.kind != figure.kind or before.bracket != figure.bracket:
        return False
    joint = words.contrast.search(text, before.end, figure.start)
    if joint is None:
        joint = _COMMA.search(text, before.end, figure.start)
        dated = any(not one.base and one.start < before.start for one in reading.times)
        due = before.dimensions.found.get("role") in _ASKED
        if not dated or due or not _is_of_the_same(before, figure):
            return False  # *Phấn đấu đến năm 2025 đạt 46%; năm 2022 đạt 39%*
    if joint is None:
        return False
    own = [one for one in reading.times if joint.end() <= one.start < figure.start]
    if len(own) != 1 or own[0].base or (own[0].by_when and joint.group().strip() not in ",;"):
        return False
    between = Stretch(joint.end(), figure.start)
    if any(one.sets.get("role") in _ASKED for one in reading.cues(between, figure.bracket)):
        return False  # *Trong khi mục tiêu năm 2020 là 3%*
    if reading.names_subject(between) or any(between.holds(one.start) for one in reading.places):
        return False
    year, start = _year(own[0]), joint.start()
    return all(_year(one) > year for one in reading.times if one.end <= start)


def _is_left_by_now(reading: Reading, figure: Figure) -> bool:
    """Whether the next number says what is so now: *năm 2015 là 620 người và hiện nay là 570*."""
    words, text = reading.words, reading.text
    following = reading.figures[figure.index + 1 : figure.index + 2]
    if not following or following[0].kind != figure.kind or following[0].bracket is not None:
        return False
    after = following[0]
    if _is_of_a_deed(figure) or not _is_of_the_same(after, figure):
        return False
    between = Stretch(min(figure.noun_end, after.start), after.start)
    left = figure.scope.left
    now = words.by_now.search(text, *between)
    span = now.span() if now is not None else _came_to(reading, figure, after)
    if span is None or reading.names_subject(Stretch(between.start, span[0])):
        return False
    if reading.names_subject(Stretch(span[1], after.start)):
        return False
    timed = any(left.holds(one.start) and not one.base for one in reading.times)
    once = words.once.search(text, left.start, left.end) is not None
    return timed or once or now is None


def _came_to(reading: Reading, figure: Figure, after: Figure) -> tuple[int, int] | None:
    """The later year by which a number had become the next, if words say that it changed.

    *Năm 2016 là 2.410 biên chế; đến năm 2022 còn 2.105 biên chế*, but not *đến năm 2022 có 80 xã*.
    """
    words, text, passed = reading.words, reading.text, reading.last_before(figure.start)
    since = max(figure.scope.segment.start, passed.end if passed is not None else 0)
    then = [one for one in reading.times if since <= one.start < figure.start]
    later = [one for one in reading.times if figure.end <= one.start < after.start]
    if len(then) != 1 or len(later) != 1 or then[0].base or later[0].base:
        return None
    if not all(reading.structure.visible(one.start, None) for one in (*then, *later)):
        return None
    if "change" in figure.dimensions.found or _year(then[0]) >= _year(later[0]):
        return None
    apart = reading.structure.is_parted(figure.end, later[0].start, None)
    if not apart or _is_named_anew(reading, figure.end, after, figure):
        return None  # *Giảm xuống còn 0,9% năm 2020; hộ cận nghèo còn 3,9%*
    if any(one.sets.get("role") in _ASKED for one in reading.cues(Stretch(0, after.start), None)):
        return None  # *Năm 2020 là 41%; mục tiêu đến năm 2025 lên 50%*
    changed = words.to_a_level.match(text, later[0].end, after.start)
    changed = changed or words.merged_into.search(text, later[0].end, after.start)
    return (later[0].start, later[0].end) if changed is not None else None


def _was_merged(reading: Reading, figure: Figure) -> bool:
    """Whether fewer came of so many: *sáp nhập 805 trường còn 703*, *24 wards merged into 9*."""
    following = reading.figures[figure.index + 1 : figure.index + 2]
    if not following or not figure.kind == following[0].kind == "count":
        return False
    words, text, after = reading.words, reading.text, following[0]
    end = figure.end
    joint = words.merged_into.search(text, end, after.start)
    if joint is None or len(text[end : joint.start()].split()) > _MERGED:
        return False
    if text[end : joint.start()].rstrip().endswith(","):
        return False  # *Đã sắp xếp 120 trụ sở, còn 45 trụ sở dôi dư*
    if set(text[end : joint.start()]) & set(";:().") or not _is_fewer(after, figure):
        return False
    low, since = max(0, figure.start - _BEFORE), figure.scope.segment.start
    if words.future.search(text, since, after.start) is not None or any(
        one.sets["role"] in _DUE and since <= one.start < figure.start
        for one in reading.stated.get("role", ())
    ):
        return False  # *Phương án sáp nhập 24 xã thành 9 xã*
    directly = words.merging_before.match(text, low, figure.start) is not None
    return directly or words.merging.search(text, end, joint.start()) is not None


def _came_from(reading: Reading, figure: Figure) -> bool:
    """Whether a clause opens with what fewer came of: *from 118 communes we now have 52*.

    *From 12 funds there are now 35 houses* tells of two matters.
    """
    words, text = reading.words, reading.text
    following = reading.figures[figure.index + 1 : figure.index + 2]
    led = words.start_of_range.match(text, max(0, figure.start - _BEFORE), figure.start)
    if led is None or not following or not figure.kind == following[0].kind == "count":
        return False
    after, opening = following[0], text[: led.start()].rstrip()
    if after.bracket is not None or (opening and opening[-1] not in ",;:.-–"):
        return False
    between = Stretch(figure.end, after.start)
    said = words.by_now.search(text, *between) or words.merged_into.search(text, *between)
    if said is None or set(text[slice(*between)]) & set(";:"):
        return False
    alike = bool(figure.unit) and (figure.unit or "").casefold() == (after.unit or "").casefold()
    units = _is_of_units(reading, figure) and (not after.unit or _is_of_units(reading, after))
    return alike or (units and _is_fewer(after, figure))


def _is_of_units(reading: Reading, figure: Figure) -> bool:
    """Whether a count is of places, organizations or units of a level."""
    level = reading.words.nouns[figure.unit].level if figure.unit else None
    return level is not None or reading.counts_units(figure)


def _opens(text: str, start: int) -> bool:
    """Whether words open a clause, or stand behind its first word."""
    low = max(0, start - _BEFORE)
    found = _OPENING.search(text, low, start)
    return found is not None and (low == 0 or found.start() > low or text[low] in ",;:.(")


def _is_of_a_deed(figure: Figure) -> bool:
    """Whether a number tells what was done once, which is no less so now.

    *Nhiệm kỳ trước đó kết nạp 12.000 đảng viên, đến nay có 45.120 đảng viên*.
    """
    return figure.dimensions.found.get("topic") in DONE


def _is_of_the_same(one: Figure, two: Figure) -> bool:
    """Whether two counts have the same noun, or one has none of its own."""
    return not one.unit or not two.unit or one.unit.casefold() == two.unit.casefold()


def _is_fewer(one: Figure, two: Figure) -> bool:
    """Whether a count is smaller than another."""
    first: Decimal | None = getattr(one.fact.value, "number", None)
    second: Decimal | None = getattr(two.fact.value, "number", None)
    return first is not None and second is not None and first < second


def _year(time: Time) -> str:
    """The year that a date or period begins in."""
    return str(time.fact.value)[:4]
