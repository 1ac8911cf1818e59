"""Observations: what a number is about, and the words that say so.

Only sentences that hold a number are looked at. A dimension comes from the words nearest to
the number that speak of it (`scope`), never from a guess; what the report does not state
stays empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from pipeline.link.indicators import IndicatorFinder
from pipeline.link.pairs import Pairing, pair
from pipeline.link.reading import QUANTITIES, Cue, Dimensions, Reading
from pipeline.link.scope import Scope, Stretch
from pipeline.link.terms import TermMatcher, TermMention
from pipeline.link.time import Times
from pipeline.model import Basis, Document, Evidence, Fact, Observation, Percentage
from pipeline.rulebook import Rulebook

__all__ = ["QUANTITIES", "Linker"]


class Linker:
    """Links facts to what they are about; built once from a rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.indicators = IndicatorFinder(rulebook)
        self.times = {
            code: Times(rules.language.card) for code, rules in rulebook.languages.items()
        }

    @cached_property
    def matchers(self) -> dict[str, TermMatcher]:
        """A matcher for each language."""
        return {code: TermMatcher(self.rulebook, code) for code in self.rulebook.languages}

    def __call__(self, document: Document, facts: Sequence[Fact]) -> tuple[Observation, ...]:
        """The facts of a document with their dimensions, in the same order."""
        observations: list[Observation] = []
        for sentence_facts in _by_sentence(facts):
            observations.extend(self._sentence(document, sentence_facts))
        return tuple(observations)

    def _sentence(self, document: Document, facts: list[Fact]) -> Iterator[Observation]:
        if not any(fact.kind in QUANTITIES for fact in facts):
            yield from (_bare(document, fact) for fact in facts)
            return
        reading = Reading(self.matchers[document.language], facts)
        sentence = _Gatherer(self, document, reading)
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

    def __init__(self, linker: Linker, document: Document, reading: Reading) -> None:
        self.linker = linker
        self.document = document
        self.reading = reading
        self.structure = reading.structure
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
        own = self._own(fact, scope)
        for dimension in ("attribute", "population", "topic"):
            found.take(dimension, self.reading.first(dimension, own, scope.bracket))
        # What a percentage is of stands behind it: *bằng 115,3% dự toán*.
        behind = [(scope.right, False), (scope.beyond, False), (scope.left, True)]
        found.take("basis", self.reading.first("basis", behind, scope.bracket))
        for dimension in ("level", "body"):
            found.take(dimension, self._place(dimension, fact, scope, own))
        partner = self.reading.dimensions.get(pairing.partner or "")
        if partner is not None:
            found.inherit(partner, _SHARED)
        else:
            self._inherit_clauses(fact, scope, found)
        found.take("change", self._change(fact, scope))
        found.take("role", self._role(fact, scope, found))
        if partner is not None:
            found.inherit(partner, ("change", "role") if not pairing.target else ("change",))

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
        own: Sequence[tuple[Stretch, bool]],
    ) -> Cue | None:
        """The level or body of a number.

        A body before a count is who acts (*the Provincial Party Committee proposed 6 groups of
        solutions*), not what is counted: only a bare level before it counts.
        """
        if fact.kind == "multiple" and self._many(dimension, scope):
            return None
        if fact.kind in ("percentage", "multiple"):
            return self.reading.first(dimension, own, scope.bracket)
        if fact.kind not in ("count", "ratio"):
            return None
        ahead = [(scope.right, False), (scope.beyond, False)]
        cue = self.reading.first(dimension, ahead, scope.bracket)
        if cue is None and dimension == "level":
            bare = [
                term
                for term in self.reading.cues(scope.left, scope.bracket, backwards=True)
                if term.sets.keys() == {"level"}
            ]
            return Cue(bare[0].sets["level"], bare[0].start, bare[0].end) if bare else None
        return cue

    def _many(self, dimension: str, scope: Scope) -> bool:
        """Whether the words before a number name several levels or bodies for it."""
        values = {
            term.sets[dimension]
            for stretch in (scope.left, *scope.prior, *scope.earlier)
            for term in self.reading.cues(stretch, scope.bracket, backwards=True)
            if dimension in term.sets
        }
        return len(values) > 1

    def _inherit_clauses(self, fact: Fact, scope: Scope, found: Dimensions) -> None:
        """What the clause leaves out comes from the clauses before it in its segment."""
        prior = [(one, True) for one in scope.prior]
        earlier = [(one, True) for one in scope.earlier]
        if fact.kind == "multiple":
            found.take("topic", self.reading.first("topic", [*prior, *earlier], scope.bracket))
            return
        has = found.found.keys()
        listed = fact.kind == "percentage"
        if listed and not has & {"attribute", "population"}:
            found.take("attribute", self.reading.first("attribute", prior, scope.bracket))
        if listed and not has & {"attribute", "population", "body", "level"}:
            found.take("population", self.reading.first("population", prior, scope.bracket))
        if listed:
            for dimension in ("body", "level"):
                found.take(dimension, self.reading.first(dimension, prior, scope.bracket))
        outside = self._outside(scope)
        found.take("topic", self.reading.first("topic", [*prior, *earlier], scope.bracket))
        if scope.bracket is not None:
            found.take("topic", self.reading.first("topic", outside, self._parent(scope)))

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
        norm = getattr(fact.value, "comparator", "=") in (">=", "<=")
        own = self._nearest_role(scope._replace(earlier=()), norm=norm)
        if own is not None:
            return own
        parallel = self._parallel(fact, scope, found)
        if parallel is not None:
            return parallel
        ahead = self.reading.first("role", [(scope.right, False)], scope.bracket)
        if ahead is not None and ahead.value in ("target", "plan"):
            return ahead
        return self._nearest_role(scope, norm=norm)

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
                return None
            if item.sets.get("basis") == "share" and own:
                return None
        return None

    # ── the result ────────────────────────────────────────────────────────────────────

    def observation(self, fact: Fact) -> Observation:
        """A number with everything that was found of it."""
        scope = self.reading.scopes[fact.id]
        found = self.reading.dimensions[fact.id]
        pairing = self.pairings[fact.id]
        times = self.linker.times[self.document.language]
        times.fill(self.reading, fact, scope, found, pairing)
        indicator = self.linker.indicators.find(self.reading, fact, scope, found, pairing)
        found.take("indicator", indicator)
        equals = any(
            term.id == "basis_equals"
            for term in self.reading.cues(scope.left, scope.bracket, backwards=True)
        )
        basis = _basis(fact, found, pairing, equals=equals)
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
            province=self.document.province,
            province_set=self.document.province_set,
            share_of=pairing.partner if pairing.share else None,
            target_of=pairing.partner if pairing.target else None,
            evidence=tuple(self._evidence(found.cues)),
            **fields,
        )

    def _evidence(self, cues: Mapping[str, Cue]) -> Iterator[Evidence]:
        for dimension, cue in cues.items():
            if cue.end > cue.start:
                yield Evidence(
                    dimension=dimension,
                    text=self.reading.text[cue.start : cue.end],
                    start=self.reading.offset + cue.start,
                    end=self.reading.offset + cue.end,
                )


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


def _basis(
    fact: Fact, found: Dimensions, pairing: Pairing, *, equals: bool
) -> Basis | None:
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
