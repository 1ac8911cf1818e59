"""What the documents show: their blocks, run as a reader would run them.

`python tests/console.py` writes anew what the commands in them print; look at the diff.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]

#: The documents whose console blocks show what their commands print.
SHOWN = (ROOT / "README.md", ROOT / "docs" / "limits.md")

_BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_END = "\x1e"


class Block(NamedTuple):
    """A fenced block of a document, and where its body stands."""

    language: str
    body: str
    start: int
    end: int


def blocks(text: str, language: str) -> Iterator[Block]:
    """The blocks of a language, in order."""
    for found in _BLOCK.finditer(text):
        if found["language"] == language:
            yield Block(language, found["body"], *found.span("body"))


def commands(block: Block) -> list[str]:
    """The command lines of a console block."""
    return [line[2:] for line in block.body.splitlines() if line.startswith("$ ")]


def printed(command_lines: list[str], folder: Path) -> str:
    """A console block with what its commands print, run one after the other in a folder."""
    # A child shell for each, so that `$?` is the exit code of the command before.
    script = "status=0\n" + "".join(
        f"(exit $status); {{ {line}\n}} 2>&1; status=$?; printf '{_END}'\n"
        for line in command_lines
    )
    done = subprocess.run(
        ["sh", "-c", script],
        cwd=folder,
        env=environment(folder),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    outputs = done.stdout.split(_END)
    shown = ""
    for line, output in zip(command_lines, outputs, strict=False):
        gap = "\n" if shown and line != "echo $?" else ""
        lines = "".join(f"{one.rstrip()}\n" for one in output.strip("\n").splitlines())
        shown += f"{gap}$ {line}\n{lines}"
    return shown


def environment(folder: Path) -> dict[str, str]:
    """A terminal of a fixed width, without colours and without settings of its owner."""
    kept = {
        name: os.environ[name] for name in ("SYSTEMROOT", "LANG", "LC_ALL") if name in os.environ
    }
    programs = Path(sys.executable).parent
    return kept | {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "COLUMNS": "100",
        "NO_COLOR": "1",
        "PYTHONUTF8": "1",
    }


def working_folder(folder: Path) -> Path:
    """A folder with the sample reports, where blocks may leave files."""
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    return folder


def run_python(sources: list[str], folder: Path) -> str:
    """What Python blocks print, run one after the other in a folder."""
    names: dict[str, object] = {}
    out = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(out):
        for source in sources:
            exec(compile(source, "README.md", "exec"), names)
    return out.getvalue()


def renewed(text: str, folder: Path) -> str:
    """A document whose console blocks show what their commands print now."""
    pieces, position = [], 0
    for block in blocks(text, "console"):
        pieces += [text[position : block.start], printed(commands(block), folder)]
        position = block.end
    return "".join([*pieces, text[position:]])


def main() -> None:
    """Write the documents anew."""
    for document in SHOWN:
        with tempfile.TemporaryDirectory() as folder:
            text = renewed(document.read_text("utf-8"), working_folder(Path(folder)))
        document.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
