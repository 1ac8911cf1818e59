"""Localities of one level that met the standard which those of another met.

*Có 88/112 xã đạt chuẩn nông thôn mới, 3/9 huyện đạt chuẩn*; *88 of the 112 communes are new-style
rural communes, 3/9 districts likewise*.
"""

from __future__ import annotations

import regex

from pipeline.link.figures import Figure
from pipeline.link.reading import Reading

__all__ = ["tell_standard"]

#: What joins two nouns.
_JOINT = regex.compile(r",|\s(?:và|and)\s")
#: So many words at most are the noun of a locality: *thành phố*.
_NOUN = 2
#: By level: the topic of the localities that met it.
_MET = {"commune": "new_rural_commune", "district": "new_rural_district"}
_TOPICS = frozenset({*_MET.values(), "new_rural"})


def tell_standard(reading: Reading, figure: Figure) -> None:
    """Give localities that only *met the standard* the topic of those that were told before."""
    found, words = figure.dimensions, reading.words
    if figure.kind not in ("count", "ratio") or not figure.unit or figure.bracket is not None:
        return
    topic = _MET.get(words.nouns[figure.unit].level or "")
    if topic is None or "change" in found.found:
        return
    said = words.met_alike.search(reading.text, figure.end, figure.scope.segment.end)
    own = found.cues.get("topic")
    if said is None or (own is not None and figure.scope.left.start <= own.start < said.start()):
        return
    before = next(
        (
            one.dimensions
            for one in reversed(reading.figures[: figure.index])
            if one.bracket is None and one.dimensions.found.get("topic") in _TOPICS
        ),
        None,
    )
    if before is None or before.found["topic"] == topic:
        return
    if not _are_localities(reading, figure, said.start()):
        return  # *3/9 huyện có trường đạt chuẩn*, *3/9 huyện chưa đạt chuẩn*
    for name in ("topic", "attribute"):
        if name in found.cues and found.cues[name].start >= said.start():
            found.drop(name)  # *Đạt chuẩn hoặc hoàn thành nhiệm vụ* is no rating.
    found.drop("topic")
    cue = before.cues.get("topic")
    if cue is not None:
        found.take("topic", cue._replace(value=topic))


def _are_localities(reading: Reading, figure: Figure, end: int) -> bool:
    """Whether only nouns of localities stand up to a place: *huyện, thị xã và thành phố*."""
    first, *joined = _JOINT.split(reading.text[figure.end : end].strip())
    level = reading.words.nouns[figure.unit or ""].level
    short = all(len(one.split()) <= _NOUN for one in joined)
    # A unit may hold the word behind its noun: *huyện chưa*.
    return short and len(first.split()) == 1 and reading.words.nouns[first.strip()].level == level
