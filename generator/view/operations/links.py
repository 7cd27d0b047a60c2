"""The links of answers, for documentation: which operation goes on with what an answer holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...load.json_types import is_object, table
from ...load.pointers import lookup
from ...naming.names import operation_name, python_name
from ..model.operations import Link
from ..model.parts import Text


def links(data: Mapping[str, Any], operation: Mapping[str, Any]) -> Iterator[Link]:
    """All links of an operation. Expressions such as `$response.body#/id` stay as they are."""
    for status, raw in operation.get("responses", {}).items():
        response = _resolved(data, raw)
        for name, link in table(response.get("links")).items():
            found = _resolved(data, link)
            given = [f"{python_name(str(key).rpartition('.')[2])}={value}" for key, value in table(found.get("parameters")).items()]
            given += [f"body={found['requestBody']}"] if "requestBody" in found else []
            target = Text(f"{_target(data, found)}({', '.join(given)})")
            yield Link(str(status), Text(str(name)), target, Text(str(found.get("description", ""))))


def _target(data: Mapping[str, Any], link: Mapping[str, Any]) -> str:
    """The method of the other operation; what the document says, where it is in another document."""
    if "operationId" in link:
        return operation_name(str(link["operationId"]))
    reference = str(link.get("operationRef", ""))
    try:
        found = lookup(data, reference.removeprefix("#")) if reference.startswith("#/") else None
    except LookupError:
        found = None
    return operation_name(str(found["operationId"])) if is_object(found) and "operationId" in found else reference


def _resolved(data: Mapping[str, Any], node: Any) -> Mapping[str, Any]:
    while is_object(node) and isinstance(node.get("$ref"), str):
        node = lookup(data, str(node["$ref"]).removeprefix("#"))
    return node if is_object(node) else {}
