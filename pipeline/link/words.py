"""Small words of a language that tie a number to its clause; they stand in its card."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

import regex

from pipeline.language import LanguageCard, Memo, alternatives, is_one_noun, late, lowered
from pipeline.link.scope import BOUNDARY, Cover, Stretch
from pipeline.link.terms import TermMention

__all__ = ["ANNOUNCING", "ClauseWords"]

_PROPER = regex.compile(r"\p{Lu}[\p{L}\p{M}’']*(?:[\s-]\p{Lu}[\p{L}\p{M}’']*)+")
_WORD = regex.compile(r"[\p{L}\p{M}]+")
#: The pattern of an empty list.
_NOTHING = "(?!)"
_BRACKETED = regex.compile(r"\([^()]*\)")
#: Anything but words and the marks of a row.
_MARKED = regex.compile(r"[^\p{L}\p{M}\s,’'-]")
#: So many words the name of a kind of place has at most.
_LONGEST_NOUN = 6
#: The dimensions that who reports does not lend to a number.
_PLACED = frozenset({"level", "body"})
#: The dimensions that are no subject where they only tell which things are meant.
_SUBJECTS = frozenset({"population", "body", "level"})
#: The bodies that are graded every year as people are.
_GRADED_BODIES = frozenset({"grassroots_party_org", "party_organization", "party_cell"})
#: So many characters before a term are looked at.
_NEAR = 40
#: And so many where the name, number and date of a document stand between.
_FAR = 90
#: Behind a grade that stands alone behind its share: *18% excellent, 78% good*.
_ENDS = regex.compile(r"\s*(?:[,;(]|\.?$)")
#: A number that has no noun of its own: *hoàn thành 10,8%*, but not *hoàn thành 29 công trình*.
_NOUNLESS = regex.compile(r"\s*:?\s*(?P<number>\d)[\d.,]*+\s*(?:[%‰(,;]|\.?$|(?<=[.,])\s)")
#: By the name of a pattern the lists of which its text has to hold a phrase, else it finds
#: nothing. These are asked most often, and look at one sentence only or at a part of it.
_SEEKING: Mapping[str, Sequence[str]] = {
    "aimed": ("aims", "aim_labels", "aim_nouns"),
    "aims_follow": ("aims_follow", "aims_set", "aims_told"),
    "aims_setting": ("aim_setting",),
    "aims_title": ("aim_titles",),
    "among": ("among",),
    "all_households": ("every_household",),
    "amounting": ("amounting",),
    "aimed_before": ("aimed_before",),
    "assigned": ("assigned",),
    "at_a_level": ("level_leads",),
    "benchmark": ("benchmarks",),
    "by_then": ("deadlines",),
    "by_now": ("by_now",),
    "came_of_it": ("came_of_it",),
    "changes_somehow": ("manners",),
    "comes_from": ("range_from",),
    "contrast": ("clause_joints",),
    "components": ("components",),
    "comes_to": ("equals", "coming_to"),
    "exceeding": ("beside_aims",),
    "excluding": ("excluding",),
    "factor": ("factors",),
    "further": ("above_then", "below_then"),
    "further_behind": ("above_then", "below_then"),
    "fall_behind": ("falls_of",),
    "fewer_behind": ("fewer_behind",),
    "fewer_last": ("fewer",),
    "founded": ("founding",),
    "foreign_whole": ("foreign_wholes",),
    "heads": ("heads",),
    "held_aim": ("aim_labels", "aim_nouns"),
    "held_directly": ("held_directly",),
    "beside_aim": ("aim_labels", "aim_nouns"),
    "had_been": ("had_been",),
    "held_to": ("held_to",),
    "aimed_behind": ("aimed_behind",),
    "has_behind": ("has_behind",),
    "how_large": ("sizes",),
    "less_behind": ("less_behind",),
    "located": ("located",),
    "long_ago": ("long_ago",),
    "measured_from": ("measured_from",),
    "merged_into": ("merged_into",),
    "merging": ("merging",),
    "merging_before": ("merging",),
    "month_behind": ("month_behind",),
    "monthly": ("monthly",),
    "more_behind": ("more_behind",),
    "more_last": ("more_last",),
    "naming": ("naming",),
    "norm_before": ("norm_labels", "norm_verbs"),
    "nation_adjective": ("nation_adjectives",),
    "nation_behind": ("nation_behind", "regions"),
    "nation_subject": ("nation_subjects", "regions", "ministries"),
    "new_total": ("new_total",),
    "not_so": ("not_so",),
    "no_staff": ("no_staff",),
    "occasion": ("occasions",),
    "once": ("once",),
    "that_of": ("that_of",),
    "passed_aim": ("exceeding",),
    "of_amount": ("amounts",),
    "of_nation": ("of_nation", "regions"),
    "of_opening": ("of_opening",),
    "of_places": ("of_places",),
    "of_theirs": ("of_theirs",),
    "of_them": ("of_them",),
    "pointed_at": ("pointing_before", "pointing_behind"),
    "some_places": ("vague_quantifiers",),
    "of_total": ("of_total",),
    "of_which": ("of_which",),
    "opens_aim": ("aim_openings",),
    "opens_post": ("opening_posts",),
    "owned_by_part": ("part_owners",),
    "other_inspector": ("other_inspectors",),
    "own_rate": ("rate_nouns",),
    "part_behind": ("part_holders",),
    "part_of_year": ("part_of_year",),
    "part_place": ("part_places",),
    "parts": ("of_which", "parts"),
    "per_head": ("per_head",),
    "planned_behind": ("planned_behind", "planned_nouns"),
    "relative": ("relatives",),
    "remaining": ("remaining_behind",),
    "reason": ("reasons",),
    "replacing": ("replacing",),
    "residents_behind": ("residents",),
    "respectively": ("respectively",),
    "rise_behind": ("rises",),
    "ruled_behind": ("ruled_behind",),
    "row_total": ("row_totals",),
    "scored": ("scored",),
    "set_by": ("aims_set",),
    "start_of_range": ("range_from",),
    "subordinate": ("subordinators",),
    "to_a_level": ("to_a_level",),
    "told_shortly": ("told_shortly",),
    "total_behind": ("row_totals",),
    "totals_to": ("totals_to",),
    "was_done": ("was_done",),
}
#: Where aims are announced there is a phrase of one of these lists, too.
ANNOUNCING = frozenset({"aims_follow", "aims_meant"})
#: The lists whose phrases few sentences hold, so that it pays to ask first.
ASKED_FOR = frozenset(
    {
        "administrative",
        "agents",
        "aim_labels",
        "aim_nouns",
        "aim_titles",
        "aims",
        "aims_follow",
        "aims_meant",
        "among",
        "beside_aims",
        "by",
        "central_bodies",
        "clause_joints",
        "clauses_joined",
        "current_prices",
        "differing",
        "differing_behind",
        "done_for",
        "electing",
        "exceeding",
        "foreign_places",
        "forming",
        "future",
        "given_by",
        "giving",
        "grading",
        "having",
        "in_force",
        "indexed_parts",
        "instead",
        "labels",
        "lacking",
        "lacking_behind",
        "short_excellent",
        "local_after",
        "local_agencies",
        "local_before",
        "local_bodies",
        "local_numbered",
        "local_offices",
        "local_party",
        "local_whole",
        "local_wide",
        "ministries",
        "modifiers",
        "moved_between",
        "named_offices",
        "nation_adjectives",
        "nation_averages",
        "nation_behind",
        "nation_subjects",
        "nationwide",
        "negations",
        "of_every",
        "of_nation",
        "of_which",
        "opening_with",
        "ordered",
        "part_holders",
        "part_subjects",
        "parts",
        "party_behind",
        "predicates",
        "programmes",
        "proposing",
        "provincial_averages",
        "range_from",
        "regions",
        "rewarding",
        "sectors",
        "settling",
        "sources",
        "telling",
        "this_rate",
        "the_rate",
        "to_a_level",
        "to_be_merged",
        "transport",
        "unions",
        "unsettled",
        "will_be",
        "written_aims",
        "union_staff",
        "young_labels",
    }
).union(*_SEEKING.values())


class _Never:
    """A pattern in a text that holds none of its words."""

    def match(self, *_: object) -> None:
        """No match, wherever it is asked for."""

    search = fullmatch = match

    def finditer(self, *_: object) -> Iterator[regex.Match[str]]:
        """No matches."""
        return iter(())


_NEVER = _Never()


def _unless_paired(card: LanguageCard) -> str:
    """Behind a dash: it joins no two words of one name, as in *kinh tế - xã hội*."""
    pairs = [one.split(" - ") for one in card.lists.get("dashed_pairs", ())]
    ends = (
        rf"(?<!\w)(?i:{alternatives([one])})\s[-–—]\s(?=(?i:{alternatives([two])})(?!\w))"
        for one, two in pairs
    )
    return f"(?<!{'|'.join(ends)})" if pairs else ""


class Noun(NamedTuple):
    """What a noun is that numbers count.

    A ``general`` one says nothing of what is counted, and one that ``holds_general`` says
    little (*new units*); ``aims`` are what was aimed at, ``papers`` what is written or held
    about a matter; ``outsiders`` are people who are neither cadres nor members, and
    ``other_members`` those of a union; ``level`` is that of a kind of place.
    """

    general: bool
    holds_general: bool
    aims: bool
    papers: bool
    outsiders: bool
    other_members: bool
    persons: bool
    bodies: bool
    level: str | None


class ClauseWords:
    """Patterns from the lists of a language: who has, of which, from and to, passive."""

    def __init__(self, card: LanguageCard) -> None:
        self.language = card.code
        listed = card.any_of
        bounds = alternatives(card.bounds.before) or "(?!)"
        self.having = late(rf"(?i)(?<!\w)(?:{listed('having')})\s+(?:[^\s,;()]+\s+)?$")
        self.of_which = late(rf"(?i)(?<!\w)(?:{listed('of_which')})(?!\w)")
        #: Between a whole and the parts that a list takes it apart into.
        self.parts = late(rf"(?i)(?<!\w)(?:{listed('of_which')}|{listed('parts')})(?!\w)")
        #: Before the first number of a sentence: the others are of what it counts.
        self.of_opening = late(rf"(?i)\W*(?:{listed('of_opening')})\s+(?:[^\s,;()]+\s+)?$")
        self.members = late(rf"(?i)(?:{listed('members')})")
        self.deadline = late(rf"(?i)(?<!\w)(?:{listed('deadlines')})\s+(?:[\p{{L}}]+\s+){{0,2}}$")
        self.of_them = late(rf"(?i)\s*(?:{listed('of_them')})(?!\w)")
        #: Right before a deed: what follows was there when it was done.
        self.after_words = late(rf"(?ri)(?<!\w)(?:{listed('after_words')})\s+")
        self.out_of = late(rf"(?ri)(?<!\w)(?:{listed('out_of')})\s+")
        self.and_first = late(rf"(?i)\s*(?:{listed('and')})\s")
        # *Khiển trách đối với 9 đảng viên*: such a word may be the end of another.
        self.and_ = late(
            rf"(?ri)(?<!\w)(?<!(?<!\w)(?:{listed('before_and')})\s)(?:{listed('and')})\s+"
        )
        self.electing = late(rf"(?i)(?<!\w)(?:{listed('electing')})(?!\w)[^;:]*$")
        #: The opening of a clause that says whose people the next clauses count.
        self.heads = late(rf"(?i)\W*(?:{listed('heads')})(?!\w)")
        #: Before a count: the label that it is the number of: *số ủy viên … được bầu là 41*.
        self.labelled = late(
            rf"(?i)(?<!\w)(?:{listed('labels')})\s[^,;:()\d]*(?<!\w)(?:{listed('equals')})\s+"
            rf"(?:{bounds}\s+)?$"
        )
        self.passive = late(rf"(?i)(?<!\w)(?:{listed('passive')})\s+$")
        #: *From 635 communes, wards and towns to 559*: the commas of such a row part nothing.
        row = rf",\s\p{{L}}+(?=(?:,\s\p{{L}}+)*\s(?:{listed('and')})\s\p{{L}}+\s)"
        self.end_of_range = late(
            rf"(?i)^(?:[^,;()\d]|{row}|\([^()]*\)|(?<=\s)(?:19|20)\d\d(?!\d)){{0,60}}"
            rf"(?<!\w)(?:{listed('range_to')})\s+(?:[^\s,;()]+\s+)?$"
        )
        leads = listed("leads")
        #: Right before a number that another is only held against: *giảm một nửa so với 12%*.
        self.against = late(
            rf"(?i)(?<!\w)(?:{listed('against')})\s+(?:(?:{listed('fillers')})\s+)*$"
        )
        #: Between a number and a share: the one is held against another time.
        self.held_against = late(rf"(?i)(?<!\w)(?:{listed('against')}|{listed('compared')})(?!\w)")
        #: Between a number and a share: a whole is reached or made up so far.
        self.makes_up = late(rf"(?i)(?<!\w)(?:{listed('reaches')}|{listed('makes_up')})(?!\w)")
        #: Right behind a bracket: what the number before it is held against.
        self.against_behind = late(rf"(?i)\)\s*(?:{listed('against')}|{listed('compared')})(?!\w)")
        self.reaches = late(rf"(?i)(?<!\w)(?:{listed('reaches')})(?!\w)")
        self._read_shares(card, leads)
        self.no_subject = late(rf"(?i)(?:{listed('no_subject')})(?!\w)")
        #: Right before a number: the level that something changed to.
        self.to_a_level = late(
            rf"(?ri)(?<!\w)(?<!(?<!\w)(?:{listed('amounting')})\s)(?:{listed('to_a_level')})\s+"
            rf"(?:{listed('comparators')}\s+)?"
        )
        self.falls = late(rf"(?ri)(?<!\w)(?:{listed('falls')})\s+(?:{bounds}\s+)?")
        #: Right before a term: it only tells which of the things counted are meant.
        the = rf"(?:(?:{listed('determiners')})\s+)?"
        self.modifier = late(rf"(?ri)(?<!\w)(?:{listed('modifiers')})\s+{the}")
        self.agent = late(rf"(?ri)(?<!\w)(?:{listed('agents')})\s+(?:\p{{L}}+\s+){{0,2}}")
        self.organizations = late(rf"(?i)(?:{listed('organizations')})(?!\w)")
        self._read_sources(listed)
        self._read_members(listed, bounds)
        self._read_aims(listed, bounds)
        self._read_former(card, listed, bounds)
        #: In a heading: that it is of aims, or of what was reached.
        self.heading_topics = {
            heading.casefold(): topic
            for topic, headings in card.heading_topics.items()
            for heading in headings
        }
        self.aims_heading = late(rf"(?i)(?<!\w)(?:{listed('aims_heading')})(?!\w)")
        self.results_heading = late(rf"(?i)(?<!\w){_results(listed)}(?!\w)")
        self.small = frozenset(card.lists.get("small", ())) | frozenset(card.clues)
        self._read_nouns(card, listed)
        self._read_measures(card, listed)
        self._read_places(listed)
        self._read_deeds(card)
        self._read_rows(card, listed)
        self._read_tables(card, listed)
        self._read_beside(card, listed, bounds)
        self._read_calls(card)

    def _read_calls(self, card: LanguageCard) -> None:
        """Which patterns the words of a sentence call for, once all of them are known."""
        self._lists_by_word = _by_rarest_word(card, ASKED_FOR)
        self._idle = {**vars(self), **dict.fromkeys(_SEEKING, _NEVER), "boundary": self.marks}
        #: By list: the patterns that a phrase of it calls for.
        self._called: dict[str, dict[str, object]] = defaultdict(dict)
        for name, lists in _SEEKING.items():
            for one in lists:
                self._called[one][name] = vars(self)[name]
        for one in ("clause_joints", "clauses_joined"):
            self._called[one]["boundary"] = self.boundary

    def _read_nouns(self, card: LanguageCard, listed: Callable[[str], str]) -> None:
        """The nouns that numbers count."""
        #: The whole province, or the nation, as what an item is of.
        self.of_everyone = late(rf"(?i)(?<!\w)(?:{listed('of_everyone')})(?!\w)")
        #: Who is in office, and so on no plan.
        self.incumbents = late(rf"(?i)(?<!\w)(?:{listed('incumbents')})(?!\w)")
        #: What a line above others may say beside whom it names.
        self.in_headings = self.small | set(card.lists.get("in_headings", ()))
        self.person_nouns = tuple(card.lists.get("person_nouns", ()))
        self.neutral = frozenset(card.lists.get("neutral_nouns", ()))
        self.payroll_nouns = frozenset(card.lists.get("payroll_nouns", ()))
        self.admitted = late(rf"(?i)(?:{listed('admitted')})(?!\w)")
        self._persons = late(rf"(?i)(?:{listed('persons')})(?!\w)")
        self.persons = late(rf"(?i)(?<!\w)(?:{listed('persons')})(?!\w)")
        #: Between two numbers: the second is the total that there are since the first.
        self.new_total = late(rf"(?i)(?<!\w)(?:{listed('new_total')})(?!\w)")
        self._other_members = late(rf"(?i)(?:{listed('other_members')})(?!\w)")
        self._outsiders = late(rf"(?i)(?:{listed('outsiders')})(?!\w)")
        #: A clause that begins with them is of them.
        self.of_outsiders = late(
            rf"(?i)\W*(?:(?:{listed('labels')}|{listed('equals')}|{listed('and')})\s+)*"
            rf"(?:{listed('outsiders')}|{listed('professionals')})(?!\w)"
        )
        #: Right behind what is counted: it has what follows.
        self.having_behind = late(rf"(?i)\s*(?:{listed('having')})(?!\w)")
        #: Right behind a share: it is of them.
        opening = rf"(?i)\s*(?:(?:{listed('of_opening')})\s+)?"
        others = rf"{listed('outsiders')}|{listed('professionals')}"
        self.outsiders_behind = late(rf"{opening}(?:{others})(?!\w)")
        self.others_behind = late(rf"{opening}(?:{others}|{listed('other_members')})(?!\w)")
        #: And so that it is one of money, of prices or of votes, not of people or places.
        self.foreign_whole = late(
            rf"(?i)\s*(?:(?:{listed('whole_leads')})\s+){{0,4}}(?:{listed('foreign_wholes')})(?!\w)"
        )
        self._papers = late(rf"(?i)(?:{listed('papers')})(?!\w)")
        self._bodies = late(rf"(?i)(?:{listed('units_counted')})(?!\w)")
        self._general = late(rf"(?i)(?<!\w)(?:{listed('general_nouns')})(?!\w)")
        self.nouns = Memo(self._noun)
        self._nouns_lead = bool(card.lists.get("lone_nouns"))
        neutral, others = (
            card.lists.get("neutral_nouns", ()),
            card.any_of("outsiders", "professionals"),
        )
        #: By class: the nouns that a count of an indicator may have.
        self.counted_nouns = {
            name: _noun_pattern(nouns, neutral, others, first=self._nouns_lead)
            for name, nouns in card.counted.items()
        }
        #: By class: the nouns themselves, wherever they stand.
        self.class_nouns = {
            name: late(rf"(?i)(?<![\w-])(?:{alternatives(nouns)})(?!\w)")
            for name, nouns in card.counted.items()
        }
        self.levels = {
            " ".join(noun.casefold().split()): level
            for level, nouns in card.level_nouns.items()
            for noun in nouns
        }

    def _read_sources(self, listed: Callable[[str], str]) -> None:
        """The words beside who reports something."""
        self._source = late(rf"(?i)(?<!\w)(?:{listed('sources')})(?!\w)")
        #: The opening of a sentence up to the province of whoever reports: *Theo UBND tỉnh …*.
        self.reported_by = late(
            rf"(?i)\W*(?:{listed('reporting')})\s+(?:[^\s,;:.()\d]+\s+){{0,6}}?"
            rf"(?:{listed('reporters')})(?:\s+[^\s,;:.()\d]+){{0,5}}?\s+"
        )
        #: The same where the province stands before the office: *the Binh Duong Statistics Office*.
        the = rf"(?:(?:{listed('determiners')})\s+)?"
        self.reporting = late(rf"(?i)\W*(?:{listed('reporting')})\s+{the}")
        self.reporter_behind = late(
            rf"(?i)(?:['’]s)?\s+(?:(?:{listed('provincial_words')})\s+)?(?:{listed('reporters')})(?!\w)"
        )
        #: All that stands beside the name of a province in a line of its own.
        self.beside_name = late(
            rf"(?i)[\W\d]*(?:[ivx]+[.)]\s*)?{the}(?:{listed('provincial_words')})?\W*"
        )
        #: What stands before a province that a clause begins with: *Tại tỉnh*, *and in the*.
        self.opens_clause_of = late(
            rf"(?i)(?:(?:{listed('place_frames')}|{listed('provincial_words')})(?!\w)|\W)*"
        )
        self._by = late(rf"(?i)(?<!\w)(?:{listed('by')})\s+$")
        self._telling = late(rf"(?i)(?<!\w)(?:{listed('telling')})(?!\w)")

    def _read_grades(self, listed: Callable[[str], str]) -> None:
        """The short names of grades, which a word for grading has to stand before."""
        self.grading = late(rf"(?i)(?<!\w)(?:{listed('grading')})(?!\w)")
        names = ("excellent", "good", "not_completed", "completed")
        lists = "|".join(rf"(?P<{name}>{listed(f'short_{name}')})" for name in names)
        #: Between a number and the short name of a grade: *7.1% at completion*.
        self.grade_lead = late(rf"(?ri)(?<!\w)(?:{listed('grade_leads')})\s+")
        self.short_grades = late(rf"(?i)(?<!\w)(?:{lists})(?!\w)")

    def _read_measures(self, card: LanguageCard, listed: Callable[[str], str]) -> None:
        """The words that say that a number is only of a month, of a head or of a part."""
        #: Right before a number: another, from which a range goes up to it.
        self.within_range = late(rf"(?ri)\d\s(?:{listed('range_within')}|[-–—])\s$")
        self.months = frozenset(card.lists.get("month_nouns", ()))
        self.years = frozenset(card.lists.get("year_nouns", ()))
        #: Before an amount, and right behind it: it is that of one month.
        #: Sums and means of years: over how many they are, or that they are of each.
        self.years_led = late(
            rf"(?ri)(?<!\w)(?:{listed('years_leads')})\s+(?:[\p{{L}}]+\s+){{0,2}}"
        )
        self.years_behind = late(rf"(?i)\s+(?:{listed('years_behind')})(?!\w)")
        self.no_years_behind = late(rf"(?i)\s+(?:{listed('no_years_behind')})(?!\w)")
        self.each_year = late(
            rf"(?i)(?:(?<!\w)(?:{listed('each_year')})|(?:^|[,;:])\s*(?:{listed('year_by_year')}))(?!\w)"
        )
        self.on_average = late(rf"(?i)(?<!\w)(?:{listed('average_words')})(?!\w)")
        self.a_year_behind = late(
            rf"(?i)(?:(?<!\w)(?:{listed('a_year')})|/\s*(?:{listed('year_nouns')}))"
            rf"(?!\w|\s+(?:{listed('years_off')})(?!\w))"
        )
        self.monthly = late(rf"(?i)(?<!\w)(?:{listed('monthly')})(?!\w|\s+\d)")
        self.month_behind = late(rf"(?i)\s+(?:{listed('month_behind')})(?!\w|\s+\d)")
        #: Before an amount: it is that of one person.
        self.per_head = late(rf"(?i)(?<!\w)(?:{listed('per_head')})(?!\w)")
        #: Before a count: it is that of all households.
        self.all_households = late(rf"(?i)(?<!\w)(?:{listed('every_household')})(?!\w)")
        #: In a clause behind the growth of something: the amount is how large that is.
        self.how_large = late(rf"(?i)(?<!\w)(?:{listed('sizes')})(?!\w)")
        #: Right behind what is measured: a part of it is left out.
        self.excluding = late(rf"(?i)\s*[,(]?\s*(?:{listed('excluding')})(?!\w)")
        self.left_out = late(rf"(?ri)[,;(]\s*(?:{listed('excluding')})\s+(?:\p{{L}}+\s+)?")

    def _read_parts(self, listed: Callable[[str], str], bounds: str) -> None:
        """The words that say that a number is a difference, what is lacking, or of some."""
        #: Before a number: by how much something is more than something else.
        #: A word for less as all that a number counts: *180 fewer*.
        self.fewer = late(rf"(?i)(?:{listed('fewer')})")
        self.differing = late(
            rf"(?i)(?<!\w)(?:{listed('differing')})"
            rf"(?:\s+(?!(?:{listed('equals')}|{listed('and')}|{listed('differs_no_more')})(?!\w))"
            rf"[^\s,;:()]+){{0,8}}\s+(?:{bounds}\s+)?$"
        )
        #: Behind a number: the same, *76 fewer than the target*.
        self.differing_behind = late(
            rf"(?i)(?:\s+\p{{L}}+){{0,4}}?\s+(?:{listed('differing_behind')})"
            rf"(?!\w|\s+(?:{bounds}\s+)?\d)"
        )
        #: Right before a number, and behind it: so many are not there, or too many.
        self.lacking = late(rf"(?ri)(?<!\w)(?:{listed('lacking')})[,:]?\s+(?:{bounds}\s+)?")
        self.lacking_behind = late(
            rf"(?i)(?:\s+\p{{L}}+){{0,2}}?\s+(?:{listed('lacking_behind')})(?!\w)"
        )
        #: Who has members that are not the Party's, and what is the Party's.
        self.union_staff = late(rf"(?i)(?<!\w)(?:{listed('union_staff')})(?!\w)")
        self.unions = late(rf"(?i)(?<!\w)(?:{listed('unions')})(?!\w)")
        self.of_party = late(rf"(?i)(?<!\w)(?:{listed('of_party')})(?!\w)")
        #: The opening of a sentence that only tells in which respect a group is taken apart.
        self.aspect = late(rf"(?i)\W*(?:(?:{listed('heads')})\s+)?(?:{listed('aspects')})\s*[:,]")
        #: In a bracket: it tells of a part, or of what is expected.
        self.not_retold = late(rf"(?i)(?<!\w)(?:{listed('not_retold')})(?!\w)")
        #: The name of a section, as the opening of a sentence.
        self.section_name = late(
            rf"(?i)[\W\d]*(?:(?:{listed('heads')})\s+)?(?:{listed('section_names')})\W*"
        )
        #: The opening of a clause that counts some of a group.
        #: All that stands before how many there are of what the next number counts some.
        self.out_of = late(
            rf"(?i)\W*(?:{listed('of_opening')})\s+(?:(?:{listed('determiners')})\s+)?"
        )
        self.among = late(rf"(?i)\W*(?:{listed('among')})(?!\w)")
        #: Some of a province that have numbers of their own: its forces, firms, remote areas.
        self.part_holder = late(rf"(?i)(?<!\w)(?:{listed('part_holders')})(?!\w)")
        #: Right behind the name of a measure: it is that of an industry, a company, a commodity.
        lead = rf"(?:{listed('owner_leads')})\s+(?:[\p{{L}}\p{{M}}-]+\s+){{0,2}}?"
        self.owned_by_part = late(rf"(?i)\s+(?:{lead})?(?:{listed('part_owners')})(?!\w)")
        #: A number is held against that of the province: so it is none of the province.
        self.than_province = late(
            rf"(?i)(?<!\w)(?:{listed('compared')})\s+(?:[^\s,;:.()\d]+\s+)?"
            rf"(?:{listed('provincial_averages')})(?!\w)"
        )
        #: Beside an amount: at which prices it is.
        self.constant_prices = late(rf"(?i)(?<!\w)(?:{listed('constant_prices')})(?!\w)")
        self.current_prices = late(rf"(?i)(?<!\w)(?:{listed('current_prices')})(?!\w)")
        #: Beside capital: all of it, whenever it came.
        self.in_force = late(rf"(?i)(?<!\w)(?:{listed('in_force')})(?!\w)")
        #: Who has an economy of its own, within that of a province; not where another noun follows
        #: that is the subject: *customs procedures*.
        self.part_subject = late(
            rf"(?i)(?<!\w)(?:{listed('part_subjects')})(?!\w)(?!\s+(?:{listed('part_matters')})(?!\w))"
        )
        #: Behind a number: whose place what it counts took.
        self.replacing = late(rf"(?i)(?<!\w)(?:{listed('replacing')})(?!\w)")
        #: And whoever else is a part of one.
        self.any_part = late(
            rf"(?i)(?<!\w)(?:{listed('part_subjects')}|{listed('part_owners')}"
            rf"|{listed('part_holders')})(?!\w)"
        )
        #: Behind the name of an office, with its last words: it has so many posts.
        self.staffed = late(
            rf"(?i)[\p{{L}}-]*(?:\s+(?!(?:{listed('telling')}|{listed('province_wide')})(?!\w))[\p{{L}}-]+)"
            rf"{{0,6}}?\s+(?:{listed('staffed')})\s+[^,;:.()\d]{{0,40}}$"
        )
        #: The same for what an office did.
        self.acting = late(
            rf"(?i)[\p{{L}}-]*(?:\s+(?!(?:{listed('telling')}|{listed('province_wide')})(?!\w))[\p{{L}}-]+)*\s*"
        )
        #: Who inspects, and is no body of the Party.
        self.other_inspector = late(rf"(?i)(?<!\w)(?:{listed('other_inspectors')})(?!\w)")
        #: What scores are held against.
        self.benchmark = late(rf"(?i)(?<!\w)(?:{listed('benchmarks')})(?!\w)")
        #: People who may have degrees, and are neither cadres nor members.
        self.no_staff = late(rf"(?i)(?<!\w)(?:{listed('no_staff')})(?!\w)")
        self.no_staff_behind = late(
            rf"(?i)\s*(?:(?:{listed('of_opening')})\s+)?(?:{listed('no_staff')})(?!\w)"
        )
        #: What one occasion or service cost less.
        self.occasion = late(rf"(?i)(?<!\w)(?:{listed('occasions')})(?!\w)")
        #: Units began to be there.
        self.founded = late(rf"(?i)(?<!\w)(?:{listed('founding')})(?!\w)")
        #: What is paid for apart from public investment, or as a part of it.
        self.programmes = late(rf"(?i)(?<!\w)(?:{listed('programmes')})(?!\w)")
        self.public_money = late(rf"(?i)(?<!\w)(?:{listed('public_money')})(?!\w)")
        #: Beside it nobody is moved from post to post, and no guest arrives.
        self.transport = late(rf"(?i)(?<!\w)(?:{listed('transport')})(?!\w)")
        #: Before a score: it is that of offices or districts.
        self.indexed_parts = late(rf"(?i)(?<!\w)(?:{listed('indexed_parts')})(?!\w)")
        #: Right behind the name of an index: it is that of an office or of districts.
        of_year = rf"(?:\s+(?:{listed('year_nouns')})\s+(?:19|20)\d\d)?"
        self.owned_by_office = late(rf"(?i)\)?{of_year}\s+(?:{listed('index_owners')})(?!\w)")
        #: Districts and communes of one kind.
        self.part_place = late(
            rf"(?i)(?<!\w)(?:(?:{listed('plural_words')})\s+)?(?:{listed('part_places')})(?!\w)"
        )
        #: Between a number and what is told of it: that is only why.
        self.reason = late(rf"(?i)(?<!\w)(?:{listed('reasons')})(?!\w)")
        #: Behind a number and what it counts: *350 đảng viên trong lực lượng vũ trang*.
        self.part_behind = late(
            rf"(?i)[^,;:.()\d]{{0,40}}?(?<!\w)(?:{listed('place_leads')}|{listed('being')})\s+"
            rf"(?:\p{{L}}+\s+)?(?:{listed('part_holders')})(?!\w)"
        )
        #: Right behind a share: those do not have what is told of others.
        self.not_so = late(rf"(?i)\s+(?:{listed('not_so')})(?!\w)")
        #: Right before a count: by so many something changed.
        self.changed_by = late(rf"(?ri)(?<!\w)(?:{listed('changed_by')})\s+(?:{bounds}\s+)?")
        #: Right before a number: all members are as many, new ones and old.
        self.totals_to = late(rf"(?ri)(?<!\w)(?:{listed('totals_to')})\s+(?:{bounds}\s+)?")
        #: The opening of a clause that names a post.
        self.opens_post = late(rf"(?i)\W*(?:{listed('opening_posts')})(?!\w)")
        #: Beside discipline: it is that of an administration, not the Party's.
        self.administrative = late(rf"(?i)(?<!\w)(?:{listed('administrative')})(?!\w)")
        #: Right before a number of people: something is done for them.
        self.done_for = late(rf"(?ri)(?<!\w)(?:{listed('done_for')})\s+(?:{bounds}\s+)?")

    def _read_some(self, card: LanguageCard, listed: Callable[[str], str]) -> None:
        """The words for places that are not all of a province, and for where money comes from."""
        adjectives = r"(?:[\p{L}\p{M}-]+\s+){0,2}?"
        self.place_counted = late(rf"(?i)(?:{listed('places_counted')})")
        places = rf"{adjectives}(?:{listed('places_counted')})(?!\w)"
        #: *Một số sở*; *some highland communes*.
        self.some_places = late(rf"(?i)(?<!\w)(?:{listed('vague_quantifiers')})\s+{places}")
        #: Those that were told of before: *9 xã này*; *in these communes*, *in these nine stands*.
        numbers = rf"(?:\d+|{alternatives(card.words.cardinal)})"
        alone = rf"{numbers}(?!\w|\s+(?:{listed('times_counted')})(?!\w))"
        self.pointed_at = late(
            rf"(?i)(?<!\w)(?:(?:{listed('pointing_before')})\s+(?:(?:{numbers}\s+)?{places}|{alone})"
            rf"|(?:(?:{numbers}|{listed('plural_words')})\s+)?{places}\s+"
            rf"(?:{listed('pointing_behind')})(?!\w))"
        )
        #: Right before what money is called: it comes from there.
        self.funded_from = late(rf"(?ri)(?<!\w)(?:{listed('funded_from')})\s+(?:[\d.,]+\s*%\s+)?")

    def _read_places(self, listed: Callable[[str], str]) -> None:
        """The words beside a place, and those for the whole country."""
        #: Right before a number: it is that of the whole country, of no province.
        self.nationwide = late(
            rf"(?ri)(?<!\w)(?:{listed('nationwide')})(?:\s+(?:{listed('nationwide_leads')}))*\s*\(?\s*"
        )
        #: The whole country, or a region of it, as what a clause is about, and where something
        #: happened; but *the Mekong Delta province of Ben Tre*.
        region = (
            rf"(?:{listed('regions')})(?!\w|-|(?:['’]s)?\s+(?:{listed('region_members')})(?!\w))"
        )
        self.nation_subject = late(
            rf"(?<!\w)(?:(?i:{listed('nation_subjects')})(?!\w|-|\s+\p{{Lu}})|(?i:{region})"
            rf"|(?i:{listed('ministries')})\s+\p{{Lu}})"
        )
        #: Behind a count: what the next number counts is of the same kind.
        self.that_of = late(rf"(?i)(?<!\w)(?:{listed('that_of')})(?!\w)")
        #: Before a number: it is only what another is held against.
        self.compared_with = late(rf"(?i)(?<!\w)(?:{listed('compared')})(?!\w)")
        #: Behind a measure, up to the name of the province that has it: *GDP năm 2014 của tỉnh*.
        when = rf"(?:\s+(?:{listed('year_nouns')})\s+(?:19|20)\d\d)?"
        self.up_to_owner = late(
            rf"(?i)\)?{when}(?:\s+(?:{listed('measure_joints')}))?(?:\s+(?:{listed('provincial_words')}))?\s+"
        )
        #: The same where the province is not named.
        self.owned_by_province = late(
            rf"(?i)\)?{when}(?:\s+(?:{listed('measure_joints')}))?\s+(?:{listed('whole_province')})(?!\w)"
        )
        #: Before a measure: whose it is, and what may stand between a place and what it has.
        self.province_owns = late(
            rf"(?ri)(?<!\w)(?:{listed('owning_provinces')})\s+(?:(?:{listed('owned_kinds')})\s+)?"
        )
        self.up_to_owned = late(
            rf"(?i)(?:\s+(?:{listed('provincial_words')}))?['’]s\s+(?:(?:{listed('owned_kinds')})\s+)?"
        )
        #: The opening of a sentence that is about another province.
        self.opens_neighbour = late(rf"(?i)\W*(?:{listed('neighbours')})\s+")
        #: Within the name of a measure.
        self.province_inside = late(rf"(?i)(?<!\w)(?:{listed('provincial_words')})(?!\w)")
        #: They act for the whole country.
        #: *The whole Party organization* is that of the province.
        whole = rf"(?!(?i:\p{{L}}+\s+(?:{listed('stock_party')}))(?!\w))"
        # *Đoàn kiểm tra của Bộ Chính trị*; *Department II of the Central Inspection Committee*.
        part = (
            rf"(?:(?i:{listed('central_parts')})(?:\s+[\p{{L}}\d]+){{0,4}}?\s+"
            rf"(?i:{listed('owned_by')})(?:\s+(?i:{listed('determiners')}))?\s+)?"
        )
        self.central_body = late(rf"(?<!\w){part}{whole}(?i:{listed('central_bodies')})(?!\w|-)")
        #: Only a part of the country says so, or begins a sentence with it.
        self._local_word = late(rf"(?i)(?<!\w)(?:{listed('local_words')})(?!\w)")
        self._local_opening = late(
            rf"(?im)(?:^|[.;]\s+)(?:(?:{listed('determiners')})\s+)?(?:{listed('local_doers')})(?!\w)"
        )
        #: Who else acts in a sentence.
        self.local_doer = late(rf"(?i)(?<!\w)(?:{listed('local_doers')})(?!\w)")
        #: Behind a count of provinces: the cities that are like them.
        self.province_kinds = late(
            rf"(?i)(?:\s*,|\s+(?:{listed('and')}))\s*(?:{listed('province_kinds')})(?!\w)"
        )
        #: Another country, or a province there: *tỉnh Vân Nam*, *Luông Pha Băng (Lào)*.
        name = r"\p{Lu}[\p{L}\p{M}]*(?:[\s-]\p{Lu}[\p{L}\p{M}]*)*"
        self.foreign_place = late(
            rf"(?<!\w)(?:(?i:{listed('foreign_kinds')})\s+)?(?:{name}\s*[(,]\s*)?"
            rf"(?:{listed('foreign_places')})(?!\w|\s+\p{{Lu}})\)?"
        )
        self.owns = late(r"['’]s(?!\w)")
        #: Between the name of a measure and its number: it is the nation's, or a region's.
        there = rf"(?:{listed('place_leads')})\s+(?:(?:{listed('determiners')})\s+)?{region}"
        # *… of the whole country in 2023 was 4%*, but not *ranked second in the country with 9%*.
        word = r"(?:[^\s,;:()\d]+|(?:19|20)\d\d)"
        self.of_nation = late(
            rf"(?i)(?<!\w)(?<!(?<!\w)(?:{listed('nation_ranks')}|\d+(?:st|nd|rd|th)?)\s)"
            rf"(?:{listed('of_nation')}|{there})\s+"
            rf"(?:(?!(?:{listed('and')}|{listed('aim_nouns')})(?!\w)){word}\s+){{0,5}}$"
        )
        #: Right before a bracket: what stands in it is the nation's.
        self.nation_average = late(rf"(?ri)(?<!\w)(?:{listed('nation_averages')})\s*")
        #: Right before the name of a measure: it is the nation's.
        self.nation_adjective = late(rf"(?ri)(?<!\w)(?:{listed('nation_adjectives')})\s+")
        self.nation_behind = late(rf"(?i)(?<!\w)(?:(?:{listed('nation_behind')})(?!\w)|{there})")
        self.whole_nation = late(rf"(?i)(?<!\w)(?:{listed('nationwide')})(?!\w)")
        #: The opening of a sentence that says what its place has.
        self.opens_with = late(rf"(?i)\W*(?:{listed('opening_with')})\s")
        #: Before a place: it is not the place that a number is of.
        self.aside = late(rf"(?i)(?<!\w)(?:{listed('aside')})\s+(?:\p{{L}}+\s+)?$")
        #: Beside the name of a place that stands alone in its clause.
        self.joints = late(rf"(?i)(?:[\s,;:.]|{listed('place_joints')})*")

    def _read_amounts(self, card: LanguageCard, listed: Callable[[str], str]) -> None:
        """The words that say what a percentage is of, how a level stands, and what is asked for."""
        #: Around a count: it is a mean, for one of some places: *bình quân 50 người/xã*.
        self.mean_before = late(rf"(?ri)(?<!\w)(?:{listed('on_average')})\s+(?:\p{{L}}+\s+)?")
        self.time_noun = late(rf"(?i)(?<!\w)(?:{listed('per_times')})(?!\w)")
        #: A clause that begins with them is of a part.
        self.opens_part = late(rf"(?i)[\W]*(?:{listed('of_which')}|{listed('parts')})(?!\w)")
        #: Right before a number: what follows is told of every so many.
        self.of_every = late(rf"(?ri)(?<!\w)(?:{listed('of_every')})\s+")
        #: Before a number: it is of each of some, but for times (*each year*).
        self.each = late(
            rf"(?i)(?<!\w)(?:{listed('each')})\s+(?!(?:{listed('per_times')})(?!\w))\p{{L}}"
        )
        self.for_one = late(
            rf"(?i)(?:\s?/\s?|\s+(?:{listed('for_one')})\s+)(?!(?:{listed('per_times')})(?!\w))\p{{L}}"
        )
        #: Right behind a percentage: it is a part of an amount.
        self.of_amount = late(
            rf"(?i)\s+(?:(?:{listed('of_opening')})\s+)?(?:[^\s,;:()\d]+\s+){{0,3}}?"
            rf"(?:{listed('amounts')})(?!\w)"
        )
        #: Before a percentage: the rate that was told before.
        self.this_rate = late(rf"(?i)(?<!\w)(?:{listed('this_rate')})(?!\w)")
        #: Behind a number of more of those that the one before it counts.
        self.more_elsewhere = late(rf"(?i)\s+(?:{listed('more_elsewhere')})(?!\w)")
        self.afterwards = late(rf"(?i)\W*(?:{listed('afterwards')})(?!\w)")
        #: A rate that was told before, where nothing says which it is.
        self.the_rate = late(rf"(?i)(?<!\w)(?:{listed('the_rate')})(?!\w)")
        #: Right behind a count: so many there are less.
        self.fewer_behind = late(
            rf"(?i)\s+(?:{listed('fewer_behind')})\s+(?!(?:{listed('against')})(?!\w))\p{{L}}"
        )
        #: Behind the noun of a count: so many there are less; the noun may hold such a word.
        less = f"(?:{listed('fewer')})"
        self.less_behind_noun = late(
            rf"(?i)\s+(?:(?:{listed('less_behind')})(?!\w)"
            rf"|{less}(?=\s*(?:[,.;:()\n]|$)|\s+(?:{listed('and')})(?!\w)))"
        )
        self.fewer_last = late(rf"(?i)\s{less}\s*$")
        self.more_last = late(
            rf"(?i)\s+(?:{listed('more_last')})(?=\s*(?:[,.;:)\n]|$)|\s+(?:{listed('and')})(?!\w))"
        )
        #: Right behind a percentage: the noun of a change, *a 0.7% rise*.
        self.rise_behind = late(rf"(?i)\s+(?:{listed('rises')})(?!\w)")
        self.fall_behind = late(rf"(?i)\s+(?:{listed('falls_of')})(?!\w)")
        #: Right before a count of units, and behind such a verb: they are there no longer.
        self.passive_verb = late(rf"(?i)(?<!\w)(?:{listed('passive')})\s+")
        self.given_up = late(rf"(?i)(?:\w+ly\s+)?(?:{listed('giving_up')})(?!\w)")
        self.gives_up = late(
            rf"(?ri)(?<!\w)(?:{listed('giving_up')})(?P<verb_end>\s+)"
            rf"(?:(?:{alternatives(card.bounds.before) or '(?!)'})\s+)?"
        )
        #: Between the name of a share and its number: so high it is.
        self.standing_at = late(rf"(?i)\s+(?:{listed('standing_at')})\s+")
        #: Words for people that say nothing of whose they are.
        self.anybody = frozenset(card.lists.get("anybody", ()))
        #: Whoever stands before them sets an aim.
        self.setting = late(rf"(?i)(?<!\w)(?:{listed('setting_aims')})(?!\w)")
        #: What is expected, of all that its sentence tells.
        self.expecting = frozenset(card.lists.get("expecting", ()))
        #: Alone they ask for a deed, and not for so many.
        self.musts = frozenset(card.lists.get("musts", ()))
        #: Behind an aim they go on with it.
        self.ensuring = tuple(card.lists.get("ensuring", ()))

    def _read_boundaries(self, card: LanguageCard, listed: Callable[[str], str]) -> None:
        """The marks and words that end a clause."""
        marks = rf"{BOUNDARY}{_unless_paired(card)}"
        #: What ends a clause where no word leads over to another.
        self.marks = regex.compile(marks)
        #: What ends a clause: marks, and words that lead over.
        joined = rf"(?:{listed('clauses_joined')})(?!\s+(?:{listed('measure_joints')})(?!\w))"
        self.boundary = regex.compile(
            rf"{marks}|(?<=\s)(?i:{listed('clause_joints')}|{joined})(?=\s)"
        )

    def _read_counted(self, card: LanguageCard, listed: Callable[[str], str], bounds: str) -> None:
        """The words beside what numbers count, that say how many of all it is."""
        #: Short nouns for the offices that an apparatus consists of.
        self.apparatus = frozenset(one.casefold() for one in card.lists.get("apparatus", ()))
        #: One of the sectors that a province employs people in.
        self.sector = late(rf"(?i)(?<!\w)(?:{listed('sectors')})(?!\w)")
        self.sector_behind = late(rf"(?i)(?:\s+\p{{L}}+){{1,3}}?\s+(?:{listed('sectors')})(?!\w)")
        #: Right before somebody: they are told to do something.
        self.ordering = late(rf"(?i)(?<!\w)(?:{listed('ordering')})\s+(?:[^\s,;()]+\s+)?$")
        self.ordered = late(rf"(?i)(?<!\w)(?:{listed('ordered')})(?!\w)")
        self.ordering_within = late(rf"(?i)(?<!\w)(?:{listed('ordering')})(?!\w)")
        #: Before a number of all those of which some more were told.
        self.so_far = late(rf"(?i)(?<!\w)(?:{listed('so_far')})(?=\s+$|\s+(?:{bounds}\s+)?\d)")
        #: Behind denunciations: which of them are meant, of whoever settles them.
        self.of_petitions = late(rf"(?i)(?<!\w)(?:{listed('of_petitions')})(?!\w)")
        #: Behind places that a number counts: it counts only such places.
        self.told_of_some = late(rf"(?i)(?<!\w)(?:{listed('told_of_some')})(?!\w)")
        #: Right before a number: its bound, and how exact it is.
        self.bound = late(rf"(?ri)(?<!\w)(?:{bounds})\s+")

    def _read_beside(self, card: LanguageCard, listed: Callable[[str], str], bounds: str) -> None:
        """The words beside a number, a term or a name, that say what it is of."""
        self._read_parts(listed, bounds)
        self._read_joined(listed, bounds)
        self._read_counted(card, listed, bounds)
        self._read_boundaries(card, listed)
        self._read_some(card, listed)
        self._read_amounts(card, listed)
        #: Names of what only provinces have.
        self.provincial = late(rf"(?i)(?:{listed('provincial_measures')})")
        #: All that a bracket says before its number: it is the level that a change led to.
        self.left_over = late(rf"(?i)\W*(?:{listed('left_over')})\s+(?:{bounds}\s+)?")
        #: All that a clause says before its number: that so much was reached.
        self.reached = late(
            rf"(?i)\W*(?:(?:{listed('fillers')})\s+)?(?:{listed('reaches')})\s+(?:{bounds}\s+)?"
        )
        #: A part of a year that is no date, for its year is not printed.
        self.part_of_year = late(rf"(?i)(?<!\w)(?:{listed('part_of_year')})(?!\w)")
        #: Right before a number: a comma or *and*, so that another clause begins.
        self.leads_on = late(rf"(?ri)(?:,|(?<!\w)(?:{listed('and')}))\s+(?:(?:{bounds})\s+)?")
        #: Right before a number: it is what an index came to.
        self.scored = late(rf"(?ri)(?<!\w)(?:{listed('scored')})\s+(?:(?:{bounds})\s+)?")
        #: Beside a province: which place it has in a ranking.
        self.ranking = late(rf"(?i)(?<!\p{{L}})(?:{listed('ranking')})(?!\w)")
        #: In a clause that names no measure: what a number is beside the one before.
        self.told_shortly = late(rf"(?i)(?<!\w)(?:{listed('told_shortly')})(?!\w)")
        #: Right before a number: another stands in its place.
        self.instead = late(rf"(?ri)(?<!\w)(?:{listed('instead')})\s+(?:{bounds}\s+)?")
        #: In a heading: it is of several years.
        self.term_of_office = late(rf"(?i)(?<!\w)(?:{listed('term')})(?!\w)")
        #: What has been reached, in whatever list it stands.
        self.perfect = late(rf"(?i)(?<!\w)(?:{listed('perfect')})(?!\w)")
        #: Beside a verb of a result: it is one, whatever was aimed at.
        self.done = late(rf"(?i)(?<!\w)(?:{listed('done')})(?!\w)")
        #: Right before a number: something changed from it.
        self.comes_from = late(rf"(?ri)(?<!\w)(?:{listed('range_from')})\s+(?:(?:{bounds})\s+)?")
        #: Right before a term: somebody does not have it.
        self.negated = late(
            rf"(?ri)(?<!\w)(?:{listed('negations')})\s+(?:(?:{listed('negated_leads')})\s+)?"
        )
        #: Right behind a number: it is the least or the most.
        self.bound_behind = late(rf"(?i)\s*(?:{alternatives(card.bounds.after) or '(?!)'})(?!\w)")
        #: Right behind a number: what it counts has a verb of its own.
        self.relative = late(rf"(?i)\s+(?:{listed('relatives')})(?!\w)")
        self.also_is = late(rf"(?i)\s+(?:{listed('concurrent')}|{listed('being')})(?!\w)")
        #: Right behind a share: it is of what those have that were named before.
        self.of_theirs = late(rf"(?i)\s+(?:{listed('of_theirs')})(?!\w)")
        #: Right behind a number: it is by how much something is more, or less.
        self.more_behind = late(rf"(?i)\s+(?:\p{{L}}+\s+)?(?:{listed('more_behind')})(?!\w)")
        self.less_behind = late(rf"(?i)\s+(?:\p{{L}}+\s+)?(?:{listed('less_behind')})(?!\w)")
        #: Behind a verb of change: it says how, and not by how much.
        self.changes_somehow = late(
            rf"(?i)\s+(?:{listed('manners')})(?:\s+[\p{{L}}]+){{0,2}}\s*[,:;]"
        )
        #: Right behind a share: it is of households or people, of no place that was named.
        self.residents_behind = late(
            rf"(?i)\s*(?:(?:{listed('of_opening')})\s+)?(?:(?:{listed('determiners')})\s+)?"
            rf"(?:\p{{L}}+\s+)??(?:{listed('residents')})(?!\w)"
        )
        #: Right behind a share: it is of all of something.
        self.of_total = late(rf"(?i)\s*(?:{listed('of_total')})(?!\w)")
        #: Right behind a share: all that it is a part of follows.
        self.in_all = late(rf"(?i)\s*(?:{listed('in_all')})(?!\w)")
        #: Between a count and a verb: another verb, that is of other numbers.
        self.finite = late(rf"(?i)(?<!\w)(?:{listed('finite')})(?!\w)")
        #: Behind the people that a number counts: so many are left.
        self.remaining = late(rf"(?i)(?<!\w)(?:{listed('remaining_behind')})(?=[.,;:)]|$)")
        #: Right before a number of places: something is of them.
        self.of_places = late(rf"(?ri)(?<!\w)(?:{listed('of_places')})\s+")
        #: Behind *from* where a word before it says that numbers differ, and none changed.
        self.ranging = late(rf"(?ri)(?<!\w)(?:{listed('ranging')})\s+(?:{listed('range_from')})\s+")
        #: Right behind a share: what it is of.
        #: Right before the number of all, of which the number before it is a part.
        self.from_all = late(rf"(?ri)(?<!\w)(?:{listed('from_all')})\s+")
        self.share_of = late(rf"(?i)\s*(?:{listed('out_of')})\s")
        #: Right before an aim: it was passed.
        self.passing = late(rf"(?i)(?<!\w)(?:{listed('exceeding')})\s+(?:\p{{L}}+\s+)?$")
        #: Right before a number of places: something is there.
        self.located = late(rf"(?ri)(?<!\w)(?:{listed('located')})\s+(?:(?:{bounds})\s+)?")
        #: Before a number: it is another way to say the one before.
        self.amounting = late(rf"(?i)(?<!\w)(?:{listed('amounting')})(?!\w)")
        #: Beside what there was: it was so before.
        self.formerly = late(rf"(?i)(?<!\w)(?:{listed('column_previous')})(?!\w)")
        #: Right before a number: a clause begins that says why or when.
        self.subordinate = late(
            rf"(?ri)(?<!\w)(?:{listed('subordinators')})\s+(?:(?:{bounds})\s+)?"
        )
        #: Behind the name of a group: what some of it have or do.
        self.predicated = late(
            rf"(?i)\s+(?:{listed('predicates')})\s+(?!(?:{listed('moves')})(?!\w))"
        )
        self.into_party = late(rf"(?i)(?<!\w)(?:{listed('into_party')})(?!\w)")
        self.bounds = frozenset(card.bounds.before)
        #: Before a number: it is by how much, or of another measure.
        self.other_measure = late(
            rf"(?i)(?<!\w)(?:{listed('exceeding')}|{listed('aim_nouns')}"
            rf"|{listed('other_measures')})(?!\w)"
        )
        #: Before a verb: what it tells is to come.
        self.future = late(rf"(?i)(?<!\w)(?:{listed('future')})(?!\w)(?!\s+(?:of|and|power)(?!\w))")
        self.aim_noun = late(rf"(?i)(?<!\w)(?:{listed('aim_nouns')})(?!\w)")
        self.will_be = late(rf"(?i)(?<!\w)(?:{listed('will_be')})(?!\w)")
        #: An index is made up of them: their scores are not its own.
        self.components = late(rf"(?i)(?<!\w)(?:{listed('components')})(?!\w)")

    def _read_joined(self, listed: Callable[[str], str], bounds: str) -> None:
        """The words by which a clause that is joined to another tells something of its own."""
        #: Between a percentage and a bracket: it is one of a plan.
        self.of_plan_here = late(
            rf"(?i)\s*(?:(?:{listed('against')}|{listed('compared')}|{listed('owned_by')})\s+)?"
            rf"(?:(?:{listed('determiners')})\s+)?"
            rf"(?:[^\s,;:()\d]+\s+){{0,2}}?(?:{listed('aim_labels')}|{listed('aim_nouns')}"
            rf"|{listed('programmes_of_work')})(?:\s+[^\s,;:()]+){{0,4}}\s*"
        )
        #: Right behind a percentage: the year that it is of.
        self.against_year = late(
            rf"(?i)\s*(?:{listed('of_other_year')})\s+"
            rf"(?:19|20)\d\d(?!\d)(?!\s*[-–/]\s*\d)"
        )
        #: All between a percentage and the aim that it is held against: *27% so với kế hoạch 31%*.
        self.beside_aim = late(
            rf"(?i)\s*,?\s*(?:{listed('against')}|{listed('compared')}|{listed('held_directly')})\s+"
            rf"(?:(?:{listed('determiners')})\s+)?(?:[^\s,;:()\d]+\s+){{0,2}}?"
            rf"(?:{listed('aim_labels')}|{listed('aim_nouns')})"
            rf"(?:\s+(?:[^\s,;:.()\d]+|(?:19|20)\d\d(?!\d))){{0,5}}?\s+"
            rf"(?:(?:{listed('equals')}|{listed('of_opening')})\s+)?(?:(?:{bounds})\s+)?"
        )
        #: Right behind what a number counts: that is still to come.
        self.future_behind = late(rf"(?i)\s*(?:{listed('future')})(?!\w)")
        self.this_term = late(rf"(?i)(?<!\w)(?:{listed('this_term')})(?!\w)")
        #: Right before a number: something is or will be as much, or covers it.
        self.comes_to = late(
            rf"(?ri)(?<!\w)(?:{listed('equals')}|{listed('coming_to')})\s+(?:(?:{bounds})\s+)?"
        )
        #: Behind a number: what those that it counts or is a share of do themselves.
        self.own_verb = late(
            rf"(?i)(?:\s+(?:{listed('base_leads')})(?:\s+[^\s,;:.()\d]+){{1,5}}?)?"
            rf"\s+(?:{listed('share_verbs')})(?!\w)"
        )
        #: Before a word: what it names is only what a number is held against.
        self.compared_before = late(
            rf"(?ri)(?<!\w)(?:{listed('compared')})\s+(?:\p{{L}}+\s+){{0,2}}"
        )

    def _read_former(self, card: LanguageCard, listed: Callable[[str], str], bounds: str) -> None:
        """The words for what was before, beside what is now, and for results beside aims."""
        #: Right before a number: another is held against it, which is of before.
        self.held_to = late(rf"(?ri)(?<!\w)(?:{listed('held_to')})\s+(?:(?:{bounds})\s+)?")
        #: The same, where nothing stands between the two.
        self.held_directly = late(
            rf"(?ri)(?<!\w)(?<!(?<!\w)(?:{listed('acting_against')})\s)"
            rf"(?:{listed('held_directly')})\s+(?:(?:{bounds})\s+)?"
        )
        #: Between a number and the aim that it is held against: no more than what it is of.
        held = f"{listed('held_to')}|{listed('held_directly')}"
        self.held_before = late(
            rf"(?i)(?:(?:/\w+)?[\s,;]*(?:(?:{held})\s+)?"
            rf"|\s+(?:{listed('base_leads')})\s[^,;:.()\d]*,\s*(?:{held})\s+)"
            rf"(?:(?:{listed('articles')})\s+)?"
        )
        #: Between a number and the aim that it met or missed.
        self.meets_aim = late(rf"(?i)[\s,;]*(?:{listed('meeting_aims')})\s+")
        self._read_norms(listed, bounds)
        about = alternatives(
            [word for word, sign in card.bounds.before.items() if sign in ("about", "nearly", ">")]
        )
        self.start_of_range = late(
            rf"(?ri)(?<!\w)(?:{listed('range_from')})\s+(?:(?:{about or _NOTHING})\s+)?"
        )
        #: Right before a number: a change is measured from it.
        self.measured_from = late(
            rf"(?ri)(?<!\w)(?:{listed('measured_from')})\s+(?:(?:{about or _NOTHING})\s+)?"
        )
        #: The end of a line: what it tells is the least or the most.
        self.bound_closes = late(
            rf"(?i)(?:{alternatives(card.bounds.after) or '(?!)'})\s*[.,]?\s*$"
        )
        #: Right before a number: it was so before.
        self.had_been = late(rf"(?ri)(?<!\w)(?:{listed('had_been')})\s*:?\s+(?:{bounds}\s+)?")
        #: Before a number, in its clause: so it was long ago.
        self.long_ago = late(rf"(?i)(?<!\w)(?:{listed('long_ago')})(?!\w)")
        #: Between two numbers: the second clause is held against the first.
        self.contrast = late(rf"(?i)(?<!\w)(?:{listed('clause_joints')})(?!\w)")
        #: Before a number: so it is now; and so it was once.
        self.by_now = late(rf"(?i)(?<!\w)(?:{listed('by_now')})(?!\w)")
        self.once = late(rf"(?i)(?<!\w)(?:{listed('once')})(?!\w)")
        #: What was merged, and what came of it.
        self.merging = late(rf"(?i)(?<!\w)(?:{listed('merging')})(?!\w)")
        self.merging_before = late(rf"(?ri)(?<!\w)(?:{listed('merging')})\s+(?:{bounds}\s+)?")
        self.merged_into = late(
            rf"(?i)(?<!\w)(?:{listed('merged_into')})\s+(?:(?:{bounds}|{listed('left_over')})\s+)?$"
        )
        #: The time of an aim, without a year.
        self.aim_times = late(rf"(?i)(?<!\w)(?:{listed('aim_times')})(?!\w)")
        #: Behind aims: a sentence with them tells what came of something.
        self.results_told = late(rf"(?i)(?<!\w)(?:{listed('results_told')})(?!\w)")
        #: Between a measure and its number: so it is now.
        self.states = late(rf"(?i)(?<!\w)(?:{listed('states')})(?!\w)")
        #: Verbs of results that aims are told with, too.
        self.aim_verbs = frozenset(card.lists.get("aim_verbs", ()))

    def _read_norms(self, listed: Callable[[str], str], bounds: str) -> None:
        """The words beside a number that is prescribed, or only held against another."""
        of = rf"(?:\s*:|\s+(?:{listed('equals')}))?\s+(?:(?:{listed('range_from')})\s+)?"
        passing = rf"(?<!\w)(?:{listed('exceeding')}|{listed('held_above')})\s+"
        #: Right before a number: it is prescribed, or so a label says.
        self.norm_before = late(
            rf"(?ri)(?:(?:(?:[(,;]\s*|{passing})(?:{listed('norm_labels')}){of})"
            rf"|{passing}(?:{listed('norm_labels')})\s*\(\s*(?:(?:{listed('range_from')})\s+)?"
            rf"|(?<!\w)(?:{listed('norm_verbs')})\s+)(?:(?:{bounds})\s+)?"
        )
        #: Right before a number: somebody aimed at it.
        self.aimed_before = late(
            rf"(?ri)(?<!\w)(?:{listed('aimed_before')})\s+(?:(?:{bounds})\s+)?"
        )
        #: Right behind a number that another is held against: who aimed at it, or wrote it.
        #: Around a number: *of the 800 planned*, but not *of the 800 planned cadres*.
        self.planned_before = late(rf"(?ri)(?<!\w)(?:{listed('determiners')})\s+")
        self.planned_behind = late(
            rf"(?i)(?:\s+\p{{L}}+){{0,2}}?\s+(?:{listed('planned_behind')})(?=\s*(?:[.,;:)]|$))"
            rf"|(?:\s+[\p{{L}}-]+){{0,2}}?[\s-]+(?:{listed('planned_nouns')})(?!\w)"
        )
        self.aimed_behind = late(
            rf"(?i)(?:\s+\p{{L}}+){{0,2}}?\s+(?:{listed('aimed_behind')})(?!\w)"
        )
        self.ruled_behind = late(rf"(?i)\s+(?:{listed('ruled_behind')})(?!\w)")
        #: All that stands between two numbers: the one is the least, the other the most.
        self.least_to_most = late(rf"(?i)\s+(?:{listed('range_within')})\s+")
        #: In a sentence: it tells what is prescribed.
        self.ruled = late(rf"(?i)(?<!\w)(?:{listed('ruled_behind')})(?!\w)")
        self.passing_by = late(rf"(?ri){passing}(?:\p{{L}}+\s+)?(?:(?:{bounds})\s+)?")
        #: Between two numbers: the first is more or less than an aim.
        self.goes_beyond = late(
            rf"(?i)(?<!\w)(?:{listed('exceeding')}"
            rf"|(?!(?:{listed('compared')})(?!\w))(?:{listed('held_above')}))(?!\w)"
        )
        #: Before an amount or a count: somebody is to reach it.
        self.assigned = late(rf"(?i)(?<!\w)(?:{listed('assigned')})(?!\w)")
        #: Right behind a number: so many have something.
        self.has_behind = late(rf"(?i)\s+(?:{listed('has_behind')})(?!\w)")
        #: Right behind a number of aims: they were met.
        self.met_behind = late(rf"(?i)(?:\s+\p{{L}}+){{0,3}}?\s+(?:{listed('met_behind')})(?!\w)")

    def _read_deeds(self, card: LanguageCard) -> None:
        """The words that tell what was done, received, graded, asked for or is still to do."""
        listed = card.any_of
        self._read_grades(listed)
        names = (
            "by_proposal", "of_settling", "settling", "unsettled", "proposing", "rewarding",
            "to_be_merged", "forming",
        )  # fmt: skip
        lists = "|".join(rf"(?P<{name}>{listed(name)})" for name in names)
        #: Of what a number counts: it is there no more.
        self.bygone = late(rf"(?i)(?<!\w)(?:{listed('bygone')})(?!\w)")
        self.deeds = late(rf"(?i)(?<!\w){card.ahead(*names)}(?:{lists})(?!\w)")
        self.and_within = late(rf"(?i)(?<!\w)(?:{listed('and')})(?!\w)")
        #: All that stands between two numbers that are joined.
        self.and_only = late(rf"(?i)\s*,?\s*(?:{listed('and')})\s+")

    def _read_rows(self, card: LanguageCard, listed: Callable[[str], str]) -> None:
        """The words between the members of a row, and beside it."""
        self.list_joints = frozenset(card.words.joints)
        #: Behind the people on a plan: how many times over their posts they are.
        self.factor = late(rf"(?i)\s*[,;(]?\s*(?:{listed('factors')})\s*$")
        #: Between a share and the grade of those that it is a share of.
        self.of_graded = late(rf"(?i)\s*(?:{listed('of_graded')})(?:\s+[^\s,;:()\d]+){{0,4}}?\s*")
        self.coefficient = late(rf"(?i)\s*[,;(]?\s*(?:{listed('coefficients')})\s*")
        #: The first words of a noun that counts how often somebody is on a list.
        self.turns = late(rf"(?i)(?:{listed('turns')})(?!\w)")
        self.respectively = late(rf"(?i)(?<!\w)(?:{listed('respectively')})(?!\w)")
        self.joining_words = frozenset(card.lists.get("and", ()))
        self.in_a_row = self.joining_words | self.small | set(card.lists.get("in_a_row", ()))
        nouns = (*card.level_nouns.items(), *card.level_adjectives.items())
        #: The levels of government.
        self.tiers = frozenset(card.level_nouns)
        self.level_words = {word.casefold(): level for level, each in nouns for word in each}
        #: Where a member of a row begins, right before what it is of.
        self.row_opens = late(
            rf"(?ri)(?:[,;:]|(?<!\w)(?:{listed('and')}))\s*"
            rf"(?:(?:{listed('level_leads')}|{listed('determiners')})\s+)?"
        )
        rows = {word.casefold(): level for level, each in card.level_rows.items() for word in each}
        self.row_levels = rows
        #: Right before a number in a row: the level that it is of, by a short name for it.
        self.row_level = late(
            rf"(?ri)(?:[,;:]|(?<!\w)(?:{listed('and')}))\s*(?:(?:{listed('determiners')})\s+)?"
            rf"(?P<level>{alternatives(list(rows)) or '(?!)'})\s*:?\s+"
        )
        #: In a row of levels, before or right behind a number: it is that of all of them.
        self.row_total = late(rf"(?i)(?<!\w)(?:{listed('row_totals')})(?!\w)")
        self.total_behind = late(
            rf"(?i)\s+(?:(?:{listed('level_leads')})\s+)?(?:{listed('row_totals')})"
            rf"(?=\s*(?:[,;.()]|$)|\s+(?:{listed('and')})\s)"
        )
        #: Between a number and the level that it is of, and such a level without its noun.
        leads = rf"\s*(?:(?:{listed('level_leads')})\s+)?"
        self.level_leads = late(rf"(?i){leads}")
        #: Right before a level: it says where something is.
        self.level_led = late(rf"(?ri)(?<!\w)(?:{listed('level_leads')})\s+")
        adjectives = alternatives([one for each in card.level_adjectives.values() for one in each])
        self.at_a_level = late(
            rf"(?i)\s+(?:{listed('level_leads')})\s+(?P<level>{adjectives or '(?!)'})"
            rf"(?=\s*,|\s+(?:{listed('and')})\s)"
        )

    def _read_tables(self, card: LanguageCard, listed: Callable[[str], str]) -> None:
        """The words of the headers, rows and captions of tables."""
        aims = rf"(?:{listed('aim_labels')}|{listed('aim_nouns')}|{listed('column_aims')})(?!\w)"
        self.column_aim = late(rf"(?i)(?<!\w){aims}")
        #: A column of aims begins with the word for one.
        self.aims_column = late(rf"(?i)[\W\d]*(?:(?:{listed('column_leads')})\s+)*{aims}")
        self.uncounted = late(rf"(?i)\W*(?:{listed('uncounted_headers')})(?!\w)")
        self.column_result = late(rf"(?i)(?<!\w)(?:{listed('column_results')})(?!\w)")
        self.column_previous = late(rf"(?i)\W*(?:{listed('column_previous')})(?!\w)")
        self.derived_column = late(rf"(?i)(?<!\w)(?:{listed('derived_columns')})(?!\w)")
        #: A column of changes, that does not say of what.
        self.change_column = late(rf"(?i)(?=.*\p{{L}})(?:{listed('change_columns')}|[\W\d_])+")
        self.nationwide_header = late(rf"(?i)\W*(?:{listed('nationwide')})\W*")
        self.province_wide = late(rf"(?i)\W*(?:{listed('province_wide')})\W*")
        self.column_compares = late(rf"(?i)(?<!\w)(?:{listed('column_compares')})(?!\w)")
        #: Right before a bracket: what is in it was so at an earlier time.
        self.held_to_then = late(
            rf"(?ri)(?<!\w)(?:{listed('against')}|{listed('compared')}|{listed('held_to')}"
            rf"|{listed('more_than_then')})\s+(?:[^\s,;:()\d]+\s+){{0,2}}?"
            rf"(?:{listed('column_before')}|{listed('then')}|{listed('year_nouns')}\s+(?:19|20)\d\d"
            rf"|(?:19|20)\d\d)\s*"
        )
        #: In a bracket, before its number: so it was at the beginning of the time that is told of.
        self.first_time = late(rf"(?i)(?<!\w)(?:{listed('at_first')})(?!\w)")
        self.last_time = late(rf"(?i)(?<!\w)(?:{listed('at_last')})(?!\w)")
        self.at_first = late(rf"(?i)\s*(?:{listed('at_first')})(?!\w)")
        self.column_before = late(rf"(?i)(?<!\w)(?:{listed('column_before')})(?!\w)")
        #: Beside a degree: who has a higher one counts too.
        self.and_higher = late(rf"(?i)(?<!\w)(?:{listed('and_higher')})(?!\w)")
        self.at_least = late(rf"(?i)(?<!\w)(?:{listed('at_least')})(?!\w)")
        #: All that a bracket says before its number: so it is now.
        self.only_now = late(rf"(?i)\s*(?:{listed('now')})[\s,:]+(?:(?:{listed('now_only')})\s+)*")
        #: An earlier time that something is held against.
        self.earlier = late(
            rf"(?i)(?<!\w)(?:{listed('column_before')}|{listed('then')}|{listed('term')})(?!\w)"
        )
        #: Before a number, and behind it: by so much it was more or less then.
        which = rf"(?:(?P<more>{listed('above_then')})|(?P<less>{listed('below_then')}))(?!\w)"
        self.further = late(rf"(?i){which}")
        self.further_behind = late(rf"(?i)\s+{which}")
        self.held_to_earlier = late(rf"(?i)\s+(?:{listed('against')}|{listed('compared')})(?!\w)")
        #: A column of rates, without a word of what they are of.
        self.rate_column = late(rf"(?i)(?:{listed('rate_columns')}|[\W_])+")
        #: A column whose rows are places or bodies below the province.
        self.place_column = late(
            rf"(?i)\W*(?:(?:{listed('column_leads')})\s+)*(?:{listed('place_columns')})(?!\w)"
        )
        self.unit_line = late(rf"(?i)\W*(?:{listed('unit_lines')})\s*[:：]")
        self.attached = late(rf"(?i)\W*(?:{listed('attached')})(?!\w)")
        self.captions = late(rf"(?i)\W*(?:{listed('captions')})(?!\w)")
        #: Of the whole province, or of more.
        self.wide = late(rf"(?i)(?<!\w)(?:{listed('province_wide')}|{listed('nationwide')})(?!\w)")
        self.part_row = late(rf"(?i)\W*(?:{listed('of_which')}|{listed('parts')})(?!\w)")
        #: A column that only says that something is counted.
        self.whole_column = late(
            rf"(?i)\W*(?:{listed('whole_columns')}|{listed('persons')})\W*(?:\([^()]*\)\W*)?"
        )
        self.total_row = late(rf"(?i)\W*(?:{listed('total_rows')})\W*(?:\([^()]*\)\W*)?")
        self.tier_row = late(rf"(?i)\W*(?:{listed('tier_rows')})(?!\w)")
        #: A column whose rows are levels.
        self.level_column = late(rf"(?i)\W*(?:{listed('level_columns')})\W*")
        #: A row or column that is a level, only called by its noun, and what joins several.
        named = (*card.level_rows.items(), *card.level_labels.items())
        self.level_of_label = {one.casefold(): level for level, each in named for one in each}
        levels = alternatives(list(self.level_of_label)) or "(?!)"
        self.level_label = late(
            rf"(?i)(?:(?:{listed('level_label_leads')})\s+)?(?P<level>{levels})"
        )
        joints = listed("and")
        self.level_joint = late(rf"(?i)\s*[,;/&+]\s*(?:(?:{joints})\s+)?|\s+(?:[-–—]|{joints})\s+")

    def _read_shares(self, card: LanguageCard, leads: str) -> None:
        """The words between a number and the percentage that it is of something."""
        listed = card.any_of
        #: Nouns of one syllable; languages without such a list part their nouns by blanks.
        self.lone_nouns = frozenset(card.lists.get("lone_nouns", ()))
        #: Between a count and its share: one comma, and words that only lead over.
        self.leads_over = late(
            rf"(?i)[^,;()]*(?:,|\s[-–—])\s*(?:(?:{leads}|{listed('fillers')})\s*)+"
        )
        self.leads_directly = late(
            rf"(?i)\s*(?:[^,;()\d]{{0,60}}\s)?(?:{leads})\s+(?:(?:{listed('fillers')})\s*)*"
        )
        #: The same, where nothing says that the percentage is the share of what was counted.
        self.joined_share = late(
            rf"(?i)[^,;()]*(?:,|\s[-–—])\s*(?:(?!(?:{leads})(?!\w))(?:{listed('fillers')})\s*)+"
        )
        #: Behind a percentage and its noun: what so many percent do or have.
        self.share_verb = late(rf"(?i)(?:\s+\p{{L}}+){{0,2}}?\s+(?:{listed('share_verbs')})(?!\w)")
        #: What some things are called.
        self.naming = late(
            rf"(?<!\w)(?i:{listed('naming')})\s+(?:\p{{Ll}}+\s+){{0,6}}?(?P<name>\p{{Lu}})"
        )
        self.residents = late(rf"(?i)(?<!\w)(?:{listed('residents')})(?!\w)")
        #: Right behind a percentage: it is of those that were counted before.
        self.same_base = late(rf"(?i)\s*(?:{listed('same_base')})(?!\w)")
        #: Right before a number: what is told apart by numbers.
        self.numbered = late(rf"(?ri)(?<!\w)(?:{listed('named_by_number')})\s+")
        #: Who votes is counted by votes.
        self.votes = late(rf"(?i)(?:{listed('votes')})(?!\w)")
        #: A rate with what it is of.
        self.own_rate = late(rf"(?i)(?<!\w)(?:{listed('rate_nouns')})\s+(?P<of>[\p{{L}}\p{{M}}]+)")
        #: Between a count and the share that it is of all.
        self.share_joint = late(
            rf"(?i)[\s,(]*(?:(?:{listed('makes_up')}|{listed('share_words')})\s+)*"
        )
        self.constitutes = late(rf"(?i)(?<!\w)(?:{listed('makes_up')})(?!\w)")
        #: Right behind a percentage: what it is of; some languages need no word for *of*.
        of = listed("base_leads")
        led = "" if of == _NOTHING else rf"(?:{of})(?!\w)\s*"
        self.base_behind = late(rf"(?i)\s*{led}(?P<of>(?:(?!\s[-–—]\s)[^,;:.()\d])*)")

    def _read_members(self, listed: Callable[[str], str], bounds: str) -> None:
        """The words between a body and a count of its members."""
        #: Between a count of people and the body that they are in: *12 đồng chí tham gia …*.
        self.joining = late(
            rf"(?i)\s*(?:[\p{{L}}]+\s+){{1,4}}(?:{listed('joining')})\s+(?:[\p{{L}}]+\s+)?$"
        )
        #: Before a row of people: the number is that of all of them.
        self.label = late(rf"(?i)(?<!\w)(?:{listed('labels')})(?!\w)")
        #: The word *young* as the label of a number.
        self.young = late(
            rf"(?i)(?<=[,;:(]\s?|(?<!\w)(?:{listed('and')}|{listed('rate_columns')})\s)"
            rf"(?:{listed('young_labels')})"
            rf"(?=(?:\s*\([^()]{{1,30}}\))?\s*:?\s+(?:(?:{listed('respectively')})\s+)?"
            rf"(?:(?:{listed('equals')}|{listed('makes_up')}"
            rf"|{listed('range_from')}|{bounds})\s+)?\d)"
        )
        #: Between people and the body that they are elected to, whose verb stands before.
        self.elected_to = late(rf"(?i)\s*(?:\p{{L}}+\s+)?(?:{listed('elected_to')})\s+")
        #: What says that a row goes from level to level.
        self.level_by_level = late(rf"(?i)(?<!\w)(?:{listed('level_by_level')})(?!\w)")
        self.cadres_named = late(rf"(?i)(?<!\w)(?:{listed('cadres_named')})(?!\w)")
        #: What says that they were elected, right before their number.
        self.just_elected = late(rf"(?i)(?<!\w)(?:{listed('electing')})(?!\w)\s*$")
        #: At the opening of a label: of whom its number is.
        self.concerning = late(rf"(?i)(?:{listed('concerning')})\s+")
        self.elected_within = late(rf"(?i)(?<!\w)(?:{listed('electing')})(?!\w)")
        self.joins_within = late(rf"(?i)(?<!\w)(?:{listed('joining')})(?!\w)")
        self.joins = late(rf"(?i)(?:{listed('joining')})(?!\w)")
        #: Between a count and the body whose members it counts: *11 members of the …*.
        self.members_of = late(
            rf"(?i)\s*(?:\p{{L}}+\s+)?(?:{listed('persons')})\s+(?:{listed('owned_by')})\s+"
        )
        #: Before a body: its members are meant.
        self.seats = late(rf"(?ri)(?<!\w)(?:{listed('seats')})\s+")
        self.owned_before = late(rf"(?ri)(?<!\w)(?:{listed('owned_by')})\s+")
        #: Behind people: whose they are.
        self.owned = late(rf"(?i)(?:{listed('owned_by')})(?!\w)")
        #: Between a body and how many it has.
        self.sized = late(rf"(?i)\s*(?:{listed('sized')})\s+(?:(?:{bounds})\s+)?")

    def _read_aims(self, listed: Callable[[str], str], bounds: str) -> None:
        """The words of aims and plans, with those that bounds begin with."""
        #: Behind localities, and nothing behind it: they met the standard that others met.
        self.met_alike = late(rf"(?i)\s(?:{listed('met_alike')})(?=\s*(?:[.,;:)]|$))")
        #: All of a heading behind its number: what is to be done.
        self.tasks_heading = late(
            rf"(?i)\s*(?:{listed('tasks')})(?:\s+(?:\p{{L}}+\s+)?(?:{listed('aim_times')}))?\s*"
        )
        labels = listed("aim_labels")
        #: Right before a number: what was aimed at, also as a label in brackets, and after a
        #: share of it: *(plan: 8%)*, *đạt 49,6% chỉ tiêu năm (1.800)*.
        self.aimed = late(
            rf"(?i)(?<!\w)(?:{listed('aims')})\s+(?:(?:{bounds}|[^\s,;()\d]+)\s+)?$"
            rf"|[(/,;]\s*(?:{labels})(?:\s+(?:[^\s,;()\d]+\s+)?(?:19|20)\d\d|\s+{listed('year_nouns')})?"
            rf"(?:\s*:|\s+(?:{listed('equals')}))?\s*(?:{bounds}\s+)?$"
            rf"|%\s+(?:[^\s,;()\d]+\s+){{0,2}}(?:{labels}|{listed('aim_nouns')})"
            rf"(?:(?:\s+[^\s,;()\d]+){{0,2}}|(?:\s+[^\s,;()\d]+){{3,9}}\s(?:{listed('giving')}))\s*\(\s*$"
        )
        #: Right before an aim that was passed: *vượt chỉ tiêu cả năm là 1,7 tỷ USD*.
        self.passed_aim = late(
            rf"(?i)(?<!\w)(?:{listed('exceeding')})\s+(?:{labels}|{listed('aim_nouns')})"
            rf"(?:\s+[^\s,;()\d]+){{0,3}}?(?:\s*\(\s*(?:{listed('range_from')})"
            rf"|\s+(?:{listed('equals')}))\s+(?:{bounds}\s+)?$"
        )
        #: The opening of a sentence: its percentages are so much of a plan.
        self.opens_held = late(
            rf"(?i)\W*(?:{listed('compared')})\s+(?:(?:{listed('determiners')})\s+)?"
            rf"(?:{labels}|{listed('aim_nouns')})"
            rf"(?:\s+[^\s,;:.()\d]+){{0,4}}\s*,"
        )
        aim = rf"(?:{listed('aim_nouns')})(?!\w)"
        #: Beside a body: it set the aim that a number is held against, or wrote it down.
        the = rf"(?:(?:{listed('determiners')})\s+)?"
        #: From where to where somebody is moved: *from the province to districts*.
        self.moved_between = late(rf"(?i)(?<!\w)(?:{listed('moved_between')})(?!\w)")
        self._given_by = late(rf"(?ri)(?<!\w)(?:{listed('given_by')})\s+{the}")
        #: Who set an aim, up to the next joint: *assigned by the City People's Council and …*.
        self.giver = late(
            rf"(?i)(?<!\w)(?:{listed('given_by')})\s+(?:[^\s,;:.()\d]+\s+){{1,8}}?"
            rf"(?=(?:{listed('and')})(?!\w))"
        )
        self._giving = late(rf"(?i)\s+(?:{listed('giving')})(?!\w)")
        self._aim_before = late(
            rf"(?ri)(?<!\w)(?:{listed('aim_nouns')})\s+(?:[^\s,;()]+\s+){{0,2}}"
        )
        self._author = late(
            rf"(?ri)(?<!\w)(?:{listed('aim_nouns')})\s(?:[^,;()]*\s)?(?:{listed('written_aims')})"
            rf"\s(?:[^,;()]*\s)?(?:{listed('owned_by')})\s+"
        )
        #: Right before who wrote a paper: *the Project of the Provincial Party Committee*.
        self._wrote = late(
            rf"(?ri)(?<!\w)(?:{listed('written_aims')})(?:\s[^,;()\s]*\d[^,;()\s]*)?"
            rf"\s(?:{listed('owned_by')})\s+"
        )
        self._aims = late(rf"(?i)(?:{listed('aim_nouns')})(?:\s+(?:{listed('aim_kinds')}))?")
        exceeding = rf"(?<!\w)(?:{listed('exceeding')})\s+"
        #: Before a bracket: a number is held against an aim.
        self.held_to_aim = late(
            rf"(?i)(?<!\w)(?:{listed('against')}|{listed('compared')}|(?P<passed>"
            rf"{listed('exceeding')}|{listed('held_above')}|{listed('not_reaching')}))\s+{the}"
            rf"(?:{labels})(?!\w)[^;:()]*$"
        )
        #: Right before a number: by so much another is more or less than what it is held against.
        self.by_so_much = late(rf"(?ri)(?<!\w)(?:{listed('held_against')})\s+(?:{bounds}\s+)?")
        #: The opening of a clause that tells a plan: *dự toán giao 18.500 tỷ đồng*.
        self.opens_aim = late(rf"(?i)\W*{the}(?:{listed('aim_openings')})(?!\w)")
        #: Before a number: a document or body, and that it set it as an aim.
        self.aims_setting = late(
            rf"(?i)(?<!\w)(?:{listed('aim_setters')})(?!\w)[^,;.:()]{{0,90}}?"
            rf"(?:,\s*(?:{listed('term')})\s[^,;.:()]{{0,30}}?)?"
            rf"(?<!\w)(?P<verb>{listed('aim_setting')})(?!\w)(?!\s*[,;.:()])"
            rf"(?!\s+(?:{listed('aim_unset')})(?!\w))"
        )
        self.aims_found = late(rf"(?i)(?<!\w)(?:{listed('aim_finding')})(?!\w)")
        #: The opening of a sentence that tells aims: *Kế hoạch năm 2024:*, *Targets for 2025:*.
        results = _results(listed)
        years = r"(?:19|20)\d\d(?:\s*[-–—]\s*(?:19|20)\d\d)?"
        self.aims_title = late(
            rf"(?i)[^\p{{L}}:]*{the}(?:{listed('aim_titles')})"
            rf"(?:(?:\s+(?!{results}(?!\w))[^\s,;.:()\d]+){{0,6}}?"
            rf"\s+(?:{years}|{listed('aim_times')}))?\s*:"
            rf"|[^\p{{L}}:]*{the}{years}\s+(?:{listed('aim_titles')})\s*:"
        )
        #: What follows tells aims: *đề ra các chỉ tiêu: …*, *thông qua 16 chỉ tiêu. Cụ thể, …*,
        #: and at the start of a sentence *Một số chỉ tiêu cụ thể như: …*.
        counted, meant = listed("aims_counted"), listed("aims_meant")
        aims = rf"(?:(?:{counted}|{listed('and')}|\d+)\s+){{0,4}}(?:{meant})"
        starts = r"(?<=^|\n[^\p{L}\n]*|[.;]\s+)"
        a_resolution = rf"(?:(?:[^\s,;:.()\d]+\s+){{1,4}}(?:{listed('opening_with')})\s+)?"
        self.aims_follow = late(
            rf"(?i)(?:(?<!\w)(?:{listed('aims_follow')}|(?:{listed('aims_set')})\s+{a_resolution}{aims})"
            rf"|{starts}(?:{counted})\s+(?:{meant})"
            rf"(?:\s+(?!(?:{results}|{listed('reaches')})(?!\w))[^\s:.,;]+){{0,3}}"
            rf"\s+(?:{listed('aims_told')}))(?!\w)"
            rf"(?:\s+(?!{results}(?!\w))[^\s:.,;]+){{0,8}}?"
            rf"\s*(?::|[.,;]\s+(?:{listed('aims_open')})(?!\w))"
        )
        #: The opening of a sentence: what follows is aimed at by a year.
        self.by_then = late(
            rf"(?i)[^\p{{L}}\d]*(?:{listed('deadlines')})\s+(?:\p{{L}}+\s+){{0,2}}(?P<year>20\d\d)\s*:"
        )
        #: Who sets aims says by when: *Nghị quyết xác định đến năm 2030: …*.
        self.set_by = late(
            rf"(?i)(?<!\w)(?:{listed('aims_set')})\s+(?:{listed('deadlines')})\s+(?:\p{{L}}+\s+){{0,2}}"
            rf"(?P<year>20\d\d)\s*:"
        )
        #: Before a number, or right behind what it counts: it is what came of a plan.
        self.came_of_it = late(rf"(?i)(?<!\w)(?:{listed('came_of_it')})(?!\w)")
        self.was_done = late(rf"(?i)\s*(?:{listed('was_done')})\s+")
        #: Right before an amount that another is held against: *so với kế hoạch 1.150*.
        self.held_aim = late(
            rf"(?ri)(?<!\w)(?:{listed('against')}|{listed('compared')}|{listed('and')})\s+{the}"
            rf"(?:{labels}|{listed('aim_nouns')})\s+(?:(?:{bounds})\s+)?"
        )
        #: Right before a number, with a plan behind it: *vượt 3% dự toán*.
        self.exceeds_by = late(rf"(?i){exceeding}(?:(?:{bounds})\s+)?$")
        self.of_aims = late(
            rf"(?i)\s*(?:(?:{listed('against')}|{listed('of_aims')})\s+)?(?:[^\s,;()\d]+\s+)?{aim}"
        )
        #: By how much a plan was exceeded or missed: the words before the number, and after it.
        self.exceeds = late(
            rf"(?i){exceeding}(?:(?:[^\s,;()\d]+|(?:19|20)\d\d)\s+){{0,4}}{aim}"
            rf"[^;()\d]{{0,100}}(?<!\w)(?:{listed('by_how_much')})\s+"
            rf"(?:(?:{bounds})\s+)?$"
        )
        self.exceeding = late(
            rf"(?i)(?:\s+[^\s,;()\d]+){{0,4}}?\s+(?:{listed('beside_aims')})\s+"
            rf"(?:[^\s,;()\d]+\s+){{0,3}}{aim}"
        )

    def is_name(self, text: str) -> bool:
        """Whether a text is a name and nothing else: words that all begin with a capital."""
        return _PROPER.fullmatch(text.strip()) is not None

    def lists_in(self, text: str) -> Set[str]:
        """Of the lists that are asked for, those of which a phrase may stand in a text.

        All of its words do; the phrases of the others need not be looked for.
        """
        small = lowered(text)
        if small is None:
            return ASKED_FOR
        printed = small.split()
        # Few words need more than a blank to part them.
        rest = " ".join([word for word in printed if not word.isalpha()])
        words = {"", *printed, *_WORD.findall(rest)}
        known = self._lists_by_word
        found: set[str] = set()
        for word in known.keys() & words:
            alone, phrases = known[word]
            found |= alone
            for others, names in phrases:
                if others <= words:
                    found |= names
        return found

    def within(self, lists: Set[str]) -> ClauseWords:
        """The same words in a text that holds phrases of some lists: no others are looked for.

        Dozens of patterns are tried at each number, and hardly any has a word in its sentence.
        """
        here = object.__new__(ClauseWords)
        here.__dict__ = self._idle.copy()
        for name in lists:
            if name in self._called:
                here.__dict__ |= self._called[name]
        return here

    def without_sources(
        self, text: str, terms: Sequence[TermMention], before: int
    ) -> list[TermMention]:
        """The terms, those that only say who reports without their level and body.

        *Theo báo cáo của Ban Tổ chức Tỉnh ủy, …*; *UBND tỉnh cho biết, …*. Such a clause stands
        before the first number, which begins at ``before``.
        """
        kept = []
        for term in terms:
            if term.end <= before and _PLACED & term.sets.keys() and self._tells(text, term):
                rest = {name: term.sets[name] for name in term.sets.keys() - _PLACED}
                if rest:
                    kept.append(term._replace(sets=rest))
            else:
                kept.append(term)
        return kept

    def _tells(self, text: str, term: TermMention) -> bool:
        """Whether a term stands in a clause that only says who reports."""
        start = max(text.rfind(mark, 0, term.start) for mark in ",;:") + 1
        ahead = text[start : term.start]
        if self._by.search(ahead) or self._source.search(ahead):
            return "," in text[term.end :]
        end = text.find(",", term.end)
        return self._telling.search(text, term.end, end if end >= 0 else len(text)) is not None

    def without_moves(self, text: str, terms: Sequence[TermMention]) -> list[TermMention]:
        """The terms; from where to where cadres move is no level: *9 from province to district*."""
        moved = Cover(one.span() for one in self.moved_between.finditer(text))
        return [
            one._replace(sets={name: one.sets[name] for name in one.sets.keys() - {"level"}})
            if "level" in one.sets and one.start in moved
            else one
            for one in terms
        ]

    def without_givers(self, text: str, terms: Sequence[TermMention]) -> list[TermMention]:
        """The terms, those that only say who set an aim without their level and body.

        *So với chỉ tiêu UBND tỉnh giao*; *the estimate assigned by the provincial council*; *chỉ
        tiêu tại Nghị quyết số 12-NQ/TU của Tỉnh ủy*. Neither do those who wrote it.
        """
        kept = []
        for term in terms:
            if _PLACED & term.sets.keys() and self._gives(text, term):
                rest = {name: term.sets[name] for name in term.sets.keys() - _PLACED}
                if rest:
                    kept.append(term._replace(sets=rest))
            else:
                kept.append(term)
        return kept

    def _gives(self, text: str, term: TermMention) -> bool:
        """Whether a term stands right beside a word for setting an aim, or wrote it down."""
        low = max(0, term.start - _FAR)
        given = self._given_by, self._author, self._wrote
        if any(one.match(text, low, term.start) is not None for one in given):
            return True
        aim = self._aim_before.match(text, low, term.start)
        return aim is not None and self._giving.match(text, term.end) is not None

    def without_modifiers(self, text: str, terms: Sequence[TermMention]) -> list[TermMention]:
        """The terms, those that only tell which things are meant without people and body.

        *Enterprises without Party members*; *Party cells with executive committees*.
        """
        kept = []
        for term in terms:
            only = _SUBJECTS & term.sets.keys() and "topic" not in term.sets
            if only and self.modifier.match(text, max(0, term.start - _NEAR), term.start):
                rest = {name: term.sets[name] for name in term.sets.keys() - _SUBJECTS}
                if rest:
                    kept.append(term._replace(sets=rest))
            else:
                kept.append(term)
        return kept

    def without_negated(self, text: str, terms: Sequence[TermMention]) -> list[TermMention]:
        """The terms, those that say what people have not without it: *without a degree*."""
        kept = []
        for term in terms:
            low = max(0, term.start - _NEAR)
            if "attribute" not in term.sets or not self.negated.match(text, low, term.start):
                kept.append(term)
                continue
            rest = {name: term.sets[name] for name in term.sets.keys() - {"attribute"}}
            if rest:
                kept.append(term._replace(sets=rest))
        return kept

    def grades_people(self, text: str, terms: Sequence[TermMention], numbers: Cover) -> bool:
        """Whether two grades or more share some people among them, whom a label names.

        *Cán bộ diện Tỉnh ủy quản lý: xuất sắc 18%, tốt 78%*; *officials: 18% excellent, 78% good*;
        *tổ chức cơ sở đảng: xuất sắc 18%, tốt 78%*.
        The ``numbers`` are all those that can say how many.
        *Cadres with a good command of English: 18%* are not graded.
        """
        found = [
            one
            for one in self.short_grades.finditer(text)
            if (
                (number := _NOUNLESS.match(text, one.end())) is not None
                and number.start("number") in numbers
            )
            or (one.start() - 2 in numbers and self._ends_grade(text, one.end()))
        ]
        if len({one.lastgroup for one in found}) < 2:
            return False
        start = found[0].start()
        first = next((low for low, high in numbers.stretches if low < start <= high + 1), start)
        people = [
            one
            for one in terms
            if one.end <= first
            and ("population" in one.sets or one.sets.get("body") in _GRADED_BODIES)
        ]
        if not people or text[people[-1].end : first].strip() not in ("", ":"):
            return False
        # *Collectives under the management of the Standing Committee: 20% excellent, 75% good*
        head = self.heads.match(text, 0, people[-1].start)
        ahead = Stretch(head.end() if head is not None else 0, people[-1].start)
        persons = Cover(one.span() for one in self.persons.finditer(text, *ahead))
        alone = text[slice(*ahead)].strip(" \t-+*•").casefold() in self.anybody
        return alone or not self.subject_in(text, ahead, persons)

    def _ends_grade(self, text: str, end: int) -> bool:
        return any(one.match(text, end) is not None for one in (_ENDS, self.and_first))

    def with_grades(
        self, text: str, terms: Sequence[TermMention], numbers: Cover, *, graded: bool
    ) -> list[TermMention]:
        """The terms, with the short names of grades beside numbers, behind a word for grading.

        *Xếp loại: hoàn thành xuất sắc 520, …, hoàn thành 290*; *17.8% excellently, 1.1% failed*.
        The word may stand in a line above, where it is ``graded`` what others are.
        """
        first = self.grading.search(text)
        rated = [one.start for one in terms if one.sets.get("topic") == "rating"]
        begins = [*rated, *([first.start()] if first is not None else [])]
        since = 0 if graded else min(begins, default=len(text))
        other = Cover((one.start, one.end) for one in terms if one.sets.keys() - {"role", "basis"})
        grades = [one.start for one in terms if one.sets.get("attribute", "").startswith("grade_")]
        kept, known = list(terms), 0 if graded else min(grades, default=len(text))
        for found in self.short_grades.finditer(text, since):
            start, end = found.span()
            number = _NOUNLESS.match(text, end)
            beside = number is not None and number.start("number") in numbers
            lead = self.grade_lead.match(text, 0, start)
            first = lead.start() if lead is not None else start
            counted = first - 2 in numbers or (
                text[first - 2 : first] == ") " and first - 4 in numbers
            )
            if start in other or not (beside or counted):
                continue
            if found.lastgroup == "completed" and known > start:
                continue  # *Xếp loại xong, hoàn thành 12 đề án*
            known = min(known, start)
            kept = [one for one in kept if one.end <= start or one.start >= end]
            sets = {"attribute": f"grade_{found.lastgroup}", "topic": "rating"}
            kept.append(TermMention(start, end, "short_grade", sets))
        return sorted(kept, key=lambda one: one.start)

    def only_joins(self, text: str, start: int, end: int, *, small: bool = True) -> bool:
        """Whether nothing but a joint stands between two members of a row, with small words."""
        between = _BRACKETED.sub(" ", text[start:end]).casefold()
        said = _WORD.findall(between)
        joined = "," in between or not self.joining_words.isdisjoint(said)
        allowed = self.in_a_row if small else self.joining_words
        return joined and not _MARKED.search(between) and allowed.issuperset(said)

    def names_same(self, unit: str, said: Sequence[str]) -> bool:
        """Whether words name what a unit does.

        Where nouns are of several syllables, the first two have to be the same (*cổ phần* are no
        *cổ đông*), but for nouns of one (*hộ nghèo* are *hộ dân*).
        """
        own = [one.casefold() for one in _WORD.findall(unit)]
        if not self.lone_nouns:
            return any(is_one_noun(one, two) for one in own for two in said)
        if len(own) == 1 or own[0] in self.lone_nouns:
            return own[0] in said
        return any(own[:2] == list(pair) for pair in pairwise(said))

    def is_local(self, text: str) -> bool:
        """Whether a text says words that only a part of the country is told with."""
        return any(one.search(text) for one in (self._local_word, self._local_opening))

    def past_afterwards(self, text: str, stretch: Stretch) -> Stretch:
        """A stretch without the word before a length of time that opens it: *after four years*."""
        later = self.afterwards.match(text, *stretch)
        return Stretch(later.end(), stretch.end) if later is not None else stretch

    def past_small(self, text: str, start: int) -> int:
        """Where the first word behind a place begins that is not small: *9,4% số hộ nghèo*."""
        for word in _WORD.finditer(text, start):
            if word.group().casefold() not in self.small:
                return int(word.start())
        return len(text)

    def per(self, value: object) -> set[str]:
        """What an amount is for: *triệu đồng/người/tháng* is for a person and a month."""
        return {one.casefold() for one in _WORD.findall(getattr(value, "per", "") or "")}

    def is_per_head(self, value: object) -> bool:
        """Whether an amount is that of one person, household or the like, in whatever time."""
        return bool(self.per(value) - self.months - self.years - self.small)

    def subject_in(self, text: str, stretch: Stretch, known: Cover) -> bool:
        """Whether a stretch holds a word that is neither small nor where words are known."""
        for word in _WORD.finditer(text, stretch.start, stretch.end):
            if word.group().casefold() not in self.small and word.start() not in known:
                return True
        return False

    def ends_list(self, line: str) -> bool:
        """Whether a line without a mark is a heading of results, or tells what came of aims.

        *Đánh giá chung*; *Tổ chức thực hiện đạt kết quả tốt.*
        """
        told = self.results_heading.search(line) or self.results_told.search(line)
        return told is not None

    def names_more(self, text: str, line: Stretch, known: Cover) -> bool:
        """Whether a line above others holds a word that says more than in which respect."""
        return any(
            word.group().casefold() not in self.in_headings and word.start() not in known
            for word in _WORD.finditer(text, *line)
        )

    def counts_people(self, unit: str) -> bool:
        """Whether a count with a noun is of people, each as often as told: *612 lượt người*."""
        first, _, rest = unit.partition(" ")
        led = first.casefold() in self.neutral and bool(rest)
        return self.nouns[unit].persons or (led and self.nouns[rest].persons)

    def _noun(self, unit: str) -> Noun:
        return Noun(
            general=self._general.fullmatch(unit) is not None,
            holds_general=self._general.search(unit) is not None,
            aims=self._aims.fullmatch(unit) is not None,
            outsiders=self._outsiders.match(unit) is not None,
            other_members=self._other_members.match(unit) is not None,
            papers=self._papers.match(unit) is not None,
            persons=self._persons.match(unit) is not None,
            bodies=self._bodies.match(unit) is not None,
            level=self._level_of(unit),
        )

    def _level_of(self, unit: str) -> str | None:
        """The level of a counted noun: ``xã`` is a commune; longest name first."""
        words = unit.casefold().split()
        for length in range(min(_LONGEST_NOUN, len(words)), 0, -1):
            level = self.levels.get(" ".join(words[:length]))
            if level is not None:
                return level
        return None


def _results(listed: Callable[[str], str]) -> str:
    """The words of a heading for what was reached, and not for what is *to be reached*."""
    return rf"(?<!(?<!\w)(?:{listed('results_due')})\s+)(?:{listed('results_heading')})"


def _noun_pattern(
    nouns: Iterable[str], neutral: Iterable[str], others: str, *, first: bool
) -> regex.Pattern[str]:
    """What finds one of some nouns, or one that leaves open what is meant, in what is counted.

    It stands ``first`` where nouns lead (*đảng viên bị khiển trách*), anywhere where they follow;
    one that leaves it open does not where ``others`` are named behind it (*lượt nông dân*).
    """
    listed, either = alternatives(nouns), alternatives((*nouns, *neutral))
    if not first:
        return late(rf"(?i)(?<!\w)(?:{either})(?!\w)")
    leads = alternatives(neutral) or _NOTHING
    own = rf"(?:(?:{leads})\s+)?(?:{listed})(?!\w)"
    return late(rf"(?i)^(?:{own}|(?:{leads})(?!\w|\s+(?:{others})(?!\w)))")


#: The lists that have a word alone, and those that have it beside other words.
_Phrases = tuple[Set[str], Sequence[tuple[Set[str], Set[str]]]]


def _by_rarest_word(card: LanguageCard, names: Set[str]) -> Mapping[str, _Phrases]:
    """The phrases of some lists, each by the word that the fewest hold; no word for mere signs.

    A word as common as *của* or *the* would have half of the lists looked for.
    """
    spelled: dict[Set[str], set[str]] = defaultdict(set)
    for name in names:
        for phrase in card.lists.get(name, ()):
            spelled[frozenset(_WORD.findall(phrase.lower()))].add(name)
    often = Counter(word for words in spelled for word in words)
    found: dict[str, dict[Set[str], set[str]]] = defaultdict(dict)
    for words, lists in spelled.items():
        rarest = min(sorted(words), key=lambda one: (often[one], -len(one)), default="")
        found[rarest][words - {rarest}] = lists
    return {
        word: (phrases.pop(frozenset(), set()), tuple(phrases.items()))
        for word, phrases in found.items()
    }
