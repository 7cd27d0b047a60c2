"""Refusals in the API's shape: `{"error": {code, message, missing?, duplicated?}}`. This module must never know any operation."""

from __future__ import annotations

from typing import Any

from ..base_behaviour import Behaviour
from ..exchange import Refused


def refused(status: int, message: str, **members: Any) -> Refused:
    """A refusal with further members of the error."""
    return Refused(status, message, body={"error": {"code": status, "message": message, **members}})


class Errors(Behaviour):
    """The shape of errors."""

    def error(self, refusal: Refused) -> Any:
        """The body of an error answer."""
        return {"error": {"code": refusal.status, "message": refusal.message}}
