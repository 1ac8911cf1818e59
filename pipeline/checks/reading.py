"""What the values of observations stand for: intervals, claims, days."""

from __future__ import annotations

import calendar
from decimal import Decimal
from fractions import Fraction

import regex

from pipeline.arithmetic import Claim, Interval, claim, place, printed
from pipeline.model import (
    LENGTHS_OF_TIME,
    Count,
    Money,
    Multiple,
    Numeric,
    Observation,
    Percentage,
    Quantity,
    Ratio,
)

__all__ = [
    "Measured",
    "claimed",
    "days",
    "exact_count",
    "is_length_of_time",
    "is_lent",
    "is_share",
    "last_day",
    "meaning",
    "measured",
    "role_of",
    "share",
    "step",
]

Measured = Percentage | Count | Multiple | Money | Quantity

#: What says whose a number is.
_WHOSE = frozenset({"body", "population", "level", "attribute", "indicator"})
_BOUNDED = ("nearly", "about", ">", ">=", "<", "<=")
_DAYS = regex.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d{2})(?:-(?P<day>\d{2}))?|Q(?P<quarter>\d)|H(?P<half>\d)))?"
)


def measured(one: Observation) -> Measured | None:
    """The value if it is a number that was read; None for ratios, dates and malformed ones."""
    value = one.fact.value
    return value if isinstance(value, Numeric) and value.number is not None else None


def is_length_of_time(one: Observation) -> bool:
    """Whether a quantity says how long, so that it is neither a result nor a target."""
    value = one.fact.value
    return isinstance(value, Quantity) and value.unit in LENGTHS_OF_TIME


def is_lent(one: Observation) -> bool:
    """Whether words outside its sentence say whose a number is: a heading, a line above it.

    What tells two such lists apart (a term, a part, another line) need not be among them.
    """
    fact = one.fact
    return any(
        said.dimension in _WHOSE and not fact.sentence_start <= said.start < fact.sentence_end
        for said in one.evidence
    )


def step(value: Measured) -> Fraction:
    """The place value of the last printed digit, in the unit of the number."""
    if value.number is None:
        return Fraction(1)
    own = place(value.number)
    if isinstance(value, Percentage | Multiple) or own < 1:
        return min(own, Fraction(1))
    return Fraction(value.resolution)


def meaning(value: Measured) -> Interval:
    """The true values that the print admits, rounded to nearest where it is bare.

    >>> meaning(Percentage(number=Decimal("25.2"))).bounds
    '[]'
    """
    number = value.number if value.number is not None else Decimal(0)
    if value.comparator in _BOUNDED or value.upto is not None:
        return claim(value.comparator, number, upto=value.upto, unit=step(value)).true
    if isinstance(value, Count) and step(value) == 1:
        return Interval.point(number)
    return printed(number, unit=step(value))


def claimed(value: Measured, *, bare: str = "=") -> Claim:
    """What the print claims; ``bare`` is the comparator to read where none is written."""
    number = value.number if value.number is not None else Decimal(0)
    comparator = bare if value.comparator == "=" and value.upto is None else value.comparator
    if comparator == "=":
        return Claim(meaning(value), meaning(value))
    return claim(comparator, number, upto=value.upto, unit=step(value))


def share(one: Observation, *, of_plan: bool = False) -> Percentage | None:
    """The percentage if it can be a part of a whole: neither growth nor points.

    Nor of a plan, unless the plan is printed as the whole: *821/1.450 chỉ tiêu (56,62%)*.
    """
    value = one.fact.value
    if not isinstance(value, Percentage) or value.number is None or value.sign != "%":
        return None
    return value if value.basis in (None, "share", *(("of_plan",) if of_plan else ())) else None


def is_share(one: Observation) -> bool:
    """Whether it is a share that is printed as one bare number, and no amount of a change."""
    value = share(one)
    return (
        value is not None
        and value.comparator == "="
        and value.upto is None
        and one.change is None
        and value.number is not None
        and 0 <= value.number <= 100
    )


def exact_count(one: Observation) -> int | None:
    """The whole number of a count that is printed to the last unit; else None."""
    value = one.fact.value
    if isinstance(value, Ratio):
        part = value.part
        return int(part) if part is not None and part == int(part) else None
    if not isinstance(value, Count) or value.number is None or value.upto is not None:
        return None
    if value.comparator != "=" or (value.resolution > 1 and step(value) > 1):
        return None
    whole = int(value.number)
    return whole if whole == value.number else None


def days(written: str) -> tuple[str, str] | None:
    """The first and last day of a date in its written form; None without a year.

    >>> days("2022-Q3"), days("--11-30")
    (('2022-07-01', '2022-09-30'), None)
    """
    found = _DAYS.fullmatch(written)
    if found is None:
        return None
    year, first, last = int(found["year"]), 1, 12
    if found["quarter"]:
        last = 3 * int(found["quarter"])
        first = last - 2
    elif found["half"]:
        last = 6 * int(found["half"])
        first = last - 5
    elif found["month"]:
        first = last = int(found["month"])
    if found["day"]:
        return written, written
    end = calendar.monthrange(year, last)[1]
    return f"{year}-{first:02d}-01", f"{year}-{last:02d}-{end:02d}"


def last_day(written: str | None) -> str | None:
    """The last day of a date or period in its written form; None without a year.

    >>> last_day("2022"), last_day("2020/2025"), last_day(None)
    ('2022-12-31', '2025-12-31', None)
    """
    found = days((written or "").rpartition("/")[2])
    return found[1] if found else None


def role_of(one: Observation) -> str | None:
    """The role of a number; one without any, of which something is said, is a result."""
    said = one.indicator or one.level or one.body or one.population or one.attribute or one.change
    return one.role or ("actual" if said else None)
