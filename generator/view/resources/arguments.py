"""Where the arguments of a resource method go: path, query, or a place in the body. The rules of designs/0006."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ...naming.names import python_name
from ..model.parts import Code
from ..operations.declare import literal
from ..operations.operations import resolve_part
from ..schemas.merge import flattened
from ..schemas.schema import Schema, first_schema, resolve

IDS = {"id": "id", "ids": "id", "external_id": "externalId", "external_ids": "externalId"}
BY_ID = ("retrieve", "retrieve_multiple", "delete")
_KINDS: dict[Any, str] = {bool: "boolean", int: "integer", str: "string", float: "number"}


class Unplaced(Exception):
    """An argument that has no place in the request."""


@dataclass
class Target:
    """Where one argument goes."""

    place: str
    """`path/NAME`, `query/NAME`, `body/POINTER`, `partitions`, `` (nowhere)."""
    code: Code
    """The expression that is put there."""
    schema: Schema = field(default_factory=dict[str, Any])
    wrap: str = ""


class Places:
    """Finds the places of the arguments of one method."""

    def __init__(self, data: Mapping[str, Any], operation: str, raw: Mapping[str, Any], settings: Mapping[str, Any]) -> None:
        self.components: Mapping[str, Schema] = data.get("components", {}).get("schemas", {})
        self.operation, self.raw, self.settings = operation, raw, settings
        self.kind = str(settings["kind"])
        self.parameters = [resolve_part(item, data) for item in _parameters(data, raw)]
        content: Mapping[str, Any] = resolve_part(raw.get("requestBody", {}), data).get("content", {})
        self.body = first_schema(content)

    def of(self, name: str, options: Mapping[str, Any]) -> Target:
        paged = self.kind == "list" and "x-paging" in self.raw
        if options.get("sent") is False:
            return Target("", Code(name), guessed(options))
        if "to" in options:
            return self._given(name, options)
        if name == "partitions":
            return Target(
                "partitions",
                Code(name),
                {"type": "integer", "description": "Read the list in this many partitions in parallel; only without a limit."},
            )
        if paged and name == self.raw["x-paging"].get("size"):
            return Target("limit", Code(name), {"description": "The most resources to return; -1, None or infinity: all."})
        return self._parameter(name, options) or self._by_id(name) or self._property(name, options)

    def _given(self, name: str, options: Mapping[str, Any]) -> Target:
        place = str(options["to"])
        where, _, rest = place.partition("/")
        wrap = str(options.get("wrap", ""))
        if where != "body":
            return self._parameter(name, options, rest) or self._lost(name)
        schema = self.body
        for token in [part for part in rest.split("/") if part]:
            schema = self.flat(schema).get("properties", {}).get(token, {})
        if wrap:
            return Target(place, Code(name), schema, wrap)
        if pair := options.get("entries"):
            return Target(place, Code(f"entries({name}, {literal(pair[0])}, {literal(pair[1])})"), schema)
        return Target(place, Code(name), schema)

    def _parameter(self, name: str, options: Mapping[str, Any], wire: str = "") -> Target | None:
        for location in ("path", "query"):
            for parameter in self.parameters:
                if parameter["in"] == location and (
                    parameter["name"] == wire or (not wire and python_name(str(parameter["name"])) == name)
                ):
                    schema = {**parameter.get("schema", {}), "description": parameter.get("description", "")}
                    code = Code(name)
                    if "join" in options:
                        code = Code(f"joined({name}, {literal(options['join'])}, {literal(options.get('empty', ''))})")
                        schema = {"type": "array", "items": {"type": "string"}, "description": parameter.get("description", "")}
                    return Target(f"{location}/{python_name(str(parameter['name']))}", code, schema)
        return None

    def _by_id(self, name: str) -> Target | None:
        items = self.flat(self.body).get("properties", {}).get("items")
        if self.kind not in BY_ID or name not in IDS or items is None:
            return None
        item = self.flat(self.flat(items).get("items", {}))
        if item.get("type") == "integer":
            return Target("body/items", Code(name), items)
        wire = IDS[name]
        if wire not in item.get("properties", {}):
            return self._lost(name)
        return Target("body/items", Code(name), items, wire)

    def _property(self, name: str, options: Mapping[str, Any]) -> Target:
        inner = "search" if self.kind == "search" else "filter"
        top = self.flat(self.body).get("properties", {})
        for place, properties in (("body", top), (f"body/{inner}", self.flat(top.get(inner, {})).get("properties", {}))):
            by_name = {python_name(str(wire)): (str(wire), schema) for wire, schema in properties.items()}
            if name in by_name:
                wire, schema = by_name[name]
                return Target(f"{place}/{wire}", Code(name), schema, "id" if self._identifies(schema) else "")
            base = name.removesuffix("_external_ids") + "_ids"
            if name.endswith("_external_ids") and base in by_name and self._identifies(by_name[base][1]):
                return Target(f"{place}/{by_name[base][0]}", Code(name), by_name[base][1], "externalId")
        return self._lost(name)

    def _lost(self, name: str) -> Target:
        raise Unplaced(f"{self.operation}: the argument {name} of the method {self.settings['name']} has no place in the request")

    def _identifies(self, schema: Schema) -> bool:
        schema = self.flat(schema)
        return schema.get("type") == "array" and set(self.flat(schema.get("items", {})).get("properties", {})) == {"id", "externalId"}

    def flat(self, schema: Schema) -> Schema:
        return flattened(resolve(schema, self.components), self.components)

    def refuse_unbound(self, targets: Mapping[str, Target]) -> None:
        places = {target.place for target in targets.values()}
        for parameter in self.parameters:
            place = f"{parameter['in']}/{python_name(str(parameter['name']))}"
            if parameter.get("required") and "x-client-setting" not in parameter and place not in places:
                raise Unplaced(
                    f"{self.operation}: the method {self.settings['name']} has no argument for the parameter {parameter['name']}"
                )


def _parameters(data: Mapping[str, Any], raw: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The parameters of an operation, those of its path first."""
    shared: list[Mapping[str, Any]] = []
    for item in data["paths"].values():
        if any(value is raw for value in item.values()):
            shared = list(item.get("parameters", ()))
    return [*shared, *raw.get("parameters", ())]


def guessed(options: Mapping[str, Any]) -> Schema:
    """The schema of an argument that has no place in the request, from its default."""
    return {"type": _KINDS.get(type(options.get("default")), "string"), "description": "Accepted, and not sent."}
