"""Items below the heading of an act, whose labels say whom it was done to, and their parts."""

from __future__ import annotations

import pytest

from pipeline import extract

SIGNS = "violation_signs_inspected_count"


def told(text: str) -> list[str | None]:
    return [one.indicator for one in extract(text) if one.fact.kind == "count"]


def of_discipline(text: str) -> list[tuple[str | None, str | None]]:
    return [(one.indicator, one.attribute) for one in extract(text) if one.fact.kind == "count"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a) Kiểm tra khi có dấu hiệu vi phạm\n- Đối với tổ chức đảng: 19 (cấp huyện 13, cấp cơ "
            "sở 6).\n- Đối với đảng viên: 74.",
            [SIGNS] * 4,
        ),
        (
            "1. Kiểm tra khi có dấu hiệu vi phạm\n- Tổ chức đảng: 19 tổ chức.\n- Đảng viên: 74 "
            "đồng chí.",
            [SIGNS] * 2,
        ),
        (
            "1. Kiểm tra khi có dấu hiệu vi phạm\n- Đối với đảng viên: kiểm tra 74 đảng viên.",
            [SIGNS],
        ),
        (
            "3. Giám sát chuyên đề\n- Đối với tổ chức đảng: 95 tổ chức.\n- Đối với đảng viên: 260 "
            "đảng viên.",
            ["supervised_orgs_count", "supervised_members_count"],
        ),
        (
            "II. Supervision\n- As for Party organizations: 95.\n- As for Party members: 260.",
            ["supervised_orgs_count", "supervised_members_count"],
        ),
    ],
)
def test_a_heading_says_what_was_done_with_those_that_an_item_labels(text, expected) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # Another act, other people, or something else of theirs.
        "1. Giám sát chuyên đề\n- Đối với đảng viên: khen thưởng 74 đảng viên.",
        "1. Giám sát chuyên đề\n- Hội viên: 74.",
        "1. Giám sát chuyên đề\n- Đối với tổ chức đảng: 19 cuộc.",
        "1. Kết nạp đảng viên\n- Tổ chức đảng: 19 tổ chức.",
        "1. Kiểm tra, giám sát và kỷ luật\n- Đối với đảng viên: 74.",
    ],
)
def test_items_that_say_something_of_their_own(text) -> None:
    assert told(text) == [None]


def test_forms_of_discipline_below_a_heading_are_those_of_organizations() -> None:
    text = "2. Thi hành kỷ luật\n- Tổ chức đảng: 7 tổ chức, trong đó khiển trách 5, cảnh cáo 2."
    assert of_discipline(text) == [
        ("disciplined_orgs_count", None),
        ("disciplined_orgs_count", "disc_reprimand"),
        ("disciplined_orgs_count", "disc_warning"),
    ]


def test_the_first_form_is_not_that_of_all() -> None:
    text = "Kỷ luật 131 đảng viên bằng hình thức khiển trách 92, cảnh cáo 30, khai trừ 9."
    forms = [None, "disc_reprimand", "disc_warning", "disc_expulsion"]
    assert of_discipline(text) == [("disciplined_members_count", one) for one in forms]


def test_one_form_may_be_that_of_all() -> None:
    text = "Kỷ luật 7 tổ chức đảng bằng hình thức khiển trách."
    assert of_discipline(text) == [("disciplined_orgs_count", "disc_reprimand")]


@pytest.mark.parametrize(
    "text",
    [
        "Giám sát 240 đảng viên (cấp tỉnh 12, cấp huyện 68, cấp cơ sở 160).",
        "Supervised 240 Party members (provincial level 12, district level 68, commune level 160).",
    ],
)
def test_a_bracket_takes_members_apart_by_level(text) -> None:
    assert told(text) == ["supervised_members_count"] * 4


@pytest.mark.parametrize(
    "text",
    [
        # More than all of them, or others.
        "Giám sát 240 đảng viên (cấp tỉnh 12, cấp huyện 300).",
        "Giám sát 240 đảng viên (cấp huyện có 12 chuyên đề).",
    ],
)
def test_a_bracket_with_other_numbers(text) -> None:
    assert set(told(text)[1:]) == {None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Số cấp ủy viên được bầu 275 đồng chí; nữ 58, đạt 21,1%; trẻ tuổi 33 (12%).", "21,1%"),
        ("Tổng số cấp ủy viên 275 đồng chí; nữ 58 (21,1%); trẻ tuổi 33 (12%).", "21,1%"),
        ("Nữ trong Ban Chấp hành Đảng bộ tỉnh 9/48 đồng chí (18,75%).", "18,75%"),
        ("Nữ Ban Thường vụ 2/14 đồng chí (14,29%).", "14,29%"),
    ],
)
def test_women_in_a_committee(text, expected) -> None:
    found = next(one for one in extract(text) if one.fact.text == expected)
    assert found.indicator == "committee_female_share"


@pytest.mark.parametrize(
    "text",
    [
        "Tổng số cấp ủy viên bị kỷ luật 275 đồng chí; nữ 58 (21,1%).",
        "Nữ do Ban Thường vụ Tỉnh ủy quản lý 9/48 đồng chí (18,75%).",
    ],
)
def test_women_of_others(text) -> None:
    assert "committee_female_share" not in {one.indicator for one in extract(text)}
