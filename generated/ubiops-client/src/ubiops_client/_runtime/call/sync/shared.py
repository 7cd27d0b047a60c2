"""What a client and its views hold in common."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from ...declarations.api import ApiDefinition
from ...declarations.configuration import Configuration
from ...declarations.errors import ClientError

if TYPE_CHECKING:
    from .session import Session


class Shared:
    """The session that a client and its views share, made at the first call."""

    __slots__ = ("_lock", "closed", "configuration", "definition", "session")

    def __init__(self, definition: ApiDefinition, configuration: Configuration) -> None:
        self.definition = definition
        self.configuration = configuration
        self.session: Session | None = None
        self.closed = False
        self._lock = threading.Lock()

    def open(self) -> Session:
        """The session. Raises ConfigurationError when a setting is missing or wrong."""
        with self._lock:
            if self.closed:
                raise ClientError("This client is closed. Make a new one.")
            if self.session is None:
                from .session import Session

                self.session = Session(self.definition, self.configuration)
            return self.session
