"""The server as a whole: it starts and stops without a trace, keeps a journal without secrets, and costs little."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from handwritten.testing import Behaviour, Call, LocalServer, Refused, answers, local_server, serves

ROOT = Path(__file__).parents[2]


def test_it_is_its_own_url(shop: dict[str, Any]) -> None:
    with local_server(document=shop) as server:
        assert server == server.url == f"http://127.0.0.1:{server.port}/v1" and isinstance(server, str)
        assert server.root == f"http://127.0.0.1:{server.port}"


def test_it_leaves_nothing_behind(shop: dict[str, Any]) -> None:
    def open_files() -> int:
        return len(os.listdir("/proc/self/fd"))

    with local_server(document=shop):
        pass
    threads, files = threading.active_count(), open_files()
    for _ in range(5):
        with local_server(document=shop) as server:
            server.faults.add(hang=True)
            with pytest.raises(httpx.ReadTimeout):
                httpx.get(f"{server}/health", timeout=0.05)
            idle = http.client.HTTPConnection("127.0.0.1", server.port)
            idle.request("GET", "/v1/health")
            assert idle.getresponse().read()
        idle.close()
    assert threading.active_count() == threads and open_files() == files
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{server}/health")


def test_it_starts_quickly(shop: dict[str, Any]) -> None:
    with local_server(document=shop):
        pass
    times: list[float] = []
    for _ in range(5):
        started = time.perf_counter()
        with local_server(document=shop):
            times.append(time.perf_counter() - started)
    assert min(times) < 0.15


def test_a_server_can_be_restarted_with_what_it_knew(shop: dict[str, Any]) -> None:
    with local_server(document=shop) as first:
        first.add("/shops/s")
    with local_server(engine=first.engine, port=first.port) as second:
        assert second == first
        assert httpx.get(f"{second}/shops/s", headers={"X-Shop-Key": "k"}).status_code == 200


def test_the_journal_knows_everything_but_secrets(shop: dict[str, Any]) -> None:
    with local_server(document=shop) as server:
        headers = {"X-Shop-Key": "canary", "Authorization": "Bearer canary", "Cookie": "a=canary"}
        httpx.post(f"{server}/shops?api_key=canary", json={"name": "a"}, headers=headers)
        entry = server.journal.of("shops_create")[0]
        assert (entry.method, entry.path, entry.status, entry.json) == ("POST", "/v1/shops", 400, {"name": "a"})
        assert entry.query_parameters == {"api_key": ["***"]} and "canary" not in repr(entry)
        assert server.journal.count() == len(server.journal) == 1 and list(server.journal) == [entry]
        assert server.journal.of("POST /v1/shops") == [entry]
        server.journal.clear()
        assert not server.journal.violations and not len(server.journal)
    with local_server(document=shop, keep_secrets=True) as server:
        httpx.get(f"{server}/shops", headers={"X-Shop-Key": "canary"})
        assert server.journal[0].headers["x-shop-key"] == "canary"


def test_only_accepted_credentials(shop: dict[str, Any]) -> None:
    with local_server(document=shop, accepted=["right"]) as server:
        statuses = [httpx.get(f"{server}/shops", headers={"X-Shop-Key": key}).status_code for key in ("wrong", "right")]
        assert statuses == [401, 200]
        assert httpx.get(f"{server}/health").status_code == 200
        server.accept_only()
        assert httpx.get(f"{server}/shops", headers={"X-Shop-Key": "wrong"}).status_code == 200


def test_a_behaviour_of_ones_own(shop: dict[str, Any]) -> None:
    class Own(Behaviour):
        @answers("shops_mine")
        def mine(self, call: Call) -> Any:
            return {"name": "mine", "size": 1, "unknown": True}

        @answers("health")
        def health(self, call: Call) -> Any:
            raise Refused(503, "ill")

        @serves("POST", "/token")
        def token(self, call: Call) -> Any:
            return {"access_token": "t", "given": call.body.decode()}

        @serves("GET", "/files/*")
        def file(self, call: Call) -> Any:
            return call.raw_path.encode()

        def error(self, refusal: Refused) -> Any:
            return {"code": refusal.status}

    with local_server(document=shop, behaviour=Own) as server:
        mine = httpx.get(f"{server}/shops/mine", headers={"X-Shop-Key": "k"}).json()
        assert mine["name"] == "mine" and "unknown" not in mine and mine["id"]
        assert httpx.get(f"{server}/health").json() == {"code": 503}
        assert httpx.post(f"{server.root}/token", content="a=b").json() == {"access_token": "t", "given": "a=b"}
        got = httpx.get(f"{server.root}/files/a/b", headers={"Range": "bytes=1-5"})
        assert (got.status_code, got.content, got.headers["content-range"]) == (206, b"files", "bytes 1-5/10")
        assert httpx.get(f"{server.root}/files/a/b", headers={"Range": "bytes=20-"}).status_code == 416
        assert httpx.get(f"{server.root}/files/a/b", headers={"Range": "bytes=-2"}).content == b"/b"


def test_many_clients_at_once(server: LocalServer) -> None:
    def work(number: int) -> None:
        with httpx.Client(base_url=server, headers={"X-Shop-Key": "k"}) as client:
            for index in range(20):
                assert client.post("/shops", json={"name": f"s{number}-{index}"}).status_code == 201

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    assert server.journal.count("shops_create") == 160 and len({entry.json["name"] for entry in server.journal}) == 160


def test_a_request_costs_less_than_half_a_millisecond(shop: dict[str, Any]) -> None:
    """The engine alone, without sockets: routing, validation, journal, answer."""
    from handwritten.testing import Engine

    engine = Engine(shop)
    headers = {"x-shop-key": "k", "content-type": "application/json", "host": "x"}
    engine.handle("POST", "/v1/shops", "", headers, b'{"name":"a"}')
    costs: list[float] = []
    for _ in range(5):
        started = time.process_time()
        for _ in range(200):
            engine.handle("GET", "/v1/shops/a", "", headers, b"")
            engine.handle("PATCH", "/v1/shops/a", "", headers, b'{"size":3}')
        costs.append((time.process_time() - started) / 400)
    assert min(costs) < 0.0005


@pytest.mark.parametrize("library", ["jsonschema_rs", "python_multipart", "uvicorn"])
def test_a_missing_library_is_named_with_its_extra(library: str) -> None:
    code = (
        f"import sys; sys.modules['{library}'] = None\n"
        "from handwritten.testing import local_server\n"
        "try:\n    local_server(document={}).__enter__()\nexcept ImportError as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert library in done.stdout and '[testing]"' in done.stdout and "pip install" in done.stdout


def test_importing_the_package_imports_no_library_of_the_extra() -> None:
    code = "import sys, handwritten.testing; print({'jsonschema_rs', 'python_multipart', 'uvicorn'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout == "set()\n"
