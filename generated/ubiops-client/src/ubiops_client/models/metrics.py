"""Models: Metrics. Rendered from the spec; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime.codec.models import Model

if TYPE_CHECKING:
    MetricsGetInterval: TypeAlias = Literal["minute", "hour", "day", "month"]
    MetricsGetMetric: TypeAlias = Literal[
        "requests",
        "input_volume",
        "object_requests",
        "output_volume",
        "outputs",
        "compute",
        "instances",
        "gb_seconds",
        "active_time",
        "volume",
    ]
    MetricsGetObjectType: TypeAlias = Literal["model_version", "connector", "pipeline"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    MetricsGetInterval = str
    MetricsGetMetric = str
    MetricsGetObjectType = str


class Metrics(Model, kw_only=True):
    """The value of a metric over one interval.

    Attributes:
        start_time: Start of the interval.
        end_time: End of the interval.
        value: Sum over the interval, in the unit of the metric: a count, bytes, seconds or GB seconds.
    """

    start_time: datetime
    """Start of the interval."""

    end_time: datetime
    """End of the interval."""

    value: float | int
    """Sum over the interval, in the unit of the metric: a count, bytes, seconds or GB seconds."""
