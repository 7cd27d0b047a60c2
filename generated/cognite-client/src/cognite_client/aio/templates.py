"""`AsyncTemplatesAPI`: the documented methods of `client.templates`. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._resources.aio.api import AsyncResourceApi
from .._runtime.declarations.lazy_exports import lazy_attribute
from ..data_classes.templates import GraphQlResponse
from ..operations import templates as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions
    from .templates_groups import AsyncTemplateGroupsAPI
    from .templates_instances import AsyncTemplateInstancesAPI
    from .templates_versions import AsyncTemplateGroupVersionsAPI
    from .templates_views import AsyncTemplateViewsAPI


class AsyncTemplatesAPI(AsyncResourceApi):
    """Queries on templates.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    @lazy_attribute
    def groups(self) -> AsyncTemplateGroupsAPI:
        """Groups of templates."""
        from .templates_groups import AsyncTemplateGroupsAPI

        return AsyncTemplateGroupsAPI(self._client)

    @lazy_attribute
    def versions(self) -> AsyncTemplateGroupVersionsAPI:
        """Versions of template groups, with their schemas."""
        from .templates_versions import AsyncTemplateGroupVersionsAPI

        return AsyncTemplateGroupVersionsAPI(self._client)

    @lazy_attribute
    def instances(self) -> AsyncTemplateInstancesAPI:
        """Instances of templates."""
        from .templates_instances import AsyncTemplateInstancesAPI

        return AsyncTemplateInstancesAPI(self._client)

    @lazy_attribute
    def views(self) -> AsyncTemplateViewsAPI:
        """Named queries that templates use."""
        from .templates_views import AsyncTemplateViewsAPI

        return AsyncTemplateViewsAPI(self._client)

    async def graphql_query(self, external_id: str, version: int, query: str, *, options: RequestOptions | None = None) -> GraphQlResponse:
        """Query the instances of a version in GraphQL.

        The status is 200 even where the answer lists errors.

        Args:
            external_id: External id of the template group. Not empty.
            version: Number of the version.
            query: The query.
            options: Settings for this call only.

        Returns:
            The data and the errors.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return await self._call(
            ops.TEMPLATES_GRAPHQL_QUERY, {"external_id": external_id, "version": version}, body={"query": query}, options=options
        )
