"""Role and change: whether a number is a result, a target or a plan, a level or a change."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.link.reading import Cue, Dimensions, Reading
from pipeline.link.scope import Scope, Stretch
from pipeline.link.terms import TermMention
from pipeline.link.words import ClauseWords
from pipeline.model import Date, Fact, Role

__all__ = ["Roles"]

#: Terms that say a number is a level reached, not the size of a change.
_LEVEL_WORDS = ("shield_to_a_level", "shield_up_down")


class Roles:
    """Reads the roles and changes of the numbers of one sentence.

    ``issued`` is the date of the report, ``list_role`` the role that an announced list gives
    to its items.
    """

    def __init__(
        self, reading: Reading, words: ClauseWords, issued: str | None, list_role: Role | None
    ) -> None:
        self.reading = reading
        self.words = words
        self.issued = issued
        self.list_role = list_role
        starts = [reading.stretch(one).start for one in reading.quantities]
        self._range_starts = {
            start for start in starts if words.start_of_range.match(reading.text, 0, start)
        }

    def _walk(self, scope: Scope) -> Iterator[tuple[str, TermMention | Fact]]:
        """Terms and numbers leftwards from a number: its clause, segment, then before."""
        stretches = [scope.left, *scope.prior, *scope.earlier]
        levels = [scope.bracket] * len(stretches)
        if scope.bracket is not None:
            stretches += [one for one, _ in self.reading.outside(scope)]
            levels += [self.reading.parent(scope)]
        for stretch, level in zip(stretches, levels, strict=True):
            terms = self.reading.cues(stretch, level, backwards=True)
            numbers = self.reading.numbers_in(stretch, level)
            if not numbers:
                for term in terms:
                    yield "term", term
                continue
            items: list[tuple[int, str, TermMention | Fact]] = [
                (term.start, "term", term) for term in terms
            ]
            items += [(fact.start - self.reading.offset, "number", fact) for fact in numbers]
            for _, kind, item in sorted(items, key=lambda one: -one[0]):
                yield kind, item

    def role(self, fact: Fact, scope: Scope, found: Dimensions) -> Cue | None:
        """The role that the nearest words before a number give it.

        A closed bound (*đạt từ 25% trở lên*) is never a result: there the verb of a result
        says nothing against the norm that the sentence opens with.
        """
        place = self._from_to(fact)
        start = self.reading.stretch(fact).start
        if place == "first":
            return Cue("previous", start, start)
        aimed = self.words.aimed.search(self.reading.text, max(0, start - 60), start)
        if aimed is not None:
            return Cue("target", aimed.start(), start)
        norm = getattr(fact.value, "comparator", "=") in (">=", "<=")
        own = self._nearest_role(scope._replace(earlier=()), norm=norm)
        if place == "last" and (own is None or own.value == "previous"):
            return Cue("actual", start, start)
        if norm and own is not None and own.value == "requirement":
            return own._replace(value=self._asked())
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
            return Cue(self._asked(), start, start)
        return found_role

    def _deadline(self, fact: Fact) -> Cue | None:
        """A number for a year's end that is still to come when the report is dated."""
        issued = self.issued
        for time in self.reading.facts:
            value = time.value
            if not isinstance(value, Date) or not (value.date or "").endswith("-12-31"):
                continue
            ahead = time.start < fact.start and self.reading.structure.visible(
                time.start - self.reading.offset, self.reading.scopes[fact.id].bracket
            )
            if ahead and issued is not None and (value.date or "") > issued:
                return Cue("target", *self.reading.stretch(time))
        return None

    def _asked(self) -> Role:
        """What is asked for by a year is a target (*at least 25% by 2030*); a norm has none."""
        dated = any(
            self.words.deadline.search(self.reading.text, 0, self.reading.stretch(time).start)
            for time in self.reading.times
            if isinstance(time.value, Date) and _is_of_a_year(time.value)
        )
        return "target" if dated else "requirement"

    def _nearest_role(self, scope: Scope, *, norm: bool) -> Cue | None:
        if "role" not in self.reading.stated:
            return None
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
                return role if role is not None and role.value != "previous" else None
        return None

    def change(self, fact: Fact, scope: Scope) -> Cue | None:
        """The verb of change that governs a number, also one that governs a whole list."""
        if "change" not in self.reading.stated or self._from_to(fact) is not None:
            return None
        if self._is_level_reached(fact):
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

    def _is_level_reached(self, fact: Fact) -> bool:
        """Whether something changed to a number: *increase its income to US$4,000*."""
        start = self.reading.stretch(fact).start
        return (
            self.words.to_a_level.search(self.reading.text, max(0, start - 40), start) is not None
        )

    def _change_behind(self, fact: Fact, scope: Scope) -> Cue | None:
        """The verb behind a list of counts: *642 civil servants and 3,105 others were reduced*."""
        if fact.kind not in ("count", "ratio") or scope.bracket is not None:
            return None
        words = self.words
        segment = self.reading.structure.segment_of(fact.start - self.reading.offset)
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
        if not self._range_starts:
            return None
        words = self.words
        level = self.reading.scopes[fact.id].bracket
        numbers = [
            one
            for one in self.reading.quantities
            if one is fact or self.reading.structure.visible(one.start - self.reading.offset, level)
        ]
        index = next(place for place, one in enumerate(numbers) if one is fact)
        start, end = self.reading.stretch(fact)
        after = numbers[index + 1] if index + 1 < len(numbers) else None
        before = numbers[index - 1] if index else None
        if after is not None and start in self._range_starts:
            between = self.reading.text[end : after.start - self.reading.offset]
            if words.end_of_range.search(between) and after.kind == fact.kind:
                return "first"
        if before is not None and before.kind == fact.kind:
            first = self.reading.stretch(before)
            if first.start in self._range_starts:
                between = self.reading.text[first.end : start]
                return "last" if words.end_of_range.search(between) else None
        return None

    # ── the result ────────────────────────────────────────────────────────────────────


def _is_of_a_year(value: Date) -> bool:
    return value.precision == "year" or (value.date or "").endswith("-12-31")
