"""When a number holds: the date or period of its sentence, and the one it is compared with."""

from __future__ import annotations

import regex

from pipeline.language import LanguageCard, late
from pipeline.link.deeds import DONE
from pipeline.link.figures import Cue, Figure, Time, is_time
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch
from pipeline.model import Date, Document, Fact, Period

__all__ = ["Times", "as_of"]

#: A report without a date of issue is no newer than the rules that read it.
_NEWEST = "2026-12-31"

#: So many characters before a time or a number may say what it is held against, and when.
_COMPARED = 100
_OPENED = regex.compile(r"\s*\([^()\d]{0,20}")


def as_of(document: Document) -> str:
    """The day from which a report looks ahead, in ISO form: that of its issue, where it is known.

    Without one a year is to come only where it was when these rules were written.
    """
    return document.issued or _NEWEST


class Times:
    """Finds periods in one language."""

    def __init__(self, card: LanguageCard) -> None:
        listed = card.any_of
        the = rf"(?:(?:{listed('determiners')})\s+)?"
        self.prices = late(
            rf"(?ri)(?<!\w)(?:{listed('prices')})\s+(?:(?:{listed('price_joints')})\s+)?"
        )
        self.prices_behind = late(rf"(?i)\s+(?:{listed('prices_behind')})(?!\w)")
        self.base_from = late(rf"(?ri)(?<!\w)(?:{listed('base_from')})\s+{the}")
        self.base_year = late(rf"(?ri)(?<!\w)(?:{listed('base_year')})\s+{the}")
        self.as_then = late(rf"(?ri)%\s*(?:{listed('as_then')})\s+")
        self.times_of = late(rf"(?ri)\d\s+(?:{listed('times_of')})\s+(?:[\p{{L}}]+\s+)?")
        self.since = late(rf"(?ri)(?<!\w)(?:{listed('since')})\s+")
        self.until_now = late(rf"(?i)\s*(?:{listed('until_now')})(?!\w)")
        self.congress = late(
            rf"(?ri)(?<!\w)(?:{listed('congresses')})(?:[,\s]\s*[\p{{L}}]+){{0,12}}"
            rf"[,\s]\s*(?:{listed('term')})\s+"
        )
        leads = rf"(?:(?:{listed('standard_leads')})\s+)?"
        self.standard = late(
            rf"(?ri)(?<!\w)(?:{leads}(?:{listed('poverty_standards')})"
            rf"|(?:{listed('standard_leads')})\s+(?:{listed('standard_nouns')}))"
            rf"(?:\s+[\p{{L}}]+){{0,8}}?\s+{the}(?:{listed('standard_times')})\s+{the}"
        )
        self.standard_behind = late(
            rf"(?i)\s+(?:[\p{{L}}-]+\s+){{0,2}}?(?:{listed('poverty_standards')})(?!\w)"
        )
        self.now = late(rf"(?i)(?<!\w)(?:{listed('now')})(?!\w)")
        self.reached = late(rf"(?i)(?<!\w)(?:{listed('range_to')})\s+(?:\S+\s+)?$")
        self.former = late(rf"(?ri)(?<!\w)(?:{listed('range_from')})\s+(?:[\p{{L}}]+\s+){{0,2}}")
        self.held_to = late(rf"(?ri)(?<!\w)(?:{listed('compared')})\s+(?:[\p{{L}}]+\s+){{0,2}}")
        self.held_against = late(rf"(?i)(?<!\w)(?:{listed('held_against')})(?!\w)")
        self.deadline = late(
            rf"(?ri)(?<!\w)(?P<word>{listed('deadlines')})\s+(?:[\p{{L}}]+\s+){{0,2}}"
        )
        self.holding_since = late(
            rf"(?ri)(?<!\w)(?:{listed('holding_since')})\s+(?:[\p{{L}}]+\s+)?"
        )
        self.event = late(rf"(?ri)(?<!\w)(?:{listed('events')})(?:\s+[\p{{L}}'’-]+){{0,8}}\s+")
        self.telling = late(rf"(?i)(?<!\w)(?:{listed('telling')})(?!\w)")
        self.throughout = late(rf"(?ri)(?<!\w)(?:{listed('throughout')})\s+{the}")
        self.end = late(rf"(?i)(?:{listed('ends')})(?!\w)")
        self.compared = late(
            rf"(?ri)(?<!\w)(?P<word>{listed('compared')})\s+(?:[\p{{L}}]+\s+){{0,12}}"
        )

    def told(self, reading: Reading) -> tuple[Time, ...]:
        """The times of a sentence with what their own words say of them, whatever the number."""
        return tuple(
            one._replace(
                aside=self._is_aside(reading, one),
                by_when=self._is_deadline(reading, one),
                base=self._is_base(reading, one),
            )
            for one in reading.times
        )

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
        printed = [one for one in reading.times if not one.aside]
        chosen = [("period", one) for one in printed if self._is_noted(reading, figure, one)][:1]
        times = [
            one
            for one in printed
            if not one.by_when and not self._is_of_telling(reading, figure, one)
        ]
        last = max((one.start for one in printed if one.start < figure.start), default=-1)
        cut = any(one.start == last and one.by_when and not one.base for one in printed)
        if cut and any(one.end < last for one in reading.figures):
            # *From 2021 to 2030 … 8% a year, and by 2030 it will be 21 trillion*.
            times = [one for one in times if one.start > last]
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
            and (segment.holds(one.start) or not _is_of_a_subject(reading, one))
        ]
        left = [one.start for one in before if self.is_left_behind(reading, figure, one)]
        if left:
            # *From 15 million in 2011 to 38 million in 2018, and the rate fell to 1.3%*.
            before = [
                one
                for one in before
                if one.start not in left
                and (one.start > left[-1] or not _is_attached(reading, one))
            ]
        after = [
            one
            for one in level
            if one.start > figure.start
            and segment.holds(one.start)
            and not _parted(reading, figure, one)
            and not self._is_of_former(reading, figure, one)
        ]
        since = self._now_behind(reading, figure)
        if since is not None:
            before = [one for one in before if one.start > since.start]
        if figure.dimensions.found.get("role") == "previous":
            before = [one for one in before if not _is_of_now(reading, figure, one)]
        own = self._own_time(reading, figure)
        if own is not None:
            before = [one for one in before if own.holds(one.start)]
        near = [one for one in after if _is_next(reading, figure, one)]
        if any(figure.scope.left.holds(one.start) for one in before):
            # *Năm 2019 có 58 đồng chí và năm 2020 là 13*: the second year is of the second number.
            near = [one for one in near if not _has_number(reading, one)]
        for one in [*near, *reversed(before), *after]:
            dimension = "base_period" if one.base else "period"
            if dimension == "base_period" and not segment.holds(one.start):
                continue
            if one.base and self._is_base_of_before(reading, figure, one, chosen):
                continue
            if dimension not in [name for name, _ in chosen]:
                chosen.append((dimension, one))
        return chosen

    @staticmethod
    def _is_base_of_before(
        reading: Reading, figure: Figure, base: Time, chosen: list[tuple[str, Time]]
    ) -> bool:
        """Whether only an earlier number is measured from a time.

        *Down 846 on 2021, and in 2015-2023 down 8,295*; *up 34% on 2015, while exports rose by
        16%*.
        """
        if base.start >= figure.start or not _is_attached(reading, base):
            return False
        dated = any(
            name == "period" and base.end <= time.start < figure.start for name, time in chosen
        )
        return dated or any(
            one.mark[:1].isalpha() and base.end <= one.start < figure.start
            for one in reading.structure.boundaries
        )

    def _own_time(self, reading: Reading, figure: Figure) -> Stretch | None:
        """Where the times of a number stand, if its own words say when: they are no others.

        *At least 70% in 2023, and over 85% by 2025*; *(quý I tăng 6,2%)*; *from 2018 to 2020
        they received 12 points; from 2021 to the present they receive 6*.
        """
        left = figure.scope.left
        said = any(
            one.by_when
            and not (one.base or one.aside)
            and one.start >= figure.end
            and _is_next(reading, figure, one)
            for one in reading.times
            if not _parted(reading, figure, one)
        )
        if said:
            return left
        part = self._part_of_year(reading, figure)
        if part is not None:
            return part
        since = Stretch(figure.scope.segment.start, figure.start)
        aside = [one for one in reading.times if one.aside]
        if any(
            one.start >= figure.end
            and self.until_now.match(reading.text, one.end)
            and _is_next(reading, figure, one)
            and not _parted(reading, figure, one)
            for one in aside
        ):
            return left  # *7.1% from 1991 to 2000, and 10% from 2001 to now*
        return since if any(since.holds(one.start) for one in aside) else None

    def _part_of_year(self, reading: Reading, figure: Figure) -> Stretch | None:
        """Where the times of a number stand that is of a part of a year, and of no whole one.

        *6% in the first quarter of 2025; in the second quarter, it reached 7%*.
        """
        left, words = figure.scope.left, reading.words
        if words.part_of_year.search(reading.text, left.start, figure.start) is not None:
            return left
        before = reading.figures[figure.index - 1] if figure.index else None
        low = max(figure.scope.segment.start, before.noun_end if before is not None else 0)
        part = words.part_of_year.search(reading.text, low, figure.start)
        if part is None or part.end() > left.start or figure.bracket is not None:
            return None
        dated = any(low <= one.start < figure.start for one in reading.times)
        return None if dated else Stretch(low, figure.start)

    def is_left_behind(self, reading: Reading, figure: Figure, time: Time) -> bool:
        """Whether a time is that of an earlier number, and a number is of now, or the later one.

        *Giảm từ 9,25% năm 2016 xuống còn 3,1%*; *là 12% năm 2015, hiện nay còn 4,2%*.
        """
        former = reading.once(_former, time)
        if former is None or former is figure:
            return False
        roles = [one.dimensions.found.get("role") for one in (former, figure)]
        if roles[0] == "previous" != roles[1]:
            return True  # *Compared with 1,100 in 2022 and a plan of 1,150*
        low = max(time.end, figure.start - _COMPARED)
        if self.now.search(reading.text, low, figure.start) is not None:
            return True
        reached = self.reached.search(reading.text, low, figure.start) is not None
        return reached and reading.last_before(figure.start) is former

    def _now_behind(self, reading: Reading, figure: Figure) -> Figure | None:
        """The number of before that one of now is held to: *năm 2015 là 620, hiện nay là 570*."""
        former = reading.figures[figure.index - 1] if figure.index else None
        if former is None or not (
            former.dimensions.found.get("role") == "previous"
            or former.dimensions.found.get("topic") in DONE
        ):
            return None
        now = self.now.search(reading.text, former.end, figure.start)
        return former if now is not None else None

    def _is_of_former(self, reading: Reading, figure: Figure, time: Time) -> bool:
        """Whether a time behind a number is that of another number, which it is held against.

        *To 12% from 31% in 2012*; *7.2%, higher than the 6.1% of 2022*.
        """
        return any(
            self.former.match(reading.text, max(figure.end, one.start - 30), one.start)
            or (
                getattr(one.fact.value, "comparator", "=") == "="
                and self.held_to.match(reading.text, max(figure.end, one.start - 40), one.start)
            )
            for one in reading.figures_in(Stretch(figure.end, time.start), figure.bracket)
        )

    def _is_noted(self, reading: Reading, figure: Figure, time: Time) -> bool:
        """Whether a time alone stands in brackets right behind a number: *4,5% (cuối năm 2020)*."""
        if time.start < figure.end:
            return False
        noun = figure.dimensions.cues.get("population")
        counted = noun is not None and 0 <= noun.start - figure.end <= 1
        end = noun.end if noun is not None and counted else figure.end
        if _OPENED.fullmatch(reading.text, end, time.start) is None:
            return False
        return reading.text[time.end :].lstrip().startswith(")")

    def announced(self, text: str, times: list[Fact]) -> dict[str, Fact]:
        """The period and base period of a line that announces a list, or by when its items are.

        Offsets are those in ``text``.
        """
        chosen: dict[str, Fact] = {}
        for one in times:
            if is_time(one, times) and not self._says_by_when(text, one, one.start):
                low = max(0, one.start - _COMPARED)
                is_base = self.compared.match(text, low, one.start) is not None
                chosen["base_period" if is_base else "period"] = one
            elif is_time(one, times):
                chosen["timing"] = one
        return chosen

    def of_base(self, reading: Reading, figure: Figure) -> Time | None:
        """The earlier time whose figure a bracket gives: *so với năm 2021 (70,16 điểm)*."""
        bracket = reading.opened_by(figure) if reading.times else None
        if bracket is None or self.held_against.search(reading.text, bracket.start, figure.start):
            return None
        if set(reading.text[bracket.start : figure.start]) & set("-–−+"):
            return None  # *compared with 2015 (- 13%)*: by so much.
        if figure.kind == "ratio" and all(
            one.kind != "ratio" for one in reading.figures[: figure.index]
        ):
            return None  # *Tăng 41% so với năm 2017 (12/17 khoản thu tăng)*: nothing held to it.
        if _is_share_of_change(reading, figure, bracket):
            return None
        end = len(reading.text[: bracket.start - 1].rstrip())
        return next((one for one in reading.times if one.end == end and one.base), None)

    def _is_aside(self, reading: Reading, time: Time) -> bool:
        """Whether a time is no period of a number.

        A year that names prices, a term that names a congress (*Đại hội nhiệm kỳ 2020-2025*), the
        years of a standard that something is measured by (*chuẩn nghèo giai đoạn 2022-2025*), and
        a year from which something goes on (*từ năm 2018 đến nay*).
        """
        text, start = reading.text, time.start
        if self.prices.match(text, max(0, start - 40), start) is not None:
            return True
        if self.prices_behind.match(text, time.end) is not None:
            return True
        if self.standard.match(text, max(0, start - _COMPARED), start) is not None:
            return True  # *Theo chuẩn nghèo đa chiều giai đoạn 2022 - 2025*
        if self.standard_behind.match(text, time.end) is not None:
            return isinstance(time.fact.value, Period)
        if isinstance(time.fact.value, Period):
            return self.congress.match(text, max(0, start - _COMPARED), start) is not None
        going_on = self.until_now.match(text, time.end) is not None
        return going_on and self.since.match(text, max(0, start - 20), start) is not None

    def goes_on(self, reading: Reading, time: Time) -> bool:
        """Whether something goes on from a time: *từ năm 2018 đến nay*, *since 2018*."""
        text, start = reading.text, time.start
        if self.holding_since.match(text, max(0, start - 60), start) is not None:
            return True
        going_on = self.until_now.match(text, time.end) is not None
        return going_on and self.since.match(text, max(0, start - 20), start) is not None

    def _is_deadline(self, reading: Reading, time: Time) -> bool:
        """Whether a time only says by when, or since when: *by 2025*, *đến hết năm 2025*."""
        low = max(0, time.start - 60)
        if self.holding_since.match(reading.text, low, time.start) is not None:
            return isinstance(time.fact.value, Date)
        return self._says_by_when(reading.text, time.fact, time.start)

    def _says_by_when(self, text: str, time: Fact, start: int) -> bool:
        if self.end.match(time.text) is not None:
            return True
        deadline = self.deadline.match(text, max(0, start - 60), start)
        if deadline is None:
            return False
        compared = self.compared.match(text, max(0, start - _COMPARED), start)
        # *Compared to that in 2022*: the word is one of a comparison.
        return compared is None or deadline.start("word") >= compared.end("word")

    def _is_times(self, reading: Reading, time: Time) -> bool:
        """Whether a factor right before a time says how many times as much as then it is."""
        low = max(0, time.start - 40)
        return self.times_of.match(reading.text, low, time.start) is not None

    def _is_of_telling(self, reading: Reading, figure: Figure, time: Time) -> bool:
        """Whether a day is that on which something was said, or of the meeting where it was.

        *At the session of June 5, the chairman said that 1,000 tasks will be transferred*.
        """
        value = time.fact.value
        if not isinstance(value, Date) or value.precision not in ("day", "month"):
            return False
        if self.event.match(reading.text, max(0, time.start - _COMPARED), time.start) is not None:
            return True
        if value.precision != "day":
            return False
        high = max(time.end, figure.start)
        return self.telling.search(reading.text, time.end, high) is not None

    def _is_base(self, reading: Reading, time: Time) -> bool:
        start = time.start
        lasts = isinstance(time.fact.value, Period) and not _is_attached(reading, time)
        if lasts and self.throughout.match(reading.text, max(0, start - 20), start) is not None:
            return False  # *Over the 2015-2022 period* opens a sentence.
        if self.compared.match(reading.text, max(0, start - _COMPARED), start) is not None:
            return True
        if self.as_then.match(reading.text, max(0, start - _COMPARED), start) is not None:
            return True  # *Bằng 92% cùng kỳ năm 2022*.
        factor = reading.last_before(start)
        if factor is not None and factor.kind == "multiple" and self._is_times(reading, time):
            return True  # *Gấp 1,8 lần năm 2020*.
        # *From 2019* opens a sentence; *up 2% from 2020* compares.
        counted = isinstance(time.fact.value, Date) and _is_attached(reading, time)
        low = max(0, start - 12)
        if counted and self.base_from.match(reading.text, low, start) is not None:
            return True
        # *Up 25% on 2022*, but *on 3 February 2022*.
        yearly = getattr(time.fact.value, "precision", None) == "year"
        return counted and yearly and self.base_year.match(reading.text, low, start) is not None


def _parted(reading: Reading, figure: Figure, time: Time) -> bool:
    """Whether a comma or colon stands between a number and a time behind it."""
    level = reading.structure.bracket_of(figure.end - 1)
    return reading.structure.is_parted(figure.end, time.start, level)


def _is_next(reading: Reading, figure: Figure, time: Time) -> bool:
    """Whether a time behind a number is nearer to it than any other number is."""
    level = reading.structure.bracket_of(figure.start)
    return not reading.figures_in(Stretch(figure.end, time.start), level)


def _has_number(reading: Reading, time: Time) -> bool:
    """Whether a number stands behind a time in its clause, so that it is of that number.

    What a bracket adds is of the number before the time: *2,409 in 2021 (down 12.2%)*.
    """
    level = reading.structure.bracket_of(time.end - 1)
    return any(
        not reading.structure.is_parted(time.end, one.start, level)
        for one in reading.figures_in(Stretch(time.end, len(reading.text)), level)
    )


def _is_attached(reading: Reading, time: Time) -> bool:
    """Whether a time stands behind a number of its own clause, so that it is of that number."""
    return reading.once(_attached, time)


def _former(reading: Reading, time: Time) -> Figure | None:
    """The number that a time stands right behind, with nothing but small words between."""
    former = reading.last_before(time.start)
    if former is None or _parted(reading, former, time):
        return None
    since = Stretch(min(former.noun_end, time.start), time.start)
    other = any(since.holds(one.start) for one in reading.times)
    return None if other or reading.names_subject(since) else former


def _is_of_now(reading: Reading, figure: Figure, time: Time) -> bool:
    """Whether a time before an earlier number is that of what is held against it.

    *In 2023, 1,200 were admitted, up from 1,100*; *năm 2023 giảm từ 5% xuống 3%*; but of how much
    something changed then it is: *trong khi năm 2023 giảm 9%*.
    """
    if time.base or figure.bracket is not None:
        return False
    before = reading.last_before(figure.start)
    if "change" in figure.dimensions.found and before is not None and before.end <= time.start:
        return False
    # *In 2016, the staff was 2,410* is of that year, though a comma parts them.
    low = max(0, figure.start - _COMPARED)
    passed = before is not None and before.start >= time.end
    passed = passed or reading.words.start_of_range.match(reading.text, low, figure.start)
    apart = reading.structure.is_parted(time.end, figure.start, figure.bracket) and passed
    changes = reading.stated.get("change", ())
    return bool(apart) or any(time.end <= one.start < figure.start for one in changes)


def _is_of_a_subject(reading: Reading, time: Time) -> bool:
    """Whether a day stands behind what was so on it: *đàn lợn ngày 1/4 là 794 nghìn con; …*."""
    value = time.fact.value
    if not isinstance(value, Date) or value.precision != "day":
        return False
    start = reading.structure.segment_of(time.start).start
    return reading.names_subject(Stretch(start, time.start))


def _attached(reading: Reading, time: Time) -> bool:
    return any(one.end <= time.start and not _parted(reading, one, time) for one in reading.figures)


def _is_share_of_change(reading: Reading, figure: Figure, bracket: Stretch) -> bool:
    """Whether a share in a bracket can be no earlier value of the count that changed before it.

    *A reduction of 176 units compared to 2015 (20.05%)*.
    """
    before = reading.before_bracket(bracket) if figure.kind == "percentage" else None
    return before is not None and before.kind == "count" and "change" in before.dimensions.found
