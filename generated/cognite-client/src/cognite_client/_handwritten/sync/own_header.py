"""An `Authorization` header of the caller's own, in the place of the credentials of the client."""

from __future__ import annotations

from typing import Any

from ..._runtime.declarations.credentials import Credentials


class OwnHeader:
    """Credentials that are headers as the caller gave them. They are never renewed."""

    def __init__(self, *headers: tuple[bytes, bytes]) -> None:
        self._credentials = Credentials(headers)

    def apply(self) -> Credentials:
        """The headers."""
        return self._credentials

    def refused(self, generation: Any) -> bool:
        """Nothing else is known."""
        return False
