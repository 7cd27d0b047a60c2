"""The operations of `SequencesDataAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Paging

SEQUENCES_DATA_INSERT: Operation[dict[str, Any]] = Operation(
    "sequences_data_insert",
    "POST",
    "/api/v1/projects/{project}/sequences/data",
    body=Body(("application/json",), type=lambda: models.SequenceInsertRequest),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)

SEQUENCES_DATA_LIST: Operation[models.SequenceDataPage] = Operation(
    "sequences_data_list",
    "POST",
    "/api/v1/projects/{project}/sequences/data/list",
    body=Body(("application/json",), type=lambda: models.SequenceDataRequest),
    results={"application/json": lambda: models.SequenceDataPage},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
    paging=Paging(
        style="cursor", parameter="cursor", size="limit", items="/rows", next="/nextCursor", default_size=100, max_size=10000, in_body=True
    ),
)

SEQUENCES_DATA_LATEST: Operation[models.SequenceDataLatest] = Operation(
    "sequences_data_latest",
    "POST",
    "/api/v1/projects/{project}/sequences/data/latest",
    body=Body(("application/json",), type=lambda: models.SequenceLatestRequest),
    results={"application/json": lambda: models.SequenceDataLatest},
    errors={"400": lambda: models.ErrorResponse},
)

SEQUENCES_DATA_DELETE: Operation[dict[str, Any]] = Operation(
    "sequences_data_delete",
    "POST",
    "/api/v1/projects/{project}/sequences/data/delete",
    body=Body(("application/json",), type=lambda: models.SequenceDataDeleteRequest),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)
