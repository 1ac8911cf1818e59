"""What a number in a table is, by the headers over and beside it."""

from __future__ import annotations

import pytest

from pipeline.extract.cells import CellReader
from pipeline.extract.values import Reader
from pipeline.language import NumberFormat


@pytest.fixture(scope="module", params=["vi", "en"])
def language(request, rulebook):
    return rulebook.languages[request.param].language


def reader_of(language) -> Reader:
    return Reader(language, NumberFormat(language.card.decimal, language.card.thousands))


def said(language, number: str, *headers: str, labels: tuple[str, ...] = (), unit=None) -> str:
    """The kind and value of a cell."""
    reader = reader_of(language)
    found = CellReader(language).read(number, headers, reader, labels=labels, unit=unit)
    assert found is not None
    return f"{found[2].kind} {found[2]}"


VIETNAMESE = [
    ("35", "Đại biểu Hội đồng nhân dân", "count 35"),
    ("350", "Lao động hợp đồng", "count 350"),
    ("1.200", "Hộ đồng bào dân tộc thiểu số", "count 1200"),
    ("45", "Số đồng chí luân chuyển", "count 45"),
    ("214", "Đồng Xoài", "count 214"),
    ("9.512", "Thu ngân sách (tỷ đồng)", "money 9512000000000 VND"),
    ("12", "Kinh phí, tr.đồng", "money 12000000 VND"),
    ("1.000.000", "Kinh phí (đồng)", "money 1000000 VND"),
    ("21,5", "Giá trị (1.000đ)", "money 21500 VND"),
    ("12,5", "Vốn đăng ký (triệu USD)", "money 12500000 USD"),
    ("12,5", "Triệu USD", "money 12500000 USD"),
    ("4,2", "Sản lượng (nghìn tấn)", "quantity 4200 t"),
    ("61,5", "Năng suất (tạ/ha)", "quantity 61.5 quintal/ha"),
    ("4,2", "Nghìn người", "count 4200"),
    ("12", "Số xã đạt trên 95%", "count 12"),
    ("21,5", "Tỷ lệ nữ", "percentage 21.5%"),
    ("21,5", "Tỷ trọng", "percentage 21.5%"),
    ("9,8", "Tỷ lệ bác sĩ/vạn dân", "count 9.8"),
    ("12,1", "Tỷ suất sinh thô", "count 12.1"),
    ("12,1", "Tỷ suất sinh thô (‰)", "percentage 12.1‰"),
    ("1,2", "Tăng, giảm (điểm %)", "percentage 1.2pp"),
]
ENGLISH = [
    ("35.5", "Revenue (VND billion)", "money 35500000000 VND"),
    ("35.5", "Revenue, billion VND", "money 35500000000 VND"),
    ("6.8", "FDI (US$ million)", "money 6800000 USD"),
    ("35", "Income (dong)", "money 35 VND"),
    ("355", "Dong Nai", "count 355"),
    ("35", "Communes above 95%", "count 35"),
    ("35.5", "Share of women", "percentage 35.5%"),
    ("4.2", "Output (thousand tons)", "quantity 4200 t"),
    ("4.2", "1,000 people", "count 4200"),
    ("12.1", "Birth rate per 1,000 people", "count 12.1"),
]


@pytest.mark.parametrize(("number", "header", "expected"), VIETNAMESE)
def test_vietnamese_headers(rulebook, number, header, expected):
    assert said(rulebook.languages["vi"].language, number, header) == expected


@pytest.mark.parametrize(("number", "header", "expected"), ENGLISH)
def test_english_headers(rulebook, number, header, expected):
    assert said(rulebook.languages["en"].language, number, header) == expected


def test_a_rate_is_what_the_nearest_header_says(rulebook):
    language = rulebook.languages["vi"].language
    assert said(language, "21,5", "Tỷ lệ", labels=("Số xã",)) == "percentage 21.5%"
    assert said(language, "21", "Số lượng", labels=("Tỷ lệ nữ",)) == "count 21"
    assert said(language, "21,5", "Năm 2023", labels=("Tỷ lệ nữ",)) == "percentage 21.5%"
    assert said(language, "4.512", "Tỷ lệ", unit="người") == "count 4512"
    assert said(language, "108,2", "Tỷ lệ", labels=("Thu (tỷ đồng)",)) == "percentage 108.2%"
    assert said(language, "12,1", "Tỷ lệ", labels=("Sinh thô (‰)",)) == "percentage 12.1‰"


def test_a_unit_beside_a_number_goes_before_that_over_the_table(rulebook):
    language = rulebook.languages["vi"].language
    assert said(language, "12", "Năm 2023", unit="triệu đồng") == "money 12000000 VND"
    assert said(language, "12", "Năm 2023", labels=("ha",), unit="triệu đồng") == "quantity 12 ha"
    assert said(language, "12", "Số hộ", unit="triệu đồng") == "count 12"


def test_what_numbers_rows_or_years_is_no_count(language):
    reader = reader_of(language)
    cells = CellReader(language)
    item, year = ("STT", "Năm") if language.card.code == "vi" else ("No.", "Year")
    assert cells.read("12", [item], reader) is None
    found = cells.read("2023", [year], reader)
    assert found is not None
    assert str(found[2]) == "2023"


@pytest.mark.parametrize(
    ("code", "header"),
    [("vi", "Trang"), ("vi", "Xếp hạng"), ("vi", "Năm sinh"), ("en", "Page"), ("en", "Rank")],
)
def test_pages_ranks_and_years_of_birth_count_nothing(rulebook, code, header):
    language = rulebook.languages[code].language
    assert CellReader(language).read("12", [header], reader_of(language)) is None


def test_an_amount_is_counted_in_the_unit_over_the_table(rulebook):
    language = rulebook.languages["vi"].language
    assert said(language, "12", "Số thu", unit="triệu đồng") == "money 12000000 VND"


def test_a_column_that_compares_has_no_unit_of_its_rows(rulebook):
    """A hundred and five under *So với cùng kỳ* are no billions; a thousand may be."""
    language = rulebook.languages["vi"].language
    revenue = ("Thu ngân sách (tỷ đồng)",)
    assert said(language, "105,3", "So với cùng kỳ", labels=revenue) == "percentage 105.3%"
    assert said(language, "105", "So với cùng kỳ", labels=revenue) == "count 105"
    assert said(language, "1.024", "So với cùng kỳ", labels=revenue) == "money 1024000000000 VND"
    assert said(language, "12", "So với cùng kỳ (tỷ đồng)") == "money 12000000000 VND"
    english = rulebook.languages["en"].language
    assert said(english, "96.5", "Compared to 2022", labels=("Rice (tonnes)",)) == (
        "percentage 96.5%"
    )


def test_an_area_is_not_in_the_money_of_the_caption(rulebook):
    language = rulebook.languages["vi"].language
    assert said(language, "35,2", "Diện tích", unit="tỷ đồng") == "count 35.2"
    assert said(language, "35,2", "Thực hiện", unit="tỷ đồng") == "money 35200000000 VND"
    assert said(language, "35,2", "Diện tích", unit="nghìn ha") == "quantity 35200 ha"
