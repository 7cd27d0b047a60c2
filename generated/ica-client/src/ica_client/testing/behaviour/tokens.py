"""JWTs of ICA: made from an API key, an e-mail address with its password or a psToken; refreshed while they are valid.

They are signed with nothing: only this server believes them. This module must never know batches.
"""

from __future__ import annotations

import base64
from typing import Any

import msgspec

from ..base_behaviour import answers
from ..exchange import Call, Refused
from .problems import Problems

FROM_KEY = "api-key"
FROM_PASSWORD = "password"


class Tokens(Problems):
    """Operations on tokens.

    Attributes:
        token_lifetime: seconds that a new JWT lives, by the server's clock.
    """

    token_lifetime: float = 3600.0

    @answers("create_jwt_token")
    def _create_token(self, call: Call) -> Any:
        origin = FROM_KEY if call.headers.get("x-api-key") else FROM_PASSWORD
        return {"token": self.jwt(origin=origin, tenant=call.query.get("tenant"))}

    @answers("refresh_jwt_token")
    def _refresh_token(self, call: Call) -> Any:
        held = _claims(call.headers.get("authorization", "").partition(" ")[2])
        if held.get("origin") == FROM_KEY:
            raise Refused(400, "a JWT that was made from an API key cannot be refreshed: make a new one from the key")
        return {"token": self.jwt(tenant=held.get("tenant"))}

    def jwt(self, *, origin: str = FROM_PASSWORD, tenant: str | None = None, lifetime: float | None = None) -> str:
        """A new JWT that this server takes until it expires.

        Args:
            origin: what it is made from; one from an API key (`api-key`) cannot be refreshed.
            lifetime: seconds; default: `token_lifetime`.
        """
        now = self.engine.clock.now()
        claims: dict[str, Any] = {
            "iat": int(now),
            "exp": int(now + (self.token_lifetime if lifetime is None else lifetime)),
            "jti": self.engine.identifiers.uuid(),
            "origin": origin,
        }
        if tenant is not None:
            claims["tenant"] = tenant
        token = ".".join([_part({"alg": "none", "typ": "JWT"}), _part(claims), "unsigned"])
        if self.engine.accepted is not None:
            self.engine.accepted.add(f"Bearer {token}")
        return token

    def authenticate(self, call: Call) -> None:
        """Refuse a JWT that has expired. One that this server cannot read is taken, unless the server has a list of what it accepts."""
        scheme, _, token = call.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and _claims(token).get("exp", self.engine.clock.now() + 1) <= self.engine.clock.now():
            raise Refused(401, "the JWT has expired", headers={"www-authenticate": "Bearer"})


def _part(value: Any) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode(value)).decode().rstrip("=")


def _claims(token: str) -> dict[str, Any]:
    """The claims of a JWT of this server's; none for anything else."""
    parts = token.split(".")
    if len(parts) != 3 or parts[2] != "unsigned":
        return {}
    try:
        return msgspec.json.decode(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)), type=dict[str, Any])
    except ValueError:
        return {}
