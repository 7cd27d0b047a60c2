"""`DatapointsAPI`: the documented methods of `client.datapoints`. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._resources.sync.api import ResourceApi
from .._runtime.declarations.lazy_exports import lazy_attribute

if TYPE_CHECKING:
    from .._handwritten.sync.synthetic import SyntheticDatapointsAPI


class DatapointsAPI(ResourceApi):
    """The values of time series.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    @lazy_attribute
    def synthetic(self) -> SyntheticDatapointsAPI:
        """Formulas over time series."""
        from .._handwritten.sync.synthetic import SyntheticDatapointsAPI

        return SyntheticDatapointsAPI(self._client)
