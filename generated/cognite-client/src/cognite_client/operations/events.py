"""The operations of `EventsAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Paging, Partitions

EVENTS_RETRIEVE: Operation[models.EventItems] = Operation(
    "events_retrieve",
    "POST",
    "/api/v1/projects/{project}/events/byids",
    body=Body(("application/json",), type=lambda: models.IdentifiersIgnoring),
    results={"application/json": lambda: models.EventItems},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

EVENTS_LIST: Operation[models.EventPage] = Operation(
    "events_list",
    "POST",
    "/api/v1/projects/{project}/events/list",
    body=Body(("application/json",), type=lambda: models.EventListRequest),
    results={"application/json": lambda: models.EventPage},
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
        partitions=Partitions(parameter="partition", excludes=("sort",)),
    ),
)

EVENTS_AGGREGATE: Operation[models.EventAggregateItems] = Operation(
    "events_aggregate",
    "POST",
    "/api/v1/projects/{project}/events/aggregate",
    body=Body(("application/json",), type=lambda: models.EventAggregateRequest),
    results={"application/json": lambda: models.EventAggregateItems},
    errors={"400": lambda: models.ErrorResponse},
)

EVENTS_SEARCH: Operation[models.EventItems] = Operation(
    "events_search",
    "POST",
    "/api/v1/projects/{project}/events/search",
    body=Body(("application/json",), type=lambda: models.EventSearchRequest),
    results={"application/json": lambda: models.EventItems},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
)

EVENTS_CREATE: Operation[models.EventItems] = Operation(
    "events_create",
    "POST",
    "/api/v1/projects/{project}/events",
    body=Body(("application/json",), type=lambda: models.EventCreateItems),
    results={"application/json": lambda: models.EventItems},
    statuses=(201,),
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

EVENTS_DELETE: Operation[dict[str, Any]] = Operation(
    "events_delete",
    "POST",
    "/api/v1/projects/{project}/events/delete",
    body=Body(("application/json",), type=lambda: models.IdentifiersIgnoring),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)

EVENTS_UPDATE: Operation[models.EventItems] = Operation(
    "events_update",
    "POST",
    "/api/v1/projects/{project}/events/update",
    body=Body(("application/json",), type=lambda: models.EventUpdateItems),
    results={"application/json": lambda: models.EventItems},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

EVENTS_GET: Operation[models.Event] = Operation(
    "events_get",
    "GET",
    "/api/v1/projects/{project}/events/{id}",
    results={"application/json": lambda: models.Event},
    errors={"400": lambda: models.ErrorResponse},
)
