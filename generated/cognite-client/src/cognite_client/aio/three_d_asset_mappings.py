"""`AsyncThreeDAssetMappingAPI`: the documented methods of `client.three_d.asset_mappings`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, overload

from .._resources.aio.api import AsyncResourceApi
from ..data_classes.three_d import ThreeDAssetMapping, ThreeDAssetMappingList
from ..operations import three_d_asset_mappings as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions


class AsyncThreeDAssetMappingAPI(AsyncResourceApi):
    """Ties between nodes and assets.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    async def list(
        self,
        model_id: int,
        revision_id: int,
        node_id: int | None = None,
        asset_id: int | None = None,
        limit: float | None = 25,
        *,
        options: RequestOptions | None = None,
    ) -> ThreeDAssetMappingList:
        """List the ties between nodes and assets.

        Needs `threedAcl:READ`.

        Args:
            model_id: Id of the 3D model. At least 1.
            revision_id: Id of the revision. At least 1.
            node_id: Only ties of this node.
            asset_id: Only ties of this asset.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return await self._list(
            ThreeDAssetMappingList,
            ops.THREE_D_ASSET_MAPPINGS_LIST,
            {"model_id": model_id, "revision_id": revision_id, "node_id": node_id, "asset_id": asset_id},
            limit=limit,
            options=options,
        )

    @overload
    async def create(
        self, model_id: int, revision_id: int, asset_mapping: ThreeDAssetMapping, *, options: RequestOptions | None = None
    ) -> ThreeDAssetMapping: ...
    @overload
    async def create(
        self, model_id: int, revision_id: int, asset_mapping: Iterable[ThreeDAssetMapping], *, options: RequestOptions | None = None
    ) -> ThreeDAssetMappingList: ...
    async def create(
        self,
        model_id: int,
        revision_id: int,
        asset_mapping: ThreeDAssetMapping | Iterable[ThreeDAssetMapping],
        *,
        options: RequestOptions | None = None,
    ) -> ThreeDAssetMapping | ThreeDAssetMappingList:
        """Tie nodes to assets.

        Answers in the order of the request. Either all are created or none. Needs `threedAcl:UPDATE`.

        Args:
            model_id: Id of the 3D model. At least 1.
            revision_id: Id of the revision. At least 1.
            asset_mapping: The ties. Between 1 and 1000 items.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return await self._create(
            ThreeDAssetMapping,
            ThreeDAssetMappingList,
            ops.THREE_D_ASSET_MAPPINGS_CREATE,
            {"model_id": model_id, "revision_id": revision_id},
            body={"items": asset_mapping},
            options=options,
        )

    async def delete(
        self,
        model_id: int,
        revision_id: int,
        asset_mapping: ThreeDAssetMapping | Iterable[ThreeDAssetMapping],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Untie nodes from assets.

        Needs `threedAcl:UPDATE`.

        Args:
            model_id: Id of the 3D model. At least 1.
            revision_id: Id of the revision. At least 1.
            asset_mapping: The ties. Between 1 and 1000 items.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        await self._delete(
            ops.THREE_D_ASSET_MAPPINGS_DELETE,
            {"model_id": model_id, "revision_id": revision_id},
            body={"items": asset_mapping},
            options=options,
        )
