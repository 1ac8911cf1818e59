"""`patterns/` as a frozen `Rulebook`; the only room that opens those files.

Wrong data stops loading, with all its errors at once: each names the file, the card, the
field and what would be right.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, ValidationError

from pipeline.language import Language, LanguageCard
from pipeline.model import Basis, Change, Level, Model, Role

__all__ = ["Rulebook", "RulebookError", "patterns_folder"]


class RulebookError(ValueError):
    """Cards that cannot be used; the message lists every one of them with its remedy."""


class Words(Model):
    """Wordings by language."""

    en: tuple[str, ...] = ()
    vi: tuple[str, ...] = ()


class Label(Model):
    """A name for people, in both languages."""

    en: str
    vi: str


class Rule(Model):
    """One shape of one kind of fact, with the examples that test it (`house-style`, 4).

    ``pattern`` is a regex whose named groups are fields of the value; ``sets`` fills fields
    that the words imply. ``finds`` maps a sentence, the fact in square brackets, to its
    written form; ``skips`` are sentences with nothing to find for this kind; ``misses`` is
    like ``finds`` for what should be found one day.
    """

    name: str
    about: str
    pattern: str
    sets: Mapping[str, Any] = {}
    finds: Mapping[str, str | list[str]] = {}
    skips: tuple[str, ...] = ()
    misses: Mapping[str, str | list[str]] = {}


class Term(Model):
    """A name of a level, body, population … and the dimensions that it states."""

    id: str
    sets: TermSets
    words: Words
    finds: Mapping[str, str] = {}
    skips: tuple[str, ...] = ()


class TermSets(Model):
    """What a term states: any of the dimensions of an observation."""

    level: Level | None = None
    body: str | None = None
    population: str | None = None
    attribute: str | None = None
    role: Role | None = None
    change: Change | None = None
    basis: Basis | None = None
    topic: str | None = None


class Indicator(Model):
    """What is measured. The ``id`` never changes once published."""

    id: str
    group: str
    label: Label
    unit: str
    measure: str
    direction: Literal["higher", "lower", "band", "neutral", "cap_by_grade"]
    kinds: tuple[str, ...]
    when: TermSets = TermSets()
    names: Words = Words()
    finds: Mapping[str, str] = {}
    skips: tuple[str, ...] = ()
    typical_target: str | None = None
    notes: str | None = None


class Province(Model):
    """A province of the 63 (until 30 June 2025) or of the 34 (since 1 July 2025)."""

    slug: str
    label: Label
    code: str
    type: Literal["province", "city"]
    names: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    merged_into: str | None = None
    merged_from: tuple[str, ...] = ()
    city_since: str | None = None
    notes: str | None = None


class District(Model):
    """A district-level unit, abolished on 1 July 2025; names the province of a report."""

    label: Label
    kind: str
    province: str
    shared: bool = False


class DocumentType(Model):
    """A type of Party or State document: its code, and the type words of both languages."""

    id: str
    system: Literal["party", "state"]
    code: str | None = None
    ascii: str | None = None
    label: Label
    words: Words
    notes: str | None = None


class Issuer(Model):
    """Who issues documents: the code in a document number, and where it stands."""

    code: str
    ascii: str
    system: Literal["party", "state", "front_union", "any"]
    level: str
    label: Label
    needs_province: bool = False
    notes: str | None = None


class KnownDocument(Model):
    """An often-cited document, for references that give no symbol."""

    symbol: str
    type: str
    issuer: str
    issued: str
    term: str | None = None
    plenum: str | None = None
    subject: Label | None = None
    aliases: Words = Words()
    evidence: str | None = None


class Cap(Model):
    """The largest plausible size of a body, with its source (`fact-check`, 3.3)."""

    level: Level
    body: str
    cap: int
    basis: str
    source: str
