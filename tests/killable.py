"""Runs of ingest that a test may kill: each in a process that has everything ready from the start.

Reads lines of ``jobs`` from standard input; for each, says the number of a new process, then a
number for each file that it has come to, and how it ended.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from pipeline.intake import ingest
from pipeline.intake.reading import Reader
from pipeline.intake.tasks import Setup, Task
from pipeline.rulebook import Rulebook


def main() -> None:
    """Start a process for each line, one after the other."""
    folder, database = Path(sys.argv[1]), Path(sys.argv[2])
    rulebook = Rulebook.load()
    reader = Reader(Setup(rulebook))
    first = min(folder.iterdir())
    reader(Task(str(first), str(first)))
    for line in sys.stdin:
        process = os.fork()
        if not process:
            run(folder, database, rulebook, int(line))
        say("process", process)
        _, status = os.waitpid(process, 0)
        say("ended", os.waitstatus_to_exitcode(status))


def run(folder: Path, database: Path, rulebook: Rulebook, jobs: int) -> None:
    """Ingest in small batches, and end."""
    code = 1
    try:
        ingest(
            [folder],
            database=database,
            rulebook=rulebook,
            jobs=jobs,
            batch=3,
            progress=lambda path, number, count: say("file", number),
        )
        code = 0
    finally:
        os._exit(code)


def say(*words: object) -> None:
    """Write a line in one go: two processes share the output."""
    os.write(1, f"{' '.join(map(str, words))}\n".encode())


if __name__ == "__main__":
    main()
