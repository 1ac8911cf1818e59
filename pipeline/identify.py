"""What a report says of itself: province, date, number, issuer and title.

Formal reports say it in their letterhead (Decree 30/2020/NĐ-CP, Appendix I; Guidance
36-HD/VPTW): issuer, ``Số 123-BC/TU``, place and date, the type of the document, its title.
News pages say it in a heading, a dateline and the names that come back most often.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Literal

import regex

from pipeline.model import Date, Document, DocumentNumber, Fact, Passage, Period
from pipeline.places import Gazetteer, fold
from pipeline.rulebook import Rulebook

__all__ = ["Identifier"]

_NAME = regex.compile(r"\p{Lu}[\p{L}\p{M}]+(?:(?:\s|\s?[-–]\s?)\p{Lu}[\p{L}\p{M}]+){0,4}")
_WORD = regex.compile(r"\w+")
_MERGER = "2025-07-01"
_HEAD = 12
_LONG = 160


class Identifier:
    """Reads what documents say of themselves; built once from a rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.gazetteer = Gazetteer(rulebook)
        self.old = {card.slug: card for card in rulebook.provinces_63}
        self.new = {card.slug: card for card in rulebook.provinces_34}

    def __call__(
        self, document: Document, facts: Sequence[Fact], *, province: str | None = None
    ) -> Document:
        """The document with what it says of itself; ``province`` overrides what is found."""
        head = [one for one in document.passages if one.kind != "furniture"][:_HEAD]
        issued = self._issued(document, head, facts)
        day = issued or document.issued or max(_days(facts), default=None)
        slug = province or self.province(document, head, day=day)
        return document.model_copy(
            update={
                "province": slug,
                "province_set": self._province_set(slug, issued, facts),
                "issued": issued or document.issued,
                "number": _own_number(document, head, facts),
                "issuer": _issuer(document, head),
                "title": _title(document, head) or document.title,
            }
        )

    # ── province ──────────────────────────────────────────────────────────────────────

    def province(
        self, document: Document, head: Sequence[Passage], *, day: str | None = None
    ) -> str | None:
        """The slug of the province that reports; None where the text names none clearly.

        ``day`` is that of the report: a province that goes on under another slug has it then.
        """
        scores: Counter[str] = Counter()
        top = head[min(len(head), 3) - 1].end if head else 0
        for place in self.gazetteer(document.text):
            slug = self.gazetteer.successor(place.slug, day)
            scores[slug] += place.weight * (3 if place.start < top else 1)
        stem = fold(PurePath(document.path).stem.replace("_", " "))
        path = f" {' '.join(_WORD.findall(stem))} "
        for name, slug in self.gazetteer.names.items():
            if f" {name} " in path:
                scores[self.gazetteer.successor(slug, day)] += 3
        ranked = scores.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    def _province_set(
        self, slug: str | None, issued: str | None, facts: Sequence[Fact]
    ) -> Literal[63, 34] | None:
        """Whether a slug is of the 63 provinces until June 2025 or of the 34 since."""
        if slug is None:
            return None
        if slug not in self.new:
            return 63
        if slug not in self.old:
            return 34
        if issued:
            return 63 if issued < _MERGER else 34
        latest = max(_days(facts), default="")
        return 34 if latest >= _MERGER else 63

    # ── date ──────────────────────────────────────────────────────────────────────────

    def _issued(
        self, document: Document, head: Sequence[Passage], facts: Sequence[Fact]
    ) -> str | None:
        """The date of the letterhead or dateline: a full date in a short line at the top."""
        places = {(one.start, one.end) for one in head if one.end - one.start <= _LONG}
        for fact in facts:
            passage = document.passages[fact.passage]
            value = fact.value
            if (passage.start, passage.end) not in places or not isinstance(value, Date):
                continue
            if value.date and value.precision == "day" and not value.date.startswith("--"):
                cited = any(
                    isinstance(one.value, DocumentNumber) and one.value.issued == value.date
                    for one in facts
                    if one.passage == fact.passage
                )
                if not cited and _is_dateline(document.text, passage, fact):
                    return value.date
        return None


def _days(facts: Sequence[Fact]) -> Iterator[str]:
    for fact in facts:
        value = fact.value
        if isinstance(value, Date) and value.date and value.precision == "day":
            if not value.date.startswith("--") and not value.date.endswith("12-31"):
                yield value.date
        elif isinstance(value, Period) and len(value.end_date) == 10:
            yield value.end_date


_DATELINE_WORDS = regex.compile(
    r"(?i)[\d\s/:.,|()+–-]*(?:(?:ngày|tháng|năm|thứ|hai|ba|tư|sáu|bảy|chủ|nhật|gmt|dated?|updated|posted|published|"
    r"cập|đăng|lúc|on|at|am|pm|monday|tuesday|wednesday|thursday|friday|saturday|sunday|of|hà|nội)[\d\s/:.,|()+–-]*)*"
)


def _is_dateline(text: str, passage: Passage, fact: Fact) -> bool:
    """Whether a short line is a place and a date, or a date alone."""
    before = text[passage.start : fact.start]
    after = text[fact.end : passage.end]
    place = regex.sub(r"(?i)\s*(?:ngày|dated?|,)\s*", " ", before).strip(" ,.-–|*_")
    return bool(_DATELINE_WORDS.fullmatch(after)) and (
        bool(_DATELINE_WORDS.fullmatch(before)) or bool(_NAME.fullmatch(place))
    )


_NUMBERED = regex.compile(r"(?ri)(?:số|no\.?|number)\s*:?\s*")


def _own_number(document: Document, head: Sequence[Passage], facts: Sequence[Fact]) -> str | None:
    """The document's own number: a symbol after *Số* that begins a short line at the top."""
    starts = {one.start: one for one in head if one.end - one.start <= _LONG}
    for fact in facts:
        value = fact.value
        passage = document.passages[fact.passage]
        if not isinstance(value, DocumentNumber) or not value.symbol:
            continue
        if passage.start in starts:
            before = _NUMBERED.match(document.text, passage.start, fact.start)
            if before and not document.text[passage.start : before.start()].strip(" *|_"):
                return value.symbol
    return None


_ISSUER = regex.compile(
    r"(?i)(?:tỉnh\s+ủy|tỉnh\s+uỷ|thành\s+ủy|thành\s+uỷ|huyện\s+ủy|đảng\s+bộ|ủy\s+ban\s+nhân\s+dân|ubnd|hđnd|"
    r"hội\s+đồng\s+nhân\s+dân|ban\s+\p{L}+|sở\s+\p{L}+|cục\s+\p{L}+|provincial\s+party|people.s\s+committee|people.s\s+council)"
)


def _issuer(document: Document, head: Sequence[Passage]) -> str | None:
    """The issuing body as the letterhead prints it: a line of capitals at the top."""
    for passage in head[:6]:
        line = _clean(document.text[passage.start : passage.end])
        name = str(regex.split(r"\s{3,}|\t|\|", line)[0]).strip()
        if 5 <= len(name) <= 90 and name == name.upper() and _ISSUER.search(name):
            return name
    return None


def _title(document: Document, head: Sequence[Passage]) -> str | None:
    """A Markdown heading, the lines after the type word of a letterhead, or a first short line."""
    for passage in head:
        if passage.kind == "heading":
            return _clean(document.text[passage.start : passage.end])
    lines = [_clean(document.text[one.start : one.end]) for one in head]
    for index, line in enumerate(lines[:-1]):
        if line in _TYPE_LINES:
            return f"{line} {lines[index + 1]}"
    first = lines[0] if lines else ""
    if first and len(first) <= _LONG and not first.endswith((".", ";", ":")):
        return first
    return None


_TYPE_LINES = frozenset(
    {
        "BÁO CÁO",
        "NGHỊ QUYẾT",
        "KẾ HOẠCH",
        "THÔNG BÁO",
        "KẾT LUẬN",
        "CHỈ THỊ",
        "ĐỀ ÁN",
        "TỜ TRÌNH",
        "QUYẾT ĐỊNH",
        "QUY ĐỊNH",
        "HƯỚNG DẪN",
        "CHƯƠNG TRÌNH",
        "DIỄN VĂN",
        "PHÁT BIỂU",
        "BÀI PHÁT BIỂU",
        "REPORT",
        "RESOLUTION",
        "PLAN",
        "NOTICE",
        "CONCLUSION",
        "DIRECTIVE",
    }
)


def _clean(line: str) -> str:
    return line.strip().lstrip("#*_ \t").rstrip("*_ \t")
