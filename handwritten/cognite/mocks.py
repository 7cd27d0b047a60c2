"""Stand-ins for the clients in tests: every API class is a mock of its own kind, and while a context is open they stand for the clients themselves.

What the mocks can do is read off the clients, so it is never behind them. Must never send anything.
"""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache, cached_property
from inspect import iscoroutinefunction, signature
from typing import Any, ClassVar, TypeVar
from unittest.mock import AsyncMock, MagicMock, create_autospec

from .. import AsyncCogniteClient, CogniteClient

M = TypeVar("M", bound="_ClientMock")


class _ClientMock(MagicMock):
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
        if name in _names_below(self.owner):
            setattr(self, name, _mock_of(getattr(object.__new__(self.owner), name)))
        return super().__getattr__(name)

    def _get_child_mock(self, **kwargs: Any) -> Any:
        # A child is a plain mock, not the mock of a client again.
        method = getattr(self.owner, str(kwargs.get("_new_name")), None)
        return AsyncMock(**kwargs) if iscoroutinefunction(method) else MagicMock(**kwargs)


class CogniteClientMock(_ClientMock):
    """A mock of `CogniteClient`. What stands on its attribute path is a mock of that API class: its methods take the arguments of the real ones
    (else TypeError), and what the class does not have is an AttributeError.

    Args:
        args, kwargs: those of `unittest.mock.MagicMock`.
    """

    owner = CogniteClient


class AsyncCogniteClientMock(_ClientMock):
    """A mock of `AsyncCogniteClient`; its methods are awaited. Otherwise as `CogniteClientMock`.

    Args:
        args, kwargs: those of `unittest.mock.MagicMock`.
    """

    owner = AsyncCogniteClient


@cache
def _names_below(kind: Any) -> frozenset[str]:
    """What stands below a client, or a part of one; its real objects send nothing by being made."""
    bases: tuple[type[object], ...] = kind.__mro__
    found = {name for base in bases for name, value in vars(base).items() if isinstance(value, cached_property)}
    return frozenset(name for name in found if not name.startswith("_"))


def _mock_of(api: Any) -> Any:
    made: Any = create_autospec(type(api), spec_set=True, instance=True)
    for name in _names_below(made.__class__):
        setattr(made, name, _mock_of(getattr(api, name)))
    return made


class _Stage:
    """A class of clients and the mocks that stand for it; the last one that was put there counts."""

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


_SYNC, _ASYNC = _Stage(CogniteClient), _Stage(AsyncCogniteClient)


@contextmanager
def _standing_in(stage: _Stage, mock: M) -> Generator[M]:
    stage.enter(mock)
    try:
        yield mock
    finally:
        stage.leave(mock)


@contextmanager
def monkeypatch_cognite_client() -> Generator[CogniteClientMock]:
    """While the context is open, `CogniteClient(...)` gives one mock, with whatever arguments; nothing is sent.

        with monkeypatch_cognite_client() as mock:
            mock.login.status.return_value = LoginStatus(user="me", project="demo", logged_in=True, project_id=1, api_key_id=1)
            assert CogniteClient().login.status().user == "me"

    Contexts may be nested, in several threads too: the one that was opened last counts. Clients that were made before go on as they were.

    Yields: the mock.
    """
    with _standing_in(_SYNC, CogniteClientMock()) as mock:
        yield mock


@contextmanager
def monkeypatch_async_cognite_client() -> Generator[AsyncCogniteClientMock]:
    """The same for `AsyncCogniteClient`; a plain `with`.

    Yields: the mock.
    """
    with _standing_in(_ASYNC, AsyncCogniteClientMock()) as mock:
        yield mock
