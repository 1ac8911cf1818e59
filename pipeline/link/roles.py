"""Role: whether a number is a result, a target, a plan or what was before."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from pipeline.link.changes import OF_AIMS, Changes
from pipeline.link.deeds import DONE
from pipeline.link.figures import Cue, Figure, Time
from pipeline.link.former import is_former
from pipeline.link.norms import asked_of, is_passed, is_told_as_met, norm_beside
from pipeline.link.pairs import held_to_aim
from pipeline.link.reading import Reading
from pipeline.link.scope import Scope, Stretch
from pipeline.link.terms import TermMention
from pipeline.link.words import ANNOUNCING
from pipeline.model import Date, Role

__all__ = ["Roles"]

#: The month from which on a report tells how its year ends.
_ENDING = "11"
#: In so many words a sentence says who sets an aim, where and when; more of them tell a story.
_OPENING_WORDS = 18
#: What stands before the first word of a clause.
_OPENS_CLAUSE = frozenset(",;:.()–-+•*")
#: So many words are no more than a verb and a word for about how many.
_VERB_WORDS = 3
#: Topics whose percentages are those of growth.
_GROWING = frozenset({"grdp", "budget_revenue", "output_value"})
#: A plan that was met.
_ALL = 100
#: So many characters before a number hold a conjunction with a bound.
_BEFORE = 40
#: So near behind what a number counts stands the verb that tells what is to be done with it.
_VERB_BEHIND = 20
#: The lists of words for what is to come.
_TO_COME = frozenset({"future", "will_be"})


class Roles:
    """Reads the roles of the numbers of one sentence.

    ``as_of`` is the day from which the report looks ahead, ``list_role`` the role that an
    announced list gives to its items.
    """

    def __init__(
        self, reading: Reading, changes: Changes, as_of: str, list_role: Role | None
    ) -> None:
        self.reading, self.words = reading, reading.words
        self.changes, self.as_of, self.list_role = changes, as_of, list_role
        self._has_aims = not reading.lists.isdisjoint(OF_AIMS)

    def role(self, figure: Figure) -> Cue | None:
        """The role that the nearest words before a number give it.

        A closed bound (*đạt từ 25% trở lên*) is never a result: there the verb of a result
        says nothing against the norm that the sentence opens with.
        """
        place = None if self._is_aimed_band(figure) else self.changes.from_to(figure)
        scope, start = figure.scope, figure.start
        listed = None if self._is_told_as_done(figure) else self.list_role
        held = (
            self._is_given_up(figure) or self._is_held_to(figure) or self.changes.was_there(figure)
        )
        if place == "first" or held:
            return Cue("previous", start, start)
        was = is_former(self.reading, figure) or self._goes_on_with_before(figure)
        former = Cue("previous", start, start) if was else None
        aim = self._aim_before(figure) if self._has_aims else None
        beside = aim or former or norm_beside(self.reading, figure)
        if beside is not None:
            return beside
        norm = getattr(figure.fact.value, "comparator", "=") in (">=", "<=")
        own = self._as_announced(figure, self._nearest_role(figure, norm=norm, earlier=False))
        titled = self._titled(figure)
        if titled is not None and (own is None or own.value == "actual" or own.end <= titled.end):
            return titled
        if place == "last" and (own is None or own.value == "previous"):
            return Cue(listed or "actual", start, start)
        if norm and own is not None and own.value == "requirement":
            return own._replace(value=self._asked())
        if own is not None and own.value == "plan" and self._aims(figure):
            return own._replace(value="target")
        if (own is None or own.start < scope.left.start) and self._is_done(figure):
            return Cue("actual", start, start)
        if own is not None and not (listed and own.value == "actual"):
            return own
        planned = self._to_be_done(figure) or self._as_planned_before(figure)
        parallel = planned or self._parallel(figure)
        if parallel is not None:
            return parallel
        ahead = self._role_behind(figure) if figure.kind not in ("count", "ratio") else None
        if ahead is not None and ahead.value in ("target", "plan"):
            return ahead
        found_role = self._nearest_role(figure, norm=norm, earlier=True) or self._deadline(figure)
        if listed is not None and (found_role is None or found_role.value == "actual"):
            return Cue(listed, start, start)
        if found_role is None and norm and figure.kind == "percentage":
            asked = asked_of(self.reading, figure, self._asked())
            return Cue(asked, start, start) if asked is not None else None
        return found_role

    def _to_be_done(self, figure: Figure) -> Cue | None:
        """What a verb right behind a count tells of what is to come: *9 tổ chức sẽ kiểm tra*."""
        bound = getattr(figure.fact.value, "comparator", "=") != "="
        if figure.kind != "count" or bound or "future" not in self.reading.lists:
            return None
        said = self.words.future_behind.match(self.reading.text, figure.noun_end)
        topic = figure.dimensions.cues.get("topic")
        done = said is not None and topic is not None and topic.start >= said.end()
        near = done and topic is not None and topic.start - figure.noun_end < _VERB_BEHIND
        return Cue("plan", said.start(), said.end()) if said is not None and near else None

    def _as_planned_before(self, figure: Figure) -> Cue | None:
        """That a bracket lists what was planned, behind what was reached of that.

        *Bằng 101,7% và 95,3% kế hoạch (60 tổ chức, 150 đảng viên)*; *vượt 20% so với chương trình
        (30 tổ chức)*.
        """
        bracket = figure.bracket
        if figure.kind != "count" or bracket is None:
            return None
        row = self.reading.figures_in(bracket, bracket)
        before = self.reading.before_bracket(bracket)
        if before is None or before.kind != "percentage" or figure not in row:
            return None
        known = self.reading.known
        opens = not self.words.subject_in(
            self.reading.text, Stretch(bracket.start, row[0].start), known
        )
        joined = all(
            self.words.only_joins(self.reading.text, one.noun_end, two.start)
            for one, two in pairwise(row)
        )
        said = self.words.of_plan_here.match(self.reading.text, before.end)
        if said is None or said.end() != bracket.start - 1 or not (opens and joined):
            return None
        return Cue("target", said.start(), said.end())

    def _goes_on_with_before(self, figure: Figure) -> bool:
        """Whether a share is joined to one of an earlier time, which the sentence begins with.

        *In the previous term 19% of members were women and 14% under 40*, but not *… and 23% now*.
        """
        before = self.reading.figures[figure.index - 1] if figure.index else None
        if before is None or not before.kind == figure.kind == "percentage":
            return False
        said, text = before.dimensions.cues.get("role"), self.reading.text
        if said is None or said.value != "previous" or before.bracket or figure.bracket:
            return False
        opens = said.start < said.end <= before.start and not text[: said.start].strip()
        joined = self.words.and_.match(text, max(before.end, figure.start - _BEFORE), figure.start)
        if not opens or joined is None or "change" in figure.dimensions.found:
            return False
        end = figure.scope.right.end
        anew = self.words.by_now.search(text, before.end, end)
        anew = anew or self.words.this_term.search(text, before.end, end)
        return anew is None and not any(before.end <= one.start < end for one in self.reading.times)

    def _is_aimed_band(self, figure: Figure) -> bool:
        """Whether growth is aimed at from one percentage to another: *GRDP tăng từ 7% đến 8%*.

        What a level rises to is told with other words, or has a rate that rises.
        """
        found = figure.dimensions.found
        grows = found.get("topic") in _GROWING and found.get("basis") != "share"
        if self.list_role is None or not grows or figure.kind != "percentage":
            return False
        alike = self.reading.figures[max(0, figure.index - 1) : figure.index + 2]
        joints = [
            self.words.least_to_most.fullmatch(self.reading.text, one.end, two.start)
            for one, two in pairwise(alike)
        ]
        return any(joint is not None for joint in joints)

    def _is_told_as_done(self, figure: Figure) -> bool:
        """Whether a clause below a heading of aims tells what came of them.

        *Chỉ tiêu phát triển đảng viên*, and below it *đã kết nạp 1.240, đạt 103% kế hoạch*.
        """
        if self.list_role is None:
            return False
        part = figure.dimensions.found.get("basis") == "of_plan"
        if (part and not self._is_part_aimed_at(figure)) or self._met_a_part(figure):
            return True
        left = figure.scope.left
        return self.words.perfect.search(self.reading.text, left.start, figure.start) is not None

    @staticmethod
    def _is_part_aimed_at(figure: Figure) -> bool:
        """Whether a part of a plan is a bound that leaves some: *giải ngân trên 95% kế hoạch*."""
        bound = getattr(figure.fact.value, "comparator", "=") in (">", ">=")
        return bound and figure.number is not None and figure.number < _ALL

    def _met_a_part(self, figure: Figure) -> bool:
        """Whether a number is told with the part of its plan that it is: *…, bằng 70% kế hoạch*.

        *Giải ngân trên 95% kế hoạch* may be aimed at.
        """
        reading = self.reading
        for one in reading.figures[figure.index + 1 :]:
            between = Stretch(figure.end, one.start)
            if one.scope.segment != figure.scope.segment or one.bracket != figure.bracket:
                return False
            if any(between.holds(name.start) for name in reading.names):
                return False
            said = reading.cues(one.scope.right, one.bracket)
            part = getattr(one.fact.value, "comparator", "") == "=" and one.kind == "percentage"
            if part and any(term.sets.get("basis") == "of_plan" for term in said):
                return one.number is not None and one.number < _ALL
        return False

    def _aim_before(self, figure: Figure) -> Cue | None:
        """The words before a number that say it was aimed at; how many aims were met was not."""
        start = figure.start
        if is_told_as_met(self.reading, figure):
            return None
        aimed = self.words.aimed.search(self.reading.text, max(0, start - 60), start)
        if aimed is None and figure.kind != "percentage":
            # *So với dự toán 105%*: so much of it was reached.
            aimed = self.words.held_aim.match(self.reading.text, max(0, start - 60), start)
        if aimed is not None:
            return Cue("target", aimed.start(), start)
        if self._opens_with_aim(figure) or is_passed(self.reading, figure):
            return Cue("target", start, start)
        held = held_to_aim(self.reading, figure, self.words)
        return Cue("target", start, start) if held is not None else None

    def _titled(self, figure: Figure) -> Cue | None:
        """The words for aims and a colon that a sentence begins with: *Kế hoạch năm 2024: …*.

        What came of the plan is told as a result there, too: *…, đã kết nạp 1.720, đạt 101%*.
        """
        aim = self._title
        if aim is None or figure.bracket is not None or figure.start < aim.end:
            return None
        if figure.dimensions.found.get("basis") in ("of_plan", "of_base"):
            return None
        text, came_of_it = self.reading.text, self.words.came_of_it
        told = came_of_it.search(text, aim.end, figure.start)
        told = told or came_of_it.search(text, figure.end, figure.scope.right.end)
        return aim if told is None and not self._is_done(figure) else None

    @cached_property
    def _title(self) -> Cue | None:
        """The words for aims that a sentence begins with, where no part of a plan is told."""
        reading = self.reading
        if "aim_titles" not in reading.lists:
            return None
        found = self.words.aims_title.match(reading.text)
        if found is None or any(
            one.start >= found.end() and one.sets["basis"] == "of_plan"
            for one in reading.stated.get("basis", ())
        ):
            return None
        return Cue("target", found.start(), found.end())

    def _opens_with_aim(self, figure: Figure) -> bool:
        """Whether the clause of an amount begins with what was planned, and tells no result.

        *Dự toán thu ngân sách là 18.500 tỷ đồng, thực hiện 20.000 tỷ đồng*.
        """
        left, text = figure.scope.left, self.reading.text
        opening = self.words.opens_aim.match(text, left.start, left.end)
        if opening is None or figure.kind not in ("count", "money", "quantity"):
            return False
        before = self.reading.last_before(figure.start)
        if before is not None and before.end == left.start and self.reading.has_noun(before):
            return False  # *Trong 26 chỉ tiêu có 22 chỉ tiêu đạt*
        between = Stretch(opening.end(), left.end)
        said = self.reading.cues(between, figure.bracket)
        told = any(one.sets.get("role") == "actual" for one in said)
        return not told and self.words.came_of_it.search(text, *between) is None

    def _is_done(self, figure: Figure) -> bool:
        """Whether a clause says that its number came of a plan, which stands before it.

        *Chỉ tiêu giao 1.150, đã kết nạp 1.200*; *the target was 1,150; 1,200 were admitted*.
        """
        if figure.kind not in ("count", "money", "quantity") or self.list_role is not None:
            return False
        left, text = figure.scope.left, self.reading.text
        before = self.reading.last_before(figure.start)
        low = max(figure.scope.segment.start, before.end) if before is not None else left.start
        if self.words.came_of_it.search(text, min(low, left.start), left.end) is not None:
            return True
        found = self.words.was_done.match(text, min(figure.noun_end, len(text)))
        found = found or self.words.was_done.match(text, figure.end)
        return found is not None and any(
            one.start == found.end() and one.sets["topic"] in DONE
            for one in self.reading.stated.get("topic", ())
        )

    def _is_given_up(self, figure: Figure) -> bool:
        """Whether a number only tells what another stands for: *7 districts instead of 8*."""
        if "instead" not in self.reading.lists:
            return False
        low = max(0, figure.start - 30)
        return self.words.instead.match(self.reading.text, low, figure.start) is not None

    def _is_held_to(self, figure: Figure) -> bool:
        """Whether a number is only what another is held against: *3.1%, down from 5.4%*.

        What was planned is not what was: *7.1% compared with 8% planned*; and what another group
        has it has at the same time: *33%, compared to 20% for those under 40*.
        """
        behind = self._role_behind(figure)
        if not figure.index or (behind is not None and behind.value != "previous"):
            return False
        said = self.words
        for asked in (said.aimed_behind, said.ruled_behind, said.planned_behind):
            if asked.match(self.reading.text, figure.end) is not None:
                return False  # *Cao hơn mức 95% mà Tỉnh ủy đề ra*
        before = self.reading.figures[figure.index - 1]
        low = max(before.end, figure.start - _BEFORE)
        held = self.words.held_to.match(self.reading.text, low, figure.start)
        if held is not None and said.norm_before.match(self.reading.text, low, figure.start):
            return False  # *Cao hơn mức tối thiểu 20%*
        if held is None and before.kind == figure.kind:
            # *71 million against 66 million in 2022*, but not *took action against 12 members*.
            held = self.words.held_directly.match(self.reading.text, low, figure.start)
            end = held.start() if held is not None else figure.start
            between = Stretch(min(before.noun_end, end), end)
            held = None if self.reading.names_subject(between) else held
        if held is None and before.kind == figure.kind and self._is_of_a_year_before(figure):
            held = self.words.passing_by.match(self.reading.text, low, figure.start)
        return held is not None and not self._is_of_another_group(figure)

    def _is_of_a_year_before(self, figure: Figure) -> bool:
        """Whether a number has its own year behind it, that is over: *above the 93% of 2021*."""
        text, end = self.reading.text, figure.end
        owned = self.words.owned.match(text, end + 1)
        time = next((one for one in self.reading.times if one.start > end), None)
        if owned is None or time is None or time.by_when or str(time.fact.value) > self.as_of:
            return False
        between = text[end : time.start]
        return len(between.split()) <= _VERB_WORDS and not set(between) & _OPENS_CLAUSE

    def _role_behind(self, figure: Figure) -> Cue | None:
        """The role that words behind a number give it; those right before the next are of that.

        *Cao hơn mức 6,1% của năm 2022 nhưng thấp hơn mục tiêu 8%*.
        """
        role = self.reading.first("role", [(figure.scope.right, False)], figure.bracket)
        following = self.reading.figures[figure.index + 1 : figure.index + 2]
        if role is None or not following or role.start - figure.end <= 1:
            return role
        leads = 0 <= following[0].start - role.end <= 1
        return None if leads else role

    def _is_of_another_group(self, figure: Figure) -> bool:
        """Whether the words behind a share say of whom or where it is, and not when."""
        right = figure.scope.right
        if figure.kind != "percentage" or any(right.holds(one.start) for one in self.reading.times):
            return False
        told = {name for term in self.reading.cues(right, figure.bracket) for name in term.sets}
        placed = any(right.holds(one.start) for one in self.reading.places)
        nation = self.words.whole_nation.search(self.reading.text, *right)
        return placed or nation is not None or bool(told & {"attribute", "level", "population"})

    def _as_announced(self, figure: Figure, own: Cue | None) -> Cue | None:
        """What its sentence begins with says of a number: that it is aimed at, or expected.

        *Phấn đấu tăng trưởng đạt 8%; tỷ lệ đô thị hóa đạt 45%*; but what *has reached* a number,
        or reached it in another year, is a result there too, and so is all that follows.
        """
        aim = self._announced
        if aim is None or figure.bracket is not None or figure.start < aim.end:
            return own
        if is_told_as_met(self.reading, figure):
            return own  # *Of the targets 23/29 were met*
        stays = own is not None and (own.value != "actual" or own.start < aim.end)
        if own is not None and stays and not (aim.value == "target" and self._only_ensures(own)):
            return own
        since = max([aim.end, *(one.end for one in self.reading.figures[: figure.index])])
        until = own.end if own is not None else figure.start
        told = figure.dimensions.found.get("basis") == "of_plan" or any(
            since <= one.start < figure.scope.right.end and not one.by_when
            for one in self.reading.times
        )
        results = any(
            one.dimensions.found.get("role") == "actual"
            for one in self.reading.figures[: figure.index]
            if one.start >= aim.end
        )
        if told or results or self.words.done.search(self.reading.text, since, until):
            return own
        return aim

    def _only_ensures(self, own: Cue) -> bool:
        """Whether a word asks for nothing behind an aim: *phấn đấu …, bảo đảm tỷ lệ nữ đạt 3%*."""
        said = self.reading.text[own.start : own.end].casefold()
        return own.value == "requirement" and said.startswith(self.words.ensuring)

    @property
    def announced(self) -> Cue | None:
        """What a sentence begins with that makes its numbers aims, or what is expected."""
        return self._title or self._announced

    @property
    def has_title(self) -> bool:
        """Whether a sentence begins with a label of aims: *Đến năm 2030: …*, *Plan for 2030: …*."""
        return self._title is not None or self._deadline_line is not None

    @cached_property
    def _announced(self) -> Cue | None:
        """What a sentence announces: *phấn đấu*, *by 2030:*, *the congress set targets, namely*."""
        return self._aims_verb or self._aims_line or self._deadline_line

    @property
    def _aims_verb(self) -> Cue | None:
        """The verb of an aim, or of what is expected, before the first number."""
        terms = self.reading.stated.get("role", ())
        if not terms or terms[0].sets["role"] not in ("target", "plan"):
            return None
        first, text, role = terms[0], self.reading.text, terms[0].sets["role"]
        opening = text[: first.start]
        if self.reading.figures[0].start < first.start or set(opening) & set(";:("):
            return None
        said = text[first.start : first.end].casefold()
        if role == "plan" and said not in self.words.expecting:
            return None
        # *Năm 2026, tỉnh đặt mục tiêu*: whoever sets an aim, and when, is named before it.
        if self.words.done.search(opening) is not None:
            return None
        if len(opening.split()) > _OPENING_WORDS and not self._are_told_to(opening):
            return None
        aims = self.words.setting.finditer(text, 0, first.end)
        sets = role == "plan" or any(one.end() > first.start for one in aims)
        if not sets and self.reading.names_subject(Stretch(0, first.start)):
            return None
        return Cue(role, first.start, first.end)

    def _are_told_to(self, opening: str) -> bool:
        """Whether somebody is told to do something before a clause that only says what to aim at.

        *Chủ tịch tỉnh yêu cầu các sở xử lý hồ sơ tồn đọng trước ngày 30/9, phấn đấu …*.
        """
        asked = self.words.ordering_within.search(opening) is not None
        return asked and opening.rstrip().endswith(",")

    @property
    def _aims_line(self) -> Cue | None:
        """Words that announce targets in the sentence itself: *thông qua các chỉ tiêu: …*."""
        if self.reading.lists.isdisjoint(ANNOUNCING):
            return None
        found = self.words.aims_follow.search(self.reading.text)
        return Cue("target", found.start(), found.end()) if found is not None else None

    @property
    def _deadline_line(self) -> Cue | None:
        """A year to come with a colon, at the start of a sentence: *Đến năm 2030: …*.

        Whoever sets the aim makes it one whatever the year: *Nghị quyết xác định đến năm 2025: …*.
        """
        text = self.reading.text
        found = self.words.set_by.search(text)
        if found is None:
            found = self.words.by_then.match(text)
            if found is None or found["year"] <= self.as_of[:4]:
                return None
        return Cue("target", found.start(), found.end())

    def _aims(self, figure: Figure) -> bool:
        """Whether what is planned is to be reached by a year: *by 2030 income will rise by 3%*."""
        topic = figure.dimensions.found.get("topic")
        return topic not in ("planning", "committee") and self._asked() == "target"

    def is_future(self, figure: Figure) -> bool:
        """Whether the verb of the clause of a number says what is to come: *will be reduced to*.

        What part of a plan was reached is a result, whatever a translation makes of its tense:
        *will admit 2,100 members, reaching 105% of the target*.
        """
        if self.reading.lists.isdisjoint(_TO_COME):
            return False
        pair = self.reading.figures[figure.index : figure.index + 2]
        if any(one.dimensions.found.get("basis") == "of_plan" for one in pair):
            return False
        if self._is_held_against_aim(figure):
            return False
        low, text = figure.scope.segment.start, self.reading.text
        end = figure.scope.right.end
        topic = figure.dimensions.cues.get("topic") if figure.kind == "count" else None
        if topic is not None and figure.scope.segment.holds(topic.start):
            end = max(end, topic.end)  # *9 organizations and 40 members are to be inspected*
        if self.words.will_be.search(text, figure.end, end) is not None:
            return True
        for said in self.words.future.finditer(text, low, figure.start):
            clause = not self.reading.structure.is_parted(said.end(), figure.start, figure.bracket)
            since = Stretch(said.end(), figure.start)
            told = any("role" in one.sets for one in self.reading.cues(since, figure.bracket))
            if clause and not told:
                return True
        return False

    def is_told_to(self, figure: Figure) -> bool:
        """Whether somebody is told to reach a bound, and nothing tells that they did.

        *Chủ tịch tỉnh yêu cầu các sở giải quyết đúng hạn trên 95% hồ sơ*.
        """
        bound = getattr(figure.fact.value, "comparator", "=") != "="
        if not bound or "ordered" not in self.reading.lists:
            return False
        text, start = self.reading.text, figure.start
        told = self.words.ordered.search(text, figure.scope.segment.start, start)
        if told is None or self.reading.figures_in(Stretch(told.end(), start), figure.bracket):
            return False
        results = (self.words.done, self.words.came_of_it, self.words.having)
        return all(one.search(text, told.end(), start) is None for one in results)

    def _is_held_against_aim(self, figure: Figure) -> bool:
        """Whether the bracket behind a number gives its aim: *will be 25% (the target is 20%)*."""
        reading, segment = self.reading, figure.scope.segment
        for bracket in sorted(reading.structure.brackets):
            if not (bracket.start > figure.end and segment.holds(bracket.start)):
                continue
            if reading.figures_in(Stretch(figure.end, bracket.start), figure.bracket):
                return False
            return self.words.aim_noun.search(reading.text, *bracket) is not None
        return False

    def _deadline(self, figure: Figure) -> Cue | None:
        """A number for a year's end that is still to come when the report is dated.

        A report that is signed in the last weeks of a year tells how it ends: *Đến hết năm 2023,
        tỷ lệ hộ nghèo còn 14,9%*, of 20 December 2023.
        """
        offset = self.reading.offset
        for time in self.reading.facts:
            value = time.value
            if not isinstance(value, Date) or not (value.date or "").endswith("-12-31"):
                continue
            start = time.start - offset
            ahead = start < figure.start and self.reading.structure.visible(start, figure.bracket)
            day = value.date or ""
            ending = day[:4] == self.as_of[:4] and self.as_of[5:7] >= _ENDING
            if ahead and day > self.as_of and not ending:
                return Cue("target", start, time.end - offset)
        return None

    def is_due(self, figure: Figure) -> bool:
        """Whether a number is told for a year to come: *đến năm 2035, tỷ lệ đô thị hóa đạt 45%*.

        The year opens a clause, or stands beside the number or its verb; one inside a name does
        not: *thực hiện Đề án phát triển du lịch đến năm 2035, đã có 12 dự án*.
        """
        reading, text = self.reading, self.reading.text
        said = [
            one
            for one in reading.times
            if one.start < figure.start and reading.structure.visible(one.start, figure.bracket)
        ]
        ahead = bool(said) and said[-1].is_ahead(self.as_of) and self._is_told_by(said[-1], figure)
        if ahead and self.words.done.search(text, said[-1].end, figure.start) is None:
            return True
        if figure.kind == "ratio" or figure.dimensions.found.get("basis") == "of_plan":
            return False
        # *Đạt 41% vào năm 2035*, but not *đạt 81% kế hoạch vốn đến năm 2035*.
        end = figure.noun_end if figure.unit else figure.end
        return any(
            one.start >= end
            and len(text[end : one.start].split()) <= _VERB_WORDS
            and not set(text[end : one.start]) & _OPENS_CLAUSE
            and one.is_ahead(self.as_of)
            for one in reading.times
        )

    def _is_told_by(self, time: Time, figure: Figure) -> bool:
        """Whether a year opens its clause, or next to nothing stands between it and a number."""
        text = self.reading.text
        word = self.words.deadline.search(text, 0, time.start)
        opening = text[: word.start() if word is not None else time.start].rstrip()
        if not opening or opening[-1] in _OPENS_CLAUSE:
            return True
        between = text[time.end : figure.start]
        return len(between.split()) <= _VERB_WORDS and not set(between) & set(",;:.")

    def _asked(self) -> Role:
        """What is asked for by a year is a target (*at least 25% by 2030*); a norm has none."""
        dated = any(
            self.words.deadline.search(self.reading.text, 0, time.start)
            for time in self.reading.times
            if isinstance(time.fact.value, Date) and _is_of_a_year(time.fact.value)
        )
        return "target" if dated else "requirement"

    def _nearest_role(self, figure: Figure, *, norm: bool, earlier: bool) -> Cue | None:
        if "role" not in self.reading.stated:
            return None
        scope, met = figure.scope, is_told_as_met(self.reading, figure)
        weak: Cue | None = None
        crossed = closed = False
        for item in self.reading.walk(scope, earlier=earlier):
            if isinstance(item, Figure):
                crossed = crossed or not self._has_what_follows(item, scope)
                continue
            role = item.sets.get("role")
            if role is None or (norm and role == "actual") or (met and role == "target"):
                continue
            if self._is_of_others(item, scope, norm=norm):
                continue
            cue = Cue(role, item.start, item.end)
            if "topic" in item.sets and role == "plan":
                if figure.dimensions.found.get("topic") == "committee":
                    continue  # *Planning was reviewed; incumbent committees have 17.5% women*
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

    def _is_of_others(self, item: TermMention, scope: Scope, *, norm: bool) -> bool:
        """Whether a word for a role says nothing of a number: it is of a noun, a deed or another.

        *Gấp đôi nhiệm kỳ trước; có 1.100 doanh nghiệp mới*.
        """
        if self._is_counted(item):
            return True
        role = item.sets["role"]
        if role == "previous" and item.end <= scope.left.start and self._is_base(item):
            return True
        apart = scope.bracket is None and item.start < scope.segment.start
        if apart and (role == "previous" or self._is_of_held(item.start, item.end)):
            return True
        return role == "requirement" and not norm and self._is_forced(item, scope)

    def _is_base(self, item: TermMention) -> bool:
        """Whether an earlier time is only what a number is held against.

        *Up 2% compared to the last term, and youths made up 15%*; *compared to the last term, …*.
        """
        low = max(0, item.start - _BEFORE)
        return self.words.compared_before.match(self.reading.text, low, item.start) is not None

    def _has_what_follows(self, passed: Figure, scope: Scope) -> bool:
        """Whether a number is of places that have this: *trước khi sáp nhập, 3 tỉnh có 4,1%*."""
        if passed.kind != "count" or not passed.unit:
            return False
        if self.words.nouns[passed.unit].level is None:
            return False
        text = self.reading.text
        return self.words.having.search(text, passed.end, scope.left.end) is not None

    def _is_counted(self, said: TermMention) -> bool:
        """Whether a word is the noun of a number: *biên chế 4.570 chỉ tiêu*, no target."""
        before, text = self.reading.last_before(said.start), self.reading.text
        if before is None:
            return False
        if before.kind == "ratio" and self.words.aim_noun.match(text, said.start) is not None:
            # *Completed 15 out of 19 main targets*
            between = text[before.end : said.start]
            return len(between.split()) <= _VERB_WORDS and not set(between) & set(",;:()")
        if not before.unit or not 0 <= said.start - before.end <= 1:
            return False
        return before.unit.casefold().startswith(text[said.start : said.end].casefold())

    def _is_of_held(self, start: int, end: int) -> bool:
        """Whether an aim is only what the number before it is held against.

        *The rate is 20.4%, against the target of 20%; 17 projects are late*.
        """
        if self.words.aim_noun.search(self.reading.text, start, end) is None:
            return False
        before = self.reading.last_before(start)
        held = before is not None and self.reading.structure.segment_of(start).holds(before.start)
        return held and any(self.reading.begins_number(one) for one in (end, end + 1))

    def _is_forced(self, said: TermMention, scope: Scope) -> bool:
        """Whether *must* is only said of a deed: *lúa phải thu hoạch sớm*, not of how many.

        What has been done had not to be: *we must admit it: only 34% has been disbursed*.
        """
        text = self.reading.text
        if text[said.start : said.end].casefold() not in self.words.musts:
            return False
        if self.words.perfect.search(text, scope.right.start, scope.right.end) is not None:
            return True
        between = Stretch(said.end, max(said.end, scope.left.end))
        colon = text.find(":", *between)
        # *Must see the limits: only 34% …*, but not *must: reach 34%*
        between = between if colon < 0 else Stretch(said.end, colon)
        return self.reading.names_subject(between)

    def _parallel(self, figure: Figure) -> Cue | None:
        """The role of the number before it in the sentence that is of the same topic."""
        topic = figure.dimensions.found.get("topic")
        if topic is None or figure.bracket is not None:
            return None
        for other in reversed(self.reading.figures[: figure.index]):
            if other.bracket is None and other.dimensions.found.get("topic") == topic:
                role = other.dimensions.cues.get("role")
                apart = other.scope.segment != figure.scope.segment
                if role is not None and apart and self._is_of_held(role.start, role.end):
                    return None
                return role if role is not None and _passes_on(role) else None
        return None


def _passes_on(role: Cue) -> bool:
    """Whether what is said of a number holds for the next one; that a bound is a norm does not."""
    return role.value == "actual" or (role.value != "previous" and role.start < role.end)


def _is_of_a_year(value: Date) -> bool:
    return value.precision == "year" or (value.date or "").endswith("-12-31")
