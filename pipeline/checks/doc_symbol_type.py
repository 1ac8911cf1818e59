"""BC301: the type that a document number codes against the type that the text names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import regex

from pipeline.checks.citations import Citation, citations, led_by, plain_code
from pipeline.checks.report import Report
from pipeline.model import Finding, Span
from pipeline.rulebook import DocumentType

__all__ = ["doc_symbol_type"]

_NAME = "doc_symbol_type"
_BEFORE = 60
#: So many types of one code are named; the rest are the same for other issuers.
_LABELS = 2
#: Codes that are used in practice for another type: *Chương trình hành động số 01-CT/TU*.
_IN_PRACTICE: Mapping[str, tuple[str, ...]] = {"CT": ("CTR", "CTHD")}
#: Codes of types that are those of agencies, too: tax, inspection and planning departments.
_AGENCIES = frozenset({"CT", "TT", "KH"})
#: The code of texts that hold an act with its later changes.
_CONSOLIDATED = "VBHN"
_STATE = regex.compile(r"\s*\d+\s*/")
_LABEL_PARTS = regex.compile(r"\s*/\s*")
_REMARK = regex.compile(r"\s*\([^)]*\)")


def doc_symbol_type(report: Report) -> Iterator[Finding]:
    """Every full document number before which a type word stands."""
    for citation in citations(report):
        if citation.number.symbol is not None:
            yield _judged(report, citation)


def _judged(report: Report, citation: Citation) -> Finding:
    stated = (citation.number.stated_type or "").casefold()
    coded = _coded(report, plain_code(citation.number.code))
    uses = _type_word(report, citation, stated)
    if not stated or not coded:
        reason = "unknown_code" if stated else "no_stated_type"
        return report.finding(_NAME, "not_checkable", reason, citation.place, uses)
    if _is_of_an_agency(report, citation, stated):
        return report.finding(_NAME, "not_checkable", "agency_code", citation.place, uses)
    if uses and report.ends_with("draft", report.document.text[: uses[0].start]):
        # *Báo cáo về dự thảo Luật số 57/BC-…*: the number is not the law's.
        return report.finding(_NAME, "not_checkable", "no_stated_type", citation.place, uses)
    if uses and _is_named_by(report, citation, uses[0], coded):
        return report.finding(_NAME, "not_checkable", "no_stated_type", citation.place, uses)
    words = {
        "code": citation.number.code,
        "types": _labels(report, [card for card in coded if _is(card, stated)] or coded),
        "type": next((one.text for one in uses), stated),
    }
    if any(_is(card, stated) or _heads(card, stated) for card in coded):
        return report.finding(
            _NAME, "supported", "type_matches_symbol", citation.place, uses, words=words
        )
    if compound := next((card for card in coded if _holds(card, stated)), None):
        return report.finding(
            _NAME,
            "supported_if",
            "type_differs_known_compound",
            citation.place,
            uses,
            alert="note" if _is_kind_of(compound, stated) else "warn",
            condition=report.phrase(
                "condition.compound", en=compound.label.en, vi=compound.label.vi.capitalize()
            ),
            words=words,
        )
    return _other_type(report, citation, uses, words)


def _is_named_by(
    report: Report, citation: Citation, word: Span, coded: Sequence[DocumentType]
) -> bool:
    """Whether the word before a number is none of its type.

    *Hợp đồng 68/2000/NĐ-CP* is a kind of contract, *báo cáo Kết luận số 59/BC* a report, *Quyết
    định ban hành Quy chế số 8-QĐ/TU* a decision, a consolidated text is one of the act that it
    holds, and who *thông báo kết luận số 12-KL/TU* makes known a conclusion. *Kỷ luật* is no law.
    """
    text = report.document.text
    between = text[word.end : citation.place.fact.start]
    if report.opens_with("named_after", word.text) and not between.strip():
        return True
    if report.ends_with("no_type", text[citation.place.fact.sentence_start : word.end]):
        return True
    if plain_code(citation.number.code) == _CONSOLIDATED:
        return report.opens_with("consolidated", word.text) is not None
    names = [name for card in coded for name in (*_names(card), *_words(card))]
    if any(word.text.casefold().endswith(f" {name}") for name in names):
        return True
    led = led_by(report, citation)
    ahead = led[: max(0, len(led) - (citation.place.fact.start - word.start))].casefold()
    return any(regex.search(rf"(?<!\w){regex.escape(name)}(?!\w)", ahead) for name in names)


def _is_of_an_agency(report: Report, citation: Citation, stated: str) -> bool:
    """Whether the code of a letter of the state names who wrote it: *công văn số 412/CT-KTT*.

    Letters have no code for their type there (Decree 30/2020/NĐ-CP, annex I).
    """
    letter = report.opens_with("letters", stated) is not None
    if plain_code(citation.number.code) not in _AGENCIES:
        return False
    return letter and _STATE.match(citation.number.symbol or "") is not None


def _other_type(
    report: Report, citation: Citation, uses: Sequence[Span], words: Mapping[str, object]
) -> Finding:
    stated = (citation.number.stated_type or "").casefold()
    others = [card for card in report.rulebook.document_types if _is(card, stated)]
    codes = sorted({card.code for card in others if card.code})
    code = plain_code(citation.number.code)
    in_practice = _IN_PRACTICE.get(code, ())
    if any(plain_code(one) in in_practice for one in codes) or _initials(stated) == code:
        return report.finding(
            _NAME,
            "supported_if",
            "code_in_practice",
            citation.place,
            uses,
            condition=report.phrase("condition.code_in_practice", **words),
            words=words,
        )
    if not others:
        return report.finding(
            _NAME,
            "not_checkable",
            "unknown_type",
            citation.place,
            uses,
            words=words,
        )
    # Translators choose freely between notice and circular, plan and program.
    loose = report.document.language != "vi" and not report.opens_with("firm_types", stated)
    return report.finding(
        _NAME,
        "implausible" if loose else "contradicted",
        "type_differs_from_symbol" if codes else "symbol_is_of_another_type",
        citation.place,
        uses,
        alert="note" if loose else "error",
        words={"codes": ", ".join(codes), **words},
    )


def _initials(stated: str) -> str:
    """The first letters of a name of several words, as a code: *TT* of *Tờ trình* (now *TTr*)."""
    words = stated.split()
    return plain_code("".join(word[0] for word in words)) if len(words) > 1 else ""


def _coded(report: Report, code: str) -> list[DocumentType]:
    cards = report.rulebook.document_types
    return [card for card in cards if code and plain_code(card.code or card.ascii) == code]


def _is(card: DocumentType, stated: str) -> bool:
    """Whether the word names this type by itself and not only as the end of a longer name."""
    names = _names(card)
    if stated in names:
        return True
    return stated in _words(card) and not any(_part_of(stated, name) for name in names)


def _heads(card: DocumentType, stated: str) -> bool:
    """Whether the word names a kind of this type: *Báo cáo thẩm định số 12/BC-STP*."""
    names = (card.label.vi.casefold(), *(word.casefold() for word in card.words.vi))
    return any(stated.startswith(f"{name} ") for name in names)


def _holds(card: DocumentType, stated: str) -> bool:
    return any(_part_of(stated, name) for name in (*_names(card), *_words(card)))


def _is_kind_of(card: DocumentType, stated: str) -> bool:
    """Whether the word names what all documents of this type are: a joint circular is a circular.

    A notice of conclusion is no conclusion; the head is first in Vietnamese, last in English.
    """
    vietnamese = (card.label.vi.casefold(), *(word.casefold() for word in card.words.vi))
    english = (card.label.en.casefold(), *(word.casefold() for word in card.words.en))
    return any(name.startswith(f"{stated} ") for name in vietnamese) or any(
        name.partition(" of ")[0].endswith(f" {stated}") for name in english
    )


def _part_of(stated: str, name: str) -> bool:
    return (
        stated != name and regex.search(rf"(?<!\w){regex.escape(stated)}(?!\w)", name) is not None
    )


def _names(card: DocumentType) -> list[str]:
    labels = (_REMARK.sub("", label) for label in (card.label.en, card.label.vi))
    return [part.casefold() for label in labels for part in _LABEL_PARTS.split(label)]


def _words(card: DocumentType) -> list[str]:
    return [word.casefold() for word in (*card.words.en, *card.words.vi)]


def _labels(report: Report, cards: Sequence[DocumentType]) -> str:
    vietnamese = report.lang == "vi"
    labels = (card.label.vi.capitalize() if vietnamese else card.label.en for card in cards)
    return report.phrase("list.or").join(list(dict.fromkeys(labels))[:_LABELS])


def _type_word(report: Report, citation: Citation, stated: str) -> list[Span]:
    """The type word right before the number, if it stands there."""
    fact = citation.place.fact
    start = max(fact.sentence_start, fact.start - _BEFORE)
    before = report.document.text[start : fact.start]
    at = before.casefold().rfind(stated) if stated else -1
    # Folding may change lengths; then the place would be wrong.
    if at < 0 or len(before) != len(before.casefold()):
        return []
    first, last = start + at, start + at + len(stated)
    return [Span(text=report.document.text[first:last], start=first, end=last)]
