"""Tables that no rules part, in print and in plain text: columns, headers, long names."""

from __future__ import annotations

import random
import textwrap
from itertools import pairwise

import paper
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.readers import read
from pipeline.readers.common import TextLine
from pipeline.readers.layout import blocks
from pipeline.readers.spaced import cells_of, frames_of
from pipeline.readers.tables import Cell
from pipeline.readers.text import pieces_of
from pipeline.readers.written import written_tables

WIDE, HIGH, STEP = 5.0, 10.0, 14.0


def line(text: str, x: float, y: float, *, at: str = "left") -> TextLine:
    """A line of letters of one width, whose left end, middle or right end stands at a place."""
    width = WIDE * len(text)
    left = x - {"left": 0.0, "middle": width / 2, "right": width}[at]
    return TextLine(text, (left, y, left + width, y + HIGH), HIGH)


def shown(lines: list[TextLine]) -> dict[str, Cell]:
    """The cells of the only table on a page, by their text."""
    (block,) = (one for one in blocks(lines) if one.rows)
    cells = cells_of(block.rows)
    assert cells is not None
    return {cell.text: cell for cell in cells}


def place(cell: Cell) -> tuple[int, int, int]:
    return cell.row, cell.column, cell.columns


HEADS = ((300, "Đơn vị", "tính"), (380, "Năm", "2022"), (470, "Thực hiện", "năm 2023"))
BODY = (
    ("Tổng thu ngân sách", "trên địa bàn", "Tỷ đồng", "2.345,6", "2.512,8"),
    ("Tỷ lệ hộ nghèo", "", "%", "42,3", "36,4"),
    ("Diện tích rừng trồng", "", "Ha", "1.204", "998"),
)


def page(*, numbers_below: bool = False) -> list[TextLine]:
    """A table as statistical offices print it."""
    lines = [
        line(text, x, STEP * at, at="middle") for x, *two in HEADS for at, text in enumerate(two)
    ]
    y = 2 * STEP
    lines.append(line("I. KINH TẾ", 70, y))
    for name, more, unit, *values in BODY:
        y += STEP
        lines.append(line(name, 70, y))
        if more:
            lines.append(line(more, 70, y + STEP))
        beside = y + STEP * (numbers_below and bool(more))
        lines.append(line(unit, 300, beside, at="middle"))
        lines += [
            line(one, x, beside, at="right") for one, x in zip(values, (400, 490), strict=True)
        ]
        y += STEP * bool(more)
    return lines


@pytest.mark.parametrize("numbers_below", [False, True])
def test_headers_and_names_of_two_lines_are_whole(numbers_below):
    cells = shown(page(numbers_below=numbers_below))
    assert place(cells["Thực hiện năm 2023"])[1:] == (3, 1)
    assert cells["Thực hiện năm 2023"].header
    whole = cells["Tổng thu ngân sách trên địa bàn"]
    assert whole.column == 0
    assert place(cells["2.512,8"]) == (whole.row, 3, 1)
    assert place(cells["%"]) == (cells["Tỷ lệ hộ nghèo"].row, 1, 1)


def test_a_name_alone_is_over_all_columns():
    cells = shown(page())
    assert place(cells["I. KINH TẾ"]) == (cells["Tổng thu ngân sách trên địa bàn"].row - 1, 0, 4)
    assert not cells["I. KINH TẾ"].header


def test_a_header_in_the_middle_of_columns_is_over_them_all():
    lines = [
        line("Năm 2022", 305, 0, at="middle"),
        line("Năm 2023", 505, 0, at="middle"),
        *(
            line(text, x, STEP, at="middle")
            for x, text in ((260, "Số"), (350, "Nữ"), (460, "Số "), (550, "Nữ "))
        ),
    ]
    for down, name in enumerate(("An Khê", "Bình Lộc", "Đông Hà"), 2):
        lines.append(line(name, 70, STEP * down))
        lines += [
            line(f"{down}.{across}00", x + 15, STEP * down, at="right")
            for across, x in enumerate((260, 350, 460, 550), 1)
        ]
    cells = shown(lines)
    assert place(cells["Năm 2022"])[1:] == (1, 2)
    assert place(cells["Năm 2023"])[1:] == (3, 2)
    assert place(cells["3.400"])[1:] == (4, 1)


def test_two_columns_of_text_are_no_table():
    text = "Ban Thường vụ Tỉnh ủy đã chỉ đạo các cấp ủy quán triệt nghị quyết đến từng chi bộ"
    lines = [
        line(one, x, STEP * down)
        for x in (70, 320)
        for down, one in enumerate(textwrap.wrap(text, 30))
    ]
    assert not any(block.rows for block in blocks(lines))


@pytest.mark.parametrize("seed", range(40))
def test_any_table_is_read_as_it_was_set(seed):
    """Names of one to three lines, two to six columns, numbers set to the right."""
    chance = random.Random(seed)
    columns, rows = chance.randint(2, 6), chance.randint(3, 9)
    rights = [320 + 70 * number for number in range(columns)]
    lines = [
        line(f"Năm {2015 + number}", right - 20, 0, at="middle")
        for number, right in enumerate(rights)
    ]
    expected, y = {}, STEP
    for _ in range(rows):
        y += STEP
        words = [
            chance.choice(("xã", "phường", "đơn vị", "hộ nghèo", "đảng viên")) for _ in range(9)
        ]
        name = textwrap.wrap(f"Số {' '.join(words[: chance.randint(1, 9)])}", 28)
        for down, one in enumerate(name):
            lines.append(line(one, 70, y + STEP * down))
        for number, right in enumerate(rights):
            value = f"{chance.randint(1, 9)}.{chance.randint(100, 999)}"
            lines.append(line(value, right, y, at="right"))
            expected[" ".join(name), number, value] = True
        y += STEP * (len(name) - 1)
    (block,) = (one for one in blocks(lines) if one.rows)
    cells = cells_of(block.rows)
    assert cells is not None
    names = {cell.row: cell.text for cell in cells if cell.column == 0}
    found = {
        (names[cell.row], cell.column - 1, cell.text): True
        for cell in cells
        if cell.column and not cell.header
    }
    assert found == expected
    heads = {cell.column - 1: cell.text for cell in cells if cell.header}
    assert heads == {number: f"Năm {2015 + number}" for number in range(columns)}


def test_a_page_without_rules_gives_cells_with_headers(tmp_path, rulebook):
    def draw(canvas):
        paper.flow(canvas, ["Biểu 1. Một số chỉ tiêu của tỉnh năm 2023"], y=60)
        for one in page():
            paper.say(canvas, one.text, one.box[0], 100 + one.box[1])

    file = tmp_path / "bieu.pdf"
    file.write_bytes(paper.pdf(draw))
    document = read(file, rulebook=rulebook, ocr="off")
    found = {
        document.text[one.start : one.end]: [document.text[slice(*head)] for head in one.headers]
        for one in document.passages
        if one.kind == "cell"
    }
    assert found["36,4"] == ["Thực hiện năm 2023", "Tỷ lệ hộ nghèo", "I. KINH TẾ", "%"]


TABS = """Phụ lục 1
Chỉ tiêu\tĐơn vị\tKế hoạch\tThực hiện
Tỷ lệ hộ nghèo\t%\t38,0\t36,4
Kết nạp đảng viên\tngười\t\t2.105
II. XÃ HỘI
Số giường bệnh\tgiường\t1.210\t1.305
Trong năm, kết quả khá."""
BLANKS = """Phụ lục 1

Chỉ tiêu                Đơn vị    Kế hoạch    Thực hiện
                                    2023        2023
Tỷ lệ hộ nghèo            %           38,0        36,4
Kết nạp đảng viên       người                    2.105
II. XÃ HỘI
Số giường bệnh          giường       1.210       1.305

Trong năm, kết quả khá.
"""


def written(text: str) -> dict[str, list[str]]:
    """The cells of a text, each with its headers."""
    return {
        text[one.start : one.end]: [text[slice(*head)] for head in one.headers]
        for table in written_tables(text)
        for one in table.pieces
    }


def test_cells_of_plain_text_are_parted_by_tabs():
    cells = written(TABS)
    assert cells["36,4"] == ["Thực hiện", "Tỷ lệ hộ nghèo", "%"]
    assert cells["2.105"] == ["Thực hiện", "Kết nạp đảng viên", "người"]
    assert cells["1.305"] == ["Thực hiện", "Số giường bệnh", "II. XÃ HỘI", "giường"]
    assert "Trong năm, kết quả khá." not in cells


def test_cells_of_plain_text_are_parted_by_blanks():
    cells = written(BLANKS)
    assert cells["36,4"] == ["Thực hiện", "2023", "Tỷ lệ hộ nghèo", "%"]
    assert cells["2.105"] == ["Thực hiện", "2023", "Kết nạp đảng viên", "người"]
    assert cells["1.305"] == ["Thực hiện", "2023", "Số giường bệnh", "II. XÃ HỘI", "giường"]


@pytest.mark.parametrize(
    "text",
    [
        "TỈNH ỦY LAI CHÂU          ĐẢNG CỘNG SẢN VIỆT NAM\n*                Lai Châu, 2023\nSố 1",
        "1.\tCông tác cán bộ\n2.\tCông tác đảng viên\n3.\tKiểm tra\n4.\tDân vận",
        "Kết nạp 45  đảng viên.  Khai trừ 2  đảng viên\nvà chuyển 12  người\nra  khỏi  tỉnh.",
        "-\tChi bộ A có 12 đảng viên\n-\tChi bộ B có 7 đảng viên\n-\tChi bộ C có 9 đảng viên",
    ],
)
def test_text_with_tabs_and_blanks_is_no_table(text):
    assert written(text) == {}


def test_every_line_of_a_text_is_read_once(tmp_path, rulebook):
    for text in (TABS, BLANKS, f"{TABS}\n\n{BLANKS}{TABS}"):
        file = tmp_path / "phu-luc.txt"
        file.write_text(text, "utf-8")
        document = read(file, rulebook=rulebook)
        places = [(one.start, one.end) for one in document.passages]
        assert places == sorted(places)
        said = "".join(document.text[start:end] for start, end in places)
        assert "".join(said.split()) == "".join(text.split())


LEFT_SET = """Nội dung     Năm 2022                            Năm 2023
             Kế hoạch    Thực hiện   Tỷ lệ (%)   Kế hoạch    Thực hiện   Tỷ lệ (%)
Kết nạp      1.410       1.430       101,4       1.510       1.610       106,6
Khai trừ     11          13          118,2       14          16          114,3
"""


def test_a_header_at_the_left_of_its_group_is_over_that_group():
    cells = written(LEFT_SET)
    assert cells["1.430"] == ["Năm 2022", "Thực hiện", "Kết nạp"]
    assert cells["101,4"] == ["Năm 2022", "Tỷ lệ (%)", "Kết nạp"]
    assert cells["114,3"] == ["Năm 2023", "Tỷ lệ (%)", "Khai trừ"]


def test_where_places_tell_nothing_cells_are_taken_by_their_order():
    cells = written(
        "Chỉ tiêu  Kế hoạch năm 2023  Thực hiện năm 2023  Tỷ lệ\n"
        "Thu ngân sách (tỷ đồng)  11.400  12.310  108,0\n"
        "Kết nạp đảng viên  1.410  1.430  101,4\n"
    )
    assert cells["1.430"] == ["Thực hiện năm 2023", "Kết nạp đảng viên"]
    assert cells["101,4"] == ["Tỷ lệ", "Kết nạp đảng viên"]


@pytest.mark.parametrize(
    "text",
    [
        # Which year each group is of is not plain.
        "             Năm 2022            Năm 2023\n"
        "          Kế hoạch  Thực hiện   Kế hoạch  Thực hiện\n"
        "Kết nạp      1.410      1.430      1.510      1.610\n"
        "Khai trừ        11         13         14         16",
        # Two headers that run into each other.
        "Nội dung   Kế hoạch Thực hiện\nKết nạp    1.410      1.430\nKhai trừ   11         13",
        # A list with tabs, and a text with double blanks below it.
        "- Kết nạp đảng viên:\t1.430\n- Khai trừ:\t13\n- Tổ chức đảng:\t610\n"
        "Trong đó, có 13  đảng viên là người dân tộc, 6  đảng viên\nlà người có đạo.",
    ],
)
def test_where_headers_are_in_doubt_there_is_no_table(text):
    assert written(text) == {}


def test_a_line_is_the_first_of_the_header_that_goes_on_below_it():
    heads = (
        (70, "", "Chỉ tiêu"), (250, "Kế hoạch", "năm 2023"), (330, "", "Thực hiện"),
        (410, "Cùng kỳ", "năm 2022"), (490, "", "Tỷ lệ (%)"),
    )  # fmt: skip
    lines = [
        line(text, x, STEP * down, at="middle")
        for x, *two in heads
        for down, text in enumerate(two)
        if text
    ]
    for down, (name, *values) in enumerate(
        (("Kết nạp", "1.410", "1.430", "1.390", "101,4"), ("Khai trừ", "11", "13", "15", "118,2")),
        2,
    ):
        lines.append(line(name, 50, STEP * down))
        lines += [
            line(value, x, STEP * down, at="middle")
            for value, x in zip(values, (250, 330, 410, 490), strict=True)
        ]
    cells = shown(lines)
    assert place(cells["Kế hoạch năm 2023"])[1:] == (1, 1)
    assert place(cells["Thực hiện"])[1:] == (2, 1)
    assert place(cells["Cùng kỳ năm 2022"])[1:] == (3, 1)


def test_a_row_without_numbers_is_no_title_of_those_below():
    lines = page()
    y = max(one.box[1] for one in lines) + STEP
    lines.append(line("Trong đó: rừng sản xuất", 70, y))
    lines.append(line("Số hộ", 70, y + STEP))
    lines += [line(text, x, y + STEP, at="right") for text, x in (("1.611", 400), ("1.722", 490))]
    cells = shown(lines)
    assert place(cells["Trong đó: rừng sản xuất"])[1:] == (0, 1)
    assert place(cells["I. KINH TẾ"])[1:] == (0, 4)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Chỉ tiêu             Kế hoạch    Thực hiện    Tỷ lệ (%)", "Thực hiện"),
        ("Chỉ tiêu             Kế hoạch    Thực hiện    Ghi chú", "Thực hiện"),
        ("Chỉ tiêu             Năm 2021    Năm 2022     Năm 2023", "Năm 2022"),
    ],
)
def test_a_column_without_numbers_keeps_its_header(head, expected):
    cells = written(
        f"{head}\n"
        "Kết nạp đảng viên       1.410        1.430\n"
        "Khai trừ                   11           13\n"
        "Số tổ chức đảng           610          620\n"
    )
    assert cells["1.430"] == [expected, "Kết nạp đảng viên"]
    assert cells["13"] == [expected, "Khai trừ"]


def test_a_header_beside_its_numbers_is_theirs_where_no_other_is():
    cells = written(
        "Chỉ tiêu            Kế hoạch           Thực hiện\n"
        "Kết nạp đảng viên            1.410         1.430\n"
        "Khai trừ                        11            13\n"
    )
    assert cells["1.410"] == ["Kế hoạch", "Kết nạp đảng viên"]
    assert cells["1.430"] == ["Thực hiện", "Kết nạp đảng viên"]
    assert not written(
        "Chỉ tiêu            Kế hoạch           Thực hiện\n"
        "Kết nạp đảng viên            1.410                1.430\n"
        "Khai trừ                        11                   13\n"
    )


def test_running_text_beside_numbers_is_no_table():
    assert not written(
        "Nội dung                          Kế hoạch   Thực hiện\n"
        "Trong năm, Đảng bộ tỉnh đã kết        1.410       1.430\n"
        "nạp nhiều đảng viên là người dân         11          13\n"
        "tộc thiểu số và thu ngân sách của       610         620\n"
        "tỉnh vượt dự toán được giao.             14          15\n"
    )


WORDS = st.sampled_from(
    ["Kết nạp", "khai trừ", "Tỷ lệ (%)", "1.410", "13", "2,5", "-", "Năm 2023", "I. KINH TẾ", "a:"]
)
GAPS = st.sampled_from([" ", "  ", "    ", "\t", " \t ", "\n", "\n\n", "\n  "])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=60))
def test_nothing_of_a_text_is_lost_or_read_twice(parts):
    text = "".join(word + gap for word, gap in parts)
    places = [(one.start, one.end) for one in pieces_of(text, markdown=False, legacy=None).pieces]
    assert all(one[1] <= two[0] for one, two in pairwise(places))
    read_text = "".join(text[start:end] for start, end in places)
    assert "".join(read_text.split()) == "".join(text.split())


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(WORDS, st.integers(0, 6)), min_size=1, max_size=6),
        min_size=1,
        max_size=9,
    )
)
def test_every_line_of_rows_is_in_one_cell_or_there_is_no_table(rows):
    lines = [
        [line(text, 90.0 * at + 4 * shift, STEP * down) for at, (text, shift) in enumerate(row)]
        for down, row in enumerate(rows)
    ]
    frames = frames_of(lines)
    if frames is not None:
        printed = sorted(one.box for frame in frames for one in frame.lines)
        assert printed == sorted(one.box for row in lines for one in row)
        over = [
            (frame.row, index) for frame in frames for index in range(frame.first, frame.last + 1)
        ]
        assert len(set(over)) == len(over)
