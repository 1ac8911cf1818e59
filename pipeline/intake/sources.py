"""Which files are meant by paths, folders, patterns, lists and archives."""

from __future__ import annotations

import glob
import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path, PurePath
from typing import IO, NamedTuple

from pipeline.intake import archives
from pipeline.readers import READERS, Unreadable
from pipeline.readers.formats import refusal_of, sniff
from pipeline.store import Entry, storable

__all__ = ["Source", "find", "paths_in", "reports_in", "source_of"]

#: Files that folders of reports hold beside the reports.
_ABOUT = re.compile(r"(?:readme|licen[cs]e|changelog)(?:$|[^a-z])", re.IGNORECASE)
#: What programs leave behind: no file that anybody would miss.
_LEFT_BEHIND = re.compile(r"\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$", re.IGNORECASE)
#: What lies beside reports and is none; other files that no reader reads are failures, since a
#: report may be in them.
_BESIDE = frozenset(
    {".exe", ".duckdb", ".sqlite", ".parquet", ".svg", ".gif", ".bmp", ".webp", ".heic"}
)
_PATTERN = re.compile(r"[*?\[]")


class Source(NamedTuple):
    """A file that may hold a report, by the path that people know; ``member`` if in an archive.

    On disk a name may be any bytes; the path is a text. ``found`` where nobody named the file:
    it was in a folder or an archive.
    """

    path: str
    file: Path
    member: str | None = None
    found: bool = False

    def opened(self) -> AbstractContextManager[IO[bytes]]:
        """Open the file for reading; raises OSError or `Unreadable`."""
        if self.member is not None:
            return archives.opened(self.file, self.member)
        if not stat.S_ISREG(self.file.stat().st_mode):  # a pipe would never end
            raise Unreadable(self.path, "the file", "it is no ordinary file", "give a file")
        return self.file.open("rb")

    def digest(self) -> str:
        """Return the hash of the bytes, which is the id of the document."""
        with self.opened() as stream:
            digest = hashlib.sha256()
            while part := stream.read(2**20):
                digest.update(part)
        return digest.hexdigest()

    @property
    def size(self) -> int:
        """How many bytes there are on disk, as far as can be seen."""
        try:
            return self.file.stat().st_size
        except OSError:
            return 0


def reports_in(paths: Iterable[Path]) -> list[Path]:
    """Return the files that hold reports among files and in folders, each once."""
    return [one.file for one in find(paths) if isinstance(one, Source) and one.member is None]


def find(paths: Iterable[Path]) -> Iterator[Source | Entry]:
    """Yield the files that are meant, each once, in a steady order, or why one is not read.

    A file that is named is always tried. In folders and archives, what no reader reads and
    what is about the folder is skipped, and what is hidden is passed over. Links to folders
    are not followed, so that no way leads in circles.
    """
    seen: set[tuple[str, str | None]] = set()
    for path in paths:
        for one in _meant(path):
            if isinstance(one, Source):
                key = (os.path.realpath(one.file), one.member)
                if key in seen:
                    continue
                seen.add(key)
            yield one._replace(path=storable(one.path))


def paths_in(listed: bytes) -> list[Path]:
    r"""Return the paths of a list: one a line, or parted by NUL as `find -print0` does.

    >>> [str(path) for path in paths_in(b"a.txt\nb c.txt\n")]
    ['a.txt', 'b c.txt']
    """
    mark = b"\0" if b"\0" in listed else b"\n"
    lines = (one if mark == b"\0" else one.removesuffix(b"\r") for one in listed.split(mark))
    return [Path(os.fsdecode(one)) for one in lines if one.strip()]


def source_of(path: str) -> Source:
    """Return the file of a path as the store knows it, which may lead into an archive."""
    if not os.path.lexists(path):
        for mark in re.finditer("!/", path):
            archive, name = Path(path[: mark.start()]), path[mark.end() :]
            if archive.is_file():
                return Source(path, archive, _key(archive, name))
    return Source(path, Path(_as_on_disk(path)))


def _key(archive: Path, name: str) -> str:
    try:
        keys = {member.name: member.key for member in archives.members(archive)}
    except Unreadable:
        return name
    return keys.get(name, name)


def _as_on_disk(path: str) -> str:
    """Return a path of the store with the bytes that no text can hold."""
    if os.path.lexists(path):
        return path
    return re.sub(r"\\udc([89a-f][0-9a-f])", lambda found: chr(0xDC00 + int(found[1], 16)), path)


def _meant(path: Path) -> Iterator[Source | Entry]:
    name = str(path)
    if path.is_dir():
        yield from sorted(_below(path), key=lambda one: one.path)
    elif path.is_file() and archives.is_archive(path):
        yield from _inside(path)
    elif not os.path.lexists(path) and _PATTERN.search(name):
        matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 (any folder, not one)
        for match in matches:
            yield from _meant(Path(match))
        if not matches:
            yield Entry(name, "failed", "no file fits this pattern", "check the path")
    else:
        yield source_of(name)


def _below(root: Path) -> Iterator[Source | Entry]:
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as listed:
                entries = list(listed)
        except OSError as error:
            reason = error.strerror or str(error)
            yield Entry(str(folder), "failed", reason, "check the rights of the folder")
            continue
        for entry in entries:
            if _LEFT_BEHIND.match(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(folder / entry.name)
            elif _is_link_to_folder(entry):
                yield Entry(
                    str(folder / entry.name), "skipped", "links to folders are not followed"
                )
            else:
                yield from _in_folder(folder / entry.name)


def _is_link_to_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_symlink() and entry.is_dir()
    except OSError:  # a link that leads to itself: no folder, and no file either
        return False


def _in_folder(file: Path) -> Iterator[Source | Entry]:
    if archives.is_archive(file) and file.is_file():
        yield from _inside(file)
        return
    why = _no_report(file.name, lambda: _head(file))
    yield Entry(str(file), "skipped", *why) if why else Source(str(file), file, found=True)


def _head(file: Path) -> bytes:
    """Return the first bytes of a file, which tell what it is; none where it cannot be read."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return b""
        with file.open("rb") as stream:
            return stream.read(4096)
    except OSError:
        return b""


def _inside(archive: Path) -> Iterator[Source | Entry]:
    try:
        members = sorted(archives.members(archive), key=lambda member: member[:2])
    except Unreadable as error:
        yield Entry(str(archive), "failed", error.reason, error.remedy)
        return
    for member in members:
        path = f"{archive}!/{member.name}"
        parts = [part for part in member.name.split("/") if part != "."]
        if member.refusal is not None:
            yield Entry(path, "failed", *member.refusal)
        elif any(map(_LEFT_BEHIND.match, parts)):
            continue
        elif why := _no_report(PurePath(member.name).name, bytes):
            yield Entry(path, "skipped", *why)
        else:
            yield Source(path, archive, member.key, found=True)


def _no_report(name: str, head: Callable[[], bytes]) -> tuple[str, str | None] | None:
    """Return why a file that nobody named is no report, with what to do; None where it may be.

    What its name does not tell, its first bytes may.
    """
    if _ABOUT.match(name):
        return "it is about the folder", "name it to read it: baocao ingest FILE"
    ending = PurePath(name).suffix.casefold()
    if ending not in READERS and refusal_of(ending) is None:
        found = sniff(head())
        if found is None:
            return f"nothing reads {ending or 'files without ending'}", None
        ending = found
    refusal = refusal_of(ending) if ending in _BESIDE else None
    return (f"it is {refusal.name}", refusal.remedy) if refusal else None
