"""The operations of `TemplateGroupVersionsAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Body, Operation, Paging

TEMPLATE_VERSIONS_UPSERT: Operation[models.TemplateGroupVersion] = Operation(
    "template_versions_upsert",
    "POST",
    "/api/v1/projects/{project}/templategroups/{external_id}/versions/upsert",
    body=Body(("application/json",), type=lambda: models.TemplateGroupVersionUpsert),
    results={"application/json": lambda: models.TemplateGroupVersion},
    errors={"400": lambda: models.ErrorResponse},
)

TEMPLATE_VERSIONS_LIST: Operation[models.TemplateGroupVersionPage] = Operation(
    "template_versions_list",
    "POST",
    "/api/v1/projects/{project}/templategroups/{external_id}/versions/list",
    body=Body(("application/json",), type=lambda: models.TemplateGroupVersionListRequest),
    results={"application/json": lambda: models.TemplateGroupVersionPage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(
        style="cursor", parameter="cursor", size="limit", items="/items", next="/nextCursor", default_size=100, max_size=1000, in_body=True
    ),
)

TEMPLATE_VERSIONS_DELETE: Operation[dict[str, Any]] = Operation(
    "template_versions_delete",
    "POST",
    "/api/v1/projects/{project}/templategroups/{external_id}/versions/delete",
    body=Body(("application/json",), type=lambda: models.TemplateGroupVersionNumber),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
)
