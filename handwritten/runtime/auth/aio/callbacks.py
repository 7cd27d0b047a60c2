"""Credentials that a function of the caller's gives for each request."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...concurrency.aio.primitives import supplied
from ...declarations.api import SecurityScheme
from ...declarations.credentials import Credentials
from ...declarations.errors import ConfigurationError
from ...declarations.redaction import Secret
from ...declarations.settings import Values


class AsyncCallback:
    """Calls the function before each attempt; it is expected to keep its own token fresh."""

    __slots__ = ("_function", "_scheme", "_values")

    def __init__(self, values: Values, scheme: SecurityScheme, function: Callable[[], Any]) -> None:
        self._values = values
        self._scheme = scheme
        self._function = function

    async def apply(self) -> Credentials:
        """What the function gives now. Raises ConfigurationError when that is not usable text."""
        secret = await self._secret()
        credentials = self._values.credentials(self._scheme, secret)
        credentials.generation = hash(secret.reveal())
        return credentials

    async def refused(self, generation: Any) -> bool:
        """True when the function gives something else by now."""
        return bool(hash(await supplied(self._function)) != generation)

    async def _secret(self) -> Secret:
        given = await supplied(self._function)
        if isinstance(given, str):
            return Secret(given)
        kind = type(given).__name__
        del given
        raise ConfigurationError(f"The function given for {self._scheme.name} must return a string, got {kind}. Nothing was sent.")
