"""Fetching the content of a dataset, wherever it is: a twin graph, a graph of the older API, or files of the workspace."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..._runtime.concurrency.sync.primitives import run_blocking
from ..._runtime.declarations.errors import ClientError, InvalidArgument
from ...models import Dataset
from ...sync.client import ApiClient
from ...sync.dataset import DatasetApi
from ..failures import NoSuchFiles
from ..file_tables import named_tables, tables_of_file
from ..places import relative_name
from ..runner_data import DatasetSource, source_of, write_tables
from ..tables import Tables, tables_of_graph
from .twingraph import TwingraphApi
from .workspace import fetch_file, list_workspace_files

NODES = "MATCH (n) RETURN n"
RELATIONSHIPS = "MATCH (n)-[r]->(m) RETURN n AS src, r AS rel, m AS dest"
OLD_NODES = "MATCH(n) RETURN n"
OLD_RELATIONSHIPS = "MATCH(n)-[r]->(m) RETURN n as src, r as rel, m as dest"


class Datasets:
    """Fetches datasets of one workspace.

    Args:
        read_files: read workspace files into tables; else they are downloaded only.
    """

    def __init__(self, client: ApiClient, organization_id: str, workspace_id: str, *, read_files: bool) -> None:
        self._client = client
        self._organization_id = organization_id
        self._workspace_id = workspace_id
        self._read_files = read_files

    def fetch(self, dataset_id: str) -> dict[str, Any]:
        """Fetch a dataset into a folder of its own, which the caller cleans up: it stands under `scratch`."""
        scratch: TemporaryDirectory[str] = run_blocking(TemporaryDirectory)
        try:
            fetched = self._fetch(dataset_id, Path(scratch.name))
        except BaseException:
            scratch.cleanup()
            raise
        return {**fetched, "scratch": scratch}

    def _fetch(self, dataset_id: str, folder: Path) -> dict[str, Any]:
        dataset = DatasetApi(self._client).find_dataset_by_id(self._organization_id, dataset_id)
        source = source_of(dataset)
        fetched: dict[str, Any] = {"type": source.kind, "content": {}, "name": dataset.name, "folder_path": None, "dataset_id": dataset_id}
        if source.kind == "workspace_files":
            fetched.update(self._files(dataset, source, folder))
        elif source.kind == "azure_digital_twins":
            raise InvalidArgument(f"its content is in Azure Digital Twins ({source.where}), which this API does not serve")
        else:
            fetched["content"] = self._graph(dataset_id, source)
            run_blocking(write_tables, folder, fetched["content"])
        return fetched

    def _graph(self, dataset_id: str, source: DatasetSource) -> Tables:
        if source.kind == "legacy_twin_graph":
            old = TwingraphApi(self._client)
            nodes = old.query_rows(self._organization_id, source.where, OLD_NODES)
            relationships = old.query_rows(self._organization_id, source.where, OLD_RELATIONSHIPS)
        else:
            api = DatasetApi(self._client)
            nodes = api.twingraph_query(self._organization_id, dataset_id, {"query": NODES})
            relationships = api.twingraph_query(self._organization_id, dataset_id, {"query": RELATIONSHIPS})
        return tables_of_graph(nodes, relationships)

    def _files(self, dataset: Dataset, source: DatasetSource, folder: Path) -> dict[str, Any]:
        try:
            names = list_workspace_files(self._client, self._organization_id, self._workspace_id, source.where)
        except NoSuchFiles as error:
            raise NoSuchFiles(f"the workspace files of the dataset {dataset.id} are not there: {error}") from None
        places = {name: relative_name(name, source.where) for name in names}
        content: dict[str, Tables | str] = {}
        for name, place in places.items():
            # A file that is there came with this dataset: two names of the workspace may be one path here.
            path = fetch_file(self._client, self._organization_id, self._workspace_id, name, folder, place, overwrite=False)
            if self._read_files:
                content[place] = run_blocking(_read, name, path)
        return {"content": named_tables(content), "file_name": names[0] if len(names) == 1 else source.where}


def _read(name: str, path: Path) -> Tables | str:
    try:
        return tables_of_file(path.name, path.read_bytes())
    except (ValueError, ClientError) as error:
        raise InvalidArgument(f"the file {name} cannot be read: {error}") from None
