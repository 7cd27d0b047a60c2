"""Which connection a call gets: one that is idle, or a new one. Each step costs the same whatever the number of calls and connections."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from contextlib import suppress
from typing import Any

from ...concurrency.network_errors import PoolTimeout, ReadError
from ...concurrency.sync.primitives import Slots, now
from ...declarations.configuration import Configuration
from .connection import Connection
from .route import Route


class Connections:
    """The connections of one process, or of one event loop. No more than the limit are open; who comes then waits in a line."""

    def __init__(self, configuration: Configuration) -> None:
        self._limit = configuration.max_connections
        self._keep = configuration.max_keepalive_connections
        self._expiry = configuration.keepalive_expiry
        self._slots = Slots(self._limit)
        self._lock = threading.Lock()
        self._idle: OrderedDict[Connection, None] = OrderedDict()
        """In the order in which they became idle."""
        self._free: dict[Any, deque[Connection]] = {}
        """The same by their keys; the one that was used last is taken first."""
        self._busy: set[Connection] = set()
        self._closed = False

    def __len__(self) -> int:
        return len(self._idle) + len(self._busy)

    def take(self, route: Route, limits: dict[str, float]) -> Connection:
        """A connection for one call, to be given back. Raises NetworkError."""
        if not self._slots.take(limits["pool"]):
            raise PoolTimeout
        connection = None
        try:
            while (connection := self._pop(route)) is not None:
                # The server may have closed it. What comes unasked belongs to no call.
                with suppress(ReadError):
                    if connection.stream.unasked() is None:
                        return connection
                self._drop(connection)
            connection = route.connect(limits["connect"])
            with self._lock:
                self._busy.add(connection)
                if self._closed:
                    connection.stream.interrupt()
            return connection
        except BaseException:
            if connection is not None:
                self._drop(connection)
            self._slots.give()
            raise

    def give(self, connection: Connection, is_usable: bool) -> None:
        """Back from a call."""
        with self._lock:
            self._busy.discard(connection)
            if is_usable and not self._closed:
                self._idle[connection] = None
                self._free.setdefault(connection.key, deque()).append(connection)
                # Who waits for a connection takes one of the idle, though perhaps not this instant.
                unwanted = self._oldest(self._keep + self._slots.waiting)
            else:
                unwanted = [connection]
        for stale in unwanted:
            stale.stream.close()
        self._slots.give()

    def _pop(self, route: Route) -> Connection | None:
        """The idle connection that was used last; None: a new one may be made."""
        with self._lock:
            unwanted = self._oldest(self._limit, now() - self._expiry)
            free = self._free.get(route.key)
            connection = free.pop() if free else None
            if connection is not None:
                del self._idle[connection]
                self._busy.add(connection)
            else:
                unwanted += self._oldest(self._limit - self._slots.taken)
        for stale in unwanted:
            stale.stream.close()
        return connection

    def _oldest(self, keep: int, since: float = 0.0) -> list[Connection]:
        """Take out the idle connections that are too many, or became idle before a time."""
        oldest: list[Connection] = []
        while self._idle:
            connection = next(iter(self._idle))
            if len(self._idle) <= keep and connection.idle_since >= since:
                break
            del self._idle[connection]
            self._free[connection.key].popleft()
            if not self._free[connection.key]:
                del self._free[connection.key]
            oldest.append(connection)
        return oldest

    def _drop(self, connection: Connection) -> None:
        with self._lock:
            self._busy.discard(connection)
        connection.stream.close()

    def close(self) -> None:
        """Close all, also those that are in use: their calls fail."""
        with self._lock:
            self._closed = True
            idle = self._oldest(0)
            for connection in self._busy:
                connection.stream.interrupt()
        for connection in idle:
            connection.stream.close()
