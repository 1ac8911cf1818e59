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
