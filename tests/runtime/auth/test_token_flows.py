"""Token flows over real sockets, sync and async: how often the token endpoint is asked, and that no secret is seen anywhere."""

from __future__ import annotations

import asyncio
import base64
import json
import logging
import os
import pickle
import threading
import time
import traceback
from typing import Any
from urllib.parse import unquote_plus

import pytest
from demo_client._runtime.auth import token_cache
from demo_client._runtime.auth.oauth import device as device_module
from demo_client._runtime.auth.oauth import endpoint
from demo_client._runtime.auth.oauth import flows as flows_module
from demo_client._runtime.declarations import errors as errors_module
from demo_client._runtime.jobs import polling

from tests.support.fault_server import FaultServer, Reply, Seen
from tests.support.flows_demo import client, operations
from tests.support.sides import Side

SECRET = "canary:s3cr%t/+ é"
TOKEN = "canary-token"


class Api:
    """A token endpoint and an API that takes its tokens."""

    def __init__(self, server: FaultServer) -> None:
        self.server = server
        self.issued = 0
        self.lifetime: Any = 3600
        self.delay = 0.0
        self.failures: list[Reply] = []
        self.refuse: set[str] = set()
        self._lock = threading.Lock()
        server.answer(self)

    def __call__(self, arrived: Seen) -> Reply:
        if arrived.path == "/token":
            with self._lock:
                if self.failures:
                    return self.failures.pop(0)
                self.issued += 1
                body = {"access_token": f"{TOKEN}-{self.issued}", "token_type": "Bearer", "expires_in": self.lifetime}
            return Reply(body, delay=self.delay)
        token = arrived.headers.get("authorization", "").removeprefix("Bearer ")
        if not token.startswith(TOKEN) or token in self.refuse:
            return Reply({"error": "unauthorized"}, 401)
        return Reply({"items": [1], "next": None})

    @property
    def token_calls(self) -> int:
        """How often the endpoint was asked."""
        return len(self.server.arrived("/token"))


@pytest.fixture
def api(server: FaultServer) -> Api:
    return Api(server)


def flow(side: Side, server: FaultServer, **settings: Any) -> Any:
    """Client credentials."""
    return flows_module.ClientCredentials(f"{server.url}/token", "me:id", SECRET, **settings)


def call(side: Side, caller: Any) -> Any:
    """One call of the API."""
    return caller.call(operations().things)


async def test_basic_is_form_encoded(side: Side, server: FaultServer, api: Api) -> None:
    caller = client(side, server.url, auth=flow(side, server, scope=["a", "b"], extra={"audience": "x"}))
    await side.get(call(side, caller))
    (asked,) = server.arrived("/token")
    user, _, password = base64.b64decode(asked.headers["authorization"].removeprefix("Basic ")).decode().partition(":")
    assert (unquote_plus(user), unquote_plus(password)) == ("me:id", SECRET)
    assert asked.form == {"grant_type": "client_credentials", "scope": "a b", "audience": "x"}
    assert asked.headers["content-type"] == "application/x-www-form-urlencoded"
    assert server.arrived("/things")[0].headers["authorization"] == f"Bearer {TOKEN}-1"


async def test_body_credentials(side: Side, server: FaultServer, api: Api) -> None:
    await side.get(call(side, client(side, server.url, auth=flow(side, server, style="body"))))
    (asked,) = server.arrived("/token")
    assert asked.form == {"grant_type": "client_credentials", "client_id": "me:id", "client_secret": SECRET}
    assert "authorization" not in asked.headers


@pytest.mark.parametrize("count", [50, 500])
async def test_one_token_for_all(side: Side, server: FaultServer, api: Api, count: int) -> None:
    if not side.is_async and count > 50:
        pytest.skip("500 threads are not the point; 500 tasks are")
    api.delay = 0.1
    auth = side.cls("TokenAuth", "_runtime.auth.aio.token_auth")(flow(side, server), client(side, server.url).session.transport)
    given = await side.together(count, lambda: auth.apply())
    assert {dict(credentials.headers)[b"Authorization"] for credentials in given} == {f"Bearer {TOKEN}-1".encode()}
    assert api.token_calls == 1


@pytest.mark.parametrize("count", [50, 500])
async def test_one_failure_for_all(side: Side, server: FaultServer, api: Api, count: int) -> None:
    if not side.is_async and count > 50:
        pytest.skip("500 threads are not the point; 500 tasks are")
    api.failures = [Reply({"error": "invalid_client", "error_description": SECRET}, 401, delay=0.1)] * 1000
    auth = side.cls("TokenAuth", "_runtime.auth.aio.token_auth")(flow(side, server), client(side, server.url).session.transport)
    errors = await side.together(count, lambda: auth.apply())
    assert {type(error).__name__ for error in errors} == {"TokenError"}
    assert len({id(error) for error in errors}) == count
    assert errors[0].terminal and errors[0].error == "invalid_client"
    assert "client_secret" in str(errors[0]) and "me:id" in str(errors[0]) and SECRET not in str(errors[0])
    assert api.token_calls == 1


async def test_401_is_replayed_once_with_a_new_token(side: Side, server: FaultServer, api: Api) -> None:
    caller = client(side, server.url, auth=flow(side, server), retries=0)
    await side.get(call(side, caller))
    api.refuse = {f"{TOKEN}-1"}
    await side.get(call(side, caller))
    assert api.token_calls == 2
    assert [arrived.headers["authorization"][-1] for arrived in server.arrived("/things")] == ["1", "1", "2"]


async def test_401_again_is_an_error(side: Side, server: FaultServer, api: Api) -> None:
    api.refuse = {f"{TOKEN}-{n}" for n in range(100)}
    caller = client(side, server.url, auth=flow(side, server))
    for _ in range(3):
        with pytest.raises(errors_module.Unauthorized):
            await side.get(call(side, caller))
    # A token that is refused right after it replaced a refused one is kept: the API is not helped by ever new ones.
    assert api.token_calls == 2


async def test_many_401_refresh_once(side: Side, server: FaultServer, api: Api) -> None:
    caller = client(side, server.url, auth=flow(side, server))
    await side.get(call(side, caller))
    api.refuse = {f"{TOKEN}-1"}
    answers = await side.together(20, lambda: call(side, caller))
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    assert api.token_calls == 2


@pytest.mark.parametrize(
    "failure",
    [
        Reply(status=500),
        Reply(status=502),
        Reply(status=503),
        Reply(status=429, headers={"retry-after": "0"}),
        Reply(drop=True),
        Reply({"access_token": "x"}, cut=-10),
    ],
    ids=["500", "502", "503", "429", "reset", "truncated"],
)
async def test_what_may_pass_is_tried_again(side: Side, server: FaultServer, api: Api, failure: Reply) -> None:
    api.failures = [failure]
    await side.get(call(side, client(side, server.url, auth=flow(side, server))))
    assert api.token_calls == 2


@pytest.mark.parametrize(
    "failure",
    [
        Reply({"error": "invalid_scope"}, 400),
        Reply(status=302, headers={"location": "http://127.0.0.1:1/elsewhere"}),
        Reply(b"<html>sign in</html>", headers={"content-type": "text/html"}),
        Reply({"access_token": "a\r\nb"}),
        Reply(status=429, headers={"retry-after": "3600"}),
        Reply(b"no", 403, headers={"content-type": "application/json"}),
    ],
    ids=["terminal", "redirect", "html", "line break", "long pause", "forbidden"],
)
async def test_what_will_not_pass_is_raised_at_once(side: Side, server: FaultServer, api: Api, failure: Reply) -> None:
    api.failures = [failure] * 10
    caller = client(side, server.url, auth=flow(side, server))
    for _ in range(2):
        with pytest.raises(errors_module.TokenError):
            await side.get(call(side, caller))
    assert api.token_calls == 1
    assert not server.arrived("/things")


async def test_an_answer_is_capped(side: Side, server: FaultServer, api: Api) -> None:
    api.failures = [Reply(b'{"access_token": "' + b"x" * 2_000_000 + b'"}', headers={"content-type": "application/json"})] * 10
    with pytest.raises(errors_module.TokenError, match="ResponseTooLarge") as caught:
        await side.get(call(side, client(side, server.url, auth=flow(side, server))))
    assert caught.value.terminal and api.token_calls == 1  # asking again would not make it smaller
    transport = client(side, server.url).session.transport
    with pytest.raises(errors_module.ResponseTooLarge):
        await side.get(transport.fetch("GET", f"{server.url}/token", max_bytes=10))


async def test_the_old_token_serves_while_it_works(side: Side, server: FaultServer, api: Api) -> None:
    clock = Clock(side)
    auth = side.cls("TokenAuth", "_runtime.auth.aio.token_auth")(
        flow(side, server), client(side, server.url).session.transport, clock=clock
    )
    await side.get(auth.apply())
    clock.time += 3600 * 0.9
    api.failures = [Reply(status=500)] * 100
    for _ in range(5):
        credentials = await side.get(auth.apply())
        assert credentials.headers[0][1].endswith(b"-1")
    assert api.token_calls == 1 + endpoint.ATTEMPTS
    api.failures = []
    clock.time += 30
    credentials = await side.get(auth.apply())
    assert credentials.headers[0][1].endswith(b"-2")


class Clock:
    """Time that a test turns."""

    def __init__(self, side: Side) -> None:
        self.time = 1000.0
        self.slept: list[float] = []
        self._is_async = side.is_async

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> Any:
        self.slept.append(seconds)
        self.time += seconds
        return asyncio.sleep(0) if self._is_async else None


async def test_device_code(side: Side, server: FaultServer) -> None:
    answers = [
        Reply({"error": "authorization_pending"}, 400),
        Reply({"error": "slow_down"}, 400),
        Reply(status=503),
        Reply({"access_token": f"{TOKEN}-d", "token_type": "bearer", "expires_in": "600", "refresh_token": "canary-refresh"}),
        Reply({"access_token": f"{TOKEN}-e", "expires_in": 600}),
    ]

    def behaviour(arrived: Seen) -> Reply:
        if arrived.path == "/device":
            started = {
                "device_code": "canary-device",
                "user_code": "AB-CD",
                "verification_uri": "https://example.com/d",
                "expires_in": 900,
                "interval": 5,
            }
            return Reply(started)
        return answers.pop(0)

    server.answer(behaviour)
    shown: list[Any] = []
    clock = Clock(side)
    device = device_module.DeviceCode(f"{server.url}/device", f"{server.url}/token", "me", scope="s", prompt=shown.append)
    auth = side.cls("TokenAuth", "_runtime.auth.aio.token_auth")(device, client(side, server.url).session.transport, clock=clock)
    assert (await side.get(auth.apply())).headers[0][1] == f"Bearer {TOKEN}-d".encode()
    assert [prompt.user_code for prompt in shown] == ["AB-CD"]
    assert clock.slept == [5.0, 5.0, 10.0, 10.0]
    assert all(asked.form["device_code"] == "canary-device" for asked in server.arrived("/token"))
    clock.time += 590
    assert (await side.get(auth.apply())).headers[0][1] == f"Bearer {TOKEN}-e".encode()
    assert server.arrived("/token")[-1].form == {
        "grant_type": "refresh_token",
        "refresh_token": "canary-refresh",
        "scope": "s",
        "client_id": "me",
    }


async def test_refresh_tokens_are_rotated(side: Side, server: FaultServer) -> None:
    server.answer(lambda arrived: Reply({"access_token": TOKEN, "expires_in": 10, "refresh_token": arrived.form["refresh_token"] + "+"}))
    saved: list[str] = []
    clock = Clock(side)
    refresh = flows_module.RefreshToken(f"{server.url}/token", "r", client_id="me", save=saved.append)
    auth = side.cls("TokenAuth", "_runtime.auth.aio.token_auth")(refresh, client(side, server.url).session.transport, clock=clock)
    for _ in range(3):
        await side.get(auth.apply())
        clock.time += 11
    assert saved == ["r+", "r++", "r+++"]


async def test_token_exchange_and_key_exchange(side: Side, server: FaultServer) -> None:
    claims = base64.urlsafe_b64encode(json.dumps({"iat": 5, "exp": 65}).encode()).decode().rstrip("=")

    def behaviour(arrived: Seen) -> Reply:
        if arrived.path == "/api/tokens":
            return Reply({"token": f"h.{claims}.s"}, headers={"content-type": "application/vnd.illumina.v3+json"})
        return Reply({"access_token": TOKEN, "issued_token_type": "urn:ietf:params:oauth:token-type:access_token", "expires_in": 60})

    server.answer(behaviour)
    flows = flows_module
    transport = client(side, server.url).session.transport
    exchange = flows.TokenExchange(f"{server.url}/token", lambda: "subject", client_id="me", client_secret="pw", extra={"audience": "api"})
    assert (await side.get(side.cls("TokenAuth", "_runtime.auth.aio.token_auth")(exchange, transport).apply())).headers[0][
        1
    ] == f"Bearer {TOKEN}".encode()
    assert server.journal[0].form["subject_token"] == "subject"
    key = flows.KeyExchange(f"{server.url}/api/tokens", "canary-key", query={"tenant": "t"}, accept="application/vnd.illumina.v3+json")
    clock = Clock(side)
    auth = side.cls("TokenAuth", "_runtime.auth.aio.token_auth")(key, transport, clock=clock)
    for _ in range(3):
        assert (await side.get(auth.apply())).headers[0][1] == f"Bearer h.{claims}.s".encode()
        clock.time += 35
    assert [asked.headers["x-api-key"] for asked in server.arrived("/api/tokens")] == ["canary-key"] * 2
    assert server.arrived("/api/tokens")[0].parameter("tenant") == "t"


async def test_functions(side: Side, server: FaultServer, api: Api) -> None:
    calls: list[int] = []

    def function() -> str:
        calls.append(1)
        return f"{TOKEN}-{len(calls)}"

    async def later() -> str:
        return function()

    transport = client(side, server.url).session.transport
    auth = side.cls("TokenAuth", "_runtime.auth.aio.token_auth")(later if side.is_async else function, transport)
    for _ in range(3):
        await side.get(auth.apply())
    assert len(calls) == 3
    kept = side.cls("TokenAuth", "_runtime.auth.aio.token_auth")(flows_module.TokenFunction(function, lifetime=60), transport)
    for _ in range(3):
        await side.get(kept.apply())
    assert len(calls) == 4
    clock = Clock(side)
    telling = side.cls("TokenAuth", "_runtime.auth.aio.token_auth")(
        flows_module.TokenFunction(lambda: (function(), 900)), transport, clock=clock
    )
    for _ in range(3):
        await side.get(telling.apply())
    assert len(calls) == 5
    clock.time += 890
    await side.get(telling.apply())
    assert len(calls) == 6


@pytest.mark.parametrize("lifetime", [0, 60])
async def test_functions_that_fail(side: Side, server: FaultServer, api: Api, lifetime: float) -> None:
    given: list[Any] = [OSError("no disk"), f"{TOKEN}-1", OSError("no disk")]

    def function() -> str:
        value = given.pop(0)
        if isinstance(value, OSError):
            raise value
        return str(value)

    clock = Clock(side)
    function_flow = flows_module.TokenFunction(function, lifetime=lifetime)
    auth = side.cls("TokenAuth", "_runtime.auth.aio.token_auth")(function_flow, client(side, server.url).session.transport, clock=clock)
    for turn in range(3):
        clock.time += 100
        if turn == 1:
            await side.get(auth.apply())
            continue
        with pytest.raises(errors_module.TokenError, match="OSError") as caught:
            await side.get(auth.apply())
        assert isinstance(caught.value.__cause__, OSError)


async def test_no_secret_is_shown(side: Side, server: FaultServer, api: Api, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    description = flow(side, server)
    caller = client(side, server.url, auth=description)
    await side.get(call(side, caller))
    api.refuse = {f"{TOKEN}-{n}" for n in range(100)}
    api.failures = [Reply({"error": "invalid_client", "error_description": f"{SECRET} is wrong"}, 400)]
    seen: list[str] = [repr(description), str(description), repr(caller), repr(caller.session)]
    with pytest.raises(Exception) as caught:
        await side.get(call(side, caller))
    error: BaseException | None = caught.value
    while error is not None:
        shown = traceback.TracebackException.from_exception(error, capture_locals=True)
        seen += ["".join(shown.format()), repr(error), str(error), repr(error.__dict__)]
        seen.append(pickle.dumps(error).decode("latin-1"))
        error = error.__cause__ or error.__context__
    seen.append(caplog.text)
    encoded = base64.b64encode(f"{SECRET}".encode()).decode()
    for text in seen:
        # This test's own frame holds the constants; it is not what is looked at.
        text = "\n".join(line for line in text.splitlines() if "test_auth" not in line and "SECRET" not in line and "TOKEN" not in line)
        assert "s3cr" not in text.replace("seen = ", "")
        assert encoded not in text
        assert f"{TOKEN}-1" not in text
    with pytest.raises(TypeError):
        pickle.dumps(description._client_secret)


async def test_a_stopped_leader_is_followed_by_another(side: Side, server: FaultServer, api: Api) -> None:
    if not side.is_async:
        pytest.skip("a thread cannot be cancelled")
    api.delay = 5.0
    auth = side.cls("TokenAuth", "_runtime.auth.aio.token_auth")(flow(side, server), client(side, server.url).session.transport)
    leader = asyncio.create_task(auth.apply())
    while not server.journal:
        await asyncio.sleep(0.01)
    follower = asyncio.create_task(auth.apply())
    await asyncio.sleep(0.01)
    api.delay = 0.0
    leader.cancel()
    assert (await follower).headers[0][1].endswith(b"-2")
    assert api.token_calls == 2


def test_a_forked_child_is_not_stuck() -> None:
    keeper = token_cache.TokenCache(threading.Event)
    turn = keeper.ask(0.0)
    assert turn.lead is not None
    keeper._lock.acquire()
    child = os.fork()
    if child == 0:
        os._exit(0 if keeper.ask(0.0).lead is not None else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


async def test_a_black_hole_releases_all_who_wait(side: Side, server: FaultServer, api: Api) -> None:
    api.delay = 30
    auth = side.cls("TokenAuth", "_runtime.auth.aio.token_auth")(
        flow(side, server), client(side, server.url).session.transport, deadline=0.2
    )
    begun = time.monotonic()
    errors = await side.together(10, lambda: auth.apply())
    assert {type(error).__name__ for error in errors} == {"TokenError"} and time.monotonic() - begun < 5
    assert api.token_calls == endpoint.ATTEMPTS


async def test_bad_tls_is_an_error_at_once(side: Side, server: FaultServer) -> None:
    secured = server.url.replace("http:", "https:")  # the server speaks no TLS
    errors = errors_module
    credentials = flows_module.ClientCredentials(f"{secured}/token", "me", SECRET)
    with pytest.raises(errors.TokenError) as caught:
        await side.get(call(side, client(side, server.url, auth=credentials)))
    assert caught.value.terminal
    report = await side.get(
        client(side, secured).batch_report(operations().create, {"project": "p"}, items=[{"n": n} for n in range(50)], concurrency=1)
    )
    assert report.summary() == "5 failed, 45 skipped"
    token = polling.JobToken("jobs_create", "j7", {"project": "p"}).to_text()
    job = side.cls("Job", "_runtime.jobs.aio.job").from_token(client(side, secured), token, operation=operations().create)
    with pytest.raises(errors.ConnectFailed) as failed:
        await side.get(job.result(5))
    assert failed.value.job_id == "j7" and not job.done
