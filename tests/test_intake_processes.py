"""Reading in processes of their own: the same results, whatever a file or a person does."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from pipeline import store
from pipeline.intake import Intake, PoolError, ingest
from pipeline.rulebook import Rulebook

HERE = Path(__file__).parent
BAD_WORKER = (sys.executable, str(HERE / "bad_worker.py"))

#: What a run leaves, without the times and, for the log, in whatever order.
CONTENT = {
    "_documents": "* EXCLUDE (first_ingested_at, ingested_at)",
    "_facts": "*",
    "_citations": "*",
    "_findings": "*",
    "_keys": "*",
    "_places": "* EXCLUDE (vanished_at)",
    "_unread": "*",
    "_log": "* EXCLUDE (time)",
}

posix = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")


def content(database: Path) -> dict[str, list[tuple[object, ...]]]:
    with store.open_store(database, read_only=True) as connection:
        return {
            table: sorted(connection.execute(f"SELECT {columns} FROM {table}").fetchall(), key=str)
            for table, columns in CONTENT.items()
        }


def fill(folder: Path, count: int) -> None:
    """Reports, some of them of the same bytes or nearly the same, and some that are none."""
    folder.mkdir(exist_ok=True)
    for number in range(count):
        kind, text = number % 10, ""
        for sentence in range(1, 9):
            people = 1000 + 9 * (number - (kind == 7)) + sentence
            text += (
                f"Năm 2022, tỉnh Hải Dương có {people // 1000}.{people % 1000:03} đảng viên ở xã "
                f"thứ {sentence}, đạt {people % 89},{people % 7}%.\n"
            )
        text += "Tin đăng lại.\n" if kind == 7 else ""
        path = folder / f"{number:03}.txt"
        if kind == 3:
            path.write_bytes(b"")
        elif kind == 5:
            path.write_bytes((folder / f"{number - 1:03}.txt").read_bytes())
        else:
            path.write_text(text, "utf-8")


def taken_in(folder: Path, database: Path, rulebook: Rulebook, **options: object) -> Intake:
    return ingest([folder], database=database, rulebook=rulebook, **options)


def reasons(intake: Intake) -> dict[str, str | None]:
    return {Path(one.path).name: one.reason for one in intake.failed}


def test_processes_give_what_one_process_gives(tmp_path, rulebook):
    fill(tmp_path / "reports", 40)
    alone = taken_in(tmp_path / "reports", tmp_path / "a.duckdb", rulebook, jobs=0)
    several = taken_in(tmp_path / "reports", tmp_path / "b.duckdb", rulebook, jobs=2, batch=7)
    assert several.entries == alone.entries
    assert several.facts == alone.facts
    assert several.repeats == alone.repeats > 0
    assert content(tmp_path / "b.duckdb") == content(tmp_path / "a.duckdb")
    again = taken_in(tmp_path / "reports", tmp_path / "b.duckdb", rulebook, jobs=2)
    assert {one.outcome for one in again.entries} == {"unchanged", "failed"}


def test_a_file_that_hangs_or_kills_takes_down_only_itself(tmp_path, rulebook):
    reports = tmp_path / "reports"
    fill(reports, 12)
    good = {path.name for path in reports.iterdir() if path.stat().st_size}
    for name in ("004-hangs.txt", "006-dies.txt", "008-worn.txt", "009-hangs.txt"):
        (reports / name).write_text(f"Đạt 12,5% ở {name}.\n", "utf-8")
    begin = time.monotonic()
    intake = taken_in(
        reports, tmp_path / "test.duckdb", rulebook, jobs=2, timeout=3, worker=BAD_WORKER
    )
    assert time.monotonic() - begin < 60
    found = reasons(intake)
    assert found.pop("003.txt") == "it is empty"
    assert found == {
        "004-hangs.txt": "reading it took more than 3 seconds",
        "006-dies.txt": "reading it ended the program (exit code 9)",
        "009-hangs.txt": "reading it took more than 3 seconds",
    }
    read = {Path(one.path).name for one in intake.entries if one.outcome != "failed"}
    assert read == good | {"008-worn.txt"}  # not to blame: alone, it was read
    assert [one.path for one in intake.entries] == sorted(one.path for one in intake.entries)
    with store.open_store(tmp_path / "test.duckdb", read_only=True) as connection:
        log = connection.execute(
            "SELECT remedy FROM ingest_log WHERE outcome = 'failed' ORDER BY path"
        ).fetchall()
    assert len(log) == 4
    assert "--timeout 30" in log[1][0]

    begin = time.monotonic()
    again = taken_in(reports, tmp_path / "test.duckdb", rulebook, timeout=3, worker=BAD_WORKER)
    assert time.monotonic() - begin < 3  # what hung last time is known
    assert reasons(again).keys() == found.keys() | {"003.txt"}


def test_a_time_limit_is_kept_for_a_report_that_only_takes_long(tmp_path, rulebook):
    sentence = "Năm 2022, tỉnh Hải Dương có 1.234 đảng viên ở xã, đạt 12,5%.\n"
    (tmp_path / "long.txt").write_text(sentence * 50_000, "utf-8")
    intake = taken_in(tmp_path / "long.txt", tmp_path / "test.duckdb", rulebook, timeout=0.2)
    assert reasons(intake) == {"long.txt": "reading it took more than 0.2 seconds"}


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ([sys.executable, "-c", "raise SystemExit('no such room')"], "no such room"),
        ([sys.executable, "-c", "print('hello ' * 50)"], "something else|exit|[0-9]"),
        (["/no/such/program"], "No such file|cannot find"),
    ],
)
def test_it_is_said_why_no_process_can_be_started(tmp_path, rulebook, command, said):
    fill(tmp_path / "reports", 2)
    with pytest.raises(PoolError, match=said):
        taken_in(tmp_path / "reports", tmp_path / "t.duckdb", rulebook, jobs=1, worker=command)


def test_nothing_in_the_folder_is_run(tmp_path, rulebook, monkeypatch):
    fill(tmp_path, 2)
    for name in ("regex", "duckdb", "pipeline", "spacy"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('I was run')", "utf-8")
    monkeypatch.chdir(tmp_path)
    intake = taken_in(Path(), tmp_path / "t.duckdb", rulebook, jobs=1)
    assert [one.outcome for one in intake.entries].count("new") == 2


# ── interrupted ───────────────────────────────────────────────────────────────────────────

#: A run in small batches that says a line for each file.
RUN = """
import sys
from pathlib import Path
from pipeline.intake import ingest
from pipeline.rulebook import Rulebook

def progress(path, number, count):
    print(number, flush=True)

folder, database, jobs = sys.argv[1:]
ingest([Path(folder)], database=Path(database), rulebook=Rulebook.load(), jobs=int(jobs),
       batch=3, progress=progress)
"""


def started(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(HERE.parent)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@posix
def test_a_run_that_is_killed_again_and_again_ends_like_any_other(tmp_path, rulebook):
    """Twenty times, at random moments: while the database is made, files are read or stored.

    What was come to before is passed by quickly, so that most kills come with files that were
    not; from one to the next a run comes a few files further.
    """
    reports, database = tmp_path / "reports", tmp_path / "killed.duckdb"
    fill(reports, 60)
    chance = random.Random(7)
    with killable(reports, database) as runs:
        for number in range(20):
            known = stored(database) if database.exists() else 0
            files = 0 if number < 4 else chance.randrange(1, known + 6)
            jobs = (0, 0, 0, 1)[number % 4] if files > known else 0
            kill(runs, jobs, files=files, after=chance.uniform(0, 0.05 if files else 0.15))
            if database.exists():
                whole(database)
        assert 10 < stored(database) < 60
        said(runs, 1)
        assert ending(runs) == "ended 0\n"
    taken_in(reports, tmp_path / "calm.duckdb", rulebook, jobs=0)
    assert content(database) == content(tmp_path / "calm.duckdb")
    assert not list(tmp_path.glob("*.new*"))


@contextmanager
def killable(reports: Path, database: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that starts runs which may be killed."""
    runs = subprocess.Popen(
        [sys.executable, str(HERE / "killable.py"), str(reports), str(database)],
        env={**os.environ, "PYTHONPATH": str(HERE.parent)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield runs
    finally:
        runs.stdin.close()
        runs.wait(60)


def said(runs: subprocess.Popen[str], jobs: int) -> int:
    """Start a run and return its process."""
    runs.stdin.write(f"{jobs}\n")
    runs.stdin.flush()
    return int(
        next(line for line in iter(runs.stdout.readline, "") if "process" in line).split()[1]
    )


def kill(runs: subprocess.Popen[str], jobs: int, *, files: int = 0, after: float) -> None:
    """Start a run and kill it when it has come to so many files, and some time later."""
    process = said(runs, jobs)
    for line in iter(runs.stdout.readline, "") if files else ():
        assert line.startswith("file"), f"it was over before: {line}"
        if int(line.split()[1]) >= files:
            break
    time.sleep(after)
    os.kill(process, signal.SIGKILL)
    assert ending(runs) == f"ended {-signal.SIGKILL}\n", "it was over before"


def ending(runs: subprocess.Popen[str]) -> str:
    """How a run ended."""
    return next(line for line in iter(runs.stdout.readline, "") if line.startswith("ended"))


def stored(database: Path) -> int:
    """How many files the store knows."""
    with store.open_store(database, read_only=True) as connection:
        return len(store.places(connection)) + len(store.unread(connection))


def whole(database: Path) -> None:
    """Every report that is stored is stored with all that belongs to it."""
    with store.open_store(database, read_only=True) as connection:
        held = connection.execute(
            "SELECT d.document_id, count(f.fact_id) FROM _documents d "
            "LEFT JOIN _facts f USING (document_id) GROUP BY ALL"
        ).fetchall()
        assert all(count for _, count in held)
        logged = connection.execute(
            "SELECT count(DISTINCT document_id) FROM _log WHERE outcome = 'new'"
        ).fetchall()
        assert logged == [(len(held),)]


#: A run whose files may grow to so many bytes, as on a disk that is full.
FULL = """
import resource, signal, sys
from pathlib import Path
from pipeline.intake import ingest
from pipeline.rulebook import Rulebook
from pipeline.store import StoreError

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
try:
    ingest(
        [Path(sys.argv[1])], database=Path(sys.argv[2]), rulebook=Rulebook.load(), jobs=0, batch=5
    )
except StoreError as error:
    print(error)
"""


@posix
@pytest.mark.parametrize("room", [100_000, 350_000], ids=["at the start", "in between"])
def test_a_full_disk_is_named_and_loses_nothing(tmp_path, rulebook, room):
    reports, database = tmp_path / "reports", tmp_path / "full.duckdb"
    fill(reports, 20)
    said = started("-c", FULL, reports, database, room).communicate()[0]
    assert str(database) in said and f"make room in {tmp_path}" in said
    assert "the same command again" in said
    if database.exists():
        whole(database)
    taken_in(reports, database, rulebook, jobs=0)
    taken_in(reports, tmp_path / "calm.duckdb", rulebook, jobs=0)
    assert content(database) == content(tmp_path / "calm.duckdb")


def children(process: int) -> list[int]:
    listed = [path.read_text("ascii") for path in Path(f"/proc/{process}/task").glob("*/children")]
    return [int(one) for one in " ".join(listed).split()]


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text("ascii").rsplit(")")[-1].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are looked up in /proc")
def test_no_process_outlives_a_run_that_was_killed(tmp_path):
    reports = tmp_path / "reports"
    fill(reports, 30)
    run = started("-c", RUN, reports, tmp_path / "t.duckdb", 2)
    run.stdout.readline()
    readers = children(run.pid)
    assert readers
    run.kill()
    run.communicate()
    end = time.monotonic() + 20
    while any(map(is_running, readers)) and time.monotonic() < end:
        time.sleep(0.1)
    assert not any(map(is_running, readers))


@pytest.fixture
def long_run(tmp_path) -> Iterator[subprocess.Popen[str]]:
    """The command line, busy with files that its workers have begun to read."""
    fill(tmp_path / "reports", 400)
    run = started(
        *("-m", "pipeline", "ingest", tmp_path / "reports", "--db", tmp_path / "t.duckdb"),
        *("--jobs", 1),
    )
    yield run
    run.kill()
    run.communicate()


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are looked up in /proc")
def test_ctrl_c_ends_with_the_files_in_hand_and_says_how_to_go_on(tmp_path, long_run):
    while not children(long_run.pid) and long_run.poll() is None:
        time.sleep(0.05)
    time.sleep(4)
    long_run.send_signal(signal.SIGINT)
    _, errors = long_run.communicate(timeout=60)
    assert long_run.returncode == 130
    assert "Ctrl-C again" in errors
    assert "the same command goes on" in errors
    with duckdb.connect(str(tmp_path / "t.duckdb"), read_only=True) as connection:
        ((count,),) = connection.execute("SELECT count(*) FROM documents").fetchall()
    assert 0 < count < 300
    whole(tmp_path / "t.duckdb")
