"""What the column of a table holds: a plan, a result, what was before, a comparison of two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import regex

from pipeline.language import Memo
from pipeline.link.headers import HeaderTexts
from pipeline.link.words import ClauseWords
from pipeline.model import Fact, Place

__all__ = ["Column", "Columns", "Path"]

#: The headers over a cell, from the outermost in.
Path = tuple[Place, ...]

#: *2024/2023*: one year is held against another.
_AGAINST = regex.compile(r"(?<!\d)(?:19|20)\d\d\s*/\s*(?:19|20)\d\d(?!\d)")
_OVER = regex.compile(r"\p{L}[\p{L}\s.]*/\s*\p{L}")


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


class Columns:
    """The columns of one document's tables, each path of headers read once."""

    def __init__(self, headers: HeaderTexts, words: ClauseWords) -> None:
        self.headers, self.words = headers, words
        self.alone: Memo[Path, Column] = Memo(self._alone)

    def among(self, path: Path, beside: Iterable[Path]) -> Column:
        """A column by its headers and by those beside it: a bare rate beside plan and result."""
        column = self.alone[path]
        if column.bare and {self.alone[one].role for one in beside} >= {"target", "actual"}:
            return column._replace(basis="of_plan", compares=True)
        return column

    def role_of_row(self, label: Place) -> str | None:
        """What the header of a row says of its numbers, where years or plans are its rows."""
        text, words = self.headers.text(label), self.words
        if words.aims_column.match(text):
            return "target"
        if words.column_previous.match(text):
            return "previous"
        return None

    def _alone(self, path: Path) -> Column:
        if not path:
            return Column()
        words, said = self.words, self.headers.said
        texts = [self.headers.text(place) for place in path]
        text = " ; ".join(texts)
        terms = [term.sets for place in path for term in said[place].terms]
        times = [time for place in reversed(path) for time in said[place].times]
        column = Column(
            place=path[-1],
            changes=frozenset(sets["change"] for sets in terms if "change" in sets),
            bare=words.rate_column.fullmatch(texts[-1]) is not None,
            derived=words.derived_column.search(texts[-1]) is not None
            and not any(said[place].names for place in path),
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
