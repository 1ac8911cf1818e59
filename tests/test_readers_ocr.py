"""Scans: which pages are read by OCR, in which language, and what is doubtful in them."""

from __future__ import annotations

import io
import math
import shutil
from pathlib import Path

import paper
import pypdfium2
import pytest
from paper import LEFT, flow, pdf, say
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.model import Document
from pipeline.readers import Unreadable, ocr, read
from pipeline.readers.common import Request
from pipeline.readers.layout import Sheet
from pipeline.readers.printed import PrintedPage, pieces_of_pages
from pipeline.readers.ruled import Frame, Grid
from pipeline.readers.scanned import Ruling, ruling_of
from pipeline.readers.tables import Cell

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="tesseract is not installed"
)
VIETNAMESE = (
    "Tỉnh đã sắp xếp tổ chức bộ máy theo Nghị quyết số 18-NQ/TW, giảm 887 công chức (18,7%) "
    "và 2.280 viên chức trong giai đoạn 2015-2022; cán bộ trẻ chiếm 26,87% tổng số cấp ủy viên."
)
ENGLISH = (
    "In the first nine months of the year the province reduced 642 civil servants (18.25%) and "
    "3,105 public employees according to Resolution No. 18-NQ/TW of the Party Central Committee."
)


def picture(text: str, *, dpi: int = 300) -> Image.Image:
    """A picture of a page with a text."""
    page = pypdfium2.PdfDocument(pdf(lambda canvas: flow(canvas, [text])))[0]
    return page.render(scale=dpi / 72, grayscale=True).to_pil()


def scanned(canvas: Canvas, text: str) -> None:
    """Draw a page as a picture of its text."""
    canvas.drawImage(ImageReader(picture(text)), 0, 0, paper.WIDTH, paper.HEIGHT)


@pytest.fixture
def reading(tmp_path, rulebook):
    def read_bytes(content: bytes, name: str = "scan.pdf", **options) -> Document:
        (tmp_path / name).write_bytes(content)
        return read(tmp_path / name, rulebook=rulebook, **options)

    return read_bytes


def image_file(text: str, form: str, **options) -> bytes:
    written = io.BytesIO()
    picture(text, dpi=options.pop("dpi", 300)).save(written, form, **options)
    return written.getvalue()


# ── which pages ───────────────────────────────────────────────────────────────────────────


@needs_tesseract
def test_only_pages_without_text_are_read_by_ocr(reading):
    document = reading(
        pdf(
            lambda canvas: flow(canvas, [VIETNAMESE]),
            lambda canvas: scanned(canvas, VIETNAMESE),
            lambda canvas: say(canvas, "Hết", LEFT, 100),
        )
    )
    assert (document.pages, document.ocr_pages) == (3, 1)
    assert "read by OCR (vi): page 2" in document.notes
    second = next(one for one in document.passages if one.page == 2)
    assert document.text[second.start : second.end] == VIETNAMESE


@needs_tesseract
def test_a_text_layer_that_spells_nothing_is_not_believed(reading):
    def draw(canvas: Canvas) -> None:
        scanned(canvas, VIETNAMESE)
        garbled = "".join(chr(ord(one) + 29) if one.isalpha() else one for one in VIETNAMESE)
        hidden = canvas.beginText(LEFT, 700)
        hidden.setTextRenderMode(3)
        for line in paper.wrapped(garbled, 400):
            hidden.textLine(line)
        canvas.drawText(hidden)

    document = reading(pdf(draw))
    assert document.ocr_pages == 1
    assert document.text == VIETNAMESE


@needs_tesseract
def test_a_text_layer_of_names_and_numbers_is_kept(reading):
    rows = [f"Xã Pờ Y Ngọk Réo {number} Đăk Xú Sa Loong Ia Chim" for number in range(20)]
    document = reading(pdf(lambda canvas: flow(canvas, rows, gap=0)))
    assert document.ocr_pages == 0


@needs_tesseract
def test_force_reads_every_page_from_its_picture(reading):
    document = reading(pdf(lambda canvas: flow(canvas, [VIETNAMESE])), ocr="force")
    assert (document.ocr_pages, document.text) == (1, VIETNAMESE)


def test_off_leaves_scans_alone(reading):
    both = pdf(
        lambda canvas: flow(canvas, [VIETNAMESE]), lambda canvas: scanned(canvas, VIETNAMESE)
    )
    document = reading(both, ocr="off")
    assert (document.pages, document.ocr_pages, document.text) == (2, 0, VIETNAMESE)
    with pytest.raises(Unreadable, match="no text layer") as caught:
        reading(pdf(lambda canvas: scanned(canvas, VIETNAMESE)), ocr="off")
    assert "--ocr auto" in caught.value.remedy


# ── language and doubt ────────────────────────────────────────────────────────────────────


@needs_tesseract
def test_the_language_of_a_scan_is_found(reading):
    document = reading(pdf(*[lambda canvas: scanned(canvas, ENGLISH)] * 2))
    assert "read by OCR (en): page 1-2" in document.notes
    assert document.language == "en"
    assert document.text.split() == (ENGLISH + " " + ENGLISH).split()


@needs_tesseract
def test_the_language_that_is_asked_for_is_taken(reading):
    document = reading(pdf(lambda canvas: scanned(canvas, VIETNAMESE)), language="en")
    assert "read by OCR (en): page 1" in document.notes


@needs_tesseract
def test_words_that_were_hard_to_read_are_weak(reading):
    clean = reading(pdf(lambda canvas: scanned(canvas, VIETNAMESE)))
    assert clean.weak == ()
    small = picture(VIETNAMESE, dpi=60).resize((2479, 3508), Image.Resampling.NEAREST)
    written = io.BytesIO()
    small.save(written, "PDF", resolution=300)
    noisy = reading(written.getvalue())
    words = [noisy.text[start:end] for start, end in noisy.weak]
    assert words and all(word and " " not in word for word in words)


@pytest.mark.parametrize(
    ("printed", "word"),
    [("05-ĐÐA/TU,", "05-ĐA/TU,"), ("NÐ-CP", "NĐ-CP"), ("5.1%o", "5.1‰"), ("5,1%0.", "5,1‰.")],
)
def test_what_tesseract_makes_of_one_letter_is_that_letter_but_doubtful(printed, word):
    row = f"5\t1\t1\t1\t1\t1\t10\t10\t40\t12\t96.5\t{printed}"
    (words,) = ocr._words(f"head\n{row}\n", 0.24, ruled=False)
    line = ocr._line(words, 12)
    assert line.text == word
    assert bool(line.weak) == (printed != "NÐ-CP")


# ── ruled tables ──────────────────────────────────────────────────────────────────────────

TABLE = (
    ("TT", "Nội dung", "Năm 2022", "Tỷ lệ (%)"),
    ("1", "Tổng số đảng viên", "71.204", "101,8"),
    ("2", "Kết nạp đảng viên mới", "2.105", "103,5"),
    ("3", "Số đảng bộ trực thuộc", "4.071", "100,2"),
)
COLUMNS = (70.0, 100.0, 280.0, 380.0, 480.0)


def table_page(canvas: Canvas) -> None:
    """Text, a ruled table, text."""
    flow(canvas, [VIETNAMESE], y=60)
    top, high = 130.0, 24.0
    for down in range(len(TABLE) + 1):
        paper.line(canvas, COLUMNS[0], top + down * high, COLUMNS[-1], top + down * high)
    for x in COLUMNS:
        paper.line(canvas, x, top, x, top + len(TABLE) * high)
    for down, row in enumerate(TABLE):
        for x, text in zip(COLUMNS, row, strict=False):
            say(canvas, text, x + 5, top + down * high + 16)
    flow(canvas, [VIETNAMESE], y=260)


def tilted(draw, degrees: float) -> Image.Image:
    """A page as a picture that lies askew."""
    page = pypdfium2.PdfDocument(pdf(draw))[0].render(scale=300 / 72, grayscale=True).to_pil()
    return page.rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=255)


def grey(image: Image.Image) -> bytes:
    written = io.BytesIO()
    image.save(written, "PPM")
    return written.getvalue()


@needs_tesseract
@pytest.mark.parametrize("degrees", [0.0, 0.7, -1.4])
def test_the_cells_of_a_scanned_table_know_their_headers(reading, degrees):
    written = io.BytesIO()
    tilted(table_page, degrees).save(written, "PNG", dpi=(300, 300))
    document = reading(written.getvalue(), "bang.png", language="vi")
    found = {
        document.text[one.start : one.end]: [document.text[slice(*head)] for head in one.headers]
        for one in document.passages
        if one.kind == "cell"
    }
    for row in TABLE[1:]:
        heads = [text.replace(" ", "") for text in found[row[2]]]
        assert heads == ["Năm2022", row[1].replace(" ", "")]
        assert found[row[3]][-1].replace(" ", "") == row[1].replace(" ", "")
    outside = " ".join(
        document.text[one.start : one.end] for one in document.passages if one.kind == "paragraph"
    )
    assert outside.count("887 công chức") == 2
    assert "|" not in document.text


@pytest.mark.parametrize("degrees", [0.0, 0.7, -1.4, 3.0])
def test_the_lines_of_a_table_are_found_and_taken_out(degrees):
    ruling = ruling_of(grey(tilted(table_page, degrees)), 300)
    assert ruling is not None
    (grid,) = ruling.grids
    assert sorted((one.row, one.column) for one in grid.frames) == [
        (row, column) for row in range(4) for column in range(4)
    ]
    assert math.degrees(math.atan(ruling.tilt)) == pytest.approx(-degrees, abs=0.05)
    with Image.open(io.BytesIO(ruling.picture)) as cleared:
        assert ruling_of(grey(cleared), 300) is None


def framed(canvas: Canvas) -> None:
    """A page with a frame around its text and a line below its head."""
    for y in (40, 100, 800):
        paper.line(canvas, 50, y, 545, y)
    for x in (50, 300, 545):
        paper.line(canvas, x, 40, x, 800)
    flow(canvas, [VIETNAMESE], y=140)


def underlined(canvas: Canvas) -> None:
    """A letterhead whose lines are underlined."""
    flow(canvas, [VIETNAMESE], y=140)
    for x, y in ((90, 80), (330, 80), (330, 95)):
        paper.line(canvas, x, y, x + 150, y)


@pytest.mark.parametrize("draw", [framed, underlined, lambda canvas: flow(canvas, [VIETNAMESE])])
def test_frames_and_underlines_are_no_tables(draw):
    assert ruling_of(grey(tilted(draw, 0.4)), 300) is None


def test_a_picture_of_noise_has_no_lines():
    noise = Image.effect_noise((1200, 1600), 160)
    assert ruling_of(grey(noise), 300) is None


def test_what_was_hard_to_read_in_a_cell_is_weak():
    frames = (Frame(0, 0, 1, 1, (0, 0, 100, 40)), Frame(0, 1, 1, 1, (100, 0, 200, 40)))
    grid = Grid((0, 0, 200, 40), frames, True)
    words = [
        [
            ocr._Word("Số", 10, 5, 30, 15, 96.0),
            ocr._Word("chi", 35, 5, 50, 15, 31.0),
            ocr._Word("2.105", 120, 5, 150, 15, 40.0),
        ],
        [ocr._Word("bộ", 10, 20, 25, 30, 95.0)],
    ]
    scan = ocr._scan(words, Ruling((grid,), 0.0, b""), "vi", 1.0)
    ((_, (name, number)),) = scan.tables
    assert (name.text, name.weak) == ("Số chi bộ", ((3, 6),))
    assert (number.text, number.weak) == ("2.105", ((0, 5),))
    assert scan.lines == ()


def test_doubts_about_a_cell_reach_its_facts(rulebook):
    cells = (
        Cell(0, 0, "Nội dung"), Cell(0, 1, "Năm 2022"), Cell(0, 2, "Tỷ lệ (%)"),
        Cell(1, 0, "Số chi bộ"), Cell(1, 1, "2.105", weak=((0, 5),)), Cell(1, 2, "98,5"),
    )  # fmt: skip
    page = PrintedPage(Sheet(1, 595, 842, ()), (((0, 0, 300, 60), cells),))
    pieces = pieces_of_pages([page], Request(Path("bang.png"), rulebook))
    assert [pieces.text[start:end] for start, end in pieces.weak] == ["2.105"]


# ── images ────────────────────────────────────────────────────────────────────────────────


@needs_tesseract
@pytest.mark.parametrize(
    ("form", "name"), [("PNG", "a.png"), ("JPEG", "a.jpg"), ("TIFF", "a.tif"), ("PNG", "a.jpeg")]
)
def test_an_image_is_a_report_of_one_page(reading, form, name):
    document = reading(image_file(VIETNAMESE, form, dpi=300), name)
    assert (document.text, document.pages, document.ocr_pages) == (VIETNAMESE, 1, 1)
    left, top, _, _ = document.passages[0].box
    assert (left, top) == pytest.approx((LEFT, paper.TOP - 11), abs=8)


@needs_tesseract
def test_a_small_image_is_enlarged(reading):
    document = reading(image_file(VIETNAMESE, "PNG", dpi=120), "a.png")
    assert "18,7%" in document.text and "26,87%" in document.text


@needs_tesseract
def test_every_page_of_a_tiff_is_read(reading):
    written = io.BytesIO()
    picture(VIETNAMESE).save(
        written, "TIFF", save_all=True, append_images=[picture(ENGLISH)], resolution=300
    )
    document = reading(written.getvalue(), "a.tiff")
    assert (document.pages, document.ocr_pages) == (2, 2)
    assert document.text == f"{VIETNAMESE}\n\n{ENGLISH}"


@pytest.mark.parametrize("part", [0.3, 0.9])
def test_a_damaged_image_is_refused(reading, part):
    whole = image_file(VIETNAMESE, "PNG")
    with pytest.raises(Unreadable, match="image"):
        reading(whole[: int(len(whole) * part)], "a.png")


def test_an_image_that_unpacks_to_gigabytes_is_refused(reading):
    written = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(written, "PNG")
    with pytest.raises(Unreadable, match="image"):
        reading(written.getvalue(), "a.png")


@needs_tesseract
def test_an_empty_page_is_refused(reading):
    written = io.BytesIO()
    Image.new("L", (1240, 1754), 255).save(written, "PNG")
    with pytest.raises(Unreadable, match="no text"):
        reading(written.getvalue(), "a.png")


# ── without tesseract ─────────────────────────────────────────────────────────────────────


def test_where_tesseract_is_missing_the_remedy_says_what_to_install(reading, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(Unreadable, match="tesseract is not installed") as caught:
        reading(pdf(lambda canvas: scanned(canvas, VIETNAMESE)))
    assert caught.value.place == "page 1"
    assert "tesseract-ocr-vie" in caught.value.remedy


def test_where_tesseract_is_missing_pages_with_text_are_read_and_the_others_named(
    reading, monkeypatch
):
    monkeypatch.setenv("PATH", "/nowhere")
    document = reading(
        pdf(lambda canvas: flow(canvas, [VIETNAMESE]), lambda canvas: scanned(canvas, VIETNAMESE))
    )
    assert document.text == VIETNAMESE
    assert any("page 2 was not read" in note for note in document.notes)


def test_a_missing_language_is_named(reading, tmp_path, monkeypatch):
    program = tmp_path / "bin" / "tesseract"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho 'List of languages:'\necho eng\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/bin:/usr/bin")
    with pytest.raises(Unreadable, match="lacks its language vie"):
        reading(pdf(lambda canvas: scanned(canvas, VIETNAMESE)))


def test_a_program_that_fails_is_told(reading, tmp_path, monkeypatch):
    program = tmp_path / "bin" / "tesseract"
    program.parent.mkdir()
    program.write_text(
        '#!/bin/sh\n[ "$1" = --list-langs ] && echo vie && exit 0\necho broken >&2\nexit 1\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/bin:/usr/bin")
    with pytest.raises(Unreadable, match="tesseract failed: broken"):
        reading(pdf(lambda canvas: scanned(canvas, VIETNAMESE)))
