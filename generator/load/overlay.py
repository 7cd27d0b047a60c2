"""`overlay.yaml` beside a vendor's document: corrections of it, by the OpenAPI Overlay Specification 1.0.

Actions change the root document in memory, in their order, before its references are resolved; its file is not changed. The place of what
an action adds is in the overlay. Version 1.0 does not say what happens to lists inside an update; they are appended to existing lists, as
in version 1.1.
"""

from __future__ import annotations

import re
from typing import Any, Final

from .json_types import is_array, is_container, is_object
from .problems import Place
from .source_map import SourceMap
from .sources import Files

NAMES: Final = ("overlay.yaml", "overlay.yml", "overlay.json")

_VERSION: Final = re.compile(r"1\.[01]\.\d+\Z")
_MEMBERS: Final = ("overlay", "info", "extends", "actions")
_ACTION: Final = ("target", "description", "update", "remove")


def overlay(files: Files, document: dict[str, Any]) -> None:
    """Apply the overlay beside a document, if there is one, to its data; what is wrong with it is a problem."""
    found = [path for name in NAMES if (path := files.root.with_name(name)).is_file()]
    for path in found[1:]:
        files.problems.error(
            f"there are two overlays, {found[0].name} and {path.name}", rule="overlay", hint="keep one", place=Place(files.label(path))
        )
    if len(found) != 1:
        return
    label = files.label(found[0])
    data = files.read(found[0], label, lambda: None)
    if data is not None:
        _Overlay(files, label, document).apply(data)


class _Overlay:
    def __init__(self, files: Files, label: str, document: dict[str, Any]) -> None:
        self.problems = files.problems
        self.places = files.places
        self.label = label
        self.document = document

    def error(self, container: Any, key: str | int, message: str, hint: str) -> None:
        self.problems.error(message, rule="overlay", hint=hint, place=self.places.of(container, key) or Place(self.label, 1, 1))

    def apply(self, data: Any) -> None:
        if not is_object(data) or not _VERSION.match(str(data.get("overlay"))):
            self.error(data if is_object(data) else {}, "overlay", "this is no overlay of version 1.0", "start it with `overlay: 1.0.0`")
            return
        self.known(data, _MEMBERS)
        info = data.get("info")
        if not is_object(info) or not {"title", "version"} <= info.keys():
            self.error(data, "info", "the overlay has no `info` with title and version", "add `info: {title: ..., version: ...}`")
        actions = data.get("actions")
        if not is_array(actions) or not actions:
            self.error(data, "actions", "the overlay has no list of actions", "add `actions:`, or delete the file")
            return
        for index, action in enumerate(actions):
            if is_object(action) and not self.known(action, _ACTION):
                continue
            if not is_object(action) or not isinstance(action.get("target"), str) or not ({"update", "remove"} & action.keys()):
                self.error(actions, index, "this is no action", "give it `target:`, and `update:` or `remove: true`")
            elif not isinstance(action.get("remove", False), bool) or not (action.get("remove") or "update" in action):
                self.error(action, "remove", "`remove` must be `true`", "give it `update:`, or `remove: true`")
            else:
                self.act(action)

    def known(self, node: dict[str, Any], names: tuple[str, ...]) -> bool:
        unknown = [name for name in node if name not in names and not name.startswith("x-")]
        for name in unknown:
            self.error(node, name, f"an overlay of version 1.0 has no {name!r} here", f"known: {', '.join(names)}")
        return not unknown

    def act(self, action: dict[str, Any]) -> None:
        from jsonpath_rfc9535 import JSONPathError, find

        target = action["target"]
        try:
            nodes = find(target, self.document)
        except JSONPathError as error:
            hint = "write a query of RFC 9535, such as $.paths['/things'].get"
            self.error(action, "target", f"{target!r} is no JSONPath: {error}", hint)
            return
        if not nodes:
            hint = "check whether the document has changed; put names with other characters than letters into brackets: $.paths['/things']"
            self.error(action, "target", f"{target} matches nothing in the document", hint)
        elif action.get("remove") is True:
            self.remove([tuple(node.location) for node in nodes], action)
        elif "update" in action:
            for node in {id(node.value): node.value for node in nodes}.values():
                self.update(node, action)

    def remove(self, locations: list[tuple[str | int, ...]], action: dict[str, Any]) -> None:
        """What is shared by aliases is found several times and removed once; later items of a list go first, so that the others keep their numbers."""
        found: dict[tuple[int, str | int], Any] = {}
        for location in locations:
            if not location:
                self.error(action, "target", "the whole document would be removed", "select what is to be removed")
                return
            holder: Any = self.document
            for part in location[:-1]:
                holder = holder[part]
            found[id(holder), location[-1]] = holder
        for (_, key), holder in sorted(found.items(), key=lambda item: item[0][1] if isinstance(item[0][1], int) else 0, reverse=True):
            _remove_member(self.places, holder, key)

    def update(self, node: Any, action: dict[str, Any]) -> None:
        value = action["update"]
        if is_object(node) and is_object(value):
            self.merge(node, value)
        elif is_array(node):
            for index, item in enumerate(value if is_array(value) else [value]):
                self.append(node, item, self.places.of(value, index) if is_array(value) else self.places.of(action, "update"))
        else:
            kind = "an object" if is_object(node) else "no object and no list"
            hint = "give the members of the object" if is_container(node) else "select the object that holds it, and give its members"
            self.error(action, "update", f"{action['target']} selects {kind}: `update` cannot be merged into it", hint)

    def merge(self, node: dict[str, Any], value: dict[str, Any]) -> None:
        for key, new in value.items():
            old = node.get(key)
            if is_object(old) and is_object(new):
                self.merge(old, new)
            elif is_array(old) and is_array(new):
                for index, item in enumerate(new):
                    self.append(old, item, self.places.of(new, index))
            else:
                node[key] = self.copy(new)
                self.places.put(node, key, self.places.of(value, key))

    def append(self, node: list[Any], item: Any, place: Place | None) -> None:
        node.append(self.copy(item))
        self.places.put(node, len(node) - 1, place)

    def copy(self, value: Any) -> Any:
        """A value of the overlay for one place of the document: an action may match several."""
        if is_object(value):
            made: Any = {key: self.copy(item) for key, item in value.items()}
        elif is_array(value):
            made = [self.copy(item) for item in value]
        else:
            return value
        for key in value if is_object(value) else range(len(value)):
            self.places.put(made, key, self.places.of(value, key))
        return made


def _remove_member(places: SourceMap, holder: Any, key: str | int) -> None:
    """The other members keep their places, which are known by their order."""
    kept = {name: places.of(holder, name) for name in (holder if is_object(holder) else range(len(holder))) if name != key}
    members: Any = holder
    del members[key]
    for name, place in kept.items():
        places.put(holder, name - 1 if isinstance(name, int) and isinstance(key, int) and name > key else name, place)
