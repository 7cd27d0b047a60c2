"""CSV files of nodes and relationships, into twin graphs and out of them. Async: `cosmotech_client.asynchronous.twin_data_layer`."""

from __future__ import annotations

from ._handwritten.archive import graph_archive
from ._handwritten.csv_source import CSVSourceFile
from ._handwritten.failures import CsvError, MissingReference, MissingReferences, RowError, RowsFailed, UnusableName
from ._handwritten.sync.twin_data_layer import get_dataset_id_from_runner, load_files_from_tdl, run_query, send_csv_files, send_files_to_tdl
from ._handwritten.tables import to_frame
from ._handwritten.unpacking import unpack

__all__ = [
    "CSVSourceFile",
    "CsvError",
    "MissingReference",
    "MissingReferences",
    "RowError",
    "RowsFailed",
    "UnusableName",
    "get_dataset_id_from_runner",
    "graph_archive",
    "load_files_from_tdl",
    "run_query",
    "send_csv_files",
    "send_files_to_tdl",
    "to_frame",
    "unpack",
]
