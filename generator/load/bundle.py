"""Resolves the references between the files of a document, so that all references lead into one bundled document.

Schemas of other files, and `FILE#/components/KIND/NAME`, become components of the bundled document. Any other reference into another file
is replaced by what it refers to.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import count as numbers
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from .json_types import is_array, is_container, is_object, size_of, table
from .names import named
from .pointers import escape, join, leads, lookup, split, straight, target_at, target_of
from .problems import Place, Problems
from .sources import Asked, Files
from .yaml_reader import MAX_DEPTH

MAX_REPEATS: Final = 20
"""How many times larger than its text a document may become by aliases and references put in place."""

_COMPONENT: Final = re.compile(r"/components/([A-Za-z]+)/([^/]+)\Z")
_DATA: Final = {"example", "default", "const", "enum", "value"}
_NAMES: Final = {
    *("properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas", "responses", "parameters", "examples"),
    *("requestBodies", "headers", "securitySchemes", "links", "callbacks", "pathItems", "paths", "webhooks", "content", "encoding"),
    *("variables", "mapping", "scopes"),
}
_SCHEMAS: Final = {
    *("schema", "itemSchema", "items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames", "contentSchema"),
    *("unevaluatedItems", "unevaluatedProperties", "allOf", "anyOf", "oneOf", "prefixItems"),
    *("properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas"),
}
"""What holds a schema, a list of schemas, or schemas by name."""
_SWAGGER: Final = {"schemas": "definitions"}


class Bundler:
    """Puts the references of one document in order."""

    def __init__(self, files: Files, data: dict[str, Any], root: Path, problems: Problems) -> None:
        self.files = files
        self.places = files.places
        self.problems = problems
        self.data = data
        self.root = root
        files.data[root] = data
        self.names: dict[tuple[str, Path, str], str] = {}
        """Kind, file and pointer → the component that this is in the bundled document."""
        self.hoisted: set[tuple[str, str]] = set()
        self.reserved: dict[str, Any] = {}
        """What stands for a component until it is walked. One for all, which is kept: `done` knows containers by identity."""
        self.waiting: list[tuple[dict[str, Any], str, Any, Path, bool]] = []
        self.renamed: list[tuple[str, str, str]] = []
        """The pointer to each component whose name was taken, that name, and the file that has it."""
        self.inlining: list[tuple[Path, str]] = []
        self.inlined: dict[tuple[Path, str], Any] = {}
        self.replaced: dict[int, Any] = {}
        """References, by identity → what was put in their place."""
        self.done: set[int] = set()
        self.followed: set[int] = set()
        self.ending: set[str] = set()
        self.references: list[tuple[dict[str, Any], Asked]] = []

    def run(self) -> None:
        if self.bounded():
            self.name_components()
            self.walk(self.data, self.root, False, False, 0)
            while self.waiting:
                group, name, target, file, schema = self.waiting.pop()
                group[name] = self.walk(target, file, False, schema, 1)
            if self.inlined:
                self.bounded()
        for node, place in self.references:
            self.check(node, place)

    def bounded(self) -> bool:
        """Whether what is shared would not blow the document up, were every use of it counted."""
        sizes: dict[int, int] = {}
        if size_of(self.data, sizes) <= MAX_REPEATS * len(sizes) + 100_000:
            return True
        message = f"aliases or references multiply the size of this document by more than {MAX_REPEATS}"
        place = Place(self.files.label(self.files.root), 1, 1)
        self.problems.error(message, rule="limits", hint="make the repeated parts components, and refer to them with $ref", place=place)
        return False

    def walk(self, node: Any, file: Path, names: bool, schema: bool, depth: int) -> Any:
        """Put the references below `node` in order; the node that shall stand in its place.

        Args:
            names: whether the members of the node are named by the document.
            schema: whether the node is a schema, or holds schemas.
        """
        if depth > MAX_DEPTH:
            if not self.problems.failed:
                message = f"nested deeper than {MAX_DEPTH} levels when references are resolved"
                self.problems.error(message, rule="limits", hint="put schemas under components", place=Place(self.files.label(file), 1, 1))
            return node
        if is_array(node) and id(node) not in self.done:
            self.done.add(id(node))
            node[:] = [self.walk(item, file, False, schema, depth + 1) if is_container(item) else item for item in node]
        elif is_object(node):
            if isinstance(node.get("$ref"), str) and not names:
                return self.reference(node, file, schema, depth)
            self.members(node, file, names, schema, depth)
        return node

    def members(self, node: dict[str, Any], file: Path, names: bool, schema: bool, depth: int) -> None:
        if id(node) in self.done:
            return
        self.done.add(id(node))
        for key, value in list(node.items()):
            if not is_container(value):
                continue
            if not names and (key in _DATA or key.startswith("x-") or (key == "examples" and is_array(value))):
                continue
            if key == "discriminator" and not names and is_object(value):
                self.discriminator(value, file)
            named = not names and key in _NAMES and "$ref" not in value
            below = self.walk(value, file, named, schema if names else key in _SCHEMAS and (named or key not in _NAMES), depth + 1)
            if below is not value:
                node[key] = below

    def discriminator(self, node: dict[str, Any], file: Path) -> None:
        """The values of a mapping are references, or bare names of schemas. These stay, and so does what leads nowhere: lint says so."""
        mapping = node.get("mapping")
        if not is_object(mapping) or id(mapping) in self.done:
            return
        self.done.add(id(mapping))
        for value, given in list(mapping.items()):
            bare = join("/components/schemas", str(given))
            reference = f"#{bare}" if file != self.root and leads(self.files.data[file], bare) else given
            is_lost = str(reference).startswith("#/") and not leads(self.files.data[file], str(reference)[1:])
            if isinstance(reference, str) and not is_lost and ("#" in reference or reference.endswith((".yaml", ".yml", ".json"))):
                pointed = {"$ref": reference}
                self.places.put(pointed, "$ref", self.places.of(mapping, value))
                result = self.walk(pointed, file, False, True, 1)
                mapping[value] = result.get("$ref", reference) if is_object(result) else reference

    def name_components(self) -> None:
        """What the components of the root document refer to in other files has the names that it has there."""
        components = table(self.data.get("components"))
        for holder, kind, key in ((self.data, "schemas", "definitions"), *((components, kind, kind) for kind in components)):
            group = holder.get(key)
            if is_object(group) and group.keys() == {"$ref"} and isinstance(group["$ref"], str):
                group = holder[key] = self.listed(group)
            for name, entry in table(group).items():
                self.follow(kind, name, entry, self.root)

    def listed(self, group: dict[str, Any]) -> dict[str, Any]:
        """References to each of the things in a mapping of another file."""
        found = self.led_to(group, self.root, lambda: self.places.of(group, "$ref"))
        if found is None or not is_object(found[2]):
            return group
        file, _, pointer = str(group["$ref"]).partition("#")
        entries: dict[str, Any] = {name: {"$ref": f"{file}#{pointer}/{quote(escape(name))}"} for name in found[2]}
        for name, entry in entries.items():
            self.places.put(entry, "$ref", self.places.of(found[2], name))
        return entries

    def follow(self, kind: str, name: str, entry: Any, file: Path) -> tuple[Any, Path]:
        """What a component is, and its file: references that are all there is to it are followed into other files, as far as no other component begins."""
        for _ in range(16):
            if not is_object(entry) or entry.keys() != {"$ref"} or not isinstance(entry["$ref"], str):
                break
            found = self.led_to(entry, file, partial(self.places.of, entry, "$ref"))
            if found is None or found[0] == self.root or not found[1].endswith(f"/{kind}/{escape(name)}") and _COMPONENT.match(found[1]):
                break
            if self.names.setdefault((kind, *found[:2]), name) != name:
                break
            self.followed.add(id(entry))
            file, _, entry = found
        return entry, file

    def led_to(self, node: dict[str, Any], file: Path, place: Asked) -> tuple[Path, str, Any] | None:
        """The file and the pointer that a reference leads to, and what stands there; None after an error."""
        name, fragment = target_of(str(node["$ref"]), self.files.data[file], partial(self.files.names_in, file))
        target_file = self.files.open(name, file, place) if name else file
        if target_file is None:
            return None
        if name and fragment and not fragment.startswith("/"):
            fragment = self.files.names_in(target_file).get(f"#{fragment}", fragment)
        if not _COMPONENT.match(fragment):
            fragment = straight(self.files.data[target_file], fragment)
        target, wrong, hint = target_at(self.files.data[target_file], fragment, self.files.label(target_file))
        if wrong:
            self.problems.error(wrong, rule="references", hint=hint, place=place())
        return None if target is None else (target_file, fragment, target)

    def reference(self, node: dict[str, Any], file: Path, schema: bool, depth: int) -> Any:
        if id(node) in self.done:
            return self.replaced.get(id(node), node)

        def place() -> Place | None:
            return self.places.of(node, "$ref")

        found = self.led_to(node, file, place)
        self.members(node, file, False, schema, depth)
        if found is None:
            return node
        target_file, fragment, target = found
        if target_file != self.root:
            component = _COMPONENT.match(fragment)
            if not component and not schema:
                self.replaced[id(node)] = result = self.inline(node, target, target_file, fragment, place, depth)
                return result
            pointer = self.hoist(component.group(1) if component else "schemas", target_file, fragment, target, place)
            if pointer is None:
                return node
            fragment = pointer
        node["$ref"] = "#" + fragment
        self.references.append((node, place))
        return node

    def hoist(self, kind: str, file: Path, fragment: str, target: Any, place: Asked) -> str | None:
        """The pointer to the component that something in another file becomes; None after an error."""
        is_swagger = "swagger" in self.data and kind in _SWAGGER
        above = f"/{_SWAGGER[kind]}" if is_swagger else f"/components/{kind}"
        holder = self.data if is_swagger else self.data.setdefault("components", {})
        group = holder.setdefault(above.rpartition("/")[2], {}) if is_object(holder) else None
        if not is_object(group):
            self.problems.error(f"{above[1:]} is not a mapping", rule="openapi", hint="list the components by name", place=place())
            return None
        name = self.names.get((kind, file, fragment))
        if name is None:
            wanted = split(fragment)[-1] if _COMPONENT.match(fragment) else named(split(fragment)) or named([file.stem]) or "Schema"
            name = next(name for number in numbers(1) if (name := wanted if number == 1 else f"{wanted}{number}") not in group)
            if name != wanted and _COMPONENT.match(fragment):
                owner = next((owner for (of, owner, _), known in self.names.items() if (of, known) == (kind, wanted)), self.root)
                self.renamed.append((join(above, name), wanted, self.files.label(self.files.root if owner == self.root else owner)))
            self.names[kind, file, fragment] = name
        if (kind, name) not in self.hoisted:
            self.hoisted.add((kind, name))
            above_it, _, key = fragment.rpartition("/")
            container = lookup(self.files.data[file], above_it) if key else None
            at = self.places.of(container, split("/" + key)[0]) if is_object(container) else Place(self.files.label(file), 1, 1)
            self.places.put(group, name, at)
            group.setdefault(name, self.reserved)
            self.waiting.append((group, name, *self.follow(kind, name, target, file), kind == "schemas"))
        return join(above, name)

    def inline(self, node: dict[str, Any], target: Any, file: Path, fragment: str, place: Asked, depth: int) -> Any:
        """What stands in place of a reference that cannot be hoisted: its target, with the members beside `$ref` laid over it."""
        self.places.settle()
        key = (file, fragment)
        if key in self.inlining:
            self.problems.error(
                f"the reference {node['$ref']} leads to something that contains it",
                rule="references",
                hint="put this under components",
                place=place(),
            )
            return node
        if key not in self.inlined:
            self.inlining.append(key)
            self.inlined[key] = self.walk(target, file, False, False, depth + 3)
            self.inlining.pop()
        result = self.inlined[key]
        beside = {name: value for name, value in node.items() if name != "$ref"}
        if not beside or not is_object(result):
            return result
        merged = {**result, **beside}
        for name in merged:
            self.places.put(merged, name, self.places.of(node if name in beside else result, name))
        return merged

    def check(self, node: dict[str, Any], place: Asked) -> None:
        """A chain of references must end at something that is none. Its steps are remembered: chains share their ends."""
        seen: set[str] = set()
        target: Any = node
        while is_object(target) and isinstance(target.get("$ref"), str) and target["$ref"] not in self.ending:
            reference = str(target["$ref"])
            if reference in seen:
                message = f"the reference {node['$ref']} leads back to itself"
                self.problems.error(
                    message, rule="references", hint="let one of these references lead to a schema of its own", place=place()
                )
                return
            if not (reference.startswith("#") and leads(self.data, reference[1:])):
                return  # what cannot be read is said where it stands
            target = lookup(self.data, reference[1:])
            seen.add(reference)
        self.ending |= seen
