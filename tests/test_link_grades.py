"""Whose grades the numbers of a row tell."""

from __future__ import annotations

import pytest

from pipeline import extract

ORGANIZATIONS, MEMBERS, CADRES = (
    "party_org_rating_share",
    "party_member_rating_share",
    "cadre_rating_share",
)


def indicators(text: str) -> dict[str, str | None]:
    """The indicators of the numbers of a text by how they are printed."""
    return {one.fact.text: one.indicator for one in extract(text)}


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "a) Tổ chức cơ sở đảng: hoàn thành xuất sắc nhiệm vụ 52, tỷ lệ 13,1%; hoàn thành tốt "
            "301, tỷ lệ 76,0%; hoàn thành 38, tỷ lệ 9,6%; không hoàn thành 5, tỷ lệ 1,3%.",
            ("13,1%", "76,0%", "9,6%", "1,3%"),
            ORGANIZATIONS,
        ),
        (
            "Kết quả xếp loại chi bộ: 31 hoàn thành xuất sắc nhiệm vụ (15,5%), 140 hoàn thành tốt "
            "(70%), 27 hoàn thành (13,5%).",
            ("15,5%", "70%", "13,5%"),
            ORGANIZATIONS,
        ),
        (
            "Đối với tổ chức cơ sở đảng, có 61 hoàn thành xuất sắc nhiệm vụ (14,2%), 322 hoàn "
            "thành tốt nhiệm vụ (75,1%).",
            ("14,2%", "75,1%"),
            ORGANIZATIONS,
        ),
        (
            "Grassroots Party organizations: 71/402 completed their tasks excellently (17.66%), "
            "310 completed well (77.1%), 19 completed (4.7%), 2 did not complete.",
            ("71/402", "17.66%", "77.1%", "4.7%"),
            ORGANIZATIONS,
        ),
        (
            "Party cells: 120 completed excellently (20%), 430 completed well (71.7%), 48 "
            "completed (8%), 2 failed to complete (0.3%).",
            ("20%", "71.7%", "8%", "0.3%"),
            ORGANIZATIONS,
        ),
        (
            "Party members: excellent completion 4,100 (15%); good completion 21,000 (77%); "
            "completion 1,900 (7%); non-completion 170 (0.6%).",
            ("15%", "77%", "7%", "0.6%"),
            MEMBERS,
        ),
    ],
)
def test_the_label_of_a_row_says_whose_grades_it_tells(
    text: str, number: tuple[str, ...], expected: str
) -> None:
    assert {indicators(text)[one] for one in number} == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Others are named, whether a card knows them or not.
        (
            "Tổ chức cơ sở đảng: hoàn thành xuất sắc 61 (14%); cán bộ, công chức hoàn thành tốt "
            "320 (80%).",
            {"14%": ORGANIZATIONS, "80%": CADRES},
        ),
        (
            "Chi bộ: hoàn thành xuất sắc nhiệm vụ 31 (15%); chính quyền xã hoàn thành tốt 40 "
            "(70%).",
            {"15%": ORGANIZATIONS, "70%": None},
        ),
        (
            "Party cells: 120 completed excellently (20%); agencies completed well 43 (71.7%).",
            {"20%": ORGANIZATIONS, "71.7%": None},
        ),
        # What was completed is no grade.
        (
            "Tổ chức cơ sở đảng: hoàn thành xuất sắc nhiệm vụ 61 (14%); hoàn thành 41 đề án (9%).",
            {"14%": ORGANIZATIONS, "9%": None},
        ),
        # One place, or one cell, and its members.
        (
            "Tổ chức cơ sở đảng: hoàn thành xuất sắc nhiệm vụ 61 (14%); xã Tân Lập hoàn thành tốt "
            "12 (10%).",
            {"10%": None},
        ),
        (
            "Chi bộ Trường THPT: hoàn thành xuất sắc nhiệm vụ 5 (20%), hoàn thành tốt 12 (60%).",
            {"20%": None, "60%": None},
        ),
        (
            "Chi bộ: 5 đảng viên hoàn thành xuất sắc nhiệm vụ (15%), hoàn thành tốt 12 (60%).",
            {"15%": MEMBERS, "60%": MEMBERS},
        ),
        (
            "Party cells: 120 completed excellently (20%); of the civil servants 430 completed "
            "well (71.7%).",
            {"20%": ORGANIZATIONS, "71.7%": CADRES},
        ),
    ],
)
def test_a_row_ends_where_others_are_named(text: str, expected: dict[str, str | None]) -> None:
    told = indicators(text)
    assert {one: told[one] for one in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cuối năm, toàn tỉnh có 460 tổ chức cơ sở đảng đủ điều kiện xếp loại. Kết quả: 69 tổ "
            "chức hoàn thành xuất sắc nhiệm vụ (đạt 15%, giảm 1,2% so với năm 2022); 360 tổ chức "
            "hoàn thành tốt (78,26%); 31 hoàn thành (6,74%).",
            {"15%": ORGANIZATIONS, "78,26%": ORGANIZATIONS, "6,74%": ORGANIZATIONS},
        ),
        (
            "Đã phân loại 240 chi bộ. Trong đó, 36 chi bộ hoàn thành xuất sắc nhiệm vụ, chiếm 15%; "
            "192 chi bộ hoàn thành tốt nhiệm vụ, chiếm 80%.",
            {"240": None, "15%": ORGANIZATIONS, "80%": ORGANIZATIONS},
        ),
        (
            "Số đảng viên được đánh giá là 24.000 đồng chí. Kết quả: hoàn thành xuất sắc 3.600 "
            "(15%); hoàn thành tốt nhiệm vụ 19.200 (80%).",
            {"15%": MEMBERS, "80%": MEMBERS},
        ),
        (
            "Đối với 120 cán bộ diện Ban Thường vụ Tỉnh ủy quản lý: xuất sắc 24, chiếm 20%; tốt "
            "90, chiếm 75%; hoàn thành nhiệm vụ 6.",
            {"20%": CADRES, "75%": CADRES},
        ),
        (
            "Cán bộ diện Tỉnh ủy quản lý: 18 đồng chí xuất sắc (15%), 96 đồng chí tốt (80%).",
            {"15%": CADRES, "80%": CADRES},
        ),
        (
            "A total of 400 grassroots Party organizations were classified. Specifically: 60 (15%) "
            "completed their tasks excellently; 320 (80%) well; 20 (5%) completed.",
            {"15%": ORGANIZATIONS, "80%": ORGANIZATIONS, "5%": ORGANIZATIONS},
        ),
        (
            "Among 30,500 Party members evaluated, excellent: 14.1%; good: 78%; completed: 7.2%.",
            {"14.1%": MEMBERS, "78%": MEMBERS, "7.2%": MEMBERS},
        ),
        (
            "Of 500 grassroots Party organizations evaluated, 90 completed excellently, making up "
            "18% (no more than 20% of those classified as good); 360 good (72%).",
            {"18%": ORGANIZATIONS, "72%": ORGANIZATIONS},
        ),
    ],
)
def test_those_that_were_graded_are_told_before(text: str, expected: dict[str, str | None]) -> None:
    told = indicators(text)
    assert {one: told[one] for one in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        # Others are named between, or nobody was said to be graded.
        "Có 30.000 đảng viên được đánh giá. Hội Nông dân: 15% hoàn thành xuất sắc nhiệm vụ.",
        "Có 300 chi bộ được xếp loại. Về chính quyền: 80 đơn vị hoàn thành xuất sắc (15%).",
        "Có 300 chi bộ được xếp loại. Kết quả: 12 trường học hoàn thành xuất sắc (15%).",
        "Đã đánh giá 40 đề án. Kết quả: hoàn thành tốt 6 (15%), hoàn thành 34 (85%).",
        "Among 420 schools evaluated, excellent: 15%; good: 60%.",
        "Of 420 schools evaluated, 63 completed excellently (15%), and 200 completed well (48%).",
        "Trường có 25 học sinh xuất sắc (15%), 120 học sinh tốt (80%).",
        "Cán bộ trẻ: sức khỏe tốt 95%, học lực xuất sắc 15%.",
    ],
)
def test_a_row_is_not_of_those_who_were_not_graded(text: str) -> None:
    assert set(indicators(text).values()) == {None}
