"""Mocks of clients for tests. `monkeypatch_client` makes calls of the client class return a mock.

The mocks have the methods and arguments of the client class. They send nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from inspect import iscoroutinefunction, signature
from typing import Any, ClassVar
from unittest.mock import AsyncMock, MagicMock, create_autospec


class ClientMock(MagicMock):
    """A mock of the class of clients that a subclass names. What stands on its attribute path is a mock of that API class: its methods take the
    arguments of the real ones (else TypeError), and what the class does not have is an AttributeError.

    Args:
        args, kwargs: those of `unittest.mock.MagicMock`.
    """

    owner: ClassVar[Any]
    """The class of clients that it stands for."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"spec": self.owner, "name": self.owner.__name__, **kwargs})
        # What is entered is the client itself.
        for name in ("__enter__", "__aenter__"):
            if hasattr(self.owner, name):
                getattr(self, name).return_value = self

    def __getattr__(self, name: str) -> Any:
        # Made when it is first used: all of them would take a third of a second for each mock of a client.
        if name in _attributes(self.owner):
            setattr(self, name, _mock_of(getattr(self.owner, name)))
        return super().__getattr__(name)

    def _get_child_mock(self, **kwargs: Any) -> Any:
        # A child is a plain mock, not the mock of a client again.
        method = getattr(self.owner, str(kwargs.get("_new_name")), None)
        return AsyncMock(**kwargs) if iscoroutinefunction(method) else MagicMock(**kwargs)


@cache
def _attributes(owner: Any) -> frozenset[str]:
    """The names of a client's parts: on the class, each is the class of that part (`lazy_attribute`)."""
    bases: tuple[type[object], ...] = owner.__mro__
    names = {name for base in bases for name, value in vars(base).items() if not isinstance(value, type)}
    return frozenset(name for name in names if not name.startswith("_") and isinstance(getattr(owner, name), type))


def _mock_of(api: Any) -> Any:
    made: Any = create_autospec(api, spec_set=True, instance=True)
    for name in _attributes(api):
        setattr(made, name, _mock_of(getattr(api, name)))
    return made


def client_mock(client_class: type[Any]) -> Any:
    """A mock of a client, sync or async. Set `return_value` or `side_effect` of its methods. See `ClientMock`."""
    return type(f"{client_class.__name__}Mock", (ClientMock,), {"owner": client_class})()


class _Replacements:
    """The mocks that stand for a class of clients; the last one that was put there counts."""

    def __init__(self, owner: Any) -> None:
        self.owner = owner
        self.mocks: list[Any] = []
        self.lock = threading.Lock()

        def made(kind: Any, /, *args: Any, **kwargs: Any) -> Any:
            mocks = self.mocks
            return mocks[-1] if mocks else object.__new__(kind)

        # A class is called as its `__new__` says; this one stays as it was.
        vars(made)["__signature__"] = signature(owner.__init__)
        self.new = made

    def enter(self, mock: Any) -> None:
        with self.lock:
            self.mocks.append(mock)
            # The class itself is made to give the mock: it may have been imported anywhere, under any name. This is not undone afterwards, since
            # Python does not let a class forget its `__new__`: without mocks, it makes clients as before.
            self.owner.__new__ = self.new

    def leave(self, mock: Any) -> None:
        with self.lock:
            self.mocks = [one for one in self.mocks if one is not mock]


_REPLACEMENTS: dict[Any, _Replacements] = {}
"""By class of clients."""


@contextmanager
def monkeypatch_client(client_class: type[Any], mock: Any = None) -> Generator[Any]:
    """Inside the context, `client_class(...)` returns one mock, for any arguments, and wherever the class was imported. Nothing is sent.

        with monkeypatch_client(Client) as mock:
            mock.things.get.return_value = Thing(id="1")

    Contexts may be nested, also in several threads; the one that was opened last counts. Clients that were made before are not changed.

    Args:
        mock: The mock; None: a new one of `client_mock`.

    Yields: the mock.
    """
    mock = client_mock(client_class) if mock is None else mock
    replacements = _REPLACEMENTS.setdefault(client_class, _Replacements(client_class))
    replacements.enter(mock)
    try:
        yield mock
    finally:
        replacements.leave(mock)
