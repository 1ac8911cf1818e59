"""The two reports of the specification: every fact, its dimensions, every core check."""

from __future__ import annotations

from pathlib import Path

import pytest
from gold import assert_gold
from redraw import as_it_is, load

from pipeline.flow import analyse_text
from pipeline.rulebook import Rulebook

SHARED = Path(__file__).parents[2] / "shared"
REPORTS = sorted((SHARED / "seeds").glob("*.txt"))
FACTS = SHARED / "gold" / "seed_facts.jsonl"
CHECKS = SHARED / "gold" / "seed_checks.json"

pytestmark = pytest.mark.skipif(
    not (REPORTS and FACTS.is_file() and CHECKS.is_file()),
    reason="the reports of the specification and their gold are not beside the repository",
)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_a_report_gives_its_gold(path: Path, rulebook: Rulebook) -> None:
    report = as_it_is(load(path, FACTS, CHECKS))
    assert_gold(analyse_text(report.text, rulebook=rulebook, path=path.name), report)


def test_what_the_figures_imply() -> None:
    """The arithmetic of the gold itself, worked out without the pipeline."""
    implied = {
        tuple(row["numbers"]): row["implied"]
        for path in REPORTS
        for row in as_it_is(load(path, FACTS, CHECKS)).checks
        if row["implied"]
    }
    assert implied["33.96%", "5.66%", "98.11%"] == (53, 53)
    assert implied["27.75%", "17.18%", "75.77%"] == (227, 227)
    assert implied["1,524", "39.18%"] == (3890, 3890)
    assert implied["869", "26.87%"] == (3234, 3234)
    assert implied["887", "18.7%"] == (4731, 4756)
