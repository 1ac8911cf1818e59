"""Which attributes describe people in the same way, and which bodies hold others.

Shares of one family can be parts of one whole; shares of different families never are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import regex

__all__ = ["FAMILIES", "NESTED", "Family", "covers", "family_of"]


class Family(NamedTuple):
    """Attributes of one kind; ``partition`` where everyone has exactly one of them."""

    name: str
    attributes: tuple[str, ...]
    partition: bool


FAMILIES: tuple[Family, ...] = (
    Family("sex", ("female", "male"), partition=True),
    Family(
        "grade",
        ("grade_excellent", "grade_good", "grade_completed", "grade_not_completed"),
        partition=True,
    ),
    Family(
        "discipline",
        ("disc_reprimand", "disc_warning", "disc_dismissal", "disc_expulsion"),
        partition=True,
    ),
    # Reports count "university and above" as well as "university": no partition.
    Family(
        "degree",
        (
            "secondary_vocational",
            "college_degree",
            "university_degree",
            "postgraduate_degree",
            "master_degree",
            "doctorate",
        ),
        partition=False,
    ),
    Family(
        "political_theory",
        ("political_theory_primary", "political_theory_intermediate", "political_theory_advanced"),
        partition=False,
    ),
    Family("rank", ("rank_specialist", "rank_principal", "rank_senior"), partition=False),
)

#: The body on the left is elected by, and from, the body on the right.
NESTED: Mapping[str, str] = {
    "standing_committee": "executive_committee",
    "permanent_board": "standing_committee",
}

#: *Cấp ủy* is the executive committee of a Party organisation.
_SAME: Mapping[str, frozenset[str]] = {
    "party_committee": frozenset({"party_committee", "executive_committee"}),
    "executive_committee": frozenset({"party_committee", "executive_committee"}),
}

_AGE = regex.compile(r"age[<>=]*\d")


def family_of(attribute: str | None) -> str | None:
    """The family of an attribute: ``sex``, ``age``, ``degree`` …; None if it has none.

    >>> family_of("age40-50"), family_of("female"), family_of("ethnic_minority")
    ('age', 'sex', None)
    """
    if attribute is None:
        return None
    if _AGE.match(attribute):
        return "age"
    return next((one.name for one in FAMILIES if attribute in one.attributes), None)


def covers(general: str | None, specific: str | None) -> bool:
    """Whether a statement about one body speaks of the other.

    >>> covers("party_committee", "executive_committee"), covers("party_committee", "division")
    (True, False)
    """
    if general is None or specific is None or general == specific:
        return True
    return specific in _SAME.get(general, frozenset())
