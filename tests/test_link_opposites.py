"""What a rule must leave alone: the nearest sentences that say something else."""

from __future__ import annotations

import pytest

from pipeline import check, extract

DATED = "Số 41-BC/TU\n\nNgày 6/2/2024\n\n"

#: A text, how the number is printed, its indicator and its role (None: not looked at).
CASES: list[tuple[str, str, str | None, str | None]] = [
    # GDP is a province's where its name, or a word for it, stands right behind.
    ("GDP của Lào Cai năm 2014 tăng 9,4%.", "9,4%", "grdp_growth", None),
    (
        "Quy mô GDP toàn tỉnh đạt 41.200 tỷ đồng, GDP bình quân đầu người 31,4 triệu đồng.",
        "31,4 triệu đồng",
        "grdp_per_capita",
        None,
    ),
    ("GDP tăng 6,4%, ông nói tại Lào Cai.", "6,4%", None, None),
    # What something gives to growth is no growth.
    ("Khu vực dịch vụ đóng góp 41% vào tăng trưởng GRDP.", "41%", None, None),
    ("Đóng góp của TFP vào tăng trưởng kinh tế đạt 44%.", "44%", None, None),
    # What was done for some of the poor is no share of all, nor is a part of them.
    ("Toàn tỉnh đã cho 2.200 hộ nghèo vay vốn ưu đãi (chiếm 18%).", "18%", None, None),
    ("Cấp thẻ bảo hiểm y tế cho 12.200 hộ nghèo, đạt 100%.", "100%", None, None),
    ("Trong năm, 1.260 hộ nghèo thoát nghèo, chiếm 9,3%.", "9,3%", None, None),
    ("Phụ nữ làm chủ 3.200 hộ nghèo (25,4%).", "25,4%", None, None),
    ("Loans went to 2,400 poor households (18%).", "18%", None, None),
    ("Trong 12.200 hộ nghèo có 4.400 hộ nghèo thiếu nhà ở (36,1%).", "36,1%", None, None),
    ("Có 1.250 hộ nghèo, trong đó 300 hộ nghèo (24%) là người già.", "24%", None, None),
    ("Năm 2024, Lai Châu vẫn còn 12.100 hộ nghèo (chiếm 8,3%).", "8,3%", "poverty_rate", None),
    # Below a heading of aims, what has been done and what is of a plan came of it.
    (
        "1. Chỉ tiêu phát triển đảng viên\n\nĐã kết nạp 1.230 đảng viên, đạt 102% kế hoạch.",
        "1.230",
        "new_members_count",
        "actual",
    ),
    (
        "I. MỤC TIÊU, NHIỆM VỤ ĐÃ ĐẠT TRONG NĂM\n\nGRDP tăng 8,2%.",
        "8,2%",
        "grdp_growth",
        "actual",
    ),
    (
        "CHỈ TIÊU KINH TẾ - XÃ HỘI NĂM 2023\n\n- GRDP tăng 8,2%.\n\n- Hộ nghèo còn 3,1%.",
        "8,2%",
        "grdp_growth",
        "actual",
    ),
    # A year behind a number is its own only with next to nothing between.
    (
        f"{DATED}Tỷ lệ che phủ rừng đạt 56% theo Kế hoạch đến năm 2025.",
        "56%",
        "forest_cover_share",
        "actual",
    ),
    (
        f"{DATED}Kết nạp 1.230 đảng viên, đạt 62% mục tiêu đến năm 2025.",
        "62%",
        "new_members_plan_share",
        "actual",
    ),
    (f"{DATED}Tỷ lệ che phủ rừng đạt 56% vào năm 2030.", "56%", "forest_cover_share", "target"),
    # What is excluded is excluded in the whole clause, unless another number follows.
    (
        "330 enterprises were newly established and 110 enterprises and farms dissolved.",
        "110",
        None,
        None,
    ),
    ("Có 330 doanh nghiệp thành lập mới và quay trở lại hoạt động.", "330", None, None),
    ("Kim ngạch xuất khẩu trong ngành dệt may đạt 1,3 tỷ USD.", "1,3 tỷ USD", None, None),
    ("BHYT đạt 94% trong chi phí khám.", "94%", None, None),
    # Real growth may stand beside an amount at current prices.
    (
        "GRDP (giá hiện hành) đạt 82.000 tỷ đồng; tốc độ tăng trưởng GRDP 8,2%.",
        "8,2%",
        "grdp_growth",
        None,
    ),
    (
        "GRDP theo giá hiện hành đạt 82.000 tỷ đồng, theo giá so sánh 46.000 tỷ đồng, tăng 8,2%.",
        "8,2%",
        "grdp_growth",
        None,
    ),
    # A central body acts in its own clause; a text of a Party organization is nobody else's.
    (
        "Đảng bộ có 45.300 đảng viên.\nBan Bí thư tặng cờ.\nNăm 2023, kết nạp 1.230 đảng viên.",
        "1.230",
        "new_members_count",
        None,
    ),
    (
        "The Secretariat issued a directive. The Party Committee disciplined 45 Party members.",
        "45",
        "disciplined_members_count",
        None,
    ),
    (
        "Bộ Chính trị giao nhiệm vụ, toàn Đảng bộ kết nạp 1.230 đảng viên.",
        "1.230",
        "new_members_count",
        None,
    ),
    # A count of other provinces, and what the nation is only compared with.
    (
        "Có 12 tỉnh, thành phố tham gia hội chợ, thu ngân sách đạt 9.800 tỷ đồng.",
        "9.800 tỷ đồng",
        "budget_revenue",
        None,
    ),
    (
        "Tỷ lệ hộ nghèo 4,3%, thấp hơn bình quân cả nước 3,2%, giảm 1,3% so với năm 2022.",
        "1,3%",
        "poverty_rate",
        None,
    ),
    ("GDP cả nước tăng 7,2%; GRDP tăng 8,2%.", "8,2%", "grdp_growth", None),
    # A share that goes on with what was counted keeps its topic.
    (
        "Có 14 xã đạt chuẩn nông thôn mới, 97% số xã đạt chuẩn.",
        "97%",
        "ntm_communes_share",
        None,
    ),
    (
        "100% chi bộ tổ chức học tập nghị quyết; 96% đảng viên tham gia.",
        "96%",
        "resolution_study_share",
        None,
    ),
    ("Hộ nghèo, hộ cận nghèo lần lượt là 4,3% và 3,2%.", "3,2%", "near_poor_rate", None),
    # Two aims in a bracket are no parts.
    (
        "Thu ngân sách đạt 9.800 tỷ đồng (Trung ương giao 8.900 tỷ đồng; tỉnh giao 9.400 tỷ đồng).",
        "9.400 tỷ đồng",
        "budget_revenue",
        None,
    ),
    # Districts of one kind, and what each of some places did.
    (
        "In the mountainous districts, ethnic minority cadres make up 61.5% of committee members.",
        "61.5%",
        None,
        None,
    ),
    ("Ở các huyện miền núi, cấp ủy viên là nữ chiếm 17%.", "17%", None, None),
    (
        "In the province as in mountainous districts, women hold 22% of the committees' seats; "
        "women make up 24% of committee members.",
        "24%",
        "committee_female_share",
        None,
    ),
    (
        "Most communes aim for an average income of 58 million VND per person.",
        "58 million VND",
        None,
        None,
    ),
    ("Many districts admitted over 100 new Party members.", "100", None, None),
    ("Phần lớn các xã kết nạp 12 đảng viên mới.", "12", None, None),
    (
        "Thanks to the efforts of most communes, the province admitted 2,100 new Party members.",
        "2,100",
        "new_members_count",
        None,
    ),
    # What is left of the petitions, and what only says why.
    (
        "Denunciations: received 74 petitions, settled 68 petitions, the remaining 6 petitions are "
        "being verified.",
        "6",
        None,
        None,
    ),
    (
        "Denunciations: received 74 petitions, settled 68 petitions, the remaining 6 petitions are "
        "being verified.",
        "68",
        "denunciations_settled_count",
        None,
    ),
    ("5 members were graded lower because they had been disciplined.", "5", None, None),
    (
        "12 members were disciplined because they had a third child.",
        "12",
        "disciplined_members_count",
        None,
    ),
    # People are no cells, and posts no units.
    (
        "73.5% of cells were recognized as four good cells and 95% of Party members took part in "
        "the study of the new resolutions.",
        "95%",
        "resolution_study_share",
        None,
    ),
    (
        "73.5% of cells were recognized as four good cells and 95% of Party members pay fees.",
        "95%",
        None,
        None,
    ),
    (
        "The province reduced its public service units by 12%, and its payroll by 9%.",
        "9%",
        None,
        None,
    ),
    # The young are told apart from the women before them.
    (
        "It requires that 15% of committee members be women and 10% be young.",
        "10%",
        "committee_young_share",
        None,
    ),
    # An amount told in two ways is no level that was reached.
    (
        "The province reduced 420 civil servants, equivalent to 10.5%, and 5,120 public employees, "
        "equivalent to 10.3%.",
        "5,120",
        "public_employees_reduced_count",
        None,
    ),
    (
        "The province reduced 420 civil servants, equivalent to 10.5%, and 5,120 public employees, "
        "equivalent to 10.3%.",
        "10.3%",
        "public_employees_reduced_share",
        None,
    ),
    (
        "The province cut its civil servants to 420, and public employees number 5,120.",
        "5,120",
        None,
        None,
    ),
]


@pytest.mark.parametrize(("text", "number", "indicator", "role"), CASES)
def test_what_is_near_is_not_the_same(
    text: str, number: str, indicator: str | None, role: str | None
) -> None:
    (said,) = [one for one in extract(text) if one.fact.text == number]

    assert said.indicator == indicator
    assert role is None or said.role == role


def test_each_of_two_provinces_with_chapters_of_their_own_has_its_numbers() -> None:
    text = "\n\n".join(
        f"Tỉnh {name}\n\nI. Kinh tế\n\nGRDP tăng {growth}%.\n\nII. Xã hội\n\nHộ nghèo còn {poor}%."
        for name, growth, poor in (("Nghệ An", "7,4", "4,3"), ("Hà Tĩnh", "8,4", "5,2"))
    )

    assert [one.province for one in extract(text)] == ["nghe-an"] * 2 + ["ha-tinh"] * 2


@pytest.mark.parametrize(
    "text",
    [
        # A rise of one thing can make another fall.
        "Năng suất lao động tăng 24%, từ 50 giờ xuống còn 38 giờ.",
        "Productivity rose by 24%, from 50 hours down to 38 hours.",
        "Kết quả giảm nghèo tăng 1,2 điểm phần trăm, từ 5,4% xuống còn 4,2%.",
    ],
)
def test_a_rise_of_something_else_accuses_nobody(text: str) -> None:
    assert [one for one in check(text) if one.alert in ("warn", "error")] == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        # No rest, and no part in words, makes a sum smaller that is too large.
        (
            "Kỷ luật 45 đảng viên, gồm khiển trách 30, cảnh cáo 10, khai trừ 8, còn lại đang xét.",
            "BC102",
        ),
        # Groups with more in each than there are groups are a list, no parts of their number.
        (
            "Có 5 nhóm chỉ tiêu (kinh tế 12 chỉ tiêu; xã hội 10 chỉ tiêu; y tế 14 chỉ tiêu).",
            "BC205",
        ),
    ],
)
def test_what_nothing_excuses_is_found(text: str, rule: str) -> None:
    assert [one.rule for one in check(text) if one.alert == "error"] == [rule]
