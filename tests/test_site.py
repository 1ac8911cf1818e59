"""The folder of pages: every link leads to a file and a place in it, also in a browser."""

from __future__ import annotations

import csv
from pathlib import Path
from urllib.parse import unquote

import pytest
from browser import browser
from test_page import BAD, HOSTILE, Links, in_chromium
from typer.testing import CliRunner

from pipeline.cli import app

RATE = "Trong năm 2023, tỷ lệ hộ nghèo của tỉnh còn {}.\n"


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BAOCAO_DB", raising=False)
    texts = {
        "Hà Tĩnh <b>.txt": RATE.format("2,1%") + BAD,
        "ha tinh b.txt": HOSTILE,
        "=1.txt": RATE.format("3,4%"),
        "empty.txt": "",
    }
    for name, text in texts.items():
        Path(name).write_text(text, "utf-8")
    run("ingest", "Hà Tĩnh <b>.txt", "--province", "ha-tinh", "-j", "0")
    run("ingest", "=1.txt", "--province", "nghe-an", "-j", "0")
    run("ingest", ".", "-j", "0", code=3)
    run("report", "-o", "out")
    return tmp_path / "out"


def run(*arguments, code=0):
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == code, (result.output, result.exception)
    return result


def test_every_link_leads_to_a_place(site):
    pages = {path.resolve(): Links(path.read_text("utf-8")) for path in site.rglob("*.html")}
    assert len(pages) >= 5
    for path, found in pages.items():
        for link in found.links:
            file, _, place = link.partition("#")
            target = (path.parent / unquote(file)).resolve() if file else path
            assert target.is_file(), (path.name, link)
            assert not place or place in pages[target].ids, (path.name, link)


def test_the_first_page_tells_what_is_there_and_what_could_not_be_read(site):
    text = (site / "index.html").read_text("utf-8")
    assert "3 reports" in text
    assert "empty.txt: it is empty" in text
    assert "Hà Tĩnh &lt;b&gt;.txt" in text
    assert "Multidimensional poverty rate" in text


def test_an_indicator_comes_with_its_numbers_for_a_spreadsheet(site):
    with (site / "indicators" / "poverty_rate.csv").open(encoding="utf-8-sig") as lines:
        assert {row["value"] for row in csv.DictReader(lines)} == {"2.1", "3.4"}


def test_a_second_run_writes_the_same_pages(site):
    before = {path: path.read_bytes() for path in site.rglob("*.*")}
    run("report", "-o", "out")
    assert {path: path.read_bytes() for path in site.rglob("*.*")} == before


@in_chromium
def test_from_a_comparison_to_the_sentence(site, tmp_path_factory):
    with browser(tmp_path_factory.mktemp("chromium")) as tab:
        tab.go(site / "index.html", width=390)
        assert tab.js("document.documentElement.scrollWidth <= innerWidth")
        tab.go(site / "index.html", width=500)
        tables = "[...document.querySelectorAll('.table')]"
        assert tab.js(f"{tables}.every(one => one.scrollWidth <= one.clientWidth)")
        tab.click('a[href="indicators/poverty_rate.html"]')
        tab.settled("document.title.includes('poverty')")
        tab.click("td a")
        tab.settled("location.hash")
        assert tab.js("document.querySelector(location.hash).textContent") == "2,1%"
        assert tab.in_view(tab.js("location.hash"))
        asked = [one for one in tab.events if one.get("method") == "Network.requestWillBeSent"]
        assert {one["params"]["request"]["url"].partition(":")[0] for one in asked} == {"file"}
