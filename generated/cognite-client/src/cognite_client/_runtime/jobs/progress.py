"""Progress of something long, shown on request: a bar in the terminal (it needs the extra `progress`), or a function of the user's."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import TracebackType
from typing import Any, Self

from ..declarations.errors import ConfigurationError

Watcher = bool | Callable[[int, int | None], object] | None
"""True: a bar. A function: called with how many are done, and of how many (None: not known)."""


class Progress:
    """`with Progress(…) as progress: progress.show(done, total, text)`."""

    def __init__(self, watcher: Watcher, title: str) -> None:
        self._bar: Any = None
        self._task: Any = None
        self._call: Callable[[int, int | None], object] | None = None
        if callable(watcher):
            self._call = watcher
        elif watcher:
            self._bar = _bar()
            self._task = self._bar.add_task(title, total=None)

    def show(self, done: int, total: int | None, text: str = "") -> None:
        """Tell how far it is."""
        if self._call is not None:
            self._call(done, total)
        elif self._bar is not None:
            self._bar.update(self._task, completed=done, total=total, **({"description": text} if text else {}))

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()


def _bar() -> Any:
    try:
        bar: Any = import_module("rich.progress").Progress
    except ImportError:
        raise ConfigurationError(
            "progress=True needs rich: install this package with its extra `progress`, or give a function instead"
        ) from None
    return bar(transient=True)
