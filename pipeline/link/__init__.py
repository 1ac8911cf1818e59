"""Observations: what a number is about, and the words that say so.

Only sentences that hold a number are looked at. A dimension comes from the words nearest to
the number that speak of it (`scope`), never from a guess; what the report does not state
stays empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from pipeline.language import Memo, plain_letters
from pipeline.link.aims import Aims, begun
from pipeline.link.cells import Tables
from pipeline.link.context import Context
from pipeline.link.figures import QUANTITIES, Cue
from pipeline.link.gather import BLANK, Gatherer
from pipeline.link.headers import within
from pipeline.link.indicators import IndicatorFinder
from pipeline.link.lists import Lists
from pipeline.link.localities import Localities, LocalNumbers
from pipeline.link.outline import Outline
from pipeline.link.planned import Planned
from pipeline.link.provinces import sections_of
from pipeline.link.reading import Reading
from pipeline.link.stages import StageWords
from pipeline.link.stocks import StockWords
from pipeline.link.surroundings import Surroundings
from pipeline.link.terms import TermMatcher
from pipeline.link.time import Times, as_of
from pipeline.link.timing import TimingWords
from pipeline.link.words import ClauseWords
from pipeline.model import Document, Fact, Observation, Passage, Period
from pipeline.places import Gazetteer, NamedPlace
from pipeline.rulebook import Rulebook

__all__ = ["QUANTITIES", "Linker"]


class Linker:
    """Links facts to what they are about; built once from a rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.indicators = IndicatorFinder(rulebook)
        self.gazetteer = Gazetteer(rulebook)
        cards = {code: rules.language.card for code, rules in rulebook.languages.items()}
        self.times: Memo[str, Times] = Memo(lambda code: Times(cards[code]))
        self.words: Memo[str, ClauseWords] = Memo(lambda code: ClauseWords(cards[code]))
        self.stocks: Memo[str, StockWords] = Memo(lambda code: StockWords(cards[code]))
        self.stages: Memo[str, StageWords] = Memo(lambda code: StageWords(cards[code]))
        self.timing: Memo[str, TimingWords] = Memo(lambda code: TimingWords(cards[code]))
        cities = {
            card.slug
            for card in (*rulebook.provinces_63, *rulebook.provinces_34)
            if card.type == "city"
        }
        districts = {
            name
            for one in rulebook.districts
            if not one.shared
            for name in (one.label.en, one.label.vi)
            if " " in name and not any(self.gazetteer(name))
        }
        self.localities: Memo[str, Localities] = Memo(
            lambda code: Localities(cards[code], cities, self.words[code], districts)
        )

    @cached_property
    def matchers(self) -> Memo[str, TermMatcher]:
        """A matcher for each language, made when it is first asked for."""
        return Memo(lambda code: TermMatcher(self.rulebook, code))

    def __call__(self, document: Document, facts: Sequence[Fact]) -> tuple[Observation, ...]:
        """The facts of a document with their dimensions, in the same order."""
        observations: list[Observation] = []
        plain = plain_letters(document.text)
        if plain != document.text:
            document = document.model_copy(update={"text": plain})
        matcher = self.matchers[document.language]
        words = self.words[document.language]
        outline = Outline(document, words.ends_list)
        lists = Lists(document, matcher, words, outline)
        day = self.gazetteer.day_of(document)
        context, last = Context(), begun(document, facts)
        localities = self.localities[document.language]
        names = localities.names(document, self.gazetteer)
        is_local = localities.is_of(document, names, self.gazetteer)
        national = localities.is_of_nation(document, self.gazetteer, words)
        sections = sections_of(document, lists, self.gazetteer, words)
        tables = Tables(document, facts, matcher, words, self.gazetteer, localities)
        surroundings = Surroundings(document, outline, lists, words, self._own_names(document, day))
        sentences = list(_by_sentence(facts))
        counting = [any(fact.kind in QUANTITIES for fact in one) for one in sentences]
        measured = [one for one, counts in zip(sentences, counting, strict=True) if counts]
        named = [self._places(document, one[0], day) for one in measured]
        said = iter(matcher.all([plain_letters(one[0].sentence) for one in measured], named))
        places = iter(named)
        for sentence_facts, counts in zip(sentences, counting, strict=True):
            if not counts:
                observations.extend(_bare(document, fact) for fact in sentence_facts)
                continue
            first = sentence_facts[0]
            start = next(fact.start for fact in sentence_facts if fact.kind in QUANTITIES)
            role = lists.role_of(first.passage, start)
            headers = tables.headers_of(first.passage)
            announcing = lists.lead_of(first.passage)
            lead = self._lead(document, announcing, facts, first) if announcing else {}
            around = surroundings.above[first.passage]
            reading = Reading(next(said), sentence_facts, words, next(places), around.respect)
            if first.passage != context.passage:
                led = surroundings.led(first.passage)
                context = context.within(first.passage, first.sentence_start, led)
            context = self._named_between(document, context, first, reading)
            if role is None and context.aims is not None:
                role = context.aims.goes_on(reading, as_of(document))
            local = LocalNumbers(
                reading,
                reading.words,
                localities,
                names,
                carried=is_local or self._is_carried(document, first, context, day),
                national=national,
            )
            sentence = Gatherer(
                self,
                document,
                reading,
                role,
                headers,
                lead,
                context,
                surroundings.heading(first.passage).within(first),
                local,
                around,
                Planned(reading, context, around, surroundings.heading_of_list(first.passage)),
                sections.get(first.passage, document.province),
                self._aims_time(document, lists, outline, facts, first),
                self.timing[document.language].of_report[document.title or ""],
            )
            figures = iter(reading.figures)
            for fact in sentence_facts:
                if fact.kind in QUANTITIES:
                    observations.append(sentence.observation(next(figures)))
                else:
                    observations.append(_bare(document, fact))
            context = context.after(
                reading,
                is_local=sentence.local.goes_on,
                place=sentence.provinces.to_go_on,
                told=_told(observations[-len(sentence_facts) :]),
                aims=Aims.after(context.aims, reading, sentence.roles, document, last),
            )
            surroundings.ended[first.passage] = context
        return tables.settled(observations)

    def _own_names(
        self, document: Document, day: str | None
    ) -> Callable[[int, int], list[tuple[int, int]]]:
        """What finds where the province that reports is named between two places of the text."""
        return lambda start, end: [
            (one.start, one.end)
            for one in self.gazetteer(document.text, start, end, day=day)
            if one.whose == document.province
        ]

    def _places(self, document: Document, first: Fact, day: str | None) -> list[NamedPlace]:
        """The provinces that the sentence of a fact names; offsets are the sentence's."""
        start, end = first.sentence_start, first.sentence_end
        return [
            one._replace(start=one.start - start, end=one.end - start)
            for one in self.gazetteer(document.text, start, end, day=day)
        ]

    def _named_between(
        self, document: Document, context: Context, first: Fact, reading: Reading
    ) -> Context:
        """The context of a sentence behind one of its passage that holds no number.

        Only a sentence with provinces and without names asks for it, and one that names a
        committee without its level.
        """
        if (not reading.places or reading.names) and not context.asks_congress(reading):
            return context
        start = max(document.passages[first.passage].start, context.end)
        between = document.text[start : first.sentence_start]
        if not between.strip():
            return context
        language = self.rulebook.languages[document.language].language
        start += language.sentences(between)[-1][0]
        last = self.matchers[document.language](document.text[start : first.sentence_start])
        return context.behind(last, start)

    def _is_carried(
        self, document: Document, first: Fact, context: Context, day: str | None
    ) -> bool:
        """Whether a sentence goes on with a place that those before it in its passage named."""
        text, start = document.text, document.passages[first.passage].start
        gap = max(start, context.end), first.sentence_start
        if not text[slice(*gap)].strip():
            return context.is_local
        places = [
            one._replace(start=one.start - gap[0], end=one.end - gap[0])
            for one in self.gazetteer(text, *gap, day=day)
        ]
        localities = self.localities[document.language]
        return localities.goes_on(text[slice(*gap)], places, is_local=context.is_local)

    def _lead(
        self, document: Document, announcing: Passage, facts: Sequence[Fact], item: Fact
    ) -> dict[str, Cue]:
        """The change, the stage and the times that a line announces for the items below it.

        *So với năm 2015, đến cuối năm 2023 toàn tỉnh giảm:*; a line that gives numbers of its
        own says with its verbs what happened to those. Offsets are those of the item.
        """
        text = document.text[announcing.start : announcing.end]
        said = within(facts, announcing.start, announcing.end)
        moved = [
            one.model_copy(
                update={"start": one.start - announcing.start, "end": one.end - announcing.start}
            )
            for one in said
        ]
        shift = announcing.start - item.sentence_start
        times = self.times[document.language].announced(text, moved)
        lead = {
            dimension: Cue(str(one.value), one.start + shift, one.end + shift)
            for dimension, one in times.items()
        }
        if not any(one.kind in QUANTITIES for one in said):
            # What the sentences before tell is not announced.
            begin = self.rulebook.languages[document.language].language.sentences(text)[-1][0]
            shift += begin
            for one in self.stages[document.language].told(text[begin:]):
                lead["stage"] = Cue(one.stage, one.start + shift, one.end + shift)
            terms = self.matchers[document.language](text[begin:]).terms
            for term in terms:
                if "change" in term.sets:
                    lead["change"] = Cue(term.sets["change"], term.start + shift, term.end + shift)
        return lead

    def _aims_time(
        self,
        document: Document,
        lists: Lists,
        outline: Outline,
        facts: Sequence[Fact],
        first: Fact,
    ) -> Cue | None:
        """The year or the years that the nearest line above names with aims.

        *II. Mục tiêu năm 2024*, and below it *Phấn đấu GRDP tăng 8,5%*. Offsets are those of the
        sentence.
        """
        heading = lists.heading_of(first.passage)
        above = (document.passages[one] for one in outline.above(first.passage))
        words = self.words[document.language]
        for line in (heading, *above):
            if line is None or line.start == document.passages[first.passage].start:
                continue
            text = document.text[line.start : line.end]
            times = [one for one in within(facts, line.start, line.end) if _says_years(one)]
            if not times or words.aims_heading.search(text) is None:
                continue
            if len({str(one.value) for one in times}) > 1:
                return None
            shift = -first.sentence_start
            return Cue(str(times[0].value), times[0].start + shift, times[0].end + shift)
        return None


def _says_years(fact: Fact) -> bool:
    """Whether a fact is a year or some years."""
    return isinstance(fact.value, Period) or getattr(fact.value, "precision", None) == "year"


def _told(observations: Sequence[Observation]) -> Mapping[str, tuple[Observation, ...]]:
    """Some numbers by their indicators."""
    told: dict[str, tuple[Observation, ...]] = {}
    for one in observations:
        if one.indicator is not None:
            told[one.indicator] = (*told.get(one.indicator, ()), one)
    return told


def _by_sentence(facts: Sequence[Fact]) -> Iterator[list[Fact]]:
    group: list[Fact] = []
    for fact in facts:
        if group and fact.sentence_start != group[0].sentence_start:
            yield group
            group = []
        group.append(fact)
    if group:
        yield group


def _bare(document: Document, fact: Fact) -> Observation:
    return Observation.trusted(
        {
            **BLANK,
            "fact": fact,
            "province": document.province,
            "province_set": document.province_set,
        }
    )
