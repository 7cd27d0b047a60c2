"""Repairs sloppy servers in memory. `SHAPES` runs before the document is validated against the JSON Schema of OpenAPI."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from ...config.urls import shown
from ...load.json_types import is_array, is_object, methods_of
from ...load.pointers import join
from ..context import Context, Steps, items, table

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://.")
_HTTP: Final = ("http", "https")
_LOCAL: Final = ("file", "data", "javascript", "jar", "resource")
"""Schemes that no server of an API has: an error."""


def lists(data: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Whatever may have servers, with the pointer of its `servers`: the document, paths and operations."""
    holders: list[tuple[str, Any]] = [("", data)]
    for path, item in table(table(data).get("paths")).items():
        place = join("/paths", path)
        holders += [(place, item), *((join(place, method), item[method]) for method in methods_of(item))]
    for place, holder in holders:
        if is_object(holder) and is_array(holder.get("servers")):
            yield join(place, "servers"), holder


def servers(context: Context) -> None:
    """Gives servers without a scheme https, takes out what is no HTTP, and makes texts of the values of variables."""
    for pointer, holder in lists(context.document.data):
        kept: list[Any] = []
        places = context.document.places
        for index, server in enumerate(holder["servers"]):
            place = join(pointer, index)
            if is_object(server) and not _usable(context, place, server):
                continue
            places.put(kept, len(kept), places.at(place))
            kept.append(server)
        if len(kept) < len(holder["servers"]):
            holder["servers"] = kept


def _usable(context: Context, pointer: str, server: dict[str, Any]) -> bool:
    """Whether a server can be used, once what is sloppy about it is put right."""
    variables = table(server.get("variables"))
    for name, variable in variables.items():
        _variable(context, join(pointer, "variables", name), name, table(variable))
    if not isinstance(server.get("url"), str):
        return True
    url = server["url"].strip()
    filled = url
    for name, variable in variables.items():
        filled = filled.replace("{" + name + "}", str(table(variable).get("default", "")))
    scheme = _SCHEME.match(filled)
    if scheme and scheme[1].lower() not in (*_HTTP, *_LOCAL):
        message = f"the server {shown(url)} has the scheme {scheme[1]!r}"
        context.sloppy("scheme of a server", join(pointer, "url"), message, "it is ignored: only http and https are supported")
        return False
    if filled.startswith("//"):
        context.sloppy("server without scheme", join(pointer, "url"), f"the server {shown(url)} has no scheme", "it is read as https")
        url = f"https:{url}"
    elif not scheme and re.match(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d+)?(/|\Z)", filled):
        context.sloppy("server without scheme", join(pointer, "url"), f"the server {shown(url)} has no scheme", "it is read as https")
        url = f"https://{url}"
    if "?" in url or "#" in url:
        message = f"the server {shown(url)} has a query or a fragment"
        context.sloppy("query of a server", join(pointer, "url"), message, "it is cut off")
        url = re.split("[?#]", url)[0]
    if url != server["url"]:
        context.document.places.settle()
        server["url"] = url
    return True


def _variable(context: Context, pointer: str, name: str, variable: dict[str, Any]) -> None:
    allowed = items(variable.get("enum"))
    if "default" not in variable and allowed:
        context.sloppy("no default", pointer, f"the server variable {name[:80]!r} has no default", "the first of its values is used")
        variable["default"] = allowed[0]
    if any(isinstance(value, (int, float)) for value in (*allowed, variable.get("default"))):
        context.sloppy("number as value", pointer, f"the server variable {name[:80]!r} has a value that is no text", "it is taken as one")
        variable["default"] = str(variable.get("default", ""))
        for index, value in enumerate(allowed):
            allowed[index] = str(value)


def requirements(context: Context) -> None:
    """Takes security schemes that nobody has declared out of what operations require."""
    known = context.components("securitySchemes")
    holders = [("", context.document.data), *((operation.pointer, operation.node) for operation in context.operations)]
    for pointer, holder in holders:
        for index, requirement in enumerate(items(holder.get("security"))):
            for name in [name for name in table(requirement) if name not in known]:
                message = f"there is no security scheme {name[:80]!r}"
                context.sloppy("undeclared scheme", join(pointer, "security", index, name), message, "it is not asked for")
                context.document.places.hold(requirement)
                del requirement[name]


SHAPES: Final[Steps] = (("servers", servers),)
REPAIRS: Final[Steps] = (("security", requirements),)
