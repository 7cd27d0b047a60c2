"""The documented APIs: inventories, examples, bundled specs and generated packages, each read once.

This module must never know what is compared with what; it knows no API beyond the names of its files.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

HERE = Path(__file__).absolute().parent
REPOSITORY = HERE.parents[1]
EXAMPLES = REPOSITORY.parent / "shared" / "documented"
HAS_EXAMPLES = EXAMPLES.is_dir()


@dataclass(frozen=True)
class Parameter:
    """One parameter of a documented method; `required` ones are positional, in this order."""

    name: str
    type: str
    required: bool


@dataclass(frozen=True)
class Row:
    """What a document says of one operation."""

    operation: str
    verb: str
    path: str
    positional: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    returns: str | None
    content_types: tuple[str, ...]
    accepts: tuple[str, ...]
    statuses: tuple[int, ...]
    """0 stands for `default`."""
    auth: tuple[str, ...]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Row:
        """A row of an inventory file."""
        lists = {name: tuple(data[name]) for name in ("positional", "content_types", "accepts", "statuses", "auth")}
        parameters = tuple(Parameter(**parameter) for parameter in data["parameters"])
        return cls(data["operation"], data["verb"], data["path"], parameters=parameters, returns=data["returns"], **lists)


@dataclass(frozen=True)
class Examples:
    """What a document shows of one operation: code, bodies to send, bodies that come back."""

    snippets: tuple[str, ...]
    requests: tuple[Any, ...]
    responses: tuple[Any, ...]


@dataclass(frozen=True)
class Api:
    """One documented API class."""

    name: str
    """Its folder below `specs`."""
    file: str
    """Its inventory: `<file>.json` here, `<file>.examples.json` in the folder of examples."""

    def __str__(self) -> str:
        return self.name

    @cached_property
    def _inventory(self) -> Mapping[str, Any]:
        data: Mapping[str, Any] = json.loads((HERE / f"{self.file}.json").read_text("utf-8"))
        return data

    @cached_property
    def rows(self) -> Mapping[str, Row]:
        """operationId → what the document says of it."""
        return {row["operation"]: Row.of(row) for row in self._inventory["operations"]}

    @cached_property
    def documented_package(self) -> str:
        """The import name in the document: `ubiops`."""
        return str(self._inventory["class"]).rpartition(".")[0]

    @cached_property
    def api_class(self) -> str:
        """The API class that document and package have in common: `CoreApi`."""
        return str(self._inventory["class"]).rpartition(".")[2]

    @cached_property
    def documented_url(self) -> str:
        """The host that stands in the document's examples."""
        return str(self._inventory["base_url"])

    @cached_property
    def examples(self) -> Mapping[str, Examples]:
        """operationId → what the document shows of it. Raises FileNotFoundError where the examples are absent."""
        data: Mapping[str, Mapping[str, Any]] = json.loads((EXAMPLES / f"{self.file}.examples.json").read_text("utf-8"))
        return {name: Examples(*(tuple(shown[kind]) for kind in ("snippets", "requests", "responses"))) for name, shown in data.items()}

    @cached_property
    def config(self) -> Mapping[str, Any]:
        """`client.yaml`."""
        data: Mapping[str, Any] = yaml.safe_load((REPOSITORY / "specs" / self.name / "client.yaml").read_text("utf-8"))
        return data

    @property
    def package(self) -> str:
        """The import name of the generated package."""
        return str(self.config["package"])

    @property
    def source(self) -> Path:
        """The folder that the generated package is imported from."""
        return REPOSITORY / "generated" / str(self.config["distribution"]) / "src"

    @cached_property
    def module(self) -> ModuleType:
        """The generated package, from `generated/` of this repository and nowhere else."""
        module = importlib.import_module(self.package)
        found = Path(str(module.__file__)).absolute()
        assert found.is_relative_to(self.source), f"{self.package} was imported from {found.parent}, not from {self.source}"
        return module

    def submodule(self, name: str) -> ModuleType:
        """A module of the generated package: `operations.core`."""
        return importlib.import_module(f"{self.module.__name__}.{name}")

    @cached_property
    def operations(self) -> ModuleType:
        """The module that declares the operations of the API class."""
        return self.submodule(f"operations.{self.config['apis'][self.api_class]['attribute']}")

    def operation(self, name: str) -> Any:
        """The generated declaration of an operation."""
        declared = getattr(self.operations, name.upper(), None)
        assert declared is not None, f"{self.operations.__name__} does not declare {name.upper()}"
        return declared


APIS = (Api("ubiops", "ubiops_core"), Api("ica", "ica_data_linking_batch"), Api("cosmotech", "cosmotech_twingraph"))


RENDERED = tuple(api for api in APIS if api.source.is_dir())
"""The APIs whose package has been generated."""

HOW_MANY = {"ubiops": 125, "ica": 4, "cosmotech": 15}
"""Documented operations."""


def rows_of(apis: Iterable[Api]) -> list[Any]:
    """One parameter set `api, row` per documented operation."""
    return [pytest.param(api, row, id=f"{api}-{row.operation}") for api in apis for row in api.rows.values()]
