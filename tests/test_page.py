"""The page for a browser, in a browser: real clicks, real keys, real colours."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from browser import CHROMIUM, browser
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.display import Talk
from pipeline.page import page

in_chromium = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")

BAD = "Trong năm 2022, tỉnh hoàn thành 31/40 chỉ tiêu, đạt 78,5%."
HOSTILE = "<script>alert(1)</script> & <b id=x>31/40</b> chỉ tiêu \u202e, đạt 78,5%\x1b[2J \"'>."
TABLE = "Chỉ tiêu\tKế hoạch\tThực hiện\nKết nạp đảng viên\t1.500\t1.524"


@pytest.fixture(scope="module")
def tab(tmp_path_factory):
    with browser(tmp_path_factory.mktemp("chromium")) as opened:
        yield opened


def written(folder: Path, *texts: str, options: tuple[str, ...] = ()) -> Path:
    """The page of reports, as the command writes it."""
    names = []
    for number, text in enumerate(texts, 1):
        names.append(str(folder / f"bao cao {number}.txt"))
        Path(names[-1]).write_text(text, "utf-8")
    out = folder / "page.html"
    result = CliRunner().invoke(app, ["check", *names, "--html", str(out), "--quiet", *options])
    assert result.exit_code in (0, 1), result.output
    return out


class Links(HTMLParser):
    """The ids of a page, and where its links go."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        if "id" in about:
            self.ids.append(str(about["id"]))
        if tag == "a":
            self.links.append(str(about.get("href")))


LONG = "\n\n".join(
    f"{number}. Xã số {number} hoàn thành {31 + number % 7}/40 chỉ tiêu, đạt 98,5%."
    for number in range(1, 321)
)


@pytest.mark.parametrize("text", [BAD, HOSTILE, TABLE, LONG, "Không có số."])
def test_every_link_leads_somewhere_and_no_id_is_there_twice(tmp_path, text):
    found = Links(written(tmp_path, text, "Một báo cáo khác: 12 xã.").read_text("utf-8"))
    assert len(found.ids) == len(set(found.ids))
    assert {one.removeprefix("#") for one in found.links} <= set(found.ids)
    assert all(one.startswith("#") for one in found.links)


def test_indicators_have_the_name_that_people_give_them(tmp_path):
    out = written(tmp_path, "Tỷ lệ hộ nghèo còn 2,1%.", options=("--lang", "vi"))
    assert "<td>Tỷ lệ hộ nghèo (đa chiều) · " in out.read_text("utf-8")


def test_what_is_no_fact_has_its_place_too(tmp_path):
    text = written(tmp_path, "Đại hội nhiệm kỳ XIII có 250 đại biểu.").read_text("utf-8")
    assert re.search(r'<a class="m none" href="#r1-q\d+" id="r1-c\d+">XIII</a>', text)


def test_nothing_in_a_report_becomes_part_of_the_page(tmp_path):
    text = written(tmp_path, HOSTILE).read_text("utf-8")
    assert text.count("<script>") == 1
    assert "<b id=x>" not in text
    assert not set("\u202e\x1b") & set(text)


def test_the_whole_text_stands_on_the_page(tmp_path):
    body = written(tmp_path, f"{BAD}\n\n{TABLE}").read_text("utf-8")
    article = body[body.index("<article") : body.index("</article>")]
    plain = re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", article.replace("</a>", "")))
    for word in f"{BAD} {TABLE}".split():
        assert word in plain.replace(" ,", ",").replace(" .", "."), word


def test_a_page_never_takes_the_place_of_a_report(tmp_path):
    draft = tmp_path / "draft.txt"
    draft.write_text(BAD, "utf-8")
    result = CliRunner().invoke(app, ["check", str(draft), "--html", str(draft)])
    assert (result.exit_code, draft.read_text("utf-8")) == (2, BAD)
    nowhere = str(tmp_path / "no" / "page.html")
    assert CliRunner().invoke(app, ["check", str(draft), "--html", nowhere]).exit_code == 2


def test_a_stored_report_has_the_same_page(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text(BAD, "utf-8")
    for arguments in (
        ["check", "one.txt", "--html", "a.html"],
        ["ingest", "one.txt"],
        ["show", "one", "--html", "b.html"],
    ):
        assert CliRunner().invoke(app, arguments).exit_code in (0, 1)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_what_could_not_be_read_is_named_on_the_page(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(BAD, "utf-8")
    (tmp_path / "<i>empty.txt").write_bytes(b"")
    result = CliRunner().invoke(app, ["check", "good.txt", "<i>empty.txt", "--html", "page.html"])
    assert result.exit_code == 3
    assert "&lt;i&gt;empty.txt: it is empty" in (tmp_path / "page.html").read_text("utf-8")


def test_a_page_without_reports_is_a_page():
    assert "<main>" in page([], Talk("vi"))


@in_chromium
def test_from_the_finding_to_its_number_and_back(tmp_path, tab):
    tab.go(written(tmp_path, LONG))
    last = tab.js("document.querySelectorAll('.finding').length")
    assert last > 300
    tab.click(f"#r1-f{last} .numbers a")
    number = tab.js("location.hash")
    assert tab.in_view(number)
    assert tab.js(f"document.querySelector('{number}').textContent") == "98,5%"
    tab.js("history.replaceState(null, '', ' ')")
    tab.click(f".text {number}")
    assert tab.js("location.hash") == f"#r1-f{last}"
    assert tab.in_view(f"#r1-f{last}")


@in_chromium
def test_keys_alone_are_enough(tmp_path, tab):
    report = f"{BAD}\n\nGiai đoạn 2025-2021 mở 2 lớp.\n\nNhiệm kỳ 2010-2014 có 9 đồng chí."
    tab.go(written(tmp_path, report))
    held = "document.activeElement.closest('.finding')?.id"
    tab.press("n")
    assert tab.js(held) == "r1-f1"
    tab.press("n")
    assert tab.js(held) == "r1-f2"
    tab.press("p")
    assert tab.js(held) == "r1-f1"
    tab.press("Tab")
    tab.press("Enter")
    assert tab.js("location.hash").startswith("#r1-c")
    assert tab.js("document.activeElement.matches('.text a.m')")
    tab.press("Enter")
    assert tab.js("location.hash") == "#r1-f1"
    tab.js("document.querySelector('fieldset input').focus()")
    tab.press(" ")
    assert tab.js("document.querySelectorAll('.finding:not([hidden])').length") == 1


@in_chromium
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("dark", [False, True])
def test_it_can_be_read(tmp_path, tab, width, dark):
    """Nothing is wider than the screen, every word has contrast, nothing is fetched."""
    wide = "Chỉ tiêu\t" + "\t".join(f"Năm {year}" for year in range(2000, 2025))
    texts = (f"{BAD}\n\n{wide}\n\n{'dài' * 300}\n\nNhiệm kỳ 2010-2014 có 9 đồng chí.", HOSTILE)
    tab.go(written(tmp_path, *texts), width=width, dark=dark)
    assert tab.js("document.documentElement.scrollWidth <= innerWidth")
    asked = [one for one in tab.events if one.get("method") == "Network.requestWillBeSent"]
    assert [one["params"]["request"]["url"].partition(":")[0] for one in asked] == ["file"]
    wrong = ("Log.entryAdded", "Runtime.exceptionThrown", "Page.javascriptDialogOpening")
    assert not [one for one in tab.events if one.get("method") in wrong]
    assert tab.js(CONTRAST) == []


CONTRAST = """(() => {
  const light = (text) => {
    const parts = text.match(/[\\d.]+/g).slice(0, 3).map(Number).map((v) => v / 255)
      .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const paper = light(getComputedStyle(document.body).backgroundColor);
  const faint = new Set();
  for (const one of document.querySelectorAll("body *")) {
    if (!one.textContent.trim() || one.tagName === "SCRIPT") continue;
    const ink = light(getComputedStyle(one).color);
    const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    if (ratio < 4.5) faint.add(`${one.tagName}.${one.className} ${ratio}`);
  }
  return [...faint];
})()"""
