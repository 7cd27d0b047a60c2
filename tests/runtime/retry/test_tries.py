"""What goes wrong on the way: the rows of the fault table for GET and POST, with the server's journal as witness.

In every case the secret must not be seen: not in text, repr, log, traceback locals or pickle.
"""

from __future__ import annotations

import gzip
import logging
import pickle
import socket
import struct
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from typing import Any

import pytest
from demo_client._runtime.declarations import errors
from demo_client._runtime.declarations.options import RequestOptions, Timeout

from tests.support import demo
from tests.support.fault_server import black_hole, drip, hang_up, head, raw, reply, reset, truncated, truncated_chunks
from tests.support.sides import CANARY, QUICK, Side

OK = reply(200, {"id": "1"})
BODY = {"name": "n"}
CALLS = {
    "GET": (demo.GET, {"thing_id": "1"}, {}),
    "PUT": (demo.UPDATE, {"thing_id": "1"}, {"body": BODY}),
    "POST": (demo.CREATE, {}, {"body": BODY}),
    "safe POST": (demo.SEARCH, {}, {"body": BODY}),
}
SAFE = ("GET", "PUT", "safe POST")


def perform(client: Any, name: str, **keywords: Any) -> Any:
    operation, arguments, given = CALLS[name]
    return client.call(operation, arguments, **given, **keywords)


def assert_no_secret(error: BaseException, log: Any = None) -> None:
    seen: set[int] = set()
    texts: list[str] = []
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        texts += [str(current), repr(current), repr(vars(current)), repr(current.args)]
        texts += traceback.TracebackException(type(current), current, current.__traceback__, capture_locals=True).format()
        current = current.__cause__ or current.__context__
    texts.append(repr(pickle.dumps(error)))
    if log is not None:
        texts.append(log.text)
    for text in texts:
        # The tests' own frames know the secret; ours must not.
        lines = [line for line in text.splitlines() if "CANARY" not in line]
        assert CANARY not in "\n".join(lines), text


def fails(side: Side, name: str, kind: type[Exception] | tuple[type[Exception], ...], caplog: Any, **settings: Any) -> Any:
    client = side.client(**settings)
    with caplog.at_level(logging.DEBUG, logger="demo_client"), pytest.raises(kind) as caught:
        perform(client, name)
    error = caught.value
    assert isinstance(error, errors.ClientError)
    assert_no_secret(error, caplog)
    copied = pickle.loads(pickle.dumps(error))
    assert (type(copied), str(copied), copied.operation) == (type(error), str(error), error.operation)
    assert error.operation in str(error) and error.url in str(error)
    return error


# Statuses


@pytest.mark.parametrize("status", [500, 502, 503, 504])
@pytest.mark.parametrize("name", list(CALLS))
def test_server_errors(side: Side, caplog: Any, name: str, status: int) -> None:
    side.server.script = [reply(status, {"error": "boom"}), OK]
    if name in SAFE:
        assert perform(side.client(), name).id == "1"
        assert len(side.server.journal) == 2
        return
    error = fails(side, name, errors.ServerError, caplog)
    assert isinstance(error, errors.OutcomeUnknown) and error.status == status
    assert "may have been applied" in str(error) and "boom" in str(error)
    assert len(side.server.journal) == 1


@pytest.mark.parametrize("name", list(CALLS))
def test_throttling_is_waited_out_by_every_verb(side: Side, name: str) -> None:
    side.server.script = [reply(429, Retry_After="0.2"), OK]
    assert perform(side.client(), name).id == "1"
    first, second = side.server.journal
    assert second.at - first.at >= 0.2
    assert first.body == second.body


def test_retry_after_as_a_date(side: Side) -> None:
    from email.utils import formatdate

    side.server.script = [reply(429, Retry_After=formatdate(time.time() + 2, usegmt=True)), OK]
    perform(side.client(), "POST")
    first, second = side.server.journal
    assert 0.9 <= second.at - first.at <= 2.6


@pytest.mark.parametrize("value", ["nan", "inf", "-5", "-inf", "soon", "Fri, 31 Dec 1999 23:59:59 GMT", "Fri, 99 Foo 2999"])
def test_nonsense_in_retry_after_means_our_own_pause(side: Side, value: str) -> None:
    side.server.script = [reply(429, Retry_After=value), OK]
    perform(side.client(), "GET")
    first, second = side.server.journal
    assert second.at - first.at < 1


@pytest.mark.parametrize("value", ["61", "1e300", "Fri, 31 Dec 2099 23:59:59 GMT"])
def test_a_longer_pause_than_allowed_is_an_error_at_once(side: Side, caplog: Any, value: str) -> None:
    side.server.script = [reply(429, Retry_After=value), OK]
    started = time.monotonic()
    error = fails(side, "GET", errors.TooManyRequests, caplog)
    assert error.retry_after > 60 and time.monotonic() - started < 1
    assert len(side.server.journal) == 1


def test_a_pause_that_would_outlast_the_deadline_is_not_begun(side: Side, caplog: Any) -> None:
    side.server.script = [reply(503, Retry_After="5"), OK]
    started = time.monotonic()
    error = fails(side, "GET", errors.ServerError, caplog, deadline=1.0)
    assert [attempt.pause for attempt in error.attempts] == [None]
    assert time.monotonic() - started < 1


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (302, errors.RedirectRefused),
        (400, errors.BadRequest),
        (403, errors.Forbidden),
        (404, errors.NotFound),
        (409, errors.Conflict),
        (413, errors.PayloadTooLarge),
        (418, errors.ApiError),
        (422, errors.UnprocessableEntity),
        (501, errors.ServerError),
    ],
)
@pytest.mark.parametrize("name", ["GET", "POST"])
def test_other_errors_are_final(side: Side, caplog: Any, name: str, status: int, kind: type[Exception]) -> None:
    side.server.default = reply(status, {"error": f"no {CANARY}", "code": 17}, X_Request_Id="r9", Location="http://127.0.0.1:1/evil")
    error = fails(side, name, kind, caplog)
    assert type(error) is kind and not isinstance(error, errors.OutcomeUnknown)
    assert (error.status, error.request_id, error.code) == (status, "r9", 17)
    assert error.body.startswith('{"error": "no') and error.headers["x-request-id"] == "r9"
    assert error.reason and len(error.attempts) == 1
    assert "no ***" in str(error)
    assert len(side.server.journal) == 1


def test_documented_error_bodies_are_typed(side: Side, caplog: Any) -> None:
    side.server.default = reply(404, {"error": "gone", "code": 3})
    error = fails(side, "GET", errors.NotFound, caplog)
    assert isinstance(error.parsed, demo.Problem) and error.parsed.code == 3


def test_a_page_of_html_is_an_error_with_its_text(side: Side, caplog: Any) -> None:
    side.server.default = reply(404, b"<html>nothing here</html>", type="text/html")
    error = fails(side, "GET", errors.NotFound, caplog)
    assert error.body == "<html>nothing here</html>" and error.parsed is None


def test_a_refused_key_is_not_tried_again(side: Side, caplog: Any) -> None:
    side.server.default = reply(401)
    error = fails(side, "GET", errors.Unauthorized, caplog)
    assert "credentials" in str(error) and len(side.server.journal) == 1


def test_attempts_are_written_down(side: Side, caplog: Any) -> None:
    side.server.default = reply(503)
    error = fails(side, "GET", errors.ServerError, caplog)
    assert [(attempt.number, attempt.status) for attempt in error.attempts] == [(1, 503), (2, 503), (3, 503), (4, 503)]
    assert [attempt.pause is not None for attempt in error.attempts] == [True, True, True, False]
    assert "tried 4 times" in str(error) and len(side.server.journal) == 4


@pytest.mark.parametrize(("retries", "sent"), [(0, 1), (1, 2), (QUICK(attempts=3), 3)])
def test_the_number_of_tries_is_the_callers(side: Side, retries: Any, sent: int) -> None:
    side.server.default = reply(503)
    with pytest.raises(errors.ServerError):
        side.client().call(demo.GET, {"thing_id": "1"}, options=RequestOptions(retries=retries))
    assert len(side.server.journal) == sent


def test_an_idempotency_key_makes_a_call_safe_to_repeat(side: Side) -> None:
    side.server.script = [reply(500), hang_up, reply(201, {"id": "1"})]
    side.client().call(demo.CREATE, body=BODY, options=RequestOptions(idempotency_key="k"))
    assert [seen.header("idempotency-key") for seen in side.server.journal] == ["k"] * 3


# The connection


def refuse_first(count: int) -> Any:
    def decide(sock: socket.socket, number: int) -> bool:
        if number > count:
            return True
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        sock.close()
        return False

    return decide


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


@pytest.mark.parametrize("name", list(CALLS))
def test_no_connection_is_retried_by_every_verb(side: Side, caplog: Any, name: str) -> None:
    error = fails(side, name, errors.ConnectFailed, caplog, base_url=f"http://127.0.0.1:{free_port()}")
    assert len(error.attempts) == 4 and not isinstance(error, errors.OutcomeUnknown)
    assert "Nothing was sent" in str(error)
    assert isinstance(error.__cause__, ConnectionRefusedError) and error.__cause__.__traceback__ is None


def test_no_such_host(side: Side, caplog: Any) -> None:
    error = fails(side, "POST", errors.ConnectFailed, caplog, base_url="http://nowhere.invalid")
    assert len(error.attempts) == 4


@pytest.mark.parametrize("url", ["http://127.0.0.1:{port}", "http://nowhere.invalid"])
def test_an_unreachable_host_is_given_up_soon(side: Side, caplog: Any, url: str) -> None:
    policy = QUICK(attempts=1000, base=0.05, longest=0.05, max_unreachable=0.3)
    error = fails(side, "GET", errors.ConnectFailed, caplog, base_url=url.format(port=free_port()), retries=policy)
    assert 2 <= len(error.attempts) < 100
    # The last pause may take longer than it was to.
    assert error.attempts[-2].started - error.attempts[0].started < 0.3
    levels = [record.levelname for record in caplog.records if "again in" in record.message]
    assert levels[:2] == ["INFO", "WARNING"] and set(levels[1:]) == {"WARNING"}


def test_a_host_that_is_just_starting_may_be_waited_for(side: Side) -> None:
    policy = QUICK(attempts=8, max_unreachable=60)
    with pytest.raises(errors.ConnectFailed) as caught:
        perform(side.client(base_url=f"http://127.0.0.1:{free_port()}", retries=policy), "GET")
    assert len(caught.value.attempts) == 8


@pytest.mark.parametrize("fault", [reset, hang_up, truncated(b'{"id": ', 100), truncated_chunks(b'{"id": "1"}'), raw(b"garbage\r\n\r\n")])
@pytest.mark.parametrize("name", list(CALLS))
def test_answers_that_are_lost(side: Side, caplog: Any, name: str, fault: Any) -> None:
    side.server.script = [fault, OK]
    if name in SAFE:
        assert perform(side.client(), name).id == "1"
        assert len(side.server.journal) == 2
        return
    error = fails(side, name, errors.NoAnswer, caplog)
    assert isinstance(error, errors.OutcomeUnknown) and "may have been applied" in str(error)
    assert len(side.server.journal) == 1


@pytest.mark.parametrize("name", ["GET", "POST"])
def test_a_silent_server_is_not_waited_for(side: Side, caplog: Any, name: str) -> None:
    side.server.script = [black_hole, OK]
    started = time.monotonic()
    if name == "GET":
        assert perform(side.client(timeout=0.2), name).id == "1"
    else:
        error = fails(side, name, errors.DeadlineExceeded, caplog, timeout=0.2)
        assert isinstance(error, errors.OutcomeUnknown) and isinstance(error, TimeoutError)
        assert len(side.server.journal) == 1
    assert 0.2 <= time.monotonic() - started < 1.5


@pytest.mark.parametrize("fault", [drip(b'{"id": "' + b"x" * 500), black_hole])
@pytest.mark.parametrize("name", ["GET", "POST"])
def test_the_deadline_bounds_the_whole_call(side: Side, caplog: Any, name: str, fault: Any) -> None:
    side.server.default = fault
    started = time.monotonic()
    error = fails(side, name, errors.DeadlineExceeded, caplog, deadline=0.5, timeout=5)
    assert 0.45 <= time.monotonic() - started < 0.9
    assert isinstance(error, errors.OutcomeUnknown) == (name == "POST")
    assert len(side.server.journal) == 1


def test_a_dripping_head_is_bounded_too(side: Side, caplog: Any) -> None:
    def dripping(connection: Any, seen: Any) -> None:
        for byte in head(200, {"Content-Length": "2", "X-Long": "y" * 500}):
            connection.send(bytes([byte]))
            time.sleep(0.05)

    side.server.default = dripping
    started = time.monotonic()
    fails(side, "GET", errors.DeadlineExceeded, caplog, deadline=0.5)
    assert time.monotonic() - started < 0.9


def test_the_deadline_bounds_retries(side: Side, caplog: Any) -> None:
    side.server.default = reply(503)
    # (A try may be begun just before the deadline.)
    kinds = (errors.ServerError, errors.DeadlineExceeded)
    error = fails(side, "GET", kinds, caplog, deadline=0.6, retries=QUICK(attempts=1000, base=0.1, longest=0.2))
    assert 2 < len(error.attempts) < 100
    assert sum(attempt.elapsed + (attempt.pause or 0) for attempt in error.attempts[:-1]) < 0.6, "the last try began too late"


def test_steps_have_timeouts_of_their_own(side: Side) -> None:
    side.server.default = black_hole
    started = time.monotonic()
    with pytest.raises(errors.DeadlineExceeded):
        side.client(retries=0).call(demo.GET, {"thing_id": "1"}, options=RequestOptions(timeout=Timeout(read=0.2), deadline=None))
    assert time.monotonic() - started < 1


# Answers that cannot be read


@pytest.mark.parametrize(
    "fault",
    [
        reply(200, b"<html>log in</html>", type="text/html"),
        reply(200, b'{"id": '),
        reply(200, b""),
        reply(200, b"NaN"),
        raw(b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"id": "1'),
    ],
)
@pytest.mark.parametrize("name", ["GET", "POST"])
def test_unreadable_answers(side: Side, caplog: Any, name: str, fault: Any) -> None:
    if name == "GET":
        side.server.script = [fault, OK]
        assert perform(side.client(), name).id == "1"
        assert len(side.server.journal) == 2
        side.server.journal.clear()
    side.server.default = fault
    error = fails(side, name, errors.DecodeError, caplog)
    assert isinstance(error, errors.OutcomeUnknown) == (name == "POST")
    assert len(side.server.journal) == (2 if name == "GET" else 1)
    assert error.status == 200


def test_damaged_gzip(side: Side, caplog: Any) -> None:
    packed = gzip.compress(b'{"id": "1"}' * 100)
    side.server.script = [reply(200, packed[:-9], Content_Encoding="gzip"), reply(200, b"no gzip at all", Content_Encoding="gzip"), OK]
    assert perform(side.client(), "GET").id == "1"
    side.server.default = reply(200, b"x", Content_Encoding="br")
    assert "does not read" in str(fails(side, "GET", errors.DecodeError, caplog))


# Sharing, interrupting, forking


def test_many_callers_share_one_client(side: Side) -> None:
    side.server.default = reply(200, {"id": "1"})
    client = side.client(max_connections=5)
    failures: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(10):
                assert client.call(demo.GET, {"thing_id": "1"}).id == "1"
        except (AssertionError, errors.ClientError) as error:
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == [] and len(side.server.journal) == 100 and side.server.accepted <= 5


@pytest.fixture
def hectic() -> Iterator[None]:
    """Threads take turns at almost every step."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("hectic")
@pytest.mark.parametrize("expiry", [15, 0.001])
@pytest.mark.parametrize("kept", [2, 20])
def test_no_connection_is_closed_in_the_hands_of_another_caller(side: Side, kept: int, expiry: float) -> None:
    """More callers than connections, more connections than are kept, or none kept for long: each call is sent once, and none is lost on the way."""
    side.server.default = reply(201, {"id": "1"})
    client = side.client(max_connections=12, max_keepalive_connections=kept, keepalive_expiry=expiry)
    failures: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(12):
                client.call(demo.CREATE, body=BODY)
        except errors.ClientError as error:
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(25)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == [] and len(side.server.journal) == 300


def test_a_full_pool_is_waited_for_only_so_long(side: Side, caplog: Any) -> None:
    side.server.default = black_hole
    client = side.client(max_connections=1, timeout=Timeout(pool=0.1), retries=0)
    other = threading.Thread(
        target=lambda: pytest.raises(errors.ClientError, client.call, demo.GET, {"thing_id": "1"}, options=RequestOptions(deadline=1.0))
    )
    other.start()
    while not side.server.journal:
        time.sleep(0.01)
    with pytest.raises(errors.ConnectFailed, match="pool"):
        client.call(demo.GET, {"thing_id": "2"})
    other.join()


def test_hooks_see_everything_but_secrets(side: Side) -> None:
    from demo_client._runtime.call.hooks import Hook

    events: list[tuple[str, Any]] = []

    class Watch(Hook):
        def on_start(self, call: Any) -> None:
            call.state["n"] = 1
            events.append(("start", call.operation))

        def on_request(self, call: Any, headers: Any) -> None:
            headers.append((b"X-Span", b"s1"))
            assert CANARY not in repr(headers) and CANARY not in repr(call)

        def on_response(self, call: Any, answer: Any) -> None:
            events.append(("response", answer.status))

        def on_retry(self, call: Any, attempt: Any) -> None:
            events.append(("retry", attempt.number))

        def on_end(self, call: Any, error: Any) -> None:
            events.append(("end", call.state["n"] if error is None else type(error).__name__))

    side.server.script = [reply(503), OK, reply(404)]
    client = side.client(hooks=[Watch()])
    perform(client, "GET")
    with pytest.raises(errors.NotFound):
        perform(client, "GET")
    assert events == [
        ("start", "things_get"),
        ("response", 503),
        ("retry", 1),
        ("response", 200),
        ("end", 1),
        ("start", "things_get"),
        ("response", 404),
        ("end", "NotFound"),
    ]
    assert all(seen.header("x-span") == "s1" for seen in side.server.journal)


def test_the_log_tells_without_secrets(side: Side, caplog: Any) -> None:
    side.server.script = [reply(503), OK]
    with caplog.at_level(logging.DEBUG, logger="demo_client"):
        perform(side.client(headers={"X-Token": CANARY}), "GET")
    assert "things_get: GET http://127.0.0.1" in caplog.text and "try 1 failed (503)" in caplog.text
    assert CANARY not in caplog.text


@pytest.mark.parametrize("name", ["PUT", "POST"])
def test_a_server_that_stops_reading(side: Side, caplog: Any, name: str) -> None:
    held: list[socket.socket] = []

    def hold(sock: socket.socket, number: int) -> bool:
        held.append(sock)
        return False

    side.server.on_accept = hold
    operation, arguments, _ = CALLS[name]
    client = side.client(timeout=Timeout(write=0.2), retries=1)
    with caplog.at_level(logging.DEBUG, logger="demo_client"), pytest.raises(errors.DeadlineExceeded) as caught:
        client.call(operation, arguments, body={"name": "n" * 20_000_000})
    assert_no_secret(caught.value, caplog)
    assert isinstance(caught.value, errors.OutcomeUnknown) == (name == "POST")
    assert len(held) == (1 if name == "POST" else 2)
    for sock in held:
        sock.close()
