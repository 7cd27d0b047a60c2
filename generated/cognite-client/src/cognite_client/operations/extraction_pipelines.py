"""The operations of `ExtractionPipelinesAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Paging, Parameter

EXTRACTION_PIPELINES_LIST: Operation[models.ExtractionPipelinePage] = Operation(
    "extraction_pipelines_list",
    "GET",
    "/api/v1/projects/{project}/extpipes",
    parameters=(
        Parameter("limit", "limit", kind="integer"),
        Parameter("cursor", "cursor"),
    ),
    results={"application/json": lambda: models.ExtractionPipelinePage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(style="cursor", parameter="cursor", size="limit", items="/items", next="/nextCursor", default_size=100, max_size=1000),
)

EXTRACTION_PIPELINES_CREATE: Operation[models.ExtractionPipelineItems] = Operation(
    "extraction_pipelines_create",
    "POST",
    "/api/v1/projects/{project}/extpipes",
    body=Body(("application/json",), type=lambda: models.ExtractionPipelineCreateItems),
    results={"application/json": lambda: models.ExtractionPipelineItems},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

EXTRACTION_PIPELINES_RETRIEVE: Operation[models.ExtractionPipelineItems] = Operation(
    "extraction_pipelines_retrieve",
    "POST",
    "/api/v1/projects/{project}/extpipes/byids",
    body=Body(("application/json",), type=lambda: models.IdentifiersIgnoring),
    results={"application/json": lambda: models.ExtractionPipelineItems},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

EXTRACTION_PIPELINES_FILTER: Operation[models.ExtractionPipelinePage] = Operation(
    "extraction_pipelines_filter",
    "POST",
    "/api/v1/projects/{project}/extpipes/list",
    body=Body(("application/json",), type=lambda: models.ExtractionPipelineListRequest),
    results={"application/json": lambda: models.ExtractionPipelinePage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(
        style="cursor", parameter="cursor", size="limit", items="/items", next="/nextCursor", default_size=100, max_size=1000, in_body=True
    ),
)

EXTRACTION_PIPELINES_UPDATE: Operation[models.ExtractionPipelineItems] = Operation(
    "extraction_pipelines_update",
    "POST",
    "/api/v1/projects/{project}/extpipes/update",
    body=Body(("application/json",), type=lambda: models.ExtractionPipelineUpdateItems),
    results={"application/json": lambda: models.ExtractionPipelineItems},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

EXTRACTION_PIPELINES_DELETE: Operation[dict[str, Any]] = Operation(
    "extraction_pipelines_delete",
    "POST",
    "/api/v1/projects/{project}/extpipes/delete",
    body=Body(("application/json",), type=lambda: models.Identifiers),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)

EXTRACTION_PIPELINES_GET: Operation[models.ExtractionPipeline] = Operation(
    "extraction_pipelines_get",
    "GET",
    "/api/v1/projects/{project}/extpipes/{id}",
    results={"application/json": lambda: models.ExtractionPipeline},
    errors={"400": lambda: models.ErrorResponse},
)
