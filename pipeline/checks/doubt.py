"""What OCR is not sure of accuses nobody: a finding on it is a note at most."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from pipeline.checks.report import Report, places
from pipeline.model import Finding, Place

__all__ = ["in_doubt"]


def in_doubt(report: Report, findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings; those on doubtful numbers are notes that say what is doubtful.

    A digit that was read wrong beside a number may have been a part of its sum: what is
    doubtful in a sentence makes all of its numbers so.
    """
    text, weak = report.document.text, _Places(report.document.weak)
    digits = _Places(one for one in weak.ordered if any(map(str.isdigit, text[slice(*one)])))
    facts = (*(one.fact for one in report.observations), *report.mentions)
    sentences = _Places((fact.sentence_start, fact.sentence_end) for fact in facts)
    for finding in findings:
        if finding.alert == "none" or not weak.ordered:
            yield finding
            continue
        numbers = sorted(places(finding))
        beside = [digits.first_in(one) for number in numbers if (one := sentences.first_in(number))]
        doubtful = [one for one in (*map(weak.first_in, numbers), *beside) if one]
        yield _as_note(report, finding, min(doubtful)) if doubtful else finding


class _Places:
    """Places of a text that lie side by side."""

    def __init__(self, listed: Iterable[Place]) -> None:
        self.ordered = sorted(set(listed))

    def first_in(self, place: Place) -> Place | None:
        """The first of them that shares a character with a place."""
        before = bisect_right(self.ordered, place[0], key=lambda one: one[1])
        found = self.ordered[before] if before < len(self.ordered) else None
        return found if found and found[0] < place[1] else None


def _as_note(report: Report, finding: Finding, doubtful: Place) -> Finding:
    condition = report.phrase("condition.weak", text=report.document.text[slice(*doubtful)])
    verdict = "implausible" if finding.verdict == "contradicted" else finding.verdict
    return finding.model_copy(
        update={
            "verdict": verdict,
            "alert": "note",
            "condition": condition,
            "message": f"{finding.message}; {condition}",
        }
    )
