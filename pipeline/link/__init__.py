"""Observations: what a number is about, and the words that say so.

Only sentences that hold a number are looked at. A dimension comes from the words nearest to
the number that speak of it (`scope`), never from a guess; what the report does not state
stays empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from pipeline.link.cells import Headers
from pipeline.link.gather import Gatherer
from pipeline.link.indicators import IndicatorFinder
from pipeline.link.lists import Lists
from pipeline.link.reading import QUANTITIES, Reading
from pipeline.link.terms import TermMatcher
from pipeline.link.time import Times
from pipeline.link.words import ClauseWords
from pipeline.model import Document, Fact, Observation, Role
from pipeline.places import Gazetteer
from pipeline.rulebook import Rulebook

__all__ = ["QUANTITIES", "Linker"]


class Linker:
    """Links facts to what they are about; built once from a rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.indicators = IndicatorFinder(rulebook)
        self.gazetteer = Gazetteer(rulebook)
        self.times = {
            code: Times(rules.language.card) for code, rules in rulebook.languages.items()
        }
        self.words = {
            code: ClauseWords(rules.language.card) for code, rules in rulebook.languages.items()
        }

    @cached_property
    def matchers(self) -> dict[str, TermMatcher]:
        """A matcher for each language."""
        return {code: TermMatcher(self.rulebook, code) for code in self.rulebook.languages}

    def __call__(self, document: Document, facts: Sequence[Fact]) -> tuple[Observation, ...]:
        """The facts of a document with their dimensions, in the same order."""
        observations: list[Observation] = []
        lists = Lists(document, self.matchers[document.language])
        for sentence_facts in _by_sentence(facts):
            role = lists.role_of(sentence_facts[0].passage)
            headers = self._headers(document, sentence_facts[0], facts)
            observations.extend(self._sentence(document, sentence_facts, role, headers))
        return tuple(observations)

    def _headers(self, document: Document, fact: Fact, facts: Sequence[Fact]) -> Headers | None:
        passage = document.passages[fact.passage]
        if not passage.headers:
            return None
        return Headers.of(document, passage, self.matchers[document.language], facts)

    def _sentence(
        self, document: Document, facts: list[Fact], role: Role | None, headers: Headers | None
    ) -> Iterator[Observation]:
        if not any(fact.kind in QUANTITIES for fact in facts):
            yield from (_bare(document, fact) for fact in facts)
            return
        places = list(self.gazetteer(document.text, facts[0].sentence_start, facts[0].sentence_end))
        reading = Reading(self.matchers[document.language], facts, places)
        sentence = Gatherer(self, document, reading, role, headers)
        for fact in facts:
            if fact.kind in QUANTITIES:
                yield sentence.observation(fact)
            else:
                yield _bare(document, fact)


def _by_sentence(facts: Sequence[Fact]) -> Iterator[list[Fact]]:
    group: list[Fact] = []
    for fact in facts:
        if group and fact.sentence_start != group[0].sentence_start:
            yield group
            group = []
        group.append(fact)
    if group:
        yield group


def _bare(document: Document, fact: Fact) -> Observation:
    return Observation(fact=fact, province=document.province, province_set=document.province_set)
