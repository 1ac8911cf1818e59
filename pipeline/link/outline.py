"""Under which lines the lines of a report stand: headings, leads of lists, items with items.

*b) Đối với cấp huyện:*, below it *- Ban Chấp hành: nữ 19,8%*: whom a number is of is told once,
above, and each item adds to it. Marks with numbers and letters have a fixed order; signs go
below whatever stands before them, until one of the same kind comes again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import regex

from pipeline.model import Document, Passage

__all__ = ["Outline"]

#: The marks with a fixed order, the highest first.
_RANKED = {
    "part": r"(?i:phần|part|chương|chapter)\s+"
    r"(?:[IVX]+|\d{1,2}|(?i:thứ\s\p{L}+|one|two|three|four))\b",
    "title": r"#\s",
    "subtitle": r"##+\s(?!\s*[\dIVX]+[.)])",
    "capital": r"[A-H][.)\-–/]\s",
    "roman": r"(?:#+\s*)?[IVX]+\s?[.)\-–/]\s",
    "number": r"(?:#+\s*)?\d{1,2}(?:[.)/]\s|\s?[-–]\s)",
    "section": r"(?:#+\s*)?\d{1,2}(?:\.\d{1,2})+\.?\s(?=\D)",
    "letter": r"\(?[a-zđ][.)]\s",
}
#: The marks without one, in the order in which they are mostly used.
_SIGNS = {
    "bracketed": r"\(\d{1,2}\)\s",
    "dash": r"[-–—]\s",
    "plus": r"\+\s",
    "star": r"[*•▪◦·]\s",
}
_MARK = regex.compile(
    r"\s*(?:" + "|".join(f"(?P<{name}>{mark})" for name, mark in (_RANKED | _SIGNS).items()) + ")"
)
_RANK = {name: rank for rank, name in enumerate(_RANKED)}
_SIGN = {name: rank for rank, name in enumerate(_SIGNS)}
#: A line without a mark that announces what is below it, and one that is the title of it.
_LEAD, _TITLE = "lead", "headline"
_ENDED = regex.compile(r"[.;,!?…]\s*$")
#: The end of a line without a mark that others like it follow.
_ITEM_ENDS = regex.compile(r"(?:;|[^.;,:!?…])\s*$")
#: So many lines without a mark may stand between two items of a numbered list.
_LINES_BETWEEN = 2
_COUNTED = regex.compile(
    r"\s*(?:#+\s*)?\(?(?:(?:\d+\.)*(?P<number>\d{1,2})|(?P<letter>[a-zđ]))[.)/\s\-–]"
)
_LETTERS = "abcdđefghijklmnopqrstuvwxyz"
_LONGEST_TITLE = 120
#: No report has more levels.
_DEEPEST = 12
#: A longer line without a mark is no item of a list.
_LONGEST_ITEM = 200


class _Line(NamedTuple):
    """A line that others stand below; ``leads`` says that it ends with a colon.

    ``number`` is that of its mark, 1 for the letter a; 0 for a mark without one, and for none.
    """

    place: int
    style: str
    leads: bool
    number: int = 0

    def is_before(self, other: _Line) -> bool:
        """Whether another mark is the next one of its list."""
        return self.style == other.style and self.number == other.number - 1


class Outline:
    """For the passages of a document those above them, by their places.

    ``ends_list`` says of a line without a mark that no list goes on behind it; ``items`` are the
    places of the lines with a mark, and of those that a line with a colon leads without one.
    """

    def __init__(self, document: Document, ends_list: Callable[[str], bool]) -> None:
        self.text, self.passages = document.text, document.passages
        self.ends_list = ends_list
        self.items: set[int] = set()
        self._above: list[tuple[int, ...]] = []
        self._open: list[_Line] = []
        #: Whether the line before was one of a list without marks, and goes on.
        self._goes_on = False
        #: The lines that the lines without marks closed, which stand between two of its items.
        self._closed: list[_Line] = []
        self._between = 0
        self._beside: list[int | None] = []
        last: dict[int | None, int] = {}
        for index, passage in enumerate(document.passages):
            above = self._place(index, passage)
            self._above.append(above)
            over = above[0] if above else None
            self._beside.append(last.get(over))
            if passage.kind != "furniture":
                last[over] = index

    def before(self, passage: int) -> int | None:
        """The place of the line before a passage that stands below the same ones."""
        return self._beside[passage]

    def above(self, passage: int) -> Sequence[int]:
        """The places of the lines that a passage stands below, the nearest first."""
        return self._above[passage]

    def opening(self, passage: int) -> int:
        """Where in the document the words of a passage begin, behind its mark."""
        one = self.passages[passage]
        mark = _MARK.match(self.text, one.start, one.end)
        return one.start if mark is None else mark.end()

    def _place(self, index: int, passage: Passage) -> tuple[int, ...]:
        if passage.kind == "furniture":
            return ()
        if passage.kind == "cell":
            self._open.clear()
            return ()
        line = self.text[passage.start : passage.end].rstrip()
        mark = _MARK.match(line)
        leads = line.endswith(":")
        if mark is not None and mark.lastgroup is not None:
            self.items.add(index)
            return self._marked(_Line(index, mark.lastgroup, leads, _number(line)))
        if self._is_led(line):
            self.items.add(index)
            above = self._places()
            self._goes_on = line.endswith(";") or not _ENDED.search(line)
            return above
        if leads:
            ranked = len(self._open) - self._unranked()
            titled = ranked < len(self._open) and self._open[ranked].style == _TITLE
            self._close_to(ranked + titled)
            self._closed.clear()
            return self._push(_Line(index, _LEAD, leads=True))
        if len(line) <= _LONGEST_TITLE and not _ENDED.search(line):
            self._close_to(0)
            self._closed.clear()
            return self._push(_Line(index, _TITLE, leads=False))
        self._pass(line)
        return self._places()

    def _pass(self, line: str) -> None:
        """Close what stands above the lines of a list, unless it goes on behind this line."""
        if self._unranked():
            self._closed, self._between = [*self._open], 0
        self._between += 1
        ended = self.ends_list(line)
        if self._between > _LINES_BETWEEN or ended:
            self._closed.clear()
        leads = [depth for depth, one in enumerate(self._open) if one.style == _LEAD]
        ranked = len(self._open) - self._unranked()
        self._close_to(min(ranked, leads[0]) if ended and leads else ranked)

    def _marked(self, line: _Line) -> tuple[int, ...]:
        """Where a line with a mark stands."""
        self._goes_on = False
        last = self._closed[-1] if self._closed else None
        if last is not None and last.is_before(line):
            self._open = self._closed[:-1]  # *(2)*, with a line between it and *(1)*
        self._closed = []
        alike = [depth for depth, one in enumerate(self._open) if one.style == line.style]
        if alike and not self._begins_within(line):
            goes_on = [depth for depth in alike if self._open[depth].is_before(line)]
            self._close_to(goes_on[-1] if goes_on else alike[0])
        elif not alike and line.style in _RANK:
            while self._open and not self._is_over(self._open[-1], line):
                self._open.pop()
        elif not alike:
            while self._open and self._is_beside(self._open[-1], line):
                self._open.pop()
        return self._push(line)

    def _is_beside(self, upper: _Line, line: _Line) -> bool:
        """Whether a line with a sign cannot stand below the one before it."""
        if upper.leads or upper.style not in _SIGN:
            return False
        return _SIGN[upper.style] > _SIGN[line.style]

    def _is_over(self, upper: _Line, line: _Line) -> bool:
        """Whether a line with a number or a letter stands below the one before it."""
        if upper.style in _RANK:
            return _RANK[upper.style] < _RANK[line.style]
        return upper.leads and upper is self._open[-1] and upper.place == line.place - 1

    def _begins_within(self, line: _Line) -> bool:
        """Whether a line begins a list of its own with a number that one above has.

        *3. Kết quả bầu cử như sau:*, and below it *1. Cấp tỉnh*; *1. Cấp huyện*, and right below
        it *1. Ban Chấp hành*.
        """
        upper = self._open[-1]
        again = upper.leads or (upper.style, upper.number) == (line.style, 1)
        return line.number == 1 and again and upper.place == line.place - 1

    def _is_led(self, line: str) -> bool:
        """Whether a line without a mark is an item of the list that the one above announces."""
        if not self._open or self._open[-1].style != _LEAD or len(line) > _LONGEST_ITEM:
            return False
        first = self._open[-1].place == len(self._above) - 1
        return self._goes_on or (first and _ITEM_ENDS.search(line) is not None)

    def _unranked(self) -> int:
        """How many lines without a number or letter stand at the end of those that are open."""
        number = 0
        for one in reversed(self._open):
            if one.style in _RANK:
                break
            number += 1
        return number

    def _close_to(self, length: int) -> None:
        del self._open[length:]
        self._goes_on = False

    def _push(self, line: _Line) -> tuple[int, ...]:
        del self._open[_DEEPEST:]
        above = self._places()
        self._open.append(line)
        return above

    def _places(self) -> tuple[int, ...]:
        return tuple(one.place for one in reversed(self._open))


def _number(line: str) -> int:
    """The number of the mark of a line, 1 for the letter a; 0 for any other mark."""
    found = _COUNTED.match(line)
    if found is None:
        return 0
    return int(found["number"]) if found["number"] else _LETTERS.index(found["letter"]) + 1
