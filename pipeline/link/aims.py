"""Aims that one sentence sets and the sentences behind it go on with.

*In 2027 the province strives for growth of 9%. Income per head reaches 70 million VND.*
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import regex

from pipeline.link.figures import Time
from pipeline.link.reading import Reading
from pipeline.link.roles import Roles
from pipeline.link.scope import Stretch
from pipeline.link.time import as_of
from pipeline.model import Document, Fact, Role

__all__ = ["Aims", "begun"]

#: So many characters at most stand between two sentences that follow each other.
_GAP = 5
_YEAR = regex.compile(r"(?:19|20)\d\d")
_YEARS_BEFORE = 1
#: A part of a year, and the months in which plans for it are still made.
_PART = regex.compile(r"(?P<year>(?:19|20)\d\d)-(?:[HQ]\d|(?P<month>\d\d))")
_EARLY = "04"
_YEAR_END = "12-31"
#: What the numbers of a paragraph are about, in few words.
_LABEL = regex.compile(r"\W*\p{L}[^\n:;.,()\d]{1,40}:\s")
#: So many characters before a number hold a verb and a word for about how many.
_RIGHT_BEFORE = 12


class Aims(NamedTuple):
    """What the sentences before aim at: their role, the year, and the indicators that are told.

    ``end`` is where the last of them ends in the document; ``apart`` says that they stand in a
    paragraph of their own, ``titled`` that a label told that they are of a year to come.
    """

    role: Role
    end: int
    year: str
    named: frozenset[str]
    apart: bool = False
    titled: bool = False

    @classmethod
    def after(
        cls, before: Aims | None, reading: Reading, roles: Roles, document: Document, last: str
    ) -> Aims | None:
        """The aims that a sentence sets or goes on with; none where it tells a result.

        Those of a year that was well under way, as ``last`` was, met with what came of them.
        """
        end = reading.offset + len(reading.text)
        named = frozenset(one.indicator for one in reading.names)
        told = {one.dimensions.found.get("role") for one in reading.figures}
        actual = "actual" in told
        if not actual and before is not None and before._hold_on(reading, as_of(document)):
            return before._replace(end=end, named=before.named | named)
        aim = roles.announced
        if aim is None or actual or aim.value not in told:
            return None
        year = max((_year(one) for one in reading.times if not one.base), default="")
        coming = roles.has_title or reading.words.aim_times.search(reading.text) is not None
        if year <= last if year else not coming:
            return None
        role: Role = "plan" if aim.value == "plan" else "target"
        ahead = roles.has_title and year > as_of(document)[:4]
        return cls(role, end, year, named, titled=ahead)

    def goes_on(self, reading: Reading, day: str) -> Role | None:
        """The role that a sentence right behind them has from them: it begins with a measure.

        *Thu nhập bình quân đầu người đạt 70 triệu đồng*, but not *Toàn tỉnh có 12 xã*, nor what
        was aimed at told again, nor a result. A paragraph of its own has to tell a norm, for no
        result is one (*Tỷ lệ đô thị hóa từ 41% trở lên*), or to have a label, *Economy: …*, as they
        have.
        """
        return self._role_of(reading) if self._stands_behind(reading, day) else None

    def _role_of(self, reading: Reading) -> Role | None:
        """The role that the first words of the next sentence let it have from them."""
        first, text, words = reading.figures[0], reading.text, reading.words
        if words.ruled.search(text) is not None or any(
            one.sets["role"] == "requirement" for one in reading.stated.get("role", ())
        ):
            return None  # *Theo quy định, tỷ lệ nữ từ 15% trở lên*
        if getattr(first.fact.value, "comparator", "=") in (">=", "<="):
            return self.role
        if not reading.names or _tells_result(reading):
            return None
        if self.apart:
            labelled = self.titled and _LABEL.match(text) is not None
            return self.role if labelled else None
        name = reading.names[0]
        opened = Stretch(0, name.start)
        led = name.start < first.start and not words.subject_in(text, opened, reading.known)
        return self.role if led else None

    def _hold_on(self, reading: Reading, day: str) -> bool:
        """Whether a sentence is no end of them: it has its role from them, or tells no result."""
        if not self._stands_behind(reading, day):
            return False
        return not _tells_result(reading) or self._role_of(reading) is not None

    def _stands_behind(self, reading: Reading, day: str) -> bool:
        """Whether a sentence is the next, and says nothing of what was, or of elsewhere."""
        if not 0 <= reading.offset - self.end <= _GAP or reading.places:
            return False
        if any(one.indicator in self.named for one in reading.names):
            return False
        words, text = reading.words, reading.text
        said = (words.done, words.came_of_it, words.part_of_year)
        if any(one.search(text) is not None for one in said):
            return False
        return all(self._is_late(one, day) for one in reading.times)

    def _is_late(self, time: Time, day: str) -> bool:
        """Whether a time is no earlier than that of the aims, or compared with the year before."""
        year = _year(time)
        if not self.year:
            return time.is_ahead(day)
        if time.base:
            return year.isdigit() and int(year) >= int(self.year) - _YEARS_BEFORE
        return year >= self.year


def begun(document: Document, facts: Iterable[Fact]) -> str:
    """The last year that was well under way when a report was written.

    The day of issue tells it, or parts of a year in an undated report: *9 tháng năm 2024*. Without
    either it is the last from which no report looks ahead.
    """
    if document.issued is not None:
        year, month = document.issued[:4], document.issued[5:7]
        return year if month > _EARLY else str(int(year) - 1)
    said = [str(one.value) for one in facts if one.kind in ("date", "period")]
    parts = [part for one in said if not one.endswith(_YEAR_END) for part in _PART.finditer(one)]
    last = max((one["year"] for one in parts if (one["month"] or "99") > _EARLY), default="")
    return last or as_of(document)[:4]


def _tells_result(reading: Reading) -> bool:
    """Whether a sentence tells what came of something, or what is now: *the rate is 3.1%*."""
    words, text = reading.words, reading.text
    start = reading.figures[0].start
    begin = min((one.end for one in reading.names), default=max(0, start - _RIGHT_BEFORE))
    stated = words.states.search(text, begin, max(begin, start))
    if stated is not None or words.results_told.search(text) is not None:
        return True
    if any(one.sets["basis"] == "of_plan" for one in reading.stated.get("basis", ())):
        return True
    return any(
        one.sets["role"] == "actual" and text[one.start : one.end].casefold() not in words.aim_verbs
        for one in reading.stated.get("role", ())
    )


def _year(time: Time) -> str:
    """The last year that a time names."""
    return max(_YEAR.findall(str(time.fact.value)), default="")
