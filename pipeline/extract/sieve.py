"""Which rules could match at an anchor, told from the characters on either side of it.

Some seventy rules start from a digit, and hardly more than one of them matches at any given
number. So the characters beside the number are looked at first, those of all rules in one go
(`outlook`), and a rule that no continuation of them could make match is not tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

import regex

from pipeline.extract.outlook import Outlook, Source
from pipeline.language import Memo
from pipeline.rulebook import CompiledRule

__all__ = ["Ranked", "Sieve", "blurred"]

#: A rule with its place in the cards.
Ranked = tuple[int, CompiledRule]

#: So many characters are looked at from an anchor on, and so many before it.
_AHEAD = 16
_BEHIND = 5

_ALIKE = bytes.maketrans(b"123456789", b"0" * 9)
_LETTER_BEFORE = regex.compile(r"(?r)(?:[\p{L}_]|\p{L}[-‑–])")
_PIECE = r"(?P<piece>\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^()\[\\|]|\((?:(?&piece)|\|)*\))"
_LEADING_LOOKS = regex.compile(
    rf"(?(DEFINE){_PIECE})(?P<looks>(?:\(\?<[=!](?:(?&piece)|\|)*\)(?![*+?{{]))*)(?&piece)*"
)


class Sieve:
    """The rules that start from one kind of anchor; called with an anchor."""

    def __init__(self, rules: Sequence[Ranked], *, glued: bool = True) -> None:
        """Make a sieve; where ``glued`` is false, most rules want no letter before the anchor."""
        self.rules = rules
        self.unglued = _bits(
            not glued and not rule.source_before and not rule.card.glued for _, rule in rules
        )
        self._behind = Memo(self._admitted_behind)
        self._chosen = Memo(self._choose)

    @cached_property
    def ahead(self) -> Outlook:
        """What is wanted from an anchor on; taken apart when a text first has one."""
        return Outlook([_ahead(rule) for _, rule in self.rules])

    @cached_property
    def behind(self) -> Outlook:
        """What is wanted before an anchor."""
        return Outlook([_behind(rule) for _, rule in self.rules], backwards=True)

    def __call__(self, blurred: str, start: int) -> tuple[Ranked, ...]:
        """The rules that could match at an anchor of a text that is `blurred`."""
        before = blurred[start - _BEHIND if start > _BEHIND else 0 : start]
        window = blurred[start : start + _AHEAD]
        ahead = self.ahead.admitted(window, ended=len(window) < _AHEAD)
        return self._chosen[ahead & self._behind[before]]

    def _admitted_behind(self, before: str) -> int:
        admitted = self.behind.admitted(before[::-1], ended=len(before) < _BEHIND)
        return admitted & ~self.unglued if _LETTER_BEFORE.match(before) else admitted

    def _choose(self, admitted: int) -> tuple[Ranked, ...]:
        return tuple(rule for bit, rule in enumerate(self.rules) if admitted >> bit & 1)


def blurred(text: str) -> str:
    """The text with its digits all alike, so that few windows stand for many.

    >>> blurred("đạt 26,87% năm 2022")
    'đạt 00,00% năm 0000'
    """
    # Over bytes, since `str.translate` takes its time over letters beyond ASCII.
    return text.encode("utf-8", "surrogatepass").translate(_ALIKE).decode("utf-8", "surrogatepass")


def _bits(flags: Iterable[bool]) -> int:
    return sum(flag << bit for bit, flag in enumerate(flags))


def _ahead(rule: CompiledRule) -> Source:
    """The source of what a rule wants from its anchor on."""
    return rule.source, rule.flags


def _behind(rule: CompiledRule) -> Source:
    """The source of what a rule wants before its anchor."""
    before = rule.source_before
    if not before and rule.source.startswith(("(?<=", "(?<!")):
        # What a choice of patterns begins with is wanted by the first of them alone.
        leading = _LEADING_LOOKS.fullmatch(rule.source)
        before = leading["looks"] if leading else ""
    return before, rule.flags
