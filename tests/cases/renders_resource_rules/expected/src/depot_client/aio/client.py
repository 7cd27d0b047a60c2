"""The clients of Depot. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._resources.aio.client import AsyncResourceClient
from .._runtime.declarations.lazy_exports import lazy_attribute
from ..configuration import DEFINITION

if TYPE_CHECKING:
    from .parts import AsyncPartsApi


class AsyncApiClient(AsyncResourceClient):
    """Sends requests to Depot: connections, authentication, retries, deadlines.

    `AsyncPartsApi(client)` makes its operations available; `AsyncDepot` has them as attributes.
    """

    definition = DEFINITION
    bound = ("depot",)
    missing_ids = "/error/missing"


class AsyncDepot(AsyncApiClient):
    """A client of Depot.

    Use it as a context manager, or close it. One client may be shared by all tasks.
    """

    @lazy_attribute
    def parts(self) -> AsyncPartsApi:
        """Things on shelves."""
        from .parts import AsyncPartsApi

        return AsyncPartsApi(self)
