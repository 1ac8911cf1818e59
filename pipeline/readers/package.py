"""The ZIP packages of office programs, opened with care: no bombs, no entities."""

from __future__ import annotations

import io
import zipfile
import zlib
from types import TracebackType
from typing import Any, Self

from pipeline.readers.common import Request

__all__ = ["Package", "parse_xml"]

#: Text packs to a tenth, a table of zeros to a hundredth; what packs better was made to harm.
_MOST_PACKED = 200
_HARMLESS = 2**20
#: The document of a thousand pages unpacks to 30 MiB.
_MOST_UNPACKED = 256 * 2**20
_MOST_PARTS = 10_000


class Package:
    """An office file: its parts by name."""

    def __init__(self, content: bytes, request: Request) -> None:
        self.request = request
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            remedy = "download or copy it again, or open it in its program and save it"
            raise request.refuse(f"it is damaged or cut off ({error})", remedy) from error
        self.sizes = {part.filename: part for part in self.archive.infolist()}
        self._weigh()

    def _weigh(self) -> None:
        """Refuse what unpacks to more than any report."""
        parts = self.archive.infolist()
        whole = sum(part.file_size for part in parts)
        bomb = any(
            part.file_size > _HARMLESS
            and part.file_size > _MOST_PACKED * max(part.compress_size, 1)
            for part in parts
        )
        if bomb or whole > _MOST_UNPACKED or len(parts) > _MOST_PARTS:
            reason = f"it unpacks to {whole // 2**20} MiB in {len(parts)} parts: a ZIP bomb"
            raise self.request.refuse(reason, "do not open it; ask for another copy")
        if any(part.flag_bits & 1 for part in parts):
            raise self.request.refuse("it is encrypted with a password", "take its password off")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.archive.close()

    def __contains__(self, name: str) -> bool:
        return name in self.sizes

    def part(self, name: str) -> bytes:
        """The bytes of a part."""
        try:
            return self.archive.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            remedy = "download or copy it again, or open it in its program and save it"
            raise self.request.refuse(f"it is damaged ({error})", remedy, place=name) from error

    def xml(self, name: str) -> Any:
        """The root element of a part; None where there is no such part."""
        return parse_xml(self.part(name), self.request, name) if name in self else None


def parse_xml(content: bytes, request: Request, place: str) -> Any:
    """XML as lxml's root element; a document type, where entity bombs hide, is refused."""
    from lxml import etree  # noqa: PLC0415

    if has_document_type(content):
        reason = "it declares XML entities, which no office program writes"
        raise request.refuse(reason, "do not open it; ask for another copy", place=place)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        remedy = "open it in its program and save it again"
        raise request.refuse(f"its XML is damaged ({error})", remedy, place=place) from error


def has_document_type(content: bytes) -> bool:
    """Whether an XML text declares a document type, in UTF-8 or UTF-16."""
    head = content[:65536].replace(b"\0", b"").upper()
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head
