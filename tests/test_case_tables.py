"""Every row of the domain's two tables of cases is read as it says, or a reason says why not.

The tables lie beside the project and are no part of it; where they are absent, this skips.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.examples import as_document
from pipeline.extract import Extractor
from pipeline.model import DocumentNumber, Fact

DOMAIN = Path(__file__).parents[2] / "shared" / "domain"
LANGUAGES = ("en", "vi")


def rows(name: str) -> list[dict[str, str]]:
    path = DOMAIN / name
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


NUMBERS = rows("number_date_cases.tsv")
DOCUMENTS = rows("doc_number_cases.tsv")
pytestmark = pytest.mark.skipif(not NUMBERS, reason="needs the domain tables in ../shared")

SIGNS = {"ge": ">=", "gt": ">", "le": "<=", "lt": "<", "approx_lt": "~", "approx": "~"}
UNITS = {"percent": "%", "percentage_points": "pp", "per_mille": "‰", "times": "x"}
CURRENCIES = {"VND": " VND", "USD": " USD", "VND_per_person_year": " VND"}

#: Rows that are read otherwise, by their text: what is found, and why.
OTHERWISE = {
    "tăng 0,03% so với Nghị quyết (tỷ lệ đảng viên/dân số 3,03%)": (
        ["0.03%", "3.03%"], "the row leaves its second percentage out"
    ),
    "xếp thứ 1/63 tỉnh, thành phố": ([], "a rank is no fact (contract)"),
    "khóa XVII": ([], "an ordinal is no fact (contract)"),
    "term XVII": ([], "an ordinal is no fact (contract)"),
    "Hội nghị lần thứ 17": ([], "an ordinal is no fact (contract)"),
    "VND19,3333 billion": (["?"], "the row leaves the value out; it is kept, flagged"),
    "ngày 31/11/2023": (["?"], "the row leaves the value out; it is kept, flagged"),
    "18, 7%": (["7%"], "mended only in a text that other numbers show to be damaged"),
    "33 96%": (["96%"], "mended only in a text that other numbers show to be damaged"),
    "2. 280 viên chức": (["280"], "mended only in a text that other numbers show to be damaged"),
    "hai phần ba": (["2/3"], "a fraction in words is a ratio (contract)"),
    "two thirds of": (["2/3"], "a fraction in words is a ratio (contract)"),
    "một nửa": (["1/2"], "a fraction in words is a ratio (contract)"),
    "quá nửa": (["1/2"], "a fraction in words is a ratio (contract)"),
    "6 tháng đầu năm 2024": (["2024-H1"], "an exact half-year is a date (contract)"),
    "the first nine months of 2025": (["2025-01/2025-09"], "months, as printed (contract)"),
    "by the end of 2025": (["2025-12-31"], "a date has no comparator (contract)"),
    "đến hết năm 2025": (["2025-12-31"], "a date has no comparator (contract)"),
    "Resolution 4": (["NQ 4"], "a short reference is a document number (contract)"),
}  # fmt: skip
#: Rows that no card reads yet.
MISSES = {
    "5 không": "a slogan that looks like a count",
    "1/500 detailed planning": "a scale whose noun stands behind it, alone",
}


def canonical(row: dict[str, str]) -> list[str]:
    """What a row of numbers and dates says, in the written forms of the contract."""
    values = [one for one in row["values"].split(";") if one]
    units, operators = row["unit"].split(";"), row["operator"].split(";")
    if row["kind"] in ("none", "vague"):
        return []
    if operators == ["between"]:
        return ["..".join(values) + {**UNITS, **CURRENCIES}[units[0]]]
    if row["kind"] == "ratio":
        return ["/".join(values[:2]), *(f"{one}%" for one in values[2:])]
    return [
        SIGNS.get(operators[min(place, len(operators) - 1)], "")
        + one
        + {**UNITS, **CURRENCIES}.get(units[min(place, len(units) - 1)], "")
        for place, one in enumerate(values)
    ]


def facts(extractor: Extractor, text: str, language: str) -> tuple[Fact, ...]:
    return extractor(as_document(text.replace("\\n", "\n"), language)).facts


@pytest.mark.parametrize("row", NUMBERS, ids=lambda row: row["text"])
def test_a_number_or_date(row: dict[str, str], extractor: Extractor) -> None:
    expected, _ = OTHERWISE.get(row["text"], (canonical(row), ""))
    for language in (row["lang"],) if row["lang"] in LANGUAGES else LANGUAGES:
        found = [str(fact.value) for fact in facts(extractor, row["text"], language)]
        assert (found == expected) == (row["text"] not in MISSES), found


@pytest.mark.parametrize("row", DOCUMENTS, ids=lambda row: row["text"])
def test_a_document_number(row: dict[str, str], extractor: Extractor) -> None:
    """In one of the languages; type word and number suffice for a short reference."""
    read = [
        [fact.value for fact in facts(extractor, row["text"], language)
         if isinstance(fact.value, DocumentNumber)]
        for language in LANGUAGES
    ]  # fmt: skip
    if row["family"] == "none":
        assert read == [[], []]
        return
    fits = any(found and agrees(found[0], row) for found in read)
    assert fits == (row["text"] not in MISSES), read


def agrees(value: DocumentNumber, row: dict[str, str]) -> bool:
    """Whether a document number is what a row says; issuers stand with their units."""
    issuer = "-".join(one for one in (row["issuer"], row["unit_or_coissuers"]) if one)
    return (
        value.number == row["number"]
        and (value.code or "") == row["code"]
        and (not row["year"] or str(value.year) == row["year"])
        and (row["family"] == "short" or (value.issuer or "") == issuer)
        and (not row["date"] or value.issued == row["date"])
    )
