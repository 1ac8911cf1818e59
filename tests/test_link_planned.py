"""Shares of those on a plan of cadres, where only the words above name the plan."""

from __future__ import annotations

import pytest

from pipeline import extract

#: A text, how the number is printed, and its indicator.
CASES: list[tuple[str, str, str | None]] = [
    # A line that announces a list of the plan, and one that goes on with the line above it.
    (
        "Cơ cấu nguồn quy hoạch:\n- Nữ chiếm 29,4%;\n- Trình độ đại học trở lên 97,2%.",
        "97,2%",
        "plan_university_share",
    ),
    (
        "Đã phê duyệt quy hoạch 612 lượt cán bộ.\nCụ thể như sau:\n- Về giới: nữ 29,4%;\n- Khác.",
        "29,4%",
        "plan_female_share",
    ),
    (
        "There are now 540 comrades in planning.\nBy structure:\n"
        "- district committees: female 23.4%;\n- leaders: postgraduate degrees 51%.",
        "23.4%",
        "plan_female_share",
    ),
    # An item that names others is of those, and a list of two matters is of neither.
    (
        "Cơ cấu nguồn quy hoạch:\n- Nữ chiếm 29,4%;\n- Nữ cấp ủy đương nhiệm 17,3%.",
        "17,3%",
        "committee_female_share",
    ),
    (
        "Quy hoạch, đào tạo cán bộ:\n- Trình độ đại học trở lên 97,2%;\n- Khác.",
        "97,2%",
        "edu_university_share",
    ),
    # The clause before, and the sentence before.
    (
        "All of the cadres planned for the committees have a degree. In the planning of the "
        "committees, women make up 27.3%; 88.2% have advanced political theory.",
        "88.2%",
        "plan_political_theory_share",
    ),
    (
        "In the planning of the committees, women make up 27.3%; of the civil servants, 18.2% have "
        "advanced political theory.",
        "18.2%",
        "political_theory_advanced_share",
    ),
    (
        "In the planning of the committees, women make up 27.3%. 96.4% have a university degree.",
        "96.4%",
        "plan_university_share",
    ),
    (
        "In the planning of the committees, women make up 27.3%. Some 96.4% of the civil servants "
        "have a university degree.",
        "96.4%",
        "edu_university_share",
    ),
]


@pytest.mark.parametrize(
    ("text", "printed", "expected"), CASES, ids=[f"{case[0][:50]}…{case[1]}" for case in CASES]
)
def test_a_share_is_of_those_planned(text: str, printed: str, expected: str | None) -> None:
    found = [one for one in extract(text) if one.fact.text == printed]
    assert found, printed
    assert found[0].indicator == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The share of women in the planning is 26%; that of young cadres reached 34%.",
            [("plan_female_share", "plan"), ("plan_young_share", "plan")],
        ),
        (
            "Rà soát quy hoạch nhiệm kỳ 2025-2030; cấp ủy đương nhiệm có nữ 18,2%.",
            [("committee_female_share", "actual")],
        ),
        (
            "The planning for 2025-2030 was reviewed; incumbent Party committees have 18.2% women.",
            [("committee_female_share", "actual")],
        ),
        (
            "Quy hoạch cấp ủy bằng 140% cấp ủy đương nhiệm; nữ chiếm 21%.",
            [(None, "plan"), ("plan_female_share", "plan")],
        ),
    ],
)
def test_who_is_planned_and_who_is_in_office(
    text: str, expected: list[tuple[str | None, str]]
) -> None:
    told = [one for one in extract(text) if one.fact.kind == "percentage"]
    assert [(one.indicator, one.role) for one in told] == expected
