"""Numbers that a clause compares: with a plan, another year, another count, in a row."""

from __future__ import annotations

import pytest

from pipeline import extract


def told(text: str) -> list[tuple[str | None, str | None]]:
    numbers = [one for one in extract(text) if one.fact.kind not in ("date", "period")]
    return [(one.indicator, one.role) for one in numbers]


GROWTH, REVENUE = "grdp_growth", "budget_revenue"
POOR, URBAN = "poverty_rate", "urbanization_rate"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỷ lệ đô thị hóa đạt 26,1% so với kế hoạch 30%.", URBAN),
        ("Tỷ lệ đô thị hóa 26,1% so với mục tiêu 30% đến năm 2025.", URBAN),
        ("Tỷ lệ đô thị hóa đạt 26,1% so với kế hoạch năm 2023 là 27%.", URBAN),
        ("Tỷ lệ hộ nghèo còn 4,2% so với kế hoạch đề ra 4,5%.", POOR),
        ("Tỷ lệ che phủ rừng 51,7% so với chỉ tiêu nghị quyết 52%.", "forest_cover_share"),
        ("GRDP tăng 6,9% so với kế hoạch 7,2%.", "grdp_growth"),
        ("Urbanization reached 26.1% compared to the plan of 30%.", URBAN),
    ],
)
def test_what_a_share_is_held_against_is_an_aim(text, expected) -> None:
    assert told(text) == [(expected, "actual"), (expected, "target")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # How much of the plan was reached, or by how much it was passed.
        ("Tỷ lệ đô thị hóa đạt 93% so với kế hoạch.", [(None, None)]),
        (
            "GRDP tăng 6,9%, đạt 95,8% so với kế hoạch 7,2%.",
            [("grdp_growth", "actual"), (None, None)],
        ),
        (
            "Nữ cấp ủy viên chiếm 18,4%, tăng 3,4% so với mục tiêu 15%.",
            [("committee_female_share", "actual"), (None, None)],
        ),
        # The plan is an amount of money.
        (
            "Thu ngân sách đạt 102% so với dự toán 8.310 tỷ đồng.",
            [("budget_revenue_plan_share", "actual"), (REVENUE, "target")],
        ),
    ],
)
def test_so_much_of_a_plan_is_no_share_held_against_it(text, expected) -> None:
    assert told(text)[: len(expected)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Budget revenue reached VND 3,914 billion, or 46.1% of the VND 8,490 billion plan.",
        "Budget revenue reached VND 3,914 billion, 46.1% of the VND 8,490 billion annual estimate.",
        "Budget revenue reached VND 3,914 billion, 46.1% of the plan of VND 8,490 billion.",
    ],
)
def test_a_plan_may_stand_behind_its_number(text) -> None:
    assert told(text) == [
        (REVENUE, "actual"),
        ("budget_revenue_plan_share", "actual"),
        (REVENUE, "target"),
    ]


def test_a_target_behind_a_count_of_members() -> None:
    text = "The province admitted 540 new Party members, 60% of the 900 target."
    assert told(text) == [
        ("new_members_count", "actual"),
        ("new_members_plan_share", "actual"),
        ("new_members_count", "target"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Thu ngân sách đạt 8.120 tỷ đồng, bằng 96,3% dự toán và 104,8% so với năm 2021.",
        "Thu ngân sách đạt 8.120 tỷ đồng, đạt 96,3% dự toán và bằng 104,8% so với năm 2021.",
        "Budget revenue was VND 8,120 billion, equal to 96.3% of the estimate and 104.8% of the "
        "figure for 2021.",
        "Budget revenue was VND 8,120 billion, equal to 96.3% of the estimate and 104.8% compared "
        "to the same period.",
    ],
)
def test_so_much_of_another_year_beside_so_much_of_the_plan(text) -> None:
    last = next(one for one in extract(text) if one.fact.text.startswith("104"))
    assert (last.indicator, last.change) == ("budget_revenue_yoy_ratio", None)
    assert last.fact.value.basis == "of_base"


def test_growth_on_another_year_is_none_of_it() -> None:
    text = "Thu ngân sách đạt 8.120 tỷ đồng, bằng 96,3% dự toán, tăng 4,8% so với năm 2021."
    last = extract(text)[2]
    assert (last.indicator, last.fact.value.basis) == ("budget_revenue_yoy_ratio", "growth")


def test_shares_beside_the_first_and_the_last_count_are_of_one_measure() -> None:
    text = "Số hộ nghèo giảm từ 6.120 hộ (5,4%) xuống còn 4.870 hộ (4,3%)."
    assert told(text)[1::2] == [(POOR, "previous"), (POOR, "actual")]


@pytest.mark.parametrize(
    "text",
    [
        "Số hộ nghèo giảm từ 6.120 hộ (5,4%) xuống còn 4.870 hộ (giảm 20,4%).",
        "Số hộ nghèo còn 6.120 hộ (5,4%), hỗ trợ 4.870 hộ (80%).",
    ],
)
def test_another_share_behind_a_count_is_none_of_it(text) -> None:
    assert told(text)[-1][0] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Có 61/88 xã và 3/9 huyện đạt chuẩn nông thôn mới.",
            ["communes_share", "districts_count"],
        ),
        (
            "Toàn tỉnh có 61/88 xã (69,3%) và 3 huyện được công nhận đạt chuẩn nông thôn mới.",
            ["communes_share", "communes_share", "districts_count"],
        ),
        (
            "61 of the 88 communes (69.3%) and 3 districts have been recognized as meeting "
            "new-style rural standards.",
            ["communes_share", "communes_share", "districts_count"],
        ),
    ],
)
def test_localities_that_met_a_standard_together(text, expected) -> None:
    assert [one for one, _ in told(text)] == [f"ntm_{one}" for one in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Có 61/88 xã vùng cao; 3/9 huyện đạt chuẩn nông thôn mới.",
        "Có 61/88 xã đông dân, trong đó 3 huyện đạt chuẩn nông thôn mới.",
        "Đã thăm 61/88 xã, nơi 3/9 huyện đạt chuẩn nông thôn mới.",
    ],
)
def test_localities_beside_those_that_met_a_standard(text) -> None:
    assert told(text)[0][0] is None


@pytest.mark.parametrize(
    "text",
    [
        "Giảm 214 công chức và 1.905 viên chức, đạt tỷ lệ lần lượt 10,4% và 9,7%.",
        "The province reduced 214 civil servants and 1,905 public employees, reaching rates of "
        "10.4% and 9.7% respectively.",
    ],
)
def test_shares_in_the_order_of_cuts_are_shares_of_cuts(text) -> None:
    assert [one for one, _ in told(text)][2:] == [
        "civil_servants_reduced_share",
        "public_employees_reduced_share",
    ]


def test_a_label_may_name_a_level_and_its_staff() -> None:
    text = "Cán bộ, công chức cấp xã: giảm 302 (8,1%)."
    kinds = [f"commune_cadres_reduced_{one}" for one in ("count", "share")]
    assert [one for one, _ in told(text)] == kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The province counts 38,410 Party members; 5,120 are Khmer.", "party_members_total"),
        (
            "The province has 11 Party committees directly under the provincial Party Committee, "
            "402 grassroots Party organizations and 38,410 Party members.",
            "party_members_total",
        ),
        ("The province has 38,410 Party members who live abroad.", None),
    ],
)
def test_all_members_that_a_province_has(text, expected) -> None:
    assert next(one.indicator for one in extract(text) if one.fact.text == "38,410") == expected


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Out of 24 targets of the year, 20 were achieved, 4 not.", "20"),
        ("Of the 17 targets laid down in our Action Program only 12 have been reached.", "12"),
    ],
)
def test_so_many_of_some_targets_were_met(text, printed) -> None:
    found = {one.fact.text: one.indicator for one in extract(text)}
    assert found[printed] == "targets_met_count"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Of the 24 targets, 3 have not been met.", "3"),
        ("Of the 24 communes 20 were reached by the road.", "20"),
    ],
)
def test_so_many_of_others_or_unmet(text, printed) -> None:
    found = {one.fact.text: one.indicator for one in extract(text)}
    assert found[printed] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sắp xếp 33 xã thành 15 xã, giảm 18 xã, hiện còn 402 xã, phường, thị trấn.",
            {"18": "admin_units_reduced_count", "402": "admin_units_commune_count"},
        ),
        ("Giảm 18 xã vùng cao, còn 42 xã.", {"18": None, "42": None}),
        ("Giảm 18 trường, còn 402 xã, phường, thị trấn có trường.", {"402": None}),
        (
            "Đến 31/12/2023: 13 đảng bộ trực thuộc, 461 tổ chức cơ sở đảng, 47.120 đảng viên.",
            {"461": "party_orgs_grassroots_total", "47.120": "party_members_total"},
        ),
        (
            "By 31/12/2023: 13 subordinate Party committees, 461 grassroots Party organizations, "
            "47,120 Party members.",
            {"461": "party_orgs_grassroots_total", "47,120": "party_members_total"},
        ),
        (
            "Năm 2023: 9 tổ chức đảng, 214 đảng viên bị kỷ luật.",
            {"9": "disciplined_orgs_count", "214": "disciplined_members_count"},
        ),
        (
            "Grassroots Party organizations: excellent 17.2%, good 76.9%, completed 5.4%.",
            {"17.2%": "party_org_rating_share", "76.9%": "party_org_rating_share"},
        ),
        (
            "Tổ chức cơ sở đảng: xuất sắc 17,2%, tốt 76,9%, hoàn thành 5,4%.",
            {"17,2%": "party_org_rating_share", "76,9%": "party_org_rating_share"},
        ),
        (
            "The payroll has shrunk by 254 civil servants (12.2%).",
            {"254": "civil_servants_reduced_count", "12.2%": "civil_servants_reduced_share"},
        ),
        (
            "98/131 communes, i.e. 74.8%, have been recognised as meeting new-style rural "
            "standards.",
            {"98/131": "ntm_communes_share", "74.8%": "ntm_communes_share"},
        ),
    ],
)
def test_what_rows_and_rests_are_of(text, expected) -> None:
    found = {one.fact.text: one.indicator for one in extract(text)}
    assert {one: found[one] for one in expected} == expected


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        ("GRDP tăng 6,42%, tỷ lệ hộ nghèo 8,37%.", "8,37%", None),
        ("GRDP tăng 6,42%, tỷ lệ đô thị hóa 29,1%, tỷ lệ che phủ rừng 52,6%.", "52,6%", None),
        ("GRDP grew 6.42%, the poverty rate 8.37%.", "8.37%", None),
        ("Tỷ lệ hộ nghèo giảm 1,3%, tỷ lệ hộ cận nghèo 0,7%.", "0,7%", "decrease"),
        ("GRDP tăng 6,42%, tỷ lệ hộ nghèo giảm 1,08%.", "1,08%", "decrease"),
        ("Nông nghiệp tăng 2,8%, công nghiệp 11,4%.", "11,4%", "increase"),
    ],
)
def test_the_level_of_a_share_behind_what_grew_is_no_change(text, printed, expected) -> None:
    found = {one.fact.text: one.change for one in extract(text)}
    assert found[printed] == expected


def test_what_is_in_fact_is_no_aim() -> None:
    text = "Mục tiêu tỷ lệ đô thị hóa 30%, thực tế 31,6%."
    found = {one.fact.text: one.role for one in extract(text)}
    assert found == {"30%": "target", "31,6%": "actual"}
