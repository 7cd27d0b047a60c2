"""Exports that are imported when they are first used (PEP 562), so that importing a package costs next to nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Getattr = Callable[[str], Any]
Dir = Callable[[], list[str]]


def exports(package: str, names: Mapping[str, str], namespace: dict[str, Any]) -> tuple[Getattr, Dir]:
    """`__getattr__` and `__dir__` for a module: `names` maps each public name to the module, relative to `package`, that defines it."""

    def load(name: str) -> Any:
        if name not in names:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        from importlib import import_module

        value = namespace[name] = getattr(import_module(names[name], package), name)
        return value

    def listing() -> list[str]:
        return sorted({*namespace, *names})

    return load, listing
