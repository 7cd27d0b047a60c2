"""The clients of UbiOps. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.call.aio.client import AsyncBaseClient
from .._runtime.declarations.lazy_exports import lazy_attribute
from ..configuration import DEFINITION

if TYPE_CHECKING:
    from .._handwritten.aio.core import AsyncCoreApi


class AsyncApiClient(AsyncBaseClient):
    """Sends requests to UbiOps: connections, authentication, retries, deadlines.

    `AsyncCoreApi(client)` makes its operations available; `AsyncUbiOps` has them as attributes.
    """

    definition = DEFINITION


class AsyncUbiOps(AsyncApiClient):
    """A client of UbiOps.

    Use it as a context manager, or close it. One client may be shared by all tasks.
    """

    @lazy_attribute
    def core(self) -> AsyncCoreApi:
        """All operations of the UbiOps API."""
        from .._handwritten.aio.core import AsyncCoreApi

        return AsyncCoreApi(self)
