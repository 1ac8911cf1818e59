"""Numbers that are written are read back, whatever the convention, the language or the words."""

from __future__ import annotations

import pickle
from decimal import Decimal

import pytest
import regex
from cards import book
from hypothesis import assume, example, given
from hypothesis import strategies as st

from pipeline.language import GROUP_SPACES, Language, NumberFormat, ParsedNumber

ENGLISH = NumberFormat(".", ",")
VIETNAMESE = NumberFormat(",", ".")
FORMATS = st.sampled_from([ENGLISH, VIETNAMESE])
#: What stands in damaged reports where a number should: digits of other scripts among it.
NOISE = st.text(alphabet="0123456789.,\u00a0\u202f %-/×١２Ⅳ½²oOlxX\n", max_size=12)

BOOK = book()
LANGUAGES = {code: rules.language for code, rules in BOOK.languages.items()}
BY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES.keys())


# ── digits ────────────────────────────────────────────────────────────────────────────────


def grouped(integer: int, mark: str) -> str:
    """An integer with a mark between its thousands."""
    return f"{integer:,}".replace(",", mark)


def written(integer: int, decimals: str, numbers: NumberFormat, *, mark: str) -> str:
    """A number in a convention; ``mark`` groups the integer, empty for none."""
    whole = grouped(integer, mark) if mark else str(integer)
    return f"{whole}{numbers.decimal}{decimals}" if decimals else whole


INTEGERS = st.integers(min_value=0, max_value=10**13)
DECIMALS = st.text(alphabet="0123456789", max_size=4)


@given(integer=INTEGERS, decimals=DECIMALS, numbers=FORMATS, data=st.data())
def test_any_written_number_is_read_back(
    integer: int, decimals: str, numbers: NumberFormat, data: st.DataObject
) -> None:
    mark = data.draw(st.sampled_from(["", numbers.thousands, *GROUP_SPACES]))
    token = written(integer, decimals, numbers, mark=mark)
    parsed = LANGUAGES["en"].number(token, numbers)
    exact = f"{integer}.{decimals}" if decimals else str(integer)
    assert parsed == ParsedNumber(Decimal(exact), Decimal(1).scaleb(-len(decimals)), None)
    assert str(parsed.number) == str(Decimal(exact)), "the printed zeros are part of the number"


@given(integer=st.integers(0, 10**12), numbers=FORMATS, data=st.data())
def test_a_count_reads_an_untranslated_thousand(
    integer: int, numbers: NumberFormat, data: st.DataObject
) -> None:
    """``1.524 workers`` in an English text counts 1524, and says that it is in doubt."""
    assume(1000 <= integer < 10**6)
    token = grouped(integer, numbers.decimal)
    parsed = LANGUAGES["vi"].number(token, numbers, whole=True)
    assert (parsed.number, parsed.flag) == (integer, "separator_suspect")
    measured = LANGUAGES["vi"].number(token, numbers)
    assert measured.number == Decimal(token.replace(numbers.decimal, "."))


@given(integer=st.integers(0, 999), decimals=st.text("0123456789", min_size=1, max_size=2))
def test_an_untranslated_decimal_is_read(integer: int, decimals: str) -> None:
    """``25,2%`` in an English text, ``25.2%`` in a Vietnamese one."""
    for numbers in (ENGLISH, VIETNAMESE):
        token = f"{integer}{numbers.thousands}{decimals}"
        exact = Decimal(f"{integer}.{decimals}")
        assert LANGUAGES["en"].number(token, numbers).number == exact


@pytest.mark.parametrize(
    ("token", "numbers"),
    [
        ("1.23.456", VIETNAMESE),
        ("12.34.56", VIETNAMESE),
        ("1,234.567.890", ENGLISH),
        ("1.234,567,890", ENGLISH),
        ("1,2,3", ENGLISH),
        ("1234,567.8", ENGLISH),
        ("0.123.456", VIETNAMESE),
        ("87,", VIETNAMESE),
        (",5", VIETNAMESE),
        (".", ENGLISH),
        ("", ENGLISH),
        ("33 96", VIETNAMESE),
        ("1 524 36", ENGLISH),
        ("twelve", ENGLISH),
        ("1½", ENGLISH),
        ("12345,67", ENGLISH),
    ],
)
def test_a_malformed_number_is_never_repaired(token: str, numbers: NumberFormat) -> None:
    parsed = LANGUAGES["en"].number(token, numbers)
    assert (parsed.number, parsed.flag) == (None, "malformed_number")


@given(token=NOISE | st.text(max_size=8), numbers=FORMATS, whole=st.booleans())
@example(token="١٢", numbers=ENGLISH, whole=False)
@example(token="²", numbers=ENGLISH, whole=False)
@example(token="1e5", numbers=ENGLISH, whole=False)
@example(token="Infinity", numbers=ENGLISH, whole=False)
@example(token="1_000", numbers=ENGLISH, whole=True)
def test_no_token_raises_and_no_failure_is_silent(
    token: str, numbers: NumberFormat, whole: bool
) -> None:
    parsed = LANGUAGES["vi"].number(token, numbers, whole=whole)
    if parsed.number is None:
        assert parsed.flag
    else:
        assert parsed.number.is_finite()
        assert parsed.resolution > 0
        digits = regex.sub(r"\D", "", token)
        assert digits, "a number has digits"


# ── one convention a document ─────────────────────────────────────────────────────────────


def decided(language: Language, tokens: list[str]) -> str:
    """The decimal mark that a document with these numbers has."""
    return language.decide_format(tokens).decimal


PLAIN = st.tuples(st.integers(0, 9999), st.text("0123456789", max_size=2))
TELLING = st.tuples(st.integers(0, 999), st.text("0123456789", min_size=1, max_size=2))


@BY_LANGUAGE
@given(
    numbers=FORMATS,
    telling=st.lists(TELLING, min_size=2, max_size=5),
    others=st.lists(PLAIN, max_size=5),
    random=st.randoms(use_true_random=False),
)
def test_two_telling_numbers_decide(
    language: Language, numbers: NumberFormat, telling: list, others: list, random: object
) -> None:
    tokens = [
        written(integer, decimals, numbers, mark=numbers.thousands)
        for integer, decimals in [*telling, *others]
    ]
    random.shuffle(tokens)
    assert decided(language, tokens) == numbers.decimal
    assert language.decide_format(tokens).thousands == numbers.thousands


@BY_LANGUAGE
def test_a_document_keeps_its_language_without_evidence(language: Language) -> None:
    own, other = language.card.decimal, language.card.thousands
    assert decided(language, []) == own
    assert decided(language, ["12", "1.524", "3,200", "2015"]) == own, "groups tell nothing"
    assert decided(language, [f"26{other}87"]) == own, "one number is not enough"
    assert decided(language, [f"26{other}87", f"5{own}2"]) == own, "a tie changes nothing"
    assert decided(language, [f"26{other}87", f"1{other}5", f"5{own}2"]) == other


@BY_LANGUAGE
def test_one_number_of_millions_decides_where_nothing_speaks_against_it(
    language: Language,
) -> None:
    own, other = language.card.decimal, language.card.thousands
    millions = f"1{own}700{own}000"
    assert decided(language, [millions, f"811{own}700", "2023"]) == other
    assert decided(language, [millions, f"811{other}700"]) == own
    assert decided(language, [millions, f"5{own}2"]) == own


@BY_LANGUAGE
@given(tokens=st.lists(NOISE, max_size=8))
def test_deciding_never_raises_and_knows_two_formats(language: Language, tokens: list[str]) -> None:
    chosen = language.decide_format(tokens)
    assert chosen[:2] in (ENGLISH[:2], VIETNAMESE[:2])
    assert chosen == language.decide_format(reversed(tokens))


# ── numbers in words ──────────────────────────────────────────────────────────────────────

DIGITS_VI = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
SMALL_EN = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
TENS_EN = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def below_hundred_vi(number: int, *, four: str, five: str, one: str) -> str:
    """11 is mười một, 15 mười lăm, 21 hai mươi mốt, 24 hai mươi tư or bốn."""
    tens, unit = divmod(number, 10)
    if tens == 0:
        return DIGITS_VI[unit]
    head = "mười" if tens == 1 else f"{DIGITS_VI[tens]} mươi"
    if unit == 0:
        return head
    special = {5: five} | ({1: one, 4: four} if tens > 1 else {})
    return f"{head} {special.get(unit, DIGITS_VI[unit])}"


def in_vietnamese(number: int, *, four: str, five: str, one: str, odd: str, thousand: str) -> str:
    """A number below 10,000 in words, in any of the usual ways to say it."""
    thousands, rest = divmod(number, 1000)
    hundreds, rest = divmod(rest, 100)
    parts = [f"{DIGITS_VI[thousands]} {thousand}"] if thousands else []
    parts += [f"{DIGITS_VI[hundreds]} trăm"] if hundreds else []
    if rest or not parts:
        parts += [odd] if parts and rest < 10 else []
        parts.append(below_hundred_vi(rest, four=four, five=five, one=one))
    return " ".join(parts)


def in_english(number: int, *, joint: str, hyphen: str) -> str:
    """A number below 10,000 in words, with or without *and* and hyphens."""
    thousands, rest = divmod(number, 1000)
    hundreds, rest = divmod(rest, 100)
    parts = [f"{SMALL_EN[thousands]} thousand"] if thousands else []
    parts += [f"{SMALL_EN[hundreds]} hundred"] if hundreds else []
    if rest:
        parts += [joint] if parts and joint else []
        tens, unit = divmod(rest, 10)
        if rest < 20:
            parts.append(SMALL_EN[rest])
        else:
            parts.append(TENS_EN[tens] + (f"{hyphen}{SMALL_EN[unit]}" if unit else ""))
    return " ".join(parts)


NUMBERS = st.integers(1, 9_999)


@given(
    number=NUMBERS,
    four=st.sampled_from(["tư", "bốn"]),
    five=st.just("lăm"),
    one=st.sampled_from(["mốt", "một"]),
    odd=st.sampled_from(["linh", "lẻ"]),
    thousand=st.sampled_from(["nghìn", "ngàn"]),
)
@example(number=2280, four="bốn", five="lăm", one="mốt", odd="linh", thousand="nghìn")
@example(number=9005, four="bốn", five="lăm", one="mốt", odd="lẻ", thousand="ngàn")
def test_vietnamese_words_are_read_back(number: int, **ways: str) -> None:
    phrase = in_vietnamese(number, **ways)
    assert LANGUAGES["vi"].word_number(phrase) == number, phrase
    assert LANGUAGES["vi"].word_number(phrase.capitalize()) == number, phrase


@given(number=NUMBERS, joint=st.sampled_from(["and", ""]), hyphen=st.sampled_from(["-", " "]))
@example(number=112, joint="and", hyphen="-")
def test_english_words_are_read_back(number: int, **ways: str) -> None:
    phrase = in_english(number, **ways)
    assert LANGUAGES["en"].word_number(phrase) == number, phrase
    assert LANGUAGES["en"].word_number(phrase.upper()) == number, phrase


@pytest.mark.parametrize(
    ("code", "phrase"),
    [
        ("en", "two three"),
        ("en", "twenty thirty"),
        ("en", "fifteen five"),
        ("en", "two hundred three hundred"),
        ("en", "five thousand six thousand"),
        ("en", "and"),
        ("en", "several"),
        ("en", "two cadres"),
        ("en", ""),
        ("vi", "hai ba"),
        ("vi", "mươi"),
        ("vi", "hai mươi mươi"),
        ("vi", "hai mươi ba mươi"),
        ("vi", "ba trăm hai trăm"),
        ("vi", "linh"),
        ("vi", "vài"),
        ("vi", "hai xã"),
    ],
)
def test_words_that_make_no_number(code: str, phrase: str) -> None:
    assert LANGUAGES[code].word_number(phrase) is None


@BY_LANGUAGE
@given(data=st.data())
def test_word_numbers_never_raise(language: Language, data: st.DataObject) -> None:
    words = language.card.words
    known = [*words.cardinal, *words.tens, *words.joints, "-", "", "xã"]
    phrase = data.draw(st.text(max_size=10) | st.lists(st.sampled_from(known)).map(" ".join))
    number = language.word_number(phrase)
    assert number is None or number > 0


# ── bounds ────────────────────────────────────────────────────────────────────────────────


def phrases(where: str) -> list[tuple[str, str, str]]:
    """Every wording of a bound with its language and comparator."""
    return [
        (code, phrase, comparator)
        for code, language in LANGUAGES.items()
        for phrase, comparator in getattr(language.card.bounds, where).items()
    ]


def bound(code: str, text: str, number: str = "15%") -> tuple[str, str]:
    """The comparator of a number in a text, and the words that gave it."""
    start = text.index(number)
    comparator, low, high = LANGUAGES[code].bound(text, start, start + len(number))
    return comparator, text[low:high]


@pytest.mark.parametrize(("code", "phrase", "comparator"), phrases("before"))
def test_a_bound_before_a_number(code: str, phrase: str, comparator: str) -> None:
    for text in (f"x {phrase} 15% y", f"{phrase.capitalize()} 15%", f"x, {phrase}  15%,"):
        assert bound(code, text) == (comparator, regex.search(rf"(?i){phrase}", text)[0])


@pytest.mark.parametrize(("code", "phrase", "comparator"), phrases("after"))
def test_a_bound_after_a_number(code: str, phrase: str, comparator: str) -> None:
    assert bound(code, f"x 15% {phrase} y") == (comparator, phrase)
    assert bound(code, f"15%, {phrase}.") == (comparator, phrase)


@pytest.mark.parametrize(("code", "phrase", "comparator"), phrases("before"))
def test_a_bound_allows_a_filler(code: str, phrase: str, comparator: str) -> None:
    known = LANGUAGES[code].card.bounds.before
    for filler in LANGUAGES[code].card.bounds.fillers:
        if filler not in known and f"{phrase} {filler}" not in known:
            assert bound(code, f"x {phrase} {filler} 15% y")[0] == comparator


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "moreover 15%"),
        ("en", "the voter 15% turned"),
        ("en", "over it, 15% came"),
        ("en", "15% aboveground"),
        ("vi", "phần trên có 15% là"),
        ("vi", "khoảng cách 15%"),
        ("vi", "15% trở lại"),
        ("vi", "bên dưới: 15%"),
    ],
)
def test_a_bound_stands_beside_its_number(code: str, text: str) -> None:
    assert bound(code, text) == ("=", "")


def test_by_how_much_a_plan_was_passed_is_no_bound() -> None:
    assert bound("vi", "vượt 15% kế hoạch") == ("=", "")
    assert bound("vi", "vượt 15% so với chỉ tiêu được giao") == ("=", "")
    assert bound("vi", "vượt 15%, cao nhất vùng") == (">", "vượt")
    assert bound("vi", "vượt 115% kế hoạch", "115%") == (">", "vượt")


def test_a_bound_may_stand_behind_what_a_number_is_for() -> None:
    assert bound("vi", "từ 50 đồng/ năm trở lên", "50 đồng") == (">=", "trở lên")


def test_the_longest_wording_wins() -> None:
    assert bound("en", "not less than 15%") == (">=", "not less than")
    assert bound("vi", "không dưới 15%") == (">=", "không dưới")
    assert bound("vi", "không quá 15%") == ("<=", "không quá")


# ── sentences ─────────────────────────────────────────────────────────────────────────────


def sentences(code: str, text: str) -> list[str]:
    """The sentences of a text."""
    return [text[start:end] for start, end in LANGUAGES[code].sentences(text)]


@BY_LANGUAGE
@given(
    text=st.text(max_size=80)
    | st.lists(
        st.sampled_from(["A", "b", ". ", "! ", "15", ".", "No", " ", '"', "(", "TP", "…"])
    ).map("".join)
)
def test_sentences_cover_all_that_is_not_blank(language: Language, text: str) -> None:
    spans = language.sentences(text)
    covered = [position for start, end in spans for position in range(start, end)]
    assert covered == sorted(set(covered)), "sentences never overlap, and come in order"
    blanks = {position for position, letter in enumerate(text) if letter.isspace()}
    assert set(range(len(text))) - set(covered) <= blanks
    for start, end in spans:
        assert end > start
        assert text[start:end].strip() == text[start:end]


ENDS = st.sampled_from([".", "!", "?", "…", '."', ".)"])
CLAUSES = st.sampled_from(
    [
        "The commune merged two schools",
        "By then 26.87% had joined",
        "Output fell from 1,524 to 1.3 million tons",
        "Số hộ còn 3.200, đạt 26,87%",
        "Cán bộ xã được điều động",
    ]
)


@BY_LANGUAGE
@given(parts=st.lists(st.tuples(CLAUSES, ENDS), min_size=1, max_size=6))
def test_sentences_that_were_put_together_come_apart(
    language: Language, parts: list[tuple[str, str]]
) -> None:
    whole = [clause + end for clause, end in parts]
    assert sentences(language.code, " ".join(whole)) == whole


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Project No. 02 began on time."),
        ("en", "The share rose to 26.87% in one year."),
        ("en", "Mr. J. B. Tran led the visit."),
        ("en", "Some bodies, e.g. Party cells, were merged."),
        ("en", "It met on Nov. 30 in the hall."),
        ("vi", "Đồng chí N. V. An chủ trì hội nghị."),
        ("vi", "Hội nghị do TP. Hạ Long tổ chức."),
        ("vi", "Tỷ lệ đạt 26,87% so với 3.200 hộ."),
        ("vi", "PGS. TS. Bình phát biểu."),
        ("vi", "1. Công tác cán bộ được chú trọng."),
    ],
)
def test_a_stop_that_ends_nothing(code: str, text: str) -> None:
    assert sentences(code, text) == [text]


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("en", "It ended in 2022. Another began.", 2),
        ("en", "They kept 15. The rest left.", 2),
        ("vi", "Năm 2022. Tỉnh đạt 15%.", 2),
        ("vi", "Có 3 xã! Còn lại 12 xã? Đúng.", 3),
    ],
)
def test_a_stop_that_ends_a_sentence(code: str, text: str, count: int) -> None:
    assert len(sentences(code, text)) == count


@pytest.mark.parametrize("code", ["en", "vi"])
def test_a_language_that_has_been_used_travels_to_another_process(code: str) -> None:
    used = BOOK.languages[code].language
    text = "đạt từ 15% trở lên" if code == "vi" else "reaching at least 15%"
    found = used.bound(text, text.index("15"), len(text))
    there = pickle.loads(pickle.dumps(used))
    assert there.card == used.card
    assert there.bound(text, text.index("15"), len(text)) == found


@BY_LANGUAGE
def test_every_unit_is_known_by_its_small_letters(language: Language) -> None:
    units = language.card.units
    assert not [unit for unit in units if " ".join(unit.casefold().split()) not in units]
