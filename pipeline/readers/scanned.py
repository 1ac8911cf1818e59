"""The ruled tables of a scanned page: where its lines are, how far it is tilted.

The lines are taken out of the picture before it is read: what stands beside a line is read
as a bar or an underscore otherwise.
"""

from __future__ import annotations

import io
from collections import defaultdict
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from pipeline.model import Box
from pipeline.readers.ruled import Grid, Rule, grids

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Ruling", "ruling_of"]

#: A stretch of dark points is a part of a line from this length on, and no letter is so long
#: (in points, as all that follows).
_STRETCH = 5.0
#: A line across is at least so long, one down so high, none so thick.
_LONG, _HIGH, _THICK = 24.0, 12.0, 4.0
#: By lines of this length it is told how far a page is tilted; pages are not tilted more.
_TELLING, _TILT = 100.0, 0.06
#: A photograph has more stretches than any table.
_MOST = 60_000
#: The largest share of a page that a usual cell takes; frames around text take more.
_LARGEST = 0.12
#: So much darker than the paper is a line.
_DARKER = 70

#: Row, first and last column of dark points beside each other.
Stretch = tuple[int, int, int]


class Ruling(NamedTuple):
    """The tables of a picture in points, upright, and the picture (PNM) without their lines.

    ``tilt`` is how far lines across fall to the right, as a slope.
    """

    grids: tuple[Grid, ...]
    tilt: float
    picture: bytes

    def upright(self, x: float, y: float) -> tuple[float, float]:
        """A place on the page as it would be, were the page not tilted."""
        return x + self.tilt * y, y - self.tilt * x

    def printed(self, box: Box) -> Box:
        """Where an upright box stands on the page."""
        x0, y0, x1, y1 = box
        return x0 - self.tilt * y0, y0 + self.tilt * x0, x1 - self.tilt * y1, y1 + self.tilt * x1


def ruling_of(picture: bytes, dpi: float) -> Ruling | None:
    """The ruled tables of a grey picture (PNM); None where it has none."""
    import numpy as np  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    with Image.open(io.BytesIO(picture)) as image:
        grey = np.asarray(image.convert("L"))
    paper = float(np.median(grey))
    dark = grey < paper - _DARKER
    unit = dpi / 72
    across = _lines(dark, unit, _LONG)
    down = _lines(dark.T, unit, _HIGH)
    if across is None or down is None or len(across) < 2 or len(down) < 2:
        return None
    tilt = _tilt(across, unit)
    if abs(tilt) > _TILT:
        return None
    rules = [_rule(line, tilt, unit, across=True) for line in across]
    rules += [_rule(line, tilt, unit, across=False) for line in down]
    page = grey.size / unit**2
    found = tuple(grid for grid in grids(rules) if _is_table(grid, page))
    if not found:
        return None
    cleared = grey.copy()
    _clear(cleared, across, unit, int(paper))
    _clear(cleared.T, down, unit, int(paper))
    written = io.BytesIO()
    Image.fromarray(cleared).save(written, "PPM")
    return Ruling(found, tilt, written.getvalue())


def _is_table(grid: Grid, page: float) -> bool:
    """Whether a grid has rows and columns of cells, and is no frame around the text of a page."""
    rows = {frame.row for frame in grid.frames}
    columns = {frame.column for frame in grid.frames}
    sizes = [(box[2] - box[0]) * (box[3] - box[1]) for *_, box in grid.frames]
    return grid.regular and len(rows) > 1 and len(columns) > 1 and median(sizes) < _LARGEST * page


def _lines(dark: NDArray[np.bool_], unit: float, shortest: float) -> list[list[Stretch]] | None:
    """Stretches of dark points that touch, each line's together; None for a photograph."""
    import numpy as np  # noqa: PLC0415

    edges = np.diff(np.pad(dark.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    rows, firsts = np.nonzero(edges == 1)
    _, lasts = np.nonzero(edges == -1)
    long = lasts - firsts >= _STRETCH * unit
    if int(long.sum()) > _MOST:
        return None
    stretches = list(
        zip(rows[long].tolist(), firsts[long].tolist(), lasts[long].tolist(), strict=True)
    )
    return [one for one in _touching(stretches) if _is_line(one, unit, shortest)]


def _touching(stretches: list[Stretch]) -> list[list[Stretch]]:
    """Stretches that touch one in the row above; they come row by row, from the left."""
    parents: list[int] = []

    def root(one: int) -> int:
        while parents[one] != one:
            parents[one] = parents[parents[one]]
            one = parents[one]
        return one

    above: list[int] = []
    here: list[int] = []
    row = -1
    at = 0
    for number, (line, first, last) in enumerate(stretches):
        if line != row:
            above, here, at = (here if line == row + 1 else []), [], 0
            row = line
        parents.append(number)
        while at < len(above) and stretches[above[at]][2] < first:
            at += 1
        index = at
        while index < len(above) and stretches[above[index]][1] <= last:
            parents[root(above[index])] = root(number)
            index += 1
        here.append(number)
    groups: defaultdict[int, list[Stretch]] = defaultdict(list)
    for number in range(len(stretches)):
        groups[root(number)].append(stretches[number])
    return list(groups.values())


def _is_line(line: list[Stretch], unit: float, shortest: float) -> bool:
    length = max(last for _, _, last in line) - min(first for _, first, _ in line)
    if length < shortest * unit:
        return False
    points = sum(last - first for _, first, last in line)
    return points / length < _THICK * unit


def _tilt(lines: list[list[Stretch]], unit: float) -> float:
    """How far most lines fall to the right."""
    slopes = []
    for line in lines:
        length = max(last for _, _, last in line) - min(first for _, first, _ in line)
        if length >= _TELLING * unit:
            slopes.append(_slope(line))
    return median(slopes) if slopes else 0.0


def _slope(line: list[Stretch]) -> float:
    """The slope of a line by least squares, its stretches weighed by their lengths."""
    weights = [last - first for _, first, last in line]
    whole = sum(weights)
    places = [((first + last) / 2, row) for row, first, last in line]
    x = sum(weight * place[0] for weight, place in zip(weights, places, strict=True)) / whole
    y = sum(weight * place[1] for weight, place in zip(weights, places, strict=True)) / whole
    spread = sum(w * (px - x) ** 2 for w, (px, _) in zip(weights, places, strict=True))
    if spread == 0:
        return 0.0
    return (
        sum(w * (px - x) * (py - y) for w, (px, py) in zip(weights, places, strict=True)) / spread
    )


def _rule(line: list[Stretch], tilt: float, unit: float, *, across: bool) -> Rule:
    """A line as a rule of the upright page, in points."""
    slant = tilt if across else -tilt
    whole = sum(last - first for _, first, last in line)
    place = sum((last - first) * (row - slant * (first + last) / 2) for row, first, last in line)
    start = min(first + slant * row for row, first, _ in line)
    end = max(last + slant * row for row, _, last in line)
    return Rule(across, place / whole / unit, start / unit, end / unit)


def _clear(grey: NDArray[np.uint8], lines: list[list[Stretch]], unit: float, paper: int) -> None:
    """Paint lines over, the grey beside them, and the steps of tilted ones."""
    step = round(_STRETCH * unit)
    for line in lines:
        for row, first, last in line:
            grey[max(row - 1, 0) : row + 2, max(first - step, 0) : last + step] = paper
