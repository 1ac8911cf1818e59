"""Whether a number is the size of a change: the verb that governs it, from A to B, what fell."""

from __future__ import annotations

from bisect import bisect_right

import regex

from pipeline.link.figures import Cue, Figure, Pairing, is_length_of_time
from pipeline.link.former import is_amount_of, is_base_of_change
from pipeline.link.reading import OF_PARTS, Reading
from pipeline.link.scope import Scope, Stretch
from pipeline.link.terms import TermMention

__all__ = ["OF_AIMS", "Changes"]

#: Terms that say a number is a level reached, not the size of a change.
_LEVEL_WORDS = ("to_level", "shield_up_down")
#: The lists of words that say what was aimed at.
OF_AIMS = frozenset({"aims", "aim_labels", "aim_nouns"})
#: What is reduced where it is dissolved: units of an apparatus and posts.
_UNITS = frozenset({"focal_point", "public_service_unit"})
_POSTS = frozenset({"deputy_head", "head"})
_WHOLE = 100
#: Kinds of numbers that count.
_COUNTED = frozenset({"count", "ratio"})
_COMMA = regex.compile(r"\s*,")
#: Behind a noun: nothing more is said of it.
_ENDS = regex.compile(r"\s*(?:[,;()]|\.?\s*$)")
#: So many characters before a number hold a conjunction with a bound.
_BEFORE = 40
_FAR = 60
#: So many behind what a number counts say that so many are left.
_RIGHT_BEHIND = 12


class Changes:
    """Reads what changed by the numbers of one sentence, and from what to what."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.words = reading, reading.words
        self._range_starts = {
            one.start
            for one in (reading.figures if "range_from" in reading.lists else ())
            if self.words.start_of_range.match(reading.text, 0, one.start)
            and not self.words.ranging.match(reading.text, 0, one.start)
        }
        #: Where clauses begin behind words that lead over to another matter.
        self._joints = [one.end for one in reading.structure.boundaries if one.mark[:1].isalpha()]
        self._has_aims = not reading.lists.isdisjoint(OF_AIMS)

    def was_there(self, figure: Figure) -> bool:
        """Whether a bracket gives for an earlier time what a change is measured from.

        *So với cùng kỳ giảm 7 lượt (6 tháng đầu năm 2019 có 12 lượt)*; *tăng 100 so với cùng kỳ
        (năm 2022 kết nạp 1.100)*.
        """
        bracket = self.reading.opened_by(figure)
        before = self.reading.before_bracket(bracket) if bracket is not None else None
        if bracket is None or before is None or "change" not in before.dimensions.found:
            return False
        rest = self.reading.text[figure.end : bracket.end].removeprefix(f" {figure.unit}")
        if self.begins_range(figure) and is_amount_of(before, figure) and not rest.strip(" )"):
            return True  # *Fell by 12 (from 71)*
        if self._is_of_then(figure, bracket, before):
            return True
        years = {
            bracket.holds(one.start): str(one.fact.value)[:4]
            for one in self.reading.times
            if one.base or bracket.start <= one.start < figure.start
        }
        alone = len(self.reading.figures_in(bracket, bracket)) == 1
        if not alone or True not in years or years.get(False, years[True]) != years[True]:
            return False
        low = max(0, bracket.start - 2 * _FAR)
        held = self.words.held_against.search(self.reading.text, low, bracket.start)
        ahead = self.reading.cues(Stretch(bracket.start, figure.start), bracket)
        timed = any(bracket.start <= one.start < figure.start for one in self.reading.times)
        told = timed and not any("change" in one.sets for one in ahead)
        return held is not None and (told or self._has_anew(figure.scope))

    def _is_of_then(self, figure: Figure, bracket: Stretch, before: Figure) -> bool:
        """Whether a bracket only holds what there was at the time that a change is measured from.

        *Kỷ luật 214 đảng viên, tăng 16 trường hợp so với cùng kỳ (198 trường hợp)*.
        """
        text = self.reading.text
        inside = text[bracket.start : bracket.end].strip().removeprefix(figure.fact.text).strip()
        alike = before.kind == figure.kind != "percentage" and inside in ("", figure.unit or "")
        if not alike or (figure.unit and before.unit != figure.unit):
            return False
        return self.words.held_to_then.match(text, before.end, bracket.start - 1) is not None

    def change(self, figure: Figure) -> Cue | None:
        """The verb of change that governs a number, also one that governs a whole list."""
        fallen = self.fallen_before(figure)
        if fallen is not None:
            return Cue("decrease", fallen.start, fallen.end)
        if (more := self._is_more(figure)) is not None:
            return more
        if (fewer := self._is_so_many_fewer(figure)) is not None:
            return fewer
        if (given_up := self._is_given_up(figure)) is not None:
            return given_up
        if "change" not in self.reading.stated or self.from_to(figure) is not None:
            return None
        if is_base_of_change(self.reading, figure):
            return None
        if self._is_level_reached(figure) or self._is_aim(figure):
            return None
        if self.was_there(figure) or self._is_left_over(figure):
            return None
        scope = figure.scope
        ahead = self.reading.cues(scope.right, scope.bracket)
        directly = scope.right.start + 1
        if ahead and ahead[0].start - directly <= 1 and self._is_of_this(ahead[0], figure):
            # *a 20.5% rise in construction*
            return Cue(ahead[0].sets["change"], ahead[0].start, ahead[0].end)
        return self._governing(figure) or self._change_behind(figure)

    def _is_so_many_fewer(self, figure: Figure) -> Cue | None:
        """By how many there are fewer: *113 fewer*, *i.e. 113 divisions fewer or 35.8%*.

        *97 members fewer than planned* are held against a plan.
        """
        unit, end = figure.unit or "", figure.noun_end
        last = unit.split()[-1] if unit else ""
        if self.words.fewer.fullmatch(last) is None:
            return None
        if last != unit:
            text = self.reading.text
            over = _ENDS.match(text, end) or self.words.amounting.match(text, end + 1)
            if figure.kind != "count" or over is None:
                return None
        return Cue("decrease", end - len(last), end)

    def _is_aim(self, figure: Figure) -> bool:
        """Whether a number is the aim itself: *3.5% higher, exceeding the target of 30%*."""
        if not self._has_aims:
            return False
        low = max(0, figure.start - _FAR)
        aimed = self.words.aimed.search(self.reading.text, low, figure.start)
        if aimed is None or not self.words.passing.search(self.reading.text, 0, aimed.start()):
            return False
        said = self.reading.cues(Stretch(aimed.start(), figure.scope.right.end), figure.bracket)
        return not any("change" in one.sets for one in said)

    def _is_more(self, figure: Figure) -> Cue | None:
        """By how much something is more or less than at another time: *12 more than in 2022*."""
        if figure.bracket is not None:
            return None
        of_shares = figure.kind == "percentage"
        for pattern, change in (
            (self.words.more_behind, "increase"),
            (self.words.less_behind, "decrease"),
            *(((self.words.rise_behind, "increase"),) if of_shares else ()),
            *(((self.words.fall_behind, "decrease"),) if of_shares else ()),
            *(((self.words.fewer_behind, "decrease"),) if figure.kind == "count" else ()),
        ):
            found = pattern.match(self.reading.text, figure.end)
            if found is not None:
                return Cue(change, found.start(), found.end())
        return self._is_more_behind_noun(figure) or self._is_less_behind_noun(figure)

    def _is_more_behind_noun(self, figure: Figure) -> Cue | None:
        """By how many there are more of what a number counts: *38 organizations more and …*."""
        if figure.kind != "count" or not figure.unit:
            return None
        last = self.words.more_last.match(self.reading.text, figure.noun_end)
        return None if last is None else Cue("increase", last.start() + 1, last.end())

    def _is_less_behind_noun(self, figure: Figure) -> Cue | None:
        """By how many there are less of what a row counts: *3 directors and 14 heads less*.

        Who has a row has the first of it: *they have 9 offices and 14 heads fewer than before*.
        """
        reading, words, row = self.reading, self.words, [figure]
        if figure.kind != "count" or not figure.unit or "fewer" not in reading.lists:
            return None
        for one in reading.figures[figure.index + 1 :]:
            last = row[-1]
            if one.kind != "count" or not one.unit or one.bracket is not None:
                break
            between = last.noun_end, one.start
            if not words.only_joins(reading.text, *between):
                break
            if not words.only_joins(reading.text, *between, small=False):
                break  # *642 organizations, that is 38 organizations more*
            row.append(one)
        end = row[-1].noun_end
        if words.fewer_last.search(reading.text, row[-1].end, end) is not None:
            end = row[-1].end + reading.text[row[-1].end : end].rstrip().rfind(" ")
        found = words.less_behind_noun.match(reading.text, end)
        left = figure.scope.left
        had = len(row) > 1 and words.having.search(reading.text, left.start, left.end) is not None
        return None if found is None or had else Cue("decrease", found.start() + 1, found.end())

    def _is_given_up(self, figure: Figure) -> Cue | None:
        """The verb that says that units or posts are there no longer: *dissolved 9 divisions*.

        Of anything else it tells no change: *removed 9 procedures*, *340 firms were dissolved*. So
        it does where the first verb behind a row of them says so: *9 divisions and 2 centers have
        been removed*.
        """
        found, text, words = figure.dimensions, self.reading.text, self.words
        if figure.kind != "count" or figure.bracket is not None:
            return None
        if found.counted not in _UNITS and found.found.get("population") not in _POSTS:
            return None
        before = words.gives_up.match(text, max(0, figure.start - _BEFORE), figure.start)
        if before is not None:
            return Cue("decrease", before.start(), before.start("verb_end"))
        behind = words.passive_verb.search(text, figure.end, figure.scope.segment.end)
        if behind is None or words.given_up.match(text, behind.end()) is None:
            return None
        row = text[figure.end : behind.start()]
        verbs = any(each.end() < len(row.rstrip()) for each in words.finite.finditer(row))
        return None if verbs else Cue("decrease", behind.start(), behind.end())

    def _is_left_over(self, figure: Figure) -> bool:
        """Whether words behind what a number counts say that so many are left."""
        if figure.kind != "count":
            return False
        people = figure.dimensions.cues.get("population")
        end = max(figure.noun_end, people.end if people is not None else 0) + _RIGHT_BEHIND
        end = min(end, figure.scope.right.end + 1)
        return self.words.remaining.search(self.reading.text, figure.end, end) is not None

    def _governing(self, figure: Figure) -> Cue | None:
        """The verb of change before a number that governs it."""
        own = True
        reach, outside = self._reach_of_change(figure)
        for item in self.reading.walk(reach, earlier=False, outside=outside):
            if isinstance(item, Figure):
                if self._is_level_reached(item) or self._is_another_kind(item, figure):
                    break  # *Reduced the total to 30 provinces and 2,900 communes*
                if self._is_beside_level(item, figure):
                    break
                if self._is_of_plan(figure) and not self._is_of_plan(item):
                    break  # *Revenue fell 12% and met 88% of the estimate*
                own = False
                continue
            if self._is_bound_of(item, figure):
                continue
            change = item.sets.get("change")
            if change is not None and (not item.id.startswith("from_") or _is_bound(figure)):
                moved = not self._is_without_amount(item, figure)
                moved = moved and not self._is_of_whole_before(item, figure)
                return Cue(change, item.start, item.end) if moved else None
            if self._is_of_share_before(item, figure):
                continue
            if item.id.startswith(_LEVEL_WORDS) or item.sets.get("role") == "actual":
                break
            if item.id in ("basis_share", "basis_equals") and own:
                break
            aim = item.sets.get("role") in ("target", "plan") or item.id == "shield_target_words"
            if aim and own and figure.unit:
                break  # *Tăng 20 xã, vượt mục tiêu được giao và 7 xã đạt chuẩn*
        return None

    def _is_of_share_before(self, term: TermMention, figure: Figure) -> bool:
        """Whether a verb only leads to the share of a count that this one is joined to.

        *Giảm 1.250 biên chế công chức, đạt 10,5%, và 5.320 biên chế viên chức*.
        """
        reading = self.reading
        before = reading.figures[figure.index - 1] if figure.index else None
        if before is None or before.kind != "percentage" or before.bracket != figure.bracket:
            return False
        if figure.kind != "count" or not term.end <= before.start:
            return False
        leads = not reading.names_subject(Stretch(term.end, before.start))
        return (
            leads
            and self.words.and_only.fullmatch(reading.text, before.end, figure.start) is not None
        )

    def _is_of_whole_before(self, term: TermMention, figure: Figure) -> bool:
        """Whether a list takes apart a whole whose change is only told beside it.

        *147 đảng viên, tăng 12 so với cùng kỳ, gồm khiển trách 101, cảnh cáo 28*: no part of a
        change is more than the change.
        """
        reading, words = self.reading, self.words
        listed = [one for one in reading.figures if one.start >= term.end and one.bracket is None]
        amount = next(iter(listed), None)
        if amount is None or amount is figure or amount.kind != figure.kind:
            return False
        between = amount.end, figure.start
        split = words.parts.search(reading.text, *between)
        start = split.start() if split else reading.text.find(":", *between)
        end = figure.scope.segment.end
        parts = [one for one in listed if start <= one.start < end and one.kind == amount.kind]
        return start >= 0 and any(_is_more(one, amount) for one in parts)

    def _reach_of_change(self, figure: Figure) -> tuple[Scope, bool]:
        """How far back the verb that governs a number may stand, and whether out of its bracket."""
        scope, outside = figure.scope, True
        if self._joints:
            last = bisect_right(self._joints, scope.left.start)
            begin = self._joints[last - 1] if last else 0
            scope = scope._replace(prior=[one for one in scope.prior if one.start >= begin])
        if figure.kind in ("count", "ratio", "quantity") and self._has_anew(scope):
            # *Số thu giảm ở vài nơi, có 5 nơi thu tăng*: those are there, and did not fall.
            return scope._replace(prior=()), False
        before = self.reading.figures[figure.index - 1] if figure.index else None
        if before is not None and before.bracket == figure.bracket:
            if self._is_beside_amount(before, figure):
                scope = scope._replace(prior=())
            # *(trong đó thủy điện chiếm 32%, nhiệt điện 40%)*: what is listed is alike.
            outside = "change" in before.dimensions.found
        elif figure.bracket is not None and figure.kind == "percentage":
            # *Tăng tỷ lệ nuôi tập trung (trên 60% tổng đàn)*
            outside = self.words.of_total.match(self.reading.text, figure.end) is None
        if self._is_measured_itself(figure):
            return scope._replace(prior=()), False
        if (scope.prior or figure.bracket is not None) and (
            self._is_said_to_be(figure) or self._has_a_verb(figure)
        ):
            return scope._replace(prior=()), False
        if scope.prior and self._is_named_level(figure):
            scope = scope._replace(prior=())
        return scope, outside

    def _is_measured_itself(self, figure: Figure) -> bool:
        """Whether a level has its own change behind it: *khách quốc tế 190.000 lượt, tăng 6%*."""
        after = next(iter(self.reading.figures[figure.index + 1 :]), None)
        if after is None or after.bracket != figure.bracket or after.kind != "percentage":
            return False
        if figure.kind not in ("count", "money", "quantity"):
            return False
        left = after.scope.left
        if left.start < figure.end or after.scope.segment != figure.scope.segment:
            return False
        return any("change" in one.sets for one in self.reading.cues(left, after.bracket))

    def _is_beside_amount(self, before: Figure, figure: Figure) -> bool:
        """Whether a level with a name of its own follows by how much something else changed.

        *Sữa đạt 1.700 tấn, tăng 8%, thịt 89.000 tấn*; *up 60%, which contributed 3 billion VND*.
        """
        if "change" not in before.dimensions.found or figure.kind in ("percentage", "multiple"):
            return False
        if before.kind != "percentage" and before.kind == figure.kind:
            return False  # *Giảm 14 vụ, làm 3 người chết*: both may be less.
        left = figure.scope.left
        same = self.words.amounting.search(self.reading.text, left.start, left.end)
        said = any("topic" in one.sets for one in self.reading.cues(left, figure.bracket))
        return same is None and (said or self.reading.names_subject(left))

    def _is_beside_level(self, before: Figure, figure: Figure) -> bool:
        """Whether the number before is a level, and joined to this one as its like.

        *Dư nợ tăng 3%, thu nợ 184 tỷ đồng và huy động 54 tỷ đồng*.
        """
        alike = before.kind == figure.kind and before.index == figure.index - 1
        if not alike or "change" in before.dimensions.found or before.end > figure.start:
            return False
        joint = self.words.and_within.search(self.reading.text, before.end, figure.start)
        return joint is not None and figure.kind in ("money", "quantity")

    def _is_without_amount(self, term: TermMention, figure: Figure) -> bool:
        """Whether a verb of change before a number says only that something changed.

        *The price increased, remaining at 42 million*; *levels declined after 3 million m3 …*.
        """
        if term.end > figure.start:
            return False
        if self.words.changes_somehow.match(self.reading.text, term.end, figure.start):
            return True  # *Tăng khá: cây ăn quả 20.000 ha*
        if _COMMA.match(self.reading.text, term.end) is not None:
            # *29 units have been reduced, of which 10 …*: there the amount stands before.
            before = self.reading.last_before(term.start)
            return before is None or not figure.scope.segment.holds(before.start)
        low = max(term.end, figure.start - _BEFORE)
        return self.words.subordinate.match(self.reading.text, low, figure.start) is not None

    def _is_of_this(self, term: TermMention, figure: Figure) -> bool:
        """Whether a change behind a number is of it: *a 20.5% rise*, not *4.200 tỷ tăng 12%*."""
        if "change" not in term.sets:
            return False
        behind = self.reading.figures[figure.index + 1 : figure.index + 2]
        if not behind or behind[0].bracket != figure.bracket:
            return True
        between = self.reading.text[term.end : behind[0].start].casefold().split()
        return not all(word in self.words.small for word in between)

    def _is_named_level(self, figure: Figure) -> bool:
        """Whether only *of* parts a number from the name of what it measures.

        *A 15% rise in revenue, an urbanization rate of 28%*.
        """
        text, start = self.reading.text, figure.start
        return any(
            figure.scope.left.holds(one.start)
            and self.words.standing_at.fullmatch(text, one.end, start) is not None
            for one in self.reading.names
            if one.end < start
        )

    def _is_said_to_be(self, figure: Figure) -> bool:
        """Whether a clause with its own subject says what it is: *…, the total is 43 people*.

        *Poverty fell by 1.5%, and health insurance covers 94% of the population*.
        """
        left = figure.scope.left
        equal = self.words.comes_to.match(self.reading.text, left.start, figure.start)
        if equal is None:
            return False
        subject = Stretch(left.start, equal.start())
        if any(subject.holds(one.start) for one in self.reading.names):
            return True
        told = {name for term in self.reading.cues(subject, figure.bracket) for name in term.sets}
        return bool(told - {"change", "role", "basis"}) or self.reading.names_subject(subject)

    def _has_a_verb(self, figure: Figure) -> bool:
        """Whether a number opens its clause, and what it counts does something itself.

        *Poverty fell by 1.5%, and 84% of communes have met the standards*.
        """
        text, left = self.reading.text, figure.scope.left
        if self.reading.names_subject(left) or self.reading.cues(left, figure.bracket):
            return False
        end = figure.noun_end if figure.kind == "count" and figure.unit else figure.end
        return self.words.own_verb.match(text, end, figure.scope.right.end) is not None

    def _is_another_kind(self, passed: Figure, figure: Figure) -> bool:
        """Whether a change before a number is not that of the parts behind it.

        *Đạt 447 triệu USD, giảm 10,75%, trong đó hàng nông sản 338 triệu USD*.
        """
        counted = {passed.kind, figure.kind} <= _COUNTED  # *Giảm 210/1.900 biên chế, gồm 40 …*
        if passed.kind == figure.kind or counted or self.reading.lists.isdisjoint(OF_PARTS):
            return False
        return self.words.parts.search(self.reading.text, passed.end, figure.start) is not None

    @staticmethod
    def _is_of_plan(figure: Figure) -> bool:
        return figure.dimensions.found.get("basis") == "of_plan"

    def _is_bound_of(self, term: TermMention, figure: Figure) -> bool:
        """Whether a word for less is only the bound of a number: *fewer than 15*."""
        near = 0 <= figure.start - term.end <= 1
        return near and self.reading.text[term.start : term.end].casefold() in self.words.bounds

    def _has_anew(self, scope: Scope) -> bool:
        """Whether a clause says what there is, and is no part of what the one before tells."""
        if "having" not in self.reading.lists:
            return False
        before = self.reading.text[scope.left.start : scope.left.end]
        has = self.words.having.search(before) is not None
        return has and self.words.parts.search(before) is None

    def without_fallen(self, figure: Figure, pairing: Pairing) -> Pairing:
        """A pairing, unless a percentage tells how much a number fell: *từ 63 xuống 34 (46%)*."""
        if not pairing.share or pairing.partner is None:
            return pairing
        if not self._fell_to(pairing.partner) and not self._fell_by(pairing.partner, figure):
            return pairing
        return pairing._replace(partner=None, share=False)

    def fallen_before(self, figure: Figure) -> Figure | None:
        """What something fell to, right before the bracket that says by how much."""
        if not self._range_starts or figure.kind != "percentage":
            return None
        bracket = self.reading.opened_by(figure)
        before = self.reading.before_bracket(bracket) if bracket is not None else None
        if before is None or not (self._fell_to(before) or self._fell_by(before, figure)):
            return None
        return before

    def _fell_by(self, reached: Figure, figure: Figure) -> bool:
        """Whether a percentage is by how much something fell: *from 19 to 13 (31.6%)*."""
        if not self._range_starts or self.from_to(reached) != "last" or not reached.index:
            return False
        first = self.reading.figures[reached.index - 1]
        was, now, percent = (one.number for one in (first, reached, figure))
        if was is None or now is None or percent is None or not 0 <= now < was:
            return False
        return abs((was - now) * _WHOLE / was - percent) < 1

    def _fell_to(self, figure: Figure) -> bool:
        """Whether a number is what another fell to: *từ 63 xuống còn 34*."""
        if not self._range_starts:
            return False
        low = max(0, figure.start - 30)
        falls = self.words.falls.match(self.reading.text, low, figure.start) is not None
        return falls and self.from_to(figure) == "last"

    def _is_level_reached(self, figure: Figure) -> bool:
        """Whether something changed to a number: *increase its income to US$4,000*."""
        if "to_a_level" not in self.reading.lists:
            return False
        start = max(0, figure.start - 40)
        return self.words.to_a_level.match(self.reading.text, start, figure.start) is not None

    def _change_behind(self, figure: Figure) -> Cue | None:
        """The verb behind a list of counts: *642 civil servants and 3,105 others were reduced*."""
        if figure.kind not in ("count", "ratio") or figure.bracket is not None:
            return None
        left = figure.scope.left
        beyond = self.words.goes_beyond.search(self.reading.text, left.start, figure.start)
        if self._is_said_to_be(figure) or beyond is not None:
            return None  # *The number is 71, exceeding the norm by 29, and will be reduced*
        words = self.words
        segment = self.reading.structure.segment_of(figure.start)
        rest = Stretch(figure.end, segment.end)
        for term in self.reading.cues(rest, None):
            change = term.sets.get("change")
            if change is None:
                counted = self.reading.counts(figure, term.start)
                if "role" in term.sets or ("topic" in term.sets and not counted):
                    return None
                continue
            before = self.reading.text[rest.start : term.start]
            if words.of_which.search(before) is not None:
                return None  # *829 villages, of which 512 are new, when 117 were reduced*
            passive = words.passive.search(before)
            own = before[: passive.start()].rstrip() if passive is not None else before
            if words.passive_verb.search(own) is not None:
                return None  # *512 were formed after the merger, when others were cut*
            if any(found.end() < len(own) for found in words.finite.finditer(own)):
                return None  # *Of 148 products 3 have five stars, and 40 were added*
            return Cue(change, term.start, term.end) if passive is not None else None
        return None

    def _is_left(self, figure: Figure, before: Figure) -> bool:
        """Whether a number is what the one before it came from: *reduced to 12% from 31%*."""
        alike = before.kind == figure.kind and not is_length_of_time(figure.fact)
        if figure.kind == "count" and before.unit and figure.unit:
            # *Home to 550,000 people from 19 ethnic groups*
            alike = before.unit.casefold() == figure.unit.casefold()
        whole = getattr(figure.fact.value, "upto", None) is None
        low = max(before.end, figure.start - 30)
        if (
            not alike
            or not whole
            or not self.words.comes_from.match(self.reading.text, low, figure.start)
        ):
            return False
        parted = self.reading.structure.is_parted(before.end, figure.start, figure.bracket)
        joined = self.words.and_.search(self.reading.text, before.end, figure.start) is not None
        return self._is_level_reached(before) and not parted and not joined

    def from_to(self, figure: Figure) -> str | None:
        """Whether a number is the first or the last of *from 3.2% to 2.37%*: both are levels."""
        if "range_from" not in self.reading.lists:
            return None
        words = self.words
        structure, level = self.reading.structure, figure.bracket
        numbers = [
            one
            for one in self.reading.figures
            if one is figure or structure.visible(one.start, level)
        ]
        index = numbers.index(figure)
        after = numbers[index + 1] if index + 1 < len(numbers) else None
        before = numbers[index - 1] if index else None
        if after is not None and figure.start in self._range_starts:
            if self._is_band(figure, after):
                return None
            between = self.reading.text[figure.end : after.start]
            if words.end_of_range.search(between) and after.kind == figure.kind:
                return "first"
        if before is not None and self._is_left(figure, before):
            return "first"
        ranged = before is not None and before.start in self._range_starts
        if before is not None and ranged and before.kind == figure.kind:
            if self._is_band(before, figure):
                return None
            between = self.reading.text[before.end : figure.start]
            return "last" if words.end_of_range.search(between) else None
        return None

    def begins_range(self, figure: Figure) -> bool:
        """Whether the word right before a number says that something goes from there."""
        return figure.start in self._range_starts

    def is_by_now(self, one: Figure, two: Figure) -> bool:
        """Whether a number is told to have become another: *from 290 units we now have 95*."""
        if one.start not in self._range_starts or one.kind != two.kind or one.bracket:
            return False
        text, end = self.reading.text, two.start
        now = self.words.by_now.search(text, one.end, end)
        if now is None or two.bracket is not None or set(text[one.end : end]) & set(";:."):
            return False
        return not self.reading.figures_in(Stretch(one.end, end), None)

    def _is_band(self, low: Figure, high: Figure) -> bool:
        """Whether two numbers only bound something: *từ 10 trở lên là 37 xã*, *từ 15 đến dưới 24*.

        What falls to less than a number falls to a smaller one.
        """
        bound = self.words.bound_behind.match(self.reading.text, low.noun_end)
        if bound is not None or self.words.bound_behind.match(self.reading.text, low.end):
            return True
        below = getattr(high.fact.value, "comparator", "=") == "<"
        one, two = (getattr(each.fact.value, "number", None) for each in (low, high))
        return below and one is not None and two is not None and one < two


def _is_more(one: Figure, two: Figure) -> bool:
    """Whether a count is larger than another."""
    first, second = (getattr(each.fact.value, "number", None) for each in (one, two))
    return first is not None and second is not None and first > second


def _is_bound(figure: Figure) -> bool:
    """Whether a number is a bound or a range: *tăng từ 8% trở lên*, *giảm từ 1 - 1,5%*."""
    value = figure.fact.value
    bound = getattr(value, "comparator", "=") in (">=", "<=")
    return bound or getattr(value, "upto", None) is not None
