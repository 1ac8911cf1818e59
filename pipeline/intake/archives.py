"""ZIP archives of strangers: what is in them, within limits, and nothing outside of them.

No member is ever written under its own name; a name that would lead elsewhere is refused all
the same, since nobody who packs reports makes one.
"""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from pipeline.readers import Unreadable

__all__ = ["Member", "is_archive", "members", "opened"]

#: What an archive may hold; a province's reports of ten years are far below.
_MOST_MEMBERS = 10_000
_MOST_BYTES = 4 * 2**30
_MOST_BYTES_EACH = 256 * 2**20
#: Text shrinks to a tenth, tables to a fiftieth; what shrinks more is made to fill a disk.
_MOST_TIMES = 200
_TIMES_COUNT_FROM = 10 * 2**20
#: The list of contents, which is read before its members can be counted.
_MOST_LISTED = 16 * 2**20

_ARCHIVES = frozenset({".zip", ".7z", ".rar", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst"})
_DRIVE = re.compile("[A-Za-z]:")
_UTF_8 = 0x800
_ENCRYPTED = 0x1


class Member(NamedTuple):
    """A file in an archive: its name for people, and the one the archive knows it by.

    ``refusal`` is why it is not read, with what to do.
    """

    name: str
    key: str
    refusal: tuple[str, str] | None = None


def is_archive(path: Path) -> bool:
    """Return whether a file is an archive that is looked into."""
    return path.suffix.casefold() == ".zip"


def members(file: Path) -> list[Member]:
    """Return what an archive holds, folders left out; raises `Unreadable` for the whole."""
    with _archive(file) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        _expect_within_limits(file, infos)
        seen: set[str] = set()
        found = []
        for info in infos:
            name = _name(info)
            found.append(Member(name, info.filename, _refusal(info, name, seen)))
            seen.add(name)
        return found


@contextmanager
def opened(file: Path, key: str) -> Iterator[IO[bytes]]:
    """Open a member for reading; raises `Unreadable`, also where it is larger than it says."""
    with _archive(file) as archive:
        try:
            info = archive.getinfo(key)
        except KeyError as error:
            raise _unreadable(file, "it is not in the archive", "check the path") from error
        name = _name(info)
        refusal = _refusal(info, name, set())
        if refusal is not None:
            raise Unreadable(f"{file}!/{name}", "the file", *refusal)
        with archive.open(info) as stream:
            yield stream


@contextmanager
def _archive(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        _expect_short_list(file)
        with zipfile.ZipFile(file) as archive:
            yield archive
    except Unreadable:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise _unreadable(file, reason, "check the path and its rights") from error
    except Exception as error:  # archives are made by strangers: no damage may stop a run
        reason = f"the archive is damaged ({error})"
        raise _unreadable(file, reason, "pack or download it again") from error


def _unreadable(file: Path, reason: str, remedy: str) -> Unreadable:
    return Unreadable(str(file), "the file", reason, remedy)


def _expect_short_list(file: Path) -> None:
    """Refuse an archive whose list of contents alone would fill the memory."""
    with file.open("rb") as stream:
        stream.seek(0, 2)
        stream.seek(max(0, stream.tell() - 2**16 - 22))
        tail = stream.read()
    end = tail.rfind(b"PK\x05\x06")
    listed = tail[end + 12 : end + 16]
    if end >= 0 and int.from_bytes(listed, "little") > _MOST_LISTED:
        raise _too_many(file)


def _too_many(file: Path) -> Unreadable:
    reason = f"it holds more than {_MOST_MEMBERS:,} files"
    return _unreadable(file, reason, "unpack it and ingest the folder")


def _expect_within_limits(file: Path, infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > _MOST_MEMBERS:
        raise _too_many(file)
    remedy = "unpack it, look at it, and ingest the folder"
    if sum(info.file_size for info in infos) > _MOST_BYTES:
        reason = f"it unpacks to more than {_MOST_BYTES // 2**30} GiB"
        raise _unreadable(file, reason, remedy)
    # Members that lie over each other unpack the same bytes again and again.
    if sum(info.compress_size for info in infos) > file.stat().st_size:
        raise _unreadable(file, "its files lie over each other", remedy)


def _name(info: zipfile.ZipInfo) -> str:
    """Return the name of a member: many programs write UTF-8 and do not say so."""
    if info.flag_bits & _UTF_8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _refusal(info: zipfile.ZipInfo, name: str, seen: set[str]) -> tuple[str, str] | None:
    """Return why a member is not read, with what to do; None where it is."""
    if _leads_elsewhere(info, name):
        return "its name leads out of the archive", "pack it again under a plain name"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "it is a link", "pack the file that it leads to"
    if name in seen:
        return "the archive holds several files of this name", "pack it again"
    if PurePosixPath(name).suffix.casefold() in _ARCHIVES:
        return "it is an archive in an archive", "unpack it and ingest the folder"
    if info.flag_bits & _ENCRYPTED:
        return "it is locked with a password", "unpack it with the password, ingest the folder"
    if info.file_size > _MOST_BYTES_EACH:
        return f"it unpacks to {info.file_size // 2**20:,} MiB", "unpack it and split it"
    times = info.file_size // max(1, info.compress_size)
    if info.file_size > _TIMES_COUNT_FROM and times > _MOST_TIMES:
        return f"it unpacks to {times:,} times its size", "unpack it and look at it"
    return None


def _leads_elsewhere(info: zipfile.ZipInfo, name: str) -> bool:
    printed = info.orig_filename
    return (
        not name
        or name.startswith("/")
        or "\\" in printed
        or "\0" in printed
        or ".." in name.split("/")
        or _DRIVE.match(name) is not None
    )
