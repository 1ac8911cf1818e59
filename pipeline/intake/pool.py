"""Reading in several processes: results in the order of the files, whatever a file does.

A file that hangs is stopped with the process that reads it, and one that ends its process is
found: if the process had read others before, the file gets one of its own and a second try.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.intake.frames import READY, receive, send
from pipeline.intake.sources import Source
from pipeline.intake.tasks import Setup, Task
from pipeline.store import Entry, Rows

__all__ = ["WORKER", "PoolError", "Read", "read_in_processes"]

#: The command that starts a process that reads. Nothing in the working folder is imported.
WORKER = (sys.executable, "-P", "-c", "from pipeline.intake.worker import serve; serve()")

#: So many seconds at most a process may take to be ready.
_START = 120.0

#: So many results, or bytes of them, wait at most for one that is late.
_AHEAD = 500
_BYTES_AHEAD = 128 * 2**20


class PoolError(Exception):
    """Why no process can be started to read in."""


class Read(NamedTuple):
    """What became of a file; ``tried`` where it was read just now."""

    source: Source
    result: Rows | Entry
    tried: bool = False


class _Ended(Exception):
    """A process has ended before it had answered."""

    def __init__(self, code: int, *, late: bool) -> None:
        super().__init__(code)
        self.code = code
        self.late = late


def read_in_processes(
    sources: Sequence[Source],
    *,
    prepare: Callable[[Source], Task | Entry],
    setup: Setup,
    jobs: int,
    timeout: float | None,
    stop: Callable[[], bool],
    command: Sequence[str] = WORKER,
) -> Generator[Read]:
    """Yield what became of each file, in their order, until ``stop`` says so.

    ``prepare`` says what is to be read of a file, or why it is not.
    """
    shelf = _Shelf(sources, stop)
    start = _Starter(command, pickle.dumps(setup, pickle.HIGHEST_PROTOCOL))
    stations = [_Station(shelf, prepare, start, timeout) for _ in range(min(jobs, len(sources)))]
    threads = [threading.Thread(target=one.work, daemon=True) for one in stations]
    shelf.working = len(threads)
    for thread in threads:
        thread.start()
    try:
        yield from shelf
    finally:
        shelf.close()
        for station in stations:
            station.end()
        for thread in threads:
            thread.join(5)


class _Shelf:
    """Where files are taken from and results are put: in any order, and taken in order."""

    def __init__(self, sources: Sequence[Source], stop: Callable[[], bool]) -> None:
        self.sources = sources
        self.stop = stop
        self.working = 0
        self.closed = False
        self._changed = threading.Condition()
        self._given = 0
        self._wanted = 0
        self._bytes = 0
        self._held: dict[int, tuple[bytes | Entry | BaseException, bool]] = {}

    def take(self) -> tuple[int, Source] | None:
        """Return the next file and its number; None where there are no more."""
        with self._changed:
            while self._is_full() and not self._is_over():
                self._changed.wait(0.5)
            if self._given >= len(self.sources) or self._is_over():
                return None
            self._given += 1
            return self._given - 1, self.sources[self._given - 1]

    def put(self, number: int, result: bytes | Entry | BaseException, *, tried: bool) -> None:
        """Keep the result of a file until its turn has come."""
        with self._changed:
            self._held[number] = (result, tried)
            self._bytes += _size(result)
            self._changed.notify_all()

    def leave(self) -> None:
        """Note that one station fewer is working."""
        with self._changed:
            self.working -= 1
            self._changed.notify_all()

    def close(self) -> None:
        """Give out no more files."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()

    def __iter__(self) -> Iterator[Read]:
        """Yield the results in the order of the files."""
        while True:
            with self._changed:
                while self._wanted not in self._held:
                    if not self.working:
                        return
                    self._changed.wait(0.5)  # wakes up for Ctrl-C on every system
                result, tried = self._held.pop(self._wanted)
                self._bytes -= _size(result)
                source = self.sources[self._wanted]
                self._wanted += 1
                self._changed.notify_all()
            if isinstance(result, BaseException):
                raise result
            if isinstance(result, bytes):
                result = pickle.loads(result)  # noqa: S301 (from a process of this one)
            yield Read(source, result, tried)

    def _is_over(self) -> bool:
        return self.closed or self.stop()

    def _is_full(self) -> bool:
        waiting = self._given - self._wanted
        return waiting >= _AHEAD or (self._bytes >= _BYTES_AHEAD and waiting > 0)


def _size(result: object) -> int:
    return len(result) if isinstance(result, bytes) else 0


class _Station:
    """A thread with its process, which is started when the first file is to be read."""

    def __init__(
        self,
        shelf: _Shelf,
        prepare: Callable[[Source], Task | Entry],
        start: _Starter,
        timeout: float | None,
    ) -> None:
        self.shelf = shelf
        self.prepare = prepare
        self.start = start
        self.timeout = timeout
        self.process: _Process | None = None

    def work(self) -> None:
        """Take files until there are no more."""
        try:
            while (item := self.shelf.take()) is not None:
                self._work_on(*item)
        finally:
            self.end()
            self.shelf.leave()

    def _work_on(self, number: int, source: Source) -> None:
        try:
            prepared = self.prepare(source)
            tried = isinstance(prepared, Task)
            result = self._read(prepared) if isinstance(prepared, Task) else prepared
            self.shelf.put(number, result, tried=tried)
        except BaseException as error:  # raised again where results are taken
            self.shelf.put(number, error, tried=False)
            self.shelf.close()

    def _read(self, task: Task) -> bytes | Entry:
        while True:
            process = self.process = self.process or self.start()
            alone = process.answers == 0
            try:
                answer = process.ask(task, self.timeout)
            except _Ended as ended:
                self.process = None
                if ended.late:
                    return _hung(task, self.timeout or 0)
                if alone or self.shelf.closed:
                    return _died(task, ended.code)
            else:
                if process.late:  # it was stopped just when it had answered
                    self.process = None
                return answer

    def end(self) -> None:
        """End the process, if there is one."""
        if self.process is not None:
            self.process.end()


def _hung(task: Task, timeout: float) -> Entry:
    reason = f"reading it took more than {timeout:g} seconds"
    remedy = f"give it more time: baocao ingest --failed --timeout {timeout * 10:g}"
    return task.failed(reason, remedy)


def _died(task: Task, code: int) -> Entry:
    try:
        how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
    except ValueError:
        how = f"signal {-code}"
    reason = f"reading it ended the program ({how})"
    remedy = "open it in its program and save it again; report it, with the file if you may"
    return task.failed(reason, remedy)


class _Starter:
    """Starts processes that read."""

    def __init__(self, command: Sequence[str], setup: bytes) -> None:
        self.command = command
        self.setup = setup

    def __call__(self) -> _Process:
        """Return a process that is ready; raises `PoolError`."""
        return _Process(self.command, self.setup)


class _Process:
    """A process that reads one file after the other."""

    def __init__(self, command: Sequence[str], setup: bytes) -> None:
        self.answers = 0
        self.late = False
        self._asked = 0
        self._lock = threading.Lock()
        with tempfile.TemporaryFile() as errors:
            try:
                self._process = _started(command, errors)
                ready = self._exchange(setup, _START)
            except (OSError, _Ended) as error:
                errors.seek(0)
                lines = errors.read().decode("utf-8", "replace").split("\n")
                said = next((line for line in reversed(lines) if line.strip()), str(error))
                raise PoolError(f"no process to read in: {said.strip()}") from error
        if ready != READY:
            self.end()
            raise PoolError("no process to read in: what was started is something else")

    def ask(self, task: Task, timeout: float | None) -> bytes:
        """Return the result of a file; raises `_Ended`."""
        answer = self._exchange(pickle.dumps(task), timeout)
        self.answers += 1
        return answer

    def _exchange(self, frame: bytes, timeout: float | None) -> bytes:
        tasks, results = self._process.stdin, self._process.stdout
        if tasks is None or results is None:
            raise _Ended(0, late=False)
        watch = threading.Timer(timeout, self._stop, [self._asked]) if timeout else None
        if watch:
            watch.daemon = True
            watch.start()
        try:
            send(tasks, frame)
            answer = receive(results)
        except (OSError, ValueError):  # it has closed its ends
            answer = None
        with self._lock:
            self._asked += 1
        if watch:
            watch.cancel()
        if answer is None:
            self._kill()
            raise _Ended(self._process.wait(), late=self.late)
        return answer

    def _stop(self, asked: int) -> None:
        """End the process, unless it has answered what it was asked then."""
        with self._lock:
            if asked == self._asked:
                self.late = True
                self._kill()

    def _kill(self) -> None:
        """End the process and what it has started, such as OCR."""
        if self._process.poll() is not None:
            return
        try:
            if os.name == "posix":
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        except OSError:
            pass  # it has just ended

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            try:
                if stream:
                    stream.close()
            except OSError:
                pass  # a task that was never read


def _started(command: Sequence[str], errors: Any) -> subprocess.Popen[bytes]:
    """Start a process of a group of its own: Ctrl-C is for the one that started it."""
    package = str(Path(__file__).parents[2])
    known = os.environ.get("PYTHONPATH")
    path = os.pathsep.join([package, known] if known else [package])
    return subprocess.Popen(  # noqa: S603 (the command is ours)
        list(command),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": str(int(sys.flags.utf8_mode))},
        start_new_session=os.name == "posix",
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )
