"""What the functions of this layer take, checked by their annotations before anything is sent: paths, numbers, clients, text.

This module must never know what an argument means.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from functools import wraps
from inspect import iscoroutinefunction, signature
from typing import Any, ParamSpec, TypeVar, cast

from .._runtime.declarations.errors import InvalidArgumentType
from .._runtime.declarations.json_types import is_bytes, is_iterable, is_mapping, is_path

P = ParamSpec("P")
R = TypeVar("R")


def with_checked_arguments(function: Callable[P, R]) -> Callable[P, R]:
    """The function, which then raises InvalidArgumentType (a TypeError) for an argument that is not what its annotation says."""
    known = signature(function)
    checks = [
        (name, needed, fits, parameter.default)
        for name, parameter in known.parameters.items()
        for needed, fits in [_CHECKS.get(str(parameter.annotation).removesuffix(" | None"), ("", None))]
        if fits is not None and not name.endswith("_id")  # ids are checked where they are sent
    ]

    def check(args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        try:
            given = known.bind(*args, **kwargs).arguments
        except TypeError:
            return  # the function itself says what is wrong, with its own name
        for name, needed, fits, default in checks:
            value = given.get(name, default)
            if value is not default and not fits(value):
                raise InvalidArgumentType(f"{function.__name__}: {name} must be {needed}, got {type(value).__name__}. Nothing was sent.")

    @wraps(function)
    def checked(*args: P.args, **kwargs: P.kwargs) -> R:
        check(args, kwargs)
        return function(*args, **kwargs)

    @wraps(function)
    async def awaited(*args: P.args, **kwargs: P.kwargs) -> Any:
        check(args, kwargs)
        return await cast("Any", function)(*args, **kwargs)

    # What is a coroutine function stays one: programs ask for that.
    return cast("Callable[P, R]", awaited) if iscoroutinefunction(function) else checked


def listed_paths(name: str, given: Any, *, also: type | tuple[type, ...] = ()) -> list[Any]:
    """The paths in a list of them; `also`: what else may be in it. Raises InvalidArgumentType (a TypeError)."""
    if is_path(given) or is_bytes(given) or is_mapping(given) or not is_iterable(given):
        raise InvalidArgumentType(f"{name} must be a list of paths, got {type(given).__name__}. Nothing was sent.")
    items = list(given)
    for one in items:
        if not (is_path(one) or isinstance(one, also)):
            raise InvalidArgumentType(f"{name} must hold paths, got {type(one).__name__}. Nothing was sent.")
    return items


def _is_usable_path(value: Any) -> bool:
    return is_path(value) and "\0" not in os.fspath(value)


def _is_whole(value: Any) -> bool:
    return hasattr(value, "__index__") and not isinstance(value, (bool, type))


def _is_number(value: Any) -> bool:
    return hasattr(value, "__float__") and not isinstance(value, (bool, type)) and not math.isnan(value)


def _is_client(value: Any) -> bool:
    return callable(getattr(value, "call", None))


def _is_clock(value: Any) -> bool:
    return callable(getattr(value, "now", None)) and callable(getattr(value, "sleep", None))


_CLIENT = ("a client of this package", _is_client)
_CLOCK = ("a clock, with `now` and `sleep`", _is_clock)
_CHECKS: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "str": ("a text", is_path),
    "str | PathLike[str]": ("a path", _is_usable_path),
    "Mapping[str, str]": ("a mapping", is_mapping),
    "int": ("a whole number", _is_whole),
    "float": ("a number", _is_number),
    "ApiClient": _CLIENT,
    "AsyncApiClient": _CLIENT,
    "Clock": _CLOCK,
    "AsyncClock": _CLOCK,
}
"""By annotation: what is needed, in words, and whether a value is that."""
