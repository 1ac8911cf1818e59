"""Levels and groups that are told once for a run of numbers, and the words that end them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import analyse, extract
from pipeline.model import Observation

Dimensions = tuple[str | None, ...]


def seen(text: str, printed: str) -> Observation:
    """The observation of a number as it is printed."""
    return next(one for one in extract(text) if one.fact.text == printed)


@pytest.mark.parametrize(
    ("text", "printed", "level"),
    [
        ("Cấp tỉnh giảm 03 sở và 26 phòng chuyên môn; cấp huyện giảm 31 phòng.", "26", "province"),
        ("Cấp xã giảm 312 công chức và 476 người không chuyên trách.", "476", "commune"),
        (
            "At district level there are 61 women (15.9%) and 38 members under 47; others follow.",
            "38",
            "district",
        ),
        ("Cấp tỉnh có 14 sở (giảm 6), 98 phòng (giảm 57).", "98", "province"),
        # A noun with a level of its own, a wider word or another subject ends it.
        ("Cấp tỉnh giảm 03 sở và 26 thôn.", "26", "village"),
        ("Cấp tỉnh giảm 03 sở và toàn tỉnh giảm 260 phòng.", "260", None),
        ("Cấp tỉnh giảm 03 sở, các trường học tuyển 26 người.", "26", None),
        ("Districts reviewed 845 procedures, cut the time of 602 procedures.", "602", None),
    ],
)
def test_the_clause_goes_on_at_its_level(text: str, printed: str, level: str | None) -> None:
    assert seen(text, printed).level == level


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        (
            "Cán bộ chủ chốt cấp tỉnh xếp loại xuất sắc chiếm 19,6%; cấp huyện 17,5%.",
            "17,5%",
            ("district", "leaders_managers", "grade_excellent"),
        ),
        (
            "Leaders and managers who completed their tasks excellently make up 19.6% at "
            "provincial level; at district level, 17.5%.",
            "17.5%",
            ("district", "leaders_managers", "grade_excellent"),
        ),
        # Not where its own words speak of others, nor where two parts stand before it.
        (
            "Cán bộ chủ chốt cấp tỉnh xếp loại xuất sắc chiếm 19,6%; cấp huyện trẻ em chiếm 17,5%.",
            "17,5%",
            ("district", None, None),
        ),
        (
            "Ở cấp tỉnh có 12 đồng chí nữ, 8 đồng chí là người dân tộc thiểu số; ở cấp huyện có "
            "38 đồng chí.",
            "38",
            ("district", None, None),
        ),
    ],
)
def test_another_level_of_the_same_group(text: str, printed: str, expected: Dimensions) -> None:
    found = seen(text, printed)
    assert (found.level, found.population, found.attribute) == expected


@pytest.mark.parametrize(
    ("text", "printed", "level"),
    [
        (
            "Cấp tỉnh có 78 ủy viên, cấp huyện 402, cấp xã 1.464; tỷ lệ nữ lần lượt là 34,6%, "
            "35,3% và 31,9%.",
            "35,3%",
            "district",
        ),
        # Of another body than those that were counted.
        (
            "Cấp tỉnh có 78 ủy viên, cấp huyện 402; tỷ lệ nữ trong đảng ủy cấp xã và trong chi bộ "
            "lần lượt là 34,6% và 35,3%.",
            "34,6%",
            "commune",
        ),
    ],
)
def test_shares_in_the_order_of_the_levels(text: str, printed: str, level: str | None) -> None:
    assert seen(text, printed).level == level


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        (
            "Among the 318 members of district-level Party committees, 57 are women (17.9%).",
            "57",
            ("district", "party_committee"),
        ),
        (
            "Trong số 318 cấp ủy viên cấp huyện, có 57 đồng chí nữ.",
            "57",
            ("district", "party_committee"),
        ),
        # More than there are, and others.
        (
            "Among the 318 members of district-level Party committees, 570 are women.",
            "570",
            (None, None),
        ),
        (
            "Among the 318 members of district-level Party committees few are young; of teachers, "
            "57 are women.",
            "57",
            (None, None),
        ),
    ],
)
def test_counts_of_the_people_that_a_sentence_opens_with(
    text: str, printed: str, expected: Dimensions
) -> None:
    found = seen(text, printed)
    assert (found.level, found.body) == expected


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        (
            "UBKT các cấp kiểm tra 128 tổ chức đảng; giám sát 439 tổ chức đảng.",
            "439",
            ("all", "inspection_commission"),
        ),
        # Whoever inspects need not be who disciplines, and another may be named.
        (
            "UBKT các cấp kiểm tra 128 tổ chức đảng; thi hành kỷ luật 43 đảng viên.",
            "43",
            (None, None),
        ),
        (
            "UBKT các cấp kiểm tra 128 tổ chức đảng; các đoàn công tác giám sát 439 tổ chức đảng.",
            "439",
            (None, None),
        ),
        (
            "UBKT huyện ủy kiểm tra 12 tổ chức đảng, trong đó có 3 cấp ủy viên; giám sát 19 tổ "
            "chức đảng.",
            "19",
            ("district", "inspection_commission"),
        ),
        (
            "Các cấp ủy kỷ luật 183 đảng viên, trong đó: BTV Tỉnh ủy 7, đảng ủy xã 93.",
            "93",
            ("commune", "party_committee"),
        ),
        (
            "Party committees disciplined 183 members, namely 7 by the Provincial Party Standing "
            "Committee and 48 by district-level Party committees.",
            "7",
            ("province", "standing_committee"),
        ),
        # What is counted is no actor.
        (
            "UBKT Tỉnh ủy kiểm tra 12 đảng viên, tổ chức đảng 35.",
            "35",
            ("province", "inspection_commission"),
        ),
    ],
)
def test_who_acted(text: str, printed: str, expected: Dimensions) -> None:
    found = seen(text, printed)
    assert (found.level, found.body) == expected


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        (
            "Tại đại hội đảng bộ cấp xã, bầu 2.574 đồng chí vào ban chấp hành, nữ 621 đồng chí.",
            "621",
            ("commune", "executive_committee"),
        ),
        (
            "In all 634 people were elected to executive committees and 164 to standing "
            "committees.",
            "164",
            (None, "standing_committee"),
        ),
        # A committee of another level, and people who were only introduced to it.
        (
            "Tại đại hội đảng bộ cấp xã, bầu 12 đồng chí vào Ban Chấp hành Đảng bộ tỉnh.",
            "12",
            ("province", "executive_committee"),
        ),
        ("In all 634 people attended, and 164 went to standing committees.", "164", (None, None)),
    ],
)
def test_those_whom_a_congress_elects(text: str, printed: str, expected: Dimensions) -> None:
    found = seen(text, printed)
    assert (found.level, found.body) == expected


@pytest.mark.parametrize(
    ("text", "printed", "attribute"),
    [
        ("Xếp loại: hoàn thành tốt 69,9%, hoàn thành 10,8%.", "10,8%", "grade_completed"),
        ("In the rating 69.9% completed tasks well and 10.8% completed them.", "10.8%",
         "grade_completed"),
        ("Xếp loại đảng viên hoàn thành tốt 69,9%; hoàn thành 29 công trình.", "29", None),
        ("Tỉnh hoàn thành 10,8% kế hoạch.", "10,8%", None),
        ("Ban Chấp hành có 51 đồng chí, nữ 9 đồng chí, trẻ 6 đồng chí.", "6", "age<40"),
        ("Trạm y tế khám cho 51 người, trẻ 6 tháng tuổi được tiêm.", "51", None),
        ("Tỷ lệ suy dinh dưỡng: nữ 9%, trẻ em 6,5%.", "6,5%", None),
        ("Kỷ luật 17 đảng viên, khiển trách đối với 9 đảng viên.", "9", "disc_reprimand"),
        ("Khiển trách 17 đảng viên và 9 tổ chức đảng.", "17", "disc_reprimand"),
    ],
)  # fmt: skip
def test_short_names_in_a_list(text: str, printed: str, attribute: str | None) -> None:
    assert seen(text, printed).attribute == attribute


LED = """Tỷ lệ nữ trong Ban Chấp hành Đảng bộ các cấp:

- Cấp huyện: 74 người (20,3%).

- Cấp xã tuyển dụng 85 người.

- Cấp xã có 96 trạm.

Cơ cấu Ban Thường vụ Tỉnh ủy và UBND tỉnh:

- Nữ: 12 đồng chí.
"""


def test_a_line_says_whom_its_items_are_of(tmp_path: Path) -> None:
    report = tmp_path / "a.vi.txt"
    report.write_text(LED, encoding="utf-8")
    found = {
        one.fact.text: (one.level, one.body, one.attribute) for one in analyse(report).observations
    }
    assert found["74"] == ("district", "executive_committee", "female")
    assert found["20,3%"] == ("district", "executive_committee", "female")
    assert found["85"][1:] == (None, None)
    assert found["96"][1:] == (None, None)
    assert found["12"][1:] == (None, "female")


@pytest.mark.parametrize(
    ("text", "printed", "level"),
    [
        ("Women are 29.8% in district councils and 27.1% in commune councils.", "27.1%", "commune"),
        ("In 2023, 612 people in communes, 188 in schools and 47 in firms.", "188", None),
        (
            "Tỷ lệ nữ ở cấp tỉnh là 24,1%, ở cấp huyện 21,8%; tỷ lệ cán bộ trẻ lần lượt là 6,2% và "
            "9,4%.",
            "6,2%",
            "province",
        ),
        # The same part again says nothing of the levels before it.
        (
            "Tỷ lệ nữ ở cấp tỉnh là 24,1%, ở cấp huyện 21,8%; tỷ lệ nữ hai năm trước lần lượt là "
            "6,2% và 9,4%.",
            "6,2%",
            "district",
        ),
        (
            "Trình độ công chức cấp tỉnh: thạc sĩ 312 người; cấp huyện: thạc sĩ 188 người, đại học "
            "902 người.",
            "902",
            "district",
        ),
    ],
)
def test_a_level_is_that_of_the_nearest_words(text: str, printed: str, level: str | None) -> None:
    assert seen(text, printed).level == level


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        (
            "UBKT Tỉnh ủy kiểm tra 14 tổ chức đảng, UBKT cấp huyện 97 tổ chức đảng.",
            "97",
            ("district", "inspection_commission"),
        ),
        (
            "The Provincial Inspection Commission inspected 14 organizations and district-level "
            "inspection commissions 97.",
            "14",
            ("province", "inspection_commission"),
        ),
        (
            "BCH đảng bộ cấp huyện có 412 đồng chí, trong đó tái cử 281 đồng chí; BTV có 126 đồng "
            "chí, nữ 14 đồng chí.",
            "14",
            (None, "standing_committee"),
        ),
        (
            "District-level standing committees have 117 members: 16 women and 7 under 40.",
            "16",
            ("district", "standing_committee"),
        ),
        ("Tỉnh ủy viên 68 đồng chí, nữ 17 đồng chí.", "17", ("province", "executive_committee")),
        ("Tỉnh ủy viên phụ trách đã trao 68 suất quà.", "68", ("province", None)),
    ],
)
def test_the_nearest_body_is_meant(text: str, printed: str, expected: Dimensions) -> None:
    found = seen(text, printed)
    assert (found.level, found.body) == expected


@pytest.mark.parametrize(
    ("text", "printed", "change"),
    [
        # The parts of the whole, not of what it grew by.
        ("Kỷ luật 147 đảng viên, tăng 12 đảng viên, gồm khiển trách 101, cảnh cáo 46.", "46", None),
        ("Giảm 147 công chức, gồm cấp tỉnh 101, cấp huyện 46.", "46", "decrease"),
    ],
)
def test_parts_of_a_whole_and_parts_of_a_change(
    text: str, printed: str, change: str | None
) -> None:
    assert seen(text, printed).change == change


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        (
            "Số cán bộ nữ tham gia cấp ủy cấp huyện là 71 đồng chí; tham gia BTV cấp huyện 19 "
            "đồng chí.",
            "19",
            ("district", "standing_committee", "female"),
        ),
        (
            "Women in district-level Party committees number 71, or 18.5%; in district-level "
            "standing committees, 19, or 15.2%.",
            "15.2%",
            ("district", "standing_committee", "female"),
        ),
        (
            "In commune-level Party committees there are 322 women, 401 members under 42 and 96 "
            "people from ethnic minorities.",
            "96",
            ("commune", "party_committee", "ethnic_minority"),
        ),
        # Others are counted, or other things done.
        (
            "Số cán bộ nữ tham gia cấp ủy cấp huyện là 71 đồng chí; BTV cấp huyện họp 19 kỳ.",
            "19",
            (None, None, None),
        ),
        (
            "In commune-level Party committees there are 322 women, and schools have 96 pupils "
            "from ethnic minorities.",
            "96",
            (None, None, "ethnic_minority"),
        ),
        (
            "In all 56 deputies were elected to the provincial People's Council, including 18 "
            "women, and 301 to district People's Councils.",
            "301",
            ("district", "peoples_council", None),
        ),
    ],
)
def test_a_clause_that_only_names_another_body(
    text: str, printed: str, expected: Dimensions
) -> None:
    found = seen(text, printed)
    assert (found.level, found.body, found.attribute) == expected


@pytest.mark.parametrize(
    ("text", "printed", "level"),
    [
        ("Số phòng thuộc UBND cấp huyện giảm 29 phòng.", "29", "district"),
        ("Khối đoàn thể cấp tỉnh giảm 09 đầu mối, 14 lãnh đạo.", "14", "province"),
        # The committee acts, and owns nothing that is counted.
        ("UBND cấp huyện đã giảm 29 phòng.", "29", None),
        ("Khối đoàn thể cấp tỉnh giảm 09 đầu mối, khen thưởng 14 tập thể.", "14", None),
    ],
)
def test_whose_units_are_counted(text: str, printed: str, level: str | None) -> None:
    assert seen(text, printed).level == level


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        (
            "Cấp tỉnh kiểm tra 16 tổ chức đảng, cấp huyện 118, cơ sở 342.",
            "118",
            ("district", None, "inspected_orgs_count"),
        ),
        (
            "Cấp tỉnh kiểm tra 16 tổ chức đảng, cấp huyện 118, cơ sở 342.",
            "342",
            ("grassroots", None, "inspected_orgs_count"),
        ),
        (
            "District Party committees inspected 118 organisations, the province 16 and the "
            "communes 342.",
            "16",
            ("province", None, "inspected_orgs_count"),
        ),
        (
            "At provincial level 16 organisations were supervised, at district level 118.",
            "118",
            ("district", None, "supervised_orgs_count"),
        ),
        (
            "The Provincial Party Standing Committee disciplined five members and grassroots "
            "committees 41.",
            "41",
            ("grassroots", None, "disciplined_members_count"),
        ),
        # A group that no card knows.
        (
            "Cấp tỉnh kiểm tra 16 tổ chức đảng, các nông trường 118.",
            "118",
            (None, None, None),
        ),
        # The level of what was inspected, and a number of the same group.
        (
            "UBKT Tỉnh ủy kiểm tra 16 tổ chức đảng cấp huyện và 118 đảng viên.",
            "118",
            ("province", "inspection_commission", "inspected_members_count"),
        ),
        (
            "The Provincial Inspection Commission inspected 16 organisations and 118 members.",
            "118",
            ("province", "inspection_commission", "inspected_members_count"),
        ),
    ],
)
def test_a_group_that_is_named_anew_ends_what_is_carried(
    text: str, printed: str, expected: Dimensions
) -> None:
    found = seen(text, printed)
    assert (found.level, found.body, found.indicator) == expected


def test_those_in_one_post_of_each_place_are_of_its_level() -> None:
    text = (
        "The secretary is also Chairman of the People's Council in 88/93 communes and wards; "
        "61/93 secretaries are not natives of the place."
    )
    assert [one.level for one in extract(text) if one.fact.kind == "ratio"] == ["commune"] * 2


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        # The congresses that elected a committee tell its level, in the sentence before too.
        (
            "Đại hội cấp huyện và tương đương bầu 587 đồng chí vào ban chấp hành; 161 đồng chí "
            "vào ban thường vụ.",
            "161",
            ("district", "standing_committee"),
        ),
        (
            "Đại hội các đảng bộ cơ sở bầu 4.211 cấp ủy viên, nữ 22,6%.",
            "4.211",
            ("grassroots", "party_committee"),
        ),
        (
            "The congresses at commune level ended in May. Executive committees have 2,905 "
            "members. Women account for 23.7%.",
            "23.7%",
            ("commune", "executive_committee"),
        ),
        (
            "Hoàn thành đại hội đảng bộ các xã. Ban chấp hành có 1.309 đồng chí, ban thường vụ "
            "374 đồng chí.",
            "374",
            ("commune", "standing_committee"),
        ),
        # Not where the sentence names another, nor where congresses are only spoken of.
        (
            "Sau đại hội cấp xã, Ban Chấp hành Đảng bộ tỉnh có 49 đồng chí.",
            "49",
            ("province", "executive_committee"),
        ),
        (
            "Congresses at commune level and district-level congresses are over. The executive "
            "committees have 2,905 members.",
            "2,905",
            (None, "executive_committee"),
        ),
    ],
)
def test_congresses_tell_the_level_of_what_they_elected(
    text: str, printed: str, expected: Dimensions
) -> None:
    one = seen(text, printed)
    assert (one.level, one.body) == expected


FEMALE, YOUNG = "committee_female_share", "committee_young_share"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A part goes on over the next bodies, and over the levels of the last.
        (
            "Female cadres in the Provincial Party Executive Committee are 7/50 (14%), in the "
            "Standing Committee 2/16 (12.5%); in district-level Party committees 142 people, "
            "reaching 21.3% (an increase of 2.8% compared to the previous term); commune level "
            "25.6%.",
            [
                (FEMALE, "province"),
                (FEMALE, "province"),
                (FEMALE, "province"),
                (FEMALE, "province"),
                (None, "district"),
                (FEMALE, "district"),
                (FEMALE, "district"),
                (FEMALE, "commune"),
            ],
        ),
        (
            "Nữ tham gia Ban Chấp hành Đảng bộ tỉnh 7/50 (14%), Ban Thường vụ 2/16 (12,5%); cấp "
            "ủy cấp huyện 142 người, đạt 21,3%; cấp xã 25,6%.",
            [
                (FEMALE, "province"),
                (FEMALE, "province"),
                (FEMALE, "province"),
                (FEMALE, "province"),
                (None, "district"),
                (FEMALE, "district"),
                (FEMALE, "commune"),
            ],
        ),
        (
            "Cán bộ trẻ trong Ban Chấp hành Đảng bộ tỉnh 5/50 (10%); Ban Chấp hành đảng bộ cấp "
            "huyện 66/600 (11%), ban thường vụ 9/180 (5%).",
            [(YOUNG, one) for one in ("province", "district") for _ in range(2)]
            + [(YOUNG, "district")] * 2,
        ),
        # Not where a part stands behind its number, or the next clause says something else.
        (
            "7/50 members of the Executive Committee are women, 2/16 members of the Standing "
            "Committee.",
            [(FEMALE, None), (None, None)],
        ),
        (
            "Women in the Executive Committee were 7/50 (14%); the Inspection Commission examined "
            "2/16 cases.",
            [(FEMALE, None), (FEMALE, None), (None, None)],
        ),
        (
            "Women in the Executive Committee were 7/50 (14%); the Standing Committee 2/16 posts "
            "vacant.",
            [(FEMALE, None), (FEMALE, None), (None, None)],
        ),
        (
            "Women in the Executive Committee are 14%; the turnout in the Standing Committee 98%.",
            [(FEMALE, None), (None, None)],
        ),
        (
            "Nữ trong Ban Chấp hành Đảng bộ tỉnh 7/50 (14%); Ủy ban nhân dân tỉnh 2/20.",
            [(FEMALE, "province"), (FEMALE, "province"), (None, "province")],
        ),
    ],
)
def test_a_part_goes_on_over_the_next_bodies(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert [(one.indicator, one.level) for one in extract(text)] == expected


def levels(text: str) -> list[str | None]:
    """The levels of all numbers of a text, in their order."""
    return [one.level for one in extract(text) if one.fact.value.kind in ("percentage", "count")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tỷ lệ nữ cấp ủy: cấp huyện 18,4%, cấp xã 21,7%, toàn tỉnh 20,9%.",
            ["district", "commune", None],
        ),
        (
            "Bí thư không là người địa phương: cấp huyện 88,2%, cấp xã 45%, tính chung 47,1%.",
            ["district", "commune", None],
        ),
        (
            "Đảng viên hoàn thành tốt nhiệm vụ: cấp xã 81%, doanh nghiệp 93%, toàn tỉnh 86%.",
            ["commune", None, None],
        ),
        ("Kỷ luật đảng viên: cấp tỉnh 17, cấp huyện 64, cộng 81.", ["province", "district", None]),
        (
            "Women in Party committees: district level 18.4%, commune level 21.7%, whole province "
            "20.9%.",
            ["district", "commune", None],
        ),
        (
            "The share of women in committees is 18.4% at district level, 21.7% at commune level "
            "and 20.9% overall.",
            ["district", "commune", None],
        ),
        ("Kiểm tra 52 tổ chức đảng (cấp tỉnh 7, cấp huyện 45).", [None, "province", "district"]),
        # What only goes on keeps its level.
        (
            "Tỷ lệ nữ cấp ủy: cấp huyện 18,4%, cấp xã 21,7%, tăng 2,3%.",
            ["district", "commune", "commune"],
        ),
        (
            "Tỷ lệ nữ cấp ủy: cấp huyện 18,4%, cấp xã 21,7%, trong đó trẻ 11%.",
            ["district", "commune", "commune"],
        ),
        ("Cán bộ cấp xã: nữ 24%, trẻ 16%, chung 20%.", ["commune", "commune", "commune"]),
        (
            "Tỷ lệ nữ cấp ủy ở cấp xã đạt 21,7%, vượt yêu cầu chung 20%.",
            ["commune", "commune"],
        ),
    ],
)
def test_a_total_behind_a_row_of_levels_is_of_none(text: str, expected: list[str | None]) -> None:
    assert levels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tỷ lệ nữ cấp ủy: cấp huyện 18,4%, cấp xã 21,7% (nhiệm kỳ trước: 16,9%, 19,2%).",
            ["district", "commune", "district", "commune"],
        ),
        (
            "Tỷ lệ nữ: cấp huyện 18,4%, cấp xã 21,7% (tăng 1,5%, 2,5% so với nhiệm kỳ trước).",
            ["district", "commune", "district", "commune"],
        ),
        (
            "The share of women in committees is 18.4% at district level and 21.7% at commune "
            "level (2015: 16.9%, 19.2%).",
            ["district", "commune", "district", "commune"],
        ),
        # One alone is that of the last, and a bracket may tell of others.
        (
            "Tỷ lệ nữ: cấp huyện 18,4%, cấp xã 21,7% (nhiệm kỳ trước: 19,2%).",
            ["district", "commune", "commune"],
        ),
        (
            "Tỷ lệ nữ cấp ủy: cấp huyện 18,4%, cấp xã 21,7% (trẻ 11%, 14%).",
            ["district", "commune", None, None],
        ),
    ],
)
def test_a_bracket_tells_a_row_again_in_turn(text: str, expected: list[str | None]) -> None:
    assert levels(text) == expected


def test_a_row_told_again_was_so_before() -> None:
    told = extract("Tỷ lệ nữ cấp ủy: cấp huyện 18,4%, cấp xã 21,7% (nhiệm kỳ trước: 16,9%, 19,2%).")
    assert [one.role for one in told] == ["actual", "actual", "previous", "previous"]
    assert {one.indicator for one in told} == {"committee_female_share"}
