"""Numbers that fill a table cell: their unit stands in the headers of the cell."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

import regex

from pipeline.extract.header_units import HeaderUnits, Unit
from pipeline.extract.values import Reader
from pipeline.language import Language
from pipeline.model import Comparator, Count, Date, Money, Percentage, Quantity, Value

__all__ = ["CellReader"]

_NUMBER = regex.compile(
    r"\s*(?P<bound>[<>≥≤~])?\s*(?P<minus>[-−])?"
    r"(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+|(?!0\d)\d+(?:[.,]\d+)*)\s*"
)
#: A name of several words.
_PROPER = regex.compile(r"\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}\p{Ll}+)+")
_YEAR = regex.compile(r"(?:19|20)\d\d")
_BOUNDS: dict[str, Comparator] = {"<": "<", ">": ">", "≥": ">=", "≤": "<=", "~": "about"}
#: No rate in percent is so high.
_HIGHEST = 1_000
_PERCENT = Unit("percentage", "%")


class CellReader:
    """Reads cells in one language."""

    def __init__(self, language: Language) -> None:
        self.card = language.card
        self.units = HeaderUnits(language.card)

    @cached_property
    def _unit_line(self) -> regex.Pattern[str]:
        listed = self.card.any_of("unit_lines")
        named = rf"(?:{listed})\s*[:：]\s*"
        return regex.compile(
            rf"(?i)(?:\W*{named}(?P<unit>[^\n]{{1,40}})|.*\((?:{named})?(?P<unit>[^()]{{1,30}}))\W*"
        )

    def unit_of(self, text: str) -> str | None:
        """The unit that a line over a table names: *Đơn vị tính: triệu đồng*, *Thu chi (%)*."""
        found = self._unit_line.fullmatch(text)
        return found["unit"].strip(" ()") if found else None

    @cached_property
    def _items(self) -> regex.Pattern[str]:
        """The header of a column whose numbers count nothing: of rows, pages, ranks, codes."""
        items, others = (self.card.any_of(one) for one in ("item_headers", "uncounted_headers"))
        return regex.compile(rf"(?i)\W*(?:(?:{items})\W*$|(?:{others})(?!\w))")

    @cached_property
    def _years(self) -> regex.Pattern[str]:
        return regex.compile(rf"(?i)\W*(?:{self.card.any_of('year_headers')})\W*")

    def read(
        self,
        text: str,
        headers: Sequence[str],
        reader: Reader,
        *,
        labels: Sequence[str] = (),
        unit: str | None = None,
    ) -> tuple[int, int, Value] | None:
        """Where the number of a cell stands and what it is; None for a cell of words.

        ``headers`` are those of its column and ``labels`` those of its row, the nearest first;
        ``unit`` is what the line over the table says that its numbers are in. A column of item
        numbers gives nothing, nor does a code that starts with 0.
        """
        found = _NUMBER.fullmatch(text)
        if found is None or not headers or self._items.match(headers[0]):
            return None
        start, end = found.span("number")
        if self._years.fullmatch(headers[0]) and _YEAR.fullmatch(found["number"]):
            return start, end, Date(date=found["number"], precision="year")
        start -= found["minus"] is not None
        # The town of *Dong Ha* is no currency.
        beside = [one for one in labels if not _PROPER.fullmatch(one.strip())]
        named = self._unit(found["number"], headers, beside, unit, reader)
        value = _value(found["number"], named, reader)
        if found["minus"] and value.number is not None:
            value = value.model_copy(update={"number": -value.number})
        if found["bound"]:
            value = value.model_copy(update={"comparator": _BOUNDS[found["bound"]]})
        return start, end, value

    def _unit(
        self,
        number: str,
        headers: Sequence[str],
        labels: Sequence[str],
        over: str | None,
        reader: Reader,
    ) -> Unit | None:
        """The unit that the nearest header names, or else the line over the table.

        A column of rates is in percent whatever its rows are in. So are the decimals of one that
        compares; what its other small numbers are in is not said.
        """
        parsed = reader.parse(number)
        compares = self.units.is_comparison(headers[0]) and _is_rate_like(parsed.number)
        for header in (*headers, *labels):
            unit = self.units.of[header]
            if unit is not None and (
                header in headers or not (compares or self._are_rates(headers))
            ):
                return unit
            if unit is not None and unit.kind == "percentage":
                return unit
        if compares:
            return _PERCENT if parsed.resolution < 1 else None
        for header in (*headers, *labels):
            if self.units.is_counted(header):
                return None
            if self.units.is_rate(header):
                return _PERCENT if _is_rate_like(parsed.number) else None
        named = self.units.of[over] if over else None
        return None if named and self.units.is_of_another_kind(headers[0], named) else named

    def _are_rates(self, headers: Sequence[str]) -> bool:
        return any(self.units.is_rate(one) for one in headers)


def _is_rate_like(number: Decimal | None) -> bool:
    """Whether a number may be one of percent: it is not too high."""
    return number is None or number < _HIGHEST


def _value(number: str, unit: Unit | None, reader: Reader) -> Percentage | Money | Quantity | Count:
    """A number in its unit; a count without one."""
    kind, name, power, per = unit or Unit("")
    if power:
        parsed = reader.raised(number, Decimal(10) ** power)
    else:
        parsed = reader.parse(number, whole=kind in ("", "money"))
    fields = {"number": parsed.number, "resolution": parsed.resolution, "flag": parsed.flag}
    match kind:
        case "percentage":
            exponent = int(parsed.resolution.as_tuple().exponent)
            return Percentage(**fields, decimals=max(0, -exponent), sign=name)
        case "money":
            return Money(**fields, currency=name, per=per)
        case "quantity":
            return Quantity(**fields, unit=name, per=per)
        case _:
            return Count(**fields)
