"""What OCR was not sure of is flagged, and is never the cause of an error or a warning."""

from __future__ import annotations

import shutil
from pathlib import Path

import paper
import pytest
from PIL import Image

from pipeline import checks
from pipeline.flow import Pipeline
from pipeline.model import Analysis, Document, Stated
from pipeline.readers import read, read_text
from pipeline.rulebook import Rulebook

CORPUS = Path(__file__).parents[1] / "corpus"
#: Reports with planted errors, of both languages.
PLANTED = (
    "ha-giang-nghi-quyet-can-bo.vi",
    "bac-giang-streamlining-2022.en",
    "quang-tri-two-tier-2025.en",
)


def planted(name: str, rulebook: Rulebook) -> Document:
    return read(CORPUS / f"{name}.txt", rulebook=rulebook)


def alerts(analysis: Analysis) -> list[tuple[str, int, str]]:
    return [
        (one.rule, one.start, one.alert)
        for one in analysis.findings
        if one.alert in ("error", "warn")
    ]


def words(document: Document, *, digits: bool) -> list[tuple[int, int]]:
    """Where the words of a text stand that hold a digit, or those that hold none."""
    places, start = [], 0
    for word in document.text.split():
        start = document.text.index(word, start)
        if any(map(str.isdigit, word)) == digits:
            places.append((start, start + len(word)))
        start += len(word)
    return places


@pytest.mark.parametrize("name", PLANTED)
def test_doubtful_numbers_accuse_nobody(name, rulebook, pipeline):
    document = planted(name, rulebook)
    sure = pipeline(document)
    assert alerts(sure)
    unsure = pipeline(document.model_copy(update={"weak": tuple(words(document, digits=True))}))
    assert alerts(unsure) == []
    kept = {(one.rule, one.start): one for one in unsure.findings}
    for one in sure.findings:
        if one.alert in ("error", "warn"):
            doubtful = kept[one.rule, one.start]
            assert (doubtful.alert, doubtful.verdict) != ("error", "contradicted")
            assert "OCR is not sure of" in doubtful.message
            assert doubtful.condition in doubtful.message
    digits = [one for one in unsure.observations if any(map(str.isdigit, one.fact.text))]
    assert all(one.fact.weak for one in digits)


@pytest.mark.parametrize("name", PLANTED)
def test_only_what_rests_on_doubtful_numbers_is_quiet(name, rulebook, pipeline):
    """Each alert in turn: with its own number in doubt it is a note, and the others stay."""
    document = planted(name, rulebook)
    sure = pipeline(document)
    for finding in sure.findings:
        if finding.alert not in ("error", "warn"):
            continue
        weak = ((finding.start, finding.end),)
        unsure = pipeline(document.model_copy(update={"weak": weak}))
        own = document.text[slice(*weak[0])]
        said = {(one.rule, one.start): one for one in unsure.findings}
        assert said[finding.rule, finding.start].alert in ("note", "none")
        assert own in (said[finding.rule, finding.start].condition or own)
        sentence = sure.sentence_at(finding.start)
        touching = {
            (one.rule, one.start)
            for one in sure.findings
            if any(sure.sentence_at(place.start) == sentence for place in (one, *one.uses))
        }
        elsewhere = [one for one in alerts(sure) if one[:2] not in touching]
        assert set(elsewhere) <= set(alerts(unsure))


@pytest.mark.parametrize("name", PLANTED)
def test_doubtful_words_beside_sure_numbers_change_nothing(name, rulebook, pipeline):
    """Unless a check reads them: then it has them among what it uses."""
    document = planted(name, rulebook)
    sure = pipeline(document)
    read_by_checks = {(use.start, use.end) for one in sure.findings for use in one.uses}
    read_by_checks |= {(one.start, one.end) for one in sure.findings}
    plain = tuple(
        (start, end)
        for start, end in words(document, digits=False)
        if not any(start < last and first < end for first, last in read_by_checks)
    )
    unsure = pipeline(document.model_copy(update={"weak": plain}))
    assert alerts(unsure) == alerts(sure)


@pytest.mark.parametrize(("part", "errors"), [("3,1O5", []), ("3,107", ["BC102"])])
def test_a_part_that_could_not_be_read_excuses_its_sum(rulebook, pipeline, part, errors):
    """``1O5`` was no number for the check; it may well have been the missing part."""
    text = (
        f"Streamlining cut 642 civil servants, {part} public employees and 498 part-time workers, "
        "a total of 4,245 people: 96/209 of the units (45.9%) and 31/40 of the rest (78.5%).\n"
    )
    document = read_text(text, rulebook=rulebook)
    found = pipeline(document).findings
    assert [one.rule for one in found if one.alert == "error" and one.rule == "BC102"] == errors
    start = text.index(part)
    unsure = document.model_copy(update={"weak": ((start, start + len(part)),)})
    assert alerts(pipeline(unsure)) == []


def test_what_another_report_said_doubtfully_proves_nothing(rulebook, pipeline):
    text = "Năm 2022, tỉnh Hải Dương kết nạp {0} đảng viên mới.\n"
    before = pipeline(read_text(text.format("1.487"), rulebook=rulebook)).observations
    again = pipeline(read_text(text.format("1.847"), rulebook=rulebook))

    def said(observations) -> list[str]:
        findings = checks.check(
            again.document, again.observations, again.mentions, rulebook=rulebook,
            earlier=[Stated(observation=one) for one in observations],
        )  # fmt: skip
        return [one.alert for one in findings if one.check == "cross_document"]

    assert said(before) and said(before)[0] != "none"
    weak = [
        one.model_copy(update={"fact": one.fact.model_copy(update={"weak": True})})
        for one in before
    ]
    assert said(weak) == []


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_a_scan_that_is_hard_to_read_accuses_nobody_of_its_doubts(tmp_path, pipeline: Pipeline):
    """A sound page, shrunk until OCR misreads it: what it is unsure of stays a note."""
    report = next(p for p in paper.make_formats.reports() if p.name.startswith("hai-duong"))
    made = paper.make_formats.make(report, tmp_path, ["scan"])["scan"]
    noisy = tmp_path / "noisy.pdf"
    _shrunk(made, noisy)
    analysis = pipeline(read(noisy, rulebook=pipeline.rulebook))
    assert analysis.document.weak
    weak = {(one.fact.start, one.fact.end) for one in analysis.observations if one.fact.weak}
    for finding in analysis.findings:
        if finding.alert in ("error", "warn"):
            assert not weak & {
                (finding.start, finding.end),
                *((u.start, u.end) for u in finding.uses),
            }


def _shrunk(made: Path, noisy: Path) -> None:
    import pypdfium2  # noqa: PLC0415

    pages = pypdfium2.PdfDocument(made)
    pictures = [
        page.render(scale=1.0, grayscale=True)
        .to_pil()
        .resize((1750, 2479), Image.Resampling.NEAREST)
        for page in pages
    ]
    pictures[0].save(noisy, "PDF", resolution=300, save_all=True, append_images=pictures[1:])
    pages.close()
