"""Which components are made of which (`allOf`), and which property tells them apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...load.json_types import is_object
from .merge import alternatives
from .schema import Components, key_of, schema_of


class Inheritance:
    """Components, those that they are made of and those that are made of them."""

    def __init__(self, components: Components) -> None:
        self._components = components
        self._parents: dict[str, list[str]] = {}
        self._heirs: dict[str, list[str]] = {}
        for key, schema in components.items():
            for part in map(schema_of, schema_of(schema).get("allOf", ())):
                if "$ref" in part and key_of(part["$ref"]) != key:
                    self._parents.setdefault(key, []).append(key_of(part["$ref"]))
                    self._heirs.setdefault(key_of(part["$ref"]), []).append(key)

    def family(self, key: str) -> list[str]:
        """A component and all that are made of it."""
        return _reached(key, self._heirs)

    def is_told_apart(self, key: str) -> bool:
        """Whether a property tells a component from others that are made of the same ones."""
        return any(self.discriminator(parent) is not None for parent in self._parents.get(key, ()))

    def discriminator(self, key: str) -> Mapping[str, Any] | None:
        """The discriminator of a component that others are made of, or of what itself is made of. None where it lists the alternatives."""
        for name in _reached(key, self._parents) if key in self._heirs else ():
            schema = schema_of(self._components[name])
            found = schema.get("discriminator")
            if is_object(found) and not alternatives(schema):
                return found
        return None


def _reached(key: str, ways: Mapping[str, list[str]]) -> list[str]:
    """A component and all that ways lead to from there, the nearest first."""
    found = {key: None}
    waiting = [key]
    for name in waiting:
        waiting += [other for other in ways.get(name, ()) if other not in found]
        found |= dict.fromkeys(ways.get(name, ()))
    return list(found)
