"""Credentials that a function of the caller's gives for each request."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..configuration import SecurityScheme
from ..credentials import Credentials
from ..errors import ConfigurationError
from ..settings import Values
from .primitives import supplied


class AsyncSupplied:
    """Asks the function before each attempt; it is expected to keep its own token fresh."""

    __slots__ = ("_function", "_scheme", "_values")

    def __init__(self, values: Values, scheme: SecurityScheme, function: Callable[[], Any]) -> None:
        self._values = values
        self._scheme = scheme
        self._function = function

    async def apply(self) -> Credentials:
        """What the function gives now. Raises ConfigurationError when that is not usable text."""
        given = await supplied(self._function)
        if not isinstance(given, str):
            raise ConfigurationError(
                f"The function given for {self._scheme.name} must return a string, got {type(given).__name__}. Nothing was sent."
            )
        credentials = self._values.credentials(self._scheme, given)
        credentials.generation = hash(given)
        return credentials

    async def refused(self, generation: Any) -> bool:
        """True when the function gives something else by now."""
        return bool(hash(await supplied(self._function)) != generation)
