"""BC102: counts of parts against their total; overlapping counts are no parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import regex

from pipeline.arithmetic import decimal_text, one_digit_edits
from pipeline.checks.breakdowns import breakdowns
from pipeline.checks.families import FAMILIES
from pipeline.checks.pairs import are_alike
from pipeline.checks.reading import exact_count
from pipeline.checks.repairs import edit
from pipeline.checks.report import Report
from pipeline.checks.shared_base_of_pairs import of_one_group, runs_of_pairs
from pipeline.checks.wholes import Whole, wholes
from pipeline.model import Alert, Finding, Observation, Ratio, Repair, Verdict

__all__ = ["part_sum"]

_NAME = "part_sum"
_DIGIT = regex.compile(r"\d")
_COMMA = regex.compile(",")
_LIST_ENDS = regex.compile(r"[;.:()]")
_NEAR = 40
#: So far behind a sentence the next one may begin with those it left out.
_FOLLOWING = 60
#: Attributes of which everyone who was rated, or disciplined, has exactly one.
_PARTITIONED = frozenset(
    attribute for family in FAMILIES if family.partition for attribute in family.attributes
)


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
    judged = set()
    for whole in wholes(report):
        for finding in _added(report, whole):
            judged.add(whole.total.fact.id)
            yield finding
    for broken in breakdowns(report):
        if broken.total.fact.id not in judged:
            judged.add(broken.total.fact.id)
            yield _broken_down(report, broken.total, broken.parts)


def _ratios_of_one_total(report: Report) -> Iterator[Finding]:
    """115/177 and 138/177 count two properties that one place can have at once."""
    for sentence in report.by_sentence.values():
        by_total: dict[tuple[object, ...], list[tuple[Observation, Ratio]]] = {}
        for one in sentence:
            value = one.fact.value
            if isinstance(value, Ratio) and value.part and value.total:
                by_total.setdefault((value.total, one.level), []).append((one, value))
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


def _added(report: Report, whole: Whole) -> Iterator[Finding]:
    counts = [exact_count(one) or 0 for one in whole.parts]
    total, added = exact_count(whole.total) or 0, sum(counts)
    if added == total:
        yield _said(report, whole, added, "supported", "parts_add_up")
    elif (
        (max(counts) > total and not whole.alike)
        or _of_another(report, whole, added)
        or _is_unread(report, whole, more=added < total)
        or (added < total and _has_one_more(report, whole, total - added))
        or (added < total and _leaves_some(report, whole))
        or (whole.said and added < total and _is_cut_off(report, whole))
    ):
        # Thirteen districts made up of 177 communes: other things are counted.
        yield _said(report, whole, added, "not_checkable", "other_things_counted")
    elif whole.overlapping:
        return  # 581 members, of whom 118 are women and 67 are under 40: nobody adds these up.
    elif whole.exhaustive:
        verdict, alert, condition = report.conflict(whole.total, *whole.parts)
        yield _said(
            report, whole, added, verdict, "parts_do_not_add_up", alert=alert, condition=condition
        )
    elif whole.said and _are_like(report, whole) and not _is_cut_off(report, whole):
        yield _said(report, whole, added, "implausible", "parts_may_be_more", alert="note")


def _of_another(report: Report, whole: Whole, added: int) -> bool:
    """Whether an earlier number of the sentence is what the parts add up to.

    *15 members from among 53, of whom 12 were re-elected and 3 are new.* So may it and the total
    be: *kỷ luật 5 tổ chức đảng, 64 đảng viên: khiển trách 43, …*.
    """
    sentence = report.by_sentence[whole.total.fact.sentence_start]
    earlier = [one for one in sentence if one.fact.end <= whole.total.fact.start]
    if any(exact_count(one) == added for one in earlier):
        return True
    before = earlier[-1] if earlier else None
    return (
        before is not None
        and _joins(report, report.between(before, whole.total))
        and (exact_count(before) or 0) + (exact_count(whole.total) or 0) == added
    )


def _joins(report: Report, words: str) -> bool:
    """Whether nothing but a noun and a joint parts two numbers: *5 tổ chức đảng, 64 đảng viên*."""
    return words.rstrip().endswith(",") or report.ends_with("joint", words)


def _is_unread(report: Report, whole: Whole, *, more: bool) -> bool:
    """Whether something that nothing reads may be another of the parts.

    That is a number among them, *24 huyện, một thị xã và 2 thành phố*, one more at their end,
    *2 thành phố và một đặc khu*, *gồm 5, 7 và phường 9*, or a rest behind them that is not
    counted, *cảnh cáo 8, còn lại là khiển trách*; those only where the parts come to too little,
    so that ``more`` would help.
    """
    parts = sorted(whole.parts, key=lambda one: one.fact.start)
    start, end, text = parts[0].fact.end, parts[-1].fact.start, report.document.text
    if more and report.says("rest", text[parts[-1].fact.end : parts[-1].fact.sentence_end]):
        return True
    if _goes_on(report, parts[-1]) or _is_for_each(report, whole.total, parts[-1]):
        return True
    opening = min(whole.total.fact.end, start)
    known = report.inside_range(opening, end)
    unread = [
        *(digit.start() for digit in _DIGIT.finditer(text, start, end)),
        *(
            opening + one.start()
            for one in report.all_words("single", text[opening:end])
            if more
            if report.opens_with("kinds_of_unit", text[opening + one.end() : end].lstrip())
        ),
    ]
    return any(
        not any(one.fact.start <= number < one.fact.end for one in known) for number in unread
    )


def _has_one_more(report: Report, whole: Whole, missing: int) -> bool:
    """Whether a number behind the parts, in words that nothing knows, may be one of them.

    *100 đảng viên, gồm khiển trách 60, cảnh cáo 25, miễn kỷ luật 10*: what nothing reads, or as
    many as are missing.
    """
    last = max(whole.parts, key=lambda one: one.fact.start)
    bracket = report.bracket_of(last)
    start, end = last.fact.end, last.fact.sentence_end
    if any(exact_count(one) == missing for one in report.inside_range(start, end)):
        return True
    end = bracket.end if bracket else end
    end = start + len(report.document.text[start:end].partition(";")[0])
    known = report.inside_range(start, end)
    return any(
        not any(one.fact.start <= digit.start() < one.fact.end for one in known)
        for digit in _DIGIT.finditer(report.document.text, start, end)
    )


def _leaves_some(report: Report, whole: Whole) -> bool:
    """Whether those who are no part are told of, but not counted, or one more part is.

    *…, không hoàn thành 1; riêng Đảng bộ Công an xếp loại sau*, *120 công an, 200 bộ đội và dân
    quân các xã*, *2 người ở tỉnh, 5 người ở huyện, do đồng chí Phó Chủ tịch làm tổ trưởng*.
    """
    fact = max(whole.parts, key=lambda one: one.fact.start).fact
    text = report.document.text
    behind = report.without("no_exclusion", text[fact.end : fact.sentence_end])
    if report.says("led_by", behind):
        return True
    if any(one.attribute in _PARTITIONED for one in whole.parts):
        sentence = text[fact.sentence_start : fact.sentence_end + _FOLLOWING]
        if report.says("unrated", sentence) or report.says("set_apart", behind):
            return True
    listed = _LIST_ENDS.split(behind)[0]
    joints = report.all_words("joint", listed)
    return any(
        bool(rest) and not _DIGIT.search(rest)
        for rest in (listed[joint.end() :].strip() for joint in joints)
    )


def _is_for_each(report: Report, total: Observation, last: Observation) -> bool:
    """Whether a part is counted once for each of several: *3 xã ở A và 1 xã ở mỗi huyện khác*."""
    bracket = report.bracket_of(last)
    end = bracket.end if bracket is not None else last.fact.sentence_end
    behind = report.document.text[last.fact.end : end].partition(";")[0]
    return report.says("for_each", report.between(total, last) + behind)


def _are_like(report: Report, whole: Whole) -> bool:
    """Whether every part is counted in the noun of the total, or in none of its own.

    *700 giường bệnh gồm nhà chính 4 tầng, khu nội trú 15 tầng* tells of storeys.
    """
    units = [getattr(one.fact.value, "unit", None) for one in whole.parts]
    return all(
        unit is None or are_alike(report, whole.total, one)
        for unit, one in zip(units, whole.parts, strict=True)
    )


def _is_cut_off(report: Report, whole: Whole) -> bool:
    """Whether more may follow behind a semicolon: *gồm 1 đô thị loại I, 1 loại II; 2 loại V*."""
    last = max(whole.parts, key=lambda one: one.fact.start)
    bracket = report.bracket_of(last)
    end = bracket.end if bracket is not None else last.fact.sentence_end
    behind = report.document.text[last.fact.end : end]
    return ";" in behind.partition(",")[0]


def _goes_on(report: Report, last: Observation) -> bool:
    """Whether one more part, which nothing reads, is joined to the last: *… và một đặc khu*."""
    start, text = last.fact.end, report.document.text
    bracket = report.bracket_of(last)
    behind = text[start : bracket.end if bracket else last.fact.sentence_end]
    listed = _LIST_ENDS.split(behind)[0]
    joints = [one.end() for one in report.all_words("joint", listed)]
    joints += [one.end() for one in _COMMA.finditer(listed) if bracket]
    for joint in joints:
        more = start + joint
        noun = text[more : more + _NEAR].lstrip()
        digit = _DIGIT.search(text, more, start + len(behind))
        numbered = digit is not None and len(text[more : digit.start()].split()) == 1
        known = digit and report.inside_range(more, digit.end())
        if report.opens_with("single", noun) or (numbered and not known):
            return True
    return False


def _said(
    report: Report,
    whole: Whole,
    added: int,
    verdict: Verdict,
    reason: str,
    *,
    alert: Alert = "none",
    condition: str | None = None,
) -> Finding:
    return report.finding(
        _NAME,
        verdict,
        reason,
        whole.total,
        whole.parts,
        alert=alert,
        condition=condition,
        computed=str(added),
        repairs=_repairs(report, whole, added) if alert == "error" else (),
        words={"sum": report.number(added)},
    )


def _broken_down(report: Report, total: Observation, parts: Sequence[Observation]) -> Finding:
    return report.finding(
        _NAME,
        "supported",
        "parts_add_up",
        total,
        parts,
        computed=str(total.fact.value),
        words={"sum": total.fact.text},
    )


def _repairs(report: Report, whole: Whole, added: int) -> tuple[Repair, ...]:
    total = exact_count(whole.total) or 0
    then = report.phrase("then.sum", sum=report.number(added))
    found = list(edit(whole.total.fact, Decimal(total), Decimal(added), then))
    for part in whole.parts:
        count = exact_count(part) or 0
        right = count + total - added
        if right > 0 and str(right) in set(one_digit_edits(str(count))):
            then = report.phrase("then.sum", sum=report.number(total))
            found.extend(edit(part.fact, Decimal(count), Decimal(right), then))
    return tuple(found)
