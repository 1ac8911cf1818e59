"""What is left out for speed is left out rightly: nothing is found or lost by it."""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
import regex
from cards import rules
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.examples import as_document, marked
from pipeline.extract import Extractor
from pipeline.extract.anchors import NumberWords, numbers, tokens
from pipeline.extract.outlook import Outlook, Pieces, Unread
from pipeline.extract.sieve import blurred
from pipeline.language import Language, Memo, Words, alternatives, lowered
from pipeline.model import Fact
from pipeline.rulebook import CompiledRule, Rulebook

BOOK = Rulebook.load()
EXTRACTOR = Extractor(BOOK)
ROOT = Path(__file__).parents[1]
REPORTS = sorted(path for path in (ROOT / "corpus").glob("*.*") if path.suffix in (".txt", ".md"))
SEEDS = ROOT.parent / "shared" / "seeds"
#: The examples of the cards, by language.
EXAMPLES = {
    language: sorted(
        {
            marked(line)[0]
            for card, rule in rules()
            if card.startswith((f"{language}/", "common/"))
            for line in (*rule.get("finds", {}), *rule.get("skips", ()), *rule.get("misses", {}))
        }
    )
    for language in BOOK.languages
}


# ── matching without a sieve ──────────────────────────────────────────────────────────────

DIGIT = regex.compile(r"(?<!\d)(?<!\d[.,])\d")
ROMAN = regex.compile(r"(?<![\p{L}\d])[IVX]{1,6}(?![\p{L}\d])")
LETTER_BEFORE = regex.compile(r"(?r)(?:[\p{L}_]|\p{L}[-‑–])")

Plain = tuple[int, int, str, tuple[str | None, ...]]


def number_words(language: Language) -> regex.Pattern[str]:
    words = language.card.words
    listed = alternatives((*words.cardinal, *words.tens, *words.fraction, *words.multiplier))
    return regex.compile(rf"(?i)(?<!\w)(?:{listed})(?!\w)")


def without_a_sieve(text: str, language: str) -> set[Plain]:
    """Every rule tried at every anchor."""
    of_language = BOOK.languages[language]
    anchors = {"digit": DIGIT, "word": number_words(of_language.language), "roman": ROMAN}
    return {
        match
        for rule in of_language.rules
        for anchor in anchors[rule.anchor].finditer(text)
        for match in tried(rule, text, anchor.start())
    }


def tried(rule: CompiledRule, text: str, place: int) -> Iterator[Plain]:
    glued = rule.anchor == "digit" and LETTER_BEFORE.match(text, 0, place)
    if glued and rule.before is None and not rule.card.glued:
        return
    found = rule.pattern.match(text, place)
    lead = rule.before.match(text, 0, place) if rule.before is not None else None
    if found is None or (rule.before is not None and lead is None):
        return
    start = lead.start() if lead else place
    if found.end() > start:
        yield start, found.end(), rule.id, found.groups() + (lead.groups() if lead else ())


def with_the_sieve(text: str, language: str) -> set[Plain]:
    matches = EXTRACTOR.scanners[language].matches(text, tokens(text))
    return {(one.start, one.end, one.rule.id, one.pieces) for one in matches}


@pytest.mark.parametrize("language", sorted(BOOK.languages))
@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.name)
def test_a_report_gives_all_that_it_gives_without_a_sieve(report: Path, language: str) -> None:
    """Read by the rules of its own language, and by those of the other one."""
    for line in report.read_text("utf-8-sig").splitlines():
        assert with_the_sieve(line, language) == without_a_sieve(line, language)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real reports lie beside the project only")
def test_a_real_report_gives_all_that_it_gives_without_a_sieve() -> None:
    for report in sorted(SEEDS.glob("*.txt")):
        for line in report.read_text("utf-8-sig").splitlines():
            assert with_the_sieve(line, "en") == without_a_sieve(line, "en")


@pytest.mark.parametrize("language", sorted(BOOK.languages))
def test_an_example_gives_all_that_it_gives_without_a_sieve(language: str) -> None:
    for line in EXAMPLES[language]:
        assert with_the_sieve(line, language) == without_a_sieve(line, language)


#: What reports are damaged with, and what makes rules look far.
NOISE = (
    *("\u00a0", "\u202f", "\u2009", "\u200b", "\ud800", "\x00", "\x1c", "\n", "\r\n", "\v", "  "),
    *("ſ", "ı", "İ", "\u212a", "ß", "Ð", "ð", "½", "²", "١٢", "１２", "𝟗", "Ⅳ", "\u0301"),
    *("%", "‰", "/", "-", "–", "−", ",", ".", "..", "(", ")", "“", "’", ":", ";", "&", "_"),
    *("1", "0", "24", "19", "2022", "9" * 30, "1.", "0,", "12/", "NQ/TW", "XVII", "No.", "số "),
    *(" of the", " to ", " đến ", " years old", " tuổi", " percent", " phần trăm", "from ", "từ "),
    *("one ", "Three", "ba ", "Hai", "nửa", "half of ", "gấp đôi", "twice", "more", "trở lên"),
)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, str]:
    """A language, and examples of it with other digits and with noise in them."""
    language = draw(st.sampled_from(sorted(EXAMPLES)))
    joint = draw(st.sampled_from([". ", "\n", "; ", " ", ", ", " (", ""]))
    lines = draw(st.lists(st.sampled_from(EXAMPLES[language]), min_size=1, max_size=3))
    letters = list(joint.join(lines))
    for _ in range(draw(st.integers(0, 5))):
        place = draw(st.integers(0, len(letters)))
        match draw(st.sampled_from(["digit", "insert", "drop", "turn"])):
            case "digit":
                digits = [at for at, letter in enumerate(letters) if letter.isdigit()]
                if digits:
                    letters[draw(st.sampled_from(digits))] = draw(st.sampled_from("0123456789"))
            case "insert":
                letters.insert(place, draw(st.sampled_from(NOISE)))
            case "drop":
                del letters[place : place + draw(st.integers(1, 4))]
            case "turn":
                letters = letters[place:] + letters[:place]
    text = "".join(letters)
    return language, draw(st.sampled_from([text, text, text, text.upper(), text.title()]))


PATIENT = settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])


@PATIENT
@given(written=damaged())
def test_any_text_gives_all_that_it_gives_without_a_sieve(written: tuple[str, str]) -> None:
    language, text = written
    assert with_the_sieve(text, language) == without_a_sieve(text, language)


@pytest.mark.parametrize("language", sorted(BOOK.languages))
def test_few_rules_are_tried_in_vain(language: str) -> None:
    """Of all the rules, not many more are tried at a number than match there."""
    scanner = EXTRACTOR.scanners[language]
    reports = [path.read_text("utf-8-sig") for path in REPORTS if f".{language}." in path.name]
    anchors = tried = matched = 0
    for line in "\n".join(reports).splitlines():
        places = numbers(line, tokens(line))
        anchors += len(places)
        tried += sum(len(scanner.digits(blurred(line), place)) for place in places)
        matched += sum(one.rule.anchor == "digit" for one in scanner.matches(line, tokens(line)))
    assert anchors > 1000
    assert len(scanner.digits.rules) > 60
    assert tried < 5 * anchors
    assert tried < 5 * matched


# ── looking out ───────────────────────────────────────────────────────────────────────────


def test_every_rule_of_the_cards_can_be_taken_apart() -> None:
    """A rule that cannot is tried at every number: right, but slow. Write it another way."""
    for rules_of in BOOK.languages.values():
        for rule in rules_of.rules:
            assert Pieces()[rule.pattern.pattern, 0]
            if rule.before is not None:
                assert Pieces(backwards=True)[rule.before.pattern.removeprefix("(?r)"), 0]


@pytest.mark.parametrize(
    "source", [r"\d+\b", r"(\d)\1", r"(?P<a>1)?(?(a)2|3)", r"\d{e<=1}", "a)", "(a", "*a"]
)
def test_what_cannot_be_taken_apart_is_always_admitted(source: str) -> None:
    with pytest.raises(Unread):
        Pieces()[source, 0]
    assert Outlook([(source, 0), ("a", 0)]).admitted("b") == 0b01


@pytest.mark.parametrize(
    ("source", "admitted", "excluded"),
    [
        ("ab*c", ["", "a", "ac", "abbbc", "acx"], ["b", "abx"]),
        ("a{2,3}b", ["aa", "aaab"], ["ab", "aaaab"]),
        ("(?:a|b)(?!c)d?", ["a", "bx", "bd"], ["ac", "c"]),
        ("(?=ab)\\w+x", ["ab", "abx"], ["ax", "b"]),
        ("a$", ["a", "a\n"], ["a\n\n", "ab"]),
        ("[1-4]a", ["0a"], ["a", "0b"]),
        ("(?i:a)a", ["Aa", "aa"], ["AA"]),
        ("(?>a*)a", ["aa"], ["b"]),
    ],
)
def test_what_is_admitted_could_go_on(
    source: str, admitted: list[str], excluded: list[str]
) -> None:
    outlook = Outlook([(source, int(regex.V0))])
    assert [one for one in (*admitted, *excluded) if outlook.admitted(one)] == admitted


def test_a_small_outlook_starts_anew_and_changes_nothing() -> None:
    sources = [
        (rule.pattern.pattern, rule.pattern.flags & regex.IGNORECASE)
        for rule in BOOK.languages["en"].rules
        if rule.anchor == "digit"
    ]
    usual, small = Outlook(sources), Outlook(sources, size=50)
    for line in EXAMPLES["en"]:
        for start, _ in tokens(line):
            near = blurred(line)[start : start + 16]
            assert small.admitted(near) == usual.admitted(near)


SINGLE = ["a", "b", "B", "7", "[0-4]", "[ab5]", "[^3]", r"\d", r"\s", r"\w", r"\p{L}"]
ATOMS = [*SINGLE, "ab", "aab", "19"]
QUANTIFIERS = ["?", "*", "+", "{1,2}", "{2}", "*?", "?+", "++"]


def pattern(random_: random.Random, depth: int, looks: tuple[str, ...]) -> str:
    """A pattern of the constructs that the cards use."""
    kind = random_.random() if depth else 0

    def within() -> str:
        return pattern(random_, depth - 1, looks)

    if kind < 0.35:
        return random_.choice(ATOMS)
    if kind < 0.55:
        return within() + within()
    if kind < 0.7:
        return f"(?:{within()}|{within()})"
    if kind < 0.75:
        return random_.choice(SINGLE) + random_.choice(QUANTIFIERS)
    if kind < 0.85:
        return f"(?{random_.choice(':>')}{within()}){random_.choice(QUANTIFIERS)}"
    return f"{random_.choice(looks)}{within()})"


@pytest.mark.parametrize("backwards", [False, True])
def test_no_part_of_what_matches_is_excluded(backwards: bool) -> None:
    """What an outlook promises, for patterns of any shape.

    Wherever a pattern matches, it is admitted by every near part of the text, digits all
    alike, so long as more characters may follow, and by all of it where none does.
    """
    random_ = random.Random(5)
    looks = ("(?=", "(?!", "(?<=", "(?<!")
    texts = ["".join(random_.choices("ab79 14", k=6)) for _ in range(60)]
    held = excluded = 0
    for _ in range(500):
        flags = random_.choice([regex.V0, regex.V0 | regex.IGNORECASE])
        sources = [pattern(random_, 4, looks) + pattern(random_, 3, looks) for _ in range(3)]
        outlook = Outlook([(source, int(flags)) for source in sources], backwards=backwards)
        way = "(?r)" if backwards else ""
        printed = [regex.compile(way + source, flags) for source in sources]
        for text in texts:
            place = 3
            near = text[:place][::-1] if backwards else text[place:]
            views = [outlook.admitted(blurred(near[:size])) for size in range(len(near) + 1)]
            ended = outlook.admitted(blurred(near), ended=True)
            assert ended & ~views[-1] == 0
            for bit, one in enumerate(printed):
                if one.match(text, 0, place) if backwards else one.match(text, place):
                    assert all(view >> bit & 1 for view in (*views, ended)), (sources[bit], text)
                    held += 1
                else:
                    excluded += not views[-1] >> bit & 1
    assert held > 5_000
    assert excluded > 50_000


# ── number words ──────────────────────────────────────────────────────────────────────────


@PATIENT
@given(written=damaged())
def test_number_words_are_found_where_they_stand(written: tuple[str, str]) -> None:
    language = BOOK.languages[written[0]].language
    found = NumberWords(language.card.words, language.card.letters)(written[1])
    exact = number_words(language).finditer(written[1])
    assert found == [one.start() for one in exact]


def test_a_language_without_number_words_has_none() -> None:
    assert NumberWords(Words(), "")("one of the two") == []


def test_small_letters_are_those_that_the_patterns_take_for_alike() -> None:
    """No letter that a pattern takes for one of a card is missed in small letters."""
    listed = {
        letter
        for rules_of in BOOK.languages.values()
        for words in (rules_of.language.card.words, rules_of.language.card.bounds)
        for kind in words.model_dump().values()
        for word in kind
        for letter in word.lower()
        if letter.isalpha()
    }
    assert len(listed) > 40
    either = regex.compile(f"(?i)[{''.join(sorted(listed))}]")
    for code in range(sys.maxunicode + 1):
        letter = chr(code)
        if either.match(letter):
            small = lowered(letter)
            assert small is None or small in listed


# ── words in a tree ───────────────────────────────────────────────────────────────────────


@given(
    words=st.lists(st.text("abAB $", min_size=1, max_size=5).filter(str.strip), max_size=8),
    text=st.text("abAB $\n", max_size=12),
    flags=st.sampled_from([regex.V0, regex.V0 | regex.IGNORECASE]),
    after=st.sampled_from(["", r"(?!\w)", "a", r"\s"]),
)
def test_a_tree_of_words_matches_what_the_list_matches(
    words: list[str], text: str, flags: int, after: str
) -> None:
    plain = regex.compile(f"(?:{alternatives(words) or '(?!)'}){after}", flags)
    tree = regex.compile(f"(?:{alternatives(words, forwards=True) or '(?!)'}){after}", flags)
    for place in range(len(text) + 1):
        one, other = plain.match(text, place), tree.match(text, place)
        assert (one and one.span()) == (other and other.span())


# ── bounds, memos, facts ──────────────────────────────────────────────────────────────────


@PATIENT
@given(written=damaged())
def test_a_glance_hides_no_bound(written: tuple[str, str]) -> None:
    language = BOOK.languages[written[0]].language
    wary = Language(language.card)
    wary.__dict__["_may_follow"] = defaultdict(lambda: (True, True))
    wary.__dict__["_may_lead"] = defaultdict(lambda: True)
    wary.__dict__["_split_places"] = defaultdict(lambda: range(10_000))
    text = written[1]
    for start, end in tokens(text):
        for last in (end, end + 1):
            assert language.bound(text, start, last) == wary.bound(text, start, last)


def test_a_memo_keeps_to_its_size_and_to_its_answers() -> None:
    asked: list[int] = []
    memo = Memo(lambda number: asked.append(number) or number * number, size=3)
    assert [memo[number] for number in (2, 2, 3, 4, 5, 2)] == [4, 4, 9, 16, 25, 4]
    assert asked == [2, 3, 4, 5, 2], "a full memo starts anew"
    assert len(memo) <= 3


def test_a_small_memo_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = list(islice(EXAMPLES["vi"], 0, None, 4))
    text = "\n".join(lines)
    found = EXTRACTOR(as_document(text, "vi"))
    monkeypatch.setattr(Memo.__init__, "__kwdefaults__", {"size": 2})
    assert Extractor(BOOK)(as_document(text, "vi")) == found


@pytest.mark.parametrize("language", sorted(BOOK.languages))
def test_facts_are_what_validation_would_make_of_them(language: str) -> None:
    """Facts are not validated one by one as they are found, so here they are."""
    text = "\n".join(EXAMPLES[language])
    extraction = EXTRACTOR(as_document(text, language))
    assert len(extraction.facts) > 200
    for fact in (*extraction.facts, *extraction.mentions):
        checked = Fact.model_validate(dict(fact), strict=True)
        assert checked == fact
        assert list(checked.model_dump()) == list(fact.model_dump())
        assert checked.model_fields_set == fact.model_fields_set
        assert Fact.model_validate_json(fact.model_dump_json()) == fact
        assert fact.model_copy(update={"page": 3}).page == 3
        assert fact.model_fields_set == set(Fact.model_fields)


def test_letters_that_no_pattern_names_never_displace_those_that_one_does() -> None:
    outlook = Outlook([("năm", 0)])
    for letter in map(chr, range(0x4E00, 0x4E00 + 20_500)):
        assert not outlook.admitted(letter)
    assert outlook.alphabet["n"] != outlook.alphabet["m"] != outlook.alphabet["字"]
