"""Tables of the store as files for other programs: the extension decides which.

Text of a report is untrusted in a spreadsheet as well: no cell of it is a formula.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from pipeline.display import csv_text, json_line, records

if TYPE_CHECKING:
    from pipeline.store import Table

__all__ = ["MANY", "WRITERS", "write"]

Tables = Mapping[str, "Table"]

#: Excel knows no more rows and no longer texts.
_SHEET_ROWS, _CELL = 1_048_576, 32_767


def write(path: Path, tables: Tables) -> None:
    """Write tables into a file: whole, or not at all.

    Raises ``ValueError`` where they do not fit into a file of that kind.
    """
    with TemporaryDirectory(dir=path.parent, prefix=".baocao-") as folder:
        made = Path(folder) / path.name
        WRITERS[path.suffix.lower()](made, tables)
        made.replace(path)


def _csv(path: Path, tables: Tables) -> None:
    # With its mark, Excel reads the file as UTF-8; other programs pass over it.
    path.write_text("".join(map(csv_text, tables.values())), "utf-8-sig")


def _jsonl(path: Path, tables: Tables) -> None:
    lines = (json_line(one) for table in tables.values() for one in records(table))
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def _jsonld(path: Path, tables: Tables) -> None:
    """Rows as observations in the words of schema.org, each with what else its row says."""
    graph = [_observation(one) for table in tables.values() for one in records(table)]
    whole = {"@context": _CONTEXT, "@graph": graph}
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=1, default=str), "utf-8")


_CONTEXT = {"@vocab": "https://schema.org/", "bc": "urn:baocao:"}
#: Which column is which property of schema.org.
_PROPERTIES = {
    "indicator": "measuredProperty",
    "value": "value",
    "unit": "unitText",
    "period": "observationDate",
    "province": "observationAbout",
    "quote": "description",
    "path": "isBasedOn",
}


def _observation(row: Mapping[str, Any]) -> dict[str, Any]:
    known = {_PROPERTIES.get(name, f"bc:{name}"): value for name, value in row.items()}
    about = {name: value for name, value in known.items() if value is not None}
    own = {"@id": f"urn:baocao:fact:{row['fact_id']}"} if row.get("fact_id") else {}
    return {"@type": "Observation", **own, **about}


def _parquet(path: Path, tables: Tables) -> None:
    import duckdb  # noqa: PLC0415

    (table,) = tables.values()
    names = [_quoted(name) for name in _unique(table.columns)]
    columns = list(zip(*table.rows, strict=True)) or [()] * len(names)
    lists = ", ".join(f"unnest(?::{kind}[])" for kind in table.types)
    fields = ", ".join(f"{name} {kind}" for name, kind in zip(names, table.types, strict=True))
    with closing(duckdb.connect()) as memory:
        memory.execute(f"CREATE TABLE held ({fields})")
        memory.execute(f"INSERT INTO held SELECT {lists}", [list(one) for one in columns])
        target = str(path).replace("'", "''")
        memory.execute(f"COPY held TO '{target}' (FORMAT parquet)")


def _sqlite(path: Path, tables: Tables) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for name, table in tables.items():
            fields = ", ".join(map(_quoted, _unique(table.columns)))
            marks = ", ".join("?" for _ in table.columns)
            quoted = _quoted(name)
            connection.execute(f"CREATE TABLE {quoted} ({fields})")
            rows = (tuple(map(_plain, row)) for row in table.rows)
            connection.executemany(f"INSERT INTO {quoted} VALUES ({marks})", rows)  # noqa: S608


def _xlsx(path: Path, tables: Tables) -> None:
    from openpyxl import Workbook  # noqa: PLC0415

    book = Workbook(write_only=True)
    for name, table in tables.items():
        if len(table.rows) >= _SHEET_ROWS:
            rows = len(table.rows)
            raise ValueError(f"{name} has {rows} rows, a sheet of Excel {_SHEET_ROWS}")
        sheet = book.create_sheet(name[:31])
        sheet.freeze_panes = "A2"
        sheet.append(list(table.columns))
        for row in table.rows:
            sheet.append(list(_sheet_cells(row, sheet)))
    book.save(path)


def _sheet_cells(row: Iterable[object], sheet: object) -> Iterator[object]:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415

    for value in map(_plain, row):
        if isinstance(value, str):
            text = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", value)[:_CELL]
            cell = WriteOnlyCell(sheet, text)
            cell.data_type = "s"  # a text that begins with = is no formula
            yield cell
        else:
            yield value


def _plain(value: object) -> object:
    """A value as every program knows it."""
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _unique(names: Iterable[str]) -> list[str]:
    """Names of columns, made different where they are equal but for capitals."""
    found: list[str] = []
    for name in names:
        free, number = name, 1
        while free.casefold() in map(str.casefold, found):
            number += 1
            free = f"{name}_{number}"
        found.append(free)
    return found


#: What writes a file, by its extension.
WRITERS: Mapping[str, Callable[[Path, Tables], None]] = {
    ".csv": _csv,
    ".jsonl": _jsonl,
    ".jsonld": _jsonld,
    ".parquet": _parquet,
    ".sqlite": _sqlite,
    ".xlsx": _xlsx,
}
#: Files that hold several tables: they get every view.
MANY = frozenset({".sqlite", ".xlsx"})
