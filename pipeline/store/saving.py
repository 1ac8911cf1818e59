"""An `Analysis` into the store: all or nothing, and saving twice is saving once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import duckdb

from pipeline.model import Analysis
from pipeline.store.opening import StoreError, now, run, transaction
from pipeline.store.rows import (
    citation_rows,
    document_row,
    fact_rows,
    finding_rows,
    indicator_rows,
    province_rows,
    storable,
)

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

Outcome = Literal[
    "new", "changed", "reread", "duplicate", "unchanged", "failed", "superseded", "forgotten"
]


class Entry(NamedTuple):
    """A line of the log: what became of a file."""

    path: str
    outcome: Outcome
    reason: str | None = None
    remedy: str | None = None
    place: str | None = None
    document: str | None = None


class Place(NamedTuple):
    """Where a report lies, and with what it was read."""

    location: str
    path: str
    document: str
    extractor_version: str
    pattern_version: str
    language: str
    province: str | None


def extractor_version() -> str:
    """Return the version of this program, which every stored report names."""
    try:
        return metadata.version("baocao")
    except metadata.PackageNotFoundError:
        return "0+checkout"


def save(
    connection: duckdb.DuckDBPyConnection, analyses: Iterable[Analysis], *, rulebook: Rulebook
) -> list[Entry]:
    """Store reports in one transaction and return what became of each.

    A report that is stored already is replaced by its new analysis; the bytes that a path
    held before are superseded, unless they lie at another path too.
    """
    batch = list(analyses)
    by_location = {_location(one.document.path): one for one in batch}
    by_document = {one.document.id: one for one in by_location.values()}
    known = {place.location: place for place in places(connection)}
    entries = _outcomes(by_location, known, _version(rulebook))
    with transaction(connection):
        run(connection, "clear_cards")
        _fill(connection, "_provinces", province_rows(rulebook))
        _fill(connection, "_indicators", indicator_rows(rulebook))
        times = _times(connection, list(by_document), _version(rulebook))
        run(connection, "delete", documents=list(by_document))
        _append(connection, by_document.values(), rulebook, times)
        orphans = _move(connection, by_location)
        entries += _superseded(orphans, known, by_location)
        run(connection, "delete", documents=orphans)
        _point_to_originals(connection, list(by_document))
        _append_log(connection, entries)
    return entries


def log(connection: duckdb.DuckDBPyConnection, entries: Iterable[Entry]) -> None:
    """Add lines to the log, such as files that could not be read."""
    with transaction(connection):
        _append_log(connection, entries)


def forget(connection: duckdb.DuckDBPyConnection, document: str) -> list[str]:
    """Take a report and all that came of it out; return the paths where it lay."""
    held = [place for place in places(connection) if place.document == document]
    if not held:
        raise StoreError("unknown_document", name=document, nearest="")
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


def _version(rulebook: Rulebook) -> tuple[str, str]:
    return extractor_version(), rulebook.version


def _location(path: str) -> str:
    return storable(str(Path(path).resolve()))


def _outcomes(
    by_location: Mapping[str, Analysis], known: Mapping[str, Place], version: tuple[str, str]
) -> list[Entry]:
    stored = {place.document for place in known.values()}
    entries = []
    for location, analysis in by_location.items():
        document, before = analysis.document, known.get(location)
        outcome: Outcome
        if before is None:
            outcome = "duplicate" if document.id in stored else "new"
        elif before.document != document.id:
            outcome = "changed"
        else:
            same = (before.extractor_version, before.pattern_version) == version
            outcome = "unchanged" if same else "reread"
        stored.add(document.id)
        entries.append(Entry(document.path, outcome, document=document.id))
    return entries


def _times(
    connection: duckdb.DuckDBPyConnection, documents: list[str], version: tuple[str, str]
) -> dict[str, tuple[datetime, datetime]]:
    """Return when each report was read first and last; the same reading again is no reading."""
    extractor, pattern = version
    rows = run(connection, "read_before", documents=documents, extractor=extractor, pattern=pattern)
    time = now()
    before = {document: (first, last if same else time) for document, first, last, same in rows}
    return {document: before.get(document, (time, time)) for document in documents}


def _move(connection: duckdb.DuckDBPyConnection, by_location: Mapping[str, Analysis]) -> list[str]:
    """Note where the reports lie now and return those that lie nowhere any more."""
    documents = [analysis.document for analysis in by_location.values()]
    rows = run(
        connection,
        "move",
        locations=list(by_location),
        paths=[storable(document.path) for document in documents],
        documents=[document.id for document in documents],
    )
    return [document for (document,) in rows]


def _superseded(
    orphans: Sequence[str], known: Mapping[str, Place], by_location: Mapping[str, Analysis]
) -> list[Entry]:
    return [
        Entry(
            place.path,
            "superseded",
            reason=f"replaced by {by_location[location].document.id}",
            document=place.document,
        )
        for location, place in known.items()
        if place.document in orphans
    ]


def _append_log(connection: duckdb.DuckDBPyConnection, entries: Iterable[Entry]) -> None:
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
        if entry.outcome != "unchanged"
    ]
    _fill(connection, "_log", rows)


def _fill(connection: duckdb.DuckDBPyConnection, table: str, rows: list[tuple[Any, ...]]) -> None:
    if rows:
        with connection.appender(table) as appender:
            appender.append_rows(rows)


def _append(
    connection: duckdb.DuckDBPyConnection,
    analyses: Iterable[Analysis],
    rulebook: Rulebook,
    times: Mapping[str, tuple[datetime, datetime]],
) -> None:
    version = _version(rulebook)
    documents, facts, citations, findings = [], [], [], []
    for analysis in analyses:
        documents.append(document_row(analysis.document, version, times[analysis.document.id]))
        facts += fact_rows(analysis)
        citations += citation_rows(analysis, rulebook)
        findings += finding_rows(analysis)
    _fill(connection, "_documents", documents)
    _fill(connection, "_facts", facts)
    _fill(connection, "_citations", citations)
    _fill(connection, "_findings", findings)


# ── repeats and translations ──────────────────────────────────────────────────────────────


def _point_to_originals(connection: duckdb.DuckDBPyConnection, documents: list[str]) -> None:
    """Set ``same_as`` of every repeat to the oldest report that it repeats, however far off."""
    unsettled = [one for (one,) in run(connection, "unsettled", documents=documents)]
    if not unsettled:
        return
    pairs = run(connection, "alike_documents", documents=unsettled)
    involved = [*unsettled, *(other for _, other in pairs)]
    rows = run(connection, "duplicates", documents=involved)
    settled = [(one, original) for one, original in rows if original and one not in unsettled]
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
