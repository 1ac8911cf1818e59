"""Which rules could match at an anchor, told from the few characters on either side of it.

Some seventy rules start from a digit, and hardly more than one of them matches at any given
number. So each rule is also kept in a loosened form that needs only what stands close by: the
rule is left out where a partial match of that form fails, that is, where no continuation of
the characters could make it match. What comes back depends on nothing but those characters,
so it is worked out once for each of the few windows that texts are made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from pipeline.language import Memo
from pipeline.rulebook import CompiledRule

__all__ = ["Ranked", "Sieve", "Unread", "blurred", "loosened"]

#: A rule with its place in the cards.
Ranked = tuple[int, CompiledRule]

#: So many characters of an anchor are looked at, and so many beside it.
_LONGEST = 24
_REACH = 6
_VIEWS = 50_000
_STEP = 2

_ALIKE = bytes.maketrans(b"123456789", b"0" * 9)
_LETTER_BEFORE = regex.compile(r"(?r)(?:[\p{L}_]|\p{L}[-‑–])")


class Sieve:
    """The rules that start from one kind of anchor; called with an anchor."""

    def __init__(self, rules: Sequence[Ranked], *, glued: bool = True) -> None:
        """Make a sieve; where ``glued`` is false, most rules want no letter before the anchor."""
        self.rules = rules
        sides = [_sides(rule) for _, rule in rules]
        self.ahead = Outlook(ahead for ahead, _ in sides)
        self.behind = Outlook((behind for _, behind in sides), backwards=True)
        self.unglued = _bits(
            not glued and rule.before is None and not rule.card.glued for _, rule in rules
        )
        self._ahead = Memo(self.ahead.admitted)
        self._behind = Memo(self._admitted_behind)
        self._chosen = Memo(self._choose)

    def __call__(self, blurred: str, start: int, end: int) -> tuple[Ranked, ...]:
        """The rules that could match at an anchor of a text that is `blurred`."""
        last = (end if end < start + _LONGEST else start + _LONGEST) + _REACH
        first = start - _REACH if start > _REACH else 0
        return self._chosen[self._ahead[blurred[start:last]] & self._behind[blurred[first:start]]]

    def _admitted_behind(self, window: str) -> int:
        admitted = self.behind.admitted(window)
        return admitted & ~self.unglued if _LETTER_BEFORE.match(window) else admitted

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


class View(NamedTuple):
    """What the characters of a window tell of the rules, which are the bits of a number.

    ``admitted`` are those that could match; those among them that more characters may yet
    exclude stand in ``open``, with their patterns.
    """

    admitted: int
    open: tuple[tuple[regex.Pattern[str], int], ...]


class Outlook(Memo[str, View]):
    """The views from one side of the anchors, by window."""

    def __init__(self, sources: Iterable[Loose | None], *, backwards: bool = False) -> None:
        """Make an outlook from the loosened source of each rule, None where all is admitted."""
        super().__init__(self._view, size=_VIEWS)
        bits: dict[Loose | None, int] = {}
        for bit, source in enumerate(sources):
            bits[source] = bits.get(source, 0) | 1 << bit
        patterns = [(regex.compile(*source), rules) for source, rules in bits.items() if source]
        self.first = View(sum(bits.values()), tuple(patterns))
        self.nearer = slice(1, None) if backwards else slice(None, -1)

    def admitted(self, window: str) -> int:
        """The rules that a whole window admits."""
        return self._view(window).admitted

    def _view(self, window: str) -> View:
        """The view from a window, which excludes some of what a part of it leaves open."""
        admitted, open_ = self[window[self.nearer]] if window else self.first
        still_open = []
        whole = (0, len(window))
        for pattern, rules in open_:
            found = pattern.match(window, partial=True)
            if found is None:
                admitted &= ~rules
            elif found.partial or found.span() == whole:
                still_open.append((pattern, rules))
        return View(admitted, tuple(still_open))


# ── loosened patterns ─────────────────────────────────────────────────────────────────────

#: The source and the flags of a loosened pattern.
Loose = tuple[str, int]

_ESCAPE = regex.compile(r"\\(?:[pP]\{[^{}]*\}|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|[dDwWsSntrfv]|[^\w])")
_CLASS = regex.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_QUANTIFIER = regex.compile(r"(?P<times>(?:[*+?]|\{\d*,?\d*\})\??)(?P<possessive>\+)?")
_GROUP = regex.compile(r"\((?:\?(?:P<\w+>|(?:-?i)?:|>|<?[=!]))?(?!\?)")
_LOOKS = frozenset({"(?=", "(?!", "(?<=", "(?<!"})
_PIECE = r"(?P<piece>\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^()\[\\|]|\((?:(?&piece)|\|)*\))"
_LEADING_LOOKS = regex.compile(
    rf"(?(DEFINE){_PIECE})(?P<looks>(?:\(\?<[=!](?:(?&piece)|\|)*\)(?![*+?{{]))*)(?&piece)*"
)


class Unread(ValueError):
    """A construct of regular expressions that cannot be loosened."""


def loosened(source: str, *, backwards: bool = False) -> str:
    r"""A pattern that matches wherever ``source`` does, whichever digits stand there.

    It looks only ahead, or only ``backwards``; what it cannot tell, it takes for granted.

    >>> loosened(r"(?P<year>(?:19|20)\d\d)(?<=\s\d{4})(?!\d|5%)")
    '(?:(?:(?:1|0)(?:9|0)|(?:2|0)0)\\d\\d)(?:)(?:)'
    """
    loose, _ = _Loosening(source, backwards=backwards).alternatives(inside=False)
    return loose


class _Loosening:
    """A pattern on its way from the printed source to the loosened one."""

    def __init__(self, source: str, *, backwards: bool) -> None:
        self.source = source
        self.backwards = backwards
        self.position = 0

    def alternatives(self, *, inside: bool) -> tuple[str, bool]:
        """Everything up to the end of the group, and whether it means just what it did."""
        pieces: list[str] = []
        exact = True
        while self.position < len(self.source) and self.source[self.position] != ")":
            if self._taken("|"):
                pieces.append("|")
                continue
            piece, same = self._group() if self.source[self.position] == "(" else self._single()
            times, gives_back = self._quantifier()
            if times and self.backwards:
                # Backwards, `regex` may miss a partial match where a single character repeats:
                # (?r)aab? in "ab". Among alternatives it is no single character.
                piece = f"(?:{piece}|(?!))"
            pieces.append(piece + times)
            exact = exact and same and gives_back
        if inside != self._taken(")"):
            raise Unread("brackets that do not pair")
        return "".join(pieces), exact

    def _group(self) -> tuple[str, bool]:
        opening = str(self._match(_GROUP).group())
        within, exact = self.alternatives(inside=True)
        if opening == "(?>":
            return f"(?:{within})", False
        if opening not in _LOOKS:
            return f"{opening if opening.endswith(':') else '(?:'}{within})", exact
        other_way = ("<" in opening) != self.backwards
        if other_way or (opening.endswith("!") and not exact):
            return "(?:)", False
        return f"{opening}{within})", exact

    def _single(self) -> tuple[str, bool]:
        """A character, or a class of them; one that minds which digit stands there admits all."""
        first = self.source[self.position]
        if first in "^$":  # the edge of a window is not the edge of the text
            self.position += 1
            return first, False
        if first in "\\[":
            single = str(self._match(_ESCAPE if first == "\\" else _CLASS).group())
        elif first in "{*+?":
            raise Unread(self.source[self.position :])
        else:
            self.position += 1
            single = first
        digits = _digits_of(single)
        if len(digits) in (0, 10):
            return single, True
        return single if "0" in digits else f"(?:{single}|0)", False

    def _quantifier(self) -> tuple[str, bool]:
        """How often the last piece comes; and whether it gives back what it took too much."""
        if self.source[self.position : self.position + 1] not in ("*", "+", "?", "{"):
            return "", True
        found = self._match(_QUANTIFIER)
        return found["times"], found["possessive"] is None

    def _taken(self, character: str) -> bool:
        taken = self.source.startswith(character, self.position)
        self.position += taken
        return taken

    def _match(self, pattern: regex.Pattern[str]) -> regex.Match[str]:
        found = pattern.match(self.source, self.position)
        if found is None:
            raise Unread(self.source[self.position :])
        self.position = found.end()
        return found


@lru_cache(maxsize=4096)
def _digits_of(single: str) -> str:
    """The digits that a single character of a pattern stands for."""
    return "".join(digit for digit in "0123456789" if regex.fullmatch(single, digit))


def _sides(rule: CompiledRule) -> tuple[Loose | None, Loose | None]:
    """The loosened sources of what a rule wants from its anchor on, and of what before it."""
    source = rule.pattern.pattern
    flags = regex.V0 | rule.pattern.flags & regex.IGNORECASE
    if rule.before is not None:
        before = rule.before.pattern.removeprefix("(?r)")
    else:
        # What a choice of patterns begins with is wanted by the first of them alone.
        leading = _LEADING_LOOKS.fullmatch(source)
        before = leading["looks"] if leading else ""
    return _loose(source, flags), _loose(before, flags, backwards=True)


def _loose(source: str, flags: int, *, backwards: bool = False) -> Loose | None:
    try:
        loose = loosened(source, backwards=backwards)
    except Unread:
        return None
    if not loose.replace("(?:)", ""):
        return None
    return (f"(?r){loose}" if backwards else loose), flags
