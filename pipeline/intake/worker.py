"""A process that reads files for another one: tasks come in, results go out, each as a frame.

`pool` starts it. Nothing that a library prints gets between the frames; and when whoever
started it is gone, it goes too, whatever it is doing.
"""

from __future__ import annotations

import gc
import os
import pickle
import queue
import sys
import threading
from collections.abc import Callable
from typing import IO, Any

from pipeline.intake.frames import READY, receive, send
from pipeline.intake.reading import Reader
from pipeline.intake.tasks import Setup, Task

__all__ = ["SELDOM", "serve"]

#: So many new things are made before circles are looked for: a report is made of some hundred
#: thousand, and leaves a few thousand behind in circles.
SELDOM = 10_000


def serve(build: Callable[[Setup], Callable[[Task], Any]] = Reader) -> None:
    """Read files until there are no more tasks."""
    tasks, results = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 (a device, no path)
        os.dup2(nowhere.fileno(), 1)
    setup = receive(tasks)
    if setup is None:
        return
    read = build(pickle.loads(setup))  # noqa: S301 (from the process that started this one)
    gc.freeze()  # the cards stay to the end: no use in looking through them again and again
    gc.set_threshold(SELDOM)
    send(results, READY)
    waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(tasks, waiting), daemon=True).start()
    while True:
        task = pickle.loads(waiting.get())  # noqa: S301
        send(results, pickle.dumps(read(task), pickle.HIGHEST_PROTOCOL))


def _listen(tasks: IO[bytes], waiting: queue.SimpleQueue[bytes]) -> None:
    """Pass tasks on; at their end, end the process."""
    while (frame := receive(tasks)) is not None:
        waiting.put(frame)
    os._exit(0)


if __name__ == "__main__":
    serve()
