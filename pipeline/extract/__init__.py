"""Facts: the typed numbers of a document, each with its place and its rule.

Candidates start where a digit (or a number word) stands; the cards' patterns are tried
there and nowhere else. What overlaps is settled by one function, for everything.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import regex

from pipeline.extract.cells import CellReader
from pipeline.extract.damage import FLAG, is_damaged, mend
from pipeline.extract.references import LOOK_ALIKES, Registry
from pipeline.extract.values import MAKERS, Reader
from pipeline.language import GROUP_SPACES, Language, NumberFormat, alternatives
from pipeline.model import VALUES, Document, Fact, Mention, Passage, Percentage, Value
from pipeline.rulebook import CompiledRule, LanguageRules, Rulebook

__all__ = ["Candidate", "Extraction", "Extractor", "settle"]

_DIGITS = regex.compile(r"(?<!\d)(?<!\d[.,])\d")
_ROMAN = regex.compile(r"(?<![\p{L}\d])[IVX]{1,6}(?![\p{L}\d])")
_TOKEN = regex.compile(rf"\d+(?:[.,{GROUP_SPACES[:-1]}]\d+)*")
_LETTER_BEFORE = regex.compile(r"(?r)(?:[\p{L}_]|\p{L}[-‑–])")

#: Claimed before everything else, whatever the length (contract, kinds).
_FIRST = frozenset({"document_number", "date", "period", "mention"})
_ORDER = {kind: index for index, kind in enumerate(VALUES)}


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
        kind = self.rule.kind
        return (kind not in _FIRST, self.start - self.end, _ORDER[kind], self.rank, self.start)


#: Where a value stands in its passage, the value and its rule.
Chosen = tuple[int, int, Value, str]


class Extraction(NamedTuple):
    """The facts of a document, the digits that are none, and the number format found."""

    facts: tuple[Fact, ...]
    mentions: tuple[Fact, ...]
    numbers: NumberFormat


def settle(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Of overlapping candidates the one that stays; the result never overlaps.

    The outcome does not depend on the order in which candidates come.
    """
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda one: one.precedence):
        if all(candidate.end <= one.start or candidate.start >= one.end for one in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda one: one.start)


@dataclass(frozen=True)
class Extractor:
    """Finds facts; built once from a rulebook, called with a document."""

    rulebook: Rulebook

    def __call__(self, document: Document) -> Extraction:
        """The facts and mentions of a document, in reading order."""
        scanner = self.scanners[document.language]
        numbers = scanner.decide_format(document)
        facts: list[Fact] = []
        mentions: list[Fact] = []
        torn = is_damaged(
            document.text[one.start : one.end]
            for one in document.passages
            if one.kind != "furniture"
        )
        for index, passage in enumerate(document.passages):
            for fact in scanner.passage_facts(document, index, passage, numbers, torn=torn):
                (mentions if isinstance(fact.value, Mention) else facts).append(fact)
        facts = self.registry.resolve(document, facts, scanner.rules)
        return Extraction(tuple(facts), tuple(mentions), numbers)

    def candidates(self, text: str, language: str) -> list[Candidate]:
        """Every candidate of a text taken as one passage, for `rules explain`."""
        scanner = self.scanners[language]
        numbers = scanner.language.decide_format(_TOKEN.findall(text))
        return list(scanner.candidates(text, Reader(scanner.language, numbers)))

    @cached_property
    def scanners(self) -> dict[str, Scanner]:
        """A scanner for each language."""
        return {code: Scanner(rules) for code, rules in self.rulebook.languages.items()}

    @cached_property
    def registry(self) -> Registry:
        """What is known of document types and issuers."""
        return Registry(self.rulebook)


class Scanner:
    """The rules of one language, sorted by what they start from."""

    def __init__(self, rules: LanguageRules) -> None:
        self.rules = rules
        self.language: Language = rules.language
        ranked = list(enumerate(rules.rules))
        self.by_anchor: dict[str, list[tuple[int, CompiledRule]]] = {
            anchor: [(rank, rule) for rank, rule in ranked if rule.anchor == anchor]
            for anchor in ("digit", "word", "roman")
        }
        self.sieves = {
            anchor: regex.compile("".join(f"(?:{rule.probe}()|)" for _, rule in ranked_rules))
            for anchor, ranked_rules in self.by_anchor.items()
        }
        self.words = self._word_anchors()
        self.cells = CellReader(self.language)

    def _word_anchors(self) -> regex.Pattern[str]:
        words = self.language.card.words
        listed = alternatives((*words.cardinal, *words.tens, *words.fraction, *words.multiplier))
        return regex.compile(rf"(?i)(?<!\w)(?:{listed or '(?!)'})(?!\w)")

    def decide_format(self, document: Document) -> NumberFormat:
        """The number format of a document, furniture left aside."""
        return self.language.decide_format(
            token
            for passage in document.passages
            if passage.kind != "furniture"
            for token in _TOKEN.findall(document.text, passage.start, passage.end)
        )

    def anchors(self, text: str) -> Iterator[tuple[str, int]]:
        """Where candidates may start: at digits, number words and Roman numerals."""
        for found in _DIGITS.finditer(text):
            yield "digit", found.start()
        if self.by_anchor["word"]:
            for found in self.words.finditer(text):
                yield "word", found.start()
        if self.by_anchor["roman"]:
            for found in _ROMAN.finditer(text):
                yield "roman", found.start()

    def candidates(self, text: str, reader: Reader) -> Iterator[Candidate]:
        """Every match of every rule, with its value."""
        for anchor, position in self.anchors(text):
            glued = anchor == "digit" and _LETTER_BEFORE.match(text, 0, position) is not None
            for rank, rule in self._sifted(text, anchor, position):
                if glued and rule.before is None and not rule.card.glued:
                    continue
                found = rule.pattern.match(text, position)
                if found is None:
                    continue
                start, groups = position, found.groupdict()
                if rule.before is not None:
                    lead = rule.before.match(text, 0, position)
                    if lead is None:
                        continue
                    start, groups = lead.start(), {**groups, **lead.groupdict()}
                end = found.end()
                if end == start:
                    continue
                value = MAKERS[rule.kind](groups, rule.card.sets, reader)
                if value is not None:
                    yield Candidate(start, end, rule, value, rank)

    def _sifted(self, text: str, anchor: str, position: int) -> Iterator[tuple[int, CompiledRule]]:
        """The rules that match at an anchor, all of them tried in one pass."""
        sifted = self.sieves[anchor].match(text, position)
        rules = self.by_anchor[anchor]
        for index, empty in enumerate(sifted.groups()):
            if empty is not None:
                yield rules[index]

    def passage_facts(
        self,
        document: Document,
        index: int,
        passage: Passage,
        numbers: NumberFormat,
        *,
        torn: bool = False,
    ) -> Iterator[Fact]:
        """The facts and mentions of one passage; ``torn`` closes the spaces inside numbers."""
        printed = document.text[passage.start : passage.end]
        text = printed.translate(LOOK_ALIKES)
        reader = Reader(self.language, numbers)
        if passage.kind == "furniture":
            chosen = [_boilerplate(found) for found in _TOKEN.finditer(text)]
        elif torn:
            chosen = self._mended(text, reader)
        else:
            chosen = self._chosen(text, reader)
        if passage.kind == "cell" and not chosen:
            headers = [document.text[start:end] for start, end in passage.headers]
            cell = self.cells.read(text, headers, reader)
            chosen = [(*cell, "reader/cell")] if cell else []
        if not chosen:
            return
        sentences = self.language.sentences(text)
        position = 0
        for start, end, value, rule in chosen:
            while position < len(sentences) - 1 and sentences[position][1] <= start:
                position += 1
            first, last = sentences[position]
            first, last = min(first, start), max(last, end)
            offset = passage.start
            yield Fact(
                id=fact_id(document.id, value.kind, offset + start, offset + end),
                document=document.id,
                path=document.path,
                passage=index,
                start=offset + start,
                end=offset + end,
                text=printed[start:end],
                sentence=printed[first:last],
                sentence_start=offset + first,
                page=passage.page,
                box=passage.box,
                weak=any(
                    low < offset + end and offset + start < high for low, high in document.weak
                ),
                value=value,
                rule=rule,
            )

    def _chosen(self, text: str, reader: Reader) -> list[Chosen]:
        """What stays of the candidates of a text, each with its bound."""
        chosen: list[Chosen] = []
        for one in settle(self.candidates(text, reader)):
            value = self._bounded(text, one)
            if chosen and self._shares_bound(text, chosen[-1], one):
                comparator = getattr(chosen[-1][2], "comparator", "=")
                value = value.model_copy(update={"comparator": comparator})
            chosen.append((one.start, one.end, value, one.rule.id))
        return chosen

    def _mended(self, text: str, reader: Reader) -> list[Chosen]:
        """What stays in a text whose numbers were torn; what was mended is flagged."""
        mended = mend(text)
        chosen: list[Chosen] = []
        for start, end, value, rule in self._chosen(mended.text, reader):
            torn = mended.torn(start, end) and "flag" in type(value).model_fields
            flagged = value.model_copy(update={"flag": FLAG}) if torn else value
            chosen.append((*mended.place(start, end), flagged, rule))
        return chosen

    def _bounded(self, text: str, one: Candidate) -> Value:
        """The value with the bound that the words beside it give."""
        value = one.value
        if getattr(value, "comparator", None) != "=" or "comparator" in one.rule.card.sets:
            return value
        comparator, _, _ = self.language.bound(text, one.start, one.end)
        if comparator == "=":
            return value
        return value.model_copy(update={"comparator": comparator})

    def _shares_bound(self, text: str, before: Chosen, one: Candidate) -> bool:
        """Whether a percentage goes on with the bound that stood before another one.

        A bound behind its number (*từ 15% trở lên*) is spent; one before it governs the list.
        """
        start, end, value, _ = before
        if not isinstance(value, Percentage) or not isinstance(one.value, Percentage):
            return False
        if value.upto is not None or value.comparator not in _CARRIED:
            return False
        if one.value.comparator != "=" or self.language.bound(text, one.start, one.end)[0] != "=":
            return False
        if _AND.fullmatch(text, end, one.start) is None:
            return False
        _, first, _ = self.language.bound(text, start, end)
        return first < start


#: What stands between the parts of a list: *tối thiểu 5% công chức và 10% viên chức*.
_AND = regex.compile(r"(?:\s[^\s\d,;.:()]+){1,6}(?:,|\s(?:và|and))\s")
_CARRIED = frozenset({">=", "<="})


def _boilerplate(found: regex.Match[str]) -> tuple[int, int, Value, str]:
    return found.start(), found.end(), Mention(what="boilerplate"), "reader/furniture"


def fact_id(document: str, kind: str, start: int, end: int) -> str:
    """A short id that is the same whenever the same document is read.

    >>> fact_id("d", "count", 0, 3) == fact_id("d", "count", 0, 3)
    True
    """
    key = f"{document}:{kind}:{start}:{end}".encode()
    return hashlib.blake2b(key, digest_size=8).hexdigest()
