"""By how much a share is higher or lower than it was, and what there is now of what is aimed at.

*Nữ chiếm 30,2% (cao hơn nhiệm kỳ trước 3,7%)*; *women make up 24.1%, 1.6% higher than in the
previous term*: it is of the same as the share before it, and tells a change. *Giải ngân phải đạt
95% (nay mới 33,4%)*: that is the result so far.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import regex

from pipeline.link.figures import Cue, Figure
from pipeline.link.measures import Measure
from pipeline.link.reading import Reading
from pipeline.link.scope import Cover, Stretch
from pipeline.model import Ratio

__all__ = ["tell_further", "tell_now"]

#: What parts a share and its noun from the words that hold it against an earlier time.
_PARTED = regex.compile(r"(?P<noun>[^,;:()]*)[,(]\s*")
_EARLIER = "previous"
_WHOLE = 100
#: The roles of what is still to come.
_DUE = frozenset({"target", "requirement", "plan"})
_CHANGES = {"more": "increase", "less": "decrease"}


def tell_further(reading: Reading, figure: Figure, shares: Collection[str]) -> None:
    """Give a number by how much the share before it changed the indicator of that.

    ``shares`` are the indicators that can change by some of their points.
    """
    found = figure.dimensions
    if figure.kind != "percentage" or not figure.index:
        return
    before = reading.figures[figure.index - 1]
    told = before.dimensions.found
    if told.get("indicator") not in shares or "change" in told or before.kind != figure.kind:
        return
    change = _change(reading, before, figure)
    measure = Measure.of(before, reading.offset)
    if change is None or measure is None or not _is_small(before, figure):
        return
    cue = measure.give(figure, reading.offset)
    for name in ("indicator", "change", "role"):
        found.drop(name)
    found.take("indicator", cue)
    found.take("change", change)
    found.found["role"] = told.get("role", "actual")


def tell_now(reading: Reading, figure: Figure, kinds: Mapping[str, Collection[str]]) -> None:
    """Tell a number that a bracket gives for now what the aim before the bracket is of.

    *Phấn đấu giảm tỷ lệ hộ nghèo còn 3% (hiện nay 5,2%)*; it may be told twice, *92% (hiện 288/331
    trường, tức 87%)*. ``kinds`` are the kinds of numbers that each indicator takes.
    """
    bracket = figure.bracket
    before = reading.before_bracket(bracket) if bracket is not None else None
    if bracket is None or before is None or figure.kind not in (before.kind, "ratio"):
        return
    told, row = before.dimensions.found, reading.figures_in(bracket, bracket)
    if told.get("role") not in _DUE or "change" in told:
        return
    if figure not in row or not (len(row) == 1 or _is_told_twice(reading, row)):
        return
    first, last = row[0], row[-1]
    same = last.kind == before.kind and before.unit in (None, last.unit)
    if not same and figure.kind not in kinds.get(told.get("indicator", ""), ()):
        return
    led = reading.words.only_now.fullmatch(reading.text, bracket.start, first.start)
    behind = reading.text[last.noun_end if last.unit else last.end : bracket.end].strip()
    apart = set(reading.text[before.end : bracket.start - 1]) & set(",;:.")
    measure = Measure.of(before, reading.offset)
    if led is None or behind or apart or measure is None:
        return
    cue = measure.give(figure, reading.offset)
    for name in ("indicator", "role"):
        figure.dimensions.drop(name)
    if figure.kind in kinds[measure.indicator]:
        figure.dimensions.take("indicator", cue)
    figure.dimensions.take("role", Cue("actual", *led.span()))


def _is_told_twice(reading: Reading, row: Sequence[Figure]) -> bool:
    """Whether two numbers are how many of how many, and which percentage those are."""
    if [one.kind for one in row] != ["ratio", "percentage"]:
        return False
    value, share = row[0].fact.value, row[1].number
    if not isinstance(value, Ratio) or value.part is None or not value.total or share is None:
        return False
    between = Stretch(row[0].noun_end if row[0].unit else row[0].end, row[1].start)
    if not reading.text[slice(*between)].lstrip().startswith(","):
        return False  # *Hiện 288/331 trường tư thục, tức 87%*
    close = abs(value.part * _WHOLE / value.total - share) < 1
    return close and not reading.names_subject(between)


def _is_small(before: Figure, figure: Figure) -> bool:
    """Whether a number is less than half of another: more would be what it was before."""
    one, two = before.number, figure.number
    return one is not None and two is not None and 0 < two * 2 < one


def _change(reading: Reading, before: Figure, figure: Figure) -> Cue | None:
    """How a number says that the one before it differs from an earlier one."""
    text, words = reading.text, reading.words
    parted = _PARTED.match(text, before.end, figure.start)
    if parted is None or reading.names_subject(Stretch(*parted.span("noun"))):
        return None
    end = min(figure.scope.right.end, len(text))
    for found, start, stop in (
        (words.further.match(text, parted.end(), figure.start), None, figure.start),
        (words.further_behind.match(text, figure.end, end), figure.end, end),
    ):
        if found is None or (start is not None and parted.end() != figure.start):
            continue
        then = Stretch(found.end(), stop)
        if start is None and not text[slice(*then)].strip():
            held = words.held_to_earlier.match(text, figure.end, end)
            then = Stretch(held.end(), end) if held is not None else then
        if _is_earlier(reading, then):
            return Cue(_CHANGES[str(found.lastgroup)], *found.span())
    return None


def _is_earlier(reading: Reading, then: Stretch) -> bool:
    """Whether some words name an earlier time, and nothing else."""
    text, words = reading.text, reading.words
    terms = [one for one in reading.terms if then.holds(one.start)]
    if any(one.sets.get("role", _EARLIER) != _EARLIER or len(one.sets) > 1 for one in terms):
        return False
    times = [(one.start, one.end) for one in reading.times if then.holds(one.start)]
    said = [one.span() for one in words.earlier.finditer(text, *then)]
    named = [(one.start, one.end) for one in terms if one.sets.get("role") == _EARLIER]
    if not (times or said or named):
        return False
    known = Cover([*times, *said, *((one.start, one.end) for one in terms)])
    return not words.subject_in(text, then, known) and not any(
        then.holds(start)
        for start in (
            *(one.start for one in reading.places),
            *(one.start for one in reading.figures),
        )
    )
