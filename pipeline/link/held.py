"""Aims and earlier figures that short clauses hold against the number before them.

*GRDP grew by 9.4%. The full-year target is 10%*; *the DTI was 0.61; the score of the previous year
was 0.58*. Such a clause names no measure: it has that of the number before.
"""

from __future__ import annotations

from collections.abc import Collection

from pipeline.link.context import Context
from pipeline.link.figures import Cue, Figure
from pipeline.link.measures import Measure
from pipeline.link.reading import Reading
from pipeline.link.scope import Cover, Stretch

__all__ = ["held_against"]

#: The roles of what a result is held against.
_HELD = frozenset({"target", "plan", "previous"})
#: What names a measure, or whose it is.
_NAMING = frozenset({"topic", "population", "attribute", "body", "level", "change"})


def held_against(
    reading: Reading, figure: Figure, context: Context, changes: Collection[str]
) -> Cue | None:
    """The indicator of the number before, for one whose clause names no measure.

    Whom it is of goes with it. ``changes`` are the indicators that measure a change.
    """
    found = figure.dimensions.found
    if found.get("role") not in _HELD or figure.bracket is not None or reading.places:
        return None
    if not _names_nothing(reading, figure):
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
    times = ((one.start, one.end) for one in reading.times)
    known = Cover([*short, *times, *((one.start, one.end) for one in cues)])
    rest = Stretch(figure.noun_end if figure.unit else figure.end, figure.scope.right.end)
    return not any(
        words.subject_in(text, one, known) for one in (Stretch(left.start, figure.start), rest)
    )
