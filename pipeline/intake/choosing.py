"""Which files a run is about, and what has to be read of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.intake import archives
from pipeline.intake.sources import Source, find, source_of
from pipeline.intake.tasks import Setup, Task
from pipeline.readers import Unreadable
from pipeline.store import Entry, Place, Unread, location_of

__all__ = ["Choice", "Decision", "Known", "choose"]

#: What is larger is no report, and its reader says so without reading it.
_MOST_HASHED = 2**30

_GONE = "the file is gone; what was read of it is kept"
_NO_FILE = "there is no such file or folder"
_NO_TARGET = "it is a link to a file that is not there"


class Known:
    """What the store knew when the run began."""

    def __init__(
        self, places: Iterable[Place], unread: Iterable[Unread], *, version: tuple[str, str]
    ) -> None:
        self.version = version
        self.places = {place.location: place for place in places}
        self.unread = {one.location: one for one in unread}
        self.documents = {place.document: place for place in self.places.values()}

    def is_current(self, one: Place | Unread) -> bool:
        """Return whether a file was tried with this program and these cards."""
        return (one.extractor_version, one.pattern_version) == self.version

    def knows(self, entry: Entry) -> bool:
        """Return whether the log says of a file already why it gave no report."""
        before = self.unread.get(location_of(entry.path))
        if before is None:
            return False
        said = before.entry._replace(path=entry.path)
        return said == entry and (entry.document is None or self.is_current(before))


@dataclass
class Choice:
    """The files of a run, and what is to be said of further ones without opening them."""

    sources: list[Source] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


def choose(paths: Sequence[Path], known: Known, *, failed: bool, stale: bool) -> Choice:
    """Return the files that a run is about.

    With ``failed`` or ``stale`` they are those that gave no report, or that were read by
    another program or with other cards: among the paths, or of all that are known.
    """
    choice = Choice()
    for one in find(paths):
        if isinstance(one, Source):
            choice.sources.append(one)
        else:
            choice.entries.append(one)
    if failed or stale:
        wanted = _wanted(known, failed=failed, stale=stale)
        if paths:
            choice.sources = [one for one in choice.sources if location_of(one.path) in wanted]
            choice.entries = [one for one in choice.entries if location_of(one.path) in wanted]
        else:
            choice.sources = [_known_source(*one) for one in sorted(wanted.items())]
    choice.entries += _vanished(paths, choice.sources, known)
    return choice


def _wanted(known: Known, *, failed: bool, stale: bool) -> dict[str, str]:
    """Return the paths of the files that are chosen, by their locations."""
    chosen: list[Place | Unread] = []
    if failed:
        chosen += [one for one in known.unread.values() if one.outcome == "failed"]
    if stale:
        chosen += [one for one in known.places.values() if not known.is_current(one)]
    return {one.location: one.path for one in chosen}


def _known_source(location: str, path: str) -> Source:
    """Return a file by the path that it was given by, if that still leads there."""
    name = path if location_of(path) == location else location
    return source_of(name)._replace(found=True)


def _vanished(paths: Iterable[Path], sources: Iterable[Source], known: Known) -> list[Entry]:
    """Return the files that were below the paths and are there no more."""
    roots = tuple(location_of(str(path)) for path in paths)
    seen = {location_of(one.path) for one in sources}
    members: dict[Path, set[str] | None] = {}
    gone = {}
    tried: list[Place | Unread] = [*known.places.values()]
    tried += [one for one in known.unread.values() if one.outcome == "failed"]
    for one in tried:
        if one.location in seen or (isinstance(one, Place) and one.vanished):
            continue
        below = any(_is_below(one.location, root) for root in roots)
        if below and _is_gone(one.location, members):
            gone[one.location] = Entry(one.path, "vanished", _GONE, document=one.document)
    return [gone[location] for location in sorted(gone)]


def _is_below(location: str, root: str) -> bool:
    if not location.startswith(root):
        return False
    rest = location[len(root) :]
    return not rest or root.endswith(os.sep) or rest.startswith((os.sep, "!/"))


def _is_gone(location: str, members: dict[Path, set[str] | None]) -> bool:
    """Return whether a file is surely there no more; what cannot be looked into may be."""
    source = source_of(location)
    try:
        os.lstat(source.file)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    if source.member is None:
        return False
    if source.file not in members:
        try:
            members[source.file] = {one.key for one in archives.members(source.file)}
        except Unreadable:
            members[source.file] = None
    keys = members[source.file]
    return keys is not None and source.member not in keys


class Decision:
    """Says what is to be read of a file, or what became of it without reading it."""

    def __init__(self, known: Known, setup: Setup, *, force: bool, again: bool) -> None:
        self.known = known
        self.setup = setup
        self.force = force
        self.again = again
        #: The documents that were read in this run.
        self.read_now: set[str] = set()

    def __call__(self, source: Source) -> Task | Entry:
        """Return the task to read a file, or the line of the log."""
        task = Task(source.path, str(source.file), source.member)
        try:
            if source.member is not None or source.size <= _MOST_HASHED:
                task = task._replace(digest=source.digest())
        except (FileNotFoundError, NotADirectoryError):
            if source.found:
                return self._without_target(source)
            return task.failed(_NO_FILE, "check the path")
        except Unreadable as error:
            return task.failed(error.reason, error.remedy, error.place)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            return task.failed(reason, "check the path and its rights")
        return self._known(task) or task

    def _without_target(self, source: Source) -> Entry:
        """Return the line of a link to nothing; something was read of it only if it was stored."""
        if location_of(source.path) in self.known.places:
            return Entry(source.path, "vanished", _GONE)
        return Entry(source.path, "skipped", _NO_TARGET)

    def _known(self, task: Task) -> Entry | None:
        """Return what became of a file that need not be read."""
        if task.digest is None:
            return None
        if task.digest in self.read_now:
            return Entry(task.path, "duplicate", document=task.digest)
        if self.force:
            return None
        location = location_of(task.path)
        place = self.known.places.get(location)
        if place and place.document == task.digest and self._serves(place):
            back = "it is there again" if place.vanished else None
            return Entry(task.path, "unchanged", back, document=task.digest)
        twin = self.known.documents.get(task.digest)
        if twin and self._serves(twin):
            return Entry(task.path, "duplicate", document=task.digest)
        before = self.known.unread.get(location)
        if before and before.document == task.digest and self._fails_again(before):
            return before.entry._replace(path=task.path)
        return None

    def _serves(self, place: Place) -> bool:
        """Return whether what is stored is what reading it now would give."""
        setup = self.setup
        return (
            self.known.is_current(place)
            and setup.language in (None, place.language)
            and setup.province in (None, place.province)
        )

    def _fails_again(self, before: Unread) -> bool:
        return before.outcome == "failed" and self.known.is_current(before) and not self.again
