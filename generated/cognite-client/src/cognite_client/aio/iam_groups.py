"""`AsyncGroupsAPI`: the documented methods of `client.iam.groups`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, overload

from .._resources.aio.api import AsyncResourceApi
from ..data_classes.iam import Group, GroupList, ServiceAccountList
from ..operations import iam_groups as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions


class AsyncGroupsAPI(AsyncResourceApi):
    """Groups of callers, and what they may do.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    async def list(self, all: bool = False, *, options: RequestOptions | None = None) -> GroupList:
        """List groups.

        Needs `groupsAcl:LIST`.

        Args:
            all: List all groups instead of those that you are in.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return await self._search(GroupList, ops.IAM_GROUPS_LIST, {"all": all}, options=options)

    @overload
    async def create(self, group: Group, *, options: RequestOptions | None = None) -> Group: ...
    @overload
    async def create(self, group: Iterable[Group], *, options: RequestOptions | None = None) -> GroupList: ...
    async def create(self, group: Group | Iterable[Group], *, options: RequestOptions | None = None) -> Group | GroupList:
        """Create groups.

        Needs `groupsAcl:CREATE`.

        Args:
            group: The groups.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return await self._create(Group, GroupList, ops.IAM_GROUPS_CREATE, body={"items": group}, options=options)

    async def delete(self, id: int | Sequence[int], *, options: RequestOptions | None = None) -> None:
        """Delete groups.

        Needs `groupsAcl:DELETE`.

        Args:
            id: The ids. At least 1 item.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        await self._delete(ops.IAM_GROUPS_DELETE, body={"items": id}, options=options)

    async def list_service_accounts(self, id: int, *, options: RequestOptions | None = None) -> ServiceAccountList:
        """List the service accounts in a group.

        Needs `groupsAcl:READ`.

        Args:
            id: Id of the group.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return await self._search(ServiceAccountList, ops.IAM_GROUPS_LIST_SERVICE_ACCOUNTS, {"group_id": id}, options=options)

    async def add_service_account(self, id: int, service_account_id: int | Sequence[int], *, options: RequestOptions | None = None) -> None:
        """Put service accounts into a group.

        Needs `groupsAcl:UPDATE`.

        Args:
            id: Id of the group.
            service_account_id: The ids. At least 1 item.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        await self._delete(ops.IAM_GROUPS_ADD_SERVICE_ACCOUNT, {"group_id": id}, body={"items": service_account_id}, options=options)

    async def remove_service_account(
        self, id: int, service_account_id: int | Sequence[int], *, options: RequestOptions | None = None
    ) -> None:
        """Take service accounts out of a group.

        Needs `groupsAcl:UPDATE`.

        Args:
            id: Id of the group.
            service_account_id: The ids. At least 1 item.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        await self._delete(ops.IAM_GROUPS_REMOVE_SERVICE_ACCOUNT, {"group_id": id}, body={"items": service_account_id}, options=options)
