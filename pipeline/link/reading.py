"""One sentence as the linker reads it: its facts, terms and structure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar

import regex

from pipeline.language import plain_letters
from pipeline.link.figures import QUANTITIES, Cue, Figure, Time, is_length_of_time, is_time
from pipeline.link.scope import Cover, Scope, Stretch, Structure
from pipeline.link.stated import NOTHING, Respect, stated_terms
from pipeline.link.terms import Label, Name, Said, TermMention
from pipeline.link.words import ClauseWords
from pipeline.model import Fact
from pipeline.places import NamedPlace

__all__ = ["OF_PARTS", "Reading"]

Answer = TypeVar("Answer")

#: Topics that a province has too: what they are where the text says that they are its own.
_OF_PROVINCES = {"gdp": "grdp", "gdp_per_capita": "grdp_per_capita"}


class Reading:
    """A sentence with its facts, its terms and the dimensions gathered so far.

    ``places`` have the offsets of the sentence; ``respect`` is what the lines above it say.
    """

    def __init__(
        self,
        said: Said,
        facts: list[Fact],
        words: ClauseWords,
        places: Sequence[NamedPlace] = (),
        respect: Respect = NOTHING,
    ) -> None:
        self.facts = facts
        self.offset = offset = facts[0].sentence_start
        self.text = plain_letters(facts[0].sentence)
        #: The lists of words that are worth looking for in the sentence.
        self.lists = words.lists_in(self.text)
        self.words = words.within(self.lists)
        self.names = said.names
        self.terms = stated_terms(said.terms, self.text, facts, words, self.lists, respect)
        self.places = places
        self.terms = list(self._of_provinces(self.terms))
        stretches = [Stretch(one.start - offset, one.end - offset) for one in facts]
        kinds = [one.value.kind for one in facts]
        measured = [
            (one, kind, stretch)
            for one, kind, stretch in zip(facts, kinds, stretches, strict=True)
            if kind in QUANTITIES
        ]
        counted = {
            stretch.end
            for stretch, kind in zip(stretches, kinds, strict=True)
            if kind in ("count", "ratio")
        }
        terms_at = [(one.start, one.end) for one in self.terms]
        self.structure = Structure(
            self.text,
            [*stretches, *terms_at, *((one.start, one.end) for one in self.names)],
            [stretch for one, _, stretch in measured if not is_length_of_time(one)],
            self.words.boundary,
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
        self._part_from_next()
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
        #: The names that are labels, each with the place of the number that it is of.
        self.labelled: dict[Name, int] = {}
        for label in said.labels:
            figure = self._labelled(label)
            if figure is not None:
                self.labelled[label.name] = figure.index
        if self.labelled:
            self.names = sorted([*self.names, *self.labelled])

    def _part_from_next(self) -> None:
        """End the words behind a count where others begin that the next number counts.

        *Cadres at commune level fell by 310 and those of villages by 940*.
        """
        for figure in self.figures if "that_of" in self.lists else ():
            right = figure.scope.right
            other = self.words.that_of.search(self.text, *right)
            if other is not None:
                end = Stretch(other.start(), other.start())
                right = right._replace(end=other.start())
                figure.scope = figure.scope._replace(right=right, beyond=end)

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

    def _labelled(self, label: Label) -> Figure | None:
        """The number of a label that opens a clause and leads to it: *hộ nghèo còn 3,1%*.

        No name may stand there: *tỷ lệ hộ nghèo giảm 3,1%* says it in full.
        """
        figure = next((one for one in self.figures if one.start >= label.end), None)
        if figure is None or figure.kind not in label.kinds:
            return None
        opening = Stretch(figure.scope.left.start, label.start)
        if not figure.scope.left.holds(label.start) or self.figures_in(opening, figure.bracket):
            return None
        if self.right_before(label.start) or any(
            one.start < label.end and label.start < one.end for one in self.names
        ):
            return None
        if self._is_headed(label, figure):
            return None  # *Đồng bào dân tộc thiểu số: hộ nghèo 21%*
        joint = self.words.and_.match(self.text, max(0, label.start - _SHORT), label.start)
        if joint is not None and self.right_before(joint.start()) is None:
            return None  # *Hộ nghèo và cận nghèo còn 14,6%*
        # Words that say of whom a label is make it another: *hộ nghèo dân tộc thiểu số 9,5%*.
        known = Cover(
            [
                *((one.start, one.end) for one in self.terms if _says_when_or_where(one)),
                *((one.start, one.end) for one in self.times),
                *((one.start, one.end) for one in self.places),
            ]
        )
        behind = Stretch(figure.noun_end if figure.unit else figure.end, figure.scope.right.end)
        stretches = opening, Stretch(label.end, figure.start), behind
        said = any(self.words.subject_in(self.text, one, known) for one in stretches)
        return None if said else figure

    def _is_headed(self, label: Label, figure: Figure) -> bool:
        """Whether words before the clause of a label say that it is of some, or of another matter.

        *Vốn cho vay: hộ nghèo 45%*; *trong tổng số lớp, trực tuyến chiếm 35%*. The name of a
        section says neither: *Về xã hội: hộ nghèo 3,1%*.
        """
        text, words = self.text, self.words
        colons = [one for one in self.structure.boundaries if one.mark == ":"]
        heads = [Stretch(0, one.start) for one in colons if one.start <= label.start][:1]
        if any(
            one.kind != figure.kind
            for head in heads
            for one in self.figures_in(Stretch(head.end, label.start), figure.bracket)
        ):
            heads = []  # *Tin vui: đã xóa 2.364 nhà tạm; hộ nghèo còn 5,6%*
        plain = [
            one
            for one in (*figure.scope.prior, *heads)
            if one.end <= label.start and not self.figures_in(one, figure.bracket)
        ]
        places = [(one.start, one.end) for one in self.places[:1]]
        known = Cover([*places, *((one.start, one.end) for one in self.times)])
        return any(
            words.subject_in(text, one, known) and not words.section_name.fullmatch(text, *one)
            for one in plain
        )

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
        """Where words say nothing of what is counted: terms, places, times and numbers.

        What bounds a number is part of it: *at least 25%*.
        """
        times = ((one.start, one.end) for one in self.times)
        figures = ((self._bound_of(one), one.end) for one in self.figures)
        return Cover([*self.named.stretches, *times, *figures])

    def _bound_of(self, figure: Figure) -> int:
        """Where a number begins with its bound."""
        if getattr(figure.fact.value, "comparator", "=") == "=":
            return figure.start
        bound = self.words.bound.match(self.text, 0, figure.start)
        return int(bound.start()) if bound is not None else figure.start

    def _of_provinces(self, terms: Sequence[TermMention]) -> Iterator[TermMention]:
        """Terms, those whose topic the nation has too only where the text gives them to a province.

        *GDP của Lào Cai tăng 9,4%* is its gross product, and so is what the sentence tells of GDP
        per head then; *GDP tăng 6,4%* is nobody's here.
        """
        said = False
        for term in terms:
            local = _OF_PROVINCES.get(term.sets.get("topic", ""))
            if local is None:
                yield term
                continue
            said = said or self._is_of_a_province(term)
            sets = {**term.sets, "topic": local}
            if not said:
                del sets["topic"]
            if sets:
                yield term._replace(sets=sets)

    def _is_of_a_province(self, term: TermMention) -> bool:
        """Whether a province stands in a term, right before it as its owner, or right behind."""
        text, words = self.text, self.words
        if words.province_inside.search(text, term.start, term.end) is not None:
            return True
        if any(
            term.start < one.start < term.end
            or words.up_to_owned.fullmatch(text, one.end, term.start)
            or words.up_to_owner.fullmatch(text, term.end, one.start)
            for one in self.places
        ):
            return True
        return (
            words.owned_by_province.match(text, term.end) is not None
            or words.province_owns.match(text, 0, term.start) is not None
        )

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
        return self.words.subject_in(
            self.text, self._before_bound(left), self.named | self._asides(left, scope.bracket)
        )

    def _asides(self, left: Stretch, bracket: Stretch | None) -> Cover:
        """What is told beside other numbers before one: their brackets, and who set an aim.

        *Revenue reached 104% of the estimate assigned by the City Council (4 billion VND) and …*.
        """
        inside = [
            one for one in self.structure.brackets if one != bracket and left.holds(one.start)
        ]
        givers = self.words.giver.finditer(self.text, *left) if "given_by" in self.lists else ()
        return Cover([*((one.start, one.end) for one in inside), *(one.span() for one in givers)])

    def _before_bound(self, left: Stretch) -> Stretch:
        """The words before a number without those of its bound: *poverty rate: below 2%*.

        Behind a comma they may say by how much: *…, exceeding 3 trillion*.
        """
        colon = self.text[: left.start].rstrip().endswith(":")
        return self.without_bound(left) if colon else left

    def without_bound(self, left: Stretch) -> Stretch:
        """The words before a number without those of its bound: *strive for at least 8 cells*."""
        said = self.text[left.start : left.end].split()
        for many in range(min(_BOUND_WORDS, len(said)), 0, -1):
            bound = " ".join(said[-many:]).casefold()
            if bound in self.words.bounds:
                start = self.text.casefold().rfind(said[-many].casefold(), left.start, left.end)
                return Stretch(left.start, start)
        return left

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

    def is_of_its_own(self, figure: Figure) -> bool:
        """Whether the clause of a number may name what it is of, in words that no card knows."""
        left = figure.scope.left
        left = Stretch(min(max(left.start, self.opening_of_aspect), left.end), left.end)
        before = self.figures[figure.index - 1] if figure.index else None
        if before is not None and before.unit and self.words.nouns[before.unit].persons:
            # *117 members: 16 women*
            left = Stretch(max(left.start, min(before.noun_end, left.end)), left.end)
        return self.names_subject(left) or self.names_subject(figure.behind_noun)

    @cached_property
    def opening_of_aspect(self) -> int:
        """Where the words end that only tell how a group is taken apart: *Về trình độ: …*."""
        aspect = self.words.aspect.match(self.text)
        return int(aspect.end()) if aspect is not None else 0

    def opening(self, marks: str) -> Stretch | None:
        """The words of the sentence up to its first boundary, if that is such a mark.

        Only where no number stands before it. Commas may stand in it: *Số người được bầu, chỉ
        định: 36*.
        """
        others = (one for one in self.structure.boundaries if one.mark in marks or one.mark != ",")
        first = next(others, None)
        if first is None or first.mark not in marks:
            return None
        clear = not self.figures or self.figures[0].start >= first.end
        return Stretch(0, first.end) if clear else None

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

        The next may stand in a bracket. A count says nothing behind it either, where it has no
        noun: *district councils 386 and commune councils 3,412*.
        """
        right = figure.scope.right
        bare = figure.kind == "percentage" or (figure.kind == "count" and not figure.unit)
        opening = self.text[right.end : right.end + 1] == "("
        if not bare or not self.begins_number(right.end + opening):
            return False
        return self.words.and_first.match(self.text, right.start + 1, right.end) is not None

    def up_to_next(self, figure: Figure) -> Stretch | None:
        """The words behind a number up to the *and* before what labels the next.

        *Inspected 14 organizations and district commissions 97*.
        """
        right = figure.scope.right
        if figure.kind != "count" or not self.begins_number(right.end):
            return None
        # A share of it may stand in a bracket: *by 1,214 (31.1%) and in villages by 5,110*.
        following = self.figures[bisect_left(self._figures_at, right.end)]
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

    def walk(
        self, scope: Scope, *, earlier: bool, outside: bool = True
    ) -> Iterator[TermMention | Figure]:
        """Terms leftwards from a number, and each number that is passed.

        First its clause, then its segment, then, if ``earlier``, the segments before, and, if
        ``outside``, the words before its bracket.
        """
        stretches = [scope.left, *scope.prior, *(scope.earlier if earlier else ())]
        levels = [scope.bracket] * len(stretches)
        if scope.bracket is not None and outside:
            stretches += self.outside(scope)
            levels += [self.parent(scope)]
        for stretch, level in zip(stretches, levels, strict=True):
            terms = self.cues(stretch, level)
            numbers = list(self.figures_in(stretch, level))
            for term in reversed(terms):
                while numbers and numbers[-1].start > term.start:
                    yield numbers.pop()
                yield term
            yield from reversed(numbers)

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


def _says_when_or_where(term: TermMention) -> bool:
    """Whether a term says nothing of who or what a number is of, but perhaps at which level."""
    return term.sets.keys() <= {"level", "role", "change", "basis"}


#: A bound has so many words at most: *không thấp hơn*.
_BOUND_WORDS = 4
OF_PARTS = frozenset({"of_which", "parts"})
#: What the words for people, bodies and places state.
_NOUNS = frozenset({"population", "attribute", "body", "level", "topic"})
#: What parts two numbers.
_MARK = regex.compile(r"[,;:]")
#: What parts a number from a noun behind it.
_PARTING = frozenset(",;:.()")
_COMMA = regex.compile(r"\s*,")
#: So many characters before a number hold a conjunction.
_SHORT = 24
