"""What a document marks as deprecated warns when it is used; type checkers know it by PEP 702."""

from __future__ import annotations

import inspect
import warnings
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])


def deprecated(message: str) -> Callable[[F], F]:
    """A method that gives a DeprecationWarning where it is called. A coroutine function stays one, as far as Python can be told."""

    def decorate(function: F) -> F:
        @wraps(function)
        def warned(*args: Any, **kwargs: Any) -> Any:
            warnings.warn(message, DeprecationWarning, stacklevel=2)
            return function(*args, **kwargs)

        mark = getattr(inspect, "markcoroutinefunction", None)
        if mark is not None and inspect.iscoroutinefunction(function):
            mark(warned)
        return cast(F, warned)

    return decorate
