"""`AsyncSecurityCategoriesAPI`: the documented methods of `client.iam.security_categories`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, overload

from .._resources.aio.api import AsyncResourceApi
from ..data_classes.iam import SecurityCategory, SecurityCategoryList
from ..operations import iam_security_categories as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions


class AsyncSecurityCategoriesAPI(AsyncResourceApi):
    """Categories that restrict who may see a resource.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    async def list(self, limit: float | None = 25, *, options: RequestOptions | None = None) -> SecurityCategoryList:
        """List security categories.

        Needs `securityCategoriesAcl:LIST`.

        Args:
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return await self._list(SecurityCategoryList, ops.IAM_SECURITY_CATEGORIES_LIST, limit=limit, options=options)

    @overload
    async def create(self, security_category: SecurityCategory, *, options: RequestOptions | None = None) -> SecurityCategory: ...
    @overload
    async def create(
        self, security_category: Iterable[SecurityCategory], *, options: RequestOptions | None = None
    ) -> SecurityCategoryList: ...
    async def create(
        self, security_category: SecurityCategory | Iterable[SecurityCategory], *, options: RequestOptions | None = None
    ) -> SecurityCategory | SecurityCategoryList:
        """Create security categories.

        Needs `securityCategoriesAcl:CREATE`.

        Args:
            security_category: The categories.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return await self._create(
            SecurityCategory, SecurityCategoryList, ops.IAM_SECURITY_CATEGORIES_CREATE, body={"items": security_category}, options=options
        )

    async def delete(self, id: int | Sequence[int], *, options: RequestOptions | None = None) -> None:
        """Delete security categories.

        Needs `securityCategoriesAcl:DELETE`.

        Args:
            id: The ids. At least 1 item.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        await self._delete(ops.IAM_SECURITY_CATEGORIES_DELETE, body={"items": id}, options=options)
