"""What stands around the passages of one report: the lines above them, and what those told."""

from __future__ import annotations

from collections.abc import Callable

import regex

from pipeline.language import Memo
from pipeline.link.above import Above, Told
from pipeline.link.context import Context
from pipeline.link.headings import Heading
from pipeline.link.lists import Lists
from pipeline.link.outline import Outline
from pipeline.link.scope import Stretch
from pipeline.link.words import ClauseWords
from pipeline.model import Document, Passage

__all__ = ["Surroundings"]

#: A longer line is no title, whatever it ends with.
_LONGEST_TITLE = 160
#: The end of a sentence within a line; *1. Cấp tỉnh:* has none.
_STOP = regex.compile(r"(?<=\p{Ll}\p{M}?|[\d)%])[.;]\s+(?=\S)")
#: What a line with numbers counts: *1. Cấp ủy cấp xã: 412 đồng chí*.
_LABEL = regex.compile(r"[^:;.\d]{3,160}:")
_DIGIT = regex.compile(r"\d")
_SENTENCE_ENDS = (".", ";", ",", "!", "?", "…")


class Surroundings:
    """The lines above each passage of a document, filled in from its beginning to its end.

    ``ended`` is the context behind each passage that holds a measured number. ``own_names``
    finds where the text names the province that reports.
    """

    def __init__(
        self,
        document: Document,
        outline: Outline,
        lists: Lists,
        words: ClauseWords,
        own_names: Callable[[int, int], list[tuple[int, int]]],
    ) -> None:
        self.text, self.passages = document.text, document.passages
        self.lists, self.matcher = lists, lists.matcher
        self.words, self.own_names = words, own_names
        self.outline = outline
        self.ended: dict[int, Context] = {}
        self._told: Memo[int, Told] = Memo(self._read)
        self._tells_respect: Memo[int, bool] = Memo(self._opens_with_respect)
        self._before: Memo[int, int | None] = Memo(self._beside)
        self.above: Memo[int, Above] = Memo(
            lambda passage: Above([self._told[place] for place in self.outline.above(passage)])
        )

        self._headings: Memo[Passage | None, Heading] = Memo(
            lambda line: Heading.of(document, lists.matcher, words, line)
        )

    def heading(self, passage: int) -> Heading:
        """What the heading over a passage says, or the line that announces its list."""
        heading = self._headings[self.lists.heading_of(passage)]
        return heading._replace(over_items=self.heading_of_list(passage).topic)

    def heading_of_list(self, passage: int) -> Heading:
        """The same, or else what the line right above the items of a list says."""
        heading = self._headings[self.lists.heading_of(passage)]
        return heading if heading.topic else self._headings[self.lists.above_items(passage)]

    def led(self, passage: int) -> Context | None:
        """What was told where a passage begins to take a group apart, None where it takes none.

        An item of a list goes on with the nearest line above that counts somebody, and a line
        that only opens with a respect with the one before: *Quy hoạch có 92 đồng chí.*, then
        *Cơ cấu:*, then *- Nữ 25%*.
        """
        before = self._told_before(passage)
        if before is not None:
            return before
        for place in self.outline.above(passage):
            known = self.ended.get(place) or self._told_before(place)
            if known is not None:
                return known
            if self._told[place].names_group:
                return None
        return None

    def _opens_with_respect(self, place: int) -> bool:
        """Whether a line opens with the respect in which a group is taken apart: *Cơ cấu:*."""
        one = self.passages[place]
        if one.kind in ("cell", "furniture"):
            return False
        start = self.outline.opening(place)
        return self.words.aspect.match(self.text, start, one.end) is not None

    def _told_before(self, place: int) -> Context | None:
        """What was told before a line that only says in which respect: beside it, not below."""
        before = self._before[place] if self._tells_respect[place] else None
        return self.ended.get(before) if before is not None else None

    def _beside(self, place: int) -> int | None:
        """The line before one of a respect, beside it; behind others of one, that before them."""
        other = self.outline.before(place)
        while other is not None and self._tells_respect[other]:
            if other in self._before:
                return self._before[other]
            other = self.outline.before(other)
        return other

    def _read(self, place: int) -> Told:
        """Whom a line names that others stand below, or else whom it counts."""
        told = self._named(place)
        if told.names_group and not told.other:
            return told
        context = self.ended.get(place) or self._told_before(place)
        if context is not None and context.group is not None:
            return Told.counted(context.group)
        return told

    def _named(self, place: int) -> Told:
        """Whom a title names, the last sentence of a line with a colon, or else its label."""
        start, end = self.outline.opening(place), self.passages[place].end
        line = self.text[start:end].rstrip()
        end = start + len(line)
        announces = line.endswith(":")
        stops = [one.end() for one in _STOP.finditer(line)]
        label = _LABEL.match(self.text, start, end)
        if label is not None and _DIGIT.search(line) is not None:
            last = self._told_in(start + stops[-1], end) if announces and stops else Told()
            return self._told_in(start, label.end()) if last.says_nothing else last
        if announces:
            return self._told_in(start + stops[-1] if stops else start, end)
        titles = len(line) <= _LONGEST_TITLE and not line.endswith(_SENTENCE_ENDS)
        told = self._told_in(start, end)
        return told if titles else told.as_of_others()

    def _told_in(self, start: int, end: int) -> Told:
        """Whom some words of a line name."""
        terms = self.matcher(self.text[start:end]).terms
        places = self.own_names(start, end)
        return Told.of(self.text, Stretch(start, end), terms, places, self.words)
