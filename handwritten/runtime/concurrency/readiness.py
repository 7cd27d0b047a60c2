"""Whether a socket can be read or written, without the limit that `select` has on the number of open files."""

from __future__ import annotations

import math
import select


def ready(number: int, seconds: float | None, to_write: bool = False) -> tuple[bool, bool]:
    """Whether a socket (its file number) can be read, or has ended, and whether it can be written; waits at most so many seconds for either."""
    if not hasattr(select, "poll"):
        readable, writable, _ = select.select([number], [number] if to_write else [], [], seconds)
        return bool(readable), bool(writable)
    poll = select.poll()
    poll.register(number, select.POLLIN | select.POLLOUT if to_write else select.POLLIN)
    events = poll.poll(None if seconds is None else math.ceil(seconds * 1000))
    flags = events[0][1] if events else 0
    return bool(flags & ~select.POLLOUT), bool(flags & ~select.POLLIN)
