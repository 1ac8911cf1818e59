"""Web pages: the main text, tables, what a page says of itself, and pages made to harm."""

from __future__ import annotations

import contextlib
import time

import pytest

from pipeline.model import Document
from pipeline.readers import Unreadable, read
from pipeline.readers.legacy import _of_byte

SENTENCES = [
    "Năm 2022, tỉnh có 115/177 xã đạt chuẩn nông thôn mới, đạt 65% kế hoạch được giao trong năm.",
    "Tỷ lệ hộ nghèo giảm từ 2,66% xuống còn 2,17%, thu ngân sách đạt 23.150 tỷ đồng, vượt dự toán.",
    "Đến nay, 869 cán bộ trẻ dưới 40 tuổi tham gia cấp ủy cấp xã, chiếm 26,87% tổng số cấp ủy.",
]


@pytest.fixture
def reading(tmp_path, rulebook):
    def read_bytes(content: bytes | str, name: str = "page.html", **options) -> Document:
        written = content if isinstance(content, bytes) else content.encode()
        (tmp_path / name).write_bytes(written)
        return read(tmp_path / name, rulebook=rulebook, **options)

    return read_bytes


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def article(*parts: str) -> str:
    paragraphs = "".join(f"<p>{one}</p>" for one in SENTENCES)
    return f"<article><h1>Tin của tỉnh</h1>{paragraphs}{''.join(parts)}</article>"


def cells(document: Document) -> dict[str, list[str]]:
    return {
        document.text[one.start : one.end]: [document.text[a:b] for a, b in one.headers]
        for one in document.passages
        if one.kind == "cell"
    }


def texts(document: Document) -> list[str]:
    return [document.text[one.start : one.end] for one in document.passages]


# ── the main text ─────────────────────────────────────────────────────────────────────────


def test_menus_adverts_comments_and_scripts_are_left_out(reading):
    document = reading(
        page(
            "<nav><a href='/'>Trang chủ (125)</a></nav><script>var a = '99%';</script>"
            + article("<p hidden></p>")
            + "<div class='comments'><p>Rất hay, ủng hộ 100% ý kiến của 2 bạn ở trên</p></div>"
            "<footer>Giấy phép 123/GP-BTTTT, điện thoại 0203 3835 999</footer>"
        )
    )
    assert texts(document) == ["Tin của tỉnh", *SENTENCES]


def test_a_page_that_is_one_form_is_read(reading):
    document = reading(page(f"<form id='aspnetForm'>{article()}</form>"))
    assert texts(document) == ["Tin của tỉnh", *SENTENCES]


def test_line_breaks_end_a_line_and_inline_elements_do_not(reading):
    body = "<p>Tổng số <b>1.524</b> người,<br>trong đó <i>nữ</i> 5<sup>2</sup></p>"
    assert texts(reading(page(f"<article>{body}<p>{SENTENCES[0]}</p></article>")))[:2] == [
        "Tổng số 1.524 người,",
        "trong đó nữ 5²",
    ]


def test_a_page_without_a_main_text_is_read_whole(reading):
    assert reading(page("<p>Tỷ lệ 65% năm 2022</p>")).text == "Tỷ lệ 65% năm 2022"


@pytest.mark.parametrize("opened", ["<b>", "<font color=red>", "<div>", "<table><tr><td>"])
def test_nothing_is_lost_where_elements_are_never_closed(reading, opened):
    body = "".join(f"{opened}{one} {number}. " for number in range(600) for one in SENTENCES[:1])
    assert reading(page(body)).text.count("115/177") == 600


# ── tables ────────────────────────────────────────────────────────────────────────────────

TABLE = (
    "<table><thead><tr><th rowspan=2>Huyện</th><th colspan=2>Năm 2022</th></tr>"
    "<tr><th>Số xã</th><th>Tỷ lệ</th></tr></thead><tbody><tr><td>Cô Tô</td><td>13</td>"
    "<td>5,2%</td></tr><tr><td>Hạ Long</td><td>21</td><td>9,1%</td></tr></tbody></table>"
)


def test_cells_know_their_headers_and_stay_in_place(reading):
    document = reading(page(article(TABLE, f"<p>{SENTENCES[0]} Hết.</p>")))
    assert cells(document)["9,1%"] == ["Năm 2022", "Tỷ lệ", "Hạ Long"]
    assert cells(document)["13"] == ["Năm 2022", "Số xã", "Cô Tô"]
    assert document.text.index("26,87%") < document.text.index("9,1%")
    assert document.text.endswith("Hết.")


def test_a_page_that_is_one_table_keeps_it(reading):
    document = reading(page(TABLE))
    assert cells(document)["9,1%"] == ["Năm 2022", "Tỷ lệ", "Hạ Long"]


def test_a_table_that_only_places_text_is_paragraphs(reading):
    body = "".join(f"<tr><td>{one}</td></tr>" for one in SENTENCES)
    document = reading(page(f"<table><tr><td><table>{body}</table></td></tr></table>"))
    assert cells(document) == {}
    assert all(one in document.text for one in SENTENCES)


def test_spans_without_end_span_nothing(reading):
    wide = "<td colspan=999999999>a 1</td><td rowspan=99999999>2</td>"
    table = f"<table><tr>{wide}</tr><tr><td>3</td><td>4</td></tr></table>"
    begin = time.monotonic()
    reading(page(article(table * 50)))
    assert time.monotonic() - begin < 5


# ── what a page says of itself ────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("head", "issued"),
    [
        ('<meta property="article:published_time" content="2023-11-30T08:00Z">', "2023-11-30"),
        ('<meta name="pubdate" content="30/11/2023 08:00">', "2023-11-30"),
        ('<meta itemprop="datePublished" content="2023-11-30">', "2023-11-30"),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", '
            '"datePublished": "2023-11-30T01:00:00Z", "headline": "Tin"}]}</script>',
            "2023-11-30",
        ),
        ('<script type="application/ld+json">{broken</script>', None),
        ('<meta name="pubdate" content="99/99/2023">', None),
        ("", None),
    ],
)  # fmt: skip
def test_the_date_is_the_one_that_the_head_states(reading, head, issued):
    assert reading(page(article(), head)).issued == issued


def test_title_site_and_language_are_known(reading):
    head = (
        "<title>Tin của tỉnh - Báo</title><meta property='og:title' content='Tin của tỉnh'>"
        "<meta property='og:site_name' content='Báo tỉnh'>"
    )
    document = reading(page(article(), head))
    assert document.title == "Tin của tỉnh"
    assert "site Báo tỉnh" in document.notes
    assert document.language == "vi"


# ── characters ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""), ("utf-8", '<meta charset="utf-8">'), ("utf-8-sig", ""),
        ("utf-8", '<meta charset="iso-8859-1">'), ("utf-16", ""),
        ("utf-8", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'),
    ],
)  # fmt: skip
def test_the_encoding_is_found(reading, encoding, declared):
    content = page(article(), declared).encode(encoding)
    assert texts(reading(content)) == ["Tin của tỉnh", *SENTENCES]


def test_a_declared_encoding_is_taken(reading):
    content = page("<p>ĉiuj homoj ĝojas 65%</p>", '<meta charset="iso-8859-3">')
    assert reading(content.encode("iso-8859-3")).text == "ĉiuj homoj ĝojas 65%"


def test_old_fonts_are_converted_where_the_page_names_them(reading):
    body = "<p><font face='.VnTime'>®¹t <b>kÕ ho¹ch</b> ®Ò ra</font> và đạt kế hoạch</p>"
    styled = "<p style=\"font-family: 'VNI-Times', serif\">naêm 2022 ñaït keá hoaïch</p>"
    assert texts(reading(page(body + styled))) == [
        "đạt kế hoạch đề ra và đạt kế hoạch",
        "năm 2022 đạt kế hoạch",
    ]


def test_scrambled_letters_are_mended(reading):
    scrambled = "".join(map(_of_byte, page(article()).encode()))
    assert texts(reading(scrambled)) == ["Tin của tỉnh", *SENTENCES]


# ── pages that were made to harm ──────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "content",
    [
        b"<html>" + b"<div>" * 100_000 + b"65%",
        b"<html>" + b"<a" * 300_000,
        b"<html>" + b"<!--" * 200_000,
        b"<html><p>" + b"&amp;" * 200_000,
        b"<html><body " + b'a="b" ' * 50_000 + b"><p>65%</p>",
        b'<html><p style="font-family: a' + b"font:" * 100_000 + b'">65%</p>',
        b"<html>" + b"<table><tr><td>" * 3_000 + b"65%",
        b"<html>" + b"<script>" * 50_000 + b"65%",
    ],
    ids=["deep", "open", "comments", "entities", "attributes", "styles", "tables", "scripts"],
)
def test_a_page_that_was_made_to_harm_ends(reading, content):
    begin = time.monotonic()
    with contextlib.suppress(Unreadable):
        assert reading(content).text
    assert time.monotonic() - begin < 10
