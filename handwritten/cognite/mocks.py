"""Mocks of the clients, under the names that the documented SDK has for them."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from .. import AsyncCogniteClient, CogniteClient
from ..testing.mocks import ClientMock, monkeypatch_client


class CogniteClientMock(ClientMock):
    """A mock of `CogniteClient`. What stands on its attribute path is a mock of that API class: its methods take the arguments of the real ones
    (else TypeError), and what the class does not have is an AttributeError.

    Args:
        args, kwargs: those of `unittest.mock.MagicMock`.
    """

    owner = CogniteClient


class AsyncCogniteClientMock(ClientMock):
    """A mock of `AsyncCogniteClient`; its methods are awaited. Otherwise as `CogniteClientMock`.

    Args:
        args, kwargs: those of `unittest.mock.MagicMock`.
    """

    owner = AsyncCogniteClient


@contextmanager
def monkeypatch_cognite_client() -> Generator[CogniteClientMock]:
    """While the context is open, `CogniteClient(...)` gives one mock, with whatever arguments; nothing is sent.

        with monkeypatch_cognite_client() as mock:
            mock.login.status.return_value = LoginStatus(user="me", project="demo", logged_in=True, project_id=1, api_key_id=1)
            assert CogniteClient().login.status().user == "me"

    Contexts may be nested, in several threads too: the one that was opened last counts. Clients that were made before go on as they were.

    Yields: the mock.
    """
    with monkeypatch_client(CogniteClient, CogniteClientMock()) as mock:
        yield mock


@contextmanager
def monkeypatch_async_cognite_client() -> Generator[AsyncCogniteClientMock]:
    """The same for `AsyncCogniteClient`; a plain `with`.

    Yields: the mock.
    """
    with monkeypatch_client(AsyncCogniteClient, AsyncCogniteClientMock()) as mock:
        yield mock
