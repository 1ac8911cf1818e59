"""One file in, its rows or why there are none out; the same in whatever process it happens."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from pipeline import flow, store
from pipeline.intake import archives
from pipeline.intake.tasks import Setup, Task, unexpected
from pipeline.model import Analysis
from pipeline.readers import Unreadable
from pipeline.store import Entry, Rows

__all__ = ["Reader"]


class Reader:
    """Reads files, one after the other; built once."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        # What is built when it is first needed is built now: no file is to wait for it.
        flow.analyse_text("Đạt 87,5%. It reached 87.5%.", rulebook=setup.rulebook)

    def __call__(self, task: Task) -> Rows | Entry:
        """Return the rows of a report, or the line of the log that says why there are none."""
        try:
            return store.rows_of(self._analyse(task), rulebook=self.setup.rulebook)
        except Unreadable as error:
            return task.failed(error.reason, error.remedy, error.place)
        except Exception as error:  # one report in thousands must not end the run
            return unexpected(task, error)

    def _analyse(self, task: Task) -> Analysis:
        if task.member is None:
            return self._read(Path(task.file), task.path)
        with tempfile.TemporaryDirectory(prefix="baocao-") as folder:
            unpacked = Path(folder, f"report{Path(task.path).suffix}")
            with archives.opened(Path(task.file), task.member) as packed, unpacked.open("wb") as to:
                shutil.copyfileobj(packed, to)
            return self._read(unpacked, task.path)

    def _read(self, file: Path, name: str) -> Analysis:
        setup = self.setup
        return flow.analyse(
            file,
            rulebook=setup.rulebook,
            language=setup.language,
            province=setup.province,
            lang=setup.lang,
            ocr=setup.ocr,
            name=name,
        )
