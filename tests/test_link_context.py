"""Dimensions that a number's own clause leaves unsaid and the words around it say."""

from __future__ import annotations

import pytest

from pipeline import check, extract
from pipeline.model import Observation


def seen(text: str, printed: str) -> Observation:
    """The one fact of a text that is printed like this, with its dimensions."""
    (found,) = [one for one in extract(text, province="ha-nam") if one.fact.text == printed]
    return found


@pytest.mark.parametrize(
    ("text", "printed", "body", "level"),
    [
        # The parts of a whole are of the same body.
        (
            "Đại hội bầu 47 đồng chí vào Ban Chấp hành Đảng bộ tỉnh, gồm 29 đồng chí tái cử.",
            "29",
            "executive_committee",
            "province",
        ),
        (
            "In all 1,840 comrades were elected to commune-level Party committees, including 412 "
            "women and 97 people of ethnic minorities.",
            "97",
            "party_committee",
            "commune",
        ),
        # A body is named in full once.
        (
            "Đại hội bầu Ban Chấp hành Đảng bộ tỉnh có 47 đồng chí. Cơ cấu Ban Chấp hành: nữ 9 "
            "đồng chí (19,15%).",
            "19,15%",
            "executive_committee",
            "province",
        ),
        # A sentence without a group goes on with that of the sentence before.
        (
            "In all 1,840 comrades were elected to commune-level Party committees. Those under "
            "40 make up 21.3%.",
            "21.3%",
            "party_committee",
            "commune",
        ),
        # But not over a paragraph, nor where it has a group of its own.
        (
            "In all 1,840 comrades were elected to commune-level Party committees.\n\nWomen make "
            "up 21.3%.",
            "21.3%",
            None,
            None,
        ),
        (
            "In all 1,840 comrades were elected to commune-level Party committees. Women make up "
            "21.3% of civil servants.",
            "21.3%",
            None,
            None,
        ),
        # What a list ends with is not the whole of what follows behind a semicolon.
        (
            "Có 940 hồ sơ gồm 610 hồ sơ cấp tỉnh, 330 hồ sơ cấp xã; trong đó trực tuyến là 702.",
            "702",
            None,
            None,
        ),
    ],
)
def test_the_body_that_was_named_before(
    text: str, printed: str, body: str | None, level: str | None
) -> None:
    found = seen(text, printed)
    assert (found.body, found.level) == (body, level)


@pytest.mark.parametrize(
    ("text", "printed", "level"),
    [
        ("Thôn, tổ dân phố: từ 1.412 còn 986, giảm 426.", "426", "village"),
        ("At the provincial level, 13 departments are left.", "13", "province"),
        ("Cấp tỉnh: 13 cơ quan.", "13", "province"),
        ("At the provincial level, 13 departments are left; 40 schools were merged.", "40", None),
        (
            "Secretaries are not locals in 86/104 communes; the two posts are one person's in "
            "71/104 places.",
            "71/104",
            "commune",
        ),
        ("Biên chế cấp xã được giao 6.120 người.", "6.120", "commune"),
    ],
)
def test_the_level_that_a_sentence_opens_with(text: str, printed: str, level: str | None) -> None:
    assert seen(text, printed).level == level


@pytest.mark.parametrize(
    ("text", "printed", "population"),
    [
        ("The province has 41,200 members in 390 Party cells.", "41,200", "party_members"),
        ("The Youth Union has 41,200 members.", "41,200", None),
        ("Kết nạp 1.204 đảng viên mới. Nữ chiếm 51,3%.", "51,3%", "new_party_members"),
        (
            "Đảng viên dưới 30 tuổi chiếm 34,1%, nữ chiếm 28,2%.",
            "28,2%",
            "party_members",
        ),
        (
            "Of the 812 civil servants at commune level, 95.8% hold a university degree.",
            "95.8%",
            "civil_servants",
        ),
        ("Party admission: 618 in eight months.", "618", "new_party_members"),
        (
            "Tỷ lệ nữ lãnh đạo, quản lý cấp tỉnh 21,5%, cấp huyện 24,3%.",
            "24,3%",
            "leaders_managers",
        ),
        (
            "Theo quy định, số đảng viên xuất sắc không quá 20% số hoàn thành tốt.",
            "20%",
            "party_members",
        ),
        ("Có 45 cán bộ. Số xuất sắc không quá 20% số hoàn thành tốt.", "20%", None),
    ],
)
def test_the_people_that_a_number_is_of(text: str, printed: str, population: str | None) -> None:
    assert seen(text, printed).population == population


def test_the_evidence_of_another_sentence_stands_where_it_says() -> None:
    text = "Kết nạp 1.204 đảng viên mới. Nữ chiếm 51,3%."
    (people,) = [one for one in seen(text, "51,3%").evidence if one.dimension == "population"]
    assert text[people.start : people.end] == people.text == "đảng viên mới"


def test_who_is_elected_to_a_committee_is_no_cadre_appointed() -> None:
    text = "In all 1,840 comrades were appointed or elected to commune-level Party committees."
    assert seen(text, "1,840").topic == "committee"
    assert seen(text, "1,840").indicator is None


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        # What changed is what the level before the bracket is of.
        (
            "The poverty rate was 4.12% (down 0.63 percentage points).",
            "0.63 percentage points",
            "poverty_rate",
        ),
        # A number without a noun of its own counts what its clause is about.
        (
            "Đơn vị sự nghiệp công lập giảm 104 đơn vị.",
            "104",
            "public_service_units_reduced_count",
        ),
        (
            "The province reduced 11 focal points and nine public service units.",
            "nine",
            "public_service_units_reduced_count",
        ),
        # Members and the organizations that they are in are the stock of a province.
        (
            "The Party organization has 54,100 members in 410 grassroots Party organizations.",
            "410",
            "party_orgs_grassroots_total",
        ),
        ("Its 3 Party cells have 41 members.", "3", None),
        ("Party membership passed 54,000.", "54,000", "party_members_total"),
    ],
)
def test_the_indicator_that_the_words_around_give(
    text: str, printed: str, indicator: str | None
) -> None:
    assert seen(text, printed).indicator == indicator


def test_one_person_in_two_posts_whatever_the_words() -> None:
    for text in (
        "The secretary is at the same time Chairman of the People's Council in 61/74 communes.",
        "In 61/74 communes the Chairman of the People's Council is also secretary.",
        "Bí thư đảng ủy kiêm giữ chức danh chủ tịch HĐND ở 61/74 xã.",
    ):
        found = seen(text, "61/74")
        assert (found.topic, found.level) == ("secretary_council", "commune"), text


def test_a_deputy_is_no_secretary() -> None:
    text = "The deputy secretary is also Chairman of the People's Council in 9/74 communes."
    assert seen(text, "9/74").indicator is None


@pytest.mark.parametrize(
    ("text", "printed", "unsaid"),
    [
        ("Khen thưởng 12.000 đảng viên và 450 chi bộ.", "12.000", "indicator"),
        ("Trao huy hiệu cho 12.500 đảng viên, thành lập 30 chi bộ.", "30", "indicator"),
        ("Có 10.000 đảng viên được miễn sinh hoạt, 12 chi bộ giải thể.", "12", "indicator"),
        ("Có 69.132 đảng viên ký cam kết ở 2.250 chi bộ.", "69.132", "indicator"),
        ("A total of 15,000 Party members and 320 Party cells attended.", "15,000", "indicator"),
        ("Ban Chấp hành Đảng bộ tỉnh có 51 đồng chí. Lao động nữ chiếm 8%.", "8%", "body"),
        (
            "The Executive Committee has 51 members. In factories, women make up 61.5%.",
            "61.5%",
            "body",
        ),
        (
            "Tỉnh ủy kiểm tra 63 tổ chức và 120 đảng viên. Lao động nữ chiếm 48%.",
            "48%",
            "population",
        ),
        ("Toàn tỉnh có 3.245 công chức. Nữ chiếm 51% dân số.", "51%", "population"),
        (
            "Bầu 51 đồng chí vào Ban Chấp hành, gồm 33 đồng chí tái cử; biểu dương 18 đồng chí.",
            "18",
            "body",
        ),
        (
            "Bầu 51 đồng chí vào Ban Chấp hành, gồm 33 đồng chí tái cử; điều động 18 đồng chí.",
            "18",
            "body",
        ),
        ("Có 88/102 xã đạt chuẩn. Đã khởi công 60/102 dự án.", "60/102", "level"),
        ("Khen thưởng 12 bí thư chi bộ, trưởng thôn, trưởng ban Mặt trận.", "12", "indicator"),
        ("The Party cell helped set up 3 cooperatives with 150 members.", "150", "population"),
    ],
)
def test_nothing_is_taken_over_words_that_may_say_otherwise(
    text: str, printed: str, unsaid: str
) -> None:
    assert getattr(seen(text, printed), unsaid) is None


def test_a_list_of_parts_goes_on_behind_a_semicolon() -> None:
    text = "Bầu 1.840 đồng chí vào cấp ủy cấp xã, trong đó: nữ 412 đồng chí; dân tộc thiểu số 97."
    found = seen(text, "97")
    assert (found.body, found.level) == ("party_committee", "commune")


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2023, Đảng bộ tỉnh có 12.500 đảng viên ở 450 chi bộ.\nNăm 2023, trao giấy khen cho "
        "15.200 đảng viên và 60 chi bộ.",
        "Năm 2022, Đảng bộ tỉnh có 69.312 đảng viên ở 2.450 chi bộ.\nNăm 2023, tặng giấy khen "
        "12.500 đảng viên và 60 chi bộ, giảm 5% so với năm 2022.",
        "Tỷ lệ nữ trong cấp ủy phải đạt từ 15% trở lên.\nBan Chấp hành Đảng bộ tỉnh có 51 đồng "
        "chí. Lao động nữ trong khu công nghiệp chiếm 8%.",
        "Ban Thường vụ Tỉnh ủy có 15 đồng chí. Trong công nhân, nữ chiếm 61,53%, người dân tộc "
        "thiểu số chiếm 22,19%.",
    ],
)
def test_what_others_are_said_to_be_accuses_nobody(text: str) -> None:
    assert [one for one in check(text, province="ha-giang") if one.alert != "none"] == []


@pytest.mark.parametrize(
    ("text", "printed", "level", "population", "attribute"),
    [
        (
            "Toàn tỉnh có 1.240 công chức nữ; trong đó cấp tỉnh có 310, huyện: 420, xã: 510.",
            "420",
            "district",
            "civil_servants",
            "female",
        ),
        (
            "Tỷ lệ đại biểu HĐND các cấp là nữ chiếm 31%, trong đó cấp tỉnh 17/52 đại biểu; cấp "
            "huyện 96/310 đại biểu.",
            "96/310",
            "district",
            None,
            "female",
        ),
        (
            "The province has 1,240 civil servants, of whom 310 are at the provincial level and "
            "930 at the commune level.",
            "930",
            "commune",
            "civil_servants",
            None,
        ),
        # Other nouns, other verbs and unknown words are of others.
        (
            "Toàn tỉnh có 1.240 công chức nữ; trong đó cấp tỉnh có 310 hộ.",
            "310",
            "province",
            None,
            None,
        ),
        (
            "The province has 1,240 civil servants, of whom 310 moved house at the commune level.",
            "310",
            "commune",
            None,
            None,
        ),
        ("Toàn tỉnh có 1.240 công chức nữ; cấp huyện có 420.", "420", "district", None, None),
    ],
)
def test_a_whole_by_its_levels(
    text: str, printed: str, level: str, population: str | None, attribute: str | None
) -> None:
    one = seen(text, printed)
    assert (one.level, one.population, one.attribute) == (level, population, attribute)


def test_units_of_which_only_the_first_are_said_to_be_of_a_level() -> None:
    text = "Tỉnh đã sắp xếp 112 đơn vị hành chính cấp xã thành 41 đơn vị mới, giảm 71 đơn vị."
    assert [seen(text, one).level for one in ("112", "41", "71")] == ["commune"] * 3


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        ("Đảng bộ tỉnh hiện có 71.204 đảng viên.", "71.204", "party_members_total"),
        ("Đảng bộ tỉnh có 12.400 đảng viên được khen thưởng.", "12.400", None),
        (
            "In 2024 the Party Organization of Son La province had 71,204 members in 512 "
            "grassroots Party organizations.",
            "71,204",
            "party_members_total",
        ),
    ],
)
def test_members_are_the_stock_unless_more_is_said_of_them(
    text: str, printed: str, indicator: str | None
) -> None:
    assert seen(text, printed).indicator == indicator


def test_a_printed_apostrophe_is_one() -> None:
    """Reports of the web print ’ for ' in People's Council and master's degree."""
    typed = (
        "The Provincial People's Council has 52 members, 14 of them women (26.92%). The Commune "
        "Party Committee's Inspection Commission inspected 12 members. In all 310 civil servants "
        "hold a master's degree."
    )
    of = ("level", "body", "population", "attribute", "indicator", "topic")

    def told(text: str) -> list[tuple[str | None, ...]]:
        return [tuple(getattr(one, name) for name in of) for one in extract(text)]

    assert told(typed) == told(typed.replace("'", "’"))
    assert tuple(one.body for one in extract(typed) if one.fact.text in ("52", "12")) == (
        "peoples_council",
        "inspection_commission",
    )


@pytest.mark.parametrize(
    ("text", "printed", "body", "level"),
    [
        # The body of the clause is the one that has an owner behind it, whatever its name.
        (
            "The Standing Committee of the Kim Long District Party Committee has 12 members.",
            "12",
            "standing_committee",
            "district",
        ),
        (
            "Women hold 17.9% of seats in the Executive Committee of the 11th Provincial Party "
            "Committee.",
            "17.9%",
            "executive_committee",
            "province",
        ),
        # Each body with its own size.
        (
            "They elected an Executive Committee of 49 comrades and a Standing Committee of 14.",
            "49",
            "executive_committee",
            None,
        ),
        (
            "They elected 15 members of the Standing Board, 11 members of the Provincial Party "
            "Committee's Inspection Commission.",
            "11",
            "inspection_commission",
            "province",
        ),
        # Of 15 comrades two are women: they sit where the 15 do.
        (
            "Ban Thường vụ Tỉnh ủy có 15 đồng chí, nữ 2 đồng chí, chiếm 13,3%.",
            "13,3%",
            "standing_committee",
            "province",
        ),
        ("Ban Chấp hành gồm 72 đồng chí, Ban Thường vụ gồm 21.", "21", "standing_committee", None),
    ],
)
def test_the_body_that_a_number_counts_members_of(
    text: str, printed: str, body: str | None, level: str | None
) -> None:
    one = seen(text, printed)
    assert (one.body, one.level) == (body, level)


def test_a_level_right_behind_a_share_is_its_own() -> None:
    text = "Women make up 18.3% at the district level and 24.1% at the commune level."
    assert [seen(text, one).level for one in ("18.3%", "24.1%")] == ["district", "commune"]


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        (
            "Đã kiểm tra 450 tổ chức đảng và 206 đảng viên (tăng 230 tổ chức và 124 đảng viên).",
            "230",
            "inspected_orgs_count",
        ),
        ("Toàn tỉnh kết nạp được 821/1.450 chỉ tiêu (56,62%).", "56,62%", "new_members_plan_share"),
        ("Thu ngân sách vượt 3% dự toán.", "3%", None),
        ("Thu ngân sách tăng 10% so với dự toán.", "10%", None),
        ("Thu ngân sách đạt 110% dự toán.", "110%", "budget_revenue_plan_share"),
        (
            "Xã nông thôn mới đạt 20%; số doanh nghiệp đăng ký thành lập mới tăng 11%.",
            "11%",
            None,
        ),
        (
            "Toàn Đảng bộ tỉnh có 166 tổ chức đảng trong doanh nghiệp ngoài khu vực nhà nước.",
            "166",
            "private_enterprise_party_orgs_count",
        ),
        (
            "In all 84 commune-level administrative units were cut.",
            "84",
            "admin_units_reduced_count",
        ),
        ("Import and export turnover reached 12 billion USD.", "12 billion USD", None),
    ],
)
def test_what_a_number_measures_and_what_it_does_not(
    text: str, printed: str, indicator: str | None
) -> None:
    assert seen(text, printed).indicator == indicator


def test_what_is_said_behind_two_joined_shares() -> None:
    text = "Có 85% tổ chức cơ sở đảng và 90% đảng viên hoàn thành tốt nhiệm vụ."
    first, second = seen(text, "85%"), seen(text, "90%")
    assert (first.indicator, first.level) == ("party_org_rating_share", "grassroots")
    assert (second.indicator, second.level) == ("party_member_rating_share", None)
    other = "12% of communes and 30% of members of ethnic minorities took part."
    assert seen(other, "12%").attribute is None


@pytest.mark.parametrize(
    ("text", "printed", "field", "value"),
    [
        # A part is no larger than its whole, and its clause is of nothing else.
        (
            "Ban Thường vụ Tỉnh ủy có 15 đồng chí, toàn tỉnh có nữ cán bộ 1.250 đồng chí.",
            "1.250",
            "body",
            None,
        ),
        ("Huyện ủy có 41 đồng chí, đại học 1.200 đồng chí.", "1.200", "body", None),
        # A label at the number says its level.
        (
            "The province has 609 Khmer cadres; of which provincial level: 151, district: 208.",
            "208",
            "level",
            "district",
        ),
        # By how much a plan was passed is no rate.
        ("Kết nạp 8.400/6.500 đảng viên (vượt 29,2%).", "29,2%", "indicator", None),
        # Where members meet makes them no others.
        (
            "Đảng bộ tỉnh có 69.312 đảng viên sinh hoạt tại 485 tổ chức cơ sở đảng.",
            "69.312",
            "indicator",
            "party_members_total",
        ),
    ],
)
def test_what_words_of_others_leave_to_a_number(
    text: str, printed: str, field: str, value: str | None
) -> None:
    assert getattr(seen(text, printed), field) == value


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        # A list, or a line that opens with a respect, takes apart whom the line before counted.
        (
            "Quy hoạch cấp ủy cấp huyện có 655 đồng chí. Cơ cấu như sau:\n- Về giới: nữ 190 "
            "đồng chí (29,0%);\n- Về trình độ: đại học trở lên 100%.",
            "29,0%",
            "plan_female_share",
        ),
        (
            "Quy hoạch cấp ủy cấp huyện có 655 đồng chí. Cơ cấu như sau:\n- Về giới: nữ 190 "
            "đồng chí (29,0%);\n- Về trình độ: đại học trở lên 100%.",
            "100%",
            "plan_university_share",
        ),
        (
            "Quy hoạch cấp ủy cấp huyện có 655 đồng chí.\nCơ cấu: dưới 40 tuổi chiếm 18,6%.",
            "18,6%",
            "plan_young_share",
        ),
        (
            "Phân tích cơ cấu cán bộ trong quy hoạch:\n1. Nữ chiếm 27,4%;\n2. Dân tộc thiểu số "
            "chiếm 41,8%.",
            "41,8%",
            "plan_ethnic_minority_share",
        ),
        (
            "There are 540 comrades in planning.\nBy structure:\n- provincial Executive "
            "Committee: female 23.4%;\n- district standing committees: female 25.1%.",
            "25.1%",
            "plan_female_share",
        ),
        # What stands on a plan is in no office, and a count of it none of those in office.
        (
            "Quy hoạch cấp ủy cấp huyện có 655 đồng chí.\nCơ cấu: dưới 40 tuổi 122 đồng chí.",
            "122",
            None,
        ),
        # Another paragraph is of another group, and so is an item with a group of its own.
        (
            "Quy hoạch cấp ủy cấp huyện có 655 đồng chí.\nNữ chiếm 29,0%.",
            "29,0%",
            None,
        ),
        (
            "Quy hoạch cấp ủy cấp huyện có 655 đồng chí. Cơ cấu như sau:\n- Công chức là nữ chiếm "
            "44,5%.",
            "44,5%",
            None,
        ),
        # A committee that is called by a shorter name goes on.
        (
            "Cấp ủy cấp xã có 2.140 đồng chí. Cấp ủy viên dưới 42 tuổi: 610 đồng chí, đạt 28,5%. "
            "Người dân tộc thiểu số chiếm 16,4%.",
            "16,4%",
            "committee_ethnic_minority_share",
        ),
        (
            "Cấp ủy cấp xã có 2.140 đồng chí. Công chức nữ chiếm 41%. Người dân tộc thiểu số "
            "chiếm 16,4%.",
            "16,4%",
            None,
        ),
        # Commas in a label.
        (
            "Số cấp ủy viên được bầu, chỉ định: 1.960 đồng chí; phụ nữ 460, chiếm 23,5%.",
            "23,5%",
            "committee_female_share",
        ),
        # Verbs of a share.
        (
            "The province admitted 1,730 people to the Party. Women constitute 46.8% of them.",
            "46.8%",
            "new_members_female_share",
        ),
    ],
)
def test_what_a_list_or_a_sentence_takes_apart(text, printed, indicator):
    assert seen(text, printed).indicator == indicator
