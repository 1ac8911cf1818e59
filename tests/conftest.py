"""What most tests share: the cards, read once, and the rooms built from them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from cards import book
from hypothesis import settings

from pipeline.extract import Extractor
from pipeline.flow import Pipeline, pipeline_of
from pipeline.rulebook import Rulebook, patterns_folder

# How long an example takes says something of the machine, and nothing of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """An option for golden files that are to be written anew."""
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """The cards of `patterns/`."""
    return book()


@pytest.fixture(scope="session")
def extractor(rulebook: Rulebook) -> Extractor:
    """The extractor of these cards."""
    return pipeline_of(rulebook).extractor


@pytest.fixture(scope="session")
def pipeline(rulebook: Rulebook) -> Pipeline:
    """All rooms, in the order of the flow."""
    return pipeline_of(rulebook)


@pytest.fixture
def patterns_copy(tmp_path: Path) -> Path:
    """A copy of the cards that a test may break."""
    return shutil.copytree(patterns_folder(), tmp_path / "patterns")
