"""What the checks may say, and when they must keep silent (`fact-check`, 3 and 4)."""

from __future__ import annotations

import ast
import string
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import by_hand
import pytest
from cards import book
from hypothesis import given
from hypothesis import strategies as some

from pipeline import analyse, checks, flow
from pipeline.arithmetic import percent_of, printed_as, rounding_that_gives
from pipeline.checks import CHECKS, CLOSING, RULES, Report
from pipeline.checks.not_a_quantity import tokens
from pipeline.checks.report import terms_of_office
from pipeline.model import (
    AgeBand,
    Count,
    Date,
    DocumentNumber,
    Evidence,
    Finding,
    Multiple,
    Percentage,
    Period,
    Ratio,
    Stated,
)
from pipeline.rulebook import Cap


def report(text: str, **about: Any) -> by_hand.Report:
    return by_hand.Report("report.txt", text, **about)


def check(written: by_hand.Report, **options: Any) -> tuple[Finding, ...]:
    return checks.check(
        written.document,
        written.observations,
        written.mentions,
        **{"rulebook": book(), **options},
    )


def found(written: by_hand.Report, name: str, **options: Any) -> list[Finding]:
    return [one for one in check(written, **options) if one.check == name]


def only(written: by_hand.Report, name: str, **options: Any) -> Finding:
    (finding,) = found(written, name, **options)
    return finding


def silent(written: by_hand.Report) -> bool:
    return all(one.alert == "none" and one.verdict != "contradicted" for one in check(written))


def share(number: str, **fields: Any) -> Percentage:
    decimals = max(0, -int(Decimal(number).as_tuple().exponent))
    return Percentage(number=Decimal(number), decimals=decimals, **{"basis": "share", **fields})


def paired(text: str, count: str, percent: str, **dimensions: Any) -> by_hand.Report:
    """A text with one count or ratio and its percentage."""
    written = report(text)
    owner = written.fact(count, **dimensions)
    written.fact(percent, share(percent.rstrip("%")), share_of=owner, **dimensions)
    return written


# ── BC101: a ratio and its percentage ─────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("percent", "verdict", "reason"),
    [
        ("65%", "supported", "recomputed_nearest"),
        ("64%", "supported_if", "recomputed_cut_off"),
        ("64.98%", "supported_if", "recomputed_rounded_up"),
        ("56%", "contradicted", "share_differs"),
        ("66%", "contradicted", "share_differs"),
        ("64.9%", "supported_if", "recomputed_cut_off"),
    ],
)
def test_a_ratio_against_its_share(percent: str, verdict: str, reason: str) -> None:
    finding = only(
        paired(f"It holds in 115/177 communes ({percent}).", "115/177", percent), "ratio_percent"
    )
    assert (finding.verdict, finding.reason) == (verdict, reason)
    assert finding.stated == percent
    assert [one.text for one in finding.uses] == ["115/177"]
    assert (finding.alert == "error") == (verdict == "contradicted")


def test_the_contract_of_a_finding() -> None:
    finding = only(paired("It holds in 115/177 communes (65%).", "115/177", "65%"), "ratio_percent")
    assert finding.rule == "BC101"
    assert finding.computed == "64.97"
    assert (finding.interval, finding.bounds) == (("64.5", "65.5"), "[]")
    assert finding.message == "115/177 is 64.97%, printed 65%"
    assert finding.condition is None


@pytest.mark.parametrize(
    ("percent", "verdict"),
    [
        ("22.35%", "supported"),  # 19 of 85
        ("13.48%", "supported"),  # 19 of 141
        ("31.2%", None),
    ],
)
def test_a_part_of_what_was_counted_between(percent: str, verdict: str | None) -> None:
    written = report(f"Out of 141 cadres 85 were named, of whom 19 are women ({percent}).")
    for number in ("141", "85"):
        written.fact(number, Count(number=Decimal(number)))
    owner = written.fact("19")
    written.fact(percent, share(percent.rstrip("%")), share_of=owner)
    assert [one.verdict for one in found(written, "ratio_percent")] == [verdict] * bool(verdict)
    assert silent(written)


@pytest.mark.parametrize(
    ("ratio", "unit", "percent", "verdict", "reason"),
    [
        # Rounded figures admit more than one percentage: 415.4/869.6 is 47.8%.
        ("415/870", "billion VND", "47.7%", "supported", "recomputed_nearest"),
        ("415/870", "billion VND", "47.8%", "supported_if", "within_printed_figures"),
        ("415/870", "billion VND", "49.7%", "contradicted", "share_differs"),
        ("415/870", "members", "47.8%", "supported_if", "recomputed_rounded_up"),
        ("415/870", "members", "47.9%", "contradicted", "share_differs"),
        ("17.8/19", "criteria", "93.7%", "supported", "recomputed_nearest"),
        ("17.8/19", "criteria", "93.5%", "supported_if", "within_printed_figures"),
        # What was done may be more than what was planned.
        ("8400/6500", "members", "129%", "supported", "recomputed_nearest"),
        ("8400/6500", "members", "12%", "not_checkable", "no_fraction"),
    ],
)
def test_figures_that_are_rounded_themselves(
    ratio: str, unit: str, percent: str, verdict: str, reason: str
) -> None:
    part, whole = map(Decimal, ratio.split("/"))
    written = report(f"It reached {ratio} {unit} ({percent}).")
    owner = written.fact(ratio, Ratio(part=part, whole=whole, unit=unit))
    written.fact(percent, share(percent.rstrip("%")), share_of=owner)
    finding = only(written, "ratio_percent")
    assert (finding.verdict, finding.reason) == (verdict, reason)


def test_all_and_none_are_words() -> None:
    nearly_all = only(paired("Done in 199/200 posts (100%).", "199/200", "100%"), "ratio_percent")
    assert (nearly_all.verdict, nearly_all.condition) == ("supported_if", "rounded")
    all_of_them = only(paired("Done in 200/200 posts (100%).", "200/200", "100%"), "ratio_percent")
    assert all_of_them.verdict == "supported"


@pytest.mark.parametrize(
    ("comparator", "number", "verdict"),
    [
        (">", "60", "supported"),
        ("nearly", "65", "supported"),
        (">=", "65", "implausible"),
        (">", "70", "contradicted"),
        ("about", "65", "supported"),
    ],
)
def test_a_ratio_against_a_bound(comparator: str, number: str, verdict: str) -> None:
    written = report(f"It holds in 115/177 communes, so {number}%.")
    owner = written.fact("115/177")
    written.fact(f"{number}%", share(number, comparator=comparator), share_of=owner)
    assert only(written, "ratio_percent").verdict == verdict


def test_the_total_of_the_clause_is_the_whole() -> None:
    written = report("Out of 3,234 members, 869 are young (26.87%).")
    written.fact("3,234", Count(number=Decimal(3234)))
    owner = written.fact("869")
    written.fact("26.87%", share("26.87"), share_of=owner)
    finding = only(written, "ratio_percent")
    assert finding.verdict == "supported"
    assert {one.text for one in finding.uses} == {"869", "3,234"}
    assert not found(written, "count_percent_pair")


def test_repairs_come_with_their_place_and_the_likeliest_first() -> None:
    text = "It holds in 115/170 communes (65%) and in 138/177 communes."
    written = paired(text, "115/170", "65%")
    written.fact("138/177")
    finding = only_contradicted(written)
    first = finding.repairs[0]
    assert (first.text, first.to, first.then) == ("115/170", "115/177", "115 of 177 would agree")
    assert {("65%", "68%")} <= {(one.text, one.to) for one in finding.repairs}
    for repair in finding.repairs:
        assert text[repair.start : repair.end] == repair.text


def test_no_repair_makes_all_of_what_is_a_part() -> None:
    text = "It holds in 7/9 communes (99.6%) and in 58/88 villages."
    written = paired(text, "7/9", "99.6%")
    for finding in check(written):
        assert not {"7/7", "9/9"} & {one.to for one in finding.repairs}


def only_contradicted(written: by_hand.Report) -> Finding:
    (finding,) = (one for one in check(written) if one.verdict == "contradicted")
    return finding


def test_repairs_keep_the_way_of_writing() -> None:
    written = report("Có 2.280/26.754 viên chức (8,25%).", language="vi")
    owner = written.fact("2.280/26.754", Ratio(part=Decimal(2280), whole=Decimal(26754)))
    written.fact("8,25%", share("8.25"), share_of=owner)
    finding = only_contradicted(written)
    assert ("8,25%", "8,52%") in {(one.text, one.to) for one in finding.repairs}
    assert "8,52" in finding.message


def edits(text: str) -> list[str]:
    """Every text with one digit replaced."""
    return [
        text[:at] + digit + text[at + 1 :]
        for at, old in enumerate(text)
        for digit in "0123456789"
        if old.isdigit() and digit != old
    ]


@pytest.mark.parametrize(("ratio", "percent"), [("115/177", "65"), ("12/13", "92.3")])
def test_every_wrong_digit_is_seen_where_it_can_be(ratio: str, percent: str) -> None:
    planted = [(one, percent) for one in edits(ratio)] + [(ratio, one) for one in edits(percent)]
    for wrong_ratio, wrong_percent in planted:
        k, n = map(int, wrong_ratio.split("/"))
        if not 0 < k <= n or wrong_percent.startswith("0"):
            continue
        text = f"It holds in {wrong_ratio} communes ({wrong_percent}%)."
        finding = only(paired(text, wrong_ratio, f"{wrong_percent}%"), "ratio_percent")
        rule = rounding_that_gives(percent_of(k, n), Decimal(wrong_percent))
        expected = {"nearest": "supported", None: "contradicted"}.get(rule, "supported_if")
        assert finding.verdict == expected, (wrong_ratio, wrong_percent)


CONFERENCE = "The conference elected 53 members. Of these"
LIST = "18 are women (33.96%), 3 are young (5.66%) and {} hold a degree ({})."


def listed(last: str, percent: str) -> by_hand.Report:
    written = report(f"{CONFERENCE} {LIST.format(last, percent)}")
    written.fact("53")
    for count, share_ in (("18", "33.96%"), ("3 ", "5.66%"), (last, percent)):
        start = written.document.text.index(f"{count.strip()} ", len(CONFERENCE))
        number = Count(number=Decimal(count.strip()))
        owner = written.fact(count.strip(), number, start=start)
        written.fact(share_, share(share_.rstrip("%")), share_of=owner)
    return written


def test_the_total_of_a_list_may_stand_in_another_sentence() -> None:
    findings = found(listed("52", "98.11%"), "ratio_percent")
    assert [one.verdict for one in findings] == ["supported"] * 3
    assert {use.text for one in findings for use in one.uses} == {"53", "18", "3", "52"}
    assert not found(listed("52", "98.11%"), "count_percent_pair")


def test_the_odd_share_of_a_list() -> None:
    (odd,) = (one for one in found(listed("52", "91.18%"), "ratio_percent") if one.alert != "none")
    assert (odd.verdict, odd.alert, odd.stated) == ("implausible", "warn", "91.18%")
    assert odd.condition == "if its total is 53, like that of 2 other shares of the list"
    assert ("91.18%", "98.11%") in {(one.text, one.to) for one in odd.repairs}


def test_one_share_that_comes_out_by_luck_makes_no_total() -> None:
    written = report("There are 13 districts. Only 3 (23%) are large and 40 (18.2%) are small.")
    written.fact("13")
    for count, percent in (("3 ", "23%"), ("40", "18.2%")):
        start = written.document.text.index(f"{count.strip()} (")
        owner = written.fact(count.strip(), start=start)
        written.fact(percent, share(percent.rstrip("%")), share_of=owner)
    assert not found(written, "ratio_percent")
    assert silent(written)


# ── 4.3: when to keep silent ──────────────────────────────────────────────────────────────


def test_1_different_bases_share_nothing() -> None:
    written = report("The province cut 887 civil servants (18.7%) and 466 other workers (10.51%).")
    for count, percent, people in (("887", "18.7%", "civil"), ("466", "10.51%", "other")):
        owner = written.fact(count, population=people)
        written.fact(percent, share(percent.rstrip("%")), share_of=owner, population=people)
    assert only(written, "shared_base_of_pairs").reason == "different_bases"
    assert only(written, "share_sum").reason == "different_bases"
    assert silent(written)


def test_2_overlapping_groups_are_no_parts() -> None:
    written = report("So it is in 115/177 communes and in 138/177 communes.")
    written.fact("115/177", level="commune")
    written.fact("138/177", level="commune")
    assert only(written, "part_sum").reason == "overlapping_groups"
    assert silent(written)


def test_3_the_nearest_bracket_wins() -> None:
    written = report("Of 12/13 districts and 138/177 communes it holds, which is 65%.")
    owner = written.fact("12/13")
    written.fact("138/177")
    written.fact("65%", share("65"), share_of=owner)
    finding = next(one for one in check(written) if one.stated == "65%")
    assert finding.verdict == "implausible"
    assert finding.condition == "if the percentage belongs to this count"


def test_4_a_target_is_no_result() -> None:
    written = report("Some 86% of cadres meet the standards (the target is 70%).")
    result = written.fact("86%", role="actual", indicator="rank", level="district")
    written.fact("70%", role="target", target_of=result, indicator="rank", level="district")
    assert not found(written, "repeat_mention")
    assert only(written, "target_attainment").verdict == "supported"
    assert silent(written)


def test_5_a_norm_is_no_data() -> None:
    written = report("All plans hold 15% or more young people.\nThe committee has 5.66% young.")
    shared = {"attribute": "age<40", "topic": "planning"}
    written.fact("15%", share("15", comparator=">="), role="requirement", **shared)
    written.fact("5.66%", share("5.66"), role="plan", body="executive_committee", **shared)
    finding = only(written, "cross_statement")
    assert (finding.verdict, finding.alert) == ("implausible", "warn")


@pytest.mark.parametrize(("printed", "alert"), [("31.4%", "none"), ("11.4%", "warn")])
def test_5_more_women_than_a_range_asks_for_are_enough(printed: str, alert: str) -> None:
    written = report(f"All plans hold 20-25% women.\nThe committee has {printed} women.")
    shared = {"attribute": "female", "topic": "planning", "indicator": "plan_female_share"}
    written.fact("20-25%", share("20", upto="25"), role="requirement", **shared)
    written.fact(printed, share(printed[:-1]), role="plan", body="executive_committee", **shared)
    assert only(written, "cross_statement").alert == alert


def test_5_many_norms_for_one_thing_bear_on_no_figure() -> None:
    norms = [f"{number}%" for number in range(20, 33)]
    lines = [f"All plans hold {one} or more young people." for one in norms]
    written = report("\n".join([*lines, "The committee has 5.66% young."]))
    shared = {"attribute": "age<40", "topic": "planning"}
    for one in norms:
        written.fact(one, share(one[:-1], comparator=">="), role="requirement", **shared)
    written.fact("5.66%", share("5.66"), role="plan", body="executive_committee", **shared)
    assert not found(written, "cross_statement")


def test_6_scopes_must_match() -> None:
    written = report(
        "Plans of committees hold 25% women.\nThe standing committee has 13.33% women."
    )
    shared = {"attribute": "female", "topic": "planning"}
    written.fact(
        "25%", share("25", comparator=">="), role="requirement", body="party_committee", **shared
    )
    written.fact("13.33%", share("13.33"), role="plan", body="standing_committee", **shared)
    assert only(written, "cross_statement").reason == "scope_differs"
    assert silent(written)


def test_6_a_target_of_another_level_is_not_compared() -> None:
    written = report("In communes 12% are young (the target for districts is 20%).")
    result = written.fact("12%", role="actual", level="commune")
    written.fact("20%", role="target", level="district", target_of=result)
    assert only(written, "target_attainment").reason == "scope_differs"
    assert silent(written)


def test_7_a_slash_is_not_always_a_fraction() -> None:
    written = paired("There were 540/320 cases (65%).", "540/320", "65%")
    assert only(written, "ratio_percent").reason == "no_fraction"
    assert silent(written)


def test_8_ordinals_terms_and_limits_are_no_quantities() -> None:
    written = report("The 17th Conference, term XVII, of people under 40.\nComment (0)")
    written.mention("17th", "ordinal")
    written.mention("XVII", "ordinal")
    written.mention("0)", "boilerplate")
    written.fact("under 40", AgeBand(low=None, high=40))
    assert {one.check for one in check(written)} == {"definition", "ordinal", "boilerplate"}
    assert [one.text for one in only(written, "ordinal").uses] == ["XVII"]
    assert silent(written)


def test_9_the_document_decides_how_numbers_are_written() -> None:
    written = report("Có 869/3.234 đảng viên (26,87%).", language="vi")
    owner = written.fact("869/3.234", Ratio(part=Decimal(869), whole=Decimal(3234)))
    written.fact("26,87%", share("26.87"), share_of=owner)
    finding = only(written, "ratio_percent", lang="vi")
    assert finding.message == "869/3.234 là 26,871%, báo cáo ghi 26,87%"
    assert finding.computed == "26.871"


@pytest.mark.parametrize("basis", ["growth", "of_plan", "of_base"])
def test_10_growth_and_plans_may_pass_one_hundred(basis: str) -> None:
    written = report("Revenue came to 102.3% of what was expected.")
    written.fact("102.3%", Percentage(number=Decimal("102.3"), decimals=1, basis=basis))
    assert silent(written)
    assert not found(written, "share_no_count")


def test_11_words_of_exclusion_change_the_base() -> None:
    text = "It holds in 115/177 communes, excluding wards (56%)."
    finding = only(paired(text, "115/177", "56%"), "ratio_percent")
    assert (finding.verdict, finding.alert) == ("implausible", "warn")
    assert finding.condition == "words of exclusion may change the base"


def test_11_in_vietnamese() -> None:
    written = report("Có 115/177 xã, không tính các phường (56%).", language="vi")
    owner = written.fact("115/177")
    written.fact("56%", share("56"), share_of=owner)
    assert only(written, "ratio_percent").verdict == "implausible"


def test_12_an_empty_check_is_no_pass() -> None:
    written = report("There are 13 districts.")
    written.fact("13")
    finding = only(written, "single_statement")
    assert (finding.verdict, finding.reason) == ("not_checkable", "nothing_to_compare")
    assert len(check(written)) == 1


def test_13_one_root_cause_one_alert() -> None:
    text = "Good 60%, completed 30%, excellent 18/100 (28%) and not completed 2%."
    written = report(text)
    grades = {"60%": "grade_good", "30%": "grade_completed", "2%": "grade_not_completed"}
    owner = written.fact("18/100")
    written.fact("28%", share("28"), share_of=owner, attribute="grade_excellent")
    for percent, grade in grades.items():
        written.fact(percent, share(percent.rstrip("%")), attribute=grade)
    contradicted = [one for one in check(written) if one.verdict == "contradicted"]
    assert [one.check for one in contradicted] == ["ratio_percent", "share_sum"]
    assert [one.alert for one in contradicted] == ["error", "none"]
    assert contradicted[0].repairs
    assert not contradicted[1].repairs


# ── BC102, BC103: sums ────────────────────────────────────────────────────────────────────


def counts(text: str, *numbers: str, **fields: Any) -> by_hand.Report:
    written = report(text)
    for number in numbers:
        digits = number.replace(",", "")
        written.fact(number, Count(number=Decimal(digits), **fields))
    return written


def test_parts_of_a_total_add_up() -> None:
    text = "They elected 53 members, consisting of 42 old and 11 new ones."
    assert only(counts(text, "53", "42", "11"), "part_sum").verdict == "supported"


def test_parts_that_do_not_add_up() -> None:
    text = "They elected 53 members, consisting of 42 old and 12 new ones."
    finding = only(counts(text, "53", "42", "12"), "part_sum")
    assert (finding.verdict, finding.computed) == ("contradicted", "54")


def test_units_in_a_bracket_are_all_units() -> None:
    for towns, verdict in (("10", "supported"), ("15", "contradicted")):
        text = f"It has 193 units (175 communes, 8 wards and {towns} towns)."
        finding = only(counts(text, "193", "175", "8", towns), "part_sum")
        assert (finding.stated, finding.verdict) == ("193", verdict)


def test_people_in_a_bracket_may_be_some_of_them() -> None:
    written = counts("It has 50 members (12 women, 8 young people).", "50", "12", "8")
    assert not found(written, "part_sum")


REDUCED = {"change": "decrease"}


def reduced(total: str) -> by_hand.Report:
    written = report(f"It cut 642 civil servants, 3,105 employees, 498 others: a total of {total}.")
    for number, people in (("642", "civil"), ("3,105", "public"), ("498", "contract")):
        value = Count(number=Decimal(number.replace(",", "")))
        written.fact(number, value, population=people, **REDUCED)
    written.fact(total, Count(number=Decimal(total.replace(",", ""))), **REDUCED)
    return written


def test_a_total_behind_its_list() -> None:
    assert only(reduced("4,245"), "part_sum").verdict == "supported"
    finding = only(reduced("4,254"), "part_sum")
    assert (finding.verdict, finding.computed) == ("contradicted", "4245")
    repairs = {(one.text, one.to) for one in finding.repairs}
    assert ("4,254", "4,245") in repairs


def test_forms_of_discipline_are_all_forms() -> None:
    forms = ("reprimand", "warning", "dismissal", "expulsion")
    for last, verdict in (("3", "supported"), ("5", "contradicted")):
        written = report(
            f"In all 64 members: reprimand 40, warning 17, dismissal 4, expulsion {last}."
        )
        written.fact("64")
        for form, number in zip(forms, ("40", "17", "4", last), strict=True):
            start = written.document.text.index(f"{form} {number}") + len(form) + 1
            written.fact(number, start=start, attribute=f"disc_{form}")
        assert only(written, "part_sum").verdict == verdict


@pytest.mark.parametrize("word", ["including", "of whom", "with"])
def test_a_list_that_is_not_all_is_not_added(word: str) -> None:
    written = counts(f"They elected 53 members, {word} 42 old and 12 new ones.", "53", "42", "12")
    assert not found(written, "part_sum")


@pytest.mark.parametrize(
    "text",
    [
        "The board has 23 people, comprising the chairman, 3 deputies and 19 members.",
        "The Committee has 23 people, Standing Board comprising 3 deputies and 19 members.",
    ],
)
def test_a_list_that_is_of_something_else_or_counts_not_all_is_not_added(text: str) -> None:
    written = counts(text, "23", "3", "19")
    assert not found(written, "part_sum")


def test_a_district_is_not_made_up_of_so_many_districts() -> None:
    written = counts(
        "There are 13 districts, comprising 177 communes and 64 wards.", "13", "177", "64"
    )
    assert only(written, "part_sum").reason == "other_things_counted"
    assert silent(written)


GRADES = ("grade_excellent", "grade_good", "grade_completed", "grade_not_completed")


def graded(text: str, *percents: str) -> by_hand.Report:
    written = report(text)
    for percent, grade in zip(percents, GRADES, strict=True):
        written.fact(percent, share(percent.rstrip("%")), attribute=grade)
    return written


@pytest.mark.parametrize(
    ("percents", "verdict"),
    [
        (("18.2%", "60.5%", "20.1%", "1.2%"), "supported"),
        (("18.2%", "60.5%", "20.1%", "1.3%"), "supported"),
        (("18.2%", "60.5%", "20.1%", "0.9%"), "supported_if"),
        (("18.2%", "60.5%", "20.1%", "4.2%"), "contradicted"),
    ],
)
def test_grades_are_all_of_it(percents: tuple[str, ...], verdict: str) -> None:
    text = "Excellent {}, good {}, completed {}, not completed {}.".format(*percents)
    assert only(graded(text, *percents), "share_sum").verdict == verdict


def test_good_and_above_counts_the_excellent_twice() -> None:
    percents = ("18.2%", "78.7%", "20.1%", "1.2%")
    text = "Excellent {}, good and above {}, completed {}, not completed {}.".format(*percents)
    assert not found(graded(text, *percents), "share_sum")


def test_a_bracket_that_gives_the_rest_a_number() -> None:
    for last, verdict in (("20%", "supported"), ("25%", "contradicted")):
        written = report(f"Land (farms 50%, forests 30%, the rest {last}).")
        for percent in ("50%", "30%", last):
            written.fact(percent)
        assert only(written, "share_sum").verdict == verdict


# ── BC104: changes ────────────────────────────────────────────────────────────────────────


def changed(before: str, after: str, amount: Percentage | Multiple | Count) -> Finding:
    printed_amount = f"{amount.number}{getattr(amount, 'sign', '')}"
    written = report(f"It rose from {before} to {after}, up {printed_amount}.")
    written.fact(before, role="previous", indicator="poor")
    written.fact(after, start=written.document.text.index(f"to {after}") + 3, indicator="poor")
    place = written.document.text.index(f"up {printed_amount}") + 3
    written.fact(printed_amount, amount, start=place, change="increase")
    return only(written, "change")


def grown(number: str, **fields: Any) -> Percentage:
    return Percentage(number=Decimal(number), basis="growth", **fields)


@pytest.mark.parametrize(
    ("before", "after", "amount", "verdict"),
    [
        ("40", "50", grown("25"), "supported"),
        ("40", "50", grown("24"), "contradicted"),
        ("40", "50", Count(number=Decimal(10)), "supported"),
        ("40", "50", Count(number=Decimal(11)), "contradicted"),
        ("11.9%", "12.3%", grown("0.4"), "supported_if"),
        ("11.9%", "12.3%", grown("3.4"), "supported"),
        ("11.9%", "12.3%", grown("0.4", sign="pp"), "supported"),
        ("11.9%", "12.3%", grown("9.8"), "contradicted"),
        ("40", "80", Multiple(number=Decimal(2)), "supported"),
        ("40", "120", Multiple(number=Decimal(2)), "supported_if"),
        ("40", "90", Multiple(number=Decimal(4)), "contradicted"),
    ],
)
def test_before_and_after(before: str, after: str, amount: Any, verdict: str) -> None:
    assert changed(before, after, amount).verdict == verdict


def test_growth_since_the_period_it_is_measured_from() -> None:
    written = report("In 2021 the index was 11.9%.\nIn 2022 it was 12.3% (up 0.4%).")
    written.fact("11.9%", indicator="index", period="2021")
    written.fact("12.3%", indicator="index", period="2022")
    written.fact("0.4%", grown("0.4"), base_period="2021", indicator="index", change="increase")
    finding = only(written, "change")
    assert (finding.verdict, finding.reason) == ("supported_if", "change_in_points")


@pytest.mark.parametrize(
    ("before", "after"), [("so_far", None), ("estimated", None), (None, "so_far")]
)
def test_growth_is_not_measured_from_or_to_what_is_not_over(
    before: str | None, after: str | None
) -> None:
    written = report("In 2021 the index was 11.9%.\nIn 2022 it was 12.3% (up 9%).")
    written.fact("11.9%", indicator="index", period="2021", stage=before)
    written.fact("12.3%", indicator="index", period="2022", stage=after)
    written.fact("9%", grown("9"), base_period="2021", indicator="index", change="increase")
    assert only(written, "change").reason == "no_before_and_after"


@pytest.mark.parametrize(
    ("percent", "verdict"), [("25", "supported"), ("24.0", "implausible"), ("27", "implausible")]
)
def test_an_amount_with_its_share_of_the_value_before(percent: str, verdict: str) -> None:
    written = report(f"Loans came to 500 VND, compared with 2021 up 100 VND (+{percent}%).")
    for money, change in (("500 VND", None), ("100 VND", "increase")):
        written.fact(money, change=change)
    written.fact(f"{percent}%", grown(percent), change="increase")
    finding = only(written, "change")
    assert (finding.verdict, finding.computed) == (verdict, "25.00")


def test_growth_that_stands_alone() -> None:
    written = report("Output rose by 8.5%.")
    written.fact("8.5%", grown("8.5"), change="increase")
    assert only(written, "change").reason == "no_before_and_after"


def test_a_change_of_something_else_is_not_compared() -> None:
    written = report("It rose from 40 to 50 units. Incomes, as was said before, are up by 7%.")
    written.fact("40", role="previous")
    written.fact("50")
    written.fact("7%", grown("7"), change="increase")
    assert silent(written)


# ── BC110: a count and a percentage ───────────────────────────────────────────────────────


def test_an_implied_total_is_recorded() -> None:
    finding = only(
        paired("There are 869 young members (26.87%).", "869", "26.87%"), "count_percent_pair"
    )
    assert (finding.verdict, finding.reason) == ("not_checkable", "no_total")
    assert finding.implied is not None
    assert (finding.implied.low, finding.implied.high) == (3234, 3234)


def test_a_pair_without_any_total() -> None:
    text = "Only 7 members (45.31%) came."
    finding = only(paired(text, "7", "45.31%"), "count_percent_pair")
    assert (finding.verdict, finding.reason) == ("contradicted", "no_whole_total")
    for repair in finding.repairs:
        edited = text[: repair.start] + repair.to + text[repair.end :]
        assert edited != text


def test_a_small_pair_with_a_total_has_passed_a_test() -> None:
    finding = only(paired("Only 7 members (46.67%) came.", "7", "46.67%"), "count_percent_pair")
    assert (finding.verdict, finding.computed) == ("consistent", "15")


def test_pairs_of_one_body_share_its_size() -> None:
    shared = {"body": "executive_committee", "level": "province"}
    for second, verdict in (("20.75%", "consistent"), ("21.55%", "implausible")):
        written = report(f"It has 18 women (33.96%) and 11 young members ({second}).")
        for count, percent, attribute in (("18", "33.96%", "female"), ("11", second, "age<40")):
            owner = written.fact(count, attribute=attribute, **shared)
            value = share(percent.rstrip("%"))
            written.fact(percent, value, share_of=owner, attribute=attribute, **shared)
        finding = only(written, "shared_base_of_pairs")
        assert finding.verdict == verdict


# ── BC120, BC121, BC123: shared bases ─────────────────────────────────────────────────────


def grouped(percents: list[Decimal], *, body: str, level: str = "province") -> by_hand.Report:
    attributes = ["female", "age<40", "university_degree", "ethnic_minority"]
    text = "The plan: " + ", ".join(f"{at} {one}%" for at, one in enumerate(percents)) + "."
    written = report(text)
    for at, one in enumerate(percents):
        start = text.index(f"{at} {one}%") + 2
        written.fact(
            f"{one}%",
            share(str(one)),
            start=start,
            level=level,
            body=body,
            attribute=attributes[at],
            role="plan",
        )
    return written


@some.composite
def committees(draw: some.DrawFn) -> tuple[int, list[Decimal]]:
    size = draw(some.integers(2, 30))
    rule = draw(some.sampled_from(["nearest", "cut_off"]))
    digits = draw(some.integers(0, 2))
    counts_ = draw(some.lists(some.integers(0, size), min_size=2, max_size=4))
    return size, [printed_as(percent_of(one, size), digits, rule) for one in counts_]


@given(committees())
def test_shares_of_one_base_below_the_cap_are_never_implausible(made) -> None:
    _, percents = made
    written = grouped(percents, body="standing_committee")
    finding = only(written, "shared_base")
    assert finding.verdict in ("consistent", "supported_if", "not_checkable")
    assert finding.alert == "none"
    assert not found(written, "shared_base_value")


@given(some.lists(some.decimals(0, 100, places=2), min_size=2, max_size=4))
def test_without_a_cap_nothing_is_implausible(percents) -> None:
    finding = only(grouped(percents, body="standing_committee", level="commune"), "shared_base")
    assert finding.verdict in ("consistent", "supported_if", "not_checkable")


def test_a_share_that_no_committee_has() -> None:
    percents = [Decimal(one) for one in ("13.33", "46.67", "91.21")]
    written = grouped(percents, body="standing_committee")
    finding = only(written, "shared_base")
    assert (finding.verdict, finding.alert, finding.reason) == (
        "implausible",
        "warn",
        "no_plausible_base",
    )
    (repair,) = finding.repairs
    assert (repair.text, repair.to) == ("91.21%", "93.33%")
    odd = [one for one in found(written, "shared_base_value") if one.alert == "warn"]
    assert [one.stated for one in odd] == ["91.21%"]


def test_each_its_own_rule_is_no_more_than_a_note() -> None:
    percents = [Decimal(one) for one in ("13.33", "46.66", "86.67")]
    finding = only(grouped(percents, body="standing_committee"), "shared_base")
    assert (finding.verdict, finding.alert) == ("implausible", "note")


def test_cut_off_throughout() -> None:
    percents = [Decimal(one) for one in ("13.33", "46.66", "86.66")]
    finding = only(grouped(percents, body="standing_committee"), "shared_base")
    assert (finding.verdict, finding.condition) == ("supported_if", "cut off")


def test_a_norm_and_a_paired_share_are_no_members() -> None:
    written = report("Women 33.96%, young 5.66%.")
    for percent, role in (("33.96%", "requirement"), ("5.66%", "plan")):
        written.fact(percent, body="executive_committee", attribute=percent, role=role)
    assert not found(written, "shared_base")


def test_a_part_has_no_more_women_than_the_whole() -> None:
    executive = "The executive committee has 3.77% women and 98.11% graduates;"
    standing = " the standing committee has 20.00% women and 93.33% graduates."
    written = report(executive + standing)
    for percent, body, attribute in (
        ("3.77%", "executive_committee", "female"),
        ("98.11%", "executive_committee", "university_degree"),
        ("20.00%", "standing_committee", "female"),
        ("93.33%", "standing_committee", "university_degree"),
    ):
        value = share(percent.rstrip("%"))
        written.fact(percent, value, level="province", body=body, attribute=attribute, role="plan")
    finding = only(written, "nested_counts")
    assert (finding.verdict, finding.computed) == ("implausible", "3 > 2, 14 ≤ 52")


def test_a_large_cap_has_no_power() -> None:
    cap = Cap(level="province", body="assembly", cap=4_000, basis="test", source="test")
    rulebook = by_hand.rulebook()
    wide = rulebook.__class__(
        **{
            **vars(rulebook),
            "caps": (cap,),
            "check_words": book().check_words,
            "messages": book().messages,
        }
    )
    percents = [Decimal(one) for one in ("13.33", "46.66", "93.4")]
    finding = only(grouped(percents, body="assembly"), "shared_base", rulebook=wide)
    assert finding.verdict == "not_checkable"


# ── BC201 to BC205: claims ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("result", "target", "verdict"),
    [
        ("25.2%", share("20", comparator=">"), "supported"),
        ("15.0%", share("15", comparator=">"), "not_checkable"),
        ("15%", share("15"), "not_checkable"),
        ("14%", share("15", comparator=">="), "implausible"),
        ("4.1%", share("5", comparator="<"), "supported"),
    ],
)
def test_results_and_targets(result: str, target: Percentage, verdict: str) -> None:
    written = report(f"It reached {result} (the target is so many: {target.number}%).")
    owner = written.fact(result, role="actual")
    start = written.document.text.index(f": {target.number}%") + 2
    written.fact(f"{target.number}%", target, start=start, role="target", target_of=owner)
    assert only(written, "target_attainment").verdict == verdict


def test_a_target_that_the_text_calls_missed() -> None:
    written = report("It reached 93.6% (the target of 95% has not been reached).")
    owner = written.fact("93.6%", role="actual")
    written.fact("95%", role="target", target_of=owner)
    finding = only(written, "target_attainment")
    assert (finding.verdict, finding.reason) == ("supported", "target_missed_as_stated")


def test_a_target_that_the_text_calls_exceeded() -> None:
    written = report("It reached 93.5%, exceeding the target (not less than 95%).")
    owner = written.fact("93.5%", role="actual")
    written.fact("95%", share("95", comparator=">="), role="target", target_of=owner)
    finding = only(written, "target_attainment")
    assert (finding.verdict, finding.alert) == ("contradicted", "error")


def test_a_goal_that_is_to_be_lowered() -> None:
    written = report("Poverty fell to 3.1% (target 4%).")
    owner = written.fact("3.1%", role="actual", indicator="poverty_rate")
    written.fact("4%", role="target", indicator="poverty_rate", target_of=owner)
    rulebook = by_hand.rulebook()
    words = {"check_words": book().check_words, "messages": book().messages}
    lowered = rulebook.__class__(**{**vars(rulebook), **words})
    finding = only(written, "target_attainment", rulebook=lowered)
    assert finding.verdict == "supported"
    assert "≤ 4%" in finding.message


def test_a_target_without_a_number() -> None:
    written = report("All 100% of leaders meet it (the target by the end of 2025 is achieved).")
    written.fact("100%", role="actual")
    written.fact("end of 2025", Date(date="2025-12-31", precision="day"))
    finding = only(written, "target_attainment")
    assert finding.reason == "target_value_missing"
    assert [one.text for one in finding.uses] == ["end of 2025"]


YOUNG = {"indicator": "young", "level": "commune", "role": "actual"}


def said_twice(first: Percentage, second: str, *, of: str = "members of party committees") -> Any:
    lead = f"Young {of} of communes make up nearly {first.number}%."
    written = report(f"{lead}\nYoung members of party committees of communes make up {second}.")
    written.fact(f"{first.number}%", first, **YOUNG)
    written.fact(
        second, share(second.rstrip("%")), start=written.document.text.rindex(second), **YOUNG
    )
    return written


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (share("27", comparator="nearly"), "26.87%", "supported"),
        (share("72", comparator="nearly"), "26.87%", "contradicted"),
        (share("27", comparator="nearly"), "27.4%", "contradicted"),
        (share("27", comparator="nearly"), "25.4%", "implausible"),
        (share("27"), "26.87%", "supported"),
        (share("26.9"), "26.87%", "supported"),
        (share("26.87"), "26.87%", "consistent"),
        (share("28"), "26.87%", "contradicted"),
    ],
)
def test_two_mentions(first: Percentage, second: str, verdict: str) -> None:
    assert only(said_twice(first, second), "repeat_mention").verdict == verdict


def test_other_words_are_another_thing() -> None:
    written = said_twice(share("72", comparator="nearly"), "26.87%", of="farmers in Bình Liêu")
    assert not found(written, "repeat_mention")


def test_another_wording_without_names_is_another_thing_too() -> None:
    written = report(
        "Retired tractor drivers near rivers were 72%.\n"
        "Young members of party committees of communes make up 26.87%."
    )
    for percent in ("72%", "26.87%"):
        written.fact(percent, **YOUNG)
    assert not found(written, "repeat_mention")


def test_a_norm_and_another_period_contradict_nothing() -> None:
    norm = said_twice(share("72", comparator=">="), "26.87%")
    assert not found(norm, "repeat_mention")
    later = said_twice(share("72"), "26.87%")
    later.observations[0] = later.observations[0].model_copy(update={"period": "2025"})
    assert not found(later, "repeat_mention")


@pytest.mark.parametrize("stages", [("estimated", None), ("so_far", None), ("so_far", "estimated")])
def test_what_is_no_final_result_does_not_contradict_one(stages: tuple[str, str | None]) -> None:
    written = said_twice(share("28"), "26.87%")
    both = [one.model_copy(update={"stage": "estimated"}) for one in written.observations]
    written.observations = [
        one.model_copy(update={"stage": stage})
        for one, stage in zip(written.observations, stages, strict=True)
    ]
    assert not found(written, "repeat_mention")
    written.observations = both
    assert only(written, "repeat_mention").verdict == "contradicted"


def test_three_values_are_a_list_of_three_places() -> None:
    lines = [f"Young members of committees of communes make up {one}%." for one in (11, 22, 33)]
    written = report("\n".join(lines))
    for one in ("11%", "22%", "33%"):
        written.fact(one, **YOUNG)
    assert not found(written, "repeat_mention")


def test_a_claim_about_all_targets() -> None:
    for result, verdict in (("86%", "supported"), ("66%", "implausible")):
        written = report(
            f"They have exceeded the targets of Project 02.\nIt reached {result} (target: 70%)."
        )
        written.fact("Project 02", DocumentNumber(symbol=None, code="ĐA", number="02"))
        owner = written.fact(result, role="actual")
        written.fact("70%", role="target", target_of=owner)
        finding = only(written, "summary_claim")
        assert (finding.stated, finding.verdict) == ("Project 02", verdict)


def term(years: str) -> Period:
    first, last = years.split("-")
    return Period(start_date=first, end_date=last)


def test_announced_terms() -> None:
    for number, verdict in (("2", "supported"), ("3", "contradicted")):
        written = report(f"For {number} consecutive terms (2015-2020 and 2020-2025).")
        written.fact(number)
        written.fact("2015-2020", term("2015-2020"))
        written.fact("2020-2025", term("2020-2025"))
        assert only(written, "enumeration_count").verdict == verdict


def test_terms_that_do_not_follow_each_other() -> None:
    written = report("For 2 consecutive terms (2010-2015 and 2020-2025).")
    written.fact("2 ", "2")
    written.fact("2010-2015", term("2010-2015"))
    written.fact("2020-2025", term("2020-2025"))
    assert only(written, "enumeration_count").reason == "not_consecutive"


@pytest.mark.parametrize(
    ("text", "verdict", "reason"),
    [
        ("It proposed 6 groups of solutions to go on.", "not_checkable", "no_list"),
        ("It has 3 breakthroughs (people, roads, rules).", "supported", "count_matches_list"),
        ("It has 4 breakthroughs (people, roads, rules).", "not_checkable", "list_unclear"),
        (
            "It has 4 breakthroughs (people; roads; rules).",
            "contradicted",
            "count_differs_from_list",
        ),
        ("It has 4 breakthroughs (people; roads; rules; ...).", "not_checkable", "no_list"),
        ("It has 4 key tasks, including (people; roads).", "not_checkable", "no_list"),
        ("It set 3 tasks: (1) people; (2) roads; (3) rules.", "supported", "count_matches_list"),
    ],
)
def test_announced_lists(text: str, verdict: str, reason: str) -> None:
    written = report(text)
    number = next(one for one in text if one.isdigit())
    written.fact(number)
    finding = only(written, "enumeration_count")
    assert (finding.verdict, finding.reason) == (verdict, reason)


def test_an_ordinary_count_announces_nothing() -> None:
    written = report("There are 6 people (two women, one man).")
    written.fact("6")
    assert not found(written, "enumeration_count")


# ── BC206: other documents ────────────────────────────────────────────────────────────────


def test_other_reports() -> None:
    said = {"indicator": "young", "level": "commune", "province": "hai-duong", "period": "2023"}
    earlier = by_hand.Report("june.txt", "It was 26.9% then.")
    earlier.fact("26.9%", **said)
    for number, verdict in (("26.87%", "supported"), ("31.2%", "implausible")):
        written = report(f"It is {number} now.")
        written.fact(number, share(number.rstrip("%")), **said)
        finding = only(written, "cross_document", earlier=earlier.stated())
        assert finding.verdict == verdict
        assert "june.txt" in finding.message


#: What makes two reports state one thing to the last dimension.
_ADMITTED = {
    "indicator": "new_members_count",
    "population": "party_members",
    "province": "hai-duong",
    "period": "2023",
}


@pytest.mark.parametrize(
    ("earlier", "now", "alert"),
    [
        ({"issued": "2024-01-20"}, {"issued": "2024-02-25"}, "error"),
        ({"issued": "2023-12-31"}, {"issued": "2024-02-25"}, "error"),
        # A year that was not over, whatever the words; but one day is one day.
        ({"issued": "2023-10-10"}, {"issued": "2023-12-20"}, None),
        ({"issued": "2023-10-10"}, {"issued": "2024-01-20"}, None),
        ({"issued": "2023-12"}, {"issued": "2023-12"}, None),
        ({"issued": "2023-10-10"}, {"issued": "2023-10-10"}, "error"),
        # Nobody knows when one was issued.
        ({}, {"issued": "2024-02-25"}, "note"),
        ({}, {"issued": "2023-10-10"}, None),
        # No final results, but on one day.
        ({"issued": "2024-01-20", "stage": "estimated"}, {"issued": "2024-02-25"}, None),
        (
            {"issued": "2024-01-20", "stage": "estimated"},
            {"issued": "2024-02-25", "stage": "estimated"},
            None,
        ),
        (
            {"issued": "2023-10-10", "stage": "estimated"},
            {"issued": "2023-10-10", "stage": "estimated"},
            "error",
        ),
        (
            {"issued": "2023-10-10", "role": "plan", "stage": "estimated"},
            {"issued": "2023-11-10", "role": "plan", "stage": "estimated"},
            None,
        ),
        # What is set for a year does not wait for its end.
        (
            {"issued": "2023-01-10", "role": "target"},
            {"issued": "2023-03-01", "role": "target"},
            "error",
        ),
    ],
)
def test_reports_of_a_year_that_is_not_over(
    earlier: dict[str, str], now: dict[str, str], alert: str | None
) -> None:
    def admitting(path: str, number: str, about: dict[str, str]) -> by_hand.Report:
        said = {name: value for name, value in about.items() if name != "issued"}
        written = by_hand.Report(path, f"It was {number}.", issued=about.get("issued"))
        written.fact(number, **_ADMITTED | said)
        return written

    before, written = admitting("a.txt", "1020", earlier), admitting("b.txt", "1450", now)
    told = found(written, "cross_document", earlier=before.stated())
    assert [one.alert for one in told] == ([alert] if alert else [])


def test_what_was_so_far_by_two_days_is_not_held_against_each_other() -> None:
    def admitting(path: str, number: str, by: str) -> by_hand.Report:
        text = f"By {by} it was {number}."
        written = by_hand.Report(path, text, issued="2023-10-10")
        said = Evidence(dimension="stage", text=f"By {by}", start=0, end=3 + len(by))
        written.fact(number, **_ADMITTED, stage="so_far", evidence=(said,))
        return written

    before = admitting("a.txt", "1020", "June").stated()
    september, june = admitting("b.txt", "1450", "September"), admitting("b.txt", "1450", "June")
    assert not found(september, "cross_document", earlier=before)
    assert only(june, "cross_document", earlier=before).alert == "error"


# ── BC301 to BC308: documents and dates ───────────────────────────────────────────────────


def cited(symbol: str, stated: str | None = None, **fields: Any) -> DocumentNumber:
    number, _, code = symbol.partition("/")[0].partition("-")
    return DocumentNumber(symbol=symbol, code=code, number=number, stated_type=stated, **fields)


@pytest.mark.parametrize(
    ("symbol", "word", "verdict"),
    [
        ("18-NQ/TW", "Resolution", "supported"),
        ("114-QĐ/TW", "Regulation", "supported"),
        ("114-QĐ/TW", "Decision", "supported"),
        ("02-ĐA/TU", "Project", "supported"),
        ("16-TB/TW", "Conclusion", "supported_if"),
        ("16-TB/TW", "Resolution", "contradicted"),
        ("18-NQ/TW", "Directive", "contradicted"),
        ("18-XX/TW", "Directive", "not_checkable"),
        ("18-NQ/TW", "Poem", "not_checkable"),
    ],
)
def test_types_and_symbols(symbol: str, word: str, verdict: str) -> None:
    written = report(f"As {word} No. {symbol} says.")
    written.fact(symbol, cited(symbol, word.casefold()))
    finding = only(written, "doc_symbol_type")
    assert finding.verdict == verdict
    if verdict != "not_checkable":
        assert [one.text for one in finding.uses] == [word]


def test_translators_choose_between_notice_and_circular() -> None:
    written = report("As Notice No. 13-TT/TU says.")
    written.fact("13-TT/TU", cited("13-TT/TU", "notice"))
    finding = only(written, "doc_symbol_type")
    assert (finding.verdict, finding.alert) == ("implausible", "note")


def test_types_in_vietnamese() -> None:
    written = report(
        "Theo Chương trình hành động số 01-CT/TU và Kết luận số 16-TB/TW.", language="vi"
    )
    written.fact("01-CT/TU", cited("01-CT/TU", "chương trình hành động"))
    written.fact("16-TB/TW", cited("16-TB/TW", "kết luận"))
    first, second = found(written, "doc_symbol_type", lang="vi")
    assert (first.verdict, first.reason) == ("supported_if", "code_in_practice")
    assert second.condition == 'hiểu là "Thông báo kết luận"'


def dated_report(day: str, printed: str, *, symbol: str = "18-NQ/TW", **about: Any) -> Any:
    written = report(f"As Resolution No. {symbol} (dated {printed}) says, in 2015-2022.", **about)
    written.fact(symbol, cited(symbol, "resolution", issued=day))
    written.fact(printed, Date(date=day, precision="day"))
    written.fact("2015-2022", term("2015-2022"))
    return written


def test_dates_in_order() -> None:
    written = dated_report("2017-10-25", "October 25, 2017", issued="2022-12-01")
    assert only(written, "doc_date_order").verdict == "consistent"


def test_cited_before_it_was_issued() -> None:
    written = dated_report("2023-10-25", "October 25, 2023", issued="2022-12-01")
    finding = only(written, "doc_date_order")
    assert (finding.verdict, finding.reason) == ("contradicted", "cited_before_issued")
    exchanged = dated_report("2022-11-07", "November 7, 2022", issued="2022-09-01")
    assert only(exchanged, "doc_date_order").condition == "day and month exchanged"


def test_the_year_of_a_number_is_the_year_of_its_date() -> None:
    written = report("Decree 30/2020/NĐ-CP, dated March 5, 2021.")
    number = DocumentNumber(
        symbol="30/2020/NĐ-CP", code="NĐ", number="30", year=2020, issued="2021-03-05"
    )
    written.fact("30/2020/NĐ-CP", number)
    written.fact("March 5, 2021", Date(date="2021-03-05", precision="day"))
    assert only(written, "doc_date_order").reason == "year_of_number_differs"


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("2023-07-11", "2023-07-11", "consistent"),
        ("2023-07-11", "2023-11-07", "supported_if"),
        ("2023-07-11", "2023-08-19", "contradicted"),
        ("2017-10-25", "2022-06-16", "not_checkable"),
    ],
)
def test_one_symbol_and_its_dates(first: str, second: str, verdict: str) -> None:
    written = report("First 18-NQ/TW and later 18-NQ/TW, or Resolution 18 for short.")
    written.fact("18-NQ/TW", cited("18-NQ/TW", issued=first))
    start = written.document.text.rindex("18-NQ/TW")
    written.fact("18-NQ/TW", cited("18-NQ/TW", issued=second), start=start)
    written.fact("Resolution 18", DocumentNumber(symbol=None, code="NQ", number="18"))
    finding = only(written, "doc_repeat")
    assert finding.verdict == verdict
    assert len(finding.uses) == 2
    assert not found(written, "doc_reference")


def test_a_short_reference_alone() -> None:
    written = report("Central Resolution 4 (term XI, XII) was carried out.")
    written.fact("Resolution 4", DocumentNumber(symbol=None, code="NQ", number="4"))
    finding = only(written, "doc_reference")
    assert finding.reason == "no_symbol_no_date"
    assert [one.text for one in finding.uses] == ["XI", "XII"]


def test_known_documents_have_known_dates() -> None:
    for day, verdict in (("2017-10-25", "consistent"), ("2017-10-05", "implausible")):
        written = dated_report(day, f"{day} or so")
        assert only(written, "doc_reference").verdict == verdict


def test_days_that_do_not_exist_and_days_without_a_year() -> None:
    written = report("Signed on 31/11/2023. On November 30 it met.")
    written.fact("31/11/2023", Date(date=None, precision="day", flag="impossible_date"))
    written.fact("November 30", Date(date="--11-30", precision="day"))
    first, second = found(written, "doc_date")
    assert (first.verdict, first.reason) == ("contradicted", "no_such_day")
    assert (second.verdict, second.reason) == ("not_checkable", "year_missing_unbounded")


@pytest.mark.parametrize(("issued", "year"), [("2023-07-11", "2023"), ("2023-12-24", "2024")])
def test_what_is_cited_bounds_the_year(issued: str, year: str) -> None:
    written = report(f"On November 30 it cited Regulation No. 114-QĐ/TW, dated {issued}.")
    written.fact("November 30", Date(date="--11-30", precision="day"))
    written.fact("114-QĐ/TW", cited("114-QĐ/TW", "regulation", issued=issued))
    written.fact(issued, Date(date=issued, precision="day"))
    assert only(written, "doc_date").computed == f"{year}.."


def test_results_before_their_deadline() -> None:
    for year, verdict in (("2023", "supported"), ("2027", "implausible")):
        text = f"Ahead of schedule, by {year}, 25% came (the target by the end of 2025 is 20%)."
        written = report(text)
        written.fact(year, Date(date=year, precision="year"))
        written.fact("end of 2025", Date(date="2025-12-31", precision="day"))
        assert only(written, "date_order").verdict == verdict


def test_periods_run_forward() -> None:
    written = report("In 2019-2021, and in 2025-2021.")
    written.fact("2019-2021", term("2019-2021"))
    written.fact("2025-2021", Period(start_date="2025", end_date="2021", flag="runs_backwards"))
    forward, backward = found(written, "period_order")
    assert forward.verdict == "consistent"
    assert backward.verdict == "contradicted"
    assert [one.to for one in backward.repairs] == ["2021-2025"]


def test_from_now_until_a_day_before_what_is_cited() -> None:
    written = report("Resolution No. 18-NQ/TW (2027-01-02). From now until 2025 it goes on.")
    written.fact("18-NQ/TW", cited("18-NQ/TW", issued="2027-01-02"))
    written.fact("2027-01-02", Date(date="2027-01-02", precision="day"))
    written.fact("2025", Date(date="2025", precision="year"))
    assert only(written, "period_order").reason == "date_window_empty"


def test_terms_last_five_years_and_schemes_as_long_as_they_like() -> None:
    written = report("For the 2020-2026 term.\nA scheme for 2021-2024.")
    written.fact("2020-2026", term("2020-2026"))
    written.fact("2021-2024", term("2021-2024"))
    finding = only(written, "period_length")
    assert (finding.stated, finding.verdict) == ("2020-2026", "implausible")


def test_age_bands_cover_every_age_once() -> None:
    bands = {
        "under 40": AgeBand(low=None, high=40),
        "40 to 50": AgeBand(low=40, high=50),
        "over 50": AgeBand(low=50, high=None),
    }
    for middle, reason in (
        ("40 to 50", "bands_cover_once"),
        ("45 to 50", "bands_leave_a_gap"),
        ("35 to 50", "bands_overlap"),
    ):
        written = report(f"3 age groups (under 40, {middle}, over 50).")
        written.fact("3 ", "3")
        written.fact("under 40", bands["under 40"])
        written.fact(middle, AgeBand(low=int(middle[:2]), high=50))
        written.fact("over 50", bands["over 50"])
        assert only(written, "partition_cover").reason == reason


def test_a_range_of_multiples() -> None:
    written = report("At 1 to 1.3 times the incumbents.")
    written.fact("1 to 1.3 times", Multiple(number=Decimal(1), upto=Decimal("1.3")))
    assert only(written, "coefficient_range").verdict == "not_checkable"


# ── every number has a row ────────────────────────────────────────────────────────────────

WORDS = some.sampled_from(
    [
        "12",
        "3.4%",
        "115/177",
        "term",
        "XVII",
        "khóa",
        "XI, XII",
        "2015-2020",
        "và",
        "(",
        ")",
        "18-NQ/TW",
        "24/7",
        "1.234,5",
        "No16",
        "30–31",
        "08:30",
        ";",
        "\n",
        "people",
        "0",
    ]
)


@given(some.lists(WORDS, max_size=25), some.lists(some.booleans(), max_size=25))
def test_every_numeric_token_lies_in_a_finding(words, chosen) -> None:
    text = " ".join(words)
    written = report(text)
    for token, take in zip(tokens(text, terms_of_office(book(), "en")), chosen, strict=False):
        if take and token.text.isdigit():
            written.fact(token.text, start=token.start)
    findings = check(written)
    places = [(place.start, place.end) for one in findings for place in (one, *one.uses)]
    for token in tokens(text, terms_of_office(book(), "en")):
        assert any(start <= token.start and token.end <= end for start, end in places), token
    assert len({one.id for one in findings}) == len(findings)


def test_digits_that_are_no_quantity_say_what_they_are() -> None:
    written = report("Call 0203 or 555.")
    written.mention("0203", "phone")
    first, second = found(written, "not_a_quantity")
    assert (first.stated, first.reason) == ("0203", "phone")
    assert (second.stated, second.reason) == ("555", "unread")


# ── names, numbers and wordings ───────────────────────────────────────────────────────────


def test_every_check_has_its_number() -> None:
    names = [one.__name__ for one in (*CHECKS, *CLOSING)]
    assert sorted(names) == sorted(RULES)
    assert len(set(RULES.values())) == len(RULES)


def _reasons() -> set[str]:
    """Every string in a check's file that could be a reason, with the name of its check."""
    folder = Path(checks.__file__).parent
    names = set()
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                names.add(f"{path.stem}.{node.value}")
    return names


def test_every_wording_is_used_and_complete() -> None:
    written = _reasons()
    for key, label in book().messages.items():
        head, _, reason = key.partition(".")
        if head in RULES:
            rule_reasons = {
                f"{head}.{one}"
                for one in ("recomputed_nearest", "recomputed_cut_off", "recomputed_rounded_up")
            }
            assert key in written or key in rule_reasons, f"{key} is never said"
        fields = [
            {name for _, name, _, _ in string.Formatter().parse(text) if name}
            for text in (label.en, label.vi)
        ]
        assert fields[1] <= fields[0], f"{key}: the Vietnamese wording names other fields"
        assert reason


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_both_languages_say_the_same(lang: Any) -> None:
    written = dated_report("2017-10-25", "October 25, 2017")
    written.fact("in 2015", Count(number=Decimal(2015)))
    findings = check(written, lang=lang)
    assert [one.id for one in findings] == [one.id for one in check(written)]
    assert all(one.message and "{" not in one.message for one in findings)


# ── how it grows ──────────────────────────────────────────────────────────────────────────


def lines(number: int) -> by_hand.Report:
    """Contradictions, citations, changes and digits set aside, so many of each."""
    texts = [
        f"Resolution No. {at}-NQ/TW (dated October 25, 2017) says {at + 1000}/{2 * at + 3000} "
        f"(12%), up {at}% from May {at % 28 + 1} and in box {at}.5.6"
        for at in range(number)
    ]
    written = report("\n".join(texts))
    start = 0
    for at, text in enumerate(texts):
        symbol, ratio = f"{at}-NQ/TW", f"{at + 1000}/{2 * at + 3000}"
        day, grew, open_day, box = "October 25, 2017", f"{at}%", f"May {at % 28 + 1}", f"{at}.5.6"

        def put(words: str, value: Any, text: str = text, start: int = start, **more: Any) -> str:
            return written.fact(words, value, start=start + text.rindex(words), **more)

        put(symbol, cited(symbol, "resolution", issued="2017-10-25"))
        put(day, Date(date="2017-10-25", precision="day"))
        owner = put(ratio, None)
        put("12%", None, share_of=owner)
        put(grew, grown(str(at)), indicator="index", base_period="2015", change="increase")
        put(open_day, Date(date=f"--05-{at % 28 + 1:02}", precision="day"))
        written.mention(box, "code")
        start += len(text) + 1
    return written


def steps(written: by_hand.Report) -> int:
    """How many calls, and turns of generators, the checks take; no clock is as steady."""
    taken = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal taken
        taken += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        check(written)
    finally:
        sys.setprofile(before)
    return taken


def test_a_report_ten_times_as_long_takes_ten_times_as_long() -> None:
    check(lines(1))
    short, long = steps(lines(30)), steps(lines(300))
    assert long < 13 * short


# ── what only looks like a share of the count before it ───────────────────────────────────


def test_a_minus_sign_repeats_the_word_down() -> None:
    written = report("There were 52 fewer cases (-18.44%).")
    owner = written.fact("52", change="decrease")
    written.fact("-18.44%", share("-18.44"), share_of=owner)
    finding = only(written, "count_percent_pair")
    assert (finding.verdict, finding.alert) == ("consistent", "none")
    assert finding.implied is not None
    assert (finding.implied.low, finding.implied.high) == (282, 282)


def test_a_negative_share_without_a_decrease_is_no_pair() -> None:
    written = paired("There were 52 cases (-18.44%).", "52", "-18.44%")
    finding = only(written, "count_percent_pair")
    assert (finding.verdict, finding.reason) == ("not_checkable", "no_exact_pair")


def test_a_negative_share_of_a_stated_total() -> None:
    written = report("Out of 282 cases, 52 were avoided (-18.44%).")
    written.fact("282")
    owner = written.fact("52", change="decrease")
    written.fact("-18.44%", share("-18.44"), share_of=owner)
    assert only(written, "ratio_percent").verdict == "supported"


def test_items_of_a_list_have_their_own_percentages() -> None:
    written = report("It grew in three sectors: farming (5.54%), building (14.88%), trade (9.37%).")
    owner = written.fact("three", "3")
    written.fact("5.54%", share_of=owner)
    written.fact("14.88%")
    written.fact("9.37%")
    assert silent(written)
    assert only(written, "count_percent_pair").reason == "no_exact_pair"


def test_a_value_of_each_is_no_share_of_them() -> None:
    written = report("In 3/5 regions each has an index of over 80%.")
    owner = written.fact("3/5")
    written.fact("80%", ">80%", share_of=owner)
    assert silent(written)
    assert only(written, "ratio_percent").reason == "no_stated_percent"


def test_a_hundred_percent_of_any_count_proves_nothing() -> None:
    finding = only(paired("All 5 schools (100%) are open.", "5", "100%"), "count_percent_pair")
    assert (finding.verdict, finding.reason) == ("not_checkable", "no_total")


def test_a_bound_for_some_says_nothing_of_the_share_of_all() -> None:
    text = "Women are 16.20% of all members elected this year.\nIn 27 places women reach over 15%."
    written = report(text)
    same = {"population": "party_members", "attribute": "female"}
    written.fact("16.20%", **same)
    written.fact("15%", ">15%", **same)
    assert found(written, "repeat_mention") == []


def test_a_part_according_to_plan_is_no_target() -> None:
    written = report("They made 332 visits (239 visits according to plan, 93 visits unannounced).")
    total = written.fact("332", Count(number=Decimal(332), unit="visits"))
    written.fact("239", Count(number=Decimal(239), unit="visits"), target_of=total, role="plan")
    written.fact("93", Count(number=Decimal(93), unit="visits"))
    assert found(written, "target_attainment") == []
    assert only(written, "part_sum").verdict == "supported"


def test_a_cut_is_no_share_of_the_total_that_is_left() -> None:
    written = report("A total of 55,872 people, 1,722 fewer than in 2020 (2.99%).")
    written.fact("55,872", "55872")
    owner = written.fact("1,722", "1722", change="decrease")
    written.fact("2.99%", share_of=owner, change="decrease")
    assert silent(written)
    assert found(written, "ratio_percent") == []


def test_a_single_share_that_fits_a_total_nearby_is_recomputed() -> None:
    written = report("They rated 662 cells.\nOf these 604 did well, or 91.2%.")
    written.fact("662")
    owner = written.fact("604")
    written.fact("91.2%", share_of=owner)
    finding = only(written, "ratio_percent")
    assert (finding.verdict, finding.computed) == ("supported", "91.24")


def test_a_single_share_that_fits_no_total_nearby_accuses_nobody() -> None:
    written = report("They rated 682 cells.\nOf these 604 did well, or 91.2%.")
    written.fact("682")
    owner = written.fact("604")
    written.fact("91.2%", share_of=owner)
    assert silent(written)
    assert only(written, "count_percent_pair").reason == "no_total"


# ── sums that nothing but their coming out shows ──────────────────────────────────────────


@pytest.mark.parametrize(("last", "verdicts"), [("518", ["supported"]), ("517", [])])
def test_of_which_says_nothing_unless_it_adds_up(last: str, verdicts: list[str]) -> None:
    written = report(f"There are 787 units, of which 269 committees and {last} cells.")
    for number in ("787", "269", last):
        written.fact(number)
    assert [one.verdict for one in found(written, "part_sum")] == verdicts
    assert silent(written)


def test_the_next_sentence_may_break_a_number_down() -> None:
    text = "57 visits were made.\nOf which 18 visits to schools, 28 to sites, 11 to fields."
    written = report(text)
    for number in ("57", "18", "28", "11"):
        written.fact(number)
    finding = only(written, "part_sum")
    assert (finding.verdict, finding.stated) == ("supported", "57")


def test_amounts_of_money_add_up_too() -> None:
    written = report("Revenue was 2433 VND, including 1292 VND of taxes and 1141 VND of land.")
    for number in ("2433 VND", "1292 VND", "1141 VND"):
        written.fact(number)
    assert only(written, "part_sum").verdict == "supported"


def test_every_family_of_a_sentence_is_added_up() -> None:
    written = report("Two kinds: 178 members: 118 a; 31 b; 6 c; 23 d, and later 9 cells.")
    written.fact("178")
    forms = ("disc_reprimand", "disc_warning", "disc_dismissal", "disc_expulsion")
    for number, form in zip(("118", "31", "6", "23"), forms, strict=True):
        written.fact(number, attribute=form)
    written.fact("9", attribute="disc_reprimand")
    assert only(written, "part_sum").verdict == "supported"


def test_expulsion_is_no_word_of_exclusion() -> None:
    written = report("Kỷ luật 176 người: khiển trách 118, khai trừ 60.", language="vi")
    one = written.fact("176")
    assert "trừ" in written.document.text
    laid_out = Report(written.document, tuple(written.observations), (), book(), lang="vi")
    assert laid_out.conflict(laid_out.by_id[one])[0] == "contradicted"


@pytest.mark.parametrize(
    ("shares", "verdicts"),
    [
        (("41.84%", "32.76%", "15.06%", "10.34%"), ["supported"]),
        (("41.84%", "32.76%", "15.06%", "10.44%"), []),
        (("42%", "33%", "15%", "10%"), []),
        (("41.8%", "58.2%"), []),
    ],
)
def test_shares_in_a_row_that_make_a_hundred(shares: tuple[str, ...], verdicts: list[str]) -> None:
    written = report("The economy: " + ", ".join(f"part {one}" for one in shares))
    for one in shares:
        written.fact(one)
    assert [one.verdict for one in found(written, "share_sum")] == verdicts
    assert silent(written)


def test_a_target_that_is_said_to_be_exceeded_needs_no_bracket() -> None:
    def claim_of(result: str, target: str, **both: Any) -> Finding:
        written = report(f"They removed {result} houses, exceeding the target of {target} houses.")
        written.fact(result, indicator="houses", role="actual", **both)
        written.fact(target, indicator="houses", role="target", **both)
        return only(written, "target_attainment")

    assert claim_of("2612", "2500").verdict == "supported"
    missed = claim_of("2364", "2500")
    assert (missed.verdict, missed.alert) == ("contradicted", "error")


def test_a_rate_that_falls_faster_than_planned_is_no_contradiction() -> None:
    written = report("Poverty was cut by 2.15%, exceeding the target of 2% for the year.")
    written.fact("2.15%", indicator="poverty_rate", role="actual")
    written.fact("2%", indicator="poverty_rate", role="target")
    assert only(written, "target_attainment").verdict == "supported"


def two_mentions(one: str, two: str, **dimensions: Any) -> by_hand.Report:
    written = report(f"The year saw {one} admissions.\nWith {two} people the year closed.")
    same = {"population": "party_members", "indicator": "new_members_count", **dimensions}
    written.fact(one, **same)
    written.fact(two, **same)
    return written


def test_exchanged_digits_are_one_number_whatever_the_words() -> None:
    finding = only(two_mentions("2146", "2164", period="2024"), "repeat_mention")
    assert (finding.verdict, finding.reason) == ("contradicted", "mentions_differ")
    assert found(two_mentions("2146", "2195", period="2024"), "repeat_mention") == []
    assert found(two_mentions("2146", "2164"), "repeat_mention") == []


def test_a_change_of_something_else_accuses_nobody() -> None:
    def unit_change(amount: str) -> list[Finding]:
        written = report(f"It fell by {amount}, from 10035 to 3321 units.")
        written.fact(amount, change="decrease", indicator="admin_units_reduced_count")
        written.fact("10035", role="previous")
        written.fact("3321")
        return found(written, "change")

    assert [one.verdict for one in unit_change("6714")] == ["supported"]
    assert unit_change("6700") == []


@pytest.mark.parametrize(
    ("unit", "accused"),
    [("job losses", False), ("ministries", True), ("units", True), (None, True)],
)
def test_an_amount_of_what_was_not_named_accuses_nobody(unit: str | None, *, accused: bool) -> None:
    written = report(f"Ministries were cut from 30 to 22, so 23 {unit or ''} were lost.")
    written.fact("30", role="previous")
    written.fact("22")
    written.fact("23", Count(number=Decimal(23), unit=unit), change="decrease")
    assert bool(found(written, "change")) == accused


def test_what_met_one_standard_is_the_total_of_the_next() -> None:
    written = report("Of all, 320/411 communes are new-style, 101/320 communes advanced.")
    for ratio in ("320/411", "101/320"):
        written.fact(ratio, level="commune")
    assert found(written, "repeat_mention") == []


def test_how_many_were_cut_is_not_held_against_how_many_are_left() -> None:
    written = report("Units fell by 6714 (10035 units are planned).")
    cut = written.fact("6714", change="decrease")
    written.fact("10035", role="plan", target_of=cut)
    finding = only(written, "target_attainment")
    assert (finding.verdict, finding.reason) == ("not_checkable", "kinds_differ")


def test_the_values_around_a_change_are_no_targets() -> None:
    written = report("Units fell by 6714 (as planned from 10035 units down to 3321 units).")
    both = {"indicator": "admin_units_reduced_count", "change": "decrease"}
    cut = written.fact("6714", role="actual", **both)
    written.fact("10035", role="previous", target_of=cut, **both)
    written.fact("3321", role="requirement", target_of=cut, **both)
    assert found(written, "target_attainment") == []


@pytest.mark.parametrize(("second", "alerts"), [("12", []), ("869", ["error"])])
def test_shares_of_two_different_counts_are_two_statements(
    second: str, alerts: Sequence[str]
) -> None:
    written = report(
        f"Of the young members of party committees 869 make up 28%.\n"
        f"Of the young members of party committees {second} make up 26.87%."
    )
    for count, percent in (("869", "28%"), (second, "26.87%")):
        start = written.document.text.rindex(count) if percent == "26.87%" else None
        owner = written.fact(count, Count(number=Decimal(count)), start=start)
        written.fact(percent, share(percent.rstrip("%")), share_of=owner, **YOUNG)
    found_alerts = [one.alert for one in found(written, "repeat_mention") if one.alert != "none"]
    assert found_alerts == alerts


@pytest.mark.parametrize(
    "text",
    [
        # An average, another base, kind, noun or group, a part: not the whole change.
        "Income rose from 45 to 60 million VND, an increase of 7.5% annually.",
        "Wages rose from 5 to 7 million VND in 2024, up 12% from 2023.",
        "The bad debt ratio fell from 3.2 to 2.1%, a fall of 415 billion VND.",
        "The number of departments was reduced from 15 to 13, a reduction of 250 people.",
        "The number of ministries was reduced from 30 to 22, a reduction of 518 units.",
        "Female share rose from 15% to 21%, at commune level up 8%.",
        "Giá trị sản xuất tăng từ 30 lên 45 tỷ đồng, tăng bình quân 14,5%/năm.",
        "Số đảng viên tăng từ 52.000 lên 61.000 đảng viên, mỗi năm tăng 2.250 đảng viên.",
        "Giảm từ 15 sở xuống 13 sở, giảm 45 đơn vị trực thuộc.",
        "Số vụ tai nạn giảm từ 152 xuống 120 vụ, giảm 45 người chết.",
        "Giảm từ 2.837 xuống 1.937 biên chế, giảm 120 biên chế công chức và 780 biên chế khác.",
        "Số xã giảm từ 262 xuống 216, giảm 12 xã so với phương án.",
        "Diện tích tăng từ 0 lên 45 ha, tăng 100%.",
        # A whole between, a round figure, what is missing, some of them: no share of the whole.
        "Trong tổng số 45 xã, 30 xã đạt chuẩn, 12 xã nâng cao (40%).",
        "Trong tổng số 1.250 đơn, 850 đơn đủ điều kiện xử lý, đã giải quyết 800 đơn (94,1%).",
        "Out of a total of 141 cadres, 85 were appointed, with 19 being women (22.35%).",
        "Nine in ten households (91.3%) have clean water.",
        "Admitted 1,100/1,250 members (12% below the plan).",
        "Kết nạp 1.100/1.250 đảng viên (còn thiếu 12%).",
        "Admitted 1,100/1,250 members (45% of them women).",
        "Có 15/20 chỉ tiêu đạt 100%.",
        "Tổng số 0 đồng chí, 0 nữ (0%).",
        # A target for later, of which nobody says that more is better, or of what a change ends at.
        "Năm 2023, tỷ lệ trường đạt chuẩn quốc gia đạt 55,1% (mục tiêu đến năm 2025 là 65%).",
        "In 2023 schools of national standard made up 55.1% (target for 2025: 65%).",
        "Tỷ lệ trường đạt chuẩn quốc gia đạt 55,1% (mục tiêu cả nhiệm kỳ 65%).",
        "Tỷ lệ suy dinh dưỡng của trẻ em là 8,4% (chỉ tiêu 9,5%).",
        "Tỷ lệ hộ nghèo còn 7,1%, giảm 1,6% so với năm trước (kế hoạch giảm còn 7,5%).",
        "Hết tháng 8 thu được 6.700 tỷ đồng, đạt 67% chỉ tiêu cả năm (chỉ tiêu 10.000 tỷ đồng).",
        "Để thực hiện thắng lợi, phấn đấu vượt chỉ tiêu: kết nạp 45/50 đảng viên.",
        # The rate of the poor is one of all households, whatever larger number they are part of.
        "Đầu năm, toàn tỉnh có 41.200 hộ nghèo và cận nghèo, trong đó hộ nghèo 26.300 hộ, tỷ lệ "
        "19,4%, hộ cận nghèo 14.900, tỷ lệ 11%.",
        # The rest is that of the ages, not of whatever else the bracket tells.
        "Planning for the committee: 62 people (women 27.4%, under 40 years old 16.1%, from 40 to "
        "50 years old 64.5%, the rest 19.4%; ethnic minorities 4.8%).",
        "Quy hoạch 62 đồng chí (nữ 27,4%; dưới 40 tuổi 16,1%, từ 40 đến 50 tuổi 64,5%, còn lại "
        "19,4%).",
        # A requirement for later, or of the units that did not meet it.
        "Hau Giang\nIn the 2020-2025 term women in the Provincial Party Executive Committee are "
        "7/49 (14.3%).\nUnder the resolution, by 2030 female cadres in Party committees must be "
        "20 - 25%.",
        "Quy hoạch Ban Thường vụ Tỉnh ủy: 19 đồng chí, nữ 3, đạt 15,8%.\nCòn 4 sở chưa bảo đảm tỷ "
        "lệ nữ từ 25% trở lên theo yêu cầu trong quy hoạch.",
        # What those reach who are counted before, or the places of a ratio themselves.
        "Toàn tỉnh có 97 xã đạt 19/19 tiêu chí, chiếm 68,3%.",
        "97 communes met 19/19 criteria (68.3%).",
        "Trong 20 đồng chí có 9 đồng chí đạt 211/211 phiếu (45%).",
        "Có 6/8 huyện đạt 100%, 2 huyện đạt trên 99%.",
        "5/17 sở mới đạt 61,5%.",
        "In 6/8 districts turnout reached 100%.",
        "27 người có trên 2/3 số phiếu tín nhiệm cao (chiếm 75%).",
        "27 people won more than 2/3 of votes (75%).",
        "91/133 xã đạt 19/19 tiêu chí (68,4%).",
        # A rank among the provinces, a bracket with a base of its own, a state.
        "Chỉ số CCHC đạt 17/63 (86,5%).",
        "The PAR Index placed the province 17/63 (86.5%).",
        "Tổng số 612 tổ chức. Khối xã 189 (30,9%), khối cơ quan 340 (55,6%); xuất sắc 91 (15,6% số "
        "được đánh giá).",
        "Seven clusters (53.9% filled) are ready.",
        # What is left, what is said of a few themselves.
        "Số xã giảm còn 61 (52,7%), số thôn còn 587 (23,9%).",
        "The number of communes was cut to 61 (52.7%).",
        "Tính chung ba cấp là 22,6% (642/2.841).",
        "The rate for all three levels is 22.6% (642/2,841).",
        "Cả tỉnh có 4 huyện nghèo với tỷ lệ 37,2%.",
        "Một đồng chí đạt 86,2% số phiếu, hai đồng chí đạt 92,5%.",
        # One more part that no card knows.
        "Tổng số 2.300 biên chế, gồm công chức 2.019, hợp đồng 158, dự phòng 123.",
        "Kỷ luật 90 đảng viên, gồm khiển trách 55, cảnh cáo 20, cách chức 4, miễn kỷ luật 11.",
        "In all 90 members were disciplined: 55 reprimanded, 20 warned, 4 dismissed and 11 "
        "demoted.",
        # Of a year before the total, and a part of the part before.
        "Tổng số hộ 207.300 hộ. Hộ nghèo đầu năm 26.470 hộ (12,91%), cuối năm còn 18.782 hộ "
        "(9,06%). Hộ cận nghèo 13.412 hộ (6,47%).",
        "Xếp loại tốt 86% (trong đó xuất sắc 18,5%), hoàn thành 13,4%, không hoàn thành 0,6%.",
        # More parts behind a semicolon, units of others, what people live in.
        "Đã giám sát 2.460 đảng viên, gồm: cấp tỉnh 110, cấp huyện 450; cấp cơ sở 1.900 đảng viên.",
        "Huyện An Bình chia thành 2 huyện A và B, huyện Lộc Hà được chia thành 2 huyện C và D.",
        "Huyện còn lại 62.100 nhân khẩu, gồm 6 xã và 1 thị trấn.",
        "Địa hình có 4 dạng chính gồm đất cát ven biển chiếm 18,22%, vùng núi chiếm 40,7%.",
        # Kinds of a type have its code; terms of other bodies and times last as long as they do.
        "Theo Báo cáo thẩm định số 271/BC-STP và Kế hoạch liên tịch số 7/KH-LT.",
        "Sắc lệnh số 115-SL/NV cải biến xã này thành thị xã.",
        "Việt Nam là ủy viên không thường trực Hội đồng Bảo an nhiệm kỳ 2008-2009.",
        "Nghị quyết khóa XII trong đợt cải cách hành chính 2016-2020.",
        "Trong nhiệm kỳ Đại hội XI (2011-2015) đã có nhiều đổi mới.",
        "Đảng bộ tỉnh có nhiệm kỳ 1976-1979.",
        "Ban hành Kế hoạch số 121/KH-UBND ngày 21-12-2011 về thực hiện phong trào thi đua và "
        "Kế hoạch số 40/KH-UBND ngày 10-4-2012 về thực hiện Chương trình phát triển.",
    ],
)
def test_what_is_said_of_something_else_accuses_nobody(text: str) -> None:
    assert not [one for one in analyse(text).findings if one.alert != "none"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Revenue increased from 30 to 45 billion VND, up 40%.", "change"),
        ("The number of communes fell from 262 to 216, a reduction of 45 communes.", "change"),
        ("Số xã giảm từ 262 xuống 216 xã, giảm 45 xã.", "change"),
        ("Có 19/85 đồng chí (23%) là nữ.", "ratio_percent"),
        ("Hoàn thành 31/40 chỉ tiêu, đạt 78,5%.", "ratio_percent"),
        ("Trồng 3 ha/5 ha, đạt 90%.", "ratio_percent"),
        ("Có 6/8 huyện hoàn thành, đạt 85%.", "ratio_percent"),
        ("Có 19/27 xã đạt chuẩn (chiếm 78,4%).", "ratio_percent"),
        ("Kỷ luật 90 đảng viên, gồm khiển trách 55, cảnh cáo 20, cách chức 4.", "part_sum"),
        (
            "Of 40,100 poor households, 11,200 poor households of ethnic minorities (39.9%) lack "
            "houses.",
            "ratio_percent",
        ),
        (
            "Quy hoạch 62 đồng chí (nữ 27,4%; dưới 40 tuổi 16,1%, từ 40 đến 50 tuổi 64,5%, còn lại "
            "29,4%).",
            "share_sum",
        ),
        (
            "Hau Giang\nIn the 2020-2025 term women in the Provincial Party Executive Committee "
            "are 7/49 (14.3%).\nUnder the resolution, female cadres in Party committees must be "
            "20 - 25%.",
            "cross_statement",
        ),
        ("Kết nạp 45 đảng viên, vượt chỉ tiêu 50 đảng viên.", "target_attainment"),
        ("Kết nạp 45 đảng viên (chỉ tiêu 50 đảng viên).", "target_attainment"),
        (
            "Đã kiểm tra 2.460 đảng viên, gồm 110 đảng viên cấp tỉnh và 450 đảng viên khác.",
            "part_sum",
        ),
        ("Hội đồng nhân dân tỉnh nhiệm kỳ 2016-2020 đã họp.", "period_length"),
        ("Chỉ thị số 12/KH-UBND đã ban hành.", "doc_symbol_type"),
    ],
)
def test_what_does_not_come_out_is_still_found(text: str, name: str) -> None:
    assert [one.check for one in analyse(text).findings if one.alert != "none"] == [name]


def test_women_and_the_young_of_a_committee_are_not_added_up() -> None:
    text = "Cấp huyện có 574 cấp ủy viên, gồm 121 nữ (21,1%) và 64 đồng chí dưới 40 tuổi (11,1%)."
    findings = [one for one in analyse(text).findings if one.rule == "BC102"]
    assert [one.alert for one in findings if one.alert != "none"] == []


def test_a_passage_may_tell_of_before_alone() -> None:
    found = analyse("Đầu năm có 26.470 hộ nghèo (12,91%).").findings
    assert not [one for one in found if one.alert in ("error", "warn")]


@pytest.mark.parametrize(
    ("before", "now", "alert"),
    [
        ("kết nạp 1.187 đảng viên mới", "kết nạp 1.178 đảng viên mới", "error"),
        ("kết nạp 1.187 đảng viên mới", "toàn tỉnh đã kết nạp 1.178 đảng viên mới", "error"),
        # Words that no dimension was read from may tell of a part.
        ("kết nạp 1.187 đảng viên mới", "kết nạp 71 đảng viên mới quê miền xuôi", "note"),
    ],
)
def test_reports_that_may_tell_of_a_part_are_not_held_against_each_other(
    before: str, now: str, alert: str
) -> None:
    rulebook, place = book(), "ha-giang"
    days = "10 tháng 3 năm 2023", "12 tháng 5 năm 2023"
    first, second = (
        f"Ngày {day}\nNăm 2022, {told}." for day, told in zip(days, (before, now), strict=True)
    )
    one = flow.analyse_text(first, rulebook=rulebook, province=place)
    earlier = [Stated(observation=each, issued=one.document.issued) for each in one.observations]
    again = flow.analyse_text(
        second, rulebook=rulebook, province=place, earlier=lambda document: earlier
    )
    alerts = [one.alert for one in again.findings if one.check == "cross_document"]
    assert alerts == [alert]
