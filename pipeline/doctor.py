"""What a person needs to know when baocao does not work: a few lines to paste."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from pipeline import store
from pipeline.rulebook import Rulebook, RulebookError

__all__ = ["Line", "examine"]

_LIBRARIES = ("duckdb", "pydantic", "regex", "rich", "spacy", "typer")

#: The packages of the OCR program with its languages, by the program that installs them.
_OCR_REMEDY = "apt install tesseract-ocr tesseract-ocr-vie"


class Line(NamedTuple):
    """One thing that was looked at; ``remedy`` where it is not as it should be."""

    name: str
    value: str
    remedy: str | None = None


def examine(database: Path, *, patterns: Path | None = None) -> Iterator[Line]:
    """Yield versions, cards, database, write access, OCR and encoding."""
    yield Line("baocao", store.extractor_version())
    yield Line("python", f"{platform.python_version()} on {platform.platform(terse=True)}")
    yield Line("libraries", ", ".join(_version(name) for name in _LIBRARIES))
    yield _patterns(patterns)
    yield _database(database)
    yield _writable(database)
    yield _ocr()
    yield _encoding()


def _version(name: str) -> str:
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return f"{name} not installed"


def _patterns(folder: Path | None) -> Line:
    try:
        rulebook = Rulebook.load(folder, thorough=True)
    except RulebookError as error:
        first, *others = str(error).splitlines()
        more = f" (and {len(others)} more)" if others else ""
        return Line("patterns", f"{first}{more}", "baocao rules test")
    rules = sum(len(language.rules) for language in rulebook.languages.values())
    return Line(
        "patterns",
        f"{rulebook.folder}: {rules} rules, {len(rulebook.indicators)} indicators, "
        f"version {rulebook.version}",
    )


def _database(path: Path) -> Line:
    try:
        with store.open_store(path, read_only=True) as connection:
            documents, facts, _ = store.totals(connection)
    except store.StoreError as error:
        remedy = "baocao ingest FOLDER" if error.trouble == "missing" else None
        return Line("database", str(error), remedy)
    return Line("database", f"{path}: {documents} documents, {facts} facts")


def _writable(database: Path) -> Line:
    target = database if database.exists() else database.parent
    if os.access(target, os.W_OK):
        return Line("write access", f"{target}: yes")
    return Line("write access", f"{target}: no", "give another --db, or the right to write")


def _ocr() -> Line:
    program = shutil.which("tesseract")
    if program is None:
        return Line("OCR", "tesseract is not installed; scans cannot be read", _OCR_REMEDY)
    try:
        listed = subprocess.run(  # noqa: S603
            [program, "--list-langs"], capture_output=True, text=True, timeout=20, check=True
        ).stdout.split()
    except (OSError, subprocess.SubprocessError) as error:
        return Line("OCR", f"{program} does not run: {error}", _OCR_REMEDY)
    missing = {"vie", "eng"} - set(listed)
    languages = ", ".join(sorted({"vie", "eng"} & set(listed))) or "none of vie, eng"
    return Line("OCR", f"{program}: {languages}", _OCR_REMEDY if missing else None)


def _encoding() -> Line:
    encoding = (getattr(sys.stdout, "encoding", None) or "unknown").lower()
    fine = encoding.replace("-", "") == "utf8"
    return Line("output", encoding, None if fine else "set PYTHONUTF8=1")
