from __future__ import annotations

from decimal import Decimal

import pytest
from by_hand import Report, rulebook

from pipeline import store
from pipeline.compare import UnknownIndicatorError, compare
from pipeline.display import Talk, heading, reason, row_values
from pipeline.display import compared as shown_to_people
from pipeline.model import Percentage


@pytest.fixture
def connection(tmp_path):
    with store.open_store(tmp_path / "test.duckdb") as opened:
        yield opened


def report(path, province, *values, province_set=63, issued="2023-12-01", **dimensions):
    """A report that prints values of the poverty rate, all with the same dimensions."""
    text = f"{path}: " + " and then ".join(values)
    made = Report(path, text, province=province, province_set=province_set, issued=issued)
    start = 0
    for value in values:
        printed = value.lstrip("<>=~")
        start = text.index(value, start) + len(value) - len(printed)
        made.fact(printed, value, start=start, **{"indicator": "poverty_rate"} | dimensions)
    return made


def compared(connection, *reports, indicator="poverty_rate"):
    store.save(connection, [made.analysis() for made in reports], rulebook=rulebook())
    return compare(connection, indicator)


def shown(group):
    return [(row.rank, row.province, row.canonical) for row in group.rows]


def test_alike_values_of_two_provinces_are_ranked(connection):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "3.1%", level="commune", role="actual"),
        report("b.txt", "hai-duong", "2.9%", level="commune", role="actual"),
        report("c.txt", "phu-tho", "3.1%", level="commune", role="actual"),
    )
    (group,) = found.groups
    assert group.ranked
    assert shown(group) == [
        (1, "hai-duong", "2.9%"),  # of poverty, less is better
        (2, "ha-nam", "3.1%"),
        (2, "phu-tho", "3.1%"),
    ]
    assert (found.reporting, found.provinces) == ({63: 3}, {63: 4})


def test_where_more_is_better_the_largest_comes_first(connection):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "3.1%", indicator="unified_share"),
        report("b.txt", "hai-duong", "12.9%", indicator="unified_share"),
        indicator="unified_share",
    )
    assert [row.province for row in found.groups[0].rows] == ["hai-duong", "ha-nam"]


def test_of_what_should_fall_the_largest_decrease_comes_first(connection):
    fall = {"change": "decrease", "base_period": "2020"}
    found = compared(
        connection,
        report("a.txt", "ha-nam", "0.3%", **fall),
        report("b.txt", "hai-duong", "1.9%", **fall),
    )
    assert [row.province for row in found.groups[0].rows] == ["hai-duong", "ha-nam"]


def test_of_cuts_that_should_be_large_the_largest_comes_first(connection):
    cut = {"indicator": "posts_reduced_share", "change": "decrease", "base_period": "2015"}
    found = compared(
        connection,
        report("a.txt", "ha-nam", "5.3%", **cut),
        report("b.txt", "hai-duong", "12.9%", **cut),
        indicator="posts_reduced_share",
    )
    (group,) = found.groups
    assert group.largest_first
    assert [row.province for row in group.rows] == ["hai-duong", "ha-nam"]


def plain(text):
    return Percentage(number=Decimal(text), decimals=1)


def test_a_percentage_printed_plainly_stands_among_the_shares(connection):
    said = Report(
        "a.txt", "Poor households make up 3.1%", province="ha-nam", province_set=63, issued="2023"
    )
    said.fact("3.1%", indicator="poverty_rate")
    bare = Report(
        "b.txt", "Poverty rate: 2.9%", province="hai-duong", province_set=63, issued="2023"
    )
    bare.fact("2.9%", plain("2.9"), indicator="poverty_rate")
    found = compared(connection, said, bare)
    (group,) = found.groups
    assert group.ranked
    assert shown(group) == [(1, "hai-duong", "2.9%"), (2, "ha-nam", "3.1%")]
    assert {row.basis for row in group.rows} == {"share"}


def test_a_change_printed_plainly_is_no_share(connection):
    fall = {"change": "decrease", "indicator": "poverty_rate"}
    said = Report(
        "a.txt", "Poor households fell by 3.1%", province="ha-nam", province_set=63, issued="2023"
    )
    said.fact("3.1%", **fall)
    bare = Report(
        "b.txt", "Poverty down 2.9%", province="hai-duong", province_set=63, issued="2023"
    )
    bare.fact("2.9%", plain("2.9"), **fall)
    found = compared(connection, said, bare)
    assert [(group.ranked, group.dimension) for group in found.groups] == [(False, "basis")] * 2


@pytest.mark.parametrize(
    ("one", "other", "dimension"),
    [
        ({"level": "commune"}, {"level": "district"}, "level"),
        ({"body": "standing_committee"}, {}, "body"),
        ({"population": "members"}, {"population": "cadres"}, "population"),
        ({"attribute": "female"}, {"attribute": "age<40"}, "attribute"),
        ({"role": "actual"}, {"role": "target"}, "role"),
        ({"stage": "estimated"}, {"stage": "so_far"}, "stage"),
        ({"stage": "estimated"}, {}, "stage"),
        ({"change": "increase"}, {}, "change"),
        ({"province_set": 34}, {"province_set": 63}, "province_set"),
    ],
)
def test_unlike_values_stand_apart_with_the_reason(connection, one, other, dimension):
    found = compared(
        connection,
        report("a.txt", "phu-tho", "3.1%", **one),
        report("b.txt", "quang-ninh", "2.9%", **other),
    )
    assert len(found.groups) == 2
    for group in found.groups:
        assert (group.reason, group.dimension) == ("dimension", dimension)
        assert [row.rank for row in group.rows] == [None]


def test_estimates_are_ranked_among_themselves(connection):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "3.1%", stage="estimated", period="2023"),
        report("b.txt", "hai-duong", "2.9%", stage="estimated", period="2023"),
        report("c.txt", "phu-tho", "2.5%", period="2023"),
    )
    ranked, result = found.groups
    assert [(row.rank, row.stage) for row in ranked.rows] == [(1, "estimated"), (2, "estimated")]
    assert (result.reason, result.dimension, result.value) == ("dimension", "stage", None)


def test_points_are_no_percent(connection):
    points = Report("a.txt", "down 2 points", province="ha-nam", province_set=63, issued="2023")
    number = Percentage(number=Decimal(2), sign="pp", basis="share")
    points.fact("2", number, indicator="poverty_rate")
    found = compared(connection, points, report("b.txt", "hai-duong", "2.9%"))
    assert {(group.reason, group.dimension) for group in found.groups} == {
        ("dimension", "measured_in")
    }


def test_changes_from_different_times_stand_apart(connection):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "3.1%", change="decrease", base_period="2015"),
        report("b.txt", "hai-duong", "2.9%", change="decrease", base_period="2020"),
    )
    assert [group.reason for group in found.groups] == ["base_period", "base_period"]


def test_a_base_period_matters_for_a_change_only(connection):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "3.1%", base_period="2015"),
        report("b.txt", "hai-duong", "2.9%"),
    )
    assert found.groups[0].ranked


def test_other_times_are_other_groups(connection):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "3.1%", period="2019"),
        report("b.txt", "hai-duong", "2.9%", period="2022"),
    )
    assert [group.reason for group in found.groups] == ["time"]


def test_all_periods_of_a_ranked_group_overlap(connection):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "3.1%", period="2015/2018"),
        report("b.txt", "hai-duong", "2.9%", period="2017/2020"),
        report("c.txt", "phu-tho", "2.5%", period="2019/2022"),
    )
    groups = [{row.province for row in group.rows} for group in found.groups]
    assert all(group.ranked for group in found.groups)
    assert sorted(groups, key=sorted) == [{"ha-nam", "hai-duong"}, {"hai-duong", "phu-tho"}]


def test_terms_that_touch_do_not_overlap(connection):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "3.1%", period="2015/2020"),
        report("b.txt", "hai-duong", "2.9%", period="2020/2025"),
        report("c.txt", "phu-tho", "2.5%", period="2020"),
    )
    groups = [{row.province for row in group.rows} for group in found.groups]
    assert sorted(groups, key=sorted) == [{"ha-nam", "phu-tho"}, {"hai-duong", "phu-tho"}]


def test_the_year_of_the_report_stands_in_for_a_missing_period(connection):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "3.1%", issued="2023-11-30"),
        report("b.txt", "hai-duong", "2.9%", period="2023-Q2"),
        report("c.txt", "phu-tho", "2.5%", issued="2019-01-01"),
    )
    ranked, left = found.groups
    assert shown(ranked) == [(1, "hai-duong", "2.9%"), (2, "ha-nam", "3.1%")]
    assert [row.dated_by_report for row in ranked.rows] == [False, True]
    assert (left.reason, shown(left)) == ("time", [(None, "phu-tho", "2.5%")])


def test_a_report_signed_in_january_is_of_the_year_in_its_title(connection):
    made = [
        report("a.txt", "ha-nam", "3.1%", issued="2023-01-12"),
        report("b.txt", "hai-duong", "2.9%", period="2022"),
        report("c.txt", "phu-tho", "2.5%", issued="2023-11-30"),
        report("d.txt", "hoa-binh", "2.7%", period="2023", issued="2023-01-12"),
    ]
    for one in (made[0], made[3]):
        one.document = one.document.model_copy(update={"year": 2022})
    found = compared(connection, *made)
    then, now = sorted(found.groups, key=lambda group: group.rows[0].alike_from)
    assert shown(then) == [(1, "hai-duong", "2.9%"), (2, "ha-nam", "3.1%")]
    assert shown(now) == [(1, "phu-tho", "2.5%"), (2, "hoa-binh", "2.7%")]
    assert "2022†" in [cells[-2] for _, cells in row_values(then, Talk())[1]]


def test_values_of_which_nobody_knows_the_time_are_not_ranked(connection):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "3.1%", issued=None),
        report("b.txt", "hai-duong", "2.9%", issued=None),
        report("c.txt", "phu-tho", "2.5%", period="2022"),
        report("d.txt", "quang-ninh", "2.4%", period="2022"),
    )
    ranked, left = found.groups
    assert shown(ranked) == [(1, "quang-ninh", "2.4%"), (2, "phu-tho", "2.5%")]
    assert (left.reason, shown(left)) == (
        "undated",
        [(None, "ha-nam", "3.1%"), (None, "hai-duong", "2.9%")],
    )


@pytest.mark.parametrize(
    ("period", "uneven"), [("2021/2025", True), ("2023-H1", True), ("2023", False)]
)
def test_times_of_much_different_length_are_said_to_be(connection, period, uneven):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "3.1%", period=period),
        report("b.txt", "hai-duong", "2.9%", period="2023-01/2023-12"),
    )
    (group,) = found.groups
    assert (group.ranked, group.uneven) == (True, uneven)
    assert ("mind the times" in reason(group, found, Talk("en"))) is uneven


@pytest.mark.parametrize(
    ("timing", "shown_as", "reason_is"),
    [
        ("2022-12-31", "2022-12-31", "time"),  # by then, whatever the year of the report
        ("2023-11-30", "2023-11-30", None),
        ("--Q3", "2023-Q3†", None),
        ("--01/--12", "2023†", None),
        ("../2020", "../2020", "undated"),
        ("2018/..", "2018/..", "undated"),
        ("P5Y", "P5Y", "undated"),
    ],
)
def test_a_number_without_a_period_is_of_the_time_that_its_words_tell(
    connection, timing, shown_as, reason_is
):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "3.1%", timing=timing),
        report("b.txt", "hai-duong", "2.9%", period="2023"),
    )
    group = next(one for one in found.groups if any(row.timing for row in one.rows))
    assert group.reason == reason_is
    lines = [" ".join(map(str, line)) for line in row_values(group, Talk("en"))]
    assert any("3.1%" in line and shown_as in line for line in lines)


def test_what_a_year_brought_is_told_in_the_next(connection):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "3.1%", issued="2024-01-20", timing="--12"),
        report("b.txt", "hai-duong", "2.9%", issued="2024-02-03", timing="--01/--12"),
        report("c.txt", "phu-tho", "2.7%", issued="2024-02-03", timing="--01/--12", role="target"),
    )
    years = {row.province: row.alike_from.year for group in found.groups for row in group.rows}
    assert years == {"ha-nam": 2023, "hai-duong": 2023, "phu-tho": 2024}


@pytest.mark.parametrize(
    ("dimensions", "ranked"),
    [
        ({"period": "2023", "base_period": "2022"}, True),
        ({"base_period": "2022"}, True),
        ({"period": "2023", "base_period": "2020"}, False),
        ({"timing": "--Q3"}, False),
        ({"timing": "P5Y"}, False),
        ({"period": "2021/2025"}, False),
    ],
)
def test_a_growth_stands_beside_those_of_as_long_a_time_on_the_year_before(
    connection, dimensions, ranked
):
    grown = {"indicator": "grdp_growth", "change": "increase", "role": "actual"}
    found = compared(
        connection,
        report("a.txt", "ha-nam", "7.1%", **grown, **dimensions),
        report("b.txt", "hai-duong", "6.9%", period="2023", **grown),
        indicator="grdp_growth",
    )
    assert found.groups[0].ranked is ranked


def test_why_a_quarter_does_not_stand_beside_a_year(connection):
    grown = {"indicator": "grdp_growth", "change": "increase"}
    found = compared(
        connection,
        report("a.txt", "ha-nam", "7.1%", timing="--Q3", **grown),
        report("b.txt", "hai-duong", "6.9%", period="2023", **grown),
        indicator="grdp_growth",
    )
    assert {group.reason for group in found.groups} == {"length"}
    assert "as long a time" in reason(found.groups[0], found, Talk("en"))


def test_a_bound_is_shown_but_not_ranked(connection):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "3.1%"),
        report("b.txt", "hai-duong", "2.9%"),
        report("c.txt", "phu-tho", ">=15%"),
        report("d.txt", "quang-ninh", "40..45%"),
    )
    (group,) = found.groups
    assert {(row.rank, row.province) for row in group.rows} == {
        (1, "hai-duong"),
        (2, "ha-nam"),
        (None, "phu-tho"),
        (None, "quang-ninh"),
    }


def test_bounds_alone_have_no_order(connection):
    found = compared(
        connection,
        report("a.txt", "ha-nam", ">=3.1%", role="target"),
        report("b.txt", "hai-duong", ">=2.9%", role="target"),
    )
    (group,) = found.groups
    assert (group.ranked, group.reason) == (False, "bounds")


def test_a_province_is_ranked_once_by_its_most_precise_number(connection):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "~27%", "26.87%"),
        report("b.txt", "hai-duong", "20%"),
    )
    assert shown(found.groups[0]) == [
        (1, "hai-duong", "20%"),
        (2, "ha-nam", "26.87%"),
        (None, "ha-nam", "~27%"),
    ]


@pytest.mark.parametrize("values", [("26.87%",), ("26.87%", "25.1%")])
def test_several_values_of_a_province_are_spoken_of(connection, values):
    found = compared(
        connection, report("a.txt", "ha-nam", *values), report("b.txt", "hai-duong", "20%")
    )
    said = "".join(str(one) for one in shown_to_people(found, Talk("en")))
    assert ("several values" in said) is (len(values) > 1)


def test_the_same_number_twice_in_a_report_is_one_row(connection):
    found = compared(connection, report("a.txt", "ha-nam", "3.1%", "3.1%"))
    (group,) = found.groups
    assert (group.reason, len(group.rows)) == ("alone", 1)


def test_repeats_are_counted_once(connection):
    shares = ["26.87%", "31.25%", "44.19%", "51.75%", "19.95%"]
    found = compared(
        connection,
        report("a.txt", "ha-nam", *shares),
        report("z.txt", "ha-nam", *shares, role=None),
        report("b.txt", "hai-duong", "2.9%"),
    )
    rows = [row for group in found.groups for row in group.rows if row.province == "ha-nam"]
    assert len(rows) == len(shares)
    assert {row.also for row in rows} == {("z.txt",)}


def test_a_value_without_a_province_stands_apart(connection):
    found = compared(
        connection,
        report("a.txt", None, "3.1%", province_set=None),
        report("b.txt", "hai-duong", "2.9%"),
    )
    assert {group.reason for group in found.groups} == {"no_province", "alone"}


def test_where_several_dimensions_differ_they_are_named(connection):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "3.1%", level="commune", role="actual"),
        report("b.txt", "hai-duong", "2.9%", level="commune", role="target"),
        report("c.txt", "hai-duong", "2.8%", level="district", role="actual"),
    )
    apart = next(group for group in found.groups if group.rows[0].province == "ha-nam")
    assert (apart.reason, apart.dimension) == ("combination", "role")


def test_a_merged_province_is_named_with_what_it_became(connection):
    found = compared(
        connection, report("a.txt", "ha-nam", "3.1%"), report("b.txt", "phu-tho", "2%")
    )
    (merger,) = found.mergers
    assert (merger.name_vi, merger.into_vi, merger.since) == ("Hà Nam", "Ninh Bình", "2025-07-01")


def test_an_indicator_is_named_by_id_or_label(connection):
    found = compared(connection, report("a.txt", "ha-nam", "3.1%"))
    assert compare(connection, "Poverty Rate") == found
    empty = compare(connection, "budget_revenue")
    assert (empty.groups, empty.reporting) == ((), {})


def test_an_unknown_indicator_names_the_nearest(connection):
    compared(connection, report("a.txt", "ha-nam", "3.1%"))
    with pytest.raises(UnknownIndicatorError, match="nearest: poverty_rate") as caught:
        compare(connection, "povrty_rate")
    assert caught.value.nearest[0] == "poverty_rate"


def doubted(path, province, value, alert, *, verdict="contradicted", **more):
    made = report(path, province, value, "78/100", level="commune", role="actual")
    made.observations.pop()
    made.finding(value, verdict=verdict, alert=alert, message=f"{path} is wrong.", **more)
    return made


def test_a_value_that_its_report_contradicts_is_shown_with_the_reason_and_has_no_rank(connection):
    same = {"level": "commune", "role": "actual"}
    found = compared(
        connection,
        doubted("a.txt", "ha-nam", "2.1%", "error", uses=("78/100",)),
        report("b.txt", "hai-duong", "2.9%", **same),
        report("c.txt", "phu-tho", "3.1%", **same),
    )
    (group,) = found.groups
    assert shown(group) == [
        (1, "hai-duong", "2.9%"),
        (2, "phu-tho", "3.1%"),
        (None, "ha-nam", "2.1%"),
    ]
    assert [row.alert for row in group.rows] == [None, None, "error"]
    assert group.rows[2].finding_message == "a.txt is wrong."
    words = " ".join(str(one) for one in shown_to_people(found, Talk()) if hasattr(one, "plain"))
    assert "‡ 2.1% in a: error BC101: a.txt is wrong.; so it has no rank" in words
    assert words.count("‡") == 1
    ((marked,),) = connection.execute(
        "SELECT list(province) FROM alike WHERE alert IS NOT NULL"
    ).fetchall()
    assert marked == ["ha-nam"]


def test_a_value_that_is_only_doubted_has_its_mark_and_its_rank(connection):
    found = compared(
        connection,
        doubted("a.txt", "ha-nam", "2.1%", "warn", verdict="implausible", rule="BC203"),
        report("b.txt", "hai-duong", "2.9%", level="commune", role="actual"),
    )
    (group,) = found.groups
    assert [(row.rank, row.alert) for row in group.rows] == [(1, "warn"), (2, None)]


def test_where_only_one_province_is_left_uncontradicted_that_is_the_reason(connection):
    found = compared(
        connection,
        doubted("a.txt", "ha-nam", "2.1%", "error"),
        report("b.txt", "hai-duong", "2.9%", level="commune", role="actual"),
    )
    (group,) = found.groups
    assert not group.ranked
    assert group.reason == "contradicted"
    assert "only one province" in reason(group, found, Talk())


@pytest.mark.parametrize(
    ("rule", "verdict", "alert", "marked"),
    [
        ("BC102", "contradicted", "error", ["error", "error"]),
        ("BC120", "implausible", "warn", ["warn", "warn"]),
        ("BC203", "implausible", "warn", ["warn", None]),  # the requirement is only the yardstick
        ("BC121", "implausible", "note", [None, None]),
    ],
)
def test_every_number_that_cannot_be_right_beside_the_others_is_marked(
    connection, rule, verdict, alert, marked
):
    made = report("a.txt", "ha-nam", "2.1%", "5.3%", level="commune", role="actual")
    made.finding("2.1%", rule=rule, verdict=verdict, alert=alert, uses=("5.3%",))
    made.finding("5.3%", rule="BC130", verdict="supported")
    found = compared(connection, made)
    assert [row.alert for group in found.groups for row in group.rows] == marked


def test_groups_of_equal_words_are_told_apart(connection):
    fall = {"change": "decrease", "role": "actual", "indicator": "poverty_rate"}
    made = Report("a.txt", "down 2.5 points and 4.0 percent", province="ha-nam", province_set=63)
    made.fact("2.5 points", Percentage(number=Decimal("2.5"), sign="pp", decimals=1), **fall)
    made.fact("4.0 percent", plain("4.0"), **fall)
    found = compared(connection, made)
    heads = {tuple(heading(group, found, Talk())[2:]) for group in found.groups}
    assert heads == {("in percentage points",), ("in %",)}
    assert "tính bằng điểm phần trăm" in str(
        [heading(group, found, Talk("vi")) for group in found.groups]
    )


def test_a_heading_says_no_more_than_it_must(connection):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "3.1%", level="commune"),
        report("b.txt", "hai-duong", "2.9%", level="district"),
    )
    assert {tuple(heading(group, found, Talk())) for group in found.groups} == {
        ("commune",),
        ("district",),
    }


def test_values_have_the_decimal_mark_of_the_language(connection):
    found = compared(connection, report("a.txt", "ha-nam", "2.71%", "40..45%"))
    (group,) = found.groups
    values = [cells[2] for _, cells in row_values(group, Talk("vi"))[1]]
    assert values == ["2,71%", "40..45%"]
    assert row_values(group, Talk())[1][0][1][2] == "2.71%"


def test_the_year_of_a_title_dates_a_report_without_a_date_of_issue(connection):
    made = [
        report("a.txt", "ha-nam", "3.1%", issued=None),
        report("b.txt", "hai-duong", "2.9%"),
    ]
    made[0].document = made[0].document.model_copy(update={"year": 2023})
    found = compared(connection, *made)
    (group,) = found.groups
    assert shown(group) == [(1, "hai-duong", "2.9%"), (2, "ha-nam", "3.1%")]
    assert "2023†" in [cells[-2] for _, cells in row_values(group, Talk())[1]]


def label_in_vietnamese(connection):
    """Give an indicator the label that people type."""
    connection.execute(
        "UPDATE _indicators SET label_vi = 'Tỷ lệ hộ nghèo' WHERE indicator = 'poverty_rate'"
    )


@pytest.mark.parametrize("typed", ["Tỉ le ho ngheo", "hongheo", "hộ nghèo tỷ lệ", "ho ngheo"])
def test_what_is_typed_without_accents_or_in_one_word_has_its_nearest(connection, typed):
    compared(connection, report("a.txt", "ha-nam", "3.1%"))
    label_in_vietnamese(connection)
    with pytest.raises(UnknownIndicatorError) as caught:
        compare(connection, typed)
    assert "poverty_rate" in caught.value.nearest


@pytest.mark.parametrize("typed", ["ty le ho ngheo", "POVERTY RATE", "Tỷ lệ hộ nghèo"])
def test_a_name_is_known_without_its_accents(connection, typed):
    compared(connection, report("a.txt", "ha-nam", "3.1%"))
    label_in_vietnamese(connection)
    assert compare(connection, typed).indicator == "poverty_rate"


def test_groups_that_differ_in_time_only_say_it(connection):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "3.1%", period="2019"),
        report("b.txt", "hai-duong", "2.9%", period="2019"),
        report("c.txt", "ha-nam", "2.1%", period="2022/2023"),
        report("d.txt", "hai-duong", "1.9%", period="2022/2023"),
    )
    told = {tuple(heading(group, found, Talk())) for group in found.groups}
    assert {words[-1] for words in told} == {"2019", "2022–2023"}


def test_what_adds_up_over_time_is_alike_only_where_the_times_are_as_long(connection):
    joined = {"indicator": "new_members_count"}
    found = compared(
        connection,
        report("a.txt", "ha-nam", "1480", period="2023", **joined),
        report("b.txt", "hai-duong", "1512", period="2023", **joined),
        report("c.txt", "phu-tho", "9120", period="2020/2025", **joined),
        report("d.txt", "quang-ninh", "8700", period="2020/2025", **joined),
        report("a.txt2", "ha-nam", "120", period="2023-01", **joined),
        indicator="new_members_count",
    )
    ranked = [shown(group) for group in found.groups if group.ranked]
    assert ranked == [
        [(1, "hai-duong", "1512"), (2, "ha-nam", "1480")],
        [(1, "phu-tho", "9120"), (2, "quang-ninh", "8700")],
    ]


def test_a_province_knows_its_own_number_better_than_another_does(connection):
    cites = report("b.txt", "hai-duong", "2.2%", issued="2023-12-20")
    other = report("c.txt", "hai-duong", "9%", issued="2023-12-20")
    cited = [one.model_copy(update={"province": "ha-nam"}) for one in other.analysis().observations]
    found = compared(connection, report("a.txt", "ha-nam", "3.1%"), cites)
    assert shown(found.groups[0])[0] == (1, "hai-duong", "2.2%")
    analysis = other.analysis().model_copy(update={"observations": tuple(cited)})
    store.save(connection, [analysis], rulebook=rulebook())
    again = compare(connection, "poverty_rate")
    assert shown(again.groups[0]) == [
        (1, "hai-duong", "2.2%"),
        (2, "ha-nam", "3.1%"),
        (None, "ha-nam", "9%"),
    ]


def test_a_stated_time_is_surer_than_that_of_the_report(connection):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "3.1%", period="2023"),
        report("a2.txt", "ha-nam", "11.25%", issued="2023-12-30"),
        report("b.txt", "hai-duong", "20%"),
    )
    assert shown(found.groups[0])[0] == (1, "ha-nam", "3.1%")


def test_of_two_numbers_of_a_report_the_first_tells_of_all(connection):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "9.1%", "12.25%"),
        report("b.txt", "hai-duong", "20%"),
    )
    assert shown(found.groups[0])[0] == (1, "ha-nam", "9.1%")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", ["4,120.5 billion VND", "880 million VND"]),
        ("vi", ["4.120,5 tỷ VND", "880 triệu VND"]),
    ],
)
def test_money_is_told_in_millions(connection, lang, expected):
    found = compared(
        connection,
        report("a.txt", "ha-nam", "4120500000000 VND", indicator="budget_revenue"),
        report("b.txt", "hai-duong", "880000000 VND", indicator="budget_revenue"),
        indicator="budget_revenue",
    )
    headings, rows = row_values(found.groups[0], Talk(lang))
    place = headings.index(Talk(lang)("column_value"))
    assert [cells[place] for _, cells in rows] == expected
