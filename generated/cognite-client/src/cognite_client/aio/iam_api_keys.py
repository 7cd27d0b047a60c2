"""`AsyncAPIKeysAPI`: the documented methods of `client.iam.api_keys`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from .._resources.aio.api import AsyncResourceApi
from .._resources.rules import wrapped
from ..data_classes.iam import APIKey, APIKeyList
from ..operations import iam_api_keys as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions


class AsyncAPIKeysAPI(AsyncResourceApi):
    """API keys of service accounts.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    async def list(
        self,
        include_deleted: bool = False,
        all: bool = False,
        service_account_id: int | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> APIKeyList:
        """List API keys.

        API keys belong to an older way to log in, which was withdrawn later. Deleted keys can be listed for 90 days. Needs
        `apikeysAcl:LIST`.

        Args:
            include_deleted: List deleted keys too.
            all: List the keys of all accounts instead of your own.
            service_account_id: Only keys of this account.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return await self._search(
            APIKeyList,
            ops.IAM_API_KEYS_LIST,
            {"include_deleted": include_deleted, "all": all, "service_account_id": service_account_id},
            options=options,
        )

    @overload
    async def create(self, service_account_id: int, *, options: RequestOptions | None = None) -> APIKey: ...
    @overload
    async def create(self, service_account_id: Sequence[int], *, options: RequestOptions | None = None) -> APIKeyList: ...
    async def create(self, service_account_id: int | Sequence[int], *, options: RequestOptions | None = None) -> APIKey | APIKeyList:
        """Create API keys.

        Only this answer holds the values of the keys. Needs `apikeysAcl:CREATE`.

        Args:
            service_account_id: The keys.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return await self._create(
            APIKey, APIKeyList, ops.IAM_API_KEYS_CREATE, body={"items": wrapped(serviceAccountId=service_account_id)}, options=options
        )

    async def delete(self, id: int | Sequence[int], *, options: RequestOptions | None = None) -> None:
        """Delete API keys.

        Needs `apikeysAcl:DELETE`.

        Args:
            id: The ids. At least 1 item.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        await self._delete(ops.IAM_API_KEYS_DELETE, body={"items": id}, options=options)
