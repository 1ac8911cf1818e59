"""Which indicator a number measures: by its name, or by what its dimensions add up to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.language import Memo
from pipeline.link.reading import Cue, Dimensions, Figure, Reading
from pipeline.link.scope import Scope, Stretch
from pipeline.rulebook import Indicator, Rulebook

__all__ = ["IndicatorFinder"]


class Conditional(NamedTuple):
    """An indicator with one set of dimensions that gives it."""

    rank: int
    card: Indicator
    conditions: dict[str, str]


class IndicatorFinder:
    """Finds indicators; built once from a rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.kinds = {card.id: card.kinds for card in rulebook.indicators}
        self.when = {card.id: card.when.stated() for card in rulebook.indicators}
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
        own = figure.named
        if own is None:
            own = self._own_name(reading, figure) if reading.names else None
        elif not own.value or not self.fits(own.value, figure):
            own = None  # A row gave it none, whatever is named beside it.
        if own is not None:
            return own
        stated = frozenset([one for one in found.found.items() if one[0] in self.asked])
        told = self._by_dimensions[figure.kind, found.counted, stated]
        if told is not None:
            topic = found.cues.get("topic") or found.cues.get("population")
            return Cue(told, topic.start, topic.end) if topic else Cue(told, 0, 0)
        if partner is None:
            return None
        # A target measures what its result measures, where the kinds allow it.
        name = partner.dimensions.found.get("indicator")
        if name and figure.kind in self.kinds[name]:
            return Cue(name, 0, 0)
        if figure.pairing.share and not name:
            # *Số phiếu tín nhiệm cao là 56/64 phiếu, đạt 87,5%*: it stands before the count.
            return self._named(reading, figure, [partner.scope.left], [], partner.bracket)
        return None

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
        return self._named(reading, figure, scope.prior, [], bracket)

    def _named(
        self,
        reading: Reading,
        figure: Figure,
        before: Sequence[Stretch],
        after: Sequence[Stretch],
        bracket: Stretch | None,
    ) -> Cue | None:
        names = reading.names
        if not names:
            return None
        ordered = [
            name for stretch in before for name in reversed(names) if stretch.holds(name.start)
        ]
        ordered += [name for stretch in after for name in names if stretch.holds(name.start)]
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
        )
        best = min(fitting, key=lambda one: one.rank, default=None)
        return best.card.id if best else None


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


def _own_subject(reading: Reading, scope: Scope) -> bool:
    """Whether the clause of a number names what it is about."""
    return any(
        cue.sets.keys() & {"topic", "population", "attribute", "body"}
        for stretch in (scope.left, scope.right)
        for cue in reading.cues(stretch, scope.bracket)
    )


def _conditions(card: Indicator) -> list[dict[str, str]]:
    return [one for one in (card.when.stated(), *(also.stated() for also in card.also)) if one]
