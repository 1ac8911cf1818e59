"""Observations: what a number is about, and the words that say so.

Only sentences that hold a number are looked at. A dimension comes from the words nearest to
the number that speak of it (`scope`), never from a guess; what the report does not state
stays empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from pipeline.link.cells import Headers
from pipeline.link.indicators import IndicatorFinder
from pipeline.link.lists import Lists
from pipeline.link.pairs import Pairing, pair
from pipeline.link.reading import QUANTITIES, Cue, Dimensions, Reading
from pipeline.link.scope import Scope, Stretch
from pipeline.link.terms import TermMatcher, TermMention
from pipeline.link.time import Times
from pipeline.link.words import ClauseWords
from pipeline.model import Basis, Date, Document, Evidence, Fact, Observation, Percentage, Role
from pipeline.places import Gazetteer
from pipeline.rulebook import Rulebook

__all__ = ["QUANTITIES", "Linker"]


class Linker:
    """Links facts to what they are about; built once from a rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.indicators = IndicatorFinder(rulebook)
        self.gazetteer = Gazetteer(rulebook)
        self.times = {
            code: Times(rules.language.card) for code, rules in rulebook.languages.items()
        }
        self.words = {
            code: ClauseWords(rules.language.card) for code, rules in rulebook.languages.items()
        }

    @cached_property
    def matchers(self) -> dict[str, TermMatcher]:
        """A matcher for each language."""
        return {code: TermMatcher(self.rulebook, code) for code in self.rulebook.languages}

    def __call__(self, document: Document, facts: Sequence[Fact]) -> tuple[Observation, ...]:
        """The facts of a document with their dimensions, in the same order."""
        observations: list[Observation] = []
        lists = Lists(document, self.matchers[document.language])
        for sentence_facts in _by_sentence(facts):
            role = lists.role_of(sentence_facts[0].passage)
            headers = self._headers(document, sentence_facts[0], facts)
            observations.extend(self._sentence(document, sentence_facts, role, headers))
        return tuple(observations)

    def _headers(self, document: Document, fact: Fact, facts: Sequence[Fact]) -> Headers | None:
        passage = document.passages[fact.passage]
        if not passage.headers:
            return None
        return Headers.of(document, passage, self.matchers[document.language], facts)

    def _sentence(
        self, document: Document, facts: list[Fact], role: Role | None, headers: Headers | None
    ) -> Iterator[Observation]:
        if not any(fact.kind in QUANTITIES for fact in facts):
            yield from (_bare(document, fact) for fact in facts)
            return
        places = list(self.gazetteer(document.text, facts[0].sentence_start, facts[0].sentence_end))
        reading = Reading(self.matchers[document.language], facts, places)
        sentence = _Gatherer(self, document, reading, role, headers)
        for fact in facts:
            if fact.kind in QUANTITIES:
                yield sentence.observation(fact)
            else:
                yield _bare(document, fact)


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
    return Observation(fact=fact, province=document.province, province_set=document.province_set)


class _Gatherer:
    """Gathers the dimensions of every number of one sentence, from left to right."""

    def __init__(
        self,
        linker: Linker,
        document: Document,
        reading: Reading,
        list_role: Role | None,
        headers: Headers | None,
    ) -> None:
        self.linker = linker
        self.document = document
        self.reading = reading
        self.structure = reading.structure
        self.list_role = list_role
        self.headers = headers
        self.pairings: dict[str, Pairing] = {}
        for fact in reading.quantities:
            self._gather(fact)

    # ── one number ────────────────────────────────────────────────────────────────────

    def _gather(self, fact: Fact) -> None:
        scope = self.reading.scopes[fact.id]
        found = Dimensions()
        self.reading.dimensions[fact.id] = found
        pairing = pair(self.reading, fact, scope)
        self.pairings[fact.id] = pairing
        if scope.bracket is not None and pairing.partner is None:
            scope = self._around_bracket(fact, scope)
        own = self._own(fact, scope)
        self._subject(fact, scope, found, own)
        # What a percentage is of stands behind it: *bằng 115,3% dự toán*.
        behind = [(scope.right, False), (scope.beyond, False), (scope.left, True)]
        found.take("basis", self.reading.first("basis", behind, scope.bracket))
        if pairing.of_plan:
            found.found.setdefault("basis", "of_plan")
        partner = self.reading.dimensions.get(pairing.partner or "")
        if partner is None:
            self._inherit_topic(scope, found)
        for dimension in ("level", "body"):
            found.take(dimension, self._place(dimension, fact, scope, found, own))
        if partner is not None:
            found.inherit(partner, _SHARED)
            found.counted = found.counted or partner.counted
        else:
            self._inherit_clauses(fact, scope, found)
        self._continue_list(fact, scope, found)
        self._from_headers(found)
        found.take("change", self._change(fact, scope))
        found.take("role", self._role(fact, scope, found))
        if partner is not None:
            found.inherit(partner, ("change", "role") if not pairing.target else ("change",))

    def _around_bracket(self, fact: Fact, scope: Scope) -> Scope:
        """The scope of a number that alone fills a bracket: the words before the bracket.

        *Tỷ lệ hộ nghèo năm 2022 còn cao (37,08%)*.
        """
        bracket = scope.bracket
        assert bracket is not None
        inside = self.reading.text[bracket.start : bracket.end].strip(" ~<>=≈")
        if inside != fact.text:
            return scope
        measured = [self.reading.stretch(one) for one in self.reading.quantities if one != fact]
        opening = bracket.start - 1
        outside = self.structure.scope(opening, opening + 1, measured)
        self.reading.scopes[fact.id] = outside
        return outside

    def _subject(
        self, fact: Fact, scope: Scope, found: Dimensions, own: Sequence[tuple[Stretch, bool]]
    ) -> None:
        """Attribute, population and topic from the number's own clause.

        The verb before a count says what was done with it (*rotated 58 cadres and appointed
        143*), and an attribute before a percentage is what it measures, whatever group it is
        taken of (*xuất sắc không quá 20% số hoàn thành tốt*).
        """
        if fact.kind in ("money", "quantity"):
            found.take("topic", self.reading.first("topic", own, scope.bracket))
            return
        left = [(scope.left, True), (scope.right, False), (scope.beyond, False)]
        attribute = left if fact.kind == "percentage" else own
        topic = left if fact.kind in ("count", "ratio") else own
        found.take("attribute", self.reading.first("attribute", attribute, scope.bracket))
        found.take("population", self.reading.first("population", own, scope.bracket))
        found.take("topic", self.reading.first("topic", topic, scope.bracket))

    def _own(self, fact: Fact, scope: Scope) -> list[tuple[Stretch, bool]]:
        """The stretches of the number's own clause, in the order in which it is read."""
        right = [(scope.right, False), (scope.beyond, False)]
        if _opens(fact, self.reading.text, scope):
            return [*right, (scope.left, True)]
        return [(scope.left, True), *right]

    def _place(
        self,
        dimension: str,
        fact: Fact,
        scope: Scope,
        found: Dimensions,
        own: Sequence[tuple[Stretch, bool]],
    ) -> Cue | None:
        """The level or body of a number.

        A body before a count is who acts (*the Provincial Party Committee proposed 6 groups of
        solutions*), not what is counted, unless it has what is counted (*the committee has 12
        women*) or its acts are what is counted (inspections). A body that is counted itself
        states no body.
        """
        if fact.kind == "multiple" and self._many(dimension, scope):
            return None
        if fact.kind in ("percentage", "multiple"):
            cue = self.reading.first(dimension, own, scope.bracket)
            if dimension == "body" and cue is not None and cue.value in _UNITS:
                found.counted, cue = cue.value, None
            return cue
        if fact.kind not in ("count", "ratio"):
            return None
        ahead = [(scope.right, False), (scope.beyond, False)]
        cue = self.reading.first(dimension, ahead, scope.bracket)
        people = found.found.keys() & {"attribute", "population"}
        if dimension == "body" and cue is not None and not people:
            found.counted, cue = cue.value, None
        if cue is None and ((people and self._has(fact, scope)) or self._acts(found)):
            before = [(scope.left, True)]
            if self._acts(found):
                # Who acts is the subject, which stands first: what was inspected before this
                # number is a body too.
                before = [(one, False) for one in (*reversed(scope.prior), scope.left)]
            cue = self._first_uncounted(dimension, before, scope)
        if cue is None and dimension == "level":
            cue = self._counted_level(fact)
        if cue is None and dimension == "level":
            bare = [
                term
                for term in self.reading.cues(scope.left, scope.bracket, backwards=True)
                if term.sets.keys() == {"level"}
            ]
            return Cue(bare[0].sets["level"], bare[0].start, bare[0].end) if bare else None
        return cue

    def _first_uncounted(
        self, dimension: str, stretches: Sequence[tuple[Stretch, bool]], scope: Scope
    ) -> Cue | None:
        """The first term that states a dimension and is not itself what a number counts."""
        counted = [one.right for key, one in self.reading.scopes.items()]
        for stretch, backwards in stretches:
            for term in self.reading.cues(stretch, scope.bracket, backwards=backwards):
                inside = any(one.holds(term.start) for one in counted)
                if dimension in term.sets and not inside:
                    return Cue(term.sets[dimension], term.start, term.end)
        return None

    def _has(self, fact: Fact, scope: Scope) -> bool:
        """Whether the words right before a count say that somebody has it."""
        words = self.linker.words[self.document.language]
        before = self.reading.text[scope.left.start : scope.left.end]
        return words.having.search(before) is not None

    @staticmethod
    def _acts(found: Dimensions) -> bool:
        """Whether a count is of acts of a body, so that who acts belongs to it."""
        return found.found.get("topic") in _ACTS

    def _counted_level(self, fact: Fact) -> Cue | None:
        """The level of the localities that a number counts: *175 xã*."""
        unit = getattr(fact.value, "unit", None)
        if not unit:
            return None
        level = self.linker.words[self.document.language].level_of(unit)
        end = fact.end - self.reading.offset
        return Cue(level, end, end) if level else None

    def _many(self, dimension: str, scope: Scope) -> bool:
        """Whether the words before a number name several levels or bodies for it."""
        values = {
            term.sets[dimension]
            for stretch in (scope.left, *scope.prior, *scope.earlier)
            for term in self.reading.cues(stretch, scope.bracket, backwards=True)
            if dimension in term.sets
        }
        return len(values) > 1

    def _from_headers(self, found: Dimensions) -> None:
        """What a cell leaves unsaid, from its row and column headers."""
        if self.headers is None:
            return
        offset = self.reading.offset
        for term in self.headers.terms:
            for dimension, value in term.sets.items():
                found.take(dimension, Cue(value, term.start - offset, term.end - offset))
        for time in self.headers.times:
            found.take("period", Cue(str(time.value), time.start - offset, time.end - offset))

    def _continue_list(self, fact: Fact, scope: Scope, found: Dimensions) -> None:
        """A number that goes on with the list of the one before it.

        *Kỷ luật 29 tổ chức đảng: khiển trách 26, cảnh cáo 3*; *tỷ lệ nữ cao như Bắc Giang:
        15,09%; Lào Cai: 15,69%*.
        """
        index = self.reading.place_of[fact.id]
        if not index:
            return
        before = self.reading.dimensions[self.reading.quantities[index - 1].id]
        if fact.kind == "count":
            attribute = found.found.get("attribute", "")
            whole = attribute.startswith(("disc_", "grade_")) and "population" not in found.found
            if whole and found.counted is None:
                found.inherit(before, ("population",))
                found.counted = before.counted
            return
        same = self.reading.quantities[index - 1].kind == fact.kind == "percentage"
        segment = self.structure.segment_of(fact.start - self.reading.offset)
        placed = any(segment.holds(place.start) for place in self.reading.places)
        silent = not any(
            segment.holds(term.start) and (term.sets.keys() - {"basis"} or term.id == "basis_share")
            for term in self.reading.terms
        )
        if same and placed and silent and not self._named(scope):
            found.inherit(before, _SHARED)
            found.topic_is_own = before.topic_is_own

    def _inherit_topic(self, scope: Scope, found: Dimensions) -> None:
        """The topic of the clauses before, of the sentence, of the words before a bracket."""
        prior = [(one, True) for one in scope.prior]
        earlier = [(one, True) for one in scope.earlier]
        if "topic" not in found.found and self._own_subject(scope):
            # *GRDP tăng 8%, dịch vụ tăng 9%*: services are not GRDP.
            prior = [one for one in prior if not self._measures(one[0], scope)]
            earlier = [one for one in earlier if not self._measures(one[0], scope)]
        found.take("topic", self.reading.first("topic", prior, scope.bracket))
        if "topic" not in found.found:
            earlier = [one for one in earlier if not self._measures(one[0], scope)]
            found.take("topic", self.reading.first("topic", earlier, scope.bracket))
            found.topic_is_own = False
        if scope.bracket is not None:
            outside = self._outside(scope)
            found.take("topic", self.reading.first("topic", outside, self._parent(scope)))

    def _measures(self, stretch: Stretch, scope: Scope) -> bool:
        """Whether a stretch holds a topic that is a measure of its own, such as GRDP."""
        return any(
            term.sets.get("topic") in _MEASURES
            for term in self.reading.cues(stretch, scope.bracket, backwards=False)
        )

    def _own_subject(self, scope: Scope) -> bool:
        """Whether the words before a number in its clause name a subject that no term knows."""
        return self.linker.words[self.document.language].subject_in(
            self.reading.text, scope.left, self.reading.terms, self.reading.places
        )

    def _inherit_clauses(self, fact: Fact, scope: Scope, found: Dimensions) -> None:
        """What the clause of a percentage leaves out comes from the clauses before it.

        A clause that names its indicator outright leaves nothing out.
        """
        if fact.kind != "percentage":
            return
        prior = [(one, True) for one in scope.prior]
        has = found.found.keys()
        if self._named(scope):
            found.take("population", self._of_group(fact, scope))
            return
        if not has & {"attribute", "population"}:
            found.take("attribute", self.reading.first("attribute", prior, scope.bracket))
        if not has & {"attribute", "population", "body", "level"}:
            found.take("population", self.reading.first("population", prior, scope.bracket))
        if "population" not in has:
            found.take("population", self._of_group(fact, scope))
        for dimension in ("body", "level"):
            found.take(dimension, self.reading.first(dimension, prior, scope.bracket))
        alone = "attribute" in has and not has & {"population", "body", "level"}
        if alone and not found.topic_is_own:
            # A segment that names only an attribute goes on with the body before it:
            # *cấp ủy cấp xã có 214 cán bộ trẻ; nữ chiếm 24%*.
            before = [(one, True) for one in scope.earlier[:1]]
            for dimension in ("body", "level"):
                found.take(dimension, self.reading.first(dimension, before, scope.bracket))

    def _named(self, scope: Scope) -> bool:
        """Whether the clause of a number names an indicator outright."""
        return any(
            stretch.holds(name.start)
            for name in self.reading.names
            for stretch in (scope.left, scope.right)
        )

    def _of_group(self, fact: Fact, scope: Scope) -> Cue | None:
        """The group that a share is taken of, where the clause before it names one.

        *Among the cadres managed by …, 44.6% meet …*; *1,643 new members, of whom women
        account for 47%*.
        """
        clause = scope.prior[:1]
        if clause and not self.reading.numbers_in(clause[0], scope.bracket):
            return self.reading.first("population", [(clause[0], True)], scope.bracket)
        words = self.linker.words[self.document.language]
        segment = self.structure.segment_of(fact.start - self.reading.offset)
        before = self.reading.text[segment.start : fact.start - self.reading.offset]
        if words.of_which.search(before) is None:
            return None
        prior = [(one, True) for one in scope.prior]
        return self.reading.first("population", prior, scope.bracket)

    def _outside(self, scope: Scope) -> list[tuple[Stretch, bool]]:
        """The words before the bracket of a number, nearest first."""
        if scope.bracket is None:
            return []
        start = scope.bracket.start - 1
        return [(Stretch(self.structure.segment_of(start).start, start), True)]

    def _parent(self, scope: Scope) -> Stretch | None:
        return self.structure.bracket_of(scope.bracket.start - 1) if scope.bracket else None

    # ── role and change ───────────────────────────────────────────────────────────────

    def _walk(self, scope: Scope) -> Iterator[tuple[str, TermMention | Fact]]:
        """Terms and numbers leftwards from a number: its clause, segment, then before."""
        stretches = [scope.left, *scope.prior, *scope.earlier]
        levels = [scope.bracket] * len(stretches)
        if scope.bracket is not None:
            stretches += [one for one, _ in self._outside(scope)]
            levels += [self._parent(scope)]
        for stretch, level in zip(stretches, levels, strict=True):
            items: list[tuple[int, str, TermMention | Fact]] = [
                (term.start, "term", term)
                for term in self.reading.cues(stretch, level, backwards=True)
            ]
            items += [
                (fact.start - self.reading.offset, "number", fact)
                for fact in self.reading.numbers_in(stretch, level)
            ]
            for _, kind, item in sorted(items, key=lambda one: -one[0]):
                yield kind, item

    def _role(self, fact: Fact, scope: Scope, found: Dimensions) -> Cue | None:
        """The role that the nearest words before a number give it.

        A closed bound (*đạt từ 25% trở lên*) is never a result: there the verb of a result
        says nothing against the norm that the sentence opens with.
        """
        if self._from_to(fact) == "first":
            start = self.reading.stretch(fact).start
            return Cue("previous", start, start)
        norm = getattr(fact.value, "comparator", "=") in (">=", "<=")
        own = self._nearest_role(scope._replace(earlier=()), norm=norm)
        if own is not None and not (self.list_role and own.value == "actual"):
            return own
        parallel = self._parallel(fact, scope, found)
        if parallel is not None:
            return parallel
        ahead = None
        if fact.kind not in ("count", "ratio"):
            ahead = self.reading.first("role", [(scope.right, False)], scope.bracket)
        if ahead is not None and ahead.value in ("target", "plan"):
            return ahead
        found_role = self._nearest_role(scope, norm=norm) or self._deadline(fact)
        if self.list_role is not None and (found_role is None or found_role.value == "actual"):
            start = self.reading.stretch(fact).start
            return Cue(self.list_role, start, start)
        if found_role is None and norm and fact.kind == "percentage":
            start = self.reading.stretch(fact).start
            return Cue("requirement", start, start)
        return found_role

    def _deadline(self, fact: Fact) -> Cue | None:
        """A number for a year's end that is still to come when the report is dated."""
        issued = self.document.issued
        for time in self.reading.facts:
            value = time.value
            if not isinstance(value, Date) or not (value.date or "").endswith("-12-31"):
                continue
            ahead = time.start < fact.start and self.structure.visible(
                time.start - self.reading.offset, self.reading.scopes[fact.id].bracket
            )
            if ahead and issued is not None and (value.date or "") > issued:
                return Cue("target", *self.reading.stretch(time))
        return None

    def _nearest_role(self, scope: Scope, *, norm: bool) -> Cue | None:
        weak: Cue | None = None
        crossed = closed = False
        for kind, item in self._walk(scope):
            if kind == "number":
                crossed = True
                continue
            assert isinstance(item, TermMention)
            role = item.sets.get("role")
            if role is None or (norm and role == "actual"):
                continue
            cue = Cue(role, item.start, item.end)
            if "topic" in item.sets and role == "plan":
                # A planned composition stays one through its whole list: *quy hoạch … có tỷ
                # lệ nữ đạt 20%, cán bộ trẻ chiếm 11%*.
                return cue
            if role == "actual":
                weak = weak or cue
                closed = closed or crossed
            elif not closed and not (crossed and (weak is not None or role == "previous")):
                return cue
            else:
                closed = True
        return weak

    def _parallel(self, fact: Fact, scope: Scope, found: Dimensions) -> Cue | None:
        """The role of the number before it in the sentence that is of the same topic."""
        topic = found.found.get("topic")
        if topic is None or scope.bracket is not None:
            return None
        for other in reversed(self.reading.quantities):
            dimensions = self.reading.dimensions.get(other.id)
            if other.start >= fact.start or dimensions is None:
                continue
            outside = self.reading.scopes[other.id].bracket is None
            if outside and dimensions.found.get("topic") == topic:
                role = dimensions.cues.get("role")
                return role if role is not None else None
        return None

    def _change(self, fact: Fact, scope: Scope) -> Cue | None:
        """The verb of change that governs a number, also one that governs a whole list."""
        if self._from_to(fact) is not None:
            return None
        ahead = self.reading.cues(scope.right, scope.bracket, backwards=False)
        directly = scope.right.start + 1
        if ahead and "change" in ahead[0].sets and ahead[0].start - directly <= 1:
            # *a 20.5% rise in construction*
            return Cue(ahead[0].sets["change"], ahead[0].start, ahead[0].end)
        own = True
        for kind, item in self._walk(scope._replace(earlier=())):
            if kind == "number":
                own = False
                continue
            assert isinstance(item, TermMention)
            change = item.sets.get("change")
            if change is not None:
                return Cue(change, item.start, item.end)
            if item.id.startswith(_LEVEL_WORDS) or item.sets.get("role") == "actual":
                break
            if item.id in ("basis_share", "basis_equals") and own:
                break
        return self._change_behind(fact, scope)

    def _change_behind(self, fact: Fact, scope: Scope) -> Cue | None:
        """The verb behind a list of counts: *642 civil servants and 3,105 others were reduced*."""
        if fact.kind not in ("count", "ratio") or scope.bracket is not None:
            return None
        words = self.linker.words[self.document.language]
        segment = self.structure.segment_of(fact.start - self.reading.offset)
        rest = Stretch(fact.end - self.reading.offset, segment.end)
        for term in self.reading.cues(rest, None, backwards=False):
            change = term.sets.get("change")
            if change is None:
                if "role" in term.sets or "topic" in term.sets:
                    return None
                continue
            before = self.reading.text[rest.start : term.start]
            passive = words.passive.search(before) is not None
            return Cue(change, term.start, term.end) if passive else None
        return None

    def _from_to(self, fact: Fact) -> str | None:
        """Whether a number is the first or the last of *from 3.2% to 2.37%*: both are levels."""
        words = self.linker.words[self.document.language]
        numbers = self.reading.quantities
        index = self.reading.place_of[fact.id]
        start, end = self.reading.stretch(fact)
        after = numbers[index + 1] if index + 1 < len(numbers) else None
        before = numbers[index - 1] if index else None
        if after is not None and words.start_of_range.search(self.reading.text, 0, start):
            between = self.reading.text[end : after.start - self.reading.offset]
            if words.end_of_range.search(between) and after.kind == fact.kind:
                return "first"
        if before is not None and before.kind == fact.kind:
            first = self.reading.stretch(before)
            if words.start_of_range.search(self.reading.text, 0, first.start):
                between = self.reading.text[first.end : start]
                return "last" if words.end_of_range.search(between) else None
        return None

    # ── the result ────────────────────────────────────────────────────────────────────

    def observation(self, fact: Fact) -> Observation:
        """A number with everything that was found of it."""
        scope = self.reading.scopes[fact.id]
        found = self.reading.dimensions[fact.id]
        pairing = self.pairings[fact.id]
        times = self.linker.times[self.document.language]
        times.fill(self.reading, fact, scope, found, pairing)
        equals = any(
            term.id == "basis_equals"
            for term in self.reading.cues(scope.left, scope.bracket, backwards=True)
        )
        basis = _basis(fact, found, pairing, equals=equals)
        if basis is not None:
            found.found["basis"] = basis
        if basis == "growth":
            found.found.setdefault("change", "increase")
        indicator = self.linker.indicators.find(
            self.reading,
            fact,
            scope,
            found,
            pairing,
            stands_alone=self._own_subject(scope),
        )
        found.take("indicator", indicator or self._header_name(fact, found))
        if "change" not in found.found and basis not in ("of_base", "growth"):
            found.drop("base_period")
        if found.found.keys() & {"indicator", "level", "body", "population", "attribute", "change"}:
            found.found.setdefault("role", "actual")
        fields: dict[str, Any] = {
            name: value for name, value in found.found.items() if name != "basis"
        }
        if basis is not None and isinstance(fact.value, Percentage) and fact.value.basis is None:
            fact = fact.model_copy(update={"value": fact.value.model_copy(update={"basis": basis})})
        return Observation(
            fact=fact,
            province=self._province(fact, scope),
            province_set=self.document.province_set,
            share_of=pairing.partner if pairing.share else None,
            target_of=pairing.partner if pairing.target else None,
            evidence=tuple(self._evidence(found.cues)),
            **fields,
        )

    def _header_name(self, fact: Fact, found: Dimensions) -> Cue | None:
        """The indicator that a header of the cell names."""
        offset = self.reading.offset
        for name in self.headers.names if self.headers else ():
            card = self.linker.rulebook.indicator_by_id[name.indicator]
            conditions = card.when.stated().items()
            if fact.kind in card.kinds and all(found.states(*one) for one in conditions):
                return Cue(card.id, name.start - offset, name.end - offset)
        return None

    def _province(self, fact: Fact, scope: Scope) -> str | None:
        """The province of a number: that of its clause, where it names another one.

        *Quảng Ngãi (11,51%), Hải Phòng (11,2%)* in a report of neither.
        """
        near = [scope.left, *(one for one, _ in self._outside(scope))]
        for stretch in near:
            named = [one for one in self.reading.places if stretch.holds(one.start)]
            if named:
                return named[-1].slug
        return self.document.province

    def _evidence(self, cues: Mapping[str, Cue]) -> Iterator[Evidence]:
        for dimension, cue in cues.items():
            if cue.end > cue.start:
                yield Evidence(
                    dimension=dimension,
                    text=self.document.text[
                        self.reading.offset + cue.start : self.reading.offset + cue.end
                    ],
                    start=self.reading.offset + cue.start,
                    end=self.reading.offset + cue.end,
                )


#: Topics whose counts are acts of a body: who acts belongs to the number.
_ACTS = frozenset({"inspection", "supervision", "violation_signs", "discipline"})
#: Bodies that are counted or served, and state nothing of a share's members.
_UNITS = frozenset(
    {"public_service_unit", "focal_point", "admin_unit", "one_stop_shop", "department", "division"}
)
#: Topics that are measures: a clause with another subject is not about them.
_MEASURES = frozenset({"grdp", "grdp_per_capita", "budget_revenue", "budget_expenditure"})
#: What two numbers of one statement share.
_SHARED = ("attribute", "population", "level", "body", "topic")
#: Terms that say a number is a level reached, not the size of a change.
_LEVEL_WORDS = ("shield_to_a_level", "shield_up_down")


def _opens(fact: Fact, text: str, scope: Scope) -> bool:
    """Whether the words after a number say what it is about, as in *887 civil servants*."""
    if fact.kind in ("count", "ratio"):
        return True
    if fact.kind != "percentage":
        return False
    after = text[scope.right.start + 1 : scope.right.end].lstrip()
    return after.startswith("of ") or (bool(after) and after[0].isalpha() and _is_subject(after))


_NOT_SUBJECT = (
    "so với",
    "kế hoạch",
    "dự toán",
    "chỉ tiêu",
    "cùng kỳ",
    "trở lên",
    "trở xuống",
    "tổng",
    "trong",
    "và",
    "compared",
    "or ",
    "and ",
    "in ",
    "by ",
    "over ",
    "to ",
    "from ",
    "as ",
    "at ",
    "on ",
    "for ",
    "higher",
    "lower",
    "while",
    "with",
    "but",
    "than",
    "which",
    "thì",
    "của",
    "vào",
    "tại",
    "năm",
    "là",
)


def _is_subject(after: str) -> bool:
    return not after.casefold().startswith(_NOT_SUBJECT)


def _basis(fact: Fact, found: Dimensions, pairing: Pairing, *, equals: bool) -> Basis | None:
    if fact.kind != "percentage":
        return None
    basis = found.found.get("basis")
    if pairing.share:
        return "share"
    if basis == "of_plan":
        return "of_plan"
    if basis == "of_base":
        return "of_base"
    if found.found.get("change"):
        return "growth"
    if basis == "growth":
        return "of_base" if equals else "growth"
    return "share" if basis == "share" or found.found.get("attribute") else None
