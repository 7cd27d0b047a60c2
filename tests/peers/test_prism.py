"""Every generated operation, called once per side with what the document shows, through a server that is not ours and knows only the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from .example_calls import Api
from .node import require
from .prism import Prism, Verdicts, prisms
from .sides import Side

APIS = (
    Api("ubiops", {"api_key": "Token canary"}),
    Api("ica", {"api_key": "canary", "access_token": "canary"}),
)
COUNTS = {"ubiops": 125, "ica": 6}


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Prism]]:
    require("@stoplight/prism-cli")
    with prisms(APIS, tmp_path_factory.mktemp("prism")) as found:
        yield found


async def judged(side: Side, api: Api, url: str, *, full: bool) -> tuple[Verdicts, list[str]]:
    """Call everything. Returns: Prism's verdicts, and the errors of the client."""
    side, verdicts, errors = side.on(api.package), Verdicts(), []
    client = side.cls(api.config["client_class"])(
        base_url=url, **api.settings, strict=True, retries=0, hooks=[verdicts], environment=False
    )
    for call in api.calls(full=full):
        method: Any = getattr(getattr(client, call.attribute), call.method)
        try:
            await side.get(method(**call.arguments))
        except Exception as error:  # noqa: BLE001 - all of them are shown at once
            errors.append(f"{call.method}: {type(error).__name__}: {str(error)[:300]}")
    await side.close(client)
    return verdicts, errors


@pytest.mark.parametrize("api", APIS, ids=str)
def test_prism_finds_every_operation(servers: Mapping[str, Prism], api: Api) -> None:
    assert servers[api.name].operations == COUNTS[api.name] == len(api.calls(full=False))


@pytest.mark.parametrize("full", [False, True], ids=["required", "full"])
@pytest.mark.parametrize("api", APIS, ids=str)
async def test_mock(servers: Mapping[str, Prism], side: Side, api: Api, full: bool) -> None:
    verdicts, errors = await judged(side, api, servers[api.name].mock, full=full)
    assert (verdicts.violations, errors) == ([], [])
    assert len(verdicts.statuses) == COUNTS[api.name]


@pytest.mark.parametrize("full", [False, True], ids=["required", "full"])
@pytest.mark.parametrize("api", APIS, ids=str)
async def test_proxy(servers: Mapping[str, Prism], side: Side, api: Api, full: bool) -> None:
    verdicts, errors = await judged(side, api, servers[api.name].proxy, full=full)
    assert (verdicts.violations, errors) == ([], [])
    assert len(verdicts.statuses) == COUNTS[api.name]
