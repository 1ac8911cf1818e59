"""Shares of one body that the report puts together, and the base that they have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from pipeline.arithmetic import (
    Base,
    Rounding,
    chance_of_fit,
    common_base,
    percent_of,
    printed,
    printed_as,
    rounding_that_gives,
)
from pipeline.checks.reading import is_share, role_of
from pipeline.checks.report import Report, once
from pipeline.model import Observation, Percentage

__all__ = ["FAR", "Fit", "Group", "Outlier", "fit", "groups", "outlier", "rule_at", "smallest"]

#: No base beyond this is sought: any three shares fit some base of this size.
FAR = 5_000
_SURE = Fraction(1, 100)
_FIRM = Fraction(1, 20)
_ANY = 2
#: How far before the name of a body the words may stand that make it one that decides.
_NEAR = 40
_ONE_RULE: tuple[Literal["nearest", "cut_off"], ...] = ("nearest", "cut_off")

Outcome = Literal["nearest", "cut_off", "own_rules", "none", "no_power"]


@dataclass(frozen=True)
class Group:
    """At least two shares of different properties of the members of one body."""

    members: tuple[Observation, ...]
    cap: int | None

    @cached_property
    def shares(self) -> tuple[Decimal, ...]:
        """The printed percentages."""
        values = (one.fact.value for one in self.members)
        return tuple(
            one.number for one in values if isinstance(one, Percentage) and one.number is not None
        )

    @cached_property
    def fit(self) -> Fit:
        """The base that the shares have in common."""
        return fit(self.shares, self.cap)


class Fit(NamedTuple):
    """What the search for a common base came to, and how likely luck alone does as well."""

    outcome: Outcome
    base: Base | None
    chance: Fraction | None


class Outlier(NamedTuple):
    """The one share without which the others fit a base under one rule."""

    at: int
    base: Base
    rule: Rounding
    would_print: Decimal


@once
def groups(report: Report) -> Iterator[Group]:
    """The groups of the report, in reading order."""
    runs = (run for sentence in report.by_sentence.values() for run in _runs(sentence))
    return (
        Group(tuple(run), _cap(report, run[0]))
        for run in runs
        if len(run) > 1 and not _is_of_others(report, run)
    )


def _is_of_others(report: Report, run: Sequence[Observation]) -> bool:
    """Whether a body has no such members: it decides on others, or several are averaged.

    *Nhân sự do Ban Thường vụ phê duyệt: nữ 24%, …*, *the Standing Committee's management*, *bình
    quân ba nhiệm kỳ: nữ 12%, …*.
    """
    text = report.document.text
    first, last = run[0].fact, run[-1].fact
    if report.says("averaged", text[first.sentence_start : last.start]):
        return True
    said = (one for one in run[0].evidence if one.dimension == "body")
    return any(
        report.opens_with("decides", text[one.end : first.start].lstrip(" '’"))
        or report.ends_with("decided_by", text[max(0, one.start - _NEAR) : one.start])
        for one in said
    )


def _runs(sentence: Sequence[Observation]) -> Iterator[list[Observation]]:
    run: list[Observation] = []
    for one in sentence:
        if not isinstance(one.fact.value, Percentage):
            continue
        if not _member(one):
            # A norm or a paired share ends the list of shares.
            yield run
            run = []
            continue
        repeated = any(one.attribute == other.attribute for other in run)
        if run and (_key(run[0]) != _key(one) or repeated):
            yield run
            run = []
        run.append(one)
    yield run


def _member(one: Observation) -> bool:
    """Norms are no shares of real people, and a paired share has a count of its own."""
    return (
        is_share(one)
        and one.body is not None
        and one.attribute is not None
        and one.share_of is None
        and one.role not in ("target", "requirement")
    )


def _key(one: Observation) -> tuple[str | None, ...]:
    return (one.level, one.body, one.topic, role_of(one), one.period)


def _cap(report: Report, one: Observation) -> int | None:
    caps = report.rulebook.caps
    return next((cap.cap for cap in caps if (cap.level, cap.body) == (one.level, one.body)), None)


# ── the search ────────────────────────────────────────────────────────────────────────────


def fit(shares: tuple[Decimal, ...], cap: int | None) -> Fit:
    """The base that shares have in common, tried rule by rule (`fact-check`, 3.3).

    >>> found = fit((Decimal("27.75"), Decimal("17.18"), Decimal("75.77")), None)
    >>> found.outcome, found.base
    ('nearest', Base(size=227, counts=(63, 39, 172)))
    """
    return _fit(_written(shares), cap)


def _written(shares: tuple[Decimal, ...]) -> tuple[str, ...]:
    """What to remember shares by: 13.30 and 13.3 are equal, and two different claims."""
    return tuple(map(str, shares))


@lru_cache(maxsize=1024)
def _fit(written: tuple[str, ...], cap: int | None) -> Fit:
    shares = tuple(map(Decimal, written))
    weak: list[Fit] = []
    for rule in _ONE_RULE:
        base = smallest(shares, rule, cap or FAR)
        if base is not None:
            chance = _chance(shares, base.size)
            if chance <= _SURE:
                return Fit(rule, base, chance)
            weak.append(Fit("no_power", base, chance))
    if weak or cap is None:
        return weak[0] if weak else Fit("no_power", None, None)
    return _beyond_one_rule(shares, cap)


def _beyond_one_rule(shares: tuple[Decimal, ...], cap: int) -> Fit:
    base = smallest(shares, "any", cap)
    chance = _chance(shares, base.size if base else cap, width=_ANY)
    if base is not None:
        return Fit("own_rules" if chance <= _SURE else "no_power", base, chance)
    return Fit("none" if chance <= _FIRM else "no_power", None, chance)


def smallest(shares: tuple[Decimal, ...], rule: Rounding, cap: int) -> Base | None:
    """The smallest base of at most ``cap`` that fits all shares under one rule.

    >>> [smallest((Decimal(share),), "nearest", 200).size for share in ("93.4", "93.40")]
    [61, 106]
    """
    return _smallest(_written(shares), rule, cap)


@lru_cache(maxsize=4096)
def _smallest(written: tuple[str, ...], rule: Rounding, cap: int) -> Base | None:
    return common_base([printed(Decimal(share), rule) for share in written], cap=cap)


def _chance(shares: Sequence[Decimal], size: int, *, width: int = 1) -> Fraction:
    return chance_of_fit([_decimals(share) for share in shares], size=size, width=width)


def _decimals(share: Decimal) -> int:
    return max(0, -int(share.as_tuple().exponent))


def rule_at(share: Decimal, count: int, size: int) -> Rounding | None:
    """The rule under which a count of a base prints as the share."""
    return rounding_that_gives(percent_of(count, size), share)


def outlier(shares: tuple[Decimal, ...], cap: int) -> Outlier | None:
    """The share that neither rounding nor cutting off gives at the base of all others.

    None where no share or more than one could be the odd one.

    >>> found = outlier((Decimal("13.33"), Decimal("46.66"), Decimal("93.4")), 30)
    >>> found.at, found.base.size, found.rule, str(found.would_print)
    (2, 15, 'cut_off', '93.3')
    """
    found = [one for index in range(len(shares)) if (one := _odd_one(shares, index, cap))]
    return found[0] if len(found) == 1 else None


def _odd_one(shares: tuple[Decimal, ...], index: int, cap: int) -> Outlier | None:
    others = shares[:index] + shares[index + 1 :]
    # One share alone fits too many bases to call the other one odd.
    if len(others) < 2:
        return None
    for rule in _ONE_RULE:
        base = smallest(others, rule, cap)
        if base is None:
            continue
        count = _nearest_count(shares[index], base.size)
        if rule_at(shares[index], count, base.size) in ("nearest", "cut_off"):
            continue
        right = printed_as(percent_of(count, base.size), _decimals(shares[index]), rule)
        counts = (*base.counts[:index], count, *base.counts[index:])
        return Outlier(index, Base(base.size, counts), rule, right)
    return None


def _nearest_count(share: Decimal, size: int) -> int:
    return min(size, int(Fraction(share) * size / 100 + Fraction(1, 2)))
