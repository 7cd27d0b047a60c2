"""The operations of `DatapointsAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation

DATAPOINTS_INSERT: Operation[dict[str, Any]] = Operation(
    "datapoints_insert",
    "POST",
    "/api/v1/projects/{project}/timeseries/data",
    body=Body(("application/json",), type=lambda: models.DatapointsInsertRequest),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse, "422": lambda: models.ErrorResponse},
    retry="safe",
    batch=Batch(items="body/items", max_items=10000, atomic=True, results="none"),
)

DATAPOINTS_LIST: Operation[models.DatapointsItems] = Operation(
    "datapoints_list",
    "POST",
    "/api/v1/projects/{project}/timeseries/data/list",
    body=Body(("application/json",), type=lambda: models.DatapointsListRequest),
    results={"application/json": lambda: models.DatapointsItems},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
    batch=Batch(items="body/items", max_items=100, atomic=True, results="order"),
)

DATAPOINTS_LATEST: Operation[models.DatapointsItems] = Operation(
    "datapoints_latest",
    "POST",
    "/api/v1/projects/{project}/timeseries/data/latest",
    body=Body(("application/json",), type=lambda: models.DatapointsLatestRequest),
    results={"application/json": lambda: models.DatapointsItems},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
    batch=Batch(items="body/items", max_items=100, atomic=True, results="order"),
)

DATAPOINTS_DELETE: Operation[dict[str, Any]] = Operation(
    "datapoints_delete",
    "POST",
    "/api/v1/projects/{project}/timeseries/data/delete",
    body=Body(("application/json",), type=lambda: models.DatapointsDeleteRequest),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
    batch=Batch(items="body/items", max_items=10000, atomic=True, results="none"),
)
