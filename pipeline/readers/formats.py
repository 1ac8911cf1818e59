"""Which format a file has: by its first bytes, whatever its name says."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import NamedTuple

import regex

__all__ = ["Refusal", "refusal_of", "sniff"]


class Refusal(NamedTuple):
    """A format that is not read: what it is, and what to do."""

    name: str
    remedy: str


def _convert(to: str) -> str:
    return f"convert it: libreoffice --headless --convert-to {to} FILE"


_ARCHIVE = "unpack it, and read what is in it"

#: What to do with formats that are not read.
_REFUSALS: Mapping[str, Refusal] = {
    ".doc": Refusal("a Word 97-2003 document", _convert("docx")),
    ".dot": Refusal("a Word 97-2003 template", _convert("docx")),
    ".docm": Refusal("a Word document with macros", _convert("docx")),
    ".xls": Refusal("an Excel 97-2003 workbook", _convert("xlsx")),
    ".xlsb": Refusal("a binary Excel workbook", _convert("xlsx")),
    ".ppt": Refusal("a PowerPoint 97-2003 presentation", _convert("pdf")),
    ".pptx": Refusal("a PowerPoint presentation", _convert("pdf")),
    ".odt": Refusal("an OpenDocument text", _convert("docx")),
    ".ods": Refusal("an OpenDocument spreadsheet", _convert("xlsx")),
    ".odp": Refusal("an OpenDocument presentation", _convert("pdf")),
    ".rtf": Refusal("a Rich Text file", _convert("docx")),
    ".pages": Refusal("an Apple Pages document", "export it from Pages as .docx or .pdf"),
    ".epub": Refusal("an e-book", "convert it to .html or .pdf: ebook-convert FILE OUT.html"),
    ".djvu": Refusal("a DjVu scan", "convert it: ddjvu -format=pdf FILE OUT.pdf"),
    ".mht": Refusal("a web archive", "open it in a browser and save it as .html"),
    ".mhtml": Refusal("a web archive", "open it in a browser and save it as .html"),
    ".eml": Refusal("an e-mail", "save its attachment, or its text as .txt"),
    ".msg": Refusal("an Outlook message", "save its attachment, or its text as .txt"),
    ".ole": Refusal("an office file of Word, Excel or PowerPoint 97-2003", _convert("docx")),
    ".locked": Refusal("an office file with a password", "save it without a password"),
    ".zip": Refusal("a ZIP archive", _ARCHIVE),
    ".gz": Refusal("a gzip archive", _ARCHIVE),
    ".bz2": Refusal("a bzip2 archive", _ARCHIVE),
    ".xz": Refusal("an xz archive", _ARCHIVE),
    ".7z": Refusal("a 7-Zip archive", _ARCHIVE),
    ".rar": Refusal("a RAR archive", _ARCHIVE),
    ".tar": Refusal("a tar archive", _ARCHIVE),
    ".gif": Refusal("a GIF image", "convert it to .png"),
    ".bmp": Refusal("a BMP image", "convert it to .png"),
    ".webp": Refusal("a WebP image", "convert it to .png"),
    ".heic": Refusal("a HEIC photograph", "convert it to .jpg"),
    ".exe": Refusal("a program", "nothing to read"),
    ".duckdb": Refusal("a DuckDB database", "nothing to read; baocao sql asks one"),
    ".sqlite": Refusal("an SQLite database", "export its tables as .csv"),
    ".parquet": Refusal("a Parquet file", "export it as .csv"),
    ".ps": Refusal("a PostScript file", "convert it: ps2pdf FILE OUT.pdf"),
    ".svg": Refusal("a drawing", "convert it to .png"),
}

#: The first bytes of a format.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"II*\x00", ".tif"),
    (b"MM\x00*", ".tif"),
    (b"{\\rtf", ".rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".ole"),
    (b"GIF8", ".gif"),
    (b"\x1f\x8b\x08", ".gz"),
    (b"BZh", ".bz2"),
    (b"\xfd7zXZ\x00", ".xz"),
    (b"7z\xbc\xaf\x27\x1c", ".7z"),
    (b"Rar!\x1a\x07", ".rar"),
    (b"AT&TFORM", ".djvu"),
    (b"%!PS", ".ps"),
    (b"\x7fELF", ".exe"),
    (b"SQLite format 3\x00", ".sqlite"),
    (b"PAR1", ".parquet"),
)

#: In the list of contents of an office file that is encrypted.
_LOCKED = "EncryptedPackage".encode("utf-16-le")

_HTML = regex.compile(
    rb"(?i)(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*+-->\s*)*"
    rb"(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])"
)

#: The part that tells what a ZIP file of an office program is.
_OFFICE = (
    ("word/document.xml", ".docx"),
    ("xl/workbook.xml", ".xlsx"),
    ("xl/workbook.bin", ".xlsb"),
    ("ppt/presentation.xml", ".pptx"),
)
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": ".odt",
    b"application/vnd.oasis.opendocument.spreadsheet": ".ods",
    b"application/vnd.oasis.opendocument.presentation": ".odp",
    b"application/epub+zip": ".epub",
}


def sniff(content: bytes) -> str | None:
    """The ending that a file should have by its first bytes; None for text and the unknown.

    >>> sniff(b"%PDF-1.7 ..."), sniff(b"Bao cao")
    ('.pdf', None)
    """
    if b"%PDF-" in content[:1024]:
        return ".pdf"
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_zip(content)
    for magic, ending in _MAGIC:
        if content.startswith(magic):
            return ".locked" if ending == ".ole" and _LOCKED in content else ending
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return ".webp"
    if content[:2] == b"MZ" and b"PE\x00\x00" in content[:1024]:
        return ".exe"
    if content[:2] == b"BM" and len(content) > 54 and content[6:10] == b"\x00" * 4:
        return ".bmp"
    if content[257:262] == b"ustar":
        return ".tar"
    if content[8:12] == b"DUCK":
        return ".duckdb"
    return ".html" if _HTML.match(content[:4096]) else None


def _sniff_zip(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names:
                with archive.open("mimetype") as file:
                    return _OPEN_DOCUMENT.get(file.read(100).strip(), ".zip")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError):
        return ".zip"
    return next((ending for part, ending in _OFFICE if part in names), ".zip")


def refusal_of(ending: str) -> Refusal | None:
    """What a format is that is not read; None for one that nobody has heard of."""
    return _REFUSALS.get(ending)
