"""What paging, batching and jobs need of a client: calls."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from msgspec import UNSET

from ...declarations.operation import Operation
from ...declarations.options import RequestOptions


class AsyncAnswer(Protocol):
    """What a call gives, and the headers that it came with."""

    @property
    def value(self) -> Any:
        """The answer, decoded."""
        ...

    @property
    def headers(self) -> Mapping[str, str]:
        """Headers of the answer."""
        ...


class AsyncCaller(Protocol):
    """Makes calls, each with its retries."""

    async def call(
        self, operation: Operation[Any], arguments: Mapping[str, Any], *, body: Any = UNSET, options: RequestOptions | None = None
    ) -> Any:
        """One call; gives its value."""
        ...

    async def send(
        self, operation: Operation[Any], arguments: Mapping[str, Any], *, body: Any = UNSET, options: RequestOptions | None = None
    ) -> AsyncAnswer:
        """One call; gives its answer."""
        ...
