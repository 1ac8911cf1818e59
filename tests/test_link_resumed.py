"""What a sentence leaves to the one before it, to the heading above it or to the growth told."""

from __future__ import annotations

import pytest

from pipeline import extract


def indicators(text: str) -> dict[str, str | None]:
    """The indicators of the numbers of a text by how they are printed."""
    return {one.fact.text: one.indicator for one in extract(text)}


POOR, GROWTH = "poverty_rate", "grdp_growth"
LEVEL, HEAD = "grdp_level", "grdp_per_capita"


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Tỷ lệ hộ nghèo năm 2023 là 4,6%. Năm 2024 còn 3,7%.", "3,7%", POOR),
        ("- Tỷ lệ hộ nghèo năm 2023 là 4,6%.\n- Năm 2024 còn 3,7%.", "3,7%", POOR),
        ("The poverty rate was 4.6% in 2023. In 2024 it was 3.7%.", "3.7%", POOR),
        ("GRDP năm 2023 tăng 7,3%. Quý I/2024 tăng 8,6%.", "8,6%", GROWTH),
        ("Điểm PCI năm 2022 là 64,1 điểm. Năm 2023 đạt 65,8 điểm.", "65,8 điểm", "pci_score"),
        # A change is no level, a plan no result, and what is named anew is another matter.
        ("Tỷ lệ hộ nghèo năm 2023 là 4,6%. Năm 2024 giảm 0,9%.", "0,9%", None),
        ("Tỷ lệ hộ nghèo năm 2023 là 4,6%. Năm 2024 đạt 96% kế hoạch.", "96%", None),
        ("Tỷ lệ hộ nghèo năm 2023 là 4,6%. Năm 2024, trạm y tế đạt 91%.", "91%", None),
        ("Lao động qua đào tạo đạt 71%. Cuối năm 2024, chiếm 28%.", "28%", None),
        # Two rates: which of them went on, nobody says.
        ("Hộ nghèo năm 2023 là 4,6%, cận nghèo 3,1%. Năm 2024 còn 3,7%.", "3,7%", None),
        # Behind a heading another section begins.
        ("Tỷ lệ hộ nghèo năm 2023 là 4,6%.\n\nII. Giáo dục\n\nNăm 2024 đạt 97,3%.", "97,3%", None),
    ],
)
def test_a_sentence_that_only_says_when(text: str, number: str, expected: str | None) -> None:
    assert indicators(text)[number] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "GRDP tăng 7,6%, quy mô 88,4 nghìn tỷ đồng, bình quân đầu người 2.900 USD.",
            {"88,4 nghìn tỷ đồng": LEVEL, "2.900 USD": HEAD},
        ),
        (
            "GRDP grew by 7.6%, its size reached VND 88 trillion, per capita VND 66 million.",
            {"VND 88 trillion": LEVEL, "VND 66 million": HEAD},
        ),
        ("GRDP tăng 7,6%, quy mô vốn đầu tư công 8.300 tỷ đồng.", {"8.300 tỷ đồng": None}),
        ("GRDP tăng 7,6%, quy mô tăng thêm 6,1 nghìn tỷ đồng.", {"6,1 nghìn tỷ đồng": None}),
        (
            "GRDP tăng 7,6%, thu ngân sách 11.300 tỷ đồng, bình quân đầu người 8 triệu đồng.",
            {"8 triệu đồng": None},
        ),
    ],
)
def test_how_large_it_is_whose_growth_is_told(text: str, expected: dict[str, str | None]) -> None:
    assert expected.items() <= indicators(text).items()


def test_a_size_is_no_change() -> None:
    text = "GRDP tăng 7,6%, quy mô 88,4 nghìn tỷ đồng, bình quân đầu người 2.900 USD."
    assert {one.change for one in extract(text) if one.fact.kind == "money"} == {None}


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("GRDP quý I/2025 tăng 8,8%, cao hơn mức tăng 7,1% của quý I/2024.", "7,1%", GROWTH),
        ("GRDP tăng 8,8%, cao hơn mức tăng 6,9% của cả nước.", "6,9%", None),
        ("GRDP tăng 8,8%, dịch vụ tăng 9%, cao hơn mức tăng 8,1% của năm 2023.", "8,1%", None),
    ],
)
def test_what_growth_is_held_against(text: str, number: str, expected: str | None) -> None:
    assert indicators(text)[number] == expected


ORGS, MEMBERS = "party_org_rating_share", "party_member_rating_share"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1. Tổ chức cơ sở đảng\n\nSố được xếp loại: 410. Kết quả:\n"
            "- Hoàn thành xuất sắc nhiệm vụ: 76 tổ chức, chiếm 18,5%.",
            {"18,5%": ORGS},
        ),
        ("2. Đảng viên\n\nHoàn thành tốt nhiệm vụ 81,4%.", {"81,4%": MEMBERS}),
        (
            "3. Cán bộ diện Ban Thường vụ Tỉnh ủy quản lý\n\n"
            "Có 41 đồng chí hoàn thành xuất sắc nhiệm vụ (16,9%).",
            {"16,9%": "cadre_rating_share"},
        ),
        # Others than those of the heading, two groups, and a single Party organization.
        ("2. Đảng viên\n\nHợp tác xã hoàn thành tốt nhiệm vụ 81,4%.", {"81,4%": None}),
        ("2. Tổ chức đảng, đảng viên\n\nHoàn thành tốt nhiệm vụ 81,4%.", {"81,4%": None}),
        ("2. Đảng bộ huyện Mai Châu\n\nHoàn thành tốt nhiệm vụ 81,4%.", {"81,4%": None}),
        ("2. Đảng viên\n\nHoàn thành tốt nhiệm vụ: 76 hộ, chiếm 81,4%.", {"81,4%": None}),
    ],
)
def test_whom_a_heading_names_is_graded(text: str, expected: dict[str, str | None]) -> None:
    assert expected.items() <= indicators(text).items()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tổng số cấp ủy viên các xã, phường là 1.630 đồng chí. Trong đó:\n\n"
            "- Cán bộ trẻ dưới 42 tuổi: 440 đồng chí, chiếm 27%.\n"
            "- Người dân tộc thiểu số: 210 đồng chí, chiếm 12,9%.",
            {"27%": "committee_young_share", "12,9%": "committee_ethnic_minority_share"},
        ),
        (
            "Tổng số cấp ủy viên các xã, phường là 1.630 đồng chí. Trong đó:\n\n"
            "- Lao động trẻ dưới 42 tuổi: 440 người, chiếm 27%.",
            {"27%": None},
        ),
        (
            "Kết quả quy hoạch cán bộ nhiệm kỳ tới được tổng hợp lại.\n\n"
            "- Cấp phó sở, ngành: trẻ 39,2%, nữ 26,4%.",
            {"39,2%": "plan_young_share", "26,4%": "plan_female_share"},
        ),
        # Below a line of another matter they are nobody's plan, nor in a paragraph of its own.
        ("Kết quả quy hoạch cán bộ.\n\nCông chức sở, ngành: nữ 26,4%.", {"26,4%": None}),
        ("Kết quả tổng hợp.\n\n- Cấp phó sở, ngành: nữ 26,4%.", {"26,4%": None}),
    ],
)
def test_parts_of_a_list_below_a_line(text: str, expected: dict[str, str | None]) -> None:
    assert expected.items() <= indicators(text).items()


NON_LOCAL = "secretary_non_local_share"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trong 96 bí thư đảng ủy xã có 12 đồng chí nữ; 81/96 đồng chí không là người địa "
            "phương, chiếm 84,4%.",
            {"81/96": NON_LOCAL, "84,4%": NON_LOCAL},
        ),
        (
            "Trong 96 bí thư đảng ủy xã có 12 đồng chí nữ; 81/120 chủ tịch không là người địa "
            "phương.",
            {"81/120": None},
        ),
        (
            "8/11 bí thư huyện ủy không là người địa phương (72,7%); cấp xã có 64/150 đồng chí "
            "(42,7%).",
            {"64/150": NON_LOCAL, "42,7%": NON_LOCAL},
        ),
        (
            "8/11 bí thư huyện ủy không là người địa phương; cấp xã có 64/150 đồng chí nữ.",
            {"64/150": None},
        ),
        (
            "Biên chế công chức năm 2015 là 1.930 biên chế; đến năm 2021 còn 1.716 biên chế, giảm "
            "214 biên chế, đạt tỷ lệ 11,09%.",
            {
                "1.716": "staffing_quota",
                "214": "civil_servants_reduced_count",
                "11,09%": "civil_servants_reduced_share",
            },
        ),
        (
            "Biên chế công chức năm 2023 là 1.716 người, giảm 31 biên chế so với năm 2022.",
            {"31": "civil_servants_reduced_count"},
        ),
        (
            "Biên chế công chức là 1.716 người, giảm 31 biên chế viên chức.",
            {"31": "public_employees_reduced_count"},
        ),
        (
            "Giải quyết việc làm cho 31.400 lao động, đạt 104,7% kế hoạch (30.000 lao động).",
            {"30.000": "jobs_created_count"},
        ),
        (
            "Giải quyết việc làm cho 31.400 lao động, đạt 104,7% kế hoạch (210 dự án).",
            {"210": None},
        ),
        (
            "Đảng viên bị kỷ luật chiếm 0,3% tổng số đảng viên toàn Đảng bộ (61.200 đảng viên).",
            {"61.200": "party_members_total"},
        ),
        (
            "Kỷ luật 96 đảng viên, chiếm 0,3% tổng số đảng viên (11 đảng viên bị khai trừ).",
            {"11": None},
        ),
        (
            "Tổng số hộ dân trên địa bàn là 98.100 hộ; trong đó hộ nghèo 20.208 hộ, chiếm 20,6%.",
            {"20,6%": POOR},
        ),
        (
            "Toàn tỉnh có 1.900 hộ được hỗ trợ, trong đó hộ nghèo 391 hộ, chiếm 20,6%.",
            {"20,6%": None},
        ),
        (
            "Điểm DDCI khối sở, ban, ngành đạt 79,4 điểm, khối huyện, thành phố đạt 76,2 điểm.",
            {"79,4 điểm": "ddci_score", "76,2 điểm": "ddci_score"},
        ),
        (
            "Điểm DDCI khối sở, ngành đạt 79,4 điểm, tính năng động cấp huyện đạt 76,2 điểm.",
            {"76,2 điểm": None},
        ),
        (
            "Hằng năm trên 88% tổ chức cơ sở đảng và trên 92% đảng viên hoàn thành tốt nhiệm vụ.",
            {"88%": ORGS, "92%": MEMBERS},
        ),
        (
            "Ban Tổ chức Tỉnh ủy cho biết Đảng bộ Đồng Nai hiện có 590 tổ chức cơ sở đảng.",
            {"590": "party_orgs_grassroots_total"},
        ),
        (
            "Huyện ủy Định Quán cho biết Đảng bộ huyện hiện có 59 tổ chức cơ sở đảng.",
            {"59": None},
        ),
        (
            "Kiểm tra việc thực hiện nhiệm vụ kiểm tra, giám sát, kỷ luật tại 83 tổ chức đảng.",
            {"83": "inspected_orgs_count"},
        ),
        ("Kiểm tra, giám sát và thi hành kỷ luật 4 tổ chức đảng.", {"4": "disciplined_orgs_count"}),
        ("Toàn tỉnh giảm 147 cấp trưởng, cấp phó.", {"147": "deputy_heads_reduced_count"}),
    ],
)
def test_numbers_beside_those_that_say_what_they_are(
    text: str, expected: dict[str, str | None]
) -> None:
    assert expected.items() <= indicators(text).items()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The rate that was told before is told once more, and by how much it changed on average.
        (
            "The poverty rate was 19.4%; after four years the rate had dropped to 10.3% at the "
            "end of 2024, on average down 2.28 percentage points each year (the goal is 2.5%).",
            ["poverty_rate"] * 4,
        ),
        (
            "The poverty rate was 19.4% in 2021. After four years the rate had dropped to 10.3%.",
            ["poverty_rate"] * 2,
        ),
        (
            "Tỷ lệ hộ nghèo là 19,4%; sau bốn năm tỷ lệ này giảm còn 10,3%, bình quân mỗi năm giảm "
            "2,28 điểm phần trăm (mục tiêu là 2,5%).",
            ["poverty_rate"] * 4,
        ),
        (
            "Tỷ lệ hộ nghèo năm 2021 là 19,4%. Sau bốn năm, tỷ lệ này giảm còn 10,3%.",
            ["poverty_rate"] * 2,
        ),
        ("The urbanization rate was 38%; the rate is now 41%.", ["urbanization_rate"] * 2),
        # Not another rate, nor that of others.
        ("The poverty rate was 19.4%; the rate of insured people was 92%.", ["poverty_rate", None]),
        ("The poverty rate was 19.4%; in the highlands the rate was 41%.", ["poverty_rate", None]),
        ("The poverty rate was 19.4%; for women the rate was 41%.", ["poverty_rate", None]),
        (
            "The poverty rate was 19.4%. The rate for boys in schools was 41%.",
            ["poverty_rate", None],
        ),
        (
            "The poverty rate was 19.4% in 2021. The unemployment figure was known. After four "
            "years the rate had dropped to 11.17%.",
            ["poverty_rate", None],
        ),
        ("Tỷ lệ hộ nghèo là 19,4%; ở vùng cao tỷ lệ này là 41%.", ["poverty_rate", None]),
    ],
)
def test_the_rate_told_once_more(text: str, expected: list[str | None]) -> None:
    shares = [one for one in extract(text) if one.fact.kind == "percentage"]
    assert [one.indicator for one in shares] == expected
