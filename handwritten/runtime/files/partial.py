"""What has arrived of a file, and what proves that the rest belongs to it: validators, ranges, digests."""

from __future__ import annotations

import base64
import hashlib
import re

from msgspec import Struct

from ..declarations.redaction import WireHeaders
from ..transport.messages import header

Headers = list[tuple[bytes, bytes]]

_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)", re.IGNORECASE)


class Partial(Struct):
    """What has arrived of a file."""

    url: str
    """Where from, without secrets."""
    validator: str | None = None
    """Proves that the file on the server is still the same. None: the file cannot be resumed safely."""
    digests: dict[str, bytes] = {}
    """What the bytes of the whole file hash to, by the name of the algorithm in `hashlib`."""
    offset: int = 0
    """Bytes that have arrived."""
    length: int | None = None
    """Of the whole file."""

    def restart(self) -> None:
        """What is here does not fit what is there."""
        self.offset, self.validator, self.digests = 0, None, {}

    def request_headers(self, headers: Headers) -> WireHeaders:
        """The headers of a request for the rest. With a content coding, a file could neither be resumed nor checked for its length."""
        pairs = WireHeaders([*(pair for pair in headers if pair[0] != b"Accept-Encoding"), (b"Accept-Encoding", b"identity")])
        if self.offset and self.validator is not None:
            pairs += [(b"Range", b"bytes=%d-" % self.offset), (b"If-Range", self.validator.encode("latin-1"))]
        return pairs

    def accept(self, status: int, headers: Headers) -> bool:
        """Take note of the headers of an answer with the file (200) or the rest of it (206). False: it is another range than asked for."""
        etag, modified = header(headers, "etag"), header(headers, "last-modified")
        if status == 206:
            first, _, length = content_range(header(headers, "content-range")) or (None, None, None)
            if first != self.offset:
                self.validator = None
                return False
            self.length = length or self.length
            # What a part says of the whole is added to what is known.
            self.validator = strong_validator(etag, modified) or self.validator
            self.digests |= digests(headers, whole=False)
        else:
            self.offset = 0
            length_field = "" if header(headers, "content-encoding") else (header(headers, "content-length") or "").strip()
            self.length = int(length_field) if length_field.isdigit() else None
            self.validator = strong_validator(etag, modified)
            self.digests = digests(headers, whole=True)
        return True


def strong_validator(etag: str | None, modified: str | None) -> str | None:
    """A strong ETag, else the date of the last change."""
    if etag and not etag.startswith("W/") and etag.isprintable():
        return etag
    return modified if modified and modified.isprintable() else None


_ALGORITHMS = {"md5": "md5", "sha": "sha1", "sha-256": "sha256", "sha-512": "sha512"}


def digests(headers: Headers, *, whole: bool) -> dict[str, bytes]:
    """The digests that an answer has of the whole file, by name. `whole`: the answer is all of it, so that digests of the content count too.

    An ETag is none: it may look like one and be made otherwise.
    """
    entries: list[tuple[str, str]] = []
    if whole:
        entries = [("md5", header(headers, "content-md5") or ""), ("sha256", header(headers, "x-amz-checksum-sha256") or "")]
    for name in ("digest", "repr-digest", "x-goog-hash", *(("content-digest",) if whole else ())):
        for entry in (header(headers, name) or "").split(","):
            algorithm, _, value = entry.strip().partition("=")
            entries.append((_ALGORITHMS.get(algorithm.strip().lower(), ""), value.strip(":")))
    found: dict[str, bytes] = {}
    for name, value in entries:
        digest = _base64(value)
        # A length that does not fit is some other notation, not a damaged file.
        if name and len(digest) == hashlib.new(name, usedforsecurity=False).digest_size:
            found[name] = digest
    return found


def _base64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return b""


def content_range(value: str | None) -> tuple[int, int, int | None] | None:
    """First and last byte and complete length of a `Content-Range`; None when there is none."""
    match = _RANGE.fullmatch((value or "").strip())
    return None if match is None else (int(match[1]), int(match[2]), None if match[3] == "*" else int(match[3]))
