"""What a resource method gives: the classes of its answer, its verb, the type of its result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...load.json_types import is_array
from ..model.operations import Operation
from ..model.parts import Code, Name
from ..operations.declare import literal
from ..operations.operations import resolve_part
from ..schemas.facts import telling
from ..schemas.schema import Schema
from .arguments import Places
from .classes import Classes


@dataclass(frozen=True)
class Answers:
    """What one method gives."""

    data: Mapping[str, Any]
    classes: Classes
    operation: Operation
    raw: Mapping[str, Any]
    settings: Mapping[str, Any]
    at: Places

    @property
    def kind(self) -> str:
        return str(self.settings["kind"])

    def _answer_schema(self) -> Schema:
        for status, response in self.raw.get("responses", {}).items():
            if str(status).startswith("2"):
                for content in resolve_part(response, self.data).get("content", {}).values():
                    schema: Schema = content.get("schema", {})
                    return schema
        return {}

    def classes_of(self) -> tuple[Name | None, Name | None]:
        """The class of the resource and that of lists of it."""
        named = self.classes.named()
        schema = self._answer_schema()
        name = (
            self.settings.get("item")
            or self._class_of(self.at.flat(self.at.flat(schema).get("properties", {}).get("items", {})).get("items", {}))
            or self._class_of(schema)
        )
        if name is None:
            name = self._class_of_request()
        listing = named.get(str(name), {}).get("list")
        return (Name(str(name)) if name else None), (Name(str(listing)) if listing else None)

    def _class_of(self, schema: Schema) -> str | None:
        name = str(schema.get("$ref", "")).rsplit("/", 1)[-1]
        return name if name in self.classes.named() else None

    def _class_of_request(self) -> str | None:
        """Where the answer says nothing: the class that is created by the items of the request."""
        items = self.at.flat(self.at.flat(self.at.body).get("properties", {}).get("items", {})).get("items", {})
        wanted = str(items.get("$ref", "")).rsplit("/", 1)[-1]
        named = self.classes.named()
        return next((name for name, settings in named.items() if wanted and wanted in (name, settings.get("create"))), None)

    def verb(self, item: Name | None, listing: Name | None) -> tuple[str, tuple[Code, ...], Code, str]:
        """The verb, what stands before the operation, the type of the result and what is to be said about it."""
        kind, one, several = self.kind, Code(str(item)), Code(str(listing))
        many = "One resource for one item; for a list of items, a list in the same order."
        if kind == "retrieve":
            verb = "_retrieve" if "x-batch" in self.raw else "_get"
            return verb, (one,), Code(f"{item} | None"), "The resource; None when it does not exist."
        if kind == "list":
            return ("_list" if "x-paging" in self.raw else "_search"), (several,), several, "The resources that match."
        if kind == "search":
            return "_search", (several,), several, "The resources that match."
        if kind == "retrieve_multiple":
            return "_retrieve_multiple", (several,), several, "The resources, in the order of the ids."
        if kind == "aggregate":
            return "_aggregate", (one,), Code(f"Sequence[{item}]"), "The counts or values that the API returns."
        if kind == "create" and self.settings.get("result") != "none":
            return "_create", (one, several), Code(f"{item} | {listing}"), many
        if kind == "update":
            update = Code(str(self.classes.named()[str(item)]["update"]))
            return "_update", (one, several, update), Code(f"{item} | {listing}"), many
        if kind in ("create", "delete"):
            return "_delete", (), Code("None"), ""
        returns = self._called(item)
        return "_call", (), returns, telling(self.operation.returned.value) if returns != "None" else ""

    def _called(self, item: Name | None) -> Code:
        results = self.settings.get("result", "")
        if results == "none":
            return Code("None")
        pointers = results if is_array(results) else [results]
        types = [Code(str(item)) if pointer == "" and item and is_array(results) else self._type_at(pointer) for pointer in pointers]
        return Code(f"tuple[{', '.join(types)}]") if is_array(results) else types[0]

    def _type_at(self, pointer: str) -> Code:
        if self.operation.result is not None and self.operation.result.kind == "binary":
            return Code("bytes")
        schema = self._answer_schema()
        for key in pointer.split("/")[1:]:
            schema = self.at.flat(schema).get("properties", {}).get(key, {})
        return self.classes.type_of(schema)

    def results(self) -> tuple[Code, ...] | None:
        result = self.settings.get("result", "")
        if self.kind != "call" or result == "none":
            return None
        pointers = result if is_array(result) else [result]
        return None if pointers == [""] else tuple(literal(pointer) for pointer in pointers)
