"""BC131: the rows of a table against the row of their totals.

Which rows are parts is told by the columns that do add up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import regex

from pipeline.arithmetic import decimal_text, sum_of
from pipeline.checks.grid import Column, Grid, Row, grids
from pipeline.checks.reading import meaning, measured
from pipeline.checks.report import Report
from pipeline.model import Finding, Observation

__all__ = ["table_total"]

_NAME = "table_total"
#: So many columns have to add up, and so many rows to be added.
_COLUMNS, _ROWS = 2, 3
#: What does not add up is a slip where the sum is that near: averages and densities are not.
_NEAR = Decimal("0.1")
_ADDED = frozenset({"count", "money", "quantity"})
#: A row that is a part of the one above, and one that sums up those below.
_PART = regex.compile(r"\s*[-–—+•*]")


def table_total(report: Report) -> Iterator[Finding]:
    """Every number in the row of totals of a table that adds up."""
    for grid in grids(report):
        totals = [row for row in grid.rows if report.is_one_of("total_row", row.label)]
        if len(totals) == 1:
            yield from _judged(report, grid, totals[0])


def _judged(report: Report, grid: Grid, total: Row) -> Iterator[Finding]:
    others = [row for row in grid.rows if row is not total]
    whole = [row for row in others if not _is_part(report, row)]
    for rows in (others, whole):
        sums = {
            column: parts
            for column, one in total.cells.items()
            if one.fact.kind in _ADDED and (parts := _parts(rows, column, one)) is not None
        }
        fitting = [column for column, parts in sums.items() if _adds_up(parts, total.cells[column])]
        if len(fitting) < _COLUMNS or len(sums) - len(fitting) > len(fitting):
            continue
        for column, parts in sums.items():
            yield from _finding(report, total.cells[column], parts, fits=column in fitting)
        return


def _is_part(report: Report, row: Row) -> bool:
    return (
        _PART.match(row.label) is not None or report.opens_with("part_row", row.label) is not None
    )


def _parts(rows: Sequence[Row], column: Column, total: Observation) -> list[Observation] | None:
    """The numbers of a column that its total may sum up; None for too few of them."""
    parts = [row.cells[column] for row in rows if column in row.cells]
    if len(parts) < _ROWS or any(one.fact.kind != total.fact.kind for one in parts):
        return None
    return parts if sum(bool(_number(one)) for one in parts) > 1 else None


def _number(one: Observation) -> Decimal:
    value = measured(one)
    return value.number if value is not None and value.number is not None else Decimal(0)


def _adds_up(parts: Sequence[Observation], total: Observation) -> bool:
    values = [value for one in parts if (value := measured(one)) is not None]
    said = measured(total)
    return said is not None and sum_of([meaning(one) for one in values]).meets(meaning(said))


def _finding(
    report: Report, total: Observation, parts: Sequence[Observation], *, fits: bool
) -> Iterator[Finding]:
    printed, added = _number(total), sum(map(_number, parts), Decimal(0))
    near = abs(added - printed) <= _NEAR * printed and printed > max(map(_number, parts))
    if not fits and not near:
        return
    scale = Decimal(1) if total.fact.kind != "money" else _scale(total)
    yield report.finding(
        _NAME,
        "supported" if fits else "implausible",
        "column_adds_up" if fits else "column_differs",
        total,
        parts,
        alert="none" if fits else "warn",
        computed=decimal_text(added / scale),
        words={"sum": report.number(added / scale, _decimals(added / scale)), "rows": len(parts)},
    )


def _scale(one: Observation) -> Decimal:
    """By how much a printed amount is multiplied: a column is in billions."""
    digits = regex.sub(r"\D", "", one.fact.text)
    amount = _number(one)
    plain = Decimal(int(digits)) if digits else amount
    return amount / plain if plain and amount % plain == 0 else Decimal(1)


def _decimals(number: Decimal) -> int:
    return max(0, -int(number.normalize().as_tuple().exponent))
