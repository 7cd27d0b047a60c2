"""Webhooks and callbacks of a document → the calls that an API makes, of the view model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...load.json_types import is_object, methods_of, sent_method, table
from ...naming.names import free, operation_name, python_name
from ..model.operations import Incoming
from ..model.parts import Code, Name, Text
from ..schemas.basics import escape, pascal
from ..schemas.types import Types
from . import declare
from .operations import resolve_part

Item = tuple[str, str, str, Mapping[str, Any]]
"""Name, pointer, URL expression, path item."""


def webhooks(data: Mapping[str, Any], types: Types) -> tuple[Incoming, ...]:
    """What the document says under `webhooks`, or, in OpenAPI 3.0, under `x-webhooks`."""
    key = "webhooks" if "webhooks" in data else "x-webhooks"
    items = ((str(name), f"/{key}/{escape(name)}", "", item) for name, item in table(data.get(key)).items())
    return tuple(_incoming(data, types, items))


def callbacks(data: Mapping[str, Any], types: Types) -> tuple[Incoming, ...]:
    """The callbacks of all operations, each called `OPERATION.CALLBACK`."""
    return tuple(_incoming(data, types, _callbacks(data)))


def _callbacks(data: Mapping[str, Any]) -> Iterator[Item]:
    for path, item in data.get("paths", {}).items():
        for method in methods_of(item):
            for name, raw in item[method].get("callbacks", {}).items():
                operation = operation_name(str(item[method]["operationId"]))
                for expression, below in resolve_part(raw, data).items():
                    if not expression.startswith("x-"):
                        pointer = f"/paths/{escape(path)}/{method}/callbacks/{escape(name)}/{escape(expression)}"
                        yield f"{operation}.{name}", pointer, expression, below


def _incoming(data: Mapping[str, Any], types: Types, items: Iterator[Item] | Any) -> Iterator[Incoming]:
    names: set[str] = set()
    constants: set[str] = {"BY_NAME"}
    for name, pointer, url, raw in items:
        item = table(resolve_part(raw, data)) if is_object(raw) else {}
        for method in methods_of(item):
            operation: Any = item[method]
            own = name if name not in names else free(f"{name}.{method}", names, "_")
            names.add(own)
            constant = free(python_name(own).upper(), constants)
            constants.add(constant)
            body = resolve_part(operation.get("requestBody", {}), data)
            kinds = {
                str(media): types.of(
                    content.get("schema", {}), f"{pointer}/{method}/requestBody/content/{escape(str(media))}/schema", pascal(own)
                )
                for media, content in body.get("content", {}).items()
            }
            codes = dict.fromkeys(declare.qualified(kind) for kind in kinds.values())
            answers = ((str(status), resolve_part(answer, data)) for status, answer in operation.get("responses", {}).items())
            yield Incoming(
                name=Text(own),
                constant=Name(constant),
                method=sent_method(method),
                url=Text(url),
                summary=Text(str(operation.get("summary", ""))),
                description=Text(str(operation.get("description", ""))),
                type=Code(" | ".join(codes) or "None"),
                types=tuple((Text(media), declare.lazy(kind)) for media, kind in kinds.items()),
                models=tuple(name for kind in kinds.values() for name in kind.models),
                answers=tuple((status, Text(str(answer.get("description", "")))) for status, answer in answers),
                deprecated=bool(operation.get("deprecated")),
            )
