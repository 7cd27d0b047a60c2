"""Which client a record came from: held so that the garbage collector need not visit records."""

from __future__ import annotations

from typing import Any
from weakref import ref


class Owner:
    """What the resources of a client hold of it: the client itself until it is closed, then a weak reference.

    The garbage collector does not visit records, so it does not see a reference cycle that leads through them. `release` breaks it.
    """

    __slots__ = ("__weakref__", "_client", "_reference")

    def __init__(self, client: Any) -> None:
        self._client = client
        self._reference = ref(client)

    @property
    def client(self) -> Any:
        """The client; None when it was closed and nothing else holds it."""
        return self._reference()

    def release(self) -> None:
        """Hold the client no longer."""
        self._client = None


class ClientField:
    """The field of a record that holds the client, or the `Owner` that stands for it."""

    __slots__ = ("slot",)

    def __init__(self, slot: Any) -> None:
        self.slot = slot

    def __get__(self, record: object, kind: type | None = None) -> Any:
        if record is None:
            return self
        held = self.slot.__get__(record)
        return held.client if type(held) is Owner else held

    def __set__(self, record: object, client: Any) -> None:
        self.slot.__set__(record, client)
