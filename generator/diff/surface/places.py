"""Where the parts of an operation or a schema stand, which the view model does not keep: as `file:line`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from ...load.document import Document
from ...load.json_types import is_array, is_object
from ...load.pointers import join, split
from ...load.problems import Place, Problems
from ...load.source_map import SourceMap
from ...load.yaml_reader import read_yaml
from ...view.schemas.merge import flattened
from ...view.schemas.schema import resolve

BOUNDS: Final = ("minimum", "exclusiveMinimum", "minLength", "minItems", "maximum", "exclusiveMaximum", "maxLength", "maxItems")
RULES: Final = (*BOUNDS, "pattern", "multipleOf", "enum", "default", "format")
_OVERLAY: Final = "/overlay.yaml"


class Located:
    """Finds lines of a document, of its `client.yaml` and of hand-written code. `folders` are left out at the beginning of names of files."""

    def __init__(self, document: Document, settings: Path, handwritten: Path, folders: Sequence[Path] = ()) -> None:
        self._document = document
        self._handwritten = [(path, path.read_text("utf-8")) for path in sorted(handwritten.rglob("*.py"))]
        self._folders = [f"{folder.as_posix()}/" for folder in folders]
        self._settings = SourceMap(settings.as_posix())
        self._settings.root = read_yaml(settings.read_text("utf-8-sig"), settings.as_posix(), self._settings, Problems())

    def at(self, pointer: str) -> str:
        """The line of a JSON pointer into the document; where an overlay has changed what is there, the line of that."""
        below = (join(pointer, str(key)) for key in self.node(pointer))
        places = self._document.places
        changed = (place for item in below if (place := places.at(item)).file.endswith(_OVERLAY))
        return self._shown(next(changed, places.at(pointer)))

    def setting(self, pointer: str) -> str:
        """The line of a JSON pointer into `client.yaml`."""
        return self._shown(self._settings.at(pointer))

    def has_setting(self, name: str) -> bool:
        """Whether `client.yaml` says something about it."""
        return is_object(self._settings.root) and name in self._settings.root

    def written(self, name: str, near: str) -> str:
        """The line of a hand-written function or class; of several, that in a module called `near`."""
        definition = re.compile(rf"^\s*(?:async )?(?:def|class) (?:Async)?{re.escape(name)}\b", re.MULTILINE)
        places = [(path, found) for path, text in self._handwritten if (found := definition.search(text))]
        for path, found in sorted(places, key=lambda item: near not in (item[0].stem, item[0].parent.name)):
            line = found.string.count("\n", 0, found.end()) + 1
            return self._shown(Place(path.as_posix(), line))
        return self.setting("")

    def _shown(self, place: Place) -> str:
        folder = next((folder for folder in self._folders if place.file.startswith(folder)), "")
        return f"{place.file.removeprefix(folder)}:{place.line or 1}"

    def parameter(self, operation: str, wire: str, location: str) -> str:
        """The pointer of a parameter; `operation` is that of its operation."""
        if location == "body":
            return f"{operation}/requestBody"
        if location == "part":
            content = self.node(f"{operation}/requestBody").get("content", {})
            schemas = (join(f"{operation}/requestBody/content", str(kind), "schema") for kind in content)
            return next((found for schema in schemas for found in self._properties(schema, wire)), operation)
        for base in (operation, operation.rpartition("/")[0]):
            listed = self.node(base).get("parameters")
            for number in range(len(listed) if is_array(listed) else 0):
                part = self.node(f"{base}/parameters/{number}")
                if (part.get("name"), part.get("in")) == (wire, location):
                    return f"{base}/parameters/{number}"
        return operation

    def answer(self, operation: str) -> str:
        """The pointer of the first success of an operation."""
        statuses = self.node(f"{operation}/responses")
        return next((join(f"{operation}/responses", str(status)) for status in statuses if str(status)[:1] == "2"), operation)

    def property(self, schema: str, wire: str) -> str:
        """The pointer of a property of the schema at a pointer, wherever in its `allOf` it stands."""
        return next(self._properties(schema, wire), schema)

    def value(self, schema: str, value: str | int) -> str:
        """The pointer of a value of an enumeration."""
        values = self.node(schema).get("enum")
        return f"{schema}/enum/{values.index(value)}" if is_array(values) and value in values else schema

    def rules(self, pointer: str) -> dict[str, Any]:
        """What the server asks of a value beside its type, by keyword: bounds, pattern, the default that it takes."""
        part = self.node(pointer)
        content = part.get("content")
        if is_object(content):
            pointer = join(f"{pointer}/content", next(iter(content), ""))
        inner = self.node(pointer).get("schema")
        components = self._document.data.get("components", {}).get("schemas", {})
        schema = flattened(resolve(inner if is_object(inner) else self._before(pointer), components), components)
        found = {key: schema[key] for key in RULES if key in schema and not is_object(schema[key])}
        if part.get("deprecated") or schema.get("deprecated"):
            found["deprecated"] = True
        if all(type(value) in (str, int) for value in found.get("enum", ("",))) and "enum" in found:  # its values are elements
            del found["enum"]
        return found

    def _properties(self, schema: str, wire: str, depth: int = 0) -> Iterator[str]:
        node = self.node(schema)
        if wire in node.get("properties", {}):
            yield join(f"{schema}/properties", wire)
        elif depth < 8:
            for kind in ("allOf", "oneOf", "anyOf"):
                parts = node.get(kind)
                for number in range(len(parts) if is_array(parts) else 0):
                    yield from self._properties(f"{schema}/{kind}/{number}", wire, depth + 1)

    def node(self, pointer: str) -> Mapping[str, Any]:
        """What a pointer leads to, references on its way and at its end followed; empty when there is nothing."""
        node = self._document.resolve(self._before(pointer))
        return node if is_object(node) else {}

    def _before(self, pointer: str) -> Mapping[str, Any]:
        """The same, with what stands beside a reference at its end."""
        node: Any = self._document.data
        for token in split(pointer):
            node = self._document.resolve(node)
            try:
                node = node[int(token)] if is_array(node) else node[token]
            except (LookupError, TypeError, ValueError):
                return {}
        return node if is_object(node) else {}
