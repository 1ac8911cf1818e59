"""Places between the words of a term, and whose the product of a province is."""

import pytest

from pipeline import analyse


def indicators(text: str) -> list[str | None]:
    return [
        one.indicator
        for one in analyse(text).observations
        if one.fact.value.kind not in ("date", "period", "document_number")
    ]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Tỷ lệ lao động của tỉnh qua đào tạo đạt 61,5%.", "trained_labour_share"),
        ("Tỷ lệ lao động toàn tỉnh qua đào tạo đạt 61,5%.", "trained_labour_share"),
        # A district's is not the province's.
        ("Tỷ lệ lao động huyện Mường Khương qua đào tạo đạt 41,5%.", None),
        ("Tỷ lệ lao động ở Yên Bái qua đào tạo đạt 61,5%.", "trained_labour_share"),
        ("Kim ngạch của thành phố xuất khẩu đạt 2,3 tỷ USD.", "export_turnover"),
        (
            "Tỷ lệ trường học các cấp của tỉnh đạt chuẩn quốc gia là 71%.",
            "national_standard_schools_share",
        ),
        (
            "The share of workers in Yen Bai with vocational training: 61%.",
            "trained_labour_share",
        ),
        ("The poverty rate in the province fell to 5.3%.", "poverty_rate"),
        ("Some 71% of communes in Yen Bai meet new-style rural standards.", "ntm_communes_share"),
        # What stands at the edge of a name is no part of it.
        ("Workers in the province, with vocational training of 3 months, were 61%.", None),
    ],
)
def test_a_name_is_read_over_a_place(text: str, indicator: str | None) -> None:
    assert indicators(text)[-1] == indicator


@pytest.mark.parametrize(
    "text",
    [
        "Kinh tế của tỉnh Yên Bái duy trì tốc độ tăng trưởng 8,3%.",
        "Tốc độ tăng tổng sản phẩm (GDP) trên địa bàn tỉnh Yên Bái đạt 8,3%.",
        "Yen Bai's economy expanded 8.3% last year.",
        "The economy of Yen Bai province grew by 8.3%.",
        "Yen Bai's GDP rose 8.3%.",
        "The province's average GDP grew 8.3%.",
    ],
)
def test_what_a_province_owns_is_its_gross_product(text: str) -> None:
    assert indicators(text) == ["grdp_growth"]


@pytest.mark.parametrize(
    "text",
    [
        "The economy grew by 6.3%.",
        "Vietnam's GDP rose 6.3%.",
        "GDP của Việt Nam tăng 6,3%.",
        "Yen Bai's exports, like GDP, rose 6.3%.",
    ],
)
def test_what_nobody_owns_is_nobodys(text: str) -> None:
    assert indicators(text) in ([None], ["export_turnover"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("100% số xã (91/91) đã đạt chuẩn nông thôn mới.", ["ntm_communes_share"] * 2),
        ("Đến nay 62,5% số xã (70/112) được công nhận đạt chuẩn NTM.", ["ntm_communes_share"] * 2),
        ("87,0% số trường (288/331) đạt chuẩn quốc gia.", ["national_standard_schools_share"] * 2),
        ("Tỷ lệ hộ (1.200/1.300) dùng nước sạch đạt 92,3%.", [None, "clean_water_share"]),
        ("85,4% cán bộ (321/376) đạt chuẩn chức danh.", ["standard_title_share", None]),
        ("100% of cadres (320/320) meet title standards.", ["standard_title_share", None]),
        ("100% of communes (91/91) meet new-style rural standards.", ["ntm_communes_share"] * 2),
        # Names in the bracket, or another clause behind it.
        ("Số xã (Hòa An, Phú Lộc) đạt chuẩn nông thôn mới là 2.", [None]),
        ("Số xã (2 năm), số trường (70/112) đạt chuẩn nông thôn mới.", [None, None]),
        ("Các xã (12/15) đạt chuẩn; nông thôn mới là chương trình lớn.", [None]),
        ("Các xã (12/15), đạt chuẩn nông thôn mới.", [None]),
    ],
)
def test_a_term_is_read_over_how_many_of_how_many(text: str, expected: list[str | None]) -> None:
    assert indicators(text) == expected
