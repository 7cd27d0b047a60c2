"""`AsyncTokenApi`: one method per operation. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.declarations.lazy_exports import public_names
from ..operations import token as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions
    from ..models import Token
    from .client import AsyncApiClient


class AsyncTokenApi:
    """Make and refresh JWTs.

    Every method takes `options`: time limits, retries, headers and more for this call only. Every method raises errors of
    `ica_client.exceptions`: `ApiError` for an answer that is not a success, `NoAnswer` when there was none, `OutcomeUnknown`
    when a call that is not safe to repeat may have been applied.
    """

    def __init__(self, api_client: AsyncApiClient) -> None:
        self._client = api_client

    __dir__ = public_names

    async def create_jwt_token(self, *, tenant: str | None = None, options: RequestOptions | None = None) -> Token:
        """Create a JWT.

        Exchanges an API key, an e-mail address with its password (HTTP Basic), or a psToken for a JWT that the other calls take as bearer
        token. How long it lives is not documented; read the `exp` claim.

        Args:
            tenant: The tenant to sign in to, for users who belong to several.
            options: Settings for this call only.

        Returns:
            The token.

        Source: ICA REST specification, POST /api/tokens (inferred).
        """
        return await self._client.call(ops.CREATE_JWT_TOKEN, {"tenant": tenant}, options=options)

    async def refresh_jwt_token(self, *, options: RequestOptions | None = None) -> Token:
        """Exchange a JWT that is still valid for a fresh one.

        Refused for a JWT that was made from an API key; make a new one with that key instead.

        Args:
            options: Settings for this call only.

        Returns:
            The fresh token.

        Source: ICA REST specification, POST /api/tokens:refresh (inferred).
        """
        return await self._client.call(ops.REFRESH_JWT_TOKEN, options=options)
