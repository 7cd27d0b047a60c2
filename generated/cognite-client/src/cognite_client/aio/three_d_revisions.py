"""`AsyncThreeDRevisionsAPI`: the documented methods of `client.three_d.revisions`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, overload

from .._resources.aio.api import AsyncResourceApi
from .._resources.rules import wrapped
from ..data_classes.three_d import ThreeDModelRevision, ThreeDModelRevisionList, ThreeDModelRevisionUpdate, ThreeDNodeList
from ..operations import three_d_revisions as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions


class AsyncThreeDRevisionsAPI(AsyncResourceApi):
    """Revisions of 3D models, and their nodes.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    async def list(
        self, model_id: int, published: bool = False, limit: float | None = 25, *, options: RequestOptions | None = None
    ) -> ThreeDModelRevisionList:
        """List the revisions of a model.

        Needs `threedAcl:READ`.

        Args:
            model_id: Id of the 3D model. At least 1.
            published: Only revisions that are published (true) or not (false); of models, those that have such revisions.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return await self._list(
            ThreeDModelRevisionList,
            ops.THREE_D_REVISIONS_LIST,
            {"model_id": model_id, "published": published},
            limit=limit,
            options=options,
        )

    @overload
    async def create(
        self, model_id: int, revision: ThreeDModelRevision, *, options: RequestOptions | None = None
    ) -> ThreeDModelRevision: ...
    @overload
    async def create(
        self, model_id: int, revision: Iterable[ThreeDModelRevision], *, options: RequestOptions | None = None
    ) -> ThreeDModelRevisionList: ...
    async def create(
        self, model_id: int, revision: ThreeDModelRevision | Iterable[ThreeDModelRevision], *, options: RequestOptions | None = None
    ) -> ThreeDModelRevision | ThreeDModelRevisionList:
        """Create revisions of a model.

        The file of a revision is processed in the background: look at `status` until it is `Done` or `Failed`. Needs `threedAcl:CREATE`.

        Args:
            model_id: Id of the 3D model. At least 1.
            revision: The revisions. Between 1 and 1000 items.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return await self._create(
            ThreeDModelRevision,
            ThreeDModelRevisionList,
            ops.THREE_D_REVISIONS_CREATE,
            {"model_id": model_id},
            body={"items": revision},
            options=options,
        )

    @overload
    async def update(
        self, model_id: int, item: ThreeDModelRevision | ThreeDModelRevisionUpdate, *, options: RequestOptions | None = None
    ) -> ThreeDModelRevision: ...
    @overload
    async def update(
        self, model_id: int, item: Iterable[ThreeDModelRevision | ThreeDModelRevisionUpdate], *, options: RequestOptions | None = None
    ) -> ThreeDModelRevisionList: ...
    async def update(
        self,
        model_id: int,
        item: ThreeDModelRevision | ThreeDModelRevisionUpdate | Iterable[ThreeDModelRevision | ThreeDModelRevisionUpdate],
        *,
        options: RequestOptions | None = None,
    ) -> ThreeDModelRevision | ThreeDModelRevisionList:
        """Change revisions of a model.

        Only what the changes name is changed. Answers in the order of the request. Needs `threedAcl:UPDATE`.

        Args:
            model_id: Id of the 3D model. At least 1.
            item: The changes. Between 1 and 1000 items.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return await self._update(
            ThreeDModelRevision,
            ThreeDModelRevisionList,
            ThreeDModelRevisionUpdate,
            ops.THREE_D_REVISIONS_UPDATE,
            {"model_id": model_id},
            body={"items": item},
            options=options,
        )

    async def delete(self, model_id: int, id: int | Sequence[int], *, options: RequestOptions | None = None) -> None:
        """Delete revisions of a model.

        Needs `threedAcl:DELETE`.

        Args:
            model_id: Id of the 3D model. At least 1.
            id: Id or ids given by the server.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        await self._delete(ops.THREE_D_REVISIONS_DELETE, {"model_id": model_id}, body={"items": wrapped(id=id)}, options=options)

    async def retrieve(self, model_id: int, id: int, *, options: RequestOptions | None = None) -> ThreeDModelRevision | None:
        """Get a revision of a model.

        Needs `threedAcl:READ`.

        Args:
            model_id: Id of the 3D model. At least 1.
            id: Id of the revision. At least 1.
            options: Settings for this call only.

        Returns:
            The resource; None when it does not exist.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return await self._get(
            ThreeDModelRevision, ops.THREE_D_REVISIONS_RETRIEVE, {"model_id": model_id, "revision_id": id}, options=options
        )

    async def update_thumbnail(self, model_id: int, revision_id: int, file_id: int, *, options: RequestOptions | None = None) -> None:
        """Set the thumbnail of a revision.

        Needs `threedAcl:UPDATE`.

        Args:
            model_id: Id of the 3D model. At least 1.
            revision_id: Id of the revision. At least 1.
            file_id: The file: an image.
            options: Settings for this call only.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        await self._call(
            ops.THREE_D_REVISIONS_UPDATE_THUMBNAIL,
            {"model_id": model_id, "revision_id": revision_id},
            body={"fileId": file_id},
            options=options,
        )

    async def list_nodes(
        self,
        model_id: int,
        revision_id: int,
        node_id: int | None = None,
        depth: int | None = None,
        sort_by_node_id: bool = False,
        partitions: int | None = None,
        limit: float | None = 25,
        *,
        options: RequestOptions | None = None,
    ) -> ThreeDNodeList:
        """List the nodes of a revision.

        Slices (`partition`) need `sort_by_node_id`. Needs `threedAcl:READ`.

        Args:
            model_id: Id of the 3D model. At least 1.
            revision_id: Id of the revision. At least 1.
            node_id: Node whose subtree to return; the whole tree when left out.
            depth: How many levels below the node to return at most.
            sort_by_node_id: Order by the ids of the nodes.
            partitions: Read the list in this many partitions in parallel; only without a limit.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return await self._list(
            ThreeDNodeList,
            ops.THREE_D_REVISIONS_LIST_NODES,
            {"model_id": model_id, "revision_id": revision_id, "node_id": node_id, "depth": depth, "sort_by_node_id": sort_by_node_id},
            partitions=partitions,
            limit=limit,
            options=options,
        )

    async def filter_nodes(
        self,
        model_id: int,
        revision_id: int,
        properties: Mapping[str, Mapping[str, Sequence[str]]] | None = None,
        limit: float | None = 25,
        partitions: int | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> ThreeDNodeList:
        """List the nodes of a revision that match a filter.

        Needs `threedAcl:READ`.

        Args:
            model_id: Id of the 3D model. At least 1.
            revision_id: Id of the revision. At least 1.
            properties: Accepted values by category and name.
            limit: The most resources to return; -1, None or infinity: all.
            partitions: Read the list in this many partitions in parallel; only without a limit.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return await self._list(
            ThreeDNodeList,
            ops.THREE_D_REVISIONS_FILTER_NODES,
            {"model_id": model_id, "revision_id": revision_id},
            body={"filter": {"properties": properties}},
            limit=limit,
            partitions=partitions,
            options=options,
        )

    async def list_ancestor_nodes(
        self,
        model_id: int,
        revision_id: int,
        node_id: int | None = None,
        limit: float | None = 25,
        *,
        options: RequestOptions | None = None,
    ) -> ThreeDNodeList:
        """List the ancestors of a node.

        Needs `threedAcl:READ`.

        Args:
            model_id: Id of the 3D model. At least 1.
            revision_id: Id of the revision. At least 1.
            node_id: Id of the node.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return await self._list(
            ThreeDNodeList,
            ops.THREE_D_REVISIONS_LIST_ANCESTOR_NODES,
            {"model_id": model_id, "revision_id": revision_id, "node_id": node_id},
            limit=limit,
            options=options,
        )
