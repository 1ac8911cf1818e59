"""Numbers whose words make them others' or another thing's than their clause seems to say."""

from __future__ import annotations

import pytest

from pipeline import extract

RATED = "party_member_rating_share"


def told(text: str, printed: str) -> tuple[str | None, str | None]:
    found = [one for one in extract(text) if one.fact.text == printed]
    return found[-1].indicator, found[-1].role


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        # A share of those with another grade.
        ("Đảng viên: 14,1% hoàn thành xuất sắc (17,2% số hoàn thành tốt).", "17,2%"),
        ("Members: 14.1% were excellent, equal to 17.2% of those graded good or better.", "17.2%"),
        # Those of a mass organization.
        ("Cán bộ Hội chuyên trách cấp huyện 96% có trình độ đại học trở lên.", "96%"),
        ("91.4% of grassroots Union presidents have an intermediate level of theory.", "91.4%"),
        ("The Farmers' Union admitted 1,310 new members, 118 of them to the Party.", "1,310"),
        # Not yet done, only asked for, or only received.
        ("Có 2 tổ chức, 31 đảng viên vi phạm, trong đó đến mức phải kỷ luật 17 đảng viên.", "17"),
        (
            "Inspected 22 Party organizations with signs of violations; concluding that 16 "
            "organizations had violations.",
            "16",
        ),
        ("Verified the assets of 37 people, thereby asking 6 people to explain more.", "6"),
        ("Received 27 denunciation letters; eligible for settlement 12.", "12"),
        # Projects are no enterprises.
        ("Cấp mới 21 dự án, điều chỉnh tăng vốn 13 lượt dự án.", "13"),
    ],
)
def test_what_is_of_others(text, printed) -> None:
    assert told(text, printed)[0] is None


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        ("Tỷ lệ đảng viên hoàn thành xuất sắc không quá 20% số hoàn thành tốt.", "20%", RATED),
        (
            "Quy hoạch ban thường vụ cấp huyện: 152 người, nữ và trẻ lần lượt là 23,7% và 15,8%.",
            "15,8%",
            "plan_young_share",
        ),
        (
            "1. Ban Chấp hành: 71 đồng chí, hệ số 1,4 lần; nữ 22,5%; sau đại học 64,8%.",
            "22,5%",
            "plan_female_share",
        ),
        (
            "a) Executive Committee: 71 comrades, coefficient 1.4 times; young cadres 15.5%.",
            "15.5%",
            "plan_young_share",
        ),
        ("Ban Chấp hành có 71 đồng chí, phụ cấp 1,4; nữ 22,5%.", "22,5%", "committee_female_share"),
        (
            "Biên chế cán bộ, công chức xã của tỉnh giảm 1.104, tương đương 9,8%.",
            "1.104",
            "commune_cadres_reduced_count",
        ),
        (
            "92% đạt chuẩn chức danh; trình độ đại học trở lên 81,4%, tăng 29,6% so với 2016.",
            "29,6%",
            "edu_university_share",
        ),
        (
            "Cấp ủy viên bị kỷ luật: 15 đồng chí (cấp huyện 4; cơ sở 11).",
            "11",
            "disciplined_committee_members_count",
        ),
    ],
)
def test_what_its_own_words_say(text, printed, expected) -> None:
    assert told(text, printed)[0] == expected


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Nữ cấp ủy chiếm 22,8%, cao hơn mức tối thiểu 20%.", "20%"),
        ("Nữ cấp ủy và trẻ lần lượt là 22,8% và 15,3%, cao hơn mức tối thiểu 20%, 15%.", "15%"),
    ],
)
def test_the_least_that_is_asked_for_is_a_requirement(text, printed) -> None:
    assert told(text, printed)[1] == "requirement"


def test_the_noun_in_a_bracket_is_of_the_next_number() -> None:
    first = extract("Kiểm tra 17 (xã 12, cơ sở 5).")[0].fact
    assert (first.text, first.value.unit) == ("17", None)
