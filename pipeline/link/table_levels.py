"""Tables by level: rows or columns that are levels of government, and only called by their nouns.

*Cấp | Kỷ luật đảng viên*, and below it *Tỉnh*, *Huyện*, *Cơ sở, chi bộ*, *Cộng*.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

import regex

from pipeline.language import Memo
from pipeline.link.columns import Path
from pipeline.link.headers import HeaderTexts
from pipeline.link.words import ClauseWords
from pipeline.model import Place

__all__ = ["TableLevels"]

#: What stands before the name of a level: a number or a sign of its row.
_MARK = regex.compile(r"[\W\d_]*(?:[IVX]+[.)/]\s*|[a-zđ][.)]\s+)?")
#: A table of levels without a word for it has so many at least.
_SEVERAL = 2


class TableLevels:
    """The levels that the headers of one document name, in tables that are by level."""

    def __init__(self, headers: HeaderTexts, words: ClauseWords) -> None:
        self.headers, self.words = headers, words
        self.named: Memo[Place, str | None] = Memo(self._named)

    def of_rows(
        self, labels: Mapping[Place, Path], over: Iterable[Place], parts: Container[Place]
    ) -> dict[Place, str]:
        """By the header of a row its level, nothing for one of several; in another table none.

        A table is by level where the header ``over`` its rows says so, or where its rows are
        nothing but levels, two at least, their ``parts``, and totals. ``labels`` has the bands over
        each row.
        """
        text, fits = self.headers.text, self.words.level_column.fullmatch
        levels = {label: self.named[label] for label in labels}
        if not any(fits(text(one)) for one in over):
            alone = all(
                level is not None or label in parts or self._is_total(label)
                for label, level in levels.items()
            )
            if not alone or len(_told(levels)) < _SEVERAL:
                return {}
        groups: dict[Path, dict[Place, str | None]] = {}
        for label, bands in labels.items():
            groups.setdefault(bands, {})[label] = levels[label]
        return {label: level for one in groups.values() for label, level in _once(one).items()}

    def of_columns(self, columns: Iterable[Path]) -> dict[Place, str]:
        """By the innermost header of a column its level, where columns side by side are levels.

        *Chỉ tiêu | Tỉnh | Huyện | Cơ sở | Cộng*.
        """
        groups: dict[Path, set[Place]] = {}
        for path in columns:
            groups.setdefault(path[:-1], set()).add(path[-1])
        found: dict[Place, str] = {}
        for places in groups.values():
            levels = {place: self.named[place] for place in places}
            if len(_told(levels)) >= _SEVERAL:
                found |= _once(levels)
        return found

    def _is_total(self, label: Place) -> bool:
        return self.words.total_row.fullmatch(self.headers.text(label)) is not None

    def _named(self, header: Place) -> str | None:
        """The level that a header is nothing but the name of; nothing in it for several."""
        text = self.headers.text(header)
        mark = _MARK.match(text)
        start = mark.end() if mark else 0
        if text[start:].strip() == "":
            return None
        for term in self.headers.said[header].terms:
            left = text[term.end - header[0] :].strip(" :.")
            whole = term.start <= header[0] + start and not left
            if whole and term.sets.keys() == {"level"}:
                return term.sets["level"]
        each = self.words.level_joint.split(text[start:].strip(" :."))
        parts = [self._level(one) for one in each]
        if None in parts:
            return None
        return parts[0] if len(set(parts)) == 1 else ""

    def _level(self, text: str) -> str | None:
        """The level of a noun: *cơ sở*, *khối huyện*, *Province*."""
        named = self.words.level_label.fullmatch(text)
        return self.words.level_of_label[named["level"].casefold()] if named else None


def _told(levels: Mapping[Place, str | None]) -> set[str]:
    """The different levels that headers name."""
    return {level for level in levels.values() if level}


def _once(levels: Mapping[Place, str | None]) -> dict[Place, str]:
    """The levels of headers, none for those that two share: each of them is only a part of it.

    *Đảng ủy cơ sở* and *chi bộ* are two parts of the grassroots.
    """
    told = [level for level in levels.values() if level]
    return {
        place: level if told.count(level) == 1 else ""
        for place, level in levels.items()
        if level is not None
    }
