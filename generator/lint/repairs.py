"""What is merely sloppy in a document: an error by the house's rules, else put right in memory and told once per kind."""

from __future__ import annotations

from collections.abc import Container
from difflib import get_close_matches
from typing import Final

from ..load.json_types import is_array
from ..load.names import is_keyword, snake, why_not_a_name
from ..load.pointers import join
from .context import Context, Operation, items, table


def operation_ids(context: Context) -> None:
    """Every operation has an id that is a method name, and no two are one method.

    A missing id is made of the method and the path, as other generators do; the later ones of several equal ones get a number.
    """
    seen: dict[str, Operation] = {}
    for operation in context.operations:
        if operation.id and snake(operation.id):
            _named(context, operation, seen)
    for operation in context.operations:
        if operation.id and snake(operation.id):
            continue
        name = _free(snake(f"{operation.method}_{operation.path}"), seen)
        hint = (
            "give it one: it becomes the name of the method"
            if context.house
            else f"its method is called {name}; an operationId decides that"
        )
        context.loose("missing id", operation.pointer, f"{operation} has no operationId", hint)
        if not context.house:
            operation.node["operationId"] = name
            seen[name] = operation


def _named(context: Context, operation: Operation, seen: dict[str, Operation]) -> None:
    """Checks one id; `seen` has the method names so far."""
    pointer = join(operation.pointer, "operationId")
    wrong = why_not_a_name(operation.id) or ("is a word of the Python language" if is_keyword(operation.id) else None)
    if wrong:
        context.loose("id", pointer, f"the operationId {operation.id[:80]!r} {wrong}", "use letters, digits and underscores")
    python = snake(operation.id)
    other = seen.setdefault(python, operation)
    if other is operation:
        return
    place = context.document.places.at(join(other.pointer, "operationId"))
    alike = "is used twice" if other.id == operation.id else f"and {other.id!r} are both the method `{python}`"
    message = f"the operationId {operation.id!r} {alike}; the other is at {place}"
    if other.node is operation.node:
        context.error(pointer, message, "write the operation down for each of its paths")
        return
    context.loose("equal ids", pointer, message, "rename one of them")
    if not context.house:
        name = _free(python, {*seen, *(snake(one.id) for one in context.operations)})
        operation.node["operationId"] = name
        seen[name] = operation


def _free(name: str, taken: Container[str]) -> str:
    number, other = 1, name
    while other in taken:
        number += 1
        other = f"{name}_{number}"
    return other


def tags(context: Context) -> None:
    """Every operation has exactly one declared tag: it decides where the method and its models stand. The first of several counts."""
    declared = [str(table(tag).get("name")) for tag in items(context.data.get("tags"))]
    for operation in context.operations:
        found = items(operation.node.get("tags"))
        if len(found) != 1:
            kind = "many tags" if found else "no tag"
            hint = "give it exactly one" if context.house else "the first one decides, or `default`, where its method stands"
            context.loose(kind, operation.pointer, f"{operation} has {len(found) or 'no'} tags", hint)
            if not context.house:
                operation.node["tags"] = [str(found[0])] if found else ["default"]
        elif declared and found[0] not in declared:
            near = get_close_matches(str(found[0]), declared, 1)
            hint = f"did you mean {near[0]!r}?" if near else "list it under `tags` of the document"
            context.loose("undeclared tag", join(operation.pointer, "tags", 0), f"the tag {found[0]!r} is not declared", hint)
    listed = context.data.get("tags")
    if not context.house and is_array(listed):
        used = dict.fromkeys(str(items(operation.node.get("tags"))[0]) for operation in context.operations)
        listed.extend({"name": name} for name in used if name not in declared)


REPAIRS: Final = (operation_ids, tags)
