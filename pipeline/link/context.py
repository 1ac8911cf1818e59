"""What a number's own clause leaves unsaid and the words around it say.

Reports name once what a run of numbers is of: in the label or the opening words of a sentence,
in the whole that a list takes apart, in the sentence before. Nothing is taken over a word that
says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

import regex

from pipeline.link.placing import ACTS
from pipeline.link.reading import OF_PARTS, Cue, Dimensions, Figure, Reading
from pipeline.link.scope import Cover, Stretch
from pipeline.link.tiers import (
    as_at_another_level,
    as_in_another_body,
    as_of_its_own_group,
    level_going_on,
)
from pipeline.link.words import ClauseWords
from pipeline.model import Count, Observation, Ratio

__all__ = ["Context", "tell_joined", "tell_membership"]

#: What says whom a number is of.
_OF = ("population", "body", "level")
_GROUP = (*_OF, "topic")
#: Bodies that a report names in full once and in short after that; committees and organizations
#: of the Party are spoken of in general.
_SEATED = frozenset({"executive_committee", "standing_committee", "inspection_commission"})
#: Bodies whose members are Party members.
_PARTY = frozenset({"party_organization", "grassroots_party_org", "party_cell"})
#: What is said of the stock of members.
_STOCK = {"topic": "membership", "population": "party_members", "change": None}
#: The Party organization of no province has fewer members; that of a commune or an agency has.
_PROVINCE = 10_000
#: Wholes below this are too common to tell the same localities by.
_FEW = 5
#: The words that label a number, after another item of its list.
_LABEL = regex.compile(r"(?:^|[,;.)]|\s)\s*(\p{L}[\p{L}\p{M}]*(?:\s\p{L}[\p{L}\p{M}]*)?)\s*:\s*$")
#: So many characters before a number hold the word that joins it.
_JOINT = 24
#: So many characters at most stand between two sentences that follow each other.
_GAP = 5


class Context(NamedTuple):
    """What the sentences of a passage have said so far.

    ``group`` are the people or bodies that the sentence before counted, ``end`` is where it
    ends. ``levels`` are those of bodies that were named with one, ``wholes`` those of the
    localities that ratios are of. ``is_local`` says that it spoke of a place below the province,
    ``place`` is the province that it was about, ``told`` are its numbers by indicator. Cues are
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

    def within(self, passage: int) -> Context:
        """The context of a sentence of a passage: another passage is of another group."""
        return self if passage == self.passage else Context(passage=passage)

    def complete(self, reading: Reading, figure: Figure, words: ClauseWords) -> None:
        """Give a number what its surroundings say of it."""
        found = figure.dimensions
        if figure.pairing.partner is None and figure.kind in ("count", "ratio", "percentage"):
            _as_some_of_them(reading, figure, words)
            if found.counted is None and not found.found.keys() & set(_OF):
                _as_part(reading, figure, words)
            _at_a_level(reading, figure, words)
            as_at_another_level(reading, figure, words)
            as_in_another_body(reading, figure, words)
            _as_labelled(reading, figure)
            _as_of_the_first(reading, figure, words)
            _as_parallel(reading, figure, words)
            _as_members(reading, figure, words)
            self._as_before(reading, figure, words)
            if "level" not in found.found:
                level = _of_same_words(reading, found) or _frame(reading, figure, words)
                level = level or _framed(reading, figure, words)
                level = level or level_going_on(reading, figure, words)
                level = level or _of_units_before(reading, figure, words)
                found.take("level", level or self._level(reading, figure))
            as_of_its_own_group(reading, figure, words)

    def _as_before(self, reading: Reading, figure: Figure, words: ClauseWords) -> None:
        """The group of the sentence before, for a share that names none: *women make up 53%*.

        A word that no card knows may be a group of its own (*lao động nữ chiếm 8%*): nothing is
        taken over it.
        """
        found = figure.dimensions
        if self.group is None or "attribute" not in found.found or found.counted is not None:
            return
        if reading.stated.keys() & set(_OF) or found.found.keys() & set(_OF):
            return
        normed = getattr(figure.fact.value, "comparator", "=") in (">=", "<=")
        if not self.follows(reading) or normed or reading.places:
            return
        known = reading.known | Cover((one.end, one.noun_end) for one in reading.figures)
        ahead = words.subject_in(reading.text, Stretch(0, figure.start), known)
        if not ahead and not _is_of_its_own(reading, figure):
            _take_over(found, self.group, -reading.offset)

    def _level(self, reading: Reading, figure: Figure) -> Cue | None:
        """The level of a body that was named with it before, or of the same localities."""
        body = figure.dimensions.found.get("body")
        if body in _SEATED and (congress := _of_congress(reading, figure)) is not None:
            return congress
        known = self.levels.get(body) if body is not None else None
        whole = _whole(figure) if not reading.has_noun(figure) else None
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
    ) -> Context:
        """The context of the next sentence; what this one was about is given."""
        offset = reading.offset
        levels = {
            term.sets["body"]: Cue(term.sets["level"], term.start + offset, term.end + offset)
            for term in reading.stated.get("body", ())
            if "level" in term.sets and term.sets["body"] in _SEATED
        }
        wholes = {}
        for figure in reading.figures:
            whole, cue = _whole(figure), figure.dimensions.cues.get("level")
            if whole is not None and cue is not None:
                wholes[whole] = Cue(cue.value, cue.start + offset, cue.end + offset)
        return self._replace(
            group=self._group_after(reading),
            end=offset + len(reading.text),
            is_local=is_local,
            place=place,
            told=told,
            levels={**self.levels, **levels} if levels else self.levels,
            wholes={**self.wholes, **wholes} if wholes else self.wholes,
        )

    def _group_after(self, reading: Reading) -> Dimensions | None:
        """The last people or bodies that a sentence counted as a whole."""
        for figure in reversed(reading.figures):
            found = figure.dimensions
            whole = figure.kind == "count" and figure.bracket is None
            acts = found.found.get("topic") in ACTS
            named = found.found.keys() & {*_OF[:2]}
            if whole and "attribute" not in found.found and named and not acts:
                group = Dimensions(counted=found.counted)
                _take_over(group, found, reading.offset)
                return group
        counts = any(
            one.kind == "count" and "attribute" not in one.dimensions.found
            for one in reading.figures
        )
        stands = self.group is not None and not counts and not reading.stated.keys() & set(_OF)
        return self.group if stands and reading.offset - self.end <= _GAP else None


def tell_membership(reading: Reading, words: ClauseWords) -> None:
    """Members that an organization has beside the organizations they are in are its stock.

    *The Party organization had 69,312 members in 485 grassroots Party organizations*, and not
    *khen thưởng 12.000 đảng viên và 450 chi bộ*, nor *Đảng bộ tỉnh có 12.000 đảng viên được
    khen thưởng*: what is done with them, or what they do, makes them others.
    """
    counts = [one for one in reading.figures if one.kind == "count"]
    for one in counts:
        topic = one.dimensions.cues.get("topic")
        of = one.dimensions.cues.get("population")
        if topic is None or topic.value != "membership" or topic.end > one.start:
            continue
        if of is None or of.value != "party_members" or of.start < one.end:
            continue
        if reading.names_subject(_behind_people(one, words)):
            one.dimensions.drop("topic")
    for one in counts:
        said = {name: one.dimensions.found.get(name) for name in ("topic", "population", "change")}
        if said == _STOCK and not _is_many_members(one):
            one.dimensions.drop("topic")  # *brings the membership of the cell to 20*
    apart = {"topic", "attribute", "change"}
    stock = [
        one
        for one in counts
        if not one.dimensions.found.keys() & apart
        and one.bracket is None
        and not words.comes_from.match(reading.text, 0, one.start)
    ]
    people = [one for one in stock if _is_many_members(one)]
    bodies = [one for one in stock if one.dimensions.counted in _PARTY]
    if not people or not bodies:
        return
    both = sorted([*people, *bodies], key=lambda one: one.start)
    lefts = [one.scope.left for one in both]
    has = any(words.having.search(reading.text[one.start : one.end]) for one in lefts)
    others = any(reading.names_subject(_behind_people(one, words)) for one in both)
    if has and not others:
        for one in both:
            one.dimensions.found["topic"] = "membership"


def tell_joined(reading: Reading, words: ClauseWords) -> None:
    """What is said behind two joined shares is said of both.

    *85% tổ chức cơ sở đảng và 90% đảng viên hoàn thành tốt nhiệm vụ*: the first names only whom
    it is of.
    """
    for one, two in pairwise(reading.figures):
        if not one.kind == two.kind == "percentage" or one.bracket != two.bracket:
            continue
        low = max(one.end, two.start - _JOINT)
        if words.and_.match(reading.text, low, two.start) is None:
            continue
        said = [term for term in reading.terms if one.end <= term.start < two.start]
        if not said or any(term.sets.keys() - {*_OF, "basis"} for term in said):
            continue
        if reading.names_subject(Stretch(one.end, two.start)):
            continue
        whom = [
            term.end
            for term in reading.cues(two.scope.right, two.bracket)
            if term.sets.keys() <= set(_OF)
        ]
        cues = two.dimensions.cues
        behind = [
            name
            for name in ("attribute", "topic")
            if name in cues and whom and cues[name].start >= whom[0]
        ]
        if behind and not one.dimensions.found.keys() & {"attribute", "topic"}:
            one.dimensions.inherit(two.dimensions, behind)


def _behind_people(figure: Figure, words: ClauseWords) -> Stretch:
    """The words of the clause behind the people that a number counts."""
    people = figure.dimensions.cues.get("population")
    bare = figure.unit is not None and words.members.fullmatch(figure.unit) is not None
    start = figure.noun_end if bare else figure.end
    return Stretch(max(start, people.end if people else start), figure.scope.right.end)


def _is_of_its_own(reading: Reading, figure: Figure) -> bool:
    """Whether the clause of a number may name what it is of, in words that no card knows."""
    left = figure.scope.left
    before = reading.figures[figure.index - 1] if figure.index else None
    if before is not None and before.unit and reading.words.nouns[before.unit].persons:
        # *117 members: 16 women*
        left = Stretch(max(left.start, min(before.noun_end, left.end)), left.end)
    return reading.names_subject(left) or reading.names_subject(_behind_noun(figure))


def _behind_noun(figure: Figure) -> Stretch:
    """The words of the clause behind the noun that a number counts."""
    return Stretch(figure.noun_end, figure.scope.right.end)


def _is_many_members(figure: Figure) -> bool:
    value = figure.fact.value
    number = value.number if isinstance(value, Count) else None
    members = figure.dimensions.found.get("population") == "party_members"
    return members and number is not None and number >= _PROVINCE


def _whole(figure: Figure) -> Decimal | None:
    """What a ratio is of, where few other things are as many."""
    value = figure.fact.value
    whole = value.total if isinstance(value, Ratio) else None
    return whole if whole is not None and whole >= _FEW else None


def _take_over(found: Dimensions, other: Dimensions, shift: int) -> None:
    """Take whom a number is of from another place of the document."""
    for name in _GROUP:
        if name == "topic" and other.found.get("topic") != "admission":
            continue  # What was done with a group is not said of its parts.
        if name in other.found and name not in found.found:
            found.found[name] = other.found[name]
            cue = other.cues.get(name)
            if cue is not None:
                found.cues[name] = cue._replace(start=cue.start + shift, end=cue.end + shift)
    found.counted = found.counted or other.counted


def _as_part(reading: Reading, figure: Figure, words: ClauseWords) -> None:
    """What the whole is of, for a number that a list takes it apart into.

    *Bầu 51 đồng chí vào Ban Chấp hành, gồm 33 đồng chí tái cử và 18 đồng chí tham gia lần đầu*.
    """
    if reading.lists.isdisjoint(OF_PARTS):
        return
    splits = [one.start() for one in words.parts.finditer(reading.text, 0, figure.start)]
    wholes = [
        one
        for one in reading.figures[: figure.index]
        if splits and one.end <= splits[-1] and one.bracket is None
    ]
    if not wholes or wholes[-1].kind != "count" or figure.bracket is not None:
        return
    whole = wholes[-1]
    if any(one.sets.keys() & set(_OF) for one in reading.cues(figure.scope.left, None)):
        return
    if whole.scope.segment != figure.scope.segment and _has_left(reading, whole, figure):
        return
    if not _is_no_more(figure, whole):
        return
    alike = not reading.has_noun(figure) or _same_noun(figure, whole)
    if alike or "attribute" in figure.dimensions.found:
        figure.dimensions.inherit(whole.dimensions, _OF)


def _at_a_level(reading: Reading, figure: Figure, words: ClauseWords) -> None:
    """What a whole is of, for a number that says nothing but at which level it is.

    *609 cán bộ người Khmer; trong đó cấp tỉnh có 151 (15,22%), huyện: 208 (27,3%)*.
    """
    found = figure.dimensions
    if found.counted is not None or found.found.keys() & {"attribute", "population"}:
        return
    before = next(
        (
            one
            for one in reversed(reading.figures[: figure.index])
            if one.pairing.partner is None and one.bracket == figure.bracket
        ),
        None,
    )
    body = found.cues.get("body")
    if body is not None and before is not None and body.start > before.end:
        return  # *…, including 18 women, and 301 to district councils*
    parallel = before is not None and before.kind == figure.kind == "ratio"
    acts = before is not None and before.dimensions.found.get("topic") in ACTS
    whom = {"attribute", "population", *(("topic",) if parallel else ())}
    whom |= set() if acts else {"body"}
    if before is None or not before.dimensions.found.keys() & whom:
        return
    label = _labelling(reading, Stretch(before.end, figure.start), words)
    level = label or found.cues.get("level")
    if level is None or not before.end <= level.start < figure.scope.right.end:
        return
    whole, start = before.dimensions.found.get("level"), before.noun_end
    unit = figure.unit or ""
    if reading.text[level.start : level.end].endswith(unit):
        unit = ""  # *118/172 at commune level*
    if whole in (None, "all") and not (parallel and whole is None and not unit):
        splits = [one.end() for one in words.parts.finditer(reading.text, before.end, figure.start)]
        if not splits and reading.text.startswith(":", before.noun_end):
            splits = [before.noun_end + 1]  # *1,944 members: 78 at provincial level, 402 at …*
        if not splits:
            return
        start = splits[-1]
    elif whole is not None and (whole == level.value or not _is_of_a_level(before)):
        return
    if unit and unit.split()[0].casefold() not in _words(reading, before):
        return
    levels = [level, *([before.dimensions.cues["level"]] if whole is not None else [])]
    known = reading.known | Cover((one.start, one.end) for one in levels)
    aheads = Stretch(start, figure.start), _behind_noun(figure)
    if any(words.subject_in(reading.text, one, known) for one in aheads):
        return
    found.drop("level")
    found.take("level", level)
    found.inherit(before.dimensions, ("attribute", "population", "topic"))
    if not acts:
        found.inherit(before.dimensions, ("body",))


def _as_some_of_them(reading: Reading, figure: Figure, words: ClauseWords) -> None:
    """Whom the number before counts, for one that only says which of them.

    *Ban Thường vụ Tỉnh ủy có 15 đồng chí, nữ 2 đồng chí (13,3%)*.
    """
    found = figure.dimensions
    told = found.found.keys() & set(_OF) - {"level"}
    if found.found.get("population") == "cadres":
        told -= {"population"}  # *13 young cadres* of a committee are its members.
    if found.counted is not None or told or figure.bracket is not None:
        return
    attribute = found.cues.get("attribute")
    if attribute is None or not figure.scope.segment.holds(attribute.start):
        return
    for one in reversed(reading.figures[: figure.index]):
        if one.bracket is not None or one.pairing.partner is not None:
            continue
        if one.scope.segment != figure.scope.segment:
            return
        if "attribute" not in one.dimensions.found:
            people = one.kind == "count" and bool(one.unit) and words.nouns[one.unit or ""].persons
            people = people or (one.kind == "count" and "population" in one.dimensions.found)
            said = {(cue.start, cue.end) for cue in one.dimensions.cues.values()}
            own = [
                term
                for term in reading.terms
                if one.end <= term.start < figure.scope.right.end
                and (term.start, term.end) not in said
            ]
            alone = all(term.sets.keys() <= {"attribute", "basis", "role"} for term in own)
            alone = alone or [term.sets.get("population") for term in own] == ["cadres"]
            alone = alone and not _is_of_its_own(reading, figure) and attribute.start > one.end
            places = any(one.end <= place.start < figure.start for place in reading.places)
            level = found.found.get("level", one.dimensions.found.get("level"))
            alike = level == one.dimensions.found.get("level", level)
            if people and alone and alike and not places and _is_no_more(figure, one):
                found.inherit(one.dimensions, _OF)
            return


def _is_no_more(part: Figure, whole: Figure) -> bool:
    """Whether a count is no larger than another; what is no count is."""
    one, two = part.fact.value, whole.fact.value
    if not isinstance(one, Count) or not isinstance(two, Count):
        return True
    return one.number is None or two.number is None or one.number <= two.number


def _of_congress(reading: Reading, figure: Figure) -> Cue | None:
    """The level of the congresses that elected a committee, where a sentence names no other.

    *Tại đại hội đảng bộ cấp xã, đã bầu 2.574 đồng chí vào ban chấp hành*.
    """
    levels = reading.stated.get("level", ())
    named = [one for one in levels if one.sets.get("body") == "party_congress"]
    if not named or len({one.sets["level"] for one in levels}) > 1 or reading.places:
        return None
    term = named[-1]
    return Cue(term.sets["level"], term.start, term.end) if term.end <= figure.start else None


def _labelling(reading: Reading, between: Stretch, words: ClauseWords) -> Cue | None:
    """The level that the noun alone before a number names: *huyện: 208*."""
    label = _LABEL.search(reading.text, *between)
    if label is None:
        return None
    named = label[1].casefold().split()
    level = words.levels.get(" ".join(named)) or words.levels.get(named[-1])
    return Cue(level, *label.span(1)) if level else None


def _is_of_a_level(figure: Figure) -> bool:
    """Whether a number took what it is of from the words before its level."""
    cues = figure.dimensions.cues
    told = [cues[name].start for name in ("attribute", "population", "body") if name in cues]
    return "level" in cues and bool(told) and max(told) < figure.scope.left.start


def _words(reading: Reading, figure: Figure) -> set[str]:
    """The words up to a number and of its noun, in lower case."""
    return set(reading.text[: figure.noun_end].casefold().split())


def _has_left(reading: Reading, whole: Figure, figure: Figure) -> bool:
    """Whether a list of parts is over where a number of a later segment stands.

    *…, gồm 33 đồng chí tái cử; hội nghị cũng điều động 18 đồng chí* tells of others, and so does
    *2.268 thủ tục, gồm 1.833 cấp tỉnh và 134 cấp xã; trong đó …*, which may be of either.
    """
    topic = figure.dimensions.cues.get("topic")
    acts = topic is not None and topic.start >= figure.scope.segment.start
    start = whole.scope.segment.start
    second = reading.figures_in(Stretch(start, whole.start), None)
    return bool(second) or acts or _is_of_its_own(reading, figure)


def _as_labelled(reading: Reading, figure: Figure) -> None:
    """What the label of a sentence says, for a number that its own words say nothing of.

    *Cơ cấu Ban Chấp hành: nữ 08 đồng chí, trẻ 05 đồng chí*; without a part of it the body is
    itself what is counted: *đơn vị sự nghiệp: còn 802, vượt mục tiêu giảm 10%*.
    """
    found, label = figure.dimensions, _opening(reading, ":")
    if label is None or found.counted is not None or found.found.keys() & set(_OF):
        return
    part = "attribute" in found.found
    if (reading.has_noun(figure) and not part) or _is_of_its_own(reading, figure):
        return
    since = Stretch(max(label.end, figure.scope.segment.start), figure.start)
    if any(one.sets.keys() & set(_OF) for one in reading.cues(since, None)):
        return  # *Trình độ công chức cấp tỉnh: …; cấp huyện: thạc sĩ 188 người*
    for name in _OF:
        cue = reading.first(name, [(label, True)], None)
        if name == "body" and cue is not None and not part:
            found.counted = cue.value
        else:
            found.take(name, cue)


def _same_noun(figure: Figure, other: Figure) -> bool:
    """Whether two numbers count the same: *51 đồng chí, gồm 33 đồng chí tái cử*."""
    if not figure.unit or not other.unit:
        return False
    one, two = sorted((figure.unit, other.unit), key=len)
    return two.startswith(one) or two.endswith(f" {one}")


def _as_of_the_first(reading: Reading, figure: Figure, words: ClauseWords) -> None:
    """The people that a sentence opens with, whom its shares are of.

    *Of the 6,927 cadres at commune level, 95.8% hold a degree, 83.1% …*; its counts too, where
    they can be some of those.
    """
    first = reading.figures[0]
    if figure is first or first.kind != "count" or figure.kind == "ratio":
        return
    if words.of_opening.match(reading.text, 0, first.start) is None:
        return
    if figure.kind == "count" and not _is_some_of_the_first(reading, figure, words):
        return
    between = [one for one in reading.stated.get("population", ()) if one.start > first.end + 60]
    if between or "attribute" not in figure.dimensions.found or _is_of_its_own(reading, figure):
        return
    figure.dimensions.inherit(first.dimensions, _OF)


def _is_some_of_the_first(reading: Reading, figure: Figure, words: ClauseWords) -> bool:
    """Whether a count can be of people that a sentence opens with.

    *Of the 318 members of district committees, 57 are women*; nobody else may be named behind
    the clause of those people, nor may there be more of them.
    """
    first = reading.figures[0]
    if figure.unit and not words.nouns[figure.unit].persons:
        return False
    ends = [one.end for one in reading.structure.boundaries if one.start >= first.end]
    since = Stretch(min(ends, default=first.end), figure.scope.right.end)
    others = [one for one in reading.cues(since, None) if one.sets.keys() & {*_OF, "topic"}]
    if others or any(since.holds(one.start) for one in reading.places):
        return False
    counted = ((one.start, one.noun_end) for one in reading.figures)
    between = Stretch(since.start, figure.start)
    if words.subject_in(reading.text, between, reading.known | Cover(counted)):
        return False  # *…; of teachers, 57 are women*
    return _is_no_more(figure, first)


def _as_parallel(reading: Reading, figure: Figure, words: ClauseWords) -> None:
    """The group of the share before, for one that names another part of it.

    *Đảng viên là người dân tộc thiểu số chiếm 56,2%, nữ chiếm 34,75%*.
    """
    if not figure.index:
        return
    before, found = reading.figures[figure.index - 1], figure.dimensions
    if figure.kind == "count" and figure.bracket is None:
        before = _beside(reading, figure) or before
    parts = before.dimensions.found.keys() & found.found.keys() & {"attribute"}
    shares = before.kind == figure.kind == "percentage"
    if not parts or not (shares or _is_next_part(reading, figure, before, words)):
        return
    if found.counted is not None or found.found.keys() & set(_OF):
        return
    if before.bracket != figure.bracket:
        return
    between = (before.end, figure.end)
    said = [one for name in _OF for one in reading.stated.get(name, ())]
    if any(between[0] <= one.start < between[1] for one in said):
        return
    if not _is_of_its_own(reading, figure):
        found.inherit(before.dimensions, _OF)
        found.counted = before.dimensions.counted


def _beside(reading: Reading, figure: Figure) -> Figure | None:
    """The last number before one that stands in no bracket and is no share of another."""
    for one in reversed(reading.figures[: figure.index]):
        if one.bracket is None and one.pairing.partner is None:
            return one
    return None


def _is_next_part(reading: Reading, figure: Figure, before: Figure, words: ClauseWords) -> bool:
    """Whether a count is of the next part in a list: *322 women and 401 members under 40*."""
    if not figure.kind == before.kind == "count":
        return False
    if figure.unit and not words.nouns[figure.unit].persons:
        return False
    attribute = before.dimensions.cues.get("attribute")
    named = attribute is not None and before.end <= attribute.start
    end = max(before.noun_end, attribute.end if named and attribute is not None else 0)
    return end <= figure.start and words.only_joins(reading.text, end, figure.start)


def _as_members(reading: Reading, figure: Figure, words: ClauseWords) -> None:
    """Members are those of the Party where the sentence speaks of its organizations."""
    found = figure.dimensions
    if figure.kind != "count" or "population" in found.found or not figure.unit:
        return
    party = any(one.sets["body"] in _PARTY for one in reading.stated.get("body", ()))
    if not party or words.members.fullmatch(figure.unit) is None:
        return
    # *Set up 3 cooperatives with 150 members*, *340 members of the Youth Union*
    if not _is_of_its_own(reading, figure):
        found.take("population", Cue("party_members", figure.start, figure.end))


def _of_same_words(reading: Reading, found: Dimensions) -> Cue | None:
    """The level that the words state which say whom a number is of."""
    cues = [found.cues[name] for name in ("population", "body") if name in found.cues]
    for term in reading.stated.get("level", ()) if cues else ():
        if any((term.start, term.end) == (one.start, one.end) for one in cues):
            return Cue(term.sets["level"], term.start, term.end)
    return None


def _of_units_before(reading: Reading, figure: Figure, words: ClauseWords) -> Cue | None:
    """The level of administrative units that a number only calls units.

    *129 commune-level administrative units were merged into 45 units, a reduction of 84 units*.
    """
    found = figure.dimensions
    if figure.kind != "count" or found.found.get("topic") != "admin_units" or not figure.unit:
        return None
    noun = words.nouns[figure.unit]
    if not noun.holds_general or noun.level or "population" in found.found:
        return None
    earlier = reading.figures[: figure.index]
    left = figure.scope.left
    if earlier and left.start > earlier[-1].end + 1 and reading.names_subject(left):
        return None  # *…, khen thưởng 84 đơn vị*
    levels: dict[str, Cue] = {}
    for other in earlier:
        cue = other.dimensions.cues.get("level")
        if other.dimensions.found.get("topic") != "admin_units":
            levels.clear()
        elif cue is not None:
            levels[cue.value] = cue
    if len(levels) != 1:
        return None
    found.counted = found.counted or "admin_unit"
    return next(iter(levels.values()))


def _frame(reading: Reading, figure: Figure, words: ClauseWords) -> Cue | None:
    """The level that a sentence opens with: *at the provincial level, 14 departments remain*."""
    if not reading.terms or reading.terms[0].sets.keys() != {"level"}:
        return None
    term = reading.terms[0]
    opening = _opening(reading, ",:")
    if opening is None or figure.start < opening.end:
        return None
    if reading.text[: term.start].strip() or reading.text[term.end : opening.end].strip(" ,:"):
        return None
    others = [one for one in reading.stated["level"] if one is not term]
    wide = words.wide.search(reading.text, opening.end, figure.start) is not None
    later = figure.scope.segment.start > 0
    if others or (later and (wide or reading.places or figure.kind != "ratio")):
        return None
    return Cue(term.sets["level"], term.start, term.end)


def _framed(reading: Reading, figure: Figure, words: ClauseWords) -> Cue | None:
    """The level that opens the clause before a count: *and at district level, there are 1,210*."""
    clause = next(iter(figure.scope.prior), None)
    if clause is None or figure.kind == "percentage":
        return None
    terms = reading.cues(clause, figure.bracket)
    if not terms or terms[-1].sets.keys() != {"level"}:
        return None
    term = terms[-1]
    if term.sets["level"] not in words.tiers:
        return None  # *Các cơ quan, … tổ chức 83 lớp*
    leads = words.leads_on.match(reading.text, clause.start, term.start) is not None
    ahead = Stretch(clause.start, term.start)
    clear = not reading.figures_in(ahead, figure.bracket) and not reading.names_subject(ahead)
    opens = leads or clear
    ends = not reading.text[term.end : clause.end].strip(" ,:")
    own = any("level" in one.sets for one in reading.cues(figure.scope.right, figure.bracket))
    return Cue(term.sets["level"], term.start, term.end) if opens and ends and not own else None


def _opening(reading: Reading, marks: str) -> Stretch | None:
    """The words of a sentence up to its first boundary, if that is such a mark.

    Only where no number stands before it.
    """
    boundaries = reading.structure.boundaries
    if not boundaries or boundaries[0].mark not in marks:
        return None
    first = boundaries[0]
    clear = not reading.figures or reading.figures[0].start >= first.end
    return Stretch(0, first.end) if clear else None
