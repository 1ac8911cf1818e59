"""Scores of provinces in a ranking, whose index is named once.

*In the PAR Index, Quảng Ninh led with 92.2%. It was followed by Hải Phòng (91.9%)*: behind its
name each number has a province, and no other words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import regex

from pipeline.link.context import Context
from pipeline.link.figures import POINTS, Cue, Figure, is_length_of_time
from pipeline.link.reading import Reading
from pipeline.link.scope import Cover, Stretch
from pipeline.link.words import ClauseWords

__all__ = ["tell_rankings"]

#: No index goes higher.
_HIGHEST = 100
#: The rest of a clause.
_CLAUSE = regex.compile(r"[^,;:.()\n]*")


def tell_rankings(
    reading: Reading,
    words: ClauseWords,
    context: Context,
    indices: Collection[str],
    kinds: Mapping[str, Collection[str]],
) -> None:
    """Name the scores that have a province beside them, and no other words.

    ``indices`` are the indicators that are scores, ``kinds`` the kinds of value of each.
    """
    if not reading.places:
        return
    for figure in reading.figures:
        index = _index_before(reading, figure, indices) or _index_told(reading, context, indices)
        behind = _index_behind(reading, words, figure, indices) if index is None else None
        index = index or behind
        if index is None or figure.named is not None:
            continue
        if figure.kind not in kinds.get(index.value or "", ()):
            continue
        if figure.kind == "quantity" and figure.unit not in POINTS:
            continue
        if figure.dimensions.found.keys() & {"change", "attribute", "population", "topic"}:
            continue
        if not _is_score(reading, words, figure):
            continue
        if behind is not None:
            figure.named, figure.place = index, _only_place(reading, figure.end, behind.start)
        elif any(_is_of_ranked(reading, words, one) for one in _own_words(reading, figure)):
            figure.named = index


def _is_score(reading: Reading, words: ClauseWords, figure: Figure) -> bool:
    """Whether a number can be a score, and nothing behind it says what else it is of.

    *Lào Cai có 66% dân số …*, *Hà Nội had 15 points more*.
    """
    if figure.number is None or figure.number > _HIGHEST:
        return False
    behind = _CLAUSE.match(reading.text, figure.end)
    said = behind[0].split() if behind is not None else []
    return all(one.casefold() in words.joining_words for one in said)


def _index_before(reading: Reading, figure: Figure, indices: Collection[str]) -> Cue | None:
    """The only index that a sentence names before a number."""
    named = {one.indicator: one for one in reading.names if one.end <= figure.start}
    if len(named) != 1 or not named.keys() <= set(indices):
        return None
    (one,) = named.values()
    between = Stretch(one.end, figure.start)
    other = any(between.holds(term.start) for term in reading.stated.get("topic", ()))
    return None if other else Cue(one.indicator, one.start, one.end)


def _index_behind(
    reading: Reading, words: ClauseWords, figure: Figure, indices: Collection[str]
) -> Cue | None:
    """The index of a score that opens its clause: *With 91.3%, Hà Nội headed the PAR Index*."""
    opened = words.opens_with.match(reading.text, figure.scope.left.start)
    if opened is None or opened.end() != figure.start or figure.bracket is not None:
        return None
    before = reading.figures_in(Stretch(figure.scope.segment.start, figure.start), None)
    if not all(is_length_of_time(one.fact) for one in before):
        return None
    rest = Stretch(figure.end, figure.scope.segment.end)
    name = next((one for one in reading.names if rest.holds(one.start)), None)
    if name is None or name.indicator not in indices or reading.text[rest.start] != ",":
        return None
    between = Stretch(rest.start, name.start)
    if reading.figures_in(between, None) or not _is_of_ranked(reading, words, between):
        return None
    if _only_place(reading, *between) is None:
        return None
    return Cue(name.indicator, name.start, name.end)


def _only_place(reading: Reading, start: int, end: int) -> str | None:
    """The province that some words name, if they name one."""
    named = {one.whose for one in reading.places if start <= one.start < end}
    return named.pop() if len(named) == 1 else None


def _index_told(reading: Reading, context: Context, indices: Collection[str]) -> Cue | None:
    """The index that the sentence before named alone, if this one names nothing."""
    told = context.scored
    if told is None or told not in indices or reading.names or "topic" in reading.stated:
        return None
    return Cue(told, 0, 0)


def _own_words(reading: Reading, figure: Figure) -> Iterator[Stretch]:
    """Where a number may have its province: in its clause, or right before its bracket."""
    before = reading.figures[figure.index - 1].end if figure.index else 0
    names = [one.end for one in reading.names if one.end <= figure.start]
    start = max([before, *names, figure.scope.segment.start])
    if figure.bracket is None:
        yield Stretch(start, figure.start)
        return
    if not reading.text[figure.bracket.start : figure.start].strip():
        yield Stretch(start, figure.bracket.start - 1)


def _is_of_ranked(reading: Reading, words: ClauseWords, stretch: Stretch) -> bool:
    """Whether some words name a province and its place in a ranking, and nothing else."""
    places = [one for one in reading.places if stretch.holds(one.start)]
    if not places:
        return False
    known = Cover(
        [
            *((one.start, one.end) for one in places),
            *(one.span() for one in words.ranking.finditer(reading.text, *stretch)),
        ]
    )
    return not words.subject_in(reading.text, stretch, known)
