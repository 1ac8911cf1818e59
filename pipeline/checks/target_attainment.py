"""BC201: a result against the target that was set for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from pipeline.arithmetic import Rounding, decimal_text, holds, printed
from pipeline.checks.pairs import are_alike
from pipeline.checks.plan_share import PlanShare, plan_shares
from pipeline.checks.reading import (
    Measured,
    claimed,
    is_length_of_time,
    last_day,
    meaning,
    measured,
    share,
)
from pipeline.checks.report import Report, once
from pipeline.checks.wholes import wholes
from pipeline.model import (
    Alert,
    Date,
    Finding,
    Observation,
    Percentage,
    Period,
    Ratio,
    Span,
    Verdict,
)

__all__ = ["Attained", "attained", "is_due_later", "is_met", "is_to_come", "target_attainment"]

_NAME = "target_attainment"
_RULES: tuple[Rounding, ...] = ("nearest", "any")
#: How far behind *less than* the plan is named.
_NEAR = 20
#: So far behind a target its deadline may stand.
_BEHIND = 30
#: So far before a number stands what it is of.
_NAMED = 40
_WHOLE = 100
_SCOPE = ("level", "body", "population", "attribute")
_NUMBERS = frozenset({"percentage", "count", "ratio", "money", "quantity", "multiple"})

Attained = tuple[Observation, Observation]


def target_attainment(report: Report) -> Iterator[Finding]:
    """Every result with a target; targets that are named without a number."""
    for result, target in attained(report):
        yield _judged(report, result, target)
    yield from (_of_plan(report, one) for one in plan_shares(report))
    for one in report.in_order:
        if share(one) and one.role in (None, "actual") and one.fact.id not in report.targets_of:
            bracket = _target_without_number(report, one)
            if bracket is not None:
                yield report.finding(
                    _NAME, "not_checkable", "target_value_missing", one, report.inside(bracket)
                )


@once
def attained(report: Report) -> Iterator[Attained]:
    """The results with their targets, in reading order.

    *332 visits (239 according to plan, 93 unannounced)* are parts of a total, no target.
    """
    parts = {part.fact.id for whole in wholes(report) for part in whole.parts}
    for sentence in report.by_sentence.values():
        for at, one in enumerate(sentence):
            for target in report.targets_of.get(one.fact.id, ()):
                if target.fact.id in parts or _is_only_compared(report, target):
                    continue
                if not _of_a_change(report, target, sentence):
                    yield one, target
            following = next((two for two in sentence[at + 1 :] if measured(two)), None)
            if following is not None and _outdone(report, one, following):
                yield one, following


def _of_a_change(report: Report, target: Observation, sentence: Sequence[Observation]) -> bool:
    """Whether it is the value before or after a change: *from 10,035 units to 3,321*."""
    if target.role == "previous":
        return True
    earlier = [one for one in sentence if one.fact.end <= target.fact.start]
    return (
        bool(earlier)
        and earlier[-1].role == "previous"
        and report.says("to", report.between(earlier[-1], target))
    )


def _is_only_compared(report: Report, target: Observation) -> bool:
    """Whether a bracket holds a result against one of others: *16% (cao hơn so với cả nước 7%)*."""
    bracket = report.bracket_of(target)
    if bracket is None:
        return False
    opening = report.document.text[bracket.start : target.fact.start]
    planned = report.says("target", opening) or report.says("plan_words", opening)
    return report.says("compared_with", opening) and not planned


def _outdone(report: Report, result: Observation, target: Observation) -> bool:
    """Whether the text says of two neighbours that one passed or missed the other.

    *Removed 2,364 houses, exceeding the target of 2,500* needs no bracket to be a claim.
    """
    between = report.between(result, target)
    return (
        target.target_of is None
        and (target.role in ("target", "plan") or _is_more_than_came(report, result, target))
        and result.role in (None, "actual")
        and result.fact.kind == target.fact.kind
        and _measure_the_same(report, result, target)
        and result.change == target.change
        and ";" not in between
        and (report.says("exceeded", between) or _is_missed(report, between))
    )


def _is_more_than_came(report: Report, result: Observation, target: Observation) -> bool:
    """Whether a number right behind *vượt kế hoạch* is more than what came, so not by how much."""
    one, two = measured(result), measured(target)
    numbers = (one.number if one else None, two.number if two else None)
    larger = None not in numbers and (numbers[0] or 0) < (numbers[1] or 0)
    return larger and report.ends_with("exceeded", report.between(result, target))


def _of_plan(report: Report, planned: PlanShare) -> Finding:
    value, percent = measured(planned.share), planned.percent
    stated = (value.number if value else None) or Decimal(0)
    fits = any(percent.meets(printed(stated, rule)) for rule in _RULES)
    low = percent.low or Fraction(0)
    middle = (low + (percent.high or low)) / 2
    texts = [one.fact.text for one in planned.places]
    pair = texts[0]
    if len(texts) > 1:
        pair = report.phrase("list.of_whole", one=texts[0], two=texts[1])
    return report.finding(
        _NAME,
        "supported" if fits else "implausible",
        "plan_share_fits" if fits else "plan_share_differs",
        planned.share,
        planned.places,
        alert="none" if fits else "warn",
        computed=decimal_text(middle, 2),
        words={"percent": report.number(middle, 2), "pair": pair},
    )


def _measure_the_same(report: Report, result: Observation, target: Observation) -> bool:
    """Whether both are of one thing; a target alone in its bracket is of what stands before."""
    if result.indicator is not None:
        bracket = report.bracket_of(target)
        alone = bracket is not None and len(report.inside(bracket)) == 1
        return result.indicator == target.indicator or (target.indicator is None and alone)
    return result.attribute is not None and result.attribute == target.attribute


def is_met(report: Report, result: Observation, target: Observation) -> bool | None:
    """Whether a result reaches its target, as far as rounding tells; None where it does not."""
    actual, bound = measured(result), measured(target)
    if actual is None or bound is None or _incomparable(report, result, target):
        return None
    if target.indicator is None and report.says("below_it", report.clause(result, target)):
        return None  # *2,9% GDP, thấp hơn mục tiêu 3,1%*: nobody says whether less is better.
    bare = _direction(report, result, target)
    bound = _least(report, target, bound, bare)
    truth = holds(meaning(actual), claimed(bound, bare=bare))
    if bare == "<=" and report.says("exceeded", report.clause(result, target)):
        return None  # *Cut by 2.1 points, exceeding the target of 2*.
    passed = _is_claimed(report, report.clause(result, target))
    if truth == "false" and passed and _met_by(report, result, target) is not None:
        return True
    if truth == "false" and bound.comparator == "=" and _may_be_less(report, result, target):
        return None  # *Tỷ lệ tảo hôn 8,9% (mục tiêu 9,5%)*
    if truth == "false" and is_to_come(report, result, target):
        return None  # What is aimed at for a later year is not missed yet.
    return truth == "true" if truth in ("true", "false") else None


def _judged(report: Report, result: Observation, target: Observation) -> Finding:
    actual, bound = measured(result), measured(target)
    reason = _incomparable(report, result, target)
    if actual is None or bound is None or reason:
        return report.finding(
            _NAME, "not_checkable", reason or "target_value_missing", result, [target]
        )
    bare = _direction(report, result, target)
    bound = _least(report, target, bound, bare)
    truth = holds(meaning(actual), claimed(bound, bare=bare))
    clause = report.clause(result, target)
    growing = report.says("better_lower", clause)
    if bare == "<=" and truth != "true" and report.says("exceeded", clause) and not growing:
        # *Cut by 2.1 points, exceeding the target of 2*: what is passed is a lower bound.
        bare = ">="
        truth = holds(meaning(actual), claimed(bound, bare=bare))
    verdict: Verdict = "not_checkable"
    alert: Alert = "none"
    reason, condition = "rounding_hides_answer", None
    if truth == "true":
        verdict, reason = "supported", "target_met_for_every_rounding"
    elif truth in ("false", "grey"):
        passed = _is_claimed(report, clause)
        below = bare == ">=" and not passed and _is_below_plan(report, clause)
        missed = _is_missed(report, clause) or _is_left_out(report, result, target)
        if below or missed or _is_part_of_plan(report, result):
            verdict, reason = "supported", "target_missed_as_stated"
        elif truth == "false" and passed and (other := _met_by(report, result, target)):
            result, actual = other, measured(other) or actual
            verdict, reason = "supported", "target_met_for_every_rounding"
        elif passed and bound.comparator == "=" and _may_be_less(report, result, target):
            reason = "better_unknown"
        elif truth == "false" and passed and _is_of_this(report, result, target):
            reason = "target_missed_but_claimed"
            verdict, alert, condition = report.conflict(result, target)
        elif is_to_come(report, result, target):
            reason = "target_to_come"
        elif bound.comparator == "=" and not _is_one_way(report, target):
            reason = "better_unknown"
        else:
            verdict, reason, alert = "implausible", "target_missed", "note"
    return report.finding(
        _NAME,
        verdict,
        reason,
        result,
        [target],
        alert=alert,
        condition=condition,
        computed=_margin(actual, bound),
        interval=meaning(actual),
        words={
            "bound": f"{_SIGNS.get(bare if bound.comparator == '=' else bound.comparator, '')} "
            f"{target.fact.text}".strip()
        },
    )


def _least(report: Report, target: Observation, bound: Measured, bare: str) -> Measured:
    """A goal from one number to another as the one that is to be reached.

    *Tăng 7,6% (mục tiêu 7 - 7,5%)*: more than enough, unless a share is to stay in a band.
    """
    card = report.rulebook.indicator_by_id.get(target.indicator or "")
    if bound.upto is None or (card is not None and card.direction == "band"):
        return bound
    number = bound.number if bare == ">=" else bound.upto
    return bound.model_copy(update={"number": number, "upto": None})


_SIGNS = {">=": "≥", ">": ">", "<=": "≤", "<": "<"}


def _is_missed(report: Report, clause: str) -> bool:
    """Whether the text itself says that a target is not reached: *not meeting the target*."""
    return report.says("not_reached", clause) or any(
        report.ends_with("negated", clause[: one.start()])
        for one in report.all_words("exceeded", clause)
    )


def _is_claimed(report: Report, clause: str) -> bool:
    """Whether the text says that a target was met or passed: no *phấn đấu vượt kế hoạch*."""
    return any(
        not report.ends_with("aimed_at", clause[: one.start()])
        and not _is_foreseen(report, clause[: one.start()])
        for one in report.all_words("exceeded", clause)
    )


def _is_foreseen(report: Report, before: str) -> bool:
    """Whether a claim is one for a whole year to come: *9 tháng 820, dự kiến cả năm vượt 1.000*."""
    phrase = before.rpartition(",")[2]
    return report.says("foreseen", phrase) and report.says("whole_year", phrase)


def _is_of_most(report: Report, result: Observation, target: Observation) -> bool:
    """Whether a claim ahead of a list is one about some of its targets: *15/18 đạt và vượt: …*."""
    head = report.document.text[result.fact.sentence_start : result.fact.start]
    told = next(report.all_words("exceeded", head), None)
    if told is None or _is_claimed(report, report.between(result, target)):
        return False
    end = result.fact.sentence_start + told.start()
    return any(
        isinstance(value := one.fact.value, Ratio)
        and value.part is not None
        and value.total is not None
        and value.part < value.total
        for one in report.inside_range(result.fact.sentence_start, end)
    )


def _is_of_this(report: Report, result: Observation, target: Observation) -> bool:
    """Whether a claim is certainly one about this target, also where it opens a list.

    Not *các chỉ tiêu đều đạt: đô thị hóa 32% (mục tiêu năm 2025: 35%)*, nor one about some of them.
    """
    span = report.clause_span(result, target)
    if _is_claimed(report, report.document.text[result.fact.start : span.end]):
        return True
    return not (_is_of_most(report, result, target) or is_to_come(report, result, target))


def _met_by(report: Report, result: Observation, target: Observation) -> Observation | None:
    """Another number of the sentence that a claim to have met a target may be about.

    *Kết nạp 724 đảng viên, nữ 310, vượt chỉ tiêu 700*: of all, or of the women.
    """
    bound = measured(target)
    if bound is None:
        return None
    bare = _direction(report, result, target)
    promised = claimed(_least(report, target, bound, bare), bare=bare)
    for one in reversed(report.by_sentence[target.fact.sentence_start]):
        value = measured(one)
        if value is None or one is result or one.fact.end > target.fact.start:
            continue
        if one.role in ("target", "plan", "previous") or one.fact.kind != target.fact.kind:
            continue
        if _in_one_unit(report, one, target) and holds(meaning(value), promised) == "true":
            return one
    return None


def _is_left_out(report: Report, result: Observation, target: Observation) -> bool:
    """Whether a claim is made for all but this: *đều đạt và vượt, trừ độ che phủ 50%*."""
    span = report.clause_span(result, target)
    head = report.document.text[span.start : result.fact.start]
    told = max((one.end() for one in report.all_words("exceeded", head)), default=None)
    behind = report.document.text[result.fact.end : span.end]
    return (
        told is not None
        and report.says("all_but", head[told:])
        and not (report.says("exceeded", behind))
    )


def _may_be_less(report: Report, result: Observation, target: Observation) -> bool:
    """Whether less than the target may be better, as far as anybody knows.

    Of a rate or number whose card says nothing: *tỷ lệ tảo hôn 8,9%, vượt kế hoạch (9,5%)*. What
    was done or reached is better the more it is: *trồng 4.000 ha*, *đạt 62%*.
    """
    if _is_one_way(report, target) or _is_one_way(report, result):
        return False
    start = report.clause_span(result).start
    ahead = report.document.text[start : result.fact.start]
    if report.ends_with("reaches", ahead):
        return False
    return result.fact.kind == "percentage" or report.says("number_of", ahead)


def _is_part_of_plan(report: Report, result: Observation) -> bool:
    """Whether the text itself says how much of a plan it is: *đạt 67% chỉ tiêu năm*."""
    sentence = report.by_sentence[result.fact.sentence_start]
    following = next((one for one in sentence if one.fact.start >= result.fact.end), None)
    value = following.fact.value if following else None
    return (
        isinstance(value, Percentage)
        and value.basis == "of_plan"
        and value.number is not None
        and value.number < _WHOLE
    )


def is_to_come(report: Report, result: Observation, target: Observation) -> bool:
    """Whether a target is one for later: *đạt 55% năm 2023 (mục tiêu đến năm 2025 là 65%)*."""
    bracket = report.bracket_of(target)
    opening = report.document.text[
        bracket.start if bracket else result.fact.end : target.fact.end + _BEHIND
    ]
    opening = opening.partition(")")[0]
    if report.says("to_come", opening):
        return True
    ahead = report.document.text[result.fact.sentence_start : result.fact.start]
    if report.says("whole_year", opening) and report.says("part_of_year", ahead):
        return True  # *Sáu tháng đầu năm tăng 6,1% (mục tiêu cả năm 8%)*
    first = bracket.start if bracket else result.fact.end
    last = bracket.end if bracket else target.fact.sentence_end
    dated = [day for one in report.inside_range(first, last) if (day := _last_day(one))]
    if not dated:
        return False
    sentence = report.by_sentence[result.fact.sentence_start]
    reached = last_day(result.period)
    known = [day for one in sentence if one.fact.end <= first and (day := _last_day(one))]
    known = [reached] if reached else [*known, report.document.issued or ""]
    return max(dated) > max(known)


def is_due_later(report: Report, result: Observation, norm: Observation) -> bool:
    """Whether the clause of a norm asks for it by a day after the result: *by 2030 at least 25%*.

    Where neither the result nor the report is dated, any deadline may be to come.
    """
    start, end = norm.fact.sentence_start, min(norm.fact.sentence_end, norm.fact.end + _BEHIND)
    if report.says("next_term", report.document.text[start:end]):
        return True
    dated = [day for one in report.inside_range(start, end) if (day := _last_day(one))]
    if not dated:
        return False
    year = report.document.year
    known = last_day(result.period) or report.document.issued or (f"{year}-12-31" if year else "")
    return max(dated) > known


def _last_day(one: Observation) -> str | None:
    """The last day of a date or period."""
    value = one.fact.value
    if isinstance(value, Period):
        return last_day(value.end_date)
    return last_day(value.date) if isinstance(value, Date) else None


def _is_one_way(report: Report, target: Observation) -> bool:
    """Whether it is known that more of it is better, or that less is: *suy dinh dưỡng 8,9%*."""
    if target.change is not None:
        return True
    card = report.rulebook.indicator_by_id.get(target.indicator or "")
    return card is not None and card.direction in ("higher", "lower")


def _is_below_plan(report: Report, clause: str) -> bool:
    """Whether the text says that less came than was planned: *thấp hơn mức kế hoạch (1,6%)*."""
    return any(
        report.says("plan_words", clause[one.end() : one.end() + _NEAR])
        and not report.ends_with("negated", clause[: one.start()])
        for one in report.all_words("below_it", clause)
    )


def _incomparable(report: Report, result: Observation, target: Observation) -> str | None:
    if result.fact.kind != target.fact.kind or is_length_of_time(result):
        return "kinds_differ"
    if not _in_one_unit(report, result, target):
        return "kinds_differ"
    if result.change is not None and _is_level(report, target):
        # *Giảm 1,7% (kế hoạch giảm còn 7,5%)*: by how much, and to what.
        return "kinds_differ"
    if result.fact.kind == "count" and (result.change is None) != (target.change is None):
        # How many were cut is not held against how many there are to be.
        return "kinds_differ"
    for name in _SCOPE:
        one, two = getattr(result, name), getattr(target, name)
        if one is not None and two is not None and one != two:
            return "scope_differs"
    return None


def _is_level(report: Report, target: Observation) -> bool:
    """Whether a target is the value that a change is to end at."""
    start, fact = max(0, target.fact.start - _NEAR), target.fact
    before = report.document.text[max(start, fact.sentence_start) : fact.start]
    return report.ends_with("level_reached", before)


def _in_one_unit(report: Report, result: Observation, target: Observation) -> bool:
    """Whether two amounts can be held against each other: no metres against m³ a second.

    Nor are two standards held against 15,000 people; the noun of either may be left out.
    """
    one, two = (getattr(each.fact.value, "unit", None) for each in (result, target))
    if not one or not two or one == two:
        return True
    if result.fact.kind != "count":
        return result.fact.kind != "quantity"
    loose = any(report.opens_with("general_unit", unit) for unit in (one, two))
    return loose or are_alike(report, result, target)


def _direction(report: Report, result: Observation, target: Observation) -> str:
    """A goal that is to be lowered is an upper bound where no comparator is written.

    How much it is to be lowered by is a lower one. What was lowered, *giảm còn 8,9%*, was to be
    unless its card knows that more of it is better.
    """
    card = report.rulebook.indicator_by_id.get(target.indicator or "")
    known = None if card is None else card.direction
    ahead, led = (
        report.document.text[one.fact.sentence_start : one.fact.start] for one in (result, target)
    )
    if report.says("better_lower", ahead[-_NAMED:]):
        return "<="  # *Tỷ lệ tăng dân số tự nhiên 0,98% (kế hoạch 1,0%)*
    if known != "higher" and report.ends_with("lowered_to", ahead):
        return ">=" if report.ends_with("moved", led) else "<="
    return "<=" if target.change is None and known == "lower" else ">="


def _margin(actual: Measured, bound: Measured) -> str | None:
    if actual.number is None or bound.number is None:
        return None
    return decimal_text(actual.number - bound.number)


def _target_without_number(report: Report, one: Observation) -> Span | None:
    """The bracket right behind a result that speaks of its target and gives no number."""
    bracket = next(report.brackets_from(one.fact.end), None)
    if bracket is None or bracket.start >= one.fact.sentence_end:
        return None
    between = report.document.text[one.fact.end : bracket.start]
    others = report.inside_range(one.fact.end, bracket.end)
    if ";" in between or any(other.fact.kind in _NUMBERS for other in others):
        return None
    return bracket if report.says("target", bracket.text) else None
