"""A run of ingest: what is to be read, who reads it, and the batches that are stored."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path, PurePath

import duckdb

from pipeline import store
from pipeline.intake.choosing import Decision, Known, choose
from pipeline.intake.pool import WORKER, Read, read_in_processes
from pipeline.intake.sources import Source
from pipeline.intake.tasks import LanguageCode, Setup, Task, unexpected
from pipeline.readers import Ocr
from pipeline.rulebook import Rulebook
from pipeline.store import Entry, Rows, StoreError, location_of

__all__ = ["TIMEOUT", "Intake", "ingest"]

#: Seconds that a file may take: a scan of a hundred pages needs them.
TIMEOUT = 600.0

#: So many reports, characters or seconds are saved together: a transaction for each would cost
#: twenty times as much, all at once would not fit into memory, and what a power cut takes away
#: has to be read again.
_BATCH = 200
_CHARACTERS = 10_000_000
_SECONDS = 15.0

#: So many seconds a batch waits for whoever else has the database open.
_PATIENCE = 600.0
#: So many at the start: another run holds it only while it saves; who holds it longer is named.
_FIRST_PATIENCE = 5.0

#: Fewer bytes of plain text are read sooner than a process is started.
_FEW_BYTES = 150_000
_PLAIN = frozenset({".txt", ".text", ".md", ".markdown"})

#: More processes than this would wait for the one that writes.
_MOST_JOBS = 16


@dataclass
class Intake:
    """What became of every file: ``facts`` and ``ocr_pages`` count by document.

    ``repeats`` are the documents of this run that repeat or translate another one; ``left``
    is how many files were not come to when the run was stopped.
    """

    entries: list[Entry] = field(default_factory=list)
    facts: dict[str, int] = field(default_factory=dict)
    ocr_pages: dict[str, int] = field(default_factory=dict)
    repeats: int = 0
    left: int = 0

    @property
    def failed(self) -> list[Entry]:
        """The files that could not be read."""
        return [entry for entry in self.entries if entry.outcome == "failed"]

    @property
    def skipped(self) -> Counter[str]:
        """How many files were passed over, by their ending, or their name where they have none."""
        names = [PurePath(one.path) for one in self.entries if one.outcome == "skipped"]
        return Counter(name.suffix.casefold() or name.name for name in names)


def ingest(
    paths: Iterable[Path],
    *,
    database: Path,
    rulebook: Rulebook,
    force: bool = False,
    failed: bool = False,
    stale: bool = False,
    language: LanguageCode | None = None,
    province: str | None = None,
    lang: LanguageCode = "en",
    ocr: Ocr = "auto",
    jobs: int | None = None,
    timeout: float | None = None,
    batch: int = _BATCH,
    worker: Sequence[str] = WORKER,
    progress: Callable[[str, int, int], None] | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> Intake:
    """Read files, folders and archives into a store and return what became of each.

    A file is read when its bytes, the program or the cards have changed since it was read or
    tried last, when another language or province is asked for, or with ``force``. ``failed``
    and ``stale`` choose, of the paths or of all that is known, the files that gave no report
    and those that were read by another program or with other cards. ``jobs`` is the number of
    processes that read (0: none but this one), ``timeout`` the seconds that one may take for
    a file, ``worker`` the command that starts one, ``batch`` how many reports are saved
    together. ``progress`` is told the path, its number and how many there are; once ``stop``
    says so, the files in hand are the last.
    """
    setup = Setup(rulebook, language, province, lang, ocr)
    with _opened(database, _FIRST_PATIENCE) as connection:
        swept = store.sweep(connection)  # what a run that was broken off has left
        version = (store.extractor_version(), rulebook.version)
        known = Known(store.places(connection), store.unread(connection), version=version)
    choice = choose(list(paths), known, failed=failed, stale=stale)
    decision = Decision(known, setup, force=force, again=failed)
    keeper = _Keeper(database, rulebook, known, decision.read_now, most=batch)
    keeper.intake.entries += swept
    for entry in choice.entries:
        if not _is_store(entry.path, database):
            keeper.add(entry)
    sources = choice.sources
    if jobs is None and timeout is None and _are_few(sources):
        jobs = 0
    reading = (
        _read_here(sources, decision, setup, stop)
        if jobs == 0
        else read_in_processes(
            sources,
            prepare=decision,
            setup=setup,
            jobs=jobs or _cores(),
            timeout=timeout or TIMEOUT,
            stop=stop,
            command=worker,
        )
    )
    keeper.intake.left = len(sources)
    with closing(reading):
        for number, read in enumerate(reading, 1):
            keeper.add(read.result, tried=read.tried)
            keeper.intake.left = len(sources) - number
            if progress:
                progress(read.source.path, number, len(sources))
    return keeper.done()


def _is_store(path: str, database: Path) -> bool:
    """Return whether a file in a folder of reports is the store, or what it writes beside it."""
    return Path(path).name.startswith(database.name) and location_of(path).startswith(
        location_of(str(database))
    )


def _are_few(sources: Sequence[Source]) -> bool:
    """Return whether reading files here is both safe and soonest."""
    plain = all(one.file.suffix.casefold() in _PLAIN for one in sources)
    return plain and sum(one.size for one in sources) <= _FEW_BYTES


def _cores() -> int:
    able = getattr(os, "sched_getaffinity", None)
    count = len(able(0)) if able else os.cpu_count() or 1
    return min(count, _MOST_JOBS)


def _read_here(
    sources: Iterable[Source], decision: Decision, setup: Setup, stop: Callable[[], bool]
) -> Generator[Read]:
    """Yield what became of each file, read in this process."""
    reader = None
    for source in sources:
        if stop():
            return
        prepared = decision(source)
        if isinstance(prepared, Entry):
            yield Read(source, prepared)
            continue
        if reader is None:
            from pipeline.intake.reading import Reader  # noqa: PLC0415 (half a second)

            reader = Reader(setup)
        yield Read(source, reader(prepared), tried=True)


class _Keeper:
    """Gathers what became of files, and stores it in batches."""

    def __init__(
        self,
        database: Path,
        rulebook: Rulebook,
        known: Known,
        read_now: set[str],
        *,
        most: int,
    ) -> None:
        self.intake = Intake()
        self.database = database
        self.rulebook = rulebook
        self.known = known
        self.read_now = read_now
        self.most = most
        self._begin()

    def _begin(self) -> None:
        self.reports: list[Rows] = []
        self.found: list[tuple[str, str]] = []
        self.others: list[Entry] = []
        self.order: dict[str, int] = {}
        self.characters = 0
        self.since = time.monotonic()

    def add(self, result: Rows | Entry, *, tried: bool = False) -> None:
        """Keep what became of a file; a batch is stored when it is full."""
        self.order[result.path] = len(self.order)
        if isinstance(result, Rows):
            self._add_report(result)
        elif result.outcome == "duplicate":
            self.found.append((result.path, result.document or ""))
        elif self._is_news(result, tried=tried):
            self.others.append(result)
        else:
            self.intake.entries.append(result)
        if self._is_full():
            self.save()

    def _is_news(self, entry: Entry, *, tried: bool) -> bool:
        """Return whether the log does not say it yet."""
        if entry.outcome == "unchanged":
            return entry.reason is not None
        return tried or not self.known.knows(entry)

    def _add_report(self, report: Rows) -> None:
        if report.document in self.read_now:  # the same bytes at another path
            self.found.append((report.path, report.document))
            return
        self.read_now.add(report.document)
        self.reports.append(report)
        self.characters += report.characters
        self.intake.facts[report.document] = report.stated
        if report.ocr_pages:
            self.intake.ocr_pages[report.document] = report.ocr_pages

    def _is_full(self) -> bool:
        count = len(self.reports) + len(self.found) + len(self.others)
        return bool(count) and (
            count >= self.most
            or self.characters >= _CHARACTERS
            or time.monotonic() - self.since >= _SECONDS
        )

    def save(self) -> None:
        """Store what was gathered."""
        if self.reports or self.found or self.others:
            entries = self._stored()
            entries.sort(key=lambda entry: self.order.get(entry.path, 0))
            self.intake.entries += entries
        self._begin()

    def _stored(self) -> list[Entry]:
        try:
            with _opened(self.database, _PATIENCE) as connection:
                return self._save(connection)
        except duckdb.OperationalError as error:
            raise store.write_trouble(self.database, error) from error

    def done(self) -> Intake:
        """Store what is left, take out what is superseded, and return what became of all."""
        self.save()
        with _opened(self.database, _PATIENCE) as connection:
            self.intake.entries += store.sweep(connection)
            self.intake.repeats = store.repeats(connection, list(self.intake.facts))
        return self.intake

    def _save(self, connection: duckdb.DuckDBPyConnection) -> list[Entry]:
        """Store the batch; where a report cannot be stored, without that one."""
        try:
            return self._store(connection, self.reports, self.found, self.others)
        except (duckdb.Error, ValueError) as error:
            _expect_blameless(error)
        entries = self._halve(connection, self.reports)
        return [*entries, *self._store(connection, [], self.found, self.others)]

    def _halve(self, connection: duckdb.DuckDBPyConnection, reports: Sequence[Rows]) -> list[Entry]:
        """Store reports, halving them until the one at fault stands alone."""
        try:
            return self._store(connection, reports, (), ())
        except (duckdb.Error, ValueError) as error:
            _expect_blameless(error)
            if len(reports) == 1:
                (one,) = reports
                self.intake.facts.pop(one.document, None)
                self.read_now.discard(one.document)
                self.others.append(unexpected(Task(one.path, one.path, None, one.document), error))
                return []
        half = len(reports) // 2
        return [*self._halve(connection, reports[:half]), *self._halve(connection, reports[half:])]

    def _store(
        self,
        connection: duckdb.DuckDBPyConnection,
        reports: Sequence[Rows],
        found: Sequence[tuple[str, str]],
        others: Sequence[Entry],
    ) -> list[Entry]:
        return store.save_rows(
            connection, reports, rulebook=self.rulebook, found=found, others=others
        )


def _opened(database: Path, patience: float) -> duckdb.DuckDBPyConnection:
    """Open the store; whoever has it open is waited for, for so many seconds."""
    end = time.monotonic() + patience
    while True:
        try:
            return store.open_store(database)
        except StoreError as error:
            if error.trouble != "locked" or time.monotonic() > end:
                raise
        time.sleep(0.1)


def _expect_blameless(error: Exception) -> None:
    """Raise what no report is to blame for: a trouble of the disk or of the lock."""
    if isinstance(error, duckdb.OperationalError):
        raise error
