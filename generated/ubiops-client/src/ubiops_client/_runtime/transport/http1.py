"""HTTP/1.1 as bytes: the head of a request, and an answer taken apart by httptools (llhttp, the parser of Node.js). Nothing is sent or received here.

What may be read in two ways is refused: two lengths, a length and chunks, any transfer coding but `chunked`, chunk sizes that are no hexadecimal
numbers, folded header lines, line ends that are not CRLF. (Blanks after a chunk size are harmless, and some servers send them.) Bytes after an
answer are not read, and the connection is not used again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import httptools

from ..concurrency.network_errors import LocalProtocolError, RemoteProtocolError
from .messages import header

MAX_HEAD = 100 * 1024
"""Bytes of the head of an answer with all interim answers before it; also of what may come between two pieces of a body, and after the last."""

_REQUEST_HEAD = re.compile(rb"[!-~]+ [!-~]+ HTTP/1\.1\r\n(?:[!#$%&'*+\-.^_`|~0-9A-Za-z]+: [\t -~\x80-\xff]*\r\n)*\r\n")
_CONTROL = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")


def request_head(method: bytes, target: bytes, headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Request line and header fields. Raises LocalProtocolError when they hold what would end a line, or no header could hold."""
    lines = [b"%b: %b\r\n" % pair for pair in headers]
    head = b"%b %b HTTP/1.1\r\n%b\r\n" % (method, target, b"".join(lines))
    if head.count(b"\n") != len(lines) + 2 or _REQUEST_HEAD.fullmatch(head) is None:
        raise LocalProtocolError("a header cannot be sent")
    return head


def announced_length(headers: list[tuple[bytes, bytes]]) -> int | None:
    """How many bytes of a body the headers of a request announce; None: chunks. Raises LocalProtocolError when they do not say."""
    length = header(headers, "content-length")
    if (header(headers, "transfer-encoding") == "chunked") == (length is not None) or not (length or "0").isdecimal():
        raise LocalProtocolError("the headers announce no body")
    return None if length is None else int(length)


def _why(error: Exception) -> str:
    """What the parser says, or what was raised while it called this module. It quotes nothing of what came."""
    inner = error.__context__
    return str(inner) if isinstance(inner, RemoteProtocolError) else str(error)


def _closes(headers: list[tuple[bytes, bytes]]) -> bool:
    """Whether the other side closes the connection."""
    return any(name.lower() == b"connection" and b"close" in value.lower() for name, value in headers)


class ResponseReader:
    """One answer, from the bytes of its connection. Interim answers (1xx) before it are left out."""

    __slots__ = ("_done", "_is_interim", "_parser", "_unread", "_without_body", "headers", "keeps", "pieces", "reason", "status", "surplus")

    def __init__(self, without_body: bool = False) -> None:
        """`without_body`: the request was HEAD or CONNECT, so that the answer ends with its head whatever that says."""
        self._parser: Any = httptools.HttpResponseParser(self)
        self._parser.set_dangerous_leniencies(lenient_spaces_after_chunk_size=True)
        self._without_body = without_body
        self._done = False
        self._is_interim = False
        self._unread = 0
        self.status = 0
        """0 until the head is here."""
        self.reason = b""
        self.headers: list[tuple[bytes, bytes]] = []
        self.pieces: list[bytes] = []
        """Of the body: received and not yet taken."""
        self.keeps = False
        """The connection stays open, as far as the answer says."""
        self.surplus = False
        """More was received than the answer."""

    @property
    def done(self) -> bool:
        """The whole answer is here."""
        return self._done

    def feed(self, data: bytes) -> None:
        """The next bytes of the connection; none: it has ended. Raises RemoteProtocolError."""
        if not data:
            self._end()
            return
        if self._done:
            self.surplus = True
            return
        self._unread += len(data)
        had_head = self.status != 0
        # The parser does not say where an answer ends. If it ends before the last byte, the last byte is not part of it.
        view = memoryview(data)
        try:
            self._parser.feed_data(view[:-1])
            if self._done:
                self.surplus = True
                return
            self._parser.feed_data(view[-1:])
        except (httptools.HttpParserError, httptools.HttpParserUpgrade) as error:
            if not self._done:
                raise RemoteProtocolError(_why(error)) from None
            self.surplus = True
        if self._done:
            # The parser refers to this reader: without the circle, the garbage collector has nothing to do.
            self._parser = None
        if self.pieces or (self.status and not had_head):
            self._unread = 0
        elif self._unread > MAX_HEAD and not self._done:
            raise RemoteProtocolError("too many bytes without content")

    def _end(self) -> None:
        """The connection has ended. Raises RemoteProtocolError when the answer has not."""
        if self._done:
            return
        if not self.status:
            raise RemoteProtocolError("Server disconnected without sending a response")
        if header(self.headers, "content-length") is not None or header(self.headers, "transfer-encoding") is not None:
            raise RemoteProtocolError("peer closed connection without sending complete message body")
        self._done = True

    # What the parser calls

    def on_status(self, text: bytes) -> None:
        if not self.status:
            self.reason += text

    def on_header(self, name: bytes, value: bytes) -> None:
        if not self.status:
            self.headers.append((name, value.rstrip(b" \t")))

    def on_headers_complete(self) -> None:
        if self.status:
            self.surplus = True
            return
        status = self._parser.get_status_code()
        codings = [value for name, value in self.headers if len(name) == 17 and name.lower() == b"transfer-encoding"]
        if codings and [coding.lower() for coding in codings] != [b"chunked"]:
            raise RemoteProtocolError("a transfer coding other than chunked")
        version = self._parser.get_http_version()
        if version not in ("1.1", "1.0"):
            raise RemoteProtocolError("another version of HTTP")
        if status < 100 or status == 101 or _CONTROL.search(self.reason):
            raise RemoteProtocolError("a status line that cannot be")
        self._is_interim = status < 200
        if self._unread > MAX_HEAD and sum(len(name) + len(value) for name, value in self.headers) > MAX_HEAD:
            raise RemoteProtocolError("too many bytes of headers")
        if self._is_interim:
            self.reason, self.headers = b"", []
            return
        self.status = status
        # (The parser takes an answer to HEAD that has no length for one that ends with the connection.) Chunks are not of HTTP/1.0.
        self.keeps = self._parser.should_keep_alive() if not self._without_body else version == "1.1" and not _closes(self.headers)
        if codings and version == "1.0":
            self.keeps = False
        self._done = self._without_body

    def on_body(self, data: bytes) -> None:
        if not self._done:
            self.pieces.append(data)

    def on_message_complete(self) -> None:
        if not self._is_interim:
            self._done = True
