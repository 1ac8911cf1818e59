"""`patterns/` as a frozen `Rulebook`; the only room that opens those files.

Wrong data stops loading, with all its errors at once: each names the file, the card, the
field and what would be right.
"""

from __future__ import annotations

import difflib
import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, product
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar

import regex
from pydantic import TypeAdapter, ValidationError, field_validator
from pydantic_core import ErrorDetails

from pipeline.language import Language, LanguageCard, alternatives
from pipeline.model import VALUES, Basis, Change, Level, Model, Role

__all__ = [
    "Cap",
    "CompiledRule",
    "District",
    "DocumentType",
    "FontEncoding",
    "Indicator",
    "Issuer",
    "KnownDocument",
    "LanguageRules",
    "Province",
    "Rule",
    "Rulebook",
    "RulebookError",
    "Term",
    "TermSets",
    "Words",
    "patterns_folder",
    "settable",
    "spelled_out",
]

#: The groups of an amount, whatever it is measured in.
_AMOUNT = frozenset(
    {"number", "after", "magnitude", "rest", "rest_magnitude", "upto", "per", "cardinal"}
)
#: The groups that a pattern of each kind may name: fields of the value, or pieces of one.
GROUPS: Mapping[str, frozenset[str]] = {
    "percentage": frozenset({"number", "upto", "cardinal", "minus"}),
    "count": frozenset(
        {"number", "upto", "magnitude", "rest", "rest_magnitude", "unit", "cardinal"}
    ),
    "ratio": frozenset(
        {
            "part",
            "whole",
            "unit",
            "fraction",
            "magnitude",
            "over",
            "passed",
            "counted",
            "compound",
            "part_unit",
            "part_head",
            "whole_head",
            "people",
            "whole_magnitude",
            "part_words",
            "whole_words",
        }
    ),
    "multiple": frozenset({"number", "upto", "cardinal", "multiplier"}),
    "money": _AMOUNT | {"currency", "half"},
    "quantity": _AMOUNT | {"unit", "minus", "half", "thousandths"},
    "document_number": frozenset(
        {"number", "year", "code", "issuer", "unit", "stated_type", "plenum", "term"}
    ),
    "date": frozenset(
        {"day", "month", "month_name", "year", "quarter", "half", "first_months", "end_month"}
    ),
    "period": frozenset(
        {
            "first_year",
            "last_year",
            "first_month",
            "last_month",
            "first_day",
            "last_day",
            "first_month_name",
            "last_month_name",
            "months",
            "year",
            "month",
            "month_name",
            "first_quarter",
            "last_quarter",
        }
    ),
    "age_band": frozenset({"low", "high", "low_words", "high_words"}),
    "mention": frozenset(),
}


class RulebookError(ValueError):
    """Cards that cannot be used; the message lists every one of them with its remedy."""


class Words(Model):
    """Wordings by language."""

    en: tuple[str, ...] = ()
    vi: tuple[str, ...] = ()


#: A choice in a wording: *{local|provincial|} economy*.
_CHOICE = regex.compile(r"(\{[^{}]*\})")


def spelled_out(wording: str) -> tuple[str, ...]:
    """All wordings that one with choices stands for, the first choices first.

    A choice may be empty. Raises ValueError where a brace is left over or a choice has one side.

    >>> spelled_out("{local|} economy {grew|rose}")
    ('local economy grew', 'local economy rose', 'economy grew', 'economy rose')
    """
    if "{" not in wording and "}" not in wording:
        return (wording,)
    pieces = _CHOICE.split(wording)
    fixed, choices = pieces[::2], [one[1:-1].split("|") for one in pieces[1::2]]
    if any("{" in one or "}" in one for one in fixed) or any(len(one) == 1 for one in choices):
        raise ValueError(f"choices are written {{one|other}}, with | between: {wording!r}")
    chosen = ("".join(chain(*zip(fixed, (*one, ""), strict=True))) for one in product(*choices))
    return tuple(dict.fromkeys(" ".join(one.split()) for one in chosen))


class Wordings(Words):
    """Wordings by language that may hold choices, which are spelled out."""

    @field_validator("en", "vi")
    @classmethod
    def _spelled_out(cls, wordings: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(chain.from_iterable(map(spelled_out, wordings)))


class FontEncoding(Model):
    """A font from before Unicode: how it is called and what stands for each letter."""

    about: str
    fonts: tuple[str, ...]
    capitals: str = ""
    letters: Mapping[str, str]


class Label(Model):
    """A name for people, in both languages."""

    en: str
    vi: str


class Rule(Model):
    """One shape of one kind of fact, with the examples that test it (`house-style`, 4).

    ``pattern`` is a regex whose named groups are fields of the value; ``sets`` fills fields
    that the words imply; ``case`` minds capitals; ``glued`` allows a letter right before
    the digits (``No16``). ``finds`` maps a sentence, the fact in square brackets, to its
    written form; ``skips`` are sentences with nothing to find for this kind; ``misses`` is
    like ``finds`` for what should be found one day.
    """

    name: str
    about: str
    pattern: str
    case: bool = False
    glued: bool = False
    sets: Mapping[str, Any] = {}
    finds: Mapping[str, str | list[str]] = {}
    skips: tuple[str, ...] = ()
    misses: Mapping[str, str | list[str]] = {}


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

    def stated(self) -> dict[str, str]:
        """The dimensions that are stated, in the order of the fields."""
        return {name: value for name, value in self if value is not None}


class Term(Model):
    """A name of a level, body, population … and the dimensions that it states.

    An empty ``sets`` shields its words: they state nothing, though parts of them would.
    """

    id: str
    sets: TermSets = TermSets()
    words: Wordings
    finds: Mapping[str, str] = {}
    skips: tuple[str, ...] = ()


class Compound(Model):
    """Two terms that together state what neither of them does: one person who holds two posts.

    ``first`` and ``second`` are ids of terms, ``joined_by`` the lists of `language.toml` whose
    words stand between them, in the order given or, with ``either_order``, in both; with
    ``adjacent`` nothing has to. With ``headless`` the first may be left out (*19 of them are
    also chairmen*), with ``named`` a name or a number may stand before the second (*of the 11th
    Provincial Party Committee*). The level that one of them states goes with the compound.
    """

    id: str
    sets: TermSets
    first: tuple[str, ...]
    joined_by: tuple[str, ...]
    second: tuple[str, ...]
    either_order: bool = False
    adjacent: bool = False
    headless: bool = False
    named: bool = False
    finds: Mapping[str, str] = {}
    skips: tuple[str, ...] = ()


#: The kinds of fact that an indicator can be measured by.
Measured = Literal["percentage", "count", "ratio", "multiple", "money", "quantity"]


class Indicator(Model):
    """What is measured. The ``id`` never changes once published.

    ``when`` are the dimensions that together give the indicator, ``also`` other sets of
    them that do; ``names`` name it outright, ``labels`` in short, where they open a clause and
    lead to its number (*near-poor 3.1%*); ``without`` are dimensions that a number of it
    does not have; ``implies`` are those that it has by what it measures, said or not.
    ``per_head`` says that its amounts are of one person; ``counts`` is the class of nouns in
    the language cards that a count of it may have. ``unless`` are words of the number's own
    clause, or of the label of its sentence, that say that it counts others, or what came of
    them; ``unless_led`` are those right before it. ``share_of`` is the class of nouns whose
    share of all it is, ``per_head_of`` the indicator whose amounts for one person are of it.
    ``flow`` says that it measures what happens over a time, so that a part of a year is no whole.
    """

    id: str
    group: str
    label: Label
    unit: str
    measure: str
    direction: Literal["higher", "lower", "band", "neutral", "cap_by_grade"]
    flow: bool = False
    kinds: tuple[Measured, ...]
    when: TermSets = TermSets()
    also: tuple[TermSets, ...] = ()
    names: Wordings = Wordings()
    labels: Wordings = Wordings()
    without: tuple[str, ...] = ()
    implies: TermSets = TermSets()
    per_head: bool = False
    per_head_of: str | None = None
    counts: str | None = None
    share_of: str | None = None
    unless: Words = Words()
    unless_led: Words = Words()
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
    rare: bool = False
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


# ── rules, ready to run ───────────────────────────────────────────────────────────────────

ANCHORS: Mapping[str, str] = {
    "number": "digit",
    "plain_number": "digit",
    "digits": "digit",
    "year": "digit",
    "day": "digit",
    "month": "digit",
    "document_digits": "digit",
    "ordinal_digits": "digit",
    "list_digits": "digit",
    "cardinal": "word",
    "fraction": "word",
    "multiplier": "word",
    "roman": "roman",
}

_FRAGMENT = regex.compile(r"(?<!\\[pP])\{(?P<name>[a-z_]+)\}")
_OPENING = regex.compile(r"\((?:\?P<\w+>|\?:)?")
_NAMED_GROUP = regex.compile(r"(?<!\\)\(\?P<(\w+)>")


@dataclass(frozen=True)
class CompiledRule:
    """A rule whose pattern is anchored where its first number stands.

    ``before`` matches leftwards from there what belongs to the span before the number
    (``July `` of ``July 7, 2022``); ``pattern`` matches rightwards. They are compiled when a
    text first needs them, for a short one needs few: until then ``source`` and
    ``source_before`` say what they are, the latter empty where nothing belongs before.
    """

    id: str
    kind: str
    anchor: str
    source: str
    source_before: str
    card: Rule

    @property
    def flags(self) -> int:
        """The flags that the pattern is compiled with."""
        return int(regex.V0 if self.card.case else regex.V0 | regex.IGNORECASE)

    @cached_property
    def pattern(self) -> regex.Pattern[str]:
        """What is matched from the anchor on; raises RulebookError where it is no pattern."""
        return self._compiled(self.source)

    @cached_property
    def before(self) -> regex.Pattern[str] | None:
        """What is matched leftwards from the anchor, if anything is."""
        return self._compiled(f"(?r){self.source_before}") if self.source_before else None

    def _compiled(self, source: str) -> regex.Pattern[str]:
        try:
            return regex.compile(source, self.flags)
        except regex.error as error:
            fault = f"the pattern is no regular expression: {error}"
            raise RulebookError(_fault_of(self.id, fault)) from error


class PlacedRule(NamedTuple):
    """A rule with the place of its card: ``common`` or a language, and its kind."""

    place: str
    kind: str
    card: Rule

    @property
    def id(self) -> str:
        """The name that facts carry, ``en/percentage:sign``."""
        return f"{self.place}/{self.kind}:{self.card.name}"


@dataclass(frozen=True)
class LanguageRules:
    """A language with its rules, in the order of the cards.

    What patterns are put together from is made when a text of the language first comes.
    """

    language: Language
    cards: tuple[PlacedRule, ...]
    shared: Mapping[str, str]
    types: tuple[DocumentType, ...]

    @cached_property
    def rules(self) -> tuple[CompiledRule, ...]:
        """The rules, ready to run."""
        return tuple(map(self.prepared, self.cards))

    @cached_property
    def fragments(self) -> Mapping[str, str]:
        """The pieces that patterns name."""
        return self._fragments(forwards=False)

    @cached_property
    def _ahead(self) -> Mapping[str, str]:
        """The same pieces in a form that is only good for matching rightwards."""
        return self._fragments(forwards=True)

    def _fragments(self, *, forwards: bool) -> dict[str, str]:
        card = self.language.card
        return {
            **self.shared,
            **_word_fragments(card, forwards=forwards),
            **_any_of(_document_words(card.code, self.types), forwards=forwards),
            **card.fragments,
        }

    @cached_property
    def _written(self) -> Mapping[str, str]:
        """The pieces as cards write them; those that word lists give are empty."""
        card = self.language.card
        listed = ("cardinal", *_word_lists(card), *_document_words(card.code, ()))
        return {**self.shared, **dict.fromkeys(listed, ""), **card.fragments}

    def prepared(self, rule: PlacedRule) -> CompiledRule:
        """A rule whose pattern is put together, but not compiled."""
        before, rest, anchor = _split(rule.card.pattern)
        return CompiledRule(
            id=rule.id,
            kind=rule.kind,
            anchor=anchor,
            source=expand(rest, self._ahead),
            source_before=expand(before, self.fragments),
            card=rule.card,
        )

    def faults(self, rule: PlacedRule) -> Iterator[str]:
        """What is wrong with a rule, and what would be right; its pattern is not compiled."""
        try:
            whole = expand(rule.card.pattern, self._written)
            _split(rule.card.pattern)
        except KeyError as error:
            known = ", ".join(sorted(self._written))
            yield f"no fragment {{{error.args[0]}}}; known: {known}"
            return
        except ValueError as error:
            yield str(error)
            return
        if strange := set(_NAMED_GROUP.findall(whole)) - GROUPS[rule.kind]:
            right = ", ".join(sorted(GROUPS[rule.kind])) or "none"
            yield f"no field {', '.join(sorted(strange))}; fields of {rule.kind}: {right}"
        yield from _wrong_sets(rule.kind, rule.card.sets)


def _fault_of(rule: str, fault: str) -> str:
    file, _, name = rule.partition(":")
    return f'patterns/{file}.toml, rule "{name}": {fault}'


def expand(pattern: str, fragments: Mapping[str, str], *, depth: int = 0) -> str:
    """Put the fragments in; raises KeyError with the name of one that is not known."""
    if depth > 8:
        raise KeyError("a fragment that holds itself")

    def piece(found: regex.Match[str]) -> str:
        return f"(?:{expand(fragments[found['name']], fragments, depth=depth + 1)})"

    return str(_FRAGMENT.sub(piece, pattern))


def split_at_anchor(pattern: str) -> tuple[str, str, str] | None:
    """Cut a pattern before its first number: (before, from there on, kind of anchor).

    >>> split_at_anchor("(?P<month_name>{month_name}),? (?P<day>{day})")
    ('(?P<month_name>{month_name}),? ', '(?P<day>{day})', 'digit')
    """
    depth = position = 0
    while position < len(pattern):
        if pattern[position] == "\\":
            position += 2
            continue
        if pattern[position] == "[":
            position = pattern.index("]", position + 2) + 1
            continue
        if depth == 0:
            inside = position
            while opening := _OPENING.match(pattern, inside):
                inside = opening.end()
            fragment = _FRAGMENT.match(pattern, inside)
            if fragment and fragment["name"] in ANCHORS:
                return pattern[:position], pattern[position:], ANCHORS[fragment["name"]]
        depth += {"(": 1, ")": -1}.get(pattern[position], 0)
        position += 1
    return None


_LOOK_AROUND = regex.compile(r"(?:\(\?<?[=!](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*")


def _split(pattern: str) -> tuple[str, str, str]:
    """What of a pattern stands before its anchor, what from there on, and the kind of anchor.

    Raises ValueError where it has none. What only looks around stands with the rest.
    """
    split = split_at_anchor(pattern)
    if split is None:
        known = ", ".join(sorted(ANCHORS))
        raise ValueError(f"no number to start from; a pattern needs one of: {known}")
    before, rest, anchor = split
    return ("", before + rest, anchor) if _LOOK_AROUND.fullmatch(before) else split


def settable(kind: str) -> dict[str, Any]:
    """The fields that ``sets`` of a rule of this kind may fill, with the type of each."""
    fields: dict[str, Any] = {
        name: one.annotation for name, one in VALUES[kind].model_fields.items() if name != "kind"
    }
    if kind == "date":  # "end" is a day once the year is known
        fields["precision"] = fields["precision"] | Literal["end"]
    return fields


def _wrong_sets(kind: str, sets: Mapping[str, Any]) -> Iterator[str]:
    known = settable(kind)
    for name, value in sets.items():
        if name not in known:
            yield f"sets.{name}: no such field; fields of {kind}: {', '.join(known)}"
            continue
        try:
            TypeAdapter(known[name]).validate_python(value)
        except ValidationError as error:
            yield f"sets.{name}: {error.errors()[0]['msg']}"


# ── loading ───────────────────────────────────────────────────────────────────────────────

M = TypeVar("M", bound=Model)


def patterns_folder() -> Path:
    """The `patterns` beside this module if it is there (a wheel), else beside the package."""
    inside = Path(__file__).parent / "patterns"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "patterns"


@dataclass
class _Shelf:
    """Opens cards and collects what is wrong with them; a ``thorough`` one compiles patterns."""

    folder: Path
    thorough: bool = False
    errors: list[str] = field(default_factory=list)
    read: list[tuple[str, bytes]] = field(default_factory=list)

    def open(self, name: str, *, required: bool = True) -> dict[str, Any]:
        path = self.folder / name
        try:
            content = path.read_bytes()
            self.read.append((name, content))
            return tomllib.loads(content.decode("utf-8"))
        except FileNotFoundError:
            if required:
                self.errors.append(f"patterns/{name}: not there")
        except UnicodeDecodeError as error:
            self.errors.append(f"patterns/{name}: not UTF-8 at byte {error.start}")
        except tomllib.TOMLDecodeError as error:
            self.errors.append(f"patterns/{name}: {error}")
        return {}

    def cards(self, name: str, key: str, noun: type[M], *, required: bool = True) -> tuple[M, ...]:
        data = self.open(name, required=required)
        if extra := data.keys() - {key}:
            self.errors.append(f"patterns/{name}: {', '.join(sorted(extra))}: only [[{key}]] here")
        listed = data.get(key, ())
        if isinstance(listed, Mapping):
            self.errors.append(f"patterns/{name}: [{key}]: a card begins with [[{key}]]")
            listed = ()
        found: list[M] = []
        for index, card in enumerate(listed, 1):
            label = card.get("id") or card.get("name") or card.get("slug") or card.get("code")
            found.extend(self._card(name, f'{key} "{label or index}"', noun, card))
        return tuple(found)

    def all_cards(self, folder: str, key: str, noun: type[M]) -> tuple[M, ...]:
        names = sorted(path.name for path in (self.folder / folder).glob("*.toml"))
        return tuple(card for name in names for card in self.cards(f"{folder}/{name}", key, noun))

    def one(self, name: str, noun: type[M]) -> M | None:
        return next(self._card(name, "the card", noun, self.open(name)), None)

    def _card(self, name: str, label: str, noun: type[M], card: Any) -> Iterator[M]:
        try:
            yield noun.model_validate(card)
        except ValidationError as error:
            for problem in error.errors():
                place = ".".join(str(part) for part in problem["loc"])
                remedy = _known_fields(noun, problem) or problem["msg"]
                self.errors.append(f"patterns/{name}, {label}: {place}: {remedy}")

    def unread(self) -> Iterator[str]:
        """The card files that nothing asked for: a misspelt name, above all."""
        read = {name for name, _ in self.read}
        for path in sorted(self.folder.rglob("*.toml")):
            name = path.relative_to(self.folder).as_posix()
            if name not in read:
                kinds = ", ".join(VALUES)
                yield f"patterns/{name}: not a name that is read; files of rules: {kinds}"


def _known_fields(noun: type[Model], problem: ErrorDetails) -> str | None:
    """For a field that a card does not have, those that it has."""
    if problem["type"] != "extra_forbidden":
        return None
    for step in problem["loc"][:-1]:
        inner = noun.model_fields[step].annotation if step in noun.model_fields else None
        if not (isinstance(inner, type) and issubclass(inner, Model)):
            return "no such field"
        noun = inner
    return f"no such field; known: {', '.join(noun.model_fields)}"


@dataclass(frozen=True, eq=False)
class Rulebook:
    """All cards, read once and never changed.

    ``version`` is a hash of the cards; a database keeps it beside what they found.
    """

    folder: Path
    version: str
    languages: Mapping[str, LanguageRules]
    terms: tuple[Term, ...]
    compounds: tuple[Compound, ...]
    indicators: tuple[Indicator, ...]
    provinces_63: tuple[Province, ...]
    provinces_34: tuple[Province, ...]
    districts: tuple[District, ...]
    document_types: tuple[DocumentType, ...]
    issuers: tuple[Issuer, ...]
    known_documents: tuple[KnownDocument, ...]
    caps: tuple[Cap, ...]
    check_words: Mapping[str, Words]
    messages: Mapping[str, Label]
    furniture: Mapping[str, Words]
    encodings: Mapping[str, FontEncoding] = field(default_factory=dict)
    plain_words: Words = field(default_factory=Words)

    @classmethod
    def load(cls, folder: Path | None = None, *, thorough: bool | None = None) -> Rulebook:
        """Read the cards; raises RulebookError with everything that is wrong with them.

        To know that a pattern is a regular expression it must be compiled, which takes longer
        than all the rest. A ``thorough`` loader does that at once, as is right for cards that
        somebody writes: those of a ``folder`` that is named, unless it is said otherwise. The
        package's own are compiled when a text first needs them.
        """
        tried = folder is not None if thorough is None else thorough
        shelf = _Shelf(folder or patterns_folder(), tried)
        if not shelf.folder.is_dir():
            raise RulebookError(f"{shelf.folder}: no such folder of patterns")
        types = shelf.cards("documents/types.toml", "type", DocumentType)
        languages = {code: _language(shelf, code, types) for code in ("en", "vi")}
        book = {
            "languages": {code: rules for code, rules in languages.items() if rules},
            "terms": shelf.all_cards("terms", "term", Term),
            "compounds": shelf.cards("compounds.toml", "compound", Compound),
            "indicators": shelf.all_cards("indicators", "indicator", Indicator),
            "provinces_63": shelf.cards("provinces/63.toml", "province", Province),
            "provinces_34": shelf.cards("provinces/34.toml", "province", Province),
            "districts": shelf.cards("provinces/districts.toml", "district", District),
            "document_types": types,
            "issuers": shelf.cards("documents/issuers.toml", "issuer", Issuer),
            "known_documents": shelf.cards("documents/known.toml", "document", KnownDocument),
            "caps": shelf.cards("checks/caps.toml", "cap", Cap),
            "check_words": _table(shelf, "checks/words.toml", Words),
            "messages": _table(shelf, "checks/messages.toml", Label),
            "furniture": _table(shelf, "furniture.toml", Words),
            "encodings": _table(shelf, "encodings.toml", FontEncoding),
            "plain_words": _table(shelf, "plain_words.toml", Words).get("words", Words()),
        }
        _unique(shelf, book)
        shelf.errors.extend(_unmatched(book))
        shelf.errors.extend(shelf.unread())
        if shelf.errors:
            raise RulebookError("\n".join(dict.fromkeys(shelf.errors)))
        digest = hashlib.sha256()
        for name, content in sorted(shelf.read):
            digest.update(name.encode() + b"\0" + content + b"\0")
        return cls(folder=shelf.folder, version=digest.hexdigest()[:12], **book)  # type: ignore[arg-type]

    @cached_property
    def indicator_by_id(self) -> Mapping[str, Indicator]:
        """The indicators by their id."""
        return {indicator.id: indicator for indicator in self.indicators}


def _table(shelf: _Shelf, name: str, noun: type[M]) -> dict[str, M]:
    data = shelf.open(name)
    return {
        key: value for key, card in data.items() for value in shelf._card(name, key, noun, card)
    }


def _language(shelf: _Shelf, code: str, types: tuple[DocumentType, ...]) -> LanguageRules | None:
    card = shelf.one(f"{code}/language.toml", LanguageCard)
    shared = shelf.open("common/fragments.toml").get("fragments", {})
    cards = tuple(
        PlacedRule(place, kind, rule)
        for place in ("common", code)
        for kind in VALUES
        for rule in shelf.cards(f"{place}/{kind}.toml", "rule", Rule, required=False)
    )
    if card is None:
        return None
    rules = LanguageRules(Language(card), cards, shared, types)
    for one in cards:
        faults = [_fault_of(one.id, fault) for fault in rules.faults(one)]
        if shelf.thorough and not faults:
            faults.extend(_not_compiled(rules.prepared(one)))
        shelf.errors.extend(faults)
    return rules


def _not_compiled(rule: CompiledRule) -> Iterator[str]:
    """What is wrong with the patterns of a rule, which are compiled to know it."""
    try:
        rule.pattern  # noqa: B018
        rule.before  # noqa: B018
    except RulebookError as error:
        yield str(error)


#: The words after the first one of a number in words; more of them are no number, and a text
#: of nothing but such words must not take for ever.
_LONGEST = 15


def _word_fragments(card: LanguageCard, *, forwards: bool) -> dict[str, str]:
    """The fragments that a language's word lists give."""
    words = card.words
    cardinal = alternatives((*words.cardinal, *words.tens), forwards=forwards)
    joints = alternatives(words.joints, forwards=forwards)
    joint = rf"(?:[\s-]+(?:{joints}))?" if joints else ""
    return {
        "cardinal": rf"(?:{cardinal})(?:{joint}[\s-]+(?:{cardinal})){{0,{_LONGEST}}}"
        if cardinal
        else "(?!)",
        **_any_of(_word_lists(card), forwards=forwards),
        "per": _per(card, forwards=forwards),
    }


def _per(card: LanguageCard, *, forwards: bool) -> str:
    """What an amount is of, one after another: *kg/ha/năm*, *120 litres/person/day*."""
    words = alternatives(card.per, forwards=forwards)
    return rf"(?:{words})(?!\w)(?:\s?/\s?(?:{words})(?!\w)){{0,2}}" if words else "(?!)"


def _word_lists(card: LanguageCard) -> Mapping[str, Iterable[str]]:
    words = card.words
    return {
        "magnitude": card.magnitudes,
        "currency": card.currencies,
        "unit": card.units,
        "month_name": card.months,
        "per": card.per,
        "fraction": words.fraction,
        "multiplier": words.multiplier,
        **card.lists,
    }


def _document_words(code: str, types: Iterable[DocumentType]) -> Mapping[str, Iterable[str]]:
    return {
        "type_word": {word for card in types for word in getattr(card.words, code)},
        "type_word_vi": {word for card in types for word in card.words.vi},
        "type_code": {code for card in types for code in (card.code, card.ascii) if code},
    }


def _any_of(lists: Mapping[str, Iterable[str]], *, forwards: bool) -> dict[str, str]:
    return {name: alternatives(words, forwards=forwards) or "(?!)" for name, words in lists.items()}


def _unique(shelf: _Shelf, book: Mapping[str, Any]) -> None:
    """No id twice, no rule name twice in one card file."""
    for key, name in (
        ("terms", "id"),
        ("compounds", "id"),
        ("indicators", "id"),
        ("provinces_63", "slug"),
        ("provinces_34", "slug"),
        ("document_types", "id"),
    ):
        seen: set[str] = set()
        for card in book[key]:
            label = getattr(card, name)
            if label in seen:
                shelf.errors.append(f"{key}: {name} {label!r} is given twice; ids are unique")
            seen.add(label)
    for rules in book["languages"].values():
        names = [rule.id for rule in rules.cards]
        shelf.errors.extend(
            f"rule {name} is given twice" for name in {one for one in names if names.count(one) > 1}
        )


#: An age as an attribute: age<40, age40-50, age>=60.
_AGE = regex.compile(r"age(?:[<>]=?\d+|\d+-\d+)")


def _unmatched(book: Mapping[str, Any]) -> Iterator[str]:
    """What a card says of another card that is not there: a misspelt id, above all."""
    old, new = ({card.slug for card in book[f"provinces_{size}"]} for size in ("63", "34"))
    types = {card.id for card in book["document_types"]}
    for place, named, field_name, known, where in (
        *((f'provinces/63.toml, province "{one.slug}"', one.merged_into or one.slug,
           "merged_into", new, "34.toml") for one in book["provinces_63"]),
        *((f'provinces/34.toml, province "{one.slug}"', slug, "merged_from", old, "63.toml")
          for one in book["provinces_34"] for slug in one.merged_from),
        *((f'provinces/districts.toml, district "{one.label.vi}"', one.province,
           "province", old, "63.toml") for one in book["districts"]),
        *((f'documents/known.toml, document "{one.symbol}"', one.type,
           "type", types, "types.toml") for one in book["known_documents"]),
    ):  # fmt: skip
        if known and named not in known:
            yield f"patterns/{place}: {field_name}: no {named!r} in {where}{_nearest(named, known)}"
    yield from _unknown_parts(book)
    yield from _unknown_names(book)
    yield from _never_met((*book["terms"], *book["compounds"]), book["indicators"])


def _unknown_parts(book: Mapping[str, Any]) -> Iterator[str]:
    """Terms and lists that a compound is made of and nobody wrote."""
    terms = {term.id for term in book["terms"]}
    lists = {name for rules in book["languages"].values() for name in rules.language.card.lists}
    for card in book["compounds"]:
        for field_name, known, file in (
            ("first", terms, "terms/*.toml"),
            ("second", terms, "terms/*.toml"),
            ("joined_by", lists, "language.toml"),
        ):
            for name in getattr(card, field_name):
                if known and name not in known:
                    yield (
                        f'patterns/compounds.toml, compound "{card.id}": {field_name}: '
                        f"no {name!r} in {file}{_nearest(name, known)}"
                    )


def _unknown_names(book: Mapping[str, Any]) -> Iterator[str]:
    """Classes of nouns and indicators that a card names and nobody knows."""
    known = {name for rules in book["languages"].values() for name in rules.language.card.counted}
    named = {card.id for card in book["indicators"]}
    for card in book["indicators"]:
        if card.per_head_of is not None and card.per_head_of not in named:
            yield (
                f'patterns/indicators/{card.group}.toml, indicator "{card.id}": per_head_of: '
                f"no indicator {card.per_head_of!r}{_nearest(card.per_head_of, named)}"
            )
        for field_name, name in (("counts", card.counts), ("share_of", card.share_of)):
            if name is not None and name not in known:
                yield (
                    f'patterns/indicators/{card.group}.toml, indicator "{card.id}": {field_name}: '
                    f"no {name!r} in [counted] of language.toml{_nearest(name, known)}"
                )


def _never_met(terms: Iterable[Term | Compound], indicators: Iterable[Indicator]) -> Iterator[str]:
    """Conditions of indicators that no term states."""
    stated: dict[str, set[str]] = {}
    for term in terms:
        for name, value in term.sets.stated().items():
            stated.setdefault(name, set()).add(value)
    for card in indicators:
        conditions = [pair for when in (card.when, *card.also) for pair in when.stated().items()]
        for name, value in conditions:
            known = stated.get(name, set())
            if known and value not in known and not (name == "attribute" and _AGE.fullmatch(value)):
                yield (
                    f'patterns/indicators/{card.group}.toml, indicator "{card.id}": when.{name}: '
                    f"no term states {value!r}{_nearest(value, known)}"
                )


def _nearest(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"; perhaps {near[0]!r}" if near else ""
