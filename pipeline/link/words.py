"""Small words of a language that tie a number to its clause; they stand in its card."""

from __future__ import annotations

import regex

from pipeline.language import LanguageCard, alternatives

__all__ = ["ClauseWords"]


class ClauseWords:
    """Patterns from the lists of a language: who has, of which, from and to, passive."""

    def __init__(self, card: LanguageCard) -> None:
        def listed(name: str) -> str:
            return alternatives(card.lists.get(name, ())) or "(?!)"

        self.having = regex.compile(rf"(?i)(?<!\w)(?:{listed('having')})\s+(?:[^\s,;()]+\s+)?$")
        self.of_which = regex.compile(rf"(?i)(?<!\w)(?:{listed('of_which')})(?!\w)")
        self.passive = regex.compile(rf"(?i)(?<!\w)(?:{listed('passive')})\s+$")
        self.start_of_range = regex.compile(rf"(?i)(?<!\w)(?:{listed('range_from')})\s+$")
        self.end_of_range = regex.compile(
            rf"(?i)^[^,;()\d]{{0,40}}(?<!\w)(?:{listed('range_to')})\s+(?:[^\s,;()]+\s+)?$"
        )
        self.levels = {
            " ".join(noun.casefold().split()): level
            for level, nouns in card.level_nouns.items()
            for noun in nouns
        }

    def level_of(self, unit: str) -> str | None:
        """The level of a counted noun: ``xã`` is a commune; longest name first."""
        words = unit.casefold().split()
        for length in range(min(3, len(words)), 0, -1):
            level = self.levels.get(" ".join(words[:length]))
            if level is not None:
                return level
        return None
