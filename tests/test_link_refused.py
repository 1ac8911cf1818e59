"""What a number beside an indicator's words is not of, each with the nearest one that is."""

from __future__ import annotations

import pytest

from pipeline import extract

#: A text, how the number is printed, and its indicator.
CASES: list[tuple[str, str, str | None]] = [
    # Parts that say nothing of their own, and parts at a level.
    (
        "Trong năm bồi dưỡng 5.300 lượt cán bộ, công chức; trong đó về tin học 410 lượt.",
        "410",
        None,
    ),
    (
        "Trong năm bồi dưỡng 5.300 lượt cán bộ, công chức; trong đó cấp xã 3.600 lượt.",
        "3.600",
        "cadres_trained_count",
    ),
    # Staffing: differences, what is vacant or too much, and what all may have.
    (
        "Biên chế viên chức: số có mặt thấp hơn số chỉ tiêu được HĐND tỉnh giao trên 1.300 người.",
        "1.300",
        None,
    ),
    ("Huyện dư khoảng 120 biên chế.", "120", None),
    ("Posts assigned: 4,120; vacant, 310.", "310", None),
    ("Posts assigned: 4,120.", "4,120", "staffing_quota"),
    # Units that a merger takes are not all that there are, whatever bound stands between.
    ("Tỉnh sẽ sáp nhập hơn 80 đơn vị hành chính cấp xã.", "80", None),
    (
        "Tỉnh có hơn 80 đơn vị hành chính cấp xã.",
        "80",
        "admin_units_commune_count",
    ),
    # By how many points one is better is no score.
    ("The SIPAS was 83.1%, 2.4 percentage points better than a year ago.", "2.4", None),
    ("The SIPAS was 83.1%, better than a year ago.", "83.1%", "sipas_score"),
]


@pytest.mark.parametrize(
    ("text", "printed", "expected"), CASES, ids=[f"{case[0][:50]}…{case[1]}" for case in CASES]
)
def test_a_number_is_of_what_its_words_say(text: str, printed: str, expected: str | None) -> None:
    found = [one for one in extract(text) if one.fact.text.startswith(printed)]
    assert found, printed
    assert found[0].indicator == expected
