"""Of what time a number is: standards, deadlines, parts of a year, means, headings; and aims."""

from __future__ import annotations

import pytest
from cards import book

from pipeline import flow
from pipeline.model import Observation

VI, EN = "Tỉnh ủy Sơn La báo cáo.\n", "The Son La Provincial Party Committee reports.\n"


def said(text: str, number: str) -> Observation:
    """What is said of a number in a text."""
    head = EN if text.isascii() else VI
    found = flow.analyse_text(head + text, rulebook=book()).observations
    return next(one for one in found if one.fact.text == number)


# ── standards ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        (
            "Năm 2023, tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều giai đoạn 2022 - 2025 còn 6,7%.",
            "6,7%",
            "2023",
        ),
        ("Tỷ lệ hộ nghèo (chuẩn nghèo giai đoạn 2016-2020) còn 6,7%.", "6,7%", None),
        (
            "Tỷ lệ hộ nghèo năm 2024 còn 3,6% theo chuẩn nghèo áp dụng cho giai đoạn 2022-2025.",
            "3,6%",
            "2024",
        ),
        ("Tỷ lệ hộ nghèo theo tiêu chí giai đoạn 2021 - 2025 còn 6,7%.", "6,7%", None),
        (
            "In 2023, the poverty rate by the multidimensional standard for 2022-2025 was 6.7%.",
            "6.7%",
            "2023",
        ),
        (
            "The poverty rate, under the poverty line for the 2022-2025 period, was 6.3% in 2023.",
            "6.3%",
            "2023",
        ),
        (
            "In 2023, the poverty rate fell to 6.3% by the 2022-2025 multidimensional standard.",
            "6.3%",
            "2023",
        ),
    ],
)
def test_the_years_of_a_standard_are_no_time_of_a_number(
    text: str, number: str, period: str | None
) -> None:
    assert said(text, number).period == period


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("Có 47 xã đạt chuẩn nông thôn mới giai đoạn 2021-2025.", "47", "2021/2025"),
        ("Tỷ lệ hộ nghèo giai đoạn 2021 - 2025 giảm 4,3%.", "4,3%", "2021/2025"),
        ("Chuẩn nghèo thay đổi, giai đoạn 2021 - 2025 tỷ lệ hộ nghèo giảm 4,3%.", "4,3%", None),
        ("Theo chuẩn mới, năm 2022 tỷ lệ hộ nghèo là 9,4%.", "9,4%", "2022"),
        ("Poverty fell by 4.3 percentage points in the 2021-2025 period.", "4.3", "2021/2025"),
        ("According to the standard, 47 communes were recognised in 2021-2025.", "47", "2021/2025"),
    ],
)
def test_a_period_beside_a_standard_is_that_of_a_number(
    text: str, number: str, period: str | None
) -> None:
    number = number + " percentage points" if "points" in text else number
    assert said(text, number).period == (period or "2021/2025")


# ── aims ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Nhiệm kỳ 2020 - 2025 đề ra kết nạp 6.200 đảng viên mới.", "6.200"),
        ("Nghị quyết HĐND tỉnh quyết nghị thu ngân sách đạt 8.700 tỷ đồng.", "8.700 tỷ đồng"),
        ("Nghị quyết Đại hội đề ra trong nhiệm kỳ kết nạp 6.200 đảng viên.", "6.200"),
        ("Kế hoạch đặt ra tỷ lệ hộ nghèo còn 3,6%.", "3,6%"),
        ("Đại hội lần thứ XX xác định tỷ lệ hộ nghèo còn 3,6%; GRDP tăng 8,1%/năm.", "8,1%"),
        ("Đại hội đề ra kết nạp 6.200 đảng viên mới, đến nay kết nạp 5.010 đảng viên.", "6.200"),
        ("The resolution set 6,200 new Party members for the term.", "6,200"),
        ("The congress set forest cover of 57% and GRDP growth of 8.1%.", "8.1%"),
        ("The plan envisages state budget revenue of VND 8,700 billion.", "VND 8,700 billion"),
    ],
)
def test_what_a_congress_or_a_plan_set_is_an_aim(text: str, number: str) -> None:
    assert said(text, number).role == "target"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kết quả rà soát xác định tỷ lệ hộ nghèo là 3,6%.", "3,6%"),
        ("Qua điều tra, Ban Chỉ đạo xác định tỷ lệ hộ nghèo là 3,6%.", "3,6%"),
        ("Tỷ lệ hộ nghèo còn 3,6%, thấp hơn mục tiêu đề ra.", "3,6%"),
        ("Thực hiện Nghị quyết Đại hội đề ra, tỷ lệ che phủ rừng đạt 57%.", "57%"),
        ("Thu ngân sách đạt 8.700 tỷ đồng, vượt chỉ tiêu Nghị quyết đề ra.", "8.700 tỷ đồng"),
        ("Đại hội đề ra kết nạp 6.200 đảng viên mới, đến nay kết nạp 5.010 đảng viên.", "5.010"),
        ("The survey under the resolution set the poverty rate at 3.6%.", "3.6%"),
        ("The council set up 7 groups; the poverty rate fell to 3.6%.", "3.6%"),
        ("The congress was held; forest cover reached 57%.", "57%"),
    ],
)
def test_what_came_of_it_is_none(text: str, number: str) -> None:
    assert said(text, number).role == "actual"
