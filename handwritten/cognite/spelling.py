"""What may be spelled in more ways than the API takes. Must never know what is sent where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._resources.dumped import Entries


class RelationSpelling(Entries):
    """A filter by place, whose relation may be given in small letters, as the documents do; the API has it in capitals."""

    def __init__(self, entries: Mapping[str, Any], extra: Mapping[str, Any] | None = None) -> None:
        super().__init__({name: _spelled(name, value) for name, value in entries.items()}, extra)

    def __setitem__(self, name: str, value: Any) -> None:
        super().__setitem__(name, _spelled(name, value))


def _spelled(name: str, value: Any) -> Any:
    return value.upper() if name == "relation" and isinstance(value, str) else value
