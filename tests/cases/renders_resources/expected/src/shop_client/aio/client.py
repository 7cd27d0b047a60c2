"""The clients of Shop. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._resources.aio.client import AsyncResourceClient
from .._runtime.declarations.lazy_exports import lazy_attribute, public_names
from ..configuration import DEFINITION

if TYPE_CHECKING:
    from .._handwritten.aio.items import AsyncItemsApi


class AsyncApiClient(AsyncResourceClient):
    """Sends requests to Shop: connections, authentication, retries, deadlines.

    `AsyncItemsApi(client)` makes its operations available; `AsyncShop` has them as attributes.
    """

    definition = DEFINITION
    bound = ("shop",)
    missing_ids = "/error/missing"


class AsyncStockGroup:
    """What stands below `client.stock`."""

    def __init__(self, api_client: AsyncApiClient) -> None:
        self._client = api_client

    __dir__ = public_names

    @lazy_attribute
    def items(self) -> AsyncItemsApi:
        """Things for sale."""
        from .._handwritten.aio.items import AsyncItemsApi

        return AsyncItemsApi(self._client)


class AsyncShop(AsyncApiClient):
    """A client of Shop.

    Use it as a context manager, or close it. One client may be shared by all tasks.
    """

    @lazy_attribute
    def stock(self) -> AsyncStockGroup:
        """What stands below `client.stock`."""
        return AsyncStockGroup(self)
