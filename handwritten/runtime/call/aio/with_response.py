"""A method of an API object as one that returns the `Response` around its value, also where the value is None."""

from __future__ import annotations

import copy
from collections.abc import Awaitable, Callable
from typing import Any

from ..response import Response


class _AsyncSender:
    """A client as one call of a method sees it whose caller wants the `Response`: what it calls, it sends."""

    response: Response[Any] | None = None
    """What came last: a method without a value returns nothing of it."""

    def __init__(self, client: Any) -> None:
        self._client = client

    async def call(self, *arguments: Any, **keywords: Any) -> Response[Any]:
        self.response = await self._client.send(*arguments, **keywords)
        return self.response

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)


def responding(api: Any, name: str, client: Any) -> Callable[..., Awaitable[Any]]:
    """The method `name` of an API object, sent by `client`. It returns a `Response` where it makes a call, else what it returns anyway."""

    async def method(*arguments: Any, **keywords: Any) -> Any:
        view = copy.copy(api)
        view._client = sender = _AsyncSender(client)
        value = await getattr(view, name)(*arguments, **keywords)
        return sender.response if value is None else value

    return method
