"""The formats of strings that are checked; others are taken as documentation."""

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
