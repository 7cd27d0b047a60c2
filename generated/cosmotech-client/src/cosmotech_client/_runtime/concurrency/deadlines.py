"""A deadline that travels with a timeout.

The transport takes one number of seconds per step, and a server that sends a byte now and then never exceeds it. `Bounded` is such a number that also
knows when the whole call ends; the network streams ask it how much is left before each read and write.
"""

from __future__ import annotations

import math
from time import monotonic
from typing import Self

from ..declarations.options import Timeout

FOREVER = math.inf


class Bounded(float):
    """Seconds for one step, and the monotonic time at which the whole call ends."""

    __slots__ = ("ends",)
    ends: float

    def __new__(cls, seconds: float, ends: float) -> Self:
        bounded = super().__new__(cls, seconds)
        bounded.ends = ends
        return bounded


class TimeIsUp(Exception):
    """The deadline of the call has passed."""


def left(timeout: float | None, expired: type[Exception] = TimeIsUp) -> float | None:
    """Seconds that the next step may take. Raises `expired` when the deadline of the call has passed."""
    if type(timeout) is not Bounded:
        return timeout
    remaining = timeout.ends - monotonic()
    if remaining <= 0:
        raise expired("the deadline of the call has passed")
    # The same number again and again costs nothing downstream; a fresh one each time would.
    return timeout.real if timeout < remaining else remaining


def timeouts(timeout: Timeout, ends: float) -> dict[str, float]:
    """The timeouts of a request whose call ends at the monotonic time `ends`."""
    if ends == FOREVER:
        return {"connect": timeout.connect, "read": timeout.read, "write": timeout.write, "pool": timeout.pool}
    read = Bounded(timeout.read, ends)
    write = read if timeout.write == timeout.read else Bounded(timeout.write, ends)
    pool = max(0.001, min(timeout.pool, ends - monotonic()))
    return {"connect": Bounded(timeout.connect, ends), "read": read, "write": write, "pool": pool}
