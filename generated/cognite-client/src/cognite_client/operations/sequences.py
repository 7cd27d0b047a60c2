"""The operations of `SequencesAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Paging, Parameter, Partitions

SEQUENCES_RETRIEVE: Operation[models.SequenceItems] = Operation(
    "sequences_retrieve",
    "POST",
    "/api/v1/projects/{project}/sequences/byids",
    body=Body(("application/json",), type=lambda: models.IdentifiersIgnoring),
    results={"application/json": lambda: models.SequenceItems},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

SEQUENCES_LIST: Operation[models.SequencePage] = Operation(
    "sequences_list",
    "POST",
    "/api/v1/projects/{project}/sequences/list",
    body=Body(("application/json",), type=lambda: models.SequenceListRequest),
    results={"application/json": lambda: models.SequencePage},
    errors={"400": lambda: models.ErrorResponse},
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

SEQUENCES_AGGREGATE: Operation[models.SequenceAggregateItems] = Operation(
    "sequences_aggregate",
    "POST",
    "/api/v1/projects/{project}/sequences/aggregate",
    body=Body(("application/json",), type=lambda: models.SequenceAggregateRequest),
    results={"application/json": lambda: models.SequenceAggregateItems},
    errors={"400": lambda: models.ErrorResponse},
)

SEQUENCES_SEARCH: Operation[models.SequenceItems] = Operation(
    "sequences_search",
    "POST",
    "/api/v1/projects/{project}/sequences/search",
    body=Body(("application/json",), type=lambda: models.SequenceSearchRequest),
    results={"application/json": lambda: models.SequenceItems},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
)

SEQUENCES_LIST_ALL: Operation[models.SequencePage] = Operation(
    "sequences_list_all",
    "GET",
    "/api/v1/projects/{project}/sequences",
    parameters=(
        Parameter("cursor", "cursor"),
        Parameter("partition", "partition"),
        Parameter("limit", "limit", kind="integer"),
    ),
    results={"application/json": lambda: models.SequencePage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(
        style="cursor",
        parameter="cursor",
        size="limit",
        items="/items",
        next="/nextCursor",
        default_size=25,
        max_size=1000,
        partitions=Partitions(parameter="partition"),
    ),
)

SEQUENCES_CREATE: Operation[models.SequenceItems] = Operation(
    "sequences_create",
    "POST",
    "/api/v1/projects/{project}/sequences",
    body=Body(("application/json",), type=lambda: models.SequenceCreateItems),
    results={"application/json": lambda: models.SequenceItems},
    statuses=(201,),
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

SEQUENCES_DELETE: Operation[dict[str, Any]] = Operation(
    "sequences_delete",
    "POST",
    "/api/v1/projects/{project}/sequences/delete",
    body=Body(("application/json",), type=lambda: models.IdentifiersIgnoring),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)

SEQUENCES_UPDATE: Operation[models.SequenceItems] = Operation(
    "sequences_update",
    "POST",
    "/api/v1/projects/{project}/sequences/update",
    body=Body(("application/json",), type=lambda: models.SequenceUpdateItems),
    results={"application/json": lambda: models.SequenceItems},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)
