"""What ingest does with files: which are meant, which are read, and what is said of the others."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from by_hand import rulebook as few_cards

from pipeline import store
from pipeline.intake import Intake, ingest, paths_in, reports_in, run
from pipeline.intake.sources import find, source_of
from pipeline.model import Analysis
from pipeline.readers import read
from pipeline.rulebook import Rulebook

posix = pytest.mark.skipif(os.name != "posix", reason="such names and links need POSIX")

SENTENCES = (
    "Trong năm 2022, tỉnh Hải Dương hoàn thành {0}/40 chỉ tiêu, đạt 8{0},5%.\n"
    "Cả tỉnh kết nạp 1.{0}87 đảng viên mới.\n"
)


def report(number: int) -> str:
    return SENTENCES.format(number)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    inside = tmp_path / "reports"
    inside.mkdir()
    monkeypatch.chdir(inside)
    return inside


@pytest.fixture
def take_in(folder: Path, rulebook: Rulebook):
    """Ingest into a database outside of the folder, in this process."""

    def take_in(*paths: Path | str, cards: Rulebook = rulebook, **options: object) -> Intake:
        given = [Path(path) for path in paths]
        database = folder.parent / "test.duckdb"
        return ingest(given, database=database, rulebook=cards, **{"jobs": 0} | options)

    return take_in


def outcomes(intake: Intake) -> dict[str, str]:
    return {Path(one.path).name: one.outcome for one in intake.entries}


def asked(folder: Path, query: str) -> list[tuple[object, ...]]:
    with store.open_store(folder.parent / "test.duckdb", read_only=True) as connection:
        return connection.execute(query).fetchall()


def logged(folder: Path) -> list[tuple[str, str]]:
    rows = asked(folder, "SELECT path, outcome FROM ingest_log ORDER BY time")
    return [(Path(str(path)).name, str(outcome)) for path, outcome in rows]


# ── which files ───────────────────────────────────────────────────────────────────────────


@posix
def test_folders_are_read_to_the_bottom_each_file_once(folder):
    deep = folder / "a" / "b"
    deep.mkdir(parents=True)
    for name in ("z.txt", "a.md", "scan.xyz", ".hidden.txt", "~$a.docx", "README.md"):
        (deep / name).write_text("x", "utf-8")
    (folder / "a" / "loop").symlink_to(folder, target_is_directory=True)
    found = reports_in([folder, deep / "z.txt", deep / "scan.xyz"])
    assert found == [deep / "a.md", deep / "z.txt", deep / "scan.xyz"]


@posix
def test_what_is_passed_over_is_logged_once_with_the_reason(folder, take_in):
    for name in ("README", "readme.txt", "License.md", "CHANGELOG-2023.md", "data.xyz", "p.svg"):
        (folder / name).write_text("x", "utf-8")
    (folder / "readmissions.txt").write_text(report(1), "utf-8")
    (folder / "circle").symlink_to(folder, target_is_directory=True)
    first, second = take_in("."), take_in(".")
    assert outcomes(first).pop("readmissions.txt") == "new"
    skipped = {name for name, outcome in outcomes(first).items() if outcome == "skipped"}
    assert skipped == {
        *("README", "readme.txt", "License.md", "CHANGELOG-2023.md", "data.xyz", "p.svg"),
        "circle",
    }
    assert (
        first.skipped
        == second.skipped
        == {**{".txt": 1, ".md": 2, ".xyz": 1, ".svg": 1, "README": 1, "circle": 1}}
    )
    assert len(logged(folder)) == 8
    assert asked(folder, "FROM ingest_log WHERE outcome = 'skipped' AND reason IS NULL") == []
    assert outcomes(take_in("readme.txt")) == {"readme.txt": "new"}


def test_a_format_is_told_by_the_first_bytes_where_the_name_does_not(folder, take_in):
    (folder / "report.2023").write_bytes(b"%PDF-1.4 and then nothing")
    (folder / "old").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (folder / "letter.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (folder / "notes").write_text("just text", "utf-8")
    assert outcomes(take_in(".")) == {
        **{"report.2023": "failed", "old": "failed", "letter.doc": "failed", "notes": "skipped"}
    }
    (remedy,) = asked(folder, "SELECT remedy FROM ingest_log WHERE path = 'letter.doc'")
    assert "libreoffice" in str(remedy)


def test_patterns_are_filled_in_where_the_shell_did_not(folder, take_in):
    for name in ("a.txt", "b.txt", "deep/c.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(report(ord(name[-5]) % 10), "utf-8")
    assert set(outcomes(take_in("*.txt"))) == {"a.txt", "b.txt"}
    assert set(outcomes(take_in("**/*.txt"))) == {"a.txt", "b.txt", "c.txt"}
    (failed,) = take_in("*.nothing").failed
    assert failed.reason == "no file fits this pattern"


def test_a_name_that_looks_like_a_pattern_is_a_name(folder, take_in):
    (folder / "a[1].txt").write_text(report(1), "utf-8")
    (folder / "a1.txt").write_text(report(2), "utf-8")
    assert outcomes(take_in("a[1].txt")) == {"a[1].txt": "new"}


def test_lists_are_parted_by_lines_or_by_nul():
    assert paths_in("a b.txt\r\nbáo cáo.txt\n\n".encode()) == [Path("a b.txt"), Path("báo cáo.txt")]
    assert paths_in(b"one\ntwo.txt\0three.txt\0") == [Path("one\ntwo.txt"), Path("three.txt")]


@posix
@pytest.mark.parametrize(
    "name",
    ["new\nline.txt", 'it\'s "so".txt', "red\x1b[31m.txt", "-n.txt", os.fsdecode(b"b\xe1o.txt")],
)
def test_any_name_is_read_once(folder, take_in, name):
    (folder / name).write_text(report(1), "utf-8")
    assert [one.outcome for one in take_in(".").entries] == ["new"]
    assert [one.outcome for one in take_in(".").entries] == ["unchanged"]
    assert len(asked(folder, "FROM ingest_log")) == 1
    (folder / name).unlink()
    assert [one.outcome for one in take_in(".").entries] == ["vanished"]


@posix
def test_what_is_no_file_is_not_waited_for(folder, take_in):
    os.mkfifo(folder / "pipe.txt")
    (folder / "broken.txt").symlink_to(folder / "nowhere.txt")
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    intake = take_in(".", "none.txt")
    assert {Path(one.path).name: one.reason for one in intake.failed} == {
        "pipe.txt": "it is no ordinary file",
        "none.txt": "there is no such file or folder",
        "circle.txt": "Too many levels of symbolic links",
    }
    assert outcomes(intake)["broken.txt"] == "skipped"
    (folder / "nowhere.txt").write_text("It was 65%.\n", "utf-8")
    assert outcomes(take_in("."))["broken.txt"] in ("new", "duplicate")
    (folder / "nowhere.txt").unlink()
    gone = {Path(one.path).name: one.reason for one in take_in(".").entries}
    assert gone["broken.txt"] == "the file is gone; what was read of it is kept"


@posix
def test_what_may_not_be_read_is_named(folder):
    """Root may read everything, so another user tries it."""
    secret, locked = folder / "secret.txt", folder / "locked"
    locked.mkdir()
    (locked / "in.txt").write_text(report(1), "utf-8")
    secret.write_text(report(2), "utf-8")
    for path in (secret, locked):
        path.chmod(0)
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from pipeline.intake.sources import find, Source\n"
        "if os.geteuid() == 0:\n"
        "    os.setuid(65534)\n"
        "for one in find([Path('.')]):\n"
        "    try:\n"
        "        print(one.path, one.digest() if isinstance(one, Source) else one.reason)\n"
        "    except OSError as error:\n"
        "        print(one.path, error.strerror)\n"
    )
    try:
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True
        )
    finally:
        for path in (secret, locked):
            path.chmod(0o700)
    assert done.stdout.splitlines() == [
        "locked Permission denied",
        "secret.txt Permission denied",
    ]


# ── what is read ──────────────────────────────────────────────────────────────────────────


def test_bytes_and_versions_decide_what_is_read(folder, take_in, rulebook):
    for number in range(3):
        (folder / f"{number}.txt").write_text(report(number), "utf-8")
    assert set(outcomes(take_in(".")).values()) == {"new"}
    (folder / "0.txt").touch()
    (folder / "1.txt").write_text(report(7), "utf-8")
    assert outcomes(take_in("."))["0.txt"] == "unchanged"
    other = replace(rulebook, version="other cards")
    assert set(outcomes(take_in(".", cards=other)).values()) == {"reread"}
    assert set(outcomes(take_in(".", cards=other)).values()) == {"unchanged"}


def test_stale_takes_only_what_other_cards_have_read(folder, take_in, rulebook):
    (folder / "old.txt").write_text(report(1), "utf-8")
    take_in(".")
    other = replace(rulebook, version="other cards")
    (folder / "new.txt").write_text(report(2), "utf-8")
    take_in("new.txt", cards=other)
    (folder / "newer.txt").write_text(report(3), "utf-8")
    assert outcomes(take_in(".", cards=other, stale=True)) == {"old.txt": "reread"}
    assert outcomes(take_in(cards=other, stale=True)) == {}
    assert outcomes(take_in(cards=rulebook, stale=True)) == {
        "old.txt": "reread",
        "new.txt": "reread",
    }


def test_what_failed_is_tried_again_when_it_can_end_otherwise(folder, take_in, rulebook):
    (folder / "bad.txt").write_bytes(b"")
    (folder / "good.txt").write_text(report(1), "utf-8")
    first, second = take_in("."), take_in(".")
    assert outcomes(first)["bad.txt"] == outcomes(second)["bad.txt"] == "failed"
    assert [one.reason for one in first.failed] == [one.reason for one in second.failed]
    assert logged(folder).count(("bad.txt", "failed")) == 1  # it was not tried again

    assert outcomes(take_in(failed=True)) == {"bad.txt": "failed"}
    assert logged(folder).count(("bad.txt", "failed")) == 2
    other = replace(rulebook, version="other cards")
    take_in("bad.txt", cards=other)
    assert logged(folder).count(("bad.txt", "failed")) == 3

    (folder / "bad.txt").write_text(report(2), "utf-8")
    assert outcomes(take_in(failed=True)) == {"bad.txt": "new"}
    assert outcomes(take_in(failed=True)) == {}


def test_failed_finds_its_files_from_any_folder(folder, take_in, monkeypatch):
    (folder / "bad.txt").write_bytes(b"")
    take_in("bad.txt")
    (folder / "bad.txt").write_text(report(1), "utf-8")
    monkeypatch.chdir(folder.parent)
    assert list(outcomes(take_in(failed=True)).values()) == ["new"]
    assert asked(folder, "SELECT count(*) FROM documents") == [(1,)]


def test_another_province_or_language_is_another_reading(folder, take_in):
    (folder / "a.txt").write_text(report(1), "utf-8")
    take_in(".")
    take_in(".", province="quang-ninh")
    assert asked(folder, "SELECT province FROM documents") == [("quang-ninh",)]
    take_in(".", force=True)
    assert asked(folder, "SELECT province FROM documents") == [("hai-duong",)]


def test_the_same_bytes_are_read_once(folder, take_in):
    for name in ("a.txt", "b.txt", "c.md"):
        (folder / name).write_text(report(1), "utf-8")
    intake = take_in(".", batch=1)
    assert outcomes(intake) == {"a.txt": "new", "b.txt": "duplicate", "c.md": "duplicate"}
    assert asked(folder, "SELECT path FROM documents") == [("a.txt",)]
    (folder / "d.txt").write_text(report(1), "utf-8")
    assert outcomes(take_in("d.txt")) == {"d.txt": "duplicate"}
    assert asked(folder, "SELECT path FROM documents") == [("a.txt",)]


@pytest.mark.parametrize("batch", [1, 100])
def test_two_files_that_change_their_names_lose_nothing(folder, take_in, batch):
    (folder / "a.txt").write_text(report(1), "utf-8")
    (folder / "b.txt").write_text(report(2), "utf-8")
    take_in(".")
    before = asked(folder, "SELECT document_id, canonical FROM facts ORDER BY ALL")
    (folder / "a.txt").rename("c")
    (folder / "b.txt").rename("a.txt")
    (folder / "c").rename("b.txt")
    assert outcomes(take_in(".", batch=batch)) == {"a.txt": "changed", "b.txt": "changed"}
    assert asked(folder, "SELECT document_id, canonical FROM facts ORDER BY ALL") == before
    paths = asked(folder, "SELECT path FROM documents ORDER BY path")
    assert paths == [("a.txt",), ("b.txt",)]


def test_new_bytes_supersede_the_old_ones(folder, take_in):
    (folder / "a.txt").write_text(report(1), "utf-8")
    take_in(".")
    (folder / "a.txt").write_text(report(2), "utf-8")
    assert [one.outcome for one in take_in(".").entries] == ["changed", "superseded"]
    assert asked(folder, "SELECT count(*) FROM documents") == [(1,)]


# ── what is gone ──────────────────────────────────────────────────────────────────────────


def test_what_has_vanished_is_marked_once_and_kept(folder, take_in):
    for name in ("a.txt", "b.txt", "bad.txt"):
        (folder / name).write_text(report(name == "b.txt") if name != "bad.txt" else "", "utf-8")
    take_in(".")
    kept = asked(folder, "SELECT count(*) FROM facts")
    (folder / "b.txt").unlink()
    (folder / "bad.txt").unlink()
    expected = {"a.txt": "unchanged", "b.txt": "vanished", "bad.txt": "vanished"}
    assert outcomes(take_in(".")) == {**expected}
    assert outcomes(take_in(".")) == {"a.txt": "unchanged"}
    assert asked(folder, "SELECT count(*) FROM facts") == kept
    assert logged(folder).count(("b.txt", "vanished")) == 1

    (folder / "b.txt").write_text(report(True), "utf-8")
    assert outcomes(take_in("."))["b.txt"] == "unchanged"
    assert logged(folder)[-1] == ("b.txt", "unchanged")
    (folder / "b.txt").unlink()
    assert outcomes(take_in("."))["b.txt"] == "vanished"


def test_a_file_that_moved_is_the_same_document(folder, take_in):
    (folder / "a.txt").write_text(report(1), "utf-8")
    take_in(".")
    (folder / "a.txt").rename("b.txt")
    assert outcomes(take_in(".")) == {"a.txt": "vanished", "b.txt": "duplicate"}
    assert asked(folder, "SELECT path FROM documents") == [("b.txt",)]
    (folder / "b.txt").write_text(report(2), "utf-8")
    take_in(".")
    assert asked(folder, "SELECT count(*) FROM documents") == [(1,)]


def test_only_what_was_looked_for_has_vanished(folder, take_in):
    for name in ("one/a.txt", "two/b.txt"):
        (folder / name).parent.mkdir()
        (folder / name).write_text(report(len(name)), "utf-8")
    take_in(".")
    for name in ("one/a.txt", "two/b.txt"):
        (folder / name).unlink()
    assert outcomes(take_in("one")) == {"a.txt": "vanished"}


# ── archives ──────────────────────────────────────────────────────────────────────────────


def packed(path: Path, members: dict[str, str | bytes], **options: int) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text, **options)
    return path


def test_archives_are_read_like_folders(folder, take_in):
    packed(
        folder / "in.zip",
        {
            "hai-duong/a.txt": report(1),
            "./b.txt": report(2),
            "README.txt": "x",
            "__MACOSX/a.txt": "x",
            "data.json": "{}",
        },
    )
    intake = take_in(".")
    assert {one.path: one.outcome for one in intake.entries} == {
        "in.zip!/hai-duong/a.txt": "new",
        "in.zip!/./b.txt": "new",
        "in.zip!/README.txt": "skipped",
        "in.zip!/data.json": "skipped",
    }
    paths = asked(folder, "SELECT DISTINCT path FROM indicators WHERE path LIKE '%a.txt'")
    assert paths in ([], [("in.zip!/hai-duong/a.txt",)])
    assert set(outcomes(take_in("in.zip")).values()) == {"unchanged", "skipped"}
    with store.open_store(folder.parent / "test.duckdb", read_only=True) as connection:
        held = store.load(connection, store.find(connection, "a.txt"))
    assert {one.fact.path for one in held.observations} == {"in.zip!/hai-duong/a.txt"}


def test_a_member_changes_vanishes_and_fails_like_a_file(folder, take_in):
    packed(folder / "in.zip", {"a.txt": report(1), "b.txt": report(2), "bad.txt": ""})
    take_in("in.zip")
    packed(folder / "in.zip", {"a.txt": report(3), "bad.txt": ""})
    found = outcomes(take_in("in.zip"))
    assert found == {"a.txt": "superseded", "b.txt": "vanished", "bad.txt": "failed"}
    packed(folder / "in.zip", {"a.txt": report(3), "bad.txt": report(4)})
    assert outcomes(take_in(failed=True)) == {"bad.txt": "new"}
    (folder / "in.zip").unlink()
    assert set(outcomes(take_in(".")).values()) == {"vanished"}


def test_utf8_names_that_do_not_say_so_are_read(folder):
    path = packed(folder / "a.zip", {"bao_cao.txt": report(1)})
    raw = path.read_bytes().replace(b"bao_cao.txt", "báo_ca.txt".encode())
    path.write_bytes(raw)
    (found,) = find([path])
    assert found.path == f"{path}!/báo_ca.txt"
    assert source_of(found.path).member == found.member
    with source_of(found.path).opened() as stream:
        assert stream.read().decode() == report(1)


def test_tricks_of_archives_are_refused_one_by_one(folder, take_in):
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(folder / "bad.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("good.txt", report(1))
        archive.writestr("../../out.txt", report(2))
        archive.writestr("/etc/root.txt", report(2))
        archive.writestr("C:/windows.txt", report(2))
        archive.writestr("back\\slash.txt", report(2))
        archive.writestr("inner.zip", packed(folder / "inner", {"a.txt": "x"}).read_bytes())
        archive.writestr("bomb.txt", bytes(50_000_000))
        archive.writestr(link, "/etc/passwd")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("good.txt", report(3))
    intake = take_in("bad.zip")
    reasons = {one.path.partition("!/")[2]: one.reason for one in intake.failed}
    assert reasons.pop("bomb.txt").startswith("it unpacks to")
    assert reasons == {
        "../../out.txt": "its name leads out of the archive",
        "/etc/root.txt": "its name leads out of the archive",
        "C:/windows.txt": "its name leads out of the archive",
        "back\\slash.txt": "its name leads out of the archive",
        "inner.zip": "it is an archive in an archive",
        "link.txt": "it is a link",
        "good.txt": "the archive holds several files of this name",
    }
    assert all(one.remedy for one in intake.failed)
    assert asked(folder, "SELECT path FROM documents") == [("bad.zip!/good.txt",)]


def test_archives_past_their_limits_are_refused_as_a_whole(folder, take_in):
    packed(folder / "many.zip", {f"{number}.txt": "x" for number in range(10_001)})
    packed(folder / "torn.zip", {"a.txt": report(1)})
    (folder / "torn.zip").write_bytes((folder / "torn.zip").read_bytes()[:-30])
    (folder / "none.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    (folder / "text.zip").write_text("no archive", "utf-8")
    listed = bytearray(packed(folder / "listed.zip", {"a.txt": "x"}).read_bytes())
    listed[-10:-6] = (2**31).to_bytes(4, "little")
    (folder / "listed.zip").write_bytes(listed)
    reasons = {Path(one.path).name: one.reason for one in take_in(".").failed}
    assert reasons.keys() == {"many.zip", "torn.zip", "text.zip", "listed.zip"}
    assert reasons["many.zip"] == reasons["listed.zip"] == "it holds more than 10,000 files"
    assert "damaged" in reasons["torn.zip"]


def test_members_that_lie_over_each_other_are_refused(folder, take_in):
    """The trick of small archives that unpack to petabytes: many names for the same bytes."""
    path = packed(folder / "over.zip", {"a.txt": os.urandom(5000), "b.txt": os.urandom(5000)})
    raw = bytearray(path.read_bytes())
    second = raw.rindex(b"PK\x01\x02")
    first = raw.index(b"PK\x01\x02")
    raw[second + 42 : second + 46] = raw[first + 42 : first + 46]
    raw[first + 20 : first + 24] = (9000).to_bytes(4, "little")
    path.write_bytes(raw)
    (failed,) = take_in("over.zip").failed
    assert failed.reason == "its files lie over each other"


def test_a_member_that_lies_about_its_size_fails(folder, take_in):
    path = packed(folder / "lies.zip", {"a.txt": report(1) * 100})
    raw = bytearray(path.read_bytes())
    entry = raw.index(b"PK\x01\x02")
    raw[entry + 24 : entry + 28] = (50).to_bytes(4, "little")
    path.write_bytes(raw)
    (failed,) = take_in("lies.zip").failed
    assert "damaged" in (failed.reason or "")


def test_a_locked_member_says_so(folder, take_in):
    path = packed(folder / "locked.zip", {"a.txt": report(1)})
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    (failed,) = take_in("locked.zip").failed
    assert failed.reason == "it is locked with a password"


# ── storing ───────────────────────────────────────────────────────────────────────────────


def test_a_report_that_cannot_be_stored_is_found_by_halving(folder, rulebook, pipeline):
    """No reader gives half a letter; whatever does must not take the others with it."""
    keeper = run._Keeper(
        folder / "test.duckdb",
        rulebook,
        run.Known([], [], version=("0", "0")),
        set(),
        most=100,
    )
    for number in range(7):
        analysis: Analysis = pipeline(_document(folder, number, rulebook))
        rows = store.rows_of(analysis, rulebook=rulebook)
        if number == 3:
            rows = rows._replace(about=(*rows.about[:2], "half a letter \ud800", *rows.about[3:]))
        keeper.add(rows)
    intake = keeper.done()
    assert outcomes(intake) == {
        f"{number}.txt": "failed" if number == 3 else "new" for number in range(7)
    }
    (failed,) = intake.failed
    assert failed.remedy
    with store.open_store(folder / "test.duckdb", read_only=True) as connection:
        assert store.totals(connection)[0] == 6
        assert [Path(one.path).name for one in store.unread(connection)] == ["3.txt"]


def _document(folder, number, rulebook):
    (folder / f"{number}.txt").write_text(report(number), "utf-8")
    return read(folder / f"{number}.txt", rulebook=rulebook)


def test_a_reader_of_the_database_is_waited_for(folder, monkeypatch):
    database = folder.parent / "test.duckdb"
    store.open_store(database).close()
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import duckdb, sys\n"
            "with duckdb.connect(sys.argv[1], read_only=True):\n"
            "    print('held', flush=True)\n"
            "    sys.stdin.read(1)\n",
            str(database),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    holder.stdout.readline()
    known = run.Known([], [], version=("0", "0"))
    keeper = run._Keeper(database, few_cards(), known, set(), most=1)
    waited = []

    def sleep(seconds):
        waited.append(seconds)
        holder.communicate(b"x")

    monkeypatch.setattr(run.time, "sleep", sleep)
    keeper.others.append(store.Entry("a.txt", "failed", "as a test"))
    keeper.save()
    assert len(waited) == 1
    assert logged(folder) == [("a.txt", "failed")]


def test_the_database_is_no_file_of_its_folder(folder, rulebook):
    (folder / "a.txt").write_text(report(1), "utf-8")
    for _ in range(2):
        intake = ingest([folder], database=folder / "in.duckdb", rulebook=rulebook, jobs=0)
        assert set(outcomes(intake)) == {"a.txt"}


def test_stopping_keeps_what_is_read_and_goes_on_later(folder, take_in):
    for number in range(6):
        (folder / f"{number}.txt").write_text(report(number), "utf-8")
    seen = []
    first = take_in(
        ".", stop=lambda: len(seen) >= 2, progress=lambda path, number, count: seen.append(path)
    )
    assert (len(first.entries), first.left) == (2, 4)
    second = take_in(".")
    assert (len(second.entries), second.left) == (6, 0)
    assert sorted(outcomes(second).values()) == ["new"] * 4 + ["unchanged"] * 2
