"""Models: Usage. Rendered from the spec; do not edit."""

from __future__ import annotations

from datetime import datetime

from .._runtime.codec.models import Model


class UsagePerDayMetric(Model, kw_only=True):
    """The value of a usage metric on one day."""

    day: datetime
    """Start of the day."""

    value: float | int
    """Sum over the day, in the unit of the metric."""


class UsagePerDay(Model, kw_only=True):
    """A usage metric, day by day."""

    object_type: str
    """What was measured: `model_version`, `pipeline` or `connector`."""

    metric: str
    """Name of the metric, such as `gb_seconds` or `input_volume`."""

    usage: list[UsagePerDayMetric]
    """One value per day, in no particular order."""


class UsagePerMonthMetric(Model, kw_only=True):
    """The value of a usage metric in one month."""

    month: datetime
    """Start of the month."""

    value: float | int
    """Sum over the month, in the unit of the metric."""


class UsagePerMonth(Model, kw_only=True):
    """A usage metric, month by month."""

    object_type: str
    """What was measured: `model_version`, `pipeline` or `connector`."""

    metric: str
    """Name of the metric, such as `gb_seconds` or `input_volume`."""

    usage: list[UsagePerMonthMetric]
    """One value per month."""


class ResourceUsage(Model, kw_only=True):
    """How much an organization has created."""

    projects: int
    """Number of projects."""

    users: int
    """Number of users."""

    models: int
    """Number of models."""

    versions: int
    """Number of model versions."""

    connectors: int
    """Number of connectors."""

    pipelines: int
    """Number of pipelines."""


class ProjectResourceUsage(Model, kw_only=True):
    """How much a project contains."""

    models: int
    """Number of models."""

    versions: int
    """Number of model versions."""

    connectors: int
    """Number of connectors."""

    pipelines: int
    """Number of pipelines."""
