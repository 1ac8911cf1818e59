"""What a label, a heading, a shared noun or plain arithmetic says of bare numbers."""

from __future__ import annotations

import pytest

from pipeline import extract


def indicators(text: str) -> dict[str, str | None]:
    """The indicators of the counts of a text by how they are printed."""
    return {one.fact.text: one.indicator for one in extract(text) if one.fact.kind == "count"}


ORGS, MEMBERS = "disciplined_orgs_count", "disciplined_members_count"
COMMUNES, DISTRICTS = "admin_units_commune_count", "admin_units_district_count"
YOUNG = "committee_young_share"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Disciplinary measures: Party organizations: 2; members: 81.", {"2": ORGS}),
        ("Kỷ luật tổ chức đảng: 3; kỷ luật đảng viên: 81.", {"3": ORGS, "81": MEMBERS}),
        (
            "Số tổ chức đảng được giám sát: 12, số đảng viên: 45.",
            {"12": "supervised_orgs_count", "45": "supervised_members_count"},
        ),
        # The members of an organization that acts are not counted as organizations.
        ("Tổ chức đảng các cấp kỷ luật: 45 đảng viên.", {"45": MEMBERS}),
    ],
)
def test_the_units_of_a_label_are_counted(text: str, expected: dict[str, str | None]) -> None:
    assert expected.items() <= indicators(text).items()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "III. Discipline\n\n- Organizations: 7.\n- Members: 81, namely 52 reprimanded.",
            {"7": ORGS, "81": MEMBERS, "52": MEMBERS},
        ),
        (
            "III. Thi hành kỷ luật\n\n- Tổ chức: 7.\n- Đảng viên: 81, trong đó khiển trách 52.",
            {"7": ORGS, "81": MEMBERS, "52": MEMBERS},
        ),
        # Something else below the heading is no discipline.
        ("III. Discipline\n\n- Petitions: 19.\n- Dossiers: 81.", {"19": None, "81": None}),
        # A lettered line is a heading of its own, and one of several acts says nothing.
        ("III. Thi hành kỷ luật\n\na) Khen thưởng\n\n- Đảng viên: 15.", {"15": None}),
        ("III. Inspection, supervision and discipline\n\n- Members: 15.", {"15": None}),
        ("III. Party rules\n\n- Members: 81.", {"81": None}),
    ],
)
def test_labels_below_the_heading_of_an_act(text: str, expected: dict[str, str | None]) -> None:
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tỉnh còn 12 đơn vị cấp huyện và giảm từ 200 còn 180 đơn vị cấp xã.",
            {"12": DISTRICTS, "200": COMMUNES, "180": COMMUNES},
        ),
        (
            "The province has 11 district-level and 170 commune-level units.",
            {"11": DISTRICTS, "170": COMMUNES},
        ),
        # What the second noun says of its own level is not said of the first.
        (
            "This year 86 communes and 36 villages will be recognized as new-style rural areas.",
            {"86": None, "36": None},
        ),
    ],
)
def test_one_noun_serves_two_numbers(text: str, expected: dict[str, str | None]) -> None:
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tỉnh giảm 40 đơn vị cấp xã (từ 250 xuống còn 210).",
            {"40": "admin_units_reduced_count", "250": COMMUNES, "210": COMMUNES},
        ),
        (
            "The number of commune-level administrative units fell from 300 to 120, that is, 180 "
            "fewer.",
            {"300": COMMUNES, "120": COMMUNES, "180": "admin_units_reduced_count"},
        ),
        # A wrong difference is one all the same: it stands with the others for a check.
        (
            "The number of commune-level administrative units fell from 300 to 120, that is, 175 "
            "fewer.",
            {"300": COMMUNES, "120": COMMUNES, "175": "admin_units_reduced_count"},
        ),
        # A part can be as many by luck.
        (
            "The number of communes fell from 150 to 120, of which 30 are wards.",
            {"150": None, "120": None, "30": None},
        ),
        ("Mạng lưới giảm 5 trường (từ 120 xuống còn 110).", {"5": None, "120": None, "110": None}),
    ],
)
def test_a_difference_is_of_what_it_is_between(text: str, expected: dict[str, str | None]) -> None:
    assert indicators(text) == expected


def test_parts_of_all_units_are_not_all_units() -> None:
    text = "The province has 54 commune-level administrative units (30 wards and two special zones)"
    assert indicators(text) == {"54": COMMUNES, "30": None, "two": None}


@pytest.mark.parametrize(
    ("text", "share", "indicator"),
    [
        ("Grassroots Party committees: women 24%; young cadres 27.6%.", "27.6%", YOUNG),
        ("Cấp ủy cơ sở: nữ chiếm 24%; cán bộ trẻ 27,6%.", "27,6%", YOUNG),
        # Elsewhere, others, another level.
        ("Party committees: women 24%; young cadres in departments 27.6%.", "27.6%", None),
        ("Party committees: women 24%; young civil servants 27.6%.", "27.6%", None),
        ("Party committees: women 24%; district level: young cadres 27.6%.", "27.6%", None),
    ],
)
def test_young_cadres_below_a_label_are_those_of_its_body(text, share, indicator) -> None:
    found = {one.fact.text: one.indicator for one in extract(text)}
    assert found[share] == indicator


RATED = "cadre_rating_share"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Two grades that share the people of a label are grades without a word for grading.
        (
            "Individuals under the management of the Standing Committee of the Provincial Party "
            "Committee: 17.2% excellent, 79.4% good, 3.4% completed.",
            [RATED] * 3,
        ),
        ("Civil servants: excellent 17.2%, good 79.4%.", [RATED] * 2),
        ("Cá nhân diện Ban Thường vụ Tỉnh ủy quản lý: xuất sắc 17,2%, tốt 79,4%.", [RATED] * 2),
        ("Công chức: xuất sắc 17,2%, tốt 79,4%, hoàn thành 3,4%.", [RATED] * 3),
        # Not those of others, of what they know, or of things.
        (
            "Collectives under the management of the Standing Committee: 17.2% excellent, 79.4% "
            "good.",
            [None] * 2,
        ),
        ("Cadres: 17.2% excellent students, 79.4% good students.", [None] * 2),
        ("Cadres' health: 17.2% excellent, 79.4% good.", [None] * 2),
        ("Students: 17.2% excellent, 79.4% good.", [None] * 2),
        ("Cán bộ: ngoại ngữ tốt 17,2%, tin học xuất sắc 5,1%.", [None] * 2),
        ("Civil servants with good English: 17.2%, excellent: 5.1%.", [None] * 2),
        ("Cadres: 17.2% excellent.", [None]),
    ],
)
def test_grades_of_people_whom_a_label_names(text: str, expected: list[str | None]) -> None:
    assert [one.indicator for one in extract(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A label names the part, and the words behind the share its whole.
        (
            "Women in the position of head are few: only 11.6% of heads of departments, branches "
            "and sectors.",
            ["leaders_female_share"],
        ),
        (
            "Nữ giữ chức vụ đứng đầu còn ít: chỉ 11,6% số người đứng đầu các sở, ngành.",
            ["leaders_female_share"],
        ),
        ("11.6% of heads of departments are women.", ["leaders_female_share"]),
        ("Women account for 11.6% of heads of departments and branches.", ["leaders_female_share"]),
        ("Women are few: only 11.6% of heads of departments trust them.", [None]),
        ("Of the women, 11.6% work for heads of departments.", [None]),
        (
            "Women account for 50.2% of the population; heads of departments and branches met.",
            [None],
        ),
    ],
)
def test_a_label_names_the_part(text: str, expected: list[str | None]) -> None:
    assert [one.indicator for one in extract(text)] == expected
