"""Clock, background tasks and concurrent work on threads; `aio/tasks.py` is the same on an event loop."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from itertools import islice
from typing import Generic, Protocol, TypeVar

from .primitives import now, sleep

T = TypeVar("T")
R = TypeVar("R")


class Clock(Protocol):
    """Monotonic time, and the only way to let it pass. Tests put their own in its place."""

    def now(self) -> float:
        return now()

    def sleep(self, seconds: float) -> None:
        sleep(seconds)


class SystemClock(Clock):
    """The clock of the machine."""


Event = threading.Event


class Task(Generic[R]):
    """Something that runs beside its starter."""

    def __init__(self, work: Callable[[], R]) -> None:
        self._future: Future[R] = Future()
        self._future.set_running_or_notify_cancel()
        # A daemon: a read that nobody waits for must not keep the program alive.
        threading.Thread(target=copy_context().run, args=(self._run, work), name="prefetch", daemon=True).start()

    def _run(self, work: Callable[[], R]) -> None:
        try:
            self._future.set_result(work())
        except BaseException as error:  # noqa: BLE001 - whatever it is, it belongs to the one who waits
            self._future.set_exception(error)

    def result(self) -> R:
        return self._future.result()

    def stop(self) -> None:
        """Its result is not wanted any more. A thread cannot be stopped: it ends with the call that it makes."""


class Source(Generic[T]):
    """Inputs, taken a few at a time, from an iterable."""

    def __init__(self, items: Iterable[T]) -> None:
        self._items = iter(items)

    def take(self, count: int) -> list[T]:
        """The next inputs, at most `count`; fewer at the end only."""
        return list(islice(self._items, count))


def ordered(work: Callable[[T], R], pull: Callable[[], T | None], concurrency: int) -> Generator[R, None, None]:
    """Results of `work` in the order of its inputs; at most `concurrency` run at once, and at most as many again wait to be taken.

    Inputs are pulled only by whoever takes the results; None ends them. Closing early drops what has not begun.
    """
    executor = ThreadPoolExecutor(concurrency, thread_name_prefix="batch")
    running: deque[Future[R]] = deque()
    more = True
    ended = False
    try:
        while more or running:
            while more and len(running) < 2 * concurrency and not (running and running[0].done()):
                item = pull()
                if item is None:
                    more = False
                else:
                    running.append(executor.submit(copy_context().run, work, item))
            if running:
                yield running[0].result()
                running.popleft()
        ended = True
    finally:
        # After Ctrl-C nobody waits for calls that are under way; they end by themselves.
        executor.shutdown(wait=ended, cancel_futures=True)
