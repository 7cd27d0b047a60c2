"""Calls of several requests that are disturbed: parts that fail, time that runs out, Ctrl-C, cancelled tasks, walks that are left, many at once.

The server's own journal says how often each request was sent; in the end no thread, task or connection of a call is left, and no secret is in sight.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import pickle
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from cognite_client import AsyncCogniteClient, CogniteClient
from cognite_client._runtime.declarations.errors import ClientError, DeadlineExceeded, NoAnswer
from cognite_client._runtime.declarations.options import RequestOptions
from cognite_client.data_classes import Asset
from cognite_client.exceptions import CogniteAPIError, OutcomeUnknown

from tests.support.fault_server import Connection, FaultServer, Seen, black_hole, reply, reset

from .conftest import Side

SECRETS = ("canary-key", "canary-token", "canary-secret")
LONG = 50
"""Pages of a chain that nobody should read to its end."""


def refused(status: int, **headers: str) -> Any:
    """An error as the API sends it."""
    return reply(status, {"error": {"code": status, "message": "no"}}, **headers)


def created(connection: Connection, seen: Seen) -> None:
    """One item for each that was sent."""
    reply(201, {"items": [{"id": 1, **item} for item in seen.json["items"]]})(connection, seen)


def paged(pages: int, pause: float = 0.0) -> Callable[[Connection, Seen], None]:
    """A chain of pages with three items each, for each partition."""

    def answer(connection: Connection, seen: Seen) -> None:
        number = int(seen.json.get("cursor", 0))
        time.sleep(pause)
        mark = {"nextCursor": str(number + 1)} if number + 1 < pages else {}
        reply(200, {"items": [{"id": number * 3 + item, "name": "n"} for item in range(3)], **mark})(connection, seen)

    return answer


def assets(count: int) -> list[Asset]:
    """That many, called by their numbers."""
    return [Asset(name=str(number)) for number in range(count)]


def first_of(seen: Seen) -> int:
    """The number of the first item of a request."""
    return int(seen.json["items"][0]["name"])


@pytest.fixture
def server(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> Iterator[FaultServer]:
    """A server; after the test, nothing that the client began goes on, and the log tells no secret."""
    caplog.set_level(logging.DEBUG, "cognite_client")
    monkeypatch.setenv("COGNITE_DISABLE_GZIP", "1")
    before = set(threading.enumerate())
    with FaultServer() as running:
        yield running
    ends = time.monotonic() + 5
    while left := [thread for thread in threading.enumerate() if thread not in before and thread.is_alive()]:
        assert time.monotonic() < ends, left
        time.sleep(0.01)
    gc.collect()
    assert not [record for record in caplog.records if "never retrieved" in record.getMessage()]
    assert not [secret for secret in SECRETS if secret in caplog.text]


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest, server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Side]:
    """One of the two clients of that server; it repeats once, at once. Every task has ended when it is closed."""
    monkeypatch.setenv("COGNITE_MAX_RETRIES", "1")
    monkeypatch.setenv("COGNITE_MAX_RETRY_BACKOFF", "0")
    made = Side(request.param, server.url)
    yield made
    if made.loop is not None:
        assert not asyncio.all_tasks(made.loop)
    made.close()


def shown(error: BaseException) -> None:
    """No secret is in what an error shows and carries."""
    texts = ["".join(traceback.format_exception(error)), repr(error), repr(vars(error))]
    if isinstance(error, ClientError):
        texts.append(pickle.dumps(error).decode("latin-1"))
    assert not [secret for secret in SECRETS for text in texts if secret in text]


def interrupted(side: Side, server: FaultServer, work: Callable[[], Any], after: int) -> BaseException:
    """What comes out of a call that is interrupted when so many requests have arrived: by Ctrl-C, or by the cancellation of its task."""
    usual = server.default
    done = threading.Event()

    def answer(connection: Connection, seen: Seen) -> None:
        if len(server.journal) >= after and not done.is_set():
            done.set()
            if side.loop is None:
                signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
            else:
                side.loop.call_soon_threadsafe(task[0].cancel)
        usual(connection, seen)

    server.default, task = answer, list[asyncio.Task[Any]]()

    async def own_task() -> Any:
        task.append(asyncio.ensure_future(work()))
        return await task[0]

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        value = work() if side.loop is None else side.loop.run_until_complete(own_task())
    except (KeyboardInterrupt, asyncio.CancelledError) as error:
        shown(error)
        return error
    finally:
        signal.signal(signal.SIGINT, before)
    raise AssertionError(f"not interrupted, but {value!r}")


def settled(server: FaultServer) -> int:
    """How many requests have arrived when no more do."""
    count = -1
    while count != len(server.journal):
        count = len(server.journal)
        time.sleep(0.15)
    return count


PARTITION_FAULTS: list[tuple[str, Any, type[Exception], int]] = [
    ("400", refused(400), CogniteAPIError, 1),
    ("503", refused(503), CogniteAPIError, 2),
    ("reset", reset, NoAnswer, 2),
    ("black hole", black_hole, DeadlineExceeded, 2),
]


@pytest.mark.parametrize(("fault", "error", "times"), [pytest.param(*row[1:], id=row[0]) for row in PARTITION_FAULTS])
def test_a_partition_that_fails_stops_the_others(side: Side, server: FaultServer, fault: Any, error: type[Exception], times: int) -> None:
    whole = paged(LONG, 0.02)
    server.default = lambda connection, seen: (fault if seen.json["partition"] == "3/5" else whole)(connection, seen)
    with pytest.raises(error) as caught:
        side.do(side.client.assets.list(partitions=5, limit=None, options=RequestOptions(timeout=0.1)))
    shown(caught.value)
    count = settled(server)
    assert sum(seen.json["partition"] == "3/5" for seen in server.journal) == times
    assert count < 5 * LONG / 2
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("batch")]


def test_the_deadline_of_a_list_is_that_of_all_its_pages(side: Side, server: FaultServer) -> None:
    server.default = paged(LONG, 0.05)
    for arguments in ({}, {"partitions": 2}):
        begun = time.monotonic()
        with pytest.raises(DeadlineExceeded):
            side.do(side.client.assets.list(limit=None, options=RequestOptions(deadline=0.3), **arguments))
        assert time.monotonic() - begun < 1.5


def test_the_deadline_of_a_split_call_is_that_of_all_its_parts(server: FaultServer) -> None:
    def answer(connection: Connection, seen: Seen) -> None:
        time.sleep(0.25)
        created(connection, seen)

    server.default = answer
    client = CogniteClient(api_key="canary-key", client_name="t", base_url=server.url, project="demo", max_workers=1)
    with client, pytest.raises(CogniteAPIError) as caught:
        client.assets.create(assets(5000), options=RequestOptions(deadline=0.4))
    error = caught.value
    assert [len(one) for one in (error.successful, error.failed, error.unknown)] == [1000, 3000, 1000]
    assert len(server.journal) == 2


@pytest.mark.parametrize("what", ["list", "partitions"])
def test_an_interrupted_list_reads_no_further(side: Side, server: FaultServer, what: str) -> None:
    server.default = paged(LONG, 0.02)
    interrupted(side, server, lambda: side.client.assets.list(limit=None, partitions=5 if what == "partitions" else None), 7)
    assert settled(server) < 25


INTERRUPTED: dict[str, tuple[list[Any], Callable[[Any, Any], Any], int, Callable[[Any], int]]] = {
    "create": (assets(50_000), lambda c, given: c.assets.create(given), 1000, lambda item: int(item.name)),
    "rows": (list(range(300_000)), lambda c, given: c.sequences.data.delete(given, id=1), 10_000, int),
    "hierarchy": (
        [Asset(external_id=str(number), name=str(number)) for number in range(30_000)],
        lambda c, given: c.assets.create_hierarchy(given),
        1000,
        lambda item: int(item.name),
    ),
}


@pytest.mark.parametrize("what", INTERRUPTED)
def test_an_interruption_says_what_became_of_every_item(side: Side, server: FaultServer, what: str) -> None:
    given, call, size, number_of = INTERRUPTED[what]

    def answer(connection: Connection, seen: Seen) -> None:
        time.sleep(0.02)
        (reply(200, {}) if what == "rows" else created)(connection, seen)

    server.default = answer
    error: Any = interrupted(side, server, lambda: call(side.client, given), 15)
    settled(server)
    fates = {fate: {number_of(item) for item in getattr(error, fate)} for fate in ("successful", "failed", "unknown")}
    assert sorted(number for numbers in fates.values() for number in numbers) == list(range(len(given)))
    assert all(fates.values())
    assert any("Interrupted" in note for note in error.__notes__)
    sent = {number_of(seen.json["items"][0]["rows"][0]) if what == "rows" else first_of(seen) for seen in server.journal}
    assert not sent & fates["failed"], "what counts as not sent was not sent"
    assert len(fates["unknown"]) <= 20 * size


PART_FAULTS: list[tuple[str, Any, int, list[int]]] = [
    ("reset after it was sent", reset, 1, [9000, 0, 1000]),
    ("500", refused(500), 1, [9000, 0, 1000]),
    ("503", refused(503), 1, [9000, 0, 1000]),
    ("400", refused(400), 1, [9000, 1000, 0]),
    ("413", refused(413), 1, [9000, 1000, 0]),
]


@pytest.mark.parametrize(("fault", "times", "fates"), [pytest.param(*row[1:], id=row[0]) for row in PART_FAULTS])
def test_a_part_that_may_have_been_applied_is_never_sent_again(side: Side, server: FaultServer, fault: Any, times: int, fates: Any) -> None:
    server.default = lambda connection, seen: (fault if first_of(seen) == 2000 else created)(connection, seen)
    with pytest.raises(CogniteAPIError) as caught:
        side.do(side.client.assets.create(assets(10_000)))
    error = caught.value
    shown(error)
    assert [len(one) for one in (error.successful, error.failed, error.unknown)] == fates
    assert [one.name for one in (error.failed or error.unknown)] == [str(number) for number in range(2000, 3000)]
    assert isinstance(error, OutcomeUnknown) == bool(fates[2])
    assert sum(first_of(seen) == 2000 for seen in server.journal) == times
    assert len(server.journal) == 10


def test_progress_is_told_of_the_items_of_a_split_call(side: Side, server: FaultServer) -> None:
    told: list[tuple[int, int | None]] = []
    server.default = created
    side.do(side.client.with_options(progress=lambda done, total: told.append((done, total))).assets.create(assets(2001)))
    assert told[-1] == (2001, 2001) and len(told) == 3 and {total for _, total in told} == {2001}
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_a_connection_that_is_refused_leaves_nothing_unknown(side: Side, server: FaultServer) -> None:
    server.refuse()
    with pytest.raises(CogniteAPIError) as caught:
        side.do(side.client.assets.create(assets(3000)))
    assert [len(one) for one in (caught.value.successful, caught.value.failed, caught.value.unknown)] == [0, 3000, 0]


def test_a_storm_of_429_is_waited_for(side: Side, server: FaultServer) -> None:
    tried = set[int]()

    def answer(connection: Connection, seen: Seen) -> None:
        is_again = first_of(seen) in tried
        tried.add(first_of(seen))  # before the answer, after which the next try may come at once
        (created if is_again else refused(429, Retry_After="0"))(connection, seen)

    server.default = answer
    made = side.do(side.client.assets.create(assets(10_000)))
    assert [one.name for one in made] == [str(number) for number in range(10_000)]
    assert len(server.journal) == 20


def test_a_token_that_expires_halfway_is_renewed_once(side: Side, server: FaultServer) -> None:
    issued: list[str] = []

    def answer(connection: Connection, seen: Seen) -> None:
        if seen.target == "/token":
            issued.append(f"canary-token-{len(issued)}")
            reply(200, {"access_token": issued[-1], "token_type": "Bearer", "expires_in": 3600})(connection, seen)
        elif first_of(seen) >= 4000 and seen.header("authorization") == "Bearer canary-token-0":
            refused(401)(connection, seen)
        else:
            created(connection, seen)

    server.default = answer
    given = {"token_url": f"{server.url}/token", "token_client_id": "id", "token_client_secret": "canary-secret", "api_key": None}
    own = Side(side.name, server.url, **given)
    try:
        assert len(own.do(own.client.assets.create(assets(10_000)))) == 10_000
        assert len(issued) == 2
        assert (
            max(sum(seen.target != "/token" and first_of(seen) == number for seen in server.journal) for number in range(0, 10_000, 1000))
            == 2
        )
        for text in (repr(own.client), str(own.client), repr(own.client.config), str(own.client.config), repr(own.client.assets)):
            assert not [secret for secret in SECRETS if secret in text]
        for held in (own.client, own.client.config):
            with pytest.raises(TypeError, match="not pickled"):
                pickle.dumps(held)
    finally:
        own.close()


class Leave(Exception):
    """Of the body of a loop."""


@pytest.mark.parametrize("size", [None, 2])
def test_a_walk_that_is_left_early_asks_for_nothing_more(server: FaultServer, size: int | None) -> None:
    server.default = paged(LONG)
    with CogniteClient(api_key="canary-key", client_name="t", base_url=server.url, project="demo") as client:
        for _ in client.assets(chunk_size=size):
            break
        with pytest.raises(Leave):
            for _ in client.assets(chunk_size=size):
                raise Leave
        first, second = iter(client.assets(chunk_size=size)), iter(client.assets)
        pairs = [(next(first), next(second)) for _ in range(7)]
        assert [one.id for _, one in pairs] == list(range(7))
        first.close(), second.close()
        assert list(first) == list(second) == []
        assert len(server.journal) <= 2 + 5 + 3
        walk = client.assets(chunk_size=size)
        next(walk)
    with pytest.raises(ClientError, match="closed"):
        list(walk)
    assert list(walk) == []


@pytest.mark.parametrize("size", [None, 2])
def test_an_async_walk_that_is_left_early_asks_for_nothing_more(server: FaultServer, size: int | None) -> None:
    server.default = paged(LONG)

    async def work() -> None:
        async with AsyncCogniteClient(api_key="canary-key", client_name="t", base_url=server.url, project="demo") as client:
            async for _ in client.assets(chunk_size=size):
                break
            with pytest.raises(Leave):
                async for _ in client.assets(chunk_size=size):
                    raise Leave
            first, second = aiter(client.assets(chunk_size=size)), aiter(client.assets)
            pairs = [await asyncio.gather(anext(first), anext(second)) for _ in range(7)]
            assert [one.id for _, one in pairs] == list(range(7))
            await asyncio.gather(first.aclose(), second.aclose())
            assert [one async for one in first] == []
            assert len(server.journal) <= 2 + 5 + 3
            walk = client.assets(chunk_size=size)
            await anext(walk)
        with pytest.raises(ClientError, match="closed"):
            [one async for one in walk]
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(work())


def anything(connection: Connection, seen: Seen) -> None:
    """Lists and creates."""
    (paged(3) if seen.target.endswith("/list") else created)(connection, seen)


def test_many_threads_share_a_client(server: FaultServer) -> None:
    server.default = anything
    with (
        CogniteClient(api_key="canary-key", client_name="t", base_url=server.url, project="demo") as client,
        ThreadPoolExecutor(16) as pool,
    ):

        def work(number: int) -> bool:
            made = client.assets.create([Asset(name=f"{number}-{item}") for item in range(1001)])
            return [one.name for one in made] == [f"{number}-{item}" for item in range(1001)] and len(client.assets.list(limit=None)) == 9

        assert all(pool.map(work, range(32)))
    assert len(server.journal) == 32 * 5


def test_many_tasks_share_a_client(server: FaultServer) -> None:
    server.default = anything

    async def work() -> list[Any]:
        async with AsyncCogniteClient(api_key="canary-key", client_name="t", base_url=server.url, project="demo") as client:
            created = (client.assets.create([Asset(name=str(number))]) for number in range(100))
            listed = (client.assets.list(limit=3) for _ in range(100))
            return await asyncio.gather(*created, *listed)

    found = asyncio.run(work())
    assert [one[0].name for one in found[:100]] == [str(number) for number in range(100)]
    assert {len(one) for one in found[100:]} == {3}
    assert len(server.journal) == 200
