"""The operations of `RawRowsAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Cursors, Operation, Paging, Parameter

RAW_ROWS_CURSORS: Operation[models.RowCursors] = Operation(
    "raw_rows_cursors",
    "GET",
    "/api/v1/projects/{project}/raw/dbs/{db_name}/tables/{table_name}/cursors",
    parameters=(
        Parameter("min_last_updated_time", "minLastUpdatedTime", kind="integer"),
        Parameter("max_last_updated_time", "maxLastUpdatedTime", kind="integer"),
        Parameter("number_of_cursors", "numberOfCursors", kind="integer"),
    ),
    results={"application/json": lambda: models.RowCursors},
    errors={"400": lambda: models.ErrorResponse},
)

RAW_ROWS_LIST: Operation[models.RowPage] = Operation(
    "raw_rows_list",
    "GET",
    "/api/v1/projects/{project}/raw/dbs/{db_name}/tables/{table_name}/rows",
    parameters=(
        Parameter("limit", "limit", kind="integer"),
        Parameter("columns", "columns"),
        Parameter("cursor", "cursor"),
        Parameter("min_last_updated_time", "minLastUpdatedTime", kind="integer"),
        Parameter("max_last_updated_time", "maxLastUpdatedTime", kind="integer"),
    ),
    results={"application/json": lambda: models.RowPage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(
        style="cursor",
        parameter="cursor",
        size="limit",
        items="/items",
        next="/nextCursor",
        default_size=25,
        max_size=10000,
        cursors=Cursors(operation=lambda: RAW_ROWS_CURSORS, items="/items", count="number_of_cursors"),
    ),
)

RAW_ROWS_INSERT: Operation[dict[str, Any]] = Operation(
    "raw_rows_insert",
    "POST",
    "/api/v1/projects/{project}/raw/dbs/{db_name}/tables/{table_name}/rows",
    parameters=(Parameter("ensure_parent", "ensureParent", kind="boolean"),),
    body=Body(("application/json",), type=lambda: models.RowInsertItems),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=10000, atomic=True, results="none"),
)

RAW_ROWS_RETRIEVE: Operation[models.Row] = Operation(
    "raw_rows_retrieve",
    "GET",
    "/api/v1/projects/{project}/raw/dbs/{db_name}/tables/{table_name}/rows/{row_key}",
    results={"application/json": lambda: models.Row},
    errors={"400": lambda: models.ErrorResponse, "404": lambda: models.ErrorResponse},
)

RAW_ROWS_DELETE: Operation[dict[str, Any]] = Operation(
    "raw_rows_delete",
    "POST",
    "/api/v1/projects/{project}/raw/dbs/{db_name}/tables/{table_name}/rows/delete",
    body=Body(("application/json",), type=lambda: models.RowKeys),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)
