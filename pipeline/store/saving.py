"""An `Analysis` into the store: all or nothing, and saving twice is saving once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import duckdb

from pipeline.model import Analysis
from pipeline.store.opening import StoreError, now, run, transaction
from pipeline.store.rows import (
    Rows,
    extractor_version,
    indicator_rows,
    province_rows,
    rows_of,
    storable,
)

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

Outcome = Literal[
    "new",
    "changed",
    "reread",
    "duplicate",
    "unchanged",
    "failed",
    "skipped",
    "vanished",
    "superseded",
    "forgotten",
]


#: So many rows at once: an appender keeps in memory what it holds.
_HANDED_OVER = 10_000


class Entry(NamedTuple):
    """A line of the log: what became of a file; ``document`` is the hash of its bytes."""

    path: str
    outcome: Outcome
    reason: str | None = None
    remedy: str | None = None
    place: str | None = None
    document: str | None = None


class Place(NamedTuple):
    """Where a report lies, and with what it was read; ``vanished`` where the file is gone."""

    location: str
    path: str
    document: str
    extractor_version: str
    pattern_version: str
    language: str
    province: str | None
    vanished: bool


class Unread(NamedTuple):
    """A file that was tried last without success, and with what."""

    location: str
    path: str
    outcome: Outcome
    reason: str | None
    remedy: str | None
    place: str | None
    document: str | None
    extractor_version: str
    pattern_version: str

    @property
    def entry(self) -> Entry:
        """The line of the log that was written then."""
        return Entry(self.path, self.outcome, self.reason, self.remedy, self.place, self.document)


def save(
    connection: duckdb.DuckDBPyConnection, analyses: Iterable[Analysis], *, rulebook: Rulebook
) -> list[Entry]:
    """Store reports in one transaction and return what became of each.

    A report that is stored already is replaced by its new analysis; the bytes that a path
    held before are superseded, unless they lie at another path too.
    """
    reports = [rows_of(one, rulebook=rulebook) for one in analyses]
    with transaction(connection):
        entries = _save(connection, reports, (), rulebook)
        return entries + _sweep(connection)


def save_rows(
    connection: duckdb.DuckDBPyConnection,
    reports: Sequence[Rows],
    *,
    rulebook: Rulebook,
    found: Sequence[tuple[str, str]] = (),
    others: Sequence[Entry] = (),
) -> list[Entry]:
    """Store a batch of a run in one transaction and return what became of each file.

    ``found`` are paths at which stored reports lie too, ``others`` what became of further
    files. What is superseded stays until `sweep`, since a later batch may find it elsewhere.
    """
    others = [_as_text(entry) for entry in others]
    with transaction(connection):
        entries = _save(connection, reports, found, rulebook)
        _note(connection, others, rulebook)
    return [*entries, *others]


def _as_text(entry: Entry) -> Entry:
    """Return a line of the log that UTF-8 can hold: reasons quote what they complain about."""
    return Entry._make(storable(one) if isinstance(one, str) else one for one in entry)


def sweep(connection: duckdb.DuckDBPyConnection) -> list[Entry]:
    """Take out the reports that lie nowhere any more and return them; the end of a run."""
    with transaction(connection):
        return _sweep(connection)


def log(
    connection: duckdb.DuckDBPyConnection, entries: Iterable[Entry], *, rulebook: Rulebook
) -> None:
    """Add lines to the log, such as files that could not be read."""
    with transaction(connection):
        _note(connection, list(entries), rulebook)


def forget(connection: duckdb.DuckDBPyConnection, document: str) -> list[str]:
    """Take a report and all that came of it out; return the paths where it lay."""
    held = [place for place in places(connection) if place.document == document]
    if not held:
        raise StoreError("no_such_document", name=document)
    with transaction(connection):
        run(connection, "delete", documents=[document])
        run(connection, "clear_places", document=document)
        _point_to_originals(connection, [])
        _append_log(
            connection, [Entry(place.path, "forgotten", document=document) for place in held]
        )
    return [place.path for place in held]


def places(connection: duckdb.DuckDBPyConnection) -> list[Place]:
    """Return where every stored report lies, and with what it was read."""
    return [Place(*row) for row in run(connection, "places")]


def unread(connection: duckdb.DuckDBPyConnection) -> list[Unread]:
    """Return the files that were tried last without success."""
    return [Unread(*row) for row in run(connection, "unread")]


def location_of(path: str) -> str:
    """Return what tells a file from all others, whatever it is called."""
    return storable(os.path.realpath(path))


def _version(rulebook: Rulebook) -> tuple[str, str]:
    return extractor_version(), rulebook.version


def _save(
    connection: duckdb.DuckDBPyConnection,
    reports: Iterable[Rows],
    found: Iterable[tuple[str, str]],
    rulebook: Rulebook,
) -> list[Entry]:
    by_document: dict[str, Rows] = {}
    for report in reports:  # of the same bytes at two paths, the first is read
        by_document.setdefault(report.document, report)
    lying = [*((report.path, report.document) for report in reports), *found]
    documents = list(by_document)
    _note_cards(connection, rulebook)
    times, stored = _times(connection, documents, _version(rulebook))
    entries = _move(connection, lying, by_document, _version(rulebook))
    if stored:
        run(connection, "delete", documents=stored)
    _append(connection, by_document.values(), times)
    _point_to_originals(connection, documents)
    _append_log(connection, entries)
    return entries


def _note_cards(connection: duckdb.DuckDBPyConnection, rulebook: Rulebook) -> None:
    """Store the cards that rows refer to, where they are not stored as they are."""
    cards = {"_provinces": province_rows(rulebook), "_indicators": indicator_rows(rulebook)}
    stored = {table: connection.table(table).fetchall() for table in cards}
    if stored != cards:
        run(connection, "clear_cards")
        for table, rows in cards.items():
            _fill(connection, table, rows)


def _times(
    connection: duckdb.DuckDBPyConnection, documents: Sequence[str], version: tuple[str, str]
) -> tuple[dict[str, tuple[datetime, datetime]], list[str]]:
    """Return when each report was read first and last, and those that are stored already.

    The same reading again is no reading.

    No two times are the same, so that the order of reading is known for ever.
    """
    extractor, pattern = version
    rows = run(connection, "read_before", documents=documents, extractor=extractor, pattern=pattern)
    begin = now()
    times = {}
    for number, document in enumerate(documents):
        time = begin + timedelta(microseconds=number)
        times[document] = (time, time)
    for document, first, last, same in rows:
        times[document] = (first, last if same else begin)
    return times, [document for document, *_ in rows]


def _move(
    connection: duckdb.DuckDBPyConnection,
    lying: Sequence[tuple[str, str]],
    read: Mapping[str, Rows],
    version: tuple[str, str],
) -> list[Entry]:
    """Note what lies where now and return what became of each file."""
    wanted = {location_of(path): (path, document) for path, document in lying}
    documents = [document for _, document in wanted.values()]
    rows = run(connection, "places_of", locations=list(wanted), documents=documents)
    known = {place.location: place for place in map(Place._make, rows)}
    stored_before = {one for (one,) in run(connection, "stored", documents=documents)}
    stored = stored_before | set(read)
    entries = _outcomes(wanted, known, version, read)
    moved = {
        location: (path, document)
        for location, (path, document) in wanted.items()
        if document in stored
    }
    run(
        connection,
        "move",
        locations=list(moved),
        paths=[storable(path) for path, _ in moved.values()],
        documents=[document for _, document in moved.values()],
    )
    if stored_before or known:
        named = [*documents, *(one.document for one in known.values())]
        run(connection, "rename", documents=named)
    return [entry if entry.document in stored else _lost(entry) for entry in entries]


def _outcomes(
    wanted: Mapping[str, tuple[str, str]],
    known: Mapping[str, Place],
    version: tuple[str, str],
    read: Mapping[str, Rows],
) -> list[Entry]:
    stored = {place.document for place in known.values()}
    entries = []
    for location, (path, document) in wanted.items():
        before = known.get(location)
        outcome: Outcome
        if before is None:
            outcome = "duplicate" if document in stored else "new"
        elif before.document != document:
            outcome = "changed"
        else:
            same = (before.extractor_version, before.pattern_version) == version
            outcome = "unchanged" if same or document not in read else "reread"
        stored.add(document)
        entries.append(Entry(path, outcome, document=document))
    return entries


def _lost(entry: Entry) -> Entry:
    """Return the line for a report that was stored when the run began, and is not any more."""
    reason = "another process has changed the database meanwhile"
    return entry._replace(outcome="failed", reason=reason, remedy="run the same command again")


def _sweep(connection: duckdb.DuckDBPyConnection) -> list[Entry]:
    rows = run(connection, "orphans")
    entries = [
        Entry(
            path,
            "superseded",
            reason=None if instead is None else f"replaced by {instead}",
            document=document,
        )
        for document, path, instead in rows
    ]
    if entries:
        run(connection, "delete", documents=[document for document, _, _ in rows])
        _point_to_originals(connection, [])
        _append_log(connection, entries)
    return entries


def _note(
    connection: duckdb.DuckDBPyConnection, entries: Sequence[Entry], rulebook: Rulebook
) -> None:
    """Note files that gave no report: in the log, and what is to be known of them next time."""
    by_outcome: dict[Outcome, dict[str, Entry]] = {}
    for entry in entries:
        by_outcome.setdefault(entry.outcome, {})[location_of(entry.path)] = entry
    if gone := by_outcome.get("vanished"):
        rows = run(connection, "places_of", locations=list(gone), documents=[])
        run(connection, "vanish", locations=list(gone), now=now())
        run(connection, "rename", documents=[Place._make(row).document for row in rows])
    if there := by_outcome.get("unchanged"):
        run(connection, "reappear", locations=list(there))
    failed = by_outcome.get("failed", {}) | by_outcome.get("skipped", {})
    if failed:
        run(connection, "clear_unread", locations=list(failed))
        version = _version(rulebook)
        rows = [
            Unread(location, storable(entry.path), *entry[1:], *version)
            for location, entry in failed.items()
        ]
        _fill(connection, "_unread", rows)
    _append_log(connection, entries)


def _append_log(connection: duckdb.DuckDBPyConnection, entries: Iterable[Entry]) -> None:
    """Add lines to the log; that nothing has changed is worth none unless there is a reason."""
    time = now()
    rows = [
        (
            storable(entry.path),
            time,
            entry.outcome,
            entry.reason,
            entry.remedy,
            entry.place,
            entry.document,
        )
        for entry in entries
        if entry.outcome != "unchanged" or entry.reason
    ]
    _fill(connection, "_log", rows)


def _fill(
    connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[tuple[Any, ...]]
) -> None:
    if rows:
        with connection.appender(table) as appender:
            for first in range(0, len(rows), _HANDED_OVER):
                appender.append_rows(rows[first : first + _HANDED_OVER])
                appender.flush()


def _append(
    connection: duckdb.DuckDBPyConnection,
    reports: Iterable[Rows],
    times: Mapping[str, tuple[datetime, datetime]],
) -> None:
    documents, facts, citations, findings, keys = [], [], [], [], []
    for report in reports:
        documents.append((*report.about, *times[report.document]))
        facts += report.facts
        citations += report.citations
        findings += report.findings
        keys += report.keys
    _fill(connection, "_documents", documents)
    _fill(connection, "_facts", facts)
    _fill(connection, "_citations", citations)
    _fill(connection, "_findings", findings)
    _fill(connection, "_keys", keys)


# ── repeats and translations ──────────────────────────────────────────────────────────────


def _point_to_originals(connection: duckdb.DuckDBPyConnection, new: list[str]) -> None:
    """Set ``same_as`` of every repeat to the oldest report that it repeats, however far off.

    ``new`` are reports that were just stored and point at none yet.
    """
    unsettled = [one for (one,) in run(connection, "unsettled", documents=new)]
    if not unsettled:
        return
    pairs = run(connection, "alike_documents", documents=unsettled)
    if not pairs and set(unsettled) <= set(new):
        return
    involved = [*unsettled, *(other for _, other in pairs)]
    rows = run(connection, "duplicates", documents=involved)
    again = set(unsettled)
    settled = [(one, original) for one, original in rows if original and one not in again]
    near: dict[str, set[str]] = {one: set() for one, _ in rows}
    for one, other in (*pairs, *settled):
        near[one].add(other)
        near[other].add(one)
    originals: dict[str, str] = {}
    for oldest in near:
        if oldest not in originals:
            originals |= dict.fromkeys(_connected(oldest, near), oldest)
    run(
        connection,
        "point",
        documents=list(originals),
        originals=[None if one == oldest else oldest for one, oldest in originals.items()],
    )


def _connected(start: str, near: Mapping[str, set[str]]) -> set[str]:
    members, waiting = {start}, [start]
    while waiting:
        new = near[waiting.pop()] - members
        members |= new
        waiting += new
    return members
