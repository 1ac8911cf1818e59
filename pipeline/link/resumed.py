"""Numbers of another time whose sentence says nothing else: it goes on with the one before.

*GRDP năm 2024 tăng 8,2%. Quý I/2025 tăng 9,1%*; *The PCI score of 2022 was 65.1. In 2023 it
reached 66.4*; *The poverty rate was 9.1%. After two years the rate had dropped to 6.4%*.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from pipeline.link.figures import SHARED, Figure, is_length_of_time
from pipeline.link.measures import Measure
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch

__all__ = ["tell_resumed"]

#: Of what a percentage may be that measures the same at another time.
_BASES = frozenset({None, "share", "growth"})


def tell_resumed(
    reading: Reading, before: Mapping[str, Measure | None], kinds: Mapping[str, Collection[str]]
) -> None:
    """Name the first number of a sentence that only says when it was so.

    ``before`` is what the sentence before measured, ``kinds`` the kinds of value of each
    indicator.
    """
    figure = next((one for one in reading.figures if not is_length_of_time(one.fact)), None)
    if figure is None:
        return
    other = before.get(figure.kind)
    if other is None or not other.alone or figure.named is not None or figure.bracket is not None:
        return
    if figure.kind not in kinds[other.indicator] or figure.unit not in (None, other.unit):
        return
    if reading.names or reading.places or not _only_says_when(reading, figure):
        return
    found = figure.dimensions
    if found.found.keys() & set(SHARED) or found.found.get("basis") not in _BASES:
        return
    if found.found.get("change") == other.change:
        figure.named = other.give(figure, reading.offset)


def _only_says_when(reading: Reading, figure: Figure) -> bool:
    """Whether a time stands before a number, and no word beside it says of what it is."""
    ahead = Stretch(0, figure.start)
    timed = any(ahead.holds(one.start) and not one.base for one in reading.times)
    rates = reading.words.this_rate, reading.words.the_rate
    again = any(one.search(reading.text, *ahead) is not None for one in rates)
    if not timed and not (again and figure.kind == "percentage"):
        return False
    beside = Stretch(figure.noun_end, figure.scope.right.end)
    words = reading.words
    if again:
        ahead = words.past_afterwards(reading.text, ahead)
    if any(reading.names_subject(one) for one in (ahead, beside)):
        return False
    if any(one.search(reading.text, *ahead) for one in (words.other_measure, words.constitutes)):
        return False  # *…; cuối năm 2024, chiếm 28%* is a part of something.
    said = {name for one in (ahead, beside) for cue in reading.cues(one, None) for name in cue.sets}
    return not said - {"role", "change", "basis"} and not words.of_them.match(
        reading.text, figure.end
    )
