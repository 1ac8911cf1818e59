"""What the headers of a table say of the number in a cell."""

from __future__ import annotations

from pipeline.link.cells import Headers
from pipeline.link.figures import Cue, Figure
from pipeline.link.indicators import IndicatorFinder
from pipeline.link.placing import UNITS
from pipeline.link.reading import Reading

__all__ = ["CellNumbers"]


class CellNumbers:
    """Reads the numbers of one cell; ``headers`` are None for a sentence in no table."""

    def __init__(
        self, reading: Reading, headers: Headers | None, indicators: IndicatorFinder
    ) -> None:
        self.reading, self.headers, self.indicators = reading, headers, indicators

    def tell(self, figure: Figure) -> None:
        """What a cell leaves unsaid, from its row and column headers and its caption."""
        headers, found = self.headers, figure.dimensions
        if headers is None:
            return
        offset, column = self.reading.offset, headers.column
        start, end = column.place[0] - offset, column.place[1] - offset
        number = getattr(figure.fact.value, "number", None)
        differs = column.basis is None or figure.kind != "percentage"
        change = headers.change_of(negative=number is not None and number < 0) if differs else None
        for dimension, value in (
            ("role", column.role), ("basis", column.basis), ("change", change),
        ):  # fmt: skip
            if value is not None and not (dimension == "basis" and figure.kind != "percentage"):
                found.take(dimension, Cue(value, start, end))
        for term in headers.terms:
            for dimension, value in term.sets.items():
                if dimension == "body" and value in UNITS:
                    found.counted = found.counted or value
                else:
                    found.take(dimension, Cue(value, term.start - offset, term.end - offset))
        for dimension, time in (("period", headers.period), ("base_period", column.base)):
            if time is not None:
                cue = Cue(str(time.value), time.start - offset, time.end - offset)
                found.take(dimension, cue)
        if headers.whose.province is not None:
            figure.place = headers.whose.province

    def name(self, figure: Figure) -> Cue | None:
        """The indicator that a header of the cell names."""
        offset = self.reading.offset
        for name in self.headers.names if self.headers else ():
            if self.indicators.fits(name.indicator, figure):
                return Cue(name.indicator, name.start - offset, name.end - offset)
        return None

    def can_be_of(self, indicator: str, figure: Figure) -> bool:
        """Whether a cell can be of an indicator, by its row and its column.

        The numbers of a district are not those of the province, and what compares two numbers
        is not of what those are of.
        """
        headers, found = self.headers, figure.dimensions
        if headers is None:
            return True
        if headers.whose.apart or headers.column.derived:
            return False
        number = getattr(figure.fact.value, "number", None)
        if "change" in found.found and (headers.column.changes or headers.column.compares):
            return indicator in self.indicators.changes
        if number is not None and number < 0:
            return "change" in found.found
        if not headers.column.compares:
            return True
        basis = found.found.get("basis") if figure.kind == "percentage" else None
        return basis is not None and basis in self.indicators.bases[indicator]
