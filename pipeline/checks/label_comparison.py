"""BC115: the same list of shares for two bodies, with one label that differs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.checks.families import family_of
from pipeline.checks.groups import Group, groups
from pipeline.checks.report import Report
from pipeline.model import Finding, Observation

__all__ = ["label_comparison"]

#: Families whose labels translations confuse.
_CONFUSED = ("degree", "political_theory", "rank")


def label_comparison(report: Report) -> Iterator[Finding]:
    """Shares of neighbouring lists that would be compared if their labels were the same."""
    for one, two in pairwise(groups(report)):
        if one.members[0].fact.passage == two.members[0].fact.passage:
            for first, second in _odd_labels(one, two):
                yield report.finding(
                    "label_comparison",
                    "not_checkable",
                    "labels_and_bodies_differ",
                    first,
                    [second],
                )


def _odd_labels(one: Group, two: Group) -> Iterator[tuple[Observation, Observation]]:
    first = {share.attribute: share for share in one.members}
    second = {share.attribute: share for share in two.members}
    only_first, only_second = first.keys() - second.keys(), second.keys() - first.keys()
    if len(only_first) != 1 or len(only_second) != 1:
        return
    left, right = first[only_first.pop()], second[only_second.pop()]
    family = family_of(left.attribute)
    if family in _CONFUSED and family == family_of(right.attribute):
        yield left, right
