"""Every generated operation, called with what the document shows, through a server that is not ours and knows only the document.

Prism has objected to nothing so far that is legal. Should that change, the place for it is a table here, each row with its proof.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.support.example_calls import FILE, Api, ExampleCall
from tests.support.sides import Side

from .node import require
from .prism import Prism, Verdicts, prisms

APIS = (
    Api("ubiops", {"api_key": "Token canary"}, behaviour={"build_seconds": 0.0}),
    # Each a string of digits, says the description; of the two marks a server heeds one, and the empty token is that of the first page.
    Api("ica", {"api_key": "canary", "access_token": "canary"}, values={"pageOffset": "0", "pageSize": "10", "pageToken": ""}),
)
COUNTS = {"ubiops": 125, "ica": 6}
WORLDS = ("sync required", "sync full", "sync more", "async required", "async full", "async more", "wrong")
PRISMS_UUID = "497f6eca-6276-4993-bfeb-53cbbbba6f08"
"""What the mock gives for every UUID of which the document has no example."""


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Prism]]:
    require("@stoplight/prism-cli")
    with prisms(APIS, WORLDS, tmp_path_factory.mktemp("prism")) as found:
        yield found


def client(side: Side, api: Api, url: str, verdicts: Verdicts) -> Any:
    """A strict client: an answer that does not fit its types is an error, too."""
    made = side.on(api.package).cls(api.config["client_class"])
    return made(base_url=url, **api.settings, strict=True, retries=0, hooks=[verdicts], environment=False)


async def judged(side: Side, api: Api, url: str, calls: Iterable[ExampleCall]) -> tuple[Verdicts, list[str]]:
    """Make the calls. Returns: Prism's verdicts, and the errors of the client."""
    verdicts, errors = Verdicts(), []
    caller = client(side, api, url, verdicts)
    for call in calls:
        method: Any = getattr(getattr(caller, call.attribute), call.method)
        try:
            await side.get(method(**call.arguments))
        except Exception as error:  # noqa: BLE001 - all of them are shown at once
            errors.append(f"{call.method}: {type(error).__name__}: {str(error)[:300]}")
    await side.close(caller)
    return verdicts, errors


def for_the_mock(call: ExampleCall) -> ExampleCall:
    """A mock answers the same to whatever it is asked: one item, which has to be the one that was asked for."""
    batch = call.operation.batch
    if batch is None or batch.results == "none":
        return call
    return call.with_items(lambda items: [PRISMS_UUID] if batch.results == "key" else items[:1])


@pytest.mark.parametrize("api", APIS, ids=str)
def test_prism_finds_every_operation(servers: Mapping[str, Prism], api: Api) -> None:
    assert servers[api.name].operations == COUNTS[api.name] == len(api.calls(full=False))


@pytest.mark.parametrize("full", [False, True], ids=["required", "full"])
@pytest.mark.parametrize("api", APIS, ids=str)
async def test_mock(servers: Mapping[str, Prism], side: Side, api: Api, full: bool) -> None:
    """Requests fit the document, and the client reads, strictly, what a stranger makes of the document's answers."""
    verdicts, errors = await judged(side, api, servers[api.name].mock, map(for_the_mock, api.calls(full=full)))
    assert (verdicts.violations, errors) == ([], [])
    assert [len(statuses) for statuses in verdicts.statuses.values()] == [1] * COUNTS[api.name]


@pytest.mark.parametrize("full", ["required", "full"])
@pytest.mark.parametrize("api", APIS, ids=str)
async def test_proxy(servers: Mapping[str, Prism], side: Side, api: Api, full: str) -> None:
    """Client and local server speak to each other, and a stranger finds nothing wrong with what either says."""
    verdicts, errors = await judged(side, api, servers[api.name].proxies[f"{side} {full}"], api.calls(full=full == "full"))
    assert (verdicts.violations, errors) == ([], [])
    assert [len(statuses) for statuses in verdicts.statuses.values()] == [1] * COUNTS[api.name]
    local = servers[api.name].locals[f"{side} {full}"]
    assert not local.journal.violations
    assert {entry.operation for entry in local.journal} == set(verdicts.statuses)


async def test_methods_of_several_calls(servers: Mapping[str, Prism], side: Side, tmp_path: Path) -> None:
    """Batches that are split, jobs that are polled, lists that are paged, files: each of their calls fits the document."""
    verdicts, (api, _) = Verdicts(), APIS
    version = ("retail", "churn", "v1")
    caller = client(side, api, servers[api.name].proxies[f"{side} more"], verdicts)
    core = caller.core
    upload = await side.get(core.model_versions_file_upload_submit(*version, FILE))
    await side.get(upload.result(timeout=30))
    group = await side.get(core.batch_model_requests_submit(*version, [{"age": number} for number in range(251)]))
    await side.get(group.wait_all(timeout=30))
    assert [await side.get(job.result(timeout=0)) for job in group] == [{"age": number} for number in range(251)]
    assert len(await side.listed(core.batch_model_requests_iterate(*version, page_size=100))) == 251
    blob = await side.get(core.blobs_create("retail", ("notes.txt", b"some notes")))
    assert (await side.get(core.blobs_to_file("retail", blob.id, to=tmp_path))).read_bytes() == b"some notes"
    await side.close(caller)
    assert verdicts.violations == []
    assert len(verdicts.statuses["batch_model_requests_create"]) == 2
    assert len(verdicts.statuses["batch_model_requests_list"]) in (3, 4)
    assert not servers[api.name].locals[f"{side} more"].journal.violations


@pytest.mark.parametrize("way", ["key", "refresh"])
async def test_token_flow_of_ica(servers: Mapping[str, Prism], side: Side, way: str) -> None:
    """The requests by which ICA's tokens are had, too, are what the document wants: the mock refuses any other."""
    verdicts, (_, api) = Verdicts(), APIS
    side = side.on(api.package)
    for url in (servers[api.name].mock, servers[api.name].proxies[f"{side} more"]):
        jwt = side.module("jwt")
        flow = jwt.jwt_from_api_key("canary", tenant="demo", base_url=url) if way == "key" else jwt.JwtRefresh("canary", base_url=url)
        caller = side.cls("Ica")(base_url=url, auth=flow, strict=True, retries=0, hooks=[verdicts], environment=False)
        await side.get(caller.project_data_linking_batch.get_project_data_linking_batch("project", "batch"))
        await side.close(caller)
    assert verdicts.violations == []


@pytest.mark.parametrize("where", ["mock", "proxy"])
async def test_prism_notices_wrong_requests(servers: Mapping[str, Prism], side: Side, where: str) -> None:
    """That nothing was found above means something."""
    verdicts, (api, _) = Verdicts(), APIS
    prism = servers[api.name]
    caller = client(side, api, prism.mock if where == "mock" else prism.proxies["wrong"], verdicts)
    wrong: tuple[dict[str, Any], ...] = (
        {"method": "POST", "path_or_url": "/projects", "json": {"name": 3, "organization_name": "acme"}},
        {"method": "POST", "path_or_url": "/projects", "json": {"name": "retail"}},
        {"method": "GET", "path_or_url": "/projects/retail/metrics/requests"},
        {"method": "GET", "path_or_url": "/nowhere"},
    )
    for request in wrong:
        with pytest.raises(side.on(api.package).module("exceptions").ApiError):
            await side.get(caller.request(**request))
    await side.close(caller)
    assert len(verdicts.violations) == len(wrong), verdicts.violations


@pytest.mark.parametrize(
    ("status", "body"),
    [(200, [{"id": "x", "name": 3}]), (200, [{"id": "x"}]), (202, [])],
    ids=["type", "required property", "status"],
)
async def test_prism_notices_wrong_answers(servers: Mapping[str, Prism], side: Side, status: int, body: Any) -> None:
    verdicts, (api, _) = Verdicts(), APIS
    servers[api.name].locals["wrong"].faults.add("projects_list", status=status, body=body)
    caller = client(side, api, servers[api.name].proxies["wrong"], verdicts)
    with suppress(side.on(api.package).module("exceptions").ApiError):
        await side.get(caller.core.projects_list())
    await side.close(caller)
    assert verdicts.violations and "response" in verdicts.violations[0], verdicts.violations
