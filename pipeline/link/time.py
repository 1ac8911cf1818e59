"""When a number holds: the date or period of its sentence, and the one it is compared with."""

from __future__ import annotations

import regex

from pipeline.language import LanguageCard, alternatives
from pipeline.link.reading import Cue, Figure, Reading, Time, is_time
from pipeline.link.scope import Stretch
from pipeline.model import Date, Fact

__all__ = ["Times"]

_OPENED = regex.compile(r"\s*\([^()\d]{0,20}")


class Times:
    """Finds periods in one language."""

    def __init__(self, card: LanguageCard) -> None:
        prices = alternatives(card.lists.get("prices", ())) or "(?!)"
        self.prices = regex.compile(rf"(?ri)(?<!\w)(?:{prices})\s+(?:(?:năm|of|in|year)\s+)?")
        compared = alternatives(card.lists.get("compared", ())) or "(?!)"
        base = alternatives(card.lists.get("base_from", ())) or "(?!)"
        self.base_from = regex.compile(rf"(?ri)(?<!\w)(?:{base})\s+(?:the\s+)?")
        deadlines = alternatives(card.lists.get("deadlines", ())) or "(?!)"
        self.deadline = regex.compile(rf"(?ri)(?<!\w)(?:{deadlines})\s+(?:[\p{{L}}]+\s+){{0,2}}")
        ends = alternatives(card.lists.get("ends", ())) or "(?!)"
        self.end = regex.compile(rf"(?i)(?:{ends})(?!\w)")
        self.compared = regex.compile(rf"(?ri)(?<!\w)(?:{compared})\s+(?:[\p{{L}}]+\s+){{0,4}}")

    def fill(self, reading: Reading, figure: Figure) -> None:
        """Give a number its period and, for a change, the period it is measured from."""
        if figure.kind == "multiple":
            return  # A factor compares two times; it holds at neither.
        found = figure.dimensions
        for dimension, time in self._choose(reading, figure) if reading.times else ():
            found.take(dimension, Cue(str(time.fact.value), time.start, time.end))
        if figure.pairing.partner is not None:
            found.inherit(figure.pairing.partner.dimensions, ("period", "base_period"))

    def _choose(self, reading: Reading, figure: Figure) -> list[tuple[str, Time]]:
        printed = [one for one in reading.times if not self._is_price_year(reading, one)]
        chosen = [("period", one) for one in printed if self._is_noted(reading, figure, one)][:1]
        times = [one for one in printed if not self._is_deadline(reading, one)]
        structure, bracket = reading.structure, figure.bracket
        if bracket is not None:
            level = [one for one in times if bracket.holds(one.start)]
        else:
            level = [one for one in times if structure.visible(one.start, None)]
        segment = structure.segment_of(figure.start)
        before = [
            one
            for one in level
            if one.start < figure.start
            and (segment.holds(one.start) or not _is_attached(reading, one))
        ]
        after = [
            one
            for one in level
            if one.start > figure.start
            and segment.holds(one.start)
            and not _parted(reading, figure, one)
        ]
        near = [one for one in after if _is_next(reading, figure, one)]
        for one in [*near, *reversed(before), *after]:
            dimension = "base_period" if self._is_base(reading, one) else "period"
            if dimension == "base_period" and not segment.holds(one.start):
                continue
            if dimension not in [name for name, _ in chosen]:
                chosen.append((dimension, one))
        return chosen

    def _is_noted(self, reading: Reading, figure: Figure, time: Time) -> bool:
        """Whether a time alone stands in brackets right behind a number: *4,5% (cuối năm 2020)*."""
        if time.start < figure.end:
            return False
        if _OPENED.fullmatch(reading.text, figure.end, time.start) is None:
            return False
        return reading.text[time.end :].lstrip().startswith(")")

    def announced(self, text: str, times: list[Fact]) -> dict[str, Fact]:
        """The period and base period of a line that announces a list; offsets in ``text``."""
        chosen: dict[str, Fact] = {}
        for one in times:
            if is_time(one, times):
                is_base = self.compared.match(text, max(0, one.start - 60), one.start) is not None
                chosen["base_period" if is_base else "period"] = one
        return chosen

    def _is_price_year(self, reading: Reading, time: Time) -> bool:
        """Whether a year only names the prices that a sum is counted in."""
        low = max(0, time.start - 40)
        return self.prices.match(reading.text, low, time.start) is not None

    def _is_deadline(self, reading: Reading, time: Time) -> bool:
        """Whether a time only says by when: *by 2025*, *đến hết năm 2025*."""
        if self.end.match(time.fact.text) is not None:
            return True
        low = max(0, time.start - 60)
        return self.deadline.match(reading.text, low, time.start) is not None

    def _is_base(self, reading: Reading, time: Time) -> bool:
        start = time.start
        if self.compared.match(reading.text, max(0, start - 60), start) is not None:
            return True
        # *From 2019* opens a sentence; *up 2% from 2020* compares.
        counted = isinstance(time.fact.value, Date) and _is_attached(reading, time)
        return counted and self.base_from.match(reading.text, max(0, start - 12), start) is not None


def _parted(reading: Reading, figure: Figure, time: Time) -> bool:
    """Whether a comma or colon stands between a number and a time behind it."""
    level = reading.structure.bracket_of(figure.end - 1)
    return reading.structure.is_parted(figure.end, time.start, level)


def _is_next(reading: Reading, figure: Figure, time: Time) -> bool:
    """Whether a time behind a number is nearer to it than any other number is."""
    level = reading.structure.bracket_of(figure.start)
    return not reading.figures_in(Stretch(figure.end, time.start), level)


def _is_attached(reading: Reading, time: Time) -> bool:
    """Whether a time stands behind a number of its own clause, so that it is of that number."""
    return any(one.end <= time.start and not _parted(reading, one, time) for one in reading.figures)
