"""Whatever lies in a folder has its line in the log: read, or why not and what to do."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import paper
import pypdfium2
import pytest
from docx import Document as Word
from PIL import Image

from pipeline import store
from pipeline.intake import Intake, ingest
from pipeline.rulebook import Rulebook

posix = pytest.mark.skipif(os.name != "posix", reason="such names, links and rights need POSIX")

SENTENCE = "Năm 2022, tỉnh Hải Dương có 115/177 xã (65%) đạt chuẩn.\n"


class Told(NamedTuple):
    """What the log says of a file; ``reason`` and ``remedy`` are parts of it."""

    outcome: str
    reason: str | None = None
    remedy: str | None = None


NEW = Told("new")

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def pdf(**options: str) -> bytes:
    return paper.pdf(lambda canvas: paper.flow(canvas, [SENTENCE] * 9), **options)


def pdf_without_pages() -> bytes:
    document = pypdfium2.PdfDocument.new()
    written = io.BytesIO()
    document.save(written)
    document.close()
    return written.getvalue()


def docx(part: str | None = None, content: bytes = b"") -> bytes:
    """A Word file, one part of it replaced."""
    written = io.BytesIO()
    document = Word()
    document.add_paragraph(SENTENCE)
    document.save(written)
    if part is None:
        return written.getvalue()
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(written) as old,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return changed.getvalue()


def entity_bomb() -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "65%">{entities}]>'
    return docx("word/document.xml", f"{head}<d>&a9;</d>".encode())


def image(**about: object) -> bytes:
    written = io.BytesIO()
    Image.new("L", (1240, 1754), 255).save(written, "PNG", **about)
    return written.getvalue()


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()


SCRIPTS = (
    f'<script>document.write("<p>Đạt 99,9%</p>")</script><p onclick="alert(1)">{SENTENCE}</p>'
    "<noscript>Đạt 98,7%</noscript><svg><text>Đạt 97,6%</text></svg>"
)

#: The name of a file, what is in it, and what is told of it.
FILES: dict[str, tuple[Callable[[], bytes], Told]] = {
    "empty.txt": (bytes, Told("failed", "it is empty", "nothing to read")),
    "blank.pdf": (lambda: b"\n \n", Told("failed", "nothing but zeros and blanks", "nothing")),
    "zeros.docx": (lambda: bytes(100_000), Told("failed", "zeros", "nothing to read")),
    "truncated.pdf": (lambda: pdf()[:900], Told("failed", "cut off", "qpdf")),
    "encrypted.pdf": (lambda: pdf(encrypt="secret"), Told("failed", "password", "qpdf --decrypt")),
    "no-pages.pdf": (pdf_without_pages, Told("failed", "no pages", "export it again")),
    "no-text.pdf": (
        paper.blank, Told("failed", "nothing is written", "nothing")
    ),
    "named-wrongly.pdf": (docx, NEW),
    "named-wrongly.docx": (SENTENCE.encode, NEW),
    "no-pdf.pdf": (lambda: b"\x01\x02\xff\xfe\xfd no", Told("failed", "no .pdf file", "download")),
    "word97.doc": (
        lambda: OLE + bytes(600),
        Told("failed", "Word 97-2003", "libreoffice --headless --convert-to docx"),
    ),
    "locked.docx": (
        lambda: OLE + "EncryptedPackage".encode("utf-16-le") * 9,
        Told("failed", "with a password", "without a password"),
    ),
    "bomb.docx": (
        lambda: docx("word/document.xml", bytes(60_000_000)),
        Told("failed", "ZIP bomb", "ask for another copy"),
    ),
    "entities.docx": (entity_bomb, Told("failed", "XML entities", "ask for another copy")),
    "torn.docx": (lambda: docx()[:9000], Told("failed", "damaged or cut off", "download")),
    "scripts.html": (lambda: page(SCRIPTS), NEW),
    "deep.html": (lambda: page("<div>" * 50_000 + SENTENCE), NEW),
    "image.png": (image, Told("failed", "tesseract is not installed", "tesseract-ocr-vie")),
    "cut-off.png": (lambda: image()[:700], Told("failed", "cannot be used", "scan it again")),
    "photo.gif": (lambda: b"GIF89a" + bytes(90), Told("skipped", "GIF image", "convert it")),
    "binary.txt": (lambda: bytes(range(256)) * 40, Told("failed", "binary", "ending")),
    "program.txt": (lambda: b"\x7fELF" + bytes(90), Told("failed", "a program", "nothing to read")),
    "utf-16.txt": (lambda: (SENTENCE * 4).encode("utf-16-le"), NEW),
    "half-letters.txt": (lambda: (SENTENCE * 4).encode() + b"\xed\xa0\x80 \xed\xb0\x80", NEW),
    "one-line.txt": (lambda: SENTENCE.strip().encode() + " chữ".encode() * 250_000, NEW),
    "not-read.xyz": (lambda: b"anything", Told("skipped", "nothing reads .xyz")),
    "text.zip": (lambda: b"no archive", Told("failed", "damaged", "pack or download it again")),
    'quote"d\'.txt': (lambda: SENTENCE.encode() + b"\n1", NEW),
    "new\nline.txt": (lambda: SENTENCE.encode() + b"\n2", NEW),
    "esc\x1b[31m.txt": (lambda: SENTENCE.encode() + b"\n3", NEW),
    "báo cáo số 1.txt": (lambda: SENTENCE.encode() + b"\n4", NEW),
}  # fmt: skip
#: Members of an archive.
MEMBERS: dict[str, tuple[bytes, Told]] = {
    "good.txt": (SENTENCE.encode() + b"\n5", NEW),
    "../out.txt": (b"x", Told("failed", "leads out of the archive", "plain name")),
    "/etc/passwd.txt": (b"x", Told("failed", "leads out of the archive", "plain name")),
    "a\\b.txt": (b"x", Told("failed", "leads out of the archive", "plain name")),
    "bomb.txt": (bytes(50_000_000), Told("failed", "times its size", "look at it")),
    "inner.zip": (b"PK", Told("failed", "archive in an archive", "unpack it")),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    inside = tmp_path / "reports"
    inside.mkdir()
    monkeypatch.chdir(inside)
    return inside


def log(folder: Path) -> dict[str, tuple[str, str | None, str | None]]:
    with store.open_store(folder.parent / "t.duckdb", read_only=True) as connection:
        rows = connection.execute("SELECT path, outcome, reason, remedy FROM ingest_log").fetchall()
    return {path: tuple(about) for path, *about in rows}


def fits(about: tuple[str, str | None, str | None], told: Told) -> bool:
    outcome, reason, remedy = about
    return (
        outcome == told.outcome
        and (told.reason or "") in (reason or "")
        and (told.remedy or "") in (remedy or "")
        and (outcome != "failed" or bool(reason and remedy))
    )


@posix
def test_every_kind_of_file_has_its_line(
    folder: Path, rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = {}
    for name, (make, told) in FILES.items():
        (folder / name).write_bytes(make())
        expected[name] = told
    with (folder / "half-a-gigabyte.txt").open("wb") as file:
        file.truncate(500_000_000)
    expected["half-a-gigabyte.txt"] = Told("failed", "MiB", "split it")
    with zipfile.ZipFile(folder / "many.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, (content, told) in MEMBERS.items():
            archive.writestr(name, content)
            expected[f"many.zip!/{name}"] = told
    (folder / "circle").symlink_to(folder, target_is_directory=True)
    expected["circle"] = Told("skipped", "links to folders are not followed")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    expected["loop.txt"] = Told("failed", "symbolic links", "check the path")
    os.mkfifo(folder / "pipe.txt")
    expected["pipe.txt"] = Told("failed", "no ordinary file", "give a file")
    monkeypatch.setenv("PATH", "/nowhere")
    intake = taken_in(folder, rulebook)
    found = log(folder)
    wrong = {
        path: found.get(path) for path, told in expected.items()
        if path not in found or not fits(found[path], told)
    }  # fmt: skip
    assert wrong == {}
    assert found.keys() == expected.keys()
    assert {one.path for one in intake.entries} == expected.keys()

    with store.open_store(folder.parent / "t.duckdb", read_only=True) as connection:
        facts = connection.execute(
            "SELECT d.path, count(*) FROM documents d LEFT JOIN facts f USING (document_id) "
            "WHERE kind = 'ratio' GROUP BY ALL"
        ).fetchall()
        said = connection.execute(
            "SELECT canonical FROM facts JOIN documents USING (document_id) "
            "WHERE path = 'scripts.html' ORDER BY char_start"
        ).fetchall()
    read = {path for path, told in expected.items() if told is NEW}
    assert {path for path, _ in facts} == read
    assert said == [("2022",), ("115/177",), ("65%",)]


def taken_in(folder: Path, rulebook: Rulebook) -> Intake:
    return ingest([Path()], database=folder.parent / "t.duckdb", rulebook=rulebook, jobs=1)


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that every user can come to, which those of pytest are not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "reports")
        folder.mkdir()
        for path in (folder, folder.parent):
            path.chmod(0o777)
        yield folder


#: A whole run as a user who may not read everything: root may. A run before it loads what this
#: user may not.
AS_NOBODY = """
import os, sys
from pathlib import Path
from pipeline.intake import ingest
from pipeline.rulebook import Rulebook
rulebook = Rulebook.load()
ingest([Path("good.txt")], database=Path("../first.duckdb"), rulebook=rulebook, jobs=0)
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
ingest([Path()], database=Path("../t.duckdb"), rulebook=rulebook, jobs=0)
"""


@posix
def test_what_may_not_be_read_has_its_line(open_to_all: Path) -> None:
    folder = open_to_all
    (folder / "good.txt").write_text(SENTENCE, "utf-8")
    (folder / "secret.txt").write_text(SENTENCE * 2, "utf-8")
    (folder / "secret.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    (folder / "locked").mkdir()
    (folder / "locked" / "in.txt").write_text(SENTENCE * 3, "utf-8")
    closed = [folder / name for name in ("secret.txt", "secret.zip", "locked")]
    for path in closed:
        path.chmod(0)
    try:
        subprocess.run(
            [sys.executable, "-c", AS_NOBODY],
            cwd=folder,
            check=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        )
    finally:
        for path in closed:
            path.chmod(0o700)
    found = log(folder)
    assert found.pop("good.txt")[0] == "new"
    assert found == {
        "secret.txt": ("failed", "Permission denied", "check the path and its rights"),
        "secret.zip": ("failed", "Permission denied", "check the path and its rights"),
        "locked": ("failed", "Permission denied", "check the rights of the folder"),
    }
