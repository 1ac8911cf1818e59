"""Dimensions that the structure of a sentence decides: times, places, lists, conversions."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import check, extract
from pipeline.link.words import ASKED_FOR, ClauseWords
from pipeline.model import Observation


def seen(text: str, printed: str, province: str = "ha-nam") -> Observation:
    """The one fact of a text that is printed like this, with its dimensions."""
    (found,) = [one for one in extract(text, province=province) if one.fact.text == printed]
    return found


@pytest.mark.parametrize(
    ("sentence", "printed", "period"),
    [
        ("In 2023 the province admitted 1,204 new Party members.", "1,204", "2023"),
        ("By 2025, 41.5% of the villages will have a library.", "41.5%", None),
        ("By the end of 2024, the province had 61,204 Party members.", "61,204", None),
        ("Pay rose from VND 2 million in 1993 to VND 7 million in 2011.", "VND 7 million", "2011"),
        ("Farms shrank by 7.1%, and income rose from VND 2 million in 1993.", "7.1%", None),
        ("Đến hết năm 2024, toàn tỉnh có 61.204 đảng viên.", "61.204", None),
        ("Năm 2023, toàn tỉnh kết nạp 1.204 đảng viên.", "1.204", "2023"),
        ("In 2023 exports grew 2.4 times.", "2.4 times", None),
        ("Năm 2021 có 58 đồng chí và năm 2022 là 13 đồng chí được cử đi học.", "58", "2021"),
        ("Từ năm 2018 đến nay, tỉnh chi 412 tỷ đồng.", "412 tỷ đồng", None),
        ("Đại hội Đảng bộ tỉnh nhiệm kỳ 2020-2025 bầu 51 đồng chí.", "51", None),
        ("Tỷ lệ nữ trong cấp ủy nhiệm kỳ 2020-2025 đạt 21%.", "21%", "2020/2025"),
        ("Biên chế giảm 12% so với số được cấp có thẩm quyền giao năm 2015.", "12%", None),
    ],
)  # fmt: skip
def test_a_period_is_the_time_in_which_not_by_when(
    sentence: str, printed: str, period: str | None
) -> None:
    assert seen(sentence, printed).period == period


@pytest.mark.parametrize(
    ("sentence", "printed", "province"),
    [
        ("The slowest were Bac Ninh, down 11.2%; Lai Chau, down 6.4%.", "6.4%", "lai-chau"),
        ("GRDP grew by 8.2%, against a national average of 6.7%.", "6.7%", None),
        ("The town lies 31 km from Hai Phong and has 4,120 households.", "4,120", "ha-nam"),
        ("GRDP tăng 8,2%, cao hơn mức bình quân cả nước (6,7%).", "6,7%", None),
        ("Lai Chau province merged 12 communes and has 41 schools.", "41", "lai-chau"),
        ("Lai Chau province merged 12 communes. It has 41 schools.", "41", "lai-chau"),
        ("Lai Chau province merged 12 communes. Bac Ninh has 41 schools.", "41", "bac-ninh"),
        ("The school in Lai Chau has 12 classes. It has 41 teachers.", "41", "ha-nam"),
    ],
)
def test_a_number_is_of_the_place_that_its_clause_names(
    sentence: str, printed: str, province: str | None
) -> None:
    assert seen(sentence, printed).province == province


def test_the_dateline_of_an_agency_names_no_province() -> None:
    text = "Hanoi (VNA) – The Committee wants 12.5% fewer posts, its report says."
    assert [one.province for one in extract(text)] == [None]


def test_what_changed_to_a_number_is_no_amount_of_a_change() -> None:
    assert (
        seen("They strive to increase income to VND 41 million.", "VND 41 million").change is None
    )


def test_a_sum_in_another_currency_is_the_same_statement() -> None:
    text = "In 2019, budget revenue reached VND 6.1 trillion ($264 million), up 9.3%."
    sum_, converted = seen(text, "VND 6.1 trillion"), seen(text, "$264 million")
    assert converted.indicator == sum_.indicator == "budget_revenue"
    assert (converted.role, converted.period) == (sum_.role, sum_.period)


def test_a_count_that_announces_a_list_has_no_share_in_its_brackets() -> None:
    text = (
        "Output grew in all three fields of farming (5.54%), industry (14.88%) and trade (10.37%)."
    )
    assert seen(text, "5.54%").share_of is None
    assert not [one for one in check(text) if one.alert in ("warn", "error")]


def test_a_length_of_time_is_no_whole() -> None:
    text = "GRDP growth in the past six months reached 11.2%."
    assert seen(text, "11.2%").model_dump()["basis"] == "growth"


def test_sentences_whose_blank_was_lost_are_two() -> None:
    text = "Here 605 hamlets are very poor.From 2019 on the province has spent VND 17,000 billion."
    assert seen(text, "605").fact.sentence == "Here 605 hamlets are very poor."


def test_the_possessive_of_a_province_names_it() -> None:
    text = "Vinh Phuc province met. Da Nang’s budget revenue reached VND 9.6 trillion."
    assert seen(text, "VND 9.6 trillion", "vinh-phuc").province == "da-nang"


@pytest.mark.parametrize(
    ("sentence", "printed", "stated"),
    [
        # Parts of those who were elected, and a list that its head opens.
        ("Đại hội bầu 41 đồng chí vào Ban Chấp hành Đảng bộ tỉnh, gồm 27 đồng chí tái cử và "
         "14 đồng chí mới.", "14", {"body": "executive_committee", "level": "province"}),
        ("Cơ cấu Ban Chấp hành: nữ 08 đồng chí (15,69%), người DTTS 12 đồng chí (23,53%).",
         "23,53%", {"body": "executive_committee", "attribute": "ethnic_minority"}),
        ("Tổng số ủy viên Ban Thường vụ được bầu là 214 đồng chí.", "214",
         {"body": "standing_committee"}),
        ("Có 352 đồng chí tham gia Ban Chấp hành lần đầu.", "352", {"body": "executive_committee"}),
        # A place has no sex, and no committee of its own.
        ("Có 35 tỉnh có cán bộ nữ trong Ban Thường vụ.", "35",
         {"level": "province", "attribute": None, "body": None}),
        # What a bracket says of a change is of the number before it.
        ("Tỷ lệ nữ trong cấp ủy đạt 16% (tăng 2% so với nhiệm kỳ trước).", "2%",
         {"indicator": "committee_female_share", "change": "increase", "attribute": "female"}),
        ("Chỉ số PCI tăng 5,03 điểm so với năm 2021 (70,16 điểm).", "70,16 điểm",
         {"role": "previous", "period": "2021", "change": None}),
        # By how much something fell is no share of what it fell to.
        ("Số đơn vị hành chính cấp xã giảm từ 262 xuống còn 216 (17,6%).", "17,6%",
         {"change": "decrease", "share_of": None}),
        # What a label or the noun of an inspection stands for.
        ("Đơn vị sự nghiệp công lập: năm 2017 có 419; nay còn 302, giảm 117, bằng 27,9%.", "27,9%",
         {"indicator": "public_service_units_reduced_share"}),
        ("Giám sát 203 tổ chức đảng, tăng 18 tổ chức so với cùng kỳ.", "18",
         {"indicator": "supervised_orgs_count"}),
        ("Kiểm tra 12 tổ chức đảng và 60 đảng viên khi có dấu hiệu vi phạm.", "12",
         {"indicator": "violation_signs_inspected_count"}),
        ("Thu tăng 8% so với năm 2016 (vượt mục tiêu 0,4%).", "0,4%", {"period": None}),
        ("Có 41 trưởng thôn là đảng viên và 27 trưởng thôn trẻ.", "27", {"population": None}),
        ("Toàn tỉnh có 4.100 đảng viên là người dân tộc thiểu số.", "4.100",
         {"population": "party_members", "attribute": "ethnic_minority"}),
        ("Nông nghiệp tăng 3%, đóng góp 6,1% vào mức tăng chung.", "6,1%", {"change": None}),
        ("Thu tăng ở nhiều nơi, có 5 huyện thu trên 100 tỷ đồng.", "5", {"change": None}),
        # A bound of a change, and the level that something came to.
        ("Mỗi năm tỷ lệ hộ nghèo giảm từ 1% trở lên.", "1%", {"change": "decrease"}),
        ("Tỷ lệ hộ nghèo giảm từ 9,4% xuống 3,1%.", "9,4%", {"change": None}),
        ("Tỉnh giảm 7 đơn vị cấp xã, còn 209.", "209", {"change": None}),
        ("Tỉnh giảm 46 đơn vị cấp xã.", "46", {"indicator": "admin_units_reduced_count"}),
        ("Tại 46 đơn vị cấp xã đã có điện.", "46", {"indicator": None, "level": "commune"}),
        ("Đơn vị sự nghiệp công lập giảm 216 đơn vị.", "216",
         {"indicator": "public_service_units_reduced_count"}),
        ("Biên chế công chức năm 2025 là 2.012 chỉ tiêu.", "2.012",
         {"indicator": "staffing_quota"}),
        ("Nữ lãnh đạo, quản lý cấp tỉnh chiếm 21,5%, cấp huyện 24,3%.", "24,3%",
         {"population": "leaders_managers", "attribute": "female", "level": "district"}),
        ("Trình độ cao đẳng 53 người, chiếm 3,9% và trung cấp 223 người.", "3,9%",
         {"attribute": "college_degree"}),
        ("Người trúng cử là người trẻ tuổi (dưới 40 tuổi) có 47 người.", "47",
         {"attribute": "age<40"}),
        ("Ông có số phiếu tín nhiệm cao là 56/64 phiếu, đạt 87,5%.", "87,5%",
         {"indicator": "vote_of_confidence_share"}),
        ("Số phiếu tín nhiệm cao: 49 phiếu (chiếm 84,48% số đại biểu).", "84,48%",
         {"indicator": "vote_of_confidence_share"}),
        ("Ban Chấp hành Đảng bộ tỉnh khóa này, nhiệm kỳ 2020 - 2025 gồm 49 đồng chí.", "49",
         {"body": "executive_committee", "level": "province"}),
        ("Toàn tỉnh có 45 xã (23%) được công nhận đạt chuẩn nông thôn mới.", "23%",
         {"indicator": "ntm_communes_share"}),
        ("Lấy phiếu tín nhiệm đối với 11 chức danh do HĐND tỉnh bầu.", "11", {"level": None}),
        ("Đã điều động, luân chuyển, bổ nhiệm 244 cán bộ.", "244", {"indicator": None}),
    ],
)  # fmt: skip
def test_what_a_list_a_label_or_a_bracket_says_is_of_its_numbers(
    sentence: str, printed: str, stated: dict[str, str | None]
) -> None:
    found = seen(sentence, printed)
    assert {name: getattr(found, name) for name in stated} == stated


def test_a_number_of_a_year_to_come_is_no_result() -> None:
    head = "REPORT\nHa Nam, 12 December 2023\n\n"
    text = head + "In 2024, GRDP reaches 9.1%. In 2023 GRDP grew by 8.2%."
    roles = {one.fact.text: one.role for one in extract(text, province="ha-nam")}
    assert (roles["9.1%"], roles["8.2%"]) == ("target", "actual")


def test_a_kind_of_cell_is_no_result_of_what_the_sentence_tells() -> None:
    text = "They admit 210 Party members; cells under 5 members are to merge."
    assert seen(text, "5").indicator is None


def test_a_pattern_is_left_out_only_where_it_could_not_match(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reports = sorted((Path(__file__).parents[1] / "corpus").glob("*.txt"))[::3]
    texts = [path.read_text("utf-8") for path in reports]
    found = [extract(text) for text in texts]
    monkeypatch.setattr(ClauseWords, "lists_in", lambda _words, _text: ASKED_FOR)
    assert found == [extract(text) for text in texts]
