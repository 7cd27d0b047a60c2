"""Token flows for `auth=`: how a client of Illumina Connected Analytics gets its tokens, and gets new ones in time.

Example: `Ica(auth=ClientCredentials.keycloak("https://login.example.com", "realm", "client-id", "client-secret"))`.
"""

from __future__ import annotations

from ._runtime.device import DeviceCode
from ._runtime.errors import TokenError
from ._runtime.flows import ClientCredentials, KeyExchange, RefreshToken, TokenExchange, TokenFunction
from ._runtime.grants import DevicePrompt

__all__ = ["ClientCredentials", "DeviceCode", "DevicePrompt", "KeyExchange", "RefreshToken", "TokenError", "TokenExchange", "TokenFunction"]
