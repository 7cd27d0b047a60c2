"""The operations of `ThreeDModelsAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Paging, Parameter

THREE_D_MODELS_LIST: Operation[models.ThreeDModelPage] = Operation(
    "three_d_models_list",
    "GET",
    "/api/v1/projects/{project}/3d/models",
    parameters=(
        Parameter("cursor", "cursor"),
        Parameter("limit", "limit", kind="integer"),
        Parameter("published", "published", kind="boolean"),
    ),
    results={"application/json": lambda: models.ThreeDModelPage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(style="cursor", parameter="cursor", size="limit", items="/items", next="/nextCursor", default_size=100, max_size=1000),
)

THREE_D_MODELS_CREATE: Operation[models.ThreeDModelItems] = Operation(
    "three_d_models_create",
    "POST",
    "/api/v1/projects/{project}/3d/models",
    body=Body(("application/json",), type=lambda: models.ThreeDModelCreateItems),
    results={"application/json": lambda: models.ThreeDModelItems},
    statuses=(201,),
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

THREE_D_MODELS_UPDATE: Operation[models.ThreeDModelItems] = Operation(
    "three_d_models_update",
    "POST",
    "/api/v1/projects/{project}/3d/models/update",
    body=Body(("application/json",), type=lambda: models.ThreeDModelUpdateItems),
    results={"application/json": lambda: models.ThreeDModelItems},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

THREE_D_MODELS_DELETE: Operation[dict[str, Any]] = Operation(
    "three_d_models_delete",
    "POST",
    "/api/v1/projects/{project}/3d/models/delete",
    body=Body(("application/json",), type=lambda: models.ThreeDIds),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)

THREE_D_MODELS_RETRIEVE: Operation[models.ThreeDModel] = Operation(
    "three_d_models_retrieve",
    "GET",
    "/api/v1/projects/{project}/3d/models/{model_id}",
    results={"application/json": lambda: models.ThreeDModel},
    errors={"400": lambda: models.ErrorResponse, "404": lambda: models.ErrorResponse},
)
