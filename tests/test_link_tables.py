"""Numbers in tables: what columns, rows and captions say of them."""

from __future__ import annotations

import pytest

from pipeline import analyse

LETTER = "<p>Báo cáo của Tỉnh ủy Nghệ An, ngày 12/12/2024</p>"


@pytest.fixture
def said(tmp_path):
    """Each printed number of a page with its observation."""

    def read(body: str):
        page = tmp_path / "bang.html"
        page.write_text(f"<html><body>{body}</body></html>", "utf-8")
        return {one.fact.text: one for one in analyse(page).observations}

    return read


def table(*rows: str, caption: str = "") -> str:
    """A table from rows of cells parted by bars; the first one holds its headers."""
    heads, *others = ([cell.strip() for cell in row.split("|")] for row in rows)
    lines = ["".join(f"<th>{cell}</th>" for cell in heads)]
    lines += ["".join(f"<td>{cell}</td>" for cell in row) for row in others]
    return (f"<p>{caption}</p>" if caption else "") + (
        "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"
    )


def test_a_plan_is_no_result(said):
    found = said(
        LETTER
        + table(
            "TT | Chỉ tiêu | Đơn vị | Kế hoạch 2024 | Ước thực hiện 2024 | So với kế hoạch (%)"
            " | So với năm 2023 (%)",
            "1 | Thu ngân sách nhà nước | tỷ đồng | 15.200 | 16.800 | 110,5 | 107,2",
            "2 | Tỷ lệ hộ nghèo | % | 4,8 | 4,3 | 111,6 | 95,1",
        )
    )
    wanted = {
        "15.200": ("budget_revenue", "target", "2024"),
        "16.800": ("budget_revenue", "actual", "2024"),
        "110,5": ("budget_revenue_plan_share", "actual", None),
        "107,2": ("budget_revenue_yoy_ratio", "actual", None),
        "4,8": ("poverty_rate", "target", "2024"),
        "4,3": ("poverty_rate", "actual", "2024"),
        # What was reached of a plan is no poverty rate.
        "111,6": (None, None, None),
        "95,1": (None, None, None),
    }
    assert {
        text: (found[text].indicator, found[text].role, found[text].period) for text in wanted
    } == wanted
    assert found["110,5"].fact.value.basis == "of_plan"
    assert found["107,2"].fact.value.basis == "of_base"


def test_a_bare_rate_beside_plan_and_result_is_of_the_plan(said):
    found = said(
        table(
            "Chỉ tiêu | Kế hoạch | Thực hiện | Tỷ lệ (%)",
            "Tỷ lệ hộ nghèo (%) | 4,8 | 4,3 | 89,6",
        )
    )
    assert found["89,6"].fact.value.basis == "of_plan"
    assert found["89,6"].indicator is None
    assert found["4,8"].role == "target"


def test_a_bare_rate_beside_numbers_is_a_share(said):
    found = said(
        table(
            "Cấp | Tổng số | Số lượng nữ | Tỷ lệ (%)",
            "Cấp tỉnh | 53 | 9 | 16,98",
            caption="Biểu 1. Cơ cấu ban chấp hành đảng bộ",
        )
    )
    assert found["16,98"].fact.value.basis != "of_plan"


def test_years_held_against_each_other_are_no_time_of_the_older_one(said):
    found = said(
        table(
            "Indicator | Unit | 2023 | 2024 | 2024/2023 (%)",
            "State budget revenue | billion VND | 11,253 | 12,872 | 114.4",
        )
    )
    assert found["11,253"].period == "2023"
    assert (found["114.4"].indicator, found["114.4"].period) == (
        "budget_revenue_yoy_ratio",
        "2024",
    )


def test_rows_of_places_are_not_of_the_province(said):
    found = said(
        LETTER
        + table(
            "STT | Huyện, thành phố | Năm 2022 | Năm 2023",
            "1 | Bình Lộc | 7,4 | 6,1",
            "2 | Thành phố An Khê | 1,4 | 1,1",
            "| Toàn tỉnh | 5,4 | 4,9",
            caption="Bảng 2. Tỷ lệ hộ nghèo các huyện (%)",
        )
    )
    assert found["6,1"].fact.kind == "percentage"
    assert [found[text].indicator for text in ("6,1", "1,1", "4,9")] == [None, None, "poverty_rate"]
    assert found["4,9"].period == "2023"


def test_rows_of_provinces_are_of_each(said):
    found = said(
        table(
            "TT | Tỉnh | Số đảng viên kết nạp",
            "1 | Hải Dương | 2.104",
            "2 | Hưng Yên | 1.873",
        )
    )
    assert (found["2.104"].province, found["1.873"].province) == ("hai-duong", "hung-yen")
    assert found["2.104"].indicator == "new_members_count"


def test_a_row_that_is_a_part_is_of_what_the_row_above_is_of(said):
    found = said(
        table(
            "Nội dung | Năm 2023",
            "Số đảng viên mới kết nạp | 3.120",
            "- Nữ | 1.305",
            "Trong đó: dân tộc thiểu số | 802",
            caption="Biểu 3. Phát triển đảng viên",
        )
    )
    assert found["1.305"].population == "new_party_members"
    assert (found["802"].population, found["802"].attribute) == (
        "new_party_members",
        "ethnic_minority",
    )


def test_a_caption_says_whose_numbers_they_are_but_a_sentence_does_not(said):
    row = ("Đơn vị | Nữ", "Cấp huyện | 312")
    assert said(table(*row, caption="Bảng 4. Ủy viên ban chấp hành"))["312"].body is not None
    told = "Ban Thường vụ Tỉnh ủy đã chỉ đạo quyết liệt, kết quả như sau:"
    assert said(table(*row, caption=told))["312"].body is None


def test_the_unit_over_a_table_is_that_of_its_numbers(said):
    rows = ("Huyện | Năm 2023", "Bình Lộc | 215,4")
    money = said(table(*rows, caption="Đơn vị tính: tỷ đồng"))["215,4"].fact
    assert (money.kind, str(money.value.number)) == ("money", "215400000000")
    assert said(table(*rows, caption="(Đơn vị: %)"))["215,4"].fact.kind == "percentage"
    assert said(table(*rows, caption="Kết quả thu ngân sách"))["215,4"].fact.kind == "count"


@pytest.mark.parametrize(
    ("printed", "change"), [("-120", "decrease"), ("35", "increase"), ("-4", "decrease")]
)
def test_the_sign_tells_which_change_a_column_of_both_means(said, printed, change):
    found = said(
        table(
            "Cấp | Biên chế năm 2020 | Tăng (+), giảm (-)",
            "Cấp tỉnh | 1.900 | -120",
            "Cấp huyện | 2.100 | 35",
            "Cấp xã | 3.100 | -4",
        )
    )
    assert found[printed].change == change


def test_a_cell_is_no_heading_of_the_cells_behind_it(said):
    found = said(
        table(
            "Mục tiêu đến năm 2030 | Tỷ lệ đô thị hóa năm 2023 (%)",
            "Đô thị | 41,5",
        )
    )
    assert found["41,5"].role == "actual"


def test_two_rows_of_a_column_are_not_of_one_indicator(said):
    found = said(
        table(
            "Chỉ tiêu (tỷ đồng) | Năm 2022 | Năm 2023",
            "Thu ngân sách nhà nước (tỷ đồng) | 15.100 | 16.800",
            "Thu nội địa (tỷ đồng) | 13.200 | 14.300",
        )
    )
    assert [found[text].indicator for text in ("15.100", "16.800", "13.200", "14.300")] == [
        "budget_revenue",
        "budget_revenue",
        None,
        None,
    ]
