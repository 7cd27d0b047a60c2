"""Rules on media types and on what stands under them, in request bodies and responses."""

from __future__ import annotations

import re
from typing import Any, Final

from ...load.json_types import essence, is_json
from ...load.names import why_not_a_name
from ...load.pointers import join
from ..context import FORMS, Context, Steps, table

_TOKEN: Final = r"[A-Za-z0-9!#$%&'^_`|~.+-]+"
_SYNTAX: Final = re.compile(
    rf"(?:\*(?:/\*)?|{_TOKEN}/(?:\*(?:\+{_TOKEN})?|{_TOKEN}))(?:\s*;\s*{_TOKEN}=(?:{_TOKEN}|\"[ -!#-~]*\"))*\s*;?\Z"
)


def media_types(context: Context) -> None:
    """Media types are media types. By the house's rules, JSON has a schema and a form has fields."""
    done: set[str] = set()
    for operation in context.operations:
        for pointer, media_type, content in context.contents(operation):
            if pointer in done:
                continue
            done.add(pointer)
            if not is_media_type(media_type):
                context.error(pointer, f"{media_type!r} is not a media type", "write type/subtype")
            elif context.house:
                _described(context, pointer, media_type, content)


def is_media_type(text: str) -> bool:
    """Whether a text is a media type or a range of them, with or without parameters."""
    return _SYNTAX.match(text) is not None


def _described(context: Context, pointer: str, media_type: str, content: Any) -> None:
    is_form = essence(media_type) in FORMS
    if "schema" not in content and (is_json(media_type) or is_form):
        context.error(pointer, f"{media_type} has no schema", "add one; `{}` with a description allows any value")
    elif is_form and not table(table(context.target(join(pointer, "schema"))[1]).get("properties")):
        context.error(join(pointer, "schema"), "a form has no properties", "list its fields: each becomes a parameter")


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
        if context.house and not table(body[1].get("content")):
            context.error(body[0], f"the request body of {operation} has no content", "name its media type and schema")


RULES: Final[Steps] = (("media-types", media_types), ("request-bodies", body_names))
