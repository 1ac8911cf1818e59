"""BC131: the rows of a table against the row of their totals.

Which rows are parts is told by the columns that do add up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import regex

from pipeline.arithmetic import decimal_text, one_digit_edits, sum_of
from pipeline.checks.grid import Column, Grid, Row, grids
from pipeline.checks.reading import meaning, measured
from pipeline.checks.report import Report
from pipeline.model import Finding, Observation

__all__ = ["table_total"]

_NAME = "table_total"
#: So many columns have to add up, and so many rows to be added.
_COLUMNS, _ROWS = 2, 3
#: So many columns where the total is small, for then a slip is no rare thing to look like.
_MORE, _SMALL = 3, 1_000
#: What was aimed at for the whole is no sum of what was for the parts.
_AIMS = frozenset({"target", "plan", "requirement"})
_ADDED = frozenset({"count", "money", "quantity"})
#: What stands behind a mark that groups no thousands.
_DECIMALS = regex.compile(r"[.,](\d|\d\d|\d{4,})$")
#: A row that is a part of the one above, and one that sums up those below.
_PART = regex.compile(r"\s*[-–—+•*]")


def table_total(report: Report) -> Iterator[Finding]:
    """Every number in the row of totals of a table that adds up."""
    for grid in grids(report):
        totals = [row for row in grid.rows if report.row("total_rows", row.label)]
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
            said = total.cells[column]
            if column in fitting or _slipped(said, parts, columns=len(fitting)):
                yield _finding(report, said, parts, fits=column in fitting)
        return


def _is_part(report: Report, row: Row) -> bool:
    """Whether a row is a part of the one above: *- Nữ*, *Trong đó: nữ*."""
    told = any(report.row_opens(name, row.label) for name in ("of_which", "parts"))
    return told or _PART.match(row.label) is not None


def _parts(rows: Sequence[Row], column: Column, total: Observation) -> list[Observation] | None:
    """The numbers of a column that its total may sum up; None for too few of them, or not all."""
    parts = [row.cells[column] for row in rows if column in row.cells]
    if not _ROWS <= len(parts) == len(rows):
        return None
    if any(one.fact.kind != total.fact.kind or one.role in _AIMS for one in parts):
        return None
    return parts if sum(bool(_number(one)) for one in parts) > 1 else None


def _number(one: Observation) -> Decimal:
    value = measured(one)
    return value.number if value is not None and value.number is not None else Decimal(0)


def _adds_up(parts: Sequence[Observation], total: Observation) -> bool:
    values = [value for one in parts if (value := measured(one)) is not None]
    said = measured(total)
    return said is not None and sum_of([meaning(one) for one in values]).meets(meaning(said))


def _slipped(total: Observation, parts: Sequence[Observation], *, columns: int) -> bool:
    """Whether one slip makes the printed total of the sum; an average or an overlap is none."""
    said, added = _number(total), sum(map(_number, parts), Decimal(0))
    if columns < (_COLUMNS if said >= _SMALL else _MORE):
        return False
    scale = _scale(total)
    printed, sum_ = (str(one / scale).replace(".", "") for one in (said, added))
    return printed in one_digit_edits(sum_)


def _finding(
    report: Report, total: Observation, parts: Sequence[Observation], *, fits: bool
) -> Finding:
    scale = _scale(total)
    added = sum(map(_number, parts), Decimal(0)) / scale
    return report.finding(
        _NAME,
        "supported" if fits else "implausible",
        "column_adds_up" if fits else "column_differs",
        total,
        parts,
        alert="none" if fits else "warn",
        computed=decimal_text(added),
        words={"sum": report.number(added, _decimals(added)), "rows": len(parts)},
    )


def _scale(one: Observation) -> Decimal:
    """By how much a printed amount is multiplied: a column is in billions.

    The amount is a whole number of its last printed digit; what stands behind a mark that does
    not group three digits are decimals.
    """
    value = measured(one)
    if value is None or not value.number:
        return Decimal(1)
    digits, decimals = regex.sub(r"\D", "", one.fact.text), _DECIMALS.search(one.fact.text)
    printed = Decimal(int(digits)).scaleb(-len(decimals[1]) if decimals else 0)
    return value.number / printed if printed else Decimal(1)


def _decimals(number: Decimal) -> int:
    return max(0, -int(number.normalize().as_tuple().exponent))
