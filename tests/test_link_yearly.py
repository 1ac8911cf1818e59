"""Sums and means over several years are no number of one year."""

from __future__ import annotations

import pytest
from cards import book

from pipeline import flow

VI, EN = "Tỉnh ủy Sơn La báo cáo.\n", "The Son La Provincial Party Committee reports.\n"


def said(text: str, number: str) -> tuple[str | None, str | None]:
    """The indicator and the period of a number in a sentence of a report."""
    head = EN if text.isascii() else VI
    found = flow.analyse_text(head + text, rulebook=book()).observations
    return next((one.indicator, one.period) for one in found if one.fact.text == number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Trong 5 năm, kết nạp 16.108 đảng viên.", "16.108"),
        ("5 năm qua, toàn tỉnh đã kết nạp được 16.108 đảng viên mới.", "16.108"),
        ("Sau 3 năm thực hiện Chỉ thị, đã thi hành kỷ luật 233 đảng viên.", "233"),
        ("Over the past five years, the province admitted 16,108 new Party members.", "16,108"),
        ("In four years, 16,108 new Party members were admitted.", "16,108"),
    ],
)
def test_the_sum_of_years_that_nothing_dates_is_of_no_indicator(text: str, number: str) -> None:
    assert said(text, number)[0] is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Bình quân mỗi năm kết nạp 2.377 đảng viên.", "2.377"),
        ("Mỗi năm kết nạp trên 2.377 đảng viên.", "2.377"),
        ("Hằng năm, toàn tỉnh kết nạp 2.377 đảng viên.", "2.377"),
        ("Giai đoạn 2018-2022, trung bình hằng năm kết nạp 2.377 đảng viên mới.", "2.377"),
        ("Thu ngân sách giai đoạn 2018-2022 bình quân mỗi năm 5.100 tỷ đồng.", "5.100 tỷ đồng"),
        ("Every year the province admits 2,377 new Party members.", "2,377"),
        ("On average, 2,377 new Party members were admitted each year.", "2,377"),
        ("The province admitted 2,377 new Party members a year.", "2,377"),
    ],
)
def test_the_mean_of_a_year_is_of_no_indicator(text: str, number: str) -> None:
    assert said(text, number)[0] is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Trong 5 năm (2018-2022), kết nạp 16.108 đảng viên.", "16.108"),
        ("Trong nhiệm kỳ 2018-2022, kết nạp 16.108 đảng viên.", "16.108"),
        ("Over five years (2018-2022), the province admitted 16,108 new Party members.", "16,108"),
    ],
)
def test_the_sum_of_years_that_are_told_is_of_these(text: str, number: str) -> None:
    assert said(text, number) == ("new_members_count", "2018/2022")


@pytest.mark.parametrize(
    ("text", "number", "indicator"),
    [
        ("Năm 2022 kết nạp 2.418 đảng viên, cao nhất trong 5 năm qua.", "2.418",
         "new_members_count"),
        ("Kinh phí tiết kiệm mỗi năm khoảng 151 tỷ đồng.", "151 tỷ đồng", "budget_saved_money"),
        ("Thu nhập bình quân đầu người đạt 51 triệu đồng một năm.", "51 triệu đồng",
         "income_per_capita"),
        ("Sau 2 năm thực hiện, năm 2022 kết nạp 2.418 đảng viên.", "2.418", "new_members_count"),
        ("Mỗi năm kết nạp 2.377 đảng viên, riêng năm 2022 kết nạp 2.418 đảng viên.", "2.418",
         "new_members_count"),
        ("Trong năm, toàn tỉnh kết nạp 2.418 đảng viên.", "2.418", "new_members_count"),
        ("Thực hiện kế hoạch hằng năm, toàn tỉnh kết nạp 2.418 đảng viên.", "2.418",
         "new_members_count"),
        ("Phấn đấu mỗi năm kết nạp 2.500 đảng viên.", "2.500", "new_members_count"),
        ("Sau 5 năm, tỷ lệ hộ nghèo còn 4,6%.", "4,6%", "poverty_rate"),
        ("Sau 5 năm, toàn tỉnh có 91.207 đảng viên.", "91.207", "party_members_total"),
        ("GRDP tăng bình quân mỗi năm 7,1%.", "7,1%", "grdp_growth"),
        ("In 2022, 2,418 new Party members were admitted, the most in five years.", "2,418",
         "new_members_count"),
        ("After two years, in 2022 the province admitted 2,418 new Party members.", "2,418",
         "new_members_count"),
        ("After five years the poverty rate fell to 3.4%.", "3.4%", "poverty_rate"),
        ("The province aims to admit 2,500 new Party members every year.", "2,500",
         "new_members_count"),
    ],
)  # fmt: skip
def test_what_is_of_one_year_or_of_no_flow_keeps_its_indicator(
    text: str, number: str, indicator: str
) -> None:
    assert said(text, number)[0] == indicator
