"""The level and the body that a number is of."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.link.figures import Cue, Dimensions, Figure
from pipeline.link.reading import OF_PARTS, Reading
from pipeline.link.scope import Scope, Stretch
from pipeline.link.terms import TermMention
from pipeline.link.words import ClauseWords

__all__ = ["ACTS", "UNITS", "Placing", "are_asked"]

#: So many characters before a body are looked at.
_NEAR = 40
#: A colon right before a number.
_COLON = regex.compile(r":\s*$")
_BRACKETED = regex.compile(r"\([^()]*\)")
#: Topics whose counts are acts of a body: who acts belongs to the number.
ACTS = frozenset({"inspection", "supervision", "violation_signs", "discipline"})
#: Those that one body does side by side.
_LOOKS = frozenset({"inspection", "supervision", "violation_signs"})
#: Bodies that are counted or served, and state nothing of a share's members.
UNITS = frozenset(
    {
        "public_service_unit", "focal_point", "admin_unit", "one_stop_shop", "department",
        "division", "party_organization", "grassroots_party_org", "party_cell", "party_congress",
    }
)  # fmt: skip


class Placing:
    """Reads levels and bodies in one sentence."""

    def __init__(self, reading: Reading, words: ClauseWords) -> None:
        self.reading = reading
        self.words = words

    def place(
        self,
        dimension: str,
        figure: Figure,
        own: Sequence[tuple[Stretch, bool]],
    ) -> Cue | None:
        """The level or body of a number.

        A body before a count is who acts (*the Provincial Party Committee proposed 6 groups of
        solutions*), not what is counted, unless it has what is counted (*the committee has 12
        women*) or its acts are what is counted (inspections). A body that is counted itself
        states no body.
        """
        scope, found = figure.scope, figure.dimensions
        if dimension not in self.reading.stated:
            counts = dimension == "level" and figure.kind in ("count", "ratio")
            return self._counted_level(figure) if counts else None
        if figure.kind == "multiple" and self._many(dimension, scope):
            return None
        if dimension == "level" and (right_behind := self._level_behind(figure)) is not None:
            return right_behind
        if figure.kind in ("percentage", "multiple"):
            cue = self.reading.first(dimension, own, scope.bracket)
            cue = self._behind_instead(dimension, figure, cue)
            if cue is not None and (
                self._is_of_share_before(figure, cue) or are_asked(self.reading, figure, cue)
            ):
                return None
            if dimension == "body" and cue is not None and cue.value in UNITS:
                found.counted, cue = cue.value, None
            return cue
        return self._of_count(dimension, figure) if figure.kind in ("count", "ratio") else None

    def _behind_instead(self, dimension: str, figure: Figure, cue: Cue | None) -> Cue | None:
        """The place behind a share, where the one before it is that of another share.

        *29.8% in district councils and 27.1% in commune councils*.
        """
        before = self.reading.figures[figure.index - 1] if figure.index else None
        if cue is None or before is None or cue.start >= figure.start or cue.start < before.end:
            return cue
        if before.dimensions.cues.get(dimension) != cue or before.kind != figure.kind:
            return cue
        behind = self.reading.first(dimension, [(figure.scope.right, False)], figure.bracket)
        return behind or cue

    def _is_of_share_before(self, figure: Figure, cue: Cue) -> bool:
        """Whether a place is that of the share before: *85% chi bộ thôn và 90% đảng viên …*."""
        if not figure.index or cue.start >= figure.start:
            return False
        before = self.reading.figures[figure.index - 1]
        people = figure.dimensions.cues.get("population")
        own = people is not None and people.start >= figure.end
        own = own or self.words.residents_behind.match(self.reading.text, figure.end) is not None
        if before.kind != "percentage" or not (own or self._is_of_more(figure)):
            return False
        if cue.start < before.end:
            return False
        joined = self.words.and_within.search(self.reading.text, cue.end, figure.start)
        parted = self.reading.structure.is_parted(before.end, figure.start, figure.bracket)
        return joined is not None and not parted

    def _is_of_more(self, figure: Figure) -> bool:
        """Whether a share says itself what it is of: *10% of units and 8% of their staff*."""
        right = figure.scope.right
        return self.words.share_of.match(self.reading.text, right.start + 1, right.end) is not None

    def _level_behind(self, figure: Figure) -> Cue | None:
        """The level right behind a number: *97.6% at commune level and 98.2% at province level*.

        In a row the word *level* may stand behind the last alone: *78 at provincial, 402 at
        district and 1,464 at commune level*.
        """
        text, words = self.reading.text, self.words
        named = words.at_a_level.match(text, figure.end)
        if named is not None:
            level = words.level_words[named["level"].casefold()]
            return Cue(level, *named.span("level"))
        for term in self.reading.stated.get("level", ()):
            if term.start >= figure.end:
                alone = term.sets.keys() == {"level"}
                near = words.level_leads.fullmatch(text, figure.end, term.start) is not None
                return Cue(term.sets["level"], term.start, term.end) if alone and near else None
        return None

    def _of_this_size(self, dimension: str, figure: Figure) -> Cue | None:
        """The body right before how many it has: *a Standing Committee of 14 comrades*."""
        if figure.kind != "count":
            return None
        for term in reversed(self.reading.cues(figure.scope.left, figure.scope.bracket)):
            if "body" in term.sets and term.sets["body"] not in UNITS:
                sized = self.words.sized.fullmatch(self.reading.text, term.end, figure.start)
                cue = Cue(term.sets.get(dimension, ""), term.start, term.end)
                return cue if sized and dimension in term.sets else None
        return None

    def _of_count(self, dimension: str, figure: Figure) -> Cue | None:
        """The level or body of what is counted, or of who has it."""
        scope, found = figure.scope, figure.dimensions
        if (sized := self._of_this_size(dimension, figure)) is not None:
            return sized
        if (label := self._units_labelled(figure)) is not None:
            found.counted = label.sets["body"]
            level = label.sets.get("level") if dimension == "level" else None
            return Cue(level, label.start, label.end) if level else None
        if self._acts(found) and (actor := self._actor_beside(figure)) is not None:
            value = actor.sets.get(dimension) if actor.sets["body"] not in UNITS else None
            return Cue(value, actor.start, actor.end) if value else None
        cue = self._behind_count(dimension, figure)
        if cue is not None and self._is_agent(cue) and not self._acts(found):
            cue = None
        if dimension == "body" and cue is not None and self._is_unit_counted(figure, cue):
            # *634 grassroots Party organizations*: whose members they are says nothing here.
            found.drop("population")
        described = found.found.keys() & {"attribute", "population"}
        people = bool(described) or self.counts_people(figure)
        member = self._elects(scope, cue) or self._joins(figure, cue)
        if dimension == "body" and cue is not None and not member:
            itself = cue.value in UNITS and self.reading.counts(figure, cue.start)
            if itself or not described:
                found.counted, cue = cue.value, None
            elif cue.value in UNITS:
                cue = None  # *86 women in provincial departments*
        own = self.reading.first(dimension, [(scope.left, True)], scope.bracket)
        if cue is None and own is None and people and self.is_part(scope):
            # *2.514 đồng chí vào cấp ủy cấp xã, trong đó 619 nữ*: a part is of the same body.
            prior = [(one, True) for one in scope.prior]
            cue = self.reading.first(dimension, prior, scope.bracket)
            if dimension == "body" and cue is not None and cue.value in UNITS:
                cue = None
        cue = cue or self._of_owner(dimension, figure, people=people)
        return cue or self._of_noun(dimension, figure)

    def _behind_count(self, dimension: str, figure: Figure) -> Cue | None:
        """The level or body that the words behind a count state, up to those of the next."""
        scope = figure.scope
        ahead = [(figure.inside, False), (scope.right, False), (scope.beyond, False)]
        if self.reading.goes_over(figure):
            ahead = ahead[:1]
        elif (nearer := self.reading.up_to_next(figure)) is not None:
            ahead[1] = (nearer, False)
        if self._is_of_next_bare(figure):
            ahead = ahead[:2]
        cue = self.reading.first(dimension, ahead, scope.bracket)
        if dimension == "level" and cue is not None and cue.start > figure.noun_end:
            # *21 xã biên giới thuộc các huyện* are communes, wherever they lie.
            return self._counted_level(figure) or cue
        return cue

    def _is_of_next_bare(self, figure: Figure) -> bool:
        """Whether the words behind the bracket of a bare count are joined to it for the next.

        *By 1,214 (31.1%) and in villages by 5,110*.
        """
        beyond, text = figure.scope.beyond, self.reading.text
        if figure.unit or not self.reading.begins_number(beyond.end):
            return False
        aside = _BRACKETED.match(text, beyond.start)
        start = aside.end() if aside is not None else beyond.start
        return self.words.and_first.match(text, start) is not None

    def _units_labelled(self, figure: Figure) -> TermMention | None:
        """The units that the label right before a bare number names: *Party organizations: 3*.

        They are counted, and nobody's who acts.
        """
        left = figure.scope.left
        if figure.unit or _COLON.search(self.reading.text, left.start, figure.start) is None:
            return None
        terms = [one for one in self.reading.cues(left, figure.bracket) if "body" in one.sets]
        if not terms or terms[-1].sets["body"] not in UNITS:
            return None
        between = Stretch(terms[-1].end, figure.start)
        apart = self.reading.names_subject(between) or any(
            between.holds(one.start) and "population" in one.sets for one in self.reading.terms
        )
        return None if apart else terms[-1]

    def _of_owner(self, dimension: str, figure: Figure, *, people: bool) -> Cue | None:
        """The level or body before a count: who has the people that it counts, or who acts."""
        scope, acts = figure.scope, self._acts(figure.dimensions)
        if not acts and people and (member := self._member_before(figure)) is not None:
            value = member.sets.get(dimension)
            return Cue(value, member.start, member.end) if value else None
        if not acts and not (people and self._has(figure)):
            return None
        before = [(scope.left, True)]
        if acts:
            # Who acts is the subject, which stands first: what was inspected before this
            # number is a body too.
            stretches = [*reversed(scope.prior), scope.left]
            if self.words.opens_part.match(self.reading.text, scope.left.start, figure.start):
                # *…, trong đó Ủy ban Kiểm tra Huyện ủy giám sát 4*: a part has its own subject.
                stretches = [scope.left, *stretches[:-1]]
            before = [(one, False) for one in stretches]
        cue = self._first_uncounted(dimension, before, scope)
        if cue is None and acts:
            return self._who_acted_before(dimension, figure)
        unit = dimension == "body" and cue is not None and cue.value in UNITS
        # *Đảng bộ tỉnh có 69.312 đảng viên*: its members, no committee's.
        return None if unit and not acts else cue

    def _member_before(self, figure: Figure) -> TermMention | None:
        """The members of a body that label a number: *ủy viên Ban Thường vụ 19 đồng chí*."""
        before = self.reading.cues(figure.scope.left, figure.scope.bracket)
        if not before or "body" not in before[-1].sets:
            return None
        low = max(figure.scope.left.start, before[-1].start - _NEAR)
        led = self.words.seats.match(self.reading.text, low, before[-1].start) is not None
        led = led or self._is_next_to_another(figure, before[-1])
        led = led or self._are_some_in(figure, before[-1])
        if not led and "population" not in before[-1].sets:
            return None
        parted = self.reading.names_subject(Stretch(before[-1].end, figure.start))
        return None if parted or before[-1].sets["body"] in UNITS else before[-1]

    def _are_some_in(self, figure: Figure, term: TermMention) -> bool:
        """Whether some of a body are told out of all of it: *nữ trong Ban Chấp hành 9/45 đồng chí*.

        Of how many they are says that they are its members.
        """
        mark = figure.dimensions.cues.get("attribute")
        if figure.kind != "ratio" or mark is None or mark.end > term.start:
            return False
        between = Stretch(mark.end, term.start)
        return (
            not self.reading.names_subject(between)
            and "," not in self.reading.text[slice(*between)]
        )

    def _is_next_to_another(self, figure: Figure, term: TermMention) -> bool:
        """Whether a body labels people behind those of another: *BCH có 45 đồng chí, BTV 13*."""
        before = self.reading.figures[figure.index - 1] if figure.index else None
        if before is None or before.unit != figure.unit or before.bracket != figure.bracket:
            return False
        listed = before.dimensions.found.get("body", term.sets["body"])
        apart = self.reading.text[term.end : figure.start].strip()
        return listed != term.sets["body"] and not apart

    def _is_of_one_before(self, cue: Cue, figure: Figure) -> bool:
        """Whether another number counts what a cue names, and a thing of its own follows that.

        *Cut 21 divisions and its payroll by 1,500*.
        """
        other = self.reading.right_before(cue.start)
        if other is None or other is figure:
            return False
        since = Stretch(cue.end, figure.start)
        told = (one.sets.keys() for one in self.reading.cues(since, figure.bracket))
        return self.reading.names_subject(since) or any(
            {"topic", "population"} & one for one in told
        )

    def _of_noun(self, dimension: str, figure: Figure) -> Cue | None:
        """What the counted noun says, or for a bare number the subject that it counts.

        *The number of commune-level units fell from 319 to 99*.
        """
        scope, found = figure.scope, figure.dimensions
        cue = self._counted_level(figure) if dimension == "level" else None
        if cue is None and not self.reading.has_noun(figure):
            cue = self.reading.first(dimension, [(scope.left, True)], scope.bracket)
            if cue is not None and (
                self._is_of_one_before(cue, figure) or self.is_beside_others(figure)
            ):
                cue = None
            people = found.found.keys() & {"attribute", "population"}
            counted = cue is not None and (cue.value in UNITS or not people)
            if dimension == "body" and cue is not None and counted:
                found.counted, cue = cue.value, None
        if cue is not None or dimension != "level":
            return cue
        if figure.unit and self.words.nouns[figure.unit].papers:
            return None  # *District councils held 64 sessions*
        bare = [
            term
            for term in self.reading.cues(scope.left, scope.bracket)
            if term.sets.keys() == {"level"} and not self._is_sibling(term, figure)
        ]
        if not bare and figure.unit and (owner := self._owner(figure)) is not None:
            return Cue(owner.sets["level"], owner.start, owner.end)
        return Cue(bare[-1].sets["level"], bare[-1].start, bare[-1].end) if bare else None

    def is_beside_others(self, figure: Figure) -> bool:
        """Whether units are joined to others that have a noun: *cut 38 offices and 157 units*.

        *38 public service units and 12 more units* are of one kind.
        """
        before = self.reading.figures[figure.index - 1] if figure.index else None
        if before is None or not figure.unit or not before.unit or before.kind != figure.kind:
            return False
        one, two = (each.casefold().split() for each in (before.unit, figure.unit))
        joined = self.reading.words.only_joins(self.reading.text, before.noun_end, figure.start)
        return joined and self.reading.has_noun(before) and not {*one} & {*two}

    def _owner(self, figure: Figure) -> TermMention | None:
        """Whose units a number counts, where its label names both.

        *Số phòng thuộc UBND cấp huyện giảm 29 phòng*.
        """
        text, left = self.reading.text, figure.scope.left
        named = [one for one in self.reading.cues(left, figure.bracket) if "level" in one.sets]
        if not named or not figure.unit:
            return None
        low, term = max(left.start, named[-1].start - _NEAR), named[-1]
        owned = self.words.owned_before.match(text, low, term.start)
        noun = figure.unit.split()[0].casefold()
        same = noun in text[left.start : term.start].casefold().split()
        return term if owned is not None and same else None

    def _actor_beside(self, figure: Figure) -> TermMention | None:
        """Who acted, for a number in a list of those who did: *the district committees 48*.

        Also *48 by district committees*. The first number of a sentence is no item of such a
        list, and neither is one behind the units that it counts (*tổ chức đảng 35*).
        """
        reading, scope = self.reading, figure.scope
        if not figure.index or "body" not in reading.stated:
            return None
        for term in reading.cues(Stretch(figure.end, scope.right.end), scope.bracket):
            if "body" in term.sets:
                behind = Cue("", term.start, term.end)
                near = not reading.names_subject(Stretch(figure.noun_end, term.start))
                if near and self._is_agent(behind):
                    return term
                break
        previous = reading.figures[figure.index - 1]
        alike = figure.unit in (None, previous.unit)
        if not alike and not self.words.nouns[figure.unit or ""].persons:
            return None
        before = reading.cues(scope.left, scope.bracket)
        if not before or "body" not in before[-1].sets or "topic" in before[-1].sets:
            return None
        term = before[-1]
        if reading.names_subject(Stretch(scope.left.start, term.start)):
            return None
        if reading.names_subject(Stretch(term.end, figure.start)):
            return None
        listed = previous.dimensions.cues.get("body")
        beside = listed is not None and 0 <= previous.start - listed.end <= 1
        return term if beside or term.sets["body"] not in UNITS else None

    def _who_acted_before(self, dimension: str, figure: Figure) -> Cue | None:
        """Who acted, for a segment that opens with the next act of the same body.

        *UBKT các cấp kiểm tra 128 tổ chức đảng; giám sát 439 tổ chức đảng*; whoever inspects need
        not be who disciplines.
        """
        reading, scope = self.reading, figure.scope
        topic = figure.dimensions.cues.get("topic")
        if topic is None or topic.value not in _LOOKS:
            return None
        if not scope.segment.start <= topic.start < figure.start:
            return None
        ahead = Stretch(scope.segment.start, topic.start)
        told = any(one.sets.keys() & {"body", "level"} for one in reading.cues(ahead, None))
        placed = any(ahead.holds(one.start) for one in reading.places)
        if told or placed or not scope.earlier or reading.names_subject(ahead):
            return None
        for one in reversed(reading.figures_in(scope.earlier[0], scope.bracket)):
            cue = one.dimensions.cues.get(dimension)
            actor = cue is None or cue.end <= one.start
            if actor and one.dimensions.found.get("topic") in _LOOKS:
                return cue
        return None

    def _first_uncounted(
        self, dimension: str, stretches: Sequence[tuple[Stretch, bool]], scope: Scope
    ) -> Cue | None:
        """The first term that states a dimension and is not itself what a number counts."""
        counted = [one.scope.right for one in self.reading.figures]
        for stretch, backwards in stretches:
            cues = self.reading.cues(stretch, scope.bracket)
            for term in reversed(cues) if backwards else cues:
                inside = any(one.holds(term.start) for one in counted)
                if dimension in term.sets and not inside:
                    return Cue(term.sets[dimension], term.start, term.end)
        return None

    def _is_sibling(self, term: TermMention, figure: Figure) -> bool:
        """Whether *and* joins a term to a number: *6,000 villages and 35,000 workers*."""
        between = self.reading.text[term.end : figure.start].casefold().split()
        joined = bool(between) and between[0] in self.words.list_joints
        return joined and all(word in self.words.small for word in between)

    def _is_agent(self, cue: Cue) -> bool:
        """Whether a body is who did something to what is counted: *recommended by the union*."""
        if "agents" not in self.reading.lists:
            return False
        low = max(0, cue.start - _NEAR)
        return self.words.agent.match(self.reading.text, low, cue.start) is not None

    def _is_unit_counted(self, figure: Figure, cue: Cue) -> bool:
        """Whether a number counts units that small words alone part from it."""
        between = _BRACKETED.sub(" ", self.reading.text[figure.end : cue.start])
        if between.strip() and self.words.level_leads.fullmatch(between) is not None:
            return False  # *86 in provincial departments*
        small = all(word in self.words.small for word in between.casefold().split())
        return cue.value in UNITS and small

    def _has(self, figure: Figure) -> bool:
        """Whether the words right before a count, or its label, say that somebody has it.

        A count alone in a bracket is of the words before that: *women in the committee (2)*.
        """
        scope, words = figure.scope, self.words
        if scope.left.end < figure.start:
            return True
        before = self.reading.text[scope.left.start : scope.left.end]
        if before.rstrip().endswith(":"):
            return True
        lists = self.reading.lists
        return ("having" in lists and words.having.search(before) is not None) or (
            "labels" in lists and words.labelled.search(before) is not None
        )

    def organization(self, figure: Figure) -> str | None:
        """The Party organizations that a count of inspections calls organizations only."""
        found = figure.dimensions
        if not figure.unit or not self._acts(found):
            return None
        if found.found.keys() & {"population", "attribute"}:
            return None
        named = self.words.organizations.match(figure.unit) is not None
        return "party_organization" if named else None

    def counts_people(self, figure: Figure) -> bool:
        """Whether the noun of a count is one for people: *33 đồng chí*, *612 lượt cán bộ*."""
        return bool(figure.unit) and self.words.counts_people(figure.unit or "")

    def _joins(self, figure: Figure, cue: Cue | None) -> bool:
        """Whether a count is of people who are in the body behind it."""
        if cue is None or cue.value in UNITS or not self.counts_people(figure):
            return False
        text = self.reading.text
        if self.words.members_of.fullmatch(text, figure.end, cue.start):
            return True
        joined = self.words.joining.match(text, figure.end, cue.start)
        return (joined or self.words.joins.match(text, cue.start)) is not None

    def _elects(self, scope: Scope, body: Cue | None) -> bool:
        """Whether a count is of people who are elected to the body behind it."""
        if "electing" not in self.reading.lists:
            return False
        text, electing = self.reading.text, self.words.electing
        if electing.search(text[scope.left.start : scope.left.end]) is not None:
            return True
        if body is None:
            return False
        # *2,514 comrades were appointed or elected to Party committees*
        if electing.search(text[scope.right.start + 1 : body.end]) is not None:
            return True
        # *…, and 861 to standing committees*
        goes_on = self.words.elected_to.fullmatch(text, scope.right.start + 1, body.start)
        segment = text[scope.segment.start : scope.left.start]
        return goes_on is not None and electing.search(segment) is not None

    def is_part(self, scope: Scope) -> bool:
        """Whether the words right before a count say that it is a part of the one before."""
        if self.reading.lists.isdisjoint(OF_PARTS):
            return False
        before = self.reading.text[scope.left.start : scope.left.end]
        return self.words.parts.search(before) is not None

    @staticmethod
    def _acts(found: Dimensions) -> bool:
        """Whether a count is of acts of a body, so that who acts belongs to it."""
        return found.found.get("topic") in ACTS

    def _counted_level(self, figure: Figure) -> Cue | None:
        """The level of the localities that a number counts: *175 xã*."""
        level = self.words.nouns[figure.unit].level if figure.unit else None
        return Cue(level, figure.end, figure.end) if level else None

    def _many(self, dimension: str, scope: Scope) -> bool:
        """Whether the words before a number name several levels or bodies for it."""
        values = {
            term.sets[dimension]
            for stretch in (scope.left, *scope.prior, *scope.earlier)
            for term in self.reading.cues(stretch, scope.bracket)
            if dimension in term.sets
        }
        return len(values) > 1


def are_asked(reading: Reading, figure: Figure, cue: Cue) -> bool:
    """Whether offices are only who is told to do what a later clause says.

    *Yêu cầu các sở, ngành rà soát kịch bản, phấn đấu GRDP tăng 8%*; but *yêu cầu các sở, ngành
    giải quyết đúng hạn 95% hồ sơ*.
    """
    if cue.value != "agency" or cue.end > figure.start:
        return False
    low = max(0, cue.start - _NEAR)
    asked = reading.words.ordering.search(reading.text, low, cue.start) is not None
    return asked and reading.structure.is_parted(cue.end, figure.start, figure.bracket)
