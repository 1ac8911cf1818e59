"""Who holds two posts, or comes from elsewhere: told of secretaries, in many wordings."""

from __future__ import annotations

import pytest

from pipeline import extract

COUNCIL = "secretary_council_unified_share"
COMMITTEE = "secretary_chairman_unified_share"
ELSEWHERE = "secretary_non_local_share"

CASES: list[tuple[str, dict[str, str | None]]] = [
    (
        "31/140 communes have a secretary who heads the People's Committee, and 52.1% have a "
        "secretary who chairs the People's Council.",
        {"31/140": COMMITTEE, "52.1%": COUNCIL},
    ),
    ("40/140 communes have secretaries who chair People's Councils.", {"40/140": COUNCIL}),
    (
        "Secretaries of commune and ward Party committees: 84 comrades, of whom 12 are women; "
        "61/84 concurrently hold the post of Chairman of the People's Council, and 55/84 are not "
        "local people.",
        {"61/84": COUNCIL, "55/84": ELSEWHERE},
    ),
    (
        "Among the district-level secretaries, 9/14 are not local people and 4/14 are women.",
        {"9/14": ELSEWHERE, "4/14": None},
    ),
    (
        "Of the secretaries of communes and wards, 71% are not locals and 12% are women.",
        {"71%": ELSEWHERE, "12%": None},
    ),
    (
        "Bí thư huyện ủy đồng thời là chủ tịch HĐND huyện có 7/9 nơi, bí thư kiêm chủ tịch UBND "
        "2/9 nơi.",
        {"7/9": COUNCIL, "2/9": COMMITTEE},
    ),
    # Those of one district.
    ("Tại huyện Tân Lạc, bí thư kiêm chủ tịch HĐND có 6/9 xã.", {"6/9": None}),
    # A mark of their own says no more who holds two posts or comes from elsewhere.
    (
        "35/60 commune Party secretaries are not local people; 30/60 are under 40.",
        {"35/60": ELSEWHERE, "30/60": None},
    ),
    (
        "35/60 commune Party secretaries are not local people, 18/60 are women.",
        {"35/60": ELSEWHERE, "18/60": None},
    ),
    # Others than secretaries, and one post alone.
    ("Of the chairmen of commune People's Committees, 71% are not local people.", {"71%": None}),
    ("At the factories 71% of the foremen are not local people.", {"71%": None}),
    ("40% of the women hold the post of chairman of the People's Committee.", {"40%": None}),
    ("Women account for 21% of secretaries of commune Party committees.", {"21%": None}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_holds_two_posts(text: str, expected: dict[str, str | None]) -> None:
    found = {one.fact.text: one.indicator for one in extract(text)}
    assert {printed: found[printed] for printed in expected} == expected
