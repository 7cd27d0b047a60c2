"""The operations of `GroupsAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Parameter

IAM_GROUPS_LIST: Operation[models.GroupItems] = Operation(
    "iam_groups_list",
    "GET",
    "/api/v1/projects/{project}/groups",
    parameters=(Parameter("all", "all", kind="boolean"),),
    results={"application/json": lambda: models.GroupItems},
    errors={"400": lambda: models.ErrorResponse},
)

IAM_GROUPS_CREATE: Operation[models.GroupItems] = Operation(
    "iam_groups_create",
    "POST",
    "/api/v1/projects/{project}/groups",
    body=Body(("application/json",), type=lambda: models.GroupCreateItems),
    results={"application/json": lambda: models.GroupItems},
    statuses=(201,),
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

IAM_GROUPS_DELETE: Operation[dict[str, Any]] = Operation(
    "iam_groups_delete",
    "POST",
    "/api/v1/projects/{project}/groups/delete",
    body=Body(("application/json",), type=lambda: models.NumericIds),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)

IAM_GROUPS_LIST_SERVICE_ACCOUNTS: Operation[models.ServiceAccountItems] = Operation(
    "iam_groups_list_service_accounts",
    "GET",
    "/api/v1/projects/{project}/groups/{group_id}/serviceaccounts",
    results={"application/json": lambda: models.ServiceAccountItems},
    errors={"400": lambda: models.ErrorResponse},
)

IAM_GROUPS_ADD_SERVICE_ACCOUNT: Operation[None] = Operation(
    "iam_groups_add_service_account",
    "POST",
    "/api/v1/projects/{project}/groups/{group_id}/serviceaccounts",
    body=Body(("application/json",), type=lambda: models.NumericIds),
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)

IAM_GROUPS_REMOVE_SERVICE_ACCOUNT: Operation[None] = Operation(
    "iam_groups_remove_service_account",
    "POST",
    "/api/v1/projects/{project}/groups/{group_id}/serviceaccounts/remove",
    body=Body(("application/json",), type=lambda: models.NumericIds),
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)
