"""The unit that a header names for the numbers under or beside it."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

import regex

from pipeline.language import LanguageCard, Memo, alternatives

__all__ = ["HeaderUnits", "Unit"]

#: Where a unit stands: at the start of a header or bracket, or behind a comma or colon.
_PLACE = r"(?:(?<=^\s*|[(,:;]\s*))"
#: What may stand behind it there.
_ENDS = r"(?=\s*(?:[),;]|$))"
_PER = r"(?:\s*/\s*(?P<per>[\p{L}\d. ]+(?:/[\p{L} ]+)*))?"


class Unit(NamedTuple):
    """A unit: of which kind of value, its canonical name, and how many tens its numbers are in.

    A ``scale`` has no name (*1.000 người*), a ``percentage`` has its sign.
    """

    kind: str
    name: str = ""
    power: int = 0
    per: str | None = None


class HeaderUnits:
    """Reads the units in the headers of one language; each header once.

    >>> from pipeline.rulebook import Rulebook
    >>> units = HeaderUnits(Rulebook.load().languages["vi"].language.card)
    >>> units.of["Thu ngân sách (tỷ đồng)"]
    Unit(kind='money', name='VND', power=9, per=None)
    >>> units.of["Đại biểu Hội đồng nhân dân"] is None
    True
    """

    def __init__(self, card: LanguageCard) -> None:
        self.card = card
        self.of: Memo[str, Unit | None] = Memo(self._of)
        self.powers = {**card.magnitudes, **card.header_magnitudes}

    def is_rate(self, header: str) -> bool:
        """Whether what a header is about is in percent, though it may not say so."""
        return self._rate.match(header) is not None

    def is_counted(self, header: str) -> bool:
        """Whether a header says that its numbers count something."""
        return self._counted.match(header) is not None

    def is_comparison(self, header: str) -> bool:
        """Whether a header says what its numbers are held against."""
        return self._compares.match(header) is not None

    def is_of_another_kind(self, header: str, unit: Unit) -> bool:
        """Whether a header is of an area, of people, which no amount of money is."""
        return unit.kind == "money" and self._physical.match(header) is not None

    def _of(self, header: str) -> Unit | None:
        if self._points.search(header):
            return Unit("percentage", "pp")
        if sign := self._percent.search(header):
            return Unit("percentage", "‰" if sign[0] == "‰" else "%")
        if money := self._money.search(header):
            currency = self.card.currencies[_key(money["currency"])]
            return Unit("money", currency, self._power(money), _per(money))
        if quantity := self._quantity.search(header):
            name = self.card.units[_key(quantity["unit"])]
            return Unit("quantity", name, self._power(quantity), _per(quantity))
        if scale := self._scale.search(header):
            return Unit("scale", power=self._power(scale))
        return None

    def _power(self, found: regex.Match[str]) -> int:
        magnitude = found["magnitude"]
        return self.powers[_key(magnitude)] if magnitude else 0

    @cached_property
    def _points(self) -> regex.Pattern[str]:
        return regex.compile(rf"(?i)(?<!\w)(?:{self.card.any_of('point_headers')})(?!\w)")

    @cached_property
    def _percent(self) -> regex.Pattern[str]:
        """A sign or word; behind a number it is that one's: *số xã đạt trên 95%*."""
        words = self.card.any_of("percent_headers")
        return regex.compile(rf"(?i)(?<!\d\s*)(?:[%％‰]|(?<!\w)(?:{words})(?!\w))")

    @cached_property
    def _money(self) -> regex.Pattern[str]:
        """A currency with its magnitude, or where units stand: *hội đồng*, *Đồng Hới* are none."""
        magnitude = rf"(?P<magnitude>{alternatives(self.powers)})"
        currency = rf"(?P<currency>{alternatives(self.card.currencies)})"
        code = rf"(?P<currency>(?-i:{alternatives(set(self.card.currencies.values()))}))"
        return regex.compile(
            rf"(?i)(?<!\w)(?:{magnitude}\s*{currency}{_PER}|{currency}\s*{magnitude}{_PER}"
            rf"|{code}{_PER}|{_PLACE}{currency}{_PER}{_ENDS})(?!\w)"
        )

    @cached_property
    def _quantity(self) -> regex.Pattern[str]:
        magnitude = rf"(?:(?P<magnitude>{alternatives(self.powers)})\s*)?"
        units = alternatives(self.card.units)
        return regex.compile(rf"(?i){_PLACE}{magnitude}(?P<unit>{units}){_PER}{_ENDS}")

    @cached_property
    def _scale(self) -> regex.Pattern[str]:
        others = self.card.any_of("no_magnitudes")
        powers = alternatives(self.powers)
        return regex.compile(rf"(?i){_PLACE}(?!(?:{others})(?!\w))(?P<magnitude>{powers})(?!\w)")

    @cached_property
    def _rate(self) -> regex.Pattern[str]:
        """*Tỷ lệ hộ nghèo*, *Share of women*; *tỷ lệ bác sĩ/vạn dân* is another kind of rate."""
        rates = self.card.any_of("rate_headers")
        return regex.compile(rf"(?i)\W*(?:{rates})(?!\w)(?!.*(?:\d|/(?!(?-i:\p{{Lu}}{{2}}))))")

    @cached_property
    def _compares(self) -> regex.Pattern[str]:
        return regex.compile(rf"(?i)\W*(?:{self.card.any_of('column_compares')})(?!\w)")

    @cached_property
    def _physical(self) -> regex.Pattern[str]:
        return regex.compile(rf"(?i)\W*(?:{self.card.any_of('physical_headers')})(?!\w)")

    @cached_property
    def _counted(self) -> regex.Pattern[str]:
        counted, amounts = (self.card.any_of(one) for one in ("count_labels", "amount_labels"))
        return regex.compile(rf"(?i)\W*(?!(?:{amounts})(?!\w))(?:{counted})(?!\w)")


def _key(words: str) -> str:
    return " ".join(words.casefold().split())


def _per(found: regex.Match[str]) -> str | None:
    return " ".join(found["per"].split()) if found["per"] else None
