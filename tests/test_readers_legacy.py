"""Fonts from before Unicode: every letter, by evidence and never against it."""

from __future__ import annotations

import unicodedata

import pytest
from cards import book
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers import read, read_text
from pipeline.readers.legacy import Font, Run, legacy_of, unscramble

BOOK = book()
LEGACY = legacy_of(BOOK)
TEXT = (
    "Thực hiện Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương, tỉnh đã giảm 887 công chức, "
    "đạt 26,87% kế hoạch. Các cấp ủy tiếp tục sắp xếp tổ chức bộ máy, nâng cao chất lượng cán bộ."
)


def old(text: str, encoding: str) -> str:
    letters = BOOK.encodings[encoding].letters
    return "".join(letters.get(one, letters.get(one.lower(), one)) for one in text)


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii"])
def test_every_letter_comes_back(encoding):
    for letter, sign in BOOK.encodings[encoding].letters.items():
        assert LEGACY.encodings[encoding].convert(sign) == letter


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii"])
def test_text_without_fonts_is_known_by_what_it_spells(encoding):
    lines = [TEXT, "Tỉnh ủy báo cáo", "CHỦ TỊCH", "(1) 18-NQ/TW"]
    cleaned, counts = LEGACY.clean([old(line, encoding) for line in lines])
    assert [line.casefold() for line in cleaned] == [line.casefold() for line in lines]
    assert counts[encoding] >= 2


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_files_of_single_bytes_are_read(encoding, tmp_path):
    path = tmp_path / "old.txt"
    quoted = f"“{TEXT}” – hết"
    path.write_bytes(old(quoted, encoding).encode("cp1252"))
    document = read(path, rulebook=BOOK)
    assert document.text.casefold() == quoted.casefold()
    assert any(encoding in note.casefold() for note in document.notes)


def test_windows_1258_is_read(tmp_path):
    path = tmp_path / "old.txt"
    marks = {
        "\u0300": "\xcc",
        "\u0301": "\xec",
        "\u0303": "\xde",
        "\u0309": "\xd2",
        "\u0323": "\xf2",
    }
    plain = {"ă": "\xe3", "đ": "\xf0", "ơ": "\xf5", "ư": "\xfd", "Đ": "\xd0"}
    written = bytearray()
    for letter in TEXT:
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(one for one in parts if one in marks)
        base = unicodedata.normalize("NFC", "".join(one for one in parts if one not in marks))
        written += plain.get(base, base).encode("latin-1") + "".join(
            marks[t] for t in tones
        ).encode("latin-1")
    path.write_bytes(bytes(written))
    document = read(path, rulebook=BOOK)
    assert document.text == TEXT
    assert "encoding windows-1258" in document.notes


@pytest.mark.parametrize(
    "text",
    [
        TEXT, "Le café des élèves à Genève coûte 5 €", "Größe über Straße", "§ 5 and ® © 2020",
        "El niño pequeño comió piñas", "35 km² ± 2 °C, ½ giờ", "São Paulo não é a capital",
    ],
)  # fmt: skip
def test_what_is_no_old_font_is_left_alone(text):
    assert LEGACY.clean([text] * 5) == ([text] * 5, {})
    assert read_text(text, rulebook=BOOK).text == text


def test_lines_in_unicode_beside_old_ones_are_left_alone():
    lines = [old(TEXT, "tcvn3"), TEXT, "Tỉnh ủy ® 2022"]
    cleaned, _ = LEGACY.clean(lines)
    assert cleaned[1:] == lines[1:]


@pytest.mark.parametrize(
    ("name", "font"),
    [
        (".VnTime", Font("tcvn3")), ("ABCDEF+.VnTimeH", Font("tcvn3", True)),
        (".VnArial Bold", Font("tcvn3")), (".VnTimeH,Bold", Font("tcvn3", True)),
        (".VnTimeH-Bold", Font("tcvn3", True)), ("VNI-Times", Font("vni")),
        ("VNI-Helve-Condense", Font("vni")), ("vni-times", Font("vni")), ("Times New Roman", None),
        ("Vntimes", None), ("", None),
    ],
)  # fmt: skip
def test_names_of_fonts(name, font):
    assert LEGACY.font(name) == font


def test_runs_of_one_font_are_one_run():
    runs = [Run("quye", Font("vni")), Run("át", Font("vni")), Run(" ñaït"), Run(" số 5")]
    assert LEGACY.join(runs)[0] == "quyết ñaït số 5"


@given(st.text())
def test_nothing_in_a_text_raises(text):
    cleaned, _ = LEGACY.clean(text.split("\n"))
    assert len(cleaned) == text.count("\n") + 1
    unscramble(text)
    LEGACY.shares(text)


@given(st.binary())
def test_no_bytes_raise(content):
    decoded = LEGACY.decode(content)
    assert decoded is None or isinstance(decoded[0], str)


@given(st.text(st.sampled_from("aăâeêioôơuưyđàáảãạằắẳẵặầấẩẫậềếểễệìíỉĩịỳýỷỹỵ .,18%"), max_size=200))
def test_utf_8_that_was_read_as_windows_1252_comes_back_or_stays(text):
    scrambled = "".join(
        chr(b) if b in b"\x81\x8d\x8f\x90\x9d" else bytes([b]).decode("cp1252")
        for b in text.encode()
    )
    mended, count = unscramble(scrambled)
    assert mended == (text if count else scrambled)
    assert unscramble(text) == (text, 0)
