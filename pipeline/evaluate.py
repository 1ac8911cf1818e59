"""Found against gold: precision, recall and F1, with what was missed and what is too much.

A gold file has one fact a line, in the keys of `facts --json`: `document`, `kind`,
`canonical`, `text`, `start`, `end`, and the dimensions that the report states. What `facts --json`
writes is gold too, once somebody has put it right: its `document` is the hash of the report.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import sqrt
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, Field, ValidationError

from pipeline.model import Analysis, Model

__all__ = [
    "DimensionScore",
    "Evaluation",
    "GoldError",
    "GoldFact",
    "Misread",
    "Miss",
    "Score",
    "evaluate",
    "read_gold",
    "wilson",
]

DIMENSIONS = (
    "province",
    "level",
    "body",
    "population",
    "attribute",
    "role",
    "stage",
    "change",
    "period",
    "indicator",
    "basis",
    "issued",
)


class GoldError(ValueError):
    """A gold file that cannot be used: its first wrong line, why, and the other lines."""

    def __init__(self, path: Path, wrong: Sequence[tuple[int, str]]) -> None:
        self.path = path
        self.line, self.why = wrong[0]
        self.others = tuple(line for line, _ in wrong[1:])
        super().__init__(f"{path}, line {self.line}: {self.why}")


class GoldFact(Model):
    """A fact that should be found.

    ``document`` is the report's file name up to its first dot, or the hash of its bytes, which
    may lie at ``path``. ``dimensions`` are the keys beside kind and place; one that is not there
    is not stated.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    document: str
    kind: str
    canonical: str
    text: str
    start: int
    end: int
    path: str | None = None
    dimensions: Mapping[str, str] = Field(default_factory=dict)


class Score(Model):
    """How many were found rightly, were found at all, and should have been found.

    ``gold`` is None for what gold does not tell apart, such as rules.

    >>> score = Score(right=8, found=10, gold=16)
    >>> score.precision, score.recall, round(score.f1, 3)
    (0.8, 0.5, 0.615)
    """

    right: int = 0
    found: int = 0
    gold: int | None = 0

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what should be found that was; None where there is nothing to find."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        together = 0 if self.gold is None else self.found + self.gold
        return 2 * self.right / together if together else None

    @property
    def precision_interval(self) -> tuple[float, float]:
        """The 95% interval of the precision."""
        return wilson(self.right, self.found)

    @property
    def recall_interval(self) -> tuple[float, float]:
        """The 95% interval of the recall."""
        return wilson(self.right, self.gold or 0)


class DimensionScore(Model):
    """How well one dimension is read.

    ``exact`` and ``overlapping`` count the facts for which gold states it, found or not;
    ``beyond`` the facts found exactly for which gold states none: ``right`` of ``gold`` state
    none either, ``found`` state one.
    """

    exact: Score
    overlapping: Score
    beyond: Score

    @property
    def beyond_share(self) -> float | None:
        """How often the dimension is stated where gold states none."""
        return self.beyond.found / self.beyond.gold if self.beyond.gold else None

    @property
    def beyond_interval(self) -> tuple[float, float]:
        """The 95% interval of that share."""
        return wilson(self.beyond.found, self.beyond.gold or 0)


class Miss(Model):
    """A fact that was missed, or one too much, with its sentence."""

    document: str
    kind: str
    canonical: str
    text: str
    start: int
    end: int
    sentence: str
    rule: str | None = None


class Misread(Miss):
    """A dimension of a fact that reads otherwise than gold states; None where it states none."""

    dimension: str
    stated: str | None
    read: str | None


class Evaluation(Model):
    """Scores over all, and apart.

    ``exact`` counts facts with the same kind, canonical form and span; ``overlapping`` lets
    the span differ while it overlaps. Of a rule only the precision is known: gold names none.
    A dimension counts for the kinds of facts for which gold states it anywhere.
    """

    exact: Score
    overlapping: Score
    by_kind: Mapping[str, tuple[Score, Score]]
    by_language: Mapping[str, tuple[Score, Score]]
    by_rule: Mapping[str, tuple[Score, Score]]
    dimensions: Mapping[str, DimensionScore]
    missed: tuple[Miss, ...]
    extra: tuple[Miss, ...]
    misread: tuple[Misread, ...] = ()


def wilson(right: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """Return the Wilson score interval of a share.

    >>> [round(bound, 3) for bound in wilson(9, 10)]
    [0.596, 0.982]
    """
    if not of:
        return 0.0, 1.0
    share = right / of
    middle = share + z * z / (2 * of)
    spread = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    whole = 1 + z * z / of
    # The share itself lies inside, also where rounding would put it a hair outside.
    low, high = min(share, (middle - spread) / whole), max(share, (middle + spread) / whole)
    return max(0.0, low), min(1.0, high)


def read_gold(path: Path) -> tuple[GoldFact, ...]:
    """Return the facts of a gold file; raises `GoldError` with every line that is wrong."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise GoldError(path, [(1, "it is no text in UTF-8")]) from error
    facts: list[GoldFact] = []
    wrong: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if not isinstance(row, dict):
                raise TypeError("it is no JSON object")
            facts.append(GoldFact(**row | {"dimensions": _stated(row)}))
        except (ValueError, TypeError) as error:
            wrong.append((number, _first(error)))
    if wrong:
        raise GoldError(path, wrong)
    return tuple(facts)


def _first(error: Exception) -> str:
    if isinstance(error, ValidationError):
        problem = error.errors()[0]
        return f"{'.'.join(str(part) for part in problem['loc'])}: {problem['msg']}"
    return "it is no JSON" if isinstance(error, json.JSONDecodeError) else str(error)


def _stated(row: Mapping[str, Any]) -> dict[str, str]:
    return {key: str(row[key]) for key in DIMENSIONS if row.get(key) is not None}


class _Found(Model):
    """A found fact in the shape of gold, with its rule and sentence."""

    gold: GoldFact
    language: str
    rule: str
    sentence: str


def evaluate(gold: Iterable[GoldFact], analyses: Mapping[str, Analysis]) -> Evaluation:
    """Compare gold with the analysis of each document, by the document's name in gold."""
    wanted = list(gold)
    found = [one for name, analysis in analyses.items() for one in _found(name, analysis)]
    exact = _pairs(wanted, found, _same_span)
    overlapping = _pairs(wanted, found, _overlap)
    language = {name: analysis.document.language for name, analysis in analyses.items()}
    rules = {id(one.gold): one.rule for one in found}

    def scores(key: Callable[[GoldFact], str]) -> dict[str, tuple[Score, Score]]:
        both = [
            _scores(wanted, [one.gold for one in found], pairs, key)
            for pairs in (exact, overlapping)
        ]
        return {name: (both[0][name], both[1][name]) for name in sorted(both[0])}

    by_rule = {
        rule: (exact_.model_copy(update={"gold": None}), loose.model_copy(update={"gold": None}))
        for rule, (exact_, loose) in scores(lambda fact: rules.get(id(fact), "")).items()
        if rule
    }
    return Evaluation(
        exact=Score(right=len(exact), found=len(found), gold=len(wanted)),
        overlapping=Score(right=len(overlapping), found=len(found), gold=len(wanted)),
        by_kind=scores(lambda fact: fact.kind),
        by_language=scores(lambda fact: language[fact.document]),
        by_rule=by_rule,
        dimensions=_dimension_scores(wanted, exact, overlapping),
        missed=_missed(wanted, exact, analyses),
        extra=_extra(found, exact),
        misread=tuple(_misread(exact, _annotated(wanted), found)),
    )


def _found(name: str, analysis: Analysis) -> Iterable[_Found]:
    for observation in analysis.observations:
        row = observation.model_dump()
        yield _Found(
            gold=GoldFact(**row | {"document": name}, dimensions=_stated(row)),
            language=analysis.document.language,
            rule=observation.fact.rule,
            sentence=observation.fact.sentence,
        )


def _same_span(one: GoldFact, other: GoldFact) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _overlap(one: GoldFact, other: GoldFact) -> bool:
    return one.start < other.end and other.start < one.end


def _pairs(
    wanted: Sequence[GoldFact],
    found: Sequence[_Found],
    agree: Callable[[GoldFact, GoldFact], bool],
) -> list[tuple[GoldFact, GoldFact]]:
    """Return gold facts with the found fact that is each of them, one to one."""
    free: dict[tuple[str, str, str], list[GoldFact]] = {}
    for one in found:
        free.setdefault(_what(one.gold), []).append(one.gold)
    pairs = []
    for fact in wanted:
        candidates = free.get(_what(fact), [])
        match = next((one for one in candidates if agree(fact, one)), None)
        if match is not None:
            candidates.remove(match)
            pairs.append((fact, match))
    return pairs


def _what(fact: GoldFact) -> tuple[str, str, str]:
    return fact.document, fact.kind, fact.canonical


def _scores(
    wanted: Sequence[GoldFact],
    found: Sequence[GoldFact],
    pairs: Sequence[tuple[GoldFact, GoldFact]],
    key: Callable[[GoldFact], str],
) -> dict[str, Score]:
    gold = Counter(map(key, wanted))
    total = Counter(map(key, found))
    right = Counter(key(match) for _, match in pairs)
    return {
        name: Score(right=right[name], found=total[name], gold=gold[name]) for name in gold | total
    }


def _annotated(wanted: Iterable[GoldFact]) -> set[tuple[str, str]]:
    """Return the kinds of facts with the dimensions that gold states for any of them."""
    return {(fact.kind, name) for fact in wanted for name in fact.dimensions}


def _dimension_scores(
    wanted: Sequence[GoldFact],
    exact: Sequence[tuple[GoldFact, GoldFact]],
    overlapping: Sequence[tuple[GoldFact, GoldFact]],
) -> dict[str, DimensionScore]:
    annotated = _annotated(wanted)
    names = [name for name in DIMENSIONS if any(name == other for _, other in annotated)]
    return {
        name: DimensionScore(
            exact=_stated_score(name, wanted, exact),
            overlapping=_stated_score(name, wanted, overlapping),
            beyond=_beyond_score(name, annotated, exact),
        )
        for name in names
    }


def _stated_score(
    name: str, wanted: Sequence[GoldFact], pairs: Sequence[tuple[GoldFact, GoldFact]]
) -> Score:
    values = [
        (fact.dimensions[name], match.dimensions.get(name))
        for fact, match in pairs
        if name in fact.dimensions
    ]
    return Score(
        right=sum(stated == read for stated, read in values),
        found=sum(read is not None for _, read in values),
        gold=sum(name in fact.dimensions for fact in wanted),
    )


def _beyond_score(
    name: str, annotated: set[tuple[str, str]], pairs: Sequence[tuple[GoldFact, GoldFact]]
) -> Score:
    read = [
        name in match.dimensions
        for fact, match in pairs
        if name not in fact.dimensions and (fact.kind, name) in annotated
    ]
    return Score(right=read.count(False), found=read.count(True), gold=len(read))


def _misread(
    pairs: Sequence[tuple[GoldFact, GoldFact]],
    annotated: set[tuple[str, str]],
    found: Sequence[_Found],
) -> Iterable[Misread]:
    sentences = {id(one.gold): (one.sentence, one.rule) for one in found}
    for fact, match in pairs:
        sentence, rule = sentences[id(match)]
        for name in DIMENSIONS:
            stated, read = fact.dimensions.get(name), match.dimensions.get(name)
            if stated != read and (fact.kind, name) in annotated:
                yield Misread(
                    **_miss(match, sentence, rule=rule).model_dump(),
                    dimension=name,
                    stated=stated,
                    read=read,
                )


def _missed(
    wanted: Sequence[GoldFact],
    pairs: Sequence[tuple[GoldFact, GoldFact]],
    analyses: Mapping[str, Analysis],
) -> tuple[Miss, ...]:
    seen = {id(fact) for fact, _ in pairs}
    return tuple(
        _miss(fact, analyses[fact.document].sentence_at(fact.start).text)
        for fact in wanted
        if id(fact) not in seen
    )


def _extra(found: Sequence[_Found], pairs: Sequence[tuple[GoldFact, GoldFact]]) -> tuple[Miss, ...]:
    seen = {id(match) for _, match in pairs}
    return tuple(
        _miss(one.gold, one.sentence, rule=one.rule) for one in found if id(one.gold) not in seen
    )


def _miss(fact: GoldFact, sentence: str, *, rule: str | None = None) -> Miss:
    return Miss(
        **fact.model_dump(exclude={"dimensions", "path"}),
        sentence=sentence,
        rule=rule,
    )
