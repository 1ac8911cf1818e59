"""The nouns of the pipeline: frozen values that say what a report prints.

Data flows one way, ``Document`` → ``Fact`` → ``Observation`` → ``Finding``, and no value
points back at its maker. Numbers are `decimal.Decimal` from the page to the database, with
the digits that were printed: ``13.30`` and ``13.3`` are different claims.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, model_serializer

__all__ = [
    "LENGTHS_OF_TIME",
    "VALUES",
    "AgeBand",
    "Alert",
    "Analysis",
    "Basis",
    "Change",
    "Comparator",
    "Count",
    "Date",
    "Document",
    "DocumentNumber",
    "Evidence",
    "Fact",
    "Finding",
    "Implied",
    "Level",
    "Mention",
    "Money",
    "Multiple",
    "Numeric",
    "Observation",
    "Passage",
    "Percentage",
    "Period",
    "Quantity",
    "Ratio",
    "Repair",
    "Role",
    "Span",
    "Stage",
    "Stated",
    "Value",
    "Verdict",
]

Comparator = Literal["=", ">=", ">", "<=", "<", "nearly", "about"]
Basis = Literal["share", "of_plan", "of_base", "growth", "points"]
Role = Literal["actual", "target", "requirement", "plan", "previous"]
Change = Literal["increase", "decrease"]
Stage = Literal["estimated", "so_far"]
Level = Literal[
    "central", "region", "province", "district", "commune", "village", "agency", "grassroots", "all"
]
Verdict = Literal[
    "supported", "supported_if", "consistent", "contradicted", "implausible", "not_checkable"
]
Alert = Literal["none", "note", "warn", "error"]


def plain(number: Decimal) -> str:
    """Write a decimal without exponent, keeping the printed zeros.

    >>> plain(Decimal("13.30")), plain(Decimal("3.2E+12"))
    ('13.30', '3200000000000')
    """
    written = str(number)
    return written if "E" not in written else format(number, "f")


#: A number as the report prints it; a decimal string in JSON, never a float.
Number = Annotated[Decimal, PlainSerializer(plain, return_type=str)]

_SIGN: Mapping[Comparator, str] = {
    "=": "",
    ">=": ">=",
    ">": ">",
    "<=": "<=",
    "<": "<",
    "nearly": "~",
    "about": "~",
}


_SET = object.__setattr__


@lru_cache(maxsize=64)
def _all_fields(noun: type[BaseModel]) -> set[str]:
    """The names of the fields, one set for all values: a copy of a value copies it."""
    return set(noun.model_fields)


class Model(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False)

    @classmethod
    def trusted(cls, fields: dict[str, Any]) -> Self:
        """A value of all its fields, which are right by the way they are made.

        This is what `model_construct` does without its look at every field: that, or
        validation, would take longer than it took to find what the value says.
        """
        value = cls.__new__(cls)
        _SET(value, "__dict__", fields)
        _SET(value, "__pydantic_fields_set__", _all_fields(cls))
        _SET(value, "__pydantic_extra__", None)
        _SET(value, "__pydantic_private__", None)
        return value

    @classmethod
    def blank(cls) -> dict[str, Any]:
        """The fields in their order with what they hold by default, to be filled in."""
        return {name: field.default for name, field in cls.model_fields.items()}


# ── values ────────────────────────────────────────────────────────────────────────────────


class Numeric(Model):
    """What every measured number carries: the number, its range and its bound.

    ``number`` is None when the print is malformed; ``flag`` then says why.
    ``resolution`` is the place value of the last printed digit in the unit of ``number``
    (``1.2 million`` → 100000), the width of the interval that the print stands for.
    """

    number: Number | None
    upto: Number | None = None
    comparator: Comparator = "="
    resolution: Number = Decimal(1)
    word: bool = False
    flag: str | None = None

    def _written(self, unit: str = "") -> str:
        if self.number is None:
            return "?"
        upto = f"..{plain(self.upto)}" if self.upto is not None else ""
        return f"{_SIGN[self.comparator]}{plain(self.number)}{upto}{unit}"


class Percentage(Numeric):
    """A share, rate, growth or change in percent, per mille or percentage points.

    >>> str(Percentage(number=Decimal("15"), comparator=">="))
    '>=15%'
    >>> str(Percentage(number=Decimal("40"), upto=Decimal("45")))
    '40..45%'
    """

    kind: Literal["percentage"] = "percentage"
    decimals: int = 0
    basis: Basis | None = None
    sign: Literal["%", "‰", "pp"] = "%"

    def __str__(self) -> str:
        return self._written(self.sign)


class Count(Numeric):
    """How many of something; ``unit`` is the noun as printed.

    >>> str(Count(number=Decimal("1500"), comparator=">=", unit="người"))
    '>=1500'
    """

    kind: Literal["count"] = "count"
    unit: str | None = None

    def __str__(self) -> str:
        return self._written()


class Ratio(Model):
    """A part of a whole, both counted: ``115/177``, ``12 of the 13``.

    The part is larger where what was done is printed over what was planned, or one number
    over another that it is compared with: ``8.400/6.500``.

    >>> str(Ratio(part=Decimal("115"), whole=Decimal("177")))
    '115/177'
    """

    kind: Literal["ratio"] = "ratio"
    part: Number | None
    whole: Number | None
    unit: str | None = None
    word: bool = False
    flag: str | None = None

    @property
    def total(self) -> Decimal | None:
        """What the part is a part of; None where the part is larger."""
        if self.part is None or self.whole is None or self.part > self.whole:
            return None
        return self.whole

    def __str__(self) -> str:
        if self.part is None or self.whole is None:
            return "?"
        return f"{plain(self.part)}/{plain(self.whole)}"


class Multiple(Numeric):
    """A factor: ``1 to 1.3 times``, ``gấp 2,2 lần``.

    >>> str(Multiple(number=Decimal("1"), upto=Decimal("1.3")))
    '1..1.3x'
    """

    kind: Literal["multiple"] = "multiple"

    def __str__(self) -> str:
        return self._written("x")


class Money(Numeric):
    """An amount in units of its currency (ISO 4217), magnitudes multiplied out.

    >>> str(Money(number=Decimal("6800000000"), comparator=">", currency="USD"))
    '>6800000000 USD'
    """

    kind: Literal["money"] = "money"
    currency: str = "VND"
    per: str | None = None

    def __str__(self) -> str:
        return self._written(f" {self.currency}")


#: The units of quantities that say how long, and measure nothing that is a result.
LENGTHS_OF_TIME = frozenset({"year", "month", "week", "day", "hour"})


class Quantity(Numeric):
    """A measured amount with its canonical unit.

    >>> str(Quantity(number=Decimal("35.2"), unit="ha"))
    '35.2 ha'
    """

    kind: Literal["quantity"] = "quantity"
    unit: str
    per: str | None = None

    def __str__(self) -> str:
        return self._written(f" {self.unit}")


class DocumentNumber(Model):
    """The number of a Party or State document, or a short reference to one.

    ``symbol`` is the whole symbol with its diacritics restored (``114-QĐ/TW``), None for a
    short reference; ``code`` is the type code that the symbol prints, or that the type word
    stands for; ``type`` the id of the type; ``stated_type`` the type word of the text.
    ``issued`` is the ISO date that the text gives it. The two systems are set out in
    Guidance 36-HD/VPTW (Party) and Decree 30/2020/NĐ-CP, Appendix III (State).

    >>> str(DocumentNumber(symbol="18-NQ/TW", code="NQ", number="18"))
    '18-NQ/TW'
    >>> str(DocumentNumber(symbol=None, code="ĐA", number="02"))
    'ĐA 02'
    """

    kind: Literal["document_number"] = "document_number"
    symbol: str | None
    code: str | None
    number: str
    type: str | None = None
    year: int | None = None
    issuer: str | None = None
    term: str | None = None
    plenum: str | None = None
    issued: str | None = None
    stated_type: str | None = None
    flag: str | None = None

    def __str__(self) -> str:
        return self.symbol or (f"{self.code} {self.number}" if self.code else self.number)


class Date(Model):
    """A point in time at the precision that is printed.

    ``date`` is the written form: ``2022-07-07``, ``2022-07``, ``2022-Q3``, ``2022-H1``,
    ``2022``, ``--11-30`` where the year is not printed, None where no such day exists.
    ``not_before`` and ``not_after`` (ISO dates) bound a missing year.

    >>> str(Date(date="--11-30", precision="day"))
    '--11-30'
    """

    kind: Literal["date"] = "date"
    date: str | None
    precision: Literal["day", "month", "quarter", "half", "year"]
    not_before: str | None = None
    not_after: str | None = None
    inferred: bool = False
    flag: str | None = None

    def __str__(self) -> str:
        return self.date or "?"


class Period(Model):
    """A stretch of time from a first to a last year, month or day.

    >>> str(Period(start_date="2015", end_date="2022"))
    '2015/2022'
    """

    kind: Literal["period"] = "period"
    start_date: str
    end_date: str
    term: str | None = None
    flag: str | None = None

    def __str__(self) -> str:
        return f"{self.start_date}/{self.end_date}"


class AgeBand(Model):
    """An age limit that defines a group of people; a definition, not a measured number.

    >>> str(AgeBand(low=None, high=40)), str(AgeBand(low=40, high=50))
    ('<40', '40..50')
    >>> str(AgeBand(low=None, high=35, high_included=True))
    '<=35'
    """

    kind: Literal["age_band"] = "age_band"
    low: int | None
    high: int | None
    low_included: bool = False
    high_included: bool = False
    word: bool = False

    def __str__(self) -> str:
        match (self.low, self.high):
            case (None, high):
                return f"<{'=' * self.high_included}{high}"
            case (low, None):
                return f">{'=' * self.low_included}{low}"
            case (low, high):
                return f"{low}..{high}"


class Mention(Model):
    """Digits that state no quantity, and what they are instead.

    ``what`` is one of the reasons of `patterns/*/mention.toml`: ``ordinal``,
    ``boilerplate``, ``list_number``, ``name``, ``reference``, ``phone``, ``time``, ``rank`` …
    Mentions are never facts; they account for the digits that no fact claims.
    """

    kind: Literal["mention"] = "mention"
    what: str

    def __str__(self) -> str:
        return self.what


Value = Annotated[
    Percentage
    | Count
    | Ratio
    | Multiple
    | Money
    | Quantity
    | DocumentNumber
    | Date
    | Period
    | AgeBand
    | Mention,
    Field(discriminator="kind"),
]

#: Every kind of value, in the order that decides between two equal matches.
VALUES: Mapping[str, type[Model]] = {
    "document_number": DocumentNumber,
    "date": Date,
    "period": Period,
    "age_band": AgeBand,
    "mention": Mention,
    "ratio": Ratio,
    "money": Money,
    "percentage": Percentage,
    "multiple": Multiple,
    "quantity": Quantity,
    "count": Count,
}


# ── what is read ──────────────────────────────────────────────────────────────────────────

Box = tuple[float, float, float, float]


#: From where to where in a text.
Place = tuple[int, int]


class Passage(Model):
    """Where a paragraph, heading, table cell or piece of page furniture stands in the text.

    ``headers`` are the places of what a table cell stands under and beside: its column
    headers from the outermost in, so many as ``columns`` says, then its row header, then the
    unit that its row names. ``lines`` are the printed lines of a paragraph that has several:
    where each starts in the text, its page and its box.
    """

    start: int
    end: int
    kind: Literal["paragraph", "heading", "row", "cell", "note", "furniture"] = "paragraph"
    page: int | None = None
    box: Box | None = None
    headers: tuple[Place, ...] = ()
    columns: int = 0
    lines: tuple[tuple[int, int, Box], ...] = ()

    def on_paper(self, start: int, end: int) -> tuple[int | None, Box | None]:
        """The page and the box of the lines that hold a place of the passage."""
        if not self.lines:
            return self.page, self.box
        first = bisect_right(self.lines, start, key=lambda line: line[0]) - 1
        held = [one for one in self.lines[max(first, 0) :] if one[0] < end]
        if not held:
            return self.page, self.box
        page = held[0][1]
        boxes = [box for _, there, box in held if there == page]
        left, top, right, bottom = zip(*boxes, strict=True)
        return page, (min(left), min(top), max(right), max(bottom))


class Document(Model):
    """A report as text: normalised once (NFC), with its passages and what it says of itself.

    ``id`` is the SHA-256 of the file's bytes. ``province`` is the slug of the province that
    reports, ``province_set`` 63 or 34 by the date of the report. ``year`` is the one that its
    title says it is of, also where it was issued in the next. ``draft`` says that it calls itself
    one. ``weak`` are the places that OCR read with little confidence.
    """

    id: str
    path: str
    text: str = Field(repr=False)
    passages: tuple[Passage, ...] = Field(repr=False)
    language: Literal["en", "vi"] = "vi"
    title: str | None = None
    number: str | None = None
    issuer: str | None = None
    province: str | None = None
    province_set: Literal[63, 34] | None = None
    issued: str | None = None
    year: int | None = None
    draft: bool = False
    pages: int | None = None
    ocr_pages: int = 0
    weak: tuple[Place, ...] = Field(default=(), repr=False)
    notes: tuple[str, ...] = ()


# ── what is found ─────────────────────────────────────────────────────────────────────────


class Fact(Model):
    """A value at its place: ``document.text[start:end] == text``.

    ``rule`` names the card and rule that found it, ``en/percentage:sign``. ``sentence`` is
    the sentence that holds it, which begins at ``sentence_start``. ``weak`` says that OCR
    read it with little confidence.
    """

    id: str
    document: str
    path: str
    passage: int
    start: int
    end: int
    text: str
    sentence: str = Field(repr=False)
    sentence_start: int
    page: int | None = None
    box: Box | None = None
    weak: bool = False
    value: Value
    rule: str

    @property
    def kind(self) -> str:
        """The kind of the value: ``percentage``, ``count`` …"""
        return self.value.kind

    @property
    def sentence_end(self) -> int:
        """Where the sentence of the fact ends."""
        return self.sentence_start + len(self.sentence)


class Evidence(Model):
    """The words that decided a dimension.

    ``dimension`` is written as ``for`` in JSON.
    """

    dimension: str = Field(serialization_alias="for")
    text: str
    start: int
    end: int


class Observation(Model):
    """A fact with the dimensions that the report states for it; None where it states none.

    ``share_of`` is the id of the count or ratio whose share a percentage prints
    (``887 civil servants (18.7%)``), ``target_of`` the id of the result that a target,
    plan or requirement was set for (``26.87% (the target is not less than 15%)``).
    ``base_period`` is the period that a change is measured from (``so với năm 2015``).
    ``timing`` is the time of a number that states no period of its own: the day by which it was so
    (``đến cuối năm 2022``: ``2022-12-31``), a part of a year that is not printed (``quý III``:
    ``--Q3``) or of its period, a time before or since which it holds (``../2020``, ``2018/..``),
    the years of a mean (``P5Y``, or ``PY``).
    ``stage`` says that a number is no final result: an estimate for its period (``ước cả năm``),
    or what there was of a period that was not over (``đến nay``).
    """

    fact: Fact
    province: str | None = None
    province_set: Literal[63, 34] | None = None
    level: Level | None = None
    body: str | None = None
    population: str | None = None
    attribute: str | None = None
    role: Role | None = None
    change: Change | None = None
    period: str | None = None
    base_period: str | None = None
    timing: str | None = None
    stage: Stage | None = None
    indicator: str | None = None
    topic: str | None = None
    share_of: str | None = None
    target_of: str | None = None
    evidence: tuple[Evidence, ...] = ()

    @model_serializer(mode="plain")
    def _flat(self) -> dict[str, Any]:
        fact = self.fact
        value = fact.value.model_dump()
        value.pop("kind")
        row: dict[str, Any] = {
            "id": fact.id,
            "kind": fact.kind,
            "canonical": str(fact.value),
            "text": fact.text,
            "start": fact.start,
            "end": fact.end,
            "sentence": fact.sentence,
            "page": fact.page,
            "box": fact.box,
            "weak": fact.weak,
            "document": fact.document,
            "path": fact.path,
            "rule": fact.rule,
        }
        row.update(value)
        row.update(
            province=self.province,
            province_set=self.province_set,
            level=self.level,
            body=self.body,
            population=self.population,
            attribute=self.attribute,
            role=self.role,
            change=self.change,
            period=self.period,
            base_period=self.base_period,
            timing=self.timing,
            stage=self.stage,
            indicator=self.indicator,
            topic=self.topic,
            share_of=self.share_of,
            target_of=self.target_of,
            evidence=[one.model_dump(by_alias=True) for one in self.evidence],
        )
        return row


class Stated(Model):
    """What another report states, and when that was issued, as far as it says."""

    observation: Observation
    issued: str | None = None


# ── what is concluded ─────────────────────────────────────────────────────────────────────


class Span(Model):
    """A place in the text of a document."""

    text: str
    start: int
    end: int

    @classmethod
    def of(cls, fact: Fact) -> Self:
        """The span of a fact."""
        return cls.trusted({"text": fact.text, "start": fact.start, "end": fact.end})


class Repair(Model):
    """One edit that would make the numbers agree, and what they would then say."""

    text: str
    to: str
    start: int
    end: int
    then: str = ""


class Implied(Model):
    """Whole numbers that the printed ones imply: a total, or a base with its counts."""

    low: int | None
    high: int | None
    counts: tuple[int, ...] = ()


class Finding(Model):
    """What a check has to say of a number, in one sentence for a person.

    ``stated`` is the number that is verified (it stands at ``start``), ``uses`` those that
    it is verified against. ``interval`` with ``bounds`` is what the printed number can
    mean; ``chance`` the probability that luck alone gives such a fit.
    """

    id: str
    check: str
    rule: str
    verdict: Verdict
    alert: Alert = "none"
    condition: str | None = None
    reason: str
    document: str
    path: str
    stated: str
    start: int
    end: int
    uses: tuple[Span, ...] = ()
    computed: str | None = None
    interval: tuple[str, str] | None = None
    bounds: str | None = None
    implied: Implied | None = None
    chance: str | None = None
    message: str
    repairs: tuple[Repair, ...] = ()


class Analysis(Model):
    """One report with everything that was found in it.

    ``mentions`` are the digits that state no quantity, with the reason.
    """

    document: Document
    observations: tuple[Observation, ...] = ()
    mentions: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()

    @cached_property
    def _stretches(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        facts = (*(one.fact for one in self.observations), *self.mentions)
        sentences = {(fact.sentence_start, fact.sentence_end) for fact in facts}
        return (
            tuple(sorted(sentences)),
            tuple((one.start, one.end) for one in self.document.passages),
        )

    def sentence_at(self, place: int) -> Span:
        """The sentence of a fact that holds a place, or else its passage, or else its line."""
        text = self.document.text
        for spans in self._stretches:
            before = bisect_right(spans, place, key=lambda span: span[0]) - 1
            if before >= 0 and place < spans[before][1]:
                start, end = spans[before]
                return Span(text=text[start:end], start=start, end=end)
        start = text.rfind("\n", 0, place) + 1
        end = text.find("\n", place)
        end = len(text) if end < 0 else end
        return Span(text=text[start:end], start=start, end=end)
