"""Which way to sign in the environment asks for, and with what: Keycloak, an API key, or Azure Entra, in this order.

This module must never know how a token is fetched, and never shows a secret.
"""

from __future__ import annotations

import os
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from logging import getLogger
from typing import Literal

from .._runtime.auth.oauth.flows import ClientCredentials
from .._runtime.auth.oauth.providers import ENTRA
from .._runtime.declarations.errors import ConfigurationError
from .failures import NoConnectionSettings

Method = Literal["keycloak", "api_key", "entra"]

URL = "CSM_API_URL"
LABELS: Mapping[Method, str] = {
    "keycloak": "Keycloak Connection",
    "api_key": "Cosmo Tech API Key",
    "entra": "Azure Entra Connection",
}
VARIABLES: Mapping[Method, tuple[str, ...]] = {
    "keycloak": (URL, "IDP_BASE_URL", "IDP_TENANT_ID", "IDP_CLIENT_ID", "IDP_CLIENT_SECRET"),
    "api_key": (URL, "CSM_API_KEY"),
    "entra": (URL, "CSM_API_SCOPE", "AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET", "AZURE_TENANT_ID"),
}
"""What each way needs, in the order in which the ways are tried. All of a way must be set and not empty."""
KEY_HEADER = "X-CSM-API-KEY"


@dataclass(frozen=True, repr=False)
class Wanted:
    """The way to sign in that the environment asks for, with its settings."""

    method: Method
    label: str
    base_url: str
    environ: Mapping[str, str]

    @property
    def key_header(self) -> str:
        """The header that carries an API key."""
        return self.environ.get("CSM_API_KEY_HEADER") or KEY_HEADER

    @property
    def key(self) -> str:
        """The API key."""
        return self.environ["CSM_API_KEY"]

    def flow(self) -> ClientCredentials:
        """How to get tokens (not for an API key).

        Raises:
            ConfigurationError: a setting cannot be used.
        """
        prefix = "IDP" if self.method == "keycloak" else "AZURE"
        identity, secret = self.environ[f"{prefix}_CLIENT_ID"], self.environ[f"{prefix}_CLIENT_SECRET"]
        sources = {name: f"environment variable {prefix}_{name.upper()}" for name in ("client_id", "client_secret")}
        try:
            if self.method == "keycloak":
                return ClientCredentials.keycloak(
                    self.environ["IDP_BASE_URL"], self.environ["IDP_TENANT_ID"], identity, secret, sources=sources
                )
            authority = self.environ.get("AZURE_AUTHORITY_HOST") or ENTRA
            authority = authority if "://" in authority else f"https://{authority}"
            return ClientCredentials.entra(
                self.environ["AZURE_TENANT_ID"], identity, secret, scope=self.environ["CSM_API_SCOPE"], authority=authority, sources=sources
            )
        except ValueError as error:
            variable = "IDP_BASE_URL or IDP_TENANT_ID" if self.method == "keycloak" else "AZURE_TENANT_ID or AZURE_AUTHORITY_HOST"
            raise ConfigurationError(f"{self.label}: {error} (look at the environment variable {variable})") from None

    def trust(self) -> bool | ssl.SSLContext:
        """The certificates to trust: the usual ones, and those of the file that IDP_CA_CERT names, if it is there.

        Raises:
            ConfigurationError: the file holds no certificates.
        """
        file = self.environ.get("IDP_CA_CERT") if self.method == "keycloak" else None
        if not file:
            return True
        if not os.path.exists(file):
            getLogger("cosmotech_client").warning("IDP_CA_CERT names a file that does not exist: %s. It is ignored.", file)
            return True
        import certifi

        context = ssl.create_default_context(cafile=certifi.where())
        try:
            context.load_verify_locations(file)
        except OSError as error:
            raise ConfigurationError(f"IDP_CA_CERT: the certificates at {file!r} cannot be used ({error.strerror or 'not PEM'})") from None
        return context

    def __repr__(self) -> str:
        return f"<Wanted: {self.label}>"


def wanted(environ: Mapping[str, str] | None = None) -> Wanted:
    """The first way to sign in whose variables are all set.

    Raises:
        NoConnectionSettings: there is none; the message says for each way what is missing.
    """
    found = dict(os.environ if environ is None else environ)
    missing: dict[Method, list[str]] = {
        method: [name for name in names if not found.get(name, "").strip()] for method, names in VARIABLES.items()
    }
    for method, names in missing.items():
        if not names:
            return Wanted(method, LABELS[method], found[URL].strip(), found)
    raise NoConnectionSettings(
        "no way to connect to the Cosmo Tech API is complete in the environment. Not set:"
        + "".join(f"\n  {LABELS[method]}: {', '.join(names)}" for method, names in sorted(missing.items(), key=_begun)),
        missing={LABELS[method]: names for method, names in missing.items()},
    )


def _begun(way: tuple[Method, list[str]]) -> bool:
    """For sorting: ways of which something of their own is set come first; they are most likely meant."""
    method, names = way
    own = [name for name in VARIABLES[method] if name != URL]
    return len([name for name in names if name != URL]) == len(own)
