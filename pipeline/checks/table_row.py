"""BC130: a column of percentages against the two columns that it is worked out from.

No header has to say which: where the percentages of enough rows are the quotient of the same
two columns, those of the other rows are meant to be so too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations
from typing import NamedTuple

from pipeline.arithmetic import decimal_text, printed, rounding_that_gives
from pipeline.checks.grid import Column, Grid, Row, grids
from pipeline.checks.reading import meaning, measured
from pipeline.checks.report import Report
from pipeline.model import Count, Finding, Observation, Percentage

__all__ = ["table_row"]

_NAME = "table_row"
#: So many rows have to tell how a column is worked out, and so many to one that does not fit.
_ROWS, _TO_ONE = 3, 3
#: So many columns at most are tried: a table may have hundreds.
_COLUMNS = 12
_MEASURES = frozenset({"count", "money", "quantity"})


class Told(NamedTuple):
    """A percentage with the two numbers that it may be worked out from."""

    share: Observation
    part: Observation
    whole: Observation
    percent: Fraction
    fits: bool
    #: Whether it tells how the column is worked out: not all and not none.
    telling: bool


class Formula(NamedTuple):
    """How a column is worked out: as a share or as the growth, with what each row says to it."""

    told: tuple[Told, ...]

    @property
    def fitting(self) -> int:
        """How many rows tell that the column is worked out so."""
        return sum(one.fits and one.telling for one in self.told)

    @property
    def holds(self) -> bool:
        """Whether the rows tell it: enough of them, with different numbers, and hardly another."""
        others = sum(not one.fits for one in self.told)
        printed = {one.share.fact.text for one in self.told if one.fits and one.telling}
        return len(printed) >= _ROWS and self.fitting >= _TO_ONE * others


def table_row(report: Report) -> Iterator[Finding]:
    """Every percentage of a table whose column is worked out from two others."""
    for grid in grids(report):
        numbers = [one for one in grid.columns if _is_of(grid, one, _MEASURES)][:_COLUMNS]
        for column in grid.columns:
            if _is_of(grid, column, frozenset({"percentage"})):
                yield from _judged(report, grid, column, numbers)


def _is_of(grid: Grid, column: Column, kinds: frozenset[str]) -> bool:
    return any(one.fact.kind in kinds for _, one in grid.column(column))


def _judged(
    report: Report, grid: Grid, column: Column, numbers: Sequence[Column]
) -> Iterator[Finding]:
    formulas = [
        formula
        for part, whole in permutations(numbers, 2)
        for grows in (False, True)
        if (formula := _formula(grid, column, part, whole, grows=grows)).holds
    ]
    if not formulas:
        return
    best = max(formula.fitting for formula in formulas)
    formulas = [formula for formula in formulas if formula.fitting == best]
    fitting = {one.share.fact.id for formula in formulas for one in formula.told if one.fits}
    alike = {_kind(one) for one in formulas[0].told if one.fits and one.telling}
    for one in formulas[0].told:
        # A value grows at constant prices, and a tonne does not: each kind tells of its own.
        if one.fits or (one.share.fact.id not in fitting and _kind(one) in alike):
            yield _finding(report, one, best)


def _kind(told: Told) -> tuple[str, object]:
    """What a row is measured in."""
    value = vars(told.part.fact.value)
    return told.part.fact.kind, value.get("currency") or value.get("unit")


def _formula(grid: Grid, column: Column, part: Column, whole: Column, *, grows: bool) -> Formula:
    told = [
        one
        for row, share in grid.column(column)
        if (one := _told(row, share, part, whole, grows=grows)) is not None
    ]
    return Formula(tuple(told))


def _told(row: Row, share: Observation, part: Column, whole: Column, *, grows: bool) -> Told | None:
    """What a row says of the column; None where it has no such numbers.

    Rounded amounts are as large as they may have been before.
    """
    first, second = row.cells.get(part), row.cells.get(whole)
    if first is None or second is None or first.fact.kind != second.fact.kind:
        return None
    one, two, said = measured(first), measured(second), share.fact.value
    if one is None or two is None or not isinstance(said, Percentage) or said.number is None:
        return None
    if first.fact.kind not in _MEASURES or not one.number or not two.number or two.number < 0:
        return None
    percent = Fraction(one.number) / Fraction(two.number) * 100 - (100 if grows else 0)
    fits = rounding_that_gives(percent, said.number) is not None
    if not fits and not isinstance(one, Count):
        quotient = meaning(one).over(meaning(two))
        admitted = quotient and quotient.scaled(100)
        rounded = printed(said.number + (100 if grows else 0), "any")
        fits = admitted is not None and admitted.meets(rounded)
    telling = one.number != two.number and said.number not in (0, 100)
    return Told(share, first, second, percent, fits, telling)


def _finding(report: Report, one: Told, rows: int) -> Finding:
    value = one.share.fact.value
    digits = max(2, value.decimals + 1) if isinstance(value, Percentage) else 2
    return report.finding(
        _NAME,
        "supported" if one.fits else "implausible",
        "row_fits" if one.fits else "row_differs",
        one.share,
        [one.part, one.whole],
        alert="none" if one.fits else "warn",
        computed=decimal_text(one.percent, digits),
        words={"percent": report.number(one.percent, digits), "rows": rows},
    )
