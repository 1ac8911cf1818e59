"""Every line of every card. No case is written here: to report a miss, add a line to a card."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from cards import rules

from pipeline import examples
from pipeline.rulebook import Rulebook

RULES = list(rules())


@pytest.fixture(scope="module")
def failures(rulebook: Rulebook) -> dict[str, list[examples.Failure]]:
    """What does not hold, by the card that promises it."""
    grouped: dict[str, list[examples.Failure]] = defaultdict(list)
    for failure in examples.run(rulebook):
        grouped[failure.card].append(failure)
    return grouped


@pytest.mark.parametrize("card", [card for card, _ in RULES])
def test_card_keeps_its_promises(card: str, failures: dict[str, list[examples.Failure]]) -> None:
    assert not failures.get(card), "\n".join(map(str, failures[card]))


@pytest.mark.parametrize(("card", "rule"), RULES, ids=[card for card, _ in RULES])
def test_card_shows_what_it_finds(card: str, rule: dict[str, Any]) -> None:
    assert rule.get("finds") or rule.get("misses"), f"{card}: a rule needs a line under finds"


def test_every_rule_of_the_folder_is_loaded(rulebook: Rulebook) -> None:
    loaded = {rule.id for language in rulebook.languages.values() for rule in language.rules}
    assert loaded == {card for card, _ in RULES}


def test_a_promise_that_does_not_hold_is_named(patterns_copy: Path) -> None:
    """The runner itself can fail, at each of the three kinds of line."""
    card = patterns_copy / "en" / "percentage.toml"
    card.write_text(
        """
[[rule]]
name    = "sign"
about   = "A number with a percent sign."
pattern = '(?P<number>{plain_number})\\s?%'
skips   = ["it rose by 5%"]

[rule.finds]
"reached [26.87%] of members" = "26.88%"
"a share of [nearly 27%]" = "~27%"

[rule.misses]
"it rose by [7%]" = "7%"
""",
        encoding="utf-8",
    )
    failed = [
        (failure.example, failure.expected, failure.found)
        for failure in examples.run_rules(Rulebook.load(patterns_copy, thorough=False))
        if failure.card == "en/percentage:sign"
    ]
    assert failed == [
        ("reached [26.87%] of members", "26.88%", "[26.87%] = 26.87% (en/percentage:sign)"),
        ("a share of [nearly 27%]", "~27%", "[27%] = ~27% (en/percentage:sign)"),
        ("it rose by 5%", "nothing", "[5%] = 5% (en/percentage:sign)"),
        ("it rose by [7%]", "a miss", "it works: move the line to finds"),
    ]
