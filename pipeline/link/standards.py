"""Localities of one level that met the standard which those of another met.

*Có 88/112 xã đạt chuẩn nông thôn mới, 3/9 huyện đạt chuẩn*; *88 of the 112 communes are new-style
rural communes, 3/9 districts likewise*; *có 88/112 xã và 3/9 huyện đạt chuẩn nông thôn mới*.
"""

from __future__ import annotations

import regex

from pipeline.link.figures import Figure
from pipeline.link.reading import Reading

__all__ = ["tell_standard"]

#: Between two localities that met it together: a share of the first, and what joins them.
_TOGETHER = regex.compile(r"\s*(?:\([^()]*\)\s*)?(?:,\s*)?(?:(?:và|and)\s+)?")
#: What joins two nouns.
_JOINT = regex.compile(r",|\s(?:và|and)\s")
#: So many words at most are the noun of a locality: *thành phố*.
_NOUN = 2
#: By level: the topic of the localities that met it.
_MET = {"commune": "new_rural_commune", "district": "new_rural_district"}
#: And that of places whose level something else says.
_MET_THERE = "new_rural"
_TOPICS = frozenset({*_MET.values(), _MET_THERE})


def tell_standard(reading: Reading, figure: Figure) -> None:
    """Give localities that only *met the standard* the topic of those that were told before."""
    found, words = figure.dimensions, reading.words
    partner = figure.pairing.partner
    if figure.kind == "percentage" and partner is not None and "topic" not in found.found:
        if partner.dimensions.found.get("topic") in _MET.values():
            found.inherit(partner.dimensions, ["topic"])
        return
    if figure.kind not in ("count", "ratio") or not figure.unit or figure.bracket is not None:
        return
    topic = _MET.get(words.nouns[figure.unit].level or "")
    if topic is None or "change" in found.found:
        return
    if _met_together(reading, figure, topic):
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


def _met_together(reading: Reading, figure: Figure, topic: str) -> bool:
    """Give localities the topic of those that they are joined with, which tell the standard.

    *Toàn tỉnh có 88/112 xã (78,6%) và 3 huyện được công nhận đạt chuẩn nông thôn mới*.
    """
    following = next((one for one in reading.figures[figure.index + 1 :] if not one.bracket), None)
    if following is None or following.kind not in ("count", "ratio") or not following.unit:
        return False
    cue, own = following.dimensions.cues.get("topic"), figure.dimensions.cues.get("topic")
    level = reading.words.nouns[following.unit].level or ""
    if cue is None or cue.start < following.start:
        return False
    if cue.value not in (_MET.get(level), _MET_THERE) or level not in _MET:
        return False
    if cue.value == topic or (own is not None and own.start < following.start):
        return False
    if _TOGETHER.fullmatch(reading.text, figure.noun_end, following.start) is None:
        return False
    figure.dimensions.drop("topic")
    figure.dimensions.take("topic", cue._replace(value=topic))
    return True


def _are_localities(reading: Reading, figure: Figure, end: int) -> bool:
    """Whether only nouns of localities stand up to a place: *huyện, thị xã và thành phố*."""
    first, *joined = _JOINT.split(reading.text[figure.end : end].strip())
    level = reading.words.nouns[figure.unit or ""].level
    short = all(len(one.split()) <= _NOUN for one in joined)
    # A unit may hold the word behind its noun: *huyện chưa*.
    return short and len(first.split()) == 1 and reading.words.nouns[first.strip()].level == level
