"""A page for a browser: the findings of reports beside their text, each number one click away.

One file that asks for nothing from anywhere: style and script stand in it, and it is readable
without the script. Text of a report is untrusted here as on the terminal: it is escaped, and
nothing in it may hide a letter or turn the direction of writing.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.display import (
    ALERTS,
    DIMENSIONS,
    about_check,
    clean,
    counted,
    luck,
    place,
    what_was_tested,
)

if TYPE_CHECKING:
    from pipeline.display import Talk
    from pipeline.model import Analysis, Finding, Observation, Repair

__all__ = ["framed", "page", "unread_files"]


class _Held(NamedTuple):
    """A report with what every part of its page needs."""

    analysis: Analysis
    talk: Talk
    #: What the ids of this report begin with.
    prefix: str
    #: The id in the text of every place where a mark begins.
    anchors: Mapping[int, str]
    #: The page on which a number stands, by where it begins.
    pages: Mapping[int, int | None]
    #: Indicators by id, as people name them.
    labels: Mapping[str, str]


class _Mark(NamedTuple):
    """A stretch of the text that something is said of."""

    start: int
    end: int
    #: What it is linked with: the id of a finding or of a fact in the list.
    target: str
    alert: str


def page(
    analyses: Iterable[Analysis],
    talk: Talk,
    *,
    labels: Mapping[str, str] | None = None,
    unread: Sequence[str] = (),
    above: str = "",
) -> str:
    """Return a whole page: for every report what was tested, its findings, its text, its facts.

    ``labels`` name indicators in the language of the person; ``unread`` is what is said of files
    that could not be read: a page that is silent about them would look complete. ``above`` are
    links to what the page is a part of.
    """
    sections = [
        _report(analysis, talk, labels or {}, prefix=f"r{number}-")
        for number, analysis in enumerate(analyses, 1)
    ]
    contents = _contents(sections, talk) if len(sections) > 1 else ""
    body = "\n".join((unread_files(unread, talk), *(one.html for one in sections)))
    return framed(", ".join(one.title for one in sections), body, talk, above=above or contents)


def framed(title: str, body: str, talk: Talk, *, above: str = "") -> str:
    """Return a whole page around its body."""
    script = _asset("page.js")
    words = {
        "lang": talk.lang,
        "title": escape(f"baocao: {title}"),
        "digest": base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        "style": _asset("page.css"),
        "script": script,
        "above": above,
        "body": body,
        "foot": escape(talk("page_foot")),
        "keys": escape(talk("page_keys")),
    }
    return _asset("page.html").format_map(words)


@lru_cache(maxsize=4)
def _asset(name: str) -> str:
    return Path(__file__).with_name("assets").joinpath(name).read_text("utf-8")


class _Section(NamedTuple):
    id: str
    title: str
    counts: str
    html: str


def _contents(sections: Sequence[_Section], talk: Talk) -> str:
    items = "".join(
        f'<li><a href="#{one.id}">{escape(one.title)}</a> <small>{escape(one.counts)}</small></li>'
        for one in sections
    )
    return f'<nav aria-label="{escape(talk("page_reports"))}"><ol>{items}</ol></nav>'


def unread_files(unread: Sequence[str], talk: Talk) -> str:
    """Return what is said of files that could not be read, as a part of a page."""
    if not unread:
        return ""
    items = "".join(f"<li>{escape(clean(one))}</li>" for one in unread)
    heading = escape(talk("page_unread", count=len(unread)))
    return f'<section class="unread"><h2>{heading}</h2><ul>{items}</ul></section>'


def _report(analysis: Analysis, talk: Talk, labels: Mapping[str, str], *, prefix: str) -> _Section:
    document = analysis.document
    name = clean(Path(document.path).name)
    loud = sorted(
        (one for one in analysis.findings if one.alert != "none"),
        key=lambda one: (ALERTS.index(one.alert), one.start),
    )
    quiet = sorted(
        (one for one in analysis.findings if one.alert == "none"), key=lambda one: one.start
    )
    marks = _marks(analysis, loud, quiet, prefix)
    text = "\n".join(_text(analysis, marks, prefix))
    pages = {one.fact.start: one.fact.page for one in analysis.observations}
    anchors = {one.start: f"{prefix}c{one.start}" for one in marks}
    held = _Held(analysis, talk, prefix, anchors, pages, labels)
    findings = "".join(_card(number, one, held) for number, one in enumerate(loud, 1))
    title = f"<small>{escape(clean(document.title))}</small>" if document.title else ""
    counts = counted(loud, talk)
    html = f"""\
<section class="report" id="{prefix}report" aria-labelledby="{prefix}name">
<header><h1 id="{prefix}name">{escape(name)}</h1>{title}
<p class="tested">{escape(what_was_tested(analysis, talk))}</p>
<p class="counts"><strong>{escape(counts)}</strong></p></header>
<div class="beside">
{_panel(loud, findings, talk, prefix)}
<article class="text" id="{prefix}text" tabindex="-1" lang="{document.language}" \
 aria-label="{escape(talk("page_text"))}">
{text}
</article>
</div>
{_facts(held)}
{_quiet(quiet, held)}
</section>"""
    return _Section(f"{prefix}report", name, counts, html)


# ── marks in the text ─────────────────────────────────────────────────────────────────────


def _marks(
    analysis: Analysis, loud: Sequence[Finding], quiet: Sequence[Finding], prefix: str
) -> list[_Mark]:
    """Every number of a finding and every fact; where they overlap, the louder goes first."""
    marks = [
        _Mark(start, end, f"{prefix}f{number}", finding.alert)
        for number, finding in enumerate(loud, 1)
        for start, end in _places(finding)
    ]
    marks += [
        _Mark(one.fact.start, one.fact.end, f"{prefix}n{number}", "none")
        for number, one in enumerate(analysis.observations, 1)
    ]
    known = {one.start for one in marks}
    marks += [
        _Mark(start, end, f"{prefix}q{number}", "none")
        for number, finding in enumerate(quiet, 1)
        for start, end in _places(finding)
        if start not in known
    ]
    return sorted(marks, key=lambda one: (one.start, ALERTS.index(one.alert), one.end))


def _places(finding: Finding) -> list[tuple[int, int]]:
    """The numbers of a finding, the stated one first, each once."""
    own = (finding.start, finding.end)
    return list(dict.fromkeys([own, *((one.start, one.end) for one in finding.uses)]))


def _text(analysis: Analysis, marks: Sequence[_Mark], prefix: str) -> Iterator[str]:
    """Yield the text line by line, rows of tables as tables, with all marks."""
    writer = _Writer(analysis.document.text, marks, prefix)
    heads = {one.start for one in analysis.document.passages if one.kind == "heading"}
    lines = _lines(analysis.document.text)
    for is_row, held in groupby(lines, key=lambda line: "\t" in line[2]):
        if is_row:
            rows = "".join(f"<tr>{_row(start, text, writer)}</tr>" for start, _, text in held)
            yield f'<div class="table" tabindex="0"><table>{rows}</table></div>'
            continue
        for start, end, text in held:
            if text.strip():
                tag = "h3" if start in heads else "p"
                yield f"<{tag}>{writer.html(start, end)}</{tag}>"


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line), line
        start += len(line) + 1


def _row(start: int, text: str, writer: _Writer) -> str:
    cells = []
    for cell in text.split("\t"):
        cells.append(f"<td>{writer.html(start, start + len(cell))}</td>")
        start += len(cell) + 1
    return "".join(cells)


class _Writer:
    """Writes stretches of a text, from the first to the last, with their marks."""

    def __init__(self, text: str, marks: Sequence[_Mark], prefix: str) -> None:
        self.text = text
        self.marks = marks
        self.prefix = prefix
        self.next = 0
        self.open: list[_Mark] = []
        self.named: set[int] = set()

    def html(self, start: int, end: int) -> str:
        """Return the text between two places."""
        while self.next < len(self.marks) and self.marks[self.next].start < end:
            self.open.append(self.marks[self.next])
            self.next += 1
        self.open = [one for one in self.open if one.end > start]
        cuts = {start, end}
        cuts |= {cut for one in self.open for cut in (one.start, one.end) if start < cut < end}
        edges = sorted(cuts)
        return "".join(self._piece(*pair) for pair in pairwise(edges))

    def _piece(self, start: int, end: int) -> str:
        shown = escape(clean(self.text[start:end]))
        over = [one for one in self.open if one.start <= start and end <= one.end]
        if not over:
            return shown
        first = min(over, key=lambda one: ALERTS.index(one.alert))
        anchor = ""
        if start not in self.named:
            self.named.add(start)
            anchor = f' id="{self.prefix}c{start}"'
        return f'<a class="m {first.alert}" href="#{first.target}"{anchor}>{shown}</a>'


# ── findings ──────────────────────────────────────────────────────────────────────────────


def _panel(loud: Sequence[Finding], findings: str, talk: Talk, prefix: str) -> str:
    """The list of findings; a report without any has none, and its text the whole width."""
    if not loud:
        return ""
    return f"""\
<div class="findings" role="region" aria-label="{escape(talk("page_findings"))}" tabindex="0">
<h2>{escape(talk("page_findings"))} ({len(loud)})
<a class="skip" href="#{prefix}text">{escape(talk("page_text"))} ↓</a></h2>
{_filters(loud, talk, prefix)}
<ol>{findings}</ol>
</div>"""


def _filters(loud: Sequence[Finding], talk: Talk, prefix: str) -> str:
    """Boxes that hide what is not looked for; the script shows them, for only it can."""
    there = [alert for alert in ALERTS if any(one.alert == alert for one in loud)]
    if len(there) < 2:
        return ""
    boxes = "".join(
        f'<label><input type="checkbox" checked data-report="{prefix}report" '
        f'data-alert="{alert}"> {escape(talk(f"alert_{alert}"))} '
        f"({sum(one.alert == alert for one in loud)})</label>"
        for alert in there
    )
    return f"<fieldset hidden><legend>{escape(talk('page_show'))}</legend>{boxes}</fieldset>"


def _card(number: int, finding: Finding, held: _Held) -> str:
    talk = held.talk
    repairs = "".join(f"<li>{_repair(one, talk)}</li>" for one in finding.repairs[:3])
    chance = f" {talk('luck', chance=luck(finding.chance, talk))}" if finding.chance else ""
    kind, where = escape(talk(f"alert_{finding.alert}")), escape(_where(finding, held))
    return f"""\
<li class="finding {finding.alert}" id="{held.prefix}f{number}" tabindex="-1">
<p class="head"><b>{kind}</b> <span>{where} · {escape(finding.rule)}</span></p>
<p>{escape(clean(finding.message))}{escape(chance)}</p>
<p class="numbers">{escape(talk("page_numbers"))} {_links(finding, held)}</p>
{f"<ul>{repairs}</ul>" if repairs else ""}{_why(finding, talk)}</li>"""


def _where(finding: Finding, held: _Held) -> str:
    """The page, where the report has pages, and else line and column."""
    number = held.pages.get(finding.start)
    if number is not None:
        return held.talk("page_page", page=number)
    return held.talk("page_line", place=place(held.analysis.document.text, finding.start))


def _why(finding: Finding, talk: Talk) -> str:
    about = about_check(finding.rule, talk)
    if about is None:
        return ""
    summary = escape(talk("page_why", rule=finding.rule))
    return f"<details><summary>{summary}</summary><p>{escape(about[0])}</p></details>"


def _links(finding: Finding, held: _Held) -> str:
    """The numbers of a finding, each with the way to its place in the text."""
    return " · ".join(_link(start, end, held) for start, end in _places(finding))


def _link(start: int, end: int, held: _Held) -> str:
    shown = escape(clean(held.analysis.document.text[start:end]))
    anchor = held.anchors.get(start)
    return f'<a href="#{anchor}">{shown}</a>' if anchor else shown


def _repair(repair: Repair, talk: Talk) -> str:
    words = talk("repair", text=clean(repair.text), to=clean(repair.to))
    return escape(f"{words} ({clean(repair.then)})" if repair.then else words)


# ── what else was found ───────────────────────────────────────────────────────────────────


def _facts(held: _Held) -> str:
    observations, talk = held.analysis.observations, held.talk
    rows = "".join(
        f'<tr id="{held.prefix}n{number}" tabindex="-1">'
        f"<td>{_link(one.fact.start, one.fact.end, held)}</td>"
        f"<td>{escape(talk.name('kind', one.fact.kind))}</td>"
        f"<td>{escape(clean(str(one.fact.value)))}</td>"
        f"<td>{escape(_about(one, held))}</td></tr>"
        for number, one in enumerate(observations, 1)
    )
    columns = [talk(f"page_fact_{name}") for name in ("text", "kind", "value", "about")]
    return _folded(talk("page_facts", count=len(observations)), columns, rows)


def _about(observation: Observation, held: _Held) -> str:
    """What a number is about, in the words of people and not in ids."""
    stated = ((name, getattr(observation, name)) for name in DIMENSIONS)
    return " · ".join(
        clean(held.labels.get(value, value) if name == "indicator" else held.talk.name(name, value))
        for name, value in stated
        if value
    )


def _quiet(quiet: Sequence[Finding], held: _Held) -> str:
    talk = held.talk
    rows = "".join(
        f'<tr id="{held.prefix}q{number}" tabindex="-1"><td>{_links(one, held)}</td>'
        f"<td>{escape(talk(f'verdict_{one.verdict}'))}</td><td>{escape(one.rule)}</td>"
        f"<td>{escape(clean(one.message))}</td></tr>"
        for number, one in enumerate(quiet, 1)
    )
    columns = [talk(f"page_quiet_{name}") for name in ("text", "verdict", "rule", "message")]
    return _folded(talk("page_quiet", count=len(quiet)), columns, rows)


def _folded(summary: str, columns: Sequence[str], rows: str) -> str:
    """A table behind its heading."""
    if not rows:
        return ""
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    return (
        f"<details><summary>{escape(summary)}</summary>"
        f'<div class="table" tabindex="0"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div></details>"
    )
