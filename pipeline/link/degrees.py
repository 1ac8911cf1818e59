"""Degrees that a list tells one by one: those with one are not those with it or a higher one.

*Trên đại học 0,9%, đại học 71,2%, cao đẳng 8,3%*: 72.1% have a university degree or higher.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.link.figures import Cue, Figure
from pipeline.link.groups import OF
from pipeline.link.reading import Reading

__all__ = ["tell_degrees"]

#: By degree: what those are who have that alone, and the degrees above it.
_ABOVE: Mapping[str, tuple[str, frozenset[str]]] = {
    "university_degree": (
        "bare_university",
        frozenset({"postgraduate_degree", "master_degree", "doctorate"}),
    ),
    "political_theory_intermediate": (
        "bare_intermediate",
        frozenset({"political_theory_advanced"}),
    ),
}
#: The degrees below one that is told beside a higher one often for those above it as well.
_BELOW: Mapping[str, frozenset[str]] = {
    "political_theory_intermediate": frozenset({"political_theory_primary", "bare_primary"}),
}
#: The roles of aims, which are of a degree or a higher one.
_DUE = frozenset({"target", "requirement", "plan"})
_ALL = 100
#: So many characters beside the words for a degree may say that a higher one counts too.
_NEAR = 12
#: So many numbers further a list may go on.
_FAR = 4


def tell_degrees(reading: Reading) -> None:
    """Tell the shares with a degree alone from those with that or a higher one."""
    shares = [one for one in reading.figures if one.kind == "percentage"]
    told = {one.dimensions.found.get("attribute") for one in reading.figures}
    for one in shares:
        degree = one.dimensions.cues.get("attribute")
        if degree is None or degree.value not in _ABOVE or not _is_alone(reading, one, degree):
            continue
        name, above = _ABOVE[degree.value]
        below = _BELOW.get(degree.value)
        if below is not None and told.isdisjoint(below):
            continue  # *Trung cấp chiếm 40,6%, cao cấp 11%* may be those with it or a higher one.
        if any(
            other.dimensions.found.get("attribute") in above and _are_beside(reading, one, other)
            for other in shares
        ):
            for each in (one, one.pairing.partner):
                if each is not None and each.dimensions.found.get("attribute") == degree.value:
                    each.dimensions.drop("attribute")
                    each.dimensions.take("attribute", degree._replace(value=name))


def _is_alone(reading: Reading, figure: Figure, degree: Cue) -> bool:
    """Whether nothing says that a higher degree counts too: *đại học trở lên*."""
    low, high = max(0, degree.start - _NEAR), degree.end + _NEAR
    bound = getattr(figure.fact.value, "comparator", "=") == ">="
    words, text = reading.words, reading.text
    said = words.and_higher.search(text, degree.start, high) is not None
    least = words.at_least.search(text, low, degree.start) is not None
    return not bound and not said and not least and figure.number is not None


def _are_beside(reading: Reading, one: Figure, other: Figure) -> bool:
    """Whether two shares are of one whole, which they can be together."""
    first, second = sorted((one, other), key=lambda each: each.start)
    found = [each.dimensions.found for each in (one, other)]
    if first.scope.segment != second.scope.segment and not _is_joined(reading, first, second):
        return False
    alike = all(found[0].get(name) == found[1].get(name) for name in OF if name != "population")
    due = any(each.get("role") in _DUE or "change" in each for each in found)
    parts = reading.words.parts.search(reading.text, first.end, second.start) is not None
    numbers = one.number, other.number
    if None in numbers or due or parts or not alike:
        return False
    return (numbers[0] or 0) + (numbers[1] or 0) <= _ALL


def _is_joined(reading: Reading, first: Figure, second: Figure) -> bool:
    """Whether two segments stand in one list: nothing but degrees and numbers between them."""
    between = [
        one for one in reading.terms if first.end <= one.start < second.start and "role" in one.sets
    ]
    return not between and second.index - first.index <= _FAR
