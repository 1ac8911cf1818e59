"""Numbers that a clause without a measure of its own holds against the number before it."""

from __future__ import annotations

import pytest

from pipeline import extract

GROWTH, POOR = "grdp_growth", "poverty_rate"


def told(text: str) -> list[tuple[str | None, str | None]]:
    """The indicator and the role of each number of a text."""
    kinds = ("percentage", "count", "money", "quantity")
    return [(one.indicator, one.role) for one in extract(text) if one.fact.kind in kinds]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GRDP rose by 9.7%. The full-year target is 10.3%.", (GROWTH, "target")),
        ("GRDP rose by 9.7%, of which industry 11%. The target is 10.3%.", (GROWTH, "target")),
        ("GRDP tăng 9,7% so với cùng kỳ. Mục tiêu cả năm là 10,3%.", (GROWTH, "target")),
        ("The poverty rate is 4.6%; the rate of the previous year was 5.1%.", (POOR, "previous")),
        ("The DTI is 0.63; the score of the previous year was 0.59.", ("dti_score", "previous")),
        (
            "The province admitted 1,310 Party members. The target is 1,450.",
            ("new_members_count", "target"),
        ),
        (
            "Only 37.4% of public investment capital has been disbursed, against our plan of 55%.",
            ("public_investment_disbursed_share", "target"),
        ),
        ("The poverty rate is 4.6%, compared to the target of 4%.", (POOR, "target")),
        (
            "Health insurance coverage is 93.1% of the population, against the plan of 94%.",
            ("health_insurance_share", "target"),
        ),
    ],
)
def test_what_is_held_against_a_number_measures_the_same(text, expected) -> None:
    assert told(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        # Another number stands before, or another sentence.
        "GRDP rose by 9.7%; retail prices by 14%. The target is 15%.",
        "The poverty rate is 4.6%. The crops did well. The target is 12%.",
        # The aim names a thing of its own.
        "The poverty rate is 4.6%. The target for women is 12%.",
        "The poverty rate is 4.6%. The target is 12% of communes.",
        # By how much something fell is no level.
        "The poverty rate fell by 0.9%. The target is 1.2%.",
        # Two other things.
        "The province admitted 1,310 Party members. The target is VND 4,100 billion.",
    ],
)
def test_what_is_held_against_something_else(text) -> None:
    assert told(text)[-1][0] is None


def test_so_much_of_a_plan_is_no_aim() -> None:
    text = "Budget revenue rose by 4.3%, compared to the estimate 102.4%."
    assert told(text)[-1] == ("budget_revenue_plan_share", "actual")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hộ nghèo đầu năm 5,18%; phấn đấu cuối năm còn dưới 3,5%.", POOR),
        ("Tỷ lệ hộ nghèo còn 5,18%. Phấn đấu đến cuối năm giảm còn dưới 3,5%.", POOR),
        ("GRDP tăng 8,2%; phấn đấu cả năm đạt 9%.", GROWTH),
        (
            "Giải ngân vốn đầu tư công đạt 45,2%; phấn đấu cả năm đạt trên 95%.",
            "public_investment_disbursed_share",
        ),
        ("Tỷ lệ hồ sơ đúng hạn 96,4%; phấn đấu đạt 98%.", "dossiers_on_time_share"),
        ("Thu ngân sách 8.120 tỷ đồng; phấn đấu cả năm đạt 14.500 tỷ đồng.", "budget_revenue"),
        ("Kết nạp 845 đảng viên; phấn đấu cả năm đạt 1.200 đảng viên.", "new_members_count"),
        (
            "Poor households make up 5.18%; the province strives to bring this down to 3.5%.",
            POOR,
        ),
    ],
)
def test_what_is_strived_for_measures_the_same(text: str, expected: str) -> None:
    assert told(text)[-1] == (expected, "target")


@pytest.mark.parametrize(
    "text",
    [
        # It names a matter of its own, or stands behind one.
        "Tỷ lệ hộ nghèo còn 5,18%; phấn đấu 95% hộ dùng điện.",
        "Tỷ lệ hộ nghèo còn 5,18%; phấn đấu đưa tỷ lệ học sinh bỏ học xuống còn 1,2%.",
        "Tỷ lệ hộ nghèo còn 5,18%; giữ vững diện tích rừng, phấn đấu đạt 61%.",
        "Tỷ lệ hộ nghèo còn 5,18%; sản xuất công nghiệp phục hồi, phấn đấu tăng 12%.",
        "Tỷ lệ hộ nghèo còn 5,18%; các huyện phấn đấu đạt 61% trở lên.",
        "Poor households fell to 5.18%; forests are kept, striving for 61%.",
        # A part of a plan, or of some people.
        "Tỷ lệ hộ nghèo còn 5,18%; phấn đấu hoàn thành 100% kế hoạch.",
        "Hộ nghèo còn 5,18%, vùng dân tộc thiểu số 12%; phấn đấu cuối năm còn 3,5%.",
        # What changed by so much, and what is to.
        "Tỷ lệ hộ nghèo giảm 1,7%; phấn đấu năm tới giảm 1,5%.",
        "Hộ nghèo còn 5,18%; phấn đấu cuối năm còn 3,5%, xuất khẩu tăng 17%.",
    ],
)
def test_what_is_strived_for_may_be_another_thing(text: str) -> None:
    assert told(text)[-1][0] is None


def test_by_how_much_it_is_to_change_is_of_the_same_aim() -> None:
    (one,) = (
        one
        for one in extract("Hộ nghèo đầu năm 5,18%; phấn đấu cuối năm còn dưới 3,5%, giảm 1,7%.")
        if one.fact.text == "1,7%"
    )
    assert (one.indicator, one.role, one.change) == (POOR, "target", "decrease")
