"""What a folder costs: `python -m benchmarks.bench_ingest`, in short with `--short`.

Five thousand files of many formats, made of the sentences of the open sample reports with their
digits redrawn, and among them one in twenty that no reader can read. They are ingested, and
then once more. Exit code 1: the second run took more than a tenth of the first, or something
was lost.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb

from benchmarks.__main__ import ROOT, Ratio

sys.path.insert(0, str(ROOT / "corpus"))
import make_formats

SENTENCES_EACH = 30

#: How many of a hundred files are of a format; the others are bad.
MIX = {"txt": 55, "md": 20, "html": 10, "docx": 6, "zip": 2, "pdf": 2}


def bad(number: int) -> tuple[str, bytes]:
    """The ending and the bytes of a file that no reader can read."""
    kinds = (
        ("txt", b""),
        ("pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog"),
        ("docx", b"PK\x03\x04" + bytes(300)),
        ("txt", bytes(range(256)) * 40),
        ("zip", b"no archive at all"),
        ("doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000)),
    )
    ending, content = kinds[number % len(kinds)]
    return ending, content + str(number).encode() if content else content


def report(number: int, known: Sequence[str]) -> make_formats.Report:
    """A report of shuffled sentences whose digits are redrawn, the same every time."""
    chance = random.Random(number)
    parts = tuple(
        make_formats.Line(re.sub(r"(?<=\d)\d", lambda _: str(chance.randrange(10)), one))
        for one in chance.choices(known, k=SENTENCES_EACH)
    )
    return make_formats.Report(f"report-{number}", "vi", parts)


def plain(made: make_formats.Report) -> bytes:
    """The lines of a report as they are."""
    return "\n\n".join(make_formats.lines_of(made)).encode()


WRITERS: dict[str, Callable[[make_formats.Report], bytes]] = {
    "txt": plain,
    "md": lambda made: f"# {made.name}\n\n".encode() + plain(made),
    "html": make_formats.web_page,
    "docx": make_formats.docx,
    "pdf": make_formats.pdf,
}


def fill(folder: Path, count: int) -> Counter[str]:
    """Write the files and return how many there are of each kind."""
    paths = sorted((ROOT / "corpus").glob("*.vi.txt"))
    text = "\n".join(path.read_text("utf-8") for path in paths)
    known = [one for one in re.split(r"(?<=[.;])\s+|\n", text) if 30 < len(one) < 250]
    kinds = [kind for kind, share in MIX.items() for _ in range(share)]
    kinds += ["bad"] * (100 - len(kinds))
    made: Counter[str] = Counter()
    for number in range(count):
        kind = kinds[number * 37 % 100]
        made[kind] += 1
        path = folder / f"{number % 50:02}" / f"{number:05}"
        path.parent.mkdir(exist_ok=True)
        if kind == "bad":
            ending, content = bad(number)
            path.with_suffix(f".{ending}").write_bytes(content)
        elif kind == "zip":
            with zipfile.ZipFile(path.with_suffix(".zip"), "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("bao-cao.txt", plain(report(number, known)))
        else:
            path.with_suffix(f".{kind}").write_bytes(WRITERS[kind](report(number, known)))
    return made


class Run(NamedTuple):
    """What a run took, in seconds and bytes, and its exit code."""

    seconds: float
    peak: int
    code: int


def ingested(folder: Path, database: Path, *arguments: str) -> Run:
    """Ingest a folder in a process, and watch the memory of all that it starts."""
    command = [sys.executable, "-m", "pipeline", "ingest", str(folder), "--db", str(database)]
    begin = time.perf_counter()
    process = subprocess.Popen(
        [*command, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peaks = [0]
    watch = threading.Thread(target=lambda: peaks.extend(memory_of(process)), daemon=True)
    watch.start()
    code = process.wait()
    taken = time.perf_counter() - begin
    watch.join()
    return Run(taken, max(peaks), code)


def memory_of(process: subprocess.Popen[bytes]) -> Iterator[int]:
    """The memory of a process and its children, again and again until it ends (on Linux)."""
    while process.poll() is None:
        yield sum(map(_share, (process.pid, *_children(process.pid))))
        time.sleep(0.2)


def _children(process: int) -> list[int]:
    try:
        listed = [one.read_text() for one in Path(f"/proc/{process}/task").glob("*/children")]
    except OSError:
        return []
    return [int(one) for one in " ".join(listed).split()]


def _share(process: int) -> int:
    """The memory of a process, what it shares with others counted in parts."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0
    found = re.search(r"^Pss: +(\d+) kB", text, re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


def main() -> None:
    """Measure, print, and say by the exit code whether what is promised holds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench_ingest", description=__doc__)
    parser.add_argument("--short", action="store_true", help="600 files in place of 5,000")
    parser.add_argument("--files", type=int, default=5000, help="how many files")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    chosen = parser.parse_args()
    count = 600 if chosen.short else chosen.files
    with tempfile.TemporaryDirectory() as name:
        folder, database = Path(name, "reports"), Path(name, "reports.duckdb")
        folder.mkdir()
        made = fill(folder, count)
        print(f"  {', '.join(f'{number} {kind}' for kind, number in made.most_common())}")
        first = ingested(folder, database, "--jobs", str(chosen.jobs))
        with duckdb.connect(str(database), read_only=True) as connection:
            ((documents, facts, characters, failed),) = connection.execute(
                "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM facts), "
                "(SELECT sum(length(text)) FROM _documents), "
                "(SELECT count(DISTINCT path) FROM ingest_log WHERE outcome = 'failed')"
            ).fetchall()
        size = database.stat().st_size
        second = ingested(folder, database, "--jobs", str(chosen.jobs))
    lines = {
        "first run": f"{first.seconds:8.1f} s with {chosen.jobs} processes",
        "files a second": f"{count / first.seconds:8.1f}",
        "characters a second": f"{characters / first.seconds / 1e6:8.3f} million",
        "facts a second": f"{facts / first.seconds:8.0f}",
        "memory of all processes": f"{first.peak / 2**20:8.0f} MiB at most",
        "database": f"{size / 2**20:8.1f} MiB, {documents} documents, {facts} facts",
        "second run": f"{second.seconds:8.1f} s, {second.peak / 2**20:.0f} MiB",
    }
    print(*(f"  {what:<26}{value}" for what, value in lines.items()), sep="\n")
    lost = count - documents - failed
    ratios = [
        Ratio("second run ÷ first run", second.seconds / first.seconds, 0.1),
        Ratio("files without report or reason", lost, 0),
        Ratio("bad files that were not named", made["bad"] - failed, 0),
    ]
    print()
    for ratio in ratios:
        kept = "" if ratio.holds else "  NOT KEPT"
        print(f"{ratio.what:<36}{ratio.value:8.3f}  at most {ratio.limit}{kept}")
    sys.exit(not all(ratio.holds for ratio in ratios) or {first.code, second.code} != {3})


if __name__ == "__main__":
    main()
