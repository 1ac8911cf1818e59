"""Whom a number is of by what its sentence says of the others: a label, a whole, a list."""

from __future__ import annotations

from pipeline.link.figures import Cue, Dimensions, Figure
from pipeline.link.members import PARTY
from pipeline.link.reading import OF_PARTS, Reading
from pipeline.link.scope import Cover, Stretch
from pipeline.link.words import ClauseWords
from pipeline.model import Count

__all__ = [
    "MAKING",
    "OF",
    "are_any_cadres",
    "as_labelled",
    "as_members",
    "as_of_the_first",
    "as_parallel",
    "as_part",
    "as_some_of_them",
    "as_staff_labelled",
]

#: Topics that make a group: whoever was admitted, or stands on a plan.
MAKING = frozenset({"admission", "planning"})
#: What says whom a number is of.
OF = ("population", "body", "level")
#: Those who work for a province or a commune.
_STAFF = frozenset(
    {"part_time_workers", "civil_servants", "public_employees", "cadres_civil_public"}
)


def as_part(reading: Reading, figure: Figure, words: ClauseWords) -> None:
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
    if any(one.sets.keys() & set(OF) for one in reading.cues(figure.scope.left, None)):
        return
    if whole.scope.segment != figure.scope.segment and _has_left(reading, whole, figure):
        return
    if not _is_no_more(figure, whole):
        return
    alike = not reading.has_noun(figure) or _same_noun(figure, whole)
    if alike or "attribute" in figure.dimensions.found:
        figure.dimensions.inherit(whole.dimensions, OF)


def as_some_of_them(reading: Reading, figure: Figure, words: ClauseWords) -> None:
    """Whom the number before counts, for one that only says which of them.

    *Ban Thường vụ Tỉnh ủy có 15 đồng chí, nữ 2 đồng chí (13,3%)*.
    """
    found = figure.dimensions
    told = found.found.keys() & set(OF) - {"level"}
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
            alone = alone and not reading.is_of_its_own(figure) and attribute.start > one.end
            places = any(one.end <= place.start < figure.start for place in reading.places)
            level = found.found.get("level", one.dimensions.found.get("level"))
            alike = level == one.dimensions.found.get("level", level)
            if people and alone and alike and not places and _is_no_more(figure, one):
                found.inherit(one.dimensions, OF)
            return


def _is_no_more(part: Figure, whole: Figure) -> bool:
    """Whether a count is no larger than another; what is no count is."""
    one, two = part.fact.value, whole.fact.value
    if not isinstance(one, Count) or not isinstance(two, Count):
        return True
    return one.number is None or two.number is None or one.number <= two.number


def _has_left(reading: Reading, whole: Figure, figure: Figure) -> bool:
    """Whether a list of parts is over where a number of a later segment stands.

    *…, gồm 33 đồng chí tái cử; hội nghị cũng điều động 18 đồng chí* tells of others, and so does
    *2.268 thủ tục, gồm 1.833 cấp tỉnh và 134 cấp xã; trong đó …*, which may be of either.
    """
    topic = figure.dimensions.cues.get("topic")
    acts = topic is not None and topic.start >= figure.scope.segment.start
    start = whole.scope.segment.start
    second = reading.figures_in(Stretch(start, whole.start), None)
    return bool(second) or acts or reading.is_of_its_own(figure)


def as_labelled(reading: Reading, figure: Figure) -> None:
    """What the label of a sentence says, for a number that its own words say nothing of.

    *Cơ cấu Ban Chấp hành: nữ 08 đồng chí, trẻ 05 đồng chí*; without a part of it the body is
    itself what is counted: *đơn vị sự nghiệp: còn 802, vượt mục tiêu giảm 10%*.
    """
    found, label = figure.dimensions, reading.opening(":")
    part = "attribute" in found.found
    own = set(OF) - ({"population"} if part and are_any_cadres(found) else set())
    if label is None or found.counted is not None:
        return
    told = own & found.found.keys()
    if told and not (told == {"level"} and _is_within(found, "level", label)):
        return  # *Cán bộ, công chức cấp xã: giảm 388*: the level is the label's.
    people = (figure.unit or "").casefold() in reading.words.person_nouns
    if (reading.has_noun(figure) and not part and not people) or reading.is_of_its_own(figure):
        return
    since = Stretch(max(label.end, figure.scope.segment.start), figure.start)
    if any(one.sets.keys() & own for one in reading.cues(since, None)):
        return  # *Trình độ công chức cấp tỉnh: …; cấp huyện: thạc sĩ 188 người*
    for name in OF:
        cue = reading.first(name, [(label, True)], None)
        if name == "body" and cue is not None and not part:
            found.counted = cue.value
        else:
            found.take(name, cue)


def _is_within(found: Dimensions, name: str, label: Stretch) -> bool:
    """Whether the words of a label say a dimension of a number."""
    cue = found.cues.get(name)
    return cue is not None and label.start <= cue.start and cue.end <= label.end


def as_staff_labelled(reading: Reading, figure: Figure) -> None:
    """Which staff a label names that a number counts at a level.

    *Part-time workers: at commune level 1,200 people were reduced; in villages 6,800 people*.
    """
    found, label = figure.dimensions, reading.opening(":")
    people = (figure.unit or "").casefold() in reading.words.person_nouns
    if label is None or not people or found.counted is not None:
        return
    if found.found.keys() & {"population", "body", "attribute", "topic"}:
        return
    start = max(label.end, figure.scope.segment.start, reading.opening_of_aspect)
    before = reading.last_before(figure.start)
    if before is not None and before.bracket is None:
        start = max(start, min(before.noun_end, figure.start))
    said, own = reading.cues(label, None), reading.cues(Stretch(start, figure.start), None)
    own += reading.cues(figure.scope.right, figure.bracket)
    alone = all(one.sets.keys() <= {"level", "change", "role"} for one in own)
    if not alone or not any("level" in one.sets for one in own):
        return
    if len(said) != 1 or said[0].sets.keys() != {"population"} or reading.names_subject(label):
        return
    if said[0].sets["population"] in _STAFF and not reading.is_of_its_own(figure):
        found.take("population", reading.first("population", [(label, True)], None))


def are_any_cadres(found: Dimensions) -> bool:
    """Whether one word says that people are a part, and cadres: *young cadres 26%*."""
    people, part = found.cues.get("population"), found.cues.get("attribute")
    if people is None or part is None or people.value != "cadres":
        return False
    return (people.start, people.end) == (part.start, part.end)


def _same_noun(figure: Figure, other: Figure) -> bool:
    """Whether two numbers count the same: *51 đồng chí, gồm 33 đồng chí tái cử*."""
    if not figure.unit or not other.unit:
        return False
    one, two = sorted((figure.unit, other.unit), key=len)
    return two.startswith(one) or two.endswith(f" {one}")


def as_of_the_first(reading: Reading, figure: Figure, words: ClauseWords) -> None:
    """The people that a sentence opens with, whom its shares are of.

    *Of the 6,927 cadres at commune level, 95.8% hold a degree, 83.1% …*; its counts too, where
    they can be some of those.
    """
    first = reading.figures[0]
    if figure is first or first.kind != "count":
        return
    if figure.kind == "ratio" and figure.total != first.number:
        return  # *Of the 112 secretaries, 97/112 are from elsewhere*
    if words.of_opening.match(reading.text, 0, first.start) is None:
        return
    if figure.kind == "count" and not _is_some_of_the_first(reading, figure, words):
        return
    between = [one for one in reading.stated.get("population", ()) if one.start > first.end + 60]
    if between or "attribute" not in figure.dimensions.found or reading.is_of_its_own(figure):
        return
    figure.dimensions.inherit(first.dimensions, OF)


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
    others = [one for one in reading.cues(since, None) if one.sets.keys() & {*OF, "topic"}]
    if others or any(since.holds(one.start) for one in reading.places):
        return False
    counted = ((one.start, one.noun_end) for one in reading.figures)
    between = Stretch(since.start, figure.start)
    if words.subject_in(reading.text, between, reading.known | Cover(counted)):
        return False  # *…; of teachers, 57 are women*
    return _is_no_more(figure, first)


def as_parallel(reading: Reading, figure: Figure, words: ClauseWords) -> None:
    """The group of the share before, for one that names another part of it.

    *Đảng viên là người dân tộc thiểu số chiếm 56,2%, nữ chiếm 34,75%*.
    """
    if not figure.index:
        return
    before, found = reading.figures[figure.index - 1], figure.dimensions
    if figure.kind == "count" and figure.bracket is None:
        before = _beside(reading, figure) or before
    elif before.kind == "count" and before.index and not before.dimensions.found:
        before = reading.figures[before.index - 1]  # *…; cơ cấu 3 độ tuổi: dưới 40 tuổi 18%*
    parts = before.dimensions.found.keys() & found.found.keys() & {"attribute"}
    shares = before.kind == figure.kind == "percentage"
    if not parts or not (shares or _is_next_part(reading, figure, before, words)):
        return
    if found.counted is not None or found.found.keys() & set(OF):
        return
    if before.bracket != figure.bracket:
        return
    between = (before.end, figure.end)
    said = [one for name in OF for one in reading.stated.get(name, ())]
    if any(between[0] <= one.start < between[1] for one in said):
        return
    if not reading.is_of_its_own(figure):
        found.inherit(before.dimensions, OF)
        found.counted = before.dimensions.counted
        if before.dimensions.found.get("topic") in MAKING:
            found.inherit(before.dimensions, ("topic",))


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


def as_members(reading: Reading, figure: Figure, words: ClauseWords) -> None:
    """Members are those of the Party where the sentence speaks of its organizations."""
    found = figure.dimensions
    if figure.kind != "count" or "population" in found.found or not figure.unit:
        return
    party = any(one.sets["body"] in PARTY for one in reading.stated.get("body", ()))
    if not party or words.members.fullmatch(figure.unit) is None:
        return
    # *Set up 3 cooperatives with 150 members*, *340 members of the Youth Union*
    if not reading.is_of_its_own(figure):
        found.take("population", Cue("party_members", figure.start, figure.end))
