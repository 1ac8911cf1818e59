"""What printed numbers can mean, for any number (properties), and as the specification prints."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from pipeline.arithmetic import (
    Base,
    Interval,
    Totals,
    chance_of_fit,
    claim,
    common_base,
    common_totals,
    decimal_text,
    expected_totals,
    growth,
    holds,
    implied_totals,
    last_figure,
    one_digit_edits,
    percent_of,
    place,
    printed,
    printed_as,
    remainder,
    rounding_that_gives,
    share_sum_rule,
)

RULES = ("nearest", "cut_off", "rounded_up")


@some.composite
def ratios(draw: some.DrawFn, *, most: int = 30_000) -> tuple[int, int]:
    whole = draw(some.integers(1, most))
    return draw(some.integers(0, whole)), whole


numbers = some.decimals(0, 10_000, allow_nan=False, allow_infinity=False, places=2)
decimals = some.integers(0, 3)


# ── rounding ──────────────────────────────────────────────────────────────────────────────


@given(ratios(), decimals, some.sampled_from(RULES))
def test_what_was_printed_stands_for_what_it_came_from(ratio, digits, rule) -> None:
    share = percent_of(*ratio)
    number = printed_as(share, digits, rule)
    assert printed(number, rule).contains(share)
    # A tie is at the very edge of "any", which is open: the only value it misses is none.
    assert printed(number, "any").contains(share)
    assert rounding_that_gives(share, number) in RULES


@given(ratios(), decimals)
def test_a_rounded_share_agrees_and_two_units_away_it_does_not(ratio, digits) -> None:
    share = percent_of(*ratio)
    number = printed_as(share, digits)
    unit = Decimal(1).scaleb(-digits)
    assert rounding_that_gives(share, number) == "nearest"
    for wrong in (number + 2 * unit, number - 2 * unit):
        assert rounding_that_gives(share, wrong) is None


@given(numbers, some.sampled_from(RULES))
def test_any_admits_whatever_a_single_rule_admits(number, rule) -> None:
    assert printed(number, rule).within(Interval(*_ends(printed(number, "any"))))


def _ends(interval: Interval) -> tuple[Fraction | None, Fraction | None]:
    return interval.low, interval.high


def test_trailing_zeros_count() -> None:
    assert place(Decimal("13.30")) == Fraction(1, 100)
    assert printed(Decimal("18.70")).within(printed(Decimal("18.7")))
    assert not printed(Decimal("18.7")).within(printed(Decimal("18.70")))


def test_ties_fit_both_ways() -> None:
    assert rounding_that_gives(percent_of(1, 8), Decimal("12.5")) == "nearest"
    eighth = percent_of(1, 80)
    assert rounding_that_gives(eighth, Decimal("1.2")) == "nearest"
    assert rounding_that_gives(eighth, Decimal("1.3")) == "nearest"


@given(some.fractions(0, 100, max_denominator=10_000))
def test_written_numbers_keep_their_value(number) -> None:
    assert abs(Fraction(Decimal(decimal_text(number))) - number) <= Fraction(1, 10**12)
    assert "E" not in decimal_text(number)


# ── claims ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("comparator", "number", "observed", "truth"),
    [
        ("nearly", "27", "26.87", "true"),
        ("nearly", "27", "25.5", "grey"),
        ("nearly", "27", "27.3", "false"),
        ("nearly", "900", "850", "true"),
        ("about", "900", "940", "true"),
        ("about", "900", "980", "grey"),
        ("about", "900", "1100", "false"),
        (">", "15", "15.0", "open"),
        (">", "20", "25.2", "true"),
        (">=", "15", "14.2", "false"),
        ("<", "5", "5.66", "false"),
        ("<=", "20", "18.70", "true"),
    ],
)
def test_comparators(comparator, number, observed, truth) -> None:
    assert holds(printed(Decimal(observed)), claim(comparator, Decimal(number))) == truth


def test_a_range_forgives_half_of_its_own_unit() -> None:
    stated = claim("=", Decimal(40), upto=Decimal(45))
    assert holds(Interval.point(42), stated) == "true"
    assert holds(Interval.point(Decimal("45.4")), stated) == "grey"
    assert holds(Interval.point(Decimal("46.66")), stated) == "false"


@given(numbers, some.sampled_from(["nearly", "about", ">", ">=", "<", "<=", "="]))
def test_what_is_true_is_never_false(number, comparator) -> None:
    stated = claim(comparator, number)
    assert stated.true.within(stated.grey)
    assert holds(stated.true, stated) == "true"


@given(numbers)
def test_the_last_figure_divides_the_number(number) -> None:
    assert (Fraction(number) / last_figure(number)).denominator == 1


# ── totals ────────────────────────────────────────────────────────────────────────────────


@given(ratios(), decimals, some.sampled_from(RULES))
def test_implied_totals_hold_the_true_total(ratio, digits, rule) -> None:
    part, whole = ratio
    assume(part > 0)
    interval = printed(printed_as(percent_of(part, whole), digits, rule), rule)
    totals = implied_totals(part, interval)
    assert totals is not None
    assert totals.low <= whole
    assert totals.high is None or whole <= totals.high


@given(ratios(most=3_000), decimals)
def test_implied_totals_are_all_and_only_those_that_fit(ratio, digits) -> None:
    part, whole = ratio
    interval = printed(printed_as(percent_of(part, whole), digits))
    totals = implied_totals(part, interval)
    for total in range(max(1, whole - 3), whole + 4):
        fits = total >= part and interval.contains(percent_of(part, total))
        inside = totals is not None and totals.low <= total <= (totals.high or total)
        assert fits == inside


@pytest.mark.parametrize(
    ("part", "share", "nearest", "cut_off"),
    [
        (887, "18.7", (4731, 4756), (4719, 4743)),
        (887, "18.70", (4743, 4744), (4741, 4743)),
        (2280, "8.52", (26745, 26776), (26730, 26760)),
        (466, "10.51", (4432, 4435), (4430, 4433)),
        (1524, "39.18", (3890, 3890), (3889, 3889)),
        (1543, "33.33", (4629, 4630), (4629, 4629)),
        (869, "26.87", (3234, 3234), (3233, 3234)),
    ],
)
def test_implied_totals_of_the_specification(part, share, nearest, cut_off) -> None:
    assert implied_totals(part, printed(Decimal(share))) == Totals(*nearest)
    assert implied_totals(part, printed(Decimal(share), "cut_off")) == Totals(*cut_off)


@pytest.mark.parametrize(
    ("part", "share", "number"),
    [(887, "18.7", "25.4"), (2280, "8.52", "31.4"), (466, "10.51", "4.2"), (869, "26.87", "1.2")],
)
def test_expected_totals_of_the_specification(part, share, number) -> None:
    expected = expected_totals(part, Decimal(share))
    assert expected is not None
    assert decimal_text(expected, 1) == number


def test_no_part_is_no_part_of_anything() -> None:
    assert implied_totals(0, printed(Decimal("0"))) == Totals(1, None)
    assert implied_totals(0, printed(Decimal("12.5"))) is None
    assert expected_totals(5, Decimal(0)) is None
    assert Totals(3, None).number is None


@given(some.lists(some.tuples(some.integers(1, 50), some.integers(0, 20)), min_size=1, max_size=5))
def test_common_totals_are_in_every_list(pairs) -> None:
    listed = [Totals(low, low + width) for low, width in pairs]
    common = common_totals(listed)
    numbers = set.intersection(*(set(range(one.low, one.high + 1)) for one in listed))
    found = set() if common is None else set(range(common.low, common.high + 1))
    assert found == numbers


# ── shared bases ──────────────────────────────────────────────────────────────────────────


@some.composite
def shares_of_one_base(draw: some.DrawFn) -> tuple[int, list[Decimal], str]:
    size = draw(some.integers(1, 300))
    rule = draw(some.sampled_from(["nearest", "cut_off"]))
    counts = draw(some.lists(some.integers(0, size), min_size=2, max_size=4))
    digits = draw(some.integers(0, 2))
    return size, [printed_as(percent_of(count, size), digits, rule) for count in counts], rule


@given(shares_of_one_base())
def test_a_base_that_gave_the_shares_is_found(made) -> None:
    size, shares, rule = made
    base = common_base([printed(share, rule) for share in shares], cap=size)
    assert base is not None
    assert base.size <= size
    for share, count in zip(shares, base.counts, strict=True):
        assert 0 <= count <= base.size
        assert printed(share, rule).contains(percent_of(count, base.size))


@given(shares_of_one_base(), some.integers(1, 300))
def test_the_search_agrees_with_trying_everything(made, cap) -> None:
    _, shares, rule = made
    intervals = [printed(share, rule) for share in shares]
    found = common_base(intervals, cap=cap)
    fits = [
        size
        for size in range(1, min(cap, 60) + 1)
        if all(
            any(interval.contains(percent_of(count, size)) for count in range(size + 1))
            for interval in intervals
        )
    ]
    if fits:
        assert found is not None
        assert found.size == fits[0]
    else:
        assert found is None or found.size > 60


@pytest.mark.parametrize(
    ("shares", "nearest", "cut_off", "rounded_up"),
    [
        (("33.96", "5.66", "98.11"), 53, 53, 2053),
        (("13.33", "46.66", "93.4"), 2409, 615, 1509),
        (("32.91", "29.24", "43.79"), 708, 790, 708),
        (("27.75", "17.18", "75.77"), 227, 227, 1741),
    ],
)
def test_smallest_bases_of_the_specification(shares, nearest, cut_off, rounded_up) -> None:
    found = [
        common_base([printed(Decimal(share), rule) for share in shares], cap=5_000)
        for rule in RULES
    ]
    assert [base and base.size for base in found] == [nearest, cut_off, rounded_up]


def test_every_value_with_a_rule_of_its_own() -> None:
    shares = [printed(Decimal(share), "any") for share in ("13.33", "46.66", "93.4")]
    assert common_base(shares, cap=30) == Base(15, (2, 7, 14))
    assert common_base(shares, cap=14) is None


@pytest.mark.parametrize(
    ("size", "chance"), [(53, "2.2e-06"), (227, "6.8e-04"), (500, "1.6e-02"), (708, "6.3e-02")]
)
def test_chance_of_the_specification(size, chance) -> None:
    assert f"{float(chance_of_fit([2, 2, 2], size=size)):.1e}" == chance


@given(some.lists(decimals, min_size=1, max_size=4), some.integers(1, 200))
def test_chance_grows_with_the_base_and_the_rules(digits, size) -> None:
    one = chance_of_fit(digits, size=size)
    assert 0 < one < chance_of_fit(digits, size=size + 1)
    assert one <= chance_of_fit(digits, size=size, width=2)


# ── sums and changes ──────────────────────────────────────────────────────────────────────


@given(some.lists(some.integers(1, 500), min_size=2, max_size=8), some.integers(0, 2))
def test_shares_of_one_whole_add_up(counts, digits) -> None:
    whole = sum(counts)
    for rule in RULES:
        shares = [printed_as(percent_of(count, whole), digits, rule) for count in counts]
        assert share_sum_rule(shares) is not None
    rounded = [printed_as(percent_of(count, whole), digits) for count in counts]
    assert share_sum_rule(rounded) == "nearest"
    unit = Decimal(1).scaleb(-digits)
    assert share_sum_rule([*rounded[1:], rounded[0] + (len(counts) + 1) * unit]) != "nearest"


def test_three_shares_with_one_decimal_are_bound_to_fifteen_hundredths() -> None:
    assert share_sum_rule([Decimal(one) for one in ("33.3", "33.3", "33.3")]) == "nearest"
    assert share_sum_rule([Decimal(one) for one in ("33.3", "33.3", "33.2")]) == "cut_off"
    assert share_sum_rule([Decimal(one) for one in ("33.3", "33.3", "34.9")]) is None


def test_the_rest_of_bounds_and_ranges() -> None:
    parts = [Interval(Fraction(15), None), Interval(Fraction(40), Fraction(45))]
    assert remainder(parts) == Interval(Fraction(0), Fraction(45))
    assert remainder([Interval(Fraction(60), None), Interval(Fraction(50), Fraction(55))]) is None


@given(some.integers(1, 10_000), some.integers(0, 10_000))
def test_growth_brings_the_first_to_the_second(before, after) -> None:
    change = growth(Interval.point(before), Interval.point(after))
    assert change is not None
    assert change.contains(Fraction(100 * (after - before), before))
    assert growth(Interval.point(0), Interval.point(after)) is None


@given(numbers, numbers, numbers, numbers)
def test_intervals_of_sums_and_differences_hold_the_sums(first, second, third, fourth) -> None:
    one = Interval(*sorted((Fraction(first), Fraction(second))))
    two = Interval(*sorted((Fraction(third), Fraction(fourth))))
    assert (one + two).contains(Fraction(first) + Fraction(third))
    assert (one - two).contains(Fraction(second) - Fraction(fourth))
    assert one.meets(two) == two.meets(one)


# ── slips ─────────────────────────────────────────────────────────────────────────────────


@given(some.integers(1, 10**6))
def test_one_slip_is_one_edit_away_and_undone_by_one(number) -> None:
    digits = str(number)
    for slip in one_digit_edits(digits):
        assert slip != digits
        assert abs(len(slip) - len(digits)) <= 1
        assert slip == "0" or not slip.startswith("0")
    assert len(set(one_digit_edits(digits))) == len(list(one_digit_edits(digits)))


def test_exchanged_neighbours_come_first() -> None:
    assert next(iter(one_digit_edits("171"))) == "711"
    assert "177" in set(one_digit_edits("171"))
