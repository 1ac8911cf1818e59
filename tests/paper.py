"""Small PDFs for the tests of readers: drawn line by line, so that each place is known."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

sys.path.insert(0, str(Path(__file__).parents[1] / "corpus"))
import make_formats

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, TOP = 70.0, 525.0, 100.0
SIZE, LEADING = 11.0, 15.0
FONT = "Paper"

Draw = Callable[[Canvas], None]


def font(name: str = FONT) -> str:
    """Register the font with all Vietnamese letters under a name of its own."""
    loaded = TTFont(name, str(make_formats.font_file()))
    loaded.face.name = name.encode()
    pdfmetrics.registerFont(loaded)
    return name


def pdf(*pages: Draw, encrypt: str | None = None) -> bytes:
    """A PDF whose pages are drawn one after the other."""
    font()
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=(WIDTH, HEIGHT), invariant=1, encrypt=encrypt)
    for draw in pages:
        canvas.setFont(FONT, SIZE)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def blank() -> bytes:
    """A PDF with an empty page."""
    return pdf(lambda canvas: None)


def say(
    canvas: Canvas, text: str, x: float, y: float, *, size: float = SIZE, name: str = FONT
) -> None:
    """Write a text with its base line at a place, measured from the top left."""
    canvas.setFont(name, size)
    canvas.drawString(x, HEIGHT - y, text)


def wrapped(text: str, width: float, *, size: float = SIZE, name: str = FONT) -> list[str]:
    """A text in lines that fit a width."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if pdfmetrics.stringWidth(longer, name, size) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def flow(
    canvas: Canvas,
    paragraphs: Iterable[str],
    *,
    x: float = LEFT,
    y: float = TOP,
    width: float = RIGHT - LEFT,
    gap: float = 8.0,
    size: float = SIZE,
) -> float:
    """Write paragraphs below each other and return where the next would begin."""
    for paragraph in paragraphs:
        for line in wrapped(paragraph, width, size=size):
            say(canvas, line, x, y, size=size)
            y += LEADING
        y += gap
    return y


def grid(
    canvas: Canvas, rows: Sequence[Sequence[str]], *, x: float = LEFT, y: float = TOP,
    width: float = 90.0, height: float = 20.0,
) -> None:  # fmt: skip
    """Draw a table with a rule around every cell."""
    wide, high = width * len(rows[0]), height * len(rows)
    for number in range(len(rows) + 1):
        line(canvas, x, y + number * height, x + wide, y + number * height)
    for number in range(len(rows[0]) + 1):
        line(canvas, x + number * width, y, x + number * width, y + high)
    for down, row in enumerate(rows):
        for across, text in enumerate(row):
            say(canvas, text, x + across * width + 4, y + (down + 0.7) * height, size=9)


def line(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """Draw a rule between two places, measured from the top left."""
    canvas.setLineWidth(0.5)
    canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)
