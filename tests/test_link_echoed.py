"""Numbers in the order of those of the line before."""

from __future__ import annotations

import pytest

from pipeline import extract

COMMITTEES = "- Ban chấp hành: nữ 19%, trẻ dưới 40 tuổi 15%.\n"
BOARDS = "- Executive committees: women 29.6%, under 40 years old 35.2%.\n"
FEMALE, YOUNG = "committee_female_share", "committee_young_share"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tổ chức cơ sở đảng: hoàn thành xuất sắc nhiệm vụ 52, tỷ lệ 13,1%; hoàn thành tốt "
            "301, tỷ lệ 76%; hoàn thành 43, tỷ lệ 10,9%.\n"
            "b) Đảng viên: lần lượt là 14,6%, 78,3% và 7,1%.",
            {
                "14,6%": ("party_member_rating_share", "grade_excellent"),
                "78,3%": ("party_member_rating_share", "grade_good"),
                "7,1%": ("party_member_rating_share", "grade_completed"),
            },
        ),
        (
            "Đảng viên: hoàn thành xuất sắc nhiệm vụ 14,2%, hoàn thành tốt nhiệm vụ 75,1%. "
            "Tổ chức cơ sở đảng tương ứng 16% và 77,8%.",
            {
                "16%": ("party_org_rating_share", "grade_excellent"),
                "77,8%": ("party_org_rating_share", "grade_good"),
            },
        ),
        (
            "Quy hoạch cấp huyện:\n- Ban chấp hành: nữ 29,6%, trẻ dưới 40 tuổi 35,2%;\n"
            "- Ban thường vụ: tương ứng 21,4% và 16%.",
            {"21,4%": ("plan_female_share", "female"), "16%": ("plan_young_share", "age<40")},
        ),
        (
            COMMITTEES + "- Ban thường vụ: lần lượt là 11% và 7%.",
            {"11%": (FEMALE, "female"), "7%": (YOUNG, "age<40")},
        ),
        (
            BOARDS + "- Standing committees: 21.4% and 16% respectively.",
            {"21.4%": (FEMALE, "female"), "16%": (YOUNG, "age<40")},
        ),
        (
            "- Cán bộ cấp tỉnh: trên đại học 35%, đại học 62%.\n"
            "- Cán bộ cấp huyện: tương ứng 21% và 76%.",
            {"21%": ("edu_postgraduate_share", "postgraduate_degree")},
        ),
    ],
)
def test_numbers_in_the_order_of_the_line_before(
    text: str, expected: dict[str, tuple[str, str]]
) -> None:
    told = {one.fact.text: (one.indicator, one.attribute) for one in extract(text)}
    assert {one: told[one] for one in expected} == expected


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        # They are in the order of something of their own: of levels, years, measures.
        (COMMITTEES + "- Ban thường vụ cấp huyện và cấp xã lần lượt là 21% và 16%.", "21% 16%"),
        (COMMITTEES + "- Ban thường vụ năm 2020, năm 2025: tương ứng 21% và 16%.", "21% 16%"),
        (COMMITTEES + "- Kết nạp đảng viên năm 2021, 2022 tương ứng 5% và 7%.", "5% 7%"),
        (COMMITTEES + "- Thu, chi ngân sách lần lượt đạt 95% và 97% dự toán.", "95% 97%"),
        (
            BOARDS + "- Standing committees at district and commune level: 21.4% and 16% "
            "respectively.",
            "21.4% 16%",
        ),
        (BOARDS + "- Industry and services grew by 21.4% and 16% respectively.", "21.4% 16%"),
        # More of them, nothing that says so, words of another matter, another line between.
        (COMMITTEES + "- Ban thường vụ: tương ứng 21%, 16% và 70%.", "21% 16% 70%"),
        (COMMITTEES + "- Ban thường vụ: 21% và 16%.", "21% 16%"),
        (COMMITTEES + "- Tỷ lệ tái cử của ban thường vụ tương ứng 21% và 16%.", "21% 16%"),
        (
            COMMITTEES + "Công tác khác được triển khai đồng bộ.\n"
            "- Ban thường vụ: tương ứng 21% và 16%.",
            "21% 16%",
        ),
    ],
)
def test_numbers_in_another_order(text: str, numbers: str) -> None:
    told = {one.fact.text: (one.indicator, one.attribute) for one in extract(text)}
    assert {told[one] for one in numbers.split()} == {(None, None)}
