"""`AsyncThreeDModelsAPI`: the documented methods of `client.three_d.models`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypedDict, Unpack, overload

from .._resources.aio.api import AsyncResourceApi
from .._resources.rules import wrapped
from ..data_classes.three_d import ThreeDModel, ThreeDModelList, ThreeDModelUpdate
from ..operations import three_d_models as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions

    class Walk(TypedDict, total=False):
        """The filters of an iteration over `client.three_d.models`, besides `chunk_size`."""

        published: bool | None
        limit: float | None
        options: RequestOptions | None


class AsyncThreeDModelsAPI(AsyncResourceApi):
    """3D models.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    async def list(
        self, published: bool | None = None, limit: float | None = 25, *, options: RequestOptions | None = None
    ) -> ThreeDModelList:
        """List models.

        Needs `threedAcl:READ`.

        Args:
            published: Only revisions that are published (true) or not (false); of models, those that have such revisions.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return await self._list(ThreeDModelList, ops.THREE_D_MODELS_LIST, {"published": published}, limit=limit, options=options)

    def __aiter__(self) -> AsyncIterator[ThreeDModel]:
        """Iterate over all resources. One page is held in memory at a time."""
        return aiter(self())

    @overload
    def __call__(self, chunk_size: None = None, **filters: Unpack[Walk]) -> AsyncIterator[ThreeDModel]: ...
    @overload
    def __call__(self, chunk_size: int, **filters: Unpack[Walk]) -> AsyncIterator[ThreeDModelList]: ...
    def __call__(
        self,
        chunk_size: int | None = None,
        published: bool | None = None,
        limit: float | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncIterator[Any]:
        """Iterate over resources one by one, or, with `chunk_size`, in lists of that size. One page is held in memory at a time.

        Args:
            chunk_size: Yield lists of this many resources instead of single resources.
            published: Only revisions that are published (true) or not (false); of models, those that have such revisions.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for each call.
        """
        return self._chunks(ThreeDModelList, chunk_size, ops.THREE_D_MODELS_LIST, {"published": published}, limit=limit, options=options)

    @overload
    async def create(self, name: str, *, options: RequestOptions | None = None) -> ThreeDModel: ...  # type: ignore[overload-overlap]  # a text is one name
    @overload
    async def create(self, name: Sequence[str], *, options: RequestOptions | None = None) -> ThreeDModelList: ...
    async def create(self, name: str | Sequence[str], *, options: RequestOptions | None = None) -> ThreeDModel | ThreeDModelList:
        """Create models.

        Answers in the order of the request. Either all are created or none. Needs `threedAcl:CREATE`.

        Args:
            name: The models.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return await self._create(
            ThreeDModel, ThreeDModelList, ops.THREE_D_MODELS_CREATE, body={"items": wrapped(name=name)}, options=options
        )

    @overload
    async def update(self, item: ThreeDModel | ThreeDModelUpdate, *, options: RequestOptions | None = None) -> ThreeDModel: ...
    @overload
    async def update(
        self, item: Iterable[ThreeDModel | ThreeDModelUpdate], *, options: RequestOptions | None = None
    ) -> ThreeDModelList: ...
    async def update(
        self, item: ThreeDModel | ThreeDModelUpdate | Iterable[ThreeDModel | ThreeDModelUpdate], *, options: RequestOptions | None = None
    ) -> ThreeDModel | ThreeDModelList:
        """Change models.

        Only what the changes name is changed. Answers in the order of the request. Needs `threedAcl:UPDATE`.

        Args:
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
            ThreeDModel, ThreeDModelList, ThreeDModelUpdate, ops.THREE_D_MODELS_UPDATE, body={"items": item}, options=options
        )

    async def delete(self, id: int | Sequence[int], *, options: RequestOptions | None = None) -> None:
        """Delete models.

        Needs `threedAcl:DELETE`.

        Args:
            id: Id or ids given by the server.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        await self._delete(ops.THREE_D_MODELS_DELETE, body={"items": wrapped(id=id)}, options=options)

    async def retrieve(self, id: int, *, options: RequestOptions | None = None) -> ThreeDModel | None:
        """Get a model.

        Needs `threedAcl:READ`.

        Args:
            id: Id of the 3D model. At least 1.
            options: Settings for this call only.

        Returns:
            The resource; None when it does not exist.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return await self._get(ThreeDModel, ops.THREE_D_MODELS_RETRIEVE, {"model_id": id}, options=options)
