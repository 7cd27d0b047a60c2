"""`AsyncTemplateGroupVersionsAPI`: the documented methods of `client.templates.versions`. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._resources.aio.api import AsyncResourceApi
from ..data_classes.templates import TemplateGroupVersion, TemplateGroupVersionList
from ..operations import templates_versions as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions


class AsyncTemplateGroupVersionsAPI(AsyncResourceApi):
    """Versions of template groups, with their schemas.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    async def upsert(
        self, external_id: str, version: TemplateGroupVersion, *, options: RequestOptions | None = None
    ) -> TemplateGroupVersion:
        """Write a version of a group.

        Args:
            external_id: External id of the template group. Not empty.
            version: A version to write.
            options: Settings for this call only.

        Returns:
            The version.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return await self._call(ops.TEMPLATE_VERSIONS_UPSERT, {"external_id": external_id}, body=version, options=options)

    async def list(
        self,
        external_id: str,
        limit: float | None = 25,
        min_version: int | None = None,
        max_version: int | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> TemplateGroupVersionList:
        """List the versions of a group.

        Args:
            external_id: External id of the template group. Not empty.
            limit: The most resources to return; -1, None or infinity: all.
            min_version: Least number.
            max_version: Greatest number.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return await self._list(
            TemplateGroupVersionList,
            ops.TEMPLATE_VERSIONS_LIST,
            {"external_id": external_id},
            body={"filter": {"minVersion": min_version, "maxVersion": max_version}},
            limit=limit,
            options=options,
        )

    async def delete(self, external_id: str, version: int, *, options: RequestOptions | None = None) -> None:
        """Delete a version of a group.

        Args:
            external_id: External id of the template group. Not empty.
            version: Number of the version.
            options: Settings for this call only.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        await self._call(ops.TEMPLATE_VERSIONS_DELETE, {"external_id": external_id}, body={"version": version}, options=options)
