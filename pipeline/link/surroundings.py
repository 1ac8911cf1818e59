"""What stands around the passages of one report: the lines above them, and what those told."""

from __future__ import annotations

from collections.abc import Callable

import regex

from pipeline.language import Memo
from pipeline.link.above import Above, Told
from pipeline.link.context import Context
from pipeline.link.outline import Outline
from pipeline.link.scope import Stretch
from pipeline.link.terms import TermMatcher
from pipeline.link.words import ClauseWords
from pipeline.model import Document

__all__ = ["Surroundings"]

#: A longer line is no title, whatever it ends with.
_LONGEST_TITLE = 160
#: The end of a sentence within a line; *1. Cấp tỉnh:* has none.
_STOP = regex.compile(r"(?<=\p{Ll}\p{M}?|[\d)%])[.;]\s+(?=\S)")
_SENTENCE_ENDS = (".", ";", ",", "!", "?", "…")


class Surroundings:
    """The lines above each passage of a document, filled in from its beginning to its end.

    ``ended`` is the context behind each passage that holds a measured number. ``own_names``
    finds where the text names the province that reports.
    """

    def __init__(
        self,
        document: Document,
        matcher: TermMatcher,
        words: ClauseWords,
        own_names: Callable[[int, int], list[tuple[int, int]]],
    ) -> None:
        self.text, self.passages = document.text, document.passages
        self.matcher, self.words, self.own_names = matcher, words, own_names
        self.outline = Outline(document)
        self.ended: dict[int, Context] = {}
        self._told: Memo[int, Told] = Memo(self._read)
        self.above: Memo[int, Above] = Memo(
            lambda passage: Above([self._told[place] for place in self.outline.above(passage)])
        )

    def led(self, passage: int) -> Context | None:
        """What was told where a passage begins to take a group apart, None where it takes none.

        An item of a list goes on with the nearest line above that counts somebody, and a line
        that only opens with a respect with the one before: *Quy hoạch có 92 đồng chí.*, then
        *Cơ cấu:*, then *- Nữ 25%*.
        """
        if self._tells_respect(passage):
            before = self._before(passage)
            if before is not None:
                return before
        for place in self.outline.above(passage):
            known = self.ended.get(place)
            if known is None and self._tells_respect(place):
                known = self._before(place)
            if known is not None:
                return known
            if self._told[place].names_group:
                return None
        return None

    def _tells_respect(self, place: int) -> bool:
        """Whether a line opens with the respect in which a group is taken apart: *Cơ cấu:*."""
        one = self.passages[place]
        if one.kind in ("cell", "furniture"):
            return False
        return self.words.aspect.match(self.text, one.start, one.end) is not None

    def _before(self, place: int) -> Context | None:
        """What was told before a line that only says in which respect: beside it, not below."""
        above = self.outline.above(place)
        for other in range(place - 1, -1, -1):
            if self.passages[other].kind == "furniture":
                continue
            if len(self.outline.above(other)) > len(above):
                continue
            if self.outline.above(other) != above or other in above:
                return None
            if other in self.ended and not self._tells_respect(other):
                return self.ended[other]
            if not self._tells_respect(other):
                return None
        return None

    def _read(self, place: int) -> Told:
        """Whom a line names that others stand below, or else whom it counts."""
        told = self._named(place)
        if told.names_group and not told.other:
            return told
        context = self.ended.get(place)
        if context is None and self._tells_respect(place):
            context = self._before(place)
        if context is not None and context.group is not None:
            return Told.counted(context.group)
        return told

    def _named(self, place: int) -> Told:
        """Whom a title names, or the last sentence of a line that announces what is below."""
        one = self.passages[place]
        start = self.outline.opening(place)
        line = self.text[start : one.end].rstrip()
        end = start + len(line)
        announces = line.endswith(":")
        if announces:
            stops = [one.end() for one in _STOP.finditer(line)]
            start += stops[-1] if stops else 0
        terms = self.matcher(self.text[start:end]).terms
        told = Told.of(
            self.text, Stretch(start, end), terms, self.own_names(start, end), self.words
        )
        titles = len(line) <= _LONGEST_TITLE and not line.endswith(_SENTENCE_ENDS)
        return told if announces or titles else told.as_of_others()
