"""Where candidates may start: at digits, at number words and at Roman numerals."""

from __future__ import annotations

import re

import regex

from pipeline.language import GROUP_SPACES, Words, alternatives, lowered

__all__ = ["NumberWords", "Span", "numbers", "roman_numerals", "tokens"]

Span = tuple[int, int]

_TOKEN = regex.compile(rf"\d+(?:[.,{GROUP_SPACES[:-1]}]\d+)*")
_NUMBER = regex.compile(r"\d+(?:[.,]\d+)*")
_ROMAN = regex.compile(r"(?<![\p{L}\d])[IVX]{1,6}(?![\p{L}\d])")


def tokens(text: str) -> list[Span]:
    """The runs of digits with the marks and spaces of print between them."""
    return [found.span() for found in _TOKEN.finditer(text)]


def numbers(text: str, found: list[Span]) -> list[int]:
    """Where the runs of digits with marks between them start, from the tokens that were found.

    >>> text = "1\u00a0524 of 1,600 in 2015-2022"
    >>> numbers(text, tokens(text))
    [0, 2, 9, 18, 23]
    """
    if not text.isascii() and any(space in text for space in GROUP_SPACES[:-1]):
        return [one.start() for one in _NUMBER.finditer(text)]
    return [start for start, _ in found]


def roman_numerals(text: str) -> list[int]:
    """Where the words start that are made of Roman digits alone."""
    return [found.start() for found in _ROMAN.finditer(text)]


class NumberWords:
    """The number words of a language; called with a text, it says where they start."""

    def __init__(self, words: Words, letters: str) -> None:
        """Take the words of a card, and the letters of its language beyond a to z."""
        listed = {*words.cardinal, *words.tens, *words.fraction, *words.multiplier}
        pattern = alternatives(listed, forwards=True) or "(?!)"
        self.exact = regex.compile(rf"(?i)(?<!\w)(?:{pattern})(?!\w)")
        small = {word.lower() for word in listed}
        beginning = rf"(?=(?:{alternatives(small, forwards=True) or '(?!)'})(?![a-z]))"
        # The `re` module jumps to a literal, and from one character of a set to the next.
        known = "".join(sorted(one for one in {*letters, *"".join(small)} if one.isalpha()))
        self.at_start = re.compile(beginning)
        self.after_space = re.compile(f" {beginning}")
        self.after_mark = re.compile(f"[^ a-z{known}]{beginning}")

    def __call__(self, text: str) -> list[int]:
        """Where the number words of a text start."""
        small = lowered(text)
        if small is None:
            return [found.start() for found in self.exact.finditer(text)]
        places = [found.end() for found in self.after_space.finditer(small)]
        places += [found.end() for found in self.after_mark.finditer(small)]
        if self.at_start.match(small):
            places.append(0)
        places.sort()
        # Every place where a number word stands is among them, with a few more.
        starts: list[int] = []
        last = 0
        for place in places:
            if place >= last and (found := self.exact.match(text, place)):
                last = found.end()
                starts.append(place)
        return starts
