"""What a user of a client can name or rely on: elements of its surface, and their text form, one JSON object per line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from typing import Any, Final

from ...load.json_types import is_object

Fact = str | int | bool
_OWN: Final = ("path", "kind", "parent", "name", "identity", "at", "text")


@dataclass(frozen=True, kw_only=True)
class Element:
    """One method, parameter, class, field, value, setting ... of a client."""

    kind: str
    """By which rules of `verdicts` it is judged."""
    path: str
    """How a user reaches it, unique in its surface: `client.core.models_get(name)`, `models.Blob.size`, `models.State["done"]`."""
    name: str
    """Its name in what it belongs to."""
    parent: str = ""
    """The path of what it belongs to: the two appear and go together."""
    identity: str = ""
    """What it is on the wire; the same under another name, it has been renamed. Empty: nothing tells."""
    place: str = ""
    """`file:line` in the document, its overlay or `client.yaml`."""
    facts: Mapping[str, Fact] = field(default_factory=dict[str, Fact])
    """What is compared, by name."""
    text: str = ""
    """All that the documentation says of it; of a stored element, `#` and a digest of that."""

    @cached_property
    def digest(self) -> str:
        """A digest of the text. Line breaks and other space do not count."""
        if self.text.startswith("#"):
            return self.text
        whole = " ".join(self.text.split())
        return "#" + blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest() if whole else ""

    def line(self) -> str:
        """The element as one line of JSON."""
        own = (self.path, self.kind, self.parent, self.name, self.identity, self.place, self.digest)
        return json.dumps({key: value for key, value in zip(_OWN, own, strict=True) if value} | {**self.facts}, ensure_ascii=False)


def read_element(line: str) -> Element:
    """The element that a line of JSON holds.

    Raises:
        ValueError: it is not one.
    """
    data: Any = json.loads(line)
    if not is_object(data) or not {"path", "kind"} <= data.keys():
        raise ValueError("not an element of a surface")
    facts: dict[str, Fact] = {str(key): value for key, value in data.items() if key not in _OWN}
    path, kind, parent, name, identity, place, text = (str(data.get(key, "")) for key in _OWN)
    return Element(path=path, kind=kind, parent=parent, name=name, identity=identity, place=place, facts=facts, text=text)


@dataclass(frozen=True)
class Surface:
    """All elements of one state of a client, by path, parents before what belongs to them."""

    version: str
    elements: Mapping[str, Element]

    @staticmethod
    def of(version: str, elements: Iterable[Element]) -> Surface:
        """Of two elements with one path, the first counts."""
        found: dict[str, Element] = {}
        for element in elements:
            found.setdefault(element.path, element)
        return Surface(version, found)

    def __iter__(self) -> Iterator[Element]:
        return iter(self.elements.values())

    def get(self, path: str) -> Element | None:
        return self.elements.get(path)

    @cached_property
    def children(self) -> Mapping[str, list[Element]]:
        """Path → the elements that belong to it, in their order; "" → those that belong to none."""
        found: dict[str, list[Element]] = {}
        for element in self:
            found.setdefault(element.parent, []).append(element)
        return found

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Name of an enumeration → its values, as a type: `Literal['a', 'b']`."""
        return {
            element.name: f"Literal[{', '.join(value.name for value in self.children.get(element.path, ())) or 'None'}]"
            for element in self
            if element.kind == "enumeration"
        }

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """Names that stand for another type → that type."""
        unions = {element.name: str(element.facts["members"]) for element in self if element.kind == "union"}
        return {**self.texts, **unions}

    def dumps(self) -> str:
        """The surface as a file: its version, then a line per element."""
        return "".join(f"{line}\n" for line in (json.dumps({"version": self.version}), *(element.line() for element in self)))


def read_surface(text: str) -> Surface:
    """The surface that a file holds.

    Raises:
        ValueError: the file holds something else.
    """
    head, *lines = text.splitlines() or [""]
    data: Any = json.loads(head)
    if not is_object(data) or "version" not in data:
        raise ValueError("its first line is not the version of a surface")
    return Surface.of(str(data["version"]), map(read_element, lines))
