"""Names of levels, bodies, populations … in a sentence, found by spaCy's PhraseMatcher."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import regex
from spacy.attrs import NORM
from spacy.matcher import PhraseMatcher
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from pipeline.rulebook import Rulebook

__all__ = ["Name", "TermMatcher", "TermMention", "norm"]

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_INFIX = regex.compile(r"(?<=\w)(?:[-‐‑–—/(]|['’](?=[sS]\b))|(?<=\d)[.,](?=\p{L})|[)\]](?=\w)")
_PREFIX = regex.compile(r"^[^\w\s]")
_SUFFIX = regex.compile(r"(?:[^\w\s]|['’][sS])$")


def norm(word: str) -> str:
    """A word for matching: lower case, the tone at the end so that its place is free.

    >>> norm("Uỷ") == norm("ủy"), norm("hòa") == norm("hoà"), norm("hòa") == norm("hoa")
    (True, True, False)
    """
    folded = word.casefold()
    if folded.isascii():
        return folded
    plain = unicodedata.normalize("NFD", folded)
    tones = "".join(one for one in plain if one in _TONES)
    bare = "".join(one for one in plain if one not in _TONES)
    return unicodedata.normalize("NFC", bare) + tones


class TermMention(NamedTuple):
    """A term in a sentence, and the dimensions that it states."""

    start: int
    end: int
    id: str
    sets: Mapping[str, str]


class Name(NamedTuple):
    """The name of an indicator in a sentence."""

    start: int
    end: int
    indicator: str


class TermMatcher:
    """Finds the terms and indicator names of one language."""

    def __init__(self, rulebook: Rulebook, language: str) -> None:
        getters: Any = {NORM: norm}  # keyed by number, which the stubs of spaCy do not know
        self.vocab = Vocab(lex_attr_getters=getters)
        self.tokenizer = Tokenizer(
            self.vocab,
            prefix_search=_PREFIX.search,
            suffix_search=_SUFFIX.search,
            infix_finditer=_INFIX.finditer,
        )
        self.sets = {term.id: term.sets.stated() for term in rulebook.terms}
        self.terms = self._matcher(
            (term.id, getattr(term.words, language)) for term in rulebook.terms
        )
        self.names = self._matcher(
            (card.id, getattr(card.names, language)) for card in rulebook.indicators
        )

    def _matcher(self, cards: Iterable[tuple[str, tuple[str, ...]]]) -> PhraseMatcher:
        matcher = PhraseMatcher(self.vocab, attr="NORM")
        for key, words in cards:
            if words:
                matcher.add(key, [self.tokenizer(word) for word in words])
        return matcher

    def __call__(self, sentence: str) -> tuple[list[TermMention], list[Name]]:
        """The terms and names of a sentence; of overlapping ones the longest."""
        doc = self.tokenizer(sentence)
        terms = [
            TermMention(span.start_char, span.end_char, span.label_, self.sets[span.label_])
            for span in _longest(self.terms, doc)
        ]
        names = [
            Name(span.start_char, span.end_char, span.label_) for span in _longest(self.names, doc)
        ]
        return terms, names


def _longest(matcher: PhraseMatcher, doc: Doc) -> list[Span]:
    return filter_spans(matcher(doc, as_spans=True)) if len(matcher) else []
