from __future__ import annotations

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from by_hand import Report, hai_duong, rulebook

from pipeline import connect, ingest, store
from pipeline.model import Date, DocumentNumber, Evidence, Implied, Observation, Percentage

TABLES = ("_documents", "_facts", "_findings", "_citations", "_keys", "_places", "_log")


@pytest.fixture
def connection(tmp_path):
    with store.open_store(tmp_path / "test.duckdb") as opened:
        yield opened


def content(connection):
    return {name: sorted(connection.execute(f"FROM {name}").fetchall(), key=str) for name in TABLES}


def one(connection, query, *parameters):
    return connection.execute(query, parameters).fetchall()


# ── saving ────────────────────────────────────────────────────────────────────────────────


def test_what_is_saved_is_read_back(connection):
    report = hai_duong(title="Về cán bộ trẻ", issued="2023-11-30", notes=("scanned",)).analysis()
    store.save(connection, [report], rulebook=rulebook())
    assert store.load(connection, report.document.id) == report


def test_no_field_of_the_nouns_is_lost(connection):
    report = hai_duong(weak=((4, 9),), pages=3, ocr_pages=2)
    observation = report.observations[1]
    fact = observation.fact.model_copy(
        update={"weak": True, "box": (1.0, 2.5, 3.0, 4.0), "page": 2}
    )
    filled = {
        name: "2021"
        for name, field in Observation.model_fields.items()
        if field.annotation == (str | None)
    }
    evidence = (Evidence(dimension="level", text="commune", start=3, end=10),)
    full = {"change": "increase", "evidence": evidence}
    report.observations[1] = observation.model_copy(update=filled | full | {"fact": fact})
    store.save(connection, [report.analysis()], rulebook=rulebook())
    assert store.load(connection, report.document.id) == report.analysis()


def test_saving_twice_is_saving_once(connection):
    report = hai_duong().analysis()
    first = store.save(connection, [report], rulebook=rulebook())
    before = content(connection)
    second = store.save(connection, [report], rulebook=rulebook())
    assert content(connection) == before
    assert [entry.outcome for entry in first + second] == ["new", "unchanged"]


def test_new_rules_replace_what_the_old_ones_found(connection):
    report = hai_duong()
    store.save(connection, [report.analysis()], rulebook=rulebook("cards-1"))
    report.observations.pop()
    (entry,) = store.save(connection, [report.analysis()], rulebook=rulebook("cards-2"))
    assert entry.outcome == "reread"
    assert one(connection, "SELECT count(*) FROM facts") == [(4,)]
    assert one(connection, "SELECT pattern_version FROM documents") == [("cards-2",)]


def test_nothing_is_saved_when_one_report_cannot_be(connection):
    good = hai_duong().analysis()
    bad = Report("bad.txt", "half a letter \ud800 and 3%", language="vi")
    bad.fact("3%")
    before = content(connection)
    with pytest.raises(duckdb.Error):
        store.save(connection, [good, bad.analysis()], rulebook=rulebook())
    assert content(connection) == before
    store.save(connection, [good], rulebook=rulebook())
    assert one(connection, "SELECT count(*) FROM documents") == [(1,)]


def test_new_bytes_at_a_known_path_supersede_the_old_document(connection):
    old, new = Report("a.txt", "One 1%.").analysis(), Report("a.txt", "Two 2%.").analysis()
    store.save(connection, [old], rulebook=rulebook())
    store.save(connection, [new], rulebook=rulebook())
    assert one(connection, "SELECT document_id FROM documents") == [(new.document.id,)]
    log = one(connection, "SELECT outcome, document_id FROM ingest_log ORDER BY time, outcome")
    assert log == [
        ("new", old.document.id),
        ("changed", new.document.id),
        ("superseded", old.document.id),
    ]


def test_the_same_bytes_at_two_paths_are_one_document(connection):
    here, there = Report("a.txt", "One 1%."), Report("b.txt", "One 1%.")
    for report in (here, there):
        report.fact("1%")
    entries = store.save(connection, [here.analysis(), there.analysis()], rulebook=rulebook())
    assert [entry.outcome for entry in entries] == ["new", "duplicate"]
    assert one(connection, "SELECT count(*) FROM documents") == [(1,)]
    assert one(connection, "SELECT count(*) FROM facts") == [(1,)]


def test_a_document_stays_while_it_lies_somewhere(connection):
    text = "One 1%."
    for path in ("a.txt", "b.txt"):
        store.save(connection, [Report(path, text).analysis()], rulebook=rulebook())
    store.save(connection, [Report("a.txt", "Two 2%.").analysis()], rulebook=rulebook())
    paths = one(connection, "SELECT path FROM documents ORDER BY path")
    assert paths == [("a.txt",), ("b.txt",)]
    assert one(connection, "SELECT count(*) FROM ingest_log WHERE outcome = 'superseded'") == [(0,)]


def test_a_path_that_is_no_text_is_stored_and_named(connection):
    path = os.fsdecode(b"b\xe1o c\xe1o.txt") if os.name == "posix" else "báo cáo.txt"
    store.save(connection, [Report(path, "One 1%.").analysis()], rulebook=rulebook())
    ((stored,),) = one(connection, "SELECT path FROM documents")
    assert stored.endswith(".txt")


def test_forgetting_takes_everything_but_the_log(connection):
    kept, gone = hai_duong("kept.txt"), Report("gone.txt", "Other 3% here.")
    gone.fact("3%")
    for report in (kept, gone):
        store.save(connection, [report.analysis()], rulebook=rulebook())
    before = one(connection, "SELECT count(*) FROM facts")
    assert store.forget(connection, gone.document.id) == ["gone.txt"]
    assert one(connection, "SELECT path FROM documents") == [("kept.txt",)]
    assert one(connection, "SELECT count(*) FROM facts") == [(before[0][0] - 1,)]
    last = one(connection, "SELECT path, outcome FROM ingest_log ORDER BY time DESC LIMIT 1")
    assert last == [("gone.txt", "forgotten")]
    with pytest.raises(store.StoreError, match="no document"):
        store.forget(connection, gone.document.id)


def test_failures_are_logged_with_their_remedy(connection):
    store.log(
        connection,
        [store.Entry("x.txt", "failed", reason="no UTF-8", remedy="save as UTF-8", place="byte 3")],
        rulebook=rulebook(),
    )
    rows = one(connection, "SELECT path, outcome, reason, remedy, place FROM ingest_log")
    assert rows == [("x.txt", "failed", "no UTF-8", "save as UTF-8", "byte 3")]


def test_what_a_province_states_is_found_for_other_reports(connection):
    report, other = hai_duong(), Report("b.txt", "It is 3%.", province="ha-nam", province_set=63)
    other.fact("3%", indicator="poverty_rate")
    store.save(connection, [report.analysis(), other.analysis()], rulebook=rulebook())
    found = store.stated(connection, province="hai-duong", province_set=63)
    assert found == report.stated()
    assert {one.issued for one in found} == {report.document.issued}
    assert store.stated(connection, province="hai-duong", province_set=34) == []


# ── views ─────────────────────────────────────────────────────────────────────────────────

CONTRACT = {
    "documents": "document_id path title number issuer province province_set issued language "
    "pages ocr_pages same_as ingested_at extractor_version pattern_version",
    "facts": "fact_id document_id kind canonical text char_start char_end sentence page rule "
    "number upto comparator unit province level body population attribute role change period "
    "indicator",
    "indicators": "fact_id document_id province province_set indicator basis level body population "
    "attribute role change period value upto comparator unit base base_source quote path page",
    "checks": "finding_id document_id rule check_name verdict alert reason stated computed message "
    "char_start char_end quote",
    "citations": "fact_id document_id symbol type number year issuer province term issued identity",
    "alike": "alike indicator province province_set value canonical unit period time_from "
    "time_until time_stated issued quote path page document_id fact_id",
    "coverage": "province indicator status values",
    "ingest_log": "path time outcome reason remedy",
    "provinces": "province",
}


def test_the_views_hold_the_promised_columns_each_with_a_comment(connection):
    views = {view.name: view for view in store.views(connection)}
    assert views.keys() == CONTRACT.keys()
    for name, columns in CONTRACT.items():
        described = {column: comment for column, _, comment in views[name].columns}
        assert set(columns.split()) <= described.keys()
        assert views[name].comment
        assert all(described.values()), name


def test_numbers_are_doubles_beside_the_printed_text(connection):
    report = Report("a.txt", "About 13.30% of it.")
    report.fact("13.30%")
    store.save(connection, [report.analysis()], rulebook=rulebook())
    rows = one(connection, "SELECT number, typeof(number), text, canonical FROM facts")
    assert rows == [(13.3, "DOUBLE", "13.30%", "13.30%")]


def test_mentions_are_kept_but_are_no_facts(connection):
    store.save(connection, [hai_duong().analysis()], rulebook=rulebook())
    assert one(connection, "SELECT count(*) FROM facts WHERE kind = 'mention'") == [(0,)]


def test_bases_are_printed_or_worked_out(connection):
    store.save(connection, [hai_duong().analysis()], rulebook=rulebook())
    rows = one(connection, "SELECT canonical, base, base_source FROM indicators ORDER BY ALL")
    assert rows == [
        ("26.87%", 3234.0, "worked_out"),
        ("65%", 177.0, "printed"),
        ("869", None, None),
        (">=15%", None, None),
    ]


def test_a_shared_base_is_the_base_of_every_share_in_it(connection):
    report = Report("a.txt", "women 33.96%, young 5.66%, others 20.00%")
    for share in ("33.96%", "5.66%", "20.00%"):
        report.fact(share, indicator="committee_young_share")
    report.finding(
        "33.96%",
        check="shared_base",
        verdict="consistent",
        uses=("5.66%",),
        implied=Implied(low=53, high=53, counts=(18, 3)),
    )
    report.finding(
        "20.00%",
        check="shared_base",
        verdict="implausible",
        uses=(),
        implied=Implied(low=15, high=15),
    )
    store.save(connection, [report.analysis()], rulebook=rulebook())
    rows = one(connection, "SELECT canonical, base FROM indicators ORDER BY ALL")
    assert rows == [("20.00%", None), ("33.96%", 53.0), ("5.66%", 53.0)]


def test_two_possible_bases_are_no_base(connection):
    report = Report("a.txt", "cut 887 posts (18.7%)")
    report.fact("18.7%", indicator="committee_young_share")
    report.finding("18.7%", check="count_percent_pair", implied=Implied(low=4731, high=4756))
    store.save(connection, [report.analysis()], rulebook=rulebook())
    assert one(connection, "SELECT base, base_source FROM indicators") == [(None, None)]


def test_a_ratio_without_its_percentage_is_measured_in_percent(connection):
    report = Report("a.txt", "in 138/177 communes")
    report.fact("138/177", indicator="unified_share")
    store.save(connection, [report.analysis()], rulebook=rulebook())
    ((value, unit, basis, base),) = one(
        connection, "SELECT value, unit, basis, base FROM indicators"
    )
    assert (round(value, 2), unit, basis, base) == (77.97, "%", "share", 177.0)


def test_a_finding_is_quoted_with_its_sentence(connection):
    report = Report("a.txt", "First sentence.\nThe year 2031 is far.")
    report.finding("2031", check="period_order")
    report.fact("2031", Date(date="2031", precision="year"))
    report.finding("First", check="boilerplate")
    store.save(connection, [report.analysis()], rulebook=rulebook())
    quotes = dict(one(connection, "SELECT stated, quote FROM checks"))
    assert quotes["2031"] == "The year 2031 is far."
    assert "First sentence." in quotes["First"]


def test_sentences_can_be_searched_without_accents(connection):
    report = Report("a.txt", "Tỷ lệ hộ nghèo ở Đà Nẵng là 1,2%.")
    report.fact("1,2%", "1.2%")
    store.save(connection, [report.analysis()], rulebook=rulebook())
    query = "SELECT count(*) FROM facts WHERE sentence_folded LIKE '%ho ngheo o da nang%'"
    assert one(connection, query) == [(1,)]


def cite(report, text, **about):
    number = DocumentNumber(symbol=text, number=text.split("-")[0], **{"code": None} | about)
    report.fact(text, number)


def test_citations_of_one_document_share_an_identity(connection):
    central, dated = Report("a.txt", "See 18-NQ/TW."), Report("b.txt", "See 18-NQ/TW of 2017.")
    cite(central, "18-NQ/TW", issuer="TW")
    cite(dated, "18-NQ/TW", issuer="TW", issued="2017-10-25")
    here = Report("c.txt", "By 02-ĐA/TU we ...", province="hai-duong", province_set=63)
    there = Report("d.txt", "By 02-ĐA/TU they ...", province="quang-ninh", province_set=63)
    short = Report("e.txt", "By Resolution 4 ...")
    for report in (here, there):
        cite(report, "02-ĐA/TU", issuer="TU")
    short.fact("Resolution 4", DocumentNumber(symbol=None, code="NQ", number="4"))
    reports = (central, dated, here, there, short)
    store.save(connection, [report.analysis() for report in reports], rulebook=rulebook())
    identity = dict(
        one(connection, "SELECT path, identity FROM citations JOIN documents USING (document_id)")
    )
    assert identity["a.txt"] == identity["b.txt"] == "18-NQ/TW 2017"
    assert identity["c.txt"] != identity["d.txt"]
    assert identity["e.txt"] is None


def test_a_short_reference_means_the_one_full_number_in_its_report(connection):
    clear = Report("a.txt", "See 18-NQ/TW: Resolution 18 is clear.")
    unclear = Report(
        "b.txt", "See 18-NQ/TW and 18-NQ/TU: Resolution 18 is unclear.", province="ha-nam"
    )
    for report, symbols in ((clear, ["18-NQ/TW"]), (unclear, ["18-NQ/TW", "18-NQ/TU"])):
        for symbol in symbols:
            cite(report, symbol, code="NQ", issuer=symbol[-2:])
        report.fact("Resolution 18", DocumentNumber(symbol=None, code="NQ", number="18"))
    store.save(connection, [clear.analysis(), unclear.analysis()], rulebook=rulebook())
    rows = one(
        connection,
        "SELECT path, identity FROM citations JOIN documents USING (document_id) "
        "WHERE symbol IS NULL",
    )
    assert dict(rows) == {"a.txt": "18-NQ/TW 2017", "b.txt": None}


def province_report(path, province, share, *, period=None, province_set=63, **dimensions):
    report = Report(
        path, f"In {province} it is {share}.", province=province, province_set=province_set
    )
    report.fact(share, indicator="poverty_rate", role="actual", period=period, **dimensions)
    return report


def coverage(connection, *reports):
    store.save(connection, [report.analysis() for report in reports], rulebook=rulebook())
    rows = one(
        connection,
        "SELECT province, province_set, status FROM coverage WHERE indicator = 'poverty_rate'",
    )
    return {(province, size): status for province, size, status in rows}


def test_coverage_says_what_can_stand_beside_what(connection):
    found = coverage(
        connection,
        province_report("a.txt", "ha-nam", "3.1%", period="2022"),
        province_report("b.txt", "hai-duong", "2.9%", period="2022-H1"),
        province_report("c.txt", "phu-tho", "4.4%", period="2019"),
    )
    assert found == {
        ("ha-nam", 63): "reported",
        ("hai-duong", 63): "reported",
        ("phu-tho", 63): "not_comparable",
        ("quang-ninh", 63): "missing",
    }


def test_an_estimate_does_not_stand_beside_a_result(connection):
    found = coverage(
        connection,
        province_report("a.txt", "ha-nam", "3.1%", period="2022"),
        province_report("b.txt", "hai-duong", "2.9%", period="2022", stage="estimated"),
    )
    assert (found["ha-nam", 63], found["hai-duong", 63]) == ("not_comparable", "not_comparable")


def test_a_province_before_and_after_the_mergers_is_not_the_same(connection):
    found = coverage(
        connection,
        province_report("a.txt", "phu-tho", "3.1%"),
        province_report("b.txt", "quang-ninh", "2.9%", province_set=34),
    )
    assert found["phu-tho", 63] == found["quang-ninh", 34] == "not_comparable"
    assert found["phu-tho", 34] == found["quang-ninh", 63] == "missing"


@pytest.mark.parametrize(
    ("one_period", "other_period", "status"),
    [
        ("2015/2020", "2019/2021", "reported"),
        ("2015/2020", "2020", "reported"),
        ("2015/2020", "2020/2025", "not_comparable"),  # terms that follow each other
        ("2021/2025", "2025-12-31", "reported"),
        ("2022-01/2022-09", "2022-Q4", "not_comparable"),
        ("2022", None, "not_comparable"),
        (None, None, "not_comparable"),  # they can be of any two years
        ("--11-30", "--11-30", "not_comparable"),  # a day without a year says no time
    ],
)
def test_periods_overlap_or_not(connection, one_period, other_period, status):
    found = coverage(
        connection,
        province_report("a.txt", "ha-nam", "3.1%", period=one_period),
        province_report("b.txt", "hai-duong", "2.9%", period=other_period),
    )
    assert found["ha-nam", 63] == found["hai-duong", 63] == status


def test_coverage_and_comparison_say_the_same_of_a_percentage_printed_plainly(connection):
    """A poverty rate is a share of households, whether the text says *make up* or not."""
    plain = Report("b.txt", "Poverty rate: 2.9%", province="hai-duong", province_set=63)
    number = Percentage(number=Decimal("2.9"), decimals=1)
    plain.fact("2.9%", number, indicator="poverty_rate", role="actual", period="2022")
    found = coverage(connection, province_report("a.txt", "ha-nam", "3.1%", period="2022"), plain)
    assert found["ha-nam", 63] == found["hai-duong", 63] == "reported"


def test_alike_holds_what_may_stand_side_by_side_and_nothing_else(connection):
    reports = [
        province_report("a.txt", "ha-nam", "3.1%", period="2022"),
        province_report("b.txt", "hai-duong", "2.9%", period="2022-H1"),
        province_report("c.txt", "phu-tho", ">=2%", period="2022"),  # a bound
        province_report("d.txt", "quang-ninh", "4.4%"),  # of nobody knows when
        province_report("e.txt", "quang-ninh", "4.1%", period="2022", level="commune"),
        province_report("f.txt", "phu-tho", "0.5%", period="2022", change="decrease"),
        province_report("h.txt", "ha-nam", "3.3%", period="2022", stage="estimated"),
        province_report("g.txt", None, "9.9%", period="2022", province_set=None),
    ]
    store.save(connection, [report.analysis() for report in reports], rulebook=rulebook())
    rows = one(connection, "SELECT alike, province, value FROM alike ORDER BY alike, value")
    told = "poverty_rate · provinces=63 · in=% · basis=share"
    assert rows == [
        (f"{told} · level=commune · role=actual", "quang-ninh", 4.1),
        (f"{told} · role=actual", "hai-duong", 2.9),
        (f"{told} · role=actual", "ha-nam", 3.1),
        (f"{told} · role=actual · change=decrease", "phu-tho", 0.5),
        (f"{told} · role=actual · stage=estimated", "ha-nam", 3.3),
    ]


# ── repeats and translations ──────────────────────────────────────────────────────────────

SENTENCES = [f"Point {word} was discussed at length" for word in "abcdefgh"]
SHARES = ["26.87%", "31.25%", "44.19%", "115/177", "2,280", "1.95%"]


def press(path, sentences=SENTENCES, shares=SHARES, **about):
    text = ".\n".join([*sentences, "The figures: " + " and ".join(shares)])
    report = Report(path, text, **{"province": "hai-duong", "province_set": 63} | about)
    for share in shares:
        report.fact(share, share.replace(",", ""))
    return report


def same_as(connection, *reports):
    for report in reports:
        store.save(connection, [report.analysis()], rulebook=rulebook())
    ids = {report.document.id: report.document.path for report in reports}
    rows = one(connection, "SELECT document_id, same_as FROM documents")
    return {ids[document]: ids.get(original) for document, original in rows}


def test_a_repost_with_another_ending_is_the_same_report(connection):
    found = same_as(connection, press("a.txt"), press("b.txt", [*SENTENCES, "Shared by a reader"]))
    assert found == {"a.txt": None, "b.txt": "a.txt"}


def test_a_translation_is_the_same_report(connection):
    vietnamese = [f"Nội dung {word} đã được bàn" for word in "abcdefgh"]
    found = same_as(connection, press("a.txt"), press("b.txt", vietnamese, language="vi"))
    assert found == {"a.txt": None, "b.txt": "a.txt"}


def test_next_years_report_in_the_same_words_is_another_report(connection):
    other = ["27.11%", "30.05%", "45.21%", "117/177", "2,310", "1.77%"]
    assert same_as(connection, press("a.txt"), press("b.txt", shares=other))["b.txt"] is None


def test_the_same_words_in_another_province_are_another_report(connection):
    found = same_as(
        connection, press("a.txt"), press("b.txt", [*SENTENCES, "!"], province="ha-nam")
    )
    assert found["b.txt"] is None


def test_when_the_original_is_forgotten_the_next_takes_its_place(connection):
    reports = [press(f"{name}.txt", [*SENTENCES, name]) for name in "abc"]
    assert same_as(connection, *reports) == {"a.txt": None, "b.txt": "a.txt", "c.txt": "a.txt"}
    store.forget(connection, reports[0].document.id)
    rows = one(connection, "SELECT path, same_as FROM documents ORDER BY path")
    assert rows == [("b.txt", None), ("c.txt", reports[1].document.id)]


def test_reading_the_original_again_changes_no_roles(connection):
    reports = [press(f"{name}.txt", [*SENTENCES, name]) for name in "ab"]
    same_as(connection, *reports)
    store.save(connection, [reports[0].analysis()], rulebook=rulebook("cards-2"))
    rows = one(connection, "SELECT path, same_as FROM documents ORDER BY path")
    assert rows == [("a.txt", None), ("b.txt", reports[0].document.id)]


# ── opening ───────────────────────────────────────────────────────────────────────────────


def test_any_client_opens_the_file(tmp_path):
    path = tmp_path / "it's mine.duckdb"
    with store.open_store(path) as connection:
        store.save(connection, [hai_duong().analysis()], rulebook=rulebook())
    with duckdb.connect(str(path), read_only=True) as plain:
        assert one(plain, "SELECT count(*) FROM indicators") == [(4,)]
        assert one(plain, "SELECT count(*) > 0 FROM coverage") == [(True,)]
        assert one(plain, "SELECT schema_version FROM _schema_version") == [(store.SCHEMA_VERSION,)]
        ((tags,),) = one(
            plain, "SELECT tags FROM duckdb_databases() WHERE path IS NOT NULL AND NOT internal"
        )
        assert tags["storage_version"].startswith("v1.2")


def trouble(path, **options):
    with pytest.raises(store.StoreError) as caught:
        store.open_store(path, **options).close()
    return caught.value


def test_a_file_of_something_else_is_left_alone(tmp_path):
    text, other = tmp_path / "text.duckdb", tmp_path / "other.duckdb"
    text.write_text("these are no tables " * 100)
    with duckdb.connect(str(other)) as foreign:
        foreign.execute("CREATE TABLE theirs (a INTEGER)")
    assert trouble(text).trouble == "not_a_database"
    assert trouble(other).trouble == "foreign"
    assert trouble(other, read_only=True).trouble == "foreign"
    assert trouble(tmp_path / "none.duckdb", read_only=True).trouble == "missing"
    assert trouble(tmp_path / "no" / "x.duckdb").trouble == "no_folder"
    assert trouble(tmp_path).trouble == "unopenable"
    with duckdb.connect(str(other), read_only=True) as foreign:
        assert one(foreign, "SELECT table_name FROM duckdb_tables()") == [("theirs",)]


@pytest.mark.parametrize(("version", "expected"), [(99, "newer"), (0, "older")])
def test_a_schema_of_another_version_is_left_alone(tmp_path, version, expected):
    path = tmp_path / "test.duckdb"
    store.open_store(path).close()
    with duckdb.connect(str(path)) as plain:
        plain.execute("UPDATE _schema_version SET schema_version = ?", [version])
    assert trouble(path).trouble == expected


def test_who_holds_the_lock_is_named(tmp_path):
    path = tmp_path / "test.duckdb"
    store.open_store(path).close()
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, duckdb\n"
            "held = duckdb.connect(sys.argv[1])\n"
            "print('held', flush=True)\n"
            "sys.stdin.read()",
            str(path),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        holder.stdout.readline()
        for read_only in (False, True):
            error = trouble(path, read_only=read_only)
            assert error.trouble == "locked"
            assert str(holder.pid) in str(error)
    finally:
        holder.communicate()
    store.open_store(path).close()


def test_a_second_way_into_an_open_file_is_refused(tmp_path):
    path = tmp_path / "test.duckdb"
    with store.open_store(path):
        assert trouble(path, read_only=True).trouble == "in_use"


# ── asking ────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def guest(tmp_path):
    path = tmp_path / "test.duckdb"
    with store.open_store(path) as connection:
        store.save(connection, [hai_duong().analysis()], rulebook=rulebook())
    with store.open_guest(path) as connection:
        yield connection


def test_a_guest_reads(guest):
    answer = store.ask(
        guest, "SELECT canonical, value FROM indicators ORDER BY value DESC LIMIT 1;"
    )
    assert answer == (("canonical", "value"), ("VARCHAR", "DOUBLE"), [("869", 869.0)])
    assert store.ask(guest, "DESCRIBE indicators").rows
    assert store.ask(guest, "PIVOT facts ON kind USING count(*)").rows


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM _facts",
        "CREATE TABLE memory.main.t (a INTEGER)",
        "CREATE TEMP TABLE t (a INTEGER)",
        "COPY facts TO 'out.csv'",
        "SELECT * FROM read_text('pyproject.toml')",
        "SELECT * FROM 'pyproject.toml'",
        "SELECT * FROM glob('*')",
        "ATTACH 'other.duckdb'",
        "SET lock_configuration = false",
        "PRAGMA enable_profiling",
        "INSTALL httpfs",
        "LOAD httpfs",
        "EXPORT DATABASE 'folder'",
        "EXPLAIN ANALYZE DELETE FROM _facts",
        "USE memory",
        "SELECT 1; DELETE FROM _facts",
        "SELECT 1; SELECT 2",
        "",
        "not SQL at all",
    ],
)
def test_a_guest_does_nothing_else(guest, query, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(store.StoreError):
        store.ask(guest, query)
    assert sorted(tmp_path.iterdir()) == before
    assert store.ask(guest, "SELECT count(*) FROM facts").rows == [(5,)]


def test_a_document_is_found_by_any_of_its_names(connection):
    reports = [
        Report("reports/hai-duong.v2.txt", "One 1%.").analysis(),
        Report("a/quang-ninh.txt", "Two 2%.").analysis(),
        Report("b/quang-ninh.txt", "Three 3%.").analysis(),
    ]
    store.save(connection, reports, rulebook=rulebook())
    wanted = reports[0].document.id
    names = (wanted, wanted[:8], wanted[:8].upper(), "reports/hai-duong.v2.txt", "hai-duong")
    for name in (*names, "hai-d"):
        assert store.find(connection, name) == wanted
    assert store.find(connection, "b/quang-ninh.txt") == reports[2].document.id
    with pytest.raises(store.StoreError, match=r"a/quang-ninh.txt, b/quang-ninh.txt"):
        store.find(connection, "quang-ninh")
    with pytest.raises(store.StoreError, match="nearest: hai-duong"):
        store.find(connection, "hai-doung")


def test_a_deleted_store_can_be_made_again(tmp_path):
    path = tmp_path / "test.duckdb"
    store.open_store(path).close()
    assert not Path(f"{path}.wal").exists()
    path.unlink()
    with store.open_store(path) as connection:
        assert store.totals(connection) == (0, 0, 0)


def test_a_cell_is_quoted_with_its_headers(tmp_path: Path) -> None:
    report = tmp_path / "bang.vi.md"
    report.write_text(
        "# Phụ lục\n\n| Chỉ tiêu | Năm 2023 |\n|---|---|\n| Tỷ lệ hộ nghèo (%) | 4,3 |\n\n"
        "Tỷ lệ đô thị hóa đạt 41,2%.\n",
        "utf-8",
    )
    db = tmp_path / "a.duckdb"
    ingest(report, db=db)
    with connect(db) as connection:
        quotes = connection.sql("SELECT indicator, quote FROM indicators ORDER BY 1").fetchall()
        found = connection.sql(
            "SELECT text FROM facts WHERE sentence_folded LIKE '%ho ngheo%' ORDER BY char_start"
        ).fetchall()
    assert quotes == [
        ("poverty_rate", "Tỷ lệ hộ nghèo (%) | Năm 2023: 4,3"),
        ("urbanization_rate", "Tỷ lệ đô thị hóa đạt 41,2%."),
    ]
    assert found == [("4,3",)]


def test_a_table_that_is_not_there_names_the_views(connection):
    with pytest.raises(store.StoreError) as caught:
        store.ask(connection, "select * from nosuch")
    assert "nosuch" in str(caught.value)
    assert "indicators" in str(caught.value)
    assert "pg_" not in str(caught.value)
