"""`TemplatesAPI`: the documented methods of `client.templates`. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._resources.sync.api import ResourceApi
from .._runtime.declarations.lazy_exports import lazy_attribute
from ..data_classes.templates import GraphQlResponse
from ..operations import templates as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions
    from .templates_groups import TemplateGroupsAPI
    from .templates_instances import TemplateInstancesAPI
    from .templates_versions import TemplateGroupVersionsAPI
    from .templates_views import TemplateViewsAPI


class TemplatesAPI(ResourceApi):
    """Queries on templates.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    @lazy_attribute
    def groups(self) -> TemplateGroupsAPI:
        """Groups of templates."""
        from .templates_groups import TemplateGroupsAPI

        return TemplateGroupsAPI(self._client)

    @lazy_attribute
    def versions(self) -> TemplateGroupVersionsAPI:
        """Versions of template groups, with their schemas."""
        from .templates_versions import TemplateGroupVersionsAPI

        return TemplateGroupVersionsAPI(self._client)

    @lazy_attribute
    def instances(self) -> TemplateInstancesAPI:
        """Instances of templates."""
        from .templates_instances import TemplateInstancesAPI

        return TemplateInstancesAPI(self._client)

    @lazy_attribute
    def views(self) -> TemplateViewsAPI:
        """Named queries that templates use."""
        from .templates_views import TemplateViewsAPI

        return TemplateViewsAPI(self._client)

    def graphql_query(self, external_id: str, version: int, query: str, *, options: RequestOptions | None = None) -> GraphQlResponse:
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
        return self._call(
            ops.TEMPLATES_GRAPHQL_QUERY, {"external_id": external_id, "version": version}, body={"query": query}, options=options
        )
