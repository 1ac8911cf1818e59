"""Planted errors are found, and harmless changes raise nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from io import StringIO
from pathlib import Path
from random import Random

import pytest
from cards import book
from hypothesis import given
from hypothesis import strategies as some
from rich.console import Console
from typer.testing import CliRunner

from pipeline import mutation
from pipeline.arithmetic import percent_of, printed_as
from pipeline.cli import app
from pipeline.display import Talk, mutated
from pipeline.flow import analyse_text, pipeline_of
from pipeline.model import Analysis, Document
from pipeline.mutation import EDITS, HARMLESS, Tally, mutate, planted_edits

#: One statement a paragraph, so that none depends on another.
REPORTS = {
    "en": """The model is applied in 115/177 communes (65%) and in 12/13 districts (92.3%).

The merger leaves 193 units (175 communes, 5 wards, 13 towns).

In the year 86.4% of cadres were trained (the target is not less than 70%).

Planning for members of the Provincial Party Executive Committee has a female ratio of 33.96%, \
young cadres under 40 years old accounting for 5.66%, and those with a university degree \
accounting for 98.11%.
""",
    "vi": """Mô hình được thực hiện tại 115/177 xã (65%) và 37/204 đơn vị (18,14%).

Toàn tỉnh kỷ luật 244 đảng viên (khiển trách 194, cảnh cáo 33, cách chức 8, khai trừ 9).

Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ đạt 97,35% (chỉ tiêu là 95%).
""",
}
#: Two edits in three must be seen where they can be; the rest changes what is read at all.
LEAST = 0.66


def again(document: Document) -> Analysis:
    return pipeline_of(book())(document)


@cache
def analysis(language: str) -> Analysis:
    return analyse_text(REPORTS[language], rulebook=book(), path=f"{language}.txt")


@cache
def short() -> Analysis:
    return analyse_text(REPORTS["en"].split("\n")[0], rulebook=book())


def tallies(language: str, seed: int) -> Mapping[tuple[str, str], Tally]:
    return mutate([analysis(language)], again, book(), seed=seed)


@pytest.mark.parametrize("language", REPORTS)
def test_what_can_be_seen_is_seen(language: str) -> None:
    found = tallies(language, 1)
    checks = {check for check, _ in found}
    assert {"ratio_percent", "part_sum", "target_attainment"} <= checks
    assert {edit for _, edit in found} <= {*EDITS, *HARMLESS}
    total = sum(found.values(), Tally())
    assert total.planted >= total.detectable >= total.detected >= total.refuted
    assert total.recall is not None and total.recall >= LEAST
    assert total.alarms == 0 < total.controls


@pytest.mark.parametrize("edit", HARMLESS)
def test_every_harmless_change_is_tried(edit: str) -> None:
    text = "It holds in 115/177 communes (65%), in 45/60 towns (75.0%) and 12/13 wards (92.3%)."
    report = analyse_text(text, rulebook=book())
    found = mutate([report], again, book())
    assert found["ratio_percent", edit].controls
    assert found["ratio_percent", edit].alarms == 0


def test_a_seed_plants_the_same_errors() -> None:
    statement = next(iter(mutation._statements(analysis("en"), book())))
    one, same, other = (
        list(planted_edits(analysis("en"), statement, Random(seed))) for seed in (1, 1, 2)
    )
    assert one == same != other


def test_a_checker_that_says_nothing_finds_nothing() -> None:
    def silent(document: Document) -> Analysis:
        return again(document).model_copy(update={"findings": ()})

    total = sum(mutate([short()], silent, book()).values(), Tally())
    assert (total.detected, total.repaired, total.recall) == (0, 0, 0.0)
    assert total.extracted > 0


def test_a_checker_that_accuses_everything_raises_alarms() -> None:
    def loud(document: Document) -> Analysis:
        read = again(document)
        accused = tuple(
            one.model_copy(update={"verdict": "contradicted", "alert": "error", "reason": "no"})
            for one in read.findings
        )
        return read.model_copy(update={"findings": accused})

    total = sum(mutate([short()], loud, book()).values(), Tally())
    assert total.alarms == total.controls > 0


@given(part=some.integers(1, 400), more=some.integers(0, 400), decimals=some.integers(0, 2))
def test_the_oracle_agrees_with_what_was_printed_right(part: int, more: int, decimals: int) -> None:
    judge: Callable[[list[Decimal]], str] = mutation._judge_share
    whole = part + more
    exact = percent_of(part, whole)
    numbers = [Decimal(part), Decimal(whole)]
    assert judge([printed_as(exact, decimals), *numbers]) == "agrees"
    assert judge([printed_as(exact, decimals, "cut_off"), *numbers]) in ("agrees", "slip")
    assert judge([printed_as(exact, decimals) + 2, *numbers]) == "refuted"


def test_an_edit_changes_one_number_in_its_own_way_of_writing() -> None:
    (statement,) = (
        one
        for one in mutation._statements(analysis("vi"), book())
        if one.finding.stated == "18,14%"
    )
    for planted in planted_edits(analysis("vi"), statement, Random(3)):
        assert planted.harmless or planted.text != planted.number.one.fact.text
        assert "." not in planted.text


def test_what_was_found_is_shown_by_check_and_by_edit() -> None:
    found = {("part_sum", "copied"): Tally(planted=4, detectable=4, detected=3)}
    written = StringIO()
    for one in mutated(found, Talk("en")):
        Console(width=120, file=written).print(one)
    shown = written.getvalue()
    assert [shown.count(word) for word in ("part_sum", "copied", "0.750")] == [1, 1, 3]


def test_the_command_prints_what_was_found(tmp_path: Path) -> None:
    tmp_path.joinpath("report.txt").write_text(REPORTS["en"].split("\n")[0], "utf-8")
    row = {"document": "report", "kind": "ratio", "canonical": "115/177", "text": "115/177"}
    gold = tmp_path / "report.jsonl"
    gold.write_text(json.dumps({**row, "start": 24, "end": 31}) + "\n", "utf-8")
    shown = CliRunner().invoke(app, ["eval", str(gold), "--mutate", "--json", "--min", "1"])
    assert shown.exit_code == 1
    records = [json.loads(line) for line in shown.stdout.splitlines()]
    assert {record["part"] for record in records} == {"all", "check", "edit", "check_and_edit"}
    assert LEAST <= records[0]["recall"] < 1


@pytest.mark.parametrize(
    ("target", "is_planted"),
    [("the target is not less than 70%", True), ("target for the end of 2025: over 70%", False)],
)
def test_a_target_for_later_proves_no_error(target: str, is_planted: bool) -> None:
    text = f"In 2023, 86.4% of households used clean water ({target})."
    found = mutate([analyse_text(text, rulebook=book())], again, book())
    assert any(check == "target_attainment" for check, _ in found) == is_planted
