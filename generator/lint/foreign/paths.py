"""Repairs sloppy paths and parameters in memory, with one warning per kind.

`SHAPES` runs before the document is validated against the JSON Schema of OpenAPI, so any value may have any type; `REPAIRS` runs after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any, Final

from ...load.json_types import is_object
from ...load.names import snake
from ...load.pointers import join
from ..context import Context, Operation, Parameter, Steps, items, table

PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
IGNORED: Final = ("accept", "authorization", "content-type")
"""Header parameters that OpenAPI says are to be ignored."""
OURS: Final = ("connection", "content-length", "expect", "host", "proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade")
"""Headers that belong to the connection: the client alone sets them."""
STYLES: Final = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
}
_KEY: Final = {"type": "apiKey", "in": "header", "name": "Authorization"}
_LISTED: Final = re.compile(r"\{[?&]([^{}]*)\}")
_OF_SCHEMAS: Final = (
    *("type", "format", "items", "default", "enum", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    *("minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "nullable"),
)


def path_names(context: Context) -> None:
    """Takes extensions out of the paths, and lets every path start with a slash."""
    paths, places = context.data.get("paths"), context.document.places
    if not is_object(paths) or all(path.startswith("/") for path in paths):
        return
    places.hold(paths)
    found = dict(paths)
    paths.clear()
    for path, item in found.items():
        if path.startswith("/"):
            paths[path] = item
        elif not path.startswith("x-"):
            name = f"/{path}"
            paths.setdefault(name, item)
            places.put(paths, name, places.of(paths, path))
            message = f"the path {path[:80]!r} does not start with a slash"
            context.sloppy("path without slash", join("/paths", name), message, "one is put before it")


def tags_above(context: Context) -> None:
    """Keeps what OpenAPI 3.2 says of tags, as extensions: `parent` decides which API class has the operations of a tag."""
    for tag in items(context.document.data.get("tags")):
        for key in ("parent", "kind", "summary"):
            if key in table(tag):
                context.document.places.hold(tag)
                tag[f"x-{key}"] = tag.pop(key)


def parameter_shapes(context: Context) -> None:
    """Gives parameters a schema, and makes those in a path required."""
    for pointer, parameter in [(pointer, node) for pointer, kind, node in context.frame if kind == "parameter"]:
        shown = str(parameter.get("name"))[:80]
        if parameter.get("in") == "path" and parameter.get("required") is not True:
            message = f"the path parameter {shown!r} is not `required: true`"
            context.sloppy("path parameter not required", pointer, message, "it is read as required: a path cannot be sent without it")
            parameter["required"] = True
        if parameter.get("in") not in ("path", "query", "header", "cookie"):
            continue
        if not {"schema", "content"} & parameter.keys():
            schema = {key: parameter[key] for key in _OF_SCHEMAS if key in parameter}
            hint = "the type beside it is used" if schema else "it is read as a string"
            context.sloppy("no schema", pointer, f"the parameter {shown!r} has no schema", hint)
            context.document.places.hold(parameter)
            for key in schema:
                del parameter[key]
            parameter["schema"] = schema or {"type": "string"}
        if "allowReserved" in parameter and parameter["in"] != "query" and str(context.data.get("openapi")).startswith("3.1"):
            hint = "it is read as in OpenAPI 3.2"
            context.sloppy(
                "allowReserved", join(pointer, "allowReserved"), f"allowReserved at the parameter {shown!r} in a {parameter['in']}", hint
            )
            context.document.places.hold(parameter)
            parameter["x-allowReserved"] = parameter.pop("allowReserved")
        style, allowed = parameter.get("style"), STYLES[parameter["in"]]
        if style is not None and style not in allowed:
            message = f"the parameter {shown!r} has the style {str(style)[:80]!r}, which a {parameter['in']} parameter cannot have"
            context.sloppy("style", join(pointer, "style"), message, f"it is read as {allowed[0]}")
            context.document.places.hold(parameter)
            del parameter["style"]
        if {"schema", "content"} <= parameter.keys():
            message = f"the parameter {shown!r} has both `schema` and `content`"
            context.sloppy("schema and content", pointer, message, "`schema` is used")
            context.document.places.hold(parameter)
            del parameter["content"]
        elif len(table(parameter.get("content"))) > 1:
            message = f"the parameter {shown!r} has several media types"
            context.sloppy("several contents", join(pointer, "content"), message, "the first one is used")
            content = parameter["content"]
            context.document.places.hold(content)
            for media_type in list(content)[1:]:
                del content[media_type]


def parameters(context: Context) -> None:
    """Gives operations the parameters that their paths name, and none that are not for callers to set."""
    for path, group in groupby(list(context.operations), key=lambda operation: operation.path):
        operations = list(group)
        kept = [_kept(context, operation) for operation in operations]
        added = [_added(context, operation, left) for operation, left in zip(operations, kept, strict=True)]
        if not any(added) and all(len(left) == len(operation.parameters) for operation, left in zip(operations, kept, strict=True)):
            continue
        for operation, left, more in zip(operations, kept, added, strict=True):
            listed: list[Any] = []
            for parameter in left:
                context.document.places.put(listed, len(listed), context.document.places.at(parameter.used))
                listed.append(context.document.lookup(parameter.used))
            operation.node["parameters"] = listed + more
        item = context.data["paths"][path]
        context.document.places.hold(item)
        item.pop("parameters", None)
    context.reread()


def _kept(context: Context, operation: Operation) -> list[Parameter]:
    """The parameters of an operation, of its path as well, without headers that are not for callers to set, and without those that no path has."""
    kept: list[Parameter] = []
    written = _written_names(operation.path)
    for parameter in operation.parameters:
        name = parameter.name.lower()
        if parameter.location == "path" and parameter.name not in written:
            message = f"{operation}: {parameter.name[:80]!r} is declared as a path parameter but is not in {operation.path[:80]!r}"
            near = _alike(parameter.name, written)
            hint = f"it is read as {{{near}}}" if near else "it is left out"
            context.sloppy("renamed" if near else "unused path parameter", parameter.used, message, hint)
        elif parameter.location == "header" and name in ("", *IGNORED, *OURS):
            hint = "the client sets it" if name in OURS else "a header without a name cannot be sent"
            if name in IGNORED:
                hint = "it is ignored, as OpenAPI says: use security schemes and media types"
            if name == "authorization" and _keyed(context, operation):
                hint = "it becomes an optional API key: `api_key=…`"
            message = f"{operation} declares the header {parameter.name!r} as a parameter"
            context.sloppy(f"header {name}", parameter.used, message, hint)
        else:
            kept.append(parameter)
    return kept


def _keyed(context: Context, operation: Operation) -> bool:
    """Let an operation without security take the value of its Authorization header as a key; whether that was done."""
    if operation.node.get("security", context.data.get("security")):
        return False
    schemes = context.document.data.setdefault("components", {}).setdefault("securitySchemes", {})
    if schemes.setdefault("Authorization", _KEY) is not _KEY:
        return False
    operation.node["security"] = [{}, {"Authorization": []}]
    return True


def _added(context: Context, operation: Operation, kept: list[Parameter]) -> list[dict[str, Any]]:
    """The parameters that the path names and nobody has declared."""
    declared = {parameter.name: parameter for parameter in operation.parameters if parameter.location == "path"}
    queries = {parameter.name for parameter in kept if parameter.location == "query"}
    added: list[dict[str, Any]] = []
    for name in _written_names(operation.path):
        if name in declared or (name in queries and f"{{{name}}}" in operation.path.partition("?")[2]):
            continue
        near = _alike(name, declared)
        if near:
            added.append({**declared[near].node, "name": name})
            continue
        message = f"{operation}: the path parameter {name[:80]!r} is not declared"
        context.sloppy("undeclared placeholder", operation.pointer, message, "it is read as a required string")
        added.append({"name": name, "in": "path", "required": True, "schema": {"type": "string"}})
    for name in [part.strip("*") for listed in _LISTED.findall(operation.path) for part in listed.split(",")]:
        if name not in queries:
            message = f"{operation}: the query parameter {name[:80]!r} of the path is not declared"
            context.sloppy("undeclared query", operation.pointer, message, "it is read as an optional string")
            added.append({"name": name, "in": "query", "schema": {"type": "string"}})
    return added


def _written_names(path: str) -> list[str]:
    """The placeholders of a path, without those that list query parameters (`{?a,b}`)."""
    return [name for name in dict.fromkeys(PLACEHOLDER.findall(path.partition("#")[0])) if not name.startswith(("?", "&"))]


def _alike(name: str, names: Iterable[str]) -> str | None:
    """Of several names the one that differs in case and punctuation only."""
    return next((other for other in names if snake(other) == snake(name)), None)


def paths(context: Context) -> None:
    """Says how odd paths are sent. They stay as they are: what is sent is decided with the template of a method."""
    seen: dict[str, str] = {}
    for path in context.data["paths"]:
        pointer = join("/paths", path)
        shape = PLACEHOLDER.sub("{}", path)
        if shape in seen:
            message = f"{path[:80]!r} and {seen[shape][:80]!r} are the same path"
            context.sloppy("same path", pointer, message, "each of their operations becomes a method")
        seen.setdefault(shape, path)
        bare = PLACEHOLDER.sub("", path)
        for mark, hint in (("?", "the query in it is always sent; other query parameters follow"), ("#", "the part from # on is not sent")):
            if mark in bare:
                context.sloppy(f"path with {mark}", pointer, f"the path {path[:80]!r} holds a {mark}", hint)
        if not bare.isprintable() or re.search(r"[{}\s\\]", bare):
            message = f"the path {path[:80]!r} has an unmatched brace, or characters that a URL cannot have"
            context.sloppy("malformed path", pointer, message, "they are sent percent-encoded")
        written = PLACEHOLDER.findall(path)
        for name in sorted({name for name in written if written.count(name) > 1}):
            context.sloppy("placeholder twice", pointer, f"{{{name}}} occurs twice in {path[:80]!r}", "one argument is used for both")


SHAPES: Final[Steps] = (("tags", tags_above), ("parameters", parameter_shapes))
REPAIRS: Final[Steps] = (("parameters", parameters), ("paths", paths))
