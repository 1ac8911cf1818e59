"""Document numbers made whole: diacritics restored, types named, short references resolved.

The two systems of document numbers are those of Guidance 36-HD/VPTW (Party) and of
Decree 30/2020/NĐ-CP, Appendix III (State).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence
from functools import cached_property
from typing import Any

import regex

from pipeline.extract.values import Found
from pipeline.language import Memo, late, plain_letters
from pipeline.model import DocumentNumber
from pipeline.rulebook import DocumentType, LanguageRules, Rulebook

__all__ = ["Registry"]

_GAP = 60

#: Fields of a document number that the words around it give.
Beside = tuple[tuple[str, str], ...]


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
        self._surroundings: Memo[str, _Surroundings] = Memo(
            lambda language: _Surroundings(rulebook.languages[language])
        )
        self._whole = Memo(self._restored)
        self._identified = Memo(self._identity)
        self._coded: Memo[tuple[DocumentNumber, str | None], DocumentNumber] = Memo(
            lambda key: key[0].model_copy(update={"code": key[1]})
        )

    def resolve(self, text: str, facts: list[Found], rules: LanguageRules) -> list[Found]:
        """What was found in a text, its document numbers made whole."""
        beside = self._surroundings[rules.language.code]
        whole = {
            index: self._whole[value, beside.around(text, index, facts)]
            for index, one in enumerate(facts)
            if (value := one.value).kind == "document_number"
        }
        full = {(one.number.lstrip("0"), one.code) for one in whole.values() if one.symbol}
        resolved = list(facts)
        for index, value in whole.items():
            resolved[index] = facts[index]._replace(value=self._short(value, full))
        return resolved

    # ── full numbers ──────────────────────────────────────────────────────────────────

    def _restored(self, key: tuple[DocumentNumber, Beside]) -> DocumentNumber:
        """A document number with what stands beside it, and its symbol filled in.

        Code and issuer come in their own letters.
        """
        value, beside = key
        found: dict[str, Any] = dict(beside)
        if value.symbol is not None:
            word = found.get("stated_type", value.stated_type)
            found |= self._identified[value.symbol, value.code, value.issuer, word]
            found["symbol"] = value.symbol.format(
                number=value.number, year=value.year, code=found["code"], issuer=found["issuer"]
            )
        return value.model_copy(update=found) if found else value

    def _identity(
        self, key: tuple[str, str | None, str | None, str | None]
    ) -> dict[str, str | None]:
        """The code, the issuer and the type of document numbers of one shape."""
        symbol, printed, printed_issuer, word = key
        issuer = self.issuer(printed_issuer)
        lead = (issuer or "").split("-")[0]
        is_party = lead in self.party or symbol.startswith("{number}-")
        system = "party" if is_party else "state"
        code = self.code(printed, system, word)
        card = self.type_of(code, system, word)
        return {"code": code, "issuer": issuer, "type": card.id if card else None}

    def issuer(self, printed: str | None) -> str | None:
        """An issuer code with its diacritics: ``HDND`` is ``HĐND``."""
        if not printed:
            return None
        parts = plain_letters(printed).split("-")
        return "-".join(self.issuers.get(part.casefold(), part) for part in parts)

    def code(self, printed: str | None, system: str, word: str | None) -> str | None:
        """A type code with its diacritics: ``QD`` is ``QĐ``; a Party ``DA`` is ``ĐA``."""
        if not printed:
            return None
        key = regex.sub(r"\s", "", plain_letters(printed)).casefold()
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

    def _short(
        self, value: DocumentNumber, full: Container[tuple[str, str | None]]
    ) -> DocumentNumber:
        """A short reference with the code that a full number of the same text decides."""
        if value.symbol or not value.stated_type:
            return value
        codes = self.codes_of(value.stated_type)
        decided = [code for code in codes if (value.number.lstrip("0"), code) in full]
        code = decided[0] if len(decided) == 1 else next(iter(codes), None)
        return self._coded[value, code]

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

    def __init__(self, rules: LanguageRules) -> None:
        listed = rules.language.card.any_of
        words = rules.fragments["type_word"]
        numbered = listed("numbered")
        issued = listed("issued")
        terms = listed("term")
        leads, joint = listed("term_leads"), listed("list_joints")
        self.left = late(rf"(?ri)(?<!\w)(?P<word>{words})s?(?:\s+(?:{numbered})[.:]*)?\s*")
        self.between = late(rf"(?i)[\s,]*\(?\s*(?:(?:{issued})\s+)*")
        self.term = late(
            rf"(?i)[\s,]*\(?\s*(?:(?:{leads})\s+)?(?:{terms})\s+"
            rf"(?P<term>[IVX]+(?:\s*(?:,|{joint})\s*[IVX]+)*)\b"
        )

    def around(self, text: str, index: int, facts: Sequence[Found]) -> Beside:
        """The fields that the words around a document number give."""
        fact = facts[index]
        found: list[tuple[str, str]] = []
        if not getattr(fact.value, "stated_type", None):
            left = self.left.match(text, max(0, fact.start - _GAP), fact.start)
            if left:
                found.append(("stated_type", " ".join(left["word"].casefold().split())))
        issued = self._issued(text, index, facts)
        if issued:
            found.append(("issued", issued))
        term = self.term.match(text, fact.end, min(len(text), fact.end + _GAP))
        if term:
            found.append(("term", term["term"]))
        return tuple(found)

    def _issued(self, text: str, index: int, facts: Sequence[Found]) -> str | None:
        """The date that directly follows: at most a comma, a bracket, *dated* between."""
        fact = facts[index]
        follower = facts[index + 1] if index + 1 < len(facts) else None
        if follower is None or follower.passage != fact.passage:
            return None
        date = follower.value
        if date.kind != "date" or date.date is None or date.precision != "day":
            return None
        between = text[fact.end : follower.start]
        if date.date.startswith("--") or not self.between.fullmatch(between):
            return None
        return date.date
