"""Plain text and Markdown: encoding, NFC, paragraphs, headings, table rows, furniture."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import regex
from charset_normalizer import from_bytes

from pipeline.language import LanguageCard
from pipeline.model import Document, Passage, Place
from pipeline.readers.common import (
    LONGEST,
    Kind,
    LanguageCode,
    Piece,
    Pieces,
    Request,
    Unreadable,
    cut,
)
from pipeline.readers.legacy import Legacy, legacy_of, unscramble
from pipeline.readers.tables import is_label, is_value, numbers_columns
from pipeline.readers.written import written_tables
from pipeline.rulebook import Rulebook

__all__ = ["decode", "document", "is_text", "pieces_of", "read_markdown", "read_plain"]

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LINE = regex.compile(r"[^\n]+")
_LETTERS = regex.compile(r"\p{L}+")
#: Half of a pair of UTF-16, alone: no letter, and nothing that can be written down as UTF-8.
_HALF_LETTER = regex.compile("[\ud800-\udfff]")
_HEADING = regex.compile(r"\s{0,3}#{1,6}\s")
_RULE_ROW = regex.compile(r"\s*\|?[\s:|-]+\|?\s*")
_ENDED = regex.compile(r"[.!?:;…][\"”’')\]]*\s*$")
_CONTINUES = regex.compile(r"\s*[\p{Ll}(\d%]")
#: What goes on with a capital: behind a comma or a hyphen, and a unit behind its number.
_BROKEN = regex.compile(r"[,(/-]\s*$")
_UNIT = regex.compile(r"\s*(?:[kKMGT]W(?:h|p)?|[km]VA?|MVA|USD|VN[DĐ]|EUR|DWT|TEU|CV)(?!\w)")
_LIST_ITEM = regex.compile(r"\s*(?:[-–—•*+]\s|\(?\w{1,3}[.)]\s)")
#: Codes that no text holds; files of other kinds are full of them.
_CONTROL = regex.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
#: The head of a column that holds the units of its rows.
_UNIT_HEAD = regex.compile(r"(?i)unit|đvt|đ\.v\.t|đơn\s+vị(?:\s+tính)?")
#: A cell of a Markdown row, blanks left out; an empty one counts as a column.
_CELL = regex.compile(r"(?<=\|)[^\S|]*+\K[^|\n]*?(?=[^\S|]*\|)")
_FEW_CODES = 10
_WRAPPED = 55
#: Of so many Vietnamese words at least one has a letter or is a word that English lacks.
_VIETNAMESE = 8
#: A report of a thousand pages has 5 MB; what is larger is a log or a dump.
_LIMIT = 64 * 1024 * 1024
#: So much of a text is looked at to tell its encoding; more changes nothing, and takes long.
_SAMPLE = 256 * 1024
#: Letters of several bytes that are whole: no other encoding makes so many by chance.
_ENOUGH_LETTERS = 3


def decode(content: bytes, path: Path, legacy: Legacy | None = None) -> tuple[str, str]:
    """The text of a file and the name of its encoding; raises Unreadable for no text."""
    if not content.strip():
        raise Unreadable(str(path), "the file", "it is empty", "nothing to read")
    if len(content) > _LIMIT:
        reason = f"{len(content) // 2**20} MiB of text"
        raise Unreadable(str(path), "the file", reason, "split it: 64 MiB are read at most")
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content.decode(encoding, "replace").lstrip("\ufeff"), encoding
    found = _wide(content)
    if found:
        return content.decode(found, "replace"), found
    sample = content[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > max(_FEW_CODES, len(sample) // 100):
        remedy = "give it the ending of its format"
        raise Unreadable(str(path), "the file", "it is binary, no text", remedy)
    for reading in (_utf_8, legacy.decode if legacy else _guessed, _guessed):
        decoded = reading(content)
        if decoded:
            return decoded
    remedy = "it holds no text; if it is a scan or an office file, give it its own ending"
    raise Unreadable(str(path), "the file", "no known encoding", remedy)


def _wide(content: bytes) -> str | None:
    """UTF-16 that lacks its byte order mark: every other byte is that of a few alphabets."""
    sample = content[: _SAMPLE - _SAMPLE % 2]
    half = len(sample) // 2
    for encoding, high, low in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        alphabets = sum(map(high.count, (0x00, 0x01, 0x03, 0x1E, 0x20)))
        if alphabets > 0.95 * half and high.count(0) > half // 3 and low.count(0) < half // 50:
            return encoding
    return None


def _utf_8(content: bytes) -> tuple[str, str] | None:
    """UTF-8, with broken bytes if its letters prove it; halves of UTF-16 pairs are let pass."""
    try:
        return content.decode("utf-8", "surrogatepass"), "utf-8"
    except UnicodeDecodeError:
        text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd") - content.count("\ufffd".encode())
    letters = sum(not one.isascii() for one in text) - text.count("\ufffd")
    if broken <= letters and letters >= _ENOUGH_LETTERS:
        return text, f"utf-8, {broken} broken bytes"
    return None


def _guessed(content: bytes) -> tuple[str, str] | None:
    guess = from_bytes(content[:_SAMPLE]).best()
    return (content.decode(guess.encoding, "replace"), guess.encoding) if guess else None


def is_text(content: bytes) -> bool:
    """Whether bytes are text beyond doubt: whole UTF-8 without control codes."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return bool(content.strip()) and _CONTROL.search(content) is None


def read_plain(content: bytes, request: Request) -> Pieces:
    """A plain text file."""
    return _read(content, request, markdown=False)


def read_markdown(content: bytes, request: Request) -> Pieces:
    """A Markdown file; headings and table rows are told apart, nothing is taken out."""
    return _read(content, request, markdown=True)


def _read(content: bytes, request: Request, *, markdown: bool) -> Pieces:
    legacy = legacy_of(request.rulebook)
    text, encoding = decode(content, request.path, legacy)
    pieces = pieces_of(text, markdown=markdown, legacy=legacy)
    return pieces._replace(notes=(f"encoding {encoding}", *pieces.notes))


def pieces_of(text: str, *, markdown: bool = False, legacy: Legacy | None = None) -> Pieces:
    """The pieces of a text: a line each, hard-wrapped lines joined to their paragraph."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, notes = _letters(text, legacy)
    pieces: list[Piece] = []
    for piece in _lines(text, markdown=markdown):
        if pieces and _wraps(text, pieces[-1], piece):
            pieces[-1] = pieces[-1]._replace(end=piece.end)
        else:
            pieces.append(piece)
    return Pieces(text, tuple(pieces), notes)


def _letters(text: str, legacy: Legacy | None) -> tuple[str, tuple[str, ...]]:
    """A text in NFC with whole letters, and notes of what was done to it."""
    notes: list[str] = []
    text, broken = _HALF_LETTER.subn("\ufffd", text)
    if broken:
        notes.append("half letters replaced")
    text, mended = unscramble(text)
    if mended:
        letters = "letter" if mended == 1 else "letters"
        notes.append(f"{mended} {letters} of UTF-8 that had been read as windows-1252 mended")
    if legacy is not None and legacy.suspicious(text):
        lines, counts = legacy.clean(text.split("\n"))
        text = "\n".join(lines)
        notes.extend(legacy.told(counts))
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        notes.append("normalised to NFC")
    return text, tuple(notes)


def _lines(text: str, *, markdown: bool) -> Iterator[Piece]:
    table: MarkdownTable | None = None
    last = 0
    written = written_tables(text)
    near = next(written, None)
    for found in _LINE.finditer(text):
        if near is not None and found.start() >= near.start:
            if found.start() == near.start:
                yield from near.pieces
            if found.end() < near.end:
                continue
            near, last = next(written, None), found.end()
            continue
        line = found.group()
        if not line.strip() or text.count("\n", last, found.start()) > 1:
            table = None  # A blank line ends a table.
        last = found.end()
        if not line.strip():
            continue
        if markdown and line.lstrip().startswith("|"):
            table = table or MarkdownTable()
            yield from table.row(line, found.start())
            continue
        table = None
        kind: Kind = "heading" if markdown and _HEADING.match(line) else "paragraph"
        for first, last in cut(line):
            yield Piece(found.start() + first, found.start() + last, kind)


class MarkdownTable:
    """The cells of a Markdown table, row by row; its first rows hold the headers."""

    def __init__(self) -> None:
        self.above: dict[int, tuple[Place, ...]] = {}
        self.units: set[int] = set()
        self.seen = 0
        self.in_body = False

    def row(self, line: str, offset: int) -> Iterator[Piece]:
        """The cells of one line of the table, each with what it stands under and beside."""
        if _RULE_ROW.fullmatch(line):
            return
        cells = [
            (column, found.group(), (offset + found.start(), offset + found.end()))
            for column, found in enumerate(_CELL.finditer(line))
        ]
        if not self.in_body and self._heads([text for _, text, _ in cells]):
            yield from self._head(cells)
            return
        self.in_body = True
        beside: tuple[Place, ...] = ()
        for column, text, place in cells:
            if not text:
                continue
            heads = self.above.get(column, ())
            yield Piece(*place, "cell", (*heads, *beside), len(heads))
            named = column in self.units or (not beside and is_label(text))
            if named:
                beside = (*beside, place)

    def _heads(self, texts: Sequence[str]) -> bool:
        """Whether a row goes on with the headers: it names no row, or numbers the columns."""
        if not self.seen or numbers_columns([text for text in texts if text]):
            return True
        return not texts[0] and any(texts) and not any(map(is_value, filter(None, texts)))

    def _head(self, cells: Sequence[tuple[int, str, Place]]) -> Iterator[Piece]:
        """The headers of a row, each under those above it; a blank one goes on with its left."""
        outer: tuple[Place, ...] = ()
        numbers = numbers_columns([text for _, text, _ in cells if text])
        for column, text, place in cells:
            outer = self.above.get(column, outer) if self.seen else ()
            if not text:
                continue
            if numbers:
                yield Piece(*place, "cell")
                continue
            self.above[column] = (*outer, place)
            if _UNIT_HEAD.fullmatch(text):
                self.units.add(column)
            yield Piece(*place, "cell", outer, len(outer))
        self.seen += 1


def _wraps(text: str, before: Piece, after: Piece) -> bool:
    """Whether a line goes on where the line before it broke off."""
    if before.kind != "paragraph" or after.kind != "paragraph":
        return False
    if text[before.end : after.start] != "\n" or after.end - before.start > LONGEST:
        return False
    last_line = text[text.rfind("\n", before.start, before.end) + 1 or before.start : before.end]
    line = text[after.start : after.end]
    return (
        len(last_line.strip()) >= _WRAPPED
        and not _ENDED.search(last_line)
        and not _LIST_ITEM.match(line)
        and (bool(_CONTINUES.match(line)) or _goes_on(last_line, line))
    )


def _goes_on(before: str, line: str) -> bool:
    """Whether a line that begins with a capital is not the first of a paragraph."""
    if _BROKEN.search(before):
        return True
    return before.rstrip()[-1:].isdigit() and _UNIT.match(line) is not None


def document(
    pieces: Pieces,
    digest: str,
    path: str,
    *,
    rulebook: Rulebook,
    language: LanguageCode | None = None,
) -> Document:
    """The pieces as a document, its language found and its furniture marked."""
    furniture = _furniture(rulebook)
    passages = tuple(
        Passage(
            start=piece.start,
            end=piece.end,
            kind="furniture" if _is_furniture(pieces.text, piece, furniture) else piece.kind,
            headers=piece.headers,
            columns=piece.columns,
            page=piece.page,
            box=piece.box,
            lines=piece.lines,
        )
        for piece in pieces.pieces
    )
    return Document(
        id=digest,
        path=path,
        text=pieces.text,
        passages=passages,
        language=language or pieces.language or detect_language(pieces.text, rulebook),
        pages=pieces.pages,
        ocr_pages=pieces.ocr_pages,
        weak=pieces.weak,
        title=pieces.title,
        issued=pieces.issued,
        notes=pieces.notes,
    )


def detect_language(text: str, rulebook: Rulebook) -> LanguageCode:
    """The language of a text, by the letters and the small words that only one has.

    Names of places keep their letters in English: words in capitals do not count.
    """
    words = _words(text[:20_000])
    plain = {word: number for word, number in words.items() if word.islower()}
    if not plain:
        for word, number in words.items():
            plain[word.casefold()] = plain.get(word.casefold(), 0) + number
    scores = {code: _score(plain, one.language.card) for code, one in rulebook.languages.items()}
    vietnamese, english = scores.get("vi", 0), scores.get("en", 0)
    if plain and not vietnamese and not english:
        # *Còn 5 xã*: no English sentence has such letters.
        return "en" if all(map(str.isascii, plain)) else "vi"
    return "vi" if vietnamese >= max(english, sum(plain.values()) / _VIETNAMESE) else "en"


def _score(words: Mapping[str, int], card: LanguageCard) -> int:
    """How many words only this language has."""
    clues = set(card.clues)
    score = sum(words.get(word, 0) for word in clues)
    if card.letters:
        letters = set(card.letters)
        score += sum(
            number
            for word, number in words.items()
            if not letters.isdisjoint(word) and word not in clues
        )
    return score


def _words(text: str) -> Mapping[str, int]:
    """How often each word stands in a text; few need more than a blank to part them."""
    printed = text.split()
    words = Counter([one for one in printed if one.isalpha()])
    words.update(_LETTERS.findall(" ".join([one for one in printed if not one.isalpha()])))
    return words


def _furniture(rulebook: Rulebook) -> frozenset[str]:
    lines = rulebook.furniture["lines"]
    return frozenset((*lines.en, *lines.vi))


_NUMBERS = regex.compile(r"\d+(?:[.,]\d+)*")


def _is_furniture(text: str, piece: Piece, furniture: frozenset[str]) -> bool:
    if piece.kind != "paragraph" or piece.end - piece.start > 80:
        return False
    line = " ".join(text[piece.start : piece.end].casefold().split())
    return _NUMBERS.sub("#", line).rstrip(" .") in furniture
