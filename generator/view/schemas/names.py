"""Class names of schemas: each of its own, and none that the package needs for something else."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ...naming.names import class_name, free

_MODULE = (
    "Annotated",
    "Any",
    "Discriminator",
    "Literal",
    "Model",
    "TYPE_CHECKING",
    "TypeAlias",
    "UNSET",
    "UnsetType",
    "date",
    "datetime",
    "field",
)
"""What a module of models is made of."""


class Names:
    """Component schemas come first: an inline one gets another name where the names are equal."""

    def __init__(self, components: Iterable[str], reserved: Collection[str]) -> None:
        self._by_pointer: dict[str, str] = {}
        self._reserved = {*_MODULE, *reserved}
        self._taken = {*self._reserved}
        # One that has the name already keeps it.
        for key in sorted(components, key=lambda key: class_name(key) != key):
            self.of(key, f"/components/schemas/{key}")

    def of(self, hint: str, pointer: str) -> str:
        """The class name of the schema at a pointer, made of a hint."""
        if pointer not in self._by_pointer:
            name = class_name(hint)
            name = free(name, self._taken, "Model" if name in self._reserved else "2")
            self._taken.add(name)
            self._by_pointer[pointer] = name
        return self._by_pointer[pointer]
