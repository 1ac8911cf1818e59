"""baocao as a library: the verbs of the command line, as functions.

Importing it costs nothing: each verb loads the rooms that it needs when it is called.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import duckdb

    from pipeline.intake import Intake
    from pipeline.model import Analysis, Finding, Observation
    from pipeline.rulebook import Rulebook

__all__ = ["analyse", "check", "connect", "extract", "ingest"]

LanguageCode = Literal["en", "vi"]


class _Library(ModuleType):
    """Keeps the verb ``extract``, whose place the room of that name would take when loaded."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Library


def analyse(
    source: str | Path,
    *,
    province: str | None = None,
    language: LanguageCode | None = None,
    lang: LanguageCode = "en",
    patterns: Path | None = None,
) -> Analysis:
    """Return all that is found in a text, or in the file at a `Path`.

    ``province`` is the slug of the province that reports, ``language`` the language of the
    report (both are found where they are not given), ``lang`` that of the messages, and
    ``patterns`` a folder of cards to use in place of the package's own.
    """
    from pipeline import flow  # noqa: PLC0415

    rulebook = _rulebook(patterns)
    if isinstance(source, Path):
        return flow.analyse(
            source, rulebook=rulebook, language=language, province=province, lang=lang
        )
    return flow.analyse_text(
        source, rulebook=rulebook, language=language, province=province, lang=lang
    )


def extract(
    source: str | Path,
    *,
    province: str | None = None,
    language: LanguageCode | None = None,
    patterns: Path | None = None,
) -> list[Observation]:
    """Return the facts of a text or file with their dimensions, in reading order.

    >>> [str(one.fact.value) for one in extract("Hoàn thành 35/40 chỉ tiêu, đạt 87,5%.")]
    ['35/40', '87.5%']
    """
    found = analyse(source, province=province, language=language, patterns=patterns)
    return list(found.observations)


def check(
    source: str | Path,
    *,
    province: str | None = None,
    language: LanguageCode | None = None,
    lang: LanguageCode = "en",
    patterns: Path | None = None,
) -> list[Finding]:
    """Return what can be said of every number of a text or file.

    >>> [one.verdict for one in check("Hoàn thành 31/40 chỉ tiêu, đạt 78,5%.")]
    ['contradicted']
    """
    found = analyse(source, province=province, language=language, lang=lang, patterns=patterns)
    return list(found.findings)


def ingest(
    *paths: str | Path,
    db: str | Path = "baocao.duckdb",
    province: str | None = None,
    language: LanguageCode | None = None,
    lang: LanguageCode = "en",
    patterns: Path | None = None,
) -> Intake:
    """Read files and folders into a database and return what became of each file."""
    from pipeline import intake  # noqa: PLC0415

    return intake.ingest(
        [Path(path) for path in paths],
        database=Path(db),
        rulebook=_rulebook(patterns),
        province=province,
        language=language,
        lang=lang,
    )


def connect(db: str | Path = "baocao.duckdb") -> duckdb.DuckDBPyConnection:
    """Return a connection that reads a database: the views that `baocao sql` lists."""
    from pipeline.store import open_store  # noqa: PLC0415

    return open_store(db, read_only=True)


@lru_cache(maxsize=4)
def _rulebook(patterns: Path | None) -> Rulebook:
    """Return the cards of a folder, read once."""
    from pipeline.rulebook import Rulebook  # noqa: PLC0415

    return Rulebook.load(patterns)
