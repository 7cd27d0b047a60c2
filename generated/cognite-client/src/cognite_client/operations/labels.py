"""The operations of `LabelsAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Paging

LABELS_CREATE: Operation[models.LabelDefinitionItems] = Operation(
    "labels_create",
    "POST",
    "/api/v1/projects/{project}/labels",
    body=Body(("application/json",), type=lambda: models.LabelDefinitionCreateItems),
    results={"application/json": lambda: models.LabelDefinitionItems},
    statuses=(201,),
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

LABELS_LIST: Operation[models.LabelDefinitionPage] = Operation(
    "labels_list",
    "POST",
    "/api/v1/projects/{project}/labels/list",
    body=Body(("application/json",), type=lambda: models.LabelDefinitionListRequest),
    results={"application/json": lambda: models.LabelDefinitionPage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(
        style="cursor", parameter="cursor", size="limit", items="/items", next="/nextCursor", default_size=100, max_size=1000, in_body=True
    ),
)

LABELS_DELETE: Operation[dict[str, Any]] = Operation(
    "labels_delete",
    "POST",
    "/api/v1/projects/{project}/labels/delete",
    body=Body(("application/json",), type=lambda: models.LabelDefinitionDeleteRequest),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)
