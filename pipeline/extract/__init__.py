"""Facts: the typed numbers of a document, each with its place and its rule.

Candidates start where a digit (or a number word) stands; the cards' patterns are tried
there and nowhere else. What overlaps is settled by one function, for everything.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from pipeline.extract.anchors import NumberWords, Span, numbers, roman_numerals, tokens
from pipeline.extract.cells import CellReader
from pipeline.extract.damage import FLAG, is_damaged, mend, squeezed
from pipeline.extract.references import Registry
from pipeline.extract.sieve import Sieve, blurred
from pipeline.extract.values import Found, Pieces, Reader, Values
from pipeline.language import Language, Memo, NumberFormat, late, plain_letters
from pipeline.model import VALUES, Document, Fact, Mention, Value
from pipeline.rulebook import CompiledRule, LanguageRules, Rulebook

__all__ = ["FIRST", "Candidate", "Extraction", "Extractor", "settle"]

#: Claimed before everything else, whatever the length (contract, kinds).
FIRST = frozenset({"document_number", "date", "period", "mention"})
_ORDER = {kind: index for index, kind in enumerate(VALUES)}

#: The kinds of what is measured or counted, and so can have a bound.
_BOUNDED = frozenset(kind for kind, noun in VALUES.items() if "comparator" in noun.model_fields)

_START = attrgetter("start")


class Match(NamedTuple):
    """Where a rule matches in a passage; ``rank`` is the place of the rule in the cards.

    ``pieces`` are the printed pieces that its value is made of.
    """

    start: int
    end: int
    rule: CompiledRule
    rank: int
    pieces: Pieces


class Candidate(NamedTuple):
    """A match with its value, offsets in its passage; ``rank`` is its place in the cards."""

    start: int
    end: int
    rule: CompiledRule
    value: Value
    rank: int

    @property
    def precedence(self) -> tuple[Any, ...]:
        """Smallest first: document numbers and dates, then the longest, then the order."""
        return _precedence(self)


def _precedence(one: Candidate | Match) -> tuple[Any, ...]:
    kind = one.rule.kind
    return (kind not in FIRST, one.start - one.end, _ORDER[kind], one.rank, one.start)


#: Where a value stands in its passage, the value and its rule.
Chosen = tuple[int, int, Value, str]


class Extraction(NamedTuple):
    """The facts of a document, the digits that are none, and the number format found."""

    facts: tuple[Fact, ...]
    mentions: tuple[Fact, ...]
    numbers: NumberFormat


# ── settling ──────────────────────────────────────────────────────────────────────────────


def settle(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Of overlapping candidates the one that stays; the result never overlaps.

    The outcome does not depend on the order in which candidates come.
    """
    return [one for one, _ in _settled(candidates, attrgetter("value"))]


C = TypeVar("C", Candidate, Match)


def _settled(
    claims: Iterable[C], value_of: Callable[[C], Value | None]
) -> Iterator[tuple[C, Value]]:
    """Those that stay with their values, from left to right; what has no value is no claim."""
    for group in _entangled(claims):
        if len(group) > 1:
            yield from _disentangled(group, value_of)
        elif (value := value_of(group[0])) is not None:
            yield group[0], value


def _entangled(claims: Iterable[C]) -> Iterator[list[C]]:
    """The claims in groups, from left to right: none overlaps one of another group."""
    group: list[C] = []
    end = 0
    for claim in sorted(claims, key=_START):
        if group and claim.start >= end:
            yield group
            group = []
        end = max(end, claim.end) if group else claim.end
        group.append(claim)
    if group:
        yield group


def _disentangled(
    claims: Iterable[C], value_of: Callable[[C], Value | None]
) -> list[tuple[C, Value]]:
    starts: list[int] = []
    kept: list[tuple[C, Value]] = []
    for claim in sorted(claims, key=_precedence):
        place = bisect_left(starts, claim.start)
        if place and kept[place - 1][0].end > claim.start:
            continue
        if place < len(kept) and claim.end > starts[place]:
            continue
        value = value_of(claim)  # only now: what overlaps something better needs none
        if value is not None:
            starts.insert(place, claim.start)
            kept.insert(place, (claim, value))
    return kept


# ── finding ───────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Extractor:
    """Finds facts; built once from a rulebook, called with a document."""

    rulebook: Rulebook

    def __call__(self, document: Document) -> Extraction:
        """The facts and mentions of a document, in reading order."""
        scanner = self.scanners[document.language]
        found, numbers = scanner.scan(document)
        facts = [one for one in found if one.value.kind != "mention"]
        mentions = [one for one in found if one.value.kind == "mention"]
        whole = self.registry.resolve(document.text, facts, scanner.rules)
        return Extraction(_facts(document, whole), _facts(document, mentions), numbers)

    def candidates(self, text: str, language: str) -> list[Candidate]:
        """Every candidate of a text taken as one passage, for `rules explain`."""
        scanner = self.scanners[language]
        spans = tokens(text)
        numbers = scanner.language.decide_format(text[start:end] for start, end in spans)
        values = scanner.values_in(numbers)
        return [
            Candidate(one.start, one.end, one.rule, value, one.rank)
            for one in scanner.matches(text, spans)
            if (value := values[one.rank, "=", one.pieces]) is not None
        ]

    @cached_property
    def scanners(self) -> Memo[str, Scanner]:
        """A scanner for each language, made when it is first asked for."""
        return Memo(lambda code: Scanner(self.rulebook.languages[code]))

    @cached_property
    def registry(self) -> Registry:
        """What is known of document types and issuers."""
        return Registry(self.rulebook)


class Scanner:
    """The rules of one language, sorted by what they start from."""

    def __init__(self, rules: LanguageRules) -> None:
        self.rules = rules
        self.language: Language = rules.language
        self.digits, self.words, self.romans = (
            Sieve(
                [(rank, rule) for rank, rule in enumerate(rules.rules) if rule.anchor == anchor],
                glued=anchor != "digit",
            )
            for anchor in ("digit", "word", "roman")
        )
        card = self.language.card
        #: Between the parts of a list: *tối thiểu 5% công chức và 10% viên chức*.
        self._and = late(rf"(?:\s[^\s\d,;.:()]+){{1,6}}(?:,|\s(?:{card.any_of('list_joints')}))\s")
        self.number_words = NumberWords(card.words, card.letters)
        self.cells = CellReader(self.language)
        self._values: Memo[tuple[str, str], Values] = Memo(
            lambda marks: Values(rules.rules, Reader(self.language, NumberFormat(*marks))), size=8
        )

    def values_in(self, numbers: NumberFormat) -> Values:
        """What makes the values of a text that writes numbers in this format."""
        return self._values[numbers.decimal, numbers.thousands]

    def scan(self, document: Document) -> tuple[list[Found], NumberFormat]:
        """The facts and mentions of a document, and the number format that they are read in."""
        text = plain_letters(document.text)
        printed = [text[passage.start : passage.end] for passage in document.passages]
        places = [tokens(one) for one in printed]
        sound = [passage.kind != "furniture" for passage in document.passages]
        numbers = self.language.decide_format(
            one[start:end]
            for one, spans, counts in zip(printed, places, sound, strict=True)
            if counts
            for start, end in spans
        )
        values = self.values_in(numbers)
        read = zip(printed, places, sound, strict=True)
        torn = is_damaged((one, spans) for one, spans, counts in read if counts)
        found: list[Found] = []
        unit: str | None = None
        for index, passage in enumerate(document.passages):
            one, spans = printed[index], places[index]
            if passage.kind != "cell":
                unit = self.cells.unit_of(one) if sound[index] else unit
            if not sound[index]:
                chosen = [_boilerplate(span) for span in spans]
            else:
                chosen = self._read(one, spans, values, torn=torn)
            if passage.kind == "cell" and not chosen:
                path, labels = (
                    passage.headers[: passage.columns],
                    passage.headers[passage.columns :],
                )
                headers, beside = (
                    [document.text[start:end] for start, end in reversed(places_)]
                    for places_ in (path, labels)
                )
                cell = self.cells.read(one, headers, values.reader, labels=beside, unit=unit)
                chosen = [(*cell, "reader/cell")] if cell else []
            if chosen:
                found += self._placed(chosen, one, index, passage.start)
        return found, numbers

    def _anchors(self, text: str, spans: list[Span]) -> Iterator[tuple[Sieve, list[int]]]:
        """Where candidates may start: at digits, number words and Roman numerals."""
        if spans:
            yield self.digits, numbers(text, spans)
        if self.words.rules:
            yield self.words, self.number_words(text)
        if self.romans.rules:
            yield self.romans, roman_numerals(text)

    def matches(self, text: str, spans: list[Span]) -> list[Match]:
        """Every match of every rule in a text; ``spans`` are its tokens."""
        alike = blurred(text)
        return [
            match
            for sieve, anchors in self._anchors(text, spans)
            for match in _matches(text, alike, sieve, anchors)
        ]

    def _chosen(self, text: str, spans: list[Span], values: Values) -> list[Chosen]:
        """What stays of the matches in a text, each with its bound."""

        def value_of(one: Match) -> Value | None:
            bounded = one.rule.kind in _BOUNDED and "comparator" not in one.rule.card.sets
            comparator = self.language.bound(text, one.start, one.end)[0] if bounded else "="
            return values[one.rank, comparator, one.pieces]

        chosen: list[Chosen] = []
        for one, value in _settled(self.matches(text, spans), value_of):
            shares = chosen and one.rule.kind == "percentage"
            bounded = self._with_shared_bound(text, chosen[-1], one, value) if shares else value
            chosen.append((one.start, one.end, bounded, one.rule.id))
        return chosen

    def _read(self, text: str, spans: list[Span], values: Values, *, torn: bool) -> list[Chosen]:
        """What stays in a text, whatever its spaces are like."""
        closed = squeezed(text)
        if closed is None:
            return self._mended(text, values) if torn else self._chosen(text, spans, values)
        found = self._read(closed.text, tokens(closed.text), values, torn=torn)
        return [(*closed.place(start, end), value, rule) for start, end, value, rule in found]

    def _mended(self, text: str, values: Values) -> list[Chosen]:
        """What stays in a text whose numbers were torn; what was mended is flagged."""
        mended = mend(text)
        chosen: list[Chosen] = []
        for start, end, value, rule in self._chosen(mended.text, tokens(mended.text), values):
            torn = mended.torn(start, end) and "flag" in type(value).model_fields
            flagged = value.model_copy(update={"flag": FLAG}) if torn else value
            chosen.append((*mended.place(start, end), flagged, rule))
        return chosen

    def _with_shared_bound(self, text: str, before: Chosen, one: Match, value: Value) -> Value:
        """A percentage with the bound that stood before another one, where it goes on with it.

        A bound behind its number (*từ 15% trở lên*) is spent; one before it governs the list.
        """
        start, end, other, _ = before
        if other.kind != "percentage" or value.kind != "percentage":
            return value
        if other.upto is not None or other.comparator not in _CARRIED or value.comparator != "=":
            return value
        if self.language.bound(text, one.start, one.end)[0] != "=":
            return value
        if value.number is None or value.number >= _WHOLE or value.upto is not None:
            return value
        if self._and.fullmatch(text, end, one.start) is None:
            return value
        _, first, _ = self.language.bound(text, start, end)
        if first >= start:
            return value
        return value.model_copy(update={"comparator": other.comparator})

    def _placed(
        self, chosen: list[Chosen], text: str, passage: int, offset: int
    ) -> Iterator[Found]:
        """What was chosen in a passage, with its sentence and its place in the document."""
        sentences = _joined(self.language.sentences(text), chosen)
        position = 0
        for start, end, value, rule in chosen:
            while position < len(sentences) - 1 and sentences[position][1] <= start:
                position += 1
            first, last = sentences[position]
            yield Found(
                passage,
                offset + start,
                offset + end,
                value,
                rule,
                offset + (first if first < start else start),
                offset + (last if last > end else end),
            )


def _joined(sentences: Sequence[Span], chosen: Iterable[Chosen]) -> list[Span]:
    """The sentences, none of which ends inside of a fact: *giảm 3. 106 viên chức*."""
    kept = list(sentences[:1])
    facts = iter(chosen)
    fact = next(facts, None)
    for sentence in sentences[1:]:
        while fact is not None and fact[1] <= sentence[0]:
            fact = next(facts, None)
        if fact is not None and fact[0] < kept[-1][1]:
            kept[-1] = (kept[-1][0], sentence[1])
        else:
            kept.append(sentence)
    return kept


_WHOLE = 100
_CARRIED = frozenset({">=", "<="})


def _matches(text: str, alike: str, sieve: Sieve, anchors: Iterable[int]) -> Iterator[Match]:
    """The matches of the rules of a sieve at their anchors."""
    for anchor in anchors:
        for rank, rule in sieve(alike, anchor):
            start, lead = anchor, None
            if (before := rule.before) is not None:
                lead = before.match(text, 0, anchor)
                if lead is None:
                    continue
                start = lead.start()
            found = rule.pattern.match(text, anchor)
            if found is None or (end := found.end()) == start:
                continue
            pieces = found.groups() + lead.groups() if lead else found.groups()
            yield Match(start, end, rule, rank, pieces)


def _boilerplate(span: Span) -> Chosen:
    return *span, Mention(what="boilerplate"), "reader/furniture"


# ── facts ─────────────────────────────────────────────────────────────────────────────────


def _facts(document: Document, found: Iterable[Found]) -> tuple[Fact, ...]:
    """What was found as facts of a document."""
    text, passages = document.text, document.passages
    identity, path = document.id, document.path
    is_weak = _overlapping(document.weak)
    return tuple(
        Fact.trusted(
            {
                "id": fact_id(identity, value.kind, start, end),
                "document": identity,
                "path": path,
                "passage": passage,
                "start": start,
                "end": end,
                "text": text[start:end],
                "sentence": text[first:last],
                "sentence_start": first,
                "page": page,
                "box": box,
                "weak": is_weak(start, end),
                "value": value,
                "rule": rule,
            }
        )
        for passage, start, end, value, rule, first, last in found
        for page, box in (passages[passage].on_paper(start, end),)
    )


def _overlapping(places: Iterable[Span]) -> Callable[[int, int], bool]:
    """Whether a place overlaps any of these places."""
    ordered = sorted(places)
    if not ordered:
        return lambda start, end: False
    starts = [start for start, _ in ordered]
    furthest = list(accumulate((end for _, end in ordered), max))

    def overlaps(start: int, end: int) -> bool:
        before = bisect_left(starts, end)
        return before > 0 and furthest[before - 1] > start

    return overlaps


def fact_id(document: str, kind: str, start: int, end: int) -> str:
    """A short id that is the same whenever the same document is read.

    >>> fact_id("d", "count", 0, 3) == fact_id("d", "count", 0, 3)
    True
    """
    key = f"{document}:{kind}:{start}:{end}".encode()
    return hashlib.blake2b(key, digest_size=8).hexdigest()
