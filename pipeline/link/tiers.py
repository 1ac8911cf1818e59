"""Levels of government that a clause tells once for a run of numbers.

*Cấp tỉnh giảm 03 sở và 21 phòng; cấp huyện giảm 18 phòng*: the clause goes on at its level, and
a clause that names another level alone goes on with what the one before it tells. A word that
speaks of another group, level or place ends both.
"""

from __future__ import annotations

import regex

from pipeline.link.figures import Cue, Figure
from pipeline.link.placing import ACTS, UNITS
from pipeline.link.reading import Reading
from pipeline.link.scope import Cover, Stretch
from pipeline.link.terms import TermMention
from pipeline.link.words import ClauseWords

__all__ = [
    "as_at_another_level",
    "as_broken_down",
    "as_in_another_body",
    "as_of_all",
    "as_of_its_own_group",
    "as_same_part_at_another_level",
    "level_going_on",
]

_BRACKETED = regex.compile(r"\([^()]*\)")
_MARK = regex.compile(r"[,\-–/]")
#: What parts the items of a row.
_PARTED = regex.compile(r"[,;:(]\s*")
#: What says nothing of what a number is of.
_BESIDE = frozenset({"level", "basis", "role"})
#: What a clause that names its level alone takes from the one before.
_TAKEN = ("attribute", "population", "topic")


def level_going_on(reading: Reading, figure: Figure, words: ClauseWords) -> Cue | None:
    """The level that opened the clause of the number before, where its clause goes on."""
    before = _last(reading, figure)
    if before is None or figure.bracket is not None or figure.kind == "percentage":
        return None
    if before.scope.segment != figure.scope.segment:
        return None
    ahead = Stretch(before.scope.segment.start, before.start)
    named = [one for one in reading.cues(ahead, None) if "level" in one.sets]
    if not named or named[-1].sets.keys() != {"level"}:
        return None
    level = Cue(named[-1].sets["level"], named[-1].start, named[-1].end)
    # *Khối đoàn thể cấp tỉnh giảm 09 đầu mối, 14 lãnh đạo*
    joined = words.only_joins(reading.text, before.noun_end, figure.start)
    taken = before.dimensions.cues.get("level") == level
    if not (joined and taken) and not _opens_clause(reading, named[-1]):
        return None
    if level.value not in words.tiers or before.dimensions.found.get("level") != level.value:
        return None
    between = Stretch(before.noun_end, figure.start)
    said = reading.cues(between, None)
    if any(one.sets.keys() & {"level", "topic"} for one in said):
        return None
    changes = {one.sets["change"] for one in said if "change" in one.sets}
    if changes - {before.dimensions.found.get("change")}:
        return None  # *Districts reviewed 845 procedures, cut 602 of them*
    return None if _names_subject(reading, between, words) else level


def as_at_another_level(reading: Reading, figure: Figure, words: ClauseWords) -> None:
    """What the number before is of, for one whose clause only names another level.

    *Leaders rated excellent make up 19.6% at provincial level; at district level, 17.5%*. A
    share may name another committee too: *in executive committees it is 17.2% for districts*.
    """
    found = figure.dimensions
    if found.counted is not None or found.found.keys() & {"attribute", "population"}:
        return
    before, level = _last(reading, figure), found.cues.get("level")
    if before is not None and figure.kind == "percentage" != before.kind:
        # *158 người, đạt 22,4%; cấp xã 27,1%*
        before = next((one for one in reading.figures if one.pairing.partner is before), None)
    if before is None or level is None or before.kind != figure.kind:
        return
    change = None if _counts_units(reading, level, words) else before.dimensions.found.get("change")
    if figure.bracket is not None or not _is_silent_but(reading, figure, level, words, change):
        return
    other = before.dimensions.cues.get("level")
    if other is None or not _is_lone(reading, before, other):
        return
    if not _is_another(figure, before) or _is_of_its_noun(figure, before):
        return
    # *9/13 bí thư huyện ủy …; cấp xã có 88/195 đồng chí*
    anybody = figure.kind == "ratio" and (figure.unit or "").casefold() in words.person_nouns
    alike = figure.unit == before.unit and words.nouns[figure.unit or ""].persons
    if figure.unit and not (alike or anybody):
        return
    if figure.kind == "percentage":
        figure.goes_on = before
    acts = before.dimensions.found.get("topic") in ACTS
    found.inherit(before.dimensions, _TAKEN if acts else (*_TAKEN, "body"))


def as_same_part_at_another_level(reading: Reading, figure: Figure, words: ClauseWords) -> None:
    """Whose part a share is of which only the level and the part are named anew.

    *Cấp ủy cấp tỉnh có nữ chiếm 17%; cấp huyện nữ 22%*; the clause names nobody else.
    """
    found = figure.dimensions
    level, part = found.cues.get("level"), found.cues.get("attribute")
    if level is None or part is None or figure.bracket is not None or found.counted is not None:
        return
    if found.found.keys() & {"body", "population", "topic", "change"}:
        return
    before = next(
        (one for one in reversed(reading.figures[: figure.index]) if one.kind == figure.kind), None
    )
    if before is None or before.dimensions.found.get("attribute") != part.value:
        return
    other = before.dimensions.found
    if other.get("level") in (None, level.value) or "change" in other or other.get("topic") in ACTS:
        return
    segment = figure.scope.segment
    left = Stretch(max(segment.start, before.end), figure.start)
    behind = Stretch(figure.noun_end, min(figure.scope.right.end, segment.end))
    terms = [*reading.cues(left, None), *reading.cues(behind, None)]
    if any(one.sets.keys() - _BESIDE - {"attribute"} for one in terms):
        return
    if any(_names_subject(reading, one, words) for one in (left, behind)):
        return
    found.inherit(before.dimensions, ("body", "population", "topic"))


def as_broken_down(reading: Reading, figure: Figure, words: ClauseWords) -> None:
    """What the share before is of, for one that only says at which level it is.

    *Giải quyết đúng hạn đạt 99,2% (cấp xã 99,6%, cấp huyện 98,4%)*; *women hold 23.1% of the
    posts, 4.4 points more than in 2018; at district level 24.9%, commune level 26.3%*. What a
    label says holds for the counts behind it too: *Cấp ủy viên trẻ: cấp tỉnh 3 đồng chí, …*.
    """
    found, level = figure.dimensions, figure.dimensions.cues.get("level")
    if level is None or found.counted is not None:
        return
    if found.found.keys() & {"attribute", "change"}:
        return
    if not _is_silent_but(reading, figure, level, words):
        return
    _take_label(reading, figure, words)
    if (
        figure.kind != "percentage"
        or "population" in found.found
        or "topic" in found.found
        or "attribute" in found.found
    ):
        return
    whole = _share_before(reading, figure)
    if whole is None or whole.dimensions.found.get("level") == level.value:
        return
    other = whole.dimensions.found
    if other.get("basis") in ("of_plan", "of_base"):
        return
    apart = whole.scope.segment != figure.scope.segment and figure.bracket is None
    if apart and "attribute" not in other:
        return  # *Tỷ lệ hộ nghèo còn 3,1%; cấp huyện 98%*
    acts = whole.dimensions.found.get("topic") in ACTS
    figure.goes_on = whole
    found.inherit(whole.dimensions, _TAKEN if acts else (*_TAKEN, "body"))


def _take_label(reading: Reading, figure: Figure, words: ClauseWords) -> None:
    """What the label of a sentence says of a number of people at one level."""
    label, found = reading.opening(":"), figure.dimensions
    people = not figure.unit or words.nouns[figure.unit].persons
    if label is None or not people or figure.kind not in ("count", "percentage"):
        return
    said = reading.cues(label, None)
    if any("level" in one.sets for one in said):
        return
    if any("attribute" in one.sets for one in said):
        for name in ("attribute", "population", "body"):
            found.take(name, reading.first(name, [(label, True)], None))


def _share_before(reading: Reading, figure: Figure) -> Figure | None:
    """The share that those at the levels behind it are parts of; by how much it moved is none."""
    for one in reversed(reading.figures[: figure.index]):
        if one.goes_on is not None and one.kind == "percentage":
            return one.goes_on
        moved = "change" in one.dimensions.found or getattr(one.fact.value, "sign", "") == "pp"
        aside = one.bracket not in (None, figure.bracket) and one.pairing.partner is None
        if aside and not moved:
            return None
        if one.kind == "percentage" and not moved:
            return one
        if not moved and one.kind != "ratio":
            return None
    return None


def as_in_another_body(reading: Reading, figure: Figure, words: ClauseWords) -> None:
    """Which people the number before counts, for one whose clause only names another body.

    *Women in district committees number 71; in their standing committees, 19*. What was told as
    *8/50 (16%)* may go on as a count with its share, or as a share alone.
    """
    found, before = figure.dimensions, _last(reading, figure)
    if figure.bracket is not None or before is None or not _goes_on_alike(figure, before, words):
        return
    if found.counted in UNITS or found.found.keys() & {"attribute", "population"}:
        return
    other = before.dimensions.found
    if other.get("topic") in ACTS or not {"attribute", "body"} <= other.keys():
        return
    part = before.dimensions.cues["attribute"]
    if before.kind != "count" and part.start >= before.start:
        return  # *8/50 are women, in the Standing Committee 2/15*
    named = reading.cues(figure.scope.left, None)
    if len(named) != 1 or named[0].sets.get("body", "") in {"", *UNITS}:
        return
    if named[0].sets.keys() - {"body", "level", "topic"}:
        return
    joins = Cover(one.span() for one in words.joins_within.finditer(reading.text))
    left, behind = figure.scope.left, Stretch(figure.noun_end, figure.scope.right.end)
    if words.subject_in(reading.text, left, reading.known | joins):
        return
    if reading.cues(behind, None) or _names_subject(reading, behind, words):
        return
    found.counted = None
    found.drop("level")
    found.drop("body")
    for name in ("body", "level"):
        if name in named[0].sets:
            found.take(name, Cue(named[0].sets[name], named[0].start, named[0].end))
    found.inherit(before.dimensions, _TAKEN)
    if before.kind != "count" and before.scope.segment == figure.scope.segment:
        found.inherit(before.dimensions, ("level",))


def _goes_on_alike(figure: Figure, before: Figure, words: ClauseWords) -> bool:
    """Whether a number may tell a part of another body as the one before it did of its own."""
    if before.kind == "count":
        return figure.kind == "count" and figure.unit == before.unit
    persons = figure.unit is None or words.nouns[figure.unit].persons
    kinds = ("count", "ratio", "percentage")
    return before.kind in kinds and figure.kind in kinds and persons


def as_of_its_own_group(reading: Reading, figure: Figure, words: ClauseWords) -> None:
    """The level of a number in a row of groups, for what one before it stated is not its.

    *The province inspected 15 organizations, district committees 120*. Who acts at the level
    before need not act at this one; and what no card knows is of no level, and has no indicator.
    """
    if not figure.index or figure.kind not in ("count", "percentage"):
        return
    before, found = reading.figures[figure.index - 1], figure.dimensions
    told = before.noun_end if before.unit else before.end
    item = Stretch(max(figure.scope.segment.start, told), figure.start)
    carried = [name for name in ("level", "body") if _is_carried(figure, name, item.start)]
    acts = found.found.get("topic") in ACTS and figure.kind == "count"
    if not carried or item.start >= item.end or figure.bracket != before.bracket:
        return
    level = _level_of_item(reading, figure, item, words)
    if level is not None and (acts or "level" in carried):
        found.drop("level")
        found.take("level", level)
        if acts and "body" in carried:
            found.drop("body")
        if acts and not figure.unit and before.dimensions.counted != found.counted:
            # *The provincial level disciplined 21 members, grassroots organizations 188*
            found.counted = before.dimensions.counted
            found.inherit(before.dimensions, ("population",))
    elif level is None and acts and _is_of_unknown_group(reading, figure, item):
        for name in carried:
            found.drop(name)
        figure.of_unknown = True


def as_of_all(reading: Reading, figure: Figure, words: ClauseWords) -> None:
    """The total behind a row of levels is of none of them: *cấp xã 23%, toàn tỉnh 22%*.

    Neither is another group that the same label has: *cấp xã 83%, cơ quan 92%*.
    """
    level = figure.dimensions.cues.get("level")
    if level is None or not figure.index or level.end > figure.start:
        return
    before = reading.figures[figure.index - 1]
    rows = reading.figures_in(Stretch(0, figure.start), figure.bracket)
    beside = [one for one in rows if _is_right_beside(reading, one, level, words)]
    if not beside or beside[-1].kind != figure.kind:
        return
    item = _item(reading, figure, before, words)
    total = words.row_total.search(reading.text, *item)
    known = reading.known | Cover([total.span()] if total is not None else [])
    told = any(one.sets.keys() - _BESIDE for one in reading.cues(item, figure.bracket))
    alone = not told and not words.subject_in(reading.text, item, known)
    behind = words.total_behind.match(reading.text, figure.end) is not None
    if (total is not None and alone) or behind:
        figure.dimensions.drop("level")
    elif figure.kind == "percentage" and not told and _is_labelled(reading, level, words):
        parts = words.parts.search(reading.text, *item) is not None
        if parts or reading.cues(item, None) or not reading.names_subject(item):
            return
        figure.dimensions.drop("level")
        figure.dimensions.inherit(beside[-1].dimensions, ("attribute",))


def _item(reading: Reading, figure: Figure, before: Figure, words: ClauseWords) -> Stretch:
    """The words of a number in its row, behind the last mark or *and*."""
    start = max(before.end, figure.bracket.start if figure.bracket is not None else 0)
    marks = [one.end() for one in _PARTED.finditer(reading.text, start, figure.start)]
    if reading.text[start : figure.start].rstrip().endswith(":"):
        marks = marks[:-1]
    joints = [one.end() for one in words.and_within.finditer(reading.text, start, figure.start)]
    return Stretch(max([start, *marks, *joints]), figure.start)


def _is_right_beside(reading: Reading, figure: Figure, level: Cue, words: ClauseWords) -> bool:
    """Whether a level stands right before a number, or right behind it."""
    if level.end <= figure.start:
        between = Stretch(level.end, figure.start)
        return not reading.cues(between, None) and not words.subject_in(
            reading.text, between, Cover(())
        )
    leads = words.level_leads.fullmatch(reading.text, figure.end, level.start)
    return level.start >= figure.end and leads is not None


def _is_labelled(reading: Reading, level: Cue, words: ClauseWords) -> bool:
    """Whether a level opens an item of a row that the label of its sentence heads."""
    label = reading.opening(":")
    opens = words.row_opens.match(reading.text, 0, level.start) is not None
    return label is not None and label.end <= level.start and opens


def _is_carried(figure: Figure, dimension: str, start: int) -> bool:
    """Whether a dimension of a number is stated before its own words begin."""
    cue = figure.dimensions.cues.get(dimension)
    return cue is not None and cue.end <= start


def _level_of_item(
    reading: Reading, figure: Figure, item: Stretch, words: ClauseWords
) -> Cue | None:
    """The level right before the number of a group, as all that is said of the group."""
    text = reading.text
    named = words.row_level.match(text, item.start, item.end)
    if named is not None:
        return Cue(words.row_levels[named["level"].casefold()], *named.span("level"))
    terms = reading.cues(item, figure.bracket)
    if not terms or terms[-1].sets.keys() != {"level"}:
        return None
    behind = Stretch(terms[-1].end, item.end)
    said = text[slice(*behind)].casefold()
    joined = "," in said or not words.joining_words.isdisjoint(said.split())
    if joined or reading.names_subject(behind):
        return None
    if words.row_opens.match(text, item.start, terms[-1].start) is None:
        return None
    return Cue(terms[-1].sets["level"], terms[-1].start, terms[-1].end)


def _is_of_unknown_group(reading: Reading, figure: Figure, item: Stretch) -> bool:
    """Whether a bare number stands right behind words that no card knows, and nothing else."""
    if reading.has_noun(figure) or reading.cues(item, None):
        return False
    return figure.unit is None and reading.names_subject(item)


def _is_another(figure: Figure, before: Figure) -> bool:
    """Whether a number is of another level or committee than the one before it."""
    one, two = (each.dimensions.found for each in (figure, before))
    if one.get("body") in (None, two.get("body")):
        return one.get("level") != two.get("level")
    return figure.kind == "percentage" and "body" in two


def _is_of_its_noun(figure: Figure, before: Figure) -> bool:
    """Whether the part that the number before counts is its noun, and no part of a body named anew.

    *56 deputies, including 18 women, and 301 to district councils*.
    """
    cues, other = figure.dimensions.cues, before.dimensions.cues
    named = "body" in cues and cues["body"][1:] == cues["level"][1:]
    return (
        named
        and figure.kind == "count"
        and "attribute" in other
        and (other["attribute"].start >= before.start)
    )


def _last(reading: Reading, figure: Figure) -> Figure | None:
    """The last number before one that stands in no bracket and is no share of another."""
    for one in reversed(reading.figures[: figure.index]):
        if one.bracket is None and one.pairing.partner is None:
            return one
    return None


def _opens_clause(reading: Reading, term: TermMention) -> bool:
    """Whether small words alone stand before a term in its clause."""
    structure = reading.structure
    start = structure.segment_of(term.start).start
    marks = (one.end for one in structure.boundaries if one.end <= term.start)
    ahead = Stretch(max([start, *marks]), term.start)
    return not reading.figures_in(ahead, None) and not reading.names_subject(ahead)


def _names_subject(reading: Reading, between: Stretch, words: ClauseWords) -> bool:
    """Whether a stretch, without its brackets, names what no card knows, or a place."""
    if any(between.holds(one.start) for one in reading.places):
        return True
    levels = Cover((one.start, one.end) for one in reading.stated.get("level", ()))
    if any(one.start() not in levels for one in words.wide.finditer(reading.text, *between)):
        return True
    asides = [one.span() for one in _BRACKETED.finditer(reading.text, *between)]
    return words.subject_in(reading.text, between, reading.known | Cover(asides))


def _counts_units(reading: Reading, level: Cue, words: ClauseWords) -> bool:
    """Whether a level is only the noun of its units, which may themselves be what changed.

    *Thôn, tổ dân phố giảm 80*, but not *ở thôn, tổ dân phố giảm 80* nor *cấp thôn giảm 80*.
    """
    first = _MARK.split(reading.text[level.start : level.end], maxsplit=1)[0]
    led = words.level_led.match(reading.text, 0, level.start) is not None
    return first.strip().casefold() in words.level_words and not led


def _changes_alike(term: TermMention, change: str | None) -> bool:
    """Whether a verb only says again what happened to the number before: *…; ở thôn giảm 80*."""
    return term.sets.keys() == {"change"} and term.sets["change"] == change


def _is_silent_but(
    reading: Reading, figure: Figure, level: Cue, words: ClauseWords, change: str | None = None
) -> bool:
    """Whether the clause of a number names a level and nothing else but perhaps a change."""
    scope, behind = figure.scope, Stretch(figure.noun_end, figure.scope.right.end)
    framed = next((one for one in scope.prior[:1] if one.holds(level.start)), scope.left)
    left = Stretch(framed.start, scope.left.end)  # *…; at district level, 17.5%*
    if not (left.holds(level.start) or behind.holds(level.start)):
        return False
    terms = [*reading.cues(left, None), *reading.cues(behind, None)]
    beside = _BESIDE | figure.dimensions.found.keys() & {"body"}
    if any(one.sets.keys() - beside for one in terms if not _changes_alike(one, change)):
        return False
    return not any(_names_subject(reading, one, words) for one in (left, behind))


def _is_lone(reading: Reading, figure: Figure, level: Cue) -> bool:
    """Whether a number is the only one of its level, so that another can be like it."""
    low = min(level.start, figure.start)
    others = reading.figures_in(Stretch(low, figure.start), None)
    own = figure.pairing.partner
    return all(one is own or one.pairing.partner is not None for one in others)
