"""Whom numbers are of, where only the lines above them say it."""

import pytest
from cards import book

from pipeline.flow import analyse_text
from pipeline.link.outline import Outline
from pipeline.model import Observation
from pipeline.readers import read_text

NESTED = """BÁO CÁO
Kết quả đại hội các cấp
I. KẾT QUẢ
a) Đối với cấp tỉnh:
- Ban Chấp hành: nữ 15,2%, trẻ 7,6%.
- Ban Thường vụ: nữ 12,5%.
b) Đối với cấp huyện:
* Ban Chấp hành:
+ Nữ 20,4%
+ Dân tộc thiểu số 31,7%
* Ban Thường vụ: nữ 16,9%.
II. ĐÁNH GIÁ
Tỷ lệ nữ đã tăng.
"""


def outlined(text: str) -> dict[str, list[str]]:
    document = read_text(text, rulebook=book())
    outline = Outline(document, lambda line: False)
    lines = [document.text[one.start : one.end] for one in document.passages]
    return {
        line: [lines[place] for place in outline.above(index)] for index, line in enumerate(lines)
    }


def test_signs_stand_below_letters_and_these_below_numbers() -> None:
    above = outlined(NESTED)
    district = ["b) Đối với cấp huyện:", "I. KẾT QUẢ"]
    assert above["- Ban Chấp hành: nữ 15,2%, trẻ 7,6%."] == ["a) Đối với cấp tỉnh:", "I. KẾT QUẢ"]
    assert above["+ Nữ 20,4%"] == ["* Ban Chấp hành:", *district]
    assert above["* Ban Thường vụ: nữ 16,9%."] == district
    assert above["Tỷ lệ nữ đã tăng."] == ["II. ĐÁNH GIÁ"]


def test_a_line_with_a_colon_leads_lines_without_marks() -> None:
    above = outlined(
        "1. Kết quả\nCơ cấu cấp ủy cấp xã:\nNữ 24,5%;\nTrẻ 12%.\n"
        "Công tác tuyên truyền được đổi mới.\n"
    )
    assert above["Nữ 24,5%;"] == ["Cơ cấu cấp ủy cấp xã:", "1. Kết quả"]
    assert above["Trẻ 12%."] == ["Cơ cấu cấp ủy cấp xã:", "1. Kết quả"]
    assert above["Công tác tuyên truyền được đổi mới."] == ["1. Kết quả"]


def test_a_title_stays_above_what_leads_a_list_right_below_it() -> None:
    above = outlined("Cấp ủy cấp xã\nTrong đó:\n- Nữ 24%.\n1. Kết quả\nCơ cấu:\n- Nữ 25%.\n")
    assert above["- Nữ 24%."] == ["Trong đó:", "Cấp ủy cấp xã"]
    assert above["- Nữ 25%."] == ["Cơ cấu:", "1. Kết quả"]


def test_a_list_may_begin_anew_below_a_line_with_a_number() -> None:
    above = outlined("3. Kết quả bầu cử như sau:\n1. Cấp tỉnh đạt.\n2. Cấp xã đạt.\n4. Khó khăn\n")
    assert above["1. Cấp tỉnh đạt."] == ["3. Kết quả bầu cử như sau:"]
    assert above["2. Cấp xã đạt."] == ["3. Kết quả bầu cử như sau:"]
    assert above["4. Khó khăn"] == []


def told(text: str) -> dict[str, Observation]:
    return {one.fact.text: one for one in analyse_text(text, rulebook=book()).observations}


def whose(one: Observation) -> tuple[str | None, ...]:
    return one.level, one.body, one.population, one.attribute


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        (NESTED, "12,5%", ("province", "standing_committee", None, "female")),
        (NESTED, "31,7%", ("district", "executive_committee", None, "ethnic_minority")),
        (NESTED, "16,9%", ("district", "standing_committee", None, "female")),
        (
            "Kết quả bầu cử đại biểu Hội đồng nhân dân cấp xã:\n- Cơ cấu: nữ 812 đại biểu, chiếm "
            "29,4%; dưới 40 tuổi 1.204 đại biểu, chiếm 43,6%.\n",
            "43,6%",
            ("commune", "peoples_council", None, "age<40"),
        ),
        (
            "Chất lượng công chức cấp xã:\n- Trình độ chuyên môn: đại học trở lên 91,3%.\n",
            "91,3%",
            ("commune", None, "civil_servants", "university_degree"),
        ),
        (
            "Công chức cấp xã hiện có 3.108 người, gồm 1.402 nam và 1.706 nữ. Cụ thể như sau:\n"
            "1. Cơ cấu:\n- Người dân tộc thiểu số: 1.011 người.\n2. Trình độ chuyên môn:\n"
            "- Đại học trở lên: 2.745 người, chiếm 88,3%.\n",
            "88,3%",
            ("commune", None, "civil_servants", "university_degree"),
        ),
        (
            "1. Về số lượng: toàn Đảng bộ có 48.120 đảng viên.\n2. Về cơ cấu:\n"
            "- Tuổi đời: dưới 30 tuổi 13,4%.\n",
            "13,4%",
            (None, None, "party_members", "age<30"),
        ),
        (
            "Cơ cấu đại biểu HĐND các cấp\n- Cấp tỉnh: 50 đại biểu; nữ 15 (30%).\n",
            "30%",
            ("province", "peoples_council", None, "female"),
        ),
        (
            "Chất lượng đại biểu HĐND tỉnh\nTrong 50 đại biểu có:\n- 9 người dưới 40 tuổi (18%).\n",
            "18%",
            ("province", "peoples_council", None, "age<40"),
        ),
        (
            "Kết quả tinh giản biên chế:\n- Viên chức: giảm 1.905 người, đạt 10,3%;\n",
            "10,3%",
            (None, None, "public_employees", None),
        ),
        (
            "Structure of the Provincial Party Executive Committee, 2025-2030 term:\n"
            "- Total: 62 members.\n- Women: 11 (17.74%).\n",
            "17.74%",
            ("province", "executive_committee", None, "female"),
        ),
        (
            "At district level:\n- Executive committees: women 20.6%.\nAt commune level:\n"
            "- Executive committees: women 25.1%.\n",
            "25.1%",
            ("commune", "executive_committee", None, "female"),
        ),
    ],
)
def test_the_lines_above_say_whose_a_number_is(
    text: str, printed: str, expected: tuple[str | None, ...]
) -> None:
    assert whose(told(text)[printed]) == expected


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        # The item names people of its own, which no card knows.
        (
            "Cơ cấu cấp ủy cấp xã:\n- Nữ 25%;\n- Thợ mỏ nữ chiếm 8,3%.\n",
            "8,3%",
            (None, None, None, "female"),
        ),
        # So does the line between.
        (
            "Cơ cấu cấp ủy cấp xã:\n- Thợ mỏ được mời dự:\n+ Nữ 40,2%.\n",
            "40,2%",
            (None, None, None, "female"),
        ),
        # Who led the work is no group.
        (
            "Ban Thường vụ Tỉnh ủy đã lãnh đạo công tác cán bộ, kết quả:\n- Nữ 26,1%.\n",
            "26,1%",
            (None, None, None, "female"),
        ),
        # Of two bodies neither is meant.
        (
            "Cơ cấu Ban Chấp hành, Ban Thường vụ cấp huyện:\n- Nữ 18,2%.\n",
            "18,2%",
            ("district", None, None, "female"),
        ),
        # What stands above another level is not of this one.
        (
            "Cơ cấu cấp ủy cấp tỉnh:\n- Nữ 14%.\n- Cấp xã: nữ 27,3%.\n",
            "27,3%",
            ("commune", None, None, "female"),
        ),
        # A section that is over says nothing any more.
        (
            "1. Cấp ủy cấp xã\n- Nữ 25,4%.\n2. Kết quả khác\n- Nữ 41,7%.\n",
            "41,7%",
            (None, None, None, "female"),
        ),
        # Things are nobody's members.
        (
            "Cơ cấu cấp ủy cấp xã:\n- Máy tính: 412 chiếc.\n",
            "412",
            (None, None, None, None),
        ),
    ],
)
def test_the_lines_above_do_not_say_more(
    text: str, printed: str, expected: tuple[str | None, ...]
) -> None:
    assert whose(told(text)[printed]) == expected


def test_levels_of_two_headings_are_no_contradiction() -> None:
    found = analyse_text(NESTED, rulebook=book()).findings
    assert [one.message for one in found if one.alert in ("warn", "error")] == []


@pytest.mark.parametrize(
    ("text", "printed", "indicator", "attribute"),
    [
        (
            "Trình độ lý luận chính trị:\n- Trung cấp trở lên: 1.920 người, chiếm 61,8%, trong "
            "đó:\n"
            "+ Cao cấp, cử nhân: 47 người (1,5%);\n- Sơ cấp: 802 người, chiếm 25,8%.\n",
            "1,5%",
            "political_theory_advanced_share",
            "political_theory_advanced",
        ),
        (
            "a) Professional qualifications:\n- University: 77.4%;\nb) Political theory:\n"
            "- Advanced: 31.9%;\n- Intermediate: 46.1%.\n",
            "46.1%",
            "political_theory_intermediate_share",
            "political_theory_intermediate",
        ),
        (
            "a) Professional qualifications:\n- University: 77.4%;\nb) Political theory:\n"
            "- Advanced: 31.9%.\n",
            "77.4%",
            "edu_university_share",
            "university_degree",
        ),
        (
            "- Female leaders and managers:\n+ District level: 18.7%;\n+ Commune level: 23.2%.\n",
            "23.2%",
            "leaders_female_share",
            "female",
        ),
        (
            "Đảng viên mới kết nạp có cơ cấu như sau:\n1. Theo giới tính:\n"
            "- Nữ: 711 đảng viên, chiếm 48,9%.\n",
            "48,9%",
            "new_members_female_share",
            "female",
        ),
        (
            "Kết quả xếp loại:\n1. Tổ chức cơ sở đảng: 471 tổ chức, trong đó:\n"
            "- Hoàn thành tốt nhiệm vụ: 352 tổ chức, chiếm 74,7%;\n",
            "74,7%",
            "party_org_rating_share",
            "grade_good",
        ),
        (
            "Kết quả xếp loại:\n2. Đảng viên:\n- Xuất sắc: 12,6%; tốt: 80,1%.\n",
            "80,1%",
            "party_member_rating_share",
            "grade_good",
        ),
        # Without a word for grading a bare *good* grades nobody; two groups are both graded.
        ("2. Đảng viên:\n- Chấp hành tốt: 80,1%.\n", "80,1%", None, None),
        (
            "Kết quả xếp loại:\n2. Tổ chức đảng, đảng viên:\n- Hoàn thành tốt nhiệm vụ: 81,3%.\n",
            "81,3%",
            None,
            "grade_good",
        ),
        # Those of all years are no members admitted.
        (
            "Kết nạp đảng viên:\n- Toàn tỉnh: 41.203 đảng viên.\n",
            "41.203",
            None,
            None,
        ),
        # A school is no degree.
        (
            "Professional qualifications:\n- Signed with An Lac University 12 contracts.\n",
            "12",
            None,
            None,
        ),
    ],
)
def test_a_line_above_says_in_which_respect(
    text: str, printed: str, indicator: str | None, attribute: str | None
) -> None:
    one = told(text)[printed]
    assert (one.indicator, one.attribute) == (indicator, attribute)


@pytest.mark.parametrize(
    "text",
    [
        "31/112 communes have a secretary who is also chairman, and 46.5% have a secretary who "
        "chairs the council.",
        "In 2022, 18 of 64 wards had one leader, and only 55% had a hall of their own.",
        "Có 27/98 xã đạt chuẩn nông thôn mới, và 51,4% xã có nhà văn hóa.",
    ],
)
def test_what_is_told_beside_a_ratio_is_not_its_share(text: str) -> None:
    found = analyse_text(text, rulebook=book())
    assert [one.share_of for one in found.observations] == [None] * len(found.observations)
    assert [one.message for one in found.findings if one.alert == "error"] == []


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        # Who is in office is on no plan; the whole province is no district's committee.
        ("1. Quy hoạch Ban Chấp hành cấp xã\nSố đương nhiệm:\n- Nữ 17%.\n", "17%", None),
        ("Cấp ủy cấp huyện:\n- Toàn tỉnh: nữ 31%.\n", "31%", None),
        # Nor are some of them, or who was added.
        ("Cấp ủy cấp huyện:\n- Bí thư: nữ 9%.\n", "9%", None),
        ("Cấp ủy cấp huyện:\n- 6 huyện miền núi: nữ 16%.\n", "16%", None),
        ("Cấp ủy cấp huyện:\n- Bổ sung: 21 đồng chí, nữ 7 (33,3%).\n", "33,3%", None),
        ("Cấp ủy cấp huyện:\n- Tỷ lệ nữ: 18%.\n", "18%", "committee_female_share"),
        # Pupils are graded too; members of before were not admitted.
        ("Xếp loại học lực học sinh:\n- Xuất sắc 13%.\n", "13%", None),
        ("Kết nạp đảng viên mới:\n- Đến năm 2022: 40.300 đảng viên.\n", "40.300", None),
        ("Kết nạp đảng viên mới:\n- Năm 2022: 1.340 đảng viên.\n", "1.340", "new_members_count"),
        ("Kết nạp đảng viên mới:\n- Xóa tên: 41 đồng chí, nữ 22%.\n", "22%", None),
    ],
)
def test_an_item_may_be_of_others_than_the_line_above(
    text: str, printed: str, indicator: str | None
) -> None:
    assert told(text)[printed].indicator == indicator


def test_a_sentence_that_begins_like_a_chapter_is_none() -> None:
    above = outlined("1. Cấp huyện\nChương trình được bảo đảm.\n- Ban Chấp hành: nữ 21%.\n")
    assert above["- Ban Chấp hành: nữ 21%."] == ["1. Cấp huyện"]


def test_a_list_may_begin_anew_below_a_number_without_a_colon() -> None:
    above = outlined(
        "1. Cấp ủy cấp huyện\n1. Ban Chấp hành\n- Nữ 21%.\n2. Ban Thường vụ\n- Nữ 19%.\n"
    )
    assert above["- Nữ 19%."] == ["2. Ban Thường vụ", "1. Cấp ủy cấp huyện"]


def test_no_line_stands_below_more_than_a_few() -> None:
    document = read_text("1. Cấp huyện:\n" * 60, rulebook=book())
    outline = Outline(document, lambda line: False)
    assert max(len(outline.above(place)) for place in range(60)) <= 12


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("I. Ban Chấp hành Đảng bộ tỉnh khóa XIV", "II. Ban Chấp hành Đảng bộ tỉnh khóa XV"),
        ("1. Ban Chấp hành Đảng bộ tỉnh (khóa cũ)", "2. Ban Chấp hành Đảng bộ tỉnh (khóa mới)"),
        ("1. Cấp ủy cấp xã\na) Nhiệm kỳ trước", "b) Nhiệm kỳ này"),
        ("1. Cấp ủy cấp xã\na) Phương án nhân sự", "b) Kết quả"),
        ("1. Cấp ủy cấp xã\nTrước Đại hội.", "Sau Đại hội."),
        ("1. Đảng viên mới kết nạp năm 2021", "2. Đảng viên mới kết nạp năm 2022"),
        ("1. Huyện Bình An", "2. Huyện Hòa Bình"),
    ],
)
def test_items_of_two_lists_contradict_each_other_nowhere(one: str, two: str) -> None:
    item = "- Tỷ lệ cán bộ nữ chiếm {}%."
    text = f"{one}\n{item.format(19)}\n{two}\n{item.format(24)}\n"
    found = analyse_text(text, rulebook=book()).findings
    assert [each.message for each in found if each.alert != "none"] == []


@pytest.mark.parametrize("heading", ["II. PLANNING RESULTS", "II. Planning of cadres"])
def test_a_plan_that_a_heading_further_up_names_is_that_of_a_body_below(heading: str) -> None:
    found = told(
        f"{heading}\n1. At provincial level\na) Executive Committee of the Provincial Party "
        "Committee: 74 comrades. By structure:\n- Women: 17 comrades, accounting for 23%;\n"
        "3. Rotation of cadres\n- Women: 12%.\n"
    )
    assert (found["23%"].indicator, found["23%"].level) == ("plan_female_share", "province")
    assert found["23%"].role == "plan"
    assert found["12%"].indicator is None
