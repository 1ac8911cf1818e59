"""The cards agree with each other, and a wrong card is named with its remedy."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest
import regex
from cards import cards, raw

from pipeline.flow import analyse_text
from pipeline.link.terms import norm
from pipeline.rulebook import GROUPS, Rulebook, RulebookError, patterns_folder, spelled_out

LANGUAGES = ("en", "vi")
#: Age limits are facts (`age_band`); the linker makes their attribute, no card does.
AGES = regex.compile(r"age(?:[<>]=?\d+|\d+-\d+)")


def key_of(phrase: str) -> str:
    """A phrase as the linker sees it."""
    return " ".join(norm(word) for word in phrase.split())


def shared_names(named: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """The names that two cards claim, with the cards."""
    owners: dict[str, set[str]] = defaultdict(set)
    for name, card in named:
        owners[key_of(name)].add(card)
    return {name: claimed for name, claimed in owners.items() if len(claimed) > 1}


# ── what the loader accepts ───────────────────────────────────────────────────────────────


def test_the_cards_load(rulebook: Rulebook) -> None:
    assert set(rulebook.languages) == set(LANGUAGES)
    assert rulebook.terms
    assert rulebook.indicators
    assert (len(rulebook.provinces_63), len(rulebook.provinces_34)) == (63, 34)


def test_loading_twice_gives_the_same_version(rulebook: Rulebook) -> None:
    assert Rulebook.load().version == rulebook.version


def test_any_changed_card_changes_the_version(rulebook: Rulebook, patterns_copy: Path) -> None:
    for path in sorted(patterns_copy.rglob("*.toml"))[::7]:
        before = path.read_bytes()
        path.write_bytes(before + b"\n# a remark\n")
        changed = Rulebook.load(patterns_copy, thorough=False)
        assert changed.version != rulebook.version, path.name
        path.write_bytes(before)
    assert Rulebook.load(patterns_copy, thorough=False).version == rulebook.version


def test_groups_are_fields(rulebook: Rulebook) -> None:
    for rules in rulebook.languages.values():
        for rule in rules.rules:
            groups = set(rule.pattern.groupindex)
            groups |= set(rule.before.groupindex) if rule.before is not None else set()
            assert groups <= GROUPS[rule.kind], rule.id


def test_ids_are_words(rulebook: Rulebook) -> None:
    ids = [card.id for card in (*rulebook.terms, *rulebook.indicators)]
    assert [one for one in ids if not regex.fullmatch(r"[a-z][a-z0-9_]*", one)] == []


# ── names ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_means_two_terms(language: str) -> None:
    words = (
        (word, f"{file} {card['id']}")
        for file, card in cards("terms", "term")
        for wording in card["words"].get(language, ())
        for word in spelled_out(wording)
    )
    assert shared_names(words) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_means_two_indicators(language: str) -> None:
    names = (
        (name, f"{file} {card['id']}")
        for file, card in cards("indicators", "indicator")
        for wording in card.get("names", {}).get(language, ())
        for name in spelled_out(wording)
    )
    assert shared_names(names) == {}


@pytest.mark.parametrize("names", ["63", "34"])
def test_no_name_means_two_provinces(names: str) -> None:
    written = (
        (name, card["slug"])
        for card in raw(patterns_folder() / "provinces" / f"{names}.toml")["province"]
        for name in (*card["label"].values(), *card.get("names", ()))
    )
    assert shared_names(written) == {}


@pytest.mark.parametrize(("folder", "key"), [("terms", "term"), ("indicators", "indicator")])
def test_no_card_lists_a_word_twice(folder: str, key: str) -> None:
    field = {"terms": "words", "indicators": "names"}[folder]
    twice = [
        (file, card["id"], word)
        for file, card in cards(folder, key)
        for words in card.get(field, {}).values()
        for word, often in Counter(
            key_of(word) for wording in words for word in spelled_out(wording)
        ).items()
        if often > 1
    ]
    assert twice == []


def test_no_label_is_a_name_as_well() -> None:
    """A label that counts everywhere is none."""
    dead = [
        (file, card["id"], label)
        for file, card in cards("indicators", "indicator")
        for language, labels in card.get("labels", {}).items()
        for label in labels
        if {key_of(one) for one in spelled_out(label)}
        <= {key_of(one) for name in card["names"].get(language, ()) for one in spelled_out(name)}
    ]
    assert dead == []


# ── dimensions ────────────────────────────────────────────────────────────────────────────


def test_no_two_indicators_have_the_same_conditions(rulebook: Rulebook) -> None:
    """Where only dimensions decide, they must decide for one."""
    seen: dict[tuple[object, ...], str] = {}
    twins = []
    for card in rulebook.indicators:
        if not card.when.stated():
            continue
        for kind in card.kinds:
            key = (kind, *sorted(card.when.stated().items()))
            twins += [(seen[key], card.id, kind)] if key in seen else []
            seen[key] = card.id
    assert twins == []


def test_indicators_measure_something(rulebook: Rulebook) -> None:
    for card in rulebook.indicators:
        assert card.kinds, card.id


def test_an_indicator_can_be_found(rulebook: Rulebook) -> None:
    silent = [
        card.id
        for card in rulebook.indicators
        if not (card.names.en or card.names.vi or card.when.stated())
    ]
    assert silent == []


# ── places and documents ──────────────────────────────────────────────────────────────────


def test_every_old_province_went_somewhere(rulebook: Rulebook) -> None:
    new = {card.slug: card for card in rulebook.provinces_34}
    old = {card.slug: card for card in rulebook.provinces_63}
    for card in rulebook.provinces_63:
        target = card.merged_into or card.slug
        assert target in new, card.slug
    sources = [slug for card in rulebook.provinces_34 for slug in card.merged_from or (card.slug,)]
    assert sorted(sources) == sorted(old)


def test_caps_have_a_source(rulebook: Rulebook) -> None:
    assert rulebook.caps
    for cap in rulebook.caps:
        assert cap.cap > 0
        assert cap.source.strip()


# ── a wrong card ──────────────────────────────────────────────────────────────────────────

#: Where, what stands there, what is written instead, and what the message must say.
BREAKAGES = [
    pytest.param(
        "en/percentage.toml",
        "(?P<number>{plain_number})",
        "(?P<number>{plain_nubmer})",
        ['patterns/en/percentage.toml, rule "sign"', "{plain_nubmer}", "known: ", "plain_number"],
        id="fragment",
    ),
    pytest.param(
        "vi/percentage.toml",
        "(?P<number>",
        "(?P<nubmer>",
        ['patterns/vi/percentage.toml, rule "sign"', "no field nubmer", "number, upto"],
        id="group",
    ),
    pytest.param(
        "vi/ratio.toml",
        "(?P<part>",
        "(?P<part",
        ["patterns/vi/ratio.toml", "no regular expression", "position"],
        id="regex",
    ),
    pytest.param(
        "en/percentage.toml",
        "pattern = '(?P<number>{plain_number})",
        "pattern = 'percent",
        ['patterns/en/percentage.toml, rule "sign"', "no number to start from", "plain_number"],
        id="anchor",
    ),
    pytest.param(
        "en/percentage.toml",
        "about   =",
        "abuot   =",
        ["patterns/en/percentage.toml", 'rule "past_a_plan"', "abuot", "known: ", "about"],
        id="field",
    ),
    pytest.param(
        "terms/level.toml",
        'level = "',
        'levle = "',
        ["patterns/terms/level.toml", 'term "', "sets.levle", "known: level, body"],
        id="dimension",
    ),
    pytest.param(
        "terms/level.toml",
        'level = "province"',
        'level = "provincial"',
        ["patterns/terms/level.toml", 'term "', "sets.level", "'province'"],
        id="level",
    ),
    pytest.param(
        "compounds.toml",
        'second = ["village_head"]',
        'second = ["village_haed"]',
        ["patterns/compounds.toml", 'compound "', "second", "perhaps 'village_head'"],
        id="part-of-a-compound",
    ),
    pytest.param(
        "compounds.toml",
        'joined_by = ["concurrent"]',
        'joined_by = ["concurent"]',
        ["patterns/compounds.toml", 'compound "', "joined_by", "perhaps 'concurrent'"],
        id="joint-of-a-compound",
    ),
    pytest.param(
        "vi/count.toml",
        "[[rule]]",
        "[[rule]",
        ["patterns/vi/count.toml", "line 1"],
        id="syntax",
    ),
    pytest.param(
        "documents/issuers.toml",
        "[[issuer]]",
        "[[isuer]]",
        ["patterns/documents/issuers.toml", "isuer", "only [[issuer]]"],
        id="table",
    ),
    pytest.param(
        "en/language.toml",
        "decimal   =",
        "decimla   =",
        ["patterns/en/language.toml", "decimla", "known: ", "decimal"],
        id="language",
    ),
    pytest.param(
        "en/percentage.toml",
        'basis = "points"',
        'bases = "points"',
        ["patterns/en/percentage.toml", "sets.bases", "fields of percentage: number, upto"],
        id="sets",
    ),
    pytest.param(
        "vi/age_band.toml",
        "high_included = true",
        'high_included = "perhaps"',
        ["patterns/vi/age_band.toml", "sets.high_included", "boolean"],
        id="sets_value",
    ),
    pytest.param(
        "indicators/party_building.toml",
        'kinds = ["',
        'kinds = ["number", "',
        ["patterns/indicators/party_building.toml", "kinds.0", "'percentage'"],
        id="kind",
    ),
    pytest.param(
        "indicators/cadre_planning.toml",
        'attribute = "female"',
        'attribute = "femal"',
        ["when.attribute", "no term states 'femal'", "perhaps 'female'"],
        id="condition",
    ),
    pytest.param(
        "provinces/63.toml",
        'merged_into = "',
        'merged_into = "new-',
        ["patterns/provinces/63.toml", "merged_into", "34.toml", "perhaps"],
        id="merged",
    ),
    pytest.param(
        "provinces/districts.toml",
        'province = "',
        'province = "x',
        ["patterns/provinces/districts.toml", "province", "63.toml", "perhaps"],
        id="district",
    ),
    pytest.param(
        "documents/known.toml",
        'type = "',
        'type = "x',
        ["patterns/documents/known.toml", "type: no 'x", "types.toml"],
        id="known",
    ),
]


def broken(folder: Path, name: str, old: str, new: str) -> None:
    """Break a card of a copy."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{name} no longer holds {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def complaint(folder: Path, *, thorough: bool = False) -> str:
    """What the loader says of a folder that it refuses, even where it compiles no pattern."""
    with pytest.raises(RulebookError) as refused:
        Rulebook.load(folder, thorough=thorough)
    return str(refused.value)


@pytest.mark.parametrize(("name", "old", "new", "says"), BREAKAGES)
def test_a_wrong_card_is_named_with_its_remedy(
    patterns_copy: Path, name: str, old: str, new: str, says: list[str]
) -> None:
    broken(patterns_copy, name, old, new)
    message = complaint(patterns_copy, thorough="no regular expression" in says)
    lines = [line for line in message.splitlines() if all(piece in line for piece in says)]
    assert lines, message


def test_patterns_that_are_none_are_named_by_who_needs_them(
    patterns_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of the package are compiled when a text needs them, or where all are to be tried."""
    monkeypatch.setattr("pipeline.rulebook.patterns_folder", lambda: patterns_copy)
    for name in ("vi/percentage.toml", "vi/ratio.toml"):
        path = patterns_copy / name
        first = next(line for line in path.read_text("utf-8").splitlines() if "pattern = '" in line)
        broken(patterns_copy, name, first, first.removesuffix("'") + "(?:%'")
    with pytest.raises(RulebookError) as refused:
        Rulebook.load(patterns_copy)
    first, second = sorted(str(refused.value).splitlines())
    assert first.startswith("patterns/vi/percentage.toml, rule ")
    assert second.startswith("patterns/vi/ratio.toml, rule ")
    assert "no regular expression: missing )" in first and "missing )" in second
    lenient = Rulebook.load()
    assert analyse_text("It reached 87.5% in 2022.", rulebook=lenient, language="en").observations
    with pytest.raises(RulebookError, match=r"patterns/vi/ratio.toml, rule .* missing \)"):
        analyse_text("Đạt 87,5% năm 2022.", rulebook=lenient, language="vi")


def test_everything_wrong_is_said_at_once(patterns_copy: Path) -> None:
    """All but the language itself, without which its patterns mean nothing."""
    files = set()
    for case in BREAKAGES:
        name, old, new, _ = case.values
        if name not in files and case.id != "language":
            broken(patterns_copy, str(name), str(old), str(new))
            files.add(name)
    message = complaint(patterns_copy, thorough=True)
    assert [name for name in files if f"patterns/{name}" not in message] == []


def test_an_id_given_twice(patterns_copy: Path) -> None:
    path = patterns_copy / "terms" / "level.toml"
    first = raw(path)["term"][0]["id"]
    with path.open("a", encoding="utf-8") as file:
        file.write(f'\n[[term]]\nid = "{first}"\nwords.en = ["a word of its own"]\n')
    assert f"terms: id '{first}' is given twice" in complaint(patterns_copy)


def test_a_rule_given_twice(patterns_copy: Path) -> None:
    path = patterns_copy / "en" / "ratio.toml"
    content = path.read_text(encoding="utf-8")
    name = raw(path)["rule"][0]["name"]
    path.write_text(content + content, encoding="utf-8")
    assert f"en/ratio:{name} is given twice" in complaint(patterns_copy)


def test_a_single_bracket(patterns_copy: Path) -> None:
    path = patterns_copy / "checks" / "caps.toml"
    path.write_text('[cap]\nlevel = "province"\n', encoding="utf-8")
    assert "patterns/checks/caps.toml: [cap]: a card begins with [[cap]]" in complaint(
        patterns_copy
    )


def test_a_missing_file(patterns_copy: Path) -> None:
    (patterns_copy / "provinces" / "34.toml").unlink()
    assert "patterns/provinces/34.toml: not there" in complaint(patterns_copy)


def test_a_file_that_nothing_reads(patterns_copy: Path) -> None:
    (patterns_copy / "vi" / "percentages.toml").write_text("", encoding="utf-8")
    message = complaint(patterns_copy)
    assert "patterns/vi/percentages.toml: not a name that is read" in message
    assert "percentage, " in message


def test_a_file_that_is_not_utf_8(patterns_copy: Path) -> None:
    (patterns_copy / "furniture.toml").write_bytes("[lines]\nvi = ['nguồn']".encode("utf-16"))
    assert "patterns/furniture.toml: not UTF-8 at byte 0" in complaint(patterns_copy)


def test_no_folder(tmp_path: Path) -> None:
    assert "no such folder" in complaint(tmp_path / "nowhere")


@pytest.mark.parametrize("wording", ["council {of elders", "council of} elders", "{council} hall"])
def test_a_choice_that_is_none(patterns_copy: Path, wording: str) -> None:
    card = f"""
[[term]]
id = "elders"
sets = {{ level = "village" }}
words.en = ["{wording}"]
"""
    with (patterns_copy / "terms" / "level.toml").open("a", encoding="utf-8") as file:
        file.write(card)
    told = complaint(patterns_copy)
    assert "level.toml" in told
    assert "choices are written {one|other}" in told
    assert wording in told


def test_choices_are_spelled_out() -> None:
    assert spelled_out("{hamlet|village} {head|}") == (
        "hamlet head",
        "hamlet",
        "village head",
        "village",
    )
