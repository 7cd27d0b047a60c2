"""The pieces of an answer → values: events with their data read, JSON texts as their type."""

from __future__ import annotations

from typing import Any

from ..codec.coerce import Mismatch
from ..codec.content import essence, is_json, is_lines
from ..codec.decoding import Unreadable, reader_of
from ..declarations.operation import Lazy, Stream
from ..transport.events import EventParser, RawEvent, ServerSentEvent
from ..transport.lines import LineParser, SequenceParser

Parser = EventParser | LineParser | SequenceParser
_DONE = "[DONE]"
"""What APIs for language models send as the data of their last event, where all other data is JSON."""


class _Reading:
    """How pieces of one type are read."""

    def __init__(self, type: Lazy | None) -> None:
        kind = None if type is None else type()
        self.is_text = kind is str
        self.is_known = kind is not None
        self.read = reader_of("application/json", type, may_be_empty=False)


class PieceReader:
    """Reads the pieces of one stream."""

    def __init__(self, stream: Stream) -> None:
        self.media_type = stream.media_type
        self._is_events = essence(stream.media_type) == "text/event-stream"
        self._usual = _Reading(stream.type)
        self._by_event = {name: _Reading(kind) for name, kind in stream.by_event.items()}

    def parser(self, last_id: str, limit: int) -> Parser:
        """What parts the bytes of one answer; a piece may have at most `limit` of them."""
        if self._is_events:
            return EventParser(last_id, limit)
        return SequenceParser(limit) if essence(self.media_type).endswith("json-seq") else LineParser(limit)

    def suits(self, content_type: str | None) -> bool:
        """Whether an answer is such a stream, as far as it says."""
        media_type = essence(content_type or self.media_type)
        if self._is_events:
            return media_type == essence(self.media_type)
        return is_lines(media_type) or is_json(media_type) or media_type in ("text/plain", "application/octet-stream")

    def is_last(self, piece: RawEvent | bytes) -> bool:
        """Whether a piece is no value but says that there are no more."""
        return isinstance(piece, RawEvent) and piece.data == _DONE and not self._reading(piece).is_text

    def value(self, piece: RawEvent | bytes, strict: bool) -> tuple[Any, list[Mismatch]]:
        """What is given out, and where it does not fit its type. Raises Unreadable."""
        if isinstance(piece, bytes):
            return self._usual.read(piece, None, strict)
        value: Any = piece.data
        mismatches: list[Mismatch] = []
        reading = self._reading(piece)
        if not reading.is_text and piece.data:
            try:
                value, mismatches = reading.read(piece.data.encode(), None, strict)
            except Unreadable:
                if reading.is_known:
                    raise
        return ServerSentEvent(value=value, data=piece.data, event=piece.event, id=piece.id), mismatches

    def _reading(self, piece: RawEvent) -> _Reading:
        return self._by_event.get(piece.event, self._usual)
