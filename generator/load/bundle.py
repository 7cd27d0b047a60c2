"""The references of a document put in order, so that all of them lead into one bundled document.

`FILE#/components/KIND/NAME` is hoisted into the components of the bundled document; any other reference into another file is put in place.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import partial
from itertools import count as numbers
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from .json_types import is_array, is_container, is_object
from .pointers import child, join, leads, lookup, resolve, split, straight, target_of
from .problems import Place, Problems
from .sources import Asked, Files
from .yaml_reader import MAX_DEPTH

MAX_REPEATS: Final = 20
"""How many times larger than its text a document may become by aliases and references put in place."""

MOST_ALIKE: Final = 1000
"""Names among which the one that was meant is looked for: each search compares with all of them."""

_COMPONENT: Final = re.compile(r"/components/([A-Za-z]+)/([^/]+)\Z")
_DATA: Final = {"example", "default", "const", "enum", "value"}
_NAMES: Final = {
    *("properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas", "responses", "parameters", "examples"),
    *("requestBodies", "headers", "securitySchemes", "links", "callbacks", "pathItems", "paths", "webhooks", "content", "encoding"),
    *("variables", "mapping", "scopes"),
}


class Bundler:
    """Puts the references of one document in order."""

    def __init__(self, files: Files, data: dict[str, Any], root: Path, problems: Problems) -> None:
        self.files = files
        self.places = files.places
        self.problems = problems
        self.data = data
        self.root = root
        files.data[root] = data
        self.owners: dict[tuple[str, str], Path] = {}
        self.inlining: list[tuple[Path, str]] = []
        self.inlined: dict[tuple[Path, str], Any] = {}
        self.recursive: dict[tuple[Path, str], str] = {}
        """What is put in place and holds itself: the component that it becomes."""
        self.done: set[int] = set()
        self.ending: set[str] = set()
        self.references: list[tuple[dict[str, Any], Asked]] = []

    def run(self) -> None:
        if self.bounded():
            self.walk(self.data, self.root, False, 0)
            if self.inlined:
                self.bounded()
        for node, place in self.references:
            self.check(node, place)
        if not self.problems.failed and is_object(self.data.get("paths")):
            self.separate(self.data["paths"])

    def bounded(self) -> bool:
        """Whether what is shared would not blow the document up, were every use of it counted."""
        sizes: dict[int, int] = {}
        if _size(self.data, sizes) <= MAX_REPEATS * len(sizes) + 100_000:
            return True
        message = f"aliases or references repeat the parts of this document more than {MAX_REPEATS} times over"
        place = Place(self.files.label(self.files.root), 1, 1)
        self.problems.error(message, rule="limits", hint="give what is repeated a name under components and refer to that", place=place)
        return False

    def separate(self, paths: dict[str, Any]) -> None:
        """Give each path an item of its own: references to one are put in place, and what several paths share is copied, two levels deep."""
        seen: set[int] = set()
        for path, item in paths.items():
            target = resolve(self.data, item)
            if not is_object(item) or not is_object(target):
                continue
            parts = {id(part) for part in (target, *target.values()) if is_object(part)}
            if item is not target or not seen.isdisjoint(parts):
                beside = {name: value for name, value in item.items() if name != "$ref"} if item is not target else {}
                paths[path] = self.copied({name: self.copied(part, part) for name, part in (target | beside).items()}, target, item)
            seen |= parts

    def copied(self, node: Any, *originals: Any) -> Any:
        """A copy of a mapping, whose members stand where those of the originals do; anything else as it is."""
        if not is_object(node):
            return node
        copy = dict(node)
        for original in originals:
            for name in original:
                self.places.put(copy, name, self.places.of(original, name))
        return copy

    def walk(self, node: Any, file: Path, names: bool, depth: int) -> Any:
        """Put the references below `node` in order; the node that shall stand in its place."""
        if depth > MAX_DEPTH:
            if not self.problems.failed:
                message = f"nested deeper than {MAX_DEPTH} levels once references are put in place"
                self.problems.error(message, rule="limits", hint="put schemas under components", place=Place(self.files.label(file), 1, 1))
            return node
        if is_array(node) and id(node) not in self.done:
            self.done.add(id(node))
            for index, item in enumerate(node):
                if is_container(item):
                    node[index] = self.walk(item, file, False, depth + 1)
        elif is_object(node):
            if isinstance(node.get("$ref"), str) and not names:
                return self.reference(node, file, depth)
            self.members(node, file, names, depth)
        return node

    def members(self, node: dict[str, Any], file: Path, names: bool, depth: int) -> None:
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
            below = self.walk(value, file, not names and key in _NAMES and "$ref" not in value, depth + 1)
            if below is not value:
                node[key] = below

    def discriminator(self, node: dict[str, Any], file: Path) -> None:
        """The values of a mapping are references, or bare names of schemas. These stay, and so does what leads nowhere: lint says so."""
        mapping = node.get("mapping")
        if not is_object(mapping) or id(mapping) in self.done:
            return
        self.done.add(id(mapping))
        for value, reference in list(mapping.items()):
            is_lost = str(reference).startswith("#/") and not leads(self.files.data[file], str(reference)[1:])
            if isinstance(reference, str) and not is_lost and ("#" in reference or reference.endswith((".yaml", ".yml", ".json"))):
                pointed = {"$ref": reference}
                self.places.put(pointed, "$ref", self.places.of(mapping, value))
                result = self.walk(pointed, file, False, 1)
                mapping[value] = result.get("$ref", reference) if is_object(result) else reference

    def reference(self, node: dict[str, Any], file: Path, depth: int) -> Any:
        if id(node) in self.done:
            return node

        def place() -> Place | None:
            return self.places.of(node, "$ref")

        name, fragment = target_of(str(node["$ref"]), self.files.data[file], partial(self.files.names_in, file))
        target_file = self.files.open(name, file, place) if name else file
        self.members(node, file, False, depth)
        if target_file is None:
            return node
        if not _COMPONENT.match(fragment):
            fragment = straight(self.files.data[target_file], fragment)
        target = self.find(self.files.data[target_file], fragment, target_file, place)
        if target is None:
            return node
        component = _COMPONENT.match(fragment)
        if target_file == self.root:
            node["$ref"] = "#" + fragment
        elif component:
            self.hoist(component.group(1), component.group(2), target_file, target, place, depth)
            node["$ref"] = "#" + fragment
        else:
            return self.inline(node, target, target_file, fragment, place, depth)
        self.references.append((node, place))
        return node

    def find(self, data: Any, fragment: str, file: Path, place: Asked) -> Any:
        """What a fragment names in a file; None after an error."""
        node = data
        try:
            tokens = split(fragment)
        except ValueError:
            hint = "refer to things as #/components/KIND/NAME"
            self.problems.error(f"#{fragment} is not a JSON pointer", rule="references", hint=hint, place=place())
            return None
        for count, token in enumerate(tokens):
            try:
                node = child(node, token)
            except LookupError:
                where = join("#", *tokens[:count]) if count else "the document"
                near = get_close_matches(token, list(node), 1, 0.6) if is_object(node) and len(node) <= MOST_ALIKE else []
                hint = (
                    f"did you mean {join('#', *tokens[:count], near[0])}?"
                    if near
                    else f"there is no {token!r} in {where} of {self.files.label(file)}"
                )
                self.problems.error(f"the reference #{fragment} leads nowhere", rule="references", hint=hint, place=place())
                return None
        if node is None:
            hint = "write down what it refers to"
            self.problems.error(f"the reference #{fragment} leads to nothing", rule="references", hint=hint, place=place())
        return node

    def hoist(self, kind: str, token: str, file: Path, target: Any, place: Asked, depth: int) -> None:
        """Give the bundled document the component `token` of `file`, and all that this one refers to."""
        name = split("/" + token)[0]
        owner = self.owners.get((kind, name))
        if owner == file:
            return
        components = self.data.setdefault("components", {})
        if not is_object(components) or not is_object(components.setdefault(kind, {})):
            self.problems.error(f"components/{kind} is not a mapping", rule="openapi", hint="list the components by name", place=place())
            return
        group = components[kind]
        if owner is not None or (name in group and not self.same(group[name], file, f"/components/{kind}/{token}")):
            other = self.files.label(owner or self.root)
            message = f"two different things are called {name!r} in components/{kind}, the other one in {other}"
            self.problems.error(message, rule="component-names", hint="rename one of them, or keep one and refer to it", place=place())
            return
        self.owners[kind, name] = file
        group[name] = target
        self.places.put(group, name, self.places.of(self.files.data[file]["components"][kind], name))
        group[name] = self.walk(target, file, False, depth + 1)

    def same(self, entry: Any, file: Path, fragment: str) -> bool:
        """Whether an entry of the root document is nothing but a reference to that component of that file."""
        if not is_object(entry) or not isinstance(entry.get("$ref"), str):
            return False
        if entry["$ref"] == "#" + fragment and id(entry) in self.done:
            return True
        name, _, other = str(entry["$ref"]).partition("#")
        return bool(name) and unquote(other) == fragment and self.files.real(self.root.parent, unquote(name)) == file

    def inline(self, node: dict[str, Any], target: Any, file: Path, fragment: str, place: Asked, depth: int) -> Any:
        """What stands in place of a reference that cannot be hoisted: its target, with the members beside `$ref` laid over it.

        A target that holds itself can only be a schema: it becomes a component.
        """
        self.places.settle()
        key = (file, fragment)
        if key not in self.inlined and key not in self.inlining:
            self.inlining.append(key)
            made = self.walk(target, file, False, depth + 3)
            self.inlining.pop()
            self.inlined[key] = made
            if key in self.recursive:
                self.data["components"]["schemas"][self.recursive[key]] = made
        if key in self.recursive or key in self.inlining:
            if key not in self.recursive:
                self.recursive[key] = self.free(split(fragment)[-1] if fragment else file.stem)
            node["$ref"] = f"#/components/schemas/{self.recursive[key]}"
            self.references.append((node, place))
            return node
        result = self.inlined[key]
        beside = {name: value for name, value in node.items() if name != "$ref"}
        if not beside or not is_object(result):
            return result
        merged = {**result, **beside}
        for name in merged:
            self.places.put(merged, name, self.places.of(node if name in beside else result, name))
        return merged

    def free(self, wanted: str) -> str:
        """A name for one more component, which is reserved."""
        schemas = self.data.setdefault("components", {}).setdefault("schemas", {})
        legal = "".join(word[:1].upper() + word[1:] for word in re.split(r"[^A-Za-z0-9]+", wanted)) or "Schema"
        name = next(name for number in numbers(1) if (name := legal if number == 1 else f"{legal}{number}") not in schemas)
        schemas[name] = {}
        return name

    def check(self, node: dict[str, Any], place: Asked) -> None:
        """A chain of references must end at something that is none. Its steps are remembered: chains share their ends."""
        seen: set[str] = set()
        target: Any = node
        while is_object(target) and isinstance(target.get("$ref"), str) and target["$ref"] not in self.ending:
            reference = str(target["$ref"])
            target = None if reference in seen else self.lookup(reference)
            if target is None:
                message = f"the reference {node['$ref']} leads round in a circle"
                self.problems.error(message, rule="references", hint="one of the things in the circle must be a schema", place=place())
                return
            seen.add(reference)
        self.ending |= seen

    def lookup(self, reference: str) -> Any:
        try:
            return lookup(self.data, reference[1:]) if reference.startswith("#") else None
        except (LookupError, ValueError):
            return None


def _size(node: Any, sizes: dict[int, int]) -> int:
    """How many values `node` has when everything that is shared is counted as often as it is used."""
    known = sizes.get(id(node))
    if known is not None:
        return known
    size = 1
    for value in node.values() if is_object(node) else node:
        size += _size(value, sizes) if isinstance(value, (dict, list)) else 1
    sizes[id(node)] = size
    return size
