"""What a number measures, for another that only says when, or what was aimed at.

*GRDP năm 2024 tăng 8,2%. Quý I/2025 tăng 9,1%*; *GRDP grew by 9.4%. The full-year target is 10%*.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.link.figures import SHARED, Cue, Dimensions, Figure
from pipeline.link.reading import Reading

__all__ = ["Measure", "last_measures"]

#: The roles of numbers that no later sentence goes on with.
_DUE = frozenset({"target", "plan", "requirement"})


class Measure(NamedTuple):
    """The indicator of a number, its unit, and whom it is of; cues are offsets in the document.

    ``alone`` says that all numbers of its kind in its sentence measure the same, and none is due.
    """

    indicator: str
    unit: str | None
    told: Dimensions
    alone: bool = False

    @classmethod
    def of(cls, figure: Figure, shift: int, *, alone: bool = False) -> Measure | None:
        """That of a number, if it has an indicator; its sentence begins at ``shift``."""
        found = figure.dimensions
        indicator = found.found.get("indicator")
        if indicator is None:
            return None
        names = [one for one in (*SHARED, "change") if one in found.found]
        told = Dimensions(
            {one: found.found[one] for one in names},
            {one: _moved(found.cues[one], shift) for one in names if one in found.cues},
            counted=found.counted,
        )
        return cls(indicator, figure.unit, told, alone)

    @property
    def change(self) -> str | None:
        """Whether something grew or shrank by so much."""
        return self.told.found.get("change")

    def give(self, figure: Figure, shift: int) -> Cue:
        """Tell a number whose sentence begins at ``shift`` whom it is of; its indicator."""
        found = figure.dimensions
        for name in SHARED:
            if name in self.told.found:
                found.found[name] = self.told.found[name]
            if name in self.told.cues:
                found.cues[name] = _moved(self.told.cues[name], -shift)
        found.counted = self.told.counted
        return Cue(self.indicator, 0, 0)


def last_measures(reading: Reading) -> dict[str, Measure | None]:
    """What the last numbers of a sentence measure, by kind, before it takes them apart."""
    split = reading.words.parts.search(reading.text)
    end = split.start() if split is not None else len(reading.text)
    last = {one.kind: one for one in reading.figures if one.start < end and one.bracket is None}
    return {
        kind: Measure.of(
            one,
            reading.offset,
            alone=_are_alike([each for each in reading.figures if each.kind == kind]),
        )
        for kind, one in last.items()
    }


def _are_alike(figures: Sequence[Figure]) -> bool:
    """Whether some numbers measure one thing in one unit, in one direction, and none is due."""
    told = [one.dimensions.found for one in figures]
    measures = {
        (one.get("indicator"), figure.unit, one.get("change"))
        for one, figure in zip(told, figures, strict=True)
    }
    return len(measures) == 1 and not any(one.get("role") in _DUE for one in told)


def _moved(cue: Cue, shift: int) -> Cue:
    return cue._replace(start=cue.start + shift, end=cue.end + shift)
