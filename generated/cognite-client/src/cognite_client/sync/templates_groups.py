"""`TemplateGroupsAPI`: the documented methods of `client.templates.groups`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, overload

from .._resources.rules import wrapped
from .._resources.sync.api import ResourceApi
from ..data_classes.templates import TemplateGroup, TemplateGroupList
from ..operations import templates_groups as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions


class TemplateGroupsAPI(ResourceApi):
    """Groups of templates.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    @overload
    def create(self, template_groups: TemplateGroup, *, options: RequestOptions | None = None) -> TemplateGroup: ...
    @overload
    def create(self, template_groups: Iterable[TemplateGroup], *, options: RequestOptions | None = None) -> TemplateGroupList: ...
    def create(
        self, template_groups: TemplateGroup | Iterable[TemplateGroup], *, options: RequestOptions | None = None
    ) -> TemplateGroup | TemplateGroupList:
        """Create groups.

        Answers in the order of the request.

        Args:
            template_groups: The groups.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return self._create(TemplateGroup, TemplateGroupList, ops.TEMPLATE_GROUPS_CREATE, body={"items": template_groups}, options=options)

    @overload
    def upsert(self, template_groups: TemplateGroup, *, options: RequestOptions | None = None) -> TemplateGroup: ...
    @overload
    def upsert(self, template_groups: Iterable[TemplateGroup], *, options: RequestOptions | None = None) -> TemplateGroupList: ...
    def upsert(
        self, template_groups: TemplateGroup | Iterable[TemplateGroup], *, options: RequestOptions | None = None
    ) -> TemplateGroup | TemplateGroupList:
        """Create or replace groups.

        Answers in the order of the request.

        Args:
            template_groups: The groups.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return self._create(TemplateGroup, TemplateGroupList, ops.TEMPLATE_GROUPS_UPSERT, body={"items": template_groups}, options=options)

    def retrieve_multiple(
        self, external_ids: Sequence[str], ignore_unknown_ids: bool = False, *, options: RequestOptions | None = None
    ) -> TemplateGroupList:
        """Look up groups by external id.

        Answers in the order of the request.

        Args:
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
        return self._retrieve_multiple(
            TemplateGroupList,
            ops.TEMPLATE_GROUPS_RETRIEVE,
            body={"items": wrapped(externalId=external_ids), "ignoreUnknownIds": ignore_unknown_ids},
            options=options,
        )

    def list(
        self, limit: float | None = 25, owners: Sequence[str] | None = None, *, options: RequestOptions | None = None
    ) -> TemplateGroupList:
        """List groups that match a filter.

        Args:
            limit: The most resources to return; -1, None or infinity: all.
            owners: People, one of whom answers for the group.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return self._list(TemplateGroupList, ops.TEMPLATE_GROUPS_LIST, body={"filter": {"owners": owners}}, limit=limit, options=options)

    def delete(self, external_ids: str | Sequence[str], ignore_unknown_ids: bool = False, *, options: RequestOptions | None = None) -> None:
        """Delete groups.

        Args:
            external_ids: Id or ids given by the project.
            ignore_unknown_ids: Pass over ids that do not exist instead of refusing the whole request.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        self._delete(
            ops.TEMPLATE_GROUPS_DELETE,
            body={"items": wrapped(externalId=external_ids), "ignoreUnknownIds": ignore_unknown_ids},
            options=options,
        )
