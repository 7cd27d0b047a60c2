"""Repairs a sloppy document (wrong, but with a clear meaning) in memory, with a warning per kind. With `lint: house`, `rules` report errors."""

from __future__ import annotations

from collections.abc import Container
from difflib import get_close_matches
from itertools import count
from typing import Any, Final

from ..load.json_types import is_array, sent_method
from ..load.names import is_keyword, snake, why_not_a_name
from ..load.pointers import join
from .context import Context, Operation, Steps, items, table
from .rules.bodies import is_media_type


def operation_ids(context: Context) -> None:
    """Gives every operation an id of its own: of several for one method the first keeps it, and the others get a number.

    An operation without an id is named after its method and path.
    """
    from ..naming.names import operation_name  # takes longer than to lint a document of our own

    seen: dict[str, Operation] = {}
    later: list[tuple[Operation, str]] = []
    for operation in context.operations:
        name = operation_name(operation.id if snake(operation.id) else f"{operation.method}_{snake(operation.path)}")
        if not snake(operation.id) or seen.setdefault(name, operation) is not operation:
            later.append((operation, name))
        elif wrong := why_not_a_name(operation.id) or ("is a Python keyword" if is_keyword(operation.id) else None):
            message = f"the operationId {operation.id[:80]!r} {wrong}"
            context.sloppy("odd id", join(operation.pointer, "operationId"), message, f"its method is called {name[:80]}")
    for operation, wanted in later:
        name = _free(wanted, seen)
        if snake(operation.id):
            place = context.document.places.at(join(seen[wanted].pointer, "operationId"))
            kind, message = "equal ids", f"the operationId {operation.id[:80]!r} gives the same method as the one at {place}"
        else:
            kind, message = "no id", f"{sent_method(operation.method)} {operation.path} has no operationId"
        context.sloppy(kind, join(operation.pointer, "operationId"), message, f"its method is called {name[:80]}")
        operation.node["operationId"] = name
        seen[name] = operation


def _free(name: str, taken: Container[str]) -> str:
    """The name itself, or with the first number that makes it one of its own."""
    return name if name not in taken else next(other for number in count(2) if (other := f"{name}_{number}") not in taken)


def info(context: Context) -> None:
    """Gives a document the title and the version that it lacks. Runs before the document is held against the schema of OpenAPI."""
    context.document.places.settle()
    data: dict[str, Any] = context.document.data
    said = data["info"] = table(data.get("info"))
    for member, value in (("title", "API"), ("version", "0")):
        found = said.get(member)
        if not isinstance(found, str):
            context.sloppy("no info", "/info", f"`info` has no {member}", f"it is taken as {value if found is None else str(found)!r}")
            said[member] = value if found is None else str(found)


def tags(context: Context) -> None:
    """Leaves every operation one tag, the first (`default`, where it has none), and declares the tags that are not."""
    listed = context.data.get("tags")
    declared = {str(table(tag).get("name")) for tag in items(listed)}
    for operation in context.operations:
        found = [str(tag) for tag in items(operation.node.get("tags"))]
        tag = found[0] if found else "default"
        if not found:
            context.sloppy("no tag", operation.pointer, f"{operation} has no tags", "its method goes to the API class of the tag `default`")
        elif len(found) > 1:
            context.sloppy(
                "many tags",
                operation.pointer,
                f"{operation} has {len(found)} tags",
                f"the first one decides on its API class: {tag[:80]!r}",
            )
        if len(found) != 1:
            operation.node["tags"] = [tag]
        if not is_array(listed) or tag in declared:
            continue
        if found and declared:
            near = get_close_matches(tag, declared, 1)
            hint = f"did you mean {near[0]!r}?" if near else "list it under `tags` of the document"
            context.sloppy("undeclared tag", join(operation.pointer, "tags", 0), f"the tag {tag[:80]!r} is not declared", hint)
        listed.append({"name": tag})
        declared.add(tag)


def contents(context: Context) -> None:
    """Reads each media type as one: of several in one key each, of what is none whatever comes. Without content, a request has no body."""
    seen: set[int] = set()
    for operation in context.operations:
        for holder, pointer in context.content_holders(operation):
            content = table(holder.get("content"))
            if id(content) in seen:
                continue
            seen.add(id(content))
            if not content and (pointer.endswith("/requestBody") or pointer.startswith("/components/requestBodies/")):
                context.sloppy("no content", pointer, f"the request body of {operation} has no content", "it is called without a body")
            odd = {str(key): _media_types(str(key)) for key in content if not is_media_type(str(key)) and str(key).isprintable()}
            if not odd:
                continue
            for key, meant in odd.items():
                hint = (
                    f"it is read as {' and '.join(meant)}"
                    if meant
                    else "it is left out"
                    if len(odd) < len(content)
                    else "it is read as */*"
                )
                context.sloppy("odd media type", join(pointer, "content", key), f"{key[:80]!r} is not a media type", hint)
            fixed = [(media_type, node) for key, node in content.items() for media_type in odd.get(str(key), [key])]
            first = next(iter(content.values()))
            content.clear()
            for media_type, node in fixed or [("*/*", first)]:
                content.setdefault(media_type, node)


def _media_types(text: str) -> list[str]:
    """The media types that a text was meant to name."""
    parted = ([piece.strip() for piece in part.split(";")] for part in text.split(","))
    named = ("; ".join([name, *(piece for piece in pieces if "=" in piece)]) for name, *pieces in parted)
    return [media_type for media_type in named if is_media_type(media_type)]


REPAIRS: Final[Steps] = (("operation-ids", operation_ids), ("tags", tags), ("media-types", contents))
