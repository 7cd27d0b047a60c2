"""The operations of `TimeSeriesAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Paging, Partitions

TIME_SERIES_RETRIEVE: Operation[models.TimeSeriesItems] = Operation(
    "time_series_retrieve",
    "POST",
    "/api/v1/projects/{project}/timeseries/byids",
    body=Body(("application/json",), type=lambda: models.IdentifiersIgnoring),
    results={"application/json": lambda: models.TimeSeriesItems},
    errors={"400": lambda: models.ErrorResponse, "422": lambda: models.ErrorResponse},
    retry="safe",
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

TIME_SERIES_LIST: Operation[models.TimeSeriesPage] = Operation(
    "time_series_list",
    "POST",
    "/api/v1/projects/{project}/timeseries/list",
    body=Body(("application/json",), type=lambda: models.TimeSeriesListRequest),
    results={"application/json": lambda: models.TimeSeriesPage},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
    paging=Paging(
        style="cursor",
        parameter="cursor",
        size="limit",
        items="/items",
        next="/nextCursor",
        default_size=100,
        max_size=1000,
        in_body=True,
        partitions=Partitions(parameter="partition"),
    ),
)

TIME_SERIES_AGGREGATE: Operation[models.TimeSeriesAggregateItems] = Operation(
    "time_series_aggregate",
    "POST",
    "/api/v1/projects/{project}/timeseries/aggregate",
    body=Body(("application/json",), type=lambda: models.TimeSeriesAggregateRequest),
    results={"application/json": lambda: models.TimeSeriesAggregateItems},
    errors={"400": lambda: models.ErrorResponse},
)

TIME_SERIES_SEARCH: Operation[models.TimeSeriesItems] = Operation(
    "time_series_search",
    "POST",
    "/api/v1/projects/{project}/timeseries/search",
    body=Body(("application/json",), type=lambda: models.TimeSeriesSearchRequest),
    results={"application/json": lambda: models.TimeSeriesItems},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
)

TIME_SERIES_CREATE: Operation[models.TimeSeriesItems] = Operation(
    "time_series_create",
    "POST",
    "/api/v1/projects/{project}/timeseries",
    body=Body(("application/json",), type=lambda: models.TimeSeriesCreateItems),
    results={"application/json": lambda: models.TimeSeriesItems},
    statuses=(201,),
    errors={"400": lambda: models.ErrorResponse, "409": lambda: models.ErrorResponse, "422": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

TIME_SERIES_DELETE: Operation[dict[str, Any]] = Operation(
    "time_series_delete",
    "POST",
    "/api/v1/projects/{project}/timeseries/delete",
    body=Body(("application/json",), type=lambda: models.IdentifiersIgnoring),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse, "422": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)

TIME_SERIES_UPDATE: Operation[models.TimeSeriesItems] = Operation(
    "time_series_update",
    "POST",
    "/api/v1/projects/{project}/timeseries/update",
    body=Body(("application/json",), type=lambda: models.TimeSeriesUpdateItems),
    results={"application/json": lambda: models.TimeSeriesItems},
    errors={"400": lambda: models.ErrorResponse, "409": lambda: models.ErrorResponse, "422": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)
