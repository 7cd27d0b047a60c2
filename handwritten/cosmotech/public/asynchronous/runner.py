"""Runners and their runs. The functions are those of `cosmotech_client.runner`, async."""

from __future__ import annotations

from .._handwritten.aio.runner import (
    download_runner_data,
    get_run_logs,
    get_runner_data,
    query_run_data_rows,
    run_runner,
    start_run,
)
from .._handwritten.failures import DatasetsFailed
from .._handwritten.runner_data import format_parameters_list, get_runner_parameters
from .._handwritten.tables import frames, to_frame

__all__ = [
    "DatasetsFailed",
    "download_runner_data",
    "format_parameters_list",
    "frames",
    "get_run_logs",
    "get_runner_data",
    "get_runner_parameters",
    "query_run_data_rows",
    "run_runner",
    "start_run",
    "to_frame",
]
