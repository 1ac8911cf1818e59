"""What printed numbers can mean, in exact fractions.

A printed number stands for an interval, and which one depends on how its author rounds.
Everything here is a pure function of exact numbers: nothing is rounded on the way, nothing
is known of reports, and the answer to "does it agree" names the rule that makes it agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor, lcm
from typing import Literal, NamedTuple

__all__ = [
    "Base",
    "Claim",
    "Interval",
    "Rounding",
    "Totals",
    "Truth",
    "chance_of_fit",
    "claim",
    "common_base",
    "common_totals",
    "decimal_text",
    "expected_totals",
    "growth",
    "holds",
    "implied_totals",
    "last_figure",
    "one_digit_edits",
    "percent_of",
    "place",
    "printed",
    "printed_as",
    "remainder",
    "rounding_that_gives",
    "share_sum_rule",
    "sum_of",
    "weight_of_one",
]

Exact = Fraction | Decimal | int

#: How an author gets from the true value to the print, in the order of likelihood.
#: ``any`` admits all three and is the last resort.
Rounding = Literal["nearest", "cut_off", "rounded_up", "any"]
SINGLE_RULES: tuple[Rounding, ...] = ("nearest", "cut_off", "rounded_up")

#: What can be said of a claim about a value that is itself known only as an interval.
Truth = Literal["true", "grey", "open", "false"]

PERCENT = Fraction(100)
_HALF = Fraction(1, 2)


# ── intervals ─────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from ``low`` to ``high``; None is no limit on that side."""

    low: Fraction | None
    high: Fraction | None
    low_closed: bool = True
    high_closed: bool = True

    @classmethod
    def point(cls, number: Exact) -> Interval:
        """The interval of one exact number."""
        exact = Fraction(number)
        return cls(exact, exact)

    @property
    def bounds(self) -> str:
        """Which ends belong to it: ``[]``, ``[)``, ``(]`` or ``()``.

        >>> printed(Decimal(65), "cut_off").bounds
        '[)'
        """
        low = "[" if self.low_closed and self.low is not None else "("
        return low + ("]" if self.high_closed and self.high is not None else ")")

    def contains(self, number: Exact) -> bool:
        """Whether the number lies in it.

        >>> printed(Decimal(65)).contains(Fraction(11500, 177))
        True
        """
        return self.meets(Interval.point(number))

    def meets(self, other: Interval) -> bool:
        """Whether any number lies in both."""
        return not (_below(self, other) or _below(other, self))

    def within(self, other: Interval) -> bool:
        """Whether every number of this one lies in the other."""
        low = other.low is None or (
            self.low is not None
            and (self.low, not self.low_closed) >= (other.low, not other.low_closed)
        )
        high = other.high is None or (
            self.high is not None
            and (self.high, self.high_closed) <= (other.high, other.high_closed)
        )
        return low and high

    def clipped(self, low: Exact, high: Exact) -> Interval:
        """The part from ``low`` to ``high``; a share cannot leave [0, 100].

        >>> printed(Decimal(100)).clipped(0, 100).high
        Fraction(100, 1)
        """
        floor_, top = Fraction(low), Fraction(high)
        return Interval(
            floor_ if self.low is None or self.low < floor_ else self.low,
            top if self.high is None or self.high > top else self.high,
            self.low_closed or self.low is None or self.low < floor_,
            self.high_closed or self.high is None or self.high > top,
        )

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_closed and other.low_closed,
            self.high_closed and other.high_closed,
        )

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_closed,
            self.low_closed,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def scaled(self, factor: Exact) -> Interval:
        """Every number of it times a factor above zero."""
        by = Fraction(factor)
        return Interval(
            None if self.low is None else self.low * by,
            None if self.high is None else self.high * by,
            self.low_closed,
            self.high_closed,
        )

    def over(self, other: Interval) -> Interval | None:
        """Every quotient of two positive intervals; None where a divisor could be zero.

        >>> Interval.point(6).over(Interval(Fraction(2), Fraction(3)))
        Interval(low=Fraction(2, 1), high=Fraction(3, 1), low_closed=True, high_closed=True)
        """
        if other.low is None or other.low <= 0 or self.low is None or self.low < 0:
            return None
        return Interval(
            Fraction(0) if other.high is None else self.low / other.high,
            None if self.high is None else self.high / other.low,
            self.low_closed and other.high_closed and other.high is not None,
            self.high_closed and other.low_closed,
        )


def _below(first: Interval, second: Interval) -> bool:
    if first.high is None or second.low is None:
        return False
    if first.high == second.low:
        return not (first.high_closed and second.low_closed)
    return first.high < second.low


def sum_of(intervals: Sequence[Interval]) -> Interval:
    """The interval of the sum."""
    total = Interval.point(0)
    for interval in intervals:
        total = total + interval
    return total


# ── what a printed number can mean ────────────────────────────────────────────────────────


def place(number: Decimal) -> Fraction:
    """The place value of the last printed digit.

    >>> place(Decimal("13.30")), place(Decimal("177"))
    (Fraction(1, 100), Fraction(1, 1))
    """
    return _power_of_ten(int(number.as_tuple().exponent))


@lru_cache(maxsize=64)
def _power_of_ten(exponent: int) -> Fraction:
    return Fraction(10) ** exponent


def last_figure(number: Decimal) -> Fraction:
    """The place value of the last digit that is not a mere filling zero.

    >>> [int(last_figure(Decimal(number))) for number in (27, 900, 1300)]
    [1, 100, 100]
    """
    if number == 0 or number != number.to_integral_value():
        return place(number)
    return max(place(number), place(number.normalize()))


def printed(number: Decimal, rule: Rounding = "nearest", *, unit: Exact | None = None) -> Interval:
    """The true values that print as this number; ``nearest`` admits either rule for ties.

    >>> printed(Decimal("92.3"))
    Interval(low=Fraction(369, 4), high=Fraction(1847, 20), low_closed=True, high_closed=True)
    """
    step = place(number) if unit is None else Fraction(unit)
    value = Fraction(number)
    match rule:
        case "nearest":
            return Interval(value - step / 2, value + step / 2)
        case "cut_off":
            return Interval(value, value + step, high_closed=False)
        case "rounded_up":
            return Interval(value - step, value, low_closed=False)
        case "any":
            return Interval(value - step, value + step, low_closed=False, high_closed=False)


def printed_as(value: Exact, decimals: int, rule: Rounding = "nearest") -> Decimal:
    """How an exact value is printed with so many decimals; ties go up.

    >>> share = Fraction(1400, 15)
    >>> [str(printed_as(share, 1, rule)) for rule in ("nearest", "cut_off", "rounded_up")]
    ['93.3', '93.3', '93.4']
    """
    scaled = Fraction(value) * 10**decimals
    match rule:
        case "cut_off":
            digits = floor(scaled)
        case "rounded_up":
            digits = ceil(scaled)
        case _:
            digits = floor(scaled + Fraction(1, 2))
    return Decimal(digits).scaleb(-decimals)


def decimal_text(value: Exact, decimals: int | None = None) -> str:
    """The number as a decimal string; without ``decimals`` all digits that it has, up to 12.

    >>> decimal_text(Fraction(11500, 177), 2), decimal_text(Fraction(129, 2))
    ('64.97', '64.5')
    """
    if decimals is not None:
        return format(printed_as(value, decimals), "f")
    text = format(printed_as(value, 12), "f")
    return text.rstrip("0").rstrip(".")


def percent_of(part: Exact, whole: Exact) -> Fraction:
    """The part in percent of the whole.

    >>> percent_of(12, 48)
    Fraction(25, 1)
    """
    if isinstance(part, int) and isinstance(whole, int):
        return Fraction(100 * part, whole)
    return PERCENT * Fraction(part) / Fraction(whole)


def rounding_that_gives(value: Exact, number: Decimal) -> Rounding | None:
    """The likeliest rule under which the value prints as the number; None if there is none.

    >>> rounding_that_gives(percent_of(7, 15), Decimal("46.66"))
    'cut_off'
    """
    exact, print_, step = Fraction(value), Fraction(number), place(number)
    beyond = (exact - print_) / step
    if -_HALF <= beyond <= _HALF:
        return "nearest"
    if 0 <= beyond < 1:
        return "cut_off"
    return "rounded_up" if -1 < beyond < 0 else None


# ── claims: nearly, over, at least ────────────────────────────────────────────────────────


class Claim(NamedTuple):
    """Where a statement such as *nearly 27* is true, and where it is not yet false."""

    true: Interval
    grey: Interval


def claim(
    comparator: str, number: Decimal, *, upto: Decimal | None = None, unit: Exact | None = None
) -> Claim:
    """What a comparator and its number say.

    >>> nearly = claim("nearly", Decimal(27))
    >>> nearly.true.contains(Decimal("26.87")), nearly.grey.contains(Decimal("27.1"))
    (True, False)
    """
    value = Fraction(number)
    if upto is not None:
        return _range_claim(number, upto, unit)
    figure = last_figure(number)
    match comparator:
        case "nearly":
            true = Interval(value - figure, value, high_closed=False)
            return Claim(true, Interval(value - 2 * figure, value))
        case "about":
            true = Interval(value - figure / 2, value + figure / 2)
            return Claim(true, Interval(value - figure, value + figure))
        case _:
            exact = _bound(comparator, value) or printed(number, unit=unit)
            return Claim(exact, exact)


def _range_claim(number: Decimal, upto: Decimal, unit: Exact | None) -> Claim:
    half = (min(place(number), place(upto)) if unit is None else Fraction(unit)) / 2
    low, high = Fraction(number), Fraction(upto)
    grey = Interval(low - half, high + half, low_closed=False, high_closed=False)
    return Claim(Interval(low, high), grey)


def _bound(comparator: str, value: Fraction) -> Interval | None:
    match comparator:
        case ">":
            return Interval(value, None, low_closed=False)
        case ">=":
            return Interval(value, None)
        case "<":
            return Interval(None, value, high_closed=False)
        case "<=":
            return Interval(None, value)
        case _:
            return None


def holds(observed: Interval, stated: Claim) -> Truth:
    """Whether a claim is true of all that the observed number can mean, of none, or of some.

    >>> holds(printed(Decimal("15.0")), claim(">", Decimal(15)))
    'open'
    """
    if observed.within(stated.true):
        return "true"
    if not observed.meets(stated.grey):
        return "false"
    return "open" if observed.meets(stated.true) else "grey"


# ── a count and a percentage: the total they imply ────────────────────────────────────────


class Totals(NamedTuple):
    """The whole totals from ``low`` to ``high``; ``high`` is None where nothing bounds them."""

    low: int
    high: int | None

    @property
    def number(self) -> int | None:
        """How many they are."""
        return None if self.high is None else self.high - self.low + 1

    def holds(self, total: int) -> bool:
        """Whether a total is one of them.

        >>> Totals(3890, 3892).holds(3891), Totals(3890, None).holds(3889)
        (True, False)
        """
        return self.low <= total and (self.high is None or total <= self.high)


def implied_totals(part: int, percent: Interval) -> Totals | None:
    """All whole totals of which the part is that percentage; None if there is none.

    >>> implied_totals(1524, printed(Decimal("39.18")))
    Totals(low=3890, high=3890)
    """
    if part == 0:
        return Totals(1, None) if percent.contains(0) else None
    if percent.high is not None and percent.high <= 0:
        return None
    low = max(part, 1)
    if percent.high is not None:
        low = max(low, _above(PERCENT * part / percent.high, closed=percent.high_closed))
    if percent.low is None or percent.low <= 0:
        return Totals(low, None)
    high = _under(PERCENT * part / percent.low, closed=percent.low_closed)
    return Totals(low, high) if low <= high else None


def _above(bound: Fraction, *, closed: bool) -> int:
    return ceil(bound) if closed else floor(bound) + 1


def _under(bound: Fraction, *, closed: bool) -> int:
    return floor(bound) if closed else ceil(bound) - 1


def expected_totals(part: int, percent: Decimal) -> Fraction | None:
    """How many whole totals a count and a percentage of that size have on average.

    Where it is well below one, the pair can contradict itself; None for zero percent and for a
    hundred, which every count is of itself.

    >>> round(float(expected_totals(869, Decimal("26.87"))), 2)
    1.2
    """
    if percent in (0, 100):
        return None
    return PERCENT * part * place(percent) / Fraction(percent) ** 2


def weight_of_one(part: int, percent: Decimal) -> Fraction:
    """How much of a share it loses where its total has one more: 1/(n + 1) of a total of n.

    Where that is much, the shares that a count can have lie so far apart that nearly every
    percentage beside it falls between them; it need be no slip, but may be of something else.

    >>> weight_of_one(2, Decimal("25")), weight_of_one(30, Decimal("60"))
    (Fraction(1, 9), Fraction(1, 51))
    """
    total = PERCENT * part / Fraction(percent)
    return 1 / (total + 1)


def common_totals(all_totals: Sequence[Totals]) -> Totals | None:
    """The totals that all lists share.

    >>> common_totals([Totals(4731, 4756), Totals(4750, 4760)])
    Totals(low=4750, high=4756)
    """
    low = max(totals.low for totals in all_totals)
    highs = [totals.high for totals in all_totals if totals.high is not None]
    if not highs:
        return Totals(low, None)
    return Totals(low, min(highs)) if low <= min(highs) else None


# ── several percentages: the base they share ──────────────────────────────────────────────


class Base(NamedTuple):
    """A number of people (or things) with the counts that print as the percentages."""

    size: int
    counts: tuple[int, ...]


def common_base(shares: Sequence[Interval], *, cap: int, start: int = 1) -> Base | None:
    """The smallest base of at most ``cap`` of which every share is a whole count.

    >>> shares = [printed(Decimal(share)) for share in ("33.96", "5.66", "98.11")]
    >>> common_base(shares, cap=120)
    Base(size=53, counts=(18, 3, 52))
    """
    bounds = [_scaled_bounds(share) for share in shares]
    for size in range(start, cap + 1):
        # Written out, and on whole numbers: thousands of sizes are tried for every group.
        for low, high, low_open, high_open, denominator in bounds:
            if (high * size - high_open) // denominator * denominator < low * size + low_open:
                break
        else:
            return Base(size, tuple(_count_at(bound, size) for bound in bounds))
    return None


class _Bounds(NamedTuple):
    """A share's interval over 100 as whole numbers over one denominator."""

    low: int
    high: int
    low_open: bool
    high_open: bool
    denominator: int


def _scaled_bounds(share: Interval) -> _Bounds:
    inside = share.clipped(0, PERCENT)
    low, high = (inside.low or Fraction(0)) / 100, (inside.high or Fraction(0)) / 100
    denominator = lcm(low.denominator, high.denominator)
    return _Bounds(
        int(low * denominator),
        int(high * denominator),
        not inside.low_closed,
        not inside.high_closed,
        denominator,
    )


def _count_at(bound: _Bounds, size: int) -> int:
    """The whole count that comes nearest to the middle of the share, where there is one."""
    denominator = bound.denominator
    low = -((-bound.low * size - bound.low_open) // denominator)
    high = (bound.high * size - bound.high_open) // denominator
    middle = (bound.low + bound.high) * size
    nearest = (middle + denominator) // (2 * denominator)
    return min(max(nearest, low), high)


def chance_of_fit(decimals: Sequence[int], *, size: int, width: Exact = 1) -> Fraction:
    """An upper bound on the chance that random shares fit some base of at most ``size``.

    ``width`` is 1 under one rounding rule, 3/2 for "rounded or cut off", 2 for any: the values
    that print so under some rule fill two units. Counting the three rules one by one (3) is a
    bound too, but counts what is rounded and cut off alike twice.

    >>> f"{float(chance_of_fit([2, 2, 2], size=53)):.1e}"
    '2.2e-06'
    >>> [f"{float(chance_of_fit([2, 2, 1], size=15, width=width)):.1e}" for width in (2, 3)]
    ['1.5e-06', '5.0e-06']
    """
    by = Fraction(width)
    levels = [(100 * 10**digits + 1) * by.denominator for digits in decimals]
    whole = 1
    for level in levels:
        whole *= level
    total = 0
    for base in range(1, size + 1):
        hits = 1
        for level in levels:
            hits *= min(level, by.numerator * (base + 1))
        total += hits
    return Fraction(total, whole)


# ── sums, changes ─────────────────────────────────────────────────────────────────────────


def share_sum_rule(shares: Sequence[Decimal]) -> Rounding | None:
    """Under which rule shares of one whole can be all of it; None under none.

    Rounding moves each share by half a unit at most, cutting off by up to a whole one.

    >>> share_sum_rule([Decimal("33.3")] * 3), share_sum_rule([Decimal("33.1")] * 3)
    ('nearest', None)
    """
    for rule in SINGLE_RULES:
        if sum_of([printed(share, rule) for share in shares]).contains(100):
            return rule
    return None


def remainder(parts: Sequence[Interval]) -> Interval | None:
    """What the rest of 100% can be; None where the parts leave less than nothing.

    >>> rest = remainder([Interval(Fraction(15), None), Interval(Fraction(40), Fraction(45))])
    >>> rest.low, rest.high
    (Fraction(0, 1), Fraction(45, 1))
    """
    rest = Interval.point(100) - sum_of([part.clipped(0, PERCENT) for part in parts])
    if not rest.meets(Interval(Fraction(0), None)):
        return None
    return rest.clipped(0, PERCENT)


def growth(before: Interval, after: Interval) -> Interval | None:
    """The relative change in percent; None where the base could be zero.

    >>> growth(Interval.point(40), Interval.point(50)).low
    Fraction(25, 1)
    """
    quotient = after.over(before)
    return None if quotient is None else quotient.scaled(PERCENT) - Interval.point(100)


# ── slips of the hand ─────────────────────────────────────────────────────────────────────


def one_digit_edits(digits: str) -> Iterator[str]:
    """What was meant if one slip made these digits, likeliest slips first, without repeats.

    Neighbours exchanged, a digit doubled, one digit wrong, one too many, one too few.

    >>> list(one_digit_edits("44"))[:3]
    ['4', '14', '24']
    """
    seen = {digits}
    for edited in _slips(digits):
        if edited and edited not in seen and (edited[0] != "0" or len(edited) == 1):
            seen.add(edited)
            yield edited


def _slips(digits: str) -> Iterator[str]:
    places = range(len(digits))
    for at in places[:-1]:
        yield digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    for at in places[:-1]:
        if digits[at] == digits[at + 1]:
            yield digits[:at] + digits[at + 1 :]
    for at in places:
        for digit in "0123456789":
            yield digits[:at] + digit + digits[at + 1 :]
    for at in places:
        yield digits[:at] + digits[at + 1 :]
    for at in range(len(digits) + 1):
        for digit in "0123456789":
            yield digits[:at] + digit + digits[at:]
