"""The cards: as they lie in the folder, without the loader, and as it gives them, once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.model import VALUES
from pipeline.rulebook import Rulebook, patterns_folder

#: The folders that hold rules.
RULE_FOLDERS = ("common", "en", "vi")


@cache
def book() -> Rulebook:
    """The cards of `patterns/`, read once for all tests: so is all that is built from them."""
    return Rulebook.load()


def raw(path: Path) -> dict[str, Any]:
    """One file of cards; an unreadable one gives nothing, the loader's tests name it."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return {}


def rules() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every rule with the id that facts carry, ``en/percentage:sign``."""
    for folder in RULE_FOLDERS:
        for kind in VALUES:
            path = patterns_folder() / folder / f"{kind}.toml"
            for rule in raw(path).get("rule", ()) if path.is_file() else ():
                yield f"{folder}/{kind}:{rule.get('name', '?')}", rule


def cards(folder: str, key: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The cards of all files in a folder, with the name of their file."""
    for path in sorted((patterns_folder() / folder).glob("*.toml")):
        for card in raw(path).get(key, ()):
            yield f"{folder}/{path.name}", card
