"""By how much a share is higher or lower than it was."""

from __future__ import annotations

import pytest

from pipeline import extract

Told = tuple[str | None, str | None, str | None]
WOMEN, POOR = "committee_female_share", "poverty_rate"
MORE, LESS = (WOMEN, "increase", "actual"), (POOR, "decrease", "actual")


def told(text: str, printed: str) -> Told:
    """The indicator, the change and the role of a number of a text."""
    one = next(one for one in extract(text) if one.fact.text == printed)
    return one.indicator, one.change, one.role


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Cấp ủy cấp huyện: nữ 19,8% (cao hơn nhiệm kỳ trước 2,1%), trẻ 15,3%.", "2,1%", MORE),
        ("Tỷ lệ nữ cấp ủy cấp xã 24,3%, cao hơn nhiệm kỳ trước là 2,6%.", "2,6%", MORE),
        ("Tỷ lệ nữ cấp ủy cấp xã 24,3% (cao hơn nhiệm kỳ 2015-2020 là 2,6%).", "2,6%", MORE),
        (
            "Quy hoạch cấp huyện:\n- Ban chấp hành: nữ 29,1% (cao hơn nhiệm kỳ trước là 4,2%).",
            "4,2%",
            ("plan_female_share", "increase", "plan"),
        ),
        ("Tỷ lệ hộ nghèo còn 3,1% (thấp hơn năm trước 0,7%).", "0,7%", LESS),
        ("Chỉ số SIPAS đạt 83,1%, cao hơn 1,4% so năm trước.", "1,4%", ("sipas_score", *MORE[1:])),
        ("Executive committees have 24.1% women, 1.6% higher than the former term.", "1.6%", MORE),
        ("Executive committees: women 24.1% (1.6% higher than the last term).", "1.6%", MORE),
        ("The poverty rate was 5.1%, 1.2% lower than the previous year.", "1.2%", LESS),
    ],
)
def test_by_how_much_a_share_is_higher_than_before(text: str, number: str, expected: Told) -> None:
    assert told(text, number) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        # What it was before, not by how much it changed.
        ("Tỷ lệ nữ cấp ủy cấp xã 24,3% (cao hơn nhiệm kỳ trước là 21,2%).", "21,2%"),
        ("The poverty rate was 5.1%, lower than the previous year (6.3%).", "6.3%"),
        # Held against a rule, an aim, another level, the nation.
        ("Cấp ủy các huyện có tỷ lệ nữ 24,3% (cao hơn quy định 9,3%).", "9,3%"),
        ("Tỷ lệ nữ cấp ủy cấp xã 24,3%, cao hơn mục tiêu nhiệm kỳ trước 3,2%.", "3,2%"),
        ("Tỷ lệ nữ cấp ủy cấp xã 24,3%, cao hơn cấp huyện 3,2%.", "3,2%"),
        ("The poverty rate was 5.1%, 1.2% lower than the national average.", "1.2%"),
        ("Executive committees have 24.1% women, higher than the 9% required.", "9%"),
        # Another share stands behind the comparison.
        ("Cấp ủy các xã có tỷ lệ nữ 24,3% (cao hơn nhiệm kỳ trước), tôn giáo 3%.", "3%"),
    ],
)
def test_what_a_share_is_held_against_is_no_change(text: str, number: str) -> None:
    assert told(text, number)[1] is None


SPENT = "public_investment_disbursed_share"


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Giải ngân vốn đầu tư công phải đạt 95% (nay mới 33,4%).", "33,4%", SPENT),
        ("Phấn đấu giải ngân vốn đầu tư công đạt 95% (hiện mới đạt 33,4%).", "33,4%", SPENT),
        ("Tỷ lệ hộ nghèo phải giảm còn 3% (hiện nay 5,2%).", "5,2%", POOR),
        ("Phấn đấu 95% xã đạt chuẩn nông thôn mới (hiện nay 71%).", "71%", "ntm_communes_share"),
        ("Public investment disbursement must reach 95% (now only 33.4%).", "33.4%", SPENT),
        ("The poverty rate is to fall to 3% by 2030 (currently 5.2%).", "5.2%", POOR),
    ],
)
def test_what_there_is_now_of_an_aim(text: str, number: str, expected: str) -> None:
    assert told(text, number) == (expected, None, "actual")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Giải ngân vốn đầu tư công phải đạt 95% (cả nước mới 33,4%).", "33,4%"),
        ("Giải ngân vốn đầu tư công phải đạt 95% (nay mới 3 dự án).", "3"),
        ("Giải ngân vốn đầu tư công đạt 95% (nay mới 33,4%).", "33,4%"),
        ("Phấn đấu giảm tỷ lệ hộ nghèo 1% (hiện nay 5,2%).", "5,2%"),
        ("Phấn đấu có 95% xã đạt chuẩn (hiện nay huyện A đạt 71%).", "71%"),
        ("The rate must reach 95% (now 12 projects, 33.4% of them roads).", "33.4%"),
    ],
)
def test_a_bracket_that_tells_of_something_else(text: str, number: str) -> None:
    assert told(text, number)[0] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Phấn đấu tỷ lệ trường đạt chuẩn quốc gia 92% (hiện 288/331 trường, tức 87,0%).",
            ["target", "actual", "actual"],
        ),
        ("Phấn đấu 100% xã đạt chuẩn nông thôn mới (nay mới 70/112 xã).", ["target", "actual"]),
        (
            "Phấn đấu 100% xã đạt chuẩn nông thôn mới (nay mới 70/112 xã, bằng 62,5%).",
            ["target", "actual", "actual"],
        ),
        ("Mục tiêu 95% hồ sơ đúng hạn (hiện 91,2%).", ["target", "actual"]),
    ],
)
def test_what_there_is_now_may_be_told_twice(text: str, expected: list[str]) -> None:
    said = [one for one in extract(text) if one.fact.kind in ("percentage", "ratio")]
    assert [one.role for one in said] == expected
    assert len({one.indicator for one in said}) == 1
    assert said[0].indicator is not None


@pytest.mark.parametrize(
    "text",
    [
        # Another whole, another share, or something more in the bracket.
        "Phấn đấu 92% trường đạt chuẩn quốc gia (hiện 12/331 trường, tức 87,0%).",
        "Phấn đấu 92% trường đạt chuẩn quốc gia (hiện 12/331 trường nghề, bằng 3,6%, đã cũ).",
        "Phấn đấu 92% trường đạt chuẩn quốc gia (năm ngoái thanh lý 12/331 phòng học).",
        "Phấn đấu 92% trường đạt chuẩn quốc gia (giai đoạn trước xây 12/331 phòng, bằng 3,6%).",
    ],
)
def test_what_there_is_of_others_now(text: str) -> None:
    said = [one for one in extract(text) if one.fact.kind in ("percentage", "ratio")]
    assert {one.indicator for one in said[1:]} == {None}
