"""What a sentence, or a line before it, announces holds for all the numbers that it tells."""

from __future__ import annotations

import pytest

from pipeline import extract


def roles(text: str) -> list[str | None]:
    """The roles of the percentages, counts and amounts of a text, in reading order."""
    kinds = ("percentage", "count", "money")
    return [one.role for one in extract(text) if one.fact.kind in kinds]


TARGETS, PLANS = ["target"] * 2, ["plan"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Các chỉ tiêu chủ yếu đến năm 2035: tỷ lệ đô thị hóa đạt 41%; GRDP tăng 9%.", TARGETS),
        ("Đại hội đề ra các mục tiêu, trong đó GRDP tăng 9%; hộ nghèo còn 2,4%.", TARGETS),
        ("Đại hội thông qua các chỉ tiêu. Cụ thể, GRDP tăng 9%; hộ nghèo còn 2,4%.", TARGETS),
        (
            "The congress passed a resolution with objectives. Specifically: GRDP growth is 9%; "
            "poverty is at 2.4%.",
            TARGETS,
        ),
        ("Một số chỉ tiêu cụ thể như: thu ngân sách tăng 11%; hộ nghèo còn 2,4%.", TARGETS),
        ("Năm 2027, tỉnh đặt chỉ tiêu GRDP đạt 9%; tỷ lệ che phủ rừng đạt 57%.", TARGETS),
        ("Dự kiến năm 2027, GRDP tăng 9%; tỷ lệ che phủ rừng đạt 57%.", PLANS),
        ("Nhiệm kỳ này, Đảng bộ phấn đấu GRDP đạt 9%; duy trì tỷ lệ hộ nghèo 1,3%.", TARGETS),
        ("In 2027, the province strives for a GRDP growth of 9%; poverty is at 2.4%.", TARGETS),
        ("The congress set key targets, namely GRDP growth of 9%; poverty at 2.4%.", TARGETS),
        # A plan that a result is held against, behind a comma too.
        ("GRDP tăng 7,9%, kế hoạch 8,4%.", ["actual", "target"]),
        ("Kết nạp 1.250 đảng viên, kế hoạch 1.300.", ["actual", "target"]),
        # What was done, a report of results and the noun of a count are no aims.
        ("Năm 2022, tỷ lệ hộ nghèo đã còn 4%; tỷ lệ che phủ rừng đạt 57%.", ["actual"] * 2),
        ("Một số chỉ tiêu về y tế năm 2021: bảo hiểm y tế đạt 93%.", ["actual"]),
        ("Kết quả thực hiện các chỉ tiêu: GRDP tăng 9%; hộ nghèo còn 2,4%.", ["actual"] * 2),
        ("Nhiệm kỳ gồm 18 chỉ tiêu đạt và vượt, hộ nghèo còn 2,4%.", ["actual"] * 2),
        # A council resolves more than targets.
        ("Hội đồng nhân dân quyết nghị: phân bổ 1.370 tỷ đồng cho các huyện.", [None]),
    ],
)
def test_announced_aims_hold_for_all_that_follows(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The first heading of a text, with a number or a list below it, is no mere title.
        (
            "CÁC CHỈ TIÊU CHỦ YẾU NHIỆM KỲ 2020-2025\n\n1. Tỷ lệ đô thị hóa: 41%.\n\n"
            "2. Tỷ lệ che phủ rừng: 57%.",
            TARGETS,
        ),
        (
            "II. MỤC TIÊU ĐẾN NĂM 2025\n\n1. Về kinh tế\n\n- GRDP tăng 8,5%/năm.\n\n"
            "- Tỷ lệ đô thị hóa đạt 41%.",
            TARGETS,
        ),
        ("Các chỉ tiêu chủ yếu:\n\n- GRDP tăng 8,5%/năm.\n\n- Hộ nghèo còn 2,4%.", TARGETS),
        (
            "MAIN TARGETS FOR 2021-2025\n\n1. GRDP grows by 8.5% a year.\n\n"
            "2. The poverty rate is 2.4%.",
            TARGETS,
        ),
        # Its items may have no full stop; results end it.
        (
            "CHỈ TIÊU CHỦ YẾU NHIỆM KỲ\n\n1. GRDP tăng 8,5%/năm\n\nKẾT QUẢ\n\nGRDP tăng 8,1%.",
            ["target", "actual"],
        ),
        # Who set the aims may say so in a sentence, and they stand in lines of their own.
        (
            "The province has fixed the main targets of its 2024 plan.\n\n"
            "GRDP growth of 9.5% or more.\n\nPoverty rate down by 1.3% or more.\n\n"
            "In the first half, GRDP grew by 7.2%.",
            ["target", "target", "actual"],
        ),
        (
            "The province has fixed the main targets of its 2024 plan:\n\n"
            "GRDP growth of 9.5%;\n\nGRDP per capita of 3,400 USD.",
            TARGETS,
        ),
        (
            "The province has fixed the main targets of its 2024 plan.\n\n"
            "In the first half, GRDP grew by 7.2%.",
            ["actual"],
        ),
        # What growth is aimed at lies between two percentages, what a level rises to is last.
        (
            "II. MỤC TIÊU ĐẾN NĂM 2025\n\n1. GRDP tăng từ 7,3% đến 7,9%.\n\n"
            "2. Tỷ lệ che phủ rừng tăng từ 41% đến 43%.",
            ["target", "target", "previous", "target"],
        ),
        ("Năm 2023, GRDP tăng từ 5,3% lên 7,9%.", ["previous", "actual"]),
        # Indicators that are compared with another time, or told with a part of their plan.
        (
            "Những chỉ tiêu khác (so với cùng kỳ):\n- Thu ngân sách 5.430 tỷ đồng, tăng 8,3%;\n"
            "- Tỷ lệ hộ nghèo 3,4%.",
            ["actual"] * 3,
        ),
        (
            "Các chỉ tiêu khác:\n- Thu ngân sách 5.430 tỷ đồng, bằng 72% dự toán.",
            ["actual", "actual"],
        ),
        ("Các chỉ tiêu khác:\n- Thu ngân sách 5.430 tỷ đồng;\n- Hộ nghèo 3,4%.", TARGETS),
        # A title of the report says nothing of its numbers, nor a heading of results.
        ("Mục tiêu 2025: không lùi bước\n\nNăm qua, GRDP tăng 8,5%.", ["actual"]),
        ("Kết quả thực hiện các chỉ tiêu\n\n1. GRDP tăng 8,5%.", ["actual"]),
    ],
)
def test_the_heading_of_aims_holds_for_what_stands_below(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đến năm 2035: tỷ lệ đô thị hóa đạt 41%; tỷ lệ che phủ rừng đạt 57%.", TARGETS),
        ("Đến năm 2035, tỷ lệ đô thị hóa đạt 41%; tỷ lệ che phủ rừng đạt 57%.", TARGETS),
        ("Tỷ lệ che phủ rừng đến năm 2035 đạt 57%.", ["target"]),
        ("Tỷ lệ che phủ rừng đạt 54%, đến năm 2035 đạt 57%.", ["actual", "target"]),
        ("By 2035: the urbanization rate reaches 41%; forest coverage reaches 57%.", TARGETS),
        ("By 2035, forest coverage reaches 57%.", ["target"]),
        # What was reached, a year that is over, and one in the name of a project.
        ("Đến hết năm 2023: tỷ lệ hộ nghèo 4,3%; tỷ lệ che phủ rừng 57%.", ["actual"] * 2),
        ("Đến hết năm 2023, tỷ lệ che phủ rừng đạt 57%.", ["actual"]),
        ("Thực hiện Đề án trồng rừng đến năm 2035, tỷ lệ che phủ rừng đạt 57%.", ["actual"]),
    ],
)
@pytest.mark.parametrize("letterhead", ["Số 41-BC/TU\n\nNgày 6/2/2024\n\n", ""])
def test_a_number_due_by_a_year_to_come_is_an_aim(
    letterhead: str, text: str, expected: list[str]
) -> None:
    assert roles(letterhead + text) == expected


def test_a_year_is_to_come_or_over_as_the_report_is_dated() -> None:
    text = "Đến hết năm 2023, tỷ lệ che phủ rừng đạt 57%."

    assert roles(f"Số 41-BC/TU\n\nNgày 6/2/2021\n\n{text}") == ["target"]


def test_the_noun_of_a_count_announces_nothing() -> None:
    text = "Biên chế gồm: cán bộ cấp xã 4.210 chỉ tiêu; công chức cấp xã 2.650 chỉ tiêu."
    assert "target" not in roles(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Theo UBND tỉnh Đồng Nai, GRDP đạt 410 nghìn tỷ đồng.\n\n"
            "Theo Cục Thống kê Bình Dương, GRDP tăng 8,3%. Thu ngân sách đạt 70.500 tỷ đồng.",
            ["dong-nai", "binh-duong", "binh-duong"],
        ),
        (
            "Nghệ An\n\nGRDP tăng 7,3%.\n\nHà Tĩnh\n\nGRDP tăng 8,3%. Thu ngân sách tăng 4%.",
            ["nghe-an", "ha-tinh", "ha-tinh"],
        ),
        (
            "According to the People's Committee of Dong Nai, GRDP grew by 7.3%.\n\n"
            "According to the Binh Duong Statistics Office, GRDP grew by 8.3%.",
            ["dong-nai", "binh-duong"],
        ),
        # Another heading of the same rank ends the part of a province.
        (
            "I. NGHỆ AN\n\nGRDP tăng 7,3%.\n\nII. HÀ TĨNH\n\nGRDP tăng 8,3%.\n\n"
            "III. KẾT QUẢ CHUNG\n\nGRDP tăng 7,6%.",
            ["nghe-an", "ha-tinh", None],
        ),
        # A university reports for nobody, even behind the same words.
        (
            "Theo UBND tỉnh Nghệ An, GRDP tăng 7,3%.\n\n"
            "Theo Trường Đại học Hà Tĩnh, GRDP tăng 8,3%.",
            ["nghe-an", "nghe-an"],
        ),
        # One line alone is a title: it says of whom the report is, not where a part begins.
        ("Nghệ An\n\nGRDP tăng 7,3%.\n\nHộ nghèo còn 4%.", ["nghe-an", "nghe-an"]),
    ],
)
def test_who_reports_and_lines_of_a_name_tell_the_province(text: str, expected: list[str]) -> None:
    kinds = ("percentage", "money")
    assert [one.province for one in extract(text) if one.fact.kind in kinds] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Năm 2027, tỉnh phấn đấu GRDP tăng 9%. Tỷ lệ đô thị hóa đạt 41%.", TARGETS),
        ("Năm 2027, tỉnh phấn đấu GRDP tăng 9%.\n\nTỷ lệ đô thị hóa từ 41% trở lên.", TARGETS),
        ("Dự kiến năm 2027, GRDP tăng 9%. Tỷ lệ đô thị hóa 41%.", PLANS),
        ("In 2027 the province strives for growth of 9%. Urbanization rate of 41%.", TARGETS),
        ("Next year they strive for growth of 9%.\n\nUrbanization rate of 41% or more.", TARGETS),
        ("Đến năm 2035: GRDP tăng 9%.\nVề đô thị: tỷ lệ đô thị hóa 41%.", TARGETS),
        ("Proposed for 2035: GRDP growth of 9%.\nTowns: urbanization rate of 41%.", TARGETS),
        # What is now, was reached, or is told of an earlier time.
        ("Năm 2027, tỉnh phấn đấu GRDP tăng 9%. Tỷ lệ đô thị hóa là 41%.", ["target", "actual"]),
        ("Năm 2027, tỉnh phấn đấu GRDP tăng 9%. Hộ nghèo đã còn 3,1%.", ["target", "actual"]),
        ("Năm 2027, tỉnh phấn đấu GRDP tăng 9%. Năm 2024, hộ nghèo 3,1%.", ["target", "actual"]),
        ("Năm 2027, tỉnh phấn đấu GRDP tăng 9%. GRDP tăng 7,3%.", ["target", "actual"]),
        ("Năm 2027, tỉnh phấn đấu GRDP tăng 9%.\n\nTỷ lệ đô thị hóa 41%.", ["target", "actual"]),
        (
            "Next year they strive for growth of 9%. The poverty rate fell to 3%.",
            ["target", "actual"],
        ),
        ("Next year they strive for growth of 9%. The poverty rate is 3%.", ["target", "actual"]),
        (
            "Năm 2027, tỉnh phấn đấu GRDP tăng 9%. Hộ nghèo đã còn 3,1%. Tỷ lệ đô thị hóa 41%.",
            ["target", "actual", "actual"],
        ),
        # A report that recalls an aim goes on with results, part by part.
        (
            "Đại hội đặt mục tiêu đến năm 2035 GRDP tăng 9%.\nVề đô thị: tỷ lệ đô thị hóa 41%.",
            ["target", "actual"],
        ),
        # What was aimed at for a year that is told of, and at no time at all.
        (
            "GRDP 9 tháng năm 2024 tăng 8%. Năm 2024, tỉnh phấn đấu GRDP tăng 9%. "
            "Tỷ lệ đô thị hóa đạt 41%.",
            ["actual", "target", "actual"],
        ),
        ("Tỉnh phấn đấu GRDP tăng 9%. Tỷ lệ đô thị hóa đạt 41%.", ["target", "actual"]),
        # The aims of a year that is over met with what came of them.
        (
            "Số 41-BC/TU\n\nNgày 6/2/2025\n\nNăm 2024, tỉnh phấn đấu GRDP tăng 9%. "
            "Tỷ lệ đô thị hóa đạt 41%.",
            ["target", "actual"],
        ),
    ],
)
def test_sentences_go_on_with_the_aims_of_the_one_before(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Các chỉ tiêu chủ yếu đến năm 2035:\n(1) GRDP tăng 9%.\nNông nghiệp chiếm 14%.\n"
            "(2) Tỷ lệ đô thị hóa 41%.",
            ["target"] * 3,
        ),
        (
            "Các chỉ tiêu chủ yếu đến năm 2035:\n(1) GRDP tăng 9%.\nNăm qua, tỷ lệ đô thị hóa 41%.",
            ["target", "actual"],
        ),
        ("Old text.\n\nII. Aims to 2035\n\nGRDP growth of 9% per year; poverty of 2.4%.", TARGETS),
        (
            "There are some specific targets such as: GRDP growth reaches 9%; poverty is at 2.4%.",
            TARGETS,
        ),
        ("Các chỉ tiêu chủ yếu gồm: GRDP tăng 9%; hộ nghèo còn 2,4%.", TARGETS),
        (
            "Các chỉ tiêu hoàn thành vượt mức gồm: GRDP tăng 9%; tỷ lệ hộ nghèo 2,4%.",
            ["actual"] * 2,
        ),
        ("Các chỉ tiêu đạt thấp là: GRDP tăng 4%; tỷ lệ hộ nghèo 7,4%.", ["actual"] * 2),
        ("Nghị quyết xác định đến năm 2025: GRDP tăng 9%; hộ nghèo còn 2,4%.", TARGETS),
        (
            "Đại hội đề ra các mục tiêu: GRDP tăng 9%. Năm 2022, GRDP tăng 7%. Hộ nghèo còn 2,4%.",
            ["target", "actual", "actual"],
        ),
    ],
)
def test_announced_lists_go_on_until_results(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


ACTUAL = "actual"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A result ends what is aimed at, and an undated report has no year to come.
        (
            "BÁO CÁO kết quả thực hiện nhiệm vụ năm 2023\nNăm 2023, tỉnh phấn đấu GRDP tăng 8%. "
            "Thu ngân sách đạt 12.600 tỷ đồng. Tỷ lệ hộ nghèo giảm còn 2,4%.",
            ["target", ACTUAL, ACTUAL],
        ),
        (
            "Năm 2020, tỉnh đặt mục tiêu đến năm 2025 GRDP tăng 8%. Kim ngạch xuất khẩu đạt 3 tỷ "
            "USD, lớn nhất từ trước tới nay.",
            ["target", ACTUAL],
        ),
        (
            "In 2027 the province strives for growth of 8%. Exports, having grown for years, "
            "total USD 3 billion.",
            ["target", ACTUAL],
        ),
        (
            "In 2027 the province strives for growth of 8%. Exports total USD 3 billion.",
            ["target", "target"],
        ),
        # A rule is none of the aims before it.
        (
            "Mục tiêu năm 2027: GRDP tăng 8%.\nTheo quy định, tỷ lệ nữ cấp ủy từ 16% trở lên.",
            ["target", "requirement"],
        ),
        # A heading, or a line of results, ends a list of aims.
        (
            "Chỉ tiêu phấn đấu đến năm 2030:\n1. GRDP tăng 8%.\nĐánh giá chung\n"
            "2. Kết nạp 1.870 đảng viên.",
            ["target", ACTUAL],
        ),
        (
            "Mục tiêu:\na) GRDP tăng 8%.\nTổ chức thực hiện đạt kết quả tốt.\n"
            "b) Kết nạp 1.870 đảng viên.",
            ["target", ACTUAL],
        ),
        # What is to be reached is no result.
        ("II. TARGETS TO BE REACHED BY 2030\n- GRDP grows by 8%.\n- Poverty is at 2%.", TARGETS),
        ("Main targets to be completed by 2030: GRDP growth of 8%; poverty rate of 2%.", TARGETS),
        ("II. TARGETS REACHED BY 2024\n- GRDP grows by 8%.\n- Poverty is at 2%.", [ACTUAL] * 2),
    ],
)
def test_results_end_what_is_aimed_at(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "number", "indicator"),
    [
        ("Targets for 2030: poverty rate: below 2.4%.", "2.4%", "poverty_rate"),
        ("TARGETS FOR 2030\n- Urban unemployment rate: under 2.8%.", "2.8%", "unemployment_rate"),
        (
            "Social investment is put at VND 81 trillion, exceeding VND 6 trillion compared to "
            "the target.",
            "VND 6 trillion",
            None,
        ),
    ],
)
def test_a_bound_behind_a_label(text, number, indicator):
    found = {one.fact.text: one for one in extract(text)}
    assert found[number].indicator == indicator


@pytest.mark.parametrize(
    ("heading", "text", "role"),
    [
        ("II. NHIỆM VỤ", "Thu ngân sách 14.200 tỷ đồng; hộ nghèo dưới 2%.", "target"),
        ("II. NHIỆM VỤ 6 THÁNG CUỐI NĂM", "Thu ngân sách 14.200 tỷ đồng.", "target"),
        ("II. TASKS", "Budget revenue of VND 14,200 billion.", "target"),
        ("II. TASKS OF THE COMING YEAR", "Budget revenue of VND 14,200 billion.", "target"),
        ("II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ", "Thu ngân sách 14.200 tỷ đồng.", "actual"),
        ("I. CHỨC NĂNG, NHIỆM VỤ", "Thu ngân sách 14.200 tỷ đồng.", "actual"),
        ("I. NHIỆM VỤ CHÍNH TRỊ", "Thu ngân sách 14.200 tỷ đồng.", "actual"),
        # What a solution costs is no aim.
        ("III. Nhiệm vụ và giải pháp", "Thu ngân sách 14.200 tỷ đồng.", "actual"),
        ("Nhiệm vụ", "Thu ngân sách 14.200 tỷ đồng.", "actual"),
        ("II. RESULTS OF TASKS", "Budget revenue of VND 14,200 billion.", "actual"),
        ("II. TASKS DONE", "Budget revenue of VND 14,200 billion.", "actual"),
        ("II. NHIỆM VỤ", "Năm qua đã thu ngân sách 14.200 tỷ đồng.", "actual"),
    ],
)
def test_a_heading_that_names_only_tasks(heading: str, text: str, role: str) -> None:
    opening = "REPORT\nThe province met." if text.isascii() else "BÁO CÁO\nTỉnh ủy đã họp."
    said = extract(f"{opening}\n{heading}\n{text}")
    money = [one for one in said if one.fact.kind == "money"]
    assert [one.role for one in money] == [role]
