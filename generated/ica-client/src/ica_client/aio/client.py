"""The clients of Illumina Connected Analytics. Rendered from the spec; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime.call.aio.client import AsyncBaseClient
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

    @cached_property
    def project_data_linking_batch(self) -> AsyncProjectDataLinkingBatchApi:
        """Link data into a project in batches, and follow them."""
        from .._handwritten.aio.project_data_linking_batch import AsyncProjectDataLinkingBatchApi

        return AsyncProjectDataLinkingBatchApi(self)

    @cached_property
    def token(self) -> AsyncTokenApi:
        """Make and refresh JWTs."""
        from .token import AsyncTokenApi

        return AsyncTokenApi(self)
