"""The spaCy component finds what the library finds, whatever the pipeline around it."""

import unicodedata
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import pipeline

CORPUS = Path(__file__).parents[1] / "corpus"
REPORTS = sorted(path for path in CORPUS.glob("*.*.*") if path.suffix in (".txt", ".md"))

VIETNAMESE = (
    "Đến cuối năm 2025, toàn tỉnh hoàn thành 31/40 chỉ tiêu, đạt 78,5%.\n"
    "Tỷ lệ nữ khoảng 12,5%, vượt mục tiêu không dưới 15% của Nghị quyết 18-NQ/TW.\n"
)
ENGLISH = (
    "The province merged 115 of its 177 communes (64.97%).\n"
    "Cadres under 40 years old hold 26.87% of the seats, against a target of at least 15%.\n"
)


@pytest.fixture(scope="module", params=["xx", "en"])
def nlp(request: pytest.FixtureRequest) -> Language:
    made = spacy.blank(request.param)
    made.add_pipe("baocao")
    return made


@pytest.fixture(scope="module")
def multilingual() -> Language:
    made = spacy.blank("xx")
    made.add_pipe("baocao")
    return made


def facts(text: str, **options: str) -> list[tuple[str, str, int]]:
    return [
        (one.fact.kind, str(one.fact.value), one.fact.start)
        for one in pipeline.extract(text, **options)
    ]


def kinds(doc: Doc) -> list[str]:
    return [span.label_ for span in doc.spans["facts"]]


@pytest.mark.parametrize("text", [VIETNAMESE, ENGLISH], ids=["vi", "en"])
def test_spans_are_the_facts_of_the_library(nlp: Language, text: str) -> None:
    doc = nlp(text)
    expected = pipeline.extract(text)
    assert len(expected) > 3
    assert [span._.fact for span in doc.spans["facts"]] == expected
    for span, one in zip(doc.spans["facts"], expected, strict=True):
        assert span.label_ == one.fact.kind
        assert span.start_char <= one.fact.start
        assert span.end_char >= one.fact.end


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_sample_reports_give_the_facts_of_the_library(multilingual: Language, report: Path) -> None:
    text = unicodedata.normalize("NFC", report.read_text("utf-8"))
    doc = multilingual(text)
    found = [span._.fact for span in doc.spans["facts"]]
    assert found == pipeline.extract(text)
    assert len(found) > 10


def test_a_fact_inside_a_token_gets_the_whole_token(nlp: Language) -> None:
    doc = nlp("Tỷ lệ nữ (mức=15%/năm)")
    (span,) = doc.spans["facts"]
    assert span._.fact.fact.text == "15%"
    assert span.text == "mức=15%/năm"


@pytest.mark.parametrize(
    "written",
    [unicodedata.normalize("NFD", VIETNAMESE), VIETNAMESE.replace("\n", "\r\n")],
    ids=["decomposed", "carriage returns"],
)
def test_places_hold_where_the_text_had_to_be_normalised(nlp: Language, written: str) -> None:
    doc = nlp(written)
    spans = list(doc.spans["facts"])
    assert [str(span._.fact.fact.value) for span in spans] == [
        value for _, value, _ in facts(VIETNAMESE)
    ]
    for span in spans:
        assert unicodedata.normalize("NFC", span._.fact.fact.text) in unicodedata.normalize(
            "NFC", span.text
        )


def test_the_configuration_reaches_the_library() -> None:
    text = "Tổng chi 1.234 người"
    nlp = spacy.blank("xx")
    nlp.add_pipe("baocao", config={"language": "en"})
    doc = nlp(text)
    found = [(s._.fact.fact.kind, str(s._.fact.fact.value)) for s in doc.spans["facts"]]
    assert found == [(kind, value) for kind, value, _ in facts(text, language="en")]


def test_cards_of_ones_own(nlp: Language, patterns_copy) -> None:
    (patterns_copy / "vi" / "percentage.toml").write_text("")
    (patterns_copy / "common" / "percentage.toml").write_text("")
    own = spacy.blank("xx")
    own.add_pipe("baocao", config={"patterns": str(patterns_copy)})
    assert "percentage" not in kinds(own(VIETNAMESE))
    assert "percentage" in kinds(nlp(VIETNAMESE))


def test_a_document_with_facts_can_be_stored(nlp: Language) -> None:
    doc = nlp(VIETNAMESE)
    (again,) = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    assert isinstance(again, Doc)
    assert [s._.fact for s in again.spans["facts"]] == [s._.fact for s in doc.spans["facts"]]


def test_a_span_of_another_maker_has_no_fact(nlp: Language) -> None:
    assert nlp(ENGLISH)[0:2]._.fact is None


def test_an_empty_document_has_no_facts(nlp: Language) -> None:
    assert list(nlp("").spans["facts"]) == []


def test_a_pipeline_can_be_stored(nlp: Language, tmp_path) -> None:
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert kinds(again(ENGLISH)) == kinds(nlp(ENGLISH))
