"""The operations of `ServiceAccountsAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation

IAM_SERVICE_ACCOUNTS_LIST: Operation[models.ServiceAccountItems] = Operation(
    "iam_service_accounts_list",
    "GET",
    "/api/v1/projects/{project}/serviceaccounts",
    results={"application/json": lambda: models.ServiceAccountItems},
    errors={"400": lambda: models.ErrorResponse},
)

IAM_SERVICE_ACCOUNTS_CREATE: Operation[models.ServiceAccountItems] = Operation(
    "iam_service_accounts_create",
    "POST",
    "/api/v1/projects/{project}/serviceaccounts",
    body=Body(("application/json",), type=lambda: models.ServiceAccountCreateItems),
    results={"application/json": lambda: models.ServiceAccountItems},
    statuses=(201,),
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

IAM_SERVICE_ACCOUNTS_DELETE: Operation[dict[str, Any]] = Operation(
    "iam_service_accounts_delete",
    "POST",
    "/api/v1/projects/{project}/serviceaccounts/delete",
    body=Body(("application/json",), type=lambda: models.NumericIds),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)
