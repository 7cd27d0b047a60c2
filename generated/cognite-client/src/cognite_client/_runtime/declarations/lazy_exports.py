"""What is imported when it is first used, so that importing a package costs next to nothing.

Exports and submodules (PEP 562), attributes of clients, packages that an extra brings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from sys import modules
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
_USED = {"aclose", "close", "configuration", "options", "request", "with_options", "with_response"}
"""What callers use of the runtime's part of a client."""


def exports(
    package: str, names: Mapping[str, str], namespace: dict[str, Any] | None = None
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """`__getattr__` and `__dir__` for a module: `names` maps each public name to the module, relative to `package`, that defines it. `namespace`: its
    globals, where nothing in it can be called `globals`.

    The public submodules of a package are attributes of it too. `dir()` lists what is public.
    """

    namespace = vars(modules[package]) if namespace is None else namespace

    def submodules() -> set[str]:
        from pkgutil import iter_modules

        return {module.name for module in iter_modules(namespace.get("__path__", ())) if not module.name.startswith("_")}

    def load(name: str) -> Any:
        from importlib import import_module

        if name in names:
            value = namespace[name] = getattr(import_module(names[name], package), name)
            return value
        if not name.startswith("_") and name in submodules():
            return import_module(f".{name}", package)
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    def listing() -> list[str]:
        return sorted({*(name for name in namespace if name.startswith("__")), *namespace.get("__all__", ()), *names, *submodules()})

    return load, listing


def install(extra: str) -> str:
    """The command that installs an extra of this package: `pip install "notes-client[http2]"`."""
    from importlib.metadata import packages_distributions

    package = __name__.partition(".")[0]
    distribution = next(iter(packages_distributions().get(package, ())), package.replace("_", "-"))
    return f'pip install "{distribution}[{extra}]"'


def public_names(self: object) -> list[str]:
    """`__dir__` for an object: what callers use."""
    return sorted(name for name in object.__dir__(self) if name[:1] != "_" or name[:2] == "__")


def client_names(self: object) -> list[str]:
    """`__dir__` for a client: what callers use; not the verbs that generated methods stand on, which take operations."""
    bases = [kind for kind in type(self).__mro__ if {"_runtime", "_resources"}.intersection(kind.__module__.split("."))]
    verbs = {name for kind in bases for name in (*vars(kind), *vars(kind).get("__annotations__", ()))} - _USED
    return [name for name in public_names(self) if name[0] == "_" or name not in verbs]


class _NoClient:
    """In the place of a client, or of a part of one, where only a class is wanted: no part does more with it than keep it."""

    _client: Any = None


class lazy_attribute(Generic[T]):
    """A `cached_property` that is, on the class, the class of its value: `unittest.mock.create_autospec` looks for methods there."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, instance: None, owner: type[object]) -> type[T]: ...
    @overload
    def __get__(self, instance: object, owner: type[object]) -> T: ...
    def __get__(self, instance: object | None, owner: type[object]) -> T | type[T]:
        if instance is None:
            return type(self._make(_NoClient))
        value = vars(instance)[self._make.__name__] = self._make(instance)
        return value
