"""Copies of the reports with other figures and shuffled sentences: nothing is known by heart."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from gold import assert_gold
from redraw import Report, as_it_is, load, redraw

from pipeline.flow import analyse_text
from pipeline.rulebook import Rulebook

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SEEDS = range(1, 7)
#: The open samples of the repository whose gold holds no planted error.
CLEAN = ("quang-ninh-cong-tac-can-bo.vi.txt", "hai-duong-de-an-02.vi.txt")


def sources() -> dict[str, tuple[Path, Path, Path]]:
    """Every report with the files of its gold; those of the specification where they are."""
    found = {}
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        gold = SHARED / "gold"
        found[path.name] = (path, gold / "seed_facts.jsonl", gold / "seed_checks.json")
    for name in CLEAN:
        path = ROOT / "corpus" / name
        stem = path.name.split(".")[0]
        facts, checks = (path.with_name(f"{stem}.{end}") for end in ("facts.jsonl", "checks.json"))
        found[name] = (path, facts, checks)
    return found


SOURCES = sources()
by_report = pytest.mark.parametrize("name", SOURCES)
by_seed = pytest.mark.parametrize("seed", SEEDS)


@pytest.mark.skipif(
    not (SHARED / "seeds").is_dir(),
    reason="the reports of the specification are not beside the repository",
)
def test_the_reports_of_the_specification_are_among_them() -> None:
    assert len(SOURCES) == len(CLEAN) + 2


def original(name: str) -> Report:
    return load(*SOURCES[name])


def copy_of(name: str, seed: int, rulebook: Rulebook) -> Report:
    """A copy whose document numbers mean nothing of their own."""
    known = [card.symbol for card in rulebook.known_documents]
    return redraw(original(name), seed, avoid=known)


@by_report
def test_the_copy_is_another_report_with_the_same_gold(name: str, rulebook: Rulebook) -> None:
    """The tool itself: other figures, the same words, and offsets that hold."""
    old, new = original(name), copy_of(name, 1, rulebook)
    assert new.text != old.text
    assert len(new.facts) == len(old.facts)
    assert len(new.checks) == len(old.checks)
    for row in (*new.facts, *(span for check in new.checks for span in check["spans"])):
        assert new.text[row["start"] : row["end"]] == row["text"]
    kinds = sorted(row["kind"] for row in old.facts)
    assert sorted(row["kind"] for row in new.facts) == kinds
    assert len(new.text.splitlines()) == len(old.text.splitlines())
    letters = re.compile(r"[^\W\d_]{2,}")
    assert {"Committee", "ủy"} & set(letters.findall(new.text))
    figures = [row["canonical"] for row in old.facts if row["kind"] in ("percentage", "count")]
    redrawn = [row["canonical"] for row in new.facts if row["kind"] in ("percentage", "count")]
    same = sum(1 for one in redrawn if one in figures)
    assert same < len(figures) / 2


@by_report
def test_a_seed_gives_one_copy(name: str, rulebook: Rulebook) -> None:
    copy = copy_of(name, 2, rulebook)
    assert copy == copy_of(name, 2, rulebook)
    assert copy.text != copy_of(name, 3, rulebook).text


@by_report
def test_the_original_gives_its_gold(name: str, rulebook: Rulebook) -> None:
    report = as_it_is(original(name))
    assert_gold(analyse_text(report.text, rulebook=rulebook, path=name), report)


@by_seed
@by_report
def test_a_redrawn_report_gives_its_gold(name: str, seed: int, rulebook: Rulebook) -> None:
    report = copy_of(name, seed, rulebook)
    assert_gold(analyse_text(report.text, rulebook=rulebook, path=name), report)
