"""Opening a store, and running the named queries of `pipeline/sql`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import duckdb

__all__ = [
    "SCHEMA_VERSION",
    "StoreError",
    "now",
    "open_guest",
    "open_store",
    "run",
    "transaction",
    "write_trouble",
]

#: Rises whenever a table or view changes in a way that a stored query could notice.
SCHEMA_VERSION = 6

#: Older DuckDB clients can open files written for this version.
_STORAGE_VERSION = "v1.2.0"

#: DuckDB tries out on every column how it would be stored best. With this way of storing words
#: that takes twice as long, and the file is hardly an eighth smaller.
_UNTRIED = "SET disabled_compression_methods = 'fsst'"

Trouble = Literal[
    "missing",
    "no_folder",
    "locked",
    "in_use",
    "not_a_database",
    "foreign",
    "newer",
    "older",
    "unopenable",
    "unwritable",
    "unknown_document",
    "no_such_document",
    "no_documents",
    "ambiguous_document",
    "not_read_only",
    "one_query",
    "bad_query",
]

_WORDS: Mapping[Trouble, str] = {
    "missing": "{path} does not exist; fill it first: baocao ingest FOLDER --db {path}",
    "no_folder": "{path}: there is no folder {folder}; create it or give another --db",
    "locked": "{path} is in use by process {process}; wait until it ends, or end it, and try again",
    "in_use": "{path} is open in this process in another way; close that connection first",
    "not_a_database": "{path} is not a DuckDB file; give another --db",
    "foreign": "{path} is a DuckDB file, but not one of baocao; give another --db",
    "newer": "{path} has schema {found}, this baocao knows {known}; update baocao",
    "older": "{path} has schema {found}, this baocao writes {known}; ingest into a new --db",
    "unopenable": "{path} cannot be opened: {why}; check its rights and those of {folder}, "
    "or give another --db",
    "unwritable": "{path} cannot be written: {why}; make room in {folder}, then give the same "
    "command again: what was stored is kept",
    "unknown_document": "no document {name}; nearest: {nearest}; to see all: "
    'baocao sql "select path, title from documents"',
    "no_such_document": "no document {name}; to see what there is: "
    'baocao sql "select path, title from documents"',
    "no_documents": "no document {name}: the database is empty; fill it: baocao ingest FOLDER",
    "ambiguous_document": "{name} could be several documents: {nearest}",
    "not_read_only": "only reading is allowed here: SELECT, DESCRIBE, SUMMARIZE, EXPLAIN",
    "one_query": "one query at a time",
    "bad_query": "{why}",
}


class StoreError(Exception):
    """Why the store cannot do what was asked, with the remedy.

    ``trouble`` and ``values`` say the same to a program, or in another language.
    """

    def __init__(self, trouble: Trouble, **values: str) -> None:
        super().__init__(_WORDS[trouble].format(**values))
        self.trouble: Trouble = trouble
        self.values: Mapping[str, str] = values


def open_store(
    path: str | os.PathLike[str], *, read_only: bool = False
) -> duckdb.DuckDBPyConnection:
    """Return a connection to the store at ``path``, made first if it is to be written.

    Raises `StoreError` with the remedy where the file is locked, missing or not ours.
    """
    file = Path(path)
    if read_only and not file.exists():
        raise StoreError("missing", path=str(path))
    if not file.parent.is_dir():
        raise StoreError("no_folder", path=str(path), folder=str(file.parent))
    connection = duckdb.connect()
    try:
        connection.execute(_UNTRIED)
        if not read_only and not (file.exists() and (file.is_dir() or file.stat().st_size)):
            _make(connection, file)
        _attach(connection, file, read_only=read_only)
        _expect_schema(connection, file, read_only=read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def _make(connection: duckdb.DuckDBPyConnection, file: Path) -> None:
    """Make an empty store and let go of it.

    It comes to its name only when it is whole: a process that is killed meanwhile must not
    leave a file that nothing can open.
    """
    new = file.with_name(f"{file.name}.new")
    try:
        for left in (new, Path(f"{new}.wal")):
            left.unlink(missing_ok=True)
        _attach(connection, new, read_only=False, name=file)
        _begin(connection)
        connection.execute("USE memory; DETACH baocao")
        Path(f"{file}.wal").unlink(missing_ok=True)  # of a store that was deleted
        new.replace(file)
    except duckdb.Error as error:
        raise write_trouble(file, error) from error
    except OSError as error:
        raise _unopenable(file, error.strerror or str(error)) from error


def open_guest(path: str | os.PathLike[str]) -> duckdb.DuckDBPyConnection:
    """Return a connection for queries of strangers: no writing, no files, no settings."""
    connection = open_store(path, read_only=True)
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _begin(connection: duckdb.DuckDBPyConnection) -> None:
    with transaction(connection):
        connection.execute(_sql("schema"))
        run(connection, "begin_schema", version=SCHEMA_VERSION, now=now())


def _attach(
    connection: duckdb.DuckDBPyConnection,
    file: Path,
    *,
    read_only: bool,
    name: Path | None = None,
) -> None:
    """Attach a file; a complaint speaks of ``name``, where people know it by another one."""
    quoted = str(file).replace("'", "''")
    new = f"(STORAGE_VERSION '{_STORAGE_VERSION}')"
    mode = "(READ_ONLY)" if read_only else "" if file.exists() else new
    try:
        connection.execute(f"ATTACH '{quoted}' AS baocao {mode}")
    except duckdb.Error as error:
        raise _attach_trouble(name or file, str(error)) from error
    connection.execute("USE baocao")


def _attach_trouble(file: Path, message: str) -> StoreError:
    if process := re.search(r"PID (\d+)", message):
        return StoreError("locked", path=str(file), process=process[1])
    if "Unique file handle conflict" in message:
        return StoreError("in_use", path=str(file))
    if "not a valid DuckDB database file" in message:
        return StoreError("not_a_database", path=str(file))
    if _NO_ROOM.search(message):
        return write_trouble(file, message)
    return _unopenable(file, message)


def _unopenable(file: Path, message: str) -> StoreError:
    folder = str(file.absolute().parent)
    return StoreError("unopenable", path=str(file), folder=folder, why=_why(message))


def write_trouble(file: Path, error: Exception | str) -> StoreError:
    """Return why nothing more can be written: the disk is full, or the file may not grow."""
    folder = str(file.absolute().parent)
    return StoreError("unwritable", path=str(file), folder=folder, why=_why(str(error)))


#: What DuckDB says before it comes to the point.
_SAYS = re.compile(r"^(?:\w+(?: Exception| Error)?: |Failed to \w+: )+")
_NO_ROOM = re.compile(r"No space left|File too large|quota exceeded|write file")


def _why(message: str) -> str:
    return _SAYS.sub("", message.strip().splitlines()[0])


def _expect_schema(connection: duckdb.DuckDBPyConnection, file: Path, *, read_only: bool) -> None:
    ((ours, tables),) = run(connection, "schema_of")
    if not ours and (tables or read_only):
        raise StoreError("foreign", path=str(file))
    if not ours:
        _begin(connection)
        return
    ((found,),) = run(connection, "schema_version")
    if found != SCHEMA_VERSION:
        trouble: Trouble = "newer" if found > SCHEMA_VERSION else "older"
        raise StoreError(trouble, path=str(file), found=str(found), known=str(SCHEMA_VERSION))


@lru_cache(maxsize=64)
def _sql(name: str) -> str:
    return (Path(__file__).parents[1] / "sql" / f"{name}.sql").read_text("utf-8")


def run(
    connection: duckdb.DuckDBPyConnection, name: str, **parameters: Any
) -> list[tuple[Any, ...]]:
    """Return the rows of the last statement of a named query."""
    found: list[tuple[Any, ...]] = []
    for statement in connection.extract_statements(_sql(name)):
        used = {key: parameters[key] for key in statement.named_parameters}
        found = connection.execute(statement, used).fetchall()
    return found


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Commit what is done inside, or nothing of it."""
    connection.begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def now() -> datetime:
    """Return the time in UTC, as the tables hold it."""
    return datetime.now(UTC).replace(tzinfo=None)
