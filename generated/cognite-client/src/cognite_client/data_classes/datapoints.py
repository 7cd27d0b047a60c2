"""Documented classes: datapoints. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._handwritten.contents import DatapointMethods
from .._resources.records import Record
from .._runtime.declarations.lazy_exports import exports
from ._base import CogniteResource

if TYPE_CHECKING:
    from .._handwritten.datapoint_columns import Datapoints, DatapointsList
    from .._handwritten.datapoint_query import DatapointsQuery

__all__ = [
    "Datapoint",
    "Datapoints",
    "DatapointsList",
    "DatapointsQuery",
]

# Loaded when they are first used: they need this module. Their modules are named as seen from this one, not from its package.
if not TYPE_CHECKING:  # A type checker would take any name for one of this module.
    __getattr__, __dir__ = exports(
        __name__,
        {
            "Datapoints": "..._handwritten.datapoint_columns",
            "DatapointsList": "..._handwritten.datapoint_columns",
            "DatapointsQuery": "..._handwritten.datapoint_query",
        },
        globals(),
    )


class Datapoint(DatapointMethods, CogniteResource, Record):
    """A data point: a value, or the figures of one granule that were asked for.

    Attributes:
        timestamp: When; for aggregates, the start of the granule. At least 0.
        value: The value: a number, or a text in a time series of texts.
        average: Average over time.
        max: Greatest value.
        min: Smallest value.
        count: Number of points.
        sum: Sum of the values.
        interpolation: Value at the start of the granule, interpolated.
        step_interpolation: Value at the start of the granule, taken from the last point before.
        continuous_variance: Variance of the interpolated curve.
        discrete_variance: Variance of the points.
        total_variation: Sum of the changes between points.
    """

    timestamp: int | None = None
    """When; for aggregates, the start of the granule. At least 0."""

    value: float | str | None = None
    """The value: a number, or a text in a time series of texts."""

    average: float | None = None
    """Average over time."""

    max: float | None = None
    """Greatest value."""

    min: float | None = None
    """Smallest value."""

    count: int | None = None
    """Number of points."""

    sum: float | None = None
    """Sum of the values."""

    interpolation: float | None = None
    """Value at the start of the granule, interpolated."""

    step_interpolation: float | None = None
    """Value at the start of the granule, taken from the last point before."""

    continuous_variance: float | None = None
    """Variance of the interpolated curve."""

    discrete_variance: float | None = None
    """Variance of the points."""

    total_variation: float | None = None
    """Sum of the changes between points."""
