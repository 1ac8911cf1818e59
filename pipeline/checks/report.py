"""One report laid out for the checks: its facts by id, passage and sentence.

A `Report` is built once per document and handed to every check; it also writes the
findings, so that ids, rule numbers and wordings are the same everywhere.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache, wraps
from typing import Any, Literal, TypeVar

import regex

from pipeline.arithmetic import Exact, Interval, decimal_text, printed_as
from pipeline.language import late
from pipeline.model import (
    Alert,
    Document,
    Fact,
    Finding,
    Implied,
    Observation,
    Ratio,
    Repair,
    Span,
    Stated,
    Verdict,
)
from pipeline.rulebook import Rulebook

__all__ = ["RULES", "Place", "Report", "once", "places", "scientific", "span_of"]

#: Where a finding points: an observation, a fact that is none, or words of the text.
Place = Observation | Fact | Span

#: The number of every check. A number never changes its meaning.
RULES: Mapping[str, str] = {
    "ratio_percent": "BC101",
    "part_sum": "BC102",
    "share_sum": "BC103",
    "change": "BC104",
    "count_percent_pair": "BC110",
    "share_no_count": "BC111",
    "universal_share": "BC112",
    "coefficient_range": "BC113",
    "partition_cover": "BC114",
    "label_comparison": "BC115",
    "shared_base": "BC120",
    "shared_base_value": "BC121",
    "shared_base_of_pairs": "BC122",
    "nested_counts": "BC123",
    "table_row": "BC130",
    "table_total": "BC131",
    "target_attainment": "BC201",
    "repeat_mention": "BC202",
    "cross_statement": "BC203",
    "summary_claim": "BC204",
    "enumeration_count": "BC205",
    "cross_document": "BC206",
    "doc_symbol_type": "BC301",
    "doc_date_order": "BC302",
    "doc_repeat": "BC303",
    "doc_reference": "BC304",
    "doc_date": "BC305",
    "date_order": "BC306",
    "period_order": "BC307",
    "period_length": "BC308",
    "definition": "BC401",
    "ordinal": "BC402",
    "boilerplate": "BC403",
    "single_statement": "BC404",
    "not_a_quantity": "BC405",
}

_MARKS: Mapping[str, tuple[str, str]] = {"en": (".", ","), "vi": (",", ".")}
#: No word of a list is longer.
_LONGEST = 80
_BRACKET = regex.compile(r"\([^()]*\)")
_STOP = regex.compile(r"[;\n]")

Key = TypeVar("Key")
One = TypeVar("One")


@dataclass(frozen=True)
class Report:
    """A document with what was found in it, and the rules to hold it against.

    ``earlier`` is what other documents state (`cross_document`).
    """

    document: Document
    observations: tuple[Observation, ...]
    mentions: tuple[Fact, ...]
    rulebook: Rulebook
    lang: Literal["en", "vi"] = "en"
    earlier: tuple[Stated, ...] = ()

    # ── indexes ──

    @cached_property
    def worked_out(self) -> dict[object, tuple[Any, ...]]:
        """What functions of the report gave, for `once`."""
        return {}

    @cached_property
    def by_id(self) -> Mapping[str, Observation]:
        """The observations by the id of their fact."""
        return {one.fact.id: one for one in self.observations}

    @cached_property
    def by_passage(self) -> Mapping[int, tuple[Observation, ...]]:
        """The observations of every passage, in reading order."""
        return _grouped((one.fact.passage, one) for one in self.in_order)

    @cached_property
    def by_sentence(self) -> Mapping[int, tuple[Observation, ...]]:
        """The observations of every sentence, in reading order, by where it starts."""
        return _grouped((one.fact.sentence_start, one) for one in self.in_order)

    def in_passage(self, one: Observation) -> tuple[Observation, ...]:
        """The observations of the passage in which one stands."""
        return self._by_passage[one.fact.passage]

    @cached_property
    def _by_passage(self) -> Mapping[int, tuple[Observation, ...]]:
        found: dict[int, list[Observation]] = defaultdict(list)
        for one in self.in_order:
            found[one.fact.passage].append(one)
        return {passage: tuple(held) for passage, held in found.items()}

    def sentence_at(self, place: Span) -> tuple[Observation, ...]:
        """The observations of the sentence in which a place begins."""
        at = bisect_right(self._sentence_starts, place.start) - 1
        sentence = self.by_sentence[self._sentence_starts[at]] if at >= 0 else ()
        return sentence if sentence and place.start < sentence[0].fact.sentence_end else ()

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return sorted(self.by_sentence)

    @cached_property
    def in_order(self) -> tuple[Observation, ...]:
        """The observations in reading order."""
        return tuple(sorted(self.observations, key=lambda one: one.fact.start))

    @cached_property
    def shares_of(self) -> Mapping[str, tuple[Observation, ...]]:
        """The percentages that print the share of a count or ratio, by its id."""
        return _grouped((one.share_of, one) for one in self.in_order if one.share_of)

    @cached_property
    def targets_of(self) -> Mapping[str, tuple[Observation, ...]]:
        """The targets that were set for a result, by its id."""
        return _grouped((one.target_of, one) for one in self.in_order if one.target_of)

    @cached_property
    def totals(self) -> tuple[int, ...]:
        """The totals of the ratios that the document prints, each once, from the smallest on."""
        values = (one.fact.value for one in self.observations)
        return tuple(
            sorted({int(one.total) for one in values if isinstance(one, Ratio) and one.total})
        )

    @cached_property
    def brackets(self) -> tuple[Span, ...]:
        """The innermost round brackets of the text."""
        found = _BRACKET.finditer(self.document.text)
        return tuple(
            Span.trusted({"text": one[0], "start": one.start(), "end": one.end()}) for one in found
        )

    # ── the text ──

    def between(self, first: Place, second: Place) -> str:
        """The text from the end of the earlier place to the start of the later one."""
        (_, end), (start, _) = sorted((_extent(first), _extent(second)))
        return self.document.text[end:start]

    def clause(self, *places: Observation) -> str:
        """The part of the sentence, cut at semicolons, that holds all these numbers."""
        return self.clause_span(*places).text

    def clause_span(self, *places: Observation) -> Span:
        """Where that clause stands."""
        start = min(one.fact.start for one in places)
        end = max(one.fact.end for one in places)
        low = min(one.fact.sentence_start for one in places)
        high = max(one.fact.sentence_end for one in places)
        text = self.document.text
        stops = [stop.end() for stop in _STOP.finditer(text, low, start)]
        stop = _STOP.search(text, end, high)
        low, high = stops[-1] if stops else low, stop.start() if stop else high
        return Span(text=text[low:high], start=low, end=high)

    def says(self, name: str, text: str) -> bool:
        """Whether the text holds one of the words of that list (`patterns/checks/words.toml`)."""
        return self.word(name, text) is not None

    def word(self, name: str, text: str) -> regex.Match[str] | None:
        """The first word of that list in the text."""
        return self._words[name].search(text)

    def without(self, name: str, text: str) -> str:
        """The text without the words of that list."""
        return str(self._words[name].sub("", text))

    def replaced(self, name: str, mark: str, text: str) -> str:
        """The text with a mark for each of the words of that list."""
        return str(self._words[name].sub(mark, text))

    def all_words(self, name: str, text: str) -> Iterator[regex.Match[str]]:
        """Every word of that list in the text."""
        return iter(self._words[name].finditer(text))

    def opens_with(self, name: str, text: str) -> regex.Match[str] | None:
        """The word of that list that the text begins with."""
        return self._words[name].match(text)

    def is_one_of(self, name: str, text: str) -> bool:
        """Whether a text is one of the words of that list, and nothing else."""
        return self._words[name].fullmatch(text.strip()) is not None

    def is_measure(self, unit: str) -> bool:
        """Whether a unit is one of measure, not of counting: numbers before it are rounded."""
        measures = _measures(self.rulebook, self.document.language)
        return measures.match(unit) is not None and self.opens_with("no_measure", unit) is None

    def ends_with(self, name: str, text: str) -> bool:
        """Whether one of the words of that list ends the text, but for blanks."""
        text = text.rstrip()
        near = max(0, len(text) - _LONGEST)
        return any(one.end() == len(text) for one in self._words[name].finditer(text, near))

    def row(self, name: str, label: str) -> bool:
        """Whether the header of a row is nothing but a word of a list of the language's card."""
        listed = _listed(self.rulebook, self.document.language, name)
        return listed.fullmatch(label.strip()) is not None

    def row_opens(self, name: str, label: str) -> bool:
        """Whether the header of a row begins with a word of a list of the language's card."""
        return _listed(self.rulebook, self.document.language, name).match(label) is not None

    @property
    def terms_of_office(self) -> regex.Pattern[str]:
        """What finds the Roman numerals of terms in a text of this language."""
        return terms_of_office(self.rulebook, self.document.language)

    @cached_property
    def _words(self) -> Mapping[str, regex.Pattern[str]]:
        return _patterns(self.rulebook, self.document.language)

    def inside(self, place: Span) -> tuple[Observation, ...]:
        """The observations within a stretch of the text."""
        return self.inside_range(place.start, place.end)

    def inside_range(self, start: int, end: int) -> tuple[Observation, ...]:
        """The observations between two offsets."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return tuple(one for one in self.in_order[first:last] if one.fact.end <= end)

    @cached_property
    def _starts(self) -> list[int]:
        return [one.fact.start for one in self.in_order]

    def bracket_of(self, place: Place) -> Span | None:
        """The round bracket that holds this place."""
        start, end = _extent(place)
        at = bisect_left(self._openings, start) - 1
        if at < 0 or self.brackets[at].end <= end:
            return None
        return self.brackets[at]

    def brackets_from(self, start: int) -> Iterator[Span]:
        """The brackets that open at an offset or later."""
        first = bisect_left(self._openings, start)
        return (self.brackets[at] for at in range(first, len(self.brackets)))

    @cached_property
    def _openings(self) -> list[int]:
        return [one.start for one in self.brackets]

    def conflict(self, *places: Observation) -> tuple[Verdict, Alert, str | None]:
        """How to report that numbers cannot agree: verdict, alert and condition.

        Words of exclusion (*excluding*, *of whom*) change the base of what follows them, so
        that near them nothing is contradicted.
        """
        clause = self._words["no_exclusion"].sub("", self.clause(*places))
        if self.says("exclusion", clause):
            return "implausible", "warn", self.phrase("condition.exclusion")
        return "contradicted", "error", None

    # ── writing ──

    def number(self, value: Exact, decimals: int = 0) -> str:
        """A number in the way the document writes numbers."""
        mark, group = _MARKS[self.document.language]
        if isinstance(value, int) and not decimals:
            return f"{value:,}".replace(",", group)
        whole, _, rest = f"{printed_as(value, decimals):,f}".partition(".")
        return whole.replace(",", group) + (mark + rest if rest else "")

    def phrase(self, key: str, **words: object) -> str:
        """A wording of `patterns/checks/messages.toml` in the language of the messages."""
        label = self.rulebook.messages[key]
        return (label.vi if self.lang == "vi" else label.en).format(**words)

    def finding(
        self,
        check: str,
        verdict: Verdict,
        reason: str,
        stated: Place,
        uses: Iterable[Place] = (),
        *,
        alert: Alert = "none",
        condition: str | None = None,
        computed: str | None = None,
        interval: Interval | None = None,
        implied: Implied | None = None,
        chance: Fraction | None = None,
        repairs: Sequence[Repair] = (),
        words: Mapping[str, object] | None = None,
    ) -> Finding:
        """What a check says, with its id, its number and its sentence.

        ``words`` fill the wording beyond ``stated``, ``uses`` and ``computed``.
        """
        place = span_of(stated)
        own = (place.start, place.end)
        spans = tuple(one for one in _spans(uses) if (one.start, one.end) != own)
        message = self.phrase(
            f"{check}.{reason}",
            stated=place.text,
            uses=", ".join(one.text for one in spans),
            computed=computed or "–",
            **(words or {}),
        )
        ends = _ends(interval)
        return Finding.trusted(
            {
                "id": self._id(check, place, spans),
                "check": check,
                "rule": RULES[check],
                "verdict": verdict,
                "alert": alert,
                "condition": condition,
                "reason": reason,
                "document": self.document.id,
                "path": self.document.path,
                "stated": place.text,
                "start": place.start,
                "end": place.end,
                "uses": spans,
                "computed": computed,
                "interval": ends,
                "bounds": interval.bounds if ends and interval else None,
                "implied": implied,
                "chance": None if chance is None else scientific(chance),
                "message": message,
                "repairs": tuple(repairs),
            }
        )

    def _id(self, check: str, place: Span, spans: Sequence[Span]) -> str:
        parts = [self.document.id, check, str(place.start), *(str(one.start) for one in spans)]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def once(make: Callable[[Report], Iterable[One]]) -> Callable[[Report], tuple[One, ...]]:
    """The function, working out what it gives of a report once, whoever asks for it."""

    @wraps(make)
    def kept(report: Report) -> tuple[One, ...]:
        found: tuple[One, ...] | None = report.worked_out.get(make)
        if found is None:
            found = report.worked_out[make] = tuple(make(report))
        return found

    return kept


def places(finding: Finding) -> set[tuple[int, int]]:
    """Where the numbers of a finding stand: the stated one and those that it uses."""
    return {(finding.start, finding.end), *((one.start, one.end) for one in finding.uses)}


def scientific(number: Fraction) -> str:
    """The number with two figures.

    >>> scientific(Fraction(22, 10_000_000))
    '2.2e-6'
    """
    figures, _, exponent = f"{float(number):.1e}".partition("e")
    return f"{figures}e{int(exponent)}"


def span_of(place: Place) -> Span:
    """The span of an observation or fact; a span is its own."""
    if isinstance(place, Span):
        return place
    return Span.of(place.fact if isinstance(place, Observation) else place)


def _extent(place: Place) -> tuple[int, int]:
    """From where to where an observation, fact or span stands."""
    one = place.fact if isinstance(place, Observation) else place
    return one.start, one.end


def _spans(places: Iterable[Place]) -> list[Span]:
    """The spans of places, each once: whatever stands at a place says the same words."""
    return list({(one.start, one.end): one for one in map(span_of, places)}.values())


def _ends(interval: Interval | None) -> tuple[str, str] | None:
    if interval is None or interval.low is None or interval.high is None:
        return None
    return decimal_text(interval.low), decimal_text(interval.high)


@lru_cache(maxsize=8)
def _patterns(rulebook: Rulebook, language: str) -> Mapping[str, regex.Pattern[str]]:
    return {name: _any_of(getattr(one, language)) for name, one in rulebook.check_words.items()}


@lru_cache(maxsize=8)
def terms_of_office(rulebook: Rulebook, language: str) -> regex.Pattern[str]:
    """What finds the Roman numerals of terms: *term XVII*, *nhiệm kỳ XV và XVI*."""
    words = rulebook.check_words
    term, joint = (_either(getattr(words[name], language)) for name in ("term", "and"))
    numeral = r"(?P<numeral>[IVXLC]+)(?!\p{L})"
    return late(rf"(?<!\p{{L}})(?i:{term})\s+{numeral}(?:\s*(?:[,\-–]|(?i:{joint}))\s*{numeral})*")


@lru_cache(maxsize=8)
def _measures(rulebook: Rulebook, language: str) -> regex.Pattern[str]:
    card = rulebook.languages[language].language.card
    return _any_of([*card.magnitudes, *card.currencies, *card.units])


@lru_cache(maxsize=16)
def _listed(rulebook: Rulebook, language: str, name: str) -> regex.Pattern[str]:
    return _any_of(rulebook.languages[language].language.card.lists.get(name, ()))


def _any_of(words: Sequence[str]) -> regex.Pattern[str]:
    return late(rf"(?i)(?<!\w)(?:{_either(words)})(?!\w)")


def _either(words: Sequence[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    either = "|".join(regex.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return either or "(?!)"


def _grouped(pairs: Iterable[tuple[Key, One]]) -> Mapping[Key, tuple[One, ...]]:
    ordered = list(pairs)
    keys = dict.fromkeys(key for key, _ in ordered)
    groups: dict[Key, list[One]] = {key: [] for key in keys}
    for key, one in ordered:
        groups[key].append(one)
    return {key: tuple(group) for key, group in groups.items()}
