"""Rules on parameters: names, places, styles, and collisions among the arguments of one method."""

from __future__ import annotations

import re
from typing import Final

from ...load.pointers import join
from ..context import Context, Operation, Parameter, Steps
from ..foreign.paths import IGNORED, OURS

_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+\Z")


def each(context: Context) -> None:
    """What a single parameter may be."""
    done: set[str] = set()
    for operation in context.operations:
        for parameter in operation.parameters:
            if parameter.pointer not in done:
                done.add(parameter.pointer)
                _name(context, parameter)
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
    elif parameter.location == "header" and context.house and parameter.name.lower() in (*IGNORED, *OURS):
        hint = "remove it: describe it as a security scheme or a media type"
        context.error(pointer, f"the header {parameter.name} is set by the client itself", hint)


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


RULES: Final[Steps] = (("parameters", each),)
