"""A report is the same text, in whatever encoding it was saved; what is none is refused by name."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from pathlib import Path

import pytest

from pipeline.extract import Extractor
from pipeline.model import Document, Fact
from pipeline.readers import READERS, Unreadable, read, read_text
from pipeline.readers.text import detect_language
from pipeline.rulebook import Rulebook

VIETNAMESE = """Báo cáo công tác cán bộ của tỉnh
Đến nay, toàn tỉnh đã giảm 887 công chức (18,7%) và 2.280 viên chức (8,52%).
Tỷ lệ cấp ủy viên nữ đạt 33,96%, vượt chỉ tiêu đề ra tại Nghị quyết số 18-NQ/TW.
Đảng bộ có 115/177 đơn vị cấp xã thực hiện mô hình bí thư đồng thời là chủ tịch ủy ban.
"""
ENGLISH = """Report on cadre work
So far the province has reduced 887 civil servants (18.7%) and 2,280 employees (8.52%).
The share of women in the committee reached 33.96% under Resolution No. 18-NQ/TW.
"""
TONES = "\u0300\u0301\u0303\u0309\u0323"


def in_windows_1258(text: str) -> bytes:
    """The code page keeps â, ă, ê, ô, ơ, ư, đ as letters and writes the tone after them."""
    written = ""
    for letter in unicodedata.normalize("NFC", text):
        marks = unicodedata.normalize("NFD", letter)
        tones = "".join(one for one in marks if one in TONES)
        bare = "".join(one for one in marks if one not in TONES)
        written += unicodedata.normalize("NFC", bare) + tones
    return written.encode("cp1258")


def saved(folder: Path, content: bytes, name: str = "report.txt") -> Path:
    """A file with these bytes."""
    path = folder / name
    path.write_bytes(content)
    return path


def facts(document: Document, extractor: Extractor) -> list[tuple[str, int, int]]:
    """What is found in a document, and where."""
    return [(str(one.value), one.start, one.end) for one in extractor(document).facts]


# ── encodings ─────────────────────────────────────────────────────────────────────────────

ENCODED = {
    "UTF-8": VIETNAMESE.encode(),
    "UTF-8 with a mark": VIETNAMESE.encode("utf-8-sig"),
    "UTF-16 with a mark": VIETNAMESE.encode("utf-16"),
    "UTF-16 LE, marked": b"\xff\xfe" + VIETNAMESE.encode("utf-16-le"),
    "UTF-16 BE, marked": b"\xfe\xff" + VIETNAMESE.encode("utf-16-be"),
    "UTF-16 LE without a mark": VIETNAMESE.encode("utf-16-le"),
    "UTF-16 BE without a mark": VIETNAMESE.encode("utf-16-be"),
    "UTF-32 with a mark": VIETNAMESE.encode("utf-32"),
    "windows-1258": in_windows_1258(VIETNAMESE),
    "NFD": unicodedata.normalize("NFD", VIETNAMESE).encode(),
    "Windows line ends": VIETNAMESE.replace("\n", "\r\n").encode(),
    "old Mac line ends": VIETNAMESE.replace("\n", "\r").encode(),
}


@pytest.mark.parametrize("content", ENCODED.values(), ids=ENCODED.keys())
def test_the_text_is_the_same_in_every_encoding(
    content: bytes, tmp_path: Path, rulebook: Rulebook, extractor: Extractor
) -> None:
    document = read(saved(tmp_path, content), rulebook=rulebook)
    assert document.text == VIETNAMESE
    assert document.language == "vi"
    assert document.id == hashlib.sha256(content).hexdigest()
    plain = read_text(VIETNAMESE, rulebook=rulebook)
    assert document.passages == plain.passages
    assert facts(document, extractor) == facts(plain, extractor)


@pytest.mark.parametrize(
    "content",
    [ENGLISH.encode(), ENGLISH.encode("utf-16"), ENGLISH.encode("utf-16-le")],
    ids=["UTF-8", "UTF-16", "UTF-16 without a mark"],
)
def test_english_too(content: bytes, tmp_path: Path, rulebook: Rulebook) -> None:
    document = read(saved(tmp_path, content), rulebook=rulebook)
    assert document.text == ENGLISH
    assert document.language == "en"


def test_a_few_broken_bytes_do_not_cost_the_file(tmp_path: Path, rulebook: Rulebook) -> None:
    content = VIETNAMESE.encode() * 20
    damaged = content[:400] + b"\xc3(" + content[402:]
    document = read(saved(tmp_path, damaged), rulebook=rulebook)
    assert "18,7%" in document.text
    assert "115/177 đơn vị cấp xã" in document.text


def test_what_was_changed_in_reading_is_said(tmp_path: Path, rulebook: Rulebook) -> None:
    decomposed = read(saved(tmp_path, ENCODED["NFD"]), rulebook=rulebook)
    assert any("NFC" in note for note in decomposed.notes)
    wide = read(saved(tmp_path, ENCODED["UTF-16 with a mark"]), rulebook=rulebook)
    assert any("utf-16" in note for note in wide.notes)
    plain = read(saved(tmp_path, ENCODED["UTF-8"]), rulebook=rulebook)
    assert not any("NFC" in note for note in plain.notes)


def test_offsets_count_the_characters_of_the_text(rulebook: Rulebook, extractor: Extractor) -> None:
    """Letters outside the basic plane count once; NFD letters count as what they become."""
    text = "\U0001f4c8 Tỷ lệ đạt 26,87% số hộ."
    for written in (text, unicodedata.normalize("NFD", text)):
        document = read_text(written, rulebook=rulebook, language="vi")
        (fact,) = extractor(document).facts
        assert document.text == text
        assert text[fact.start : fact.end] == "26,87%"


def test_half_letters_become_one_sign_each(rulebook: Rulebook) -> None:
    document = read_text("a\ud800b 5% c\udfff", rulebook=rulebook, language="en")
    assert document.text == "a\ufffdb 5% c\ufffd"
    document.text.encode("utf-8")


# ── what cannot be read ───────────────────────────────────────────────────────────────────

UNREADABLE = {
    "empty": (b"", "report.txt", "empty"),
    "blank": (b" \n\t\n ", "report.txt", "nothing but"),
    "binary": (bytes(range(256)) * 40, "report.txt", ""),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(2000), "report.txt", ""),
}


@pytest.mark.parametrize(("content", "name", "reason"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_holds_no_text_is_refused(
    content: bytes, name: str, reason: str, tmp_path: Path, rulebook: Rulebook
) -> None:
    path = saved(tmp_path, content, name)
    with pytest.raises(Unreadable) as refused:
        read(path, rulebook=rulebook)
    assert refused.value.path == str(path)
    assert reason in refused.value.reason
    assert refused.value.remedy
    assert str(path) in str(refused.value)
    assert refused.value.remedy in str(refused.value)


@pytest.mark.parametrize("name", ["report.xyz", "report.exe", "report", "report.TXT.bak"])
def test_an_unknown_ending_is_refused_with_those_that_are_read(
    name: str, tmp_path: Path, rulebook: Rulebook
) -> None:
    path = saved(tmp_path, bytes(range(256)), name)
    with pytest.raises(Unreadable) as refused:
        read(path, rulebook=rulebook)
    assert ".txt" in refused.value.remedy or refused.value.remedy


def test_capital_endings_are_read(tmp_path: Path, rulebook: Rulebook) -> None:
    assert read(saved(tmp_path, VIETNAMESE.encode(), "REPORT.TXT"), rulebook=rulebook).text


def test_a_file_that_is_not_there(tmp_path: Path, rulebook: Rulebook) -> None:
    with pytest.raises(Unreadable) as refused:
        read(tmp_path / "nowhere.txt", rulebook=rulebook)
    assert "nowhere.txt" in str(refused.value)
    assert refused.value.remedy


def test_a_folder_is_no_report(tmp_path: Path, rulebook: Rulebook) -> None:
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(Unreadable):
        read(tmp_path / "folder.txt", rulebook=rulebook)


@pytest.mark.skipif(os.name != "posix", reason="rights are those of POSIX")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read all")
def test_a_file_without_the_right_to_read(tmp_path: Path, rulebook: Rulebook) -> None:
    path = saved(tmp_path, VIETNAMESE.encode())
    path.chmod(0)
    with pytest.raises(Unreadable) as refused:
        read(path, rulebook=rulebook)
    assert "rights" in refused.value.remedy


def test_every_reader_has_an_ending() -> None:
    assert {".txt", ".md"} <= set(READERS)
    assert all(ending == ending.casefold() and ending.startswith(".") for ending in READERS)


# ── furniture ─────────────────────────────────────────────────────────────────────────────


def found_in(text: str, rulebook: Rulebook, extractor: Extractor) -> tuple[list[Fact], list[Fact]]:
    """The facts and mentions of a text."""
    extraction = extractor(read_text(text, rulebook=rulebook))
    return list(extraction.facts), list(extraction.mentions)


@pytest.mark.parametrize(
    "line",
    ["Comment (12)", "Views: 1,024", "Page 3 of 12", "Lượt xem: 1.024", "Trang 3/12", "7", "Nguồn"],
)
def test_furniture_stays_in_the_text_but_gives_no_facts(
    line: str, rulebook: Rulebook, extractor: Extractor
) -> None:
    text = f"The committee has 53 members.\n{line}\nWomen hold 33.96% of the seats.\n"
    document = read_text(text, rulebook=rulebook)
    assert document.text == text
    kinds = [passage.kind for passage in document.passages]
    assert kinds == ["paragraph", "furniture", "paragraph"]
    facts, mentions = found_in(text, rulebook, extractor)
    assert [str(fact.value) for fact in facts] == ["53", "33.96%"]
    numbers = [mention for mention in mentions if mention.rule == "reader/furniture"]
    assert all(text[one.start : one.end] == one.text for one in numbers)
    assert bool(numbers) == any(letter.isdigit() for letter in line)


@pytest.mark.parametrize(
    "line", ["Nguồn thu đạt 12 tỷ đồng.", "Page 3 of 12 was missing from the report of 2022."]
)
def test_a_sentence_is_no_furniture(line: str, rulebook: Rulebook) -> None:
    (passage,) = read_text(line, rulebook=rulebook).passages
    assert passage.kind == "paragraph"


# ── lines, paragraphs, headings, tables ───────────────────────────────────────────────────


def pieces(text: str, rulebook: Rulebook, name: str = "report.txt", *, folder: Path) -> list[str]:
    """The passages of a file."""
    document = read(saved(folder, text.encode(), name), rulebook=rulebook)
    return [document.text[one.start : one.end] for one in document.passages]


WRAPPED = """The province has reviewed the planning of cadres at all levels, and in
communes the share of women rose to 25.2%, while in districts it fell to
20% of the members of the committees.
"""


def test_hard_wrapped_lines_are_one_paragraph(
    tmp_path: Path, rulebook: Rulebook, extractor: Extractor
) -> None:
    assert pieces(WRAPPED, rulebook, folder=tmp_path) == [WRAPPED.strip()]
    document = read_text(WRAPPED, rulebook=rulebook)
    assert document.text == WRAPPED, "nothing is taken out"
    sentences = {fact.sentence for fact in extractor(document).facts}
    assert sentences == {WRAPPED.strip()}


@pytest.mark.parametrize(
    "text",
    [
        "Diện tích rừng trồng tăng khá ở các huyện Bình Lộc, An Phú,\nTân Hòa và Tân An.\n",
        "Tổng công suất của các nhà máy trong tỉnh đến cuối năm là 1.250\nMW, tăng 5%.\n",
        "Diện tích rừng trồng tăng khá ở các huyện Bình Lộc, An Phú,\nTân Hòa và Đồng Tâm.\n",
    ],
)
def test_lines_that_go_on(text: str, tmp_path: Path, rulebook: Rulebook) -> None:
    assert [one.strip() for one in pieces(text, rulebook, folder=tmp_path)] == [text.strip()]


@pytest.mark.parametrize(
    "text",
    [
        "A heading without a stop\nThe committee has 53 members.\n",
        "- first, with 5 cells\n- second, with 6 cells\n",
        "a) giảm 887 công chức trong toàn tỉnh theo kế hoạch đã được phê duyệt\nb) tăng 5 người\n",
        "1. The first task is done in all communes of the province by 2022\n2. the second is not\n",
        "One paragraph that ends here, after more than fifty-five letters.\nanother begins small\n",
    ],
)
def test_lines_that_stay_apart(text: str, tmp_path: Path, rulebook: Rulebook) -> None:
    apart = [one.strip() for one in pieces(text, rulebook, folder=tmp_path)]
    assert apart == [one.strip() for one in text.splitlines()]


def test_blank_lines_are_no_passages(tmp_path: Path, rulebook: Rulebook) -> None:
    text = "\n\n  \nOne.\n \n\nTwo.\n\n"
    assert [one.strip() for one in pieces(text, rulebook, folder=tmp_path)] == ["One.", "Two."]


MARKDOWN = """# Report on cadres

The committee has 53 members.

| Commune | Members | Women |
|---|---:|---:|
| Đông Hải | 15 | 33.3% |
| Tây Sơn | 12 | 25% |

## Targets

It should be 15% by 2025.
"""


def under(document: Document) -> dict[str, tuple[str, ...]]:
    """The cells of a text's tables with the words of their headers."""
    return {
        document.text[one.start : one.end]: tuple(
            document.text[start:end] for start, end in one.headers
        )
        for one in document.passages
        if one.kind == "cell"
    }


def test_markdown_tells_headings_and_cells_apart(
    tmp_path: Path, rulebook: Rulebook, extractor: Extractor
) -> None:
    document = read(saved(tmp_path, MARKDOWN.encode(), "report.md"), rulebook=rulebook)
    assert document.text == MARKDOWN, "nothing is taken out"
    kinds = [passage.kind for passage in document.passages]
    assert kinds == ["heading", "paragraph", *["cell"] * 9, "heading", "paragraph"]
    cells = under(document)
    assert cells["33.3%"] == ("Women", "Đông Hải")
    assert cells["12"] == ("Members", "Tây Sơn")
    assert cells["Members"] == ()
    facts = [(str(fact.value), fact.text) for fact in extractor(document).facts]
    assert ("33.3%", "33.3%") in facts
    assert ("12", "12") in facts
    assert ("53", "53") in facts


def test_a_second_table_has_its_own_head(tmp_path: Path, rulebook: Rulebook) -> None:
    text = "| A | B |\n|---|---|\n| xa | 2 |\n\nBetween.\n\n| C | D |\n|---|---|\n| ya | 4 |\n"
    cells = under(read(saved(tmp_path, text.encode(), "report.md"), rulebook=rulebook))
    assert cells["2"] == ("B", "xa")
    assert cells["4"] == ("D", "ya")


def test_the_number_of_a_row_is_no_header_of_it(tmp_path: Path, rulebook: Rulebook) -> None:
    text = (
        "| TT | Năm | Số |\n|---|---|---|\n| 1 | xã | 25 |\n| 2 | 2021 | 41 |\n| a | thôn | 46 |\n"
    )
    cells = under(read(saved(tmp_path, text.encode(), "report.md"), rulebook=rulebook))
    assert (cells["25"], cells["41"], cells["46"]) == (
        ("Số", "xã"),
        ("Số", "2021"),
        ("Số", "thôn"),
    )


def test_plain_text_has_no_headings(tmp_path: Path, rulebook: Rulebook) -> None:
    text = "# 5 is a number sign here\n"
    document = read(saved(tmp_path, text.encode()), rulebook=rulebook)
    assert [passage.kind for passage in document.passages] == ["paragraph"]


# ── language ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (VIETNAMESE, "vi"),
        (ENGLISH, "en"),
        ("Giảm 887 công chức (18,7%)", "vi"),
        ("BÁO CÁO KẾT QUẢ NĂM 2022", "vi"),
        ("Cut 887 workers (18.7%)", "en"),
        ("Quảng Ninh cut 12 posts, Đắk Lắk 9", "en"),
        ("Posts in Thừa Thiên Huế, Đồng Nai, Bà Rịa and Gò Vấp: 53", "en"),
        ("26,87%", "vi"),
        ("Còn 5 xã (9%).", "vi"),
        ("Down to 5 (9%).", "en"),
    ],
)
def test_the_language_of_a_text(text: str, language: str, rulebook: Rulebook) -> None:
    assert detect_language(text, rulebook) == language


def test_a_given_language_is_kept(rulebook: Rulebook) -> None:
    assert read_text(ENGLISH, rulebook=rulebook, language="vi").language == "vi"


def test_words_under_the_name_of_a_picture_are_no_report(
    tmp_path: Path, rulebook: Rulebook
) -> None:
    for name in ("photo.jpg", "scan.TIFF"):
        (tmp_path / name).write_text("not a jpg: 31/40", "utf-8")
        with pytest.raises(Unreadable, match="it is no") as caught:
            read(tmp_path / name, rulebook=rulebook)
        assert "download" in (caught.value.remedy or "")
    (tmp_path / "words.pdf").write_text("It reached 31/40.", "utf-8")
    assert read(tmp_path / "words.pdf", rulebook=rulebook).text == "It reached 31/40."
