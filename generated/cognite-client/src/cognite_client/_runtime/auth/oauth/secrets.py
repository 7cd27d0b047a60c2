"""Secrets that a user gives, and values that hold them: neither a traceback with locals nor a log shows one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...declarations.redaction import Secret

Supplied = str | Secret | Callable[[], Any]
"""A secret, or a function that gives the current one."""


def secret(supplied: Supplied | None, setting: str) -> Secret:
    """The current secret. Raises ValueError, with the name of the setting, when it is missing or empty."""
    value = supplied() if callable(supplied) else supplied
    if isinstance(value, str):
        value = Secret(value)
    if not isinstance(value, Secret) or not value:
        raise ValueError(f"{setting} is missing or empty")
    return value


def kept(supplied: Supplied | None, setting: str) -> Secret | Callable[[], Any] | None:
    """A secret to be kept for later: a text is checked now, a function is called when its secret is needed."""
    return supplied if supplied is None or callable(supplied) else secret(supplied, setting)


class HiddenBody(bytes):
    """A request body, shown by its length only."""

    def __repr__(self) -> str:
        return f"<{len(self)} bytes>"

    __str__ = __repr__
