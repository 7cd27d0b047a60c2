"""More calls at once than connections: they wait in a line, and whatever becomes of a call, the next one gets its turn."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path
from typing import Any

import pytest
from demo_client._runtime.declarations import errors
from demo_client._runtime.declarations.options import Timeout

from tests.support import demo
from tests.support.fault_server import FaultServer, Reply, black_hole, hang_up, reply, reset, truncated
from tests.support.sides import CANARY, Side

OK = reply(200, {"id": "1"})


@pytest.mark.parametrize("fault", [reset, hang_up, truncated(b'{"id": ', 100), reply(500), reply(200, b"no json"), black_hole])
def test_a_call_that_fails_gives_its_turn_back(side: Side, fault: Any) -> None:
    client = side.client(max_connections=1, retries=0, deadline=0.5)
    for _ in range(3):
        side.server.script = [fault]
        with pytest.raises(errors.ClientError):
            client.call(demo.GET, {"thing_id": "1"})
    side.server.script = [OK]
    assert client.call(demo.GET, {"thing_id": "1"}).id == "1"


def test_a_download_that_breaks_off_gives_its_turn_back(side: Side, tmp_path: Path) -> None:
    client = side.client(max_connections=1, retries=0)
    for _ in range(3):
        side.server.script = [truncated(b"abc", 100)]
        with pytest.raises(errors.ClientError):
            client.download(demo.FILE, {"file_id": "1"}, to=tmp_path / "file")
    side.server.script = [OK]
    assert client.call(demo.GET, {"thing_id": "1"}).id == "1"


def test_no_turn_in_time_is_an_error_and_nothing_was_sent(server: FaultServer) -> None:
    async def main() -> None:
        client = demo.AsyncDemo(
            base_url=server.url, api_key=CANARY, environment=False, retries=0, max_connections=1, timeout=Timeout(pool=0.2), deadline=None
        )
        server.default = black_hole
        first = asyncio.create_task(client.call(demo.OPEN))
        while not server.journal:
            await asyncio.sleep(0.01)
        with pytest.raises(errors.ConnectFailed, match="became free"):
            await client.call(demo.OPEN)
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        assert len(server.journal) == 1
        server.default = OK
        assert (await client.call(demo.OPEN)).id == "1"
        await client.aclose()

    asyncio.run(main())


def test_a_thousand_tasks_on_one_client(server: FaultServer) -> None:
    """Without the line, each connection that is given back costs a look at all who wait: this took minutes."""

    async def main() -> None:
        server.answer(lambda seen: Reply({"id": "1"}))
        client = demo.AsyncDemo(base_url=server.url, api_key=CANARY, environment=False, max_connections=10)
        values = await asyncio.gather(*(client.call(demo.OPEN) for _ in range(1000)))
        await client.aclose()
        assert len(values) == 1000
        assert max(seen.connection for seen in server.journal) <= 10

    asyncio.run(asyncio.wait_for(main(), 60))


def test_a_crowd_finds_the_connections_of_the_one_before(server: FaultServer) -> None:
    async def main() -> None:
        server.answer(lambda seen: Reply({"id": "1"}))
        client = demo.AsyncDemo(base_url=server.url, api_key=CANARY, environment=False)
        opened: list[int] = []
        for _ in range(3):
            await asyncio.gather(*(client.call(demo.OPEN) for _ in range(50)))
            opened.append(len({seen.connection for seen in server.journal}))
        await client.aclose()
        assert opened == [50, 50, 50]

    asyncio.run(main())


def test_calls_that_are_cancelled_in_a_crowd_neither_lose_turns_nor_make_more_of_them(server: FaultServer) -> None:
    """Cancelled at any step: in the line, called from it, while the connection is looked at, while it is made, while the answer is awaited."""

    async def main() -> None:
        dice = random.Random(7)
        server.answer(lambda seen: Reply({"id": "1"}))
        timeout = Timeout(pool=0.05)
        client = demo.AsyncDemo(
            base_url=server.url, api_key=CANARY, environment=False, retries=0, max_connections=3, timeout=timeout, deadline=None
        )
        for _ in range(60):
            crowd = [asyncio.create_task(client.call(demo.OPEN)) for _ in range(8)]
            for _ in range(dice.randrange(25)):
                await asyncio.sleep(0)
            for task in dice.sample(crowd, 5):
                task.cancel()
            await asyncio.gather(*crowd, return_exceptions=True)
        # Exactly three turns are left: so many calls reach a server that does not answer, and no more.
        server.default = black_hole
        stuck = [asyncio.create_task(client.call(demo.GET, {"thing_id": "stuck"})) for _ in range(6)]
        done, waiting = await asyncio.wait(stuck, timeout=1)
        # What was cancelled after it had been sent may arrive as late as now: it is not counted.
        assert (len(done), len(waiting), sum(seen.path.endswith("/stuck") for seen in server.journal)) == (3, 3, 3)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*stuck, return_exceptions=True)
        server.default = OK
        assert (await client.call(demo.OPEN)).id == "1"
        await client.aclose()

    asyncio.run(asyncio.wait_for(main(), 60))
