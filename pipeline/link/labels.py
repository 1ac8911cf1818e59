"""What a label or the head of a list says of bare numbers."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.link.figures import Figure
from pipeline.link.placing import UNITS, Placing
from pipeline.link.reading import Reading
from pipeline.link.scope import Scope, Stretch

__all__ = ["Labels"]


class Labels:
    """Reads what stands before numbers that say little."""

    def __init__(self, reading: Reading, placing: Placing) -> None:
        self.reading, self.words = reading, reading.words
        self.placing = placing

    def of_label(self, figure: Figure) -> None:
        """What a label says that a bare number counts.

        *Đơn vị sự nghiệp: năm 2017 có 1.019; nay còn 802, giảm 217*; also *Về số đơn vị hành
        chính cấp xã, toàn tỉnh giảm từ 262 còn 216 đơn vị*.
        """
        found, unit = figure.dimensions, figure.unit
        bare = unit is None or self.words.nouns[unit].general
        if figure.kind != "count" or figure.bracket is not None or not bare:
            return
        if found.counted or found.found.keys() & {"body", "population", "attribute"}:
            return
        own = [figure.scope.left] if unit and not self.placing.is_beside_others(figure) else []
        for stretch in (*own, *self._labels(figure.scope)):
            cues = self.reading.cues(stretch, None)
            named = [one for one in cues if one.sets.keys() & {"body", "level"}]
            if not named:
                continue
            body = named[-1].sets.get("body")
            if body is None or body in UNITS:
                found.counted = body
                found.take("level", self.reading.first("level", [(stretch, True)], None))
            return

    def _labels(self, scope: Scope) -> Iterator[Stretch]:
        """The clauses without a number that say what is counted: before a colon, or behind *về*."""
        for stretch in scope.prior:
            opens = self.words.heads.match(self.reading.text, stretch.start, stretch.end)
            if opens is not None and not self.reading.figures_in(stretch, None):
                yield stretch
        boundaries = self.reading.structure.boundaries
        colon = next((one for one in boundaries if one.mark == ":"), None)
        if colon is not None and not self.reading.figures_in(Stretch(0, colon.start), None):
            yield Stretch(0, colon.start)

    def of_head(self, figure: Figure) -> None:
        """The body and level that the opening of a list gives to the people that it counts.

        *Về cơ cấu Ban Chấp hành, nữ 8 đồng chí, người dân tộc thiểu số 12 đồng chí*.
        """
        found, scope = figure.dimensions, figure.scope
        shared = figure.kind == "percentage" and "attribute" in found.found
        if not shared and figure.kind not in ("count", "ratio"):
            return
        heads = ("body", "level", "population")
        if "body" in found.found or self.reading.stated.keys().isdisjoint(heads):
            return
        if "attribute" not in found.found and not self.placing.counts_people(figure):
            return
        marks = self.reading.structure.boundaries
        first = [Stretch(0, marks[0].start)] if marks and scope.earlier else []
        for stretch in (*scope.prior, *scope.earlier, *first):
            opens = self.words.heads.match(self.reading.text, stretch.start, stretch.end)
            if opens is None or self.reading.figures_in(stretch, scope.bracket):
                continue
            cues = {
                dimension: cue
                for dimension in heads
                if (cue := self.reading.first(dimension, [(stretch, True)], scope.bracket))
            }
            head = cues["level"].value if "level" in cues else None
            level = found.found.get("level", head)
            if head is not None and (head != level or self._names_level_but(head, figure)):
                return  # *Về BTV Tỉnh ủy, …; cấp huyện có 12 nữ*
            if "attribute" not in found.found:
                cues.pop("population", None)
            for dimension, cue in cues.items():
                if cue.value not in UNITS:
                    found.take(dimension, cue)
            return

    def _names_level_but(self, level: str, figure: Figure) -> bool:
        """Whether the clause of a number names another level: *Cấp xã: …; cán bộ thôn giảm 90*."""
        own = self.reading.cues(figure.scope.left, figure.bracket)
        return any(one.sets.get("level", level) != level for one in own)
