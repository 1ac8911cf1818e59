"""BC402: numbers of conferences and terms; that two of them are equal means nothing."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.report import Report
from pipeline.model import Fact, Finding, Mention

__all__ = ["ordinal"]


def ordinal(report: Report) -> Iterator[Finding]:
    """One row for the ordinals of every sentence."""
    by_sentence: dict[int, list[Fact]] = {}
    for one in report.mentions:
        if isinstance(one.value, Mention) and one.value.what == "ordinal":
            by_sentence.setdefault(one.sentence_start, []).append(one)
    for first, *others in by_sentence.values():
        yield report.finding("ordinal", "not_checkable", "ordinal", first, others)
