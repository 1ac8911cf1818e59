"""Dimensions that the structure of a sentence decides: times, places, lists, conversions."""

from __future__ import annotations

import pytest

from pipeline import check, extract
from pipeline.model import Observation


def seen(text: str, printed: str, province: str = "ha-nam") -> Observation:
    """The one fact of a text that is printed like this, with its dimensions."""
    (found,) = [one for one in extract(text, province=province) if one.fact.text == printed]
    return found


@pytest.mark.parametrize(
    ("sentence", "printed", "period"),
    [
        ("In 2023 the province admitted 1,204 new Party members.", "1,204", "2023"),
        ("By 2025, 41.5% of the villages will have a library.", "41.5%", None),
        ("By the end of 2024, the province had 61,204 Party members.", "61,204", None),
        ("Pay rose from VND 2 million in 1993 to VND 7 million in 2011.", "VND 7 million", "2011"),
        ("Farms shrank by 7.1%, and income rose from VND 2 million in 1993.", "7.1%", None),
        ("Đến hết năm 2024, toàn tỉnh có 61.204 đảng viên.", "61.204", None),
        ("Năm 2023, toàn tỉnh kết nạp 1.204 đảng viên.", "1.204", "2023"),
        ("In 2023 exports grew 2.4 times.", "2.4 times", None),
    ],
)  # fmt: skip
def test_a_period_is_the_time_in_which_not_by_when(
    sentence: str, printed: str, period: str | None
) -> None:
    assert seen(sentence, printed).period == period


@pytest.mark.parametrize(
    ("sentence", "printed", "province"),
    [
        ("The slowest were Bac Ninh, down 11.2%; Lai Chau, down 6.4%.", "6.4%", "lai-chau"),
        ("GRDP grew by 8.2%, against a national average of 6.7%.", "6.7%", None),
        ("The town lies 31 km from Hai Phong and has 4,120 households.", "4,120", "ha-nam"),
        ("GRDP tăng 8,2%, cao hơn mức bình quân cả nước (6,7%).", "6,7%", None),
    ],
)
def test_a_number_is_of_the_place_that_its_clause_names(
    sentence: str, printed: str, province: str | None
) -> None:
    assert seen(sentence, printed).province == province


def test_the_dateline_of_an_agency_names_no_province() -> None:
    text = "Hanoi (VNA) – The Committee wants 12.5% fewer posts, its report says."
    assert [one.province for one in extract(text)] == [None]


def test_what_changed_to_a_number_is_no_amount_of_a_change() -> None:
    assert (
        seen("They strive to increase income to VND 41 million.", "VND 41 million").change is None
    )


def test_a_sum_in_another_currency_is_the_same_statement() -> None:
    text = "In 2019, budget revenue reached VND 6.1 trillion ($264 million), up 9.3%."
    sum_, converted = seen(text, "VND 6.1 trillion"), seen(text, "$264 million")
    assert converted.indicator == sum_.indicator == "budget_revenue"
    assert (converted.role, converted.period) == (sum_.role, sum_.period)


def test_a_count_that_announces_a_list_has_no_share_in_its_brackets() -> None:
    text = (
        "Output grew in all three fields of farming (5.54%), industry (14.88%) and trade (10.37%)."
    )
    assert seen(text, "5.54%").share_of is None
    assert not [one for one in check(text) if one.alert in ("warn", "error")]


def test_a_length_of_time_is_no_whole() -> None:
    text = "GRDP growth in the past six months reached 11.2%."
    assert seen(text, "11.2%").model_dump()["basis"] == "growth"


def test_sentences_whose_blank_was_lost_are_two() -> None:
    text = "Here 605 hamlets are very poor.From 2019 on the province has spent VND 17,000 billion."
    assert seen(text, "605").fact.sentence == "Here 605 hamlets are very poor."


def test_the_possessive_of_a_province_names_it() -> None:
    text = "Vinh Phuc province met. Da Nang’s budget revenue reached VND 9.6 trillion."
    assert seen(text, "VND 9.6 trillion", "vinh-phuc").province == "da-nang"
