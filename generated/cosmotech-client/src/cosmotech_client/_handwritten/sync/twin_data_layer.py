"""The twin data layer: CSV files of nodes and relationships into the twin graph of a dataset, and out of it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Any

from ..._runtime.concurrency.sync.primitives import run_blocking
from ..._runtime.declarations.errors import InvalidArgument
from ..._runtime.declarations.options import RequestOptions
from ..._runtime.jobs.progress import Progress, Watcher
from ...models import TwinGraphBatchResult
from ...sync.client import ApiClient
from ...sync.dataset import DatasetApi
from ...sync.runner import RunnerApi
from ..arguments import with_checked_arguments
from ..csv_source import CSVSourceFile, write_csv
from ..cypher import is_write, quote_name, with_parameters
from ..failures import MissingReferences, RowError, RowsFailed
from ..loading import BATCH_ROWS, Chunk, Files, Load, checked, chunks, csv_bytes
from ..places import local_path, target_folder
from ..tables import cell, columns_of
from .connection import OwnClient

CLEAR = "MATCH (n) DETACH DELETE n"
IDS = "MATCH (n) RETURN DISTINCT n.id AS id"
NODE_TABLES = "MATCH (n) RETURN DISTINCT labels(n)[0] AS label, keys(n) AS keys"
RELATIONSHIP_TABLES = "MATCH ()-[r]->() RETURN DISTINCT type(r) AS label, keys(r) AS keys"


@with_checked_arguments
def run_query(
    api_client: ApiClient,
    organization_id: str,
    dataset_id: str,
    query: str,
    parameters: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None,
    *,
    options: RequestOptions | None = None,
) -> Any:
    """Run Cypher on the twin graph of a dataset.

    The platform has two endpoints for this. A query that writes and has parameters is sent to the batch endpoint, with the parameters as
    CSV, one row for each mapping. So the values are no part of the query; they all arrive as strings. Any other query is sent to the query
    endpoint, with its parameters before it, escaped, in the graph's own syntax (`CYPHER name='value' …`).

    Args:
        parameters: values by name; several mappings run a writing query once for each.

    Returns: the rows; for a writing query with parameters, a `TwinGraphBatchResult`.

    Raises:
        RowsFailed: the server refused some of the rows.
        InvalidArgument: several mappings for a query that only reads, or a value that cannot be sent.
    """
    api = DatasetApi(api_client)
    if not parameters or not is_write(query):
        if parameters and not isinstance(parameters, Mapping):
            raise InvalidArgument("a query that only reads takes one mapping of parameters")
        text = with_parameters(query, parameters) if isinstance(parameters, Mapping) else query
        return api.twingraph_query(organization_id, dataset_id, {"query": text}, options=options)
    rows = [parameters] if isinstance(parameters, Mapping) else list(parameters)
    names = sorted(columns_of(rows), key=len, reverse=True)
    with_parameters("", dict.fromkeys(names))  # the names are checked
    content = csv_bytes(names, ([cell(row.get(name)) for name in names] for row in rows))
    result = api.twingraph_batch_update(organization_id, dataset_id, {"query": query}, content, options=options)
    if result.errors:
        raise RowsFailed([RowError("parameters", None, text) for text in result.errors], sent=len(rows))
    return result


@with_checked_arguments
def send_csv_files(
    api_client: ApiClient,
    organization_id: str,
    dataset_id: str,
    files: Files,
    *,
    clear: bool = False,
    labelled: bool = True,
    batch_rows: int = BATCH_ROWS,
    progress: Watcher = None,
    options: RequestOptions | None = None,
) -> TwinGraphBatchResult:
    """Send CSV files to the twin graph of a dataset: all nodes, then all relationships, many rows per call.

    Everything is read and checked before the first call. The rows are read again while they are sent, so memory holds one batch and the ids.

    Args:
        files: paths, a folder with `*.csv`, or `CSVSourceFile`s (for other encodings).
        clear: delete all that is in the graph first.
        labelled: put the labels of the nodes into the queries for relationships, if the files tell them, so that the graph need not search
            all nodes.
        batch_rows: rows per call.
        progress: called with the number of rows sent, and of all rows; True: a progress bar.

    Returns: the rows read and processed, over all calls.

    Raises:
        CsvError: a file cannot be used. MissingReferences: rows name nodes that exist neither in the files nor in the graph. In both cases nothing was sent.
        RowsFailed: the server refused rows; the error names their lines. The other rows of that call were applied; later calls were not
            sent.
    """
    api = DatasetApi(api_client)
    load = run_blocking(checked, files)
    _check_references(api, organization_id, dataset_id, load, clear=clear, options=options)
    if clear:
        api.twingraph_query(organization_id, dataset_id, {"query": CLEAR}, options=options)
    total = TwinGraphBatchResult(total_lines=0, processed_lines=0, errors=[])
    with Progress(progress, "sending rows") as shown:
        shown.show(0, load.rows)
        for source in load.files:
            query = run_blocking(_query, load, source, labelled)
            for chunk in chunks(source, query, batch_rows):
                result = api.twingraph_batch_update(organization_id, dataset_id, {"query": chunk.query}, chunk.content, options=options)
                _add(total, chunk, result)
                shown.show(total.total_lines, load.rows, source.object_type)
    return total


@with_checked_arguments
def send_files_to_tdl(
    organization_id: str,
    workspace_id: str,
    *,
    runner_id: str,
    folder: str | PathLike[str],
    clear: bool = True,
    api_client: ApiClient | None = None,
    progress: Watcher = None,
) -> TwinGraphBatchResult:
    """Send the CSV files of a folder to the twin graph of a runner's only dataset, and mark the dataset as filled.

    Args:
        runner_id, folder: by name only: other libraries take them in another order.
        clear: delete all that is in the graph first.
        api_client: the client to use; default: one of its own, from the environment.

    Raises:
        InvalidArgument: the runner has no dataset, or several. And what `send_csv_files` raises.
    """
    with OwnClient(api_client) as client:
        dataset_id = get_dataset_id_from_runner(organization_id, workspace_id, runner_id, api_client=client)
        api = DatasetApi(client)
        run_blocking(checked, folder)
        api.update_dataset(organization_id, dataset_id, {"ingestionStatus": "SUCCESS"})
        result = send_csv_files(client, organization_id, dataset_id, folder, clear=clear, progress=progress)
        api.update_dataset(organization_id, dataset_id, {"twincacheStatus": "FULL"})
        return result


@with_checked_arguments
def load_files_from_tdl(
    organization_id: str,
    workspace_id: str,
    *,
    runner_id: str,
    folder: str | PathLike[str],
    api_client: ApiClient | None = None,
    progress: Watcher = None,
) -> dict[str, Path]:
    """Write the twin graph of a runner's only dataset into a folder, one CSV per label and relationship type.

    The keys (`id`; `src` and `dest`) are the first columns; such files can be sent again.

    Args:
        runner_id, folder: by name only: other libraries take them in another order.
        api_client: the client to use; default: one of its own, from the environment.
        progress: called with the tables written and the tables in all; True: a bar.

    Returns: the path of each file by label or type.

    Raises:
        InvalidArgument: the runner has no dataset or several, or the dataset's ingestion has not succeeded.
        UnsafePath: a label cannot be the name of a file.
    """
    with OwnClient(api_client) as client:
        dataset_id = get_dataset_id_from_runner(organization_id, workspace_id, runner_id, api_client=client)
        api = DatasetApi(client)
        dataset = api.find_dataset_by_id(organization_id, dataset_id)
        if dataset.ingestion_status != "SUCCESS":
            raise InvalidArgument(f"the ingestion of the dataset {dataset_id} has not succeeded: it is {dataset.ingestion_status}")
        target = run_blocking(target_folder, folder)
        written: dict[str, Path] = {}
        nodes = api.twingraph_query(organization_id, dataset_id, {"query": NODE_TABLES})
        relationships = api.twingraph_query(organization_id, dataset_id, {"query": RELATIONSHIP_TABLES})
        kinds = [*_kinds(nodes, ("id",)), *_kinds(relationships, ("src", "dest"))]
        with Progress(progress, "writing tables") as shown:
            for label, columns in kinds:
                path = local_path(target, f"{label}.csv")
                rows = api.twingraph_query(organization_id, dataset_id, {"query": _table_query(label, columns)})
                run_blocking(write_csv, path, columns, [_unaliased(row, columns) for row in rows])
                written[label] = path
                shown.show(len(written), len(kinds), label)
        return written


@with_checked_arguments
def get_dataset_id_from_runner(organization_id: str, workspace_id: str, runner_id: str, *, api_client: ApiClient | None = None) -> str:
    """The id of a runner's only dataset.

    Args:
        api_client: the client to use; default: one of its own, from the environment.

    Raises:
        InvalidArgument (a ValueError): the runner has no dataset, or several.
    """
    with OwnClient(api_client) as client:
        runner = RunnerApi(client).get_runner(organization_id, workspace_id, runner_id)
    datasets = runner.dataset_list or []
    if len(datasets) != 1:
        raise InvalidArgument(f"the runner {runner_id} has {len(datasets)} datasets; exactly one is needed")
    return datasets[0]


def _check_references(
    api: DatasetApi, organization_id: str, dataset_id: str, load: Load, *, clear: bool, options: RequestOptions | None
) -> None:
    """Make sure that each relationship finds its nodes: in the files, or (unless it is cleared) in the graph."""
    missing = run_blocking(load.missing)
    if missing and not clear:
        rows = api.twingraph_query(organization_id, dataset_id, {"query": IDS}, options=options)
        known = {str(row.get("id")) for row in rows}
        missing = [reference for reference in missing if reference.id not in known]
    if missing:
        raise MissingReferences(missing)


def _query(load: Load, source: CSVSourceFile, labelled: bool) -> str:
    return load.query(source, labelled=labelled)


def _add(total: TwinGraphBatchResult, chunk: Chunk, result: TwinGraphBatchResult) -> None:
    total.total_lines += len(chunk.lines)
    total.processed_lines += result.processed_lines or 0
    if result.errors:
        raise RowsFailed([chunk.row_error(text) for text in result.errors], sent=total.total_lines)


def _kinds(rows: Sequence[Mapping[str, Any]], keys: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    """Labels and their columns, the keys first. Nodes of one label need not all have the same properties."""
    columns: dict[str, dict[str, None]] = {}
    for row in rows:
        found = columns.setdefault(str(row["label"]), dict.fromkeys(keys))
        found.update(dict.fromkeys(row["keys"]))
    return [(label, list(names)) for label, names in columns.items()]


def _table_query(label: str, columns: Sequence[str]) -> str:
    """All rows of a label; the columns under plain names, in their order."""
    quoted = quote_name(label)
    if columns[0] == "id":
        told = ", ".join(f"n.{quote_name(name)} AS c{number}" for number, name in enumerate(columns))
        return f"MATCH (n:{quoted}) RETURN {told}"
    ends = {"src": "source.id", "dest": "target.id"}
    told = ", ".join(f"{ends.get(name, f'r.{quote_name(name)}')} AS c{number}" for number, name in enumerate(columns))
    return f"MATCH (source)-[r:{quoted}]->(target) RETURN {told}"


def _unaliased(row: Mapping[str, Any], columns: Sequence[str]) -> dict[str, Any]:
    return {name: row.get(f"c{number}") for number, name in enumerate(columns)}
