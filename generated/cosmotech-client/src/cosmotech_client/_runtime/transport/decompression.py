"""Decompression of message bodies (gzip, deflate), piece by piece and up to a number of bytes."""

from __future__ import annotations

from typing import Any

from ..declarations.redaction import MASK

ACCEPT_ENCODING = (b"Accept-Encoding", b"gzip, deflate")


class Unpacker:
    """Unpacks gzip and deflate, piece by piece, up to a number of bytes."""

    __slots__ = ("_encoding", "_inflate", "_left")

    def __init__(self, encoding: str, most: int) -> None:
        self._encoding = encoding
        self._left = most
        self._inflate: Any = None

    def feed(self, data: bytes) -> bytes:
        """The next bytes. Raises OverflowError above the limit, ValueError when the data is damaged."""
        import zlib

        if self._inflate is None:
            # zlib data starts with a byte of which the low half is 8; some servers send "deflate" without that frame.
            bare = self._encoding == "deflate" and data[:1] and (data[0] & 0x0F) != 8
            self._inflate = zlib.decompressobj(-15 if bare else 47)
        out = b""
        while data:
            if self._inflate.eof:
                # A gzip body may be made of several members.
                self._inflate = zlib.decompressobj(47)
            try:
                out += self._inflate.decompress(data, self._left - len(out) + 1)
            except zlib.error:
                raise ValueError(f"the {self._encoding} body is damaged") from None
            if len(out) > self._left:
                raise OverflowError
            data = self._inflate.unused_data
        self._left -= len(out)
        return out

    def finish(self) -> None:
        """Raises ValueError when the data ended too early."""
        if self._inflate is not None and not self._inflate.eof:
            raise ValueError(f"the {self._encoding} body was cut short")


def unpacker(encoding: str | None, most: int) -> Unpacker | None:
    """For a Content-Encoding; None for plain bytes. Raises ValueError for one that was never asked for."""
    name = (encoding or "identity").strip().lower()
    if name in ("", "identity"):
        return None
    if name in ("gzip", "x-gzip", "deflate"):
        return Unpacker("gzip" if "gzip" in name else "deflate", most)
    raise ValueError(f"the body has the encoding {name if name.isalnum() else MASK!r}, which was not asked for")
