"""What a number's own clause leaves unsaid and the words around it say.

Reports name once what a run of numbers is of: in the label or the opening words of a sentence,
in the whole that a list takes apart, in the sentence before. Nothing is taken over a word that
says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from pipeline.link.aims import Aims
from pipeline.link.echoed import Row, last_rows
from pipeline.link.figures import Cue, Dimensions, Figure
from pipeline.link.grades import rated_in
from pipeline.link.groups import (
    MAKING,
    OF,
    are_any_cadres,
    as_labelled,
    as_members,
    as_of_the_first,
    as_parallel,
    as_part,
    as_some_of_them,
    as_staff_labelled,
)
from pipeline.link.levels import (
    at_a_level,
    congress_among,
    congress_named,
    level_around,
    level_of_congress,
)
from pipeline.link.measures import Measure, last_measures
from pipeline.link.placing import ACTS
from pipeline.link.reading import OF_PARTS, Reading
from pipeline.link.scope import Cover, Stretch
from pipeline.link.terms import Said, TermMention
from pipeline.link.tiers import (
    as_at_another_level,
    as_broken_down,
    as_in_another_body,
    as_of_all,
    as_of_its_own_group,
    as_same_part_at_another_level,
)
from pipeline.link.words import ClauseWords
from pipeline.model import Observation

__all__ = ["Context"]

_GROUP = (*OF, "topic")
#: Bodies that a report names in full once and in short after that; committees and organizations
#: of the Party are spoken of in general.
_SEATED = frozenset({"executive_committee", "standing_committee", "inspection_commission"})
_COMMITTEE = "party_committee"
#: Bodies that a congress elects.
_ELECTED = frozenset({*_SEATED, _COMMITTEE})
#: What calls members of any committee.
_IN_GENERAL = frozenset({_COMMITTEE, "committee_member"})
#: Wholes below this are too common to tell the same localities by.
_FEW = 5
#: Topics of those in one post, of whom each place has one.
_OF_ONE_POST = "secretary_"
#: So many characters at most stand between two sentences that follow each other.
_GAP = 5


class Context(NamedTuple):
    """What the sentences of a passage have said so far.

    ``group`` are the people or bodies that the sentence before counted, ``end`` is where it
    ends; ``listed`` says that the group is what a list takes apart. ``levels`` are those of
    bodies that were named with one, ``wholes`` those of the localities that ratios are of.
    ``is_local`` says that it spoke of a place below the province, ``place`` is the province that
    it was about, ``told`` are its numbers by indicator, ``scored`` is the only one that it named,
    ``last`` is what its last number of each kind measures, ``rows`` are the parts that it told,
    ``rated`` those of whom it said that they were graded, ``aims`` what it aimed at. Cues are
    offsets in the document.
    """

    group: Dimensions | None = None
    end: int = 0
    passage: int = -1
    is_local: bool = False
    levels: Mapping[str, Cue] = {}
    wholes: Mapping[Decimal, Cue] = {}
    place: str | None = None
    told: Mapping[str, tuple[Observation, ...]] = {}
    listed: bool = False
    scored: str | None = None
    aims: Aims | None = None
    last: Mapping[str, Measure | None] = {}
    rows: Mapping[str, Row] = {}
    rated: Dimensions | None = None

    def within(self, passage: int, start: int, led: Context | None) -> Context:
        """The context of the first sentence of another passage, which begins at ``start``.

        It is of another group, unless what it is ``led`` by takes one apart.
        """
        aims = self.aims._replace(apart=True) if self.aims is not None else None
        rows = self.rows if passage == self.passage + 1 else {}
        if led is None:
            # A ranking goes on over the short paragraphs of the press.
            scored = self.scored if passage == self.passage + 1 else None
            near = passage == self.passage + 1 and start - self.end <= _GAP
            last = self.last if near else {}
            return Context(
                passage=passage,
                end=start if near else 0,
                scored=scored,
                aims=aims,
                last=last,
                rows=rows,
            )
        return Context(
            led.group, start, passage, is_local=led.is_local, listed=True, aims=aims, rows=rows
        )

    def complete(self, reading: Reading, figure: Figure, words: ClauseWords) -> None:
        """Give a number what its surroundings say of it."""
        found = figure.dimensions
        if figure.pairing.partner is None and figure.kind in ("count", "ratio", "percentage"):
            as_some_of_them(reading, figure, words)
            if found.counted is None and not found.found.keys() & set(OF):
                as_part(reading, figure, words)
            at_a_level(reading, figure, words)
            as_at_another_level(reading, figure, words)
            as_in_another_body(reading, figure, words)
            as_broken_down(reading, figure, words)
            as_same_part_at_another_level(reading, figure, words)
            as_staff_labelled(reading, figure)
            as_labelled(reading, figure)
            as_of_the_first(reading, figure, words)
            as_parallel(reading, figure, words)
            as_members(reading, figure, words)
            self._as_before(reading, figure, words)
            if "level" not in found.found:
                level = level_around(reading, figure, words)
                found.take("level", level or self._level(reading, figure))
            as_of_its_own_group(reading, figure, words)
            as_of_all(reading, figure, words)

    def _as_before(self, reading: Reading, figure: Figure, words: ClauseWords) -> None:
        """The group of the sentence before, for a share that names none: *women make up 53%*.

        A word that no card knows may be a group of its own (*lao động nữ chiếm 8%*): nothing is
        taken over it.
        """
        found = figure.dimensions
        if self.group is None or "attribute" not in found.found or found.counted is not None:
            return
        of_cadres = are_any_cadres(found) and self._is_of_members()
        if any(not self._may_be_of(one) for name in OF for one in reading.stated.get(name, ())):
            return
        if not of_cadres and found.found.keys() & set(OF):
            return
        normed = getattr(figure.fact.value, "comparator", "=") in (">=", "<=")
        if not self.follows(reading) or normed or reading.places:
            return
        asides = [(one.start, one.end) for one in reading.structure.brackets]
        counted = ((one.end, one.noun_end) for one in reading.figures)
        ages = _ages_before(reading, figure)
        known = reading.known | Cover([*counted, *asides, *ages])
        behind = Stretch(reading.opening_of_aspect, figure.start)
        ahead = words.subject_in(reading.text, behind, known)
        # *Cán bộ trẻ dưới 42 tuổi*: an age only says which of them.
        own = reading.names_subject(figure.behind_noun) if ages else reading.is_of_its_own(figure)
        if not ahead and not own:
            if of_cadres:
                found.drop("population")
            _take_over(found, self.group, -reading.offset)

    def _is_of_members(self) -> bool:
        """Whether the group of the sentence before are members of a body, or on a plan of them."""
        return self.group is not None and self.group.found.get("body") in _ELECTED

    def _may_be_of(self, term: TermMention) -> bool:
        """Whether a term that names people only says which of the members before: *young cadres*.

        *Quy hoạch ban chấp hành: 562 đồng chí. Nữ 24,9%; cán bộ trẻ 19,2%*.
        """
        any_cadres = term.sets.get("population") == "cadres" and "attribute" in term.sets
        return any_cadres and self._is_of_members()

    def _level(self, reading: Reading, figure: Figure) -> Cue | None:
        """The level of a body that was named with it before, or of the same localities."""
        body = figure.dimensions.found.get("body")
        if body in _ELECTED and (congress := level_of_congress(reading, figure)) is not None:
            return congress
        known = self.levels.get(body) if body is not None else None
        whole = _whole(figure) if _leaves_open(reading, figure) else None
        if body is None and whole is not None:
            for other in reversed(reading.figures[: figure.index]):
                if _whole(other) == whole and "level" in other.dimensions.cues:
                    return other.dimensions.cues["level"]
            known = self.wholes.get(whole)
        if known is None:
            return None
        return known._replace(start=known.start - reading.offset, end=known.end - reading.offset)

    def follows(self, reading: Reading) -> bool:
        """Whether a sentence stands right behind the one before."""
        return 0 <= reading.offset - self.end <= _GAP

    def after(
        self,
        reading: Reading,
        *,
        is_local: bool,
        place: str | None,
        told: Mapping[str, tuple[Observation, ...]],
        aims: Aims | None,
    ) -> Context:
        """The context of the next sentence; what this one was about is given."""
        offset = reading.offset
        levels = {
            term.sets["body"]: Cue(term.sets["level"], term.start + offset, term.end + offset)
            for term in reading.stated.get("body", ())
            if "level" in term.sets and term.sets["body"] in _SEATED
        }
        levels = {**_elected_at(congress_named(reading), offset), **levels}
        wholes = {}
        for figure in reading.figures:
            whole, cue = _whole(figure), figure.dimensions.cues.get("level")
            if whole is not None and cue is not None:
                wholes[whole] = Cue(cue.value, cue.start + offset, cue.end + offset)
        named = {one.indicator for one in reading.names} | told.keys()
        return self._replace(
            group=self._group_after(reading),
            end=offset + len(reading.text),
            is_local=is_local,
            place=place,
            told=told,
            scored=next(iter(named)) if len(named) == 1 else None,
            aims=aims,
            last=last_measures(reading),
            rows=last_rows(reading),
            rated=rated_in(reading),
            levels={**self.levels, **levels} if levels else self.levels,
            wholes={**self.wholes, **wholes} if wholes else self.wholes,
        )

    def asks_congress(self, reading: Reading) -> bool:
        """Whether the level of a committee in a sentence may be that of congresses before."""
        bodies = reading.stated.get("body", ())
        return any(one.sets["body"] in _ELECTED for one in bodies) and not any(
            "level" in one.sets for one in bodies
        )

    def behind(self, said: Said, start: int) -> Context:
        """The context behind a sentence without numbers, with what it says from ``start`` on."""
        named = {one.indicator for one in said.names}
        scored = next(iter(named)) if len(named) == 1 else None
        elected = _elected_at(congress_among(said.terms), start)
        levels = {**self.levels, **elected} if elected else self.levels
        return self._replace(scored=scored, levels=levels)

    def _group_after(self, reading: Reading) -> Dimensions | None:
        """The last people or bodies that a sentence counted as a whole."""
        for figure in reversed(reading.figures):
            found = figure.dimensions
            aside = reading.structure.bracket_of(figure.start) is not None
            whole = figure.kind == "count" and not aside
            acts = found.found.get("topic") in ACTS
            people = bool(figure.unit) and reading.words.counts_people(figure.unit or "")
            made = people and found.found.get("topic") in MAKING
            named = found.found.keys() & {*OF[:2]} or made
            part = _is_of_a_list(reading, figure)
            if whole and "attribute" not in found.found and named and not acts and not part:
                group = Dimensions(counted=found.counted)
                _take_over(group, found, reading.offset)
                return group
        counts = any(
            one.kind == "count" and one.dimensions.found and "attribute" not in one.dimensions.found
            for one in reading.figures
        )
        stands = self.group is not None and not counts and _is_of_same(reading, self.group)
        return self.group if stands and reading.offset - self.end <= _GAP else None


def _elected_at(congress: TermMention | None, offset: int) -> dict[str, Cue]:
    """The level of the bodies that congresses elected, which a sentence at an offset names."""
    if congress is None:
        return {}
    at = Cue(congress.sets["level"], congress.start + offset, congress.end + offset)
    return dict.fromkeys(_ELECTED, at)


def _is_of_a_list(reading: Reading, figure: Figure) -> bool:
    """Whether a number is one of those that a list takes another apart into.

    *4.228 người, gồm 2.141 cán bộ và 2.087 công chức*: what follows is said of all of them.
    """
    if reading.lists.isdisjoint(OF_PARTS):
        return False
    start = figure.scope.segment.start
    splits = [
        one.start() for one in reading.words.parts.finditer(reading.text, start, figure.start)
    ]
    wholes = reading.figures_in(Stretch(start, splits[-1]), figure.bracket) if splits else []
    return any(one.kind == "count" and one.dimensions.found.keys() & {*OF} for one in wholes)


def _ages_before(reading: Reading, figure: Figure) -> list[tuple[int, int]]:
    """The ages that stand in a sentence before a number."""
    return [
        (one.start - reading.offset, one.end - reading.offset)
        for one in reading.facts
        if one.value.kind == "age_band" and one.end - reading.offset <= figure.start
    ]


def _is_of_same(reading: Reading, group: Dimensions) -> bool:
    """Whether a sentence names no group, or only calls the one before by a shorter name.

    *The committees have 2,310 members. Women hold 24%. Committee members under 40 hold 31%*.
    """
    named = [one for name in OF for one in reading.stated.get(name, ())]
    return all(
        one.sets.get("body", _COMMITTEE) in _IN_GENERAL
        and one.sets.get("population", "committee_member") in _IN_GENERAL
        and one.sets.get("level", group.found.get("level")) == group.found.get("level")
        for one in named
    ) and (not named or group.found.get("body") in {*_SEATED, _COMMITTEE})


def _leaves_open(reading: Reading, figure: Figure) -> bool:
    """Whether the noun of a number, if it has one, may stand for localities.

    *94/99 communes …; 71/99 secretaries are from elsewhere*: one of each place.
    """
    if not reading.has_noun(figure) or not figure.unit:
        return True
    of_a_post = figure.dimensions.found.get("topic", "").startswith(_OF_ONE_POST)
    return of_a_post or reading.words.nouns[figure.unit].general


def _whole(figure: Figure) -> Decimal | None:
    """What a ratio is of, where few other things are as many."""
    whole = figure.total
    return whole if whole is not None and whole >= _FEW else None


def _take_over(found: Dimensions, other: Dimensions, shift: int) -> None:
    """Take whom a number is of from another place of the document."""
    for name in _GROUP:
        if name == "topic" and other.found.get("topic") not in MAKING:
            continue  # What was done with a group is not said of its parts.
        if name in other.found and name not in found.found:
            found.found[name] = other.found[name]
            cue = other.cues.get(name)
            if cue is not None:
                found.cues[name] = cue._replace(start=cue.start + shift, end=cue.end + shift)
    found.counted = found.counted or other.counted
