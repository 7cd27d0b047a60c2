"""The token endpoints of well-known providers: Microsoft Entra, Keycloak."""

from __future__ import annotations

import re
from urllib.parse import quote

ENTRA = "https://login.microsoftonline.com"


def entra_url(tenant: str, authority: str = ENTRA) -> str:
    """The token endpoint of a Microsoft Entra tenant (its id or domain name)."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.\-]*", tenant):
        raise ValueError("tenant must be the id or the domain name of a directory")
    return f"{authority.rstrip('/')}/{tenant}/oauth2/v2.0/token"


def default_scope(scope: str) -> str:
    """Entra wants `<application>/.default` in the client credentials flow."""
    return scope if scope.endswith("/.default") or " " in scope else f"{scope.rstrip('/')}/.default"


def keycloak_url(base_url: str, realm: str) -> str:
    """The token endpoint of a Keycloak realm."""
    if not realm or realm in (".", ".."):
        raise ValueError("realm is missing or empty")
    return f"{base_url.rstrip('/')}/realms/{quote(realm, safe='')}/protocol/openid-connect/token"
