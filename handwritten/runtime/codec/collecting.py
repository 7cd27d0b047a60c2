"""Python's search for cyclic garbage, made seldom while many objects are read.

The search begins after every 700 new containers, and a list of 100,000 resources makes it go over all that has come so far, again and again, although
nothing of that can be garbage. While someone is in `seldom`, it begins after 500,000, about what 100,000 resources consist of: each object is looked at
once, most of them after the call, and what other threads leave behind is still found. It is never switched off. Knows nothing of what is read.
"""

from __future__ import annotations

import gc
import os
import threading
from types import TracebackType
from typing import Final

LARGE: Final = 64 * 1024
"""Bytes of an answer from which on reading it calls for this."""

MANY: Final = 500_000


class _Seldom:
    """A context for any number of threads and tasks. The threshold that stood there first comes back when the last one leaves."""

    def __init__(self) -> None:
        # Reentrant: a finalizer or a signal may read an answer while this thread is at the counter.
        self._lock = threading.RLock()
        self._inside = 0
        self._before: tuple[int, int, int] | None = None
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._alone)

    def __enter__(self) -> None:
        with self._lock:
            if self._inside == 0:
                now = gc.get_threshold()
                # 0 switches the search off; that, and a higher threshold, is the program's own choice.
                if 0 < now[0] < MANY:
                    self._before = now
                    gc.set_threshold(MANY, *now[1:])
            self._inside += 1

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with self._lock:
            self._inside = max(self._inside - 1, 0)
            if self._inside == 0:
                self._restore()

    def _restore(self) -> None:
        if self._before is not None and gc.get_threshold()[0] == MANY:
            gc.set_threshold(*self._before)
        self._before = None

    def _alone(self) -> None:
        """In the child of a fork the other threads are gone, and with them whoever would have left."""
        self._lock = threading.RLock()
        self._inside = 0
        self._restore()


seldom: Final = _Seldom()
