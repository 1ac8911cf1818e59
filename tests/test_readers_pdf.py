"""PDF: reading order, paragraphs, furniture, notes, tables, places on paper, damage."""

from __future__ import annotations

import io
import random
import re

import paper
import pdfplumber
import pypdfium2
import pytest
from paper import HEIGHT, LEFT, TOP, flow, grid, line, pdf, say
from reportlab.pdfgen.canvas import Canvas

from pipeline.flow import pipeline_of
from pipeline.model import Document, Passage
from pipeline.readers import Unreadable, read
from pipeline.rulebook import Rulebook

WORDS = (
    "Tỉnh đã sắp xếp bộ máy tinh gọn, giảm 887 công chức (18,7%) và 2.280 viên chức (8,52%) "
    "trong giai đoạn 2015-2022; cán bộ trẻ dưới 40 tuổi chiếm 26,87% tổng số cấp ủy viên."
)
MORE = (
    "Hội nghị đã thảo luận, cho ý kiến về kế hoạch của năm tới, trong đó ưu tiên đầu tư cho "
    "vùng cao, hải đảo và các xã có tỷ lệ hộ nghèo trên 12,5% theo chuẩn mới của Chính phủ."
)


@pytest.fixture
def reading(tmp_path, rulebook):
    """Reads the bytes of a file; OCR is off unless it is asked for."""

    def read_bytes(content: bytes, name: str = "report.pdf", **options) -> Document:
        path = tmp_path / name
        path.write_bytes(content)
        return read(path, rulebook=rulebook, **({"ocr": "off"} | options))

    return read_bytes


def texts(document: Document, kind: str = "paragraph") -> list[str]:
    return [document.text[one.start : one.end] for one in document.passages if one.kind == kind]


def cells(document: Document) -> dict[str, list[str]]:
    """The cells by their text, each with its headers."""
    return {
        document.text[one.start : one.end]: [document.text[a:b] for a, b in one.headers]
        for one in document.passages
        if one.kind == "cell"
    }


def canonical(document: Document, rulebook: Rulebook) -> list[str]:
    return [str(fact.value) for fact in pipeline_of(rulebook).extractor(document).facts]


# ── paragraphs ────────────────────────────────────────────────────────────────────────────


def test_lines_of_a_paragraph_are_joined_again(reading):
    document = reading(pdf(lambda canvas: flow(canvas, [WORDS, MORE])))
    assert texts(document) == [WORDS, MORE]


def test_paragraphs_without_a_gap_are_told_apart_by_room_and_indent(reading):
    def draw(canvas: Canvas) -> None:
        y = flow(canvas, [WORDS], gap=0)
        flow(canvas, [MORE], y=y, gap=0)

    assert texts(reading(pdf(draw))) == [WORDS, MORE]


def test_a_title_above_a_gap_is_no_part_of_the_text(reading):
    """It fills its line and has no full stop, like a paragraph that goes on elsewhere."""
    title = "kết quả thực hiện nhiệm vụ năm 2022 và phương hướng, nhiệm vụ của năm 2023"

    def draw(canvas: Canvas) -> None:
        say(canvas, title, LEFT + 5, TOP, size=12)
        flow(canvas, [WORDS], y=TOP + 60)

    assert texts(reading(pdf(draw))) == [title, WORDS]


def test_a_list_keeps_its_items(reading):
    items = [f"- {WORDS}", f"- {MORE}", "a) Một việc.", "b) Hai việc."]
    assert texts(reading(pdf(lambda canvas: flow(canvas, items, gap=0)))) == items


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Theo Nghị quyết số 18-", "NQ/TW của Trung ương"),
        ("Theo Quyết định 1588/", "QĐ-UBND của tỉnh"),
        ("the reform of commune-", "level units is going on"),
        ("trong giai đoạn 2015-", "2020 của tỉnh"),
    ],
)
def test_what_a_line_breaks_inside_of_is_one_word_again(reading, first, second):
    def draw(canvas: Canvas) -> None:
        say(canvas, first, LEFT, TOP)
        say(canvas, second, LEFT, TOP + paper.LEADING)

    assert texts(reading(pdf(draw))) == [first + second]


def test_a_paragraph_goes_on_over_the_page_and_its_facts_know_theirs(reading, rulebook):
    lines = paper.wrapped(WORDS + " " + MORE, 300)
    half = len(lines) // 2

    def pages(part: list[str], number: int):
        def draw(canvas: Canvas) -> None:
            for index, text in enumerate(part):
                say(canvas, text, LEFT, TOP + index * paper.LEADING)
            say(canvas, str(number), 290, 820)

        return draw

    document = reading(pdf(pages(lines[:half], 1), pages(lines[half:], 2)))
    assert texts(document) == [WORDS + " " + MORE]
    assert texts(document, "furniture") == ["1", "2"]
    passage = document.passages[0]
    start = document.text.index("12,5%")
    page, box = passage.on_paper(start, start + 5)
    assert (passage.page, page) == (1, 2)
    assert box is not None and box[3] - box[1] < 2 * paper.LEADING
    assert passage.on_paper(0, 4)[0] == 1
    facts = {one.text: one for one in pipeline_of(rulebook).extractor(document).facts}
    assert (facts["12,5%"].page, facts["12,5%"].box) == (page, box)
    assert {one.page for one in facts.values()} == {1, 2}


def test_the_box_of_a_line_holds_its_ink(reading):
    document = reading(pdf(lambda canvas: say(canvas, "Tỉnh đạt 65%", 100, 300)))
    (left, top, right, bottom) = document.passages[0].box
    assert 95 < left < 105 and 285 < top < 295 and 300 <= bottom < 306 and right < 180


# ── columns ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("by_rows", [False, True], ids=["column by column", "row by row"])
def test_two_columns_are_read_one_after_the_other(reading, by_rows):
    left, right = (paper.wrapped(text * 2, 200) for text in (WORDS + " ", MORE + " "))
    places = [(LEFT, TOP + n * 15, text) for n, text in enumerate(left)]
    places += [(320, TOP + n * 15, text) for n, text in enumerate(right)]
    if by_rows:
        places.sort(key=lambda one: (one[1], one[0]))

    def draw(canvas: Canvas) -> None:
        say(canvas, "BÁO CÁO VỀ CÔNG TÁC CÁN BỘ VÀ TỔ CHỨC BỘ MÁY CỦA TỈNH", 90, TOP - 30)
        for x, y, text in places:
            say(canvas, text, x, y)

    text = " ".join(reading(pdf(draw)).text.split())
    assert text.startswith("BÁO CÁO VỀ")
    assert text.endswith(" ".join([*left, *right]))


def test_a_letterhead_is_read_side_by_side(reading):
    left = ["TỈNH ỦY QUẢNG NINH", "*", "Số 123-BC/TU"]
    right = ["ĐẢNG CỘNG SẢN VIỆT NAM", "Quảng Ninh, ngày 5 tháng 12 năm 2023"]

    def draw(canvas: Canvas) -> None:
        for x, lines in ((80, left), (310, right)):
            for number, text in enumerate(lines):
                say(canvas, text, x, 60 + number * 18)
        flow(canvas, [WORDS], y=160)

    assert texts(reading(pdf(draw))) == [*left, *right, WORDS]


def test_words_spread_over_a_line_are_not_columns(reading):
    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(paper.wrapped(WORDS, 300)):
            words = text.split()
            for index, word in enumerate(words):
                say(canvas, word, LEFT + index * 455 / len(words), TOP + number * 15)

    assert " ".join(reading(pdf(draw)).text.split()) == WORDS


# ── furniture and notes ───────────────────────────────────────────────────────────────────


def test_headers_and_page_numbers_are_furniture_and_give_no_facts(reading, rulebook):
    def page(number: int):
        def draw(canvas: Canvas) -> None:
            say(canvas, f"Báo cáo 35/40 chỉ tiêu năm 2022, tờ {number}", 180, 40, size=8)
            flow(canvas, [WORDS if number % 2 else MORE])
            say(canvas, f"{number}/3", 290, 815, size=8)

        return draw

    document = reading(pdf(*map(page, (1, 2, 3))))
    assert len(texts(document, "furniture")) == 6
    assert not {"35/40", "2022"} & set(canonical(document, rulebook))


def test_what_stands_at_another_height_on_each_page_is_no_furniture(reading):
    def page(number: int):
        return lambda canvas: flow(canvas, [WORDS], y=40 + 25 * number)

    document = reading(pdf(*map(page, (1, 2, 3))))
    assert texts(document, "furniture") == []


def test_footnotes_are_notes_and_their_marks_stay_out_of_numbers(reading, rulebook):
    def draw(canvas: Canvas) -> None:
        say(canvas, "Tỷ lệ hộ nghèo còn 2,65%", LEFT, TOP)
        at = LEFT + paper.pdfmetrics.stringWidth("Tỷ lệ hộ nghèo còn 2,65%", paper.FONT, 11)
        say(canvas, "1", at + 0.5, TOP - 4, size=7)
        flow(canvas, [WORDS, MORE], y=TOP + 30)
        line(canvas, LEFT, 740, LEFT + 150, 740)
        say(canvas, "1", LEFT, 751, size=6)
        say(canvas, "Theo chuẩn nghèo giai đoạn 2022-2025 của Chính phủ.", LEFT + 6, 755, size=8.5)

    document = reading(pdf(draw))
    assert document.text.startswith("Tỷ lệ hộ nghèo còn 2,65%¹")
    assert [one.lstrip("¹1 ") for one in texts(document, "note")] == [
        "Theo chuẩn nghèo giai đoạn 2022-2025 của Chính phủ."
    ]
    assert "2.65%" in canonical(document, rulebook)


def test_square_kilometres_keep_their_square(reading, rulebook):
    def draw(canvas: Canvas) -> None:
        say(canvas, "Tỉnh rộng 2.514,8 km", LEFT, TOP)
        at = LEFT + paper.pdfmetrics.stringWidth("Tỉnh rộng 2.514,8 km", paper.FONT, 11)
        say(canvas, "2", at + 0.3, TOP - 4, size=7)

    assert canonical(reading(pdf(draw)), rulebook) == ["2514.8 km2"]


# ── tables ────────────────────────────────────────────────────────────────────────────────

ROWS = [
    ["STT", "Chức danh", "Đơn vị", "Năm 2022", "Tỷ lệ (%)"],
    ["1", "Bí thư cấp ủy", "người", "115/177", "65,0"],
    ["2", "Chủ tịch", "người", "1.524", "77,97"],
]


def test_cells_know_their_headers(reading):
    found = cells(
        reading(pdf(lambda canvas: (flow(canvas, [WORDS], y=60), grid(canvas, ROWS, y=200))))
    )
    assert found["77,97"] == ["Tỷ lệ (%)", "Chủ tịch", "người"]
    assert found["115/177"] == ["Năm 2022", "Bí thư cấp ủy", "người"]
    assert found["Chủ tịch"] == ["Chức danh"]
    assert found["Năm 2022"] == []


def test_a_table_stands_between_what_is_above_and_below(reading):
    def draw(canvas: Canvas) -> None:
        flow(canvas, [WORDS], y=60)
        grid(canvas, ROWS, y=200)
        flow(canvas, [MORE], y=320)

    text = reading(pdf(draw)).text
    assert text.index("26,87%") < text.index("STT") < text.index("77,97") < text.index("12,5%")


def test_headers_of_two_rows_are_given_from_the_outermost_in(reading):
    def draw(canvas: Canvas) -> None:
        x, y, width, height = LEFT, TOP, 90, 20
        for down in range(5):
            first = x + width if down == 1 else x
            line(canvas, first, y + down * height, x + 3 * width, y + down * height)
        for across in (0, 1, 3):
            line(canvas, x + across * width, y, x + across * width, y + 4 * height)
        line(canvas, x + 2 * width, y + height, x + 2 * width, y + 4 * height)
        for across, down, text in (
            (0, 0, "Đơn vị"), (1, 0, "Năm 2022"), (1, 1, "Số lượng"), (2, 1, "Tỷ lệ"),
            (0, 2, "Cô Tô"), (1, 2, "13"), (2, 2, "5,2%"), (0, 3, "Hạ Long"), (1, 3, "21"),
            (2, 3, "9,1%"),
        ):  # fmt: skip
            say(canvas, text, x + across * width + 4, y + (down + 0.7) * height, size=9)

    document = reading(pdf(draw))
    assert cells(document)["9,1%"] == ["Năm 2022", "Tỷ lệ", "Hạ Long"]
    assert cells(document)["13"] == ["Năm 2022", "Số lượng", "Cô Tô"]
    assert document.notes == ()


NUMBERS = ["1", "2", "3", "4", "5"]
LAST = ["3", "Phó chủ tịch", "người", "311", "12,1"]


@pytest.mark.parametrize(
    "more",
    [
        pytest.param([LAST], id="left out"),
        pytest.param([ROWS[0], LAST], id="repeated"),
        pytest.param([ROWS[0], NUMBERS, LAST], id="repeated and numbered"),
        pytest.param([NUMBERS, LAST], id="numbered"),
    ],
)
def test_a_table_that_goes_on_over_the_page_has_its_headers_once(reading, more):
    rows = [ROWS[0], NUMBERS, *ROWS[1:]]
    document = reading(
        pdf(lambda canvas: grid(canvas, rows, y=680), lambda canvas: grid(canvas, more, y=60))
    )
    assert cells(document)["12,1"] == ["Tỷ lệ (%)", "Phó chủ tịch", "người"]
    headers = {one.headers[0] for one in document.passages if one.headers}
    assert len(headers) == 5
    shown = [document.text[one.start : one.end] for one in document.passages if one.kind == "cell"]
    assert shown.count("Năm 2022") == 1


def test_a_table_with_other_headers_is_another_one(reading):
    other = [["STT", "Chức danh", "Đơn vị", "Năm 2023", "Tỷ lệ (%)"], LAST]
    document = reading(
        pdf(lambda canvas: grid(canvas, ROWS, y=700), lambda canvas: grid(canvas, other, y=60))
    )
    assert cells(document)["311"] == ["Năm 2023", "Phó chủ tịch", "người"]


def test_a_table_that_begins_with_its_title_is_another_one(reading):
    def draw(canvas: Canvas) -> None:
        x, y, width, height = LEFT, 60.0, 120, 20
        for down in range(5):
            line(canvas, x, y + down * height, x + 3 * width, y + down * height)
        for across in (0, 3):
            line(canvas, x + across * width, y, x + across * width, y + 4 * height)
        for across in (1, 2):
            line(canvas, x + across * width, y + height, x + across * width, y + 4 * height)
        for across, down, text in (
            (0, 0, "Bảng 2. Kết quả kết nạp năm 2021"), (0, 1, "Đơn vị"), (1, 1, "Nữ"),
            (2, 1, "Dân tộc"), (0, 2, "Huyện A"), (1, 2, "41"), (2, 2, "13"),
            (0, 3, "Toàn tỉnh"), (1, 3, "141"), (2, 3, "61"),
        ):  # fmt: skip
            say(canvas, text, x + across * width + 4, y + (down + 0.7) * height, size=9)

    before = [["Chỉ tiêu", "Kế hoạch", "Thực hiện"], ["Kết nạp", "1.410", "1.430"]]
    document = reading(pdf(lambda canvas: grid(canvas, before, y=700, width=120), draw))
    assert cells(document)["141"] == ["Bảng 2. Kết quả kết nạp năm 2021", "Nữ", "Toàn tỉnh"]


def test_a_grid_that_is_one_path_is_a_table(reading):
    def draw(canvas: Canvas) -> None:
        path = canvas.beginPath()
        for across in range(3):
            path.moveTo(LEFT + across * 90, HEIGHT - TOP)
            path.lineTo(LEFT + across * 90, HEIGHT - TOP - 40)
        for down in range(3):
            path.moveTo(LEFT, HEIGHT - TOP - down * 20)
            path.lineTo(LEFT + 180, HEIGHT - TOP - down * 20)
        canvas.drawPath(path, stroke=1)
        for x, y, text in ((4, 14, "Xã"), (94, 14, "Số hộ"), (4, 34, "Cô Tô"), (94, 34, "1.524")):
            say(canvas, text, LEFT + x, TOP + y, size=9)

    assert cells(reading(pdf(draw)))["1.524"] == ["Số hộ", "Cô Tô"]


def test_a_grid_of_thin_boxes_is_a_table(reading):
    def draw(canvas: Canvas) -> None:
        for across in range(3):
            canvas.rect(LEFT + across * 90, HEIGHT - TOP - 40, 0.5, 40, stroke=0, fill=1)
        for down in range(3):
            canvas.rect(LEFT, HEIGHT - TOP - down * 20, 180, 0.5, stroke=0, fill=1)
        for x, y, text in ((4, 14, "Xã"), (94, 14, "Số hộ"), (4, 34, "Cô Tô"), (94, 34, "1.524")):
            say(canvas, text, LEFT + x, TOP + y, size=9)

    assert cells(reading(pdf(draw)))["1.524"] == ["Số hộ", "Cô Tô"]


def test_a_table_inside_of_a_form_is_one(reading):
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("table")
        grid(canvas, ROWS, y=200)
        canvas.endForm()
        canvas.saveState()
        canvas.translate(20, -50)
        canvas.doForm("table")
        canvas.restoreState()

    document = reading(pdf(draw))
    assert cells(document)["77,97"] == ["Tỷ lệ (%)", "Chủ tịch", "người"]
    box = next(one.box for one in document.passages if one.kind == "cell")
    assert box is not None and box == pytest.approx((90, 250, 180, 270), abs=1)


def test_a_grid_with_a_bent_cell_is_read_by_pdfplumber_and_told(reading):
    def draw(canvas: Canvas) -> None:
        grid(canvas, ROWS[1:], y=200)
        line(canvas, LEFT, 180, LEFT + 450, 180)
        line(canvas, LEFT, 180, LEFT, 200)
        line(canvas, LEFT + 450, 180, LEFT + 450, 200)
        canvas.setFillColorRGB(1, 1, 1)

    regular = reading(pdf(draw))
    assert regular.notes == ()

    def bent(canvas: Canvas) -> None:
        for x0, y0, x1, y1 in (
            (0, 0, 180, 0), (0, 0, 0, 60), (0, 60, 180, 60), (180, 0, 180, 60), (90, 0, 90, 20),
            (0, 20, 90, 20), (90, 40, 180, 40), (90, 40, 90, 60),
        ):  # fmt: skip
            line(canvas, LEFT + x0, TOP + y0, LEFT + x1, TOP + y1)
        for x, y, text in ((4, 14, "Xã"), (94, 14, "Số hộ"), (4, 44, "Cô Tô"), (94, 54, "1.524")):
            say(canvas, text, LEFT + x, TOP + y, size=9)

    document = reading(pdf(bent))
    assert document.notes == ("tables without a regular grid: page 1",)
    assert "1.524" in document.text and "Cô Tô" in document.text


def test_a_frame_around_text_is_no_table(reading):
    def draw(canvas: Canvas) -> None:
        canvas.rect(LEFT - 10, HEIGHT - 300, 480, 220)
        flow(canvas, [WORDS])

    assert texts(reading(pdf(draw))) == [WORDS]


def test_rows_without_rules_stay_rows(reading):
    rows = [["Cô Tô", "1.524", "65,0%"], ["Hạ Long", "2.280", "77,9%"], ["Uông Bí", "466", "10,5%"]]

    def draw(canvas: Canvas) -> None:
        for down, row in enumerate(rows):
            for across, text in enumerate(row):
                say(canvas, text, LEFT + across * 150, TOP + down * 18)

    document = reading(pdf(draw))
    assert document.text.split() == " ".join(" ".join(row) for row in rows).split()
    assert set(texts(document, "cell")) == {text for row in rows for text in row}


# ── the oracle ────────────────────────────────────────────────────────────────────────────


def random_page(chance: random.Random):
    """A page of one column: paragraphs, a ruled table, paragraphs."""
    sentences = re.split(r"(?<=[;.])\s", f"{WORDS} {MORE}")
    above, below = (
        [" ".join(chance.choices(sentences, k=chance.randint(1, 5))) for _ in range(2)]
        for _ in range(2)
    )
    columns = chance.randint(2, 5)
    rows = [
        [
            f"{chance.choice(['Xã', 'Số hộ', 'Tỷ lệ'])} {chance.randint(1, 99)}"
            for _ in range(columns)
        ]
        for _ in range(chance.randint(2, 9))
    ]

    def draw(canvas: Canvas) -> None:
        y = flow(canvas, above)
        grid(canvas, rows, y=y + 10, width=450 / columns)
        flow(canvas, below, y=y + 40 + 20 * len(rows))

    return draw


@pytest.mark.parametrize("seed", range(5))
def test_text_and_cells_are_those_of_pdfplumber(reading, seed):
    chance = random.Random(seed)
    content = pdf(*(random_page(chance) for _ in range(4)))
    document = reading(content)
    with pdfplumber.open(io.BytesIO(content)) as oracle:
        plain = " ".join(page.extract_text() for page in oracle.pages)
        tables = [table for page in oracle.pages for table in page.extract_tables()]
    assert document.text.split() == plain.split()
    assert texts(document, "cell") == [cell for table in tables for row in table for cell in row]


# ── pages that lie on their side ──────────────────────────────────────────────────────────


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (50, 100, 560, 800)], ids=["whole", "cropped"])
def test_boxes_are_those_of_the_page_as_it_is_shown(reading, rotation, crop):
    drawn = pdf(lambda canvas: (flow(canvas, [WORDS], y=200), grid(canvas, ROWS, y=300)))
    turned = pypdfium2.PdfDocument(drawn)
    turned[0].set_rotation(rotation)
    if crop:
        turned[0].set_cropbox(*crop)
    written = io.BytesIO()
    turned.save(written)
    document = reading(written.getvalue())
    shown = pypdfium2.PdfDocument(written.getvalue())[0].render(scale=1).to_pil().convert("L")
    ink = shown.point(lambda grey: 255 * (grey < 128)).getbbox()
    boxes = [one.box for one in document.passages if one.box]
    left, top, right, bottom = zip(*boxes, strict=True)
    assert ink == pytest.approx((min(left), min(top), max(right), max(bottom)), abs=5)
    assert "77,97" in cells(document)


def test_a_page_whose_text_runs_upwards_is_read_like_any_other(reading):
    def draw(canvas: Canvas) -> None:
        canvas.translate(paper.WIDTH, 0)
        canvas.rotate(90)
        canvas.translate(0, paper.WIDTH - HEIGHT)
        flow(canvas, [WORDS, MORE])
        grid(canvas, ROWS, y=300)

    document = reading(pdf(draw))
    assert texts(document) == [WORDS, MORE]
    assert cells(document)["77,97"] == ["Tỷ lệ (%)", "Chủ tịch", "người"]
    left, top, right, bottom = document.passages[0].box
    assert bottom - top > right - left


def test_watermarks_and_stamps_at_the_edge_stay_out_of_the_text(reading, rulebook):
    def draw(canvas: Canvas) -> None:
        flow(canvas, [WORDS, MORE] * 3)
        for x, y, angle, size, text in (
            (150, 250, 45, 60, "DỰ THẢO 2022"),
            (30, 200, 90, 9, "Ký bởi: Văn phòng, ngày 12/12/2023"),
        ):
            canvas.saveState()
            canvas.translate(x, y)
            canvas.rotate(angle)
            canvas.setFont(paper.FONT, size)
            canvas.drawString(0, 0, text)
            canvas.restoreState()

    document = reading(pdf(draw))
    assert texts(document) == [WORDS, MORE] * 3
    assert len(texts(document, "furniture")) == 2
    assert "2023-12-12" not in canonical(document, rulebook)


def test_a_table_of_contents_keeps_its_lines(reading):
    lines = [f"{name} {'.' * 40} {page}" for name, page in (("I. KẾT QUẢ", 3), ("II. HẠN CHẾ", 12))]

    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(lines):
            say(canvas, text, LEFT, TOP + number * paper.LEADING)

    assert texts(reading(pdf(draw))) == lines


# ── old fonts ─────────────────────────────────────────────────────────────────────────────


def test_runs_in_old_fonts_become_unicode_by_their_names(reading, rulebook):
    def draw(canvas: Canvas) -> None:
        paper.font(".VnTime")
        paper.font("VNI-Times")
        say(canvas, "NghÞ quyÕt sè 18-NQ/TW ®¹t 26,87%", LEFT, TOP, name=".VnTime")
        say(canvas, "Nghò quyeát soá 19-NQ/TW ñaït 65%", LEFT, TOP + 40, name="VNI-Times")
        say(canvas, "Nghị quyết số 4 đạt 1,5%", LEFT, TOP + 80)

    document = reading(pdf(draw))
    assert texts(document) == [
        "Nghị quyết số 18-NQ/TW đạt 26,87%",
        "Nghị quyết số 19-NQ/TW đạt 65%",
        "Nghị quyết số 4 đạt 1,5%",
    ]
    assert sum("TCVN3" in note or "VNI" in note for note in document.notes) == 2


def test_an_old_font_that_prints_hyphens_for_a_letter_is_mended(reading):
    old = "Trung -¬ng, ph-êng, n-íc vµ kinh tÕ - x· héi theo NghÞ quyÕt 18-NQ/TW"

    def draw(canvas: Canvas) -> None:
        paper.font(".VnTime")
        say(canvas, old, LEFT, TOP, name=".VnTime")

    assert texts(reading(pdf(draw))) == [
        "Trung ương, phường, nước và kinh tế - xã hội theo Nghị quyết 18-NQ/TW"
    ]


def test_old_letters_in_a_font_without_a_name_are_known_by_what_they_spell(reading):
    old = "NghÞ quyÕt cña TØnh uû vÒ c«ng t¸c c¸n bé, ®¹t 26,87% kÕ ho¹ch ®Ò ra"
    document = reading(pdf(lambda canvas: say(canvas, old, LEFT, TOP)))
    assert texts(document) == [
        "Nghị quyết của Tỉnh uỷ về công tác cán bộ, đạt 26,87% kế hoạch đề ra"
    ]


# ── damage ────────────────────────────────────────────────────────────────────────────────


def test_an_encrypted_file_is_refused_with_what_to_do(reading):
    with pytest.raises(Unreadable, match="encrypted") as caught:
        reading(pdf(lambda canvas: flow(canvas, [WORDS]), encrypt="secret"))
    assert "qpdf --decrypt" in caught.value.remedy


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_a_truncated_file_is_refused_with_the_place(reading, share):
    whole = pdf(lambda canvas: flow(canvas, [WORDS]), lambda canvas: flow(canvas, [MORE]))
    part = whole[: int(len(whole) * share)]
    with pytest.raises(Unreadable, match="cut off") as caught:
        reading(part)
    assert caught.value.place == f"byte {len(part)}"


def test_a_file_without_pages_is_refused(reading):
    written = io.BytesIO()
    pypdfium2.PdfDocument.new().save(written)
    with pytest.raises(Unreadable, match="no pages"):
        reading(written.getvalue())


def test_a_file_without_text_is_refused_where_ocr_is_off(reading):
    with pytest.raises(Unreadable, match="no text") as caught:
        reading(pdf(lambda canvas: canvas.rect(100, 100, 50, 50, fill=1)))
    assert "--ocr" in caught.value.remedy


def test_bytes_that_are_turned_over_never_raise_anything_else(reading):
    whole = pdf(lambda canvas: (flow(canvas, [WORDS]), grid(canvas, ROWS, y=300)))
    chance = random.Random(7)
    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 40)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            document = reading(bytes(damaged))
        except Unreadable:
            continue
        assert all(isinstance(one, Passage) for one in document.passages)
