"""Sentences with numbers that cannot all be right, each with a twin that must raise nothing."""

from __future__ import annotations

import pytest

from pipeline import analyse

#: The check, what it must find, and what is like it and right.
TWINS = [
    # A part that a slip made larger than its whole.
    (
        "ratio_percent",
        "Secretaries hold the post of chairman in 224/108 communes (22.2%).",
        "Secretaries hold the post of chairman in 24/108 communes (22.2%).",
    ),
    (
        "ratio_percent",
        "Địa phương giải quyết 77/12 đơn tố cáo (58,3%).",
        "Địa phương giải quyết 77/12 đơn, thư các loại (tăng 58,3%).",
    ),
    (
        "ratio_percent",
        "Có 641/356 bản có nhà văn hóa (67,05%).",
        "Có 641/956 bản có nhà văn hóa (67,05%).",
    ),
    # Parts and their total.
    (
        "part_sum",
        "The province has 170 commune-level units (1,211 communes, 40 wards, 9 townships).",
        "The province has 12 district-level units (121 communes, 40 wards, 9 townships).",
    ),
    (
        "part_sum",
        "Đại hội bầu 5 đồng chí, gồm 33 đồng chí tái cử và 18 đồng chí tham gia lần đầu.",
        "Đại hội bầu 51 đồng chí, gồm 33 đồng chí tái cử và 18 đồng chí tham gia lần đầu.",
    ),
    (
        "part_sum",
        "Toàn tỉnh có 528 TCCSĐ (212 đảng bộ cơ sở, 307 chi bộ cơ sở).",
        "Toàn tỉnh có 528 TCCSĐ (212 đảng bộ cơ sở, 1.846 chi bộ trực thuộc).",
    ),
    (
        "part_sum",
        "There are 485 grassroots Party organizations (247 committees and 211 cells).",
        "There are 485 grassroots Party organizations (247 committees, 31 of them in villages).",
    ),
]


@pytest.mark.parametrize(("check", "wrong", "right"), TWINS)
def test_what_cannot_be_right_is_found_and_its_twin_is_not(
    check: str, wrong: str, right: str
) -> None:
    found = {one.check for one in analyse(wrong).findings if one.alert != "none"}
    assert check in found
    alarming = [one for one in analyse(right).findings if one.alert in ("warn", "error")]
    assert not alarming
