"""The level of government of a number by what its sentence says around its clause."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.link.figures import Cue, Dimensions, Figure
from pipeline.link.placing import ACTS
from pipeline.link.reading import Reading
from pipeline.link.scope import Cover, Stretch
from pipeline.link.terms import TermMention
from pipeline.link.tiers import level_going_on
from pipeline.link.words import ClauseWords

__all__ = ["at_a_level", "congress_among", "congress_named", "level_around", "level_of_congress"]

#: The words that label a number, after another item of its list.
_LABEL = regex.compile(r"(?:^|[,;.)]|\s)\s*(\p{L}[\p{L}\p{M}]*(?:\s\p{L}[\p{L}\p{M}]*)?)\s*:\s*$")
#: Congresses as bodies, and as what was held.
_CONGRESS, _HELD = "party_congress", "congress"


def level_around(reading: Reading, figure: Figure, words: ClauseWords) -> Cue | None:
    """The level that the words around the clause of a number say, the nearest first."""
    return (
        _of_same_words(reading, figure.dimensions)
        or _frame(reading, figure, words)
        or _framed(reading, figure, words)
        or level_going_on(reading, figure, words)
        or _of_units_before(reading, figure, words)
        or _labelled(reading, figure, words)
    )


def _labelled(reading: Reading, figure: Figure, words: ClauseWords) -> Cue | None:
    """The level that alone labels a sentence, for people in whose clause no other is named.

    *Commune level: 2,900 cadres and civil servants; 1,060 part-time workers were cut*.
    """
    label = reading.opening(":")
    if label is None or figure.kind != "count" or figure.bracket is not None:
        return None
    said, found = reading.cues(label, None), figure.dimensions.found
    if len(said) != 1 or said[0].sets.keys() != {"level"} or reading.names_subject(label):
        return None
    if "population" not in found or "body" in found or said[0].sets["level"] not in words.tiers:
        return None
    scope = figure.scope
    own = [one for part in (scope.left, scope.right) for one in reading.cues(part, None)]
    if any("level" in one.sets for one in own if one.start >= label.end):
        return None
    if words.wide.search(reading.text, max(scope.left.start, label.end), scope.right.end):
        return None
    return Cue(said[0].sets["level"], said[0].start, said[0].end)


def at_a_level(reading: Reading, figure: Figure, words: ClauseWords) -> None:
    """What a whole is of, for a number that says nothing but at which level it is.

    *609 cán bộ người Khmer; trong đó cấp tỉnh có 151 (15,22%), huyện: 208 (27,3%)*.
    """
    found = figure.dimensions
    if found.counted is not None or found.found.keys() & {"attribute", "population"}:
        return
    before = next(
        (
            one
            for one in reversed(reading.figures[: figure.index])
            if one.pairing.partner is None and one.bracket == figure.bracket
        ),
        None,
    )
    body = found.cues.get("body")
    if body is not None and before is not None and body.start > before.end:
        return  # *…, including 18 women, and 301 to district councils*
    parallel = before is not None and before.kind == figure.kind == "ratio"
    acts = before is not None and before.dimensions.found.get("topic") in ACTS
    whom = {"attribute", "population", *(("topic",) if parallel else ())}
    whom |= set() if acts else {"body"}
    if before is None or not before.dimensions.found.keys() & whom:
        return
    label = _labelling(reading, Stretch(before.end, figure.start), words)
    level = label or found.cues.get("level")
    if level is None or not before.end <= level.start < figure.scope.right.end:
        return
    whole, start = before.dimensions.found.get("level"), before.noun_end
    unit = figure.unit or ""
    if reading.text[level.start : level.end].endswith(unit):
        unit = ""  # *118/172 at commune level*
    if whole in (None, "all") and not (parallel and whole is None and not unit):
        splits = [one.end() for one in words.parts.finditer(reading.text, before.end, figure.start)]
        if not splits and reading.text.startswith(":", before.noun_end):
            splits = [before.noun_end + 1]  # *1,944 members: 78 at provincial level, 402 at …*
        if not splits:
            return
        start = splits[-1]
    elif whole is not None and (whole == level.value or not _is_of_a_level(before)):
        return
    if unit and unit.split()[0].casefold() not in _words(reading, before):
        return
    levels = [level, *([before.dimensions.cues["level"]] if whole is not None else [])]
    known = reading.known | Cover((one.start, one.end) for one in levels)
    aheads = Stretch(start, figure.start), figure.behind_noun
    if any(words.subject_in(reading.text, one, known) for one in aheads):
        return
    found.drop("level")
    found.take("level", level)
    found.inherit(before.dimensions, ("attribute", "population", "topic"))
    if not acts:
        found.inherit(before.dimensions, ("body",))


def level_of_congress(reading: Reading, figure: Figure) -> Cue | None:
    """The level of the congresses that elected a committee, where a sentence names no other.

    *Tại đại hội đảng bộ cấp xã, đã bầu 2.574 đồng chí vào ban chấp hành*.
    """
    term = congress_named(reading)
    led = term is not None and term.end <= figure.start
    return Cue(term.sets["level"], term.start, term.end) if term is not None and led else None


def congress_named(reading: Reading) -> TermMention | None:
    """The words for congresses of a level, where a sentence names no other level and no place."""
    return None if reading.places else congress_among(reading.terms)


def congress_among(terms: Sequence[TermMention]) -> TermMention | None:
    """The last of some terms that says at which level congresses were, the only one there is.

    *Đại hội cấp xã bầu …*; *14/14 đảng bộ cấp huyện đã tổ chức đại hội, bầu …*.
    """
    levels = [one for one in terms if "level" in one.sets]
    held = any(one.sets.get("body") == _CONGRESS or one.sets.get("topic") == _HELD for one in terms)
    return levels[-1] if held and len({one.sets["level"] for one in levels}) == 1 else None


def _labelling(reading: Reading, between: Stretch, words: ClauseWords) -> Cue | None:
    """The level that the noun alone before a number names: *huyện: 208*."""
    label = _LABEL.search(reading.text, *between)
    if label is None:
        return None
    named = label[1].casefold().split()
    level = words.levels.get(" ".join(named)) or words.levels.get(named[-1])
    return Cue(level, *label.span(1)) if level else None


def _is_of_a_level(figure: Figure) -> bool:
    """Whether a number took what it is of from the words before its level."""
    cues = figure.dimensions.cues
    told = [cues[name].start for name in ("attribute", "population", "body") if name in cues]
    return "level" in cues and bool(told) and max(told) < figure.scope.left.start


def _words(reading: Reading, figure: Figure) -> set[str]:
    """The words up to a number and of its noun, in lower case."""
    return set(reading.text[: figure.noun_end].casefold().split())


def _of_same_words(reading: Reading, found: Dimensions) -> Cue | None:
    """The level that the words state which say whom a number is of."""
    cues = [found.cues[name] for name in ("population", "body") if name in found.cues]
    for term in reading.stated.get("level", ()) if cues else ():
        if any((term.start, term.end) == (one.start, one.end) for one in cues):
            return Cue(term.sets["level"], term.start, term.end)
    return None


def _of_units_before(reading: Reading, figure: Figure, words: ClauseWords) -> Cue | None:
    """The level of administrative units that a number only calls units.

    *129 commune-level administrative units were merged into 45 units, a reduction of 84 units*.
    """
    found = figure.dimensions
    if figure.kind != "count" or found.found.get("topic") != "admin_units" or not figure.unit:
        return None
    noun = words.nouns[figure.unit]
    if not noun.holds_general or noun.level or "population" in found.found:
        return None
    earlier = reading.figures[: figure.index]
    left = figure.scope.left
    if earlier and left.start > earlier[-1].end + 1 and reading.names_subject(left):
        return None  # *…, khen thưởng 84 đơn vị*
    levels: dict[str, Cue] = {}
    for other in earlier:
        cue = other.dimensions.cues.get("level")
        if other.dimensions.found.get("topic") != "admin_units":
            levels.clear()
        elif cue is not None:
            levels[cue.value] = cue
    if len(levels) != 1:
        return None
    found.counted = found.counted or "admin_unit"
    return next(iter(levels.values()))


def _frame(reading: Reading, figure: Figure, words: ClauseWords) -> Cue | None:
    """The level that a sentence opens with: *at the provincial level, 14 departments remain*."""
    if not reading.terms or reading.terms[0].sets.keys() != {"level"}:
        return None
    term = reading.terms[0]
    opening = reading.opening(",:")
    if opening is None or figure.start < opening.end:
        return None
    if reading.text[: term.start].strip() or reading.text[term.end : opening.end].strip(" ,:"):
        return None
    others = [one for one in reading.stated["level"] if one is not term]
    wide = words.wide.search(reading.text, opening.end, figure.start) is not None
    later = figure.scope.segment.start > 0
    if others or (later and (wide or reading.places or figure.kind != "ratio")):
        return None
    return Cue(term.sets["level"], term.start, term.end)


def _framed(reading: Reading, figure: Figure, words: ClauseWords) -> Cue | None:
    """The level that opens the clause before a count: *and at district level, there are 1,210*."""
    clause = next(iter(figure.scope.prior), None)
    if clause is None or figure.kind == "percentage":
        return None
    terms = reading.cues(clause, figure.bracket)
    if not terms or terms[-1].sets.keys() != {"level"}:
        return None
    term = terms[-1]
    if term.sets["level"] not in words.tiers:
        return None  # *Các cơ quan, … tổ chức 83 lớp*
    leads = words.leads_on.match(reading.text, clause.start, term.start) is not None
    ahead = Stretch(clause.start, term.start)
    clear = not reading.figures_in(ahead, figure.bracket) and not reading.names_subject(ahead)
    opens = leads or clear
    ends = not reading.text[term.end : clause.end].strip(" ,:")
    own = any("level" in one.sets for one in reading.cues(figure.scope.right, figure.bracket))
    return Cue(term.sets["level"], term.start, term.end) if opens and ends and not own else None
