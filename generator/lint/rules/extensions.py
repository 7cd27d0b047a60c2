"""Rules on the extensions: their form (`extensions.schema.json`), and that what they name is there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Final

from ...load.json_types import is_object
from ...load.names import snake
from ...load.pointers import join
from ..context import Context, Operation, Steps, items, table, types_of
from ..schema_pointers import ANYTHING, item_of, node_of, schema_at
from .parameters import arguments

SCHEMA: Final = Path(__file__).parents[1] / "extensions.schema.json"


@cache
def vocabulary() -> Mapping[str, Any]:
    """The JSON Schema of all extensions."""
    schema: dict[str, Any] = json.loads(SCHEMA.read_text("utf-8"))
    return schema


def forms(context: Context) -> None:
    """Our extensions have the form that the schema says. Those of others are left alone; a near miss of one of ours is told."""
    import jsonschema_rs

    schema = vocabulary()
    known: dict[str, Any] = schema["properties"]
    validator = jsonschema_rs.Draft202012Validator(dict(schema))
    for operation in context.operations:
        given = {key: value for key, value in operation.node.items() if key.startswith("x-")}
        for key in given:
            if key not in known:
                near = get_close_matches(key, known, 1, 0.8)
                if near:
                    context.warning(join(operation.pointer, key), f"unknown extension {key}", f"did you mean {near[0]}?")
        formed = {key: value for key, value in given.items() if key in known}
        if not validator.is_valid(formed):
            _explain(context, operation, schema, formed)


def _explain(context: Context, operation: Operation, schema: Mapping[str, Any], given: Mapping[str, Any]) -> None:
    """What is wrong with the form of extensions, from the validator that says it best; importing it takes a while."""
    from jsonschema import Draft202012Validator

    from ..mismatches import mismatches

    known: dict[str, Any] = schema["properties"]
    errors = mismatches(Draft202012Validator(schema), given)
    for best in errors:
        extension = str(best.absolute_path[0]) if best.absolute_path else ""
        hint = str(known.get(extension, {}).get("description", "see generator/lint/extensions.schema.json"))
        context.error(join(operation.pointer, *best.absolute_path), f"{extension}: {best.message}", hint)
    if not errors:
        context.error(
            operation.pointer,
            f"{', '.join(given)}: does not match the JSON Schema of extensions",
            "see generator/lint/extensions.schema.json",
        )


def paging(context: Context) -> None:
    """`x-paging` names parameters of the operation, and pointers into its answer."""
    for operation, settings in _with(context, "x-paging"):
        pointer = join(operation.pointer, "x-paging")
        for key in ("parameter", "size"):
            _is_argument(context, operation, settings.get(key), join(pointer, key))
        if settings.get("style") in ("cursor", "token") and "next" not in settings:
            context.error(pointer, "x-paging does not say where the next mark is", "add `next`, a pointer into the response")
        if settings.get("style") != "cursor" and settings.get("style") != "token" and "parameter" not in settings:
            context.error(pointer, "x-paging does not say which parameter carries the position", "add `parameter`")
        most, default = settings.get("max_size"), settings.get("default_size")
        if isinstance(most, int) and isinstance(default, int) and default > most:
            context.error(
                join(pointer, "default_size"), f"default_size {default} is more than max_size {most}", "swap them, or correct one"
            )
        answer = _answer(context, operation, pointer)
        if answer is None:
            continue
        found = schema_at(context, answer, settings.get("items"), join(pointer, "items"))
        if found and types_of(found) and "array" not in types_of(found):
            context.error(join(pointer, "items"), f"{settings['items']!r} is not an array in the response", "point at the array of items")
        schema_at(context, answer, settings.get("next"), join(pointer, "next"))


def batch(context: Context) -> None:
    """`x-batch` names an array that may be split, and keys that are there."""
    for operation, settings in _with(context, "x-batch"):
        pointer = join(operation.pointer, "x-batch")
        item = _batch_item(context, operation, str(settings.get("items", "")), join(pointer, "items"))
        if settings.get("results") != "key":
            continue
        if "key" not in settings:
            context.error(pointer, "x-batch has results by key, and no key", "add `key: {request: ..., response: ...}`")
            continue
        if item is not None:
            schema_at(context, item, table(settings["key"]).get("request"), join(pointer, "key", "request"))
        answer = _answer(context, operation, pointer)
        if answer is not None:
            schema_at(context, item_of(context, answer), table(settings["key"]).get("response"), join(pointer, "key", "response"))


def _batch_item(context: Context, operation: Operation, name: str, pointer: str) -> Any:
    """The schema of one item of the array that may be split; None after an error."""
    first, _, inner = name.partition("/")
    schema = _argument_schema(context, operation, first)
    if schema is None:
        _is_argument(context, operation, first, pointer)
        return None
    if inner:
        schema = schema_at(context, schema, "/" + inner, pointer)
    node = node_of(context, schema) if schema is not None else None
    if node is None:
        return None
    if types_of(node) and "array" not in types_of(node):
        context.error(pointer, f"{name!r} is not an array", "name a parameter or a property of the body that is one")
        return None
    return node.get("items", ANYTHING)


def job(context: Context) -> None:
    """`x-job` names operations and parameters that are there, and pointers into their answers."""
    for operation, settings in _with(context, "x-job"):
        pointer = join(operation.pointer, "x-job")
        answer = _answer(context, operation, pointer)
        if answer is not None:
            schema_at(context, item_of(context, answer), settings.get("id"), join(pointer, "id"))
        if "id" not in settings:
            _named_by_path(context, operation, settings, pointer)
        for key, parameter in (("poll", "poll_parameter"), ("poll_many", "poll_many_parameter"), ("cancel", "cancel_parameter")):
            if key in settings:
                _poll(context, settings, key, parameter, pointer)
        if "poll" not in settings and "poll_many" not in settings:
            context.error(pointer, "x-job does not say which operation polls the job", "add `poll`, or `poll_many`")


def _named_by_path(context: Context, operation: Operation, settings: Mapping[str, Any], pointer: str) -> None:
    """Without an id, the operation that polls is called with the path parameters of the one that starts."""
    if "poll_many" in settings:
        context.error(pointer, "x-job has `poll_many` and no `id`", "say where the id of a job is, or leave `poll_many` out")
    target = context.operation(str(settings.get("poll")))
    given = {parameter.name for parameter in operation.parameters}
    missing = [] if target is None else [one.name for one in target.parameters if one.location == "path" and one.name not in given]
    if missing:
        context.error(
            pointer,
            f"x-job has no `id`, and {target} needs {missing[0]!r}, which {operation} does not have",
            "say where the id of the job is",
        )


def _poll(context: Context, settings: Mapping[str, Any], key: str, parameter: str, pointer: str) -> None:
    name = str(settings[key])
    target = context.operation(name)
    if target is None:
        near = get_close_matches(name, [operation.id for operation in context.operations], 1)
        hint = f"did you mean {near[0]!r}?" if near else "name an operationId of this document"
        context.error(join(pointer, key), f"there is no operation {name!r}", hint)
        return
    if parameter in settings:
        _is_argument(context, target, settings[parameter], join(pointer, parameter))
    elif key != "cancel" and "id" in settings:
        context.error(pointer, f"x-job has `{key}` and no `{parameter}`", "say which parameter of that operation carries the id")
    if key == "cancel":
        return
    answer = _answer(context, target, join(pointer, key))
    if answer is None:
        return
    state = item_of(context, answer)
    status = schema_at(context, state, settings.get("status"), join(pointer, "status"))
    for pointed in ("result", "error"):
        schema_at(context, state, settings.get(pointed), join(pointer, pointed))
    if status is not None:
        _statuses(context, settings, node_of(context, status), pointer)


def _statuses(context: Context, settings: Mapping[str, Any], status: Mapping[str, Any], pointer: str) -> None:
    listed = [value for value in items(status.get("enum")) if value is not None]
    seen: dict[Any, str] = {}
    for group in ("done", "failed", "cancelled", "running"):
        for index, value in enumerate(items(settings.get(group))):
            place = join(pointer, group, index)
            if listed and value not in listed:
                near = get_close_matches(str(value), [str(item) for item in listed], 1)
                hint = f"did you mean {near[0]!r}?" if near else "use a value of the enum"
                context.error(place, f"{value!r} is not a value of the status", hint)
            if value in seen:
                context.error(place, f"{value!r} is in both `{seen[value]}` and `{group}`", "list each status once")
            seen[value] = group


def methods(context: Context) -> None:
    """No two operations of one tag give the same resource method."""
    seen: dict[tuple[str, str], Operation] = {}
    for operation in context.operations:
        tag = str((items(operation.node.get("tags")) or [""])[0])
        for index, method in enumerate(items(operation.node.get("x-methods"))):
            name = str(table(method).get("name", ""))
            other = seen.setdefault((tag, name), operation)
            if other is not operation:
                context.error(
                    join(operation.pointer, "x-methods", index),
                    f"{other} gives the method {name!r} of {tag!r} already",
                    "rename one of them",
                )
            without = table(table(method).get("without")).get("operation")
            if without is not None and context.operation(str(without)) is None:
                context.error(join(operation.pointer, "x-methods", index), f"there is no operation {without!r}", "name an operationId")


def _with(context: Context, key: str) -> Iterator[tuple[Operation, dict[str, Any]]]:
    for operation in context.operations:
        if is_object(operation.node.get(key)):
            yield operation, operation.node[key]


def _is_argument(context: Context, operation: Operation, name: Any, pointer: str) -> None:
    if name is None or _argument_schema(context, operation, str(name)) is not None:
        return
    known = [snake(argument) for argument, _ in arguments(context, operation)]
    near = get_close_matches(str(name), known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"it has {', '.join(known) or 'none'}"
    context.error(pointer, f"{operation} has no parameter {name!r}", hint)


def _argument_schema(context: Context, operation: Operation, name: str) -> Any:
    """The schema of a parameter, the body, a part of a form or a property of the body; None when there is none of that name."""
    wanted = snake(name)
    for parameter in operation.parameters:
        if snake(parameter.name) == wanted:
            return parameter.node.get("schema", ANYTHING)
    body = context.body_schema(operation)
    if body is None:
        return None
    if snake(context.body_name(operation)) == wanted and context.parts(operation) is None:
        return body[1]
    properties = table(body[1].get("properties"))
    return next((schema for key, schema in properties.items() if snake(key) == wanted), None)


def _answer(context: Context, operation: Operation, pointer: str) -> Any:
    found = context.result_schema(operation)
    if found is None:
        context.error(pointer, f"{operation} has no JSON response", "add the schema of its success response")
        return None
    return found[1]


RULES: Final[Steps] = (("extensions", forms), ("x-paging", paging), ("x-batch", batch), ("x-job", job), ("x-methods", methods))
