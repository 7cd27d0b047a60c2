"""Imports that load a module only when something of it is used."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


class _LazyModule(ModuleType):
    """Stands for a module until the first attribute is asked for; then the module is loaded and answers."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


@contextmanager
def lazy_import(*names: str) -> Generator[None]:
    """Inside, `import NAME` of these modules loads nothing yet; afterwards imports are as ever. Modules that are loaded already stay."""
    stand_ins = {name: _LazyModule(name) for name in names if name not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, module in stand_ins.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
