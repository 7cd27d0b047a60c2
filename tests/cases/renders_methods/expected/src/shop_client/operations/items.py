"""The operations of `ItemsApi`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.declarations.operation import Batch, Body, Job, Operation, Paging, Parameter

ITEMS_LIST: Operation[models.ItemsListResponse] = Operation(
    "items_list",
    "GET",
    "/shops/{shop_id}/items",
    parameters=(
        Parameter("cursor", "cursor"),
        Parameter("limit", "limit", kind="integer"),
        Parameter("type", "type", kind="array", explode=False),
        Parameter("x_trace", "X-Trace", location="header"),
    ),
    results={"application/json": lambda: models.ItemsListResponse},
    paging=Paging(style="cursor", parameter="cursor", size="limit", items="/items", next="/nextCursor", max_size=1000),
)

ITEMS_CREATE: Operation[list[models.Item]] = Operation(
    "items_create",
    "POST",
    "/shops/{shop_id}/items",
    body=Body(("application/json",), type=lambda: list[models.Item], name="data"),
    results={"application/json": lambda: list[models.Item]},
    statuses=(201,),
    batch=Batch(items="data", max_items=100, atomic=True, results="order"),
    job=Job(id="/id", poll=lambda: ITEMS_GET, poll_parameter="item_id", status="/state", done=("ready",), failed=("broken",)),
)

ITEMS_GET: Operation[models.Item] = Operation(
    "items_get",
    "GET",
    "/shops/{shop_id}/items/{item_id}",
    results={"application/json": lambda: models.Item},
)

ITEMS_PICTURE_GET: Operation[bytes] = Operation(
    "items_picture_get",
    "GET",
    "/shops/{shop_id}/items/{item_id}/picture",
    results={"application/octet-stream": lambda: bytes},
)

ITEMS_PICTURE_SET: Operation[None] = Operation(
    "items_picture_set",
    "PUT",
    "/shops/{shop_id}/items/{item_id}/picture",
    body=Body(("multipart/form-data",), files=("file",)),
    statuses=(204,),
)
