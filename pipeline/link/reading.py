"""One sentence as the linker reads it: its facts, terms and structure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

import regex

from pipeline.language import plain_letters
from pipeline.link.scope import Cover, Scope, Stretch, Structure
from pipeline.link.terms import Said, TermMention
from pipeline.link.words import ClauseWords
from pipeline.model import AgeBand, Date, DocumentNumber, Fact, Period
from pipeline.places import NamedPlace

__all__ = [
    "ALONE",
    "GRADED",
    "OF_PARTS",
    "QUANTITIES",
    "SHARED",
    "Cue",
    "Dimensions",
    "Figure",
    "Pairing",
    "Reading",
    "Time",
    "is_length_of_time",
    "is_time",
]

Answer = TypeVar("Answer")

#: What two numbers of one statement share.
SHARED = ("attribute", "population", "level", "body", "topic")
#: The attributes that organizations have too: forms of discipline and grades.
GRADED = ("disc_", "grade_")
_LASTING = frozenset({"year", "month", "week", "day", "hour"})
#: The kinds that measure something; the others define, date or cite.
QUANTITIES = frozenset({"percentage", "count", "ratio", "multiple", "money", "quantity"})


class Cue(NamedTuple):
    """A value of a dimension and the words that state it; offsets in the sentence."""

    value: str
    start: int
    end: int


@dataclass(slots=True)
class Dimensions:
    """The dimensions of one number while they are gathered.

    ``counted`` is the unit or body that is itself what a number counts (*246 public service
    units*): it says which indicator is meant, but states no body. ``topic_is_own`` tells a
    topic of the number's own clause from one that the sentence lends it.
    """

    found: dict[str, str] = field(default_factory=dict)
    cues: dict[str, Cue] = field(default_factory=dict)
    counted: str | None = None
    topic_is_own: bool = True

    def take(self, dimension: str, cue: Cue | None) -> None:
        """Keep a cue for a dimension that has none yet."""
        if cue is not None and dimension not in self.found:
            self.found[dimension] = cue.value
            self.cues[dimension] = cue

    def states(self, dimension: str, value: str) -> bool:
        """Whether a dimension has a value; a thing that is counted serves as the body."""
        if self.found.get(dimension) == value:
            return True
        return dimension == "body" and self.counted == value

    def drop(self, dimension: str) -> None:
        """Forget a dimension that turned out not to be stated of this number."""
        self.found.pop(dimension, None)
        self.cues.pop(dimension, None)

    def inherit(self, other: Dimensions, names: Sequence[str]) -> None:
        """Take what is still empty from another number of the same statement."""
        for name in names:
            if name in other.found and name not in self.found:
                self.found[name] = other.found[name]
                if name in other.cues:
                    self.cues[name] = other.cues[name]


class Pairing(NamedTuple):
    """The number that one belongs to, and how: as its share or as its target.

    ``of_plan`` says that a percentage is what was reached of a plan that is not printed
    (*kết nạp 52 đảng viên, đạt 50,98%*): no share of the count before it. ``level`` says that it
    is what the change before it led to.
    """

    partner: Figure | None = None
    share: bool = False
    target: bool = False
    of_plan: bool = False
    level: bool = False

    @property
    def own(self) -> str | None:
        """The dimension that it does not share with its partner."""
        return "role" if self.target else "change" if self.level else None


ALONE = Pairing()


@dataclass(slots=True, eq=False)
class Figure:
    """A number that measures something, as it stands in its sentence; offsets are there.

    ``index`` is its place among the numbers of the sentence, ``unit`` the noun that a count
    holds itself. ``dimensions`` and ``pairing`` are filled in from left to right. ``place`` and
    ``named`` are the province and the indicator that a row gives it (see `enumerated`),
    ``goes_on`` is the number that it repeats for another time, ``of_unknown`` says that it is of
    a group that no card knows.
    """

    fact: Fact
    kind: str
    index: int
    start: int
    end: int
    unit: str | None
    scope: Scope
    dimensions: Dimensions = field(default_factory=Dimensions)
    pairing: Pairing = ALONE
    place: str | None = None
    named: Cue | None = None
    goes_on: Figure | None = None
    of_unknown: bool = False

    @property
    def inside(self) -> Stretch:
        """The printed number itself; that of a ratio can hold a noun."""
        return Stretch(self.start, self.end)

    @property
    def noun_end(self) -> int:
        """Where the noun ends that the number counts, or the number itself."""
        return self.end + len(self.unit or "") + 1

    @property
    def bracket(self) -> Stretch | None:
        """The bracket whose words are those of the number."""
        return self.scope.bracket


class Time(NamedTuple):
    """A date or period of a sentence; offsets are there.

    ``aside`` says that no number is of it, ``by_when`` that it only says by when or since when,
    ``base`` that a change is measured from it.
    """

    fact: Fact
    start: int
    end: int
    aside: bool = False
    by_when: bool = False
    base: bool = False


class Reading:
    """A sentence with its facts, its terms and the dimensions gathered so far."""

    def __init__(
        self,
        said: Said,
        facts: list[Fact],
        words: ClauseWords,
        places: Sequence[NamedPlace] = (),
    ) -> None:
        self.facts = facts
        self.words = words
        self.offset = offset = facts[0].sentence_start
        self.text = plain_letters(facts[0].sentence)
        #: The lists of words that are worth looking for in the sentence.
        self.lists = words.lists_in(self.text)
        terms, self.names = said
        self.places = [
            one._replace(start=one.start - offset, end=one.end - offset) for one in places
        ]
        stretches = [Stretch(one.start - offset, one.end - offset) for one in facts]
        kinds = [one.value.kind for one in facts]
        measured = [
            (one, kind, stretch)
            for one, kind, stretch in zip(facts, kinds, stretches, strict=True)
            if kind in QUANTITIES
        ]
        first = measured[0][2].start if measured else 0
        counted = {
            stretch.end
            for stretch, kind in zip(stretches, kinds, strict=True)
            if kind in ("count", "ratio")
        }
        terms = _without_counted_roles(terms, counted, self.text)
        if "age_band" in kinds:
            terms = _with_ages(terms, facts, offset)
        terms = _with_degrees(terms)
        if "grading" in self.lists or any(one.sets.get("topic") == "rating" for one in terms):
            terms = words.with_grades(self.text, terms, Cover(stretches))
        self.terms = terms
        if not self.lists.isdisjoint(_OF_SOURCES):
            self.terms = words.without_sources(self.text, self.terms, first)
        if not self.lists.isdisjoint(_OF_GIVERS):
            self.terms = words.without_givers(self.text, self.terms)
        if "modifiers" in self.lists:
            self.terms = words.without_modifiers(self.text, self.terms)
        if "negations" in self.lists:
            self.terms = words.without_negated(self.text, self.terms)
        if "young_labels" in self.lists:
            self.terms = _with_young(self.terms, self.text, words)
        terms_at = [(one.start, one.end) for one in self.terms]
        self.structure = Structure(
            self.text,
            [*stretches, *terms_at, *((one.start, one.end) for one in self.names)],
            [stretch for one, _, stretch in measured if not is_length_of_time(one)],
            words.boundary,
        )
        self.figures = [
            Figure(
                fact=one,
                kind=kind,
                index=index,
                start=stretch.start,
                end=stretch.end,
                unit=vars(one.value).get("unit"),
                scope=self.structure.scope(*stretch),
            )
            for index, (one, kind, stretch) in enumerate(measured)
        ]
        self._look_behind_shares()
        self._look_at_labels()
        self.times = tuple(
            Time(one, *stretch)
            for one, kind, stretch in zip(facts, kinds, stretches, strict=True)
            if kind in ("date", "period") and is_time(one, facts)
        )
        self._figures_at = [one.start for one in self.figures]
        self._counted_at = counted
        self._starts = [term.start for term in self.terms]
        #: The terms that state a dimension, by its name: there is no need to seek others.
        self.stated: dict[str, list[TermMention]] = {}
        for term in self.terms:
            for name in term.sets:
                self.stated.setdefault(name, []).append(term)
        self._said_of_times: dict[tuple[Callable[[Reading, Time], Any], int], Any] = {}
        self._cues: dict[tuple[Stretch, Stretch | None], list[TermMention]] = {}

    def _look_behind_shares(self) -> None:
        """Let a number see what stands behind its share: *98/120 xã, đạt 81,7%, đã hoàn thành*.

        The share stands between two commas, as if in brackets.
        """
        for one, two in pairwise(self.figures):
            shared = two.kind == "percentage" and one.kind in ("count", "ratio")
            if not shared or one.bracket is not None or two.bracket is not None:
                continue
            behind = _COMMA.match(self.text, two.end)
            if behind is None or not self.words.leads_over.fullmatch(self.text, one.end, two.start):
                continue
            ends = (mark.start for mark in self.structure.boundaries if mark.start >= behind.end())
            beyond = Stretch(behind.end(), next(ends, len(self.text)))
            # *Nữ 7 người, chiếm 15%, dưới 40 tuổi 5 người*: those words are of the next number.
            if not any(beyond.holds(figure.start) for figure in self.figures):
                one.scope = one.scope._replace(beyond=beyond)

    def _look_at_labels(self) -> None:
        """Let a bare count that a comma parts from its label see that: *in their committees, 19*.

        The label opens its segment, and no other number stands in it.
        """
        for one in self.figures:
            scope = one.scope
            if one.kind != "count" or one.unit or one.bracket is not None or not scope.prior:
                continue
            label = scope.prior[0]
            alone = label.start == scope.segment.start and label.end == scope.left.start
            blank = not self.text[scope.left.start : scope.left.end].strip()
            if alone and blank and not any(label.holds(each.start) for each in self.figures):
                left = Stretch(label.start, scope.left.end)
                one.scope = scope._replace(left=left, prior=scope.prior[1:])

    def once(self, function: Callable[[Reading, Time], Answer], time: Time) -> Answer:
        """What a function says of a time of the sentence, worked out once."""
        key = function, time.start
        if key not in self._said_of_times:
            self._said_of_times[key] = function(self, time)
        said: Answer = self._said_of_times[key]
        return said

    @cached_property
    def named(self) -> Cover:
        """Where terms and places stand."""
        terms = ((one.start, one.end) for one in self.terms)
        return Cover([*terms, *((one.start, one.end) for one in self.places)])

    @cached_property
    def known(self) -> Cover:
        """Where words say nothing of what is counted: terms, places, times and numbers."""
        times = ((one.start, one.end) for one in self.times)
        figures = ((one.start, one.end) for one in self.figures)
        return Cover([*self.named.stretches, *times, *figures])

    def names_subject(self, stretch: Stretch) -> bool:
        """Whether a stretch holds a word that is neither small nor known."""
        return self.words.subject_in(self.text, stretch, self.known)

    def has_own_subject(self, scope: Scope) -> bool:
        """Whether the words before a number in its clause name a subject that no term knows.

        Places that a count before it counts are none: *the rate of the three localities is 9%*.
        """
        left, before = scope.left, self.last_before(scope.left.end)
        if before is not None and before.end == left.start and self.is_of_places(before):
            left = Stretch(min(before.noun_end, left.end), left.end)
        return self.words.subject_in(self.text, left, self.named)

    def is_of_places(self, figure: Figure) -> bool:
        """Whether something is of the places or things that a number counts."""
        low = max(0, figure.start - _SHORT)
        return self.words.of_places.match(self.text, low, figure.start) is not None

    def counts_units(self, figure: Figure) -> bool:
        """Whether a count is of places or organizations: *35 tỉnh có tỷ lệ nữ trên 15%*.

        What is said of their people behind the noun is not said of them.
        """
        return bool(figure.unit) and self.words.nouns[figure.unit or ""].bodies

    def counts_aims(self, figure: Figure) -> bool:
        """Whether a ratio is what was done of what was aimed at: *821/1.450 chỉ tiêu*."""
        unit = figure.unit if figure.kind == "ratio" else None
        return unit is not None and self.words.nouns[unit].aims

    def has_own_verb(self, figure: Figure) -> bool:
        """Whether a clause right behind a bare count says what those do: *45 that share a cell*."""
        relative = self.words.relative.match(self.text, figure.end)
        return figure.kind == "count" and relative is not None

    def names_indicator(self, scope: Scope) -> bool:
        """Whether the clause of a number names an indicator outright."""
        return any(
            stretch.holds(name.start)
            for name in self.names
            for stretch in (scope.left, scope.right)
        )

    def opens(self, figure: Figure) -> bool:
        """Whether the words after a number say what it is about, as in *887 civil servants*."""
        if figure.kind in ("count", "ratio"):
            return True
        if figure.kind != "percentage":
            return False
        right = figure.scope.right
        after = self.text[right.start + 1 : right.end].lstrip()
        return bool(after) and after[0].isalpha() and self.words.no_subject.match(after) is None

    def goes_over(self, figure: Figure) -> bool:
        """Whether an *and* behind a number leads over to the next: *4% và đại học 9 người*.

        A count says nothing behind it either, where it has no noun: *district councils 386 and
        commune councils 3,412*.
        """
        right = figure.scope.right
        bare = figure.kind == "percentage" or (figure.kind == "count" and not figure.unit)
        if not bare or not self.begins_number(right.end):
            return False
        return self.words.and_first.match(self.text, right.start + 1, right.end) is not None

    def up_to_next(self, figure: Figure) -> Stretch | None:
        """The words behind a number up to the *and* before what labels the next.

        *Inspected 14 organizations and district commissions 97*.
        """
        right = figure.scope.right
        if figure.kind != "count" or not self.begins_number(right.end):
            return None
        following = self.figures[figure.index + 1]
        joints = [one.start() for one in self.words.and_within.finditer(self.text, *right)]
        if not joints or following.unit:
            return None
        named = self.cues(Stretch(joints[-1], right.end), figure.bracket)
        near = named and not self.names_subject(Stretch(named[-1].end, right.end))
        return Stretch(right.start, joints[-1]) if near else None

    def has_noun(self, figure: Figure) -> bool:
        """Whether a count or ratio says itself what it counts, with the words behind it."""
        if figure.unit and not self.words.nouns[figure.unit].general:
            return True
        low = bisect_left(self._starts, figure.end)
        return any(
            term.start - figure.end <= 1 and term.sets.keys() & _NOUNS
            for term in self.terms[low : low + 1]
        )

    def is_counted(self, term: TermMention) -> bool:
        """Whether a term is the noun that a count or ratio right before it counts."""
        return len(self.text[: term.start].rstrip()) in self._counted_at

    def counts(self, figure: Figure, start: int) -> bool:
        """Whether a number counts the noun at ``start``: *36 chi bộ*, *36 lượt chi bộ*."""
        between = self.text[figure.end : start]
        words = between.split()
        return len(words) <= 1 and not set(between) & _PARTING and not self.words.small & set(words)

    def is_of_another(self, figure: Figure, term: TermMention) -> bool:
        """Whether a term before a number is of the number before that.

        *63 đảng viên và 13 tổ chức*: the members are those of the first number, and so is
        whatever stands between two numbers that both have a noun of their own.
        """
        place = bisect_left(self._figures_at, term.start) - 1
        if place < 0 or term.start > figure.start:
            return False
        before, words = self.figures[place], self.words
        if before.kind not in ("count", "ratio"):
            return False
        low = max(0, figure.start - _SHORT)
        if words.and_.match(self.text, low, figure.start) is not None:
            return self.has_noun(figure) or self.counts(before, term.start)
        if not figure.unit or self._has_mark(before.end, figure.start):
            return False
        whole = words.out_of.match(self.text, low, figure.start) is not None
        return not whole and self.counts(before, term.start)

    def is_of_next(self, figure: Figure, term: TermMention) -> bool:
        """Whether a verb behind a number leads to the next: *dismissed 12 people and warned 31*.

        *Dismissal for 6 and expulsion for 19*.
        """
        following = self.figures[figure.index + 1 : figure.index + 2]
        if term.start < figure.end or not following or "topic" not in term.sets:
            return False
        between = self.text[term.end : following[0].start].casefold().split()
        if term.end > following[0].start or len(between) > 1 or not self.words.small >= {*between}:
            return False
        return self.words.and_.match(self.text, figure.end, term.start) is not None

    @cached_property
    def _marks_at(self) -> list[int]:
        return [found.start() for found in _MARK.finditer(self.text)]

    def _has_mark(self, start: int, end: int) -> bool:
        """Whether a comma, colon or semicolon stands between two places."""
        mark = bisect_left(self._marks_at, start)
        return mark < len(self._marks_at) and self._marks_at[mark] < end

    def cues(self, stretch: Stretch, bracket: Stretch | None) -> list[TermMention]:
        """The terms that begin in a stretch on the level of a number, in reading order."""
        key = (stretch, bracket)
        found = self._cues.get(key)
        if found is None:
            low = bisect_left(self._starts, stretch.start)
            found = self.terms[low : bisect_left(self._starts, stretch.end, low)]
            if self.structure.brackets:
                found = [one for one in found if self.structure.visible(one.start, bracket)]
            self._cues[key] = found
        return found

    def first(
        self,
        dimension: str,
        stretches: Sequence[tuple[Stretch, bool]],
        bracket: Stretch | None,
        figure: Figure | None = None,
        *,
        leading: Figure | None = None,
    ) -> Cue | None:
        """The first term in some stretches that states a dimension.

        Each stretch comes with whether it is read backwards, from the number on. With a
        number, what is of the number before it does not state it; with a ``leading`` one, no
        verb that leads to the number behind it does.
        """
        terms = self.stated.get(dimension)
        if terms is None:
            return None
        visible = self.structure.visible
        for (low, high), backwards in stretches:
            for term in reversed(terms) if backwards else terms:
                if not (low <= term.start < high and visible(term.start, bracket)):
                    continue
                if leading is not None and self.is_of_next(leading, term):
                    continue
                if figure is None or not (
                    self.is_of_another(figure, term) or self.is_of_next(figure, term)
                ):
                    return Cue(term.sets[dimension], term.start, term.end)
        return None

    def last_before(self, position: int) -> Figure | None:
        """The last number that begins before a position."""
        place = bisect_left(self._figures_at, position) - 1
        return self.figures[place] if place >= 0 else None

    def right_before(self, position: int) -> Figure | None:
        """The number that ends right before a position."""
        place = bisect_left(self._figures_at, position) - 1
        near = place >= 0 and 0 <= position - self.figures[place].end <= 1
        return self.figures[place] if near else None

    def begins_number(self, position: int) -> bool:
        """Whether a number begins at a position."""
        place = bisect_left(self._figures_at, position)
        return place < len(self._figures_at) and self._figures_at[place] == position

    def opened_by(self, figure: Figure) -> Stretch | None:
        """The bracket whose first number a number is, whatever its scope is."""
        bracket = self.structure.bracket_of(figure.start)
        first = bracket is not None and next(iter(self.figures_in(bracket, bracket)), None)
        return bracket if first is figure else None

    def before_bracket(self, bracket: Stretch) -> Figure | None:
        """The last number before a bracket, in the segment around it."""
        before = self.before_brackets(bracket)
        return before[-1] if before else None

    def before_brackets(self, bracket: Stretch) -> list[Figure]:
        """The numbers before a bracket, in the segment around it."""
        start = bracket.start - 1
        segment = self.structure.segment_of(start)
        outside = self.structure.bracket_of(start)
        return self.figures_in(Stretch(segment.start, start), outside)

    def outside(self, scope: Scope) -> list[Stretch]:
        """The words before the bracket of a number."""
        if scope.bracket is None:
            return []
        start = scope.bracket.start - 1
        return [Stretch(self.structure.segment_of(start).start, start)]

    def parent(self, scope: Scope) -> Stretch | None:
        """The bracket around the bracket of a number."""
        return self.structure.bracket_of(scope.bracket.start - 1) if scope.bracket else None

    def figures_in(self, stretch: Stretch, bracket: Stretch | None) -> list[Figure]:
        """The numbers that begin in a stretch on the level of a bracket, in reading order."""
        low = bisect_left(self._figures_at, stretch.start)
        high = bisect_left(self._figures_at, stretch.end, low)
        if low == high or not self.structure.brackets:
            return self.figures[low:high]
        return [one for one in self.figures[low:high] if self.structure.visible(one.start, bracket)]


def is_length_of_time(fact: Fact) -> bool:
    """Whether a quantity says how long: *growth in the past six months reached 11%*."""
    return vars(fact.value).get("unit") in _LASTING


def is_time(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a date is a time of the report, not the date of a document it cites."""
    value = fact.value
    if isinstance(value, Period):
        return True
    if not isinstance(value, Date) or value.date is None:
        return False
    return not any(
        isinstance(one.value, DocumentNumber)
        and 0 < fact.start - one.end < 40
        and (one.value.issued == value.date or _dates(one, fact))
        for one in facts
    )


def _dates(document: Fact, date: Fact) -> bool:
    """Whether a year right behind a document's number is its own: *Quy định 12-QĐ/TW năm 2025*."""
    between = date.sentence[document.end - date.sentence_start : date.start - date.sentence_start]
    return vars(date.value).get("precision") == "year" and _OF_A_YEAR.fullmatch(between) is not None


#: The lists of words that say who reports something, and of those before the parts of a whole.
_OF_SOURCES = frozenset({"by", "sources", "telling"})
OF_PARTS = frozenset({"of_which", "parts"})
#: And of those who set an aim or wrote what it stands in.
_OF_GIVERS = frozenset({"given_by", "giving", "written_aims"})
#: Subjects whose degrees may stand alone behind them, and how such a degree begins.
_STUDIED = frozenset({"political_theory"})
_BARE = "bare_"
_OR = "_or_"
#: Those that a list of members names beside the young.
_BESIDE_YOUNG = frozenset({"female", "ethnic_minority"})
#: Degrees of any subject.
_DEGREES = frozenset(
    {"secondary_vocational", "college_degree", "university_degree", "postgraduate_degree"}
)
#: What the words for people, bodies and places state.
_NOUNS = frozenset({"population", "attribute", "body", "level", "topic"})
#: What parts two numbers.
_MARK = regex.compile(r"[,;:]")
#: What parts a number from a noun behind it.
_PARTING = frozenset(",;:.()")
#: Between the number of a document and its year.
_OF_A_YEAR = regex.compile(r"\s*(?:\p{L}+\s+){0,2}\p{L}*\s*")
_COMMA = regex.compile(r"\s*,")
#: So many characters before a number hold a conjunction.
_SHORT = 24
#: A noun that announces a list with a colon: *14 targets: GRDP growth of 9%; …*.
_ANNOUNCES = regex.compile(r"[^,;:()\d]*:")


def _without_counted_roles(
    terms: Sequence[TermMention], ends: Container[int], sentence: str
) -> list[TermMention]:
    """The terms; what a number counts says nothing of its role: *đạt 31/40 chỉ tiêu*.

    Where it announces a list, it says what the items are. ``ends`` are those of the counts.
    """
    return [
        term._replace(sets={name: one for name, one in term.sets.items() if name != "role"})
        if "role" in term.sets
        and len(sentence[: term.start].rstrip()) in ends
        and not _ANNOUNCES.match(sentence, term.end)
        else term
        for term in terms
    ]


def _with_degrees(terms: Sequence[TermMention]) -> list[TermMention]:
    """The terms, with each bare degree as one of the subject named before it.

    *Political theory: advanced 44, intermediate 586*; without a subject *intermediate* is
    no more than a word, and *trung cấp* is the school that is behind *or* in its card. A degree
    of it names a subject too, and another degree ends what is said of one.
    """
    kept = []
    subject: str | None = None
    for term in terms:
        attribute = term.sets.get("attribute", "")
        if attribute in _STUDIED:
            subject = attribute
            rest = {name: term.sets[name] for name in term.sets.keys() - {"attribute"}}
            if rest:  # *Trained in political theory*
                kept.append(term._replace(sets=rest))
            continue
        studied = next((one for one in _STUDIED if attribute.startswith(f"{one}_")), None)
        subject = studied or subject
        degree, _, other = attribute.removeprefix(_BARE).partition(_OR)
        if not attribute.startswith(_BARE):
            subject = None if attribute in _DEGREES else subject
            kept.append(term)
        elif subject is not None or other:
            named = f"{subject}_{degree}" if subject is not None else other
            kept.append(term._replace(sets={**term.sets, "attribute": named}))
    return kept


def _with_young(
    terms: Sequence[TermMention], sentence: str, words: ClauseWords
) -> list[TermMention]:
    """The terms, with the word *young* where it alone labels a number in a list beside women.

    *Nữ 19 đồng chí, trẻ 13 đồng chí*; anywhere else young ones may be children.
    """
    if not any(one.sets.get("attribute") in _BESIDE_YOUNG for one in terms):
        return list(terms)
    known = Cover((one.start, one.end) for one in terms)
    young = [
        TermMention(found.start(), found.end(), "young_label", {"attribute": "age<40"})
        for found in words.young.finditer(sentence)
        if found.start() not in known
    ]
    return sorted([*terms, *young], key=lambda one: one.start)


def _with_ages(
    terms: Sequence[TermMention], facts: Sequence[Fact], offset: int
) -> list[TermMention]:
    """The terms, with each age limit as the attribute that it defines."""
    ages = []
    for fact in facts:
        if isinstance(fact.value, AgeBand):
            written = str(fact.value).replace("..", "-")
            start, end = fact.start - offset, fact.end - offset
            ages.append(TermMention(start, end, "age_band", {"attribute": f"age{written}"}))
    kept = []
    for term in terms:
        # A limit that is printed right behind a group wins over the one that the group implies:
        # *young cadres under 25*; in brackets it stands for the group.
        reach = term.end + 2
        over = [one for one in ages if one.start <= reach and term.start < one.end]
        if not over or "attribute" not in term.sets:
            kept.append(term)
            continue
        ages = [one for one in ages if one not in over]
        kept.append(term._replace(sets={**term.sets, **over[0].sets}))
    return sorted([*kept, *ages], key=lambda one: one.start)
