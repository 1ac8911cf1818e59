"""From the named groups of a pattern to a value: one small maker for each kind.

A maker returns None where the groups make no such value (the thirteenth month, a part that
is larger than its whole): the match is then no match. What is malformed but is plainly
meant as this kind keeps its text and gets a null number with a flag.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

import regex

from pipeline.language import Language, Memo, NumberFormat, ParsedNumber
from pipeline.model import (
    AgeBand,
    Comparator,
    Count,
    Date,
    DocumentNumber,
    Mention,
    Money,
    Multiple,
    Percentage,
    Period,
    Quantity,
    Ratio,
    Value,
)
from pipeline.rulebook import CompiledRule

__all__ = ["MAKERS", "Found", "Maker", "Pieces", "Reader", "Values", "roman"]

Groups = Mapping[str, str | None]

#: What the groups of a rule hold: those of its pattern, then those of what stands before.
Pieces = tuple[str | None, ...]


class Found(NamedTuple):
    """A value at its place in the document, with its rule and its sentence."""

    passage: int
    start: int
    end: int
    value: Value
    rule: str
    sentence_start: int
    sentence_end: int


#: Up to here a number after a slash can be a day or a month.
_LAST_DAY = 31
#: Two numbers of which one became the other differ by no more than so many times.
_ALIKE = 100
#: What *rưỡi* and *and a half* add.
_HALF = Decimal("0.5")
#: The place value of the last of three decimals.
_THOUSANDTH = Decimal("0.001")
#: From here on a number is printed in groups of thousands.
_GROUPED = 1000
_YEAR = regex.compile(r"(?:19|20)\d\d")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman(numeral: str) -> int:
    """Read a Roman numeral.

    >>> roman("XVII"), roman("IV")
    (17, 4)
    """
    digits = [_ROMAN[letter] for letter in numeral.upper()]
    following = [*digits[1:], 0]
    return sum(-one if one < two else one for one, two in zip(digits, following, strict=True))


class Reader:
    """Reads the pieces of a match in one language and number format."""

    def __init__(self, language: Language, numbers: NumberFormat) -> None:
        self.language = language
        self.numbers = numbers
        self._parsed: Memo[tuple[str, bool], ParsedNumber] = Memo(
            lambda key: language.number(key[0].strip(), numbers, whole=key[1])
        )

    def parse(self, text: str, *, whole: bool = False) -> ParsedNumber:
        """Digits with separators; see `Language.number`."""
        return self._parsed[text, whole]

    def scaled(self, text: str, magnitude: str | None, *, whole: bool = False) -> ParsedNumber:
        """Digits times a magnitude word: ``3,2`` ``nghìn tỷ``."""
        if not magnitude:
            return self.parse(text, whole=whole)
        return self.raised(text, self.magnitude(magnitude))

    def raised(self, text: str, scale: Decimal) -> ParsedNumber:
        """Digits times a power of ten."""
        parsed = self.parse(text)
        if parsed.number is None:
            return parsed
        return ParsedNumber(
            _integral(parsed.number * scale), _integral(parsed.resolution * scale), parsed.flag
        )

    def magnitude(self, words: str) -> Decimal:
        """The power of ten of a magnitude word."""
        return Decimal(10) ** self.language.card.magnitudes[_key(words)]

    def number_group(
        self, groups: Groups, name: str = "number", *, whole: bool = False
    ) -> ParsedNumber:
        """The number of a match, in digits or in words."""
        text = groups.get(name)
        if text is not None:
            return self.scaled(text, groups.get("magnitude"), whole=whole)
        words = groups.get("cardinal")
        value = self.language.word_number(words) if words else None
        if value is None:
            return ParsedNumber(None, Decimal(1), "malformed_number")
        magnitude = groups.get("magnitude")
        scale = self.magnitude(magnitude) if magnitude else Decimal(1)
        return ParsedNumber(_integral(value * scale), scale)


Maker = Callable[[Groups, Mapping[str, Any], Reader], "Value | None"]


def _key(words: str) -> str:
    return " ".join(words.casefold().split())


def _integral(number: Decimal) -> Decimal:
    """The number without an exponent or superfluous decimals."""
    whole = number.to_integral_value()
    return whole if whole == number else number.normalize()


def _range(groups: Groups, reader: Reader, *, whole: bool = False) -> dict[str, Any] | None:
    first = reader.number_group(groups, whole=whole)
    fields: dict[str, Any] = {
        "number": first.number,
        "resolution": first.resolution,
        "flag": first.flag,
        "word": groups.get("number") is None,
    }
    if groups.get("upto"):
        last = reader.number_group({**groups, "number": groups["upto"]}, whole=whole)
        fields["upto"] = last.number
        fields["resolution"] = min(first.resolution, last.resolution)
        if first.number is None or last.number is None:
            fields["flag"] = first.flag or last.flag
            fields["number"] = fields["upto"] = None
        elif last.number <= first.number:
            return None
    return fields


def _range_before(groups: Groups, reader: Reader, *, whole: bool = False) -> dict[str, Any] | None:
    """A number that became another, ``after``, from which it borrows the magnitude.

    It does so where the two are then of like size: *30 lên 45 tỷ*. Else it is printed in
    full, *950.000 lên 1,2 triệu*, or how large it is cannot be told.
    """
    if groups.get("after") and groups.get("magnitude"):
        before, after = (reader.parse(groups[one] or "").number for one in ("number", "after"))
        if before is None or after is None:
            return None
        alone = after * reader.magnitude(groups["magnitude"] or "")
        lent = _times(before, after)
        if lent > _ALIKE or lent > _times(before, alone) or before >= _GROUPED > after * 10:
            if _times(before, alone) > _ALIKE:
                return None
            groups = {**groups, "magnitude": None}
    return _range(groups, reader, whole=whole)


def _times(one: Decimal, two: Decimal) -> Decimal:
    """How many times the smaller of two numbers the larger is; nothing is like any number."""
    smaller, larger = sorted((one, two))
    return larger / smaller if smaller else Decimal(1)


def _take_rest(fields: dict[str, Any], groups: Groups, reader: Reader) -> bool:
    """Add what follows the first magnitude, *7 triệu 520 nghìn*; false where it is no number.

    A larger magnitude behind the rest is that of both, *15 nghìn 600 tỷ*.
    """
    if groups.get("rest") and fields["number"] is not None:
        rest = reader.scaled(groups["rest"] or "", groups.get("rest_magnitude"))
        if rest.number is None:
            return False
        fields["number"] = _integral(fields["number"] * _of_both(groups, reader) + rest.number)
        fields["resolution"] = rest.resolution
    return True


def _of_both(groups: Groups, reader: Reader) -> Decimal:
    """What the number before the first magnitude is multiplied with besides."""
    first, second = groups.get("magnitude"), groups.get("rest_magnitude")
    if not first or not second:
        return Decimal(1)
    scale = reader.magnitude(second)
    return scale if scale > reader.magnitude(first) else Decimal(1)


def make_percentage(groups: Groups, sets: Mapping[str, Any], reader: Reader) -> Value | None:
    """``26,87%``, ``40-45%``, ``2.5 percentage points``."""
    fields = _range(groups, reader)
    if fields is None:
        return None
    if groups.get("minus") and fields["number"] is not None:
        fields["number"] = -fields["number"]
    fields["decimals"] = max(0, -fields["resolution"].adjusted())
    return Percentage(**{**fields, **sets})


def make_count(groups: Groups, sets: Mapping[str, Any], reader: Reader) -> Value | None:
    """``1,524``, ``1,2 triệu``, ``ba`` before a noun."""
    fields = _range(groups, reader, whole=True)
    if fields is None or not _take_rest(fields, groups, reader):
        return None
    if fields["word"] and fields["number"] is None:
        return None
    unit = groups.get("unit")
    return Count(**{**fields, "unit": " ".join(unit.split()) if unit else None, **sets})


def make_ratio(groups: Groups, sets: Mapping[str, Any], reader: Reader) -> Value | None:
    """``115/177``, ``12 of the 13``, ``two thirds``.

    What was done may be more than what was planned, ``8.400/6.500``; see `_may_be_passed`.
    """
    unit = groups.get("unit")
    unit = " ".join(unit.split()) if unit else None
    if fraction := groups.get("fraction"):
        part, whole = reader.language.card.words.fraction[_key(fraction)].split("/")
        return Ratio(part=Decimal(part), whole=Decimal(whole), unit=unit, word=True, **sets)
    if not _is_one_unit(groups):
        return None
    first, last = (_side(groups, side, reader, whole=True) for side in ("part", "whole"))
    if any(one is not None and one != one.to_integral_value() for one in (first, last)):
        # Nothing is counted: *39,6 tỷ/77,415 tỷ*.
        first, last = (_side(groups, side, reader, whole=False) for side in ("part", "whole"))
    if first is None or last is None or last <= 1:
        return None
    if first > last and not _may_be_passed(groups, last):
        return None
    word = groups.get("part") is None or groups.get("whole") is None
    return Ratio(part=first, whole=last, unit=unit, word=word, **sets)


def _side(groups: Groups, side: str, reader: Reader, *, whole: bool) -> Decimal | None:
    """One number of a ratio, in digits or in words."""
    digits = groups.get(side)
    if digits is not None:
        return reader.parse(digits, whole=whole).number
    value = reader.language.word_number(groups.get(f"{side}_words") or "")
    return None if value is None else Decimal(value)


def _is_one_unit(groups: Groups) -> bool:
    """Whether both sides count the same: *26 đảng bộ/45 đảng bộ*, no *11 vụ/46 bị can*."""
    if "whole_magnitude" in groups:
        return _key(groups["magnitude"] or "") == _key(groups["whole_magnitude"] or "")
    if "part_head" in groups:
        part, whole = (_key(groups[one] or "") for one in ("part_head", "whole_head"))
        alike = part.removesuffix("s") == whole.removesuffix("s")
        return not whole or alike or groups.get("people") is not None
    if "part_unit" not in groups:
        return True
    fewer, more = sorted(
        (_key(groups[one] or "").split()[:2] for one in ("part_unit", "unit")), key=len
    )
    if len(fewer) < len(more) and groups.get("compound"):
        return False
    return fewer == more[: len(fewer)]


def _may_be_passed(groups: Groups, planned: Decimal) -> bool:
    """Whether more than the whole may have been done: then it was planned.

    A slash stands between the numbers. In their clause there is a plan or a share of more
    than a hundred percent; else what they count stands behind them. Where no unit stands
    inside, the whole is no month, day or year.
    """
    if not groups.get("over") or not (groups.get("passed") or groups.get("counted")):
        return False
    if groups.get("part_unit") or groups.get("magnitude"):
        return True
    return planned > _LAST_DAY and not _YEAR.fullmatch(groups["whole"] or "")


def make_multiple(groups: Groups, sets: Mapping[str, Any], reader: Reader) -> Value | None:
    """``1 to 1.3 times``, ``gấp đôi``."""
    if words := groups.get("multiplier"):
        number = Decimal(reader.language.card.words.multiplier[_key(words)])
        return Multiple(number=number, word=True, **sets)
    fields = _range(groups, reader)
    return Multiple(**{**fields, **sets}) if fields else None


def make_money(groups: Groups, sets: Mapping[str, Any], reader: Reader) -> Value | None:
    """``318 tỷ 250 triệu đồng``, ``VND 3,200 billion``."""
    fields = _range_before(groups, reader, whole=True)
    if fields is None:
        return None
    if not _take_rest(fields, groups, reader):
        return None
    if groups.get("half") and fields["number"] is not None:
        half = reader.magnitude(groups["magnitude"] or "") * _HALF
        fields |= {"number": _integral(fields["number"] + half), "resolution": _integral(half)}
    currency = groups.get("currency")
    if currency:
        fields["currency"] = reader.language.card.currencies[_key(currency)]
    return Money(**{**fields, "per": _per(groups), **sets})


def make_quantity(groups: Groups, sets: Mapping[str, Any], reader: Reader) -> Value | None:
    """``35,2 ha``; the unit by its canonical name."""
    fields = _range_before(groups, reader)
    if fields is None or not _take_rest(fields, groups, reader):
        return None
    unit = groups.get("unit")
    if unit:
        fields["unit"] = reader.language.card.units[_key(unit)]
    if groups.get("half") and fields["number"] is not None:
        fields |= {"number": fields["number"] + _HALF, "resolution": _HALF}
    if (thousandths := groups.get("thousandths")) and fields["number"] is not None:
        # What stands before the point is known to be no thousands: *PAPI đạt 43.125 điểm*.
        fields |= {
            "number": Decimal(f"{fields['number']}.{thousandths}"),
            "resolution": _THOUSANDTH,
        }
    if groups.get("minus") and fields["number"] is not None:
        fields["number"] = -fields["number"]
    return Quantity(**{**fields, "per": _per(groups), **sets})


def _per(groups: Groups) -> str | None:
    """What an amount is of: ``người / năm`` as ``người/năm``."""
    per = groups.get("per")
    return "/".join(" ".join(one.split()) for one in per.split("/")) if per else None


def make_document_number(groups: Groups, sets: Mapping[str, Any], reader: Reader) -> Value | None:
    """The raw pieces of a document number; `references` restores and identifies them."""
    number = groups.get("number") or ""
    year = groups.get("year")
    fields: dict[str, Any] = {
        "symbol": None,
        "code": groups.get("code"),
        "number": number,
        "year": int(year) if year else None,
        "issuer": _issuer(groups),
        "stated_type": _key(groups["stated_type"] or "") if groups.get("stated_type") else None,
        "plenum": groups.get("plenum"),
        "term": groups.get("term"),
    }
    return DocumentNumber(**{**fields, **sets})


def _issuer(groups: Groups) -> str | None:
    issuer, unit = groups.get("issuer"), groups.get("unit")
    if issuer and unit:
        return f"{issuer}-{unit.removeprefix('-')}"
    return issuer


def _two_digits(number: int) -> str:
    return f"{number:02d}"


def _month(groups: Groups, reader: Reader, prefix: str = "") -> int | None:
    if name := groups.get(f"{prefix}month_name"):
        return reader.language.card.months[_key(name).rstrip(".")]
    if month := groups.get(f"{prefix}month"):
        return int(month)
    return None


def _year(text: str | None) -> int | None:
    return int(text) if text else None


def make_date(groups: Groups, sets: Mapping[str, Any], reader: Reader) -> Value | None:
    """A day, month, quarter, half or year; a year that is not printed stays unknown."""
    year = _year(groups.get("year"))
    if "date" in sets:
        return Date(date=sets["date"].format(year=year), precision=sets["precision"])
    if quarter := groups.get("quarter"):
        number = int(quarter) if quarter.isdigit() else roman(quarter)
        if not 1 <= number <= 4 or year is None:
            return None
        return Date(date=f"{year}-Q{number}", precision="quarter")
    if half := groups.get("half"):
        number = int(half) if half.isdigit() else roman(half)
        return Date(date=f"{year}-H{number}", precision="half") if number in (1, 2) else None
    month = _month(groups, reader)
    if sets.get("precision") == "end" and year is not None:
        last = calendar.monthrange(year, month or 12)[1]
        return Date(date=f"{year}-{_two_digits(month or 12)}-{last}", precision="day")
    if day := groups.get("day"):
        return _day(year, month, int(day))
    if month is not None:
        if not 1 <= month <= 12 or year is None:
            return None
        return Date(date=f"{year}-{_two_digits(month)}", precision="month")
    return Date(date=str(year), precision="year") if year else None


def _day(year: int | None, month: int | None, day: int) -> Value | None:
    if month is None or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    try:
        datetime.date(year or 2024, month, day)
    except ValueError:
        return Date(date=None, precision="day", flag="impossible_date")
    head = f"{year}-" if year else "--"
    return Date(date=f"{head}{_two_digits(month)}-{_two_digits(day)}", precision="day")


def make_period(groups: Groups, sets: Mapping[str, Any], reader: Reader) -> Value | None:
    """From a first to a last year, month or day; an exact half or quarter is a date."""
    year = _year(groups.get("year"))
    if "start_date" in sets and "end_date" in sets:
        return _part_of_year(year, sets)
    if months := groups.get("months"):
        return _first_months(months, year, reader)
    if groups.get("first_day"):
        return _days(groups, year, reader)
    if groups.get("first_month") or groups.get("first_month_name"):
        first, last = _month(groups, reader, "first_"), _month(groups, reader, "last_")
        first_year = _year(groups.get("first_year")) or year
        last_year = _year(groups.get("last_year")) or year
        if not first or not last or not first_year or not last_year:
            return None
        if not (1 <= first <= 12 and 1 <= last <= 12) or (first_year, first) >= (last_year, last):
            return None
        return Period(
            start_date=f"{first_year}-{_two_digits(first)}",
            end_date=f"{last_year}-{_two_digits(last)}",
        )
    return _years(groups, sets)


def _part_of_year(year: int | None, sets: Mapping[str, Any]) -> Value | None:
    """The period that a card gives with the year left open: ``{year}-01``."""
    if year is None:
        return None
    return Period(
        start_date=sets["start_date"].format(year=year), end_date=sets["end_date"].format(year=year)
    )


def _years(groups: Groups, sets: Mapping[str, Any]) -> Value | None:
    first, last = groups.get("first_year") or "", groups.get("last_year") or ""
    if not first or not last:
        return None
    if len(last) == 2:
        last = first[:2] + last
        if last <= first:  # a year that is cut short goes on: 2024-09 is a month
            return None
    flag = "runs_backwards" if int(last) < int(first) else None
    if first == last:
        return None
    if month := groups.get("last_month"):
        last = f"{last}-{_two_digits(int(month))}"
    return Period(start_date=first, end_date=last, flag=flag, **sets)


def _first_months(months: str, year: int | None, reader: Reader) -> Value | None:
    number = int(months) if months.isdigit() else reader.language.word_number(months)
    if year is None or number is None or not 1 <= number <= 12:
        return None
    if number == 6:
        return Date(date=f"{year}-H1", precision="half")
    if number == 3:
        return Date(date=f"{year}-Q1", precision="quarter")
    if number == 12:
        return Date(date=str(year), precision="year")
    return Period(start_date=f"{year}-01", end_date=f"{year}-{_two_digits(number)}")


def _days(groups: Groups, year: int | None, reader: Reader) -> Value | None:
    last_month = _month(groups, reader, "last_") or _month(groups, reader)
    first_month = _month(groups, reader, "first_") or last_month
    first_year = _year(groups.get("first_year")) or year
    first = _day(first_year, first_month, int(groups["first_day"] or 0))
    last = _day(year, last_month, int(groups["last_day"] or 0))
    if not isinstance(first, Date) or not isinstance(last, Date):
        return None
    if first.date is None or last.date is None or first.date >= last.date:
        return None
    return Period(start_date=first.date, end_date=last.date)


def make_age_band(groups: Groups, sets: Mapping[str, Any], reader: Reader) -> Value | None:
    """``under 40 years old``, ``từ 40 đến 50 tuổi``."""
    low, high = groups.get("low"), groups.get("high")
    words = reader.language.word_number
    band = (
        int(low) if low else words(groups.get("low_words") or ""),
        int(high) if high else words(groups.get("high_words") or ""),
    )
    if any(age is not None and not 0 <= age <= 120 for age in band) or band[1] == 0:
        return None
    if band[0] is not None and band[1] is not None and band[0] >= band[1]:
        return None
    return AgeBand(low=band[0], high=band[1], **sets)


def make_mention(groups: Groups, sets: Mapping[str, Any], reader: Reader) -> Value | None:
    """Digits that are no quantity; ``sets`` says what they are."""
    return Mention(**sets)


#: The maker of each kind.
MAKERS: Mapping[str, Maker] = {
    "document_number": make_document_number,
    "date": make_date,
    "period": make_period,
    "age_band": make_age_band,
    "mention": make_mention,
    "ratio": make_ratio,
    "money": make_money,
    "percentage": make_percentage,
    "multiple": make_multiple,
    "quantity": make_quantity,
    "count": make_count,
}


class Values(Memo[tuple[int, Comparator, Pieces], "Value | None"]):
    """The values that the rules of a language make, by rank, comparator and pieces.

    Values are frozen, so that equal ones may be one and the same.
    """

    def __init__(self, rules: Sequence[CompiledRule], reader: Reader) -> None:
        """Make values of what is read by ``reader``."""
        super().__init__(self._made)
        self.rules = rules
        self.reader = reader
        self.names: Memo[int, list[str]] = Memo(lambda rank: _names(rules[rank]))

    def _made(self, key: tuple[int, Comparator, Pieces]) -> Value | None:
        rank, comparator, pieces = key
        rule = self.rules[rank]
        sets = rule.card.sets if comparator == "=" else {**rule.card.sets, "comparator": comparator}
        groups = dict(zip(self.names[rank], pieces, strict=True))
        return MAKERS[rule.kind](groups, sets, self.reader)


def _names(rule: CompiledRule) -> list[str]:
    """The names of the pieces of a rule; what stands before the number has the last word."""
    return [
        name
        for pattern in (rule.pattern, rule.before)
        if pattern is not None
        for name in _group_names(pattern)
    ]


def _group_names(pattern: regex.Pattern[str]) -> list[str]:
    named = {number: name for name, number in pattern.groupindex.items()}
    return [named.get(number, "") for number in range(1, pattern.groups + 1)]
