"""Members that a Party organization has beside the organizations that they are in."""

from __future__ import annotations

from pipeline.link.figures import Cue, Figure
from pipeline.link.reading import Reading
from pipeline.link.scope import Cover, Stretch
from pipeline.link.words import ClauseWords
from pipeline.model import Count

__all__ = ["is_many_members", "tell_membership"]

#: Bodies whose members are Party members.
PARTY = frozenset({"party_organization", "grassroots_party_org", "party_cell"})
#: What is said of the stock of members.
_STOCK = {"topic": "membership", "population": "party_members", "change": None}
#: The Party organization of no province has fewer members; that of a commune or an agency has.
_PROVINCE = 10_000
#: The term of all members that a share is of.
_ALL = "basis_of_all_members"


def tell_membership(reading: Reading, words: ClauseWords) -> None:
    """Members that an organization has beside the organizations they are in are its stock.

    *The Party organization had 69,312 members in 485 grassroots Party organizations*, and not
    *khen thưởng 12.000 đảng viên và 450 chi bộ*, nor *Đảng bộ tỉnh có 12.000 đảng viên được
    khen thưởng*: what is done with them, or what they do, makes them others.
    """
    counts = [one for one in reading.figures if one.kind == "count"]
    for one in counts:
        _tell_all_of_whom(reading, one, words)
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
        if said == _STOCK and not is_many_members(one):
            one.dimensions.drop("topic")  # *brings the membership of the cell to 20*
    apart = {"topic", "attribute", "change"}
    stock = [
        one
        for one in counts
        if not one.dimensions.found.keys() & apart
        and one.bracket is None
        and not words.comes_from.match(reading.text, 0, one.start)
    ]
    people = [one for one in stock if is_many_members(one)]
    bodies = [one for one in stock if one.dimensions.counted in PARTY]
    if not people or not bodies:
        return
    both = sorted([*people, *bodies], key=lambda one: one.start)
    lefts = [one.scope.left for one in both]
    has = any(words.having.search(reading.text[one.start : one.end]) for one in lefts)
    others = any(reading.names_subject(_behind_people(one, words)) for one in both)
    if has and not others:
        for one in both:
            one.dimensions.found["topic"] = "membership"


def _tell_all_of_whom(reading: Reading, figure: Figure, words: ClauseWords) -> None:
    """The members in a bracket right behind the words for all of them.

    *Đảng viên bị kỷ luật chiếm 0,2% tổng số đảng viên (98.512 đảng viên)*: so many there are, or
    were then (*… so với tổng số đảng viên cuối năm 2021 (97.300 đồng chí)*).
    """
    bracket = reading.opened_by(figure)
    if bracket is None or reading.text[bracket.start : figure.start].strip():
        return
    unit, opening = figure.unit, bracket.start - 1
    members = unit is None or words.class_nouns["members"].fullmatch(unit) is not None
    if not members and not words.counts_people(unit or ""):
        return
    named = [one for one in reading.terms if one.id == _ALL and one.end <= opening]
    whole = named[-1] if named else None
    if whole is None or reading.text[figure.noun_end : bracket.end].strip():
        return
    between = Stretch(whole.end, opening)
    dates = Cover((one.start - reading.offset, one.end - reading.offset) for one in reading.facts)
    if reading.figures_in(between, None) or words.subject_in(
        reading.text, between, dates | reading.known
    ):
        return
    for name in ("topic", "attribute", "body", "change", "role"):
        figure.dimensions.drop(name)
    figure.dimensions.take("topic", Cue("membership", whole.start, whole.end))
    figure.dimensions.take("population", Cue("party_members", whole.start, whole.end))


def _behind_people(figure: Figure, words: ClauseWords) -> Stretch:
    """The words of the clause behind the people that a number counts."""
    people = figure.dimensions.cues.get("population")
    bare = figure.unit is not None and words.members.fullmatch(figure.unit) is not None
    start = figure.noun_end if bare else figure.end
    return Stretch(max(start, people.end if people else start), figure.scope.right.end)


def is_many_members(figure: Figure) -> bool:
    """Whether a number counts more Party members than belong to anything below a province."""
    value = figure.fact.value
    number = value.number if isinstance(value, Count) else None
    members = figure.dimensions.found.get("population") == "party_members"
    return members and number is not None and number >= _PROVINCE
