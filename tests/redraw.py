"""Copies of a report with other figures: what must be found in them is known as well.

Every figure of the gold is drawn anew, the same one the same way wherever it stands, and
what the gold's checks say of it stays true: a ratio and its percentage, a base that several
shares imply, a target that is met, *nearly 27%* beside its exact figure, dates in their
order. Then the sentences of each paragraph change places. Gold facts and checks come back
with new values and offsets. Nothing of the pipeline is used.

    python tests/redraw.py REPORT FACTS.jsonl CHECKS.json --seed 7 -o FOLDER
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from math import prod
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Place = tuple[int, int]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ROMAN = re.compile(r"[IVX]+")
_STOP = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*[^\W\d_a-z])")
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:No|Nos|Mr|Mrs|Dr|vs|TP|[A-ZĐ]|\d{1,2})\.$")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_MONTH = re.compile("|".join(MONTHS))
#: A test of shares that share a base says something up to this chance of a fit by luck.
_CHANCE = Fraction(1, 100)
#: The sizes of a body beyond which three shares of two decimals prove nothing.
_LARGEST = 440


@dataclass(frozen=True)
class Report:
    """A text with the facts that must be found in it and what must be said of them."""

    text: str
    facts: Sequence[Row]
    checks: Sequence[Row]
    language: str = "en"


class Impossible(Exception):
    """The figures that were drawn contradict what the gold says of them; draw again."""


# ── numbers as they are printed ───────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Printed:
    """A number with its decimals: 13.30 and 13.3 are two."""

    value: Decimal
    decimals: int = 0

    @property
    def unit(self) -> Decimal:
        """The value of its last digit."""
        return Decimal(1).scaleb(-self.decimals)

    @classmethod
    def read(cls, text: str, mark: str) -> Printed:
        """A number in digits; ``mark`` is the decimal one of the report."""
        group = "," if mark == "." else "."
        whole, _, decimals = text.replace(group, "").partition(mark)
        return cls(Decimal(f"{whole}.{decimals}" if decimals else whole), len(decimals))

    def written(self, mark: str, *, grouped: bool) -> str:
        """The number in digits, thousands marked where the report marks them."""
        text = f"{self.value:{',' if grouped else ''}.{self.decimals}f}"
        return text if mark == "." else text.translate(str.maketrans(",.", ".,"))

    @cached_property
    def in_units(self) -> tuple[int, int]:
        """How many units of its last digit make one, and how many of them it is."""
        scale = 10**self.decimals
        return scale, int(self.value * scale)

    def __str__(self) -> str:
        return f"{self.value:.{self.decimals}f}"


def rounded(part: int, whole: int, decimals: int, rule: str = ROUND_HALF_UP) -> Printed:
    """A percentage as a rule of rounding prints it."""
    exact = Decimal(100 * part) / Decimal(whole)
    return Printed(exact.quantize(Decimal(1).scaleb(-decimals), rounding=rule), decimals)


def fits(share: Printed, whole: int, rule: str) -> int | None:
    """How many of ``whole`` print as this share under a rule; None where no number does."""
    scale, printed = share.in_units
    about = printed * whole // (100 * scale)
    for part in range(max(0, about - 1), min(whole, about + 2) + 1):
        excess = 100 * scale * part - printed * whole
        if (
            (rule == ROUND_HALF_UP and 2 * abs(excess) <= whole)
            or (rule == ROUND_FLOOR and 0 <= excess < whole)
            or (rule == ROUND_CEILING and -whole < excess <= 0)
        ):
            return part
    return None


RULES = (ROUND_HALF_UP, ROUND_FLOOR, ROUND_CEILING)


def smallest_base(shares: Sequence[Printed], limit: int, *rules: str) -> int | None:
    """The smallest whole in which all shares come out, each under any of the rules."""
    # Most wholes fail with the first share: one that nearly any whole fits stands last.
    ordered = sorted(set(shares), key=lambda one: -one.decimals)
    for whole in range(1, limit + 1):
        for one in ordered:
            if not any(fits(one, whole, rule) is not None for rule in rules):
                break
        else:
            return whole
    return None


def chance(shares: Sequence[Printed], limit: int) -> Fraction:
    """An upper bound of the chance that shares drawn at random fit some base up to a limit."""
    possible = [100 * 10**one.decimals + 1 for one in shares]
    fitting = sum(
        prod(min(every, whole + 1) for every in possible) for whole in range(1, limit + 1)
    )
    return Fraction(fitting, prod(possible))


def implied_totals(count: int, share: Printed) -> tuple[int, int] | None:
    """The first and last whole of which ``count`` rounds to a share."""
    half = Fraction(share.unit) / 2
    low, high = Fraction(share.value) - half, Fraction(share.value) + half
    first = max(count, -((-100 * count) // high))
    last = (100 * count) // low
    return (int(first), int(last)) if first <= last else None


# ── the sheet of figures ──────────────────────────────────────────────────────────────────


@dataclass
class Sheet:
    """The numbers of a report by where they stand, and what they become."""

    report: Report
    rng: random.Random
    new: dict[int, Printed] = field(default_factory=dict)
    words: dict[Place, str] = field(default_factory=dict)

    @property
    def mark(self) -> str:
        """The decimal mark of the report."""
        return "." if self.report.language == "en" else ","

    @cached_property
    def tokens(self) -> dict[int, Place]:
        """Where each run of digits stands, by its start."""
        return {found.start(): found.span() for found in _NUMBER.finditer(self.report.text)}

    @cached_property
    def facts_at(self) -> dict[int, Row]:
        """The fact of each run of digits."""
        return {
            start: row
            for row in self.report.facts
            for start in self.tokens
            if row["start"] <= start < row["end"]
        }

    def numbers(self, row: Row) -> list[int]:
        """The runs of digits of a fact or of a span."""
        return [start for start in self.tokens if row["start"] <= start < row["end"]]

    def old(self, token: int) -> Printed:
        """The number that the report prints."""
        start, end = self.tokens[token]
        return Printed.read(self.report.text[start:end], self.mark)

    def now(self, token: int) -> Printed:
        """The number that the copy prints."""
        return self.new.get(token) or self.old(token)

    def put(self, token: int, number: Printed) -> None:
        """Settle a number; what is settled twice must agree."""
        if self.new.setdefault(token, number) != number:
            raise Impossible
        if number.value <= 0:
            raise Impossible

    def rows(self, check: str, *reasons: str) -> Iterator[Row]:
        """The checks of a name, and of some reasons."""
        for row in self.report.checks:
            if row["check"] == check and (not reasons or row["reason"] in reasons):
                yield row

    def members(self, row: Row, *kinds: str) -> list[Row]:
        """The facts that a check is about, each once, in reading order."""
        found = {}
        for span in row["spans"]:
            for token in self.numbers(span):
                fact = self.facts_at.get(token)
                if fact is not None and fact["kind"] in kinds:
                    found[fact["start"]] = fact
        return [found[start] for start in sorted(found)]

    def shares(self, row: Row) -> list[int]:
        """The percentages of a check."""
        return [self.numbers(fact)[0] for fact in self.members(row, "percentage")]

    def near(self, old: Decimal, low: float = 0.6, high: float = 1.6) -> int:
        """A whole number of about the same size."""
        return max(1, round(float(old) * self.rng.uniform(low, high)))

    def again(self, draw: Callable[[], None], tries: int = 400) -> None:
        """Draw until the figures fit; what a failed try settled is forgotten."""
        for _ in range(tries):
            kept = dict(self.new)
            try:
                draw()
                return
            except Impossible:
                self.new = kept
        raise Impossible


# ── figures that depend on each other ─────────────────────────────────────────────────────


def draw_groups(sheet: Sheet) -> None:
    """Shares of one body whose size they imply."""
    for row in sheet.rows("shared_base"):
        tokens = sheet.shares(row)
        old = [sheet.old(token) for token in tokens]
        draw = {
            "consistent": _draw_common_base,
            "implausible": _draw_mixed_rounding,
            "not_checkable": _draw_no_power,
        }[row["verdict"]]
        sheet.again(lambda draw=draw, tokens=tokens, old=old: draw(sheet, tokens, old))


def _parts(sheet: Sheet, old: Sequence[Printed], base: int) -> list[int]:
    parts = [sheet.near(one.value * base / 100, 0.6, 1.5) for one in old]
    if any(part >= base for part in parts) or len(set(parts)) < len(parts):
        raise Impossible
    return parts


def _settle_shares(sheet: Sheet, tokens: Sequence[int], shares: Sequence[Printed]) -> None:
    for token, share in zip(tokens, shares, strict=True):
        sheet.put(token, share)


def _draw_common_base(sheet: Sheet, tokens: Sequence[int], old: Sequence[Printed]) -> None:
    before = smallest_base(old, 2 * _LARGEST, ROUND_HALF_UP) or _LARGEST
    base = min(sheet.near(before), _LARGEST)
    parts = _parts(sheet, old, base)
    shares = [rounded(part, base, one.decimals) for part, one in zip(parts, old, strict=True)]
    if smallest_base(shares, base, ROUND_HALF_UP) != base or chance(shares, base) > _CHANCE:
        raise Impossible
    if before < 120 <= base:
        raise Impossible  # beyond the largest size that such a body can have
    _settle_shares(sheet, tokens, shares)


def _draw_mixed_rounding(sheet: Sheet, tokens: Sequence[int], old: Sequence[Printed]) -> None:
    """One share cut off and one raised, as before: no rule alone gives a plausible base."""
    before = smallest_base(old, 60, *RULES)
    if before is None:
        raise Impossible
    rules = [next(rule for rule in RULES if fits(one, before, rule) is not None) for one in old]
    base = sheet.rng.randint(9, 29)
    parts = _parts(sheet, old, base)
    drawn = list(zip(parts, old, rules, strict=True))
    shares = [rounded(part, base, one.decimals, rule) for part, one, rule in drawn]
    for share, (part, one, rule) in zip(shares, drawn, strict=True):
        nearest = rounded(part, base, one.decimals)
        cut = rounded(part, base, one.decimals, ROUND_FLOOR)
        if (share == nearest) != (rule == ROUND_HALF_UP) or share.value >= 100:
            raise Impossible
        if (share == cut) == (rule == ROUND_CEILING):
            raise Impossible
    alone = [smallest_base(shares, 60, rule) for rule in RULES]
    if any(alone) or smallest_base(shares, base, *RULES) != base:
        raise Impossible
    _settle_shares(sheet, tokens, shares)


def _draw_no_power(sheet: Sheet, tokens: Sequence[int], old: Sequence[Printed]) -> None:
    base = sheet.rng.randint(600, 900)
    parts = _parts(sheet, old, base)
    shares = [rounded(part, base, one.decimals) for part, one in zip(parts, old, strict=True)]
    if any(smallest_base(shares, _LARGEST + 60, rule) for rule in RULES):
        raise Impossible
    _settle_shares(sheet, tokens, shares)


def draw_ratios(sheet: Sheet) -> None:
    """Parts of a whole, the same whole the same way, with the percentage printed beside."""
    wholes: dict[Printed, int] = {}
    for fact in sheet.report.facts:
        if fact["kind"] == "ratio":
            part, whole = sheet.numbers(fact)
            before, of = sheet.old(part).value, sheet.old(whole)
            new = wholes.setdefault(of, max(5, sheet.near(of.value)))
            # Parts that exceeded their whole together still do.
            low, high = (new // 2 + 1, new - 1) if 2 * before > of.value else (1, new // 2)
            sheet.put(whole, Printed(Decimal(new)))
            sheet.put(part, Printed(Decimal(sheet.rng.randint(low, high))))
    for row in sheet.rows("ratio_percent"):
        for ratio in sheet.members(row, "ratio"):
            part, whole = (int(sheet.now(token).value) for token in sheet.numbers(ratio))
            for share in sheet.shares(row):
                new = rounded(part, whole, sheet.old(share).decimals)
                right = row["verdict"] == "supported"
                if right and (fits(new, whole, ROUND_HALF_UP) != part or new.value >= 100):
                    raise Impossible
                sheet.put(share, new)


def draw_pairs(sheet: Sheet) -> None:
    """A count with its share of a total that is not printed, but exists."""
    totals = []
    for row in sheet.rows("count_percent_pair"):
        (count,) = (sheet.numbers(fact)[0] for fact in sheet.members(row, "count"))
        (share,) = sheet.shares(row)

        def draw(count: int = count, share: int = share) -> None:
            before = sheet.old(share)
            total = sheet.near(100 * sheet.old(count).value / before.value)
            part = sheet.near(total * before.value / 100)
            new = rounded(part, max(total, part), before.decimals)
            power = 100 * part * new.unit / new.value**2 if new.value else 0
            # Where hardly any total exists by luck, the pair would prove something.
            if not 0 < new.value < 95 or power < Decimal("0.3") or new.value % 1 == 0:
                raise Impossible
            sheet.put(count, Printed(Decimal(part)))
            sheet.put(share, new)

        sheet.again(draw)
        totals.append(implied_totals(int(sheet.now(count).value), sheet.now(share)))
    if None in totals:
        raise Impossible
    for one, other in pairwise(sorted(totals)):
        if other[0] <= one[1]:
            raise Impossible  # different bases, with no number in common


def draw_repeats(sheet: Sheet) -> None:
    """*Nearly 27%* beside 26.87%: the whole number that is not quite reached."""
    for row in sheet.rows("repeat_mention", "nearly_fits"):
        facts = sheet.members(row, "percentage")
        vague = next(fact for fact in facts if fact["canonical"].startswith("~"))
        (exact,) = (fact for fact in facts if fact is not vague)
        value = sheet.now(sheet.numbers(exact)[0]).value
        whole = value.to_integral_value(ROUND_CEILING)
        if whole == value:
            raise Impossible
        sheet.put(sheet.numbers(vague)[0], Printed(whole))


# ── figures that stand alone, within what is said of them ─────────────────────────────────


def draw_rest(sheet: Sheet) -> None:
    """The other percentages, counts and multiples, the same size as before."""
    announced = {
        token
        for row in sheet.rows("enumeration_count", "count_matches_list", "count_differs")
        for span in row["spans"]
        for token in sheet.numbers(span)
    }
    for fact in sheet.report.facts:
        for token in sheet.numbers(fact):
            if token in sheet.new or token in announced:
                continue
            old = sheet.old(token)
            match fact["kind"]:
                case "percentage" if old.value < 100:
                    sheet.put(token, _like(sheet, old, 99))
                case "count" | "money" | "quantity":
                    sheet.put(token, _like(sheet, old, 10**12))
                case "multiple" if old.decimals:
                    sheet.put(token, _like(sheet, old, 100, 0.9, 1.2))
    for fact in sheet.report.facts:
        values = [sheet.now(token).value for token in sheet.numbers(fact)]
        if fact["kind"] in ("percentage", "multiple") and values != sorted(set(values)):
            raise Impossible


def _like(sheet: Sheet, old: Printed, most: int, low: float = 0.5, high: float = 1.7) -> Printed:
    """A number of the same size and with the same decimals."""
    drawn = Decimal(str(float(old.value) * sheet.rng.uniform(low, high)))
    drawn = drawn.quantize(old.unit)
    least = old.unit if old.decimals else Decimal(2)
    return Printed(min(max(drawn, least), Decimal(most)), old.decimals)


def verify(sheet: Sheet) -> None:
    """What the gold says of two statements still holds; raises Impossible where it does not."""
    for row in sheet.rows("target_attainment"):
        _keeps_order(sheet, row)
    for row in sheet.rows("cross_statement"):
        _keeps_order(sheet, row)
    for row in sheet.rows("share_sum", "open_ended_parts"):
        lows = [
            sheet.now(sheet.numbers(fact)[0]).value for fact in sheet.members(row, "percentage")
        ]
        if sum(lows) > 100:
            raise Impossible
    for row in sheet.rows("share_sum", "different_bases", "overlapping_attributes"):
        values = [sheet.now(token).value for token in sheet.shares(row)]
        if abs(sum(values) - 100) < 1:
            raise Impossible  # a sum of 100 by accident would look like a whole
    for row in sheet.rows("nested_counts"):
        _keeps_nesting(sheet, row)


def _keeps_order(sheet: Sheet, row: Row) -> None:
    """The same of two numbers is the larger one, by more than their rounding."""
    facts = sheet.members(row, "percentage", "count")
    for one, other in pairwise(facts):
        for first in sheet.numbers(one):
            for second in sheet.numbers(other):
                before = sheet.old(first).value.compare(sheet.old(second).value)
                now, then = sheet.now(first), sheet.now(second)
                margin = abs(now.value - then.value)
                vague = any(fact["canonical"].startswith("~") for fact in (one, other))
                if now.value.compare(then.value) != before:
                    raise Impossible
                if not vague and margin <= now.unit + then.unit:
                    raise Impossible


def _keeps_nesting(sheet: Sheet, row: Row) -> None:
    """No more people in the smaller body than in the larger one."""
    groups = [sheet.shares(other) for other in sheet.rows("shared_base")]

    def implied(token: int) -> int | None:
        tokens = next((group for group in groups if token in group), None)
        if tokens is None:
            return None
        shares = [sheet.now(one) for one in tokens]
        base = smallest_base(shares, _LARGEST, ROUND_HALF_UP)
        base = base or smallest_base(shares, 60, *RULES)
        return round(sheet.now(token).value * base / 100) if base else None

    tokens = [token for span in row["spans"] for token in sheet.numbers(span)]
    for larger, smaller in zip(tokens[::2], tokens[1::2], strict=False):
        counts = implied(larger), implied(smaller)
        if None not in counts and counts[1] > counts[0]:  # type: ignore[operator]
            raise Impossible


# ── calendar, documents, ages, ordinals ───────────────────────────────────────────────────


@dataclass
class Calendar:
    """Other years, months and days in the same order."""

    shift: int
    days: Mapping[str, str]

    @classmethod
    def draw(cls, report: Report, rng: random.Random) -> Calendar:
        """All years move together; months and days are new, in their order through the year."""
        dates = {row["canonical"] for row in report.facts if row["kind"] == "date"}
        within = sorted({date[-5:] for date in dates if re.fullmatch(r"[\d-]+-\d\d-\d\d", date)})
        within = [one for one in within if one != "12-31"]
        every = [f"{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
        drawn = sorted(rng.sample(every, len(within)))
        return cls(rng.randint(-4, 1), {**dict(zip(within, drawn, strict=True)), "12-31": "12-31"})

    def written(self, iso: str) -> str:
        """A date or period in its new form."""
        if "/" in iso:
            return "/".join(self.written(part) for part in iso.split("/"))
        head = _YEAR.sub(lambda year: str(int(year[0]) + self.shift), iso)
        return head[:-5] + self.days.get(iso[-5:], iso[-5:]) if len(iso) in (7 + 3, 2 + 5) else head


def draw_calendar(sheet: Sheet, calendar: Calendar) -> None:
    """New words for dates and periods."""
    text = sheet.report.text
    for fact in sheet.report.facts:
        if fact["kind"] not in ("date", "period", "document_number"):
            continue
        for year in _YEAR.finditer(text, fact["start"], fact["end"]):
            sheet.words[year.span()] = str(int(year[0]) + calendar.shift)
        day = fact["canonical"][-5:]
        if fact["kind"] != "date" or day not in calendar.days or day == "12-31":
            continue
        month, number = (int(part) for part in calendar.days[day].split("-"))
        name = _MONTH.search(text, fact["start"], fact["end"])
        rest = [place for place in map(sheet.tokens.get, sheet.numbers(fact)) if place]
        rest = [place for place in rest if place not in sheet.words]
        if name:
            sheet.words[name.span()] = MONTHS[month - 1]
            sheet.words[rest[0]] = str(number)
        elif len(rest) >= 2:
            sheet.words[rest[0]], sheet.words[rest[1]] = str(number), str(month)


_OWN_NUMBER = re.compile(r"(?:^|\D)(?P<number>\d+)")


def draw_documents(sheet: Sheet, avoid: frozenset[str]) -> dict[str, str]:
    """New document numbers, the same document the same way; the new form of each symbol."""
    new: dict[tuple[int, str], str] = {}
    symbols: dict[str, str] = {}
    for fact in sheet.report.facts:
        if fact["kind"] != "document_number":
            continue
        canonical = fact["canonical"]
        found = re.fullmatch(r"(?:(?P<code>\S+) )?(?P<number>\d+)(?P<rest>.*)", canonical)
        if found is None:
            raise Impossible
        code = found["code"] or re.sub(r"[-/]?\d*/?", "", found["rest"].split("/")[0])
        token = next(one for one in sheet.numbers(fact))
        start, end = sheet.tokens[token]
        printed = sheet.report.text[start:end]
        key = int(found["number"]), code
        taken = {int(number) for number in new.values()}
        for _ in range(200):
            drawn = new.get(key) or _another_number(sheet, printed)
            symbol = canonical.replace(found["number"], drawn, 1)
            if symbol not in avoid and (key in new or int(drawn) not in taken):
                break
        else:
            raise Impossible
        new[key] = drawn
        symbols[canonical] = symbol
        sheet.words[start, end] = drawn
    return symbols


def _another_number(sheet: Sheet, printed: str) -> str:
    size = len(printed)
    low = 1 if printed.startswith("0") or size == 1 else 10 ** (size - 1)
    high = 9 if printed.startswith("0") or size == 1 else 10**size - 1
    return str(sheet.rng.randint(low, high)).zfill(size if printed.startswith("0") else 1)


def draw_ages(sheet: Sheet) -> dict[int, int]:
    """New age limits in the same order; every other copy keeps the old ones."""
    old = sorted(
        {
            int(sheet.old(token).value)
            for fact in sheet.report.facts
            if fact["kind"] == "age_band"
            for token in sheet.numbers(fact)
        }
    )
    if sheet.rng.random() < 0.5:
        return {age: age for age in old}
    drawn = sorted(sheet.rng.sample(range(25, 66), len(old)))
    ages = dict(zip(old, drawn, strict=True))
    for fact in sheet.report.facts:
        if fact["kind"] == "age_band":
            for token in sheet.numbers(fact):
                sheet.words[sheet.tokens[token]] = str(ages[int(sheet.old(token).value)])
    return ages


def draw_other_tokens(sheet: Sheet) -> None:
    """Ordinals, terms and page furniture: tokens that are in the checks but are no facts."""
    text, rng = sheet.report.text, sheet.rng
    shift = rng.choice([-1, 0, 1])
    for row in sheet.report.checks:
        for span in row["spans"]:
            place = span["start"], span["end"]
            if _ROMAN.fullmatch(span["text"]):
                sheet.words[place] = roman(max(1, from_roman(span["text"]) + shift))
            elif span["start"] in sheet.tokens and span["start"] not in sheet.facts_at:
                suffix = re.match(r"(?:st|nd|rd|th)\b", text[span["end"] :])
                number = rng.randint(1, 30)
                sheet.words[place] = str(number)
                if suffix:
                    after = span["end"], span["end"] + len(suffix[0])
                    sheet.words[after] = ordinal_ending(number)


def roman(number: int) -> str:
    """A Roman numeral up to 39."""
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (number // 10) + ones[number % 10]


def from_roman(numeral: str) -> int:
    """The number of a Roman numeral up to 39."""
    return next(number for number in range(1, 40) if roman(number) == numeral)


def ordinal_ending(number: int) -> str:
    """The letters after an English ordinal: 1st, 2nd, 3rd, 11th."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


# ── putting the copy together ─────────────────────────────────────────────────────────────


class Offsets:
    """Where each place of the old text stands in the new one."""

    def __init__(self) -> None:
        self.pieces: list[tuple[int, int, int]] = []

    def keep(self, old: int, new: int, length: int) -> None:
        """A stretch of the old text stands somewhere in the new one."""
        self.pieces.append((old, old + length, new))

    def __call__(self, position: int, *, end: bool = False) -> int:
        """The new place of an old one; an end belongs to the piece before it."""
        for first, last, new in self.pieces:
            inside = first < position <= last if end else first <= position < last
            if inside:
                return new + position - first
        raise KeyError(position)


def replaced(text: str, words: Mapping[Place, str]) -> tuple[str, list[tuple[Place, Place]]]:
    """A text with its words exchanged, and where each of them and the rest came to stand."""
    pieces: list[str] = []
    moved: list[tuple[Place, Place]] = []
    position = length = 0
    for start, end in [*sorted(words), (len(text), len(text))]:
        for first, last, piece in ((position, start, text[position:start]), (start, end, None)):
            new = words.get((start, end), "") if piece is None else piece
            if last > first or new:
                moved.append(((first, last), (length, length + len(new))))
            pieces.append(new)
            length += len(new)
        position = end
    return "".join(pieces), moved


def sentence_places(text: str) -> Iterator[list[Place]]:
    """The sentences of each paragraph, blanks left out."""
    for line in re.finditer(r"[^\n]+", text):
        places = []
        start = line.start()
        for stop in _STOP.finditer(text, line.start(), line.end()):
            end = stop.start() + len(stop[0].rstrip())
            if _ABBREVIATED.search(text[max(start, end - 8) : end]):
                continue
            places.append((start, end))
            start = stop.end()
        places.append((start, line.end()))
        yield places


def shuffled(text: str, rng: random.Random) -> tuple[str, Offsets]:
    """A text with the sentences of each paragraph in another order."""
    offsets = Offsets()
    pieces: list[str] = []
    length = position = 0
    for places in sentence_places(text):
        between = text[position : places[0][0]]
        gaps = [text[one[1] : other[0]] for one, other in pairwise(places)]
        order = rng.sample(places, len(places))
        for index, (start, end) in enumerate(order):
            gap = between if index == 0 else gaps[index - 1]
            pieces += [gap, text[start:end]]
            length += len(gap)
            offsets.keep(start, length, end - start)
            length += end - start
        position = places[-1][1]
    return "".join(pieces) + text[position:], offsets


@dataclass
class Copy:
    """The old report, the new words, and where everything went."""

    sheet: Sheet
    calendar: Calendar
    symbols: Mapping[str, str]
    ages: Mapping[int, int]
    moved: Sequence[tuple[Place, Place]] = ()
    offsets: Offsets = field(default_factory=Offsets)

    def report(self) -> Report:
        """The copy with its gold."""
        old = self.sheet.report
        words = {**self.sheet.words, **self._figures()}
        text, self.moved = replaced(old.text, words)
        text, self.offsets = shuffled(text, self.sheet.rng)
        return Report(
            text=text,
            facts=sorted(
                (self._fact(row, text) for row in old.facts), key=lambda row: row["start"]
            ),
            checks=[self._check(row, text) for row in old.checks],
            language=old.language,
        )

    def _figures(self) -> dict[Place, str]:
        """Every number as the report would print it, thousands marked unless it marks none."""
        sheet = self.sheet
        counts = [row["text"] for row in sheet.report.facts if row["kind"] in ("count", "ratio")]
        plain = any(re.search(r"\d{4}", text) for text in counts)
        return {
            sheet.tokens[token]: number.written(sheet.mark, grouped=not plain)
            for token, number in sheet.new.items()
        }

    def _place(self, row: Mapping[str, Any], text: str) -> Row:
        start = self.offsets(self._after_words(row["start"]))
        end = self.offsets(self._after_words(row["end"], end=True), end=True)
        return {"text": text[start:end], "start": start, "end": end}

    def _after_words(self, position: int, *, end: bool = False) -> int:
        for (first, last), (low, high) in self.moved:
            if end and first < position <= last:
                return high if position == last else low + position - first
            if not end and first <= position < last:
                return low + position - first
        raise KeyError(position)

    def _fact(self, row: Row, text: str) -> Row:
        new = {**row, **self._place(row, text), "canonical": self._canonical(row)}
        for name in ("period", "issued"):
            if name in new:
                new[name] = self.calendar.written(new[name])
        attribute = str(new.get("attribute", ""))
        if attribute.startswith("age"):
            new["attribute"] = re.sub(r"\d+", self._age, attribute)
            # Which indicator measures another age band, the gold does not say.
            if new["attribute"] != attribute:
                new.pop("indicator", None)
        return new

    def _age(self, found: re.Match[str]) -> str:
        return str(self.ages[int(found[0])])

    def _canonical(self, row: Row) -> str:
        canonical = row["canonical"]
        match row["kind"]:
            case "date" | "period":
                return self.calendar.written(canonical)
            case "document_number":
                return self.symbols[canonical]
            case "age_band":
                return re.sub(r"\d+", self._age, canonical)
        numbers = [str(self.sheet.now(token)) for token in self.sheet.numbers(row)]
        shape = re.sub(r"\d+(?:\.\d+)?", "\0", canonical)
        if shape.count("\0") != len(numbers):
            raise Impossible  # a magnitude word, or a number in words: not drawn
        for number in numbers:
            shape = shape.replace("\0", number, 1)
        return shape

    def _check(self, row: Row, text: str) -> Row:
        spans = [self._place(span, text) for span in row["spans"]]
        new = {**row, "spans": spans, "implied": self.implied(row)}
        new.pop("computed", None)
        new.pop("why", None)
        new.pop("values", None)
        new["numbers"] = [span["text"] for span in spans]
        return new

    def implied(self, row: Row) -> tuple[int, int] | None:
        """The base or the total that the new numbers imply."""
        sheet = self.sheet
        if row["check"] == "shared_base" and row["verdict"] == "consistent":
            shares = [sheet.now(token) for token in sheet.shares(row)]
            base = smallest_base(shares, _LARGEST, ROUND_HALF_UP)
            return (base, base) if base else None
        if row["check"] == "count_percent_pair" and row["reason"].startswith("no_total"):
            (count,) = (sheet.numbers(fact)[0] for fact in sheet.members(row, "count"))
            (share,) = sheet.shares(row)
            return implied_totals(int(sheet.now(count).value), sheet.now(share))
        return None


STEPS: tuple[Callable[[Sheet], None], ...] = (
    draw_groups,
    draw_ratios,
    draw_pairs,
    draw_repeats,
    draw_rest,
    verify,
)


def redraw(report: Report, seed: int, *, avoid: Iterable[str] = ()) -> Report:
    """A copy of a report with other figures and its sentences shuffled.

    ``avoid`` are document symbols that mean something of their own and must not come up.
    """
    rng = random.Random(seed)
    for _ in range(3000):
        sheet = Sheet(report, rng)
        try:
            for step in STEPS:
                step(sheet)
            calendar = Calendar.draw(report, rng)
            draw_calendar(sheet, calendar)
            symbols = draw_documents(sheet, frozenset(avoid))
            ages = draw_ages(sheet)
            draw_other_tokens(sheet)
            return Copy(sheet, calendar, symbols, ages).report()
        except Impossible:
            continue
    raise RuntimeError(f"no figures were found that fit the gold, seed {seed}")


def as_it_is(report: Report) -> Report:
    """The report itself, with what its figures imply."""
    same = Calendar(0, {})
    sheet = Sheet(report, random.Random(0))
    copy = Copy(sheet, same, {}, {})
    checks = [{**row, "implied": copy.implied(row)} for row in report.checks]
    return Report(report.text, report.facts, checks, report.language)


def load(report: Path, facts: Path, checks: Path, language: str | None = None) -> Report:
    """A report with its gold; the gold's rows of other reports are left out."""
    name = report.name.split(".")[0]
    rows = [json.loads(line) for line in facts.read_text("utf-8").splitlines() if line.strip()]
    return Report(
        text=report.read_text("utf-8"),
        facts=[row for row in rows if row["document"] == name],
        checks=[row for row in json.loads(checks.read_text("utf-8")) if row["document"] == name],
        language=language or ("vi" if ".vi." in report.name else "en"),
    )


def main() -> None:
    """Write a copy and its gold into a folder."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("report", type=Path)
    parser.add_argument("facts", type=Path)
    parser.add_argument("checks", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, default=Path())
    given = parser.parse_args()
    copy = redraw(load(given.report, given.facts, given.checks), given.seed)
    name = given.report.name.split(".")[0]
    given.output.mkdir(parents=True, exist_ok=True)
    (given.output / given.report.name).write_text(copy.text, "utf-8")
    facts = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in copy.facts)
    (given.output / f"{name}.facts.jsonl").write_text(facts, "utf-8")
    checks = json.dumps(copy.checks, ensure_ascii=False, indent=1)
    (given.output / f"{name}.checks.json").write_text(checks, "utf-8")


if __name__ == "__main__":
    main()
