"""Models: Users. Rendered from the spec; do not edit."""

from __future__ import annotations

from datetime import datetime

from .._runtime.codec.models import Model


class UserDetail(Model, kw_only=True):
    """A user.

    Attributes:
        id: Id of the user. A UUID.
        email: Email address. An e-mail address.
        type: Kind of user, such as `user`. Shown in one example of the document only.
        name: First name.
        surname: Last name.
        registration_date: When the user signed up.
    """

    id: str
    """Id of the user. A UUID."""

    email: str
    """Email address. An e-mail address."""

    type: str | None = None
    """Kind of user, such as `user`. Shown in one example of the document only."""

    name: str | None = None
    """First name."""

    surname: str | None = None
    """Last name."""

    registration_date: datetime
    """When the user signed up."""


class UserPendingCreate(Model, kw_only=True):
    """A user who signs up.

    Attributes:
        email: Email address, unique among all users. An e-mail address. Between 1 and 254 characters.
        password: Password, at least 8 characters. Between 8 and 128 characters.
        name: First name. At most 256 characters.
        surname: Last name. At most 256 characters.
        terms_conditions: Must be true; the user accepts the terms and conditions.
    """

    secret_fields = frozenset(("password",))

    email: str
    """Email address, unique among all users. An e-mail address. Between 1 and 254 characters."""

    password: str
    """Password, at least 8 characters. Between 8 and 128 characters."""

    name: str | None = None
    """First name. At most 256 characters."""

    surname: str | None = None
    """Last name. At most 256 characters."""

    terms_conditions: bool
    """Must be true; the user accepts the terms and conditions."""


class UserPendingDetail(Model, kw_only=True):
    """A user who has signed up and not yet confirmed the email address.

    Attributes:
        email: Email address. An e-mail address.
        name: First name.
        surname: Last name.
    """

    email: str
    """Email address. An e-mail address."""

    name: str | None = None
    """First name."""

    surname: str | None = None
    """Last name."""


class UserUpdate(Model, kw_only=True):
    """Changes to your own user.

    Attributes:
        email: New email address. An e-mail address. Between 1 and 254 characters.
        password: New password: at least 8 characters, among them a capital letter, a lowercase letter, a digit and a symbol. Between 8
            and 128 characters.
        previous_password: The password so far; required with a new one. Not empty.
        name: New first name. At most 256 characters.
        surname: New last name. At most 256 characters.
    """

    secret_fields = frozenset(("password", "previous_password"))

    email: str | None = None
    """New email address. An e-mail address. Between 1 and 254 characters."""

    password: str | None = None
    """New password: at least 8 characters, among them a capital letter, a lowercase letter, a digit and a symbol. Between 8 and 128
    characters."""

    previous_password: str | None = None
    """The password so far; required with a new one. Not empty."""

    name: str | None = None
    """New first name. At most 256 characters."""

    surname: str | None = None
    """New last name. At most 256 characters."""
