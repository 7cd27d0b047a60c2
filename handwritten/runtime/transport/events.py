"""Server-sent events: the event stream of the HTML standard, section 9.2."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from .lines import Pieces

T = TypeVar("T")


class ServerSentEvent(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """One event of a stream."""

    value: T
    """The data, read as its documented type; the text itself where none is documented and it is no JSON."""
    data: str
    """The data as it came: lines are joined with a line feed."""
    event: str = "message"
    """The kind of event."""
    id: str = ""
    """The last id that the stream had given by then; empty: none."""


class RawEvent(msgspec.Struct, frozen=True):
    """One event, its data not yet read."""

    event: str
    data: str
    id: str


class EventParser:
    """Parts bytes into events.

    Args:
        last_id: That of an earlier part of the stream.
        limit: The most bytes of one event.
    """

    def __init__(self, last_id: str, limit: int) -> None:
        self.last_id = last_id
        self.retry: float | None = None
        """Seconds to wait before the stream is asked for again, as the server says."""
        self._pieces = Pieces(limit)
        self._begun = self._after_return = False
        self._event = ""
        self._data: list[str] = []

    def feed(self, data: bytes) -> list[RawEvent]:
        """The events that end in these bytes. Raises BodyError: one is too large."""
        if self._after_return and data:
            # The second half of a line end.
            data = data.removeprefix(b"\n")
            self._after_return = False
        if b"\n" not in data and b"\r" not in data:
            self._pieces.add(data)
            return []
        self._after_return = data.endswith(b"\r")
        lines = self._pieces.joined(data).splitlines(keepends=True)
        if not lines[-1].endswith((b"\n", b"\r")):
            self._pieces.add(lines.pop())
        events = [event for line in lines if (event := self._line(line.rstrip(b"\r\n").decode("utf-8", "replace"))) is not None]
        self._pieces.check(sum(map(len, self._data)))
        return events

    def finish(self) -> list[RawEvent]:
        """At the end of the stream: an event that is not ended by an empty line is none."""
        return []

    def _line(self, line: str) -> RawEvent | None:
        if not self._begun:
            line, self._begun = line.removeprefix("\ufeff"), True
        if not line:
            return self._ended()
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
        elif name == "event":
            self._event = value
        elif name == "id" and "\0" not in value:
            self.last_id = value
        elif name == "retry" and value.isascii() and value.isdigit():
            self.retry = int(value) / 1000
        return None

    def _ended(self) -> RawEvent | None:
        event = RawEvent(self._event or "message", "\n".join(self._data), self.last_id) if self._data else None
        self._event, self._data = "", []
        return event
