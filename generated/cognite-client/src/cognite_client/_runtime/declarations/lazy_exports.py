"""Exports and submodules that are imported when they are first used (PEP 562), so that importing a package costs next to nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Getattr = Callable[[str], Any]
Dir = Callable[[], list[str]]


def exports(package: str, names: Mapping[str, str], namespace: dict[str, Any]) -> tuple[Getattr, Dir]:
    """`__getattr__` and `__dir__` for a module: `names` maps each public name to the module, relative to `package`, that defines it.

    The public submodules of a package are attributes of it too. `dir()` lists what is public.
    """

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
