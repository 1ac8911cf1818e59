"""Degrees that a list tells one by one."""

from __future__ import annotations

import pytest

from pipeline import extract

UNIVERSITY, BARE = "university_degree", "bare_university"


def attributes(text: str) -> dict[str, str | None]:
    """The attributes of the numbers of a text by how they are printed."""
    return {one.fact.text: one.attribute for one in extract(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trình độ công chức xã: trên đại học 1,2%, đại học 69,5%, cao đẳng 9%.", {"69,5%": BARE}),
        ("Trình độ chuyên môn: đại học 210 người (88,2%), thạc sĩ 22 người (9,2%).", {"210": BARE}),
        (
            "Lý luận chính trị của cán bộ: cao cấp 12%, trung cấp 71%, sơ cấp 10%.",
            {"71%": "bare_intermediate"},
        ),
        (
            "Political theory of cadres: advanced 12%, intermediate 71%, elementary 10%.",
            {"71%": "bare_intermediate"},
        ),
        (
            "Qualifications of cadres: postgraduate 4%, university degree 88%, college degree 5%.",
            {"88%": BARE},
        ),
        (
            "Lý luận chính trị của cán bộ: cao cấp 12%, trung cấp 71%.",
            {"71%": "political_theory_intermediate"},
        ),
        # Those with a higher degree are among them, by the words or by the numbers.
        ("Trình độ đại học trở lên 85,2%; sau đại học 12%.", {"85,2%": UNIVERSITY}),
        ("Cán bộ có trình độ đại học 85%, trong đó sau đại học 12%.", {"85%": UNIVERSITY}),
        ("Cán bộ có trình độ đại học, sau đại học đạt 81%.", {"81%": UNIVERSITY}),
        ("Cán bộ có trình độ đại học 98%, sau đại học 12%.", {"98%": UNIVERSITY}),
        (
            "Of the cadres 85% have a university degree or higher, 12% a postgraduate degree.",
            {"85%": UNIVERSITY},
        ),
        # An aim, another group, a degree of another kind.
        ("Phấn đấu 80% cán bộ có trình độ đại học, 10% sau đại học.", {"80%": UNIVERSITY}),
        ("Cấp tỉnh: sau đại học 30%; cấp xã: đại học 60%.", {"60%": UNIVERSITY}),
        ("Cán bộ có trình độ đại học 71%; lý luận chính trị cao cấp 12%.", {"71%": UNIVERSITY}),
    ],
)
def test_who_has_a_degree_alone(text: str, expected: dict[str, str]) -> None:
    told = attributes(text)
    assert {one: told[one] for one in expected} == expected
