"""The members of a committee taken apart in one row, and shares of all cadres level by level."""

from __future__ import annotations

import pytest

from pipeline import extract

YOUNG, SHARE = "committee_young_count", "committee_young_share"
FEMALE, MINORITY = "committee_female_share", "committee_ethnic_minority_share"
STAFF = "staff_ethnic_minority_share"

#: A text, how the number is printed, and its indicator.
CASES: list[tuple[str, str, str | None]] = [
    (
        "1. Cấp huyện\n- Ban Chấp hành: bầu 367 đồng chí, trong đó nữ 73, đạt 19,9%; "
        "dưới 40 tuổi 47, đạt 12,8%.",
        "12,8%",
        SHARE,
    ),
    (
        "1. Cấp huyện\n- Ban Chấp hành: bầu 367 đồng chí, trong đó nữ 73, đạt 19,9%; "
        "dưới 40 tuổi 47, đạt 12,8%.",
        "47",
        YOUNG,
    ),
    (
        "2. Cấp cơ sở\n- Cấp ủy viên 3.214 đồng chí; nữ 803 (25%), tuổi trẻ 911 (28,3%).",
        "25%",
        FEMALE,
    ),
    (
        "2. Cấp cơ sở\n- Cấp ủy viên 3.214 đồng chí; nữ 803 (25%), tuổi trẻ 911 (28,3%).",
        "911",
        YOUNG,
    ),
    ("Cấp xã: Ban chấp hành 2.417 đồng chí, nữ 604 đồng chí, đạt 25%.", "25%", FEMALE),
    ("Cấp cơ sở: Đã bầu 4.310 cấp ủy viên; nữ chiếm 24%; tuổi trẻ 31,2%.", "31,2%", SHARE),
    (
        "2. Grassroots level\n- Committee members 3,214 comrades; female 803 (24.9%), "
        "ethnic minorities 1,412 (43.9%).",
        "43.9%",
        MINORITY,
    ),
    (
        "II. District level\n- Standing committee: elected 117 comrades; women 16 (13.7%); "
        "under 40 years old 9 (7.7%).",
        "7.7%",
        SHARE,
    ),
    # Those of other bodies, and whoever something was done with, are no such members.
    ("Ban Chấp hành Hội Nông dân tỉnh: 33 đồng chí; nữ 9 (27,3%).", "27,3%", None),
    (
        "III. ĐÀO TẠO, BỒI DƯỠNG\n- Cấp ủy viên 1.312 đồng chí; nữ 301 (22,9%), trẻ 412 (31,4%).",
        "22,9%",
        None,
    ),
    ("Bồi dưỡng cấp ủy viên 512 đồng chí; nữ 121 (23,6%).", "23,6%", None),
    (
        "Ban Thường vụ Tỉnh ủy gặp mặt 130 đồng chí; nữ 39 (30%); dưới 40 tuổi 13 (10%).",
        "30%",
        None,
    ),
    ("Kỷ luật 812 đảng viên; cấp ủy viên 211 đồng chí; nữ 40 (19%).", "19%", None),
    ("- Ban Chấp hành: 47 đồng chí; đại biểu HĐND tỉnh 52 người, nữ 15 (28,8%).", "28,8%", None),
    ("The Standing Committee met 130 people; female 39 (30%); under 40 years old 13.", "30%", None),
    ("The executive committee of the Youth Union: 43 comrades; female 19 (44.2%).", "44.2%", None),
    ("Quy hoạch Ban Chấp hành: 86 đồng chí; nữ 22 (25,6%).", "25,6%", "plan_female_share"),
    # All cadres, level by level.
    ("Chia theo cấp, tỷ lệ cán bộ DTTS cấp tỉnh 19,4%, cấp huyện 33,8%.", "33,8%", STAFF),
    ("Cán bộ dân tộc thiểu số cấp tỉnh chiếm 19,4%, cấp xã chiếm 61%.", "61%", STAFF),
    ("Tỷ lệ cán bộ dân tộc thiểu số đạt 28,1%; cấp tỉnh 19,4%, cấp xã 61%.", "28,1%", STAFF),
    (
        "Ethnic minority cadres are 19.4% at provincial level and 33.8% at district level.",
        "19.4%",
        STAFF,
    ),
    ("Tỷ lệ cán bộ DTTS biết tiếng dân tộc cấp huyện 71%, cấp xã 88%.", "71%", None),
    ("Tỷ lệ cán bộ DTTS được bồi dưỡng cấp tỉnh 55%, cấp huyện 62%.", "55%", None),
    ("Tỷ lệ cán bộ đoàn là người DTTS cấp huyện 31%, cấp xã 65%.", "31%", None),
    ("Tỷ lệ cán bộ nữ DTTS cấp tỉnh 8%, cấp huyện 12%.", "8%", None),
    ("Trong số được khen thưởng, cán bộ DTTS cấp tỉnh chiếm 20%, cấp huyện 31%.", "20%", None),
    ("Dân tộc thiểu số cấp huyện chiếm 34%, cấp xã 61%.", "34%", None),
    ("Tỷ lệ cán bộ DTTS cấp huyện tăng 2,1%, cấp xã tăng 3,4%.", "2,1%", None),
    ("Tỷ lệ cán bộ DTTS giữ chức vụ lãnh đạo cấp tỉnh 11%, cấp huyện 19%.", "19%", None),
    ("Of those rewarded, ethnic minority cadres are 21% at province level.", "21%", None),
]


@pytest.mark.parametrize(
    ("text", "printed", "expected"), CASES, ids=[f"{case[0][:50]}…{case[1]}" for case in CASES]
)
def test_parts_of_a_committee_and_of_all_cadres(
    text: str, printed: str, expected: str | None
) -> None:
    found = [one for one in extract(text) if one.fact.text == printed]
    assert found, printed
    assert found[0].indicator == expected
