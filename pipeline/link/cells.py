"""Numbers in table cells: what they are about stands in their headers and over the table."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import regex

from pipeline.language import Memo
from pipeline.link.localities import Localities
from pipeline.link.terms import Name, TermMatcher, TermMention
from pipeline.link.words import ClauseWords
from pipeline.model import Date, Document, Fact, Observation, Passage, Period, Place
from pipeline.places import Gazetteer

__all__ = ["Headers", "Tables", "within"]

#: What a row says with the row above that it is a part of.
_OF_WHOLE = frozenset({"population", "body", "level", "topic"})
#: What the words over a table say of all that stands in it.
_OF_CAPTION = frozenset({"population", "body", "level"})
#: What says nothing of what a number is of.
_BESIDE = frozenset({"role", "basis", "change"})
#: What two rows of one indicator differ in.
_ALIKE = (
    "indicator", "level", "body", "population", "attribute", "role", "change", "period", "province",
)  # fmt: skip
#: So many characters a caption has at most, and so many lines over a table are looked at.
_CAPTION, _FARTHEST = 200, 3
_ENDED = regex.compile(r"[.:;]\s*$")
#: *2024/2023*: one year is held against another.
_AGAINST = regex.compile(r"(?<!\d)(?:19|20)\d\d\s*/\s*(?:19|20)\d\d(?!\d)")
_OVER = regex.compile(r"\p{L}[\p{L}\s.]*/\s*\p{L}")
_PART = regex.compile(r"\s*[-–—+•*]\s*")
#: The number of a row, before what it names.
_NUMBERED = regex.compile(r"\s*(?:[IVX]+|\d{1,3}(?:\.\d{1,2})*|[a-zđ])[.)/]\s+")


class Column(NamedTuple):
    """What the headers over a column say of the numbers in it; ``place`` is that of the innermost.

    ``compares`` says that they hold a number against another one, ``bare`` that they say of a
    percentage only that it is one, ``derived`` that they are averages or shares of a total.
    Times are facts; ``base`` is the one of before.
    """

    place: Place = (0, 0)
    role: str | None = None
    basis: str | None = None
    changes: frozenset[str] = frozenset()
    compares: bool = False
    bare: bool = False
    derived: bool = False
    period: Fact | None = None
    base: Fact | None = None


class Whose(NamedTuple):
    """Whose the numbers of a row or column are, as its header says.

    Those of a ``province``; the ``total``; or ``apart``, those of a part: of a place below the
    province, or of what no card knows.
    """

    province: str | None = None
    apart: bool = False
    total: bool = False


class Headers(NamedTuple):
    """What is said of a cell; offsets are in the document.

    The row header comes first, then the column headers from the innermost out, then the row
    above that it is a part of, then the caption: the nearer one decides.
    """

    terms: tuple[TermMention, ...]
    names: tuple[Name, ...]
    column: Column
    whose: Whose
    period: Fact | None

    def change_of(self, *, negative: bool) -> str | None:
        """The change that a column of differences tells, by the sign where it has two."""
        changes = self.column.changes
        if len(changes) == 2:
            return "decrease" if negative else "increase"
        return next(iter(changes), None)


class _Said(NamedTuple):
    """The terms, names and times in a header or caption."""

    terms: tuple[TermMention, ...]
    names: tuple[Name, ...]
    times: tuple[Fact, ...]


class Tables:
    """The tables of one document, each cell with what is said of it."""

    def __init__(
        self,
        document: Document,
        facts: Sequence[Fact],
        matcher: TermMatcher,
        words: ClauseWords,
        gazetteer: Gazetteer,
        localities: Localities,
    ) -> None:
        self.document, self.facts, self.words = document, facts, words
        self.matcher, self.gazetteer, self.localities = matcher, gazetteer, localities
        self.said: Memo[Place, _Said] = Memo(self._said)
        self.column: Memo[tuple[Place, ...], Column] = Memo(self._column)
        self.named: Memo[Place, Whose] = Memo(self._named)
        #: By the place of a header, the innermost one over it.
        self.over: dict[Place, Place] = {}
        #: By the place of a row header, that of the row which it is a part of.
        self.whole: dict[Place, Place] = {}
        #: By cell, the passages over its table, the nearest first.
        self.captions: dict[int, list[Passage]] = {}
        #: By cell, the columns of its table.
        self.columns: dict[int, set[tuple[Place, ...]]] = {}
        #: The headers of rows that hold bare numbers.
        self.row_headers: set[Place] = set()
        #: By cell, the row headers of its table.
        self.labels: dict[int, set[Place]] = {}
        #: What was worked out of the columns and the headers of a table, by the sets above.
        self._columns_of: dict[tuple[int, tuple[Place, ...]], Whose] = {}
        self._of_provinces: dict[int, bool] = {}
        self._read()

    def headers_of(self, index: int) -> Headers | None:
        """What is said of the cell that a passage is; nothing for one without headers."""
        passage = self.document.passages[index]
        if (passage.start, passage.end) in self.row_headers:
            # *Tỷ lệ hộ nghèo dưới 5%*: what a row is named after is measured in its cells.
            return Headers((), (), Column(), Whose(apart=True), None)
        if not passage.headers:
            return None
        path, labels = passage.headers[: passage.columns], passage.headers[passage.columns :]
        column = self._among(path, index)
        label = labels[0] if labels else None
        whose = self._whose(index, label, path)
        bands = [self.named[one] for one in labels[1:]]
        whose = next((one for one in bands if one.apart or one.province), whose)
        if label is not None and column.role is None and not column.compares:
            column = column._replace(role=self._role_of_row(label))
        nearest = (*labels[:1], *reversed(labels[1:]), *reversed(path))
        said = [self.said[place] for place in nearest]
        terms = [term for one in said[: len(labels)] for term in one.terms]
        # What a column says of roles and changes is read as a whole.
        terms += [
            one
            for each in said[len(labels) :]
            for one in _without(each.terms, frozenset({"role", "change", "basis"}))
        ]
        names = [name for one in said for name in one.names]
        whole = self.whole.get(label) if label else None
        if whole is not None:
            terms += _only(self.said[whole].terms, _OF_WHOLE)
        times = [time for one in said[: len(labels)] for time in one.times]
        period = column.period or next(iter(times), None)
        for caption in self.captions.get(index, ()):
            place = caption.start, caption.end
            above = self.said[place]
            topics = {one.sets["topic"] for one in above.terms if "topic" in one.sets}
            kept = _OF_CAPTION | ({"topic"} if len(topics) == 1 else set())
            if names or any("topic" in one.sets for one in terms):
                kept = frozenset({"level"})  # A column that names what it measures is of that.
            bare = not names and all(one.sets.keys() <= _BESIDE for one in terms)
            if bare and len({one.indicator for one in above.names}) == 1:
                names += above.names[:1]
            terms += _only(above.terms, kept)
            if whose.province is None and self._is_local(place):
                whose = whose._replace(apart=True)
            if period is None:
                period = next((one for one in above.times if not _is_day(one)), None)
        return Headers(tuple(terms), tuple(names), column, whose, period)

    def settled(self, observations: Sequence[Observation]) -> tuple[Observation, ...]:
        """The observations, an indicator in only one of the rows of a column that are alike.

        *Thu ngân sách*, and below it *thu nội địa*: what tells them apart has no dimension. The
        row of the total has it, or else the first.
        """
        groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for place, said in enumerate(observations):
            passage = self.document.passages[said.fact.passage]
            if passage.kind == "cell" and said.indicator is not None:
                alike = [getattr(said, name) for name in _ALIKE]
                groups[passage.headers[: passage.columns], said.fact.kind, *alike].append(place)
        kept = list(observations)
        for places in groups.values():
            first = min(places, key=lambda place: (not self._is_total(kept[place]), place))
            for place in places:
                if place != first:
                    said = kept[place]
                    role = None if said.role == "actual" else said.role
                    kept[place] = Observation.trusted(
                        {**vars(said), "indicator": None, "role": role}
                    )
        return tuple(kept)

    def _is_total(self, said: Observation) -> bool:
        passage = self.document.passages[said.fact.passage]
        labels = passage.headers[passage.columns :]
        return any(self.named[one].total for one in labels)

    # ── the shape of the tables ───────────────────────────────────────────────────────

    def _read(self) -> None:
        """Where tables begin, what stands over them, and which rows are parts of others."""
        above: list[Passage] = []
        shared: set[tuple[Place, ...]] = set()
        rows: set[Place] = set()
        captions: list[Passage] = []
        parent: Place | None = None
        numbers = {
            one.passage
            for one in self.facts
            if one.text == self._text((one.sentence_start, one.sentence_end)).strip()
        }
        inside = headed = False
        for index, passage in enumerate(self.document.passages):
            if passage.kind == "furniture":
                continue
            if passage.kind != "cell":
                above = [passage, *above][:_FARTHEST]
                inside = headed = False
                continue
            if not inside or (headed and not passage.headers):
                captions, shared, rows, parent = self._captions(above), set(), set(), None
                above = []
            inside, headed = True, bool(passage.headers)
            path = passage.headers[: passage.columns]
            if path:
                shared.add(path)
                self.over[passage.start, passage.end] = path[-1]
            self.captions[index], self.columns[index] = captions, shared
            labels = passage.headers[passage.columns :]
            self.labels[index] = rows
            if labels and index in numbers:
                self.row_headers.add(labels[0])
            rows.update(labels[:1])
            if labels and labels[0] not in self.whole:
                if not self._is_part(labels[0]):
                    parent = labels[0]
                elif parent is not None:
                    self.whole[labels[0]] = parent

    def _captions(self, above: Sequence[Passage]) -> list[Passage]:
        """Of the lines over a table its caption: a title, with a line for the unit below it."""
        for passage in above:
            text = self._text((passage.start, passage.end))
            if self.words.unit_line.match(text) or self.words.attached.match(text):
                continue
            titled = self.words.captions.match(text) is not None
            short = len(text) <= _CAPTION and not _ENDED.search(text)
            return [passage] if titled or short else []
        return []

    def _is_part(self, label: Place) -> bool:
        text = self._text(label)
        return _PART.match(text) is not None or self.words.part_row.match(text) is not None

    # ── what headers say ──────────────────────────────────────────────────────────────

    def _text(self, place: Place) -> str:
        return self.document.text[place[0] : place[1]]

    def _said(self, place: Place) -> _Said:
        start = place[0]
        terms, names = self.matcher(self._text(place))
        times = [one for one in within(self.facts, *place) if isinstance(one.value, (Date, Period))]
        return _Said(
            tuple(one._replace(start=start + one.start, end=start + one.end) for one in terms),
            tuple(one._replace(start=start + one.start, end=start + one.end) for one in names),
            tuple(times),
        )

    def _among(self, path: tuple[Place, ...], index: int) -> Column:
        """A column by its headers and by those beside it: a bare rate beside plan and result."""
        column = self.column[path]
        if not column.bare:
            return column
        beside = {self.column[one].role for one in self.columns.get(index, ())}
        if beside >= {"target", "actual"}:
            return column._replace(basis="of_plan", compares=True)
        return column

    def _column(self, path: tuple[Place, ...]) -> Column:
        if not path:
            return Column()
        words, texts = self.words, [self._text(place) for place in path]
        text = " ; ".join(texts)
        terms = [term.sets for place in path for term in self.said[place].terms]
        times = [time for place in reversed(path) for time in self.said[place].times]
        column = Column(
            place=path[-1],
            changes=frozenset(sets["change"] for sets in terms if "change" in sets),
            bare=words.rate_column.fullmatch(texts[-1]) is not None,
            derived=words.derived_column.search(texts[-1]) is not None
            and not any(self.said[place].names for place in path),
            period=next(iter(times), None),
        )
        if self._compares(texts, text):
            return self._comparing(column, text, times)
        if column.changes:
            return column
        role = next((sets["role"] for sets in terms if "role" in sets), None)
        results = words.column_result.search(text) is not None
        aims = words.column_aim.search(text) is not None and not results
        if aims or any(words.aims_column.match(one) for one in texts):
            role = "target"
        elif words.column_previous.match(texts[-1]) or words.column_before.search(text):
            role = "previous"
        elif results:
            role = "actual"
        return column._replace(role=role)

    def _role_of_row(self, label: Place) -> str | None:
        """What the header of a row says of its numbers, where years or plans are its rows."""
        text, words = self._text(label), self.words
        if words.aims_column.match(text):
            return "target"
        if words.column_previous.match(text):
            return "previous"
        return None

    def _compares(self, texts: Sequence[str], text: str) -> bool:
        """Whether a column holds one number against another: *TH/KH*, *2024/2023*, *so với …*."""
        words = self.words
        if _AGAINST.search(text) or words.column_compares.search(text):
            return True
        if words.change_column.fullmatch(texts[-1]) is not None:
            return True
        of_plan = words.column_result.search(text) and words.column_aim.search(text)
        return of_plan is not None and any(_OVER.search(one) for one in texts)

    def _comparing(self, column: Column, text: str, times: Sequence[Fact]) -> Column:
        """A column of comparisons: with a plan, or with another time."""
        years = sorted(times, key=lambda one: str(one.value))
        column = column._replace(compares=True, period=None)
        if self.words.column_aim.search(text) is not None:
            return column._replace(basis="of_plan", period=years[-1] if years else None)
        if years or self.words.column_before.search(text) is not None:
            column = column._replace(basis="of_base")
        if len(years) > 1:
            column = column._replace(period=years[-1])
        return column._replace(base=years[0]) if years else column

    def _whose(self, index: int, label: Place | None, path: tuple[Place, ...]) -> Whose:
        """Whose a number is: by its row, and by its column where that names a place."""
        across = self._of_column(index, path)
        if label is None or across.province is not None or across.apart:
            return across
        whose, rows = self.named[label], self.labels.get(index, set())
        if whose.province is not None and id(rows) not in self._of_provinces:
            self._of_provinces[id(rows)] = self._lists_provinces(rows)
        if whose.province is not None and not self._of_provinces[id(rows)]:
            return Whose(apart=len(rows) > 1)  # Quảng Ninh is also a district of Quảng Bình.
        if whose.apart or whose.total or whose.province is not None or len(rows) < 2:
            return whose
        over = self.over.get(label)
        if over is not None and self.words.place_column.match(self._text(over)) is not None:
            return Whose(apart=self.words.tier_row.match(self._text(label)) is None)
        return Whose(apart=not self._says_what(label))

    def _says_what(self, label: Place) -> bool:
        """Whether the header of a row says what its numbers are of, or when, or which they are."""
        said, text = self.said[label], self._text(label)
        return bool(said.terms or said.names or said.times) or any(
            one.search(text) is not None
            for one in (self.words.column_aim, self.words.column_result, self.words.column_before)
        )

    def _of_column(self, index: int, path: tuple[Place, ...]) -> Whose:
        """Whose the numbers of a column are, where its header names a province or a place."""
        columns = self.columns.get(index, set())
        if (id(columns), path) not in self._columns_of:
            self._columns_of[id(columns), path] = self._across(path, columns)
        return self._columns_of[id(columns), path]

    def _across(self, path: tuple[Place, ...], columns: set[tuple[Place, ...]]) -> Whose:
        named = next((one for one in map(self.named.__getitem__, path) if one != Whose()), Whose())
        headers = {one for column in columns for one in column}
        if named.province is not None:
            return named if self._lists_provinces(headers) else Whose(apart=True)
        beside = any(self.words.province_wide.fullmatch(self._text(one)) for one in headers)
        bare = bool(path) and self.words.is_name(self._text(path[-1]))
        unknown = bare and not self.said[path[-1]].terms and not self.said[path[-1]].names
        return Whose(apart=True) if named.apart or (beside and unknown) else Whose()

    def _lists_provinces(self, headers: set[Place]) -> bool:
        """Whether most of the headers of a table are names of provinces."""
        named = [one for one in map(self.named.__getitem__, headers) if not one.total]
        return 2 * sum(one.province is not None for one in named) > len(named)

    def _named(self, header: Place) -> Whose:
        """Whose the numbers under or beside a header are, as far as it alone tells."""
        text = self._text(header)
        numbered = _NUMBERED.match(text)
        start = header[0] + (numbered.end() if numbered else 0)
        if self.words.total_row.fullmatch(text[start - header[0] :]):
            return Whose(total=True)
        if self.words.nationwide_header.fullmatch(text):
            return Whose(apart=True)
        if self._is_local((start, header[1])):
            return Whose(apart=True)
        day = self.gazetteer.day_of(self.document)
        places = list(self.gazetteer(self.document.text, start, header[1], day=day))
        if len(places) == 1:
            rest = self._text((start, places[0].start)) + self._text((places[0].end, header[1]))
            if self.words.joints.fullmatch(rest) is not None:
                return Whose(province=places[0].slug)
        return Whose()

    def _is_local(self, place: Place) -> bool:
        """Whether a header or caption names a place below the province."""
        text = self._text(place)
        return bool(self.localities(text, list(self.gazetteer(text))))


def _is_day(time: Fact) -> bool:
    return isinstance(time.value, Date) and time.value.precision == "day"


def _without(terms: Sequence[TermMention], names: frozenset[str]) -> list[TermMention]:
    """The terms without some of what they state."""
    return _only(terms, frozenset({name for one in terms for name in one.sets}) - names)


def _only(terms: Sequence[TermMention], names: frozenset[str]) -> list[TermMention]:
    """The terms with nothing but some of what they state."""
    kept = []
    for one in terms:
        sets = {name: value for name, value in one.sets.items() if name in names}
        if sets:
            kept.append(one._replace(sets=sets))
    return kept


def within(facts: Sequence[Fact], start: int, end: int) -> Sequence[Fact]:
    """The facts that begin in a stretch of the document; they are in reading order."""
    low = bisect_left(facts, start, key=lambda one: one.start)
    return facts[low : bisect_left(facts, end, lo=low, key=lambda one: one.start)]
