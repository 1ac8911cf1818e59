"""What was before is told beside what is now: by words, by its year, or by what came of it."""

from __future__ import annotations

import pytest

from pipeline import extract

PREVIOUS = "previous"


def first_and_last(text: str) -> tuple[bool, bool]:
    """Whether the first and the last number of a text are of before."""
    kinds = ("percentage", "count", "money")
    told = [one.role == PREVIOUS for one in extract(text) if one.fact.kind in kinds]
    return told[0], told[-1]


@pytest.mark.parametrize(
    "text",
    [
        "Biên chế công chức của tỉnh tăng từ gần 1.350 lên trên 1.420.",
        "Tỉnh đã sáp nhập 815 trường xuống còn 690 trường.",
        "Tỉnh đã sắp xếp 64 ban quản lý thành 38 ban quản lý.",
        "274 xã, phường được gom lại thành 91 xã, phường.",
        "The province merged 14 communes into 6 communes.",
        "Số viên chức năm 2015 là 61.300 người và hiện nay là 56.200 người.",
        "As of 2015 the staff was 61,300 people and currently is 56,200 people.",
        "Nếu trước đây mỗi trung tâm có 3 phó giám đốc thì nay có 1 phó giám đốc.",
        "Trước đây tỉnh có 19 sở với 210 phòng, nay còn 14 sở.",
        "Several terms ago, 61 hamlets had no Party cell; by now just 3 have none.",
        "Cách đây mười năm, cả tỉnh còn 168 thôn chưa có chi bộ; nay còn 2 thôn.",
        "Ten years ago there were 19 villages without a Party cell, today 2.",
        "Attendance at the meetings, formerly 94%, is now 83%.",
        "Tỉnh không còn 23 đơn vị hành chính cấp huyện mà có 91 xã.",
        # A later year by which it had changed, and what fewer came of.
        "Năm 2014, tổng biên chế của tỉnh là 2.430 biên chế; đến năm 2020 còn 2.170 biên chế.",
        "In 2014 the poverty rate was 8.7%; by 2020 it fell to 3.9%.",
        "The province turned 118 communes into 52 communes.",
        "From 118 commune-level units, the province is expected to come down to 52 units.",
        "From 118 commune-level units we now have 52 communes and wards.",
        "Từ 118 xã, thị trấn, đến nay toàn tỉnh còn 52 xã.",
    ],
)
def test_the_first_is_of_before(text: str) -> None:
    assert first_and_last(text) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2024 GRDP tăng 7,3%, trong khi năm 2023 tăng 5,2%.",
        "GRDP grew by 7.3% in 2024, whereas in 2023 it grew by 5.2%.",
        "The share of hamlet heads who are Party members is 93.1%; it had been 77.4% in 2019.",
        "GRDP đạt 162 nghìn tỷ đồng, gấp 1,8 lần năm 2020 (90 nghìn tỷ đồng).",
        "Hộ nghèo còn 3,3%; trước khi sáp nhập, 3 tỉnh có 4,1%.",
        "Năm 2019 kết nạp 2.150 đảng viên, năm 2018 là 2.290 đảng viên.",
        "Năm 2022, tỷ lệ đô thị hóa đạt 41%; cuối năm 2015, tỷ lệ này mới đạt 32%.",
        "Tỷ lệ hộ nghèo còn 5,2% (đầu năm 6,9%).",
        "GRDP năm 2023 ước tăng 7,6% (kế hoạch 8%; năm 2022 tăng 9,1%).",
        "Kỷ luật 217 đảng viên, tăng 19 trường hợp so với cùng kỳ (198 trường hợp).",
        "GRDP quý I/2024 tăng 8,2%, cao hơn mức tăng 6,4% của quý I/2023.",
    ],
)
def test_the_last_is_of_before(text: str) -> None:
    assert first_and_last(text) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        # The later year, another place, what is still to be merged or stays beside it.
        "Năm 2020 GRDP tăng 3,2%, trong khi năm 2023 tăng 7,3%.",
        "Năm 2024 GRDP tăng 7,3%, trong khi cả nước năm 2023 tăng 5,2%.",
        "Tỉnh sẽ sáp nhập 815 trường còn 690 trường.",
        "Tỉnh đã sáp nhập 3 xã, còn 14 xã chưa sáp nhập.",
        "So với trước đây, tỉnh tăng 5,2%, hiện nay có 14 sở.",
        "Trước đó, tỉnh kết nạp 140 quần chúng, đến nay có 35.200 đảng viên.",
        # Since then, by how much since then, and what was done by then.
        "Three years ago the work began; 86% of communes meet the standard.",
        "SIPAS is 84.1%, 3.2 percentage points better than a year ago.",
        "By then 1,310 Party members had been admitted.",
        # An aim of before, what was done before, and what is left or served beside it.
        "Hộ nghèo năm 2024 còn 2,4%, trong khi mục tiêu năm 2020 là 3,3%.",
        "Nhiệm kỳ 2015-2020 kết nạp 11.300 đảng viên; đến nay Đảng bộ có 43.700 đảng viên.",
        "Trước đó, ngày 14/3, tỉnh bổ nhiệm 37 cán bộ; nay bổ nhiệm thêm 14 cán bộ.",
        "Tỉnh đã sắp xếp 115 trụ sở, còn 37 trụ sở dôi dư.",
        "The province arranged 290 cadres to 37 communes.",
        "Trước đây thu ngân sách đạt 9.100 tỷ đồng, nay kim ngạch xuất khẩu đạt 8.700 tỷ đồng.",
        # Only an aim comes later, the earlier year comes first, or nothing became of it.
        "Năm 2014, tổng biên chế là 2.430 biên chế; mục tiêu đến năm 2020 còn 2.170 biên chế.",
        "Năm 2018 kết nạp 2.150 đảng viên, năm 2019 là 2.290 đảng viên.",
        "Phấn đấu đến năm 2025 đô thị hóa đạt 43%; năm 2022 đạt 38%.",
        "From 12 funds the province now has 35 houses.",
        "GRDP tăng 6,8% (6 tháng đầu năm tăng 6,1%).",
        "Kỷ luật 217 đảng viên, tăng 19 trường hợp so với cùng kỳ (9,6%).",
        # Different things are counted then and now.
        "Đến năm 2020 có 3 huyện và hiện nay có 5 xã đạt chuẩn nông thôn mới.",
    ],
)
def test_what_is_not_of_before(text: str) -> None:
    assert first_and_last(text) == (False, False)


def test_what_is_now_is_not_of_the_year_of_before() -> None:
    text = "Số viên chức năm 2015 là 61.300 người và hiện nay là 56.200 người."
    was, now = (one for one in extract(text) if one.fact.kind == "count")
    assert (was.period, now.period) == ("2015", None)


def test_what_was_done_keeps_its_day() -> None:
    text = "Trước đó, ngày 14/3, tỉnh bổ nhiệm 37 cán bộ; nay bổ nhiệm thêm 14 cán bộ."
    was, now = (one for one in extract(text) if one.fact.kind == "count")
    assert (was.period, now.period) == ("--03-14", None)


def test_what_was_in_the_year_that_opens_its_clause_is_of_that_year() -> None:
    text = "Năm 2014, tổng biên chế của tỉnh là 2.430 biên chế; đến năm 2020 còn 2.170 biên chế."
    was, now = (one for one in extract(text) if one.fact.kind == "count")
    assert (was.period, now.period) == ("2014", None)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "The poverty rate fell to 5.21%, down 2.14 percentage points from 7.35% in 2021.",
            "7.35%",
        ),
        ("Tỷ lệ hộ nghèo còn 5,21%, giảm 2,14 điểm phần trăm so với 7,35% năm 2021.", "7,35%"),
        ("Thu ngân sách tăng 7% so với gần 9.200 tỷ đồng năm 2021.", "9.200 tỷ đồng"),
        ("Budget revenue rose 7% from VND 9,200 billion in 2021.", "VND 9,200 billion"),
        ("Toàn tỉnh giảm 64 viên chức so với 1.310 viên chức của năm 2015.", "1.310"),
    ],
)
def test_what_a_change_is_measured_from_is_of_before(text: str, printed: str) -> None:
    (base,) = [one for one in extract(text) if one.fact.text == printed]
    assert (base.role, base.change) == (PREVIOUS, None)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        # The ends of a change, another amount, and what is counted anew.
        ("Doanh thu tăng 80%, từ 9,5 triệu USD lên 17 triệu USD.", "17 triệu USD"),
        ("GRDP tăng 7,4%, tăng cao hơn 6,1% của năm 2021.", "7,4%"),
        ("Thu ngân sách tăng 7%, đạt 9.844 tỷ đồng.", "9.844 tỷ đồng"),
    ],
)
def test_what_a_change_led_to_is_not(text: str, printed: str) -> None:
    (one,) = [each for each in extract(text) if each.fact.text == printed]
    assert one.role != PREVIOUS


@pytest.mark.parametrize(
    ("text", "printed", "role"),
    [
        # A bracket that only says from what something changed.
        ("The number of disciplined Party members fell by 14 (from 83).", "83", "previous"),
        ("Số đảng viên bị kỷ luật giảm 14 (từ 83).", "83", "previous"),
        ("Kế hoạch thu tăng 12 tỷ đồng (từ 51 tỷ đồng).", "51 tỷ đồng", "previous"),
        # Not where something else is counted.
        ("Admitted 14 members (from 83 cells).", "83", None),
    ],
)
def test_from_what_in_a_bracket(text: str, printed: str, role: str | None) -> None:
    (one,) = [one for one in extract(text) if one.fact.text == printed]
    assert one.role == role
