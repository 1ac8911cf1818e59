"""How fast it reads: `python -m benchmarks`, or `--short` for a minute at most.

Machines differ and are shared, so what counts are ratios of medians taken in one run, with the
rounds of both sides interleaved. Text is made of the sentences of the sample reports, shuffled
and with their digits redrawn, so that nothing can be remembered from one report to the next.
Exit code 1: a ratio that is promised does not hold.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import spacy

import pipeline
from pipeline.flow import pipeline_of
from pipeline.readers import read_text
from pipeline.rulebook import Rulebook

ROOT = Path(__file__).parents[1]
SENTENCES_EACH = 30


class Ratio(NamedTuple):
    """A ratio that was measured, and the largest that is promised, if any."""

    what: str
    value: float
    limit: float | None = None

    @property
    def holds(self) -> bool:
        """Whether the promise is kept."""
        return self.limit is None or self.value <= self.limit


def sentences(language: str) -> list[str]:
    """The sentences of the sample reports of a language."""
    paths = sorted((ROOT / "corpus").glob(f"*.{language}.*"))
    text = "\n".join(path.read_text("utf-8") for path in paths)
    return [one for one in re.split(r"(?<=[.;])\s+|\n+", text) if len(one) > 40]


def reports(language: str, count: int, *, seed: int) -> list[str]:
    """Reports of shuffled sentences whose digits are redrawn, the same for the same seed."""
    chance = random.Random(seed)
    known = sentences(language)

    def redrawn(sentence: str) -> str:
        return re.sub(r"(?<=\d)\d", lambda _: str(chance.randrange(10)), sentence)

    return [
        "\n".join(redrawn(one) for one in chance.choices(known, k=SENTENCES_EACH))
        for _ in range(count)
    ]


def seconds(task: Callable[[], object]) -> float:
    """How long a task takes."""
    begin = time.perf_counter()
    task()
    return time.perf_counter() - begin


def medians(tasks: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median seconds of each task, all of them taking turns."""
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            taken[name].append(seconds(task))
    return {name: statistics.median(times) for name, times in taken.items()}


def process(*arguments: str) -> Callable[[], object]:
    """A task that runs Python in a process of its own."""
    command = [sys.executable, *arguments]
    return lambda: subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def start(rounds: int) -> list[Ratio]:
    """What it costs to start."""
    taken = medians(
        {
            "bare": process("-c", ""),
            "spacy": process("-c", "import spacy"),
            "library": process("-c", "import pipeline"),
            "help": process("-m", "pipeline", "--help"),
        },
        rounds,
    )
    print(*(f"  {name:<34}{value * 1000:8.0f} ms" for name, value in taken.items()), sep="\n")
    return [
        Ratio("cold --help ÷ import spacy", taken["help"] / taken["spacy"], 0.4),
        Ratio("import pipeline ÷ bare interpreter", taken["library"] / taken["bare"]),
    ]


def reading(language: str, count: int, rounds: int) -> list[Ratio]:
    """What the stages cost, against splitting the same text into tokens with spaCy."""
    rulebook = Rulebook.load()
    rooms = pipeline_of(rulebook)
    rooms(read_text("Đạt 87,5%. It reached 87.5%.", rulebook=rulebook))
    texts = reports(language, count, seed=1)
    documents = [read_text(text, rulebook=rulebook) for text in texts]
    extractions = [rooms.extractor(document) for document in documents]
    both = list(zip(documents, extractions, strict=True))
    taken = medians(
        {
            "tokens": lambda: list(spacy.blank("xx").pipe(texts)),
            "read": lambda: [read_text(text, rulebook=rulebook) for text in texts],
            "extract": lambda: [rooms.extractor(document) for document in documents],
            "link": lambda: [rooms.linker(one, found.facts) for one, found in both],
            "all, with checks": lambda: [rooms(document) for document in documents],
        },
        rounds,
    )
    size = sum(map(len, texts)) / 1e6
    facts = sum(len(found.facts) for found in extractions)
    thousands = f"{size * 1000:,.0f} thousand characters"
    print(f"  {language}: {len(texts)} reports, {thousands}, {facts:,} facts")
    print(
        *(
            f"  {name:<34}{value / size:8.2f} s for a million characters"
            for name, value in taken.items()
        ),
        sep="\n",
    )
    return [
        Ratio(f"{language}: facts ÷ tokens of spaCy", taken["extract"] / taken["tokens"]),
        Ratio(
            f"{language}: everything ÷ tokens of spaCy", taken["all, with checks"] / taken["tokens"]
        ),
    ]


def ingesting(count: int) -> list[Ratio]:
    """What a second ingest of the same folder costs."""
    with tempfile.TemporaryDirectory() as name:
        folder, db = Path(name, "reports"), Path(name, "reports.duckdb")
        folder.mkdir()
        for number, text in enumerate(reports("vi", count, seed=2)):
            (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
        first = seconds(lambda: pipeline.ingest(folder, db=db))
        second = seconds(lambda: pipeline.ingest(folder, db=db))
    print(f"  {'first ingest':<34}{count / first:8.0f} reports a second")
    print(f"  {'second ingest':<34}{count / second:8.0f} reports a second")
    return [Ratio("ingest again ÷ ingest", second / first, 0.3)]


def main() -> None:
    """Measure, print, and say by the exit code whether what is promised holds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a minute at most")
    short = parser.parse_args().short
    count, rounds = (20, 3) if short else (300, 7)
    print("starting")
    ratios = start(3 if short else 9)
    for language in ("en", "vi"):
        print("reading")
        ratios += reading(language, count, rounds)
    print("ingesting")
    ratios += ingesting(count * 3)
    print()
    for ratio in ratios:
        promise = "" if ratio.limit is None else f"  at most {ratio.limit}"
        print(f"{ratio.what:<36}{ratio.value:8.2f}{promise}{'' if ratio.holds else '  NOT KEPT'}")
    sys.exit(not all(ratio.holds for ratio in ratios))


if __name__ == "__main__":
    main()
