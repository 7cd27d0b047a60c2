"""Token flows for `auth=`: how a client of UbiOps gets its tokens, and renews them.

Example: `UbiOps(auth=ClientCredentials.keycloak("https://login.example.com", "realm", "client-id", "client-secret"))`.
"""

from __future__ import annotations

from ._runtime.auth.oauth.device import DeviceCode, DevicePrompt
from ._runtime.auth.oauth.documented import OpenIdConnect, PasswordGrant
from ._runtime.auth.oauth.flows import ClientCredentials, KeyExchange, RefreshToken, TokenExchange, TokenFunction
from ._runtime.declarations.errors import TokenError

__all__ = [
    "ClientCredentials",
    "DeviceCode",
    "DevicePrompt",
    "KeyExchange",
    "OpenIdConnect",
    "PasswordGrant",
    "RefreshToken",
    "TokenError",
    "TokenExchange",
    "TokenFunction",
]
