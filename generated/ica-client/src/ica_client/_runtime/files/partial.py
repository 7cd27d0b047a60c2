"""What has arrived of a file, and what proves that the rest belongs to it: validators, ranges, digests.

Parts with different validators are never combined (RFC 9110, 15.3.7.3).
"""

from __future__ import annotations

import base64
import hashlib
import re
from contextlib import suppress
from typing import Any

from msgspec import Struct

from ..declarations.redaction import WireHeaders
from ..transport.messages import header

Headers = list[tuple[bytes, bytes]]

_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)", re.IGNORECASE)


class Partial(Struct):
    """What has arrived of a file."""

    url: str
    """Where from, without secrets."""
    etag: str | None = None
    modified: str | None = None
    digests: dict[str, bytes] = {}
    """What the bytes of the whole file hash to, by the name of the algorithm in `hashlib`."""
    offset: int = 0
    """Bytes that have arrived."""
    length: int | None = None
    """Of the whole file."""

    @property
    def validator(self) -> str | None:
        """Proves that the file on the server is still the same. None: the file cannot be resumed safely."""
        return strong_validator(self.etag, self.modified)

    def restart(self) -> None:
        """What is here does not fit what is there."""
        self.offset, self.etag, self.modified, self.digests = 0, None, None, {}

    def request_headers(self, headers: Headers) -> WireHeaders:
        """The headers of a request for the rest. With a content coding, a file could neither be resumed nor checked for its length."""
        pairs = WireHeaders([*(pair for pair in headers if pair[0].lower() != b"accept-encoding"), (b"Accept-Encoding", b"identity")])
        if self.offset and self.validator is not None:
            pairs += [(b"Range", b"bytes=%d-" % self.offset), (b"If-Range", self.validator.encode("latin-1"))]
        return pairs

    def is_same(self, headers: Headers) -> bool:
        """Whether the rest of a file (206) is of the version that the bytes here are of. Servers may ignore `If-Range`."""
        etag, modified = header(headers, "etag"), header(headers, "last-modified")
        length = (content_range(header(headers, "content-range")) or (0, 0, None))[2]
        pairs: list[tuple[Any, Any]] = [(self.etag, etag), (self.modified, modified), (self.length, length)]
        pairs += [(self.digests.get(name), digest) for name, digest in digests(headers, whole=False).items()]
        # Where there is an ETag, a 206 has to repeat it; the date it need not.
        proved = self.validator != self.etag or etag is not None
        return proved and all(known == sent for known, sent in pairs if known is not None and sent is not None)

    def accept(self, status: int, headers: Headers) -> bool:
        """Take note of the headers of an answer with the file (200) or the rest of it (206). False: it is another range than asked for."""
        etag, modified = header(headers, "etag"), dated(headers)
        if status == 206:
            first, _, length = content_range(header(headers, "content-range")) or (None, None, None)
            if first != self.offset:
                self.etag = self.modified = None
                return False
            self.etag, self.modified, self.length = etag or self.etag, modified or self.modified, length or self.length
            # What a part says of the whole is added to what is known.
            self.digests |= digests(headers, whole=False)
        else:
            length_field = "" if header(headers, "content-encoding") else (header(headers, "content-length") or "").strip()
            self.offset, self.etag, self.modified = 0, etag, modified
            self.length = int(length_field) if length_field.isdigit() else None
            self.digests = digests(headers, whole=True)
        return True


def strong_validator(etag: str | None, modified: str | None) -> str | None:
    """A strong ETag, else the date of the last change."""
    if etag and not etag.startswith("W/") and etag.isprintable():
        return etag
    return modified if modified and modified.isprintable() else None


def dated(headers: Headers) -> str | None:
    """The date of the last change, where it proves a version: what changed in the second in which it was sent may have changed once more (RFC 9110, 8.8.2.2)."""
    from email.utils import parsedate_to_datetime  # takes longer to import than a call takes

    modified, sent = header(headers, "last-modified"), header(headers, "date")
    with suppress(ValueError, TypeError):
        if modified and sent and parsedate_to_datetime(modified) >= parsedate_to_datetime(sent):
            return None
    return modified


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
    values: dict[str, bytes] = {}
    for name, value in entries:
        with suppress(ValueError):
            digest = base64.b64decode(value, validate=True)
            # A length that does not fit is some other notation, not a damaged file.
            if name and len(digest) == hashlib.new(name, usedforsecurity=False).digest_size:
                values[name] = digest
    return values


def content_range(value: str | None) -> tuple[int, int, int | None] | None:
    """First and last byte and complete length of a `Content-Range`; None when there is none, or one that cannot be (RFC 9110, 14.4)."""
    match = _RANGE.fullmatch((value or "").strip())
    if match is None:
        return None
    first, last, length = int(match[1]), int(match[2]), None if match[3] == "*" else int(match[3])
    return None if last < first or (length is not None and length <= last) else (first, last, length)
