"""A process that reads as ours do, except for files whose names say what it does instead."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from pipeline.intake.reading import Reader
from pipeline.intake.tasks import Setup, Task
from pipeline.intake.worker import serve
from pipeline.store import Entry, Rows


def build(setup: Setup) -> Callable[[Task], Rows | Entry]:
    """A reader that hangs, dies, or dies of what it has read before."""
    reader, done = Reader(setup), 0

    def read(task: Task) -> Rows | Entry:
        nonlocal done
        print("what a library prints is no result")
        name = Path(task.path).name
        if "hangs" in name:
            time.sleep(3600)
        if "dies" in name:
            os._exit(9)
        if "worn" in name and done:
            os._exit(1)
        done += 1
        return reader(task)

    return read


if __name__ == "__main__":
    serve(build)
