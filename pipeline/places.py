"""The provinces that a text names: candidates are runs of capitals, then one look-up.

Names fold (accents, đ, hyphens) so that every spelling meets; what only looks like a
province (Hồ Chí Minh the person, Điện Biên Phủ) is told apart by the words beside it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

import regex

from pipeline.language import Memo, late
from pipeline.model import Document
from pipeline.rulebook import Province, Rulebook

__all__ = ["MERGER", "Gazetteer", "NamedPlace", "fold"]

_NAME = regex.compile(r"\p{Lu}[\p{L}\p{M}]+(?:(?:\s|\s?[-–]\s?)\p{Lu}[\p{L}\p{M}]+)*")
#: Behind a slug: that of the province of before the mergers.
_FORMER = "@63"
#: The first day of the 34 provinces (ISO).
MERGER = "2025-07-01"
#: So many characters before a name hold the word that says it is that of before.
_NEAR = 40
_WORD = regex.compile(r"[\p{L}\p{M}]+")


@lru_cache(maxsize=4096)  # the names in a report come back often
def fold(text: str) -> str:
    """Text for look-ups: lower case, without marks, hyphens and full stops, đ as d.

    >>> fold("Đắk Lắk"), fold("Thừa Thiên – Huế"), fold("TP.HCM")
    ('dak lak', 'thua thien hue', 'tp hcm')
    """
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d").replace("ð", "d"))
    bare = "".join(one for one in plain if not unicodedata.combining(one))
    return " ".join(bare.translate(_BLANKS).split())


_BLANKS = str.maketrans("-–.", "   ")


class NamedPlace(NamedTuple):
    """A province in a text; ``weight`` is 3 beside its Party body or the word province.

    ``former`` says that the one of before the mergers is meant, which may have the name of one
    of today: *Bắc Ninh (cũ)*.
    """

    slug: str
    start: int
    end: int
    weight: int
    former: bool = False

    @property
    def whose(self) -> str:
        """What tells it from a province of today with its slug; `Gazetteer.identity` takes it."""
        return f"{self.slug}{_FORMER}" if self.former else self.slug


class Gazetteer:
    """Finds the names of provinces; built once from a rulebook.

    ``names`` are those that say it alone, ``city_names`` those that need the word city beside
    them, ``successors`` the provinces that go on under another slug, with the day since when.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        cards = (*rulebook.provinces_63, *rulebook.provinces_34)
        self.names: dict[str, str] = {}
        for card in cards:
            for name in _names(card):
                self.names.setdefault(fold(name), card.slug)
        self.city_names: dict[str, str] = {}
        for name, slug in self.names.items():
            bare = _CITY_WORDS.sub("", name)
            if bare not in self.names:
                self.city_names[bare] = slug
        self.successors = {
            old: (card.since, card.slug)
            for card in rulebook.provinces_34
            for old in card.merged_from
            if len(card.merged_from) == 1 and old != card.slug and card.since is not None
        }
        self._old = {card.slug for card in rulebook.provinces_63}
        self._new = {card.slug for card in rulebook.provinces_34}
        lists = [one.language.card for one in rulebook.languages.values()]
        behind, before = (
            "|".join(one.any_of(name) for one in lists)
            for name in ("bygone_behind", "bygone_before")
        )
        self._bygone_behind = late(rf"(?i)\s+(?:\((?:{behind})\)|(?:{behind})(?!\w))")
        self._bygone_before = late(rf"(?ri)(?<!\w)(?:{before})\s+")
        self._kept = {fold(name) for card in rulebook.provinces_34 for name in _names(card)}
        self._known = self.names | self.city_names | dict.fromkeys(_ELSEWHERE)
        self.longest = max((len(name.split()) for name in self._known), default=0)
        firsts = {name.split()[0] for name in self._known if name}
        #: Whether a word begins a name that is known; hardly any does.
        self._begins: Memo[str, bool] = Memo(lambda word: fold(word) in firsts)
        self._named = Memo(self._known_in)

    def successor(self, slug: str, day: str | None) -> str:
        """The slug under which a province goes on by that day (ISO); its own where it does."""
        since, new = self.successors.get(slug, ("", slug))
        return new if day is not None and day >= since else slug

    def named_in(self, document: Document, start: int, end: int) -> Iterator[NamedPlace]:
        """The provinces that a stretch of a report names, as they were on its day."""
        return self(document.text, start, end, day=self.day_of(document))

    def day_of(self, document: Document) -> str | None:
        """The day (ISO) by which the names in a report are read."""
        day = document.issued
        for since, new in self.successors.values():
            if document.province == new:
                day = max(day or since, since)
        return day

    def __call__(
        self, text: str, start: int = 0, end: int | None = None, *, day: str | None = None
    ) -> Iterator[NamedPlace]:
        """The provinces named in ``text[start:end]``, in reading order.

        A name that has passed on is that of the successor by ``day`` (ISO).
        """
        for found in _NAME.finditer(text, start, len(text) if end is None else end):
            for from_, to, known in self._named[found.group()]:
                first, last = found.start() + from_, found.start() + to
                name = fold(text[first:last])
                in_city = name in self.city_names
                place = _with_city(text, first, last) if in_city else (first, last)
                if not place or not (weight := _weight(text, *place)):
                    continue
                bygone = self._bygone(text, *place) if known in self._old else None
                passed_on = name in self._kept and bygone is None
                slug = self.successor(known, day) if passed_on else known
                ends = place[1] if bygone is None else bygone
                yield NamedPlace(slug, max(start, place[0]), ends, weight, bygone is not None)

    def _bygone(self, text: str, start: int, end: int) -> int | None:
        """Where a name ends that is said to be that of before; None for one of today.

        *Bắc Ninh (cũ)*, *the former Bac Ninh*.
        """
        behind = self._bygone_behind.match(text, end)
        if behind is not None:
            return int(behind.end())
        before = self._bygone_before.match(text, max(0, start - _NEAR), start)
        return end if before is not None else None

    def identity(self, whose: str, document: Document) -> tuple[str, Literal[63, 34] | None]:
        """The slug of a province that a report names, with the set that it belongs to.

        A report of today's *Bắc Ninh* that tells of *Bắc Giang* tells of one of the 63: there is
        no other. A slug of both sets is of those by the day of the report.
        """
        slug = whose.removesuffix(_FORMER)
        if slug not in self._new or (slug != whose and slug in self._old):
            return slug, 63
        if slug not in self._old:
            return slug, 34
        if document.province_set is not None or document.issued is None:
            return slug, document.province_set
        return slug, 63 if document.issued < MERGER else 34

    def _known_in(self, run: str) -> tuple[tuple[int, int, str], ...]:
        """The names in a run of capitals: from where to where, and whose they are."""
        words = [one.span() for one in _WORD.finditer(run)]
        known: list[tuple[int, int, str]] = []
        position = 0
        while position < len(words):
            first, last = words[position]
            if not self._begins[run[first:last]]:
                position += 1
                continue
            length, slug = self._longest(run, words, position)
            before = slice(*words[position - 1]) if position else slice(0)
            after_known = bool(known) and known[-1][1] == before.stop
            if slug is not None and not after_known and fold(run[before]) in _SURNAMES:
                slug = None  # *Nguyễn Hòa Bình*
            if slug is not None:
                known.append((first, words[position + length - 1][1], slug))
            position += length
        return tuple(known)

    def _longest(
        self, name: str, words: Sequence[tuple[int, int]], position: int
    ) -> tuple[int, str | None]:
        for length in range(min(self.longest, len(words) - position), 0, -1):
            surface = name[words[position][0] : words[position + length - 1][1]]
            known = fold(surface)
            if known in self._known:
                return length, self._known[known]
        return 1, None


def _names(card: Province) -> Iterator[str]:
    yield card.label.vi
    yield card.label.en
    yield from card.names


_PARTY_BEFORE = regex.compile(
    r"(?ri)(?:tỉnh\s+u[ỷy]|tỉnh\s+ủy|thành\s+ủy|thành\s+uỷ|đảng\s+bộ\s+tỉnh|tỉnh|province\s+of)\s+"
)
#: Where a report was filed, which need not be what it is about: *Hanoi (VNA) –*.
_DATELINE = regex.compile(r"\s*\(\s*(?:VNA|VNS|VGP|VOV|VIR|TTXVN|Vietnam\+|CPV)\b")
_PARTY_AFTER = regex.compile(r"(?i)\s+(?:provincial|province(?!s)|city\s+party|municipal)")
_PERSON = regex.compile(r"(?i)\s*(?:ideology|thought|communist|academy|highway|campaign|phủ|phu\b)")
#: Ho Chi Minh's is the person's, where Da Nang's is the city's.
_PERSON_OWNS = regex.compile(r"[’']s(?!\w)")
#: A district that bears the name of a province lies in another one.
_DISTRICT_BEFORE = regex.compile(r"(?ri)(?:huyện|district\s+of|huyện\s+u[ỷy]|huyện\s+ủy)\s+")
_DISTRICT_AFTER = regex.compile(r"(?i)\s+district\b")
_PROVINCE_AFTER = regex.compile(r"(?i)\s+province\b")
_CITY_BEFORE = regex.compile(r"(?ri)(?<!\w)(?:tp\.?\s*|(?:thành\s+phố|thanh\s+pho|city\s+of)\s+)")
_CITY_AFTER = regex.compile(r"(?i)\s+city\b")
_CITY_WORDS = regex.compile(r"^(?:tp|thanh pho)\s+|\s+city$")
#: Family names: what follows is the name of a person, folded.
_SURNAMES = frozenset(
    {
        "bui", "dang", "dinh", "do", "duong", "hoang", "huynh", "le", "ngo", "nguyen", "pham",
        "phan", "tran", "trinh", "truong", "vo", "vu",
    }
)  # fmt: skip
#: Names that begin with that of a province and are no province, folded.
_ELSEWHERE = ("thai binh duong",)


def _with_city(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a name stands with its word city; None without one."""
    if before := _CITY_BEFORE.match(text, max(0, start - 14), start):
        return int(before.start()), end
    after = _CITY_AFTER.match(text, end)
    return (start, int(after.end())) if after else None


def _weight(text: str, start: int, end: int) -> int:
    """How much a name says that it is the province; 0 where it names something else."""
    if _DATELINE.match(text, end, min(len(text), end + 20)):
        return 0
    with_city = _CITY_WORDS.search(fold(text[start:end])) is not None
    if not with_city and _PERSON.match(text, end, min(len(text), end + 20)):
        return 0
    if not with_city and fold(text[start:end]) == "ho chi minh" and _PERSON_OWNS.match(text, end):
        return 0
    in_province = _PROVINCE_AFTER.match(text, end) is not None
    if not in_province and _DISTRICT_BEFORE.match(text, max(0, start - 14), start):
        return 0
    if _DISTRICT_AFTER.match(text, end, min(len(text), end + 12)):
        return 0
    if _PARTY_BEFORE.match(text, max(0, start - 24), start):
        return 3
    return 3 if _PARTY_AFTER.match(text, end, min(len(text), end + 20)) else 1
