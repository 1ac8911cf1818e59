"""Files, folders and archives into the store: only what is new or changed, and nothing is lost.

What was tried is in the log, with its reason and its remedy where it gave no report. Reports
are read by processes of their own, which a bad file may end or keep busy without harm to the
others; one writer stores them in batches, in the order of the files, so that a run which is
broken off and taken up again ends like one that was not. The store is open for writing only
while a batch is saved: others can read it meanwhile.
"""

from pipeline.intake.pool import WORKER, PoolError
from pipeline.intake.run import TIMEOUT, Intake, ingest
from pipeline.intake.sources import paths_in, reports_in

__all__ = ["TIMEOUT", "WORKER", "Intake", "PoolError", "ingest", "paths_in", "reports_in"]
