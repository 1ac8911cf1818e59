"""Whether a counted share may be one of fewer than the total that the text states before it.

*Có 9.800 cấp ủy viên, trong đó 310 bí thư là nữ (10,40%)*: of all secretaries, most likely.
"""

from __future__ import annotations

import regex

from pipeline.checks.pairs import counts_people
from pipeline.checks.report import Report
from pipeline.model import Observation

__all__ = ["has_own_base"]

_MARKS = regex.compile(r"[,;:.()]\s")
_LIST = regex.compile(r"\s*,\s*")


def has_own_base(
    report: Report, total: Observation, counted: Observation, share: Observation
) -> bool:
    """Whether the words around a count name a group of its own, of which it is the share."""
    if total is counted or counted.fact.start < total.fact.end:
        return False
    return (
        _is_of_other_kind(report, total, counted)
        or _is_of_some_place(report, total, counted)
        or _is_of_some_posts(report, total, counted, share)
        or _is_of_one_sort(report, total, counted, share)
    )


def _unit(one: Observation) -> str:
    return getattr(one.fact.value, "unit", None) or ""


def _is_of_other_kind(report: Report, total: Observation, counted: Observation) -> bool:
    """Whether bodies are counted of people, or of people and bodies together.

    *Kiểm tra tổng số 104 đảng viên, có 22 tổ chức đảng vi phạm (71%)*; *135 tổ chức, đảng viên,
    có 22 tổ chức vi phạm*.
    """
    bodies = report.opens_with("counted_bodies", _unit(counted)) is not None
    if bodies and report.opens_with("counted_bodies", _unit(total)) is None:
        return counts_people(report, total)
    behind = report.between(total, counted).lstrip().removeprefix(_unit(total))
    joint = _LIST.match(behind)
    if not bodies or joint is None:
        return False
    return report.opens_with("counted_people", behind[joint.end() :]) is not None


def _is_of_some_place(report: Report, total: Observation, counted: Observation) -> bool:
    """Whether a level or a body is named for the part alone, and something else is said of it.

    *2.105 công chức, trong đó cấp tỉnh có 620 thạc sĩ*: its share may be one of those at that
    level; *cấp tỉnh có 620* is one of all.
    """
    if counted.attribute is None:
        return False
    if (total.level is None or total.level != counted.level) and any(
        one.dimension == "level" and one.start >= total.fact.end for one in counted.evidence
    ):
        return True
    ahead = _LIST.split(report.between(total, counted))[-1]
    return report.opens_with("some_body", ahead) is not None and report.ends_with(
        "there_are", ahead
    )


def _is_of_some_posts(
    report: Report, total: Observation, counted: Observation, share: Observation
) -> bool:
    """Whether those with a post are counted who are women, or young: *310 bí thư là nữ*."""
    if counted.attribute is None:
        return False
    return report.says("some_posts", _item(report, counted, share)) and not report.says(
        "some_posts", f"{total.fact.text} {_unit(total)}"
    )


def _is_of_one_sort(
    report: Report, total: Observation, counted: Observation, share: Observation
) -> bool:
    """Whether those of one sort are counted that reached something: *110 trường mầm non đạt*."""
    item = _item(report, counted, share)
    return (
        report.says("sorts", item)
        and report.says("has_property", item)
        and not report.says("sorts", _unit(total))
    )


def _item(report: Report, counted: Observation, share: Observation) -> str:
    """The words of an item of a list: from the mark before its count up to its share."""
    text = report.document.text
    ahead = _MARKS.split(text[counted.fact.sentence_start : counted.fact.start])[-1]
    return str(ahead) + text[counted.fact.start : max(counted.fact.end, share.fact.start)]
