"""The same report in every format gives the same facts."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import paper
import pytest

from pipeline.extract import Extractor
from pipeline.model import Document
from pipeline.readers import read
from pipeline.rulebook import Rulebook

make_formats = paper.make_formats

#: Those with two pages at least: what stands at the edge of a single page, nobody can know.
REPORTS = [
    path
    for path in make_formats.reports()
    if path.name.split(".")[0]
    in {
        "ha-giang-nghi-quyet-can-bo", "hai-duong-de-an-02", "ninh-thuan-can-bo-2023",
        "quang-ninh-cong-tac-can-bo", "bac-giang-streamlining-2022", "yen-bai-cadre-work-2023",
        "ben-tre-socio-economic-2023", "quang-tri-two-tier-2025", "son-la-tinh-gian-bien-che",
        "hung-yen-chinh-quyen-hai-cap-2025", "thua-thien-hue-socio-economic-2022",
        "tay-ninh-congress-2020",
    }
]  # fmt: skip
#: Plain text has no cells, nor have pictures.
TABLES = {path for path in REPORTS if "\n|" in path.read_text("utf-8")}
SCANNED = [path for path in REPORTS if path not in TABLES]


Facts = Counter[tuple[str, str, str]]


def facts(document: Document, extractor: Extractor) -> Facts:
    """The facts of a document; a look-alike of Đ counts as one."""
    found = extractor(document).facts
    return Counter((one.kind, str(one.value), one.text.replace("Ð", "Đ")) for one in found)


@pytest.fixture(scope="module")
def stated(rulebook: Rulebook, extractor: Extractor) -> Callable[[Path], Facts]:
    """The facts of the text of a report."""
    return cache(lambda path: facts(read(path, rulebook=rulebook), extractor))


def ids(path: Path) -> str:
    return path.name.split(".")[0]


def test_there_are_reports_of_both_languages_with_and_without_tables():
    assert len(REPORTS) == 12
    assert {path.name.split(".")[1] for path in REPORTS} == {"en", "vi"}
    assert 0 < len(TABLES) < 6


@pytest.mark.parametrize("kind", [kind for kind in make_formats.KINDS if kind != "scan"])
@pytest.mark.parametrize("report", REPORTS, ids=ids)
def test_every_format_gives_the_facts_of_the_text(
    report, kind, tmp_path, rulebook, extractor, stated
):
    if kind.endswith("txt") and report in TABLES:
        pytest.skip("plain text has no cells")
    made = make_formats.make(report, tmp_path, [kind])
    if not made:
        pytest.skip("no letters of an old font in English")
    document = read(made[kind], rulebook=rulebook)
    assert facts(document, extractor) == stated(report)
    assert document.ocr_pages == 0


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
@pytest.mark.parametrize("report", SCANNED, ids=ids)
def test_a_clean_scan_gives_nearly_all_of_them(report, tmp_path, rulebook, extractor, stated):
    made = make_formats.make(report, tmp_path, ["scan"])["scan"]
    document = read(made, rulebook=rulebook)
    expected = stated(report)
    lost = expected - facts(document, extractor)
    assert document.ocr_pages == document.pages
    assert lost.total() <= 0.02 * expected.total(), lost


@pytest.mark.parametrize("kind", ["docx", "html", "pdf"])
def test_what_stands_around_a_report_gives_no_facts(kind, tmp_path, rulebook):
    report = next(path for path in REPORTS if path.name.startswith("yen-bai"))
    document = read(make_formats.make(report, tmp_path, [kind])[kind], rulebook=rulebook)
    assert not any(word in document.text for word in ("Licence", "999.999", "agree 100%"))
    if kind == "html":
        assert (document.title, document.issued) == (make_formats.load(report).title, "2024-01-05")


def test_the_script_names_what_it_writes(tmp_path, capsys, monkeypatch):
    report = str(REPORTS[0])
    monkeypatch.setattr("sys.argv", ["make_formats.py", str(tmp_path), report, "--kinds", "html"])
    make_formats.main()
    assert Path(capsys.readouterr().out.strip()).suffix == ".html"
