"""The operations of `ExtractionPipelineRunsAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Paging, Parameter

EXTRACTION_PIPELINE_RUNS_LIST_ALL: Operation[models.ExtractionPipelineRunPage] = Operation(
    "extraction_pipeline_runs_list_all",
    "GET",
    "/api/v1/projects/{project}/extpipes/runs",
    parameters=(
        Parameter("external_id", "externalId", required=True),
        Parameter("limit", "limit", kind="integer"),
        Parameter("cursor", "cursor"),
    ),
    results={"application/json": lambda: models.ExtractionPipelineRunPage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(style="cursor", parameter="cursor", size="limit", items="/items", next="/nextCursor", default_size=100, max_size=1000),
)

EXTRACTION_PIPELINE_RUNS_CREATE: Operation[models.ExtractionPipelineRunItems] = Operation(
    "extraction_pipeline_runs_create",
    "POST",
    "/api/v1/projects/{project}/extpipes/runs",
    body=Body(("application/json",), type=lambda: models.ExtractionPipelineRunCreateItems),
    results={"application/json": lambda: models.ExtractionPipelineRunItems},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1, atomic=True, results="order"),
)

EXTRACTION_PIPELINE_RUNS_LIST: Operation[models.ExtractionPipelineRunPage] = Operation(
    "extraction_pipeline_runs_list",
    "POST",
    "/api/v1/projects/{project}/extpipes/runs/list",
    body=Body(("application/json",), type=lambda: models.ExtractionPipelineRunListRequest),
    results={"application/json": lambda: models.ExtractionPipelineRunPage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(
        style="cursor", parameter="cursor", size="limit", items="/items", next="/nextCursor", default_size=100, max_size=1000, in_body=True
    ),
)
