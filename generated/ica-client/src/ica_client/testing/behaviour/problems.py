"""What every part of the ICA server shares: errors as RFC 7807 problems.

This module must never know any operation.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from ..base_behaviour import Behaviour
from ..exchange import Refused


class Problems(Behaviour):
    """Errors in ICA's shape."""

    error_media_type = "application/problem+json"

    def error(self, refusal: Refused) -> Any:
        """A problem: its kind, what went wrong this time, and an id to quote."""
        try:
            title = HTTPStatus(refusal.status).phrase
        except ValueError:
            title = "Error"
        return {
            "type": f"urn:problem:{title.lower().replace(' ', '-')}",
            "title": title,
            "status": refusal.status,
            "timestamp": self.engine.clock.text(),
            "parameters": {},
            "id": self.engine.identifiers.uuid(),
            "detail": refusal.message,
        }
