"""Word files, workbooks and delimited text: what a reader sees, and no bombs."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest
from docx import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook

from pipeline.model import Document
from pipeline.readers import Unreadable, read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture
def reading(tmp_path, rulebook):
    def read_bytes(content: bytes, name: str = "report.docx", **options) -> Document:
        (tmp_path / name).write_bytes(content)
        return read(tmp_path / name, rulebook=rulebook, **options)

    return read_bytes


def texts(document: Document, *kinds: str) -> list[str]:
    return [
        document.text[one.start : one.end]
        for one in document.passages
        if not kinds or one.kind in kinds
    ]


def cells(document: Document) -> dict[str, list[str]]:
    return {
        document.text[one.start : one.end]: [document.text[a:b] for a, b in one.headers]
        for one in document.passages
        if one.kind == "cell"
    }


def saved(document) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def package(body: str, **parts: str) -> bytes:
    """A Word file of the barest kind."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>"
        )
        for name, part in parts.items():
            archive.writestr(f"word/{name}.xml", part)
    return written.getvalue()


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


# ── Word: text ────────────────────────────────────────────────────────────────────────────


def test_insertions_are_in_and_deletions_are_out(reading):
    gone = '<w:del w:id="1"><w:r><w:delText>78,5%</w:delText></w:r></w:del>'
    moved = (
        f'<w:moveFrom w:id="3">{run("đi")}</w:moveFrom><w:moveTo w:id="4">{run(" rồi")}</w:moveTo>'
    )
    body = paragraph(run("đạt "), gone, f'<w:ins w:id="2">{run("77,5%")}</w:ins>', moved)
    assert texts(reading(package(body))) == ["đạt 77,5% rồi"]


def test_a_paragraph_whose_end_was_deleted_goes_on(reading):
    end = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
    body = paragraph(end, run("giảm 887 ")) + paragraph(run("công chức")) + paragraph(run("Hết"))
    assert texts(reading(package(body))) == ["giảm 887 công chức", "Hết"]


def test_a_row_that_was_deleted_is_gone(reading):
    def row(text: str, properties: str = "") -> str:
        cell = f"<w:tc>{paragraph(run(text))}</w:tc>"
        return f"<w:tr><w:trPr>{properties}</w:trPr>{cell}<w:tc>{paragraph(run('1'))}</w:tc></w:tr>"

    deleted = row("hai", '<w:del w:id="1"/>')
    body = f"<w:tbl>{row('một')}{deleted}{row('ba')}</w:tbl>"
    assert "hai" not in reading(package(body)).text


def test_what_is_hidden_or_a_field_code_or_a_comment_is_not_read(reading):
    body = paragraph(
        run("thấy"),
        run(" 99%", "<w:vanish/>"),
        "<w:r><w:instrText> PAGE 5 </w:instrText></w:r>",
        "<w:r><w:commentReference w:id='1'/></w:r>",
        run(" rõ", '<w:vanish w:val="0"/>'),
    )
    comments = f"<w:comments {W}><w:comment>{paragraph(run('sửa lại 5%'))}</w:comment></w:comments>"
    assert texts(reading(package(body, comments=comments))) == ["thấy rõ"]


def test_breaks_and_hyphens_are_written(reading):
    body = paragraph(
        run("18"), "<w:r><w:noBreakHyphen/></w:r>", run("NQ/TW"), "<w:r><w:br/></w:r>", run("số"),
        "<w:r><w:tab/></w:r>", run("5"), run("2", '<w:vertAlign w:val="superscript"/>'),
    )  # fmt: skip
    assert texts(reading(package(body))) == ["18-NQ/TW số 5²"]


def test_a_text_box_is_read_once_behind_its_paragraph(reading):
    box = f"<w:txbxContent>{paragraph(run('trong khung 35%'))}</w:txbxContent>"
    alternate = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    body = paragraph(run("trước"), f"<w:r>{alternate}</w:r>", run(" sau")) + paragraph(run("hết"))
    assert texts(reading(package(body))) == ["trước sau", "trong khung 35%", "hết"]


def test_footnotes_are_notes_and_headers_are_furniture(reading):
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator">{paragraph(run("---"))}</w:footnote>'
        f"<w:footnote>{paragraph(run('Theo chuẩn mới'))}</w:footnote></w:footnotes>"
    )
    header = f"<w:hdr {W}>{paragraph(run('Báo cáo 35/40'))}</w:hdr>"
    content = package(paragraph(run("đạt 65%")), footnotes=notes, header1=header)
    document = reading(content)
    assert texts(document, "note") == ["Theo chuẩn mới"]
    assert texts(document, "furniture") == ["Báo cáo 35/40"]
    assert texts(document, "paragraph") == ["đạt 65%"]


def test_headings_and_the_title_are_known(reading):
    document = Word()
    document.core_properties.title = "Báo cáo năm"
    document.add_heading("Kết quả", level=2)
    document.add_paragraph("đạt 65%")
    read_again = reading(saved(document))
    assert texts(read_again, "heading") == ["Kết quả"]
    assert read_again.title == "Báo cáo năm"


# ── Word: tables ──────────────────────────────────────────────────────────────────────────


def test_cells_stay_in_place_with_their_headers(reading):
    document = Word()
    document.add_paragraph("trước")
    table = document.add_table(rows=4, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Huyện"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Năm 2022"
    for row, texts_ in enumerate((("Số xã", "Tỷ lệ"), ("13", "5,2%"), ("21", "9,1%")), 1):
        table.cell(row, 1).text, table.cell(row, 2).text = texts_
    table.cell(2, 0).text, table.cell(3, 0).text = "Cô Tô", "Hạ Long"
    document.add_paragraph("sau")
    read_again = reading(saved(document))
    assert cells(read_again)["9,1%"] == ["Năm 2022", "Tỷ lệ", "Hạ Long"]
    assert cells(read_again)["13"] == ["Năm 2022", "Số xã", "Cô Tô"]
    text = read_again.text
    assert text.startswith("trước") and text.endswith("sau")


def test_a_row_that_word_marks_as_header_is_one(reading):
    document = Word()
    table = document.add_table(rows=3, cols=2)
    for row, listed in enumerate((("2021", "2022"), ("13", "21"), ("5", "8"))):
        for column, text in enumerate(listed):
            table.cell(row, column).text = text
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    assert cells(reading(saved(document)))["8"] == ["2022"]


def test_a_letterhead_in_a_table_is_paragraphs(reading):
    document = Word()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "TỈNH ỦY QUẢNG NINH\nSố 123-BC/TU"
    table.cell(0, 1).text = "Quảng Ninh, ngày 5 tháng 12 năm 2023"
    read_again = reading(saved(document))
    assert cells(read_again) == {}
    assert texts(read_again)[-1] == "Quảng Ninh, ngày 5 tháng 12 năm 2023"


# ── Word: old fonts ───────────────────────────────────────────────────────────────────────


def test_runs_in_old_fonts_become_unicode_and_the_others_stay(reading):
    document = Word()
    paragraph_ = document.add_paragraph()
    for text, font in (
        ("NghÞ quyÕt ", ".VnTime"), ("tØnh ñy ", ".VnTimeH"), ("Nghị quyết ", "Times New Roman"),
        ("naê", "VNI-Times"), ("m", "VNI-Times"), (" bình", ".VnTime"),
    ):  # fmt: skip
        paragraph_.add_run(text).font.name = font
    assert texts(reading(saved(document))) == ["Nghị quyết TỈNH ỦY Nghị quyết năm bình"]


def test_a_letter_that_is_cut_in_two_runs_is_one(reading):
    document = Word()
    paragraph_ = document.add_paragraph()
    for part in ("quye", "át ñònh"):
        paragraph_.add_run(part).font.name = "VNI-Times"
    assert texts(reading(saved(document))) == ["quyết định"]


def test_the_font_of_a_style_counts(reading):
    document = Word()
    style = document.styles.add_style("Old", WD_STYLE_TYPE.PARAGRAPH)
    style.font.name = ".VnArial"
    based = document.styles.add_style("Older", WD_STYLE_TYPE.PARAGRAPH)
    based.base_style = style
    document.add_paragraph("®¹t 26,87%", style="Older")
    read_again = reading(saved(document))
    assert texts(read_again) == ["đạt 26,87%"]
    assert any("TCVN3" in note for note in read_again.notes)


def test_a_unicode_run_in_an_old_font_stays_as_it_is(reading):
    document = Word()
    document.add_paragraph().add_run("Nghị quyết số 18").font.name = ".VnTime"
    assert texts(reading(saved(document))) == ["Nghị quyết số 18"]


# ── packages that were made to harm ───────────────────────────────────────────────────────


def test_a_zip_bomb_is_refused(reading):
    with pytest.raises(Unreadable, match="ZIP bomb"):
        reading(package(paragraph(run("a" * 40_000_000))))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(reading, encoding):
    written = io.BytesIO()
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    with zipfile.ZipFile(written, "w") as archive:
        xml = f'<?xml version="1.0" encoding="{encoding}"?>{bomb}<w:document {W}>&b;</w:document>'
        archive.writestr("word/document.xml", xml.encode(encoding))
    with pytest.raises(Unreadable, match="entities") as caught:
        reading(written.getvalue())
    assert caught.value.place == "word/document.xml"


@pytest.mark.parametrize("depth", [10, 60, 100])
def test_deep_nesting_is_read(reading, depth):
    deep = "<w:sdt><w:sdtContent>" * depth + paragraph(run("65%"))
    assert reading(package(deep + "</w:sdtContent></w:sdt>" * depth)).text == "65%"


def test_nesting_without_end_is_refused(reading):
    deep = "<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000
    with pytest.raises(Unreadable, match="damaged"):
        reading(package(deep))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_a_truncated_package_is_refused(reading, share):
    whole = saved(Word())
    with pytest.raises(Unreadable, match="damaged or cut off"):
        reading(whole[: int(len(whole) * share)])


def test_a_style_that_is_based_on_itself_ends(reading):
    styles = f'<w:styles {W}><w:style w:styleId="a"><w:basedOn w:val="a"/></w:style></w:styles>'
    body = f'<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>{run("65%")}</w:p>'
    assert reading(package(body, styles=styles)).text == "65%"


# ── workbooks ─────────────────────────────────────────────────────────────────────────────


def workbook(rows, formats=(), merged=()) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "Số liệu"
    for row in rows:
        sheet.append(row)
    for place, shown_as in formats:
        sheet[place].number_format = shown_as
    for area in merged:
        sheet.merge_cells(area)
    return saved(book)


def test_values_are_read_as_they_are_shown(reading):
    content = workbook(
        [["Chỉ tiêu của tỉnh", "Kết quả"], ["Tỷ lệ", 0.2687], ["Số người", 1524],
         ["Diện tích", 35.2], ["Ngày", date(2022, 7, 7)], ["Lúc", datetime(2022, 7, 7, 8, 30)],
         ["Tổng", 0.1 + 0.2],
         ["Âm", -5.8], ["Tiền", 1234567.891]],
        [("B2", "0.00%"), ("B3", "#,##0"), ("B9", '#,##0.0" tỷ"')],
    )  # fmt: skip
    found = cells(reading(content, "report.xlsx"))
    assert list(found)[3::2] == [
        "26,87%", "1.524", "35,2", "07/07/2022", "08:30 07/07/2022", "0,3", "-5,8", "1.234.567,9",
    ]  # fmt: skip
    assert found["26,87%"] == ["Kết quả", "Tỷ lệ"]


def test_numbers_are_shown_in_the_language_of_the_report(reading):
    content = workbook([["Rate of the provinces", "Value of the year"], ["Area", 1524.5]])
    assert "1524.5" in cells(reading(content, "report.xlsx"))
    assert "1524,5" in cells(reading(content, "report.xlsx", language="vi"))


def test_merged_headers_stand_over_all_their_columns(reading):
    content = workbook(
        [["Huyện", "Năm 2022", None], [None, "Số xã", "Tỷ lệ"], ["Cô Tô", 13, "5,2%"]],
        merged=["A1:A2", "B1:C1"],
    )
    assert cells(reading(content, "a.xlsx"))["5,2%"] == ["Năm 2022", "Tỷ lệ", "Cô Tô"]


def test_a_workbook_with_a_bomb_is_refused(reading):
    whole = io.BytesIO(workbook([["a"]]))
    written = io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            bomb = b'<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'
            new.writestr(name, bomb if name == "xl/workbook.xml" else old.read(name))
    with pytest.raises(Unreadable, match="entities"):
        reading(written.getvalue(), "a.xlsx")


# ── delimited text ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(reading, delimiter):
    rows = [["Xã", "Số hộ", "Ghi chú"], ["Cô Tô", "1.524", "tốt"], ["Hạ Long", "2.280", "tốt"]]
    content = "\n".join(delimiter.join(row) for row in rows).encode()
    assert cells(reading(content, "report.csv"))["2.280"] == ["Số hộ", "Hạ Long"]


def test_quoted_cells_may_hold_the_delimiter_and_lines(reading):
    content = 'Xã;Tỷ lệ\n"Cô Tô; đảo";"65,0\n%"\n'.encode()
    assert list(cells(reading(content, "report.csv"))) == ["Xã", "Tỷ lệ", "Cô Tô; đảo", "65,0 %"]


def test_a_table_of_millions_of_cells_is_refused(reading):
    with pytest.raises(Unreadable, match="cells"):
        reading(b"1,1,1,1,1,1,1,1,1,1\n" * 120_000, "report.csv")
