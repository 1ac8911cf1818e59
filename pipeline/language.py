"""How a language writes numbers: text → `Decimal`, number words, ``{fragment}`` → regex.

Everything a language knows stands in `patterns/<code>/language.toml`; this room reads it
with that data and knows no language itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any, Literal, NamedTuple, TypeVar, cast

import regex

from pipeline.model import Comparator, Model

__all__ = [
    "LOOK_ALIKES", "Language", "LanguageCard", "Memo", "NumberFormat", "ParsedNumber", "late",
    "plain_letters",
]  # fmt: skip

K = TypeVar("K")
V = TypeVar("V")

#: Spaces that group digits in print: no-break, narrow no-break, thin, figure, plain.
GROUP_SPACES = "\u00a0\u202f\u2009\u2007 "

_GROUPED = regex.compile(r"\d{1,3}(?:\D\d{3})+")
#: Letters that print for Đ, đ, Ư and ư: Eth, African D, Oi.
LOOK_ALIKES = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "Ƣ": "Ư", "ƣ": "ư"}


def plain_letters(text: str) -> str:
    """The text, as long as it was, with the letters that others were printed for.

    Old keyboards give Eth for Đ, some PDF files Oi for Ư.

    >>> plain_letters("15/QÐ-UBND, trƣớc")
    '15/QĐ-UBND, trước'
    """
    for alike, letter in LOOK_ALIKES.items():
        text = text.replace(alike, letter)
    return text


class Words(Model):
    """Words that stand for numbers."""

    cardinal: Mapping[str, int] = {}
    tens: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()
    fraction: Mapping[str, str] = {}
    multiplier: Mapping[str, str] = {}


class Bounds(Model):
    """Words beside a number that turn it into a bound or an approximation.

    ``split`` are those of ``after`` that may stand behind the noun, where one of ``opens``
    (if there are any) stands before the number.
    """

    before: Mapping[str, Comparator] = {}
    after: Mapping[str, Comparator] = {}
    fillers: tuple[str, ...] = ()
    split: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()


class LanguageCard(Model):
    """`patterns/<code>/language.toml`: marks, words and fragments of one language.

    ``header_magnitudes`` are those that only headers of tables write: *1.000 đồng*, *tr.đ*.
    ``heading_topics`` are headings whose words say nothing of numbers anywhere else.
    ``counted`` are classes of nouns, one of which an indicator that counts names. ``alike`` are
    words that say the same in every phrase of the cards, by the one that stands for them.
    """

    code: Literal["en", "vi"]
    about: str
    decimal: Literal[".", ","]
    thousands: Literal[".", ","]
    clues: tuple[str, ...]
    letters: str = ""
    abbreviations: tuple[str, ...] = ()
    magnitudes: Mapping[str, int] = {}
    header_magnitudes: Mapping[str, int] = {}
    currencies: Mapping[str, str] = {}
    units: Mapping[str, str] = {}
    months: Mapping[str, int] = {}
    per: tuple[str, ...] = ()
    words: Words = Words()
    bounds: Bounds = Bounds()
    lists: Mapping[str, tuple[str, ...]] = {}
    level_nouns: Mapping[str, tuple[str, ...]] = {}
    level_adjectives: Mapping[str, tuple[str, ...]] = {}
    level_rows: Mapping[str, tuple[str, ...]] = {}
    level_labels: Mapping[str, tuple[str, ...]] = {}
    heading_topics: Mapping[str, tuple[str, ...]] = {}
    counted: Mapping[str, tuple[str, ...]] = {}
    alike: Mapping[str, tuple[str, ...]] = {}
    fragments: Mapping[str, str] = {}

    def any_of(self, *names: str) -> str:
        """A regex for the words of lists; without any, one that matches nothing."""
        return alternatives(word for one in names for word in self.lists.get(one, ())) or "(?!)"

    def ahead(self, *names: str) -> str:
        """A look ahead for any word of lists, to be tried before what takes longer.

        What the words begin with in common is tried once for all of them.
        """
        words = {word.lower() for one in names for word in self.lists.get(one, ())}
        return rf"(?=(?i:{alternatives(words, forwards=True) or '(?!)'}))"


class NumberFormat(NamedTuple):
    """Which mark is the decimal one in a document, and why.

    ``votes`` counts the numbers of the text that fit only one reading, by decimal mark.
    """

    decimal: str
    thousands: str
    votes: tuple[int, int] = (0, 0)


class ParsedNumber(NamedTuple):
    """A number, the place value of its last printed digit, and a flag where it is doubtful."""

    number: Decimal | None
    resolution: Decimal
    flag: str | None = None


MALFORMED = ParsedNumber(None, Decimal(1), "malformed_number")


def is_one_noun(one: str, two: str) -> bool:
    """Whether two words in lower case are one noun, but for its number.

    >>> is_one_noun("communes", "commune"), is_one_noun("city", "cities")
    (True, True)
    >>> is_one_noun("xã", "xãs phường")
    False
    """
    first, second = sorted((one, two), key=len)
    return second in (first, f"{first}s", f"{first}es", f"{first[:-1]}ies")


class Memo(dict[K, V]):
    """The answers of a function that looks at nothing but its argument, each worked out once.

    >>> squares = Memo(lambda number: number * number)
    >>> squares[12]
    144
    """

    def __init__(self, function: Callable[[K], V], *, size: int = 20_000) -> None:
        """Make a memo of at most ``size`` answers; a full one starts anew."""
        self.function = function
        self.size = size

    def __missing__(self, key: K) -> V:
        if len(self) >= self.size:
            self.clear()
        answer = self[key] = self.function(key)
        return answer


class _Late:
    """A pattern that is compiled when it is first used."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        found = self.__dict__[name] = getattr(self._compiled, name)
        return found

    @cached_property
    def _compiled(self) -> regex.Pattern[str]:
        return regex.compile(self._source, self._flags)


def late(source: str, flags: int = 0) -> regex.Pattern[str]:
    """A pattern that is compiled when it is first used, for a short report needs few.

    >>> late("(?i)từ|đến").fullmatch("Đến") is not None
    True
    """
    return cast("regex.Pattern[str]", _Late(source, flags))


#: The place value of the last of so many decimals.
_RESOLUTIONS: Memo[int, Decimal] = Memo(lambda decimals: Decimal(1).scaleb(-decimals))


def lowered(text: str) -> str | None:
    """The text in small letters, place by place, to look for words in whatever letters.

    None where `regex` takes more letters for the same than those that differ in their case.

    >>> lowered("Hai PHẦN ba"), lowered("ſeven")
    ('hai phần ba', None)
    """
    if not text.isascii() and ("ſ" in text or "ı" in text or "İ" in text):
        return None
    return text.lower()


def alternatives(words: Iterable[str], *, forwards: bool = False) -> str:
    r"""Join words to a regex that prefers the longest; spaces match any run of blanks.

    Where it is matched ``forwards`` only, what words have in common is tried once for all.

    >>> alternatives(["on", "one", "two thirds"])
    'two\\s+thirds|one|on'
    >>> alternatives(["on", "one", "two thirds"], forwards=True)
    'on(?:e)?|two\\s+thirds'
    """
    listed = {regex.sub(r"\s+", " ", word) for word in words}
    beginnings = {word[:end] for word in listed for end in range(len(word) + 1)}
    if not forwards or len({one.casefold() for one in beginnings}) < len(beginnings):
        # Words that differ in capitals share a beginning that a tree would not see.
        return "|".join(_escaped(word) for word in sorted(listed, key=lambda one: (-len(one), one)))
    tree: _Tree = {}
    for word in listed:
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return "|".join(_branches(tree))


@lru_cache(maxsize=1024)
def _escaped(word: str) -> str:
    escaped = str(regex.escape(word)).replace("\\ ", r"\s+")
    return escaped.replace("'", "['’]")


#: Words by their letters, one below the other; an empty letter ends a word.
_Tree = dict[str, "_Tree"]


def _branches(tree: _Tree) -> Iterator[str]:
    for letter, rest in sorted(tree.items()):
        further = list(_branches(rest))
        if letter and not further:
            yield _escaped(letter)
        elif letter and "" in rest:
            yield f"{_escaped(letter)}(?:{'|'.join(further)})?"
        elif letter:
            choice = further[0] if len(further) == 1 else f"(?:{'|'.join(further)})"
            yield _escaped(letter) + choice


@dataclass(frozen=True)
class Language:
    """A language, ready to read numbers.

    >>> vi = Language(LanguageCard(code="vi", about="", decimal=",", thousands=".", clues=()))
    >>> vi.number("1.524", vi.plain_format).number
    Decimal('1524')
    >>> vi.number("26,87", vi.plain_format)
    ParsedNumber(number=Decimal('26.87'), resolution=Decimal('0.01'), flag=None)
    """

    card: LanguageCard

    def __reduce__(self) -> tuple[type[Language], tuple[LanguageCard]]:
        """Travel to another process as the card alone: what was worked out stays behind."""
        return Language, (self.card,)

    @property
    def code(self) -> str:
        """The language's code, ``en`` or ``vi``."""
        return self.card.code

    @property
    def plain_format(self) -> NumberFormat:
        """The format of a text that gives no evidence of its own."""
        return NumberFormat(self.card.decimal, self.card.thousands)

    # ── numbers in digits ─────────────────────────────────────────────────────────────

    def decide_format(self, tokens: Iterable[str]) -> NumberFormat:
        """The number format of a document, from the tokens that fit only one reading.

        One document keeps one convention; a tie keeps that of the language. One token with two
        marks of groups (``1.700.000`` in English) is enough where no other speaks against it.
        """
        votes: Counter[str] = Counter()
        millions = grouped = False
        for token in tokens:
            decimal = None if token.isdecimal() else _only_decimal_mark(token)
            if decimal:
                votes[decimal] += 1
                millions = millions or token.count(self.card.decimal) > 1
            else:
                grouped = grouped or self.card.thousands in token
        own, other = votes[self.card.decimal], votes[self.card.thousands]
        proven = millions and not own and not grouped
        if other > own and (other >= 2 or proven):
            return NumberFormat(self.card.thousands, self.card.decimal, (other, own))
        return NumberFormat(self.card.decimal, self.card.thousands, (own, other))

    def number(self, token: str, numbers: NumberFormat, *, whole: bool = False) -> ParsedNumber:
        """Read digits with their separators; never repairs, a doubtful reading is flagged.

        ``whole`` says that the number counts things, so that a decimal reading of a group of
        exactly three digits (``1.524 workers`` in English) is an untranslated thousand.
        """
        if token.isdecimal():
            return _parsed(token, "")
        for space in "" if token.isascii() and " " not in token else GROUP_SPACES:
            if space in token:
                if not _GROUPED.fullmatch(token.partition(numbers.decimal)[0]):
                    return MALFORMED
                token = token.replace(space, "")
        marks = [character for character in token if character in ".,"]
        if not marks:
            return _parsed(token, "")
        if len(marks) == 1:
            return _one_mark(token, marks[0], numbers, whole=whole)
        if len(set(marks)) == 2:
            return _two_marks(token, marks)
        return _parsed(token.replace(marks[0], ""), "") if _grouped(token) else MALFORMED

    # ── numbers in words ──────────────────────────────────────────────────────────────

    def word_number(self, phrase: str) -> int | None:
        """Read a cardinal in words, None where the words make no number.

        Built for both languages from the card: ``hai nghìn hai trăm tám mươi`` is 2280,
        ``one hundred and twelve`` is 112; ``hai ba`` (two or three) is no number.
        """
        total, scale = 0, 0
        group = _WordGroup()
        for word in regex.split(r"[\s-]+", phrase.casefold().strip()):
            if word in self.card.words.joints:
                continue
            value = self.card.words.cardinal.get(word, 0)
            if value >= 1000:
                if scale and value >= scale:
                    return None
                total, scale, group = total + max(group.number, 1) * value, value, _WordGroup()
            elif not group.take(value, tens=word in self.card.words.tens):
                return None
        return total + group.number or None

    # ── bounds ────────────────────────────────────────────────────────────────────────

    @cached_property
    def _bound_before(self) -> regex.Pattern[str]:
        """A bound before a number: a word, or a sign such as ≥, which no space has to follow."""
        before = self.card.bounds.before
        words = alternatives(one for one in before if one[0].isalpha())
        signs = alternatives(one for one in before if not one[0].isalpha())
        fillers = alternatives(self.card.bounds.fillers) or r"(?!)"
        return regex.compile(
            rf"(?ri)(?:(?<![\w-])(?P<bound>{words or '(?!)'})\s+"
            rf"|(?<=^|[^\s\d<>=~-][ \t]?)(?P<bound>{signs or '(?!)'})[ \t]*)"
            rf"(?:(?P<filler>{fillers})\s+)?"
        )

    @cached_property
    def _bound_after(self) -> regex.Pattern[str]:
        """A bound behind a number, which is none before another: *700 triệu hoặc hơn 1 tỷ*."""
        words = alternatives(self.card.bounds.after)
        return regex.compile(rf"(?i),?\s*(?P<bound>{words or '(?!)'})(?!\w|\s\d)")

    @cached_property
    def _bound_split(self) -> regex.Pattern[str]:
        """A bound behind the noun: *từ 1.000 đảng viên mới trở lên*, *80% of dossiers or more*."""
        words = alternatives(self.card.bounds.split)
        return regex.compile(
            r"(?i)(?P<between>(?:(?:\s?/\s?|\s)[^\s\d,;.:()/]+){1,6}(?:\s\([^()\d]{1,30}\))?)\s"
            rf"(?P<bound>{words or '(?!)'})(?!\w)"
        )

    def _is_of_number(self, between: str, text: str, start: int) -> bool:
        """Whether a bound behind a noun is of the number, not of a grade (*đại học trở lên*)."""
        if self._bound_opens.search(text, max(0, start - 20), start):
            return True
        return self._graded.search(between) is None

    @cached_property
    def _graded(self) -> regex.Pattern[str]:
        words = alternatives(self.card.lists.get("graded", ()))
        return regex.compile(rf"(?i)(?<!\w)(?:{words or '(?!)'})(?!\w)")

    @cached_property
    def _bound_opens(self) -> regex.Pattern[str]:
        words = alternatives(self.card.bounds.opens)
        return regex.compile(rf"(?i)(?<!\w)(?:{words or '(?!)'})\s+$")

    @cached_property
    def _may_follow(self) -> Memo[str, tuple[bool, bool]]:
        """Whether what comes after a number may begin a bound, or words that lead to one."""
        return Memo(lambda near: (_may(self._bound_after, near), _may(self._bound_split, near)))

    @cached_property
    def _may_lead(self) -> Memo[str, bool]:
        """Whether what comes before a number may end a bound."""
        return Memo(lambda near: _may(self._bound_before, near))

    def bound(self, text: str, start: int, end: int) -> tuple[Comparator, int, int]:
        """The comparator that the words beside ``text[start:end]`` give, and where they stand."""
        # Few numbers have such words beside them, as the nearest characters tell.
        follows, splits = self._may_follow[text[end : end + 3]]
        after = follows and self._bound_after.match(text, end, min(len(text), end + 60))
        if after:
            phrase = _folded(after["bound"])
            return self.card.bounds.after[phrase], after.start("bound"), after.end("bound")
        split = splits and self._split(text, start, end)
        if split:
            phrase = _folded(split["bound"])
            return self.card.bounds.after[phrase], split.start("bound"), split.end("bound")
        leads = self._may_lead[text[start - 4 if start > 4 else 0 : start]]
        before = leads and self._bound_before.match(text, max(0, start - 60), start)
        if before and not self._is_excess(before["bound"], text, start, end):
            return self._leading(before, text, end)
        return "=", start, start

    def _leading(
        self, before: regex.Match[str], text: str, end: int
    ) -> tuple[Comparator, int, int]:
        """The comparator of a bound that stands before a number, and where it stands."""
        phrase, start = _folded(before["bound"]), before.start("bound")
        whole, stop = phrase, before.end("bound")
        if before["filler"]:
            whole, stop = f"{phrase} {_folded(before['filler'])}", before.end("filler")
        if self._is_compared(whole, text, end):
            return "=", start, stop
        if before["filler"] and whole in self.card.bounds.before:
            # *Lower than the 36.5% of 2011* bounds nothing.
            return self.card.bounds.before[whole], start, stop
        return self.card.bounds.before[phrase], start, before.end("bound")

    def _is_excess(self, bound: str, text: str, start: int, end: int) -> bool:
        """Whether a number says by how much a plan was passed: *vượt 3% kế hoạch*.

        More than a hundred percent is what was done of it: *vượt 100% kế hoạch*.
        """
        if _folded(bound) not in self.card.lists.get("exceeding", ()):
            return False
        if regex.match(r"1\d\d(?:[.,]\d+)?\s?%", text[start:end]):
            return False
        return self._passed_plan.match(text, end, min(len(text), end + 60)) is not None

    def _is_compared(self, bound: str, text: str, end: int) -> bool:
        """Whether a number is what another is held against: *higher than 2.9% a year earlier*.

        What was recorded then is known, and has no bound.
        """
        if bound not in self.card.lists.get("outdoing", ()):
            return False
        return self._recorded.match(text, end, min(len(text), end + 60)) is not None

    @cached_property
    def _recorded(self) -> regex.Pattern[str]:
        """What stands right behind such a number: when it was recorded."""
        words = alternatives(self.card.lists.get("recorded", ())) or r"(?!)"
        return regex.compile(rf"(?i)\s(?:{words})(?!\w)")

    @cached_property
    def _passed_plan(self) -> regex.Pattern[str]:
        """What stands behind such a number: the plan, or what it is held against."""
        words = alternatives(self.card.lists.get("passed_by", ())) or r"(?!)"
        return regex.compile(rf"(?i)(?:\s[^\s\d,;.:()]+){{0,3}}?\s(?:{words})(?!\w)")

    @cached_property
    def _split_words(self) -> re.Pattern[str]:
        words = alternatives({word.lower() for word in self.card.bounds.split}, forwards=True)
        # The `re` module jumps to what all of them begin with.
        return re.compile(words or "(?!)")

    @cached_property
    def _split_places(self) -> Memo[str, Sequence[int]]:
        """Where split bounds may stand in a text."""
        # The numbers of one passage ask one after the other: the last few texts are enough.
        return Memo(self._places_of_split_words, size=4)

    def _places_of_split_words(self, text: str) -> Sequence[int]:
        small = lowered(text)
        if small is None:
            return range(len(text))
        return [found.start() for found in self._split_words.finditer(small)]

    def _split(self, text: str, start: int, end: int) -> regex.Match[str] | None:
        """A bound that stands behind the noun of a number, and is of the number."""
        # The pattern tries each word on the way, so that it pays to look for its end first.
        places = self._split_places[text]
        following = bisect_right(places, end)
        last = min(len(text), end + 80)
        if following == len(places) or places[following] >= last:
            return None
        split = self._bound_split.match(text, end, last)
        return split if split and self._is_of_number(split["between"], text, start) else None

    # ── sentences ─────────────────────────────────────────────────────────────────────

    @cached_property
    def _sentence_end(self) -> regex.Pattern[str]:
        # The last: a blank was lost where lines were joined, *… are poor.From 2019 …*.
        return regex.compile(
            r"(?=[.!?…])(?:(?:[.!?…]+[\"”'’)\]]*)(?=\s+[\"“'‘(\[]*[\p{Lu}\d\p{Pd}•+*])"
            r"|(?<=\p{Ll}{3}|\d%)\.(?=\p{Lu}\p{Ll}+(?:\s|,\s)))"
        )

    @cached_property
    def _abbreviation(self) -> regex.Pattern[str]:
        words = alternatives(word.rstrip(".") for word in self.card.abbreviations)
        return regex.compile(rf"(?r)(?<!\w)(?:{words or '(?!)'}|\p{{Lu}}|\d{{1,2}})")

    def sentences(self, text: str) -> list[tuple[int, int]]:
        """Where the sentences of a passage start and end, blanks left out."""
        spans: list[tuple[int, int]] = []
        start = 0
        for stop in self._sentence_end.finditer(text):
            first, end = stop.span()
            if end - first == 1 and text[first] == ".":
                before = self._abbreviation.match(text, start, first)
                if before and self._keeps_going(text, before, start, end):
                    continue
            spans.append((start, end))
            start = end
        spans.append((start, len(text)))
        return [trimmed for span in spans if (trimmed := _trim(text, *span))]

    def _keeps_going(self, text: str, before: regex.Match[str], start: int, stop: int) -> bool:
        """Whether a full stop after an abbreviation, initial or list number ends nothing."""
        word = before.group()
        if word.isdigit():
            # "1. Công tác cán bộ" is a list number; "… trong năm 2022, đạt 15. Tỉnh" is not.
            return not text[start : before.start()].strip()
        return True


@dataclass
class _WordGroup:
    """A number below a thousand while its words are read; the next must be below ``room``."""

    number: int = 0
    room: int = 1000
    digit: int = 0

    def take(self, value: int, *, tens: bool) -> bool:
        """Add a word; False where no number goes on like this."""
        if tens:
            return self._make_tens()
        if value == 100:
            fits = self.number < 100
            self.number, self.room, self.digit = max(self.number, 1) * 100, 100, 0
            return fits
        if not 0 < value < self.room:
            return False
        self.digit = value if value < 10 and self.room > 10 else 0
        self.number += value
        self.room = 1 if value % 10 else 10
        return True

    def _make_tens(self) -> bool:
        """``hai mươi``: the digit before the word counts tens."""
        self.number, self.room = self.number + self.digit * 9, 10
        had, self.digit = self.digit, 0
        return had > 0


def _may(pattern: regex.Pattern[str], near: str) -> bool:
    """Whether a pattern could match at a place, as far as the nearest characters tell."""
    return pattern.match(near, partial=True) is not None


def _folded(phrase: str) -> str:
    return " ".join(phrase.split()).casefold()


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    printed = text[start:end].rstrip()
    end = start + len(printed)
    start = end - len(printed.lstrip())
    return (start, end) if end > start else None


def _parsed(integer: str, decimals: str, flag: str | None = None) -> ParsedNumber:
    if not integer or not (integer + decimals).isdecimal():
        return MALFORMED
    digits = f"{integer}.{decimals}" if decimals else integer
    return ParsedNumber(Decimal(digits), _RESOLUTIONS[len(decimals)], flag)


def _grouped(token: str) -> bool:
    return bool(_GROUPED.fullmatch(token)) and not token.startswith("0")


def _two_marks(token: str, marks: list[str]) -> ParsedNumber:
    decimal = marks[-1]
    if marks.count(decimal) != 1:
        return MALFORMED
    integer, decimals = token.split(decimal)
    if not _grouped(integer) or not decimals:
        return MALFORMED
    return _parsed(integer.replace(marks[0], ""), decimals)


def _one_mark(token: str, mark: str, numbers: NumberFormat, *, whole: bool) -> ParsedNumber:
    integer, decimals = token.split(mark)
    if not integer or not decimals:
        return MALFORMED
    if _grouped(token):
        if mark == numbers.thousands:
            return _parsed(integer + decimals, "")
        if whole:
            return _parsed(integer + decimals, "", "separator_suspect")
        return _parsed(integer, decimals)
    if mark == numbers.decimal:
        return _parsed(integer, decimals)
    # A comma before one or two digits is a decimal one in either language: "25,2%".
    if len(decimals) <= 2 and len(integer) <= 3:
        return _parsed(integer, decimals, "separator_suspect" if whole else None)
    return MALFORMED


def _only_decimal_mark(token: str) -> str | None:
    """The decimal mark of a token that can be read in one way only, else None.

    >>> _only_decimal_mark("26,87"), _only_decimal_mark("1.234.567"), _only_decimal_mark("1.524")
    (',', ',', None)
    """
    if "." not in token and "," not in token:
        return None
    marks = [character for character in token if character in ".,"]
    if len(set(marks)) == 2:
        return marks[-1]
    if len(marks) > 1:
        return {".": ",", ",": "."}[marks[0]] if _grouped(token) else None
    return None if _grouped(token) else marks[0]
