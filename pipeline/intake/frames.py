"""How two processes talk: frames of bytes, each with its length before it."""

from __future__ import annotations

import struct
from typing import IO

__all__ = ["READY", "receive", "send"]

#: What a process says first, when it is ready to read.
READY = b"ready"

_LENGTH = struct.Struct(">Q")


def send(stream: IO[bytes], frame: bytes) -> None:
    """Write a frame."""
    stream.write(_LENGTH.pack(len(frame)))
    stream.write(frame)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Return the next frame; None where the other side has ended."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    frame = stream.read(length)
    return frame if len(frame) == length else None
