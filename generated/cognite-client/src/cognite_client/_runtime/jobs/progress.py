"""Progress of something long, shown on request: a bar in the terminal (it needs the extra `progress`), or a function of the user's."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from importlib import import_module
from threading import Lock
from typing import Any

from ..declarations.errors import ConfigurationError
from ..declarations.lazy_exports import install

Watcher = bool | Callable[[int, int | None], object] | None
"""True: a bar. A function: called with how many are done, and of how many (None: not known)."""


class Progress(ExitStack):
    """`with Progress(…) as progress: progress.show(done, total, text)`."""

    def __init__(self, watcher: Watcher, title: str) -> None:
        super().__init__()
        if not (watcher is None or isinstance(watcher, bool) or callable(watcher)):
            raise ConfigurationError(f"progress must be True, False or a function, got {type(watcher).__name__}.")
        self._watcher = watcher
        self._done, self._lock = 0, Lock()
        if not watcher or callable(watcher):
            return
        try:
            rich: Any = import_module("rich.progress")
        except ImportError:
            raise ConfigurationError(f"progress=True needs rich: {install('progress')}; or give a function instead.") from None
        self._bar: Any = self.enter_context(rich.Progress(transient=True))
        self._task: Any = self._bar.add_task(title, total=None)

    def show(self, done: int, total: int | None, text: str = "") -> None:
        """Tell how far it is."""
        if callable(self._watcher):
            self._watcher(done, total)
        elif self._watcher:
            self._bar.update(self._task, completed=done, total=total, **({"description": text} if text else {}))

    def add(self, number: int, total: int | None) -> None:
        """Tell that so many more are done; from any thread."""
        with self._lock:
            self._done += number
            self.show(self._done, total)
