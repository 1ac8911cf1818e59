"""An `Analysis` into DuckDB and back: all or nothing, and saving twice is saving once.

Write, then release: a writer keeps every other process out, so open the store for writing
only when everything to be written is at hand.
"""

from pipeline.store.opening import SCHEMA_VERSION, StoreError, open_guest, open_store
from pipeline.store.reading import Table, View, ask, find, load, original, stated, totals, views
from pipeline.store.saving import (
    Entry,
    Outcome,
    Place,
    extractor_version,
    forget,
    log,
    places,
    save,
)

__all__ = [
    "SCHEMA_VERSION",
    "Entry",
    "Outcome",
    "Place",
    "StoreError",
    "Table",
    "View",
    "ask",
    "extractor_version",
    "find",
    "forget",
    "load",
    "log",
    "open_guest",
    "open_store",
    "original",
    "places",
    "save",
    "stated",
    "totals",
    "views",
]
