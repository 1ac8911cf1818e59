"""Numbers that go on with the one before them: in its list, or at another time."""

from __future__ import annotations

from itertools import pairwise

from pipeline.link.changes import Changes
from pipeline.link.figures import GRADED, SHARED, Cue, Figure, Time
from pipeline.link.members import PARTY
from pipeline.link.placing import ACTS
from pipeline.link.reading import Reading
from pipeline.link.scope import Cover, Stretch

__all__ = ["Sequels", "tell_of_next"]

#: Units that are called in short after they were named: *specialised agencies*, then *agencies*.
_APPARATUS = frozenset({"focal_point", "public_service_unit"})
#: So many numbers are told again in turn, at least.
_IN_TURN = 2


class Sequels:
    """Reads in one sentence which numbers only go on, and gives them what they go on with.

    ``as_of`` is the day from which the report looks ahead.
    """

    def __init__(self, reading: Reading, as_of: str) -> None:
        self.reading, self.words = reading, reading.words
        self.as_of = as_of
        #: The numbers that are only what the one before them was compared with.
        self._held: set[int] = set()
        #: The numbers that tell once more the rate of the one before them.
        self._again: set[int] = set()

    def tell(self, figure: Figure) -> None:
        """Give a number what it goes on with."""
        self.in_list(figure)
        self.in_time(figure)
        self.in_bracket(figure)
        self.as_this_rate(figure)

    def _taken_apart(self, figure: Figure, previous: Figure) -> Figure:
        """Whose forms or grades a list tells: the one before it, or the whole that this is part of.

        *Kỷ luật 512 đảng viên, trong đó có 96 cấp ủy viên; khiển trách 340, cảnh cáo 110*.
        """
        reading, start = self.reading, previous.scope.left.start
        if not previous.index or ";" not in reading.text[previous.end : figure.start]:
            return previous
        is_part = self.words.opens_part.match(reading.text, start, previous.start) is not None
        whole = reading.figures[previous.index - 1]
        return whole if is_part and whole.kind == previous.kind else previous

    def in_list(self, figure: Figure) -> None:
        """A number that goes on with the list of the one before it.

        *Kỷ luật 29 tổ chức đảng: khiển trách 26, cảnh cáo 3*; *tỷ lệ nữ cao như Bắc Giang:
        15,09%; Lào Cai: 15,69%*.
        """
        if not figure.index:
            return
        previous, found = self.reading.figures[figure.index - 1], figure.dimensions
        before = previous.dimensions
        if self._goes_on(figure, previous):
            found.inherit(before, ("population", "level", "body", "topic"))
            found.counted = found.counted or before.counted
        graded = found.found.get("attribute", "").startswith(GRADED)
        if graded and "population" not in found.found and found.counted is None:
            alike = previous.kind == figure.kind and previous.bracket == figure.bracket
            alike = alike and before.found.get("attribute", "").startswith(GRADED)
            if alike or figure.kind == "count":
                before = self._taken_apart(figure, previous).dimensions
                found.inherit(before, ("population",))
                if found.counted is None and "population" not in found.found:
                    found.inherit(before, ("level",))
                found.counted = before.counted
        if figure.kind == "count":
            return
        if not previous.kind == figure.kind == "percentage" or not self.reading.places:
            return
        segment = self.reading.structure.segment_of(figure.start)
        placed = any(segment.holds(place.start) for place in self.reading.places)
        silent = not any(
            segment.holds(term.start) and (term.sets.keys() - {"basis"} or term.id == "basis_share")
            for term in self.reading.terms
        )
        if placed and silent and not self.reading.names_indicator(figure.scope):
            found.inherit(before, SHARED)
            found.topic_is_own = before.topic_is_own

    def _goes_on(self, figure: Figure, previous: Figure) -> bool:
        """Whether a bare number counts what the one before it counts.

        *Giảm 46 đơn vị cấp xã (từ 262 xuống còn 216)*; *từ 2.837 còn 1.937, giảm 900*.
        """
        if not previous.kind == figure.kind == "count" or self.reading.has_own_verb(figure):
            return False
        if self.reading.has_noun(figure) and not self._are_the_same(figure, previous):
            return False
        if previous.bracket is not None and figure.bracket is None:
            return False  # *Settled 402 (96 retired, 123 transferred), 605 remain*
        start, end = previous.end, figure.scope.right.end
        if self._are_more_of_them(figure, previous):
            return True
        between = self.reading.text[start : figure.start]
        since = Stretch(min(previous.noun_end, figure.start), figure.start)
        joined = self.words.and_first.match(self.reading.text, since.start) is not None
        if joined and self.reading.names_subject(since):
            return False  # *Cut 9 divisions and its staff by 310*
        if joined and figure.unit and previous.unit and self.reading.has_noun(previous):
            said = {*previous.unit.casefold().split()} & {*figure.unit.casefold().split()}
            if not said:
                return False  # *Cut 38 focal points and 157 units*
        silent = not any(
            start <= term.start < end and term.sets.keys() & set(SHARED)
            for term in self.reading.terms
            if not self.reading.is_counted(term)
        )
        return silent and not set(between) & set(";.:") and not self._counts_anew(figure, previous)

    def _are_more_of_them(self, figure: Figure, previous: Figure) -> bool:
        """Whether a number counts more of those before it elsewhere: *and 940 more in hamlets*."""
        reading, right = self.reading, figure.scope.right
        if previous.bracket is not None or figure.bracket is not None:
            return False
        if self.words.more_elsewhere.match(reading.text, figure.end) is None:
            return False
        told = {name for one in reading.cues(right, None) for name in one.sets}
        apart = set(reading.text[previous.end : figure.start]) & set(";:.()")
        return not apart and not told - {"level", "role"} and not reading.names_subject(right)

    def _counts_anew(self, figure: Figure, previous: Figure) -> bool:
        """Whether words between two numbers name units of another level: *số xã từ 190*."""
        between = self.reading.text[min(previous.noun_end, figure.start) : figure.start]
        levels = {
            self.words.level_words[word]
            for word in between.casefold().split()
            if word in self.words.level_words
        }
        return bool(levels - {previous.dimensions.found.get("level")})

    def _are_the_same(self, figure: Figure, previous: Figure) -> bool:
        """Whether two numbers count people by a word for any: *còn 1.250 người, giảm 320 người*.

        So do posts that only the first names in full: *4.012 biên chế công chức, còn 3.596 biên
        chế*; *biên chế công chức là 1.874 người, giảm 29 biên chế*.
        """
        one, two = (str(each.unit or "").casefold() for each in (figure, previous))
        alike = one == two and one in self.words.person_nouns
        posts = previous.dimensions.found.get("topic") == "staffing_quota"
        alike = alike or (
            one in self.words.payroll_nouns
            and (
                f"{two} ".startswith(f"{one} ")
                or not two
                or (posts and two in self.words.person_nouns)
            )
        )
        left = figure.scope.left
        own = Stretch(min(max(left.start, previous.noun_end), left.end), left.end)
        return alike and not self.reading.names_subject(own)

    def in_time(self, figure: Figure) -> None:
        """A number that tells of another time what the number before it tells.

        *Năm 2019, tỷ lệ lao động qua đào tạo đạt 54%; ước hết năm 2020 đạt 57%*.
        """
        if not figure.index or figure.bracket is not None or figure.pairing.partner is not None:
            return
        reading, previous = self.reading, self.reading.figures[figure.index - 1]
        again = reading.has_noun(figure) and self._are_the_same(figure, previous)
        between = Stretch(previous.noun_end if again else previous.end, figure.start)
        if previous.kind != figure.kind or previous.bracket is not None:
            return
        if reading.has_noun(figure) and not again:
            return
        times = [one for one in reading.times if between.holds(one.start)]
        timed = any(not one.base for one in times) and not (
            any(one.is_ahead(self.as_of) for one in times) and reading.names_subject(between)
        )
        apart = reading.structure.is_parted(previous.end, figure.start, None)
        if not timed or not apart or previous.unit not in (None, figure.unit):
            return
        said = {name for one in reading.cues(between, None) for name in one.sets}
        changed = "change" in said or "change" in previous.dimensions.found
        placed = any(between.holds(one.start) for one in reading.places)
        if said - {"role", "basis"} or changed or placed:
            return
        bases = figure.dimensions.found.get("basis"), previous.dimensions.found.get("basis")
        if bases[0] not in (None, bases[1]):
            return
        if reading.words.other_measure.search(reading.text, previous.end, figure.start):
            return  # *…; năm 2021 vượt 500 tỷ đồng*
        beside = Stretch(figure.end, figure.scope.right.end)
        if figure.kind != "percentage" and reading.names_subject(beside):
            return
        if (again or not reading.opens(figure)) and not reading.names_subject(between):
            figure.goes_on = previous
            figure.dimensions.inherit(previous.dimensions, SHARED)
            figure.dimensions.counted = figure.dimensions.counted or previous.dimensions.counted

    def retold(self, figure: Figure) -> Figure | None:
        """The number that a bracket tells again for an earlier or later time.

        *Chỉ số đạt 86,4% (năm 2021: 85,2%)*, *tăng 6,2% (cùng kỳ tăng 4,6%)*.
        """
        reading, bracket = self.reading, figure.bracket
        if bracket is not None and (held := self._held_in_bracket(figure, bracket)) is not None:
            self._held.add(figure.index)
            return held
        if bracket is not None and (other := self._retold_in_turn(figure, bracket)) is not None:
            return other
        previous = reading.before_bracket(bracket) if bracket is not None else None
        if bracket is None or previous is None or not self._is_alike(figure, previous):
            return None
        opening = _opening(figure, bracket)
        if reading.figures_in(opening, bracket):
            return None
        between = Stretch(min(previous.noun_end, bracket.start - 1), bracket.start - 1)
        if reading.names_subject(between) or set(reading.text[slice(*between)]) & set(",;:"):
            return None
        cues = reading.cues(opening, bracket)
        said = {name for one in cues for name in one.sets}
        changes = {one.sets["change"] for one in cues if "change" in one.sets}
        times = self._told_times(opening)
        roles = {one.sets["role"] for one in cues if "role" in one.sets}
        if not (times or roles) or roles - {"previous"} or said - {"role", "basis", "change"}:
            return None
        if self.words.aim_noun.search(reading.text, *opening) is not None:
            return None  # *8.466 tỷ đồng (dự toán năm 2018 là 6.775 tỷ đồng)*
        change = previous.dimensions.found.get("change")
        if changes - {change} or (change and not changes):
            return None  # *Giảm 8 lượt (năm 2019 có 13 lượt)*
        if self._is_no_retelling(figure, opening, changed=change is not None):
            return None
        known = Cover([*times, *((one.start, one.end) for one in cues)])
        beside = Stretch(figure.noun_end, min(figure.scope.right.end, bracket.end))
        told = any(self.words.subject_in(reading.text, one, known) for one in (opening, beside))
        return None if told else previous

    def _retold_in_turn(self, figure: Figure, bracket: Stretch) -> Figure | None:
        """The number that one of a bracket tells again, where it holds as many as stand before it.

        *Cấp huyện 19,8%, cấp xã 23,2% (nhiệm kỳ trước: 17,6%, 21,4%)*; by how much each of them
        moved is told so, too: *(tăng 2,2%, 1,8%)*.
        """
        reading = self.reading
        inside = reading.figures_in(bracket, bracket)
        before = [one for one in reading.before_brackets(bracket) if one.pairing.partner is None]
        if figure not in inside or len(inside) < _IN_TURN or len(inside) != len(before):
            return None
        if len({one.kind for one in (*inside, *before)}) > 1 or any(one.unit for one in inside):
            return None
        joined = all(
            self.words.only_joins(reading.text, one.end, two.start) for one, two in pairwise(inside)
        )
        opening = Stretch(bracket.start, inside[0].start)
        cues = reading.cues(opening, bracket)
        said = {name for one in cues for name in one.sets}
        times = self._told_times(opening)
        roles = {one.sets["role"] for one in cues if "role" in one.sets}
        if not joined or not (times or said) or said - {"role", "basis", "change"}:
            return None
        aims = self.words.aim_noun.search(reading.text, *opening) is not None
        if roles - {"previous"} or aims or self.words.not_retold.search(reading.text, *opening):
            return None
        known = Cover([*times, *((one.start, one.end) for one in cues)])
        beside = Stretch(inside[-1].end, bracket.end)
        if self.words.subject_in(reading.text, opening, known) or reading.names_subject(beside):
            return None
        return before[inside.index(figure)]

    def is_held(self, figure: Figure) -> bool:
        """Whether a number is only what the one that it goes on with was compared with."""
        return figure.index in self._held

    def _held_in_bracket(self, figure: Figure, bracket: Stretch) -> Figure | None:
        """The number that is held against what an earlier time had, told in the bracket behind it.

        *Đạt 70,5%, cao hơn cùng kỳ (47,3%)*; *75 units, 129 fewer compared to before (204)*.
        """
        reading, opening = self.reading, bracket.start - 1
        inside = reading.text[bracket.start : bracket.end].strip()
        if inside.removeprefix(figure.fact.text).strip() not in ("", figure.unit or ""):
            return None
        said = self.words.held_to_then.match(reading.text, 0, opening)
        if said is None:
            return None
        level = reading.structure.bracket_of(opening)
        segment = reading.structure.segment_of(opening)
        before = [
            one
            for one in reading.figures_in(Stretch(segment.start, said.start()), level)
            if one.kind == figure.kind and "change" not in one.dimensions.found
        ]
        return before[-1] if before and self._is_alike(figure, before[-1]) else None

    def _is_no_retelling(self, figure: Figure, opening: Stretch, *, changed: bool) -> bool:
        """Whether a bracket tells of a part, of a difference, of what is to come or what was left.

        *Kết nạp 5.200 đảng viên (năm 2021: 1.300; năm 2022: 1.250)* takes the sum apart.
        """
        text, words, bracket = self.reading.text, self.words, figure.bracket or opening
        others = [one for one in self.reading.figures_in(bracket, bracket) if one is not figure]
        if figure.kind != "percentage" and any(one.kind == figure.kind for one in others):
            return True
        if words.not_retold.search(text, *opening) is not None:
            return True
        if changed and words.left_over.search(text, *opening) is not None:
            return True
        beside = Stretch(figure.end, min(figure.scope.right.end, bracket.end))
        return words.differing.search(text, *beside) is not None

    def in_bracket(self, figure: Figure) -> None:
        """What a number that is told again takes from what it is told beside."""
        previous, bracket, found = figure.goes_on, figure.bracket, figure.dimensions
        if previous is not None and self.is_held(figure):
            found.inherit(previous.dimensions, SHARED)
            found.counted = found.counted or previous.dimensions.counted
            found.drop("basis")
            found.take("role", Cue("previous", figure.start, figure.start))
            return
        if previous is None or bracket is None:
            return
        found.inherit(previous.dimensions, (*SHARED, "change"))
        found.counted = found.counted or previous.dimensions.counted
        opening = _opening(figure, bracket)
        cues = self.reading.cues(opening, bracket)
        if (role := next((one for one in cues if "role" in one.sets), None)) is not None:
            if self.reading.figures_in(opening, bracket):
                found.take("role", Cue(role.sets["role"], role.start, role.end))
            return
        moved = any("change" in one.sets for one in cues)
        if moved and "change" not in previous.dimensions.found:
            return  # *(tăng 2,2%, 1,8% so với nhiệm kỳ trước)*
        times = self._told_times(opening)
        latest = self._latest_before(bracket)
        if all(not year or year < latest for year in map(self._year_of, times)):
            found.take("role", Cue("previous", *times[0]))

    def _told_times(self, opening: Stretch) -> list[Stretch]:
        """Where a bracket says of which time its number is, a date or *the same period*."""
        then = self.words.column_before.search(self.reading.text, *opening)
        then = then or self.words.at_first.match(self.reading.text, *opening)
        times = [
            Stretch(one.start, one.end) for one in self.reading.times if opening.holds(one.start)
        ]
        return [*times, *([Stretch(*then.span())] if then is not None else [])]

    def _year_of(self, told: Stretch) -> str:
        """The last year that a time speaks of; empty where it is only *the same period*."""
        times = (one for one in self.reading.times if one.start == told.start)
        return next(map(_year, times), "")

    def _latest_before(self, bracket: Stretch) -> str:
        """The latest year that a sentence told of before a bracket, or that of the report."""
        told = [one for one in self.reading.times if one.end <= bracket.start and not one.base]
        return max(map(_year, told), default=self.as_of[:4])

    def _is_alike(self, figure: Figure, previous: Figure) -> bool:
        """Whether two numbers can be of one measure: *9,6 bác sĩ (năm 2021: 9,1)*."""
        if figure.unit and not f" {previous.unit}".endswith(f" {figure.unit}"):
            return False
        return previous.kind == figure.kind

    def as_this_rate(self, figure: Figure) -> None:
        """A rate that is told once more: *30% in the committee; in its board, this rate is 40%*.

        Where nothing else is said of it, it measures the same: *…; after four years the rate had
        dropped to 11%, on average down 2 points each year*.
        """
        reading, words, left = self.reading, self.words, figure.scope.left
        if figure.index - 1 in self._again and self._only_changes(figure):
            figure.goes_on = reading.figures[figure.index - 1]
            return
        if figure.kind != "percentage" or reading.lists.isdisjoint(("this_rate", "the_rate")):
            return
        this = words.this_rate.search(reading.text, left.start, left.end)
        said = this or words.the_rate.search(reading.text, left.start, left.end)
        before = next(
            (
                one
                for one in reversed(reading.figures[: figure.index])
                if one.kind == "percentage" and one.bracket == figure.bracket
            ),
            None,
        )
        if said is None or before is None:
            return
        left = words.past_afterwards(reading.text, left)
        if reading.names_subject(Stretch(left.start, said.start())):
            return
        if self._says_nothing_of_it(figure, left):
            figure.goes_on = figure.goes_on or before
            self._again.add(figure.index)
        if this is not None:
            figure.dimensions.inherit(
                before.dimensions, ("attribute", "population", "topic", "level")
            )

    def _only_changes(self, figure: Figure) -> bool:
        """Whether a clause only says by how much a rate changed: *down 2 points each year*."""
        left = figure.scope.left
        changed = any("change" in one.sets for one in self.reading.cues(left, figure.bracket))
        alike = figure.kind == "percentage" and figure.bracket is None
        return alike and changed and self._says_nothing_of_it(figure, left)

    def _says_nothing_of_it(self, figure: Figure, left: Stretch) -> bool:
        """Whether the words before a number and behind it do not say of what it is."""
        reading, around = self.reading, (left, Stretch(figure.end, figure.scope.right.end))
        told = {name for one in around for cue in reading.cues(one, None) for name in cue.sets}
        silent = not told - {"role", "change", "basis"}
        return silent and not any(reading.names_subject(one) for one in around)


def _opening(figure: Figure, bracket: Stretch) -> Stretch:
    """What a bracket says before a number, from its last semicolon on."""
    return Stretch(max(bracket.start, figure.scope.segment.start), figure.start)


def tell_of_next(reading: Reading, changes: Changes) -> None:
    """What the noun behind the next number says, where it serves a number without one as well.

    *Còn 12 huyện và giảm từ 241 còn 233 xã*: 241 were communes. *11 district-level and 170
    commune-level units*: both are units.
    """
    _tell_ratios(reading)
    _tell_so_far(reading)
    _tell_met(reading)
    _tell_joined_units(reading)
    for one, two in pairwise(reading.figures):
        if two.kind != "count" or one.bracket != two.bracket or not reading.has_noun(two):
            continue
        if _tell_fewer(reading, one, two) or one.kind != "count":
            continue
        told = two.dimensions
        if one.unit and one.unit == two.unit and changes.is_by_now(one, two):
            # *From 105 Party organizations there are now 298 Party organizations in firms*
            one.dimensions.inherit(told, ("topic",))
            one.dimensions.found.setdefault("role", "previous")
        elif one.unit is None and changes.from_to(one) == "first":
            for name in SHARED:
                own, other = one.dimensions.cues.get(name), told.cues.get(name)
                if other is not None and other.start >= two.end and own != other:
                    one.dimensions.drop(name)
            one.dimensions.inherit(told, SHARED)
            one.dimensions.counted = told.counted or one.dimensions.counted
        elif _is_looked_at_alike(reading, one, two):
            # *Kiểm tra 31 tổ chức, 74 đảng viên khi có dấu hiệu vi phạm*
            one.dimensions.drop("topic")
            one.dimensions.inherit(told, ("topic",))
        elif (shared := _behind_both(reading, one, two)) is not None:
            one.dimensions.drop("topic")  # *…; 540 members and 12 organizations were disciplined*
            one.dimensions.take("topic", shared)
        if _are_individuals(reading, one, two):
            two.dimensions.take("population", Cue("party_members", two.end, two.noun_end))
        elif _names_its_level_alone(reading, one) and reading.words.only_joins(
            reading.text, one.noun_end, two.start
        ):
            one.dimensions.inherit(told, ("topic",))
            one.dimensions.counted = one.dimensions.counted or told.counted


def _tell_fewer(reading: Reading, one: Figure, two: Figure) -> bool:
    """Give a count that is by how many those before it became fewer what those have."""
    if one.kind in ("count", "ratio") and _is_fewer_of_them(reading, one, two):
        two.dimensions.inherit(one.dimensions, ("topic",))
        return True
    if one.kind != "count" or not _are_less_of_their_kind(reading, one, two):
        return False
    for each in reading.figures:
        if each is two or each.pairing.partner is two:
            each.dimensions.counted = each.dimensions.counted or one.dimensions.counted
    return True


def _tell_ratios(reading: Reading) -> None:
    """What is done in so many of the units of two levels, told behind the second.

    *9/13 huyện và 121/177 xã có bí thư đồng thời là chủ tịch UBND*.
    """
    ratios = [one for one in reading.figures if one.kind == "ratio" and one.bracket is None]
    for one, two in pairwise(ratios):
        topic = two.dimensions.cues.get("topic")
        if topic is None or topic.start < two.end or "topic" in one.dimensions.found:
            continue
        levels = [each.dimensions.found.get("level") for each in (one, two)]
        units = reading.counts_units(one) and reading.counts_units(two)
        if None in levels or levels[0] == levels[1] or not units or not _joins(reading, one, two):
            continue
        shares = [each for each in reading.figures if each.pairing.partner is one]
        for each in (one, *shares):
            each.dimensions.inherit(two.dimensions, ("topic",))


def _tell_so_far(reading: Reading) -> None:
    """How many of all have so far what some more of them were told to have.

    *Thêm 6 xã đạt chuẩn nông thôn mới, lũy kế 71/94 xã*.
    """
    for one, two in pairwise(reading.figures):
        topic = one.dimensions.cues.get("topic")
        if (one.kind, two.kind) != ("count", "ratio") or one.bracket != two.bracket:
            continue
        if topic is None or topic.end > two.start or "topic" in two.dimensions.found:
            continue
        since = Stretch(max(one.noun_end, topic.end), two.start)
        said = reading.words.so_far.search(reading.text, *since)
        if said is None or not _are_units_alike(reading, one, two):
            continue
        known = reading.known | Cover([said.span()])
        if reading.words.subject_in(reading.text, since, known):
            continue
        shares = [each for each in reading.figures if each.pairing.partner is two]
        for each in (two, *shares):
            each.dimensions.inherit(one.dimensions, ("topic", "attribute"))


def _tell_met(reading: Reading) -> None:
    """How many of some aims were met: *of the 18 targets of the programme only 13 were reached*."""
    for one, two in pairwise(reading.figures):
        if not one.kind == two.kind == "count" or one.bracket != two.bracket or not one.unit:
            continue
        if two.unit or not reading.words.nouns[one.unit.split()[0]].aims:
            continue
        all_of_them, some = one.number, two.number
        if all_of_them is None or some is None or some > all_of_them:
            continue
        start = one.scope.segment.start
        opens = reading.words.out_of.fullmatch(reading.text, start, one.start)
        met = reading.words.met_behind.match(reading.text, two.end)
        if opens is None or met is None:
            continue
        two.dimensions.drop("change")
        two.dimensions.drop("topic")
        two.dimensions.take("topic", Cue("targets_met", *met.span()))


def _tell_joined_units(reading: Reading) -> None:
    """What kind of units are given up together, where only one of two is named in full.

    *Giảm 28 phòng chuyên môn và 4 chi cục, tương đương 16,2% đầu mối*.
    """
    for one, two in pairwise(reading.figures):
        if not one.kind == two.kind == "count" or one.bracket != two.bracket:
            continue
        changes = {each.dimensions.found.get("change") for each in (one, two)}
        if changes != {"decrease"} or not _joins(reading, one, two):
            continue
        counted = {each.dimensions.counted for each in (one, two)}
        short = [each for each in (one, two) if each.dimensions.counted is None]
        if counted != {"focal_point", None} or not _is_of_apparatus(reading, short[0]):
            continue
        short[0].dimensions.counted = "focal_point"
        for each in reading.figures[two.index + 1 : two.index + 2]:
            led = reading.words.amounting.match(reading.text, _past_comma(reading, two))
            if led is not None and each.kind == "percentage" and each.bracket == two.bracket:
                each.dimensions.counted = "focal_point"
                each.dimensions.inherit(two.dimensions, ("change",))


def _is_of_apparatus(reading: Reading, figure: Figure) -> bool:
    """Whether the noun of a count is a short one for offices, of which nothing more is told."""
    return (figure.unit or "").casefold() in reading.words.apparatus


def _past_comma(reading: Reading, figure: Figure) -> int:
    """Where the words begin behind a noun and a comma."""
    end = min(figure.noun_end, len(reading.text))
    return end + len(reading.text[end:]) - len(reading.text[end:].lstrip(" ,"))


def _are_units_alike(reading: Reading, one: Figure, two: Figure) -> bool:
    """Whether a ratio is of all places of the kind that a smaller number counts some of."""
    nouns = reading.words.nouns
    level = nouns[one.unit].level if one.unit else None
    if level is None or two.unit is None or nouns[two.unit].level != level:
        return False
    more, of_all = one.number, two.total
    return more is not None and of_all is not None and more < of_all


def _is_fewer_of_them(reading: Reading, one: Figure, two: Figure) -> bool:
    """Whether a count is by how many those before it became fewer or more.

    *Còn 5 thôn chưa có chi bộ, giảm 2 thôn so với năm trước*.
    """
    if "topic" in two.dimensions.found or "change" not in two.dimensions.found:
        return False
    same = one.unit and two.unit and f"{one.unit} ".startswith(f"{two.unit} ")
    if not same or "change" in one.dimensions.found:
        return False
    topic = one.dimensions.cues.get("topic")
    if topic is None or topic.end > two.start or topic.value == "admin_units":
        return False
    since = max(one.noun_end, topic.end)
    verbs = Cover(
        (term.start, term.end)
        for term in reading.stated["change"]
        if since <= term.start < two.start
    )
    alone = not reading.words.subject_in(reading.text, Stretch(since, two.start), verbs)
    behind = reading.text[two.noun_end :].lstrip()
    return alone and reading.words.held_against.match(behind) is not None


def _are_less_of_their_kind(reading: Reading, one: Figure, two: Figure) -> bool:
    """Whether a count is by how many the units before it became fewer, named in short.

    *Has 17 specialised agencies, a reduction of 4 agencies (19%)*.
    """
    counted, two_found = one.dimensions.counted, two.dimensions
    if counted not in _APPARATUS or two_found.counted is not None or not one.unit or not two.unit:
        return False
    changes = [each.dimensions.found.get("change") for each in (one, two)]
    named = one.unit.casefold().split(), two.unit.casefold().split()
    short = named[1] in (named[0][: len(named[1])], named[0][-len(named[1]) :])
    levels = [each.dimensions.found.get("level") for each in (one, two)]
    if changes != [None, "decrease"] or levels[0] != levels[1] or not short:
        return False
    return not reading.names_subject(Stretch(one.noun_end, two.start))


def _year(time: Time) -> str:
    """The last year that a time speaks of."""
    value = vars(time.fact.value)
    return str(value.get("end_date") or value.get("date") or "")[:4]


def _is_looked_at_alike(reading: Reading, one: Figure, two: Figure) -> bool:
    """Whether signs of violation behind the second of two counts are those of the first as well."""
    first, second = (each.dimensions.cues.get("topic") for each in (one, two))
    if first is None or second is None or second.start < two.end:
        return False
    if (first.value, second.value) != ("inspection", "violation_signs"):
        return False
    if reading.words.parts.search(reading.text, one.noun_end, two.start) is not None:
        return False  # *Kiểm tra 310 tổ chức, trong đó 23 có dấu hiệu vi phạm*
    return reading.words.only_joins(reading.text, one.noun_end, two.start)


def _behind_both(reading: Reading, one: Figure, two: Figure) -> Cue | None:
    """What the words behind the second of two counts tell of the first as well.

    *9 tổ chức đảng và 327 đảng viên bị kỷ luật*; *khởi tố 7 vụ, 19 bị can về tội tham nhũng*.
    """
    own = one.dimensions.cues.get("topic")
    lent = own is not None and own.end <= one.scope.segment.start
    if ("topic" in one.dimensions.found and not lent) or not _joins(reading, one, two):
        return None
    topic = two.dimensions.cues.get("topic")
    if topic is None or topic.start < two.end:
        return None
    if topic.value == "accused":
        cases = reading.words.class_nouns["cases"].fullmatch(one.unit or "")
        behind = reading.first("topic", [(Stretch(topic.end, two.scope.right.end), False)], None)
        return behind if cases and behind and behind.value == "corruption_cases" else None
    members = one.dimensions.found.get("population") == "party_members"
    looked_at = (members or one.dimensions.counted in PARTY) and _opens_row(reading, one)
    apart = topic.start > two.end + 1  # The noun itself may say so: *5 kỷ luật*.
    return topic if topic.value in ACTS and looked_at and apart else None


def _opens_row(reading: Reading, figure: Figure) -> bool:
    """Whether nobody has or does what a count is of: *the province has 620 organizations and …*.

    A bound says of nobody: *at least 6 organizations and 40 members were inspected*.
    """
    start = figure.scope.segment.start
    if reading.figures_in(Stretch(start, figure.start), figure.bracket):
        return False
    start = max(start, reading.text.rfind(",", start, figure.start) + 1)
    ahead = reading.without_bound(Stretch(start, figure.start))
    end = ahead.start + len(reading.text[ahead.start : ahead.end].rstrip()) + 1
    having = reading.words.having.search(reading.text, start, min(end, figure.start))
    end = having.start() if having is not None else start
    for aim in reading.stated.get("role", ()):
        if not reading.text[start : aim.start].strip():
            start = max(start, aim.end)  # *Phấn đấu có 6 tổ chức đảng và …*
    return not reading.text[start:end].strip() and not reading.names_subject(ahead)


def _are_individuals(reading: Reading, one: Figure, two: Figure) -> bool:
    """Whether people beside Party organizations are their members: *42 tổ chức và 115 cá nhân*."""
    acts = two.dimensions.found.get("topic"), one.dimensions.found.get("topic")
    alike = acts[0] in ACTS and acts[0] == acts[1] and one.dimensions.counted in PARTY
    said = {"population", "attribute"} & two.dimensions.found.keys()
    actor = two.dimensions.cues.get("body")  # Whoever looked at the one did so at the other.
    if actor is not None and actor.end > one.start:
        return False
    anybody = (two.unit or "").casefold() in reading.words.anybody
    return alike and anybody and not said and _joins(reading, one, two)


def _joins(reading: Reading, one: Figure, two: Figure) -> bool:
    """Whether only a joint or a slash stands between two counts: *7 vụ/19 bị can*."""
    counted = [term.end for term in reading.terms if one.end < term.start <= one.noun_end]
    counted += [term.end for term in reading.terms if term.start == one.end + 1]
    end = min(max([one.noun_end, *counted]), two.start)
    slash = reading.text[end : two.start].strip() == "/"
    return slash or reading.words.only_joins(reading.text, end, two.start)


def _names_its_level_alone(reading: Reading, figure: Figure) -> bool:
    """Whether all that is said of what a number counts is its level: *11 district-level*."""
    own = Stretch(figure.end, figure.noun_end)
    terms = reading.cues(own, figure.bracket)
    unit = figure.unit
    if unit is None or reading.words.tier_row.match(unit) is None:
        return False
    if len(terms) != 1 or terms[0].sets.keys() != {"level"}:
        return False
    return reading.text[terms[0].start : terms[0].end].strip() == unit
