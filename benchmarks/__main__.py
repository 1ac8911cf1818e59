"""What it costs to start and to ingest again: `python -m benchmarks`, in short with `--short`.

Machines differ and are shared, so what counts are ratios of medians taken in one run, with the
rounds of both sides interleaved. Reading is measured by `python -m benchmarks.bench`.
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

import pipeline

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


def reports(count: int) -> list[str]:
    """Reports of shuffled sentences whose digits are redrawn, the same every time."""
    chance = random.Random(count)
    paths = sorted((ROOT / "corpus").glob("quang*.vi.txt"))
    known = [one for path in paths for one in re.split(r"(?<=[.;])\s+", path.read_text("utf-8"))]

    def redrawn(sentence: str) -> str:
        return re.sub(r"(?<=\d)\d", lambda _: str(chance.randrange(10)), sentence)

    return [
        "\n".join(redrawn(one) for one in chance.choices(known, k=SENTENCES_EACH))
        for _ in range(count)
    ]


def seconds(task: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """How long a task takes."""
    begin = clock()
    task()
    return clock() - begin


def medians(
    tasks: Mapping[str, Callable[[], object]],
    rounds: int,
    clock: Callable[[], float] = time.perf_counter,
) -> dict[str, float]:
    """The median seconds of each task, all of them taking turns."""
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            taken[name].append(seconds(task, clock))
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


def ingesting(count: int) -> list[Ratio]:
    """What a second ingest of the same folder costs."""
    with tempfile.TemporaryDirectory() as name:
        folder, db = Path(name, "reports"), Path(name, "reports.duckdb")
        folder.mkdir()
        for number, text in enumerate(reports(count)):
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
    ratios = start(3 if short else 9) + ingesting(60 if short else 1000)
    print()
    for ratio in ratios:
        promise = "" if ratio.limit is None else f"  at most {ratio.limit}"
        print(f"{ratio.what:<36}{ratio.value:8.2f}{promise}{'' if ratio.holds else '  NOT KEPT'}")
    sys.exit(not all(ratio.holds for ratio in ratios))


if __name__ == "__main__":
    main()
