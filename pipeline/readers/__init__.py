"""Reports as text: one file a format, all of them giving a `Document`.

Text is normalised once, here, to NFC; nothing is taken out of it. Page furniture stays in
the text and is marked, so that offsets hold and no fact comes from it. What a file is, its
bytes say and not its name; whatever is in it, it is read or refused with `Unreadable`.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from pipeline.model import Document
from pipeline.readers import docx, html, ocr, pdf, sheets
from pipeline.readers import text as text_reader
from pipeline.readers.common import LanguageCode, Ocr, Pieces, Request, Unreadable
from pipeline.readers.formats import refusal_of, sniff
from pipeline.readers.legacy import legacy_of
from pipeline.rulebook import Rulebook

__all__ = ["READERS", "Ocr", "Unreadable", "read", "read_text"]

#: The reader of each ending; what is not listed is refused by name.
READERS: Mapping[str, Callable[[bytes, Request], Pieces]] = {
    ".txt": text_reader.read_plain,
    ".text": text_reader.read_plain,
    ".md": text_reader.read_markdown,
    ".markdown": text_reader.read_markdown,
    ".pdf": pdf.read_pdf,
    ".docx": docx.read_docx,
    ".html": html.read_html,
    ".htm": html.read_html,
    ".xhtml": html.read_html,
    ".csv": sheets.read_csv,
    ".tsv": sheets.read_csv,
    ".xlsx": sheets.read_xlsx,
    ".png": ocr.read_image,
    ".jpg": ocr.read_image,
    ".jpeg": ocr.read_image,
    ".tif": ocr.read_image,
    ".tiff": ocr.read_image,
}

#: The endings of formats that have no first bytes of their own.
_PLAIN = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".csv", ".tsv"})

#: A scanned report of a thousand pages has 200 MiB; what is larger is no report.
_MOST_BYTES = 256 * 2**20


def read(
    path: Path,
    *,
    rulebook: Rulebook,
    language: LanguageCode | None = None,
    ocr: Ocr = "auto",
) -> Document:
    """The document in a file; raises Unreadable with the place, the reason and the remedy.

    ``ocr`` says which pages of a PDF are read from their picture: those without a text that
    can be used, none or all.
    """
    request = Request(path, rulebook, language, ocr)
    content = _content(request)
    ending, notes = _format(content, request)
    try:
        pieces = READERS[ending](content, request)
    except Unreadable:
        raise
    except Exception as error:  # files are made by strangers: no damage may stop a batch
        reason = f"reading it failed ({type(error).__name__}: {error})"
        remedy = "open it in its program and save it again; if that does not help, report it"
        raise request.refuse(reason, remedy) from error
    pieces = pieces._replace(notes=(*notes, *pieces.notes))
    digest = hashlib.sha256(content).hexdigest()
    return text_reader.document(pieces, digest, str(path), rulebook=rulebook, language=language)


def read_text(
    text: str, *, path: str = "-", rulebook: Rulebook, language: LanguageCode | None = None
) -> Document:
    """A text that is already in memory as a document; its id is the hash of its UTF-8."""
    content = text.encode("utf-8", "surrogatepass")
    pieces = text_reader.pieces_of(text, legacy=legacy_of(rulebook))
    digest = hashlib.sha256(content).hexdigest()
    return text_reader.document(pieces, digest, path, rulebook=rulebook, language=language)


def _content(request: Request) -> bytes:
    """The bytes of a file, if it is one and not larger than any report."""
    try:
        about = request.path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise request.refuse("it is a folder", f"baocao ingest {request.path}")
        if not stat.S_ISREG(about.st_mode):
            raise request.refuse("it is no ordinary file", "give a file")
        if about.st_size > _MOST_BYTES:
            reason = f"it has {about.st_size // 2**20} MiB"
            raise request.refuse(reason, f"split it: {_MOST_BYTES // 2**20} MiB are read at most")
        content = request.path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise request.refuse(reason, "check the path and its rights") from error
    if not content.strip(b"\0 \t\r\n"):
        reason = "it holds nothing but zeros and blanks" if content else "it is empty"
        raise request.refuse(reason, "nothing to read")
    return content


def _format(content: bytes, request: Request) -> tuple[str, tuple[str, ...]]:
    """The ending whose reader fits a file, and a note where its name says another one."""
    named = request.path.suffix.casefold()
    found = sniff(content)
    if found == ".zip" and named in READERS:
        found = named if named not in _PLAIN else found
    if found == ".ole" and refusal_of(named) is not None:
        found = named
    if found is None:
        found = _unmarked(content, named, request)
    refusal = refusal_of(found)
    if refusal is not None:
        raise request.refuse(f"it is {refusal.name}", refusal.remedy)
    if found == named or READERS[found] is READERS.get(named):
        return found, ()
    return found, (f"named {named or 'without ending'}, read as {found}",)


def _unmarked(content: bytes, named: str, request: Request) -> str:
    """The ending of a file whose first bytes tell nothing."""
    if named in _PLAIN or refusal_of(named) is not None:
        return named
    if named not in READERS:
        remedy = f"convert it to what baocao reads: {' '.join(sorted(READERS))}"
        raise request.refuse(f"{named or 'no'} ending is not read", remedy)
    is_picture = READERS[named] is ocr.read_image  # a failed download, or a pointer to the file
    if text_reader.is_text(content) and not is_picture:
        return ".txt"
    remedy = "download or export it again; its first bytes are those of another kind of file"
    raise request.refuse(f"it is no {named} file", remedy)
