"""The operations of `RelationshipsAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Paging, Parameter, Partitions

RELATIONSHIPS_LIST_ALL: Operation[models.RelationshipPage] = Operation(
    "relationships_list_all",
    "GET",
    "/api/v1/projects/{project}/relationships",
    parameters=(
        Parameter("limit", "limit", kind="integer"),
        Parameter("cursor", "cursor"),
        Parameter("partition", "partition"),
    ),
    results={"application/json": lambda: models.RelationshipPage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(
        style="cursor",
        parameter="cursor",
        size="limit",
        items="/items",
        next="/nextCursor",
        default_size=100,
        max_size=1000,
        partitions=Partitions(parameter="partition"),
    ),
)

RELATIONSHIPS_CREATE: Operation[models.RelationshipItems] = Operation(
    "relationships_create",
    "POST",
    "/api/v1/projects/{project}/relationships",
    body=Body(("application/json",), type=lambda: models.RelationshipCreateItems),
    results={"application/json": lambda: models.RelationshipItems},
    statuses=(201,),
    errors={"400": lambda: models.ErrorResponse, "409": lambda: models.ErrorResponse, "500": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

RELATIONSHIPS_RETRIEVE: Operation[models.RelationshipItems] = Operation(
    "relationships_retrieve",
    "POST",
    "/api/v1/projects/{project}/relationships/byids",
    body=Body(("application/json",), type=lambda: models.RelationshipByIdsRequest),
    results={"application/json": lambda: models.RelationshipItems},
    errors={"400": lambda: models.ErrorResponse, "409": lambda: models.ErrorResponse},
    retry="safe",
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

RELATIONSHIPS_LIST: Operation[models.RelationshipPage] = Operation(
    "relationships_list",
    "POST",
    "/api/v1/projects/{project}/relationships/list",
    body=Body(("application/json",), type=lambda: models.RelationshipListRequest),
    results={"application/json": lambda: models.RelationshipPage},
    errors={"400": lambda: models.ErrorResponse, "409": lambda: models.ErrorResponse},
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
        split={"filter/sourceExternalIds": 1000, "filter/targetExternalIds": 1000},
    ),
)

RELATIONSHIPS_UPDATE: Operation[models.RelationshipItems] = Operation(
    "relationships_update",
    "POST",
    "/api/v1/projects/{project}/relationships/update",
    body=Body(("application/json",), type=lambda: models.RelationshipUpdateItems),
    results={"application/json": lambda: models.RelationshipItems},
    errors={"400": lambda: models.ErrorResponse, "409": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

RELATIONSHIPS_DELETE: Operation[dict[str, Any]] = Operation(
    "relationships_delete",
    "POST",
    "/api/v1/projects/{project}/relationships/delete",
    body=Body(("application/json",), type=lambda: models.RelationshipDeleteRequest),
    results={"application/json": lambda: dict[str, Any]},
    statuses=(202,),
    errors={"400": lambda: models.ErrorResponse, "409": lambda: models.ErrorResponse, "500": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)
