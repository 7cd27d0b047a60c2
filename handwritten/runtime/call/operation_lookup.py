"""Finds an operation by its id in a package's `operations` modules, which are imported only when somebody asks.

For what comes back from outside as text, such as the token of a job.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import Any, TypeGuard

from ..declarations.operation import Operation

_known: dict[str, dict[str, Operation[Any]]] = {}


def find(package: str, id: str) -> Operation[Any]:
    """The operation of that id.

    Raises:
        KeyError: the package has none of that id.
    """
    if package not in _known:
        # Two threads may both look; they find the same objects.
        _known[package] = _all(package)
    return _known[package][id]


def _all(package: str) -> dict[str, Operation[Any]]:
    root = f"{package}.operations"
    try:
        path = import_module(root).__path__
    except ModuleNotFoundError as error:
        if error.name not in (root, package):
            raise
        return {}
    modules = [import_module(f"{root}.{module.name}") for module in pkgutil.iter_modules(path)]
    return {value.id: value for module in modules for value in vars(module).values() if _is_operation(value)}


def _is_operation(value: Any) -> TypeGuard[Operation[Any]]:
    return isinstance(value, Operation)
