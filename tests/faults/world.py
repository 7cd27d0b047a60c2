"""The small world of the fault tests: an API with one operation for each column of the table, a clock, and a secret that must never be seen.

A `Stage` is one side of the client (sync or async) in front of one server. A `Deed` is what a column does: read one thing, create one, walk a list,
send a batch, follow a job, upload, download, fetch a token. The server answers each deed as it should, except where a test puts a fault in the way of
the request that the deed is about.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import pickle
import signal
import ssl
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

import trustme
from demo_client._runtime.flows import ClientCredentials
from demo_client._runtime.operation import Batch, Body, Job, Operation, Paging, Parameter
from demo_client._runtime.options import RequestOptions
from demo_client._runtime.retry import RetryPolicy

from tests.runtime.demo import DEFINITION, NewThing, Thing
from tests.runtime.faults import Connection, FaultServer, Seen, Step, head

CANARY = "c4n4ry-5ecret-value"
TOKEN = "c4n4ry-t0ken-value"
DATA = bytes(range(256)) * 2048  # 512 KiB
HALF = 300_000
JSON = "application/json"


def op(id: str, method: str, path: str, **facts: Any) -> Operation[Any]:
    return Operation(id, method, path, **{"results": {JSON: None}, **facts})


GET = op("things_get", "GET", "/things/{thing_id}", results={JSON: lambda: Thing})
POST = op("things_create", "POST", "/things", body=Body((JSON,), type=lambda: NewThing, name="data"), statuses=(201,))
SAFE_POST = op("things_search", "POST", "/things/search", body=Body((JSON,), name="data"), retry="safe")
LIST = op(
    "things_list",
    "GET",
    "/projects/{project}/things",
    parameters=(Parameter("cursor", "cursor"), Parameter("limit", "limit", "integer")),
    paging=Paging(style="cursor", parameter="cursor", size="limit", items="/items", next="/next"),
)
_ROWS = Batch(items="data", max_items=2)
BATCH = op("rows_create", "POST", "/rows", body=Body((JSON,), name="data"), batch=_ROWS)
SAFE_BATCH = op("rows_put", "POST", "/rows", body=Body((JSON,), name="data"), batch=_ROWS, retry="safe")
POLL = op("jobs_get", "GET", "/jobs/{job_id}")
CANCEL = op("jobs_cancel", "DELETE", "/jobs/{job_id}", results={}, statuses=(204,))
START = op(
    "jobs_start",
    "POST",
    "/jobs",
    body=Body((JSON,), name="data"),
    job=Job(
        id="/id",
        poll=lambda: POLL,
        poll_parameter="job_id",
        status="/status",
        done=("completed",),
        failed=("failed",),
        running=("pending", "processing"),
        cancel=lambda: CANCEL,
        result="/result",
        error="/error",
        pace=(0.05, 1.5, 0.2),
    ),
)
UPLOAD = op("files_put", "PUT", "/files/{file_id}", body=Body(("application/octet-stream",), name="content"))
NEW_UPLOAD = op("files_create", "POST", "/files", body=Body(("multipart/form-data",), files=("file",)))
DOWNLOAD = op("files_get", "GET", "/files/{file_id}", results={"application/octet-stream": lambda: bytes})


class Clock:
    """Time that passes when somebody sleeps, and nobody waits for it."""

    def __init__(self, is_async: bool) -> None:
        self.slept: list[float] = []
        self.skipped = 0.0
        self.on_pause: Callable[[], object] = lambda: None
        self._is_async = is_async

    def now(self) -> float:
        return time.monotonic() + self.skipped

    def wall(self) -> float:
        return time.time() + self.skipped

    def sleep(self, seconds: float) -> Any:
        self.slept.append(seconds)
        self.skipped += seconds
        self.on_pause()
        return asyncio.sleep(0) if self._is_async else None


class Loop:
    """An event loop in a thread of its own, so that a test of the async side reads like one of the sync side."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.current: asyncio.Task[Any] | None = None
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, awaitable: Any) -> Any:
        async def waited() -> tuple[Any, BaseException | None]:
            self.current = asyncio.current_task()
            try:
                return await awaitable, None
            except BaseException as error:  # noqa: BLE001 - raised below, with everything that hangs on it
                return None, error

        value, error = asyncio.run_coroutine_threadsafe(waited(), self.loop).result(60)
        if error is not None:
            raise error
        return value

    def tasks(self) -> list[asyncio.Task[Any]]:
        """What is running, besides the question."""

        async def ask() -> list[asyncio.Task[Any]]:
            return [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]

        found: list[asyncio.Task[Any]] = self.run(ask())
        return found

    def close(self) -> None:
        self.run(self.loop.shutdown_default_executor())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(10)
        self.loop.close()


class Stage:
    """One side of the client in front of a server."""

    def __init__(self, is_async: bool, server: FaultServer, folder: Path, log: Any) -> None:
        self.is_async = is_async
        self.server = server
        self.folder = folder
        self.log = log
        self.loop = Loop() if is_async else None
        self.clock = Clock(is_async)
        self.made: list[Any] = []
        self.deed: Deed = GetDeed(self)
        self.issued = 0
        self.lifetime = 3600.0
        """Of the tokens that are given out, in seconds."""
        self.faults: list[Step] = []
        """In the way of the next requests that the deed is about."""
        self.before: Callable[[], object] | None = None
        """Done before the request that comes ahead of those is answered; its connection is then closed."""
        self.stack = ExitStack()
        self.url = server.url
        server.default = self._route

    def secure(self) -> ssl.SSLContext:
        """Play against a server that speaks TLS; gives what trusts it."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        _authority().issue_cert("127.0.0.1").configure_cert(context)
        self.server = self.stack.enter_context(FaultServer(tls=context))
        self.server.default = self._route
        self.url = self.server.url
        trusting = ssl.create_default_context()
        _authority().configure_trust(trusting)
        return trusting

    def cls(self, module: str, name: str) -> Any:
        """A class of this side, by its sync name."""
        from importlib import import_module

        found = import_module(f"demo_client._runtime.{'aio' if self.is_async else 'sync'}.{module}")
        return getattr(found, f"Async{name}" if self.is_async else name)

    def run(self, value: Any) -> Any:
        """What a call gave, awaited where that is needed."""
        if not inspect.isawaitable(value):
            return value
        assert self.loop is not None, "the sync side gave an awaitable"
        return self.loop.run(value)

    def together(self, works: Sequence[Callable[[], Any]]) -> list[Any]:
        """What these give when they run at once, in threads or tasks; errors are given as values."""
        if self.is_async:

            async def all_of_them() -> list[Any]:
                return await asyncio.gather(*(work() for work in works), return_exceptions=True)

            results: list[Any] = self.run(all_of_them())
            return results

        def safe(work: Callable[[], Any]) -> Any:
            try:
                return work()
            except Exception as error:  # noqa: BLE001 - given as a value
                return error

        with ThreadPoolExecutor(len(works)) as pool:
            return list(pool.map(safe, works))

    def interrupt(self) -> None:
        """From the server: Ctrl-C in the thread that runs the test, or the cancellation of the task that it waits for."""
        if self.loop is not None:
            assert self.loop.current is not None
            self.loop.loop.call_soon_threadsafe(self.loop.current.cancel)
        else:
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

    def interrupted(self, work: Callable[[], Any]) -> BaseException:
        """The interruption that comes out of it."""
        assert threading.current_thread() is threading.main_thread()
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            value = work()
        except (KeyboardInterrupt, asyncio.CancelledError) as error:
            self.unseen(error)
            return error
        finally:
            signal.signal(signal.SIGINT, before)
        raise AssertionError(f"not interrupted, but {value!r}")

    def listed(self, items: Any) -> list[Any]:
        """All of an iterator."""
        if not self.is_async:
            return list(items)

        async def collect() -> list[Any]:
            return [item async for item in items]

        found: list[Any] = self.run(collect())
        return found

    def client(self, *, real_time: bool = False, **settings: Any) -> Any:
        """A client, closed after the test. Its pauses take no time, unless `real_time`."""
        given = {
            "base_url": self.url,
            "api_key": CANARY,
            "retries": RetryPolicy(base=0.01, longest=0.02),
            "environment": False,
            **({} if "auth" not in settings else {"api_key": None}),
            **settings,
        }
        client = type("Demo", (self.cls("client", "BaseClient"),), {"definition": DEFINITION})(**given)
        self.made.append(client)
        if not real_time:
            client.session.sleep, client.session.time = self.clock.sleep, self.clock.wall
        return client

    def token_auth(self, *, flow: Any = None, real_time: bool = False, **settings: Any) -> Any:
        """Credentials from the token endpoint of the server."""
        flow = flow or ClientCredentials(f"{self.url}/token", "me", CANARY, allow_http=True)
        plain = self.client(timeout=settings.pop("timeout", 60.0), verify=settings.pop("verify", True))
        clock = None if real_time else self.clock
        return self.cls("auth", "TokenAuth")(flow, plain.session.transport, clock=clock, **settings)

    def job(self, **settings: Any) -> Any:
        """A job that another process has started."""
        from demo_client._runtime.polling import JobToken

        clock = settings.pop("clock", self.clock)
        token = JobToken("jobs_start", "j1", {}).to_text()
        return self.cls("jobs", "Job").from_token(self.client(**settings), token, operation=START, clock=clock)

    def act(self, column: str) -> Deed:
        """Play the deed of a column from now on."""
        self.deed = DEEDS[column](self)
        return self.deed

    def _route(self, connection: Connection, seen: Seen) -> None:
        if self.deed.concerns(seen):
            if self.faults:
                self.faults.pop(0)(connection, seen)
                return
        elif self.before is not None:
            before, self.before = self.before, None
            before()
            self.deed.answer(connection, seen, {"Connection": "close"})
            connection.close()
            return
        self.deed.answer(connection, seen, {})

    @property
    def concerned(self) -> list[Seen]:
        """The requests that the deed is about, as the server's journal has them."""
        return [seen for seen in self.server.journal if self.deed.concerns(seen)]

    def others_once(self) -> None:
        """Every other request was sent once."""
        rest = Counter(
            (seen.method, seen.target, seen.body)
            for seen in self.server.journal
            if not self.deed.concerns(seen) and seen.target != "/token"
        )
        assert set(rest.values()) <= {1}, rest

    def raises(self, kind: type[BaseException], work: Callable[[], Any]) -> Any:
        """The error of that kind, which shows no secret, and survives a pickle."""
        try:
            value = work()
        except kind as error:
            self.unseen(error)
            copied = pickle.loads(pickle.dumps(error))
            assert type(copied) is type(error) and str(copied) == str(error)
            return error
        raise AssertionError(f"no {kind.__name__}, but {value!r}")

    def unseen(self, error: BaseException) -> None:
        """Neither the key nor a token is in the error: not in its text, repr, attributes, traceback with locals, or pickle, nor in what it came from."""
        texts = [*_texts(error, set()), pickle.dumps(error).decode("latin-1"), self.log.text]
        for text in texts:
            assert CANARY not in text and TOKEN not in text, text

    def close(self) -> None:
        for client in self.made:
            self.run(client.aclose() if self.is_async else client.close())
        if self.loop is not None:
            tasks = self.loop.tasks()
            self.loop.close()
            assert not tasks, tasks
        self.stack.close()


@cache
def _authority() -> trustme.CA:
    return trustme.CA()


def _texts(value: Any, seen: set[int], depth: int = 0) -> Iterator[str]:
    """Every text in an error and in what hangs on it."""
    if id(value) in seen or depth > 8:
        return
    seen.add(id(value))
    if isinstance(value, BaseException):
        yield from (str(value), repr(value), repr(vars(value)), repr(value.args))
        report = traceback.TracebackException(type(value), value, value.__traceback__, capture_locals=True, max_group_depth=3)
        # Frames of the tests know the secret; those of the client and of what it stands on must not show it.
        for frame in report.stack:
            if "/tests/" not in frame.filename:
                yield f"{frame.filename}:{frame.lineno}: {frame.locals}"
        for inner in (value.__cause__, value.__context__):
            yield from _texts(inner, seen, depth + 1)
    if isinstance(value, (str, bytes)):
        yield value if isinstance(value, str) else value.decode("latin-1")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(key, seen, depth + 1)
            yield from _texts(item, seen, depth + 1)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _texts(item, seen, depth + 1)
    elif type(value).__module__.startswith("demo_client._runtime.") and type(value).__name__ not in _KEEPERS:
        yield repr(value)
        for name in [*getattr(value, "__dict__", ()), *getattr(type(value), "__slots__", ())]:
            yield from _texts(getattr(value, name, None), seen, depth + 1)


_KEEPERS = frozenset({"AsyncJob", "Job", "AsyncBatchRun", "BatchRun", "AsyncJobGroup", "JobGroup"})
"""What an error may carry to go on with. It leads back to the client, which has to know the secret; its repr and its pickle do not."""


class Deed:
    """What a column does, and how the server answers it when nothing is wrong."""

    column: str
    first = True
    """Whether the request it is about is the first one."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    def perform(self, options: RequestOptions | None = None, **settings: Any) -> Any:
        raise NotImplementedError

    def good(self, value: Any) -> bool:
        """Whether that is what should come out."""
        raise NotImplementedError

    def concerns(self, seen: Seen) -> bool:
        raise NotImplementedError

    def answer(self, connection: Connection, seen: Seen, more: dict[str, str]) -> None:
        path = seen.target.partition("?")[0]
        if path == "/token":
            self.stage.issued += 1
            body: Any = {"access_token": f"{TOKEN}-{self.stage.issued}", "token_type": "Bearer", "expires_in": self.stage.lifetime}
        elif path.startswith(("/things", "/files")):
            body = {"id": "1"}
        elif path == "/rows":
            body = [{"id": f"r{item['n']}"} for item in seen.json]
        elif path == "/jobs":
            body = {"id": "j1", "status": "pending"}
        elif path.startswith("/jobs/"):
            body = {"id": "j1", "status": "completed", "result": {"of": "j1"}}
        else:
            items, following = {"": ([1, 2], "p2"), "p2": ([3, 4], "p3"), "p3": ([5], None)}[seen.target.partition("cursor=")[2]]
            body = {"items": items, "next": following}
        _json_reply(body, more)(connection, seen)


def _json_reply(body: Any, more: dict[str, str]) -> Step:
    content = json.dumps(body).encode()

    def step(connection: Connection, seen: Seen) -> None:
        connection.send(head(200, {"Content-Type": JSON, "Content-Length": str(len(content)), **more}) + content)

    return step


class GetDeed(Deed):
    column = "GET"

    def perform(self, options: RequestOptions | None = None, **settings: Any) -> Any:
        return self.stage.run(self.stage.client(**settings).call(GET, {"thing_id": "1"}, options=options))

    def good(self, value: Any) -> bool:
        return bool(value.id == "1")

    def concerns(self, seen: Seen) -> bool:
        return seen.target == "/things/1"


class PostDeed(Deed):
    column = "POST"
    operation = POST

    def perform(self, options: RequestOptions | None = None, **settings: Any) -> Any:
        return self.stage.run(self.stage.client(**settings).call(self.operation, body={"name": "n"}, options=options))

    def good(self, value: Any) -> bool:
        return bool(value["id"] == "1")

    def concerns(self, seen: Seen) -> bool:
        return seen.method == "POST" and seen.target.startswith("/things")


class SafePostDeed(PostDeed):
    """A POST that the spec declares safe to repeat."""

    operation = SAFE_POST


class ListDeed(Deed):
    """The second of three pages."""

    column = "list"
    first = False

    def perform(self, options: RequestOptions | None = None, **settings: Any) -> Any:
        pages = self.stage.client(**settings).pages(LIST, {"project": "p"}, options=options)
        return self.stage.run(pages.collect())

    def good(self, value: Any) -> bool:
        return bool(value == [1, 2, 3, 4, 5])

    def concerns(self, seen: Seen) -> bool:
        return seen.target == "/projects/p/things?cursor=p2"


class BatchDeed(Deed):
    """The second of three calls of a batch."""

    column = "batch"
    first = False
    operation = BATCH

    def perform(self, options: RequestOptions | None = None, **settings: Any) -> Any:
        clock = None if settings.get("real_time") else self.stage.clock
        client = self.stage.client(**settings)
        items = [{"n": n} for n in range(6)]
        return self.stage.run(client.batch_report(self.operation, items=items, concurrency=1, clock=clock, options=options))

    def good(self, value: Any) -> bool:
        return bool(value.ok and [row["id"] for row in value.values] == [f"r{n}" for n in range(6)])

    def concerns(self, seen: Seen) -> bool:
        return seen.target == "/rows" and bool(seen.json[0]["n"] == 2)


class SafeBatchDeed(BatchDeed):
    """The same, declared safe to repeat."""

    operation = SAFE_BATCH


class PollDeed(Deed):
    """The first poll of a job."""

    column = "poll"
    first = False

    def perform(self, options: RequestOptions | None = None, wait: float | None = None, **settings: Any) -> Any:
        clock = None if settings.get("real_time") else self.stage.clock
        job = self.stage.run(self.stage.client(**settings).job(START, body={"n": 1}, clock=clock, options=options))
        return self.stage.run(job.result(wait))

    def good(self, value: Any) -> bool:
        return bool(value == {"of": "j1"})

    def concerns(self, seen: Seen) -> bool:
        return seen.target == "/jobs/j1"


class UploadDeed(Deed):
    """A file from a path, to a place of its own (PUT)."""

    column = "upload"

    def perform(self, options: RequestOptions | None = None, **settings: Any) -> Any:
        path = self.stage.folder / "up.bin"
        path.write_bytes(DATA)
        return self.stage.run(self.stage.client(**settings).call(UPLOAD, {"file_id": "1"}, body=path, options=options))

    def good(self, value: Any) -> bool:
        return bool(value == {"id": "1"})

    def concerns(self, seen: Seen) -> bool:
        return seen.method == "PUT" and seen.target.startswith("/files")


class NewUploadDeed(UploadDeed):
    """A file of which the server makes a new one each time (POST)."""

    def perform(self, options: RequestOptions | None = None, **settings: Any) -> Any:
        path = self.stage.folder / "up.bin"
        path.write_bytes(DATA)
        return self.stage.run(self.stage.client(**settings).call(NEW_UPLOAD, body={"file": path}, options=options))

    def concerns(self, seen: Seen) -> bool:
        return seen.method == "POST" and seen.target == "/files"


class DownloadDeed(Deed):
    """The second half of a file, after the connection broke off in its middle."""

    column = "download"
    first = False
    etag = '"v1"'

    def perform(self, options: RequestOptions | None = None, **settings: Any) -> Any:
        target = self.stage.folder / "down.bin"
        return self.stage.run(self.stage.client(**settings).download(DOWNLOAD, {"file_id": "f"}, to=target, options=options))

    def good(self, value: Any) -> bool:
        return bool(value.read_bytes() == DATA)

    def concerns(self, seen: Seen) -> bool:
        return seen.target == "/files/f" and seen.header("range") is not None

    def answer(self, connection: Connection, seen: Seen, more: dict[str, str]) -> None:
        if seen.target != "/files/f":
            super().answer(connection, seen, more)
            return
        kind = {"Content-Type": "application/octet-stream", "ETag": self.etag}
        if seen.header("range") is None:
            connection.send(head(200, {**kind, "Content-Length": str(len(DATA))}) + DATA[:HALF])
            connection.close()
            return
        assert seen.header("if-range") == self.etag
        first = int((seen.header("range") or "").removeprefix("bytes=").rstrip("-"))
        ranged = {"Content-Range": f"bytes {first}-{len(DATA) - 1}/{len(DATA)}", "Content-Length": str(len(DATA) - first)}
        connection.send(head(206, {**kind, **ranged, **more}) + DATA[first:])


class TokenDeed(Deed):
    """The token for a call."""

    column = "token"

    def perform(self, options: RequestOptions | None = None, **settings: Any) -> Any:
        timeout = settings.pop("timeout", 60.0)
        auth = self.stage.token_auth(timeout=timeout, verify=settings.get("verify", True), real_time=settings.get("real_time", False))
        return self.stage.run(self.stage.client(auth=auth, **settings).call(GET, {"thing_id": "1"}, options=options))

    def good(self, value: Any) -> bool:
        return bool(value.id == "1")

    def concerns(self, seen: Seen) -> bool:
        return seen.target == "/token"


DEEDS: dict[str, type[Deed]] = {
    "GET": GetDeed,
    "POST": PostDeed,
    "safe POST": SafePostDeed,
    "list": ListDeed,
    "batch": BatchDeed,
    "safe batch": SafeBatchDeed,
    "poll": PollDeed,
    "upload": UploadDeed,
    "new upload": NewUploadDeed,
    "download": DownloadDeed,
    "token": TokenDeed,
}
