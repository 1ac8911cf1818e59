"""BC102: counts of parts against their total; overlapping counts are no parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.arithmetic import decimal_text
from pipeline.checks.reading import exact_count
from pipeline.checks.report import Report
from pipeline.checks.shared_base_of_pairs import of_one_group, runs_of_pairs
from pipeline.model import Alert, Count, Finding, Observation, Ratio, Verdict

__all__ = ["part_sum"]

_NAME = "part_sum"
#: How far a marker such as *consisting of* may stand behind its total.
_NEAR = 60


def part_sum(report: Report) -> Iterator[Finding]:
    """Parts that the text says make up a total, and lists that only look like such parts."""
    yield from _ratios_of_one_total(report)
    for run in runs_of_pairs(report):
        counts = [pair.counted for pair in run]
        total = sum(pair.k for pair in run)
        yield report.finding(
            _NAME,
            "not_checkable",
            "overlapping_groups" if of_one_group(run) else "no_total",
            counts[0],
            counts[1:],
            computed=str(total),
            words={"sum": report.number(total)},
        )
    for sentence in report.by_sentence.values():
        yield from _made_up_of(report, sentence)


def _ratios_of_one_total(report: Report) -> Iterator[Finding]:
    """115/177 and 138/177 count two properties that one place can have at once."""
    for sentence in report.by_sentence.values():
        by_total: dict[tuple[object, ...], list[tuple[Observation, Ratio]]] = {}
        for one in sentence:
            value = one.fact.value
            if isinstance(value, Ratio) and value.part and value.whole:
                by_total.setdefault((value.whole, one.level), []).append((one, value))
        for listed in by_total.values():
            if len(listed) > 1:
                yield _overlapping(report, listed)


def _overlapping(report: Report, listed: Sequence[tuple[Observation, Ratio]]) -> Finding:
    total = sum(value.part for _, value in listed if value.part)
    places = [one for one, _ in listed]
    return report.finding(
        _NAME,
        "not_checkable",
        "overlapping_groups",
        places[0],
        places[1:],
        computed=decimal_text(total),
        words={"sum": report.number(total)},
    )


# ── a total with a list of what it is made up of ──────────────────────────────────────────


def _made_up_of(report: Report, sentence: Sequence[Observation]) -> Iterator[Finding]:
    for index, total in enumerate(sentence):
        parts = _parts(report, total, sentence[index + 1 :])
        if len(parts) > 1:
            yield _added(report, total, parts)


def _parts(
    report: Report, total: Observation, following: Sequence[Observation]
) -> list[Observation]:
    """The counts after words such as *consisting of*, up to the end of the clause."""
    if exact_count(total) is None or not isinstance(total.fact.value, Count):
        return []
    counts = [one for one in following if isinstance(one.fact.value, Count)]
    if not counts:
        return []
    between = report.between(total, counts[0])
    if len(between) > _NEAR or not report.says("made_up_of", between):
        return []
    parts: list[Observation] = []
    for one in counts:
        if ";" in report.between(total, one) or report.says("partial", report.between(total, one)):
            break
        if exact_count(one) is None or one.change != total.change:
            return []
        parts.append(one)
    return parts


def _added(report: Report, total: Observation, parts: Sequence[Observation]) -> Finding:
    counts = [exact_count(one) or 0 for one in parts]
    whole, added = exact_count(total) or 0, sum(counts)
    verdict: Verdict = "supported"
    alert: Alert = "none"
    reason, condition = "parts_add_up", None
    if max(counts) > whole:
        # Thirteen districts made up of 177 communes: other things are counted.
        verdict, reason = "not_checkable", "other_things_counted"
    elif added != whole:
        reason = "parts_do_not_add_up"
        verdict, alert, condition = report.conflict(total, *parts)
        if verdict == "contradicted" and not _same_things(total, parts):
            verdict, alert = "implausible", "note"
    return report.finding(
        _NAME,
        verdict,
        reason,
        total,
        parts,
        alert=alert,
        condition=condition,
        computed=str(added),
        words={"sum": report.number(added)},
    )


def _same_things(total: Observation, parts: Sequence[Observation]) -> bool:
    """Whether the parts are counted in the unit of the total, or in none of their own."""
    units = {_unit(one) for one in parts} - {None, _unit(total)}
    populations = {one.population for one in (total, *parts)}
    return not units or (len(populations) == 1 and None not in populations)


def _unit(one: Observation) -> str | None:
    value = one.fact.value
    return value.unit.casefold() if isinstance(value, Count) and value.unit else None
