"""Records what a template has read of the view model. While that is unchanged, the template need not be rendered again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import is_dataclass
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import Any, Protocol

import msgspec

from ..view.model.models import ModelsModule
from ..view.model.package import Package


class Known(Protocol):
    """Texts of an earlier run."""

    def text(self, path: PurePosixPath, key: Callable[[Sequence[str]], str]) -> str | None:
        """What stands for the text of an output, when all that its template reads is as it was; `key` tells that of some members of the package."""
        ...

    def note(self, path: PurePosixPath, names: Sequence[str], key: str) -> None:
        """Remember what the template of an output has read of the package."""
        ...


class Reading:
    """A package, as one template sees it: remembers which of its members were asked for."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.names_read: dict[str, None] = {}

    def __getattr__(self, name: str) -> Any:
        self.names_read[name] = None
        return getattr(self._package, name)


class Digests:
    """The hashes of parts of one view model. Each part is hashed once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._members: dict[str, str] = {}
        self._parts: dict[int, tuple[Any, str]] = {}

    def key(self, context: Mapping[str, Any], names: Sequence[str]) -> str:
        """The hash of what a template is given and of members of the package."""
        return _hash(
            "\n".join((*(f"{name} {self._of(value)}" for name, value in context.items()), *(self._member(name) for name in names)))
        )

    def _member(self, name: str) -> str:
        if name not in self._members:
            self._members[name] = f"{name} {self._of(getattr(self._package, name, None))}"
        return self._members[name]

    def _of(self, value: Any) -> str:
        if isinstance(value, tuple):
            return _hash("\n".join(map(self._of, value)))  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType] - of anything
        if not is_dataclass(value):
            return _hash(f"{type(value).__name__} ".encode() + msgspec.json.encode(value, enc_hook=repr))
        known = self._parts.get(id(value))
        if known is None and isinstance(value, ModelsModule):  # its models are members of the package as well
            whole = _hash("\n".join(self._of(getattr(value, name)) for name in value.__slots__))
            known = self._parts[id(value)] = (value, whole)
        elif known is None:
            content = f"{type(value).__qualname__} ".encode() + msgspec.json.encode(value, enc_hook=repr)
            known = self._parts[id(value)] = (value, _hash(content))
        return known[1]


def _hash(content: bytes | str) -> str:
    return blake2b(content.encode() if isinstance(content, str) else content, digest_size=16).hexdigest()
