"""BC104: before and after against the printed change: percent, points or times."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

import regex

from pipeline.arithmetic import Interval, decimal_text, growth, printed
from pipeline.checks.reading import Measured, exact_count, meaning, measured, role_of, step
from pipeline.checks.report import Report
from pipeline.model import Count, Finding, Multiple, Observation, Percentage

__all__ = ["change"]

_NAME = "change"
#: What indicators of change measure.
_CHANGES = ("change", "growth", "pct_of_base")
#: How many characters may stand between an amount and the number that it changed.
_NEAR = 30
_FAR = 60
#: What grows in constant prices.
_REAL = frozenset({"grdp", "gdp", "grdp_per_capita", "gdp_per_capita", "output_value"})
_CLAUSE_ENDS = regex.compile(r"[,;:()]|\.(?=\s|$)")
_WORD = regex.compile(r"[\p{L}\p{M}]+")
#: What is left between an amount and the bracket of its base: a year and its mark.
_YEAR = regex.compile(r"[\s,]*(?:(?:19|20)\d\d)?\s*\(")
#: What stands behind a number that is not multiplied by words: *3,1* and not *3,1 triệu*.
_BARE = regex.compile(r"[\d.,\s]+")
#: By what words of size multiply a number.
_SIZES = (1, 1_000, 1_000_000, 1_000_000_000)
_A_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
#: What parts an amount from the clauses around it.
_MARK = regex.compile(r"[,;()]")
#: Readings under which a change agrees only with a condition; *up 0.4%* between shares may
#: mean points, and *twice more* may mean three times as many.
_AGREEING: Mapping[str, tuple[str, str]] = {
    "points": ("change_in_points", "condition.percentage_points"),
    "more": ("times_more", "condition.times_more"),
    "any": ("change_if_not_rounded", "condition.not_rounded"),
}


#: A period, a kind of value, and what the value is of.
Thing = tuple[str | None, ...]


class Changed(NamedTuple):
    """A value before, the value after, and the change that is printed for them."""

    before: Observation
    after: Observation
    amount: Observation


def change(report: Report) -> Iterator[Finding]:
    """Every printed change whose before and after the text gives; growth that stands alone."""
    judged = set()
    levels = _levels(report)
    for sentence in report.by_sentence.values():
        for changed in _changes(report, sentence, levels):
            finding = _judged(report, changed)
            if finding is not None:
                judged.add(changed.amount.fact.id)
                yield finding
        for level, amount, growth_ in _with_amount(report, sentence):
            judged.add(growth_.fact.id)
            yield _from_amount(report, level, amount, growth_)
        for amount, base, percent in _with_base(report, sentence):
            if percent.fact.id not in judged:
                judged.add(percent.fact.id)
                yield from _of_base(report, amount, base, percent)
        for now, share, earlier in _with_earlier(report, sentence):
            judged.add(share.fact.id)
            yield from _of_earlier(report, now, share, earlier)
        yield from _turned(report, sentence)
    for one in report.in_order:
        value = one.fact.value
        known = isinstance(value, Percentage) and value.number is not None
        if known and _amount(one) and not one.share_of and one.fact.id not in judged:
            yield report.finding(_NAME, "not_checkable", "no_before_and_after", one)


def _amount(one: Observation) -> bool:
    value = one.fact.value
    if isinstance(value, Percentage):
        points = value.basis in ("growth", "points") or value.sign == "pp"
        return points or (one.change is not None and not one.share_of)
    return one.change is not None and measured(one) is not None


def _level(one: Observation) -> bool:
    return (
        measured(one) is not None and not _amount(one) and not isinstance(one.fact.value, Multiple)
    )


# ── what belongs together ─────────────────────────────────────────────────────────────────


def _changes(
    report: Report, sentence: Sequence[Observation], levels: Mapping[Thing, Observation | None]
) -> Iterator[Changed]:
    numbers = [one for one in sentence if measured(one)]
    for index, (first, second) in enumerate(pairwise(numbers)):
        if _from_to(report, first, second):
            around = [*numbers[max(0, index - 1) : index], *numbers[index + 2 : index + 3]]
            amounts = [one for one in around if _amount_of(report, one, first, second)]
            if len(amounts) == 1:
                yield Changed(first, second, amounts[0])
        elif _level(first) and _amount_of(report, second, first, first):
            before = (
                _in_bracket(report, numbers, index)
                or _measured_from(report, numbers, index)
                or _at_base_period(levels, first, second)
            )
            if before is not None and before is not first and role_of(first) != "previous":
                yield Changed(before, first, second)


def _in_bracket(report: Report, numbers: Sequence[Observation], index: int) -> Observation | None:
    """The value of the earlier time in the bracket behind it: *up 25% on 2022 (1,200)*."""
    if index + 2 >= len(numbers):
        return None
    after, amount, before = numbers[index : index + 3]
    between = report.between(amount, before)
    bracket = report.bracket_of(before)
    if bracket is None or len(report.inside(bracket)) != 1 or not between.endswith("("):
        return None
    alike = before.fact.kind == after.fact.kind and _unit(before) == _unit(after)
    noun = getattr(amount.fact.value, "unit", None) or ""
    between = between.lstrip().removeprefix(noun)
    told = _YEAR.fullmatch(report.without("earlier_time", between))
    return before if alike and told and _level_or_named(before) else None


def _measured_from(
    report: Report, numbers: Sequence[Observation], index: int
) -> Observation | None:
    """The earlier value right behind the amount: *6.84%, down 3.87 points from 10.71% in 2022*."""
    if index + 2 >= len(numbers):
        return None
    after, amount, before = numbers[index : index + 3]
    alike = before.fact.kind == after.fact.kind and _in_one_unit(before, after)
    if before.role != "previous" or not alike or not _level_or_named(before):
        return None
    if report.bracket_of(before) is not None or not _same_thing(report, before, after):
        return None
    return before if _leads(report, amount, before) else None


def _in_one_unit(before: Observation, after: Observation) -> bool:
    """Whether two values have one unit; a bare count is of the noun of the other."""
    bare = before.fact.kind == "count" and not getattr(before.fact.value, "unit", None)
    return bare or _unit(before) == _unit(after)


def _leads(report: Report, amount: Observation, before: Observation) -> bool:
    """Whether only words that say from what a change is measured stand between the two."""
    noun = getattr(amount.fact.value, "unit", None) or ""
    between = report.between(amount, before).lstrip().removeprefix(noun)
    left = report.without("measured_from", between)
    return left != between and not left.strip(" ,")


def _level_or_named(before: Observation) -> bool:
    """Whether it is a value; words of change in front of its bracket are those of the amount."""
    value = measured(before)
    # *Up 4.6 points from 35.2% to 39.8%*: both values, read as one.
    return value is not None and not isinstance(value, Multiple) and value.upto is None


def _from_to(report: Report, first: Observation, second: Observation) -> bool:
    if not (_level(first) and _level(second) and first.fact.kind == second.fact.kind):
        return False
    between = report.between(first, second)
    if len(between) > _FAR or set(between) & set(";,"):
        return False  # *3.3%, down from 5.6%, to be reduced to 2%*
    before = report.document.text[first.fact.sentence_start : first.fact.start]
    return (first.role == "previous" or report.ends_with("from", before)) and report.says(
        "to", between
    )


def _amount_of(
    report: Report, amount: Observation, first: Observation, second: Observation
) -> bool:
    if not (_amount(amount) or isinstance(amount.fact.value, Multiple)):
        return False
    nearest = first if amount.fact.start < first.fact.start else second
    between = report.between(amount, nearest)
    near = len(between) <= _NEAR and ";" not in between
    return near and _same_thing(report, amount, second) and not _is_apart(report, amount, nearest)


def _is_apart(report: Report, amount: Observation, nearest: Observation) -> bool:
    """Whether an amount is told of more or of other than the two values beside it.

    *Tăng 20-30%, khu vực thị trấn từ 5.000 lên 7.000 đồng*: of several areas; *từ 31% đến
    35%, 37%*: a third value; *từ 900 xuống còn 600 nghìn cổ phần (tỷ lệ 2,75%)*: a share.
    """
    between = report.between(amount, nearest)
    if amount.fact.start < nearest.fact.start:
        unit = getattr(amount.fact.value, "unit", None) or ""
        behind = between.lstrip().removeprefix(unit)
        if "(" in behind:
            return False  # *Giảm 34 xã, phường (từ 250 xuống còn 216)*
        rest = report.without("joined", report.without("from", behind))
        return ("," in behind or report.says("joined", behind)) and _WORD.search(rest) is not None
    if report.bracket_of(amount) is not None:
        opening = between.rpartition("(")[2]
        other = _WORD.search(report.without("change_leads", opening)) is not None
        return report.says("share_label", between) or other
    if isinstance(amount.fact.value, Percentage) and _WORD.search(between) is None:
        return True
    clause = between.rpartition(",")[2] if "," in between else ""
    return _WORD.search(report.without("change_leads", clause)) is not None


def _same_thing(report: Report, amount: Observation, level: Observation) -> bool:
    """Whether a change can be that of a level: units that were cut are those that are left."""
    if None in (amount.indicator, level.indicator) or amount.indicator == level.indicator:
        return True
    by_id = report.rulebook.indicator_by_id
    changed, left = by_id[amount.indicator or ""], by_id[level.indicator or ""]
    things = [(card.when.body, card.when.population) for card in (changed, left)]
    topics = (amount.topic, level.topic)
    alike = things[0] == things[1] != (None, None) or topics[0] == topics[1] is not None
    return changed.measure.startswith(_CHANGES) and alike and amount.level == level.level


def _at_base_period(
    levels: Mapping[Thing, Observation | None], after: Observation, amount: Observation
) -> Observation | None:
    """The one value that the same thing had in the period the change is measured from."""
    if amount.base_period is None or after.indicator is None or after.stage == "so_far":
        return None
    return levels.get((amount.base_period, after.fact.kind, *_scope(after)))


def _levels(report: Report) -> Mapping[Thing, Observation | None]:
    """The value of every thing in every period; None where the report prints several."""
    found: dict[Thing, Observation | None] = {}
    for one in report.in_order:
        if one.period is None or one.indicator is None or one.stage or not _level(one):
            continue
        thing = (one.period, one.fact.kind, *_scope(one))
        known = found.setdefault(thing, one)
        if known is not None and str(known.fact.value) != str(one.fact.value):
            found[thing] = None
    return found


def _scope(one: Observation) -> tuple[str | None, ...]:
    return (one.indicator, one.level, one.body, one.population, one.attribute, one.province)


def _with_amount(
    report: Report, sentence: Sequence[Observation]
) -> Iterator[tuple[Observation, Observation, Observation]]:
    """A value, the amount by which it changed, and in brackets the same in percent."""
    numbers = [one for one in sentence if measured(one)]
    for level, amount, percent in zip(numbers, numbers[1:], numbers[2:], strict=False):
        bracket = report.bracket_of(percent)
        if (
            _level(level)
            and amount.fact.kind == level.fact.kind
            and _unit(amount) == _unit(level)
            and amount.change is not None
            and isinstance(percent.fact.value, Percentage)
            and bracket is not None
            and not report.between(amount, bracket).strip().removeprefix(_noun(amount)).strip()
            and (
                report.says("compared_with", report.between(level, amount))
                or _is_right_behind(report, level, amount)
            )
        ):
            yield level, amount, percent


def _noun(one: Observation) -> str:
    """What is counted; nothing for what is not."""
    return getattr(one.fact.value, "unit", None) or "" if one.fact.kind == "count" else ""


def _is_right_behind(report: Report, level: Observation, amount: Observation) -> bool:
    """Whether only a comma and the word of a change lead to an amount: *98 vụ, giảm 16 vụ*."""
    noun = getattr(level.fact.value, "unit", None)
    between = report.between(level, amount).strip().removeprefix(noun or "")
    if not noun or not between.startswith(","):
        return False
    return _WORD.search(report.without("change_leads", between)) is None


def _with_base(
    report: Report, sentence: Sequence[Observation]
) -> Iterator[tuple[Observation, Observation, Observation]]:
    """An amount of change, the count it is measured from, and how much of that it was.

    *Giảm 6 vụ so với 21 vụ năm trước (tỷ lệ 28,6%)*: nothing but words of time and of shares
    stands between, and both are counted in one noun.
    """
    numbers = [one for one in sentence if measured(one)]
    for amount, second, third in zip(numbers, numbers[1:], numbers[2:], strict=False):
        set_in = _is_set_in(report, amount, second)
        percent, base = (second, third) if set_in else (third, second)
        by, whole = exact_count(amount), exact_count(base)
        if not by or whole is None or by >= whole or base.role != "previous":
            continue
        value, noun = percent.fact.value, getattr(amount.fact.value, "unit", None)
        if not isinstance(value, Percentage) or value.comparator != "=" or value.upto is not None:
            continue
        ahead = report.document.text[amount.fact.sentence_start : amount.fact.start]
        changed = amount.change is not None or report.ends_with("moved", ahead)
        other = getattr(base.fact.value, "unit", None) or ""
        if not changed or noun is None or not f"{other} ".startswith(f"{noun} "):
            continue
        if set_in:
            led = report.document.text[second.fact.end : base.fact.start].lstrip(" )")
            if report.is_one_of("compared_with", led) and amount.change is not None:
                yield amount, base, percent
            continue
        between = report.between(base, percent).strip().removeprefix(noun)
        for name in ("earlier_time", "share_label", "change_leads"):
            between = report.without(name, between)
        led = report.between(amount, base).strip().removeprefix(noun)
        if _WORD.search(between) is None and report.is_one_of("compared_with", led):
            yield amount, base, percent


def _is_set_in(report: Report, amount: Observation, percent: Observation) -> bool:
    """Whether the bracket right behind an amount holds a percentage: *tăng 21 vụ (6%) so với*."""
    bracket = report.bracket_of(percent)
    if bracket is None or not isinstance(percent.fact.value, Percentage):
        return False
    noun = report.document.text[amount.fact.end : bracket.start].strip()
    return noun in ("", _noun(amount)) and len(report.inside(bracket)) == 1


def _of_base(
    report: Report, amount: Observation, base: Observation, percent: Observation
) -> Iterator[Finding]:
    """An amount of change over the value before it; nothing where the percentage is the rest."""
    computed = Fraction(100 * (exact_count(amount) or 0), exact_count(base) or 1)
    point, stated = Interval.point(computed), _unsigned(_stated(percent, "any"))
    nearest = point.meets(_unsigned(_stated(percent, "nearest")))
    fits = nearest or point.meets(stated)
    rest = (Interval.point(100 + by * computed) for by in (-1, 1))
    if not fits and any(one.meets(stated) for one in rest):
        return
    reason = "change_if_not_rounded" if fits else "change_differs"
    yield report.finding(
        _NAME,
        "supported" if nearest else "supported_if" if fits else "implausible",
        "change_recomputed" if nearest else reason,
        percent,
        [amount, base],
        alert="none" if fits else "warn",
        condition=report.phrase("condition.not_rounded") if fits and not nearest else None,
        computed=decimal_text(computed, 2),
        words={
            "change": f"{report.number(computed, 2)}%",
            **_pair(report, "list.out_of", amount, base),
        },
    )


def _with_earlier(
    report: Report, sentence: Sequence[Observation]
) -> Iterator[tuple[Observation, Observation, Observation]]:
    """A value, how much it is of an earlier one, and that in the bracket behind it.

    *Kết nạp 1.842 đảng viên, bằng 102,9% năm 2022 (1.790 đảng viên)*
    """
    numbers = [one for one in sentence if measured(one)]
    for now, share, earlier in zip(numbers, numbers[1:], numbers[2:], strict=False):
        bracket, value = report.bracket_of(earlier), share.fact.value
        if bracket is None or report.inside(bracket) != (earlier,):
            continue
        if not isinstance(value, Percentage) or share.change is not None or value.upto is not None:
            continue
        if (value.comparator, value.sign) != ("=", "%") or value.basis in ("growth", "of_plan"):
            continue
        led = report.between(now, share).strip().removeprefix(_noun(now)).strip(" ,")
        between = report.between(share, earlier)
        told = report.without("earlier_time", between)
        alike = now.fact.kind == earlier.fact.kind and _unit(now) == _unit(earlier)
        if (
            alike
            and now.fact.kind in ("count", "quantity")
            and report.is_one_of("as_much_as_then", led)
            and told != between
            and _YEAR.fullmatch(told)
        ):
            yield now, share, earlier


def _of_earlier(
    report: Report, now: Observation, share: Observation, earlier: Observation
) -> Iterator[Finding]:
    after, before = measured(now), measured(earlier)
    quotient = meaning(after).over(meaning(before)) if after and before else None
    if quotient is None:
        return
    shown = quotient.scaled(100)
    fits = shown.meets(_stated(share, "any"))
    computed = _middle(shown)
    yield report.finding(
        _NAME,
        "supported" if fits else "implausible",
        "of_earlier" if fits else "of_earlier_differs",
        share,
        [now, earlier],
        alert="none" if fits else "warn",
        computed=decimal_text(computed, 2),
        words={"percent": f"{report.number(computed, 2)}%"},
    )


def _turned(report: Report, sentence: Sequence[Observation]) -> Iterator[Finding]:
    """Values that are said to rise and fall, or to fall and rise: *tăng từ 8,3% xuống 6,1%*."""
    numbers = [one for one in sentence if measured(one)]
    for first, second in pairwise(numbers):
        if not _from_to(report, first, second) or not _in_one_unit(first, second):
            continue
        between = report.between(first, second)
        ahead = report.document.text[first.fact.sentence_start : first.fact.start]
        froms = [one for one in report.all_words("from", ahead) if not ahead[one.end() :].strip()]
        if not froms or not report.says("led_to", between):
            continue
        said = ahead[: froms[0].start()]
        up, down = report.ends_with("rises", said), report.ends_with("falls", said)
        if up == down or _is_a_rate_of_change(report, said, second):
            continue
        before, after, _ = _in_its_size(report, Changed(first, second, second))
        low, high = measured(before), measured(after)
        if low is None or high is None or min(low.number or 0, high.number or 0) < 0:
            continue
        lower, higher = (meaning(low), meaning(high)) if down else (meaning(high), meaning(low))
        # A rise has to end no lower than it began, a fall no higher.
        if lower.high is not None and higher.low is not None and lower.high < higher.low:
            yield report.finding(
                _NAME, "implausible", "turned", second, [first], alert="warn", words={}
            )


def _is_a_rate_of_change(report: Report, said: str, second: Observation) -> bool:
    """Whether it is the rise itself that fell, or a rank: *tốc độ tăng từ 8% xuống 6%*."""
    behind = report.document.text[second.fact.end : second.fact.sentence_end]
    clause = f"{_MARK.split(said)[-1]} {_MARK.split(behind)[0]}"
    return report.says("rise_itself", clause) or report.says("ranked", clause)


def _unit(one: Observation) -> tuple[str | None, ...]:
    value = one.fact.value
    return tuple(getattr(value, name, None) for name in ("currency", "unit", "per"))


def _from_amount(
    report: Report, level: Observation, amount: Observation, percent: Observation
) -> Finding:
    """An amount of change over the value before it, which is the value now without it."""
    after, by = measured(level), measured(amount)
    computed = None
    if after is not None and by is not None:
        change_ = meaning(by)
        before = (
            meaning(after) + change_ if amount.change == "decrease" else meaning(after) - change_
        )
        computed = change_.over(before)
    if computed is None:
        return report.finding(_NAME, "not_checkable", "no_before_and_after", percent)
    shown = computed.scaled(100)
    rules = ("nearest", "any")
    fits = [rule for rule in rules if shown.meets(_unsigned(_stated(percent, rule)))]
    words = {
        "change": f"{report.number(_middle(shown), 2)}%",
        **_pair(report, "list.changed_by", level, amount),
    }
    computed_text = decimal_text(_middle(shown), 2)
    if not fits:
        sure = _is_right_behind(report, level, amount) and not _may_be_of_now(
            level, amount, percent
        )
        sure = sure and not _may_be_of_a_rate(report, amount, percent)
        return report.finding(
            _NAME,
            "implausible",
            "change_differs" if sure else "change_told_otherwise",
            percent,
            [level, amount],
            alert="warn" if sure else "note",
            computed=computed_text,
            words=words,
        )
    rounded = fits[0] == "nearest"
    return report.finding(
        _NAME,
        "supported" if rounded else "supported_if",
        "change_recomputed" if rounded else "change_if_not_rounded",
        percent,
        [level, amount],
        condition=None if rounded else report.phrase("condition.not_rounded"),
        computed=computed_text,
        words=words,
    )


def _may_be_of_a_rate(report: Report, amount: Observation, percent: Observation) -> bool:
    """Whether a percentage may tell how much a rate fell: *còn 840 hộ, giảm 210 hộ (2,1%)*."""
    bracket = report.bracket_of(percent)
    ahead = report.document.text[bracket.start + 1 : percent.fact.start] if bracket else ""
    named = _WORD.search(report.without("goes_up", report.without("goes_down", ahead)))
    return named is not None or report.opens_with("households", _noun(amount)) is not None


def _may_be_of_now(level: Observation, amount: Observation, percent: Observation) -> bool:
    """Whether a change is told as a share of the value now, or in the other direction."""
    after, by = measured(level), measured(amount)
    if after is None or by is None:
        return True
    now, change_ = meaning(after), meaning(by)
    turned = now - change_ if amount.change == "decrease" else now + change_
    stated = _unsigned(_stated(percent, "any"))
    quotients = [change_.over(base) for base in (now, turned)]
    return any(one is not None and one.scaled(100).meets(stated) for one in quotients)


def _unsigned(stated: Interval) -> Interval:
    """The size of a change: *-26.8%* and *down 26.8%* are one."""
    return -stated if stated.high is not None and stated.high < 0 else stated


# ── whether it agrees ─────────────────────────────────────────────────────────────────────


def _apart(one: Decimal, size: int, two: Decimal) -> Decimal:
    return max(one * size / two, two / (one * size))


def _in_its_size(report: Report, changed: Changed) -> Changed:
    """The change with the value before in the size that stands behind the value after alone.

    *Từ 3,1 lên 3,9 triệu lượt* rose from 3,1 million.
    """
    before, after, _ = changed
    one, two = before.fact.value, after.fact.value
    if not isinstance(one, Count) or not isinstance(two, Count) or not one.number or not two.number:
        return changed
    sized = two.resolution > 1 and report.says("size", after.fact.text)
    if not sized or _BARE.fullmatch(before.fact.text) is None or one.resolution > 1:
        return changed
    # Of all sizes, the one that brings the two nearest to each other.
    number, other = one.number, two.number
    size = min(_SIZES, key=lambda each: _apart(number, each, other))
    value = one.model_copy(update={"number": number * size, "resolution": one.resolution * size})
    fact = before.fact.model_copy(update={"value": value})
    return changed._replace(before=before.model_copy(update={"fact": fact}))


def _judged(report: Report, changed: Changed) -> Finding | None:
    finding = _agreed(report, changed)
    if finding is None:
        changed = _in_its_size(report, changed)
        finding = _agreed(report, changed)
    for other in () if finding else _of_another(report, changed):
        finding = finding or _agreed(report, other)
    if finding is not None:
        return finding
    if not any(_readings(changed)) or not _is_comparable(report, changed):
        return None
    main = _of_the_main(report, changed)
    if main is not changed and not _is_comparable(report, main):
        return None
    changed = main
    first = next(_readings(changed, _point), None)
    return None if first is None else _differs(report, changed, _middle(first[1]), first[0])


def _agreed(report: Report, changed: Changed) -> Finding | None:
    """What is said of a change that comes out, in any way to read it; else None."""
    readings = list(_readings(changed))
    shown = {reading: _middle(exact) for reading, exact in _readings(changed, _point)}
    for rule in ("nearest", "any"):
        stated = _stated(changed.amount, rule)
        for reading, computed in readings:
            if computed.meets(stated):
                return _agrees(report, changed, shown[reading], reading, rule)
    return None


def _of_another(report: Report, changed: Changed) -> Iterator[Changed]:
    """The same change as one of the numbers further before it, from the nearest on.

    *Thu hoạch 5.200 tấn, xuất khẩu 800 tấn, tăng 4% so với năm trước (5.000 tấn)*: the change
    may be that of the harvest as well.
    """
    before, after, amount = changed
    if after.fact.start > before.fact.start and after.fact.sentence_start == (
        before.fact.sentence_start
    ):
        return  # *From 3 to 5* is said of these two.
    for one in reversed(report.by_sentence[amount.fact.sentence_start]):
        alike = one.fact.kind == after.fact.kind and _unit_of(one) == _unit_of(after)
        if one.fact.end <= after.fact.start and one is not before and alike and _level(one):
            yield Changed(before, one, amount)


def _of_the_main(report: Report, changed: Changed) -> Changed:
    """The change as that of the number before the bracket: *52 vụ (kế hoạch 60), tăng 3*."""
    bracket = report.bracket_of(changed.after)
    if bracket is None or bracket == report.bracket_of(changed.amount):
        return changed
    others = (one for one in _of_another(report, changed) if one.after.fact.end <= bracket.start)
    return next(others, changed)


def _is_comparable(report: Report, changed: Changed) -> bool:
    """Whether an amount that does not come out is certainly that of the two values.

    Not where it counts or measures something else, is an average, is measured from another
    value or is only a part of the change: what is said of that contradicts nothing.
    """
    before, after, amount = changed
    if _is_range(report, changed) or _comes_out_otherwise(report, changed):
        return False
    if _is_in_points(amount) and not isinstance(after.fact.value, Percentage):
        return False  # *Từ 20.000 hộ xuống còn 9.000 hộ, tỷ lệ giảm 5 điểm %*
    if _goes_the_other_way(report, changed):
        return False
    if amount.indicator is not None and after.indicator is None and not _one_noun(changed):
        return False
    same = _is_of_the_same(amount, after) or _is_of_the_noun_ahead(report, changed)
    if not same or _counts_another(report, changed):
        return False
    relative = isinstance(amount.fact.value, Percentage | Multiple)
    if not relative and (amount.fact.kind, _unit_of(amount)) != (after.fact.kind, _unit_of(after)):
        return False
    ahead, behind = _clause_of(report, amount)
    if report.says("averaged", ahead) or report.says("averaged", behind):
        return False
    # What it is measured from is known where its value stands right behind, or in the bracket.
    led = _leads(report, amount, before)
    behind_it = led and after.fact.start < before.fact.start
    if _is_real(changed) or (behind_it and _is_of_some(report, before)):
        return False
    if not (led or _is_told(report, changed)) and report.says("compared_with", behind):
        return False
    if not led and after.fact.start < amount.fact.start and report.says("from", behind):
        return False
    if _is_joined(report, amount) or _is_of_what_follows(report, changed, behind):
        return False
    if _is_since_another_year(report, changed, behind) or _is_of_more(report, changed):
        return False
    return relative or not _is_larger(before, after, amount)


def _is_in_points(amount: Observation) -> bool:
    value = amount.fact.value
    return isinstance(value, Percentage) and (value.basis == "points" or value.sign == "pp")


def _goes_the_other_way(report: Report, changed: Changed) -> bool:
    """Whether an amount rises behind two values that are said to fall, and do, or falls.

    *Giảm từ 45 xuống 32 xã, tăng 5 xã đạt chuẩn*: it is of something else. The very difference
    of the two values, told as the other direction, is a contradiction.
    """
    before, after, amount = changed
    low, high = measured(before), measured(after)
    if low is None or high is None or not before.fact.start < after.fact.start < amount.fact.start:
        return False
    stated = _stated(amount, "any")
    if any((-computed).meets(stated) for _, computed in _readings(changed)):
        return False
    start = before.fact.sentence_start
    said = _MARK.split(report.document.text[start : after.fact.start])[-1]
    up, down = report.says("goes_up", said), report.says("goes_down", said)
    if up == down or amount.change not in ("increase", "decrease"):
        return False
    fell = (high.number or 0) < (low.number or 0)
    return fell == down and (amount.change == "decrease") != down


def _is_real(changed: Changed) -> bool:
    """Whether a growth is in constant prices, and the values beside it in those of their year."""
    grown = isinstance(changed.amount.fact.value, Percentage)
    topics = {one.topic for one in (changed.before, changed.after)}
    return grown and changed.after.fact.kind == "money" and not topics.isdisjoint(_REAL)


def _is_of_some(report: Report, before: Observation) -> bool:
    """Whether more than a time stands behind an earlier value: *9.000 tỷ đồng dự toán*."""
    behind = report.document.text[before.fact.end : before.fact.sentence_end]
    noun = getattr(before.fact.value, "unit", None) or ""
    clause = _CLAUSE_ENDS.split(behind.lstrip().removeprefix(noun), maxsplit=1)[0]
    return _WORD.search(report.without("earlier_time", clause)) is not None


def _is_range(report: Report, changed: Changed) -> bool:
    """Whether the two values are the ends of a range: *giá từ 5 đến 9 triệu được giảm 2%*.

    They are of a change where a word says that it led there, or stands right before *from*.
    """
    before, after, _ = changed
    if after.fact.start < before.fact.start or before.fact.sentence_start != (
        after.fact.sentence_start
    ):
        return False
    if report.says("led_to", report.between(before, after)):
        return False
    ahead = report.document.text[before.fact.sentence_start : before.fact.start].rstrip()
    led = [one for one in report.all_words("from", ahead) if one.end() == len(ahead)]
    start = min((one.start() for one in led), default=None)
    return start is not None and not report.ends_with("moved", ahead[:start].rstrip(" ("))


def _comes_out_otherwise(report: Report, changed: Changed) -> bool:
    """Whether an amount comes out in the other direction, or where a bound is a loose one.

    *Lao dốc 24%, từ 600 xuống 456*: the word for a fall need not be known, but a rise from 600 to
    456 is a contradiction. *Từ 8,4 tỷ lên hơn 9 tỷ (tăng khoảng 530 triệu)*: what is told so is
    rounded as well.
    """
    stated = _stated(changed.amount, "any")
    turned = any((-computed).meets(stated) for _, computed in _readings(changed))
    said = _says_direction(report, changed.amount) and _is_of_its_noun(report, changed)
    if turned and not said:
        return True
    return any(computed.meets(stated) for _, computed in _readings(changed, _loosely))


def _says_direction(report: Report, amount: Observation) -> bool:
    """Whether the word for a rise or a fall stands right before an amount: *tăng gần 25%*."""
    told = [one.end for one in amount.evidence if one.dimension == "change"]
    if not told or max(told) > amount.fact.start:
        return False
    between = report.document.text[max(told) : amount.fact.start]
    return _WORD.search(report.without("change_leads", between)) is None


def _is_of_its_noun(report: Report, changed: Changed) -> bool:
    """Whether what is said to rise or fall is what the two values count.

    *Số vụ tăng 24%, từ 500 vụ xuống 380 vụ* is; a rise of something else can make them fall:
    *năng suất tăng 24%, từ 50 giờ xuống còn 38 giờ*.
    """
    unit = getattr(changed.before.fact.value, "unit", None) or ""
    told = [one.start for one in changed.amount.evidence if one.dimension == "change"]
    if not unit or not told:
        return False
    start = changed.amount.fact.sentence_start
    ahead = report.document.text[start : min(told)].casefold()
    return regex.search(rf"(?<!\w){regex.escape(unit.casefold())}(?!\w)", ahead) is not None


def _loosely(value: Measured) -> Interval:
    """What a value admits, with half a unit more on either side where words make it a bound."""
    exact = meaning(value)
    if value.comparator == "=":
        return exact
    half = step(value) / 2
    low = None if exact.low is None else exact.low - half
    high = None if exact.high is None else exact.high + half
    return Interval(low, high)


def _is_told(report: Report, changed: Changed) -> bool:
    """Whether the value before stands in a bracket behind the amount, in its sentence."""
    before, _, amount = changed
    return (
        before.fact.start > amount.fact.start
        and before.fact.sentence_start == amount.fact.sentence_start
        and report.bracket_of(before) is not None
    )


def _one_noun(changed: Changed) -> bool:
    """Whether all three are counted in one noun that is printed each time."""
    units = {getattr(one.fact.value, "unit", None) for one in changed}
    return len(units) == 1 and None not in units


def _is_of_the_same(amount: Observation, after: Observation) -> bool:
    """Whether an amount names no level or group that the value after the change has not."""
    named = ((amount.level, after.level), (amount.attribute, after.attribute))
    people = (amount.population, after.population)
    return all(one in (None, two) for one, two in named) and (
        None in people or people[0] == people[1]
    )


def _is_of_the_noun_ahead(report: Report, changed: Changed) -> bool:
    """Whether an amount is counted in the noun before two bare numbers: *Số xã giảm từ 9 xuống 5*.

    The noun gives it a level or a group that the numbers themselves have not.
    """
    before, after, amount = changed
    noun = (getattr(amount.fact.value, "unit", None) or "").casefold()
    if not noun or any(getattr(one.fact.value, "unit", None) for one in (before, after)):
        return False
    ahead = report.document.text[before.fact.sentence_start : before.fact.start].casefold()
    ahead = _MARK.split(ahead)[-1]
    others = ((amount.level, after.level), (amount.attribute, after.attribute))
    named = all(one in (None, two) or two is None for one, two in others)
    return named and regex.search(rf"(?<!\w){regex.escape(noun)}(?!\w)", ahead) is not None


def _is_larger(before: Observation, after: Observation, amount: Observation) -> bool:
    """Whether an amount is more than either value: nothing falls or rises by more than it has."""
    low, high, by = (measured(one) for one in (before, after, amount))
    numbers = [Decimal(0 if one is None else one.number or 0) for one in (low, high, by)]
    return abs(numbers[2]) > max(numbers[:2])


def _unit_of(one: Observation) -> tuple[str | None, ...]:
    """The currency or measure of a value; the nouns of counts are compared elsewhere."""
    return () if one.fact.kind == "count" else _unit(one)


def _clause_of(report: Report, amount: Observation) -> tuple[str, str]:
    """The words before and behind an amount, up to the next mark on either side."""
    text, fact = report.document.text, amount.fact
    ahead = _MARK.split(text[fact.sentence_start : fact.start])[-1]
    behind = _MARK.split(text[fact.end : fact.sentence_end])[0]
    return ahead.replace("/", " / "), behind.replace("/", " / ")


def _is_joined(report: Report, amount: Observation) -> bool:
    """Whether another amount goes on with this one: *giảm 120 công chức và 780 viên chức*."""
    sentence = report.by_sentence[amount.fact.sentence_start]
    following = next((one for one in sentence if one.fact.start >= amount.fact.end), None)
    if following is None or following.fact.kind != amount.fact.kind:
        return False
    return report.ends_with("joined", report.between(amount, following))


def _counts_another(report: Report, changed: Changed) -> bool:
    """Whether the amount counts what was not named: *30 ministries to 22, 23,000 jobs lost*."""
    unit = getattr(changed.amount.fact.value, "unit", None)
    if unit is None or report.is_one_of("general_unit", unit):
        return False
    units = [getattr(one.fact.value, "unit", None) for one in changed[:2]]
    if report.is_one_of("people_unit", unit):
        people = any(one.population for one in changed[:2])
        return not people and any(one and not report.is_one_of("people_unit", one) for one in units)
    start = changed.before.fact.sentence_start
    said = [*(one or "" for one in units), report.document.text[start : changed.amount.fact.start]]
    named = {word for text in said for word in _WORD.findall(text.casefold())}
    if report.document.language == "vi" and not report.opens_with("general_unit", unit):
        # *Giảm từ 210 xuống 148 phòng, giảm 41 trưởng phòng*: what is counted stands first.
        heads = [words[0] for part in unit.casefold().split(",") if (words := _WORD.findall(part))]
        return named.isdisjoint(heads)
    return named.isdisjoint(_WORD.findall(unit.casefold()))


def _is_of_what_follows(report: Report, changed: Changed, behind: str) -> bool:
    """Whether words behind a percentage name what else it is of: *cắt giảm 30% thời gian*.

    Not *giảm 30% số xã* behind a number of communes, nor words of time and of comparison.
    """
    before, after, amount = changed
    if not isinstance(amount.fact.value, Percentage):
        return False
    ends = ("compared_with", "measured_from", "joined")
    stops = [one.start() for name in ends for one in report.all_words(name, behind)]
    head = behind[: min(stops, default=len(behind))]
    for name in ("change_leads", "earlier_time", "same_thing"):
        head = report.without(name, head)
    words = {one.casefold() for one in _WORD.findall(head)}
    ahead = report.document.text[amount.fact.sentence_start : amount.fact.start]
    values = report.between(*sorted((before, after), key=lambda one: one.fact.start))
    units = (getattr(one.fact.value, "unit", None) or "" for one in (before, after))
    said = _WORD.findall(" ".join((ahead, values, *units)).casefold())
    return bool(words) and words.isdisjoint(said)


def _is_since_another_year(report: Report, changed: Changed, behind: str) -> bool:
    """Whether a change is measured from another year than its value before: *up 4% on 2022*."""
    before, after, _ = changed
    first = behind.lstrip()
    if report.opens_with("earlier_time", first) is None:
        return False
    since = set(_A_YEAR.findall(first))
    known = set(_A_YEAR.findall(before.period or ""))
    if before.fact.end <= after.fact.start:
        known |= set(_A_YEAR.findall(report.between(before, after)))
    return bool(since and known) and since.isdisjoint(known)


def _is_of_more(report: Report, changed: Changed) -> bool:
    """Whether a change is that of several pairs together, or is what came before some went.

    *Từ 129 xuống 41 xã, từ 12 xuống 5 phường, giảm 67,4%*; *từ 120 lên 150, tăng thêm 34, giải
    thể 4*.
    """
    before, after, amount = changed
    numbers = [one for one in report.by_sentence[amount.fact.sentence_start] if measured(one)]
    stated = _stated(amount, "any")
    ahead = [one for one in numbers if one.fact.end <= amount.fact.start]
    pairs = [
        (exact_count(one), exact_count(two))
        for one, two in pairwise(ahead)
        if _from_to(report, one, two)
        or (report.says("led_to", report.between(one, two)) and _level(one) and _level(two))
    ]
    known = [(one, two) for one, two in pairs if one and two]
    if len(known) > 1:
        low, high = sum(one for one, _ in known), sum(two for _, two in known)
        by = Fraction(abs(high - low))
        relative = isinstance(amount.fact.value, Percentage)
        if Interval.point(100 * by / low if relative else by).meets(_unsigned(stated)):
            return True
    one, two, by_ = exact_count(before), exact_count(after), exact_count(amount)
    if None in (one, two, by_):
        return False
    rest = abs((by_ or 0) - abs((two or 0) - (one or 0)))
    following = [each for each in numbers if each.fact.start >= amount.fact.end]
    return any(exact_count(each) == rest for each in following)


def _agrees(
    report: Report, changed: Changed, computed: Fraction, reading: str, rule: str
) -> Finding:
    found = reading if rule == "nearest" else rule
    reason, condition = _AGREEING.get(found, ("change_recomputed", None))
    if reason == "change_recomputed" and not Interval.point(computed).meets(
        _stated(changed.amount, rule)
    ):
        reason = "change_within_rounding"
    return report.finding(
        _NAME,
        "supported_if" if condition else "supported",
        reason,
        changed.amount,
        [changed.before, changed.after],
        condition=report.phrase(condition) if condition else None,
        computed=decimal_text(computed, 2),
        words={
            "change": _told(report, changed.amount, computed, reading),
            **_pair(report, "list.from_to", changed.before, changed.after),
        },
    )


def _pair(report: Report, key: str, one: Observation, two: Observation) -> dict[str, str]:
    """The two numbers in words, to begin a sentence with and to go on with."""
    words = report.phrase(key, one=one.fact.text, two=two.fact.text)
    return {"pair": words, "Pair": words[:1].upper() + words[1:]}


def _told(report: Report, amount: Observation, computed: Fraction, reading: str) -> str:
    """A change with its unit: a decimal more than a percentage prints, else what it needs."""
    value = amount.fact.value
    if isinstance(value, Percentage):
        text = report.number(computed, max(2, value.decimals + 1))
        return f"{text}%" if reading == "relative" else report.phrase("unit.points", number=text)
    decimals = next(digits for digits in range(3) if digits == 2 or not computed * 10**digits % 1)
    text = report.number(computed, decimals)
    if isinstance(value, Multiple):
        return report.phrase("unit.times", number=text)
    currency = getattr(value, "currency", None)
    return f"{text} {currency}" if currency else text


def _differs(report: Report, changed: Changed, computed: Fraction, reading: str) -> Finding:
    verdict, alert, condition = report.conflict(changed.before, changed.after, changed.amount)
    if _scope(changed.before) != _scope(changed.after):
        verdict, alert = "implausible", "warn"
    if _is_told(report, changed):
        # Growth may be one at constant prices, and the values at those of their years.
        verdict, alert = "implausible", "note" if changed.after.fact.kind == "money" else "warn"
    return report.finding(
        _NAME,
        verdict,
        "change_told_otherwise" if alert == "note" else "change_differs",
        changed.amount,
        [changed.before, changed.after],
        alert=alert,
        condition=condition,
        computed=decimal_text(computed, 2),
        words={
            "change": _told(report, changed.amount, computed, reading),
            **_pair(report, "list.from_to", changed.before, changed.after),
        },
    )


def _middle(interval: Interval) -> Fraction:
    ends = [end for end in (interval.low, interval.high) if end is not None]
    return sum(ends, start=Fraction(0)) / max(1, len(ends))


def _point(value: Measured) -> Interval:
    return Interval.point(value.number or 0)


def _readings(
    changed: Changed, of: Callable[[Measured], Interval] = meaning
) -> Iterator[tuple[str, Interval]]:
    """The change between two values in every way that its print can be read.

    ``of`` gives what a printed value means: all it admits, or just itself.
    """
    before, after = measured(changed.before), measured(changed.after)
    if before is None or after is None:
        return
    low, high = of(before), of(after)
    amount = changed.amount.fact.value
    down = changed.amount.change == "decrease"
    difference = low - high if down else high - low
    match amount:
        case Multiple():
            if quotient := high.over(low):
                yield "times", quotient
                yield "more", quotient - Interval.point(1)
        case Percentage() if amount.basis == "points" or amount.sign == "pp":
            yield "difference", difference
        case Percentage():
            if isinstance(before, Percentage):
                yield "points", difference
            if relative := growth(low, high):
                yield "relative", -relative if down else relative
        case _:
            yield "difference", difference


def _stated(amount: Observation, rule: str) -> Interval:
    value: Measured | None = measured(amount)
    if value is None or value.number is None:
        return Interval(None, None)
    if value.comparator != "=" or value.upto is not None:
        return meaning(value)
    return printed(value.number, "any" if rule == "any" else "nearest", unit=step(value))
