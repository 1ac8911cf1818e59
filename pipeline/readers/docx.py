"""Word documents (.docx): what a reader of the final text sees, in its order.

Tracked insertions are in, deletions are out; footnotes, headers and footers are kept apart;
runs in old fonts become Unicode by the names of the fonts. The XML is walked as it is: the
usual library loses what tracked changes insert.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import regex

from pipeline.readers.common import Draft, Kind, Pieces, Request
from pipeline.readers.layout import RAISED
from pipeline.readers.legacy import Font, Legacy, Run, legacy_of
from pipeline.readers.package import Package
from pipeline.readers.tables import Cell, add_table, is_layout

__all__ = ["read_docx"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DC = "{http://purl.org/dc/elements/1.1/}"

#: What is not there in the final text, whatever it holds.
_GONE = frozenset(
    {"del", "moveFrom", "instrText", "delText", "delInstrText", "rPr", "pPr", "sdtPr", "sdtEndPr",
     "Fallback", "commentReference", "annotationRef", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr"}
)  # fmt: skip
_SIGNS: Mapping[str, str] = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "softHyphen": "",
    "ptab": "\t",
}
_HEADING = regex.compile(r"(?i)(?:heading|title|tiêu đề|đầu đề)")
#: Styles that are based on each other, in a circle even.
_LONGEST_CHAIN = 20
_PROGRAM_TITLE = regex.compile(r"(?i)\.docx?$|^(?:untitled|document\d*|word document)$")


class _Style(NamedTuple):
    """What a style says, and on which it is based."""

    base: str | None
    font: str | None
    heading: bool
    hidden: bool


class _Paragraph(NamedTuple):
    """The text of a paragraph; one that ``runs_on`` has lost its end to a tracked deletion."""

    text: str
    kind: Kind
    runs_on: bool


def read_docx(content: bytes, request: Request) -> Pieces:
    """The text of a Word document with its tables and notes."""
    with Package(content, request) as package:
        body = _body(package, request)
        walker = _Walker(_styles(package), legacy_of(request.rulebook))
        draft = Draft(request)
        for name in _parts_like(package, "header"):
            _add_plain(draft, walker, package.xml(name), "furniture")
        _add_blocks(draft, walker, body)
        for name in ("word/footnotes.xml", "word/endnotes.xml"):
            root = package.xml(name)
            for note in [] if root is None else root:
                if _get(note, "type") not in ("separator", "continuationSeparator"):
                    _add_plain(draft, walker, note, "note")
        for name in _parts_like(package, "footer"):
            _add_plain(draft, walker, package.xml(name), "furniture")
        pieces = draft.done()
        return pieces._replace(
            notes=tuple(
                f"{count} characters of {name.upper()} fonts in Unicode"
                for name, count in walker.fonts.items()
            ),
            title=_title(package),
        )


def _body(package: Package, request: Request) -> Any:
    root = package.xml("word/document.xml")
    if root is None:
        raise request.refuse("it has no text part word/document.xml", "save it again in Word")
    body = next((child for child in root if _name(child) == "body"), None)
    if body is None:
        raise request.refuse("its text part is empty", "save it again in Word")
    return body


def _parts_like(package: Package, kind: str) -> list[str]:
    return sorted(name for name in package.sizes if regex.fullmatch(rf"word/{kind}\d*\.xml", name))


def _title(package: Package) -> str | None:
    core = package.xml("docProps/core.xml")
    if core is None:
        return None
    title = (core.findtext(f"{_DC}title") or "").strip()
    return None if not title or _PROGRAM_TITLE.search(title) else title


def _name(element: Any) -> str:
    """The name of an element without its namespace; of a comment, nothing."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _get(element: Any, name: str) -> str | None:
    """An attribute of Word's."""
    found: str | None = element.get(f"{_W}{name}")
    return found if found is not None else element.get(f"{_STRICT}{name}")


def _child(element: Any, *names: str) -> Any:
    """The first element at a path of names below an element."""
    for name in names:
        element = next((one for one in element if _name(one) == name), None)
        if element is None:
            return None
    return element


def _is_on(properties: Any, name: str) -> bool:
    """Whether a switch is there and not turned off."""
    switch = None if properties is None else _child(properties, name)
    return switch is not None and _get(switch, "val") not in ("0", "false", "off", "none")


# ── styles ────────────────────────────────────────────────────────────────────────────────


def _styles(package: Package) -> dict[str, _Style]:
    root = package.xml("word/styles.xml")
    styles: dict[str, _Style] = {}
    for style in [] if root is None else root:
        if _name(style) != "style":
            if _name(style) == "docDefaults":
                properties = _child(style, "rPrDefault", "rPr")
                styles[""] = _Style(None, _font(properties), False, False)
            continue
        name = _child(style, "name")
        outline = _child(style, "pPr", "outlineLvl")
        label = "" if name is None else _get(name, "val") or ""
        base = _child(style, "basedOn")
        properties = _child(style, "rPr")
        styles[_get(style, "styleId") or ""] = _Style(
            None if base is None else _get(base, "val"),
            _font(properties),
            outline is not None or _HEADING.match(label) is not None,
            _is_on(properties, "vanish"),
        )
    return styles


def _font(properties: Any) -> str | None:
    fonts = None if properties is None else _child(properties, "rFonts")
    if fonts is None:
        return None
    return _get(fonts, "ascii") or _get(fonts, "hAnsi") or _get(fonts, "cs")


# ── the walk ──────────────────────────────────────────────────────────────────────────────


class _Walker:
    """Walks paragraphs, run by run."""

    def __init__(self, styles: Mapping[str, _Style], legacy: Legacy) -> None:
        self.styles = styles
        self.legacy = legacy
        self.fonts: Counter[str] = Counter()

    def paragraph(self, element: Any) -> _Paragraph:
        """The text of a paragraph."""
        properties = _child(element, "pPr")
        style = None if properties is None else _child(properties, "pStyle")
        name = None if style is None else _get(style, "val")
        text, counts = self.legacy.join(self.runs(element, name))
        if not counts and self.legacy.suspicious(text):
            cleaned, counts = self.legacy.clean([text])
            text = cleaned[0]
        self.fonts.update(counts)
        heading = any(found.heading for found in self.chain(name))
        mark = None if properties is None else _child(properties, "rPr")
        deleted = mark is not None and _child(mark, "del") is not None
        return _Paragraph(text, "heading" if heading else "paragraph", deleted)

    def runs(self, element: Any, style: str | None) -> Iterator[Run]:
        """The runs below an element, what is not in the final text left out."""
        for child in element:
            name = _name(child)
            if name in _GONE or name in ("p", "tbl"):
                continue
            if name == "r":
                yield from self.run(child, style)
            else:
                yield from self.runs(child, style)

    def run(self, element: Any, style: str | None) -> Iterator[Run]:
        """One run: its text in its font."""
        properties = _child(element, "rPr")
        own = None if properties is None else _child(properties, "rStyle")
        chain = [*self.chain(None if own is None else _get(own, "val")), *self.chain(style)]
        if "" in self.styles:
            chain.append(self.styles[""])
        if _is_on(properties, "vanish") or any(found.hidden for found in chain):
            return
        fonts = (_font(properties), *(found.font for found in chain))
        font = self.font(next((name for name in fonts if name), None))
        align = None if properties is None else _child(properties, "vertAlign")
        raised = align is not None and _get(align, "val") == "superscript"
        for child in element:
            name = _name(child)
            if name == "t":
                text = child.text or ""
                yield Run(text.translate(RAISED) if raised else text, font)
            elif name in _SIGNS:
                yield Run(_SIGNS[name], font)
            elif name not in _GONE:
                yield from self.runs(child, style)

    def font(self, name: str | None) -> Font | None:
        """What the name of a font tells."""
        return self.legacy.font(name) if name else None

    def chain(self, name: str | None) -> list[_Style]:
        """A style and those that it is based on."""
        found: list[_Style] = []
        while name and name in self.styles and len(found) < _LONGEST_CHAIN:
            found.append(self.styles[name])
            name = found[-1].base
        return found


def _blocks(element: Any) -> Iterator[Any]:
    """The paragraphs and tables below an element, in order; those in boxes behind their own.

    XML that is deeper than 256 elements is refused when it is parsed.
    """
    for child in element:
        name = _name(child)
        if name in _GONE:
            continue
        if name in ("p", "tbl"):
            yield child
        if name == "p":
            yield from _boxed(child)
        elif name != "tbl":
            yield from _blocks(child)


def _boxed(paragraph: Any) -> Iterator[Any]:
    """The paragraphs of text boxes that hang on a paragraph; each box is there twice."""
    for box in paragraph.iter(f"{_W}txbxContent", f"{_STRICT}txbxContent"):
        if next(box.iterancestors(f"{_MC}Fallback"), None) is None:
            yield from _blocks(box)


def _paragraphs(walker: _Walker, element: Any) -> Iterator[_Paragraph]:
    """The paragraphs below an element, tables passed over, those that run on joined."""
    before: _Paragraph | None = None
    for block in _blocks(element):
        if _name(block) != "p":
            continue
        found = walker.paragraph(block)
        if before is not None:
            found = found._replace(text=before.text + found.text, kind=before.kind)
        before = found if found.runs_on else None
        if before is None:
            yield found
    if before is not None:
        yield before


def _add_plain(draft: Draft, walker: _Walker, element: Any, kind: Kind) -> None:
    """Add the paragraphs and the cells below an element as pieces of one kind."""
    for paragraph in _paragraphs(walker, element):
        draft.add(paragraph.text, kind)
    for table in element.iter(f"{_W}tbl", f"{_STRICT}tbl"):
        for cell in _cells(walker, table):
            draft.add(cell.text, kind)


def _add_blocks(draft: Draft, walker: _Walker, element: Any) -> None:
    """Add what stands below an element, tables as cells."""
    before: _Paragraph | None = None
    for block in _blocks(element):
        if _name(block) == "tbl":
            _add_table(draft, walker, block)
            continue
        found = walker.paragraph(block)
        if before is not None:
            found = found._replace(text=before.text + found.text, kind=before.kind)
        before = found if found.runs_on else None
        if before is None:
            draft.add(found.text, found.kind)
    if before is not None:
        draft.add(before.text, before.kind)


def _add_table(draft: Draft, walker: _Walker, table: Any) -> None:
    cells = list(_cells(walker, table))
    if is_layout(cells):
        for row in _rows(table):
            for cell in _cells_of_row(row):
                _add_blocks(draft, walker, cell)
        return
    add_table(draft, cells)


def _rows(table: Any) -> list[Any]:
    """The rows of a table that no tracked change deletes."""
    rows: list[Any] = []
    for child in table:
        name = _name(child)
        if name == "tr":
            properties = _child(child, "trPr")
            if properties is None or _child(properties, "del") is None:
                rows.append(child)
        elif name in ("ins", "moveTo", "customXml", "sdt", "sdtContent", "smartTag"):
            rows.extend(_rows(child))
    return rows


def _cells_of_row(row: Any) -> list[Any]:
    cells: list[Any] = []
    for child in row:
        name = _name(child)
        if name == "tc":
            cells.append(child)
        elif name in ("customXml", "sdt", "sdtContent", "ins"):
            cells.extend(_cells_of_row(child))
    return cells


def _cells(walker: _Walker, table: Any) -> Iterator[Cell]:
    """The cells of a table, merged ones as one."""
    growing: dict[int, Cell] = {}
    for number, row in enumerate(_rows(table)):
        properties = _child(row, "trPr")
        header = _is_on(properties, "tblHeader")
        column = _number(None if properties is None else _child(properties, "gridBefore"), 0)
        for element in _cells_of_row(row):
            about = _child(element, "tcPr")
            span = _number(None if about is None else _child(about, "gridSpan"), 1)
            merge = None if about is None else _child(about, "vMerge")
            if merge is not None and _get(merge, "val") != "restart" and column in growing:
                grown = growing[column]
                growing[column] = grown._replace(rows=number - grown.row + 1)
            else:
                if column in growing:
                    yield growing.pop(column)
                text = _cell_text(walker, element)
                growing[column] = Cell(number, column, text, 1, span, header)
            column += span
    yield from growing.values()


def _number(element: Any, missing: int) -> int:
    value = None if element is None else _get(element, "val")
    return min(int(value), 1000) if value and value.isdigit() else missing


def _cell_text(walker: _Walker, element: Any) -> str:
    """The text of a cell, with that of tables inside it."""
    parts: list[str] = []
    for block in _blocks(element):
        if _name(block) == "p":
            parts.append(walker.paragraph(block).text)
        else:
            inner: Sequence[Any] = [cell for row in _rows(block) for cell in _cells_of_row(row)]
            parts.extend(_cell_text(walker, cell) for cell in inner)
    return "\n".join(part for part in parts if part.strip())
