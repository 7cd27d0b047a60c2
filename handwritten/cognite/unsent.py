"""What the document sets on resources although the API does not know it. Must never reach the wire."""

from __future__ import annotations

import warnings


class UnsentDescription:
    """A file: neither its class nor the API has a description, but an example of the document sets one."""

    __slots__ = ()

    @property
    def description(self) -> None:
        """Always None: files have no description. Setting one warns, and changes nothing; use `metadata` for texts of your own."""
        return None

    @description.setter
    def description(self, value: str | None) -> None:
        warnings.warn("Files have no description: it is neither kept nor sent. Use metadata.", stacklevel=2)
