"""The operations of `DataSetsAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Paging

DATA_SETS_RETRIEVE: Operation[models.DataSetItems] = Operation(
    "data_sets_retrieve",
    "POST",
    "/api/v1/projects/{project}/datasets/byids",
    body=Body(("application/json",), type=lambda: models.IdentifiersIgnoring),
    results={"application/json": lambda: models.DataSetItems},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

DATA_SETS_LIST: Operation[models.DataSetPage] = Operation(
    "data_sets_list",
    "POST",
    "/api/v1/projects/{project}/datasets/list",
    body=Body(("application/json",), type=lambda: models.DataSetListRequest),
    results={"application/json": lambda: models.DataSetPage},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
    paging=Paging(
        style="cursor", parameter="cursor", size="limit", items="/items", next="/nextCursor", default_size=100, max_size=1000, in_body=True
    ),
)

DATA_SETS_AGGREGATE: Operation[models.DataSetAggregateItems] = Operation(
    "data_sets_aggregate",
    "POST",
    "/api/v1/projects/{project}/datasets/aggregate",
    body=Body(("application/json",), type=lambda: models.DataSetAggregateRequest),
    results={"application/json": lambda: models.DataSetAggregateItems},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
)

DATA_SETS_CREATE: Operation[models.DataSetItems] = Operation(
    "data_sets_create",
    "POST",
    "/api/v1/projects/{project}/datasets",
    body=Body(("application/json",), type=lambda: models.DataSetCreateItems),
    results={"application/json": lambda: models.DataSetItems},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=10, atomic=True, results="order"),
)

DATA_SETS_UPDATE: Operation[models.DataSetItems] = Operation(
    "data_sets_update",
    "POST",
    "/api/v1/projects/{project}/datasets/update",
    body=Body(("application/json",), type=lambda: models.DataSetUpdateItems),
    results={"application/json": lambda: models.DataSetItems},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)
