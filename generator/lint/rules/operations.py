"""Rules on operations: their ids, paths, tags, texts and answers."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Final

from ...load.names import is_keyword, is_sentence, snake, why_not_a_name
from ...load.pointers import join
from ..context import Context, Operation, Steps, items, table

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_SUCCESS: Final = re.compile(r"2(\d\d|XX)\Z|default\Z")
_STATUS: Final = re.compile(r"[1-5](\d\d|XX)\Z|default\Z")


def operation_ids(context: Context) -> None:
    """By the house's rules, every operation has an id that is a method name, and no two are one method."""
    seen: dict[str, Operation] = {}
    for operation in context.operations if context.house else ():
        pointer = join(operation.pointer, "operationId")
        if not operation.id:
            context.error(operation.pointer, f"{operation} has no operationId", "give it one: it becomes the name of the method")
            continue
        wrong = why_not_a_name(operation.id) or ("is a Python keyword" if is_keyword(operation.id) else None)
        if wrong:
            context.error(pointer, f"the operationId {operation.id[:80]!r} {wrong}", "use letters, digits and underscores")
            continue
        python = snake(operation.id)
        other = seen.setdefault(python, operation)
        if other is not operation:
            place = context.document.places.at(join(other.pointer, "operationId"))
            alike = "is used twice" if other.id == operation.id else f"and {other.id!r} are both the method `{python}`"
            context.error(pointer, f"the operationId {operation.id!r} {alike}; the other is at {place}", "rename one of them")


def paths(context: Context) -> None:
    """By the house's rules, the parameters in a path are those that are declared, and no two paths are the same."""
    if not context.house:
        return
    seen: dict[str, str] = {}
    for path in table(context.data.get("paths")):
        pointer = join("/paths", path)
        if (
            not path.startswith("/")
            or not path.isprintable()
            or re.search(r"[\s?#\\]", path)
            or re.search(r"[{}]", _PLACEHOLDER.sub("", path))
        ):
            context.error(
                pointer, f"{path!r} is not a path template", "start it with a slash, pair its braces, and leave out spaces, ? and #"
            )
        shape = _PLACEHOLDER.sub("{}", path)
        if shape in seen:
            context.error(pointer, f"{path!r} and {seen[shape]!r} are the same path", "merge them into one")
        seen[shape] = path
    for operation in context.operations:
        _placeholders(context, operation)


def _placeholders(context: Context, operation: Operation) -> None:
    written: list[str] = _PLACEHOLDER.findall(operation.path)
    declared = {parameter.name: parameter for parameter in operation.parameters if parameter.location == "path"}
    for name in written:
        if written.count(name) > 1:
            context.error(operation.pointer, f"{{{name}}} occurs twice in {operation.path!r}", "give each its own name")
        if name not in declared:
            near = get_close_matches(name, list(declared), 1)
            hint = f"did you mean {near[0]!r}?" if near else "declare it under `parameters`, with `in: path`"
            context.error(operation.pointer, f"{operation}: the path parameter {name!r} is not declared", hint)
    for name, parameter in declared.items():
        if name not in written:
            context.error(
                parameter.used,
                f"{operation}: {name!r} is declared as a path parameter but is not in {operation.path!r}",
                "add it to the path",
            )


def tags(context: Context) -> None:
    """Every operation has exactly one tag: it decides where the method and its models stand."""
    declared = [str(table(tag).get("name")) for tag in items(context.data.get("tags"))]
    for operation in context.operations:
        found = items(operation.node.get("tags"))
        if len(found) != 1:
            context.error(operation.pointer, f"{operation} has {len(found) or 'no'} tags", "give it exactly one")
        elif declared and found[0] not in declared:
            near = get_close_matches(str(found[0]), declared, 1)
            hint = f"did you mean {near[0]!r}?" if near else "list it under `tags` of the document"
            context.error(join(operation.pointer, "tags", 0), f"the tag {found[0]!r} is not declared", hint)


def answers(context: Context) -> None:
    """Statuses are statuses, and there is a success."""
    for operation in context.operations:
        responses = table(operation.node.get("responses"))
        for status in responses:
            if not _STATUS.match(str(status)):
                context.error(
                    join(operation.pointer, "responses", status), f"{status!r} is not a status", "use 100 to 599, 2XX, or default"
                )
        if not any(_SUCCESS.match(str(status)) for status in responses):
            pointer, message = join(operation.pointer, "responses"), f"{operation} has no success response"
            if context.house:
                context.error(pointer, message, "add the 2xx response that the API gives")
            else:
                context.sloppy("no success", pointer, message, "its method returns None")


def texts(context: Context) -> None:
    """What a docstring needs, by the house's rules."""
    for operation in context.operations if context.house else ():
        summary = operation.node.get("summary")
        if not summary:
            context.warning(operation.pointer, f"{operation} has no summary", "add one: it is the first line of the docstring")
        elif not is_sentence(str(summary)):
            hint = "end it with a full stop; more goes into `description`"
            context.warning(join(operation.pointer, "summary"), f"the summary of {operation} is not one sentence on one line", hint)
        if not operation.node.get("x-sources"):
            context.warning(
                operation.pointer, f"{operation} has no x-sources", "say which document and section it is from, or `inferred: true`"
            )


RULES: Final[Steps] = (("operation-ids", operation_ids), ("paths", paths), ("tags", tags), ("responses", answers), ("texts", texts))
