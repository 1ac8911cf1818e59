"""Of which numbers of a sentence a change, a plan, a target and a claim about all targets are."""

from __future__ import annotations

import pytest

from pipeline import analyse


def alerts(text: str) -> list[str]:
    """The checks that warn of a text; notes accuse nobody."""
    return [one.check for one in analyse(text).findings if one.alert in ("error", "warn")]


@pytest.mark.parametrize(
    "text",
    [
        # A change since an earlier year is that of any number of the sentence that it fits.
        "Năm 2021 trồng 5.310 ha rừng (kế hoạch 5.000 ha), tăng 130 ha so với năm 2020 (5.180 ha).",
        "Xử lý 168 cán bộ, cách chức 12, tăng 28 so với năm 2020 (140).",
        "Thu ngân sách 8.400 tỷ đồng, thu thuế 6.100 tỷ đồng, tăng 5% so với năm trước (8.000 "
        "tỷ đồng).",
        "Nhận 460 hồ sơ, đã trả 430 hồ sơ, giảm 8% so với năm 2021 (500 hồ sơ).",
        "Coverage was 91%, above the national average of 88.4%, up 6 points from 85% in 2020.",
        "Revenue reached USD 3.3 billion against costs of USD 2.1 billion, up 10% from USD 3.0 "
        "billion.",
        # A pair of values read as one, and changes of other things beside a pair.
        "The share of services fell to 31.4% while industry rose by 3.5 percentage points from "
        "28.1% to 31.6%.",
        "Số thôn khó khăn giảm từ 71 xuống 58 thôn, tăng 9 thôn đạt chuẩn.",
        "Allowances rose 12% and the basic salary rose from VND1.5 million to VND1.9 million.",
        "Unemployed people fell from 8,200 to 6,100 (the rate fell 3%).",
        "Số hộ cận nghèo từ 8.210 hộ giảm xuống còn 6.140 hộ, tỷ lệ giảm 3 điểm %.",
        # A percentage of a plan likewise.
        "Kết nạp 824 đảng viên, nữ 390, đạt 103% kế hoạch (800).",
        "Trồng 5.610 ha rừng, riêng rừng sản xuất 4.100 ha, đạt 102% kế hoạch (5.500 ha).",
        "Sản lượng 315.000 tấn, tăng 8.000 tấn, bằng 105% kế hoạch (300.000 tấn).",
        "The province admitted 824 new members, including 390 women, or 103% of the plan (800).",
        # What was brought down, or may be better the less there is of it.
        "Tỷ lệ thất thoát điện giảm còn 6,2%, vượt kế hoạch (6,5%).",
        "Tỷ lệ tử vong mẹ giảm xuống 1,4%, vượt mục tiêu (1,6%).",
        "Tỷ lệ bỏ học 0,8%, vượt kế hoạch (1%).",
        "Số điểm trường lẻ còn 84 điểm, vượt mục tiêu (90 điểm).",
        "Biên chế giảm còn 2.310 người, vượt chỉ tiêu (2.350 người).",
        "Stunting among children fell to 17.2%, exceeding the target (18%).",
        "The workforce was cut to 2,310 people, exceeding the target (2,350 people).",
        "Tỷ lệ bỏ học từ 1,1% giảm còn 0,8%, vượt kế hoạch (1%).",
        # A claim to have passed a target is of any number of the sentence that did.
        "Bảo hiểm y tế đạt 93,7%, tăng 1,5% so với năm 2021 (92,2%), vượt chỉ tiêu (93%).",
        "Tỷ lệ bảo hiểm y tế năm 2021 đạt 92,2%, năm 2022 đạt 93,7%, vượt chỉ tiêu (93%).",
        "Tỷ lệ bảo hiểm y tế đạt 93,7%, miền núi 89,4%, vượt chỉ tiêu (93%).",
        "Tăng trưởng 7,6%, cao hơn năm 2021 (6,3%), vượt mục tiêu (7,5%).",
        "Kết nạp 824 đảng viên, nữ 390, vượt chỉ tiêu 800.",
        # A claim about all targets is one of its field, its body and its time.
        "Các chỉ tiêu đều đạt và vượt, trừ tỷ lệ bảo hiểm y tế đạt 91,3% (mục tiêu 93%).",
        "Các chỉ tiêu về y tế, giáo dục đều đạt và vượt. Về kinh tế, GRDP tăng 5,4% (mục tiêu 6%).",
        "GRDP tăng 5,4% (mục tiêu 6%). Các mục tiêu còn lại đều đạt và vượt.",
        "Các xã đều vượt chỉ tiêu giao. Cả tỉnh, tỷ lệ bảo hiểm y tế đạt 91,3% (mục tiêu 93%).",
        "Nhiệm kỳ trước, các chỉ tiêu đều đạt và vượt. Đến nay GRDP tăng 5,4% (mục tiêu 6%).",
        "Năm 2020, mọi chỉ tiêu đều đạt và vượt. Năm 2021, GRDP tăng 5,4% (mục tiêu 6%).",
        "Các chỉ tiêu đều đạt và vượt. Năm 2020, GRDP tăng 5,4% (mục tiêu 6%); năm 2021, tỷ lệ bảo "
        "hiểm y tế đạt 94% (mục tiêu 93%).",
        "Dự kiến cả năm các chỉ tiêu đều đạt và vượt. Đến nay GRDP tăng 5,4% (mục tiêu 6%).",
        "Để vượt các chỉ tiêu đề ra, phải cố gắng. Đến nay GRDP tăng 5,4% (mục tiêu 6%).",
        "Các chỉ tiêu đều đạt và vượt. Tỷ lệ bỏ học 0,8% (mục tiêu 1%).",
        "Các chỉ tiêu đều đạt và vượt. Quý I, GRDP tăng 5,4% (mục tiêu cả năm 6%).",
        "The province exceeded the targets on health. GRDP grew by 5.4% (target: 6%).",
    ],
)
def test_what_is_said_of_another_number_accuses_nobody(text: str) -> None:
    assert not alerts(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Năm 2021, trồng 5.310 ha (kế hoạch 5.000 ha), tăng 230 ha so với năm 2020 (5.180 ha).",
            "change",
        ),
        ("Nhận 460 hồ sơ, đã trả 430 hồ sơ, giảm 18% so với năm 2021 (500 hồ sơ).", "change"),
        (
            "Coverage was 91%, above the national average of 88.4%, up 9 points from 85% in 2020.",
            "change",
        ),
        ("Số xã khó khăn giảm từ 71 xuống 58 xã, giảm 15 xã.", "change"),
        ("Số vụ tăng 13 vụ, từ 71 vụ xuống 58 vụ.", "change"),
        ("The basic salary rose 12% from VND1.5 million to VND1.9 million.", "change"),
        ("Unemployed people fell from 8,200 to 6,100 (a fall of 3%).", "change"),
        ("Kết nạp 824 đảng viên, nữ 390, đạt 113% kế hoạch (800).", "target_attainment"),
        ("Kết nạp 724 đảng viên, nữ 390, vượt chỉ tiêu 800.", "target_attainment"),
        ("Trồng 4.200 ha rừng, vượt kế hoạch (5.100 ha).", "target_attainment"),
        ("Tỷ lệ bảo hiểm y tế đạt 91,3%, vượt chỉ tiêu (93%).", "target_attainment"),
        ("Tỷ lệ bảo hiểm y tế giảm còn 91,3%, vượt chỉ tiêu (93%).", "target_attainment"),
        ("GRDP tăng 6,3%, vượt mục tiêu (7,5%).", "target_attainment"),
        (
            "Các chỉ tiêu phát triển kinh tế - xã hội đều đạt và vượt. GRDP tăng 5,4% (mục tiêu cả "
            "năm 6%).",
            "summary_claim",
        ),
        ("Mọi chỉ tiêu đều đạt và vượt. GRDP tăng 5,4% (mục tiêu 6%).", "summary_claim"),
        (
            "Năm 2021, các chỉ tiêu kinh tế - xã hội chủ yếu đều đạt và vượt kế hoạch. Năm 2021, "
            "GRDP tăng 5,4% (mục tiêu 6%).",
            "summary_claim",
        ),
        ("The province exceeded the targets. GRDP grew by 5.4% (target: 6%).", "summary_claim"),
        ("Sản lượng 315.000 tấn, bằng 115% kế hoạch (300.000 tấn).", "target_attainment"),
    ],
)
def test_what_comes_out_of_no_number_is_still_found(text: str, name: str) -> None:
    assert alerts(text) == [name]


def test_a_change_that_does_not_come_out_is_that_of_the_number_before_a_bracket() -> None:
    text = "Trồng 5.310 ha (kế hoạch 5.000 ha), tăng 230 ha so với năm 2020 (5.180 ha)."
    (found,) = [one for one in analyse(text).findings if one.check == "change" and one.uses]
    assert [one.text for one in found.uses] == ["5.180 ha", "5.310 ha"]
