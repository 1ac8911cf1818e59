"""Of which numbers of a sentence a share is, and what no share of them is."""

from __future__ import annotations

import pytest

from pipeline import analyse


def alerts(text: str) -> list[str]:
    """The checks that warn of a text; notes accuse nobody."""
    return [one.check for one in analyse(text).findings if one.alert in ("error", "warn")]


@pytest.mark.parametrize(
    "text",
    [
        # One percentage of two counts together, of one whole or of both of theirs.
        "Tổng số 640 viên chức, có 31 tiến sĩ, 174 thạc sĩ, chiếm 32,03%.",
        "Trong tổng số 275 cán bộ có 18 trưởng phòng và 41 phó trưởng phòng, chiếm 21,5%.",
        "48/318 chi bộ xuất sắc, 227/318 chi bộ tốt, chiếm 86,5%.",
        "Có 4/9 bí thư, 6/9 chủ tịch huyện được luân chuyển, đạt 55,6%.",
        "Khiển trách 87, cảnh cáo 29 trên tổng số 133 đảng viên, chiếm 87,2%.",
        "Out of 640 officials, 31 hold doctorates and 174 master's degrees, or 32.03%.",
        "Of 318 cells, 48 were excellent and 227 good, accounting for 86.5%.",
        "Cấp xã có 144 bí thư và 301 phó bí thư, trong đó 62 nữ (13,9%).",
        "Trong tổng số 158 đơn vị có 129 xã và 17 phường, chiếm 92,4%.",
        "Kiểm tra 87 đảng viên, trong đó có 16 bí thư và 13 cấp ủy viên (33,3%).",
        # Two percentages in the order of two numbers.
        "Out of 318 cells, 48 were excellent and 227 good, or 15.1% and 71.4%.",
        "Có 4/9 huyện, 71/128 xã đạt chuẩn, đạt 44,4% và 55,5%.",
        "Tổng số 266 đại biểu, đương nhiên 43, được bầu 219, chỉ định 4, chiếm 16,2%, 82,3% và "
        "1,5%.",
        # The share of a ratio behind another count of the same cases.
        "Làm rõ 267/301 vụ, 388 đối tượng (88,7%).",
        # A share of another total, a rank, and numbers that are said to be round.
        "Có 57/96 xã đạt chuẩn nâng cao, chiếm 44,53% tổng số xã toàn tỉnh.",
        "Có 57/96 xã đạt chuẩn nâng cao, bằng 44,53% trên tổng 128 xã.",
        "Tổng số 318 tổ chức được xếp loại, có 48 tổ chức xuất sắc, bằng 17,45% số tổ chức hoàn "
        "thành tốt nhiệm vụ trở lên.",
        "Có 7/9 huyện hoàn thành đại hội, đạt 96,4% số chi bộ.",
        "Of a total of 318 organizations graded, 48 were excellent (17.5% of those graded good "
        "or better).",
        "Đứng 3/13 tỉnh trong vùng, đạt 86,41%.",
        "Huyện Lạc Thủy xếp thứ 4/10 huyện (90,2%).",
        "The province ranked 5/14 in the region, reaching 88.1%.",
        "Có 33/40 ý kiến tán thành với mức trên 95%.",
        "Có khoảng 15.000/42.000 hộ (36,2%) dùng nước sạch.",
        "Hơn 15.000 hộ trong tổng số 42.000 hộ (36,2%) có nước sạch.",
        "Có trên 90/128 xã, chiếm 71,9%.",
        "Nearly 15,400 of the 42,000 households (36.4%) have clean water.",
        "Có 15 nghìn/42 nghìn hộ, chiếm 36,2%.",
        # A part of a group of its own, and the odd one of a list.
        "Tổng số 412 trường, có 96 trường mầm non đạt chuẩn (58,2%).",
        "Tổng số 1.780 công chức, trong đó cấp tỉnh có 540 thạc sĩ, chiếm 64,3%.",
        "Trong tổng số 48.300 đảng viên, Đảng bộ thị xã có 3.120 nữ, chiếm 41,7%.",
        "Có 7.400 cấp ủy viên, trong đó 240 bí thư là nữ (11,25%).",
        "Có 655 cán bộ, trong đó có 3 nữ giám đốc sở, chiếm 15,79%.",
        "Kiểm tra tổng số 88 đảng viên, có 17 tổ chức đảng vi phạm (68%).",
        "Qua kiểm tra tổng số 121 tổ chức, đảng viên, có 17 tổ chức vi phạm, chiếm 68,0%.",
        "Tổng số 655 cán bộ. Nữ 141 (21,53%), dân tộc thiểu số 302 (46,11%), dưới 40 tuổi 68 "
        "(10,38%); giám đốc sở là nữ 3 (15,79%).",
        "Năm 2022 kết nạp 1.514 đảng viên: nữ 733 (48,41%), dân tộc 921 (60,83%), giáo viên 98 "
        "(6,47%); chuyển chính thức 1.390 (95,73%).",
        # What is no share of those counted, and more than a hundred percent.
        "Of the 133 members disciplined (0.28%), 24 are secretaries (0.41%).",
        "Ba đồng chí trúng cử (98,6%).",
        "Giới thiệu 2 đồng chí, đạt tỷ lệ 97,4%.",
        "Two comrades were elected (98.3%).",
        "Hai đồng chí được bầu với 96,8% và 94,1%.",
        "Tỷ lệ nhập học chung của nữ là 104,6%, của nam là 101,8%.",
        "The gross enrolment ratio of girls is 104%.",
        "Một nửa số công trình (4/10 hoàn thành, 1/10 sắp hoàn thành).",
        "Đề ra 4 khâu đột phá: (1) hạ tầng; (2) nhân lực; (3) cải cách hành chính và chuyển đổi "
        "số.",
        # Values before and after, and what a change of them is.
        "Số xã giảm từ 128 xuống 109, giảm 19 xã.",
        "Số hộ nghèo giảm từ 8.210 xuống 6.140, giảm 2.070 hộ.",
        "Tỷ lệ hộ nghèo giảm từ 7,42% xuống 5,18%.",
        "Tốc độ tăng từ 8,1% xuống 6,4%.",
        "Tăng trưởng giảm từ 8,1% xuống 6,4%.",
        "Mức tăng từ 9% xuống 7%.",
        "Chỉ số PCI tăng từ hạng 25 lên hạng 21.",
        "Số doanh nghiệp tăng từ 900 lên 1,2 nghìn doanh nghiệp.",
        "Phấn đấu giảm từ 20% đến 30% chi phí.",
        "Thời gian giải quyết giảm từ 15 ngày xuống còn 10 ngày.",
        "Xảy ra 84 vụ, giảm 12 vụ (-12,5%) so với cùng kỳ.",
        "Xảy ra 84 vụ, giảm 12 vụ (12,5%).",
        "Có 84 vụ, tăng 4 vụ (4,8%).",
        "Khởi tố 318 vụ/402 bị can, tăng 18 vụ (6%) so với 300 vụ năm trước.",
        "Kết nạp 1.514 đảng viên, bằng 104,1% năm 2021 (1.455 đảng viên).",
        "Kết nạp 1.514 đảng viên, bằng 104,1% so với cùng kỳ năm 2021 (1.455 đảng viên).",
        "The province admitted 1,514 members, up 59 from 1,455 in 2021.",
        "Kiểm tra 148 đảng viên, có 111 đảng viên vi phạm, chiếm 75%.",
        "Toàn tỉnh có 412 trường, 231 trường đạt chuẩn quốc gia (56,1%).",
        "Toàn tỉnh có 12 trường công lập, 8 trường ngoài công lập (40%).",
        "Coverage rose from 84% to 91%.",
        "The poverty rate fell from 7.42% to 5.18%.",
        "The rate of increase fell from 8% to 6%.",
        "Lãi suất cho vay giảm từ 0,5% đến 1%.",
        "Thời gian rút ngắn, giảm từ 30 phút xuống còn 1 giờ.",
        "Toàn tỉnh còn 8.410 hộ, giảm 2.120 hộ (2,1%).",
        "Toàn tỉnh còn 8.410 hộ nghèo, giảm 2.120 hộ nghèo (giảm 2,1%).",
        "Toàn tỉnh có 109 xã, giảm 19 xã (14,84%).",
        "Số lao động giảm từ 45 xuống 38 nghìn người.",
        "Thu nhập tăng từ 900 triệu đồng lên 1,2 tỷ đồng.",
        "Vốn tăng từ 1.250 tỷ đồng lên 1,4 nghìn tỷ đồng.",
        "Revenue rose from VND900 million to VND1.2 billion.",
        "The province rose from 25 to 21 in the PCI ranking.",
        "Diện tích tăng từ 900 m2 lên 1,2 ha.",
        "Khách giảm từ 3,9 xuống 3,1 triệu lượt.",
        "Tourist arrivals fell from 3.9 to 3.1 million.",
        "Thời gian giảm từ 7 giờ xuống 30 phút.",
        "Xếp hạng tăng từ 25 lên 21.",
        "Có 128 xã, 45 xã hoàn thành đại hội, đạt 100%.",
        "Toàn tỉnh có 128 xã, 109 xã đạt chuẩn nông thôn mới (85,2%), 38 xã đạt chuẩn nâng cao "
        "(34,9%).",
        "Trong tháng khởi công 12 dự án, lũy kế 45 dự án, bằng 90% năm 2022 (50 dự án).",
        "Trồng 5.200 ha rừng, đạt 104% kế hoạch (5.000 ha), bằng 98,1% năm 2022 (5.301 ha).",
        "Kết nạp 1.514 đảng viên, đạt 104,1% cùng kỳ (1.455 đảng viên).",
        "Tỷ lệ hộ nghèo giảm bình quân từ 1% lên 1,5%/năm.",
        "Bình quân giảm từ 1% xuống 0,8%.",
        "Biên chế giảm từ 2.126 người năm 2020 xuống còn 2.010 người năm 2023.",
        "Tai nạn giao thông: 98 vụ, giảm 16 vụ (14%), 60 người chết, giảm 5 người (7,7%), 70 "
        "người bị thương, tăng 10 người (16,7%).",
        "Xảy ra 98 vụ tai nạn, làm chết 60 người; so với cùng kỳ giảm 16 vụ (14,0%), giảm 5 "
        "người chết (7,7%).",
        "Số vụ án tăng từ 318 vụ lên 350 vụ, tăng 32 vụ (10,1%).",
        "Số thu giảm từ 1.250 tỷ đồng xuống 900 tỷ đồng.",
        "Tín dụng tăng từ mức -2% lên 5%.",
        "Tỷ lệ lao động nông nghiệp giảm còn 32%, công nghiệp tăng từ 31% lên 35%.",
        "Số người hút thuốc giảm mạnh từ 31% xuống 24%.",
        "Khoảng cách thu nhập giảm từ 2,3 lần xuống 1,8 lần.",
        "Mật độ dân số tăng từ 280 lên 301 người/km2.",
        "Turnover fell from US$1.2 billion to US$980 million.",
        "Mortality decreased from 19.3 to 18.1 per 1,000.",
        "Staff were reduced from 1,200 to 980, a cut of 18.3%.",
    ],
)
def test_what_is_said_of_something_else_accuses_nobody(text: str) -> None:
    assert alerts(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tổng số 640 viên chức, có 31 tiến sĩ, 174 thạc sĩ, chiếm 42,03%.", "ratio_percent"),
        ("48/318 chi bộ xuất sắc, 227/318 chi bộ tốt, chiếm 76,9%.", "ratio_percent"),
        ("Có 4/9 huyện, 71/128 xã đạt chuẩn, đạt 54,4% và 55,5%.", "ratio_percent"),
        ("Out of 318 cells, 48 were excellent and 227 good, or 25.1% and 71.4%.", "ratio_percent"),
        ("Cấp xã có 144 bí thư và 301 phó bí thư, trong đó 62 nữ (31,9%).", "ratio_percent"),
        ("Làm rõ 267/301 vụ (78,7%), 388 đối tượng.", "ratio_percent"),
        ("Có 71/128 xã đạt chuẩn, chiếm 65,5% tổng số xã toàn tỉnh.", "ratio_percent"),
        ("Có 71/128 xã đạt chuẩn, chiếm 65,5% số xã.", "ratio_percent"),
        (
            "Tổng số 318 tổ chức được xếp loại, có 48 tổ chức xuất sắc, bằng 51,1% số tổ chức "
            "được xếp loại.",
            "ratio_percent",
        ),
        (
            "Tổng số 318 tổ chức được xếp loại, có 48 tổ chức xuất sắc, bằng 51,1% số được xếp "
            "loại.",
            "ratio_percent",
        ),
        ("Có khoảng 15.000/42.000 hộ (46,2%) dùng nước sạch.", "ratio_percent"),
        ("Có trên 90/128 xã, chiếm 81,9%.", "ratio_percent"),
        (
            "Of a total of 318 organizations graded, 48 were excellent (51.1% of those graded).",
            "ratio_percent",
        ),
        ("Có 33/40 ý kiến tán thành, đạt 85,2%.", "ratio_percent"),
        ("Tổng số 412 trường, có 96 trường mầm non (32,3%).", "ratio_percent"),
        ("Tổng số 1.780 công chức, có 540 thạc sĩ, chiếm 33,3%.", "ratio_percent"),
        ("Trong tổng số 48.300 đảng viên, có 3.120 nữ, chiếm 41,7%.", "ratio_percent"),
        ("Có 7.400 cấp ủy viên, trong đó 240 nữ (11,25%).", "ratio_percent"),
        ("Kiểm tra tổng số 88 đảng viên, có 17 đảng viên vi phạm (91,3%).", "ratio_percent"),
        (
            "Tổng số 655 cán bộ. Nữ 141 (21,53%), dân tộc thiểu số 302 (46,11%), dưới 40 tuổi 68 "
            "(13,08%).",
            "ratio_percent",
        ),
        ("Có 3 đồng chí là nữ (7,13%).", "count_percent_pair"),
        ("Tỷ lệ nữ chiếm 104,6%.", "share_no_count"),
        ("Một nửa số công trình (2/10 hoàn thành, 1/10 sắp hoàn thành).", "ratio_percent"),
        (
            "Đề ra 4 khâu đột phá: (1) hạ tầng; (2) nhân lực; (3) chuyển đổi số.",
            "enumeration_count",
        ),
        ("The proportion of female students is 103%.", "share_no_count"),
        ("Số xã giảm từ 128 xuống 109, giảm 29 xã.", "change"),
        ("Tỷ lệ hộ nghèo tăng từ 7,42% xuống 5,18%.", "change"),
        ("Tỷ lệ hộ nghèo giảm từ 5,18% xuống 7,42%.", "change"),
        ("Tỷ lệ đô thị hóa tăng từ 32,4% lên 23,9%.", "change"),
        ("The poverty rate fell from 5.18% to 7.42%.", "change"),
        ("Xảy ra 84 vụ, giảm 12 vụ (-5,2%).", "change"),
        ("Khởi tố 318 vụ/402 bị can, tăng 18 vụ (5%) so với 300 vụ năm trước.", "change"),
        ("Kết nạp 1.514 đảng viên, bằng 114,1% năm 2021 (1.455 đảng viên).", "change"),
        ("The province admitted 1,514 members, up 69 from 1,455 in 2021.", "change"),
        ("Kiểm tra 148 đảng viên, có 111 đảng viên vi phạm, chiếm 57%.", "ratio_percent"),
        ("Toàn tỉnh có 412 trường, 231 trường đạt chuẩn quốc gia (65,1%).", "ratio_percent"),
    ],
)
def test_what_does_not_come_out_is_still_found(text: str, name: str) -> None:
    assert alerts(text) == [name]
