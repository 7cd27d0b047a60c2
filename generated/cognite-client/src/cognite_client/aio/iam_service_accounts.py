"""`AsyncServiceAccountsAPI`: the documented methods of `client.iam.service_accounts`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, overload

from .._resources.aio.api import AsyncResourceApi
from ..data_classes.iam import ServiceAccount, ServiceAccountList
from ..operations import iam_service_accounts as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions


class AsyncServiceAccountsAPI(AsyncResourceApi):
    """Accounts for programs.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    async def list(self, *, options: RequestOptions | None = None) -> ServiceAccountList:
        """List service accounts.

        Service accounts belong to an older way to log in, which was withdrawn later. Needs `usersAcl:LIST`.

        Args:
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return await self._search(ServiceAccountList, ops.IAM_SERVICE_ACCOUNTS_LIST, options=options)

    @overload
    async def create(self, service_account: ServiceAccount, *, options: RequestOptions | None = None) -> ServiceAccount: ...
    @overload
    async def create(self, service_account: Iterable[ServiceAccount], *, options: RequestOptions | None = None) -> ServiceAccountList: ...
    async def create(
        self, service_account: ServiceAccount | Iterable[ServiceAccount], *, options: RequestOptions | None = None
    ) -> ServiceAccount | ServiceAccountList:
        """Create service accounts.

        Service accounts belong to an older way to log in, which was withdrawn later. Needs `usersAcl:CREATE`.

        Args:
            service_account: The accounts.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return await self._create(
            ServiceAccount, ServiceAccountList, ops.IAM_SERVICE_ACCOUNTS_CREATE, body={"items": service_account}, options=options
        )

    async def delete(self, id: int | Sequence[int], *, options: RequestOptions | None = None) -> None:
        """Delete service accounts and their API keys.

        One id that does not exist makes the whole request fail. Needs `usersAcl:DELETE`.

        Args:
            id: The ids. At least 1 item.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        await self._delete(ops.IAM_SERVICE_ACCOUNTS_DELETE, body={"items": id}, options=options)
