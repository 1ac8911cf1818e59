"""Constructions of English translations: labels, sequels, posts in one hand, members."""

from __future__ import annotations

import pytest

from pipeline import extract


def indicators(text: str) -> dict[str, str | None]:
    """The indicators of the numbers of a text by how they are printed."""
    return {one.fact.text: one.indicator for one in extract(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- Supervision: 164 Party organizations, 281 Party members.",
            {"164": "supervised_orgs_count", "281": "supervised_members_count"},
        ),
        (
            "Discipline had to be imposed on 4 organizations (reprimand 3, warning 1) and 47 Party "
            "members.",
            {"4": "disciplined_orgs_count", "47": "disciplined_members_count"},
        ),
        (
            "1. Executive committees: 3,908 comrades were elected. Of these, female comrades "
            "number 1,016, or 26%; comrades under the age of 40 number 1,524, or 39%.",
            {
                "26%": "committee_female_share",
                "1,524": "committee_young_count",
                "39%": "committee_young_share",
            },
        ),
        (
            "At the end of 2023 the provincial Party organization had 71,350 members, among whom "
            "13,200 are from ethnic minorities.",
            {"71,350": "party_members_total", "13,200": None},
        ),
        (
            "In total, 1,120 Party cell secretaries in the province double as village heads, or "
            "56%.",
            {"56%": "cell_secretary_village_head_share"},
        ),
        (
            "The secretary of the Party Committee is concurrently Chairman of the People's Council "
            "in 7/7 districts and in 98/114 communes (86%).",
            {
                "7/7": "secretary_council_unified_share",
                "98/114": "secretary_council_unified_share",
                "86%": "secretary_council_unified_share",
            },
        ),
    ],
)
def test_what_translations_say(text: str, expected: dict[str, str | None]) -> None:
    told = indicators(text)
    assert {one: told[one] for one in expected} == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The delegation representing 12,000 members of the trade union met.", "12,000"),
        ("- Reporting: 164 Party organizations, 281 Party members.", "164"),
        ("The secretaries are men; 12/15 have a car.", "12/15"),
    ],
)
def test_what_they_do_not_say(text: str, number: str) -> None:
    assert indicators(text).get(number) is None
