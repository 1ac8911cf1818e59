"""How fast each format is read: `python -m benchmarks.bench_readers`, in short with `--short`.

A PDF of 200 pages with a ruled table on every third is read by the reader and by pdfplumber
alone, in one run; what counts is their ratio. Then the other formats, in characters a second,
OCR in pages, and how memory grows from 200 pages to 2,000. Exit code 1: a promise is not kept.
"""

from __future__ import annotations

import argparse
import gc
import io
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pdfplumber
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table

from benchmarks.__main__ import ROOT, Ratio, medians, seconds
from pipeline.readers import read
from pipeline.rulebook import Rulebook

sys.path.insert(0, str(ROOT / "corpus"))
import make_formats

#: At least so many times as fast as pdfplumber alone.
PROMISED = 15
#: The memory that 2,000 pages may take above 200, by page: their text and the places of it.
KILOBYTES_A_PAGE = 100


def sentences() -> list[str]:
    """The sentences of the open sample reports."""
    paths = sorted((ROOT / "corpus").glob("*.vi.txt"))
    return [one for path in paths for one in re.split(r"(?<=[.;])\s+", path.read_text("utf-8"))]


def pdf(pages: int) -> bytes:
    """A PDF of so many pages, with a ruled table of 11 rows and 5 columns on every third."""
    chance = random.Random(pages)
    pdfmetrics.registerFont(TTFont("Text", str(make_formats.font_file())))
    style = ParagraphStyle("text", fontName="Text", fontSize=11, leading=15, spaceAfter=6)
    ruled = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), "Text", 9)]
    known = sentences()
    flow: list[Flowable] = []
    for page in range(pages):
        table = page % 3 == 2
        for _ in range(4 if table else 7):
            text = " ".join(chance.choices(known, k=2))[:420]
            flow.append(Paragraph(text.replace("&", "&amp;").replace("<", "&lt;"), style))
        if table:
            rows = [[f"Ô {row}.{column}" for column in range(5)] for row in range(11)]
            flow.append(Table(rows, style=ruled))
        flow.append(PageBreak())
    written = io.BytesIO()
    SimpleDocTemplate(written, pagesize=(595, 842)).build(flow)
    return written.getvalue()


def plumbed(path: Path, pages: Sequence[int]) -> None:
    """Read pages with pdfplumber alone: text and tables."""
    with pdfplumber.open(path) as document:
        for number in pages:
            page = document.pages[number]
            page.extract_text()
            page.extract_tables()
            page.close()


def against_pdfplumber(folder: Path, rulebook: Rulebook, *, short: bool) -> list[Ratio]:
    """Pages a second of the reader and of pdfplumber, which gets a sample of the pages."""
    path = folder / "long.pdf"
    path.write_bytes(pdf(200))
    document = read(path, rulebook=rulebook)
    pages = document.pages or 1
    cells = sum(passage.kind == "cell" for passage in document.passages)
    irregular = [note for note in document.notes if "regular" in note]
    sample = range(0, 30 if short else pages)
    taken = medians(
        {
            "reader": lambda: read(path, rulebook=rulebook),
            "pdfplumber": lambda: plumbed(path, sample),
        },
        3,
        time.process_time,  # one process each: whoever else uses the machine does not count
    )
    own, other = pages / taken["reader"], len(sample) / taken["pdfplumber"]
    print(f"  {'PDF, this reader':<34}{own:8.0f} pages a second ({pages} pages, {cells} cells)")
    print(f"  {'PDF, pdfplumber alone':<34}{other:8.0f} pages a second")
    print(f"  {'irregular tables':<34}{irregular or 'none'!s:>8}")
    return [Ratio("pdfplumber ÷ reader, pages a second", other / own, 1 / PROMISED)]


def formats(folder: Path, rulebook: Rulebook) -> None:
    """The rate of each format, of a long report."""
    known = sentences()
    chance = random.Random(1)
    lines = [make_formats.Line(" ".join(chance.choices(known, k=3))) for _ in range(1500)]
    report = make_formats.Report("long", "vi", tuple(lines))
    for kind in ("docx", "html", "tcvn3_txt", "vni_txt"):
        ending, write = make_formats.KINDS[kind]
        rate(folder / f"long.{ending}", write(report), rulebook)
    text = "\n".join(make_formats.lines_of(report))
    rate(folder / "long.txt", text.encode(), rulebook)
    rows = "\n".join(
        f"{number};Xã {number};{number * 7};{number / 7:.2f}" for number in range(9999)
    )
    rate(folder / "long.csv", f"TT;Xã;Số người;Tỷ lệ (%)\n{rows}".encode(), rulebook)


def rate(path: Path, content: bytes, rulebook: Rulebook) -> None:
    """Print the characters a second of a file."""
    path.write_bytes(content)
    length = len(read(path, rulebook=rulebook).text)
    task = partial(read, path, rulebook=rulebook)
    taken = min(seconds(task, time.process_time) for _ in range(3))
    print(f"  {path.name:<34}{length / taken / 1e6:8.2f} million characters a second")


def scans(folder: Path, rulebook: Rulebook) -> None:
    """The rate of OCR, which is tesseract's."""
    made = make_formats.make(make_formats.reports()[0], folder, ["scan"])["scan"]
    pages = 0

    def task() -> None:
        nonlocal pages
        pages = read(made, rulebook=rulebook).ocr_pages

    taken = seconds(task)
    print(f"  {'scan':<34}{pages / taken:8.2f} pages a second")


def memory(folder: Path) -> list[Ratio]:
    """How much more memory 2,000 pages take than 200, each in a process of its own."""
    peaks = []
    for pages in (200, 2000):
        path = folder / f"{pages}.pdf"
        path.write_bytes(pdf(pages))
        command = [sys.executable, "-m", "benchmarks.bench_readers", "--peak", str(path)]
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        peaks.append(int(done.stdout))
        print(f"  {f'{pages} pages':<34}{peaks[-1] / 1024:8.0f} MiB at most")
    each = (peaks[1] - peaks[0]) / 1800
    return [Ratio("KiB a further page", each, KILOBYTES_A_PAGE)]


def peak(path: Path) -> None:
    """Print the most memory that reading a file takes, in KiB."""
    read(path, rulebook=Rulebook.load())
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(most // 1024 if sys.platform == "darwin" else most)


def main() -> None:
    """Measure, print, and say by the exit code whether what is promised holds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench_readers", description=__doc__)
    parser.add_argument("--short", action="store_true", help="half a minute at most")
    parser.add_argument("--peak", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.peak:
        peak(chosen.peak)
        return
    rulebook = Rulebook.load()
    gc.freeze()  # as the command line and the processes that read do
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ratios = against_pdfplumber(folder, rulebook, short=chosen.short)
        formats(folder, rulebook)
        tasks: list[Callable[[], list[Ratio]]] = [] if chosen.short else [lambda: memory(folder)]
        if not chosen.short:
            scans(folder, rulebook)
        for task in tasks:
            ratios += task()
    print()
    for ratio in ratios:
        promise = "" if ratio.limit is None else f"  at most {ratio.limit:.3g}"
        print(f"{ratio.what:<38}{ratio.value:8.3f}{promise}{'' if ratio.holds else '  NOT KEPT'}")
    sys.exit(not all(ratio.holds for ratio in ratios))


if __name__ == "__main__":
    main()
