"""Sums and means over several years, which are no number of one year.

*Trong 5 năm, kết nạp 17.204 đảng viên*; *on average, 2,501 members were admitted each year*.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

import regex

from pipeline.link.figures import Cue, Figure, is_length_of_time
from pipeline.link.reading import Reading

__all__ = ["Yearly"]

#: What is asked for each year is an aim like another.
_AIMS = frozenset({"target", "requirement", "plan"})
#: Growth is told as a mean of years as a matter of course.
_AMOUNTS = frozenset({"count", "money", "quantity", "ratio"})
#: So many characters before a length of time, or behind it, say that something took so long.
_NEAR = 40
_OPENED = regex.compile(r"\s*\([^()\d]{0,20}")


class Yearly:
    """Reads in one sentence which numbers are of several years.

    ``flows`` are the indicators of what happens over a time, but not those of a head: *thu nhập
    bình quân đầu người một năm* is of one year.
    """

    def __init__(self, reading: Reading, flows: Set[str]) -> None:
        self.reading, self.words, self.flows = reading, reading.words, flows
        self.lengths = [one for one in reading.figures if self._is_of_years(one)]

    def period(self, figure: Figure) -> Cue | None:
        """The period that a bracket gives a length of time: *trong 5 năm (2019-2023), …*."""
        for length in self._lengths_before(figure):
            for time in self.reading.times:
                if _OPENED.fullmatch(self.reading.text, length.end, max(length.end, time.start)):
                    return Cue(str(time.fact.value), time.start, time.end)
        return None

    def refuses(self, indicator: str, figure: Figure) -> bool:
        """Whether a number is the sum of years that nothing dates, or the mean of a year."""
        if indicator not in self.flows or figure.kind not in _AMOUNTS:
            return False
        if figure.dimensions.found.get("role") in _AIMS:
            return False
        dated = "period" in figure.dimensions.found
        if not dated and any(True for _ in self._lengths_before(figure)):
            return True
        return self._is_a_mean(figure)

    def mean(self, figure: Figure) -> Cue | None:
        """What says that a growth is the mean of years: *tăng bình quân 7,2%/năm*.

        ``P5Y`` are five years, ``PY`` nobody says how many.
        """
        if figure.kind != "percentage" or "change" not in figure.dimensions.found:
            return None
        length = next(self._lengths_before(figure), None) or self._length_behind(figure)
        if length is not None:
            return Cue(f"P{length.number}Y", length.start, length.end)
        return Cue("PY", figure.end, figure.end) if self._is_a_mean(figure) else None

    def _length_behind(self, figure: Figure) -> Figure | None:
        """The length of years right behind a number: *tăng 7,2% trong 5 năm qua*."""
        following = self.reading.figures[figure.index + 1 : figure.index + 2]
        near = [one for one in following if one in self.lengths]
        parted = self.reading.structure.is_parted
        return next(
            (one for one in near if not parted(figure.end, one.start, figure.bracket)), None
        )

    def _is_of_years(self, figure: Figure) -> bool:
        """Whether a number says over how many years something happened: *5 năm qua*."""
        number = figure.number
        if not is_length_of_time(figure.fact) or vars(figure.fact.value)["unit"] != "year":
            return False
        if number is None or number < 2 or figure.bracket is not None:
            return False
        text, words = self.reading.text, self.words
        if words.no_years_behind.match(text, figure.end):
            return False
        led = words.years_led.match(text, max(0, figure.start - _NEAR), figure.start)
        return led is not None or words.years_behind.match(text, figure.end) is not None

    def _lengths_before(self, figure: Figure) -> Iterator[Figure]:
        """The lengths of years before a number of their sentence, from the nearest."""
        for length in reversed(self.lengths):
            if length.start < figure.start and not self._is_dated(length.end, figure):
                yield length

    def _is_a_mean(self, figure: Figure) -> bool:
        """Whether a number is what there was a year: *bình quân mỗi năm 2.501 đảng viên*."""
        text, words = self.reading.text, self.words
        start = figure.scope.segment.start
        following = [one.start for one in self.reading.figures if one.start > figure.start]
        end = min([figure.scope.right.end, *following])
        if figure.kind == "money" and words.on_average.search(text, start, end) is None:
            return False  # *Tiết kiệm mỗi năm 160 tỷ đồng*: amounts are of a year as they are.
        found = list(words.each_year.finditer(text, start, figure.start))
        if found and not self._is_dated(found[-1].end(), figure):
            return True
        return words.a_year_behind.search(text, figure.end, end) is not None

    def _is_dated(self, start: int, figure: Figure) -> bool:
        """Whether a time of its own stands between words and a number: *…, năm 2023 là 2.604*."""
        visible = self.reading.structure.visible
        return any(
            start <= one.start < figure.start and visible(one.start, figure.bracket)
            for one in self.reading.times
        )
