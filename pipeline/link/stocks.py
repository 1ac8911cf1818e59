"""What a whole province or Party organization has, counted in a row.

*Hà Giang has 11 districts and cities with 193 communes, wards and towns*; *the Party
organization of the province has 604 grassroots Party organizations and 61,307 members*. The row
begins behind a verb of having whose subject is the whole; what is counted in it stands alone,
with no word for what it does or is.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

import regex

from pipeline.language import LanguageCard, alternatives, late
from pipeline.link.changes import Changes
from pipeline.link.figures import Figure
from pipeline.link.reading import Reading
from pipeline.link.scope import Cover, Stretch
from pipeline.link.terms import TermMention

__all__ = ["StockWords", "tell_fewer_units", "tell_stocks"]

#: Stands for a place in a sentence.
_PLACE = "\ufffc"
#: The organizations of the Party, and what is said of a number that is no stock.
_PARTY = frozenset({"party_organization", "grassroots_party_org", "party_cell", "party_committee"})
_SAYING = frozenset({"topic", "change", "role", "attribute", "basis"})
#: The topic of administrative units.
_TOPIC = "admin_units"
#: And that of what the Party has.
_MEMBERSHIP = "membership"
#: Where the words of a thing that is counted end.
_ENDED = regex.compile(r"[,.;:()\n]|$")
_CLAUSE = regex.compile(r"(?r)[.;:,\n]|^")


class StockWords:
    """The words of one language for a whole, for having, and for all units of a level."""

    def __init__(self, card: LanguageCard) -> None:
        self.card = card

    @cached_property
    def opening(self) -> regex.Pattern[str]:
        """A clause up to its first number: a whole that has something."""
        listed = self.card.any_of
        the = rf"(?:(?:{listed('determiners')})\s+)?"
        whole = rf"(?:(?:{listed('stock_wholes')})\s+)?"
        place = rf"{_PLACE}(?:\s+(?:{listed('stock_places')}))?"
        of = rf"(?:\s+(?:{listed('stock_of')})\s+{the}(?:{listed('stock_places')}|{place}))?"
        subject = (
            rf"(?:(?:{place}\s+)?(?P<party>{listed('stock_party')}){of}|{place}"
            rf"|(?:{listed('stock_places')}))(?:\s+{_PLACE})?"
        )
        said = rf"(?:[^,.;:()\d]+\s(?:{listed('telling')})\s+)?"
        # *Ở cấp xã, sau khi sắp xếp còn 140 xã, phường*: what was reordered has them.
        alone = rf"(?:{listed('stock_reordered')})"
        return regex.compile(
            rf"(?i)\s*(?:{said}(?:(?:{listed('stock_leads')})\s+)*{the}{whole}{subject}|{alone})"
            rf"(?:\s+(?:{listed('stock_adverbs')}))*\s+(?:{listed('stock_verbs')})"
            rf"(?:\s+(?:{self._bounds}))*\s*"
        )

    @cached_property
    def reordered(self) -> regex.Pattern[str]:
        """The words for a time behind a merger."""
        return regex.compile(rf"(?i)(?<!\w)(?:{self.card.any_of('stock_reordered')})(?!\w)")

    @cached_property
    def _bounds(self) -> str:
        return alternatives([*self.card.bounds.before, *self.card.lists.get("stock_totals", ())])

    @cached_property
    def joint(self) -> regex.Pattern[str]:
        """Between the words for one thing and the number of the next."""
        listed = self.card.any_of
        return regex.compile(
            rf"(?i)(?:\s*\([^()]*\))?[\s,;]*(?:(?<!\w)(?:{listed('and', 'stock_joints')})\s+)*"
            rf"(?:(?:{self._bounds})\s*)*"
        )

    @cached_property
    def behind(self) -> regex.Pattern[str]:
        """Behind what is counted: where it belongs, or when that was."""
        listed = self.card.any_of
        when = rf"(?:{listed('stock_when')})\s+(?:19|20)\d\d"
        return regex.compile(rf"(?i)(?:\s+(?:{listed('stock_behind')}|{when}))*\s*")

    @cached_property
    def general(self) -> frozenset[str]:
        """Nouns of whatever is counted: *đơn vị*."""
        return frozenset(self.card.lists.get("general_nouns", ()))

    @cached_property
    def units(self) -> dict[str, regex.Pattern[str]]:
        """By level, the words for all administrative units of it."""
        listed = self.card.any_of
        return {
            level: late(rf"(?i)\s*(?:{listed(f'whole_{level}s')})(?!\w)")
            for level in ("commune", "district")
        }

    @cached_property
    def number_of(self) -> dict[str, regex.Pattern[str]]:
        """By level, the words for how many administrative units of it there are."""
        listed = self.card.any_of
        the = rf"(?:(?:{listed('determiners')})\s+)?"
        return {
            level: late(
                rf"(?i)(?<!\w)(?:{listed('labels')})\s+{the}(?:{listed(f'whole_{level}s')})(?!\w)"
            )
            for level in ("commune", "district")
        }

    def level_of(self, text: str, end: int) -> str | None:
        """The level of which a number that ends at a place counts all units."""
        return next((name for name, one in self.units.items() if one.match(text, end)), None)

    @cached_property
    def members(self) -> regex.Pattern[str]:
        """Members who are not said to be the Party's."""
        listed = self.card.any_of
        return regex.compile(rf"(?i)(?:{listed('stock_members')})")


def tell_stocks(reading: Reading, words: StockWords) -> None:
    """Give the numbers of such rows their topic."""
    row: list[Figure] = []
    party = False
    for figure in reading.figures:
        if row and figure.bracket is not None:
            continue
        before = row[-1] if row else None
        if before is None or not _joined(reading, words, before, figure):
            row = []
            opening = _opening(reading, words, figure)
            party = opening is not None and opening["party"] is not None
            if opening is None:
                party = _is_dated(reading, words, figure)
                if not party:
                    continue
        if figure.kind != "count" or figure.bracket is not None:
            if figure.bracket is None:
                row = []
            continue
        row.append(figure)
        if _stands_alone(reading, words, figure):
            _tell(reading, words, figure, row, party=party)


def tell_fewer_units(
    reading: Reading, words: StockWords, changes: Changes, *, counted_before: bool
) -> None:
    """Give numbers of administrative units their topic where it is told how many fewer they are.

    *Số xã, phường giảm từ 264 xuống 78*; *còn 78 xã, phường, giảm 186 xã, phường*. The sentence
    before may have ``counted`` them: *… có 9 huyện, 210 xã. Năm 2024 giảm 30 xã*.
    """
    _drop_villages(reading)
    counts = [one for one in reading.figures if one.kind == "count"]
    for one, two in pairwise(counts):
        ends = changes.from_to(one), changes.from_to(two)
        if one.bracket == two.bracket and ends == ("first", "last"):
            _tell_number_of(reading, words, one, two)
            _tell_difference(reading, words, one, two)
        elif changes.is_by_now(one, two):
            _tell_by_now(reading, words, one, two)
        else:
            _tell_left(reading, words, one, two)
    for one in counts:
        found = one.dimensions.found
        if found.get("change") != "decrease":
            continue
        if "topic" not in found:
            _tell_fewer(reading, words, one, counted_before=counted_before)
        elif found["topic"] == _TOPIC and (level := words.level_of(reading.text, one.end)):
            _make_units(one, level)


def _tell_left(reading: Reading, words: StockWords, fewer: Figure, left: Figure) -> None:
    """All units of a level that are left, and by how many they are fewer.

    *Nhập 37 xã thành 18, giảm 19 xã, còn 441 xã, phường, thị trấn*.
    """
    level = words.level_of(reading.text, left.end)
    if level is None or fewer.bracket is not None or left.bracket is not None:
        return
    if fewer.dimensions.found.get("change") != "decrease" or "change" in left.dimensions.found:
        return
    noun = reading.words.nouns[fewer.unit or ""]
    alike = noun.level == level or (fewer.unit or "") in words.general
    between = Stretch(_noun_end(reading, words, fewer), left.start)
    led = reading.words.to_a_level.match(reading.text, between.start, left.start)
    if alike and led is not None and _is_plain(reading, between):
        for figure in (fewer, left):
            if figure.dimensions.found.get("topic", _TOPIC) == _TOPIC:
                _make_units(figure, level)


def _drop_villages(reading: Reading) -> None:
    """Leave out the topic of administrative units where villages are counted, which are none.

    *Đơn vị hành chính: giảm 45 xã, phường; khu dân cư giảm 300*.
    """
    for figure in reading.figures:
        found = figure.dimensions
        if found.found.get("level") == "village" and found.found.get("topic") == _TOPIC:
            found.drop("topic")
            found.counted = None


def _tell_difference(reading: Reading, words: StockWords, one: Figure, two: Figure) -> None:
    """Tell places that are fewer where all there were and are left of a level stand behind.

    *Giảm 30 xã, từ 210 xã xuống còn 180 xã, phường*; *31 communes were reduced, from 240 to 209
    communes, wards and towns*.
    """
    level = words.level_of(reading.text, two.end) or words.level_of(reading.text, one.end)
    before = reading.figures[one.index - 1] if one.index else None
    if level is None or before is None or before.bracket is not None or before.kind != "count":
        return
    was, now, fewer = one.number, two.number, before.number
    if was is None or now is None or fewer is None or was - now != fewer:
        return
    said = before.dimensions.found
    if "change" not in said or said.get("topic", _TOPIC) != _TOPIC or said.get("level") != level:
        return
    ahead = reading.without_bound(Stretch(before.scope.segment.start, before.start))
    between = Stretch(_noun_end(reading, words, before), one.start)
    if (
        _is_plain(reading, ahead)
        and _is_plain(reading, between)
        and _is_left_alone(reading, words, two)
    ):
        for figure in (before, one, two):
            _make_units(figure, level)


def _tell_by_now(reading: Reading, words: StockWords, one: Figure, two: Figure) -> None:
    """All units that there were and are: *from 290 commune-level units we now have 95 communes*.

    Those that were merged are some of them.
    """
    level = words.level_of(reading.text, one.end)
    if level is None or level != words.level_of(reading.text, two.end):
        return
    if reading.words.merging.search(reading.text, one.end, two.start) is not None:
        return
    for figure in (one, two):
        _make_units(figure, level)
    one.dimensions.found.setdefault("role", "previous")


def _tell_number_of(reading: Reading, words: StockWords, one: Figure, two: Figure) -> None:
    """What the subject of a clause says that it counts from one number to another."""
    left = one.scope.left
    if reading.figures_in(left, one.bracket):
        return
    for level, pattern in words.number_of.items():
        said = pattern.search(reading.text, left.start, left.end)
        if said is None or reading.has_noun(one) or reading.has_noun(two):
            continue
        if reading.names_subject(Stretch(said.end(), left.end)):
            return
        for figure in (one, two):
            _make_units(figure, level)


def _tell_fewer(
    reading: Reading, words: StockWords, figure: Figure, *, counted_before: bool
) -> None:
    """By how much the units became fewer that are told of before."""
    before = [
        one
        for one in reading.figures[: figure.index]
        if one.dimensions.found.get("topic") == "admin_units" and one.bracket == figure.bracket
    ]
    level = words.level_of(reading.text, figure.end)
    if level is None and not reading.has_noun(figure) and figure.index:
        last = reading.figures[figure.index - 1]
        joined = last in before and not reading.names_subject(
            Stretch(_noun_end(reading, words, last), figure.start)
        )
        level = last.dimensions.found.get("level") if joined else None
        if figure.dimensions.found.get("level", level) != level:
            return  # *31 communes, villages decreased by 300*
    if level is not None and any(one.dimensions.found.get("level") == level for one in before):
        _make_units(figure, level)
    elif "topic" not in figure.dimensions.found:
        _tell_fewer_by_merger(reading, words, figure, counted_before=counted_before)


def _tell_fewer_by_merger(
    reading: Reading, words: StockWords, figure: Figure, *, counted_before: bool
) -> None:
    """Tell places that are fewer since what was reordered: *sau sắp xếp giảm 1 huyện, 47 xã*."""
    unit = figure.unit or ""
    level = reading.words.nouns[unit].level if unit and " " not in unit.strip() else None
    if level not in words.units or figure.bracket is not None:
        return
    segment = figure.scope.segment
    said = words.reordered.search(reading.text, segment.start, figure.start)
    paired = _is_of_both_levels(reading, words, figure)
    if said is None and not counted_before and not paired:
        return
    start = said.end() if said is not None else segment.start
    earlier = reading.figures_in(Stretch(start, figure.start), None)
    others = [one for one in earlier if one.dimensions.found.get("topic") != _TOPIC]
    alone = _is_left_alone(reading, words, figure)
    for one in reading.figures[figure.index + 1 : figure.index + 2]:
        alone = alone or _joined(reading, words, figure, one)
    counted = ((one.start, one.noun_end) for one in earlier)
    known = reading.known | Cover(counted)
    ahead = Stretch(start, figure.start)
    first = Stretch(start, earlier[0].start if earlier else figure.start)
    plain = said is not None or _is_plain(reading, first)
    if alone and plain and not others and not reading.words.subject_in(reading.text, ahead, known):
        _make_units(figure, str(level))


def _is_of_both_levels(reading: Reading, words: StockWords, figure: Figure) -> bool:
    """Whether districts and communes are fewer together: *tỉnh giảm 02 huyện, 39 xã*."""
    others = [
        one
        for one in reading.figures[max(0, figure.index - 1) : figure.index + 2]
        if one is not figure and one.kind == "count" and one.bracket is None
    ]
    for other in others:
        one, two = sorted((figure, other), key=lambda each: each.index)
        levels = {reading.words.nouns[each.unit].level for each in (one, two) if each.unit}
        changes = {each.dimensions.found.get("change") for each in (one, two)}
        if levels == set(words.units) and changes == {"decrease"}:
            last = one is other or _is_left_alone(reading, words, two)
            return last and _joined(reading, words, one, two)
    return False


def _is_plain(reading: Reading, stretch: Stretch) -> bool:
    """Whether words speak of nothing but a change of how many units there are."""
    said = [one.sets for one in reading.cues(stretch, None)]
    other = any(each.keys() - {"change", "role"} and each.get("topic") != _TOPIC for each in said)
    return not other and not reading.names_subject(stretch)


def _is_left_alone(reading: Reading, words: StockWords, figure: Figure) -> bool:
    """Whether nothing is said behind what a number counts but where and when that was."""
    start = _noun_end(reading, words, figure)
    found = _ENDED.search(reading.text, start)
    end = found.start() if found else len(reading.text)
    return words.behind.fullmatch(reading.text, start, end) is not None


def _make_units(figure: Figure, level: str) -> None:
    figure.dimensions.counted = "admin_unit"
    figure.dimensions.found.update(level=level, topic="admin_units")


def _opening(reading: Reading, words: StockWords, figure: Figure) -> regex.Match[str] | None:
    """The whole that has what a number counts, where the number is the first of its clause."""
    found = _CLAUSE.search(reading.text, 0, figure.start)
    start = found.end() if found else 0
    if any(one.end > start for one in reading.figures[: figure.index]):
        return None
    text = reading.text[start : figure.start]
    for place in sorted(reading.places, key=lambda one: -one.start):
        if start <= place.start and place.end <= figure.start:
            text = text[: place.start - start] + _PLACE + text[place.end - start :]
    return words.opening.fullmatch(text)


def _is_dated(reading: Reading, words: StockWords, figure: Figure) -> bool:
    """Whether a sentence only says when, and then counts organizations and members of the Party.

    *Đến 31/12/2023: 13 đảng bộ trực thuộc, 480 tổ chức cơ sở đảng, 50.100 đảng viên*.
    """
    ahead = Stretch(0, figure.start)
    times = [(one.start, one.end) for one in reading.times if ahead.holds(one.start)]
    said = any(one.sets.keys() - {"role"} for one in reading.cues(ahead, None))
    if not times or said or ":" not in reading.text[max(times)[1] : figure.start]:
        return False
    if reading.words.subject_in(reading.text, ahead, reading.known | Cover(times)):
        return False
    for following in reading.figures[figure.index + 1 : figure.index + 2]:
        nouns = [one.sets.get("body") for one in _nouns(reading, following)]
        members = following.dimensions.found.get("population") == "party_members"
        party = members or following.dimensions.counted in _PARTY or not _PARTY.isdisjoint(nouns)
        return party and _joined(reading, words, figure, following)
    return False


def _joined(reading: Reading, words: StockWords, before: Figure, figure: Figure) -> bool:
    """Whether a number is the next of a row."""
    start = _noun_end(reading, words, before)
    behind = words.behind.match(reading.text, start, figure.start)
    starts = {start, behind.end() if behind is not None else start}
    return any(words.joint.fullmatch(reading.text, one, figure.start) for one in starts)


def _noun_end(reading: Reading, words: StockWords, figure: Figure) -> int:
    """Where the words end for what a number counts: *chi bộ trực thuộc*, *communes and wards*."""
    for pattern in words.units.values():
        if found := pattern.match(reading.text, figure.end):
            return int(found.end())
    ends = [one.end for one in _nouns(reading, figure) if not one.sets.keys() & _SAYING]
    return max([figure.noun_end if figure.unit else figure.end, *ends])


def _nouns(reading: Reading, figure: Figure) -> list[TermMention]:
    """The terms that a noun right behind a number holds."""
    return [one for one in reading.terms if figure.end <= one.start <= figure.noun_end + 1]


def _stands_alone(reading: Reading, words: StockWords, figure: Figure) -> bool:
    """Whether nothing is said of what a number counts, nor of what is counted with it."""
    start = _noun_end(reading, words, figure)
    found = _ENDED.search(reading.text, start)
    end = found.start() if found else len(reading.text)
    for term in reading.stated.get("change", ()):
        # *Còn 12 đơn vị cấp huyện và giảm 8 đơn vị cấp xã*: another clause begins.
        joint = reading.words.and_.match(reading.text, start, term.start)
        end = min(end, joint.start()) if joint is not None else end
    for following in reading.figures[figure.index + 1 : figure.index + 2]:
        if _joined(reading, words, figure, following):
            if _says_more(following):
                return False  # *12 tổ chức đảng, 306 đảng viên bị kỷ luật*
            if following.kind != "count" or _stands_alone(reading, words, following):
                return True
            # *47.000 đảng viên; 7.600 là người Khmer*: another clause tells of some of them.
            return ";" in reading.text[start : following.start]
        if following.start < end:
            return False
    return words.behind.fullmatch(reading.text, start, end) is not None


def _says_more(figure: Figure) -> bool:
    """Whether words behind a number say what was done with those that it counts."""
    topic = figure.dimensions.cues.get("topic")
    return (
        topic is not None and topic.start >= figure.end and topic.value not in (_TOPIC, _MEMBERSHIP)
    )


def _tell(
    reading: Reading, words: StockWords, figure: Figure, row: list[Figure], *, party: bool
) -> None:
    found = figure.dimensions
    level = words.level_of(reading.text, figure.end)
    if level is not None:
        if not _goes_on_at(level, reading, words, figure):
            _make_units(figure, level)
            if row[0].dimensions.found.get("role") == "previous":
                figure.dimensions.inherit(row[0].dimensions, ("role",))
        return
    if found.found.get("topic", "membership") != "membership":
        return
    if found.found.keys() & {"attribute", "change"}:
        return
    for noun in _nouns(reading, figure):
        if found.counted is None and noun.sets.get("body") in _PARTY:
            found.counted = noun.sets["body"]
            found.drop("body")
    bare = figure.unit is not None and words.members.fullmatch(figure.unit) is not None
    if party and bare and any(one.dimensions.counted in _PARTY for one in row):
        found.found["population"] = "party_members"
    if found.counted in _PARTY or found.found.get("population") == "party_members":
        for name in ("level", "body"):
            cue = found.cues.get(name)
            if cue is not None and cue.end <= figure.start:
                found.drop(name)  # Those of the whole that has them.
        found.found["topic"] = "membership"


def _goes_on_at(level: str, reading: Reading, words: StockWords, figure: Figure) -> bool:
    """Whether the next number counts others of a level: *102 xã, phường và 1 đặc khu*."""
    for one in reading.figures[figure.index + 1 : figure.index + 2]:
        if _joined(reading, words, figure, one):
            whole = any(each.match(reading.text, one.end) for each in words.units.values())
            if one.kind == "ratio":
                return False  # *84 communes and wards, and 30/70 communes meet the standards*
            return not whole and one.dimensions.found.get("level") == level
    return False
