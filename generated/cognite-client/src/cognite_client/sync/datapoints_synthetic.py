"""`SyntheticDatapointsAPI`: the documented methods of `client.datapoints.synthetic`. Rendered from the spec; do not edit."""

from __future__ import annotations

from .._resources.sync.api import ResourceApi


class SyntheticDatapointsAPI(ResourceApi):
    """Formulas over time series.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """
