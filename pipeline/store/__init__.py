"""An `Analysis` into DuckDB and back: all or nothing, and saving twice is saving once.

Write, then release: a writer keeps every other process out, so open the store for writing
only when everything to be written is at hand.
"""

from pipeline.store.opening import (
    SCHEMA_VERSION,
    StoreError,
    open_guest,
    open_store,
    write_trouble,
)
from pipeline.store.reading import (
    Table,
    View,
    ask,
    find,
    load,
    original,
    repeats,
    stated,
    totals,
    views,
)
from pipeline.store.rows import Rows, extractor_version, rows_of, storable
from pipeline.store.saving import (
    Entry,
    Outcome,
    Place,
    Unread,
    forget,
    location_of,
    log,
    places,
    save,
    save_rows,
    sweep,
    unread,
)

__all__ = [
    "SCHEMA_VERSION",
    "Entry",
    "Outcome",
    "Place",
    "Rows",
    "StoreError",
    "Table",
    "Unread",
    "View",
    "ask",
    "extractor_version",
    "find",
    "forget",
    "load",
    "location_of",
    "log",
    "open_guest",
    "open_store",
    "original",
    "places",
    "repeats",
    "rows_of",
    "save",
    "save_rows",
    "stated",
    "storable",
    "sweep",
    "totals",
    "unread",
    "views",
    "write_trouble",
]
