"""The operations of `ThreeDAssetMappingAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Operation, Paging, Parameter

THREE_D_ASSET_MAPPINGS_LIST: Operation[models.ThreeDAssetMappingPage] = Operation(
    "three_d_asset_mappings_list",
    "GET",
    "/api/v1/projects/{project}/3d/models/{model_id}/revisions/{revision_id}/mappings",
    parameters=(
        Parameter("cursor", "cursor"),
        Parameter("limit", "limit", kind="integer"),
        Parameter("node_id", "nodeId", kind="integer"),
        Parameter("asset_id", "assetId", kind="integer"),
        Parameter("intersects_bounding_box", "intersectsBoundingBox"),
    ),
    results={"application/json": lambda: models.ThreeDAssetMappingPage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(style="cursor", parameter="cursor", size="limit", items="/items", next="/nextCursor", default_size=100, max_size=1000),
)

THREE_D_ASSET_MAPPINGS_CREATE: Operation[models.ThreeDAssetMappingItems] = Operation(
    "three_d_asset_mappings_create",
    "POST",
    "/api/v1/projects/{project}/3d/models/{model_id}/revisions/{revision_id}/mappings",
    body=Body(("application/json",), type=lambda: models.ThreeDAssetMappingCreateItems),
    results={"application/json": lambda: models.ThreeDAssetMappingItems},
    statuses=(201,),
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

THREE_D_ASSET_MAPPINGS_DELETE: Operation[dict[str, Any]] = Operation(
    "three_d_asset_mappings_delete",
    "POST",
    "/api/v1/projects/{project}/3d/models/{model_id}/revisions/{revision_id}/mappings/delete",
    body=Body(("application/json",), type=lambda: models.ThreeDAssetMappingCreateItems),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)

THREE_D_ASSET_MAPPINGS_FILTER: Operation[models.ThreeDAssetMappingPage] = Operation(
    "three_d_asset_mappings_filter",
    "POST",
    "/api/v1/projects/{project}/3d/models/{model_id}/revisions/{revision_id}/mappings/list",
    body=Body(("application/json",), type=lambda: models.ThreeDAssetMappingListRequest),
    results={"application/json": lambda: models.ThreeDAssetMappingPage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(
        style="cursor", parameter="cursor", size="limit", items="/items", next="/nextCursor", default_size=100, max_size=1000, in_body=True
    ),
)
