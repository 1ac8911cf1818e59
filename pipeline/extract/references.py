"""Document numbers made whole: diacritics restored, types named, short references resolved.

The two systems of document numbers are those of Guidance 36-HD/VPTW (Party) and of
Decree 30/2020/NĐ-CP, Appendix III (State).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence
from functools import cached_property

import regex

from pipeline.language import alternatives
from pipeline.model import Date, Document, DocumentNumber, Fact
from pipeline.rulebook import DocumentType, LanguageRules, Rulebook

__all__ = ["LOOK_ALIKES", "Registry"]

#: Letters that print for Đ and đ: Eth, African D, and plain D where the marks were lost.
LOOK_ALIKES = str.maketrans({"Ð": "Đ", "Ɖ": "Đ", "ð": "đ"})
_GAP = 60


class Registry:
    """What is known of document types and issuers, by code and by word."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.types = rulebook.document_types
        self.issuers = {
            name: card.code
            for card in rulebook.issuers
            for name in (card.ascii.casefold(), card.code.casefold())
        }
        self.party = {
            card.code for card in rulebook.issuers if card.system in ("party", "front_union")
        }
        self.codes: dict[str, list[DocumentType]] = defaultdict(list)
        for card in self.types:
            for code in {card.code, card.ascii} - {None}:
                self.codes[str(code).casefold()].append(card)
        self._left: dict[str, regex.Pattern[str]] = {}

    def resolve(
        self, document: Document, facts: Sequence[Fact], rules: LanguageRules
    ) -> list[Fact]:
        """The facts with their document numbers made whole."""
        surroundings = _Surroundings(document, rules)
        whole = [
            fact.model_copy(
                update={"value": self.restored(surroundings.around(fact.value, index, facts))}
            )
            if isinstance(fact.value, DocumentNumber)
            else fact
            for index, fact in enumerate(facts)
        ]
        full = {
            (fact.value.number.lstrip("0"), fact.value.code)
            for fact in whole
            if isinstance(fact.value, DocumentNumber) and fact.value.symbol
        }
        return [self._short(fact, full) for fact in whole]

    # ── full numbers ──────────────────────────────────────────────────────────────────

    def restored(self, value: DocumentNumber) -> DocumentNumber:
        """A document number with its symbol filled in, code and issuer in their own letters."""
        if value.symbol is None:
            return value
        issuer = self.issuer(value.issuer)
        lead = (issuer or "").split("-")[0]
        is_party = lead in self.party or value.symbol.startswith("{number}-")
        system = "party" if is_party else "state"
        code = self.code(value.code, system, value.stated_type)
        card = self.type_of(code, system, value.stated_type)
        symbol = value.symbol.format(number=value.number, year=value.year, code=code, issuer=issuer)
        return value.model_copy(
            update={
                "symbol": symbol,
                "code": code,
                "issuer": issuer,
                "type": card.id if card else None,
            }
        )

    def issuer(self, printed: str | None) -> str | None:
        """An issuer code with its diacritics: ``HDND`` is ``HĐND``."""
        if not printed:
            return None
        parts = printed.translate(LOOK_ALIKES).split("-")
        return "-".join(self.issuers.get(part.casefold(), part) for part in parts)

    def code(self, printed: str | None, system: str, word: str | None) -> str | None:
        """A type code with its diacritics: ``QD`` is ``QĐ``; a Party ``DA`` is ``ĐA``."""
        if not printed:
            return None
        key = regex.sub(r"\s", "", printed.translate(LOOK_ALIKES)).casefold()
        cards = self.codes.get(key, ())
        own = [card for card in cards if card.system == system] or list(cards)
        stated = [card for card in own if word and self._has_word(card, word)]
        if not own:
            return printed
        exact = [card for card in own if card.code and card.code.casefold() == key]
        # Plain D stands for Đ in most codes; only a type word that says so keeps it.
        marked = [card for card in own if card.code and card.code.casefold() != key]
        chosen = (stated or [card for card in (*exact, *marked) if not card.rare] or own)[0]
        return chosen.code

    def type_of(self, code: str | None, system: str, word: str | None) -> DocumentType | None:
        """The type that a code stands for; the type word decides between several."""
        cards = [card for card in self.types if code and card.code == code]
        own = [card for card in cards if card.system == system] or cards
        stated = [card for card in own if word and self._has_word(card, word)]
        return next(iter(stated or own), None)

    @staticmethod
    def _has_word(card: DocumentType, word: str) -> bool:
        return word in card.words.en or word in card.words.vi

    # ── short references ──────────────────────────────────────────────────────────────

    def _short(self, fact: Fact, full: Container[tuple[str, str | None]]) -> Fact:
        """A short reference with the code that a full number of the same text decides."""
        value = fact.value
        if not isinstance(value, DocumentNumber) or value.symbol or not value.stated_type:
            return fact
        codes = self.codes_of(value.stated_type)
        decided = [code for code in codes if (value.number.lstrip("0"), code) in full]
        code = decided[0] if len(decided) == 1 else next(iter(codes), None)
        return fact.model_copy(update={"value": value.model_copy(update={"code": code})})

    @cached_property
    def _codes_by_word(self) -> dict[str, list[str]]:
        """The codes of each type word: the type that bears it as its name comes first."""
        ranked: dict[str, dict[str, int]] = defaultdict(dict)
        for card in self.types:
            if not card.code:
                continue
            for word in (*card.words.en, *card.words.vi):
                named = word in (card.label.en.casefold(), card.label.vi.casefold())
                rank = 2 if card.rare else 0 if named else 1
                ranked[word][card.code] = min(rank, ranked[word].get(card.code, 9))
        return {word: sorted(codes, key=lambda one: codes[one]) for word, codes in ranked.items()}

    def codes_of(self, word: str) -> list[str]:
        """The codes that a type word may stand for, the likeliest first."""
        codes = self._codes_by_word
        return codes.get(word) or codes.get(word.removesuffix("s")) or []


class _Surroundings:
    """What stands beside a document number: its type word, its date and its term."""

    def __init__(self, document: Document, rules: LanguageRules) -> None:
        self.text = document.text
        lists = rules.language.card.lists
        words = rules.fragments["type_word"]
        numbered = alternatives(lists.get("numbered", ())) or "(?!)"
        issued = alternatives(lists.get("issued", ())) or "(?!)"
        terms = alternatives(lists.get("term", ())) or "(?!)"
        self.left = regex.compile(rf"(?ri)(?<!\w)(?P<word>{words})s?(?:\s+(?:{numbered})[.:]*)?\s*")
        self.between = regex.compile(rf"(?i)[\s,]*\(?\s*(?:(?:{issued})\s+)*")
        self.term = regex.compile(
            rf"(?i)[\s,]*\(?\s*(?:of\s+)?(?:{terms})\s+(?P<term>[IVX]+(?:\s*(?:,|and|và)\s*[IVX]+)*)\b"
        )

    def around(self, value: DocumentNumber, index: int, facts: Sequence[Fact]) -> DocumentNumber:
        fact = facts[index]
        found: dict[str, str] = {}
        left = self.left.match(self.text, max(0, fact.start - _GAP), fact.start)
        if left and not value.stated_type:
            found["stated_type"] = " ".join(left["word"].casefold().split())
        issued = self._issued(index, facts)
        if issued:
            found["issued"] = issued
        term = self.term.match(self.text, fact.end, min(len(self.text), fact.end + _GAP))
        if term:
            found["term"] = term["term"]
        return value.model_copy(update=found) if found else value

    def _issued(self, index: int, facts: Sequence[Fact]) -> str | None:
        """The date that directly follows: at most a comma, a bracket, *dated* between."""
        fact = facts[index]
        follower = facts[index + 1] if index + 1 < len(facts) else None
        if follower is None or follower.passage != fact.passage:
            return None
        date = follower.value
        if not isinstance(date, Date) or date.date is None or date.precision != "day":
            return None
        between = self.text[fact.end : follower.start]
        if date.date.startswith("--") or not self.between.fullmatch(between):
            return None
        return date.date
