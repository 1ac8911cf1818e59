"""Numbers that a document or a body set as aims, with no word for an aim.

*Đại hội đề ra kết nạp 7.500 đảng viên mới*; *the resolution set 7,500 new members*. What a
survey put at a number is a result (*qua rà soát xác định tỷ lệ hộ nghèo là 4,2%*), and so is what
was reached of such an aim (*thu ngân sách đạt 9.100 tỷ đồng, vượt chỉ tiêu Nghị quyết đề ra*).
"""

from __future__ import annotations

from pipeline.link.figures import Cue, Figure
from pipeline.link.reading import Reading
from pipeline.link.scope import Stretch

__all__ = ["set_as_aim"]

#: Who set the aims of a whole sentence begins it within so many characters.
_OPENING = 20


def set_as_aim(reading: Reading, figure: Figure) -> Cue | None:
    """The words that say of a result without a word of its own that it was only set as an aim."""
    if "aim_setting" not in reading.lists or figure.bracket is not None:
        return None
    if figure.dimensions.found.get("basis") in ("of_plan", "of_base"):
        return None
    text, words = reading.text, reading.words
    start = figure.scope.segment.start
    name = figure.dimensions.cues.get("indicator") or figure.dimensions.cues.get("topic")
    found = words.aims_setting.search(text, start, figure.start)
    if found is None and start:
        # *Đại hội xác định tỷ lệ hộ nghèo còn 3%; GRDP tăng 8,5%/năm*.
        start, found = 0, words.aims_setting.search(text, 0, start)
        if found is not None and found.start() > _OPENING:
            return None
        if found is not None and _tells_year(reading, figure):
            return None
    if found is None or (name is not None and start <= name.start < found.start("verb")):
        return None  # *Tỷ lệ hộ nghèo theo Nghị quyết xác định* names it before.
    if words.aims_found.search(text, start, found.start("verb")) is not None:
        return None
    between = Stretch(found.end(), figure.start)
    told = (words.came_of_it, words.perfect, words.by_now)
    if any(one.search(text, *between) is not None for one in told):
        return None  # *Đề ra kết nạp 7.500 đảng viên, đến nay kết nạp 5.160 đảng viên*
    return Cue("target", found.start("verb"), found.end("verb"))


def _tells_year(reading: Reading, figure: Figure) -> bool:
    """Whether the clause of a number opens with a year of its own, as a result does.

    *Nghị quyết đề ra mỗi năm kết nạp 2.000 đảng viên; năm 2023 kết nạp 2.015 đảng viên*.
    """
    return any(
        figure.scope.segment.holds(one.start) and one.start < figure.start
        for one in reading.times
        if not (one.by_when or one.aside or one.base)
    )
