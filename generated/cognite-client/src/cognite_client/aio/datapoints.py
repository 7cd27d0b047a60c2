"""`AsyncDatapointsAPI`: the documented methods of `client.datapoints`. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._resources.aio.api import AsyncResourceApi
from .._runtime.declarations.lazy_exports import lazy_attribute

if TYPE_CHECKING:
    from .._handwritten.aio.synthetic import AsyncSyntheticDatapointsAPI


class AsyncDatapointsAPI(AsyncResourceApi):
    """The values of time series.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    @lazy_attribute
    def synthetic(self) -> AsyncSyntheticDatapointsAPI:
        """Formulas over time series."""
        from .._handwritten.aio.synthetic import AsyncSyntheticDatapointsAPI

        return AsyncSyntheticDatapointsAPI(self._client)
