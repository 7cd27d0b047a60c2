"""What an API declares about itself: rendered from its document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec


class SecurityScheme(msgspec.Struct, frozen=True, omit_defaults=True):
    """One way to authenticate."""

    name: str
    kind: Literal["apiKey", "basic", "digest", "bearer", "oauth2", "openIdConnect", "mutualTLS"]
    parameter: str = "Authorization"
    """apiKey: the name of the header, query parameter or cookie."""
    location: Literal["header", "query", "cookie"] = "header"
    prefix: str = ""
    """apiKey: put before the key, with a space, when the user sets no prefix of their own."""
    variables: tuple[str, ...] = ()
    """Environment variables that hold the secret (the key or the token), the first that is set counts."""
    token_url: str | None = None
    """For client credentials; a path: on the host of the API."""
    password_url: str | None = None
    """The same for user name and password (OAuth2 flow `password`)."""
    discovery_url: str | None = None
    """openIdConnect: where the provider says what its token endpoint is."""
    scopes: tuple[str, ...] = ()
    """Those that operations ask for; a user may set others."""
    variables_of: Mapping[str, tuple[str, ...]] = {}
    """Environment variables of other settings: `{"client_id": ("SHOP_CLIENT_ID",), "client_secret": …, "token_url": …, "scopes": …, "username": …}`."""
    flow: str | None = None
    """Token flow that the scheme stands for, as `auth.configured` names them; None: those of OpenAPI's `flows` that settings make possible."""


class ServerVariable(msgspec.Struct, frozen=True, omit_defaults=True):
    """A part of the base URL, or of the URL of an operation's own server, in braces."""

    name: str
    default: str | None = None
    values: tuple[str, ...] = ()
    """The values that the document allows; empty: any."""
    variables: tuple[str, ...] = ()
    """Environment variables, the first that is set counts."""


class ApiDefinition(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, dict=True, eq=False):
    """What the spec says of the API as a whole."""

    name: str
    """For people: `UbiOps`."""
    package: str
    """The import name; also the name of the logger."""
    version: str = "0"
    """Of the package, for the user agent."""
    base_url: str | None = None
    """None: the user must give one."""
    base_url_variables: tuple[str, ...] = ()
    """Environment variables for the base URL."""
    base_url_suffix: str = ""
    """Put after a base URL that the user gives without it: `/v2.1`."""
    base_path: str = ""
    """The path of the document's first server, which a base URL of the user's may end with; the path of an operation's own server stands in its place."""
    server_variables: tuple[ServerVariable, ...] = ()
    schemes: tuple[SecurityScheme, ...] = ()
    security: tuple[tuple[str, ...], ...] = ()
    """Alternatives, each the names of schemes that are needed together; `()` among them: credentials are optional. An operation may say otherwise.

    The first alternative for which there are settings is used."""
    idempotency_header: str = "Idempotency-Key"
    request_id_headers: tuple[str, ...] = ("x-request-id", "x-correlation-id", "request-id")
    compress: bool = False
    """Whether the API takes gzip request bodies and clients send them by default."""
    headers: Mapping[str, str] = {}
    """Sent with every request."""
    file_hosts: tuple[str, ...] = ()
    """Hosts that the API may send downloads and uploads on to; see `Configuration`."""
