"""What the streams of threads and of asyncio ask of the system: the address of a host, and whether a socket can be read or written."""

from __future__ import annotations

import math
import select


def host_argument(host: str) -> str | bytes:
    """A host as `getaddrinfo` takes it. Bytes where they say the same: for text, Python loads the tables of international names first."""
    return host.encode() if host.isascii() else host


def ready(number: int, seconds: float | None, to_write: bool = False) -> tuple[bool, bool]:
    """Whether a socket (its file number) can be read, or has ended, and whether it can be written; waits at most so many seconds for either.

    It has not the limit of `select` on the number of open files.
    """
    if not hasattr(select, "poll"):
        readable, writable, _ = select.select([number], [number] if to_write else [], [], seconds)
        return bool(readable), bool(writable)
    poll = select.poll()
    poll.register(number, select.POLLIN | select.POLLOUT if to_write else select.POLLIN)
    events = poll.poll(None if seconds is None else math.ceil(seconds * 1000))
    flags = events[0][1] if events else 0
    return bool(flags & ~select.POLLOUT), bool(flags & ~select.POLLIN)
