"""What the clauses of a sentence lend each other: topics, attributes, people, places."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.link.changes import Changes
from pipeline.link.figures import GRADED, SHARED, Cue, Dimensions, Figure
from pipeline.link.members import is_many_members
from pipeline.link.pairs import of_same_noun
from pipeline.link.people import OF_UNITS
from pipeline.link.placing import UNITS, are_asked
from pipeline.link.rates import PER
from pipeline.link.reading import Reading
from pipeline.link.scope import Cover, Scope, Stretch

__all__ = ["Lending"]

#: Topics that are measures: a clause with another subject is not about them.
_MEASURES = frozenset({"grdp", "grdp_per_capita", "budget_revenue", "budget_expenditure"})
#: The product of a province, and that for one of its people.
_PER_HEAD = "grdp_per_capita"
_OF_PRODUCT = frozenset({"grdp", _PER_HEAD})
#: Topics of those who hold a post, which are no topics of other people.
_OF_OFFICE = frozenset(
    {"secretary_chairman", "secretary_council", "secretary_non_local", "village_head_member"}
)
#: The topic of posts, which are no units.
_POSTS = "staffing_quota"
#: What cells are recognised as, and no people.
_OF_CELLS = "four_good"
#: Topics that are shares of all who hold a post: what names its own part is no such share.
_STANDARDS = frozenset({"standard_title", "standard_rank"})
#: Members, and the topic of how many there are.
_MEMBERS, _MEMBERSHIP = "party_members", "membership"
#: The cadres whom a committee manages.
_MANAGED = "cadres_under"
#: Those who sit in a committee, and those who need not.
_OF_SEATS = "committee"
_STAFF = frozenset({"cadres_civil_public", "civil_servants", "public_employees"})
#: Ages without a word for them, right before a number.
_AGES = regex.compile(r"(?<!\d)\d\d\s?[-–]\s?\d\d\s*$")
#: So many characters before a number hold the word that joins it.
_NEAR = 60


class Lending:
    """Reads in one sentence what a number's clause leaves to those before it."""

    def __init__(self, reading: Reading, changes: Changes) -> None:
        self.reading, self.words = reading, reading.words
        self.changes = changes
        #: The amounts that tell how large something is whose growth was told before them.
        self.sizes: set[int] = set()

    def of_product(self, figure: Figure) -> None:
        """The product whose growth was told right before an amount that is its size, or a head's.

        *GRDP tăng 8,4%, quy mô 96 nghìn tỷ đồng, bình quân đầu người 71 triệu đồng*.
        """
        reading, found = self.reading, figure.dimensions
        before = reading.figures[figure.index - 1] if figure.index else None
        if figure.kind != "money" or before is None or before.bracket != figure.bracket:
            return
        told = before.dimensions.cues.get("topic")
        if told is None or told.value not in _OF_PRODUCT or "topic" in found.found:
            return
        left = Stretch(max(before.end, figure.scope.left.start), figure.start)
        if reading.names_indicator(figure.scope):
            return
        for words, topic in ((self.words.how_large, "grdp"), (self.words.per_head, _PER_HEAD)):
            said = words.search(reading.text, left.start, left.end)
            if said is None or reading.text[left.start : said.start()].strip():
                continue
            behind = Stretch(said.end(), left.end)
            moved = any("change" in one.sets for one in reading.cues(behind, figure.bracket))
            if not moved and not reading.names_subject(behind):
                found.take("topic", Cue(topic, *said.span()))
                self.sizes.add(figure.index)

    def topic(self, figure: Figure) -> None:
        """The topic of the clauses before, of the sentence, of the words before a bracket."""
        scope, found = figure.scope, figure.dimensions
        if "topic" in found.found or self.reading.names_indicator(scope):
            return
        if figure.kind == "count" and getattr(figure.fact.value, "comparator", "=") == "<":
            return  # *Chi bộ dưới 5 đảng viên*: a kind of cell, and no result of anything.
        whose = self._share_of_bare_total(figure)
        if whose is not None or "topic" not in self.reading.stated:
            found.topic_is_own = False
            people = whose.cues.get("population") if whose is not None else None
            behind = Stretch(figure.end, scope.right.end)
            alone = not (self.reading.names_subject(behind) or self.reading.cues(behind, None))
            if people is not None and people.value == _MEMBERS and alone:
                found.take("population", people)
                found.take("topic", people._replace(value=_MEMBERSHIP))
            return
        prior, earlier = scope.prior, scope.earlier
        opens = self._opens_another_matter(figure)
        if opens:
            # What other numbers are of is theirs; what opens the sentence may hold for all.
            prior = [one for one in prior if not self.reading.figures_in(one, scope.bracket)]
        parts = (self._is_of_another_matter, self._tells_of_people, self._changes_bare_share)
        if opens or any(one(figure) for one in parts):
            earlier = ()
        if self.reading.has_own_subject(scope):
            # *GRDP tăng 8%, dịch vụ tăng 9%*: services are not GRDP.
            prior = [one for one in prior if not self._measures(one, scope)]
        counts = figure.kind in ("count", "ratio") and self.reading.has_noun(figure)
        lent = self._lent_topic(prior, scope, nouns=not counts)
        if lent is None or not self._is_of_one_post(lent, figure):
            found.take("topic", lent)
        if "topic" not in found.found:
            earlier = [one for one in earlier if not self._measures(one, scope)]
            lent = self._lent_topic(earlier, scope, nouns=not counts)
            parted = "attribute" in found.found and lent is not None and lent.value in _STANDARDS
            if lent is not None and not (
                parted
                or self._is_of_one_post(lent, figure)
                or self._is_of_others(lent.value, figure)
            ):
                found.take("topic", lent)
            found.topic_is_own = False
        if scope.bracket is not None and not (counts and self._explains_words(scope)):
            outside = [(one, True) for one in self.reading.outside(scope)]
            lent = self.reading.first("topic", outside, self.reading.parent(scope))
            # *GRDP tăng 8% (dịch vụ tăng 9%)*
            if (
                lent is None
                or lent.value not in _MEASURES
                or not self.reading.has_own_subject(scope)
            ):
                found.take("topic", lent)

    def _share_of_bare_total(self, figure: Figure) -> Dimensions | None:
        """Whose share is of all that a bare number counts: *2,9% trong tổng số 52.130*.

        The members in firms are a part of all members, who are no organizations in firms.
        """
        reading = self.reading
        before = reading.figures[figure.index - 1] if figure.index else None
        if before is None or before.kind != "percentage" or before.bracket != figure.bracket:
            return None
        if figure.kind != "count" or reading.has_noun(figure):
            return None
        said = reading.text[before.end : figure.start]
        total = any(one.match(said) is not None for one in (self.words.of_total, self.words.in_all))
        small = not reading.names_subject(Stretch(before.end, figure.start))
        return before.dimensions if total and small and not set(said) & set(",;:") else None

    def _is_of_another_matter(self, figure: Figure) -> bool:
        """Whether a segment says what its share is of, and no card knows it.

        *Có 14 xã đạt chuẩn nông thôn mới; tỷ lệ trạm y tế đạt chuẩn 97%*.
        """
        left, text = figure.scope.left, self.reading.text
        if figure.kind != "percentage" or figure.bracket is not None:
            return False
        if self.words.constitutes.search(text, left.start, figure.start) is not None:
            return False  # *…; youths made up 62%*
        return self.reading.has_own_subject(figure.scope)

    def _changes_bare_share(self, figure: Figure) -> bool:
        """Whether a change is that of the share before it, which no other segment lent its topic.

        *91% đạt chuẩn; trình độ đại học trở lên 84,9%, tăng 36,2%*.
        """
        before = self.reading.figures[figure.index - 1] if figure.index else None
        if before is None or not before.kind == figure.kind == "percentage":
            return False
        if before.bracket != figure.bracket or before.scope.segment != figure.scope.segment:
            return False
        between = Stretch(before.end, figure.start)
        changed = any("change" in one.sets for one in self.reading.cues(between, figure.bracket))
        told = before.dimensions.found
        return changed and "topic" not in told and "attribute" in told

    def _tells_of_people(self, figure: Figure) -> bool:
        """Whether a segment opens with some people, and words no card knows tell more of them.

        *Rotated 23 cadres; 4 comrades were allowed to retire early*: no more than some of them.
        """
        segment, unit = figure.scope.segment, figure.unit
        if figure.kind != "count" or not unit or not self.words.counts_people(unit):
            return False
        if figure.bracket is not None or "attribute" in figure.dimensions.found:
            return False
        others = [one for one in self.reading.figures[: figure.index] if one.bracket is None]
        if not others or segment.holds(others[-1].start):
            return False
        ahead = Stretch(segment.start, figure.start)
        return not self.reading.names_subject(ahead) and self.reading.names_subject(
            figure.behind_noun
        )

    def _opens_another_matter(self, figure: Figure) -> bool:
        """Whether a clause begins with a share and then says what it is of: *97% trạm y tế*."""
        if figure.kind != "percentage" or figure.bracket is not None:
            return False
        reading, left = self.reading, figure.scope.left
        if not reading.opens(figure) or self.words.subject_in(reading.text, left, Cover(())):
            return False
        text, right = reading.text, figure.scope.right
        noun = self.words.past_small(text, figure.end)
        if noun >= right.end or noun in reading.known:
            return False
        before = reading.figures[figure.index - 1] if figure.index else None
        unit = (before.unit or "").casefold() if before is not None else ""
        # *14 xã đạt chuẩn nông thôn mới, 97% số xã đạt chuẩn* goes on with them.
        return not unit or not text[noun:].casefold().startswith(unit.split()[0])

    def _lent_topic(self, stretches: Sequence[Stretch], scope: Scope, *, nouns: bool) -> Cue | None:
        """The topic that other clauses lend; without ``nouns``, not what their numbers count.

        *Giảm 2 đơn vị hành chính cấp xã, 283 công chức*: civil servants are no such units; and
        those behind a rate are not for so many people: *8,7 bác sĩ/vạn dân; tuyển mới 35 bác sĩ*.
        """
        for stretch in stretches if "topic" in self.reading.stated else ():
            for term in reversed(self.reading.cues(stretch, scope.bracket)):
                topic = term.sets.get("topic")
                counted = topic == PER or self.reading.is_counted(term)
                if topic is not None and (nouns or not counted):
                    return Cue(topic, term.start, term.end)
        return None

    def without_lent_topic(self, figure: Figure) -> None:
        """Leave out a lent topic where a clause says itself what its number has or does.

        *14 villages with no Party members and 45 that share a cell*; *95% of village heads are
        Party members and 48% are also cell secretaries*.
        """
        found, text = figure.dimensions, self.reading.text
        topic = found.cues.get("topic")
        if topic is None or topic.start >= figure.end or not figure.index:
            return
        before = self.reading.figures[figure.index - 1]
        if before.kind != figure.kind or not topic.start < figure.start:
            return
        joined = self.words.and_.match(text, max(before.end, figure.start - _NEAR), figure.start)
        also = topic.value in _OF_OFFICE and self.words.also_is.match(text, figure.end)
        people = found.cues.get("population")
        # *74% of cells are "four good" cells and 95% of members pay their fees*
        also = also or (topic.value == _OF_CELLS and people and people.start >= figure.end)
        if joined and (also or self.reading.has_own_verb(figure)):
            found.drop("topic")

    def _is_of_others(self, topic: str, figure: Figure) -> bool:
        """Whether the topic of an earlier segment is not that of a number with its own people.

        *20% of units self-financing; deputy heads reduced by 10%*; no province admits ten thousand
        at once.
        """
        has = "population" in figure.dimensions.found
        if topic in OF_UNITS:
            # *Đã đại hội 38/38 xã; có trình độ đại học 100%*: no grade, which units have as well.
            quality = figure.dimensions.found.get("attribute", "")
            return has or bool(quality and not quality.startswith(GRADED))
        if topic == _OF_SEATS:
            # *Nữ tham gia cấp ủy 15%; viên chức là người DTTS 24%*
            return figure.dimensions.found.get("population") in _STAFF
        if topic == "admission" and is_many_members(figure):
            return True  # *Kết nạp 142 đảng viên; toàn tỉnh hiện có 51.306 đảng viên*
        if topic not in _OF_OFFICE or not has or figure.kind != "percentage":
            return False
        scope = figure.scope
        after = self.reading.text[scope.right.start + 1 : scope.right.end].casefold().split()
        right = self.reading.cues(scope.right, scope.bracket)
        placed = any(term.sets.keys() == {"level"} for term in right)
        return bool(after) and after[0] in self.words.small and not placed

    def _is_of_one_post(self, lent: Cue, figure: Figure) -> bool:
        """Whether a clause with a mark of its own tells no more who holds two posts.

        *63/90 are not local people; 20/90 are under 40*.
        """
        attribute = figure.dimensions.cues.get("attribute")
        return (
            lent.value in _OF_OFFICE
            and attribute is not None
            and attribute.start >= figure.scope.left.start > lent.start
        )

    def _explains_words(self, scope: Scope) -> bool:
        """Whether no number stands before a bracket: what it counts is another matter."""
        return not any(
            self.reading.figures_in(stretch, self.reading.parent(scope))
            for stretch in self.reading.outside(scope)
        )

    def _measures(self, stretch: Stretch, scope: Scope) -> bool:
        """Whether a stretch holds a topic that is a measure of its own, such as GRDP."""
        return any(
            term.sets.get("topic") in _MEASURES
            for term in self.reading.cues(stretch, scope.bracket)
        )

    def clauses(self, figure: Figure) -> None:
        """What the clause of a percentage leaves out comes from the clauses before it.

        A clause that names its indicator outright leaves nothing out.
        """
        if figure.kind != "percentage":
            return
        scope, found = figure.scope, figure.dimensions
        if self.words.others_behind.match(self.reading.text, figure.end):
            return  # *97% of members studied it, and 93% of residents did*
        prior = [(one, True) for one in scope.prior]
        has = found.found.keys()
        if self.reading.names_indicator(scope):
            found.take("population", self._of_group(figure))
            return
        self._people_before(figure, prior)
        if found.found.get("basis") != "of_plan" and not self._names_its_whole(figure):
            level = self.reading.first("level", prior, scope.bracket)
            if level is not None and not are_asked(self.reading, figure, level):
                found.take("level", level)
            body = self.reading.first("body", prior, scope.bracket)
            posts = found.cues.get("topic")
            if posts is not None and posts.value == _POSTS and posts.start >= scope.left.start:
                body = None  # *Cut its public service units by 12%, and its payroll by 10%*
            if body is not None and body.value in UNITS:
                # *TCCSĐ hoàn thành tốt 68%, hoàn thành 11%*: they are counted, and have no body.
                # Who only acted is not: *chi bộ kỷ luật 97 đảng viên, bằng 80% so với cùng kỳ*.
                if "population" not in found.found:
                    found.counted = found.counted or body.value
                body = None
            found.take("body", body)
        alone = "attribute" in has and not has & {"population", "body", "level"}
        if alone and not found.topic_is_own and not self._names_others(figure):
            # A segment that names only an attribute goes on with the body before it:
            # *cấp ủy cấp xã có 214 cán bộ trẻ; nữ chiếm 24%*.
            before = [(one, True) for one in scope.earlier[:1]]
            for dimension in ("body", "level"):
                found.take(dimension, self.reading.first(dimension, before, scope.bracket))
        self._of_whole_behind(figure)

    def _people_before(self, figure: Figure, prior: Sequence[tuple[Stretch, bool]]) -> None:
        """Whom a percentage is of, and which part of them, where the clauses before say it."""
        scope, found = figure.scope, figure.dimensions
        has = found.found.keys()
        silent = not has & {"attribute", "population"} or self._is_under_others(figure)
        silent = silent or self._is_of_whole_of_label(figure)
        if silent:
            described = self.reading.first("attribute", prior, scope.bracket)
            if described is not None and not self._is_of_another_kind(figure, described):
                found.take("attribute", described)
        # *Tỷ lệ nữ lãnh đạo cấp tỉnh 21,5%, cấp huyện 24,3%*: the same group at another level.
        if silent and ("attribute" in has or not has & {"body", "level"}):
            found.take("population", self.reading.first("population", prior, scope.bracket))
        if "population" not in has:
            found.take("population", self._of_group(figure) or self._of_row(figure))

    def _is_of_whole_of_label(self, figure: Figure) -> bool:
        """Whether words behind a share only say of which whole the part of its label is.

        *Women as heads are few: only 12% of heads of departments*; *…: 12% of them voted* tells
        of another matter.
        """
        reading, scope = self.reading, figure.scope
        people = figure.dimensions.cues.get("population")
        if people is None or people.start < figure.end or "attribute" in figure.dimensions.found:
            return False
        labelled = reading.text[: scope.left.start].rstrip().endswith(":")
        if not labelled or reading.names_subject(scope.left) or not scope.prior:
            return False
        around = (people.end, scope.right.end), (figure.end, people.start)
        return not any(reading.names_subject(Stretch(*one)) for one in around)

    def _of_whole_behind(self, figure: Figure) -> None:
        """The body of a share that names only whom it is of, where the next one names it for both.

        *Women account for 15% and young cadres 10% of committee members*.
        """
        reading, found = self.reading, figure.dimensions
        following = reading.figures[figure.index + 1 : figure.index + 2]
        told = found.found.keys() & {"body", "population", "level", "topic", "change"}
        if "attribute" not in found.found or told or not following:
            return
        after = following[0]
        if after.kind != figure.kind or after.bracket != figure.bracket:
            return
        between = reading.text[figure.end : after.start]
        joined = self.words.and_within.search(reading.text, figure.end, after.start)
        if joined is None or set(between) & set(",;:()") or self._has_verb_or_whole(figure, joined):
            return
        marks = {one.sets.get("attribute") for one in reading.cues(after.scope.left, after.bracket)}
        body = reading.first("body", [(after.scope.right, False)], after.bracket)
        if body is None or not marks - {None, found.found["attribute"]}:
            return
        if self.words.of_opening.match(reading.text, after.end, body.start) is not None:
            found.take("body", body)
            found.take("level", reading.first("level", [(after.scope.right, False)], after.bracket))

    def _has_verb_or_whole(self, figure: Figure, joined: regex.Match[str]) -> bool:
        """Whether anything stands between a share and the *and* behind it."""
        return bool(self.reading.text[figure.end : joined.start()].strip())

    def _of_row(self, figure: Figure) -> Cue | None:
        """The people of the share before, where a share says only what so many of them have.

        *94,2% công chức có trình độ đại học trở lên, 18,7% có trình độ sau đại học*.
        """
        reading, before = self.reading, self.reading.last_before(figure.start)
        if before is None or before.kind != figure.kind or before.bracket != figure.bracket:
            return None
        people = before.dimensions.cues.get("population")
        if people is None or not before.end <= people.start < figure.start:
            return None
        text, words = reading.text, self.words
        has = words.has_behind.match(text, figure.end) or words.predicated.match(text, figure.end)
        joins = not reading.names_subject(figure.scope.left)
        row = joins and reading.opens(before) and reading.opens(figure)
        return people if has is not None and row else None

    def _is_under_others(self, figure: Figure) -> bool:
        """Whether a share joined to another only says under whom its people are.

        *Women are 18% of those under the provincial board, and 21% under the district boards*.
        """
        found, before = figure.dimensions.found, self.reading.last_before(figure.start)
        if "attribute" in found or not found.get("population", "").startswith(_MANAGED):
            return False
        if before is None or before.kind != figure.kind or before.bracket != figure.bracket:
            return False
        low = max(before.end, figure.start - _NEAR)
        return self.words.and_.match(self.reading.text, low, figure.start) is not None

    def _names_its_whole(self, figure: Figure) -> bool:
        """Whether the words right behind a share say that it is of others than those before it.

        *Connect 100% of communes and 95% of rural households*; *directed Party committees to have
        25% or more female officials*.
        """
        text, people = self.reading.text, figure.dimensions.cues.get("population")
        if self.words.residents_behind.match(text, figure.end):
            return True
        if people is None or people.value != "cadres" or people.start < figure.end:
            return False
        return not self.reading.names_subject(Stretch(figure.end, people.start))

    def _names_others(self, figure: Figure) -> bool:
        """Whether words that no card knows say whose attribute it is: *số người biết chữ ở tuổi*.

        *Members under 47* are those of the body before.
        """
        left, attribute = figure.scope.left, figure.dimensions.cues.get("attribute")
        if attribute is None or attribute.start <= left.start:
            return False
        text, ahead = self.reading.text, Stretch(left.start, attribute.start)
        people = [one.span() for one in self.words.persons.finditer(text, *ahead)]
        return self.words.subject_in(text, ahead, self.reading.known | Cover(people))

    def _is_of_another_kind(self, figure: Figure, described: Cue) -> bool:
        """Whether a share names its own people beside those of one before: *nữ 21%, tái cử 58%*.

        Where those stand behind the one before, so do its own: *62% have a degree, 19% have not
        studied*.
        """
        reading, left = self.reading, figure.scope.left
        before = reading.figures[figure.index - 1] if figure.index else None
        if before is not None and before.kind == figure.kind and described.start >= before.end:
            behind = Stretch(figure.end, max(figure.end, figure.scope.right.end))
            times = (one.span() for one in self.words.time_noun.finditer(reading.text, *behind))
            known = reading.known | Cover(times)
            named = self.words.subject_in(reading.text, behind, known)
            if described.end <= left.start and named:
                return True
        if _AGES.search(reading.text, left.start, left.end) is not None:
            return True  # *Aged 18-30 20%, 31-40 35%*
        if not reading.figures_in(Stretch(described.end, left.start), figure.bracket):
            return False
        placed = any(left.holds(one.start) for one in reading.places)
        words = reading.text[left.start : left.end].casefold().split()
        levels = any(word in self.words.level_words for word in words)
        return not placed and not levels and reading.names_subject(left)

    def whole(self, figure: Figure) -> Dimensions | None:
        """What the number before a bracket is of, where the bracket only tells its change.

        *Kiểm tra 318 tổ chức đảng (tăng 11,8% so với năm 2022)*.
        """
        fallen = self.changes.fallen_before(figure)
        bracket = self.reading.opened_by(figure) if fallen else figure.bracket
        if bracket is None or figure.dimensions.found.keys() & {"attribute", "population", "body"}:
            return None
        told = self.reading.cues(bracket, bracket)
        if fallen is None and not any("change" in one.sets for one in told):
            return None
        if any(one.sets.keys() & set(SHARED) for one in told):
            return None
        if fallen is None and self.reading.names_subject(Stretch(bracket.start, figure.start)):
            return None  # *GRDP tăng 8,1% (dịch vụ tăng 7%)*
        before = of_same_noun(figure, self.reading.before_brackets(bracket))
        return before.dimensions if before is not None else None

    def _of_group(self, figure: Figure) -> Cue | None:
        """The group that a share is taken of, where the clause before it names one.

        *Among the cadres managed by …, 44.6% meet …*; *1,643 new members, of whom women
        account for 47%*.
        """
        scope = figure.scope
        clause = scope.prior[:1]
        if clause and not self.reading.figures_in(clause[0], scope.bracket):
            return self.reading.first("population", [(clause[0], True)], scope.bracket)
        words = self.words
        segment = self.reading.structure.segment_of(figure.start)
        before = self.reading.text[segment.start : figure.start]
        if words.of_them.match(self.reading.text, figure.end):
            return self._group_before(figure)
        if words.of_which.search(before) is None:
            return None
        prior = [(one, True) for one in scope.prior]
        return self.reading.first("population", prior, scope.bracket) or self._group_before(figure)

    def _group_before(self, figure: Figure) -> Cue | None:
        """The people that the last count before a share counts: *7,413 members, 51% of them*."""
        for other in reversed(self.reading.figures[: figure.index]):
            population = other.dimensions.found.get("population")
            if other.kind == "count" and population is not None:
                return Cue(population, other.start, other.end)
        return None
