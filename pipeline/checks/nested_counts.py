"""BC123: a part is no larger than what it is part of.

A body that is part of another has no more women, or graduates, than the other; and of so many
people no more are women.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise, product
from typing import NamedTuple

import regex

from pipeline.arithmetic import Base
from pipeline.checks.families import NESTED
from pipeline.checks.groups import Group, groups
from pipeline.checks.pairs import counts_people
from pipeline.checks.reading import exact_count, role_of
from pipeline.checks.report import Report
from pipeline.model import Count, Finding, Observation

__all__ = ["nested_counts"]

_NAME = "nested_counts"
_COUNTED = frozenset({"count", "ratio", "percentage", "money", "quantity", "multiple"})
#: Marks, or more words than name a group, behind *of whom*.
_LONG = regex.compile(r"[,:().]|(?:\S+\s+){5}")


class Shared(NamedTuple):
    """A property that both bodies have a share of, with the counts that the shares imply."""

    part: Observation
    whole: Observation
    part_count: int
    whole_count: int


def nested_counts(report: Report) -> Iterator[Finding]:
    """The implied counts of every body against those of the body that it is part of."""
    yield from _of_whom(report)
    sized = [(group, base) for group in groups(report) if (base := _base(group))]
    for _, beside in groupby(sized, key=lambda one: one[0].members[0].fact.passage):
        for (whole, whole_base), (part, part_base) in product(list(beside), repeat=2):
            if _nested(part.members[0], whole.members[0]):
                shared = list(_shared(part, part_base, whole, whole_base))
                if shared:
                    yield _compared(report, shared, part_base, whole_base)


def _of_whom(report: Report) -> Iterator[Finding]:
    """Every count of people with more of them right behind *of whom*."""
    for sentence in report.by_sentence.values():
        people = [one for one in sentence if one.fact.kind in _COUNTED]
        for at, (whole, part) in enumerate(pairwise(people)):
            large, small = exact_count(whole), exact_count(part)
            if large is None or small is None or small <= large:
                continue
            # A larger number further up may be what *of whom* speaks of.
            earlier = any((exact_count(one) or 0) >= small for one in people[:at])
            if not earlier and _is_part_of(report, whole, part):
                yield report.finding(
                    _NAME, "implausible", "more_than_all", part, [whole], alert="warn"
                )


def _is_part_of(report: Report, whole: Observation, part: Observation) -> bool:
    if not (isinstance(whole.fact.value, Count) and isinstance(part.fact.value, Count)):
        return False
    between = report.between(whole, part)
    before = report.document.text[whole.fact.sentence_start : whole.fact.start]
    marker = report.word("of_whom", between)
    return (
        marker is not None
        and not report.says("averaged", before)  # *Mỗi lớp 60 học viên, trong đó có 140 nữ*
        and ";" not in between
        and not _LONG.search(between[marker.end() :])
        and whole.change == part.change
        and (None in (whole.level, part.level) or whole.level == part.level)
        and all(counts_people(report, one) for one in (whole, part))
    )


def _base(group: Group) -> Base | None:
    """The base of a group, where luck does not explain it."""
    return group.fit.base if group.fit.outcome in ("nearest", "cut_off", "own_rules") else None


def _nested(part: Observation, whole: Observation) -> bool:
    return (
        NESTED.get(part.body or "") == whole.body
        and part.level == whole.level
        and (role_of(part), part.period) == (role_of(whole), whole.period)
    )


def _shared(part: Group, part_base: Base, whole: Group, whole_base: Base) -> Iterator[Shared]:
    large = dict(
        zip(
            [one.attribute for one in whole.members],
            zip(whole.members, whole_base.counts, strict=True),
            strict=True,
        )
    )
    for one, count in zip(part.members, part_base.counts, strict=True):
        if one.attribute in large:
            other, other_count = large[one.attribute]
            yield Shared(one, other, count, other_count)


def _compared(report: Report, shared: list[Shared], part: Base, whole: Base) -> Finding:
    fits = part.size <= whole.size and all(one.part_count <= one.whole_count for one in shared)
    places = [place for one in shared for place in (one.whole, one.part)]
    counts = ", ".join(
        f"{report.number(one.part_count)} ≤ {report.number(one.whole_count)}"
        if one.part_count <= one.whole_count
        else f"{report.number(one.part_count)} > {report.number(one.whole_count)}"
        for one in shared
    )
    return report.finding(
        _NAME,
        "consistent" if fits else "implausible",
        "subset_not_larger" if fits else "subset_larger",
        places[0],
        places[1:],
        alert="none" if fits else "warn",
        computed=counts,
    )
