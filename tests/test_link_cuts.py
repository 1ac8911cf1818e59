"""Cuts told one by one, of which only the first has a verb."""

from __future__ import annotations

import pytest

from pipeline import extract

UNITS, SERVANTS, EMPLOYEES = (
    "public_service_units_reduced_share",
    "civil_servants_reduced_share",
    "public_employees_reduced_share",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Đơn vị sự nghiệp giảm 12,4%; biên chế công chức 6,1%, viên chức 8,7% so với 2021.",
            {"12,4%": UNITS, "6,1%": SERVANTS, "8,7%": EMPLOYEES},
        ),
        (
            "Biên chế công chức giảm 6,1%, biên chế viên chức 8,7%.",
            {"6,1%": SERVANTS, "8,7%": EMPLOYEES},
        ),
        (
            "Public service units fell by 12.4%; the payroll of civil servants 6.1%.",
            {"12.4%": UNITS, "6.1%": SERVANTS},
        ),
        # A verb, an aim, a part or another measure of its own.
        ("Đơn vị sự nghiệp giảm 12,4%; biên chế công chức chiếm 6,1%.", {"6,1%": None}),
        ("Đơn vị sự nghiệp giảm 12,4%; biên chế công chức đã sử dụng 96%.", {"96%": None}),
        (
            "Đơn vị sự nghiệp giảm 12,4%; biên chế công chức đạt 96% so với số được giao.",
            {"96%": None},
        ),
        ("Đơn vị sự nghiệp giảm 12,4%; công chức nữ 36%.", {"36%": None}),
        ("Đơn vị sự nghiệp giảm 12,4%; mục tiêu biên chế công chức 6,1%.", {"6,1%": None}),
        ("Đơn vị sự nghiệp tự chủ 12,4%; biên chế công chức 6,1%.", {"6,1%": None}),
    ],
)
def test_the_verb_of_a_cut_goes_on(text: str, expected: dict[str, str | None]) -> None:
    told = {one.fact.text: one.indicator for one in extract(text)}
    assert {one: told[one] for one in expected} == expected
