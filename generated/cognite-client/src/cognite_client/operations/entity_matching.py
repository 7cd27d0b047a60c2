"""The operations of `EntityMatchingAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Job, Operation, Parameter

ENTITY_MATCHING_LIST_ALL: Operation[models.EntityMatchingModelItems] = Operation(
    "entity_matching_list_all",
    "GET",
    "/api/v1/projects/{project}/context/entitymatching/",
    parameters=(Parameter("limit", "limit", kind="integer"),),
    results={"application/json": lambda: models.EntityMatchingModelItems},
    errors={"400": lambda: models.ErrorResponse},
)

ENTITY_MATCHING_FIT: Operation[models.EntityMatchingModel] = Operation(
    "entity_matching_fit",
    "POST",
    "/api/v1/projects/{project}/context/entitymatching/",
    body=Body(("application/json",), type=lambda: models.EntityMatchingFitRequest),
    results={"application/json": lambda: models.EntityMatchingModel},
    errors={"400": lambda: models.ErrorResponse},
    job=Job(
        id="/id",
        poll=lambda: ENTITY_MATCHING_GET,
        poll_parameter="id",
        status="/status",
        done=("Completed",),
        failed=("Failed",),
        running=("Queued", "Running", "Distributing", "Distributed", "Collecting"),
        result="",
        error="/errorMessage",
        pace=(1.0, 1.0, 1.0),
    ),
)

ENTITY_MATCHING_GET: Operation[models.EntityMatchingModel] = Operation(
    "entity_matching_get",
    "GET",
    "/api/v1/projects/{project}/context/entitymatching/{id}",
    results={"application/json": lambda: models.EntityMatchingModel},
    errors={"400": lambda: models.ErrorResponse},
)

ENTITY_MATCHING_RETRIEVE: Operation[models.EntityMatchingModelItems] = Operation(
    "entity_matching_retrieve",
    "POST",
    "/api/v1/projects/{project}/context/entitymatching/byids",
    body=Body(("application/json",), type=lambda: models.EntityMatchingIds),
    results={"application/json": lambda: models.EntityMatchingModelItems},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

ENTITY_MATCHING_LIST: Operation[models.EntityMatchingModelItems] = Operation(
    "entity_matching_list",
    "POST",
    "/api/v1/projects/{project}/context/entitymatching/list",
    body=Body(("application/json",), type=lambda: models.EntityMatchingListRequest),
    results={"application/json": lambda: models.EntityMatchingModelItems},
    errors={"400": lambda: models.ErrorResponse},
    retry="safe",
)

ENTITY_MATCHING_UPDATE: Operation[models.EntityMatchingModelItems] = Operation(
    "entity_matching_update",
    "POST",
    "/api/v1/projects/{project}/context/entitymatching/update",
    body=Body(("application/json",), type=lambda: models.EntityMatchingModelUpdateItems),
    results={"application/json": lambda: models.EntityMatchingModelItems},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

ENTITY_MATCHING_DELETE: Operation[dict[str, Any]] = Operation(
    "entity_matching_delete",
    "POST",
    "/api/v1/projects/{project}/context/entitymatching/delete",
    body=Body(("application/json",), type=lambda: models.EntityMatchingIds),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)

ENTITY_MATCHING_PREDICT: Operation[models.ContextualizationJob] = Operation(
    "entity_matching_predict",
    "POST",
    "/api/v1/projects/{project}/context/entitymatching/predict",
    body=Body(("application/json",), type=lambda: models.EntityMatchingPredictRequest),
    results={"application/json": lambda: models.ContextualizationJob},
    errors={"400": lambda: models.ErrorResponse},
    job=Job(
        id="/jobId",
        poll=lambda: ENTITY_MATCHING_JOBS_GET,
        poll_parameter="job_id",
        status="/status",
        done=("Completed",),
        failed=("Failed",),
        running=("Queued", "Running", "Distributing", "Distributed", "Collecting"),
        result="",
        error="/errorMessage",
        pace=(1.0, 1.0, 1.0),
    ),
)

ENTITY_MATCHING_REFIT: Operation[models.EntityMatchingModel] = Operation(
    "entity_matching_refit",
    "POST",
    "/api/v1/projects/{project}/context/entitymatching/refit",
    body=Body(("application/json",), type=lambda: models.EntityMatchingRefitRequest),
    results={"application/json": lambda: models.EntityMatchingModel},
    errors={"400": lambda: models.ErrorResponse},
    job=Job(
        id="/id",
        poll=lambda: ENTITY_MATCHING_GET,
        poll_parameter="id",
        status="/status",
        done=("Completed",),
        failed=("Failed",),
        running=("Queued", "Running", "Distributing", "Distributed", "Collecting"),
        result="",
        error="/errorMessage",
        pace=(1.0, 1.0, 1.0),
    ),
)

ENTITY_MATCHING_JOBS_LIST: Operation[models.ContextualizationJobItems] = Operation(
    "entity_matching_jobs_list",
    "GET",
    "/api/v1/projects/{project}/context/entitymatching/jobs",
    results={"application/json": lambda: models.ContextualizationJobItems},
    errors={"400": lambda: models.ErrorResponse},
)

ENTITY_MATCHING_JOBS_GET: Operation[models.ContextualizationJob] = Operation(
    "entity_matching_jobs_get",
    "GET",
    "/api/v1/projects/{project}/context/entitymatching/jobs/{job_id}",
    results={"application/json": lambda: models.ContextualizationJob},
    errors={"400": lambda: models.ErrorResponse},
)
