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


def test_a_bare_rate_beside_numbers_is_of_no_plan(said):
    found = said(
        table(
            "Cấp | Tổng số | Số lượng nữ | Tỷ lệ (%)",
            "Cấp tỉnh | 53 | 9 | 16,98",
            caption="Biểu 1. Cơ cấu ban chấp hành đảng bộ",
        )
    )
    assert found["16,98"].fact.value.basis is None


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
    assert (
        said(table(*row, caption="Bảng 4. Ủy viên ban chấp hành"))["312"].body
        == "executive_committee"
    )
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


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("2023 plan", "target"),
        ("2023 estimate", "target"),
        ("Last year", "previous"),
        ("2023 actual", "actual"),
        ("Năm 2023 - KH", "target"),
        ("Tỉnh giao", "target"),
        ("Cùng kỳ", "previous"),
        ("Kết quả đạt được", "actual"),
    ],
)
def test_plans_and_results_are_told_wherever_the_word_stands(said, header, role):
    language = "Số đảng viên mới kết nạp" if not header.isascii() else "New Party members admitted"
    found = said(table(f"{language} | {header}", f"{language} | 301"))
    assert found["301"].role == role


def test_columns_of_places_are_not_of_the_province(said):
    found = said(
        table(
            "Chỉ tiêu | Huyện Bình Lộc | Tam Kỳ | Toàn tỉnh | Cả nước",
            "Tỷ lệ hộ nghèo (%) | 7,1 | 1,2 | 4,3 | 2,9",
        )
    )
    texts = ("7,1", "1,2", "4,3", "2,9")
    assert [found[text].indicator for text in texts] == [None, None, "poverty_rate", None]


@pytest.mark.parametrize(
    "rows",
    [
        ("Khối Đảng | 310", "Khối chính quyền | 205", "Cộng | 515"),
        ("Quý I | 310", "Quý II | 205", "Cả năm | 515"),
        ("Thành phố Hải Dương | 310", "Huyện Tứ Kỳ | 205", "Toàn tỉnh | 515"),
    ],
)
def test_the_total_is_that_of_the_province_and_no_part_is(said, rows):
    found = said(LETTER + table("Đơn vị | Số đảng viên mới kết nạp", *rows))
    assert [found[text].indicator for text in ("310", "205", "515")] == [
        None,
        None,
        "new_members_count",
    ]


def test_a_line_across_a_table_is_over_the_rows_below_it(said):
    band = "<tr><td colspan=2>{}</td></tr>"
    rows = "<tr><td>Tỷ lệ hộ nghèo (%)</td><td>{}</td></tr>"
    found = said(
        "<table><tr><th>Chỉ tiêu</th><th>Năm 2023</th></tr>"
        + band.format("Huyện Bình Lộc")
        + rows.format("7,1")
        + band.format("Toàn tỉnh")
        + rows.format("4,3")
        + "</table>"
    )
    assert [found[text].indicator for text in ("7,1", "4,3")] == [None, "poverty_rate"]


@pytest.mark.parametrize(
    "header", ["Bình quân 2020-2022", "Tỷ trọng (%)", "Cơ cấu (%)", "Tốc độ tăng (%)", "% so CK"]
)
def test_averages_shares_of_a_total_and_changes_are_no_levels(said, header):
    found = said(table(f"Chỉ tiêu | 2022 | {header}", "Tỷ lệ hộ nghèo (%) | 5,1 | 4,7"))
    assert found["5,1"].indicator == "poverty_rate"
    assert found["4,7"].indicator is None


def test_what_a_row_is_named_after_is_no_result(said):
    found = said(table("Tiêu chí | Kết quả (%)", "Tỷ lệ hộ nghèo dưới 6% | 4,3"))
    assert (found["6%"].indicator, found["4,3"].indicator) == (None, "poverty_rate")


def test_the_unit_of_a_column_is_nearer_than_that_of_a_row_and_a_town_is_none(said):
    found = said(
        "<table><tr><th rowspan=2>Chỉ tiêu</th><th rowspan=2>Đơn vị</th><th colspan=2>2023</th>"
        "</tr><tr><th>TH</th><th>TH/KH (%)</th></tr><tr><td>Thu ngân sách</td><td>tỷ đồng</td>"
        "<td>15.100</td><td>104,3</td></tr></table>"
    )
    assert (found["15.100"].fact.kind, found["104,3"].fact.kind) == ("money", "percentage")
    found = said(table("District | Schools", "Dong Ha | 14", "Dong Anh | 15"))
    assert found["14"].fact.kind == "count"
    found = said(
        table(
            "Chỉ tiêu | Năm 2023",
            "Thu ngân sách | 15.100",
            "Số đảng viên mới kết nạp | 1.310",
            caption="Đơn vị tính: tỷ đồng",
        )
    )
    assert (found["15.100"].fact.kind, found["1.310"].fact.kind) == ("money", "count")


def test_a_caption_lends_no_people_to_a_column_that_names_what_it_measures(said):
    found = said(
        table(
            "Tỉnh | GRDP (tỷ đồng)",
            "Hải Dương | 101.000",
            "Hưng Yên | 92.000",
            caption="Bảng 1. Tỷ lệ hộ nghèo các tỉnh năm 2022",
        )
    )
    assert found["101.000"].population is None
    found = said(
        table(
            "Chỉ tiêu | Năm 2022",
            "Tỷ lệ hộ nghèo (%) | 5,2",
            caption="Biểu 1. Kết quả kết nạp đảng viên",
        )
    )
    assert found["5,2"].indicator == "poverty_rate"


def test_markdown_tables_have_rows_of_headers_and_end_with_a_blank_line(tmp_path):
    page = tmp_path / "bang.vi.md"
    page.write_text(
        "# Phụ lục\n\n| Chỉ tiêu | 2022 | | 2023 | |\n|---|---|---|---|---|\n"
        "| | KH | TH | KH | TH |\n| A | 1 | 2 | 3 | 4 |\n"
        "| Tỷ lệ hộ nghèo (%) | 5,4 | 5,1 | 4,4 | 4,3 |\n\n"
        "| Chỉ tiêu | Kết quả (tỷ đồng) |\n|---|---|\n| Thu ngân sách | 25.100 |\n",
        "utf-8",
    )
    found = {one.fact.text: one for one in analyse(page).observations}
    assert [(found[text].role, found[text].period) for text in ("5,4", "5,1", "4,4", "4,3")] == [
        ("target", "2022"),
        ("actual", "2022"),
        ("target", "2023"),
        ("actual", "2023"),
    ]
    assert found["25.100"].fact.kind == "money"
    assert "1" not in found


@pytest.mark.parametrize(
    ("heads", "numbers", "named"),
    [
        ("Đơn vị | Nam | Nữ | Tổng", "171 | 154 | 325", (False, True, True)),
        ("Đơn vị | Nam giới | Nữ", "171 | 154", (False, True)),
        ("Đơn vị | Tổng số | Khối trường học", "325 | 171", (True, False)),
        # What is known, and what only says that they are counted.
        ("Đơn vị | Số lượng | Nữ", "325 | 154", (True, True)),
        ("Đơn vị | Kết nạp mới | Nữ | Dân tộc thiểu số", "325 | 154 | 42", (True, True, True)),
        ("Đơn vị | Số người | Năm 2022", "325 | 298", (True, True)),
    ],
)
def test_a_column_that_no_card_knows_beside_a_part_or_the_total_is_a_part(
    said, heads, numbers, named
):
    found = said(
        LETTER
        + table(
            heads,
            "Huyện A | " + " | ".join("12" for _ in named),
            "Toàn tỉnh | " + numbers,
            caption="Bảng 1. Kết quả kết nạp đảng viên năm 2023",
        )
    )
    told = tuple(found[one.strip()].indicator is not None for one in numbers.split("|"))
    assert told == named


def test_a_caption_names_no_column_of_what_no_card_knows(said):
    found = said(
        LETTER
        + table(
            "Đơn vị | Diện tích | Số lượng | Xếp hạng",
            "Huyện A | 386 | 120 | 2",
            "Toàn tỉnh | 1.386 | 1.524 | 12",
            caption="Bảng 1. Kết quả kết nạp đảng viên năm 2023",
        )
    )
    assert found["1.524"].indicator == "new_members_count"
    assert found["1.386"].indicator is None
    assert "12" not in found  # A rank counts nothing.
    alone = said(
        LETTER
        + table(
            "Đơn vị | Kết nạp được",
            "Toàn tỉnh | 1.524",
            caption="Bảng 1. Kết quả kết nạp đảng viên năm 2023",
        )
    )
    assert alone["1.524"].indicator == "new_members_count"


SAID = "<p>Tỉnh ủy Nghệ An, ngày 12/12/2024</p><p>Kết quả như sau.</p>"
IN_ENGLISH = "<p>Ha Tinh Provincial Party Committee, 12 December 2024</p><p>They are these.</p>"


def above(rows):
    """What stands over a table in the language of its headers."""
    return IN_ENGLISH if rows[0].isascii() else SAID


def levels_of(found, texts):
    """Each printed number with its indicator and its level."""
    return {text: (found[text].indicator, found[text].level) for text in texts}


@pytest.mark.parametrize(
    ("rows", "level"),
    [
        (("Cấp | Số đảng viên bị kỷ luật", "Tỉnh | 7", "Huyện | 52", "Tổng cộng | 59"), "district"),
        (("Đơn vị | Số đảng viên bị kỷ luật", "Tỉnh | 7", "Huyện | 52"), "district"),
        (("TT | Cấp | Kỷ luật ĐV", "1 | Tỉnh | 7", "2 | Cơ sở, chi bộ | 52"), "grassroots"),
        (("Khối | Kỷ luật đảng viên", "1. Khối tỉnh | 7", "2. Khối xã | 52"), "commune"),
        (("Cấp | Kỷ luật đảng viên", "Tỉnh | 7", "Quận, huyện | 52", "Cộng | 59"), "district"),
        (("Level | Party members disciplined", "Province | 7", "Party cells | 52"), "grassroots"),
        (("Level | Party members disciplined", "Provincial | 7", "Communes | 52"), "commune"),
        (("Unit | Party members disciplined", "Province | 7", "District | 52"), "district"),
    ],
)
def test_a_row_that_is_a_level_is_counted_at_it(said, rows, level):
    """*Cơ sở, chi bộ* says where members were disciplined, and does not count cells."""
    counted = "disciplined_members_count"
    assert levels_of(said(above(rows) + table(*rows)), ("7", "52")) == {
        "7": (counted, "province"),
        "52": (counted, level),
    }


def test_the_total_of_a_table_by_level_is_of_no_level(said):
    rows = "Tỉnh | 7", "Huyện | 52", "Cơ sở | 131", "Toàn tỉnh | 190"
    found = said(SAID + table("Cấp | Số đảng viên bị kỷ luật", *rows))
    assert levels_of(found, ["190"]) == {"190": ("disciplined_members_count", None)}


def test_columns_that_are_levels_are_counted_at_them(said):
    heads = "Chỉ tiêu | Tỉnh | Huyện | Cơ sở | Cộng"
    found = said(SAID + table(heads, "Kỷ luật đảng viên | 7 | 52 | 131 | 190"))
    assert [found[one].level for one in ("7", "52", "131", "190")] == [
        "province", "district", "grassroots", None,
    ]  # fmt: skip
    assert {found[one].indicator for one in ("7", "52", "131", "190")} == {
        "disciplined_members_count"
    }


def test_below_each_line_across_a_table_the_levels_begin_again(said):
    rows = "<tr><td>Tỉnh</td><td>{}</td></tr><tr><td>Huyện</td><td>{}</td></tr>"
    bands = "<tr><td colspan=2>{}</td></tr>"
    found = said(
        f"{SAID}<table><tr><th>Cấp</th><th>Năm 2024</th></tr>"
        f"{bands.format('Kiểm tra tổ chức đảng')}{rows.format(13, 34)}"
        f"{bands.format('Kỷ luật đảng viên')}{rows.format(23, 44)}</table>"
    )
    assert levels_of(found, ("34", "44")) == {
        "34": ("inspected_orgs_count", "district"),
        "44": ("disciplined_members_count", "district"),
    }


def test_a_part_of_a_level_is_of_that_level(said):
    rows = "1. Tỉnh | 51", "Trong đó: nữ | 6", "2. Huyện | 77"
    found = said(SAID + table("Khối | Số đảng viên bị kỷ luật", *rows))
    assert (found["6"].level, found["6"].attribute) == ("province", "female")


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        # Two parts of one level, and two levels in one row, are of none.
        (("Cấp | Kỷ luật đảng viên", "Đảng ủy cơ sở | 4", "Chi bộ | 13"), (None, None)),
        (("Cấp | Kỷ luật đảng viên", "Tỉnh, huyện | 4", "Cộng | 13"), (None, "total")),
        # Beside places the province is their total.
        (("Đơn vị | Kỷ luật đảng viên", "Tỉnh | 13", "Huyện Mai Sơn | 4"), (None, "total")),
        (("Unit | Party members disciplined", "Province | 13", "Loc Ha district | 4"),
         (None, "total")),
        # Rows of what is counted.
        (("Loại hình | Số lượng", "Đảng bộ cơ sở | 4", "Chi bộ | 13"), (None, None)),
        (("Đơn vị hành chính | Số lượng", "Huyện | 4", "Thị xã | 1", "Xã | 13"), (None, None)),
        (("Cấp học | Kỷ luật đảng viên", "Trung học cơ sở | 4", "Trung học | 13"), (None, None)),
    ],
)  # fmt: skip
def test_other_rows_are_no_levels(said, rows, wanted):
    found = said(above(rows) + table(*rows))
    total = "disciplined_members_count"
    assert levels_of(found, ("4", "13")) == {
        "4": (wanted[0], found["4"].level),
        "13": (total if wanted[1] == "total" else None, None),
    }
