"""BC130 and BC131: what a table's own columns and rows say of its numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

import paper
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import check
from pipeline.arithmetic import decimal_text
from pipeline.model import Finding

Table = Callable[..., list[Finding]]


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """The findings on a table that is written as rows of cells parted by bars."""

    def read(*rows: str, rule: str | None = None) -> list[Finding]:
        lines = [f"| {row} |" for row in rows]
        lines.insert(1, "|" + "---|" * (rows[0].count("|") + 1))
        page = tmp_path_factory.mktemp("bang") / "bang.vi.md"
        page.write_text("# Phụ lục\n\n" + "\n".join(lines) + "\n", "utf-8")
        return [one for one in check(page) if one.check.startswith("table_") or one.alert != "none"]

    return read


COMMITTEES = (
    "Huyện | Tổng số | Nữ | Tỷ lệ (%)",
    "An Khê | 41 | 9 | 21,95",
    "Bình Lộc | 39 | 7 | 17,95",
    "Chương Dương | 37 | 8 | 21,62",
    "Đông Hà | 43 | 10 | 23,26",
)


def alerts(findings: Sequence[Finding]) -> list[tuple[str, str, str | None]]:
    return [(one.rule, one.stated, one.computed) for one in findings if one.alert != "none"]


def test_a_row_that_is_not_worked_out_as_the_others_are_is_found(found):
    findings = found(*COMMITTEES[:3], COMMITTEES[3].replace("21,62", "21,26"), COMMITTEES[4])
    assert alerts(findings) == [("BC130", "21,26", "21.622")]
    said = next(one for one in findings if one.alert == "warn")
    assert [one.text for one in said.uses] == ["8", "37"]
    assert said.verdict == "implausible"


def test_rows_that_fit_are_said_to(found):
    findings = found(*COMMITTEES)
    assert [one.verdict for one in findings] == ["supported"] * 4


def test_a_growth_is_found_as_well_as_a_share(found):
    rows = (
        "Huyện | Năm 2022 | Năm 2023 | Tăng (%)",
        "An Khê | 1.210 | 1.342 | 10,91",
        "Bình Lộc | 980 | 1.031 | 5,2",
        "Chương Dương | 1.455 | 1.502 | 3,23",
        "Đông Hà | 2.004 | 2.110 | 5,92",
    )
    assert alerts(found(*rows)) == [("BC130", "5,92", "5.289")]


@pytest.mark.parametrize(
    "rows",
    [
        # Too few rows tell how the column is worked out.
        ("Huyện | Tổng số | Nữ | Tỷ lệ (%)", *COMMITTEES[1:3], "Đông Hà | 43 | 10 | 32,26"),
        # Too many say otherwise.
        (*COMMITTEES[:4], "Đông Hà | 43 | 10 | 32,26", "Phú Lộc | 45 | 11 | 42,44"),
        # The percentages are of a number that the table does not show.
        (
            "Huyện | Tổng số | Nữ | Tỷ lệ (%)",
            "An Khê | 41 | 9 | 4,31",
            "Bình Lộc | 39 | 7 | 3,35",
            "Chương Dương | 37 | 8 | 3,83",
            "Đông Hà | 43 | 10 | 4,78",
        ),
        # All and none tell nothing of how it is worked out.
        (
            "Huyện | Số xã | Xã đạt | Tỷ lệ (%)",
            "An Khê | 12 | 12 | 100",
            "Bình Lộc | 9 | 9 | 100",
            "Chương Dương | 14 | 14 | 100",
            "Đông Hà | 11 | 10 | 81,2",
        ),
        # The value of a crop grows at other prices than its tonnes.
        (
            "Sản phẩm | Năm 2022 | Năm 2023 | So sánh (%)",
            "Lúa (tấn) | 4.100 | 4.300 | 104,9",
            "Ngô (tấn) | 3.900 | 4.000 | 102,6",
            "Lạc (tấn) | 3.700 | 3.800 | 102,7",
            "Giá trị (tỷ đồng) | 4.100 | 4.500 | 106,2",
        ),
        # Ranks.
        (
            "Huyện | Hạng | Hạng trước | Tỷ lệ (%)",
            "An Khê | 1 | 2 | 50",
            "Bình Lộc | 2 | 4 | 50",
            "Đông Hà | 3 | 6 | 50",
            "Phú Lộc | 4 | 5 | 47",
        ),
        # Cut off instead of rounded.
        (*COMMITTEES[:4], "Đông Hà | 43 | 10 | 23,25"),
    ],
)
def test_what_may_be_right_raises_nothing(found, rows):
    assert alerts(found(*rows)) == []


def test_rounded_amounts_are_as_large_as_they_may_have_been(found):
    rows = (
        "Lĩnh vực (tỷ đồng) | Kế hoạch | Thực hiện | Đạt (%)",
        "Thu nội địa (tỷ đồng) | 1.210 | 1.342 | 110,91",
        "Thu thuế (tỷ đồng) | 980 | 1.031 | 105,2",
        "Thu phí (tỷ đồng) | 1.455 | 1.502 | 103,23",
        "Thu khác (tỷ đồng) | 2,1 | 2,3 | 108,7",
    )
    assert alerts(found(*rows)) == []
    assert alerts(found(*rows[:4], "Thu khác (tỷ đồng) | 2,1 | 2,3 | 158,7")) == [
        ("BC130", "158,7", "109.52")
    ]


STAFF = (
    "Cấp | Cán bộ | Công chức | Viên chức",
    "Cấp tỉnh | 102 | 1.204 | 5.113",
    "Cấp huyện | 348 | 1.127 | 13.420",
    "Cấp xã | 1.911 | 1.845 | 21",
)


def test_a_total_that_its_rows_do_not_make_is_found(found):
    findings = found(*STAFF, "Tổng cộng | 2.361 | 4.167 | 18.554")
    assert alerts(findings) == [("BC131", "4.167", "4176")]
    assert [one.verdict for one in findings] == ["supported", "implausible", "supported"]


def test_parts_of_rows_are_not_added_twice(found):
    rows = (*STAFF[:2], "- Trong đó nữ | 41 | 500 | 2.100", *STAFF[2:])
    assert alerts(found(*rows, "Tổng cộng | 2.361 | 4.176 | 18.554")) == []
    assert alerts(found(*rows, "Tổng cộng | 2.361 | 4.167 | 18.554")) == [
        ("BC131", "4.167", "4176")
    ]


@pytest.mark.parametrize(
    "rows",
    [
        # A density is no sum, nor is an average.
        (
            "Huyện | Số dân | Số hộ | Mật độ",
            "An Khê | 81.204 | 20.110 | 412",
            "Bình Lộc | 102.311 | 24.560 | 233",
            "Đông Hà | 64.700 | 16.020 | 1.120",
            "Tổng cộng | 248.215 | 60.690 | 402",
        ),
        # One column that adds up is no sign that the others do.
        (
            "Huyện | Số xã | Số lớp",
            "An Khê | 12 | 40",
            "Bình Lộc | 9 | 31",
            "Đông Hà | 14 | 20",
            "Tổng cộng | 35 | 92",
        ),
        # A cell is empty, or holds more than a number.
        (*STAFF[:3], "Cấp xã | 1.911 | | 21", "Tổng cộng | 2.361 | 4.167 | 18.554"),
        (*STAFF[:3], "Cấp xã | 1.911 | 1.845 (*) | 21", "Tổng cộng | 2.361 | 4.167 | 18.554"),
        # What is counted twice in the rows is once in the total.
        (*STAFF, "Tổng cộng | 2.361 | 4.020 | 18.554"),
        # Decimals are rounded.
        (
            "Nguồn (tỷ đồng) | 2021 | 2022 | 2023",
            "Thuế | 12,3 | 12 | 11,4",
            "Phí | 13,4 | 14 | 12,4",
            "Đất | 15,4 | 15 | 15,4",
            "Tổng cộng | 41,1 | 41 | 39,3",
        ),
        # Not all rows are shown.
        (*STAFF[:3], "Tổng cộng | 2.361 | 4.176 | 18.554"),
    ],
)
def test_what_is_no_sum_raises_nothing(found, rows):
    assert alerts(found(*rows)) == []


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(20, 900), st.integers(1, 19)), min_size=4, max_size=7, unique=True
    ),
    st.sampled_from([1, 2]),
)
def test_a_table_that_is_right_raises_nothing(found, numbers, decimals):
    rows = ["Đơn vị | Tổng số | Nữ | Tỷ lệ (%)"]
    for index, (whole, part) in enumerate(numbers):
        share = decimal_text(Fraction(100 * part, whole), decimals).replace(".", ",")
        rows.append(f"Đơn vị {'ABCDEFG'[index]} | {whole} | {part} | {share}")
    whole, part = (sum(column) for column in zip(*numbers, strict=True))
    share = decimal_text(Fraction(100 * part, whole), decimals).replace(".", ",")
    rows.append(f"Tổng cộng | {whole} | {part} | {share}")
    assert alerts(found(*(row.replace("1000", "1.000") for row in rows))) == []


@pytest.mark.parametrize("repeated", [True, False])
@pytest.mark.parametrize(("women", "expected"), [("874", []), ("847", [("BC131", "847", "874")])])
def test_a_table_is_added_up_over_the_page(tmp_path, repeated, women, expected):
    head = ["Huyện", "Cán bộ", "Công chức", "Viên chức", "Nữ"]
    above = [
        ["An Khê", "1.410", "809", "5.113", "309"],
        ["Bình Lộc", "1.390", "547", "4.420", "247"],
    ]
    below = [
        ["Đông Hà", "1.370", "718", "6.021", "318"],
        ["Tổng cộng", "4.170", "2.074", "15.554", women],
    ]
    file = tmp_path / "hai-trang.vi.pdf"
    file.write_bytes(
        paper.pdf(
            lambda canvas: paper.grid(canvas, [head, *above], y=700),
            lambda canvas: paper.grid(canvas, [head, *below][not repeated :], y=60),
        )
    )
    assert alerts(check(file)) == expected
