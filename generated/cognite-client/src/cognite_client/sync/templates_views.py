"""`TemplateViewsAPI`: the documented methods of `client.templates.views`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from .._resources.rules import wrapped
from .._resources.sync.api import ResourceApi
from ..data_classes.templates import View, ViewList, ViewResolveList
from ..operations import templates_views as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions


class TemplateViewsAPI(ResourceApi):
    """Named queries that templates use.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    @overload
    def create(self, external_id: str, version: int, views: View, *, options: RequestOptions | None = None) -> View: ...
    @overload
    def create(self, external_id: str, version: int, views: Iterable[View], *, options: RequestOptions | None = None) -> ViewList: ...
    def create(
        self, external_id: str, version: int, views: View | Iterable[View], *, options: RequestOptions | None = None
    ) -> View | ViewList:
        """Create views.

        Answers in the order of the request.

        Args:
            external_id: External id of the template group. Not empty.
            version: Number of the version.
            views: The views.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return self._create(
            View,
            ViewList,
            ops.TEMPLATE_VIEWS_CREATE,
            {"external_id": external_id, "version": version},
            body={"items": views},
            options=options,
        )

    @overload
    def upsert(self, external_id: str, version: int, views: View, *, options: RequestOptions | None = None) -> View: ...
    @overload
    def upsert(self, external_id: str, version: int, views: Iterable[View], *, options: RequestOptions | None = None) -> ViewList: ...
    def upsert(
        self, external_id: str, version: int, views: View | Iterable[View], *, options: RequestOptions | None = None
    ) -> View | ViewList:
        """Create or replace views.

        Answers in the order of the request.

        Args:
            external_id: External id of the template group. Not empty.
            version: Number of the version.
            views: The views.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return self._create(
            View,
            ViewList,
            ops.TEMPLATE_VIEWS_UPSERT,
            {"external_id": external_id, "version": version},
            body={"items": views},
            options=options,
        )

    def list(self, external_id: str, version: int, limit: float | None = 25, *, options: RequestOptions | None = None) -> ViewList:
        """List the views of a version.

        Args:
            external_id: External id of the template group. Not empty.
            version: Number of the version.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return self._list(
            ViewList,
            ops.TEMPLATE_VIEWS_LIST,
            {"external_id": external_id, "version": version},
            body={"filter": {}},
            limit=limit,
            options=options,
        )

    def resolve(
        self,
        external_id: str,
        version: int,
        view_external_id: str,
        input: Mapping[str, Any],
        limit: float | None = 25,
        *,
        options: RequestOptions | None = None,
    ) -> ViewResolveList:
        """Get what a view shows.

        Args:
            external_id: External id of the template group. Not empty.
            version: Number of the version.
            view_external_id: The view.
            input: Values of the view's parameters, by name.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return self._list(
            ViewResolveList,
            ops.TEMPLATE_VIEWS_RESOLVE,
            {"external_id": external_id, "version": version},
            body={"filter": {}, "externalId": view_external_id, "input": input},
            limit=limit,
            options=options,
        )

    def delete(
        self,
        external_id: str,
        version: int,
        view_external_id: str | Sequence[str],
        ignore_unknown_ids: bool = False,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete views.

        Args:
            external_id: External id of the template group. Not empty.
            version: Number of the version.
            view_external_id: Id or ids given by the project.
            ignore_unknown_ids: Pass over ids that do not exist instead of refusing the whole request.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        self._delete(
            ops.TEMPLATE_VIEWS_DELETE,
            {"external_id": external_id, "version": version},
            body={"items": wrapped(externalId=view_external_id), "ignoreUnknownIds": ignore_unknown_ids},
            options=options,
        )
