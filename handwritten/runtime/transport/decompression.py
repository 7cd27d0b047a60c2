"""Content codings (gzip, deflate), undone piece by piece and up to a number of bytes."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from ..declarations.redaction import MASK

ACCEPT_ENCODING = (b"Accept-Encoding", b"gzip, deflate")


class BodyError(Exception):
    """The body of an answer cannot be taken: it is too large, damaged (`lost`), or has an unknown coding."""

    def __init__(self, kind: Literal["too_large", "lost", "encoding"], text: str) -> None:
        super().__init__(text)
        self.kind: Literal["too_large", "lost", "encoding"] = kind
        self.text = text


class Unpacker(Struct, eq=False):
    """The state of one body."""

    _coding: str
    _left: int
    _inflate: Any = None

    def feed(self, data: bytes) -> bytes:
        """The next bytes. Raises BodyError."""
        import zlib

        if self._inflate is None:
            # zlib data starts with a byte of which the low half is 8; some servers send "deflate" without that frame.
            bare = self._coding == "deflate" and data[:1] and (data[0] & 0x0F) != 8
            self._inflate = zlib.decompressobj(-15 if bare else 47)
        out = b""
        while data:
            if self._inflate.eof:
                # A gzip body may be made of several members, and be padded with zeros.
                data = data.lstrip(b"\0")
                if not data:
                    break
                self._inflate = zlib.decompressobj(47)
            try:
                out += self._inflate.decompress(data, self._left - len(out) + 1)
            except zlib.error:
                raise BodyError("lost", f"the {self._coding} body is damaged") from None
            if len(out) > self._left:
                raise BodyError("too_large", "the body has more bytes than allowed after decompression")
            data = self._inflate.unused_data
        self._left -= len(out)
        return out

    def finish(self) -> None:
        """Raises BodyError when the data ended too early."""
        if self._inflate is not None and not self._inflate.eof:
            raise BodyError("lost", f"the {self._coding} body was cut short")


def unpacker(coding: str | None, limit: int) -> Unpacker | None:
    """For a Content-Encoding; None for plain bytes. Raises BodyError for one that is unknown here."""
    names = [name.strip().lower() for name in (coding or "").split(",")]
    name = ", ".join(name for name in names if name not in ("", "identity"))
    if not name:
        return None
    if name in ("gzip", "x-gzip", "deflate"):
        return Unpacker("gzip" if "gzip" in name else "deflate", limit)
    # Any other name may be an echo of anything.
    raise BodyError("encoding", f"the body has the encoding {name if name in _KNOWN else MASK!r}, which this client does not read")


_KNOWN = frozenset({"aes128gcm", "br", "bzip2", "compress", "dcb", "dcz", "exi", "lzma", "pack200-gzip", "x-compress", "xz", "zstd"})
