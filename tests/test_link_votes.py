"""The share of high-confidence votes behind how many somebody received."""

from __future__ import annotations

import pytest

from pipeline import extract

VOTES = "vote_of_confidence_share"
ROW = "Chủ tịch HĐND tỉnh 54 phiếu tín nhiệm cao (90%), 4 phiếu tín nhiệm (6,67%)."
LAST = "Giám đốc Sở Y tế 29 phiếu tín nhiệm cao (48,33%), tín nhiệm thấp 8 phiếu (13,33%)."
ENGLISH = 'The chairwoman got 46 "high confidence" votes (86.8%), 7 "confidence" (13.2%).'
JOINED = "The chairwoman got 46 high confidence votes (86.8%) and 7 confidence votes (13.2%)."


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        (ROW, "90%", VOTES),
        (ROW, "6,67%", None),
        (LAST, "48,33%", VOTES),
        (LAST, "13,33%", None),
        (ENGLISH, "86.8%", VOTES),
        (ENGLISH, "13.2%", None),
        (JOINED, "86.8%", VOTES),
        (JOINED, "13.2%", None),
        ("Ông nhận 54 phiếu tín nhiệm cao (chiếm 90 %).", "90 %", VOTES),
        ("The director got 29 high-confidence votes (48.3%).", "48.3%", VOTES),
        # So many people received more or fewer, or so many more than before.
        ("Có 6 người dưới 30 phiếu tín nhiệm cao (20%).", "20%", None),
        ("Có 12 người được trên 50 phiếu tín nhiệm cao (40%).", "40%", None),
        ("27/30 người có trên 50% phiếu tín nhiệm cao (90%).", "90%", None),
    ],
)
def test_a_share_of_high_votes_stands_behind_them(
    text: str, printed: str, expected: str | None
) -> None:
    found = [one for one in extract(text) if one.fact.text == printed]
    assert found, printed
    assert found[0].indicator == expected
