"""The stage of the fault tests: one side of the client (sync or async) in front of one server, a clock, and a secret that must never be seen.

The server answers the deed that is played (`deeds`) as it should, except where a test puts a fault in the way of the request that the deed is about.
"""

from __future__ import annotations

import asyncio
import inspect
import os
import pickle
import re
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
from demo_client._runtime.auth.oauth.flows import ClientCredentials
from demo_client._runtime.declarations.options import RetryPolicy

from tests.support.demo import DEFINITION
from tests.support.fault_server import Connection, FaultServer, Seen, Step
from tests.support.forward_proxy import ForwardProxy

from .deeds import DEEDS, START, TOKEN, Deed

CANARY = "c4n4ry-5ecret-value"
OVER = os.environ.get("FAULTS_OVER", "plain")
"""The way to the server: plain, tls, proxy, tls-proxy (a tunnel), tls-tls-proxy (a tunnel through a proxy that speaks TLS), socks."""


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
        self.deed: Deed = DEEDS["GET"](self)
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
        self.way: dict[str, Any] = {}
        """Settings of every client that lead over it."""
        if OVER.startswith("tls"):
            self.way["verify"] = self.secure()
        if OVER.endswith(("proxy", "socks")):
            kind = "socks5" if OVER == "socks" else "http"
            tls = _serving() if OVER.startswith("tls-tls") else None
            self.way["proxy"] = self.stack.enter_context(ForwardProxy(kind, None, tls)).url

    def secure(self) -> ssl.SSLContext:
        """Play against a server that speaks TLS; gives what trusts it."""
        self.server = self.stack.enter_context(FaultServer(tls=_serving()))
        self.server.default = self._route
        self.url = self.server.url
        trusting = ssl.create_default_context()
        _authority().configure_trust(trusting)
        return trusting

    def cls(self, module: str, name: str) -> Any:
        """A class of this side, by its sync name."""
        from importlib import import_module

        found = import_module("demo_client._runtime." + (module if self.is_async else re.sub(r"\baio\b", "sync", module)))
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
            **self.way,
            **({} if "auth" not in settings else {"api_key": None}),
            **settings,
        }
        client = type("Demo", (self.cls("call.aio.client", "BaseClient"),), {"definition": DEFINITION})(**given)
        self.made.append(client)
        if not real_time:
            client.session.sleep, client.session.time = self.clock.sleep, self.clock.wall
        return client

    def token_auth(self, *, flow: Any = None, real_time: bool = False, **settings: Any) -> Any:
        """Credentials from the token endpoint of the server."""
        flow = flow or ClientCredentials(f"{self.url}/token", "me", CANARY, allow_http=True)
        plain = self.client(timeout=settings.pop("timeout", 60.0), verify=settings.pop("verify", self.way.get("verify", True)))
        clock = None if real_time else self.clock
        return self.cls("auth.aio.token_auth", "TokenAuth")(flow, plain.session.transport, clock=clock, **settings)

    def job(self, **settings: Any) -> Any:
        """A job that another process has started."""
        from demo_client._runtime.jobs.polling import JobToken

        clock = settings.pop("clock", self.clock)
        token = JobToken("jobs_start", "j1", {}).to_text()
        return self.cls("jobs.aio.job", "Job").from_token(self.client(**settings), token, operation=START, clock=clock)

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


def _serving() -> ssl.SSLContext:
    """What a server with a certificate of the authority needs."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    _authority().issue_cert("127.0.0.1").configure_cert(context)
    return context


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
