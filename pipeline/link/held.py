"""Aims and earlier figures that short clauses hold against the number before them.

*GRDP grew by 9.4%. The full-year target is 10%*; *the DTI was 0.61; the score of the previous year
was 0.58*; *hộ nghèo còn 4,1%; phấn đấu cuối năm còn dưới 3%, giảm 1,1%*. Such a clause names no
measure: it has that of the number before.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pipeline.link.context import Context
from pipeline.link.figures import Cue, Figure
from pipeline.link.measures import Measure
from pipeline.link.norms import is_held_to
from pipeline.link.reading import Reading
from pipeline.link.scope import Cover, Stretch

__all__ = ["held_against"]

#: The roles of what a result is held against.
_HELD = frozenset({"target", "plan", "previous"})
#: So many numbers stand before the share of the last of two counts, and belong to it.
_PAIRS = 3
#: What a verb says that is no more than an aim's: *phấn đấu*, *strives for*.
_STRIVING = {"role": "target"}
#: What names a measure, or whose it is.
_NAMING = frozenset({"topic", "population", "attribute", "body", "level", "change"})


def held_against(
    reading: Reading, figure: Figure, context: Context, changes: Collection[str]
) -> Cue | None:
    """The indicator of the number before, for one whose clause names no measure.

    Whom it is of goes with it. ``changes`` are the indicators that measure a change.
    """
    found = figure.dimensions.found
    if (beside := _beside_last(reading, figure)) is not None:
        figure.dimensions.drop("change")
        return beside.give(figure, reading.offset)
    if found.get("role") not in _HELD or figure.bracket is not None or reading.places:
        return None
    if (by := _by_how_much(reading, figure)) is not None:
        return by.give(figure, reading.offset)
    alone = _names_nothing(reading, figure) or is_held_to(reading, figure, alike=True)
    if not alone and not _is_strived_for(reading, figure):
        return None
    opens = not reading.text[: figure.scope.left.start].strip()
    if opens:
        told = context.last.get(figure.kind) if context.follows(reading) else None
    else:
        before = reading.last_before(figure.start)
        same = before is not None and before.kind == figure.kind
        told = Measure.of(before, reading.offset) if before is not None and same else None
    if told is None or (told.change is not None and told.indicator not in changes):
        return None
    if figure.unit is not None and told.unit != figure.unit:
        return None
    return told.give(figure, reading.offset)


def _beside_last(reading: Reading, figure: Figure) -> Measure | None:
    """The measure of the share beside the first of two counts, for the one beside the last.

    *Số hộ nghèo giảm từ 4.310 hộ (5,1%) xuống còn 3.105 hộ (3,6%)*.
    """
    if figure.kind != "percentage" or figure.index < _PAIRS:
        return None
    first, share, last = reading.figures[figure.index - _PAIRS : figure.index]
    kinds = (first.kind, share.kind, last.kind)
    if kinds != ("count", "percentage", "count") or share.bracket is None:
        return None
    if first.bracket is not None or last.bracket is not None or first.unit != last.unit:
        return None
    text, words = reading.text, reading.words
    aside = [(first, share), (last, figure)]
    if any(one.end > two.start or not _is_bracketed(text, one, two) for one, two in aside):
        return None
    if words.end_of_range.search(text[share.end + 1 : last.start]) is None:
        return None
    told = Measure.of(share, reading.offset)
    return told if told is not None and told.change is None else None


def _is_bracketed(text: str, count: Figure, share: Figure) -> bool:
    """Whether a share stands alone in a bracket right behind what a number counts."""
    between = text[count.noun_end if count.unit else count.end : share.start]
    return between.strip() == "(" and text[share.end : share.end + 1] == ")"


def _is_strived_for(reading: Reading, figure: Figure) -> bool:
    """Whether a clause only says that somebody strives for its number, and by when.

    *…; phấn đấu cả năm đạt trên 95%*, but not *…; phấn đấu độ che phủ rừng đạt 61%*, nor what
    stands behind another matter: *…; giữ vững diện tích rừng, phấn đấu đạt 61%*.
    """
    found, left, text = figure.dimensions.found, figure.scope.left, reading.text
    cues = reading.cues(left, None)
    verb = next((one for one in cues if one.sets == _STRIVING), None)
    if verb is None or found.get("role") != "target" or found.get("basis") == "of_plan":
        return False
    level = reading.words.to_a_level.match(text, verb.end, figure.start) is not None
    naming = _NAMING - {"change"} if level else _NAMING
    if any(one.sets.keys() & naming for one in cues) or "change" in found:
        return False
    before = reading.last_before(figure.start)
    start = 0 if before is None else max(before.end, before.noun_end if before.unit else 0)
    return _says_no_more(reading, figure, Stretch(start, figure.start))


def _by_how_much(reading: Reading, figure: Figure) -> Measure | None:
    """The measure of an aim that was told with the one before it, for how far it is to change.

    *…; phấn đấu cuối năm còn dưới 3%, giảm 1,1%*: what stands between is the verb alone.
    """
    before = reading.figures[figure.index - 1] if figure.index else None
    if before is None or "change" not in figure.dimensions.found or before.bracket is not None:
        return None
    told = before.dimensions.found
    if before.kind != figure.kind or told.get("role") != "target" or "change" in told:
        return None
    if not _is_strived_for(reading, before) or figure.scope.segment != before.scope.segment:
        return None
    cues = reading.cues(Stretch(before.end, figure.start), None)
    if any(one.sets.keys() != {"change"} for one in cues):
        return None
    alone = _says_no_more(reading, figure, Stretch(before.end, figure.start))
    return Measure.of(before, reading.offset) if alone else None


def _names_nothing(reading: Reading, figure: Figure) -> bool:
    """Whether a clause only says that its number is an aim, or what was before.

    *The target for the year is 10%*, but not *the target for women is 10%*.
    """
    words, text, left = reading.words, reading.text, figure.scope.left
    short = [one.span() for one in words.told_shortly.finditer(text, left.start, figure.start)]
    if not short:
        return False
    cues = reading.cues(left, None)
    if any(one.sets.keys() & _NAMING for one in cues):
        return False
    return _says_no_more(reading, figure, Stretch(left.start, figure.start), short)


def _says_no_more(
    reading: Reading, figure: Figure, led: Stretch, short: Sequence[tuple[int, int]] = ()
) -> bool:
    """Whether neither the words that lead to a number nor those behind it name a matter."""
    times = ((one.start, one.end) for one in reading.times)
    cues = reading.cues(led, None)
    known = Cover([*short, *times, *((one.start, one.end) for one in cues)])
    rest = Stretch(figure.noun_end if figure.unit else figure.end, figure.scope.right.end)
    return not any(reading.words.subject_in(reading.text, one, known) for one in (led, rest))
