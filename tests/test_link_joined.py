"""Clauses joined to another: what one says holds no more where the next says its own."""

from __future__ import annotations

import pytest

from pipeline import extract

CASES: list[tuple[str, str, dict[str, str | None]]] = [
    # An earlier time that a number is held against says nothing of the next.
    (
        "Women account for 21.4% of committee members, up 2.1% compared to the last term, and "
        "members under 40 account for 15.3%.",
        "15.3%",
        {"role": "actual", "indicator": "committee_young_share"},
    ),
    (
        "Compared to the last term, women account for 21.4% of committee members.",
        "21.4%",
        {"role": "actual", "indicator": "committee_female_share"},
    ),
    (
        "Nữ chiếm 21,4% cấp ủy viên, tăng 2,1% so với nhiệm kỳ trước; trẻ dưới 40 tuổi chiếm 15%.",
        "15%",
        {"role": "actual"},
    ),
    (
        "Women make up 21.4% of committee members, compared to 19.2% in the last term.",
        "19.2%",
        {"role": "previous"},
    ),
    (
        "In the last term 19.2% of committee members were women.",
        "19.2%",
        {"role": "previous"},
    ),
    # What the sentence begins with holds for a joined share, unless it is of now.
    (
        "In the previous term 19.2% of committee members were women, and 14.8% were under 40.",
        "14.8%",
        {"role": "previous"},
    ),
    (
        "In the previous term 19.2% of committee members were women, and 23.4% are women now.",
        "23.4%",
        {"role": "actual"},
    ),
    (
        "In the previous term 19.2% of committee members were women, and 23.4% in this term.",
        "23.4%",
        {"role": "actual"},
    ),
    (
        "Nhiệm kỳ trước, cấp ủy có 19,2% là nữ và 14,8% dưới 40 tuổi.",
        "14,8%",
        {"role": "previous"},
    ),
    # What fell before tells nothing of what a clause with its own verb says.
    (
        "The poverty rate would fall to 4.1%, down 1.3%, and the near-poor rate would be 4.4%.",
        "4.4%",
        {"indicator": "near_poor_rate", "change": None},
    ),
    (
        "The poverty rate fell by 1.5%, and health insurance covers 94% of the population.",
        "94%",
        {"indicator": "health_insurance_share", "change": None},
    ),
    (
        "The poverty rate fell by 1.5%, and 84% of communes have met new-style rural standards.",
        "84%",
        {"indicator": "ntm_communes_share", "change": None},
    ),
    (
        "The number of poor households decreased by 1,200, and 84 communes met the standards.",
        "84",
        {"change": None},
    ),
    (
        "He asked that the poverty rate be reduced by 1.5% and that at least 30 communes, or 62%, "
        "reach the standards.",
        "30",
        {"change": None},
    ),
    (
        "The poverty rate fell by 1.5% and the near-poor rate by 0.8%.",
        "0.8%",
        {"change": "decrease"},
    ),
    ("It cut 12% of civil servants and 9% of public employees.", "9%", {"change": "decrease"}),
    ("12 departments and 34 divisions have been reduced.", "34", {"change": "decrease"}),
    # The next number names the body of both; not where the first has a whole or verb of its own.
    (
        "Women account for 16% and young cadres 11% of committee members.",
        "16%",
        {"indicator": "committee_female_share"},
    ),
    (
        "Women make up 16% and cadres under 40 make up 11% of commune-level committee members.",
        "16%",
        {"indicator": "committee_female_share", "level": "commune"},
    ),
    (
        "Women account for 16% of teachers and young cadres 11% of committee members.",
        "16%",
        {"indicator": None},
    ),
    ("Women account for 16%, and young cadres 11% of committee members.", "16%", {"body": None}),
    (
        "Women account for 16% and industry 11% of committee members' firms.",
        "16%",
        {"indicator": None},
    ),
    # What a bracket tells of the nation is told there alone.
    (
        "The province reduced 420 civil servants, or 10.5% (the Politburo demanded at least 10%), "
        "and 5,120 public employees.",
        "5,120",
        {"indicator": "public_employees_reduced_count"},
    ),
    (
        "Cả nước có 5.300/8.100 xã đạt chuẩn nông thôn mới (65,4%), tăng 2,1%.",
        "2,1%",
        {"indicator": None},
    ),
    (
        "Hà Nam có tỷ lệ hộ nghèo 2,4% (cả nước 4,1%), giảm 0,6%.",
        "0,6%",
        {"indicator": "poverty_rate"},
    ),
    (
        "It said the number of offices had fallen by 12% and that of divisions by 15%.",
        "15%",
        {"change": "decrease"},
    ),
]


@pytest.mark.parametrize(("text", "printed", "expected"), CASES)
def test_what_a_joined_clause_says(
    text: str, printed: str, expected: dict[str, str | None]
) -> None:
    (found,) = [one for one in extract(text, province="ha-nam") if one.fact.text == printed]
    assert {name: getattr(found, name) for name in expected} == expected
