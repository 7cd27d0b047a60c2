"""`AsyncTemplateInstancesAPI`: the documented methods of `client.templates.instances`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, overload

from .._resources.aio.api import AsyncResourceApi
from .._resources.rules import wrapped
from ..data_classes.templates import TemplateInstance, TemplateInstanceList
from ..operations import templates_instances as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions


class AsyncTemplateInstancesAPI(AsyncResourceApi):
    """Instances of templates.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    @overload
    async def create(
        self, external_id: str, version: int, instances: TemplateInstance, *, options: RequestOptions | None = None
    ) -> TemplateInstance: ...
    @overload
    async def create(
        self, external_id: str, version: int, instances: Iterable[TemplateInstance], *, options: RequestOptions | None = None
    ) -> TemplateInstanceList: ...
    async def create(
        self,
        external_id: str,
        version: int,
        instances: TemplateInstance | Iterable[TemplateInstance],
        *,
        options: RequestOptions | None = None,
    ) -> TemplateInstance | TemplateInstanceList:
        """Create instances.

        Answers in the order of the request.

        Args:
            external_id: External id of the template group. Not empty.
            version: Number of the version.
            instances: The instances.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return await self._create(
            TemplateInstance,
            TemplateInstanceList,
            ops.TEMPLATE_INSTANCES_CREATE,
            {"external_id": external_id, "version": version},
            body={"items": instances},
            options=options,
        )

    @overload
    async def upsert(
        self, external_id: str, version: int, instances: TemplateInstance, *, options: RequestOptions | None = None
    ) -> TemplateInstance: ...
    @overload
    async def upsert(
        self, external_id: str, version: int, instances: Iterable[TemplateInstance], *, options: RequestOptions | None = None
    ) -> TemplateInstanceList: ...
    async def upsert(
        self,
        external_id: str,
        version: int,
        instances: TemplateInstance | Iterable[TemplateInstance],
        *,
        options: RequestOptions | None = None,
    ) -> TemplateInstance | TemplateInstanceList:
        """Create or replace instances.

        Answers in the order of the request.

        Args:
            external_id: External id of the template group. Not empty.
            version: Number of the version.
            instances: The instances.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return await self._create(
            TemplateInstance,
            TemplateInstanceList,
            ops.TEMPLATE_INSTANCES_UPSERT,
            {"external_id": external_id, "version": version},
            body={"items": instances},
            options=options,
        )

    async def retrieve_multiple(
        self,
        external_id: str,
        version: int,
        external_ids: Sequence[str],
        ignore_unknown_ids: bool = False,
        *,
        options: RequestOptions | None = None,
    ) -> TemplateInstanceList:
        """Look up instances by external id.

        Answers in the order of the request.

        Args:
            external_id: External id of the template group. Not empty.
            version: Number of the version.
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
            TemplateInstanceList,
            ops.TEMPLATE_INSTANCES_RETRIEVE,
            {"external_id": external_id, "version": version},
            body={"items": wrapped(externalId=external_ids), "ignoreUnknownIds": ignore_unknown_ids},
            options=options,
        )

    async def list(
        self,
        external_id: str,
        version: int,
        limit: float | None = 25,
        data_set_ids: Sequence[int] | None = None,
        template_names: Sequence[str] | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> TemplateInstanceList:
        """List instances that match a filter.

        Args:
            external_id: External id of the template group. Not empty.
            version: Number of the version.
            limit: The most resources to return; -1, None or infinity: all.
            data_set_ids: Data sets, one of which the resource belongs to.
            template_names: Names of templates, one of which it is an instance of.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return await self._list(
            TemplateInstanceList,
            ops.TEMPLATE_INSTANCES_LIST,
            {"external_id": external_id, "version": version},
            body={"filter": {"dataSetIds": data_set_ids, "templateNames": template_names}},
            limit=limit,
            options=options,
        )

    async def delete(
        self,
        external_id: str,
        version: int,
        external_ids: str | Sequence[str],
        ignore_unknown_ids: bool = False,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete instances.

        Args:
            external_id: External id of the template group. Not empty.
            version: Number of the version.
            external_ids: Id or ids given by the project.
            ignore_unknown_ids: Pass over ids that do not exist instead of refusing the whole request.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        await self._delete(
            ops.TEMPLATE_INSTANCES_DELETE,
            {"external_id": external_id, "version": version},
            body={"items": wrapped(externalId=external_ids), "ignoreUnknownIds": ignore_unknown_ids},
            options=options,
        )
