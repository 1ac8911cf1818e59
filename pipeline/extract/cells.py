"""Numbers that fill a table cell: their unit stands in the headers of the cell."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

import regex

from pipeline.extract.values import Reader
from pipeline.language import Language, alternatives
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


class CellReader:
    """Reads cells in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    @cached_property
    def _unit_line(self) -> regex.Pattern[str]:
        listed = self.language.card.any_of("unit_lines")
        named = rf"(?:{listed})\s*[:：]\s*"
        return regex.compile(
            rf"(?i)(?:\W*{named}(?P<unit>[^\n]{{1,40}})|.*\((?:{named})?(?P<unit>[^()]{{1,30}}))\W*"
        )

    def unit_of(self, text: str) -> str | None:
        """The unit that a line over a table names: *Đơn vị tính: triệu đồng*, *Thu chi (%)*."""
        found = self._unit_line.fullmatch(text)
        return found["unit"].strip(" ()") if found else None

    @cached_property
    def _years(self) -> regex.Pattern[str]:
        return regex.compile(rf"(?i)\s*(?:{self.language.card.any_of('year_columns')})\s*")

    @cached_property
    def _counter(self) -> regex.Pattern[str]:
        """The header of a column that numbers the rows."""
        return regex.compile(rf"(?i)\s*(?:#|{self.language.card.any_of('counter_columns')})\s*")

    @cached_property
    def _percent(self) -> regex.Pattern[str]:
        return regex.compile(rf"(?i)[%％]|{self.language.card.any_of('percent_columns')}")

    @cached_property
    def _counting(self) -> regex.Pattern[str]:
        """The beginning of the header of a row that counts, whatever the others are in."""
        return regex.compile(rf"(?i)\W*(?:{self.language.card.any_of('count_labels')})(?!\w)")

    @cached_property
    def _money(self) -> regex.Pattern[str]:
        card = self.language.card
        magnitude, currency = alternatives(card.magnitudes), alternatives(card.currencies)
        return regex.compile(
            rf"(?i)(?<!\w)(?:(?P<magnitude>{magnitude})\s+)?(?P<currency>{currency})(?!\w)"
        )

    @cached_property
    def _scale(self) -> regex.Pattern[str]:
        return regex.compile(
            rf"(?i)(?:^|[(,:]\s*)(?P<magnitude>{alternatives(self.language.card.magnitudes)})(?!\w)"
        )

    @cached_property
    def _unit(self) -> regex.Pattern[str]:
        units = alternatives(self.language.card.units)
        return regex.compile(rf"(?i)(?:^|[(,:]\s*)(?P<unit>{units})\s*(?=[),]|$)")

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
        if found is None or (headers and self._counter.fullmatch(headers[0])) or not headers:
            return None
        start, end = found.span("number")
        if self._years.fullmatch(headers[0]) and _YEAR.fullmatch(found["number"]):
            return start, end, Date(date=found["number"], precision="year")
        start -= found["minus"] is not None
        # The town of *Dong Ha* is no currency.
        named = [*headers, *(one for one in labels if not _PROPER.fullmatch(one.strip()))]
        if unit and not any(self._counting.match(one) for one in labels):
            named.append(unit)
        value = self._value(found["number"], named, reader)
        if value is None:
            return None
        if found["minus"] and value.number is not None:
            value = value.model_copy(update={"number": -value.number})
        if found["bound"]:
            value = value.model_copy(update={"comparator": _BOUNDS[found["bound"]]})
        return start, end, value

    def _value(
        self, number: str, headers: Sequence[str], reader: Reader
    ) -> Percentage | Money | Quantity | Count | None:
        """The value by the first of some headers that names a unit; a count where none does."""
        for header in headers:
            if self._percent.search(header):
                parsed = reader.parse(number)
                exponent = int(parsed.resolution.as_tuple().exponent)
                return Percentage(
                    number=parsed.number,
                    resolution=parsed.resolution,
                    flag=parsed.flag,
                    decimals=max(0, -exponent),
                )
            if money := self._money.search(header):
                amount = reader.scaled(number, money["magnitude"], whole=True)
                currency = self.language.card.currencies[
                    " ".join(money["currency"].casefold().split())
                ]
                return Money(
                    number=amount.number,
                    resolution=amount.resolution,
                    flag=amount.flag,
                    currency=currency,
                )
            if unit := self._unit.search(header.strip()):
                parsed = reader.parse(number)
                name = self.language.card.units[" ".join(unit["unit"].casefold().split())]
                return Quantity(
                    number=parsed.number, resolution=parsed.resolution, flag=parsed.flag, unit=name
                )
            if scale := self._scale.search(header.strip()):
                many = reader.scaled(number, scale["magnitude"], whole=True)
                return Count(number=many.number, resolution=many.resolution, flag=many.flag)
        parsed = reader.parse(number, whole=True)
        if parsed.number is None:
            return Count(number=None, flag=parsed.flag)
        return Count(number=Decimal(parsed.number), resolution=parsed.resolution, flag=parsed.flag)
