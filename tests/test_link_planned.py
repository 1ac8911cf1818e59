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


HEADED = "1. Quy hoạch Ban Chấp hành Đảng bộ tỉnh\n"
COUNT, FACTOR = "plan_persons_count", "plan_coefficient"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            HEADED + "- Số lượng: 71 đồng chí, hệ số 1,3 lần so với đương nhiệm.",
            {"71": COUNT, "1,3 lần": FACTOR},
        ),
        (
            "1. Planning of the Provincial Party Executive Committee\n"
            "- Number: 71 comrades, coefficient 1.3 times compared to the incumbents.",
            {"71": COUNT, "1.3 times": FACTOR},
        ),
        ("Tỉnh ủy phê duyệt 540 lượt người vào quy hoạch ban chấp hành.", {"540": COUNT}),
        ("Ở 9 huyện, các xã, phường quy hoạch 2.900 lượt cán bộ, nữ 26%.", {"2.900": COUNT}),
        ("Quy hoạch cấp trưởng 64 lượt, bình quân 2,2 người/chức danh.", {"64": COUNT}),
        (
            "Planning for the 2025-2030 term was approved with a total of 5,700 turns of cadres.",
            {"5,700": COUNT},
        ),
        # Whom something else is said of, or who is no cadre, stands on no plan.
        (HEADED + "- Số phiếu giới thiệu: 312 người, gấp 1,4 lần số đại biểu.", {"312": None}),
        (HEADED + "- Đương nhiệm: 52 đồng chí.", {"52": None}),
        (HEADED + "- Số lượng: 12 hồ sơ, tăng 1,4 lần so với năm trước.", {"1,4 lần": None}),
        (
            "2. Quy hoạch xây dựng\n- Số lượng: 12 đồ án, hệ số sử dụng đất 1,4 lần.",
            {"12": None, "1,4 lần": None},
        ),
        ("Hội nghị lấy phiếu quy hoạch có 310 lượt cán bộ tham dự.", {"310": None}),
        ("Công tác quy hoạch được quan tâm, cử 205 lượt cán bộ đi học.", {"205": None}),
        ("Theo quy hoạch, đô thị có 45.000 người vào năm 2030.", {"45.000": None}),
        ("The planning of the executive committee was discussed by 120 people.", {"120": None}),
    ],
)
def test_how_many_are_on_a_plan(text: str, expected: dict[str, str | None]) -> None:
    told = {one.fact.text: one.indicator for one in extract(text)}
    assert {one: told[one] for one in expected} == expected
