"""A store as a folder of pages: reports, indicators, and a first page that leads to them.

Every number of a comparison is one click from its sentence. The pages are built and not served:
relative links only, so that the folder can be opened from a disk, copied and put anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline import compare, store
from pipeline.display import (
    ALERTS,
    clean,
    csv_text,
    doubts_of,
    heading,
    notes_of,
    reason,
    repeats_of,
    row_values,
    unreadable,
)
from pipeline.page import framed, page, unread_files
from pipeline.places import fold

if TYPE_CHECKING:
    import duckdb

    from pipeline.compare import Comparison, Group, Row
    from pipeline.display import Talk
    from pipeline.model import Analysis

__all__ = ["build"]

_NO_NAME = re.compile(r"[^a-z0-9]+")
_DOCUMENTS = """
SELECT d.document_id, d.path, d.title, p.name_en, p.name_vi, d.issued,
    count(*) FILTER (c.alert = 'error') AS error,
    count(*) FILTER (c.alert = 'warn') AS warn,
    count(*) FILTER (c.alert = 'note') AS note
FROM documents AS d
LEFT JOIN provinces AS p USING (province, province_set)
LEFT JOIN checks AS c USING (document_id)
GROUP BY ALL
ORDER BY error DESC, warn DESC, note DESC, d.path
"""
_PLACES = """
SELECT fact_id, document_id, char_start
FROM indicators JOIN facts USING (fact_id, document_id)
"""
_REPORTED = """
SELECT indicator, count(*),
    count(DISTINCT (province, province_set)) FILTER (province IS NOT NULL)
FROM indicators GROUP BY indicator ORDER BY 3 DESC, 2 DESC, 1
"""
_UNREAD = """
SELECT path, reason, remedy, place FROM ingest_log
QUALIFY row_number() OVER (PARTITION BY path ORDER BY time DESC) = 1 AND outcome = 'failed'
ORDER BY path
"""


class _Site(NamedTuple):
    """What the pages of a folder need of each other."""

    talk: Talk
    #: The file of every document's page, below the folder.
    files: Mapping[str, str]
    #: Where a fact begins in its document.
    places: Mapping[tuple[str, str], int]
    labels: Mapping[str, str]
    #: What every finding says, by its document and its id.
    messages: dict[tuple[str, str], str]


def build(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    talk: Talk,
    *,
    told: Callable[[Analysis], Analysis],
) -> int:
    """Write the pages of a store into a folder, and return how many there are.

    ``told`` gives the findings of a report in the language of the pages.
    """
    documents = _rows(connection, _DOCUMENTS)
    site = _Site(
        talk,
        {one["document_id"]: f"reports/{_name(one)}.html" for one in documents},
        {
            (fact, document): start
            for fact, document, start in connection.execute(_PLACES).fetchall()
        },
        compare.labels(connection, talk.lang),
        {},
    )
    reported = connection.execute(_REPORTED).fetchall()
    for below in ("reports", "indicators"):
        (folder / below).mkdir(parents=True, exist_ok=True)
    for one in documents:
        analysis = told(store.load(connection, one["document_id"]))
        site.messages.update(_messages(analysis))
        whole = page([analysis], talk, labels=site.labels, above=_up(talk))
        (folder / site.files[one["document_id"]]).write_text(whole, "utf-8")
    for indicator, _, _ in reported:
        _write_indicator(connection, indicator, folder / "indicators", site)
    first = _first(documents, reported, _failed(connection, talk), site)
    (folder / "index.html").write_text(framed(talk("site_title"), first, talk), "utf-8")
    return len(documents) + len(reported) + 1


def _messages(analysis: Analysis) -> dict[tuple[str, str], str]:
    return {(analysis.document.id, one.id): one.message for one in analysis.findings}


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[dict[str, Any]]:
    found = connection.execute(query)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _name(document: Mapping[str, Any]) -> str:
    """A file name that every system bears, and that no other report has."""
    stem = _NO_NAME.sub("-", fold(Path(document["path"]).stem)).strip("-")[:60]
    return f"{stem or 'report'}-{document['document_id'][:8]}"


def _up(talk: Talk) -> str:
    return f'<nav><a href="../index.html">← {escape(talk("site_title"))}</a></nav>'


def _failed(connection: duckdb.DuckDBPyConnection, talk: Talk) -> list[str]:
    rows = connection.execute(_UNREAD).fetchall()
    return [unreadable(path, place, why or "", remedy, talk) for path, why, remedy, place in rows]


# ── the first page ────────────────────────────────────────────────────────────────────────


def _first(
    documents: Sequence[Mapping[str, Any]],
    reported: Sequence[tuple[str, int, int]],
    failed: Sequence[str],
    site: _Site,
) -> str:
    talk = site.talk
    counts = {alert: sum(one[alert] for one in documents) for alert in ALERTS if alert != "none"}
    said = talk("site_holds", documents=len(documents), indicators=len(reported), **counts)
    reports = [
        (
            _report(site.files[one["document_id"]], one),
            escape(clean((one["name_vi"] if talk.lang == "vi" else one["name_en"]) or "")),
            _time(one["issued"]),
            *(str(one[alert] or "") for alert in counts),
        )
        for one in documents
    ]
    heads = ["report", "province", "issued", *counts]
    measured = [
        (_to(f"indicators/{name}.html", site.labels.get(name, name)), str(provinces), str(values))
        for name, values, provinces in reported
    ]
    return "\n".join(
        (
            f"<h1>{escape(talk('site_title'))}</h1><p>{escape(said)}</p>",
            unread_files(failed, talk),
            f"<h2>{escape(talk('page_reports'))}</h2>",
            _table([talk(f"site_{head}") for head in heads], reports),
            f"<h2>{escape(talk('site_indicators'))}</h2>",
            _table([talk(f"site_{one}") for one in ("indicator", "provinces", "values")], measured),
        )
    )


def _time(issued: str | None) -> str:
    return f"<time>{escape(clean(issued))}</time>" if issued else ""


def _report(file: str, document: Mapping[str, Any]) -> str:
    """A link to a report: its title, with the name of its file below."""
    name = Path(document["path"]).name
    if not document["title"] or document["title"] == Path(name).stem:
        return _to(file, name)
    return f"{_to(file, document['title'])}<br><small>{escape(clean(name))}</small>"


def _to(file: str, shown: str) -> str:
    return f'<a href="{escape(file)}">{escape(clean(shown))}</a>'


def _table(heads: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    """A table whose cells are HTML."""
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return (
        f'<div class="table" tabindex="0"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


# ── indicators ────────────────────────────────────────────────────────────────────────────


def _write_indicator(
    connection: duckdb.DuckDBPyConnection, indicator: str, folder: Path, site: _Site
) -> None:
    found = compare.told(compare.compare(connection, indicator), site.messages)
    title = site.labels.get(indicator, indicator)
    body = "\n".join((f"<h1>{escape(title)}</h1>", *_groups(found, site)))
    whole = framed(title, body, site.talk, above=_up(site.talk))
    (folder / f"{indicator}.html").write_text(whole, "utf-8")
    quoted = indicator.replace("'", "''")
    table = store.ask(connection, f"FROM indicators WHERE indicator = '{quoted}'")
    (folder / f"{indicator}.csv").write_text(csv_text(table), "utf-8-sig")


def _groups(found: Comparison, site: _Site) -> Iterator[str]:
    words = escape(site.talk("site_csv"))
    yield f'<p><a href="{escape(found.indicator)}.csv">{words}</a></p>'
    for group in found.groups:
        stated = [*heading(group, found, site.talk), reason(group, found, site.talk)]
        yield f"<h2>{escape(' · '.join(stated))}</h2>"
        yield _group(group, site)
        said = (*doubts_of(group, site.talk), *repeats_of(group, site.talk))
        yield "".join(f"<p>{escape(one)}</p>" for one in said)
    yield "".join(f"<p>{escape(note)}</p>" for note in notes_of(found, site.talk))


def _group(group: Group, site: _Site) -> str:
    heads, rows = row_values(group, site.talk)
    return _table(heads, (_linked(row, cells, heads, site) for row, cells in rows))


def _linked(row: Row, cells: Sequence[object], heads: Sequence[str], site: _Site) -> Iterator[str]:
    """The cells of a row; its value leads to its sentence."""
    value = len(heads) - 4
    start = site.places.get((row.fact_id, row.document))
    file = site.files.get(row.document)
    for number, cell in enumerate(cells):
        shown = "" if cell is None else escape(clean(str(cell)))
        if number == value and file is not None and start is not None:
            quote = escape(clean(row.quote))
            shown = f'<a href="../{file}#r1-c{start}" title="{quote}">{shown}</a>'
        yield shown
