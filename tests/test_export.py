"""What other programs get: read back with those programs' own readers."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path

import duckdb
import openpyxl
import pytest
from typer.testing import CliRunner

from pipeline import store
from pipeline.cli import app
from pipeline.export import MANY, WRITERS

FORMULA = '=HYPERLINK("http://x") tỷ lệ hộ nghèo còn 2,1% năm 2023.'


@pytest.fixture(autouse=True)
def stored(tmp_path, monkeypatch):
    """A store with a sentence that a spreadsheet would obey."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BAOCAO_DB", raising=False)
    Path("a.txt").write_text(f"{FORMULA}\n", "utf-8")
    run("ingest", "a.txt", "--province", "ha-tinh", "-j", "0")


def run(*arguments, code=0):
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == code, (result.output, result.exception)
    return result


def rows_of(path: str) -> list[dict[str, object]]:
    """The rows of the view `indicators`, as a program of that kind reads them."""
    match Path(path).suffix:
        case ".csv":
            with Path(path).open(encoding="utf-8-sig", newline="") as lines:
                return list(csv.DictReader(lines))
        case ".jsonl":
            return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
        case ".jsonld":
            graph = json.loads(Path(path).read_text("utf-8"))["@graph"]
            return [{"indicator": one["measuredProperty"], "value": one["value"],
                     "quote": one["description"]} for one in graph]  # fmt: skip
        case ".parquet":
            found = duckdb.sql(f"FROM '{path}'")
            return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
        case ".sqlite":
            connection = sqlite3.connect(path)
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute("SELECT * FROM indicators")]
        case _:
            names, *rows = openpyxl.load_workbook(path)["indicators"].values
            return [dict(zip(names, row, strict=True)) for row in rows]


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_every_format_reads_back(suffix):
    run("export", f"out{suffix}")
    (row,) = rows_of(f"out{suffix}")
    assert (row["indicator"], float(row["value"])) == ("poverty_rate", 2.1)
    assert str(row["quote"]).removeprefix("'") == FORMULA
    assert [path.name for path in Path().iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("suffix", sorted(MANY))
def test_a_file_of_many_tables_has_every_view(suffix):
    run("export", f"out{suffix}")
    if suffix == ".xlsx":
        names = set(openpyxl.load_workbook("out.xlsx").sheetnames)
    else:
        listed = sqlite3.connect("out.sqlite").execute("SELECT name FROM sqlite_schema")
        names = {name for (name,) in listed}
    with store.open_store("baocao.duckdb", read_only=True) as connection:
        assert names == {view.name for view in store.views(connection)}


def test_what_is_written_is_named():
    assert "(indicators); .xlsx" in run("export", "out.csv").stderr
    assert "alike" in run("export", "out.xlsx").stderr
    assert "indicators" not in run("export", "out.csv", "select 1 as a").stderr


def test_no_cell_of_a_sheet_is_a_formula():
    run("export", "out.xlsx")
    cells = [cell for sheet in openpyxl.load_workbook("out.xlsx") for row in sheet for cell in row]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)


@pytest.mark.parametrize("suffix", sorted(WRITERS))
@pytest.mark.parametrize(
    "query", ["select 1 as a, 2 as a, [1, 2] as b, now() as c", "from facts where false"]
)
def test_the_answer_to_a_query_is_written_too(suffix, query):
    run("export", f"out{suffix}", query)
    assert Path(f"out{suffix}").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("out.doc",), ".parquet"),
        (("out",), ".csv"),
        (("no/such/out.csv",), "No such file"),
        (("out.csv", "drop table x"), "only reading"),
        (("out.csv", "select * from read_csv('a.txt')"), "Permission"),
        (("out.csv", "--db", "none.duckdb"), "none.duckdb does not exist"),
    ],
)
def test_wrong_use_writes_nothing(arguments, said):
    assert said in run("export", *arguments, code=2).stderr
    assert not list(Path().glob("out*"))


def test_a_lone_sign_is_written_as_it_is():
    run("export", "a.csv")
    assert {row["comparator"] for row in rows_of("a.csv")} == {"="}
    assert all(str(row["quote"]).startswith("'=") for row in rows_of("a.csv"))
