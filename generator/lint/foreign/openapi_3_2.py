"""OpenAPI 3.2 → 3.1, in memory, with a warning for each feature that is not supported. Runs on valid documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ...load.json_types import is_object
from ..context import Context, Steps, table
from .frame import frame
from .swagger_2 import mappings

_FORM: Final = "application/x-www-form-urlencoded"
_UNUSED: Final = {
    "itemEncoding": "the types of the parts decide how they are sent",
    "prefixEncoding": "the types of the parts decide how they are sent",
    "deviceAuthorization": "give the client `auth=DeviceCode(device_url, token_url, client_id)` from the module `auth` of the package",
}
"""Member → what happens without it."""


def convert(context: Context) -> None:
    """Make a document of OpenAPI 3.2 one that the steps after this understand."""
    if not str(context.data.get("openapi")).startswith("3.2"):
        return
    message = "this is an OpenAPI 3.2 document"
    context.sloppy("3.2", "/openapi", message, "it is read; further warnings list what is not supported")
    _other_methods(context)
    for parameter in _queries(context):
        _query(context, parameter)
    context.reread()
    for node in mappings(context.document.data):
        for key, hint in _UNUSED.items():
            if key in node:
                place = context.document.places.of(node, key)
                context.sloppy(f"new: {key}", "/openapi", f"`{key}` is new in OpenAPI 3.2 and not supported", hint, place)
        for media_type, content in table(node.get("content")).items():
            if is_object(content) and isinstance(content.get("$ref"), str):
                node["content"][media_type] = context.document.resolve(content)


def _other_methods(context: Context) -> None:
    """Makes the operations of other methods members of their path items, as all others are (`methods_of`)."""
    places = context.document.places
    for _, kind, item in list(frame(context)):
        if kind == "path" and "additionalOperations" in item:
            more = context.drop(item, "additionalOperations")
            for method, operation in table(more).items():
                item[method] = operation
                places.put(item, method, places.of(more, method))
    context.reread()


def _queries(context: Context) -> Iterator[dict[str, Any]]:
    """The parameters that are the whole query string, as a form, each once. Any other content stays a `querystring`."""
    seen: set[int] = set()
    for operation in (*context.operations, *context.incoming):
        for parameter in operation.parameters:
            is_form = parameter.location == "querystring" and _FORM in table(parameter.node.get("content"))
            if is_form and id(parameter.node) not in seen:
                seen.add(id(parameter.node))
                yield context.document.lookup(parameter.pointer)


def _query(context: Context, parameter: dict[str, Any]) -> None:
    """A form as query string is an object whose members are query parameters."""
    context.document.places.hold(parameter)
    schema = table(parameter.pop("content")[_FORM]).get("schema", {})
    parameter |= {"in": "query", "style": "form", "explode": True, "schema": schema}


REPAIRS: Final[Steps] = (("openapi", convert),)
