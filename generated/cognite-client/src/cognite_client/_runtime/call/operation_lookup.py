"""Finds an operation by its id in a package's `operations` modules, which are imported only when somebody asks.

For what comes back from outside as text, such as the token of a job.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Any, TypeGuard

from ..declarations.operation import Operation


def find(package: str, id: str) -> Operation[Any]:
    """The operation of that id.

    Raises:
        KeyError: the package has none of that id.
    """
    return _all(package)[id]


@cache
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
