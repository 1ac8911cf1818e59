from __future__ import annotations

from collections import Counter

import duckdb
import pytest
from by_hand import Report, hai_duong, rulebook

from pipeline import store
from pipeline.intake import _save, reports_in


def test_a_report_that_cannot_be_stored_is_found_by_halving(tmp_path):
    bad = Report("bad.txt", "half a letter \ud800 and 3%")
    bad.fact("3%")
    good = [Report(f"{number}.txt", f"It is {number}%.").analysis() for number in range(5)]
    batch = [*good[:3], bad.analysis(), *good[3:]]
    failures: list[store.Entry] = []
    with store.open_store(tmp_path / "test.duckdb") as connection:
        entries = _save(connection, batch, failures, rulebook())
        assert store.totals(connection)[0] == 5
    assert {entry.outcome for entry in entries} == {"new"}
    (failure,) = failures
    assert (failure.path, failure.outcome) == ("bad.txt", "failed")
    assert failure.remedy


def test_a_trouble_of_the_disk_is_not_blamed_on_a_report(tmp_path):
    failures: list[store.Entry] = []
    connection = store.open_store(tmp_path / "test.duckdb")
    connection.close()
    with pytest.raises(duckdb.OperationalError):
        _save(connection, [hai_duong().analysis()], failures, rulebook())
    assert failures == []


def test_folders_are_read_to_the_bottom_each_file_once(tmp_path):
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    for name in ("z.txt", "a.md", "scan.xyz", ".hidden.txt"):
        (deep / name).write_text("x", "utf-8")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    skipped: Counter[str] = Counter()
    found = reports_in([tmp_path, deep / "z.txt", deep / "scan.xyz"], skipped=skipped)
    assert found == [deep / "a.md", deep / "z.txt", deep / "scan.xyz"]
    assert skipped == {".xyz": 1}
