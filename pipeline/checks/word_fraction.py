"""A fraction in words against the ratio beside it: *more than half of the communes (42/120)*."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

import regex

from pipeline.checks.report import Report
from pipeline.model import Observation, Ratio

__all__ = ["WordFraction", "without_bound", "word_fractions"]

#: How far from the exact part a fraction in words may be.
_LOOSE = Fraction(1, 20)
#: Fifths are said in words, twelfths are counted.
_LARGEST = 10
_NOUN = regex.compile(r"[^\d;.,:()]{0,40}\(\s*")
_CLOSES = regex.compile(r"(?:\s[^\d;,()]{0,40})?\s*[,)(]")
_AS_MUCH = regex.compile(r"[^\d;.:()]{0,60}")


class WordFraction(NamedTuple):
    """A fraction in words, the ratio that it is said to be, and whether it is about that."""

    word: Observation
    ratio: Observation
    percent: Fraction
    fits: bool


def word_fractions(report: Report) -> Iterator[WordFraction]:
    """Every fraction in words with a ratio in the bracket behind it, or right before it."""
    for sentence in report.by_sentence.values():
        for one, two in pairwise(sentence):
            if _is_word(one) and _is_counted(two) and _is_in_bracket(report, one, two):
                yield from _in_sum(report, one, two)
            elif _is_counted(one) and _is_word(two) and _is_as_much(report, one, two):
                yield from _told(report, two, one)


def _is_word(one: Observation) -> bool:
    value = one.fact.value
    if not isinstance(value, Ratio) or not value.word or not value.part or not value.whole:
        return False
    return value.part < value.whole <= _LARGEST


def _is_counted(one: Observation) -> bool:
    value = one.fact.value
    return isinstance(value, Ratio) and not value.word and bool(value.total)


def _is_in_bracket(report: Report, word: Observation, ratio: Observation) -> bool:
    behind = report.document.text[ratio.fact.end : ratio.fact.sentence_end]
    between = report.between(word, ratio)
    return bool(_NOUN.fullmatch(between) and _CLOSES.match(behind)) and not report.says(
        "of_whom", between
    )


def _is_as_much(report: Report, ratio: Observation, word: Observation) -> bool:
    between = without_bound(report, report.between(ratio, word))
    return bool(_AS_MUCH.fullmatch(between)) and report.ends_with("as_much_as", between)


def without_bound(report: Report, text: str) -> str:
    """The text without the words of a bound that end it."""
    for bound in ("more_than", "less_than", "nearly"):
        if report.ends_with(bound, text):
            return report.without(bound, text)
    return text


def _in_sum(report: Report, word: Observation, ratio: Observation) -> Iterator[WordFraction]:
    """The two, but not where the parts of the bracket add up to it: *một nửa (5/12 …, 1/12 …)*."""
    bracket = report.bracket_of(ratio)
    inside = report.inside(bracket) if bracket else ()
    values = [one.fact.value for one in inside if one.fact.start >= ratio.fact.start]
    ratios = [value for value in values if isinstance(value, Ratio)]
    parts = [Fraction(value.part) for value in ratios if value.part]
    wholes = {Fraction(value.whole) for value in ratios if value.whole}
    said = _quotient(word)
    adds_up = (
        len(parts) > 1
        and len(wholes) == 1
        and said is not None
        and abs(sum(parts, start=Fraction(0)) / wholes.pop() - said) <= _LOOSE
    )
    yield from (found for found in _held(report, word, ratio) if found.fits or not adds_up)


def _told(report: Report, word: Observation, ratio: Observation) -> Iterator[WordFraction]:
    """The two, but not where one is the other choice: *giảm 1/4 hay một nửa số thủ tục*."""
    choice = report.ends_with("or", without_bound(report, report.between(ratio, word)))
    yield from (one for one in _held(report, word, ratio) if one.fits or not choice)


def _held(report: Report, word: Observation, ratio: Observation) -> Iterator[WordFraction]:
    said, counted = _quotient(word), _quotient(ratio)
    if said is None or counted is None:
        return
    before = report.document.text[word.fact.sentence_start : word.fact.start]
    if report.ends_with("more_than", before):
        fits = counted > said
    elif report.ends_with("less_than", before):
        fits = counted < said
    elif report.ends_with("nearly", before):
        fits = said - 2 * _LOOSE <= counted <= said
    else:
        fits = abs(counted - said) <= _LOOSE
    yield WordFraction(word, ratio, counted * 100, fits)


def _quotient(one: Observation) -> Fraction | None:
    value = one.fact.value
    if not isinstance(value, Ratio) or not value.part or not value.whole:
        return None
    return Fraction(value.part) / Fraction(value.whole)
