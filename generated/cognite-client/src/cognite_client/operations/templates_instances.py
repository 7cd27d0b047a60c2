"""The operations of `TemplateInstancesAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Paging

TEMPLATE_INSTANCES_CREATE: Operation[models.TemplateInstanceItems] = Operation(
    "template_instances_create",
    "POST",
    "/api/v1/projects/{project}/templategroups/{external_id}/versions/{version}/instances",
    body=Body(("application/json",), type=lambda: models.TemplateInstanceCreateItems),
    results={"application/json": lambda: models.TemplateInstanceItems},
    statuses=(201,),
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

TEMPLATE_INSTANCES_UPSERT: Operation[models.TemplateInstanceItems] = Operation(
    "template_instances_upsert",
    "POST",
    "/api/v1/projects/{project}/templategroups/{external_id}/versions/{version}/instances/upsert",
    body=Body(("application/json",), type=lambda: models.TemplateInstanceCreateItems),
    results={"application/json": lambda: models.TemplateInstanceItems},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

TEMPLATE_INSTANCES_RETRIEVE: Operation[models.TemplateInstanceItems] = Operation(
    "template_instances_retrieve",
    "POST",
    "/api/v1/projects/{project}/templategroups/{external_id}/versions/{version}/instances/byids",
    body=Body(("application/json",), type=lambda: models.TemplateExternalIds),
    results={"application/json": lambda: models.TemplateInstanceItems},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

TEMPLATE_INSTANCES_LIST: Operation[models.TemplateInstancePage] = Operation(
    "template_instances_list",
    "POST",
    "/api/v1/projects/{project}/templategroups/{external_id}/versions/{version}/instances/list",
    body=Body(("application/json",), type=lambda: models.TemplateInstanceListRequest),
    results={"application/json": lambda: models.TemplateInstancePage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(
        style="cursor", parameter="cursor", size="limit", items="/items", next="/nextCursor", default_size=100, max_size=1000, in_body=True
    ),
)

TEMPLATE_INSTANCES_DELETE: Operation[dict[str, Any]] = Operation(
    "template_instances_delete",
    "POST",
    "/api/v1/projects/{project}/templategroups/{external_id}/versions/{version}/instances/delete",
    body=Body(("application/json",), type=lambda: models.TemplateExternalIds),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)

TEMPLATE_INSTANCES_UPDATE: Operation[models.TemplateInstanceItems] = Operation(
    "template_instances_update",
    "POST",
    "/api/v1/projects/{project}/templategroups/{external_id}/versions/{version}/instances/update",
    body=Body(("application/json",), type=lambda: models.TemplateInstanceUpdateItems),
    results={"application/json": lambda: models.TemplateInstanceItems},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)
