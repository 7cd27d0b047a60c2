"""Where the parts of an operation or a schema stand, which the view model does not keep: as `file:line`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..load.document import Document
from ..load.json_types import is_array, is_object
from ..load.pointers import join, split
from ..load.problems import Problems
from ..load.source_map import SourceMap
from ..load.yaml_reader import read_yaml


class Located:
    """Finds lines of a document and of its `client.yaml`. `folders` are left out at the beginning of names of files."""

    def __init__(self, document: Document, settings: Path, folders: Sequence[Path] = ()) -> None:
        self._document = document
        self._folders = [f"{folder.as_posix()}/" for folder in folders]
        self._settings = SourceMap(settings.as_posix())
        self._settings.root = read_yaml(settings.read_text("utf-8-sig"), settings.as_posix(), self._settings, Problems())

    def at(self, pointer: str) -> str:
        """The line of a JSON pointer into the document."""
        return self._of(self._document.places, pointer)

    def setting(self, pointer: str) -> str:
        """The line of a JSON pointer into `client.yaml`."""
        return self._of(self._settings, pointer)

    def _of(self, places: SourceMap, pointer: str) -> str:
        place = places.at(pointer)
        folder = next((folder for folder in self._folders if place.file.startswith(folder)), "")
        return f"{place.file.removeprefix(folder)}:{place.line or 1}"

    def parameter(self, operation: str, wire: str, location: str) -> str:
        """The line of a parameter; `operation` is the pointer of its operation."""
        if location == "body":
            return self.at(f"{operation}/requestBody")
        if location == "part":
            content = self._node(f"{operation}/requestBody").get("content", {})
            schemas = (join(f"{operation}/requestBody/content", str(kind), "schema") for kind in content)
            return next((self.at(found) for schema in schemas for found in self._properties(schema, wire)), self.at(operation))
        for base in (operation, operation.rpartition("/")[0]):
            listed = self._node(base).get("parameters")
            for number in range(len(listed) if is_array(listed) else 0):
                part = self._node(f"{base}/parameters/{number}")
                if (part.get("name"), part.get("in")) == (wire, location):
                    return self.at(f"{base}/parameters/{number}/name")
        return self.at(operation)

    def answer(self, operation: str) -> str:
        """The line of the first success of an operation."""
        statuses = self._node(f"{operation}/responses")
        return next(
            (self.at(join(f"{operation}/responses", str(status))) for status in statuses if str(status)[:1] == "2"), self.at(operation)
        )

    def property(self, schema: str, wire: str) -> str:
        """The line of a property of the schema at a pointer, wherever in its `allOf` it stands."""
        return next((self.at(found) for found in self._properties(schema, wire)), self.at(schema))

    def value(self, schema: str, value: str) -> str:
        """The line of a value of an enumeration."""
        values = self._node(schema).get("enum")
        number = values.index(value) if is_array(values) and value in values else None
        return self.at(schema) if number is None else self.at(f"{schema}/enum/{number}")

    def _properties(self, schema: str, wire: str, depth: int = 0) -> Iterator[str]:
        node = self._node(schema)
        if wire in node.get("properties", {}):
            yield join(f"{schema}/properties", wire)
        elif depth < 8:
            for kind in ("allOf", "oneOf", "anyOf"):
                parts = node.get(kind)
                for number in range(len(parts) if is_array(parts) else 0):
                    yield from self._properties(f"{schema}/{kind}/{number}", wire, depth + 1)

    def _node(self, pointer: str) -> Mapping[str, Any]:
        """What a pointer leads to, references on its way and at its end followed; empty when there is nothing."""
        node: Any = self._document.data
        for token in split(pointer):
            node = self._document.resolve(node)
            try:
                node = node[int(token)] if is_array(node) else node[token]
            except (LookupError, TypeError, ValueError):
                return {}
        node = self._document.resolve(node)
        return node if is_object(node) else {}
