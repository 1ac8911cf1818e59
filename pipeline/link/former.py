"""Numbers of before, which a sentence tells beside those of now.

*Sáp nhập 805 trường còn 703*; *it had been 78% in 2019*; *GRDP tăng 7,1%, trong khi năm 2023
tăng 5,4%*.
"""

from __future__ import annotations

from decimal import Decimal

import regex

from pipeline.link.deeds import DONE
from pipeline.link.figures import Figure, is_length_of_time
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch

__all__ = ["is_former"]

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
#: The lists of words without one of which nothing is told of before.
_TOLD = frozenset({"had_been", "long_ago", "once", "by_now", "clause_joints", "merged_into"})


def is_former(reading: Reading, figure: Figure) -> bool:
    """Whether a number is told as what was before: in words, by its year or by what came of it."""
    if figure.bracket is not None or is_length_of_time(figure.fact):
        return False
    if reading.lists.isdisjoint(_TOLD):
        return False
    return (
        _had_been(reading, figure)
        or _is_of_long_ago(reading, figure)
        or _is_of_once(reading, figure)
        or _is_of_the_other_year(reading, figure)
        or _is_left_by_now(reading, figure)
        or _was_merged(reading, figure)
    )


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

    *GRDP tăng 7,1%, trong khi năm 2023 tăng 5,4%*, but not *năm 2020 tăng 3%, trong khi năm 2023
    tăng 7%*.
    """
    words, text = reading.words, reading.text
    before = reading.last_before(figure.start)
    if before is None or before.kind != figure.kind or before.bracket != figure.bracket:
        return False
    joint = words.contrast.search(text, before.end, figure.start)
    if joint is None:
        return False
    own = [one for one in reading.times if joint.end() <= one.start < figure.start]
    if len(own) != 1 or own[0].base or own[0].by_when:
        return False
    between = Stretch(joint.end(), figure.start)
    if any(one.sets.get("role") in _ASKED for one in reading.cues(between, figure.bracket)):
        return False  # *Trong khi mục tiêu năm 2020 là 3%*
    if reading.names_subject(between) or any(between.holds(one.start) for one in reading.places):
        return False
    year = str(own[0].fact.value)[:4]
    return all(str(one.fact.value)[:4] > year for one in reading.times if one.end <= joint.start())


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
    now = words.by_now.search(text, *between)
    if now is None or reading.names_subject(Stretch(between.start, now.start())):
        return False
    if reading.names_subject(Stretch(now.end(), after.start)):
        return False
    left = figure.scope.left
    timed = any(left.holds(one.start) and not one.base for one in reading.times)
    return timed or words.once.search(text, left.start, left.end) is not None


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
