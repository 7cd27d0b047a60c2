"""The operations of `RawDatabasesAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Paging, Parameter

RAW_DATABASES_LIST: Operation[models.DatabasePage] = Operation(
    "raw_databases_list",
    "GET",
    "/api/v1/projects/{project}/raw/dbs",
    parameters=(
        Parameter("limit", "limit", kind="integer"),
        Parameter("cursor", "cursor"),
    ),
    results={"application/json": lambda: models.DatabasePage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(style="cursor", parameter="cursor", size="limit", items="/items", next="/nextCursor", default_size=25, max_size=1000),
)

RAW_DATABASES_CREATE: Operation[models.DatabaseItems] = Operation(
    "raw_databases_create",
    "POST",
    "/api/v1/projects/{project}/raw/dbs",
    body=Body(("application/json",), type=lambda: models.DatabaseNames),
    results={"application/json": lambda: models.DatabaseItems},
    statuses=(201,),
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

RAW_DATABASES_DELETE: Operation[dict[str, Any]] = Operation(
    "raw_databases_delete",
    "POST",
    "/api/v1/projects/{project}/raw/dbs/delete",
    body=Body(("application/json",), type=lambda: models.DatabaseDeleteRequest),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)
