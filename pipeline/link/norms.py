"""What a number is held against, as the words beside it say: a norm of the rules, or an aim.

*(quy định: từ 1,5 đến 2 lần)*; *the decision prescribes 20%*; *above the 3% asked for by the
resolution*; *được giao thu 12.000 tỷ đồng*.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from pipeline.link.figures import Cue, Figure
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch
from pipeline.model import Role

__all__ = [
    "asked_of",
    "is_by_how_much",
    "is_held_to",
    "is_most_of",
    "is_passed",
    "is_planned_number",
    "is_told_as_met",
    "norm_beside",
]

#: So many characters before a number hold the words for a norm.
_BEFORE = 60
#: Amounts and counts are prescribed to somebody; so are no norms of how large a share should be.
_NORMED = frozenset({"percentage", "ratio", "multiple"})
#: The roles of what is still to come.
_DUE: Mapping[str, Role] = {"plan": "plan", "target": "target"}
#: What stands before a label that is no part of a comparison.
_OPENS_LABEL = frozenset("(,;")
#: An aim or norm that was passed is more than so much of what was reached.
_OF_A_NORM, _OF_AN_AIM, _OF_A_TOTAL = Decimal("0.25"), Decimal("0.66"), Decimal("0.5")


#: What is held against an aim is no less than such a part of it, nor the aim of that.
_OF_AN_AIM_AT_LEAST = Decimal("0.4")
#: All of a whole.
_WHOLE = 100
#: The lists of what stands behind a number that was planned.
_PLANNED = frozenset({"planned_behind", "planned_nouns"})


def norm_beside(reading: Reading, figure: Figure) -> Cue | None:
    """The norm or aim that the words right before or right behind a number make it."""
    text, words, start = reading.text, reading.words, figure.start
    if figure.unit and words.nouns[figure.unit].aims and text[start - 1 : start] == "/":
        return Cue("target", start, start)  # *3.514 đồng chí/3.600 chỉ tiêu*
    planned = is_planned_number(reading, figure) or _is_over(reading, figure)
    if planned or is_held_to(reading, figure):
        return Cue("target", start, start)
    if figure.kind not in _NORMED:
        return _assigned(reading, figure)
    low = max(0, start - _BEFORE)
    if is_by_how_much(reading, figure):
        return None
    label = words.norm_before.match(text, low, start)
    if label is not None:
        return Cue("requirement", label.start(), label.end())
    if _is_in_a_row(reading, figure):
        return Cue("requirement", start, start)
    if words.aimed_before.match(text, low, start) is not None:
        return Cue("target", start, start)  # It is said of this number alone.
    whole = figure.kind == "ratio" or figure.dimensions.found.get("basis") == "of_plan"
    if whole or words.passing_by.match(text, low, start) is None:
        return None
    if words.aimed_behind.match(text, figure.end) is not None:
        return Cue("target", start, start)
    ruled = words.ruled_behind.match(text, figure.end)
    return Cue("requirement", start, start) if ruled is not None else None


def is_planned_number(reading: Reading, figure: Figure) -> bool:
    """Whether a number is the one that was planned: *110% of the 800 planned*.

    It may have a noun for a plan (*61% of the 1,000 target*), stand behind a stroke, or be what
    another is held against: *admitted 1,240 comrades / 1,150 planned*; *1,240 were admitted,
    against 1,150 planned*.
    """
    words, text = reading.words, reading.text
    if not _PLANNED & reading.lists or figure.bracket is not None:
        return False
    if words.planned_behind.match(text, figure.end) is None:
        return False
    low = max(0, figure.start - _BEFORE)
    if words.planned_before.match(text, low, figure.start) is not None:
        return True
    before = reading.last_before(figure.start)
    if before is None or not before.kind == figure.kind == "count":
        return False
    end = before.noun_end if before.unit else before.end
    if text[end : figure.start].strip() == "/":
        return True
    leads = (words.passing_by, words.held_directly)
    return any(one.match(text, low, figure.start) is not None for one in leads)


def is_held_to(reading: Reading, figure: Figure, *, alike: bool = False) -> bool:
    """Whether a percentage is the aim that the one before it is held against.

    *Tỷ lệ đô thị hóa đạt 27,3% so với kế hoạch 31%*. If both must be ``alike``, the one before is
    not by how much the aim was passed (*tăng 2,1% so với mục tiêu 15%*), nor how much of it was
    reached (*đạt 94,6% so với kế hoạch 7,5%*).
    """
    before = reading.figures[figure.index - 1] if figure.index else None
    if before is None or not before.kind == figure.kind == "percentage":
        return False
    if before.bracket != figure.bracket:
        return False
    if reading.words.beside_aim.fullmatch(reading.text, before.end, figure.start) is None:
        return False
    reached, aim = before.number, figure.number
    if reached is None or aim is None or aim > _WHOLE:
        return False
    if not alike and "," not in reading.text[before.end : figure.start]:
        return True  # *Tăng 4%, so với dự toán đạt 92%*
    return reached <= _WHOLE and _OF_AN_AIM_AT_LEAST * aim < reached < aim / _OF_AN_AIM_AT_LEAST


def _is_over(reading: Reading, figure: Figure) -> bool:
    """Whether a share stands behind a stroke and another: *xã đạt chuẩn 71,2%/65%*, no two parts.

    So much was reached, and so much was aimed at; but *nam/nữ 52%/48%* is a whole.
    """
    before = reading.figures[figure.index - 1] if figure.index else None
    if before is None or not before.kind == figure.kind == "percentage":
        return False
    if reading.text[before.end : figure.start].strip() != "/":
        return False
    reached, aim = before.number, figure.number
    return reached is not None and aim is not None and reached + aim != _WHOLE


def _is_in_a_row(reading: Reading, figure: Figure) -> bool:
    """Whether a bound goes on with the norms before it, without a verb of its own.

    *Yêu cầu cán bộ trẻ từ 10% trở lên, nữ từ 15%*, but not *…, kết quả nữ có 17%*.
    """
    before = reading.figures[figure.index - 1] if figure.index else None
    if before is None or before.kind != figure.kind or before.scope.segment != figure.scope.segment:
        return False
    if before.dimensions.found.get("role") != "requirement":
        return False
    if any("role" in one.sets for one in reading.cues(figure.scope.right, figure.bracket)):
        return False  # *Giảm ít nhất 20% phòng, 15% - 20% đơn vị theo kế hoạch*
    words, text, value = reading.words, reading.text, figure.fact.value
    led = words.start_of_range.match(text, max(before.end, figure.start - _BEFORE), figure.start)
    if not led and getattr(value, "upto", None) is None:
        return False
    verbs = (words.having, words.reaches, words.constitutes, words.came_of_it)
    return all(one.search(text, before.end, figure.start) is None for one in verbs)


def _assigned(reading: Reading, figure: Figure) -> Cue | None:
    """What somebody was assigned to reach, unless a deed stands between.

    *Được giao thu 12.000 tỷ đồng*, but not *đơn vị được giao thu ngân sách đã thu 13.500 tỷ đồng*.
    """
    words, text = reading.words, reading.text
    given = words.assigned.search(text, *figure.scope.left)
    if given is None:
        return None
    since = Stretch(given.end(), figure.start)
    done = words.came_of_it.search(text, *since) or words.done.search(text, *since)
    told = any("topic" in one.sets for one in reading.cues(since, figure.bracket))
    return None if done or told else Cue("target", given.start(), given.end())


def is_by_how_much(reading: Reading, figure: Figure) -> bool:
    """Whether a number tells by how much an aim or a norm was passed, and is none of its own.

    *Tăng 12%, vượt kế hoạch đề ra 5,3%*; *nữ chiếm 17%, cao hơn yêu cầu 2%*; but not *nữ chiếm
    33,2%, vượt yêu cầu 15%*.
    """
    text, words, start = reading.text, reading.words, figure.start
    before = reading.last_before(start)
    if figure.kind not in _NORMED or before is None or before.kind != figure.kind:
        return False
    low = max(0, start - _BEFORE)
    label = words.norm_before.match(text, low, start)
    if label is not None:
        compared = text[label.start()] not in _OPENS_LABEL
        return compared and not _is_at_least(reading, figure, _OF_A_NORM)
    if words.aimed_before.match(text, low, start) is None:
        return False
    beyond = words.goes_beyond.search(text, before.end, start)
    return beyond is not None and not _is_at_least(reading, figure, _OF_AN_AIM)


def is_most_of(figure: Figure, before: Figure) -> bool:
    """Whether a number is so large a part of another that it may be what that was to reach."""
    reached, said = before.number, figure.number
    return reached is not None and said is not None and said > _OF_AN_AIM * reached


def _is_at_least(reading: Reading, figure: Figure, part: Decimal) -> bool:
    """Whether a number is more than a part of the one before, if that is of its kind."""
    before = reading.last_before(figure.start)
    if before is None or before.kind != figure.kind:
        return True
    reached, said = (one.number for one in (before, figure))
    return reached is None or said is None or said > part * reached


def asked_of(reading: Reading, figure: Figure, role: Role) -> Role | None:
    """What a bound is that no word makes a result: a norm, or the aim that the one before is.

    *Sẽ giảm 1,7% công chức, tối thiểu 2,5% viên chức*; but *no more than 71% have both posts*
    tells what is.
    """
    if reading.words.has_behind.match(reading.text, figure.end) is not None:
        return None
    before = reading.figures[figure.index - 1] if figure.index else None
    if before is not None and before.kind == figure.kind and before.bracket == figure.bracket:
        said = before.dimensions.found.get("role")
        if said is not None and said in _DUE:
            return _DUE[said]
    return role


def is_passed(reading: Reading, figure: Figure) -> bool:
    """Whether a number is an aim that the one before it passed, not by how much it did.

    *Thu 1.800 tỷ đồng, vượt dự toán cả năm là 1.700 tỷ đồng*, but not *…, vượt dự toán là 100 tỷ
    đồng*.
    """
    before, low = reading.last_before(figure.start), max(0, figure.start - _BEFORE)
    if before is None or before.kind != figure.kind:
        return False
    if reading.words.passed_aim.search(reading.text, low, figure.start) is None:
        return False
    return _is_at_least(reading, figure, _OF_A_TOTAL)


def is_told_as_met(reading: Reading, figure: Figure) -> bool:
    """Whether a ratio is how many of some aims were met: *of the targets 23/29 were met*."""
    if figure.kind != "ratio":
        return False
    return reading.words.met_behind.match(reading.text, figure.end) is not None
