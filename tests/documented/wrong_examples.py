"""Documented examples that contradict their own document, each with the reason and with exactly what a validator says of it.

This module must never list an example that a correction of our spec could make valid.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Wrong:
    """One wrong example: `<api>-<operation>-<index>`."""

    example: str
    reason: str
    violations: tuple[str, ...]
    """JSON path and keyword of each violation of the spec."""


def wrong_of(known: tuple[Wrong, ...], example: str) -> Wrong | None:
    """The entry of an example."""
    return next((wrong for wrong in known if wrong.example == example), None)


REQUESTS: tuple[Wrong, ...] = ()

RESPONSES: tuple[Wrong, ...] = ()
