"""What the docstring of a resource method says that it raises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from ..model.parts import Code, Text

Raised = tuple[Code, Text]

SPLIT: Final = ("_create", "_update", "_delete", "_retrieve_multiple")
"""Verbs that send several requests."""
_NAMING: Final = ("retrieve_multiple", "update", "delete")
"""Kinds of methods that name resources which have to be there."""


@dataclass(frozen=True)
class Raises:
    """Which errors the methods of one client raise."""

    names: Mapping[str, str] = field(default_factory=dict[str, str])
    """`refused`, `missing`, `duplicated` → the documented exception. A client of which nothing is said raises `ApiError`."""

    def of(self, name: str, kind: str, verb: str, *, invalid: bool) -> tuple[Raised, ...]:
        return tuple(self._of(name, kind, verb, invalid))

    def _of(self, name: str, kind: str, verb: str, invalid: bool) -> Iterator[Raised]:
        if kind in _NAMING and "missing" in self.names:
            yield Code(self.names["missing"]), Text("A resource that is named does not exist; `missing` says which.")
        if verb == "_create" and name != "upsert" and "duplicated" in self.names:
            yield Code(self.names["duplicated"]), Text("A resource with the same id exists already; `duplicated` says which.")
        split = "; if the call was sent in several requests, the error lists what succeeded, failed or is unknown" if verb in SPLIT else ""
        yield Code(self.names.get("refused", "ApiError")), Text(f"The API answered with an error{split}.")
        if invalid:
            yield Code("ValueError"), Text("The arguments contradict each other; nothing was sent.")
