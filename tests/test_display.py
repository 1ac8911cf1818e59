from __future__ import annotations

import json
from typing import get_args

import pytest
from cards import book
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from pipeline.display import Pace, Talk, _names, _words, clean, excerpt, json_line, luck, marked
from pipeline.model import VALUES
from pipeline.readers.formats import _REFUSALS
from pipeline.store.opening import _WORDS, Trouble

words = st.lists(st.sampled_from(["đạt", "tỷ", "lệ", "12,5%", "công", "chức", "887", "a", "(b)"]))


@st.composite
def sentences_with_spans(draw):
    text = " ".join(draw(words.filter(len)) * draw(st.integers(1, 30)))
    starts = draw(st.lists(st.integers(0, len(text) - 1), min_size=1, max_size=4, unique=True))
    spans = [(start, min(len(text), start + draw(st.integers(1, 6)))) for start in starts]
    return text, spans


@given(sentences_with_spans(), st.integers(30, 200))
def test_an_excerpt_keeps_every_mark(sentence, room):
    text, spans = sentence
    short, moved = excerpt(text, spans, room=room)
    assert [short[start:end] for start, end in moved] == [
        text[start:end] for start, end in sorted(set(spans))
    ]
    assert len(short) <= max(len(text), room) + 3 * len(spans) + 4


@given(sentences_with_spans(), st.integers(30, 120))
def test_lines_have_their_width_and_their_marks(sentence, width):
    text, spans = sentence
    lines = [line.plain for line in marked(text, spans, width=width)]
    printed = [line for line in lines if not set(line) <= {"─", " "}]
    assert all(cell_len(line) <= max(width, 28) for line in lines)
    assert " ".join(line.strip() for line in printed).split() == text.split()


@given(st.text())
def test_clean_text_is_as_long_and_obeyed_by_nothing(text):
    shown = clean(text)
    assert len(shown) == len(text)
    assert not any(ord(letter) < 0x20 or 0x7F <= ord(letter) < 0xA0 for letter in shown)
    assert not set(shown) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f")


@given(st.text(st.characters(codec="utf-8")))
def test_json_says_the_text_and_nothing_else(text):
    line = json_line({"text": text})
    assert json.loads(line) == {"text": text}
    assert clean(line) == line


def test_json_has_no_infinity():
    assert (
        json_line({"a": float("inf"), "b": [float("nan"), 1.5]}) == '{"a": null, "b": [null, 1.5]}'
    )


@pytest.mark.parametrize(
    ("chance", "words"),
    [("2.2e-6", "2 in 1,000,000"), ("6.8e-4", "7 in 10,000"), ("0.31", "3 in 10"), ("0", "0")],
)
def test_luck_is_said_as_people_say_it(chance, words):
    assert luck(chance, Talk("en")) == words


def test_everything_is_said_in_both_languages():
    for key, said in _words().items():
        assert said.keys() == {"en", "vi"}, key
        fields = [
            {part.split("}")[0].split(":")[0] for part in one.split("{")[1:]}
            for one in said.values()
        ]
        assert fields[0] == fields[1], key


def test_every_trouble_of_the_store_is_told_in_both_languages():
    for trouble in set(get_args(Trouble)) - {"bad_query"}:  # that is DuckDB's own sentence
        words = _words()[f"store_{trouble}"]
        assert words["en"] == _WORDS[trouble]
        assert words["vi"] != words["en"]


@pytest.mark.parametrize(
    ("said", "vietnamese"),
    [
        ("it is empty", "tệp rỗng"),
        ("it is a Word 97-2003 document", "đây là tài liệu Word 97-2003"),
        ("it has 3000 pages", "tệp có 3000 trang"),
        ("it is damaged (File is not a zip file)", "tệp hỏng (File is not a zip file)"),
        ("convert it: libreoffice --headless", "chuyển đổi tệp: libreoffice --headless"),
        ("what nobody has said before", "what nobody has said before"),
        ("it is a {0} {}", "đây là a {0} {}"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_in_vietnamese(said, vietnamese):
    assert Talk("vi").trouble(said) == vietnamese
    assert Talk("en").trouble(said) == said


def test_every_format_that_is_not_read_has_a_name_in_vietnamese():
    known = list(_REFUSALS.values())
    untold = {one.name for one in known if Talk("vi").trouble(one.name) == one.name}
    remedies = {one.remedy for one in known if Talk("vi").trouble(one.remedy) == one.remedy}
    assert (untold, remedies) == (set(), set())


def test_numbers_have_the_marks_of_the_language():
    assert (Talk("en").number(3234), Talk("vi").number(3234)) == ("3,234", "3.234")
    assert (Talk("en").number(12.5), Talk("vi").number(12.5)) == ("12.5", "12,5")


@pytest.mark.parametrize(
    ("key", "values", "said"),
    [
        ("exported", {"path": "a", "tables": 1, "rows": 1}, "a: 1 table, 1 row"),
        ("exported", {"path": "a", "tables": 2, "rows": "1,200"}, "a: 2 tables, 1,200 rows"),
        ("pages_by_ocr", {"count": "1"}, "1 page read by OCR"),
        ("facts", {"count": 0}, "0 facts"),
        ("examples_hold", {"count": 1}, "1 example holds"),
        (
            "site_holds",
            {"documents": 1, "indicators": 2, "error": 1, "warn": 0, "note": 1},
            "1 report, 2 indicators. Findings: 1 error, 0 warnings, 1 note.",
        ),
    ],
)
def test_one_is_no_plural(key, values, said):
    assert Talk("en")(key, **values) == said
    assert "1" in Talk("vi")(key, **values) or "0" in Talk("vi")(key, **values)


def test_a_pace_is_that_of_the_last_seconds():
    now = [0.0]
    pace = Pace(Talk("en"), clock=lambda: now[0])
    assert pace("a.txt", 1, 5000) == "1 of 5,000: a.txt"
    now[0] = 2.0  # two thousand were unchanged
    assert pace("b.txt", 2000, 5000) == "2,000 of 5,000 · 1,000 a second · 3 s left: b.txt"
    for second in range(1, 40):
        now[0] = 2.0 + second
        shown = pace("c\n.txt", 2000 + 5 * second, 5000)
    assert shown == "2,195 of 5,000 · 5 a second · 9 min left: c .txt"
    now[0] += 3600
    assert "h left" in pace("d.txt", 2196, 50_000)
    assert "giờ" in Pace(Talk("vi"), clock=iter([0.0, 7200.0]).__next__)("a.txt", 1, 3)


def test_everything_that_a_card_can_state_has_a_name_in_vietnamese():
    """A new card brings its name along; a name of nothing is taken out."""
    stated: dict[str, set[str]] = {}
    for term in book().terms:
        for name, value in term.sets.stated().items():
            stated.setdefault(name, set()).add(value)
    for name in stated.keys() - {"topic"}:
        assert stated[name] <= set(_names()[name]), name
    assert set(VALUES) - {"mention"} == set(_names()["kind"])
    assert all("vi" in one for names in _names().values() for one in names.values())
