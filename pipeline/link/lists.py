"""Lists and sections that are announced: what is said of them holds for every number in them.

*11 chỉ tiêu kinh tế gồm:* followed by items makes each of them a target, and so does the
heading *II. MỤC TIÊU ĐẾN NĂM 2025* with its section.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import regex

from pipeline.language import Memo
from pipeline.link.outline import Outline
from pipeline.link.terms import TermMatcher
from pipeline.link.time import as_of
from pipeline.link.words import ANNOUNCING, ClauseWords
from pipeline.model import Document, Passage, Role

__all__ = ["Lists"]

_ITEM = regex.compile(r"\s*(?:[-–—•*+]\s|\(?\d{1,2}[.)/]\s|\(?[a-zđ][.)]\s)")
#: The beginning of an item, also of one whose mark stands close to its words.
_BEGINS_ITEM = regex.compile(r"\s*(?:\(?\d|\(?[a-zđ][.)]|[-–—•*+])")
_ANNOUNCED: tuple[Role, ...] = ("target", "plan")
#: The styles of headings, the highest first; a heading ends the sections of its rank and below.
_STYLES = (
    regex.compile(
        r"\s*(?:PHẦN|PART|CHƯƠNG|CHAPTER|Phần|Part|Chương|Chapter)\s+(?:[IVX]+|\p{L}+)\b"
    ),
    regex.compile(r"\s*[A-H][.)\-–/]\s"),
    regex.compile(r"\s*(?:#+\s*)?[IVX]+\s?[.)\-–/]\s*|\s*(?:Điều|Article)\s\d+[.:]"),
    regex.compile(r"\s*\d{1,2}[.)/\-–]?\s+(?=\p{Lu})|\s*#+\s"),
    regex.compile(r"(?=\s*\p{Lu})"),
)
_UNNUMBERED = len(_STYLES) - 1
#: The number of a first heading.
_FIRST = regex.compile(r"\s*(?:#+\s*)?(?:I|A|1)\s?[.)\-–/]")
#: The lowest rank that ends what stands below a line without a number.
_CHAPTER = 2
_STOPPED = regex.compile(r"[.!?](?=\s|$)")
_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
#: A line with a letter before it, and no number.
_LETTERED = regex.compile(r"\s*\(?[a-zđ][.)]\s[^\d.;:]{3,80}:?\s*")
_ENDED = regex.compile(r"[.;:,!?…]\s*$")
_LONGEST_HEADING = 90
_LONGEST_LEAD = 200
#: The mark of an item that has no number.
_MARKED = regex.compile(r"\s*[-–—+•*]\s")


class Lists:
    """The roles that announced lists and sections give to their numbers, in one document."""

    def __init__(
        self, document: Document, matcher: TermMatcher, words: ClauseWords, outline: Outline
    ) -> None:
        self.document = document
        self.matcher = matcher
        self.words = words
        self.headings: dict[int, Passage] = dict(self._headed())
        self.roles: dict[int, Role] = dict(self._sections())
        self.leads: dict[int, int] = {}
        self._above_items = list(self._lines_above_items())
        #: Looked for once a passage, for a long one has many sentences.
        self._aims_end = Memo(self._end_of_aims)
        titled: Role | None = None
        announced: dict[int, Role | None] = {}
        for index, passage in enumerate(document.passages):
            if passage.kind == "furniture":
                continue
            line = document.text[passage.start : passage.end]
            above = outline.above(index) if index in outline.items else ()
            over = [place for place in above if place in announced]
            announces = line.rstrip().endswith(":")
            if over:
                self.leads[index] = over[0]
                role = next((announced[place] for place in over if announced[place]), None)
                if role is not None:
                    self.roles[index] = role
                if announces:
                    announced[index] = self._announced(line)
                continue
            came_of_it = self.words.results_told.search(line) is not None
            if titled is not None and not announces and not came_of_it:
                self.roles[index] = titled
            told = self._is_of_results(index)
            titled = None if told else self._titled(index, announces=announces, titled=titled)
            if not told and not announces and self._tells_of_aims(index, line):
                titled = "target"
            if announces:
                announced[index] = self._announced(line) or titled

    def _is_of_results(self, index: int) -> bool:
        """Whether a passage stands under a heading of results, where targets are told as met."""
        heading = self.headings.get(index)
        if heading is None:
            return False
        text = self.document.text[heading.start : heading.end]
        return self.words.results_heading.search(text) is not None

    def _titled(self, index: int, *, announces: bool, titled: Role | None) -> Role | None:
        """The role of what follows a line without a mark of a list: *Main targets:*.

        A line that ends with a semicolon goes on with it.
        """
        passage = self.document.passages[index]
        line = self.document.text[passage.start : passage.end]
        if not announces:
            return titled if self._goes_on(index, line) else None
        if self._sets_aims(line):
            return "target"
        if len(line) > _LONGEST_HEADING or not self._opens_targets(line, _UNNUMBERED):
            return None
        return "target"

    def _goes_on(self, index: int, line: str) -> bool:
        """Whether a line ends with a semicolon, or a line of a list follows it."""
        return line.rstrip().endswith(";") or (
            self.words.bound_closes.search(line) is not None and self._is_of_a_row(index + 1)
        )

    def _is_of_a_row(self, index: int) -> bool:
        """Whether a passage ends with a semicolon or a bound."""
        following, text = self.document.passages[index : index + 1], self.document.text
        lines = [text[one.start : one.end].rstrip() for one in following]
        return any(one.endswith(";") or self.words.bound_closes.search(one) for one in lines)

    def _tells_of_aims(self, index: int, line: str) -> bool:
        """Whether a sentence without a colon leads to aims that stand in lines of their own.

        *The province has fixed its targets.*, and below it *GRDP growth of 9.5% or more;*.
        """
        stopped = line.rstrip()
        if not stopped.endswith(".") or not self._is_of_a_row(index + 1):
            return False
        return self._sets_aims(stopped.removesuffix(".") + ":")

    def _sets_aims(self, line: str) -> bool:
        """Whether a line says who set the aims below it: *the province has fixed the targets:*."""
        lists = self.words.lists_in(line) if len(line) <= _LONGEST_LEAD else frozenset[str]()
        if lists.isdisjoint(ANNOUNCING):
            return False
        return self.words.within(lists).aims_follow.search(line) is not None

    def role_of(self, passage: int, start: int) -> Role | None:
        """The role of the items of a list or section, None outside of one.

        So is that of what stands behind *the province set the following targets:*.
        """
        role = self.roles.get(passage)
        if role is not None:
            return role
        told, end = self._aims_end[passage], self.document.passages[passage].end
        if told is None or told > start:
            return None
        stops = [one.end() for one in _STOPPED.finditer(self.document.text, told, start)]
        return None if any(self._tells_what_was(one, end) for one in stops) else "target"

    def _end_of_aims(self, passage: int) -> int | None:
        """Where a passage has announced targets; None where it announces none."""
        place = self.document.passages[passage]
        text = self.document.text
        lists = self.words.lists_in(text[place.start : place.end])
        if lists.isdisjoint(ANNOUNCING):
            return None
        found = self.words.within(lists).aims_follow.search(text, place.start, place.end)
        return found.end() if found is not None else None

    def _tells_what_was(self, start: int, end: int) -> bool:
        """Whether a sentence tells what came of something, or names a year that is over.

        *The targets are: …. In 2022, …*.
        """
        text, year = self.document.text, as_of(self.document)[:4]
        stop = _STOPPED.search(text, start, end)
        if self.words.came_of_it.search(text, start, stop.start() if stop else end) is not None:
            return True
        years = [one[0] for one in _YEAR.finditer(text, start, stop.start() if stop else end)]
        return any(one <= year for one in years)

    def lead_of(self, passage: int) -> Passage | None:
        """What announces the list that a passage is an item of."""
        place = self.leads.get(passage)
        return self.document.passages[place] if place is not None else None

    def heading_of(self, passage: int) -> Passage | None:
        """The heading or the announcing line that a passage stands under, the nearest one."""
        return self.lead_of(passage) or self.headings.get(passage)

    def above_items(self, passage: int) -> Passage | None:
        """The line right above the items with a mark that a passage is one of.

        *Tổng hợp số liệu quy hoạch cán bộ.*, and below it *- Cấp trưởng: nữ 21%*.
        """
        place = self._above_items[passage]
        return self.document.passages[place] if place is not None else None

    def _lines_above_items(self) -> Iterator[int | None]:
        """For each passage the place of the last line without a mark, where items follow it."""
        last: int | None = None
        for index, one in enumerate(self.document.passages):
            marked = _MARKED.match(self.document.text, one.start, one.end) is not None
            yield last if marked and one.kind != "cell" else None
            if one.kind == "cell":
                last = None
            elif not marked:
                last = index

    def parts(self, named: Callable[[Passage], str | None]) -> Mapping[int, str]:
        """What the passages stand below, by their index: what ``named`` says of a line above.

        A part ends at the next line that is named, or at a heading of its rank. One without a
        number ends at a chapter of the report, unless chapters of its own begin below it.
        """
        below: dict[int, str] = {}
        current: str | None = None
        last, fresh, text = _CHAPTER, False, self.document.text
        for index, passage in enumerate(self.document.passages):
            if passage.kind in ("cell", "furniture"):
                continue
            rank, name = self._ranked(passage), named(passage)
            if name is not None:
                current, fresh = name, True
                last = _CHAPTER if rank in (None, _UNNUMBERED) else rank or 0
            elif rank is not None and rank <= last:
                if fresh and _FIRST.match(text, passage.start):
                    last = rank - 1  # The part has chapters of its own.
                else:
                    current = None
                fresh = False
            elif current is not None:
                below[index] = current
        return below

    def _headed(self) -> Iterator[tuple[int, Passage]]:
        """The passages below a heading, each with the nearest heading above."""
        heading: Passage | None = None
        for index, passage in enumerate(self.document.passages):
            if passage.kind == "furniture":
                continue
            if self._ranked(passage) is not None:
                heading = passage
            elif heading is not None and self._is_lower(passage):
                heading = None  # *a) Khen thưởng*, below *Thi hành kỷ luật*
            elif heading is not None:
                yield index, heading

    def _is_lower(self, passage: Passage) -> bool:
        """Whether a line is a heading of its own: a lettered one without a number in it."""
        line = self.document.text[passage.start : passage.end]
        return passage.kind != "cell" and _LETTERED.fullmatch(line) is not None

    def _ranked(self, passage: Passage) -> int | None:
        """The rank of a heading; a cell of a table is none."""
        if passage.kind == "cell":
            return None
        return _rank(self.document.text[passage.start : passage.end])

    def _announced(self, line: str) -> Role | None:
        """The role that a line gives to the list that it announces with a colon."""
        if self._compares(line):
            return None
        if self.words.aims_title.fullmatch(line.rstrip()):
            return "target"  # *Kế hoạch năm 2024:*
        terms = self.matcher(line[-200:]).terms
        roles = {term.sets.get("role") for term in terms}
        return next((one for one in _ANNOUNCED if one in roles), None)

    def _sections(self) -> Iterator[tuple[int, Role]]:
        """The passages below a heading of targets, up to the next heading of its rank."""
        within: int | None = None
        titled = led = headed = False
        passages = [one for one in enumerate(self.document.passages) if one[1].kind != "furniture"]
        for place, (index, passage) in enumerate(passages):
            line = self.document.text[passage.start : passage.end]
            rank = self._ranked(passage)
            if rank is None:
                titled = True
                if led and not headed and _BEGINS_ITEM.match(line) is None:
                    within = None  # What a line leads to ends with its items.
                headed = False
                if within is not None:
                    yield index, "target"
                elif self._leads_to_targets(index, line):
                    within = self._over(passages[place + 1 : place + 2])
                    led = True
                continue
            headed = True
            ended = rank == _UNNUMBERED and self.words.results_heading.search(line)
            if within is not None and (rank <= within or ended):
                within = None
            if within is not None:
                yield index, "target"  # *1. GRDP tăng 8,5%/năm*, without a full stop.
            # What stands before the first sentence is the title of the report, unless it has a
            # number or a list below it.
            following = passages[place + 1 : place + 2]
            listed = rank < _UNNUMBERED or self._is_item(following)
            aims = titled or (listed and not self._is_of_a_past_year(line))
            if aims and within is None and self._opens_targets(line, rank):
                over = self._over(following) if rank == _UNNUMBERED else None
                within, led = rank if over is None else over, False

    def _leads_to_targets(self, index: int, line: str) -> bool:
        """Whether a line with a colon begins with aims: *Các chỉ tiêu chủ yếu:*."""
        short = line.rstrip().endswith(":") and len(line) <= _LONGEST_HEADING
        return short and self._opens_targets(line, _UNNUMBERED) and not self._is_of_results(index)

    def _is_of_a_past_year(self, line: str) -> bool:
        """Whether a heading names a year that is over, and no term: *CHỈ TIÊU NĂM 2023*."""
        years = list(_YEAR.finditer(line))
        if len(years) != 1 or self.words.term_of_office.search(line) is not None:
            return False
        due = self.words.deadline.search(line, 0, years[0].start()) is not None
        return not due and years[0][0] <= as_of(self.document)[:4]

    def _is_item(self, following: Sequence[tuple[int, Passage]]) -> bool:
        """Whether the line behind another is an item of a list."""
        text = self.document.text
        return any(_ITEM.match(text, one.start, one.end) is not None for _, one in following)

    def _over(self, following: Sequence[tuple[int, Passage]]) -> int | None:
        """The rank just above that of the numbered heading right behind a line; None without one.

        *Các chỉ tiêu chủ yếu:*, and below it *1. Về kinh tế:*, *2. Về xã hội:*.
        """
        for _, passage in following:
            line = self.document.text[passage.start : passage.end]
            rank = _rank(line.rstrip().removesuffix(":"))
            if passage.kind != "cell" and rank is not None and rank < _UNNUMBERED:
                return rank - 1
        return None

    def _compares(self, line: str) -> bool:
        """Whether what a line announces is held against an earlier time, and so is a result.

        *Những chỉ tiêu khác (so với cùng kỳ):*.
        """
        held = self.words.compared_with.search(line)
        return held is not None and self.words.column_before.search(line, held.end()) is not None

    def _opens_targets(self, line: str, rank: int) -> bool:
        """Whether a heading announces targets; one without a number has to begin with them.

        So does one that says no more than *II. NHIỆM VỤ*, where it has a number.
        """
        number = _STYLES[rank].match(line)
        if rank < _UNNUMBERED and number is not None:
            alone = self.words.tasks_heading.fullmatch(line, number.end())
            if alone is not None:
                return True
        aims = self.words.aims_heading.search(line)
        if aims is None or self.words.results_heading.search(line) or self._compares(line):
            return False
        return rank < _UNNUMBERED or len(line[: aims.start()].split()) <= 1


def _rank(line: str) -> int | None:
    """The rank of a heading by its style, 0 the highest; None for what is no heading."""
    if len(line) > _LONGEST_HEADING or "\n" in line or _ENDED.search(line):
        return None
    return next((rank for rank, style in enumerate(_STYLES) if style.match(line)), None)
