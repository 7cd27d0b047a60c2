"""What a runner holds: its parameters, the datasets that it refers to, and what kind of dataset each is. No I/O but the files it is told to write."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from .._runtime.declarations.errors import InvalidArgument, InvalidArgumentType
from ..models import Dataset, Runner
from .failures import UnsafePath
from .places import local_path, parts_of
from .tables import Tables, cell, columns_of
from .values import is_mapping, is_sequence

DATASET_TYPE = "%DATASETID%"
WORKSPACE_FILE = "%WORKSPACE_FILE%/"
FIELDS = ("parameterId", "value", "varType", "isInherited")

Kind = Literal["twin_graph", "legacy_twin_graph", "workspace_files", "azure_digital_twins"]


@dataclass(frozen=True)
class DatasetSource:
    """Where the content of a dataset is."""

    kind: Kind
    where: str = ""
    """The name of the old graph, the prefix of the workspace files, or the URL of the digital twins."""


def format_parameters_list(runner_data: Runner | Mapping[str, Any]) -> list[dict[str, Any]]:
    """The parameters of a runner as dictionaries with `parameterId`, `value`, `varType` and `isInherited`, in the runner's order.

    Args:
        runner_data: what `get_runner_data` gave, or the same as a mapping in the API's words.

    Raises:
        InvalidArgumentType (a TypeError): it is neither.
    """
    if isinstance(runner_data, Mapping):
        values: Any = runner_data.get("parametersValues") or runner_data.get("parameters_values") or []
        if not is_sequence(values) or not all(is_mapping(one) for one in values):
            raise InvalidArgumentType("runner_data: its parameters must be a list of mappings. Nothing was sent.")
        return [{field: one.get(field) for field in FIELDS} for one in values]
    if not hasattr(runner_data, "parameters_values"):
        raise InvalidArgumentType(
            f"runner_data must be a runner, or a mapping in the API's words, got {type(runner_data).__name__}. Nothing was sent."
        )
    return [
        {"parameterId": one.parameter_id, "value": one.value, "varType": one.var_type, "isInherited": one.is_inherited}
        for one in runner_data.parameters_values or []
    ]


def get_runner_parameters(runner_data: Runner | Mapping[str, Any]) -> dict[str, str]:
    """The values of a runner's parameters by their ids.

    Args:
        runner_data: what `get_runner_data` gave, or the same as a mapping in the API's words.

    Raises:
        InvalidArgumentType (a TypeError): it is neither.
    """
    return {one["parameterId"]: one["value"] for one in format_parameters_list(runner_data)}


def dataset_ids_of(runner_data: Runner | Mapping[str, Any]) -> tuple[list[str], dict[str, str]]:
    """The datasets that a runner refers to: those of its dataset list, and those of its parameters, by parameter id."""
    if isinstance(runner_data, Mapping):
        listed: Sequence[str] = runner_data.get("datasetList") or runner_data.get("dataset_list") or []
    else:
        listed = runner_data.dataset_list or []
    of_parameters = {
        one["parameterId"]: one["value"] for one in format_parameters_list(runner_data) if one["varType"] == DATASET_TYPE and one["value"]
    }
    return list(dict.fromkeys(listed)), of_parameters


def source_of(dataset: Dataset) -> DatasetSource:
    """Where the content of a dataset is; the first that fits."""
    connector = dataset.connector
    values = (connector.parameters_values or {}) if connector is not None else {}
    if values.get("AZURE_DIGITAL_TWINS_URL"):
        return DatasetSource("azure_digital_twins", values["AZURE_DIGITAL_TWINS_URL"])
    if values.get("TWIN_CACHE_NAME") and not dataset.twingraph_id:
        return DatasetSource("legacy_twin_graph", values["TWIN_CACHE_NAME"])
    if values.get("AZURE_STORAGE_CONTAINER_BLOB_PREFIX"):
        return DatasetSource("workspace_files", values["AZURE_STORAGE_CONTAINER_BLOB_PREFIX"].replace(WORKSPACE_FILE, ""))
    if {"workspaceFile", "dataset_part"} & set(dataset.tags or ()) and dataset.source is not None:
        return DatasetSource("workspace_files", dataset.source.location.replace(WORKSPACE_FILE, ""))
    return DatasetSource("twin_graph")


def write_parameters(folder: Path, parameters: Sequence[Mapping[str, Any]], *, as_json: bool, as_csv: bool) -> list[Path]:
    """Write parameters into `parameters.json` and `parameters.csv` of a folder; in CSV, truth values are `True` and `False`."""
    written: list[Path] = []
    folder.mkdir(parents=True, exist_ok=True)
    if as_json:
        written.append(folder / "parameters.json")
        written[-1].write_text(json.dumps(list(parameters), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    if as_csv:
        written.append(folder / "parameters.csv")
        with written[-1].open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(FIELDS)
            writer.writerows([one.get(field) for field in FIELDS] for one in parameters)
    return written


def write_tables(folder: Path, tables: Tables) -> list[Path]:
    """Write each table of a graph as `<name>.csv`.

    Raises:
        UnsafePath: the name of a table is no name of a file in the folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    targets = [(_file_in(folder, f"{name}.csv"), rows) for name, rows in tables.items()]
    for path, rows in targets:
        columns = columns_of(rows)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns)
            writer.writerows([cell(row.get(column)) for column in columns] for row in rows)
    return [path for path, _ in targets]


def folder_below(folder: Path, name: str) -> Path:
    """A folder for a parameter or a dataset, below another one.

    Raises:
        UnsafePath: the name would lead elsewhere.
    """
    return _file_in(folder, name)


def _file_in(folder: Path, name: str) -> Path:
    if len(parts_of(name)) != 1:
        raise UnsafePath(f"{name!r} is not the name of a file in its folder; nothing was written")
    return local_path(folder, name)


def check_folders(parameter_folder: Path, dataset_folder: Path | None) -> None:
    """Make sure that output can be written.

    Raises:
        InvalidArgument: one of them is a file.
    """
    for folder in (parameter_folder, dataset_folder):
        if folder is not None and folder.exists() and not folder.is_dir():
            raise InvalidArgument(f"{str(folder)!r} is a file; a folder is needed. Nothing was sent.")
