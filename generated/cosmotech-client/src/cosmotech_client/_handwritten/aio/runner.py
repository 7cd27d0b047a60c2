"""Runners and their runs: what a runner holds, downloading all of it, and running it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from ..._runtime.concurrency.aio.primitives import run_blocking
from ..._runtime.declarations.errors import JobFailed
from ..._runtime.jobs.aio.job import AsyncJob
from ..._runtime.jobs.progress import Watcher
from ...aio.client import AsyncApiClient
from ...aio.run import AsyncRunApi
from ...aio.runner import AsyncRunnerApi
from ...models import Runner, RunStatus
from ..arguments import with_checked_arguments
from ..failures import DatasetsFailed
from ..runner_data import check_folders, dataset_ids_of, folder_below, format_parameters_list, write_parameters
from ..tables import Rows
from .connection import AsyncOwnClient
from .datasets import AsyncDatasets
from .many import CONCURRENCY, AsyncMany

TABLES = "SELECT table_name FROM information_schema.tables WHERE table_schema='public'"
LAST_LINES = 20


@with_checked_arguments
async def get_runner_data(organization_id: str, workspace_id: str, runner_id: str, *, api_client: AsyncApiClient | None = None) -> Runner:
    """A runner, with the values of its parameters and the ids of its datasets.

    Args:
        api_client: the client to use; default: one of its own, from the environment.
    """
    async with AsyncOwnClient(api_client) as client:
        return await AsyncRunnerApi(client).get_runner(organization_id, workspace_id, runner_id)


@with_checked_arguments
async def download_runner_data(
    organization_id: str,
    workspace_id: str,
    runner_id: str,
    parameter_folder: str | PathLike[str],
    dataset_folder: str | PathLike[str] | None = None,
    read_files: bool = False,
    parallel: bool = True,
    write_json: bool = True,
    write_csv: bool = False,
    fetch_dataset: bool = True,
    *,
    api_client: AsyncApiClient | None = None,
    concurrency: int = CONCURRENCY,
    progress: Watcher = None,
) -> dict[str, Any]:
    """Download all that a runner refers to: its parameters, and the datasets of its parameters and of its dataset list.

    Args:
        parameter_folder: the folder for `parameters.json` and `parameters.csv`. For each parameter of the type `%DATASETID%`, the dataset
            is written to a sub-folder with the parameter's name, and the parameter's value becomes the path of that folder.
        dataset_folder: the folder for the datasets of the dataset list; several datasets get a sub-folder each, named by their id. None:
            they are not written.
        read_files: read datasets that are workspace files into tables (CSV, JSON, and with pandas Excel).
        parallel: fetch the datasets at once instead of one by one.
        write_json, write_csv: in which forms the parameters are written.
        fetch_dataset: False: parameters only.
        api_client: the client to use; default: one of its own, from the environment.
        concurrency: how many datasets are fetched at once.
        progress: called with the datasets fetched and the datasets in all; True: a bar.

    Returns: `runner_data` (the runner), `parameters` (values by id) and `datasets`: by id `type`, `content` (tables by name), `name`, `folder_path`,
        `dataset_id`, and for files `file_name`. A runner without parameters and datasets gives empty ones, and nothing is written.

    Raises:
        DatasetsFailed (a ChildProcessError): some datasets could not be downloaded. The error names them. All others have been written, and
            are in its
            `result`, which is what would have been returned.
        UnsafePath: a name of a parameter, file or table would lead outside of its folder.
    """
    folder, listed_folder = Path(parameter_folder), None if dataset_folder is None else Path(dataset_folder)
    check_folders(folder, listed_folder)
    async with AsyncOwnClient(api_client) as client:
        runner = await get_runner_data(organization_id, workspace_id, runner_id, api_client=client)
        listed, of_parameters = dataset_ids_of(runner)
        result: dict[str, Any] = {"runner_data": runner, "datasets": {}, "parameters": {}}
        if not runner.parameters_values and not listed:
            return result
        folders = await run_blocking(_folders, folder, of_parameters)
        many = await _fetch(
            AsyncDatasets(client, organization_id, workspace_id, read_files=read_files),
            list(dict.fromkeys([*listed, *of_parameters.values()])) if fetch_dataset else [],
            concurrency if parallel else 1,
            progress,
        )
    try:
        result["datasets"] = dict(many.done)
        parameters = format_parameters_list(runner)
        if fetch_dataset:
            await run_blocking(_place_datasets, result["datasets"], listed, listed_folder, of_parameters, folders, parameters)
        if parameters and (write_json or write_csv):
            await run_blocking(_write_parameters, folder, parameters, write_json, write_csv)
        result["parameters"] = {one["parameterId"]: one["value"] for one in parameters}
    finally:
        for fetched in many.done.values():
            fetched.pop("scratch").cleanup()
    if many.errors:
        failure = DatasetsFailed(many.errors, result["datasets"])
        failure.result = result
        raise failure
    return result


@with_checked_arguments
async def start_run(organization_id: str, workspace_id: str, runner_id: str, *, api_client: AsyncApiClient) -> AsyncJob[RunStatus]:
    """Start a run of a runner, and follow it as a job: `wait`, `result`, `status`. Its id is the id of the run."""
    return await AsyncRunnerApi(api_client).start_run_submit(organization_id, workspace_id, runner_id)


@with_checked_arguments
async def run_runner(
    organization_id: str,
    workspace_id: str,
    runner_id: str,
    *,
    timeout: float | None = None,
    progress: Watcher = None,
    api_client: AsyncApiClient | None = None,
) -> RunStatus:
    """Start a run of a runner and wait for its end.

    Args:
        timeout: seconds; None: as long as it takes.

    Returns: the last status of the run; its `id` is the run's.

    Raises:
        JobFailed: the run failed. The notes of the error (`__notes__`, shown with the traceback) have the last lines of each container's
            log.
        JobTimeout: the run has not ended in time. It still runs on the platform.
    """
    async with AsyncOwnClient(api_client) as client:
        job = await start_run(organization_id, workspace_id, runner_id, api_client=client)
        try:
            status: RunStatus = await job.result(timeout, progress=progress)
            return status
        except JobFailed as error:
            logs = await get_run_logs(organization_id, workspace_id, runner_id, job.id, api_client=client)
            for container, text in logs.items():
                error.add_note(f"{container}:\n" + "\n".join(text.splitlines()[-LAST_LINES:]))
            raise


@with_checked_arguments
async def get_run_logs(
    organization_id: str, workspace_id: str, runner_id: str, run_id: str, *, api_client: AsyncApiClient | None = None
) -> dict[str, str]:
    """The logs of a run, by container."""
    async with AsyncOwnClient(api_client) as client:
        answer = await AsyncRunApi(client).get_run_logs(organization_id, workspace_id, runner_id, run_id)
    containers: Mapping[str, Any] = answer.containers or {}
    return {one.container_name or name: one.logs or "" for name, one in containers.items()}


@with_checked_arguments
async def query_run_data_rows(
    organization_id: str,
    workspace_id: str,
    runner_id: str,
    run_id: str,
    query: str = TABLES,
    *,
    api_client: AsyncApiClient | None = None,
) -> Rows:
    """The rows that an SQL query on the results of a run gives; by default the names of its tables.

    `tables.to_frame` makes a pandas frame of them.
    """
    async with AsyncOwnClient(api_client) as client:
        answer = await AsyncRunApi(client).query_run_data(organization_id, workspace_id, runner_id, run_id, {"query": query})
    return list(answer.result or [])


async def _fetch(datasets: AsyncDatasets, identifiers: list[str], concurrency: int, progress: Watcher) -> AsyncMany[str, dict[str, Any]]:
    many: AsyncMany[str, dict[str, Any]] = AsyncMany(datasets.fetch, str)
    await many.run(identifiers, concurrency=concurrency, progress=progress, title="fetching datasets")
    return many


def _folders(folder: Path, of_parameters: Mapping[str, str]) -> dict[str, Path]:
    """Where the dataset of each parameter goes. Checked before anything is fetched."""
    return {parameter: folder_below(folder, parameter) for parameter in of_parameters}


def _place_datasets(
    datasets: dict[str, dict[str, Any]],
    listed: list[str],
    listed_folder: Path | None,
    of_parameters: Mapping[str, str],
    folders: Mapping[str, Path],
    parameters: list[dict[str, Any]],
) -> None:
    """Put the datasets where they belong, and tell parameters and datasets where that is."""
    if listed_folder is not None:
        for identifier in listed:
            if identifier in datasets:
                target = folder_below(listed_folder, identifier) if len(listed) > 1 else listed_folder
                shutil.copytree(datasets[identifier]["scratch"].name, target, dirs_exist_ok=True)
                datasets[identifier]["folder_path"] = str(target)
    for parameter, identifier in of_parameters.items():
        if identifier in datasets:
            shutil.copytree(datasets[identifier]["scratch"].name, folders[parameter], dirs_exist_ok=True)
            if datasets[identifier]["folder_path"] is None:
                datasets[identifier]["folder_path"] = str(folders[parameter])
            for one in parameters:
                if one["parameterId"] == parameter:
                    one["value"] = str(folders[parameter])


def _write_parameters(folder: Path, parameters: list[dict[str, Any]], as_json: bool, as_csv: bool) -> None:
    write_parameters(folder, parameters, as_json=as_json, as_csv=as_csv)
