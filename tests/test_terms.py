"""Terms and indicators: every line of their cards, and every word that they list."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from cards import cards

from pipeline import examples
from pipeline.link.terms import TermMatcher, norm
from pipeline.rulebook import Rulebook

TERMS = [card["id"] for _, card in cards("terms", "term")]
INDICATORS = [card["id"] for _, card in cards("indicators", "indicator")]
#: Words around a listed word, of which no card speaks.
AROUND = {"en": "« {} » came", "vi": "« {} » ấy"}


@pytest.fixture(scope="module")
def failures(rulebook: Rulebook) -> dict[str, list[examples.Failure]]:
    """What does not hold, by the card that promises it."""
    grouped: dict[str, list[examples.Failure]] = defaultdict(list)
    for failure in (*examples.run_terms(rulebook), *examples.run_indicators(rulebook)):
        grouped[failure.card].append(failure)
    return grouped


@pytest.fixture(scope="module")
def matchers(rulebook: Rulebook) -> dict[str, TermMatcher]:
    """A matcher for each language."""
    return {language: TermMatcher(rulebook, language) for language in AROUND}


@pytest.mark.parametrize("term", TERMS)
def test_term_keeps_its_promises(term: str, failures: dict[str, list[examples.Failure]]) -> None:
    failed = failures.get(f"terms:{term}", [])
    assert not failed, "\n".join(map(str, failed))


@pytest.mark.parametrize("indicator", INDICATORS)
def test_indicator_keeps_its_promises(
    indicator: str, failures: dict[str, list[examples.Failure]]
) -> None:
    failed = failures.get(f"indicators:{indicator}", [])
    assert not failed, "\n".join(map(str, failed))


@pytest.mark.parametrize("key", ["term", "indicator"])
def test_every_card_shows_what_it_finds(key: str) -> None:
    silent = [
        f"{file} {card['id']}" for file, card in cards(f"{key}s", key) if not card.get("finds")
    ]
    assert silent == []


@pytest.mark.parametrize("language", AROUND)
def test_every_word_of_a_term_is_found(
    language: str, rulebook: Rulebook, matchers: dict[str, TermMatcher]
) -> None:
    lost = []
    for term in rulebook.terms:
        for word in getattr(term.words, language):
            text = AROUND[language].format(word)
            start = text.index(word)
            found = matchers[language](text).terms
            if (start, start + len(word), term.id) not in [one[:3] for one in found]:
                lost.append((term.id, word, [(one.id, text[one.start : one.end]) for one in found]))
    assert lost == []


@pytest.mark.parametrize("language", AROUND)
def test_every_name_of_an_indicator_is_found(
    language: str, rulebook: Rulebook, matchers: dict[str, TermMatcher]
) -> None:
    lost = []
    for card in rulebook.indicators:
        for name in getattr(card.names, language):
            text = AROUND[language].format(name)
            start = text.index(name)
            found = matchers[language](text).names
            if (start, start + len(name), card.id) not in found:
                lost.append((card.id, name, found))
    assert lost == []


@pytest.mark.parametrize("language", AROUND)
def test_capitals_and_tone_marks_do_not_matter(
    language: str, rulebook: Rulebook, matchers: dict[str, TermMatcher]
) -> None:
    for term in rulebook.terms[::5]:
        for word in getattr(term.words, language):
            text = AROUND[language].format(word.upper())
            start = text.index(word.upper())
            found = matchers[language](text).terms
            assert (start, start + len(word), term.id) in [one[:3] for one in found], word


def test_tones_may_stand_on_either_vowel() -> None:
    assert norm("hoà") == norm("hòa")
    assert norm("UỶ") == norm("ủy")
    assert norm("hoà") != norm("hóa")
    assert norm("má") != norm("mà")


def test_a_broken_promise_is_named(patterns_copy: Path) -> None:
    (patterns_copy / "terms" / "example.toml").write_text(
        """
[[term]]
id = "example"
sets = { topic = "example" }
words.en = ["a tale"]
skips = ["They told a tale."]
[term.finds]
"They told [a tale] of the past." = "topic=fable"
"They told [a tale of] the past." = "topic=example"
"They told a tale of their past." = "topic=example"
""",
        encoding="utf-8",
    )
    failed = [
        (failure.example, failure.expected, failure.found)
        for failure in examples.run_terms(Rulebook.load(patterns_copy))
        if failure.card == "terms:example"
    ]
    found = "[a tale] = topic=example (example)"
    assert failed == [
        ("They told [a tale] of the past.", "topic=fable", found),
        ("They told [a tale of] the past.", "topic=example", found),
        ("They told a tale of their past.", "topic=example", found),
        ("They told a tale.", "nothing", found),
    ]
