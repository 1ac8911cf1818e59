"""Plain text and Markdown: encoding, NFC, paragraphs, headings, table rows, furniture."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Literal

import regex
from charset_normalizer import from_bytes

from pipeline.model import Document, Passage
from pipeline.readers.common import Piece, Pieces, Unreadable
from pipeline.rulebook import Rulebook

__all__ = ["decode", "document", "pieces_of", "read_markdown", "read_plain"]

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LINE = regex.compile(r"[^\n]+")
_HEADING = regex.compile(r"\s{0,3}#{1,6}\s")
_RULE_ROW = regex.compile(r"\s*\|?[\s:|-]+\|?\s*")
_ENDED = regex.compile(r"[.!?:;…][\"”’')\]]*\s*$")
_CONTINUES = regex.compile(r"\s*[\p{Ll}(\d%]")
_LIST_ITEM = regex.compile(r"\s*(?:[-–—•*+]\s|\(?\w{1,3}[.)]\s)")
_WRAPPED = 55
#: Of so many Vietnamese words at least one has a letter or is a word that English lacks.
_VIETNAMESE = 8
_LIMIT = 64 * 1024 * 1024


def decode(content: bytes, path: Path) -> tuple[str, str]:
    """The text of a file and the name of its encoding; raises Unreadable for no text."""
    if not content.strip():
        raise Unreadable(str(path), "the file", "it is empty", "nothing to read")
    if len(content) > _LIMIT:
        reason = f"{len(content) // 2**20} MiB of text"
        raise Unreadable(str(path), "the file", reason, "split it: 64 MiB are read at most")
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content.decode(encoding, "replace").lstrip("\ufeff"), encoding
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        guess = from_bytes(content).best()
        if guess is None:
            remedy = "it holds no text; if it is a scan or an office file, give it its own ending"
            raise Unreadable(str(path), "the file", "no known encoding", remedy) from None
        return str(guess), guess.encoding
    if text.count("\0") > len(text) // 100:
        return _without_mark(content, path)
    return text, "utf-8"


def _without_mark(content: bytes, path: Path) -> tuple[str, str]:
    """UTF-16 that lacks its byte order mark: every other byte of Latin text is zero."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = content.decode(encoding, "replace")
        if "\0" not in text and "\ufffd" not in text:
            return text, encoding
    raise Unreadable(str(path), "the file", "it is binary", "give it the ending of its format")


def read_plain(content: bytes, path: Path) -> Pieces:
    """A plain text file."""
    text, encoding = decode(content, path)
    pieces = pieces_of(text)
    return pieces._replace(notes=(f"encoding {encoding}", *pieces.notes))


def read_markdown(content: bytes, path: Path) -> Pieces:
    """A Markdown file; headings and table rows are told apart, nothing is taken out."""
    text, encoding = decode(content, path)
    pieces = pieces_of(text, markdown=True)
    return pieces._replace(notes=(f"encoding {encoding}", *pieces.notes))


def pieces_of(text: str, *, markdown: bool = False) -> Pieces:
    """The pieces of a text: a line each, hard-wrapped lines joined to their paragraph."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    notes: tuple[str, ...] = ()
    if not unicodedata.is_normalized("NFC", text):
        text, notes = unicodedata.normalize("NFC", text), ("normalised to NFC",)
    pieces: list[Piece] = []
    for found in _LINE.finditer(text):
        line = found.group()
        if not line.strip():
            continue
        kind: Literal["paragraph", "heading", "row"] = "paragraph"
        if markdown and _HEADING.match(line):
            kind = "heading"
        elif markdown and line.lstrip().startswith("|"):
            kind = "row"
            if _RULE_ROW.fullmatch(line):
                continue
        piece = Piece(found.start(), found.end(), kind)
        if pieces and _wraps(text, pieces[-1], piece):
            pieces[-1] = pieces[-1]._replace(end=piece.end)
        else:
            pieces.append(piece)
    return Pieces(text, tuple(pieces), notes)


def _wraps(text: str, before: Piece, after: Piece) -> bool:
    """Whether a line goes on where the line before it broke off."""
    if before.kind != "paragraph" or after.kind != "paragraph" or after.start != before.end + 1:
        return False
    last_line = text[text.rfind("\n", before.start, before.end) + 1 or before.start : before.end]
    line = text[after.start : after.end]
    return (
        len(last_line.strip()) >= _WRAPPED
        and not _ENDED.search(last_line)
        and not _LIST_ITEM.match(line)
        and bool(_CONTINUES.match(line))
    )


def document(
    pieces: Pieces,
    digest: str,
    path: str,
    *,
    rulebook: Rulebook,
    language: Literal["en", "vi"] | None = None,
) -> Document:
    """The pieces as a document, its language found and its furniture marked."""
    furniture = _furniture(rulebook)
    passages = tuple(
        Passage(
            start=piece.start,
            end=piece.end,
            kind="furniture" if _is_furniture(pieces.text, piece, furniture) else piece.kind,
            headers=piece.headers,
            page=piece.page,
            box=piece.box,
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


def detect_language(text: str, rulebook: Rulebook) -> Literal["en", "vi"]:
    """The language of a text, by the letters and the small words that only one has.

    Names of places keep their letters in English: words in capitals do not count.
    """
    words = regex.findall(r"\p{L}+", text[:20_000])
    plain = [word for word in words if word.islower()] or [word.casefold() for word in words]
    scores = {}
    for code, rules in rulebook.languages.items():
        card = rules.language.card
        letters = set(card.letters)
        clues = set(card.clues)
        scores[code] = sum(1 for word in plain if word in clues or not letters.isdisjoint(word))
    vietnamese, english = scores.get("vi", 0), scores.get("en", 0)
    return "vi" if vietnamese >= max(english, len(plain) / _VIETNAMESE) else "en"


def _furniture(rulebook: Rulebook) -> frozenset[str]:
    lines = rulebook.furniture["lines"]
    return frozenset((*lines.en, *lines.vi))


_NUMBERS = regex.compile(r"\d+(?:[.,]\d+)*")


def _is_furniture(text: str, piece: Piece, furniture: frozenset[str]) -> bool:
    if piece.kind != "paragraph" or piece.end - piece.start > 80:
        return False
    line = " ".join(text[piece.start : piece.end].casefold().split())
    return _NUMBERS.sub("#", line).rstrip(" .") in furniture
