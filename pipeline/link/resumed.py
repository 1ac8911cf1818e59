"""Numbers of another time whose sentence says nothing else: it goes on with the one before.

*GRDP năm 2024 tăng 8,2%. Quý I/2025 tăng 9,1%*; *The PCI score of 2022 was 65.1. In 2023 it
reached 66.4*.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from pipeline.link.figures import SHARED, Cue, Dimensions, Figure
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch

__all__ = ["Measured", "measured", "tell_resumed"]

#: Of what a percentage may be that measures the same at another time.
_BASES = frozenset({None, "share", "growth"})
#: The roles of numbers that no later sentence is of.
_DUE = frozenset({"target", "plan", "requirement"})


class Measured(NamedTuple):
    """What all numbers of one kind in a sentence measure; cues are offsets in the document."""

    indicator: str
    unit: str | None
    told: Dimensions


def measured(reading: Reading) -> dict[str, Measured]:
    """By kind what the numbers of a sentence measure, where all of the kind measure one thing."""
    kinds = {one.kind for one in reading.figures}
    every = {kind: [one for one in reading.figures if one.kind == kind] for kind in kinds}
    return {
        kind: Measured(figures[0].dimensions.found["indicator"], figures[0].unit, told)
        for kind, figures in every.items()
        if len({_measure(one) for one in figures}) == 1
        and _measure(figures[0]) is not None
        and (told := _shifted(figures[0], reading.offset)) is not None
    }


def _measure(figure: Figure) -> tuple[str, str | None, str | None] | None:
    """The indicator of a number that is no aim, its unit, and how it changed."""
    found = figure.dimensions.found
    if "indicator" not in found or found.get("role") in _DUE:
        return None
    return found["indicator"], figure.unit, found.get("change")


def _shifted(figure: Figure, shift: int) -> Dimensions:
    """What is said of whom a number is of, with the offsets of the document."""
    names = [one for one in (*SHARED, "change") if one in figure.dimensions.found]
    found = figure.dimensions
    return Dimensions(
        {one: found.found[one] for one in names},
        {
            one: cue._replace(start=cue.start + shift, end=cue.end + shift)
            for one in names
            if (cue := found.cues.get(one)) is not None
        },
        counted=found.counted,
    )


def tell_resumed(
    reading: Reading, before: Mapping[str, Measured], kinds: Mapping[str, Collection[str]]
) -> None:
    """Name the first number of a sentence that only says when it was so.

    ``before`` is what the sentence before measured, ``kinds`` the kinds of value of each
    indicator.
    """
    figure = reading.figures[0]
    other = before.get(figure.kind)
    if other is None or figure.named is not None or figure.bracket is not None:
        return
    if figure.kind not in kinds[other.indicator] or figure.unit not in (None, other.unit):
        return
    if reading.names or reading.places or not _only_says_when(reading, figure):
        return
    found = figure.dimensions
    if found.found.keys() & set(SHARED) or found.found.get("basis") not in _BASES:
        return
    if found.found.get("change") != other.told.found.get("change"):
        return
    figure.named = Cue(other.indicator, 0, 0)
    for name in SHARED:
        if name in other.told.found:
            found.found[name] = other.told.found[name]
        if name in other.told.cues:
            cue, shift = other.told.cues[name], reading.offset
            found.cues[name] = cue._replace(start=cue.start - shift, end=cue.end - shift)
    found.counted = other.told.counted


def _only_says_when(reading: Reading, figure: Figure) -> bool:
    """Whether a time stands before a number, and no word beside it says of what it is."""
    ahead = Stretch(0, figure.start)
    if not any(ahead.holds(one.start) and not one.base for one in reading.times):
        return False
    beside = Stretch(figure.noun_end, figure.scope.right.end)
    if any(reading.names_subject(one) for one in (ahead, beside)):
        return False
    words = reading.words
    if any(one.search(reading.text, *ahead) for one in (words.other_measure, words.constitutes)):
        return False  # *…; cuối năm 2024, chiếm 28%* is a part of something.
    said = {name for one in (ahead, beside) for cue in reading.cues(one, None) for name in cue.sets}
    return not said - {"role", "change", "basis"} and not words.of_them.match(
        reading.text, figure.end
    )
