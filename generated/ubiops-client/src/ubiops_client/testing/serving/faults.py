"""Simulated faults: which requests get which fault."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec


@dataclass(eq=False)
class Fault:
    """A simulated fault, and the requests that get it."""

    operation: str | None = None
    """operationId, or `METHOD /path` as it is sent; None: any request."""
    times: int | None = 1
    """How many requests get it; None: every request until it is removed."""
    after: int = 0
    """How many matching requests are answered as usual before."""
    status: int | None = None
    """Answer with this status instead of the real answer."""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    """Headers that are added to the answer."""
    body: Any = None
    """The body instead of the real one: bytes, text, or a JSON value."""
    html: bool = False
    """The body is an HTML page, such as gateways send (with `status`, or 200)."""
    applied: bool = False
    """The request takes effect, although its response is replaced or not sent."""
    delay: float = 0.0
    """Seconds to wait before the answer."""
    reset: bool = False
    """Reset the connection instead of sending a response; with `truncate`: after that many bytes of the body."""
    hang: bool = False
    """Never send a response; the connection stays open."""
    truncate: int | None = None
    """Close the connection after this many bytes of the response's body, although `Content-Length` announces all of it."""
    chunked: bool = False
    """With `truncate`: the response is sent in chunks, and its last chunk is missing."""
    drip: float = 0.0
    """Seconds between any two bytes of the answer's body."""
    met: int = 0
    """How many requests have got it so far."""

    @property
    def replaces(self) -> bool:
        """Whether the answer is made up."""
        return self.status is not None or self.body is not None or self.html

    @property
    def processes(self) -> bool:
        """Whether the request is carried out."""
        return self.applied or not (self.replaces or self.hang or (self.reset and self.truncate is None))

    def content(self) -> tuple[str, bytes]:
        """Media type and bytes of the made-up body."""
        if self.html:
            text = self.body if isinstance(self.body, str) else "<html><body><h1>Bad gateway</h1></body></html>"
            return "text/html; charset=utf-8", text.encode()
        if self.body is None:
            return "application/json", msgspec.json.encode({"error": f"fault on demand: {self.status}"})
        if isinstance(self.body, bytes):
            return "application/octet-stream", self.body
        if isinstance(self.body, str):
            return "text/plain; charset=utf-8", self.body.encode()
        return "application/json", msgspec.json.encode(self.body)


class Faults:
    """The faults that wait for their requests, the first added first."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []
        self._lock = threading.Lock()

    def add(
        self,
        operation: str | None = None,
        *,
        times: int | None = 1,
        after: int = 0,
        status: int | None = None,
        headers: Mapping[str, str] | None = None,
        body: Any = None,
        html: bool = False,
        applied: bool = False,
        delay: float = 0.0,
        reset: bool = False,
        hang: bool = False,
        truncate: int | None = None,
        chunked: bool = False,
        drip: float = 0.0,
    ) -> Fault:
        """Add a fault for matching requests. The arguments are the attributes of `Fault`; times are in seconds, sizes in bytes.

        Returns: the fault; its `met` counts the requests that have got it.
        """
        fault = Fault(
            operation, times, after, status, dict(headers or {}), body, html, applied, delay, reset, hang, truncate, chunked, drip
        )
        with self._lock:
            self._waiting.append(fault)
        return fault

    def take(self, operation: str | None, method: str, path: str) -> Fault | None:
        """The fault of a request that has just arrived, or None."""
        if not self._waiting:
            return None
        with self._lock:
            for fault in self._waiting:
                if fault.operation not in {None, operation, f"{method} {path}"}:
                    continue
                if fault.after > 0:
                    fault.after -= 1
                    continue
                fault.met += 1
                if fault.times is not None and fault.met >= fault.times:
                    self._waiting.remove(fault)
                return fault
        return None

    def remove(self, fault: Fault) -> None:
        """Remove a fault. It is no error if the fault is over already."""
        with self._lock:
            if fault in self._waiting:
                self._waiting.remove(fault)

    def clear(self) -> None:
        """Remove all faults."""
        with self._lock:
            self._waiting.clear()

    def __len__(self) -> int:
        return len(self._waiting)
