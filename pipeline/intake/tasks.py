"""What a process that reads is told: with what to read, and which files."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pipeline.readers import Ocr
from pipeline.rulebook import Rulebook
from pipeline.store import Entry

__all__ = ["LanguageCode", "Setup", "Task", "unexpected"]

LanguageCode = Literal["en", "vi"]


class Setup(NamedTuple):
    """With what a run reads: the cards, and what was asked for."""

    rulebook: Rulebook
    language: LanguageCode | None = None
    province: str | None = None
    lang: LanguageCode = "en"
    ocr: Ocr = "auto"


class Task(NamedTuple):
    """A file to be read, by the path that people know, with the hash of its bytes.

    ``member`` is its name in the archive ``file``, if it is in one.
    """

    path: str
    file: str
    member: str | None = None
    digest: str | None = None

    def failed(self, reason: str, remedy: str, place: str | None = None) -> Entry:
        """Return the line of the log for a file that gave no report."""
        return Entry(self.path, "failed", reason, remedy, place, self.digest)


def unexpected(task: Task, error: Exception) -> Entry:
    """Return the line of the log for what should never happen."""
    reason = f"{type(error).__name__}: {error}"
    return task.failed(reason, "report it, with the output of: baocao doctor")
