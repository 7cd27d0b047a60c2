"""The formats of strings that are checked, others are taken as documentation; and texts of some."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final

from ..clock import parse_time

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
# The zone is asked for by the specification, and left out by most documents.
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:([0-5]\d|60)(\.\d+)?)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)?")
_DECIMAL = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
_DURATION = re.compile(r"P(?!$)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)")
_BASE64 = re.compile(r"([A-Za-z0-9+/_-]{4})*([A-Za-z0-9+/_-]{2,3}={0,2})?\s*")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*")
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def _is_date(text: str) -> bool:
    try:
        # The length keeps out the compact and the week forms of ISO 8601.
        return len(date.fromisoformat(text).isoformat()) == len(text)
    except ValueError:
        return False


def _is_date_time(text: str) -> bool:
    # The usual spelling is tried by the standard library first, which is several times as fast as our own parser.
    if len(text) >= 20 and text[10] == "T" and text[13] == ":" == text[16]:
        try:
            datetime.fromisoformat(text)
        except ValueError:
            return parse_time(text) is not None
        return True
    return parse_time(text) is not None


def is_well_formed(name: object, value: object) -> bool:
    """Whether a value is what clients may hold it against, though the server takes it from them: a URI with a scheme."""
    return name != "uri" or not isinstance(value, str) or _URI.fullmatch(value) is not None


FORMATS: Final[Mapping[str, Callable[[str], bool]]] = {
    "date-time": _is_date_time,
    "date": _is_date,
    "time": lambda text: _TIME.fullmatch(text) is not None,
    "duration": lambda text: _DURATION.fullmatch(text) is not None,
    "decimal": lambda text: _DECIMAL.fullmatch(text) is not None,
    "byte": lambda text: _BASE64.fullmatch("".join(text.split())) is not None,
    "email": lambda text: _EMAIL.fullmatch(text) is not None,
    "uuid": lambda text: _UUID.fullmatch(text) is not None,
}

EXAMPLES: Final[Mapping[str, str]] = {
    "email": "someone@example.com",
    "uri": "https://example.com/",
    "url": "https://example.com/",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "time": "00:00:00Z",
    "duration": "PT1S",
    "decimal": "0",
    "byte": "",
    "binary": "",
}
"""A text of each format that is not made anew each time."""
