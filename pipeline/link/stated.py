"""The terms of a sentence as they are meant there, beside the numbers that it holds."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence, Set
from typing import NamedTuple

import regex

from pipeline.link.figures import QUANTITIES
from pipeline.link.scope import Cover, Stretch
from pipeline.link.terms import TermMention
from pipeline.link.words import ClauseWords
from pipeline.model import AgeBand, Fact

__all__ = ["NOTHING", "Respect", "is_unclear", "stated_terms"]

#: The lists of words that say who reports something, and of those before the parts of a whole.
_OF_SOURCES = frozenset({"by", "sources", "telling"})
#: And of those who set an aim or wrote what it stands in.
_OF_GIVERS = frozenset({"given_by", "giving", "written_aims"})
#: Subjects whose degrees may stand alone behind them, and what those are then.
_STUDIED: Mapping[str, Mapping[str, str]] = {
    "political_theory": {
        "primary": "political_theory_primary",
        "intermediate": "political_theory_intermediate",
        "advanced": "political_theory_advanced",
    },
    "education": {
        "intermediate": "secondary_vocational",
        "college": "college_degree",
        "university": "university_degree",
        "master": "master_degree",
    },
}
#: How a degree without its subject begins, and what only labels a number where it is a degree.
_BARE = "bare_"
_EDUCATION = "education"
_OPENING = regex.compile(r"(?r)(?:^|[,;:(+•*–-]|\band)\s*$")
_LABELLING = regex.compile(r":?\s*\d")
_OR = "_or_"
#: Any other mark than what was studied.
_OTHER = "other"
_RATING, _MOVES = "rating", "rotation"
#: What tells how many of some people have a grade.
_SHARED_OUT = frozenset({"percentage", "count", "ratio"})
#: Those that a list of members names beside the young.
_BESIDE_YOUNG = frozenset({"female", "ethnic_minority"})
#: Degrees of any subject.
_DEGREES = frozenset(
    {"secondary_vocational", "college_degree", "university_degree", "postgraduate_degree"}
)
#: A word with a capital behind a small one, and another behind it.
_NAMED = regex.compile(r"(?<=(?<!\p{L})\p{Ll}+\s)\p{Lu}\p{Ll}*\s\p{Lu}\p{Ll}")
#: So many characters hold the beginning of the next word.
_NEAR = 4
#: A noun that announces a list with a colon: *14 targets: GRDP growth of 9%; …*.
_ANNOUNCES = regex.compile(r"[^,;:()\d]*:")


class Respect(NamedTuple):
    """In which respect the lines above a sentence take a group apart.

    ``subject`` is what was studied (*b) Political theory:*), ``graded`` says that people or
    bodies are graded.
    """

    subject: str | None = None
    graded: bool = False

    @classmethod
    def of(cls, lines: Iterable[Mapping[str, str]]) -> Respect:
        """What some lines say, the nearest first, each with the dimensions that it states."""
        subject: str | None = None
        graded = False
        for line in lines:
            attribute = line.get("attribute", "")
            if subject is None and attribute and not attribute.startswith(_BARE):
                subject = next((one for one in _STUDIED if attribute.startswith(one)), _OTHER)
            graded = graded or line.get("topic") == _RATING
        return cls(subject if subject in _STUDIED else None, graded)


NOTHING = Respect()


def stated_terms(
    terms: Sequence[TermMention],
    text: str,
    facts: Sequence[Fact],
    words: ClauseWords,
    lists: Set[str],
    respect: Respect = NOTHING,
) -> list[TermMention]:
    """The terms of a sentence without those that are meant otherwise, with those that ages add.

    ``facts`` are all those of the sentence, ``lists`` the lists of words that it holds.
    """
    offset = facts[0].sentence_start
    stretches = [Stretch(one.start - offset, one.end - offset) for one in facts]
    kinds = [one.value.kind for one in facts]
    counted = {
        stretch.end
        for stretch, kind in zip(stretches, kinds, strict=True)
        if kind in ("count", "ratio")
    }
    terms = _without_names(terms, text)
    terms = _without_counted_roles(terms, counted, text)
    if "age_band" in kinds:
        terms = _with_ages(terms, facts, offset)
    terms = _with_degrees(terms, text, respect.subject)
    short = "short_excellent" in lists
    graded = respect.graded or "grading" in lists
    graded = graded or any(one.sets.get("topic") == _RATING for one in terms)
    if short or graded:
        shared_out = Cover(_with_noun(one, offset) for one in facts if one.kind in _SHARED_OUT)
        shared = short and "percentage" in kinds and words.grades_people(text, terms, shared_out)
        if graded or shared:
            terms = words.with_grades(text, terms, shared_out, graded=respect.graded or shared)
    if not lists.isdisjoint(_OF_SOURCES):
        first = min(
            (one.start for one, kind in zip(stretches, kinds, strict=True) if kind in QUANTITIES),
            default=0,
        )
        terms = words.without_sources(text, terms, first)
    if "moved_between" in lists and any(one.sets.get("topic") == _MOVES for one in terms):
        terms = words.without_moves(text, terms)
    if not lists.isdisjoint(_OF_GIVERS):
        terms = words.without_givers(text, terms)
    if "modifiers" in lists:
        terms = words.without_modifiers(text, terms)
    if "negations" in lists:
        terms = words.without_negated(text, terms)
    return _with_young(terms, text, words) if "young_labels" in lists else list(terms)


def _with_noun(fact: Fact, offset: int) -> tuple[int, int]:
    """Where a number stands in its sentence, with the noun that it counts."""
    noun = getattr(fact.value, "unit", None) if fact.kind == "count" else None
    return fact.start - offset, fact.end - offset + (len(noun) + 1 if noun else 0)


def is_unclear(attribute: str) -> bool:
    """Whether an attribute of a card is but a subject, or a degree that has none."""
    return attribute in _STUDIED or attribute.startswith(_BARE)


def _without_names(terms: Sequence[TermMention], text: str) -> list[TermMention]:
    """The terms without words of names: *thành phố Hạ Long* is no decrease."""
    return [
        one
        for one in terms
        if "change" not in one.sets or _NAMED.match(text, one.start, one.end + _NEAR) is None
    ]


def _without_counted_roles(
    terms: Sequence[TermMention], ends: Container[int], sentence: str
) -> list[TermMention]:
    """The terms; what a number counts says nothing of its role: *đạt 31/40 chỉ tiêu*.

    Where it announces a list, it says what the items are. ``ends`` are those of the counts.
    """
    return [
        term._replace(sets={name: one for name, one in term.sets.items() if name != "role"})
        if "role" in term.sets
        and len(sentence[: term.start].rstrip()) in ends
        and not _ANNOUNCES.match(sentence, term.end)
        else term
        for term in terms
    ]


def _with_degrees(
    terms: Sequence[TermMention], text: str, subject: str | None
) -> list[TermMention]:
    """The terms, with each bare degree as one of the subject named before it, or else above.

    *Political theory: advanced 44, intermediate 586*; without a subject *intermediate* is
    no more than a word, and *trung cấp* is the school that is behind *or* in its card. A degree
    of it names a subject too, and another degree ends what is said of one.
    """
    kept = []
    for term in terms:
        attribute = term.sets.get("attribute", "")
        if attribute in _STUDIED:
            subject = attribute
            rest = {name: term.sets[name] for name in term.sets.keys() - {"attribute"}}
            if rest:  # *Trained in political theory*
                kept.append(term._replace(sets=rest))
            continue
        studied = next((one for one in _STUDIED if attribute.startswith(f"{one}_")), None)
        subject = studied or subject
        degree, _, other = attribute.removeprefix(_BARE).partition(_OR)
        if not attribute.startswith(_BARE):
            ended = attribute in _DEGREES and subject != _EDUCATION
            subject = None if ended else subject
            kept.append(term)
            continue
        named = _STUDIED[subject].get(degree) if subject is not None else other
        if named and (subject != _EDUCATION or _labels(text, term)):
            kept.append(term._replace(sets={**term.sets, "attribute": named}))
    return kept


def _labels(text: str, term: TermMention) -> bool:
    """Whether a term opens a clause and is the label of a number: *College: 12%*."""
    opens = _OPENING.search(text, 0, term.start) is not None
    return opens and _LABELLING.match(text, term.end) is not None


def _with_young(
    terms: Sequence[TermMention], sentence: str, words: ClauseWords
) -> list[TermMention]:
    """The terms, with the word *young* where it alone labels a number in a list beside women.

    *Nữ 19 đồng chí, trẻ 13 đồng chí*; anywhere else young ones may be children. A bracket behind
    it says how young: *tuổi trẻ (dưới 42 tuổi) 13*.
    """
    if not any(one.sets.get("attribute") in _BESIDE_YOUNG for one in terms):
        return list(terms)
    known = Cover((one.start, one.end) for one in terms)
    young = [
        TermMention(found.start(), found.end(), "young_label", {"attribute": age})
        for found in words.young.finditer(sentence)
        if found.start() not in known
        for age in (_age_in_bracket(terms, sentence, found.end()) or "age<40",)
    ]
    return sorted([*terms, *young], key=lambda one: one.start)


def _age_in_bracket(terms: Sequence[TermMention], sentence: str, end: int) -> str | None:
    """The age that opens a bracket right behind the word that ends at a place."""
    bracket = sentence.find("(", end, end + 2)
    said = (one.sets.get("attribute", "") for one in terms if one.start == bracket + 1)
    return next((one for one in said if one.startswith("age")), None) if bracket >= 0 else None


def _with_ages(
    terms: Sequence[TermMention], facts: Sequence[Fact], offset: int
) -> list[TermMention]:
    """The terms, with each age limit as the attribute that it defines."""
    ages = []
    for fact in facts:
        if isinstance(fact.value, AgeBand):
            written = str(fact.value).replace("..", "-")
            start, end = fact.start - offset, fact.end - offset
            ages.append(TermMention(start, end, "age_band", {"attribute": f"age{written}"}))
    kept = []
    for term in terms:
        # A limit that is printed right behind a group wins over the one that the group implies:
        # *young cadres under 25*; in brackets it stands for the group.
        reach = term.end + 2
        over = [one for one in ages if one.start <= reach and term.start < one.end]
        if not over or "attribute" not in term.sets:
            kept.append(term)
            continue
        ages = [one for one in ages if one not in over]
        printed = over[0].sets["attribute"]
        if printed.replace("<=", "<") == term.sets["attribute"]:
            kept.append(term)  # *trẻ (không quá 40)*: the cards know one group, age<40
            continue
        kept.append(term._replace(sets={**term.sets, "attribute": printed}))
    return sorted([*kept, *ages], key=lambda one: one.start)
