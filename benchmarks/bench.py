"""What the goals ask: `python -m benchmarks.bench`, with `--short` for a minute at most.

* a cold start against `import spacy`;
* text → facts with their dimensions → DuckDB against splitting the same text into tokens with
  a bare `spacy.blank("xx")`, both without anything remembered from the round before;
* one document ten times as long takes ten times as long (`--long`: a hundred times).

Text is made of the sentences of the open sample reports: digits are redrawn and one word in
twenty-five is a form that was never seen, because spaCy remembers words. The samples are full
of numbers, some twenty to a thousand characters. So the same is measured on a second text,
*with plain sentences between*: each sentence is followed by two of the samples that hold no
digit, which leaves seven to nine facts in a thousand characters, about as many as real reports
have. The plain sentences are few and come back often, which spares `spacy` work too.
`--profile` shows where the time goes.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import io
import pstats
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import spacy

from benchmarks.__main__ import Ratio, start
from pipeline import checks
from pipeline.flow import Pipeline
from pipeline.intake.worker import SELDOM
from pipeline.model import Analysis
from pipeline.readers import read_text
from pipeline.rulebook import Rulebook
from pipeline.store import open_store, save

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus"
LANGUAGES = ("en", "vi")
#: So many sentences without a digit after each one: numbers as thinly sown as in real reports.
PLAIN = 2
#: One word in so many is new.
NEW_WORDS = 25
#: The characters of a report.
REPORT = 7_500
#: The reports of a transaction, as `ingest` does it.
BATCH = 200


class Size(NamedTuple):
    """How much is measured, and how often."""

    characters: int
    rounds: int
    lengths: Sequence[int]


SHORT = Size(60_000, 3, (20_000, 200_000))
USUAL = Size(1_000_000, 5, (100_000, 1_000_000))
LONG = Size(1_000_000, 5, (100_000, 1_000_000, 10_000_000))


# ── texts ─────────────────────────────────────────────────────────────────────────────────


@cache
def sentences(language: str) -> list[str]:
    """The sentences of the open sample reports of a language."""
    readme = (CORPUS / "README.md").read_text("utf-8")
    held_out = set(re.findall(r"`([^`]+)` \(\*\*held-out\*\*\)", readme))
    paths = [path for path in sorted(CORPUS.glob(f"*.{language}.*")) if path.name not in held_out]
    text = "\n".join(path.read_text("utf-8") for path in paths)
    return [one for one in re.split(r"(?<=[.;])\s+|\n+", text) if len(one) > 40]


def varied(sentence: str, chance: random.Random) -> str:
    """A sentence with its digits redrawn and some of its words in a new form."""

    def word(found: re.Match[str]) -> str:
        if chance.randrange(NEW_WORDS):
            return found[0]
        return found[0] + "".join(chance.choices("aeiouynmt", k=4))

    digits = re.sub(r"(?<=\d)\d", lambda _: str(chance.randrange(10)), sentence)
    return re.sub(r"[^\W\d_]{3,}", word, digits)


def document(language: str, characters: int, *, seed: int, plain: int = 0) -> str:
    """A report of shuffled sentences, the same for the same seed.

    Each is followed by so many ``plain`` ones, which hold no digit.
    """
    chance = random.Random(seed)
    known = sentences(language)
    without = [one for one in known if not any(map(str.isdigit, one))]
    lines: list[str] = []
    length = 0
    while length < characters:
        line = (
            varied(one, chance)
            for _ in range(4)
            for one in (chance.choice(known), *(chance.choice(without) for _ in range(plain)))
        )
        lines.append(" ".join(line))
        length += len(lines[-1]) + 1
    return "\n".join(lines)


def documents(language: str, characters: int, *, plain: int = 0) -> list[str]:
    """Reports that hold so many characters together."""
    seeds = range(-(-characters // REPORT))
    return [document(language, REPORT, seed=seed, plain=plain) for seed in seeds]


# ── what is measured ──────────────────────────────────────────────────────────────────────


def tokens(texts: Iterable[str]) -> Callable[[], int]:
    """Splitting into tokens with a spaCy that has not seen anything yet."""
    nlp = spacy.blank("xx")
    return lambda: sum(len(nlp.make_doc(text)) for text in texts)


def facts(texts: Iterable[str], rulebook: Rulebook, language: str) -> Callable[[], int]:
    """Facts with their dimensions, by rooms that have not seen anything yet."""
    rooms = _warm(rulebook, language)
    return lambda: sum(len(_analysis(rooms, text).observations) for text in texts)


def stored(
    texts: Sequence[str], rulebook: Rulebook, language: str, folder: Path
) -> Callable[[], int]:
    """Facts with their dimensions in a new DuckDB file."""
    rooms = _warm(rulebook, language)
    db = folder / f"{time.monotonic_ns()}.duckdb"

    def task() -> int:
        number = 0
        with open_store(db) as connection:
            for first in range(0, len(texts), BATCH):
                batch = [
                    _analysis(rooms, text, path=f"{first + index}.txt")
                    for index, text in enumerate(texts[first : first + BATCH])
                ]
                save(connection, batch, rulebook=rulebook)
                number += sum(len(one.observations) for one in batch)
        return number

    return task


def checked(texts: Iterable[str], rulebook: Rulebook, language: str) -> Callable[[], int]:
    """Everything, with the checks."""
    rooms = _warm(rulebook, language)
    return lambda: sum(len(rooms(read_text(text, rulebook=rulebook)).findings) for text in texts)


#: A sentence of each language, for what is built when a text of it first comes.
FIRST = {"en": "It reached 87.5% in 2022.", "vi": "Đạt 87,5% năm 2022."}


def _warm(rulebook: Rulebook, language: str) -> Pipeline:
    """New rooms, built: what is built once is no part of what a report costs."""
    rooms = Pipeline(rulebook)
    rooms(read_text(FIRST[language], rulebook=rulebook))
    return rooms


def _analysis(rooms: Pipeline, text: str, *, path: str = "-") -> Analysis:
    read = read_text(text, path=path, rulebook=rooms.rulebook)
    extraction = rooms.extractor(read)
    read = rooms.identifier(read, extraction.facts)
    observations = rooms.linker(read, extraction.facts)
    return Analysis(document=read, observations=observations, mentions=extraction.mentions)


def taken(task: Callable[[], int]) -> tuple[float, int]:
    """The seconds of a task, and what it counted."""
    begin = time.perf_counter()
    number = task()
    return time.perf_counter() - begin, number


def reading(language: str, size: Size, rulebook: Rulebook, *, plain: int = 0) -> list[Ratio]:
    """The median seconds of each task, all of them taking turns, for a million characters."""
    texts = documents(language, size.characters, plain=plain)
    label = f"{language}, plain sentences between" if plain else language
    millions = sum(map(len, texts)) / 1e6
    times: dict[str, list[float]] = {}
    counted: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(size.rounds):
            for name, task in {
                "tokens": tokens(texts),
                "facts": facts(texts, rulebook, language),
                "facts in DuckDB": stored(texts, rulebook, language, Path(folder)),
                "facts and checks": checked(texts, rulebook, language),
            }.items():
                seconds, counted[name] = taken(task)
                times.setdefault(name, []).append(seconds)
    middle = {name: statistics.median(seconds) for name, seconds in times.items()}
    dense = counted["facts"] / millions / 1000
    print(f"{label}: {len(texts)} reports, {millions:.2f} million characters,", end=" ")
    print(f"{dense:.1f} facts in a thousand")
    for name, seconds in middle.items():
        rate = f"{millions / seconds:7.2f} Mchar/s"
        print(f"  {name:<20}{seconds / millions:8.2f} s/Mchar{rate:>18}{counted[name]:>12,}")
    return [
        Ratio(f"{label}: {name} ÷ tokens", middle[name] / middle["tokens"])
        for name in ("facts", "facts in DuckDB", "facts and checks")
    ]


def linearity(language: str, size: Size, rulebook: Rulebook) -> list[Ratio]:
    """What a long document costs for a character, against a short one, once all is compiled."""
    rooms = _warm(rulebook, language)
    rooms(read_text(document(language, size.lengths[0], seed=0), rulebook=rulebook))
    costs = []
    for length in size.lengths:
        text = document(language, length, seed=length)
        stages = {}
        begin = time.perf_counter()
        read = read_text(text, rulebook=rulebook)
        stages["read"] = time.perf_counter() - begin
        begin = time.perf_counter()
        extraction = rooms.extractor(read)
        stages["find"] = time.perf_counter() - begin
        begin = time.perf_counter()
        identified = rooms.identifier(read, extraction.facts)
        observations = rooms.linker(identified, extraction.facts)
        stages["link"] = time.perf_counter() - begin
        begin = time.perf_counter()
        checks.check(identified, observations, extraction.mentions, rulebook=rulebook)
        stages["check"] = time.perf_counter() - begin
        costs.append(sum(stages.values()) / len(text))
        parts = "  ".join(f"{name} {seconds:.2f}" for name, seconds in stages.items())
        print(f"{language}: one document of {len(text):>10,} characters: {parts} s")
    pairs = zip(size.lengths[1:], costs[1:], strict=True)
    return [
        Ratio(f"{language}: a character of {length:,} ÷ of {size.lengths[0]:,}", cost / costs[0])
        for length, cost in pairs
    ]


def profile(language: str, size: Size, rulebook: Rulebook) -> None:
    """Print the functions that take the most time of their own."""
    texts = documents(language, size.characters // 4)
    with tempfile.TemporaryDirectory() as folder:
        for name, task in {
            "facts in DuckDB": stored(texts, rulebook, language, Path(folder)),
            "facts and checks": checked(texts, rulebook, language),
        }.items():
            watched = cProfile.Profile()
            watched.runcall(task)
            out = io.StringIO()
            pstats.Stats(watched, stream=out).strip_dirs().sort_stats("tottime").print_stats(18)
            lines = [line for line in out.getvalue().splitlines() if line.strip()]
            print(f"\n{language}: {name}", *lines, sep="\n  ")


def main() -> None:
    """Measure and print; the exit code says whether what is promised holds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a minute at most")
    parser.add_argument("--long", action="store_true", help="a document of 10 million characters")
    parser.add_argument("--profile", action="store_true", help="where the time goes")
    parser.add_argument("--language", choices=LANGUAGES, help="one language only")
    given = parser.parse_args()
    size = SHORT if given.short else LONG if given.long else USUAL
    languages = (given.language,) if given.language else LANGUAGES
    rulebook = Rulebook.load(thorough=True)
    gc.freeze()  # as the command line and the processes that read do
    gc.set_threshold(SELDOM)
    if given.profile:
        for language in languages:
            profile(language, size, rulebook)
        return
    # In short, `python -m benchmarks` measures the start for both.
    ratios = [] if given.short else start(size.rounds)
    for language in languages:
        ratios += reading(language, size, rulebook)
        ratios += reading(language, size, rulebook, plain=PLAIN)
        ratios += linearity(language, size, rulebook)
    print()
    for ratio in ratios:
        promise = "" if ratio.limit is None else f"  at most {ratio.limit}"
        print(f"{ratio.what:<60}{ratio.value:8.2f}{promise}{'' if ratio.holds else '  NOT KEPT'}")
    sys.exit(not all(ratio.holds for ratio in ratios))


if __name__ == "__main__":
    main()
