"""The clients of UbiOps. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.call.sync.client import BaseClient
from .._runtime.declarations.lazy_exports import lazy_attribute
from ..configuration import DEFINITION

if TYPE_CHECKING:
    from .._handwritten.sync.core import CoreApi


class ApiClient(BaseClient):
    """Sends requests to UbiOps: connections, authentication, retries, deadlines.

    `CoreApi(client)` makes its operations available; `UbiOps` has them as attributes.
    """

    definition = DEFINITION


class UbiOps(ApiClient):
    """A client of UbiOps.

    Use it as a context manager, or close it. One client may be shared by all tasks.
    """

    @lazy_attribute
    def core(self) -> CoreApi:
        """All operations of the UbiOps API."""
        from .._handwritten.sync.core import CoreApi

        return CoreApi(self)
