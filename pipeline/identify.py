"""What a report says of itself: province, date, number, issuer and title.

Formal reports say it in their letterhead (Decree 30/2020/NĐ-CP, Appendix I; Guidance
36-HD/VPTW): issuer, ``Số 123-BC/TU``, place and date, the type of the document, its title.
News pages say it in a heading, a dateline and the names that come back most often.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Literal, NamedTuple

import regex

from pipeline.language import late
from pipeline.model import Date, Document, DocumentNumber, Fact, Period
from pipeline.places import MERGER, Gazetteer, NamedPlace, fold
from pipeline.rulebook import Rulebook, Words

__all__ = ["Identifier"]

_WORD = regex.compile(r"\w+")
_YEAR = regex.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/-])")
#: The province where central bodies sit and meet.
_SEAT = "ha-noi"
#: Where so many provinces are named, and the first hardly more often, a text is of none.
_SEVERAL = 3
#: So many characters before a place hold the word that says where something is.
_NEAR = 16

#: The endings of sheets, and what such a file is made of.
_SHEETS = (".csv", ".tsv", ".xlsx")
_OF_SHEETS = ("cell", "heading", "furniture")
#: The code of a report among the types of documents.
_REPORT = "BC"
#: Lists of words of a language after which a year is not that of the report.
_BOUNDS = ("since", "range_from", "range_to", "compared", "deadlines")

#: The head of a report: so many lines that say something, each no longer than this.
_HEAD = 16
#: The last month in which reports on the year before are signed.
_EARLY = "06"
#: A title and what stands beside it.
_FIRST_LINES = 3
#: In so many lines the columns of a letterhead may run into each other.
_PARTED = 4
_LONG = 160
#: A title of several lines, and the name of a body.
_TITLE_LINES, _LONGEST_TITLE = 5, 400
_ISSUER_LINES, _LONGEST_ISSUER = 3, 120
#: The words of a type with what qualifies it.
_SHORT_TYPE = 4
#: What parts the columns of a letterhead in plain text.
_COLUMNS = regex.compile(r"\s*(?:\||\t|\s{3,})\s*")
_GAP = regex.compile(r"[|\t]|\s{3}")
_SAYS = regex.compile(r"[\p{L}\p{N}]")
_MARKS = " \t\n*_#|"
_NUMBERED = regex.compile(r"(?i)(?:số|no|nos|numbers?)\s*[.:]{0,2}\s*")
_ITEM = regex.compile(r"(?:[IVX]{1,5}|\d{1,2}|[A-Z])\s*[.)/]\s?|(?:Điều|Chương|Article|Chapter)\s")
_ARTICLE = regex.compile(r"(?i)^(?:an?|the)\s+")


class _Line(NamedTuple):
    """A line of the head in one column, and where it stands; ornaments have no ``text``."""

    text: str
    start: int
    end: int
    heading: bool = False
    #: Of how many columns beside each other it is: 0 for the first, or where there is one.
    column: int = 0

    @property
    def is_capitals(self) -> bool:
        """Whether it is printed in capitals."""
        return self.text.isupper()


class _Head(NamedTuple):
    """The lines at the top of a report; ``issuer`` are those that name who issues it."""

    lines: tuple[_Line, ...]
    issuer: tuple[_Line, ...]
    #: The number that it bears, and where that ends in the text.
    number: str | None
    number_end: int | None
    #: Whether it has a letterhead at all.
    formal: bool
    #: Where its title or text begins.
    below: int


class Identifier:
    """Reads what documents say of themselves; built once from a rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.gazetteer = Gazetteer(rulebook)
        self.old = {card.slug: card for card in rulebook.provinces_63}
        self.new = {card.slug: card for card in rulebook.provinces_34}
        furniture = rulebook.furniture
        types = [word for one in rulebook.document_types for word in _both(one.words)]
        self.types = frozenset(word.casefold() for word in (*types, *_both(furniture["headed"])))
        self.typed = _begins_with(self.types)
        reports = [
            word
            for one in rulebook.document_types
            if one.code == _REPORT
            for word in _both(one.words)
        ]
        self.reported = _begins_with(reports)
        self.telling = _holds({word.casefold() for word in reports})
        self.others = _holds(self.types - {word.casefold() for word in reports})
        #: Issuers that every province has: what stands under their number is of one of them.
        self.provincial = frozenset(one.code for one in rulebook.issuers if one.needs_province)
        #: Before a year that something led to or is held against: *định hướng đến năm 2030*.
        self.bounded = {
            code: late(
                rf"(?i)(?<!\w)(?:{one.language.card.any_of(*_BOUNDS)})\s+(?:[\p{{L}}]+\s+)?$"
            )
            for code, one in rulebook.languages.items()
        }
        #: Before the year of a headline.
        self.headlined = {
            code: late(rf"(?i)(?<!\w)(?:{one.language.card.any_of('headline_years')})\s+$")
            for code, one in rulebook.languages.items()
        }
        self.bodies = _begins_with(_both(furniture["bodies"]))
        self.issuing = _holds(_both(furniture["bodies"]))
        self.local = _holds(_both(furniture["local_bodies"]))
        self.mottos = _begins_with(_both(furniture["mottos"]))
        #: A motto that is not the first in its line.
        self.motto_behind = late(
            rf"(?i)(?<=[\p{{L}}\d][ \t])(?:{_either(_both(furniture['mottos']))})"
        )
        self.openings = _begins_with(_both(furniture["openings"]))
        #: A line of its own that says so: *DỰ THẢO LẦN 2*, *(Draft)*.
        self.drafted = late(
            rf"(?i)\W*(?:{_either(_both(furniture['drafts']))})(?:[\s,.:-]+[\p{{L}}\d]+){{0,5}}\W*"
        )
        self.bylines = _begins_with(_both(furniture["datelines"]))
        self.works = late(rf"(?ri)(?<!\w)(?:{_either(_both(furniture['named_works']))})\s+")
        communes, days = (_either(_both(furniture[one])) for one in ("of_communes", "filed"))
        #: What stands behind a village that is called like a province.
        self.of_commune = late(rf"(?i)\s+(?:{communes})(?!\w)")
        #: Behind the place where a page was filed: *Hà Nội – Chiều 12/5*, *Hanoi - 2014*.
        self.filed = late(rf"(?i)\)?\s*(?:[-–—]\s|,\s*(?:(?:{days})\s|\d))")
        towns = _either(_both(furniture["town_words"]))
        #: A place before a date: *Cà Mau*, *Thành phố Hồ Chí Minh*, *TP. Huế*.
        self.place_name = late(rf"(?:(?i:{towns})\s+)?{_NAME}")
        self.meeting = late(rf"(?ri)(?<!\w)(?:{_either(_both(furniture['meeting_places']))})\s+")

    def __call__(
        self, document: Document, facts: Sequence[Fact], *, province: str | None = None
    ) -> Document:
        """The document with what it says of itself; ``province`` overrides what is found."""
        head = self._head(document, facts)
        # What stands in a table is a date of its numbers.
        facts = [one for one in facts if document.passages[one.passage].kind != "cell"]
        issued = self._issued(document, head, facts)
        day = (
            issued
            or document.issued
            or max(_days(facts), default=None)
            or _opening_day(head, facts)
        )
        slug, evidence = self._province(document, head, day=day)
        if province is not None:
            slug, evidence = province, "as given"
        notes = document.notes if slug is None else (*document.notes, f"province {evidence}")
        title = self._title(document, head)
        dated = issued or document.issued
        told = issued or self._told_until(document, head, title or "", facts)
        return document.model_copy(
            update={
                "province": slug,
                "province_set": self._province_set(slug, told, facts),
                "issued": dated,
                "year": None if title is None else self._year(document, head, title, facts, dated),
                "draft": any(self.drafted.fullmatch(line.text) for line in head.lines if line.text),
                "number": head.number,
                "issuer": " ".join(line.text for line in head.issuer) or None,
                "title": title,
                "notes": notes,
            }
        )

    # ── the letterhead ────────────────────────────────────────────────────────────────

    def _head(self, document: Document, facts: Sequence[Fact]) -> _Head:
        """The lines at the top, told apart."""
        lines = tuple(self._apart(document, tuple(_lines(document))))
        fact, at = self._own_number(document, lines, _up_to(lines, facts)) or (None, None)
        number = fact.value.symbol if fact and isinstance(fact.value, DocumentNumber) else None
        mottos = [index for index in range(len(lines)) if self._is_motto(lines, index)]
        typed = next((index for index in range(len(lines)) if self._type_at(lines, index)), None)
        if typed is None and at is not None and self.typed.match(lines[at].text):
            typed = at  # *Report No. 120-BC/TU dated December 18, 2023*
        first = self._issuer(lines)
        signs = [*mottos, *([at] if at is not None else []), *([typed] if typed else [])]
        formal = bool(mottos) or at is not None or (first is not None and typed is not None)
        issuer = tuple(lines[index] for index in first) if first and formal else ()
        signs += [first[-1]] if first and formal else []
        below = typed if typed is not None else max(signs, default=-1) + 1
        return _Head(lines, issuer, number, fact.end if fact else None, formal, below)

    def _apart(self, document: Document, lines: Sequence[_Line]) -> Iterator[_Line]:
        """The lines, those of a letterhead whose two columns run into each other parted.

        *ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM* stands above *TỈNH BẮC GIANG Độc lập -
        Tự do - Hạnh phúc*: the name of the State is followed by its motto, in a line of its own.
        """
        found = [self._motto_in(document, line) for line in lines[:_PARTED]]
        for index, line in enumerate(lines):
            at = found[index] if index < len(found) else None
            beside = [*found[max(0, index - 1) : index], *found[index + 1 : index + 2]]
            if at is None or not any(one is not None for one in beside):
                yield line
                continue
            text = document.text
            yield line._replace(text=_squeezed(text[line.start : at]).strip(_MARKS), end=at)
            yield line._replace(text=_squeezed(text[at : line.end]), start=at, column=1)

    def _motto_in(self, document: Document, line: _Line) -> int | None:
        """Where a motto begins behind something else in a line."""
        found = self.motto_behind.search(document.text, line.start, line.end)
        return (
            found.start() if found is not None and document.text[found.start()].isupper() else None
        )

    def _own_number(
        self, document: Document, lines: Sequence[_Line], facts: Sequence[Fact]
    ) -> tuple[Fact, int] | None:
        """The document's own number, and its line: a symbol after *Số* that begins a line."""
        for index, line in enumerate(lines):
            if not line.text or len(line.text) > _LONG:
                continue
            for fact in facts:
                value = fact.value
                if not isinstance(value, DocumentNumber) or not value.symbol:
                    continue
                if not (line.start <= fact.start and fact.end <= line.end):
                    continue
                at = line.text.find(_squeezed(fact.text))
                before = line.text[: max(at, 0)].strip(" *|_")
                if not before and index:
                    before = next((one.text for one in reversed(lines[:index]) if one.text), "")
                if before and _NUMBERED.fullmatch(before):
                    return fact, index
                if value.issuer in self.provincial and self._is_numbered(
                    document, lines, index, fact, facts
                ):
                    return fact, index
        return None

    def _is_numbered(
        self,
        document: Document,
        lines: Sequence[_Line],
        index: int,
        fact: Fact,
        facts: Sequence[Fact],
    ) -> bool:
        """Whether a line is a type word with a number and a date, and nothing else: a letterhead.

        *Report No. 120-BC/TU dated December 18, 2023*, with nothing above but who issues it. A line
        that the next one goes on from names a document in a sentence or a title.
        """
        line = lines[index]
        begins = self.typed.match(line.text)
        if begins is None:
            return False
        number = _NUMBERED.match(line.text, begins.end() + 1)
        own = _squeezed(document.text[fact.start : fact.end])
        if number is None or not line.text.startswith(own, number.end()):
            return False
        day = next((one for one in facts if fact.end <= one.start < line.end and _day(one)), fact)
        around = (
            document.text[fact.end : max(day.start, fact.end)],
            document.text[day.end : line.end],
        )
        following = next((one.text for one in lines[index + 1 :] if one.text), "")
        above = [at for at in range(index) if lines[at].text]
        return (
            all(map(_WHEN.fullmatch, around))
            and not following[:1].islower()
            and len(above) < _FIRST_LINES
            and all(
                self.issuing.search(lines[at].text) or self._is_motto(lines, at) for at in above
            )
        )

    def _issuer(self, lines: Sequence[_Line]) -> Sequence[int] | None:
        """Which lines name the issuing body, in capitals at the top.

        In a letterhead of two columns that of the State stands beside them, line by line.
        """
        for index, line in enumerate(lines[:8]):
            text, last = line.text, index + 1
            if text == "THE" and index + 1 < len(lines):  # broken as narrow columns are
                text, last = f"{text} {lines[index + 1].text}", index + 2
            if not (text.isupper() and 5 <= len(text) <= _LONGEST_ISSUER):
                continue
            if self._is_motto(lines, index) or self._type_at(lines, index):
                continue
            if not (self.bodies.match(text) or (index < 3 and self.issuing.search(text))):
                continue
            named = [*range(index, last)]
            for at in range(last, len(lines)):
                if lines[at].column > line.column:
                    continue
                if len(named) == _ISSUER_LINES or not self._names(lines, at):
                    break
                named.append(at)
            return named
        return None

    def _names(self, lines: Sequence[_Line], index: int) -> bool:
        """Whether a line goes on with the name of the issuing body."""
        line = lines[index]
        return (
            line.is_capitals
            and len(line.text) <= _LONGEST_ISSUER // 2
            and not any(map(str.isdigit, line.text))
            and not _NUMBERED.match(line.text)
            and not self._is_motto(lines, index)
            and not self._type_at(lines, index)
        )

    def _is_motto(self, lines: Sequence[_Line], index: int) -> bool:
        """Whether a line names the State or the Party, also where it is broken in two."""
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        text = lines[index].text
        return any(self.mottos.match(one) for one in (text, f"{text} {following}"))

    def _type_at(self, lines: Sequence[_Line], index: int) -> int:
        """Of how many lines the type word is that begins there, in capitals; 0 for none."""
        line = lines[index]
        if not line.is_capitals:
            return 0
        word = _bare(line.text)
        if word in self.types:
            return 1
        if index + 1 < len(lines) and lines[index + 1].is_capitals and len(word) < 12:
            return 2 * (f"{word} {_bare(lines[index + 1].text)}" in self.types)
        return 0

    # ── title ─────────────────────────────────────────────────────────────────────────

    def _title(self, document: Document, head: _Head) -> str | None:
        """What the letterhead says below its type word, or a heading, or the first short line.

        A sheet has the name of its file: *Sheet1* and the head of its first column say nothing.
        """
        path = PurePath(document.path)
        sheet = path.suffix.casefold() in _SHEETS
        first = next((one for one in head.lines if one.text and not (sheet and one.heading)), None)
        typed = first is not None and self._is_short_type(first)
        if head.formal or typed or any(map(self._opens_title, head.lines)):
            found = self._formal_title(head)
            if found:
                return found
        if sheet and all(one.kind in _OF_SHEETS for one in document.passages):
            return document.title or path.stem
        rest = head.lines[head.below :] if head.formal else head.lines
        heading = next((line.text for line in rest if line.heading), None)
        if heading or document.title:
            return heading or document.title
        for line in rest:
            if not line.text or self._is_dateline(line.text) or self._dates(line.text):
                continue
            short = len(line.text) <= _LONG and not line.text.endswith((".", ";", ":"))
            return line.text if short and not self.openings.match(line.text) else None
        return None

    def _formal_title(self, head: _Head) -> str | None:
        """The type word with the lines that go on with it."""
        lines = head.lines
        for index in range(len(lines)):
            words = self._type_at(lines, index) or int(self._is_short_type(lines[index]))
            typed = self._is_typed(lines[index]) or self._opens_title(lines[index])
            if not words and not typed:
                continue
            last = index + max(words, 1)
            if words and last < len(lines) and self._is_title(lines[last]):
                last += 1
            while (
                last < len(lines)
                and last - index < _TITLE_LINES + words
                and self._goes_on(lines[last - 1], lines[last])
            ):
                last += 1
            return " ".join(line.text for line in lines[index:last])[:_LONGEST_TITLE]
        return None

    def _is_typed(self, line: _Line) -> bool:
        """Whether a line of capitals is a whole title, its type word in front."""
        return line.is_capitals and self.typed.match(line.text) is not None

    def _opens_title(self, line: _Line) -> bool:
        """Whether a line has its type word in capitals: *BÁO CÁO công tác năm 2023*."""
        typed = self.reported.match(line.text)
        if typed is None or not typed[0].isupper() or len(line.text) > _LONG:
            return False
        return line.text[typed.end() :].strip()[:1].islower() and not line.text.endswith((".", ":"))

    def _is_short_type(self, line: _Line) -> bool:
        """Whether a line is hardly more than a type word: ``BÁO CÁO TỔNG KẾT``."""
        return self._is_typed(line) and len(line.text.split()) <= _SHORT_TYPE

    def _is_title(self, line: _Line) -> bool:
        """Whether a line may be of a title: no text of the report begins so."""
        if not line.text or len(line.text) > _LONGEST_TITLE:
            return False
        begins = self.openings.match(line.text) or _ITEM.match(line.text)
        return line.text[0].islower() or not begins

    def _goes_on(self, before: _Line, line: _Line) -> bool:
        """Whether a title goes on: in small letters, or in capitals as it began."""
        if not self._is_title(line) or line.text.endswith("."):
            return False
        if line.text[:1].islower():
            return True
        return line.is_capitals and before.is_capitals and not self.bodies.match(line.text)

    # ── province ──────────────────────────────────────────────────────────────────────

    def _province(
        self, document: Document, head: _Head, *, day: str | None
    ) -> tuple[str | None, str]:
        """The slug of the province that reports, and by what it is known.

        ``day`` is that of the report: a province that goes on under another slug has it then.
        """
        text, gazetteer = document.text, self.gazetteer
        local = any(self.local.search(line.text) for line in head.issuer)
        for line in head.issuer:
            for place in gazetteer(text, line.start, line.end):
                return gazetteer.successor(place.slug, day), f'by letterhead "{line.text}"'
        dated = [line for line in head.lines if line.text and self._dates(line.text)]
        if head.formal and (local or (head.number or "").endswith("/TU")):
            for line in dated:
                for place in gazetteer(text, line.start, line.end):
                    return gazetteer.successor(place.slug, day), f'by letterhead "{line.text}"'
        elif head.formal:  # a central body, and where it sits
            dated = list(head.lines[: head.below])
        return self._by_names(document, head, dated, day)

    def _by_names(
        self, document: Document, head: _Head, dated: Sequence[_Line], day: str | None
    ) -> tuple[str | None, str]:
        """The province that is named most, in the text and in the path."""
        scores: Counter[str] = Counter()
        names: Counter[str] = Counter()
        first_named: set[str] = set()
        said = [line for line in head.lines if line.text][:_FIRST_LINES]
        top = said[-1].end if said else 0
        first = said[0].end if said else 0
        for place in self.gazetteer(document.text):
            if any(line.start <= place.start < line.end for line in dated):
                continue  # where a paper has its desk
            low = max(0, place.start - _NEAR)
            if place.slug == _SEAT and self._is_of_seat(document.text, low, place):
                continue  # where a central body met, or a paper was filed
            if self._bears_its_name(document.text, low, place):
                continue
            slug = self.gazetteer.successor(place.slug, day)
            scores[slug] += place.weight * (3 if place.start < top else 1)
            names[slug] += 1
            if place.end <= first:
                first_named.add(slug)
        paths: dict[str, str] = {}
        for part, weight in _path(document.path):
            for name, known in self.gazetteer.names.items():
                if f" {name} " in part:
                    slug = self.gazetteer.successor(known, day)
                    scores[slug] += weight
                    paths[slug] = part.strip()
        ranked = scores.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
            return None, ""
        slug = ranked[0][0]
        if slug not in paths and _in_passing(slug, names, begins=first_named == {slug}):
            return None, ""
        by = [f"{names[slug]} of {names.total()} names in the text"] if names[slug] else []
        by += [f'path "{paths[slug]}"'] if slug in paths else []
        return slug, f"by {' and '.join(by)}"

    def _bears_its_name(self, text: str, low: int, place: NamedPlace) -> bool:
        """Whether what is named is no province: a dam, a lake, a village of a commune."""
        return (
            self.works.match(text, low, place.start) is not None
            or self.of_commune.match(text, place.end) is not None
        )

    def _is_of_seat(self, text: str, low: int, place: NamedPlace) -> bool:
        """Whether the capital is only where something took place, or where a page was filed."""
        if self.meeting.match(text, low, place.start):
            return True
        before = text[low : place.start].rstrip("( ")
        opens = before.endswith("\n") or (not before and low == 0)
        return opens and self.filed.match(text, place.end) is not None

    def _province_set(
        self, slug: str | None, told: str | None, facts: Sequence[Fact]
    ) -> Literal[63, 34] | None:
        """Whether a slug is of the 63 provinces until June 2025 or of the 34 since.

        ``told`` is the day or the month (ISO) by which the report speaks, where it says so.
        """
        if slug is None:
            return None
        if slug not in self.new:
            return 63
        if slug not in self.old:
            return 34
        spoken = told or max(_days(facts), default="")
        return 34 if spoken[:7] >= MERGER[:7] else 63

    def _told_until(
        self, document: Document, head: _Head, title: str, facts: Sequence[Fact]
    ) -> str | None:
        """The month (ISO) by which a report speaks that has no date; None where nothing tells.

        That of its date, where the day is left out (*Bắc Ninh, tháng 12 năm 2025*), or the last
        one of what its title reports on: *Báo cáo công tác năm 2025*; of two years the first, for
        the other is that of its plans.
        """
        facts = _up_to(head.lines, facts)
        for line in head.lines:
            for fact in facts if len(line.text) <= _LONG else ():
                if not (line.start <= fact.start and fact.end <= line.end):
                    continue
                if not (isinstance(fact.value, Date) and fact.value.precision == "month"):
                    continue
                before = _squeezed(document.text[line.start : fact.start]).strip(_MARKS)
                after = _squeezed(document.text[fact.end : line.end])
                named = before.endswith(",") and self._dates_with(before, after)
                if named and (month := _last_month(fact.value)) is not None:
                    return month
        if self.reported.match(title) is None or self.others.search(title):
            return None
        lines = [line for line in head.lines if line.text and line.text in title]
        bounded = self.bounded[document.language]
        months = [
            _last_month(fact.value)
            for fact in facts
            if isinstance(fact.value, Date | Period)
            for line in lines
            if line.start <= fact.start < line.end
            and not bounded.search(_squeezed(document.text[line.start : fact.start]) + " ")
        ]
        return min((one for one in months if one is not None), default=None)

    # ── date ──────────────────────────────────────────────────────────────────────────

    def _issued(self, document: Document, head: _Head, facts: Sequence[Fact]) -> str | None:
        """The date of the letterhead or dateline: a full date in a short line at the top."""
        facts = _up_to(head.lines, facts)
        for index, line in enumerate(head.lines):
            if not line.text or len(line.text) > _LONG:
                continue
            inside = [one for one in facts if line.start <= one.start and one.end <= line.end]
            cited = {one.value.issued for one in inside if isinstance(one.value, DocumentNumber)}
            for fact in inside:
                day = _day(fact)
                before = _squeezed(document.text[line.start : fact.start])
                after = _squeezed(document.text[fact.end : line.end])
                if day and head.number_end and line.start < head.number_end <= fact.start:
                    before = _squeezed(document.text[head.number_end : fact.start])
                    if _WHEN.fullmatch(before) and _WHEN.fullmatch(after):
                        return day  # *Số 77-BC/TU, ngày 20 tháng 12 năm 2023*
                if day and day not in cited and self._dates_with(before, after):
                    return day
            following = head.lines[index + 1].text if index + 1 < len(head.lines) else ""
            found = self._written_date(line.text, following)
            if found:
                return found
        return None

    def _year(
        self, document: Document, head: _Head, title: str, facts: Sequence[Fact], day: str | None
    ) -> int | None:
        """The year that the numbers of a report are of, by its title and its ``day``.

        A page with a year in its headline tells of it early in the next one at the latest; a title
        that has the word report needs no day: *Socio-economic report of Bac Kan in 2024*.
        """
        year = _of_then(self._years(document, head, title, facts), day)
        headline = self.telling.search(title) is None
        if headline and year is not None:
            early = day is not None and (day[:4] == str(year) or "01" <= day[5:7] <= _EARLY)
            return year if early else None
        return year

    def _years(
        self, document: Document, head: _Head, title: str, facts: Sequence[Fact]
    ) -> set[int]:
        """The years that the title of a report says its numbers are of, where it says any.

        A title that names another document or a term says nothing of the kind: *thi hành Luật
        Đất đai năm 2013*. The headline of a page says it of one year: *Kết nạp 1.100 đảng viên
        trong năm 2023*.
        """
        if self.others.search(title):
            return set()
        if self.reported.match(title) is None:
            return set() if head.formal else self._years_of_headline(title, document.language)
        years: set[int] = set()
        lines = [line for line in head.lines if line.text and line.text in title]
        for fact in facts:
            line = next((one for one in lines if one.start <= fact.start < one.end), None)
            value = fact.value
            if line is None:
                continue
            if isinstance(value, DocumentNumber | Period):
                return set()
            if not isinstance(value, Date):
                continue
            before = _squeezed(document.text[line.start : fact.start]) + " "
            if value.precision == "day" or self.bounded[document.language].search(before):
                return set()
            years.add(int((value.date or "0")[:4]))
        return years - {0}

    def _years_of_headline(self, title: str, language: str) -> set[int]:
        """The one year that a headline names, if nothing leads to it or is held against it."""
        years = list(_YEAR.finditer(title))
        if len(years) != 1:
            return set()
        before = title[: years[0].start()]
        leads, bounded = self.headlined[language], self.bounded[language]
        if leads.search(before) is None or bounded.search(before) is not None:
            return set()
        return {int(years[0][0])}

    def _written_date(self, line: str, following: str) -> str | None:
        """A date that is broken over two lines, spread out, or glued to who wrote the page."""
        for text in (line, f"{line} {following}"):
            found = _SPREAD.fullmatch(text)
            if found and self.place_name.fullmatch(found[1].strip(" ,")):
                return _iso(found[4], found[3], found[2])
        glued = _GLUED_DATE.search(line)
        if glued and self.bylines.match(line):
            return _iso(glued[3], glued[2], glued[1])
        return None

    def _is_dateline(self, text: str) -> bool:
        """Whether a line is nothing but a date with what stands beside it."""
        found = _NUMERIC.search(text)
        return found is not None and self._dates_with(text[: found.start()], text[found.end() :])

    def _dates(self, text: str) -> bool:
        """Whether a line is a place and a date, as in a letterhead."""
        return _SPREAD.fullmatch(text) is not None or _PLACE_AND_DATE.fullmatch(text) is not None

    def _dates_with(self, before: str, after: str) -> bool:
        """Whether what stands around a date makes it that of the page."""
        before, after = before.strip(_MARKS), after.strip(_MARKS)
        if not _DATELINE_WORDS.fullmatch(after):
            return False
        place = _DATED.sub(" ", before).strip(" ,.-–|*_:[](")
        if _DATELINE_WORDS.fullmatch(before) or self.place_name.fullmatch(place):
            return True
        section = self.bylines.match(place)
        return section is not None and section.end() == len(place)


def _in_passing(slug: str, names: Counter[str], *, begins: bool) -> bool:
    """Whether the first of several provinces is not plainly the one that the text is about.

    It is named no more than once, or hardly more often than others; ``begins`` says that the
    first line names it alone.
    """
    own, total = names[slug], names.total()
    if len(names) < _SEVERAL:
        return False
    others = max(count for one, count in names.items() if one != slug)
    leads = 2 * own >= total or own > 2 * others
    return own == 1 or not (leads or (begins and own > 2))


# ── lines ─────────────────────────────────────────────────────────────────────────────────


def _lines(document: Document) -> Iterator[_Line]:
    """The lines of the head, columns apart, ornaments as empty ones."""
    count = 0
    for passage in document.passages:
        if passage.kind in ("furniture", "note"):
            continue
        start = passage.start
        text = document.text[start : passage.end]
        parts = [found.span() for found in _COLUMNS.finditer(text)] if _GAP.search(text) else []
        begins = [0, *(end for _, end in parts)]
        ends = [*(first for first, _ in parts), len(text)]
        for column, (first, last) in enumerate(zip(begins, ends, strict=True)):
            if first >= last:
                continue
            line = _squeezed(text[first:last]).strip(_MARKS)
            says = _SAYS.search(line) is not None
            heading = passage.kind == "heading"
            yield _Line(line if says else "", start + first, start + last, heading and says, column)
            count += says
            if count >= _HEAD:
                return


def _up_to(lines: Sequence[_Line], facts: Sequence[Fact]) -> list[Fact]:
    """The facts of the head."""
    end = lines[-1].end if lines else 0
    return [fact for fact in facts if fact.start < end]


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _path(path: str) -> Iterator[tuple[str, int]]:
    """The names in a path, folded between blanks, with their weights: the file's counts most."""
    parts = PurePath(path.replace("_", " ")).parts[-3:]
    for index, part in enumerate(reversed(parts)):
        words = " ".join(_WORD.findall(fold(PurePath(part).stem)))
        yield f" {words} ", 1 if index else 3


def _both(words: Words) -> tuple[str, ...]:
    return (*words.vi, *words.en)


def _either(words: Iterable[str]) -> str:
    longest = sorted(set(words), key=len, reverse=True)
    return "|".join(regex.escape(word).replace(r"\ ", r"\s+") for word in longest) or "(?!)"


def _begins_with(words: Iterable[str]) -> regex.Pattern[str]:
    return late(rf"(?i)(?:{_either(words)})(?!\w)")


def _holds(words: Iterable[str]) -> regex.Pattern[str]:
    return late(rf"(?i)(?<!\w)(?:{_either(words)})(?!\w)")


def _bare(text: str) -> str:
    return str(_ARTICLE.sub("", text.strip(" .:*_-–"))).casefold()


# ── dates ─────────────────────────────────────────────────────────────────────────────────

_NAME = r"\p{Lu}[\p{L}\p{M}]*\.?(?:(?:\s|\s?[-–]\s?)\p{Lu}[\p{L}\p{M}]*){0,5}"
_DATED = regex.compile(r"(?i)\s*(?:ngày|dated?|,)\s*")
_DATELINE_WORDS = regex.compile(
    r"(?i)[\d\s/:.,|()\[\]+–-]*(?:(?:ngày|tháng|năm|thứ|hai|ba|tư|năm|sáu|bảy|chủ|nhật|gmt|utc|dated?|updated|posted|"
    r"published|cập|đăng|lúc|giờ|on|at|am|pm|monday|tuesday|wednesday|thursday|friday|saturday|sunday|of|hà|nội)"
    r"[\d\s/:.,|()\[\]+–-]*)*"
)
#: What stands between the number of a document and its date, and behind that.
_WHEN = regex.compile(r"(?i)[\s,;.()–-]*(?:(?:ngày|dated?|of|on)[\s,;.()–-]*)?")
_NUMERIC = regex.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
#: ``Cà Mau, ngày  06  tháng 12 năm 2024``: forms are filled in with blanks left.
_SPREAD = regex.compile(
    r"(?i)([\p{L}\p{M}.\s-]{2,40}?),?\s*ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\.?"
)
_PLACE_AND_DATE = regex.compile(r"[\p{L}\p{M}.\s-]{2,40},[\s\p{L}]{0,12}[\d\s/.,-]*\d{4}\.?")
_GLUED_DATE = regex.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})$")


def _iso(year: str, month: str, day: str) -> str | None:
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return f"{year}-{int(month):02}-{int(day):02}"


def _last_month(value: Date | Period) -> str | None:
    """The last month of a time; None where it is unknown, or one of several years.

    >>> _last_month(Date(date="2025-H1", precision="half"))
    '2025-06'
    """
    if isinstance(value, Period):
        if value.start_date[:4] != value.end_date[:4]:
            return None
        written = value.end_date
    else:
        written = value.date or "-"
    if written.startswith("-"):
        return None
    year, _, rest = written.partition("-")
    if rest[:1] in ("Q", "H"):
        rest = f"{int(rest[1:]) * (3 if rest[0] == 'Q' else 6):02}"
    return f"{year}-{rest[:2] or '12'}"


def _day(fact: Fact) -> str | None:
    """The day that a date states in full."""
    value = fact.value
    if not isinstance(value, Date) or value.precision != "day" or not value.date:
        return None
    return None if value.date.startswith("--") else value.date


def _of_then(years: set[int], issued: str | None) -> int | None:
    """The year that the numbers of a report are of, by those in its title and its date.

    *Báo cáo tổng kết công tác năm 2023, phương hướng năm 2024* is of 2023, also where it is
    signed in January 2024. What is signed late in the second of two years can be of both.
    """
    first, last = min(years, default=0), max(years, default=0)
    if not first or last - first > 1:
        return None
    if issued is None:
        return first
    signed, month = int(issued[:4]), issued[5:7]
    late = last == signed > first and not "01" <= month <= _EARLY
    return first if first <= signed <= first + 1 and not late else None


def _opening_day(head: _Head, facts: Sequence[Fact]) -> str | None:
    """The first day of the latest year that the first lines print, where no day is printed.

    *Thành phố Huế năm 2025: …*; the year of a period, or of a document, is none.
    """
    top = [line for line in head.lines if line.text][:_FIRST_LINES]
    years = [
        one.value.date[:4]
        for one in facts
        if isinstance(one.value, Date) and one.value.date and one.value.date[0] != "-"
        if top and one.start < top[-1].end
    ]
    return f"{max(years)}-01-01" if years else None


def _days(facts: Sequence[Fact]) -> Iterator[str]:
    for fact in facts:
        day = _day(fact)
        if day and not day.endswith("12-31"):
            yield day
        elif isinstance(fact.value, Period) and len(fact.value.end_date) == 10:
            yield fact.value.end_date
