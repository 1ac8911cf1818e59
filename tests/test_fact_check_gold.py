"""The two reports of the specification, number by number.

Each row is asked twice: of the facts and dimensions that the gold gives, where a failure is
one of the checks (pairs are made by the nearest bracket), and of what the pipeline reads.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import regex
from cards import book

from pipeline.checks import check
from pipeline.checks.not_a_quantity import tokens
from pipeline.checks.report import terms_of_office
from pipeline.flow import analyse
from pipeline.model import (
    VALUES,
    AgeBand,
    Count,
    Date,
    Document,
    DocumentNumber,
    Fact,
    Finding,
    Mention,
    Multiple,
    Observation,
    Passage,
    Percentage,
    Period,
    Ratio,
)

SHARED = Path(__file__).parents[2] / "shared"
CHECKS_GOLD = SHARED / "gold" / "seed_checks.json"
FACTS_GOLD = SHARED / "gold" / "seed_facts.jsonl"
DIMENSIONS = (
    "province",
    "level",
    "body",
    "population",
    "attribute",
    "role",
    "change",
    "period",
    "indicator",
)
SET_ASIDE = {"ordinal": r"\b\d+th\b|\b[XVI]{2,}\b", "boilerplate": r"(?<=Comment \()\d+"}

pytestmark = pytest.mark.skipif(
    not CHECKS_GOLD.is_file(), reason="the gold and its reports are not beside the repository"
)


# ── the gold's facts as observations ──────────────────────────────────────────────────────


def _numeric(written: str) -> dict[str, Any]:
    signs = {"~": "nearly", ">=": ">=", "<=": "<=", ">": ">", "<": "<"}
    sign = next((one for one in (">=", "<=", ">", "<", "~") if written.startswith(one)), "")
    number, _, upto = written.removeprefix(sign).rstrip("%x").partition("..")
    return {
        "number": Decimal(number),
        "upto": Decimal(upto) if upto else None,
        "comparator": signs.get(sign, "="),
    }


def _band(written: str) -> AgeBand:
    low, _, high = written.partition("..")
    if high:
        return AgeBand(low=int(low), high=int(high))
    if written.startswith("<"):
        return AgeBand(low=None, high=int(written[1:]))
    return AgeBand(low=int(written[1:]), high=None)


def _document_number(written: str, text: str, row: dict[str, Any]) -> DocumentNumber:
    if "/" not in written:
        code, number = written.split()
        return DocumentNumber(symbol=None, code=code, number=number)
    number, code = written.partition("/")[0].split("-")
    word = regex.search(r"(\w+)(?: No\.)? $", text[: row["start"]])
    return DocumentNumber(
        symbol=written,
        code=code,
        number=number,
        stated_type=word[1].casefold() if word else None,
        issued=row.get("issued"),
    )


def _date(written: str, printed: str) -> Date:
    year_only = len(written) == len("2025") or printed.startswith("end of")
    return Date(date=written, precision="year" if year_only else "day")


def _value(row: dict[str, Any], text: str) -> Any:
    written = row["canonical"]
    match row["kind"]:
        case "percentage":
            fields = _numeric(written)
            decimals = -int(fields["number"].as_tuple().exponent)
            return Percentage(**fields, decimals=max(0, decimals), basis="share")
        case "count":
            return Count(**_numeric(written))
        case "ratio":
            part, whole = written.split("/")
            return Ratio(part=Decimal(part), whole=Decimal(whole))
        case "multiple":
            return Multiple(**_numeric(written))
        case "age_band":
            return _band(written)
        case "period":
            start, end = written.split("/")
            return Period(start_date=start, end_date=end)
        case "date":
            return _date(written, row["text"])
        case "document_number":
            return _document_number(written, text, row)


def _sentences(text: str) -> list[tuple[int, int]]:
    language = book().languages["en"].language
    found = []
    for line in regex.finditer(r"[^\n]+", text):
        found.extend(
            (line.start() + start, line.start() + end) for start, end in language.sentences(line[0])
        )
    return found


def _fact(document: Document, start: int, end: int, value: Any) -> Fact:
    sentences = [one for one in _sentences(document.text) if one[0] <= start < one[1]]
    first, last = sentences[0]
    passages = enumerate(document.passages)
    return Fact(
        id=f"{document.id}-{start}",
        document=document.id,
        path=document.path,
        passage=next(at for at, one in passages if one.start <= start < one.end),
        start=start,
        end=end,
        text=document.text[start:end],
        sentence=document.text[first:last],
        sentence_start=first,
        value=value,
        rule="gold",
    )


def _observations(document: Document) -> list[Observation]:
    rows = [json.loads(line) for line in FACTS_GOLD.read_text("utf-8").splitlines()]
    found = []
    for row in rows:
        if row["document"] != document.id:
            continue
        fact = _fact(document, row["start"], row["end"], _value(row, document.text))
        dimensions = {name: row[name] for name in DIMENSIONS if name in row}
        if str(row.get("indicator", "")).startswith("plan_"):
            dimensions["topic"] = "planning"
        found.append(Observation(fact=fact, **dimensions))
    return [_paired(document, one, found) for one in found]


def _paired(document: Document, one: Observation, others: list[Observation]) -> Observation:
    if one.fact.kind != "percentage":
        return one
    before = [other for other in others if _may_own(document, other, one)]
    if not before:
        return one
    if one.role == "target":
        results = [other for other in before if other.role == "actual"]
        percentages = [other for other in results if other.fact.kind == "percentage"]
        return one.model_copy(update={"target_of": percentages[-1].fact.id})
    if one.role == "actual" and before[-1].fact.kind in ("count", "ratio"):
        return one.model_copy(update={"share_of": before[-1].fact.id})
    return one


def _may_own(document: Document, owner: Observation, one: Observation) -> bool:
    between = document.text[owner.fact.end : one.fact.start]
    return (
        owner.fact.kind in ("count", "ratio", "percentage")
        and owner.fact.sentence_start == one.fact.sentence_start
        and owner.fact.start < one.fact.start
        and ";" not in between
    )


def _mentions(document: Document) -> list[Fact]:
    return [
        _fact(document, place.start(), place.end(), Mention(what=what))
        for what, shape in SET_ASIDE.items()
        for place in regex.finditer(shape, document.text)
    ]


@cache
def _document(name: str) -> Document:
    (path,) = (SHARED / "seeds").glob(f"{name}*")
    text = path.read_text("utf-8")
    lines = regex.finditer(r"[^\n]+", text)
    passages = tuple(Passage(start=line.start(), end=line.end()) for line in lines)
    return Document(id=name, path=path.name, text=text, passages=passages, language="en")


@cache
def _findings(name: str, source: str = "given") -> tuple[Finding, ...]:
    document = _document(name)
    if source == "read":
        (path,) = (SHARED / "seeds").glob(f"{name}*")
        return analyse(path, rulebook=book()).findings
    return check(document, _observations(document), _mentions(document), rulebook=book())


# ── what must come out ────────────────────────────────────────────────────────────────────

ROWS = json.loads(CHECKS_GOLD.read_text("utf-8")) if CHECKS_GOLD.is_file() else []
CORE = [row for row in ROWS if row["tier"] == "core"]
#: Extended rows that need no reading between the lines.
BEYOND = [row for row in ROWS if row["tier"] == "extended" and row["id"] not in ("003-17",)]
SOURCES = ("given", "read")
NAMES = sorted({row["document"] for row in ROWS})


def holds(finding: Finding, spans: Sequence[dict[str, Any]]) -> bool:
    """Whether one finding's numbers hold every span of a row."""
    places = [(finding.start, finding.end), *((one.start, one.end) for one in finding.uses)]
    return all(
        any(start <= span["start"] and span["end"] <= end for start, end in places)
        for span in spans
    )


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("row", [*CORE, *BEYOND], ids=lambda row: row["id"])
def test_row(row: dict[str, Any], source: str) -> None:
    of_check = [one for one in _findings(row["document"], source) if one.check == row["check"]]
    found = [one for one in of_check if holds(one, row["spans"])]
    assert row["verdict"] in {one.verdict for one in found}, (row["why"], found or of_check)
    assert row["alert"] in {one.alert for one in found if one.verdict == row["verdict"]}


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_contradicted_and_only_the_known_places_alert(name: str, source: str) -> None:
    found = _findings(name, source)
    loud = {(one.stated, one.alert) for one in found if one.alert != "none"}
    expected: dict[str, set[tuple[str, str]]] = {row["document"]: set() for row in ROWS}
    assert not [one for one in found if one.verdict == "contradicted"]
    expected["quang-ninh-cadre-work"] = {
        ("16-TB/TW", "warn"),
        ("5.66%", "warn"),
        ("46.66%", "note"),
        ("13.33%", "warn"),
        ("93.4%", "warn"),
    }
    assert loud == expected[name]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("row", [row for row in ROWS if row["trap"]], ids=lambda row: row["id"])
def test_traps_raise_nothing(row: dict[str, Any], source: str) -> None:
    silent = [
        one
        for one in _findings(row["document"], source)
        if one.check == row["check"] and holds(one, row["spans"])
    ]
    assert all(one.alert == "none" for one in silent)


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("name", NAMES)
def test_every_numeric_token_has_a_row(name: str, source: str) -> None:
    found = _findings(name, source)
    places = [place for one in found for place in ((one.start, one.end), *_uses(one))]
    for token in tokens(_document(name).text, terms_of_office(book(), "en")):
        assert any(start <= token.start and token.end <= end for start, end in places), token


def _uses(finding: Finding) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in finding.uses]


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique_and_stay(name: str) -> None:
    found = _findings(name)
    assert len({one.id for one in found}) == len(found)
    again = check(
        _document(name),
        _observations(_document(name)),
        _mentions(_document(name)),
        rulebook=book(),
        lang="vi",
    )
    assert [one.id for one in again] == [one.id for one in found]
    assert {one.kind for one in (one.fact for one in _observations(_document(name)))} <= set(VALUES)


def test_implied_totals_and_bases_are_reported() -> None:
    implied = {
        (one.check, one.implied.low, one.implied.high)
        for name in NAMES
        for one in _findings(name)
        if one.implied
    }
    assert {
        ("count_percent_pair", 3890, 3890),
        ("count_percent_pair", 3234, 3234),
        ("count_percent_pair", 4731, 4756),
        ("shared_base", 53, 53),
        ("shared_base", 227, 227),
        ("shared_base", 708, 708),
    } <= implied


def test_the_smallest_repair_of_the_odd_share() -> None:
    (group,) = (
        one
        for one in _findings("quang-ninh-cadre-work")
        if one.check == "shared_base" and one.stated == "13.33%"
    )
    (repair,) = group.repairs
    assert (repair.text, repair.to, repair.then) == ("93.4%", "93.3%", "15 people, cut off")
