"""Percentages of several counts together, and those that stand in a row behind their counts.

*Có 12 tiến sĩ và 108 thạc sĩ, chiếm 14,8%* is one share of both; *5/11 huyện, 112/141 xã, đạt
45,5% và 79,4%* are two shares in the order of what they are of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

import regex

from pipeline.arithmetic import percent_of, rounding_that_gives
from pipeline.checks.reading import exact_count
from pipeline.checks.report import Report
from pipeline.model import Count, Observation, Percentage, Ratio

__all__ = ["in_its_row", "is_of_both_wholes", "is_of_several", "is_of_some_of", "row_of"]

_NUMBERS = frozenset({"count", "ratio", "percentage", "money", "quantity", "multiple"})
_STOPS = regex.compile(r"[;:()]")
_WORDS = regex.compile(r"\p{L}+")
#: So many words name what is counted and what is said of it.
_LONGEST = 9
#: So many numbers are told together at most.
_MOST = 6


def _numbers(report: Report, one: Observation) -> list[Observation]:
    sentence = report.by_sentence[one.fact.sentence_start]
    return [each for each in sentence if each.fact.kind in _NUMBERS]


def _run_to(report: Report, last: Observation) -> list[Observation]:
    """The counts or ratios that are told one after the other up to this one, backwards."""
    run = [last]
    for one in reversed(_numbers(report, last)):
        if one.fact.end > last.fact.start:
            continue
        if not isinstance(one.fact.value, Count | Ratio) or exact_count(one) is None:
            break
        if not _goes_on(report, report.between(one, run[-1])) or len(run) == _MOST:
            break
        run.append(one)
    return run


def _goes_on(report: Report, between: str) -> bool:
    """Whether a comma or *and* leads from a number to the next one of the same rank."""
    if _STOPS.search(between) or report.says("of_whom", between):
        return False
    joined = "," in between or report.says("joint", between)
    return joined and len(_WORDS.findall(between)) <= _LONGEST


def is_of_several(
    report: Report, part: Observation, whole: Observation, number: Decimal | None
) -> bool:
    """Whether a percentage comes out for a part with those before it: *12 and 138 of 3,000*.

    Parts of two wholes are part of both together: *5/11 bí thư, 8/11 chủ tịch, đạt 59,1%*.
    """
    if number is None:
        return False
    run = [one for one in _run_to(report, part) if one is not whole or part is whole]
    for several in _from_two(run):
        ratios = [one.fact.value for one in several if isinstance(one.fact.value, Ratio)]
        parts = sum(exact_count(one) or 0 for one in several)
        wholes = [Fraction(one.total) for one in ratios if one.total]
        if part is not whole:
            wholes = [Fraction(exact_count(whole) or 0)]
        sizes = {max(wholes, default=Fraction(0))}
        if len(ratios) == len(several):
            sizes.add(sum(wholes, start=Fraction(0)))
        if _fits(parts, sizes, number):
            return True
    return False


def is_of_both_wholes(
    report: Report, part: Observation, whole: Observation, number: Decimal | None
) -> bool:
    """Whether a part is one of the number before it and of those told with that.

    *Có 310 bí thư và 620 phó bí thư, trong đó 200 nữ (21,5%)*.
    """
    k = exact_count(part)
    if number is None or not k or part is whole or not isinstance(whole.fact.value, Count):
        return False
    runs = _from_two(_run_to(report, whole))
    return _fits(k, {Fraction(sum(exact_count(one) or 0 for one in run)) for run in runs}, number)


def is_of_some_of(report: Report, part: Observation, number: Decimal) -> bool:
    """Whether a percentage comes out for several counts told together, of one before them.

    *Of 494 organizations, 92 were excellent and 360 good, accounting for 91.5%.*
    """
    before = [one for one in _numbers(report, part) if isinstance(one.fact.value, Count)]
    for several in _from_two(_run_to(report, part)):
        parts = sum(exact_count(one) or 0 for one in several)
        first = min(one.fact.start for one in several)
        sizes = {Fraction(exact_count(one) or 0) for one in before if one.fact.end <= first}
        if _fits(parts, sizes, number):
            return True
    return False


def _from_two(run: Sequence[Observation]) -> Iterator[Sequence[Observation]]:
    return (run[:size] for size in range(2, len(run) + 1))


def _fits(part: int, sizes: Iterable[Fraction], number: Decimal) -> bool:
    return any(
        rounding_that_gives(percent_of(part, size), number) is not None
        for size in sizes
        if size and part <= size
    )


def row_of(report: Report, share: Observation) -> list[Observation]:
    """The percentages with which one stands in a row, itself among them: *45,5% và 79,4%*."""
    numbers = _numbers(report, share)
    row: list[Observation] = []
    for one in numbers:
        if not isinstance(one.fact.value, Percentage):
            linked = False
        else:
            linked = not row or _is_joint(report, report.between(row[-1], one))
        if not linked and share in row:
            break
        row = [*row, one] if linked else [one] if isinstance(one.fact.value, Percentage) else []
    return row if share in row else [share]


def _is_joint(report: Report, between: str) -> bool:
    rest = report.without("joint", between)
    return bool(between.strip()) and not rest.strip(" ,")


def in_its_row(report: Report, share: Observation) -> Observation | None:
    """The count or ratio that has the place of a percentage in the row before its row.

    None where it stands in no row, or where there are not as many numbers before.
    """
    row = row_of(report, share)
    ahead = [one for one in _numbers(report, share) if one.fact.end <= row[0].fact.start]
    counts = ahead[-len(row) :]
    several = len(row) > 1 and len(counts) == len(row)
    if not several or any(not isinstance(one.fact.value, Count | Ratio) for one in counts):
        return None
    return counts[row.index(share)]
