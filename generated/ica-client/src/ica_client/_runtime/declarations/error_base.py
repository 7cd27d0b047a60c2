"""What all errors of the tree have in common: attributes that are given as keywords, and pickling."""

from __future__ import annotations

import copyreg
from typing import Any, ClassVar

from .redaction import url as _shown_url


class ErrorWithFacts(Exception):
    """An exception whose class declares its attributes and their defaults; keywords set them. A `url` is kept without its secrets."""

    not_pickled: ClassVar[tuple[str, ...]] = ()
    """Attributes that stay in this process."""

    def __init__(self, message: str = "", **facts: Any) -> None:
        super().__init__(message)
        for name, value in facts.items():
            if not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__} has no attribute {name!r}")
            if value is not None:
                setattr(self, name, _shown_url(value) if name == "url" else value)

    @property
    def message(self) -> str:
        """The whole text."""
        return str(self.args[0]) if self.args else ""

    def __reduce__(self) -> tuple[Any, ...]:
        state = {name: value for name, value in vars(self).items() if name not in self.not_pickled and not name.startswith("__")}
        return copyreg.__newobj__, (type(self),), {"args": self.args, **state}  # type: ignore[attr-defined]
