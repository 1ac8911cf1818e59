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


# ── by when ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "number", "timing"),
    [
        ("Tính đến ngày 31/12/2021, tỷ lệ hộ nghèo còn 11,4%.", "11,4%", "2021-12-31"),
        ("Đến cuối năm 2022, tỷ lệ hộ nghèo còn 8,3%.", "8,3%", "2022-12-31"),
        ("Tỷ lệ hộ nghèo đến hết năm 2024 còn 8,3%.", "8,3%", "2024-12-31"),
        ("Đến năm 2022 tỷ lệ che phủ rừng đạt 54%.", "54%", "2022"),
        ("By the end of 2022, the poverty rate had fallen to 8.3%.", "8.3%", "2022-12-31"),
        ("The poverty rate stood at 8.3% by December 31, 2023.", "8.3%", "2023-12-31"),
        ("Đến năm 2030: tỷ lệ hộ nghèo 3%, tốc độ tăng GRDP đạt 9,5%.", "9,5%", "2030"),
        ("Mục tiêu đến năm 2030, tỷ lệ hộ nghèo còn 3%; GRDP tăng bình quân 9%/năm.", "9%", "2030"),
        ("Phấn đấu trước năm 2030, tỷ lệ hộ nghèo còn 1%.", "1%", "2030"),
        ("Trước năm 2020, tỷ lệ hộ nghèo là 14%.", "14%", "../2020"),
        ("Từ năm 2021 đến nay, kết nạp 4.870 đảng viên mới.", "4.870", "2021/.."),
        ("Since 2021, 4,870 new Party members have been admitted.", "4,870", "2021/.."),
        ("Từ đầu nhiệm kỳ đến nay kết nạp 4.870 đảng viên mới.", "4.870", "P5Y"),
    ],
)
def test_by_when_a_number_was_so_is_its_timing(text: str, number: str, timing: str) -> None:
    found = said(text, number)
    assert (found.period, found.timing) == (None, timing)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        # The time is that of another number, of what it is held against, or of a meeting.
        ("Tỷ lệ hộ nghèo giảm từ 11,4% cuối năm 2021 xuống còn 8,3%.", "8,3%"),
        ("Tỷ lệ hộ nghèo còn 8,3%, giảm 3,1 điểm phần trăm so với cuối năm 2021.", "8,3%"),
        ("Tỷ lệ hộ nghèo cuối năm 2021 là 11,4%, hiện nay còn 8,3%.", "8,3%"),
        ("The poverty rate fell from 11.4% at the end of 2021 to 8.3%.", "8.3%"),
        ("Từ năm 2021 đến nay, tỷ lệ hộ nghèo còn 8,3%.", "8,3%"),
    ],
)
def test_the_day_of_another_number_is_not(text: str, number: str) -> None:
    assert said(text, number).timing is None


# ── parts of a year ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "number", "timing"),
    [
        ("Thu ngân sách tháng 12 đạt 640 tỷ đồng.", "640 tỷ đồng", "--12"),
        ("Tháng 11, tỉnh đón 210 nghìn lượt khách du lịch.", "210 nghìn", "--11"),
        ("Trong tháng có 37 doanh nghiệp thành lập mới.", "37", "P1M"),
        ("GRDP quý III tăng 8,4%.", "8,4%", "--Q3"),
        ("GRDP tăng 8,4% trong quý III.", "8,4%", "--Q3"),
        ("GRDP quý III tăng 8,4%, 9 tháng tăng 7,3%.", "7,3%", "--01/--09"),
        ("6 tháng đầu năm, toàn tỉnh kết nạp 811 đảng viên mới.", "811", "--H1"),
        ("Trong 9 tháng, thu ngân sách đạt 5.300 tỷ đồng.", "5.300 tỷ đồng", "--01/--09"),
        ("Lũy kế 11 tháng, thu ngân sách đạt 7.700 tỷ đồng.", "7.700 tỷ đồng", "--01/--11"),
        ("Đến hết quý III, tỷ lệ giải ngân vốn đầu tư công đạt 49%.", "49%", "--01/--09"),
        ("In November, state budget revenue reached VND 640 billion.", "VND 640 billion", "--11"),
        ("In the third quarter GRDP grew 8.4%.", "8.4%", "--Q3"),
        ("In the first nine months, GRDP grew 7.3%.", "7.3%", "--01/--09"),
        ("Năm 2023, thu ngân sách tháng 12 đạt 640 tỷ đồng.", "640 tỷ đồng", "2023-12"),
        ("Sáu tháng kết nạp 811 đảng viên, đạt 45,1% chỉ tiêu năm (1.800).", "811", "--H1"),
    ],
)
def test_a_part_of_a_year_is_told_without_the_year(text: str, number: str, timing: str) -> None:
    assert said(text, number).timing == timing


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Thu ngân sách đạt 8.700 tỷ đồng, tăng 5% so với tháng 11.", "8.700 tỷ đồng"),
        ("Đại hội tổ chức tháng 9 đã bầu 47 đồng chí; kết nạp 811 đảng viên mới.", "811"),
        ("Sau 3 tháng thi đua, tỉnh kết nạp 811 đảng viên mới.", "811"),
        ("Bị cáo nhận án tù 9 tháng; kết nạp 811 đảng viên mới.", "811"),
        ("Trong năm năm qua, tỷ lệ hộ nghèo còn 8,3%.", "8,3%"),
        ("Quý III tăng khá. Năm 2023, GRDP tăng 8,4%.", "8,4%"),
        ("GRDP quý III tăng 9,2%, năm 2023 tăng 8,4%.", "8,4%"),
        ("Sáu tháng kết nạp 811 đảng viên, đạt 45,1% chỉ tiêu năm (1.800).", "1.800"),
        ("The March 8 meeting was short; the poverty rate was 8.3%.", "8.3%"),
        ("Tháng 9 năm 2023, thu ngân sách đạt 640 tỷ đồng.", "640 tỷ đồng"),
    ],
)
def test_a_month_of_something_else_is_not(text: str, number: str) -> None:
    assert said(text, number).timing is None


HALF = "TỈNH ỦY SƠN LA\nSơn La, ngày 28 tháng 6 năm 2023\n\nBÁO CÁO\n{}\n\n{}"


@pytest.mark.parametrize(
    ("title", "timing"),
    [
        ("công tác 6 tháng đầu năm 2023", "--H1"),
        ("công tác 6 tháng đầu năm, phương hướng, nhiệm vụ 6 tháng cuối năm 2023", "--H1"),
        ("tình hình kinh tế - xã hội 9 tháng năm 2023", "--01/--09"),
        ("công tác quý I năm 2023", "--Q1"),
        ("tình hình tháng 12 và năm 2023", None),
        ("tình hình tháng 12, cả năm 2023", None),
        ("công tác năm 2023", None),
    ],
)
def test_the_title_says_of_which_part_of_the_year_its_flows_are(
    title: str, timing: str | None
) -> None:
    text = HALF.format(title, "Thi hành kỷ luật 71 đảng viên. Tỷ lệ hộ nghèo còn 8,3%.")
    assert (said(text, "71").timing, said(text, "8,3%").timing) == (timing, None)


def test_what_is_aimed_at_for_the_year_is_not_of_its_half() -> None:
    text = HALF.format("công tác 6 tháng đầu năm 2023", "Phấn đấu kết nạp 1.900 đảng viên mới.")
    assert said(text, "1.900").timing is None


# ── means, and headings of aims ───────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "number", "timing"),
    [
        ("GRDP tăng bình quân 6,9%/năm trong 5 năm qua.", "6,9%", "P5Y"),
        ("Trong 3 năm qua, GRDP tăng 6,9%/năm.", "6,9%", "P3Y"),
        ("Tốc độ tăng trưởng GRDP bình quân đạt 6,9%/năm.", "6,9%", "PY"),
        ("Over the past five years, GRDP grew 6.9% a year.", "6.9%", "P5Y"),
        ("Tỷ lệ hộ nghèo giảm bình quân 2,2%/năm.", "2,2%", "PY"),
        ("GRDP tăng 6,9%.", "6,9%", None),
        ("Tốc độ tăng trưởng GRDP bình quân giai đoạn 2021 - 2025 đạt 6,9%/năm.", "6,9%", None),
        ("GRDP năm 2023 tăng 6,9%.", "6,9%", None),
    ],
)
def test_a_mean_of_years_is_of_no_year(text: str, number: str, timing: str | None) -> None:
    assert said(text, number).timing == timing


@pytest.mark.parametrize(
    ("text", "number", "timing"),
    [
        ("II. Mục tiêu năm 2024\nPhấn đấu GRDP tăng 9,5%; tỷ lệ hộ nghèo còn 3%.", "3%", "2024"),
        ("Phương hướng năm 2024\nPhấn đấu kết nạp 1.450 đảng viên mới.", "1.450", "2024"),
        ("II. Kết quả năm 2022\nTỷ lệ hộ nghèo còn 8,3%.", "8,3%", None),
        ("II. Mục tiêu, nhiệm vụ\nPhấn đấu tỷ lệ hộ nghèo còn 3%.", "3%", None),
        ("II. Mục tiêu năm 2024\nNăm 2023, tỷ lệ hộ nghèo đã còn 8,3%.", "8,3%", None),
    ],
)
def test_aims_below_a_heading_are_of_its_year(text: str, number: str, timing: str | None) -> None:
    assert said(text, number).timing == timing


# ── reports of December ───────────────────────────────────────────────────────────────────

_HEAD = "TỈNH ỦY SƠN LA\nSơn La, ngày 20 tháng {month} năm 2023\n\nBÁO CÁO\nKết quả công tác\n\n"


@pytest.mark.parametrize(
    ("month", "text", "number", "role"),
    [
        ("12", "Đến hết năm 2023, tỷ lệ hộ nghèo toàn tỉnh còn 14,9%.", "14,9%", "actual"),
        ("12", "Phấn đấu đến hết năm 2023, tỷ lệ hộ nghèo còn 14,9%.", "14,9%", "target"),
        ("12", "Đến hết năm 2024, tỷ lệ hộ nghèo toàn tỉnh còn 11,5%.", "11,5%", "target"),
        ("4", "Đến hết năm 2023, tỷ lệ hộ nghèo toàn tỉnh còn 14,9%.", "14,9%", "target"),
        (
            "12",
            "Nghị quyết đề ra mỗi năm kết nạp 2.100 đảng viên; năm 2023 kết nạp 2.015 đảng viên.",
            "2.015",
            "actual",
        ),
    ],
)
def test_a_report_of_december_tells_how_its_year_ends(
    month: str, text: str, number: str, role: str
) -> None:
    found = flow.analyse_text(_HEAD.format(month=month) + text, rulebook=book()).observations
    assert next(one for one in found if one.fact.text == number).role == role


def test_a_title_with_the_word_report_needs_no_day() -> None:
    text = "SOCIO-ECONOMIC REPORT OF BAC KAN PROVINCE IN 2022\nThe poverty rate is 21.4%.\n"
    assert flow.analyse_text(text, rulebook=book()).document.year == 2022
