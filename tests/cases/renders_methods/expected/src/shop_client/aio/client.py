"""The clients of Shop. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.call.aio.client import AsyncBaseClient
from .._runtime.declarations.lazy_exports import lazy_attribute
from ..configuration import DEFINITION

if TYPE_CHECKING:
    from .items import AsyncItemsApi


class AsyncApiClient(AsyncBaseClient):
    """Sends requests to Shop: connections, authentication, retries, deadlines.

    `AsyncItemsApi(client)` makes its operations available; `AsyncShop` has them as attributes.
    """

    definition = DEFINITION


class AsyncShop(AsyncApiClient):
    """A client of Shop.

    Use it as a context manager, or close it. One client may be shared by all tasks.
    """

    @lazy_attribute
    def items(self) -> AsyncItemsApi:
        """Things for sale."""
        from .items import AsyncItemsApi

        return AsyncItemsApi(self)
