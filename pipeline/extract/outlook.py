"""Which patterns could still match, told one character after the other.

Patterns are taken apart into pieces, and what must still come for them to match is a `Rest`, by
each character the rest that is wanted behind it. Rests are worked out when a text first asks
for them; texts are made of few, so that most of the time a character costs one look at a
dictionary.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache, reduce
from operator import or_
from string import printable

import regex

from pipeline.language import Memo

__all__ = ["Outlook", "Pieces", "Rests", "Source", "Unread"]

#: The source of a pattern and its flags.
Source = tuple[str, int]

#: Characters as the bits of a number.
Letters = int

#: So many ways to go on are looked at together once, for all that may stand beside them.
_MANY = 8

_IGNORECASE = int(regex.IGNORECASE)


class Alphabet(dict[str, Letters]):
    """The bit of each letter that patterns name.

    Any other has the lowest bit, which every piece takes on trial.
    """

    def __missing__(self, letter: str) -> Letters:
        return 1


class Unread(ValueError):
    """A construct of regular expressions that cannot be taken apart."""


# ── rests ─────────────────────────────────────────────────────────────────────────────────


class Rest(dict[str, "Rest"]):
    """What must still come for patterns to match; by each next letter, what must come then.

    ``patterns`` are those that could match, as the bits of a number; it is ``settled`` where
    no further letter could change that. Only one of ``letters`` may come next.
    """

    __slots__ = ("_ending", "letters", "patterns", "rests")
    __hash__ = object.__hash__  # type: ignore[assignment]
    settled = False

    def __init__(self, rests: Rests, patterns: int, letters: Letters) -> None:
        """Take what makes further rests, the patterns that want this, and what may come next."""
        self.rests, self.patterns, self.letters = rests, patterns, letters

    def __eq__(self, other: object) -> bool:
        """Rests are made once (see `Rests`): those that are equal are the same."""
        return self is other

    def __missing__(self, letter: str) -> Rest:
        come = self.letters & self.rests.alphabet[letter]
        rest = self[letter] = self._after(letter) if come else self.rests.lost
        return rest

    def _after(self, letter: str) -> Rest:
        return self.rests.lost

    @property
    def ending(self) -> int:
        """The patterns that could match where the text ends here."""
        try:
            return self._ending
        except AttributeError:
            self._ending: int = self._at_the_end()
            return self._ending

    def _at_the_end(self) -> int:
        return 0


class _Settled(Rest):
    """Nothing more is wanted: it matches, or it does not, whatever comes."""

    __slots__ = ()
    settled = True

    def __missing__(self, letter: str) -> Rest:
        return self

    def _at_the_end(self) -> int:
        return self.patterns


class _Then(Rest):
    """A piece must come, and then a rest."""

    __slots__ = ("piece", "rest")

    def __init__(self, rests: Rests, piece: Piece, rest: Rest) -> None:
        self.rests, self.patterns = rests, rest.patterns
        self.letters = piece.takes | rest.letters if piece.optional else piece.takes
        self.piece, self.rest = piece, rest

    def _after(self, letter: str) -> Rest:
        skipped = self.rest[letter] if self.piece.optional else self.rests.lost
        return self.piece.after(letter, self.rest, skipped, self.rests)

    def _at_the_end(self) -> int:
        return self.rest.ending if self.piece.optional else 0


class _Either(Rest):
    """One of several rests must come."""

    __slots__ = ("choice",)

    def __init__(self, rests: Rests, choice: frozenset[Rest]) -> None:
        patterns = letters = 0
        for one in choice:
            patterns |= one.patterns
            letters |= one.letters
        super().__init__(rests, patterns, letters)
        self.choice = choice

    def _after(self, letter: str) -> Rest:
        bit = self.rests.alphabet[letter]
        return self.rests.either([one[letter] for one in self.choice if one.letters & bit])

    def _at_the_end(self) -> int:
        return _all_bits(one.ending for one in self.choice)


class _Both(Rest):
    """Each of several rests must come, all from here."""

    __slots__ = ("wanted",)

    def __init__(self, rests: Rests, wanted: frozenset[Rest]) -> None:
        patterns, letters = 0, -1
        for one in wanted:
            patterns |= one.patterns
            letters &= one.letters
        super().__init__(rests, patterns, letters)
        self.wanted = wanted

    def _after(self, letter: str) -> Rest:
        return self.rests.both([one[letter] for one in self.wanted])

    def _at_the_end(self) -> int:
        return _all_bits(one.ending for one in self.wanted)


class _Unless(Rest):
    """A rest must not come."""

    __slots__ = ("banned",)

    def __init__(self, rests: Rests, banned: Rest) -> None:
        super().__init__(rests, 0, -1)
        self.banned = banned

    def _after(self, letter: str) -> Rest:
        return self.rests.unless(self.banned[letter])


def _all_bits(several: Iterable[int]) -> int:
    return reduce(or_, several, 0)


class Rests:
    """Makes rests, each of them once, so that what is alike is the same."""

    def __init__(self, alphabet: Alphabet) -> None:
        """Take the bit of each letter."""
        self.alphabet = alphabet
        self.made: dict[tuple[object, ...], Rest] = {}
        self.sure = _Settled(self, 0, -1)
        self.lost = _Settled(self, 0, 0)
        #: The text must end here.
        self.edge = Rest(self, 0, 0)

    def done(self, patterns: int) -> Rest:
        """These patterns match."""
        key = (patterns,)
        return self.made[key] if key in self.made else self._kept(key, _Settled(self, patterns, -1))

    def then(self, piece: Piece, rest: Rest) -> Rest:
        """A piece and then a rest."""
        if rest.settled and (piece.free or rest is self.lost):
            return rest
        key = (piece, rest)
        return self.made[key] if key in self.made else self._kept(key, _Then(self, piece, rest))

    def either(self, choice: Sequence[Rest]) -> Rest:
        """Any of these."""
        if len(choice) == 1:
            return choice[0]
        left: set[Rest] = set()
        done = 0
        for one in choice:
            if one.settled:
                if one is self.sure:
                    return one
                done |= one.patterns
            elif isinstance(one, _Either) and len(one.choice) < _MANY:
                left |= one.choice
            else:
                left.add(one)
        if done or any(one.settled for one in left):
            for one in left:
                done |= one.patterns if one.settled else 0
            # What could only find the same again is not wanted.
            left = {one for one in left if one.patterns & ~done}
            left.add(self.done(done))
        if len(left) < 2:
            return left.pop() if left else self.lost
        key = ("either", frozen := frozenset(left))
        return self.made[key] if key in self.made else self._kept(key, _Either(self, frozen))

    def both(self, wanted: Iterable[Rest]) -> Rest:
        """All of these."""
        left: set[Rest] = set()
        for one in wanted:
            if one is self.lost:
                return one
            if isinstance(one, _Both):
                left |= one.wanted
            elif one is not self.sure:
                left.add(one)
        if len(left) < 2:
            return left.pop() if left else self.sure
        key = ("both", frozen := frozenset(left))
        return self.made[key] if key in self.made else self._kept(key, _Both(self, frozen))

    def unless(self, banned: Rest) -> Rest:
        """Anything but this."""
        if banned.settled:
            return self.sure if banned is self.lost else self.lost
        key = ("unless", banned)
        return self.made[key] if key in self.made else self._kept(key, _Unless(self, banned))

    def any_of(self, wanted: Sequence[tuple[Sequence[Piece], int]]) -> Rest:
        """Any of the patterns, each of its pieces; what several begin with is looked at once."""
        grouped: dict[Piece, list[tuple[Sequence[Piece], int]]] = {}
        done = 0
        for listed, patterns in wanted:
            if listed:
                grouped.setdefault(listed[0], []).append((listed[1:], patterns))
            else:
                done |= patterns
        choice = [self.then(first, self.any_of(others)) for first, others in grouped.items()]
        return self.either([*choice, self.done(done)] if done else choice)

    def _kept(self, key: tuple[object, ...], rest: Rest) -> Rest:
        self.made[key] = rest
        return rest


# ── pieces ────────────────────────────────────────────────────────────────────────────────


class Piece:
    """A part of a pattern; it ``takes`` one of these letters first.

    An ``optional`` one may take no character, a ``free`` one may do so anywhere.
    """

    optional = True
    free = False
    takes: Letters = 0

    def after(self, letter: str, rest: Rest, skipped: Rest, rests: Rests) -> Rest:
        """What must come behind a letter where this piece and then ``rest`` must come.

        ``skipped`` is what must come behind it where this piece takes no character.
        """
        return skipped


class _Nothing(Piece):
    """No character."""

    free = True


_NOTHING = _Nothing()


class _Single(Piece):
    """One character out of some."""

    optional = False

    def __init__(self, source: Source, alphabet: Alphabet) -> None:
        pattern = regex.compile(*source)
        self.known: Memo[str, bool] = Memo(lambda one: pattern.fullmatch(one) is not None)
        self.takes = alphabet[""]
        for letter in pattern.findall("".join(alphabet)):
            self.known[letter] = True
            self.takes |= alphabet[letter]

    def after(self, letter: str, rest: Rest, skipped: Rest, rests: Rests) -> Rest:
        return rest if self.known[letter] else rests.lost


class _Pair(Piece):
    """One piece, and then another one."""

    def __init__(self, first: Piece, second: Piece) -> None:
        self.first, self.second = first, second
        self.optional = first.optional and second.optional
        self.free = first.free and second.free
        self.takes = first.takes | second.takes if first.optional else first.takes

    def after(self, letter: str, rest: Rest, skipped: Rest, rests: Rests) -> Rest:
        first, second = self.first, self.second
        behind = second.after(letter, rest, skipped, rests) if first.optional else rests.lost
        if not first.takes & rests.alphabet[letter]:
            return first.after(letter, rests.lost, behind, rests) if first.optional else rests.lost
        return first.after(letter, rests.then(second, rest), behind, rests)


class _Choice(Piece):
    """One of several pieces."""

    def __init__(self, choice: Sequence[Piece]) -> None:
        self.choice = choice
        self.optional = any(one.optional for one in choice)
        self.free = any(one.free for one in choice)
        for one in choice:
            self.takes |= one.takes

    def after(self, letter: str, rest: Rest, skipped: Rest, rests: Rests) -> Rest:
        bit = rests.alphabet[letter]
        return rests.either(
            [
                one.after(letter, rest, skipped, rests)
                for one in self.choice
                if one.takes & bit or one.optional
            ]
        )


class _Repeated(Piece):
    """A piece so many times; without a limit where ``most`` is None."""

    def __init__(self, piece: Piece, least: int, most: int | None) -> None:
        self.piece, self.least, self.most = piece, least, most
        self.optional = piece.optional or not least
        self.free = piece.free or not least
        self.takes = piece.takes

    @cached_property
    def fewer(self) -> Piece:
        """The same with one time less."""
        if self.most == 1:
            return _NOTHING
        if self.most is None and not self.least:
            return self
        most = None if self.most is None else self.most - 1
        return _Repeated(self.piece, max(self.least - 1, 0), most)

    def after(self, letter: str, rest: Rest, skipped: Rest, rests: Rests) -> Rest:
        if not self.least and not self.takes & rests.alphabet[letter]:
            return skipped
        further = rest if self.most == 1 else rests.then(self.fewer, rest)
        if not self.least:
            # What takes no character is no progress: without it, nothing else could follow.
            return rests.either([skipped, self.piece.after(letter, further, rests.lost, rests)])
        empty = self.piece.optional
        behind = self.fewer.after(letter, rest, skipped, rests) if empty else rests.lost
        return self.piece.after(letter, further, behind, rests)


class _Look(Piece):
    """What must come from here on, or must not, without being taken."""

    def __init__(self, piece: Piece, *, wanted: bool) -> None:
        self.piece, self.wanted = piece, wanted

    def after(self, letter: str, rest: Rest, skipped: Rest, rests: Rests) -> Rest:
        if skipped is rests.lost:
            return skipped
        seen = rests.then(self.piece, rests.sure)[letter]
        return rests.both((seen if self.wanted else rests.unless(seen), skipped))


class _End(Piece):
    """The end of the text, maybe before a last line feed."""

    def __init__(self, *, line_feed: bool) -> None:
        self.line_feed = line_feed

    def after(self, letter: str, rest: Rest, skipped: Rest, rests: Rests) -> Rest:
        last = self.line_feed and letter == "\n"
        return rests.both((rests.edge, skipped)) if last else rests.lost


# ── taking a pattern apart ────────────────────────────────────────────────────────────────

_CHARACTER = regex.compile(
    r"\\(?:[pP]\{[^{}]*\}|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|[dDwWsSntrfv]|[^\w])"
    r"|\[\^?\]?(?:\\.|[^\]\\])*\]|[^()\[\\|*+?{]"
)
_OFTEN = regex.compile(
    r"(?:(?P<sign>[*+?])|\{(?P<least>\d*)(?P<to>,?)(?P<most>\d*)\})\??(?P<whole>\+)?"
)
_GROUP = regex.compile(r"\((?:\?(?:P<\w+>|(?P<case>-?i)?:|>|<?[=!]))?(?!\?)")
_BRACKET = regex.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<bracket>[()])")
#: What begins how often something may come.
_SIGNS = frozenset("*+?{")
_LOOKS = frozenset({"(?=", "(?!", "(?<=", "(?<!"})
_TIMES: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}

#: A piece, and whether it means just what its pattern means.
_Read = tuple[Piece, bool]


class Pieces(dict[Source, _Read]):
    """The pieces of patterns, which match wherever those do, whichever digits stand there.

    They look only ahead, or only ``backwards``; what they cannot tell, they take for granted.
    What several patterns hold is read once.
    """

    def __init__(self, letters: Iterable[str] = (), *, backwards: bool = False) -> None:
        """Take apart what is looked at in one direction; ``letters`` are looked up at once."""
        self.backwards = backwards
        known = sorted({variant for one in letters for variant in (one, one.lower(), one.upper())})
        self.alphabet = Alphabet(
            {letter: 2 << bit for bit, letter in enumerate(filter(_is_single, known))}
        )
        self.singles: Memo[Source, _Single] = Memo(lambda source: _Single(source, self.alphabet))
        self.characters: Memo[Source, _Read] = Memo(self._character)

    def __missing__(self, source: Source) -> _Read:
        printed, flags = source
        read = self[source] = _Pattern(self, printed).read(0, len(printed), flags)
        return read

    def in_order(self, read: list[Piece]) -> Piece:
        """The pieces one after the other, in the order in which the text is looked at."""
        ordered = [piece for piece in read if piece is not _NOTHING]
        if not self.backwards:
            ordered.reverse()
        whole = ordered[0] if ordered else _NOTHING
        for piece in ordered[1:]:
            whole = _Pair(piece, whole)
        return whole

    def _character(self, source: Source) -> _Read:
        """A character, or a class of them; one that minds which digit stands there admits all."""
        item, flags = source
        if item in ("^", "$"):
            if (item == "^") != self.backwards:  # an edge behind the back
                return _NOTHING, False
            return _End(line_feed=item == "$"), True
        digits = _digits_of(item)
        if len(digits) in (0, 10):
            return self.singles[item, flags], True
        return self.singles[item if "0" in digits else f"(?:{item}|0)", flags], False


class _Pattern:
    """A pattern that is taken apart."""

    def __init__(self, pieces: Pieces, printed: str) -> None:
        self.pieces, self.printed = pieces, printed
        self.closing = _closing(printed)

    def read(self, position: int, end: int, flags: int) -> _Read:
        """Everything in a stretch of the pattern: all of it, or what is in a group."""
        printed, characters = self.printed, self.pieces.characters
        choice: list[list[Piece]] = [[]]
        exact = True
        while position < end:
            if printed[position] == "|":
                choice.append([])
                position += 1
                continue
            if printed[position] == "(":
                piece, same = self._group(position, flags)
                position = self.closing[position] + 1
            elif found := _CHARACTER.match(printed, position, end):
                piece, same = characters[found.group(), flags]
                position = found.end()
            else:
                raise Unread(printed[position:end])
            if position < end and printed[position] in _SIGNS:
                often = _OFTEN.match(printed, position, end)
                if often is None:
                    raise Unread(printed[position:end])
                piece = _repeated(piece, often)
                same = same and often["whole"] is None
                position = often.end()
            choice[-1].append(piece)
            exact = exact and same
        listed = [self.pieces.in_order(one) for one in choice]
        return (listed[0] if len(listed) == 1 else _Choice(listed)), exact

    def _group(self, start: int, flags: int) -> _Read:
        found = _GROUP.match(self.printed, start)
        if found is None:
            raise Unread(self.printed[start:])
        if found["case"]:
            flags = (flags & ~_IGNORECASE) | _IGNORECASE * (found["case"] == "i")
        within, exact = self._within(found.end(), self.closing[start], flags)
        opening = found.group()
        if opening == "(?>":
            return within, False
        if opening not in _LOOKS:
            return within, exact
        other_way = ("<" in opening) != self.pieces.backwards
        if other_way or (opening.endswith("!") and not exact):
            return _NOTHING, False
        return _Look(within, wanted=opening.endswith("=")), exact

    def _within(self, start: int, end: int, flags: int) -> _Read:
        source = self.printed[start:end], flags
        if source not in self.pieces:
            self.pieces[source] = self.read(start, end, flags)
        return self.pieces[source]


def _closing(printed: str) -> dict[int, int]:
    """Where each group of a pattern ends, by where it begins."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for found in _BRACKET.finditer(printed):
        if found["bracket"] == "(":
            opened.append(found.start())
        elif found["bracket"]:
            if not opened:
                raise Unread(printed[found.start() :])
            closing[opened.pop()] = found.start()
    if opened:
        raise Unread(printed[opened[0] :])
    return closing


def _is_single(letter: str) -> bool:
    return len(letter) == 1


def _repeated(piece: Piece, often: regex.Match[str]) -> Piece:
    """A piece as often as its pattern says."""
    if piece is _NOTHING:
        return piece
    if often["sign"]:
        return _Repeated(piece, *_TIMES[often["sign"]])
    least = int(often["least"] or 0)
    most = least if not often["to"] else int(often["most"]) if often["most"] else None
    return _Repeated(piece, least, most) if most != 0 else _NOTHING


@lru_cache(maxsize=4096)
def _digits_of(single: str) -> str:
    """The digits that a single character of a pattern stands for."""
    return "".join(regex.findall(single, "0123456789"))


# ── outlooks ──────────────────────────────────────────────────────────────────────────────


class Outlook:
    """Which patterns could match on one side of an anchor."""

    def __init__(
        self, sources: Sequence[Source], *, backwards: bool = False, size: int = 50_000
    ) -> None:
        """Take the source of each pattern; one that is not read is always admitted.

        An outlook that has made more rests than its ``size`` starts anew.
        """
        letters = {*printable, *"".join(source for source, _ in sources)}
        pieces = Pieces(letters, backwards=backwards)
        self.size = size
        self.unread = 0
        self.alphabet = pieces.alphabet
        self.pieces: list[tuple[Sequence[Piece], int]] = []
        for bit, source in enumerate(sources):
            try:
                self.pieces.append((_listed(pieces[source][0]), 1 << bit))
            except Unread:
                self.unread |= 1 << bit
        self._begin()

    def _begin(self) -> None:
        self.rests = Rests(self.alphabet)
        self.first = self.rests.any_of(self.pieces)

    def admitted(self, letters: str, *, ended: bool = False) -> int:
        """The patterns that could match where these letters follow, one after the other.

        Where the text has ``ended`` with them, what needs more cannot match.
        """
        if len(self.rests.made) > self.size:
            self._begin()
        rest = self.first
        for letter in letters:
            rest = rest[letter]
            if rest.settled:
                break
        return (rest.ending if ended else rest.patterns) | self.unread


def _listed(piece: Piece) -> list[Piece]:
    """The pieces of a chain."""
    listed = []
    while isinstance(piece, _Pair):
        listed.append(piece.first)
        piece = piece.second
    return [*listed, piece] if piece is not _NOTHING else listed
