"""What comes out of every open sample report, kept as a file and reviewed as a diff.

``pytest tests/test_golden.py --rewrite-golden`` writes the files anew. Reports that are held
out have none: their facts are not looked at.
"""

import json
import re
from pathlib import Path

import pytest

from pipeline.flow import analyse

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"
INDEX = (ROOT / "corpus/README.md").read_text("utf-8")
HELD_OUT = set(re.findall(r"`([^`]+)` \(\*\*held-out\*\*\)", INDEX))
REPORTS = sorted(
    path
    for path in (ROOT / "corpus").iterdir()
    if path.suffix in (".txt", ".md") and path.name != "README.md" and path.name not in HELD_OUT
)
DIMENSIONS = (
    "province", "level", "body", "population", "attribute", "role", "stage", "change",
    "period", "timing", "base_period", "indicator", "topic",
)  # fmt: skip


def written(path, rulebook):
    analysis = analyse(path, rulebook=rulebook)
    lines = []
    for one in analysis.observations:
        row = {"at": one.fact.start, "kind": one.fact.kind, "canonical": str(one.fact.value)}
        row |= {"text": one.fact.text, "rule": one.fact.rule}
        row |= {name: getattr(one, name) for name in DIMENSIONS if getattr(one, name) is not None}
        lines.append(row)
    for one in analysis.findings:
        if one.alert != "none" or one.verdict in ("contradicted", "implausible", "supported_if"):
            row = {"at": one.start, "check": one.check, "verdict": one.verdict}
            lines.append(row | {"alert": one.alert, "message": one.message})
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in lines)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_what_is_found_is_what_was_reviewed(path, rulebook, request):
    golden = GOLDEN / f"{path.name}.jsonl"
    found = written(path, rulebook)
    if request.config.getoption("--rewrite-golden"):
        golden.write_text(found, encoding="utf-8")
    assert golden.exists(), "no golden file yet: pytest tests/test_golden.py --rewrite-golden"
    assert found == golden.read_text(encoding="utf-8")
