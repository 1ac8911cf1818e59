"""Every line of every card, run: what a card promises, the whole rulebook must keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import regex

from pipeline.extract import Extractor
from pipeline.model import Document, Fact, Passage
from pipeline.rulebook import CompiledRule, Rulebook

__all__ = ["Failure", "marked", "run"]

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
    """Run the examples of all rules; nothing comes back where all of them hold."""
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


def values_by_rule(rulebook: Rulebook) -> Mapping[str, int]:
    """How many examples each rule carries."""
    return {
        rule.id: len(rule.card.finds) + len(rule.card.skips) + len(rule.card.misses)
        for rules in rulebook.languages.values()
        for rule in rules.rules
    }
