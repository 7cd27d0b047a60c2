"""Rules on media types and on what stands under them, in request bodies and responses."""

from __future__ import annotations

import re
from typing import Any, Final

from ...load.names import why_not_a_name
from ...load.pointers import join
from ..context import FORMS, Context, essence, is_json, table

_SYNTAX: Final = re.compile(
    r"[A-Za-z0-9!#$&^_.+-]+/(?:\*|[A-Za-z0-9!#$&^_.+-]+)(?:\s*;\s*[A-Za-z0-9-]+=(?:[A-Za-z0-9._-]+|\"[ -!#-~]*\"))*\Z"
)
_PLAIN: Final = {
    *(
        "text/plain",
        "text/csv",
        "application/octet-stream",
        "application/yaml",
        "application/x-yaml",
        "application/zip",
        "application/gzip",
    ),
    *("application/x-gzip", "application/x-tar", "application/pdf"),
}
_ENCODING: Final = ("contentType",)


def media_types(context: Context) -> None:
    """Only media types that the runtime can write and read."""
    done: set[str] = set()
    for operation in context.operations:
        body = context.body(operation)
        for pointer, media_type, content in context.contents(operation):
            if pointer in done:
                continue
            done.add(pointer)
            form = essence(media_type) in FORMS
            in_body = body is not None and pointer.startswith(body[0] + "/")
            if not _SYNTAX.match(media_type):
                context.error(pointer, f"{media_type!r} is not a media type", "write type/subtype")
            elif not supported(media_type) or (form and not in_body):
                hint = "use JSON, text/plain, text/csv, YAML, zip, image/*, application/octet-stream, or a form (in requests)"
                context.error(pointer, f"the media type {media_type!r} is not supported here", hint)
            elif "schema" not in content:
                context.error(pointer, f"{media_type} has no schema", "add one; `{}` with a description says any value")
            elif form:
                _form(context, pointer, content)


def supported(media_type: str) -> bool:
    """Whether the runtime can write and read it."""
    name = essence(media_type)
    return is_json(name) or name in _PLAIN or name in FORMS or name.startswith("image/")


def _form(context: Context, pointer: str, content: Any) -> None:
    _, schema = context.target(join(pointer, "schema"))
    if not table(table(schema).get("properties")):
        context.error(join(pointer, "schema"), "a form has no properties", "list its fields: each becomes a parameter")
    for part, encoding in table(table(content).get("encoding")).items():
        for key in table(encoding):
            if key not in _ENCODING and not key.startswith("x-"):
                context.error(
                    join(pointer, "encoding", part, key), f"`{key}` in an encoding cannot be expressed", "only contentType is used"
                )


def body_names(context: Context) -> None:
    """The body's name is a name."""
    for operation in context.operations:
        body = context.body(operation)
        if body is None:
            continue
        wrong = why_not_a_name(context.body_name(operation))
        if wrong:
            message = f"x-codegen-request-body-name: {context.body_name(operation)!r} {wrong}"
            context.error(join(body[0], "x-codegen-request-body-name"), message, "use letters, digits and underscores")
        if not table(body[1].get("content")):
            context.error(body[0], f"the request body of {operation} has no content", "name its media type and schema")


RULES: Final = (media_types, body_names)
