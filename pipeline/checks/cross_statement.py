"""BC203: a general requirement held against the figures of single bodies.

A norm is no data: a figure below it is in tension with it, never contradicted by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from pipeline.arithmetic import Interval, decimal_text, holds
from pipeline.checks.families import covers
from pipeline.checks.groups import Group, groups
from pipeline.checks.reading import claimed, is_share, meaning, role_of, share
from pipeline.checks.report import Report
from pipeline.checks.target_attainment import is_due_later
from pipeline.model import Finding, Observation, Percentage

__all__ = ["cross_statement"]

_NAME = "cross_statement"
#: A gap of less than this many points, or than one person, is worth a note at most.
_SMALL = Fraction(2)
#: No report sets more requirements than this for one thing.
_MANY = 12


def cross_statement(report: Report) -> Iterator[Finding]:
    """Every requirement without a body, or for a kind of body, against each specific share."""
    people = {one.fact.id: _person(group) for group in groups(report) for one in group.members}
    figures = _figures(report)
    for norm in _norms(report):
        for figure in figures.get(norm.attribute, ()):
            if _speaks_of(norm, figure):
                yield from _held(report, norm, figure, people.get(figure.fact.id))


def _figures(report: Report) -> Mapping[str | None, Sequence[Observation]]:
    """The shares of single bodies or groups that are figures, by attribute."""
    found: dict[str | None, list[Observation]] = {}
    for one in report.in_order:
        specific = one.body is not None or one.population is not None
        if specific and role_of(one) in ("plan", "actual") and is_share(one):
            found.setdefault(one.attribute, []).append(one)
    return found


def _norms(report: Report) -> list[Observation]:
    """The requirements for shares; one that is repeated counts once.

    Many for one thing are a collection of reports: which of them a figure is under, nobody says.
    """
    found: dict[tuple[str | None, ...], Observation] = {}
    for one in report.in_order:
        if one.role == "requirement" and share(one) and one.attribute is not None:
            key = (str(one.fact.value), one.attribute, one.topic, one.level, one.body)
            found.setdefault(key, one)
    norms = [one for one in found.values() if not _is_of_some(report, one)]
    things = Counter(map(_thing, norms))
    return [one for one in norms if things[_thing(one)] <= _MANY]


def _is_of_some(report: Report, norm: Observation) -> bool:
    """Whether a norm is that of units which its clause counts: *3 sở chưa đạt tỷ lệ nữ 25%*."""
    counted = [
        one
        for one in report.by_sentence[norm.fact.sentence_start]
        if one.fact.kind in ("count", "ratio") and one.fact.end <= norm.fact.start
    ]
    return any(
        one.population is None
        and one.attribute is None
        and ";" not in (between := report.between(one, norm))
        and (one.level is not None or report.says("negated", between))
        for one in counted
    )


def _thing(norm: Observation) -> tuple[str | None, ...]:
    return (norm.attribute, norm.topic, norm.indicator)


def _speaks_of(norm: Observation, figure: Observation) -> bool:
    same_topic = norm.topic is not None and norm.topic == figure.topic
    same_indicator = norm.indicator is not None and norm.indicator == figure.indicator
    return (
        (same_topic or same_indicator)
        and norm.level in (None, "all", figure.level)
        and norm.target_of != figure.fact.id
        and norm.fact.sentence_start != figure.fact.sentence_start
    )


def _held(
    report: Report, norm: Observation, figure: Observation, person: Fraction | None
) -> Iterator[Finding]:
    bound, value = norm.fact.value, figure.fact.value
    if not isinstance(bound, Percentage) or not isinstance(value, Percentage):
        return
    if bound.comparator == "=" and bound.upto is None:
        # A bare norm says neither at least nor at most.
        return
    if bound.upto is not None and _is_the_more_the_better(report, norm):
        # *Yêu cầu từ 20 - 25% nữ*: more than that is no less than asked for.
        bound = bound.model_copy(update={"upto": None, "comparator": ">="})
    truth = holds(meaning(value), claimed(bound))
    if truth == "true":
        yield report.finding(_NAME, "consistent", "bound_met", figure, [norm])
    elif is_due_later(report, figure, norm):
        yield report.finding(_NAME, "not_checkable", "due_later", figure, [norm])
    elif not covers(norm.body, figure.body) or _is_told(report, figure, norm):
        yield report.finding(_NAME, "not_checkable", "scope_differs", figure, [norm])
    elif truth == "open":
        yield report.finding(_NAME, "not_checkable", "rounding_hides_answer", figure, [norm])
    else:
        gap = _gap(meaning(bound), value)
        yield report.finding(
            _NAME,
            "implausible",
            "tension_with_general_statement",
            figure,
            [norm],
            alert="note" if gap < max(_SMALL, person or 0) else "warn",
            computed=decimal_text(gap),
            words={"gap": report.number(gap, max(1, value.decimals))},
        )


def _is_told(report: Report, figure: Observation, norm: Observation) -> bool:
    """Whether the text itself says that a figure was too low, or goes on with one that meets it.

    *Chiếm 7,5% (mục tiêu 10%, chưa đạt)*; *nhiệm kỳ 2015 - 2020 là 11,3%; nhiệm kỳ 2020 - 2025 là
    15,09%*; *lần đầu 19,4%, sau bổ sung đạt 25,7%*.
    """
    behind = report.document.text[figure.fact.end : report.clause_span(figure).end]
    if report.says("not_reached", behind):
        return True
    bound = share(norm)
    if bound is None:
        return False
    for one in report.by_sentence[figure.fact.sentence_start]:
        value = share(one)
        if one.fact.start < figure.fact.end or value is None or one.role in ("target", "previous"):
            continue
        if one.attribute not in (None, figure.attribute) or one.body not in (None, figure.body):
            continue
        between = report.between(figure, one)
        later = report.says("later_on", between) or one.period != figure.period
        if later and holds(meaning(value), claimed(bound)) == "true":
            return True
    return False


def _is_the_more_the_better(report: Report, norm: Observation) -> bool:
    """Whether a norm is of an indicator of which more is better, so that it asks for the least."""
    card = report.rulebook.indicator_by_id.get(norm.indicator or "")
    return card is not None and card.direction == "higher"


def _gap(bound: Interval, value: Percentage) -> Fraction:
    """How many points a share lies outside the bound."""
    number = Fraction(value.number or 0)
    if bound.low is not None and number < bound.low:
        return bound.low - number
    if bound.high is not None and number > bound.high:
        return number - bound.high
    return Fraction(0)


def _person(group: Group) -> Fraction | None:
    """How many points one person is, where the size of the body is known."""
    base = group.fit.base
    known = base is not None and group.fit.outcome != "no_power"
    return Fraction(100, base.size) if base is not None and known else None
