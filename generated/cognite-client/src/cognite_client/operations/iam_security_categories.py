"""The operations of `SecurityCategoriesAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Paging, Parameter

IAM_SECURITY_CATEGORIES_LIST: Operation[models.SecurityCategoryPage] = Operation(
    "iam_security_categories_list",
    "GET",
    "/api/v1/projects/{project}/securitycategories",
    parameters=(
        Parameter("sort", "sort"),
        Parameter("cursor", "cursor"),
        Parameter("limit", "limit", kind="integer"),
    ),
    results={"application/json": lambda: models.SecurityCategoryPage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(style="cursor", parameter="cursor", size="limit", items="/items", next="/nextCursor", default_size=25, max_size=1000),
)

IAM_SECURITY_CATEGORIES_CREATE: Operation[models.SecurityCategoryItems] = Operation(
    "iam_security_categories_create",
    "POST",
    "/api/v1/projects/{project}/securitycategories",
    body=Body(("application/json",), type=lambda: models.SecurityCategoryCreateItems),
    results={"application/json": lambda: models.SecurityCategoryItems},
    statuses=(201,),
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

IAM_SECURITY_CATEGORIES_DELETE: Operation[dict[str, Any]] = Operation(
    "iam_security_categories_delete",
    "POST",
    "/api/v1/projects/{project}/securitycategories/delete",
    body=Body(("application/json",), type=lambda: models.NumericIds),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)
