"""What each operation does to resources, inferred from the shape of its path, its method and its answers.

`/projects` with an item path `/projects/{project_name}` below it is a collection; a path that ends in a literal and is no collection is a
single resource or an action.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from ..schema.document import Document, Media, Operation
from ..schema.json_values import is_object
from ..schema.samples import Shaper

Kind = Literal["list", "create", "get", "update", "replace", "delete", "action"]
Segments = tuple[str | None, ...]

_ITEM: dict[str, Kind] = {"GET": "get", "HEAD": "get", "PATCH": "update", "PUT": "replace", "DELETE": "delete"}


@dataclass(frozen=True)
class Role:
    """What one operation does."""

    kind: Kind
    parents: tuple[int, ...]
    """Lengths of the path prefixes that must name existing resources."""
    key: str | None = None
    """The property that is the key of a resource in its collection; None: generated, and not shown."""
    single: bool = False
    """The resource is the only one of its path (`/user`), not one of a collection."""


class Roles:
    """The roles of a document's operations, each worked out once."""

    def __init__(self, document: Document, shaper: Shaper) -> None:
        self._document = document
        self._shaper = shaper
        self._roles: dict[str, Role] = {}

    def of(self, operation: Operation) -> Role:
        """The role of an operation."""
        role = self._roles.get(operation.id)
        if role is None:
            role = self._roles[operation.id] = self._infer(operation)
        return role

    def item_schema(self, segments: Segments) -> Any:
        """The schema of a resource by its item path: that of its GET, else of any other operation that shows it, else of creating it."""
        shown = [self._document.has(segments, method) for method in ("GET", "PATCH", "PUT")]
        for operation in (*shown, self._document.has(segments[:-1], "POST")):
            # What answers with a file, or with nothing, does not show the resource.
            if operation is not None and operation.answers and self._shaper.properties(operation.answers[0].schema):
                return operation.answers[0].schema
        listed = self._document.has(segments[:-1], "GET")
        return self._listed_schema(listed) if listed is not None else {}

    def key_of(self, segments: Segments) -> str | None:
        """The property that the last parameter of an item path names."""
        operation = next(
            op for method in ("GET", "PATCH", "PUT", "DELETE", "POST") if (op := self._document.has(segments, method)) is not None
        )
        properties = {**self._body_properties(segments), **self._shaper.properties(self.item_schema(segments))}
        name = operation.path_names[-1]
        last = re.split(r"_|-|(?<=[a-z0-9])(?=[A-Z])", name)[-1].lower()
        return next((one for one in (name, last, "id", "name") if one in properties), None)

    def list_member(self, media: Media) -> str | None:
        """Where a list answer holds its items: the name of a property, or None when the answer is the array itself."""
        for name, part in self._shaper.properties(media.schema).items():
            if "items" in self._shaper.flatten(part):
                return name
        return None

    def shows_many(self, operation: Operation) -> bool:
        """Whether an operation answers with a list: an array, or an object that says where its items are."""
        if not operation.answers:
            return False
        if "items" in self._shaper.flatten(operation.answers[0].schema):
            return True
        if operation.extension("x-paging"):
            return True
        properties = self._shaper.properties(operation.answers[0].schema)
        return "items" in properties and "items" in self._shaper.flatten(properties["items"])

    def _listed_schema(self, operation: Operation) -> Any:
        if not operation.answers:
            return {}
        media = operation.answers[0]
        member = self.list_member(media)
        schema = self._shaper.properties(media.schema)[member] if member else media.schema
        return self._shaper.flatten(schema).get("items", {})

    def _body_properties(self, segments: Segments) -> dict[str, Any]:
        properties: dict[str, Any] = {}
        for operation in (self._document.has(segments[:-1], "POST"), self._document.has(segments, "PUT")):
            for media in operation.body.values() if operation is not None else ():
                properties.update(self._shaper.properties(media.schema))
        return properties

    def _infer(self, operation: Operation) -> Role:
        segments = operation.segments
        parents = self._parents(segments)
        if segments and segments[-1] is None:
            kind: Kind = _ITEM.get(operation.method, "action")
            # A path such as `/metrics/{metric}` names no resource: nothing creates or deletes one.
            if kind == "get" and (self.shows_many(operation) or not self._is_resource(segments)):
                return Role("action", parents)
            return Role(kind, parents, self.key_of(segments))
        if self._is_collection(segments):
            listing: dict[str, Kind] = {"GET": "list", "POST": "create"}
            key = self.key_of((*segments, None)) if self._has_item(segments) else None
            return Role(listing.get(operation.method, "action"), parents, key)
        if operation.method in {"PATCH", "PUT", "DELETE", "GET"} and self._is_single(segments):
            return Role(_ITEM[operation.method], parents, single=True)
        if operation.method == "POST" and self._is_single(segments):
            return Role("create", parents, single=True)
        if operation.method == "GET" and self.shows_many(operation):
            return Role("list", parents)
        return Role("action", parents)

    def _parents(self, segments: Segments) -> tuple[int, ...]:
        """The prefixes that name resources which operations of this API create; others are taken to exist."""
        return tuple(length for length in range(1, len(segments)) if segments[length - 1] is None and self.is_item(segments[:length]))

    def is_item(self, segments: Segments) -> bool:
        """Whether a path names a resource of a collection that this API creates resources in."""
        return self._document.has(segments[:-1], "POST") is not None and self._has_item(segments[:-1])

    def _is_resource(self, segments: Segments) -> bool:
        others = (self._document.has(segments, method) for method in ("DELETE", "PATCH", "PUT"))
        collection = (self._document.has(segments[:-1], method) for method in ("POST", "GET"))
        return any(operation is not None for operation in (*others, *collection))

    def _has_item(self, segments: Segments) -> bool:
        return any(self._document.has((*segments, None), method) is not None for method in ("GET", "PATCH", "PUT", "DELETE"))

    def _is_collection(self, segments: Segments) -> bool:
        if not self._has_item(segments):
            return False
        return any(self._document.has(segments, method) is not None for method in ("GET", "POST"))

    def _is_single(self, segments: Segments) -> bool:
        """Whether a path without parameter at its end is a resource of its own: it can be changed or deleted there."""
        changes = any(self._document.has(segments, method) is not None for method in ("PATCH", "PUT", "DELETE"))
        shown = self._document.has(segments, "GET")
        return changes and shown is not None and is_object(shown.raw) and not self.shows_many(shown)
