"""From frozen values to the rows of the tables, column by column."""

from __future__ import annotations

import bisect
import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping, Set
from datetime import date
from decimal import Decimal
from functools import lru_cache
from importlib import metadata
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import TypeAdapter
from pydantic_core import to_json

from pipeline.model import (
    Analysis,
    Count,
    Date,
    Document,
    DocumentNumber,
    Evidence,
    Fact,
    Finding,
    Mention,
    Money,
    Multiple,
    Observation,
    Percentage,
    Quantity,
    Ratio,
    Value,
)
from pipeline.store.likeness import Likeness, likeness

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook


_evidence = TypeAdapter(tuple[Evidence, ...]).serializer


def storable(path: str) -> str:
    """Return a path that UTF-8 can hold: file names on Linux may be any bytes."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


class Rows(NamedTuple):
    """A report as rows of the tables: all that saving it takes, and quickly passed on.

    The row of the document lacks its last columns, the times.
    """

    document: str
    path: str
    ocr_pages: int
    characters: int
    about: tuple[Any, ...]
    facts: list[tuple[Any, ...]]
    citations: list[tuple[Any, ...]]
    findings: list[tuple[Any, ...]]
    keys: list[tuple[str, int]]
    #: How many facts there are, mentions left out.
    stated: int


def rows_of(analysis: Analysis, *, rulebook: Rulebook) -> Rows:
    """Return a report as rows of the tables."""
    document = analysis.document
    facts = _fact_rows(analysis)
    stated = len(analysis.observations)
    alike = likeness(document, map(_KIND_AND_WRITTEN, facts[:stated]))
    return Rows(
        document=document.id,
        path=document.path,
        ocr_pages=document.ocr_pages,
        characters=len(document.text),
        about=_document_row(document, alike, (extractor_version(), rulebook.version)),
        facts=facts,
        citations=_citation_rows(analysis, rulebook),
        findings=_finding_rows(analysis),
        keys=[(document.id, key) for key in alike.keys],
        stated=stated,
    )


@lru_cache(maxsize=1)
def extractor_version() -> str:
    """Return the version of this program, which every stored report names."""
    try:
        return metadata.version("baocao")
    except metadata.PackageNotFoundError:
        return "0+checkout"


def _document_row(document: Document, alike: Likeness, version: tuple[str, str]) -> tuple[Any, ...]:
    """Return a report as a row of `_documents` without the times."""
    return (
        document.id,
        storable(document.path),
        document.title,
        document.number,
        document.issuer,
        document.province,
        document.province_set,
        document.issued,
        document.year,
        document.language,
        document.pages,
        document.ocr_pages,
        None,
        *version,
        document.text,
        document.model_dump_json(exclude={"path", "text"}),
        alike.sentences,
        alike.figures,
        alike.telling,
    )


def _fact_rows(analysis: Analysis) -> list[tuple[Any, ...]]:
    """Return the facts and mentions of a report as rows of `_facts`."""
    bases, document = _bases(analysis), analysis.document
    rows = [
        _fact_row(one, document, bases.get(one.fact.id), _in_table(document, one.fact))
        for one in analysis.observations
    ]
    bare = Observation.blank()
    rows += [
        _fact_row(Observation.trusted({**bare, "fact": mention}), document, None)
        for mention in analysis.mentions
    ]
    return rows


#: Where a row of `_facts` has the kind and the written form.
_KIND_AND_WRITTEN = itemgetter(2, 3)


def _in_table(document: Document, fact: Fact) -> str | None:
    """Return a cell of a table with its headers, as a reader would quote it; None elsewhere."""
    passage = document.passages[fact.passage]
    if not passage.headers:
        return None
    told = [document.text[start:end] for start, end in passage.headers]
    row, column = told[passage.columns :], told[: passage.columns]
    heads = " | ".join(part for part in (", ".join(row), " / ".join(column)) if part)
    return f"{heads}: {fact.sentence}"


def _fact_row(
    observation: Observation,
    document: Document,
    base: tuple[Decimal | int, str] | None,
    quote: str | None = None,
) -> tuple[Any, ...]:
    fact = observation.fact
    value = fact.value
    first, last, of_report = _held(observation, document)
    return (
        fact.document,
        fact.id,
        value.kind,
        str(value),
        fact.text,
        fact.start,
        fact.end,
        fact.sentence,
        _fold(quote or fact.sentence),
        fact.sentence_start,
        fact.passage,
        fact.page,
        fact.weak,
        fact.rule,
        *_numbers(value),
        observation.province,
        observation.province_set,
        observation.level,
        observation.body,
        observation.population,
        observation.attribute,
        observation.role,
        observation.change,
        observation.period,
        observation.base_period,
        observation.timing,
        observation.stage,
        first,
        last,
        of_report,
        observation.indicator,
        observation.topic,
        observation.share_of,
        observation.target_of,
        None if base is None else float(base[0]),
        None if base is None else base[1],
        # What of a fact has no column of its own.
        to_json(
            {"box": fact.box, "weak": fact.weak, "value": value}
            | ({"quote": quote} if quote else {})
        ).decode(),
        _evidence.to_json(observation.evidence).decode() if observation.evidence else "[]",
    )


class _Numbers(NamedTuple):
    """The numeric columns of a fact."""

    number: float | None = None
    upto: float | None = None
    comparator: str | None = None
    unit: str | None = None
    per: str | None = None
    part: float | None = None
    whole: float | None = None
    basis: str | None = None


_NO_NUMBERS = _Numbers()


def _numbers(value: Value) -> _Numbers:
    unit, per, basis = None, None, None
    match value:
        case Count():
            unit = value.unit
        case Percentage():
            unit, basis = value.sign, value.basis
        case Date() | DocumentNumber() | Mention():
            return _NO_NUMBERS
        case Ratio():
            return _Numbers(unit=value.unit, part=_double(value.part), whole=_double(value.whole))
        case Money():
            unit, per = value.currency, value.per
        case Quantity():
            unit, per = value.unit, value.per
        case Multiple():
            unit = "x"
        case _:
            return _NO_NUMBERS
    number, upto = _double(value.number), _double(value.upto)
    return _Numbers(number, upto, value.comparator, unit, per, None, None, basis)


def _double(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


_MARKS = re.compile("[\u0300-\u036f]+")


@lru_cache(maxsize=64)  # the facts of a sentence come one after the other
def _fold(text: str) -> str:
    """Return the text in lower case without accents.

    >>> _fold("Đảng bộ tỉnh")
    'dang bo tinh'
    """
    lower = text.lower()
    if lower.isascii():
        return lower
    return _MARKS.sub("", unicodedata.normalize("NFD", lower.replace("đ", "d")))


@lru_cache(maxsize=1024)
def _days(period: str | None) -> tuple[date, date] | None:
    """Return the first and the last day of a written period; None where a year is missing.

    >>> [str(day) for day in _days("2023-Q3")]
    ['2023-07-01', '2023-09-30']
    >>> [str(day) for day in _days("2015/2022")]
    ['2015-01-01', '2022-12-31']
    """
    first, _, last = (period or "").partition("/")
    start, end = _point(first), _point(last or first)
    return None if start is None or end is None else (start[0], end[1])


#: The last month in which a year that is not over can only be the one before.
_EARLY = 3
_HALF_A_YEAR = 184


class _Held(NamedTuple):
    """From which day to which a number holds; ``of_report`` says that its report dates it."""

    first: date | None
    last: date | None
    of_report: bool

    @classmethod
    def of(cls, days: tuple[date, date] | None, *, of_report: bool) -> _Held:
        """Of the days from the first to the last, if they are known."""
        return cls(None, None, of_report) if days is None else cls(*days, of_report)


def _held(observation: Observation, document: Document) -> _Held:
    """Return when a number holds, as far as its words tell it.

    By a day it was so from the beginning of its year; a part of a year without one is of that of
    the report. Without a first day nothing is known, or else the report dates it.
    """
    timing, year = observation.timing, _year_of(document)
    if timing is None:
        days = _days(observation.period)
        return _Held.of(days, of_report=days is None)
    if timing.startswith("--"):
        days = _days(timing.replace("--", f"{year}-")) if year is not None else None
        if days is not None and days[0] == days[1]:
            days = date(days[1].year, 1, 1), days[1]
        if days is not None and _is_of_last_year(observation, document, days):
            days = _days(timing.replace("--", f"{(year or 0) - 1}-"))
        return _Held.of(days, of_report=days is not None)
    days = _days(timing)
    if days is not None and "/" not in timing and observation.period is None:
        days = date(days[1].year, 1, 1), days[1]
    return _Held.of(days, of_report=False)


def _is_of_last_year(observation: Observation, document: Document, days: tuple[date, date]) -> bool:
    """Whether a result of a part of a year, or of a whole one, was told in the next.

    *Tháng 12, tỉnh đón 300 nghìn lượt khách*, in a report of January; *in the past year*, in one
    of February.
    """
    if document.year is not None or not document.issued or observation.stage is not None:
        return False
    if observation.role not in (None, "actual", "previous"):
        return False
    issued = _days(document.issued)
    whole = (days[1] - days[0]).days > _HALF_A_YEAR
    return issued is not None and (
        days[0] > issued[1] or (whole and days[1] > issued[1] and issued[1].month <= _EARLY)
    )


def _year_of(document: Document) -> int | None:
    """Return the year of a report: the one in its title, else that of its date."""
    if document.year is not None or not document.issued:
        return document.year
    return int(document.issued[:4])


_POINT = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?"
)


def _point(written: str) -> tuple[date, date] | None:
    found = _POINT.fullmatch(written)
    if found is None:
        return None
    year, quarter, half, month, day = (int(part) if part else 0 for part in found.groups())
    first, months = month or 1, 1 if month else 12
    if quarter or half:
        months = 3 if quarter else 6
        first = (quarter or half) * months - months + 1
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        return date(year, first, 1), _end_of_month(year, first + months - 1)
    except ValueError:
        return None


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _bases(analysis: Analysis) -> dict[str, tuple[Decimal | int, str]]:
    """Return by fact the whole that a share is of, and whether it is printed or worked out."""
    wholes = {
        one.fact.id: value.total
        for one in analysis.observations
        if isinstance(value := one.fact.value, Ratio) and value.total is not None
    }
    bases: dict[str, tuple[Decimal | int, str]] = {}
    for share, possible in _worked_out(analysis).items():
        if len(possible) == 1:
            bases[share] = (possible.pop(), "worked_out")
    for one in analysis.observations:
        whole = wholes.get(one.fact.id, wholes.get(one.share_of or ""))
        if whole is not None:
            bases[one.fact.id] = (whole, "printed")
    return bases


def _worked_out(analysis: Analysis) -> dict[str, set[int]]:
    """Return by percentage the bases that the findings leave for it."""
    shares = sorted(
        (one.fact.start, one.fact.end, one.fact.id)
        for one in analysis.observations
        if one.fact.kind == "percentage"
    )
    found: dict[str, set[int]] = {}
    for finding in analysis.findings:
        base = _implied_base(finding)
        for place in _shares(finding) if base is not None else ():
            before = bisect.bisect_right(shares, place, key=lambda share: share[0]) - 1
            if before >= 0 and place < shares[before][1]:
                found.setdefault(shares[before][2], set()).add(base or 0)
    return found


def _implied_base(finding: Finding) -> int | None:
    """Return the one whole number that the printed numbers leave for a base."""
    told = finding.check == "count_percent_pair" or (
        finding.check == "shared_base"
        and finding.verdict in ("consistent", "supported", "supported_if")
    )
    implied = finding.implied
    if not told or finding.verdict == "contradicted" or implied is None:
        return None
    return implied.low if implied.low == implied.high else None


def _shares(finding: Finding) -> tuple[int, ...]:
    if finding.check == "shared_base":
        return (finding.start, *(span.start for span in finding.uses))
    return (finding.start,)


def _citation_rows(analysis: Analysis, rulebook: Rulebook) -> list[tuple[Any, ...]]:
    """Return the document numbers that a report cites as rows of `_citations`."""
    local, known_dates = _local_issuers(rulebook), _known_dates(rulebook)
    dates = _dates(analysis)
    cited = []
    for observation in analysis.observations:
        value = observation.fact.value
        if isinstance(value, DocumentNumber):
            province = observation.province if value.issuer in local else None
            known = province is not None or value.issuer not in local
            issued = value.issued or _only(
                dates.get(value.symbol, known_dates.get(value.symbol, _NONE))
            )
            identity = _identity(value, province, issued) if known else None
            cited.append((observation.fact, value, province, identity))
    full: dict[tuple[str | None, str], set[str]] = {}
    for _, value, _, identity in cited:
        if identity is not None:
            full.setdefault((value.code, value.number), set()).add(identity)
    return [
        (
            fact.document,
            fact.id,
            value.symbol,
            value.type,
            value.number,
            value.year,
            value.issuer,
            province,
            value.term,
            value.issued,
            identity or _short_for(value, full.get((value.code, value.number), set())),
        )
        for fact, value, province, identity in cited
    ]


def _short_for(value: DocumentNumber, full: set[str]) -> str | None:
    """Return the one document with a symbol in the same report that a short form can mean."""
    return next(iter(full)) if value.symbol is None and len(full) == 1 else None


_NONE: Set[str] = frozenset()


def _only(dates: Set[str]) -> str | None:
    return next(iter(dates)) if len(dates) == 1 else None


def _dates(analysis: Analysis) -> Mapping[str | None, Set[str]]:
    """Return the dates that the report gives to every symbol."""
    here: dict[str | None, set[str]] = {}
    for observation in analysis.observations:
        value = observation.fact.value
        if isinstance(value, DocumentNumber) and value.issued:
            here.setdefault(value.symbol, set()).add(value.issued)
    return here


@lru_cache(maxsize=4)
def _known_dates(rulebook: Rulebook) -> Mapping[str | None, Set[str]]:
    """Return the dates that the cards give to every symbol."""
    known: dict[str | None, set[str]] = {}
    for card in rulebook.known_documents:
        known.setdefault(card.symbol, set()).add(card.issued)
    return known


@lru_cache(maxsize=4)
def _local_issuers(rulebook: Rulebook) -> frozenset[str]:
    return frozenset(issuer.code for issuer in rulebook.issuers if issuer.needs_province)


def _identity(value: DocumentNumber, province: str | None, issued: str | None) -> str | None:
    """Return what tells a cited document from all others, as far as the text says.

    Numbers start again with every term or year and in every province.
    """
    if value.symbol is None:
        return None
    year = str(value.year) if value.year else (issued or "")[:4]
    return " ".join(part for part in (value.symbol, province, year) if part)


def _finding_rows(analysis: Analysis) -> list[tuple[Any, ...]]:
    """Return the findings of a report as rows of `_findings`."""
    return [
        (
            finding.document,
            finding.id,
            finding.rule,
            finding.check,
            finding.verdict,
            finding.alert,
            finding.reason,
            finding.stated,
            finding.computed,
            finding.message,
            finding.start,
            finding.end,
            analysis.sentence_at(finding.start).text,
            finding.model_dump_json(),
        )
        for finding in analysis.findings
    ]


def province_rows(rulebook: Rulebook) -> list[tuple[Any, ...]]:
    """Return the cards of both sets of provinces as rows of `_provinces`."""
    return [
        (
            card.slug,
            size,
            card.label.en,
            card.label.vi,
            card.code,
            card.type,
            card.since,
            card.until,
            card.merged_into,
            list(card.merged_from),
            card.city_since,
        )
        for size, cards in ((63, rulebook.provinces_63), (34, rulebook.provinces_34))
        for card in cards
    ]


def indicator_rows(rulebook: Rulebook) -> list[tuple[Any, ...]]:
    """Return the cards of the indicators as rows of `_indicators`."""
    return [
        (
            card.id,
            card.group,
            card.label.en,
            card.label.vi,
            card.unit,
            card.measure,
            card.direction,
            card.flow,
        )
        for card in rulebook.indicators
    ]
