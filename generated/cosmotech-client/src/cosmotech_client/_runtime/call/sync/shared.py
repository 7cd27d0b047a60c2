"""What a client and its views hold in common."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import msgspec

from ...declarations.api import ApiDefinition
from ...declarations.configuration import Configuration
from ...declarations.errors import ClientError

if TYPE_CHECKING:
    from .session import Session


class Shared(msgspec.Struct, eq=False):
    """The session that a client and its views share, made at the first call."""

    definition: ApiDefinition
    configuration: Configuration
    session: Session | None = None
    closed: bool = False
    lock: threading.Lock = msgspec.field(default_factory=threading.Lock)

    def open(self) -> Session:
        """The session. Raises ConfigurationError when a setting is missing or wrong."""
        with self.lock:
            if self.closed:
                raise ClientError("This client is closed. Make a new one.")
            if self.session is None:
                from .session import Session

                self.session = Session(self.definition, self.configuration)
            return self.session
