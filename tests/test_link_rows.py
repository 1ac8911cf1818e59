"""Numbers in a row are each of the thing at their place in a row of things."""

from __future__ import annotations

import pytest

from pipeline import check, extract
from pipeline.model import Observation


def told(text: str, name: str, kind: str) -> list[str | None]:
    """What a dimension of each number of a kind is, in reading order."""
    found: list[Observation] = [one for one in extract(text) if one.fact.kind == kind]
    return [getattr(one, name) for one in found]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "Tốc độ tăng GRDP các năm 2021, 2022 và 2023 lần lượt đạt 3,4%, 7,7% và 6,2%.",
            "period",
            ["2021", "2022", "2023"],
        ),
        (
            "Tỷ lệ nữ tham gia cấp ủy cấp tỉnh, cấp huyện và cấp xã lần lượt là 13%, 17%, 25%.",
            "level",
            ["province", "district", "commune"],
        ),
        (
            "Tỷ lệ cấp ủy viên nữ cấp tỉnh và cấp huyện lần lượt là 13,5% (7 đồng chí) và 18,4%.",
            "level",
            ["province", "district"],
        ),
        (
            "Women, young cadres and ethnic minorities make up 18%, 12% and 7% of the Executive "
            "Committee.",
            "indicator",
            ["committee_female_share", "committee_young_share", "committee_ethnic_minority_share"],
        ),
        (
            "The poverty rates of Ha Giang, Cao Bang and Lai Chau fell to 23%, 24.4% and 19.8% "
            "respectively.",
            "province",
            ["ha-giang", "cao-bang", "lai-chau"],
        ),
        (
            "GRDP and the industrial production index grew by 8.2% and 9.4% respectively.",
            "indicator",
            ["grdp_growth", "iip_growth"],
        ),
        (
            "Growth reached 3.4% and 7.7% respectively in 2021 and 2022.",
            "period",
            ["2021", "2022"],
        ),
    ],
)
def test_each_is_of_the_thing_at_its_place(
    text: str, name: str, expected: list[str | None]
) -> None:
    assert told(text, name, "percentage") == expected


def test_changes_in_a_row_are_of_the_counts_before() -> None:
    text = (
        "The inspection commissions inspected 128 Party organizations and 345 Party members, up "
        "12 and 41 respectively."
    )
    assert (
        told(text, "indicator", "count") == ["inspected_orgs_count", "inspected_members_count"] * 2
    )
    assert told(text, "change", "count") == [None, None, "increase", "increase"]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        # More things than numbers: nothing is told apart.
        (
            "Women, young cadres and ethnic minorities make up 18% and 12% of the committee.",
            "attribute",
            ["ethnic_minority", "ethnic_minority"],
        ),
        # What the numbers count themselves is no row.
        (
            "Năm 2021 và năm 2022 có 12% đảng viên nữ và 15% đảng viên người dân tộc thiểu số.",
            "attribute",
            ["female", "ethnic_minority"],
        ),
        # A number that only explains the one before is of the same.
        (
            "There were poor households and near-poor households: 7.8%, 1.8% fewer than in 2019.",
            "population",
            ["households_poor", "households_poor"],
        ),
    ],
)
def test_what_is_no_row_is_read_as_it_stands(
    text: str, name: str, expected: list[str | None]
) -> None:
    before = told(text, name, "percentage")
    assert before == expected


def test_numbers_in_a_row_do_not_contradict_each_other() -> None:
    text = (
        "Tỷ lệ nữ tham gia cấp ủy cấp huyện các năm 2020, 2021, 2022 lần lượt là 13%, 17% và 25%. "
        "Tỷ lệ hộ nghèo của Hà Giang, Cao Bằng lần lượt là 23% và 24,4%."
    )
    assert not [one for one in check(text) if one.alert in ("warn", "error")]
