"""What is found stands where it says, once, and whatever else there is to read."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
import regex
from cards import book, rules
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pipeline.examples import as_document, marked
from pipeline.extract import Candidate, Extraction, Extractor, settle
from pipeline.flow import Pipeline, pipeline_of
from pipeline.model import VALUES, Document, Fact, Mention
from pipeline.readers import read_text

BOOK = book()
EXTRACTOR = pipeline_of(BOOK).extractor
COMPILED = [rule for language in BOOK.languages.values() for rule in language.rules]
#: Sentences full of numbers, the examples of the cards, by the folder that they stand in.
SENTENCES = {
    folder: sorted(
        {
            marked(line)[0]
            for card, rule in rules()
            if card.startswith((f"{folder}/", "common/"))
            for line in (*rule.get("finds", {}), *rule.get("skips", ()))
        }
    )
    for folder in ("en", "vi")
}
LANGUAGES = st.sampled_from(sorted(SENTENCES))


# ── settling ──────────────────────────────────────────────────────────────────────────────


@st.composite
def candidates(draw: st.DrawFn) -> list[Candidate]:
    """Candidates of any rules, crowded so that most of them overlap."""
    found = []
    for _ in range(draw(st.integers(0, 12))):
        rank = draw(st.integers(0, len(COMPILED) - 1))
        start = draw(st.integers(0, 30))
        end = start + draw(st.integers(1, 12))
        found.append(Candidate(start, end, COMPILED[rank], Mention(what="anything"), rank))
    return found


def overlap(one: Candidate, other: Candidate) -> bool:
    return one.start < other.end and other.start < one.end


@given(found=candidates(), random=st.randoms(use_true_random=False))
def test_what_stays_does_not_depend_on_the_order(found: list[Candidate], random: Any) -> None:
    settled = settle(found)
    shuffled = list(found)
    random.shuffle(shuffled)
    assert settle(shuffled) == settled
    assert settle(reversed(found)) == settled
    assert settle(settled) == settled, "settling what is settled changes nothing"


@given(found=candidates())
def test_what_stays_never_overlaps_and_nothing_is_lost_without_reason(
    found: list[Candidate],
) -> None:
    settled = settle(found)
    assert all(one.end <= other.start for one, other in pairwise(settled))
    for lost in found:
        if lost not in settled:
            stronger = [one for one in settled if overlap(one, lost)]
            assert any(one.precedence <= lost.precedence for one in stronger)


def test_dates_and_document_numbers_go_first_then_the_longest() -> None:
    kinds = {rule.kind: (rank, rule) for rank, rule in enumerate(COMPILED)}

    def at(kind: str, start: int, end: int) -> Candidate:
        rank, rule = kinds[kind]
        return Candidate(start, end, rule, Mention(what="anything"), rank)

    date, long, short = at("date", 4, 8), at("money", 0, 20), at("count", 4, 6)
    assert settle([short, long, date]) == [date]
    assert settle([short, long]) == [long]
    ratio, count = at("ratio", 0, 5), at("count", 0, 5)
    assert settle([count, ratio]) == [ratio], "between equals, the order of VALUES"


# ── texts, damaged ────────────────────────────────────────────────────────────────────────

#: What turns up in saved pages, bad scans and copied tables.
NOISE = (
    *("\u00a0", "\u202f", "\u200b", "\u2009", "\ufeff", "\u00ad", "\u2028", "\x0b", "\x0c"),
    *("\x00", "\x1b[31m", "\ud800", "\udfff", "\U0001f4c8", "\u202e", "ﬁ", "Ð", "ð"),
    *("١٢", "１２", "½", "²", "Ⅳ", "𝟗", "\u0301", "\u0323", "̛"),
    *("%", "‰", "/", "-", "–", "−", ",", ".", "..", "(", ")", "[", "]", "|", "#", "*"),
    *("\n", "\r\n", "\r", "\t", "  ", "1.", "0,", "12/", "NQ/TW", "9" * 25, "năm", "No.", "XVII"),
)


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    """A language, and sentences of it with their digits redrawn and noise in them."""
    language = draw(LANGUAGES)
    joint = draw(st.sampled_from([". ", "\n", "; ", " ", ", ", "\n\n", " ("]))
    text = joint.join(draw(st.lists(st.sampled_from(SENTENCES[language]), max_size=5)))
    letters = list(text)
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(letters)))
        match draw(st.sampled_from(["digit", "insert", "drop", "copy"])):
            case "digit":
                digits = [at for at, letter in enumerate(letters) if letter.isdigit()]
                if digits:
                    letters[draw(st.sampled_from(digits))] = draw(st.sampled_from("0123456789"))
            case "insert":
                letters.insert(place, draw(st.sampled_from(NOISE)))
            case "drop":
                del letters[place : place + draw(st.integers(1, 3))]
            case "copy":
                letters[place:place] = letters[: draw(st.integers(1, 8))]
    damaged = "".join(letters)
    form = draw(st.sampled_from(["as it is", "NFD", "upper"]))
    if form == "NFD":
        damaged = unicodedata.normalize("NFD", damaged)
    return language, damaged.upper() if form == "upper" else damaged


def document(language: str, text: str) -> Document:
    """A text as it comes out of the reader."""
    return read_text(text, rulebook=BOOK, language=language)  # type: ignore[arg-type]


def everything(extraction: Extraction) -> list[Fact]:
    """Facts and mentions, in reading order."""
    return sorted((*extraction.facts, *extraction.mentions), key=lambda fact: fact.start)


DAMAGE = settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])


@DAMAGE
@given(written=texts())
def test_a_fact_stands_where_it_says(written: tuple[str, str]) -> None:
    read = document(*written)
    found = everything(EXTRACTOR(read))
    for fact in found:
        passage = read.passages[fact.passage]
        assert read.text[fact.start : fact.end] == fact.text
        assert read.text[fact.sentence_start : fact.sentence_end] == fact.sentence
        assert fact.sentence_start <= fact.start < fact.end <= fact.sentence_end
        assert passage.start <= fact.start < fact.end <= passage.end
        assert fact.text == fact.text.strip()
        assert str(fact.value)
        of_kind = {fact.kind} | ({"period"} if fact.kind == "date" else set())
        assert fact.rule == "reader/furniture" or fact.rule.split("/")[1].split(":")[0] in of_kind
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert len({fact.id for fact in found}) == len(found)


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_several_blanks_in_a_row_are_one(language: str) -> None:
    """As in justified lines, or where words were taken out."""
    for sentence in SENTENCES[language]:
        wide = regex.sub(r"(?<!\d) | (?!\d)", "  ", sentence)
        facts, found = (
            everything(EXTRACTOR(as_document(one, language))) for one in (sentence, wide)
        )
        assert [str(fact.value) for fact in found] == [str(fact.value) for fact in facts], wide
        for fact, wider in zip(facts, found, strict=True):
            assert wider.text.split() == fact.text.split()


@DAMAGE
@given(written=texts())
def test_every_value_survives_being_written_down(written: tuple[str, str]) -> None:
    """The written form of a fact's value is all digits, marks and units: no float gets in."""
    for fact in everything(EXTRACTOR(document(*written))):
        kept = type(fact.value).model_validate_json(fact.value.model_dump_json())
        assert kept == fact.value
        assert str(kept) == str(fact.value)
        assert "E+" not in str(kept)


@DAMAGE
@given(written=texts())
def test_what_is_malformed_says_so(written: tuple[str, str]) -> None:
    for fact in EXTRACTOR(document(*written)).facts:
        if getattr(fact.value, "number", "") is None:
            assert fact.value.flag
            assert str(fact.value) == "?"


@DAMAGE
@given(written=texts())
def test_the_same_text_gives_the_same_facts(written: tuple[str, str]) -> None:
    read = document(*written)
    assert EXTRACTOR(read) == EXTRACTOR(read)


@settings(max_examples=40)
@given(written=st.lists(texts(), min_size=2, max_size=5), random=st.randoms())
def test_documents_do_not_depend_on_each_other(written: list, random: Any) -> None:
    """Whatever was read before: another order finds the same."""
    documents = [document(*one) for one in written]
    found = {(one.id, one.language): EXTRACTOR(one) for one in documents}
    random.shuffle(documents)
    for one in documents:
        assert EXTRACTOR(one) == found[one.id, one.language]


@settings(max_examples=8)
@given(written=st.lists(texts(), min_size=8, max_size=16))
def test_a_fresh_extractor_finds_the_same(written: list) -> None:
    """As one that has read all that the other tests give it; in the order that was drawn."""
    fresh = Extractor(BOOK)
    for one in written:
        read = document(*one)
        assert fresh(read) == EXTRACTOR(read)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@example(written=("en", "Quyết định số 5a/2020/QĐ-UBND. họp ngày 31/11/2023"))
@given(written=texts())
def test_nothing_stops_the_flow(written: tuple[str, str], pipeline: Pipeline) -> None:
    read = document(*written)
    analysis = pipeline(read)
    assert [one.fact.id for one in analysis.observations] == [
        fact.id for fact in pipeline.extractor(read).facts
    ]
    for finding in analysis.findings:
        assert read.text[finding.start : finding.end] == finding.stated
        assert all(read.text[one.start : one.end] == one.text for one in finding.uses)
    for observation in analysis.observations:
        for evidence in observation.evidence:
            assert read.text[evidence.start : evidence.end] == evidence.text


def test_every_kind_is_seen_in_both_languages() -> None:
    """The properties above are worth something only if the texts hold facts of all kinds."""
    for language, lines in SENTENCES.items():
        kinds = {
            fact.kind for line in lines for fact in everything(EXTRACTOR(document(language, line)))
        }
        assert kinds == set(VALUES), language


# ── hostile texts ─────────────────────────────────────────────────────────────────────────

#: Pieces that, repeated, once took for ever, or look as if they could.
HOSTILE = [
    *("1/", "2019-", "12.3", "1 000 ", "5 ", "5%, ", "5-", "1.000.", "9", "12/12/", "0,"),
    *("năm ", "một trăm ", "one hundred ", "twenty-", "mươi "),
    *("((", "))(", "A-", "12-NQ/TW ", "number 12-NQ/TW dated ", "Số 5-QĐ", "/TU", "-" * 8),
    *("tháng 5 ", "July 5, 2020; ", "ngày 5 tháng ", "từ 5% đến ", "from 5% to ", "under 40 "),
    *("\n", "  ", "\u00a0", "x", ". ", "! ", "Hà Nội ", "%", "\u0301", "XVII ", "term X, "),
]


#: What takes for ever takes longer than this; speed itself is measured in benchmarks.
FOR_EVER = 20.0


def assert_ends(run: Callable[[str], object], piece: str, size: int) -> None:
    """A text of a piece repeated is read before long."""
    start = time.perf_counter()
    run(piece * (size // len(piece) or 1) + " 15% of x")
    assert time.perf_counter() - start < FOR_EVER


@pytest.mark.parametrize("language", sorted(SENTENCES))
@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_reading_and_finding_end(piece: str, language: str) -> None:
    assert_ends(lambda text: EXTRACTOR(document(language, text)), piece, 8_000)


@pytest.mark.parametrize("piece", ["5 cadres, ", "5%, ", "5 (5%) ", "from 5% to ", "12-NQ/TW, "])
def test_the_flow_ends_with_one_long_sentence(piece: str, pipeline: Pipeline) -> None:
    """A table that was saved as text is one sentence of hundreds of numbers."""
    assert_ends(lambda text: pipeline(document("en", text)), piece, 4_000)
