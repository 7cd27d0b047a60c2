"""Rules on parameters: names, places, styles, and collisions among the arguments of one method."""

from __future__ import annotations

import re
from typing import Any, Final

from ...load.json_types import is_array, is_json
from ...load.pointers import join
from ..context import Context, Operation, Parameter, table

_OURS: Final = {
    *(
        "accept",
        "authorization",
        "connection",
        "content-encoding",
        "content-length",
        "content-type",
        "cookie",
        "host",
        "proxy-authorization",
    ),
    *("te", "trailer", "transfer-encoding", "upgrade"),
}
_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+\Z")
_STYLES: Final = {"path": ("simple",), "query": ("form", "deepObject"), "header": ("simple",), "cookie": ("form",)}


def each(context: Context) -> None:
    """What a single parameter may be."""
    done: set[str] = set()
    for operation in context.operations:
        for parameter in operation.parameters:
            if parameter.pointer not in done:
                done.add(parameter.pointer)
                _name(context, parameter)
                _style(context, parameter)
                if context.house and not parameter.node.get("description"):
                    context.warning(
                        parameter.pointer, f"the parameter {parameter.name!r} has no description", "say what it is and in which unit"
                    )


def _name(context: Context, parameter: Parameter) -> None:
    pointer = join(parameter.pointer, "name")
    if parameter.location not in ("header", "cookie"):
        return
    if not _TOKEN.match(parameter.name):
        context.error(pointer, f"{parameter.name!r} cannot be the name of a {parameter.location}", "use letters, digits and hyphens")
    elif parameter.location == "header" and parameter.name.lower() in _OURS:
        hint = "remove it: describe it as a security scheme or a media type"
        context.error(pointer, f"the header {parameter.name} is set by the client itself", hint)


def _style(context: Context, parameter: Parameter) -> None:
    node = parameter.node
    if "schema" not in node and "content" not in node:
        context.error(parameter.pointer, f"the parameter {parameter.name!r} has no schema", "add `schema: {type: ...}`")
    for media_type in table(node.get("content")):
        if not is_json(str(media_type)) or len(table(node.get("content"))) != 1:
            context.error(
                join(parameter.pointer, "content"),
                f"the parameter {parameter.name!r} has content other than JSON",
                "use `schema`, or application/json",
            )
    for flag in ("allowReserved", "allowEmptyValue"):
        if node.get(flag):
            context.error(join(parameter.pointer, flag), f"{flag} cannot be expressed", "leave it out")
    style = node.get("style")
    allowed = _STYLES.get(parameter.location, ())
    if style is not None and style not in allowed:
        context.error(
            join(parameter.pointer, "style"),
            f"the style {style!r} cannot be expressed in a {parameter.location} parameter",
            f"use {' or '.join(allowed)}",
        )
    if "schema" not in node:
        return
    _, schema = context.target(join(parameter.pointer, "schema"))
    if _is_object(schema) and parameter.location == "path":
        context.error(
            parameter.pointer, f"the path parameter {parameter.name!r} is an object", "give each part of it a parameter of its own"
        )


def _is_object(schema: Any) -> bool:
    kind = table(schema).get("type")
    return kind == "object" or (is_array(kind) and "object" in kind)


def arguments(context: Context, operation: Operation) -> list[tuple[str, str]]:
    """The wire name and pointer of every argument: parameters, then the body or the parts of a form."""
    found = [(parameter.name, parameter.used) for parameter in operation.parameters]
    parts = context.parts(operation)
    body = context.body(operation)
    if parts is not None:
        found += [(str(name), join(parts[0], str(name))) for name in parts[1]]
    elif body is not None:
        found.append((context.body_name(operation), body[0]))
    return found


RULES: Final = (each,)
