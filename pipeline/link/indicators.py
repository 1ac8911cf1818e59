"""Which indicator a number measures: by its name, or by what its dimensions add up to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import regex

from pipeline.language import Memo, alternatives, late
from pipeline.link.figures import POINTS, Cue, Dimensions, Figure
from pipeline.link.norms import is_most_of, norm_beside
from pipeline.link.reading import Reading
from pipeline.link.scope import Cover, Scope, Stretch
from pipeline.link.terms import Name
from pipeline.model import Percentage, Ratio
from pipeline.rulebook import Indicator, Rulebook

__all__ = ["IndicatorFinder"]

#: What says whom a number is of.
_WHOM = frozenset({"population", "attribute", "body"})
#: The measures that a part of a whole is.
_SHARES = frozenset({"share", "rate"})
#: And those whose percentages are of what can be counted.
_OF_THE_COUNTED = _SHARES | {"share_with_ratio", "change_pct", "index"}
#: So many words at most lead from a result to the norm that it is held against.
_LEADING = 5
_WHOLE = 100
#: Votes, which have whom they are for before them.
_VOTES = "high_votes"
_WORD = regex.compile(r"\w+")


class Exclusion(NamedTuple):
    """What says that a number is none of an indicator: beside it, and right before it."""

    beside: regex.Pattern[str]
    led: regex.Pattern[str]


class Conditional(NamedTuple):
    """An indicator with one set of dimensions that gives it."""

    rank: int
    card: Indicator
    conditions: dict[str, str]


class IndicatorFinder:
    """Finds indicators; built once from a rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.kinds = {card.id: card.kinds for card in rulebook.indicators}
        self.indices = {card.id for card in rulebook.indicators if card.measure == "index"}
        self.shares = {card.id for card in rulebook.indicators if card.measure in _SHARES}
        self.when = {card.id: card.when.stated() for card in rulebook.indicators}
        #: Those that measure what happens over a time, not how things stand at one.
        self.flows = frozenset(card.id for card in rulebook.indicators if card.flow)
        #: Those that measure by how much something changed.
        self.changes = {
            card.id
            for card in rulebook.indicators
            if card.measure in ("change_abs", "change_pct", "growth", "pct_of_base_or_growth")
        }
        #: Those whose amounts are of one person.
        self.per_head = {card.id for card in rulebook.indicators if card.per_head}
        #: By indicator: the one that its amounts for one person are of.
        self.for_one = {
            card.per_head_of: card.id for card in rulebook.indicators if card.per_head_of
        }
        #: What its percentages are of, where a card says so.
        self.bases = {
            card.id: {one["basis"] for one in _conditions(card) if "basis" in one}
            | ({"of_plan"} if card.measure == "pct_of_plan" else set())
            for card in rulebook.indicators
        }
        #: Those whose percentages, of a change too, are of people, places or points, not of money.
        self.of_the_counted = {
            card.id for card in rulebook.indicators if card.measure in _OF_THE_COUNTED
        }
        #: The class of nouns that its counts have.
        self.counts = {card.id: card.counts for card in rulebook.indicators if card.counts}
        #: By indicator the class of nouns that it counts, for those for the same so many people.
        self.for_many: Mapping[str, str] = {
            card.id: card.counts
            for card in rulebook.indicators
            if card.counts and card.unit == "per_10000"
        }
        #: By class of nouns: the indicator that is their share of all.
        self.shares_of = {card.share_of: card.id for card in rulebook.indicators if card.share_of}
        #: Those that are such shares.
        self.rates = frozenset(self.shares_of.values())
        #: By language and card: the words beside a number, or right before it, that exclude it.
        self.unless = {
            (language, card.id): _excluding(
                getattr(card.unless, language),
                getattr(card.unless_led, language),
                rules.language.card.bounds.before,
            )
            for card in rulebook.indicators
            for language, rules in rulebook.languages.items()
            if getattr(card.unless, language) or getattr(card.unless_led, language)
        }
        #: The dimensions that a number of an indicator has by what it measures.
        self.implied = {card.id: card.implies.stated() for card in rulebook.indicators}
        #: The measures of the economy that are of no body, whoever decided or reported them.
        self.bodiless = {
            card.id
            for card in rulebook.indicators
            if card.group == "socio_economic" and card.when.body is None
        }
        #: By kind and by the rarest of the conditions, with the rank: the most demanding first.
        self.conditional: dict[str, dict[tuple[str, str], list[Conditional]]] = {}
        for kind in ("percentage", "count", "ratio", "multiple", "money", "quantity"):
            self.conditional[kind] = _by_condition(rulebook, kind)
        asked = {
            name
            for table in self.conditional.values()
            for listed in table.values()
            for one in listed
            for name in (*one.conditions, *one.card.without)
        }
        #: The dimensions that cards ask for; what the others say tells no indicator.
        self.asked = frozenset(asked)
        self._by_dimensions = Memo(self._told_by)

    def find(self, reading: Reading, figure: Figure) -> Cue | None:
        """The indicator of a number; None where nothing names it."""
        found, partner = figure.dimensions, figure.pairing.partner
        if partner is not None and figure.kind == partner.kind == "money":
            # *44 million VND (2,105 USD)*: the same in another currency.
            return partner.dimensions.cues.get("indicator")
        own = figure.named
        if own is None:
            own = self._own_name(reading, figure) if reading.names else None
        elif not own.value or not self.fits(own.value, figure):
            own = None  # A row gave it none, whatever is named beside it.
        if own is not None and _is_of_an_earlier(reading, figure, own):
            own = None
        if own is not None:
            return own
        told = self.told(figure)
        if told in self.for_one and reading.words.is_per_head(figure.fact.value):
            told = self.for_one[told]  # *GRDP đạt 53,8 triệu đồng/người/năm*
        if told is not None:
            topic = found.cues.get("topic") or found.cues.get("population")
            return Cue(told, topic.start, topic.end) if topic else Cue(told, 0, 0)
        if partner is None:
            return (
                self._score(reading, figure)
                or self._repeated(figure)
                or self._of_result_before(reading, figure)
                or _of_what_is_held(reading, figure)
                or self._of_share_before(reading, figure)
            )
        if figure.pairing.share and (share := self._share_of_counted(reading, figure, partner)):
            return share
        # A target measures what its result measures, where the kinds allow it.
        name = partner.dimensions.found.get("indicator")
        if name and figure.kind in self.kinds[name]:
            return Cue(name, 0, 0)
        if figure.pairing.share and not name:
            # *Số phiếu tín nhiệm cao là 56/64 phiếu, đạt 87,5%*: it stands before the count.
            before = self._named(reading, figure, [partner.scope.left], [], partner.bracket)
            if before is not None and not _is_of_an_earlier(reading, figure, before):
                return before
        return None

    def told(self, figure: Figure) -> str | None:
        """The indicator that the dimensions of a number tell."""
        found = figure.dimensions
        stated = frozenset([one for one in found.found.items() if one[0] in self.asked])
        return self._by_dimensions[figure.kind, found.counted, stated]

    def _of_result_before(self, reading: Reading, figure: Figure) -> Cue | None:
        """What an aim is held against measures the same: *grew by 7.9%, against a plan of 8.4%*.

        So does a norm: *women make up 24%, more than the required 15%*.
        """
        before, base = _result_before(reading, figure)
        if before is None or before.kind != figure.kind or before.bracket != figure.bracket:
            return None
        name = before.dimensions.found.get("indicator")
        role = figure.dimensions.found.get("role")
        if name is None or role not in ("target", "requirement"):
            return None
        end = before.end if base is None else base.noun_end
        norm = norm_beside(reading, figure)
        if norm is not None and _only_leads(reading, end, norm.start):
            return Cue(name, 0, 0)
        words, text = reading.words, reading.text
        aim = words.aimed.search(text, end, figure.start)
        if aim is None:
            return None
        if words.held_before.fullmatch(text, end, aim.start()):
            return Cue(name, 0, 0)
        met = words.meets_aim.fullmatch(text, end, aim.start())
        return Cue(name, 0, 0) if met and is_most_of(figure, before) else None

    def _of_share_before(self, reading: Reading, figure: Figure) -> Cue | None:
        """The indicator of a share for the ratio in the bracket behind it: *81% (396/487)*."""
        bracket = reading.opened_by(figure) if figure.kind == "ratio" else None
        before = reading.before_bracket(bracket) if bracket is not None else None
        if bracket is None or before is None or before.kind != "percentage":
            return None
        between = reading.text[before.end : bracket.start - 1].strip()
        name = before.dimensions.found.get("indicator")
        if name is None or between or "ratio" not in self.kinds[name]:
            return None
        value, share = figure.fact.value, before.fact.value
        if not isinstance(value, Ratio) or not isinstance(share, Percentage) or not value.total:
            return None
        if value.part is None or share.number is None:
            return None
        close = abs(value.part * _WHOLE / value.total - share.number) < 1
        return before.dimensions.cues.get("indicator") if close else None

    def _share_of_counted(self, reading: Reading, figure: Figure, partner: Figure) -> Cue | None:
        """The indicator that is the share of what a count counts: *còn 12.100 hộ nghèo (8,3%)*.

        Its noun stands behind the count, or is the subject: *số hộ nghèo là 9.100 hộ, chiếm 6,2%*.
        What was done for some of them is no share of all: *cho 450 hộ nghèo vay vốn (chiếm 19%)*.
        """
        words, text, found = reading.words, reading.text, figure.dimensions.found
        if partner.kind != "count" or "change" in found or "attribute" in found:
            return None
        left = partner.scope.left
        split = words.parts.search(text, left.start, partner.start) is not None
        if split and not _is_of_all_households(reading, partner):
            return None
        opening = partner.scope.segment.start
        if reading.figures_in(Stretch(opening, partner.start), partner.bracket):
            opening = left.start
        named = [
            (said.end(), -said.start(), name)
            for name in self.shares_of
            if name in words.class_nouns
            for said in words.class_nouns[name].finditer(text, opening, figure.start)
            if 0 <= said.start() - partner.end <= 1
            or (
                name != _VOTES  # *47 high confidence votes and 6 confidence votes (11%)*
                and said.end() <= partner.start
                and (partner.unit or "").casefold() in said.group().casefold()
            )
        ]
        if not named:
            return None
        end, start, name = max(named)
        # Behind its own noun nothing more may be told: *hộ nghèo vay vốn (18%)*.
        since = end if end > partner.start else partner.noun_end
        known = reading.known | Cover(
            [(-start, end), *((one.start, one.end) for one in reading.places)]
        )
        if words.share_joint.fullmatch(text, min(since, figure.start), figure.start) is None:
            return None
        if name == _VOTES:
            bounded = getattr(partner.fact.value, "comparator", "=") != "="
            return None if bounded else Cue(self.shares_of[name], -start, end)
        if words.subject_in(text, Stretch(opening, partner.start), known):
            return None
        if words.class_nouns[name].match(text, words.past_small(text, figure.end)):
            return None  # *Chiếm 9,4% số hộ nghèo*: a share of them.
        return Cue(self.shares_of[name], -start, end)

    def under(self, topic: str, figure: Figure) -> str | None:
        """The indicator that what is said of a number tells with the topic of its heading."""
        found = figure.dimensions
        stated = frozenset([one for one in found.found.items() if one[0] in self.asked])
        if found.counted is None and not found.found.keys() & _WHOM:
            return None
        return self._by_dimensions[figure.kind, found.counted, stated | {("topic", topic)}]

    def _score(self, reading: Reading, figure: Figure) -> Cue | None:
        """The index of a score whose clause does not name it: *ranked 12th in the PCI with 66.3*.

        Only where the sentence names one alone.
        """
        if figure.kind not in ("quantity", "count") or figure.bracket is not None:
            return None
        if reading.words.components.search(reading.text) is not None:
            return None
        low = max(figure.scope.left.start, figure.start - 40)
        before = reading.words.scored.match(reading.text, low, figure.start)
        points = figure.kind == "quantity" and figure.unit in POINTS
        if before is None and not points:
            return None
        segment, left = figure.scope.segment, figure.scope.left
        own = Stretch(left.start, before.start() if before is not None else left.end)
        named = [
            one
            for one in reading.names
            if one.indicator in self.indices and segment.holds(one.start)
            # *Năm 2023 đạt 66,1 điểm, PAPI đạt 42,1 điểm*
            if not _is_of_next(reading, figure, one)
        ]
        if len({one.indicator for one in named}) != 1:
            return None
        led = before is not None and any(left.holds(one.start) for one in named)
        if not led and reading.names_subject(own) and not _is_of_next_bloc(reading, figure, own):
            return None  # *Tính minh bạch đạt 5,9 điểm*
        return Cue(named[0].indicator, named[0].start, named[0].end)

    def _repeated(self, figure: Figure) -> Cue | None:
        """The indicator of a number that only tells of another time: *54% in 2019; in 2020 57%*."""
        other = figure.goes_on
        name = other.dimensions.found.get("indicator") if other is not None else None
        if other is None or name is None or figure.kind not in self.kinds[name]:
            return None
        return other.dimensions.cues.get("indicator", Cue(name, 0, 0))

    def _own_name(self, reading: Reading, figure: Figure) -> Cue | None:
        """The indicator that the clause of a number names, or that those before it do.

        Where the clause has a subject of its own, a name in those before it is not its name.
        """
        scope, bracket = figure.scope, figure.bracket
        own = self._named(reading, figure, [scope.left], [scope.right, scope.beyond], bracket)
        if own is not None or figure.pairing.partner is not None:
            return own
        if reading.has_own_subject(scope) or _own_subject(reading, scope):
            return None
        if reading.words.of_them.match(reading.text, figure.end):
            return None  # *65% of workers are trained, 40% of whom have certificates*
        before = reading.figures[figure.index - 1] if figure.index else None
        if (
            before is not None
            and before.kind == figure.kind
            and reading.words.only_joins(reading.text, before.end, figure.start, small=False)
        ):
            return before.dimensions.cues.get("indicator")  # *by 30% and 24%*
        cue = self._named(reading, figure, scope.prior, [], bracket)
        if cue is None or _is_behind_measure(before, figure, cue):
            return None
        topic = figure.dimensions.cues.get("topic")
        if topic is not None and topic.start >= cue.end:
            return None  # *The index rose by 4%, the value of production was 8 trillion, up 6%*
        return None if _has_other_verb(reading, before, figure) else cue

    def _named(
        self,
        reading: Reading,
        figure: Figure,
        before: Sequence[Stretch],
        after: Sequence[Stretch],
        bracket: Stretch | None,
    ) -> Cue | None:
        names = [
            one
            for one in reading.names
            if reading.labelled.get(one, -1) <= figure.index
            and not _is_of_another(reading, figure, one)
        ]
        if not names:
            return None
        for name in names:
            counts = figure.kind in ("count", "ratio") and figure.unit is not None
            within = counts and figure.end < name.start < figure.noun_end
            # *66,1 [điểm PCI]*: the unit may be the first word of the name.
            within = within or figure.start < name.start < figure.end < name.end
            near = within or 0 <= name.start - figure.end <= 1
            if near and self.fits(name.indicator, figure):
                return Cue(name.indicator, name.start, name.end)
        left = [name for stretch in before for name in reversed(names) if stretch.holds(name.start)]
        right = [name for stretch in after for name in names if stretch.holds(name.start)]
        right = [name for name in right if not _is_of_next(reading, figure, name)]
        ordered = [*left, *right]
        if (
            left
            and right
            and (
                _is_behind_another(reading, figure, left[0])
                or _is_right_behind(reading, figure, left[0], right[0])
            )
        ):
            ordered = [*right, *left]  # *70 points in the PCI and 90% in the PAR Index*
        ordered = [name for name in ordered if not _is_of_a_part(reading, figure, name)]
        for name in ordered:
            visible = reading.structure.visible(name.start, bracket)
            if visible and self.fits(name.indicator, figure):
                return Cue(name.indicator, name.start, name.end)
        return None

    def fits(self, indicator: str, figure: Figure) -> bool:
        """Whether a number can be of an indicator: its kind, and what the card wants stated."""
        return figure.kind in self.kinds[indicator] and all(
            figure.dimensions.states(*one) for one in self.when[indicator].items()
        )

    def _told_by(self, key: tuple[str, str | None, frozenset[tuple[str, str]]]) -> str | None:
        """The indicator of a number of a kind that counts this and has these dimensions."""
        kind, counted, stated = key
        table = self.conditional[kind]
        found = Dimensions(dict(stated), counted=counted)
        keys = [*stated, *((("body", counted),) if counted else ())]
        fitting = (
            one
            for key in keys
            for one in table.get(key, ())
            if all(found.states(*condition) for condition in one.conditions.items())
            and not _counts_bodies(one.card, one.conditions, found)
            and not (kind == "count" and _counts_acts(one.card, one.conditions, found))
            and not found.found.keys() & set(one.card.without)
            and not _is_only_planned(one.conditions, found)
            and not (one.card.measure == "growth" and found.found.get("basis") == "share")
        )
        best = min(fitting, key=lambda one: one.rank, default=None)
        return best.card.id if best else None


def _of_what_is_held(reading: Reading, figure: Figure) -> Cue | None:
    """The indicator of a number for an earlier one that it is held against.

    *Tăng 9,2% so với cùng kỳ, cao hơn mức tăng 7,5% của quý I/2024*.
    """
    before = reading.figures[figure.index - 1] if figure.index else None
    if before is None or before.kind != figure.kind or before.bracket != figure.bracket:
        return None
    name = before.dimensions.found.get("indicator")
    if name is None or figure.dimensions.found.get("role") != "previous":
        return None
    held = reading.words.held_to.match(reading.text, before.end, figure.start)
    if held is None or figure.unit != before.unit or reading.places:
        return None
    one, two = (each.dimensions.found.get("change") for each in (before, figure))
    since = Stretch(before.noun_end, held.start())
    said = {cue for each in reading.cues(since, figure.bracket) for cue in each.sets}
    if one not in (None, two) or said - {"role", "basis"} or reading.names_subject(since):
        return None
    return Cue(name, 0, 0)


def _is_of_all_households(reading: Reading, figure: Figure) -> bool:
    """Whether the count before one is that of all households, of which it counts some.

    *Tổng số hộ dân trên địa bàn là 121.300 hộ; trong đó hộ nghèo 31.400 hộ, chiếm 25,9%*.
    """
    before = reading.figures[figure.index - 1] if figure.index else None
    if before is None or before.kind != figure.kind or before.bracket != figure.bracket:
        return False
    start = before.scope.segment.start
    said = reading.words.all_households.search(reading.text, start, before.start)
    if said is None or reading.figures_in(Stretch(start, before.start), before.bracket):
        return False
    known = reading.known | Cover((one.start, one.end) for one in reading.places)
    return not reading.words.subject_in(reading.text, Stretch(said.end(), before.start), known)


def _is_of_next_bloc(reading: Reading, figure: Figure, own: Stretch) -> bool:
    """Whether a score is of another level in words that tell of the level of the one before.

    *Điểm DDCI khối sở, ban, ngành đạt 80,1 điểm, khối huyện, thành phố đạt 77,6 điểm*.
    """
    before = reading.figures[figure.index - 1] if figure.index else None
    if before is None or before.kind != figure.kind or before.unit != figure.unit:
        return False
    terms = reading.cues(own, figure.bracket)
    levels = [one for one in terms if "level" in one.sets]
    if not levels or any(one.sets.keys() - {"level", "role"} for one in terms):
        return False
    ahead = Stretch(before.scope.left.start, before.start)
    others = [one.sets["level"] for one in reading.cues(ahead, None) if "level" in one.sets]
    if not others or levels[-1].sets["level"] in others:
        return False
    said = reading.text[slice(*ahead)].casefold().split()
    known = Cover((one.start, one.end) for one in terms)
    return not reading.words.subject_in(
        reading.text, own, known | Cover(_places_of(reading.text, own, said))
    )


def _places_of(text: str, stretch: Stretch, words: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Where some words stand in a stretch of a text."""
    for one in _WORD.finditer(text, *stretch):
        if one[0].casefold() in words:
            yield one.span()


def _result_before(reading: Reading, figure: Figure) -> tuple[Figure | None, Figure | None]:
    """The number before one, and what it was held against, if that stands between.

    *Giảm 9,4% so với 12.600 người của năm 2015, đạt yêu cầu tối thiểu 8%*.
    """
    earlier = reading.figures[: figure.index]
    if not earlier or earlier[-1].kind == figure.kind or len(earlier) == 1:
        return (earlier[-1] if earlier else None), None
    base = earlier[-1]
    held = base.dimensions.found.get("role") == "previous" and base.bracket == figure.bracket
    return earlier[-2 if held else -1], (base if held else None)


def _only_leads(reading: Reading, start: int, end: int) -> bool:
    """Whether only a few words without a matter of their own lead from a number to another."""
    between = reading.text[start:end]
    if len(between.split()) > _LEADING or set(between) & set(";:().") or reading.places:
        return False
    said = {name for one in reading.cues(Stretch(start, end), None) for name in one.sets}
    return not said - {"role", "basis", "change"}


def _is_only_planned(conditions: Mapping[str, str], found: Dimensions) -> bool:
    """Whether people stand on a plan, so that what tells of those in office is not of them."""
    return found.found.get("topic") == "planning" and "topic" not in conditions


def _is_of_another(reading: Reading, figure: Figure, name: Name) -> bool:
    """Whether a name is that of another number: it stands right behind that.

    *15 doctors per 10,000 people and 33 hospital beds*; *93% of residents have health insurance
    and 85% of residents …*.
    """
    other = reading.right_before(name.start)
    if other is not None and other is not figure and other.kind == figure.kind:
        own = reading.text[name.start : name.end].startswith(figure.unit or " ")
        if name.start < figure.end and not own:
            return True
    before = reading.figures[figure.index - 1] if figure.index else None
    if before is None or not before.end <= name.start < name.end <= figure.start:
        return False
    if not before.kind == figure.kind == "percentage" or before.bracket != figure.bracket:
        return False
    on = reading.words.leads_on.match(reading.text, name.end, figure.start)
    both = reading.opens(before) and reading.opens(figure)
    return both and on is not None and not reading.text[name.end : on.start()].strip()


def _is_behind_measure(before: Figure | None, figure: Figure, cue: Cue) -> bool:
    """Whether another measure stands between a name and a number, which is not of that name then.

    *The urbanization rate is 42%, and 75% of communes meet the standards, of which 25% …*; *the
    production index rose by 4%, exports came to 21 billion USD, up 12%*.
    """
    if before is None or before.bracket != figure.bracket:
        return False
    other = before.dimensions.found.get("indicator", cue.value)
    return other != cue.value and cue.end <= before.start


def _has_other_verb(reading: Reading, before: Figure | None, figure: Figure) -> bool:
    """Whether the first of two counts of what a label names says what happened to those alone.

    *Temporary houses: 4,120 were removed, 2,900 built anew*.
    """
    if before is None or not before.kind == figure.kind == "count":
        return False
    if reading.has_noun(before) or before.bracket is not None or figure.bracket is not None:
        return False
    return all(reading.names_subject(one.scope.right) for one in (before, figure))


def _is_of_an_earlier(reading: Reading, figure: Figure, name: Cue) -> bool:
    """Whether a share is of a count, and the name is that of a number before the count.

    *190 trường đạt chuẩn quốc gia (43%) và 20 thư viện (55%)*.
    """
    whole = figure.pairing.partner
    if whole is None or not figure.pairing.share or figure.bracket is None or not whole.index:
        return False
    return name.end <= reading.figures[whole.index - 1].start


def _is_of_next(reading: Reading, figure: Figure, name: Name) -> bool:
    """Whether a name behind a number leads to the next one: *4.1 billion with exports of 2.4*.

    A conversion in brackets between them is none: *23 trillion (1 billion USD) for the budget and
    an average income of 60 million*.
    """
    following = reading.figures[figure.index + 1 :]
    following = [one for one in following if one.bracket in (None, figure.bracket)][:1]
    if name.start < figure.end or not following or following[0].kind != figure.kind:
        return False
    if not name.end <= following[0].start:
        return False
    leads = not reading.names_subject(Stretch(name.end, following[0].start))
    marks = set(reading.text[name.end : following[0].start]) & set(",;:")
    between = reading.text[figure.end : name.start].split()
    return (
        leads
        and not marks
        and len(between) > 0
        and reading.words.and_first.match(reading.text, name.end, following[0].start) is None
    )


def _is_behind_another(reading: Reading, figure: Figure, name: Name) -> bool:
    """Whether only small words part a name from the number before it."""
    before = reading.figures[figure.index - 1] if figure.index else None
    if before is None or not before.end <= name.start or name.end > figure.start:
        return False
    between = reading.text[before.end : name.start].lstrip().removeprefix(before.unit or "")
    if set(between) & set(",;:"):
        return False
    return not reading.names_subject(Stretch(name.start - len(between), name.start))


def _is_right_behind(reading: Reading, figure: Figure, before: Name, behind: Name) -> bool:
    """Whether the words behind a number say what it is of, and a joint parts it from a name before.

    *Ranked 15th on the PCI and scored 88.5 points on the PAR Index*.
    """
    text, words = reading.text, reading.words
    between = text[figure.end : behind.start]
    if set(between) & set(",;:.()") or words.and_within.search(between) is not None:
        return False
    if reading.names_subject(Stretch(figure.end, behind.start)):
        return False
    return words.and_within.search(text, before.end, figure.start) is not None


def _is_of_a_part(reading: Reading, figure: Figure, name: Name) -> bool:
    """Whether a number is of some of a group, which have or do something.

    *Tỷ lệ hộ nghèo được vay vốn đạt 85%*, but *tỷ lệ hộ nghèo được kéo giảm còn 5%* is of all, and
    so is *bảo hiểm y tế có 885.000 người, đạt 92%*.
    """
    if name.end > figure.start or "predicates" not in reading.lists:
        return False
    found = reading.words.predicated.match(reading.text, name.end, figure.start)
    if found is None or reading.begins_number(found.end()):
        return False
    return reading.names_subject(Stretch(found.end(), figure.start))


def _by_condition(rulebook: Rulebook, kind: str) -> dict[tuple[str, str], list[Conditional]]:
    """The sets of conditions for one kind, each under the rarest of its conditions."""
    every = [
        (card, conditions)
        for card in rulebook.indicators
        if kind in card.kinds
        for conditions in _conditions(card)
    ]
    every.sort(key=lambda pair: (-len(pair[1]), "topic" not in pair[1]))
    common = Counter(one for _, conditions in every for one in conditions.items())
    table: dict[tuple[str, str], list[Conditional]] = defaultdict(list)
    for rank, (card, conditions) in enumerate(every):
        rarest = min(conditions.items(), key=common.__getitem__)
        table[rarest].append(Conditional(rank, card, conditions))
    return table


def _counts_bodies(card: Indicator, conditions: dict[str, str], found: Dimensions) -> bool:
    """Whether bodies are counted where the indicator counts people."""
    return card.unit == "persons" and found.counted is not None and "body" not in conditions


def _counts_acts(card: Indicator, conditions: dict[str, str], found: Dimensions) -> bool:
    """Whether an indicator counts bodies, but the body found is not what is counted.

    *Chi bộ kiểm tra 464 đảng viên* counts members, whoever inspects them.
    """
    return card.unit == "organisations" and conditions.get("body", found.counted) != found.counted


def _excluding(beside: Sequence[str], led: Sequence[str], bounds: Iterable[str]) -> Exclusion:
    bound = alternatives(bounds) or "(?!)"
    return Exclusion(
        late(rf"(?i)(?<!\w)(?:{alternatives(beside) or '(?!)'})(?!\w)"),
        late(rf"(?ri)(?<!\w)(?:{alternatives(led) or '(?!)'})\s*:?\s+(?:(?:{bound})\s+)?"),
    )


def _own_subject(reading: Reading, scope: Scope) -> bool:
    """Whether the clause of a number names what it is about."""
    return any(
        cue.sets.keys() & {"topic", "population", "attribute", "body"}
        for stretch in (scope.left, scope.right)
        for cue in reading.cues(stretch, scope.bracket)
    )


def _conditions(card: Indicator) -> list[dict[str, str]]:
    return [one for one in (card.when.stated(), *(also.stated() for also in card.also)) if one]
