"""What a whole province or Party organization has."""

from __future__ import annotations

import pytest

from pipeline.flow import Pipeline
from pipeline.readers import read_text


@pytest.fixture(scope="module")
def named(rulebook):
    """The indicators of the numbers of a sentence, by what is printed."""
    rooms = Pipeline(rulebook)

    def read(sentence: str) -> dict[str, str | None]:
        language = "en" if sentence.isascii() else "vi"
        document = read_text(sentence, path="x.txt", rulebook=rulebook, language=language)
        facts = rooms.extractor(document).facts
        return {
            one.fact.text: one.indicator
            for one in rooms.linker(document, facts)
            if one.fact.kind == "count"
        }

    return read


COMMUNES, DISTRICTS = "admin_units_commune_count", "admin_units_district_count"
CELLS, MEMBERS = "party_cells_total", "party_members_total"
GRASSROOTS = "party_orgs_grassroots_total"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Toàn tỉnh có 187 xã, phường, thị trấn.", {"187": COMMUNES}),
        (
            "Under the new arrangement the province has 84 communes, wards and special zones.",
            {"84": COMMUNES},
        ),
        (
            "The province has 84 communes and wards, and 30/70 communes meet the standards.",
            {"84": COMMUNES},
        ),
        ("Under the new arrangement the province keeps 84 communes open.", {"84": None}),
        (
            "Hiện nay, tỉnh còn 14 đơn vị cấp huyện và 211 đơn vị cấp xã.",
            {"14": DISTRICTS, "211": COMMUNES},
        ),
        (
            "Hà Giang có 10 huyện, thành phố với 187 xã, phường, thị trấn.",
            {"10": DISTRICTS, "187": COMMUNES},
        ),
        ("Năm 2019, Hà Giang còn 187 xã, phường, thị trấn.", {"187": COMMUNES}),
        ("Đến nay, Đảng bộ tỉnh Hà Giang có 68.310 đảng viên.", {"68.310": MEMBERS}),
        (
            "Toàn tỉnh hiện có 52.410 đảng viên sinh hoạt tại 571 tổ chức cơ sở đảng.",
            {"52.410": MEMBERS, "571": GRASSROOTS},
        ),
        ("The province now has 187 communes, wards and townships.", {"187": COMMUNES}),
        (
            "Ha Giang province has 10 districts and cities with 187 communes, wards and towns.",
            {"10": DISTRICTS, "187": COMMUNES},
        ),
        ("Ha Giang had 187 communes and wards in 2019.", {"187": COMMUNES}),
        (
            "The Party committee of the province has 571 grassroots Party organizations, 2,410 "
            "Party cells and 52,410 Party members.",
            {"571": GRASSROOTS, "2,410": CELLS, "52,410": MEMBERS},
        ),
        (
            "The provincial Party organization has 571 grassroots Party organizations with "
            "52,410 members.",
            {"571": GRASSROOTS, "52,410": MEMBERS},
        ),
    ],
)
def test_a_whole_has_what_is_counted_behind_it(named, sentence, expected):
    assert named(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        # What is said of them makes them a part.
        "Tỉnh có 41 xã, phường đạt chuẩn.",
        "Đảng bộ có 1.310 đảng viên được tặng Huy hiệu.",
        "Đến hết năm 2023, toàn tỉnh có 130 xã, phường hoàn thành phổ cập.",
        "Tỉnh có 14 xã, phường và 35 hợp tác xã tham gia.",
        "The province has 41 communes and wards meeting the standard.",
        "The Party organization has 1,310 Party members who received badges.",
        # Those of one kind, and of a place below the province.
        "Trên địa bàn tỉnh có 145 xã, 12 phường.",
        "Cả tỉnh có 102 xã, phường và 01 đặc khu.",
        "Huyện Vị Xuyên có 22 xã, thị trấn.",
        "Đảng bộ huyện có 45 chi, đảng bộ trực thuộc với 7.210 đảng viên.",
        # The members of a committee hold seats.
        "The Party committee has 51 members.",
        # Others did something.
        "Hà Giang giảm 14 xã, phường, thị trấn.",
        "The province merged 41 communes and wards.",
    ],
)
def test_a_part_is_no_whole(named, sentence):
    assert not {COMMUNES, DISTRICTS, CELLS, MEMBERS, GRASSROOTS} & set(named(sentence).values())


@pytest.mark.parametrize(
    ("sentence", "printed", "indicator"),
    [
        ("Số xã, phường của tỉnh giảm từ 231 xuống còn 87.", "231", COMMUNES),
        ("Số xã, phường của tỉnh giảm từ 231 xuống còn 87.", "87", COMMUNES),
        ("The number of communes and wards fell from 231 to 87.", "87", COMMUNES),
        ("Số xã, phường có rác thải giảm từ 231 xuống còn 87.", "87", None),
        (
            "Toàn tỉnh còn 87 xã, phường (70 xã, 17 phường), giảm 144 xã, phường.",
            "144",
            "admin_units_reduced_count",
        ),
        (
            "The province has 87 communes and wards, a reduction of 144.",
            "144",
            "admin_units_reduced_count",
        ),
        ("Toàn tỉnh còn 87 xã, phường, giảm 144 người làm việc.", "144", None),
    ],
)
def test_units_that_mergers_took_away(named, sentence, printed, indicator):
    assert named(sentence)[printed] == indicator


def test_units_of_another_level_are_no_more_of_the_first(named):
    found = named("Số đơn vị hành chính cấp huyện tăng từ 8 lên 11, số xã tăng từ 171 lên 190.")
    assert (found["11"], found["171"], found["190"]) == (DISTRICTS, None, None)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("From 268 commune-level units we now have 91 communes and wards.", [COMMUNES, COMMUNES]),
        (
            "From 134 Party cells in 2012, there are now 288 Party cells in private firms.",
            ["private_enterprise_party_orgs_count"] * 2,
        ),
        # Some units, and things of two kinds.
        ("From 24 communes and wards merged then we now have 9 communes and wards.", [None, None]),
        (
            "From 134 firms in 2012, there are now 288 Party cells in private firms.",
            [None, "private_enterprise_party_orgs_count"],
        ),
    ],
)
def test_what_there_was_and_what_there_is_now(named, sentence, expected) -> None:
    assert list(named(sentence).values()) == expected


def test_a_bracket_in_a_row_takes_a_part_of_it_apart(named) -> None:
    found = named(
        "The Provincial Party Committee has 511 grassroots Party organizations (190 committees "
        "and 321 cells) with nearly 57,000 Party members."
    )
    assert found == {"511": GRASSROOTS, "190": None, "321": None, "57,000": MEMBERS}


REDUCED = "admin_units_reduced_count"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # Nobody is named where it is told what was reordered: the province.
        (
            "Ở cấp xã, sau khi sắp xếp còn 138 xã, phường, thị trấn, giảm 9 đơn vị.",
            {"138": COMMUNES, "9": REDUCED},
        ),
        ("Sau sáp nhập còn 87 xã, phường, giảm 71 xã, phường.", {"87": COMMUNES, "71": REDUCED}),
        (
            "Ở cấp huyện, sau sắp xếp còn 8 huyện, thành phố, giảm 3 đơn vị.",
            {"8": DISTRICTS, "3": REDUCED},
        ),
        # Places of one district, and only some of them.
        ("Tại huyện Lạc Thủy, sau sắp xếp còn 11 xã, thị trấn.", {"11": None}),
        ("Huyện Lạc Thủy sau sắp xếp còn 11 xã, thị trấn.", {"11": None}),
        ("Cụm số 3 sau khi sắp xếp còn 13 xã, phường.", {"13": None}),
        ("Sau sắp xếp còn 34 xã, phường dôi dư trụ sở.", {"34": None}),
        ("Sau sắp xếp có 34 xã, phường hoàn thành bàn giao.", {"34": None}),
    ],
)
def test_what_is_left_behind_a_merger(named, sentence, expected) -> None:
    assert named(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Đảng bộ tỉnh có 13 đảng bộ trực thuộc, 472 tổ chức cơ sở đảng, 1.810 chi bộ trực "
            "thuộc đảng ủy cơ sở.",
            {"13": None, "472": GRASSROOTS, "1.810": "party_cells_total"},
        ),
        (
            "Đảng bộ tỉnh Lào Cai có 13 đảng bộ trực thuộc, 472 tổ chức cơ sở đảng.",
            {"472": GRASSROOTS},
        ),
        ("Đảng bộ tỉnh gồm 13 đảng bộ trực thuộc, 472 tổ chức cơ sở đảng.", {"472": GRASSROOTS}),
        # Some of them, what was done with them, or those of a district.
        ("Đảng bộ tỉnh có 47 tổ chức cơ sở đảng được khen thưởng.", {"47": None}),
        ("Đảng bộ tỉnh có 13 đảng bộ, 472 tổ chức cơ sở đảng hoàn thành đại hội.", {"472": None}),
        ("Đảng bộ tỉnh có 45 tổ chức cơ sở đảng trong doanh nghiệp.", {"45": None}),
        ("Đảng bộ tỉnh có 12.000 đảng viên được khen thưởng.", {"12.000": None}),
        ("Đảng bộ huyện có 47 tổ chức cơ sở đảng, 310 chi bộ.", {"47": None, "310": None}),
    ],
)
def test_what_the_party_organization_of_a_province_has(named, sentence, expected) -> None:
    told = named(sentence)
    assert {one: told[one] for one in expected} == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Trước sắp xếp tỉnh có 9 đơn vị hành chính cấp huyện, 198 đơn vị cấp xã; sau sắp xếp "
            "giảm 01 huyện, 43 xã.",
            {"9": DISTRICTS, "198": COMMUNES, "01": REDUCED, "43": REDUCED},
        ),
        ("Sau sáp nhập, toàn tỉnh giảm 2 huyện, 43 xã.", {"2": REDUCED, "43": REDUCED}),
        (
            "Before the merger the province had 9 district-level units and 198 communes, wards and "
            "towns.",
            {"9": DISTRICTS, "198": COMMUNES},
        ),
        (
            "After the merger, the province was reduced by 2 districts and 43 communes.",
            {"2": REDUCED, "43": REDUCED},
        ),
        # Nothing was reordered, or only some of them are fewer, or other things.
        ("Số xã khó khăn giảm 2 huyện, 43 xã.", {"2": None, "43": None}),
        ("Sau sắp xếp, số xã khó khăn giảm 43 xã.", {"43": None}),
        ("Sau sắp xếp, toàn tỉnh giảm 43 xã đặc biệt khó khăn.", {"43": None}),
        ("Sau sáp nhập, dịch bệnh giảm tại 43 xã.", {"43": None}),
        ("Sau sắp xếp giảm 3 phòng, 43 xã.", {"43": None}),
    ],
)
def test_places_before_and_behind_a_merger(named, sentence, expected) -> None:
    told = named(sentence)
    assert {one: told[one] for one in expected} == expected
