"""The operations of `TemplateViewsAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Paging

TEMPLATE_VIEWS_CREATE: Operation[models.ViewItems] = Operation(
    "template_views_create",
    "POST",
    "/api/v1/projects/{project}/templategroups/{external_id}/versions/{version}/views",
    body=Body(("application/json",), type=lambda: models.ViewCreateItems),
    results={"application/json": lambda: models.ViewItems},
    statuses=(201,),
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

TEMPLATE_VIEWS_UPSERT: Operation[models.ViewItems] = Operation(
    "template_views_upsert",
    "POST",
    "/api/v1/projects/{project}/templategroups/{external_id}/versions/{version}/views/upsert",
    body=Body(("application/json",), type=lambda: models.ViewCreateItems),
    results={"application/json": lambda: models.ViewItems},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

TEMPLATE_VIEWS_LIST: Operation[models.ViewPage] = Operation(
    "template_views_list",
    "POST",
    "/api/v1/projects/{project}/templategroups/{external_id}/versions/{version}/views/list",
    body=Body(("application/json",), type=lambda: models.ViewListRequest),
    results={"application/json": lambda: models.ViewPage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(
        style="cursor", parameter="cursor", size="limit", items="/items", next="/nextCursor", default_size=100, max_size=1000, in_body=True
    ),
)

TEMPLATE_VIEWS_RESOLVE: Operation[models.ViewResolvePage] = Operation(
    "template_views_resolve",
    "POST",
    "/api/v1/projects/{project}/templategroups/{external_id}/versions/{version}/views/resolve",
    body=Body(("application/json",), type=lambda: models.ViewResolveRequest),
    results={"application/json": lambda: models.ViewResolvePage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(
        style="cursor", parameter="cursor", size="limit", items="/items", next="/nextCursor", default_size=100, max_size=1000, in_body=True
    ),
)

TEMPLATE_VIEWS_DELETE: Operation[dict[str, Any]] = Operation(
    "template_views_delete",
    "POST",
    "/api/v1/projects/{project}/templategroups/{external_id}/versions/{version}/views/delete",
    body=Body(("application/json",), type=lambda: models.TemplateExternalIds),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)
