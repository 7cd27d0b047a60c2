"""The clients of Illumina Connected Analytics. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.call.aio.client import AsyncBaseClient
from .._runtime.declarations.lazy_exports import lazy_attribute
from ..configuration import DEFINITION

if TYPE_CHECKING:
    from .._handwritten.aio.project_data_linking_batch import AsyncProjectDataLinkingBatchApi
    from .token import AsyncTokenApi


class AsyncApiClient(AsyncBaseClient):
    """Sends requests to Illumina Connected Analytics: connections, authentication, retries, deadlines.

    `AsyncProjectDataLinkingBatchApi(client)` makes its operations available; `AsyncIca` has them as attributes.
    """

    definition = DEFINITION


class AsyncIca(AsyncApiClient):
    """A client of Illumina Connected Analytics.

    Use it as a context manager, or close it. One client may be shared by all tasks.
    """

    @lazy_attribute
    def project_data_linking_batch(self) -> AsyncProjectDataLinkingBatchApi:
        """Link data into a project in batches, and follow them."""
        from .._handwritten.aio.project_data_linking_batch import AsyncProjectDataLinkingBatchApi

        return AsyncProjectDataLinkingBatchApi(self)

    @lazy_attribute
    def token(self) -> AsyncTokenApi:
        """Make and refresh JWTs."""
        from .token import AsyncTokenApi

        return AsyncTokenApi(self)
