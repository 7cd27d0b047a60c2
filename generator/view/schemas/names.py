"""Class names of schemas: each of its own, and none that the package needs for something else."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ...naming.names import class_name, free, kept_class

_MODULE = (
    *(
        "Annotated",
        "Any",
        "Discriminator",
        "EXTRA",
        "Literal",
        "Model",
        "READ_ONLY",
        "TYPE_CHECKING",
        "TypeAlias",
        "UNSET",
        "UnsetType",
        "annotations",
    ),
    *("NotRequired", "TypedDict"),
    *("alternatives", "Awaitable", "AsyncIterator", "date", "datetime", "field", "models", "operations"),
)
"""What a module of models, and that of the dictionaries in their place, are made of."""


class Names:
    """Component schemas come first: an inline one gets another name where the names are equal."""

    def __init__(self, components: Iterable[str], reserved: Collection[str]) -> None:
        self._by_pointer: dict[str, str] = {}
        self._reserved = {*_MODULE, *reserved}
        self._taken = {*self._reserved}
        self._params: dict[str, str] = {}
        # One that has the name already keeps it.
        named = [self._name(key, f"/components/schemas/{key}") for key in sorted(components, key=lambda key: class_name(key) != key)]
        for name in named:
            self._add_params(name)

    def params(self, name: str) -> str:
        """The name of the `TypedDict` that a dictionary in place of the model is."""
        return self._params[name]

    def of(self, hint: str, pointer: str) -> str:
        """The class name of the schema at a pointer, made of a hint."""
        if pointer not in self._by_pointer:
            self._add_params(self._name(hint, pointer))
        return self._by_pointer[pointer]

    def _name(self, hint: str, pointer: str) -> str:
        name = kept_class(class_name(hint))
        name = free(name, self._taken, "Model" if name in self._reserved else "2")
        self._taken.add(name)
        self._by_pointer[pointer] = name
        return name

    def _add_params(self, name: str) -> None:
        self._params[name] = free(kept_class(f"{name}Params"), self._taken, "2")
        self._taken.add(self._params[name])
