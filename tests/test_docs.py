"""The documents say what is so: commands exist, blocks run, links lead somewhere."""

import re
import shutil
from functools import cache
from pathlib import Path

import console
import pytest
from typer.testing import CliRunner

from pipeline import examples
from pipeline.cli import app
from pipeline.readers import READERS
from pipeline.rulebook import Rulebook, patterns_folder

ROOT = console.ROOT
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("corpus/*.md")])
PROSE = [path for path in DOCUMENTS if path.name.partition(".")[2] == "md"]


@cache
def help_of(*words: str) -> str:
    done = CliRunner().invoke(app, [*words, "--help"], prog_name="baocao")
    assert done.exit_code == 0, f"baocao {' '.join(words)} --help: {done.stderr}"
    return done.stdout


def commands_in(shown: str) -> list[str]:
    """The commands that a help text lists."""
    return re.findall(r"^  ([a-z]+)  ", shown.partition("Commands:")[2], re.MULTILINE)


@pytest.fixture(scope="module")
def public() -> set[tuple[str, ...]]:
    """Every public command, as its words."""
    groups = {name: commands_in(help_of(name)) for name in commands_in(help_of())}
    return {
        (name, *one) for name, inner in groups.items() for one in ([(i,) for i in inner] or [()])
    }


@pytest.fixture(scope="module")
def documented() -> set[tuple[str, ...]]:
    """Every command that the table of the README lists."""
    return {
        tuple(found.split())
        for found in re.findall(r"^\| `baocao ([a-z]+(?: [a-z]+)?)", README, re.M)
    }


def test_the_table_lists_every_command_and_no_other(
    public: set[tuple[str, ...]], documented: set[tuple[str, ...]]
) -> None:
    assert len(public) > 5
    assert documented == public


def test_every_command_has_help_with_an_example(public: set[tuple[str, ...]]) -> None:
    for words in public:
        assert f"Example: baocao {' '.join(words)}" in help_of(*words)


@pytest.mark.parametrize("path", PROSE, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_in_documents_exist(path: Path, public: set[tuple[str, ...]]) -> None:
    first = {words[0] for words in public}
    code = re.findall(r"`([^`\n]+)`|^(?:\$ |    )(.+)$", path.read_text("utf-8"), re.MULTILINE)
    for line in ("".join(one) for one in code):
        for name in re.findall(r"(?:^|\| )baocao ([a-z]+)", line):
            assert name in first, f"{path.name}: baocao {name}"


def test_commands_print_what_the_readme_shows(tmp_path: Path) -> None:
    now = console.renewed(README, console.working_folder(tmp_path))
    assert now == README, "if it is meant to print that: make refresh, and look at the diff"


def test_no_score_that_is_shown_is_better_than_it_is(tmp_path: Path) -> None:
    """Scores move with every card, so they may lag behind, but only to our disadvantage."""
    limits = (ROOT / "docs" / "limits.md").read_text("utf-8")
    now = console.renewed(limits, console.working_folder(tmp_path))
    shown, true = (re.findall(r"^all .* ([\d.]+)$", text, re.MULTILINE) for text in (limits, now))
    assert len(shown) == len(true) == 2
    for one, other in zip(shown, true, strict=True):
        assert float(one) <= float(other) + 0.005, "make refresh, and look at the diff"


def test_every_format_that_is_read_is_listed() -> None:
    listed = README.partition("## What it reads")[2].partition("\n## ")[0]
    assert set(re.findall(r"`(\.[a-z]+)`", listed)) == set(READERS)


def test_python_blocks_run(tmp_path: Path) -> None:
    sources = [block.body for block in console.blocks(README, "python")]
    assert len(sources) > 1
    out = console.run_python(sources, console.working_folder(tmp_path))
    assert "115/177" in out
    assert "BC101 supported" in out


def test_what_the_options_are_called(public: set[tuple[str, ...]]) -> None:
    known = {option for words in public for option in re.findall(r"--[a-z-]+", help_of(*words))}
    named = {
        option
        for code in re.findall(r"`([^`\n]+)`", README)
        if "pip" not in code
        for option in re.findall(r"--[a-z-]+", code)
    }
    assert named <= known


def test_exit_codes_are_those_of_the_program(tmp_path: Path) -> None:
    folder = console.working_folder(tmp_path)
    lines = {
        0: "baocao check --fail-on none corpus/bac-giang-streamlining-2022.en.txt",
        1: "baocao check corpus/bac-giang-streamlining-2022.en.txt",
        2: "baocao compare no_such_indicator",
        3: "baocao check no-such-file.txt",
    }
    for code, line in lines.items():
        assert f"| {code} |" in README
        assert console.printed([line, "echo $?"], folder).endswith(f"$ echo $?\n{code}\n"), line


def test_nothing_is_shown_of_held_out_reports(tmp_path: Path) -> None:
    """Who writes rules reads README and demo, and must not see what these reports hold."""
    table = (ROOT / "corpus" / "README.md").read_text("utf-8")
    held_out = re.findall(r"^\| `([a-z0-9-]+)\..*held-out", table, re.MULTILINE)
    assert len(held_out) > 10
    folder = console.working_folder(tmp_path)
    makefile = (ROOT / "Makefile").read_text("utf-8")
    globs = re.findall(r"corpus/\S*\*\S*", f"{README}\n{makefile}")
    assert globs
    read = console.printed([f"ls {' '.join(globs)}"], folder)
    for name in held_out:
        assert name not in read
        assert name not in README


@pytest.mark.parametrize("path", PROSE, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", path.read_text("utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), f"{path.name}: {target}"


@pytest.mark.parametrize("path", PROSE, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_that_are_named_are_there(path: Path) -> None:
    for name in re.findall(
        r"`((?:pipeline|patterns|tests|corpus|docs)/[\w./-]+)`", path.read_text("utf-8")
    ):
        assert (ROOT / name).exists(), f"{path.name}: {name}"


@pytest.mark.parametrize("path", PROSE, ids=lambda path: str(path.relative_to(ROOT)))
def test_targets_of_make_exist(path: Path) -> None:
    rules = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    text = path.read_text("utf-8")
    for name in re.findall(r"(?:`|^ *)make ([a-z]+)", text, re.MULTILINE):
        assert name in rules, f"{path.name}: make {name}"


def test_the_cards_of_the_manual_hold(tmp_path: Path) -> None:
    """Each card of docs/rules.md, added to the file that it names, keeps its promises."""
    copy = shutil.copytree(patterns_folder(), tmp_path / "patterns")
    manual = (ROOT / "docs" / "rules.md").read_text("utf-8")
    cards = [block.body for block in console.blocks(manual, "toml")]
    assert len(cards) == 4
    for card in cards:
        name = card.partition("\n")[0].removeprefix("# patterns/")
        with (copy / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{card}")
    assert [str(failure) for failure in examples.run(Rulebook.load(copy, thorough=False))] == []


def test_rules_that_are_named_exist(rulebook: Rulebook) -> None:
    known = {rule.id for rules in rulebook.languages.values() for rule in rules.rules}
    limits = (ROOT / "docs" / "limits.md").read_text("utf-8")
    named = set(re.findall(r"\b(?:en|vi|common)/[a-z_]+:[a-z_]+", limits))
    assert len(named) > 50
    assert named <= known
