from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
from cards import book
from typer.testing import CliRunner

import pipeline
from pipeline import store
from pipeline.checks import RULES
from pipeline.cli import EXAMPLES, app
from pipeline.display import _about
from pipeline.rulebook import Rulebook, patterns_folder

#: Own sentences: figures that agree, figures that cannot, and one without a partner.
GOOD = "Trong năm 2022, tỉnh Hải Dương hoàn thành 35/40 chỉ tiêu, đạt 87,5%.\n"
BAD = "Trong năm 2022, tỉnh Hải Dương hoàn thành 31/40 chỉ tiêu, đạt 78,5%.\n"
HOSTILE = "Hoàn thành 31/40 chỉ tiêu, đạt 78,5% \x1b[2J\x1b]0;x\x07 kế hoạch.\n"


@pytest.fixture(autouse=True)
def cards_are_read_once(monkeypatch):
    """How they are read is not what is tested here."""
    load, cards = Rulebook.load, book()
    monkeypatch.setattr(
        Rulebook, "load", lambda folder=None, **how: load(folder, **how) if folder else cards
    )


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BAOCAO_DB", raising=False)
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    (tmp_path / "bad.txt").write_text(BAD, "utf-8")
    (tmp_path / "broken.txt").write_bytes(b"")
    return tmp_path


def run(*arguments, code=0, **options):
    result = CliRunner().invoke(app, [str(one) for one in arguments], **options)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return result


def lines(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


# ── before anything is read ───────────────────────────────────────────────────────────────


def test_without_a_command_there_are_six_examples():
    result = run()
    assert result.stdout == EXAMPLES
    assert len(EXAMPLES.splitlines()) == 6


def test_every_example_is_a_command_that_exists():
    for line in EXAMPLES.splitlines():
        assert run(line.split()[1], "--help").stdout.startswith("Usage:")


def test_help_loads_nothing_heavy():
    code = (
        "import sys\n"
        "from pipeline.cli import main\n"
        "sys.argv = ['baocao', 'check', '--help']\n"
        "try:\n"
        "    main()\n"
        "except SystemExit:\n"
        "    pass\n"
        "heavy = {'spacy', 'duckdb', 'regex', 'pdfplumber', 'rich', 'pipeline.model'}\n"
        "print(sorted(heavy & sys.modules.keys()), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["check"],
        ["check", "good.txt", "--lang", "fr"],
        ["check", "good.txt", "--fail-on", "always"],
        ["check", "good.txt", "--province", "atlantis"],
        ["check", "good.txt", "--patterns", "no-such-folder"],
        ["facts", "good.txt", "--no-such-flag"],
        ["compare", "poverty_rate", "--db", "none.duckdb"],
        ["show", "good", "--db", "none.duckdb"],
        ["sql", "--db", "good.txt"],
        ["forget", "good", "--db", "none.duckdb"],
        ["rules", "explain", "BC999"],
        ["eval", "good.txt", "--min", "95"],
        ["eval", "good.txt"],
    ],
)
def test_wrong_use_is_two(folder, arguments):
    result = run(*arguments, code=2)
    assert result.stderr
    assert "Traceback" not in result.output


# ── check and facts ───────────────────────────────────────────────────────────────────────


def test_check_says_what_was_tested_and_what_does_not_add_up(folder):
    result = run("check", "bad.txt", code=1)
    first, *rest = result.stdout.splitlines()
    assert first == "1 percentage: 1 tested"
    headline = next(line for line in rest if "BC101" in line)
    column = BAD.index("78,5%") + 1
    assert headline.split()[:2] == [f"1:{column}", "error"]
    sentence = next(number for number, line in enumerate(rest) if BAD.strip()[:20] in line)
    under = rest[sentence + 1]
    printed = rest[sentence]
    for mark in ("31/40", "78,5%"):
        at = printed.index(mark)
        assert under[at : at + len(mark)] == "─" * len(mark)
    assert rest[-1].startswith("1 error.")


TABLE = """| Chỉ tiêu | Kế hoạch | Thực hiện | Tỷ lệ (%) |
|---|---|---|---|
| Kết nạp đảng viên | 1500 | 1524 | 101,6 |
| Kiểm tra tổ chức đảng | 120 | 118 | 98,3 |
| Giám sát tổ chức đảng | 90 | 92 | 102,2 |
| Kỷ luật đảng viên | 80 | 85 | 116,3 |
"""


@pytest.mark.parametrize("command", ["check", "facts"])
def test_a_number_of_a_table_is_shown_in_its_row_with_its_columns(folder, command):
    Path("table.md").write_text(TABLE, "utf-8")
    shown = run(command, "table.md").stdout.splitlines()
    row = shown.index("        | Kỷ luật đảng viên | 80 | 85 | 116,3 |")
    assert shown[row + 1].split() == ["──", "──", "─────"]
    assert shown[row + 2].strip() == "80: Kế hoạch · 85: Thực hiện · 116,3: Tỷ lệ (%)"


def test_check_of_what_agrees_is_silent(folder):
    result = run("check", "good.txt")
    assert "BC" not in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize(("fail_on", "code"), [("none", 0), ("note", 1), ("warn", 1), ("error", 1)])
def test_from_which_alert_on_a_finding_fails(folder, fail_on, code):
    run("check", "bad.txt", "--fail-on", fail_on, code=code)


def test_unreadable_outranks_findings_and_the_rest_is_done(folder):
    result = run("check", "broken.txt", "bad.txt", "none.txt", code=3)
    assert "BC101" in result.stdout
    assert "broken.txt" in result.stderr
    assert "none.txt" in result.stderr
    assert "→" in result.stderr


def test_check_json_is_one_finding_a_line(folder):
    findings = lines(run("check", "bad.txt", "--json", code=1))
    (wrong,) = [finding for finding in findings if finding["alert"] == "error"]
    assert wrong["stated"] == BAD[wrong["start"] : wrong["end"]] == "78,5%"
    assert wrong["uses"][0]["text"] == "31/40"
    keys = "id check rule verdict alert condition reason document path stated start end uses"
    keys += " computed interval bounds message repairs"
    assert set(keys.split()) <= wrong.keys()


def test_check_all_adds_what_is_supported(folder):
    assert "khớp" in run("check", "good.txt", "--all", "--lang", "vi").stdout
    assert "supported" in run("check", "good.txt", "--all").stdout


def test_messages_speak_vietnamese(folder):
    result = run("check", "bad.txt", "--lang", "vi", code=1)
    assert result.stdout.startswith("1 tỷ lệ phần trăm: 1 đã kiểm tra")
    assert "1 lỗi." in result.stdout


def test_facts_json_has_the_facts_in_reading_order(folder):
    facts = lines(run("facts", "good.txt", "--json"))
    assert [fact["start"] for fact in facts] == sorted(fact["start"] for fact in facts)
    assert {"35/40", "87.5%"} <= {fact["canonical"] for fact in facts}
    for fact in facts:
        assert GOOD[fact["start"] : fact["end"]] == fact["text"]
    share = next(fact for fact in facts if fact["kind"] == "percentage")
    assert share["number"] == "87.5"


def test_facts_stand_below_their_sentence(folder):
    shown = run("facts", "good.txt").stdout
    assert shown.index("35/40 chỉ tiêu") < shown.index("percentage")


def test_a_province_can_be_given(folder):
    (folder / "nowhere.txt").write_text("Hoàn thành 35/40 chỉ tiêu, đạt 87,5%.\n", "utf-8")
    facts = lines(run("facts", "nowhere.txt", "--json", "--province", "quang-ninh"))
    assert {fact["province"] for fact in facts} == {"quang-ninh"}


def test_a_dash_is_the_standard_input(folder):
    facts = lines(run("facts", "-", "--json", input=GOOD))
    assert {fact["path"] for fact in facts} == {"-"}
    run("check", "-", input=BAD, code=1)


def test_nothing_in_a_report_reaches_the_terminal_as_a_command(folder):
    name = "evil\x1b[31m.txt" if os.name == "posix" else "evil.txt"
    Path(name).write_text(HOSTILE, "utf-8")
    outputs = [
        run("check", name, "good.txt", code=1).output,
        run("check", name, "--json", code=1).output,
        run("facts", name).output,
        run("facts", name, "--json").output,
        run("check", f"no{name}", code=3).output,
        run("ingest", name).output,
        run("show", name).output,
        run("show", name, "--json").output,
        run("sql", "select * from facts").output,
        run("sql", "select * from facts", "--csv").output,
        run("sql", "select * from facts", "--json").output,
        run("sql", "select path from documents").output,
    ]
    assert not [output for output in outputs if "\x1b" in output or "\x07" in output]


def test_json_keeps_what_a_terminal_must_not_see(folder):
    (folder / "c1.txt").write_text("Đạt 87,5%\x9b31m \u202e nữa.", "utf-8")
    result = run("facts", "c1.txt", "--json")
    assert "\x9b" not in result.stdout
    assert "\u202e" not in result.stdout
    assert "\x9b31m" in lines(result)[0]["sentence"]


POVERTY = "{place}, {day}\nNăm 2022, tỷ lệ hộ nghèo của tỉnh {place} là {share}.\n"


def poverty(path, place, share, day="ngày 20 tháng 01 năm 2023"):
    Path(path).write_text(POVERTY.format(place=place, share=share, day=day), "utf-8")


def test_a_draft_is_held_against_what_was_ingested(folder):
    poverty("june.txt", "Hải Dương", "2,5%")
    poverty("other.txt", "Quảng Ninh", "9,9%")
    run("ingest", "june.txt", "other.txt", "--db", "all.duckdb")
    before = Path("all.duckdb").read_bytes(), sorted(folder.iterdir())
    poverty("draft.txt", "Hải Dương", "3,1%")
    assert "BC206" not in run("check", "draft.txt").stdout
    result = run("check", "draft.txt", "--against", "all.duckdb", code=1)
    assert "2,5% (june.txt)" in next(line for line in result.stdout.splitlines() if "BC206" in line)
    poverty("draft.txt", "Hải Dương", "2,50%")
    agreed = lines(run("check", "draft.txt", "--against", "all.duckdb", "--json"))
    assert ("BC206", "supported") in {(one["rule"], one["verdict"]) for one in agreed}
    Path("draft.txt").unlink()
    assert (Path("all.duckdb").read_bytes(), sorted(folder.iterdir())) == before


@pytest.mark.parametrize(
    ("day", "words", "alert"),
    [
        ("ngày 25 tháng 02 năm 2023", "", "error"),
        ("ngày 10 tháng 10 năm 2022", "", None),  # the year is not over
        ("ngày 25 tháng 02 năm 2023", "ước ", None),
        ("không ngày", "", "note"),
    ],
)
def test_only_final_results_are_held_against_each_other(folder, day, words, alert):
    poverty("june.txt", "Hải Dương", "2,5%")
    run("ingest", "june.txt", "--db", "all.duckdb")
    poverty("draft.txt", "Hải Dương", f"{words}3,1%", day)
    code = 1 if alert == "error" else 0
    found = lines(run("check", "draft.txt", "--against", "all.duckdb", "--json", code=code))
    assert [one["alert"] for one in found if one["rule"] == "BC206"] == ([alert] if alert else [])


def test_a_corrected_report_is_not_held_against_itself(folder):
    poverty("june.txt", "Hải Dương", "2,5%")
    run("ingest", "june.txt")
    poverty("june.txt", "Hải Dương", "3,1%")
    run("check", folder / "june.txt", "--against", "baocao.duckdb")


def test_nothing_is_held_against_a_database_that_is_not_there(folder):
    assert "none.duckdb" in run("check", "good.txt", "--against", "none.duckdb", code=2).stderr
    assert not (folder / "none.duckdb").exists()


# ── ingest and the database ───────────────────────────────────────────────────────────────


def ingested(*arguments, code=0):
    entries = lines(run("ingest", *arguments, "--json", code=code))
    return {Path(entry["path"]).name: entry["outcome"] for entry in entries}


def test_ingest_reads_only_what_is_new_or_changed(folder):
    (folder / "broken.txt").unlink()
    assert ingested(folder) == {"good.txt": "new", "bad.txt": "new"}
    assert ingested(folder) == {"good.txt": "unchanged", "bad.txt": "unchanged"}
    (folder / "bad.txt").write_text(GOOD.replace("35/40", "36/40"), "utf-8")
    outcomes = lines(run("ingest", folder, "--json"))
    assert sorted(entry["outcome"] for entry in outcomes) == ["changed", "superseded", "unchanged"]
    assert set(ingested(folder, "--force").values()) == {"unchanged"}
    assert ingested("good.txt", "--province", "quang-ninh") == {"good.txt": "unchanged"}
    with store.open_store("baocao.duckdb", read_only=True) as connection:
        provinces = connection.execute("SELECT province FROM documents WHERE path LIKE '%good%'")
        assert provinces.fetchall() == [("quang-ninh",)]


def test_a_bad_file_never_stops_the_run(folder):
    (folder / "deep" / ".hidden").mkdir(parents=True)
    (folder / "deep" / "third.md").write_text("# Kết quả\n\nĐạt 12,5%.\n", "utf-8")
    (folder / "deep" / ".hidden" / "fourth.txt").write_text("Đạt 13,5%.\n", "utf-8")
    (folder / "deep" / "table.xyz").write_text("1,2,3", "utf-8")
    result = run("ingest", folder, "none.txt", code=3)
    assert "3" in next(line for line in result.stderr.splitlines() if line.startswith(" new"))
    assert ".xyz 1" in result.stderr
    assert result.stderr.index("broken.txt") < result.stderr.index("→")
    assert "baocao.duckdb: 3 documents" in result.stderr
    with store.open_store("baocao.duckdb", read_only=True) as connection:
        failed = connection.execute(
            "SELECT path, reason, remedy FROM ingest_log WHERE outcome = 'failed' ORDER BY path"
        ).fetchall()
    assert [Path(path).name for path, _, _ in failed] == ["broken.txt", "none.txt"]
    assert all(reason and remedy for _, reason, remedy in failed)


def test_paths_come_from_a_list_too(folder):
    (folder / "list").write_text("good.txt\nbad.txt\n", "utf-8")
    assert ingested("--files-from", "list") == {"good.txt": "new", "bad.txt": "new"}
    entries = lines(run("ingest", "--files-from", "-", "--json", input="good.txt\0bad.txt\0"))
    assert [entry["outcome"] for entry in entries] == ["unchanged", "unchanged"]
    assert ingested("--files-from", "-") == {}  # as when find has found nothing


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "no PATH"),
        (["-"], "--files-from -"),
        (["--files-from", "none"], "none: No such file"),
        (["good.txt", "--timeout", "0"], "timeout"),
        (["good.txt", "--jobs", "-1"], "jobs"),
    ],
)
def test_what_is_to_be_ingested_must_be_said(folder, arguments, said):
    assert said in run("ingest", *arguments, code=2).stderr
    assert not (folder / "baocao.duckdb").exists()


def test_what_failed_is_named_again_until_it_is_mended(folder):
    first = run("ingest", "broken.txt", "good.txt", code=3)
    second = run("ingest", "broken.txt", "good.txt", code=3)
    assert "broken.txt: it is empty" in first.stderr
    assert "broken.txt: it is empty" in second.stderr
    (folder / "broken.txt").write_text(BAD, "utf-8")
    assert " new              1" in run("ingest", "--failed").stderr
    assert "broken" not in run("ingest", "--failed", "--stale").stderr


def test_vietnamese_speaks_of_what_is_gone_and_passed_over(folder):
    (folder / "README.md").write_text("x", "utf-8")
    run("ingest", folder, code=3)
    (folder / "good.txt").unlink()
    said = run("ingest", folder, "--lang", "vi", code=3).stderr
    assert "không còn" in said
    assert "không đọc" in said


def test_many_failures_are_named_up_to_a_point(folder):
    for number in range(60):
        (folder / f"{number}.txt").write_bytes(b"")
    said = run("ingest", folder, code=3).stderr
    assert said.count("it is empty") == 50
    assert "and 11 more: baocao sql" in said
    query = said.split('"')[1]
    assert len(lines(run("sql", query, "--json"))) == 61


def test_progress_is_for_somebody_who_watches(folder):
    pty = pytest.importorskip("pty", reason="a terminal as POSIX has them")
    for number in range(30):
        (folder / f"{number}.txt").write_text(GOOD.replace("35", str(number)), "utf-8")
    main, terminal = pty.openpty()
    command = [sys.executable, "-m", "pipeline", "ingest", str(folder), "--jobs", "1"]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1]), "TERM": "xterm"}
    done = subprocess.Popen(command, stderr=terminal, stdout=subprocess.PIPE, env=environment)
    os.close(terminal)
    seen = b""
    try:
        while part := os.read(main, 4096):
            seen += part
    except OSError:  # how a terminal says that nobody writes any more
        pass
    assert done.communicate()[0] == b""
    assert b" of 33: " in seen or b" of 33 " in seen
    assert "of 33" not in run("ingest", folder, "--force", code=3).stderr


def test_the_database_is_named_by_option_or_environment(folder, monkeypatch):
    run("ingest", "good.txt", "--db", "one.duckdb")
    monkeypatch.setenv("BAOCAO_DB", "two.duckdb")
    run("ingest", "good.txt")
    assert (folder / "one.duckdb").exists()
    assert (folder / "two.duckdb").exists()
    assert not (folder / "baocao.duckdb").exists()


def test_quiet_leaves_only_errors(folder):
    assert run("ingest", "good.txt", "--quiet").output == ""
    assert "broken.txt" in run("ingest", "broken.txt", "--quiet", code=3).stderr


def test_show_forget_and_then_nothing_left(folder):
    run("ingest", "bad.txt")
    shown = run("show", "bad").stdout
    assert "hai-duong" in shown
    assert "BC101" in shown
    parts = [one["record"] for one in lines(run("show", "bad.txt", "--json"))]
    assert {"document", "fact", "finding"} == set(parts)
    assert "bad.txt" in run("forget", "bad").stderr
    assert "no document bad" in run("show", "bad", code=2).stderr


@pytest.mark.parametrize(("stored", "lang"), [("en", "vi"), ("vi", "en"), ("vi", "vi")])
def test_a_stored_report_is_told_in_the_language_of_who_asks(folder, stored, lang):
    run("ingest", "bad.txt", "--lang", stored)
    said = run("show", "bad", "--lang", lang).stdout
    direct = run("check", "bad.txt", "--lang", lang, code=1).stdout
    assert said.endswith(direct)
    run("report", "-o", "site", "--lang", lang)
    (page,) = Path("site/reports").glob("*.html")
    assert ("báo cáo ghi 78,5%" in page.read_text("utf-8")) is (lang == "vi")


def test_sql_shows_the_views_and_answers(folder):
    run("ingest", "good.txt")
    assert "indicators" in run("sql").stdout
    views = lines(run("sql", "--json"))
    assert all(column["comment"] for view in views for column in view["columns"])
    query = "SELECT canonical, number FROM facts WHERE kind = 'percentage'"
    assert lines(run("sql", query, "--json")) == [{"canonical": "87.5%", "number": 87.5}]
    assert run("sql", query, "--csv").stdout == "canonical,number\n87.5%,87.5\n"
    assert run("sql", query).stdout.split() == ["canonical", "number", "87.5%", "87.5"]
    run("sql", "DELETE FROM _facts", code=2)
    run("sql", "SELECT nothing", code=2)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-A1", "'-A1"),
        ("+cmd", "'+cmd"),
        ("\tx", "'\tx"),
        ("＝1+1", "'＝1+1"),
        (" =1+1", "' =1+1"),
        ("==", "'=="),
        ("--11-30", "'--11-30"),
        ("-2+3", "'-2+3"),
        ("- 2+3", "'- 2+3"),
        ("- cmd|/C calc!A0", "'- cmd|/C calc!A0"),
        ("- xã WEBSERVICE (A2)", "'- xã WEBSERVICE (A2)"),
        ("- xã [a.xlsx]S!A1", "'- xã [a.xlsx]S!A1"),
        ("- xã (nữ 41%)", "'- xã (nữ 41%)"),
        ("=", "="),
        ("-", "-"),
        ("-5.8%", "-5.8%"),
        ("-2.5pp", "-2.5pp"),
        ("- Of 102 communes 31 have one", "- Of 102 communes 31 have one"),
        ("- Có 31/78 xã (41%)", "- Có 31/78 xã (41%)"),
        ("+ Giảm 5 xã", "+ Giảm 5 xã"),
        ("plain", "plain"),
    ],
)
def test_no_cell_is_a_formula(folder, text, cell):
    run("ingest", "good.txt")
    result = run("sql", f"SELECT '{text}' AS a, -1.5 AS b", "--csv")
    assert result.stdout == f"a,b\n{cell},-1.5\n"


def test_the_caret_of_a_wrong_query_stands_below_its_word(folder):
    run("ingest", "good.txt")
    said = run("sql", "select nosuch from facts", code=2).stderr.splitlines()
    line = next(one for one in said if "LINE 1" in one)
    caret = said[said.index(line) + 1].index("^")
    assert line[caret:].startswith("nosuch")


@pytest.mark.parametrize("command", ["show", "forget"])
def test_an_unknown_document_is_told_with_what_to_do(folder, command):
    Path("good.txt").rename("Cao Bằng 2023.txt")
    run("ingest", "Cao Bằng 2023.txt")
    assert 'baocao sql "select path' in run(command, "nope", code=2).stderr
    said = run(command, "bang 2023", code=2).stderr
    assert "nearest: Cao Bằng 2023; to see all: baocao sql" in said
    assert "gần nhất: Cao Bằng 2023" in run(command, "bang 2023", "--lang", "vi", code=2).stderr
    run(command, "cao-bang")  # neither capitals nor accents need to be the same
    run("forget", "Cao") if command == "show" else None
    assert "baocao ingest" in run(command, "nope", code=2).stderr


def test_an_unknown_indicator_is_told_with_what_to_do(folder):
    run("ingest", "good.txt")
    for name in ("nonsense", "poverty_rat"):
        assert "select distinct indicator" in run("compare", name, code=2).stderr
    assert "select distinct" in run("compare", "nonsense", "--lang", "vi", code=2).stderr


def test_compare_names_the_nearest_indicators(folder):
    run("ingest", "good.txt")
    result = run("compare", "poverty_rat", code=2)
    assert "poverty_rate" in result.stderr
    nobody = run("compare", "poverty_rate").stdout
    assert "no province reports it" in nobody
    assert run("compare", "poverty_rate", "--json").stdout == ""


@pytest.mark.parametrize(
    "name", ["Tỷ lệ hộ nghèo", "ty le  ho ngheo", "rate of poor households", "POVERTY_RATE"]
)
def test_an_indicator_can_be_named_as_reports_name_it(folder, name):
    run("ingest", "good.txt")
    assert run("compare", name).stdout == run("compare", "poverty_rate").stdout


NOT_LOCAL = "Năm 2023, tỉnh {} có {}/78 xã có bí thư không là người địa phương ({}%).\n"


def test_compare_and_report_say_what_a_report_contradicts_itself_in_the_wanted_language(folder):
    three = (("Hải Dương", 31, "41,3"), ("Quảng Ninh", 31, "39,74"), ("Yên Bái", 20, "25,64"))
    for number, figures in enumerate(three):
        Path(f"{number}.txt").write_text(NOT_LOCAL.format(*figures), "utf-8")
    run("ingest", *(f"{number}.txt" for number in range(3)))
    rows = lines(run("compare", "secretary_non_local_share", "--json", "--lang", "vi"))
    assert [(row["rank"], row["province"], row["alert"]) for row in rows] == [
        (1, "quang-ninh", None),
        (2, "yen-bai", None),
        (None, "hai-duong", "error"),
    ]
    assert rows[2]["finding_rule"] == "BC101"
    assert "không khớp: 31/78 là 39,74%" in rows[2]["finding_message"]
    assert "41.3%‡" in run("compare", "secretary_non_local_share").stdout
    run("report", "-o", "site", "--lang", "vi")
    page = Path("site/indicators/secretary_non_local_share.html").read_text("utf-8")
    assert "41,3%‡</a>" in page
    assert "31/78 là 39,74%" in page
    assert page.count("‡") == 2


def test_compare_ranks_like_with_like(folder):
    poverty("a.txt", "Hải Dương", "2,5%")
    poverty("b.txt", "Quảng Ninh", "1,2%")
    run("ingest", "a.txt", "b.txt")
    rows = lines(run("compare", "poverty_rate", "--json"))
    assert [(row["rank"], row["province"], row["canonical"]) for row in rows] == [
        (1, "quang-ninh", "1.2%"),
        (2, "hai-duong", "2.5%"),
    ]
    shown = run("compare", "poverty_rate", "--lang", "vi").stdout
    assert shown.index("Quảng Ninh") < shown.index("Hải Dương")
    assert "Hải Phòng" in shown  # what became of Hải Dương


def test_a_locked_database_is_named_with_its_holder(folder):
    run("ingest", "good.txt")
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, duckdb\n"
            "held = duckdb.connect('baocao.duckdb')\n"
            "print('held', flush=True)\n"
            "sys.stdin.read()",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        holder.stdout.readline()
        for arguments in (["ingest", "bad.txt"], ["sql"], ["show", "good"]):
            assert str(holder.pid) in run(*arguments, code=2).stderr
    finally:
        holder.communicate()


# ── maintaining ───────────────────────────────────────────────────────────────────────────


def gold_line(text, kind, canonical):
    start = GOOD.index(text)
    row = {"document": "good", "kind": kind, "canonical": canonical, "text": text}
    return json.dumps(row | {"start": start, "end": start + len(text)})


def test_eval_measures_and_fails_below_the_minimum(folder):
    gold = [gold_line("35/40", "ratio", "35/40"), gold_line("87,5%", "percentage", "88%")]
    (folder / "gold.jsonl").write_text("\n".join(gold), "utf-8")
    rows = lines(run("eval", "gold.jsonl", "--json"))
    scores = {(row["part"], row["name"]): row for row in rows if row.get("match") == "exact"}
    assert scores["kind", "ratio"]["f1"] == 1
    assert scores["kind", "percentage"]["f1"] == 0
    missed = [row for row in rows if row["part"] == "missed"]
    assert [(row["canonical"], row["sentence"]) for row in missed] == [("88%", GOOD.strip())]
    run("eval", "gold.jsonl", "--min", "0.1")
    assert "below" in run("eval", "gold.jsonl", "--min", "0.99", code=1).stderr


def test_eval_names_the_reports_that_are_not_there(folder):
    (folder / "gold").mkdir()
    rows = [gold_line("35/40", "ratio", "35/40")]
    rows.append(rows[0].replace('"good"', '"elsewhere"'))
    gold = folder / "gold" / "gold.jsonl"
    gold.write_text("\n".join(rows), "utf-8")
    assert "elsewhere" in run("eval", gold, "--reports", folder, code=3).stderr


def test_eval_takes_what_facts_writes(folder):
    gold = folder / "gold" / "gold.jsonl"
    gold.parent.mkdir()
    gold.write_text(run("facts", "good.txt", "--json").stdout, "utf-8")
    for where in ([], ["--reports", folder]):  # at the path that it names, and by its bytes
        rows = lines(run("eval", gold, *where, "--min", "1", "--json"))
        assert next(row["right"] for row in rows if row["part"] == "all") == 3
    Path("good.txt").rename("renamed.txt")
    run("eval", gold, "--reports", folder, "--min", "1")
    Path("renamed.txt").write_text(GOOD.replace("35", "36"), "utf-8")
    said = run("eval", gold, "--reports", folder, code=3)
    assert said.stdout == ""
    assert "good.txt: no report with the bytes" in said.stderr


def test_eval_says_once_what_is_no_gold(folder):
    Path("README.md").write_text("# One\n\n- two\n" + "three\n" * 100, "utf-8")
    said = run("eval", "README.md", code=2).stderr
    assert (
        "README.md, line 1 is no fact: it is no JSON; the same with lines 3, 4, 5, 6, 7, …" in said
    )
    assert "facts --json" in said
    assert len(said.splitlines()) == 2
    assert "dòng 1" in run("eval", "README.md", "--lang", "vi", code=2).stderr
    nothing = run("eval", "nosuch.jsonl", code=3)
    assert (nothing.stdout, "nosuch.jsonl" in nothing.stderr) == ("", True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells a closed pipe in another way")
@pytest.mark.parametrize("arguments", [["facts", "long.txt"], ["check", "long.txt", "--json"]])
def test_a_reader_that_had_enough_is_no_finding(folder, arguments):
    Path("long.txt").write_text(f"{GOOD}\n" * 3000, "utf-8")
    command = [sys.executable, "-m", "pipeline", *arguments]
    paths = os.pathsep.join(
        (str(Path(pipeline.__file__).parents[1]), os.environ.get("PYTHONPATH", ""))
    )
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": paths},
    ) as running:
        assert running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


def test_doctor_says_what_help_needs(folder):
    names = [line["name"] for line in lines(run("doctor", "--json"))]
    assert {"baocao", "python", "patterns", "database", "write access", "OCR"} <= set(names)
    assert "→" in run("doctor").stdout  # there is no database yet


def test_rules_are_listed_tested_and_explained(folder):
    listed = lines(run("rules", "list", "--json"))
    assert all(row["rule"] and row["about"] for row in listed)
    candidates = lines(run("rules", "explain", GOOD, "--json"))
    kept = {row["canonical"]: row["rule"] for row in candidates if row["stays"]}
    assert {"35/40", "87.5%"} <= kept.keys()
    assert kept["87.5%"] in {row["rule"] for row in listed}
    assert "ratio_percent" in run("rules", "explain", "BC101").stdout


@pytest.mark.parametrize("number", sorted(RULES.values()))
def test_every_check_is_explained_in_both_languages(folder, number):
    said = {lang: run("rules", "explain", number, "--lang", lang).output for lang in ("en", "vi")}
    assert said["en"] != said["vi"]
    assert all(len(one.splitlines()[2]) > 40 for one in said.values())
    card = _about()[number]
    if "example" in card:
        assert all(f"  {number}  " in one and "───" in one for one in said.values()), said


def test_it_is_explained_which_candidate_stayed_and_why(folder):
    told = "Theo Nghị quyết số 18-NQ/TW, năm 2023 có hơn 1.300 tỷ đồng, không dưới 15%."
    rows = lines(run("rules", "explain", told, "--json"))
    stays = {row["canonical"] for row in rows if row["stays"]}
    assert stays == {"18-NQ/TW", "2023", ">1300000000000 VND", ">=15%"}
    lost = {(row["kind"], row["text"]): row for row in rows if not row["stays"]}
    assert lost
    assert {row["why"] for row in lost.values()} <= {"first", "longer", "order"}
    shorter = lost["count", "1.300 tỷ"]
    assert (shorter["to"], shorter["why"]) == ("1.300 tỷ đồng", "longer")
    shown = run("rules", "explain", told, "--lang", "vi").stdout
    assert "nhường chỗ cho 1.300 tỷ đồng" in shown


def test_an_example_that_does_not_hold_fails(folder):
    copytree(patterns_folder(), folder / "cards")
    card = folder / "cards" / "vi" / "percentage.toml"
    text = card.read_text("utf-8")
    card.write_text(text.replace('= "-5.8%"', '= "-5.9%"'), "utf-8")
    assert card.read_text("utf-8") != text
    result = run("rules", "test", "--patterns", "cards", code=1)
    assert "-5.9%" in result.stdout
