"""List answers in pages, by the `x-paging` extension of the operation."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..exchange import Call, Refused
from ..schema.document import Operation, Parameter
from ..schema.json_values import is_integer, is_object

DEFAULT_SIZE = 50


@dataclass(frozen=True)
class Page:
    """One page of a list."""

    items: list[Any]
    mark: str | None = None
    """What the next request sends; None: this was the last page, or the style has no mark."""


def python_name(wire: str) -> str:
    """A name on the wire in snake case, as extensions name parameters."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+", "_", wire).lower().strip("_")


def parameter_of(operation: Operation, name: str) -> Parameter | None:
    """The parameter that an extension names."""
    return next((one for one in operation.parameters if name in {one.name, python_name(one.name)}), None)


def argument(call: Call, name: str, default: Any = None) -> Any:
    """The value of what an extension names: a parameter, the body, or a member of the body (`name`, or `body/name`)."""
    parameter = parameter_of(call.operation, name)
    if parameter is not None:
        return call.parameter(parameter.name, default)
    step = name.rpartition("/")[2]
    if is_object(call.body):
        return next((value for key, value in call.body.items() if step in {key, python_name(key)}), default)
    return call.body if call.body is not None else default


def paginate(call: Call, items: list[Any]) -> Page:
    """The page of a list that a call asks for; all of it where the operation has no paging.

    Raises:
        Refused: 400, a mark that was never given out, or a page size that is too large.
    """
    paging = call.operation.extension("x-paging")
    if not paging:
        return Page(items)
    size = _size(call, paging)
    style, name = paging.get("style"), paging.get("parameter", "")
    if style == "offset":
        offset = _number(argument(call, name))
        return Page(items[offset : offset + size])
    if style == "page":
        first = _first_page(call.operation, name)
        number = argument(call, name)
        start = (number - first) * size if is_integer(number) else 0
        return Page(items[max(start, 0) : max(start, 0) + size])
    start = _read_mark(argument(call, name))
    end = start + size
    return Page(items[start:end], _write_mark(end) if end < len(items) else None)


def _size(call: Call, paging: Mapping[str, Any]) -> int:
    name = paging.get("size", "")
    declared = parameter_of(call.operation, name)
    default = paging.get("default_size") or (declared.schema.get("default") if declared else None) or DEFAULT_SIZE
    size = argument(call, name) if name else None
    # A body that is no object is no page size.
    size = size if is_integer(size) else default
    most = paging.get("max_size")
    if size < 0 or (most is not None and size > most):
        raise Refused(400, f"{name} is {size}, allowed are 0 to {most}")
    return size


def _number(value: Any) -> int:
    if is_integer(value) and value < 0:
        raise Refused(400, f"an offset cannot be negative ({value})")
    return value if is_integer(value) else 0


def _first_page(operation: Operation, name: str) -> int:
    declared = parameter_of(operation, name)
    schema: Mapping[str, Any] = declared.schema if declared is not None else {}
    first: int = schema.get("default", schema.get("minimum", 1))
    return first


def _write_mark(offset: int) -> str:
    return base64.urlsafe_b64encode(f"at:{offset}".encode()).decode()


def _read_mark(mark: Any) -> int:
    if mark is None or not isinstance(mark, str) or not mark:
        return 0
    try:
        word, _, number = base64.urlsafe_b64decode(mark).decode().partition(":")
        if word == "at":
            return int(number)
    except (binascii.Error, ValueError):
        pass
    raise Refused(400, f"the cursor {mark!r:.60} is not one of this server's")
