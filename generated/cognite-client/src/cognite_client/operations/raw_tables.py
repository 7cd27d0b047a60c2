"""The operations of `RawTablesAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Paging, Parameter

RAW_TABLES_LIST: Operation[models.TablePage] = Operation(
    "raw_tables_list",
    "GET",
    "/api/v1/projects/{project}/raw/dbs/{db_name}/tables",
    parameters=(
        Parameter("limit", "limit", kind="integer"),
        Parameter("cursor", "cursor"),
    ),
    results={"application/json": lambda: models.TablePage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(style="cursor", parameter="cursor", size="limit", items="/items", next="/nextCursor", default_size=25, max_size=1000),
)

RAW_TABLES_CREATE: Operation[models.TableItems] = Operation(
    "raw_tables_create",
    "POST",
    "/api/v1/projects/{project}/raw/dbs/{db_name}/tables",
    parameters=(Parameter("ensure_parent", "ensureParent", kind="boolean"),),
    body=Body(("application/json",), type=lambda: models.TableNames),
    results={"application/json": lambda: models.TableItems},
    statuses=(201,),
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

RAW_TABLES_DELETE: Operation[dict[str, Any]] = Operation(
    "raw_tables_delete",
    "POST",
    "/api/v1/projects/{project}/raw/dbs/{db_name}/tables/delete",
    body=Body(("application/json",), type=lambda: models.TableNames),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)
