"""Every documented method and class exists, with the documented signature: names, order, defaults."""

from __future__ import annotations

import ast
import importlib
import inspect
import json
from pathlib import Path
from typing import Any

import cognite_client
import pytest

INVENTORY = json.loads((Path(__file__).parents[2] / "documented" / "cognite_sdk.json").read_text("utf-8"))
ATTRIBUTES = {
    "LoginAPI": "login",
    "AssetsAPI": "assets",
    "LabelsAPI": "labels",
    "EventsAPI": "events",
    "DataSetsAPI": "data_sets",
    "FilesAPI": "files",
    "TimeSeriesAPI": "time_series",
    "DatapointsAPI": "datapoints",
    "SyntheticDatapointsAPI": "datapoints.synthetic",
    "SequencesAPI": "sequences",
    "SequencesDataAPI": "sequences.data",
    "RawDatabasesAPI": "raw.databases",
    "RawTablesAPI": "raw.tables",
    "RawRowsAPI": "raw.rows",
    "RelationshipsAPI": "relationships",
    "ThreeDModelsAPI": "three_d.models",
    "ThreeDRevisionsAPI": "three_d.revisions",
    "ThreeDFilesAPI": "three_d.files",
    "ThreeDAssetMappingAPI": "three_d.asset_mappings",
    "EntityMatchingAPI": "entity_matching",
    "TemplatesAPI": "templates",
    "TemplateGroupsAPI": "templates.groups",
    "TemplateGroupVersionsAPI": "templates.versions",
    "TemplateInstancesAPI": "templates.instances",
    "TemplateViewsAPI": "templates.views",
    "ServiceAccountsAPI": "iam.service_accounts",
    "APIKeysAPI": "iam.api_keys",
    "GroupsAPI": "iam.groups",
    "SecurityCategoriesAPI": "iam.security_categories",
    "ExtractionPipelinesAPI": "extraction_pipelines",
    "ExtractionPipelineRunsAPI": "extraction_pipeline_runs",
}
"""Documented API class → where it stands on the client, by the examples of the document."""


def rows(kind: str) -> list[Any]:
    """The rows of the inventory."""
    named = ((row, f"{row['class']}.{row['method']}" if kind == "methods" else row["name"]) for row in INVENTORY[kind])
    return [pytest.param(row, id=name) for row, name in named]


Signature = list[tuple[str, str]]
NEEDED = "needed"


def documented(signature: str) -> Signature:
    """Names and defaults of a documented signature."""
    function = ast.parse(f"def f({signature}): pass").body[0]
    assert isinstance(function, ast.FunctionDef)
    names = function.args.posonlyargs + function.args.args
    defaults: list[ast.expr | None] = [*[None] * (len(names) - len(function.args.defaults)), *function.args.defaults]
    found = [(name.arg, NEEDED if value is None else ast.unparse(value)) for name, value in zip(names, defaults, strict=True)]
    if function.args.vararg:
        found.append((f"*{function.args.vararg.arg}", NEEDED))
    if function.args.kwarg:
        found.append((f"**{function.args.kwarg.arg}", NEEDED))
    return found


def actual(function: Any) -> Signature:
    """The same of a function or class: all that can be given by position, and `**kwargs`; keyword-only parameters are ours."""
    stars = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}
    return [
        (stars.get(parameter.kind, "") + name, NEEDED if parameter.default is parameter.empty else repr(parameter.default))
        for name, parameter in inspect.signature(function).parameters.items()
        if parameter.kind is not parameter.KEYWORD_ONLY and name != "self"
    ]


@pytest.fixture(scope="module", params=["CogniteClient", "AsyncCogniteClient"])
def client(request: pytest.FixtureRequest) -> Any:
    """Either client; nothing is sent."""
    return getattr(cognite_client, request.param)(api_key="key", client_name="tests", project="demo")


def test_every_api_class_stands_where_the_document_has_it(client: Any) -> None:
    for name, attribute in ATTRIBUTES.items():
        found = client
        for part in attribute.split("."):
            found = getattr(found, part)
        assert type(found).__name__.removeprefix("Async") == name


@pytest.mark.parametrize("row", rows("methods"))
def test_method(client: Any, row: dict[str, str]) -> None:
    found = client
    for part in ATTRIBUTES[row["class"]].split("."):
        found = getattr(found, part)
    method = getattr(found, row["method"])
    assert actual(method) == documented(row["signature"])


@pytest.mark.parametrize("row", rows("classes"))
def test_class(row: dict[str, str]) -> None:
    module, _, name = row["name"].rpartition(".")
    found = getattr(importlib.import_module(f"cognite_client.{module}" if module else "cognite_client"), name)
    if row["signature"] or not issubclass(found, importlib.import_module("enum").Enum):
        assert actual(found) == documented(row["signature"])


def test_the_async_client_has_the_signature_of_the_client() -> None:
    of_the_client = next(row["signature"] for row in INVENTORY["classes"] if row["name"] == "CogniteClient")
    assert actual(cognite_client.AsyncCogniteClient) == documented(of_the_client)
    for verb in ("get", "post", "put", "delete"):
        assert actual(getattr(cognite_client.AsyncCogniteClient, verb)) == actual(getattr(cognite_client.CogniteClient, verb))


def test_everything_documented_is_looked_at() -> None:
    assert (len(INVENTORY["methods"]), len(INVENTORY["classes"])) == (159, 123)
    assert {row["class"] for row in INVENTORY["methods"]} == ATTRIBUTES.keys()
