"""A number measures only what its own noun, or the words right behind it, can be."""

from __future__ import annotations

import pytest

from pipeline import extract


def told(text: str) -> dict[str, str | None]:
    """The indicators of the numbers of a text by how they are printed."""
    return {one.fact.text: one.indicator for one in extract(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Đã cử 240 cán bộ đi đào tạo, bồi dưỡng tại 3 trường.",
            {"240": "cadres_trained_count", "3": None},
        ),
        ("Tập huấn cho 1.900 lượt nông dân về cây giống.", {"1.900": None}),
        ("Đã điều động, luân chuyển 31 đồng chí.", {"31": "cadres_rotated_count"}),
        ("Đã điều động 6.200 công dân đi khám sức khỏe.", {"6.200": None}),
        ("Sản phẩm có mặt tại 41 quốc gia.", {"41": None}),
        ("Hội đồng đưa ra 2 mức kỷ luật.", {"2": None}),
        ("Thi hành kỷ luật 27 đảng viên.", {"27": "disciplined_members_count"}),
        ("They disciplined 27 Party members at 9 sessions.", {"9": None}),
        ("The province sent 240 cadres for training in 3 schools.", {"3": None}),
        # A comparison leaves open what is counted, and attendances are of people.
        ("Tỉnh tạo việc làm mới cho 8.900 lượt lao động.", {"8.900": "jobs_created_count"}),
        # What is excluded is that of its own clause only.
        (
            "Trong quý có 320 doanh nghiệp thành lập mới và giải thể 85.",
            {"320": "new_enterprises_count", "85": None},
        ),
        ("Năm qua cử 1.250 lượt đi đào tạo, bồi dưỡng.", {"1.250": "cadres_trained_count"}),
    ],
)
def test_a_count_is_of_what_its_noun_names(text: str, expected: dict[str, str | None]) -> None:
    assert expected.items() <= told(text).items()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Được hỗ trợ 30% chi phí mua bảo hiểm y tế.", "30%"),
        ("Người thuộc hộ nghèo được miễn 70% học phí.", "70%"),
        ("Mức phí là 12% giá bán một m3 nước sạch.", "12%"),
        ("Giảm 9% chi trực tiếp cho các đơn vị sự nghiệp công lập.", "9%"),
        ("Households get health insurance at 30% of the cost.", "30%"),
    ],
)
def test_a_share_of_money_is_none_of_people(text: str, number: str) -> None:
    assert told(text)[number] is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kim ngạch xuất khẩu của ngành dệt may đạt 1,2 tỷ USD.", "1,2 tỷ USD"),
        ("Kim ngạch xuất khẩu của Công ty Hải Long đạt 90 triệu USD.", "90 triệu USD"),
        ("Doanh nghiệp FDI xuất siêu 2,1 tỷ USD.", "2,1 tỷ USD"),
        ("Bội chi ngân sách địa phương 320 tỷ đồng.", "320 tỷ đồng"),
        ("Thất thu ngân sách khoảng 120 tỷ đồng.", "120 tỷ đồng"),
        ("Hệ số nợ trên vốn chủ sở hữu là 1,7 lần.", "1,7 lần"),
        ("Phần đóng góp của năng suất vào tăng trưởng kinh tế là 41%.", "41%"),
        ("Exports of the footwear industry reached USD 310 million.", "USD 310 million"),
    ],
)
def test_a_part_or_a_gap_is_not_the_measure(text: str, number: str) -> None:
    assert told(text)[number] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xử lý hơn 1.350 lượt đơn thư tố cáo.", {"1.350": None}),
        ("Đã giải quyết 87 đơn tố cáo.", {"87": "denunciations_settled_count"}),
        ("Kết quả giải quyết đơn tố cáo: 14 vụ tố cáo sai.", {"14": None}),
        ("Bốc thăm ngẫu nhiên 29 cán bộ để xác minh tài sản, thu nhập.", {"29": None}),
        (
            "Trình việc sắp xếp 17 đơn vị hành chính cấp huyện và 980 đơn vị hành chính cấp xã.",
            {"17": None, "980": None},
        ),
        ("Sau sắp xếp còn 103 đơn vị hành chính cấp xã.", {"103": "admin_units_commune_count"}),
        (
            "Có 310 doanh nghiệp thành lập mới và 95 doanh nghiệp quay trở lại hoạt động.",
            {"310": "new_enterprises_count", "95": None},
        ),
        ("Tổng số đảng viên được đánh giá là 38.420 đảng viên.", {"38.420": None}),
        ("Thu, chi ngân sách nhà nước đạt 2.410 tỷ đồng.", {"2.410 tỷ đồng": None}),
        (
            "Tốc độ tăng trưởng GRDP đạt 6,2% (kế hoạch năm 2024 là 7,4%).",
            {"6,2%": "grdp_growth", "7,4%": "grdp_growth"},
        ),
    ],
)
def test_outcomes_and_first_steps_are_not_counted(
    text: str, expected: dict[str, str | None]
) -> None:
    assert expected.items() <= told(text).items()


@pytest.mark.parametrize(
    ("text", "number", "indicator"),
    [
        (
            "Có 97% đảng viên được đánh giá hoàn thành tốt nhiệm vụ.",
            "97%",
            "party_member_rating_share",
        ),
        (
            "Hồ sơ giải quyết đúng hạn đạt 97,5% trong thời gian quy định.",
            "97,5%",
            "dossiers_on_time_share",
        ),
    ],
)
def test_what_excludes_some_leaves_the_others(text: str, number: str, indicator: str) -> None:
    assert told(text)[number] == indicator


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Có 14 xã đạt chuẩn nông thôn mới; tỷ lệ trạm y tế đạt chuẩn 97%.", "97%"),
        ("Có 14 xã đạt chuẩn nông thôn mới; 97% hộ chính sách có nhà.", "97%"),
    ],
)
def test_a_share_of_another_matter_borrows_no_topic(text: str, number: str) -> None:
    assert told(text)[number] is None


def test_a_share_of_what_was_counted_goes_on_with_it() -> None:
    text = "Kết nạp 120 đảng viên; 45% số đảng viên mới là nữ."
    assert told(text)["45%"] == "new_members_female_share"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tỉnh còn 12.100 hộ nghèo (chiếm 8,3%) và 9.200 hộ cận nghèo (chiếm 6,3%).",
            {"8,3%": "poverty_rate", "6,3%": "near_poor_rate"},
        ),
        (
            "Tổng số hộ nghèo, tính đến 31/12 là 9.100 hộ, chiếm 6,2% tổng số hộ.",
            {"6,2%": "poverty_rate"},
        ),
        (
            "Poor households fell to 22,350 households (3.31%).",
            {"3.31%": "poverty_rate"},
        ),
        # Some of them, others with them, and what is built for them.
        ("Có 320 hộ nghèo được vay vốn, chiếm 5,2%.", {"5,2%": None}),
        ("Có 320 hộ nghèo và cận nghèo, chiếm 5,2%.", {"5,2%": None}),
        ("Hỗ trợ hộ nghèo xây 320 nhà (chiếm 12%).", {"12%": None}),
        ("Tổng tỷ lệ hộ nghèo và cận nghèo còn 14,6%.", {"14,6%": None}),
    ],
)
def test_a_share_is_of_what_the_count_before_it_counts(
    text: str, expected: dict[str, str | None]
) -> None:
    assert expected.items() <= told(text).items()


@pytest.mark.parametrize(
    ("text", "number", "indicator"),
    [
        # Growth at current prices is no real one.
        ("Quy mô GRDP theo giá hiện hành đạt 81.000 tỷ đồng, tăng 10,7%.", "10,7%", None),
        ("Quy mô GRDP đạt 81.000 tỷ đồng, tăng 10,7%.", "10,7%", "grdp_growth"),
        # Another verb behind a part of what was inspected.
        (
            "UBKT kiểm tra khi có dấu hiệu vi phạm 5 đảng viên, trong đó có 2 cấp ủy viên; "
            "giám sát 14 tổ chức đảng.",
            "14",
            "supervised_orgs_count",
        ),
        # Amounts for one person, and targets of some kind.
        ("GRDP đạt 53,8 triệu đồng/người/năm.", "53,8 triệu đồng", "grdp_per_capita"),
        ("GRDP đạt 53,8 nghìn tỷ đồng.", "53,8 nghìn tỷ đồng", "grdp_level"),
        ("Tỉnh hoàn thành và vượt 14/15 chỉ tiêu chủ yếu.", "14/15", "targets_met_count"),
        ("Nhiệm kỳ qua, tỉnh hoàn thành 14/15 chỉ tiêu nghị quyết.", "14/15", "targets_met_count"),
        ("Tỉnh đạt 14/15 chỉ tiêu Nghị quyết Đại hội đề ra.", "14/15", "targets_met_count"),
        ("Tỉnh có khả năng đạt 14/15 chỉ tiêu nghị quyết.", "14/15", None),
        ("Huyện Đà Bắc hoàn thành 14/15 chỉ tiêu nghị quyết.", "14/15", None),
        # The dash of a pair of words ends no clause.
        (
            "Có 14/15 chỉ tiêu phát triển kinh tế - xã hội đạt và vượt kế hoạch.",
            "14/15",
            "targets_met_count",
        ),
        ("Có 14/15 chỉ tiêu - các cơ quan đạt và vượt kế hoạch.", "14/15", None),
        ("Giao 14/15 chỉ tiêu biên chế.", "14/15", None),
        ("Tổng sản phẩm tăng 7,2%, đứng thứ 5 vùng.", "7,2%", "grdp_growth"),
        # What an aim is held against, and the plan that a sentence opens with.
        ("GRDP grew by 7.9%, against a target of 8.4%.", "8.4%", "grdp_growth"),
        (
            "So với dự toán, thu ngân sách năm 2022 bằng 174,9%.",
            "174,9%",
            "budget_revenue_plan_share",
        ),
        # The same measure by a year to come.
        (
            "Tỷ lệ lao động qua đào tạo trên 71%; đến năm 2035 trên 81%.",
            "81%",
            "trained_labour_share",
        ),
    ],
)
def test_a_clause_goes_on_with_its_own_matter(
    text: str, number: str, indicator: str | None
) -> None:
    assert told(text)[number] == indicator
