"""The fact-check: what can be recomputed from the numbers that a report prints.

One file a check, each with one generator function over a `Report`. A new check is a file
here, its name below, and its number in `report.RULES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from pipeline.checks.boilerplate import boilerplate
from pipeline.checks.change import change
from pipeline.checks.coefficient_range import coefficient_range
from pipeline.checks.count_percent_pair import count_percent_pair
from pipeline.checks.cross_document import cross_document
from pipeline.checks.cross_statement import cross_statement
from pipeline.checks.date_order import date_order
from pipeline.checks.definition import definition
from pipeline.checks.doc_date import doc_date
from pipeline.checks.doc_date_order import doc_date_order
from pipeline.checks.doc_reference import doc_reference
from pipeline.checks.doc_repeat import doc_repeat
from pipeline.checks.doc_symbol_type import doc_symbol_type
from pipeline.checks.doubt import in_doubt
from pipeline.checks.enumeration_count import enumeration_count
from pipeline.checks.label_comparison import label_comparison
from pipeline.checks.nested_counts import nested_counts
from pipeline.checks.not_a_quantity import not_a_quantity
from pipeline.checks.ordinal import ordinal
from pipeline.checks.part_sum import part_sum
from pipeline.checks.partition_cover import partition_cover
from pipeline.checks.period_length import period_length
from pipeline.checks.period_order import period_order
from pipeline.checks.ratio_percent import ratio_percent
from pipeline.checks.repeat_mention import repeat_mention
from pipeline.checks.report import RULES, Report, places
from pipeline.checks.share_no_count import share_no_count
from pipeline.checks.share_sum import share_sum
from pipeline.checks.shared_base import shared_base
from pipeline.checks.shared_base_of_pairs import shared_base_of_pairs
from pipeline.checks.shared_base_value import shared_base_value
from pipeline.checks.single_statement import single_statement
from pipeline.checks.summary_claim import summary_claim
from pipeline.checks.table_row import table_row
from pipeline.checks.table_total import table_total
from pipeline.checks.target_attainment import target_attainment
from pipeline.checks.universal_share import universal_share
from pipeline.model import Document, Fact, Finding, Observation, Stated
from pipeline.rulebook import Rulebook

__all__ = ["CHECKS", "CLOSING", "RULES", "Check", "Closing", "Report", "check"]

Check = Callable[[Report], Iterator[Finding]]

#: What accounts for the numbers that the findings so far do not speak of.
Closing = Callable[[Report, Sequence[Finding]], Iterator[Finding]]

#: Every check, in the order in which findings are shown.
CHECKS: tuple[Check, ...] = (
    ratio_percent,
    part_sum,
    share_sum,
    change,
    count_percent_pair,
    share_no_count,
    universal_share,
    coefficient_range,
    partition_cover,
    label_comparison,
    shared_base,
    shared_base_value,
    shared_base_of_pairs,
    nested_counts,
    table_row,
    table_total,
    target_attainment,
    repeat_mention,
    cross_statement,
    summary_claim,
    enumeration_count,
    cross_document,
    doc_symbol_type,
    doc_date_order,
    doc_repeat,
    doc_reference,
    doc_date,
    date_order,
    period_order,
    period_length,
    definition,
    ordinal,
    boilerplate,
)

#: What accounts for the numbers that all others left over, in this order.
CLOSING: tuple[Closing, ...] = (single_statement, not_a_quantity)


def check(
    document: Document,
    observations: Sequence[Observation],
    mentions: Sequence[Fact],
    *,
    rulebook: Rulebook,
    lang: Literal["en", "vi"] = "en",
    earlier: Sequence[Stated] = (),
) -> tuple[Finding, ...]:
    """What can be said of every number of a document, in display order.

    ``lang`` is the language of the messages, ``earlier`` what other documents state; what OCR
    is not sure of in them proves nothing.
    """
    report = Report(
        document=document,
        observations=tuple(observations),
        mentions=tuple(mentions),
        rulebook=rulebook,
        lang=lang,
        earlier=tuple(one for one in earlier if not one.observation.fact.weak),
    )
    findings: list[Finding] = [finding for one in CHECKS for finding in one(report)]
    findings = _one_alert_each(list(in_doubt(report, findings)))
    for one in CLOSING:
        findings += list(one(report, findings))
    return tuple(findings)


def _one_alert_each(findings: Sequence[Finding]) -> list[Finding]:
    """One root cause, one alert: what shares a number with a contradiction is quiet.

    The verdicts stay; the later findings lose their alert and their repairs.
    """
    blamed: set[tuple[int, int]] = set()
    said = []
    for finding in findings:
        numbers = places(finding)
        if finding.alert != "none" and blamed & numbers:
            said.append(finding.model_copy(update={"alert": "none", "repairs": ()}))
            continue
        if finding.alert == "error":
            blamed |= numbers
        said.append(finding)
    return said
