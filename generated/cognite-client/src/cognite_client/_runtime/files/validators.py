"""The rules of downloads: safe file names, what may be resumed, what an answer to a range means. No I/O."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable

import msgspec

PIECE = 1024 * 1024
"""Bytes gathered before they are written."""
PROGRESS = 64 * 1024
"""A try that brought this many bytes does not count as failed: the next one starts with all its repetitions again."""
MOST_RATIO = 200
"""How much larger than what was received the unpacked bytes may be, above the limit for answers in memory."""

_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)", re.IGNORECASE)


class Validator(msgspec.Struct, frozen=True):
    """What proves that a file on the server is still the same, and how long it is."""

    mark: str
    total: int | None = None


def validator(etag: str | None, modified: str | None, total: int | None) -> Validator | None:
    """A strong ETag, else the date of the last change; None: the file cannot be resumed safely."""
    if etag and not etag.startswith("W/") and etag.isprintable():
        return Validator(etag, total)
    return Validator(modified, total) if modified and modified.isprintable() else None


class Digest(msgspec.Struct, frozen=True):
    """What the bytes of a whole file hash to."""

    name: str
    """As `hashlib` calls it."""
    value: bytes


_ALGORITHMS = {"md5": "md5", "sha": "sha1", "sha-256": "sha256", "sha-512": "sha512"}


def digests(headers: Callable[[str], str | None], *, whole: bool) -> dict[str, Digest]:
    """The digests that an answer tells of the whole file, by name. `whole`: the answer is all of it, so that digests of the answer count too.

    An ETag is none: it may look like one and be made otherwise.
    """
    found: dict[str, Digest] = {}
    told: list[tuple[str, str | None]] = [
        ("md5", headers("content-md5") if whole else None),
        ("sha256", headers("x-amz-checksum-sha256") if whole else None),
    ]
    for header in ("digest", "repr-digest", "x-goog-hash", *(("content-digest",) if whole else ())):
        for entry in (headers(header) or "").split(","):
            algorithm, _, encoded = entry.strip().partition("=")
            told.append((_ALGORITHMS.get(algorithm.strip().lower(), ""), encoded.strip(":")))
    for name, value in told:
        digest = _unpacked(value)
        # A length that does not fit is some other notation, not a damaged file.
        if name and digest is not None and len(digest) == hashlib.new(name, usedforsecurity=False).digest_size:
            found[name] = Digest(name, digest)
    return found


def _unpacked(value: str | None) -> bytes | None:
    try:
        return base64.b64decode(value, validate=True) if value else None
    except ValueError:
        return None


def content_range(value: str | None) -> tuple[int, int, int | None] | None:
    """First and last byte and length of a `Content-Range`; None when there is none."""
    match = _RANGE.fullmatch((value or "").strip())
    if match is None:
        return None
    return int(match[1]), int(match[2]), None if match[3] == "*" else int(match[3])


def content_length(value: str | None) -> int | None:
    """The number in a `Content-Length`."""
    return int(value) if value and value.strip().isdigit() else None
