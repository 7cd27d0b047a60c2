"""The cells of the matrix that are the same story with another fault: what goes wrong, and what the column is to make of it.

`matrix.py` says which story belongs to which cell; here stand the stories. Others stand in the modules beside this one.
"""

from __future__ import annotations

import gzip
import socket
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Any

import pytest
from demo_client._runtime.declarations import errors
from demo_client._runtime.declarations.options import RequestOptions

from tests.support.fault_server import (
    Connection,
    FaultServer,
    Seen,
    Step,
    black_hole,
    drip,
    hang_up,
    raw,
    reply,
    reset,
    truncated,
    truncated_chunks,
)

from .deeds import DATA, HALF, DownloadDeed
from .matrix import generic
from .world import Stage


@dataclass
class Fault:
    """What the server does to one request, and which settings of the client belong to it."""

    step: Callable[[Stage], Step]
    settings: dict[str, Any] = field(default_factory=dict)
    pause: tuple[float, float] | None = None
    """Seconds between which the pause after it is to lie."""


def answering(status: int, **headers: str) -> Fault:
    return Fault(lambda stage: reply(status, {"error": "trouble"}, **headers))


def always(step: Step, **settings: Any) -> Fault:
    return Fault(lambda stage: step, settings)


def _date(seconds: float) -> Fault:
    # Cut to whole seconds on the way.
    fault = Fault(lambda stage: reply(429, {}, Retry_After=formatdate(stage.clock.wall() + seconds, usegmt=True)))
    fault.pause = (seconds - 1.5, seconds * 1.1 + 0.1)
    return fault


def _asked(value: str, pause: tuple[float, float]) -> Fault:
    fault = answering(429, Retry_After=value)
    fault.pause = pause
    return fault


OWN = (0.0, 4.0)
FAULTS: dict[str, Fault] = {
    "429, seconds": _asked("7", (7.0, 7.8)),
    "429, date": _date(9),
    "nan": _asked("nan", OWN),
    "inf": _asked("inf", OWN),
    "negative": _asked("-5", OWN),
    "in the past": _asked("Fri, 31 Dec 1999 23:59:59 GMT", OWN),
    "above the cap": answering(429, Retry_After="86400"),
    "500": answering(500),
    "502": answering(502),
    "503": answering(503),
    "504": answering(504),
    "reset": always(reset),
    "closed": always(hang_up),
    "read timeout": always(black_hole, timeout=0.15),
    "truncated": always(truncated(b'{"id": ', 100)),
    "truncated chunks": always(truncated_chunks(b'{"id": "1"}')),
    "html": always(reply(200, b"<html>log in</html>", type="text/html")),
    "bad json": always(reply(200, b'{"id": ')),
    "silent truncation": always(raw(b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"id": "1')),
    "drip": always(drip(b'{"id": "' + b"x" * 500)),
    "black hole": always(black_hole),
    "403": answering(403),
    "413": answering(413),
    "gzip bomb": always(reply(200, gzip.compress(b'{"id": "' + b"0" * 3_000_000), Content_Encoding="gzip"), max_response_bytes=1_000_000),
}
"""By the names that the matrix uses."""


@pytest.mark.parametrize("row, column, story, fault", generic())
def test_cell(stage: Stage, row: str, column: str, story: str, fault: str) -> None:
    STORIES[story](stage, column, fault)


def _with(stage: Stage, column: str, fault: str, times: int = 1) -> tuple[Any, Fault]:
    deed, trouble = stage.act(column), FAULTS[fault]
    stage.faults = [trouble.step(stage)] * times
    return deed, trouble


def _same(first: Seen, second: Seen) -> None:
    assert (first.method, first.target, first.body) == (second.method, second.target, second.body)
    assert first.header("range") == second.header("range")


def repeated(stage: Stage, column: str, fault: str) -> None:
    """It is sent once more, the same, and then it is good; what had gone well before is not sent again."""
    deed, trouble = _with(stage, column, fault)
    assert deed.good(deed.perform(**trouble.settings))
    first, second = stage.concerned
    _same(first, second)
    stage.others_once() if column != "download" else None
    if trouble.pause is not None:
        least, most = trouble.pause
        slept = sum(stage.clock.slept)
        # The time that passed on its own counts as well: a pause that is slept in parts is as much shorter.
        assert least - (second.at - first.at) <= slept <= most + (0.2 if column in ("poll", "download") else 0.0), stage.clock.slept


def unrepeated(stage: Stage, column: str, fault: str) -> None:
    """It may have been applied: it is not sent again, and the error says so."""
    deed, trouble = _with(stage, column, fault, times=9)
    error = stage.raises(errors.OutcomeUnknown, lambda: deed.perform(**trouble.settings))
    assert isinstance(error, (errors.ServerError, errors.NoAnswer, errors.DecodeError)) and "may have been applied" in str(error)
    assert len(stage.concerned) == 1 and len(error.attempts) == 1


def reported(stage: Stage, column: str, fault: str) -> None:
    """The report tells that one call may have been applied, and that the others are done; each was sent once."""
    deed, trouble = _with(stage, column, fault, times=9)
    report = deed.perform(**trouble.settings)
    assert [outcome.state for outcome in report] == ["done"] * 2 + ["unknown"] * 2 + ["done"] * 2
    assert isinstance(report[2].error, errors.OutcomeUnknown) and report[2].item == {"n": 2}
    error = stage.raises(errors.BatchError, report.raise_if_failed)
    assert error.report.summary() == "4 done, 2 unknown"
    stage.unseen(report[2].error)
    assert len(stage.concerned) == 1
    stage.others_once()


def failed_part(stage: Stage, column: str, fault: str) -> None:
    """The report tells that one call was refused, and that the others are done; each was sent once."""
    deed, trouble = _with(stage, column, fault, times=9)
    report = deed.perform(**trouble.settings)
    assert [outcome.state for outcome in report] == ["done"] * 2 + ["failed"] * 2 + ["done"] * 2
    error = stage.raises(errors.BatchError, report.raise_if_failed)
    assert error.report.summary() == "4 done, 2 failed" and len(stage.concerned) == 1
    stage.others_once()


def stopped(stage: Stage, column: str, fault: str) -> None:
    """What is refused for its credentials would be refused again: the rest is skipped."""
    deed, trouble = _with(stage, column, fault, times=9)
    report = deed.perform(**trouble.settings)
    assert report.summary() == "2 done, 2 failed, 2 skipped"
    stage.raises(errors.BatchError, report.raise_if_failed)
    assert len(stage.concerned) == 1
    stage.others_once()


_KINDS: dict[str, type[Exception]] = {
    "above the cap": errors.TooManyRequests,
    "403": errors.Forbidden,
    "413": errors.PayloadTooLarge,
    "gzip bomb": errors.ResponseTooLarge,
    "html": errors.DecodeError,
    "bad json": errors.DecodeError,
    "silent truncation": errors.DecodeError,
}


def refused(stage: Stage, column: str, fault: str) -> None:
    """A typed error at once."""
    deed, trouble = _with(stage, column, fault, times=9)
    kind = errors.TokenError if column == "token" else _KINDS[fault]
    error = stage.raises(kind, lambda: deed.perform(**trouble.settings))
    assert len(stage.concerned) == 1
    stage.others_once()
    if fault == "gzip bomb":
        assert isinstance(error, errors.OutcomeUnknown) == (column == "POST")
    if column == "token":
        assert not [seen for seen in stage.server.journal if seen.target == "/things/1"], "a call was sent without its token"
    if column == "poll":
        assert error.job_id == "j1" and not isinstance(error, errors.JobFailed)


def replayed_once(stage: Stage, column: str, fault: str) -> None:
    """One more try is worth it for an answer that cannot be read; the second such answer is an error."""
    deed, trouble = _with(stage, column, fault)
    assert deed.good(deed.perform(**trouble.settings))
    first, second = stage.concerned
    _same(first, second)
    stage.server.journal.clear()
    stage.faults = [trouble.step(stage)] * 9
    error = stage.raises(errors.DecodeError, lambda: deed.perform(**trouble.settings))
    assert len(stage.concerned) == 2 and error.status == 200


def borne_three_times(stage: Stage, column: str, fault: str) -> None:
    """Polls go on over three answers that cannot be read, and not over four."""
    deed, trouble = _with(stage, column, fault, times=3)
    assert deed.good(deed.perform(**trouble.settings))
    assert len(stage.concerned) == 4
    stage.server.journal.clear()
    stage.faults = [trouble.step(stage)] * 9
    error = stage.raises(errors.DecodeError, lambda: deed.perform(**trouble.settings))
    assert len(stage.concerned) == 4 and error.job_id == "j1"


def polled_to_the_end(stage: Stage, column: str, fault: str) -> None:
    """The pause that is asked for is waited, as far as the time allows; then the job is still running, and can be taken up again."""
    deed, trouble = _with(stage, column, fault, times=9)
    error = stage.raises(errors.JobTimeout, lambda: deed.perform(wait=30.0, **trouble.settings))
    assert error.job_id == "j1" and 29.9 <= sum(stage.clock.slept) <= 30.5
    assert len(stage.concerned) == 2, "one poll, and one shortly before the time is up"
    stage.faults = []
    assert stage.run(error.job.result()) == {"of": "j1"}


def deadline(stage: Stage, column: str, fault: str) -> None:
    """A server that never lets a read time out is left when the time for the call is up."""
    deed, trouble = _with(stage, column, fault, times=9)
    started = time.monotonic()
    options = RequestOptions(deadline=0.3)
    error = stage.raises(errors.DeadlineExceeded, lambda: deed.perform(options, **trouble.settings))
    assert 0.25 <= time.monotonic() - started < 1.5
    assert isinstance(error, errors.OutcomeUnknown) == (column == "POST") and len(stage.concerned) == 1
    assert ("may have been applied" in str(error)) == (column == "POST")


def deadline_of_the_batch(stage: Stage, column: str, fault: str) -> None:
    """When the time for a batch is up, the call under way may have been applied, and the rest was never sent."""
    deed, trouble = _with(stage, column, fault, times=9)
    report = deed.perform(RequestOptions(deadline=0.4), **trouble.settings)
    assert report.summary() == "2 done, 2 unknown, 2 skipped"
    assert isinstance(report[2].error, errors.DeadlineExceeded)
    stage.raises(errors.BatchError, report.raise_if_failed)
    assert len(stage.concerned) == 1
    stage.others_once()


def job_timeout(stage: Stage, column: str, fault: str) -> None:
    """The job's timeout holds although the poll never ends; the job goes on, and the error has it."""
    deed, trouble = _with(stage, column, fault, times=9)
    started = time.monotonic()
    error = stage.raises(errors.JobTimeout, lambda: deed.perform(wait=0.4, real_time=True, **trouble.settings))
    assert 0.35 <= time.monotonic() - started < 1.5
    assert error.job_id == "j1" and not [seen for seen in stage.server.journal if seen.method == "DELETE"]
    stage.faults = []
    assert stage.run(error.job.result(5)) == {"of": "j1"}


def resumed(stage: Stage, column: str, fault: str) -> None:
    """What arrived is kept when the time is up; the next download goes on from there."""
    deed, trouble = _with(stage, column, fault)
    # The answer to the range stalls, or drips; it is one of the file this time.
    stage.faults = [_stalling(fault)]
    stage.raises(errors.DeadlineExceeded, lambda: deed.perform(RequestOptions(deadline=0.4), **trouble.settings))
    part = stage.folder / "down.bin.part"
    kept = part.stat().st_size
    assert part.read_bytes() == DATA[:kept] and HALF <= kept < len(DATA)
    assert deed.good(deed.perform(**trouble.settings))
    assert [seen.header("range") for seen in stage.concerned] == [f"bytes={HALF}-", f"bytes={kept}-"]
    assert not part.exists()


def _stalling(fault: str) -> Step:
    def step(connection: Connection, seen: Seen) -> None:
        if fault == "drip":
            rest = DATA[HALF:]
            ranged = f"bytes {HALF}-{len(DATA) - 1}/{len(DATA)}"
            drip(rest[:500], announced=len(rest), status=206, ETag=DownloadDeed.etag, Content_Range=ranged)(connection, seen)
        else:
            black_hole(connection, seen)

    return step


def connected_again(stage: Stage, column: str, fault: str) -> None:
    """No connection, so nothing was sent: every column tries again. The server is there by the time of the first pause."""
    deed = stage.act(column)
    if fault == "refused":
        stage.clock.on_pause = stage.server.accept
        if deed.first:
            stage.server.refuse()
        else:
            stage.before = stage.server.refuse
    settings = {}
    if fault == "handshake":
        authority = stage.secure()
        settings["verify"] = authority
        _cut_handshakes(stage.server, of=1 if deed.first else 2)
        stage.before = None if deed.first else lambda: None
    assert deed.good(deed.perform(**settings))
    assert len(stage.concerned) == 1 and stage.clock.slept
    if column != "download":
        stage.others_once()


def _cut_handshakes(server: FaultServer, *, of: int) -> None:
    def decide(sock: socket.socket, number: int) -> bool:
        if number != of:
            return True
        sock.recv(10)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        sock.close()
        return False

    server.on_accept = decide


STORIES: dict[str, Callable[[Stage, str, str], None]] = {
    story.__name__: story
    for story in (
        repeated,
        unrepeated,
        reported,
        failed_part,
        stopped,
        refused,
        replayed_once,
        borne_three_times,
        polled_to_the_end,
        deadline,
        deadline_of_the_batch,
        job_timeout,
        resumed,
        connected_again,
    )
}
