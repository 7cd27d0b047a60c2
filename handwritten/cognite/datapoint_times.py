"""Times as callers give them, with the name of the argument in the error. No I/O."""

from __future__ import annotations

from typing import Any

from .._runtime.declarations.errors import InvalidArgument, InvalidArgumentType
from ..utils import timestamp_to_ms


def time_of(name: str, value: Any) -> int:
    """An argument that is a time, in milliseconds since 1970.

    Raises:
        InvalidArgument (ValueError), InvalidArgumentType (TypeError): it is none.
    """
    try:
        return timestamp_to_ms(value)
    except TypeError as error:
        raise InvalidArgumentType(f"{name}: {error}. Nothing was sent.") from None
    except (ValueError, OverflowError) as error:
        raise InvalidArgument(f"{name}: {error}. Nothing was sent.") from None
