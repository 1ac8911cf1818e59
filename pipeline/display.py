"""What the terminal shows: words, marked sentences and tables.

Text of a report is untrusted: nothing in it may move the cursor, change a colour or hide a
letter. It passes through `clean` before it is shown, here and nowhere else.
"""

from __future__ import annotations

import csv
import io
import json
import math
import re
import string
import time
import tomllib
from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from rich.cells import cell_len
from rich.table import Table as Grid
from rich.text import Text

from pipeline.model import Span

if TYPE_CHECKING:
    from pipeline.compare import Comparison, Group, Row
    from pipeline.evaluate import DimensionScore, Evaluation, Miss, Score
    from pipeline.extract import Candidate
    from pipeline.model import Analysis, Document, Fact, Finding, Observation, Passage
    from pipeline.mutation import Tally
    from pipeline.store import StoreError, Table, View

LanguageCode = Literal["en", "vi"]
Shown = Text | Grid

#: Alerts from the loudest to none at all.
ALERTS = ("error", "warn", "note", "none")

_STYLES: Mapping[str, str] = {"error": "bold red", "warn": "yellow", "note": "cyan", "none": "dim"}
_MARK = "bold underline"
_INDENT = " " * 8


# ── words ─────────────────────────────────────────────────────────────────────────────────


class Talk:
    """Says things in one language."""

    def __init__(self, lang: LanguageCode = "en") -> None:
        self.lang: LanguageCode = lang

    def __call__(self, key: str, **values: object) -> str:
        """Return the words of a key with its values.

        >>> Talk()("exported", path="a.csv", tables=1, rows="2,416")
        'a.csv: 1 table, 2,416 rows'
        """
        return _COUNTED.vformat(_words()[key][self.lang], (), values)

    def has(self, key: str) -> bool:
        """Return whether there are words of that name."""
        return key in _words()

    def name(self, what: str, value: str) -> str:
        """Return how people name a level, a body, a role … by its id; an unknown one as it is.

        >>> Talk("vi").name("level", "commune"), Talk("en").name("body", "party_cell")
        ('cấp xã', 'party cell')
        """
        return _names().get(what, {}).get(value, {}).get(self.lang) or value.replace("_", " ")

    def trouble(self, words: str) -> str:
        """Return what a reader says is wrong with a file, or what to do, in this language.

        >>> Talk("vi").trouble("it is a ZIP archive")
        'đây là tệp nén ZIP'
        """
        if self.lang == "en" or not words:
            return words
        for shape, vietnamese in _troubles():
            if found := shape.fullmatch(words):
                return vietnamese.format(*(self.trouble(one) for one in found.groups()))
        return words

    def number(self, number: float) -> str:
        """Return a number with the marks of the language."""
        text = f"{number:,.10g}" if number % 1 else f"{number:,.0f}"
        return text if self.lang == "en" else text.translate({ord(","): ".", ord("."): ","})


class _Counted(string.Formatter):
    """Writes *{rows:row,rows}* as a number with its noun."""

    def format_field(self, value: Any, format_spec: str) -> str:
        one, _, many = format_spec.partition(",")
        if not many:
            return str(super().format_field(value, format_spec))
        return f"{value} {one if str(value) == '1' else many}"


_COUNTED = _Counted()


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_name("talk.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _names() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return tomllib.loads(Path(__file__).with_name("names.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _troubles() -> Sequence[tuple[re.Pattern[str], str]]:
    """What may be said of a file, the closest wording first."""
    listed = tomllib.loads(Path(__file__).with_name("troubles.toml").read_text("utf-8"))
    closest = sorted(listed, key=lambda words: (words.count("{}"), -len(words)))
    return [
        (re.compile(re.escape(words).replace(r"\{\}", "(.*)"), re.DOTALL), listed[words])
        for words in closest
    ]


# ── untrusted text ────────────────────────────────────────────────────────────────────────

# Letter for letter, so that offsets hold: control characters become their pictures, what
# turns the direction of writing becomes the replacement character.
_VISIBLE = {code: 0x2400 + code for code in range(0x20)}
_VISIBLE |= {0x7F: 0x2421, 0x09: 0x20, 0x0A: 0x20, 0x0D: 0x20}
_VISIBLE |= dict.fromkeys((*range(0x80, 0xA0), 0x2028, 0x2029), 0xFFFD)
_VISIBLE |= dict.fromkeys((0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F)), 0xFFFD)
_VISIBLE |= dict.fromkeys((*range(0x2066, 0x206A), *range(0xD800, 0xE000)), 0xFFFD)

_VISIBLE_IN_FILES = {code: shown for code, shown in _VISIBLE.items() if code not in (0x09, 0x0A)}

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def clean(text: str) -> str:
    r"""Return the text, as long as before, with nothing in it that a terminal would obey.

    >>> clean("65%\x1b[2J")
    '65%␛[2J'
    """
    return text.translate(_VISIBLE)


def json_line(value: Any) -> str:
    """Return one line of JSON that says exactly the value and that no terminal obeys."""
    text = value if isinstance(value, str) else json.dumps(_finite(value), ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _finite(value: Any) -> Any:
    """Return the value in terms of JSON, which has no infinity and no dates."""
    if isinstance(value, dict):
        return {str(key): _finite(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(one) for one in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if value is None or isinstance(value, str | int | float):
        return value
    return str(value)


# ── sentences with marks ──────────────────────────────────────────────────────────────────


def excerpt(
    text: str, spans: Iterable[tuple[int, int]], *, room: int
) -> tuple[str, list[tuple[int, int]]]:
    """Return the text shortened around the spans to about ``room``, and the spans in it.

    >>> excerpt("a long way to go until 65% of it is done at last", [(23, 26)], room=20)
    ('… until 65% of it …', [(8, 11)])
    """
    marks = sorted(set(spans))
    if len(text) <= room or not marks:
        short = text if len(text) <= room else f"{text[: room - 1].rstrip()}…"
        return short, [(start, end) for start, end in marks if end <= len(short)]
    printed = sum(end - start for start, end in marks)
    margin = max(8, (room - printed) // (2 * len(marks)) - 1)
    windows: list[list[int]] = []
    for start, end in marks:
        low, high = _at_words(text, start - margin, start), _at_words(text, end + margin, end)
        if windows and low <= windows[-1][1] + 3:
            windows[-1][1] = max(high, windows[-1][1])
        else:
            windows.append([low, high])
    return _joined(text, windows, marks)


def _at_words(text: str, place: int, mark: int) -> int:
    """Move a cut towards the mark until it lies between two words."""
    if place <= 0:
        return 0
    if place >= len(text):
        return len(text)
    if place < mark:
        cut = text.find(" ", place, mark)
        return cut + 1 if cut >= 0 else mark
    cut = text.rfind(" ", mark, place)
    return cut if cut >= 0 else mark


def _joined(
    text: str, windows: Sequence[Sequence[int]], marks: Sequence[tuple[int, int]]
) -> tuple[str, list[tuple[int, int]]]:
    pieces, moved = "", []
    for low, high in windows:
        pieces += "… " if not pieces and low > 0 else " … " if pieces else ""
        shift = len(pieces) - low
        moved += [(start + shift, end + shift) for start, end in marks if low <= start < high]
        pieces += text[low:high]
    if windows[-1][1] < len(text):
        pieces += " …"
    return pieces, moved


def marked(text: str, spans: Sequence[tuple[int, int]], *, width: int) -> list[Text]:
    """Return the text in lines with the spans underlined, also where there are no colours."""
    covered = {letter for start, end in spans for letter in range(start, end)}
    lines = []
    for low, high in _wrapped(text, width):
        shown = clean(text[low:high])
        words = Text(_INDENT + shown)
        for start, end in spans:
            if max(start, low) < min(end, high):
                first = len(_INDENT) - low
                words.stylize(_MARK, first + max(start, low), first + min(end, high))
        lines.append(words)
        under = "".join(
            ("─" if number in covered else " ") * cell_len(letter)
            for number, letter in enumerate(shown, low)
        )
        if under.strip():
            lines.append(Text(_INDENT + under.rstrip(), style="dim"))
    return lines


def _wrapped(text: str, width: int) -> Iterator[tuple[int, int]]:
    room, start = max(20, width - len(_INDENT)), 0
    while len(text) - start > room:
        cut = text.rfind(" ", start + 1, start + room)
        end = cut if cut > start else start + room
        yield start, end
        start = end + (text[end : end + 1] == " ")
    yield start, len(text)


def place(text: str, start: int) -> str:
    r"""Return line and column of a place, both from 1.

    >>> place("one\ntwo 65%", 8)
    '2:5'
    """
    return f"{text.count(chr(10), 0, start) + 1}:{start - text.rfind(chr(10), 0, start)}"


# ── check ─────────────────────────────────────────────────────────────────────────────────


def checked(
    analysis: Analysis, talk: Talk, *, width: int = 100, everything: bool = False
) -> Iterator[Text]:
    """Yield what was tested, the findings with their sentences, and how many there are."""
    yield Text(what_was_tested(analysis, talk))
    loudest = [one for one in analysis.findings if one.alert != "none"]
    loudest.sort(key=lambda one: (ALERTS.index(one.alert), one.start))
    for finding in loudest:
        yield Text()
        yield from _finding(finding, analysis, talk, width=width)
    if everything:
        yield Text()
        for finding in sorted(analysis.findings, key=lambda one: one.start):
            if finding.alert == "none":
                yield _headline(finding, analysis, talk)
    yield Text()
    line = Text(counted(loudest, talk))
    yield line.append(f"   {talk('explain', rule=loudest[0].rule)}", "dim") if loudest else line


def what_was_tested(analysis: Analysis, talk: Talk) -> str:
    """Return in words how many percentages were tested, and why the others were not."""
    shares = [one.fact for one in analysis.observations if one.fact.kind == "percentage"]
    if not shares:
        return talk("no_percentages")
    judged: set[int] = set()
    why: dict[int, str] = {}
    for finding in analysis.findings:
        if finding.verdict != "not_checkable":
            judged.update(_tested_places(finding))
        elif finding.check in _UNTESTED:
            why.setdefault(finding.start, _UNTESTED[finding.check])
    open_shares = [fact for fact in shares if fact.start not in judged]
    key = "one_percentage" if len(shares) == 1 else "percentages"
    words = talk(key, count=len(shares), tested=len(shares) - len(open_shares))
    if not open_shares:
        return words
    reasons = Counter(why.get(fact.start, "other") for fact in open_shares)
    told = [
        talk(f"untested_{reason}", count=reasons[reason])
        for reason in ("no_total", "no_count", "other")
        if reasons[reason]
    ]
    return f"{words}, {talk('untested', count=len(open_shares), why=', '.join(told))}"


_UNTESTED: Mapping[str, str] = {
    "count_percent_pair": "no_total",
    "share_no_count": "no_count",
    "universal_share": "no_count",
}


def _tested_places(finding: Finding) -> Iterator[int]:
    """Yield where the numbers stand that a finding tests.

    Among numbers that must add up, each is tested; a target or an earlier statement is only
    the yardstick.
    """
    yield finding.start
    if finding.rule.startswith("BC1"):
        for span in finding.uses:
            yield span.start


def about_check(rule: str, talk: Talk) -> tuple[str, str | None] | None:
    """Return what a check does, in plain words, and a sentence that it objects to."""
    card = _about().get(rule)
    return None if card is None else (card[talk.lang], card.get("example"))


@lru_cache(maxsize=1)
def _about() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_name("about.toml").read_text("utf-8"))


def one_finding(
    finding: Finding, analysis: Analysis, talk: Talk, *, width: int = 100
) -> Iterator[Text]:
    """Yield a finding with its sentences and what could be meant."""
    return _finding(finding, analysis, talk, width=width)


def _finding(finding: Finding, analysis: Analysis, talk: Talk, *, width: int) -> Iterator[Text]:
    yield _headline(finding, analysis, talk)
    for sentence, spans in _sentences(finding, analysis):
        text, marks = excerpt(
            sentence.text,
            [(start - sentence.start, end - sentence.start) for start, end in spans],
            room=2 * (width - len(_INDENT)),
        )
        yield from marked(text, marks, width=width)
        yield from _columns(spans, analysis)
    for repair in finding.repairs[:3]:
        words = talk("repair", text=clean(repair.text), to=clean(repair.to))
        yield Text(f"{_INDENT}{words}{f' ({clean(repair.then)})' if repair.then else ''}")


def _headline(finding: Finding, analysis: Analysis, talk: Talk) -> Text:
    loud = finding.alert != "none"
    kind = talk(f"alert_{finding.alert}" if loud else f"verdict_{finding.verdict}")
    line = Text(f"{place(analysis.document.text, finding.start):>7}  ")
    line.append(kind.ljust(5 if loud else 13), style=_STYLES[finding.alert])
    line.append(f"  {finding.rule}  {clean(finding.message)}")
    if finding.chance:
        line.append(f"  {talk('luck', chance=luck(finding.chance, talk))}", style="dim")
    return line


def luck(chance: str, talk: Talk) -> str:
    """Return a small probability as people say it.

    >>> luck("2.2e-6", Talk("en"))
    '2 in 1,000,000'
    """
    number = Decimal(chance)
    if not number:
        return "0"
    of = 10 ** max(1, -number.adjusted())
    return talk("one_in", count=round(number * of), of=talk.number(of))


def _sentences(
    finding: Finding, analysis: Analysis
) -> Iterator[tuple[Span, list[tuple[int, int]]]]:
    """Yield the sentences, or rows of tables, that a finding is about, with its numbers' places."""
    places = {(finding.start, finding.end), *((one.start, one.end) for one in finding.uses)}
    by_sentence: dict[int, tuple[Span, list[tuple[int, int]]]] = {}
    for start, end in sorted(places):
        sentence = _row_at(start, analysis) or analysis.sentence_at(start)
        held = by_sentence.setdefault(sentence.start, (sentence, []))
        held[1].append((start, min(end, sentence.end)))
    yield from by_sentence.values()


def _cell_at(start: int, document: Document) -> Passage | None:
    """Return the cell of a table that holds a place."""
    at = bisect_right(document.passages, start, key=lambda one: one.start) - 1
    passage = document.passages[at] if at >= 0 else None
    return passage if passage and passage.kind == "cell" and start < passage.end else None


def _row_at(start: int, analysis: Analysis) -> Span | None:
    """Return the row of a table that holds a place: a cell alone says nothing to a reader."""
    document = analysis.document
    if _cell_at(start, document) is None:
        return None
    low = document.text.rfind("\n", 0, start) + 1
    high = document.text.find("\n", start)
    high = len(document.text) if high < 0 else high
    return Span(text=document.text[low:high].replace("\t", "|"), start=low, end=high)


def _columns(places: Iterable[tuple[int, int]], analysis: Analysis) -> Iterator[Text]:
    """Yield a line with the header of every column in which one of the places stands."""
    told: dict[str, None] = {}
    for start, end in places:
        cell = _cell_at(start, analysis.document)
        if cell is not None and cell.headers[: cell.columns]:
            text = analysis.document.text
            heads = (text[low:high] for low, high in cell.headers[: cell.columns])
            told[clean(f"{text[start:end]}: {' / '.join(heads)}")] = None
    if told:
        yield Text(f"{_INDENT}{' · '.join(told)}", style="dim")


def counted(findings: Sequence[Finding], talk: Talk) -> str:
    """Return in words how many findings there are of each alert."""
    counts: Counter[str] = Counter(finding.alert for finding in findings)
    told = [
        talk(f"count_{'one_' if counts[alert] == 1 else ''}{alert}", count=counts[alert])
        for alert in ALERTS
        if counts[alert]
    ]
    return f"{', '.join(told) or talk('nothing_found')}."


# ── facts and documents ───────────────────────────────────────────────────────────────────


def facts(analysis: Analysis, *, width: int = 100) -> Iterator[Text]:
    """Yield every sentence with its facts marked, and the facts below it."""
    by_sentence: dict[int, tuple[str, list[Observation]]] = {}
    for observation in analysis.observations:
        fact = observation.fact
        row = _row_at(fact.start, analysis)
        start, text = (row.start, row.text) if row else (fact.sentence_start, fact.sentence)
        by_sentence.setdefault(start, (text, []))[1].append(observation)
    for start, (sentence, held) in by_sentence.items():
        spans = [(one.fact.start - start, one.fact.end - start) for one in held]
        text, marks = excerpt(sentence, spans, room=3 * (width - len(_INDENT)))
        yield from marked(text, marks, width=width)
        yield from _columns([(one.fact.start, one.fact.end) for one in held], analysis)
        for one in held:
            yield _fact(one, analysis)
        yield Text()


def _fact(observation: Observation, analysis: Analysis) -> Text:
    fact = observation.fact
    line = Text(f"{place(analysis.document.text, fact.start):>7}  {fact.kind:<15}  ")
    line.append(clean(str(fact.value)), style="bold")
    dimensions = dimensions_of(observation)
    return line.append(f"  {' · '.join(dimensions)}", style="dim") if dimensions else line


#: What is told of a fact, in the order of reading.
DIMENSIONS = (
    "indicator",
    "level",
    "body",
    "population",
    "attribute",
    "role",
    "stage",
    "change",
    "period",
)


def dimensions_of(observation: Observation) -> list[str]:
    """Return the dimensions that a report states, in the order of reading."""
    return [clean(getattr(observation, name)) for name in DIMENSIONS if getattr(observation, name)]


def header(analysis: Analysis, talk: Talk, *, same_as: str | None = None) -> Iterator[Text]:
    """Yield what a document says of itself."""
    document = analysis.document
    province = document.province
    if province and document.province_set:
        province = f"{province} ({document.province_set})"
    about = {
        "show_title": document.title,
        "show_number": document.number,
        "show_issuer": document.issuer,
        "show_province": province,
        "show_issued": document.issued or (None if document.year is None else str(document.year)),
        "show_language": document.language,
        "show_path": document.path,
        "show_document": document.id,
        "show_same_as": same_as,
        "show_notes": "; ".join(document.notes) or None,
    }
    for key, value in about.items():
        if value is not None:
            yield Text.assemble((f"{talk(key):<12}", "dim")).append(clean(value))


# ── tables ────────────────────────────────────────────────────────────────────────────────


def _grid(columns: Sequence[str], *, right: Sequence[int] = ()) -> Grid:
    grid = Grid(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for number, column in enumerate(columns):
        justify: Literal["left", "right"] = "right" if number in right else "left"
        grid.add_column(clean(column), justify=justify, overflow="fold")
    return grid


def _cells(*values: object) -> list[Text]:
    return [Text("" if value is None else clean(str(value))) for value in values]


def table(answer: Table) -> Grid:
    """Return the answer to a query as a table."""
    numeric = [n for n, kind in enumerate(answer.types) if _is_number(kind)]
    grid = _grid(answer.columns, right=numeric)
    for row in answer.rows:
        grid.add_row(*_cells(*row))
    return grid


def _is_number(kind: str) -> bool:
    return kind.startswith(("DOUBLE", "FLOAT", "DECIMAL", "BIGINT", "INTEGER", "HUGEINT", "UBIG"))


#: What a spreadsheet may read as the beginning of a formula, also in letters of full width.
_FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
#: A number with its unit: -5.8%, -2.5pp, +300 ha.
_PLAIN_NUMBER = re.compile(r"[-+]?[0-9][0-9.,]*(?:[%‰]| ?[^\W\d_]+)?")
#: An item of a list: a dash or a plus, a blank, and words.
_ITEM = re.compile(r"[-+][ \xa0].*[^\W\d_]{2}", re.DOTALL)
_IN_BRACKETS = re.compile(r"\([0-9][0-9.,/]*%?\)")
#: Without one of these a formula calls no function and reaches no other program, sheet or file.
_ACTING = frozenset("(|![#\"'\\\t\n（｜！")


def csv_text(answer: Table) -> str:
    """Return the answer to a query as CSV whose texts no spreadsheet runs as a formula.

    An apostrophe stands before a text that begins like a formula, but for a lone sign, a number
    with its unit, and an item of a list in which nothing could call a function.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(answer.columns)
    for row in answer.rows:
        writer.writerow(_csv_cell(value) for value in row)
    return stream.getvalue()


def _csv_cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    safe = value.translate(_VISIBLE_IN_FILES)
    return f"'{safe}" if _may_run(safe) else safe


def _may_run(text: str) -> bool:
    """Return whether a spreadsheet may run a text as a formula.

    >>> [_may_run(text) for text in ("=", "-5.8%", "- Có 31/78 xã (41,3%)", "- A(1)", "=1+1")]
    [False, False, False, True, True]
    """
    bare = text.lstrip()
    if text.startswith("\t") or (len(bare) > 1 and bare.startswith(_FORMULA_SIGNS)):
        is_item = bare == text and _ITEM.match(text)
        acts = _ACTING.intersection(_IN_BRACKETS.sub("", text))
        return not (_PLAIN_NUMBER.fullmatch(text) or (is_item and not acts))
    return False


def records(answer: Table) -> Iterator[dict[str, Any]]:
    """Yield each row of an answer by the names of its columns, made different where equal."""
    names: list[str] = []
    for column in answer.columns:
        name, number = column, 1
        while name in names:
            number += 1
            name = f"{column}_{number}"
        names.append(name)
    for row in answer.rows:
        yield dict(zip(names, row, strict=True))


def views(found: Iterable[View]) -> Iterator[Shown]:
    """Yield every view with its columns and what they hold."""
    for view in found:
        yield Text.assemble((view.name, "bold")).append(f"  {view.comment}")
        grid = _grid(("", "", ""))
        grid.show_header = False
        for name, kind, comment in view.columns:
            grid.add_row(*_cells(f"  {name}", kind, comment))
        yield grid
        yield Text()


# ── compare ───────────────────────────────────────────────────────────────────────────────


def compared(found: Comparison, talk: Talk) -> Iterator[Shown]:
    """Yield the groups of a comparison, each with why it is ranked or not."""
    title = found.label_vi if talk.lang == "vi" else found.label_en
    reporting = ", ".join(
        talk("reporting", count=count, of=found.provinces[size])
        for size, count in found.reporting.items()
    )
    line = Text.assemble((clean(title), "bold"))
    yield line.append(f"   {reporting or talk('reported_by_nobody')}")
    for group in found.groups:
        yield Text()
        line = Text("".join(f"{clean(one)} · " for one in heading(group, found, talk)))
        yield line.append(reason(group, found, talk), style="dim")
        yield _rows(group, talk)
        for doubt in doubts_of(group, talk):
            yield Text(f"  {doubt}", style="dim")
        for repeat in repeats_of(group, talk):
            yield Text(f"  {repeat}", style="dim")
    yield Text()
    for note in notes_of(found, talk):
        yield Text(note)


def notes_of(found: Comparison, talk: Talk) -> Iterator[str]:
    """Yield what must be known to read a comparison."""
    rows = [row for group in found.groups for row in group.rows]
    if any(_has_several(group) for group in found.groups):
        yield talk("several_values")
    if any(row.base_source == "worked_out" for row in rows):
        yield talk("base_worked_out")
    if any(row.dated_by_report for row in rows):
        yield talk("dated_by_report")
    for merger in found.mergers:
        vietnamese = talk.lang == "vi"
        name = merger.name_vi if vietnamese else merger.name_en
        into = merger.into_vi if vietnamese else merger.into_en
        yield clean(talk("merged", name=name, into=into, since=merger.since or "?"))


def repeats_of(group: Group, talk: Talk) -> Iterator[str]:
    """Yield which other reports repeat or translate one of a group."""
    repeated = {row.document: row for row in group.rows if row.also}
    for row in repeated.values():
        yield clean(talk("also", source=_source(row), paths=", ".join(row.also)))


def doubts_of(group: Group, talk: Talk) -> Iterator[str]:
    """Yield what the findings say of the values of a group that are marked."""
    for row in group.rows:
        if row.alert is not None:
            unranked = row.alert == "error" and group.ranked
            yield clean(
                talk(
                    "doubted",
                    value=_written(row, talk),
                    source=_source(row),
                    alert=talk(f"alert_{row.alert}"),
                    rule=row.finding_rule,
                    message=row.finding_message,
                )
                + (talk("doubted_no_rank") if unranked else "")
            )


def _shared(group: Group) -> list[str]:
    return [name for name in TOLD if len({getattr(row, name) for row in group.rows}) == 1]


def stated_by_all(group: Group, talk: Talk) -> list[str]:
    """Return what all rows of a group are about, as its heading tells it."""
    return [one for name in _shared(group) if (one := _shown(group.rows[0], name, talk))]


def heading(group: Group, found: Comparison, talk: Talk) -> list[str]:
    """Return what all rows of a group are about, and what tells it from a group of equal words."""
    words = [*stated_by_all(group, talk), reason(group, found, talk)]
    alike = [
        other
        for other in found.groups
        if [*stated_by_all(other, talk), reason(other, found, talk)] == words
    ]
    apart = [
        name
        for name in ("province_set", "basis", "measured_in", "base_period")
        if len({str(getattr(one.rows[0], name)) for one in alike}) > 1
    ]
    told = _told_apart(group, apart, talk)
    same = [one for one in alike if _told_apart(one, apart, talk) == told]
    times = [group.years] if len({one.years for one in same}) > 1 else []
    return [*words[:-1], *told, *(one for one in times if one)]


def _told_apart(group: Group, apart: Iterable[str], talk: Talk) -> list[str]:
    """What a group is, of what tells groups of equal words from each other."""
    return [one for name in apart if (one := _apart(group.rows[0], name, talk))]


def _apart(row: Row, name: str, talk: Talk) -> str:
    value = getattr(row, name)
    if value in (None, ""):
        return ""
    shown = talk.name(name, str(value))
    return talk(f"heading_{name}", value=shown) if talk.has(f"heading_{name}") else shown


def _has_several(group: Group) -> bool:
    """Whether a province stands in a ranked group with more than one number."""
    return group.ranked and len({row.place for row in group.rows}) < len(group.rows)


#: Stands after a value that a finding contradicts or doubts.
_DOUBTED = "‡"
#: The dimensions that a group has in common, as a rule.
TOLD = ("level", "body", "population", "attribute", "role", "stage", "change")


def row_values(
    group: Group, talk: Talk
) -> tuple[list[str], list[tuple[Row, tuple[str | int | None, ...]]]]:
    """Return the columns of a group and its rows: rank, province, what differs, value … source."""
    shared = _shared(group)
    apart = [name for name in TOLD if name not in shared]
    headings = [
        *(talk(f"column_{name}") for name in ("rank", "province")),
        *(talk(f"dimension_{name}") for name in apart),
        *(talk(f"column_{name}") for name in ("value", "base", "when", "source")),
    ]
    rows = [
        (
            row,
            (
                row.rank,
                *(_shown(row, name, talk) for name in ("province", *apart)),
                f"{_written(row, talk)}{_DOUBTED if row.alert else ''}",
                _base(row, talk),
                _when(row, talk),
                _source(row),
            ),
        )
        for row in group.rows
    ]
    return headings, rows


def _rows(group: Group, talk: Talk) -> Grid:
    headings, rows = row_values(group, talk)
    grid = _grid(headings, right=(0, len(headings) - 4, len(headings) - 3))
    for _, cells in rows:
        grid.add_row(*_cells(*cells))
    return grid


def _source(row: Row) -> str:
    """Return the name by which `show` knows the report, with the page."""
    name = Path(row.path).name.partition(".")[0]
    return name if row.page is None else f"{name}:{row.page}"


def _shown(row: Row, name: str, talk: Talk) -> str:
    if name == "province":
        return (row.name_vi if talk.lang == "vi" else row.name_en) or row.province or ""
    value = getattr(row, name)
    return "" if value is None else talk.name(name, str(value))


def _written(row: Row, talk: Talk) -> str:
    """The written form of a value, with the decimal mark of the language; money in millions."""
    amount = _AMOUNT.fullmatch(row.canonical)
    if amount is not None:
        number = float(amount["number"])
        name, unit = next((one for one in _MAGNITUDES if number >= one[1]), ("", 0))
        if unit:
            shown = talk.number(number / unit)
            return f"{amount['sign']}{talk(name, number=shown, currency=amount['currency'])}"
    return row.canonical if talk.lang == "en" else _POINT.sub(",", row.canonical)


_POINT = re.compile(r"(?<=\d)\.(?=\d)")
#: An amount of money in its written form, with its bound.
_AMOUNT = re.compile(r"(?P<sign>[<>=~≈]*)(?P<number>\d+(?:\.\d+)?) (?P<currency>[A-Z]{3}(?:/.+)?)")
_MAGNITUDES = (("amount_in_billions", 1e9), ("amount_in_millions", 1e6))


def _base(row: Row, talk: Talk) -> str:
    if row.base is None:
        return ""
    return talk.number(row.base) + ("*" if row.base_source == "worked_out" else "")


#: The timing of what is said to be of all of a year.
_WHOLE_YEAR = "--01/--12"


#: A timing of some years of which nobody says which: *P5Y*, *PY*.
_YEARS = re.compile(r"P(?P<years>\d*)Y")


def _when(row: Row, talk: Talk) -> str:
    if row.dated_by_report and row.alike_from:
        year = str(row.alike_from.year)
        part = "" if row.timing in (None, _WHOLE_YEAR) else row.timing or ""
        return f"{part.replace('--', f'{year}-') or year}†"
    return _timing(row.timing, talk) if row.timing is not None else row.period or ""


def _timing(timing: str, talk: Talk) -> str:
    """A time that no period states, for a reader: what has no year gets a question mark."""
    if (years := _YEARS.fullmatch(timing)) is not None:
        return talk("when_years", years=years["years"] or "?")
    if timing == "P1M":
        return talk("when_month")
    first, _, last = timing.partition("/")
    if first == "..":
        return talk("when_before", time=last)
    if last == "..":
        return talk("when_since", time=first)
    return timing.replace("--", "?-")


def reason(group: Group, found: Comparison, talk: Talk) -> str:
    """Return in words why a group is ranked as it is, or not ranked."""
    if group.reason is None:
        order = "higher" if group.largest_first else "lower"
        key = order if found.direction in ("higher", "lower") else "other"
        return talk(f"ranked_{key}") + (talk("ranked_uneven") if group.uneven else "")
    words = clean(talk.name(group.dimension or "", group.value or ""))
    if group.reason == "combination":
        names = (group.dimension or "").split()
        words = ", ".join(talk(f"dimension_{name}") for name in names)
    elif group.reason == "dimension" and group.value is None:
        words = talk("for_none", dimension=talk(f"dimension_{group.dimension}"))
    elif group.reason == "dimension":
        words = talk(f"for_{group.dimension}", value=words)
    return talk(f"reason_{group.reason}", dimension=words)


def compared_records(found: Comparison, talk: Talk) -> Iterator[dict[str, Any]]:
    """Yield every row of a comparison with its group and the reason of the group."""
    for number, group in enumerate(found.groups, 1):
        about = {
            "indicator": found.indicator,
            "group": number,
            "ranked": group.ranked,
            "reason": group.reason,
            "message": reason(group, found, talk),
        }
        for row in group.rows:
            yield about | row.model_dump(mode="json")


# ── evaluate ──────────────────────────────────────────────────────────────────────────────


def evaluated(found: Evaluation, talk: Talk) -> Iterator[Shown]:
    """Yield the scores, then what was missed and what was too much."""
    columns = ("", "gold", "found", "right", "precision", "recall", "F1", "F1 overlapping")
    grid = _grid(columns, right=range(1, len(columns)))
    parts = (found.by_kind, found.by_language, found.by_rule)
    grid.add_row(*_scores("all", found.exact, found.overlapping))
    for part in parts:
        grid.add_row()
        for name, (exact, overlapping) in part.items():
            grid.add_row(*_scores(name, exact, overlapping))
    yield grid
    yield Text()
    with_beyond = (*columns, "stated beyond gold")
    grid = _grid(with_beyond, right=range(1, len(with_beyond)))
    for name, score in found.dimensions.items():
        grid.add_row(*_scores(name, score.exact, score.overlapping), _beyond(score))
    yield grid
    for key, misses in (("missed", found.missed), ("extra", found.extra)):
        if misses:
            yield Text()
            yield Text(f"{talk(key)}: {len(misses)}", style="bold")
        for miss in misses:
            yield from _miss(miss)
    if found.misread:
        yield Text()
        yield Text(f"{talk('misread')}: {len(found.misread)}", style="bold")
    for miss in found.misread:
        yield from _miss(miss, f"  {miss.dimension}: {miss.read or '–'}, gold {miss.stated or '–'}")


def _beyond(score: DimensionScore) -> Text:
    share = score.beyond_share
    if share is None:
        return Text()
    low, high = score.beyond_interval
    return Text(f"{score.beyond.found}/{score.beyond.gold} {share:.3f} [{low:.2f} {high:.2f}]")


def _scores(name: str, score: Score, overlapping: Score | None) -> list[Text]:
    return _cells(
        name,
        score.gold,
        score.found,
        score.right,
        _share(score.precision, score.precision_interval),
        _share(score.recall, score.recall_interval),
        "" if score.f1 is None else f"{score.f1:.3f}",
        "" if overlapping is None or overlapping.f1 is None else f"{overlapping.f1:.3f}",
    )


def _share(share: float | None, interval: tuple[float, float]) -> str:
    return "" if share is None else f"{share:.3f} [{interval[0]:.2f} {interval[1]:.2f}]"


def _miss(miss: Miss, more: str = "") -> Iterator[Text]:
    line = Text(f"  {clean(miss.document)} {miss.start}–{miss.end}  {miss.kind}  ")
    line.append(clean(miss.canonical), style="bold")
    line.append(clean(more))
    yield line.append(f"  {miss.rule or ''}", style="dim")
    start = max(0, miss.sentence.find(miss.text))
    text, marks = excerpt(miss.sentence, [(start, start + len(miss.text))], room=92)
    yield from marked(text, marks, width=100)


def evaluated_records(found: Evaluation) -> Iterator[dict[str, Any]]:
    """Yield every score, miss and extra as one object."""
    parts: dict[str, Mapping[str, tuple[Score, ...]]] = {
        "all": {"all": (found.exact, found.overlapping)},
        "kind": found.by_kind,
        "language": found.by_language,
        "rule": found.by_rule,
        "dimension": {
            name: (score.exact, score.overlapping) for name, score in found.dimensions.items()
        },
    }
    for part, scores in parts.items():
        for name, both in scores.items():
            for match, score in zip(("exact", "overlapping"), both, strict=False):
                yield {
                    "part": part,
                    "name": name,
                    "match": match,
                    **score.model_dump(),
                    "precision": score.precision,
                    "recall": score.recall,
                    "f1": score.f1,
                    "precision_interval": score.precision_interval,
                    "recall_interval": score.recall_interval,
                }
    for name, dimension in found.dimensions.items():
        yield {
            "part": "beyond",
            "name": name,
            "stated": dimension.beyond.found,
            "of": dimension.beyond.gold,
            "share": dimension.beyond_share,
            "interval": dimension.beyond_interval,
        }
    lists = (("missed", found.missed), ("extra", found.extra), ("misread", found.misread))
    for part, misses in lists:
        for miss in misses:
            yield {"part": part, **miss.model_dump()}


def mutated(found: Mapping[tuple[str, str], Tally], talk: Talk) -> Iterator[Shown]:
    """Yield what became of planted errors and harmless changes, by check and by edit."""
    columns = (
        *("", "planted", "extracted", "detectable", "detected", "recall", "refuted"),
        *("repaired", "harmless", "alarms"),
    )
    grid = _grid(columns, right=range(1, len(columns)))
    for at in (None, 0, 1):
        for name, tally in _tallied(found, at).items():
            grid.add_row(*_tally(name, tally))
        grid.add_row()
    yield grid
    yield Text(talk("planted_errors"), style="dim")


def _tallied(found: Mapping[tuple[str, str], Tally], at: int | None) -> Mapping[str, Tally]:
    sums: dict[str, Tally] = {}
    for key, tally in found.items():
        name = "all" if at is None else key[at]
        sums[name] = sums[name] + tally if name in sums else tally
    return sums


def _tally(name: str, tally: Tally) -> list[Text]:
    controls = "" if not tally.controls else tally.controls
    alarms = f"{tally.alarms} [{tally.alarm_interval[0]:.2f} {tally.alarm_interval[1]:.2f}]"
    return _cells(
        name,
        tally.planted,
        tally.extracted,
        tally.detectable,
        tally.detected,
        _share(tally.recall, tally.recall_interval),
        f"{tally.refuted}/{tally.refutable}",
        f"{tally.repaired}/{tally.detected}",
        controls,
        alarms if tally.controls else "",
    )


def mutated_records(found: Mapping[tuple[str, str], Tally]) -> Iterator[dict[str, Any]]:
    """Yield every tally as one object: over all, by check, by edit, by both."""
    for part, at in (("all", None), ("check", 0), ("edit", 1)):
        for name, tally in _tallied(found, at).items():
            yield _tally_record({"part": part, "name": name}, tally)
    for (check, edit), tally in found.items():
        yield _tally_record({"part": "check_and_edit", "check": check, "edit": edit}, tally)


def _tally_record(about: dict[str, Any], tally: Tally) -> dict[str, Any]:
    return {
        **about,
        **tally.model_dump(),
        "recall": tally.recall,
        "recall_interval": tally.recall_interval,
        "alarm_interval": tally.alarm_interval,
    }


# ── rules ──────────────────────────────────────────────────────────────────────────────────


def explained(
    analysis: Analysis, candidates: Sequence[Candidate], *, talk: Talk, width: int
) -> Iterator[Shown]:
    """Yield a text with what was found in it, and every candidate: ✓ for those that stayed."""
    text = analysis.document.text
    kept = [(one.start, one.end) for one in _kept(analysis).values()]
    yield from marked(text, sorted(kept), width=width)
    yield Text()
    grid = _grid(("", "", "", "", "", ""))
    grid.show_header = False
    for record in explained_records(analysis, candidates):
        why = "" if record["why"] is None else talk(f"lost_{record['why']}", to=record["to"])
        grid.add_row(
            *_cells(
                "✓" if record["stays"] else "·",
                record["text"],
                record["kind"],
                record["canonical"],
                record["rule"],
                why or record["about"],
            )
        )
    yield grid


def explained_records(
    analysis: Analysis, candidates: Sequence[Candidate]
) -> Iterator[dict[str, Any]]:
    """Yield every candidate of a text in reading order, whether it stayed, and if not, why.

    ``to`` is what stayed in its place; ``why`` is *first* where that is claimed before
    everything else, *longer* or *order* (of the kinds, then of the cards).
    """
    text = analysis.document.text
    kept = _kept(analysis)
    for one in sorted(candidates, key=lambda one: (one.start, one.precedence)):
        fact = kept.get((one.start, one.end, one.rule.id))
        winner = None if fact else _winner(one, kept.values())
        yield {
            "start": one.start,
            "end": one.end,
            "text": text[one.start : one.end],
            "kind": one.rule.kind,
            "canonical": str(fact.value if fact else one.value),
            "rule": one.rule.id,
            "about": one.rule.card.about,
            "stays": fact is not None,
            "to": winner and winner.text,
            "why": winner and _why(one, winner),
        }


def _kept(analysis: Analysis) -> dict[tuple[int, int, str], Fact]:
    facts = (*(one.fact for one in analysis.observations), *analysis.mentions)
    return {(fact.start, fact.end, fact.rule): fact for fact in facts}


def _winner(one: Candidate, kept: Iterable[Fact]) -> Fact | None:
    over = (fact for fact in kept if fact.start < one.end and one.start < fact.end)
    return max(
        over, key=lambda fact: min(fact.end, one.end) - max(fact.start, one.start), default=None
    )


def _why(one: Candidate, winner: Fact) -> str:
    from pipeline.extract import FIRST  # noqa: PLC0415

    first = (winner.kind in FIRST) - (one.rule.kind in FIRST)
    if first > 0:
        return "first"
    return "longer" if winner.end - winner.start > one.end - one.start else "order"


def evidence(analysis: Analysis) -> Iterator[Text]:
    """Yield for every fact its dimensions with the words that decided them."""
    for observation in analysis.observations:
        yield _fact(observation, analysis)
        for one in observation.evidence:
            yield Text(f"{_INDENT} {one.dimension:<14} {clean(one.text)}", style="dim")


# ── ingest ────────────────────────────────────────────────────────────────────────────────


class Pace:
    """Says how far a run has come, how fast it is now, and how long it may still take."""

    def __init__(self, talk: Talk, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.talk = talk
        self.clock = clock
        #: When how many were done, in the last seconds: what is unchanged is done at once, and
        #: says nothing about what is new.
        self._seen: deque[tuple[float, int]] = deque([(clock(), 0)])

    def __call__(self, path: str, number: int, count: int) -> str:
        """Return the line for a file that is done."""
        now = self.clock()
        self._seen.append((now, number))
        while len(self._seen) > 2 and now - self._seen[0][0] > _PACE_OVER:
            self._seen.popleft()
        since, before = self._seen[0]
        words = {"path": clean(path), "number": self.talk.number(number)}
        words["count"] = self.talk.number(count)
        if now - since < 1:
            return self.talk("reading", **words)
        rate = (number - before) / (now - since)
        left = self._duration((count - number) / rate)
        shown = self.talk.number(round(rate, 1 if rate < 10 else 0))
        return self.talk("pace", rate=shown, left=left, **words)

    def _duration(self, seconds: float) -> str:
        for key, length in (("hours", 3600), ("minutes", 60)):
            if seconds >= 1.5 * length:
                return self.talk(key, count=round(seconds / length))
        return self.talk("seconds", count=round(seconds))


#: So many seconds back the pace is measured.
_PACE_OVER = 20


# ── errors ────────────────────────────────────────────────────────────────────────────────


def store_trouble(error: StoreError, talk: Talk) -> str:
    """Return what is wrong with the store, in the language of the person."""
    key = f"store_{error.trouble}"
    words = talk(key, **error.values) if talk.has(key) else str(error)
    return "\n".join(map(clean, words.split("\n")))  # DuckDB points with a line below another


def unreadable(path: str, where: str | None, why: str, remedy: str | None, talk: Talk) -> str:
    """Return what is wrong with a file, and on a line of its own what to do."""
    key = "unreadable" if where and where != "the file" else "unreadable_whole"
    words = clean(talk(key, path=path, place=talk.trouble(where or ""), reason=talk.trouble(why)))
    if not remedy:
        return words
    return f"{words}\n{_INDENT}{clean(talk('remedy', remedy=talk.trouble(remedy)))}"
