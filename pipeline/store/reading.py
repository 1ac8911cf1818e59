"""What is stored, as it was saved or as the answer to a query."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from pipeline.model import Analysis, Document, Fact, Finding, Observation, Stated
from pipeline.store.opening import StoreError, run


class Table(NamedTuple):
    """The answer to a query: names of the columns, their types, and the rows."""

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: list[tuple[Any, ...]]


class View(NamedTuple):
    """A documented view: its columns as (name, type, comment)."""

    name: str
    comment: str
    columns: tuple[tuple[str, str, str], ...]


def find(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    """Return the id of the report that an id, a file name, or the beginning of one means."""
    wanted = run(connection, "find")
    ways: tuple[Callable[[str, str], bool], ...] = (
        lambda document, path: name in (document, path),
        lambda document, path: Path(path).name == name,
        lambda document, path: Path(path).name.partition(".")[0] == name,
        lambda document, path: len(name) >= 3 and Path(path).name.startswith(name),
        lambda document, path: len(name) >= 6 and document.startswith(name.lower()),
    )
    for way in ways:
        found: dict[str, str] = {one: path for one, path in wanted if way(one, path)}
        if len(found) == 1:
            return next(iter(found))
        if found:
            raise StoreError("ambiguous_document", name=name, nearest=", ".join(found.values()))
    names = {Path(path).name.partition(".")[0] for _, path in wanted}
    nearest = difflib.get_close_matches(name, names, n=3, cutoff=0.5)
    raise StoreError(
        "unknown_document", name=name, nearest=f"; nearest: {', '.join(nearest)}" if nearest else ""
    )


def load(connection: duckdb.DuckDBPyConnection, document: str) -> Analysis:
    """Return a stored report as it was saved."""
    found = _records(connection, "load_document", document=document)
    if not found:
        raise StoreError("unknown_document", name=document, nearest="")
    row = found[0]
    whole = Document.model_validate(json.loads(row.pop("document")) | row)
    facts = [_observation(row) for row in _records(connection, "load_facts", document=document)]
    findings = [
        Finding.model_validate_json(row["finding"]).model_copy(update={"path": whole.path})
        for row in _records(connection, "load_findings", document=document)
    ]
    return Analysis(
        document=whole,
        observations=tuple(one for one in facts if one.fact.kind != "mention"),
        mentions=tuple(one.fact for one in facts if one.fact.kind == "mention"),
        findings=tuple(findings),
    )


def stated(
    connection: duckdb.DuckDBPyConnection, *, province: str, province_set: int | None
) -> list[Stated]:
    """Return what the stored reports of a province state, to hold another report against."""
    found = _records(connection, "stated", province=province, province_set=province_set)
    return [Stated(issued=row.pop("issued"), observation=_observation(row)) for row in found]


def _observation(row: dict[str, Any]) -> Observation:
    fact = json.loads(row.pop("fact"))
    fact.pop("quote", None)
    fact |= {key: row.pop(key) for key in tuple(row) if key in Fact.model_fields}
    evidence = json.loads(row.pop("evidence"))
    return Observation(fact=Fact.model_validate(fact), evidence=evidence, **row)


def _records(
    connection: duckdb.DuckDBPyConnection, name: str, **parameters: Any
) -> list[dict[str, Any]]:
    found = run(connection, name, **parameters)
    columns = [column[0] for column in connection.description]
    return [dict(zip(columns, row, strict=True)) for row in found]


def original(connection: duckdb.DuckDBPyConnection, document: str) -> str | None:
    """Return the path of the report that this one repeats or translates."""
    found = run(connection, "original", document=document)
    return found[0][0] if found else None


def repeats(connection: duckdb.DuckDBPyConnection, documents: list[str]) -> int:
    """Return how many of the reports repeat or translate another one."""
    ((count,),) = run(connection, "repeats", documents=documents)
    return int(count)


def totals(connection: duckdb.DuckDBPyConnection) -> tuple[int, int, int]:
    """Return how many documents, facts and provinces the store holds."""
    documents, facts, provinces = run(connection, "totals")[0]
    return documents, facts, provinces


def views(connection: duckdb.DuckDBPyConnection) -> list[View]:
    """Return the documented views with their columns."""
    found: dict[str, View] = {}
    for name, comment, column, kind, about in run(connection, "views"):
        view = found.get(name, View(name, comment, ()))
        found[name] = view._replace(columns=(*view.columns, (column, kind, about)))
    return list(found.values())


_READING = ("SELECT", "EXPLAIN", "PRAGMA", "MULTI")


def ask(connection: duckdb.DuckDBPyConnection, query: str) -> Table:
    """Return the answer to one reading query."""
    try:
        statements = connection.extract_statements(query)
        if len(statements) != 1:
            raise StoreError("one_query")
        if statements[0].type.name not in _READING:
            raise StoreError("not_read_only")
        answer = connection.execute(statements[0])
        found = answer.fetchall()
    except duckdb.Error as error:
        raise StoreError("bad_query", why=str(error).strip()) from error
    columns = answer.description
    return Table(
        tuple(str(column[0]) for column in columns),
        tuple(str(column[1]) for column in columns),
        found,
    )
