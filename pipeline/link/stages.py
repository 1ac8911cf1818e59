"""Whether a number is no final result of its time: estimated for it, or so far in it.

*Ước cả năm 2023 kết nạp 1.440 đảng viên*; *đến nay, năm 2023 đã kết nạp 1.020*; *admitted 1,020
new members (as of September)*. How things stand at a time is final then: *đến nay toàn tỉnh có
69.000 đảng viên*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from pipeline.language import LanguageCard, alternatives, late
from pipeline.link.figures import Cue, Figure
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch
from pipeline.model import Date, Document, Fact, Place

__all__ = ["StageWords", "Stages"]

#: The last day of a year, as month and day.
_NEW_YEARS_EVE = (12, 31)
#: The last day of what is a part of a year, and not the last one.
_BEFORE_THE_END = (None, 9, 30)
#: A period of whole years; one month or day, of a year that may be missing.
_YEARS = regex.compile(r"(?P<first>\d{4})(?:/(?P<last>\d{4}))?")
_POINT = regex.compile(r"(?:\d{4}|-)-\d\d(?:-\d\d)?")
_WRITTEN = regex.compile(
    r"(?P<year>\d{4}|-)(?:-(?:Q(?P<quarter>\d)|H(?P<half>\d)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)
#: Nothing but marks up to the end, or to the next clause.
_ENDED = regex.compile(r"\s*(?:[.;,:)]|$)")
_COMMA = regex.compile(r"\s*,\s*")
#: So many characters after *đến* a date may begin that its own words lead to.
_LEADS = 3
#: So many before words may say that something is compared.
_COMPARED = 40


class Mark(NamedTuple):
    """Words of a stage; ``until`` is the year, month and day that it was so far by, if it says."""

    stage: str
    start: int
    end: int
    until: tuple[int | None, int, int] | None = None

    @property
    def cue(self) -> Cue:
        """The stage with the words that state it."""
        return Cue(self.stage, self.start, self.end)


class StageWords:
    """The words of one language for what is estimated and what was so far."""

    def __init__(self, card: LanguageCard) -> None:
        listed = card.any_of
        self.months = card.months
        self.marks = late(
            rf"(?i)(?<!\w)(?:(?P<none>{listed('no_stage')})"
            rf"|(?P<estimated>{listed('estimated')})|(?P<so_far>{listed('year_to_date')})"
            rf"|(?P<until>{listed('until')})(?:\s+(?:{listed('until_leads')}))*)(?!\w)"
        )
        #: Right before them: what they are said of is only held against.
        self.compared = late(
            rf"(?ri)(?<!\w)(?:{listed('against')}|{listed('compared')})\s+(?:\p{{L}}+\s+){{0,2}}"
        )
        #: A part of a year, or a month, without one: *đến hết quý III*, *as of September*.
        self.part = late(rf"(?i)\s+(?:{listed('until_parts')})(?!\w)")
        word = rf"(?:{listed('month_words')})\s+"
        lead = word if "month_words" in card.lists else ""
        self.month = late(
            rf"(?i)\s+(?:{lead}(?P<named>{alternatives(card.months)})"
            rf"|{word}(?P<number>\d{{1,2}})(?![\d.,/]*\d))(?!\w)"
        )

    def told(self, text: str, dates: Sequence[tuple[int, int, Date]] = ()) -> Iterator[Mark]:
        """The words of a text that state a stage, in reading order."""
        for found in self.marks.finditer(text):
            stage, start = found.lastgroup, found.start()
            if self.compared.match(text, max(0, start - _COMPARED), start) is not None:
                continue  # *Tăng 8% so với ước thực hiện năm 2022*
            if stage == "until":
                date = self._date(text, found, dates)
                if date is not None:
                    yield Mark("so_far", start, *date)
            elif stage in ("estimated", "so_far"):
                yield Mark(stage, start, found.end())

    def _date(
        self, text: str, found: regex.Match[str], dates: Sequence[tuple[int, int, Date]]
    ) -> tuple[int, tuple[int | None, int, int]] | None:
        """Where the date behind *until* ends, and the last day that it means."""
        for start, end, date in dates:
            if found.start() <= start <= found.end() + _LEADS:
                day = _last_day(date.date or "")
                return (end, day) if day is not None else None
        part = self.part.match(text, found.end())
        if part is not None:
            return part.end(), _BEFORE_THE_END
        month = self.month.match(text, found.end())
        if month is None:
            return None
        named = (month["named"] or "").casefold()
        number = int(month["number"]) if month["number"] else self.months.get(named, 0)
        return (month.end(), (None, number, 31)) if 1 <= number <= 12 else None


class Stages:
    """Reads in one sentence which numbers are no final results.

    ``flows`` are the indicators of what happens over a time, of which a part is no whole.
    """

    def __init__(
        self,
        reading: Reading,
        words: StageWords,
        flows: frozenset[str],
        document: Document,
        heads: Sequence[Place],
        lead: Cue | None,
    ) -> None:
        self.reading, self.flows, self.issued = reading, flows, document.issued
        self.lead = lead
        dates = [
            (one.start - reading.offset, one.end - reading.offset, one.value)
            for one in reading.facts
            if isinstance(one.value, Date)
        ]
        self.marks = [
            one
            for one in words.told(reading.text, dates)
            if not self._is_inside(one, reading.facts)
        ]
        self.over = [
            one._replace(
                start=one.start + head[0] - reading.offset, end=one.end + head[0] - reading.offset
            )
            for head in heads
            for one in words.told(document.text[slice(*head)])
        ]

    def of(self, figure: Figure) -> Cue | None:
        """What says that a number is no final result."""
        if not (self.marks or self.over or self.lead):
            return None
        marks = [one for one in self.marks if self._holds(one, figure)]
        found = self._behind(figure, marks) or self._before(figure, marks)
        if found is not None:
            return found.cue
        lent = self._lent(figure)
        if lent is not None:
            return lent
        for over in self.over:
            if self._holds(over, figure):
                return over.cue
        if self.lead is not None and self._holds(Mark(*self.lead), figure):
            return self.lead
        return None

    def _is_inside(self, mark: Mark, facts: Sequence[Fact]) -> bool:
        """Whether words only begin or end a stretch of time: *từ tháng 3 đến tháng 9 năm 2023*."""
        start = mark.start + self.reading.offset
        return any(one.start < start < one.end for one in facts)

    # ── what a number can be ──────────────────────────────────────────────────────────

    def _holds(self, mark: Mark, figure: Figure) -> bool:
        """Whether a number can be of a stage: so far is only what goes on in a year that does."""
        if mark.stage == "estimated":
            return True
        found = figure.dimensions.found
        named, period = found.get("indicator"), found.get("period")
        if named is not None and named not in self.flows:
            return False
        years = _YEARS.fullmatch(period or "")
        if years is not None:
            return self._is_before_end(mark, years)
        if named is None or not (period is None or (mark.until and _POINT.fullmatch(period))):
            return False
        if period is None and "change" in found:
            return False  # *Đến nay đã giảm 887 biên chế*: measured up to now, from whenever.
        return mark.until is None or mark.until[1:] < _NEW_YEARS_EVE

    def _is_before_end(self, mark: Mark, years: regex.Match[str]) -> bool:
        """Whether what was so far was so before the end of a period of years."""
        first, last = int(years["first"]), int(years["last"] or years["first"])
        if mark.until is None:
            return self.issued is None or self.issued <= f"{last}-12-31"
        year, *day = mark.until
        return first <= (year or last) and (year or last, *day) < (last, *_NEW_YEARS_EVE)

    # ── whose words they are ──────────────────────────────────────────────────────────

    def _behind(self, figure: Figure, marks: Sequence[Mark]) -> Mark | None:
        """The words behind a number, in its clause, a bracket or a clause that is nothing else."""
        reading, text = self.reading, self.reading.text
        structure, level = reading.structure, figure.bracket
        for mark in marks:
            if mark.start < figure.end:
                continue
            around = structure.bracket_of(mark.start)
            begin = mark.start if around == level or around is None else around.start - 1
            if structure.bracket_of(begin) != level:
                return None
            passed = reading.figures_in(Stretch(figure.end, begin), level)
            if not all(_goes_with(one, figure) for one in passed):
                return None
            end = passed[-1].end if passed else figure.end
            parted = self._parts(end, begin, level)
            if around != level and around is not None:
                alone = not reading.figures_in(around, around)
                # *The highest so far* is no part of what will be.
                opens = mark.until is not None or not text[around.start : mark.start].strip()
                return mark if alone and opens and not parted else None
            if not parted:
                return mark if self._ends(mark, figure) else None
            comma = text.rfind(",", end, mark.start)
            alone = comma >= 0 and _COMMA.fullmatch(text, comma, mark.start) is not None
            alone = alone and not self._parts(end, comma, level)
            return mark if alone and _ENDED.match(text, mark.end) is not None else None
        return None

    def _parts(self, start: int, end: int, level: Stretch | None) -> bool:
        return self.reading.structure.is_parted(start, end, level)

    def _ends(self, mark: Mark, figure: Figure) -> bool:
        """Whether no number follows words in their clause that could be theirs."""
        reading, level = self.reading, figure.bracket
        following = [one for one in reading.figures if one.start >= mark.end]
        following = [one for one in following if one.bracket == level]
        return not following or self._parts(mark.end, following[0].start, level)

    def _before(self, figure: Figure, marks: Sequence[Mark]) -> Mark | None:
        """The nearest words before a number that speak of it, too."""
        segment, structure = figure.scope.segment, self.reading.structure
        for mark in reversed(marks):
            ahead = mark.start < figure.start and (
                structure.visible(mark.start, figure.bracket) or self._is_beside(mark, figure)
            )
            if ahead and (segment.holds(mark.start) or self._is_label(mark)):
                return mark if self._reaches(mark, figure) else None
        return None

    def _is_label(self, mark: Mark) -> bool:
        """Whether words stand in the label of a sentence, or alone before it.

        *Ước năm 2023: GRDP tăng 8,2%; …*; *tính đến 30/6, có 512 chi bộ; kết nạp 612 đảng viên*.
        """
        reading, first = self.reading, self.reading.figures[0].start
        if ":" in reading.text[mark.end : first]:
            return True
        comma = reading.text.find(",", mark.end, first)
        around = (Stretch(0, mark.start), Stretch(mark.end, comma))
        return comma >= 0 and not any(
            reading.names_subject(one) or reading.cues(one, None) for one in around
        )

    def _is_beside(self, mark: Mark, figure: Figure) -> bool:
        """Whether a bracket right before a number holds words: *kết nạp (đến 15/10): 1.020*."""
        structure = self.reading.structure
        around = structure.bracket_of(mark.start)
        if around is None or around.end > figure.start:
            return False
        outside = structure.bracket_of(around.start - 1) == figure.bracket
        held = self.reading.last_before(figure.start)
        return outside and (held is None or held.start < around.start)

    def _reaches(self, mark: Mark, figure: Figure) -> bool:
        """Whether words that speak of a number before speak of a further one.

        What opens a sentence speaks of all that follow, up to another time; a verb only of
        those that go on with its own.
        """
        reading, level = self.reading, figure.bracket
        since = Stretch(mark.end, figure.start)
        passed = reading.figures_in(since, level)
        if not passed:
            return True
        between = Stretch(passed[0].end, figure.start)
        dated = any(
            between.holds(one.start) for one in reading.times if not (one.base or one.aside)
        )
        if dated:
            return False
        if reading.words.of_which.search(reading.text, *between) is not None:
            return True
        opening = Stretch(figure.scope.segment.start, mark.start)
        if self._is_label(mark) or not (
            reading.names_subject(opening) or reading.cues(opening, level)
        ):
            return True
        last = passed[-1]
        named = figure.dimensions.cues.get("indicator")
        other = figure.dimensions.found.get("indicator") != last.dimensions.found.get("indicator")
        if named is not None and named.start >= last.noun_end and other:
            return False
        begin = min(last.noun_end, figure.start)
        return not reading.names_subject(Stretch(begin, figure.start))

    def _lent(self, figure: Figure) -> Cue | None:
        """The stage of the number that one stands in brackets behind, of the same time."""
        partner = figure.pairing.partner
        bracket = figure.bracket
        if partner is None and bracket is not None:
            partner = self.reading.last_before(bracket.start)
        if partner is None:
            return None
        one, two = figure.dimensions.found, partner.dimensions
        if one.get("period") != two.found.get("period"):
            return None
        lent = two.cues.get("stage")
        return lent if lent is not None and self._holds(Mark(*lent), figure) else None


def _goes_with(other: Figure, figure: Figure) -> bool:
    """Whether a number is told of the one before: *kết nạp 1.020, đạt 70% kế hoạch (đến 30/9)*."""
    of_plan = other.dimensions.found.get("basis") == "of_plan" and other.index == figure.index + 1
    return other.pairing.partner is figure or of_plan


def _last_day(written: str) -> tuple[int | None, int, int] | None:
    """The last day of a date in its written form; the year may be missing.

    >>> _last_day("2023-Q3"), _last_day("--11-30"), _last_day("2023")
    ((2023, 9, 31), (None, 11, 30), (2023, 12, 31))
    """
    found = _WRITTEN.fullmatch(written)
    if found is None:
        return None
    year = int(found["year"]) if found["year"] != "-" else None
    if found["quarter"] or found["half"]:
        return year, 3 * int(found["quarter"] or 0) + 6 * int(found["half"] or 0), 31
    return year, int(found["month"] or 12), int(found["day"] or 31)
