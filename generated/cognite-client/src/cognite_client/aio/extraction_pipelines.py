"""`AsyncExtractionPipelinesAPI`: the documented methods of `client.extraction_pipelines`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, overload

from .._resources.aio.api import AsyncResourceApi
from .._resources.rules import wrapped
from ..data_classes.extractionpipelines import ExtractionPipeline, ExtractionPipelineList, ExtractionPipelineUpdate
from ..operations import extraction_pipelines as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions


class AsyncExtractionPipelinesAPI(AsyncResourceApi):
    """Programs that extract data from sources.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    async def list(self, limit: float | None = 25, *, options: RequestOptions | None = None) -> ExtractionPipelineList:
        """List pipelines.

        Needs `extractionpipelinesAcl:READ`.

        Args:
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return await self._list(ExtractionPipelineList, ops.EXTRACTION_PIPELINES_LIST, limit=limit, options=options)

    @overload
    async def create(self, extractionPipeline: ExtractionPipeline, *, options: RequestOptions | None = None) -> ExtractionPipeline: ...
    @overload
    async def create(
        self, extractionPipeline: Iterable[ExtractionPipeline], *, options: RequestOptions | None = None
    ) -> ExtractionPipelineList: ...
    async def create(
        self, extractionPipeline: ExtractionPipeline | Iterable[ExtractionPipeline], *, options: RequestOptions | None = None
    ) -> ExtractionPipeline | ExtractionPipelineList:
        """Create pipelines.

        Answers in the order of the request. Either all are created or none. Needs `extractionpipelinesAcl:WRITE`.

        Args:
            extractionPipeline: The pipelines. Between 1 and 1000 items.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return await self._create(
            ExtractionPipeline, ExtractionPipelineList, ops.EXTRACTION_PIPELINES_CREATE, body={"items": extractionPipeline}, options=options
        )

    async def retrieve(
        self, id: int | None = None, external_id: str | None = None, *, options: RequestOptions | None = None
    ) -> ExtractionPipeline | None:
        """Look up pipelines by id.

        Answers in the order of the request. Needs `extractionpipelinesAcl:READ`.

        Args:
            id: Id given by the server.
            external_id: Id given by the project.
            options: Settings for this call only.

        Returns:
            The resource; None when it does not exist.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return await self._retrieve(
            ExtractionPipeline, ops.EXTRACTION_PIPELINES_RETRIEVE, body={"items": wrapped(id=id, externalId=external_id)}, options=options
        )

    async def retrieve_multiple(
        self,
        ids: Sequence[int] | None = None,
        external_ids: Sequence[str] | None = None,
        ignore_unknown_ids: bool = False,
        *,
        options: RequestOptions | None = None,
    ) -> ExtractionPipelineList:
        """Look up pipelines by id.

        Answers in the order of the request. Needs `extractionpipelinesAcl:READ`.

        Args:
            ids: Ids given by the server.
            external_ids: Ids given by the project.
            ignore_unknown_ids: Pass over ids that do not exist instead of refusing the whole request.
            options: Settings for this call only.

        Returns:
            The resources, in the order of the ids.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return await self._retrieve_multiple(
            ExtractionPipelineList,
            ops.EXTRACTION_PIPELINES_RETRIEVE,
            body={"items": wrapped(id=ids, externalId=external_ids), "ignoreUnknownIds": ignore_unknown_ids},
            options=options,
        )

    @overload
    async def update(
        self, item: ExtractionPipeline | ExtractionPipelineUpdate, *, options: RequestOptions | None = None
    ) -> ExtractionPipeline: ...
    @overload
    async def update(
        self, item: Iterable[ExtractionPipeline | ExtractionPipelineUpdate], *, options: RequestOptions | None = None
    ) -> ExtractionPipelineList: ...
    async def update(
        self,
        item: ExtractionPipeline | ExtractionPipelineUpdate | Iterable[ExtractionPipeline | ExtractionPipelineUpdate],
        *,
        options: RequestOptions | None = None,
    ) -> ExtractionPipeline | ExtractionPipelineList:
        """Change pipelines.

        Only what the changes name is changed. Answers in the order of the request. Needs `extractionpipelinesAcl:WRITE`.

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
            ExtractionPipeline,
            ExtractionPipelineList,
            ExtractionPipelineUpdate,
            ops.EXTRACTION_PIPELINES_UPDATE,
            body={"items": item},
            options=options,
        )

    async def delete(
        self,
        id: int | Sequence[int] | None = None,
        external_id: str | Sequence[str] | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete pipelines and their runs.

        Needs `extractionpipelinesAcl:WRITE`.

        Args:
            id: Id or ids given by the server.
            external_id: Id or ids given by the project.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        await self._delete(ops.EXTRACTION_PIPELINES_DELETE, body={"items": wrapped(id=id, externalId=external_id)}, options=options)
