"""Scans: which pages are read by OCR, in which language, and what is doubtful in them."""

from __future__ import annotations

import io
import shutil

import paper
import pypdfium2
import pytest
from paper import LEFT, flow, pdf, say
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.model import Document
from pipeline.readers import Unreadable, ocr, read

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
    (line,) = ocr._lines(f"head\n{row}\n", 0.24)
    assert line.text == word
    assert bool(line.weak) == (printed != "NÐ-CP")


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
