"""Calls that are made of several requests, side by side, each of which is sent to its end whatever becomes of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import count
from threading import Lock
from typing import Any, TypeVar

from ..._resources.sync.api import ResourceApi
from ..._runtime.jobs.progress import Progress, Watcher

X = TypeVar("X")
R = TypeVar("R")


class Parted(ResourceApi):
    """The base of API classes with such methods."""

    def _each(self, work: Callable[[X], R], inputs: Iterable[tuple[Sequence[Any], X]], progress: Watcher = None) -> list[R]:
        """Results in the order of the inputs.

        Args:
            work: Does one part.
            inputs: Of each part, what the user gave, and what `work` takes.
            progress: Told how many parts are done, and of how many.

        Raises:
            CogniteAPIError: a part failed; `successful`, `failed` and `unknown` hold what the user gave, as they do on an interruption.
        """
        parts, done, lock = list(inputs), count(1), Lock()
        with Progress(progress, "parts") as shown:

            def one(part: X) -> R:
                answer = work(part)
                with lock:
                    shown.show(next(done), len(parts))
                return answer

            return [part.answer for part in self._parts(one, parts)]
