"""The versions of ICA's media types: which one a request speaks, and that it speaks only one.

This module must never know any operation.
"""

from __future__ import annotations

import re

from ..exchange import Call, Refused
from ..http.responses import negotiate

_VERSION = re.compile(r"application/vnd\.illumina\.v(\d+)\+json")


def version_of(media_type: str) -> int | None:
    """The version of a media type; None when it has none."""
    match = _VERSION.match(media_type.strip().lower())
    return None if match is None else int(match.group(1))


def spoken(call: Call) -> int:
    """The version that a request speaks and its answer has. One without a version in its headers gets the first that the operation offers.

    Raises:
        Refused: 406, the body is of one version and the answer asked for of another, or the operation does not offer that version.
    """
    sent = version_of(call.media_type)
    accepted = call.headers.get("accept", "")
    wanted = {found for part in accepted.split(",") if (found := version_of(part)) is not None}
    if sent is not None and wanted and sent not in wanted:
        raise Refused(406, f"Content-Type is of version {sent}, Accept of version {min(wanted)}: both must be of the same")
    offered = [found for media in call.operation.answers if (found := version_of(media.type)) is not None]
    if sent is not None and sent in offered:
        return sent
    chosen = negotiate(call.operation.answers, accepted)
    return (version_of(chosen.type) if chosen is not None else None) or max(offered, default=3)


def media_type(version: int) -> str:
    """The media type of a version."""
    return f"application/vnd.illumina.v{version}+json"
