"""Files and folders into the store: only what is new or changed, and a bad file stops nothing.

The store is open for writing only while a batch is saved, so that others can read it while
reports are being analysed.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import duckdb

from pipeline import flow, store
from pipeline.model import Analysis
from pipeline.readers import READERS, Unreadable
from pipeline.rulebook import Rulebook
from pipeline.store import Entry, Place

__all__ = ["Intake", "ingest", "reports_in"]

LanguageCode = Literal["en", "vi"]

#: What is written about a folder of reports is none of them.
_ABOUT = "readme"
#: So many reports, or characters, are saved together: one transaction each would cost twenty
#: times as much, and all at once would not fit into memory.
_BATCH = 200
_CHARACTERS = 20_000_000


@dataclass
class Intake:
    """What became of every file: ``facts`` counts by document, ``skipped`` by ending."""

    entries: list[Entry] = field(default_factory=list)
    facts: dict[str, int] = field(default_factory=dict)
    skipped: Counter[str] = field(default_factory=Counter)

    @property
    def failed(self) -> list[Entry]:
        """The files that could not be read."""
        return [entry for entry in self.entries if entry.outcome == "failed"]


def ingest(
    paths: Iterable[Path],
    *,
    database: Path,
    rulebook: Rulebook,
    force: bool = False,
    language: LanguageCode | None = None,
    province: str | None = None,
    lang: LanguageCode = "en",
    progress: Callable[[Path, int, int], None] | None = None,
) -> Intake:
    """Read files and folders into a store and return what became of each.

    A file is read when its bytes, the program or the cards have changed since it was read
    last, when another language or province is asked for, or with ``force``.
    """
    intake = Intake()
    files = reports_in(paths, skipped=intake.skipped)
    with store.open_store(database) as connection:
        known = {place.location: place for place in store.places(connection)}
    version = (store.extractor_version(), rulebook.version)
    batch: list[Analysis] = []
    failures: list[Entry] = []
    for number, file in enumerate(files):
        if progress:
            progress(file, number, len(files))
        place = None if force else known.get(str(file.resolve()))
        if place and _unchanged(file, place, version, language, province):
            intake.entries.append(Entry(str(file), "unchanged", document=place.document))
            continue
        read = _analyse(file, rulebook, language, province, lang)
        if isinstance(read, Entry):
            failures.append(read)
        else:
            batch.append(read)
        characters = sum(len(one.document.text) for one in batch)
        if len(batch) + len(failures) >= _BATCH or characters >= _CHARACTERS:
            _keep(database, batch, failures, intake, rulebook)
            batch, failures = [], []
    _keep(database, batch, failures, intake, rulebook)
    return intake


def reports_in(paths: Iterable[Path], *, skipped: Counter[str] | None = None) -> list[Path]:
    """Return the files meant by files and folders, each once, in a steady order.

    A file that is named is always tried; in folders, what no reader reads is counted as
    ``skipped``, as is a README, and what is hidden is passed over.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        for file in sorted(_below(path, skipped)) if path.is_dir() else (path,):
            found.setdefault(file.resolve(), file)
    return list(found.values())


def _below(folder: Path, skipped: Counter[str] | None) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            ending = Path(name).suffix.casefold()
            if name.startswith("."):
                continue
            if ending in READERS and Path(name).stem.casefold() != _ABOUT:
                yield Path(place, name)
            elif skipped is not None:
                skipped[ending or name] += 1


def _unchanged(
    file: Path,
    place: Place,
    version: tuple[str, str],
    language: str | None,
    province: str | None,
) -> bool:
    asked = language in (None, place.language) and province in (None, place.province)
    if not asked or (place.extractor_version, place.pattern_version) != version:
        return False
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == place.document
    except OSError:
        return False


def _analyse(
    file: Path,
    rulebook: Rulebook,
    language: LanguageCode | None,
    province: str | None,
    lang: LanguageCode,
) -> Analysis | Entry:
    path = str(file)
    if not file.exists():
        return Entry(path, "failed", "there is no such file or folder", "check the path")
    try:
        return flow.analyse(
            file, rulebook=rulebook, language=language, province=province, lang=lang
        )
    except Unreadable as error:
        return Entry(path, "failed", error.reason, error.remedy, error.place)
    except Exception as error:  # one report in thousands must not end the run
        return _unexpected(path, error)


def _unexpected(path: str, error: Exception) -> Entry:
    reason = f"{type(error).__name__}: {error}"
    return Entry(path, "failed", reason, "report it, with the output of: baocao doctor")


def _keep(
    database: Path,
    batch: list[Analysis],
    failures: list[Entry],
    intake: Intake,
    rulebook: Rulebook,
) -> None:
    if not batch and not failures:
        return
    with store.open_store(database) as connection:
        intake.entries += _save(connection, batch, failures, rulebook)
        store.log(connection, failures)
    intake.entries += failures
    intake.facts |= {one.document.id: len(one.observations) for one in batch}


def _save(
    connection: duckdb.DuckDBPyConnection,
    batch: list[Analysis],
    failures: list[Entry],
    rulebook: Rulebook,
) -> list[Entry]:
    """Save a batch; where it cannot be stored, halve it until the one at fault stands alone."""
    try:
        return store.save(connection, batch, rulebook=rulebook) if batch else []
    except (duckdb.Error, ValueError) as error:
        if isinstance(error, duckdb.OperationalError):  # the disk or the lock, not the report
            raise
        if len(batch) == 1:
            failures.append(_unexpected(batch[0].document.path, error))
            return []
    half = len(batch) // 2
    return [
        *_save(connection, batch[:half], failures, rulebook),
        *_save(connection, batch[half:], failures, rulebook),
    ]
