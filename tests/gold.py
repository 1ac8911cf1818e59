"""What an analysis is held against: the facts and checks that a report must give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from redraw import Report, Row

from pipeline.model import Analysis, Finding, Observation

#: The dimensions that a report states of a number.
STATED = (
    *("province", "level", "body", "population", "attribute", "role", "change", "period"),
    *("indicator", "issued"),
)
#: The dimensions that must stay empty where the report does not state them.
UNSTATED = ("level", "body", "attribute", "change")
#: Runs of digits with inner separators, and the Roman numerals of terms.
_TOKENS = re.compile(r"\d+(?:[.,/:–-]\d+)*|(?<=\bterm )[IVX]+\b|(?<=\bkhóa )[IVX]+\b")

#: Checks whose rows are judgements across sentences, where the gold does not say which are core.
_JUDGEMENTS = ("cross_statement", "label_comparison", "nested_counts", "summary_claim")

LEAST_STATED = 0.95
MOST_UNSTATED = 0.05


def _fact_rows(analysis: Analysis) -> dict[tuple[int, int, str], Observation]:
    return {(one.fact.start, one.fact.end, one.fact.kind): one for one in analysis.observations}


def wrong_facts(analysis: Analysis, report: Report) -> Iterator[str]:
    """Facts that are missing, found where none is, or that mean something else."""
    found = _fact_rows(analysis)
    wanted = {(row["start"], row["end"], row["kind"]): row for row in report.facts}
    for place in sorted(wanted.keys() - found.keys()):
        start, end, kind = place
        over = [one for one in found.values() if one.fact.start < end and start < one.fact.end]
        instead = ", ".join(f"{one.fact.kind} [{one.fact.text}]" for one in over) or "nothing"
        around = report.text[max(0, start - 40) : end + 40]
        yield f"missing {kind} [{wanted[place]['text']}], found {instead}: …{around}…"
    for place in sorted(found.keys() - wanted.keys()):
        fact = found[place].fact
        around = report.text[max(0, fact.start - 40) : fact.end + 40]
        yield f"unwanted {fact.kind} [{fact.text}] by {fact.rule}: …{around}…"
    for place in sorted(wanted.keys() & found.keys()):
        fact = found[place].fact
        if str(fact.value) != wanted[place]["canonical"]:
            yield f"[{fact.text}] is {fact.value}, not {wanted[place]['canonical']} ({fact.rule})"


def wrong_dimensions(analysis: Analysis, report: Report) -> tuple[list[str], int]:
    """Stated dimensions that were not found so, and how many are stated."""
    found = _fact_rows(analysis)
    wrong, stated = [], 0
    for row in report.facts:
        one = found.get((row["start"], row["end"], row["kind"]))
        dumped = one.model_dump() if one else {}
        for name in STATED:
            if name in row:
                stated += 1
                if dumped.get(name) != row[name]:
                    wrong.append(f"[{row['text']}] {name}: {dumped.get(name)}, not {row[name]}")
    return wrong, stated


def unstated_dimensions(analysis: Analysis, report: Report) -> list[str]:
    """Facts with a level, body, attribute or change that the report does not state for them."""
    wanted = {(row["start"], row["end"], row["kind"]): row for row in report.facts}
    told = []
    for place, one in _fact_rows(analysis).items():
        row = wanted.get(place, {})
        more = {name: getattr(one, name) for name in UNSTATED if name not in row}
        more = {name: value for name, value in more.items() if value is not None}
        if more:
            told.append(f"[{one.fact.text}] has {more}, which nobody states")
    return told


def places(finding: Finding) -> list[tuple[int, int]]:
    """Where a finding points."""
    return [(finding.start, finding.end), *((one.start, one.end) for one in finding.uses)]


def holds(finding: Finding, spans: Iterable[Row]) -> bool:
    """Whether the numbers of a finding hold every span of a row."""
    return all(
        any(start <= span["start"] and span["end"] <= end for start, end in places(finding))
        for span in spans
    )


def wrong_checks(findings: Sequence[Finding], report: Report) -> Iterator[str]:
    """Core rows that no finding gives by name and verdict, with the base that they imply."""
    for row in report.checks:
        judgement = "extended" if row["check"] in _JUDGEMENTS else "core"
        if row.get("tier", judgement) != "core":
            continue
        numbers = ", ".join(span["text"] for span in row["spans"])
        named = [one for one in findings if one.check == row["check"] and holds(one, row["spans"])]
        right = [one for one in named if one.verdict == row["verdict"]]
        if not right:
            near = [one for one in findings if any(holds(one, [span]) for span in row["spans"])]
            told = {f"{one.check} {one.verdict} ({one.reason})" for one in named or near}
            yield f"{row['check']} {row['verdict']} of {numbers}: found {', '.join(sorted(told))}"
        elif row.get("implied"):
            low, high = row["implied"]
            given = [(one.implied.low, one.implied.high) for one in right if one.implied]
            if (low, high) not in given:
                yield f"{row['check']} of {numbers}: implied {low} to {high}, found {given}"


def contradictions(findings: Sequence[Finding], report: Report) -> Iterator[str]:
    """Contradictions that the gold does not know."""
    known = [row for row in report.checks if row["verdict"] == "contradicted"]
    for one in findings:
        if one.verdict == "contradicted" and not any(holds(one, row["spans"]) for row in known):
            yield f"{one.check} contradicts [{one.stated}]: {one.message}"


def uncovered(findings: Sequence[Finding], report: Report) -> Iterator[str]:
    """Numeric tokens of which no finding speaks."""
    spoken = [place for one in findings for place in places(one)]
    for token in _TOKENS.finditer(report.text):
        if not any(start <= token.start() and token.end() <= end for start, end in spoken):
            around = report.text[max(0, token.start() - 30) : token.end() + 30]
            yield f"no finding for {token[0]}: …{around}…"


def assert_gold(analysis: Analysis, report: Report) -> None:
    """Hold an analysis against its gold; everything that is wrong is said at once."""
    problems = list(wrong_facts(analysis, report))
    wrong, stated = wrong_dimensions(analysis, report)
    if len(wrong) > (1 - LEAST_STATED) * stated:
        problems.append(f"{len(wrong)} of {stated} stated dimensions are wrong:")
        problems += [f"    {line}" for line in wrong]
    told = unstated_dimensions(analysis, report)
    if len(told) > MOST_UNSTATED * len(report.facts):
        problems.append(f"{len(told)} of {len(report.facts)} facts say what nobody states:")
        problems += [f"    {line}" for line in told]
    problems += wrong_checks(analysis.findings, report)
    problems += contradictions(analysis.findings, report)
    problems += uncovered(analysis.findings, report)
    assert not problems, "\n".join(["", *problems])
