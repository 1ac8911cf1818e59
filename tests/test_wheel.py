"""The wheel, installed where nothing else of the project is, keeps what its cards promise."""

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [*map(str, command)],
        cwd=cwd,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by way of the source distribution, as a publisher would."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that holds the wheel.

    What the wheel depends on is lent by the environment of the tests, so that nothing has
    to be fetched; the checkout itself is not lent.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    run(programs / "python", "-m", "pip", "install", "--quiet", "--no-deps", wheel, cwd=folder)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    libraries = Path(run(programs / "python", "-c", where, cwd=folder).strip())
    (libraries / "lent.pth").write_text(sysconfig.get_path("purelib"))
    return programs


def test_the_wheel_holds_the_package_and_its_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"pipeline/py.typed", "pipeline/sql/schema.sql", "pipeline/__init__.py"} <= names
    here = {
        f"pipeline/patterns/{path.relative_to(ROOT / 'patterns').as_posix()}"
        for path in (ROOT / "patterns").rglob("*.toml")
    }
    assert here == {name for name in names if name.startswith("pipeline/patterns/")}
    tops = {name.split("/")[0] for name in names}
    assert tops == {"pipeline", next(name for name in tops if name.endswith(".dist-info"))}


def test_the_package_is_the_installed_one(environment: Path, tmp_path: Path) -> None:
    code = "import pipeline, pipeline.rulebook as r; print(pipeline.__file__, r.patterns_folder())"
    where = run(environment / "python", "-c", code, cwd=tmp_path)
    assert str(ROOT / "pipeline") not in where
    assert where.count(str(environment.parent)) == 2


def test_every_example_of_every_card_holds(environment: Path, tmp_path: Path) -> None:
    run(environment / "baocao", "rules", "test", cwd=tmp_path)


def test_a_report_is_checked(environment: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Hoàn thành 35/40 chỉ tiêu, đạt 87,5%.\n", encoding="utf-8")
    shown = run(environment / "baocao", "check", "--json", report, cwd=tmp_path)
    assert '"supported"' in shown


def test_spacy_finds_the_component(environment: Path, tmp_path: Path) -> None:
    code = (
        "import spacy; nlp = spacy.blank('xx'); nlp.add_pipe('baocao');"
        "print(len(nlp('đạt 87,5%').spans['facts']))"
    )
    assert run(environment / "python", "-c", code, cwd=tmp_path).strip() == "1"
