"""Tokens that expire, are refused, or cannot be had; clocks that are wrong. The token endpoint's journal is the witness."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from demo_client._runtime.auth.oauth.flows import KeyExchange
from demo_client._runtime.declarations import errors
from demo_client._runtime.declarations.options import RequestOptions

from tests.support.fault_server import Connection, Seen, Step, black_hole, drip, reply

from .deeds import BATCH, GET, LIST, POST, START, TOKEN, UPLOAD
from .matrix import COLUMNS
from .world import CANARY, Stage

CALLING = [column for column in COLUMNS if column != "token"]


def asked(stage: Stage) -> int:
    """How often the token endpoint was asked."""
    return len([seen for seen in stage.server.journal if seen.target == "/token"])


def used(seen: Seen) -> str:
    return (seen.header("authorization") or "").removeprefix(f"Bearer {TOKEN}-")


@pytest.mark.parametrize("column", [*CALLING, "new upload"])
def test_401_once(stage: Stage, column: str) -> None:
    deed = stage.act(column)
    stage.faults = [reply(401)]
    auth = stage.token_auth()
    assert deed.good(deed.perform(auth=auth))
    first, second = stage.concerned
    assert (used(first), used(second)) == ("1", "2") and asked(stage) == 2
    assert (first.method, first.target, first.body) == (second.method, second.target, second.body)
    if column != "download":
        stage.others_once()


def _wrong(secret: str) -> Step:
    """An API that says in its answer which secret it refuses."""
    return reply(401, {"error": f"{secret} is wrong"})


@pytest.mark.parametrize("kind", ["token", "key"])
@pytest.mark.parametrize("column", CALLING)
def test_401_again(stage: Stage, column: str, kind: str) -> None:
    deed = stage.act(column)
    stage.faults = [_wrong(f"{TOKEN}-1"), *[_wrong(f"{TOKEN}-2")] * 8] if kind == "token" else [_wrong(CANARY)]
    settings = {"auth": stage.token_auth()} if kind == "token" else {}
    if column == "batch":
        report = deed.perform(**settings)
        assert report.summary() == "2 done, 2 failed, 2 skipped"
        assert isinstance(stage.raises(errors.BatchError, report.raise_if_failed).__cause__, errors.Unauthorized)
    else:
        error = stage.raises(errors.Unauthorized, lambda: deed.perform(**settings))
        assert not isinstance(error, errors.JobFailed)
        assert column != "poll" or error.job_id == "j1"
    # A key that never changes is not worth a replay.
    assert len(stage.concerned) == asked(stage) == 2 if kind == "token" else len(stage.concerned) == 1


def test_wrong_client(stage: Stage) -> None:
    stage.act("token")
    stage.faults = [reply(401, {"error": "invalid_client", "error_description": f"{CANARY} is wrong"})] * 9
    client = stage.client(auth=stage.token_auth())
    for _ in range(3):
        error = stage.raises(errors.TokenError, lambda: stage.run(client.call(GET, {"thing_id": "1"})))
        assert error.terminal and error.error == "invalid_client" and "client_id 'me'" in str(error)
    assert asked(stage) == 1 and len(stage.server.journal) == 1


@pytest.mark.parametrize("answer", [reply(200, b"<html>log in</html>", type="text/html"), reply(200, {"token_type": "Bearer"})])
def test_no_token_is_kept_of_a_bad_answer(stage: Stage, answer: Any) -> None:
    stage.act("token")
    stage.faults = [answer]
    client = stage.client(auth=stage.token_auth())
    stage.raises(errors.TokenError, lambda: stage.run(client.call(GET, {"thing_id": "1"})))
    stage.clock.skipped += 40
    assert stage.run(client.call(GET, {"thing_id": "1"})).id == "1"
    assert asked(stage) == 2 and used(stage.server.journal[-1]) == "1"


def test_one_pause_at_the_token_endpoint(stage: Stage) -> None:
    stage.act("token")
    stage.faults = [reply(429, Retry_After="7")]
    auth = stage.token_auth()
    given = stage.together([auth.apply] * 10)
    assert {credentials.headers[0][1] for credentials in given} == {f"Bearer {TOKEN}-1".encode()}
    assert asked(stage) == 2 and stage.clock.slept == [7.0]


@pytest.mark.parametrize("fault", [drip(b'{"access_token": "' + b"x" * 500), black_hole])
def test_waiters_are_released(stage: Stage, fault: Any) -> None:
    stage.act("token")
    stage.faults = [fault] * 9
    auth = stage.token_auth(deadline=0.2)
    started = time.monotonic()
    given = stage.together([auth.apply] * 8)
    assert {type(error) for error in given} == {errors.TokenError} and len({id(error) for error in given}) == 8
    assert time.monotonic() - started < 3 and asked(stage) == 3
    for error in given:
        stage.unseen(error)


RACES: dict[str, Callable[[Any], Any]] = {
    "GET": lambda client: client.call(GET, {"thing_id": "1"}),
    "POST": lambda client: client.call(POST, body={"name": "n"}),
    "list": lambda client: client.pages(LIST, {"project": "p"}).collect(),
    "batch": lambda client: client.batch(BATCH, items=[{"n": n} for n in range(6)]),
}


@pytest.mark.parametrize("column", list(RACES))
def test_expiry_race(stage: Stage, column: str) -> None:
    """Many at once find the token expired: one of them fetches a new one, and nobody is sent away."""
    deed = stage.act(column)
    client = stage.client(auth=stage.token_auth())
    stage.run(client.call(GET, {"thing_id": "1"}))
    stage.clock.skipped += 4000
    values = stage.together([lambda: RACES[column](client)] * 12)
    assert not [value for value in values if isinstance(value, Exception)]
    assert asked(stage) == 2 and len(stage.concerned) >= 12
    assert {used(seen) for seen in stage.server.journal if seen.header("authorization") and seen.target != "/token"} == {"1", "2"}
    assert deed is stage.deed


@pytest.mark.parametrize("skew", [-600.0, 600.0])
@pytest.mark.parametrize("column", CALLING)
def test_clock_skew(stage: Stage, column: str, skew: float) -> None:
    """Neither our clock nor the server's need be right: what counts is how long a token lives."""
    now = time.time() + skew
    claims = base64.urlsafe_b64encode(json.dumps({"iat": now, "exp": now + 300}).encode()).decode().rstrip("=")
    asked_for: list[Seen] = []

    def issue(connection: Connection, seen: Seen) -> None:
        asked_for.append(seen)
        reply(200, {"token": f"h.{claims}.{len(asked_for)}"})(connection, seen)

    flow = KeyExchange(f"{stage.server.url}/exchange", CANARY, allow_http=True)
    deed = stage.act(column)
    answer = deed.answer
    deed.answer = lambda connection, seen, more: (  # type: ignore[method-assign]
        issue(connection, seen) if seen.target == "/exchange" else answer(connection, seen, more)
    )
    auth = stage.token_auth(flow=flow)
    for _ in range(3):
        assert deed.good(deed.perform(auth=auth))
        (stage.folder / "down.bin").unlink(missing_ok=True)
    assert len(asked_for) == 1
    stage.clock.skipped += 301
    assert deed.good(deed.perform(auth=auth)) and len(asked_for) == 2


def test_each_poll_reads_the_token_again(stage: Stage) -> None:
    stage.act("poll")
    stage.lifetime = 30
    stage.faults = [reply(200, {"id": "j1", "status": "processing"})] * 3
    stage.clock.on_pause = lambda: setattr(stage.clock, "skipped", stage.clock.skipped + 60)
    client = stage.client(auth=stage.token_auth())
    job = stage.run(client.job(START, body={"n": 1}, clock=stage.clock))
    assert stage.run(job.result()) == {"of": "j1"}
    assert [used(seen) for seen in stage.concerned] == ["1", "2", "3", "4"] and asked(stage) == 4


def test_an_upload_takes_its_token_at_its_start(stage: Stage) -> None:
    deed = stage.act("upload")
    client = stage.client(auth=stage.token_auth())
    stage.run(client.call(GET, {"thing_id": "1"}))
    stage.clock.skipped += 4000
    path = stage.folder / "f"
    path.write_bytes(b"x" * 600_000)

    def later(done: int, total: int | None) -> None:
        stage.clock.skipped += 4000

    value = stage.run(client.call(UPLOAD, {"file_id": "1"}, body=path, options=RequestOptions(progress=later)))
    assert deed.good(value) and asked(stage) == 2
    (seen,) = stage.concerned
    assert used(seen) == "2"
