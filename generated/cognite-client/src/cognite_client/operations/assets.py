"""The operations of `AssetsAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Paging, Partitions

ASSETS_RETRIEVE: Operation[models.AssetItems] = Operation(
    "assets_retrieve",
    "POST",
    "/api/v1/projects/{project}/assets/byids",
    body=Body(("application/json",), type=lambda: models.AssetByIdsRequest),
    results={"application/json": lambda: models.AssetItems},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

ASSETS_LIST: Operation[models.AssetPage] = Operation(
    "assets_list",
    "POST",
    "/api/v1/projects/{project}/assets/list",
    body=Body(("application/json",), type=lambda: models.AssetListRequest),
    results={"application/json": lambda: models.AssetPage},
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

ASSETS_AGGREGATE: Operation[models.AssetAggregateItems] = Operation(
    "assets_aggregate",
    "POST",
    "/api/v1/projects/{project}/assets/aggregate",
    body=Body(("application/json",), type=lambda: models.AssetAggregateRequest),
    results={"application/json": lambda: models.AssetAggregateItems},
    errors={"400": lambda: models.ErrorResponse},
)

ASSETS_SEARCH: Operation[models.AssetItems] = Operation(
    "assets_search",
    "POST",
    "/api/v1/projects/{project}/assets/search",
    body=Body(("application/json",), type=lambda: models.AssetSearchRequest),
    results={"application/json": lambda: models.AssetItems},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
)

ASSETS_CREATE: Operation[models.AssetItems] = Operation(
    "assets_create",
    "POST",
    "/api/v1/projects/{project}/assets",
    body=Body(("application/json",), type=lambda: models.AssetCreateItems),
    results={"application/json": lambda: models.AssetItems},
    statuses=(201,),
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

ASSETS_DELETE: Operation[dict[str, Any]] = Operation(
    "assets_delete",
    "POST",
    "/api/v1/projects/{project}/assets/delete",
    body=Body(("application/json",), type=lambda: models.AssetDeleteRequest),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)

ASSETS_UPDATE: Operation[models.AssetItems] = Operation(
    "assets_update",
    "POST",
    "/api/v1/projects/{project}/assets/update",
    body=Body(("application/json",), type=lambda: models.AssetUpdateItems),
    results={"application/json": lambda: models.AssetItems},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

ASSETS_GET: Operation[models.Asset] = Operation(
    "assets_get",
    "GET",
    "/api/v1/projects/{project}/assets/{id}",
    results={"application/json": lambda: models.Asset},
    errors={"400": lambda: models.ErrorResponse},
)
