"""The operations of `TemplateGroupsAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Paging

TEMPLATE_GROUPS_CREATE: Operation[models.TemplateGroupItems] = Operation(
    "template_groups_create",
    "POST",
    "/api/v1/projects/{project}/templategroups",
    body=Body(("application/json",), type=lambda: models.TemplateGroupCreateItems),
    results={"application/json": lambda: models.TemplateGroupItems},
    statuses=(201,),
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

TEMPLATE_GROUPS_UPSERT: Operation[models.TemplateGroupItems] = Operation(
    "template_groups_upsert",
    "POST",
    "/api/v1/projects/{project}/templategroups/upsert",
    body=Body(("application/json",), type=lambda: models.TemplateGroupCreateItems),
    results={"application/json": lambda: models.TemplateGroupItems},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

TEMPLATE_GROUPS_RETRIEVE: Operation[models.TemplateGroupItems] = Operation(
    "template_groups_retrieve",
    "POST",
    "/api/v1/projects/{project}/templategroups/byids",
    body=Body(("application/json",), type=lambda: models.TemplateExternalIds),
    results={"application/json": lambda: models.TemplateGroupItems},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

TEMPLATE_GROUPS_LIST: Operation[models.TemplateGroupPage] = Operation(
    "template_groups_list",
    "POST",
    "/api/v1/projects/{project}/templategroups/list",
    body=Body(("application/json",), type=lambda: models.TemplateGroupListRequest),
    results={"application/json": lambda: models.TemplateGroupPage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(
        style="cursor", parameter="cursor", size="limit", items="/items", next="/nextCursor", default_size=100, max_size=1000, in_body=True
    ),
)

TEMPLATE_GROUPS_DELETE: Operation[dict[str, Any]] = Operation(
    "template_groups_delete",
    "POST",
    "/api/v1/projects/{project}/templategroups/delete",
    body=Body(("application/json",), type=lambda: models.TemplateExternalIds),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)
