"""The command line: words in, tables out.

Everything heavy is imported inside the command that needs it, so that `--help` answers at
once. stdout is data, stderr is talk.
"""

# ruff: noqa: PLC0415
from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    import duckdb
    from rich.console import Console

    from pipeline.compare import Comparison
    from pipeline.display import Shown, Talk
    from pipeline.evaluate import GoldError, GoldFact
    from pipeline.flow import Earlier
    from pipeline.intake import Intake
    from pipeline.model import Analysis, Document, Stated
    from pipeline.rulebook import Rulebook

__all__ = ["app", "main"]

#: Exit codes of the contract; 0 is fine.
FINDINGS, WRONG_USE, UNREADABLE = 1, 2, 3
#: What a shell gives for a program that Ctrl-C has ended, and for one whose reader went away.
STOPPED, UNHEARD = 130, 141

EXAMPLES = """\
baocao check draft.txt          what does not add up in a report
baocao ingest reports/          read a folder into baocao.duckdb, as often as you like
baocao compare poverty_rate     provinces side by side, like with like
baocao show hai-duong           the facts of one report with their sentences
baocao sql                      the tables, and what their columns hold
baocao rules list               what is looked for
"""


class Language(StrEnum):
    """The languages of reports and messages."""

    EN = "en"
    VI = "vi"


class Threshold(StrEnum):
    """From which alert on a finding fails the run; none never does."""

    NONE = "none"
    NOTE = "note"
    WARN = "warn"
    ERROR = "error"


class Pictures(StrEnum):
    """Which pages are read from their picture."""

    AUTO = "auto"
    OFF = "off"
    FORCE = "force"


app = typer.Typer(
    name="baocao",
    help="Finds the numbers in Vietnamese Party and provincial reports, checks that they add "
    "up, and compares provinces.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
rules = typer.Typer(
    name="rules",
    help="What is looked for, in the words of the cards.",
    rich_markup_mode=None,
    no_args_is_help=True,
)
app.add_typer(rules)

Files = Annotated[
    list[str], typer.Argument(metavar="FILE", help="Reports; - is the standard input.")
]
Named = Annotated[
    str, typer.Argument(metavar="DOCUMENT", help="File name, path, or the beginning of the id.")
]
Database = Annotated[
    Path, typer.Option("--db", envvar="BAOCAO_DB", metavar="FILE", help="The database.")
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="No talk, only data and errors.")]
Lang = Annotated[Language, typer.Option("--lang", help="Language of the messages.")]
ReportLanguage = Annotated[
    Language | None,
    typer.Option("--language", help="Language of the reports; otherwise found for each."),
]
ByOcr = Annotated[
    Pictures,
    typer.Option("--ocr", help="Pages read by OCR: those without a usable text, none, all."),
]
Province = Annotated[
    str | None, typer.Option("--province", metavar="SLUG", help="The province that reports.")
]
Html = Annotated[
    Path | None,
    typer.Option("--html", metavar="FILE", help="Also write a page that a browser shows."),
]
Patterns = Annotated[
    Path | None, typer.Option("--patterns", metavar="DIR", help="Cards to use instead.")
]

DATABASE = Path("baocao.duckdb")


def main() -> None:
    """Run the command line; text is UTF-8 everywhere, whatever the machine prefers."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        try:
            app(prog_name="baocao")
        finally:
            sys.stdout.flush()
    except BaseException as error:
        if not _is_unheard(error):
            raise
        # What is left has no reader either, and must not be complained of at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(UNHEARD) from None


def _is_unheard(error: BaseException | None) -> bool:
    """Whether it all began with a pipe whose reader had enough: *baocao facts … | head -1*."""
    while error is not None:
        if isinstance(error, BrokenPipeError):
            return True
        error = error.__cause__ or error.__context__
    return False


# ── what every command uses ───────────────────────────────────────────────────────────────


class Screen:
    """Where words go: data to stdout, talk to stderr unless it is to be quiet."""

    def __init__(self, lang: Language = Language.EN, *, quiet: bool = False) -> None:
        from pipeline.display import Talk

        self.talk = Talk(lang.value)
        self.quiet = quiet
        self.out = _console(sys.stdout)
        self.err = _console(sys.stderr)

    @property
    def width(self) -> int:
        """How many columns a line of text should have."""
        return min(self.out.width, 120) if self.out.is_terminal else 100

    @property
    def shows_progress(self) -> bool:
        """Whether somebody is watching."""
        return self.err.is_terminal and not self.quiet

    def data(self, text: str) -> None:
        """Write a line of data as it is."""
        sys.stdout.write(f"{text}\n")

    def wrapped(self, text: str) -> None:
        """Write a paragraph in lines of the width of the screen."""
        import textwrap

        self.data(textwrap.fill(text, self.width))

    def json(self, values: Iterable[Any]) -> None:
        """Write one JSON object a line."""
        from pipeline.display import json_line

        for value in values:
            self.data(json_line(value))

    def show(self, shown: Iterable[Shown]) -> None:
        """Write texts and tables for people."""
        for one in shown:
            is_table = hasattr(one, "columns")
            if self.out.is_terminal or not is_table:
                self.out.print(one, soft_wrap=not is_table)
                continue
            with self.out.capture() as capture:
                self.out.print(one)
            for line in capture.get().splitlines():
                self.data(line.rstrip())

    def say(self, text: str) -> None:
        """Talk, unless it is to be quiet."""
        if not self.quiet:
            self.complain(text)

    def complain(self, text: str) -> None:
        """Say what is wrong."""
        self.err.print(text, soft_wrap=True)

    def fail(self, text: str) -> typer.Exit:
        """Say what is wrong and return the exit of a wrong use."""
        self.complain(self.talk("error", what=text))
        return typer.Exit(WRONG_USE)


def _console(stream: Any) -> Console:
    from rich.console import Console

    console = Console(file=stream, markup=False, highlight=False, emoji=False)
    if not console.is_terminal:  # a file has room for every column
        console.width = 10_000
    return console


def _rulebook(
    patterns: Path | None,
    screen: Screen,
    *,
    province: str | None = None,
    thorough: bool | None = None,
) -> Rulebook:
    """Return the cards, once it is known that they hold the province."""
    import difflib

    with _here_to_stay():
        from pipeline import flow  # noqa: F401 (with all that it needs)
        from pipeline.display import clean
        from pipeline.rulebook import Rulebook, RulebookError

        try:
            rulebook = Rulebook.load(patterns, thorough=thorough)
        except RulebookError as error:
            raise screen.fail(str(error)) from error
    slugs = {card.slug for card in (*rulebook.provinces_63, *rulebook.provinces_34)}
    if province is not None and province not in slugs:
        names = ", ".join(difflib.get_close_matches(province, slugs, n=3, cutoff=0.5))
        nearest = screen.talk("nearest", names=names) if names else ""
        raise screen.fail(screen.talk("unknown_province", slug=clean(province), nearest=nearest))
    return rulebook


@contextmanager
def _here_to_stay() -> Iterator[None]:
    """What is made here stays to the end: no use in looking through it again and again."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def _store(screen: Screen) -> Iterator[None]:
    """Say what is wrong with the database, if anything, in words and not in a trace."""
    from pipeline.display import store_trouble
    from pipeline.store import StoreError

    try:
        yield
    except StoreError as error:
        raise screen.fail(store_trouble(error, screen.talk)) from error


class Reports:
    """Reads reports one after the other; one that cannot be read is named and passed over."""

    def __init__(
        self,
        screen: Screen,
        rulebook: Rulebook,
        *,
        language: Language | None = None,
        province: str | None = None,
        ocr: Pictures = Pictures.AUTO,
        earlier: Earlier | None = None,
    ) -> None:
        self.screen = screen
        self.rulebook = rulebook
        self.options: dict[str, Any] = {
            "language": language.value if language else None,
            "province": province,
            "lang": screen.talk.lang,
            "earlier": earlier,
        }
        self.ocr = ocr
        #: What was said of each file that could not be read.
        self.refused: list[str] = []

    @property
    def unreadable(self) -> bool:
        """Whether some file could not be read."""
        return bool(self.refused)

    def read(self, files: Iterable[str]) -> Iterator[Analysis]:
        """Yield the analysis of every file that can be read."""
        from pipeline.readers import Unreadable
        from pipeline.rulebook import RulebookError

        for file in files:
            try:
                yield self._analyse(file)
            except Unreadable as error:
                self.refuse(error.path, error.reason, error.remedy, error.place)
            except RulebookError as error:  # a pattern is compiled when a text first needs it
                raise self.screen.fail(str(error)) from error
            except Exception as error:  # a fault of ours must not keep the others from being read
                remedy = "report it, with the output of: baocao doctor"
                self.refuse(file, f"{type(error).__name__}: {error}", remedy)

    def refuse(
        self, path: str, reason: str, remedy: str | None = None, place: str | None = None
    ) -> None:
        """Name a file that cannot be read."""
        from pipeline.display import unreadable

        self.refused.append(unreadable(path, place, reason, remedy, self.screen.talk))
        self.screen.complain(self.refused[-1])

    def _analyse(self, file: str) -> Analysis:
        from pipeline import flow
        from pipeline.readers import Unreadable

        if file == "-":
            from pipeline.readers.text import decode

            text, _ = decode(sys.stdin.buffer.read(), Path("-"))
            return flow.analyse_text(text, rulebook=self.rulebook, **self.options)
        path = Path(file)
        if path.is_dir():
            raise Unreadable(file, "the file", "it is a folder", f"baocao ingest {file}")
        if not path.exists():
            raise Unreadable(file, "the file", "there is no such file", "check the path")
        return flow.analyse(path, rulebook=self.rulebook, ocr=self.ocr.value, **self.options)


# ── reports ───────────────────────────────────────────────────────────────────────────────


@app.callback(invoke_without_command=True)
def _begin(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
) -> None:
    if version:
        from pipeline.store import extractor_version

        typer.echo(f"baocao {extractor_version()}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(EXAMPLES, nl=False)


@app.command()
def check(
    files: Files,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what is supported and what cannot be checked.")
    ] = False,
    fail_on: Annotated[
        Threshold, typer.Option("--fail-on", help="From which alert on the exit code is 1.")
    ] = Threshold.ERROR,
    against: Annotated[
        Path | None,
        typer.Option(
            "--against", metavar="DB", help="Also hold them against the reports in a database."
        ),
    ] = None,
    html: Html = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: Lang = Language.EN,
    language: ReportLanguage = None,
    province: Province = None,
    ocr: ByOcr = Pictures.AUTO,
    patterns: Patterns = None,
) -> None:
    """Recompute everything in reports; no database needed.

    Example: baocao check draft.txt --fail-on warn
    """
    from pipeline.display import checked, clean

    screen = Screen(lang, quiet=quiet)
    _page_goes_to(html, screen)
    rulebook = _rulebook(patterns, screen, province=province)
    fails = False
    kept: list[Analysis] = []
    with _stated_in(against, screen) as earlier:
        reports = Reports(
            screen, rulebook, language=language, province=province, ocr=ocr, earlier=earlier
        )
        for number, analysis in enumerate(reports.read(files)):
            fails |= any(_reaches(finding.alert, fail_on) for finding in analysis.findings)
            kept += [analysis] if html else []
            if as_json:
                screen.json(finding.model_dump_json() for finding in analysis.findings)
                continue
            if len(files) > 1:
                screen.data(f"{chr(10) if number else ''}{clean(analysis.document.path)}")
            screen.show(checked(analysis, screen.talk, width=screen.width, everything=everything))
    _write_page(html, kept, screen, labels=_labels(rulebook, lang), unread=reports.refused)
    _leave(unreadable=reports.unreadable, findings=fails)


def _labels(rulebook: Rulebook, lang: Language) -> dict[str, str]:
    """Return what people call every indicator."""
    return {card.id: getattr(card.label, lang.value) for card in rulebook.indicators}


def _page_goes_to(path: Path | None, screen: Screen) -> None:
    """Refuse a page that would take the place of a report: *--html draft.txt*."""
    from pipeline.display import clean

    if path is not None and path.suffix.lower() not in (".html", ".htm"):
        raise screen.fail(screen.talk("page_no_html", path=clean(str(path))))


def _write_page(
    path: Path | None,
    analyses: Sequence[Analysis],
    screen: Screen,
    *,
    labels: Mapping[str, str],
    unread: Sequence[str] = (),
) -> None:
    """Write the page for a browser, if it is asked for."""
    from pipeline.display import clean
    from pipeline.page import page

    if path is None:
        return
    try:
        path.write_text(page(analyses, screen.talk, labels=labels, unread=unread), "utf-8")
    except OSError as error:
        raise screen.fail(clean(f"{path}: {error.strerror or error}")) from error
    screen.say(screen.talk("page_written", path=clean(str(path))))


@contextmanager
def _stated_in(db: Path | None, screen: Screen) -> Iterator[Earlier | None]:
    """Give what the other stored reports of a document's province state; nothing is written."""
    if db is None:
        yield None
        return
    from functools import lru_cache

    from pipeline import store

    with _store(screen), store.open_store(db, read_only=True) as connection:

        @lru_cache(maxsize=4)
        def stated(province: str, province_set: int | None) -> list[Stated]:
            return store.stated(connection, province=province, province_set=province_set)

        def is_at(path: str, location: str) -> bool:
            return store.location_of(path) == location

        def earlier(document: Document) -> Sequence[Stated]:
            if document.province is None:
                return ()
            found = stated(document.province, document.province_set)
            own = store.location_of(document.path)  # as it was before it was corrected
            paths = {one.observation.fact.path for one in found}
            before = {path for path in paths if is_at(path, own)}
            return [one for one in found if one.observation.fact.path not in before]

        yield earlier


def _reaches(alert: str, threshold: Threshold) -> bool:
    order = [one.value for one in Threshold]
    return threshold is not Threshold.NONE and order.index(alert) >= order.index(threshold.value)


def _leave(*, unreadable: bool = False, findings: bool = False) -> None:
    if unreadable or findings:
        raise typer.Exit(UNREADABLE if unreadable else FINDINGS)


@app.command()
def facts(
    files: Files,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: Lang = Language.EN,
    language: ReportLanguage = None,
    province: Province = None,
    ocr: ByOcr = Pictures.AUTO,
    patterns: Patterns = None,
) -> None:
    """Show the facts of reports with their sentences.

    Example: baocao facts report.txt --json
    """
    from pipeline.display import clean
    from pipeline.display import facts as shown

    screen = Screen(lang, quiet=quiet)
    rulebook = _rulebook(patterns, screen, province=province)
    reports = Reports(screen, rulebook, language=language, province=province, ocr=ocr)
    for analysis in reports.read(files):
        if as_json:
            screen.json(one.model_dump_json() for one in analysis.observations)
            continue
        if len(files) > 1:
            screen.data(clean(analysis.document.path))
        screen.show(shown(analysis, width=screen.width))
    _leave(unreadable=reports.unreadable)


@app.command()
def ingest(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", help="Files, folders, .zip archives, patterns."),
    ] = None,
    files_from: Annotated[
        str | None,
        typer.Option(
            "--files-from",
            metavar="FILE",
            help="Also the paths listed there, one a line or parted by NUL; - is the standard "
            "input.",
        ),
    ] = None,
    failed: Annotated[
        bool,
        typer.Option("--failed", help="Only what could not be read before; PATH may be left out."),
    ] = False,
    stale: Annotated[
        bool,
        typer.Option(
            "--stale", help="Only what another version or other cards read; PATH may be left out."
        ),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Also what is unchanged.")] = False,
    timeout: Annotated[
        float | None,
        typer.Option("--timeout", metavar="SECONDS", min=0.001, help="For a file; default 600."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            min=0,
            help="Processes that read; 0: none but this one. Default: as many as there are cores.",
        ),
    ] = None,
    db: Database = DATABASE,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: Lang = Language.EN,
    language: ReportLanguage = None,
    province: Province = None,
    ocr: ByOcr = Pictures.AUTO,
    patterns: Patterns = None,
) -> None:
    """Read new and changed files into the database.

    A file that cannot be read is named with the reason, and stops nothing. Ctrl-C ends with
    the files in hand; the same command goes on where it stopped.

    Example: baocao ingest reports/
    """
    from pipeline import store
    from pipeline.display import clean
    from pipeline.intake import PoolError
    from pipeline.intake import ingest as take_in

    screen = Screen(lang, quiet=quiet)
    given = _given(paths or [], files_from, screen)
    if not (given or failed or stale or files_from):
        raise screen.fail(screen.talk("nothing_given"))
    rulebook = _rulebook(patterns, screen, province=province)
    with _store(screen), _stoppable(screen) as stop, _progress(screen) as progress:
        try:
            intake = take_in(
                given,
                database=db,
                rulebook=rulebook,
                force=force,
                failed=failed,
                stale=stale,
                language=language.value if language else None,
                province=province,
                lang=lang.value,
                ocr=ocr.value,
                jobs=jobs,
                timeout=timeout,
                progress=progress,
                stop=stop,
            )
        except PoolError as error:
            raise screen.fail(screen.talk("no_process", why=clean(str(error)))) from error
        with store.open_store(db, read_only=True) as connection:
            documents, found, provinces = store.totals(connection)
    if as_json:
        screen.json(entry._asdict() for entry in intake.entries)
    _summarise(intake, screen)
    numbers = {"documents": documents, "facts": found, "provinces": provinces}
    shown = {name: screen.talk.number(number) for name, number in numbers.items()}
    screen.say(screen.talk("totals", path=clean(str(db)), **shown))
    if intake.left:
        screen.complain(screen.talk("stopped", left=screen.talk.number(intake.left)))
        raise typer.Exit(STOPPED)
    _leave(unreadable=bool(intake.failed))


def _given(paths: Sequence[Path], files_from: str | None, screen: Screen) -> list[Path]:
    """Return the paths of the command line and of the list."""
    from pipeline.display import clean
    from pipeline.intake import paths_in

    if Path("-") in paths:
        raise screen.fail(screen.talk("dash_is_no_path"))
    if files_from is None:
        return list(paths)
    try:
        listed = sys.stdin.buffer.read() if files_from == "-" else Path(files_from).read_bytes()
    except OSError as error:
        words = f"{files_from}: {error.strerror or error}"
        raise screen.fail(clean(words)) from error
    return [*paths, *paths_in(listed)]


@contextmanager
def _stoppable(screen: Screen) -> Iterator[Callable[[], bool]]:
    """Let the first Ctrl-C ask for an end, and only the second one make it."""
    import signal
    import threading

    asked: list[int] = []

    def ask(number: int, _: object) -> None:
        if asked:
            raise KeyboardInterrupt
        asked.append(number)
        screen.say(screen.talk("stopping"))

    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    before = signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: bool(asked)
    except KeyboardInterrupt as error:
        screen.complain(screen.talk("stopped_at_once"))
        raise typer.Exit(STOPPED) from error
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _progress(screen: Screen) -> Iterator[Callable[[str, int, int], None] | None]:
    if not screen.shows_progress:
        yield None
        return
    from pipeline.display import Pace

    pace = Pace(screen.talk)
    with screen.err.status("") as status:

        def progress(path: str, number: int, count: int) -> None:
            status.update(pace(path, number, count))

        yield progress


#: How many files are named at the end, each with its reason.
_NAMED = 50


def _summarise(intake: Intake, screen: Screen) -> None:
    """Say how many files were new, changed, unchanged …, and what is wrong with the others."""
    from collections import Counter

    from pipeline.display import clean

    talk = screen.talk
    outcomes = Counter(entry.outcome for entry in intake.entries)
    for outcome in ("new", "changed", "reread", "duplicate", "unchanged", "superseded"):
        if not outcomes[outcome]:
            continue
        documents = {one.document for one in intake.entries if one.outcome == outcome}
        held = sum(intake.facts.get(document or "", 0) for document in documents)
        note = talk("facts", count=talk.number(held)) if held else ""
        _line(screen, outcome, outcomes[outcome], note)
    if intake.repeats:
        _line(screen, "repeats", intake.repeats, talk("counted_once"))
    if intake.ocr_pages:
        pages = sum(intake.ocr_pages.values())
        _line(screen, "scanned", len(intake.ocr_pages), talk("pages_by_ocr", count=pages))
    if outcomes["vanished"]:
        _line(screen, "vanished", outcomes["vanished"], talk("kept"))
    if intake.skipped:
        endings = ", ".join(
            f"{clean(name)} {count}" for name, count in intake.skipped.most_common()
        )
        _line(screen, "skipped", outcomes["skipped"], endings)
    if intake.failed:
        _line(screen, "failed", len(intake.failed), "")
    _name_failed(intake, screen)


def _name_failed(intake: Intake, screen: Screen) -> None:
    from pipeline.display import unreadable

    for one in intake.failed[:_NAMED]:
        screen.complain(unreadable(one.path, one.place, one.reason or "", one.remedy, screen.talk))
    if len(intake.failed) > _NAMED:
        more = screen.talk.number(len(intake.failed) - _NAMED)
        screen.complain(screen.talk("more_failed", count=more))


def _line(screen: Screen, outcome: str, count: int, note: str) -> None:
    words = screen.talk(f"ingest_{outcome}")
    screen.say(f" {words:<12}{screen.talk.number(count):>6}   {note}".rstrip())


# ── the database ──────────────────────────────────────────────────────────────────────────


@app.command()
def compare(
    indicator: Annotated[
        str, typer.Argument(metavar="INDICATOR", help="Its id, or its name as reports word it.")
    ],
    db: Database = DATABASE,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: Lang = Language.EN,
    patterns: Patterns = None,
) -> None:
    """Show provinces side by side, like with like.

    Example: baocao compare poverty_rate
    """
    from pipeline.compare import UnknownIndicatorError
    from pipeline.compare import compare as compared_in
    from pipeline.display import clean, compared, compared_records
    from pipeline.store import open_store

    screen = Screen(lang, quiet=quiet)
    if patterns is not None:
        _rulebook(patterns, screen)  # Cards that cannot be read are told of whatever is asked.
    with _store(screen), open_store(db, read_only=True) as connection:
        try:
            try:
                found = compared_in(connection, indicator)
            except UnknownIndicatorError:
                named = _indicator_named(indicator, _rulebook(patterns, screen))
                found = compared_in(connection, named or indicator)
        except UnknownIndicatorError as error:
            names = ", ".join(error.nearest)
            nearest = screen.talk("nearest", names=names) if names else ""
            words = screen.talk("unknown_indicator", indicator=indicator, nearest=nearest)
            raise screen.fail(clean(words)) from error
        found = _told_in(found, connection, patterns, screen)
    if as_json:
        screen.json(compared_records(found, screen.talk))
    else:
        screen.show(compared(found, screen.talk))


def _told_in(
    found: Comparison, connection: duckdb.DuckDBPyConnection, patterns: Path | None, screen: Screen
) -> Comparison:
    """Return a comparison whose findings, if it has any, speak the language of the messages."""
    from pipeline import flow, store
    from pipeline.compare import told

    doubted = {row.document for group in found.groups for row in group.rows if row.alert}
    if not doubted:
        return found
    rulebook = _rulebook(patterns, screen)
    analyses = (
        flow.told_in(store.load(connection, one), rulebook=rulebook, lang=screen.talk.lang)
        for one in sorted(doubted)
    )
    messages = {
        (analysis.document.id, one.id): one.message
        for analysis in analyses
        for one in analysis.findings
    }
    return told(found, messages)


def _indicator_named(name: str, rulebook: Rulebook) -> str | None:
    """Return the id of the indicator that reports call so, with or without accents."""
    from pipeline.places import fold

    wanted = " ".join(fold(name).split())
    for card in rulebook.indicators:
        if any(fold(one) == wanted for one in (*card.names.vi, *card.names.en)):
            return card.id
    return None


@app.command()
def show(
    document: Named,
    db: Database = DATABASE,
    html: Html = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: Lang = Language.EN,
) -> None:
    """Show one ingested document: its facts and findings.

    Example: baocao show hai-duong
    """
    from pipeline import flow, store
    from pipeline.display import checked, header
    from pipeline.display import facts as shown

    screen = Screen(lang, quiet=quiet)
    _page_goes_to(html, screen)
    with _store(screen), store.open_store(db, read_only=True) as connection:
        found = store.find(connection, document)
        analysis = store.load(connection, found)
        original = store.original(connection, found)
    rulebook = _rulebook(None, screen)
    analysis = flow.told_in(analysis, rulebook=rulebook, lang=lang.value)
    named = _labels(rulebook, lang)
    _write_page(html, [analysis], screen, labels=named)
    if as_json:
        about = analysis.document.model_dump(mode="json", exclude={"text", "passages"})
        screen.json([{"record": "document", **about, "same_as": original}])
        screen.json(
            {"record": "fact", **one.model_dump(mode="json")} for one in analysis.observations
        )
        screen.json(
            {"record": "finding", **one.model_dump(mode="json")} for one in analysis.findings
        )
        return
    screen.show(header(analysis, screen.talk, same_as=original))
    screen.data("")
    screen.show(shown(analysis, width=screen.width))
    screen.show(checked(analysis, screen.talk, width=screen.width))


@app.command()
def sql(
    query: Annotated[str | None, typer.Argument(help="One query; without it, the views.")] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Comma-separated values.")] = False,
    db: Database = DATABASE,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: Lang = Language.EN,
) -> None:
    """Ask the database in SQL, without writing.

    Example: baocao sql "select province, value from indicators" --csv
    """
    from pipeline import display, store

    screen = Screen(lang, quiet=quiet)
    with _store(screen), store.open_guest(db) as connection:
        if query is None:
            found = store.views(connection)
            if as_json:
                screen.json(_view_record(view) for view in found)
            else:
                screen.show(display.views(found))
            return
        answer = store.ask(connection, query)
    if as_json:
        screen.json(display.records(answer))
    elif as_csv:
        sys.stdout.write(display.csv_text(answer))
    else:
        screen.show([display.table(answer)])


@app.command()
def report(
    folder: Annotated[
        Path, typer.Option("-o", "--output", metavar="DIR", help="Where to; made if need be.")
    ],
    db: Database = DATABASE,
    quiet: Quiet = False,
    lang: Lang = Language.EN,
) -> None:
    """Write a folder of pages: every report with its findings, every indicator.

    Example: baocao report -o site
    """
    from pipeline import flow, store
    from pipeline.display import clean
    from pipeline.site import build

    screen = Screen(lang, quiet=quiet)
    rulebook = _rulebook(None, screen)

    def told(analysis: Analysis) -> Analysis:
        return flow.told_in(analysis, rulebook=rulebook, lang=lang.value)

    with _store(screen), store.open_store(db, read_only=True) as connection:
        try:
            count = build(connection, folder, screen.talk, told=told)
        except OSError as error:
            raise screen.fail(clean(f"{folder}: {error.strerror or error}")) from error
    shown = screen.talk.number(count)
    screen.say(screen.talk("site_written", folder=clean(str(folder)), count=shown))


@app.command()
def export(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="Where to; .csv, .parquet, .xlsx, .jsonl, .sqlite or .jsonld."
        ),
    ],
    query: Annotated[
        str | None,
        typer.Argument(help="One query; without it, every view, or indicators for one table."),
    ] = None,
    db: Database = DATABASE,
    quiet: Quiet = False,
    lang: Lang = Language.EN,
) -> None:
    """Write the views, or the answer to a query, for a spreadsheet or another program.

    Example: baocao export indicators.xlsx
    """
    from pipeline import export as writing
    from pipeline import store
    from pipeline.display import clean

    screen = Screen(lang, quiet=quiet)
    suffix = file.suffix.lower()
    if suffix not in writing.WRITERS:
        known = ", ".join(writing.WRITERS)
        raise screen.fail(screen.talk("export_unknown", path=clean(str(file)), known=known))
    with _store(screen), store.open_guest(db) as connection:
        wanted = {"query": query} if query else {"indicators": "FROM indicators"}
        if query is None and suffix in writing.MANY:
            wanted = {view.name: f"FROM {view.name}" for view in store.views(connection)}
        tables = {name: store.ask(connection, asked) for name, asked in wanted.items()}
    try:
        writing.write(file, tables)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise screen.fail(clean(f"{file}: {why}")) from error
    rows = sum(len(table.rows) for table in tables.values())
    counts = {"rows": screen.talk.number(rows), "tables": len(tables)}
    said = screen.talk("exported", path=clean(str(file)), **counts)
    names = "" if query else f" ({', '.join(tables)})"
    hint = "" if query or suffix in writing.MANY else screen.talk("exported_one")
    screen.say(f"{said}{names}{hint}")


def _view_record(view: Any) -> dict[str, Any]:
    columns = [dict(zip(("name", "type", "comment"), one, strict=True)) for one in view.columns]
    return {"view": view.name, "comment": view.comment, "columns": columns}


@app.command()
def forget(
    document: Named, db: Database = DATABASE, quiet: Quiet = False, lang: Lang = Language.EN
) -> None:
    """Take a document out of the database.

    Example: baocao forget hai-duong
    """
    from pipeline import store
    from pipeline.display import clean

    screen = Screen(lang, quiet=quiet)
    with _store(screen):
        with store.open_store(db, read_only=True) as connection:
            found = store.find(connection, document)
        with store.open_store(db) as connection:
            paths = store.forget(connection, found)
    screen.say(clean(screen.talk("forgotten", paths=", ".join(paths), db=str(db))))


# ── maintaining ───────────────────────────────────────────────────────────────────────────


@app.command("eval")
def evaluate(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD", help="Gold facts, JSON lines.")],
    reports: Annotated[
        Path | None, typer.Option("--reports", metavar="DIR", help="Where the reports are.")
    ] = None,
    minimum: Annotated[
        float | None,
        typer.Option("--min", min=0, max=1, help="Lowest F1 (or recall) that is good enough."),
    ] = None,
    mutate: Annotated[
        bool, typer.Option("--mutate", help="Plant errors and measure what check finds of them.")
    ] = False,
    seed: Annotated[
        int, typer.Option("--seed", metavar="NUMBER", help="Which errors are planted.")
    ] = 0,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: Lang = Language.EN,
    language: ReportLanguage = None,
    province: Province = None,
    patterns: Patterns = None,
) -> None:
    """Measure precision, recall and F1 against gold, or what check finds of planted errors.

    Example: baocao eval gold.jsonl --reports corpus/ --min 0.95
    """
    from pipeline.display import evaluated, evaluated_records
    from pipeline.evaluate import GoldError, read_gold
    from pipeline.evaluate import evaluate as held_against

    screen = Screen(lang, quiet=quiet)
    rulebook = _rulebook(patterns, screen, province=province)
    reader = Reports(screen, rulebook, language=language, province=province)
    facts_: list[GoldFact] = []
    found: dict[str, Analysis] = {}
    for path in gold:
        try:
            wanted = read_gold(path)
        except GoldError as error:
            raise screen.fail(_gold_trouble(error, screen.talk)) from error
        except OSError as error:
            reader.refuse(str(path), error.strerror or str(error))
            continue
        found |= _named_reports(wanted, reports or path.parent, reader)
        facts_ += [fact for fact in wanted if fact.document in found]
    if reader.unreadable and not found:  # nothing to measure: no table of empty scores
        _leave(unreadable=True)
    if mutate:
        recall = _mutate(list(found.values()), rulebook, screen, seed=seed, as_json=as_json)
        too_low = minimum is not None and recall < minimum
        if too_low:
            screen.complain(
                screen.talk("recall_below_minimum", recall=f"{recall:.3f}", minimum=minimum)
            )
        _leave(unreadable=reader.unreadable, findings=too_low)
        return
    result = held_against(facts_, found)
    if as_json:
        screen.json(evaluated_records(result))
    else:
        screen.show(evaluated(result, screen.talk))
    f1 = result.exact.f1 or 0.0
    too_low = minimum is not None and f1 < minimum
    if too_low:
        screen.complain(screen.talk("below_minimum", f1=f"{f1:.3f}", minimum=minimum))
    _leave(unreadable=reader.unreadable, findings=too_low)


def _mutate(
    analyses: Sequence[Analysis], rulebook: Rulebook, screen: Screen, *, seed: int, as_json: bool
) -> float:
    """Plant errors in reports, show what came of them, and return the recall."""
    from pipeline.display import mutated, mutated_records
    from pipeline.flow import pipeline_of
    from pipeline.mutation import Tally, mutate

    again = pipeline_of(rulebook)
    found = mutate(
        analyses,
        lambda document: again(document, province=document.province),
        rulebook,
        seed=seed,
    )
    if as_json:
        screen.json(mutated_records(found))
    else:
        screen.show(mutated(found, screen.talk))
    return sum(found.values(), Tally()).recall or 0.0


def _gold_trouble(error: GoldError, talk: Talk) -> str:
    """Say what is wrong with a gold file, where first, and what to do."""
    from pipeline.display import clean

    others = ", ".join(str(line) for line in error.others[:_LINES])
    if len(error.others) > _LINES:
        others += ", …"
    words = talk("gold_wrong", path=error.path, line=error.line, why=talk.trouble(error.why))
    more = talk("gold_wrong_too", lines=others) if others else ""
    return f"{clean(words + more)}\n        {talk('remedy', remedy=talk('gold_remedy'))}"


#: So many further lines of a gold file are named.
_LINES = 5


def _named_reports(gold: Iterable[GoldFact], folder: Path, reader: Reports) -> dict[str, Analysis]:
    """Return the analyses of the reports that gold speaks of, by what it calls them."""
    from pipeline.intake import reports_in

    paths = {fact.document: fact.path for fact in gold}
    by_name: dict[str, list[Path]] = {}
    by_bytes: dict[str, list[Path]] = {}
    given = [Path(path) for name, path in paths.items() if path and _is_hash(name)]
    for file in reports_in([folder]):
        by_name.setdefault(file.name.partition(".")[0], []).append(file)
    if any(map(_is_hash, paths)):
        by_bytes = _by_bytes([*(file for files in by_name.values() for file in files), *given])
    found: dict[str, Analysis] = {}
    for name, path in sorted(paths.items()):
        candidates = by_name.get(name, []) or by_bytes.get(name, [])[:1]
        if len(candidates) == 1:
            for analysis in reader.read([str(candidates[0])]):
                found[name] = analysis
        elif candidates:
            reader.refuse(name, f"several reports: {', '.join(map(str, candidates))}")
        elif path and _is_hash(name):
            reason = f"no report with the bytes that gold was made of, here or in {folder}"
            reader.refuse(path, reason, "make gold anew, or give the folder with --reports")
        else:
            reader.refuse(name, f"no such report in {folder}", "give its folder with --reports")
    return found


def _is_hash(name: str) -> bool:
    return len(name) == 64 and set(name) <= set("0123456789abcdef")


def _by_bytes(files: Iterable[Path]) -> dict[str, list[Path]]:
    """Return files by the hash of their bytes."""
    import hashlib

    found: dict[str, list[Path]] = {}
    for file in files:
        if file.is_file():
            with file.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
            found.setdefault(digest, []).append(file)
    return found


@app.command()
def doctor(
    db: Database = DATABASE,
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: Lang = Language.EN,
    patterns: Patterns = None,
) -> None:
    """Show versions, cards, database, write access, OCR.

    Example: baocao doctor
    """
    from pipeline.display import clean
    from pipeline.doctor import examine

    screen = Screen(lang, quiet=quiet)
    for line in examine(db, patterns=patterns):
        if as_json:
            screen.json([line._asdict()])
            continue
        screen.data(f"{line.name:<13}{clean(line.value)}")
        if line.remedy:
            screen.data(f"{'':<13}{screen.talk('remedy', remedy=line.remedy)}")


# ── rules ─────────────────────────────────────────────────────────────────────────────────


@rules.command("list")
def rules_list(
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: Lang = Language.EN,
    language: ReportLanguage = None,
    patterns: Patterns = None,
) -> None:
    """List every rule with what it is about.

    Example: baocao rules list --language vi
    """
    from pipeline.display import clean

    screen = Screen(lang, quiet=quiet)
    rulebook = _rulebook(patterns, screen, thorough=True)
    seen: set[str] = set()
    for code, held in rulebook.languages.items():
        for rule in held.rules if language in (None, code) else ():
            if rule.id in seen:
                continue
            seen.add(rule.id)
            if as_json:
                screen.json([{"rule": rule.id, "kind": rule.kind, "about": rule.card.about}])
            else:
                screen.data(f"{rule.id:<36} {clean(rule.card.about)}")


@rules.command("test")
def rules_test(
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: Lang = Language.EN,
    patterns: Patterns = None,
) -> None:
    """Run the examples of every card; exit code 1 if one does not hold.

    Example: baocao rules test --patterns my-patterns/
    """
    from pipeline import examples
    from pipeline.display import clean

    screen = Screen(lang, quiet=quiet)
    rulebook = _rulebook(patterns, screen, thorough=True)
    failures = list(examples.run(rulebook))
    for failure in failures:
        if as_json:
            screen.json([failure._asdict()])
        else:
            for line in str(failure).splitlines():
                screen.data(clean(line))
    if failures:
        screen.say(screen.talk("examples_fail", count=len(failures)))
    else:
        count = sum(examples.values_by_rule(rulebook).values())
        screen.say(screen.talk("examples_hold", count=screen.talk.number(count)))
    _leave(findings=bool(failures))


@rules.command("explain")
def rules_explain(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A sentence, or a rule like BC101.")],
    as_json: AsJson = False,
    quiet: Quiet = False,
    lang: Lang = Language.EN,
    language: ReportLanguage = None,
    patterns: Patterns = None,
) -> None:
    """Explain why a sentence gives what it gives, or what a check does.

    Example: baocao rules explain "Giảm 887 công chức (18,7%)."
    """
    from pipeline import flow
    from pipeline.display import evidence, explained, explained_records

    screen = Screen(lang, quiet=quiet)
    if text.upper().startswith("BC") and text[2:].isdigit():
        _explain_check(text.upper(), screen, as_json=as_json, patterns=patterns)
        return
    rulebook = _rulebook(patterns, screen, thorough=True)
    analysis = flow.analyse_text(
        text, rulebook=rulebook, language=language.value if language else None, lang=lang.value
    )
    document = analysis.document
    extractor = flow.pipeline_of(rulebook).extractor
    candidates = extractor.candidates(document.text, document.language)
    if as_json:
        screen.json(explained_records(analysis, candidates))
        return
    screen.show(explained(analysis, candidates, talk=screen.talk, width=screen.width))
    screen.data("")
    screen.show(evidence(analysis))


@rules.command("schema")
def rules_schema(
    folder: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", help="Write them there, for an editor."),
    ] = None,
    quiet: Quiet = False,
    lang: Lang = Language.EN,
) -> None:
    """Print the shape of the card files as JSON Schema, or set an editor up with it.

    Example: baocao rules schema -o my-patterns/
    """
    from pipeline import schema
    from pipeline.display import clean

    screen = Screen(lang, quiet=quiet)
    if folder is None:
        screen.json([dict(schema.schemas())])
        return
    try:
        written = schema.write(folder)
    except OSError as error:
        raise screen.fail(clean(f"{folder}: {error.strerror}")) from error
    screen.say(screen.talk("schemas", count=len(written), folder=clean(str(folder))))


def _explain_check(number: str, screen: Screen, *, as_json: bool, patterns: Path | None) -> None:
    """Say what a check does, and show what it says of a sentence."""
    from pipeline import checks, flow
    from pipeline.display import about_check, one_finding

    names = {rule: name for name, rule in checks.RULES.items()}
    about = about_check(number, screen.talk)
    if number not in names or about is None:
        known = ", ".join(sorted(names))
        raise screen.fail(screen.talk("unknown_rule", rule=number, known=known))
    words, example = about
    if as_json:
        screen.json([{"rule": number, "check": names[number], "about": words, "example": example}])
        return
    screen.data(f"{number} {names[number]}\n")
    screen.wrapped(words)
    if example is None:
        return
    rulebook = _rulebook(patterns, screen)
    analysis = flow.analyse_text(example, rulebook=rulebook, lang=screen.talk.lang)
    screen.data(f"\n{screen.talk('explain_example')}\n")
    for finding in analysis.findings:
        if finding.rule == number and finding.alert != "none":
            screen.show(one_finding(finding, analysis, screen.talk, width=screen.width))
