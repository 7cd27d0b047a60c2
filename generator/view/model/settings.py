"""The part of the view model for what a user of a client sets. Frozen, like all of it."""

from __future__ import annotations

from .parts import Code, Name, Part, Text


class SecurityScheme(Part, frozen=True):
    name: Text
    kind: str
    """apiKey, bearer, basic, digest, oauth2, openIdConnect, mutualTLS"""
    parameter: Text
    location: str
    variables: tuple[Text, ...]
    hint: Text
    prefix: Text
    """apiKey: what stands before the key."""
    token_url: Text
    password_url: Text
    discovery_url: Text
    scopes: tuple[Text, ...]

    @property
    def is_key(self) -> bool:
        return self.kind == "apiKey"

    @property
    def is_token(self) -> bool:
        """A bearer token, however it is come by."""
        return self.kind in ("bearer", "oauth2", "openIdConnect")

    @property
    def is_key_elsewhere(self) -> bool:
        """A key that does not go into a header."""
        return self.is_key and self.location != "header"


class ServerVariable(Part, frozen=True):
    """A part of the base URL in braces."""

    name: Text
    default: Text | None
    values: tuple[Text, ...]
    variables: tuple[Text, ...]


class Variable(Part, frozen=True):
    """An environment variable that a client reads."""

    name: Text
    meaning: Text


class Setting(Part, frozen=True):
    """A keyword of the clients' constructor."""

    name: Name
    declared: Code
    """As a signature has it."""
    notes: tuple[Text, ...]

    @property
    def is_made(self) -> bool:
        """Its default is the result of a call."""
        return self.declared.endswith(")")
