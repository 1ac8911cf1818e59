"""Of what time a number is whose words state no period: by when, in which part of a year, a mean.

*Đến cuối năm 2022, tỷ lệ hộ nghèo còn 9,9%* states a deadline and no period, and yet the number is
of 2022 and not of the year of its report; *GRDP quý III tăng 8,1%* is of a quarter, *tăng bình quân
7,2%/năm* of years that nothing dates. What is written here has the form of a date or a period:
``2022-12-31``, ``--Q3`` where the year is not printed, ``../2020`` and ``2018/..`` before and since
a time, ``P5Y`` for five years of which nobody says which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import regex

from pipeline.language import LanguageCard, Memo, alternatives, late
from pipeline.link.figures import Cue, Figure
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch
from pipeline.link.time import Times
from pipeline.link.yearly import Yearly

__all__ = ["Timing", "TimingWords"]

#: The parts of a year that have lists of words, by the form in which they are written.
_PARTS = {
    **{f"part_q{number}": f"--Q{number}" for number in range(1, 5)},
    "part_h1": "--H1",
    "part_h2": "--H2",
    **{f"part_m{number}": f"--01/--{number:02}" for number in range(2, 12)},
    "part_year": "--01/--12",
    "part_unsaid": "P1M",
}
#: So many months from the first are a quarter, or half a year.
_FIRST = {3: "--Q1", 6: "--H1"}
#: The months in which parts of a year end.
_ENDS = {"--Q1": 3, "--Q2": 6, "--Q3": 9, "--Q4": 12, "--H1": 6, "--H2": 12}
#: The months of a year.
_MONTHS = range(1, 13)
_OF_YEAR = regex.compile(r"\s*(?:\p{L}+\s+){0,2}(?:19|20)\d\d(?!\d)")
_YEAR = regex.compile(r"\d{4}")
#: What is still to come, or asked for.
_DUE = frozenset({"target", "requirement", "plan"})
#: A term of office, as long as it is said to be.
_TERM = "P5Y"
#: So many characters before words may say by when, or that something is compared.
_NEAR = 60

Kind = Literal["part", "by", "before", "after", "since", "term"]


class Moment(NamedTuple):
    """Words for a time, in its written form; offsets are those of the sentence."""

    written: str
    start: int
    end: int
    kind: Kind = "part"


class TimingWords:
    """The words of one language for times that are no period of a number."""

    def __init__(self, card: LanguageCard) -> None:
        listed = card.any_of
        self.months = card.months
        self.term_hints = tuple(one.casefold() for one in card.lists.get("term", ()))
        self.hints = tuple(one.casefold() for one in card.lists.get("part_hints", ()))
        #: By a title: the part of a year that its report is of.
        self.of_report: Memo[str, str | None] = Memo(self._of_title)
        self.names = [one for one in _PARTS if one in card.lists]
        # *Trong quý*, but *quý III* in *trong quý III*.
        bare = {"part_unsaid": r"(?!\s+(?:\d|[IVX]+(?!\w)))"}
        named = "".join(rf"|(?P<{one}>(?:{listed(one)}){bare.get(one, '')})" for one in self.names)
        # *Tháng 12*, *in November*, and *9 tháng* where the words around it say so.
        self.parts = late(
            rf"(?i)(?<!\w)(?:(?:{listed('month_words')})\s+(?P<month>\d{{1,2}})(?![\d.,/-]*\d)"
            rf"|(?<=(?<!\w)(?:{listed('month_leads')})\s)(?P<named>{alternatives(card.months)})"
            rf"|(?P<months>\d{{1,2}})\s+(?:(?P<said>{listed('months_said')})|{listed('months_counted')})"
            rf"{named})(?!\w)"
        )
        self.not_behind = late(rf"(?i)\s+(?:(?:{listed('no_part_behind')})(?!\w)|(?:19|20)\d\d)")
        leads = rf"(?:(?:{listed('part_leads')})\s+)"
        self.opens = late(rf"(?ri)(?:^|[.,;:(–+-])\W*{leads}*")
        self.led = late(rf"(?ri)(?<!\w){leads}")
        self.behind = late(rf"(?i)\s+(?:{listed('months_behind')})(?!\w)")
        self.until = late(rf"(?ri)(?<!\w)(?:{listed('deadlines')})\s+(?:(?:{listed('ends')})\s+)?")
        self.against = late(
            rf"(?ri)(?<!\w)(?:{listed('against')}|{listed('compared')})\s+(?:\p{{L}}+\s+){{0,4}}"
        )
        self.before = late(rf"(?ri)(?<!\w)(?:{listed('deadlines_before')})\s+(?:\p{{L}}+\s+)?")
        self.after = late(rf"(?ri)(?<!\w)(?:{listed('deadlines_after')})\s+(?:\p{{L}}+\s+)?")
        #: Behind a part of a year in a title: the report is of more than that.
        self.joined = late(
            rf"(?i)(?:[\s/]*(?:{listed('year_nouns')}))?[\s/]*(?:(?:19|20)\d\d)?\s*"
            rf"(?:,|&|(?:{listed('and')})(?!\w))\s*(?:(?:{listed('part_leads')})\s+)*"
            rf"(?:{listed('year_nouns')}|\d{{1,2}}\s+(?:{listed('months_counted')}))(?!\w)"
        )
        self.of_a_term = late(rf"(?i)(?<!\w)(?:{listed('of_a_term')})(?!\w|\s+(?:19|20)\d\d)")

    def told(self, text: str, *, dated: bool = False) -> Iterator[Moment]:
        """The parts of a year that a text names without the year, in reading order.

        ``dated`` takes those with a year, too.
        """
        lower = text.casefold()
        if not any(one in lower for one in self.hints):
            return
        for found in self.parts.finditer(text):
            start = found.start()
            low = max(0, start - _NEAR)
            written = self._written(text, found)
            if written is None or self.against.match(text, low, start):
                continue
            own = dated and _OF_YEAR.match(text, found.end()) is not None
            if not own and self.not_behind.match(text, found.end()):
                continue  # *Trong năm năm qua*, *trong năm 2023*, *quý I năm trước*
            last = _last_month(written)
            until = self.until.match(text, low, start) if last else None
            if until is not None:
                written, start = _first(last), until.start()
            yield Moment(written, start, found.end())

    def _of_title(self, title: str) -> str | None:
        """The part of a year that a report is of, by its title: *công tác 6 tháng đầu năm 2023*.

        The report on the last month of a year is one on the year, too: *tháng 12 và cả năm*.
        """
        # The year is that of the report: *6 tháng đầu năm 2023*.
        parts = [one for one in self.told(title, dated=True) if one.written != "P1M"]
        if not parts or parts[0].written == _PARTS["part_year"]:
            return None
        if any(one.written == _PARTS["part_year"] for one in parts):
            return None
        joined = self.joined.match(title, parts[0].end)
        return None if joined is not None else parts[0].written

    def _written(self, text: str, found: regex.Match[str]) -> str | None:
        """The form in which the words are written; None where they are none."""
        if found["month"]:
            number = int(found["month"])
            return f"--{number:02}" if number in _MONTHS else None
        if found["named"]:
            return f"--{self.months[found['named'].casefold()]:02}"
        if found["months"]:
            number, start = int(found["months"]), found.start()
            # *Thu ngân sách 9 tháng đạt …*, *trong 9 tháng*, but not *sau 3 tháng*.
            said = self.led.match(text, max(0, start - _NEAR), start) or self.behind.match(
                text, found.end()
            )
            said = said or found["said"] or _OF_YEAR.match(text, found.end())
            said = said or self.opens.match(text, 0, start)
            return _first(number) if said is not None and number in _MONTHS[1:] else None
        return next(_PARTS[one] for one in self.names if found[one])


class Timing:
    """Reads in one sentence of what time its numbers are that have no period.

    ``lead`` is what the line that announces its list says, ``heading`` what those above it say
    of aims, ``title`` the part of a year that the report is of.
    """

    def __init__(
        self,
        reading: Reading,
        words: TimingWords,
        times: Times,
        yearly: Yearly,
        heads: Sequence[str],
        lead: Cue | None,
        heading: Cue | None,
        title: str | None,
    ) -> None:
        self.reading, self.words, self.times, self.yearly = reading, words, times, yearly
        self.lead, self.heading, self.title = lead, heading, title
        told = [one for one in words.told(reading.text) if not self._is_dated(one)]
        terms = (Moment(_TERM, one.start(), one.end(), "term") for one in self._terms())
        self.moments = sorted([*told, *self._days(), *terms], key=lambda one: one.start)
        over = (one for head in heads for one in words.told(head))
        self.over = next((Cue(one.written, 0, 0) for one in over), None)

    def of(self, figure: Figure, flows: frozenset[str]) -> Cue | None:
        """The time of a number that has no period, or that of which part of a year it is."""
        found = figure.dimensions.found
        named, period = found.get("indicator"), found.get("period")
        if named is None or (period is not None and not _YEAR.fullmatch(period)):
            return None
        due = found.get("role") in _DUE
        moving = named in flows or "change" in found
        moment = self._moment(figure, moving=moving, dated=period is not None)
        if moment is not None and moment.kind == "part":
            return _in_year(moment, period)
        if period is not None:
            return _in_year(self.over, period) if self.over is not None else None
        mean = self.yearly.mean(figure) if moving and not (due and moment) else None
        if mean is not None:
            return mean
        if moment is not None:
            return _written(moment, due=due)
        if self.over or self.lead or due:
            return self.over or self.lead or self.heading
        goes = moving and self.title is not None and "stage" not in found
        return Cue(self.title or "", 0, 0) if goes else None

    # ── times ─────────────────────────────────────────────────────────────────────────

    def _days(self) -> Iterator[Moment]:
        """The times that say by when or since when."""
        text, words = self.reading.text, self.words
        for one in self.reading.times:
            if one.base:
                continue
            low, written = max(0, one.start - _NEAR), str(one.fact.value)
            if self.times.goes_on(self.reading, one):
                yield Moment(written, one.start, one.end, "since")
            elif not one.by_when or one.aside:
                continue
            elif words.before.match(text, low, one.start) is not None:
                yield Moment(written, one.start, one.end, "before")
            elif words.after.match(text, low, one.start) is not None:
                yield Moment(written, one.start, one.end, "after")
            else:
                yield Moment(written, one.start, one.end, "by")

    def _terms(self) -> Iterator[regex.Match[str]]:
        """The words for a whole term of office: *từ đầu nhiệm kỳ*."""
        lower = self.reading.text.casefold()
        said = any(one in lower for one in self.words.term_hints)
        return self.words.of_a_term.finditer(self.reading.text) if said else iter(())

    def _is_dated(self, moment: Moment) -> bool:
        """Whether words are those of a date or period: *tháng 9 năm 2023*."""
        offset = self.reading.offset
        return any(
            one.value.kind in ("date", "period")
            and one.start - offset < moment.end
            and moment.start < one.end - offset
            and one.end - offset >= moment.end
            for one in self.reading.facts
        )

    # ── of which number ───────────────────────────────────────────────────────────────

    def _moment(self, figure: Figure, *, moving: bool, dated: bool) -> Moment | None:
        """The words behind a number that are of no other, else the last ones before it."""
        usable = [
            one
            for one in self.moments
            if (moving or one.kind not in ("since", "term"))
            and (one.kind == "part" or not dated)
            and self._is_on_level(one, figure)
        ]
        for one in usable:
            if one.start >= figure.end and self._is_behind(one, figure):
                return one
        if figure.dimensions.found.get("role") == "previous":
            return None
        before = [one for one in usable if one.start < figure.start and self._reaches(one, figure)]
        last = before[-1] if before else None
        due = figure.dimensions.found.get("role") in _DUE
        if due and last is not None and last.kind == "part" and not self._is_close(last, figure):
            return None
        return None if last is None or self._is_over(last, figure, dated=dated) else last

    def _is_close(self, moment: Moment, figure: Figure) -> bool:
        """Whether no number stands between a part of a year and what is aimed at in it.

        *Sáu tháng kết nạp 892 đảng viên, đạt 49,6% chỉ tiêu năm (1.800)*.
        """
        between = Stretch(moment.end, figure.start)
        return not any(between.holds(one.start) for one in self.reading.figures)

    def _is_on_level(self, moment: Moment, figure: Figure) -> bool:
        bracket = self.reading.structure.bracket_of(moment.start)
        return bracket in (figure.bracket, None)

    def _is_behind(self, moment: Moment, figure: Figure) -> bool:
        """Whether words stand right behind a number in its clause, and before no other."""
        reading = self.reading
        if not figure.scope.segment.holds(moment.start) or self._has_number(moment):
            return False
        between = Stretch(figure.end, moment.start)
        return not reading.figures_in(between, figure.bracket) and not reading.structure.is_parted(
            figure.end, moment.start, figure.bracket
        )

    def _has_number(self, moment: Moment) -> bool:
        """Whether a number stands behind words in their clause."""
        structure = self.reading.structure
        level = structure.bracket_of(moment.start)
        return any(
            not structure.is_parted(moment.end, one.start, level)
            for one in self.reading.figures_in(Stretch(moment.end, len(self.reading.text)), level)
        )

    def _reaches(self, moment: Moment, figure: Figure) -> bool:
        """Whether words before a number can be said of it.

        A month may only be that of a meeting: it opens its clause, or stands in that of the
        number. What stands behind another number is of that one.
        """
        structure = self.reading.structure
        level = structure.bracket_of(moment.start)
        attached = any(
            one.end <= moment.start and not structure.is_parted(one.end, moment.start, level)
            for one in self.reading.figures
        )
        near = figure.scope.left.holds(moment.start)
        if attached:
            return near and self._has_number(moment) and not self._is_left(moment, figure)
        if moment.kind != "part" or near:
            return True
        return self.words.opens.match(self.reading.text, 0, moment.start) is not None

    def _is_left(self, moment: Moment, figure: Figure) -> bool:
        """Whether a time is that of an earlier number: *từ 12,2% cuối năm 2021 còn 9,9%*."""
        reading = self.reading
        return any(
            one.start == moment.start and self.times.is_left_behind(reading, figure, one)
            for one in reading.times
        )

    def _is_over(self, moment: Moment, figure: Figure, *, dated: bool) -> bool:
        """Whether another time, or now, stands between words and the number behind them."""
        text, visible = self.reading.text, self.reading.structure.visible
        if self.times.now.search(text, moment.end, figure.start) is not None:
            return moment.kind not in ("since", "term")
        cue = figure.dimensions.cues.get("period")
        if dated and cue is not None and moment.start < cue.start:
            return True
        return any(
            moment.end <= one.start < figure.start and visible(one.start, None)
            for one in self.reading.times
            if not (one.by_when or one.aside or one.base)
        )


def _written(moment: Moment, *, due: bool) -> Cue:
    """What a time says of a number: up to it, or on from it."""
    written = moment.written
    if moment.kind == "before" and not due and _YEAR.fullmatch(written):
        written = f"../{written}"
    elif moment.kind in ("since", "after") and "/" not in written:
        written = f"{written}/.."
    return Cue(written, moment.start, moment.end)


def _in_year(moment: Moment | Cue, year: str | None) -> Cue | None:
    """A part of a year, of the year that the number is said to be of, if it is."""
    written = moment.written if isinstance(moment, Moment) else moment.value
    if year is not None:
        if written in (_PARTS["part_year"], _PARTS["part_unsaid"]):
            return None
        written = written.replace("--", f"{year}-")
    return Cue(written, moment.start, moment.end)


def _last_month(written: str) -> int:
    """The month in which a part of a year ends; 0 for one of which nobody says which."""
    if written in _ENDS:
        return _ENDS[written]
    return int(written[-2:]) if written[-2:].isdigit() else 0


def _first(months: int) -> str:
    """The first months of a year."""
    return _FIRST.get(months, f"--01/--{months:02}")
