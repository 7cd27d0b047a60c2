"""Mocks of the clients: of every API class on its path, strict about names and arguments, and in the place of the clients while a context is open."""

from __future__ import annotations

import asyncio
import inspect
import threading
from typing import Any

import pytest
from cognite_client import AsyncCogniteClient, CogniteClient
from cognite_client.data_classes import LoginStatus, TimeSeries
from cognite_client.exceptions import CogniteAPIError
from cognite_client.testing import (
    AsyncCogniteClientMock,
    CogniteClientMock,
    monkeypatch_async_cognite_client,
    monkeypatch_cognite_client,
)

from .test_inventory import ATTRIBUTES, INVENTORY

SIDES = pytest.mark.parametrize("kind", [CogniteClientMock, AsyncCogniteClientMock])
PAIRS = pytest.mark.parametrize(
    ("context", "client"), [(monkeypatch_cognite_client, CogniteClient), (monkeypatch_async_cognite_client, AsyncCogniteClient)]
)


def at(client: Any, path: str) -> Any:
    for name in path.split("."):
        client = getattr(client, name)
    return client


@SIDES
def test_every_documented_method_stands_on_its_path(kind: Any) -> None:
    mock = kind()
    for row in INVENTORY["methods"]:
        api = at(mock, ATTRIBUTES[row["class"]])
        assert type(api).__name__ != row["class"]
        assert api.__class__.__name__.removeprefix("Async") == row["class"], "isinstance holds"
        assert not getattr(api, row["method"]).called
    assert isinstance(mock, kind.owner)


@SIDES
@pytest.mark.parametrize("path", sorted({*ATTRIBUTES.values(), "raw", "three_d", "iam"}))
def test_wrong_names_are_errors(kind: Any, path: str) -> None:
    api = at(kind(), path)
    with pytest.raises(AttributeError):
        _ = api.retreive
    with pytest.raises(AttributeError):
        api.retreive = 1


@SIDES
def test_wrong_names_of_the_client_are_errors(kind: Any) -> None:
    with pytest.raises(AttributeError):
        _ = kind().asets


def test_wrong_arguments_are_errors() -> None:
    mock = CogniteClientMock()
    with pytest.raises(TypeError):
        mock.assets.list(nmae="x")
    with pytest.raises(TypeError):
        mock.labels.create()
    mock.assets.list(name="x", limit=None)
    mock.assets.list.assert_called_once_with(name="x", limit=None)
    assert list(mock.assets) == []
    mock.events(chunk_size=10, type="x")
    mock.events.assert_called_once()
    mock.get("/login/status")
    mock.get.assert_called_once_with("/login/status")


def test_arguments_are_those_of_a_mock() -> None:
    assert "name='CogniteClient'" in repr(CogniteClientMock())
    mock = CogniteClientMock(**{"login.status.return_value": 5})
    assert mock.login.status() == 5
    assert isinstance(mock.config, object)


def test_the_client_is_replaced_wherever_it_was_imported() -> None:
    from cognite_client._handwritten.sync.client import CogniteClient as by_module

    with monkeypatch_cognite_client() as mock:
        for client in (CogniteClient(), by_module(api_key="k", nonsense=True), CogniteClient("k")):  # type: ignore[call-arg]  # a mock takes anything
            assert client is mock
        CogniteClient().time_series.create(TimeSeries(external_id="x"))
        mock.time_series.create.assert_called_once()


def test_values_and_errors() -> None:
    with monkeypatch_cognite_client() as mock:
        mock.login.status.return_value = LoginStatus(user="user", project="dummy", project_id=1, logged_in=True, api_key_id=1)
        assert CogniteClient().login.status().user == "user"
        mock.login.status.side_effect = CogniteAPIError(message="no", code=400)
        with pytest.raises(CogniteAPIError, match="no") as caught:
            CogniteClient().login.status()
        assert caught.value.code == 400


def test_a_mocked_client_may_be_entered() -> None:
    with monkeypatch_cognite_client() as mock, CogniteClient() as client:
        assert client is mock


def test_the_async_client_is_awaited() -> None:
    async def use() -> None:
        with monkeypatch_async_cognite_client() as mock:
            mock.assets.retrieve.return_value = 7
            async with AsyncCogniteClient() as client:
                assert client is mock
                assert await client.assets.retrieve(id=1) == 7
                await client.datapoints.synthetic.query("A", 0, 1)
                await client.get("/x")
                assert [item async for item in client.assets] == []
            with pytest.raises(TypeError):
                await client.assets.retrieve(idd=1)  # type: ignore[call-arg]  # what is tested
            mock.assets.retrieve.assert_awaited_once_with(id=1)

    asyncio.run(use())


@PAIRS
def test_contexts_may_be_nested(context: Any, client: Any) -> None:
    with context() as outer:
        with context() as inner:
            assert client() is inner
        assert client() is outer
    assert isinstance(client(api_key="k", client_name="n", project="p"), client)


@PAIRS
def test_contexts_may_end_in_any_order(context: Any, client: Any) -> None:
    first, second = context(), context()
    first.__enter__()
    mock = second.__enter__()
    first.__exit__(None, None, None)
    assert client() is mock
    second.__exit__(None, None, None)
    assert type(client(api_key="k", client_name="n", project="p")) is client


@PAIRS
def test_the_class_is_called_as_before(context: Any, client: Any) -> None:
    before = list(inspect.signature(client.__init__).parameters)[1:]
    with context():
        assert list(inspect.signature(client).parameters) == before
    assert list(inspect.signature(client).parameters) == before
    with pytest.raises(TypeError):
        client(no_such_argument=1)


@PAIRS
def test_an_error_puts_the_client_back(context: Any, client: Any) -> None:
    with pytest.raises(RuntimeError), context():
        raise RuntimeError
    made = client(api_key="k", client_name="n", project="p")
    assert type(made) is client
    assert made.config.project == "p"


def test_many_threads() -> None:
    failures: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(3):
                with monkeypatch_cognite_client() as mock:
                    assert CogniteClient().__class__ is mock.__class__
        except BaseException as error:  # noqa: BLE001 - reported below
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert type(CogniteClient(api_key="k", client_name="n", project="p")) is CogniteClient


@PAIRS
def test_only_this_client_is_replaced(context: Any, client: Any) -> None:
    other = AsyncCogniteClient if client is CogniteClient else CogniteClient
    before = client(api_key="k", client_name="n", project="p")
    with context():
        assert type(other(api_key="k", client_name="n", project="p")) is other
        assert type(before) is client


def test_a_class_of_ones_own_is_replaced_too() -> None:
    class Mine(CogniteClient):
        """A client with defaults of its own."""

        def __init__(self) -> None:
            super().__init__("k", client_name="n", project="p")

    with monkeypatch_cognite_client() as mock:
        assert Mine() is mock
    assert type(Mine()) is Mine
