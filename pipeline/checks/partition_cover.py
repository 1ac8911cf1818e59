"""BC114: age bands that are said to be all groups cover every age exactly once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from pipeline.checks.report import Report
from pipeline.model import AgeBand, Finding, Observation

__all__ = ["age_range", "covers_once", "partition_cover"]

_NAME = "partition_cover"
#: How far behind an announced number its bracket may open.
_NEAR = 40
_OLDEST = 150
_AGE = regex.compile(r"age(?:(?P<low>\d+)-(?P<high>\d+)|(?P<sign>[<>]=?)(?P<age>\d+))")


def partition_cover(report: Report) -> Iterator[Finding]:
    """The bands of every bracket that gives a rest or is announced as a number of groups."""
    for bracket in report.brackets:
        inside = report.inside(bracket)
        bands = [one for one in inside if isinstance(one.fact.value, AgeBand)]
        sentence = report.by_sentence[bands[0].fact.sentence_start] if bands else ()
        announced = any(
            one.fact.kind == "count" and 0 < bracket.start - one.fact.end < _NEAR
            for one in sentence
        )
        rest = report.word("rest", bracket.text)
        if len(bands) > 1 and (announced or rest):
            # *Under 40 16%, 40 to 50 64%, the rest 20%*: those are of the ages that are left.
            left = rest is not None and bands[-1].fact.end <= bracket.start + rest.start()
            yield _covered(report, bands, left=left)


def _covered(report: Report, bands: Sequence[Observation], *, left: bool) -> Finding:
    ages = [_years(one.fact.value) for one in bands if isinstance(one.fact.value, AgeBand)]
    ranges = sorted(ages, key=lambda one: one[0])
    steps = list(pairwise(ranges))
    gaps = (ranges[0][0] > 0) + (ranges[-1][1] < _OLDEST)
    gaps += sum(two[0] > one[1] + 1 for one, two in steps)
    written = ", ".join(str(one.fact.value) for one in bands)
    if any(two[0] <= one[1] for one, two in steps):
        reason = "bands_overlap"
    elif gaps > left:
        reason = "bands_leave_a_gap"
    else:
        return report.finding(
            _NAME, "supported", "bands_cover_once", bands[0], bands[1:], computed=written
        )
    return report.finding(
        _NAME, "implausible", reason, bands[0], bands[1:], alert="note", computed=written
    )


def age_range(attribute: str) -> tuple[int, int] | None:
    """The first and last whole year of an attribute of age.

    >>> age_range("age<40"), age_range("age40-50"), age_range("age>50")
    ((0, 39), (40, 50), (51, 150))
    """
    found = _AGE.fullmatch(attribute)
    if found is None:
        return None
    if found["low"]:
        return int(found["low"]), int(found["high"])
    age = int(found["age"])
    match found["sign"]:
        case "<":
            return 0, age - 1
        case "<=":
            return 0, age
        case ">":
            return age + 1, _OLDEST
        case _:
            return age, _OLDEST


def covers_once(bands: Sequence[tuple[int, int]]) -> bool:
    """Whether bands of three kinds or more hold every age once; shared ends are one age.

    >>> covers_once([(0, 39), (40, 50), (51, 150)]), covers_once([(0, 39), (0, 44), (45, 150)])
    (True, False)
    """
    ordered = sorted(bands)
    return (
        len(ordered) > 1
        and ordered[0][0] == 0
        and ordered[-1][1] == _OLDEST
        and all(0 <= two[0] - one[1] <= 1 for one, two in pairwise(ordered))
    )


def _years(band: AgeBand) -> tuple[int, int]:
    """The first and last whole year of age; *40 to 50* holds both."""
    both = band.low is not None and band.high is not None
    low = 0 if band.low is None else band.low + (not (band.low_included or both))
    high = _OLDEST if band.high is None else band.high - (not (band.high_included or both))
    return low, high
