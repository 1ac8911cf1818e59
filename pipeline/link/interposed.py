"""Places between the words of a term: *Tỷ lệ lao động của tỉnh qua đào tạo*.

Whose a number is may stand anywhere in the name of what it measures, so the name is read over it.
So may how many of how many are meant: *100% số xã (91/91) đạt chuẩn nông thôn mới*.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import regex

from pipeline.language import alternatives, late
from pipeline.places import NamedPlace

__all__ = ["Interposed", "Window"]

#: A name of up to four words.
_NAME = r"(?-i:\p{Lu}[\p{L}\p{M}]*(?:[\s-]\p{Lu}[\p{L}\p{M}]*){0,3})"
#: Whatever has no other words beside it stands between none.
_INSIDE = r"(?<=[\p{L}\p{M})])\s+"
_GOES_ON = r"(?=\s+[\p{L}\p{M}(])"
_POSSESSIVE = r"['’]s"
#: How many of how many, alone in a bracket.
_OUT_OF = regex.compile(r"(?<=[\p{L}\p{M}])\s+\(\d[\d.,]*/\d[\d.,]*\)(?=\s+[\p{L}\p{M}])")


class Window(NamedTuple):
    """Words of a sentence without a place between them: it stood at ``cut``, ``width`` wide."""

    text: str
    start: int
    cut: int
    width: int

    def straddles(self, start: int, end: int) -> bool:
        """Whether something begins before the place and ends behind it."""
        return start < self.cut < end

    def holds(self, start: int, end: int) -> bool:
        """Whether something in the sentence is a part of the place."""
        place = self.start + self.cut
        return place <= start and end <= place + self.width


class Interposed:
    """Finds the places of a sentence that may stand in a term; built from a language's lists.

    So many characters as ``reach`` on either side of a place hold the longest term.
    """

    def __init__(self, lists: Mapping[str, Sequence[str]], reach: int) -> None:
        self._reach = reach
        leads, wholes, kinds = (
            alternatives(lists.get(name, ())) or "(?!)"
            for name in ("interposed_leads", "interposed_wholes", "interposed_kinds")
        )
        kind = rf"(?:{_NAME}\s+)?(?:{kinds})(?!\w)(?:\s+{_NAME})?"
        self._of_kind = late(
            rf"(?i){_INSIDE}(?:(?:{leads})\s+(?:(?:{wholes})\s+)?{kind}"
            rf"|(?:{wholes})\s+{kind}(?:{_POSSESSIVE})?|(?:{kinds})\s+{_NAME}){_GOES_ON}"
        )
        self._before = late(
            rf"(?ri){_INSIDE}(?:(?:{leads})\s+)?(?:(?:{wholes})\s+)?(?:(?:{kinds})\s+)?"
        )
        self._behind = late(rf"(?i)(?:\s+(?:{kinds}))?(?P<owns>{_POSSESSIVE})?{_GOES_ON}")
        self._owner = late(rf"(?ri){_INSIDE}")

    def windows(self, sentence: str, places: Sequence[NamedPlace]) -> Iterator[Window]:
        """The words around each place that other words surround; offsets are the sentence's."""
        last = 0
        counted = (one.span() for one in _OUT_OF.finditer(sentence))
        said = {*self._of_kinds(sentence), *self._named(sentence, places), *counted}
        for start, end in sorted(said):
            if start < last:
                continue
            last = end
            low = sentence.rfind(" ", 0, max(0, start - self._reach)) + 1
            high = sentence.find(" ", end + self._reach)
            high = len(sentence) if high < 0 else high
            text = sentence[low:start] + sentence[end:high]
            yield Window(text, low, start - low, end - start)

    def _of_kinds(self, sentence: str) -> Iterator[tuple[int, int]]:
        for found in self._of_kind.finditer(sentence):
            yield found.span()

    def _named(self, sentence: str, places: Sequence[NamedPlace]) -> Iterator[tuple[int, int]]:
        for place in places:
            behind = self._behind.match(sentence, place.end)
            if behind is None:
                continue
            lead = self._owner if behind["owns"] else self._before
            before = lead.match(sentence, 0, place.start)
            if before is not None:
                yield before.start(), behind.end()
