"""Models: Usage. Rendered from the spec; do not edit."""

from __future__ import annotations

from datetime import datetime

from .._runtime.codec.models import Model


class UsagePerDayMetric(Model, kw_only=True):
    """The value of a usage metric on one day.

    Attributes:
        day: Start of the day.
        value: Sum over the day, in the unit of the metric.
    """

    day: datetime
    """Start of the day."""

    value: float | int
    """Sum over the day, in the unit of the metric."""


class UsagePerDay(Model, kw_only=True):
    """A usage metric, day by day.

    Attributes:
        object_type: What was measured: `model_version`, `pipeline` or `connector`.
        metric: Name of the metric, such as `gb_seconds` or `input_volume`.
        usage: One value per day, in no particular order.
    """

    object_type: str
    """What was measured: `model_version`, `pipeline` or `connector`."""

    metric: str
    """Name of the metric, such as `gb_seconds` or `input_volume`."""

    usage: list[UsagePerDayMetric]
    """One value per day, in no particular order."""


class UsagePerMonthMetric(Model, kw_only=True):
    """The value of a usage metric in one month.

    Attributes:
        month: Start of the month.
        value: Sum over the month, in the unit of the metric.
    """

    month: datetime
    """Start of the month."""

    value: float | int
    """Sum over the month, in the unit of the metric."""


class UsagePerMonth(Model, kw_only=True):
    """A usage metric, month by month.

    Attributes:
        object_type: What was measured: `model_version`, `pipeline` or `connector`.
        metric: Name of the metric, such as `gb_seconds` or `input_volume`.
        usage: One value per month.
    """

    object_type: str
    """What was measured: `model_version`, `pipeline` or `connector`."""

    metric: str
    """Name of the metric, such as `gb_seconds` or `input_volume`."""

    usage: list[UsagePerMonthMetric]
    """One value per month."""


class ResourceUsage(Model, kw_only=True):
    """How much an organization has created.

    Attributes:
        projects: Number of projects.
        users: Number of users.
        models: Number of models.
        versions: Number of model versions.
        connectors: Number of connectors.
        pipelines: Number of pipelines.
    """

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
    """How much a project contains.

    Attributes:
        models: Number of models.
        versions: Number of model versions.
        connectors: Number of connectors.
        pipelines: Number of pipelines.
    """

    models: int
    """Number of models."""

    versions: int
    """Number of model versions."""

    connectors: int
    """Number of connectors."""

    pipelines: int
    """Number of pipelines."""
