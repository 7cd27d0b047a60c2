"""What is new in OpenAPI 3.2: what has another form in 3.1 gets that, and what we do not use is said. Runs on what is valid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ...load.json_types import is_object
from ...load.pointers import join
from ..context import Context, Steps, table
from .swagger_2 import mappings

_FORM: Final = "application/x-www-form-urlencoded"
_UNUSED: Final = {
    "additionalOperations": "operations with other methods are left out: call them with `client.request`",
    "itemEncoding": "parts are sent as their types say",
    "prefixEncoding": "parts are sent as their types say",
    "defaultMapping": "values with an unknown tag stay as they came",
    "deviceAuthorization": "give the client `auth=DeviceCode(…)`",
}
"""Member → what happens without it."""


def convert(context: Context) -> None:
    """Make a document of OpenAPI 3.2 one that the steps after this understand."""
    if not str(context.data.get("openapi")).startswith("3.2"):
        return
    message = "this is an OpenAPI 3.2 document"
    context.sloppy("3.2", "/openapi", message, "it is read, but for what further warnings say")
    for pointer, parameter in _queries(context):
        _query(context, pointer, parameter)
    for node in mappings(context.document.data):
        for key, hint in _UNUSED.items():
            if key in node:
                context.sloppy(f"new: {key}", "/openapi", f"`{key}` is new in OpenAPI 3.2 and not used", hint)
        for media_type, content in table(node.get("content")).items():
            if is_object(content) and isinstance(content.get("$ref"), str):
                node["content"][media_type] = context.document.resolve(content)


def _queries(context: Context) -> Iterator[tuple[str, dict[str, Any]]]:
    """The parameters that are the whole query string, each once."""
    seen: set[int] = set()
    for operation in context.operations:
        for parameter in operation.parameters:
            if parameter.location == "querystring" and id(parameter.node) not in seen:
                seen.add(id(parameter.node))
                yield parameter.pointer, context.document.lookup(parameter.pointer)


def _query(context: Context, pointer: str, parameter: dict[str, Any]) -> None:
    """A form as query string is an object whose members are query parameters; the text of any other media type stands for itself."""
    content = table(parameter.get("content"))
    if _FORM not in content:
        message = f"the parameter {parameter.get('name')!r} is a whole query string of {', '.join(map(str, content))}"
        context.error(join(pointer, "content"), message, f"only {_FORM} can be expressed")
        return
    context.document.places.hold(parameter)
    schema = table(content[_FORM]).get("schema", {})
    del parameter["content"]
    parameter |= {"in": "query", "style": "form", "explode": True, "schema": schema}


REPAIRS: Final[Steps] = (("openapi", convert),)
