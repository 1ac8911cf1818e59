"""What a number is held against, as the words beside it say: a norm of the rules, or an aim.

*(quy định: từ 1,5 đến 2 lần)*; *the decision prescribes 20%*; *above the 3% asked for by the
resolution*; *được giao thu 12.000 tỷ đồng*.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.link.figures import Cue, Figure
from pipeline.link.reading import Reading
from pipeline.model import Role

__all__ = ["asked_of", "is_told_as_met", "norm_beside"]

#: So many characters before a number hold the words for a norm.
_BEFORE = 60
#: Amounts and counts are prescribed to somebody; so are no norms of how large a share should be.
_NORMED = frozenset({"percentage", "ratio", "multiple"})
#: The roles of what is still to come.
_DUE: Mapping[str, Role] = {"plan": "plan", "target": "target"}


def norm_beside(reading: Reading, figure: Figure) -> Cue | None:
    """The norm or aim that the words right before or right behind a number make it."""
    text, words, start = reading.text, reading.words, figure.start
    if figure.unit and words.nouns[figure.unit].aims and text[start - 1 : start] == "/":
        return Cue("target", start, start)  # *3.514 đồng chí/3.600 chỉ tiêu*
    if figure.kind not in _NORMED:
        given = words.assigned.search(text, *figure.scope.left)
        return Cue("target", given.start(), given.end()) if given is not None else None
    low = max(0, start - _BEFORE)
    label = words.norm_before.match(text, low, start)
    if label is not None:
        return Cue("requirement", label.start(), label.end())
    aimed = words.aimed_behind.match(text, figure.end)
    if aimed is not None or words.aimed_before.match(text, low, start) is not None:
        return Cue("target", start, start)  # It is said of this number alone.
    ruled = words.ruled_behind.match(text, figure.end)
    if ruled is not None and words.passing_by.match(text, low, start) is not None:
        return Cue("requirement", start, start)
    return None


def asked_of(reading: Reading, figure: Figure, role: Role) -> Role | None:
    """What a bound is that no word makes a result: a norm, or the aim that the one before is.

    *Sẽ giảm 1,7% công chức, tối thiểu 2,5% viên chức*; but *no more than 71% have both posts*
    tells what is.
    """
    if reading.words.has_behind.match(reading.text, figure.end) is not None:
        return None
    before = reading.figures[figure.index - 1] if figure.index else None
    if before is not None and before.kind == figure.kind and before.bracket == figure.bracket:
        said = before.dimensions.found.get("role")
        if said is not None and said in _DUE:
            return _DUE[said]
    return role


def is_told_as_met(reading: Reading, figure: Figure) -> bool:
    """Whether a ratio is how many of some aims were met: *of the targets 23/29 were met*."""
    if figure.kind != "ratio":
        return False
    return reading.words.met_behind.match(reading.text, figure.end) is not None
