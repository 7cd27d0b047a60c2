"""Names that do not exist, certificates nobody knows, connections that died in their sleep, and calls that are interrupted."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable
from typing import Any

import pytest
from demo_client._runtime.declarations import errors
from demo_client._runtime.declarations.options import RetryPolicy

from tests.support.fault_server import Connection, Seen, Step, black_hole, head

from .deeds import DATA, HALF, START, DownloadDeed
from .matrix import COLUMNS
from .world import Stage


@pytest.mark.parametrize("column", COLUMNS)
def test_no_such_name(stage: Stage, column: str) -> None:
    nowhere = "http://nowhere.invalid"
    # The resolver of the machine may take its time.
    patient: Any = {"retries": RetryPolicy(base=0.01, longest=0.02, max_unreachable=60)}
    deed = stage.act(column)
    if column == "batch":
        report = deed.perform(base_url=nowhere, **patient)
        assert report.summary() == "6 failed" and {outcome.attempts for outcome in report} == {4}
        assert isinstance(stage.raises(errors.BatchError, report.raise_if_failed).__cause__, errors.ConnectFailed)
    elif column == "poll":
        job = stage.job(base_url=nowhere, **patient)
        error = stage.raises(errors.ConnectFailed, lambda: stage.run(job.result()))
        assert error.job_id == "j1" and not job.done and len(stage.clock.slept) == 5
    elif column == "token":
        stage.url = nowhere
        error = stage.raises(errors.TokenError, lambda: deed.perform(**patient))
        assert not error.terminal and len(stage.clock.slept) == 2
    else:
        error = stage.raises(errors.ConnectFailed, lambda: deed.perform(base_url=nowhere, **patient))
        assert len(error.attempts) == 4 and not isinstance(error, errors.OutcomeUnknown) and "Nothing was sent" in str(error)
    assert stage.server.accepted == 0


def answer_in_the_clear(sock: socket.socket, number: int) -> bool:
    """What a server without TLS does with a handshake."""
    sock.recv(10)
    sock.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
    sock.close()
    return False


@pytest.mark.parametrize("kind", ["unknown authority", "no TLS"])
@pytest.mark.parametrize("column", COLUMNS)
def test_bad_tls(stage: Stage, column: str, kind: str) -> None:
    if kind == "no TLS":
        stage.url = stage.url.replace("http:", "https:")
        stage.server.on_accept = answer_in_the_clear
    else:
        stage.secure()
    deed = stage.act(column)
    if column == "batch":
        report = deed.perform()
        assert report.summary() == "2 failed, 4 skipped"
        assert isinstance(stage.raises(errors.BatchError, report.raise_if_failed).__cause__, errors.ConnectFailed)
    elif column == "poll":
        job = stage.job()
        error = stage.raises(errors.ConnectFailed, lambda: stage.run(job.result()))
        assert error.job_id == "j1" and not job.done
    else:
        error = stage.raises(errors.TokenError if column == "token" else errors.ConnectFailed, deed.perform)
        assert column == "token" and error.terminal or len(error.attempts) == 1
        assert not isinstance(error, errors.OutcomeUnknown)
    assert not stage.server.journal and stage.server.accepted == 1 and not stage.clock.slept


@pytest.mark.parametrize("column", ["GET", "batch", "poll", "token"])
def test_a_handshake_that_the_server_ends(stage: Stage, column: str) -> None:
    """The end comes without a reset: to TLS that is an error of its own, but not one of certificates, so it is tried again."""
    deed = stage.act(column)
    trusting = stage.secure()

    def end(sock: socket.socket, number: int) -> bool:
        if number != (1 if deed.first else 2):
            return True
        sock.recv(4096)
        sock.close()
        return False

    stage.server.on_accept = end
    stage.before = None if deed.first else lambda: None
    assert deed.good(deed.perform(verify=trusting)) and len(stage.concerned) == 1


@pytest.mark.parametrize("column", ["GET", "POST", "upload"])
def test_idle_connections_are_not_trusted(stage: Stage, column: str) -> None:
    deed = stage.act(column)
    closed = threading.Event()

    def close_after(connection: Connection, seen: Seen) -> None:
        deed.answer(connection, seen, {})
        connection.close()
        closed.set()

    client = stage.client()
    stage.client = lambda **settings: client  # type: ignore[method-assign]
    stage.faults = [close_after]
    assert deed.good(deed.perform())
    assert closed.wait(5)
    assert deed.good(deed.perform())
    assert len(stage.concerned) == 2 and stage.server.accepted == 2 and not stage.clock.slept


@pytest.mark.parametrize("chunked", [False, True])
def test_a_download_that_breaks_off(stage: Stage, chunked: bool) -> None:
    deed = stage.act("download")
    whole = DATA[:HALF]

    def broken(connection: Connection, seen: Seen) -> None:
        length = {"Transfer-Encoding": "chunked"} if chunked else {"Content-Length": str(len(DATA))}
        connection.send(head(200, {"ETag": DownloadDeed.etag, "Content-Type": "application/octet-stream", **length}))
        connection.send(b"%x\r\n" % (len(whole) + 9) + whole if chunked else whole)
        connection.close()

    stage.server.script = [broken]
    stage.raises(errors.NoAnswer, lambda: deed.perform(retries=0))
    part = stage.folder / "down.bin.part"
    assert part.read_bytes() == whole and not (stage.folder / "down.bin").exists()
    assert deed.good(deed.perform())
    (again,) = stage.concerned
    assert (again.header("range"), again.header("if-range")) == (f"bytes={HALF}-", DownloadDeed.etag)
    assert not part.exists() and len(stage.server.journal) == 2


# Interrupted: Ctrl-C on the sync side, a cancelled task on the async side


def interrupting(stage: Stage, ahead: Callable[[Connection], object] = lambda connection: None) -> Step:
    """Interrupts the client while it waits for the answer, which never comes."""

    def step(connection: Connection, seen: Seen) -> None:
        ahead(connection)
        stage.interrupt()
        black_hole(connection, seen)

    return step


@pytest.mark.parametrize("column", ["GET", "POST", "safe POST", "list", "upload", "new upload"])
def test_interrupted(stage: Stage, column: str) -> None:
    deed = stage.act(column)
    stage.faults = [interrupting(stage)]
    error = stage.interrupted(deed.perform)
    assert len(stage.concerned) == 1
    notes = " ".join(getattr(error, "__notes__", ()))
    assert ("may have been applied" in notes) == (column in ("POST", "new upload"))
    # The next one is not harmed.
    assert deed.good(deed.perform())


def test_interrupted_batches(stage: Stage) -> None:
    deed = stage.act("batch")
    stage.faults = [interrupting(stage)]
    error: Any = stage.interrupted(deed.perform)
    assert isinstance(error, asyncio.CancelledError if stage.is_async else errors.BatchInterrupted)
    report = error.report
    assert [outcome.state for outcome in report][:4] == ["done", "done", "unknown", "unknown"]
    assert {outcome.state for outcome in report.outcomes("failed", "skipped")} <= {"skipped"} and report.rest
    assert len(stage.concerned) == 1
    stage.others_once()


def test_interrupted_polls(stage: Stage) -> None:
    stage.act("poll")
    stage.faults = [interrupting(stage)]
    job = stage.run(stage.client().job(START, body={"n": 1}, clock=stage.clock))
    stage.interrupted(lambda: stage.run(job.result()))
    assert not job.done and not [seen for seen in stage.server.journal if seen.method == "DELETE"]
    assert stage.run(job.result()) == {"of": "j1"}
    stage.others_once()


def test_interrupted_downloads(stage: Stage) -> None:
    deed = stage.act("download")
    rest = len(DATA) - HALF
    ranged = {"Content-Range": f"bytes {HALF}-{len(DATA) - 1}/{len(DATA)}", "Content-Length": str(rest), "ETag": DownloadDeed.etag}

    def some(connection: Connection) -> None:
        connection.send(head(206, ranged) + DATA[HALF : HALF + 1000])

    stage.faults = [interrupting(stage, some)]
    stage.interrupted(deed.perform)
    part = stage.folder / "down.bin.part"
    kept = part.stat().st_size
    assert kept in (HALF, HALF + 1000) and part.read_bytes() == DATA[:kept]
    assert deed.good(deed.perform())
    assert stage.concerned[-1].header("range") == f"bytes={kept}-" and not part.exists()


def test_interrupted_token_calls(stage: Stage) -> None:
    deed = stage.act("token")
    auth = stage.token_auth()
    stage.faults = [interrupting(stage)]
    stage.interrupted(lambda: stage.run(auth.apply()))
    (credentials,) = stage.together([auth.apply])
    assert credentials.headers[0][1].endswith(b"-1")
    assert len(stage.concerned) == 2
    assert deed.good(deed.perform())
