"""The sample reports as PDF, scan, Word file, web page and in fonts from before Unicode.

    python corpus/make_formats.py FOLDER [REPORT…] [--kinds pdf,scan,docx,html,…]

What comes out is not kept in the repository: tests make it where they need it. The same facts
must be found in all of it.
"""

from __future__ import annotations

import argparse
import html
import io
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate
from reportlab.platypus import Table as Grid

HERE = Path(__file__).parent

#: Where Debian, Fedora, macOS and Windows keep DejaVu, which has all Vietnamese letters.
FONT_FOLDERS = (
    Path("/usr/share/fonts/truetype/dejavu"),
    Path("/usr/share/fonts/dejavu-serif-fonts"),
    Path("/usr/share/fonts/dejavu"),
    Path("/Library/Fonts"),
    Path("C:/Windows/Fonts"),
)
FONT = "DejaVuSerif.ttf"

#: Half a page of A4: the shorter the pages, the more of them, with more headers and numbers.
PAGE = (420.0, 595.0)
MARGIN = 42.0
DPI = 300


class Line(NamedTuple):
    """A paragraph of a report, and whether it is a heading."""

    text: str
    heading: bool = False


class Table(NamedTuple):
    """A table of a report: its rows, the first of which are the column headers."""

    rows: tuple[tuple[str, ...], ...]


class Report(NamedTuple):
    """A sample report: its id, its language, its paragraphs and tables."""

    name: str
    language: str
    parts: tuple[Line | Table, ...]

    @property
    def title(self) -> str:
        """The first line."""
        return next(part.text for part in self.parts if isinstance(part, Line))


def reports() -> list[Path]:
    """The sample reports."""
    return sorted((*HERE.glob("*.??.txt"), *HERE.glob("*.??.md")))


def load(path: Path) -> Report:
    """A sample report; Markdown's signs are taken off."""
    name, language, ending = path.name.split(".")
    parts: list[Line | Table] = []
    for line in path.read_text("utf-8").splitlines():
        text = line.strip()
        heading = ending == "md" and text.startswith("#")
        if ending == "md" and text.startswith("|"):
            _add_row(parts, tuple(cell.strip() for cell in text.strip("|").split("|")))
            continue
        if ending == "md":
            text = text.lstrip("#").replace("*", "").strip()
        if text:
            parts.append(Line(text, heading))
    return Report(name, language, tuple(parts))


def _add_row(parts: list[Line | Table], row: tuple[str, ...]) -> None:
    if all(set(cell) <= set(":- ") for cell in row):
        return
    if parts and isinstance(parts[-1], Table):
        parts[-1] = Table((*parts[-1].rows, row))
    else:
        parts.append(Table((row,)))


def make(report: Path, folder: Path, kinds: Sequence[str] | None = None) -> dict[str, Path]:
    """Write a report in some formats, all of them by default; return the files by format."""
    loaded = load(report)
    made: dict[str, Path] = {}
    for kind in kinds or KINDS:
        if kind in OLD and loaded.language != "vi":
            continue
        ending, write = KINDS[kind]
        path = folder / f"{loaded.name}.{ending}"
        path.write_bytes(write(loaded))
        made[kind] = path
    return made


# ── PDF and scan ──────────────────────────────────────────────────────────────────────────


def font_file() -> Path:
    """The font file; raises FileNotFoundError with what to install."""
    for folder in FONT_FOLDERS:
        if (folder / FONT).is_file():
            return folder / FONT
    raise FileNotFoundError(f"{FONT}: apt install fonts-dejavu-core")


def pdf(report: Report) -> bytes:
    """A PDF with a running title, page numbers and justified paragraphs."""
    return _pdf(report, "Report")


def _pdf(report: Report, font: str) -> bytes:
    loaded = TTFont(font, str(font_file()))
    loaded.face.name = font.encode()
    pdfmetrics.registerFont(loaded)
    text = ParagraphStyle(
        "text", fontName=font, fontSize=10.5, leading=14.5, firstLineIndent=20, spaceAfter=5,
        alignment=TA_JUSTIFY,
    )  # fmt: skip
    head = ParagraphStyle(
        "head", parent=text, fontSize=13, leading=18, firstLineIndent=0, alignment=TA_CENTER
    )

    def edges(canvas: Any, document: Any) -> None:
        canvas.setFont(font, 8)
        canvas.drawCentredString(PAGE[0] / 2, PAGE[1] - 24, report.name.replace("-", " ").upper())
        canvas.drawCentredString(PAGE[0] / 2, 18, str(document.page))

    cell = ParagraphStyle(
        "cell", parent=text, fontSize=8, leading=10, firstLineIndent=0, alignment=TA_LEFT
    )
    ruled = [("GRID", (0, 0), (-1, -1), 0.5, "black")]

    def flow(part: Line | Table) -> Any:
        if isinstance(part, Line):
            return Paragraph(html.escape(part.text), head if part.heading else text)
        rows = [[Paragraph(html.escape(words), cell) for words in row] for row in part.rows]
        return Grid(rows, style=ruled)

    written = io.BytesIO()
    template = SimpleDocTemplate(
        written, pagesize=PAGE, leftMargin=MARGIN, rightMargin=MARGIN, topMargin=MARGIN,
        bottomMargin=MARGIN, title=report.title, invariant=1,
    )  # fmt: skip
    template.build([flow(part) for part in report.parts], onFirstPage=edges, onLaterPages=edges)
    return written.getvalue()


def scan(report: Report) -> bytes:
    """The pages of the PDF as pictures, without a text layer."""
    document = pypdfium2.PdfDocument(pdf(report))
    pictures = [page.render(scale=DPI / 72, grayscale=True).to_pil() for page in document]
    written = io.BytesIO()
    pictures[0].save(
        written, "PDF", resolution=DPI, save_all=True, append_images=pictures[1:], quality=85
    )
    document.close()
    return written.getvalue()


# ── Word ──────────────────────────────────────────────────────────────────────────────────


def docx(report: Report) -> bytes:
    """A Word file with a header, a footer, and a tracked change that changes nothing."""
    document = _document(report)
    for number, line in enumerate(report.parts):
        if isinstance(line, Table):
            _add_table(document, line, lambda paragraph, text: paragraph.add_run(text))
            continue
        paragraph = document.add_heading(level=1) if line.heading else document.add_paragraph()
        middle = len(line.text) // 2
        paragraph.add_run(line.text[:middle])
        _tracked(paragraph, "del", " 999.999 người (99,9%)", number)
        _tracked(paragraph, "ins", line.text[middle:], number)
    return _saved(document)


def _add_table(document: Any, table: Table, write: Callable[[Any, str], Any]) -> None:
    grid = document.add_table(rows=len(table.rows), cols=len(table.rows[0]), style="Table Grid")
    for row, cells in zip(grid.rows, table.rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            write(cell.paragraphs[0], text)


def _document(report: Report) -> Any:
    document = Document()
    document.core_properties.title = report.title
    section = document.sections[0]
    section.header.paragraphs[0].text = report.name
    section.footer.paragraphs[0].text = "1"
    return document


def _tracked(paragraph: Any, change: str, text: str, number: int) -> None:
    """Add a tracked insertion or deletion."""
    element = OxmlElement(f"w:{change}")
    element.set(qn("w:id"), str(number))
    element.set(qn("w:author"), "editor")
    run = OxmlElement("w:r")
    words = OxmlElement("w:t" if change == "ins" else "w:delText")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    run.append(words)
    element.append(run)
    paragraph._p.append(element)


def _saved(document: Any) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


# ── web page ──────────────────────────────────────────────────────────────────────────────

WEB_PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title} - Portal</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="Portal">
<meta property="article:published_time" content="2024-01-05T08:00:00+07:00">
<script>var views = 123456; document.write("<p>99% of scripts are ignored</p>");</script>
<style>p {{ width: 55% }}</style></head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/1">News (125)</a></li>
<li><a href="/2">Sports 2024</a></li></ul></nav></header>
<aside class="sidebar"><h3>Most read</h3><ul><li><a href="/3">Fares fall by 30%</a></li>
<li><a href="/4">Ten places to see in 2024</a></li><li><a href="/5">Gold at 7,500,000</a></li></ul>
</aside>
<main><article class="content">
{body}
</article></main>
<div class="ads"><a href="/6">Now only 99.000, 50% off until 31/12/2024</a></div>
<div class="comments"><h3>Comments (3)</h3><p>I agree 100% with the 2 writers before me.</p></div>
<footer>Licence 123/GP-BTTTT of 1/1/2020. Telephone 0203 3835 999</footer>
</body></html>
"""


def web_page(report: Report) -> bytes:
    """A web page with menus, adverts, comments and scripts around the report."""
    body = "\n".join(_markup(part) for part in report.parts)
    page = WEB_PAGE.format(language=report.language, title=html.escape(report.title), body=body)
    return page.encode()


def _markup(part: Line | Table) -> str:
    if isinstance(part, Line):
        name = "h2" if part.heading else "p"
        return f"<{name}>{html.escape(part.text)}</{name}>"
    rows = []
    for number, row in enumerate(part.rows):
        name = "td" if number else "th"
        rows.append("".join(f"<{name}>{html.escape(text)}</{name}>" for text in row))
    return f"<table><tr>{'</tr><tr>'.join(rows)}</tr></table>"


# ── fonts from before Unicode ─────────────────────────────────────────────────────────────


def letters(encoding: str) -> Mapping[str, str]:
    """The letters of an old encoding."""
    cards = tomllib.loads((HERE.parent / "patterns" / "encodings.toml").read_text("utf-8"))
    found: Mapping[str, str] = cards[encoding]["letters"]
    return found


def aged(text: str, encoding: str) -> Iterator[tuple[str, bool]]:
    """A text in an old encoding, in runs; True for those that need the font of capitals."""
    known = letters(encoding)
    for letter in text.replace("Ð", "Đ"):
        if letter in known or letter.lower() not in known or letter.lower() == letter:
            yield known.get(letter, letter), False
        else:
            yield known[letter.lower()], True


def lines_of(report: Report) -> Iterator[str]:
    """The lines of a report, a row of a table as one."""
    for part in report.parts:
        if isinstance(part, Line):
            yield part.text
        else:
            yield from ("\t".join(row) for row in part.rows)


def old_text(report: Report, encoding: str) -> bytes:
    """A text file as it was written before Unicode: one byte a sign."""
    lines = ("".join(sign for sign, _ in aged(line, encoding)) for line in lines_of(report))
    return "\r\n".join(lines).encode("cp1252", "replace")


def old_docx(report: Report, encoding: str) -> bytes:
    """A Word file whose runs are in an old font."""
    fonts = {"tcvn3": (".VnTime", ".VnTimeH"), "vni": ("VNI-Times", "VNI-Times")}[encoding]
    document = _document(report)

    def write(paragraph: Any, text: str) -> None:
        for sign, capital in aged(text, encoding):
            run = paragraph.add_run(sign)
            run.font.name = fonts[capital]

    for part in report.parts:
        if isinstance(part, Line):
            write(document.add_paragraph(), part.text)
        else:
            _add_table(document, part, write)
    return _saved(document)


def old_pdf(report: Report) -> bytes:
    """A PDF in an old font: capitals with a tone are small in it, the soft hyphen is a hyphen."""

    def old(text: str) -> str:
        return "".join(sign for sign, _ in aged(text, "tcvn3")).replace("\u00ad", "-")

    parts = (
        Line(old(part.text), part.heading)
        if isinstance(part, Line)
        else Table(tuple(tuple(map(old, row)) for row in part.rows))
        for part in report.parts
    )
    return _pdf(report._replace(parts=tuple(parts)), ".VnTime")


#: Each format: the ending of its file, and what writes it.
KINDS: Mapping[str, tuple[str, Callable[[Report], bytes]]] = {
    "pdf": ("pdf", pdf),
    "scan": ("scan.pdf", scan),
    "docx": ("docx", docx),
    "html": ("html", web_page),
    "tcvn3_txt": ("tcvn3.txt", lambda report: old_text(report, "tcvn3")),
    "vni_txt": ("vni.txt", lambda report: old_text(report, "vni")),
    "tcvn3_docx": ("tcvn3.docx", lambda report: old_docx(report, "tcvn3")),
    "vni_docx": ("vni.docx", lambda report: old_docx(report, "vni")),
    "tcvn3_pdf": ("tcvn3.pdf", old_pdf),
}
OLD = frozenset(kind for kind in KINDS if "_" in kind)


def main() -> None:
    """Write the formats that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("report", type=Path, nargs="*", help="all sample reports by default")
    parser.add_argument("--kinds", help=f"of {', '.join(KINDS)}; all by default")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    kinds = chosen.kinds.split(",") if chosen.kinds else None
    for report in chosen.report or reports():
        for path in make(report, chosen.folder, kinds).values():
            print(path)  # noqa: T201


if __name__ == "__main__":
    main()
