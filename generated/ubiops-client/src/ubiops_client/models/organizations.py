"""Models: Organizations. Rendered from the spec; do not edit."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import UNSET, UnsetType

from .._runtime.codec.models import Model


class OrganizationList(Model, kw_only=True):
    """An organization, as shown in lists.

    Attributes:
        id: Id of the organization. A UUID.
        name: Name of the organization, unique among all organizations.
        creation_date: When the organization was created.
    """

    id: str
    """Id of the organization. A UUID."""

    name: str
    """Name of the organization, unique among all organizations."""

    creation_date: datetime
    """When the organization was created."""


class OrganizationCreate(Model, kw_only=True):
    """An organization to be created.

    Attributes:
        name: Name of the organization, unique among all organizations: lowercase letters, digits and dashes, a letter first. Between 1
            and 64 characters. Matches `^[a-z][a-z0-9-]*$`.
        subscription: Name of the subscription. Not empty.
        subscription_agreed: Whether the services agreement and the terms and conditions are accepted.
        subscription_end_date: Day on which the subscription is cancelled. Not possible for `free`, which always runs for a year. A
            date.
    """

    name: str
    """Name of the organization, unique among all organizations: lowercase letters, digits and dashes, a letter first. Between 1 and 64
    characters. Matches `^[a-z][a-z0-9-]*$`."""

    subscription: str
    """Name of the subscription. Not empty."""

    subscription_agreed: bool
    """Whether the services agreement and the terms and conditions are accepted."""

    subscription_end_date: date | None = None
    """Day on which the subscription is cancelled. Not possible for `free`, which always runs for a year. A date."""


class OrganizationDetail(Model, kw_only=True):
    """An organization.

    Attributes:
        id: Id of the organization. A UUID.
        name: Name of the organization, unique among all organizations.
        creation_date: When the organization was created.
        subscription: Name of its subscription.
        status: State of the organization. The document's examples do not show it.
    """

    id: str
    """Id of the organization. A UUID."""

    name: str
    """Name of the organization, unique among all organizations."""

    creation_date: datetime
    """When the organization was created."""

    subscription: str | None = None
    """Name of its subscription."""

    status: str | None = None
    """State of the organization. The document's examples do not show it."""


class OrganizationUpdate(Model, kw_only=True):
    """Changes to an organization.

    Attributes:
        name: New name: lowercase letters, digits and dashes, a letter first. Between 1 and 64 characters. Matches `^[a-z][a-z0-9-]*$`.
        subscription: Name of the new subscription. Not empty.
        subscription_agreed: Whether the agreement and the terms and conditions of the new subscription are accepted.
        subscription_end_date: Day on which the subscription is cancelled; null removes a day that was set before. A date.
    """

    name: str | None = None
    """New name: lowercase letters, digits and dashes, a letter first. Between 1 and 64 characters. Matches `^[a-z][a-z0-9-]*$`."""

    subscription: str | None = None
    """Name of the new subscription. Not empty."""

    subscription_agreed: bool | None = None
    """Whether the agreement and the terms and conditions of the new subscription are accepted."""

    subscription_end_date: date | None | UnsetType = UNSET
    """Day on which the subscription is cancelled; null removes a day that was set before. A date."""


class OrganizationSubscriptionList(Model, kw_only=True):
    """A subscription that an organization has or had.

    Attributes:
        id: Id of the organization. A UUID.
        subscription: Name of the subscription.
        start_date: Day on which the subscription began. A date.
        subscription_agreement_user: Email address of the user who accepted its terms.
        subscription_update_user: Email address of the user who changed to it; empty when nobody did.
    """

    id: str
    """Id of the organization. A UUID."""

    subscription: str
    """Name of the subscription."""

    start_date: date
    """Day on which the subscription began. A date."""

    subscription_agreement_user: str | None = None
    """Email address of the user who accepted its terms."""

    subscription_update_user: str | None = None
    """Email address of the user who changed to it; empty when nobody did."""


class OrganizationUserDetail(Model, kw_only=True):
    """A user of an organization.

    Attributes:
        id: Id of the user. A UUID.
        email: Email address of the user. An e-mail address.
        name: First name of the user.
        surname: Last name of the user.
        status: State of the user's account. The document's examples do not show it.
        admin: Whether the user has admin rights in the organization.
    """

    id: str
    """Id of the user. A UUID."""

    email: str
    """Email address of the user. An e-mail address."""

    name: str | None = None
    """First name of the user."""

    surname: str | None = None
    """Last name of the user."""

    status: str | None = None
    """State of the user's account. The document's examples do not show it."""

    admin: bool
    """Whether the user has admin rights in the organization."""


class OrganizationUserCreate(Model, kw_only=True):
    """A user to be added to an organization.

    Attributes:
        email: Email address of the user. An e-mail address. Not empty.
        admin: Whether the user becomes an admin of the organization. Default on the server: `false`.
    """

    email: str
    """Email address of the user. An e-mail address. Not empty."""

    admin: bool | None = None
    """Whether the user becomes an admin of the organization. Default on the server: `false`."""


class OrganizationUserUpdate(Model, kw_only=True):
    """Changes to a user of an organization.

    Attributes:
        admin: Whether the user has admin rights in the organization. Default on the server: `false`.
    """

    admin: bool | None = None
    """Whether the user has admin rights in the organization. Default on the server: `false`."""
