"""Servers of paths and operations, with variables, relative ones, and a document that names no address at all."""

from __future__ import annotations

import asyncio
import importlib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.support.fault_server import FaultServer, Reply
from tests.support.package_of import package_of

SERVERS = """\
openapi: 3.1.0
info: {title: S, version: "1"}
servers:
  - url: https://{region}.example.com/{version}
    variables: {region: {default: eu, enum: [eu, us]}, version: {default: v1}}
paths:
  /same:
    servers: [{url: "https://{region}.example.com/{version}/", variables: {region: {default: eu}, version: {default: v1}}}]
    get: {operationId: same, responses: {"204": {description: Done.}}}
  /other:
    servers: [{url: "https://files.example.com/up"}]
    get: {operationId: other, responses: {"204": {description: Done.}}}
    post: {operationId: again, servers: [{url: "https://{region}.files.example.com", variables: {region: {default: us}}}], responses: {"204": {description: Done.}}}
  /relative:
    get: {operationId: relative, servers: [{url: /v2}], responses: {"204": {description: Done.}}}
  /beside:
    get: {operationId: beside, servers: [{url: "../v4/"}], responses: {"204": {description: Done.}}}
  /schemeless:
    get: {operationId: schemeless, servers: [{url: "wss://x.example.com"}, {url: "//other.example.com/p"}], responses: {"204": {description: Done.}}}
"""
ADDRESSES = {
    "same": "https://eu.example.com/v1",
    "other": "https://files.example.com/up",
    "again": "https://us.files.example.com",
    "relative": "https://eu.example.com/v2",
    "beside": "https://eu.example.com/v4",
    "schemeless": "https://other.example.com/p",
}
RELATIVE = """\
openapi: 3.0.3
info: {title: Nowhere, version: "1"}
servers: [{url: /api/v1/}]
paths:
  /things: {get: {operationId: things, responses: {"204": {description: Done.}}}}
  /old: {get: {operationId: old, servers: [{url: /api/v0}], responses: {"204": {description: Done.}}}}
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return package_of(SERVERS, tmp_path_factory.mktemp("servers"), "servers", "environment: {region: MADE_UP_REGION}")


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return package_of(RELATIVE, tmp_path_factory.mktemp("nowhere"), "nowhere", "")


def _addresses(package: ModuleType, **settings: Any) -> dict[str, str]:
    operations = importlib.import_module(f"{package.__name__}.operations.t")
    with package.MadeUp(**settings) as client:
        return {name: client.session.builder.prepared(getattr(operations, name.upper())).address.url for name in ADDRESSES}


def test_each_operation_has_its_own_address(package: ModuleType) -> None:
    assert _addresses(package) == ADDRESSES


def test_variables_come_from_settings_and_from_the_environment(package: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    found = _addresses(package, server_variables={"version": "v3"})
    assert (found["same"], found["relative"]) == ("https://eu.example.com/v3", "https://eu.example.com/v2")
    monkeypatch.setenv("MADE_UP_REGION", "us")
    assert _addresses(package)["same"] == "https://us.example.com/v1"


@pytest.mark.parametrize(("name", "value"), [("region", "moon"), ("version", "v1/../x"), ("version", "v1?x"), ("verison", "v2")])
def test_a_variable_takes_only_what_the_document_allows(package: ModuleType, name: str, value: str) -> None:
    with package.MadeUp(server_variables={name: value}) as client, pytest.raises(package.ConfigurationError, match=name):
        client.t.same()


@pytest.mark.parametrize("base", ["", "/proxy"])
def test_a_base_url_of_the_user_stands_in_the_place_of_all_servers(package: ModuleType, base: str) -> None:
    with FaultServer() as server:
        server.answer(lambda _: Reply(status=204))
        with package.MadeUp(base_url=f"{server.url}{base}/v1") as client:
            for name in ADDRESSES:
                getattr(client.t, name)()

        async def main() -> None:
            async with package.AsyncMadeUp(base_url=f"{server.url}{base}/v1") as client:
                for name in ADDRESSES:
                    await getattr(client.t, name)()

        asyncio.run(main())
        expected = [f"{base}{path}" for path in ("/v1/same", "/up/other", "/other", "/v2/relative", "/v4/beside", "/p/schemeless")]
        assert [request.target for request in server.journal] == expected * 2
        assert {request.header("host") for request in server.journal} == {server.url.removeprefix("http://")}


def test_the_servers_of_operations_get_their_calls(tmp_path: Path) -> None:
    with FaultServer() as first, FaultServer() as second:
        for server in (first, second):
            server.answer(lambda _: Reply(status=204))
        document = SERVERS.replace("https://{region}.example.com/{version}", f"{first.url}/{{version}}").replace(
            "https://files.example.com", second.url
        )
        module = package_of(document, tmp_path, "apart", "")
        with module.MadeUp() as client:
            client.t.same()
            client.t.other()
            client.t.relative()
        assert [request.target for request in first.journal] == ["/v1/same", "/v2/relative"]
        assert [(request.target, request.header("host")) for request in second.journal] == [
            ("/up/other", second.url.removeprefix("http://"))
        ]


def test_the_local_server_is_all_of_them(package: ModuleType, nowhere: ModuleType) -> None:
    for module, names in ((package, list(ADDRESSES)), (nowhere, ["things", "old"])):
        with importlib.import_module(f"{module.__name__}.testing").local_server() as server, module.MadeUp(base_url=server) as client:
            for name in names:
                getattr(client.t, name)()
            assert [entry.operation for entry in server.journal] == names
            assert not server.journal.violations


def test_without_an_address_the_user_is_asked_for_one(nowhere: ModuleType) -> None:
    with nowhere.MadeUp() as client, pytest.raises(nowhere.ConfigurationError, match="set base_url"):
        client.t.things()
    with FaultServer() as server:
        server.answer(lambda _: Reply(status=204))
        with nowhere.MadeUp(base_url=f"{server.url}/api/v1") as client:
            client.t.things()
            client.t.old()
        assert [request.target for request in server.journal] == ["/api/v1/things", "/api/v0/old"]
