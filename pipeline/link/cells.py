"""Numbers in table cells: what they are about stands in their headers and over the table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import regex

from pipeline.link.columns import Column, Columns, Path
from pipeline.link.headers import HeaderTexts, Said, only, without
from pipeline.link.localities import Localities
from pipeline.link.owners import Owners, Shape, Whose
from pipeline.link.table_levels import TableLevels
from pipeline.link.terms import Name, TermMatcher, TermMention
from pipeline.link.words import ClauseWords
from pipeline.model import Date, Document, Fact, Observation, Passage, Place
from pipeline.places import Gazetteer
from pipeline.tables import Table, tables_of

__all__ = ["Headers", "Tables"]

#: What a row says with the row above that it is a part of.
_OF_WHOLE = frozenset({"population", "body", "level", "topic"})
#: What the words over a table say of all that stands in it.
_OF_CAPTION = frozenset({"population", "body", "level"})
#: What the headers of a column say as a whole.
_OF_COLUMN = frozenset({"role", "change", "basis"})
#: What two rows of one indicator differ in.
_ALIKE = (
    "indicator", "level", "body", "population", "attribute", "role", "stage", "change", "period",
    "province",
)  # fmt: skip
#: So many columns a table of one measure has: that of the names of its rows, and its numbers.
_ONE = 2
#: So many characters a caption has at most.
_CAPTION = 200
_ENDED = regex.compile(r"[.:;]\s*$")
_PART = regex.compile(r"\s*[-–—+•*]\s*")


class Headers(NamedTuple):
    """What is said of a cell; offsets are in the document.

    The row header comes first, then the column headers from the innermost out, then the row
    above that it is a part of, then the caption: the nearer one decides. ``heads`` are the places
    of the headers, the nearest first.
    """

    terms: tuple[TermMention, ...]
    names: tuple[Name, ...]
    column: Column
    whose: Whose
    period: Fact | None
    heads: Path = ()

    def change_of(self, *, negative: bool) -> str | None:
        """The change that a column of differences tells, by the sign where it has two."""
        changes = self.column.changes
        if len(changes) == 2:
            return "decrease" if negative else "increase"
        return next(iter(changes), None)


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
        self.document, self.words = document, words
        self.headers = HeaderTexts(document, facts, matcher)
        self.columns = Columns(self.headers, words)
        self.owners = Owners(self.headers, words, gazetteer, localities)
        self.levels = TableLevels(self.headers, words)
        #: By cell, its table.
        self.shapes: dict[int, Shape] = {}
        #: The headers of rows that hold bare numbers.
        self.row_headers: set[Place] = set()
        bare = {
            one.passage
            for one in facts
            if one.text == self.headers.text((one.sentence_start, one.sentence_end)).strip()
        }
        for table in tables_of(document):
            self._read(table, bare)

    def headers_of(self, index: int) -> Headers | None:
        """What is said of the cell that a passage is; nothing for one without headers."""
        passage = self.document.passages[index]
        if (passage.start, passage.end) in self.row_headers:
            # *Tỷ lệ hộ nghèo dưới 5%*: what a row is named after is measured in its cells.
            return Headers((), (), Column(), Whose(apart=True), None)
        if not passage.headers:
            return None
        shape = self.shapes[index]
        path, labels = _parted(passage)
        label = labels[0] if labels else None
        column = self.columns.among(path, shape.columns)
        if label is not None and column.role is None and not column.compares:
            column = column._replace(role=self.columns.role_of_row(label))
        whose = self.owners.of_cell(shape, label, path, labels[1:])
        said = self.headers.said
        times = [time for one in labels if self._tells(shape, one) for time in said[one].times]
        found = Headers((), (), column, whose, column.period or next(iter(times), None))
        found = found._replace(heads=(*labels[:1], *reversed(path)))
        found = self._beside(shape, found, path, labels)
        if label in shape.whole:
            terms = only(self._said(shape, shape.whole[label]).terms, _OF_WHOLE)
            found = found._replace(terms=(*found.terms, *terms))
        if not shape.caption:
            return found
        measured = found.names or any("topic" in one.sets for one in found.terms)
        if not measured and len(shape.columns) > _ONE and self.owners.is_unknown(path):
            # *Diện tích* under *Thu ngân sách các huyện* is not what the caption names.
            found = found._replace(whose=found.whose._replace(apart=True))
        return self._under(found, shape.caption)

    def _tells(self, shape: Shape, label: Place) -> bool:
        """Whether a label may say when a number was: a year of birth does not."""
        over = shape.over.get(label)
        return over is None or self.words.uncounted.match(self.headers.text(over)) is None

    def _said(self, shape: Shape, place: Place) -> Said:
        """What a header says; one that is a level says nothing else."""
        said = self.headers.said[place]
        if place not in shape.levels:
            return said
        level = shape.levels[place]
        terms = (TermMention(*place, "table_level", {"level": level}),) if level else ()
        return Said(terms, (), said.times)

    def _beside(self, shape: Shape, found: Headers, path: Path, labels: Path) -> Headers:
        """What the header of the row and those of the column say, the nearest first."""
        beside = [self._said(shape, one) for one in (*labels[:1], *reversed(labels[1:]))]
        over = [self._said(shape, one) for one in reversed(path)]
        terms = [term for one in beside for term in one.terms]
        terms += [term for one in over for term in without(one.terms, _OF_COLUMN)]
        names = tuple(name for one in (*beside, *over) for name in one.names)
        return found._replace(terms=tuple(terms), names=names)

    def _under(self, found: Headers, caption: Place) -> Headers:
        """The headers of a cell with what the caption adds to them."""
        above = self.headers.said[caption]
        terms = only(above.terms, self._lent(found, above))
        names = found.names
        bare = not names and all(one.sets.keys() <= _OF_COLUMN for one in found.terms)
        if bare and len({one.indicator for one in above.names}) == 1:
            names = above.names[:1]
        whose, period = found.whose, found.period
        if whose.province is None and self.owners.is_local(caption):
            whose = whose._replace(apart=True)
        if period is None:
            period = next((one for one in above.times if not _is_day(one)), None)
        terms = [*found.terms, *terms]
        return Headers(tuple(terms), names, found.column, whose, period, found.heads)

    def _lent(self, found: Headers, above: Said) -> frozenset[str]:
        """What a caption may say of a cell; a column that names what it measures is of that."""
        if found.names or any("topic" in one.sets for one in found.terms):
            return frozenset({"level"})
        topics = {one.sets["topic"] for one in above.terms if "topic" in one.sets}
        return _OF_CAPTION | ({"topic"} if len(topics) == 1 else set())

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
                groups[_parted(passage)[0], said.fact.kind, *alike].append(place)
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
        _, labels = _parted(self.document.passages[said.fact.passage])
        levels = self.shapes[said.fact.passage].levels
        return any(self.owners.named[one].total for one in labels if one not in levels)

    # ── the shape of the tables ───────────────────────────────────────────────────────

    def _read(self, table: Table, bare: set[int]) -> None:
        """What stands over a table, and which of its rows are parts of others.

        ``bare`` are the passages that are nothing but a number.
        """
        shape = Shape(self._caption(table))
        parent: Place | None = None
        for index in (index for row in table.rows for index in row):
            self.shapes[index] = shape
            passage = self.document.passages[index]
            path, labels = _parted(passage)
            if path:
                shape.columns.add(path)
                shape.over[passage.start, passage.end] = path[-1]
            if labels and index in bare:
                self.row_headers.add(labels[0])
            shape.labels.update(labels[:1])
            shape.bands.update(dict.fromkeys(labels[:1], labels[1:]))
            if labels and labels[0] not in shape.whole:
                if not self._is_part(labels[0]):
                    parent = labels[0]
                elif parent is not None:
                    shape.whole[labels[0]] = parent
        over = {shape.over[one] for one in shape.bands if one in shape.over}
        shape.levels |= self.levels.of_rows(shape.bands, over, shape.whole)
        shape.levels |= self.levels.of_columns(shape.columns)

    def _caption(self, table: Table) -> Place | None:
        """Of the lines over a table its caption: a title, with a line for the unit below it."""
        for above in table.above:
            place = self.document.passages[above].start, self.document.passages[above].end
            text = self.headers.text(place)
            if self.words.unit_line.match(text) or self.words.attached.match(text):
                continue
            titled = self.words.captions.match(text) is not None
            short = len(text) <= _CAPTION and not _ENDED.search(text)
            return place if titled or short else None
        return None

    def _is_part(self, label: Place) -> bool:
        text = self.headers.text(label)
        return _PART.match(text) is not None or self.words.part_row.match(text) is not None


def _parted(passage: Passage) -> tuple[Path, Path]:
    """The headers over a cell, from the outermost in, and those of its row, the label first."""
    return passage.headers[: passage.columns], passage.headers[passage.columns :]


def _is_day(time: Fact) -> bool:
    return isinstance(time.value, Date) and time.value.precision == "day"
