"""BC206: a number against what other reports of the same province state for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.arithmetic import holds
from pipeline.checks.reading import claimed, meaning, measured
from pipeline.checks.repeat_mention import same_fact
from pipeline.checks.report import Report
from pipeline.model import Finding, Observation

__all__ = ["cross_document"]

_NAME = "cross_document"


def cross_document(report: Report) -> Iterator[Finding]:
    """Every number that earlier reports state too, for the same place, group and period."""
    if not report.earlier:
        return
    index: dict[tuple[str | None, ...], list[Observation]] = {}
    for other in report.earlier:
        if other.fact.document != report.document.id:
            index.setdefault(_key(other), []).append(other)
    for one in report.in_order:
        if one.indicator is None or one.province is None or measured(one) is None:
            continue
        others = [other for other in index.get(_key(one), ()) if same_fact(one, other)]
        if others:
            yield _compared(report, one, others)


def _key(one: Observation) -> tuple[str | None, ...]:
    """Reports of two periods, or of unknown ones, state two facts."""
    return (one.indicator, one.province, one.level, one.body, one.population, one.period)


def _compared(report: Report, one: Observation, others: Sequence[Observation]) -> Finding:
    different = [other for other in others if not _agree(one, other)]
    if not different:
        return report.finding(
            _NAME,
            "supported",
            "documents_agree",
            one,
            computed=_texts(others),
            words={"others": _texts(others)},
        )
    # Corrections and later counts are the normal cause; only one day and one group leave none.
    same = one.period is not None and one.population is not None
    verdict, alert, condition = report.conflict(one)
    return report.finding(
        _NAME,
        verdict if same else "implausible",
        "documents_differ",
        one,
        alert=alert if same else "note",
        condition=condition,
        computed=_texts(different),
        words={"others": _texts(different)},
    )


def _agree(one: Observation, two: Observation) -> bool:
    first, second = measured(one), measured(two)
    if first is None or second is None or meaning(first).meets(meaning(second)):
        return True
    vague, precise = (second, first) if first.comparator == "=" else (first, second)
    return holds(meaning(precise), claimed(vague)) != "false"


def _texts(others: Sequence[Observation]) -> str:
    return "; ".join(dict.fromkeys(f"{one.fact.text} ({one.fact.path})" for one in others))
