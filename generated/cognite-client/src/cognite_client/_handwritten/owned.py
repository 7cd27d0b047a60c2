"""What resources need to ask their client for more, with either client. Must never know what is asked for."""

from __future__ import annotations

from collections.abc import Callable
from inspect import isawaitable
from typing import Any

from .._runtime.declarations.errors import InvalidArgument
from .failures import CogniteMissingClientError


class Owned:
    """A resource that may know the client that it came from."""

    __slots__ = ()

    def _client(self) -> Any:
        owner = getattr(self, "cognite_client", None)
        if owner is None:
            raise CogniteMissingClientError
        return owner

    def _needed(self, name: str) -> Any:
        value = getattr(self, name, None)
        if value is None:
            raise InvalidArgument(f"this {type(self).__name__} has no {name}. Nothing was sent.")
        return value

    def _identifier(self) -> dict[str, Any]:
        """The id, or the external id of what has no id yet, as the methods of clients take it."""
        name = "external_id" if getattr(self, "id", None) is None and getattr(self, "external_id", None) is not None else "id"
        return {name: self._needed(name)}


def then(found: Any, change: Callable[[Any], Any]) -> Any:
    """What becomes of an answer; to be awaited where the client is async."""
    if not isawaitable(found):
        return change(found)

    async def later() -> Any:
        return change(await found)

    return later()
