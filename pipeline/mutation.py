"""Planted errors: how many of them `check` finds, and what it says of harmless changes.

A statement that agrees is changed in one number, in the text, so that reading it again is
tested too. Whether the change can be seen at all is worked out from the numbers alone, with
exact fractions; what cannot be seen is not counted as missed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from random import Random
from typing import Literal, NamedTuple

from pipeline.arithmetic import holds, percent_of, printed, printed_as
from pipeline.checks.groups import fit
from pipeline.checks.reading import Measured, claimed, meaning, measured
from pipeline.checks.repairs import rewritten
from pipeline.checks.report import Report
from pipeline.checks.target_attainment import is_to_come
from pipeline.evaluate import wilson
from pipeline.model import (
    Analysis,
    Document,
    Finding,
    Model,
    Observation,
    Passage,
    Percentage,
    Ratio,
)
from pipeline.rulebook import Rulebook

__all__ = ["EDITS", "HARMLESS", "Planted", "Tally", "mutate", "planted_edits"]

#: The four classical typing errors, and three that reports are known for.
EDITS = (
    "digit_changed",
    "digits_exchanged",
    "digit_dropped",
    "digit_doubled",
    "last_digit",
    "point_moved",
    "copied",
)
#: Changes that leave a statement right.
HARMLESS = ("untouched", "cut_off", "zero_dropped", "nearly")

_AGREE = ("supported", "consistent")
_SEEN = ("contradicted", "implausible", "supported_if")
_NEARLY = {"en": "nearly ", "vi": "gần "}
#: How many paragraphs around a statement are read again with it.
_BEFORE, _AFTER = 4, 1
_SUGGESTIONS = 3

Outcome = Literal["agrees", "slip", "refuted"]
Again = Callable[[Document], Analysis]


class Tally(Model):
    """What came of the edits of one kind.

    ``detectable`` are those that no rounding to nearest explains, ``refutable`` those that no
    rounding explains; ``repaired`` are those whose undoing is among the first three
    suggestions, ``alarms`` the harmless ones that raised a warning or an error.

    >>> tally = Tally(planted=10, extracted=10, detectable=8, detected=6)
    >>> tally.recall, [round(bound, 2) for bound in tally.recall_interval]
    (0.75, [0.41, 0.93])
    """

    planted: int = 0
    extracted: int = 0
    detectable: int = 0
    detected: int = 0
    refutable: int = 0
    refuted: int = 0
    repaired: int = 0
    controls: int = 0
    alarms: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(**{name: getattr(self, name) + value for name, value in other})

    @property
    def recall(self) -> float | None:
        """The share of what can be seen that was."""
        return self.detected / self.detectable if self.detectable else None

    @property
    def recall_interval(self) -> tuple[float, float]:
        """The 95% interval of the recall."""
        return wilson(self.detected, self.detectable)

    @property
    def alarm_interval(self) -> tuple[float, float]:
        """The 95% interval of the share of harmless changes that raised an alarm."""
        return wilson(self.alarms, self.controls)


class Number(NamedTuple):
    """One printed number of a statement: of which fact, and which side of a ratio."""

    one: Observation
    value: Decimal
    last: bool = False


@dataclass(frozen=True)
class Statement:
    """Numbers that agree, and what becomes of that when they are others."""

    finding: Finding
    numbers: tuple[Number, ...]
    judge: Callable[[Sequence[Decimal]], Outcome]


class Planted(NamedTuple):
    """One edit of one number: what is written in its place, and what that should lead to."""

    check: str
    edit: str
    number: Number
    text: str
    outcome: Outcome

    @property
    def harmless(self) -> bool:
        """Whether the statement is still right."""
        return self.edit in HARMLESS


def mutate(
    analyses: Iterable[Analysis], again: Again, rulebook: Rulebook, *, seed: int = 0
) -> Mapping[tuple[str, str], Tally]:
    """Plant one edit of each kind in each number of the statements that agree.

    The tallies are by check and kind of edit. ``again`` reads a changed document.
    """
    found: dict[tuple[str, str], Tally] = {}
    for analysis in analyses:
        for statement in _statements(analysis, rulebook):
            excerpt = _excerpt(analysis, statement, again)
            # Chance decides which error is planted; nothing here is secret.
            random = Random(f"{seed} {statement.finding.id}")  # noqa: S311
            for planted in planted_edits(analysis, statement, random):
                key = planted.check, planted.edit
                found[key] = found.get(key, Tally()) + _outcome(excerpt, planted, again)
    return found


# ── statements ────────────────────────────────────────────────────────────────────────────


def _statements(analysis: Analysis, rulebook: Rulebook) -> Iterator[Statement]:
    by_place = {(one.fact.start, one.fact.end): one for one in analysis.observations}
    report = Report(
        document=analysis.document,
        observations=analysis.observations,
        mentions=analysis.mentions,
        rulebook=rulebook,
    )
    for finding in analysis.findings:
        if finding.verdict not in _AGREE or finding.check not in _READERS:
            continue
        places = [(finding.start, finding.end), *((one.start, one.end) for one in finding.uses)]
        used = [by_place[place] for place in places if place in by_place]
        if len(used) != len(places):
            continue
        statement = _READERS[finding.check](finding, used, report)
        if statement and statement.judge([one.value for one in statement.numbers]) == "agrees":
            yield statement


def _ratio_percent(
    finding: Finding, used: Sequence[Observation], report: Report
) -> Statement | None:
    share, part, *rest = used
    percent, ratio = _bare(share), part.fact.value
    numbers: tuple[Number | None, ...]
    if isinstance(ratio, Ratio) and ratio.part and ratio.whole:
        numbers = (percent, Number(part, ratio.part), Number(part, ratio.whole, last=True))
    elif rest:
        numbers = (percent, _bare(part), _bare(rest[0]))
    else:
        return None
    known = tuple(one for one in numbers if one is not None)
    return Statement(finding, known, _judge_share) if len(known) == len(numbers) else None


def _judge_share(values: Sequence[Decimal]) -> Outcome:
    percent, part, whole = values
    if not 0 < part <= whole or percent > 100:
        return "refuted"
    exact = percent_of(part, whole)
    if printed(percent).contains(exact):
        return "agrees"
    return "slip" if printed(percent, "any").contains(exact) else "refuted"


def _part_sum(finding: Finding, used: Sequence[Observation], report: Report) -> Statement | None:
    numbers = tuple(number for one in used if (number := _bare(one)))
    return Statement(finding, numbers, _judge_sum) if len(numbers) == len(used) > 2 else None


def _judge_sum(values: Sequence[Decimal]) -> Outcome:
    return "agrees" if values[0] == sum(values[1:]) else "refuted"


def _target_attainment(
    finding: Finding, used: Sequence[Observation], report: Report
) -> Statement | None:
    if finding.reason != "target_met_for_every_rounding":
        return None  # Shares of a plan are no targets.
    if is_to_come(report, *used):
        return None  # A result that does not reach it yet is no error.
    result, target = (measured(one) for one in used)
    if result is None or target is None:
        return None
    card = report.rulebook.indicator_by_id.get(used[1].indicator or "")
    lower = card is not None and card.direction == "lower" and used[1].change is None
    numbers = tuple(Number(one, value) for one in used if (value := _number(one)) is not None)

    def judge(values: Sequence[Decimal]) -> Outcome:
        actual, bound = _with(result, values[0]), _with(target, values[1])
        truth = holds(meaning(actual), claimed(bound, bare="<=" if lower else ">="))
        return "agrees" if truth == "true" else "slip"

    return Statement(finding, numbers, judge)


def _with(value: Measured, number: Decimal) -> Measured:
    return value.model_copy(update={"number": number})


def _shared_base(finding: Finding, used: Sequence[Observation], report: Report) -> Statement | None:
    numbers = tuple(number for one in used if (number := _bare(one)))
    body = (used[0].level, used[0].body)
    cap = next((one.cap for one in report.rulebook.caps if (one.level, one.body) == body), None)

    def judge(values: Sequence[Decimal]) -> Outcome:
        outcome = fit(tuple(values), cap).outcome
        return "agrees" if outcome in ("nearest", "no_power") else "slip"

    return Statement(finding, numbers, judge) if len(numbers) == len(used) else None


_READERS: Mapping[str, Callable[[Finding, Sequence[Observation], Report], Statement | None]] = {
    "ratio_percent": _ratio_percent,
    "part_sum": _part_sum,
    "target_attainment": _target_attainment,
    "shared_base": _shared_base,
}


def _bare(one: Observation) -> Number | None:
    value = measured(one)
    bare = value is not None and value.comparator == "=" and value.upto is None
    return Number(one, number) if bare and (number := _number(one)) is not None else None


def _number(one: Observation) -> Decimal | None:
    value = measured(one)
    return None if value is None else value.number


# ── edits ─────────────────────────────────────────────────────────────────────────────────


def planted_edits(analysis: Analysis, statement: Statement, random: Random) -> Iterator[Planted]:
    """One edit of each kind for each number, and the harmless changes."""
    values = [one.value for one in statement.numbers]
    others = _copies(analysis)
    for at, number in enumerate(statement.numbers):
        for edit, value in _slips(number, others, random):
            text = rewritten(number.one.fact.text, number.value, value, last=number.last)
            if text is None or text == number.one.fact.text:
                continue
            outcome = statement.judge([*values[:at], value, *values[at + 1 :]])
            yield Planted(statement.finding.check, edit, number, text, outcome)
    yield from _harmless(analysis, statement)


def _copies(analysis: Analysis) -> Sequence[Decimal]:
    """The percentages and counts of the report, which may be written in a wrong place."""
    return [value for one in analysis.observations if (value := _number(one)) is not None]


def _slips(
    number: Number, others: Sequence[Decimal], random: Random
) -> Iterator[tuple[str, Decimal]]:
    exponent = int(number.value.as_tuple().exponent)
    digits = str(abs(int(number.value.scaleb(-exponent))))
    for edit, written in _typed(digits, random):
        value = Decimal(int(written)).scaleb(exponent)
        if value > 0 and written[0] != "0":
            yield edit, value
    if exponent < 0:
        yield "point_moved", number.value.scaleb(1)
    alike = [one for one in others if one != number.value and one.as_tuple().exponent == exponent]
    if alike:
        yield "copied", random.choice(alike)


def _typed(digits: str, random: Random) -> Iterator[tuple[str, str]]:
    at = random.randrange(len(digits))
    digit = random.choice([one for one in "0123456789" if one != digits[at]])
    yield "digit_changed", digits[:at] + digit + digits[at + 1 :]
    yield "digit_doubled", digits[: at + 1] + digits[at:]
    yield "last_digit", str(int(digits) + random.choice((-1, 1)))
    if len(digits) > 1:
        yield "digit_dropped", digits[:at] + digits[at + 1 :]
        at = min(at, len(digits) - 2)
        yield "digits_exchanged", digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]


def _harmless(analysis: Analysis, statement: Statement) -> Iterator[Planted]:
    check, number = statement.finding.check, statement.numbers[0]
    fact = number.one.fact
    yield Planted(check, "untouched", number, fact.text, "agrees")
    if check != "ratio_percent" or not isinstance(fact.value, Percentage):
        return
    exact = percent_of(statement.numbers[1].value, statement.numbers[2].value)
    cut = printed_as(exact, fact.value.decimals, "cut_off")
    whole = Decimal(ceil(exact))
    changes = [("cut_off", "", cut)]
    if fact.value.decimals and exact < whole <= 100:
        changes.append(("nearly", _NEARLY[analysis.document.language], whole))
    digits = format(number.value, "f")
    if fact.value.decimals and digits.endswith("0"):
        changes.append(("zero_dropped", "", Decimal(digits[:-1].rstrip("."))))
    for edit, word, value in changes:
        text = rewritten(fact.text, number.value, value)
        if text is not None and word + text != fact.text:
            yield Planted(check, edit, number, word + text, "agrees")


# ── reading again ─────────────────────────────────────────────────────────────────────────


class _Excerpt(NamedTuple):
    """A document, or the part of one around a statement, and what is said of it."""

    document: Document
    offset: int
    findings: tuple[Finding, ...]


def _excerpt(analysis: Analysis, statement: Statement, again: Again) -> _Excerpt:
    """The paragraphs around a statement, where they lead to the same finding as the whole."""
    document, passages = analysis.document, analysis.document.passages
    used = [number.one.fact.passage for number in statement.numbers]
    first, last = max(0, min(used) - _BEFORE), max(used) + _AFTER
    part = _part(document, passages[first : last + 1])
    if part is not None:
        offset = passages[first].start
        findings = again(part).findings
        if any(_same(one, statement.finding, offset) for one in findings):
            return _Excerpt(part, offset, findings)
    return _Excerpt(document, 0, analysis.findings)


def _part(document: Document, passages: Sequence[Passage]) -> Document | None:
    if any(one.headers for one in passages):
        return None
    start, end = passages[0].start, passages[-1].end
    moved = (
        one.model_copy(update={"start": one.start - start, "end": one.end - start, "lines": ()})
        for one in passages
    )
    return document.model_copy(
        update={"text": document.text[start:end], "passages": tuple(moved), "weak": ()}
    )


def _same(one: Finding, two: Finding, offset: int) -> bool:
    return (one.check, one.verdict, one.stated, one.start) == (
        two.check,
        two.verdict,
        two.stated,
        two.start - offset,
    )


def _outcome(excerpt: _Excerpt, planted: Planted, again: Again) -> Tally:
    fact = planted.number.one.fact
    start = fact.start - excerpt.offset
    end = start + len(planted.text)
    analysis = again(_changed(excerpt.document, start, start + len(fact.text), planted.text))
    touching = [one for one in analysis.findings if _touches(one, start, end)]
    if planted.harmless:
        return Tally(controls=1, alarms=int(_alarming(touching, excerpt.findings)))
    seen = [one for one in touching if one.verdict in _SEEN]
    back = any(
        (repair.start, repair.to) == (start, fact.text)
        for one in seen
        for repair in one.repairs[:_SUGGESTIONS]
    )
    detectable, refutable = planted.outcome != "agrees", planted.outcome == "refuted"
    return Tally(
        planted=1,
        extracted=int(
            any(
                (one.fact.start, one.fact.end, one.fact.kind) == (start, end, fact.kind)
                for one in analysis.observations
            )
        ),
        detectable=int(detectable),
        detected=int(detectable and bool(seen)),
        refutable=int(refutable),
        refuted=int(refutable and any(one.verdict == "contradicted" for one in seen)),
        repaired=int(detectable and back),
    )


def _changed(document: Document, start: int, end: int, text: str) -> Document:
    """The document with other words in one place, and its paragraphs where they are then."""
    by = len(text) - (end - start)

    def moved(place: int) -> int:
        return place + by if place >= end else place

    passages = tuple(
        one.model_copy(
            update={
                "start": moved(one.start),
                "end": moved(one.end),
                "headers": tuple((moved(low), moved(high)) for low, high in one.headers),
                "lines": (),
            }
        )
        for one in document.passages
    )
    written = document.text[:start] + text + document.text[end:]
    return document.model_copy(update={"text": written, "passages": passages, "weak": ()})


def _touches(finding: Finding, start: int, end: int) -> bool:
    places = [(finding.start, finding.end), *((one.start, one.end) for one in finding.uses)]
    return any(low < end and start < high for low, high in places)


def _alarming(touching: Sequence[Finding], before: Sequence[Finding]) -> bool:
    known = {(one.check, one.reason) for one in before if one.alert in ("warn", "error")}
    return any(
        one.alert in ("warn", "error") and (one.check, one.reason) not in known for one in touching
    )
