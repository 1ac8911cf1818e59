"""Sentences with numbers that cannot all be right, each with a twin that must raise nothing."""

from __future__ import annotations

import pytest

from pipeline import analyse

#: The check, what it must find, and what is like it and right.
TWINS = [
    (
        "ratio_percent",
        "Secretaries hold the post of chairman in 224/108 communes (22.2%).",
        "Secretaries hold the post of chairman in 24/108 communes (22.2%).",
    ),
    (
        "ratio_percent",
        "Địa phương giải quyết 77/12 đơn tố cáo (58,3%).",
        "Địa phương giải quyết 77/12 đơn, thư các loại (tăng 58,3%).",
    ),
    (
        "ratio_percent",
        "Có 641/356 bản có nhà văn hóa (67,05%).",
        "Có 641/956 bản có nhà văn hóa (67,05%).",
    ),
    (
        "ratio_percent",
        "Of the 240 cadres assessed, 96 are women, accounting for 45%.",
        "Of the 240 cadres assessed, 96 are women, accounting for 40%.",
    ),
    (
        "ratio_percent",
        "Toàn huyện có 320 cán bộ, trong đó nữ 112 đồng chí, chiếm 25%.",
        "Toàn huyện có 320 cán bộ, trong đó nữ 112 đồng chí, chiếm 35%.",
    ),
    (
        "ratio_percent",
        "Trong tổng số 1.250 đảng viên mới kết nạp có 525 nữ (52%).",
        "Trong tổng số 1.250 đảng viên mới kết nạp có 525 nữ (42%).",
    ),
    (
        "ratio_percent",
        "A total of 1,250 new members were admitted, of whom 525 are women (52.0%).",
        "A total of 1,250 new members were admitted, of whom 525 are women (42.0%).",
    ),
    (
        "ratio_percent",
        "Đến nay có 84 trên 120 xã đạt chuẩn nông thôn mới, đạt tỷ lệ 80%.",
        "Đến nay có 84 trên 120 xã đạt chuẩn nông thôn mới, đạt tỷ lệ 70%.",
    ),
    (
        "ratio_percent",
        "84 of 120 communes, or 80%, have met the new rural standards.",
        "84 of 120 communes, or 70%, have met the new rural standards.",
    ),
    (
        "ratio_percent",
        "Có 45/60 xã đạt chuẩn, bằng một nửa số xã.",
        "Có 30/60 xã đạt chuẩn, bằng một nửa số xã.",
    ),
    (
        "ratio_percent",
        "More than half of the communes (42/120) have the post.",
        "More than half of the communes (72/120) have the post.",
    ),
    (
        "ratio_percent",
        "Hơn một nửa số xã (42/120) thực hiện mô hình.",
        "Hơn một nửa số xã (72/120) thực hiện mô hình.",
    ),
    (
        "part_sum",
        "The province has 170 commune-level units (1,211 communes, 40 wards, 9 townships).",
        "The province has 12 district-level units (121 communes, 40 wards, 9 townships).",
    ),
    (
        "part_sum",
        "Đại hội bầu 5 đồng chí, gồm 33 đồng chí tái cử và 18 đồng chí tham gia lần đầu.",
        "Đại hội bầu 51 đồng chí, gồm 33 đồng chí tái cử và 18 đồng chí tham gia lần đầu.",
    ),
    (
        "part_sum",
        "Toàn tỉnh có 528 TCCSĐ (212 đảng bộ cơ sở, 307 chi bộ cơ sở).",
        "Toàn tỉnh có 528 TCCSĐ (212 đảng bộ cơ sở, 1.846 chi bộ trực thuộc).",
    ),
    (
        "part_sum",
        "There are 485 grassroots Party organizations (247 committees and 211 cells).",
        "There are 485 grassroots Party organizations (247 committees, 31 of them in villages).",
    ),
    (
        "part_sum",
        "Tổng số đảng viên bị kỷ luật là 120, gồm: khiển trách 80, cảnh cáo 25, cách "
        "chức 6, khai trừ 8.",
        "Tổng số đảng viên bị kỷ luật là 120, gồm: khiển trách 81, cảnh cáo 25, cách "
        "chức 6, khai trừ 8.",
    ),
    (
        "part_sum",
        "The province now has 124 communes and wards: 99 communes and 23 wards.",
        "The province now has 124 communes and wards: 101 communes and 23 wards.",
    ),
    (
        "part_sum",
        "Sau sắp xếp, tỉnh có 124 xã, phường, gồm 99 xã và 23 phường.",
        "Sau sắp xếp, tỉnh có 124 xã, phường, gồm 101 xã và 23 phường.",
    ),
    (
        "count_percent_pair",
        "Ban Chấp hành có 52 đồng chí; nữ 12 đồng chí, bằng 33,08%; dưới 40 tuổi 6 đồng "
        "chí, bằng 11,54%.",
        "Ban Chấp hành có 52 đồng chí; nữ 12 đồng chí, bằng 23,08%; dưới 40 tuổi 6 đồng "
        "chí, bằng 11,54%.",
    ),
    (
        "share_sum",
        "Xếp loại đảng viên: hoàn thành xuất sắc nhiệm vụ 18,5%, hoàn thành tốt nhiệm "
        "vụ 72,3%, hoàn thành nhiệm vụ 12,2%, không hoàn thành nhiệm vụ 0,9%.",
        "Xếp loại đảng viên: hoàn thành xuất sắc nhiệm vụ 18,5%, hoàn thành tốt nhiệm "
        "vụ 72,3%, hoàn thành nhiệm vụ 8,3%, không hoàn thành nhiệm vụ 0,9%.",
    ),
    (
        "share_no_count",
        "Cán bộ nữ trong quy hoạch chiếm 133,5%.",
        "Kết nạp đảng viên đạt 133,5% kế hoạch.",
    ),
    (
        "share_no_count",
        "Women account for 125% of the committee.",
        "Admissions reached 125% of the plan.",
    ),
    (
        "share_no_count",
        "Tỷ lệ nữ trong cấp ủy là 235,3%.",
        "Tỷ lệ thực hiện chỉ tiêu là 235,3%.",
    ),
    (
        "shared_base",
        "Provincial Party Executive Committee planning has a female ratio of 21.7%, "
        "young cadres under 40 years old accounting for 12.45%, and those with a "
        "university degree accounting for 97.33%.",
        "Provincial Party Executive Committee planning has a female ratio of 21.57%, "
        "young cadres under 40 years old accounting for 11.76%, and those with a "
        "university degree accounting for 98.04%.",
    ),
    (
        "change",
        "Revenue rose from 12,000 billion VND in 2022 to 13,200 billion VND in 2023, up 15%.",
        "Revenue rose from 12,000 billion VND in 2022 to 13,200 billion VND in 2023, up 10%.",
    ),
    (
        "change",
        "Tỷ lệ hộ nghèo giảm từ 6,4% xuống còn 4,1%, giảm 3,3 điểm phần trăm.",
        "Tỷ lệ hộ nghèo giảm từ 6,4% xuống còn 4,1%, giảm 2,3 điểm phần trăm.",
    ),
    (
        "change",
        "The poverty rate fell from 6.4% to 4.1%, a decrease of 3.3 percentage points.",
        "The poverty rate fell from 6.4% to 4.1%, a decrease of 2.3 percentage points.",
    ),
    (
        "target_attainment",
        "Kết nạp 1.430 đảng viên, đạt 120% kế hoạch (chỉ tiêu 1.300 đảng viên).",
        "Kết nạp 1.430 đảng viên, đạt 110% kế hoạch (chỉ tiêu 1.300 đảng viên).",
    ),
    (
        "target_attainment",
        "The province admitted 1,430 members, reaching 120% of the plan of 1,300 members.",
        "The province admitted 1,430 members, reaching 110% of the plan of 1,300 members.",
    ),
    (
        "target_attainment",
        "Thu ngân sách được 5.400 tỷ đồng, bằng 98% dự toán (dự toán 5.000 tỷ đồng).",
        "Thu ngân sách được 5.400 tỷ đồng, bằng 108% dự toán (dự toán 5.000 tỷ đồng).",
    ),
    (
        "target_attainment",
        "Kết nạp 1.430/1.300 đảng viên, đạt 120% kế hoạch.",
        "Kết nạp 1.430/1.300 đảng viên, đạt 110% kế hoạch.",
    ),
    (
        "target_attainment",
        "The rate of trained workers reached 68%, exceeding the target of 70%.",
        "The rate of trained workers reached 72%, exceeding the target of 70%.",
    ),
    (
        "target_attainment",
        "Tỷ lệ hộ dân dùng nước sạch đạt 91,5%, vượt mục tiêu 95% mà Nghị quyết đề ra.",
        "Tỷ lệ hộ dân dùng nước sạch đạt 96,5%, vượt mục tiêu 95% mà Nghị quyết đề ra.",
    ),
    (
        "target_attainment",
        "Tỷ lệ hộ nghèo còn 3,2% (vượt chỉ tiêu; mục tiêu là dưới 3%).",
        "Tỷ lệ hộ nghèo còn 2,8% (vượt chỉ tiêu; mục tiêu là dưới 3%).",
    ),
    (
        "target_attainment",
        "Cán bộ nữ trong cấp ủy đạt 13,5%, vượt chỉ tiêu đề ra (từ 15% trở lên).",
        "Cán bộ nữ trong cấp ủy đạt 16,5%, vượt chỉ tiêu đề ra (từ 15% trở lên).",
    ),
    (
        "target_attainment",
        "Women make up 13.5% of the committees, meeting the target of 15% or more.",
        "Women make up 16.5% of the committees, meeting the target of 15% or more.",
    ),
    (
        "repeat_mention",
        "In 2023 the Provincial Party Committee admitted 2,146 new Party "
        "members.\n\nDetailed results: in 2023 the Provincial Party Committee admitted "
        "2,416 new Party members.",
        "In 2023 the Provincial Party Committee admitted 2,146 new Party "
        "members.\n\nDetailed results: in 2023 the Provincial Party Committee admitted "
        "2,146 new Party members.",
    ),
    (
        "repeat_mention",
        "Năm 2023, toàn Đảng bộ tỉnh kết nạp 1.215 đảng viên mới.\n\nVề công tác phát "
        "triển đảng viên: năm 2023, toàn Đảng bộ tỉnh kết nạp 1.251 đảng viên mới, đạt "
        "chỉ tiêu.",
        "Năm 2023, toàn Đảng bộ tỉnh kết nạp 1.215 đảng viên mới.\n\nVề công tác phát "
        "triển đảng viên: năm 2022, toàn Đảng bộ tỉnh kết nạp 1.251 đảng viên mới, đạt "
        "chỉ tiêu.",
    ),
    (
        "repeat_mention",
        "Tỷ lệ hộ nghèo toàn tỉnh cuối năm 2023 còn 4,12%.\n\nCông tác giảm nghèo: tỷ "
        "lệ hộ nghèo toàn tỉnh cuối năm 2023 còn 4,21%.",
        "Tỷ lệ hộ nghèo toàn tỉnh cuối năm 2023 còn 4,12%.\n\nCông tác giảm nghèo: tỷ "
        "lệ hộ nghèo toàn tỉnh cuối năm 2023 còn hơn 4%.",
    ),
    (
        "period_length",
        "In the 2020-2026 term, the committee held 12 conferences.",
        "In the 2020-2025 term, the committee held 12 conferences.",
    ),
    (
        "period_length",
        "Trong 3 năm (2020-2025), tỉnh giảm 120 đơn vị.",
        "Trong 5 năm (2020-2025), tỉnh giảm 120 đơn vị.",
    ),
    (
        "period_length",
        "Over the past five years (2016-2018), 40 schools were built.",
        "Over the past three years (2016-2018), 40 schools were built.",
    ),
    (
        "period_order",
        "Giai đoạn 2025-2021, tỉnh đầu tư 400 tỷ đồng.",
        "Giai đoạn 2021-2025, tỉnh đầu tư 400 tỷ đồng.",
    ),
    (
        "period_order",
        "From May 20, 2023 to March 5, 2023, the inspection took place.",
        "From March 5, 2023 to May 20, 2023, the inspection took place.",
    ),
    (
        "period_order",
        "Từ ngày 20/5/2023 đến ngày 05/3/2023, đoàn kiểm tra làm việc tại huyện.",
        "Từ ngày 05/3/2023 đến ngày 20/5/2023, đoàn kiểm tra làm việc tại huyện.",
    ),
    (
        "nested_counts",
        "There are 45 female cadres, of whom 52 are under 40 years old.",
        "There are 45 female cadres, of whom 22 are under 40 years old.",
    ),
    (
        "nested_counts",
        "Toàn tỉnh có 45 cán bộ nữ, trong đó có 52 đồng chí là người dân tộc thiểu số.",
        "Toàn tỉnh có 45 cán bộ nữ, trong đó có 22 đồng chí là người dân tộc thiểu số.",
    ),
    (
        "nested_counts",
        "Bồi dưỡng 120 đồng chí, trong đó nữ 135 đồng chí.",
        "Bồi dưỡng 120 đồng chí, trong đó nữ 35 đồng chí.",
    ),
    (
        "nested_counts",
        "Disciplined 30 Party members, including 41 committee members.",
        "Disciplined 30 Party members, including 11 committee members.",
    ),
    (
        "doc_date",
        "Căn cứ Nghị quyết số 12-NQ/TU, ngày 31/6/2021 của Tỉnh ủy.",
        "Căn cứ Nghị quyết số 12-NQ/TU, ngày 30/6/2021 của Tỉnh ủy.",
    ),
    (
        "doc_date",
        "The decision was signed on February 30, 2022.",
        "The decision was signed on February 28, 2022.",
    ),
]


@pytest.mark.parametrize(("check", "wrong", "right"), TWINS)
def test_what_cannot_be_right_is_found_and_its_twin_is_not(
    check: str, wrong: str, right: str
) -> None:
    found = {one.check for one in analyse(wrong).findings if one.alert != "none"}
    assert check in found
    assert not [one for one in analyse(right).findings if one.alert != "none"]
