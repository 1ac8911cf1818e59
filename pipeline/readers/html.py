"""Web pages: the main text and its tables, without menus, adverts and comments.

trafilatura finds the main text; tables are read here, because it forgets which cells are
merged, and so are title, date and site, because it also guesses them from the text.
"""

from __future__ import annotations

import codecs
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import unescape
from typing import Any

import regex

from pipeline.readers.common import Draft, Kind, LanguageCode, Pieces, Request, tidy
from pipeline.readers.layout import RAISED
from pipeline.readers.legacy import Font, Legacy, legacy_of, unscramble
from pipeline.readers.tables import Cell, add_table, is_layout
from pipeline.readers.text import decode

__all__ = ["read_html"]

_CHARSET = regex.compile(
    rb"(?i)<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]+)"
)
_XML_HEAD = regex.compile(r"^\s*<\?xml[^>]*\?>")
_FONT_FAMILY = regex.compile(r"(?i)font(?:-family)?\s*:[^;]*")
_FONT_NAME = regex.compile(r"[^,;:\"']+")
#: A tag with its name, a declaration, or text; an angle bracket that opens no tag is text.
_TOKEN = regex.compile(r"<(/?)([A-Za-z][\w:-]*+)[^<>]*+>|<[!?][^<>]*+>|([^<]++|<)")
_UNSEEN_TEXT = frozenset({"script", "style", "noscript", "template", "textarea", "title"})
_DATE = regex.compile(r"(\d{4})-(\d\d)-(\d\d)|(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
#: Stands for a table while the main text is sought; no page holds it.
_MARK = "\ue000table {}\ue001"
_MARKED = regex.compile(r"\ue000table (\d+)\ue001")

#: What nobody reads on a page.
_UNSEEN = (
    "script", "style", "noscript", "template", "iframe", "object", "svg", "canvas",
    "button", "select", "option", "textarea", "input", "head", "video", "audio", "map", "math",
)  # fmt: skip
#: What stands around the main text.
_AROUND = ("nav", "header", "footer", "aside")
_AROUND_NAME = regex.compile(
    r"(?i)\b(?:nav|menu|breadcrumbs?|footer|header|sidebar|comments?|binh-?luan|ads?|adverts?|banner"
    r"|related|tin-?lien-?quan|share|social|popup|cookies?|widget|tags?)\b"
)
#: Elements inside of a line, of HTML and of what trafilatura gives.
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
     "font", "hi", "i", "ins", "kbd", "label", "mark", "nobr", "q", "ref", "s", "samp", "small",
     "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "graphic"}
)  # fmt: skip
#: A paragraph of so many characters is text and no menu.
_LONG = 80
#: A form with more text than this is a whole page in a form, as some programs write them.
_LONG_FORM = 300
#: If less of the long paragraphs is in the main text than this, the whole page is read.
_KEPT = 0.5
#: Cells beyond this span nothing (a page may say that one spans a million columns).
_WIDEST = 1000
_MOST_TABLES = 2_000


def read_html(content: bytes, request: Request) -> Pieces:
    """The main text of a web page with its tables."""
    from lxml import html  # noqa: PLC0415

    text, encoding = _decoded(content, request)
    text, mended = unscramble(text)
    notes = [f"encoding {encoding}"]
    legacy = legacy_of(request.rulebook)
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=False)
    tree = html.document_fromstring(_XML_HEAD.sub("", text).replace("\0", "") or "<p>", parser)
    about = _About(tree)
    for element in list(tree.iter("noscript", "template", "svg", "script", "style")):
        element.drop_tree()
    fonts = _convert_fonts(tree, legacy)
    for form in tree.iter("form"):
        if len(form.text_content()) > _LONG_FORM:
            form.tag = "div"
    for element in tree.iter("sup"):
        element.text = (element.text or "").translate(RAISED)
    tables = _take_tables(tree)
    lines = _main(tree)
    whole = _stripped(text)
    if _length_read(tree, tables) < _KEPT * sum(map(len, whole)):
        lines, tables = [("paragraph", line) for line in whole], []
        notes.append("nested too deep: read without telling the main text apart")
    cleaned, counts = legacy.clean([line for _, line in lines])
    lines = [(kind, line) for (kind, _), line in zip(lines, cleaned, strict=True)]
    draft = Draft(request)
    for kind, line in lines:
        marked = _MARKED.search(line)
        if marked:
            _add_table(draft, tables[int(marked.group(1))], legacy)
        else:
            draft.add(line, kind)
    if mended:
        notes.append(f"{mended} letters of UTF-8 that had been read as windows-1252 mended")
    notes.extend(
        f"{count} lines or runs from {name.upper()}" for name, count in (fonts + counts).items()
    )
    if about.site:
        notes.append(f"site {about.site}")
    pieces = draft.done()
    return pieces._replace(
        notes=tuple(notes),
        title=about.title,
        issued=about.issued,
        language=about.language if len(pieces.text) < 200 else None,
    )


# ── characters ────────────────────────────────────────────────────────────────────────────


def _decoded(content: bytes, request: Request) -> tuple[str, str]:
    """The text of a page: by its mark, as UTF-8, by what its head says, or by evidence."""
    declared = _CHARSET.search(content[:8192])
    name = declared.group(1).decode("ascii", "replace").casefold() if declared else ""
    try:
        return content.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        codec = codecs.lookup(name).name if name else ""
    except LookupError:
        codec = ""
    if (
        codec
        and codec not in ("utf-8", "ascii", "iso8859-1", "cp1252")
        and not codec.startswith("utf-16")
    ):
        return content.decode(codec, "replace"), codec
    return decode(content, request.path, legacy_of(request.rulebook))


def _convert_fonts(tree: Any, legacy: Legacy) -> Counter[str]:
    """Text in old fonts becomes Unicode, wherever the page names the font."""
    counts: Counter[str] = Counter()

    def converted(text: str | None, font: Font | None) -> str | None:
        if not text or font is None:
            return text
        told = legacy.convert(text, font)
        counts[font.encoding] += told != text
        return told

    fonts: dict[Any, Font | None] = {}
    for element in tree.iter():
        above = fonts.get(element.getparent())
        own = _font(element, legacy)
        fonts[element] = own if own is not None else above
        element.text = converted(element.text, fonts[element])
        element.tail = converted(element.tail, above)
    return +counts


def _font(element: Any, legacy: Legacy) -> Font | None:
    face = element.get("face") or ""
    style = element.get("style") or ""
    if not face and "font" not in style.casefold():
        return None
    listed = f"{face},{' '.join(_FONT_FAMILY.findall(style))}"
    for name in _FONT_NAME.findall(listed):
        font = legacy.font(name.strip())
        if font is not None:
            return font
    return None


# ── what a page says of itself ────────────────────────────────────────────────────────────


class _About:
    """Title, date, site and language as a page's own head states them."""

    def __init__(self, tree: Any) -> None:
        self.metas: dict[str, str] = {}
        for meta in tree.iter("meta"):
            name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
            value = tidy(meta.get("content") or "")
            if name and value:
                self.metas.setdefault(name.casefold(), value)
        self.linked = dict(_linked_data(tree))
        self.title = self.first("og:title", "headline") or _heading(tree)
        self.site = self.first("og:site_name", "application-name", "publisher")
        code = (tree.get("lang") or self.first("og:locale", "language") or "")[:2].casefold()
        self.language: LanguageCode | None = (
            "vi" if code == "vi" else "en" if code == "en" else None
        )
        self.issued = self._issued(tree)

    def first(self, *names: str) -> str | None:
        """The first of some names that the head gives a value."""
        found = (self.metas.get(name) or self.linked.get(name) for name in names)
        return next((one for one in found if one), None)

    def _issued(self, tree: Any) -> str | None:
        stated = self.first(
            "article:published_time", "og:article:published_time", "datepublished", "pubdate",
            "publishdate", "dc.date.issued", "dc.date", "dcterms.issued", "dcterms.created", "date",
        )  # fmt: skip
        if stated is None:
            times = [one.get("datetime") for one in tree.iter("time") if one.get("datetime")]
            stated = times[0] if times else None
        return _iso(stated) if stated else None


def _linked_data(tree: Any) -> Iterator[tuple[str, str]]:
    """Headline, date and publisher from JSON-LD, where a page has it and it can be read."""
    for script in tree.iter("script"):
        if (script.get("type") or "").casefold() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        found = data if isinstance(data, list) else [data]
        if isinstance(data, dict) and isinstance(data.get("@graph"), list):
            found = data["@graph"]
        for item in found:
            if isinstance(item, dict):
                yield from _strings(item)


def _strings(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name in ("headline", "datePublished"):
        if isinstance(item.get(name), str):
            yield name.casefold(), tidy(item[name])
    publisher = item.get("publisher")
    if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
        yield "publisher", tidy(publisher["name"])


def _heading(tree: Any) -> str | None:
    for name in ("h1", "title"):
        for element in tree.iter(name):
            text = tidy(element.text_content())
            if text:
                return text[:300]
    return None


def _iso(stated: str) -> str | None:
    found = _DATE.search(stated)
    if not found:
        return None
    year, month, day, other_day, other_month, other_year = found.groups()
    if year is None:
        year, month, day = other_year, other_month, other_day
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return f"{year}-{int(month):02}-{int(day):02}"


# ── the main text ─────────────────────────────────────────────────────────────────────────

Line = tuple[Kind, str]


def _main(tree: Any) -> list[Line]:
    """The main text; the whole page where hardly a long paragraph of it would be kept."""
    page = list(_page_lines(tree, skip=_is_around))
    found = _trafilatura(tree)
    long = [line for _, line in page if len(line) >= _LONG]
    kept = "\n".join(line for _, line in found)
    covered = sum(len(line) for line in long if line[:_LONG] in kept)
    return found if covered >= _KEPT * sum(map(len, long)) and found else page


def _trafilatura(tree: Any) -> list[Line]:
    import trafilatura  # noqa: PLC0415

    document = trafilatura.bare_extraction(
        tree, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False,
        with_metadata=False, include_formatting=False, include_links=False,
    )  # fmt: skip
    body = getattr(document, "body", None)
    return [] if body is None else list(_lines(_walk(body), heads=("head",), breaks=("lb",)))


def _page_lines(tree: Any, *, skip: Callable[[Any], bool] | None) -> Iterator[Line]:
    """Every line of a page; what is not to be seen, and what else is to be skipped, left out."""
    body = tree.find("body")
    seen = _walk(tree if body is None else body, skip=skip or _is_unseen)
    return _lines(seen, heads=("h1", "h2", "h3", "h4", "h5", "h6"), breaks=("br",))


def _lines(
    steps: Iterable[tuple[str, Any]], *, heads: Sequence[str], breaks: Sequence[str]
) -> Iterator[Line]:
    """The lines of a walk: a block or a line break ends one."""
    kind: Kind = "paragraph"
    parts: list[str] = []
    for event, element in steps:
        name = element.tag if isinstance(element.tag, str) else ""
        if name not in _INLINE:
            line = tidy("".join(parts))
            if line:
                yield kind, line
            parts = []
            kind = "heading" if event == "start" and name in heads else "paragraph"
        text = element.text if event == "start" else element.tail
        if text and not (name in breaks and event == "start"):
            parts.append(text)
    line = tidy("".join(parts))
    if line:
        yield kind, line


def _walk(
    root: Any, *, skip: Callable[[Any], bool] = lambda element: False
) -> Iterator[tuple[str, Any]]:
    """The starts and ends of an element and those below it, some of them left out."""
    stack: list[tuple[str, Any]] = [("start", root)]
    while stack:
        event, element = stack.pop()
        if event == "start" and element is not root and skip(element):
            yield "end", element
            continue
        yield event, element
        if event == "start":
            stack.append(("end", element))
            stack.extend(("start", child) for child in reversed(element))


def _length_read(tree: Any, tables: Iterable[Sequence[Cell]]) -> int:
    """The characters of a page that were read, with those of its tables."""
    lines = sum(len(line) for _, line in _page_lines(tree, skip=None))
    return lines + sum(len(cell.text) for cells in tables for cell in cells)


def _stripped(text: str) -> list[str]:
    """The lines of a page with its tags taken off, however they are nested."""
    parts = text.split("<!--")
    text = parts[0] + "".join(part.partition("-->")[2] for part in parts[1:])
    lines: list[list[str]] = [[]]
    unseen = ""
    for found in _TOKEN.finditer(text):
        name = (found.group(2) or "").casefold()
        if found.group(3) is not None:
            if not unseen:
                lines[-1].append(found.group())
        elif unseen:
            unseen = "" if found.group(1) and name == unseen else unseen
        elif name in _UNSEEN_TEXT and not found.group(1):
            unseen = name
        elif name not in _INLINE:
            lines.append([])
    return [line for one in lines if (line := tidy(unescape("".join(one))))]


def _is_unseen(element: Any) -> bool:
    return not isinstance(element.tag, str) or element.tag in _UNSEEN


def _is_around(element: Any) -> bool:
    if _is_unseen(element) or element.tag in _AROUND:
        return True
    labels = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
    return bool(labels.strip()) and _AROUND_NAME.search(labels) is not None


# ── tables ────────────────────────────────────────────────────────────────────────────────


def _take_tables(tree: Any) -> list[list[Cell]]:
    """The tables of a page; in their place stands a mark."""
    from lxml import html  # noqa: PLC0415

    tables: list[list[Cell]] = []
    for table in list(tree.iter("table"))[:_MOST_TABLES]:
        if next(table.iterdescendants("table"), None) is not None:
            continue
        cells = list(_cells(table))
        rows = {cell.row for cell in cells if cell.text}
        if len(rows) < 2 or len({cell.column for cell in cells}) < 2 or is_layout(cells):
            continue
        mark = html.Element("p")
        mark.text = _MARK.format(len(tables))
        mark.tail = table.tail
        table.getparent().replace(table, mark)
        tables.append(cells)
    return tables


def _cells(table: Any) -> Iterator[Cell]:
    """The cells of a table with their spans."""
    taken: dict[tuple[int, int], bool] = {}
    for number, row in enumerate(table.iter("tr")):
        column = 0
        in_head = row.getparent() is not None and row.getparent().tag == "thead"
        for element in row.iterchildren("td", "th"):
            while taken.get((number, column)):
                column += 1
            rows, columns = _span(element, "rowspan"), _span(element, "colspan")
            for down in range(min(rows, 200)):
                taken.update(
                    ((number + down, column + at), True) for at in range(min(columns, 100))
                )
            text = tidy(" ".join(element.itertext()))
            yield Cell(number, column, text, rows, columns, in_head or element.tag == "th")
            column += columns


def _span(element: Any, name: str) -> int:
    value = (element.get(name) or "1").strip()
    return max(1, min(int(value), _WIDEST)) if value.isascii() and value.isdigit() else 1


def _add_table(draft: Draft, cells: Sequence[Cell], legacy: Legacy) -> None:
    texts, _ = legacy.clean([cell.text for cell in cells])
    add_table(draft, [cell._replace(text=text) for cell, text in zip(cells, texts, strict=True)])
