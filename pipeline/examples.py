"""Every line of every card, run: what a card promises, the whole rulebook must keep.

Rules of facts, terms and indicators carry examples, each in its own way: a fact stands in
brackets beside its written form, a term beside the dimensions that it states, the number of
an indicator beside the indicator's id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import regex

from pipeline.extract import Extractor
from pipeline.link import Linker
from pipeline.link.terms import TermMention
from pipeline.model import Document, Fact, Observation, Passage
from pipeline.readers.text import detect_language
from pipeline.rulebook import CompiledRule, Compound, Indicator, Rulebook, Term

__all__ = ["Failure", "marked", "run", "run_indicators", "run_rules", "run_terms"]

_MARK = regex.compile(r"\[([^\]]*)\]")


class Failure(NamedTuple):
    """A line of a card that does not hold: what was expected, and what was found."""

    card: str
    example: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.card}: {self.example}\n    expected {self.expected}, found {self.found}"


def marked(example: str) -> tuple[str, list[tuple[int, int]]]:
    """The sentence of an example without its brackets, and where they stood.

    >>> marked("đạt [90,77%] kế hoạch")
    ('đạt 90,77% kế hoạch', [(4, 10)])
    """
    spans = [
        (found.start() - 2 * index, found.end() - 2 * index - 2)
        for index, found in enumerate(_MARK.finditer(example))
    ]
    return _MARK.sub(r"\1", example), spans


def as_document(text: str, language: str) -> Document:
    """A sentence as a document of one passage."""
    passage = Passage(start=0, end=len(text))
    return Document(id="example", path="example", text=text, passages=(passage,), language=language)


def run(rulebook: Rulebook) -> Iterator[Failure]:
    """Run the examples of all cards; nothing comes back where all of them hold."""
    yield from run_rules(rulebook)
    yield from run_terms(rulebook)
    yield from run_indicators(rulebook)


def run_rules(rulebook: Rulebook) -> Iterator[Failure]:
    """Run the examples of the rules that find facts."""
    extractor = Extractor(rulebook)
    seen: set[str] = set()
    for code, rules in rulebook.languages.items():
        for rule in rules.rules:
            shared = rule.id.startswith("common/")
            if shared and rule.id in seen:
                continue
            seen.add(rule.id)
            languages = tuple(rulebook.languages) if shared else (code,)
            yield from _rule(extractor, rule, languages)


def _rule(
    extractor: Extractor, rule: CompiledRule, languages: tuple[str, ...]
) -> Iterator[Failure]:
    card = rule.card
    for language in languages:
        for example, values in card.finds.items():
            expected = [values] if isinstance(values, str) else list(values)
            yield from _finds(extractor, rule, language, example, expected)
        for example in card.skips:
            found = [fact for fact in _facts(extractor, example, language) if fact.rule == rule.id]
            if found:
                yield Failure(rule.id, example, "nothing", _written(found))
        for example, values in card.misses.items():
            expected = [values] if isinstance(values, str) else list(values)
            if not list(_finds(extractor, rule, language, example, expected)):
                yield Failure(rule.id, example, "a miss", "it works: move the line to finds")


def _finds(
    extractor: Extractor, rule: CompiledRule, language: str, example: str, expected: list[str]
) -> Iterator[Failure]:
    text, spans = marked(example)
    found = [fact for fact in _facts(extractor, text, language) if fact.kind == rule.kind]
    right = [
        (fact.start, fact.end, str(fact.value)) == (*span, value)
        for fact, span, value in zip(found, spans, expected, strict=False)
    ]
    if len(found) != len(spans) or len(spans) != len(expected) or not all(right):
        yield Failure(rule.id, example, ", ".join(expected), _written(found))
    elif all(fact.rule != rule.id for fact in found):
        others = ", ".join(fact.rule for fact in found)
        yield Failure(rule.id, example, "this rule to find it", others)


def _facts(extractor: Extractor, text: str, language: str) -> list[Fact]:
    extraction = extractor(as_document(text, language))
    return sorted([*extraction.facts, *extraction.mentions], key=lambda fact: fact.start)


def _written(facts: list[Fact]) -> str:
    return ", ".join(f"[{fact.text}] = {fact.value} ({fact.rule})" for fact in facts) or "nothing"


# ── terms and indicators ──────────────────────────────────────────────────────────────────


def run_terms(rulebook: Rulebook) -> Iterator[Failure]:
    """Run the examples of terms and compounds: words in brackets, and what they state."""
    linker = Linker(rulebook)
    for term in rulebook.terms:
        yield from _term(linker, f"terms:{term.id}", term)
    for compound in rulebook.compounds:
        yield from _term(linker, f"compounds:{compound.id}", compound)


def _term(linker: Linker, card: str, term: Term | Compound) -> Iterator[Failure]:
    for example, expected in term.finds.items():
        text, spans = marked(example)
        mentions = _terms_of(linker, text)
        at_spans = [one for one in mentions if (one.start, one.end) in spans]
        right = [one.id == term.id and _stated(one.sets) == expected for one in at_spans]
        if len(at_spans) != len(spans) or not spans or not all(right):
            yield Failure(card, example, expected or "nothing stated", _mentioned(text, mentions))
    for example in term.skips:
        mentions = [one for one in _terms_of(linker, example) if one.id == term.id]
        if mentions:
            yield Failure(card, example, "nothing", _mentioned(example, mentions))


def _terms_of(linker: Linker, text: str) -> list[TermMention]:
    return linker.matchers[detect_language(text, linker.rulebook)](text).terms


def _stated(sets: Mapping[str, str]) -> str:
    return " ".join(f"{name}={value}" for name, value in sets.items())


def _mentioned(text: str, mentions: list[TermMention]) -> str:
    return (
        ", ".join(
            f"[{text[one.start : one.end]}] = {_stated(one.sets) or 'nothing'} ({one.id})"
            for one in mentions
        )
        or "nothing"
    )


def run_indicators(rulebook: Rulebook) -> Iterator[Failure]:
    """Run the examples of the indicators: the number in brackets, and what it measures."""
    extractor, linker = Extractor(rulebook), Linker(rulebook)
    for indicator in rulebook.indicators:
        yield from _indicator(extractor, linker, indicator)


def _indicator(extractor: Extractor, linker: Linker, indicator: Indicator) -> Iterator[Failure]:
    card = f"indicators:{indicator.id}"
    for example, expected in indicator.finds.items():
        text, spans = marked(example)
        linked = _linked(extractor, linker, text)
        at_spans = [one for one in linked if (one.fact.start, one.fact.end) in spans]
        right = [one.indicator == expected for one in at_spans]
        if len(at_spans) != len(spans) or not spans or not all(right):
            yield Failure(card, example, expected, _measured(linked))
    for example in indicator.skips:
        linked = _linked(extractor, linker, example)
        if found := [one for one in linked if one.indicator == indicator.id]:
            yield Failure(card, example, "nothing", _measured(found))


def _linked(extractor: Extractor, linker: Linker, text: str) -> tuple[Observation, ...]:
    document = as_document(text, detect_language(text, linker.rulebook))
    return linker(document, extractor(document).facts)


def _measured(observations: Iterable[Observation]) -> str:
    return (
        ", ".join(f"[{one.fact.text}] = {one.indicator or 'none'}" for one in observations)
        or "no number"
    )


def values_by_rule(rulebook: Rulebook) -> Mapping[str, int]:
    """How many examples each rule carries."""
    return {
        rule.id: len(rule.card.finds) + len(rule.card.skips) + len(rule.card.misses)
        for rules in rulebook.languages.values()
        for rule in rules.rules
    }
