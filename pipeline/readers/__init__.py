"""Reports as text: one file a format, all of them giving a `Document`.

Text is normalised once, here, to NFC; nothing is taken out of it. Page furniture stays in
the text and is marked, so that offsets hold and no fact comes from it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

from pipeline.model import Document
from pipeline.readers import text as text_reader
from pipeline.readers.common import Pieces, Unreadable
from pipeline.rulebook import Rulebook

__all__ = ["READERS", "Unreadable", "read", "read_text"]

LanguageCode = Literal["en", "vi"]

#: The reader of each ending; what is not listed is refused by name.
READERS: Mapping[str, Callable[[bytes, Path], Pieces]] = {
    ".txt": text_reader.read_plain,
    ".text": text_reader.read_plain,
    ".md": text_reader.read_markdown,
    ".markdown": text_reader.read_markdown,
}

#: What to do with formats that are not read, in one sentence each.
_REMEDIES: Mapping[str, str] = {
    ".doc": "open it in Word or LibreOffice and save it as .docx or .txt",
    ".docx": "save it as plain text: libreoffice --headless --convert-to txt:Text FILE",
    ".pdf": "extract its text first: pdftotext -layout FILE",
    ".html": "save the page as text",
    ".htm": "save the page as text",
    ".rtf": "save it as plain text",
}


def read(path: Path, *, rulebook: Rulebook, language: LanguageCode | None = None) -> Document:
    """The document in a file; raises Unreadable with the place, the reason and the remedy."""
    ending = path.suffix.casefold()
    reader = READERS.get(ending)
    if reader is None:
        known = " ".join(sorted(READERS))
        remedy = _REMEDIES.get(ending, f"baocao reads {known}")
        raise Unreadable(str(path), "the file", f"{ending or 'no'} ending is not read", remedy)
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unreadable(str(path), "the file", reason, "check the path and its rights") from error
    pieces = reader(content, path)
    digest = hashlib.sha256(content).hexdigest()
    return text_reader.document(pieces, digest, str(path), rulebook=rulebook, language=language)


def read_text(
    text: str, *, path: str = "-", rulebook: Rulebook, language: LanguageCode | None = None
) -> Document:
    """A text that is already in memory as a document; its id is the hash of its UTF-8."""
    content = text.encode("utf-8", "surrogatepass")
    pieces = text_reader.pieces_of(text)
    digest = hashlib.sha256(content).hexdigest()
    return text_reader.document(pieces, digest, path, rulebook=rulebook, language=language)
