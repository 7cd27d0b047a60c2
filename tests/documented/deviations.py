"""Where we say something else than a document on purpose, and why. A test proves that each entry is still needed.

This module must never hold a deviation that a correction of ours could remove.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Deviation:
    """One aspect of one operation (see `facts`) in which we differ from the document."""

    api: str
    operation: str
    """`*` for every operation of the API class."""
    aspect: str
    documented: Any
    ours: Any
    reason: str
    sides: tuple[str, ...] = ("spec", "client")


_RAW_FILE = "the document announces a JSON object with a field `file`; the server sends the file itself, as any download does"
_PLATFORM_KEY = "the platform's page on connections promises an API key for every call; the document of the class alone does not know it"

DEVIATIONS = (
    Deviation("ubiops", "blobs_get", "returns", "BlobUpload", "file", _RAW_FILE),
    Deviation("ubiops", "blobs_get", "accepts", ["application/json"], ["application/octet-stream"], _RAW_FILE),
    Deviation("ubiops", "model_versions_file_download", "returns", "ModelVersionFileUpload", "file", _RAW_FILE),
    Deviation("ubiops", "model_versions_file_download", "accepts", ["application/json"], ["application/octet-stream"], _RAW_FILE),
    Deviation("cosmotech", "*", "auth", ["oAuth2AuthCode"], ["oAuth2AuthCode", "csmApiKey"], _PLATFORM_KEY),
)


def deviations_of(api: str, operation: str, side: str) -> dict[str, Deviation]:
    """aspect → deviation, of one operation as seen from `spec` or `client`."""
    return {one.aspect: one for one in DEVIATIONS if one.api == api and one.operation in ("*", operation) and side in one.sides}
