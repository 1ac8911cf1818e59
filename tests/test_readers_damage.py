"""Whatever is in a file: it is read, or refused with the reason and the remedy, and never hangs."""

from __future__ import annotations

import io
import os
import random
import time
import zipfile
from pathlib import Path

import paper
import pytest
from cards import book
from docx import Document as Word
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from pipeline.readers import READERS, Unreadable, read, read_text
from pipeline.readers.common import LONGEST, cut, tidy

SENTENCE = "Tỉnh có 115/177 xã (65%) đạt chuẩn năm 2022.\n"
BOOK = book()


def tried(path: Path, content: bytes) -> str:
    """What becomes of a file: its text, or why it is refused."""
    path.write_bytes(content)
    begin = time.monotonic()
    try:
        found = read(path, rulebook=BOOK, ocr="off").text
    except Unreadable as error:
        assert error.path == str(path) and error.place and error.reason and error.remedy
        found = error.reason
    assert time.monotonic() - begin < 10
    return found


def pdf() -> bytes:
    return paper.pdf(lambda canvas: paper.flow(canvas, [SENTENCE]))


def docx() -> bytes:
    document = Word()
    document.add_paragraph(SENTENCE)
    document.add_table(rows=2, cols=2).cell(0, 0).text = "65%"
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def xlsx() -> bytes:
    book = Workbook()
    book.active.append(["Xã", "Tỷ lệ"])
    book.active.append(["Cô Tô", 0.65])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


# ── the extension says one thing and the bytes another ────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "content", "read_as"),
    [
        ("report.txt", pdf(), ".pdf"), ("report.docx", pdf(), ".pdf"), ("report", pdf(), ".pdf"),
        ("report.pdf", docx(), ".docx"), ("report.docm", docx(), ".docx"),
        ("report.xlsx", docx(), ".docx"), ("report.docx", xlsx(), ".xlsx"),
        ("report.pdf", f"<!DOCTYPE html><html><p>{SENTENCE}</p></html>".encode(), ".html"),
        ("report.pdf", SENTENCE.encode(), ".txt"), ("report.dat", docx(), ".docx"),
    ],
)  # fmt: skip
def test_the_bytes_decide(tmp_path, name, content, read_as):
    path = tmp_path / name
    path.write_bytes(content)
    document = read(path, rulebook=BOOK)
    assert "65%" in document.text or "65" in document.text
    assert any(f"read as {read_as}" in note for note in document.notes)


@pytest.mark.parametrize(
    ("name", "content", "remedy"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "--convert-to docx"),
        ("a.doc", b"anything", "--convert-to docx"), ("a.rtf", b"{\\rtf1 a}", "--convert-to docx"),
        ("a.txt", b"{\\rtf1 a}", "--convert-to docx"), ("a.xls", b"x", "--convert-to xlsx"),
        ("a.ppt", b"x", "--convert-to pdf"), ("a.pptx", b"x", "--convert-to pdf"),
        ("a.odt", b"x", "--convert-to docx"), ("a.zip", b"PK\x05\x06" + bytes(18), "unpack"),
        ("a.gif", b"GIF89a", "png"), ("a.xyz", b"x", ".docx"), ("a", b"x", ".docx"),
        ("a.txt", b"\x7fELF" + bytes(90), "nothing to read"),
        ("a.txt", b"SQLite format 3\0" + bytes(90), ".csv"), ("a.gz", b"\x1f\x8b\x08", "unpack"),
        ("a.pdf", b"\x01\x02\xff\xfe\xfd nothing", "download"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_refused_with_what_to_do(tmp_path, name, content, remedy):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Unreadable) as caught:
        read(tmp_path / name, rulebook=BOOK)
    assert remedy in caught.value.remedy


# ── files that are none ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("content", [b"", b" \n\t ", bytes(5_000_000)])
@pytest.mark.parametrize("ending", ["txt", "pdf", "docx", "html", "csv", "xlsx", "png"])
def test_nothing_is_refused(tmp_path, content, ending):
    assert "it " in tried(tmp_path / f"report.{ending}", content)


def test_half_a_gigabyte_of_zeros_is_not_even_opened(tmp_path):
    path = tmp_path / "report.txt"
    with path.open("wb") as file:
        file.truncate(500_000_000)
    with pytest.raises(Unreadable, match="MiB"):
        read(path, rulebook=BOOK)


def test_folders_pipes_circles_and_forbidden_files_are_refused(tmp_path):
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "circle.txt").symlink_to(tmp_path / "circle.txt")
    (tmp_path / "closed.txt").write_text("65%")
    (tmp_path / "closed.txt").chmod(0)
    for path in tmp_path.iterdir():
        if path.name == "closed.txt" and os.access(path, os.R_OK):
            continue
        with pytest.raises(Unreadable):
            read(path, rulebook=BOOK)
    for name in ("missing.txt", "nul\0.txt", "a" * 300 + ".txt"):
        with pytest.raises(Unreadable):
            read(tmp_path / name, rulebook=BOOK)


@pytest.mark.parametrize("name", ["dòng\nmới.txt", 'nháy"kép.txt', "\x1b[31mđỏ.txt", "a b\t.txt"])
def test_any_name_will_do(tmp_path, name):
    assert tried(tmp_path / name, SENTENCE.encode()) == SENTENCE


# ── text ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig", "utf-32"])
def test_wide_encodings_with_and_without_their_mark(tmp_path, encoding):
    assert tried(tmp_path / "a.txt", (SENTENCE * 3).encode(encoding)) == SENTENCE * 3


def test_halves_of_letters_and_broken_bytes_are_replaced(tmp_path):
    found = tried(tmp_path / "a.txt", (SENTENCE * 9).encode() + b"\xed\xa0\x80 \xff 65%")
    assert found.startswith(SENTENCE) and found.endswith("65%")
    assert read_text(f"{SENTENCE}\ud800", rulebook=BOOK).text == f"{SENTENCE}\ufffd"


@pytest.mark.parametrize("line", ["a" * 1_000_000, "12 " * 400_000, SENTENCE.strip() * 20_000])
def test_a_line_of_a_million_characters_is_cut_and_nothing_is_lost(line):
    document = read_text(line, rulebook=BOOK)
    assert document.text == line
    assert max(one.end - one.start for one in document.passages) <= LONGEST
    assert "".join(
        document.text[one.start : one.end] for one in document.passages
    ).replace(" ", "") == line.replace(" ", "")  # fmt: skip


@given(st.text())
def test_a_text_is_cut_into_parts_that_make_it_up(text):
    long = (text or "x") * (3 * LONGEST // max(len(text), 1))
    places = list(cut(long))
    assert all(0 < end - start <= LONGEST for start, end in places)
    assert "".join("".join(long[start:end].split()) for start, end in places) == "".join(
        long.split()
    )


@given(st.text())
def test_what_is_tidy_stays_so(text):
    once = tidy(text)
    assert tidy(once) == once
    once.encode("utf-8")


# ── anything at all ───────────────────────────────────────────────────────────────────────

ENDINGS = sorted({"." + name.rpartition(".")[2] for name in READERS} - {".jpeg", ".tiff"})


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=600), ending=st.sampled_from(ENDINGS))
def test_random_bytes_raise_nothing_else(tmp_path, content, ending):
    tried(tmp_path / f"report{ending}", content)


@pytest.mark.parametrize("make", [docx, xlsx], ids=["docx", "xlsx"])
def test_packages_with_turned_over_bytes_raise_nothing_else(tmp_path, make):
    whole = make()
    chance = random.Random(3)
    for _ in range(80):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        tried(tmp_path / f"report.{make.__name__}", bytes(damaged))


@pytest.mark.parametrize("make", [docx, xlsx], ids=["docx", "xlsx"])
def test_packages_whose_xml_is_damaged_raise_nothing_else(tmp_path, make):
    whole = make()
    chance = random.Random(5)
    names = [name for name in zipfile.ZipFile(io.BytesIO(whole)).namelist() if name.endswith("xml")]
    for _ in range(80):
        written = io.BytesIO()
        broken = chance.choice(names)
        with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(written, "w") as new:
            for name in old.namelist():
                part = bytearray(old.read(name))
                if name == broken:
                    for _ in range(chance.randint(1, 5)):
                        at = chance.randrange(len(part))
                        part[at : at + chance.randint(0, 9)] = chance.choice([b"", b"<", b"9" * 30])
                new.writestr(name, bytes(part))
        tried(tmp_path / f"report.{make.__name__}", written.getvalue())
