"""The operations of `APIKeysAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Parameter

IAM_API_KEYS_LIST: Operation[models.APIKeyItems] = Operation(
    "iam_api_keys_list",
    "GET",
    "/api/v1/projects/{project}/apikeys",
    parameters=(
        Parameter("all", "all", kind="boolean"),
        Parameter("service_account_id", "serviceAccountId", kind="integer"),
        Parameter("include_deleted", "includeDeleted", kind="boolean"),
    ),
    results={"application/json": lambda: models.APIKeyItems},
    errors={"400": lambda: models.ErrorResponse},
)

IAM_API_KEYS_CREATE: Operation[models.APIKeyItems] = Operation(
    "iam_api_keys_create",
    "POST",
    "/api/v1/projects/{project}/apikeys",
    body=Body(("application/json",), type=lambda: models.APIKeyCreateItems),
    results={"application/json": lambda: models.APIKeyItems},
    statuses=(201,),
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

IAM_API_KEYS_DELETE: Operation[dict[str, Any]] = Operation(
    "iam_api_keys_delete",
    "POST",
    "/api/v1/projects/{project}/apikeys/delete",
    body=Body(("application/json",), type=lambda: models.NumericIds),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)
