"""Provinces side by side, like with like.

Two values are alike when indicator, basis, level, body, population, attribute, role,
stage and change are the same and their periods overlap (for a change, also the period that it is
measured from). What adds up over time, as new members do, is alike only where the periods are as
long. Only alike values of different provinces are ranked; everything else stands in a group of
its own, with the reason. A value whose time neither its sentence nor the date of
its report tells overlaps with nothing: two such values can be of any two years.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from pipeline.model import Model

if TYPE_CHECKING:
    import duckdb

__all__ = [
    "Comparison",
    "Group",
    "Reason",
    "Row",
    "UnknownIndicatorError",
    "compare",
    "labels",
    "told",
]

#: What must be the same, in the order in which a difference is told.
DIMENSIONS = (
    "province_set",
    "level",
    "body",
    "population",
    "attribute",
    "role",
    "stage",
    "change",
    "basis",
    "measured_in",
)

Reason = Literal[
    "no_province",
    "alone",
    "dimension",
    "combination",
    "time",
    "length",
    "undated",
    "base_period",
    "bounds",
    "contradicted",
]


#: The longest that a value of a month, a quarter … can be of, in days.
_LENGTHS = (
    ("year", 1), ("month", 31), ("quarter", 92), ("half", 184), ("nine months", 275),
    ("year", 366),
)  # fmt: skip
_NUMBER = re.compile(r"\d+(?:\.(?P<decimals>\d+))?")
#: So many indicators are named where one is not known.
_NEAREST = 5


class UnknownIndicatorError(LookupError):
    """No such indicator; ``nearest`` are the ids that were perhaps meant."""

    def __init__(self, indicator: str, nearest: Sequence[str]) -> None:
        hint = f"; nearest: {', '.join(nearest)}" if nearest else ""
        super().__init__(f"no indicator {indicator}{hint}")
        self.indicator = indicator
        self.nearest = tuple(nearest)


class Row(Model):
    """One value of one province.

    ``rank`` is None for a bound, a range, a value that is not alike to another province's, one
    that its own report contradicts, and for the further values of a province that has a rank.
    ``also`` are the paths of reports that repeat or translate this one. ``alert`` is *error* or
    *warn* where a finding contradicts or doubts the value, and ``finding_message`` says why.
    """

    fact_id: str
    document: str
    path: str
    page: int | None
    quote: str
    issued: str | None
    province: str | None
    province_set: int | None
    name_en: str | None
    name_vi: str | None
    basis: str | None
    level: str | None
    body: str | None
    population: str | None
    attribute: str | None
    role: str | None
    stage: str | None
    change: str | None
    period: str | None
    base_period: str | None
    measured_from: str | None
    timing: str | None
    measured_in: str
    canonical: str
    value: float
    upto: float | None
    comparator: str
    unit: str | None
    per: str | None
    base: float | None
    base_source: str | None
    alike_from: date | None
    alike_until: date | None
    dated_by_report: bool
    own_report: bool
    also: tuple[str, ...]
    alert: Literal["error", "warn"] | None = None
    finding_id: str | None = None
    finding_rule: str | None = None
    finding_message: str | None = None
    rank: int | None = None

    @property
    def place(self) -> tuple[str | None, int | None]:
        """The identity of the province: its slug and the set that the slug belongs to."""
        return self.province, self.province_set

    @property
    def has_order(self) -> bool:
        """Whether the value is a number that can stand above or below another."""
        return self.upto is None and self.comparator in ("=", "nearly", "about")

    @property
    def can_be_ranked(self) -> bool:
        """Whether the number has an order, and its own report does not contradict it."""
        return self.has_order and self.alert != "error"


class Group(Model):
    """Alike values; ranked where two provinces or more have one, else with the reason why not.

    ``dimension`` and ``value`` say which dimension keeps the group apart; ``largest_first`` how
    a ranked group is ordered.
    """

    rows: tuple[Row, ...]
    largest_first: bool | None = None
    reason: Reason | None = None
    dimension: str | None = None
    value: str | None = None

    @property
    def ranked(self) -> bool:
        """Whether the rows have an order."""
        return self.reason is None

    @property
    def years(self) -> str:
        """The time of its rows, from the first to the last year: *2022*, *2019–2023*."""
        first = {row.alike_from.year for row in self.rows if row.alike_from}
        last = {row.alike_until.year for row in self.rows if row.alike_until}
        if not first or not last:
            return ""
        return "–".join(dict.fromkeys((str(min(first)), str(max(last)))))

    @property
    def uneven(self) -> bool:
        """Whether the ranked numbers are of times that overlap and yet differ much in length.

        Half a year stands beside the mean of five: alike by the rule, and worth a word.
        """
        days = [
            (row.alike_until - row.alike_from).days + 1
            for row in self.rows
            if row.rank is not None and row.alike_from and row.alike_until
        ]
        return len(days) > 1 and max(days) > 1.5 * min(days)


class Merger(Model):
    """A province of the 63 that became part of one of the 34 under another name."""

    province: str
    name_en: str
    name_vi: str
    into_en: str
    into_vi: str
    since: str | None


class Comparison(Model):
    """An indicator across provinces.

    ``reporting`` and ``provinces`` count, for each set of provinces with a value, those that
    report the indicator and all of the set.
    """

    indicator: str
    label_en: str
    label_vi: str
    unit: str
    measure: str
    direction: str
    reporting: Mapping[int, int]
    provinces: Mapping[int, int]
    groups: tuple[Group, ...]
    mergers: tuple[Merger, ...] = ()


def compare(connection: duckdb.DuckDBPyConnection, indicator: str) -> Comparison:
    """Return the values of an indicator (its id or its label) in groups of alike ones."""
    card = _card(connection, indicator)
    rows = [
        Row(**record) for record in _records(connection, "compare", indicator=card["indicator"])
    ]
    kind = _Kind(card["direction"], card["measure"], flow=card.pop("flow"))
    groups = sorted(_groups(rows, kind), key=_prominence)
    sets = dict(_query(connection, "province_sets"))
    places = {row.place for row in rows if row.province is not None}
    reporting = {size: sum(place[1] == size for place in places) for size in sets}
    return Comparison(
        **card,
        groups=tuple(groups),
        reporting={size: count for size, count in reporting.items() if count},
        provinces={size: sets[size] for size, count in reporting.items() if count},
        mergers=_mergers(connection, places),
    )


def told(found: Comparison, messages: Mapping[tuple[str, str], str]) -> Comparison:
    """Return the same comparison with other words for its findings, by document and finding."""

    def in_words(row: Row) -> Row:
        words = messages.get((row.document, row.finding_id or ""))
        return row if words is None else row.model_copy(update={"finding_message": words})

    groups = tuple(
        group.model_copy(update={"rows": tuple(map(in_words, group.rows))})
        for group in found.groups
    )
    return found.model_copy(update={"groups": groups})


def labels(connection: duckdb.DuckDBPyConnection, lang: str) -> dict[str, str]:
    """Return what people call every indicator, by its id."""
    cards = _records(connection, "indicator_cards")
    return {card["indicator"]: card[f"label_{lang}"] for card in cards}


def _query(
    connection: duckdb.DuckDBPyConnection, name: str, **parameters: str
) -> list[tuple[Any, ...]]:
    query = Path(__file__).with_name("sql").joinpath(f"{name}.sql").read_text("utf-8")
    return connection.execute(query, parameters).fetchall()


def _records(
    connection: duckdb.DuckDBPyConnection, name: str, **parameters: str
) -> list[dict[str, Any]]:
    rows = _query(connection, name, **parameters)
    names = [column[0] for column in connection.description]
    return [dict(zip(names, row, strict=True)) for row in rows]


def _card(connection: duckdb.DuckDBPyConnection, indicator: str) -> dict[str, Any]:
    wanted, typed = indicator.casefold(), _typed(indicator)
    names: dict[str, dict[str, Any]] = {}
    alike: dict[str, dict[str, dict[str, Any]]] = {}
    for card in _records(connection, "indicator_cards"):
        for name in (card["indicator"], card["label_en"], card["label_vi"]):
            names.setdefault(name.casefold(), card)
            alike.setdefault(_typed(name), {})[card["indicator"]] = card
    if wanted in names:
        return names[wanted]
    if len(alike.get(typed, ())) == 1:
        return next(iter(alike[typed].values()))
    words = set(typed.split())
    holding = [name for name in alike if words and words <= set(name.split())]
    joined = typed.replace(" ", "")
    within = [name for name in alike if joined and joined in name.replace(" ", "")]
    near = difflib.get_close_matches(typed, alike, n=_NEAREST, cutoff=0.5)
    found = (*sorted(holding, key=len), *sorted(within, key=len), *near)
    nearest = dict.fromkeys(one for name in found for one in alike[name])
    raise UnknownIndicatorError(indicator, list(nearest)[:_NEAREST])


def _typed(name: str) -> str:
    """A name as people type it: in small letters without accents, one blank between words.

    >>> _typed("Tỷ lệ hộ nghèo"), _typed("poverty_rate")
    ('ty le ho ngheo', 'poverty rate')
    """
    plain = unicodedata.normalize("NFD", name.casefold()).replace("đ", "d")
    return " ".join(re.findall(r"[a-z0-9%]+", "".join(filter(_is_no_mark, plain))))


def _is_no_mark(letter: str) -> bool:
    return not unicodedata.combining(letter)


def _mergers(
    connection: duckdb.DuckDBPyConnection, places: set[tuple[str | None, int | None]]
) -> tuple[Merger, ...]:
    return tuple(
        Merger(
            province=province,
            name_en=name_en,
            name_vi=name_vi,
            into_en=into_en,
            into_vi=into_vi,
            since=since,
        )
        for province, name_en, name_vi, into_en, into_vi, since in _query(connection, "mergers")
        if (province, 63) in places
    )


# ── alike ─────────────────────────────────────────────────────────────────────────────────


def _key(row: Row) -> tuple[Any, ...]:
    measured_from = row.measured_from if row.change else None
    return (*(getattr(row, dimension) for dimension in DIMENSIONS), measured_from)


class _Kind(NamedTuple):
    """How the values of an indicator are compared; a ``flow`` adds up over time."""

    direction: str
    measure: str
    flow: bool


def _groups(rows: Sequence[Row], kind: _Kind) -> Iterator[Group]:
    if nowhere := tuple(row for row in rows if row.province is None):
        yield Group(rows=nowhere, reason="no_province")
    somewhere = [row for row in rows if row.province is not None]
    by_key: dict[tuple[Any, ...], list[Row]] = {}
    for row in somewhere:
        length = _length(row) if kind.flow or row.change else ""
        by_key.setdefault((*_key(row), length), []).append(row)
    for alike in by_key.values():
        placed: set[str] = set()
        for at_once in _same_time(alike):
            if len({row.place for row in at_once}) > 1:
                placed |= {row.fact_id for row in at_once}
                yield _ranked(at_once, largest_first=_falls(at_once[0], kind))
        left = [row for row in alike if row.fact_id not in placed]
        for dated in (True, False):
            if apart := tuple(row for row in left if (row.alike_from is not None) is dated):
                yield _unlike(apart, somewhere)


def _length(row: Row) -> str:
    """The kind of time that a value is of: what a term brings is not set beside what a year does.

    A date counts as the year that it is of, for *until 31 December* is said of all of it.
    """
    if row.alike_from is None or row.alike_until is None:
        return ""
    days = (row.alike_until - row.alike_from).days + 1
    return next((name for name, most in _LENGTHS if days <= most), f"{round(days / 365.25)} years")


def _same_time(rows: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """Yield every largest set of rows whose periods all overlap.

    Periods that overlap two by two have a day in common, so it is enough to look at the day
    on which each begins.
    """
    found: list[frozenset[str]] = []
    for begins in {row.alike_from for row in rows if row.alike_from}:
        there = [row for row in rows if _holds(row, begins)]
        before = {row.fact_id for row in there if _ends_in(row, begins.year)}
        after = {row.fact_id for row in there if _begins_in(row, begins.year)}
        everything = frozenset(row.fact_id for row in there)
        found += [everything - before, everything - after] if before and after else [everything]
    for one in dict.fromkeys(found):
        if one and not any(one < other for other in found):
            yield tuple(row for row in rows if row.fact_id in one)


def _holds(row: Row, day: date) -> bool:
    return bool(row.alike_from and row.alike_until and row.alike_from <= day <= row.alike_until)


# Two terms that only touch (2015-2020 and 2020-2025) follow each other: they don't overlap.


def _spans_years(row: Row) -> bool:
    return bool(
        row.alike_from and row.alike_until and (row.alike_until - row.alike_from).days > 366
    )


def _ends_in(row: Row, year: int) -> bool:
    return _spans_years(row) and row.alike_until is not None and row.alike_until.year == year


def _begins_in(row: Row, year: int) -> bool:
    return _spans_years(row) and row.alike_from is not None and row.alike_from.year == year


# ── ranks ─────────────────────────────────────────────────────────────────────────────────


def _ranked(rows: Sequence[Row], *, largest_first: bool) -> Group:
    """Give each province one rank, by its own, most precise and latest number."""
    best: dict[tuple[str | None, int | None], Row] = {}
    for row in rows:
        if row.can_be_ranked:
            known = best.get(row.place)
            best[row.place] = row if known is None or _is_better(row, known) else known
    if len(best) < 2:
        ordered = {row.place for row in rows if row.has_order}
        return Group(rows=tuple(rows), reason="bounds" if len(ordered) < 2 else "contradicted")
    chosen = sorted(best.values(), key=lambda row: row.value, reverse=largest_first)
    ranks = {
        row.fact_id: 1 + next(n for n, other in enumerate(chosen) if other.value == row.value)
        for row in chosen
    }
    order = {row.place: number for number, row in enumerate(chosen)}
    with_ranks = [row.model_copy(update={"rank": ranks.get(row.fact_id)}) for row in rows]
    return Group(
        rows=tuple(
            sorted(with_ranks, key=lambda row: (order.get(row.place, len(rows)), row.rank is None))
        ),
        largest_first=largest_first,
    )


def _is_better(row: Row, known: Row) -> bool:
    """Whether a value of a province has its rank rather than one that was told before.

    Its own report knows better than one that cites it, what is of a stated time is surer than
    what is only of the year of its report, and a later report than an earlier. Of several in one
    report, the first tells of all; only the same number with more digits is taken instead.
    """
    one, other = _trust(row), _trust(known)
    if one != other:
        return one > other
    same = round(row.value, _digits(known)) == known.value
    return same and _digits(row) > _digits(known)


def _trust(row: Row) -> tuple[bool, bool, bool, str]:
    return row.comparator == "=", row.own_report, not row.dated_by_report, row.issued or ""


def _digits(row: Row) -> int:
    """How many digits a value has behind its decimal point, as printed."""
    number = _NUMBER.search(row.canonical)
    return len(number["decimals"] or "") if number is not None else 0


def _falls(row: Row, kind: _Kind) -> bool:
    """Return whether the largest number comes first.

    What is better when low is better the more it decreases; an indicator that counts a change
    itself, such as posts cut, is better as its card says.
    """
    if kind.measure.startswith("change_"):
        return kind.direction != "lower"
    return (kind.direction == "lower") == (row.change == "decrease")


# ── reasons ───────────────────────────────────────────────────────────────────────────────


def _unlike(left: tuple[Row, ...], rows: Sequence[Row]) -> Group:
    """Say what keeps these rows of one key apart from the other provinces."""
    own = left[0]
    others = [row for row in rows if row.place != own.place]
    if not others:
        return Group(rows=left, reason="alone")
    if any(_key(row) == _key(own) for row in others):
        if own.alike_from is None:
            return Group(rows=left, reason="undated")
        beside = any(_key(row) == _key(own) and _overlap(row, own) for row in others)
        return Group(rows=left, reason="length" if beside else "time")
    for dimension in DIMENSIONS:
        value = getattr(own, dimension)
        if all(getattr(row, dimension) != value for row in others):
            shown = None if value is None else str(value)
            return Group(rows=left, reason="dimension", dimension=dimension, value=shown)
    if own.change and all(row.measured_from != own.measured_from for row in others):
        return Group(rows=left, reason="base_period", value=own.measured_from)
    return Group(
        rows=left, reason="combination", dimension=" ".join(_fewest_differences(own, others))
    )


def _overlap(one: Row, other: Row) -> bool:
    """Whether two values have a day in common."""
    days = (one.alike_from, other.alike_from)
    return any(day and _holds(one, day) and _holds(other, day) for day in days)


def _fewest_differences(own: Row, others: Iterable[Row]) -> list[str]:
    differences = (
        [name for name in DIMENSIONS if getattr(row, name) != getattr(own, name)] or ["base_period"]
        for row in others
    )
    return min(differences, key=len)


def _prominence(group: Group) -> tuple[Any, ...]:
    """Ranked groups first, large before small; then in the order of the dimensions."""
    places = {row.place for row in group.rows}
    first = group.rows[0]
    return (
        not group.ranked,
        -len(places),
        *(str(getattr(first, name) or "") for name in DIMENSIONS),
        first.province or "~",
    )
