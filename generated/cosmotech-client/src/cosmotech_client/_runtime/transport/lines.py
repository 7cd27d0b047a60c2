"""JSON values one after the other: on lines (`application/x-ndjson`, `application/jsonl`), or each after a mark (`application/json-seq`, RFC 7464)."""

from __future__ import annotations

import msgspec

from .decompression import BodyError

_MARK = b"\x1e"


class Pieces:
    """Bytes that are still waiting for their end."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._waiting: list[bytes] = []
        self._length = 0

    def add(self, data: bytes) -> None:
        """Keep these for later. Raises BodyError."""
        self._waiting.append(data)
        self._length += len(data)
        self.check(self._length)

    def check(self, length: int) -> None:
        """Raises BodyError for more bytes than allowed."""
        if length > self._limit:
            raise BodyError("too_large", "one piece of the stream has more bytes than allowed")

    def joined(self, data: bytes = b"") -> bytes:
        """All that was kept, with what comes after it; nothing is kept any longer."""
        whole = b"".join([*self._waiting, data])
        self._waiting, self._length = [], 0
        return whole


class LineParser:
    """Parts bytes into JSON texts. Empty lines are none. Raises BodyError for one with more than `limit` bytes."""

    def __init__(self, limit: int) -> None:
        self._pieces = Pieces(limit)

    def feed(self, data: bytes) -> list[bytes]:
        """The texts that end in these bytes."""
        if b"\n" not in data:
            self._pieces.add(data)
            return []
        *lines, rest = self._pieces.joined(data).split(b"\n")
        self._pieces.add(rest)
        return [line for line in lines if line.strip()]

    def finish(self) -> list[bytes]:
        """What stands on the last line, which need not be ended."""
        rest = self._pieces.joined()
        return [rest] if rest.strip() else []


class SequenceParser:
    """Parts bytes into JSON texts, each of which begins with a mark and may have several lines."""

    def __init__(self, limit: int) -> None:
        self._pieces = Pieces(limit)

    def feed(self, data: bytes) -> list[bytes]:
        """The texts that end in these bytes: before a mark, or with a line feed after the whole of a value."""
        if _MARK not in data and not data.endswith(b"\n"):
            self._pieces.add(data)
            return []
        *texts, rest = self._pieces.joined(data).split(_MARK)
        if rest.endswith(b"\n") and _is_json(rest):
            texts.append(rest)
        else:
            self._pieces.add(_MARK + rest if texts else rest)
        return [text for text in texts if text.strip()]

    def finish(self) -> list[bytes]:
        """The last text."""
        return [text for text in self._pieces.joined().split(_MARK) if text.strip()]


def _is_json(text: bytes) -> bool:
    try:
        msgspec.json.decode(text, type=msgspec.Raw)
    except msgspec.DecodeError:
        return False
    return True
