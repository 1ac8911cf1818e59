"""Numbers of those who were moved, disciplined or shared out, and what stands beside them."""

from __future__ import annotations

import pytest

from pipeline import extract


def indicators(text: str) -> dict[str, str | None]:
    """The indicators of the numbers of a text by how they are printed."""
    return {one.fact.text: one.indicator for one in extract(text)}


def dimension(text: str, name: str) -> dict[str, str | None]:
    """A dimension of the numbers of a text by how they are printed."""
    return {one.fact.text: getattr(one, name) for one in extract(text)}


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        (
            "From 2021 to 2023, 53 cadres were rotated: 14 from the province to districts, 8 from "
            "districts to the province, 31 between localities.",
            "53",
            ("14", "8", "31"),
        ),
        (
            "Trong nhiệm kỳ đã luân chuyển 53 cán bộ (tỉnh về huyện 14, huyện lên tỉnh 8).",
            "53",
            ("14", "8"),
        ),
    ],
)
def test_where_cadres_were_moved_makes_no_number_of_its_own(
    text: str, whole: str, parts: tuple[str, ...]
) -> None:
    told = indicators(text)
    assert told[whole] == "cadres_rotated_count"
    assert {told[one] for one in parts} == {None}


def test_where_cadres_were_moved_is_no_level_of_theirs() -> None:
    told = dimension("In the term, 17 cadres were rotated from the province to districts.", "level")
    assert told["17"] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Those at a level, of one body or one sex are told apart.
        (
            "In the term 53 cadres were rotated (14 at the provincial level, 39 at the district "
            "level).",
            {"53": "cadres_rotated_count", "14": "cadres_rotated_count"},
        ),
        (
            "District committees rotated 120 cadres to communes and 34 between communes.",
            {"120": "cadres_rotated_count", "34": "cadres_rotated_count"},
        ),
        (
            "Trong năm luân chuyển 53 cán bộ, trong đó 14 cán bộ nữ, 8 cán bộ trẻ.",
            {"14": "cadres_rotated_count", "8": "cadres_rotated_count"},
        ),
        # Others of whom something else is told.
        (
            "The province rotated 36 cadres; 5 comrades were allowed to retire early.",
            {"36": "cadres_rotated_count", "5": None},
        ),
        (
            "Kỷ luật 36 đảng viên; 5 đồng chí vi phạm chính sách dân số.",
            {"36": "disciplined_members_count", "5": None},
        ),
        (
            "The commission inspected 36 members; 5 members were disciplined.",
            {"36": "inspected_members_count", "5": "disciplined_members_count"},
        ),
        (
            "Các cấp kỷ luật 50 đảng viên: khiển trách 30 người, cảnh cáo 12, khai trừ 8.",
            {"30": "disciplined_members_count", "8": "disciplined_members_count"},
        ),
        # Officials of an agency are not members of the Party.
        (
            "Inspections at 21 agencies led to 19 persons being criticised and 6 being "
            "disciplined.",
            {"19": None, "6": None},
        ),
        # Letters that are to be settled.
        (
            "Denunciations: 52 letters received, of which 33 within the settlement authority; "
            "31/33 denunciations were settled.",
            {"52": None, "33": None, "31/33": "denunciations_settled_count"},
        ),
        # What one commune has is no quota of the province.
        ("On paper, each commune has 28 administrative posts.", {"28": None}),
        ("Mỗi xã được giao 28 biên chế.", {"28": None}),
        ("Tỉnh được giao 4.150 biên chế.", {"4.150": "staffing_quota"}),
        # What follows is of the next number, however it is bounded.
        (
            "By 2030 the province wants the share of Khmer to reach 32% and the poverty rate to "
            "be below 1.5%.",
            {"32%": None, "1.5%": "poverty_rate"},
        ),
        (
            "The province wants the share of Khmer among new Party members to reach 32%.",
            {"32%": None},
        ),
    ],
)
def test_of_whom_a_number_is(text: str, expected: dict[str, str | None]) -> None:
    told = indicators(text)
    assert {one: told[one] for one in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Of the civil servants 78% had a university degree or more (only 41% in 2014) and 31% "
            "were from ethnic minorities.",
            {"78%": "university_degree", "31%": "ethnic_minority"},
        ),
        (
            "Among committee members, 26% are women (2.1% more than before) and 17% are under 40.",
            {"26%": "female", "17%": "age<40"},
        ),
        (
            "Committee: women 24%, under 40 16%, from 40 to 50 61%, over 50 23%.",
            {"24%": "female", "16%": "age<40", "61%": "age40-50", "23%": "age>50"},
        ),
        (
            "With 16% under 40, 61% between 40 and 50 and 23% above 50, the committee is young.",
            {"16%": "age<40", "61%": "age40-50", "23%": "age>50"},
        ),
    ],
)
def test_which_part_a_share_is(text: str, expected: dict[str, str]) -> None:
    told = dimension(text, "attribute")
    assert {one: told[one] for one in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Planning of district Party executive committees: 530 comrades. Female 25.4%; young "
            "cadres 18.7%; university degree or higher 100%.",
            {
                "25.4%": "plan_female_share",
                "18.7%": "plan_young_share",
                "100%": "plan_university_share",
            },
        ),
        (
            "The executive committees have 530 members. Women 25.4%; young cadres 18.7%.",
            {"25.4%": "committee_female_share", "18.7%": "committee_young_share"},
        ),
        # Leaders and civil servants are others.
        (
            "The executive committees have 530 members. Of the leaders, young cadres make up "
            "18.7%.",
            {"18.7%": None},
        ),
    ],
)
def test_young_cadres_are_those_of_the_members_before(
    text: str, expected: dict[str, str | None]
) -> None:
    told = indicators(text)
    assert {one: told[one] for one in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What was newly founded has to be named.
        (
            "Hiện có 38 tổ chức đảng với 640 đảng viên; thành lập mới 4, giải thể 1.",
            {"4": None},
        ),
        ("Có 38 hợp tác xã; thành lập mới 4.", {"4": None}),
        ("Thành lập mới 760 doanh nghiệp.", {"760": "new_enterprises_count"}),
        # Others than those who have a degree.
        (
            "Trong công chức, 64% có bằng đại học, 17% chưa đạt chuẩn ngoại ngữ.",
            {"64%": "edu_university_share", "17%": None},
        ),
        (
            "Among cadres, 64% have a university degree at provincial level, 53% at district level "
            "and 30% in communes.",
            {"53%": "edu_university_share", "30%": "edu_university_share"},
        ),
        # Some of every few.
        (
            "Trong nhiệm kỳ kết nạp 7.104 đảng viên, cứ 10 người được kết nạp thì 4 người là nữ.",
            {"7.104": "new_members_count", "10": None, "4": None},
        ),
        ("For every 10 members admitted, 4 are women.", {"10": None, "4": None}),
        # One office.
        ("Riêng Sở Tài chính, sau sắp xếp có 12 phòng, biên chế 187.", {"187": None}),
        # So much of a road map is done.
        (
            "Số đơn vị sự nghiệp từ 790 còn 742, giảm 48, đạt 63% lộ trình.",
            {"48": "public_service_units_reduced_count", "63%": None},
        ),
        # Those whom a body disciplined, not those inspected before.
        (
            "Kiểm tra dấu hiệu vi phạm 71 đảng viên; thi hành kỷ luật 39 đảng viên, trong đó cảnh "
            "cáo 12.",
            {
                "71": "violation_signs_inspected_count",
                "39": "disciplined_members_count",
                "12": "disciplined_members_count",
            },
        ),
        # The young of a list, with their bound or how young they are.
        (
            "Cấp ủy khóa mới gồm 4.120 đồng chí; cơ cấu: nữ 1.030 đồng chí - 25%, người dân tộc "
            "thiểu số 1.127 - 27,4%, tuổi trẻ (dưới 42 tuổi) 1.648 - 40%.",
            {
                "25%": "committee_female_share",
                "1.127": None,
                "27,4%": "committee_ethnic_minority_share",
                "40%": "committee_young_share",
            },
        ),
        (
            "Yêu cầu của Chỉ thị số 45-CT/TW: nữ cấp ủy từ 15% trở lên, trẻ từ 10%.",
            {"15%": "committee_female_share", "10%": "committee_young_share"},
        ),
    ],
)
def test_of_what_a_number_is(text: str, expected: dict[str, str | None]) -> None:
    told = indicators(text)
    assert {one: told[one] for one in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Các sở giảm 39 phòng, 6 chi cục, tương ứng 26,2% và 37,5%.",
        "The province cut 39 divisions and 6 sub-departments, equivalent to 26.2% and 37.5% "
        "respectively.",
    ],
)
def test_shares_in_a_row_are_of_the_counts_at_their_places(text: str) -> None:
    told = extract(text)
    printed = {one.fact.id: one.fact.text for one in told}
    pairs = {one.fact.text: printed[one.share_of] for one in told if one.share_of}
    first = next(iter(pairs))
    assert pairs == {first: "39"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # By how much it fell is not what is left.
        ("Tỷ lệ giảm hộ nghèo đạt 1,4%.", {"1,4%": None}),
        # What firms export is no capital that came; houses that are left are not removed.
        ("Kim ngạch xuất khẩu của khu vực FDI đạt 3 tỷ USD.", {"3 tỷ USD": None}),
        ("Toàn tỉnh còn 640 nhà tạm.", {"640": None}),
        ("Còn 210 quần chúng chờ kết nạp.", {"210": None}),
        # A part of an index, of the forests, and another rate.
        ("Điểm PCI thành phần tiếp cận đất đai đạt 6,8 điểm.", {"6,8 điểm": None}),
        ("Tỷ lệ che phủ rừng đặc dụng đạt 28%.", {"28%": None}),
        ("Tỷ lệ che phủ rừng đạt 58%.", {"58%": "forest_cover_share"}),
        ("Tỷ lệ thất nghiệp chung là 1,7%.", {"1,7%": None}),
    ],
)
def test_what_stands_for_something_else(text: str, expected: dict[str, str | None]) -> None:
    told = indicators(text)
    assert {one: told[one] for one in expected} == expected


def test_what_a_congress_decides_is_an_aim() -> None:
    roles = dimension("Nghị quyết Đại hội xác định tỷ lệ che phủ rừng đạt 61%.", "role")
    assert roles["61%"] == "target"


def test_the_product_of_a_province_is_of_nobody() -> None:
    text = "Năm 2023, tỉnh kết nạp 3.108 đảng viên mới, GRDP tăng 7,9%."
    assert dimension(text, "population")["7,9%"] is None
