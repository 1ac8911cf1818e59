"""Localities that met the standard which those of another level met."""

from __future__ import annotations

import pytest

from pipeline import extract

COMMUNES, DISTRICTS = "ntm_communes_share", "ntm_districts_count"


def told(text: str) -> list[str | None]:
    """The indicators of the numbers of a text, in reading order."""
    kinds = ("percentage", "count", "ratio")
    return [one.indicator for one in extract(text) if one.fact.kind in kinds]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Toàn tỉnh có 88/112 xã đạt chuẩn nông thôn mới, 03 huyện đạt chuẩn.", DISTRICTS),
        (
            "Có 88/112 xã đạt chuẩn nông thôn mới, 22 xã đạt nâng cao, 3/9 huyện đạt chuẩn.",
            DISTRICTS,
        ),
        ("100% số xã đạt chuẩn NTM, 9/9 huyện, thành phố đạt chuẩn.", DISTRICTS),
        (
            "100% số xã (91/91) đã đạt chuẩn NTM, 7/7 huyện, thành phố đạt chuẩn hoặc hoàn thành "
            "nhiệm vụ.",
            DISTRICTS,
        ),
        ("Có 3/9 huyện đạt chuẩn nông thôn mới, 70/112 xã đạt chuẩn.", COMMUNES),
        ("88 of the 112 communes are new-style rural communes, 3/9 districts likewise.", DISTRICTS),
        (
            "88/112 communes met new-style rural standards; 3 districts met the standards.",
            DISTRICTS,
        ),
        # Another standard, other things, or nothing before them.
        ("Có 88/112 xã đạt chuẩn nông thôn mới, 3/9 huyện có trường đạt chuẩn.", None),
        ("Có 88/112 xã đạt chuẩn nông thôn mới, 3/9 huyện đạt chuẩn phổ cập giáo dục.", None),
        ("Có 88/112 xã đạt chuẩn nông thôn mới; 3/9 huyện đạt chuẩn y tế.", None),
        ("Có 88/112 xã đạt chuẩn nông thôn mới; 12 thôn đạt chuẩn.", None),
        ("Có 3/9 huyện đạt chuẩn.", None),
        ("88/112 communes met new-style rural standards; 3 schools met the standards.", None),
        (
            "88/112 communes met new-style rural standards; 3 districts met the standards of "
            "education.",
            None,
        ),
        ("Có 88/112 xã đạt chuẩn nông thôn mới, 3/9 huyện chưa đạt chuẩn.", None),
    ],
)
def test_what_met_the_standard_of_those_before(text: str, expected: str | None) -> None:
    assert told(text)[-1] == expected
