"""Whose the numbers of a row or column are: the province's, a place's, a part's, the total."""

from __future__ import annotations

from typing import NamedTuple

import regex

from pipeline.language import Memo
from pipeline.link.columns import Path
from pipeline.link.headers import HeaderTexts
from pipeline.link.localities import Localities
from pipeline.link.words import ClauseWords
from pipeline.model import Place
from pipeline.places import Gazetteer

__all__ = ["Owners", "Shape", "Whose"]

#: The number of a row, before what it names.
_NUMBERED = regex.compile(r"\s*(?:[IVX]+|\d{1,3}(?:\.\d{1,2})*|[a-zđ])[.)/]\s+")


class Whose(NamedTuple):
    """Whose the numbers of a row or column are, as its header says.

    Those of a ``province``; the ``total``; or ``apart``, those of a part: of a place below the
    province, or of what no card knows.
    """

    province: str | None = None
    apart: bool = False
    total: bool = False


class Shape:
    """The headers of one table: of its columns, of its rows, and what stands over it."""

    def __init__(self, caption: Place | None) -> None:
        self.caption = caption
        self.columns: set[Path] = set()
        self.labels: set[Place] = set()
        #: By the place of a row header, the lines across the table that it stands below.
        self.bands: dict[Place, Path] = {}
        #: By the place of a header that is a level, its level; nothing for one of several.
        self.levels: dict[Place, str] = {}
        #: By the place of a row header, the innermost column header over it.
        self.over: dict[Place, Place] = {}
        #: By the place of a row header, that of the row which it is a part of.
        self.whole: dict[Place, Place] = {}
        #: By the headers of a column, whose its numbers are.
        self.across: dict[Path, Whose] = {}
        self.lists_provinces: bool | None = None


class Owners:
    """Whose the numbers in the tables of one document are."""

    def __init__(
        self,
        headers: HeaderTexts,
        words: ClauseWords,
        gazetteer: Gazetteer,
        localities: Localities,
    ) -> None:
        self.headers, self.words = headers, words
        self.gazetteer, self.localities = gazetteer, localities
        self.named: Memo[Place, Whose] = Memo(self._named)

    def of_cell(self, shape: Shape, label: Place | None, path: Path, bands: Path) -> Whose:
        """Whose a number is: by the bands over its row, by its row, by its column."""
        for band in bands:
            named = self.named[band]
            if named.apart or named.province:
                return named
        across = self._of_column(shape, path)
        if label is None or across.province is not None or across.apart:
            return across
        return self._of_row(shape, label)

    def is_local(self, place: Place) -> bool:
        """Whether a header or caption names a place below the province."""
        text = self.headers.text(place)
        day = self.gazetteer.day_of(self.headers.document)
        return bool(self.localities(text, list(self.gazetteer(text, day=day))))

    def _of_row(self, shape: Shape, label: Place) -> Whose:
        if label in shape.levels:
            return Whose(apart=not shape.levels[label])
        whose = self.named[label]
        if whose.province is not None:
            if shape.lists_provinces is None:
                shape.lists_provinces = self._lists_provinces(shape.labels)
            if not shape.lists_provinces:
                # Quảng Ninh is also a district of Quảng Bình.
                return Whose(apart=len(shape.labels) > 1)
        if whose != Whose() or len(shape.labels) < 2:
            return whose
        over = shape.over.get(label)
        if over is not None and self.words.place_column.match(self.headers.text(over)) is not None:
            return Whose(apart=self.words.tier_row.match(self.headers.text(label)) is None)
        return Whose(apart=not self._says_what(label))

    def _says_what(self, label: Place) -> bool:
        """Whether the header of a row says what its numbers are of, or when, or which they are."""
        said, text = self.headers.said[label], self.headers.text(label)
        return bool(said.terms or said.names or said.times) or any(
            one.search(text) is not None
            for one in (self.words.column_aim, self.words.column_result, self.words.column_before)
        )

    def _of_column(self, shape: Shape, path: Path) -> Whose:
        """Whose the numbers of a column are, where its header names a province or a place."""
        if path and path[-1] in shape.levels:
            return Whose(apart=not shape.levels[path[-1]])
        if path not in shape.across:
            shape.across[path] = self._across(path, shape.columns)
        return shape.across[path]

    def _across(self, path: Path, columns: set[Path]) -> Whose:
        named = next((one for one in map(self.named.__getitem__, path) if one != Whose()), Whose())
        headers = {one for column in columns for one in column}
        if named.province is not None:
            return named if self._lists_provinces(headers) else Whose(apart=True)
        text, said = self.headers.text, self.headers.said
        beside = any(self.words.province_wide.fullmatch(text(one)) for one in headers)
        bare = bool(path) and self.words.is_name(text(path[-1]))
        unknown = bare and not said[path[-1]].terms and not said[path[-1]].names
        apart = named.apart or (beside and unknown) or self._is_unknown_part(path, columns)
        return Whose(apart=True) if apart else Whose()

    def is_unknown(self, path: Path) -> bool:
        """Whether a column is named, by what no card knows: *Diện tích*, *Men*."""
        if not path or self.named[path[-1]] != Whose() or self._says_what(path[-1]):
            return False
        text = self.headers.text(path[-1])
        return self.words.whole_column.fullmatch(text) is None and any(map(str.isalpha, text))

    def _is_unknown_part(self, path: Path, columns: set[Path]) -> bool:
        """Whether no card knows a column that stands beside the total, or beside a part.

        *Nam* and *Nữ*, *Men* and *Women*: the one is a part as the other is.
        """
        if not self.is_unknown(path):
            return False
        if any(self.words.opens_part.match(self.headers.text(one)) for one in path[:-1]):
            return True
        beside = [one[-1] for one in columns if one != path and one[:-1] == path[:-1]]
        return any(self.named[one].total or self._is_part(one) for one in beside)

    def _is_part(self, header: Place) -> bool:
        """Whether a header names a part of people: *Nữ*, *Dân tộc thiểu số*."""
        said = self.headers.said[header]
        told = {name for one in said.terms for name in one.sets}
        return "attribute" in told and "topic" not in told and not said.names

    def _lists_provinces(self, headers: set[Place]) -> bool:
        """Whether most of the headers of a table are names of provinces."""
        named = [one for one in map(self.named.__getitem__, headers) if not one.total]
        return 2 * sum(one.province is not None for one in named) > len(named)

    def _named(self, header: Place) -> Whose:
        """Whose the numbers under or beside a header are, as far as it alone tells."""
        text = self.headers.text(header)
        numbered = _NUMBERED.match(text)
        start = header[0] + (numbered.end() if numbered else 0)
        if self.words.total_row.fullmatch(text[start - header[0] :]):
            return Whose(total=True)
        if self.words.nationwide_header.fullmatch(text):
            return Whose(apart=True)
        if self.is_local((start, header[1])):
            return Whose(apart=True)
        places = list(self.gazetteer.named_in(self.headers.document, start, header[1]))
        if len(places) == 1:
            beside = (start, places[0].start), (places[0].end, header[1])
            if self.words.joints.fullmatch("".join(map(self.headers.text, beside))) is not None:
                return Whose(province=places[0].whose)
        return Whose()
