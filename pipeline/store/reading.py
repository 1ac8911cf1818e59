"""What is stored, as it was saved or as the answer to a query."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from pipeline.model import Analysis, Document, Fact, Finding, Observation, Stated
from pipeline.places import fold
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
    """Return the id of the report that an id, a file name, or the beginning of one means.

    Capitals, accents and hyphens count only where two reports differ in nothing else.
    """
    wanted = run(connection, "find")
    folded = fold(name)
    ways: tuple[Callable[[str, str], bool], ...] = (
        lambda document, path: name in (document, path),
        lambda document, path: Path(path).name == name,
        lambda document, path: Path(path).name.partition(".")[0] == name,
        lambda document, path: len(name) >= 3 and Path(path).name.startswith(name),
        lambda document, path: len(name) >= 6 and document.startswith(name.lower()),
        lambda document, path: folded == fold(Path(path).name.partition(".")[0]),
        lambda document, path: len(folded) >= 3 and fold(Path(path).name).startswith(folded),
    )
    for way in ways:
        found: dict[str, str] = {one: path for one, path in wanted if way(one, path)}
        if len(found) == 1:
            return next(iter(found))
        if found:
            raise StoreError("ambiguous_document", name=name, nearest=", ".join(found.values()))
    if not wanted:
        raise StoreError("no_documents", name=name)
    names = {fold(stem): stem for _, path in wanted if (stem := Path(path).name.partition(".")[0])}
    near = difflib.get_close_matches(folded, names, n=3, cutoff=0.5)
    within = [one for one in sorted(names) if len(folded) >= 3 and folded in one]
    if nearest := [names[one] for one in dict.fromkeys((*within[:3], *near))]:
        raise StoreError("unknown_document", name=name, nearest=", ".join(nearest[:3]))
    raise StoreError("no_such_document", name=name)


def load(connection: duckdb.DuckDBPyConnection, document: str) -> Analysis:
    """Return a stored report as it was saved."""
    found = _records(connection, "load_document", document=document)
    if not found:
        raise StoreError("no_such_document", name=document)
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
    except duckdb.CatalogException as error:
        raise StoreError("bad_query", why=_without_hint(connection, str(error))) from error
    except duckdb.Error as error:
        raise StoreError("bad_query", why=str(error).strip()) from error
    columns = answer.description
    return Table(
        tuple(str(column[0]) for column in columns),
        tuple(str(column[1]) for column in columns),
        found,
    )


def _without_hint(connection: duckdb.DuckDBPyConnection, why: str) -> str:
    """Why a table is not found, with the names of the views in the place of a far-fetched one."""
    lines = why.strip().splitlines()
    if not lines or not lines[0].startswith("Catalog Error: Table"):
        return why.strip()
    known = ", ".join(view.name for view in views(connection))
    return f"{lines[0]} The views are {known}."
