"""Where the parts of an operation or a schema stand, which the view model does not keep: as `file:line`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from ...load.document import Document
from ...load.json_types import is_array, is_object, table
from ...load.pointers import join, split
from ...load.problems import Place, Problems
from ...load.source_map import SourceMap
from ...load.yaml_reader import read_yaml
from ...view.schemas.merge import flattened
from ...view.schemas.schema import resolve

BOUNDS: Final = ("minimum", "exclusiveMinimum", "minLength", "minItems", "maximum", "exclusiveMaximum", "maxLength", "maxItems")
ASKED: Final = (*BOUNDS, "minProperties", "maxProperties", "pattern", "multipleOf", "uniqueItems")
RULES: Final = (*ASKED, "enum", "default", "format")
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
        found = {key: schema[key] for key in RULES if schema.get(key, False) is not False and not is_object(schema[key])}
        if schema.get("default") is False:
            found["default"] = False
        found |= self._inside(schema, components)
        if part.get("deprecated") or schema.get("deprecated"):
            found["deprecated"] = True
        if all(type(value) in (str, int) for value in found.get("enum", ("",))) and "enum" in found:  # its values are elements
            del found["enum"]
        return found

    def _inside(self, schema: Mapping[str, Any], components: Mapping[str, Any], depth: int = 0) -> dict[str, Any]:
        """What the server asks of the items of a list and the values of a map, by `items.KEYWORD` and `values.KEYWORD`."""
        found: dict[str, Any] = {}
        for key, name in (("items", "items"), ("additionalProperties", "values")):
            inner = schema.get(key)
            if not is_object(inner) or depth > 4:
                continue
            part = flattened(resolve(inner, components), components)
            asked = {word: part[word] for word in ASKED if part.get(word, False) is not False} | self._inside(part, components, depth + 1)
            found |= {f"{name}.{word}": value for word, value in asked.items()}
        return found

    def examples(self, pointer: str) -> str:
        """The examples of a parameter, a body or a property, as JSON; empty: there are none."""
        part = self._before(pointer)
        nodes = [self.node(pointer), part, self.node(f"{pointer}/schema"), *map(self.node, self._content(pointer))]
        found = [node[key] for node in nodes for key in ("example", "examples") if key in node]
        return "\n".join(dict.fromkeys(json.dumps(item, sort_keys=True, default=str) for item in found))

    def _content(self, pointer: str) -> list[str]:
        content = self.node(pointer).get("content")
        return [join(f"{pointer}/content", str(kind)) for kind in content] if is_object(content) else []

    def encoding(self, operation: str, wire: str) -> str:
        """How a part of a form is written, as JSON: its `encoding` in each media type; empty where it has none."""
        found = [self.node(f"{content}/encoding").get(wire) for content in self._content(f"{operation}/requestBody")]
        return json.dumps([item for item in found if item], sort_keys=True, default=str) if any(found) else ""

    def scopes(self, operation: str) -> str:
        """The scopes that an operation needs, as JSON: security scheme → its scopes in alphabetical order."""
        listed = self.node(operation).get("security", self._document.data.get("security"))
        found: dict[str, set[str]] = {}
        for requirement in filter(is_object, listed) if is_array(listed) else ():
            for name, scopes in requirement.items():
                found.setdefault(str(name), set()).update(map(str, scopes) if is_array(scopes) else ())
        return json.dumps({name: sorted(scopes) for name, scopes in sorted(found.items()) if scopes})

    def tokens(self, scheme: str) -> str:
        """The addresses at which a security scheme gets tokens, as JSON; `scheme` is its pointer. Empty: it has none."""
        node = self.node(scheme)
        flows = {
            str(name): {key: value for key, value in flow.items() if str(key).endswith("Url")}
            for name, flow in table(node.get("flows")).items()
            if is_object(flow)
        }
        found = {**flows, **{key: node[key] for key in ("openIdConnectUrl",) if key in node}}
        return json.dumps(found, sort_keys=True, default=str) if found else ""

    def further(self, pointer: str) -> str:
        """The address of further documentation; empty where none is given."""
        return str(table(self.node(pointer).get("externalDocs")).get("url", ""))

    def about(self) -> str:
        """What the document says of itself: `info` and where more is written, as JSON."""
        data = self._document.data
        return json.dumps({key: data[key] for key in ("info", "externalDocs") if key in data}, sort_keys=True, default=str, indent=0)

    def is_closed(self, schema: str) -> bool:
        """Whether an object takes the named properties only; `schema` is its pointer."""
        components = self._document.data.get("components", {}).get("schemas", {})
        whole = flattened(resolve(self._before(schema), components), components)
        return False in (whole.get("additionalProperties"), whole.get("unevaluatedProperties"))

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
