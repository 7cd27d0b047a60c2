"""Models: Subscriptions. Rendered from the spec; do not edit."""

from __future__ import annotations

from .._runtime.codec.models import Model


class SubscriptionList(Model, kw_only=True):
    """A subscription, as shown in lists.

    Attributes:
        id: Id of the subscription. A UUID.
        name: Name of the subscription.
    """

    id: str
    """Id of the subscription. A UUID."""

    name: str
    """Name of the subscription."""


class SubscriptionCreate(Model, kw_only=True):
    """A subscription to be created.

    Attributes:
        name: Name of the subscription. Between 1 and 64 characters.
        max_projects: How many projects may be created.
        max_users: How many users may be created.
        logs_retention_days: For how many days the logs of projects are kept.
        gb_seconds: How much may be computed: memory of the models in GB, times the seconds that they run.
        resources: How many connectors, pipelines and model versions may be created, taken together.
        agreement: Link to the subscription agreement. At most 1024 characters.
        terms_conditions: Link to the terms and conditions. At most 1024 characters.
        hidden: Whether the subscription is private (true) or public (false).
    """

    name: str
    """Name of the subscription. Between 1 and 64 characters."""

    max_projects: int
    """How many projects may be created."""

    max_users: int
    """How many users may be created."""

    logs_retention_days: int
    """For how many days the logs of projects are kept."""

    gb_seconds: int
    """How much may be computed: memory of the models in GB, times the seconds that they run."""

    resources: int
    """How many connectors, pipelines and model versions may be created, taken together."""

    agreement: str | None = None
    """Link to the subscription agreement. At most 1024 characters."""

    terms_conditions: str | None = None
    """Link to the terms and conditions. At most 1024 characters."""

    hidden: bool
    """Whether the subscription is private (true) or public (false)."""


class SubscriptionDetail(Model, kw_only=True):
    """A subscription with its limits.

    Attributes:
        id: Id of the subscription. A UUID.
        name: Name of the subscription.
        max_projects: How many projects may be created.
        max_users: How many users may be created.
        agreement: Link to the subscription agreement; empty when there is none.
        terms_conditions: Link to the terms and conditions; empty when there is none.
        gb_seconds: How much may be computed: memory of the models in GB, times the seconds that they run.
        resources: How many connectors, pipelines and model versions may be created, taken together.
    """

    id: str
    """Id of the subscription. A UUID."""

    name: str
    """Name of the subscription."""

    max_projects: int
    """How many projects may be created."""

    max_users: int
    """How many users may be created."""

    agreement: str | None = None
    """Link to the subscription agreement; empty when there is none."""

    terms_conditions: str | None = None
    """Link to the terms and conditions; empty when there is none."""

    gb_seconds: int
    """How much may be computed: memory of the models in GB, times the seconds that they run."""

    resources: int
    """How many connectors, pipelines and model versions may be created, taken together."""


class SubscriptionUpdate(Model, kw_only=True):
    """Changes to a subscription.

    Attributes:
        name: New name of the subscription. Not empty.
        max_projects: How many projects may be created.
        max_users: How many users may be created.
        logs_retention_days: For how many days the logs of projects are kept.
        gb_seconds: How much may be computed: memory of the models in GB, times the seconds that they run.
        resources: How many connectors, pipelines and model versions may be created, taken together.
        agreement: Link to the subscription agreement. At most 1024 characters.
        terms_conditions: Link to the terms and conditions. At most 1024 characters.
        hidden: Whether the subscription is private (true) or public (false).
    """

    name: str | None = None
    """New name of the subscription. Not empty."""

    max_projects: int | None = None
    """How many projects may be created."""

    max_users: int | None = None
    """How many users may be created."""

    logs_retention_days: int | None = None
    """For how many days the logs of projects are kept."""

    gb_seconds: int | None = None
    """How much may be computed: memory of the models in GB, times the seconds that they run."""

    resources: int | None = None
    """How many connectors, pipelines and model versions may be created, taken together."""

    agreement: str | None = None
    """Link to the subscription agreement. At most 1024 characters."""

    terms_conditions: str | None = None
    """Link to the terms and conditions. At most 1024 characters."""

    hidden: bool | None = None
    """Whether the subscription is private (true) or public (false)."""
